/// Those who strike or are struck: groups, states by demonym or capital with their forces, nameless militants. Private.
#ifndef SM_ACTOR_H
#define SM_ACTOR_H

#include "reader.h"

typedef struct sm_party {
  uint32_t first, last; ///< tokens, force word included ("Israeli warplanes")
  uint32_t sentence;
  sm_actor actor;       ///< name {NULL, 0} where it must be found elsewhere ("the army")
  sm_str words;         ///< of rebels without a name: "suspected militants"; {NULL, 0} where they say nothing of who it is
  bool state;           ///< a state or its forces
  bool named;           ///< a name of its own
  bool again;           ///< "the group": of the one named before
  bool force;           ///< with a word for those who fight, or a weapon
  uint8_t role;         ///< sm_role of the mention it rests on
  uint32_t weapons;     ///< what the force word strikes with
} sm_party;

typedef struct sm_parties {
  sm_party *items; ///< in text order
  uint32_t n;
} sm_parties;

sm_status sm_find_parties(const sm_scan *scan, sm_parties *out, sm_error *err);

/// "the enemy", "hostile raids": the words name the other side.
bool sm_is_foe(const sm_scan *scan, const sm_party *party);

/// "fired from Houthi-controlled areas": the name, tokens first to last, is of who holds the ground that it came from.
bool sm_is_source_holder(const sm_scan *scan, uint32_t first, uint32_t last);

/// "GNA-affiliated forces", "Haftar-aligned drones": those who fight on the side of who is named; not "al-Qaeda-affiliated militants", a group of their own.
bool sm_is_side_of_force(const sm_scan *scan, uint32_t last);

/// The actor that a state is, by its country.
sm_actor sm_state_actor(const sm_reader *reader, sm_place_ref country);

/// The state of the country that a mention (index) lies in or is.
sm_actor sm_country_of_mention(const sm_scan *scan, uint32_t mention);

/// Whether two actors are the same, or a state and its forces.
bool sm_same_side(const sm_actor *a, const sm_actor *b);

/// Whether two are at war: rebels with the state of their own country, or a pair of the lexicon's "rivals".
bool sm_are_rivals(const sm_reader *reader, const sm_actor *a, const sm_actor *b);

#endif
