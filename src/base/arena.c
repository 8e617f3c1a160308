#include "arena.h"
#include "pages.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct block {
  struct block *next;
  size_t size;
  size_t used;
  _Alignas(max_align_t) char bytes[];
} block;

struct sm_arena {
  block *first;
  block *current;
};

enum { FIRST_BLOCK = 64 * 1024, LARGEST_STEP = 16 * 1024 * 1024 };

static block *block_new(size_t size) {
  block *b = size <= SIZE_MAX - sizeof(block) ? malloc(sizeof(block) + size) : NULL;
  if (b && size >= LARGEST_STEP) sm_prefer_large_pages(b, sizeof(block) + size);
  if (b) *b = (block){.size = size};
  return b;
}

sm_arena *sm_arena_new(void) {
  sm_arena *arena = malloc(sizeof *arena);
  block *b = arena ? block_new(FIRST_BLOCK) : NULL;
  if (!b) {
    free(arena);
    return NULL;
  }
  *arena = (sm_arena){b, b};
  return arena;
}

void sm_arena_free(sm_arena *arena) {
  if (!arena) return;
  for (block *b = arena->first, *next; b; b = next) {
    next = b->next;
    free(b);
  }
  free(arena);
}

void sm_arena_reset(sm_arena *arena) {
  for (block *b = arena->first; b; b = b->next) b->used = 0;
  arena->current = arena->first;
}

static block *next_block(sm_arena *arena, size_t size) {
  block *b = arena->current;
  while (b->next) {
    b = b->next;
    if (b->size >= size) return arena->current = b;
  }
  size_t step = b->size < LARGEST_STEP ? b->size * 2 : LARGEST_STEP;
  b->next = block_new(size > step ? size : step);
  if (b->next) arena->current = b->next;
  return b->next;
}

void *sm_arena_alloc(sm_arena *arena, size_t size) {
  const size_t align = _Alignof(max_align_t);
  if (size > SIZE_MAX / 2) return NULL;
  size = (size + align - 1) & ~(align - 1);
  block *b = arena->current;
  if (b->size - b->used < size && !(b = next_block(arena, size))) return NULL;
  void *p = b->bytes + b->used;
  b->used += size;
  return p;
}

void *sm_arena_calloc(sm_arena *arena, size_t n, size_t size) {
  if (size && n > SIZE_MAX / 2 / size) return NULL;
  void *p = sm_arena_alloc(arena, n * size);
  if (p) memset(p, 0, n * size);
  return p;
}

void *sm_arena_move(sm_arena *arena, void *items, size_t n, size_t *cap, size_t size) {
  size_t more = *cap ? *cap * 2 : 16;
  if (more > SIZE_MAX / 2 / size) return NULL;
  void *grown = sm_arena_alloc(arena, more * size);
  if (!grown) return NULL;
  if (n) memcpy(grown, items, n * size);
  *cap = more;
  return grown;
}

char *sm_arena_strdup(sm_arena *arena, sm_str s) {
  char *copy = sm_arena_alloc(arena, s.len + 1);
  if (!copy) return NULL;
  if (s.len) memcpy(copy, s.ptr, s.len);
  copy[s.len] = 0;
  return copy;
}

char *sm_arena_printf(sm_arena *arena, const char *format, ...) {
  va_list args;
  va_start(args, format);
  int n = vsnprintf(NULL, 0, format, args);
  va_end(args);
  char *text = n < 0 ? NULL : sm_arena_alloc(arena, (size_t)n + 1);
  if (!text) return NULL;
  va_start(args, format);
  vsnprintf(text, (size_t)n + 1, format, args);
  va_end(args);
  return text;
}
