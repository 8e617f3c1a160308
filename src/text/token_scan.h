/// Inside text/: the single pass from bytes to tokens. Sentences are parted afterwards (sentence.h).
#ifndef SM_TOKEN_SCAN_H
#define SM_TOKEN_SCAN_H

#include "arena.h"
#include "token.h"

/// Zero bytes that must follow the text, so that the scanner may look ahead.
enum { SM_SCAN_PADDING = 32 };

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
  uint64_t abbreviations; ///< class bit
} sm_scan;

/// Errors: MEMORY, LIMIT (fixed capacity exceeded).
sm_status sm_scan_tokens(sm_scan *scan);

#endif
