/// Any bytes as a file of each format: every report that comes out is valid UTF-8, and the reader ends.
#include <stdlib.h>
#include <utf8proc.h>

#include "report.h"

static void check_text(sm_str s) {
  const uint8_t *p = (const uint8_t *)s.ptr;
  for (size_t i = 0; i < s.len;) {
    utf8proc_int32_t c;
    utf8proc_ssize_t n = utf8proc_iterate(p + i, (utf8proc_ssize_t)(s.len - i), &c);
    if (n <= 0) abort();
    i += (size_t)n;
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const char *const names[] = {"x.txt", "x.html", "x.jsonl", "x.csv"};
  if (!size) return 0;
  sm_report_reader *reader = NULL;
  sm_report_options options = {.date = SM_NO_DATE};
  sm_str bytes = {(const char *)data + 1, size - 1};
  if (sm_report_reader_open_memory(names[data[0] % 4], bytes, &options, &reader, NULL)) abort();
  bool end = false;
  for (size_t turns = 0; !end; turns++) {
    sm_report report;
    if (turns > size + 8) abort();
    if (sm_report_reader_next(reader, &report, &end, NULL) || end) continue;
    check_text(report.text);
    check_text(report.title);
    check_text(report.id);
  }
  sm_report_reader_close(reader);
  return 0;
}
