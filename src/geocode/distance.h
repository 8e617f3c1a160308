// Lengths as reports tell them: "20 km", "some twenty-five miles", "15 to 20 kilometres", "a few miles", "an hour's drive".
#ifndef STRIKEMAP_DISTANCE_H
#define STRIKEMAP_DISTANCE_H

#include "geocoder.h"

typedef struct sm_distance {
  double metres; ///< 0: none is told
  double loose;  ///< metres that the words leave open beyond what any such telling does ("a few", "15 to 20")
  uint32_t first; ///< token that it begins with
} sm_distance;

/// The length that ends before token `end`, not reaching back beyond token `floor`.
sm_distance sm_distance_before(const sm_geocoder *geocoder, const sm_document *document, uint32_t floor, uint32_t end);

/// The metres told before the direction that ends before token `end` ("30 km north-east", "sixty miles to the west"); 0 none.
double sm_distance_aimed(const sm_geocoder *geocoder, const sm_document *document, uint32_t floor, uint32_t end);

#endif
