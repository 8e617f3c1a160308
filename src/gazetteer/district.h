/// Outlines of districts from their places: Voronoi cells cut by the first-level unit and merged by district.
/// Private to the room.
#ifndef SM_DISTRICT_H
#define SM_DISTRICT_H

#include "builder.h"

/// Give districts without an outline one, and list the districts of each first-level unit. `unlocated` are
/// the districts whose data have no coordinates. Errors: MEMORY.
sm_status sm_make_districts(sm_builder *b, const uint32_t *unlocated, size_t n_unlocated, sm_error *err);

#endif
