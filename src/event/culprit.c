// Armed groups in no list, by what is told of them: that they claim an attack, are blamed for it, or that gunmen are theirs.
#include "outfit.h"

/// "the Kenya Police", "Energy Minister", "Interfax news agency": a word of an office or a body of another kind.
static bool is_of_office(const sm_scan *scan, uint32_t i) {
  static const char *const offices[] = {"Government", "Congress", "Senate", "Assembly", "President", "Prime", "General", "Colonel", "Captain", "Major", "Lieutenant", "Governor", "Mayor", "Senator", "Judge", "Bishop", "Archbishop", "Father", "Pope", "Mr", "Mrs", "Ms", "Dr", "Sheikh", "Sergeant", "Inspector", "Commissioner", "Attorney", "Embassy", "Mission", "Spokesman", "Spokesperson", "Telegram", "Twitter", "Facebook", "Reuters"};
  if (sm_outfit_word(scan, i, SM_K_CIVIL) || SM_IS_ONE_OF(scan, i, offices)) return true;
  const sm_cue_row *force = sm_cue_at(scan, i, SM_CUE_FORCE, NULL);
  return sm_has_cue(scan, i, SM_CUE_CLAIMANT) || sm_has_cue(scan, i, SM_CUE_TIME) || sm_has_cue(scan, i, SM_CUE_ACTOR) || (force && force->kind != SM_K_REBEL && force->kind != SM_K_COALITION);
}

/// "the Sons", "the gang", "a banned group": words before a name that no man's name has.
static bool is_led_as_group(const sm_scan *scan, uint32_t first) {
  const uint32_t floor = scan->s[scan->t[first].sentence].first;
  static const char *const people[] = {"members", "activists", "elements", "cells", "supporters", "factions", "fighters", "gunmen", "militants"};
  if (first == floor) return false;
  uint32_t k = first;
  while (k > floor && first - k < 2 && scan->t[k - 1].entry && scan->t[k - 1].entry->word_bits & SM_WORD_ADJECTIVE && !sm_is(scan, k - 1, SM_W_THE)) k--; // "the banned"
  if (k > floor && (sm_is(scan, k - 1, SM_W_THE) || sm_outfit_word(scan, first - 1, SM_K_KIN))) return true;
  return first > floor + 1 && sm_is(scan, first - 1, SM_W_OF) && SM_IS_ONE_OF(scan, first - 2, people);
}

/// A word of the language that is no name of people: "Grand", "Wolves".
static bool is_word(const sm_scan *scan, uint32_t i) {
  const sm_lexicon_entry *e = scan->t[i].entry;
  return e && e->rank && !(e->word_bits & (SM_WORD_GIVEN_NAME | SM_WORD_SURNAME));
}

/// Words that may be the name of a group: neither a place, nor a person, an office or a common word with a capital.
static bool may_name_group(const sm_scan *scan, uint32_t first, uint32_t last) {
  enum { SHORTEST = 3 };
  static const char *const plural[] = {"Los", "Las", "Les", "Os", "As"}; // "Los Pulpos": more than one man
  const sm_lexicon_entry *e = scan->t[first].entry;
  bool words = false;
  for (uint32_t i = first; i < last; i++) {
    const uint32_t m = scan->mention_at[i];
    if (is_of_office(scan, i) || (m && scan->mentions->items[m - 1].place)) return false;
    words |= is_word(scan, i) && scan->t[i].flags & SM_TOKEN_CAPITAL;
  }
  if (sm_has_cue(scan, last - 1, SM_CUE_TARGET) || sm_has_cue(scan, last - 1, SM_CUE_WEAPON) || scan->t[last - 1].end - scan->t[first].begin < SHORTEST) return false;
  if (last > first + 1 && SM_IS_ONE_OF(scan, first, plural)) return true;
  if (scan->t[first].flags & SM_TOKEN_UPPER && last == first + 1) return true;
  return is_led_as_group(scan, first) ? last > first + 1 || !(e && e->rank) : words && last > first + 1;
}

/// "claimed responsibility", "claimed the attack", "owned up": a word of claiming at a token, and what is claimed.
static bool is_claim(const sm_scan *scan, uint32_t k, uint32_t end) {
  enum { REACH = 5 };
  static const char *const what[] = {"it", "both", "responsibility", "credit", "authorship", "deed", "act"};
  const sm_cue_row *trigger = sm_cue_at(scan, k, SM_CUE_TRIGGER, NULL);
  uint32_t last;
  const sm_cue_row *said = sm_cue_at(scan, k, SM_CUE_REPORTING, &last);
  if (trigger && trigger->kind == SM_K_RESPONSIBILITY) return true;
  if (!said || !(said->flags & SM_ROW_CLAIM)) return false;
  if (last > k + 1) return true;
  for (uint32_t i = last; i < end && i < last + REACH && !sm_is(scan, i, SM_W_THAT) && !sm_is_punct(scan, i); i++) {
    const sm_cue_row *deed = sm_cue_at(scan, i, SM_CUE_TRIGGER, NULL);
    if (SM_IS_ONE_OF(scan, i, what) || (deed && deed->form != SM_F_PAST && deed->form != SM_F_PP)) return true;
  }
  return false;
}

/// Behind the name, its short form in brackets and what describes it between commas; apposed: a comma stands before the name, too.
static uint32_t behind_name(const sm_scan *scan, uint32_t last, uint32_t end, bool apposed) {
  enum { LONGEST = 16 };
  uint32_t k = last;
  if (sm_is_sign(scan, k, '(') && k + 2 < end && sm_is_sign(scan, k + 2, ')')) k += 3;
  if (!sm_is_sign(scan, k, ',')) return k;
  if (apposed) return k + 1;
  for (uint32_t i = k + 1; i < end && i < k + LONGEST; i++)
    if (sm_is_sign(scan, i, ',')) return i + 1;
  return k;
}

/// "behind", "responsible": who is so has struck.
static bool is_guilty(const sm_scan *scan, uint32_t i) {
  static const char *const guilty[] = {"behind", "responsible"};
  return SM_IS_ONE_OF(scan, i, guilty);
}

/// "X claimed the bombing", "X, a little-known group, later took credit", "X is believed to be behind it".
static bool claims_or_is_blamed(const sm_scan *scan, uint32_t from, uint32_t end) {
  enum { REACH = 5 };
  bool be = false;
  for (uint32_t k = from; k < end && k < from + REACH && !sm_is_punct(scan, k); k++) {
    if (is_claim(scan, k, end)) return true;
    be |= sm_is_be(scan, k);
    const sm_cue_row *said = sm_cue_at(scan, k, SM_CUE_REPORTING, NULL);
    if (be && (is_guilty(scan, k) || (said && said->stance == 'b'))) return true;
    if (said) return false;
  }
  return false;
}

/// "members of the", "the gang": the token that words for people of a name begin with.
static uint32_t people_from(const sm_scan *scan, uint32_t first, uint32_t floor) {
  enum { LONGEST = 4 };
  static const char *const people[] = {"members", "member", "activists", "activist", "elements", "men", "cells", "cell", "supporters", "followers", "leader", "leaders", "head", "boss", "chief", "wing", "arm", "hitmen", "people", "sympathisers", "operatives"};
  uint32_t k = first;
  if (k > floor && sm_is(scan, k - 1, SM_W_THE)) k--;
  while (k > floor && (sm_outfit_word(scan, k - 1, SM_K_KIN) || sm_outfit_word(scan, k - 1, SM_K_NAMING))) k--;
  if (k > floor + 1 && (sm_is(scan, k - 1, SM_W_OF) || sm_is(scan, k - 1, SM_W_FROM)) && (SM_IS_ONE_OF(scan, k - 2, people) || sm_has_cue(scan, k - 2, SM_CUE_FORCE))) k -= 2;
  for (uint32_t i = k; k < first && i > floor && k - i < LONGEST; i--)
    if (sm_is_article(scan, i - 1)) return i - 1;
  return k;
}

/// "blamed X", "attributed the attack to members of X", "bore the hallmarks of X", "claimed by X".
static bool is_blamed_before(const sm_scan *scan, uint32_t from, uint32_t first, uint32_t floor) {
  enum { REACH = 8 };
  static const char *const claimed[] = {"claimed"};
  static const char *const blame[] = {"blamed", "blames", "blame", "blaming", "pinned", "pins", "laid", "lays"};
  const bool by = from > floor && sm_is(scan, from - 1, SM_W_BY), on = from > floor && sm_is(scan, from - 1, SM_W_ON);
  for (uint32_t k = from; k > floor && from - k < REACH; k--) {
    uint32_t last;
    const sm_cue_row *said = sm_cue_at(scan, k - 1, SM_CUE_REPORTING, &last);
    if (by && SM_IS_ONE_OF(scan, k - 1, claimed)) return true;
    if (said && said->stance == 'b' && last <= first && (!on || SM_IS_ONE_OF(scan, k - 1, blame)) && (last == from || on || sm_is(scan, from - 1, SM_W_TO) || sm_is(scan, from - 1, SM_W_WITH))) return true;
    if ((sm_is_punct(scan, k - 1) && !(scan->t[k - 1].flags & SM_TOKEN_CLITIC)) || (said && said->stance != 'b') || (k < from && sm_is(scan, k - 1, SM_W_OF))) return false;
  }
  return false;
}

/// "planted by members of X", "ordered by X", "three members of X were arrested".
static bool is_of_deed(const sm_scan *scan, uint32_t from, uint32_t first, uint32_t floor, uint32_t last, uint32_t end) {
  enum { REACH = 4 };
  static const char *const deeds[] = {"planted", "laid", "placed", "thrown", "ordered", "perpetrated", "committed", "staged", "executed", "carried"}, *const arrest[] = {"arrested", "detained", "captured", "charged", "arrest", "detention"},
                           *const guilty[] = {"author", "authors", "suspect", "suspects", "perpetrator", "perpetrators", "responsible", "attribution"};
  if (from > floor + 1 && sm_is_sign(scan, from - 1, ':')) return SM_IS_ONE_OF(scan, from - 2, guilty);
  const bool by = from > floor && sm_is(scan, from - 1, SM_W_BY), people = from + 1 < first;
  for (uint32_t k = from; k > floor && from - k < REACH && (by || people) && !sm_is_punct(scan, k - 1); k--) {
    if (by && SM_IS_ONE_OF(scan, k - 1, deeds)) return true;
    if (people && !by && SM_IS_ONE_OF(scan, k - 1, arrest)) return true;
  }
  for (uint32_t k = last; people && k < end && k < last + REACH && !sm_is_punct(scan, k); k++)
    if (SM_IS_ONE_OF(scan, k, arrest)) return true;
  return false;
}

/// "a spokesman for X said his group had carried it out", "X said it was behind it": from the token behind the name.
static bool says_it_did(const sm_scan *scan, uint32_t from, uint32_t end) {
  enum { REACH = 6, DEED = 4 };
  static const char *const own[] = {"his", "its", "their"};
  bool said = false, own_told = false, had = false;
  for (uint32_t k = from, since = from; k < end && k < since + REACH && !sm_is_sign(scan, k, ';'); k++) {
    const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_REPORTING, NULL), *deed = sm_cue_at(scan, k, SM_CUE_TRIGGER, NULL);
    if (!said && row && row->stance == 'c') said = true, since = k;
    else if (said && (sm_is(scan, k, SM_W_IT) || sm_is(scan, k, SM_W_THEY) || SM_IS_ONE_OF(scan, k, own))) own_told = true, since = k;
    else if (own_told && (sm_is_have(scan, k) || sm_is_be(scan, k))) had = true, since = k;
    else if (had && k < since + DEED && (is_guilty(scan, k) || (deed && (deed->kind == SM_K_CARRY || deed->kind == SM_K_LAUNCH || deed->kind == SM_K_ATTACK)))) return !sm_is_be(scan, k - 1) || !deed;
  }
  return false;
}

/// "alleged members of X", "gunmen of X", "men believed to belong to X", "threats from X", "a leaflet signed by X".
static bool is_of_fighters(const sm_scan *scan, uint32_t first, uint32_t floor, uint32_t last, uint32_t end) {
  enum { REACH = 4 };
  static const char *const people[] = {"members", "member", "men", "elements", "people", "persons", "youths", "cell", "cells"}, *const alleged[] = {"alleged", "suspected", "presumed", "supposed", "armed", "masked", "hooded", "Alleged", "Suspected", "Presumed", "Armed"},
                           *const threats[] = {"threats", "threat", "extortion", "leaflet", "pamphlet", "leaflets", "pamphlets", "note", "banner"}, *const belong[] = {"belong", "belonging", "belonged", "linked", "loyal", "tied"};
  uint32_t k = first;
  if (k > floor && sm_is(scan, k - 1, SM_W_THE)) k--;
  if (k < floor + 2) return false;
  if (sm_is(scan, k - 1, SM_W_TO) && SM_IS_ONE_OF(scan, k - 2, belong)) return true;
  const bool from = sm_is(scan, k - 1, SM_W_FROM), of = sm_is(scan, k - 1, SM_W_OF), by = sm_is(scan, k - 1, SM_W_BY);
  if (by) return SM_IS_ONE_OF(scan, k - 3, threats);
  if (!from && !of) return false;
  const sm_cue_row *force = sm_cue_at(scan, k - 2, SM_CUE_FORCE, NULL);
  for (uint32_t i = last; i < end && i < last + REACH && !sm_is_punct(scan, i); i++)
    if (sm_has_cue(scan, i, SM_CUE_CASUALTY)) return false; // "two fighters of X were killed"
  if ((force && force->kind == SM_K_REBEL && of) || (from && SM_IS_ONE_OF(scan, k - 2, threats))) return true;
  for (uint32_t i = k - 2; SM_IS_ONE_OF(scan, k - 2, people) && i > floor && k - 2 - i < REACH; i--)
    if (SM_IS_ONE_OF(scan, i - 1, alleged)) return true;
  return false;
}

/// "X, a local gang,": what kind of body it is told to be.
static bool is_apposed(const sm_scan *scan, uint32_t last, uint32_t end) {
  enum { LONGEST = 5 };
  static const char *const gangs[] = {"gang", "cartel", "militia", "mafia"};
  if (!sm_is_sign(scan, last, ',') || !sm_is_article(scan, last + 1)) return false;
  for (uint32_t k = last + 2; k < end && k < last + 2 + LONGEST && !sm_is_punct(scan, k); k++) {
    if (sm_outfit_word(scan, k, SM_K_CIVIL)) return false;
    const sm_cue_row *force = sm_cue_at(scan, k, SM_CUE_FORCE, NULL);
    if (SM_IS_ONE_OF(scan, k, gangs)) return true;
    if (force && force->kind == SM_K_REBEL && force->type) return k + 1 < end && sm_outfit_word(scan, k + 1, SM_K_KIN);
  }
  return false;
}

/// Where the words behind the name begin, if it may be the subject of the clause: "the X", ", the X,", not "in the X".
static uint32_t subject_end(const sm_scan *scan, uint32_t from, uint32_t last, const sm_sentence *s) {
  static const char *const speaks[] = {"spokesman", "spokesperson", "spokeswoman"};
  const bool apposed = from > s->first + 1 && sm_is_sign(scan, from - 1, ',') && (sm_outfit_word(scan, from - 2, SM_K_KIN) || sm_has_cue(scan, from - 2, SM_CUE_FORCE));
  if (from > s->first && sm_is_preposition(scan, from - 1) && !(from > s->first + 1 && SM_IS_ONE_OF(scan, from - 2, speaks))) return s->last;
  return behind_name(scan, last, s->last, apposed);
}

bool sm_is_culprit(const sm_scan *scan, uint32_t first, uint32_t last) {
  const uint32_t sentence = scan->t[first].sentence;
  const sm_sentence *s = &scan->s[sentence];
  if (!(scan->sentence_mask[sentence] & (1u << SM_CUE_REPORTING | 1u << SM_CUE_FORCE | 1u << SM_CUE_TRIGGER))) return false;
  const uint32_t from = people_from(scan, first, s->first), behind = subject_end(scan, from, last, s);
  const bool told = is_apposed(scan, last, s->last) || claims_or_is_blamed(scan, behind, s->last) || says_it_did(scan, behind, s->last) || is_of_deed(scan, from, first, s->first, last, s->last) || is_blamed_before(scan, from, first, s->first) || is_of_fighters(scan, first, s->first, last, s->last);
  return told && may_name_group(scan, first, last);
}
