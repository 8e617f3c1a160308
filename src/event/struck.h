/// Names that a verb of striking makes places: what was shelled, what came under fire. Private to the room.
#ifndef SM_STRUCK_H
#define SM_STRUCK_H

#include "story.h"

typedef enum sm_struck {
  SM_STRUCK_NO,
  SM_STRUCK_MAYBE, ///< a place, a ship or a group may stand there
  SM_STRUCK_SURELY,
} sm_struck;

/// End of the run of capitalised words that starts at a token, or the token itself when none does.
uint32_t sm_site_name_end(const sm_scan *scan, uint32_t first, uint32_t ceiling);

/// "when Zelenivka, a suburb, was shelled", "X came under fire", "X took eleven rockets": the name is the subject of what was struck.
bool sm_is_struck_subject(const sm_scan *scan, uint32_t first, uint32_t end);

/// How surely a name that is the object of a verb of striking is a place.
sm_struck sm_struck_object(const sm_scan *scan, uint32_t first, uint32_t end);

/// Whether the verb at a token says that its subject is struck by what follows: "took eleven rockets", "saw two strikes".
bool sm_is_suffered(const sm_scan *scan, uint32_t verb);
/// "came under heavy and prolonged fire", "were exposed to aerial bombardment", "became the target of a missile attack": a token of the verb.
bool sm_is_put_under(const sm_scan *scan, uint32_t verb);

/// "Orikhiv and Huliaipole suffered the most": what was harmed is a place.
bool sm_is_harm_of_place(const sm_story *story, const sm_trigger *trigger);
/// "A strike hit Rafah", "a strike on Rafah": by the noun alone, where a place is told.
bool sm_is_strike_on_place(const sm_story *story, const sm_trigger *trigger);
/// "A, B and others came under fire", but "Washington came under fire", "the town came under fire for its taxes".
bool sm_is_town_under_fire(const sm_story *story, const sm_trigger *trigger);
/// "fired on the village of X", "hit at X": at a settlement, which takes more than rifles.
bool sm_is_at_settlement(const sm_story *story, const sm_trigger *trigger);
/// "Russian troops fired on X", "the army opened fire on the village of Y": an army at a settlement, with more than rifles.
bool sm_is_army_fire(const sm_story *story, const sm_trigger *trigger);

/// Whether the words after a name tell that its place was struck: "X, where it dropped four bombs", "X, where a missile killed two".
/// "Merefa, a town south of Kharkiv, where a shell fell": the words only tell where the town before them lies.
bool sm_tells_where_town_lies(const sm_scan *scan, const sm_mention *m);

/// end: the token after the name; listed: the name ends a list, so that the dead alone tell ("and X, where three died").
bool sm_is_struck_there(const sm_scan *scan, uint32_t end, bool listed);

/// "4 Somali soldiers killed in a blast", "four gunmen were killed": the token stands in the words for a number of dead or hurt.
bool sm_is_hurt_count(const sm_story *story, uint32_t token);

#endif
