/// The very place of a strike within a coarse one, by the sentences that go on about it. Private.
#ifndef SM_FINER_H
#define SM_FINER_H

#include "story.h"

/// Countries, provinces and the like, within which a later sentence may tell the very place.
bool sm_is_coarse_place(const sm_story *story, uint32_t mention);
/// A sea or a strait.
bool sm_is_sea_place(const sm_story *story, uint32_t mention);
/// "south of Baghdad", not "60 km south of Baghdad": told by a direction alone, which leaves open where.
bool sm_is_told_by_direction(const sm_story *story, uint32_t mention, double *azimuth);
/// "north of Kirkuk", and "20 km south of Kirkuk": two mentions of one place tell sides of it, nearly a right angle apart or more.
bool sm_is_told_on_other_side(const sm_story *story, uint32_t mention, uint32_t other);

/// The place within a coarse one that the sentences between and after a strike's tellings give, before another strike is told; else the same.
int sm_finer_place(const sm_story *story, const sm_hits *hits, uint32_t group, int coarse);
/// The town or district within a coarse place of whose officials one tells of the strike, before another is told; -1 none.
int sm_place_of_office(const sm_story *story, const sm_hits *hits, uint32_t group, int coarse);

#endif
