#include "language.h"

#include "lexicon_table.h"

/// English news has a function word in every third word, headlines and lists one in ten; other languages in Latin
/// letters share less than one in forty with the list. Below FEW_WORDS the share tells nothing.
enum { FEW_WORDS = 25, ENGLISH_PERCENT = 5, MOST_WORDS = 4000 };

/// Words that start with a letter beyond Latin and IPA, by their first UTF-8 byte: U+0340 and above, but for the Latin
/// additions at U+1E00.
static bool is_latin(sm_str text, const sm_token *word) {
  unsigned char c = (unsigned char)text.ptr[word->begin];
  return c < 0xcd || (c == 0xe1 && (unsigned char)text.ptr[word->begin + 1] >= 0xb8);
}

bool sm_is_english(const sm_tokens *tokens, sm_str text, const sm_lexicon *lexicon) {
  size_t latin = 0, others = 0, english = 0, foreign = 0;
  for (size_t i = 0; i < tokens->n && i < MOST_WORDS; i++) {
    const sm_token *t = tokens->items + i;
    if (!(t->flags & SM_TOKEN_WORD)) continue;
    if (is_latin(text, t)) latin++;
    else others++;
    if (!t->entry || !lexicon) continue;
    english += (t->entry->classes & lexicon->function_words) != 0;
    foreign += (t->entry->classes & lexicon->foreign_words) != 0;
  }
  if (others > latin) return false;
  if (!lexicon || !lexicon->function_words) return true;
  if (foreign > english) return false;
  return latin < FEW_WORDS || english * 100 >= latin * ENGLISH_PERCENT;
}
