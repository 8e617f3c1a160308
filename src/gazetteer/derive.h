/// Names that reports use for what the data spell in full: a unit without its unit word, a name without its
/// article. Private to the room.
#ifndef SM_DERIVE_H
#define SM_DERIVE_H

#include "builder.h"

/// Index what name may be shortened to, for a place of this kind and country.
void sm_derive_names(sm_builder *b, uint32_t place, sm_str name, sm_place_kind kind, sm_str iso3,
                     uint32_t flags);

#endif
