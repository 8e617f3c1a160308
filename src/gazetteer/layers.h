/// District layers of the user's own over the built-in districts. Private to the room.
#ifndef SM_LAYERS_H
#define SM_LAYERS_H

#include "index.h"

/// Hide the built-in districts of the provinces that a district layer of the stack covers, and give the
/// places there its districts. False when out of memory.
bool sm_lay_districts(sm_gazetteer *gazetteer);

/// District of the user's own layers that holds a point, as a place of the stack; 0 where none does.
sm_place_ref sm_own_district_at(const sm_gazetteer *gazetteer, double lon, double lat);

/// Whether a place of the stack is a built-in district that is hidden.
bool sm_is_hidden(const sm_gazetteer *gazetteer, sm_place_ref ref);

#endif
