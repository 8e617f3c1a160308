/// What was read of many reports, waiting to become layers: readings, mentions, reports and corrections as
/// rows. Shared by `map` and the driver.
#ifndef SM_COLLECTION_H
#define SM_COLLECTION_H

#include "generalise.h"
#include "layer.h"
#include "merge.h"

typedef struct sm_mention_row {
  sm_value v[SM_M_N];
  double lon, lat; ///< NaN when not resolved
} sm_mention_row;

typedef struct sm_report_row {
  sm_value v[SM_R_N];
} sm_report_row;

typedef struct sm_correction_row {
  sm_value v[SM_K_N];
} sm_correction_row;

typedef struct sm_collection sm_collection;

typedef struct sm_collection_options {
  const sm_gazetteer *gazetteer; ///< borrowed; may be NULL
  bool no_text;                  ///< reports.text stays unknown
  bool no_merge;
  double min_conf;              ///< strikes below are left out; 0 keeps all
  unsigned roles;               ///< mentions kept, bits 1 << sm_role; 0: all
  unsigned tables; ///< what will be written, bits 1 << sm_table_id: rows of others need not be kept; 0: all
  sm_generalisation generalise; ///< applied last; readings, mentions and corrections are not written then
} sm_collection_options;

/// Free with sm_collection_free. Errors: MEMORY.
SM_API sm_status sm_collection_new(const sm_collection_options *options, sm_collection **out, sm_error *err);
SM_API void sm_collection_free(sm_collection *collection);

/// Ask before reading a report: *known is set when the same text under the same id is there already. A
/// repeated id with another text becomes the id with `~` and 8 hex digits of the text's SHA-256; report->id
/// is changed then. Errors: MEMORY, FORMAT (a NUL in the text: tables cannot hold it).
SM_API sm_status sm_collection_admit(sm_collection *collection, sm_report *report, bool *known,
                                     sm_error *err);

/// Take over a document's rows; nothing is borrowed from it afterwards. Errors: MEMORY.
SM_API sm_status sm_collection_add(sm_collection *collection, const sm_document *document,
                                   const sm_mentions *mentions, const sm_strikes *strikes, sm_error *err);

/// Add one reading made elsewhere (a table's row). It is copied; its texts must live as long as the
/// collection.
SM_API sm_status sm_collection_add_reading(sm_collection *collection, const sm_reading *reading,
                                           sm_error *err);
/// Add a reports row for such a reading, when its report_id is new. Texts as above.
SM_API sm_status sm_collection_add_report(sm_collection *collection, const sm_report_row *report,
                                          sm_error *err);
SM_API sm_status sm_collection_add_correction(sm_collection *collection, const sm_correction_row *row,
                                              sm_error *err);

/// Where texts of added rows may live.
SM_API sm_arena *sm_collection_arena(sm_collection *collection);

/// Read the rows of an existing dataset's layers (name as in sm_layers_options). Errors: IO, FORMAT, MEMORY.
SM_API sm_status sm_collection_read(sm_collection *collection, GDALDatasetH dataset, const char *name,
                                    sm_error *err);

/// Read the strikes themselves, with their claims, as if each were a reading of its own. Errors: as above,
/// and FORMAT when there is no layer of strikes.
SM_API sm_status sm_collection_read_strikes(sm_collection *collection, const char *path, const char *name,
                                            sm_error *err);

/// sm_collection_read from a file or data source; one that is not there has no rows.
SM_API sm_status sm_collection_read_path(sm_collection *collection, const char *path, const char *name,
                                         sm_error *err);

/// Add an analyst's corrections: any table that OGR reads, with the columns of `corrections`. Errors: IO,
/// FORMAT, MEMORY.
SM_API sm_status sm_collection_read_corrections(sm_collection *collection, const char *path, sm_error *err);

/// Merge and correct: the strikes that sm_collection_write writes. Errors: MEMORY.
SM_API sm_status sm_collection_merge(sm_collection *collection, sm_error *err);

/// What sm_collection_merge made last, owned by the collection until its next call.
SM_API const sm_merged *sm_collection_merged(const sm_collection *collection);

/// Keep only the strikes for which keep[i] is true in what is written; the companions follow.
SM_API void sm_collection_select(sm_collection *collection, const bool *keep);

/// The same by OGR SQL and a box (xmin, ymin, xmax, ymax in degrees); either may be NULL. Errors: USAGE,
/// MEMORY.
SM_API sm_status sm_collection_where(sm_collection *collection, const char *where, const double *spat,
                                     sm_error *err);

/// Reports read so far.
SM_API size_t sm_collection_n_reports(const sm_collection *collection);

/// Write all rows into the layers (n of them: formats of one layer have a dataset for each). Errors: IO,
/// MEMORY, STOPPED.
SM_API sm_status sm_collection_write(sm_collection *collection, sm_layers *const *layers, size_t n,
                                     sm_error *err);

/// Newest publication day of the reports, or SM_NO_DATE.
SM_API sm_date sm_collection_newest(const sm_collection *collection);

#endif
