/// Parts of towns told with or beside the town. Private.
#ifndef SM_QUARTER_H
#define SM_QUARTER_H

#include "reader.h"

/// A part of a town that bears the name of a place elsewhere ("the Shevchenkivskyi district of Y", "In Y, a bar on X avenue") is held by the town.
void sm_keep_part_in_town(const sm_scan *scan, size_t index);
/// "It fell in the Harthiya neighbourhood": the town at the head of the paragraph, else the one told last; index + 1, 0 none or no such part.
uint32_t sm_town_of_quarter(const sm_scan *scan, size_t index);

/// "the X quarter", "the X and Y neighbourhoods", "the neighbourhoods of X and Y".
bool sm_is_told_as_quarter(const sm_scan *scan, const sm_mention *mention);
/// "X street", "Y Avenue".
bool sm_is_street(const sm_scan *scan, const sm_mention *mention);
/// Whether a word after the name makes it a part of a town: "the Al-Wehda quarter", "X market", which no town of a like name is.
bool sm_is_part_of_town(const sm_scan *scan, const sm_mention *mention);
/// "the Nafusa mountain town of Gharyan", but not "the Karrada suburb of Baghdad": the land that the town after it lies in.
bool sm_is_land_of_town(const sm_scan *scan, const sm_mention *mention);

/// "the X area of Y", "X village of Y": the first lies in the second.
bool sm_is_area_of(const sm_scan *scan, const sm_mention *x, const sm_mention *y);

#endif
