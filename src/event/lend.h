/// The opposing sides of a report, and the attackers that follow from them where a strike's own words name none. Private.
#ifndef SM_LEND_H
#define SM_LEND_H

#include "story.h"

/// Name the attackers of strikes that their own tellings leave open, and turn round those that strike their own side.
/// strikes, weight (below 0: not kept): one for each of the n groups that the hits are numbered by. Errors: MEMORY.
sm_status sm_lend_attackers(const sm_story *story, const sm_hits *hits, sm_strike *strikes, const float *weight, uint32_t n, sm_error *err);

/// "the attacks", "both bombings": whether a sentence speaks of all strikes that were told so far.
bool sm_is_of_all(const sm_story *story, uint32_t sentence);

#endif
