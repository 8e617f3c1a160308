/// Binary search among sorted items.
#ifndef SM_SEARCH_H
#define SM_SEARCH_H

#include <stddef.h>
#include <stdint.h>

/// The first of n items of `size` bytes, sorted by the uint32_t that lies `key` bytes into each, whose key is not below a value; n where there is none.
static inline size_t sm_lower_bound(const void *items, size_t n, size_t size, size_t key, uint32_t value) {
  size_t from = 0, to = n;
  while (from < to) {
    const size_t middle = from + (to - from) / 2;
    if (*(const uint32_t *)(const void *)((const char *)items + middle * size + key) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

#endif
