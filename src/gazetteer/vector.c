#include "vector.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

bool sm_vector_reserve(sm_vector *v, size_t n) {
  if (n <= v->cap - v->n) return true;
  size_t cap = v->cap ? v->cap + v->cap / 2 : 64;
  if (n > SIZE_MAX / 4 / v->size || cap > SIZE_MAX / 4 / v->size) return false;
  if (cap < v->n + n) cap = v->n + n;
  void *grown = realloc(v->items, cap * v->size);
  if (!grown) return false;
  v->items = grown;
  v->cap = cap;
  return true;
}

bool sm_vector_add(sm_vector *v, const void *items, size_t n) {
  if (!sm_vector_reserve(v, n)) return false;
  char *end = (char *)v->items + v->n * v->size;
  if (n && items) memcpy(end, items, n * v->size);
  if (n && !items) memset(end, 0, n * v->size);
  v->n += n;
  return true;
}

void sm_vector_free(sm_vector *v) {
  free(v->items);
  *v = (sm_vector){.size = v->size};
}
