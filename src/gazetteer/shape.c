#include "shape.h"

#include <math.h>

#include "boundary.h"

#define RADIANS (3.14159265358979323846 / 180)

const sm_index_shape *sm_shape_of(const sm_index *index, uint32_t place) {
  const sm_index_detail *d = SM_INDEX_ROW(index, SM_SECTION_DETAILS, sm_index_detail, place);
  return d && d->shape ? SM_INDEX_ROW(index, SM_SECTION_SHAPES, sm_index_shape, d->shape - 1u) : NULL;
}

bool sm_ring_at(const sm_index *index, size_t row, sm_ring_view *out) {
  const sm_index_ring *r = SM_INDEX_ROW(index, SM_SECTION_RINGS, sm_index_ring, row);
  if (!r || r->n_points < 2) return false;
  size_t points = index->n[SM_SECTION_POINTS], boxes = index->n[SM_SECTION_BOXES];
  size_t runs = (r->n_points - 2) / SM_RING_RUN + 1;
  if (r->points > points || r->n_points > points - r->points || r->boxes > boxes || runs > boxes - r->boxes)
    return false;
  const int32_t(*all)[2] = index->rows[SM_SECTION_POINTS];
  *out = (sm_ring_view){all + r->points, (const sm_index_box *)index->rows[SM_SECTION_BOXES] + r->boxes,
                        r->n_points, r->part};
  return true;
}

/// Whether a ray to the east crosses the segment.
static inline bool crosses(const int32_t a[2], const int32_t b[2], sm_point p) {
  if ((a[1] > p.y) == (b[1] > p.y)) return false;
  int64_t dy = (int64_t)b[1] - a[1];
  int64_t left = ((int64_t)p.x - a[0]) * dy, right = ((int64_t)p.y - a[1]) * ((int64_t)b[0] - a[0]);
  return dy > 0 ? left < right : left > right;
}

static bool run_crosses(const sm_ring_view *r, uint32_t run, sm_point p) {
  const sm_index_box *box = &r->boxes[run];
  if (p.y < box->south || p.y >= box->north || p.x >= box->east) return false;
  uint32_t first = run * SM_RING_RUN, last = first + SM_RING_RUN;
  if (last > r->n_points - 1) last = r->n_points - 1;
  if (p.x < box->west) return (r->points[first][1] > p.y) != (r->points[last][1] > p.y);
  bool odd = false;
  for (uint32_t i = first; i < last; i++) odd ^= crosses(r->points[i], r->points[i + 1], p);
  return odd;
}

static bool in_box(const sm_index_box *box, sm_point p) {
  return p.x >= box->west && p.x <= box->east && p.y >= box->south && p.y <= box->north;
}

bool sm_shape_contains(const sm_index *index, const sm_index_shape *shape, sm_point p) {
  if (!shape || shape->flags & SM_SHAPE_LINE || !in_box(&shape->box, p)) return false;
  bool odd = false;
  for (uint32_t i = 0; i < shape->n_rings; i++) {
    sm_ring_view r;
    if (!sm_ring_at(index, (size_t)shape->rings + i, &r)) return false;
    for (uint32_t run = 0; run * SM_RING_RUN < r.n_points - 1; run++) odd ^= run_crosses(&r, run, p);
  }
  return odd;
}

double sm_sphere_distance(double lon1, double lat1, double lon2, double lat2) {
  double a = sin((lat2 - lat1) * RADIANS / 2), b = sin((lon2 - lon1) * RADIANS / 2);
  double h = a * a + cos(lat1 * RADIANS) * cos(lat2 * RADIANS) * b * b;
  return 2 * SM_EARTH_RADIUS * asin(h < 1 ? sqrt(h) : 1);
}

void sm_sphere_destination(double lon, double lat, double azimuth, double metres, double *out_lon, double *out_lat) {
  double d = metres / SM_EARTH_RADIUS, a = azimuth * RADIANS, p = lat * RADIANS;
  double q = asin(sin(p) * cos(d) + cos(p) * sin(d) * cos(a));
  double l = lon * RADIANS + atan2(sin(a) * sin(d) * cos(p), cos(d) - sin(p) * sin(q));
  *out_lat = q / RADIANS;
  *out_lon = fmod(l / RADIANS + 540, 360) - 180;
}

/// Squared distance in degrees of latitude from the origin to the segment a-b.
static double segment_distance2(double ax, double ay, double bx, double by) {
  double dx = bx - ax, dy = by - ay, length2 = dx * dx + dy * dy;
  double t = length2 > 0 ? -(ax * dx + ay * dy) / length2 : 0;
  t = t < 0 ? 0 : t > 1 ? 1 : t;
  double x = ax + t * dx, y = ay + t * dy;
  return x * x + y * y;
}

/// Nearest distance found so far, in a local projection round a point.
typedef struct near {
  double lon, lat, scale; ///< scale: cosine of the latitude
  double best2;           ///< degrees of latitude, squared
} near;

static bool box_is_far(const near *n, const sm_index_box *box) {
  double west = (box->west / SM_DEGREE - n->lon) * n->scale,
         east = (box->east / SM_DEGREE - n->lon) * n->scale;
  double south = box->south / SM_DEGREE - n->lat, north = box->north / SM_DEGREE - n->lat;
  double x = west > 0 ? west : east < 0 ? east : 0, y = south > 0 ? south : north < 0 ? north : 0;
  return x * x + y * y >= n->best2;
}

static void ring_distance(const sm_ring_view *r, near *n) {
  for (uint32_t i = 0; i + 1 < r->n_points; i++) {
    if (i % SM_RING_RUN == 0 && box_is_far(n, &r->boxes[i / SM_RING_RUN])) {
      i += SM_RING_RUN - 1;
      continue;
    }
    const int32_t *a = r->points[i], *b = r->points[i + 1];
    double d2 = segment_distance2((a[0] / SM_DEGREE - n->lon) * n->scale, a[1] / SM_DEGREE - n->lat,
                                  (b[0] / SM_DEGREE - n->lon) * n->scale, b[1] / SM_DEGREE - n->lat);
    if (d2 < n->best2) n->best2 = d2;
  }
}

double sm_shape_distance(const sm_index *index, const sm_index_shape *shape, double lon, double lat,
                         double within_m) {
  double degree = SM_EARTH_RADIUS * RADIANS, limit = within_m / degree;
  near n = {lon, lat, cos(lat * RADIANS), limit * limit * (1 + 1e-9) + 1e-18};
  double start = n.best2;
  if (!shape || box_is_far(&n, &shape->box)) return within_m + degree;
  for (uint32_t i = 0; i < shape->n_rings; i++) {
    sm_ring_view r;
    if (sm_ring_at(index, (size_t)shape->rings + i, &r)) ring_distance(&r, &n);
  }
  return n.best2 < start ? sqrt(n.best2) * degree : within_m + degree;
}
