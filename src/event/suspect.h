/// How likely a side of a report struck where the words leave it open: signs of a side and a strike, and their weights
/// (data/models/suspect.tsv). Private to the room.
#ifndef SM_SUSPECT_H
#define SM_SUSPECT_H

/// The signs: name of the rows in the table, and what it says. The first ones are of nobody, those of a side follow.
#define SM_SUSPECT_SIGNS(X)                                                                  \
  X(nobody, "nobody is named: always")                                                       \
  X(nobody_planted, "a bomb, a mine or a grenade")                                           \
  X(nobody_fired, "rockets, mortars or guns alone")                                          \
  X(nobody_no_weapon, "no weapon is told")                                                   \
  X(nobody_unclaimed, "the report tells that nobody owned up to a strike")                   \
  X(nobody_apart, "told as another matter")                                                  \
  X(nobody_bomb, "a bomb, nothing more")                                                     \
  X(nobody_unknown, "unknown persons")                                                       \
  X(nobody_several, "several groups are told of")                                            \
  X(state_own, "the state whose ground was struck")                                          \
  X(state_foreign, "another state")                                                          \
  X(coalition, "a coalition or mission")                                                     \
  X(group, "an armed group")                                                                 \
  X(group_home, "... at home in the country struck")                                         \
  X(group_sole, "... the only one told of")                                                  \
  X(rival_ground, "at war with the side whose ground was struck")                            \
  X(rival_target, "at war with the target")                                                  \
  X(rival_told, "the struck state itself, where a state at war with it is told of")          \
  X(usual, "who strikes there since the day of a row of the rivals")                         \
  X(lent, "strikes near by are its own by their words")                                      \
  X(lent_weapon, "... with a like weapon")                                                   \
  X(lent_next, "the nearest strike whose words tell who made it is its own")                 \
  X(lent_paragraph, "one of them stands in the same paragraph")                              \
  X(topic, "the side that the paragraph spoke of last")                                      \
  X(here, "told of in this sentence, not as struck")                                         \
  X(near, "... in the two before it")                                                        \
  X(count, "how often it is told of, by forces, up to one")                                  \
  X(forces, "its forces are told of")                                                        \
  X(acted, "it acts by its capital's name")                                                  \
  X(only_speaks, "it only speaks")                                                           \
  X(foreign_idle, "another state of which neither forces nor acts are told")                 \
  X(foreign_group, "... while a group at home there is: rockets from Lebanon are Hezbollah's") \
  X(denied, "it denies something")                                                           \
  X(accused, "it is blamed for something")                                                   \
  X(struck_only, "only told of as struck or as who holds ground")                            \
  X(speaks_here, "it speaks in this sentence")                                               \
  X(tells_success, "it tells that its enemies were struck")                                  \
  X(holds, "rebels hold the ground, and it is a group of that country")                      \
  X(strikes_rebels_state, "rebels were struck, and it is a state or a coalition")            \
  X(nameless_own, "the army or junta is told of, and it is the state struck")                \
  X(foreign_told, "forces from abroad are told of, and it is the state struck")              \
  X(army_own, "soldiers or police were struck, and it is their state")                       \
  X(army_group, "... and it is a group")                                                     \
  X(bomb_own, "a bomb, nothing more: the state struck")                                      \
  X(bomb_foreign, "... another state or a coalition")                                        \
  X(bomb_group, "... a group")                                                               \
  X(planted_denied, "a bomb or mine, a group that denies something")                         \
  X(planted_unclaimed, "... a group not blamed, where nobody owned up")                      \
  X(planted_far, "... a group not told of near by")                                          \
  X(flown_own, "from the air, the state struck")                                             \
  X(flown_foreign, "from the air, another state")                                            \
  X(drone_own, "by drone, the state struck")                                                 \
  X(drone_foreign, "by drone, another state")                                                \
  X(drone_group, "by drone, a group")                                                        \
  X(guns_own, "artillery, the state struck")                                                 \
  X(guns_foreign, "artillery, another state or a coalition")                                 \
  X(guns_group, "artillery, a group")                                                        \
  X(rockets_own, "rockets or mortars, the state struck")                                     \
  X(rockets_foreign, "rockets or mortars, another state or a coalition")                     \
  X(rockets_group, "rockets or mortars, a group")                                            \
  X(missile_foreign, "missiles, another state")                                              \
  X(missile_group, "missiles, a group")                                                      \
  X(planted_state, "planted, a state")                                                       \
  X(planted_group, "planted, a group")                                                       \
  X(planted_sole, "... the only one told of")                                                \
  X(no_weapon_own, "no weapon told, the state struck")                                       \
  X(no_weapon_foreign, "no weapon told, another state")

typedef enum sm_suspect_sign {
#define SM_SUSPECT_ENUM(name, what) SM_SUSPECT_##name,
  SM_SUSPECT_SIGNS(SM_SUSPECT_ENUM)
#undef SM_SUSPECT_ENUM
      SM_SUSPECT_COUNT
} sm_suspect_sign;

/// Weights of the signs, in order; compiled from the table.
extern const float sm_suspect_weights[SM_SUSPECT_COUNT];

#endif
