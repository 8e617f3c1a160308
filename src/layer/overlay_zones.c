#include <cpl_conv.h>
#include <cpl_string.h>
#include <geodesic.h>
#include <math.h>
#include <ogr_api.h>
#include <stdlib.h>
#include <string.h>

#include "overlay_private.h"

static const double PI = 3.14159265358979323846;
static const double EARTH_M = 6371008.8; ///< IUGG mean radius

sm_status open_layer(const char *source, GDALDatasetH *dataset, OGRLayerH *layer, sm_error *err) {
  const char *bar = strstr(source, "|layername=");
  char *path = CPLStrdup(source);
  if (bar) path[bar - source] = 0;
  CPLErrorReset();
  *dataset = GDALOpenEx(path, GDAL_OF_VECTOR | GDAL_OF_READONLY, NULL, NULL, NULL);
  CPLFree(path);
  if (!*dataset) return sm_gdal_fail(err, source);
  *layer = GDALDatasetGetLayerByName(*dataset, bar ? bar + strlen("|layername=") : "strikes");
  if (!*layer && !bar) *layer = GDALDatasetGetLayer(*dataset, 0);
  if (*layer) return SM_OK;
  GDALClose(*dataset);
  *dataset = NULL;
  return sm_fail(err, SM_ERROR_IO, "%s: no such layer", source);
}

static void ignore_message(const char *message, void *user) {
  (void)message;
  (void)user;
}

static bool zones_start(zones *z) {
  z->geos = GEOS_init_r();
  GEOSContext_setErrorMessageHandler_r(z->geos, ignore_message, NULL);
  GEOSContext_setNoticeMessageHandler_r(z->geos, ignore_message, NULL);
  z->reader = GEOSWKBReader_create_r(z->geos);
  z->tree = GEOSSTRtree_create_r(z->geos, 10);
  return z->reader && z->tree;
}

GEOSGeometry *to_geos(zones *z, OGRGeometryH geometry) {
  int size = OGR_G_WkbSize(geometry);
  unsigned char *wkb = malloc((size_t)size);
  if (!wkb) return NULL;
  GEOSGeometry *shape = NULL;
  if (OGR_G_ExportToIsoWkb(geometry, wkbNDR, wkb) == OGRERR_NONE)
    shape = GEOSWKBReader_read_r(z->geos, z->reader, wkb, (size_t)size);
  free(wkb);
  if (shape && GEOSisValid_r(z->geos, shape) != 1) {
    GEOSGeometry *valid = GEOSMakeValid_r(z->geos, shape);
    GEOSGeom_destroy_r(z->geos, shape);
    shape = valid;
  }
  return shape;
}

/// Takes the feature.
static sm_status add_zone(zones *z, OGRFeatureH feature, sm_error *err) {
  OGRGeometryH geometry = OGR_F_GetGeometryRef(feature);
  GEOSGeometry *shape = geometry && !OGR_G_IsEmpty(geometry) ? to_geos(z, geometry) : NULL;
  if (!shape) {
    OGR_F_Destroy(feature);
    return SM_OK;
  }
  if (z->n == z->cap) {
    size_t cap = z->cap ? z->cap * 2 : 256;
    zone *grown = realloc(z->items, cap * sizeof *grown);
    if (!grown) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
    z->items = grown;
    z->cap = cap;
  }
  z->items[z->n++] = (zone){.feature = feature, .shape = shape};
  return SM_OK;
}

static void plant_tree(zones *z) {
  for (size_t i = 0; i < z->n; i++) {
    z->items[i].prepared = GEOSPrepare_r(z->geos, z->items[i].shape);
    GEOSSTRtree_insert_r(z->geos, z->tree, z->items[i].shape, &z->items[i]);
  }
}

static OGRCoordinateTransformationH to_wgs84(OGRLayerH layer) {
  OGRSpatialReferenceH from = OGR_L_GetSpatialRef(layer), wgs84 = sm_wgs84();
  if (from) from = OSRClone(from);
  if (from) OSRSetAxisMappingStrategy(from, OAMS_TRADITIONAL_GIS_ORDER);
  bool same = !from || OSRIsSame(from, wgs84);
  OGRCoordinateTransformationH t = same ? NULL : OCTNewCoordinateTransformation(from, wgs84);
  if (from) OSRRelease(from);
  OSRRelease(wgs84);
  return t;
}

static sm_status read_all(zones *z, OGRLayerH layer, OGRCoordinateTransformationH transform, sm_error *err) {
  sm_status status = SM_OK;
  OGR_L_ResetReading(layer);
  CPLErrorReset();
  for (OGRFeatureH f; !status && (f = OGR_L_GetNextFeature(layer));) {
    OGRGeometryH geometry = OGR_F_GetGeometryRef(f);
    if (geometry && transform && OGR_G_Transform(geometry, transform) != OGRERR_NONE) {
      OGR_F_Destroy(f);
      return sm_gdal_fail(err, OGR_L_GetName(layer));
    }
    status = add_zone(z, f, err);
  }
  return status || CPLGetLastErrorType() < CE_Failure ? status : sm_gdal_fail(err, OGR_L_GetName(layer));
}

sm_status zones_read(zones *z, const char *source, sm_error *err) {
  GDALDatasetH dataset;
  OGRLayerH layer;
  if (!zones_start(z)) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  sm_status status = open_layer(source, &dataset, &layer, err);
  if (status) return status;
  z->definition = OGR_L_GetLayerDefn(layer);
  OGR_FD_Reference(z->definition);
  OGRCoordinateTransformationH transform = to_wgs84(layer);
  status = read_all(z, layer, transform, err);
  if (transform) OCTDestroyCoordinateTransformation(transform);
  if (!status) plant_tree(z);
  GDALClose(dataset);
  return status;
}

void zones_close(zones *z) {
  if (!z->geos) return;
  for (size_t i = 0; i < z->n; i++) {
    GEOSPreparedGeom_destroy_r(z->geos, z->items[i].prepared);
    GEOSGeom_destroy_r(z->geos, z->items[i].shape);
    if (z->items[i].equal_area) GEOSGeom_destroy_r(z->geos, z->items[i].equal_area);
    OGR_F_Destroy(z->items[i].feature);
  }
  if (z->tree) GEOSSTRtree_destroy_r(z->geos, z->tree);
  if (z->reader) GEOSWKBReader_destroy_r(z->geos, z->reader);
  if (z->definition) OGR_FD_Release(z->definition);
  GEOS_finish_r(z->geos);
  free(z->items);
}

typedef struct holder {
  zones *z;
  GEOSGeometry *point;
  zone *found;
} holder;

static void try_zone(void *item, void *user) {
  holder *h = user;
  zone *candidate = item;
  if (h->found && h->found < candidate) return;
  if (GEOSPreparedIntersects_r(h->z->geos, candidate->prepared, h->point) == 1) h->found = candidate;
}

zone *zone_of_point(zones *z, double lon, double lat) {
  holder h = {.z = z, .point = GEOSGeom_createPointFromXY_r(z->geos, lon, lat)};
  if (!h.point) return NULL;
  GEOSSTRtree_query_r(z->geos, z->tree, h.point, try_zone, &h);
  GEOSGeom_destroy_r(z->geos, h.point);
  return h.found;
}

void zones_near(zones *z, const GEOSGeometry *geometry, GEOSQueryCallback visit, void *user) {
  GEOSSTRtree_query_r(z->geos, z->tree, geometry, visit, user);
}

// Nearest: candidates from growing boxes; each vertex is put on the azimuthal equidistant plane of the point,
// where distances from the point are true, and the nearest point of the nearest segment is measured on the
// ellipsoid.
typedef struct search {
  zones *z;
  double lon, lat, sin_lat, cos_lat;
  double near_m, near_x, near_y; ///< of the zone at hand, on the sphere
  double best_m;                 ///< on the ellipsoid
  zone *best;
} search;

static void to_plane(const search *s, double lon, double lat, double *x, double *y) {
  double l = (lon - s->lon) * PI / 180, p = lat * PI / 180, c = cos(p), sp = sin(p);
  double east = c * sin(l), north = s->cos_lat * sp - s->sin_lat * c * cos(l);
  double up = s->sin_lat * sp + s->cos_lat * c * cos(l), side = hypot(east, north);
  double k = side > 0 ? atan2(side, up) / side : 0;
  *x = east * k * EARTH_M;
  *y = north * k * EARTH_M;
}

static void try_point(search *s, double x, double y) {
  double d = hypot(x, y);
  if (d >= s->near_m) return;
  s->near_m = d;
  s->near_x = x;
  s->near_y = y;
}

static void try_line(search *s, const GEOSGeometry *line) {
  const GEOSCoordSequence *points = GEOSGeom_getCoordSeq_r(s->z->geos, line);
  unsigned n = 0;
  double px = 0, py = 0;
  if (!points || !GEOSCoordSeq_getSize_r(s->z->geos, points, &n)) return;
  for (unsigned i = 0; i < n; i++) {
    double lon, lat, x, y;
    GEOSCoordSeq_getXY_r(s->z->geos, points, i, &lon, &lat);
    to_plane(s, lon, lat, &x, &y);
    if (i) {
      double dx = x - px, dy = y - py, length = dx * dx + dy * dy;
      double t = length > 0 ? -(px * dx + py * dy) / length : 0;
      t = t < 0 ? 0 : t > 1 ? 1 : t;
      try_point(s, px + t * dx, py + t * dy);
    } else {
      try_point(s, x, y);
    }
    px = x, py = y;
  }
}

static void try_part(search *s, const GEOSGeometry *shape) {
  GEOSContextHandle_t geos = s->z->geos;
  switch (GEOSGeomTypeId_r(geos, shape)) {
  case GEOS_POINT:
  case GEOS_LINESTRING:
  case GEOS_LINEARRING:
    try_line(s, shape);
    break;
  case GEOS_POLYGON:
    try_line(s, GEOSGetExteriorRing_r(geos, shape));
    for (int i = 0; i < GEOSGetNumInteriorRings_r(geos, shape); i++)
      try_line(s, GEOSGetInteriorRingN_r(geos, shape, i));
    break;
  default:
    for (int i = 0; i < GEOSGetNumGeometries_r(geos, shape); i++)
      try_part(s, GEOSGetGeometryN_r(geos, shape, i));
  }
}

/// The sphere is this far from the ellipsoid in distances, at most.
static const double SLACK = 1.006;

static double geodesic_m(const search *s) {
  double azimuth = atan2(s->near_x, s->near_y), c = s->near_m / EARTH_M;
  double lat = asin(cos(c) * s->sin_lat + sin(c) * s->cos_lat * cos(azimuth));
  double lon = s->lon * PI / 180 + atan2(sin(azimuth) * sin(c) * s->cos_lat, cos(c) - s->sin_lat * sin(lat));
  struct geod_geodesic wgs84;
  double metres = 0;
  geod_init(&wgs84, 6378137, 1 / 298.257223563);
  geod_inverse(&wgs84, s->lat, s->lon, lat * 180 / PI, lon * 180 / PI, &metres, NULL, NULL);
  return metres;
}

static void try_nearest(void *item, void *user) {
  search *s = user;
  zone *candidate = item;
  s->near_m = INFINITY;
  try_part(s, candidate->shape);
  if (!(s->near_m < s->best_m * SLACK)) return;
  double metres = geodesic_m(s);
  if (metres > s->best_m || (metres == s->best_m && candidate > s->best)) return;
  s->best_m = metres;
  s->best = candidate;
}

static void search_box(search *s, double west, double south, double east, double north) {
  GEOSContextHandle_t geos = s->z->geos;
  GEOSCoordSequence *corners = GEOSCoordSeq_create_r(geos, 2, 2);
  if (!corners) return;
  GEOSCoordSeq_setXY_r(geos, corners, 0, west, south);
  GEOSCoordSeq_setXY_r(geos, corners, 1, east, north);
  GEOSGeometry *diagonal = GEOSGeom_createLineString_r(geos, corners);
  if (!diagonal) return;
  GEOSSTRtree_query_r(geos, s->z->tree, diagonal, try_nearest, s);
  GEOSGeom_destroy_r(geos, diagonal);
}

static void search_within(search *s, double metres) {
  double angle = metres / EARTH_M, dlat = angle * 180 / PI;
  double south = s->lat - dlat, north = s->lat + dlat;
  bool pole = south <= -89.9 || north >= 89.9 || sin(angle) >= s->cos_lat;
  double dlon = pole ? 180 : asin(sin(angle) / s->cos_lat) * 180 / PI;
  double west = pole ? -180 : s->lon - dlon, east = pole ? 180 : s->lon + dlon;
  search_box(s, west, south, east, north);
  if (west < -180) search_box(s, west + 360, south, 180, north);
  if (east > 180) search_box(s, -180, south, east - 360, north);
}

zone *zone_nearest(zones *z, double lon, double lat, double limit_m, double *metres) {
  const double FIRST_M = 20000, HALF_WAY_ROUND_M = 20100000;
  zone *inside = zone_of_point(z, lon, lat);
  *metres = 0;
  if (inside) return inside;
  search s = {.z = z, .lon = lon, .lat = lat, .sin_lat = sin(lat * PI / 180), .cos_lat = cos(lat * PI / 180)};
  double end = fmin(limit_m * SLACK, HALF_WAY_ROUND_M);
  for (double reach = fmin(FIRST_M, end);; reach = fmin(reach * 4, end)) {
    s.best_m = INFINITY;
    s.best = NULL;
    search_within(&s, reach);
    if (s.best_m * SLACK <= reach || reach >= end) break;
  }
  if (!s.best) return NULL;
  *metres = s.best_m;
  return *metres <= limit_m ? s.best : NULL;
}

/// On the cylinder x = longitude, y = sin(latitude) equal areas stay equal (Lambert).
static int to_cylinder(double *x, double *y, void *user) {
  (void)x;
  (void)user;
  *y = sin(*y * PI / 180);
  return 1;
}

static GEOSGeometry *cylinder(zones *z, const GEOSGeometry *shape) {
  GEOSGeometry *copy = GEOSGeom_transformXY_r(z->geos, shape, to_cylinder, NULL);
  if (copy && GEOSisValid_r(z->geos, copy) != 1) {
    GEOSGeometry *valid = GEOSMakeValid_r(z->geos, copy);
    GEOSGeom_destroy_r(z->geos, copy);
    copy = valid;
  }
  return copy;
}

typedef struct sharer {
  zones *z;
  const GEOSGeometry *shape;
  GEOSGeometry *area;
  double whole;
  share *items;
  size_t n, cap;
} sharer;

static double part_of(sharer *s, zone *candidate) {
  GEOSContextHandle_t geos = s->z->geos;
  double covered = 0;
  if (GEOSPreparedIntersects_r(geos, candidate->prepared, s->shape) != 1) return 0;
  if (GEOSPreparedContains_r(geos, candidate->prepared, s->shape) == 1) return 1;
  if (!candidate->equal_area) candidate->equal_area = cylinder(s->z, candidate->shape);
  GEOSGeometry *both =
      candidate->equal_area ? GEOSIntersection_r(geos, candidate->equal_area, s->area) : NULL;
  if (both) GEOSArea_r(geos, both, &covered);
  if (both) GEOSGeom_destroy_r(geos, both);
  return s->whole > 0 ? covered / s->whole : 0;
}

static void try_share(void *item, void *user) {
  sharer *s = user;
  double part = part_of(s, item);
  if (part <= 0) return;
  if (s->n == s->cap) {
    size_t cap = s->cap ? s->cap * 2 : 8;
    share *grown = realloc(s->items, cap * sizeof *grown);
    if (!grown) return;
    s->items = grown;
    s->cap = cap;
  }
  s->items[s->n++] = (share){item, part};
}

size_t zones_shares(zones *z, const GEOSGeometry *area, share **out) {
  sharer s = {.z = z, .shape = area, .area = cylinder(z, area)};
  *out = NULL;
  if (!s.area) return 0;
  GEOSArea_r(z->geos, s.area, &s.whole);
  GEOSSTRtree_query_r(z->geos, z->tree, area, try_share, &s);
  GEOSGeom_destroy_r(z->geos, s.area);
  *out = s.items;
  return s.n;
}

// Grids. Cells are features with a `cell` id of their own.

static OGRFeatureDefnH cell_definition(void) {
  OGRFeatureDefnH definition = OGR_FD_Create("cells");
  OGR_FD_Reference(definition);
  OGRFieldDefnH id = OGR_Fld_Create("cell", OFTString);
  OGR_FD_AddFieldDefn(definition, id);
  OGR_Fld_Destroy(id);
  return definition;
}

static sm_status add_cell(zones *z, const char *id, const double *xy, int n, sm_error *err) {
  OGRFeatureH f = OGR_F_Create(z->definition);
  OGRGeometryH ring = OGR_G_CreateGeometry(wkbLinearRing), cell = OGR_G_CreateGeometry(wkbPolygon);
  for (int i = 0; i <= n; i++) OGR_G_AddPoint_2D(ring, xy[2 * (i % n)], xy[2 * (i % n) + 1]);
  OGR_G_AddGeometryDirectly(cell, ring);
  OGR_F_SetGeometryDirectly(f, cell);
  OGR_F_SetFieldString(f, 0, id);
  OGR_F_SetFID(f, (GIntBig)z->n);
  return add_zone(z, f, err);
}

enum { MOST_CELLS = 1000000 };

static sm_status too_many(sm_error *err) {
  return sm_fail(err, SM_ERROR_LIMIT, "-grid: more than %d cells; choose larger ones", MOST_CELLS);
}

static int by_number(const void *pa, const void *pb) {
  const int64_t *a = pa, *b = pb;
  return (*a > *b) - (*a < *b);
}

typedef struct cell_list {
  int64_t *items;
  size_t n, cap;
} cell_list;

static bool note_cell(cell_list *list, int64_t cell) {
  if (list->n == list->cap) {
    size_t cap = list->cap ? list->cap * 2 : 4096;
    int64_t *grown = list->n < 8u * MOST_CELLS ? realloc(list->items, cap * sizeof *grown) : NULL;
    if (!grown) return false;
    list->items = grown;
    list->cap = cap;
  }
  list->items[list->n++] = cell;
  return true;
}

static size_t distinct_cells(cell_list *list) {
  size_t kept = 0;
  if (list->n) qsort(list->items, list->n, sizeof *list->items, by_number);
  for (size_t i = 0; i < list->n; i++)
    if (!kept || list->items[kept - 1] != list->items[i]) list->items[kept++] = list->items[i];
  return list->n = kept;
}

/// PRIO-GRID (Tollefsen and others 2012): half-degree cells counted from the south-west corner by rows of
/// 720, from 1.
static sm_status prio_cells(zones *z, const OGREnvelope *boxes, size_t n_boxes, cell_list *list,
                            sm_error *err) {
  for (size_t i = 0; i < n_boxes; i++) {
    int south = (int)floor((boxes[i].MinY + 90) * 2), north = (int)floor((boxes[i].MaxY + 90) * 2);
    int west = (int)floor((boxes[i].MinX + 180) * 2), east = (int)floor((boxes[i].MaxX + 180) * 2);
    for (int row = south; row <= north && row < 360; row++)
      for (int column = west; column <= east && column < 720; column++)
        if (!note_cell(list, (int64_t)row * 720 + column + 1)) return too_many(err);
  }
  if (distinct_cells(list) > MOST_CELLS) return too_many(err);
  sm_status status = SM_OK;
  for (size_t i = 0; i < list->n && !status; i++) {
    double x = (double)((list->items[i] - 1) % 720) / 2 - 180,
           y = (double)((list->items[i] - 1) / 720) / 2 - 90;
    double xy[] = {x, y, x + 0.5, y, x + 0.5, y + 0.5, x, y + 0.5};
    status = add_cell(z, CPLSPrintf("%lld", (long long)list->items[i]), xy, 4, err);
  }
  return status;
}

/// Hexagons of equal area on the equal-area cylinder (true shape at 30 degrees), pointy side up; ids are
/// column_row.
static sm_status hex_cells(zones *z, double km, const OGREnvelope *boxes, size_t n_boxes, cell_list *list,
                           sm_error *err) {
  enum { BIAS = 1 << 24 };
  double w = km * 1000, h = w * 2 / sqrt(3), k = cos(PI / 6), kx = EARTH_M * PI / 180 * k, ky = EARTH_M / k;
  for (size_t i = 0; i < n_boxes; i++) {
    double y0 = ky * sin(boxes[i].MinY * PI / 180), y1 = ky * sin(boxes[i].MaxY * PI / 180);
    for (double row = floor(y0 / (h * 0.75)) - 1; row <= y1 / (h * 0.75) + 1; row++)
      for (double c = floor(kx * boxes[i].MinX / w) - 1; c <= kx * boxes[i].MaxX / w + 1; c++)
        if (!note_cell(list, ((int64_t)row + BIAS) << 32 | ((int64_t)c + BIAS))) return too_many(err);
  }
  if (distinct_cells(list) > MOST_CELLS) return too_many(err);
  sm_status status = SM_OK;
  for (size_t i = 0; i < list->n && !status; i++) {
    int64_t row = (list->items[i] >> 32) - BIAS, column = (list->items[i] & 0xffffffff) - BIAS;
    double cx = ((double)column + (row & 1 ? 1.0 : 0.5)) * w, cy = ((double)row + 0.5) * h * 0.75, xy[12];
    for (int corner = 0; corner < 6; corner++) {
      double angle = PI / 6 + corner * PI / 3, s = (cy + h / 2 * sin(angle)) / ky;
      xy[2 * corner] = fmin(fmax((cx + h / 2 * cos(angle)) / kx, -180), 180);
      xy[2 * corner + 1] = asin(fmin(fmax(s, -1), 1)) * 180 / PI;
    }
    status = add_cell(z, CPLSPrintf("%lld_%lld", (long long)column, (long long)row), xy, 6, err);
  }
  return status;
}

sm_status zones_grid(zones *z, const char *grid, OGREnvelope *boxes, size_t n_boxes, sm_error *err) {
  double km = STARTS_WITH(grid, "hex:") ? CPLAtof(grid + 4) : 0;
  bool prio = !strcmp(grid, "prio");
  if (!prio && !(km > 0.01 && km < 5000))
    return sm_fail(err, SM_ERROR_USAGE, "-grid: %s is neither prio nor hex:KM", grid);
  if (!zones_start(z)) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  z->definition = cell_definition();
  cell_list list = {0};
  sm_status status =
      prio ? prio_cells(z, boxes, n_boxes, &list, err) : hex_cells(z, km, boxes, n_boxes, &list, err);
  free(list.items);
  if (!status) plant_tree(z);
  return status;
}
