#include "language.h"

#include "lexicon_table.h"

/// English news has a function word in every third word, headlines and lists one in ten; other languages in Latin
/// letters share less than one in forty with the list. Below FEW_WORDS the share tells nothing.
enum { FEW_WORDS = 25, ENGLISH_PERCENT = 5 };

bool sm_is_english(const sm_word_counts *counts, const sm_lexicon *lexicon) {
  uint64_t latin = counts->words > counts->others ? counts->words - counts->others : 0;
  if (counts->others > latin) return false;
  if (!lexicon || !lexicon->function_words) return true;
  const uint32_t article = latin < FEW_WORDS; // of a name: "Shells hit el-Obeid, killing 10"
  if (counts->foreign > counts->english + article) return false;
  return latin < FEW_WORDS || (uint64_t)counts->english * 100 >= latin * ENGLISH_PERCENT;
}
