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

/// Bytes that start a code point: all but those with 10 as their highest bits. Eight at a time, and their bits summed up by a product.
static uint32_t starts_in(const char *text, uint32_t n) {
  uint32_t starts = n;
  for (; n >= 8; text += 8, n -= 8) {
    uint64_t w = sm_load64(text);
    starts -= (uint32_t)((w >> 7 & ~(w >> 6) & ALL_BYTES) * ALL_BYTES >> 56);
  }
  for (uint32_t i = 0; i < n; i++) starts -= ((unsigned char)text[i] & 0xc0) == 0x80;
  return starts;
}

sm_code_points sm_code_points_of(sm_str text) {
  enum { LEAST_STEP = 256 };
  sm_code_points points;
  points.text = text;
  points.ascii = is_ascii(text);
  points.byte = points.point = 0;
  points.step = (uint32_t)(text.len / SM_CODE_POINT_MARKS + 1);
  if (points.step < LEAST_STEP) points.step = LEAST_STEP;
  for (uint32_t at = 0, mark = 0, point = 0; !points.ascii && at <= text.len; at += points.step, mark++) {
    points.marks[mark] = point;
    if (text.len - at >= points.step) point += starts_in(text.ptr + at, points.step);
  }
  return points;
}

uint32_t sm_code_point_at(sm_code_points *points, uint32_t byte) {
  if (points->ascii) return byte;
  const uint32_t mark = byte / points->step;
  if (byte < points->byte || mark * points->step > points->byte) {
    points->byte = mark * points->step;
    points->point = points->marks[mark];
  }
  points->point += starts_in(points->text.ptr + points->byte, byte - points->byte);
  points->byte = byte;
  return points->point;
}
