/// Tables of ACLED and of UCDP GED: reading their CSV as readings, writing strikes with their columns.
///
/// Read with care: UCDP's side_a is no attacker (but for one-sided violence), and ACLED's actor1 is one for
/// Explosions/Remote violence alone; where the direction is unknown, attacker and target stay unknown. ACLED
/// writes 0 where nobody is known to have died, so its 0 is read as unknown. Rows that are no strikes
/// (protests, looting, ...) are passed over.
#ifndef SM_INTERCHANGE_H
#define SM_INTERCHANGE_H

#include "collection.h"
#include "writer.h"

typedef enum sm_schema { SM_SCHEMA_OWN, SM_SCHEMA_ACLED, SM_SCHEMA_UCDP } sm_schema;

/// Which table a CSV file is by its header; SM_SCHEMA_OWN when neither or unreadable.
SM_API sm_schema sm_interchange_kind(const char *path);

/// Add the rows as readings with a claim and a report each. Errors: IO, FORMAT (file and row), MEMORY.
SM_API sm_status sm_interchange_read(sm_collection *collection, const sm_gazetteer *gazetteer,
                                     const char *path, sm_schema schema, sm_error *err);

/// "acled", "ucdp" or NULL. Errors: USAGE.
SM_API sm_status sm_schema_parse(const char *name, sm_schema *out, sm_error *err);

/// Write the collection's strikes as one layer with the schema's columns into a bare writer. Errors: IO.
SM_API sm_status sm_interchange_write(sm_collection *collection, sm_schema schema, sm_writer *writer,
                                      sm_error *err);

#endif
