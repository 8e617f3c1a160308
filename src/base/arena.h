/// A bump allocator: everything derived from one document is freed at once.
#ifndef SM_ARENA_H
#define SM_ARENA_H

#include "span.h"
#include "status.h"

typedef struct sm_arena sm_arena;

/// New empty arena, or NULL when out of memory. Free with sm_arena_free.
SM_API sm_arena *sm_arena_new(void);
SM_API void sm_arena_free(sm_arena *arena);

/// Forget all allocations but keep the memory for the next document.
SM_API void sm_arena_reset(sm_arena *arena);

/// size bytes aligned for any type, not cleared; NULL when out of memory.
SM_API void *sm_arena_alloc(sm_arena *arena, size_t size);

/// Like sm_arena_alloc for n elements of size bytes, zeroed; NULL also when n * size overflows.
SM_API void *sm_arena_calloc(sm_arena *arena, size_t n, size_t size);

/// The full array of sm_arena_grow in a new place.
SM_API void *sm_arena_move(sm_arena *arena, void *items, size_t n, size_t *cap, size_t size);

/// Grow an array that lives in the arena: makes room for at least one more element beyond n, doubling *cap.
/// Returns the (possibly moved) array, or NULL when out of memory (the old array stays valid).
static inline void *sm_arena_grow(sm_arena *arena, void *items, size_t n, size_t *cap, size_t size) {
  return n < *cap ? items : sm_arena_move(arena, items, n, cap, size);
}

/// NUL-terminated copy of s; NULL when out of memory.
SM_API char *sm_arena_strdup(sm_arena *arena, sm_str s);

/// NUL-terminated printf-style text; NULL when out of memory.
SM_API char *sm_arena_printf(sm_arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
