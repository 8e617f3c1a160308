#include "reading.h"

#include <math.h>

/// Bytes that a JSON string cannot hold as they are.
static bool must_escape(unsigned char c) {
  return c < 0x20 || c == '"' || c == '\\';
}

static void escape(sm_buffer *buffer, unsigned char c) {
  static const char *const short_form = "btn?fr"; // 8 to 13
  if (c == '"' || c == '\\') {
    sm_buffer_add(buffer, (char[]){'\\', (char)c}, 2);
  } else if (c >= 8 && c <= 13 && c != 11) {
    sm_buffer_add(buffer, (char[]){'\\', short_form[c - 8]}, 2);
  } else {
    sm_buffer_printf(buffer, "\\u%04x", c);
  }
}

#define ALL_BYTES 0x0101010101010101ull

/// Whether one of eight bytes must be escaped. Borrows may mark a byte above a marked one, never a first one.
static bool any_must_escape(const char *bytes) {
  uint64_t w, quotes, slashes;
  memcpy(&w, bytes, sizeof w);
  quotes = w ^ '"' * ALL_BYTES;
  slashes = w ^ '\\' * ALL_BYTES;
  uint64_t low = (w - 0x20 * ALL_BYTES) & ~w;
  uint64_t zero = ((quotes - ALL_BYTES) & ~quotes) | ((slashes - ALL_BYTES) & ~slashes);
  return (low | zero) & 0x80 * ALL_BYTES;
}

/// Bytes before the first one that must be escaped.
static size_t plain_run(sm_str text) {
  size_t i = 0;
  while (i + 8 <= text.len && !any_must_escape(text.ptr + i)) i += 8;
  if (i && i + 8 > text.len && !any_must_escape(text.ptr + text.len - 8)) return text.len;
  while (i < text.len && !must_escape((unsigned char)text.ptr[i])) i++;
  return i;
}

/// A text that needs no escapes, as most do.
static void plain_string(sm_buffer *buffer, sm_str text) {
  char *at = sm_buffer_reserve(buffer, text.len + 2);
  if (!at) return;
  *at++ = '"';
  if (text.len) memcpy(at, text.ptr, text.len);
  at[text.len] = '"';
  buffer->len += text.len + 2;
}

void sm_json_string(sm_buffer *buffer, sm_str text) {
  if (plain_run(text) == text.len) {
    plain_string(buffer, text);
    return;
  }
  sm_buffer_add_char(buffer, '"');
  for (size_t run; text.len; text = (sm_str){text.ptr + run + 1, text.len - run - 1}) {
    run = plain_run(text);
    sm_buffer_add(buffer, text.ptr, run);
    if (run == text.len) break;
    escape(buffer, (unsigned char)text.ptr[run]);
  }
  sm_buffer_add_char(buffer, '"');
}

/// Seven decimals: a centimetre.
static void add_real(sm_buffer *buffer, double r) {
  if (fabs(r) > 1e11)
    sm_buffer_printf(buffer, "%.0f", r);
  else
    sm_buffer_add_fixed(buffer, r, 7);
}

static void add_value(sm_buffer *buffer, sm_value v) {
  char day[11];
  switch (v.type) {
  case SM_NULL:
    sm_buffer_add(buffer, "null", 4);
    break;
  case SM_INT:
    sm_buffer_add_int(buffer, v.i);
    break;
  case SM_BOOL:
    sm_buffer_add_str(buffer, v.i ? SM_STR("true") : SM_STR("false"));
    break;
  case SM_REAL:
    add_real(buffer, v.r);
    break;
  case SM_TEXT:
    sm_json_string(buffer, sm_value_str(v));
    break;
  case SM_JSON:
    sm_buffer_add(buffer, v.s, v.len);
    break;
  case SM_DAY:
    sm_date_format_iso((sm_date)v.i, day);
    sm_json_string(buffer, sm_str_of(day));
  }
}

/// Column names as members begin: the comma of the first one is left out.
#define X(constant, name, ...) {",\"" name "\":", sizeof(name) + 3},
static const sm_str reading_keys[] = {SM_STRIKE_COLUMNS(X)}, claim_keys[] = {SM_CLAIM_COLUMNS(X)};
#undef X

static void add_members(sm_buffer *buffer, const sm_str *keys, const sm_value *v, int n) {
  size_t first = 1;
  for (int i = 0; i < n; i++) {
    if (!sm_value_known(v[i])) continue;
    sm_buffer_add(buffer, keys[i].ptr + first, keys[i].len - first);
    add_value(buffer, v[i]);
    first = 0;
  }
}

void sm_claims_json(const sm_claim_row *claims, size_t n, sm_buffer *buffer) {
  sm_buffer_add_char(buffer, '[');
  for (size_t i = 0; i < n; i++) {
    sm_buffer_add_str(buffer, i ? SM_STR(",{") : SM_STR("{"));
    add_members(buffer, claim_keys, claims[i].v, SM_C_N);
    sm_buffer_add_char(buffer, '}');
  }
  sm_buffer_add_char(buffer, ']');
}

void sm_reading_json(const sm_reading *reading, sm_buffer *buffer) {
  const sm_value *v = reading->v;
  sm_buffer_add_str(buffer, SM_STR("{\"type\":\"Feature\",\"geometry\":"));
  if (sm_value_known(v[SM_S_LON]) && sm_value_known(v[SM_S_LAT])) {
    sm_buffer_add_str(buffer, SM_STR("{\"type\":\"Point\",\"coordinates\":["));
    add_real(buffer, v[SM_S_LON].r);
    sm_buffer_add_char(buffer, ',');
    add_real(buffer, v[SM_S_LAT].r);
    sm_buffer_add_str(buffer, SM_STR("]}"));
  } else {
    sm_buffer_add_str(buffer, SM_STR("null"));
  }
  sm_buffer_add_str(buffer, SM_STR(",\"properties\":{"));
  add_members(buffer, reading_keys, v, SM_S_N);
  sm_buffer_add_str(buffer, SM_STR(",\"claims\":"));
  sm_claims_json(reading->claims, reading->n_claims, buffer);
  sm_buffer_add_str(buffer, SM_STR("}}"));
}
