/// What people.c, people_noun.c and people_list.c share: one phrase for people. Private to them.
#ifndef SM_PEOPLE_H
#define SM_PEOPLE_H

#include "casualty.h"

/// "some eight people": a number after a word that else tells none.
bool sm_is_counting_number(const sm_scan *scan, uint32_t i);

/// Nouns for one person and for several that no row of the lexicon has.
extern const sm_cue_row sm_one_person, sm_many_persons;

static inline bool sm_is_word_token(const sm_scan *scan, uint32_t i) {
  return scan->t[i].flags & SM_TOKEN_WORD;
}

/// Adjectives, then a noun for people; the noun's row and end, or NULL.
const sm_cue_row *sm_people_noun(const sm_scan *scan, uint32_t i, uint32_t limit, uint32_t *last);

/// "two Indians": a demonym that stands for people itself; a row for such people and the end of the word, or NULL.
const sm_cue_row *sm_demonym_noun(const sm_scan *scan, uint32_t i, uint32_t limit, uint32_t *last);

/// Count n more people of a noun.
void sm_count_kinds(sm_people *p, const sm_cue_row *noun, int n);

/// One member of a list of people; false when none starts at the token.
bool sm_read_item(const sm_scan *scan, uint32_t i, uint32_t limit, sm_people *p);

/// "Olena, 40, was": an age between commas, of whom the word before a token is for.
bool sm_is_aged(const sm_scan *scan, uint32_t comma);
/// "a stoker, 49, has": a word in no list with such an age behind it.
bool sm_is_aged_word(const sm_scan *scan, uint32_t token);

/// An age for each of the people, before their noun or after it: who of them are children.
void sm_take_ages(const sm_scan *scan, uint32_t limit, sm_people *p);

/// Who struck, if he dies: nobody that the strike killed.
bool sm_is_striker(const sm_scan *scan, uint32_t i);

/// "aboard", "on board", "present": who were there, up to the end of it; 0 none.
uint32_t sm_past_board(const sm_scan *scan, uint32_t i);

#define IS_WORD_TEXT(scan, i, word) SM_IS_ONE_OF(scan, i, ((const char *const[]){word}))

/// "18 soldiers and officials dead": past the second noun of those whom one number counts, or the token itself.
uint32_t sm_past_second_noun(const sm_scan *scan, uint32_t token, uint32_t limit);

#endif
