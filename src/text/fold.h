/// Folding of names for comparison: full case folding, compatibility decomposition without marks, apostrophes and
/// like signs dropped, hyphens and spaces parting words. One fold serves reports, gazetteers and lexicons.
#ifndef SM_FOLD_H
#define SM_FOLD_H

#include "span.h"
#include "status.h"

/// Changes of the fold change all compiled files: they carry this number.
#define SM_FOLD_VERSION 1

/// Fold one word (no spaces) into out, at most cap bytes; returns its length, or SIZE_MAX when it does not fit.
/// Invalid UTF-8 is folded as U+FFFD.
SM_API size_t sm_fold_word(sm_str word, char *out, size_t cap);

/// Hash of one folded word; never 0.
SM_API uint64_t sm_word_key(sm_str folded);

/// Key of a phrase from the keys of its words: start with the first word's key, then extend in order.
static inline uint64_t sm_phrase_key(uint64_t phrase, uint64_t word) {
  uint64_t k = (phrase ^ (word + 0x9e3779b97f4a7c15ull + (phrase << 6) + (phrase >> 2))) * 0xff51afd7ed558ccdull;
  k ^= k >> 33;
  return k ? k : 1;
}

/// Key of a whole name ("Bab el-Mandeb"): tokenised and folded as in a report. 0 when it has no word.
/// n_words (may be NULL) receives the number of words.
SM_API uint64_t sm_name_key(sm_str name, int *n_words);

/// Keys of the words of a name as in a report: writes at most cap, returns the full number (at most 64).
SM_API size_t sm_name_words(sm_str name, uint64_t *keys, size_t cap);

#endif
