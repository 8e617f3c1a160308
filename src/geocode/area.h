/// Uncertainty areas as polygons (GEOS, geodesics by PROJ). Needs one sm_area_maker a thread.
#ifndef SM_AREA_H
#define SM_AREA_H

#include "boundary.h"
#include "relation.h"

typedef struct sm_area_maker sm_area_maker;

SM_API sm_status sm_area_maker_new(const sm_gazetteer *gazetteer, sm_area_maker **out, sm_error *err);
SM_API void sm_area_maker_free(sm_area_maker *maker);

/// The area of a location as valid polygons that hold its point (right-hand rule, cut at the antimeridian).
/// Free with sm_outline_free. Errors: MEMORY.
SM_API sm_status sm_area_outline(sm_area_maker *maker, const sm_location *location, sm_outline *out, sm_error *err);

#endif
