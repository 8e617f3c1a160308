#include "code_points.h"
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

bool sm_mark_code_points(sm_document *document) {
  const sm_str text = document->report.text;
  document->points = NULL;
  if (is_ascii(text)) return true;
  uint32_t *marks = sm_arena_alloc(document->arena, (text.len / SM_POINTS_STEP + 1) * sizeof *marks);
  if (!marks) return false;
  marks[0] = 0;
  for (size_t i = 1; i <= text.len / SM_POINTS_STEP; i++) marks[i] = marks[i - 1] + starts_in(text.ptr + (i - 1) * SM_POINTS_STEP, SM_POINTS_STEP);
  document->points = marks;
  return true;
}

uint32_t sm_code_point_at(const sm_document *document, uint32_t byte) {
  if (!document->points) return byte;
  const uint32_t mark = byte / SM_POINTS_STEP, from = mark * SM_POINTS_STEP;
  return document->points[mark] + starts_in(document->report.text.ptr + from, byte - from);
}
