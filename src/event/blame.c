// Who is blamed, suspected or held responsible, by the words round the name.
#include "sides.h"

/// The words without one of which nobody is blamed; words of saying that blame ('b') beside them.
#define HOLD "hold", "holds", "held", "holding"
#define SUSPECTED "suspected", "presumed", "blamed"
#define LINKS "linked", "linking", "links", "link", "tied", "tying", "ties", "connected", "traced"
#define SUSPECT "suspect", "suspects", "culprit", "culprits", "author", "authors", "perpetrator", "perpetrators", "mastermind", "masterminds"
#define SUSPICION "suspicion", "Suspicion", "suspicions", "Suspicions"
#define HELD "believed", "thought", "suspected", "presumed", "alleged", "understood"
#define LIES "lies", "lay", "rests", "rested", "lie", "rest"
#define BEHIND "behind"
#define BLAME "blame", "blames", "blamed", "blaming", "pinned", "pinning", "pins"
#define RESPONSIBLE "responsible"

/// Whether a word of blame stands in a sentence: in most there is none, and nothing more to ask of its parties.
static bool may_blame(const sm_scan *scan, uint32_t sentence) {
  static const char *const holding[] = {HOLD, LINKS, BEHIND}, *const suspects[] = {SUSPECT, SUSPICION, RESPONSIBLE}, *const guessed[] = {SUSPECTED, HELD, LIES};
  uint8_t *known = &scan->blames[sentence];
  bool found = *known == 2;
  for (uint32_t k = scan->s[sentence].first; !*known && !found && k < scan->s[sentence].last; k++) {
    const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_REPORTING, NULL);
    found = (row && row->stance == 'b') || SM_IS_ONE_OF(scan, k, holding) || SM_IS_ONE_OF(scan, k, suspects) || SM_IS_ONE_OF(scan, k, guessed);
  }
  if (!*known) *known = found ? 2 : 1;
  return found;
}

/// "X, which often mines the road, | was blamed": behind a clause between commas.
static uint32_t behind_relative(const sm_scan *scan, const sm_party *p) {
  enum { LONGEST = 12 };
  if (!sm_is_sign(scan, p->last, ',') || !(sm_is(scan, p->last + 1, SM_W_WHICH) || sm_is(scan, p->last + 1, SM_W_WHO))) return p->last;
  for (uint32_t k = p->last + 2; k + 1 < scan->s[p->sentence].last && k < p->last + LONGEST; k++)
    if (sm_is_sign(scan, k, ',')) return sm_is_be(scan, k + 1) || sm_is_have(scan, k + 1) ? k + 1 : p->last;
  return p->last;
}

/// "X has been blamed for", "X, which is accused of", "X is suspected".
static bool is_blamed_after(const sm_scan *scan, const sm_party *p) {
  bool passive = false;
  const uint32_t from = behind_relative(scan, p);
  for (uint32_t k = from; k < from + 5 && k < scan->n && scan->t[k].sentence == p->sentence; k++) {
    const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_REPORTING, NULL), *mode = sm_cue_at(scan, k, SM_CUE_MODE, NULL);
    if (mode && mode->kind == SM_K_NEGATION) return false;
    bool of_itself = k + 1 < scan->n && (sm_is(scan, k + 1, SM_W_IT) || sm_is(scan, k + 1, SM_W_THEY));
    if (row && row->stance != 'b' && !sm_is_have(scan, k) && !of_itself) return false; // "the army said X was behind it"
    passive |= sm_is_be(scan, k);
    static const char *const active[] = {"blaming", "accusing", "tagging", "attributing", "pointing"};
    if (passive && row && row->stance == 'b') return !SM_IS_ONE_OF(scan, k, active); // "police are blaming Y"
  }
  return false;
}

/// "accused them of hiding losses": of something else than a strike.
static bool is_blamed_for_other(const sm_scan *scan, const sm_party *p) {
  uint32_t end = scan->s[p->sentence].last, of = p->last;
  while (of < end && of < p->last + 4 && !sm_is(scan, of, SM_W_OF)) of++;
  if (of >= end || !sm_is(scan, of, SM_W_OF)) return false;
  static const char *const deeds[] = {"laying", "planting", "placing", "sowing", "burying", "hiding", "leaving", "carrying", "being", "doing", "organising", "organizing", "orchestrating", "masterminding", "plotting"};
  for (uint32_t k = of + 1; k < end && k < of + 9 && !sm_is_sign(scan, k, ';'); k++)
    if (SM_IS_ONE_OF(scan, k, deeds) || sm_has_cue(scan, k, SM_CUE_TRIGGER) || sm_has_cue(scan, k, SM_CUE_CASUALTY) || sm_has_cue(scan, k, SM_CUE_WEAPON)) return false;
  return true;
}

/// "no one has blamed", "stopped short of blaming", "did not attribute".
static bool is_negated(const sm_scan *scan, uint32_t verb, uint32_t floor) {
  for (uint32_t k = verb; k > floor && verb - k < 5 && !sm_is_sign(scan, k - 1, ',') && !sm_is(scan, k - 1, SM_W_AND); k--) {
    const sm_cue_row *mode = sm_cue_at(scan, k - 1, SM_CUE_MODE, NULL), *number = sm_cue_at(scan, k - 1, SM_CUE_NUMBER, NULL);
    if ((mode && mode->kind == SM_K_NEGATION) || (number && number->kind == SM_K_ZERO)) return true;
  }
  return false;
}

/// "had initially blamed": somebody else was blamed later.
static bool is_first_guess(const sm_scan *scan, uint32_t verb, uint32_t floor) {
  static const char *const words[] = {"initially", "originally", "first", "wrongly", "mistakenly"};
  for (uint32_t k = verb; k > floor && verb - k < 3; k--)
    if (SM_IS_ONE_OF(scan, k - 1, words)) return true;
  return false;
}

/// "holds X responsible", "X is suspected.", "X presumed."
static bool is_held_responsible(const sm_scan *scan, const sm_party *p, uint32_t floor) {
  static const char *const hold[] = {HOLD}, *const responsible[] = {"responsible", "accountable", "answerable"}, *const suspected[] = {SUSPECTED};
  const uint32_t end = scan->s[p->sentence].last, lead = p->first > floor + 1 && sm_is(scan, p->first - 1, SM_W_THE) ? p->first - 2 : p->first - 1; // "held" may describe, too
  if (p->first > floor && SM_IS_ONE_OF(scan, lead, hold) && !is_negated(scan, lead, floor))
    for (uint32_t k = p->last; k < end && k < p->last + 3; k++)
      if (SM_IS_ONE_OF(scan, k, responsible)) return true;
  const bool be = p->last + 1 < end && sm_is_be(scan, p->last), note = p->last < end && (p->first == floor || (p->first == floor + 1 && sm_is(scan, floor, SM_W_THE)));
  const uint32_t verb = be ? p->last + 1 : p->last;
  return (be || note) && SM_IS_ONE_OF(scan, verb, suspected) && (verb + 1 >= end || (sm_is_punct(scan, verb + 1) && !sm_is_sign(scan, verb + 1, '"'))); // not "Damascus blamed "terrorists""
}

/// "the bombing was linked to X": the deed before the passive.
static bool is_linked_deed(const sm_scan *scan, uint32_t verb, uint32_t floor) {
  enum { REACH = 4 };
  uint32_t k = verb;
  while (k > floor && verb - k < REACH && (sm_is_be(scan, k - 1) || sm_is_have(scan, k - 1))) k--;
  static const char *const it[] = {"it", "both", "attack", "incident"};
  return k < verb && k > floor && (SM_IS_ONE_OF(scan, k - 1, it) || (sm_has_cue(scan, k - 1, SM_CUE_TRIGGER) && !sm_has_cue(scan, k - 1, SM_CUE_FORCE)));
}

/// "are linking the attack to X", "tied it to X".
static bool is_linked_to(const sm_scan *scan, const sm_party *p, uint32_t floor) {
  static const char *const links[] = {LINKS}, *const it[] = {"it", "them", "both", "this"};
  const uint32_t lead = sm_lead_of(scan, p->first, floor);
  if (lead == UINT32_MAX || !sm_is(scan, lead, SM_W_TO)) return false;
  bool deed = false;
  for (uint32_t k = lead; k > floor && lead - k < 7 && !sm_is_punct(scan, k - 1); k--) {
    if (SM_IS_ONE_OF(scan, k - 1, links)) return (deed || is_linked_deed(scan, k - 1, floor)) && !is_negated(scan, k - 1, floor);
    deed |= sm_has_cue(scan, k - 1, SM_CUE_TRIGGER) || SM_IS_ONE_OF(scan, k - 1, it);
  }
  return false;
}

/// "X is believed to be responsible", "named X as the main suspect", "suspicion at once fell on X".
static bool is_suspected(const sm_scan *scan, const sm_party *p, uint32_t floor) {
  enum { REACH = 6 };
  static const char *const responsible[] = {RESPONSIBLE}, *const suspect[] = {SUSPECT}, *const suspicion[] = {SUSPICION},
                           *const fell[] = {"fell", "falls", "fallen", "fall"};
  const uint32_t end = scan->s[p->sentence].last, lead = sm_lead_of(scan, p->first, floor);
  static const char *const chief[] = {"chief", "main", "prime", "likely", "likeliest", "principal", "only"}, *const held[] = {HELD};
  const bool be = p->last < end && sm_is_be(scan, p->last), as = p->last < end && sm_is(scan, p->last, SM_W_AS);
  const uint32_t beside = sm_is_sign(scan, p->last, ',') ? p->last + 1 : end; // "X, the chief suspect, has not commented"
  for (uint32_t k = beside; k + 1 < end && k < beside + 3; k++)
    if (SM_IS_ONE_OF(scan, k, chief) && SM_IS_ONE_OF(scan, k + 1, suspect)) return true;
  static const char *const laid[] = {"triggered", "planted", "placed", "detonated", "sent", "ordered", "left"};
  if (be && SM_IS_ONE_OF(scan, p->last + 1, held) && sm_is(scan, p->last + 2, SM_W_TO) && sm_is_have(scan, p->last + 3)) // "is believed to have planted it"
    for (uint32_t k = p->last + 4; k < end && k < p->last + 7 && !sm_is_punct(scan, k); k++) {
      const sm_cue_row *deed = sm_cue_at(scan, k, SM_CUE_TRIGGER, NULL);
      if ((deed && deed->kind != SM_K_INTERCEPT && deed->kind != SM_K_PASSIVE) || SM_IS_ONE_OF(scan, k, laid)) return true;
    }
  for (uint32_t k = p->last + 1; (be || as) && k < end && k <= p->last + REACH && !sm_is_punct(scan, k); k++) {
    const sm_cue_row *mode = sm_cue_at(scan, k, SM_CUE_MODE, NULL);
    if (mode && (mode->kind == SM_K_NEGATION || mode->kind == SM_K_DENIAL)) return false;
    if ((be && SM_IS_ONE_OF(scan, k, responsible)) || SM_IS_ONE_OF(scan, k, suspect)) return true;
  }
  static const char *const lies[] = {LIES}, *const burden[] = {"responsibility", "Responsibility", "blame", "Blame", "guilt"};
  if (lead != UINT32_MAX && lead > floor + 1 && sm_is(scan, lead, SM_W_WITH) && SM_IS_ONE_OF(scan, lead - 1, lies)) // "responsibility for it lies with X"
    for (uint32_t k = floor; k < lead; k++)
      if (SM_IS_ONE_OF(scan, k, burden)) return true;
  bool falls = false;
  for (uint32_t k = lead; lead != UINT32_MAX && sm_is(scan, lead, SM_W_ON) && k > floor && lead - k < REACH; k--) {
    if (SM_IS_ONE_OF(scan, k - 1, suspicion)) return falls;
    falls |= SM_IS_ONE_OF(scan, k - 1, fell);
  }
  return false;
}

/// "X was most probably behind both".
static bool is_behind(const sm_scan *scan, const sm_party *p) {
  enum { REACH = 9 };
  static const char *const behind[] = {BEHIND}, *const it[] = {"it", "both", "them", "this", "these", "all"};
  const uint32_t end = scan->s[p->sentence].last;
  bool be = false;
  for (uint32_t k = p->last; k + 1 < end && k < p->last + REACH && !sm_is_sign(scan, k, ';'); k++) {
    const sm_cue_row *mode = sm_cue_at(scan, k, SM_CUE_MODE, NULL);
    const sm_cue_row *said = sm_cue_at(scan, k, SM_CUE_REPORTING, NULL);
    if ((mode && (mode->kind == SM_K_NEGATION || mode->kind == SM_K_DENIAL)) || (said && said->form != SM_F_FIGURE && said->stance != 'b' && !sm_is_have(scan, k) && !sm_is(scan, k + 1, SM_W_IT) && !sm_is(scan, k + 1, SM_W_THEY))) return false; // "the army said X was behind it"
    be |= sm_is_be(scan, k);
    if (be && SM_IS_ONE_OF(scan, k, behind)) return SM_IS_ONE_OF(scan, k + 1, it) || (sm_is(scan, k + 1, SM_W_THE) && scan->mask[k + 2] & (1u << SM_CUE_TRIGGER | 1u << SM_CUE_WEAPON));
  }
  return false;
}

/// Where the name begins that the party only describes: "blamed Juan Perez, an ELN commander".
static uint32_t described_from(const sm_scan *scan, const sm_party *p, uint32_t floor) {
  uint32_t k = p->first;
  if (k < floor + 3 || !sm_is_article(scan, k - 1) || !sm_is_sign(scan, k - 2, ',')) return k;
  for (k -= 2; k > floor && scan->t[k - 1].flags & SM_TOKEN_CAPITAL; k--) {}
  return k == p->first - 2 ? p->first : k;
}

/// "attributed it to the Daniel Aldana mobile column of X": the token that the words for a part of X begin with.
static uint32_t part_from(const sm_scan *scan, const sm_party *p, uint32_t floor) {
  enum { LONGEST = 6 };
  static const char *const parts[] = {"column", "columns", "front", "fronts", "bloc", "block", "company", "cell", "cells", "wing", "faction", "factions", "branch", "unit", "structure", "commission", "elements", "members", "militants", "fighters", "clique", "cliques", "sector"};
  const uint32_t of = sm_lead_of(scan, p->first, floor);
  if (of == UINT32_MAX || of <= floor || !sm_is(scan, of, SM_W_OF) || !SM_IS_ONE_OF(scan, of - 1, parts)) return p->first;
  uint32_t k = of - 1;
  while (k > floor && of - k < LONGEST && !sm_is_preposition(scan, k - 1) && !sm_is_punct(scan, k - 1) && !(scan->mask[k - 1] & (1u << SM_CUE_REPORTING | 1u << SM_CUE_TRIGGER))) k--;
  return k;
}

/// "blamed its rivals, the Zetas": what stands before the comma is the same people.
static uint32_t apposed_from(const sm_scan *scan, const sm_party *p, uint32_t floor) {
  static const char *const same[] = {"rival", "rivals", "enemy", "enemies", "foe", "foes", "group", "groups", "militia", "gang", "cartel", "suspects", "suspect", "movement", "adversary", "opponents"};
  uint32_t k = p->first;
  if (k > floor && sm_is(scan, k - 1, SM_W_THE)) k--;
  const uint32_t part = part_from(scan, p, floor);
  if (part < p->first) return part;
  return p->named && k > floor + 1 && (sm_is_sign(scan, k - 1, ',') || sm_is_sign(scan, k - 1, ':')) && SM_IS_ONE_OF(scan, k - 2, same) ? k - 2 : described_from(scan, p, floor);
}

/// "blamed the attack on a church in the town of Biu, Borno, on X": the deed between the word of blame and its "on" may be told at length.
static bool is_blamed_on(const sm_scan *scan, const sm_party *p, uint32_t floor) {
  enum { REACH = 24 };
  static const char *const blame[] = {BLAME};
  const uint32_t lead = sm_lead_of(scan, p->first, floor);
  if (lead == UINT32_MAX || lead <= floor + 2 || !sm_is(scan, lead, SM_W_ON) || sm_has_cue(scan, lead - 1, SM_CUE_TRIGGER)) return false;
  for (uint32_t k = lead; k > floor && lead - k < REACH; k--) {
    if (SM_IS_ONE_OF(scan, k - 1, blame)) return !is_negated(scan, k - 1, floor) && !is_first_guess(scan, k - 1, floor);
    if (sm_is_sign(scan, k - 1, ';') || sm_is(scan, k - 1, SM_W_FOR) || sm_has_cue(scan, k - 1, SM_CUE_REPORTING)) return false;
  }
  return false;
}

/// "not clear whether the Pakistani Taliban were behind it", "asked if the army was responsible".
static bool is_asked_about(const sm_scan *scan, const sm_party *p, uint32_t floor) {
  enum { REACH = 3 };
  static const char *const asks[] = {"whether", "if"};
  for (uint32_t k = p->first; k > floor && p->first - k < REACH && !sm_is_punct(scan, k - 1); k--)
    if (SM_IS_ONE_OF(scan, k - 1, asks)) return true;
  return false;
}

/// "blamed X", "accused X of", "attributed to X": after a word of blame, too.
float sm_blame_score(const sm_scan *scan, const sm_party *p, uint32_t floor) {
  if (!may_blame(scan, p->sentence) || is_asked_about(scan, p, floor)) return 0;
  if (is_blamed_after(scan, p) || is_held_responsible(scan, p, floor) || is_linked_to(scan, p, floor) || is_behind(scan, p) || is_suspected(scan, p, floor) || is_blamed_on(scan, p, floor)) return 3.5f;
  static const char *const blame[] = {BLAME};
  const uint32_t lead = sm_lead_of(scan, p->first, floor);
  const bool struck = lead != UINT32_MAX && sm_leads_to_struck(scan, lead);
  bool quoted = false; // "attributes it "without any doubt" to X"
  for (uint32_t k = apposed_from(scan, p, floor), steps = 0; k > floor && steps < 8; k--) {
    quoted ^= sm_is_sign(scan, k - 1, '"');
    steps += !quoted;
    const sm_cue_row *row = sm_cue_at(scan, k - 1, SM_CUE_REPORTING, NULL);
    if (row && struck && !SM_IS_ONE_OF(scan, k - 1, blame)) return 0; // "was behind the attacks on X"
    if (sm_is(scan, k - 1, SM_W_WHO) || sm_is(scan, k - 1, SM_W_WHICH)) return 0; // "suspect militants who attack NATO convoys"
    if (row) return row->stance == 'b' && !is_blamed_for_other(scan, p) && !is_negated(scan, k - 1, floor) && !is_first_guess(scan, k - 1, floor) ? 3.5f : 0;
    if (sm_is_punct(scan, k - 1) && scan->t[k - 1].sign != '-' && scan->t[k - 1].sign != '"') return 0;
  }
  return 0;
}

bool sm_is_blamed(const sm_story *story, const sm_party *p) {
  return sm_blame_score(&story->scan, p, story->scan.s[p->sentence].first) > 0;
}
