/// Where a strike was, by all its tellings. Private to the room.
#ifndef SM_WHEREABOUTS_H
#define SM_WHEREABOUTS_H

#include "story.h"

/// Locate the strike that the hits of that group tell of; its attacker must be known as far as the hits tell it.
/// Errors: MEMORY.
sm_status sm_locate_strike(const sm_story *story, const sm_hits *hits, uint32_t group, uint32_t n_groups, sm_strike *strike, sm_error *err);

/// A strike of which no place is told at all lies in the country that the report speaks of. Errors: MEMORY.
sm_status sm_locate_by_country(const sm_story *story, sm_strike *strike, sm_error *err);

/// "Hezbollah hit Metula and the Biranit base": a name in no gazetteer that was taken to lie at the home of who struck it lies over the border, where
/// that side's strikes (n, one a group of hits) cross it and the name's own sentence tells nothing that holds it.
sm_status sm_locate_over_borders(const sm_story *story, const sm_hits *hits, sm_strike *strikes, uint32_t n, sm_error *err);

#endif
