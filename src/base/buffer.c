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

/// Digits of number, at least width of them with zeros in front, ending before `end`; returns their first.
static char *digits_before(char *end, uint64_t number, int width) {
  static const char pairs[] = "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748"
                              "4950515253545556575859606162636465666768697071727374757677787980818283848586878889909192939495969798"
                              "99";
  for (; number >= 10; number /= 100, width -= 2) memcpy(end -= 2, pairs + 2 * (number % 100), 2);
  if (number || width > 0) *--end = (char)('0' + number), width--;
  while (width-- > 0) *--end = '0';
  return end;
}

char *sm_put_int(char *to, int64_t number) {
  char text[24], *end = text + sizeof text;
  char *at = digits_before(end, number < 0 ? -(uint64_t)number : (uint64_t)number, number == 0);
  if (number < 0) *--at = '-';
  memcpy(to, at, (size_t)(end - at));
  return to + (end - at);
}

void sm_buffer_add_int(sm_buffer *buffer, int64_t number) {
  char *at = sm_buffer_reserve(buffer, 24);
  if (at) buffer->len += (size_t)(sm_put_int(at, number) - at);
}

void sm_buffer_add_fixed(sm_buffer *buffer, double number, int decimals) {
  static const double powers[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
  bool negative = number < 0;
  uint64_t scaled = (uint64_t)((negative ? -number : number) * powers[decimals] + 0.5);
  uint64_t unit = (uint64_t)powers[decimals], whole = scaled / unit, part = scaled % unit;
  char text[40], *end = text + sizeof text, *at = end;
  if (part) {
    at = digits_before(end, part, decimals);
    while (end[-1] == '0') end--;
    *--at = '.';
  }
  at = digits_before(at, whole, whole == 0);
  if (negative && scaled) *--at = '-';
  sm_buffer_add(buffer, at, (size_t)(end - at));
}
