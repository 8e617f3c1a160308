// Namesakes: places of the gazetteer that the report cannot mean, by the countries that it is about and by what it tells beside them.
#include "namesake.h"

#include "actor.h"
#include "boundary.h"
#include "fold.h"
#include "struck.h"

enum { NAMESAKE_POPULATION = 150000, ALIAS_POPULATION = 2000000, FIRM_POPULATION = 50000, SMALL_TOWN = 15000, NEIGHBOUR_M = 90000, NEXT_DOOR_M = 1500000 };

static const float LITTLE = 0.5f; ///< said for a country: less than that its forces act

/// "the Old City district", "New Town": words of the language, a name in any country.
static bool is_of_common_words(const sm_scan *scan, const sm_mention *m) {
  enum { COMMON = 100 };
  for (uint32_t i = m->first; i < m->last; i++) {
    const sm_lexicon_entry *e = scan->t[i].entry;
    if (scan->t[i].flags & SM_TOKEN_WORD && !(e && e->rank && e->rank < COMMON)) return false;
  }
  return true;
}

/// "Bandiagara", a town and the district round it: several records of one spot.
static bool is_one_spot(const sm_scan *scan, const sm_mention *m, const sm_place_brief *b) {
  enum { MOST = 4 };
  static const double NEAR_M = 30e3;
  const sm_gazetteer *g = scan->reader->gazetteer;
  sm_candidate c[MOST];
  const uint64_t key = sm_name_key(sm_span_text(scan, m->span), NULL);
  const size_t n = key ? sm_gazetteer_find(g, key, c, MOST) : 0;
  for (size_t i = 0; i < n && i < MOST; i++) {
    const sm_place_brief other = sm_gazetteer_brief(g, c[i].place);
    if (other.country != b->country || sm_sphere_distance(b->lon, b->lat, other.lon, other.lat) > NEAR_M) return false;
  }
  return n > 0 && n <= MOST;
}

/// How much must speak for another country before a place is taken for a namesake, where nothing speaks for its own.
static float doubt_at(const sm_scan *scan, const sm_mention *m, const sm_place_brief *b) {
  enum { FEW = 5, SURE = 3, KNOWN_TO_ALL = 500000 };
  static const float PERSON = 0.5f, HARDLY = 0.15f, HARDLY_SURE = 0.4f, WEAK = 0.65f, SMALL = 0.9f, PROVINCE = 0.9f, UNIT = 1.9f, TOWN = 1.2f, SEAT = 1.5f, SITE = 1.5f, LARGE = 1.9f, ONLY = 3.5f, NEVER = 99;
  const bool town = b->kind == SM_KIND_CITY, large = town && b->population >= FIRM_POPULATION, few = m->n_candidates <= FEW;
  const bool city = large && m->last < scan->n && sm_is(scan, m->last, SM_W_CITY); // "in Khost city"
  const bool guess = m->flags & SM_MENTION_GUESS, alias = sm_is_alias(scan, m), common = is_of_common_words(scan, m);
  if (town && m->n_candidates <= SURE && !guess && !common && (b->flags & SM_PLACE_CAPITAL || b->population >= KNOWN_TO_ALL)) return NEVER; // "Kuwait City", "Basra"
  if (large && few && !city && !guess && !common) return alias ? SEAT : LARGE; // "ministers met in Cairo" tells nothing against Khan Younis
  if (guess || alias) return b->kind >= SM_KIND_AIRPORT ? SITE : m->conf < HARDLY ? HARDLY_SURE : WEAK;
  if (common) return SMALL;
  const sm_lexicon_entry *e = m->last == m->first + 1 ? scan->t[m->first].entry : NULL;
  if (e && e->word_bits & SM_WORD_GIVEN_NAME && town) return PERSON; // "Omar"
  if (city) return NEVER;
  if (b->kind == SM_KIND_ADM1) return few ? UNIT : PROVINCE;
  if (b->kind == SM_KIND_ADM2) return UNIT;
  if (b->flags & (SM_PLACE_ADM1_SEAT | SM_PLACE_CAPITAL)) return SEAT;
  const bool long_name = m->last > m->first + 1 && m->n_candidates == 2; // "North Waziristan", in two sources
  if (m->n_candidates != 1 && !long_name && !is_one_spot(scan, m, b)) return SMALL;
  return town && b->population >= SMALL_TOWN ? ONLY : TOWN; // "Sderot", as ministers meet in Doha
}

/// "the San José hospital": named after somebody or something, as often as for where it stands.
static bool is_name_of_thing(const sm_scan *scan, const sm_mention *m) {
  if (m->first <= scan->s[m->sentence].first || !sm_is(scan, m->first - 1, SM_W_THE) || m->last >= scan->n) return false;
  const sm_lexicon_entry *e = scan->t[m->last].entry;
  return e && e->word_bits & SM_WORD_NOUN_ARTIFACT && !(scan->t[m->last].flags & SM_TOKEN_CAPITAL) && scan->t[m->last].sentence == m->sentence &&
         sm_has_cue(scan, m->last, SM_CUE_TARGET);
}

/// "Russian shells fell on Vovchansk": in a country at war with the neighbour that most is told of.
static bool is_foes_ground(const sm_scan *scan, const sm_lands *lands, const sm_place_brief *b) {
  uint32_t most = 0;
  for (uint32_t i = 1; i < lands->n; i++)
    if (lands->weights[i] > lands->weights[most]) most = i;
  if (lands->n == 0 || lands->items[most] == b->country) return false;
  const sm_actor own = sm_state_actor(scan->reader, b->country), other = sm_state_actor(scan->reader, lands->items[most]);
  const sm_place_ref seat = sm_gazetteer_capital(scan->reader->gazetteer, lands->items[most]);
  if (!seat || !sm_are_rivals(scan->reader, &own, &other)) return false;
  const sm_place_brief there = sm_gazetteer_brief(scan->reader->gazetteer, seat);
  return sm_sphere_distance(b->lon, b->lat, there.lon, there.lat) < NEXT_DOOR_M;
}

/// No place of another country that the report names lies by it.
static bool lies_alone(const sm_scan *scan, const sm_place_brief *b) {
  enum { FAR_M = 1500000 };
  const sm_mentions *m = scan->mentions;
  for (size_t i = 0; i < m->n; i++) {
    const sm_mention *y = &m->items[i];
    if (!y->place || y->role == SM_ROLE_DEMONYM) continue;
    const sm_place_brief c = sm_gazetteer_brief(scan->reader->gazetteer, y->place);
    if (c.kind != SM_KIND_COUNTRY && c.country != b->country && sm_sphere_distance(b->lon, b->lat, c.lon, c.lat) < FAR_M) return false;
  }
  return true;
}

/// "raids on Kfar Kila and Blida", of Lebanon: a town or a unit of that name a continent away, with no other place of its country.
static bool is_far_abroad(const sm_scan *scan, const sm_lands *lands, const sm_mention *x, const sm_place_brief *b) {
  enum { LARGE = 700000, MANY = 5 };
  static const float FIRM = 2.5f, FIRM_OF_MANY = 1.9f, FIRM_OF_TOWN = 1.2f, FIRM_OF_SEAT = 4;
  if ((b->kind != SM_KIND_CITY && b->kind != SM_KIND_ADM1) || b->population > LARGE || b->flags & SM_PLACE_CAPITAL) return false;
  const bool town = b->kind == SM_KIND_CITY && b->population < NAMESAKE_POPULATION && !(b->flags & (SM_PLACE_CAPITAL | SM_PLACE_ADM1_SEAT));
  const bool seat = b->kind == SM_KIND_CITY && b->flags & SM_PLACE_ADM1_SEAT && !sm_is_alias(scan, x);
  const float firm = town ? FIRM_OF_TOWN : seat ? FIRM_OF_SEAT : x->n_candidates > MANY ? FIRM_OF_MANY : FIRM;
  return sm_other_ground(lands, b->country) >= firm && lies_alone(scan, b);
}

/// "Boko Haram shelled Rann", of which the gazetteer knows the old name of a town in Slovenia alone: a continent away from the home of who is told.
static bool is_far_from_home(const sm_scan *scan, const sm_lands *lands, const sm_place_brief *b) {
  static const float HOME = 0.7f; // as a group's
  static const double FAR_M = 2500e3;
  const sm_gazetteer *g = scan->reader->gazetteer;
  uint32_t told = 0;
  for (size_t i = 0; i < scan->mentions->n && told < 2; i++) told += scan->mentions->items[i].place && sm_gazetteer_brief(g, scan->mentions->items[i].place).country == b->country;
  bool far = false;
  for (uint32_t i = 0; i < lands->n && told < 2; i++) {
    const sm_place_ref seat = lands->items[i] == b->country || lands->weights[i] < HOME ? 0 : sm_gazetteer_capital(g, lands->items[i]);
    if (!seat) continue;
    const sm_place_brief there = sm_gazetteer_brief(g, seat);
    if (sm_sphere_distance(b->lon, b->lat, there.lon, there.lat) < FAR_M) return false;
    far = true;
  }
  return far;
}

/// Small places abroad, in a country that nothing else in the report speaks for while others are: namesakes.
static bool is_namesake(const sm_scan *scan, const sm_lands *lands, size_t index) {
  const sm_mention *m = &scan->mentions->items[index];
  sm_place_brief b = sm_gazetteer_brief(scan->reader->gazetteer, m->place);
  bool nature = b.kind == SM_KIND_RIVER || b.kind == SM_KIND_LAKE || b.kind == SM_KIND_MOUNTAIN || b.kind == SM_KIND_ISLAND;
  if (nature && !m->container && is_name_of_thing(scan, m)) return true; // "the Shama cinema"
  if (b.kind == SM_KIND_COUNTRY || b.kind == SM_KIND_SEA || b.kind == SM_KIND_STRAIT || !b.country || m->container) return false;
  const bool abroad = is_far_abroad(scan, lands, m, &b);
  if (b.population > NAMESAKE_POPULATION && !abroad && (b.population > ALIAS_POPULATION || !(is_name_of_thing(scan, m) || sm_is_alias(scan, m)))) return false;
  if (b.kind == SM_KIND_ADM1 && (m->said_kind == SM_KIND_ADM1 || m->containee) && !abroad) return false; // but "Beni territory", of Congo
  if (m->n_candidates == 1 && is_foes_ground(scan, lands, &b)) return false;
  if (b.kind == SM_KIND_CITY && b.population < FIRM_POPULATION && sm_is_alias(scan, m) && is_far_from_home(scan, lands, &b) && sm_land_without(scan, lands, b.country, index) < LITTLE) return true;
  return (abroad || sm_other_ground(lands, b.country) >= doubt_at(scan, m, &b)) && sm_land_without(scan, lands, b.country, index) < LITTLE;
}

/// What is told as ground of a country without the mentions of one place.
static float ground_without(const sm_scan *scan, const sm_lands *lands, sm_place_ref country, sm_place_ref place) {
  const sm_mentions *m = scan->mentions;
  float ground = 0;
  for (uint32_t i = 0; i < lands->n; i++)
    if (lands->items[i] == country) ground = lands->grounds[i];
  for (size_t i = 0; i < m->n && ground > 0; i++)
    if (m->items[i].place == place) ground -= lands->of_mention[i];
  return ground;
}

/// "Belgorod region: the village of Zhuravlyovka", of which the gazetteer has one of Crimea alone: a small place of the country whose forces
/// strike, while all places that are told lie in another and far off.
static bool is_lone_abroad(const sm_scan *scan, const sm_lands *lands, size_t index) {
  static const double FAR_M = 250e3;
  static const float LITTLE_GROUND = 0.7f; // other such names
  const sm_mentions *m = scan->mentions;
  const sm_mention *x = &m->items[index];
  const sm_place_brief b = sm_gazetteer_brief(scan->reader->gazetteer, x->place);
  if (b.kind != SM_KIND_CITY || b.population > SMALL_TOWN || x->container || x->role != SM_ROLE_LITERAL) return false;
  if (ground_without(scan, lands, b.country, x->place) > LITTLE_GROUND) return false;
  bool unit = false;
  for (size_t i = 0; i < m->n; i++) {
    const sm_mention *y = &m->items[i];
    if (!y->place || y->place == x->place || y->role == SM_ROLE_DEMONYM) continue;
    const sm_place_brief c = sm_gazetteer_brief(scan->reader->gazetteer, y->place);
    if (c.kind == SM_KIND_COUNTRY) continue;
    const bool firm = c.kind != SM_KIND_CITY || c.population > SMALL_TOWN;
    if ((firm && c.country == b.country) || sm_sphere_distance(b.lon, b.lat, c.lon, c.lat) < FAR_M) return false;
    unit |= c.kind == SM_KIND_ADM1 && y->role == SM_ROLE_LITERAL && y->first < x->first;
  }
  return unit;
}

/// Small places of the right country, but far from the province that their paragraph tells and from all else that the report names.
static bool is_far_namesake(const sm_scan *scan, size_t index) {
  const sm_gazetteer *g = scan->reader->gazetteer;
  const sm_mentions *m = scan->mentions;
  const sm_mention *x = &m->items[index];
  sm_place_brief b = sm_gazetteer_brief(g, x->place);
  if (b.kind != SM_KIND_CITY || b.population > FIRM_POPULATION || x->n_candidates < 2 || x->container || x->role != SM_ROLE_LITERAL) return false;
  if (b.flags & SM_PLACE_ADM1_SEAT && !sm_is_alias(scan, x)) return false; // "Saada and Marib"
  bool away = false;
  for (uint32_t k = x->last; k < x->last + 3 && k < scan->s[x->sentence].last; k++)
    if (scan->t[k].flags & SM_TOKEN_NUMBER) return false; // "Jilib, 370 km to the south"
  for (size_t i = 0; i < m->n; i++) {
    const sm_mention *y = &m->items[i];
    if (i == index || !y->place || y->place == x->place) continue;
    sm_place_brief c = sm_gazetteer_brief(g, y->place);
    if (c.kind == SM_KIND_COUNTRY || c.country != b.country) continue;
    double apart = sm_sphere_distance(b.lon, b.lat, c.lon, c.lat);
    if (y->place == b.adm1 || y->place == b.adm2 || apart < NEIGHBOUR_M) return false;
    bool unit = (c.kind == SM_KIND_ADM1 || c.kind == SM_KIND_ADM2) && y->role == SM_ROLE_LITERAL;
    away |= unit && scan->s[y->sentence].paragraph == scan->s[x->sentence].paragraph && apart > NEIGHBOUR_M + (double)y->radius_m;
  }
  return away;
}

/// "Boya, west of Miran Shah", "Zirgan near Tel Tamer": the place beside it, told as near, lies far from it.
static bool is_far_from_neighbour(const sm_scan *scan, size_t index) {
  enum { WORDS = 8, FAR_M = 250000 };
  const sm_mentions *m = scan->mentions;
  const sm_mention *x = &m->items[index], *y = x + 1;
  if (index + 1 >= m->n || y->sentence != x->sentence || !y->place || y->first - x->last > WORDS || y->flags & SM_MENTION_GUESS) return false;
  sm_place_brief b = sm_gazetteer_brief(scan->reader->gazetteer, x->place), c = sm_gazetteer_brief(scan->reader->gazetteer, y->place);
  if (b.kind != SM_KIND_CITY || c.kind != SM_KIND_CITY || b.population > c.population + FIRM_POPULATION) return false;
  bool near = false;
  for (uint32_t k = x->last; k < y->first; k++) {
    if (sm_has_cue(scan, k, SM_CUE_TRIGGER) || sm_is(scan, k, SM_W_AND) || scan->t[k].flags & SM_TOKEN_NUMBER) return false; // "270 km north of" is held against the map by the resolver
    near |= sm_is(scan, k, SM_W_NEAR) || sm_is(scan, k, SM_W_OUTSIDE) || (sm_is_bearing(scan, k) && sm_is(scan, k + 1, SM_W_OF) && (!b.adm1 || b.adm1 != c.adm1)); // its province's seat is far off
  }
  return near && sm_sphere_distance(b.lon, b.lat, c.lon, c.lat) > FAR_M;
}

bool sm_is_told_nearby(const sm_scan *scan, const sm_mention *m) {
  static const char *const nearby[] = {"nearby", "neighbouring", "neighboring"};
  const uint32_t floor = scan->s[m->sentence].first;
  const uint32_t first = m->first > floor + 2 && sm_is(scan, m->first - 1, SM_W_OF) ? m->first - 2 : m->first; // "the nearby town of X"
  return first > floor && SM_IS_ONE_OF(scan, first - 1, nearby);
}

/// "Drones hit Shebekino. In nearby Murom": far from all else that the report tells.
static bool is_far_from_told(const sm_scan *scan, size_t index) {
  enum { FAR_M = 250000 };
  const sm_mention *items = scan->mentions->items, *x = &items[index];
  const sm_place_brief b = sm_gazetteer_brief(scan->reader->gazetteer, x->place);
  if (!sm_is_told_nearby(scan, x) || b.kind != SM_KIND_CITY) return false;
  bool told = false;
  for (size_t k = 0; k < scan->mentions->n; k++) {
    const sm_mention *y = &items[k];
    const sm_place_brief c = y->place && y->place != x->place && y->role == SM_ROLE_LITERAL ? sm_gazetteer_brief(scan->reader->gazetteer, y->place) : (sm_place_brief){0};
    if (c.kind != SM_KIND_CITY && c.kind != SM_KIND_ADM2) continue;
    if (sm_sphere_distance(b.lon, b.lat, c.lon, c.lat) <= FAR_M) return false;
    told |= k < index;
  }
  return told;
}

/// "near Avdiivka and Pisky": the second of two places that something is near lies by the first.
static bool is_far_from_pair(const sm_scan *scan, size_t index) {
  enum { FAR_M = 150000 };
  static const char *const ways[] = {"road", "highway", "route", "railway", "axis"}; // "the road between Gao and Kidal" is long
  const sm_mention *y = &scan->mentions->items[index], *x = index ? y - 1 : NULL;
  if (!x || x->sentence != y->sentence || !x->place || y->n_candidates < 2 || x->first <= scan->s[x->sentence].first || y->first != x->last + 1 || !sm_is(scan, x->last, SM_W_AND)) return false;
  if (!sm_is(scan, x->first - 1, SM_W_NEAR) && !sm_is(scan, x->first - 1, SM_W_BETWEEN) && !sm_is(scan, x->first - 1, SM_W_AROUND)) return false;
  if (x->first > 1 && SM_IS_ONE_OF(scan, x->first - 2, ways)) return false;
  const sm_place_brief b = sm_gazetteer_brief(scan->reader->gazetteer, y->place), c = sm_gazetteer_brief(scan->reader->gazetteer, x->place);
  if (b.kind != SM_KIND_CITY || c.kind != SM_KIND_CITY || b.population > FIRM_POPULATION) return false;
  return sm_sphere_distance(b.lon, b.lat, c.lon, c.lat) > FAR_M;
}

/// "Pervomaiske in Crimea", "Pyatykhatky in the Zaporizhzhia region": the unit told right behind it does not hold it.
static bool is_outside_unit(const sm_scan *scan, size_t index) {
  const sm_mentions *m = scan->mentions;
  const sm_mention *x = &m->items[index], *unit = x + 1;
  if (index + 1 >= m->n || !unit->place || unit->sentence != x->sentence || !sm_is(scan, x->last, SM_W_IN)) return false;
  if (unit->first != x->last + (sm_is(scan, x->last + 1, SM_W_THE) ? 2 : 1)) return false;
  const sm_place_brief b = sm_gazetteer_brief(scan->reader->gazetteer, x->place), u = sm_gazetteer_brief(scan->reader->gazetteer, unit->place);
  if (b.kind != SM_KIND_CITY || u.kind != SM_KIND_ADM1 || unit->flags & SM_MENTION_GUESS) return false;
  return b.adm1 != unit->place && sm_sphere_distance(b.lon, b.lat, u.lon, u.lat) > (double)unit->radius_m;
}

bool sm_is_far_from_suburb(const sm_scan *scan, uint32_t last, sm_place_ref place) {
  enum { SUBURB_M = 60000, WORDS = 3 };
  static const char *const edges[] = {"suburbs", "suburb", "outskirts", "vicinity", "environs"};
  uint32_t k = last + sm_is_sign(scan, last, ','), of = k + 1;
  if (k + 3 >= scan->n || !(sm_is(scan, k, SM_W_IN) || sm_is(scan, k, SM_W_ON))) return false;
  while (of < scan->n && of <= k + WORDS && !sm_is(scan, of, SM_W_OF)) of++;
  const uint32_t at = of + 1 < scan->n && sm_is(scan, of, SM_W_OF) && SM_IS_ONE_OF(scan, of - 1, edges) ? scan->mention_at[of + 1] : 0;
  const sm_mention *town = at ? &scan->mentions->items[at - 1] : NULL;
  if (!town || !town->place || town->flags & SM_MENTION_GUESS) return false;
  const sm_place_brief b = sm_gazetteer_brief(scan->reader->gazetteer, place), t = sm_gazetteer_brief(scan->reader->gazetteer, town->place);
  return b.kind == SM_KIND_CITY && t.kind == SM_KIND_CITY && sm_sphere_distance(b.lon, b.lat, t.lon, t.lat) > SUBURB_M;
}

/// The country of a name that stands beside another one in a list, where the report tells the province that holds it; 0 else.
static sm_place_ref listed_country(const sm_scan *scan, const sm_mention *x, const sm_mention *beside) {
  const sm_mentions *m = scan->mentions;
  const sm_mention *a = beside < x ? beside : x, *b = beside < x ? x : beside;
  uint32_t k = a->last;
  if (sm_is_sign(scan, k, ',')) k++;
  if (sm_is(scan, k, SM_W_AND)) k++;
  if (beside->sentence != x->sentence || k == a->last || k != b->first || !beside->place || beside->role != SM_ROLE_LITERAL) return 0;
  const sm_place_brief c = sm_gazetteer_brief(scan->reader->gazetteer, beside->place);
  for (const sm_mention *u = m->items; c.kind == SM_KIND_CITY && u < m->items + m->n && u->sentence <= x->sentence; u++)
    if (u->place && u->place == c.adm1) return c.country;
  return 0;
}

/// "In the Donetsk region two died in Avdiivka and one each in New York, Bakhmut and Soledar": the only name of a far country, between towns
/// of a province that is told.
static bool is_far_in_list(const sm_scan *scan, size_t index) {
  enum { FAR_M = 1500000 };
  const sm_mentions *m = scan->mentions;
  const sm_mention *x = &m->items[index];
  const sm_place_brief b = sm_gazetteer_brief(scan->reader->gazetteer, x->place);
  if (b.kind != SM_KIND_CITY || x->role != SM_ROLE_LITERAL || x->container) return false;
  const sm_mention *y = index + 1 < m->n ? x + 1 : NULL, *before = index ? x - 1 : NULL;
  sm_place_ref country = y ? listed_country(scan, x, y) : 0;
  if (!country && before) country = listed_country(scan, x, y = before);
  if (!country || country == b.country || sm_sphere_distance(b.lon, b.lat, y->lon, y->lat) < FAR_M) return false;
  for (size_t i = 0; i < m->n; i++)
    if (m->items[i].place && m->items[i].place != x->place && sm_gazetteer_brief(scan->reader->gazetteer, m->items[i].place).country == b.country) return false;
  return true;
}

static bool are_neighbours(const sm_scan *scan, sm_place_ref country, sm_place_ref other) {
  enum { MOST = 24 };
  sm_place_ref around[MOST];
  const size_t n = sm_boundary_neighbours(scan->reader->gazetteer, country, around, MOST);
  for (size_t i = 0; i < n && i < MOST; i++)
    if (around[i] == other) return true;
  return false;
}

/// "Zirgan, a village on the border with Turkey": a place far from that country.
static bool is_far_from_border(const sm_scan *scan, size_t index) {
  enum { WORDS = 8 };
  static const double REACH = 3, BESIDE_M = 200e3; ///< a long country's ends lie thrice its radius off
  const sm_mentions *m = scan->mentions;
  const sm_mention *x = &m->items[index], *land = x + 1;
  if (index + 1 >= m->n || land->sentence != x->sentence || !land->place || land->role == SM_ROLE_DEMONYM || land->first - x->last > WORDS) return false;
  const sm_place_brief b = sm_gazetteer_brief(scan->reader->gazetteer, x->place), c = sm_gazetteer_brief(scan->reader->gazetteer, land->place);
  if (c.kind != SM_KIND_COUNTRY || b.kind != SM_KIND_CITY || !sm_is_across_border(scan, land)) return false;
  if (x->n_candidates == 1 && are_neighbours(scan, b.country, land->place)) return false; // a country of several parts has its point far from all of them
  for (uint32_t k = x->last; k < land->first; k++)
    if (sm_has_cue(scan, k, SM_CUE_TRIGGER)) return false;
  return sm_sphere_distance(b.lon, b.lat, c.lon, c.lat) > REACH * (double)land->radius_m + BESIDE_M;
}

/// "Mondomo, a village of Santander": the name before the comma is the village.
static bool is_village_of_town(const sm_scan *scan, uint32_t village) {
  const uint32_t floor = scan->s[scan->t[village].sentence].first;
  return village >= floor + 3 && sm_is(scan, village - 1, SM_W_A) && sm_is_sign(scan, village - 2, ',') && scan->mention_at[village - 3];
}

/// "the village of Murom": no town of many thousands is meant.
static bool is_village(const sm_scan *scan, const sm_mention *m) {
  enum { MOST_VILLAGERS = 40000, LARGE_VILLAGE = 80000 };
  uint32_t first = m->first, floor = scan->s[m->sentence].first;
  bool of = first >= floor + 2 && sm_is(scan, first - 1, SM_W_OF) && sm_is(scan, first - 2, SM_W_VILLAGE) && !is_village_of_town(scan, first - 2);
  bool said = of || (first > floor && sm_is(scan, first - 1, SM_W_VILLAGE)) || (m->last < scan->n && sm_is(scan, m->last, SM_W_VILLAGE));
  if (!said || !m->place) return false;
  sm_place_brief b = sm_gazetteer_brief(scan->reader->gazetteer, m->place);
  const bool only = m->n_candidates == 1 && sm_is_alias(scan, m); // "the village of Kafr Nubl", as the report spells it
  return b.kind == SM_KIND_CITY && b.population > (only ? LARGE_VILLAGE : MOST_VILLAGERS);
}

/// "the Nuba mountains" of Sudan, where a village of the West Bank is called Nuba: heights named like a town of a country that nothing else speaks for.
static bool is_town_for_heights(const sm_scan *scan, const sm_lands *lands, size_t index) {
  const sm_mention *items = scan->mentions->items, *m = &items[index];
  const sm_place_brief b = m->place ? sm_gazetteer_brief(scan->reader->gazetteer, m->place) : (sm_place_brief){0};
  if (b.kind != SM_KIND_CITY || b.population >= NAMESAKE_POPULATION) return false;
  const sm_str name = sm_span_text(scan, m->span);
  bool heights = false;
  for (size_t i = 0; i < scan->mentions->n && !heights; i++) heights = items[i].said_kind == SM_KIND_MOUNTAIN && (items[i].place == m->place || sm_str_equal(name, sm_span_text(scan, items[i].span)));
  return heights && ground_without(scan, lands, b.country, m->place) < LITTLE; // "a Nuba witness", too
}

bool sm_is_namesake(const sm_scan *scan, const sm_lands *lands, size_t index) {
  const sm_mention *m = &scan->mentions->items[index];
  if (m->place && sm_gazetteer_brief(scan->reader->gazetteer, m->place).kind >= SM_KIND_AIRPORT && sm_is_owned_elsewhere(scan, m->first, m->place)) return true; // "Kabul's Green Village", of Syria
  return is_namesake(scan, lands, index) || is_lone_abroad(scan, lands, index) || is_far_namesake(scan, index) || is_far_from_neighbour(scan, index) || is_far_from_told(scan, index) || is_far_from_pair(scan, index) || is_outside_unit(scan, index) || sm_is_far_from_suburb(scan, scan->mentions->items[index].last, scan->mentions->items[index].place) || is_far_from_border(scan, index) || is_far_in_list(scan, index) || is_town_for_heights(scan, lands, index) || is_village(scan, &scan->mentions->items[index]);
}

bool sm_is_out_of_next_unit(const sm_scan *scan, uint32_t last, sm_place_ref place) {
  enum { WORDS = 4 };
  if (sm_is(scan, last, SM_W_AND) && last + 1 < scan->n) { // "between A and B in X region"
    const uint32_t m = scan->mention_at[last + 1], end = m ? scan->mentions->items[m - 1].last : sm_site_name_end(scan, last + 1, scan->s[scan->t[last].sentence].last);
    if (end <= last + 1 || !sm_is(scan, end, SM_W_IN)) return false;
    last = end;
  }
  uint32_t next = last + 1;
  const bool in = sm_is(scan, last, SM_W_IN);
  while (in && next < scan->n && next < last + WORDS && !scan->mention_at[next] && !sm_is_punct(scan, next) && !sm_is_preposition(scan, next)) next++; // "in the oblast's X community"
  const uint32_t at = next < scan->n && (in || sm_is_sign(scan, last, ',') || sm_is_sign(scan, last, '(')) ? scan->mention_at[next] : 0;
  const sm_mention *unit = at ? &scan->mentions->items[at - 1] : NULL;
  if (!unit || !unit->place || unit->role != SM_ROLE_LITERAL || !(unit->said_kind == SM_KIND_ADM1 || unit->said_kind == SM_KIND_ADM2 || (in && unit->said_kind == SM_KIND_CITY))) return false;
  const sm_place_brief b = sm_gazetteer_brief(scan->reader->gazetteer, place), u = sm_gazetteer_brief(scan->reader->gazetteer, unit->place);
  return (u.country == b.country || !(unit->flags & SM_MENTION_GUESS)) && b.adm1 && b.adm1 != (u.kind == SM_KIND_ADM1 ? unit->place : u.adm1);
}

bool sm_is_owned_elsewhere(const sm_scan *scan, uint32_t first, sm_place_ref place) {
  enum { OWNED_M = 100000 };
  const uint32_t owner = first > 1 && scan->t[first - 1].flags & SM_TOKEN_CLITIC ? scan->mention_at[first - 2] : 0;
  const sm_mention *m = owner ? &scan->mentions->items[owner - 1] : NULL;
  if (!m || !m->place || m->role != SM_ROLE_LITERAL) return false;
  const sm_gazetteer *g = scan->reader->gazetteer;
  const sm_place_brief o = sm_gazetteer_brief(g, m->place), b = sm_gazetteer_brief(g, place);
  if (o.kind == SM_KIND_COUNTRY) return b.country != m->place;
  if (o.kind == SM_KIND_ADM1) return b.adm1 && b.adm1 != m->place;
  return (o.kind == SM_KIND_CITY || o.kind == SM_KIND_ADM2) && sm_sphere_distance(o.lon, o.lat, b.lon, b.lat) > OWNED_M;
}

/// The place of a mention's name in the country that alone the report speaks for, where nothing speaks for that of the place taken; 0 none.
static sm_place_ref meant_at_home(const sm_scan *scan, const sm_lands *lands, size_t index) {
  enum { LOOKED_AT = 12, LESSER = 5 };
  static const float FORCES_ACT = 0.6f;
  const sm_gazetteer *g = scan->reader->gazetteer;
  const sm_mention *m = &scan->mentions->items[index];
  if (!m->place || m->role != SM_ROLE_LITERAL || m->container) return 0;
  const sm_place_brief here = sm_gazetteer_brief(g, m->place);
  const bool land = here.kind == SM_KIND_CITY || here.kind == SM_KIND_ADM1 || here.kind == SM_KIND_ADM2;
  if (!land || here.flags & SM_PLACE_CAPITAL || sm_other_ground(lands, here.country) >= FORCES_ACT) return 0;
  sm_place_ref home = 0;
  float most = FORCES_ACT;
  for (uint32_t i = 0; i < lands->n; i++)
    if (lands->items[i] != here.country && lands->weights[i] >= most) most = lands->weights[i], home = lands->items[i];
  sm_candidate c[LOOKED_AT];
  const size_t n = home ? sm_gazetteer_find(g, sm_name_key(sm_span_text(scan, m->span), NULL), c, LOOKED_AT) : 0;
  sm_place_ref found = 0;
  for (size_t i = 0; i < n && i < LOOKED_AT; i++) {
    const sm_place_brief b = sm_gazetteer_brief(g, c[i].place);
    const bool known = b.kind == SM_KIND_ADM1 || (b.kind == SM_KIND_ADM2 && here.population < SMALL_TOWN) || (b.kind == SM_KIND_CITY && b.population >= SMALL_TOWN && LESSER * b.population >= here.population);
    if (b.country != home || !known || (m->said_kind && m->said_kind != (sm_place_kind)b.kind)) continue;
    if (!found || (b.kind == SM_KIND_CITY && sm_gazetteer_brief(g, found).kind != SM_KIND_CITY && !m->said_kind)) found = c[i].place;
  }
  return found && sm_land_without(scan, lands, here.country, index) < LITTLE ? found : 0; // which asks all mentions
}

void sm_move_home(const sm_scan *scan, const sm_lands *lands) {
  for (size_t i = 0; i < scan->mentions->n; i++) {
    sm_mention *m = &scan->mentions->items[i];
    const sm_place_ref home = meant_at_home(scan, lands, i);
    if (!home) continue;
    m->place = home;
    sm_gazetteer_point(scan->reader->gazetteer, home, &m->lon, &m->lat, &m->radius_m);
  }
}
