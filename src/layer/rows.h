/// Rows of a GeoPackage's layer by a prepared statement of SQLite on GDAL's own connection: GDAL makes the
/// file, the table and its metadata; a row then takes a third of the time that it takes through an OGR
/// feature.
#ifndef SM_ROWS_H
#define SM_ROWS_H

#include <gdal.h>
#include <ogr_api.h>

#include "schema.h"

typedef struct sm_rows sm_rows;

/// Begin to add rows to a layer that has none (or is about to lose them all): fields are the layer's field
/// numbers, -1 for a value that is not stored. *out is NULL for other formats. Free with sm_rows_finish or
/// sm_rows_free. Errors: IO, MEMORY.
SM_API sm_status sm_rows_begin(GDALDatasetH dataset, OGRLayerH layer, const int *fields, int n, sm_rows **out,
                               sm_error *err);

/// Add one row of n values; its geometry (NULL none) is in the layer's CRS. *fid and *box (when there is a
/// geometry) are the row's. Errors: IO, MEMORY.
SM_API sm_status sm_rows_add(sm_rows *rows, const sm_value *values, OGRGeometryH geometry, int64_t *fid,
                             OGREnvelope *box, sm_error *err);
/// The same with a point.
SM_API sm_status sm_rows_add_point(sm_rows *rows, const sm_value *values, double x, double y, int64_t *fid,
                                   sm_error *err);

/// Tell the GeoPackage how many rows there are and where. Frees it; NULL is allowed. Errors: IO.
SM_API sm_status sm_rows_finish(sm_rows *rows, sm_error *err);
SM_API void sm_rows_free(sm_rows *rows);

#endif
