/// The spatial index of a GeoPackage layer, packed in one go: SQLite and GDAL 3.6 fill an R-tree row by row,
/// which takes three times as long as writing the rows. GDAL makes the index and its triggers as the
/// GeoPackage standard wants them; here the tables below it are filled, in the format that SQLite documents
/// for them.
#ifndef SM_RTREE_H
#define SM_RTREE_H

#include <gdal.h>
#include <ogr_api.h>

#include "status.h"

typedef struct sm_rtree sm_rtree;

/// Begin to index the features of `layer`, which has no rows (or is about to lose them all): an index is made
/// if there is none, and its triggers are put aside. *out is NULL where there is nothing to do: another
/// format, a table without a geometry. Free with sm_rtree_finish or sm_rtree_free. Errors: IO, MEMORY.
SM_API sm_status sm_rtree_begin(GDALDatasetH dataset, OGRLayerH layer, sm_rtree **out, sm_error *err);

/// Note the box of a feature that was written, NULL without a geometry; `rtree` may be NULL. Errors: MEMORY.
SM_API sm_status sm_rtree_add(sm_rtree *rtree, GIntBig fid, const OGREnvelope *box, sm_error *err);

/// Write the index, put the triggers back, in the dataset's transaction if there is one. Frees it; NULL is
/// allowed. Errors: IO, MEMORY.
SM_API sm_status sm_rtree_finish(sm_rtree *rtree, sm_error *err);
SM_API void sm_rtree_free(sm_rtree *rtree);

#endif
