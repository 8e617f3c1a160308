#include "area.h"
#include "collection_private.h"

#include <math.h>

typedef struct target {
  sm_layers *const *layers;
  size_t n;
  const sm_gazetteer *gazetteer;
  sm_area_maker *areas; ///< NULL without a gazetteer
  sm_buffer json;
} target;

static bool wants(const target *t, sm_table_id table) {
  for (size_t i = 0; i < t->n; i++)
    if (sm_layers_of(t->layers[i], table)) return true;
  return false;
}

static sm_status add(const target *t, sm_table_id table, const sm_feature *feature, sm_error *err) {
  for (size_t i = 0; i < t->n; i++) {
    sm_status status = sm_layers_add(t->layers[i], table, feature, err);
    if (status) return status;
  }
  return SM_OK;
}

static bool wants_claims(const target *t, sm_table_id table) {
  for (size_t i = 0; i < t->n; i++)
    if (sm_layers_hold_claims(t->layers[i], table)) return true;
  return false;
}

static double real(sm_value v) {
  return v.type == SM_REAL ? v.r : NAN;
}

static sm_location location_of(const sm_gazetteer *gazetteer, const sm_value *v) {
  sm_str id = sm_value_str(v[SM_S_PLACE_ID]);
  sm_location l = {
      .method = SM_LOC_GAZETTEER,
      .place = gazetteer && id.len ? sm_gazetteer_by_id(gazetteer, id) : 0,
      .lon = real(v[SM_S_LON]),
      .lat = real(v[SM_S_LAT]),
      .radius_m = (float)real(v[SM_S_RADIUS_M]),
      .where_prec = (int)sm_value_or(v[SM_S_WHERE_PREC], 0),
      .area = sm_area_parse(gazetteer, sm_value_str(v[SM_S_AREA])),
  };
  if (l.area.kind == SM_AREA_NONE) l.area = (sm_area){.kind = SM_AREA_DISC, .distance_m = (double)l.radius_m};
  return l;
}

static sm_status add_area(target *t, const sm_value *v, const sm_value *copies, sm_error *err) {
  if (!wants(t, SM_TABLE_AREAS) || !sm_value_known(v[SM_S_LON]) || !t->areas) return SM_OK;
  sm_location location = location_of(t->gazetteer, v);
  sm_outline outline = {0};
  sm_status status = sm_area_outline(t->areas, &location, &outline, err);
  if (!status) status = add(t, SM_TABLE_AREAS, &(sm_feature){.values = copies, .shape = &outline}, err);
  sm_outline_free(&outline);
  return status;
}

static sm_status add_piece(target *t, const sm_value *values, double *xy, sm_error *err) {
  sm_ring line = {.xy = xy, .n = 2};
  sm_outline outline = {&line, 1, true};
  return add(t, SM_TABLE_LINKS, &(sm_feature){.values = values, .shape = &outline}, err);
}

/// A line whose short way crosses the antimeridian is two features, one on each side (RFC 7946, 3.1.9).
static sm_status add_line(target *t, const sm_value *values, double x0, double y0, double x1, double y1,
                          sm_error *err) {
  if (fabs(x1 - x0) <= 180) return add_piece(t, values, (double[]){x0, y0, x1, y1}, err);
  double side = x0 < 0 ? -180 : 180, beyond = x1 + 2 * side; // x1 as seen from x0's side
  double y = y0 + (y1 - y0) * (side - x0) / (beyond - x0);
  sm_status status = SM_OK;
  if (x0 != side) status = add_piece(t, values, (double[]){x0, y0, side, y}, err);
  if (!status && x1 != -side) status = add_piece(t, values, (double[]){-side, y, x1, y1}, err);
  return status;
}

/// From the attacker's country (its inhabited centre: where exactly nobody says) to the strike.
static sm_status add_link(target *t, const sm_value *v, const sm_value *copies, sm_error *err) {
  sm_str iso3 = sm_value_str(v[SM_S_ATTACKER_ISO3]);
  if (!wants(t, SM_TABLE_LINKS) || !t->gazetteer || !iso3.len || !sm_value_known(v[SM_S_LON])) return SM_OK;
  if (sm_str_equal(iso3, sm_value_str(v[SM_S_ISO3]))) return SM_OK;
  sm_place_ref country = sm_gazetteer_country(t->gazetteer, iso3.ptr);
  if (!country) return SM_OK;
  sm_place place;
  char name[256];
  sm_gazetteer_place(t->gazetteer, country, &place);
  size_t len = place.name.len < sizeof name ? place.name.len : 0;
  memcpy(name, place.name.ptr, len);
  name[len] = 0;
  sm_value values[SM_LINK_N];
  memcpy(values, copies, SM_AREA_N * sizeof *values);
  values[SM_AREA_N] = sm_value_text(name);
  values[SM_AREA_N + 1] = v[SM_S_ATTACKER_ISO3];
  values[SM_AREA_N + 2] = sm_value_text("country");
  return add_line(t, values, place.inhabited_lon, place.inhabited_lat, v[SM_S_LON].r, v[SM_S_LAT].r, err);
}

static sm_status add_claims(target *t, const sm_reading *s, sm_error *err) {
  sm_status status = SM_OK;
  if (!wants(t, SM_TABLE_CLAIMS)) return SM_OK;
  for (size_t i = 0; !status && i < s->n_claims; i++)
    status = add(t, SM_TABLE_CLAIMS, &(sm_feature){.values = s->claims[i].v}, err);
  return status;
}

/// The row of a strike or reading, with its claims as JSON where a format wants them inside.
static sm_status add_point(target *t, sm_table_id table, const sm_reading *s, sm_error *err) {
  if (!wants(t, table)) return SM_OK;
  sm_feature feature = {.values = s->v, .lon = real(s->v[SM_S_LON]), .lat = real(s->v[SM_S_LAT])};
  if (!wants_claims(t, table)) return add(t, table, &feature, err);
  sm_buffer_clear(&t->json);
  sm_claims_json(s->claims, s->n_claims, &t->json);
  sm_buffer_add_char(&t->json, 0);
  if (t->json.failed) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  feature.claims = sm_buffer_str(&t->json);
  return add(t, table, &feature, err);
}

static sm_status write_strike(target *t, const sm_reading *s, sm_error *err) {
  const sm_strike_column *from = sm_area_from();
  sm_value copies[SM_AREA_N];
  for (int i = 0; i < SM_AREA_N; i++) copies[i] = s->v[from[i]];
  sm_status status = add_point(t, SM_TABLE_STRIKES, s, err);
  if (!status) status = add_area(t, s->v, copies, err);
  if (!status) status = add_link(t, s->v, copies, err);
  return status ? status : add_claims(t, s, err);
}

static sm_status write_strikes(sm_collection *c, target *t, sm_error *err) {
  sm_status status = SM_OK;
  for (size_t i = 0; !status && i < c->merged.n; i++)
    if (!c->dropped[i]) status = write_strike(t, c->merged.strikes[i], err);
  return status;
}

/// A reading names the strike that it became part of. A repeated reading is written once.
static sm_status write_readings(sm_collection *c, target *t, sm_error *err) {
  sm_status status = SM_OK;
  if (!wants(t, SM_TABLE_READINGS)) return SM_OK;
  for (size_t i = 0; !status && i < c->n_readings; i++) {
    sm_reading row = *c->readings[i];
    row.v[SM_S_STRIKE_ID] = c->merged.strikes[c->merged.strike_of[i]]->v[SM_S_STRIKE_ID];
    status = add_point(t, SM_TABLE_READINGS, &row, err);
  }
  return status;
}

static sm_status write_reports(sm_collection *c, target *t, sm_error *err) {
  const sm_generalisation *g = &c->options.generalise;
  sm_status status = SM_OK;
  for (size_t i = 0; !status && i < c->n_reports; i++) {
    sm_report_row row = c->reports[i];
    if (g->level || g->drop & SM_DROP_TEXT) row.v[SM_R_TEXT] = (sm_value){0};
    if (g->drop & SM_DROP_NAMES) row.v[SM_R_TITLE] = row.v[SM_R_SOURCE] = row.v[SM_R_URL] = (sm_value){0};
    status = add(t, SM_TABLE_REPORTS, &(sm_feature){.values = row.v}, err);
  }
  return status;
}

/// What would give an exact place away is not written with generalised strikes.
static sm_status write_rest(sm_collection *c, target *t, sm_error *err) {
  sm_status status = SM_OK;
  for (size_t i = 0; !status && i < c->n_mentions; i++) {
    const sm_mention_row *m = &c->mentions[i];
    status = add(t, SM_TABLE_MENTIONS, &(sm_feature){.values = m->v, .lon = m->lon, .lat = m->lat}, err);
  }
  for (size_t i = 0; !status && i < c->n_corrections; i++)
    status = add(t, SM_TABLE_CORRECTIONS, &(sm_feature){.values = c->corrections[i].v}, err);
  return status;
}

sm_status sm_collection_write(sm_collection *c, sm_layers *const *layers, size_t n, sm_error *err) {
  target t = {.layers = layers, .n = n, .gazetteer = c->options.gazetteer};
  sm_status status = SM_OK;
  if (t.gazetteer && wants(&t, SM_TABLE_AREAS)) status = sm_area_maker_new(t.gazetteer, &t.areas, err);
  if (!status) status = write_strikes(c, &t, err);
  bool exact = !c->options.generalise.level && !c->options.generalise.drop;
  if (!status && exact) status = write_readings(c, &t, err);
  if (!status && exact) status = write_rest(c, &t, err);
  if (!status) status = write_reports(c, &t, err);
  if (t.areas) sm_area_maker_free(t.areas);
  sm_buffer_free(&t.json);
  return status;
}
