/// Tokens and sentences of one report: one pass over the bytes, keys of folded words and lexicon look-ups included,
/// so that all later stages compare numbers.
#ifndef SM_TOKEN_H
#define SM_TOKEN_H

#include "lexicon.h"
#include "span.h"

enum {
  SM_TOKEN_WORD = 1 << 0,        ///< letters (with inner apostrophes, or dotted as in U.S.), maybe with digits (F-16 is F, -, 16)
  SM_TOKEN_NUMBER = 1 << 1,      ///< digits with , or . inside (1,200 and 2.5)
  SM_TOKEN_PUNCT = 1 << 2,       ///< one sign; `sign` tells which
  SM_TOKEN_CAPITAL = 1 << 3,     ///< first letter is upper case (or title case)
  SM_TOKEN_UPPER = 1 << 4,       ///< all letters are upper case, at least two
  SM_TOKEN_CLITIC = 1 << 5,      ///< possessive 's or ' after a word (a token of its own)
  SM_TOKEN_ABBREVIATION = 1 << 6,///< dotted: U.S., Gen., Oct.
  SM_TOKEN_SPACE_BEFORE = 1 << 7,
  SM_TOKEN_LINE_START = 1 << 8,
  SM_TOKEN_PARAGRAPH_START = 1 << 9, ///< after an empty line, or the first token
  SM_TOKEN_UNCASED = 1 << 10,    ///< of a script without case (Arabic, Han, ...)
  SM_TOKEN_SENTENCE_START = 1 << 11,
  SM_TOKEN_MAY_END = 1 << 12, ///< . ! ? or an abbreviation: a sentence may end here
};

typedef struct sm_token {
  uint32_t begin, end; ///< bytes in the text
  uint64_t key;        ///< hash of the folded word, 0 for signs
  const sm_lexicon_entry *entry; ///< the single word's entry, or NULL
  uint16_t flags;      ///< SM_TOKEN_*
  uint16_t sign;       ///< ASCII code of a sign ('"' for all quotation marks, '-' for hyphens, '_' for dashes), 0 for words
  uint32_t sentence;   ///< index into sm_tokens.sentences
} sm_token;

/// A word at a glance: two numbers below 64, of its first letter and its length, of its middle letter and its last. They rule out nearly all
/// words that are not spelt like it.
typedef struct sm_glance {
  uint8_t ahead, behind;
} sm_glance;

static inline sm_glance sm_glance_of(const char *word, size_t len) {
  const unsigned char first = (unsigned char)(word[0] | 0x20), middle = (unsigned char)word[len / 2], last = (unsigned char)word[len - 1];
  return (sm_glance){(uint8_t)((first + 23 * len) & 63), (uint8_t)((middle + 11u * last) & 63)};
}

typedef struct sm_sentence {
  uint32_t first, last;  ///< tokens, half-open
  uint32_t begin, end;   ///< bytes, half-open, without surrounding space
  uint32_t paragraph;    ///< counted from 0
  uint16_t flags;        ///< SM_SENTENCE_*
} sm_sentence;

enum {
  SM_SENTENCE_HEADING = 1 << 0,   ///< a short line without an end sign
  SM_SENTENCE_ITEM = 1 << 1,      ///< starts a list item (bullet, dash, number)
  SM_SENTENCE_UPPER = 1 << 2,     ///< mostly in capitals
  SM_SENTENCE_QUOTE = 1 << 3,     ///< inside quotation marks throughout
  SM_SENTENCE_TITLED = 1 << 4,    ///< most words bear capitals, so that they tell nothing
};

/// A lexicon phrase of two words or more in the text; tokens half-open. Single words are in sm_token.entry.
typedef struct sm_phrase {
  uint32_t first, last;
  const sm_lexicon_entry *entry;
} sm_phrase;

typedef struct sm_tokens {
  const sm_token *items;
  size_t n;
  const sm_glance *glances; ///< per token, and one more; NULL for a title
  const sm_sentence *sentences;
  size_t n_sentences;
  const sm_phrase *phrases; ///< longest match at each start, in text order; may nest, never cross a sentence
  size_t n_phrases;
} sm_tokens;

/// Index of the first phrase that starts at a token or after it; n_phrases when none does.
SM_API size_t sm_first_phrase(const sm_tokens *tokens, uint32_t from);

#endif
