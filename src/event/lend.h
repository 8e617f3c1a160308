/// The opposing sides of a report, and the attackers that follow from them where a strike's own words name none. Private.
#ifndef SM_LEND_H
#define SM_LEND_H

#include "story.h"

/// Name the attackers of strikes that their own tellings leave open, and turn round those that strike their own side.
/// strikes, weight (below 0: not kept): one for each of the n groups that the hits are numbered by. Errors: MEMORY.
sm_status sm_lend_attackers(const sm_story *story, const sm_hits *hits, sm_strike *strikes, const float *weight, uint32_t n, sm_error *err);

#define SM_ALL_TOLD UINT32_MAX
enum { SM_MOST_MEANT = 64 };

/// How many of the strikes told so far a sentence speaks of: "both bombings" 2, "all three" 3, "the attacks" SM_ALL_TOLD; 0: it counts none.
uint32_t sm_strikes_meant(const sm_story *story, uint32_t sentence);

/// The groups of the last `most` strikes told before a sentence, the last first; returns how many, SM_MOST_MEANT at most.
uint32_t sm_groups_before(const sm_hits *hits, uint32_t sentence, uint32_t most, uint32_t groups[SM_MOST_MEANT]);

#endif
