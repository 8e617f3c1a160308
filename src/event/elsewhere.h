/// Places that words of hospitals, funerals, talks and journeys lead to. Private.
#ifndef SM_ELSEWHERE_H
#define SM_ELSEWHERE_H

#include "story.h"

/// The row of the trigger that begins at a token, which may be one by what is told with it alone; NULL none.
const sm_cue_row *sm_deed_told_at(const sm_story *story, uint32_t i);

/// A word of hospitals, funerals, talks, launches ... before the place in its clause.
bool sm_is_elsewhere(const sm_story *story, uint32_t first, uint32_t floor);

/// "travelling between X and Y when the car was hit": what went on there was struck.
bool sm_is_struck_then(const sm_scan *scan, uint32_t last);

/// "the camp of the UN mission in X": the words that begin at a token tell whose a struck thing is.
bool sm_is_target_owner(const sm_scan *scan, uint32_t first, uint32_t floor);

/// "fired rockets into A, killing ten people, including children playing on a field in B": where some of the dead were, of a strike that has its place.
bool sm_is_of_some(const sm_story *story, const sm_mention *mention);
/// "the Black Sea naval headquarters", "a Red Sea port": what stands on the coast of a sea.
bool sm_is_coast(const sm_scan *scan, const sm_mention *mention);

#endif
