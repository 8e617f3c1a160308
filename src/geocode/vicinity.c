#include "vicinity.h"

#include <math.h>
#include <stdlib.h>

/// What speaks for a place without the report: people, rank, the name's own standing.
static float prominence(const sm_place_brief *b, uint16_t name_flags) {
  float s;
  switch ((sm_place_kind)b->kind) {
  case SM_KIND_COUNTRY:
    s = 10;
    break;
  case SM_KIND_REGION:
    s = b->flags & SM_PLACE_CONTINENT ? 8.f : 5.6f;
    break;
  case SM_KIND_ADM1:
    s = 5.4f;
    break;
  case SM_KIND_SEA:
  case SM_KIND_STRAIT:
    s = 6.2f;
    break;
  case SM_KIND_ADM2:
    s = 4.1f;
    break;
  case SM_KIND_RIVER:
  case SM_KIND_LAKE:
  case SM_KIND_ISLAND:
  case SM_KIND_MOUNTAIN:
    s = 4.3f;
    break;
  case SM_KIND_AIRPORT:
  case SM_KIND_BASE:
    s = 3.2f;
    break;
  case SM_KIND_SITE:
  case SM_KIND_BORDER:
    s = 4.2f;
    break;
  default:
    s = log10f((float)b->population + 30);
    break;
  }
  if (b->kind == SM_KIND_CITY) {
    if (b->flags & SM_PLACE_CAPITAL)
      s += 1.2f;
    else if (b->flags & SM_PLACE_ADM1_SEAT)
      s += 0.5f;
    if (b->flags & SM_PLACE_SUBURB) s -= 0.6f;
    if (b->flags & SM_PLACE_HISTORICAL) s -= 1;
  }
  if (name_flags & SM_NAME_MAIN) s += 0.5f;
  if (name_flags & SM_NAME_FORMER) s -= 0.7f;
  if (name_flags & SM_NAME_VARIANT) s -= 0.8f;
  if (name_flags & SM_NAME_CITY_OF_AIRPORT) s -= 2;
  if (name_flags & SM_NAME_DEMONYM) s += 1;
  return s;
}

bool sm_gather_name_options(const sm_geocoder *geocoder, sm_document *document, sm_name *name) {
  if (name->options) return true;
  name->options = sm_arena_calloc(document->arena, name->n + 1, sizeof *name->options);
  if (!name->options) return false;
  for (uint32_t i = 0; i < name->n; i++) {
    const sm_candidate *c = &name->candidates[i];
    sm_option *o = &name->options[i];
    *o = (sm_option){sm_gazetteer_brief(geocoder->gazetteer, c->place), c->place, c->name_flags, 0, 0};
    o->standing = prominence(&o->brief, c->name_flags);
  }
  return true;
}

/// A likely place of one of the names.
typedef struct spot {
  float lon, lat, cos_lat, mass; ///< mass: the probability that the name means it, as far as known
  uint32_t name;
  sm_place_ref country, adm1;
} spot;

typedef struct vicinity {
  sm_findings *f;
  const uint32_t *names; ///< that take part
  const uint32_t *beside; ///< by name: the one beside which an "and" puts it, index + 1
  uint32_t n_names;
  spot *spots; ///< by latitude
  size_t n, cap;
  spot *units; ///< provinces
  size_t n_units, units_cap;
} vicinity;

enum { MOST_NAMES = 200 };

static const float LEAST_MASS = 0.03f; ///< of a spot that counts

float sm_vicinity_bonus(float near) {
  static const float KNEE = 2.5f, LATER = 0.5f, MOST = 5.5f;
  const float bonus = near < KNEE ? near : KNEE + LATER * (near - KNEE);
  return bonus < MOST ? bonus : MOST;
}

static int by_latitude(const void *a, const void *b) {
  const spot *x = a, *y = b;
  return x->lat < y->lat ? -1 : x->lat > y->lat ? 1 : x->name < y->name ? -1 : x->name > y->name;
}

/// Whether a place's point tells where what is near it lies.
static bool is_spot(const sm_place_brief *b) {
  switch ((sm_place_kind)b->kind) {
  case SM_KIND_COUNTRY:
  case SM_KIND_ADM1:
  case SM_KIND_REGION:
  case SM_KIND_SEA:
  case SM_KIND_STRAIT:
  case SM_KIND_RIVER:
  case SM_KIND_BORDER:
    return false;
  default:
    return true;
  }
}

static bool add_spot(sm_document *doc, spot **spots, size_t *n, size_t *cap, const spot *s) {
  spot *items = sm_arena_grow(doc->arena, *spots, *n, cap, sizeof *items);
  if (!items) return false;
  *spots = items;
  items[(*n)++] = *s;
  return true;
}

/// How surely a province is told, by the names weighed last.
static float told_unit(const spot *units, size_t n, uint32_t name, sm_place_ref unit) {
  float most = 0;
  for (size_t i = 0; i < n; i++)
    if (units[i].adm1 == unit && units[i].name != name) most = fmaxf(most, units[i].mass);
  return most;
}

/// The likely places of all names, by what is known of them so far.
static bool gather_spots(sm_document *doc, vicinity *v) {
  const spot *told = v->units;
  const size_t n_told = v->n_units;
  v->units = NULL;
  v->n = v->n_units = v->units_cap = 0;
  for (uint32_t k = 0; k < v->n_names; k++) {
    const sm_name *name = &v->f->names[v->names[k]];
    float weights[SM_NAME_CANDIDATES], sum = 0;
    for (uint32_t i = 0; i < name->n && i < SM_NAME_CANDIDATES; i++) {
      const sm_option *o = &name->options[i];
      const float within = n_told && name->n > 1 && is_spot(&o->brief) ? told_unit(told, n_told, v->names[k], o->brief.adm1) : 0;
      sum += weights[i] = powf(10, o->standing + sm_vicinity_bonus(o->near) + within);
    }
    for (uint32_t i = 0; i < name->n && i < SM_NAME_CANDIDATES; i++) {
      const sm_place_brief *b = &name->options[i].brief;
      const spot s = {b->lon, b->lat, cosf(b->lat * 0.0174532925f), weights[i] / sum, v->names[k], b->country, b->kind == SM_KIND_ADM1 ? name->options[i].place : b->adm1};
      if (weights[i] < LEAST_MASS * sum) continue;
      if (b->kind == SM_KIND_ADM1 && !add_spot(doc, &v->units, &v->n_units, &v->units_cap, &s)) return false;
      if (is_spot(b) && !add_spot(doc, &v->spots, &v->n, &v->cap, &s)) return false;
    }
  }
  if (v->n) qsort(v->spots, v->n, sizeof *v->spots, by_latitude);
  return true;
}

/// How many other names have a place near it. Flat distances do.
static float near_of(const vicinity *v, uint32_t name, const sm_place_brief *b) {
  static const float REACH = 1.2f, STEPS[] = {0.1f, 0.46f, 1.4f}, WEIGHTS[] = {1, 0.7f, 0.2f}; ///< degrees; squared ones: 35, 75 and 130 km
  size_t first = 0, last = v->n;
  while (first < last) {
    const size_t middle = (first + last) / 2;
    if (v->spots[middle].lat < b->lat - REACH) first = middle + 1;
    else last = middle;
  }
  float sum = 0;
  for (size_t i = first; i < v->n && v->spots[i].lat <= b->lat + REACH; i++) {
    const spot *s = &v->spots[i];
    const float y = s->lat - b->lat, x = (s->lon - b->lon) * s->cos_lat, d = x * x + y * y;
    if (s->name == name || d >= STEPS[2]) continue;
    sum += s->mass * WEIGHTS[d < STEPS[0] ? 0 : d < STEPS[1] ? 1 : 2];
  }
  return sum;
}

/// How many other names have a place in a country or province: no more than near its city of that name, so that they tell nothing of which of
/// the two is meant.
static float inside_of(const vicinity *v, uint32_t index, const sm_option *unit) {
  static const float COUNTRY = 0.5f, PROVINCE = 0.7f; ///< of what is near: units are large
  const bool country = unit->brief.kind == SM_KIND_COUNTRY;
  const sm_name *name = &v->f->names[index];
  float sum = 0;
  for (size_t i = 0; i < v->n; i++)
    if (v->spots[i].name != index && (country ? v->spots[i].country : v->spots[i].adm1) == unit->place) sum += v->spots[i].mass;
  sum *= country ? COUNTRY : PROVINCE;
  for (uint32_t i = 0; i < name->n; i++) {
    const sm_place_brief *b = &name->options[i].brief;
    if (b->kind == SM_KIND_CITY && (country ? b->country : b->adm1) == unit->place && (!country || b->flags & SM_PLACE_CAPITAL)) return fminf(sum, near_of(v, index, b));
  }
  return sum;
}

/// How many other names are provinces of a province's country: "Washington, West Virginia and Wyoming", "Ontario and Manitoba".
static float sisters_of(const vicinity *v, uint32_t index, const sm_option *unit) {
  static const float SISTER = 0.25f, FEW = 2, BESIDE = 1.2f; ///< as many as a few say nothing
  float sum = 0, beside = 0;
  for (size_t i = 0; i < v->n_units; i++) {
    if (v->units[i].name == index || v->units[i].country != unit->brief.country) continue;
    sum += v->units[i].mass;
    if (v->units[i].name + 1 == v->beside[index]) beside += v->units[i].mass;
  }
  return SISTER * fmaxf(sum - FEW, 0) + BESIDE * beside;
}

/// "Ohio" for a county of that name, "Mexico" for a municipality: nobody leaves the word out where a province or country bears the name.
static bool is_bare_district(const sm_name *name, const sm_option *o) {
  if (o->brief.kind != SM_KIND_ADM2) return false;
  for (uint32_t i = 0; i < name->n; i++)
    if ((name->options[i].brief.kind == SM_KIND_ADM1 || name->options[i].brief.kind == SM_KIND_COUNTRY) && name->options[i].name_flags & SM_NAME_MAIN && name->options[i].place != o->brief.adm1) return true;
  return false;
}

static float weigh(const vicinity *v, uint32_t name, const sm_option *o) {
  if (is_bare_district(&v->f->names[name], o)) return 0;
  if (o->brief.kind == SM_KIND_COUNTRY) return inside_of(v, name, o);
  if (o->brief.kind == SM_KIND_ADM1) return inside_of(v, name, o) + sisters_of(v, name, o);
  if (!is_spot(&o->brief)) return 0;
  static const float LESSER = 0.3f; ///< "Athens" for Lemont by Chicago, "Nevada" for Nevada City
  const bool lesser = !(o->name_flags & SM_NAME_MAIN) && o->brief.kind == SM_KIND_CITY && v->f->names[name].best_flags & SM_NAME_MAIN;
  return near_of(v, name, &o->brief) * (lesser ? LESSER : 1);
}

#define IS(name) sm_sign_is(&x->signs, SM_SIGN_##name)

static bool is_placed(const sm_found *x) {
  return IS(prep_in) || IS(prep_from) || IS(unit_of) || IS(bearing_before) || IS(dateline);
}

static bool is_listed(const sm_found *x) {
  return IS(place_comma) || IS(place_and) || IS(and_place);
}

/// Whether a span that was not taken may name a place of the report's own ground: nothing makes it a person, a part of a longer name or something else.
static bool may_be_local(const sm_found *x, const sm_name *name) {
  const sm_place_kind kind = (sm_place_kind)name->best.kind;
  if (x->taken || !name->n || name->demonym || (kind != SM_KIND_CITY && kind != SM_KIND_ADM2 && kind != SM_KIND_ADM1)) return false;
  if (IS(title_before) || IS(given_before) || IS(name_after) || IS(part_of_name) || IS(organisation) || IS(acronym) || IS(short_upper) || IS(short_name) || IS(time_word) ||
      IS(airport_code) || IS(direction_word) || IS(hyphen_before) || IS(model_number) || IS(capital_before) || IS(capital_after) || IS(place_before) || IS(place_after) || IS(lower_case) || IS(upper_text) || IS(user_only))
    return false;
  if (IS(common_first) || IS(common_second)) return !IS(prep_the) && (is_placed(x) || (is_listed(x) && !IS(common_first)) || !(IS(the_before) || IS(sentence_start) || IS(heading)));
  return !IS(person_elsewhere) || is_placed(x) || is_listed(x) || (IS(prep_of) && !IS(person_only));
}

/// Whether it needs no more than a few neighbours: no word or person's name, or where places stand.
static bool is_told_as_place(const sm_found *x) {
  return !(IS(given_name) || IS(surname) || IS(common_first) || IS(common_second) || IS(common_third) || IS(noun_person)) || is_placed(x) || is_listed(x) || IS(prep_of);
}

/// Take the names that have a place among those of the report, though their words alone say little.
static bool take_local(const sm_geocoder *geocoder, sm_document *document, vicinity *v, uint32_t *names, bool *seen) {
  static const float AMONG = 0.9f, WELL_AMONG = 1.5f, INSIDE = 0.5f;
  for (size_t i = 0; i < v->f->n && v->n_names < MOST_NAMES; i++) {
    sm_found *x = &v->f->items[i];
    sm_name *name = &v->f->names[x->name];
    if (!may_be_local(x, name)) continue;
    if (!sm_gather_name_options(geocoder, document, name)) return false;
    float near = 0;
    for (uint32_t k = 0; k < name->n; k++) {
      const sm_option *o = &name->options[k];
      if (!(o->name_flags & SM_NAME_MAIN)) continue;
      if (o->brief.kind == SM_KIND_CITY || o->brief.kind == SM_KIND_ADM2) near = fmaxf(near, near_of(v, x->name, &o->brief));
      if (o->brief.kind == SM_KIND_ADM1) near = fmaxf(near, INSIDE * inside_of(v, x->name, o));
    }
    if (near < (is_told_as_place(x) ? AMONG : WELL_AMONG)) continue;
    x->taken = true;
    x->score = 1;
    if (!seen[x->name]) names[v->n_names++] = x->name;
    seen[x->name] = true;
  }
  return true;
}

bool sm_weigh_vicinity(const sm_geocoder *geocoder, sm_document *document, sm_findings *findings) {
  enum { ROUNDS = 3 };
  uint32_t *names = sm_arena_alloc(document->arena, (findings->n_names + 1) * sizeof *names);
  bool *seen = sm_arena_calloc(document->arena, findings->n_names + 1, sizeof *seen);
  uint32_t *beside = sm_arena_calloc(document->arena, findings->n_names + 1, sizeof *beside);
  if (!names || !seen || !beside) return false;
  vicinity v = {.f = findings, .names = names, .beside = beside};
  for (size_t i = 1; i < findings->n; i++)
    if (sm_sign_is(&findings->items[i].signs, SM_SIGN_place_and)) beside[findings->items[i].name] = findings->items[i - 1].name + 1, beside[findings->items[i - 1].name] = findings->items[i].name + 1;
  for (size_t i = 0; i < findings->n && v.n_names < MOST_NAMES; i++) {
    const sm_found *x = &findings->items[i];
    sm_name *name = &findings->names[x->name];
    if (!x->taken || seen[x->name] || !name->n || name->demonym) continue;
    if (!sm_gather_name_options(geocoder, document, name)) return false;
    seen[x->name] = true;
    names[v.n_names++] = x->name;
  }
  for (int round = 0; round < ROUNDS && v.n_names > 1; round++) {
    if (!gather_spots(document, &v)) return false;
    if (round + 1 < ROUNDS && !take_local(geocoder, document, &v, names, seen)) return false;
    for (uint32_t k = 0; k < v.n_names; k++) {
      sm_name *name = &findings->names[names[k]];
      for (uint32_t i = 0; i < name->n && name->n > 1; i++) name->options[i].near = weigh(&v, names[k], &name->options[i]);
    }
  }
  return true;
}
