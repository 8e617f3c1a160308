#include "table.h"

#include <cpl_vsi.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "file.h"

sm_status sm_slurp(const char *path, char **out, size_t *len, sm_error *err) {
  VSILFILE *f = VSIFOpenL(path, "rb");
  if (!f) return sm_fail(err, SM_ERROR_IO, "%s: cannot be read", path);
  size_t cap = 1 << 20, n = 0;
  char *bytes = malloc(cap + 1);
  while (bytes) {
    size_t got = VSIFReadL(bytes + n, 1, cap - n, f);
    n += got;
    if (got == 0) break;
    if (n < cap) continue;
    char *grown = realloc(bytes, cap * 2 + 1);
    if (!grown) free(bytes);
    bytes = grown;
    cap *= 2;
  }
  VSIFCloseL(f);
  if (!bytes) return sm_fail(err, SM_ERROR_MEMORY, "%s: out of memory", path);
  bytes[n] = 0;
  *out = bytes;
  *len = n;
  return SM_OK;
}

bool sm_next_part(sm_str *list, char by, sm_str *part) {
  while (list->len && *list->ptr == by) list->ptr++, list->len--;
  if (list->len == 0) return false;
  const char *end = memchr(list->ptr, by, list->len);
  size_t n = end ? (size_t)(end - list->ptr) : list->len;
  *part = (sm_str){list->ptr, n};
  list->ptr += n;
  list->len -= n;
  return true;
}

bool sm_parse_number(sm_str text, double *out) {
  char copy[64], *end;
  if (text.len == 0 || text.len >= sizeof copy) return false;
  memcpy(copy, text.ptr, text.len);
  copy[text.len] = 0;
  *out = strtod(copy, &end); // the program never sets a locale
  return *end == 0 && isfinite(*out);
}

static void split(sm_str line, sm_str *fields, int *n) {
  *n = 0;
  if (line.len && line.ptr[line.len - 1] == '\r') line.len--;
  for (const char *p = line.ptr, *end = p + line.len; *n < SM_TABLE_COLUMNS;) {
    const char *tab = memchr(p, '\t', (size_t)(end - p));
    fields[(*n)++] = (sm_str){p, (size_t)((tab ? tab : end) - p)};
    if (!tab) break;
    p = tab + 1;
  }
}

static bool next_line(sm_table *t, sm_str *line) {
  if (t->at >= t->len) return false;
  const char *p = t->bytes + t->at;
  const char *end = memchr(p, '\n', t->len - t->at);
  size_t n = end ? (size_t)(end - p) : t->len - t->at;
  *line = (sm_str){p, n};
  t->at += n + 1;
  t->line++;
  return true;
}

static char *join(const char *before, const char *folder, const char *name, const char *after) {
  size_t cap = strlen(before) + strlen(folder) + strlen(name) + strlen(after) + 2;
  char *path = malloc(cap);
  if (path) snprintf(path, cap, "%s%s/%s%s", before, folder, name, after);
  return path;
}

static bool exists(const char *path) {
  return path && sm_file_kind_of(path) == SM_FILE_REGULAR;
}

char *sm_table_path(const char *folder, const char *name) {
  char *plain = join("", folder, name, ""), *packed = join("", folder, name, ".gz");
  char *path = exists(plain)    ? join("", folder, name, "")
               : exists(packed) ? join("/vsigzip/", folder, name, ".gz")
                                : NULL;
  free(plain);
  free(packed);
  return path;
}

sm_status sm_table_open(const char *folder, const char *name, sm_table *out, bool *found, sm_error *err) {
  *out = (sm_table){0};
  out->path = sm_table_path(folder, name);
  *found = out->path != NULL;
  if (!out->path) return SM_OK;
  sm_status status = sm_slurp(out->path, &out->bytes, &out->len, err);
  sm_str line;
  if (!status && next_line(out, &line)) split(line, out->header, &out->n_columns);
  if (status) sm_table_close(out);
  return status;
}

void sm_table_close(sm_table *table) {
  free(table->path);
  free(table->bytes);
  *table = (sm_table){0};
}

sm_status sm_table_next(sm_table *table, bool *end, sm_error *err) {
  sm_str line;
  *end = !next_line(table, &line);
  if (*end) return SM_OK;
  int n;
  split(line, table->row, &n);
  for (int i = n; i < table->n_columns; i++) table->row[i] = (sm_str){0};
  if (n <= table->n_columns) return SM_OK;
  return sm_fail_at(err, SM_ERROR_FORMAT, SM_NO_OFFSET, table->line, "%s: line %llu: %d columns, not %d",
                    table->path, (unsigned long long)table->line, n, table->n_columns);
}

sm_str sm_table_get(const sm_table *table, const char *column) {
  for (int i = 0; i < table->n_columns; i++)
    if (sm_str_equal(table->header[i], sm_str_of(column)))
      return table->row[i].len ? table->row[i] : (sm_str){0};
  return (sm_str){0};
}

sm_status sm_table_number(const sm_table *table, const char *column, double fallback, double *out,
                          sm_error *err) {
  sm_str text = sm_table_get(table, column);
  *out = fallback;
  if (text.len == 0 || sm_parse_number(text, out)) return SM_OK;
  return sm_fail_at(err, SM_ERROR_FORMAT, SM_NO_OFFSET, table->line, "%s: line %llu: %s is no number: %.*s",
                    table->path, (unsigned long long)table->line, column,
                    (int)(text.len > 40 ? 40 : text.len), text.ptr);
}
