/// Rings of the compiled file: which of them hold a point, and how far off it is. Private to the room.
#ifndef SM_SHAPE_H
#define SM_SHAPE_H

#include "index.h"

typedef struct sm_point {
  int32_t x, y; ///< lon, lat in SM_DEGREE steps
} sm_point;

static inline sm_point sm_point_of(double lon, double lat) {
  return (sm_point){(int32_t)(lon * SM_DEGREE), (int32_t)(lat * SM_DEGREE)};
}

/// Shape of a local place, or NULL.
const sm_index_shape *sm_shape_of(const sm_index *index, uint32_t place);

/// The points of ring `row` and its boxes; false when it reaches out of its sections.
typedef struct sm_ring_view {
  const int32_t (*points)[2];
  const sm_index_box *boxes;
  uint32_t n_points;
  uint32_t part;
} sm_ring_view;
bool sm_ring_at(const sm_index *index, size_t row, sm_ring_view *out);

bool sm_shape_contains(const sm_index *index, const sm_index_shape *shape, sm_point p);

/// Metres from the point to the outline when it is nearer than within_m, else a number above within_m.
double sm_shape_distance(const sm_index *index, const sm_index_shape *shape, double lon, double lat,
                         double within_m);

#define SM_EARTH_RADIUS 6371008.8 ///< mean radius of WGS 84, metres

/// Column and row of a point in a grid of `step` degrees from the south-west.
static inline int sm_column_of(double lon, double step) {
  return (int)((lon + 180) / step);
}
static inline int sm_row_of(double lat, double step) {
  return (int)((lat + 90) / step);
}

/// Cell of a grid of `step` degrees, row by row from the south-west.
static inline uint32_t sm_cell_of(double lon, double lat, double step) {
  uint32_t columns = (uint32_t)(360 / step), rows = (uint32_t)(180 / step);
  double x = (lon + 180) / step, y = (lat + 90) / step;
  uint32_t column = x <= 0 ? 0 : x >= columns ? columns - 1 : (uint32_t)x;
  uint32_t row = y <= 0 ? 0 : y >= rows ? rows - 1 : (uint32_t)y;
  return row * columns + column;
}

#endif
