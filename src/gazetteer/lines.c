#include "lines.h"

#include <cpl_vsi.h>
#include <stdlib.h>

struct sm_lines {
  VSILFILE *file;
  char *path;
  char *bytes;
  size_t at, n;
  uint64_t number, read, size;
  bool ended;
};

enum { BUFFER = 2 * SM_LINE_MAX };

static uint64_t size_of(VSILFILE *f) {
  if (VSIFSeekL(f, 0, SEEK_END)) return 0;
  uint64_t size = VSIFTellL(f);
  VSIFSeekL(f, 0, SEEK_SET);
  return size;
}

sm_status sm_lines_open(const char *path, sm_lines **out, sm_error *err) {
  *out = NULL;
  sm_lines *l = calloc(1, sizeof *l);
  if (l) l->bytes = malloc(BUFFER);
  if (l) l->path = malloc(strlen(path) + 1);
  if (!l || !l->bytes || !l->path) {
    if (l) sm_lines_close(l);
    return sm_fail(err, SM_ERROR_MEMORY, "%s: out of memory", path);
  }
  memcpy(l->path, path, strlen(path) + 1);
  l->file = VSIFOpenL(path, "rb");
  if (!l->file) {
    sm_lines_close(l);
    return sm_fail(err, SM_ERROR_IO, "%s: cannot be read", path);
  }
  l->size = size_of(l->file);
  *out = l;
  return SM_OK;
}

static void refill(sm_lines *l) {
  memmove(l->bytes, l->bytes + l->at, l->n - l->at);
  l->n -= l->at;
  l->at = 0;
  size_t got = VSIFReadL(l->bytes + l->n, 1, BUFFER - l->n, l->file);
  l->ended = got == 0;
  l->n += got;
  l->read += got;
}

sm_status sm_lines_next(sm_lines *l, sm_str *line, bool *end, sm_error *err) {
  const char *found;
  while (!(found = l->n > l->at ? memchr(l->bytes + l->at, '\n', l->n - l->at) : NULL) && !l->ended &&
         l->n - l->at < SM_LINE_MAX)
    refill(l);
  *end = l->at == l->n;
  if (*end) return SM_OK;
  l->number++;
  size_t n = found ? (size_t)(found - l->bytes) - l->at : l->n - l->at;
  if (n >= SM_LINE_MAX)
    return sm_fail_at(err, SM_ERROR_LIMIT, SM_NO_OFFSET, l->number, "%s: line %llu: longer than %d bytes",
                      l->path, (unsigned long long)l->number, SM_LINE_MAX);
  *line = (sm_str){l->bytes + l->at, n};
  l->at += n + (found != NULL);
  if (line->len && line->ptr[line->len - 1] == '\r') line->len--;
  return SM_OK;
}

uint64_t sm_lines_number(const sm_lines *l) {
  return l->number;
}

double sm_lines_done(const sm_lines *l) {
  return l->size ? (double)l->read / (double)l->size : 0;
}

void sm_lines_close(sm_lines *l) {
  if (l->file) VSIFCloseL(l->file);
  free(l->path);
  free(l->bytes);
  free(l);
}
