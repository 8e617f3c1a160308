/// Inside geocode/: where a name in no gazetteer lies among the places that the report tells. What holds it and each place told in it
/// may be near it: a mixture of kernels round them, of which the smallest circle that holds enough is taken. The weights lie in
/// data/models/surroundings.tsv, fitted on reports.
#ifndef SM_SURROUNDINGS_H
#define SM_SURROUNDINGS_H

#include "said.h"

/// The signs: name of the row in surroundings.tsv, and what it says. Those that are no yes or no are told.
#define SM_NEAR_SIGNS(X)                                                                                     \
  X(sentence, "told in the same sentence")                                                                   \
  X(paragraph, "told in the same paragraph")                                                                 \
  X(before, "told before the name")                                                                          \
  X(dateline, "the report's dateline")                                                                       \
  X(district, "a district")                                                                                  \
  X(times, "how often it is told, natural logarithm")                                                        \
  X(listed, "at most two words from the name")                                                               \
  X(unit, "in the first-level unit that is known")                                                           \
  X(beside, "what holds the name is told in the words right behind it")                                      \
  X(in_town, "a town holds the name")                                                                        \
  X(in_district, "a district holds it")                                                                      \
  X(in_province, "a first-level unit holds it")                                                              \
  X(in_other, "a country or anything else holds it")                                                         \
  X(scale, "the kernel round a place told: kilometres, natural logarithm")                                   \
  X(tail, "exponent of its tail, natural logarithm")                                                         \
  X(whole, "standard deviation of the kernel round what holds it, as part of that one's radius, natural logarithm")

typedef enum sm_near_sign {
#define SM_NEAR_ENUM(name, what) SM_NEAR_##name,
  SM_NEAR_SIGNS(SM_NEAR_ENUM)
#undef SM_NEAR_ENUM
      SM_NEAR_COUNT
} sm_near_sign;

/// Compiled from data/models/surroundings.tsv.
extern const float sm_near_weights[SM_NEAR_COUNT];

/// A place near which the name may lie.
typedef struct sm_near {
  double lon, lat;
  sm_place_ref place;
  uint32_t times, gap; ///< how often it is told; words between the name and the nearest telling
  uint32_t signs;      ///< bits of sm_near_sign
} sm_near;

enum { SM_NEAR_MOST = 24 };

/// The places told that lie in reach of a name whose location is that of what holds it; out holds SM_NEAR_MOST. Linear in the mentions round it.
SM_API size_t sm_gather_near(const sm_context *w, const sm_mention *m, const sm_mention *holder, const sm_location *l, sm_near *out);

/// The signs of the one that holds the name.
SM_API uint32_t sm_near_signs_of_holder(const sm_context *w, const sm_mention *m, const sm_mention *holder);

/// Narrow a location, that of what holds the name: to a circle round a place told or round its own point, if a smaller one holds the name as surely. Whether it moved.
bool sm_narrow(const sm_context *w, const sm_mention *m, const sm_mention *holder, sm_location *l);

/// For the trainer: where a mention in no gazetteer lies by what holds it alone. holder: what that is if the location is one that sm_narrow narrows, else
/// NULL.
SM_API sm_status sm_locate_widely(const sm_geocoder *geocoder, sm_document *document, const sm_mentions *mentions, size_t index, sm_location *out, const sm_mention **holder, sm_error *err);

SM_API const char *sm_near_sign_name(sm_near_sign sign);

#endif
