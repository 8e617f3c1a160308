/// What makes two spellings of a name alike: the skeleton of its consonants and the cost of turning one
/// spelling into the other. Private to the room.
#ifndef SM_ALIKE_H
#define SM_ALIKE_H

#include "span.h"

enum { SM_ALIKE_MAX = 48 }; ///< longest folded name, bytes

/// Folded words joined by spaces, all of them letters a-z; 0 when the name is not so or too long.
size_t sm_alike_fold(sm_str name, char out[SM_ALIKE_MAX]);

/// Hash of the consonant classes of a folded name, articles left out; 0 for names too short to tell. swapped:
/// of two words the second comes first.
uint32_t sm_alike_skeleton(sm_str folded, bool swapped);

/// Cost of turning one folded name into another, articles left out; above most when it would cost more.
float sm_alike_cost(sm_str a, sm_str b, float most);

/// Key of the folded name as sm_name_key gives it.
uint64_t sm_alike_key(sm_str folded);

#endif
