/// A growing byte buffer. Appending never fails half-way: after running out of memory `failed` is set, further
/// appends do nothing, and the owner asks once at the end.
#ifndef SM_BUFFER_H
#define SM_BUFFER_H

#include "span.h"
#include "status.h"

/// Start with (sm_buffer){0}; free with sm_buffer_free.
typedef struct sm_buffer {
  char *bytes;
  size_t len;
  size_t cap;
  bool failed;
} sm_buffer;

/// Make room for more bytes behind len and return that place; NULL (and failed) when out of memory.
SM_API char *sm_buffer_reserve(sm_buffer *buffer, size_t more);
SM_API void sm_buffer_printf(sm_buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));
/// A whole number in decimal digits; faster than printf, as output is dense in numbers.
SM_API void sm_buffer_add_int(sm_buffer *buffer, int64_t number);
/// The digits of a whole number at `to`, at most 20 bytes; returns their end.
SM_API char *sm_put_int(char *to, int64_t number);
/// A finite number of magnitude below 1e12 with 0 to 9 decimals, zeros at the end left out ("2.5", "3").
SM_API void sm_buffer_add_fixed(sm_buffer *buffer, double number, int decimals);
SM_API void sm_buffer_free(sm_buffer *buffer);

/// In the header, since output is made of many small pieces.
static inline void sm_buffer_add(sm_buffer *buffer, const void *bytes, size_t len) {
  if (!len || (buffer->cap - buffer->len < len && !sm_buffer_reserve(buffer, len)) || buffer->failed) return;
  memcpy(buffer->bytes + buffer->len, bytes, len);
  buffer->len += len;
}

static inline void sm_buffer_add_str(sm_buffer *buffer, sm_str s) { sm_buffer_add(buffer, s.ptr, s.len); }
static inline void sm_buffer_add_char(sm_buffer *buffer, char c) { sm_buffer_add(buffer, &c, 1); }
static inline sm_str sm_buffer_str(const sm_buffer *buffer) { return (sm_str){buffer->bytes, buffer->len}; }
/// Forget the content, keep the memory.
static inline void sm_buffer_clear(sm_buffer *buffer) { buffer->len = 0; }

#endif
