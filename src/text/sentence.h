/// Inside text/: parting tokens into sentences and finding the lexicon's phrases in them.
#ifndef SM_SENTENCE_SPLIT_H
#define SM_SENTENCE_SPLIT_H

#include "arena.h"
#include "token_scan.h"

/// Parts the tokens of a finished scan into sentences in the arena and writes their numbers into the tokens.
/// Errors: MEMORY.
sm_status sm_split_sentences(const sm_scan *scan, sm_arena *arena, sm_sentence **out, size_t *n_sentences);

/// Longest phrase of the lexicon at each token. Errors: MEMORY.
sm_status sm_find_phrases(const sm_token *tokens, size_t n, const sm_lexicon *lexicon, sm_arena *arena,
                          sm_phrase **out, size_t *n_phrases);

#endif
