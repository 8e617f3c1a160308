#include <yajl/yajl_parse.h>

#include "report_formats.h"

/// The members that a report has; others are passed over.
enum { ID, TEXT, TITLE, SOURCE, URL, DATE, N_MEMBERS };

typedef struct line_reader {
  sm_arena *arena;
  sm_str members[N_MEMBERS];
  int member; ///< whose value comes next, -1 for none of these
  int depth;
  const char *wrong; ///< what the line is not, NULL while all is well
  bool out_of_memory;
} line_reader;

static int member_of(const unsigned char *key, size_t len) {
  static const char *const names[N_MEMBERS] = {"id", "text", "title", "source", "url", "date"};
  for (int i = 0; i < N_MEMBERS; i++)
    if (sm_str_equal((sm_str){(const char *)key, len}, sm_str_of(names[i]))) return i;
  return -1;
}

static int on_key(void *user, const unsigned char *key, size_t len) {
  line_reader *r = user;
  if (r->depth != 1) return 1;
  r->member = member_of(key, len);
  if (r->member >= 0 && r->members[r->member].ptr) r->wrong = "a member stands twice";
  return r->wrong == NULL;
}

static int keep(line_reader *r, const char *text, size_t len) {
  char *copy = sm_arena_strdup(r->arena, (sm_str){text, len});
  r->members[r->member] = (sm_str){copy, len};
  r->out_of_memory = !copy;
  return copy != NULL;
}

static int on_string(void *user, const unsigned char *text, size_t len) {
  line_reader *r = user;
  if (r->depth == 0) r->wrong = "not a JSON object";
  return r->depth == 1 && r->member >= 0 ? keep(r, (const char *)text, len) : r->wrong == NULL;
}

/// Ids may be numbers.
static int on_number(void *user, const char *text, size_t len) {
  line_reader *r = user;
  if (r->depth == 0) r->wrong = "not a JSON object";
  return r->depth == 1 && r->member == ID ? keep(r, text, len) : r->wrong == NULL;
}

static int on_start(line_reader *r, bool map) {
  if (r->depth == 0 && !map) r->wrong = "not a JSON object";
  r->depth++;
  return r->wrong == NULL;
}

static int on_start_map(void *user) { return on_start(user, true); }
static int on_start_array(void *user) { return on_start(user, false); }

static int on_end(void *user) {
  ((line_reader *)user)->depth--;
  return 1;
}

static sm_status fail_at(yajl_handle json, sm_str line, const line_reader *r, sm_error *err) {
  if (r->out_of_memory) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  size_t at = yajl_get_bytes_consumed(json);
  unsigned char *text = r->wrong ? NULL : yajl_get_error(json, 0, (const unsigned char *)line.ptr, line.len);
  const char *what = r->wrong ? r->wrong : text ? (const char *)text : "not JSON";
  sm_status status = sm_fail_at(err, SM_ERROR_FORMAT, at, 0, "%.*s", (int)strcspn(what, "\n"), what);
  yajl_free_error(json, text);
  return status;
}

sm_status sm_report_from_json(sm_str line, sm_arena *arena, sm_report *out, sm_error *err) {
  static const yajl_callbacks callbacks = {.yajl_string = on_string,
                                           .yajl_number = on_number,
                                           .yajl_map_key = on_key,
                                           .yajl_start_map = on_start_map,
                                           .yajl_end_map = on_end,
                                           .yajl_start_array = on_start_array,
                                           .yajl_end_array = on_end};
  line_reader r = {.arena = arena, .member = -1};
  yajl_handle json = yajl_alloc(&callbacks, NULL, &r);
  if (!json) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  yajl_status parsed = yajl_parse(json, (const unsigned char *)line.ptr, line.len);
  if (parsed == yajl_status_ok) parsed = yajl_complete_parse(json);
  sm_status status = parsed == yajl_status_ok ? SM_OK : fail_at(json, line, &r, err);
  yajl_free(json);
  if (!status && !r.members[TEXT].ptr) status = sm_fail_at(err, SM_ERROR_FORMAT, 0, 0, "no member \"text\" that is a string");
  if (status) return status;
  *out = (sm_report){.id = r.members[ID],
                     .text = r.members[TEXT],
                     .title = r.members[TITLE],
                     .source = r.members[SOURCE],
                     .url = r.members[URL],
                     .published = sm_date_parse_iso(r.members[DATE]),
                     .first_invalid = SM_NO_OFFSET};
  return SM_OK;
}
