/// What may be named as struck. Private to the room.
#ifndef SM_TARGET_H
#define SM_TARGET_H

#include "story.h"

/// Whether words name who tells of the strike.
bool sm_is_told_by(const sm_story *story, uint32_t first, uint32_t last);

/// Where the wounded are taken.
bool sm_is_ward(const sm_scan *scan, uint32_t token);

#endif
