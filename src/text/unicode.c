#include "unicode.h"

#include <utf8proc.h>

static uint32_t malformed(uint32_t *length) {
  *length = 1;
  return SM_REPLACEMENT;
}

uint32_t sm_utf8_next(const unsigned char *s, const unsigned char *end, uint32_t *length) {
  uint32_t c = s[0];
  *length = 1;
  if (c < 0x80) return c;
  uint32_t n = c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : 2;
  if (c < 0xc2 || c > 0xf4 || (uint32_t)(end - s < 4 ? end - s : 4) < n) return malformed(length);
  c &= 0x7fu >> n;
  for (uint32_t i = 1; i < n; i++) {
    if ((s[i] & 0xc0) != 0x80) return malformed(length);
    c = c << 6 | (s[i] & 0x3f);
  }
  static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  if (c < least[n] || c > 0x10ffff || (c >= 0xd800 && c < 0xe000)) return malformed(length);
  *length = n;
  return c;
}

uint32_t sm_utf8_put(uint32_t c, unsigned char *out) {
  return (uint32_t)utf8proc_encode_char((utf8proc_int32_t)c, out);
}

bool sm_char_apostrophic(uint32_t c) {
  switch (c) {
  case '\'': case '`': case 0xb4:
  case 0x2018: case 0x2019: case 0x201b: case 0x2032: case 0x2033: case 0x2035: case 0xff07:
  case 0x02b9: case 0x02ba: case 0x02bb: case 0x02bc: case 0x02bd: case 0x02be: case 0x02bf:
  case 0x02c8: case 0x02ca: case 0x02cb: case 0x02d2: case 0x02d3: case 0x02ee: case 0x055a: case 0x05f3: case 0x05f4:
  case 0xa78b: case 0xa78c:
    return true;
  default:
    return false;
  }
}

static bool is_ideograph(uint32_t c) {
  return (c >= 0x3041 && c <= 0x30ff && c != 0x30fb) || (c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) ||
         (c >= 0x20000 && c <= 0x3ffff);
}

sm_char_kind sm_char_kind_of(uint32_t c) {
  if (c == 0xb4 || c == 0x2018 || c == 0x2019 || c == 0x201b || c == 0xff07) return SM_CHAR_APOSTROPHE;
  if (sm_char_apostrophic(c)) return SM_CHAR_LETTER;
  if (is_ideograph(c)) return SM_CHAR_IDEOGRAPH;
  switch (utf8proc_category((utf8proc_int32_t)c)) {
  case UTF8PROC_CATEGORY_LU: case UTF8PROC_CATEGORY_LL: case UTF8PROC_CATEGORY_LT: case UTF8PROC_CATEGORY_LM:
  case UTF8PROC_CATEGORY_LO: case UTF8PROC_CATEGORY_MN: case UTF8PROC_CATEGORY_MC: case UTF8PROC_CATEGORY_ME:
    return SM_CHAR_LETTER;
  case UTF8PROC_CATEGORY_ND:
    return SM_CHAR_DIGIT;
  case UTF8PROC_CATEGORY_ZL: case UTF8PROC_CATEGORY_ZP:
    return SM_CHAR_NEWLINE;
  case UTF8PROC_CATEGORY_ZS: case UTF8PROC_CATEGORY_CC:
    return SM_CHAR_SPACE;
  case UTF8PROC_CATEGORY_CF:
    return SM_CHAR_FORMAT;
  default:
    return SM_CHAR_SIGN;
  }
}

int sm_char_case(uint32_t c) {
  switch (utf8proc_category((utf8proc_int32_t)c)) {
  case UTF8PROC_CATEGORY_LU: case UTF8PROC_CATEGORY_LT:
    return 1;
  case UTF8PROC_CATEGORY_LL:
    return -1;
  default:
    return 0;
  }
}

bool sm_char_uncased(uint32_t c) {
  return !sm_char_apostrophic(c) && utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_LO;
}

uint16_t sm_char_sign(uint32_t c) {
  switch (c) {
  case 0x2010: case 0x2011: case 0x2012: case 0x2212: case 0x05be: case 0xfe63: case 0xff0d:
    return '-';
  case 0x2013: case 0x2014: case 0x2015: case 0x2e3a: case 0x2e3b: case 0xfe58:
    return '_';
  case 0x201c: case 0x201d: case 0x201e: case 0x201f: case 0xab: case 0xbb: case 0x2039: case 0x203a: case 0xff02:
  case 0x300a: case 0x300b: case 0x300c: case 0x300d: case 0x300e: case 0x300f:
    return '"';
  case 0x201a:
    return '\'';
  case 0x2026: case 0x3002: case 0xff0e: case 0xff61: case 0x06d4: case 0x0964: case 0x0589:
    return '.';
  case 0x060c: case 0xff0c: case 0x3001: case 0xff64:
    return ',';
  case 0x061f: case 0xff1f: case 0xbf:
    return '?';
  case 0xff01: case 0xa1:
    return '!';
  case 0x061b: case 0xff1b:
    return ';';
  case 0xff1a:
    return ':';
  case 0xff08: case 0xfd3e:
    return '(';
  case 0xff09: case 0xfd3f:
    return ')';
  case 0x3010: case 0xff3b:
    return '[';
  case 0x3011: case 0xff3d:
    return ']';
  case 0x2022: case 0x2023: case 0x25aa: case 0x25cf: case 0x25e6: case 0xb7: case 0x25a0: case 0x25b6: case 0x2043: case 0x2219: case 0x27a4:
    return '*';
  case 0x066a: case 0xff05:
    return '%';
  case 0x2044: case 0xff0f:
    return '/';
  case 0x20ac: case 0xa3: case 0xa5: case 0x20a4: case 0x20b4: case 0x20bd:
    return '$';
  default:
    return 1;
  }
}
