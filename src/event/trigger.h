/// Which trigger words tell of a strike that happened, and which of threats, plans, exercises, history or idioms. Private.
#ifndef SM_TRIGGER_H
#define SM_TRIGGER_H

#include "syntax.h"

typedef enum sm_reality {
  SM_REAL,
  SM_THREATENED,
  SM_PLANNED,
  SM_NOT_REAL, ///< denied, hypothetical, an exercise, a habit
  SM_HISTORY,
} sm_reality;

typedef struct sm_trigger {
  uint32_t first, last; ///< tokens
  uint32_t sentence;
  const sm_cue_row *row;
  sm_reality reality;
  bool verb, passive, plural;
  bool definite; ///< "the attack": told before
  bool reacted;  ///< "condemned the attack"
  bool another;  ///< "another attack"
  bool worst;    ///< "the deadliest attack": one of those told of
  bool many;     ///< "many attacks", "a string of attacks"
  bool general;  ///< "attacks" in general, a count over a time
} sm_trigger;

typedef struct sm_triggers {
  sm_trigger *items; ///< in text order
  uint32_t n;
} sm_triggers;

/// "marched against the bombing", "a vigil for the victims of the attack": a noun that people elsewhere gather about.
bool sm_is_stood_against(const sm_scan *scan, const sm_syntax *syntax, const sm_trigger *trigger);

/// "an army drone killed", "a mine went off": the row of the weapon that the subject of a trigger's verb names; NULL none.
const sm_cue_row *sm_weapon_of_subject(const sm_scan *scan, const sm_syntax *syntax, const sm_trigger *trigger);

sm_status sm_find_triggers(const sm_scan *scan, const sm_syntax *syntax, sm_triggers *out, sm_error *err);

/// "was", "had been" before a token, back to a floor.
bool sm_is_be_before(const sm_scan *scan, uint32_t token, uint32_t floor);
/// "an earthquake that hit", "Cyclone Freddy struck", "bomb disposal experts blew up": who did it, by the words before the verb.
bool sm_is_done_by(const sm_scan *scan, const sm_trigger *trigger, uint32_t floor, sm_kind kind);

// disposal.c
/// Whether a trigger tells of munitions that somebody finds, holds or makes harmless; deed: it is a verb that strikes by its object alone.
bool sm_is_made_harmless(const sm_scan *scan, const sm_syntax *syntax, const sm_trigger *trigger, bool deed);

// determiner.c
/// "The death toll from the bombings has risen": it is the toll that rises, not the strikes.
bool sm_is_of_count(const sm_scan *scan, uint32_t trigger, uint32_t floor);
/// Fills definite, reacted, another, worst, many, general and plural of a trigger by the words round it.
void sm_read_determiner(const sm_scan *scan, const sm_syntax *syntax, sm_trigger *trigger, uint32_t floor);

// unarmed.c
/// "a train hit a minibus", "bees attacked mourners": done by traffic, beasts or those who are no fighters, with no munition told of.
bool sm_is_without_arms(const sm_scan *scan, const sm_syntax *syntax, const sm_trigger *trigger);

// unreal.c
/// "shells began to fall": an infinitive of what went on to happen.
bool sm_is_begun(const sm_scan *scan, const sm_trigger *trigger, uint32_t floor);
/// Whether the words round a trigger make it no event of the day: "to stop shelling", "since the bombing began".
bool sm_is_unreal(const sm_scan *scan, const sm_syntax *syntax, const sm_trigger *trigger, uint32_t floor, uint32_t ceiling);
/// "feared dead as blasts rocked": a clause begins between two tokens.
bool sm_has_joint_between(const sm_scan *scan, uint32_t first, uint32_t last);
/// "A homemade bomb hidden in a gas cylinder went off", "a gas cylinder packed with explosives": what sounds like an accident is told of a bomb.
bool sm_is_of_laid_bomb(const sm_scan *scan, const sm_trigger *trigger, uint32_t floor, uint32_t ceiling);
/// "came down like a missile", "sounded like shelling", "we thought a bomb had gone off": what stands at a token is something else held for it.
bool sm_is_simile(const sm_scan *scan, uint32_t token);
/// "The striker hit the bar twice and his side won on penalties": two words of sport.
bool sm_is_of_sport(const sm_scan *scan, const sm_sentence *sentence);

#endif
