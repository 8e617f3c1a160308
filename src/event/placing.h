/// How likely a place told in a report is where a strike was, by what is told round it and by how the report speaks of it elsewhere: signs and
/// their weights (data/models/place_struck.tsv). The score of place.c is the foremost sign. Private to the room.
#ifndef SM_PLACING_H
#define SM_PLACING_H

#include "story.h"

/// The signs: name of the rows in the table, and what it says.
#define SM_PLACING_SIGNS(X)                                                                \
  X(bias, "always")                                                                        \
  X(score, "what place.c says, -5 to 5")                                                   \
  X(munition, "its sentence names a munition")                                             \
  X(figure, "... tells of dead or hurt")                                                   \
  X(toll_only, "... and has no trigger")                                                   \
  X(toll_beside, "... within five tokens of it")                                           \
  X(same_clause, "no verb with tense stands between the nearest trigger and it")           \
  X(trigger_near, "that trigger is 4 tokens off at most")                                  \
  X(trigger_far, "... more than 15")                                                       \
  X(near, "\"near X\", \"outside X\"")                                                     \
  X(hospital, "a word for a hospital or a morgue stands beside it")                        \
  X(alone, "the only place of its sentence")                                               \
  X(part, "a part of it is told: southern X")                                              \
  X(country, "a whole country")                                                            \
  X(country_told, "... of which finer places are told")                                    \
  X(capital, "the capital of a country, whole")                                            \
  X(province, "a whole province")                                                          \
  X(small, "a town of less than 20,000 people")                                            \
  X(once, "named once in the report")                                                      \
  X(struck, "surely struck by another sentence")                                           \
  X(written, "the report was written there")                                               \
  X(foreign, "most places of the report lie in other countries")

typedef enum sm_placing_sign {
#define SM_PLACING_ENUM(name, what) SM_PLACING_##name,
  SM_PLACING_SIGNS(SM_PLACING_ENUM)
#undef SM_PLACING_ENUM
      SM_PLACING_COUNT
} sm_placing_sign;

/// Weights of the signs, in order; compiled from the table.
extern const float sm_placing_weights[SM_PLACING_COUNT];

struct sm_placing {
  float score;  ///< the best of place.c over the triggers of its sentence
  float struck; ///< log odds that it was struck
  bool sole;    ///< a country of which no finer place is told
  float bare;   ///< what place.c says of it with no trigger, once it was asked
  bool asked, final; ///< it was; no trigger changes it
  bool scored, weighed; ///< whether score was asked for; struck and sole
  uint32_t first;       ///< of the names by place: where those of its own begin
  bool gathered, written; ///< of the first of them, once it was asked: all tell together; the report was written there
  uint32_t n, sure;     ///< how many they are; the sentence that surely tells the place struck, UINT32_MAX none
};

typedef void (*sm_placing_watch)(void *user, uint32_t mention, const float signs[SM_PLACING_COUNT]);

/// Make the places of a story ready to be weighed, each when it is first asked for; with watch (may be NULL) all at once. Demonyms and datelines stay 0. Errors: MEMORY.
sm_status sm_weigh_places(sm_story *story, sm_placing_watch watch, void *user, sm_error *err);

/// The log odds that a place was struck, where they are ready.
float sm_odds_of_place(const sm_story *story, uint32_t mention);

#endif
