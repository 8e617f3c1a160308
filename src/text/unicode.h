/// Inside text/: reading UTF-8 and what the tokeniser needs to know of a character.
#ifndef SM_UNICODE_H
#define SM_UNICODE_H

#include <stdbool.h>
#include <stdint.h>

enum { SM_REPLACEMENT = 0xfffd };

/// The code point at s (end - s >= 1 bytes may be read) and its length in bytes; a malformed byte is U+FFFD of length 1.
uint32_t sm_utf8_next(const unsigned char *s, const unsigned char *end, uint32_t *length);

/// Writes the UTF-8 of a code point (at most 4 bytes), returns its length.
uint32_t sm_utf8_put(uint32_t code_point, unsigned char *out);

typedef enum sm_char_kind {
  SM_CHAR_SPACE,
  SM_CHAR_NEWLINE,
  SM_CHAR_LETTER, ///< letters, marks, ayn signs and primes inside words
  SM_CHAR_IDEOGRAPH, ///< a word by itself: Han, Kana
  SM_CHAR_DIGIT,
  SM_CHAR_APOSTROPHE, ///< or a single quotation mark
  SM_CHAR_FORMAT, ///< joiners and direction marks: nothing by themselves
  SM_CHAR_SIGN,
} sm_char_kind;

/// For code points from U+0080.
sm_char_kind sm_char_kind_of(uint32_t code_point);

/// Case: 1 upper or title, -1 lower, 0 without case (or a mark, see *cased_script).
int sm_char_case(uint32_t code_point);

/// Letters of scripts without case (Arabic, Hebrew, Han, ...).
bool sm_char_uncased(uint32_t code_point);

/// sm_token.sign of a sign from U+0080.
uint16_t sm_char_sign(uint32_t code_point);

/// Apostrophes, primes, ayn and hamza signs: the fold drops them.
bool sm_char_apostrophic(uint32_t code_point);

#endif
