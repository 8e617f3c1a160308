/// Parts of towns told with or beside the town. Private.
#ifndef SM_QUARTER_H
#define SM_QUARTER_H

#include "reader.h"

/// A part of a town that bears the name of a place elsewhere ("the Shevchenkivskyi district of Y", "In Y, a bar on X avenue") is held by the town.
void sm_keep_part_in_town(const sm_scan *scan, size_t index);

#endif
