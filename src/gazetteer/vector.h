/// A growing array for the builder. Private to the room.
#ifndef SM_VECTOR_H
#define SM_VECTOR_H

#include <stdbool.h>
#include <stddef.h>

typedef struct sm_vector {
  void *items;
  size_t n, cap, size; ///< size: bytes of an item
} sm_vector;

#define SM_VECTOR(type)        ((sm_vector){.size = sizeof(type)})
#define SM_AT(vector, type, i) (((type *)(vector).items)[i])

/// Make room for n more items; false when out of memory.
bool sm_vector_reserve(sm_vector *v, size_t n);

/// Append n items (zeros when items is NULL); false when out of memory.
bool sm_vector_add(sm_vector *v, const void *items, size_t n);
void sm_vector_free(sm_vector *v);

#endif
