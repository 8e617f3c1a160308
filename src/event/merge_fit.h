/// Whether two readings may tell of one strike. Internal to merging.
#ifndef SM_MERGE_FIT_H
#define SM_MERGE_FIT_H

#include "reading.h"

#include <math.h>

/// Two named points farther apart than this are two places, in metres.
#define SM_WIDEST_POINT_M 25000.0

/// The same by latitude alone, in degrees: one is 110.6 km at the least.
#define SM_SPOT_FAR (SM_WIDEST_POINT_M / 110e3)

/// How wide a reading's place is.
typedef enum sm_width { SM_WIDTH_POINT, SM_WIDTH_PROVINCE, SM_WIDTH_COUNTRY, SM_WIDTH_NONE } sm_width;

SM_API sm_width sm_reading_width(const sm_reading *reading);

/// 0: not one strike. Else how alike the two are; greater is surer.
SM_API int sm_readings_fit(const sm_reading *a, const sm_reading *b);

/// What of a reading refuses most pairs of one day without a look at the readings themselves.
typedef struct sm_spot {
  uint64_t place, country; ///< hashes of the place's id and of the country's code, 0 unknown
  double lat;              ///< degrees; NaN not a point
} sm_spot;

SM_API sm_spot sm_reading_spot(const sm_reading *reading);

/// False only where sm_readings_fit is 0: two countries, or two points of different places that are too far
/// apart by their latitudes alone.
static inline bool sm_spots_may_fit(sm_spot a, sm_spot b) {
  if (a.country && b.country && a.country != b.country) return false;
  return !(fabs(a.lat - b.lat) > SM_SPOT_FAR) || (a.place && a.place == b.place);
}

/// Whether two names mean the same actor: equal, or one holds the other as whole words, but for case.
SM_API bool sm_names_agree(sm_str a, sm_str b);

#endif
