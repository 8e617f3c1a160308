#include "geometry.h"

#include <gdal.h>
#include <math.h>
#include <ogr_api.h>
#include <stdlib.h>

#include "buffer.h"
#include "table.h"

static void quiet(const char *message, void *user) {
  (void)message;
  (void)user;
}

GEOSContextHandle_t sm_geos_new(void) {
  GEOSContextHandle_t geos = GEOS_init_r();
  if (!geos) return NULL;
  GEOSContext_setNoticeMessageHandler_r(geos, quiet, NULL);
  GEOSContext_setErrorMessageHandler_r(geos, quiet, NULL);
  return geos;
}

static void grow_box(sm_index_box *box, const int32_t p[2]) {
  if (p[0] < box->west) box->west = p[0];
  if (p[0] > box->east) box->east = p[0];
  if (p[1] < box->south) box->south = p[1];
  if (p[1] > box->north) box->north = p[1];
}

static const sm_index_box no_box = {INT32_MAX, INT32_MAX, INT32_MIN, INT32_MIN};

void sm_shape_begin(sm_builder *b, uint32_t place, uint32_t flags) {
  sm_index_shape shape = {.place = place, .rings = (uint32_t)b->rings.n, .flags = flags, .box = no_box};
  if (!sm_vector_add(&b->shapes, &shape, 1)) b->failed = true;
  sm_builder_detail(b, place)->shape = (uint32_t)b->shapes.n;
  sm_builder_brief(b, place)->flags |= SM_PLACE_HAS_POLYGON;
}

static void add_point(sm_builder *b, double x, double y) {
  int32_t p[2] = {(int32_t)lround(x * SM_DEGREE), (int32_t)lround(y * SM_DEGREE)};
  if (!sm_vector_add(&b->points, p, 1)) b->failed = true;
}

static void add_boxes(sm_builder *b, const sm_index_ring *ring, sm_index_box *whole) {
  const int32_t(*points)[2] = (const int32_t(*)[2])b->points.items + ring->points;
  for (uint32_t first = 0; first + 1 < ring->n_points; first += SM_RING_RUN) {
    sm_index_box box = no_box;
    for (uint32_t i = first; i <= first + SM_RING_RUN && i < ring->n_points; i++) grow_box(&box, points[i]);
    if (!sm_vector_add(&b->boxes, &box, 1)) b->failed = true;
    grow_box(whole, (int32_t[2]){box.west, box.south});
    grow_box(whole, (int32_t[2]){box.east, box.north});
  }
}

void sm_shape_ring(sm_builder *b, const double *xy, size_t n, uint32_t part) {
  if (b->failed || n < 2 || n > UINT32_MAX / 2 || b->points.n > UINT32_MAX - n - 1) return;
  sm_index_shape *shape = &SM_AT(b->shapes, sm_index_shape, b->shapes.n - 1);
  sm_index_ring ring = {.points = (uint32_t)b->points.n, .boxes = (uint32_t)b->boxes.n, .part = part};
  for (size_t i = 0; i < n; i++) add_point(b, xy[2 * i], xy[2 * i + 1]);
  bool closed = xy[0] == xy[2 * n - 2] && xy[1] == xy[2 * n - 1];
  if (!closed && !(shape->flags & SM_SHAPE_LINE)) add_point(b, xy[0], xy[1]);
  if (b->failed) return;
  ring.n_points = (uint32_t)b->points.n - ring.points;
  add_boxes(b, &ring, &shape->box);
  if (!sm_vector_add(&b->rings, &ring, 1)) b->failed = true;
  shape->n_rings++;
}

static void read_ring(sm_builder *b, OGRGeometryH g, uint32_t part, sm_vector *scratch) {
  int n = OGR_G_GetPointCount(g);
  scratch->n = 0;
  if (n < 2 || !sm_vector_add(scratch, NULL, 2 * (size_t)n)) return;
  double *xy = scratch->items;
  OGR_G_GetPoints(g, xy, 16, xy + 1, 16, NULL, 0);
  sm_shape_ring(b, xy, (size_t)n, part);
}

/// Rings of any polygons and lines in g; *part counts the polygons and lines.
static void read_parts(sm_builder *b, OGRGeometryH g, uint32_t *part, sm_vector *scratch) {
  OGRwkbGeometryType type = wkbFlatten(OGR_G_GetGeometryType(g));
  if (type == wkbLineString) {
    read_ring(b, g, (*part)++, scratch);
    return;
  }
  for (int i = 0; i < OGR_G_GetGeometryCount(g); i++) {
    OGRGeometryH child = OGR_G_GetGeometryRef(g, i);
    if (type == wkbPolygon)
      read_ring(b, child, *part, scratch);
    else
      read_parts(b, child, part, scratch);
  }
  if (type == wkbPolygon) ++*part;
}

void sm_shape_from_ogr(sm_builder *b, uint32_t place, void *ogr_geometry) {
  OGRGeometryH g = ogr_geometry;
  OGRwkbGeometryType type = wkbFlatten(OGR_G_GetGeometryType(g));
  bool line = type == wkbLineString || type == wkbMultiLineString;
  uint32_t part = 0;
  sm_vector scratch = SM_VECTOR(double);
  sm_shape_begin(b, place, line ? SM_SHAPE_LINE : 0);
  read_parts(b, g, &part, &scratch);
  sm_vector_free(&scratch);
}

static sm_status read_shape(sm_builder *b, OGRFeatureH feature, const char *path, sm_error *err) {
  int field = OGR_F_GetFieldIndex(feature, "id");
  const char *id = field >= 0 ? OGR_F_GetFieldAsString(feature, field) : "";
  uint32_t place = sm_builder_by_id(b, sm_str_of(id));
  OGRGeometryH g = OGR_F_GetGeometryRef(feature);
  if (!place) return sm_fail(err, SM_ERROR_FORMAT, "%s: no place has the id \"%.60s\"", path, id);
  if (!g) return SM_OK;
  if (OGR_G_GetDimension(g) == 0)
    return sm_fail(err, SM_ERROR_FORMAT, "%s: %.60s: neither polygon nor line", path, id);
  sm_shape_from_ogr(b, place, g);
  return SM_OK;
}

sm_status sm_shapes_read(sm_builder *b, const char *folder, const char *name, sm_error *err) {
  char *path = sm_table_path(folder, name);
  if (!path) return SM_OK;
  GDALAllRegister();
  static const char *const drivers[] = {"GeoJSONSeq", NULL};
  sm_buffer source = {0}; // a file of one feature is not known as a sequence by its content
  sm_buffer_printf(&source, "GeoJSONSeq:%s", path);
  GDALDatasetH ds =
      source.failed ? NULL : GDALOpenEx(source.bytes, GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, NULL, NULL);
  OGRLayerH layer = ds ? GDALDatasetGetLayer(ds, 0) : NULL;
  sm_status status = layer ? SM_OK : sm_fail(err, SM_ERROR_IO, "%s: cannot be read", path);
  for (OGRFeatureH f; !status && (f = OGR_L_GetNextFeature(layer));) {
    status = read_shape(b, f, path, err);
    OGR_F_Destroy(f);
  }
  if (ds) GDALClose(ds);
  sm_buffer_free(&source);
  free(path);
  return status;
}

static GEOSGeometry *ring_to_geos(GEOSContextHandle_t geos, const sm_builder *b, const sm_index_ring *ring) {
  const int32_t(*points)[2] = (const int32_t(*)[2])b->points.items + ring->points;
  GEOSCoordSequence *s = GEOSCoordSeq_create_r(geos, ring->n_points, 2);
  if (!s) return NULL;
  for (uint32_t i = 0; i < ring->n_points; i++)
    GEOSCoordSeq_setXY_r(geos, s, i, points[i][0] / SM_DEGREE, points[i][1] / SM_DEGREE);
  return GEOSGeom_createLinearRing_r(geos, s);
}

/// Polygon of the rings [first, last): a shell and its holes.
static GEOSGeometry *part_to_geos(GEOSContextHandle_t geos, const sm_builder *b, size_t first, size_t last) {
  size_t n = last - first;
  GEOSGeometry **rings = calloc(n, sizeof(GEOSGeometry *));
  if (!rings) return NULL;
  bool good = true;
  for (size_t i = 0; i < n; i++) {
    rings[i] = ring_to_geos(geos, b, &SM_AT(b->rings, sm_index_ring, first + i));
    good = good && rings[i];
  }
  GEOSGeometry *polygon =
      good ? GEOSGeom_createPolygon_r(geos, rings[0], rings + 1, (unsigned)(n - 1)) : NULL;
  for (size_t i = 0; !good && i < n; i++)
    if (rings[i]) GEOSGeom_destroy_r(geos, rings[i]);
  free(rings);
  return polygon;
}

/// Polygons of the shape appended to list.
static void shape_parts(GEOSContextHandle_t geos, const sm_builder *b, uint32_t place, sm_vector *list) {
  uint32_t row = sm_builder_detail(b, place)->shape;
  if (!row) return;
  const sm_index_shape *shape = &SM_AT(b->shapes, sm_index_shape, row - 1);
  if (shape->flags & SM_SHAPE_LINE) return;
  size_t end = (size_t)shape->rings + shape->n_rings;
  for (size_t first = shape->rings, last; first < end; first = last) {
    for (last = first + 1; last < end; last++)
      if (SM_AT(b->rings, sm_index_ring, last).part != SM_AT(b->rings, sm_index_ring, first).part) break;
    GEOSGeometry *part = part_to_geos(geos, b, first, last);
    if (part && !sm_vector_add(list, &part, 1)) GEOSGeom_destroy_r(geos, part);
  }
}

static GEOSGeometry *collect(GEOSContextHandle_t geos, sm_vector *list) {
  GEOSGeometry *g =
      list->n ? GEOSGeom_createCollection_r(geos, GEOS_MULTIPOLYGON, list->items, (unsigned)list->n) : NULL;
  sm_vector_free(list);
  return g;
}

GEOSGeometry *sm_shape_to_geos(GEOSContextHandle_t geos, const sm_builder *b, uint32_t place) {
  sm_vector list = SM_VECTOR(GEOSGeometry *);
  shape_parts(geos, b, place, &list);
  return collect(geos, &list);
}

static void store_ring(GEOSContextHandle_t geos, sm_builder *b, const GEOSGeometry *ring, uint32_t part,
                       sm_vector *scratch) {
  const GEOSCoordSequence *s = GEOSGeom_getCoordSeq_r(geos, ring);
  unsigned n = 0;
  if (!s || !GEOSCoordSeq_getSize_r(geos, s, &n)) return;
  scratch->n = 0;
  if (!sm_vector_add(scratch, NULL, 2 * (size_t)n)) return;
  double *xy = scratch->items;
  for (unsigned i = 0; i < n; i++) GEOSCoordSeq_getXY_r(geos, s, i, &xy[2 * i], &xy[2 * i + 1]);
  sm_shape_ring(b, xy, n, part);
}

static double ring_area(GEOSContextHandle_t geos, const GEOSGeometry *ring) {
  double area = 0;
  GEOSGeometry *shell = GEOSGeom_clone_r(geos, ring);
  GEOSGeometry *polygon = shell ? GEOSGeom_createPolygon_r(geos, shell, NULL, 0) : NULL;
  if (polygon) GEOSArea_r(geos, polygon, &area);
  if (polygon) GEOSGeom_destroy_r(geos, polygon);
  return area;
}

static void store_polygons(GEOSContextHandle_t geos, sm_builder *b, const GEOSGeometry *g, double min_hole,
                           uint32_t *part, sm_vector *scratch) {
  int type = GEOSGeomTypeId_r(geos, g);
  if (type == GEOS_POLYGON && !GEOSisEmpty_r(geos, g)) {
    store_ring(geos, b, GEOSGetExteriorRing_r(geos, g), *part, scratch);
    for (int i = 0; i < GEOSGetNumInteriorRings_r(geos, g); i++) {
      const GEOSGeometry *hole = GEOSGetInteriorRingN_r(geos, g, i);
      if (ring_area(geos, hole) >= min_hole) store_ring(geos, b, hole, *part, scratch);
    }
    ++*part;
  } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
    for (int i = 0; i < GEOSGetNumGeometries_r(geos, g); i++)
      store_polygons(geos, b, GEOSGetGeometryN_r(geos, g, i), min_hole, part, scratch);
  }
}

void sm_shape_from_geos(GEOSContextHandle_t geos, sm_builder *b, uint32_t place, const GEOSGeometry *g,
                        double min_hole) {
  uint32_t part = 0;
  sm_vector scratch = SM_VECTOR(double);
  sm_shape_begin(b, place, 0);
  store_polygons(geos, b, g, min_hole, &part, &scratch);
  sm_vector_free(&scratch);
}

GEOSGeometry *sm_shapes_union(GEOSContextHandle_t geos, const sm_builder *b, const uint32_t *places,
                              size_t n) {
  sm_vector list = SM_VECTOR(GEOSGeometry *);
  for (size_t i = 0; i < n; i++) shape_parts(geos, b, places[i], &list);
  GEOSGeometry *all = collect(geos, &list);
  if (!all) return NULL;
  GEOSGeometry *g = GEOSCoverageUnion_r(geos, all);
  if (!g || GEOSisValid_r(geos, g) != 1) {
    if (g) GEOSGeom_destroy_r(geos, g);
    g = GEOSUnaryUnion_r(geos, all);
  }
  GEOSGeom_destroy_r(geos, all);
  return g;
}
