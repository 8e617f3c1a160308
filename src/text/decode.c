#include "decode.h"

#include <utf8proc.h>

static const char replacement[] = "\xef\xbf\xbd";

static void add_code_point(sm_buffer *out, utf8proc_int32_t c) {
  utf8proc_uint8_t utf8[4];
  if (!utf8proc_codepoint_valid(c)) {
    sm_buffer_add(out, replacement, 3);
    return;
  }
  sm_buffer_add(out, utf8, (size_t)utf8proc_encode_char(c, utf8));
}

static void decode_utf16(sm_str bytes, bool big_endian, sm_buffer *out, uint64_t *first_invalid) {
  const unsigned char *p = (const unsigned char *)bytes.ptr;
  for (size_t i = 2; i < bytes.len; i += 2) {
    if (i + 1 == bytes.len) {
      if (*first_invalid == SM_NO_OFFSET) *first_invalid = i;
      sm_buffer_add(out, replacement, 3);
      break;
    }
    utf8proc_int32_t c = big_endian ? p[i] << 8 | p[i + 1] : p[i + 1] << 8 | p[i];
    if (c >= 0xd800 && c < 0xdc00 && i + 3 < bytes.len) {
      utf8proc_int32_t low = big_endian ? p[i + 2] << 8 | p[i + 3] : p[i + 3] << 8 | p[i + 2];
      if (low >= 0xdc00 && low < 0xe000) {
        c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
        i += 2;
      }
    }
    if (!utf8proc_codepoint_valid(c) && *first_invalid == SM_NO_OFFSET) *first_invalid = i;
    add_code_point(out, c);
  }
}

/// Length of the valid UTF-8 at the start of bytes.
static size_t valid_run(const unsigned char *p, size_t n) {
  size_t i = 0;
  while (i < n) {
    uint64_t eight = 0;
    if (n - i >= sizeof eight) memcpy(&eight, p + i, sizeof eight);
    if (n - i >= sizeof eight && !(eight & 0x8080808080808080ull)) {
      i += sizeof eight;
      continue;
    }
    if (p[i] < 0x80) {
      i++;
      continue;
    }
    utf8proc_int32_t c;
    utf8proc_ssize_t len = utf8proc_iterate(p + i, (utf8proc_ssize_t)(n - i), &c);
    if (len <= 0) break;
    i += (size_t)len;
  }
  return i;
}

sm_status sm_decode(sm_str bytes, sm_buffer *out, uint64_t *first_invalid, sm_error *err) {
  const unsigned char *p = (const unsigned char *)bytes.ptr;
  *first_invalid = SM_NO_OFFSET;
  if (bytes.len >= 2 && ((p[0] == 0xff && p[1] == 0xfe) || (p[0] == 0xfe && p[1] == 0xff))) {
    decode_utf16(bytes, p[0] == 0xfe, out, first_invalid);
  } else {
    size_t i = bytes.len >= 3 && memcmp(p, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    while (i < bytes.len) {
      size_t run = valid_run(p + i, bytes.len - i);
      sm_buffer_add(out, p + i, run);
      i += run;
      if (i >= bytes.len) break;
      if (*first_invalid == SM_NO_OFFSET) *first_invalid = i;
      sm_buffer_add(out, replacement, 3);
      i++;
    }
  }
  return out->failed ? sm_fail(err, SM_ERROR_MEMORY, "out of memory") : SM_OK;
}
