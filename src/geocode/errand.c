// Where somebody speaks, visits or meets others: what a report tells of elsewhere lies as little there as who speaks does.
#include "geocoder.h"
#include "relation.h"

static const char *const MEETINGS[] = {"session", "Council", "talks", "meeting", "summit", "conference", "negotiations", "coup", "putsch", "inauguration"};
static const char *const GATHERINGS[] = {"summit", "Summit", "forum", "Forum", "conference", "Conference", "assembly", "Assembly", "session", "talks", "meeting", "ceremony"};

bool sm_is_meeting_place(const sm_geocoder *g, const sm_document *doc, const sm_mention *m) {
  enum { BACK = 5 };
  const sm_token *t = doc->tokens.items;
  const uint32_t floor = doc->tokens.sentences[m->sentence].first;
  if (m->first < floor + 2 || (sm_token_cue(g, &t[m->first - 1], SM_CUE_PREPOSITION) & 15) != SM_PREP_IN) return false;
  for (uint32_t i = m->first - 1; i > floor && i + BACK > m->first; i--)
    if (SM_TOKEN_READS_ANY(doc, i, MEETINGS)) return true;
  return false;
}

/// "buried their son in X".
static bool is_mourned_in(const sm_document *doc, uint32_t prep, uint32_t floor) {
  enum { REACH = 6 };
  static const char *const mourns[] = {"buried", "interred"};
  for (uint32_t i = prep; i > floor && prep - i < REACH; i--)
    if (SM_TOKEN_READS_ANY(doc, i - 1, mourns)) return true;
  return false;
}

/// "the London-based monitor".
static bool is_base_of(const sm_document *doc, uint32_t last, uint32_t end) {
  static const char *const based[] = {"based"};
  return last + 1 < end && doc->tokens.items[last].sign == '-' && SM_TOKEN_READS_ANY(doc, last + 1, based);
}

/// "the Gaza-based movement", "the Coventry-based monitor": who speaks of what is elsewhere, but not "a Loikaw-based battalion".
static bool is_base_of_speaker(const sm_document *doc, const sm_mention *m) {
  enum { REACH = 5 };
  static const char *const heads[] = {"movement", "group", "party", "faction", "organisation", "organization", "network", "monitor", "observatory", "Observatory", "agency", "watchdog", "newspaper", "outlet", "broadcaster", "channel", "charity", "company"};
  const uint32_t end = doc->tokens.sentences[m->sentence].last;
  if (!is_base_of(doc, m->last, end)) return false;
  for (uint32_t i = m->last + 2; i < end && i < m->last + 2 + REACH; i++)
    if (SM_TOKEN_READS_ANY(doc, i, heads)) return true;
  return false;
}

/// "attending the World Economic Forum in X".
static bool is_attended(const sm_document *doc, uint32_t prep, uint32_t floor) {
  enum { REACH = 9 };
  static const char *const attends[] = {"attending", "attend", "attended", "addressing", "addressed"};
  bool gathering = false;
  for (uint32_t i = prep; i > floor && prep - i < REACH; i--) {
    gathering |= SM_TOKEN_READS_ANY(doc, i - 1, GATHERINGS);
    if (SM_TOKEN_READS_ANY(doc, i - 1, attends)) return gathering;
  }
  return false;
}

/// "she came from X", "his family lives in X": where somebody is at home.
static bool is_home(const sm_geocoder *g, const sm_document *doc, const sm_mention *m) {
  static const char *const origins[] = {"came", "comes", "hails", "hailed", "originally", "originated"}, *const be[] = {"was", "were", "is", "are"}, *const dwells[] = {"lives", "resides", "resided", "lived"}, *const who[] = {"who", "he", "she", "He", "She", "family", "wife", "widow", "mother", "father"};
  const uint32_t floor = doc->tokens.sentences[m->sentence].first;
  if (m->first < floor + 3) return false;
  const uint32_t prep = m->first - 1;
  const uint8_t kind = sm_token_cue(g, &doc->tokens.items[prep], SM_CUE_PREPOSITION) & 15;
  if (kind == SM_PREP_FROM) return SM_TOKEN_READS_ANY(doc, prep - 1, origins) || SM_TOKEN_READS_ANY(doc, prep - 1, be);
  static const char *const based[] = {"based"};
  if (kind == SM_PREP_IN && SM_TOKEN_READS_ANY(doc, prep - 1, based)) return true; // a regiment
  return kind == SM_PREP_IN && SM_TOKEN_READS_ANY(doc, prep - 1, dwells) && SM_TOKEN_READS_ANY(doc, prep - 2, who); // not "lost their lives in X"
}

/// "lives in Germany, in Hamburg": told on from the place before it.
static bool goes_on_from(const sm_geocoder *g, const sm_document *doc, const sm_mention *m) {
  const sm_token *t = doc->tokens.items;
  return m->first > 2 && t[m->first - 2].sign == ',' && (sm_token_cue(g, &t[m->first - 1], SM_CUE_PREPOSITION) & 15) == SM_PREP_IN;
}

/// "carrying traders to the market of X": where somebody was bound for.
static bool is_bound_for(const sm_geocoder *g, const sm_document *doc, const sm_mention *m, uint32_t floor) {
  enum { REACH = 6 };
  static const char *const carries[] = {"carrying", "taking", "bringing", "transporting", "ferrying", "escorting", "driving", "heading", "travelling", "traveling", "going", "walking", "bound"};
  const sm_token *t = doc->tokens.items;
  if (m->first < floor + 5 || (sm_token_cue(g, &t[m->first - 1], SM_CUE_PREPOSITION) & 15) != SM_PREP_OF || !(sm_token_cue(g, &t[m->first - 3], SM_CUE_CONNECTOR) & SM_JOIN_ARTICLE)) return false;
  const uint32_t to = m->first - 4;
  if ((sm_token_cue(g, &t[to], SM_CUE_PREPOSITION) & 15) != SM_PREP_TO) return false;
  for (uint32_t i = to; i > floor && to - i < REACH; i--)
    if (SM_TOKEN_READS_ANY(doc, i - 1, carries)) return true;
  return false;
}

/// "outside the court in X", "in front of parliament in X": what stands there, and nobody who speaks.
static bool is_landmark(const sm_geocoder *g, const sm_document *doc, uint32_t house, uint32_t floor) {
  static const char *const houses[] = {"court", "parliament"}, *const beside[] = {"outside", "near", "behind", "beside", "opposite", "hit", "struck", "at"}, *const front[] = {"front"};
  const uint32_t first = house > floor && sm_token_cue(g, &doc->tokens.items[house - 1], SM_CUE_CONNECTOR) & SM_JOIN_ARTICLE ? house - 1 : house;
  if (!SM_TOKEN_READS_ANY(doc, house, houses) || first <= floor + 1) return false;
  return SM_TOKEN_READS_ANY(doc, first - 1, beside) || SM_TOKEN_READS_ANY(doc, first - 2, front);
}

static bool is_errand(const sm_geocoder *g, const sm_document *doc, const sm_mention *m) {
  static const char *const visits[] = {"visiting", "Visiting", "touring", "Touring"}, *const trips[] = {"visit", "trip", "tour", "travelled", "traveled", "journey", "arrived", "met"},
                           *const speaks[] = {"speaking", "Speaking", "spoke", "reporters", "journalists", "speech", "interview", "briefing", "phone", "telephone", "exile", "court", "parliament", "based",
                                             "condemned", "denounced", "deplored", "mourned", "condemning", "protested", "marched", "rallied", "demonstrated",
                                             "wanted", "born", "convicted", "jailed", "raised", "educated"};
  const sm_token *t = doc->tokens.items;
  const uint32_t floor = doc->tokens.sentences[m->sentence].first;
  const bool capital = m->place && sm_gazetteer_brief(g->gazetteer, m->place).flags & SM_PLACE_CAPITAL;
  if (is_base_of_speaker(doc, m) || is_bound_for(g, doc, m, floor)) return true;
  if (capital && is_base_of(doc, m->last, doc->tokens.sentences[m->sentence].last)) return true; // but a "Loikaw-based battalion"
  uint32_t i = m->first;
  if (i > floor && sm_token_cue(g, &t[i - 1], SM_CUE_CONNECTOR) & SM_JOIN_ARTICLE) i--;
  if (i <= floor) return false;
  if (SM_TOKEN_READS_ANY(doc, i - 1, visits)) return true;
  const uint8_t prep = sm_token_cue(g, &t[i - 1], SM_CUE_PREPOSITION) & 15;
  if (i < floor + 2 || (prep != SM_PREP_IN && prep != SM_PREP_AT && prep != SM_PREP_TO)) return false;
  if (SM_TOKEN_READS_ANY(doc, i - 2, trips)) return true;
  static const char *const meets[] = {"meeting"}, *const is[] = {"were", "was", "are", "is"};
  if (i > floor + 2 && SM_TOKEN_READS_ANY(doc, i - 2, meets) && SM_TOKEN_READS_ANY(doc, i - 3, is)) return true;
  static const char *const be[] = {"was", "were", "been"};
  const bool of_event = i > floor + 2 && SM_TOKEN_READS_ANY(doc, i - 3, be); // "an air strike was reported in Sanaa"
  if (capital && !of_event && sm_token_cue(g, &t[i - 2], SM_CUE_REPORTING) == SM_REPORTING_VERB) return true; // "said in Washington"
  return prep != SM_PREP_TO && ((SM_TOKEN_READS_ANY(doc, i - 2, speaks) && !is_landmark(g, doc, i - 2, floor)) || is_attended(doc, i - 1, floor) || is_mourned_in(doc, i - 1, floor));
}

bool sm_is_errand(const sm_geocoder *g, const sm_document *doc, const sm_mentions *mentions, const sm_mention *m) {
  if (is_errand(g, doc, m) || is_home(g, doc, m)) return true;
  if (m->containee && is_home(g, doc, &mentions->items[m->containee - 1])) return true; // "from Lyon, France"
  return m > mentions->items && m[-1].sentence == m->sentence && m[-1].last + 2 == m->first && goes_on_from(g, doc, m) && is_home(g, doc, m - 1);
}

bool sm_is_told_here(const sm_geocoder *geocoder, const sm_document *document, const sm_mention *mention) {
  enum { WORDS = 5 };
  static const char *const here[] = {"here"};
  const sm_token *t = document->tokens.items;
  const uint32_t end = document->tokens.sentences[mention->sentence].last;
  for (uint32_t i = mention->last; i < end && i < mention->last + WORDS; i++) {
    if (SM_TOKEN_READS_ANY(document, i, here)) return true;
    const uint8_t prep = sm_token_cue(geocoder, &t[i], SM_CUE_PREPOSITION) & 15;
    if ((!t[i].key && t[i].sign != '-') || (prep && prep != SM_PREP_OF) || sm_has_cue(geocoder, t[i].entry, SM_CUE_RELATION)) return false;
  }
  return false;
}

bool sm_is_told_as_reason(const sm_document *doc, const sm_mention *x) {
  enum { BACK = 9 };
  static const char *const answers[] = {"answer", "response", "reply", "revenge", "retaliation", "reprisal", "vengeance"}, *const links[] = {"to", "for"};
  const uint32_t first = doc->tokens.sentences[x->sentence].first;
  for (uint32_t i = x->first; i > first + 1 && i + BACK > x->first; i--)
    if (SM_TOKEN_READS_ANY(doc, i - 1, links) && SM_TOKEN_READS_ANY(doc, i - 2, answers)) return true;
  return false;
}

bool sm_is_stood_for(const sm_document *doc, const sm_mention *x) {
  enum { BACK = 9 };
  static const char *const stands[] = {"support", "solidarity", "defence"}, *const in[] = {"in", "In"};
  const uint32_t first = doc->tokens.sentences[x->sentence].first;
  for (uint32_t i = x->first; i > first + 1 && i + BACK > x->first; i--)
    if (SM_TOKEN_READS_ANY(doc, i - 1, stands) && SM_TOKEN_READS_ANY(doc, i - 2, in)) return true;
  return false;
}

/// "Liberian-flagged", "the Marshall Islands flag", "a Maltese tanker", with the words behind the name.
static bool is_before_flag(const sm_document *doc, const sm_mention *x) {
  enum { WORDS = 3 };
  static const char *const whose[] = {"flagged", "registered", "owned", "operated", "managed", "chartered", "crewed", "flag", "flags"};
  static const char *const ships[] = {"tanker", "tankers", "vessel", "ship", "ships", "freighter", "freighters", "carrier", "bulker"};
  const sm_token *t = doc->tokens.items;
  const uint32_t last = doc->tokens.sentences[x->sentence].last, behind = x->last < last && t[x->last].sign == '-' ? x->last + 1 : x->last;
  if (behind < last && SM_TOKEN_READS_ANY(doc, behind, whose)) return true;
  for (uint32_t i = x->last; x->role == SM_ROLE_DEMONYM && i < last && i < x->last + WORDS && t[i].key && !(t[i].flags & SM_TOKEN_CAPITAL); i++)
    if (SM_TOKEN_READS_ANY(doc, i, ships)) return true;
  return false;
}

bool sm_is_flag_of_ship(const sm_document *doc, const sm_mention *x) {
  enum { REACH = 6 };
  static const char *const flag[] = {"flag", "flags"}, *const of[] = {"of"}, *const the[] = {"the"}, *const in[] = {"in", "from", "by"}, *const held[] = {"registered", "managed", "owned", "operated", "chartered", "insured"};
  const uint32_t first = doc->tokens.sentences[x->sentence].first;
  if (is_before_flag(doc, x)) return true;
  const uint32_t lead = x->first > first && SM_TOKEN_READS_ANY(doc, x->first - 1, the) ? x->first - 1 : x->first;
  if (lead > first + 1 && SM_TOKEN_READS_ANY(doc, lead - 1, of) && SM_TOKEN_READS_ANY(doc, lead - 2, flag)) return true;
  if (lead <= first + 1 || !SM_TOKEN_READS_ANY(doc, lead - 1, in)) return false;
  for (uint32_t i = lead - 1; i > first && lead - i < REACH && doc->tokens.items[i].key; i--) // "managed by a firm in Singapore"
    if (SM_TOKEN_READS_ANY(doc, i, in) && SM_TOKEN_READS_ANY(doc, i - 1, held)) return true;
  return false;
}

uint32_t sm_behind_answer(const sm_geocoder *g, const sm_document *doc, const sm_mention *held) {
  static const char *const joints[] = {"after", "retaliation", "response", "revenge", "reply", "reprisal"};
  const sm_token *t = doc->tokens.items;
  const uint32_t floor = doc->tokens.sentences[held->sentence].first;
  uint32_t joint = 0;
  for (uint32_t i = held->first; i > floor && !joint; i--) {
    if (t[i - 1].sign == ';') return 0;
    if (SM_TOKEN_READS_ANY(doc, i - 1, joints) && !sm_has_cue(g, t[i].entry, SM_CUE_TIME)) joint = i - 1; // not "after midnight"
  }
  bool before = false, behind = false;
  for (uint32_t i = floor; joint && i < joint; i++) before |= sm_has_cue(g, t[i].entry, SM_CUE_TRIGGER);
  for (uint32_t i = joint; joint && i < held->first; i++) behind |= sm_has_cue(g, t[i].entry, SM_CUE_TRIGGER) || sm_has_cue(g, t[i].entry, SM_CUE_WEAPON);
  return before && behind ? joint : 0;
}

bool sm_is_flown_to(const sm_geocoder *g, const sm_document *doc, const sm_mention *x) {
  static const char *const flown[] = {"flown", "evacuated", "airlifted", "medevaced", "diverted", "rerouted", "transferred", "fled"}, *const left[] = {"left", "bound"}, *const go[] = {"for"};
  uint32_t first = doc->tokens.sentences[x->sentence].first;
  if (x->first >= first + 2 && SM_TOKEN_READS_ANY(doc, x->first - 1, go) && SM_TOKEN_READS_ANY(doc, x->first - 2, left)) return true; // "had left for X"
  return x->first >= first + 2 && (sm_token_cue(g, &doc->tokens.items[x->first - 1], SM_CUE_PREPOSITION) & 15) == SM_PREP_TO && SM_TOKEN_READS_ANY(doc, x->first - 2, flown);
}

bool sm_is_own_thing(const sm_geocoder *g, const sm_document *doc, uint32_t i, uint32_t last) {
  static const char *const lands[] = {"state", "states", "city", "cities", "town", "village", "county", "province", "region", "district", "soil", "territory", "coast", "border", "mainland", "homeland", "capital", "airspace", "waters", "island", "islands"};
  const sm_token *t = doc->tokens.items;
  if (i + 1 >= last || !t[i].entry || t[i].flags & SM_TOKEN_CAPITAL || sm_has_cue(g, t[i].entry, SM_CUE_PREPOSITION) || SM_TOKEN_READS_ANY(doc, i, lands)) return false;
  const uint32_t bits = t[i].entry->word_bits;
  return bits & SM_WORD_NOUN && !(bits & SM_WORD_ADVERB) && (sm_token_cue(g, &t[i + 1], SM_CUE_PREPOSITION) || !t[i + 1].key);
}
