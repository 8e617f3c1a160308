/// Armed groups that no list has, by the words of their names (lexicon class "outfits"). Private.
#ifndef SM_OUTFIT_H
#define SM_OUTFIT_H

#include "reader.h"

/// Whether a group's name starts at a token; last: its end, type: ACLED's inter code.
bool sm_find_outfit(const sm_scan *scan, uint32_t first, uint32_t *last, int *type);

#endif
