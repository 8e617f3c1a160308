/// Sentences that tell of the dead and injured of one strike, and what is read of each: tests/data/tolls.txt.
#include "test.h"

#include <string.h>

#include "engine.h"

/// What each sentence follows in its report.
#define LEAD "A bomb exploded at a market in Mosul on Monday. "

static void write_range(int low, int high, char out[24]) {
  if (low < 0 && high < 0) snprintf(out, 24, "?");
  else if (low == high) snprintf(out, 24, "%d", low);
  else snprintf(out, 24, "%d-%d", low, high);
}

/// "killed | injured | children" as the strikes of a report tell it; how many strikes, where there is not one.
static sm_str read_tolls(const sm_engine *engine, sm_arena *arena, sm_str sentence) {
  sm_error err = {0};
  sm_document *document;
  sm_reading_set set = {0};
  const char *text = sm_arena_printf(arena, LEAD "%.*s", SM_STR_ARG(sentence));
  sm_report report = {.id = SM_STR("toll"), .text = sm_str_of(text), .published = sm_date_make(2019, 5, 7), .first_invalid = SM_NO_OFFSET};
  assert_ok(sm_document_new(&report, engine->lexicon, &document, &err), err);
  assert_ok(sm_engine_read(engine, document, 0, &set, &err), err);
  const char *got = sm_arena_printf(arena, "%zu strikes", set.strikes.n);
  if (set.strikes.n == 1) {
    const sm_strike *s = &set.strikes.items[0];
    char killed[24], injured[24], children[24];
    write_range(s->fat_low, s->fat_high, killed);
    write_range(s->inj_low, s->inj_high, injured);
    write_range(s->fat_children, s->fat_children, children);
    got = sm_arena_printf(arena, "%s | %s | %s", killed, injured, children);
  }
  sm_document_free(document);
  return sm_str_of(got);
}

static void Tolls_are_read_from_sentences_of_many_kinds(void **state) {
  (void)state;
  sm_engine engine;
  sm_engine_options options = {.no_user_gazetteers = true};
  sm_error err = {0};
  char *bytes;
  size_t len;
  int failed = 0;
  assert_ok(sm_file_read(sm_source_path("tests/data/tolls.txt"), 1 << 20, &bytes, &len, &err), err);
  assert_ok(sm_engine_open(&options, &engine, &err), err);
  sm_arena *arena = sm_arena_new();
  for (sm_str rest = {bytes, len}; rest.len;) {
    sm_str line = sm_str_trim(sm_str_take(&rest, "\n")), sentence = line;
    if (!line.len || line.ptr[0] == '#') continue;
    sm_str expected = sm_str_trim(sm_str_take(&sentence, " || "));
    sm_str got = read_tolls(&engine, arena, sm_str_trim(sentence));
    bool known = expected.ptr[0] == '!';
    if (known) expected = sm_str_trim((sm_str){expected.ptr + 1, expected.len - 1});
    bool right = sm_str_equal(got, expected);
    if (right != known) continue;
    print_error("%s%.*s: %.*s\n", known ? "no longer wrong, take the mark off: " : "", SM_STR_ARG(got), SM_STR_ARG(line));
    failed += !known;
  }
  sm_arena_free(arena);
  sm_engine_close(&engine);
  free(bytes);
  assert_int_equal(failed, 0);
}

SM_TEST_MAIN(SM_TEST(Tolls_are_read_from_sentences_of_many_kinds))
