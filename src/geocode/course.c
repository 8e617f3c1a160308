// The part of a river that a report means: "along the Euphrates" in a report on Deir ez-Zor is not the whole river.
#include <math.h>

#include "boundary.h"
#include "resolve.h"

enum { COURSE_POINTS = 1024, STEP_M = 5000, BANK_M = 6000, STRIP_M = 10000, TOWN_M = 50000 };

typedef struct course {
  const sm_gazetteer *g;
  sm_place_ref other;   ///< the unit or town that selects
  sm_place_brief where; ///< its facts
  double points[COURSE_POINTS][2];
  size_t n;
} course;

/// A river is often a unit's border: its banks count.
static bool is_meant(const course *c, double lon, double lat) {
  if (c->where.kind == SM_KIND_CITY) return sm_sphere_distance(lon, lat, c->where.lon, c->where.lat) < TOWN_M;
  if (sm_boundary_contains(c->g, c->other, lon, lat)) return true;
  double d_lat = BANK_M / 111e3, d_lon = d_lat / fmax(0.1, cos(lat * 0.0174532925));
  return sm_boundary_contains(c->g, c->other, lon + d_lon, lat) || sm_boundary_contains(c->g, c->other, lon - d_lon, lat) ||
         sm_boundary_contains(c->g, c->other, lon, lat + d_lat) || sm_boundary_contains(c->g, c->other, lon, lat - d_lat);
}

static void walk(course *c, const sm_outline *line) {
  for (uint32_t r = 0; r < line->n; r++)
    for (uint32_t i = 0; i + 1 < line->rings[r].n; i++) {
      const double *a = line->rings[r].xy + 2 * i, *b = a + 2;
      int steps = (int)fmin(64, sm_sphere_distance(a[0], a[1], b[0], b[1]) / STEP_M) + 1;
      for (int k = 0; k < steps && c->n < COURSE_POINTS; k++) {
        double lon = a[0] + (b[0] - a[0]) * k / steps, lat = a[1] + (b[1] - a[1]) * k / steps;
        if (!is_meant(c, lon, lat)) continue;
        c->points[c->n][0] = lon;
        c->points[c->n++][1] = lat;
      }
    }
}

/// The point with the least mean distance to the others.
static size_t middle_of(const course *c) {
  size_t best = 0;
  double least = INFINITY;
  for (size_t i = 0; i < c->n; i++) {
    double sum = 0;
    for (size_t k = 0; k < c->n; k += c->n / 64 + 1)
      sum += sm_sphere_distance(c->points[i][0], c->points[i][1], c->points[k][0], c->points[k][1]);
    if (sum < least) least = sum, best = i;
  }
  return best;
}

/// Metres from a point of it that hold nine in ten of its points.
static double reach_from(const course *c, size_t middle) {
  double reach = STRIP_M;
  for (size_t over = c->n; over * 10 > c->n; reach *= 1.1) {
    over = 0;
    for (size_t i = 0; i < c->n; i++)
      over += sm_sphere_distance(c->points[middle][0], c->points[middle][1], c->points[i][0], c->points[i][1]) > reach;
  }
  return reach;
}

static bool locate(course *c, const sm_outline *line, sm_place_ref river, sm_location *l) {
  if (!c->other) return false;
  c->where = sm_gazetteer_brief(c->g, c->other);
  c->n = 0;
  walk(c, line);
  if (c->n < 2) return false;
  size_t middle = middle_of(c);
  l->lon = c->points[middle][0];
  l->lat = c->points[middle][1];
  l->radius_m = (float)(reach_from(c, middle) + STRIP_M);
  l->method = SM_LOC_RELATION;
  l->where_prec = 5;
  l->geo_prec = l->radius_m < 60000 ? 2 : 3;
  l->area = (sm_area){.kind = SM_AREA_COURSE,
                      .place = river,
                      .other = c->other,
                      .distance_m = c->where.kind == SM_KIND_CITY ? TOWN_M : 0,
                      .spread_m = STRIP_M};
  l->reason = "the part of the river that the report's other places select";
  return true;
}

sm_status sm_locate_course(const sm_gazetteer *gazetteer, sm_place_ref river, sm_place_ref by, sm_location *location, sm_error *err) {
  sm_outline line = {0};
  sm_status status = sm_boundary_outline(gazetteer, river, &line, err);
  if (status || !line.is_line || !by) {
    sm_outline_free(&line);
    return status;
  }
  sm_place_brief b = sm_gazetteer_brief(gazetteer, by);
  const sm_place_ref wider[] = {by, b.adm1, b.country};
  course c = {.g = gazetteer};
  for (size_t i = 0; i < sizeof wider / sizeof wider[0]; i++) {
    c.other = wider[i];
    if (locate(&c, &line, river, location)) break;
  }
  sm_outline_free(&line);
  return SM_OK;
}
