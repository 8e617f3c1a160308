/// Verbs that no list of triggers holds, where a munition does them or they are done with one: "a drone ran
/// into a tower", "a satchel charge was put through the window", "the jeep sat on a mine". Private to the
/// room.
#ifndef SM_DEED_H
#define SM_DEED_H

#include "syntax.h"

/// The row to read the verb at a token by, or NULL where it tells of no munition that arrives.
const sm_cue_row *sm_deed_at(const sm_scan *scan, const sm_syntax *syntax, uint32_t token);

/// A munition that is counted is named in the sentence before, in its paragraph or right beside it.
bool sm_munition_before(const sm_scan *scan, uint32_t sentence);

/// "sappers", "the bomb disposal squad": who sets munitions off to make them safe.
bool sm_is_sapper(const sm_scan *scan, const sm_group *g);

#endif
