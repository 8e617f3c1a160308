/// Directions told by a town. Private to the rooms of geocoding and events.
#ifndef SM_BEARING_H
#define SM_BEARING_H

#include "mention.h"

/// "south of Baghdad", "north of the capital, Mogadishu", not "60 km south of Baghdad": the direction in degrees clockwise from north.
bool sm_bearing_without_distance(const sm_geocoder *geocoder, sm_document *document, const sm_mentions *mentions, size_t index, double *azimuth);
/// "north of Baghdad" and "30 km south of Baghdad", "eastern Mosul" and "the west of Mosul": both mentions tell a direction, nearly a right angle apart or more.
bool sm_are_on_other_sides(const sm_geocoder *geocoder, sm_document *document, const sm_mentions *mentions, size_t x, size_t y);

/// Whether a place lies in that direction of another, within 60 degrees, as far off as a report still tells it so.
bool sm_lies_in_direction(const sm_place_brief *from, const sm_place_brief *place, double azimuth);

#endif
