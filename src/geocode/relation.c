// A location from a mention and what the words round it say.
#include "relation.h"

#include <math.h>

#include "boundary.h"
#include "fold.h"
#include "part.h"
#include "resolve.h"
#include "said.h"
#include "surroundings.h"

void sm_set_units(const sm_place *place, sm_location *location) {
  location->country = place->country;
  location->adm1 = place->adm1;
  location->adm2 = place->adm2;
  memcpy(location->iso3, place->iso3, sizeof location->iso3);
}

static int precision_of(sm_place_kind kind) {
  switch (kind) {
  case SM_KIND_COUNTRY:
    return 6;
  case SM_KIND_ADM1:
  case SM_KIND_REGION:
    return 4;
  case SM_KIND_ADM2:
    return 3;
  case SM_KIND_SEA:
  case SM_KIND_STRAIT:
    return 7;
  case SM_KIND_RIVER:
  case SM_KIND_BORDER:
    return 5;
  default:
    return 1;
  }
}

/// Metres that hold 9 in 10 strikes round what was named, set on dronedb and pitf_a (strikes within 161 km of
/// it).
enum {
  TOWN_REACH = 15000,
  DOUBTFUL_REACH = 25000,
  VERY_DOUBTFUL_REACH = 45000,
  SITE_REACH = 8000,
  UNLISTED_REACH = 40000,
  BESIDE_REACH = 30000, ///< of a town told right behind (52 villages of the reading sets and the own reports, 9 in 10 within 46 km)
  LARGE_TOWN_REACH = 20000,
  NEAR_REACH = 25000,
  OUTSKIRTS_REACH = 8000,
  ONE_END_REACH = 40000, ///< from the one end of a road that is known
  APART_REACH = 105000, ///< of a town told in another paragraph (170 villages of the reading sets and the own reports: 7 in 10 within 55 km, 5 in 6 within 120)
  DATELINE_REACH = 120000, ///< of what a local paper writes of (8 villages of the reading sets and the own reports, 7 within 75 km)
  UNTOLD_REACH = 30000, ///< more for a village "north of X"
  WIDE = 30000,         ///< that what the report tells near by may narrow
  CLOSE = 6000,        ///< beyond a town's own extent, of what lies "just south of" it
  TOWNSHIP_REACH = 45000 ///< Myanmar's townships, the parts of its districts, have 2,050 square kilometres on average
};

/// Confidence of a mention below which its place is doubtful.
static const float DOUBTFUL = 0.8f, VERY_DOUBTFUL = 0.6f;

static float town_radius(const sm_place *p) {
  float base = p->kind == SM_KIND_CITY ? TOWN_REACH : SITE_REACH;
  return p->radius_m > base ? p->radius_m : base;
}

/// What no gazetteer knows lies farther out in its province than the places that one knows (dronedb, pitf_a).
static const float REMOTE = 1.2f;

/// ... and wars are fought at the ends of a country, far from most people: of 61 places told by it alone 41 lay within REMOTE, 47 within this (dronedb, pitf_a, own).
static const float REMOTE_IN_COUNTRY = 1.6f;

/// Events in a district reach farther than its known places: by 1.42 on ucdp_pak_a (9 in 10 of 1,425 rows).
static const float DISTRICT_REACH = 1.45f;

static void as_place(const sm_geocoder *g, sm_place_ref ref, sm_location *l) {
  sm_place p;
  sm_gazetteer_place(g->gazetteer, ref, &p);
  l->method = SM_LOC_GAZETTEER;
  l->place = ref;
  l->name = p.name;
  l->where_prec = precision_of(p.kind);
  l->geo_prec = l->where_prec <= 2 ? 1 : l->where_prec == 3 ? 2 : 3;
  sm_set_units(&p, l);
  if (!l->adm2 && l->adm1 && l->where_prec <= 2) { // rows of own tables tell no district
    const sm_location_units around = sm_boundary_locate(g->gazetteer, p.lon, p.lat);
    if (around.adm1 == l->adm1) l->adm2 = around.adm2;
  }
  bool unit = p.kind == SM_KIND_COUNTRY || p.kind == SM_KIND_ADM1 || p.kind == SM_KIND_ADM2;
  l->lon = unit ? p.inhabited_lon : p.lon;
  l->lat = unit ? p.inhabited_lat : p.lat;
  l->radius_m = unit && p.inhabited_radius_m > 0 ? p.inhabited_radius_m
                : unit || l->where_prec > 2      ? p.radius_m
                                                 : town_radius(&p);
  if (p.kind == SM_KIND_ADM2) l->radius_m *= DISTRICT_REACH;
  bool outline = p.flags & SM_PLACE_HAS_POLYGON && l->where_prec > 2;
  l->area = (sm_area){.kind = outline ? SM_AREA_UNIT : SM_AREA_DISC, .place = ref};
  if ((p.kind == SM_KIND_ADM2 || p.kind == SM_KIND_RIVER) && outline) l->area.buffer_m = 5000;
}

sm_status sm_locate_unit(const sm_gazetteer *gazetteer, sm_place_ref unit, sm_span where, sm_location *out,
                         sm_error *err) {
  (void)err;
  *out = (sm_location){
      .lon = NAN, .lat = NAN, .radius_m = NAN, .where = where, .reason = "the unit that the report names"};
  if (!unit) return SM_OK;
  sm_geocoder g = {.gazetteer = gazetteer};
  as_place(&g, unit, out);
  out->method = SM_LOC_INFERRED;
  out->conf = 0.8f;
  return SM_OK;
}

/// Move the location and give it units by the map where it comes to lie.
static void move_to(const sm_geocoder *g, sm_location *l, double lon, double lat) {
  l->lon = lon;
  l->lat = lat;
  sm_location_units u = sm_boundary_locate(g->gazetteer, lon, lat);
  if (!u.country) return;
  if (u.country != l->country) {
    sm_place p;
    sm_gazetteer_place(g->gazetteer, u.country, &p);
    memcpy(l->iso3, p.iso3, sizeof l->iso3);
  }
  l->country = u.country;
  l->adm1 = u.adm1;
  l->adm2 = u.adm2;
}

/// Move the location within the unit or city that it is told by: which unit below that one is not known.
static void move_within(const sm_geocoder *g, sm_location *l, double lon, double lat) {
  const sm_location told = *l;
  const uint8_t kind = l->place ? sm_gazetteer_brief(g->gazetteer, l->place).kind : SM_KIND_UNKNOWN;
  move_to(g, l, lon, lat);
  if (kind != SM_KIND_COUNTRY && kind != SM_KIND_REGION && kind != SM_KIND_ADM1 && kind != SM_KIND_CITY) return;
  l->adm1 = told.adm1;
  l->adm2 = told.adm2;
}

/// The unit of a town that its sentence names: "west of Jaar, in Abyan province"; 0 none.
static sm_place_ref unit_told(const sm_context *w, const sm_location *l) {
  const sm_mention *m = &w->m->items[w->index];
  size_t i = w->index;
  while (i > 0 && w->m->items[i - 1].sentence == m->sentence) i--;
  for (; l->adm1 && i < w->m->n && w->m->items[i].sentence == m->sentence; i++)
    if (w->m->items[i].place == l->adm1 && w->m->items[i].role == SM_ROLE_LITERAL) return l->adm1;
  return 0;
}

/// "east of Khan Yunis" is not over the border, nor out of the unit that is told (0 none): nearer by, or by the slack of a distance that is told.
static void keep_inside(const sm_geocoder *g, const sm_said *s, const sm_location *l, sm_place_ref unit, double *distance, double *lon, double *lat) {
  static const double TURNS[] = {0, -15, 15, -30, 30}, NEARER[] = {1, 0.6, 0.36, 0.22, 0.13}, ABOUT[] = {1, 0.8, 1.2};
  const bool told = s->distance_m > 0;
  for (size_t k = 0; k < (told ? 3 : 5); k++)
    for (size_t turn = 0; turn < (told ? 5 : 1); turn++) {
      const double away = *distance * (told ? ABOUT[k] : NEARER[k]);
      double x, y;
      sm_sphere_destination(l->lon, l->lat, s->azimuth + TURNS[turn], away, &x, &y);
      const sm_place_ref country = sm_boundary_country(g->gazetteer, x, y);
      if (country && country != l->country) continue;
      if (unit && sm_boundary_locate(g->gazetteer, x, y).adm1 != unit) continue;
      *lon = x, *lat = y, *distance = told ? *distance : away;
      return;
    }
  if (!told) *lon = l->lon, *lat = l->lat, *distance *= NEARER[4]; // the border runs past the last houses
}

static float extent_of(const sm_geocoder *g, sm_place_ref place) {
  sm_place p;
  sm_gazetteer_place(g->gazetteer, place, &p);
  return p.radius_m;
}

/// "20 km north of X": distances are told from the centre, as the crow flies or by road: a quarter either
/// way.
static void as_offset(const sm_context *w, const sm_said *s, sm_location *l) {
  const sm_geocoder *g = w->g;
  const sm_place_ref unit = unit_told(w, l);
  bool aimed = !isnan(s->azimuth);
  double distance = s->distance_m > 0 ? s->distance_m : s->close ? extent_of(g, l->place) + CLOSE : l->radius_m + 9000;
  double spread = s->distance_m > 0 ? 0.25 * distance + 3000 + s->loose_m : 0.8 * distance;
  float extent = l->radius_m < 15000 ? l->radius_m : 15000;
  l->method = SM_LOC_RELATION;
  l->where_prec = l->where_prec > 2 ? l->where_prec : 2;
  l->geo_prec = l->geo_prec > 2 ? l->geo_prec : 2;
  if (!aimed) {
    l->radius_m = (float)(distance + spread) + extent * 0.3f;
    l->area = (sm_area){.kind = SM_AREA_DISC, .place = l->place};
    return;
  }
  double lon, lat;
  sm_sphere_destination(l->lon, l->lat, s->azimuth, distance, &lon, &lat);
  if (l->country) keep_inside(g, s, l, unit, &distance, &lon, &lat);
  double lateral = distance * 0.45;
  l->radius_m = (float)hypot(spread, lateral) + extent * (s->distance_m > 0 ? 0.3f : 0.5f);
  l->area = (sm_area){.kind = SM_AREA_SECTOR,
                      .place = l->place,
                      .distance_m = distance,
                      .spread_m = spread,
                      .azimuth = s->azimuth,
                      .azimuth_spread = 30};
  const sm_place_ref country = l->country;
  if (lon != l->lon || lat != l->lat) move_to(g, l, lon, lat);
  if (unit && l->country == country && l->adm1 != unit) l->adm1 = unit, l->adm2 = 0;
}

static void as_part(const sm_geocoder *g, const sm_said *s, sm_location *l) {
  sm_place p;
  sm_gazetteer_place(g->gazetteer, l->place, &p);
  bool polygon = p.flags & SM_PLACE_HAS_POLYGON;
  double reach = polygon && p.inhabited_radius_m > 0 ? p.inhabited_radius_m : p.radius_m, lon, lat;
  if (polygon) {
    float radius_m;
    if (!sm_middle_of_part(g, l, s->azimuth, reach, &lon, &lat, &radius_m)) return;
    l->radius_m = fminf(fmaxf(radius_m, 0.3f * l->radius_m), 0.75f * l->radius_m);
  } else
    sm_sphere_destination(l->lon, l->lat, s->azimuth, reach * 0.5, &lon, &lat);
  l->method = SM_LOC_RELATION;
  l->area = (sm_area){.kind = polygon ? SM_AREA_PART : SM_AREA_DISC,
                      .place = l->place,
                      .azimuth = s->azimuth,
                      .azimuth_spread = 60};
  move_within(g, l, lon, lat);
}

/// The province or district that bears a city's name and reaches well beyond it: villages "in Deir ez-Zor"
/// lie there. 0 none.
static sm_place_ref countryside_of(const sm_geocoder *geocoder, sm_place_ref city) {
  const sm_gazetteer *g = geocoder->gazetteer;
  sm_place_brief b = sm_gazetteer_brief(g, city);
  uint64_t name = b.kind == SM_KIND_CITY ? sm_name_key(sm_gazetteer_name(g, city), NULL) : 0;
  const sm_place_ref units[] = {b.adm2, b.adm1};
  for (size_t i = 0; name && i < sizeof units / sizeof units[0]; i++) {
    if (!units[i] || sm_name_key(sm_gazetteer_name(g, units[i]), NULL) != name) continue;
    sm_location l = {.lon = NAN};
    as_place(geocoder, units[i], &l);
    if (l.radius_m > UNLISTED_REACH) return units[i];
  }
  return 0;
}

static void as_near(sm_location *l, int relation) {
  float extent = l->radius_m, town = fminf(extent, LARGE_TOWN_REACH); // a doubtful place has a wide radius by itself
  if (l->where_prec > 2) return;
  l->method = SM_LOC_RELATION;
  l->where_prec = 2;
  l->geo_prec = relation == SM_REL_NEAR ? 2 : 1;
  l->radius_m = fmaxf(extent, town + (relation != SM_REL_NEAR ? OUTSKIRTS_REACH : NEAR_REACH));
  l->area = (sm_area){.kind = SM_AREA_DISC, .place = l->place};
}

static void as_between(const sm_geocoder *g, const sm_mention *a, const sm_mention *b, sm_location *l) {
  double d = sm_sphere_distance(a->lon, a->lat, b->lon, b->lat);
  if (d > 600e3) return;
  l->method = SM_LOC_BETWEEN;
  l->where_prec = 5;
  l->geo_prec = d < 60e3 ? 2 : 3;
  l->radius_m = (float)(d / 2 * 0.95 + 5000);
  l->area =
      (sm_area){.kind = SM_AREA_BETWEEN, .place = a->place, .other = b->place, .spread_m = d * 0.2 + 4000};
  double dlon = b->lon - a->lon;
  if (dlon > 180) dlon -= 360;
  if (dlon < -180) dlon += 360;
  move_to(g, l, a->lon + dlon / 2, (a->lat + b->lat) / 2);
}

sm_status sm_locate_border(const sm_gazetteer *gazetteer, sm_place_ref unit, sm_place_ref other,
                           sm_span where, sm_location *out, sm_error *err) {
  sm_status status = sm_locate_unit(gazetteer, unit, where, out, err);
  sm_border_strip strip = {0};
  if (status == SM_OK && unit) status = sm_boundary_strip(gazetteer, unit, other, &strip, err);
  if (status != SM_OK || strip.reach_m <= 0) return status;
  sm_geocoder g = {.gazetteer = gazetteer};
  move_within(&g, out, strip.lon, strip.lat);
  out->method = SM_LOC_BORDER;
  out->where_prec = 5;
  out->geo_prec = 3;
  out->radius_m = (float)(strip.reach_m + SM_STRIP_M / 2);
  out->area = (sm_area){.kind = SM_AREA_BORDER, .place = unit, .other = other, .distance_m = SM_STRIP_M};
  out->reason = "a place along the border of this unit";
  return SM_OK;
}

static sm_place_ref country_of(const sm_context *w, const sm_mention *m) {
  return m->place ? sm_gazetteer_brief(w->g->gazetteer, m->place).country : 0;
}

static sm_status as_border(const sm_context *w, const sm_said *s, sm_location *l, sm_error *err) {
  const sm_mention *m = &w->m->items[w->index];
  const sm_mention *other = s->other ? &w->m->items[s->other - 1] : NULL;
  uint8_t kind = sm_gazetteer_brief(w->g->gazetteer, m->place).kind;
  if (kind != SM_KIND_COUNTRY && kind != SM_KIND_ADM1) {
    as_near(l, SM_REL_NEAR);
    return SM_OK;
  }
  sm_location border;
  sm_place_ref far = other ? country_of(w, other) : 0;
  sm_status status =
      sm_locate_border(w->g->gazetteer, m->place, far == l->country ? 0 : far, l->where, &border, err);
  if (status == SM_OK && border.method == SM_LOC_BORDER) {
    border.conf = l->conf;
    *l = border;
  }
  return status;
}

static void as_coast(const sm_geocoder *g, sm_location *l, double distance) {
  if (distance <= 0) distance = 60000;
  for (double d = 5000; d <= 160000; d += 5000)
    for (int k = 0; k < 16; k++) {
      double x, y;
      sm_sphere_destination(l->lon, l->lat, 22.5 * k, d, &x, &y);
      if (sm_boundary_country(g->gazetteer, x, y)) continue;
      sm_sphere_destination(x, y, 22.5 * k, distance * 0.4, &l->lon, &l->lat);
      l->method = SM_LOC_RELATION;
      l->where_prec = 7;
      l->geo_prec = 3;
      l->radius_m =
          (float)fmax(distance + d * 0.5, l->where_prec > 2 && l->radius_m > 100e3 ? l->radius_m * 0.8 : 0);
      l->area = (sm_area){.kind = SM_AREA_COAST, .place = l->place, .distance_m = distance};
      return;
    }
}

/// "southern Kandahar province": the adjective tells where the province lies in its country, as it does there.
static bool is_lie_of_unit(const sm_context *w, const sm_mention *m, const sm_said *s, const sm_location *l) {
  static const double DEGREE = 0.0174532925199433, WITHIN = 60;
  sm_place unit, country;
  sm_gazetteer_place(w->g->gazetteer, l->place, &unit);
  uint8_t next = sm_context_cue(w, m->last, SM_CUE_UNIT) | sm_context_cue(w, m->last - 1, SM_CUE_UNIT);
  if (unit.kind != SM_KIND_ADM1 || (next & SM_UNIT_KIND) != SM_KIND_ADM1 || !l->country) return false;
  sm_gazetteer_place(w->g->gazetteer, l->country, &country);
  double east = (unit.inhabited_lon - country.inhabited_lon) * cos(country.inhabited_lat * DEGREE), north = unit.inhabited_lat - country.inhabited_lat;
  double off = fabs(remainder(atan2(east, north) / DEGREE - s->azimuth, 360));
  return off <= WITHIN;
}

static sm_status apply(const sm_context *w, const sm_said *s, sm_location *l, sm_error *err) {
  const sm_mention *m = &w->m->items[w->index];
  if (s->relation == SM_REL_BETWEEN && s->other && w->m->items[s->other - 1].place) {
    as_between(w->g, m, &w->m->items[s->other - 1], l);
    return SM_OK;
  }
  if (s->relation == SM_REL_BETWEEN && s->other && l->where_prec <= 2) {
    as_near(l, SM_REL_NEAR);
    l->radius_m = fmaxf(l->radius_m, TOWN_REACH + ONE_END_REACH);
    return SM_OK;
  }
  if (s->relation == SM_REL_BORDER ||
      (s->relation == SM_REL_INSIDE && s->distance_m > 0 && l->where_prec == 6))
    return as_border(w, s, l, err);
  sm_place_ref unit = s->relation == SM_REL_COUNTRYSIDE ? countryside_of(w->g, m->place) : 0;
  if (unit) {
    as_place(w->g, unit, l), l->name = sm_gazetteer_name(w->g->gazetteer, m->place);
    if (s->part && !isnan(s->azimuth)) as_part(w->g, s, l);
  }
  else if (s->relation == SM_REL_COAST && l->where_prec != 7) {
    if (s->part && !isnan(s->azimuth)) as_part(w->g, s, l); // "off the western coast of"
    as_coast(w->g, l, s->distance_m);
  }
  else if (s->part && !isnan(s->azimuth) && is_lie_of_unit(w, m, s, l))
    return SM_OK;
  else if (s->part && !isnan(s->azimuth))
    as_part(w->g, s, l);
  else if (!s->part && (!isnan(s->azimuth) || s->distance_m > 0) && l->where_prec <= 3)
    as_offset(w, s, l);
  else if (s->relation == SM_REL_NEAR || s->relation == SM_REL_OUTSKIRTS || s->relation == SM_REL_COUNTRYSIDE)
    as_near(l, s->relation);
  return SM_OK;
}

/// What the words between a name in no gazetteer and its holder say: "X, 40 km south of Y", "X in northern
/// Y"; "southern Y's X", "the southern Y town of X". of: at the holder.
static sm_said read_between(const sm_context *of, const sm_mention *m, const sm_mention *holder) {
  enum { TOWN_OF = 2 };
  sm_said none = {.azimuth = NAN};
  const bool leads = holder->last <= m->first && m->first - holder->last <= TOWN_OF;
  if (holder->sentence != m->sentence || (holder->first < m->last && !leads)) return none;
  sm_said how = sm_read_relation(of);
  if (leads) return how.part && !isnan(how.azimuth) ? how : none;
  return how.begin < m->last || how.relation == SM_REL_BETWEEN ? none : how;
}

/// ", on the north-eastern coast", ", a village in the north": the part of the country that lies round a name, told without the country.
static sm_said read_side(const sm_context *w, const sm_mention *m) {
  enum { WORDS = 4 };
  sm_said s = {.azimuth = NAN};
  uint32_t i = m->last;
  if (i >= w->last || w->t[i].sign != ',') return s;
  static const char *const far[] = {"far", "extreme", "remote"};
  for (i++; i < w->last && i < m->last + WORDS && !(sm_context_cue(w, i, SM_CUE_PREPOSITION) && sm_context_cue(w, i + 1, SM_CUE_CONNECTOR) & SM_JOIN_ARTICLE); i++)
    if (!w->t[i].key) return s;
  static const char *const lead[] = {"in", "on"};
  static const char *const side[] = {"coast", "part", "corner", "tip", "end"};
  if (i + 2 >= w->last || !SM_TOKEN_READS_ANY(w->doc, i, lead)) return s;
  const uint32_t end = sm_read_direction(w, i + 2 + SM_TOKEN_READS_ANY(w->doc, i + 2, far), &s);
  if (!end) return s;
  const uint32_t after = SM_TOKEN_READS_ANY(w->doc, end, side) ? end + 1 : end;
  const bool whole = after >= w->last || !w->t[after].key; // not "in the north of X", "in the northern town"
  return whole ? (s.part = true, s) : (sm_said){.azimuth = NAN};
}

static bool is_offset(const sm_said *s) {
  return !s->part && (!isnan(s->azimuth) || s->distance_m > 0);
}

/// "the Qissa Khwani bazaar": a market of a city, where a small town's name may end so too.
static bool is_bazaar(const sm_context *w, const sm_mention *m) {
  static const char *const words[] = {"bazaar", "bazar", "bazaars", "souk", "souq"};
  if (m->last >= w->last) return false;
  const sm_str next = {w->doc->report.text.ptr + w->t[m->last].begin, w->t[m->last].end - w->t[m->last].begin};
  for (size_t k = 0; k < sizeof words / sizeof words[0]; k++)
    if (sm_str_equal(next, sm_str_of(words[k]))) return true;
  return false;
}

/// "X, a northern suburb of Y", "the Y suburb of X", "X in the north of Y" of a capital or a city of a million: a part of the town or at its edge.
static bool is_in_or_by_town(const sm_context *w, const sm_mention *m, const sm_mention *holder, const sm_place_brief *town) {
  enum { WORDS = 8, MILLION = 1000000 };
  static const char *const suburb[] = {"suburb", "suburbs", "Suburb"};
  if (town->kind != SM_KIND_CITY || holder->sentence != m->sentence) return false;
  const uint32_t from = m->last <= holder->first ? m->last : holder->last, to = m->last <= holder->first ? holder->first : m->first;
  if (to - from > WORDS) return false;
  for (uint32_t k = from; k < to; k++)
    if (SM_TOKEN_READS_ANY(w->doc, k, suburb)) return true;
  if (m->last > holder->first || !(town->flags & SM_PLACE_CAPITAL || town->population >= MILLION)) return false;
  const sm_context of = {w->g, w->doc, w->t, w->first, w->last, w->m, (size_t)(holder - w->m->items)};
  const sm_said how = sm_read_relation(&of);
  return how.part && !isnan(how.azimuth);
}

/// How far a name in no gazetteer may lie from the town that holds it: a quarter lies in it, a market or hospital mostly does, a village
/// anywhere around (dronedb, pitf_a).
static float reach_beyond(const sm_context *w, const sm_mention *m, const sm_mention *holder) {
  enum { PART_REACH = 2000, IN_TOWN_REACH = 15000, LARGE = 100000, BESIDE = 8 };
  uint8_t after = sm_context_cue(w, m->last, SM_CUE_UNIT), own = m->last > m->first + 1 ? sm_context_cue(w, m->last - 1, SM_CUE_UNIT) : 0;
  uint8_t before = m->first > w->first + 1 && (sm_context_cue(w, m->first - 1, SM_CUE_PREPOSITION) & 15) == SM_PREP_OF ? sm_context_cue(w, m->first - 2, SM_CUE_UNIT) : 0;
  if ((after | before | own) & SM_UNIT_PART) return PART_REACH;
  if (sm_is_told_here(w->g, w->doc, m) || (sm_part_told(w->g, w->doc, m) == SM_TOWN_PART_SURELY && sm_gazetteer_brief(w->g->gazetteer, holder->place).kind == SM_KIND_CITY)) return IN_TOWN_REACH;
  const sm_place_brief b = sm_gazetteer_brief(w->g->gazetteer, holder->place);
  const bool owned = holder->last + 1 == m->first && w->doc->tokens.items[holder->last].flags & SM_TOKEN_CLITIC;
  if (is_in_or_by_town(w, m, holder, &b)) return IN_TOWN_REACH;
  if (owned && b.kind == SM_KIND_CITY && b.flags & SM_PLACE_CAPITAL) return IN_TOWN_REACH; // "Tripoli's Ain Zara", where "Aleppo's Atareb" is of the province
  if (b.kind == SM_KIND_MOUNTAIN || b.kind == SM_KIND_ISLAND) return fminf(UNLISTED_REACH, 0.5f * holder->radius_m); // "in Jabal al-Zawiya"
  const bool beside = holder->sentence == m->sentence && holder->first >= m->last && holder->first - m->last <= BESIDE;
  const float unlisted = beside ? BESIDE_REACH : UNLISTED_REACH;
  uint8_t unit = (after ? after : own ? own : before) & SM_UNIT_KIND; // "the commercial district of Karradah"
  bool large = b.population >= LARGE;
  const bool site = (after & SM_UNIT_KIND) == SM_KIND_SITE || (own & SM_UNIT_KIND) == SM_KIND_SITE || (before & SM_UNIT_KIND) == SM_KIND_SITE; // "the Brewery Road area"
  enum { VERY_LARGE = 500000 };
  return site || (unit == SM_KIND_ADM2 && large) || (unit == SM_KIND_REGION && b.population >= VERY_LARGE) || (large && is_bazaar(w, m)) ? IN_TOWN_REACH : unlisted;
}

/// "Kirkuk - A bomb in al-Nasr neighborhood", "Fallujah: mortars hit al-Karma area": a part of the town that heads the item, no village of the
/// province that a paper's dateline tells.
static bool is_part_of_label(const sm_context *w, const sm_mention *m, const sm_mention *holder) {
  const uint8_t unit = sm_context_cue(w, m->last, SM_CUE_UNIT);
  const sm_token *t = w->doc->tokens.items, *after = holder->last < w->doc->tokens.n ? &t[holder->last] : NULL;
  const bool label = after && (after->sign == '-' || after->sign == '_' || after->sign == ':') && t[holder->first].flags & SM_TOKEN_LINE_START;
  static const char *const city[] = {"city", "town", "capital"};
  const uint32_t k = m->last;
  if (unit && k + 3 < w->doc->tokens.sentences[m->sentence].last && sm_context_cue(w, k + 1, SM_CUE_PREPOSITION) == SM_PREP_OF && SM_TOKEN_READS_ANY(w->doc, k + 3, city)) return true; // "the Kuibyshev district of the city"
  return sm_part_told(w->g, w->doc, m) == SM_TOWN_PART_SURELY || (label && unit & SM_UNIT_KIND && !(sm_gazetteer_brief(w->g->gazetteer, holder->place).flags & SM_PLACE_CAPITAL));
}

/// "between Sevare and Douentza" where only the second is listed: near that one, as far off as the other end may be. False: not so told.
static bool as_other_end(const sm_context *w, const sm_mention *m, const sm_mention *holder, sm_location *l) {
  const sm_said how = sm_read_relation(w);
  const sm_mention *other = how.relation == SM_REL_BETWEEN && how.other ? &w->m->items[how.other - 1] : NULL;
  if (!other || !other->place || (other->flags & SM_MENTION_GUESS && other->container)) return false;
  const sm_place_brief held = sm_gazetteer_brief(w->g->gazetteer, holder ? holder->place : 0), end = sm_gazetteer_brief(w->g->gazetteer, other->place);
  const bool wide = !held.kind || held.kind == SM_KIND_COUNTRY || held.kind == SM_KIND_ADM1;
  if (end.kind != SM_KIND_CITY || (other != holder && (!wide || (held.country && held.country != end.country)))) return false;
  as_place(w->g, other->place, l);
  as_near(l, SM_REL_NEAR);
  l->radius_m = fmaxf(l->radius_m, TOWN_REACH + ONE_END_REACH);
  l->method = SM_LOC_INFERRED;
  l->place = 0;
  l->conf = 0.8f * other->conf;
  l->reason = "in no gazetteer; placed by the other end of the way told";
  l->name = sm_mention_text(w->doc, m);
  return true;
}

/// "Shwebo township": the part around its seat of the district that bears its name.
static void as_township(const sm_context *w, const sm_mention *m, sm_location *l) {
  static const char *const words[] = {"township", "Township", "townships", "Townships"};
  const uint32_t own = m->last > m->first + 1 ? m->last - 1 : m->last;
  if (l->where_prec != 3 || (!(m->last < w->doc->tokens.n && SM_TOKEN_READS_ANY(w->doc, m->last, words)) && !SM_TOKEN_READS_ANY(w->doc, own, words))) return;
  sm_place p;
  sm_gazetteer_place(w->g->gazetteer, m->place, &p);
  if (p.kind != SM_KIND_ADM2 || l->radius_m <= TOWNSHIP_REACH) return;
  l->lon = p.lon, l->lat = p.lat;
  l->radius_m = TOWNSHIP_REACH;
  l->area = (sm_area){.kind = SM_AREA_DISC, .place = m->place};
}

static bool is_city(const sm_context *w, const sm_mention *m) { return sm_gazetteer_brief(w->g->gazetteer, m->place).kind == SM_KIND_CITY; }

/// How a name in no gazetteer came by what holds it: the text says so, it is the likeliest, or the likeliest of a country that is known otherwise (where a like
/// spelling says nothing).
typedef enum held_by { HELD_BY_TEXT, HELD_LIKELY, HELD_IN_COUNTRY } held_by;

/// The location of a name in no gazetteer: that of what holds it, with the whole holder as its area. wide: the holder, where what else the report
/// tells may narrow that, or NULL.
static sm_status as_whole(const sm_context *w, const sm_mention *m, const sm_mention *holder, held_by by, sm_location *l, const sm_mention **wide, sm_error *err) {
  *wide = NULL;
  bool told = by == HELD_BY_TEXT;
  if (as_other_end(w, m, holder, l)) return SM_OK;
  sm_status status = SM_OK;
  sm_place_ref variant = holder && by != HELD_IN_COUNTRY ? sm_variant_within(w->g, w->doc, m, holder->place) : 0;
  const uint32_t finer = holder && !variant ? sm_finer_holder(w->g, w->doc, w->m, m, holder->place) : 0;
  if (finer) holder = &w->m->items[finer - 1], told = false;
  if (variant) {
    as_place(w->g, variant, l);
    if (l->where_prec < 3) l->radius_m = fmaxf(l->radius_m, DOUBTFUL_REACH);
    l->conf = 0.8f * holder->conf;
    const sm_said how = sm_read_relation(w);
    l->where = (sm_span){w->t[how.begin].begin, w->t[how.end - 1].end};
    status = apply(w, &how, l, err);
    l->reason = "nearest spelling in the gazetteer, inside what holds it";
    return status;
  }
  if (holder) {
    sm_context of = *w;
    of.index = (size_t)(holder - w->m->items);
    sm_said how = read_between(&of, m, holder);
    const uint8_t kind = sm_gazetteer_brief(w->g->gazetteer, holder->place).kind;
    if ((kind == SM_KIND_COUNTRY || kind == SM_KIND_ADM1) && !how.part && isnan(how.azimuth)) {
      const sm_said side = read_side(w, m);
      if (side.part) how = side;
    }
    bool quarter = (told || sm_context_cue(w, m->last, SM_CUE_UNIT) & SM_UNIT_PART) && reach_beyond(w, m, holder) < BESIDE_REACH;
    if (quarter && how.distance_m <= 0 && !isnan(how.azimuth) && is_city(w, holder)) how = (sm_said){.azimuth = NAN}; // "the Zeitoun quarter, east of Gaza City"
    bool beside = is_offset(&how) || how.relation == SM_REL_NEAR || how.relation == SM_REL_OUTSKIRTS;
    bool labelled = holder->role == SM_ROLE_DATELINE && (is_part_of_label(w, m, holder) || sm_is_told_here(w->g, w->doc, m));
    quarter |= labelled;
    sm_place_ref province =
        holder->role == SM_ROLE_DATELINE && !labelled ? sm_gazetteer_brief(w->g->gazetteer, holder->place).adm1 : 0;
    sm_place_ref unit = province ? province
                        : beside || quarter || holder->said_kind == SM_KIND_CITY || holder->said_kind == SM_KIND_ADM2 // "Belgorod district"
                            ? 0
                            : countryside_of(w->g, holder->place);
    as_place(w->g, unit ? unit : holder->place, l);
    bool vague = is_offset(&how) && how.distance_m <= 0 && l->where_prec > 2; // "south of Idlib province"
    if (!unit && !vague) status = apply(&of, &how, l, err);
    else if (unit && how.part && !isnan(how.azimuth)) as_part(w->g, &how, l); // "in western Aleppo", of the province
    bool sector = l->method == SM_LOC_RELATION && l->area.kind == SM_AREA_SECTOR;
    l->method = SM_LOC_INFERRED;
    l->place = 0;
    if (sector && how.distance_m <= 0 && !how.close) l->radius_m += UNTOLD_REACH;
    if (l->where_prec < 3 && !sector) {
      const float most = how.relation == SM_REL_OUTSKIRTS ? OUTSKIRTS_REACH : how.relation == SM_REL_NEAR ? TOWN_REACH : UNLISTED_REACH; // the word itself tells how far
      const float beyond = reach_beyond(w, m, holder);
      const bool apart = beyond == UNLISTED_REACH && w->doc->tokens.sentences[holder->sentence].paragraph != w->doc->tokens.sentences[m->sentence].paragraph;
      l->where_prec = 2, l->radius_m += apart ? APART_REACH : fminf(beyond, most);
    }
    if (l->where_prec >= 3 && l->where_prec <= 6) l->radius_m *= l->where_prec == 6 ? REMOTE_IN_COUNTRY : REMOTE;
    as_township(w, holder, l);
    if (province && l->radius_m > DATELINE_REACH) l->lon = holder->lon, l->lat = holder->lat, l->radius_m = DATELINE_REACH; // a paper writes of what is near
    if (!sector && l->radius_m >= WIDE) *wide = holder;
    l->conf = (told ? 0.8f : 0.65f) * holder->conf;
    l->reason = told ? "in no gazetteer; placed by what holds it"
                     : "in no gazetteer; placed by the province or country told beside it";
  }
  l->name = sm_mention_text(w->doc, m);
  return status;
}

static sm_status as_held(const sm_context *w, const sm_mention *m, const sm_mention *holder, held_by by, sm_location *l, sm_error *err) {
  const sm_mention *wide;
  const sm_status status = as_whole(w, m, holder, by, l, &wide, err);
  if (status == SM_OK && wide && sm_narrow(w, m, wide, l)) l->reason = "in no gazetteer; placed among what the report tells round it";
  return status;
}

static sm_context context_of(const sm_geocoder *geocoder, sm_document *document, const sm_mentions *mentions, size_t index) {
  const sm_sentence *s = &document->tokens.sentences[mentions->items[index].sentence];
  return (sm_context){geocoder, document, document->tokens.items, s->first, s->last, mentions, index};
}

/// "X is 20 km north of Y", wherever X is named.
static sm_status as_bearing(const sm_context *w, const sm_mention *m, sm_location *l, sm_error *err) {
  const size_t by = m->container - 1;
  const sm_context of = context_of(w->g, w->doc, w->m, by);
  const sm_said how = sm_read_relation(&of);
  as_place(w->g, w->m->items[by].place, l);
  const sm_status status = apply(&of, &how, l, err);
  l->method = SM_LOC_INFERRED;
  l->place = 0;
  l->conf = 0.8f * w->m->items[by].conf;
  l->reason = "in no gazetteer; placed by the distance or the road that the report tells";
  l->name = sm_mention_text(w->doc, m);
  return status;
}

static const sm_location NOWHERE = {.lon = NAN, .lat = NAN, .radius_m = NAN};

/// What holds a name in no gazetteer, or NULL.
static const sm_mention *holder_of(const sm_context *w, const sm_mention *m, held_by *by) {
  const sm_mention *holder = m->container ? &w->m->items[m->container - 1] : NULL;
  for (int steps = 0;
       steps < 3 && holder && holder->container && (!holder->place || holder->flags & SM_MENTION_GUESS);
       steps++)
    holder = &w->m->items[holder->container - 1]; // what holds a namesake
  const bool told = holder && holder->place;
  const uint32_t likely = told ? 0 : sm_likely_holder(w->g, w->doc, w->m, m, 0);
  *by = told ? HELD_BY_TEXT : HELD_LIKELY;
  return told ? holder : likely ? &w->m->items[likely - 1] : NULL;
}

static sm_status as_unlisted(const sm_context *w, const sm_mention *m, sm_location *l, sm_error *err) {
  if (m->flags & SM_MENTION_BEARING) return as_bearing(w, m, l, err);
  held_by by;
  const sm_mention *holder = holder_of(w, m, &by);
  return as_held(w, m, holder, by, l, err);
}

sm_status sm_locate_widely(const sm_geocoder *geocoder, sm_document *document, const sm_mentions *mentions, size_t index, sm_location *out, const sm_mention **holder, sm_error *err) {
  const sm_mention *m = &mentions->items[index];
  const sm_context w = context_of(geocoder, document, mentions, index);
  *out = NOWHERE;
  *holder = NULL;
  if (m->place || m->flags & SM_MENTION_BEARING) return SM_OK;
  held_by by;
  const sm_mention *by_what = holder_of(&w, m, &by);
  return as_whole(&w, m, by_what, by, out, holder, err);
}

/// The first province or country that the report tells as a place: index + 1, or 0.
static uint32_t first_unit(const sm_context *w) {
  for (size_t i = 0; i < w->m->n; i++) {
    const sm_mention *m = &w->m->items[i];
    uint8_t kind = sm_gazetteer_brief(w->g->gazetteer, m->place).kind;
    bool told = (m->role == SM_ROLE_LITERAL || m->role == SM_ROLE_DATELINE) && !sm_is_told_as_actor(w->g, w->doc, m);
    if (told && (kind == SM_KIND_ADM1 || kind == SM_KIND_COUNTRY)) return (uint32_t)i + 1;
  }
  return 0;
}

/// The river's part that what holds it selects, or what is told beside it, or the land that the report is about.
static sm_status as_course(const sm_context *w, const sm_mention *m, sm_location *l, sm_error *err) {
  uint32_t holder = m->container ? m->container : sm_likely_holder(w->g, w->doc, w->m, m, 0);
  if (!holder) holder = first_unit(w);
  sm_place_ref by = holder ? w->m->items[holder - 1].place : 0;
  sm_status status = sm_locate_course(w->g->gazetteer, m->place, by, l, err);
  if (l->method == SM_LOC_RELATION) move_to(w->g, l, l->lon, l->lat);
  return status;
}

/// "the town of X" of which only the district is listed: the place that the district is named after.
static void as_seat(const sm_geocoder *g, sm_location *l) {
  sm_place p;
  sm_gazetteer_place(g->gazetteer, l->place, &p);
  l->lon = p.lon;
  l->lat = p.lat;
  l->radius_m = DOUBTFUL_REACH;
  l->where_prec = 2;
  l->geo_prec = 1;
  l->area = (sm_area){.kind = SM_AREA_DISC, .place = l->place};
}

sm_status sm_locate_unlisted_in(const sm_geocoder *geocoder, sm_document *document, const sm_mentions *mentions, size_t index, sm_place_ref country, sm_location *out, sm_error *err) {
  const sm_mention *m = &mentions->items[index];
  const sm_context w = context_of(geocoder, document, mentions, index);
  const uint32_t likely = sm_likely_holder(geocoder, document, mentions, m, country);
  *out = NOWHERE;
  out->where = m->span;
  return likely ? as_held(&w, m, &mentions->items[likely - 1], HELD_IN_COUNTRY, out, err) : SM_OK;
}

/// "Somalia's capital": a noun is told whose it is; the token where the expression begins.
static uint32_t with_owner(const sm_context *w, const sm_mention *m, uint32_t first) {
  const bool noun = first == m->first && !(w->t[first].flags & SM_TOKEN_CAPITAL) && first > w->first && w->t[first - 1].flags & SM_TOKEN_CLITIC;
  return noun && w->index > 0 && m[-1].last == first - 1 ? m[-1].first : first;
}

sm_status sm_locate_mention(const sm_geocoder *geocoder, sm_document *document, const sm_mentions *mentions,
                            size_t index, sm_location *out, sm_error *err) {
  const sm_mention *m = &mentions->items[index];
  const sm_context w = context_of(geocoder, document, mentions, index);
  *out = NOWHERE;
  out->where = m->span, out->conf = m->conf, out->reason = m->reason;
  bool stranger = m->flags & SM_MENTION_GUESS && m->container;
  if (!m->place || stranger) return as_unlisted(&w, m, out, err);
  as_place(geocoder, m->place, out);
  if (m->said_kind == SM_KIND_CITY && out->where_prec == 3) as_seat(geocoder, out);
  as_township(&w, m, out);
  if (out->where_prec == 1 && m->conf < DOUBTFUL) out->radius_m = fmaxf(out->radius_m, DOUBTFUL_REACH);
  if (out->where_prec == 1 && m->conf < VERY_DOUBTFUL) out->radius_m = fmaxf(out->radius_m, VERY_DOUBTFUL_REACH);
  if (out->where_prec == 1 && m->rival_m > 0) out->radius_m = fmaxf(out->radius_m, m->rival_m + TOWN_REACH);
  sm_said how = sm_read_relation(&w);
  out->where = (sm_span){w.t[with_owner(&w, m, how.begin)].begin, w.t[how.end - 1].end};
  bool river = sm_gazetteer_brief(geocoder->gazetteer, m->place).kind == SM_KIND_RIVER;
  sm_status status = river ? as_course(&w, m, out, err) : apply(&w, &how, out, err);
  out->reason = out->reason ? out->reason : m->reason;
  return status;
}
