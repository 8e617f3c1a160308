/// Inside geocode/: the compass part of a unit ("northern Cameroon") as a point and a radius.
#ifndef SM_PART_H
#define SM_PART_H

#include "relation.h"

/// The middle of the part of a location's unit that lies in a direction (degrees clockwise from north) from the location's point, and the
/// radius that holds most of it; reach: of the unit's places from that point, in metres. False: no land there. The geocoder keeps what was worked out.
bool sm_middle_of_part(const sm_geocoder *geocoder, const sm_location *unit, double azimuth, double reach, double *lon, double *lat, float *radius_m);

#endif
