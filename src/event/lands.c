// Which countries a report is about. A country named as a place counts most, then its provinces, towns and officials; armed groups
// count for the country that they are at home in; those who only strike, and those who are guessed at, for little.
#include "lands.h"

#include <string.h>

#include "fold.h"

/// By hand, checked on dronedb and pitf_a.
static const float COUNTRY = 2, GROUND = 2.7f, ACTING = 0.15f, FORCES = 0.6f, PEOPLE = 0.9f, PROVINCE = 1.5f, DISTRICT = 1, UNIT_WORD = 0.5f, BIG_CITY = 1.5f, CITY = 1, TOWN = 0.6f, VILLAGE = 0.3f,
                   WEAK = 0.3f, AWAY = 0.3f, GROUP = 0.7f, ROAMING = 0.5f, IN_TITLE = 1;

bool sm_is_alias(const sm_scan *scan, const sm_mention *mention) {
  if (mention->role == SM_ROLE_DEMONYM) return false;
  sm_str name = sm_gazetteer_name(scan->reader->gazetteer, mention->place), told = sm_span_text(scan, mention->span);
  const uint8_t kind = sm_gazetteer_brief(scan->reader->gazetteer, mention->place).kind;
  if (kind == SM_KIND_ADM2 && name.len > told.len + 1 && name.ptr[told.len] == ' ' && memcmp(name.ptr, told.ptr, told.len) == 0) return false; // "South Waziristan" Agency
  return !sm_str_equal(name, told) && sm_name_key(name, NULL) != sm_name_key(told, NULL); // mostly told by its very letters
}

/// "in Cameroon", "in the north of Cameroon", "in northern Cameroon": the ground that the report stands on.
static bool is_led(const sm_scan *scan, const sm_mention *m) {
  uint32_t floor = scan->s[m->sentence].first, i = m->first;
  const sm_lexicon_entry *e = i > floor ? scan->t[i - 1].entry : NULL;
  if (e && e->word_bits & SM_WORD_ADJECTIVE && !sm_is_preposition(scan, i - 1)) i--;
  return i > floor && (sm_is(scan, i - 1, SM_W_IN) || sm_is(scan, i - 1, SM_W_OF) || sm_is(scan, i - 1, SM_W_ACROSS));
}

static float standing(const sm_scan *scan, const sm_mention *m, const sm_place_brief *b) {
  enum { BIG = 1000000, MIDDLE = 100000, SMALL = 15000 };
  float unit = m->said_kind == (sm_place_kind)b->kind ? UNIT_WORD : 0;
  switch ((sm_place_kind)b->kind) {
  case SM_KIND_COUNTRY: return is_led(scan, m) ? GROUND : COUNTRY;
  case SM_KIND_ADM1: return PROVINCE + unit;
  case SM_KIND_ADM2: return DISTRICT + unit;
  case SM_KIND_CITY: break;
  default: return b->population ? TOWN : VILLAGE;
  }
  if (b->flags & SM_PLACE_CAPITAL || b->population >= BIG) return BIG_CITY;
  return b->population >= MIDDLE || b->flags & SM_PLACE_ADM1_SEAT ? CITY : b->population >= SMALL ? TOWN : VILLAGE;
}

bool sm_is_across_border(const sm_scan *scan, const sm_mention *m) {
  enum { BACK = 3 };
  static const char *const borders[] = {"border", "borders", "frontier", "boundary"};
  const uint32_t floor = scan->s[m->sentence].first;
  if (m > scan->mentions->items && m[-1].sentence == m->sentence && m->first == m[-1].last + 1 && sm_is(scan, m[-1].last, SM_W_AND) && sm_is_across_border(scan, m - 1)) return true; // "the border with Niger and Nigeria"
  static const char *const bordering[] = {"bordering"};
  if (m->first > floor && SM_IS_ONE_OF(scan, m->first - 1, bordering)) return true;
  const uint32_t with = m->first > floor + 1 && sm_is(scan, m->first - 1, SM_W_THE) ? m->first - 1 : m->first;
  if (with <= floor || !sm_is(scan, with - 1, SM_W_WITH)) return false;
  for (uint32_t k = with - 1; k > floor && k + BACK >= with; k--) // "in the border region with the US"
    if (SM_IS_ONE_OF(scan, k - 1, borders)) return true;
  return false;
}

/// "on the Iraqi border", "the Iran border", not "the Iraqi border town of X": of those across it.
static bool is_border_of(const sm_scan *scan, const sm_mention *m) {
  static const char *const borders[] = {"border", "borders", "frontier", "boundary"};
  if (m->last >= scan->n || !SM_IS_ONE_OF(scan, m->last, borders)) return false;
  const sm_lexicon_entry *e = m->last + 1 < scan->n && scan->t[m->last + 1].sentence == m->sentence ? scan->t[m->last + 1].entry : NULL;
  return !e || !(e->word_bits & (SM_WORD_NOUN_LOCATION | SM_WORD_NOUN_GROUP | SM_WORD_NOUN_PERSON));
}

/// "from Iran", "guests from Waziristan", "near the border with Syria", "speaking in Geneva": not where the report is.
static bool is_away(const sm_scan *scan, const sm_mention *m) {
  const uint32_t floor = scan->s[m->sentence].first, lead = m->first > floor && sm_is(scan, m->first - 1, SM_W_THE) ? m->first - 1 : m->first;
  return (lead > floor && sm_is(scan, lead - 1, SM_W_FROM)) || sm_is_across_border(scan, m) || sm_is_errand(scan->reader->geocoder, scan->document, scan->mentions, m);
}

bool sm_is_whose(const sm_scan *scan, const sm_mention *m) {
  static const char *const people[] = {"citizen", "citizens", "national", "nationals", "embassy", "embassies", "Embassy", "consulate", "Consulate", "ambassador"}, *const works[] = {"work", "handiwork", "doing"};
  if (!m->place || sm_gazetteer_brief(scan->reader->gazetteer, m->place).kind != SM_KIND_COUNTRY) return false;
  if (m->last < scan->n && SM_IS_ONE_OF(scan, m->last, people)) return true;
  const uint32_t floor = scan->s[m->sentence].first;
  const bool bracketed = m->first > floor + 1 && sm_is_sign(scan, m->first - 1, '(') && m->last < scan->n && sm_is_sign(scan, m->last, ')');
  if (bracketed && scan->t[m->first - 2].flags & SM_TOKEN_UPPER && !scan->mention_at[m->first - 2]) return true; // "AMISOM (Burundi) convoy"
  const uint32_t of = m->first > floor && sm_is(scan, m->first - 1, SM_W_THE) ? m->first - 1 : m->first;
  return of > floor + 1 && sm_is(scan, of - 1, SM_W_OF) && SM_IS_ONE_OF(scan, of - 2, works);
}

/// "US citizens", "the Russian embassy", "a German-born fighter", "a German-Turk", "Egyptian peacekeepers": whoever is told to be of a country is told so because he is from abroad.
static bool is_foreigner(const sm_scan *scan, const sm_mention *m, const sm_place_brief *b) {
  static const char *const belongs[] = {"citizen", "citizens", "national", "nationals", "passport", "passports", "descent", "born", "origin",
                                        "peacekeeper", "peacekeepers", "tourist", "tourists", "pilgrims", "diplomat", "diplomats", "engineers", "missionary", "missionaries", "expatriates", "embassy", "embassies", "consulate", "ambassador"};
  if (b->kind != SM_KIND_COUNTRY) return false;
  static const char *const them[] = {"them", "whom", "both"};
  if (m->role == SM_ROLE_DEMONYM && m->first > scan->s[m->sentence].first && SM_IS_ONE_OF(scan, m->first - 1, them)) return true; // "two drivers, one of them Turkish"
  if (m->last + 1 >= scan->n || scan->t[m->last].sentence != m->sentence) return false;
  const uint32_t after = sm_is_sign(scan, m->last, '-') ? m->last + 1 : m->last;
  static const char *const helpers[] = {"aid", "relief", "blue"}, *const heads[] = {"worker", "workers", "helmet", "helmets"};
  if (SM_IS_ONE_OF(scan, after, belongs)) return true;
  if (SM_IS_ONE_OF(scan, after, helpers) && after + 1 < scan->n && SM_IS_ONE_OF(scan, after + 1, heads)) return true;
  const uint32_t before = m->first > 1 && sm_is_sign(scan, m->first - 1, '-') ? scan->mention_at[m->first - 2] : 0;
  if (m->role == SM_ROLE_DEMONYM && before && scan->mentions->items[before - 1].role == SM_ROLE_DEMONYM) return true;
  return m->role == SM_ROLE_DEMONYM && after > m->last && scan->mention_at[after] && scan->mentions->items[scan->mention_at[after] - 1].role == SM_ROLE_DEMONYM;
}

/// "the Turkish-made drones of the army", "the Saudi-led coalition": who made or leads it.
static bool is_compounded(const sm_scan *scan, const sm_mention *m) {
  static const char *const deeds[] = {"made", "built", "designed", "manufactured", "supplied", "led", "backed", "funded", "trained"};
  return m->role == SM_ROLE_DEMONYM && m->last + 1 < scan->s[m->sentence].last && sm_is_sign(scan, m->last, '-') && SM_IS_ONE_OF(scan, m->last + 1, deeds);
}

/// "the Pentagon said in Washington": where a government speaks of what is elsewhere as often as not.
static bool is_said_in_capital(const sm_scan *scan, const sm_mention *m, const sm_place_brief *b) {
  if (!(b->flags & SM_PLACE_CAPITAL) || m->first < scan->s[m->sentence].first + 2 || !sm_is(scan, m->first - 1, SM_W_IN) || !sm_fights_abroad(scan->reader->geocoder, b->country)) return false;
  return sm_has_cue(scan, m->first - 2, SM_CUE_REPORTING);
}

static float bears(const sm_scan *scan, const sm_mention *m, const sm_place_brief *b, bool acts) {
  enum { KNOWN = 100000 };
  if (is_foreigner(scan, m, b) || is_compounded(scan, m) || sm_is_stood_for(scan->document, m) || sm_is_flag_of_ship(scan->document, m)) return ACTING;
  if (m->role == SM_ROLE_DEMONYM) return acts ? (sm_fights_abroad(scan->reader->geocoder, m->place) ? ACTING : FORCES) : is_border_of(scan, m) ? PEOPLE * AWAY : PEOPLE;
  if (acts && b->kind == SM_KIND_COUNTRY) return ACTING;
  if (b->kind == SM_KIND_COUNTRY && (sm_is_across_border(scan, m) || is_border_of(scan, m))) return ACTING;
  if (is_said_in_capital(scan, m, b)) return ACTING;
  float weight = standing(scan, m, b) * m->conf;
  if (m->flags & SM_MENTION_GUESS || (b->kind != SM_KIND_COUNTRY && b->population < KNOWN && sm_is_alias(scan, m))) weight *= WEAK;
  return is_away(scan, m) ? weight * AWAY : weight;
}

static void add_land(sm_lands *l, sm_place_ref country, float weight, bool ground) {
  uint32_t i = 0;
  while (i < l->n && l->items[i] != country) i++;
  if (!country || i == SM_MAX_LANDS) return;
  if (i == l->n) l->items[l->n] = country, l->weights[l->n] = l->grounds[l->n] = 0, l->n++;
  l->weights[i] += weight;
  if (ground) l->grounds[i] += weight;
}

/// Each group once; Islamic State is at home in many countries.
static void add_groups(const sm_scan *scan, sm_lands *l) {
  enum { MOST_GROUPS = 16, STATE_FORCES = 1, SEVERAL = 8 };
  const sm_cue_row *seen[MOST_GROUPS];
  uint32_t n = 0;
  for (uint32_t i = 0; i < scan->n_cues && n < MOST_GROUPS; i++) {
    const sm_cue *c = &scan->cues[i];
    if (c->cls != SM_CUE_ACTOR || !c->row->iso3[0] || c->row->type == STATE_FORCES || c->row->type == SEVERAL) continue;
    uint32_t k = 0;
    while (k < n && seen[k] != c->row) k++;
    if (k < n) continue;
    seen[n++] = c->row;
    bool roams = sm_str_equal(c->row->name, SM_STR("Islamic State"));
    add_land(l, sm_gazetteer_country(scan->reader->gazetteer, c->row->iso3), roams ? ROAMING : GROUP, false);
  }
}

sm_status sm_weigh_lands(const sm_scan *scan, sm_lands *out, sm_error *err) {
  const sm_mentions *m = scan->mentions;
  *out = (sm_lands){.of_mention = sm_arena_alloc(scan->arena, (m->n + 1) * sizeof *out->of_mention)};
  if (!out->of_mention) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  for (size_t i = 0; i < m->n; i++) {
    const sm_mention *x = &m->items[i];
    out->of_mention[i] = 0;
    if (!x->place) continue;
    sm_place_brief b = sm_gazetteer_brief(scan->reader->gazetteer, x->place);
    bool acts = sm_is_told_as_actor(scan->reader->geocoder, scan->document, x);
    out->of_mention[i] = b.country ? bears(scan, x, &b, acts) : 0;
    add_land(out, b.country, out->of_mention[i], !acts && !(b.kind == SM_KIND_COUNTRY && (is_border_of(scan, x) || sm_is_across_border(scan, x))));
  }
  add_groups(scan, out);
  sm_place_ref titled[SM_MAX_LANDS];
  size_t n = sm_title_countries(scan->reader->geocoder, scan->document, titled, SM_MAX_LANDS);
  for (size_t i = 0; i < n; i++) add_land(out, titled[i], IN_TITLE, true);
  return SM_OK;
}

float sm_land_without(const sm_scan *scan, const sm_lands *lands, sm_place_ref country, size_t mention) {
  const sm_mentions *m = scan->mentions;
  float weight = 0;
  for (uint32_t i = 0; i < lands->n; i++)
    if (lands->items[i] == country) weight = lands->weights[i];
  for (size_t i = 0; i < m->n && weight > 0; i++) // a place that was rejected bears out nothing more
    if (m->items[i].place == m->items[mention].place && sm_gazetteer_brief(scan->reader->gazetteer, m->items[i].place).country == country) weight -= lands->of_mention[i];
  return weight > 0.01f ? weight : 0;
}

float sm_other_ground(const sm_lands *lands, sm_place_ref but) {
  float most = 0;
  for (uint32_t i = 0; i < lands->n; i++)
    if (lands->items[i] != but && lands->grounds[i] > most) most = lands->grounds[i];
  return most;
}
