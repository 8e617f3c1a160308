// The place each mention means: prominence, containment told in words, the countries and provinces of the
// report, and nearness to what is sure. Weights by hand, checked on trnews and geovirus
// (tests/eval/README.md).
#include "resolver.h"

#include <math.h>
#include <stdlib.h>

#include "boundary.h"
#include "certainty.h"

static void add_vote(sm_votes *v, sm_place_ref unit, float weight) {
  if (!unit) return;
  int i = 0;
  while (i < v->n && v->items[i].unit != unit) i++;
  if (i == MAX_VOTES) return;
  if (i == v->n) v->items[v->n++] = (sm_vote){unit, 0};
  v->items[i].weight += weight;
  if (v->items[i].weight > v->most) v->most = v->items[i].weight;
}

static bool gather_options_of(sm_resolver *r, uint32_t index) {
  return sm_gather_name_options(r->g, r->doc, &r->f->names[index]) && (r->options[index] = r->f->names[index].options);
}

static bool gather_options(sm_resolver *r) {
  for (size_t i = 0; i < r->m->n; i++)
    if (!r->options[r->names[i]] && !gather_options_of(r, r->names[i])) return false;
  return true;
}

/// Gives the names of no gazetteer that are told to be provinces those of another spelling.
static bool find_provinces(sm_resolver *r, sm_findings *findings) {
  for (size_t i = 0; i < r->m->n; i++) {
    sm_name *name = &findings->names[r->names[i]];
    if (name->n || r->m->items[i].said_kind != SM_KIND_ADM1 || sm_has_cue(r->g, r->doc->tokens.items[r->m->items[i].first].entry, SM_CUE_UNIT)) continue;
    if (!sm_find_province_variants(r, &r->m->items[i], name)) return false;
    name->options = NULL; // of no candidates
    if (!gather_options_of(r, r->names[i])) return false;
  }
  return true;
}

/// Votes that speak of a country: once by those who act for it.
static const float SPOKEN_OF = 0.45f;

/// "Argelia": a country by its name in another language, which reports in English seldom mean.
static bool is_foreign_name(const sm_option *o) {
  return o->brief.kind == SM_KIND_COUNTRY &&
         !(o->name_flags & (SM_NAME_MAIN | SM_NAME_SHORT | SM_NAME_DEMONYM | SM_NAME_FORMER));
}

/// Votes for a country, without what a lesser name of a place in it gave.
static float country_votes_besides(const sm_resolver *r, uint32_t index, sm_place_ref country) {
  const sm_own_votes *own = &r->own[index];
  return sm_vote_for(&r->countries, country) - (own->land == country ? own->country : 0);
}

/// "Saravan", a lesser name of a province of Laos, where the report tells of Iran: of a country that nothing but this name speaks for.
static bool is_far_province(const sm_resolver *r, uint32_t index, const sm_option *o) {
  if (o->brief.kind != SM_KIND_ADM1 || o->name_flags & SM_NAME_MAIN || r->countries.most < SPOKEN_OF) return false;
  return country_votes_besides(r, index, o->brief.country) < 1e-4f;
}

/// "Iskandariya" beside Karbala, not the city of Egypt that has it for a lesser name, where nothing but this name speaks for Egypt.
static bool is_far_city(const sm_resolver *r, uint32_t index, const sm_option *o) {
  static const float BESIDE = 0.5f;
  if ((o->brief.kind != SM_KIND_CITY && o->brief.kind != SM_KIND_ADM1) || o->name_flags & SM_NAME_MAIN || o->near > BESIDE) return false;
  if (country_votes_besides(r, index, o->brief.country) > 1e-4f) return false;
  for (uint32_t k = 0; k < r->f->names[index].n; k++) {
    const sm_option *other = &r->options[index][k];
    if (other->near > BESIDE && sm_vote_for(&r->countries, other->brief.country) > SPOKEN_OF) return true;
  }
  return false;
}

/// "Saravan" of Iran, not of Laos, where only Pakistan is told: far from every country that the report names.
static bool is_far_from_told(const sm_resolver *r, const sm_option *o) {
  static const double FAR_M = 2500e3;
  static const float NEAR = 14, FAR_LAT = 22.6f, FAR_LON = 90; ///< degrees that are nearer, and that far where people live
  if (o->brief.kind == SM_KIND_COUNTRY || r->countries.most < SPOKEN_OF || r->n_told == 0) return false;
  for (int i = 0; i < r->n_told; i++)
    if (r->told[i].unit == o->brief.country) return false;
  for (int i = 0; i < r->n_told; i++) {
    const sm_told_country *c = &r->told[i];
    const float x = fabsf(c->lon - o->brief.lon), y = fabsf(c->lat - o->brief.lat);
    if (x < NEAR && y < NEAR) return false;
    if (y > FAR_LAT || fminf(x, 360 - x) > FAR_LON) continue;
    if (sm_sphere_distance(c->lon, c->lat, o->brief.lon, o->brief.lat) < FAR_M) return false;
  }
  return true;
}

/// "Lebanon" where a town of that name lies among the other places, and of no country anything else is told.
static bool is_lonely_country(const sm_resolver *r, uint32_t index, const sm_option *o) {
  static const float NOTHING = 0.1f;
  if (o->brief.kind != SM_KIND_COUNTRY || o->near > NOTHING) return false;
  const sm_place_ref home = sm_local_country(r, index);
  if (!home || home == o->place) return false;
  for (int i = 0; i < r->n_told; i++)
    if (r->told[i].unit != home && r->told[i].unit != o->place) return false;
  return country_votes_besides(r, index, o->place) < NOTHING;
}

/// What speaks for a candidate in this report.
static float score_of(const sm_resolver *r, uint32_t index, const sm_option *o, uint8_t said, sm_place_ref held, bool short_form,
                      uint32_t *why) {
  float s = o->standing + sm_vicinity_bonus(o->near) + sm_resolver_support(r, &o->brief, index, why);
  if (short_form && o->brief.kind == SM_KIND_COUNTRY) s -= 5;
  if (is_foreign_name(o)) s -= 5;
  if (is_far_province(r, index, o)) s -= 1;
  if (is_far_city(r, index, o)) s -= 6;
  if (is_lonely_country(r, index, o)) s -= 3.5f;
  if (r->f->names[index].n > 1 && is_far_from_told(r, o)) s -= 0.6f;
  const bool union_of_units = o->brief.kind == SM_KIND_REGION && o->brief.country && o->brief.flags & SM_PLACE_HAS_POLYGON; // "the Kurdistan region"
  float fit = sm_kind_fit(said, union_of_units && said == SM_KIND_ADM1 ? said : o->brief.kind);
  if (fit > 0.5f) *why |= WHY_KIND;
  s += fit;
  if (held == o->place) s += 6, *why |= WHY_CONTAINED;
  if (r->f->names[index].sense == o->place) s += 2.5f, *why |= WHY_SENSE;
  return s;
}

/// Whether the report says of a name that it is a unit: by a word, or by a place that lies in it.
static bool is_told_unit(const sm_resolver *r, uint32_t index) {
  bool told = r->said[index] && r->said[index] != SM_KIND_AIRPORT; // which towns have
  for (size_t i = 0; i < r->m->n && !told; i++) told = r->names[i] == index && r->m->items[i].flags & SM_MENTION_CONTAINER;
  return told;
}

/// "Stepanakert" is the town, though a province bears its name among others; "Nabatieh" is the seat of the province that bears its name, where
/// the report nowhere says that it is the province, and "the airport of Timbuktu" is the town's.
static bool is_town_of_unit(const sm_resolver *r, uint32_t index, const sm_choice *unit, const sm_option *o, uint8_t said) {
  enum { KNOWN_TOWN = 10000, CITY = 100000 };
  const bool usual = o->name_flags & SM_NAME_MAIN || (o->brief.population >= CITY && !(o->name_flags & (SM_NAME_FORMER | SM_NAME_VARIANT | SM_NAME_SHORT | SM_NAME_CITY_OF_AIRPORT)));
  const bool seat = o->brief.flags & SM_PLACE_ADM1_SEAT && usual && !is_told_unit(r, index);
  const bool bare = !said || said == SM_KIND_CITY;
  return ((seat && (bare || said == SM_KIND_AIRPORT)) || (bare && !(unit->name_flags & SM_NAME_MAIN))) && o->brief.kind == SM_KIND_CITY && o->brief.adm1 == unit->place && o->brief.population >= KNOWN_TOWN &&
         sm_resolver_brief(r, unit->place).kind == SM_KIND_ADM1;
}

/// "Ansongo", "Qamishli" (Al Qāmishlī) is the town, where no word says that its district is meant.
static bool is_town_of_district(const sm_resolver *r, uint32_t index, const sm_choice *unit, const sm_option *o, uint8_t said) {
  enum { SEAT_M = 20000 };
  if ((said && said != SM_KIND_CITY) || (r->said[index] && r->said[index] != SM_KIND_CITY) || unit->name_flags & SM_NAME_MAIN || o->brief.kind != SM_KIND_CITY || !(o->name_flags & (SM_NAME_MAIN | SM_NAME_STRIPPED))) return false;
  const sm_place_brief district = sm_resolver_brief(r, unit->place);
  return district.kind == SM_KIND_ADM2 && district.adm1 == o->brief.adm1 && sm_sphere_distance(district.lon, district.lat, o->brief.lon, o->brief.lat) <= SEAT_M;
}

/// A town, its district and its province: one as good as the other for what lies near.
static bool is_same_spot(const sm_place_brief *a, const sm_place_brief *b) {
  enum { NEAR_M = 60000 };
  static const float NEAR_LAT = 0.55f, NEAR_LON = 1.4f, POLAR = 66; ///< degrees that are farther, the latter nearer to the equator than 66
  const float x = fabsf(a->lon - b->lon), y = fabsf(a->lat - b->lat);
  if (a->country != b->country || y >= NEAR_LAT || (x > NEAR_LON && x < 360 - NEAR_LON && fabsf(a->lat) < POLAR)) return false;
  return (x == 0 && y == 0) || sm_sphere_distance(a->lon, a->lat, b->lon, b->lat) < NEAR_M;
}

/// The best candidate of a name. said: kind by the words beside it; held: a place that the text itself
/// assigns, or 0.
static sm_choice choose(const sm_resolver *r, uint32_t index, uint8_t said, sm_place_ref held) {
  const sm_name *name = &r->f->names[index];
  sm_choice best = {0}, second = {0};
  float scores[SM_NAME_CANDIDATES];
  best.score = second.score = -1e9f;
  bool short_form = sm_shares_short_form(r, index);
  for (uint32_t i = 0; i < name->n; i++) {
    const sm_option *o = &r->options[index][i];
    uint32_t why = 0;
    float s = score_of(r, index, o, said, held, short_form, &why);
    if (i < SM_NAME_CANDIDATES) scores[i] = s;
    sm_choice c = {.place = o->place, .name_flags = o->name_flags, .score = s, .why = why};
    if (s > best.score)
      second = best, best = c;
    else if (s > second.score)
      second = c;
  }
  if (name->n == 1) {
    best.margin = best.apart = 9;
    best.why |= WHY_ONLY;
    return best;
  }
  for (uint32_t i = 0; i < name->n; i++) {
    const sm_option *o = &r->options[index][i];
    if (!is_town_of_unit(r, index, &best, o, said) && !is_town_of_district(r, index, &best, o, said)) continue;
    second = best;
    best = (sm_choice){.place = o->place, .name_flags = o->name_flags, .score = best.score, .why = best.why};
    break;
  }
  best.margin = best.score - second.score;
  best.apart = 9;
  const sm_place_brief b = sm_resolver_brief(r, best.place);
  for (uint32_t i = 0; i < name->n && i < SM_NAME_CANDIDATES; i++)
    if (best.score - scores[i] < best.apart && !is_same_spot(&b, &r->options[index][i].brief)) best.apart = best.score - scores[i];
  return best;
}

/// How far off the namesakes of mention i lie that are nearly as likely as the choice, as far as a radius can mend that.
/// Where the text tells what holds the place, only those that it holds too.
static float rival_distance(const sm_resolver *r, size_t i, const sm_choice *c, const sm_place_brief *b) {
  static const float NEARLY = 1.0f;
  static const double MENDABLE_M = 200e3;
  uint32_t index = r->names[i];
  uint8_t said = (uint8_t)r->m->items[i].said_kind;
  sm_place_ref holder = c->why & WHY_CONTAINED ? r->holder[i] : 0;
  sm_place_brief h = sm_resolver_brief(r, holder);
  double farthest = 0;
  for (uint32_t k = 0; k < r->f->names[index].n && (holder || c->margin < NEARLY); k++) {
    const sm_option *o = &r->options[index][k];
    uint32_t why = 0;
    if (o->place == c->place || o->brief.kind != SM_KIND_CITY || o->brief.country != b->country) continue;
    double d = sm_sphere_distance(b->lon, b->lat, o->brief.lon, o->brief.lat);
    if (d <= farthest || d > MENDABLE_M || (holder && !sm_resolver_holds(r, &h, holder, &o->brief, o->place))) continue;
    if (score_of(r, index, o, said, holder ? o->place : 0, false, &why) > c->score - NEARLY) farthest = d;
  }
  return (float)farthest;
}

/// A mention's vote for a country or province, remembered as its name's own too.
static void cast(sm_resolver *r, size_t i, sm_votes *v, sm_place_ref unit, float weight) {
  add_vote(v, unit, weight);
  sm_own_votes *own = &r->own[r->names[i]];
  *(v == &r->countries ? &own->country : &own->province) += weight;
  if (v == &r->countries) own->land = unit;
  else if (!(r->by_name[r->names[i]].name_flags & SM_NAME_MAIN)) own->unit = unit;
}

/// "American spy planes", "(likely US)": who acts says little of where, and nothing against a place elsewhere.
static bool is_actor(const sm_resolver *r, size_t i, sm_place_ref place) {
  sm_mention m = r->m->items[i];
  m.place = place;
  bool border = m.role == SM_ROLE_DEMONYM && m.last < r->doc->tokens.n && sm_token_cue(r->g, &r->doc->tokens.items[m.last], SM_CUE_RELATION) == SM_REL_BORDER;
  return border || sm_is_told_as_actor(r->g, r->doc, &m); // "near the Afghan border"
}

/// A town that a dateline may name without its country.
static bool is_known_town(const sm_place_brief *b) {
  enum { KNOWN = 20000 };
  return b->kind == SM_KIND_CITY && (b->population >= KNOWN || b->flags & (SM_PLACE_CAPITAL | SM_PLACE_ADM1_SEAT));
}

static void vote_names(sm_resolver *r, bool sure_places) {
  r->countries = r->provinces = r->grounds = (sm_votes){0};
  memset(r->own, 0, r->f->n_names * sizeof *r->own);
  for (size_t i = 0; i < r->m->n; i++) {
    const sm_name *name = sm_resolver_name(r, i);
    const sm_choice *c = &r->by_name[r->names[i]];
    sm_place_ref place = r->held[i] ? r->held[i] : c->place;
    r->own[r->names[i]].mentions++;
    if (!place || sm_is_flag_of_ship(r->doc, &r->m->items[i])) continue;
    sm_place_brief b = sm_resolver_brief(r, place);
    float weight = i == 0 ? 1.5f : 1;
    const bool acts = is_actor(r, i, place);
    if (!acts) add_vote(&r->grounds, b.country, weight);
    const bool foreign = !(c->name_flags & (SM_NAME_MAIN | SM_NAME_SHORT | SM_NAME_DEMONYM | SM_NAME_FORMER)); // "Argelia", of Cauca
    if (b.kind == SM_KIND_COUNTRY && foreign && !r->held[i] && c->margin < 3) continue;
    if (b.kind == SM_KIND_COUNTRY)
      cast(r, i, &r->countries, place, (acts ? 0.5f : 1) * (name->best_flags & SM_NAME_DEMONYM ? 0.7f * weight : weight));
    else if (b.kind == SM_KIND_ADM1 && (c->margin > 0.5f || r->held[i])) {
      cast(r, i, &r->provinces, place, weight);
      cast(r, i, &r->countries, b.country, 0.5f * weight);
    } else if (sure_places && (c->margin > 1.5f || r->held[i] || (r->m->items[i].role == SM_ROLE_DATELINE && is_known_town(&b)))) {
      cast(r, i, &r->countries, b.country, 0.4f * weight);
      if (b.kind == SM_KIND_CITY) cast(r, i, &r->provinces, b.adm1, r->held[i] ? 0.4f : 0.15f);
    }
    if (r->holder[i]) {
      sm_place_brief h = sm_resolver_brief(r, r->holder[i]);
      if (h.kind == SM_KIND_ADM1) add_vote(&r->provinces, r->holder[i], 0.3f);
    }
  }
}

static void vote_title(sm_resolver *r) {
  for (size_t i = 0; i < r->n_in_title; i++) add_vote(&r->countries, r->in_title[i], 1);
}

static void gather_anchors(sm_resolver *r) {
  r->n_near = 0;
  for (size_t i = 0; i < r->m->n && r->n_near < MAX_NEAR; i++) {
    const sm_choice *c = &r->by_name[r->names[i]];
    if (!c->place || (c->apart < 1.5f && !r->held[i])) continue;
    sm_place_brief b = sm_resolver_brief(r, r->held[i] ? r->held[i] : c->place);
    if (b.kind != SM_KIND_CITY && b.kind != SM_KIND_ADM2 && b.kind != SM_KIND_ADM1) continue;
    bool known = false;
    for (int k = 0; k < r->n_near && !known; k++) known = r->near[k].name == r->names[i];
    if (!known) r->near[r->n_near++] = (sm_anchor){b.lon, b.lat, cosf(b.lat * 0.0174532925f), r->names[i]};
  }
}

static void gather_told(sm_resolver *r) {
  static const float TOLD = 0.5f;
  r->n_told = 0;
  for (int i = 0; i < r->countries.n; i++) {
    const sm_place_ref unit = r->countries.items[i].unit;
    if (r->countries.items[i].weight < TOLD || (sm_fights_abroad(r->g, unit) && sm_vote_for(&r->grounds, unit) <= 0)) continue; // "a US base in X"
    const sm_place_brief b = sm_resolver_brief(r, unit);
    r->told[r->n_told++] = (sm_told_country){unit, b.lon, b.lat};
  }
}

/// The place of a name that has one alone, before it counts what speaks for it.
static sm_choice only_choice(const sm_option *o) { return (sm_choice){.place = o->place, .name_flags = o->name_flags, .margin = 9, .apart = 9}; }

/// last: nothing is going to change any more.
static void choose_names(sm_resolver *r, bool last) {
  gather_told(r);
  for (size_t i = 0; i < r->f->n_names; i++) r->by_name[i].place = 0;
  for (size_t i = 0; i < r->m->n; i++) {
    uint32_t n = r->names[i];
    if (r->by_name[n].place || !r->f->names[n].n) continue;
    r->by_name[n] = r->f->names[n].n == 1 && !last ? only_choice(r->options[n]) : choose(r, n, r->said[n], 0);
  }
}

/// Once it is known what holds what: of the names that got a sense by it or hold another place, as few do.
static void choose_again(sm_resolver *r, const bool *sensed) {
  for (size_t i = 0; i < r->m->n; i++) {
    const uint32_t n = r->names[i];
    if (r->f->names[n].n > 1 && (sensed[n] || r->m->items[i].flags & SM_MENTION_CONTAINER)) r->by_name[n] = choose(r, n, r->said[n], 0);
  }
}

/// Votes of the report's other names for the place's country and province: what a name gave itself backs nothing.
static sm_own_votes votes_of_others(const sm_resolver *r, uint32_t name, const sm_place_brief *b) {
  const sm_own_votes *own = &r->own[name];
  float country = sm_vote_for(&r->countries, b->country) - own->country;
  float province = b->kind == SM_KIND_COUNTRY ? 0 : sm_vote_for(&r->provinces, b->adm1) - own->province;
  return (sm_own_votes){.country = country, .province = province, .mentions = own->mentions};
}

/// Whether the report is told of other countries than one that nothing but the place itself speaks for.
static bool is_told_elsewhere(const sm_resolver *r, sm_place_ref country) {
  for (int i = 0; i < r->grounds.n; i++)
    if (r->grounds.items[i].unit != country) return true;
  return false;
}

/// "in Attock district": the word says what the only places of that name are.
static bool is_told_district(const sm_resolver *r, size_t i, const sm_choice *c, const sm_place_brief *b) {
  return b->kind == SM_KIND_ADM2 && r->m->items[i].said_kind == SM_KIND_ADM2 && c->why & WHY_ONLY;
}

/// "the Gouro market": a building's name, which a small place in a country that nothing else speaks of only shares.
static bool is_name_of_building(const sm_resolver *r, size_t i, const sm_choice *c, const sm_place_brief *b) {
  enum { SMALL = 100000 };
  const sm_mention *m = &r->m->items[i];
  const sm_tokens *t = &r->doc->tokens;
  if (m->last >= t->n || (sm_token_cue(r->g, &t->items[m->last], SM_CUE_UNIT) & SM_UNIT_KIND) != SM_KIND_SITE) return false;
  if (c->why & (WHY_CONTAINED | WHY_NEAR | WHY_SENSE) || (b->kind != SM_KIND_ADM2 && b->kind != SM_KIND_CITY) || b->population > SMALL) return false;
  const sm_own_votes others = votes_of_others(r, r->names[i], b);
  return others.country <= 0 && others.province <= 0;
}

/// A small namesake in a country that nothing in the report speaks of, though it speaks of others.
static bool is_elsewhere(const sm_resolver *r, size_t i, const sm_choice *c, const sm_place_brief *b) {
  if (!is_told_elsewhere(r, b->country) || is_told_district(r, i, c, b)) return false;
  if (is_name_of_building(r, i, c, b)) return true;
  bool backed = c->why & (WHY_CONTAINED | WHY_PROVINCE | WHY_NEAR | WHY_SENSE | WHY_COUNTRY);
  return !backed && r->countries.n && b->kind >= SM_KIND_ADM2 && b->kind != SM_KIND_REGION &&
         b->kind != SM_KIND_SEA && b->kind != SM_KIND_STRAIT && b->kind != SM_KIND_RIVER &&
         (b->population < 60000 ||
          (!(c->name_flags & SM_NAME_MAIN) && c->margin < 9 && b->population < 500000)) &&
         !(b->flags & (SM_PLACE_ADM1_SEAT | SM_PLACE_CAPITAL) && c->name_flags & SM_NAME_MAIN) &&
         !(c->why & WHY_ONLY && c->name_flags & SM_NAME_MAIN);
}

/// How sure the choice is for mention i.
static float certainty(const sm_resolver *r, size_t i, const sm_choice *c, const sm_place_brief *b) {
  sm_mention *m = &r->m->items[i];
  sm_own_votes others = votes_of_others(r, r->names[i], b);
  m->signs |= sm_signs_of_choice(&(sm_sure_facts){
      .place = b,
      .name_flags = c->name_flags,
      .said_kind = (uint8_t)m->said_kind,
      .n = sm_resolver_name(r, i)->n,
      .margin = c->margin,
      .contained = c->why & WHY_CONTAINED,
      .sense = c->why & WHY_SENSE,
      .near = c->why & WHY_NEAR,
      .repeated = others.mentions > 1,
      .country = others.country,
      .province = others.province,
      .most = r->countries.most,
      .other_countries = is_told_elsewhere(r, b->country),
  });
  return sm_certainty(m->signs);
}

/// "the San Francisco neighbourhood": part of a town, not the city of that name; "four Baghdad
/// neighbourhoods" and "the Baghdad neighbourhood of X" are of the city.
static bool is_quarter(const sm_resolver *r, const sm_mention *m, const sm_place_brief *b) {
  const sm_tokens *t = &r->doc->tokens;
  if (m->last >= t->n || b->kind != SM_KIND_CITY || b->flags & SM_PLACE_SUBURB) return false;
  const sm_token *word = &t->items[m->last];
  bool part =
      sm_token_cue(r->g, word, SM_CUE_UNIT) & SM_UNIT_PART && !(word->entry->word_bits & SM_WORD_PLURAL);
  bool of = m->last + 1 < t->n && (sm_token_cue(r->g, word + 1, SM_CUE_PREPOSITION) & 15) == SM_PREP_OF;
  return part && !of;
}

/// "Ward 4", "District 9", "Zone 5": a number that every town has; the one of the gazetteer is meant only where the text leads to it.
static bool is_numbered_part(const sm_resolver *r, const sm_mention *m) {
  const sm_token *t = r->doc->tokens.items;
  return m->last == m->first + 2 && t[m->last - 1].flags & SM_TOKEN_NUMBER && sm_token_cue(r->g, &t[m->first], SM_CUE_UNIT);
}

/// "Suri in the Amadiya district": a place in a unit of another country, whose name is a country's in some other language.
static bool is_foreign_name_of_land(const sm_resolver *r, size_t i, const sm_choice *c, const sm_place_brief *b) {
  const sm_mention *m = &r->m->items[i], *holder = m->container ? &r->m->items[m->container - 1] : NULL;
  if (c->name_flags & (SM_NAME_MAIN | SM_NAME_SHORT | SM_NAME_DEMONYM | SM_NAME_FORMER) || m->last != m->first + 1) return false;
  return holder && holder->place && sm_gazetteer_brief(r->g->gazetteer, holder->place).country != b->country && is_told_elsewhere(r, b->country);
}

/// "Khair Khana", "Shadi Khan": a word that is a country's name in some other language alone, in a longer name.
static bool is_part_of_foreign_name(const sm_resolver *r, const sm_mention *m, const sm_choice *c) {
  const sm_tokens *t = &r->doc->tokens;
  if (c->name_flags & (SM_NAME_MAIN | SM_NAME_SHORT | SM_NAME_DEMONYM | SM_NAME_FORMER) || m->last != m->first + 1) return false;
  const sm_lexicon_entry *e = t->items[m->first].entry;
  if (e && e->word_bits & SM_WORD_NOUN_LOCATION) return false;
  const sm_sentence *s = &t->sentences[m->sentence];
  bool after = m->last < s->last && t->items[m->last].flags & SM_TOKEN_CAPITAL && !t->items[m->last].sign;
  bool before = m->first > s->first + 1 && t->items[m->first - 1].flags & SM_TOKEN_CAPITAL && !t->items[m->first - 1].sign;
  return after || before;
}

/// "Kirni" by the line of control, a lesser name of a town in New Jersey, "Mana" of Waziristan, a river in Russia: far from every country told,
/// and none is told for it.
static bool is_stranger_far_off(const sm_resolver *r, size_t i, const sm_choice *c, const sm_place_brief *b) {
  enum { LARGE = 100000 }; ///< "Lattakia"
  const uint32_t index = r->names[i];
  const sm_own_votes others = votes_of_others(r, index, b);
  const bool water = b->kind == SM_KIND_RIVER && r->m->items[i].said_kind != SM_KIND_RIVER;
  if (r->held[i] || others.country > 0 || others.province > 0) return false;
  if (!water && (b->kind != SM_KIND_CITY || b->population >= LARGE || c->name_flags & (SM_NAME_MAIN | SM_NAME_STRIPPED | SM_NAME_SHORT | SM_NAME_FORMER))) return false;
  for (uint32_t k = 0; k < r->f->names[index].n; k++)
    if (r->options[index][k].place == c->place) return is_far_from_told(r, &r->options[index][k]);
  return false;
}

/// "New York Gov. Kathy Hochul": who has a governor is the province, where the city bears its name; 0 none.
static sm_place_ref governed_unit(const sm_resolver *r, size_t i) {
  static const char *const governor[] = {"Gov", "Gov.", "Governor", "governor", "Govs", "Govs."};
  const sm_mention *m = &r->m->items[i];
  const uint32_t index = r->names[i];
  const sm_choice *c = &r->by_name[index];
  if (!c->place || m->last >= r->doc->tokens.n || !SM_TOKEN_READS_ANY(r->doc, m->last, governor)) return 0;
  const sm_place_brief b = sm_resolver_brief(r, c->place);
  for (uint32_t k = 0; k < r->f->names[index].n && b.kind == SM_KIND_CITY; k++)
    if (r->options[index][k].brief.kind == SM_KIND_ADM1 && r->options[index][k].brief.country == b.country) return r->options[index][k].place;
  return 0;
}

static void settle(sm_resolver *r, size_t i) {
  sm_mention *m = &r->m->items[i];
  const sm_name *name = sm_resolver_name(r, i);
  if (!name->n) return;
  bool as_chosen = !r->held[i] && m->said_kind == r->said[r->names[i]];
  sm_choice c = as_chosen ? r->by_name[r->names[i]] : choose(r, r->names[i], (uint8_t)m->said_kind, r->held[i]);
  sm_place_brief b = sm_resolver_brief(r, c.place);
  const sm_place_ref wider = sm_province_of_village(r, i, &b, c.name_flags);
  if (wider) c.place = wider, c.name_flags = SM_NAME_MAIN, b = sm_resolver_brief(r, wider);
  m->place = c.place;
  sm_gazetteer_point(r->g->gazetteer, c.place, &m->lon, &m->lat, &m->radius_m);
  m->margin = c.margin;
  if (b.kind == SM_KIND_CITY) m->rival_m = rival_distance(r, i, &c, &b);
  m->conf = certainty(r, i, &c, &b);
  if (c.name_flags & SM_NAME_VARIANT) m->flags |= SM_MENTION_VARIANT, c.why |= WHY_SPELLING;
  bool backed = c.why & (WHY_CONTAINED | WHY_PROVINCE | WHY_NEAR | WHY_SENSE | WHY_COUNTRY);
  if (b.kind == SM_KIND_CITY && b.population < 60000 && !backed) m->flags |= SM_MENTION_GUESS;
  if (is_elsewhere(r, i, &c, &b)) {
    m->flags |= SM_MENTION_GUESS;
    r->elsewhere[i] = true;
  }
  bool fits = c.why & (WHY_CONTAINED | WHY_NEAR) || (b.flags & SM_PLACE_CAPITAL && backed);
  if (is_quarter(r, m, &b) && !fits) r->quarter[r->names[i]] = true;
  if (r->quarter[r->names[i]] && !r->held[i] && !fits)
    r->rejected[i] = true; // "the San Jose station" of the San Jose neighbourhood
  if (b.kind == SM_KIND_COUNTRY && (is_part_of_foreign_name(r, m, &c) || is_foreign_name_of_land(r, i, &c, &b))) r->rejected[i] = true;
  if ((is_numbered_part(r, m) && !(c.why & WHY_CONTAINED)) || is_stranger_far_off(r, i, &c, &b)) r->rejected[i] = true;
  if (r->rejected[i]) {
    *m = (sm_mention){.span = m->span,
                      .first = m->first,
                      .last = m->last,
                      .sentence = m->sentence,
                      .role = m->role,
                      .flags = m->flags | SM_MENTION_UNLISTED,
                      .said_kind = m->said_kind,
                      .n_candidates = m->n_candidates,
                      .container = m->container,
                      .containee = m->containee,
                      .reason = "none of its namesakes lies where the text places it"};
    return;
  }
  const char *reason = sm_words_of_choice(r, m, &c, name, r->held[i] == c.place ? r->holder[i] : 0);
  m->reason = reason ? reason : "";
}

static bool closes_address(const sm_resolver *r, const sm_mention *outer) {
  const sm_tokens *t = &r->doc->tokens;
  uint32_t last = outer->last;
  const bool unit = last < t->n && sm_token_cue(r->g, &t->items[last], SM_CUE_UNIT); // "in the Chuhuiv district."
  last += unit;
  if (last >= t->n || t->items[last].sentence != outer->sentence || (unit && (sm_token_cue(r->g, &t->items[last], SM_CUE_PREPOSITION) & 15) == SM_PREP_OF)) return true;
  uint16_t sign = t->items[last].sign;
  return sign == ',' || sign == '.' || sign == ')' || sign == ';' || sign == ':';
}

/// Whether mention k is a province, district or country that the text clearly means as a place.
static bool is_plain_unit(const sm_resolver *r, size_t k) {
  const sm_mention *m = &r->m->items[k];
  if (!m->place || m->role != SM_ROLE_LITERAL || m->conf < 0.5f) return false;
  uint8_t kind = sm_resolver_brief(r, m->place).kind;
  return kind == SM_KIND_ADM1 || kind == SM_KIND_ADM2 || kind == SM_KIND_COUNTRY;
}

/// The mention whose unit the text says holds mention i although its place lies elsewhere, or 0 (index + 1).
static size_t contradicted_by(const sm_resolver *r, size_t i) {
  enum { LARGE = 100000 }; ///< "Khan Younis ... met in Cairo": only an address contradicts a city
  const sm_mention *m = &r->m->items[i];
  sm_place_brief b = sm_resolver_brief(r, m->place);
  for (size_t k = i + 1; k < r->m->n && r->m->items[k].sentence == m->sentence; k++) {
    const sm_mention *outer = &r->m->items[k];
    size_t unit = sm_owned_by(r, k);
    if (unit > k) outer = &r->m->items[unit];
    bool address = k == i + 1 && sm_joint_of(r, m, &r->m->items[k]) == 1 && (unit > k || closes_address(r, outer));
    const bool seat = b.kind == SM_KIND_ADM1 && address && outer->place && sm_resolver_brief(r, outer->place).kind == SM_KIND_CITY; // "Quirino village, Las Navas"
    if (!(is_plain_unit(r, unit) || seat) || (!address && (!(m->flags & SM_MENTION_GUESS) || b.population > LARGE))) continue;
    sm_place_brief o = sm_resolver_brief(r, outer->place);
    return sm_resolver_holds(r, &o, outer->place, &b, m->place) ? 0 : unit + 1;
  }
  return 0;
}

/// Whether another name of the report lies in the province too.
static bool is_told_of(const sm_resolver *r, size_t i, sm_place_ref adm1) {
  for (size_t k = 0; k < r->m->n; k++) {
    const sm_mention *m = &r->m->items[k];
    if (r->names[k] == r->names[i] || !m->place || m->role == SM_ROLE_DEMONYM) continue;
    sm_place_brief b = sm_resolver_brief(r, m->place);
    if (m->place == adm1 || (b.adm1 == adm1 && !(b.flags & SM_PLACE_CAPITAL))) return true; // a capital speaks of all provinces
  }
  return false;
}

/// "Izium district: a mine near Kamianka": a district with its word at the head of a line.
static bool heads_as_district(const sm_resolver *r, const sm_mention *m, const sm_place_brief *b) {
  enum { HEAD = 3 };
  const uint32_t first = r->doc->tokens.sentences[m->sentence].first;
  const uint8_t word = sm_token_cue(r->g, &r->doc->tokens.items[m->last - 1], SM_CUE_UNIT);
  return (b->kind == SM_KIND_ADM2 || b->kind == SM_KIND_CITY) && (m->said_kind == SM_KIND_ADM2 || (word & SM_UNIT_KIND) == SM_KIND_ADM2) && m->first < first + HEAD && r->doc->tokens.items[first].flags & SM_TOKEN_LINE_START;
}

/// "In Acapulco, Guerrero, ... in Colonia X", "In Belgorod district, shells hit X": the place that opens the sentence lies far from a small one of
/// its country, or from a village of any.
static bool is_fronted_elsewhere(const sm_resolver *r, size_t k, size_t i, const sm_place_brief *o, const sm_place_brief *b) {
  static const double FAR_M = 120e3; ///< out of any district
  enum { TOWN = 15000 };
  const sm_mention *front = &r->m->items[k], *m = &r->m->items[i];
  if (front->sentence != m->sentence || o->flags & SM_PLACE_CAPITAL || (o->kind != SM_KIND_ADM1 && o->kind != SM_KIND_ADM2 && o->kind != SM_KIND_CITY)) return false;
  if (!sm_is_fronted(r, k) || sm_is_said_after(r, front, m)) return false;
  const sm_place_ref unit = o->kind == SM_KIND_ADM1 ? front->place : o->adm1;
  return b->adm1 != unit && (o->country == b->country || b->population < TOWN) && sm_sphere_distance(b->lon, b->lat, o->lon, o->lat) > FAR_M && !is_told_of(r, i, b->adm1);
}

/// "Donetsk region: two died in Dolyna": the province told last, with its word, before a small place that
/// lies in another one of the country, of which nothing else is told (index + 1), or 0.
static size_t province_before(const sm_resolver *r, size_t i) {
  static const double FAR_M = 120e3; ///< out of any district
  enum { SMALL = 60000, TOWN = 15000, SENTENCES = 2, ADDRESS_TOKENS = 3 };
  const sm_sentence *s = r->doc->tokens.sentences;
  const sm_mention *m = &r->m->items[i];
  sm_place_brief b = sm_resolver_brief(r, m->place);
  const bool bare = b.kind == SM_KIND_ADM2 && !(m->flags & SM_MENTION_HAS_UNIT_WORD); // a district that is told as a village
  if ((b.kind != SM_KIND_CITY && !bare) || b.population >= SMALL || b.flags & (SM_PLACE_ADM1_SEAT | SM_PLACE_CAPITAL) ||
      !b.adm1)
    return 0;
  for (size_t k = i; k-- > 0 && r->m->items[k].sentence + SENTENCES >= m->sentence;) {
    const sm_mention *outer = &r->m->items[k];
    if (!outer->place || outer->role != SM_ROLE_LITERAL) continue;
    const sm_mention *held = k > 0 && r->m->items[k - 1].sentence == outer->sentence ? outer - 1 : NULL;
    const bool beside = held && outer->first - held->last <= ADDRESS_TOKENS && r->doc->tokens.items[held->last].sign == ',';
    const bool address = beside || outer->containee || outer->flags & SM_MENTION_CONTAINER; // "in Ber, in the Timbuktu region" tells of Ber alone
    if ((address || b.population >= TOWN) && s[outer->sentence].paragraph != s[m->sentence].paragraph) continue;
    if (address && outer->sentence != m->sentence && m->n_candidates == 1) continue; // "in X, Y province. ... in Z", of which there is one
    sm_place_brief o = sm_resolver_brief(r, outer->place);
    uint8_t last = sm_token_cue(r->g, &r->doc->tokens.items[outer->last - 1], SM_CUE_UNIT); // "In Sagaing Region"
    if (is_fronted_elsewhere(r, k, i, &o, &b)) return k + 1;
    if (heads_as_district(r, outer, &o) && s[outer->sentence].paragraph == s[m->sentence].paragraph && o.country == b.country && m->n_candidates > 1 &&
        sm_sphere_distance(b.lon, b.lat, o.lon, o.lat) > FAR_M)
      return k + 1;
    if (o.kind != SM_KIND_ADM1 || !(outer->said_kind || (last & SM_UNIT_KIND) == SM_KIND_ADM1)) continue;
    const bool village = outer->sentence == m->sentence && outer->first == s[m->sentence].first + 1 && b.population < TOWN && !is_told_of(r, i, b.adm1); // "In Belgorod region, shells hit X", of Crimea
    return (o.country == b.country || village) && b.adm1 != outer->place && !is_told_of(r, i, b.adm1) ? k + 1 : 0;
  }
  return 0;
}

/// "Quirino village in Las Navas, Northern Samar": no province is one.
static bool is_told_as_settlement(const sm_resolver *r, const sm_mention *m) {
  return sm_token_reads(r->doc, m->last, "village") || sm_token_reads(r->doc, m->last, "town");
}

/// "at the exit of X in the direction of Y": Y holds nothing.
static bool is_told_as_direction(const sm_resolver *r, const sm_mention *m) {
  static const char *const words[] = {"direction", "directions", "way"};
  const uint32_t first = r->doc->tokens.sentences[m->sentence].first;
  return m->first >= first + 2 && (sm_token_cue(r->g, &r->doc->tokens.items[m->first - 1], SM_CUE_PREPOSITION) & 15) == SM_PREP_OF && SM_TOKEN_READS_ANY(r->doc, m->first - 2, words);
}

/// A namesake abroad is no better than no place: where the text contradicts a small place, the name counts as
/// one that the gazetteer lacks.
static void reject_namesake(sm_resolver *r, size_t i) {
  sm_mention *m = &r->m->items[i];
  if (!m->place || r->held[i] || m->role == SM_ROLE_DEMONYM || m->role == SM_ROLE_DATELINE) return;
  sm_place_brief b = sm_resolver_brief(r, m->place);
  if (b.kind == SM_KIND_COUNTRY || (b.kind == SM_KIND_ADM1 && !is_told_as_settlement(r, m)) || b.kind == SM_KIND_SEA || b.kind == SM_KIND_RIVER ||
      b.kind == SM_KIND_REGION || b.population > 400000)
    return;
  size_t outer = contradicted_by(r, i);
  if (outer && is_told_as_direction(r, &r->m->items[outer - 1])) outer = 0;
  if (!outer) outer = province_before(r, i);
  if (!outer) return;
  m->place = 0;
  m->container = (uint32_t)outer;
  m->flags |= SM_MENTION_UNLISTED;
}

/// An unlisted name lies where its container is.
static void place_unlisted(sm_resolver *r, size_t i) {
  sm_mention *m = &r->m->items[i];
  if (m->place || !m->container) return;
  const sm_mention *c = &r->m->items[m->container - 1];
  if (!c->place) return;
  m->lon = c->lon;
  m->lat = c->lat;
  m->radius_m = c->radius_m;
  m->conf = 0.5f * c->conf;
  m->flags |= SM_MENTION_GUESS;
  m->reason = "in no gazetteer; placed by what holds it";
}

sm_status sm_resolve_mentions(const sm_geocoder *geocoder, sm_document *document, sm_findings *findings,
                              const uint32_t *names, sm_mentions *mentions, sm_error *err) {
  sm_resolver r = {.g = geocoder, .doc = document, .f = findings, .names = names, .m = mentions};
  r.held = sm_arena_calloc(document->arena, 2 * mentions->n + 1, sizeof *r.held);
  r.by_name = sm_arena_calloc(document->arena, findings->n_names + 1, sizeof *r.by_name);
  r.said = sm_arena_calloc(document->arena, findings->n_names + 1, 1);
  r.quarter = sm_arena_calloc(document->arena, findings->n_names + 1, sizeof *r.quarter);
  r.rejected = sm_arena_calloc(document->arena, 2 * mentions->n + 1, sizeof *r.rejected);
  r.options = sm_arena_calloc(document->arena, findings->n_names + 1, sizeof *r.options);
  r.own = sm_arena_calloc(document->arena, findings->n_names + 1, sizeof *r.own);
  bool *sensed = sm_arena_calloc(document->arena, findings->n_names + 1, sizeof *sensed);
  if (!sensed || !r.held || !r.by_name || !r.said || !r.quarter || !r.rejected || !r.options || !r.own || !gather_options(&r))
    return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  r.holder = r.held + mentions->n;
  r.elsewhere = r.rejected + mentions->n;
  for (size_t i = 0; i < mentions->n; i++)
    if (mentions->items[i].said_kind && (!r.said[names[i]] || mentions->items[i].said_kind < SM_KIND_AIRPORT)) r.said[names[i]] = (uint8_t)mentions->items[i].said_kind; // what a unit has tells less than its word
  r.n_in_title = sm_title_countries(geocoder, document, r.in_title, TITLE_TOKENS);
  choose_names(&r, false);
  vote_names(&r, false);
  vote_title(&r);
  if (!find_provinces(&r, findings)) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  choose_names(&r, false);
  sm_read_containment(&r);
  sm_hold_holders(&r, true);
  for (size_t i = 0; i < mentions->n; i++)
    if (r.held[i] && sm_is_capitals_name(&r, i, r.held[i])) r.held[i] = 0;
  for (size_t i = 0; i < mentions->n; i++)
    if (r.held[i] && !findings->names[names[i]].sense && !(r.said[names[i]] == SM_KIND_ADM1 && sm_resolver_brief(&r, r.held[i]).kind == SM_KIND_CITY)) findings->names[names[i]].sense = r.held[i], sensed[names[i]] = true; // "Yemen's Hodeidah", told as a province below
  choose_again(&r, sensed);
  vote_names(&r, true);
  vote_title(&r);
  gather_anchors(&r);
  choose_names(&r, true);
  sm_hold_holders(&r, false);
  for (size_t i = 0; i < mentions->n; i++) {
    const sm_place_ref unit = governed_unit(&r, i);
    if (unit) r.held[i] = unit;
    settle(&r, i);
  }
  for (size_t i = mentions->n; i-- > 0;) reject_namesake(&r, i);
  for (size_t i = 0; i < mentions->n; i++)
    if (r.elsewhere[i] && !mentions->items[i].container)
      mentions->items[i].container = sm_likely_holder(geocoder, document, mentions, &mentions->items[i], 0);
  for (size_t i = 0; i < mentions->n; i++) place_unlisted(&r, i);
  for (size_t i = 1; i < mentions->n; i++) // one place, told by its two ends
    if (sm_are_road_ends(geocoder, document, &mentions->items[i - 1], &mentions->items[i])) {
      mentions->items[i].flags |= SM_MENTION_CONTAINER;
      mentions->items[i].containee = (uint32_t)i;
    }
  return SM_OK;
}
