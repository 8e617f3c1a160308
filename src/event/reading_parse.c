#include "reading.h"

#include <jansson.h>
#include <math.h>

static sm_value text_of(sm_arena *arena, const json_t *json) {
  sm_str s = {json_string_value(json), json_string_length(json)};
  return s.len ? sm_value_text(sm_arena_strdup(arena, s)) : (sm_value){0};
}

static sm_value json_text_of(sm_arena *arena, const json_t *json) {
  if (json_is_string(json)) {
    sm_value v = text_of(arena, json);
    if (v.type == SM_TEXT) v.type = SM_JSON;
    return v;
  }
  char *dump = json_dumps(json, JSON_COMPACT | JSON_ENCODE_ANY);
  sm_value v = sm_value_text(dump ? sm_arena_strdup(arena, sm_str_of(dump)) : NULL);
  free(dump);
  if (v.type == SM_TEXT) v.type = SM_JSON;
  return v;
}

/// The member as the column's type; false when it is of another one.
static bool value_of(sm_type type, const json_t *json, sm_arena *arena, sm_value *out) {
  *out = (sm_value){0};
  if (!json || json_is_null(json)) return true;
  switch (type) {
  case SM_INT:
    if (json_is_integer(json)) *out = sm_value_int(json_integer_value(json));
    return json_is_integer(json);
  case SM_BOOL:
    if (json_is_boolean(json)) *out = sm_value_bool(json_is_true(json));
    if (json_is_integer(json)) *out = sm_value_bool(json_integer_value(json) != 0);
    return json_is_boolean(json) || json_is_integer(json);
  case SM_REAL:
    *out = sm_value_real(json_number_value(json));
    return json_is_number(json);
  case SM_DAY:
    if (json_is_string(json)) *out = sm_value_day(sm_date_parse_iso(sm_str_of(json_string_value(json))));
    return sm_value_known(*out);
  case SM_JSON:
    *out = json_text_of(arena, json);
    return true;
  default:
    if (json_is_string(json)) *out = text_of(arena, json);
    return json_is_string(json);
  }
}

static sm_status members(const json_t *object, const sm_table *table, sm_arena *arena, sm_value *v,
                         sm_error *err) {
  for (int i = 0; i < table->n; i++) {
    const sm_column *column = table->columns[i];
    if (!value_of(column->type, json_object_get(object, column->name), arena, &v[i]))
      return sm_fail(err, SM_ERROR_FORMAT, "property %s has a value of another type", column->name);
  }
  return SM_OK;
}

static sm_status claims(const json_t *array, sm_arena *arena, sm_reading *out, sm_error *err) {
  size_t n = json_array_size(array);
  out->claims = sm_arena_calloc(arena, n + 1, sizeof *out->claims);
  if (!out->claims) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  for (size_t i = 0; i < n; i++) {
    sm_status status =
        members(json_array_get(array, i), sm_table_of(SM_TABLE_CLAIMS), arena, out->claims[i].v, err);
    if (status) return status;
  }
  out->n_claims = n;
  return SM_OK;
}

sm_status sm_claims_parse(sm_str text, sm_arena *arena, sm_reading *out, sm_error *err) {
  json_t *array = text.len ? json_loadb(text.ptr, text.len, JSON_REJECT_DUPLICATES, NULL) : NULL;
  if (text.len && !json_is_array(array)) {
    json_decref(array);
    return sm_fail(err, SM_ERROR_FORMAT, "claims are no JSON array");
  }
  sm_status status = claims(array, arena, out, err);
  json_decref(array);
  return status;
}

/// Stands by the geometry alone: lon, lat of the properties are only a copy.
static sm_status point(const json_t *feature, sm_value *v, sm_error *err) {
  const json_t *at = json_object_get(json_object_get(feature, "geometry"), "coordinates");
  v[SM_S_LON] = v[SM_S_LAT] = (sm_value){0};
  if (json_array_size(at) < 2) return SM_OK;
  double lon = json_number_value(json_array_get(at, 0)), lat = json_number_value(json_array_get(at, 1));
  if (!(lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90))
    return sm_fail(err, SM_ERROR_FORMAT, "coordinates out of range");
  v[SM_S_LON] = sm_value_real(lon);
  v[SM_S_LAT] = sm_value_real(lat);
  return SM_OK;
}

static bool is_id(sm_value v) {
  if (v.type != SM_TEXT || v.len != 16) return false;
  for (int i = 0; i < 16; i++)
    if (!strchr("0123456789abcdef", v.s[i])) return false;
  return true;
}

static sm_status feature(const json_t *root, sm_arena *arena, sm_reading *out, sm_error *err) {
  const json_t *properties = json_object_get(root, "properties");
  if (!json_is_object(properties)) return sm_fail(err, SM_ERROR_FORMAT, "not a GeoJSON feature");
  sm_status status = members(properties, sm_table_of(SM_TABLE_READINGS), arena, out->v, err);
  if (!status) status = claims(json_object_get(properties, "claims"), arena, out, err);
  if (!status) status = point(root, out->v, err);
  if (!status && !is_id(out->v[SM_S_READING_ID])) return sm_fail(err, SM_ERROR_FORMAT, "no reading_id");
  return status;
}

sm_status sm_reading_parse(sm_str line, sm_arena *arena, sm_reading *out, sm_error *err) {
  *out = (sm_reading){0};
  json_error_t bad;
  json_t *root = json_loadb(line.ptr, line.len, JSON_REJECT_DUPLICATES, &bad);
  if (!root) return sm_fail_at(err, SM_ERROR_FORMAT, (uint64_t)bad.position, 0, "not JSON: %s", bad.text);
  sm_status status = feature(root, arena, out, err);
  json_decref(root);
  return status;
}

static const char *const area_kinds[] = {"", "disc", "unit", "sector", "part", "border", "between", "coast", "course"};
_Static_assert(sizeof area_kinds / sizeof area_kinds[0] == SM_AREA_KINDS, "each kind of area has a name");

static void add_id(sm_buffer *b, sm_str key, const sm_gazetteer *gazetteer, sm_place_ref ref) {
  if (!ref || !gazetteer) return;
  sm_place place;
  sm_gazetteer_place(gazetteer, ref, &place);
  sm_buffer_add_str(b, key);
  sm_json_string(b, place.id);
}

/// Ten digits; mostly they are whole metres.
static void add_number(sm_buffer *b, sm_str key, double value) {
  if (value == 0 || !isfinite(value)) return;
  sm_buffer_add_str(b, key);
  if (fabs(value) < 1e10 && value == floor(value)) {
    sm_buffer_add_int(b, (int64_t)value);
    sm_buffer_add_str(b, SM_STR(".0"));
    return;
  }
  json_t *number = json_real(value);
  char *dump = json_dumps(number, JSON_ENCODE_ANY | JSON_REAL_PRECISION(10));
  if (dump) sm_buffer_add_str(b, sm_str_of(dump));
  b->failed |= !dump;
  free(dump);
  json_decref(number);
}

#define KEY(name) SM_STR(",\"" name "\":")

const char *sm_area_json(const sm_gazetteer *gazetteer, const sm_area *area, sm_arena *arena) {
  if (area->kind == SM_AREA_NONE) return NULL;
  sm_buffer b = {0};
  sm_buffer_add_str(&b, SM_STR("{\"kind\":\""));
  sm_buffer_add_str(&b, sm_str_of(area_kinds[area->kind]));
  sm_buffer_add_char(&b, '"');
  add_id(&b, KEY("place"), gazetteer, area->place);
  add_id(&b, KEY("other"), gazetteer, area->other);
  add_number(&b, KEY("distance_m"), area->distance_m);
  add_number(&b, KEY("spread_m"), area->spread_m);
  add_number(&b, KEY("azimuth"), area->azimuth);
  add_number(&b, KEY("azimuth_spread"), area->azimuth_spread);
  add_number(&b, KEY("buffer_m"), area->buffer_m);
  sm_buffer_add_char(&b, '}');
  const char *copy = b.failed ? NULL : sm_arena_strdup(arena, sm_buffer_str(&b));
  sm_buffer_free(&b);
  return copy;
}

static sm_place_ref place_of(const sm_gazetteer *gazetteer, const json_t *o, const char *key, bool *lost) {
  const json_t *id = json_object_get(o, key);
  if (!json_is_string(id)) return 0;
  sm_str s = {json_string_value(id), json_string_length(id)};
  sm_place_ref ref = gazetteer ? sm_gazetteer_by_id(gazetteer, s) : 0;
  *lost |= !ref;
  return ref;
}

static double number_of(const json_t *o, const char *key) {
  return json_number_value(json_object_get(o, key));
}

sm_area sm_area_parse(const sm_gazetteer *gazetteer, sm_str text) {
  json_t *o = text.len ? json_loadb(text.ptr, text.len, 0, NULL) : NULL;
  const char *kind = json_string_value(json_object_get(o, "kind"));
  bool lost = false;
  sm_area area = {
      .place = place_of(gazetteer, o, "place", &lost),
      .other = place_of(gazetteer, o, "other", &lost),
      .distance_m = number_of(o, "distance_m"),
      .spread_m = number_of(o, "spread_m"),
      .azimuth = number_of(o, "azimuth"),
      .azimuth_spread = number_of(o, "azimuth_spread"),
      .buffer_m = number_of(o, "buffer_m"),
  };
  for (int i = SM_AREA_DISC; kind && i < SM_AREA_KINDS; i++)
    if (!strcmp(kind, area_kinds[i])) area.kind = (sm_area_kind)i;
  json_decref(o);
  return lost && area.kind != SM_AREA_DISC ? (sm_area){0} : area;
}
