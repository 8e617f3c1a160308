#include "buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

char *sm_buffer_reserve(sm_buffer *buffer, size_t more) {
  if (buffer->failed) return NULL;
  if (buffer->cap - buffer->len >= more && buffer->bytes) return buffer->bytes + buffer->len;
  size_t cap = buffer->cap ? buffer->cap : 256;
  while (cap - buffer->len < more && cap <= SIZE_MAX / 4) cap *= 2;
  char *bytes = cap - buffer->len >= more ? realloc(buffer->bytes, cap) : NULL;
  if (!bytes) {
    buffer->failed = true;
    return NULL;
  }
  buffer->bytes = bytes;
  buffer->cap = cap;
  return bytes + buffer->len;
}

void sm_buffer_add(sm_buffer *buffer, const void *bytes, size_t len) {
  char *at = len ? sm_buffer_reserve(buffer, len) : NULL;
  if (!at) return;
  memcpy(at, bytes, len);
  buffer->len += len;
}

void sm_buffer_printf(sm_buffer *buffer, const char *format, ...) {
  va_list args;
  va_start(args, format);
  int n = vsnprintf(NULL, 0, format, args);
  va_end(args);
  char *at = n >= 0 ? sm_buffer_reserve(buffer, (size_t)n + 1) : NULL;
  if (!at) return;
  va_start(args, format);
  vsnprintf(at, (size_t)n + 1, format, args);
  va_end(args);
  buffer->len += (size_t)n;
}

void sm_buffer_free(sm_buffer *buffer) {
  free(buffer->bytes);
  *buffer = (sm_buffer){0};
}
