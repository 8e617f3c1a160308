/// Which units of one file hold a point. Private to the room.
#ifndef SM_LOCATE_H
#define SM_LOCATE_H

#include "index.h"

/// Places of the file, 0 where none.
typedef struct sm_local_units {
  uint32_t country, adm1, adm2, water;
} sm_local_units;

/// As sm_boundary_locate, in one file.
sm_local_units sm_locate_local(const sm_index *file, double lon, double lat);

/// The unit of the file's grid that holds a point, or the nearest one just off its outline; *on_land: it
/// holds it.
uint32_t sm_local_unit_at(const sm_index *file, double lon, double lat, bool *on_land);

/// Unit row of a place, or NULL.
const sm_index_unit *sm_unit_of(const sm_index *file, uint32_t place);

static inline bool sm_on_earth(double lon, double lat) {
  return lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90;
}

#endif
