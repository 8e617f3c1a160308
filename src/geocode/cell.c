#include "cell.h"

#include <math.h>

#include "boundary.h"
#include "choice.h"
#include "fold.h"
#include "neighbour.h"
#include "resolve.h"

enum { CELL_CANDIDATES = 512, CELL_ALIKE = 32, CELL_PHRASE = 5, CELL_TOKENS = 64 };

/// What lies farther outside the row's district is not meant; a district round its seat reaches so far.
static const double OUTSIDE_M = 30e3, SEAT_REACH_M = 45e3;

typedef struct cell_run {
  const sm_geocoder *g;
  const sm_gazetteer *gaz;
  sm_document *doc;
  sm_place_ref country, adm1, adm2;
  sm_place adm1_place, adm2_place;
  sm_place seat; ///< the place of the district's name where the district itself is unknown
  bool has_seat;
  sm_place_ref seat_ref;
  sm_neighbours neighbours; ///< the places of the district
  sm_cell_option *options;
  size_t n_options;
  const sm_cell_option *best; ///< NULL: none
} cell_run;

static bool has_text(sm_str s) {
  for (size_t i = 0; i < s.len; i++)
    if (s.ptr[i] != ' ') return true;
  return false;
}

static sm_place_ref find_country(const sm_gazetteer *gaz, sm_str name) {
  char iso[4] = {0};
  if (name.len == 3) {
    memcpy(iso, name.ptr, 3);
    sm_place_ref by_code = sm_gazetteer_country(gaz, iso);
    if (by_code) return by_code;
  }
  sm_candidate c[8];
  size_t n = sm_gazetteer_find(gaz, sm_name_key(name, NULL), c, 8);
  for (size_t i = 0; i < n && i < 8; i++)
    if (sm_gazetteer_brief(gaz, c[i].place).kind == SM_KIND_COUNTRY) return c[i].place;
  return 0;
}

/// The name without its last word ("Swat district"), or empty.
static sm_str without_last_word(sm_str name) {
  while (name.len && name.ptr[name.len - 1] == ' ') name.len--;
  while (name.len && name.ptr[name.len - 1] != ' ') name.len--;
  while (name.len && name.ptr[name.len - 1] == ' ') name.len--;
  return name;
}

/// The name without its first word ("FR Kohat"), or empty.
static sm_str without_first_word(sm_str name) {
  size_t i = 0;
  while (i < name.len && name.ptr[i] != ' ') i++;
  while (i < name.len && name.ptr[i] == ' ') i++;
  return (sm_str){name.ptr + i, name.len - i};
}

typedef bool (*fits)(const cell_run *r, sm_place_ref place, const sm_place_brief *b);

static bool fits_adm1(const cell_run *r, sm_place_ref place, const sm_place_brief *b) {
  (void)place;
  return b->kind == SM_KIND_ADM1 && (!r->country || b->country == r->country);
}

static bool fits_adm2(const cell_run *r, sm_place_ref place, const sm_place_brief *b) {
  (void)place;
  return b->kind == SM_KIND_ADM2 && (!r->country || b->country == r->country) &&
         (!r->adm1 || b->adm1 == r->adm1);
}

static bool fits_adm2_anywhere(const cell_run *r, sm_place_ref place, const sm_place_brief *b) {
  (void)place;
  return b->kind == SM_KIND_ADM2 && (!r->country || b->country == r->country);
}

static bool fits_seat(const cell_run *r, sm_place_ref place, const sm_place_brief *b) {
  (void)place;
  return b->kind == SM_KIND_CITY && (!r->country || b->country == r->country) &&
         (!r->adm1 || b->adm1 == r->adm1);
}

static bool fits_seat_anywhere(const cell_run *r, sm_place_ref place, const sm_place_brief *b) {
  (void)place;
  return b->kind == SM_KIND_CITY && b->country == r->country && b->flags & SM_PLACE_ADM2_SEAT;
}

static sm_place_ref find_by_key(const cell_run *r, sm_str name, fits test) {
  sm_candidate c[CELL_CANDIDATES];
  size_t n = name.len ? sm_gazetteer_find(r->gaz, sm_name_key(name, NULL), c, CELL_CANDIDATES) : 0;
  for (size_t i = 0; i < n && i < CELL_CANDIDATES; i++) {
    sm_place_brief b = sm_gazetteer_brief(r->gaz, c[i].place);
    if (test(r, c[i].place, &b)) return c[i].place;
  }
  return 0;
}

static sm_place_ref find_similar(const cell_run *r, sm_str name, fits test) {
  sm_candidate c[CELL_CANDIDATES];
  size_t n = name.len ? sm_gazetteer_find_similar(r->gaz, name, c, CELL_CANDIDATES) : 0;
  for (size_t i = 0; i < n && i < CELL_CANDIDATES; i++) {
    sm_place_brief b = sm_gazetteer_brief(r->gaz, c[i].place);
    if (test(r, c[i].place, &b)) return c[i].place;
  }
  return 0;
}

/// "Azad Jammu & Kashmir" is looked up with "and".
static sm_str with_and(sm_str name, char *out, size_t cap) {
  const char *sign = memchr(name.ptr, '&', name.len);
  if (!sign || name.len + 3 > cap) return name;
  size_t before = (size_t)(sign - name.ptr);
  memcpy(out, name.ptr, before);
  memcpy(out + before, "and", 3);
  memcpy(out + before + 3, sign + 1, name.len - before - 1);
  return (sm_str){out, name.len + 2};
}

static sm_place_ref find_unit(const cell_run *r, sm_str written, fits test) {
  char copy[256];
  sm_str name = with_and(written, copy, sizeof copy);
  sm_str bare = without_last_word(name);
  sm_place_ref found = find_by_key(r, name, test);
  if (!found) found = find_by_key(r, bare, test);
  if (!found) found = find_similar(r, bare.len ? bare : name, test);
  return found;
}

static void find_units(cell_run *r, const sm_cell *cell) {
  r->country = has_text(cell->country) ? find_country(r->gaz, cell->country) : 0;
  r->adm1 = has_text(cell->adm1) ? find_unit(r, cell->adm1, fits_adm1) : 0;
  if (r->adm1) sm_gazetteer_place(r->gaz, r->adm1, &r->adm1_place);
  if (r->adm1 && !r->country) r->country = r->adm1_place.country;
  if (!has_text(cell->adm2)) return;
  r->adm2 = find_unit(r, cell->adm2, fits_adm2);
  // A former province's districts lie in another one now.
  if (!r->adm2 && !r->adm1) r->adm2 = find_unit(r, cell->adm2, fits_adm2_anywhere);
  if (!r->adm2) r->adm2 = find_by_key(r, without_last_word(cell->adm2), fits_adm2_anywhere);
  if (r->adm2) sm_gazetteer_place(r->gaz, r->adm2, &r->adm2_place);
  sm_str bare = without_last_word(cell->adm2);
  sm_place_ref seat = find_by_key(r, bare.len ? bare : cell->adm2, fits_seat);
  if (!seat && bare.len) seat = find_by_key(r, cell->adm2, fits_seat);
  if (!seat && !r->adm2) seat = find_by_key(r, without_first_word(cell->adm2), fits_seat);
  if (!seat && !r->adm2 && r->country) seat = find_by_key(r, without_first_word(cell->adm2), fits_seat_anywhere); // FR Kohat
  r->has_seat = seat != 0;
  r->seat_ref = seat;
  if (seat) sm_gazetteer_place(r->gaz, seat, &r->seat);
}

static double district_reach(const cell_run *r) {
  if (!r->adm2) return SEAT_REACH_M;
  return r->adm2_place.inhabited_radius_m > 0 ? r->adm2_place.inhabited_radius_m : r->adm2_place.radius_m;
}

static double from_centre(const cell_run *r, double lon, double lat) {
  return r->adm2 ? sm_sphere_distance(lon, lat, r->adm2_place.inhabited_lon, r->adm2_place.inhabited_lat)
                 : sm_sphere_distance(lon, lat, r->seat.lon, r->seat.lat);
}

/// Metres by which a place lies outside the district; 0 inside it.
static double outside(const cell_run *r, const sm_place_brief *b) {
  if (r->adm2 || r->has_seat) {
    if (r->adm2 && (b->adm2 == r->adm2 || sm_boundary_contains(r->gaz, r->adm2, b->lon, b->lat))) return 0;
    double beyond = from_centre(r, b->lon, b->lat) - district_reach(r);
    return beyond > 0 ? beyond : r->adm2 ? 1 : 0;
  }
  return r->adm1 && b->adm1 != r->adm1 ? INFINITY : 0;
}

/// Words of the cell that may be a name.
typedef struct phrase {
  uint32_t first, last, words, rank; ///< rank: names before it
  uint8_t unit;                      ///< the unit word after it
  bool part;                         ///< capitalised words beside it may belong to a longer name
} phrase;

static uint32_t count_letters(const cell_run *r, const phrase *p) {
  const sm_token *t = r->doc->tokens.items;
  uint32_t n = 0;
  for (uint32_t i = t[p->first].begin; i < t[p->last].end; i++) {
    char c = r->doc->report.text.ptr[i];
    n += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
  return n;
}

static bool says_where(const cell_run *r, const sm_place_brief *b) {
  if (r->country && b->country && b->country != r->country) return false;
  return b->kind == SM_KIND_CITY || b->kind == SM_KIND_LAKE || b->kind == SM_KIND_STRAIT || b->kind == SM_KIND_ISLAND ||
         b->kind >= SM_KIND_AIRPORT;
}

static bool is_known(const cell_run *r, sm_place_ref place, const phrase *p) {
  for (size_t i = 0; i < r->n_options; i++)
    if (r->options[i].place == place && r->options[i].first == p->first && r->options[i].last == p->last) return true;
  return false;
}

static void add_options(cell_run *r, const sm_candidate *c, const float *costs, size_t n, const phrase *p) {
  bool bounded = r->adm2 || r->has_seat;
  for (size_t i = 0; i < n && r->n_options < SM_CELL_OPTIONS; i++) {
    sm_place_brief b = sm_gazetteer_brief(r->gaz, c[i].place);
    if (!says_where(r, &b)) continue;
    double out_m = outside(r, &b);
    if (out_m > (bounded ? OUTSIDE_M : 0) || is_known(r, c[i].place, p)) continue;
    r->options[r->n_options++] = (sm_cell_option){
        .place = c[i].place,
        .brief = b,
        .name_flags = c[i].name_flags,
        .first = p->first,
        .last = p->last,
        .words = p->words,
        .rank = p->rank,
        .letters = count_letters(r, p),
        .unit = p->unit,
        .part = p->part,
        .bounded = bounded,
        .in_district = r->adm2 && b.adm2 == r->adm2,
        .cost = costs ? costs[i] : 0,
        .outside_m = out_m,
        .centre_m = bounded ? from_centre(r, b.lon, b.lat) : 0,
    };
  }
}

/// Whether the phrase is only the name of a unit that the row's columns tell already.
static bool tells_unit(const cell_run *r, uint64_t key, bool unit_after) {
  sm_candidate c[CELL_CANDIDATES];
  size_t n = sm_gazetteer_find(r->gaz, key, c, CELL_CANDIDATES);
  for (size_t i = 0; i < n && i < CELL_CANDIDATES; i++) {
    if (c[i].place == r->country || c[i].place == r->adm1) return true;
    if (c[i].place == r->adm2 && unit_after) return true;
  }
  return false;
}

static bool is_small_word(const cell_run *r, const sm_token *t) {
  return sm_has_cue(r->g, t->entry, SM_CUE_CONNECTOR) || sm_has_cue(r->g, t->entry, SM_CUE_PREPOSITION) ||
         sm_has_cue(r->g, t->entry, SM_CUE_UNIT) || sm_has_cue(r->g, t->entry, SM_CUE_DIRECTION) || !t->key ||
         t->flags & SM_TOKEN_NUMBER;
}

static uint8_t unit_after(const cell_run *r, uint32_t i) {
  return i < r->doc->tokens.n ? sm_token_cue(r->g, &r->doc->tokens.items[i], SM_CUE_UNIT) : 0;
}

static bool is_name_part(const cell_run *r, uint32_t i) {
  const sm_token *t = &r->doc->tokens.items[i];
  return t->flags & SM_TOKEN_CAPITAL && !is_small_word(r, t);
}

/// All phrases of the text that start at token i.
static void weigh_from(cell_run *r, uint32_t i, uint32_t rank, bool similar) {
  const sm_token *t = r->doc->tokens.items;
  uint32_t n = (uint32_t)r->doc->tokens.n;
  uint64_t key = 0;
  for (uint32_t k = i, words = 1; k < n && words <= CELL_PHRASE; k++) {
    if (t[k].sign == '-') continue;
    if (!t[k].key || (words > 1 && sm_has_cue(r->g, t[k].entry, SM_CUE_PREPOSITION))) break;
    key = key ? sm_phrase_key(key, t[k].key) : t[k].key;
    uint8_t unit = unit_after(r, k + 1);
    phrase p = {i, k, words, rank, unit, (i && is_name_part(r, i - 1)) || (k + 1 < n && is_name_part(r, k + 1))};
    sm_candidate c[CELL_CANDIDATES];
    float costs[CELL_ALIKE];
    if (tells_unit(r, key, (unit & SM_UNIT_KIND) == SM_KIND_ADM2)) {
    } else if (similar && !is_small_word(r, &t[k])) {
      sm_str text = {r->doc->report.text.ptr + t[i].begin, t[k].end - t[i].begin};
      add_options(r, c, costs, sm_find_neighbours(&r->neighbours, text, c, costs, CELL_ALIKE), &p);
    } else if (!similar) {
      size_t found = sm_gazetteer_find(r->gaz, key, c, CELL_CANDIDATES);
      add_options(r, c, NULL, found < CELL_CANDIDATES ? found : CELL_CANDIDATES, &p);
    }
    words++;
  }
}

static void weigh_text(cell_run *r, bool similar) {
  uint32_t rank = 0;
  bool in_name = false;
  for (uint32_t i = 0; i < r->doc->tokens.n && i < CELL_TOKENS; i++) {
    const sm_token *t = &r->doc->tokens.items[i];
    if (is_small_word(r, t)) {
      if (in_name) rank++;
      in_name = false;
      // Unit words may begin a name ("Mir Ali" does not, "Bazar Zakha Khel" does).
      if (!t->key || !(t->flags & SM_TOKEN_CAPITAL) || !sm_has_cue(r->g, t->entry, SM_CUE_UNIT)) continue;
    } else
      in_name = true;
    weigh_from(r, i, rank, similar);
  }
}

/// The names of the text and, in a known district, what is spelt like them there.
static sm_status weigh(cell_run *r, sm_error *err) {
  r->options = sm_arena_alloc(r->doc->arena, SM_CELL_OPTIONS * sizeof *r->options);
  if (!r->options) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  weigh_text(r, false);
  if (r->adm2 || r->has_seat) {
    double lon = r->adm2 ? r->adm2_place.inhabited_lon : r->seat.lon, lat = r->adm2 ? r->adm2_place.inhabited_lat : r->seat.lat;
    double reach = 1.3 * district_reach(r) + 15e3;
    sm_status status = sm_gather_neighbours(r->gaz, r->doc->arena, lon, lat, reach, &r->neighbours, err);
    if (status) return status;
    weigh_text(r, true);
  }
  r->best = sm_choose_option(r->options, r->n_options);
  return SM_OK;
}

/// Quantiles .92 of the error on ucdp_pak_a: by the score in a known district, and where only the province is known.
static const float UNSURE_M = 52e3f, SURE_M = 16e3f, UNSURE_SCORE = 5, FALL_M = 9e3f, ALONE_M = 50e3f, IN_ADM1_M = 320e3f;

static float radius_of(const cell_run *r) {
  bool variant = r->best->name_flags & SM_NAME_VARIANT;
  bool alone = r->adm1 && r->n_options == 1 && !variant && !r->best->rank; // the province has one such name
  if (!r->adm2 && !r->has_seat) return alone ? ALONE_M : IN_ADM1_M;
  float beyond = fmaxf(0, r->best->score - UNSURE_SCORE);
  return fmaxf(SURE_M, UNSURE_M - FALL_M * beyond);
}

/// Share within 25 km on ucdp_pak_a.
static float sureness_of(const cell_run *r) {
  static const float unbounded = 0.5f, least = 0.62f, rise = 0.035f, most = 0.94f;
  return r->adm2 || r->has_seat ? fminf(most, least + rise * r->best->score) : unbounded;
}

static void put_units(const cell_run *r, sm_location *l, sm_place_ref place) {
  sm_place p;
  sm_gazetteer_place(r->gaz, place, &p);
  sm_set_units(&p, l);
  l->name = p.name;
  l->place = place;
}

static void put_place(const cell_run *r, sm_location *l) {
  sm_place p;
  sm_gazetteer_place(r->gaz, r->best->place, &p);
  put_units(r, l, r->best->place);
  l->method = SM_LOC_GAZETTEER;
  l->lon = p.lon;
  l->lat = p.lat;
  l->radius_m = fmaxf(radius_of(r), p.radius_m);
  l->where_prec = 1;
  l->geo_prec = 1;
  l->conf = sureness_of(r);
  l->area = (sm_area){.kind = SM_AREA_DISC, .place = r->best->place};
  l->reason = r->best->name_flags & SM_NAME_VARIANT ? "nearest spelling of a name in the cell, inside the row's units"
                              : "a name in the cell, inside the row's units";
}

static sm_status put_unit(const cell_run *r, sm_location *l, sm_place_ref unit, const char *reason,
                          sm_error *err) {
  sm_status status = sm_locate_unit(r->gaz, unit, (sm_span){0, 0}, l, err);
  sm_place p;
  sm_gazetteer_place(r->gaz, unit, &p);
  if (status == SM_OK && unit == r->adm2 && !isnan(p.lon) && (p.lon != 0 || p.lat != 0)) {
    l->lon = p.lon; // a table's row that tells no more has the point that is published for its district
    l->lat = p.lat;
  }
  if (status == SM_OK) {
    l->conf = 0.88f; // inside the radius on ucdp_pak_a
    l->reason = reason;
  }
  return status;
}

static void put_seat(const cell_run *r, sm_location *l) {
  put_units(r, l, sm_gazetteer_by_id(r->gaz, r->seat.id));
  l->method = SM_LOC_INFERRED;
  l->lon = r->seat.lon;
  l->lat = r->seat.lat;
  l->radius_m = 48000; // facts of Pakistan: a district round its seat's place, 9 in 10
  l->where_prec = 3;
  l->geo_prec = 2;
  l->conf = 0.88f;
  l->area = (sm_area){.kind = SM_AREA_DISC, .place = l->place};
  l->reason = "no name of the cell was found; the place of the district's name";
}

static sm_status settle(const cell_run *r, sm_location *l, sm_error *err) {
  if (r->best)
    put_place(r, l);
  else if (r->adm2)
    return put_unit(r, l, r->adm2, "no name of the cell was found; the row's district", err);
  else if (r->has_seat)
    put_seat(r, l);
  else if (r->adm1)
    return put_unit(r, l, r->adm1, "no name of the cell was found; the row's province", err);
  else if (r->country)
    return put_unit(r, l, r->country, "no name of the row was found but its country", err);
  else
    l->reason = "nothing of the row was found";
  return SM_OK;
}

/// A row without units of its own: the text is read like a report.
static sm_status read_as_report(const cell_run *r, sm_cell_match *out, sm_error *err) {
  sm_mentions m;
  sm_status status = sm_find_mentions(r->g, r->doc, &m, err);
  for (size_t i = 0; !status && i < m.n; i++) {
    if (m.items[i].role == SM_ROLE_DEMONYM || m.items[i].flags & SM_MENTION_CONTAINER || !m.items[i].place)
      continue;
    status = sm_locate_mention(r->g, r->doc, &m, i, &out->location, err);
    if (!out->location.place) continue; // an unlisted name's text would not outlive the row
    out->n_candidates = m.items[i].n_candidates;
    out->location.reason = "read from the text alone";
    return status;
  }
  return status;
}

/// A row whose district is not known: what the text says by itself, where it lies in the row's units.
static sm_status read_within(const cell_run *r, sm_cell_match *out, sm_error *err) {
  sm_cell_match read = {.location = {.lon = NAN, .lat = NAN, .radius_m = NAN}};
  sm_status status = read_as_report(r, &read, err);
  const sm_location *l = &read.location;
  bool fine = l->method != SM_LOC_NONE && !isnan(l->lon) && l->where_prec < 6 &&
              (!l->country || l->country == r->country) && (!r->adm1 || l->adm1 == r->adm1 || !l->adm1);
  if (!status && fine) out->location = *l;
  return status;
}

/// Find the row's units and make its text a document.
static sm_status begin(const sm_geocoder *geocoder, const sm_cell *cell, cell_run *r, sm_error *err) {
  *r = (cell_run){.g = geocoder, .gaz = geocoder->gazetteer};
  find_units(r, cell);
  sm_report report = {.id = SM_STR("row"), .text = cell->place, .published = SM_NO_DATE};
  return sm_document_new(&report, geocoder->lexicon, &r->doc, err);
}

sm_status sm_gather_options(const sm_geocoder *geocoder, const sm_cell *cell, sm_cell_option *out, size_t *n, sm_error *err) {
  cell_run r;
  *n = 0;
  sm_status status = begin(geocoder, cell, &r, err);
  if (status) return status;
  if (r.country || r.adm1) status = weigh(&r, err);
  *n = r.n_options;
  if (*n) memcpy(out, r.options, *n * sizeof *out);
  sm_document_free(r.doc);
  return status;
}

sm_status sm_geocode_cell(const sm_geocoder *geocoder, const sm_cell *cell, sm_cell_match *out,
                          sm_error *err) {
  cell_run r;
  *out = (sm_cell_match){
      .location = {.lon = NAN, .lat = NAN, .radius_m = NAN, .reason = "nothing of the row was found"}};
  sm_status status = begin(geocoder, cell, &r, err);
  if (status) return status;
  if (r.country || r.adm1) {
    status = weigh(&r, err);
    out->n_candidates = (uint32_t)r.n_options;
    if (!status) status = settle(&r, &out->location, err);
  } else {
    status = read_as_report(&r, out, err);
  }
  if (!status && !r.best && !r.adm2 && !r.has_seat && r.country && has_text(cell->place))
    status = read_within(&r, out, err);
  out->country = r.country;
  out->adm1 = r.adm1;
  out->adm2 = r.adm2;
  sm_document_free(r.doc);
  return status;
}

void sm_geocode_reverse(const sm_geocoder *geocoder, double lon, double lat, sm_reverse_match *out) {
  const double rad = 3.14159265358979323846 / 180;
  *out = (sm_reverse_match){.units = sm_boundary_locate(geocoder->gazetteer, lon, lat)};
  if (!sm_gazetteer_nearest(geocoder->gazetteer, lon, lat, 200e3, &out->nearest, 1)) {
    out->nearest = 0;
    return;
  }
  sm_place_brief b = sm_gazetteer_brief(geocoder->gazetteer, out->nearest);
  out->distance_m = sm_sphere_distance(b.lon, b.lat, lon, lat);
  double d = (lon - b.lon) * rad, p = b.lat * rad, q = lat * rad;
  double a = atan2(sin(d) * cos(q), cos(p) * sin(q) - sin(p) * cos(q) * cos(d)) / rad;
  out->azimuth = a < 0 ? a + 360 : a;
}
