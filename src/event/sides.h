/// The opposing sides of a report, and what its statements and possessives say of attackers that a strike's own words leave open. Private.
#ifndef SM_SIDES_H
#define SM_SIDES_H

#include "lend.h"
#include "suspect.h"

enum { SM_MAX_SIDES = 24 };

typedef struct sm_side {
  sm_actor actor;
  float count; ///< how often it is named; forces count twice
  bool forces;
  bool acted;  ///< a state that is named as one who acts: "Rwanda denied it"
  bool silent; ///< named otherwise than as a speaker
  bool denied; ///< it denies something
  bool accused; ///< blamed for something
  uint32_t accuses; ///< the sentence in which it blames somebody first, counted from 1; 0 none
  bool leads;   ///< named in the first two sentences
  uint32_t mark; ///< its bit in sides_in; 0 where it is not told of
  uint32_t mentions; ///< how often it is named
  uint32_t struck; ///< in how many tellings what was struck is its own
} sm_side;

typedef struct sm_lender {
  const sm_story *story;
  const sm_hits *hits;
  sm_strike *strikes;
  const float *weight;
  float *score;    ///< per strike: how surely its own words name the attacker
  sm_actor *lent;
  sm_actor *words; ///< per strike: nameless ones whom a statement blames ("separatist insurgents")
  uint32_t n;
  sm_actor *grounds; ///< per strike: the state whose ground it is on
  sm_side sides[SM_MAX_SIDES];
  uint32_t n_sides;
  uint32_t *sides_in; ///< per paragraph: the marks of the sides that it names
  bool foe;        ///< the report speaks of "the enemy"
  bool foreign_army; ///< ... of the army of a state that no strike is on the ground of
  bool nameless;   ///< ... of "the army", "the junta"
  bool neutral;    ///< ... is one of observers who name no side
  bool unclaimed;  ///< the report tells that nobody said he did it
  sm_str drones;   ///< states of whose ground a drone is their own, "ETH,MLI"
  bool *open;      ///< per strike: the report tells that nobody knows who struck
} sm_lender;

// sides.c
/// The actor that a state is, by its ISO 3166 code.
sm_actor sm_state_by_code(const sm_reader *reader, sm_str code);
/// Work out whose ground each strike is on; false when out of memory.
bool sm_find_grounds(sm_lender *l);
/// The state whose ground was struck: its holder's. Of one of the lender's strikes.
sm_actor sm_ground_of(const sm_lender *l, const sm_strike *s);
bool sm_party_speaks(const sm_story *story, const sm_party *p);
/// Whom the report names, how and where; false when out of memory.
bool sm_find_sides(sm_lender *l);
/// "army", "military": no word for soldiers of any side.
bool sm_is_army_word(const sm_scan *scan, uint32_t token);
/// A state at war with the struck one is told of.
bool sm_rival_state_told(const sm_lender *l, const sm_actor *ground);
/// Who strikes there since the day of a row of the lexicon's "rivals".
sm_actor sm_usual_side(const sm_lender *l, const sm_strike *s);

// means.c
/// One of the few groups with aircraft of their own.
bool sm_flies(const sm_actor *group);
/// Nothing but what is shot from tubes or thrown.
bool sm_is_fired(uint32_t weapons);
/// What flies from the ground of such a state is a group's: on its own ground, or abroad.
bool sm_fires_by_groups(const sm_actor *state, bool home);
/// A side may have struck with these weapons on a day (or SM_NO_DATE); home: in its own country.
bool sm_has_means(const sm_actor *side, bool home, uint32_t weapons, sm_date day);

// suspect.c
/// How well the attacker of one strike serves for another: same country, near in the text, like weapons.
float sm_lends(const sm_strike *from, const sm_strike *to);
/// "two US soldiers were killed": the party is among those killed or hurt.
bool sm_is_victim(const sm_story *story, const sm_party *party);
/// The side that was struck, as far as words for who was in it, for the target or for the victims name one.
sm_actor sm_target_of(const sm_lender *l, uint32_t i);

/// What is asked of one strike whose words lay it to nobody, worked out once for all sides.
typedef struct sm_case {
  uint32_t strike; ///< index
  sm_actor ground, target, owner, usual;             ///< whose ground it is, who was struck, whose ship, who strikes there in such a war; without a name where none is told
  bool hidden, apart, by_rebels, by_army, flown, on_rebels, on_army, downed, bombed; ///< planted, told as another matter, by nameless rebels, army or aircraft, on rebels, on soldiers or police, shot down, a town bombed
  bool later, elsewhere; ///< another strike is told before it; ... at another place, on land
} sm_case;
sm_case sm_case_of(const sm_lender *l, uint32_t i);

/// "Warplanes hit PKK camps in northern Iraq": the state that a group of its own country fights, where that of the ground is at no war with it; no name where there is none.
sm_actor sm_hunter_abroad(const sm_lender *l, const sm_case *of);

/// The signs that nobody of the report made the strike, into x.
void sm_signs_of_nobody(const sm_lender *l, const sm_case *of, float x[SM_SUSPECT_COUNT]);

/// The signs that a side made it; false: it did not, whatever they say.
bool sm_signs_of_side(const sm_lender *l, const sm_case *of, const sm_side *c, float x[SM_SUSPECT_COUNT]);

/// Their weighed sum.
float sm_weigh_suspect(const float x[SM_SUSPECT_COUNT]);

// attacker.c
/// "63 of its soldiers were killed": a token of those that suffered.
bool sm_is_hurt_of(const sm_story *story, uint32_t token);

// blame.c
/// How surely the party stands with words of blame: "blamed X", "X is suspected"; 0 not at all.
float sm_blame_score(const sm_scan *scan, const sm_party *party, uint32_t floor);

// statement.c
/// "No group has claimed", "denied responsibility": in the clause of a token.
bool sm_is_disowned(const sm_scan *scan, uint32_t token);

// which.c
/// "claimed the first attack", "Monday's bombing": which of the strikes told before, if there are several, the clause of a token speaks of; -1 unknown.
int sm_strike_told_by_words(const sm_lender *l, uint32_t token);

// own_up.c
/// "Islamic Jihad claimed the rocket fire": a group that is no state owns up to what the trigger's noun tells.
bool sm_claims_deed(const sm_story *story, const sm_trigger *g, const sm_party *p);
/// "X, an ally of al-Qaeda, claimed both attacks", "X said its fighters had done it": the party owns up to a strike.
bool sm_claims_attack(const sm_story *story, const sm_party *p);
/// "X said its fighters had killed five soldiers", "X claimed five dead", "X published a video of the attack": ... by what it tells of it.
bool sm_tells_own_blow(const sm_story *story, const sm_party *p);
/// "X issued a claim", "X called the attack revenge for a raid": ... by what it issues or calls it.
bool sm_owns_up_by_noun(const sm_story *story, const sm_party *p);

// author.c
/// "The charge was laid by X", "the bombers were members of X", "it was X who did this": how surely a sentence without a claim's or blame's own verb
/// lays it to this side; 0 not at all.
float sm_laid_to(const sm_story *story, const sm_party *p);

// origin.c
/// The word that leads to a party, over articles and adjectives, at most four back; UINT32_MAX at the floor.
uint32_t sm_lead_of(const sm_scan *scan, uint32_t first, uint32_t floor);
/// "fired from Ukrainian positions": the party is of whoever holds the ground that it came from.
bool sm_is_fired_from(const sm_scan *scan, const sm_party *p);

/// "fired from | a base", "shells from | the hill": what begins at the token is where fire came from.
bool sm_is_source_of_fire(const sm_scan *scan, uint32_t first);
/// "Colombia bomb attack", "Turkey car bomb": what follows a country's name tells what happened there.
bool sm_is_place_of_blast(const sm_scan *scan, const sm_party *p);

// hold.c
/// "a town held by the YPG", "which the TNLA holds": who holds the ground; -4 where it was struck, 3 where it was fired from, 0 none.
float sm_holder_score(const sm_story *story, const sm_party *p, uint32_t floor);
/// "A shell fell on a house in X. The town is held by the YPG.": the side holds what the strike hit, by its own words or the next.
bool sm_holds_struck(const sm_lender *l, uint32_t i, const sm_actor *side);

// habit.c
/// Words from first to last tell of what is usually or was formerly done.
bool sm_tells_habit(const sm_scan *scan, uint32_t first, uint32_t last);
/// ... words beside those from first to last, within their clause.
bool sm_tells_habit_by(const sm_scan *scan, uint32_t first, uint32_t last);
/// ... words of the part of a sentence, between semicolons and "but", that a token stands in.
bool sm_is_of_habit(const sm_scan *scan, uint32_t token);

// statement.c
/// "X claimed responsibility", "officials blamed X" in sentences of their own.
void sm_read_statements(sm_lender *l);

/// "terrorists", "a terrorist organisation": a word of those who were struck, for whoever it was.
bool sm_tells_terror(sm_str words);

/// "allied to al-Qaeda": is not the party that acts.
bool sm_is_ally(const sm_scan *scan, const sm_party *p);

// open.c
/// Mark the strikes of which the report tells that nobody knows who struck.
void sm_find_open(sm_lender *l);

// owner.c
/// "Al-Shabaab said its martyrdom brigade had done it": the nameless force is that of a group that speaks.
bool sm_is_own_of_speaker(const sm_story *story, const sm_party *party);
/// "a navy vessel shelled a village": the craft of a party is what struck.
bool sm_is_firing_ship(const sm_story *story, const sm_party *party);
/// The target of the i-th strike are rebels.
bool sm_strikes_rebels(const sm_lender *l, uint32_t i);
/// "rockets from Lebanon": the group at home there.
void sm_name_launchers(sm_lender *l, uint32_t i);
/// "the army bombed a block in Rafah": where the ground has no army, that of the state beside it.
void sm_name_army_of_neighbour(sm_lender *l, uint32_t i);
/// Armies tell of their own success.
void sm_name_reporter(sm_lender *l, uint32_t i);
/// "our gunners": of who speaks.
void sm_name_us(sm_lender *l, uint32_t i);
/// "its aircraft": of whoever the sentence begins with.
void sm_name_owner(sm_lender *l, uint32_t i);
/// "They attacked": of whom the sentence before tells.
void sm_name_pronoun(sm_lender *l, uint32_t i);
/// Weapons that one side alone uses.
void sm_name_by_arms(sm_lender *l, uint32_t i);

#endif
