/// Inside geocode/: which of the places that a row's words may mean is the one, by a linear score of signs. The weights lie
/// in data/models/cell_place.tsv, fitted on table rows.
#ifndef SM_CHOICE_H
#define SM_CHOICE_H

#include "cell.h"

/// The signs: name of the row in cell_place.tsv, and what it says. Those that are no yes or no are told.
#define SM_CELL_SIGNS(X)                                                                                     \
  X(bias, "always")                                                                                          \
  X(bound, "the row's district or its seat is known")                                                        \
  X(main, "written as the place's main name")                                                                \
  X(variant, "spelt otherwise")                                                                              \
  X(cost, "what the spelling costs a letter, in tenths")                                                     \
  X(words, "words of the name beside the first")                                                             \
  X(rank, "names before it, at most four")                                                                   \
  X(later, "not the first name")                                                                             \
  X(part, "capitalised words beside it may belong to its name")                                              \
  X(area, "before area, sector and the like")                                                                \
  X(village, "before village, town")                                                                         \
  X(district, "before tehsil, district")                                                                     \
  X(out, "how far outside the district, in 20 km")                                                           \
  X(far_out, "more than 10 km outside")                                                                      \
  X(centre, "how far from the district's centre, in 40 km")                                                  \
  X(seat, "the seat of a unit")                                                                              \
  X(near, "within 12 km of what another name of the row may mean")                                           \
  X(short4, "of four letters or fewer")                                                                      \
  X(short6, "of six letters or fewer")                                                                       \
  X(variant_out, "spelt otherwise and more than 5 km outside")                                               \
  X(in_district, "the gazetteer puts it into the district")                                                  \
  X(user, "from a user's gazetteer")                                                                         \
  X(built_in_seat, "the seat of a unit, first name, built in")

typedef enum sm_cell_sign {
#define SM_CELL_ENUM(name, what) SM_CELL_##name,
  SM_CELL_SIGNS(SM_CELL_ENUM)
#undef SM_CELL_ENUM
      SM_CELL_COUNT
} sm_cell_sign;

/// Compiled from data/models/cell_place.tsv.
extern const float sm_cell_weights[SM_CELL_COUNT];

/// A place that words of a row may mean.
typedef struct sm_cell_option {
  sm_place_ref place;
  sm_place_brief brief;
  uint16_t name_flags;
  uint32_t first, last;  ///< tokens of the words, both within
  uint32_t words, rank;  ///< rank: names before it
  uint32_t letters;
  uint8_t unit;          ///< SM_CUE_UNIT of what follows
  bool part, bounded, in_district;
  float cost;            ///< a letter
  double outside_m, centre_m;
  float score;
} sm_cell_option;

enum { SM_CELL_OPTIONS = 320 };

/// Those of a row; out holds SM_CELL_OPTIONS. Errors: MEMORY.
SM_API sm_status sm_gather_options(const sm_geocoder *geocoder, const sm_cell *cell, sm_cell_option *out, size_t *n,
                                   sm_error *err);

/// Score all; the best one above 0, or NULL.
const sm_cell_option *sm_choose_option(sm_cell_option *options, size_t n);

/// The signs of option i, in order.
SM_API void sm_cell_signs_of(const sm_cell_option *options, size_t n, size_t i, float out[SM_CELL_COUNT]);
SM_API const char *sm_cell_sign_name(sm_cell_sign sign);

#endif
