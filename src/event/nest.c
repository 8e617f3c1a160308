// Whether one place of a report lies in another: by what the text says and by the gazetteer.
#include "story.h"

#include "bearing.h"
#include "boundary.h"
#include "finer.h"
#include "namesake.h"
#include "quarter.h"

static bool same_unit(sm_place_ref unit, sm_place_ref of_other) { return unit && unit == of_other; }

/// "the Mayo quarter", "the suburb of Mayo".
static bool is_part_of_town(const sm_story *story, const sm_mention *m) {
  static const char *const parts[] = {"neighbourhood", "neighborhood", "quarter", "ward", "suburb"}, *const suburb[] = {"suburb"};
  const sm_scan *scan = &story->scan;
  if (sm_is_told_as_quarter(scan, m) || SM_IS_ONE_OF(scan, m->last, suburb) || SM_IS_ONE_OF(scan, m->last - 1, parts)) return true;
  return m->first > scan->s[m->sentence].first + 1 && sm_is(scan, m->first - 1, SM_W_OF) && SM_IS_ONE_OF(scan, m->first - 2, suburb);
}

static const float WEAK_PLACE = 0.3f; ///< what is no surer than this may as well be a namesake elsewhere

bool sm_is_city_district(const sm_story *story, const sm_mention *m) {
  static const char *const units[] = {"district", "area"};
  if (!m->place || !SM_IS_ONE_OF(&story->scan, m->last, units)) return false;
  const uint8_t kind = sm_gazetteer_brief(story->scan.reader->gazetteer, m->place).kind;
  return kind == SM_KIND_CITY || kind == SM_KIND_SITE;
}

/// Whether a part of a town may lie in a town that was told before it.
static bool is_part_of(const sm_story *story, const sm_mention *part, const sm_mention *town) {
  if (!town->place || part->first < town->first || !(is_part_of_town(story, part) || sm_is_city_district(story, part))) return false;
  if (sm_gazetteer_brief(story->scan.reader->gazetteer, town->place).kind != SM_KIND_CITY) return false;
  if (part->place && part->conf >= WEAK_PLACE && !(sm_sphere_distance(part->lon, part->lat, town->lon, town->lat) < town->radius_m)) return false;
  const sm_mention *holder = part->container ? &story->scan.mentions->items[part->container - 1] : NULL;
  return !holder || !holder->place || holder->place == town->place;
}

enum { GROUND_M = 250000 }; ///< what is wider tells of many countries' wars

/// Heights, islands and regions that no border bounds: they hold what lies within their extent.
static bool is_ground(const sm_place_brief *b, const sm_mention *m) {
  return (b->kind == SM_KIND_MOUNTAIN || b->kind == SM_KIND_ISLAND || b->kind == SM_KIND_REGION) && b->country && m->radius_m <= GROUND_M;
}

/// "the town of Ihsim in Jabal al-Zawiya"
static bool lies_on_ground(const sm_place_brief *b, const sm_mention *fine, const sm_place_brief *wide, const sm_mention *ground) {
  const bool small = b->kind == SM_KIND_CITY || b->kind == SM_KIND_SITE || b->kind == SM_KIND_BASE || b->kind == SM_KIND_AIRPORT;
  const bool whole = 2 * fine->radius_m > ground->radius_m; // Damascus lies in no Ghouta
  return small && !whole && is_ground(wide, ground) && wide->country == b->country && sm_sphere_distance(fine->lon, fine->lat, ground->lon, ground->lat) < ground->radius_m;
}

bool sm_is_told_at_sea(const sm_scan *scan, const sm_mention *m) {
  enum { REACH = 9 };
  static const char *const sea[] = {"nautical", "nm", "off"}, *const lengths[] = {"miles", "mile", "km", "kilometres", "kilometers", "kms"};
  const uint32_t floor = scan->s[m->sentence].first;
  bool length = false;
  for (uint32_t k = m->first; k > floor && m->first - k < REACH && !sm_is_punct(scan, k - 1); k--) {
    if (SM_IS_ONE_OF(scan, k - 1, sea)) return true;
    length |= SM_IS_ONE_OF(scan, k - 1, lengths);
  }
  for (uint32_t k = floor; length && k < scan->s[m->sentence].last; k++) {
    const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_TARGET, NULL);
    if (row && sm_str_equal(row->name, SM_STR("ship"))) return true;
  }
  return false;
}

/// ... of the sea that the report names.
static bool lies_in_sea(const sm_scan *scan, const sm_place_brief *b, const sm_mention *fine, const sm_place_brief *sea, const sm_mention *water) {
  if (b->kind == SM_KIND_SEA || b->kind == SM_KIND_STRAIT || b->kind == SM_KIND_COUNTRY || (sea->kind != SM_KIND_SEA && sea->kind != SM_KIND_STRAIT)) return false;
  return sm_is_told_at_sea(scan, fine) && sm_sphere_distance(fine->lon, fine->lat, water->lon, water->lat) < water->radius_m;
}

/// "Bannang Sata district", "Banmauk Township": told as a unit that holds villages, whatever the gazetteer has of that name.
static bool is_told_unit(const sm_mention *m) { return m->flags & SM_MENTION_HAS_UNIT_WORD && (m->said_kind == SM_KIND_ADM2 || m->said_kind == SM_KIND_ADM1); }

/// A place in no gazetteer may lie in any province or country that is told, unless it is known to lie in another.
static bool lies_in(const sm_story *story, const sm_mention *unlisted, const sm_mention *known) {
  const sm_gazetteer *g = story->scan.reader->gazetteer;
  sm_place_brief k = sm_gazetteer_brief(g, known->place);
  if (k.kind != SM_KIND_COUNTRY && k.kind != SM_KIND_ADM1 && k.kind != SM_KIND_ADM2 && k.kind != SM_KIND_REGION && !is_ground(&k, known) && !(k.kind == SM_KIND_CITY && is_told_unit(known))) return false;
  if (unlisted->said_kind == SM_KIND_ADM1 && unlisted->sentence != known->sentence && (k.kind == SM_KIND_ADM1 || k.kind == SM_KIND_ADM2)) return false; // "the Eshkol region" lies in no province
  const sm_mention *holder = unlisted->container ? &story->scan.mentions->items[unlisted->container - 1] : NULL;
  if (!holder || !holder->place) return true;
  sm_place_brief h = sm_gazetteer_brief(g, holder->place);
  if (known->place == holder->place || known->place == h.adm2 || known->place == h.adm1 || known->place == h.country) return true;
  if (k.country != h.country) return false;
  bool doubtful = holder->flags & SM_MENTION_GUESS || holder->conf < 0.6f || (h.kind == SM_KIND_COUNTRY && unlisted->flags & SM_MENTION_GUESS);
  return doubtful || sm_sphere_distance(h.lon, h.lat, known->lon, known->lat) < known->radius_m;
}

/// "Dedebit" and "Dedebit Elementary School", "Hroza" and "Hroza village": one name begins the other.
static bool begins(sm_str whole, sm_str part) {
  return part.len >= 4 && whole.len > part.len && memcmp(whole.ptr, part.ptr, part.len) == 0 && whole.ptr[part.len] == ' ';
}

bool sm_is_unit_of_town(const sm_story *story, const sm_mention *unit, const sm_mention *town) {
  const sm_gazetteer *g = story->scan.reader->gazetteer;
  static const char *const towns[] = {"town", "village", "settlement", "city", "hamlet", "community", "township"};
  const sm_scan *scan = &story->scan;
  if (!unit->place || !town->place || !(unit->flags & SM_MENTION_HAS_UNIT_WORD) || town->first < unit->last) return false;
  for (uint32_t k = unit->last; k < town->first; k++) // "the Arhab district north of Sanaa" is told by the town
    if (sm_is_preposition(scan, k) && !(sm_is(scan, k, SM_W_OF) && SM_IS_ONE_OF(scan, k - 1, towns))) return false;
  const uint8_t kind = sm_gazetteer_brief(g, unit->place).kind;
  const sm_place_brief b = sm_gazetteer_brief(g, town->place);
  if (b.flags & (SM_PLACE_ADM1_SEAT | SM_PLACE_CAPITAL) && b.adm2 != unit->place) return false; // "Panjwai district, Kandahar": the seat stands for the province
  return (kind == SM_KIND_ADM2 || kind == SM_KIND_ADM1) && b.kind == SM_KIND_CITY;
}

enum { HEAD_SENTENCES = 2, MOST_NAMES = 24 };

/// "the villages of X and Y", "X village": no part of a town.
static bool is_told_village(const sm_scan *scan, const sm_mention *m) {
  static const char *const villages[] = {"village", "villages", "hamlet", "hamlets"};
  const uint32_t floor = scan->s[m->sentence].first;
  uint32_t first = m->first;
  while (first > floor + 1 && (sm_is(scan, first - 1, SM_W_AND) || sm_is_sign(scan, first - 1, ',')) && scan->mention_at[first - 2]) first = scan->mentions->items[scan->mention_at[first - 2] - 1].first;
  if (first > floor + 1 && sm_is(scan, first - 1, SM_W_OF) && SM_IS_ONE_OF(scan, first - 2, villages)) return true;
  return m->last < scan->s[m->sentence].last && SM_IS_ONE_OF(scan, m->last, villages);
}

/// "Two killed in Quetta blast", "a bomb in the Hazar Ganji area of Quetta": the town of a headline, and what the lead tells of it.
static bool is_in_headline_town(const sm_story *story, const sm_mention *unlisted, const sm_mention *town) {
  if (town->sentence >= HEAD_SENTENCES || unlisted->sentence > HEAD_SENTENCES || unlisted->first < town->first || !unlisted->container || sm_is_told_nearby(&story->scan, unlisted) || is_told_village(&story->scan, unlisted)) return false;
  return story->scan.mentions->items[unlisted->container - 1].place == town->place;
}

/// "Bomb kills five in Kandahar": in a headline or lead a town's name may stand for the province of that name.
static bool is_namesake(const sm_story *story, const sm_mention *town, sm_place_ref province) {
  const sm_gazetteer *g = story->scan.reader->gazetteer;
  if (town->sentence >= HEAD_SENTENCES || !province || sm_gazetteer_brief(g, town->place).kind != SM_KIND_CITY || sm_gazetteer_brief(g, town->place).adm1 != province) return false;
  sm_str names[MOST_NAMES];
  const sm_str text = sm_span_text(&story->scan, town->span);
  const size_t n = sm_gazetteer_names(g, province, names, MOST_NAMES);
  for (size_t i = 0; i < n && i < MOST_NAMES; i++)
    if (sm_str_equal(text, names[i])) return true;
  return sm_str_equal(sm_gazetteer_name(g, town->place), sm_gazetteer_name(g, province));
}

/// "IED attack in Mandera", "... was hit in Mandera County": the unit told behind a headline that only bears its name.
static bool is_headline_of_unit(const sm_story *story, const sm_mention *town, const sm_mention *unit) {
  if (!(story->scan.s[town->sentence].flags & SM_SENTENCE_HEADING) || town->sentence >= unit->sentence || unit->sentence > HEAD_SENTENCES) return false;
  const sm_gazetteer *g = story->scan.reader->gazetteer;
  const uint8_t kind = sm_gazetteer_brief(g, unit->place).kind;
  if (kind != SM_KIND_ADM1 && kind != SM_KIND_ADM2) return false;
  const sm_str name = sm_span_text(&story->scan, town->span), told = sm_span_text(&story->scan, unit->span);
  return sm_gazetteer_brief(g, town->place).kind == SM_KIND_CITY && (unit->flags & SM_MENTION_HAS_UNIT_WORD ? sm_str_equal(name, told) : begins(told, name));
}

uint32_t sm_past_unit(const sm_scan *scan, const sm_mention *m) {
  enum { WORDS = 2 };
  uint32_t k = m->last;
  const bool land = m->said_kind == SM_KIND_ADM2;
  if (!land && m->said_kind != SM_KIND_CITY && m->said_kind != SM_KIND_SITE && m->said_kind != SM_KIND_BASE && m->said_kind != SM_KIND_AIRPORT) return k;
  for (; k < m->last + WORDS && k < scan->s[m->sentence].last; k++) {
    const sm_lexicon_entry *e = scan->t[k].entry;
    const bool noun = e && e->word_bits & (SM_WORD_NOUN_LOCATION | SM_WORD_NOUN_ARTIFACT | SM_WORD_NOUN_GROUP) && !(scan->t[k].flags & SM_TOKEN_CAPITAL);
    if (!noun || sm_is_preposition(scan, k) || scan->mask[k] & (1u << SM_CUE_TRIGGER | 1u << SM_CUE_WEAPON | 1u << SM_CUE_CASUALTY | 1u << SM_CUE_TIME | 1u << SM_CUE_REPORTING)) break;
  }
  return land && !sm_is(scan, k, SM_W_AND) && !sm_is_sign(scan, k, '(') ? m->last : k; // "X district and Y", but a scene in "In the X district, Y"
}

/// Where "the city of" begins that leads to a place; the place itself where nothing of that kind does.
static uint32_t unit_before(const sm_scan *scan, uint32_t place) {
  static const char *const settled[] = {"city", "town", "village", "villages", "towns", "cities", "settlement", "settlements", "hamlet", "outskirts", "suburb", "suburbs"};
  if (place < 4 || !sm_is(scan, place - 1, SM_W_OF) || !SM_IS_ONE_OF(scan, place - 2, settled)) return place;
  return place - 2 - sm_is(scan, place - 3, SM_W_THE);
}

uint32_t sm_past_address(const sm_scan *scan, uint32_t m) {
  enum { UNIT = 2 };
  const sm_mention *x = &scan->mentions->items[m], *holder = x - 1, *before = x - 2;
  const uint32_t goal = unit_before(scan, x->first);
  if (m < 2 || before->sentence != x->sentence || (!sm_is(scan, before->last, SM_W_OF) && !sm_is(scan, before->last, SM_W_IN))) return m;
  const bool plain = x->container && holder->flags & SM_MENTION_CONTAINER && before->last + 1 == holder->first;
  const bool item = before->container == m && before->last + 1 + sm_is(scan, before->last + 1, SM_W_THE) == holder->first && sm_past_item(scan, before) > holder->first && (sm_is(scan, goal - 1, SM_W_AND) || sm_comes_to_and(scan, m)); // "A in the X district, B and C"
  if (!plain && !item) return m;
  uint32_t k = holder->last;
  while (k < holder->last + UNIT && k < goal && !sm_is_punct(scan, k) && !sm_is(scan, k, SM_W_AND) && !sm_is_preposition(scan, k)) k++;
  if (sm_is_sign(scan, k, ',')) k++;
  if (sm_is(scan, k, SM_W_AND)) k++;
  return k > holder->last && (k == x->first || (item && k == goal)) ? m - 2 : m;
}

bool sm_is_armed_gap(const sm_scan *scan, uint32_t first, const sm_mention *next) {
  enum { LONGEST = 10, UNIT = 3 };
  bool weapon = false;
  if (next->first < first + 3 || next->first > first + LONGEST || !sm_is(scan, first, SM_W_WITH)) return false;
  uint32_t with = next->last;
  while (with < next->last + UNIT && with < scan->s[next->sentence].last && !sm_is(scan, with, SM_W_WITH) && !sm_is_punct(scan, with)) with++;
  if (!sm_is(scan, with, SM_W_WITH) || (!sm_is(scan, next->first - 1, SM_W_AND) && !sm_is_sign(scan, next->first - 1, ','))) return false;
  for (uint32_t k = first; k < next->first; k++) {
    if (scan->mention_at[k] || sm_has_cue(scan, k, SM_CUE_CASUALTY) || sm_is_sign(scan, k, ';')) return false;
    weapon |= sm_has_cue(scan, k, SM_CUE_WEAPON);
  }
  return weapon;
}

uint32_t sm_past_bracket(const sm_scan *scan, uint32_t k) {
  enum { WORDS = 10 };
  if (k >= scan->n || !sm_is_sign(scan, k, '(')) return k;
  for (uint32_t i = k + 1; i < k + WORDS && i < scan->n && scan->t[i].sentence == scan->t[k].sentence; i++)
    if (sm_is_sign(scan, i, ')')) return i + 1;
  return k;
}

uint32_t sm_past_item(const sm_scan *scan, const sm_mention *m) {
  enum { WORDS = 2 };
  const uint32_t end = sm_past_bracket(scan, sm_past_unit(scan, m)), limit = scan->s[m->sentence].last;
  const uint32_t led = end + 1 + (end + 1 < limit && sm_is(scan, end + 1, SM_W_THE));
  if (led >= limit || !(sm_is(scan, end, SM_W_OF) || sm_is(scan, end, SM_W_IN)) || !scan->mention_at[led]) return end;
  const sm_mention *holder = &scan->mentions->items[scan->mention_at[led] - 1];
  if (m->container != scan->mention_at[led]) return end;
  uint32_t k = holder->last;
  for (; k < holder->last + WORDS && k < limit; k++) {
    const sm_lexicon_entry *e = scan->t[k].entry;
    if (!e || !(e->word_bits & (SM_WORD_NOUN_LOCATION | SM_WORD_NOUN_GROUP)) || scan->t[k].flags & SM_TOKEN_CAPITAL || scan->mask[k] & (1u << SM_CUE_TRIGGER | 1u << SM_CUE_CASUALTY)) break;
  }
  return k;
}

bool sm_is_in_bracket(const sm_scan *scan, const sm_mention *a, const sm_mention *b) {
  const uint32_t open = sm_past_unit(scan, a);
  return a->sentence == b->sentence && open < b->first && b->last < sm_past_bracket(scan, open);
}

bool sm_is_next_by_comma(const sm_scan *scan, uint32_t m) {
  const sm_mention *x = &scan->mentions->items[m];
  if (m + 1 >= scan->mentions->n || x[1].sentence != x->sentence) return false;
  const uint32_t k = sm_past_bracket(scan, sm_past_unit(scan, x)); // "A (five dead), B"
  return x[1].first == k + 1 && sm_is_sign(scan, k, ',');
}

uint32_t sm_past_and_others(const sm_scan *scan, uint32_t k) {
  enum { WORDS = 4 };
  static const char *const others[] = {"others"}, *const more[] = {"other", "several", "some", "surrounding", "neighbouring", "neighboring", "nearby"};
  const uint32_t joint = k + (sm_is_sign(scan, k, ',') && sm_is(scan, k + 1, SM_W_AND));
  if (!sm_is(scan, joint, SM_W_AND)) return k;
  if (SM_IS_ONE_OF(scan, joint + 1, others)) return joint + 2;
  bool led = false;
  for (uint32_t i = joint + 1; i <= joint + WORDS && i < scan->n && scan->t[i].sentence == scan->t[joint].sentence; i++) {
    const sm_lexicon_entry *e = scan->t[i].entry;
    if (led && e && e->word_bits & (SM_WORD_NOUN_LOCATION | SM_WORD_NOUN_GROUP) && e->word_bits & SM_WORD_PLURAL && !sm_has_cue(scan, i, SM_CUE_TRIGGER)) return i + 1;
    led |= SM_IS_ONE_OF(scan, i, more) || sm_has_cue(scan, i, SM_CUE_NUMBER);
    if (!led || sm_is_punct(scan, i) || sm_is_preposition(scan, i)) return k;
  }
  return k;
}

bool sm_comes_to_and(const sm_scan *scan, uint32_t m) {
  enum { MOST = 40 };
  for (uint32_t n = 0; n < MOST; n++, m++) {
    const uint32_t k = sm_past_item(scan, &scan->mentions->items[m]);
    if (k >= scan->n || sm_is(scan, k, SM_W_AND) || (sm_is_sign(scan, k, ',') && sm_is(scan, k + 1, SM_W_AND))) return k < scan->n;
    while (m + 1 < scan->mentions->n && scan->mentions->items[m + 1].first < k) m++; // what stands in the bracket, or tells where it lies
    if (m + 1 >= scan->mentions->n || !sm_is_sign(scan, k, ',') || unit_before(scan, scan->mentions->items[m + 1].first) != k + 1) return false;
  }
  return false;
}

uint32_t sm_item_before(const sm_scan *scan, uint32_t from, uint32_t place) {
  const uint32_t unit = unit_before(scan, place);
  return unit < place && unit > from && sm_is_sign(scan, unit - 1, ',') ? unit - 1 : SM_NO_TOKEN;
}

bool sm_is_item_next(const sm_scan *scan, uint32_t comma) {
  const uint32_t of = comma + 2 + sm_is(scan, comma + 1, SM_W_THE);
  return sm_is_sign(scan, comma, ',') && of + 1 < scan->n && scan->mention_at[of + 1] && sm_item_before(scan, comma - 1, of + 1) == comma;
}

bool sm_is_and_pair(const sm_scan *scan, const sm_mention *x, const sm_mention *y) {
  const uint32_t last = sm_past_bracket(scan, sm_past_unit(scan, x));
  const uint32_t first = unit_before(scan, y->first); // "and the city of Kherson"
  uint32_t k = last + sm_is_sign(scan, last, ',');
  while (k + 1 < first && sm_is(scan, k, SM_W_AND)) k++; // "as well as"
  return first == k + 1 && sm_is(scan, k, SM_W_AND);
}

static bool leads_phrase(const sm_scan *scan, uint32_t k) {
  static const sm_word leads[] = {SM_W_IN, SM_W_AT, SM_W_ON, SM_W_NEAR, SM_W_OUTSIDE, SM_W_INTO};
  return SM_IS_ANY(scan, k, leads);
}

bool sm_is_list_of_phrases(const sm_scan *scan, const sm_mention *x, const sm_mention *y) {
  if (!sm_is_sign(scan, x->last, ',') || !leads_phrase(scan, x->last + 1)) return false;
  return (sm_is(scan, y->last, SM_W_AND) || (sm_is_sign(scan, y->last, ',') && sm_is(scan, y->last + 1, SM_W_AND))) && (leads_phrase(scan, y->last + 1) || leads_phrase(scan, y->last + 2));
}

/// "Drones hit X. In the nearby village of Y": Y, which no list has, is placed by X and no part of it.
static bool is_beside(const sm_story *story, const sm_mention *unlisted, const sm_mention *town) {
  return !unlisted->place && town->place && sm_is_told_nearby(&story->scan, unlisted) && sm_gazetteer_brief(story->scan.reader->gazetteer, town->place).kind == SM_KIND_CITY;
}

/// Both lie in the same place, or in none that is told.
static bool have_one_holder(const sm_story *story, const sm_mention *x, const sm_mention *y) {
  const sm_mention *items = story->scan.mentions->items;
  return (x->container ? items[x->container - 1].place : 0) == (y->container ? items[y->container - 1].place : 0);
}

/// "bombed a village in Kani Township. ... dropped bombs on Thein Kone village": the one village told of after one without a name in a unit that no list has, in the same province.
static bool is_village_of_unit(const sm_story *story, const sm_mention *unit, const sm_mention *village) {
  enum { REACH = 6 };
  static const char *const nameless[] = {"village", "hamlet", "settlement", "camp", "town", "monastery"};
  const sm_scan *scan = &story->scan;
  if (unit->place || village->place || !(unit->flags & SM_MENTION_HAS_UNIT_WORD) || village->flags & SM_MENTION_HAS_UNIT_WORD || village->sentence <= unit->sentence || village->sentence > unit->sentence + REACH) return false;
  const uint32_t floor = scan->s[unit->sentence].first, owner = unit->first > floor + 2 && scan->t[unit->first - 1].flags & SM_TOKEN_CLITIC ? scan->mention_at[unit->first - 2] : 0;
  const uint32_t in = owner ? scan->mentions->items[owner - 1].first : unit->first; // "in Sagaing Region's Pale Township"
  if (in < floor + 3 || !sm_is(scan, in - 1, SM_W_IN) || !SM_IS_ONE_OF(scan, in - 2, nameless) || !sm_is(scan, in - 3, SM_W_A)) return false;
  for (uint32_t i = (uint32_t)(unit - scan->mentions->items) + 1; &scan->mentions->items[i] < village; i++) {
    const sm_mention *between = &scan->mentions->items[i];
    if (between->role == SM_ROLE_LITERAL && !between->place && !(between->flags & SM_MENTION_HAS_UNIT_WORD)) return false; // another may be meant
  }
  const bool attack = village->first > 1 && sm_leads_to_struck(scan, village->first - 1); // "the attack on Nyaung Kone"
  return (attack || is_told_village(scan, village)) && have_one_holder(story, unit, village);
}

/// "A missile hit a house in X and jets bombed a site near Y": what another clause of the sentence struck is no part of X, though X may place it.
static bool is_struck_apart(const sm_story *story, const sm_mention *x, const sm_mention *y) {
  if (x->sentence != y->sentence || y->place || !x->place || y->first < x->last || sm_gazetteer_brief(story->scan.reader->gazetteer, x->place).kind != SM_KIND_CITY) return false;
  uint32_t told = 0;
  for (uint32_t i = story->trigger_at[x->sentence]; i < story->trigger_at[x->sentence + 1]; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    told |= g->last <= x->first ? 1 : g->first >= x->last && g->last <= y->first && g->verb && g->row->strength > 0 ? 2 : 0;
  }
  for (uint32_t k = x->last; told == 3 && k + 1 < y->first; k++)
    if ((sm_is(&story->scan, k, SM_W_AND) && sm_opens_clause(story, k, y->first)) || sm_is(&story->scan, k, SM_W_WHILE) || ((sm_is(&story->scan, k, SM_W_AFTER) || sm_is(&story->scan, k, SM_W_BEFORE)) && !sm_has_cue(&story->scan, k + 1, SM_CUE_TIME))) return true; // not "after midnight"
  return false;
}

/// "a bomb south of Baghdad ... The blast was in Musayyib": a town or district in the direction that the other is told by.
static bool lies_that_way(const sm_story *story, uint32_t wide, uint32_t fine, const sm_place_brief *from, const sm_place_brief *place) {
  double azimuth, own;
  if (from->kind != SM_KIND_CITY || (place->kind != SM_KIND_CITY && place->kind != SM_KIND_ADM2)) return false;
  return sm_is_told_by_direction(story, wide, &azimuth) && sm_lies_in_direction(from, place, azimuth) && !sm_is_told_by_direction(story, fine, &own);
}

bool sm_is_area_of(const sm_scan *scan, const sm_mention *x, const sm_mention *y) {
  if (x->sentence != y->sentence || y->first < x->last + 2 || y->first > x->last + 3 || !sm_is(scan, x->last + 1, SM_W_OF)) return false;
  const sm_lexicon_entry *e = scan->t[x->last].entry;
  return e && e->word_bits & SM_WORD_NOUN_LOCATION && !sm_has_cue(scan, x->last, SM_CUE_TRIGGER) && (y->first == x->last + 2 || sm_is(scan, x->last + 2, SM_W_THE));
}

/// "Abha airport" and "the airport in Abha": an airfield that bears the name of a town near it.
static bool is_airfield_of(const sm_place_brief *b, const sm_mention *field, sm_str name, const sm_place_brief *c, const sm_mention *town, sm_str town_name) {
  enum { NEAR_M = 40000 };
  const bool kinds = (b->kind == SM_KIND_AIRPORT || b->kind == SM_KIND_BASE) && c->kind == SM_KIND_CITY;
  return kinds && begins(name, town_name) && sm_sphere_distance(field->lon, field->lat, town->lon, town->lat) < NEAR_M;
}

/// "In X of the same community": beside the town, mention `held_by`, that it is told by, though its municipality holds it.
static bool is_of_same(const sm_story *story, const sm_mention *m, const sm_mention *town, uint32_t held_by) {
  enum { WORDS = 8 };
  static const char *const same[] = {"same"};
  const sm_scan *scan = &story->scan;
  if (m->container != held_by + 1 || !town->place || sm_gazetteer_brief(scan->reader->gazetteer, town->place).kind != SM_KIND_CITY) return false;
  for (uint32_t k = m->last; k < scan->s[m->sentence].last && k < m->last + WORDS && !sm_has_cue(scan, k, SM_CUE_TRIGGER); k++)
    if (SM_IS_ONE_OF(scan, k, same)) return sm_is(scan, k - 1, SM_W_THE);
  return false;
}

/// "the Odesa, Mykolaiv and Vinnytsia regions. In the city of Odesa": which of a town and its province of one name is the finer; 0 neither.
static int level_of_namesakes(const sm_story *story, const sm_mention *x, const sm_mention *y) {
  if (!x->place || !y->place) return 0;
  const sm_gazetteer *g = story->scan.reader->gazetteer;
  const sm_place_brief p = sm_gazetteer_brief(g, x->place), q = sm_gazetteer_brief(g, y->place);
  if (p.kind == SM_KIND_ADM1 && q.kind == SM_KIND_CITY && q.adm1 == x->place) return y->said_kind != SM_KIND_ADM2; // not "the Odesa district"
  return q.kind == SM_KIND_ADM1 && p.kind == SM_KIND_CITY && p.adm1 == y->place && x->said_kind != SM_KIND_ADM2 ? -1 : 0;
}

bool sm_places_nest(const sm_story *story, uint32_t a, uint32_t b, int *level) {
  const sm_mention *x = &story->scan.mentions->items[a], *y = &story->scan.mentions->items[b];
  *level = 0;
  if (a == b || (x->place && x->place == y->place)) return true;
  sm_str tx = sm_span_text(&story->scan, x->span), ty = sm_span_text(&story->scan, y->span);
  if (sm_str_equal(tx, ty)) return *level = level_of_namesakes(story, x, y), true;
  if (sm_is_and_pair(&story->scan, x, y) || sm_is_and_pair(&story->scan, y, x)) return false; // a holder there is a guess
  if (is_beside(story, x, y) || is_beside(story, y, x) || is_struck_apart(story, x, y) || is_struck_apart(story, y, x)) return false;
  if (is_of_same(story, x, y, b) || is_of_same(story, y, x, a)) return false;
  if (x->container == b + 1) return *level = sm_is_unit_of_town(story, x, y) ? 1 : -1, true;
  if (y->container == a + 1) return *level = sm_is_unit_of_town(story, y, x) ? -1 : 1, true;
  if (is_part_of(story, x, y)) return *level = -1, true;
  if (is_part_of(story, y, x)) return *level = 1, true;
  if (!x->place && !y->place) {
    if (x->container == y->container && sm_is_street(&story->scan, x) != sm_is_street(&story->scan, y)) return *level = sm_is_street(&story->scan, x) ? -1 : 1, true; // a street and a quarter of one town
    if (x->sentence != y->sentence && have_one_holder(story, x, y) && sm_are_alike(tx, ty)) return true;
    if (sm_is_area_of(&story->scan, x, y)) return *level = -1, true;
    if (sm_is_area_of(&story->scan, y, x)) return *level = 1, true;
    if (is_village_of_unit(story, x, y)) return *level = 1, true;
    if (is_village_of_unit(story, y, x)) return *level = -1, true;
    if (begins(tx, ty)) return *level = -1, true;
    if (begins(ty, tx)) return *level = 1, true;
    const sm_mention *before = x->first < y->first ? x : y, *behind = before == x ? y : x;
    if (is_told_unit(before) && !is_told_unit(behind) && have_one_holder(story, x, y)) return *level = before == x ? 1 : -1, true;
    return false;
  }
  if (!x->place || !y->place) {
    const sm_mention *unlisted = x->place ? y : x, *known = x->place ? x : y;
    if (begins(x->place ? tx : ty, x->place ? ty : tx)) return *level = x->place ? -1 : 1, true; // "Menagh air base" and "Menagh"
    bool inside = lies_in(story, unlisted, known) || is_in_headline_town(story, unlisted, known);
    if (inside) *level = x->place ? 1 : -1;
    return inside;
  }
  sm_place_brief p = sm_gazetteer_brief(story->scan.reader->gazetteer, x->place);
  sm_place_brief q = sm_gazetteer_brief(story->scan.reader->gazetteer, y->place);
  if (is_headline_of_unit(story, x, y)) return *level = 1, true;
  if (is_headline_of_unit(story, y, x)) return *level = -1, true;
  if (same_unit(x->place, q.adm2) || same_unit(x->place, q.adm1) || same_unit(x->place, q.country)) return *level = 1, true;
  if (same_unit(y->place, p.adm2) || same_unit(y->place, p.adm1) || same_unit(y->place, p.country)) return *level = -1, true;
  if (lies_in_sea(&story->scan, &q, y, &p, x)) return *level = 1, true;
  if (lies_in_sea(&story->scan, &p, x, &q, y)) return *level = -1, true;
  if (lies_on_ground(&q, y, &p, x)) return *level = 1, true;
  if (lies_on_ground(&p, x, &q, y)) return *level = -1, true;
  if (is_airfield_of(&p, x, tx, &q, y, ty)) return *level = -1, true;
  if (is_airfield_of(&q, y, ty, &p, x, tx)) return *level = 1, true;
  if (x->sentence == y->sentence) return false; // "Kharkiv and Chuhuiv"
  if (q.adm1 && is_namesake(story, x, q.adm1)) return *level = 1, true;
  if (p.adm1 && is_namesake(story, y, p.adm1)) return *level = -1, true;
  if (lies_that_way(story, a, b, &p, &q)) return *level = 1, true;
  if (lies_that_way(story, b, a, &q, &p)) return *level = -1, true;
  return false;
}

bool sm_is_away_from_town(const sm_story *story, int mention, int town) {
  enum { AWAY_METRES = 20000 };
  const sm_mention *m = &story->scan.mentions->items[mention], *t = &story->scan.mentions->items[town];
  if (!m->place) return m->said_kind == SM_KIND_CITY && !sm_is_told_as_quarter(&story->scan, m);
  const uint8_t kind = sm_gazetteer_brief(story->scan.reader->gazetteer, m->place).kind;
  if (sm_is_city_district(story, m) && sm_sphere_distance(m->lon, m->lat, t->lon, t->lat) < t->radius_m) return false;
  return kind == SM_KIND_CITY || (kind == SM_KIND_ADM2 && sm_sphere_distance(m->lon, m->lat, t->lon, t->lat) > AWAY_METRES);
}
