/// Strikes from the readings of many reports. The result depends on the set of readings alone, not on their
/// order across reports: appending A then B, B then A or both at once gives the same strikes.
#ifndef SM_MERGE_H
#define SM_MERGE_H

#include "reading.h"

typedef struct sm_merged {
  sm_reading **strikes; ///< by (published, report_id, place in the report) of their first reading
  size_t n;
  uint32_t *strike_of; ///< of each reading given: index of its strike
} sm_merged;

/// Cluster readings whose days and places agree, whose direction agrees and whose figures are compatible; two
/// readings of one report are never one strike. A reading given twice (same reading_id) counts once. Readings of one
/// report stand in the report's order. A strike of several readings lives in the arena; one of a single reading is that
/// reading, which then tells its own id as strike_id. copy: it lives in the arena too, so that strikes may be changed
/// without the readings. Texts are borrowed from the readings. Errors: MEMORY, LIMIT.
SM_API sm_status sm_merge(sm_reading *const *readings, size_t n, bool copy, sm_arena *arena, sm_merged *out,
                          sm_error *err);

/// Each reading its own strike, in the order given (--no-merge). Errors: MEMORY.
SM_API sm_status sm_merge_nothing(sm_reading *const *readings, size_t n, bool copy, sm_arena *arena, sm_merged *out,
                                  sm_error *err);

#endif
