#include "document.h"

static bool is_ascii(sm_str text) {
  for (size_t i = 0; i < text.len; i++)
    if ((unsigned char)text.ptr[i] >= 0x80) return false;
  return true;
}

sm_code_points sm_code_points_of(sm_str text) { return (sm_code_points){.text = text, .ascii = is_ascii(text)}; }

uint32_t sm_code_point_at(sm_code_points *points, uint32_t byte) {
  if (points->ascii) return byte;
  if (byte < points->byte) points->byte = points->point = 0;
  for (; points->byte < byte; points->byte++)
    points->point += ((unsigned char)points->text.ptr[points->byte] & 0xc0) != 0x80;
  return points->point;
}
