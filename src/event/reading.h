/// Readings: a report's strikes as rows of sm_table, with their claims. The common currency of `extract`,
/// `merge`, the layers and foreign tables; as text a reading is one GeoJSON feature.
#ifndef SM_READING_H
#define SM_READING_H

#include "buffer.h"
#include "schema.h"
#include "strike.h"

typedef struct sm_claim_row {
  sm_value v[SM_C_N];
} sm_claim_row;

/// A row of `strikes` or `readings` and its claims. Texts and claims live in the arena it was made with.
typedef struct sm_reading {
  sm_value v[SM_S_N];
  sm_claim_row *claims;
  size_t n_claims;
} sm_reading;

/// What made the readings; the same for all of a run.
typedef struct sm_provenance {
  const char *engine;    ///< "strikemap 0.1.0"
  const char *gazetteer; ///< every file with the start of its hash; NULL none
} sm_provenance;

/// Errors: MEMORY. gazetteer may be NULL.
SM_API sm_status sm_provenance_of(const sm_gazetteer *gazetteer, sm_arena *arena, sm_provenance *out,
                                  sm_error *err);

/// Turn a strike into a row in `arena` (which may outlive the document). Errors: MEMORY.
SM_API sm_status sm_reading_of(const sm_document *document, const sm_gazetteer *gazetteer,
                               const sm_strike *strike, const sm_provenance *provenance, sm_arena *arena,
                               sm_reading *out, sm_error *err);

/// Append the reading as one GeoJSON feature (RFC 7946, without line end): unknown attributes are left out,
/// claims and evidence are JSON values. Ask buffer->failed.
SM_API void sm_reading_json(const sm_reading *reading, sm_buffer *buffer);

/// Append a JSON string with its quotation marks.
SM_API void sm_json_string(sm_buffer *buffer, sm_str text);

/// Append the claims as a JSON array of objects.
SM_API void sm_claims_json(const sm_claim_row *claims, size_t n, sm_buffer *buffer);

/// Read such an array into the reading's claims. Errors: FORMAT, MEMORY.
SM_API sm_status sm_claims_parse(sm_str json, sm_arena *arena, sm_reading *out, sm_error *err);

/// Read one GeoJSON feature back. Unknown members are passed over; a known one of another type is an error.
/// Errors: FORMAT, MEMORY.
SM_API sm_status sm_reading_parse(sm_str line, sm_arena *arena, sm_reading *out, sm_error *err);

/// The recipe of an area as JSON text in the arena, NULL for SM_AREA_NONE or without memory; and back. Places
/// stand by their stable ids. A recipe that cannot be read or whose place is not in the gazetteer gives kind
/// SM_AREA_NONE.
SM_API const char *sm_area_json(const sm_gazetteer *gazetteer, const sm_area *area, sm_arena *arena);
SM_API sm_area sm_area_parse(const sm_gazetteer *gazetteer, sm_str text);

#endif
