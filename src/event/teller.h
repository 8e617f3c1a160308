/// Where those stand who tell of a strike. Private to the room.
#ifndef SM_TELLER_H
#define SM_TELLER_H

#include "story.h"

/// "an elder reached by telephone in X": he speaks of another place.
bool sm_is_far_speaker(const sm_scan *scan, const sm_speech *speech, const sm_mention *m);

/// The speech in whose speaker's phrase a place stands ("officials in Miranshah"), or NULL.
const sm_speech *sm_speech_round(const sm_story *story, const sm_mention *m);
/// "the army said in Kigali": hung on a verb of saying, with nothing that strikes between.
bool sm_is_where_said(const sm_story *story, const sm_mention *m);
/// "observers in X had tracked the jets", "monitors in X": where those who tell of it are.
bool sm_is_observers(const sm_story *story, const sm_mention *m);
/// "Residents heard an explosion": who at a token noticed a strike, and was not struck.
bool sm_is_hearer(const sm_story *story, uint32_t token);
/// "Protesters in X condemned the strike on Y", "marched in X against the bombing": where people react to what was struck elsewhere.
bool sm_is_reactors(const sm_story *story, const sm_mention *m);
/// "In X doctors said that a mine had gone off near Y": where they speak of another place.
bool sm_is_fronted_tellers(const sm_story *story, uint32_t mention);
/// "Mayor X of Y", "the village head of Y": who speaks of what is his own.
bool sm_is_local_speaker(const sm_scan *scan, const sm_speech *speech);

#endif
