// What holds a name that no gazetteer knows: the units and towns that the report tells as places, the nearer
// the better. Who acts holds nothing: an "Israeli strike" or "Iran said" does not say where.

#include <math.h>
#include <string.h>

#include "distance.h"
#include "geocoder.h"
#include "relation.h"
#include "said.h"
#include "search.h"

enum {
  SOUGHT = 2000,   ///< what a report tells so many words away holds nothing, so that long reports take linear time
  ACTS_KEPT = 512,
  COUNTRIES_KEPT = 64,
};

/// What was asked of the mentions while what holds a name is sought.
typedef struct kept {
  uint8_t acts[ACTS_KEPT]; ///< of the first mentions in reach: 1 not told as actor, 2 told so, 0 not yet asked
  struct {
    sm_place_ref country;
    float times;
  } told[COUNTRIES_KEPT]; ///< the times of countries, each where its number puts it
} kept;

typedef struct view {
  const sm_geocoder *g;
  const sm_document *doc;
  const sm_mentions *m;
  size_t first, end;      ///< the mentions in reach of what is held
  const sm_mention *land, *ground; ///< the country that the text last turned to before what is held, from near and far; NULL none
  sm_place_ref told;      ///< the country that an adjective before the name tells anywhere in the report ("the Lebanese village of X"), 0 none
  sm_place_ref across;    ///< the country on whose border the text puts what is held, 0 none
  sm_town_part part;      ///< whether what is held is told as part of a town
  const sm_mention *by;   ///< the town told before what is "nearby", or NULL
  uint32_t answered;      ///< the token that parts a deed from what it answered, told behind it, where what is held stands in the latter; 0 none
  kept *kept;
} view;

static bool has(const view *v, uint32_t i, sm_cue c) {
  return sm_has_cue(v->g, v->doc->tokens.items[i].entry, c);
}

/// Whether the i-th mention is told as an actor, asked once while what holds a name is sought.
static bool acts(const view *v, size_t i) {
  if (i < v->first || i - v->first >= ACTS_KEPT) return sm_is_told_as_actor(v->g, v->doc, &v->m->items[i]);
  uint8_t *known = &v->kept->acts[i - v->first];
  if (!*known) *known = sm_is_told_as_actor(v->g, v->doc, &v->m->items[i]) ? 2 : 1;
  return *known == 2;
}

/// What a report goes on to name tells less of where the name before it lies.
static const float LATER = 0.8f;
/// What stands at a paragraph's head holds what the paragraph goes on to name.
static const float HEADING = 2, ITEM_HEAD = 3;

enum { FAR = 180, NEAR = 30, BESIDE = 3, PHRASE = 6, HEAD = 5 };

enum { MOST_TOLD = 6 };

/// Times that the report tells a country's name, its adjective or a place of it in reach, at most MOST_TOLD.
static float times_told(const view *v, sm_place_ref country) {
  const size_t at = country % COUNTRIES_KEPT;
  if (country && v->kept->told[at].country == country) return v->kept->told[at].times;
  int n = 0;
  for (size_t i = v->first; i < v->end && n < MOST_TOLD; i++) {
    const sm_mention *x = &v->m->items[i];
    n += x->place && sm_gazetteer_brief(v->g->gazetteer, x->place).country == country && !acts(v, i);
  }
  v->kept->told[at].country = country;
  return v->kept->told[at].times = (float)n;
}

/// Times that the report tells a place, at most four.
static float times_named(const view *v, sm_place_ref place) {
  int n = 0;
  for (size_t i = v->first; i < v->end && n < 4; i++)
    n += v->m->items[i].place == place && v->m->items[i].role == SM_ROLE_LITERAL;
  return (float)n;
}

/// "Baghdad: a bomb in Dora ...": x stands at the head of the paragraph that goes on with the held one.
static bool heads_paragraph_of(const view *v, const sm_mention *x, const sm_mention *held) {
  const sm_sentence *s = v->doc->tokens.sentences;
  if (x->first > held->first || s[x->sentence].paragraph != s[held->sentence].paragraph) return false;
  uint32_t i = x->sentence;
  while (i > 0 && s[i - 1].paragraph == s[x->sentence].paragraph) i--;
  if (x->first > s[i].first + HEAD) return false;
  for (uint32_t k = x->sentence + 1; k <= held->sentence; k++) // the items of a list have heads of their own
    if (v->doc->tokens.items[s[k].first].flags & SM_TOKEN_LINE_START) return false;
  return true;
}

/// "the Lebanese border town of X": words for settlements alone between an adjective and the name.
static bool is_adjective_of(const view *v, const sm_mention *x, const sm_mention *held) {
  if (x->last > held->first || held->first - x->last > PHRASE) return false;
  for (uint32_t i = x->last; i < held->first; i++) {
    uint8_t prep = sm_token_cue(v->g, &v->doc->tokens.items[i], SM_CUE_PREPOSITION),
            unit = sm_token_cue(v->g, &v->doc->tokens.items[i], SM_CUE_UNIT);
    if ((prep && (prep & 15) != SM_PREP_OF) || (unit & SM_UNIT_KIND) >= SM_KIND_AIRPORT) return false;
  }
  return true;
}

/// The token that a place's article begins at, or its first.
static uint32_t with_article(const view *v, const sm_mention *x) {
  const uint32_t i = x->first;
  const bool article = i > v->doc->tokens.sentences[x->sentence].first && sm_token_cue(v->g, &v->doc->tokens.items[i - 1], SM_CUE_CONNECTOR) & SM_JOIN_ARTICLE;
  return article ? i - 1 : i;
}

/// "the border with Syria", "the borders with Niger and Nigeria".
static bool is_across_border(const view *v, const sm_mention *x) {
  const bool second = x > v->m->items && x[-1].sentence == x->sentence && x->first == x[-1].last + 1 && sm_token_cue(v->g, &v->doc->tokens.items[x[-1].last], SM_CUE_CONNECTOR) & SM_JOIN_AND;
  const uint32_t i = with_article(v, second ? x - 1 : x);
  static const char *const borders[] = {"border", "borders", "frontier", "boundary"};
  if (x->role != SM_ROLE_DEMONYM && x->last < v->doc->tokens.sentences[x->sentence].last && SM_TOKEN_READS_ANY(v->doc, x->last, borders)) return true; // "14 km from the Iran border"
  static const char *const bordering[] = {"bordering"};
  if (i > v->doc->tokens.sentences[x->sentence].first && SM_TOKEN_READS_ANY(v->doc, i - 1, bordering)) return true;
  return i > v->doc->tokens.sentences[x->sentence].first + 1 && sm_token_cue(v->g, &v->doc->tokens.items[i - 2], SM_CUE_RELATION) == SM_REL_BORDER;
}

/// "X, on the Chinese frontier", "X, near the border with Niger": the country where X does not lie; 0 none is told.
static sm_place_ref land_across(const view *v, const sm_mention *held) {
  enum { WORDS = 15 };
  const sm_token *t = v->doc->tokens.items;
  for (const sm_mention *x = held + 1; x < v->m->items + v->m->n && x->sentence == held->sentence && x->first < held->last + WORDS; x++) {
    if (!x->place || sm_gazetteer_brief(v->g->gazetteer, x->place).kind != SM_KIND_COUNTRY) continue;
    const bool peoples = x->role == SM_ROLE_DEMONYM && x->last < v->doc->tokens.n && sm_token_cue(v->g, &t[x->last], SM_CUE_RELATION) == SM_REL_BORDER;
    if (x->role == SM_ROLE_DEMONYM ? peoples && sm_head_behind(v->g, v->doc, x) != SM_HEAD_LOCAL : is_across_border(v, x)) return x->place;
  }
  return 0;
}

/// "from Syria", "the border with Syria": it lies elsewhere.
static bool is_told_as_away(const view *v, const sm_mention *x) {
  const uint32_t first = v->doc->tokens.sentences[x->sentence].first, i = with_article(v, x);
  if (i <= first) return false;
  const sm_token *t = v->doc->tokens.items;
  static const char *const inside[] = {"inside", "within", "across"}; // "fired from inside X"
  static const char *const way[] = {"direction", "directions"}; // "from the direction of X"
  if (i > first + 1 && (sm_token_cue(v->g, &t[i - 1], SM_CUE_PREPOSITION) & 15) == SM_PREP_OF && SM_TOKEN_READS_ANY(v->doc, i - 2, way)) return true;
  bool from = (sm_token_cue(v->g, &t[i - 1], SM_CUE_PREPOSITION) & 15) == SM_PREP_FROM;
  if (i > first + 1 && SM_TOKEN_READS_ANY(v->doc, i - 1, inside) && (sm_token_cue(v->g, &t[i - 2], SM_CUE_PREPOSITION) & 15) == SM_PREP_FROM) return true;
  if (from)
    return i < first + 2 || (!has(v, i - 2, SM_CUE_DISTANCE) && !has(v, i - 2, SM_CUE_DIRECTION) &&
                             t[i - 2].sign != ')'); // not "30 km from X"
  return is_across_border(v, x);
}

/// What being a part of some town speaks for a city as its holder.
static float as_its_town(const view *v, const sm_place_brief *city) {
  enum { LARGE = 300000 };
  static const float SURELY = 1.5f, MAYBE = 1;
  return v->part == SM_TOWN_PART_SURELY ? SURELY : v->part == SM_TOWN_PART_MAYBE && city->population >= LARGE ? MAYBE : 0;
}

/// "on the X road", "the road to X": a way that bears a town's name, no place in it.
static bool names_way(const view *v, const sm_mention *x) {
  static const char *const ways[] = {"road", "highway", "motorway"}, *const to[] = {"to", "towards"};
  if (x->last < v->doc->tokens.sentences[x->sentence].last && SM_TOKEN_READS_ANY(v->doc, x->last, ways)) return true;
  return x->first > v->doc->tokens.sentences[x->sentence].first + 1 && SM_TOKEN_READS_ANY(v->doc, x->first - 1, to) && SM_TOKEN_READS_ANY(v->doc, x->first - 2, ways);
}

/// The report tells no other country more often.
static bool is_mostly_of(const view *v, sm_place_ref country) {
  const float own = times_told(v, country);
  if (own >= MOST_TOLD) return true; // none is counted further
  for (size_t i = v->first; i < v->end; i++) {
    const sm_place_ref place = v->m->items[i].place, other = place ? sm_gazetteer_brief(v->g->gazetteer, place).country : 0;
    if (other && other != country && !acts(v, i) && times_told(v, other) > own) return false;
  }
  return true;
}

/// A city of a country that the report tells by nothing else, beside what it tells of another: "the mediators in Dar es Salaam".
static bool is_lone_stranger(const view *v, sm_place_ref city, sm_place_ref country) {
  bool home = false; // a dateline of another country
  for (size_t i = v->first; i < v->end; i++) {
    const sm_place_ref other = v->m->items[i].place, land = other ? sm_gazetteer_brief(v->g->gazetteer, other).country : 0;
    if (other && other != city && land == country) return false;
    home |= land && land != country && v->m->items[i].role == SM_ROLE_DATELINE;
  }
  return home || !is_mostly_of(v, country);
}

/// A local paper's dateline tells the province where nothing better does; capitals write of everything.
static float dateline_score(const view *v, const sm_mention *x) {
  if (!x->place) return 0;
  sm_place_brief b = sm_gazetteer_brief(v->g->gazetteer, x->place);
  if (b.kind == SM_KIND_CITY && b.flags & SM_PLACE_CAPITAL) {
    const float town = as_its_town(v, &b), at_home = 2.2f; // "NAIROBI - A grenade went off in the Eastleigh neighbourhood"
    return town > 0 && is_mostly_of(v, b.country) ? at_home * town : town;
  }
  if (b.kind == SM_KIND_ADM1 || b.kind == SM_KIND_ADM2) return 1.25f;
  if (b.kind != SM_KIND_CITY || !b.adm1) return 0;
  return v->part == SM_TOWN_PART_SURELY ? 3 : 1.3f; // "IMPHAL - A bomb in X Leirak"
}

/// "X, 110 km north of Mandalay": a town that another place is told by.
static bool is_measured_from(const view *v, const sm_mention *x) {
  const sm_token *t = v->doc->tokens.items;
  const uint32_t first = v->doc->tokens.sentences[x->sentence].first;
  if (x->first < first + 4 || (sm_token_cue(v->g, &t[x->first - 1], SM_CUE_PREPOSITION) & 15) != SM_PREP_OF) return false;
  return sm_distance_aimed(v->g, v->doc, first, x->first - 1) > 0;
}

/// "between X and Y": neither holds the other.
static bool are_two_ends(const view *v, const sm_mention *x, const sm_mention *held) {
  const sm_mention *a = x->first < held->first ? x : held, *b = a == x ? held : x;
  uint32_t first = v->doc->tokens.sentences[a->sentence].first;
  if (b->first != a->last + 1 || a->first <= first) return false;
  return sm_token_cue(v->g, &v->doc->tokens.items[a->first - 1], SM_CUE_RELATION) == SM_REL_BETWEEN;
}

/// "Tole Kebele, 20 kilometres from Gimbi", "X, not far from Y": how the name lies to the town after it.
static bool is_told_by(const view *v, const sm_mention *x, const sm_mention *held) {
  enum { WORDS = 12 };
  const sm_token *t = v->doc->tokens.items;
  if (x->first <= held->last || x->first - held->last > WORDS) return false;
  for (uint32_t i = held->last; i < x->first; i++) {
    uint8_t relation = sm_token_cue(v->g, &t[i], SM_CUE_RELATION);
    if (has(v, i, SM_CUE_TRIGGER) || t[i].sign == ';') return false;
    if (relation == SM_REL_NEAR || relation == SM_REL_OUTSKIRTS || sm_distance_before(v->g, v->doc, held->last, i + 1).metres > 0) return true;
  }
  return false;
}

/// "Cano Mochuelo, a rural area of Tame", "X, on the southern fringe of the capital": x tells where the name before it lies.
static bool is_told_behind(const view *v, const sm_mention *x, const sm_mention *held) {
  enum { WORDS = 7 };
  const sm_token *t = v->doc->tokens.items;
  if (x->sentence != held->sentence || x->first <= held->last + 2 || x->first - held->last > WORDS || t[held->last].sign != ',') return false;
  bool place = false;
  for (uint32_t i = held->last + 1; i < x->first; i++) {
    if (t[i].sign == ',' || t[i].sign == ';' || has(v, i, SM_CUE_TRIGGER) || sm_token_cue(v->g, &t[i], SM_CUE_CONNECTOR) & SM_JOIN_AND) return false;
    const bool of = (sm_token_cue(v->g, &t[i], SM_CUE_PREPOSITION) & 15) == SM_PREP_OF;
    if (of && i > held->last + 1) place |= t[i - 1].entry && t[i - 1].entry->word_bits & SM_WORD_NOUN_LOCATION && !has(v, i - 1, SM_CUE_DIRECTION);
  }
  return place;
}

/// "Moldova's Naslavcea".
static bool owns(const view *v, const sm_mention *x, const sm_mention *held) {
  return x->last + 1 == held->first && v->doc->tokens.items[x->last].flags & SM_TOKEN_CLITIC;
}

/// "a spokesman in X", "doctors in X": who speaks or works there.
static bool is_of_office(const view *v, const sm_mention *x) {
  const sm_token *t = v->doc->tokens.items;
  if (x->first < v->doc->tokens.sentences[x->sentence].first + 2) return false;
  uint8_t prep = sm_token_cue(v->g, &t[x->first - 1], SM_CUE_PREPOSITION) & 15;
  if (prep != SM_PREP_IN && prep != SM_PREP_AT && prep != SM_PREP_TO) return false;
  const sm_token *noun = &t[x->first - 2];
  return sm_has_cue(v->g, noun->entry, SM_CUE_TITLE) || sm_has_cue(v->g, noun->entry, SM_CUE_ORGANISATION) ||
         sm_token_cue(v->g, noun, SM_CUE_METONYM) & SM_METONYM_NOUN || (noun->entry && noun->entry->word_bits & SM_WORD_NOUN_PERSON) ||
         sm_token_cue(v->g, noun, SM_CUE_FORCE) & SM_FORCE_POLICE;
}

/// "a spokesman in Abuja announced", "doctors in Maroua told": who speaks there.
static bool is_told_by_others(const view *v, const sm_mention *x, bool capital) {
  enum { BEFORE = 7, AFTER = 3 };
  const sm_sentence *s = &v->doc->tokens.sentences[x->sentence];
  const sm_token *t = v->doc->tokens.items;
  if (!is_of_office(v, x)) return false;
  if (!capital && !(x->first >= s->first + 3 && sm_is_of_defence(v->doc, x->first - 3, x->first))) return false; // "the defence ministry in The Hague said"
  for (uint32_t i = x->last; i < s->last && i < x->last + AFTER; i++)
    if (has(v, i, SM_CUE_REPORTING)) return true;
  for (uint32_t i = x->first - 2; i > s->first && i + BEFORE > x->first; i--) {
    if (t[i].sign == ';' || t[i].sign == '.') break;
    if (has(v, i - 1, SM_CUE_REPORTING)) return true;
  }
  return false;
}

/// "Sevastopol's governor", "the mayor of Arauca".
static bool has_office(const view *v, const sm_mention *x) {
  const sm_token *t = v->doc->tokens.items;
  if (x->last < v->doc->tokens.sentences[x->sentence].last && t[x->last].flags & SM_TOKEN_CLITIC) return true;
  const bool of = x->first >= v->doc->tokens.sentences[x->sentence].first + 2 && (sm_token_cue(v->g, &t[x->first - 1], SM_CUE_PREPOSITION) & 15) == SM_PREP_OF;
  const sm_lexicon_entry *e = of ? t[x->first - 2].entry : NULL;
  static const char *const bodies[] = {"office", "administration", "council", "municipality", "police", "hospital"}; // "the mayor's office of X"
  if (of && SM_TOKEN_READS_ANY(v->doc, x->first - 2, bodies) && !(sm_gazetteer_brief(v->g->gazetteer, x->place).flags & SM_PLACE_CAPITAL)) return true;
  return of && (sm_has_cue(v->g, e, SM_CUE_TITLE) || (e && e->word_bits & SM_WORD_NOUN_PERSON)); // "residents of Demoso"
}

/// "Bamako's general staff announced", "the prosecutor's office in Baku: a boy was killed": the state's own, which tells of anywhere.
static bool is_staff_of(const view *v, const sm_mention *x, bool capital) {
  static const char *const staff[] = {"staff", "army", "military", "government", "ministry", "air", "defence", "defense", "forces", "authorities"};
  const sm_token *t = v->doc->tokens.items;
  const uint32_t end = v->doc->tokens.sentences[x->sentence].last;
  if (!capital || x->last >= end) return false;
  if (t[x->last].sign == ':') return is_of_office(v, x);
  if (!(t[x->last].flags & SM_TOKEN_CLITIC)) return false;
  return x->last + 2 < end && (SM_TOKEN_READS_ANY(v->doc, x->last + 1, staff) || SM_TOKEN_READS_ANY(v->doc, x->last + 2, staff));
}

/// "The Pentagon said in Washington that a drone hit Y", "In New York, the Council was told of Y": what is said in a town is of anywhere, but
/// where an office of a lesser town says it.
static bool is_said_in(const view *v, const sm_mention *x, const sm_mention *held, bool capital) {
  enum { BACK = 3 };
  const uint32_t floor = v->doc->tokens.sentences[x->sentence].first;
  if (is_staff_of(v, x, capital)) return true;
  if (x->last > held->first || x->sentence != held->sentence || has_office(v, x) || (!capital && is_of_office(v, x))) return false;
  const sm_token *t = v->doc->tokens.items;
  for (uint32_t i = floor; i < x->first; i++)
    if (has(v, i, SM_CUE_TRIGGER)) return false; // "Two bombs went off near a Baghdad square, police said; the first ..."
  for (uint32_t i = x->first > floor + BACK ? x->first - BACK : floor; i < held->first; i++)
    if (sm_token_cue(v->g, &t[i], SM_CUE_REPORTING) == SM_REPORTING_VERB && (i < x->first || i >= x->last)) return true;
  return false;
}

/// "on the Nigerian side": the land itself.
static bool is_side(const view *v, const sm_mention *x) {
  static const char *const side[] = {"side"};
  return x->role == SM_ROLE_DEMONYM && x->last < v->doc->tokens.sentences[x->sentence].last && SM_TOKEN_READS_ANY(v->doc, x->last, side);
}

/// "the Russians shelled": a people, no land.
static bool is_people(const view *v, const sm_mention *x) {
  const uint32_t end = v->doc->tokens.items[x->last - 1].end;
  return x->role == SM_ROLE_DEMONYM && end > 0 && v->doc->report.text.ptr[end - 1] == 's';
}

/// "There an explosive fell on ...", "Nearby, ...": the sentence goes on where the one before it was.
static bool goes_on_there(const view *v, const sm_mention *x, const sm_mention *held) {
  static const char *const words[] = {"There", "Nearby"};
  return x->sentence + 1 == held->sentence && SM_TOKEN_READS_ANY(v->doc, v->doc->tokens.sentences[held->sentence].first, words);
}

/// "In Haiti the shots ...": the country that the text turned to last before a name, at most so many paragraphs before; NULL none.
static const sm_mention *land_before(const view *v, const sm_mention *held, uint32_t reach) {
  const sm_sentence *s = v->doc->tokens.sentences;
  const sm_mention *land = NULL;
  for (size_t i = v->first; i < v->end && v->m->items[i].first < held->first; i++) {
    const sm_mention *x = &v->m->items[i];
    if (!x->place || x->role != SM_ROLE_LITERAL || x->first <= s[x->sentence].first) continue;
    if (s[x->sentence].paragraph + reach < s[held->sentence].paragraph) continue;
    const uint32_t lead = has(v, x->first - 1, SM_CUE_DIRECTION) && x->first > s[x->sentence].first + 1 ? x->first - 2 : x->first - 1; // "in southern Lebanon"
    bool in = (sm_token_cue(v->g, &v->doc->tokens.items[lead], SM_CUE_PREPOSITION) & 15) == SM_PREP_IN;
    const bool base = x->containee && is_told_as_away(v, &v->m->items[x->containee - 1]); // "jets flying from Akrotiri in Cyprus"
    if (in && !base && sm_gazetteer_brief(v->g->gazetteer, x->place).kind == SM_KIND_COUNTRY) land = x;
  }
  return land;
}

/// "flying from X", "fired from X": where the strike set out, which is no better than no place.
static bool is_set_out_from(const view *v, const sm_mention *x) {
  static const char *const words[] = {"flying", "flew", "flown", "operating", "launched", "fired", "departing", "departed", "off"};
  static const char *const from[] = {"from"};
  const uint32_t first = v->doc->tokens.sentences[x->sentence].first;
  return x->first > first + 1 && SM_TOKEN_READS_ANY(v->doc, x->first - 1, from) && SM_TOKEN_READS_ANY(v->doc, x->first - 2, words);
}

/// The first token of the line that a mention opens, index + 1; 0 it opens none.
static uint32_t line_opened_by(const view *v, const sm_mention *m) {
  for (uint32_t i = m->first + 1; i-- > 0 && m->first <= i + HEAD;)
    if (v->doc->tokens.items[i].flags & SM_TOKEN_LINE_START) return i + 1;
  return 0;
}

/// "Thu - Aita (LB). House levelled ...\nThu - Iqlim (LB). Warplanes ...": two items of a list, of which the one holds nothing of the other.
static bool are_two_items(const view *v, const sm_mention *x, const sm_mention *held) {
  const uint32_t a = line_opened_by(v, x), b = line_opened_by(v, held), next = v->doc->tokens.sentences[x->sentence].last;
  return a && b && a < b && next < v->doc->tokens.n && !(v->doc->tokens.items[next].flags & SM_TOKEN_LINE_START);
}

/// "the Sudan Doctors' Union", "Syria Civil Defence": a country that only begins the name of somebody.
static bool begins_name(const view *v, const sm_mention *x) {
  const sm_tokens *t = &v->doc->tokens;
  if (x->last >= v->doc->tokens.sentences[x->sentence].last || x->role != SM_ROLE_LITERAL) return false;
  const sm_token *next = &t->items[x->last];
  return next->flags & SM_TOKEN_CAPITAL && next->flags & SM_TOKEN_WORD && !(next->flags & SM_TOKEN_CLITIC) && !has(v, x->last, SM_CUE_TIME) && !has(v, x->last, SM_CUE_UNIT) && !has(v, x->last, SM_CUE_REPORTING);
}

/// "Balyun in Jabal al-Zawiya", "a village on Jolo": heights and islands hold what is said to lie in or on them.
static bool is_ground(const view *v, const sm_mention *x, const sm_place_brief *b) {
  if ((b->kind != SM_KIND_MOUNTAIN && b->kind != SM_KIND_ISLAND) || !b->country || x->role != SM_ROLE_LITERAL) return false;
  const uint32_t i = with_article(v, x);
  if (i <= v->doc->tokens.sentences[x->sentence].first) return false;
  const uint8_t prep = sm_token_cue(v->g, &v->doc->tokens.items[i - 1], SM_CUE_PREPOSITION) & 15;
  static const char *const on[] = {"on"};
  return prep == SM_PREP_IN || SM_TOKEN_READS_ANY(v->doc, i - 1, on);
}

/// "TAMPA, Fla. - ...", "SARAVENA (Arauca). ...": the unit of a dateline's town.
static bool is_unit_of_dateline(const view *v, const sm_mention *x) {
  if (x == v->m->items || x[-1].role != SM_ROLE_DATELINE || x->first != x[-1].last + 1) return false;
  const uint16_t sign = v->doc->tokens.items[x[-1].last].sign;
  return sign == ',' || sign == '(';
}

/// "Rawalpindi police said": a town's own police tell of it.
static bool is_of_police(const view *v, const sm_mention *x) {
  if (x->last >= v->doc->tokens.sentences[x->sentence].last || !(sm_token_cue(v->g, &v->doc->tokens.items[x->last], SM_CUE_FORCE) & SM_FORCE_POLICE)) return false;
  return sm_gazetteer_brief(v->g->gazetteer, x->place).kind == SM_KIND_CITY;
}

/// "Meanwhile in Afgooye, 30 km west of the capital,": another matter begins with it.
static bool opens_matter(const view *v, const sm_mention *x) {
  static const char *const meanwhile[] = {"Meanwhile", "Elsewhere", "Separately"};
  const uint32_t first = v->doc->tokens.sentences[x->sentence].first, in = x->first > first ? x->first - 1 : first;
  if (x->first == first || (sm_token_cue(v->g, &v->doc->tokens.items[in], SM_CUE_PREPOSITION) & 15) != SM_PREP_IN) return false;
  return SM_TOKEN_READS_ANY(v->doc, first, meanwhile) && in <= first + 2;
}

/// "BAGHDAD - ... MOSUL - ...": other paragraphs have heads of their own, so that a capital is no place of writing.
static bool is_one_of_heads(const view *v, const sm_mention *x) {
  const sm_sentence *s = v->doc->tokens.sentences;
  for (size_t i = v->first; i < v->end; i++) {
    const sm_mention *y = &v->m->items[i];
    if (y->role == SM_ROLE_DATELINE && y->place && y->place != x->place && s[y->sentence].paragraph != s[x->sentence].paragraph && heads_paragraph_of(v, y, y)) return true;
  }
  return false;
}

/// The state that acts at the head of the sentence, which answered what befell it: X lies on its ground.
static bool is_answerer(const view *v, const sm_mention *x, const sm_mention *held) {
  enum { HEAD_WORDS = 3 };
  if (!v->answered || x->sentence != held->sentence || x->first > v->doc->tokens.sentences[x->sentence].first + HEAD_WORDS || !x->place) return false;
  return sm_gazetteer_brief(v->g->gazetteer, x->place).kind == SM_KIND_COUNTRY && !sm_fights_abroad(v->g, x->place) && (x->role != SM_ROLE_LITERAL || acts(v, (size_t)(x - v->m->items)));
}

/// "Khiam and Houla in southern Lebanon": x holds what the name is joined with.
static bool holds_pair(const view *v, const sm_mention *x, const sm_mention *held) {
  const bool and = sm_token_cue(v->g, &v->doc->tokens.items[held->last], SM_CUE_CONNECTOR) & SM_JOIN_AND;
  const size_t at = (size_t)(x - v->m->items);
  for (size_t i = at; and && i-- > 0 && v->m->items[i].sentence == held->sentence && v->m->items[i].first > held->last;)
    if (v->m->items[i].first == held->last + 1) return v->m->items[i].container == at + 1;
  return false;
}

/// "two southern districts of the Libyan capital", "several Baghdad neighbourhoods": a city whose parts the text turns to; what the next paragraphs name are they.
static bool is_told_by_parts(const view *v, const sm_mention *x, const sm_mention *held) {
  enum { BACK = 6, AHEAD = 3, PARAGRAPHS = 2 };
  static const char *const parts[] = {"neighbourhoods", "neighborhoods", "quarters", "suburbs", "districts"};
  const sm_sentence *s = v->doc->tokens.sentences;
  if (x->first > held->first || x->sentence == held->sentence || s[x->sentence].paragraph + PARAGRAPHS < s[held->sentence].paragraph) return false;
  const uint32_t end = s[x->sentence].last, floor = s[x->sentence].first;
  for (uint32_t i = x->last; i < end && i < x->last + AHEAD && v->doc->tokens.items[i].key; i++)
    if (SM_TOKEN_READS_ANY(v->doc, i, parts) && (sm_token_cue(v->g, &v->doc->tokens.items[i], SM_CUE_UNIT) & SM_UNIT_KIND) != SM_KIND_ADM2) return true; // not "Rajouri and Poonch districts"
  for (uint32_t i = x->first; i > floor + 1 && i + BACK > x->first && v->doc->tokens.items[i - 1].key; i--) {
    const uint8_t prep = sm_token_cue(v->g, &v->doc->tokens.items[i - 1], SM_CUE_PREPOSITION) & 15;
    if (prep) return (prep == SM_PREP_OF || prep == SM_PREP_IN) && SM_TOKEN_READS_ANY(v->doc, i - 2, parts);
  }
  return false;
}

/// "Misrata Air College" of Misrata: what holds a name of several words opens it.
static bool names_town(const view *v, const sm_mention *x, const sm_mention *held) {
  static const char *const bodies[] = {"College", "Academy", "University", "Hospital", "Airport", "Airbase", "Base", "Port", "Harbour", "Station", "Barracks", "Refinery", "Prison", "Stadium", "Airfield"}; // no road, which leads there
  const sm_token *t = v->doc->tokens.items;
  const uint32_t n = x->last - x->first;
  if (held == x || n == 0 || held->last - held->first <= n || !SM_TOKEN_READS_ANY(v->doc, held->last - 1, bodies)) return false;
  for (uint32_t k = 0; k < n; k++)
    if (!t[x->first + k].key || t[x->first + k].key != t[held->first + k].key) return false;
  return true;
}

/// How well x holds it; 0 not at all, or where it cannot reach `best`.
static float score(const view *v, const sm_mention *held, const sm_mention *x, float best) {
  if ((x->role == SM_ROLE_DATELINE || is_unit_of_dateline(v, x)) && x != held) {
    const float told = dateline_score(v, x);
    const bool here = x->place && sm_gazetteer_brief(v->g->gazetteer, x->place).kind == SM_KIND_CITY && sm_is_told_here(v->g, v->doc, held);
    const bool capital = x->place && sm_gazetteer_brief(v->g->gazetteer, x->place).flags & SM_PLACE_CAPITAL, headed = x->place && heads_paragraph_of(v, x, held);
    const bool one = headed && capital && is_one_of_heads(v, x), item = headed && (capital ? one : told > 0);
    const float dateline = here ? 5 : one && told < 1.3f ? 1.3f : told;
    return item ? dateline + ITEM_HEAD : dateline; // "Fallujah - A bomb in X" among other items
  }
  if (is_answerer(v, x, held)) return 1.9f;
  bool stranger = x->flags & SM_MENTION_GUESS && x->container; // its place is a namesake's
  if (x == held || !x->place || stranger || ((x->role == SM_ROLE_METONYM || x->role == SM_ROLE_EMBEDDED) && !is_of_police(v, x))) return 0;
  if ((x->first < held->last && held->first < x->last) || are_two_ends(v, x, held)) return 0;
  if (x->role == SM_ROLE_LITERAL && acts(v, (size_t)(x - v->m->items))) return 0;
  sm_place_brief b = sm_gazetteer_brief(v->g->gazetteer, x->place);
  bool unit = b.kind == SM_KIND_ADM1 || b.kind == SM_KIND_ADM2 ||
              (b.kind == SM_KIND_REGION && b.country && !(b.flags & SM_PLACE_CONTINENT)) || is_ground(v, x, &b);
  bool country = b.kind == SM_KIND_COUNTRY;
  bool same = x->sentence == held->sentence, capital = b.flags & SM_PLACE_CAPITAL;
  bool heads = heads_paragraph_of(v, x, held);
  bool part = x->first && has(v, x->first - 1, SM_CUE_DIRECTION); // "southern Khartoum" is no seat of government
  const bool gate = b.kind >= SM_KIND_AIRPORT && same && x->first >= held->last && x->first - held->last <= PHRASE; // "the Abbey Gate of Kabul airport"
  const float town = b.kind == SM_KIND_CITY && (x->first < held->first || !capital) && !(v->part && names_way(v, x)) ? as_its_town(v, &b) : 0; // capitals told later are of who speaks there
  const bool parts = b.kind == SM_KIND_CITY && is_told_by_parts(v, x, held);
  bool city = gate || parts || (b.kind == SM_KIND_CITY && (same || heads || part || town > 0 || !capital));
  bool demonym = x->role == SM_ROLE_DEMONYM && !is_side(v, x);
  if (b.kind == SM_KIND_BORDER && same) return 0.3f; // "along the Line of Control at X"
  if ((!unit && !country && !city) || (v->told && b.country != v->told)) return 0;
  if (v->answered && same && x->first < v->answered && (city || unit)) return 0; // where the answer fell
  if ((city && are_two_items(v, x, held)) || sm_is_stood_for(v->doc, x) || sm_is_flag_of_ship(v->doc, x)) return 0;
  if (demonym && (!country || is_people(v, x) || sm_is_guessed(v->g, v->doc, x) || sm_is_patron(v->doc, x) || sm_head_behind(v->g, v->doc, x) != SM_HEAD_LOCAL)) return 0;
  bool away = is_told_as_away(v, x) || (x->containee && is_told_as_away(v, &v->m->items[x->containee - 1])); // "flying from X in Y"
  if (!demonym && is_set_out_from(v, x)) return 0;
  if (!demonym && sm_is_errand(v->g, v->doc, v->m, x)) return 0;
  if ((v->across && b.country == v->across) || (same && country && is_across_border(v, x))) return 0; // the one country where it does not lie
  if (!demonym && (away || (country && begins_name(v, x)))) return 0.1f;
  if (b.kind == SM_KIND_CITY && is_said_in(v, x, held, capital)) return 0;
  if (!capital && is_told_by_others(v, x, false)) return 0;
  if (is_told_by_others(v, x, capital) || sm_is_flown_to(v->g, v->doc, x) || ((capital || x->sentence != held->sentence) && sm_is_meeting_place(v->g, v->doc, x)) || (x->sentence != held->sentence && sm_is_told_as_reason(v->doc, x))) return 0.5f;
  float s = demonym ? 0.2f : unit ? 3 : city ? capital && !part && v->part != SM_TOWN_PART_SURELY ? 1.5f : 2 : 1;
  if (unit && !same && v->part == SM_TOWN_PART_SURELY) s -= 1.5f; // a quarter lies in a town
  if (country && !demonym && v->part != SM_TOWN_PART_NO) s -= 1;
  bool after = x->first > held->first;
  const bool owned = x > v->m->items && x - 1 != held && owns(v, x - 1, x); // "in Laos's Xieng Khouang province"
  float gap = (float)(after ? (owned ? x[-1].first : x->first) - held->last : held->first - x->last);
  if (same) {
    s += 2 - 0.05f * (gap > NEAR ? NEAR : gap);
    const bool owner = after && x + 1 < v->m->items + v->m->n && owns(v, x, x + 1) && x[1].place && sm_gazetteer_brief(v->g->gazetteer, x[1].place).country == x->place;
    if (after && gap <= BESIDE && !demonym && !owner) s += 2;
    if (demonym && is_adjective_of(v, x, held)) s += 2;
    if (owns(v, x, held) || (after && holds_pair(v, x, held))) s += 4;
    if (city && is_told_by(v, x, held)) s += 2;
    else if (after && is_told_behind(v, x, held)) s += 2;
    if (after && city && x->container) s += 1.5f; // "in Amadiya of Duhok": the finer of the two
  } else
    s -= 0.01f * (gap > FAR ? FAR : gap) + (after ? LATER : 0);
  const bool apart = v->doc->tokens.sentences[x->sentence].paragraph != v->doc->tokens.sentences[held->sentence].paragraph;
  if (country && part && !demonym && !after && !apart) s += 0.7f; // "in central Mali"
  if (after && apart && (unit || (city && opens_matter(v, x)))) s -= 1; // of what comes next
  if (same && after && gap > PHRASE && v->part == SM_TOWN_PART_SURELY) s -= 2; // "QUETTA: a blast near X Chowk, while a second explosion in Chaman"
  if (after && apart && city && v->part == SM_TOWN_PART_SURELY && x->sentence > held->sentence + 1) s -= 1; // a quarter's town is told before it
  if (goes_on_there(v, x, held)) s += city ? 2.5f : 1;
  if (is_side(v, x)) s += 1;
  if (city && names_town(v, x, held)) s += 5;
  if (x == v->by) s += 2;
  if (parts) s += 1.5f;
  if ((!same || !after) && b.kind == SM_KIND_CITY && is_measured_from(v, x)) s -= 1;
  bool left = v->land && x->first < v->land->first && b.country != sm_gazetteer_brief(v->g->gazetteer, v->land->place).country;
  if (left) s -= 2.5f; // the text has turned to another country since
  const bool turns = v->ground && after && apart && !city && b.country != sm_gazetteer_brief(v->g->gazetteer, v->ground->place).country;
  if (turns) s -= 2; // or turns to one later
  const float most = 4.5f; // that the times told add
  if (s + most < best) return 0;
  const bool lone = city && !same && is_lone_stranger(v, x->place, b.country);
  if (lone) s -= 2.5f;
  s += 0.15f * times_told(v, b.country);
  if (city) s += 0.2f * times_named(v, x->place) + (heads ? HEADING : 0) + town;
  const float little = 0.05f; // better than none
  return demonym || left || lone ? s : fmaxf(s, little);
}

/// "Drones hit X. In the nearby village of Y": the town X, told in the same sentence as Y or the one before; NULL none.
static const sm_mention *town_nearby(const view *v, const sm_mention *held) {
  static const char *const nearby[] = {"nearby", "neighbouring", "neighboring"};
  const uint32_t floor = v->doc->tokens.sentences[held->sentence].first;
  uint32_t first = held->first;
  if (first > floor + 2 && (sm_token_cue(v->g, &v->doc->tokens.items[first - 1], SM_CUE_PREPOSITION) & 15) == SM_PREP_OF) first -= 2;
  if (first <= floor || !SM_TOKEN_READS_ANY(v->doc, first - 1, nearby)) return NULL;
  const sm_mention *town = NULL;
  for (size_t i = v->first; i < v->end && v->m->items[i].first < held->first; i++) {
    const sm_mention *x = &v->m->items[i];
    if (x->place && x->role == SM_ROLE_LITERAL && x->sentence + 1 >= held->sentence && sm_gazetteer_brief(v->g->gazetteer, x->place).kind == SM_KIND_CITY) town = x;
  }
  return town;
}

/// "the Lebanese village of Dhayra", "Three were hurt in Dhayra": the country that the adjective before a name tells wherever it stands, or 0.
static sm_place_ref country_of_name(const view *v, const sm_mention *held) {
  const uint32_t n = held->span.end - held->span.begin;
  const char *text = v->doc->report.text.ptr;
  for (size_t i = 1; i < v->m->n; i++) {
    const sm_mention *y = &v->m->items[i], *x = y - 1;
    if (y->span.end - y->span.begin != n || x->role != SM_ROLE_DEMONYM || x->sentence != y->sentence || !x->place || memcmp(text + y->span.begin, text + held->span.begin, n) != 0) continue;
    const sm_token *t = v->doc->tokens.items;
    const bool of = y->first > x->last + 1 && (sm_token_cue(v->g, &t[y->first - 1], SM_CUE_PREPOSITION) & 15) == SM_PREP_OF && (sm_token_cue(v->g, &t[y->first - 2], SM_CUE_UNIT) & SM_UNIT_KIND) == SM_KIND_CITY;
    bool plain = of;
    for (uint32_t k = x->last; plain && k + 2 < y->first; k++) // "the Lebanese border town of X", not "Ukrainian mortars fired on the village of X"
      plain = sm_token_cue(v->g, &t[k], SM_CUE_RELATION) == SM_REL_BORDER || (t[k].entry && t[k].entry->word_bits & SM_WORD_ADJECTIVE && !has(v, k, SM_CUE_WEAPON) && !has(v, k, SM_CUE_FORCE) && !has(v, k, SM_CUE_TRIGGER));
    if (plain && sm_gazetteer_brief(v->g->gazetteer, x->place).kind == SM_KIND_COUNTRY) return x->place;
  }
  return 0;
}

/// The dateline's mention if it lies in a country: index + 1, or 0.
static uint32_t dateline_in(const view *v, sm_place_ref country) {
  for (size_t i = 0; i < v->m->n && v->m->items[i].sentence <= 1; i++) {
    const sm_mention *x = &v->m->items[i];
    if (x->role == SM_ROLE_DATELINE && dateline_score(v, x) > 0 &&
        sm_gazetteer_brief(v->g->gazetteer, x->place).country == country)
      return (uint32_t)i + 1;
  }
  return 0;
}

/// The first mention that begins at a token or after it.
static size_t first_from(const sm_mentions *mentions, uint32_t token) {
  return sm_lower_bound(mentions->items, mentions->n, sizeof *mentions->items, offsetof(sm_mention, first), token);
}

static view view_of(const sm_geocoder *geocoder, const sm_document *document, const sm_mentions *mentions, const sm_mention *held, kept *asked) {
  enum { FAR_OFF = 4 };
  view v = {.g = geocoder, .doc = document, .m = mentions, .kept = asked};
  v.first = first_from(mentions, held->first > SOUGHT ? held->first - SOUGHT : 0);
  v.end = first_from(mentions, held->last + SOUGHT);
  v.land = land_before(&v, held, 1), v.ground = land_before(&v, held, FAR_OFF);
  v.part = sm_part_told(geocoder, document, held);
  v.across = land_across(&v, held);
  v.by = town_nearby(&v, held);
  v.answered = sm_behind_answer(geocoder, document, held);
  v.told = country_of_name(&v, held);
  return v;
}

uint32_t sm_finer_holder(const sm_geocoder *geocoder, const sm_document *document, const sm_mentions *mentions, const sm_mention *held, sm_place_ref unit) {
  kept asked = {.told = {{.country = 0}}};
  const view v = view_of(geocoder, document, mentions, held, &asked);
  static const float LEAST = 1;
  const uint8_t kind = sm_gazetteer_brief(geocoder->gazetteer, unit).kind;
  if (kind != SM_KIND_ADM1 && kind != SM_KIND_COUNTRY) return 0;
  uint32_t best = 0;
  float most = LEAST;
  for (size_t i = v.first; i < v.end; i++) {
    const sm_mention *x = &mentions->items[i];
    if (!x->place || x->role != SM_ROLE_LITERAL || x->sentence > held->sentence || x->sentence + 1 < held->sentence) continue;
    const sm_place_brief b = sm_gazetteer_brief(geocoder->gazetteer, x->place);
    if ((b.kind != SM_KIND_CITY && b.kind != SM_KIND_ADM2) || (kind == SM_KIND_ADM1 ? b.adm1 : b.country) != unit) continue;
    if (kind == SM_KIND_ADM1 && is_of_office(&v, x) && b.flags & SM_PLACE_ADM1_SEAT) continue; // "X, Far North Region, the governor's office in Maroua said"
    const float s = score(&v, held, x, 0);
    if (s > most) most = s, best = (uint32_t)i + 1;
  }
  return best;
}

/// "in the hamlet of X, in the rural area of the same municipality", "X of the same community", "at X in this city": the unit or town told last before
/// that is meant, index + 1; 0 nothing is so told.
static uint32_t same_again(const view *v, const sm_mention *held) {
  enum { WORDS = 10 };
  static const char *const in[] = {"in", "of", "within"}, *const article[] = {"the"}, *const same[] = {"same"}, *const this[] = {"this"};
  static const char *const towns[] = {"city", "town"}, *const communes[] = {"municipality", "community", "commune", "township"}, *const districts[] = {"district", "county", "tehsil", "raion"};
  const uint32_t end = v->doc->tokens.sentences[held->sentence].last;
  const sm_token *t = v->doc->tokens.items;
  for (uint32_t i = held->last; i + 2 < end && i < held->last + WORDS; i++) {
    if (has(v, i, SM_CUE_TRIGGER) || t[i].sign == ';') return 0;
    const bool again = SM_TOKEN_READS_ANY(v->doc, i + 1, article) && SM_TOKEN_READS_ANY(v->doc, i + 2, same);
    if (!SM_TOKEN_READS_ANY(v->doc, i, in) || (!again && !SM_TOKEN_READS_ANY(v->doc, i + 1, this))) continue;
    const uint32_t word = i + (again ? 3 : 2);
    if (word >= end) return 0;
    const bool town = SM_TOKEN_READS_ANY(v->doc, word, towns), commune = SM_TOKEN_READS_ANY(v->doc, word, communes), district = SM_TOKEN_READS_ANY(v->doc, word, districts);
    for (size_t k = first_from(v->m, held->first); (town || commune || district) && k-- > v->first;) {
      const sm_mention *x = &v->m->items[k];
      const bool joined = t[x->last].sign == '-' || (x->first && t[x->first - 1].sign == '-'); // "the Cano Limon-Covenas pipeline"
      if (x->role == SM_ROLE_DEMONYM || !x->place || joined || sm_is_flown_to(v->g, v->doc, x) || (!again && x->role != SM_ROLE_DATELINE)) continue;
      const uint8_t kind = sm_gazetteer_brief(v->g->gazetteer, x->place).kind;
      if ((kind == SM_KIND_CITY && !district) || (kind == SM_KIND_ADM2 && !town)) return (uint32_t)k + 1;
    }
  }
  return 0;
}

uint32_t sm_likely_holder(const sm_geocoder *geocoder, const sm_document *document,
                          const sm_mentions *mentions, const sm_mention *held, sm_place_ref known) {
  kept asked = {.told = {{.country = 0}}};
  view v = view_of(geocoder, document, mentions, held, &asked);
  if (known) v.told = known;
  const uint32_t same = same_again(&v, held);
  if (same) return same;
  uint32_t best = 0;
  float best_score = 0;
  for (size_t i = v.first; i < v.end; i++) {
    float s = score(&v, held, &mentions->items[i], best_score);
    if (s > best_score) best_score = s, best = (uint32_t)i + 1;
  }
  sm_place_ref place = best ? mentions->items[best - 1].place : 0;
  bool country = place && sm_gazetteer_brief(geocoder->gazetteer, place).kind == SM_KIND_COUNTRY;
  uint32_t dateline = country ? dateline_in(&v, place) : 0;
  return dateline && &mentions->items[dateline - 1] != held ? dateline : best;
}
