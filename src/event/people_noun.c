// The nouns by which phrases of people are known.
#include "people.h"
#include "tagger.h"

/// Demonyms stand for people after a number ("two Indians"), or before a noun.
static bool is_demonym(const sm_scan *scan, uint32_t i) {
  uint32_t m = scan->mention_at[i];
  return m && scan->mentions->items[m - 1].role == SM_ROLE_DEMONYM;
}

static bool stops_noun_phrase(const sm_scan *scan, uint32_t i) {
  if (!sm_is_word_token(scan, i)) return !sm_is_sign(scan, i, '-');
  if (sm_has_cue(scan, i, SM_CUE_CASUALTY) || sm_is_have(scan, i)) return true;
  if (sm_is_be(scan, i) &&
      (!(scan->t[i].flags & SM_TOKEN_CAPITAL) || scan->t[i].flags & SM_TOKEN_SENTENCE_START))
    return true; // not "IS fighters"
  static const sm_word stops[] = {
      SM_W_IN,   SM_W_AT,   SM_W_ON,        SM_W_OF,  SM_W_FROM,  SM_W_TO,    SM_W_BY,      SM_W_AND,
      SM_W_WHEN, SM_W_WHO,  SM_W_THAT,      SM_W_AS,  SM_W_AFTER, SM_W_WHILE, SM_W_OR,      SM_W_WHICH,
      SM_W_WITH, SM_W_NEAR, SM_W_INCLUDING, SM_W_BUT, SM_W_INTO,  SM_W_FOR,   SM_W_AGAINST, SM_W_BEFORE};
  return SM_IS_ANY(scan, i, stops);
}

const sm_cue_row sm_one_person = {.victims = SM_VICTIM_PEOPLE},
                 sm_many_persons = {.victims = SM_VICTIM_PEOPLE, .flags = SM_ROW_PLURAL};

/// "patrolmen", "a boatwoman": the end of a word that no list has as another noun.
static const sm_cue_row *of_suffix(const sm_scan *scan, uint32_t i) {
  enum { SHORTEST = 6 };
  const sm_str word = sm_span_text(scan, sm_tokens_span(scan, i, i + 1));
  if (!sm_is_word_token(scan, i) || scan->t[i].flags & SM_TOKEN_CAPITAL || word.len < SHORTEST || scan->mention_at[i]) return NULL;
  const char *end = word.ptr + word.len - 3;
  return memcmp(end, "men", 3) == 0 ? &sm_many_persons : memcmp(end, "man", 3) == 0 ? &sm_one_person : NULL;
}

/// "porters", "a trainee": nouns of persons and of nothing else, which no row of the lexicon has.
static const sm_cue_row *person_noun(const sm_scan *scan, uint32_t i) {
  enum {
    OTHER = SM_WORD_NOUN_GROUP | SM_WORD_NOUN_LOCATION | SM_WORD_NOUN_ARTIFACT | SM_WORD_NOUN_EVENT |
            SM_WORD_NOUN_COMMUNICATION | SM_WORD_NOUN_TIME | SM_WORD_NOUN_ACT | SM_WORD_ADJECTIVE |
            SM_WORD_ADVERB
  };
  const sm_lexicon_entry *e = scan->t[i].entry;
  const sm_cue_row *voice = sm_cue_at(scan, i, SM_CUE_CLAIMANT, NULL);
  uint32_t other =
      voice ? OTHER & ~(unsigned)SM_WORD_ADJECTIVE : OTHER; // "an official", "a correspondent"
  const sm_cue_row *suffixed = e && e->word_bits & SM_WORD_NOUN ? NULL : of_suffix(scan, i);
  if (suffixed) return suffixed;
  if (!e || !(e->word_bits & SM_WORD_NOUN_PERSON) || e->word_bits & other || scan->mention_at[i]) return NULL;
  if (scan->t[i].flags & SM_TOKEN_CAPITAL || sm_has_cue(scan, i, SM_CUE_TRIGGER) || sm_number_at(scan, i, NULL) || sm_is_have(scan, i))
    return NULL; // "the haves" are rare
  return e->word_bits & SM_WORD_PLURAL ? &sm_many_persons : &sm_one_person;
}

/// "a mortar team leader", "a rocket engineer": a weapon that tells whose trade it is.
static bool qualifies_person(const sm_scan *scan, uint32_t i, uint32_t limit) {
  enum { REACH = 3 };
  for (uint32_t k = i + 1; k < limit && k < i + REACH; k++) {
    const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_VICTIM, NULL);
    if (stops_noun_phrase(scan, k) || sm_has_cue(scan, k, SM_CUE_WEAPON)) return false;
    if ((row && !(row->flags & SM_ROW_PLURAL)) || person_noun(scan, k)) return true;
  }
  return false;
}

/// "a Taliban mortar team leader": the one person of a group by its name.
static const sm_cue_row *member_behind(const sm_scan *scan, uint32_t i, uint32_t limit, uint32_t *last) {
  enum { REACH = 4 };
  for (uint32_t k = i; k < limit && k < i + REACH && !stops_noun_phrase(scan, k); k++) {
    const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_VICTIM, last);
    if (row) return row->flags & SM_ROW_PLURAL || row->victims & SM_VICTIM_GROUP ? NULL : row;
  }
  return NULL;
}

/// A quotation mark, single or double.
static bool is_mark(const sm_scan *scan, uint32_t i) {
  return sm_is_quote(scan, i) || sm_is_sign(scan, i, '\'');
}

/// Past "(SNA)" or "[SNA]", or the token itself.
static uint32_t skip_acronym(const sm_scan *scan, uint32_t i, uint32_t limit) {
  const bool round = sm_is_sign(scan, i, '(');
  if (i + 2 >= limit || !(round || sm_is_sign(scan, i, '[')) || !(scan->t[i + 1].flags & SM_TOKEN_UPPER)) return i;
  return sm_is_sign(scan, i + 2, round ? ')' : ']') && i + 3 < limit && sm_has_cue(scan, i + 3, SM_CUE_VICTIM) ? i + 3 : i; // "five National Army (NA) soldiers"
}

const sm_cue_row *sm_people_noun(const sm_scan *scan, uint32_t i, uint32_t limit, uint32_t *last) {
  static const char *const said[] = {"said", "told", "says", "tells"};
  const sm_cue_row *found = NULL;
  if (is_mark(scan, i) && i + 1 < limit && !is_mark(scan, i + 1)) { // 17 "terrorists"
    found = sm_people_noun(scan, i + 1, limit, last);
    uint32_t shut = found ? *last : i + 1, end;
    while (!found && shut < limit && shut < i + 4 && !is_mark(scan, shut) && !stops_noun_phrase(scan, shut)) shut++;
    if (shut >= limit || !is_mark(scan, shut)) return found;
    const sm_cue_row *whose = shut + 1 < limit ? sm_cue_at(scan, shut + 1, SM_CUE_VICTIM, &end) : NULL; // 11 "apostate" soldiers
    if (whose) found = whose, *last = end;
    else if (found) *last = shut + 1;
    return found;
  }
  for (uint32_t k = i, words = 0; k < limit && words < 6; k++, words++) {
    k = skip_acronym(scan, k, limit);
    uint32_t age = sm_skip_age(scan, k, &(bool){0});
    if (age > k) {
      k = age - 1;
      continue;
    }
    if (k > i && k + 3 < limit && sm_is_sign(scan, k, '(') && scan->t[k + 1].flags & SM_TOKEN_UPPER && sm_is_sign(scan, k + 2, ')') && sm_has_cue(scan, k + 3, SM_CUE_VICTIM)) { // "District Reserve Guard (DRG) jawans"
      found = NULL, k += 2;
      continue;
    }
    const sm_cue_row *month = scan->t[k].flags & SM_TOKEN_CAPITAL ? sm_cue_at(scan, k, SM_CUE_TIME, NULL) : NULL;
    const sm_cue_row *number = sm_number_at(scan, k, NULL); // "On March 3 two men died"
    if (number && i > 0 && scan->t[i - 1].flags & SM_TOKEN_NUMBER && (number->kind == SM_K_UNIT || number->kind == SM_K_TEN)) return NULL;
    if (sm_is_indefinite(scan, k) || (month && month->kind == SM_K_MONTH)) return NULL; // "On September 14 a woman was killed"
    if (k + 1 < limit && sm_is_word_token(scan, k) && scan->t[k + 1].flags & SM_TOKEN_CLITIC) { // "the village's mayor", "the carpenter's sons"
      found = NULL;
      k++;
      continue;
    }
    uint32_t end;
    const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_VICTIM, &end);
    if (row && !found && !(row->flags & SM_ROW_PLURAL) && sm_has_cue(scan, end, SM_CUE_TARGET) &&
        !sm_has_cue(scan, end, SM_CUE_VICTIM) && !stops_noun_phrase(scan, end))
      break;   // "a private house"
    if (row) { // the last of a run of nouns: "police officers", "army soldiers"
      uint32_t person = end;
      const sm_cue_row *member_of = !(row->flags & SM_ROW_PLURAL) && end < limit && IS_WORD_TEXT(scan, k, "local") && scan->t[end].flags & SM_TOKEN_CAPITAL ? member_behind(scan, end, limit, &person) : NULL;
      if (member_of) { // "a local SDF commander"
        *last = person;
        return member_of;
      }
      found = row;
      *last = end;
      k = end - 1;
      const sm_lexicon_entry *next = end < limit ? scan->t[end].entry : NULL;
      const bool noun = row->flags & SM_ROW_PLURAL && next && !(next->word_bits & SM_WORD_VERB) && !sm_has_cue(scan, end, SM_CUE_VICTIM);
      const sm_cue_row *head = noun ? person_noun(scan, end) : NULL;
      if (head) found = head, *last = end + 1; // "a police reservist"
      uint32_t behind = end;
      const sm_cue_row *member = row->flags & SM_ROW_PLURAL && !head && scan->t[k].flags & SM_TOKEN_CAPITAL ? member_behind(scan, end, limit, &behind) : NULL;
      if (member) found = member, *last = behind;
      const sm_cue_row *second = row->flags & SM_ROW_PLURAL && *last < limit ? sm_cue_at(scan, *last, SM_CUE_VICTIM, &behind) : NULL;
      if (second && second->flags & SM_ROW_PLURAL) *last = behind; // "staff members"
      if (second && !(second->flags & SM_ROW_PLURAL) && !(scan->t[*last].flags & SM_TOKEN_CAPITAL)) found = second, *last = behind; // "a police commando"
      if (row->flags & SM_ROW_PLURAL) break;
      continue;
    }
    if (found && (scan->t[*last - 1].flags & SM_TOKEN_CAPITAL) && (scan->t[k].flags & SM_TOKEN_CAPITAL) &&
        sm_is_word_token(scan, k)) {
      found = NULL; // "Revolutionary Guard Corps commander"
      continue;
    }
    const sm_cue_row *trade = found && !(found->flags & SM_ROW_PLURAL) ? person_noun(scan, k) : NULL; // "a civilian contractor"
    if (trade) *last = k + 1, found = trade->flags & SM_ROW_PLURAL ? trade : found;
    if (found) break;
    if (sm_has_cue(scan, k, SM_CUE_CASUALTY) && k + 1 < limit && sm_has_cue(scan, k + 1, SM_CUE_VICTIM))
      continue;
    if (stops_noun_phrase(scan, k) || (sm_has_cue(scan, k, SM_CUE_WEAPON) && !qualifies_person(scan, k, limit))) break;
    if (k > i && (sm_is_counting_number(scan, k) || SM_IS_ONE_OF(scan, k, said))) break; // "the attack left eight people"
    const sm_cue_row *person = person_noun(scan, k);
    if (person) {
      found = person;
      *last = k + 1;
      if (person->flags & SM_ROW_PLURAL) break;
      continue;
    }
    uint32_t site;
    const sm_cue_row *target = sm_cue_at(scan, k, SM_CUE_TARGET, &site);
    if (target && site + 1 < limit && scan->t[site].flags & SM_TOKEN_CLITIC) { // "the air base's commander"
      k = site;
      continue;
    }
    if (target && !(k + 1 < limit && sm_has_cue(scan, k + 1, SM_CUE_VICTIM)))
      break;
  }
  return found;
}

const sm_cue_row *sm_demonym_noun(const sm_scan *scan, uint32_t i, uint32_t limit, uint32_t *last) {
  static const sm_cue_row nationals = {.victims = SM_VICTIM_PEOPLE};
  if (i >= limit || !is_demonym(scan, i)) return NULL;
  if (i + 1 < limit && sm_is_word_token(scan, i + 1) && !stops_noun_phrase(scan, i + 1)) return NULL;
  *last = i + 1;
  return &nationals;
}
