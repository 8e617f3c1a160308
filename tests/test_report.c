#include "test.h"

#include "report.h"

static sm_report_reader *reader_of(const char *name, const char *bytes, size_t len) {
  sm_report_reader *reader = NULL;
  sm_report_options options = {.date = SM_NO_DATE};
  sm_error err = {0};
  assert_ok(sm_report_reader_open_memory(name, (sm_str){bytes, len}, &options, &reader, &err), err);
  return reader;
}

static sm_report next(sm_report_reader *reader) {
  sm_report report = {0};
  sm_error err = {0};
  bool end = false;
  assert_ok(sm_report_reader_next(reader, &report, &end, &err), err);
  assert_false(end);
  return report;
}

static void assert_end(sm_report_reader *reader) {
  sm_report report;
  sm_error err = {0};
  bool end = false;
  assert_ok(sm_report_reader_next(reader, &report, &end, &err), err);
  assert_true(end);
  sm_report_reader_close(reader);
}

static sm_status bad(sm_report_reader *reader, sm_error *err) {
  sm_report report;
  bool end = false;
  return sm_report_reader_next(reader, &report, &end, err);
}

static void assert_day(sm_date day, const char *expected) {
  char got[11];
  sm_date_format_iso(day, got);
  assert_string_equal(got, expected);
}

static void text_is_kept_exactly(void **state) {
  (void)state;
  static const char text[] = "\xef\xbb\xbfOne\r\n\r\nTwo \xff\xfe\r\n\0end";
  sm_report_reader *r = reader_of("a/b/c.report.txt", text, sizeof text - 1);
  sm_report report = next(r);
  static const char expected[] = "One\r\n\r\nTwo \xef\xbf\xbd\xef\xbf\xbd\r\n\0end";
  assert_int_equal(report.text.len, sizeof expected - 1);
  assert_memory_equal(report.text.ptr, expected, sizeof expected - 1);
  assert_int_equal(report.first_invalid, 14);
  assert_str(report.id, "c.report");
  assert_end(r);
}

static void utf16_is_told_by_its_mark(void **state) {
  (void)state;
  static const char text[] = "\xff\xfeK\0y\0\x3d\xd8\x00\xde.\0";
  sm_report_reader *r = reader_of("x.txt", text, sizeof text - 1);
  assert_str(next(r).text, "Ky\xf0\x9f\x98\x80.");
  assert_end(r);
}

static void foreign_files_are_refused_in_one_line(void **state) {
  (void)state;
  static const struct {
    const char *bytes;
    size_t len;
  } files[] = {{"%PDF-1.4 x", 10}, {"PK\3\4\0\0", 6}, {"\1\2\3\4\5\6\0\0", 8}, {"", 0}};
  for (size_t i = 0; i < 4; i++) {
    sm_error err = {0};
    sm_report_reader *r = reader_of("x.txt", files[i].bytes, files[i].len);
    assert_int_equal(bad(r, &err), SM_ERROR_FORMAT);
    assert_non_null(strstr(err.message, "x.txt"));
    assert_end(r);
  }
}

static void a_bad_line_does_not_stop_the_rest(void **state) {
  (void)state;
  static const char lines[] = "{\"id\":\"a\",\"text\":\"One\",\"date\":\"2024-01-19\",\"title\":\"T\",\"source\":\"S\",\"url\":\"U\"}\r\n"
                              "\n{\"id\":\"b\",\"text\":5}\n{not json\n{\"id\":7,\"text\":\"\\u0423 \\ud83d\\ude00\",\"more\":{\"text\":[1]}}";
  sm_report_reader *r = reader_of("x.jsonl", lines, sizeof lines - 1);
  sm_report report = next(r);
  assert_str(report.id, "a");
  assert_str(report.text, "One");
  assert_str(report.title, "T");
  assert_str(report.source, "S");
  assert_str(report.url, "U");
  assert_day(report.published, "2024-01-19");
  sm_error err = {0};
  assert_int_equal(bad(r, &err), SM_ERROR_FORMAT);
  assert_int_equal(err.line, 3);
  assert_int_equal(bad(r, &err), SM_ERROR_FORMAT);
  assert_int_equal(err.line, 4);
  assert_non_null(strstr(err.message, "x.jsonl: line 4"));
  report = next(r);
  assert_str(report.id, "7");
  assert_str(report.text, "\xd0\xa3 \xf0\x9f\x98\x80");
  assert_end(r);
}

static void a_member_that_stands_twice_is_an_error(void **state) {
  (void)state;
  static const char line[] = "{\"text\":\"a\",\"text\":\"b\"}";
  sm_error err = {0};
  sm_report_reader *r = reader_of("x.jsonl", line, sizeof line - 1);
  assert_int_equal(bad(r, &err), SM_ERROR_FORMAT);
  assert_end(r);
}

static void a_table_gives_a_report_a_row(void **state) {
  (void)state;
  static const char table[] = "event_id_cnty,event_date,notes,source\n"
                              "YEM1,2021-03-04,\"On 4 March, shells, \"\"many\"\",\nfell.\",Paper\nYEM2,,Second,\n";
  sm_report_reader *r = reader_of("x.csv", table, sizeof table - 1);
  sm_report report = next(r);
  assert_str(report.id, "YEM1");
  assert_str(report.text, "On 4 March, shells, \"many\",\nfell.");
  assert_str(report.source, "Paper");
  assert_day(report.published, "2021-03-04");
  assert_str(next(r).text, "Second");
  assert_end(r);
}

static sm_report html(sm_report_reader **r, const char *page) {
  *r = reader_of("page.html", page, strlen(page));
  return next(*r);
}

static void a_page_gives_title_day_and_body(void **state) {
  (void)state;
  sm_report_reader *r;
  sm_report report = html(
      &r, "<!doctype html><html><head><title>T &amp; U | Site</title><meta property='article:published_time' "
          "content='2022-03-03T10:00:00Z'><script>var x='<p>no';</script></head><body class='layout has-sidebar'><nav>Menu</nav>"
          "<div class='page with-sidebar'><article><h1>Head</h1><p>Shells <b>hit</b>\n the town.</p><p>Two&nbsp;died.</p>"
          "<div class='related-links'><p>More</p></div><ul><li>One</li><li>Two</li></ul></article></div>"
          "<aside><p>Advert</p></aside><footer>Foot</footer></body></html>");
  assert_str(report.title, "T & U | Site");
  assert_day(report.published, "2022-03-03");
  assert_str(report.text, "Head\n\nShells hit the town.\n\nTwo\xc2\xa0" "died.\n\n- One\n\n- Two");
  assert_end(r);
}

static void the_day_is_found_in_json_ld_and_time(void **state) {
  (void)state;
  sm_report_reader *r;
  assert_day(html(&r, "<html><head><script type='application/ld+json'>{\"@graph\":[{\"datePublished\": \"2021-05-06T00:00\"}]}</script>"
                      "</head><body><p>x</p></body></html>").published, "2021-05-06");
  assert_end(r);
  assert_day(html(&r, "<html><body><time datetime='2020-02-29'>29 Feb</time><p>x</p></body></html>").published, "2020-02-29");
  assert_end(r);
}

static void a_page_may_tell_its_encoding(void **state) {
  (void)state;
  sm_report_reader *r;
  sm_report report = html(&r, "<html><head><meta charset=\"windows-1252\"></head><body><p>The \x93siege\x94</p></body></html>");
  assert_str(report.text, "The \xe2\x80\x9csiege\xe2\x80\x9d");
  assert_int_equal(report.first_invalid, SM_NO_OFFSET);
  assert_end(r);
}

static void pages_of_any_bytes_are_read(void **state) {
  (void)state;
  static const char *const pages[] = {"<html>", "<html><body><p", "<html><p>&#0;&#x110000;</p>", "<!doctype html>", "<html>\xff<p>\xfe"};
  for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
    sm_report_reader *r;
    html(&r, pages[i]);
    assert_end(r);
  }
}

static void a_folder_is_read_in_the_order_of_its_paths(void **state) {
  (void)state;
  assert_int_equal(system("rm -rf test_reports && mkdir -p test_reports/b && echo 1 > test_reports/c.txt && echo 2 > test_reports/b/x.txt && "
                          "echo 3 > test_reports/a.txt && echo no > test_reports/.hidden.txt && echo no > test_reports/z.png"), 0);
  sm_report_reader *r = NULL;
  sm_error err = {0};
  sm_report_options options = {.date = sm_date_make(2024, 1, 2), .source = "S"};
  assert_ok(sm_report_reader_open("test_reports", &options, &r, &err), err);
  assert_str(next(r).id, "a");
  assert_str(next(r).id, "x");
  sm_report last = next(r);
  assert_str(last.id, "c");
  assert_day(last.published, "2024-01-02");
  assert_str(last.source, "S");
  assert_end(r);
  assert_int_equal(sm_report_reader_open("test_reports/none.txt", &options, &r, &err), SM_ERROR_IO);
  assert_non_null(strstr(err.message, "test_reports/none.txt"));
}

SM_TEST_MAIN(SM_TEST(text_is_kept_exactly), SM_TEST(utf16_is_told_by_its_mark), SM_TEST(foreign_files_are_refused_in_one_line),
             SM_TEST(a_bad_line_does_not_stop_the_rest), SM_TEST(a_member_that_stands_twice_is_an_error),
             SM_TEST(a_table_gives_a_report_a_row), SM_TEST(a_page_gives_title_day_and_body),
             SM_TEST(the_day_is_found_in_json_ld_and_time), SM_TEST(a_page_may_tell_its_encoding),
             SM_TEST(pages_of_any_bytes_are_read), SM_TEST(a_folder_is_read_in_the_order_of_its_paths))
