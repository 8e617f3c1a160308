/// Which readings may tell of one strike, by their days and places alone. Internal to merging.
#ifndef SM_MERGE_PAIRS_H
#define SM_MERGE_PAIRS_H

#include "merge_fit.h"

typedef struct sm_day_key {
  int64_t start, end; ///< days since 1970, start <= end
  sm_spot spot;
  uint32_t rank; ///< what the caller knows the reading by
} sm_day_key;

/// Told two ranks; false ends the search.
typedef bool (*sm_pair_found)(void *context, uint32_t a, uint32_t b);

/// Tell every pair of keys whose days overlap and whose spots may fit (sm_spots_may_fit) once, in an order of its own.
/// Sorts the keys. Takes n log n steps and one for each pair of a day that lies near by latitude. False: ended by
/// `found`, or out of memory.
SM_API bool sm_near_pairs(sm_day_key *keys, uint32_t n, sm_arena *arena, sm_pair_found found, void *context);

#endif
