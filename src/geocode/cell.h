/// A row of a table to a point: a place's name or description with the district, province and country it lies
/// in.
#ifndef SM_CELL_H
#define SM_CELL_H

#include "boundary.h"
#include "relation.h"

typedef struct sm_cell {
  sm_str place, adm2, adm1, country; ///< as written; {NULL, 0} or empty: not told
} sm_cell;

typedef struct sm_cell_match {
  sm_location location;             ///< method SM_LOC_NONE: not placed, the reason says why
  sm_place_ref country, adm1, adm2; ///< units that the row's own columns name, 0 not found
  uint32_t n_candidates;            ///< places weighed
} sm_cell_match;

/// Place one row. Reasons are static texts; the name is borrowed from the gazetteer. Errors: MEMORY.
SM_API sm_status sm_geocode_cell(const sm_geocoder *geocoder, const sm_cell *cell, sm_cell_match *out,
                                 sm_error *err);

/// The point's units, the nearest place, its distance in metres and the direction from it in degrees.
typedef struct sm_reverse_match {
  sm_location_units units;
  sm_place_ref nearest; ///< 0: none within 200 km
  double distance_m, azimuth;
} sm_reverse_match;
SM_API void sm_geocode_reverse(const sm_geocoder *geocoder, double lon, double lat, sm_reverse_match *out);

#endif
