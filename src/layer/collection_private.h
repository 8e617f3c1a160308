/// The inside of a collection. Private to the room.
#ifndef SM_COLLECTION_PRIVATE_H
#define SM_COLLECTION_PRIVATE_H

#include "collection.h"

typedef struct report_slot {
  uint64_t hash; ///< of the id
  uint32_t report; ///< index + 1; 0 free
} report_slot;

struct sm_collection {
  sm_collection_options options;
  sm_provenance provenance;
  sm_arena *arena;
  sm_reading **readings; ///< in the arena: they are wide, a million of them is not moved about
  size_t n_readings, cap_readings;
  sm_mention_row *mentions;
  size_t n_mentions, cap_mentions;
  sm_report_row *reports;
  size_t n_reports, cap_reports;
  sm_correction_row *corrections;
  size_t n_corrections, cap_corrections;
  report_slot *slots; ///< hash table of report ids
  size_t n_slots;
  sm_arena *merging; ///< what the last merge made
  sm_merged merged;
  bool *dropped; ///< of merged strikes: rejected, unsure or not selected
};

/// Row of a report by its id, or NULL.
sm_report_row *sm_collection_report(const sm_collection *collection, sm_str id);

/// Apply the corrections to the merged strikes; `rejected` ones are dropped. Errors: MEMORY.
sm_status sm_collection_correct(sm_collection *collection, sm_error *err);

#endif
