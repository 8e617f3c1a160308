// Roles by the words round a name: each says how much for the people or state (more than nothing) or for the
// land (less). They are read through lists to the preposition before them, on to the predicate, and to the
// head noun of a possessive. The weights are by hand, from what the grammar says; none is fitted.
#include "resolve.h"
#include "said.h"

const char *sm_role_name(sm_role role) {
  static const char *const names[] = {"literal", "metonym", "demonym", "dateline", "embedded"};
  return names[role];
}

enum { NOWHERE = UINT32_MAX, WEAK = 1, LIKELY = 2, STRONG = 4 };

typedef struct view {
  const sm_geocoder *g;
  const sm_document *doc;
  const sm_token *t;
  const sm_sentence *sentence;
  const sm_phrase_index *phrases;
  const sm_found *x;
  bool state; ///< the name is a country's, which acts more than it is gone to
  bool sport; ///< the sentence tells of teams
} view;

static uint8_t cue(const view *v, uint32_t i, sm_cue c) {
  return sm_token_cue(v->g, &v->t[i], c);
}

static uint32_t bits_of(const view *v, uint32_t i) {
  return v->t[i].entry ? v->t[i].entry->word_bits : 0;
}

static bool inside(const view *v, uint32_t i) {
  return i != NOWHERE && i >= v->sentence->first && i < v->sentence->last;
}

static bool capital(const view *v, uint32_t i) {
  return v->t[i].flags & SM_TOKEN_CAPITAL;
}

static bool one_of(const view *v, uint32_t i, const char *const *words) {
  for (; *words; words++)
    if (sm_token_reads(v->doc, i, *words)) return true;
  return false;
}

static bool ends_in(const view *v, uint32_t i, const char *end) {
  size_t n = strlen(end);
  return v->t[i].end - v->t[i].begin > n + 1 && !memcmp(v->doc->report.text.ptr + v->t[i].end - n, end, n);
}

static bool copula(const view *v, uint32_t i) {
  static const char *const words[] = {"is",   "are",   "was",    "were",   "be",
                                      "been", "being", "become", "became", NULL};
  return one_of(v, i, words);
}

static bool has(const view *v, uint32_t i) {
  static const char *const words[] = {"has", "had", "have", NULL};
  return one_of(v, i, words);
}

static bool is_auxiliary(const view *v, uint32_t i) {
  return cue(v, i, SM_CUE_CONNECTOR) & SM_JOIN_AUXILIARY;
}

/// Uses of the word at i or of the phrase that starts there.
static uint8_t use_from(const view *v, uint32_t i) {
  uint32_t phrase = v->phrases->starts[i];
  uint8_t use = cue(v, i, SM_CUE_METONYM);
  if (phrase && sm_has_cue(v->g, v->phrases->items[phrase - 1].entry, SM_CUE_METONYM))
    use |= sm_cue_value(v->g, v->phrases->items[phrase - 1].entry, SM_CUE_METONYM);
  return use;
}

/// The same of what ends with token i.
static uint8_t use_to(const view *v, uint32_t i) {
  uint32_t phrase = v->phrases->ends[i + 1];
  uint8_t use = cue(v, i, SM_CUE_METONYM);
  if (phrase && sm_has_cue(v->g, v->phrases->items[phrase - 1].entry, SM_CUE_METONYM))
    use |= sm_cue_value(v->g, v->phrases->items[phrase - 1].entry, SM_CUE_METONYM);
  return use;
}

static int subject_worth(const view *v, uint32_t at);

// --- Where the name stands
// ---------------------------------------------------------------------------------------

/// The first token of a name with its articles, adjectives and the state's form ("the Kingdom of X").
static uint32_t before_name(const view *v, uint32_t at) {
  static const char *const attributes[] = {"native", "former",    "independent", "modern", "ancient",  "Nazi",
                                           "Soviet", "Communist", "Fascist",     "Free",   "imperial", NULL};
  static const char *const forms[] = {"Kingdom",      "Republic",   "Empire", "Duchy",
                                      "Commonwealth", "Federation", NULL};
  for (uint32_t first = v->sentence->first; at > first;) {
    if (cue(v, at - 1, SM_CUE_CONNECTOR) & SM_JOIN_ARTICLE || one_of(v, at - 1, attributes))
      at--;
    else if (at > first + 1 && sm_token_reads(v->doc, at - 1, "of") && one_of(v, at - 2, forms))
      at -= 2;
    else if (at > first + 1 && cue(v, at - 2, SM_CUE_PREPOSITION) && bits_of(v, at - 1) & SM_WORD_ADJECTIVE && bits_of(v, at - 1) & SM_WORD_VERB && !capital(v, at - 1))
      at--; // "in neighboring X"
    else
      break;
  }
  return at;
}

/// The token before the list that the name ends or continues ("A, the B and [C]" looks before A), NOWHERE at
/// the sentence's start. A comma without an "and" may as well part "in A, [B] said": then only the name
/// itself is looked at.
static uint32_t before_list(const view *v, const sm_findings *f, size_t index, uint32_t *n) {
  uint32_t at = before_name(v, f->items[index].first);
  bool joined = false;
  uint32_t first = at;
  *n = 1;
  for (size_t i = index; i > 0; i--) {
    const sm_found *prev = &f->items[i - 1];
    if (prev->first < v->sentence->first || at == v->sentence->first) break;
    uint32_t joint = at - 1;
    bool and = cue(v, joint, SM_CUE_CONNECTOR) & SM_JOIN_AND;
    if (and&&joint > v->sentence->first && v->t[joint - 1].sign == ',') joint--;
    if (prev->last != joint || !(and || v->t[joint].sign == ',')) break;
    joined |= and;
    ++*n;
    at = before_name(v, prev->first);
  }
  bool pair = f->names[f->items[index - (index > 0)].name].best.kind == SM_KIND_COUNTRY;
  if (!joined && *n == 2 && (pair == v->state ? subject_worth(v, f->items[index].last) > WEAK : !v->state))
    at = first;
  return at > v->sentence->first ? at - 1 : NOWHERE;
}

/// The token after the list that the name begins or continues ("France, Italy and the US voted").
static uint32_t after_list(const view *v, const sm_findings *f, size_t index, uint32_t *n) {
  uint32_t last = f->items[index].last;
  *n = 1;
  for (size_t i = index + 1; i < f->n && f->items[i].last <= v->sentence->last; i++) {
    uint32_t joint = last;
    if (v->t[joint].sign == ',') joint++;
    const bool and = joint < v->sentence->last && cue(v, joint, SM_CUE_CONNECTOR) & SM_JOIN_AND;
    if (and) joint++;
    else if (sm_sign_is(&f->items[i].signs, SM_SIGN_demonym) && !sm_sign_is(&f->items[index].signs, SM_SIGN_demonym)) break; // "in the capital Baghdad, the Iraqi police said"
    if (joint == last || before_name(v, f->items[i].first) != joint) break;
    last = f->items[i].last;
    ++*n;
  }
  return last;
}

// --- Nouns
// -------------------------------------------------------------------------------------------------------

/// What a noun says of its owner, or of a name before it ("Iran's army", "the US decision").
static int noun_worth(const view *v, uint32_t i) {
  uint8_t use = use_from(v, i);
  uint32_t bits = bits_of(v, i);
  if (use & SM_METONYM_LAND && bits & SM_WORD_NOUN_ACT && !(bits & SM_WORD_NOUN_LOCATION)) return LIKELY;
  if (use & SM_METONYM_LAND) return -STRONG;
  if (use & SM_METONYM_SPORT) return LIKELY;
  if (use & (SM_METONYM_NOUN | SM_METONYM_STATE)) return STRONG;
  if (cue(v, i, SM_CUE_UNIT) || bits & SM_WORD_NOUN_LOCATION) return -LIKELY;
  if (cue(v, i, SM_CUE_FORCE)) return LIKELY;
  if (bits & SM_WORD_NOUN_PERSON) return -WEAK;
  if (bits & SM_WORD_NOUN_ARTIFACT) return -LIKELY;
  if (bits & (SM_WORD_NOUN_ACT | SM_WORD_NOUN_COMMUNICATION)) return LIKELY;
  if (bits & SM_WORD_NOUN_EVENT) return v->sport ? LIKELY : -WEAK;
  return 0;
}

static bool superlative(const view *v, uint32_t i) {
  return sm_token_reads(v->doc, i, "most") || (ends_in(v, i, "est") && bits_of(v, i) & SM_WORD_ADJECTIVE);
}

/// What the noun phrase from token i on says, by its head: the last noun before a verb, a preposition or a
/// sign.
static int phrase_worth(const view *v, uint32_t i) {
  int worth = 0;
  bool noun = false;
  for (int steps = 0; inside(v, i) && steps < 6; i++, steps++) {
    if (!v->t[i].key) {
      if (v->t[i].sign != '-') break;
      continue;
    }
    uint32_t bits = bits_of(v, i);
    uint8_t use = use_from(v, i);
    if (superlative(v, i)) return -LIKELY;
    if (cue(v, i, SM_CUE_PREPOSITION) || is_auxiliary(v, i)) break;
    if (cue(v, i, SM_CUE_CONNECTOR) & SM_JOIN_AND) break;
    if (capital(v, i) && !use) return noun ? worth : -LIKELY; // Canada's Saint Lawrence River
    if (noun && bits & SM_WORD_VERB && !(bits & SM_WORD_NOUN)) break;
    if (!(bits & SM_WORD_NOUN) && !use) continue;
    int here = noun_worth(v, i);
    if (noun && bits & SM_WORD_VERB && !use) break; // "policy fails"
    if (bits & SM_WORD_ADJECTIVE && !use && !here) continue;
    worth = here, noun = true;
  }
  return worth;
}

// --- Verbs
// -------------------------------------------------------------------------------------------------------

/// "X is a member", "X was the first to", "X was told": what follows a copula.
static int complement_worth(const view *v, uint32_t i) {
  for (int steps = 0; inside(v, i) && steps < 8; i++, steps++) {
    if (!v->t[i].key) {
      if (v->t[i].sign != '-') return 0;
      continue;
    }
    uint32_t bits = bits_of(v, i);
    uint8_t use = use_from(v, i);
    if (use & SM_METONYM_GROUND) return -STRONG;
    if (cue(v, i, SM_CUE_UNIT) && !(use & SM_METONYM_STATE)) return -STRONG;
    if (use & (SM_METONYM_STATE | SM_METONYM_NOUN)) return LIKELY;
    if (sm_token_reads(v->doc, i, "to")) return WEAK;
    if (cue(v, i, SM_CUE_PREPOSITION) && !sm_token_reads(v->doc, i, "of")) return steps ? 0 : -LIKELY;
    if (steps == 0 && bits & SM_WORD_VERB && (ends_in(v, i, "ed") || ends_in(v, i, "ing")))
      return ends_in(v, i, "ing") ? LIKELY : WEAK;
    if (steps == 0 && use & SM_METONYM_VERB) return LIKELY;
  }
  return 0;
}

/// The name as the subject of what follows token `at`: adverbs, auxiliaries and a parenthesis may stand
/// between.
static int subject_worth(const view *v, uint32_t at) {
  uint32_t i = at;
  if (inside(v, i) && v->t[i].sign == ',') { // "Mexico, although a supporter, soon changed"
    uint32_t k = i + 1;
    while (inside(v, k) && k < i + 12 && v->t[k].sign != ',') k++;
    if (!inside(v, k) || v->t[k].sign != ',') return 0;
    i = k + 1;
  }
  for (int steps = 0; inside(v, i) && steps < 6; i++, steps++) {
    if (!v->t[i].key || v->t[i].flags & (SM_TOKEN_CAPITAL | SM_TOKEN_NUMBER)) return 0;
    if (copula(v, i)) return complement_worth(v, i + 1);
    uint32_t bits = bits_of(v, i);
    uint8_t use = use_from(v, i);
    if (has(v, i)) {
      bool verb = inside(v, i + 1) &&
                  (bits_of(v, i + 1) & SM_WORD_VERB || copula(v, i + 1) || is_auxiliary(v, i + 1));
      if (verb) continue;
      int what = phrase_worth(v, i + 1);
      return what > 0 ? what : what < 0 ? -WEAK : WEAK;
    }
    if (sm_token_reads(v->doc, i, "both") || sm_token_reads(v->doc, i, "each") || sm_token_reads(v->doc, i, "all")) continue;
    if (use & SM_METONYM_GROUND && !(use & SM_METONYM_VERB)) return -LIKELY;
    if (v->t[at].sign == ',' && ends_in(v, i, "ing") && bits & SM_WORD_VERB && !copula(v, i - 1)) return 0; // "Sanaa, on Monday, killing two"
    if (use & SM_METONYM_VERB && !(cue(v, i, SM_CUE_CONNECTOR))) return STRONG;
    if (is_auxiliary(v, i)) continue;
    if (cue(v, i, SM_CUE_CONNECTOR)) return 0;
    if (bits & SM_WORD_ADVERB && !(bits & SM_WORD_VERB)) continue;
    if (cue(v, i, SM_CUE_PREPOSITION) && !(bits & SM_WORD_VERB)) return 0;
    if (!(bits & SM_WORD_VERB) || use & SM_METONYM_LAND) return 0;
    bool noun = bits & SM_WORD_NOUN && bits & SM_WORD_PLURAL;
    return noun ? WEAK : v->state ? STRONG : LIKELY;
  }
  return 0;
}

/// The name as the object of a verb at token p.
static int object_worth(const view *v, uint32_t p) {
  uint32_t bits = bits_of(v, p);
  uint8_t use = use_to(v, p);
  if (capital(v, p)) return 0;
  if (use & SM_METONYM_GROUND) return -STRONG;
  if (use & SM_METONYM_BEFORE) return STRONG;
  if (is_auxiliary(v, p) || !(bits & SM_WORD_VERB)) return 0;
  if (cue(v, p, SM_CUE_TRIGGER) && !v->state) return -STRONG; // "struck X"
  if (bits & SM_WORD_VERB_MOTION || bits & SM_WORD_ADVERB) return -WEAK;
  if (bits & (SM_WORD_VERB_COMMUNICATION | SM_WORD_VERB_SOCIAL | SM_WORD_VERB_COGNITION)) return LIKELY;
  return v->state && !(bits & SM_WORD_NOUN) ? LIKELY : 0;
}

// --- Prepositions
// ------------------------------------------------------------------------------------------------

/// Uses of the words before a preposition that say who gives what to whom, up to another preposition or a
/// sign.
static uint8_t head_use(const view *v, uint32_t p, int steps) {
  uint8_t use = 0;
  for (uint32_t i = p; i-- > v->sentence->first && steps-- > 0;) {
    if (!v->t[i].key && v->t[i].sign != '-') break;
    if (cue(v, i, SM_CUE_PREPOSITION) && !(bits_of(v, i) & SM_WORD_VERB) && !sm_token_reads(v->doc, i, "of")) break;
    if (capital(v, i) && i > v->sentence->first) continue;
    use |= use_to(v, i);
  }
  return use;
}

/// "the surrender of X", "the streets of X".
static int of_worth(const view *v, uint32_t p) {
  if (p == v->sentence->first) return 0;
  uint8_t use = use_to(v, p - 1);
  uint32_t bits = bits_of(v, p - 1);
  static const char *const states[] = {"state", "states", NULL};
  if (use & SM_METONYM_LAND || (!v->state && one_of(v, p - 1, states))) return -STRONG; // "the state of Borno"
  if (use & SM_METONYM_STATE) return v->state ? STRONG : LIKELY;
  if (v->t[p - 1].flags & SM_TOKEN_NUMBER || v->t[p - 1].sign == '%') return 0;
  if (cue(v, p - 1, SM_CUE_UNIT) ||
      bits & (SM_WORD_NOUN_LOCATION | SM_WORD_NOUN_ARTIFACT | SM_WORD_NOUN_PERSON))
    return -LIKELY;
  if (bits & (SM_WORD_NOUN_ACT | SM_WORD_NOUN_COMMUNICATION) && !(bits & SM_WORD_NOUN_EVENT) && v->state)
    return -WEAK + LIKELY;
  return -LIKELY;
}

/// "a treaty between X and Y", "the road between X and Y".
static int between_worth(const view *v, uint32_t p) {
  uint32_t bits = 0;
  uint8_t use = 0;
  for (uint32_t i = p, steps = 0; i-- > v->sentence->first && steps < 3; steps++) {
    if (!v->t[i].key) break;
    bits |= bits_of(v, i), use |= use_to(v, i);
    if (cue(v, i, SM_CUE_UNIT) || cue(v, i, SM_CUE_DISTANCE) || use & SM_METONYM_GROUND) return -STRONG;
    if (is_auxiliary(v, i)) break;
  }
  if (use & (SM_METONYM_NOUN | SM_METONYM_STATE | SM_METONYM_BEFORE)) return STRONG;
  if (bits & (SM_WORD_NOUN_ACT | SM_WORD_NOUN_COMMUNICATION | SM_WORD_NOUN_EVENT))
    return v->state || v->sport ? LIKELY : -WEAK;
  return v->sport ? LIKELY : -WEAK;
}

static int preposition_worth(const view *v, uint32_t p) {
  if (p > v->sentence->first && sm_token_reads(v->doc, p, "as") &&
      (sm_token_reads(v->doc, p - 1, "such") || sm_token_reads(v->doc, p - 1, "far")))
    return -WEAK;
  uint8_t where = cue(v, p, SM_CUE_PREPOSITION);
  if (!v->state && sm_token_reads(v->doc, p, "on") && p > v->sentence->first && cue(v, p - 1, SM_CUE_TRIGGER)) return -LIKELY; // "a drone attack on Abu Dhabi"
  if (use_to(v, p) & SM_METONYM_BEFORE) {
    uint8_t head = head_use(v, p, 4);
    return head & (SM_METONYM_GROUND | SM_METONYM_LAND) ? -LIKELY : v->state ? STRONG : LIKELY;
  }
  if (where & SM_PREP_STRONG) return -STRONG - WEAK;
  if (sm_token_reads(v->doc, p, "of")) return of_worth(v, p);
  if (sm_token_reads(v->doc, p, "between")) return between_worth(v, p);
  uint8_t head = head_use(v, p, v->sport ? 9 : 6);
  if (sm_token_reads(v->doc, p, "for") || sm_token_reads(v->doc, p, "towards") || sm_token_reads(v->doc, p, "toward"))
    return head & SM_METONYM_GROUND ? -LIKELY : v->state || v->sport ? LIKELY : WEAK;
  if ((where & 15) == SM_PREP_FROM || (where & 15) == SM_PREP_TO) {
    if (bits_of(v, p) & SM_WORD_VERB) return object_worth(v, p);
    if (head & SM_METONYM_TRANSFER && (v->state || v->sport) && !(head & SM_METONYM_GROUND)) return STRONG;
    return -LIKELY;
  }
  return v->sport && v->state ? WEAK : -WEAK;
}

/// What stands before the name or its list.
static int before_worth(const view *v, uint32_t p) {
  if (p == NOWHERE) return 0;
  if (sm_token_reads(v->doc, p, "including")) return -WEAK;
  bool relation = use_to(v, p) & SM_METONYM_BEFORE && !(bits_of(v, p) & SM_WORD_VERB);
  return cue(v, p, SM_CUE_PREPOSITION) || relation ? preposition_worth(v, p) : object_worth(v, p);
}

/// "in a U.S. strike": an abbreviation behind an article tells whose, where "in a Yemen strike" tells where.
static bool is_abbreviated_owner(const view *v) {
  enum { LONGEST = 4 }; ///< "IRAN" in capitals is short enough to be taken for one, "UKRAINE" is not
  const uint32_t first = v->x->first;
  const sm_token *t = &v->t[first];
  const bool abbreviation = t->flags & (SM_TOKEN_UPPER | SM_TOKEN_ABBREVIATION) && t->end - t->begin <= LONGEST;
  return v->state && abbreviation && first > v->sentence->first && (sm_token_reads(v->doc, first - 1, "a") || sm_token_reads(v->doc, first - 1, "an"));
}

static bool tells_of_sport(const view *v) {
  int n = 0;
  for (uint32_t i = v->sentence->first; i < v->sentence->last; i++)
    if (cue(v, i, SM_CUE_METONYM) & SM_METONYM_SPORT) n++;
  return n > 0;
}

static bool metonym(view *v, const sm_findings *f, size_t index) {
  const sm_found *x = v->x;
  const sm_sign_set *s = &x->signs;
  v->state = f->names[x->name].best.kind == SM_KIND_COUNTRY;
  if (sm_sign_is(s, SM_SIGN_unit_of) || (sm_sign_is(s, SM_SIGN_comma_place) && !v->state) ||
      sm_sign_is(s, SM_SIGN_unit_after) || sm_sign_is(s, SM_SIGN_direction_before))
    return false;
  v->sport = tells_of_sport(v);
  if (sm_sign_is(s, SM_SIGN_hyphen_before) && x->first > v->sentence->first + 1 &&
      (sm_token_reads(v->doc, x->first - 2, "pro") || sm_token_reads(v->doc, x->first - 2, "anti")))
    return true;
  uint8_t kind = f->names[x->name].best.kind;
  bool holder = v->state || kind == SM_KIND_ADM1 || kind == SM_KIND_ADM2 || kind == SM_KIND_REGION;
  bool addressed = holder && sm_sign_is(s, SM_SIGN_place_comma) && index &&
                   f->items[index - 1].last + 1 == x->first &&
                   f->names[f->items[index - 1].name].best.kind != SM_KIND_COUNTRY;
  if (addressed && inside(v, x->last) && (!v->t[x->last].key || x->last + 1 == v->sentence->last))
    return false;
  uint32_t n_before, n_after;
  uint32_t p = before_list(v, f, index, &n_before), a = after_list(v, f, index, &n_after);
  int worth = v->state ? 0 : -WEAK;
  bool owner = inside(v, x->last) && v->t[x->last].flags & SM_TOKEN_CLITIC;
  if (owner) {
    const uint32_t arms = x->last + 1; // "Turkey's warplanes bomb sites in X"
    if (v->state && inside(v, arms + 1) && (cue(v, arms, SM_CUE_WEAPON) || cue(v, arms, SM_CUE_FORCE)) && cue(v, arms + 1, SM_CUE_TRIGGER)) return true;
    int owned = phrase_worth(v, x->last + 1);
    return owned > 0 || (!owned && v->sport);
  }
  bool joined = inside(v, x->last) && !v->t[x->last].key;
  bool placed = p != NOWHERE && cue(v, p, SM_CUE_PREPOSITION) & SM_PREP_STRONG && !is_abbreviated_owner(v);
  if (!joined && !placed && a == x->last && inside(v, a) && !capital(v, a) && !is_auxiliary(v, a)) {
    uint8_t use = use_from(v, a);
    if (use & (SM_METONYM_NOUN | SM_METONYM_STATE) && bits_of(v, a) & SM_WORD_NOUN) return true;
    bool arms = cue(v, a, SM_CUE_WEAPON) || cue(v, a, SM_CUE_FORCE) || cue(v, a, SM_CUE_TRIGGER);
    if (v->state && arms) return true; // "a US drone"
    if (use & SM_METONYM_LAND) return false;
  }
  int before = before_worth(v, p), subject = before > -LIKELY ? subject_worth(v, a) : 0;
  worth += before + subject;
  if (!before && v->sport && n_before + n_after > 2) worth += LIKELY;
  if (!before && n_before + n_after > 4 && v->state) worth += WEAK;
  return worth > 0;
}

/// "U.S. forces", "a UK warship", "US Central Command": an abbreviation before those who bear arms says whose they are, as "American" does.
static bool is_adjective(const view *v) {
  static const char *const others[] = {"service", "Marines", "marines", "Special", "Central", "Air", "Navy", "Army", "Naval", "strike", "strikes", "airstrike", "airstrikes", "air"};
  enum { LONGEST = 4 };
  const sm_token *t = &v->t[v->x->first];
  const uint32_t a = v->x->last;
  if (v->x->last != v->x->first + 1 || !(t->flags & (SM_TOKEN_UPPER | SM_TOKEN_ABBREVIATION)) || t->end - t->begin > LONGEST || !inside(v, a)) return false;
  const uint8_t force = cue(v, a, SM_CUE_FORCE);
  return (force && !sm_token_reads(v->doc, a, "government") && !sm_token_reads(v->doc, a, "police")) || SM_TOKEN_READS_ANY(v->doc, a, others);
}

/// "the Crimean peninsula", "the Chechen republic": the land itself, where the adjective is of no state.
static bool is_land(const view *v, const sm_name *name) {
  static const char *const lands[] = {"peninsula", "republic", "region", "capital"};
  const uint8_t kind = name->best.kind;
  return inside(v, v->x->last) && (kind == SM_KIND_ADM1 || kind == SM_KIND_REGION || kind == SM_KIND_ISLAND) && SM_TOKEN_READS_ANY(v->doc, v->x->last, lands);
}

/// "its radio, Andalus,", "the newspaper Hiiraan", "through its agency, Amaq": what those who speak are called.
static bool names_medium(const view *v) {
  static const char *const media[] = {"radio", "newspaper", "daily", "weekly", "magazine", "channel", "broadcaster", "agency", "website"};
  const uint32_t first = v->x->first;
  if (first < 2 || !inside(v, first - 1)) return false;
  const bool comma = v->t[first - 1].sign == ',' && inside(v, first - 2);
  const uint32_t noun = comma ? first - 2 : first - 1;
  return SM_TOKEN_READS_ANY(v->doc, noun, media) && !(v->t[noun].flags & SM_TOKEN_CAPITAL) && (!comma || (inside(v, v->x->last) && v->t[v->x->last].flags & SM_TOKEN_PUNCT));
}

sm_role sm_role_of(const sm_geocoder *geocoder, const sm_document *document, const sm_findings *f,
                   size_t index) {
  const sm_found *x = &f->items[index];
  const sm_tokens *t = &document->tokens;
  view v = {geocoder, document, t->items, &t->sentences[t->items[x->first].sentence], &f->phrases, x, 0, 0};
  if (sm_sign_is(&x->signs, SM_SIGN_demonym) && is_land(&v, &f->names[x->name])) return SM_ROLE_LITERAL;
  if (sm_sign_is(&x->signs, SM_SIGN_demonym) || (f->names[x->name].best.kind == SM_KIND_COUNTRY && is_adjective(&v))) return SM_ROLE_DEMONYM;
  if (sm_sign_is(&x->signs, SM_SIGN_dateline)) return SM_ROLE_DATELINE;
  if (sm_sign_is(&x->signs, SM_SIGN_organisation) || names_medium(&v)) return SM_ROLE_EMBEDDED;
  if (x->first && f->names[x->name].best.kind != SM_KIND_COUNTRY && sm_ends_side_that_holds(document, x->first - 1)) return SM_ROLE_LITERAL; // "rebel-held X", whatever X does
  return metonym(&v, f, index) ? SM_ROLE_METONYM : SM_ROLE_LITERAL;
}
