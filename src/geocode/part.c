// The compass part of a unit: points spread over its outline in that direction, their middle and how far they reach.
#include "part.h"

#include <math.h>
#include <xxhash.h>

#include "boundary.h"
#include "geocoder.h"

enum { RAYS = 13, RINGS = 12, FIRST_RING = 2 };

/// A radius round the middle of a part, to the mean distance of its points: holds 9 in 10 strikes (dronedb, pitf_a).
static const double HOLDS = 1.6;

/// A point of the part, with metres east and north of the unit's point.
typedef struct spot {
  double lon, lat, x, y, weight;
} spot;

static size_t spread(const sm_gazetteer *g, const sm_location *l, double azimuth, double reach, spot *out) {
  static const double DEGREE = 0.0174532925199433, BETWEEN_RAYS = 8, FARTHEST = 1.5;
  size_t n = 0;
  for (int ray = 0; ray < RAYS; ray++)
    for (int ring = FIRST_RING; ring < RINGS; ring++) {
      double to = azimuth + (ray - RAYS / 2) * BETWEEN_RAYS, metres = reach * FARTHEST * (ring + 0.5) / RINGS, lon, lat;
      sm_sphere_destination(l->lon, l->lat, to, metres, &lon, &lat);
      if (sm_boundary_contains(g, l->place, lon, lat)) out[n++] = (spot){lon, lat, metres * sin(to * DEGREE), metres * cos(to * DEGREE), metres};
    }
  return n;
}

/// What is kept of a unit's part.
typedef struct middle {
  double lon, lat;
  float radius_m;
  bool land; ///< false: none lies there
} middle;

static middle work_out(const sm_gazetteer *gazetteer, const sm_location *unit, double azimuth, double reach) {
  spot p[RAYS * RINGS];
  size_t n = spread(gazetteer, unit, azimuth, reach, p);
  double x = 0, y = 0, weight = 0, sum = 0;
  if (!n) return (middle){0};
  for (size_t i = 0; i < n; i++) x += p[i].weight * p[i].x, y += p[i].weight * p[i].y, weight += p[i].weight;
  x /= weight, y /= weight;
  const spot *best = p;
  for (size_t i = 1; i < n; i++)
    if (hypot(p[i].x - x, p[i].y - y) < hypot(best->x - x, best->y - y)) best = &p[i];
  for (size_t i = 0; i < n; i++) sum += p[i].weight * hypot(p[i].x - best->x, p[i].y - best->y);
  return (middle){best->lon, best->lat, (float)(HOLDS * sum / weight), true};
}

bool sm_middle_of_part(const sm_geocoder *geocoder, const sm_location *unit, double azimuth, double reach, double *lon, double *lat, float *radius_m) {
  const struct {
    double lon, lat, azimuth, reach;
    uint64_t place;
  } asked = {unit->lon, unit->lat, azimuth, reach, unit->place};
  const uint64_t key = XXH3_64bits(&asked, sizeof asked);
  const middle *kept = geocoder->parts ? sm_memo_find(geocoder->parts, key, NULL) : NULL;
  const middle found = kept ? *kept : work_out(geocoder->gazetteer, unit, azimuth, reach);
  if (!kept && geocoder->parts) sm_memo_keep(geocoder->parts, key, &found, sizeof found);
  *lon = found.lon, *lat = found.lat, *radius_m = found.radius_m;
  return found.land;
}
