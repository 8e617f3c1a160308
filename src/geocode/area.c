#include "area.h"

#include <geos_c.h>
#include <math.h>
#include <proj.h>
#include <stdio.h>
#include <stdlib.h>

// Geometry is worked out in a plane: an azimuthal equidistant projection round the location, in metres, so
// that buffers and distances are geodesic near it. Areas are then brought back to degrees.
struct sm_area_maker {
  const sm_gazetteer *gazetteer;
  PJ_CONTEXT *proj;
  GEOSContextHandle_t geos;
};

enum { DISC_POINTS = 64, QUADRANT_SEGMENTS = 8 };
static const double PI = 3.14159265358979323846, DEGREES = 57.29577951308232;

static void ignore_message(const char *message, void *user) {
  (void)message;
  (void)user;
}

sm_status sm_area_maker_new(const sm_gazetteer *gazetteer, sm_area_maker **out, sm_error *err) {
  sm_area_maker *m = calloc(1, sizeof *m);
  if (!m) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  m->gazetteer = gazetteer;
  m->proj = proj_context_create();
  m->geos = GEOS_init_r();
  if (!m->proj || !m->geos) {
    sm_area_maker_free(m);
    return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  }
  proj_log_level(m->proj, PJ_LOG_NONE);
  GEOSContext_setNoticeMessageHandler_r(m->geos, ignore_message, NULL);
  GEOSContext_setErrorMessageHandler_r(m->geos, ignore_message, NULL);
  *out = m;
  return SM_OK;
}

void sm_area_maker_free(sm_area_maker *m) {
  if (!m) return;
  if (m->geos) GEOS_finish_r(m->geos);
  if (m->proj) proj_context_destroy(m->proj);
  free(m);
}

/// A plane round a point. On the sphere of equal authalic radius when PROJ cannot give one.
typedef struct plane {
  PJ *projection;
  double lon, lat;
} plane;

static bool plane_open(sm_area_maker *m, double lon, double lat, plane *out) {
  char text[128];
  snprintf(text, sizeof text, "+proj=aeqd +lon_0=%.9f +lat_0=%.9f +datum=WGS84 +units=m", lon, lat);
  *out = (plane){proj_create(m->proj, text), lon, lat};
  return out->projection != NULL;
}

static void plane_close(plane *p) {
  proj_destroy(p->projection);
}

static void to_plane(const plane *p, double *x, double *y) {
  PJ_COORD c = proj_trans(p->projection, PJ_FWD, proj_coord(*x / DEGREES, *y / DEGREES, 0, 0));
  *x = c.xy.x;
  *y = c.xy.y;
}

static void from_plane(const plane *p, double *x, double *y) {
  PJ_COORD c = proj_trans(p->projection, PJ_INV, proj_coord(*x, *y, 0, 0));
  double lon = c.lp.lam * DEGREES;
  // Keep rings whole across the antimeridian: they are cut at the end.
  while (lon - p->lon > 180) lon -= 360;
  while (lon - p->lon < -180) lon += 360;
  *x = lon;
  *y = c.lp.phi * DEGREES;
}

static GEOSGeometry *ring_of(GEOSContextHandle_t g, const double *xy, uint32_t n, const plane *p, bool line) {
  GEOSCoordSequence *s = GEOSCoordSeq_create_r(g, n, 2);
  for (uint32_t i = 0; s && i < n; i++) {
    double x = xy[2 * i], y = xy[2 * i + 1];
    if (p) to_plane(p, &x, &y);
    if (!isfinite(x) || !isfinite(y)) {
      GEOSCoordSeq_destroy_r(g, s);
      return NULL;
    }
    GEOSCoordSeq_setXY_r(g, s, i, x, y);
  }
  if (!s) return NULL;
  return line ? GEOSGeom_createLineString_r(g, s) : GEOSGeom_createLinearRing_r(g, s);
}

static GEOSGeometry *polygon_of(GEOSContextHandle_t g, const sm_ring *rings, uint32_t n, const plane *p) {
  GEOSGeometry *shell = ring_of(g, rings[0].xy, rings[0].n, p, false);
  GEOSGeometry **holes = shell && n > 1 ? calloc(n - 1, sizeof *holes) : NULL;
  unsigned n_holes = 0;
  for (uint32_t i = 1; holes && i < n; i++) {
    GEOSGeometry *hole = ring_of(g, rings[i].xy, rings[i].n, p, false);
    if (hole) holes[n_holes++] = hole;
  }
  GEOSGeometry *polygon = shell ? GEOSGeom_createPolygon_r(g, shell, holes, n_holes) : NULL;
  free(holes);
  return polygon;
}

/// Replace a geometry by a valid one; takes ownership.
static GEOSGeometry *made_valid(GEOSContextHandle_t g, GEOSGeometry *geometry) {
  if (!geometry || GEOSisValid_r(g, geometry) == 1) return geometry;
  GEOSGeometry *valid = GEOSMakeValid_r(g, geometry);
  GEOSGeom_destroy_r(g, geometry);
  return valid;
}

/// The outline as one geometry, in the plane when p is given. NULL when it is empty.
static GEOSGeometry *geometry_of(GEOSContextHandle_t g, const sm_outline *outline, const plane *p) {
  GEOSGeometry **parts = outline->n ? calloc(outline->n, sizeof *parts) : NULL;
  unsigned n = 0;
  for (uint32_t i = 0; parts && i < outline->n;) {
    uint32_t end = i + 1;
    while (!outline->is_line && end < outline->n && outline->rings[end].part == outline->rings[i].part) end++;
    const sm_ring *ring = &outline->rings[i];
    GEOSGeometry *part =
        outline->is_line ? ring_of(g, ring->xy, ring->n, p, true) : polygon_of(g, ring, end - i, p);
    if (part) parts[n++] = part;
    i = end;
  }
  int type = outline->is_line ? GEOS_MULTILINESTRING : GEOS_MULTIPOLYGON;
  GEOSGeometry *all = n ? GEOSGeom_createCollection_r(g, type, parts, n) : NULL;
  free(parts);
  return outline->is_line ? all : made_valid(g, all);
}

static GEOSGeometry *place_geometry(sm_area_maker *m, sm_place_ref place, const plane *p) {
  sm_outline outline = {0};
  if (!place || sm_boundary_outline(m->gazetteer, place, &outline, NULL)) return NULL;
  GEOSGeometry *geometry = geometry_of(m->geos, &outline, p);
  sm_outline_free(&outline);
  return geometry;
}

/// Operate on two geometries and free both; NULL operands give the other one back.
typedef GEOSGeometry *(*binary)(GEOSContextHandle_t, const GEOSGeometry *, const GEOSGeometry *);

static GEOSGeometry *combine(GEOSContextHandle_t g, binary operation, GEOSGeometry *a, GEOSGeometry *b) {
  if (!a || !b) return a ? a : b;
  GEOSGeometry *out = operation(g, a, b);
  if (!out || GEOSisEmpty_r(g, out) == 1) {
    if (out) GEOSGeom_destroy_r(g, out);
    GEOSGeom_destroy_r(g, b);
    return a;
  }
  GEOSGeom_destroy_r(g, a);
  GEOSGeom_destroy_r(g, b);
  return out;
}

static GEOSGeometry *buffered(GEOSContextHandle_t g, GEOSGeometry *geometry, double metres) {
  if (!geometry || metres <= 0) return geometry;
  GEOSGeometry *out = GEOSBuffer_r(g, geometry, metres, QUADRANT_SEGMENTS);
  GEOSGeom_destroy_r(g, geometry);
  return out;
}

static GEOSGeometry *disc(GEOSContextHandle_t g, double radius) {
  double xy[2 * (DISC_POINTS + 1)];
  for (int i = 0; i <= DISC_POINTS; i++) {
    double a = 2 * PI * (i % DISC_POINTS) / DISC_POINTS;
    // circumscribed, so that the disc itself lies inside the polygon
    double r = radius / cos(PI / DISC_POINTS);
    xy[2 * i] = r * cos(a);
    xy[2 * i + 1] = r * sin(a);
  }
  return GEOSGeom_createPolygon_r(g, ring_of(g, xy, DISC_POINTS + 1, NULL, false), NULL, 0);
}

/// Between two distances and two azimuths from a point of the plane, in metres and degrees.
static GEOSGeometry *sector(GEOSContextHandle_t g, double x0, double y0, double near, double far,
                            double azimuth, double spread) {
  enum { STEPS = 24 };
  double xy[2 * (2 * STEPS + 3)];
  int n = 0;
  for (int i = 0; i <= STEPS; i++, n++) {
    double a = (azimuth - spread + 2 * spread * i / STEPS) / DEGREES;
    xy[2 * n] = x0 + far * sin(a);
    xy[2 * n + 1] = y0 + far * cos(a);
  }
  for (int i = STEPS; i >= 0; i--, n++) {
    double a = (azimuth - spread + 2 * spread * i / STEPS) / DEGREES;
    xy[2 * n] = x0 + near * sin(a);
    xy[2 * n + 1] = y0 + near * cos(a);
  }
  xy[2 * n] = xy[0];
  xy[2 * n + 1] = xy[1];
  return made_valid(g, GEOSGeom_createPolygon_r(g, ring_of(g, xy, (uint32_t)n + 1, NULL, false), NULL, 0));
}

static GEOSGeometry *sector_area(sm_area_maker *m, const sm_area *a, const plane *p) {
  sm_place_brief from = sm_gazetteer_brief(m->gazetteer, a->place);
  double x = from.lon, y = from.lat;
  to_plane(p, &x, &y);
  double near = fmax(a->distance_m - a->spread_m, 1), far = fmax(a->distance_m + a->spread_m, near + 500);
  return sector(m->geos, x, y, near, far, a->azimuth,
                a->azimuth_spread > 0 ? fmin(a->azimuth_spread, 175) : 175);
}

/// The side of a unit that lies towards an azimuth from the middle of its box.
static GEOSGeometry *part_area(sm_area_maker *m, const sm_area *a, const plane *p) {
  GEOSContextHandle_t g = m->geos;
  GEOSGeometry *unit = place_geometry(m, a->place, p);
  double x0, y0, x1, y1;
  if (!unit || !GEOSGeom_getXMin_r(g, unit, &x0) || !GEOSGeom_getXMax_r(g, unit, &x1) ||
      !GEOSGeom_getYMin_r(g, unit, &y0) || !GEOSGeom_getYMax_r(g, unit, &y1))
    return unit;
  double reach = hypot(x1 - x0, y1 - y0), cx = (x0 + x1) / 2, cy = (y0 + y1) / 2;
  bool middle = a->azimuth_spread <= 0;
  GEOSGeometry *cut = middle ? sector(g, cx, cy, 1, reach / 4, 0, 179.9)
                             : sector(g, cx - reach / 12 * sin(a->azimuth / DEGREES),
                                      cy - reach / 12 * cos(a->azimuth / DEGREES), 1, reach, a->azimuth,
                                      fmin(a->azimuth_spread, 175));
  return combine(g, GEOSIntersection_r, unit, cut);
}

/// The neighbours of a unit's country without the unit's own side: `other`, or all bordering countries.
static GEOSGeometry *across_border(sm_area_maker *m, const sm_area *a, const plane *p) {
  if (a->other) return place_geometry(m, a->other, p);
  sm_place_ref neighbours[64];
  sm_place_brief unit = sm_gazetteer_brief(m->gazetteer, a->place);
  size_t n = sm_boundary_neighbours(m->gazetteer, unit.country, neighbours, 64);
  GEOSGeometry *all = NULL;
  for (size_t i = 0; i < n && i < 64; i++)
    all = combine(m->geos, GEOSUnion_r, all, place_geometry(m, neighbours[i], p));
  return all;
}

static GEOSGeometry *border_area(sm_area_maker *m, const sm_area *a, const plane *p) {
  GEOSGeometry *unit = place_geometry(m, a->place, p);
  GEOSGeometry *strip = buffered(m->geos, across_border(m, a, p), a->distance_m);
  return combine(m->geos, GEOSIntersection_r, unit, strip);
}

static GEOSGeometry *between_area(sm_area_maker *m, const sm_area *a, const plane *p) {
  sm_place_brief from = sm_gazetteer_brief(m->gazetteer, a->place),
                 to = sm_gazetteer_brief(m->gazetteer, a->other);
  double xy[4] = {from.lon, from.lat, to.lon, to.lat};
  return buffered(m->geos, ring_of(m->geos, xy, 2, p, true), fmax(a->spread_m, 1000));
}

/// Waters within distance of a place: a disc less the land of the countries round it.
static GEOSGeometry *coast_area(sm_area_maker *m, const sm_area *a, const plane *p) {
  GEOSContextHandle_t g = m->geos;
  sm_place_brief place = sm_gazetteer_brief(m->gazetteer, a->place);
  GEOSGeometry *land = place_geometry(m, place.country, p);
  GEOSGeometry *near = NULL;
  if (place.kind == SM_KIND_COUNTRY || place.kind == SM_KIND_ADM1) {
    near = buffered(g, place_geometry(m, a->place, p), a->distance_m);
  } else {
    double x = place.lon, y = place.lat;
    to_plane(p, &x, &y);
    near = sector(g, x, y, 0.1, a->distance_m, 0, 179.99);
  }
  return combine(g, GEOSDifference_r, near, land);
}

/// A river's line inside a unit or near a town, with its banks.
static GEOSGeometry *course_area(sm_area_maker *m, const sm_area *a, const plane *p) {
  enum { BANK_M = 6000 };
  GEOSContextHandle_t g = m->geos;
  GEOSGeometry *line = place_geometry(m, a->place, p), *within = NULL;
  if (a->distance_m > 0) {
    sm_place_brief town = sm_gazetteer_brief(m->gazetteer, a->other);
    double x = town.lon, y = town.lat;
    to_plane(p, &x, &y);
    within = sector(g, x, y, 0.1, a->distance_m, 0, 179.99);
  } else {
    within = buffered(g, place_geometry(m, a->other, p), BANK_M);
  }
  return buffered(g, combine(g, GEOSIntersection_r, line, within), a->spread_m);
}

static GEOSGeometry *plain_area(sm_area_maker *m, const sm_location *l, const plane *p) {
  const sm_area *a = &l->area;
  switch (a->kind) {
  case SM_AREA_UNIT: {
    GEOSGeometry *unit = place_geometry(m, a->place, p);
    return a->buffer_m > 0 ? buffered(m->geos, unit, a->buffer_m) : unit;
  }
  case SM_AREA_SECTOR:
    return sector_area(m, a, p);
  case SM_AREA_PART:
    return part_area(m, a, p);
  case SM_AREA_BORDER:
    return border_area(m, a, p);
  case SM_AREA_BETWEEN:
    return between_area(m, a, p);
  case SM_AREA_COAST:
    return coast_area(m, a, p);
  case SM_AREA_COURSE:
    return course_area(m, a, p);
  default:
    return NULL;
  }
}

/// Adds a disc so small that it only joins the location's point to its area, when the area misses the point.
static GEOSGeometry *holding_point(sm_area_maker *m, GEOSGeometry *area) {
  GEOSGeometry *origin = GEOSGeom_createPointFromXY_r(m->geos, 0, 0);
  bool holds = origin && GEOSIntersects_r(m->geos, area, origin) == 1;
  if (origin) GEOSGeom_destroy_r(m->geos, origin);
  return holds ? area : combine(m->geos, GEOSUnion_r, area, disc(m->geos, 500));
}

static bool add_ring(sm_outline *out, size_t *cap, GEOSContextHandle_t g, const GEOSGeometry *ring,
                     const plane *p, uint32_t part, bool ccw) {
  const GEOSCoordSequence *s = GEOSGeom_getCoordSeq_r(g, ring);
  unsigned n;
  if (!s || !GEOSCoordSeq_getSize_r(g, s, &n) || n < 4) return true;
  if (out->n == *cap) {
    *cap = *cap ? *cap * 2 : 8;
    sm_ring *grown = realloc(out->rings, *cap * sizeof *grown);
    if (!grown) return false;
    out->rings = grown;
  }
  double *xy = malloc(2 * n * sizeof *xy);
  char is_ccw = 0;
  if (!xy) return false;
  GEOSCoordSeq_isCCW_r(g, s, &is_ccw);
  for (unsigned i = 0; i < n; i++) {
    unsigned at = (is_ccw != 0) == ccw ? i : n - 1 - i;
    GEOSCoordSeq_getXY_r(g, s, at, &xy[2 * i], &xy[2 * i + 1]);
    if (p) from_plane(p, &xy[2 * i], &xy[2 * i + 1]);
  }
  xy[2 * n - 2] = xy[0];
  xy[2 * n - 1] = xy[1];
  out->rings[out->n++] = (sm_ring){xy, n, part};
  return true;
}

/// Polygons of a geometry as an outline: shells counter-clockwise, holes clockwise (RFC 7946).
static bool outline_of(GEOSContextHandle_t g, const GEOSGeometry *geometry, const plane *p, sm_outline *out) {
  size_t cap = out->n;
  int n = geometry ? GEOSGetNumGeometries_r(g, geometry) : 0;
  uint32_t part = 0;
  for (int i = 0; i < n; i++) {
    const GEOSGeometry *polygon = GEOSGetGeometryN_r(g, geometry, i);
    if (GEOSGeomTypeId_r(g, polygon) != GEOS_POLYGON || GEOSisEmpty_r(g, polygon) == 1) continue;
    if (!add_ring(out, &cap, g, GEOSGetExteriorRing_r(g, polygon), p, part, true)) return false;
    int holes = GEOSGetNumInteriorRings_r(g, polygon);
    for (int h = 0; h < holes; h++)
      if (!add_ring(out, &cap, g, GEOSGetInteriorRingN_r(g, polygon, h), p, part, false)) return false;
    part++;
  }
  return true;
}

static GEOSGeometry *box(GEOSContextHandle_t g, double x0, double x1) {
  double xy[] = {x0, -90, x1, -90, x1, 90, x0, 90, x0, -90};
  return GEOSGeom_createPolygon_r(g, ring_of(g, xy, 5, NULL, false), NULL, 0);
}

static int shift(double *x, double *y, void *user) {
  (void)y;
  *x += *(double *)user;
  return 1;
}

/// Cut what reaches beyond +-180 degrees and bring it back; takes ownership.
static GEOSGeometry *cut_antimeridian(GEOSContextHandle_t g, GEOSGeometry *area) {
  double x0 = 0, x1 = 0;
  GEOSGeom_getXMin_r(g, area, &x0);
  GEOSGeom_getXMax_r(g, area, &x1);
  if (x0 >= -180 && x1 <= 180) return area;
  GEOSGeometry *all = NULL;
  for (int k = -1; k <= 1; k++) {
    GEOSGeometry *window = box(g, -180 + 360 * k, 180 + 360 * k);
    GEOSGeometry *piece = window ? GEOSIntersection_r(g, area, window) : NULL;
    if (window) GEOSGeom_destroy_r(g, window);
    if (!piece || GEOSisEmpty_r(g, piece) == 1) {
      if (piece) GEOSGeom_destroy_r(g, piece);
      continue;
    }
    double by = -360.0 * k;
    GEOSGeometry *moved = GEOSGeom_transformXY_r(g, piece, shift, &by);
    GEOSGeom_destroy_r(g, piece);
    all = combine(g, GEOSUnion_r, all, moved);
  }
  if (!all) return area;
  GEOSGeom_destroy_r(g, area);
  return all;
}

static sm_status finish(sm_area_maker *m, GEOSGeometry *plane_area, const plane *p, sm_outline *out,
                        sm_error *err) {
  GEOSContextHandle_t g = m->geos;
  sm_outline rough = {0};
  bool good = plane_area && outline_of(g, plane_area, p, &rough);
  GEOSGeometry *area = good ? made_valid(g, geometry_of(g, &rough, NULL)) : NULL;
  sm_outline_free(&rough);
  if (area) area = cut_antimeridian(g, area);
  good = area && outline_of(g, area, NULL, out);
  if (area) GEOSGeom_destroy_r(g, area);
  return good ? SM_OK : sm_fail(err, SM_ERROR_MEMORY, "an area could not be made");
}

sm_status sm_area_outline(sm_area_maker *m, const sm_location *location, sm_outline *out, sm_error *err) {
  *out = (sm_outline){0};
  if (location->method == SM_LOC_NONE || !isfinite(location->lon) || !isfinite(location->lat)) return SM_OK;
  // A whole unit needs no geometry: its outline stands in the gazetteer.
  if (location->area.kind == SM_AREA_UNIT && location->area.buffer_m <= 0 &&
      sm_boundary_contains(m->gazetteer, location->area.place, location->lon, location->lat))
    return sm_boundary_outline(m->gazetteer, location->area.place, out, err);
  plane p;
  if (!plane_open(m, location->lon, location->lat, &p))
    return sm_fail(err, SM_ERROR_MEMORY, "PROJ: no projection");
  GEOSGeometry *area = plain_area(m, location, &p);
  if (area && (GEOSisEmpty_r(m->geos, area) == 1 || GEOSGeom_getDimensions_r(m->geos, area) < 2)) {
    GEOSGeom_destroy_r(m->geos, area);
    area = NULL;
  }
  if (!area)
    area = disc(m->geos, isfinite(location->radius_m) && location->radius_m > 0 ? location->radius_m : 5000);
  area = holding_point(m, area);
  sm_status status = finish(m, area, &p, out, err);
  if (area) GEOSGeom_destroy_r(m->geos, area);
  plane_close(&p);
  return status;
}
