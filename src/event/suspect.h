/// How likely a side of a report struck where the words leave it open: signs of a side and a strike, and their weights
/// (data/models/suspect.tsv). Private to the room.
#ifndef SM_SUSPECT_H
#define SM_SUSPECT_H

/// The signs: name of the rows in the table, and what it says. The first ones are of nobody, those of a side follow.
#define SM_SUSPECT_SIGNS(X)                                                                  \
  X(nobody, "nobody is named: always")                                                       \
  X(nobody_planted, "a bomb, a mine or a grenade")                                           \
  X(nobody_fired, "rockets, mortars or guns alone")                                          \
  X(nobody_apart, "told as another matter")                                                  \
  X(nobody_later, "another strike is told before it")                                        \
  X(state_own, "the state whose ground was struck")                                          \
  X(state_foreign, "another state")                                                          \
  X(coalition, "a coalition or mission")                                                     \
  X(group, "an armed group")                                                                 \
  X(group_home, "... at home in the country struck")                                         \
  X(group_sole, "... the only one told of")                                                  \
  X(rival_ground, "at war with the side whose ground was struck")                            \
  X(usual, "who strikes there since the day of a row of the rivals")                         \
  X(lent, "strikes near by are its own by their words")                                      \
  X(lent_paragraph, "one of them stands in the same paragraph")                              \
  X(count, "how often it is told of, by forces, up to one")                                  \
  X(only_speaks, "it only speaks")                                                           \
  X(stranger, "neither of this country nor at war with it or the target")                    \
  X(stranger_idle, "... a state whose forces are not told of")                               \
  X(strikes_rebels_state, "rebels were struck, and it is a state or a coalition")            \
  X(nameless_own, "the army or junta is told of, and it is the state struck")                \
  X(army_own, "soldiers or police were struck, and it is their state")                       \
  X(flown_own, "from the air, the state struck")                                             \
  X(guns_own, "artillery, the state struck")                                                 \
  X(guns_group, "artillery, a group")                                                        \
  X(rockets_own, "rockets or mortars, the state struck")                                     \
  X(rockets_foreign, "rockets or mortars, another state or a coalition")                     \
  X(rockets_group, "rockets or mortars, a group")                                            \
  X(planted_state, "planted, a state")                                                       \
  X(army_group, "soldiers or police were struck, and it is a group")                         \
  X(group_later, "a group, and a strike at another place is told before it")                 \
  X(group_beside, "a group that a paragraph of its telling names")                           \
  X(group_lead, "a group that the first two sentences name")                                 \
  X(state_lead, "a state or a coalition that they name")                                     \
  X(own_peace, "the state struck, while no group at home there is told of")

typedef enum sm_suspect_sign {
#define SM_SUSPECT_ENUM(name, what) SM_SUSPECT_##name,
  SM_SUSPECT_SIGNS(SM_SUSPECT_ENUM)
#undef SM_SUSPECT_ENUM
      SM_SUSPECT_COUNT
} sm_suspect_sign;

/// Weights of the signs, in order; compiled from the table.
extern const float sm_suspect_weights[SM_SUSPECT_COUNT];

#endif
