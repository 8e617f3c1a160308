/// Coarser places for publication, so that a layer harms nobody: points and areas move to a province, a
/// district or a 10 km cell; spans and exact places go.
#ifndef SM_GENERALISE_H
#define SM_GENERALISE_H

#include "gazetteer.h"
#include "reading.h"

typedef enum sm_level { SM_LEVEL_EXACT, SM_LEVEL_ADM1, SM_LEVEL_ADM2, SM_LEVEL_10KM } sm_level;

enum {
  SM_DROP_SENTENCE = 1, ///< sentences of strikes and claims
  SM_DROP_NAMES = 2,    ///< target, claimants, sources with their addresses and titles
  SM_DROP_TEXT = 4,     ///< texts of reports; gone at every level but SM_LEVEL_EXACT
};

typedef struct sm_generalisation {
  sm_level level;
  unsigned drop; ///< SM_DROP_*
} sm_generalisation;

/// Read "adm1", "adm2" or "10km", and a list like "sentence,names". Either may be NULL. Errors: USAGE.
SM_API sm_status sm_generalisation_parse(const char *to, const char *drop, sm_generalisation *out,
                                         sm_error *err);

/// Change a strike and its claims. A strike that is coarser already keeps its place; one whose unit is
/// unknown goes to the next wider one. Texts come from the arena. Errors: MEMORY.
SM_API sm_status sm_generalise(const sm_generalisation *how, const sm_gazetteer *gazetteer, sm_arena *arena,
                               sm_reading *strike, sm_error *err);

#endif
