/// Armed groups that no list has, by the words of their names (lexicon class "outfits"). Private.
#ifndef SM_OUTFIT_H
#define SM_OUTFIT_H

#include "reader.h"

/// Whether a group's name starts at a token; last: its end, type: ACLED's inter code.
bool sm_find_outfit(const sm_scan *scan, uint32_t first, uint32_t *last, int *type);

/// A word of such names, or for what they are, at a token; NULL none.
const sm_cue_row *sm_outfit_word(const sm_scan *scan, uint32_t token, sm_kind kind);

/// The end of the capital words that begin at a token, with the small words among them.
uint32_t sm_group_name_end(const sm_scan *scan, uint32_t first);

/// Whether the words that begin at a token, of no list and no such words, name those who are told to have struck: "X claimed the attack", "gunmen of X",
/// "blamed X"; last: their end.
bool sm_find_culprit(const sm_scan *scan, uint32_t first, uint32_t *last);
/// ... words from first to last.
bool sm_is_culprit(const sm_scan *scan, uint32_t first, uint32_t last);

#endif
