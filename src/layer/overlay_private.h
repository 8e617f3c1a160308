/// The inside of overlays. Private to the room.
#ifndef SM_OVERLAY_PRIVATE_H
#define SM_OVERLAY_PRIVATE_H

#include <geos_c.h>

#include "overlay.h"

/// One feature of the other layer, in WGS 84.
typedef struct zone {
  OGRFeatureH feature; ///< its attributes (and geometry for output)
  GEOSGeometry *shape;
  const GEOSPreparedGeometry *prepared;
  GEOSGeometry *equal_area; ///< lon, sin(lat): made when a share is asked for
  double area;              ///< of equal_area
} zone;

typedef struct zones {
  GEOSContextHandle_t geos;
  OGRFeatureDefnH definition;
  zone *items;
  size_t n, cap;
  GEOSSTRtree *tree;
  GEOSWKBReader *reader;
} zones;

/// Read a layer; features without a geometry are left out. Errors: IO, MEMORY.
sm_status zones_read(zones *z, const char *source, sm_error *err);
/// Cells that meet the boxes of the strikes' layer and areas. Errors: USAGE, LIMIT, MEMORY.
sm_status zones_grid(zones *z, const char *grid, OGREnvelope *boxes, size_t n_boxes, sm_error *err);
void zones_close(zones *z);

/// A geometry of OGR as one of GEOS; NULL when it cannot be.
GEOSGeometry *to_geos(zones *z, OGRGeometryH geometry);

/// The zone that holds the point (the first in the layer's order), or NULL.
zone *zone_of_point(zones *z, double lon, double lat);

/// Calls visit for each zone whose box meets that of the geometry.
void zones_near(zones *z, const GEOSGeometry *geometry, GEOSQueryCallback visit, void *user);

/// Nearest zone by geodesic distance, no farther than limit_m (INFINITY: any); NULL when there is none.
zone *zone_nearest(zones *z, double lon, double lat, double limit_m, double *metres);

/// Open "path" or "path|layername=NAME"; the strikes layer or the first one without a name. Errors: IO.
sm_status open_layer(const char *source, GDALDatasetH *dataset, OGRLayerH *layer, sm_error *err);

/// Share of a polygon that each zone covers, on the equal-area cylinder. shares[i] belongs to hits[i];
/// malloc'ed.
typedef struct share {
  zone *zone;
  double part;
} share;
size_t zones_shares(zones *z, const GEOSGeometry *area, share **out);

/// SM_OVERLAY_COUNT. Errors: IO, MEMORY, STOPPED.
sm_status overlay_count(const sm_overlay_options *o, zones *z, GDALDatasetH strikes_set, OGRLayerH strikes,
                        sm_writer *writer, sm_error *err);

/// Create the output layer with the fields of up to two definitions (a clash gets `_sm`) and its index of the
/// second's first.
OGRLayerH overlay_layer(sm_writer *writer, OGRwkbGeometryType type, OGRFeatureDefnH first,
                        OGRFeatureDefnH second, int *second_at);

/// Add a field of our own; a clash gets `_sm`.
bool overlay_field(OGRLayerH layer, const char *name, OGRFieldType type);

#endif
