/// Bombs and mines that lay where they went off. Private to the room.
#ifndef SM_LAID_H
#define SM_LAID_H

#include "story.h"

/// A bomb or mine that lay where it went off: what names that spot names nothing struck.
bool sm_is_laid(const sm_story *story, const sm_hit *hit);

/// "the Bannu road", "the side of the road": tokens that name a way, rather than what is on it.
bool sm_is_way(const sm_scan *scan, uint32_t first, uint32_t last);

/// The verb of which a noun group is the subject, behind what "of" and "in" add to it; NULL none.
const sm_group *sm_verb_behind(const sm_story *story, const sm_group *who);

/// "passed", "was returning", "went by", "was on patrol".
bool sm_is_on_way(const sm_scan *scan, const sm_group *verb);

/// "people": whoever they are, the thing where they were says more.
bool sm_is_anybody(const sm_scan *scan, const sm_group *who);

#endif
