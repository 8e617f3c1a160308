/// Places of a sentence where nothing was hit: where those stand who strike, what people left, where the dead and hurt were brought. Private to the room.
#ifndef SM_AWAY_H
#define SM_AWAY_H

#include "story.h"

/// "five kilometres from Laiza": near it, not out of it; from: the token of "from".
bool sm_is_distance(const sm_scan *scan, uint32_t from, uint32_t floor);
/// "a tanker registered in X", "managed by a firm in X": whose a vessel is.
bool sm_is_of_owner(const sm_scan *scan, const sm_mention *m, uint32_t floor);
/// "families fleeing X": where they no longer were.
bool sm_is_left(const sm_scan *scan, const sm_mention *mention, uint32_t floor);
/// "on its way back from X": where those who were struck had been; from: the token of "from".
bool sm_is_come_from(const sm_scan *scan, uint32_t from, uint32_t floor);
/// "from positions in X": where those who struck stand.
bool sm_is_in_origin(const sm_story *story, const sm_mention *mention);
/// "shells from a vessel anchored in X tore into ...", "howitzers at Camp X pounded Y".
bool sm_is_of_launcher(const sm_story *story, const sm_mention *mention);
bool sm_is_launchers(const sm_story *story, const sm_mention *mention);
/// "lifted fifteen of the hurt to the hospital in X", "died of her wounds in X", "at the hospital in X".
bool sm_is_in_destination(const sm_story *story, const sm_mention *mention);
/// "where he was taken", "to which they had been flown": from the token behind the word that leads the clause.
bool sm_is_taken_there(const sm_scan *scan, uint32_t first);
bool sm_is_deathbed(const sm_story *story, const sm_mention *mention);
bool sm_is_hospitals(const sm_story *story, const sm_mention *mention);
/// "13 wounded had been brought in from X": where those were struck who were brought elsewhere.
bool sm_is_brought_from(const sm_story *story, const sm_mention *mention);
/// "killed four in A and wounded eleven in the worst attack in B in weeks", "in a part of B where ...": B, which holds A, only measures or describes the strike; both are mentions.
bool sm_is_measure_of(const sm_story *story, uint32_t a, uint32_t b);
/// "struck missiles prepared to be launched into the sea from X": 1 where what was struck stood, -1 where it was to go, 0 nothing of this.
int sm_side_of_launch(const sm_story *story, const sm_mention *mention);
/// "flown to X by helicopter", "being ferried on motorcycles": what somebody is brought in, at a token.
bool sm_is_conveyance(const sm_story *story, uint32_t token);
/// "for Mullah Qadir, shot dead in X on Monday": in a participle clause about somebody, behind a comma.
bool sm_is_in_aside(const sm_story *story, const sm_mention *mention);
/// "a third is in X", "whose headquarters are in X", "most of them lie in X": where somebody is who was not struck there.
bool sm_is_stay(const sm_story *story, const sm_mention *mention);
/// "killed X district commissioner Ali Nur in Y", "the car of X governor Gul Agha": whose office somebody who was struck holds.
bool sm_is_of_officer(const sm_story *story, const sm_mention *mention);
/// "before the Olympics in X", "days ahead of an election in X": what is to come there dates the strike.
bool sm_is_of_coming_event(const sm_story *story, const sm_mention *mention);
/// "migrants who had been stopped off X": where something else was done, earlier, to those who were struck.
bool sm_is_of_earlier_fate(const sm_story *story, const sm_mention *mention);
/// "X, struck on Friday": a participle with nothing that it strikes, at a token.
bool sm_is_struck_participle(const sm_scan *scan, uint32_t token, uint32_t end);

/// "The team was heading to a camp in X": where those who were struck were on their way to.
bool sm_is_headed_for(const sm_story *story, const sm_mention *mention);
/// "drones targeting X", "a missile fired at X", "drones that targeted X": the deed only tells which munition.
bool sm_tells_munition(const sm_story *story, uint32_t deed, const sm_cue_row *row);
/// "intercepted over X", "was shot down in the airspace over X": where what flew was met, nearer than where it was sent.
bool sm_is_downed_over(const sm_story *story, const sm_mention *mention);
/// "a drone targeting X was shot down over Y": where it was sent, and where nothing was hit.
bool sm_is_goal_of_downed(const sm_story *story, uint32_t index);
/// "near the Iran border in Khanaqin", "the road to the Jordan border near Rutba": a border by the country beyond it, where the place on this side follows.
bool sm_is_border_of_place(const sm_scan *scan, uint32_t mention);
/// "fired a missile towards X", "launched drones toward X": what was meant to be struck.
bool sm_is_fired_towards(const sm_scan *scan, uint32_t towards, uint32_t floor);
/// "in the province 790 km southwest of Kabul": how far off lies what was told before.
bool sm_is_far_bearing(const sm_scan *scan, uint32_t of, uint32_t floor);
/// "in Ghazni province(,) south of Kabul": the bearing right behind a place that it tells of.
bool sm_is_bearing_of_place(const sm_scan *scan, uint32_t index, uint32_t floor);
/// "a hospital north of X", "a storage site west of X": what was struck stands right before its bearings.
bool sm_stands_beside(const sm_scan *scan, uint32_t of, uint32_t floor);
/// "U.S. patrols", "UK engineers": a place before the noun for those whose it is.
bool sm_tells_whose_people(const sm_story *story, const sm_mention *mention);
/// "an official of the Jubba administration": a place before the noun for those who govern it.
bool sm_is_governed(const sm_story *story, const sm_mention *mention);

#endif
