/// The layers of an OGR dataset: creates the tables of schema.h in any GDALDatasetH and writes rows into
/// them. The command hands in a file's dataset, the driver one in memory; both share every line.
#ifndef SM_LAYER_H
#define SM_LAYER_H

#include <gdal.h>
#include <ogr_srs_api.h>

#include "boundary.h"
#include "palette.h"
#include "reading.h"

typedef struct sm_layers sm_layers;

enum { SM_ALL_TABLES = (1 << SM_N_TABLES) - 1 };

typedef struct sm_layers_options {
  unsigned tables;          ///< bits 1 << sm_table_id
  const char *name;         ///< of `strikes`, the others become NAME_table; NULL: the tables' own names
  char **creation_options;  ///< as -lco, borrowed; may be NULL
  OGRSpatialReferenceH srs; ///< of the geometries, borrowed; NULL: EPSG:4326
  bool claims_in_strikes;   ///< a JSON column `claims` in strikes; readings always have it
  bool open;                ///< find the layers instead of creating them; missing ones are created
} sm_layers_options;

/// One row with its geometry.
typedef struct sm_feature {
  const sm_value *values;  ///< of the table's columns, in order
  double lon, lat;         ///< of a point table; NaN: no geometry
  const sm_outline *shape; ///< of an area or line table; NULL: no geometry
  sm_str claims;           ///< JSON text for claims_in_strikes
} sm_feature;

/// Create (or find) the layers in `dataset`, which is borrowed. Free with sm_layers_free. Errors: IO, MEMORY.
SM_API sm_status sm_layers_new(GDALDatasetH dataset, const sm_layers_options *options, sm_layers **out,
                               sm_error *err);
/// Write the spatial indexes that were put off until all rows are there. In a GeoPackage no row is in the
/// index before. Errors: IO, MEMORY.
SM_API sm_status sm_layers_finish(sm_layers *layers, sm_error *err);
SM_API void sm_layers_free(sm_layers *layers);

/// The layer of a table, or NULL.
SM_API OGRLayerH sm_layers_of(const sm_layers *layers, sm_table_id table);

/// The attackers of the strikes that were added, for the styles. Borrowed.
SM_API const sm_palette *sm_layers_palette(const sm_layers *layers);

/// Whether the rows of a table carry their claims as JSON.
SM_API bool sm_layers_hold_claims(const sm_layers *layers, sm_table_id table);

/// Write one row; does nothing where the table is not among the layers. Errors: IO.
SM_API sm_status sm_layers_add(sm_layers *layers, sm_table_id table, const sm_feature *feature,
                               sm_error *err);

/// Values of one OGR feature by the columns' names, texts in the arena; what the layer lacks is unknown.
/// Errors: MEMORY.
SM_API sm_status sm_layer_values(OGRFeatureH feature, const sm_table *table, sm_arena *arena, sm_value *out,
                                 sm_error *err);

/// An outline as a valid OGR geometry (MultiPolygon or LineString), or NULL. The caller destroys it.
SM_API OGRGeometryH sm_outline_geometry(const sm_outline *outline);

/// Fill err with GDAL's last message after `what`; SM_ERROR_IO.
SM_API sm_status sm_gdal_fail(sm_error *err, const char *what);

/// EPSG:4326 with longitude first. Release with OSRRelease.
SM_API OGRSpatialReferenceH sm_wgs84(void);

#endif
