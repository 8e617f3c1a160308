#include "document.h"
#include "word_key.h"

#define ALL_BYTES 0x0101010101010101ull

static bool is_ascii(sm_str text) {
  size_t i = 0;
  for (; i + 8 <= text.len; i += 8)
    if (sm_load64(text.ptr + i) & 0x80 * ALL_BYTES) return false;
  for (; i < text.len; i++)
    if ((unsigned char)text.ptr[i] >= 0x80) return false;
  return true;
}

sm_code_points sm_code_points_of(sm_str text) { return (sm_code_points){.text = text, .ascii = is_ascii(text)}; }

/// Bytes that start a code point: all but those with 10 as their highest bits. Eight at a time.
static uint32_t starts_in(const char *text, uint32_t n) {
  uint32_t starts = n;
  for (; n >= 8; text += 8, n -= 8) {
    uint64_t w = sm_load64(text);
    starts -= (uint32_t)__builtin_popcountll(w >> 7 & ~(w >> 6) & ALL_BYTES);
  }
  for (uint32_t i = 0; i < n; i++) starts -= ((unsigned char)text[i] & 0xc0) == 0x80;
  return starts;
}

uint32_t sm_code_point_at(sm_code_points *points, uint32_t byte) {
  if (points->ascii) return byte;
  if (byte >= points->byte)
    points->point += starts_in(points->text.ptr + points->byte, byte - points->byte);
  else
    points->point -= starts_in(points->text.ptr + byte, points->byte - byte);
  points->byte = byte;
  return points->point;
}
