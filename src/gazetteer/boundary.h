/// Outlines of countries, provinces, districts, seas and border lines, and which of them holds a point.
#ifndef SM_BOUNDARY_H
#define SM_BOUNDARY_H

#include "gazetteer.h"

/// A ring or line as x, y pairs in degrees; rings are closed.
typedef struct sm_ring {
  double *xy;
  uint32_t n;    ///< points
  uint32_t part; ///< polygon that it belongs to; within a part the first ring is the shell, the others holes
} sm_ring;

typedef struct sm_outline {
  sm_ring *rings;
  uint32_t n;
  bool is_line;
} sm_outline;

/// The outline of a place (a country's is the union of its provinces), in the arena-less heap: free with
/// sm_outline_free. An empty one (n = 0) when the place has none. Errors: MEMORY.
SM_API sm_status sm_boundary_outline(const sm_gazetteer *gazetteer, sm_place_ref place, sm_outline *out,
                                     sm_error *err);
SM_API void sm_outline_free(sm_outline *outline);

/// Great-circle distance in metres on the sphere of the mean radius of WGS 84; arguments in degrees.
SM_API double sm_sphere_distance(double lon1, double lat1, double lon2, double lat2);
/// Where one comes from a point by an azimuth and a distance; degrees and metres.
SM_API void sm_sphere_destination(double lon, double lat, double azimuth, double metres, double *out_lon,
                                  double *out_lat);

/// Whether the place's outline holds the point; false also when it has none. Degrees WGS 84.
SM_API bool sm_boundary_contains(const sm_gazetteer *gazetteer, sm_place_ref place, double lon, double lat);

/// Country, province and district that hold a point (0 where none does), by grid and rings.
typedef struct sm_location_units {
  sm_place_ref country, adm1, adm2;
  sm_place_ref sea; ///< when on water
} sm_location_units;
SM_API sm_location_units sm_boundary_locate(const sm_gazetteer *gazetteer, double lon, double lat);
/// The country alone, which takes less time.
SM_API sm_place_ref sm_boundary_country(const sm_gazetteer *gazetteer, double lon, double lat);

enum { SM_STRIP_M = 30000 };

/// The ground within SM_STRIP_M of a border: a point inside the unit by the middle of the stretch, and how far 9 in 10
/// of the stretch lie from it; reach_m is 0 where there is no such stretch.
typedef struct sm_border_strip {
  double lon, lat, reach_m;
} sm_border_strip;

/// The strip inside `unit` (country or province) along its border with `other` (country, or 0 for any). Each is worked
/// out once and kept with the gazetteer; threads may ask at the same time. Errors: MEMORY.
SM_API sm_status sm_boundary_strip(const sm_gazetteer *gazetteer, sm_place_ref unit, sm_place_ref other,
                                   sm_border_strip *out, sm_error *err);

/// Countries that share a land border with a country; writes at most cap, returns the full number.
SM_API size_t sm_boundary_neighbours(const sm_gazetteer *gazetteer, sm_place_ref country, sm_place_ref *out,
                                     size_t cap);

/// Nearest populated places to a point, nearest first; for reverse geocoding and context. Great circle,
/// metres.
SM_API size_t sm_gazetteer_nearest(const sm_gazetteer *gazetteer, double lon, double lat, double within_m,
                                   sm_place_ref *out, size_t cap);

/// The populated places within so many metres of a point, at most cap, in no order.
SM_API size_t sm_gazetteer_within(const sm_gazetteer *gazetteer, double lon, double lat, double within_m,
                                  sm_place_ref *out, size_t cap);

#endif
