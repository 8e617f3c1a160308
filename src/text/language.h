/// Inside text/: is it English?
#ifndef SM_LANGUAGE_H
#define SM_LANGUAGE_H

#include "token_scan.h"

/// By the share of function words among the words. Titles, capitals and short notes that do not tell count as
/// English when they are in Latin letters. lexicon may be NULL: then by the script alone.
bool sm_is_english(const sm_word_counts *counts, const sm_lexicon *lexicon);

#endif
