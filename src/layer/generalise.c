#include "generalise.h"

#include <math.h>

#include "boundary.h"

static sm_status parse_level(const char *to, sm_level *out, sm_error *err) {
  static const char *const names[] = {"", "adm1", "adm2", "10km"};
  for (int i = SM_LEVEL_ADM1; i <= SM_LEVEL_10KM; i++)
    if (!strcmp(to, names[i])) {
      *out = (sm_level)i;
      return SM_OK;
    }
  return sm_fail(err, SM_ERROR_USAGE, "%s is no level: adm1, adm2 or 10km", to);
}

sm_status sm_generalisation_parse(const char *to, const char *drop, sm_generalisation *out, sm_error *err) {
  static const char *const words[] = {"sentence", "names", "text"};
  *out = (sm_generalisation){0};
  sm_status status = to ? parse_level(to, &out->level, err) : SM_OK;
  for (const char *at = drop; !status && at && *at;) {
    size_t len = strcspn(at, ",");
    unsigned bit = 0;
    for (unsigned i = 0; i < 3; i++)
      if (sm_str_equal((sm_str){at, len}, sm_str_of(words[i]))) bit = 1u << i;
    if (!bit)
      return sm_fail(err, SM_ERROR_USAGE, "-drop: %.*s is none of sentence, names, text", (int)len, at);
    out->drop |= bit;
    at += len + (at[len] == ',');
  }
  return status;
}

static void forget(sm_value *v, sm_strike_column first, sm_strike_column last) {
  for (int c = first; c <= (int)last; c++) v[c] = (sm_value){0};
}

static void forget_claims(const sm_generalisation *how, sm_reading *s) {
  for (size_t i = 0; i < s->n_claims; i++) {
    sm_value *c = s->claims[i].v;
    c[SM_C_BEGIN] = c[SM_C_END] = (sm_value){0};
    if (how->drop & SM_DROP_SENTENCE) c[SM_C_SENTENCE] = (sm_value){0};
    if (how->drop & SM_DROP_NAMES) c[SM_C_CLAIMANT] = (sm_value){0};
  }
}

/// How wide a place of where_prec is, against the level asked.
static bool is_coarser(const sm_value *v, sm_level level) {
  int64_t prec = sm_value_or(v[SM_S_WHERE_PREC], 1);
  if (level == SM_LEVEL_ADM1) return prec == 4 || prec >= 6;
  return prec >= 3;
}

static sm_status to_unit(const sm_gazetteer *gazetteer, sm_place_ref unit, sm_arena *arena, sm_value *v,
                         sm_error *err) {
  sm_place place;
  sm_gazetteer_place(gazetteer, unit, &place);
  bool district = place.kind == SM_KIND_ADM2;
  const char *name = sm_arena_strdup(arena, place.name), *id = sm_arena_strdup(arena, place.id);
  const char *source = sm_arena_strdup(arena, place.source);
  sm_area area = {.kind = SM_AREA_UNIT, .place = unit};
  const char *recipe = sm_area_json(gazetteer, &area, arena);
  if (!name || !id || !source || !recipe) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  v[SM_S_PLACE] = sm_value_text(name);
  v[SM_S_PLACE_ID] = sm_value_text(id);
  v[SM_S_PLACE_SRC] = sm_value_text(source);
  v[SM_S_LON] = sm_value_real(place.inhabited_lon);
  v[SM_S_LAT] = sm_value_real(place.inhabited_lat);
  float radius = place.inhabited_radius_m > 0 ? place.inhabited_radius_m : place.radius_m;
  v[SM_S_RADIUS_M] = sm_value_real(round((double)radius));
  v[SM_S_WHERE_PREC] = sm_value_int(district ? 3 : place.kind == SM_KIND_COUNTRY ? 6 : 4);
  v[SM_S_GEO_PREC] = sm_value_int(district ? 2 : 3);
  v[SM_S_AREA] = sm_value_json(recipe);
  if (!district) forget(v, SM_S_ADM2, SM_S_ADM2_PCODE);
  return SM_OK;
}

/// Middle of the cell of a grid of about 10 km that is the same for everybody.
static void to_cell(sm_value *v) {
  const double CELL_M = 10000, DEGREE_M = 111195, RADIAN = 0.017453292519943295;
  double step = CELL_M / DEGREE_M, lat = (floor(v[SM_S_LAT].r / step) + 0.5) * step;
  double width = step / fmax(cos(lat * RADIAN), 0.01), lon = (floor(v[SM_S_LON].r / width) + 0.5) * width;
  double radius = v[SM_S_RADIUS_M].type == SM_REAL ? v[SM_S_RADIUS_M].r : 0;
  v[SM_S_LON] = sm_value_real(fmin(fmax(lon, -180), 180));
  v[SM_S_LAT] = sm_value_real(fmin(fmax(lat, -90), 90));
  v[SM_S_RADIUS_M] = sm_value_real(radius + round(CELL_M * sqrt(0.5)));
  v[SM_S_WHERE_PREC] = v[SM_S_GEO_PREC] = sm_value_int(2);
  v[SM_S_PLACE] = sm_value_known(v[SM_S_ADM2]) ? v[SM_S_ADM2] : v[SM_S_ADM1];
  forget(v, SM_S_PLACE_ID, SM_S_PLACE_SRC);
  v[SM_S_AREA] = (sm_value){0};
}

static sm_status move(const sm_generalisation *how, const sm_gazetteer *gazetteer, sm_arena *arena,
                      sm_value *v, sm_error *err) {
  if (!sm_value_known(v[SM_S_LON]) || is_coarser(v, how->level)) return SM_OK;
  if (how->level == SM_LEVEL_10KM) {
    to_cell(v);
    return SM_OK;
  }
  sm_location_units units = {0};
  if (gazetteer) units = sm_boundary_locate(gazetteer, v[SM_S_LON].r, v[SM_S_LAT].r);
  sm_place_ref unit = how->level == SM_LEVEL_ADM2 ? units.adm2 : 0;
  if (!unit) unit = units.adm1 ? units.adm1 : units.country ? units.country : units.sea;
  if (unit) return to_unit(gazetteer, unit, arena, v, err);
  forget(v, SM_S_PLACE, SM_S_PLACE_SRC); // nothing known holds it: better no place than the exact one
  forget(v, SM_S_LON, SM_S_LOC_METHOD);
  v[SM_S_AREA] = (sm_value){0};
  return SM_OK;
}

sm_status sm_generalise(const sm_generalisation *how, const sm_gazetteer *gazetteer, sm_arena *arena,
                        sm_reading *s, sm_error *err) {
  if (how->drop & SM_DROP_SENTENCE) forget(s->v, SM_S_SENTENCE, SM_S_SENTENCE);
  if (how->drop & SM_DROP_NAMES) {
    forget(s->v, SM_S_TARGET, SM_S_TARGET);
    forget(s->v, SM_S_SOURCE, SM_S_SOURCE_URL);
  }
  if (how->level == SM_LEVEL_EXACT && !how->drop) return SM_OK;
  forget(s->v, SM_S_WHERE_TEXT, SM_S_WHERE_END);
  forget(s->v, SM_S_EVIDENCE, SM_S_MERGED_WHY);
  forget_claims(how, s);
  return how->level == SM_LEVEL_EXACT ? SM_OK : move(how, gazetteer, arena, s->v, err);
}
