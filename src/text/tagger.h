/// Parts of speech of a sentence's tokens: a hidden Markov model over the parts that the lexicon lists for each word.
#ifndef SM_TAGGER_H
#define SM_TAGGER_H

#include "token.h"

/// In the order of data/models/tags.tsv; the letter of each is the one used there and in parts_of_speech.tsv.gz.
typedef enum sm_part {
  SM_PART_STOP,        ///< . ! ? and the start of a sentence
  SM_PART_SIGN,        ///< , all other signs
  SM_PART_QUOTE,       ///< "
  SM_PART_PROPER,      ///< P Iran, Taliban
  SM_PART_NOUN,        ///< n village
  SM_PART_NOUNS,       ///< N villages
  SM_PART_PRONOUN,     ///< p it, they, him
  SM_PART_POSSESSIVE,  ///< q its, their
  SM_PART_CLITIC,      ///< s 's
  SM_PART_DETERMINER,  ///< d the, a, this, all
  SM_PART_NUMBER,      ///< c nine, 12
  SM_PART_ADJECTIVE,   ///< j
  SM_PART_BASE,        ///< b strike, are: infinitive or plain present
  SM_PART_PRESENT,     ///< z strikes, is
  SM_PART_PAST,        ///< v struck, was
  SM_PART_PARTICIPLE,  ///< w struck, been
  SM_PART_ING,         ///< g striking
  SM_PART_MODAL,       ///< m would
  SM_PART_ADVERB,      ///< a
  SM_PART_PREPOSITION, ///< i in, after, because, that
  SM_PART_PARTICLE,    ///< r up
  SM_PART_TO,          ///< t
  SM_PART_WH,          ///< W who, which, where
  SM_PART_CONJUNCTION, ///< C and, but
  SM_PART_THERE,       ///< e
  SM_PARTS
} sm_part;

/// The part of a letter of the tables; SM_PART_SIGN for an unknown one.
sm_part sm_part_of_letter(char letter);

/// Costs (negative natural logarithms): row 0 those of the first to fourth listed part of a word, row 1 + p of each
/// part after part p. Fitted: see data/models/README.md.
extern const float sm_tag_costs[SM_PARTS + 1][SM_PARTS];

/// Tell the parts (sm_part) of the tokens of one sentence; parts is indexed by token.
void sm_tag(const sm_token *tokens, const sm_sentence *sentence, uint8_t *parts);

static inline bool sm_part_is_noun(unsigned part) { return part >= SM_PART_PROPER && part <= SM_PART_NOUNS; }
static inline bool sm_part_is_verb(unsigned part) { return part >= SM_PART_BASE && part <= SM_PART_MODAL; }

#endif
