#include <jansson.h>

#include "report_formats.h"

/// Text of a member; numbers as ids are text too. {NULL, 0} when absent, null or of another type.
static sm_str member(const json_t *object, const char *name, sm_arena *arena) {
  json_t *value = json_object_get(object, name);
  if (json_is_integer(value))
    return sm_str_of(sm_arena_printf(arena, "%lld", (long long)json_integer_value(value)));
  if (!json_is_string(value)) return (sm_str){0};
  sm_str s = {json_string_value(value), json_string_length(value)};
  char *copy = sm_arena_strdup(arena, s);
  return copy ? (sm_str){copy, s.len} : (sm_str){0};
}

sm_status sm_report_from_json(sm_str line, sm_arena *arena, sm_report *out, sm_error *err) {
  json_error_t where;
  json_t *object = json_loadb(line.ptr, line.len, JSON_ALLOW_NUL | JSON_REJECT_DUPLICATES, &where);
  if (!object) return sm_fail_at(err, SM_ERROR_FORMAT, (uint64_t)where.position, 0, "%s", where.text);
  sm_status status = SM_OK;
  if (!json_is_object(object)) {
    status = sm_fail_at(err, SM_ERROR_FORMAT, 0, 0, "not a JSON object");
  } else if (!json_is_string(json_object_get(object, "text"))) {
    status = sm_fail_at(err, SM_ERROR_FORMAT, 0, 0, "no member \"text\" that is a string");
  } else {
    *out = (sm_report){.id = member(object, "id", arena),
                       .text = member(object, "text", arena),
                       .title = member(object, "title", arena),
                       .source = member(object, "source", arena),
                       .url = member(object, "url", arena),
                       .published = sm_date_parse_iso(member(object, "date", arena)),
                       .first_invalid = SM_NO_OFFSET};
    if (!out->text.ptr) status = sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  }
  json_decref(object);
  return status;
}
