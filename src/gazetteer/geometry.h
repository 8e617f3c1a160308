/// Shapes of a gazetteer in the making, to and from GEOS and OGR. Private to the room.
#ifndef SM_GEOMETRY_H
#define SM_GEOMETRY_H

#ifndef GEOS_USE_ONLY_R_API
#define GEOS_USE_ONLY_R_API
#endif
#include <geos_c.h>

#include "builder.h"

/// Holes below this many square degrees (0.1 km2) are slivers between outlines that do not fit exactly.
#define SM_SLIVER 1e-5

/// A context that keeps quiet; NULL when out of memory. Free with GEOS_finish_r.
GEOSContextHandle_t sm_geos_new(void);

/// Start the shape of a place; rings follow. Replaces an older one.
void sm_shape_begin(sm_builder *b, uint32_t place, uint32_t flags);

/// A ring (or line) of n points lon, lat in degrees; rings are closed when they are not.
void sm_shape_ring(sm_builder *b, const double *xy, size_t n, uint32_t part);

/// Store the polygons or lines of an OGR geometry as the shape of a place.
void sm_shape_from_ogr(sm_builder *b, uint32_t place, void *ogr_geometry);

/// Read a GeoJSONSeq file (plain or gzip) of features with property id: the shapes of those places. Missing
/// files are no error. Errors: IO, FORMAT (unknown ids, other geometries), MEMORY.
sm_status sm_shapes_read(sm_builder *b, const char *folder, const char *name, sm_error *err);

/// The shape of a place as a MultiPolygon, NULL when it has none.
GEOSGeometry *sm_shape_to_geos(GEOSContextHandle_t geos, const sm_builder *b, uint32_t place);

/// Store the polygons of a geometry as the shape of a place; holes below min_hole square degrees are filled.
void sm_shape_from_geos(GEOSContextHandle_t geos, sm_builder *b, uint32_t place, const GEOSGeometry *g,
                        double min_hole);

/// Union of the shapes of the places; NULL when none has one. Borders that fit exactly are dissolved fast.
GEOSGeometry *sm_shapes_union(GEOSContextHandle_t geos, const sm_builder *b, const uint32_t *places,
                              size_t n);

#endif
