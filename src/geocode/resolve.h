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
sm_status sm_resolve_mentions(const sm_geocoder *geocoder, sm_document *document, const sm_findings *findings,
                              const uint32_t *names, sm_mentions *mentions, sm_error *err);
/// The country, province, district and ISO code that hold a place, into its location.
void sm_set_units(const sm_place *place, sm_location *location);

#endif
