/// What every test includes: cmocka, and helpers to say what is expected in one line. Test names are sentences.
#ifndef SM_TEST_H
#define SM_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "file.h"
#include "lexicon.h"

/// Runs the listed tests as the program's group.
#define SM_TEST_MAIN(...)                                                                                    \
  int main(void) {                                                                                           \
    const struct CMUnitTest tests[] = {__VA_ARGS__};                                                         \
    return cmocka_run_group_tests(tests, NULL, NULL);                                                        \
  }
#define SM_TEST(name) cmocka_unit_test(name)

#define assert_ok(call, err)                                                                                 \
  do {                                                                                                       \
    sm_status status_ = (call);                                                                              \
    if (status_) fail_msg("%s: status %d, %s", #call, (int)status_, (err).message);                          \
  } while (0)

static inline void sm_assert_str(sm_str got, const char *expected, const char *file, int line) {
  if (sm_str_equal(got, sm_str_of(expected))) return;
  print_error("\"%.*s\" is not \"%s\"\n", SM_STR_ARG(got), expected);
  _fail(file, line);
}
/// A slice holds exactly these bytes.
#define assert_str(got, expected) sm_assert_str((got), (expected), __FILE__, __LINE__)

/// A file of the source tree, in a static buffer.
static inline const char *sm_source_path(const char *path) {
  static char full[4096];
  const char *root = getenv("SM_SOURCE");
  snprintf(full, sizeof full, "%s/%s", root ? root : ".", path);
  return full;
}

/// The compiled lexicon of the build; the caller closes it.
static inline sm_lexicon *sm_test_lexicon(void) {
  char path[4096];
  sm_error err = {0};
  sm_lexicon *lexicon = NULL;
  assert_ok(sm_data_path(NULL, "en.lex", path, sizeof path, &err), err);
  assert_ok(sm_lexicon_open(path, &lexicon, &err), err);
  return lexicon;
}

#endif
