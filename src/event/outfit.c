// Armed groups that no list has: names made of the words of such names, or with a word beside them that tells what they are.
#include "outfit.h"

const sm_cue_row *sm_outfit_word(const sm_scan *scan, uint32_t i, sm_kind kind) {
  for (uint32_t k = scan->cue_at[i]; k < scan->cue_at[i + 1]; k++)
    if (scan->cues[k].cls == SM_CUE_OUTFIT && scan->cues[k].row->kind == kind) return scan->cues[k].row;
  return NULL;
}

static bool is_capital(const sm_scan *scan, uint32_t i) {
  return i < scan->n && (scan->t[i].flags & SM_TOKEN_WORD) && (scan->t[i].flags & SM_TOKEN_CAPITAL) && !(scan->t[i].flags & SM_TOKEN_UNCASED);
}

/// Small words and signs inside a name: "al-", "of the", "'s"; how many tokens, 0 when no capital follows.
static uint32_t joint_at(const sm_scan *scan, uint32_t i) {
  static const char *const small[] = {"al", "el", "ul", "e", "i", "of", "for", "the", "de", "del", "la", "los", "bin", "as", "ad", "ar", "az", "an"};
  uint32_t k = i;
  while (k < scan->n && k - i < 4 && scan->t[k].sentence == scan->t[i].sentence) {
    bool glued = sm_is_sign(scan, k, '-') && !(scan->t[k].flags & SM_TOKEN_SPACE_BEFORE);
    if (sm_has_cue(scan, k, SM_CUE_ACTOR)) return 0; // "Somalia's | al-Shabab militia"
    if (!glued && !(scan->t[k].flags & SM_TOKEN_CLITIC) && !SM_IS_ONE_OF(scan, k, small)) break;
    k++;
  }
  return k > i && is_capital(scan, k) ? k - i : 0;
}

static bool is_name_word(const sm_scan *scan, uint32_t i) {
  return is_capital(scan, i) && !(scan->mask[i] & (1u << SM_CUE_TIME | 1u << SM_CUE_ACTOR));
}

/// "Unidentified gunmen", "The": an ordinary word that only begins the sentence.
static bool is_ordinary_start(const sm_scan *scan, uint32_t i) {
  const sm_lexicon_entry *e = scan->t[i].entry;
  bool begins = scan->t[i].flags & SM_TOKEN_SENTENCE_START || (i > 0 && sm_is_punct(scan, i - 1) && !sm_is_sign(scan, i - 1, ','));
  return sm_is(scan, i, SM_W_THE) || sm_is(scan, i, SM_W_A) || (begins && e && e->rank && e->rank < 200);
}

uint32_t sm_group_name_end(const sm_scan *scan, uint32_t first) {
  uint32_t i = first, sentence = scan->t[first].sentence;
  while (i < scan->n && scan->t[i].sentence == sentence && i - first < 12) {
    if (is_name_word(scan, i)) {
      i++;
      continue;
    }
    uint32_t joint = i > first ? joint_at(scan, i) : 0;
    if (!joint || !is_name_word(scan, i + joint)) break;
    i += joint;
  }
  return i;
}

static bool names_country(const sm_scan *scan, uint32_t i) {
  uint32_t m = scan->mention_at[i];
  sm_place_ref place = m ? scan->mentions->items[m - 1].place : 0;
  return place && sm_gazetteer_brief(scan->reader->gazetteer, place).kind == SM_KIND_COUNTRY;
}

static bool is_army_word(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"Defence", "Defense"};
  return SM_IS_ONE_OF(scan, i, words);
}

/// "Islamic ... Front", "Movement for the Liberation of ...", "Jaish al-Fatah", "Northern Militia".
static const sm_cue_row *by_its_words(const sm_scan *scan, uint32_t first, uint32_t last) {
  const sm_cue_row *opening = sm_outfit_word(scan, first, SM_K_OPENING), *body = NULL, *sole = NULL;
  bool marker = false, state = false, own = false;
  for (uint32_t i = first; i < last; i++) {
    if (sm_outfit_word(scan, i, SM_K_CIVIL)) return NULL;
    state |= names_country(scan, i);
    marker |= sm_outfit_word(scan, i, SM_K_MARKER) && !(state && is_army_word(scan, i));
    own |= is_capital(scan, i) && !sm_outfit_word(scan, i, SM_K_MARKER) && !sm_outfit_word(scan, i, SM_K_BODY);
    const sm_cue_row *b = sm_outfit_word(scan, i, SM_K_BODY);
    if (b && (i + 1 == last || (i + 1 < last && !is_capital(scan, i + 1)))) body = b;
    if (i + 1 == last) sole = sm_outfit_word(scan, i, SM_K_SOLE);
  }
  bool place = scan->mention_at[first] && scan->mention_at[first] == scan->mention_at[first + 1]; // "Lashkar Gah"
  if (last - first < 2 || !own) return NULL;
  if (opening && !place) return opening;
  if (sole) return sole;
  const sm_cue_row *side = first > 0 && scan->t[first - 1].sentence == scan->t[first].sentence ? sm_cue_at(scan, first - 1, SM_CUE_FORCE, NULL) : NULL;
  return marker || (side && side->kind == SM_K_REBEL) ? body : NULL; // "the rebel Movement for Peace"
}

/// "a group calling itself X", "the X sect", "X, a militant group".
static const sm_cue_row *by_its_kin(const sm_scan *scan, uint32_t first, uint32_t last) {
  const sm_cue_row *kin = last < scan->n && !is_capital(scan, last) ? sm_outfit_word(scan, last, SM_K_KIN) : NULL;
  uint32_t sentence = scan->t[first].sentence, i = first;
  uint32_t faith = first;
  while (faith < last && sm_has_cue(scan, faith, SM_CUE_PEOPLE)) faith++;
  if (faith == last) return NULL; // "a Sunni Muslim militant group"
  if (kin && last == first + 1 && scan->t[first].entry && (scan->t[first].entry->rank || sm_has_cue(scan, first, SM_CUE_FORCE))) kin = NULL; // "Kurdish militants", "Islamist fighters"
  bool naming = false;
  while (i > 0 && first - i < 4 && scan->t[i - 1].sentence == sentence && !naming) {
    i--;
    naming = sm_outfit_word(scan, i, SM_K_NAMING) != NULL;
  }
  if (!kin && naming && i > 0) kin = sm_outfit_word(scan, i - 1, SM_K_KIN);
  if (!kin && first > 0 && scan->t[first - 1].sentence == sentence && !(scan->t[first - 1].flags & SM_TOKEN_CAPITAL)) kin = sm_outfit_word(scan, first - 1, SM_K_KIN);
  return kin;
}

/// "Men of the Front ...": the name begins after "of".
static bool is_people_of(const sm_scan *scan, uint32_t i) {
  const sm_lexicon_entry *e = scan->t[i].entry;
  return i + 1 < scan->n && sm_is(scan, i + 1, SM_W_OF) && scan->t[i].flags & SM_TOKEN_SENTENCE_START && (sm_has_cue(scan, i, SM_CUE_FORCE) || (e && e->word_bits & SM_WORD_NOUN_PERSON));
}

/// "the Khasavyurt gang": of a place.
static bool is_gang(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"gang", "cartel", "cell", "militia", "mafia"};
  return SM_IS_ONE_OF(scan, i, words);
}

/// A word of such names, or for what they are, stands in the sentence or begins the next one.
static bool may_be_named(const sm_scan *scan, uint32_t sentence) {
  const uint32_t words = 1u << SM_CUE_OUTFIT;
  return scan->sentence_mask[sentence] & words || (sentence + 1 < scan->ns && scan->sentence_mask[sentence + 1] & words);
}

/// A capital word that no other stands before, but one that begins the sentence.
static bool begins_name(const sm_scan *scan, uint32_t first) {
  bool inside = first > 0 && is_capital(scan, first - 1) && scan->t[first - 1].sentence == scan->t[first].sentence;
  if (inside && is_ordinary_start(scan, first - 1)) inside = false;
  return !inside && is_name_word(scan, first) && !is_people_of(scan, first) && !sm_is(scan, first, SM_W_THE) && !sm_is(scan, first, SM_W_A);
}

bool sm_find_outfit(const sm_scan *scan, uint32_t first, uint32_t *last, int *type) {
  if (!may_be_named(scan, scan->t[first].sentence) || !begins_name(scan, first)) return false;
  *last = sm_group_name_end(scan, first);
  const sm_cue_row *row = by_its_words(scan, first, *last);
  bool of_place = !row && scan->mention_at[first] && is_gang(scan, *last);
  if (!row && !is_ordinary_start(scan, first) && (of_place || !scan->mention_at[first])) row = by_its_kin(scan, first, *last);
  if (!row) return false;
  if (of_place) ++*last;
  uint32_t end;
  const sm_cue_row *people = *last == first + 1 ? sm_cue_at(scan, *last, SM_CUE_FORCE, &end) : NULL;
  if (people && people->kind == SM_K_REBEL) *last = end; // "Moro rebels"
  *type = row->type ? row->type : 2;
  return true;
}

bool sm_find_culprit(const sm_scan *scan, uint32_t first, uint32_t *last) {
  if (!begins_name(scan, first)) return false;
  *last = sm_group_name_end(scan, first);
  return sm_is_culprit(scan, first, *last);
}
