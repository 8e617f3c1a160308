#include "report_formats.h"

bool sm_record_is_whole(sm_str record) {
  bool quoted = false;
  for (size_t i = 0; i < record.len; i++) quoted ^= record.ptr[i] == '"';
  return !quoted;
}

char sm_record_separator(sm_str header) {
  static const char separators[] = {',', ';', '\t'};
  char best = ',';
  size_t most = 0;
  for (size_t s = 0; s < sizeof separators; s++) {
    size_t n = 0;
    for (size_t i = 0; i < header.len; i++) n += header.ptr[i] == separators[s];
    if (n > most) {
      most = n;
      best = separators[s];
    }
  }
  return best;
}

/// One field from *at; leaves *at behind its separator. Quotes inside are undone into the arena.
static sm_str next_field(sm_str record, size_t *at, char separator, sm_arena *arena) {
  size_t i = *at;
  if (i >= record.len || record.ptr[i] != '"') {
    size_t end = i;
    while (end < record.len && record.ptr[end] != separator) end++;
    *at = end + 1;
    return (sm_str){record.ptr + i, end - i};
  }
  char *out = sm_arena_alloc(arena, record.len - i);
  size_t n = 0;
  for (i++; out && i < record.len; i++) {
    if (record.ptr[i] == '"') {
      if (i + 1 >= record.len || record.ptr[i + 1] != '"') break;
      i++;
    }
    out[n++] = record.ptr[i];
  }
  while (i < record.len && record.ptr[i] != separator) i++;
  *at = i + 1;
  return (sm_str){out, out ? n : 0};
}

sm_status sm_record_split(sm_str record, char separator, sm_arena *arena, sm_record *out, sm_error *err) {
  size_t cap = 0, at = 0;
  *out = (sm_record){0};
  while (at <= record.len) {
    sm_str *grown = sm_arena_grow(arena, out->fields, out->n, &cap, sizeof *grown);
    if (!grown) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
    out->fields = grown;
    out->fields[out->n++] = next_field(record, &at, separator, arena);
  }
  return SM_OK;
}
