/// Spans of a report and borrowed slices of text.
#ifndef SM_SPAN_H
#define SM_SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/// Half-open range of byte offsets into a report's UTF-8 text; empty (0, 0) means none.
typedef struct sm_span {
  uint32_t begin;
  uint32_t end;
} sm_span;

/// A borrowed slice of UTF-8 text, not NUL-terminated. {NULL, 0} means unknown.
typedef struct sm_str {
  const char *ptr;
  size_t len;
} sm_str;

#define SM_STR(literal) ((sm_str){(literal), sizeof(literal) - 1})
#define SM_STR_ARG(s)   (int)(s).len, (s).ptr ///< for printf's "%.*s"

static inline bool sm_span_is_none(sm_span s) { return s.end <= s.begin; }

static inline bool sm_span_overlaps(sm_span a, sm_span b) { return a.begin < b.end && b.begin < a.end; }

static inline sm_str sm_str_of(const char *text) { return (sm_str){text, text ? strlen(text) : 0}; }

static inline bool sm_str_equal(sm_str a, sm_str b) {
  return a.len == b.len && (a.len == 0 || (a.ptr[0] == b.ptr[0] && memcmp(a.ptr, b.ptr, a.len) == 0));
}

/// s without blanks, tabs and line ends at its ends.
static inline sm_str sm_str_trim(sm_str s) {
  while (s.len && s.ptr[0] && strchr(" \t\r\n", s.ptr[0])) s.ptr++, s.len--;
  while (s.len && s.ptr[s.len - 1] && strchr(" \t\r\n", s.ptr[s.len - 1])) s.len--;
  return s;
}

/// Takes the part of *s before the separator off its front, separator included; all of it when there is none.
static inline sm_str sm_str_take(sm_str *s, const char *separator) {
  size_t n = strlen(separator);
  for (size_t i = 0; i + n <= s->len; i++) {
    if (memcmp(s->ptr + i, separator, n) != 0) continue;
    sm_str part = {s->ptr, i};
    *s = (sm_str){s->ptr + i + n, s->len - i - n};
    return part;
  }
  sm_str part = *s;
  *s = (sm_str){s->ptr + s->len, 0};
  return part;
}

#endif
