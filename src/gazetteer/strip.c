// Strips along borders. A unit's outline against its neighbours takes milliseconds and depends on nothing else, so each
// strip is worked out once.
#include "boundary.h"

#include <math.h>

#include "index.h"

enum { BORDER_POINTS = 512 };

/// Whether the ground a few kilometres off a point of the outline belongs to another country (or to `other`).
static bool on_border(const sm_gazetteer *g, sm_place_ref own, sm_place_ref other, double lon, double lat) {
  for (int k = 0; k < 8; k++) {
    double x, y;
    sm_sphere_destination(lon, lat, 45 * k, 9000, &x, &y);
    sm_place_ref country = sm_boundary_country(g, x, y);
    if (country && country != own && (!other || country == other)) return true;
  }
  return false;
}

static size_t border_points(const sm_gazetteer *g, sm_place_ref own, sm_place_ref other,
                            const sm_outline *outline, double (*out)[2]) {
  size_t total = 0, n = 0;
  for (uint32_t r = 0; r < outline->n; r++) total += outline->rings[r].n;
  size_t step = total / BORDER_POINTS + 1, at = 0;
  for (uint32_t r = 0; r < outline->n; r++)
    for (uint32_t i = 0; i < outline->rings[r].n; i++, at++) {
      const double *xy = outline->rings[r].xy + 2 * i;
      if (at % step || n >= BORDER_POINTS || !on_border(g, own, other, xy[0], xy[1])) continue;
      out[n][0] = xy[0];
      out[n++][1] = xy[1];
    }
  return n;
}

/// The border point with the least mean distance to the others.
static size_t middle_of(double (*p)[2], size_t n) {
  size_t best = 0;
  double least = INFINITY;
  for (size_t i = 0; i < n; i++) {
    double sum = 0;
    for (size_t k = 0; k < n && sum < least; k += n / 64 + 1) sum += sm_sphere_distance(p[i][0], p[i][1], p[k][0], p[k][1]);
    if (sum < least) least = sum, best = i;
  }
  return best;
}

static bool step_inside(const sm_gazetteer *g, sm_place_ref unit, double *lon, double *lat) {
  for (double d = SM_STRIP_M / 2; d > 500; d /= 2)
    for (int k = 0; k < 16; k++) {
      double x, y;
      sm_sphere_destination(*lon, *lat, 22.5 * k, d, &x, &y);
      if (!sm_boundary_contains(g, unit, x, y)) continue;
      *lon = x;
      *lat = y;
      return true;
    }
  return false;
}

/// The radius round a point, in steps of a tenth, that holds 9 in 10 of the others.
static double reach_of(double lon, double lat, double (*p)[2], size_t n) {
  double reach = 0, away[BORDER_POINTS];
  for (size_t i = 0; i < n; i++) away[i] = sm_sphere_distance(lon, lat, p[i][0], p[i][1]);
  for (double radius = SM_STRIP_M; radius < 3e6; radius *= 1.1) {
    size_t over = 0;
    for (size_t i = 0; i < n; i++) over += away[i] > radius;
    reach = radius;
    if (over * 10 <= n) break;
  }
  return reach;
}

static sm_status work_out(const sm_gazetteer *gazetteer, sm_place_ref unit, sm_place_ref other, sm_border_strip *out, sm_error *err) {
  sm_outline outline;
  double points[BORDER_POINTS][2];
  *out = (sm_border_strip){0};
  sm_status status = sm_boundary_outline(gazetteer, unit, &outline, err);
  if (status != SM_OK) return status;
  size_t n = border_points(gazetteer, sm_gazetteer_brief(gazetteer, unit).country, other, &outline, points);
  sm_outline_free(&outline);
  size_t middle = middle_of(points, n);
  double lon = n ? points[middle][0] : 0, lat = n ? points[middle][1] : 0;
  if (n && step_inside(gazetteer, unit, &lon, &lat)) *out = (sm_border_strip){lon, lat, reach_of(lon, lat, points, n)};
  return SM_OK;
}

sm_status sm_boundary_strip(const sm_gazetteer *gazetteer, sm_place_ref unit, sm_place_ref other, sm_border_strip *out, sm_error *err) {
  uint64_t key = sm_spread((uint64_t)unit << 32 | other);
  const sm_border_strip *kept = sm_memo_find(gazetteer->strips, key, NULL);
  if (kept) {
    *out = *kept;
    return SM_OK;
  }
  sm_status status = work_out(gazetteer, unit, other, out, err);
  if (status == SM_OK) sm_memo_keep(gazetteer->strips, key, out, sizeof *out);
  return status;
}
