// Names that stand where a struck place stands but were not taken for places: villages in no gazetteer, mostly.
// The report of a strike says of them what the gazetteer cannot, so here a preposition before a name is enough.
#include <stdlib.h>
#include <string.h>

#include "boundary.h"
#include "fold.h"
#include "lands.h"
#include "namesake.h"
#include "outfit.h"
#include "quarter.h"
#include "seat.h"
#include "setting.h"
#include "story.h"
#include "struck.h"

enum { MAX_COUNTRIES = 12, MAX_SITES = 512, NAMESAKE_POPULATION = 150000, FIRM_POPULATION = 50000, NEIGHBOUR_M = 90000, NEXT_M = 20000, BESIDE_M = 150000,
       PLACE_WEIGHT = 4 /* of a country told as a place, to one that acts */, PROVINCE_SENTENCES = 40 /* that a province holds good for */ };

typedef struct site_finder {
  const sm_scan *scan;
  sm_place_ref countries[MAX_COUNTRIES]; ///< that the report names, most often first
  uint32_t counts[MAX_COUNTRIES]; ///< times told, as a place more than as who acts
  uint32_t n_countries;
  sm_mention sites[MAX_SITES];
  uint32_t n;
} site_finder;

static void count_country(site_finder *f, sm_place_ref country, uint32_t weight) {
  for (uint32_t i = 0; i < f->n_countries; i++)
    if (f->countries[i] == country) {
      f->counts[i] += weight;
      return;
    }
  if (country && f->n_countries < MAX_COUNTRIES) f->countries[f->n_countries] = country, f->counts[f->n_countries++] = weight;
}

static void count_countries(site_finder *f) {
  const sm_mentions *m = f->scan->mentions;
  for (size_t i = 0; i < m->n; i++) {
    bool acts = sm_is_told_as_actor(f->scan->reader->geocoder, f->scan->document, &m->items[i]);
    if (m->items[i].place) count_country(f, sm_gazetteer_brief(f->scan->reader->gazetteer, m->items[i].place).country, acts ? 1 : PLACE_WEIGHT);
  }
}

/// The homes of the armed groups that the report names, where they lie in the report's own country or nothing else is told.
static void count_homes(site_finder *f) {
  enum { FORCES_OF_STATES = 1, SEVERAL_STATES = 8, HOME_WEIGHT = 2 };
  const sm_scan *scan = f->scan;
  for (uint32_t i = 0, n = 0; i < scan->n_cues && n < MAX_COUNTRIES; i++) {
    const sm_cue *c = &scan->cues[i];
    if (c->cls != SM_CUE_ACTOR || !c->row->iso3[0] || c->row->type == FORCES_OF_STATES || c->row->type == SEVERAL_STATES) continue;
    count_country(f, sm_gazetteer_country(scan->reader->gazetteer, c->row->iso3), HOME_WEIGHT);
    n++;
  }
}

/// The place of that name in a country that the report names; by a spelling variant where the name itself fails.
static sm_place_ref look_up(const site_finder *f, sm_str name) {
  const sm_gazetteer *g = f->scan->reader->gazetteer;
  sm_candidate c[24];
  uint64_t key = sm_name_key(name, NULL);
  size_t n = key ? sm_gazetteer_find(g, key, c, 24) : 0;
  if (n > 24) n = 24;
  sm_place_ref best = 0;
  uint32_t best_count = 0, most = 0;
  for (uint32_t k = 0; k < f->n_countries; k++)
    if (f->counts[k] > most) most = f->counts[k];
  if (most > PLACE_WEIGHT) best_count = PLACE_WEIGHT - 1; // who only acts does not lend its towns
  if (f->n_countries == 0) {
    sm_place_brief b = n ? sm_gazetteer_brief(g, c[0].place) : (sm_place_brief){0};
    return n && b.kind == SM_KIND_CITY && b.population >= FIRM_POPULATION ? c[0].place : 0;
  }
  for (size_t i = 0; i < n; i++) {
    sm_place_brief b = sm_gazetteer_brief(g, c[i].place);
    for (uint32_t k = 0; k < f->n_countries; k++)
      if (f->countries[k] == b.country && f->counts[k] > best_count) best = c[i].place, best_count = f->counts[k];
  }
  return best;
}

/// How a place lies to the provinces and towns that the report tells for sure: 1 in or near one, -1 far from all, 0 none is told.
static int reach_of(const site_finder *f, const sm_place_brief *b, const sm_mention *but) {
  const sm_gazetteer *g = f->scan->reader->gazetteer;
  const sm_mentions *m = f->scan->mentions;
  int reach = 0;
  for (size_t i = 0; i < m->n; i++) {
    const sm_mention *y = &m->items[i];
    if (y == but || !y->place || y->role == SM_ROLE_DEMONYM || y->flags & SM_MENTION_GUESS) continue;
    sm_place_brief c = sm_gazetteer_brief(g, y->place);
    if (c.kind == SM_KIND_COUNTRY || c.country != b->country || c.flags & SM_PLACE_CAPITAL) continue;
    if (y->place == b->adm1 || y->place == b->adm2 || sm_sphere_distance(b->lon, b->lat, c.lon, c.lat) < NEIGHBOUR_M) return 1;
    reach = -1;
  }
  return reach;
}

/// "Tuz Khurmato", "Baqouba": another spelling of a town in the country that the report is about, near what it tells, or well known.
/// within: the unit or country that the text says it lies in, 0 none.
/// dropped: the namesake that the report does not mean, 0 none.
static sm_place_ref look_up_similar(const site_finder *f, sm_str name, const sm_mention *but, sm_place_ref within, sm_place_ref dropped) {
  enum { SHORTEST = 5, LOOKED_AT = 6 };
  const sm_gazetteer *g = f->scan->reader->gazetteer;
  sm_candidate c[LOOKED_AT];
  uint8_t kind = within ? sm_gazetteer_brief(g, within).kind : 0;
  if (within && kind != SM_KIND_COUNTRY && kind != SM_KIND_ADM1 && kind != SM_KIND_ADM2) return 0;
  sm_place_ref country = 0;
  uint32_t most = PLACE_WEIGHT - 1;
  for (uint32_t k = 0; k < f->n_countries; k++)
    if (f->counts[k] > most) most = f->counts[k], country = f->countries[k];
  if (within) country = sm_gazetteer_brief(g, within).country;
  const bool base = sm_is_base_name(name);
  size_t n = country && name.len >= SHORTEST && !sm_has_one_spelling(g, country) ? sm_gazetteer_find_similar(g, name, c, LOOKED_AT) : 0;
  for (size_t i = 0; i < n && i < LOOKED_AT; i++) {
    if (c[i].place == dropped) continue;
    sm_place_brief b = sm_gazetteer_brief(g, c[i].place);
    if (base) { // "al-Assad Air Base": of that kind alone, anywhere in the country
      if ((b.kind == SM_KIND_BASE || b.kind == SM_KIND_AIRPORT) && b.country == country) return c[i].place;
      continue;
    }
    bool town = (b.kind == SM_KIND_CITY || b.kind == SM_KIND_ADM2) && !(b.flags & SM_PLACE_CAPITAL);
    int reach = town && b.country == country ? reach_of(f, &b, but) : -1;
    if (within && kind != SM_KIND_COUNTRY) reach = within == b.adm1 || within == b.adm2 ? 1 : -1;
    bool known = town && b.country == country && b.population >= FIRM_POPULATION && (!within || kind == SM_KIND_COUNTRY);
    if (reach > 0 || (known && (reach == 0 || i == 0))) return sm_town_of_district(g, c, n < LOOKED_AT ? n : LOOKED_AT, i);
  }
  return 0;
}

/// "Barangay Kitango", "Vereda Filipinas": a village of the report's ground that is known without the word for its kind.
static sm_place_ref look_up_bare(const site_finder *f, const sm_mention *m) {
  enum { LOOKED_AT = 12 };
  const sm_scan *scan = f->scan;
  const sm_gazetteer *g = scan->reader->gazetteer;
  if (m->last < m->first + 2 || !sm_tells_village(scan->reader->geocoder, scan->document, m->first)) return 0;
  sm_candidate c[LOOKED_AT];
  const uint64_t key = sm_name_key(sm_span_text(scan, (sm_span){scan->t[m->first + 1].begin, m->span.end}), NULL);
  const size_t n = key ? sm_gazetteer_find(g, key, c, LOOKED_AT) : 0;
  for (size_t i = 0; i < n && i < LOOKED_AT; i++) {
    const sm_place_brief b = sm_gazetteer_brief(g, c[i].place);
    if (b.kind == SM_KIND_CITY && b.population < FIRM_POPULATION && reach_of(f, &b, m) > 0) return c[i].place;
  }
  return 0;
}

/// "Southern Red Sea": a sea that is known without its direction.
static void drop_direction(const site_finder *f, sm_mention *m) {
  const sm_scan *scan = f->scan;
  const sm_gazetteer *g = scan->reader->gazetteer;
  uint32_t len = scan->t[m->first].end - scan->t[m->first].begin;
  bool direction = len > 3 && memcmp(scan->document->report.text.ptr + scan->t[m->first].end - 3, "ern", 3) == 0;
  if (m->place || m->last < m->first + 3 || !direction) return;
  sm_span rest = {scan->t[m->first + 1].begin, m->span.end};
  sm_candidate c[8];
  uint64_t key = sm_name_key(sm_span_text(scan, rest), NULL);
  size_t n = key ? sm_gazetteer_find(g, key, c, 8) : 0;
  sm_place_ref sea = 0;
  for (size_t i = 0; i < n && i < 8 && !sea; i++) {
    uint8_t kind = sm_gazetteer_brief(g, c[i].place).kind;
    if (kind == SM_KIND_SEA || kind == SM_KIND_STRAIT) sea = c[i].place;
  }
  if (!sea) return;
  sm_place p;
  sm_gazetteer_place(g, sea, &p);
  m->first++, m->span = rest;
  m->place = sea, m->lon = p.lon, m->lat = p.lat, m->radius_m = p.radius_m;
  m->container = 0;
  m->flags &= ~(uint32_t)SM_MENTION_UNLISTED;
}

static void set_point(const site_finder *f, sm_mention *m) { sm_gazetteer_point(f->scan->reader->gazetteer, m->place, &m->lon, &m->lat, &m->radius_m); }

/// "the Diapaga-Namounou road": the end that the gazetteer knows; 0 none.
static sm_place_ref end_of_road(const site_finder *f, uint32_t first, uint32_t last) {
  enum { SHORTEST = 4 };
  const sm_scan *scan = f->scan;
  sm_place_ref end = 0;
  for (uint32_t k = first + 1; k + 1 < last && !end; k++) {
    const sm_span a = sm_tokens_span(scan, first, k), b = sm_tokens_span(scan, k + 1, last);
    const bool joined = sm_is_sign(scan, k, '-') && scan->t[k - 1].flags & SM_TOKEN_CAPITAL && scan->t[k + 1].flags & SM_TOKEN_CAPITAL && !sm_particle_at(scan, k - 1); // no "Al-"
    if (!joined || a.end - a.begin < SHORTEST || b.end - b.begin < SHORTEST) continue;
    end = look_up(f, sm_span_text(scan, a));
    if (!end) end = look_up(f, sm_span_text(scan, b));
  }
  return end;
}

/// "Kherson region. Poniativka came under fire", of which the gazetteer has one far off in Odesa region alone: the province with its word that
/// was told last holds none of that name, nor is anything near it told.
static bool is_out_of_province(const site_finder *f, const sm_mention *site) {
  const sm_scan *scan = f->scan;
  const sm_gazetteer *g = scan->reader->gazetteer;
  const sm_place_brief b = sm_gazetteer_brief(g, site->place);
  if (b.kind != SM_KIND_CITY || b.population >= FIRM_POPULATION) return false;
  for (size_t i = scan->mentions->n; i-- > 0;) {
    const sm_mention *y = &scan->mentions->items[i];
    if (y->first > site->first) continue;
    if (site->sentence - y->sentence > PROVINCE_SENTENCES) return false;
    if (!y->place || y->role != SM_ROLE_LITERAL || y->said_kind != SM_KIND_ADM1) continue;
    const sm_place_brief c = sm_gazetteer_brief(g, y->place);
    return c.kind == SM_KIND_ADM1 && c.country == b.country && b.adm1 != y->place && reach_of(f, &b, site) < 0;
  }
  return false;
}

static void add_site(site_finder *f, uint32_t first, uint32_t last) {
  const sm_scan *scan = f->scan;
  sm_mention *m = &f->sites[f->n++];
  *m = (sm_mention){.span = {scan->t[first].begin, scan->t[last - 1].end}, .first = first, .last = last, .sentence = scan->t[first].sentence,
                    .role = SM_ROLE_LITERAL, .flags = SM_MENTION_UNLISTED | SM_MENTION_GUESS, .conf = 0.5f, .reason = "named where a strike is told"};
  m->place = look_up(f, sm_span_text(scan, m->span));
  static const char *const quarters[] = {"quarter", "neighbourhood", "neighborhood", "ward"};
  if (!m->place && !SM_IS_ONE_OF(scan, last, quarters)) m->place = look_up_similar(f, sm_span_text(scan, m->span), m, 0, 0);
  if (!m->place) m->place = end_of_road(f, first, last);
  if (m->place && (sm_is_owned_elsewhere(scan, first, m->place) || sm_is_far_from_suburb(scan, last, m->place) || is_out_of_province(f, m) || sm_is_out_of_next_unit(scan, last, m->place))) m->place = 0;
  if (m->place) set_point(f, m), m->flags = SM_MENTION_GUESS, m->n_candidates = 1;
  else drop_direction(f, m);
}

static void add_city(site_finder *f, uint32_t i) {
  const sm_scan *scan = f->scan;
  sm_mention *m = &f->sites[f->n++];
  sm_candidate c;
  *m = (sm_mention){.span = {scan->t[i].begin, scan->t[i].end}, .first = i, .last = i + 1, .sentence = scan->t[i].sentence, .role = SM_ROLE_LITERAL,
                    .conf = 0.7f, .n_candidates = 1, .reason = "the city of what bears its name"};
  if (sm_gazetteer_find(scan->reader->gazetteer, sm_name_key(sm_span_text(scan, m->span), NULL), &c, 1)) m->place = c.place, set_point(f, m);
}

static bool is_country(const sm_scan *scan, uint32_t mention) {
  return sm_gazetteer_brief(scan->reader->gazetteer, scan->mentions->items[mention - 1].place).kind == SM_KIND_COUNTRY;
}

static void add_seat(site_finder *f, uint32_t i, sm_place_ref seat, const char *reason) {
  const sm_scan *scan = f->scan;
  sm_mention *m = &f->sites[f->n++];
  *m = (sm_mention){.span = {scan->t[i].begin, scan->t[i].end}, .first = i, .last = i + 1, .sentence = scan->t[i].sentence, .role = SM_ROLE_LITERAL,
                    .place = seat, .conf = 0.8f, .n_candidates = 1, .reason = reason};
  set_point(f, m);
}

/// The capital of a country on the day of the report: seats that moved in this century, by the laws that moved them.
static sm_place_ref capital_then(const site_finder *f, sm_place_ref country) {
  static const struct {
    const char *country, *former;
    int year, month;
  } moved[] = {
      {"BDI", "geonames:425378", 2019, 1},  // Bujumbura, until Gitega
      {"MMR", "geonames:1298824", 2006, 3}, // Yangon, until Nay Pyi Taw
  };
  const sm_gazetteer *g = f->scan->reader->gazetteer;
  const sm_date published = f->scan->document->report.published;
  for (size_t i = 0; i < sizeof moved / sizeof *moved && published != SM_NO_DATE; i++) {
    if (published >= sm_date_make(moved[i].year, moved[i].month, 1) || sm_gazetteer_country(g, moved[i].country) != country) continue;
    const sm_place_ref former = sm_gazetteer_by_id(g, sm_str_of(moved[i].former));
    if (former) return former;
  }
  return sm_gazetteer_capital(g, country);
}

/// "the Yemeni capital", "the capital of Burkina Faso", "the capital": not a province's ("the provincial capital of Peshawar").
static bool add_capital(site_finder *f, uint32_t i, uint32_t floor) {
  const sm_scan *scan = f->scan;
  if (!sm_is(scan, i, SM_W_CAPITAL) || scan->t[i].flags & SM_TOKEN_CAPITAL || sm_province_of_capital(scan, i, floor)) return false;
  static const char *const whole[] = {"federal", "national"};
  if (i > floor + 1 && SM_IS_ONE_OF(scan, i - 1, whole)) i--; // "the federal capital"
  const uint32_t named = sm_is(scan, i, SM_W_CAPITAL) ? i : i + 1;
  uint32_t owner = i > floor + 1 && scan->t[i - 1].flags & SM_TOKEN_CLITIC ? i - 2 : i - 1; // "Yemen's capital"
  uint32_t of = sm_is(scan, named + 1, SM_W_OF) ? named + 2 : scan->n;
  if (of + 1 < scan->n && !scan->mention_at[of] && scan->t[of].entry && scan->t[of].entry->word_bits & SM_WORD_ADJECTIVE) of++; // "the capital of southern Lahij province"
  uint32_t m = i > floor ? scan->mention_at[owner] : 0, next = of < scan->n ? scan->mention_at[of] : 0;
  if (sm_is_named_next(scan, named) || sm_is_province_mention(scan, m)) return false;
  if (next && scan->mentions->items[next - 1].place && !is_country(scan, next)) return false;
  const sm_gazetteer *g = scan->reader->gazetteer;
  sm_place_ref country = 0;
  if (next && scan->mentions->items[next - 1].place) country = sm_gazetteer_brief(g, scan->mentions->items[next - 1].place).country;
  else if (m && scan->mentions->items[m - 1].place) country = sm_gazetteer_brief(g, scan->mentions->items[m - 1].place).country;
  else if (i > floor && sm_is(scan, i - 1, SM_W_THE)) {
    uint32_t best = 0, most = 0;
    for (uint32_t k = 0; k < f->n_countries; k++)
      if (f->counts[k] > most) most = f->counts[k], country = f->countries[k];
    for (uint32_t k = 0; k < f->n_countries; k++) // the one that was named, of those told about as often
      if (f->counts[k] > best && 2 * f->counts[k] >= most && sm_is_capital_told(f->scan, i, f->countries[k])) best = f->counts[k], country = f->countries[k];
  }
  const sm_place_ref seat = !m && !next && country ? sm_seat_at_home(scan, i) : 0, capital = seat ? seat : country ? capital_then(f, country) : 0;
  if (!capital || f->n >= MAX_SITES) return false;
  add_seat(f, i, capital, seat ? "the seat of the province told" : "the capital of the country told");
  return true;
}

static bool add_province_seat(site_finder *f, uint32_t i, uint32_t floor) {
  const sm_scan *scan = f->scan;
  const sm_place_ref of = sm_province_of_capital(scan, i, floor);
  if (of && f->n < MAX_SITES && !sm_is_named_next(scan, i)) {
    const sm_place_ref seat = sm_seat_of(scan, of);
    if (seat) add_seat(f, i, seat, "the seat of the province told");
    return seat;
  }
  if (f->n < MAX_SITES && sm_is_city_told(scan, i, floor)) {
    sm_place_ref city = sm_city_told(scan, i);
    if (city) add_seat(f, i, city, "the city told before");
    return city;
  }
  if (!sm_is_province_seat(scan, i, floor) || f->n >= MAX_SITES || sm_is_named_next(scan, i)) return false;
  uint32_t next = sm_is(scan, i + 1, SM_W_OF) && i + 2 < scan->n ? scan->mention_at[i + 2] : 0;
  const uint32_t name = i + 2 < scan->n && sm_is_sign(scan, i + 1, ',') ? i + 2 : 0, named = name ? sm_site_name_end(scan, name, scan->s[scan->t[i].sentence].last) : 0;
  bool comma = name && (scan->mention_at[name] || (named > name && sm_is_punct(scan, named))); // "in the state capital, Hakha,"
  if (comma || scan->mention_at[i + 1] || (next && !sm_is_province_mention(scan, next))) return false; // "the provincial capital of Peshawar"
  sm_place_ref province = next ? scan->mentions->items[next - 1].place : sm_province_told(scan, i), seat = province ? sm_seat_of(scan, province) : 0;
  if (!seat) return false;
  add_seat(f, i, seat, "the seat of the province told");
  sm_mention *m = &f->sites[f->n - 1]; // "20 km north of the regional centre"
  m->first = i - 1, m->span.begin = scan->t[i - 1].begin;
  return true;
}

/// A name in no list of words or persons that the gazetteer knows in a country of the report: any preposition or a possessive is enough.
static bool is_known_place(const site_finder *f, uint32_t first, uint32_t end, uint32_t floor) {
  const sm_scan *scan = f->scan;
  for (uint32_t i = first; i < end; i++) {
    const sm_lexicon_entry *e = scan->t[i].entry;
    if (e && (e->rank || e->word_bits & (SM_WORD_GIVEN_NAME | SM_WORD_SURNAME))) return false;
  }
  bool led = first > floor && sm_is_preposition(scan, first - 1);
  bool owns = end < scan->n && scan->t[end].flags & SM_TOKEN_CLITIC && scan->t[end].sentence == scan->t[first].sentence;
  sm_span span = {scan->t[first].begin, scan->t[end - 1].end};
  return (led || owns) && look_up(f, sm_span_text(scan, span));
}

/// "the Boston Marathon bombings", "at the Boston Marathon": a large city at the head of the name of an event or a site of its.
static bool is_city_of_event(const site_finder *f, uint32_t i, uint32_t end, uint32_t floor) {
  enum { LARGE = 300000, AFTER = 3 };
  const sm_scan *scan = f->scan;
  if (end < i + 2 || end - i > 3) return false;
  for (uint32_t k = i + 1; k < end; k++) {
    const sm_lexicon_entry *e = scan->t[k].entry;
    if (!e || !e->rank || !(e->word_bits & SM_WORD_NOUN) || e->word_bits & (SM_WORD_NOUN_PERSON | SM_WORD_SURNAME)) return false;
  }
  uint32_t lead = i > floor && sm_is(scan, i - 1, SM_W_THE) ? i - 1 : i, after = end;
  bool led = lead > floor && lead < i && (sm_is_place_preposition(scan, lead - 1) || sm_is(scan, lead - 1, SM_W_OF));
  led |= lead == i && i > floor && sm_is_place_preposition(scan, i - 1); // "near Mosul University"
  while (!led && after < scan->n && after < end + AFTER && scan->t[after].sentence == scan->t[i].sentence && !sm_is_punct(scan, after) &&
         !sm_has_cue(scan, after, SM_CUE_TRIGGER)) after++;
  if (!led && !(after < end + AFTER && sm_has_cue(scan, after, SM_CUE_TRIGGER))) return false;
  sm_candidate c;
  uint64_t key = sm_name_key(sm_span_text(scan, (sm_span){scan->t[i].begin, scan->t[i].end}), NULL);
  if (!key || !sm_gazetteer_find(scan->reader->gazetteer, key, &c, 1)) return false;
  sm_place_brief b = sm_gazetteer_brief(scan->reader->gazetteer, c.place);
  return b.kind == SM_KIND_CITY && b.population >= LARGE && c.name_flags & SM_NAME_MAIN;
}

/// "Orikhiv." at the head of a line: a name of the report's own country that stands alone.
static bool is_head_alone(const site_finder *f, uint32_t first, uint32_t end) {
  const sm_scan *scan = f->scan;
  const sm_sentence *s = &scan->s[scan->t[first].sentence];
  if (first != s->first || !(scan->t[first].flags & SM_TOKEN_LINE_START) || end + 1 < s->last) return false;
  return end < s->last && sm_is_sign(scan, end, '.') && look_up(f, sm_span_text(scan, (sm_span){scan->t[first].begin, scan->t[end - 1].end}));
}

/// "shelled Kafarya with mortars", "struck Mairanti, a village near X": what no gazetteer knows only after a verb that nothing but places
/// and things take, or where the words beside it say that it is a place.
static bool is_struck_object(const site_finder *f, uint32_t first, uint32_t end) {
  const sm_scan *scan = f->scan;
  const sm_struck how = sm_struck_object(scan, first, end);
  if (how == SM_STRUCK_NO) return false;
  return how == SM_STRUCK_SURELY || look_up(f, sm_span_text(scan, (sm_span){scan->t[first].begin, scan->t[end - 1].end}));
}

/// "In Mays al-Jabal", "3. At Tame": a word of grammar has its capital from the sentence, no name begins with it.
static bool is_grammar_word(const sm_scan *scan, uint32_t i) {
  enum { GRAMMAR = 2 };
  const sm_lexicon_entry *e = scan->t[i].flags & SM_TOKEN_SENTENCE_START ? scan->t[i].entry : NULL;
  return e && e->rank && e->rank <= GRAMMAR;
}

/// "the African Union base", "an Awami League office", "Sudan Tribune: ...": whose it is, or who writes.
static bool is_body(const sm_scan *scan, uint32_t first, uint32_t end) {
  static const char *const heads[] = {"Union", "League", "Party", "Army", "Nations", "Command", "Front", "Movement", "Congress", "Alliance", "Committee", "Council", "Tribune", "Times", "Post", "Herald", "Agency", "Unit", "Units", "Brigade", "Brigades", "Forces", "Battalion", "Regiment", "Directorate", "Ministry", "Bureau", "Organisation", "Organization", "Group", "Service"};
  if (end == first + 1) return scan->t[first].flags & SM_TOKEN_UPPER && sm_has_cue(scan, first, SM_CUE_ACTOR); // "MINUSMA - Office of Communications"
  if (!SM_IS_ONE_OF(scan, end - 1, heads)) return false;
  if (end + 2 < scan->n && sm_is_sign(scan, end, '(') && scan->t[end + 1].flags & SM_TOKEN_UPPER && sm_is_sign(scan, end + 2, ')')) return true; // "Sinjar Resistance Unit (YBS)"
  return sm_is_sign(scan, end, ':') || (sm_has_cue(scan, end, SM_CUE_TARGET) && !(scan->t[end].flags & SM_TOKEN_CAPITAL));
}

/// known: only names that the gazetteer knows, where nothing in the sentence speaks of a strike.
static void find_sites(site_finder *f, uint32_t sentence, bool known) {
  const sm_scan *scan = f->scan;
  const sm_sentence *s = &scan->s[sentence];
  if (s->flags & SM_SENTENCE_UPPER) return;
  for (uint32_t i = s->first; i < s->last && f->n < MAX_SITES; i++) {
    const bool seat = !known && (sm_is_seat_word(scan, i) || sm_is(scan, i, SM_W_CITY)) && !scan->mention_at[i];
    if (seat && (add_province_seat(f, i, s->first) || add_capital(f, i, s->first))) continue;
    if ((!sm_is_name_word(scan, i) && !sm_particle_at(scan, i)) || scan->mention_at[i] || is_grammar_word(scan, i)) continue;
    uint32_t end = sm_site_name_end(scan, i, s->last);
    if (end <= i) continue;
    if (is_body(scan, i, end) || sm_is_culprit(scan, i, end) || (sm_is_plain_run(scan, i, end) && s->flags & SM_SENTENCE_TITLED)) {
      i = end - 1;
      continue;
    }
    const bool place = is_known_place(f, i, end, s->first) && !(end < s->last && scan->mention_at[end]);
    if (place) add_site(f, i, end);
    if (place || known) {
      i = end - 1;
      continue;
    }
    if (is_city_of_event(f, i, end, s->first)) {
      add_city(f, i);
      i = end - 1;
      continue;
    }
    const bool alone = is_head_alone(f, i, end), struck = is_struck_object(f, i, end);
    if (sm_is_set_as_place(scan, i, end, f->n ? f->sites[f->n - 1].last : 0, alone, struck)) add_site(f, i, end);
    i = end - 1;
  }
}

static int by_first(const void *a, const void *b) {
  const sm_mention *x = a, *y = b;
  return x->first < y->first ? -1 : x->first > y->first;
}

enum { MOST_SLOTS = 1024 };

/// The names of the report's places, by key.
typedef struct site_names {
  uint64_t *keys;    ///< hash table, 0 empty
  uint32_t *mention; ///< the geocoder's, index + 1; 0: of a site
  uint32_t n, slots;
} site_names;

/// An empty table with room for so many names, up to a most.
static bool make_names(sm_arena *arena, size_t names, site_names *out) {
  *out = (site_names){.slots = 16};
  while (out->slots < 2 * names && out->slots < MOST_SLOTS) out->slots *= 2;
  out->keys = sm_arena_calloc(arena, out->slots, sizeof *out->keys);
  out->mention = sm_arena_alloc(arena, out->slots * sizeof *out->mention);
  return out->keys && out->mention;
}

/// The slot of a key, or of the empty place where it belongs.
static uint32_t slot_of(const site_names *names, uint64_t key) {
  uint32_t slot = (uint32_t)key & (names->slots - 1);
  while (names->keys[slot] && names->keys[slot] != key) slot = (slot + 1) & (names->slots - 1);
  return slot;
}

static void note_name(const site_finder *f, site_names *names, const sm_mention *m, uint32_t index) {
  const sm_scan *scan = f->scan;
  if (!(scan->t[m->first].flags & SM_TOKEN_CAPITAL) || names->n > names->slots / 2) return;
  const uint64_t key = sm_name_key(sm_span_text(scan, m->span), NULL);
  const uint32_t slot = slot_of(names, key);
  if (!key || names->keys[slot]) return;
  names->keys[slot] = key, names->mention[slot] = index;
  names->n++;
}

/// The same place as that of a mention, at another of its names.
static void add_again(site_finder *f, const sm_mention *of, uint32_t first, uint32_t last) {
  sm_mention *m = &f->sites[f->n++];
  *m = *of;
  m->span = (sm_span){f->scan->t[first].begin, f->scan->t[last - 1].end};
  m->first = first, m->last = last, m->sentence = f->scan->t[first].sentence;
  m->containee = 0;
  m->flags &= ~(uint32_t)SM_MENTION_CONTAINER;
}

/// "in the villages of A and B. A, which lies ..., was bombed": what is a place once is one wherever the report says it again.
static sm_status spread_names(site_finder *f, sm_error *err) {
  const sm_scan *scan = f->scan;
  const sm_mentions *mentions = scan->mentions;
  bool any = f->n > 0;
  for (size_t i = 0; i < mentions->n && !any; i++) any = mentions->items[i].role == SM_ROLE_LITERAL && !mentions->items[i].place;
  if (!any) return SM_OK;
  site_names table, *names = &table;
  uint8_t *taken = sm_arena_calloc(scan->arena, scan->n + 1, 1);
  if (!taken || !make_names(scan->arena, mentions->n + f->n, names)) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  const uint32_t known = f->n;
  for (size_t i = 0; i < mentions->n; i++)
    if (mentions->items[i].role == SM_ROLE_LITERAL && !mentions->items[i].place) note_name(f, names, &mentions->items[i], (uint32_t)i + 1);
  for (uint32_t i = 0; i < known; i++) {
    for (uint32_t k = f->sites[i].first; k < f->sites[i].last; k++) taken[k] = 1;
    note_name(f, names, &f->sites[i], 0);
  }
  for (uint32_t i = 0; names->n && i < scan->n && f->n < MAX_SITES; i++) {
    if (!sm_is_name_word(scan, i) && !sm_particle_at(scan, i)) continue; // as most
    if (taken[i] || scan->mention_at[i] || scan->s[scan->t[i].sentence].flags & SM_SENTENCE_UPPER || is_grammar_word(scan, i)) continue;
    uint32_t end = sm_site_name_end(scan, i, scan->s[scan->t[i].sentence].last);
    if (end <= i) continue;
    const uint64_t key = sm_name_key(sm_span_text(scan, sm_tokens_span(scan, i, end)), NULL);
    const uint32_t slot = slot_of(names, key);
    bool touches = end < scan->n && scan->mention_at[end] && !(scan->t[end].flags & SM_TOKEN_PUNCT);
    if (key && names->keys[slot] && !touches) {
      if (names->mention[slot]) add_again(f, &mentions->items[names->mention[slot] - 1], i, end);
      else add_site(f, i, end);
    }
    i = end - 1;
  }
  if (f->n > known) qsort(f->sites, f->n, sizeof f->sites[0], by_first);
  return SM_OK;
}

/// Both lists in text order, with the containers' numbers moved along.
static sm_status merge_sites(const site_finder *f, sm_mentions *mentions, sm_error *err) {
  sm_arena *arena = f->scan->arena;
  size_t n = mentions->n + f->n, at = 0, old = 0, site = 0;
  sm_mention *items = sm_arena_alloc(arena, n * sizeof *items);
  uint32_t *moved = sm_arena_alloc(arena, (mentions->n + 1) * sizeof *moved);
  if (!items || !moved) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  while (at < n) {
    bool from_old = old < mentions->n && (site >= f->n || mentions->items[old].first < f->sites[site].first);
    if (from_old) moved[old] = (uint32_t)at;
    items[at++] = from_old ? mentions->items[old++] : f->sites[site++];
  }
  for (size_t i = 0; i < n; i++) {
    if (items[i].container) items[i].container = moved[items[i].container - 1] + 1;
    if (items[i].containee) items[i].containee = moved[items[i].containee - 1] + 1;
  }
  *mentions = (sm_mentions){items, n};
  return SM_OK;
}

/// A word in no list, or the particle of one: no plain English word that may follow a name ("Aleppo City").
static bool is_strange(const sm_scan *scan, uint32_t i) {
  if (sm_is_ayn(scan, i)) return true;
  const sm_lexicon_entry *e = scan->t[i].entry;
  return sm_particle_at(scan, i) || (sm_is_name_word(scan, i) && !(e && e->rank));
}

/// "in X", "the town of X"
static bool is_placed(const sm_scan *scan, const sm_mention *m) {
  uint32_t floor = scan->s[m->sentence].first;
  if (m->first <= floor) return false;
  bool list = sm_is(scan, m->first - 1, SM_W_AND) && m->first > floor + 1 && scan->t[m->first - 2].flags & SM_TOKEN_CAPITAL;
  return list || sm_is_place_preposition(scan, m->first - 1) || sm_is(scan, m->first - 1, SM_W_OF);
}

static bool is_inner_hyphen(const sm_scan *scan, uint32_t i) {
  return sm_is_sign(scan, i, '-') && !(scan->t[i].flags & SM_TOKEN_SPACE_BEFORE) && i + 1 < scan->n && scan->t[i + 1].flags & SM_TOKEN_CAPITAL &&
         !(scan->t[i + 1].flags & SM_TOKEN_SPACE_BEFORE);
}

/// "Tel Rifaat", "Pa Zi Gyi": the gazetteer knows only the first word of a longer name; take the whole, unlisted if need be.
static void take_whole_name(const site_finder *f, sm_mention *m) {
  const sm_scan *scan = f->scan;
  const sm_sentence *s = &scan->s[m->sentence];
  if (m->last >= s->last || m->role == SM_ROLE_DEMONYM || s->flags & SM_SENTENCE_UPPER || scan->t[m->first].flags & SM_TOKEN_UPPER) return;
  sm_place_brief b = m->place ? sm_gazetteer_brief(scan->reader->gazetteer, m->place) : (sm_place_brief){0};
  bool unit = (b.kind == SM_KIND_COUNTRY || b.kind == SM_KIND_ADM1) && !sm_is_alias(scan, m);
  bool short_word = m->last == m->first + 1 && m->span.end - m->span.begin <= 4;
  bool small = b.population <= NAMESAKE_POPULATION || b.kind == SM_KIND_COUNTRY;
  bool strange = is_strange(scan, m->last) || (small && short_word && is_placed(scan, m) && sm_is_name_word(scan, m->last)); // "in Ho Pang town"
  uint32_t from = m->last + (sm_is_small_link(scan, m->last) ? 3 : is_inner_hyphen(scan, m->last)); // "Jisr-Ash-Shugur", "Dasht-e-Barchi"
  bool known = b.population > NAMESAKE_POPULATION && b.kind != SM_KIND_COUNTRY;
  if (unit || (known && !short_word) || (!strange && from == m->last) || scan->mention_at[from]) return;
  static const char *const local[] = {"Local"}, *const rule[] = {"Government", "Govt", "Council", "Authority"};
  if (scan->t[from].flags & SM_TOKEN_PUNCT || (SM_IS_ONE_OF(scan, from, local) && SM_IS_ONE_OF(scan, from + 1, rule))) return;
  const sm_lexicon_entry *e = scan->t[from].entry;
  const sm_lexicon_entry *noun = from + 1 < s->last ? scan->t[from + 1].entry : NULL; // "the Bab Touma district"
  if (from == m->last && e && e->word_bits & (SM_WORD_GIVEN_NAME | SM_WORD_SURNAME) && !is_placed(scan, m) && !(noun && noun->word_bits & SM_WORD_NOUN_LOCATION)) return; // a person beside it
  uint32_t end = sm_site_name_end(scan, from, s->last);
  if (end <= from || (end < s->last && scan->mention_at[end])) return;
  m->last = end;
  m->span.end = scan->t[end - 1].end;
  if (m->place) m->container = 0;
  m->place = look_up(f, sm_span_text(scan, m->span));
  m->flags |= SM_MENTION_GUESS | (m->place ? 0 : SM_MENTION_UNLISTED);
  if (!m->place) return;
  set_point(f, m);
}

/// "Nyaung Kone": the gazetteer knows only the last word of a longer name.
static void take_first_words(const site_finder *f, sm_mention *m) {
  const sm_scan *scan = f->scan;
  const uint32_t floor = scan->s[m->sentence].first;
  uint32_t first = m->first;
  const sm_place_brief b = m->place ? sm_gazetteer_brief(scan->reader->gazetteer, m->place) : (sm_place_brief){0};
  if (scan->s[m->sentence].flags & SM_SENTENCE_UPPER || b.population > NAMESAKE_POPULATION || b.kind == SM_KIND_COUNTRY || b.kind == SM_KIND_ADM1) return;
  while (first > floor && m->first - first < 3 && is_strange(scan, first - 1) && !scan->mention_at[first - 1] && sm_is_name_word(scan, first - 1)) first--;
  if (first == m->first) return;
  for (uint32_t i = first; i < m->first; i++) {
    const sm_lexicon_entry *e = scan->t[i].entry;
    if (e && e->word_bits & (SM_WORD_GIVEN_NAME | SM_WORD_SURNAME)) return; // a person of that name
  }
  m->first = first;
  m->span.begin = scan->t[first].begin;
  m->container = 0;
  m->place = look_up(f, sm_span_text(scan, m->span));
  m->flags |= SM_MENTION_GUESS | (m->place ? 0 : SM_MENTION_UNLISTED);
  if (m->place) set_point(f, m);
}

/// "al-Karaj area", "al-Juba": what the gazetteer knows without the article is another place, unless the report is about its country.
static void take_article(const site_finder *f, sm_mention *m) {
  const sm_scan *scan = f->scan;
  uint32_t floor = scan->s[m->sentence].first;
  if (m->first < floor + 2 || sm_particle_at(scan, m->first - 2) != 2 || scan->mention_at[m->first - 2]) return;
  uint32_t bare = m->first;
  m->first -= 2;
  m->span.begin = scan->t[m->first].begin;
  if (!m->place) return;
  sm_place_ref whole = look_up(f, sm_span_text(scan, m->span));
  if (!whole) whole = look_up(f, sm_span_text(scan, (sm_span){scan->t[bare].begin, m->span.end}));
  if (whole == m->place) return;
  m->container = 0;
  m->place = whole;
  m->flags |= SM_MENTION_GUESS | (whole ? 0 : SM_MENTION_UNLISTED);
  if (whole) set_point(f, m);
}

/// Names of which the geocoder took a part, and parts of towns.
static void mend_names(const site_finder *f) {
  sm_mentions *m = f->scan->mentions;
  for (size_t i = 0; i < m->n; i++) {
    if (m->items[i].role == SM_ROLE_DEMONYM) continue;
    take_article(f, &m->items[i]), take_whole_name(f, &m->items[i]), take_first_words(f, &m->items[i]);
    sm_keep_part_in_town(f->scan, i);
  }
}

/// Names of no gazetteer that the geocoder found lie in what holds them, too; namesakes are told first, for they hold nothing.
static sm_status hold_unlisted(site_finder *f, const sm_lands *lands, sm_error *err) {
  sm_mentions *m = f->scan->mentions;
  sm_place_ref *dropped = sm_arena_calloc(f->scan->arena, m->n + 1, sizeof *dropped); // all are judged before one is dropped
  if (!dropped) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  sm_move_home(f->scan, lands);
  for (size_t i = 0; i < m->n; i++) dropped[i] = m->items[i].place && m->items[i].role != SM_ROLE_DEMONYM && sm_is_namesake(f->scan, lands, i) ? m->items[i].place : 0;
  for (size_t i = 0; i < m->n; i++) {
    sm_mention *x = &m->items[i];
    if (dropped[i]) x->place = 0, x->flags |= SM_MENTION_UNLISTED | SM_MENTION_GUESS;
    if (x->role != SM_ROLE_DEMONYM) drop_direction(f, x);
  }
  for (size_t i = 0; i < m->n; i++) {
    sm_mention *x = &m->items[i];
    if (x->role == SM_ROLE_DEMONYM || x->place) continue;
    sm_place_ref within = x->container ? m->items[x->container - 1].place : 0;
    sm_place_brief town = within ? sm_gazetteer_brief(f->scan->reader->gazetteer, within) : (sm_place_brief){0};
    bool beside = town.kind == SM_KIND_CITY; // "X, 20 km from Y", "X town in Hasakah"
    if (beside && sm_is_part_of_town(f->scan, x)) continue;
    const uint32_t quarter_of = sm_town_of_quarter(f->scan, i);
    if (quarter_of) {
      x->container = quarter_of;
      continue;
    }
    x->place = look_up_similar(f, sm_span_text(f->scan, x->span), x, beside ? 0 : within, dropped[i]);
    if (!x->place) x->place = look_up_bare(f, x);
    if (x->place && beside) {
      sm_place_brief found = sm_gazetteer_brief(f->scan->reader->gazetteer, x->place);
      if (sm_sphere_distance(found.lon, found.lat, town.lon, town.lat) > (found.adm1 == town.adm1 ? BESIDE_M : NEXT_M)) x->place = 0;
    }
    if (x->place) {
      set_point(f, x);
      x->flags = (x->flags & ~(uint32_t)SM_MENTION_UNLISTED) | SM_MENTION_GUESS | SM_MENTION_VARIANT;
      x->conf = 0.5f;
      x->container = 0;
    }
  }
  return SM_OK;
}

/// A short first sentence of a line that goes on with a strike: "1. Bazabour, south of Ariha. Barrel bombs ...".
static bool heads_line(const sm_scan *scan, uint32_t s, uint32_t wanted) {
  const sm_sentence *here = &scan->s[s];
  bool starts = scan->t[here->first].flags & SM_TOKEN_LINE_START;
  return starts && here->last - here->first <= 16 && s + 1 < scan->ns && !(scan->t[scan->s[s + 1].first].flags & SM_TOKEN_LINE_START) &&
         (scan->sentence_mask[s + 1] & wanted);
}

/// The sentence before one of a strike in its paragraph: "The bus never got farther than the bridge of X. A bomb hit it there."
static bool leads_up(const sm_scan *scan, uint32_t s, uint32_t wanted) {
  return s + 1 < scan->ns && scan->s[s + 1].paragraph == scan->s[s].paragraph && scan->sentence_mask[s + 1] & wanted;
}

sm_status sm_add_sites(sm_scan *scan, sm_error *err) {
  const uint32_t wanted = 1u << SM_CUE_TRIGGER | 1u << SM_CUE_CASUALTY | 1u << SM_CUE_WEAPON;
  site_finder *f = sm_arena_alloc(scan->arena, sizeof *f);
  if (!f) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  f->scan = scan;
  f->n = f->n_countries = 0; // the lists are long and mostly unused
  count_countries(f);
  count_homes(f);
  mend_names(f);
  sm_follow_unlisted(scan);
  sm_lands lands;
  sm_status weighed = sm_weigh_lands(scan, &lands, err);
  if (weighed != SM_OK) return weighed;
  sm_status indexed = hold_unlisted(f, &lands, err);
  if (indexed == SM_OK) indexed = sm_index_mentions(scan, err);
  if (indexed != SM_OK) return indexed;
  for (uint32_t s = 0; s < scan->ns; s++) find_sites(f, s, !(scan->sentence_mask[s] & wanted || heads_line(scan, s, wanted) || leads_up(scan, s, wanted)));
  sm_status status = spread_names(f, err);
  if (status == SM_OK && f->n) status = merge_sites(f, scan->mentions, err);
  if (status == SM_OK && f->n) status = sm_index_mentions(scan, err);
  if (status != SM_OK) return status;
  for (size_t i = 0; f->n && i < scan->mentions->n; i++) sm_keep_part_in_town(scan, i); // "the Shevchenkivskyi district of the regional centre"
  sm_find_holders(scan);
  sm_read_bearings(scan->reader->geocoder, scan->document, scan->mentions);
  return status;
}
