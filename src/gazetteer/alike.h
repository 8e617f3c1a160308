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

/// A folded name made ready to be held against others: letters without articles, what each may sound like and what it costs
/// to add, in tenths; zeros behind the last one.
typedef struct sm_alike_letters {
  int16_t letter[SM_ALIKE_MAX], sounds[SM_ALIKE_MAX], add[SM_ALIKE_MAX];
  size_t n;
} sm_alike_letters;
void sm_alike_prepare(sm_str folded, sm_alike_letters *out);

/// Cost of turning one folded name into another; above most when it would cost more.
float sm_alike_cost(const sm_alike_letters *prepared, sm_str name, float most);

/// Key of the folded name as sm_name_key gives it.
uint64_t sm_alike_key(sm_str folded);

#endif
