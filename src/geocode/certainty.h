/// Inside geocode/: how sure a mention's place is: the probability that the words name a place and that it is the right one
/// (within 161 km), from signs of the choice. The weights lie in data/models/place_right.tsv.
#ifndef SM_CERTAINTY_H
#define SM_CERTAINTY_H

#include "gazetteer.h"

/// The signs: name of the row in the table, and what it says of a mention and its place.
#define SM_SURE_SIGNS(X)                                                         \
  X(bias, "always")                                                              \
  X(only, "no other place has the name")                                         \
  X(margin_none, "hardly ahead of the next namesake")                            \
  X(margin_small, "somewhat ahead of it")                                        \
  X(margin_large, "far ahead of it")                                             \
  X(many, "eight places or more have the name")                                  \
  X(contained, "the text names what holds it beside it")                         \
  X(sense, "so meant elsewhere in the report")                                   \
  X(country_told, "other names of the report are of its country")                \
  X(country_chief, "most of the report's names are")                             \
  X(province_told, "other names of the report are of its province")              \
  X(near, "near other places of the report")                                     \
  X(stranger, "the report speaks of other countries alone")                      \
  X(kind_told, "the word beside it tells its kind")                              \
  X(kind_other, "the word beside it tells another kind")                         \
  X(country, "a country")                                                        \
  X(wide, "a continent, region, sea")                                            \
  X(adm1, "a province")                                                          \
  X(adm2, "a district")                                                          \
  X(capital, "a capital or a place of a million people")                         \
  X(city, "a place of 100,000 people or a province's seat")                      \
  X(town, "a place of 15,000 people")                                            \
  X(village, "a place of fewer or of unknown people")                            \
  X(nature, "a river, lake, island or mountain")                                 \
  X(site, "an airport, base or site")                                            \
  X(alias, "not by its main name")                                               \
  X(variant, "by a spelling variant")                                            \
  X(short_name, "by an abbreviation")                                            \
  X(unbacked_alias, "not by its main name, and nothing else of the report backs it") \
  X(unbacked_small, "a town or village that nothing else of the report backs")   \
  X(metonym, "speaks or acts")                                                   \
  X(dateline, "in a dateline")                                                   \
  X(embedded, "inside another name")                                             \
  X(part, "a capitalised word stands beside it")                                 \
  X(ordinary, "is an ordinary word too")                                         \
  X(person, "is a person's name elsewhere in the report")                        \
  X(lower_case, "is written in lower case")                                      \
  X(repeated, "is named again")                                                  \
  X(own, "stands in a user's gazetteer")

typedef enum sm_sure_sign {
#define SM_SURE_ENUM(name, what) SM_SURE_##name,
  SM_SURE_SIGNS(SM_SURE_ENUM)
#undef SM_SURE_ENUM
      SM_SURE_COUNT
} sm_sure_sign;

typedef uint64_t sm_sure_signs; ///< bits of sm_sure_sign

/// Weights of the signs, in order, of a logistic regression; compiled from the table.
extern const float sm_place_right_weights[SM_SURE_COUNT];
const char *sm_sure_sign_name(sm_sure_sign sign);

/// What is known of a choice among namesakes.
typedef struct sm_sure_facts {
  const sm_place_brief *place;
  uint16_t name_flags;
  uint8_t said_kind; ///< sm_place_kind by the word beside it
  uint32_t n;        ///< places of the name
  float margin;
  bool contained, sense, near;
  bool repeated;
  bool other_countries;    ///< the report speaks of other countries, too
  float country, province; ///< votes of the report's other names for them
  float most;              ///< the most votes that a country has
} sm_sure_facts;

/// The signs of the choice (those of the words themselves come from recognition).
sm_sure_signs sm_signs_of_choice(const sm_sure_facts *facts);

/// Probability that the place is right, 0 to 1.
float sm_certainty(sm_sure_signs signs);

#endif
