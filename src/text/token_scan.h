/// Inside text/: the single pass from bytes to tokens. Sentences are parted afterwards (sentence.h).
#ifndef SM_TOKEN_SCAN_H
#define SM_TOKEN_SCAN_H

#include "arena.h"
#include "token.h"

/// Zero bytes that must follow the text, so that the scanner may look ahead.
enum { SM_SCAN_PADDING = 32 };

/// What the words of a text have in common, counted on the way.
typedef struct sm_word_counts {
  uint32_t words;
  uint32_t capitals; ///< words that start with a capital
  uint32_t others;   ///< words that start beyond Latin letters
  uint32_t english, foreign; ///< function words
} sm_word_counts;

typedef struct sm_scan {
  const unsigned char *text; ///< followed by SM_SCAN_PADDING zero bytes
  uint32_t len;
  const sm_lexicon *lexicon; ///< NULL: no look-ups, no abbreviations but dotted ones
  sm_arena *arena;           ///< where items grow; NULL: items has fixed capacity
  sm_token *items;
  size_t n, cap;
  // State of the pass.
  uint32_t at;
  uint16_t pending;       ///< flags of the next token
  uint16_t breaks;        ///< line ends since the last token
  uint32_t line_begin;    ///< first byte of the line's content
  uint32_t wrap_width;    ///< longest line where lines are wrapped, 0 where each line is a paragraph
  bool single_quote_open;
  bool has_quotes; ///< double quotation marks in the text
  uint64_t abbreviations; ///< class bit
  sm_word_counts counts;
} sm_scan;

/// Errors: MEMORY, LIMIT (fixed capacity exceeded).
sm_status sm_scan_tokens(sm_scan *scan);

#endif
