/// Kinds of places as the data files write them. Private to the room.
#ifndef SM_KIND_H
#define SM_KIND_H

#include "gazetteer.h"

/// SM_KIND_UNKNOWN for a word that is no kind.
sm_place_kind sm_place_kind_of(sm_str name);

/// SM_PLACE_* flags of a GeoNames feature code.
uint32_t sm_feature_flags(sm_str feature);

#endif
