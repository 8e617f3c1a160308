// Groups by one pass over the parts of speech, relations by a second one over the groups.
#include "syntax.h"

typedef struct parser {
  const sm_scan *scan;
  sm_syntax *out;
  uint32_t first, last; ///< tokens of the sentence
  uint32_t from;        ///< its first group
  size_t cap;
} parser;

static unsigned part_at(const parser *p, uint32_t i) { return i < p->last ? p->out->part[i] : SM_PART_STOP; }

/// Whether the lexicon lists the part among those that the word can be.
static bool may_be(const parser *p, uint32_t i, unsigned part) {
  const sm_lexicon_entry *e = i < p->last ? p->scan->t[i].entry : NULL;
  for (unsigned k = 0; e && k < 4 && e->parts[k]; k++)
    if (e->parts[k] == part + 1) return true;
  return false;
}

static bool is_time(const sm_scan *scan, uint32_t i) { return sm_has_cue(scan, i, SM_CUE_TIME); }

static bool is_inner_hyphen(const parser *p, uint32_t i) {
  return sm_is_sign(p->scan, i, '-') && !(p->scan->t[i].flags & SM_TOKEN_SPACE_BEFORE) && i + 1 < p->last &&
         !(p->scan->t[i + 1].flags & SM_TOKEN_SPACE_BEFORE) && !sm_is_punct(p->scan, i + 1);
}

/// "at least", "more than", "more than a" (dozen): the end of the hedge that starts here, or 0.
static uint32_t hedge_end(const parser *p, uint32_t i) {
  uint32_t last;
  const sm_cue_row *row = sm_cue_at(p->scan, i, SM_CUE_NUMBER, &last);
  bool hedge = row && (row->kind == SM_K_HEDGE || row->kind == SM_K_HEDGE_LOW || row->kind == SM_K_HEDGE_HIGH);
  if (!hedge) return 0;
  const sm_cue_row *scale = part_at(p, last) == SM_PART_DETERMINER ? sm_cue_at(p->scan, last + 1, SM_CUE_NUMBER, NULL) : NULL;
  if (scale && (scale->kind == SM_K_SCALE || scale->kind == SM_K_DOZEN)) return last + 1;
  return part_at(p, last) == SM_PART_NUMBER ? last : 0;
}

// ---- noun groups

typedef struct noun_scan {
  uint32_t head;  ///< SM_NO_TOKEN before a noun
  uint32_t spare; ///< number or adjective that is the head where no noun follows
  uint32_t count; ///< the last number
  bool named_time;
} noun_scan;

static bool leads_to_noun(const parser *p, uint32_t i) {
  for (uint32_t k = i; k < p->last && k < i + 4; k++) {
    unsigned part = part_at(p, k);
    if (sm_part_is_noun(part)) return true;
    if (part != SM_PART_ADJECTIVE && part != SM_PART_NUMBER && part != SM_PART_ING && part != SM_PART_PARTICIPLE && !is_inner_hyphen(p, k)) return false;
  }
  return false;
}

/// A participle before a noun that is no verb of its own: "the wounded man", not "people wounded".
static bool is_premodifier(const parser *p, uint32_t i, uint32_t start) {
  if (!leads_to_noun(p, i + 1)) return false;
  if (i > start) return true;
  if (part_at(p, i + 1) == SM_PART_NUMBER) return false; // "and killed 12 people"
  unsigned before = i > p->first ? part_at(p, i - 1) : SM_PART_STOP;
  return part_at(p, i) == SM_PART_PARTICIPLE && !sm_part_is_noun(before) && !sm_part_is_verb(before) && before != SM_PART_PRONOUN && before != SM_PART_ADVERB &&
         before != SM_PART_WH;
}

/// What an adverb inside a noun group stands before: "a deeply divided country", "about nine people".
static bool is_degree(const parser *p, uint32_t i) {
  unsigned part = part_at(p, i);
  return part == SM_PART_ADJECTIVE || part == SM_PART_NUMBER || (part == SM_PART_PARTICIPLE && leads_to_noun(p, i + 1));
}

/// Whether the token goes on with the noun group that began at start.
static bool takes(const parser *p, uint32_t i, uint32_t start, const noun_scan *s) {
  bool has_noun = s->head != SM_NO_TOKEN;
  unsigned before = i > start ? part_at(p, i - 1) : SM_PART_STOP;
  if (has_noun && (is_time(p->scan, i) != s->named_time) && part_at(p, i) != SM_PART_CLITIC) return false;
  switch (part_at(p, i)) {
  case SM_PART_DETERMINER: return i == start || (!has_noun && before == SM_PART_DETERMINER);
  case SM_PART_POSSESSIVE: return i == start || (!has_noun && before == SM_PART_DETERMINER);
  case SM_PART_NUMBER: return !has_noun || (before == SM_PART_PROPER && !leads_to_noun(p, i + 1));
  case SM_PART_ADJECTIVE: return !has_noun || leads_to_noun(p, i + 1);
  case SM_PART_ADVERB: return !has_noun && is_degree(p, i + 1) && (i > start || part_at(p, i + 1) != SM_PART_PARTICIPLE) && (i > start || leads_to_noun(p, i + 1));
  case SM_PART_CONJUNCTION: return i > start && !has_noun && before == SM_PART_ADJECTIVE && part_at(p, i + 1) == SM_PART_ADJECTIVE && leads_to_noun(p, i + 1);
  case SM_PART_PARTICIPLE:
  case SM_PART_ING: return !has_noun && is_premodifier(p, i, start);
  case SM_PART_PROPER:
  case SM_PART_NOUN:
  case SM_PART_NOUNS: return true;
  case SM_PART_CLITIC: return has_noun;
  case SM_PART_QUOTE: return i > start && !has_noun && leads_to_noun(p, i + 1);
  default: return i > start && is_inner_hyphen(p, i);
  }
}

/// "In a statement JNIM said": the name behind what it was said in begins a group of its own.
static bool begins_issuer(const parser *p, uint32_t i, uint32_t start, uint32_t head) {
  static const char *const film[] = {"video"};
  return head + 1 == i && start > p->first && sm_is(p->scan, start - 1, SM_W_IN) && part_at(p, i) == SM_PART_PROPER && (sm_is_document(p->scan, head) || SM_IS_ONE_OF(p->scan, head, film));
}

static sm_group noun_group(const parser *p, uint32_t start) {
  sm_group g = {.first = start, .last = start, .lead = SM_NO_TOKEN, .subject = -1, .object = -1, .agent = -1};
  noun_scan s = {.head = SM_NO_TOKEN, .spare = SM_NO_TOKEN, .count = SM_NO_TOKEN};
  uint32_t i = start;
  if (part_at(p, i) == SM_PART_PRONOUN) {
    g.head = i, g.last = i + 1, g.flags = SM_GROUP_PRONOUN;
    return g;
  }
  while (i < p->last) {
    uint32_t hedge = s.head == SM_NO_TOKEN ? hedge_end(p, i) : 0;
    if (hedge) {
      i = hedge;
      continue;
    }
    if (!takes(p, i, start, &s) || begins_issuer(p, i, start, s.head)) break;
    unsigned part = part_at(p, i);
    if (sm_part_is_noun(part)) s.head = i, s.named_time = is_time(p->scan, i);
    else if (part == SM_PART_CLITIC) s.head = SM_NO_TOKEN, s.spare = i;
    else if (part == SM_PART_NUMBER || part == SM_PART_ADJECTIVE || part == SM_PART_PARTICIPLE) s.spare = i;
    if (part == SM_PART_NUMBER) s.count = i;
    if (is_inner_hyphen(p, i)) {
      i += 2; // the word after a hyphen belongs to the one before, whatever it is
      if (i - 1 < p->last && sm_part_is_noun(part_at(p, i - 1))) s.head = i - 1;
      continue;
    }
    i++;
  }
  g.last = i < p->last ? i : p->last;
  g.head = s.head != SM_NO_TOKEN ? s.head : s.spare;
  if (s.head == SM_NO_TOKEN && s.spare != SM_NO_TOKEN && part_at(p, s.spare) == SM_PART_CLITIC) g.head = s.spare > g.first ? s.spare - 1 : s.spare;
  if (s.head == SM_NO_TOKEN && s.spare != SM_NO_TOKEN && part_at(p, s.spare) != SM_PART_NUMBER && part_at(p, g.first) != SM_PART_DETERMINER &&
      part_at(p, s.spare) != SM_PART_CLITIC)
    g.head = s.count, g.last = s.count == SM_NO_TOKEN ? g.last : s.count + 1; // an adjective alone; "left eight dead"
  if (g.head == SM_NO_TOKEN) {
    bool this_one = part_at(p, start) == SM_PART_DETERMINER && g.last == start + 1;
    if (this_one) g.head = start;
    return g;
  }
  if (part_at(p, g.head) == SM_PART_PROPER) g.flags |= SM_GROUP_PROPER;
  if (is_time(p->scan, g.head)) g.flags |= SM_GROUP_TIME;
  return g;
}

// ---- verb groups

static bool is_negation(const parser *p, uint32_t i) {
  const sm_cue_row *mode = sm_cue_at(p->scan, i, SM_CUE_MODE, NULL);
  return mode && mode->kind == SM_K_NEGATION;
}

/// The next token that is no adverb.
static uint32_t after_adverbs(const parser *p, uint32_t i) {
  while (i < p->last && (part_at(p, i) == SM_PART_ADVERB || is_negation(p, i))) i++;
  return i;
}

static bool starts_noun(unsigned part) {
  return sm_part_is_noun(part) || part == SM_PART_DETERMINER || part == SM_PART_POSSESSIVE || part == SM_PART_NUMBER || part == SM_PART_PRONOUN || part == SM_PART_ADJECTIVE;
}

/// Strong verbs whose past is no participle.
static bool is_only_past(const parser *p, uint32_t i) {
  static const char *const words[] = {"went", "came", "fell", "flew", "took", "gave", "saw", "began", "broke", "drove", "grew", "knew", "rode", "rose", "ran", "shook", "spoke", "tore", "threw", "wrote"};
  return SM_IS_ONE_OF(p->scan, i, words);
}

/// "a glide bomb": a word of a weapon's name is no verb, but that of "opened fire" is.
static void mend_weapon(const parser *p, uint32_t i) {
  uint32_t last = 0;
  const sm_cue_row *deed = sm_cue_at(p->scan, i, SM_CUE_TRIGGER, NULL);
  if (sm_is_be(p->scan, i) || (deed && deed->kind == SM_K_GROUND) || !sm_cue_at(p->scan, i, SM_CUE_WEAPON, &last) || last > p->last) return; // but "was shot"
  for (uint32_t k = i; k + 1 < last; k++)
    if (sm_part_is_verb(part_at(p, k)) && !sm_is_sign(p->scan, k, '-')) p->out->part[k] = SM_PART_NOUN;
}

/// The short name in brackets that ends before a token: "the Arakan Army (AA) detonated".
static bool is_behind_short_name(const parser *p, uint32_t i) {
  return i > p->first + 3 && sm_is_sign(p->scan, i - 1, ')') && sm_is_sign(p->scan, i - 3, '(') && p->scan->t[i - 2].flags & SM_TOKEN_CAPITAL;
}

/// "strikes killed nine people": past and participle look alike; with an object and no auxiliary it is the past.
static void mend_past(const parser *p, uint32_t i) {
  unsigned before = i == p->first ? SM_PART_STOP : is_behind_short_name(p, i) ? SM_PART_PROPER : part_at(p, i - 1);
  unsigned after = part_at(p, i + 1);
  static const char *const particles[] = {"off", "up", "down", "out"};
  const bool particle = after == SM_PART_PARTICLE || (i + 1 < p->last && SM_IS_ONE_OF(p->scan, i + 1, particles) && !sm_has_cue(p->scan, i, SM_CUE_CASUALTY)); // "set off a bomb", no "killed off"
  if (particle && part_at(p, i + 2) == SM_PART_DETERMINER && !is_time(p->scan, i + 3) && !is_time(p->scan, i + 4)) after = SM_PART_DETERMINER; // "brought down the awning"
  bool counts = after == SM_PART_NUMBER || after == SM_PART_DETERMINER || after == SM_PART_POSSESSIVE || after == SM_PART_PROPER;
  bool joined = before == SM_PART_CONJUNCTION && p->out->n > p->from && (counts || p->out->groups[p->out->n - 1].flags & SM_GROUP_VERB);
  bool relative = before == SM_PART_WH || (i > p->first && sm_is(p->scan, i - 1, SM_W_THAT)); // "an attack that targeted"
  relative |= sm_part_is_verb(before) && sm_has_cue(p->scan, i - 1, SM_CUE_REPORTING) && starts_noun(after); // "which officials said killed two"
  bool resumes = i > p->first && sm_is_sign(p->scan, i - 1, ',') && (after == SM_PART_DETERMINER || after == SM_PART_PRONOUN) && p->out->n > p->from; // "one of them, late on Monday, caught a group"
  resumes |= i > p->first && sm_is_sign(p->scan, i - 1, ',') && after == SM_PART_NUMBER && p->out->n > p->from && sm_has_cue(p->scan, i, SM_CUE_CASUALTY) && sm_part_is_noun(part_at(p, i + 2)); // "its troops, backed by drones, killed 40 fighters"
  resumes |= i > p->first && sm_is_sign(p->scan, i - 1, ';') && counts;                                                  // "engaged two units; destroyed a tank"
  bool after_subject = resumes || sm_part_is_noun(before) || before == SM_PART_PRONOUN || before == SM_PART_ADVERB || relative || joined;
  if (part_at(p, i) != SM_PART_PARTICIPLE || !after_subject) return;
  if (joined || starts_noun(after) || before == SM_PART_PRONOUN || relative) p->out->part[i] = SM_PART_PAST;
}

/// "a hospital run by a charity", "shelling by the army": before "by" a form that looks like a tense is none.
static void mend_before_by(const parser *p, uint32_t i) {
  unsigned part = part_at(p, i), before = i > p->first ? part_at(p, i - 1) : SM_PART_STOP;
  bool by = i + 1 < p->last && sm_is(p->scan, i + 1, SM_W_BY);
  if (part == SM_PART_PAST && by && sm_part_is_noun(before)) p->out->part[i] = SM_PART_PARTICIPLE;
  const bool people = before == SM_PART_ADJECTIVE && i > p->first + 1 && p->scan->mention_at[i - 1] && part_at(p, i - 2) == SM_PART_PREPOSITION;
  if (part == SM_PART_ING && people && sm_has_cue(p->scan, i, SM_CUE_TRIGGER)) p->out->part[i] = SM_PART_NOUN; // "died under Russian shelling"
  bool opens = before == SM_PART_STOP || before == SM_PART_PREPOSITION || before == SM_PART_ADJECTIVE || before == SM_PART_DETERMINER;
  if (part == SM_PART_ING && opens && (by || sm_is(p->scan, i + 1, SM_W_OF) || sm_is(p->scan, i + 1, SM_W_IN) || sm_is(p->scan, i + 1, SM_W_ON))) p->out->part[i] = SM_PART_NOUN;
}

/// "and wounded three others", "the air force shot down 15": where only a verb can stand.
static void mend_verb(const parser *p, uint32_t i) {
  const unsigned part = part_at(p, i), before = i > p->first ? part_at(p, i - 1) : SM_PART_STOP, after = part_at(p, i + 1);
  uint32_t last = 0;
  const sm_cue_row *deed = sm_cue_at(p->scan, i, SM_CUE_TRIGGER, &last);
  if (deed && deed->form == SM_F_PAST && last > i + 1 && part == SM_PART_ADJECTIVE && sm_part_is_noun(before)) p->out->part[i] = SM_PART_PAST; // "army helicopters opened fire"
  if ((part != SM_PART_ADJECTIVE && part != SM_PART_NOUN) || !(may_be(p, i, SM_PART_PAST) || may_be(p, i, SM_PART_PARTICIPLE))) return;
  static const char *const particles[] = {"down", "up", "off", "out"};
  const bool counts = after == SM_PART_NUMBER || after == SM_PART_DETERMINER || after == SM_PART_POSSESSIVE || after == SM_PART_PRONOUN;
  const bool second = part == SM_PART_ADJECTIVE && (before == SM_PART_CONJUNCTION || before == SM_PART_PROPER) && counts; // "Hezbollah buried two fighters"
  const bool whole = part == SM_PART_NOUN && sm_part_is_noun(before) && i + 1 < p->last && SM_IS_ONE_OF(p->scan, i + 1, particles);
  const bool suffers = part == SM_PART_NOUN && i > p->first && sm_is_be(p->scan, i - 1) && may_be(p, i, SM_PART_PARTICIPLE); // "was shot down"
  const bool leaves = sm_part_is_noun(before) && i + 1 < p->last && hedge_end(p, i + 1); // "blasts in Balochistan left at least five dead"
  const bool relative = part == SM_PART_ADJECTIVE && i > p->first + 1 && (before == SM_PART_WH || sm_is(p->scan, i - 1, SM_W_THAT)) && sm_part_is_noun(part_at(p, i - 2)) && starts_noun(after); // "a drone that targeted X airport"
  if (suffers) p->out->part[i] = SM_PART_PARTICIPLE;
  else if (second || whole || leaves || relative) p->out->part[i] = SM_PART_PAST;
}

/// "the group often targets mosques": a plural behind an adverb, with a subject and an object.
static void mend_present(const parser *p, uint32_t i) {
  if (may_be(p, i, SM_PART_PRESENT) && i > p->first + 1 && sm_part_is_noun(part_at(p, i - 2)) && starts_noun(part_at(p, i + 1))) p->out->part[i] = SM_PART_PRESENT;
}

/// "Drone attack damages port": in a headline, which has no other verb, what looks like a plural.
static void mend_headline(const parser *p, uint32_t i) {
  static const char *const words[] = {"damages", "rocks", "claims", "sets", "shakes", "sparks", "leaves"};
  if (i == p->first || !SM_IS_ONE_OF(p->scan, i, words) || !sm_part_is_noun(part_at(p, i - 1)) || !starts_noun(part_at(p, i + 1))) return;
  for (uint32_t k = p->first; k < p->last; k++)
    if (sm_part_is_verb(part_at(p, k)) && part_at(p, k) != SM_PART_PARTICIPLE && part_at(p, k) != SM_PART_ING) return;
  p->out->part[i] = SM_PART_PRESENT;
}

/// "the road linking Djibo", "a convoy carrying wheat": what says more of the noun before, rather than a noun of its own.
static void mend_ing(const parser *p, uint32_t i) {
  static const char *const verbs[] = {"carrying", "linking", "connecting", "killing", "wounding", "injuring", "targeting", "hitting", "striking", "leaving", "using", "including", "involving",
                                      "transporting", "ferrying", "taking", "bringing", "containing", "leading", "guarding", "escorting", "accompanying", "destroying", "damaging", "causing",
                                      "wearing", "attending", "protecting", "distributing", "delivering", "selling", "supporting", "sheltering", "attacking", "blocking", "crossing"};
  const unsigned before = i > p->first ? part_at(p, i - 1) : SM_PART_STOP, after = part_at(p, i + 1);
  if (part_at(p, i) != SM_PART_NOUN || !may_be(p, i, SM_PART_ING)) return;
  if (i > p->first && sm_is_be(p->scan, i - 1) && starts_noun(after)) p->out->part[i] = SM_PART_ING; // "has been bombing rebel positions"
  if (!sm_part_is_noun(before)) return;
  const bool governs = after == SM_PART_NUMBER || after == SM_PART_DETERMINER || after == SM_PART_POSSESSIVE || after == SM_PART_PRONOUN;
  if (governs || (starts_noun(after) && SM_IS_ONE_OF(p->scan, i, verbs))) p->out->part[i] = SM_PART_ING;
}

/// "carried out strikes": out, up, down, off and the like after a verb, not a preposition.
static void mark_particle(const parser *p, uint32_t i) {
  if (part_at(p, i) != SM_PART_PREPOSITION || !starts_noun(part_at(p, i + 1)) || !p->scan->t[i].entry) return;
  static const sm_word never[] = {SM_W_IN, SM_W_ON, SM_W_BY, SM_W_OVER, SM_W_THROUGH, SM_W_AT, SM_W_FROM, SM_W_TO, SM_W_FOR, SM_W_WITH, SM_W_INTO, SM_W_AROUND, SM_W_ACROSS, SM_W_ALONG};
  if (SM_IS_ANY(p->scan, i, never)) return;
  static const char *const down[] = {"down"};
  if (may_be(p, i, SM_PART_PARTICLE) || SM_IS_ONE_OF(p->scan, i, down)) p->out->part[i] = SM_PART_PARTICLE;
}

static sm_group verb_group(const parser *p, uint32_t start) {
  sm_group g = {.first = start, .last = start, .head = start, .lead = SM_NO_TOKEN, .subject = -1, .object = -1, .agent = -1, .flags = SM_GROUP_VERB};
  uint32_t i = start;
  mend_past(p, i);
  if (part_at(p, i) == SM_PART_TO) g.flags |= SM_GROUP_INFINITIVE, i = after_adverbs(p, i + 1);
  bool be = false;
  for (unsigned steps = 0; i < p->last && sm_part_is_verb(part_at(p, i)); steps++) {
    unsigned part = part_at(p, i);
    bool finite = part == SM_PART_MODAL || part == SM_PART_PRESENT || part == SM_PART_PAST || part == SM_PART_BASE;
    if (steps == 0 && finite && !(g.flags & SM_GROUP_INFINITIVE)) g.flags |= SM_GROUP_FINITE;
    if (steps == 0 && part == SM_PART_ING) g.flags |= SM_GROUP_ING;
    g.head = i;
    if (part == SM_PART_MODAL) g.flags |= SM_GROUP_MODAL;
    bool is_be = sm_is_be(p->scan, i), is_have = sm_is_have(p->scan, i);
    if (!is_be && !is_have && part != SM_PART_MODAL && (be || steps == 0) && (part == SM_PART_PARTICIPLE || (be && part == SM_PART_PAST))) g.flags |= SM_GROUP_PASSIVE;
    uint32_t next = after_adverbs(p, i + 1);
    unsigned then = part_at(p, next);
    bool goes_on = is_be     ? then == SM_PART_PARTICIPLE || then == SM_PART_PAST || then == SM_PART_ING
                   : is_have ? then == SM_PART_PARTICIPLE || then == SM_PART_PAST
                   : part == SM_PART_MODAL || (steps == 0 && next > i + 1) ? then == SM_PART_BASE
                                                                            : false;
    be |= is_be;
    if (!goes_on) break;
    i = next;
  }
  g.last = i < p->last ? i + 1 : p->last;
  mark_particle(p, g.last);
  if (sm_has_cue(p->scan, g.head, SM_CUE_REPORTING)) g.flags |= SM_GROUP_REPORTING;
  return g;
}

// ---- relations

static sm_group *group(const parser *p, int32_t i) { return &p->out->groups[i]; }
static bool is_verb(const parser *p, int32_t i) { return group(p, i)->flags & SM_GROUP_VERB; }
static bool is_finite(const parser *p, int32_t i) { return is_verb(p, i) && group(p, i)->flags & SM_GROUP_FINITE; }

/// Tokens between a group and the one before it.
static uint32_t gap_from(const parser *p, int32_t i) { return i > (int32_t)p->from ? group(p, i - 1)->last : p->first; }

static bool gap_has(const parser *p, int32_t i, unsigned part) {
  for (uint32_t k = gap_from(p, i); k < group(p, i)->first; k++)
    if (part_at(p, k) == part) return true;
  return false;
}

/// ";" and the like: nothing before it is part of what follows.
static bool gap_parts(const parser *p, int32_t i) {
  for (uint32_t k = gap_from(p, i); k < group(p, i)->first; k++)
    if (sm_is_sign(p->scan, k, ';') || sm_is_sign(p->scan, k, ':') || sm_is_sign(p->scan, k, '_')) return true;
  return false;
}

static bool is_subordinator(const parser *p, uint32_t i) {
  return sm_is(p->scan, i, SM_W_AFTER) || sm_is(p->scan, i, SM_W_BEFORE) || sm_is(p->scan, i, SM_W_AS) || sm_is(p->scan, i, SM_W_WHILE) ||
         sm_is(p->scan, i, SM_W_THAT) || sm_is(p->scan, i, SM_W_WHEN) || sm_is(p->scan, i, SM_W_WHERE) || sm_is(p->scan, i, SM_W_BUT);
}

/// "who", "which", or "that" right after a noun.
static bool follows_relative(const parser *p, int32_t i) {
  for (uint32_t k = gap_from(p, i); k < group(p, i)->first; k++) {
    if (sm_is(p->scan, k, SM_W_WHO) || sm_is(p->scan, k, SM_W_WHICH)) return true;
    if (sm_is(p->scan, k, SM_W_THAT) && !sm_has_cue(p->scan, k + 1, SM_CUE_TIME) && i > (int32_t)p->from && // not "at dusk that same day"
        !is_verb(p, i - 1) && k == group(p, i - 1)->last) return true;
  }
  return false;
}

static void find_lead(const parser *p, int32_t i) {
  sm_group *g = group(p, i);
  if (g->first == p->first) return;
  uint32_t before = g->first - 1;
  unsigned part = part_at(p, before);
  bool preposition = part == SM_PART_PREPOSITION || part == SM_PART_TO || (part == SM_PART_PARTICLE && i > (int32_t)p->from);
  if (preposition && before >= gap_from(p, i)) g->lead = before;
  if (i == (int32_t)p->from || is_verb(p, i - 1)) return;
  bool joined = gap_has(p, i, SM_PART_CONJUNCTION) || (g->first == group(p, i - 1)->last + 1 && sm_is_sign(p->scan, before, ','));
  if (joined && g->lead == SM_NO_TOKEN && g->first - group(p, i - 1)->last <= 2) g->flags |= SM_GROUP_LISTED;
}

/// "fired missiles at Odesa on Tuesday and Ukraine struck": a main verb before, in the same clause, so that the noun begins another one.
static bool has_verb_before(const parser *p, int32_t i) {
  for (int32_t k = i - 1; k >= (int32_t)p->from; k--) {
    if (is_verb(p, k)) return is_finite(p, k) && !(group(p, k)->flags & SM_GROUP_REPORTING) && !follows_relative(p, k);
    if (gap_parts(p, k)) return false;
  }
  return false;
}

/// "strikes on Syria and Iraq killed": what is joined by "and" to a group after a preposition stands after it, too.
static void share_lead(const parser *p, int32_t i, int32_t end) {
  enum { REACH = 4 };
  sm_group *g = group(p, i);
  if (!(g->flags & SM_GROUP_LISTED) || !gap_has(p, i, SM_PART_CONJUNCTION)) return;
  int32_t verb = i + 1; // "and two bombs in B killed seven": over what prepositions add to it
  while (verb < end && verb < i + REACH && !is_verb(p, verb) && group(p, verb)->lead != SM_NO_TOKEN && !gap_has(p, verb, SM_PART_CONJUNCTION)) verb++;
  const bool acts = verb < end && is_finite(p, verb), speaks = acts && verb == i + 1 && group(p, verb)->flags & SM_GROUP_REPORTING;
  const bool new_clause = acts && (sm_is_sign(p->scan, gap_from(p, i), ',') || has_verb_before(p, i)); // "launched from Crimea, but debris damaged"
  const uint32_t lead = group(p, i - 1)->lead;
  if (!speaks && !new_clause && (lead == SM_NO_TOKEN || part_at(p, lead) != SM_PART_PARTICLE)) g->lead = lead;
}

/// "after a drone laden with explosives hit", "when rockets fired from Sinjar hit": a verb with tense follows the noun and what prepositions and a participle add to it.
static bool leads_to_finite(const parser *p, int32_t i, int32_t end) {
  enum { REACH = 5 };
  int32_t k = i + 1;
  if (k < end && is_verb(p, k) && group(p, k)->flags & SM_GROUP_PASSIVE && !is_finite(p, k) && group(p, k)->first == group(p, i)->last) k++;
  while (k < end && k < i + REACH && !is_verb(p, k) && group(p, k)->lead != SM_NO_TOKEN && !is_subordinator(p, group(p, k)->lead)) k++;
  if (k >= end || !is_verb(p, k) || !is_finite(p, k) || group(p, k)->flags & SM_GROUP_REPORTING) return false;
  for (uint32_t t = group(p, i)->last; t < group(p, k)->first; t++)
    if (sm_is_punct(p->scan, t) && !sm_is_sign(p->scan, t, '-')) return false;
  return true;
}

/// "after Iran attacked": a subordinator before a subject is no preposition.
static void free_subject(const parser *p, int32_t i, int32_t end) {
  sm_group *g = group(p, i);
  if (g->lead == SM_NO_TOKEN) return;
  if (sm_is(p->scan, g->lead, SM_W_THAT) || (is_subordinator(p, g->lead) && i + 1 < end && is_finite(p, i + 1) && group(p, i + 1)->first <= g->last + 1) || (is_subordinator(p, g->lead) && leads_to_finite(p, i, end))) g->lead = SM_NO_TOKEN;
}

static int32_t nearest_noun(const parser *p, int32_t i) {
  for (int32_t k = i - 1; k >= (int32_t)p->from; k--)
    if (!is_verb(p, k) && !(group(p, k)->flags & SM_GROUP_TIME)) return k;
  return -1;
}

/// The noun group is what a verb without tense or of a relative clause governs: "targeting a village", "including women and children".
static bool is_governed_aside(const parser *p, int32_t i) {
  const bool begins = group(p, i)->flags & SM_GROUP_LISTED && gap_has(p, i, SM_PART_CONJUNCTION) && sm_is_sign(p->scan, gap_from(p, i), ',');
  if (begins && leads_to_finite(p, i, (int32_t)p->out->n)) return false; // "hit A, killing 23, and drones damaged B"
  while (i > (int32_t)p->from && group(p, i)->flags & SM_GROUP_LISTED && !is_verb(p, i - 1) && gap_has(p, i, SM_PART_CONJUNCTION)) i--;
  return i > (int32_t)p->from && is_verb(p, i - 1) && (!is_finite(p, i - 1) || group(p, i - 1)->flags & SM_GROUP_RELATIVE) && group(p, i - 1)->object == i;
}

/// "two people killed in the strike were ...": a past form without an object before another verb is a participle.
static bool make_participle(const parser *p, int32_t i) {
  sm_group *g = group(p, i);
  const bool said_of = part_at(p, g->last) == SM_PART_TO; // "jets believed to be Russian struck"
  if (g->object >= 0 || g->head != g->first || part_at(p, g->head) != SM_PART_PAST || (g->flags & SM_GROUP_REPORTING && !said_of) || is_only_past(p, g->head)) return false;
  p->out->part[g->head] = SM_PART_PARTICIPLE;
  g->flags = (g->flags | SM_GROUP_PASSIVE) & ~(uint32_t)SM_GROUP_FINITE;
  g->subject = nearest_noun(p, i);
  return true;
}

/// "a nurse in the capital, Mekele, said": between commas after a group with a preposition, most likely its other name.
static bool is_apposition_to_led(const parser *p, int32_t i) {
  if (i == (int32_t)p->from || is_verb(p, i - 1) || group(p, i - 1)->lead == SM_NO_TOKEN || group(p, i - 1)->flags & SM_GROUP_TIME) return false;
  const sm_group *g = group(p, i);
  return g->first == group(p, i - 1)->last + 1 && sm_is_sign(p->scan, g->first - 1, ',') && g->last < p->last && sm_is_sign(p->scan, g->last, ',');
}

/// "although they had", "because soldiers fired": words that also join clauses, before a noun group that is the only subject left.
static int32_t subject_left_over(const parser *p, int32_t i) {
  if (i == (int32_t)p->from || is_verb(p, i - 1) || group(p, i - 1)->last != group(p, i)->first) return -1;
  sm_group *g = group(p, i - 1);
  static const sm_word never[] = {SM_W_OF, SM_W_IN, SM_W_ON, SM_W_AT, SM_W_BY, SM_W_FROM, SM_W_TO, SM_W_WITH, SM_W_FOR, SM_W_INTO, SM_W_AGAINST, SM_W_NEAR};
  if (SM_IS_ANY(p->scan, g->lead, never)) return -1;
  g->lead = SM_NO_TOKEN;
  return i - 1;
}

/// "the vehicle they were travelling in hit a mine": the noun that a clause without a relative pronoun tells more of, or -1.
static int32_t bare_relative(const parser *p, int32_t verb) {
  const int32_t subject = group(p, verb)->subject;
  if (subject <= (int32_t)p->from || is_verb(p, subject - 1) || group(p, verb)->object >= 0 || !(group(p, subject)->flags & (SM_GROUP_PRONOUN | SM_GROUP_PROPER))) return -1;
  const sm_group *noun = group(p, subject - 1);
  return noun->last == group(p, subject)->first && !(noun->flags & (SM_GROUP_PRONOUN | SM_GROUP_TIME)) && noun->lead == SM_NO_TOKEN ? subject - 1 : -1;
}

/// "which state television said killed two": the noun before "which", or -1.
static int32_t relative_past_speaker(const parser *p, int32_t i) {
  if (i < (int32_t)p->from + 2 || !is_finite(p, i - 1) || !(group(p, i - 1)->flags & SM_GROUP_REPORTING) || group(p, i - 1)->last != group(p, i)->first) return -1;
  const int32_t speaker = group(p, i - 1)->subject;
  if (speaker <= (int32_t)p->from || !(gap_has(p, speaker, SM_PART_WH) || follows_relative(p, speaker))) return -1;
  return nearest_noun(p, speaker);
}

/// The first noun group of the list that one stands in.
static int32_t list_head(const parser *p, int32_t i) {
  while (i > (int32_t)p->from && group(p, i)->flags & SM_GROUP_LISTED && !is_verb(p, i - 1)) i--;
  return i;
}

/// "held X responsible and on Sunday struck": the group that a conjunction stands before, over words of time.
static int32_t behind_times(const parser *p, int32_t i) {
  while (i > (int32_t)p->from && group(p, i - 1)->flags & SM_GROUP_TIME && !gap_has(p, i, SM_PART_CONJUNCTION)) i--;
  return i;
}

/// "a convoy of the Afghan National Army (ANA) exploded": another name, in brackets.
static bool is_bracketed(const parser *p, int32_t i) {
  const sm_group *g = group(p, i);
  return g->first > p->first && g->last < p->last && sm_is_sign(p->scan, g->first - 1, '(') && sm_is_sign(p->scan, g->last, ')');
}

static int32_t subject_of_finite(const parser *p, int32_t i) {
  const int32_t told = relative_past_speaker(p, i);
  if (told >= 0) {
    group(p, i)->flags |= SM_GROUP_RELATIVE;
    return told;
  }
  if (follows_relative(p, i)) {
    group(p, i)->flags |= SM_GROUP_RELATIVE;
    return nearest_noun(p, i);
  }
  uint32_t before = group(p, i)->first ? group(p, i)->first - 1 : 0;
  bool joined = part_at(p, before) == SM_PART_CONJUNCTION || gap_has(p, behind_times(p, i), SM_PART_CONJUNCTION) || sm_is_sign(p->scan, before, ',') || sm_is_sign(p->scan, before, ';');
  static const char *const though[] = {"although", "though"}; // "often hits civilians, although denies doing so"
  joined |= group(p, i)->first > p->first && SM_IS_ONE_OF(p->scan, before, though);
  const bool resumes = part_at(p, before) == SM_PART_CONJUNCTION || sm_is_sign(p->scan, before, ';');
  int32_t second = -1;
  for (int32_t k = i - 1; k >= (int32_t)p->from; k--) {
    if (is_verb(p, k)) {
      if (!is_finite(p, k) || group(p, k)->flags & SM_GROUP_RELATIVE) continue;
      if (k + 1 < i && is_verb(p, k + 1) && group(p, k + 1)->flags & SM_GROUP_RELATIVE && relative_past_speaker(p, k + 1) >= 0) { // "a bomb that police said was meant for a convoy hit a bus"
        k = group(p, k)->subject;
        continue;
      }
      if (joined) return group(p, k)->subject;
      const int32_t bare = bare_relative(p, k);
      if (bare >= 0) return bare;
      if (!make_participle(p, k)) return second;
      continue;
    }
    if (is_bracketed(p, k)) continue;
    const sm_group *g = group(p, k);
    const int32_t h = resumes ? list_head(p, k) : k; // "hit a tank, two cars and burned a house"
    bool governed = h > (int32_t)p->from && is_finite(p, h - 1) && !(group(p, h - 1)->flags & SM_GROUP_REPORTING) && group(p, h - 1)->object == h && joined;
    if (g->lead == SM_NO_TOKEN && !(g->flags & SM_GROUP_TIME) && !is_governed_aside(p, k) && !governed) {
      if (second >= 0 || !is_apposition_to_led(p, k)) return k;
      second = k;
    }
    if (gap_parts(p, k)) break;
  }
  return second >= 0 ? second : subject_left_over(p, i);
}

/// "prompted the United States to carry out strikes": whoever is made to do it, or -1.
static int32_t made_to(const parser *p, int32_t i) {
  static const char *const verbs[] = {"prompted", "prompting", "forced", "forcing", "led", "leading", "ordered", "ordering", "told", "asked", "allowed", "allowing", "urged", "caused", "causing", "enabled",
                                      "enabling", "sent", "instructed", "authorised", "authorized", "directed", "compelled", "encouraged"};
  if (i < (int32_t)p->from + 2 || !(group(p, i)->flags & SM_GROUP_INFINITIVE) || is_verb(p, i - 1) || !is_verb(p, i - 2)) return -1;
  return group(p, i - 2)->object == i - 1 && SM_IS_ONE_OF(p->scan, group(p, i - 2)->head, verbs) ? i - 1 : -1;
}

static int32_t subject_of_nonfinite(const parser *p, int32_t i) {
  const sm_group *g = group(p, i);
  const int32_t made = made_to(p, i);
  if (made >= 0) return made;
  bool after_comma = g->first > p->first && sm_is_sign(p->scan, g->first - 1, ',');
  const bool beside = i > (int32_t)p->from && !is_verb(p, i - 1) && group(p, i - 1)->last == g->first; // "a car carrying two men"
  if (!after_comma && (g->flags & SM_GROUP_PASSIVE || (g->flags & SM_GROUP_ING && beside && !sm_has_cue(p->scan, g->head, SM_CUE_CASUALTY)))) return nearest_noun(p, i);
  for (int32_t k = i - 1; k >= (int32_t)p->from; k--) {
    const bool close = group(p, k)->first == p->first || !sm_is_sign(p->scan, group(p, k)->first - 1, ',');
    bool aside = after_comma && g->flags & SM_GROUP_ING && !is_finite(p, k) && group(p, k)->flags & (SM_GROUP_PASSIVE | SM_GROUP_ING) && close; // "in a mosque packed with people, killing"
    if (is_verb(p, k) && !aside) return group(p, k)->subject;
  }
  return nearest_noun(p, i);
}

static void find_object(const parser *p, int32_t i, int32_t end) {
  sm_group *g = group(p, i);
  if (i + 1 >= end || is_verb(p, i + 1) || g->flags & SM_GROUP_PASSIVE) return;
  const sm_group *next = group(p, i + 1);
  for (uint32_t k = g->last; k < next->first; k++)
    if ((part_at(p, k) != SM_PART_PARTICLE && part_at(p, k) != SM_PART_ADVERB && part_at(p, k) != SM_PART_QUOTE) || is_subordinator(p, k)) return; // "burned after an air strike"
  if (next->flags & SM_GROUP_TIME) return;
  bool clause = i + 2 < end && is_finite(p, i + 2) && group(p, i + 2)->first == next->last && g->flags & SM_GROUP_REPORTING;
  if (!clause) g->object = i + 1;
}

static void find_agent(const parser *p, int32_t i, int32_t end) {
  sm_group *g = group(p, i);
  if (!(g->flags & SM_GROUP_PASSIVE)) return;
  for (int32_t k = i + 1; k < end && k < i + 5; k++) {
    if (is_verb(p, k)) return;
    if (group(p, k)->lead != SM_NO_TOKEN && sm_is(p->scan, group(p, k)->lead, SM_W_BY)) {
      g->agent = k;
      return;
    }
  }
}

static void relate(const parser *p) {
  int32_t from = (int32_t)p->from, end = (int32_t)p->out->n;
  for (int32_t i = from; i < end; i++)
    if (!is_verb(p, i)) find_lead(p, i);
  for (int32_t i = from; i < end; i++)
    if (!is_verb(p, i)) share_lead(p, i, end), free_subject(p, i, end);
  for (int32_t i = from; i < end; i++)
    if (is_verb(p, i)) find_object(p, i, end);
  for (int32_t i = from; i < end; i++)
    if (is_verb(p, i)) group(p, i)->subject = is_finite(p, i) ? subject_of_finite(p, i) : subject_of_nonfinite(p, i);
  for (int32_t i = from; i < end; i++)
    if (is_verb(p, i)) find_agent(p, i, end);
}

// ---- sentences

static bool starts_verb(const parser *p, uint32_t i) {
  if (part_at(p, i) == SM_PART_TO) return part_at(p, after_adverbs(p, i + 1)) == SM_PART_BASE;
  return sm_part_is_verb(part_at(p, i));
}

static bool add_group(parser *p, const sm_group *g) {
  sm_group *items = sm_arena_grow(p->scan->arena, p->out->groups, p->out->n, &p->cap, sizeof *items);
  if (!items) return false;
  p->out->groups = items;
  items[p->out->n++] = *g;
  for (uint32_t i = g->first; i < g->last; i++) p->out->group_at[i] = p->out->n;
  return true;
}

/// Parts that a noun group may begin with, beside hedges.
static const uint32_t BEGINS_NOUN = 1u << SM_PART_PROPER | 1u << SM_PART_NOUN | 1u << SM_PART_NOUNS | 1u << SM_PART_PRONOUN | 1u << SM_PART_POSSESSIVE | 1u << SM_PART_DETERMINER |
                                    1u << SM_PART_NUMBER | 1u << SM_PART_ADJECTIVE | 1u << SM_PART_PARTICIPLE | 1u << SM_PART_ING | 1u << SM_PART_ADVERB;
static const uint32_t MENDED_BEFORE_BY = 1u << SM_PART_PAST | 1u << SM_PART_ING, MENDED_TO_VERB = 1u << SM_PART_ADJECTIVE | 1u << SM_PART_NOUN;

static bool is_part_of(const parser *p, uint32_t i, uint32_t parts) { return parts >> p->out->part[i] & 1; }

static bool may_begin_noun(const parser *p, uint32_t i) { return is_part_of(p, i, BEGINS_NOUN) || sm_has_cue(p->scan, i, SM_CUE_NUMBER); }

/// The tagger may take "nine" for an adjective.
static void mend_number(const parser *p, uint32_t i) {
  const sm_cue_row *row = part_at(p, i) == SM_PART_ADJECTIVE || part_at(p, i) == SM_PART_NOUN ? sm_cue_at(p->scan, i, SM_CUE_NUMBER, NULL) : NULL;
  if (row && (row->kind == SM_K_UNIT || row->kind == SM_K_TEN || row->kind == SM_K_SCALE)) p->out->part[i] = SM_PART_NUMBER;
}

/// "at 5am": no form of "be".
static void mend_hour(const parser *p, uint32_t i) {
  static const char *const hour[] = {"am"};
  if (i > p->first && sm_part_is_verb(part_at(p, i)) && p->scan->t[i - 1].flags & SM_TOKEN_NUMBER && SM_IS_ONE_OF(p->scan, i, hour)) p->out->part[i] = SM_PART_NOUN;
}

/// "The military bombed Nyala": a force that acts, no word for what was bombed.
static void mend_military(const parser *p, uint32_t i) {
  static const char *const force[] = {"military"};
  if (i < p->first + 2 || !SM_IS_ONE_OF(p->scan, i - 1, force) || sm_part_is_noun(part_at(p, i - 1)) || !(may_be(p, i, SM_PART_PAST) || may_be(p, i, SM_PART_PARTICIPLE))) return;
  const unsigned after = part_at(p, i + 1);
  const bool whose = part_at(p, i - 2) == SM_PART_DETERMINER || p->scan->t[i - 2].flags & SM_TOKEN_CLITIC;
  if (!whose || !(after == SM_PART_PROPER || after == SM_PART_DETERMINER || after == SM_PART_NUMBER || after == SM_PART_POSSESSIVE)) return;
  p->out->part[i - 1] = SM_PART_NOUN, p->out->part[i] = SM_PART_PAST;
}

/// "attempted to attack Abha": no noun behind a verb that an infinitive follows.
static void mend_infinitive(const parser *p, uint32_t i) {
  static const char *const leads[] = {"attempted", "attempting", "attempts", "attempt", "tried", "trying", "tries", "try", "planned", "planning", "plans", "plan", "sought", "seeking", "meant", "intended", "designed", "going", "able", "about", "began", "managed", "failed", "ordered", "threatened", "threatening", "vowed", "wanted", "used", "aimed"};
  if (i < p->first + 2 || !is_part_of(p, i, 1u << SM_PART_NOUN | 1u << SM_PART_PAST | 1u << SM_PART_PARTICIPLE) || !sm_is(p->scan, i - 1, SM_W_TO) || !may_be(p, i, SM_PART_BASE) || !SM_IS_ONE_OF(p->scan, i - 2, leads)) return;
  const unsigned after = part_at(p, i + 1);
  if (after == SM_PART_PROPER || after == SM_PART_DETERMINER || after == SM_PART_NUMBER || after == SM_PART_POSSESSIVE || after == SM_PART_NOUNS) p->out->part[i - 1] = SM_PART_TO, p->out->part[i] = SM_PART_BASE;
}

/// "Colonel Pramote Prom-in": part of a name, whatever word it looks like.
static void mend_name(const parser *p, uint32_t i) {
  const uint32_t unlike = 1u << SM_PART_PREPOSITION | 1u << SM_PART_PARTICLE;
  if (!is_part_of(p, i, unlike)) return;
  const bool joined = i > p->first + 2 && sm_is_sign(p->scan, i - 1, '-') && !((p->scan->t[i - 1].flags | p->scan->t[i].flags) & SM_TOKEN_SPACE_BEFORE);
  if (joined && p->scan->t[i - 2].flags & p->scan->t[i - 3].flags & SM_TOKEN_CAPITAL) p->out->part[i] = SM_PART_PROPER;
}

static bool read_sentence(parser *p, uint32_t s) {
  p->first = p->scan->s[s].first, p->last = p->scan->s[s].last, p->from = p->out->n;
  sm_tag(p->scan->t, &p->scan->s[s], p->out->part);
  for (uint32_t i = p->first; i < p->last; i++) mend_number(p, i), mend_name(p, i), mend_military(p, i), mend_hour(p, i), mend_infinitive(p, i);
  for (uint32_t i = p->first; i < p->last; i++) {
    if (is_part_of(p, i, MENDED_BEFORE_BY)) mend_before_by(p, i);
    if (sm_has_cue(p->scan, i, SM_CUE_WEAPON)) mend_weapon(p, i);
    if (is_part_of(p, i, MENDED_TO_VERB)) mend_verb(p, i), mend_ing(p, i);
    if (p->out->part[i] == SM_PART_NOUNS && i > p->first && p->out->part[i - 1] == SM_PART_ADVERB) mend_present(p, i);
    if (p->out->part[i] == SM_PART_NOUNS) mend_headline(p, i);
    if (p->out->part[i] == SM_PART_PARTICIPLE && is_only_past(p, i)) p->out->part[i] = SM_PART_PAST;
  }
  for (uint32_t i = p->first; i < p->last;) {
    sm_group g;
    if (may_begin_noun(p, i)) g = noun_group(p, i);
    else g.last = i;
    if (g.last == i || g.head == SM_NO_TOKEN) {
      if (!starts_verb(p, i)) {
        i++;
        continue;
      }
      g = verb_group(p, i);
    }
    if (!add_group(p, &g)) return false;
    i = g.last;
  }
  relate(p);
  return true;
}

sm_status sm_syntax_new(const sm_scan *scan, uint32_t wanted, sm_syntax *out, sm_error *err) {
  *out = (sm_syntax){.part = sm_arena_calloc(scan->arena, scan->n + 1, 1), .group_at = sm_arena_calloc(scan->arena, scan->n + 1, sizeof(uint32_t)),
                     .first_of = sm_arena_calloc(scan->arena, scan->ns + 1, sizeof(uint32_t))};
  parser p = {.scan = scan, .out = out};
  bool ok = out->part && out->group_at && out->first_of;
  for (uint32_t s = 0; ok && s < scan->ns; s++) {
    out->first_of[s] = out->n;
    if (scan->sentence_mask[s] & wanted) ok = read_sentence(&p, s);
  }
  if (!ok) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  out->first_of[scan->ns] = out->n;
  return SM_OK;
}

uint32_t sm_group_end_with_of(const sm_scan *scan, const sm_syntax *syntax, const sm_group *group) {
  const sm_group *g = group, *end = syntax->groups + syntax->n;
  while (g + 1 < end && !(g[1].flags & SM_GROUP_VERB) && g[1].lead == g->last && sm_is(scan, g[1].lead, SM_W_OF)) g++;
  return g->last;
}
