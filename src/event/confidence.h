/// How sure a strike is: the probability that it is one by the text, and that its place lies within its radius, from signs of its
/// tellings and its place. The weights lie in data/models/strike_real.tsv and strike_placed.tsv. Private to the room.
#ifndef SM_CONFIDENCE_H
#define SM_CONFIDENCE_H

#include "strike.h"

typedef struct sm_story sm_story;
typedef struct sm_hits sm_hits;

/// The signs: name of the rows in both tables, and what it says of a strike.
#define SM_CONF_SIGNS(X)                                                     \
  X(bias, "always")                                                          \
  X(place_none, "it has no place")                                           \
  X(place_own, "a telling names its place")                                  \
  X(place_relation, "told by distance, border, or between two places")       \
  X(place_inferred, "no place is told for it")                               \
  X(place_town, "exact or near by UCDP's precision (1, 2)")                  \
  X(place_district, "a district (3)")                                        \
  X(place_province, "a province (4)")                                        \
  X(place_wide, "a country or larger, or a line (5 and more)")               \
  X(place_unsure, "the geocoder is less than 0.45 sure of it")               \
  X(place_likely, "0.45 to 0.75")                                            \
  X(place_sure, "0.9 and more")                                              \
  X(place_odds_low, "by all that is told of it its place was hardly struck")  \
  X(place_odds_high, "... it surely was")                                    \
  X(radius_small, "radius up to 8 km")                                       \
  X(radius_large, "radius above 60 km")                                      \
  X(day_told, "a telling tells its day")                                     \
  X(day_recent, "within two weeks before the report")                        \
  X(day_old, "more than 45 days before the report")                          \
  X(dead_told, "somebody died")                                              \
  X(hurt_told, "somebody was hurt")                                          \
  X(weapon_told, "a telling names a weapon")                                 \
  X(attacker_told, "a telling names who struck")                             \
  X(target_told, "a telling names what was struck")                          \
  X(trigger_none, "only what followed is told")                              \
  X(trigger_verb, "a verb of striking")                                      \
  X(trigger_strong, "a trigger that is strong by itself")                    \
  X(tellings_two, "two tellings")                                            \
  X(tellings_more, "three or more")                                          \
  X(plural, "told in the plural")                                            \
  X(definite, "only told as known: the attack")                              \
  X(item, "in a list")                                                       \
  X(intercepted, "shot down")                                                \
  X(denied, "somebody denies it")                                            \
  X(claims, "somebody tells of it")                                          \
  X(lead, "told in the first two sentences")                                 \
  X(late, "told in the last third of the report")                            \
  X(alone, "the report's only strike")                                       \
  X(of_many, "one of more than six")                                         \
  X(verb_simple, "told by a verb in a simple tense")                         \
  X(verb_perfect, "only by one in the perfect")                              \
  X(verb_before, "only by one in the pluperfect")                            \
  X(verb_relative, "only by one of a relative clause")                       \
  X(place_struck, "the words say that its place was struck")                 \
  X(place_weak, "they hardly lead to its place")                             \
  X(place_beside, "its place stands within six words of the trigger")        \
  X(place_apart, "it stands farther off than fifteen")                       \
  X(place_capital, "its place is a capital")                                 \
  X(place_abroad, "most tellings lie in another country")                    \
  X(place_again, "another strike was told there")                            \
  X(place_headed, "the headline names its place")                            \
  X(days_many, "a week or more is told for it")                              \
  X(day_shared, "another strike has its day")                                \
  X(sentence_shared, "a sentence tells of another side's or day's, too")      \
  X(munition, "a sentence of it names a munition")                           \
  X(another, "told as one more: also, another")                              \
  X(headline_only, "no sentence below the headline tells of it")              \
  X(lead_only, "only the first sentence of a longer report tells of it, and of others more")

typedef enum sm_conf_sign {
#define SM_CONF_ENUM(name, what) SM_CONF_##name,
  SM_CONF_SIGNS(SM_CONF_ENUM)
#undef SM_CONF_ENUM
      SM_CONF_COUNT
} sm_conf_sign;

typedef uint64_t sm_conf_signs; ///< bits of sm_conf_sign

/// Weights of the signs, in order, of a logistic regression; compiled from the tables.
extern const float sm_strike_real_weights[SM_CONF_COUNT];
extern const float sm_strike_placed_weights[SM_CONF_COUNT];
const char *sm_conf_sign_name(sm_conf_sign sign);

/// The strikes of a report, one a group of hits; those whose weight is below 0 are left out.
typedef struct sm_rated {
  const sm_story *story;
  const sm_hits *hits;
  const sm_strike *strikes;
  const float *weight;
  uint32_t n, n_kept;
} sm_rated;

/// The signs of the strike that the hits of a group tell.
sm_conf_signs sm_confidence_signs(const sm_rated *of, uint32_t group);

/// Of a report's rated strikes leave out (weight below 0) earlier ones that it only alludes to, where it tells of others.
void sm_leave_allusions(const sm_rated *of, float *weight);
/// Of a report's rated strikes leave out (weight below 0) those that are likelier none, but for the likeliest.
void sm_leave_unlikely(const sm_story *story, const sm_strike *strikes, float *weight, uint32_t n);
/// Probability that the strike is real and its place within its radius, 0 to 1.
float sm_confidence(sm_conf_signs signs);

#endif
