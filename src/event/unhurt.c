// "No casualties", "nobody was hurt": toll words that are denied.
#include "crowd.h"

/// Words after "no" that leave the toll open: "no word of casualties", "no information".
static bool is_unknown_word(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"word",   "news",      "details", "detail",       "figures",
                                      "figure", "immediate", "idea",    "confirmation", "number",
                                      "report", "reports",   "such",    "whether",      "if",
                                      "how",    "clear"};
  const sm_lexicon_entry *e = scan->t[i].entry;
  bool told = e && (e->word_bits & SM_WORD_NOUN_COMMUNICATION) && !(e->word_bits & SM_WORD_VERB);
  return (told && !sm_has_cue(scan, i, SM_CUE_TRIGGER)) || SM_IS_ONE_OF(scan, i, words);
}

/// "gave no losses", "has not disclosed its losses".
static bool leaves_open(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"gave",     "give",      "gives", "disclosed", "disclose",
                                      "released", "published", "known", "said",      "say",
                                      "confirm",  "verify",    "count", "comment",   "mention",
                                      "address",  "specify",   "provide", "provided", "discuss", "elaborate", "acknowledge", "speak",
                                      "giving", "specifying", "mentioning", "disclosing", "providing", "acknowledging", "confirming", "detailing"};
  return SM_IS_ONE_OF(scan, i, words);
}

/// "gave no losses", but "said no one was hurt".
static bool gives_none(const sm_scan *scan, uint32_t i) {
  static const char *const says[] = {"said", "say"};
  return leaves_open(scan, i) && !SM_IS_ONE_OF(scan, i, says);
}

/// "no one": the "one" of it.
static bool is_no_one(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"no", "No", "NO"}, *const one[] = {"one", "ONE"};
  return i > 0 && SM_IS_ONE_OF(scan, i, one) && SM_IS_ONE_OF(scan, i - 1, words);
}

/// "no bodies were shown", "no casualty figures", "not counted among the victims": tell nothing of how many died.
static bool cannot_be_denied(const sm_scan *scan, uint32_t cue, uint32_t first, const sm_cue_row *row) {
  static const char *const bodies[] = {"bodies", "corpses"};
  static const char *const counts[] = {"figure", "figures", "toll", "tolls", "count", "counts", "numbers", "estimate", "estimates", "list", "details", "information", "report", "reports"};
  if (row->form == SM_F_TOLL || SM_IS_ONE_OF(scan, cue, bodies) || SM_IS_ONE_OF(scan, cue + 1, counts)) return true;
  return row->form == SM_F_NOUN && cue > first && sm_is(scan, cue - 1, SM_W_THE);
}

/// "nothing has been said about casualties"
static bool is_subject_matter(const sm_scan *scan, uint32_t cue, uint32_t first, const sm_cue_row *row) {
  static const char *const on[] = {"about", "regarding", "concerning", "on"};
  return row->form == SM_F_NOUN && cue > first && SM_IS_ONE_OF(scan, cue - 1, on);
}

/// "no serious casualties": of lighter ones nothing is told.
static bool is_of_grave(const sm_scan *scan, uint32_t cue, uint32_t first) {
  static const char *const grave[] = {"serious", "significant", "major", "severe", "grave", "heavy", "mass"};
  return cue > first && SM_IS_ONE_OF(scan, cue - 1, grave);
}

/// "no other casualties", "no further injuries": beside those that were told.
static bool is_of_others(const sm_scan *scan, uint32_t cue, uint32_t first) {
  static const char *const words[] = {"other", "others", "further", "more", "additional", "new", "else"};
  for (uint32_t k = cue; k > first && cue - k < 3; k--)
    if (SM_IS_ONE_OF(scan, k - 1, words)) return true;
  return false;
}

/// "knew of no civilian casualties": whoever says so denies nothing.
static bool is_unaware(const sm_scan *scan, uint32_t i, uint32_t first) {
  static const char *const knows[] = {"knew", "knows", "know", "aware", "heard"};
  return i > first + 1 && sm_is(scan, i - 1, SM_W_OF) && SM_IS_ONE_OF(scan, i - 2, knows);
}

/// The seven of "none of the seven men".
static bool is_of_none(const sm_scan *scan, uint32_t i, uint32_t first) {
  static const char *const the[] = {"the", "its", "their", "his", "her"};
  if (i < first + 3u || !SM_IS_ONE_OF(scan, i - 1, the) || !sm_is(scan, i - 2, SM_W_OF)) return false;
  const sm_cue_row *none = sm_cue_at(scan, i - 3, SM_CUE_NUMBER, NULL);
  return none && none->kind == SM_K_ZERO;
}

bool sm_is_of_none(const sm_scan *scan, uint32_t first) {
  static const char *const the[] = {"the", "its", "their", "his", "her"};
  uint32_t k = first;
  if (k > 0 && SM_IS_ONE_OF(scan, k - 1, the)) k--;
  if (k < 2 || !sm_is(scan, k - 1, SM_W_OF)) return false;
  const sm_cue_row *none = sm_cue_at(scan, k - 2, SM_CUE_NUMBER, NULL);
  return none && none->kind == SM_K_ZERO;
}

/// "caused no casualties, but the second killed five": denied of the first of two alone.
static bool is_of_first_alone(const sm_scan *scan, uint32_t cue) {
  enum { REACH = 5 };
  static const char *const next[] = {"second", "third", "other", "next", "latter"};
  const uint32_t end = scan->s[scan->t[cue].sentence].last;
  uint32_t k = cue + 1;
  while (k < end && k < cue + REACH && !sm_is(scan, k, SM_W_BUT)) k++;
  if (k + 2 >= end || !sm_is(scan, k, SM_W_BUT) || !sm_is(scan, k + 1, SM_W_THE) || !SM_IS_ONE_OF(scan, k + 2, next)) return false;
  bool hurt = false;
  for (k += 3; k < end; k++) {
    if (scan->mention_at[k]) return false; // "but the second, in X, killed two"
    hurt |= sm_has_cue(scan, k, SM_CUE_CASUALTY);
  }
  return hurt;
}

/// "no casualties", "nobody was hurt", "did not cause any injuries", "without loss of life".
bool sm_is_toll_denied(const sm_scan *scan, uint32_t cue, uint32_t first, const sm_cue_row *row) {
  static const char *const escaped[] = {"escaped", "escape", "avoided"}, *const because[] = {"because"}; // "none of them escaped injury"
  if (cue > first && SM_IS_ONE_OF(scan, cue - 1, escaped)) return false;
  if (cannot_be_denied(scan, cue, first, row) || is_subject_matter(scan, cue, first, row) || (row->form == SM_F_NOUN && is_of_grave(scan, cue, first)) || is_of_first_alone(scan, cue)) return false;
  for (uint32_t k = cue, steps = 0; k > first && steps < 8; k--, steps++) {
    uint32_t i = k - 1;
    if (sm_is_clause_end(scan, i) || sm_is(scan, i, SM_W_BUT) || SM_IS_ONE_OF(scan, i, because)) return false;
    if (steps == 0 && row->form == SM_F_ING && sm_is_sign(scan, i, ',')) return false; // "without warning, killing two"
    if (sm_is_sign(scan, i, ',') && steps > (sm_is(scan, cue - 1, SM_W_AND) ? 0u : 1u)) return false;
    if (is_of_none(scan, i, first)) return true; // "none of the seven men on board was hurt"
    if (scan->t[i].flags & SM_TOKEN_NUMBER) return false;
    const sm_cue_row *number = sm_cue_at(scan, i, SM_CUE_NUMBER, NULL);
    if (is_no_one(scan, i)) continue;
    const sm_cue_row *mode = sm_cue_at(scan, i, SM_CUE_MODE, NULL);
    const bool name = scan->t[i].flags & SM_TOKEN_CAPITAL && !(scan->t[i].flags & SM_TOKEN_SENTENCE_START) &&
                      !(scan->s[scan->t[i].sentence].flags & SM_SENTENCE_UPPER); // "Doctors Without Borders"
    bool no = number && number->kind == SM_K_ZERO, not = mode && mode->kind == SM_K_NEGATION;
    if (name && !no) continue; // but '"Nobody was hurt," he said'
    const uint32_t most = row->form == SM_F_NOUN ? 4 : 2; // "did not cause any deaths"
    if (not &&!no && row->kind == SM_K_KILLED && (steps > most || row->form == SM_F_STATE))
      return false; // "not clear who the dead were"
    bool zero = no || not ;
    if (zero) {
      if (row->form == SM_F_NOUN && is_of_others(scan, cue, first)) return false;
      if (i > first && (gives_none(scan, i - 1) || is_unaware(scan, i, first))) return false;
      static const char *const without[] = {"without"};
      for (uint32_t j = i + 1; j < cue; j++)
        if (is_unknown_word(scan, j) || leaves_open(scan, j) || (row->form == SM_F_PAST && SM_IS_ONE_OF(scan, i, without) && sm_is(scan, j, SM_W_AND))) return false; // "without warning and killed two"
      return true;
    }
    if (number && (number->kind == SM_K_UNIT || number->kind == SM_K_TEN || number->kind == SM_K_VAGUE))
      return false;
    if (steps > 0 && sm_has_cue(scan, i, SM_CUE_CASUALTY) && !(i > first && sm_is(scan, i + 1, SM_W_OR)))
      continue;
  }
  return false;
}

uint16_t sm_denied_kind(const sm_scan *scan, uint32_t cue, uint32_t floor) {
  const sm_cue_row *whose = cue > floor ? sm_cue_at(scan, cue - 1, SM_CUE_VICTIM, NULL) : NULL; // "ruled out civilian casualties"
  for (uint32_t k = cue; k > floor && cue - k < 8; k--) {
    const sm_cue_row *number = sm_cue_at(scan, k - 1, SM_CUE_NUMBER, NULL), *noun = sm_cue_at(scan, k, SM_CUE_VICTIM, NULL), *mode = sm_cue_at(scan, k - 1, SM_CUE_MODE, NULL);
    if (number && number->kind == SM_K_ZERO && !noun && k + 1 < cue && scan->mention_at[k]) noun = sm_cue_at(scan, k + 1, SM_CUE_VICTIM, NULL); // "no US soldiers"
    if (number && number->kind == SM_K_ZERO) return noun ? noun->victims : 0;
    if (mode && mode->kind == SM_K_NEGATION) return whose ? whose->victims : 0;
  }
  return 0;
}

bool sm_is_none_behind(const sm_scan *scan, uint32_t cue, uint32_t last, const sm_cue_row *row) {
  static const char *const own[] = {"own", "Own", "our", "Our", "friendly", "Friendly"}; // of who tells it
  if (cue > 0 && SM_IS_ONE_OF(scan, cue - 1, own)) return false;
  if (row->form != SM_F_NOUN && row->form != SM_F_STATE && row->form != SM_F_PAST) return false;
  if (!sm_is_sign(scan, last, ':') && !sm_is_dash(scan, last)) return false;
  const sm_cue_row *none = sm_cue_at(scan, last + 1, SM_CUE_NUMBER, NULL);
  int value;
  uint32_t end;
  const bool zero = (none && none->kind == SM_K_ZERO) || (sm_read_number(scan, last + 1, &value, &end) && value == 0);
  return zero && (last + 2 >= scan->n || sm_is_punct(scan, last + 2) || scan->t[last + 2].flags & (SM_TOKEN_SENTENCE_START | SM_TOKEN_LINE_START));
}

/// A word for one side: "American", "coalition", "troops".
static bool is_of_side(const sm_scan *scan, uint32_t i) {
  static const char *const sides[] = {"coalition", "friendly", "NATO", "military", "army", "police"};
  const sm_mention *land = scan->mention_at[i] ? &scan->mentions->items[scan->mention_at[i] - 1] : NULL;
  const sm_cue_row *whose = sm_cue_at(scan, i, SM_CUE_VICTIM, NULL);
  if (whose && whose->victims & ~(SM_VICTIM_PEOPLE | SM_VICTIM_CIVILIANS) && !(whose->victims & SM_VICTIM_CHILDREN)) return true;
  return (land && land->role == SM_ROLE_DEMONYM) || SM_IS_ONE_OF(scan, i, sides) || sm_has_cue(scan, i, SM_CUE_FORCE) || sm_has_cue(scan, i, SM_CUE_ACTOR);
}

/// "no American casualties", "no casualties among the troops": the sides of those of whom it is denied.
static bool is_none_of_side(const sm_scan *scan, uint32_t cue, uint32_t floor) {
  enum { ADJECTIVES = 4, VERB = 3, BEHIND = 5 };
  static const char *const among[] = {"among"};
  const sm_cue_row *row = sm_cue_at(scan, cue, SM_CUE_CASUALTY, NULL);
  if (!row || row->form != SM_F_NOUN) return false;
  bool side = false;
  for (uint32_t k = cue; k > floor && cue - k < ADJECTIVES && !sm_is_punct(scan, k - 1); k--) {
    const sm_cue_row *none = sm_cue_at(scan, k - 1, SM_CUE_NUMBER, NULL);
    if (none && none->kind == SM_K_ZERO && side) return true;
    side |= is_of_side(scan, k - 1);
  }
  uint32_t at = cue + 1;
  while (at < cue + VERB && at < scan->n && !sm_is_punct(scan, at) && !SM_IS_ONE_OF(scan, at, among)) at++; // "were reported among"
  if (!SM_IS_ONE_OF(scan, at, among)) return false;
  for (uint32_t k = at + 1; k < scan->n && k <= at + BEHIND && !sm_is_punct(scan, k); k++)
    if (is_of_side(scan, k)) return true;
  return false;
}

bool sm_is_none_of_some(const sm_scan *scan, uint32_t cue, uint32_t floor) {
  enum { REACH = 12 };
  static const char *const staff[] = {"staff", "employees", "personnel", "workers", "diplomats", "troops", "soldiers", "men", "members", "guards"};
  bool whose = false;
  if (is_none_of_side(scan, cue, floor)) return true;
  for (uint32_t k = cue; k > floor + 1 && cue - k < REACH; k--) {
    whose |= SM_IS_ONE_OF(scan, k - 1, staff);
    const sm_cue_row *none = sm_is(scan, k - 1, SM_W_OF) ? sm_cue_at(scan, k - 2, SM_CUE_NUMBER, NULL) : NULL;
    if (none) return whose && none->kind == SM_K_ZERO;
  }
  return false;
}

/// The sentence opens with a noun for people at a token, and with all of them.
static bool opens_with_people(const sm_scan *scan, uint32_t noun, uint32_t floor) {
  enum { REACH = 4 };
  static const char *const rest[] = {"other", "others", "Other", "Others", "more", "another", "Another", "Some", "Several", "Most", "Many"};
  if (noun >= floor + REACH || !sm_has_cue(scan, noun, SM_CUE_VICTIM) || !(scan->t[floor].flags & SM_TOKEN_SENTENCE_START)) return false;
  for (uint32_t k = floor; k <= noun; k++)
    if (SM_IS_ONE_OF(scan, k, rest) || sm_is_preposition(scan, k) || sm_has_cue(scan, k, SM_CUE_CASUALTY)) return false;
  return true;
}

bool sm_is_of_all(const sm_scan *scan, uint32_t cue, uint32_t floor) {
  static const char *const words[] = {"all", "everyone", "everybody", "both", "they",
                                      "All", "Everyone", "Everybody", "Both", "They",
                                      "crew", "inmates", "occupants", "inhabitants", "tenants"},
                           *const folk[] = {"People", "people", "Residents", "residents", "Villagers", "villagers", "Civilians", "civilians", "Workers", "workers", "Employees", "employees", "Staff", "staff", "Locals"};
  for (uint32_t k = cue; k > floor && cue - k < 12; k--) {
    if (sm_is_clause_end(scan, k - 1) || sm_is(scan, k - 1, SM_W_BUT)) return false;
    if (SM_IS_ONE_OF(scan, k - 1, words)) return true;
    if (k == cue - 1 && (k == floor + 1 || (k == floor + 2 && sm_is(scan, floor, SM_W_THE))) && SM_IS_ONE_OF(scan, k - 1, folk)) return true; // "People are unharmed."
    const bool whose = k > floor + 1 && (sm_is(scan, k - 2, SM_W_THE) || sm_is_possessive(scan, k - 2) || scan->t[k - 2].flags & SM_TOKEN_CLITIC);
    const sm_cue_row *noun = whose ? sm_cue_at(scan, k - 1, SM_CUE_VICTIM, NULL) : NULL;
    if (noun && !(noun->flags & SM_ROW_PLURAL) && !(noun->victims & SM_VICTIM_GROUP)) return true; // "the driver escaped unhurt", not "his family"
  }
  return false;
}

bool sm_is_of_first_told(const sm_scan *scan, uint32_t cue, uint32_t floor) {
  enum { VERBS = 5 }; // "came out of it unscathed"
  for (uint32_t k = cue; k > floor && cue - k < VERBS && !sm_is_clause_end(scan, k - 1); k--)
    if (opens_with_people(scan, k - 1, floor)) return true;
  return false;
}
