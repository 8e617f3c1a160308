// Quarters, streets and sites of towns that bear the names of places elsewhere.
#include "quarter.h"

#include "boundary.h"
#include "fold.h"
#include "lands.h"
#include "setting.h"

enum { NAMESAKE_POPULATION = 150000, NEIGHBOUR_M = 90000 };

/// The mention that a part of town is told to lie in: "Baghdad's Qahira neighborhood", "the Zion church in Batticaloa"; index + 1, 0 none.
static uint32_t town_of_part(const sm_scan *scan, size_t index) {
  const sm_mention *m = &scan->mentions->items[index];
  const sm_sentence *s = &scan->s[m->sentence];
  const sm_lexicon_entry *e = m->last < s->last ? scan->t[m->last].entry : NULL;
  bool part = e && e->word_bits & (SM_WORD_NOUN_LOCATION | SM_WORD_NOUN_ARTIFACT | SM_WORD_NOUN_GROUP) && !(scan->t[m->last].flags & SM_TOKEN_CAPITAL);
  if (!part || scan->mention_at[m->last]) return 0;
  uint32_t before = m->first >= s->first + 2 && scan->t[m->first - 1].flags & SM_TOKEN_CLITIC ? scan->mention_at[m->first - 2] : 0;
  if (before && scan->mentions->items[before - 1].place) return before;
  uint32_t k = m->last + 1;
  bool joint = k + 1 < s->last && (sm_is(scan, k, SM_W_IN) || sm_is(scan, k, SM_W_OF) || sm_is_sign(scan, k, ','));
  uint32_t at = k + 1 < s->last && sm_is(scan, k + 1, SM_W_THE) ? k + 2 : k + 1;
  while (at > k + 1 && at + 1 < s->last && at < k + 5 && !scan->mention_at[at] && !sm_is_punct(scan, at) && !sm_is_preposition(scan, at)) at++; // "of the regional centre"
  if (at > k + 1 && at + 1 < s->last && sm_is(scan, at, SM_W_OF)) at++; // "in the city of X"
  uint32_t after = joint && at < s->last ? scan->mention_at[at] : 0;
  const sm_mention *told = after ? &scan->mentions->items[after - 1] : NULL;
  const sm_lexicon_entry *ground = told && told->last < s->last ? scan->t[told->last].entry : NULL;
  if (told && told->role == SM_ROLE_DEMONYM && !(ground && ground->word_bits & SM_WORD_NOUN_LOCATION)) return 0; // "in the Vuhledar direction, the Russians shelled"
  return after && scan->mentions->items[after - 1].place ? after : 0;
}

/// "in X", "in rebel-held X", "in the Colombian city of X": the place that a preposition leads to.
static bool is_led(const sm_scan *scan, const sm_mention *x, uint32_t floor) {
  enum { BETWEEN = 4 };
  static const char *const towns[] = {"city", "town", "village", "port"};
  static const char *const rulers[] = {"government", "ministry", "presidency", "cabinet", "junta", "parliament"};
  if (x->first > floor + 2 && SM_IS_ONE_OF(scan, x->first - 2, rulers) && sm_has_cue(scan, x->last, SM_CUE_REPORTING)) return false; // "the government in Aden says"
  if (x->first > floor + 2 && sm_is(scan, x->first - 1, SM_W_OF) && SM_IS_ONE_OF(scan, x->first - 2, towns)) return true;
  for (uint32_t k = x->first; k > floor && x->first - k < BETWEEN; k--) {
    if (sm_is_place_preposition(scan, k - 1)) return true;
    if (sm_is_preposition(scan, k - 1) || (sm_is_punct(scan, k - 1) && !sm_is_sign(scan, k - 1, '-')) || scan->mention_at[k - 1]) return false;
  }
  return false;
}

/// "In Uruapan, a bar on": the town led by a preposition before a part of it in the sentence; index + 1, 0 none.
static uint32_t town_led_before(const sm_scan *scan, size_t index) {
  const sm_mention *items = scan->mentions->items, *m = &items[index];
  const uint32_t floor = scan->s[m->sentence].first;
  for (size_t k = index; k > 0 && items[k - 1].sentence == m->sentence; k--) {
    const sm_mention *x = &items[k - 1];
    const uint8_t kind = x->place ? sm_gazetteer_brief(scan->reader->gazetteer, x->place).kind : 0;
    if ((kind == SM_KIND_CITY || kind == SM_KIND_ADM2) && x->role != SM_ROLE_DEMONYM && is_led(scan, x, floor)) return (uint32_t)k;
  }
  return 0;
}

bool sm_is_street(const sm_scan *scan, const sm_mention *m) {
  static const char *const streets[] = {"street", "Street", "avenue", "Avenue", "boulevard", "Boulevard"};
  if (m->last > m->first + 1 && SM_IS_ONE_OF(scan, m->last - 1, streets)) return true;
  return m->last < scan->s[m->sentence].last && SM_IS_ONE_OF(scan, m->last, streets);
}

static bool is_city(const sm_scan *scan, const sm_mention *x) {
  return x->place && x->role != SM_ROLE_DEMONYM && sm_gazetteer_brief(scan->reader->gazetteer, x->place).kind == SM_KIND_CITY;
}

/// "Baghdad's Green Zone": a site of a town, which stands for it.
static bool is_site_of_town(const sm_scan *scan, const sm_mention *x) {
  return x->place && x->last > x->first + 2 && sm_gazetteer_brief(scan->reader->gazetteer, x->place).kind == SM_KIND_SITE && scan->t[x->first + 1].flags & SM_TOKEN_CLITIC;
}

/// "Abu Ghraib - A bomb in al-Hamdaniya area", "In Kirkuk, ... the Nasr district": the town at the head of the paragraph; index + 1, 0 none.
static uint32_t town_of_paragraph(const sm_scan *scan, size_t index) {
  const sm_mention *items = scan->mentions->items, *m = &items[index];
  const uint32_t paragraph = scan->s[m->sentence].paragraph;
  size_t k = index;
  while (k > 0 && scan->s[items[k - 1].sentence].paragraph == paragraph) k--;
  const sm_mention *x = &items[k];
  uint32_t s = x->sentence;
  while (s > 0 && scan->s[s - 1].paragraph == paragraph) s--;
  const uint32_t first = scan->s[s].first;
  if (k == index || x->sentence != s || !is_city(scan, x) || sm_gazetteer_brief(scan->reader->gazetteer, x->place).flags & SM_PLACE_CAPITAL) return 0;
  const bool opens = x->first == first || (x->first == first + 1 && sm_is_punct(scan, first)); // "- Kherson."
  const bool alone = x->last + 1 == scan->s[s].last && sm_is_sign(scan, x->last, '.');
  const bool label = opens && (sm_is_sign(scan, x->last, ':') || sm_is_dash(scan, x->last) || alone);
  const bool fronted = x->first == first + 1 && sm_is(scan, first, SM_W_IN) && sm_is_sign(scan, x->last, ',');
  return label || fronted ? (uint32_t)k + 1 : 0;
}

/// "A car bomb exploded in Kirkuk. The attack in the Domiz neighbourhood": the town told last before, in this paragraph or the one before it.
static uint32_t town_told_before(const sm_scan *scan, size_t index) {
  const sm_mention *items = scan->mentions->items, *m = &items[index];
  for (size_t k = index; k > 0 && scan->s[items[k - 1].sentence].paragraph + 1 >= scan->s[m->sentence].paragraph; k--) {
    const sm_mention *x = &items[k - 1];
    const bool same = scan->s[x->sentence].paragraph == scan->s[m->sentence].paragraph && x->sentence != m->sentence;
    if ((is_city(scan, x) || is_site_of_town(scan, x)) && x->role != SM_ROLE_EMBEDDED && (same || is_led(scan, x, scan->s[x->sentence].first))) return (uint32_t)k;
  }
  return 0;
}

/// "In Uruapan, a bar on Lazaro Cardenas avenue", "Shebekino: ... The hostel on Chapayev street": the town of a street; index + 1, 0 none.
static uint32_t town_of_street(const sm_scan *scan, size_t index) {
  if (!sm_is_street(scan, &scan->mentions->items[index])) return 0;
  const uint32_t led = town_led_before(scan, index), heading = led ? led : town_of_paragraph(scan, index);
  return heading ? heading : town_told_before(scan, index);
}

/// "In Ghazni, to the south, ... in Andar district": the sentence tells the seat of the province, for which it stands, before a place of it.
static bool is_told_by_seat(const sm_scan *scan, const sm_mention *told, const sm_place_brief *b, const sm_mention *seat) {
  if (seat->sentence != told->sentence || seat->first > told->first || !is_city(scan, seat)) return false;
  const sm_place_brief s = sm_gazetteer_brief(scan->reader->gazetteer, seat->place);
  return s.flags & SM_PLACE_ADM1_SEAT && s.adm1 == b->adm1;
}

/// The report, or one paragraph of it, tells the unit that holds a place.
static bool is_unit_told(const sm_scan *scan, const sm_mention *told, const sm_place_brief *b, const sm_mention *within) {
  for (size_t i = 0; i < scan->mentions->n; i++) {
    const sm_mention *x = &scan->mentions->items[i];
    if (within && scan->s[x->sentence].paragraph != scan->s[within->sentence].paragraph) continue;
    if (x->place && x->place != told->place && (x->place == b->adm1 || x->place == b->adm2 || is_told_by_seat(scan, told, b, x))) return true;
  }
  return false;
}

static bool is_joint(const sm_scan *scan, uint32_t i) { return sm_is(scan, i, SM_W_AND) || sm_is_sign(scan, i, ','); }

bool sm_is_told_as_quarter(const sm_scan *scan, const sm_mention *m) {
  static const char *const one[] = {"quarter", "neighbourhood", "neighborhood", "ward"}, *const several[] = {"quarters", "neighbourhoods", "neighborhoods", "wards"};
  const sm_mention *items = scan->mentions->items;
  const sm_sentence *s = &scan->s[m->sentence];
  uint32_t last = m->last, first = m->first;
  if (last < s->last && SM_IS_ONE_OF(scan, last, one)) return true;
  while (last + 1 < s->last && is_joint(scan, last) && scan->mention_at[last + 1]) last = items[scan->mention_at[last + 1] - 1].last;
  if (last < s->last && last > m->last && SM_IS_ONE_OF(scan, last, several)) return true;
  while (first > s->first + 1 && is_joint(scan, first - 1) && scan->mention_at[first - 2]) first = items[scan->mention_at[first - 2] - 1].first;
  static const char *const towns[] = {"town", "city", "village"};
  if (m->last < s->last && SM_IS_ONE_OF(scan, m->last, towns)) return false; // "in a residential ward of X town"
  return first > s->first + 1 && sm_is(scan, first - 1, SM_W_OF) && (SM_IS_ONE_OF(scan, first - 2, several) || SM_IS_ONE_OF(scan, first - 2, one));
}

uint32_t sm_town_of_quarter(const sm_scan *scan, size_t index) {
  const sm_mention *m = &scan->mentions->items[index], *holder = m->container ? &scan->mentions->items[m->container - 1] : NULL;
  const uint8_t held = holder && holder->place ? sm_gazetteer_brief(scan->reader->gazetteer, holder->place).kind : SM_KIND_ADM1;
  if (!sm_is_told_as_quarter(scan, m)) return 0;
  const uint32_t led = holder && holder->sentence != m->sentence ? town_led_before(scan, index) : 0; // "In the capital itself, the Dora neighbourhood"
  if (led) return led;
  if (holder && held != SM_KIND_ADM1 && held != SM_KIND_COUNTRY) return 0;
  const uint32_t heading = town_of_paragraph(scan, index);
  return heading ? heading : town_told_before(scan, index);
}

/// "Zaporizhzhia heard explosions. Missiles reached the Shevchenkivskyi district": a large city told in the same paragraph, no earlier than in the
/// sentence before; index + 1, 0 none.
static uint32_t city_just_told(const sm_scan *scan, size_t index) {
  enum { WITH_DISTRICTS = 200000 };
  const sm_mention *items = scan->mentions->items, *m = &items[index];
  for (size_t k = index; k > 0 && items[k - 1].sentence + 1 >= m->sentence && scan->s[items[k - 1].sentence].paragraph == scan->s[m->sentence].paragraph; k--) {
    const sm_mention *x = &items[k - 1];
    if (!x->place && x->container && x->container < k && is_city(scan, &items[x->container - 1])) x = &items[x->container - 1]; // another part of it
    const bool city = is_city(scan, x) && (x->role == SM_ROLE_LITERAL || x->role == SM_ROLE_DATELINE);
    if (city && sm_gazetteer_brief(scan->reader->gazetteer, x->place).population >= WITH_DISTRICTS) return (uint32_t)(x - items) + 1;
  }
  return 0;
}

/// A name that places of several provinces bear.
static bool is_in_many_provinces(const sm_scan *scan, const sm_mention *m) {
  enum { LOOKED_AT = 12 };
  sm_candidate c[LOOKED_AT];
  const uint64_t key = sm_name_key(sm_span_text(scan, m->span), NULL);
  const size_t n = key ? sm_gazetteer_find(scan->reader->gazetteer, key, c, LOOKED_AT) : 0;
  const sm_place_ref first = n ? sm_gazetteer_brief(scan->reader->gazetteer, c[0].place).adm1 : 0;
  for (size_t i = 1; i < n && i < LOOKED_AT; i++)
    if (sm_gazetteer_brief(scan->reader->gazetteer, c[i].place).adm1 != first) return true;
  return false;
}

/// The Dniprovskyi district of Kyiv: a unit of a province that is no more than a city.
static bool is_of_city_province(const sm_scan *scan, const sm_place_brief *b) {
  enum { CITY_M = 30000 };
  double lon, lat;
  float radius;
  if (b->kind != SM_KIND_ADM2 && b->kind != SM_KIND_CITY) return false;
  if (!b->adm1) return false;
  sm_gazetteer_point(scan->reader->gazetteer, b->adm1, &lon, &lat, &radius);
  return radius > 0 && radius < CITY_M;
}

/// A part of a town of which nothing but the report's order tells the town: it bears the name of a place far from there.
static uint32_t town_by_order(const sm_scan *scan, size_t index) {
  static const char *const areas[] = {"area", "district", "quarter", "neighbourhood", "neighborhood", "ward"};
  const sm_mention *items = scan->mentions->items, *m = &items[index];
  if (m->container || m->last >= scan->s[m->sentence].last || !SM_IS_ONE_OF(scan, m->last, areas)) return 0;
  if (m->last + 2 < scan->s[m->sentence].last && sm_is(scan, m->last + 1, SM_W_OF) && (sm_is_name_word(scan, m->last + 2) || sm_particle_at(scan, m->last + 2))) return 0; // "the al-Amud area of al-Juba"
  const sm_place_brief b = sm_gazetteer_brief(scan->reader->gazetteer, m->place);
  const uint32_t heading = town_of_paragraph(scan, index);
  uint32_t town = heading ? heading : sm_town_of_quarter(scan, index);
  static const char *const district[] = {"district"};
  const bool village = b.kind == SM_KIND_CITY && sm_is_alias(scan, m); // told as a district
  if (!town && SM_IS_ONE_OF(scan, m->last, district)) {
    const uint32_t just = city_just_told(scan, index);
    const bool abroad = just && b.kind == SM_KIND_ADM2 && sm_gazetteer_brief(scan->reader->gazetteer, items[just - 1].place).country != b.country;
    if (just && (village || abroad || is_of_city_province(scan, &b) || is_in_many_provinces(scan, m))) town = just;
  }
  if (!town || is_unit_told(scan, m, &b, heading ? m : NULL)) return 0;
  const sm_place_brief t = sm_gazetteer_brief(scan->reader->gazetteer, items[town - 1].place);
  static const char *const city[] = {"city"};
  const bool of_city = m->last + 3 < scan->s[m->sentence].last && sm_is(scan, m->last + 1, SM_W_OF) && sm_is(scan, m->last + 2, SM_W_THE) && SM_IS_ONE_OF(scan, m->last + 3, city);
  if (of_city && t.country != b.country) return town; // "the Kuibyshev district of the city"
  const bool large = heading && b.kind == SM_KIND_ADM2; // another city's district
  return (large || (b.population < NAMESAKE_POPULATION && t.population > b.population)) && t.adm1 != b.adm1 && sm_sphere_distance(b.lon, b.lat, t.lon, t.lat) > NEIGHBOUR_M ? town : 0;
}

static void put_into(sm_mention *m, uint32_t town) {
  m->place = 0;
  m->flags |= SM_MENTION_UNLISTED | SM_MENTION_GUESS;
  m->role = SM_ROLE_LITERAL;
  m->container = town;
}

/// "Tikrit's Qadisiya district": of the town, no province of that name.
static bool is_district_owned(const sm_scan *scan, size_t index, const sm_place_brief *b) {
  static const char *const districts[] = {"district", "quarter", "neighbourhood", "neighborhood"};
  const sm_mention *m = &scan->mentions->items[index];
  if ((b->kind != SM_KIND_ADM1 && b->kind != SM_KIND_ADM2) || m->first < scan->s[m->sentence].first + 2 || !(scan->t[m->first - 1].flags & SM_TOKEN_CLITIC) || !SM_IS_ONE_OF(scan, m->last, districts)) return false;
  const uint32_t owner = scan->mention_at[m->first - 2];
  if (!owner || !is_city(scan, &scan->mentions->items[owner - 1])) return false;
  const sm_place_ref province = sm_gazetteer_brief(scan->reader->gazetteer, scan->mentions->items[owner - 1].place).adm1;
  return province && province != (b->kind == SM_KIND_ADM1 ? m->place : b->adm1); // nor "Voronezh's Sovetsky district" another province's
}

void sm_keep_part_in_town(const sm_scan *scan, size_t index) {
  const sm_gazetteer *g = scan->reader->gazetteer;
  sm_mention *m = &scan->mentions->items[index];
  if (m->role == SM_ROLE_DEMONYM) return;
  if (!m->place) {
    const uint32_t town = town_of_street(scan, index);
    if (town) m->container = town;
    return;
  }
  sm_place_brief b = sm_gazetteer_brief(g, m->place);
  if (is_district_owned(scan, index, &b)) put_into(m, scan->mention_at[m->first - 2]);
  static const char *const quarter_words[] = {"quarter", "neighbourhood", "neighborhood"};
  const bool unit = b.kind == SM_KIND_ADM1 && m->last < scan->n && SM_IS_ONE_OF(scan, m->last, quarter_words) && sm_is_alias(scan, m);
  uint32_t told = unit ? town_led_before(scan, index) : 0;
  if (unit && !told) told = town_of_paragraph(scan, index);
  if (unit && !told) told = town_told_before(scan, index);
  if (told) put_into(m, told); // "In Qamishli, a church in the Wusta neighbourhood"
  if (b.kind == SM_KIND_COUNTRY || b.kind == SM_KIND_ADM1 || b.kind == SM_KIND_REGION || b.kind == SM_KIND_SEA || b.kind == SM_KIND_STRAIT) return; // "the Black Sea port of X"
  const uint32_t street = town_of_street(scan, index);
  const uint32_t town = street ? street : town_of_part(scan, index);
  const uint32_t order = town ? 0 : town_by_order(scan, index);
  if (order) put_into(m, order);
  if (!town) return;
  sm_place_brief t = sm_gazetteer_brief(g, scan->mentions->items[town - 1].place);
  static const char *const quarters[] = {"quarter", "neighbourhood", "neighborhood", "ward"};
  bool quarter = street || SM_IS_ONE_OF(scan, m->last, quarters) || !(scan->t[scan->mentions->items[town - 1].first].flags & SM_TOKEN_CAPITAL); // of "the regional centre"
  bool far = quarter && (t.kind == SM_KIND_CITY || street) && (b.population < NAMESAKE_POPULATION || street) && sm_sphere_distance(b.lon, b.lat, t.lon, t.lat) > NEIGHBOUR_M;
  if (!far && (!t.country || t.country == b.country)) return; // "south Kashmir's Pulwama district"
  put_into(m, town);
}

bool sm_is_part_of_town(const sm_scan *scan, const sm_mention *m) {
  static const char *const parts[] = {"quarter", "neighbourhood", "neighborhood", "ward", "district", "suburb", "street", "market", "mosque", "church", "hospital", "square", "camp"};
  return m->last < scan->n && SM_IS_ONE_OF(scan, m->last, parts);
}

static bool is_smaller(const sm_scan *scan, const sm_mention *a, const sm_mention *b) {
  const sm_gazetteer *g = scan->reader->gazetteer;
  return b->place && (!a->place || sm_gazetteer_brief(g, a->place).population < sm_gazetteer_brief(g, b->place).population);
}

bool sm_is_land_of_town(const sm_scan *scan, const sm_mention *m) {
  enum { WORDS = 3 };
  static const char *const towns[] = {"town", "city", "village", "port", "suburb", "hamlet", "settlement"}, *const suburb[] = {"suburb"};
  const uint32_t end = scan->s[m->sentence].last;
  if (m->first <= scan->s[m->sentence].first || !sm_is(scan, m->first - 1, SM_W_THE)) return false; // "Moe Tarr Lay village of Katha township"
  for (uint32_t k = m->last; k + 2 < end && k < m->last + WORDS; k++) {
    if (!scan->t[k].entry || scan->t[k].flags & (SM_TOKEN_CAPITAL | SM_TOKEN_CLITIC)) return false;
    if (SM_IS_ONE_OF(scan, k, towns)) return sm_is(scan, k + 1, SM_W_OF) && scan->mention_at[k + 2] && !(SM_IS_ONE_OF(scan, k, suburb) && is_smaller(scan, m, &scan->mentions->items[scan->mention_at[k + 2] - 1]));
  }
  return false;
}
