/// Claims of a strike: who says which figure, asserts, confirms or denies it. Private to the room.
#ifndef SM_CLAIM_H
#define SM_CLAIM_H

#include "story.h"

/// Who tells the whole report, and who issues one that is a release, a summary or a post (its sentence is UINT32_MAX where the first one is his, too).
void sm_find_tellers(sm_story *story);

/// Give each strike (one a group of the hits) the claims of its tellings. Errors: MEMORY.
sm_status sm_add_claims(const sm_story *story, const sm_hits *hits, sm_strike *strikes, uint32_t n,
                        sm_error *err);

/// Denials, and the status that they give; after the attackers are known. Errors: MEMORY.
sm_status sm_add_denials(const sm_story *story, const sm_hits *hits, sm_strike *strikes, uint32_t n,
                         sm_error *err);

/// "received 38 wounded, three of whom died": the dead of that voice, which are no toll of the strike; after its claims are summed.
void sm_add_patients_deaths(const sm_story *story, const sm_hits *hits, sm_strike *strikes, uint32_t n);

/// fat_*, inj_* of the strike from its claims, by the rule of the layers.
void sm_sum_claims(sm_strike *strike);

#endif
