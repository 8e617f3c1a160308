/// Inside geocode/: roles of the mentions and the place each one means.
#ifndef SM_RESOLVE_H
#define SM_RESOLVE_H

#include "recognise.h"
#include "relation.h"

/// The role of a taken span.
sm_role sm_role_of(const sm_geocoder *geocoder, const sm_document *document, const sm_findings *findings,
                   size_t index);

/// Choose the places of the mentions; parallel to the mentions, `names` holds their index in the findings'
/// names.
sm_status sm_resolve_mentions(const sm_geocoder *geocoder, sm_document *document, sm_findings *findings,
                              const uint32_t *names, sm_mentions *mentions, sm_error *err);

/// The place in a province or district whose name is another spelling of the mention's, which no gazetteer has; 0 when none is or
/// several are.
sm_place_ref sm_variant_within(const sm_geocoder *geocoder, const sm_document *document, const sm_mention *mention, sm_place_ref unit);

/// Narrow a river's location to its part inside a unit, or near a town: `by`, else what holds that. Left as it is where the
/// river is nowhere near, has no line, or by is 0. Errors: MEMORY.
sm_status sm_locate_course(const sm_gazetteer *gazetteer, sm_place_ref river, sm_place_ref by, sm_location *location, sm_error *err);

/// The country, province, district and ISO code that hold a place, into its location.
void sm_set_units(const sm_place *place, sm_location *location);

#endif
