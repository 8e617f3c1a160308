#include "test.h"

#include "arena.h"
#include "memo.h"
#include "buffer.h"
#include "date.h"
#include "sha256.h"

static void days_follow_the_calendar(void **state) {
  (void)state;
  assert_int_equal(sm_date_make(1970, 1, 1), 0);
  assert_int_equal(sm_date_make(2024, 2, 29) + 1, sm_date_make(2024, 3, 1));
  assert_int_equal(sm_date_make(2023, 2, 29), SM_NO_DATE);
  assert_int_equal(sm_date_make(1900, 2, 29), SM_NO_DATE);
  assert_int_equal(sm_date_make(0, 1, 1), SM_NO_DATE);
  assert_int_equal(sm_date_weekday(sm_date_make(2024, 1, 19)), 4);
  assert_int_equal(sm_date_weekday(sm_date_make(1969, 12, 31)), 2);
  assert_int_equal(sm_date_month_end(sm_date_make(2024, 2, 3)), sm_date_make(2024, 2, 29));
  for (sm_date d = sm_date_make(1, 1, 1); d < sm_date_make(9999, 12, 1); d += 97) {
    int y, m, day;
    sm_date_split(d, &y, &m, &day);
    assert_int_equal(sm_date_make(y, m, day), d);
  }
}

static void iso_days_are_read_and_written(void **state) {
  (void)state;
  char text[11];
  sm_date_format_iso(sm_date_parse_iso(SM_STR("2024-01-19T10:00")), text);
  assert_string_equal(text, "2024-01-19");
  assert_int_equal(sm_date_parse_iso(SM_STR("2024-1-19")), SM_NO_DATE);
  assert_int_equal(sm_date_parse_iso(SM_STR("2024-02-30")), SM_NO_DATE);
  assert_int_equal(sm_date_parse_iso((sm_str){NULL, 0}), SM_NO_DATE);
  sm_date_format_iso(SM_NO_DATE, text);
  assert_string_equal(text, "");
}

static void a_memo_keeps_what_comes_first(void **state) {
  (void)state;
  sm_memo *memo = sm_memo_new(8);
  size_t len = 9;
  assert_null(sm_memo_find(memo, 3, NULL));
  sm_memo_keep(memo, 3, "three", 5);
  sm_memo_keep(memo, 11, "eleven", 6); // the same slot
  sm_memo_keep(memo, 3, "drei", 4);
  sm_memo_keep(memo, 0, NULL, 0);
  assert_memory_equal(sm_memo_find(memo, 3, &len), "three", 5);
  assert_int_equal(len, 5);
  assert_null(sm_memo_find(memo, 11, NULL));
  assert_non_null(sm_memo_find(memo, 0, &len));
  assert_int_equal(len, 0);
  sm_memo_free(memo);
  sm_memo_free(NULL);
}

static void an_arena_gives_distinct_aligned_memory_again_and_again(void **state) {
  (void)state;
  sm_arena *arena = sm_arena_new();
  for (int round = 0; round < 3; round++) {
    char *last = NULL;
    for (size_t size = 1; size < 300000; size = size * 3 + 1) {
      char *p = sm_arena_alloc(arena, size);
      assert_non_null(p);
      assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
      memset(p, (int)size, size);
      assert_ptr_not_equal(p, last);
      last = p;
    }
    sm_arena_reset(arena);
  }
  assert_null(sm_arena_calloc(arena, SIZE_MAX / 2, 16));
  size_t cap = 0;
  int *items = NULL;
  for (int i = 0; i < 1000; i++) {
    items = sm_arena_grow(arena, items, (size_t)i, &cap, sizeof *items);
    items[i] = i;
  }
  for (int i = 0; i < 1000; i++) assert_int_equal(items[i], i);
  assert_string_equal(sm_arena_printf(arena, "%s-%d", "a", 7), "a-7");
  sm_arena_free(arena);
}

static void a_buffer_grows_by_what_is_added(void **state) {
  (void)state;
  sm_buffer b = {0};
  for (int i = 0; i < 2000; i++) sm_buffer_printf(&b, "%d,", i);
  sm_buffer_add_char(&b, '.');
  assert_int_equal(b.len, 10 * 2 + 90 * 3 + 900 * 4 + 1000 * 5 + 1);
  assert_false(b.failed);
  assert_null(sm_buffer_reserve(&b, SIZE_MAX / 2));
  assert_true(b.failed);
  sm_buffer_free(&b);
}

static void errors_are_one_line(void **state) {
  (void)state;
  sm_error err;
  assert_int_equal(sm_fail_at(&err, SM_ERROR_FORMAT, 5, 2, "a\nb\t%s", "c"), SM_ERROR_FORMAT);
  assert_string_equal(err.message, "a b c");
  assert_int_equal(err.offset, 5);
  assert_int_equal(err.line, 2);
  assert_int_equal(sm_fail(NULL, SM_ERROR_IO, "x"), SM_ERROR_IO);
}

static void digests_are_those_of_the_standard(void **state) {
  (void)state;
  char hex[SM_SHA256_HEX];
  sm_sha256_hex("abc", 3, hex);
  assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void what_is_written_aside_stands_only_when_whole(void **state) {
  (void)state;
  sm_error err = {0};
  sm_output *out = NULL;
  remove("test_output.txt");
  assert_ok(sm_output_open("test_output.txt", &out, &err), err);
  fputs("old", sm_output_stream(out));
  assert_int_equal(sm_file_kind_of("test_output.txt"), SM_FILE_NONE);
  assert_ok(sm_output_commit(out, &err), err);
  assert_ok(sm_output_open("test_output.txt", &out, &err), err);
  fputs("new", sm_output_stream(out));
  sm_output_discard(out);
  char *bytes;
  size_t len;
  assert_ok(sm_file_read("test_output.txt", 100, &bytes, &len, &err), err);
  assert_str(((sm_str){bytes, len}), "old");
  free(bytes);
  assert_int_equal(sm_file_read("test_output.txt", 2, &bytes, &len, &err), SM_ERROR_LIMIT);
  assert_int_equal(sm_output_open("no-such-folder/x", &out, &err), SM_ERROR_IO);
}

static void missing_files_are_named(void **state) {
  (void)state;
  sm_error err = {0};
  sm_mapping map;
  assert_int_equal(sm_mapping_open("no-such-file", &map, &err), SM_ERROR_IO);
  assert_non_null(strstr(err.message, "no-such-file"));
  assert_int_equal(sm_mapping_open(".", &map, &err), SM_ERROR_IO);
  char path[64];
  assert_int_equal(sm_data_path(NULL, "no-such-data", path, sizeof path, &err), SM_ERROR_IO);
  assert_int_equal(sm_data_path("given", "en.lex", path, sizeof path, &err), SM_ERROR_IO);
}

static void paths_have_names_stems_and_extensions(void **state) {
  (void)state;
  assert_str(sm_path_name("a/b.c/d.e.txt"), "d.e.txt");
  assert_str(sm_path_stem("a/b.c/d.e.txt"), "d.e");
  assert_str(sm_path_extension("a/b.c/d.e.txt"), ".txt");
  assert_str(sm_path_extension("a/b.c/.hidden"), "");
  assert_str(sm_path_stem(".hidden"), ".hidden");
}

static void folders_are_made_with_those_above(void **state) {
  (void)state;
  sm_error err = {0};
  assert_int_equal(system("rm -rf test_folder"), 0);
  assert_ok(sm_folder_make("test_folder/a/b", &err), err);
  assert_ok(sm_folder_make("test_folder/a/b", &err), err);
  assert_int_equal(sm_file_kind_of("test_folder/a/b"), SM_FILE_FOLDER);
  assert_int_equal(system("echo x > test_folder/file"), 0);
  assert_int_equal(sm_folder_make("test_folder/file/c", &err), SM_ERROR_IO);
}

SM_TEST_MAIN(SM_TEST(days_follow_the_calendar), SM_TEST(iso_days_are_read_and_written),
             SM_TEST(a_memo_keeps_what_comes_first),
             SM_TEST(an_arena_gives_distinct_aligned_memory_again_and_again), SM_TEST(a_buffer_grows_by_what_is_added),
             SM_TEST(errors_are_one_line), SM_TEST(digests_are_those_of_the_standard),
             SM_TEST(what_is_written_aside_stands_only_when_whole), SM_TEST(missing_files_are_named),
             SM_TEST(paths_have_names_stems_and_extensions), SM_TEST(folders_are_made_with_those_above))
