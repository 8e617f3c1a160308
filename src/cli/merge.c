#include <stdio.h>
#include <stdlib.h>

#include "command.h"
#include "file.h"
#include "merge.h"

typedef struct readings {
  sm_arena *arena;
  sm_reading **items;
  size_t n, cap;
  bool failed; ///< a line could not be read; the others go on
} readings;

static sm_status add_line(readings *r, const char *path, sm_str line, size_t number, sm_error *err) {
  sm_error bad = {0};
  sm_reading **grown = sm_arena_grow(r->arena, r->items, r->n, &r->cap, sizeof *r->items);
  if (!grown) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  r->items = grown;
  sm_reading *reading = r->items[r->n] = sm_arena_alloc(r->arena, sizeof *reading);
  if (!reading) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  sm_status status = sm_reading_parse(line, r->arena, reading, &bad);
  if (!status) r->n++;
  if (status == SM_ERROR_MEMORY) return sm_fail(err, status, "out of memory");
  if (!status) return SM_OK;
  sm_error told;
  sm_fail(&told, status, "%s: line %zu: %s", path, number, bad.message);
  sm_report_error(&told);
  r->failed = true;
  return SM_OK;
}

/// Lines of newline-delimited GeoJSON; also RFC 8142's, which start with a record separator.
static sm_status add_lines(readings *r, const char *path, sm_str text, sm_error *err) {
  sm_status status = SM_OK;
  size_t number = 0;
  for (size_t i = 0; i < text.len && !status;) {
    const char *end = memchr(text.ptr + i, '\n', text.len - i);
    size_t len = end ? (size_t)(end - text.ptr) - i : text.len - i;
    sm_str line = {text.ptr + i, len};
    number++;
    i += len + 1;
    while (line.len && (line.ptr[0] == 0x1e || line.ptr[0] == ' ')) line.ptr++, line.len--;
    while (line.len && (line.ptr[line.len - 1] == '\r' || line.ptr[line.len - 1] == ' ')) line.len--;
    if (line.len) status = add_line(r, path, line, number, err);
  }
  return status;
}

static sm_status read_all(readings *r, const sm_texts *inputs, sm_error *err) {
  sm_status status = SM_OK;
  size_t n = inputs->n ? inputs->n : 1;
  for (size_t i = 0; i < n && !status; i++) {
    const char *path = inputs->n ? inputs->items[i] : "-";
    char *bytes;
    size_t len;
    status = sm_file_read(path, SIZE_MAX / 2, &bytes, &len, err);
    if (status) break;
    status = add_lines(r, strcmp(path, "-") ? path : "standard input", (sm_str){bytes, len}, err);
    free(bytes);
  }
  return status;
}

static sm_status print(const sm_merged *merged, sm_error *err) {
  sm_buffer line = {0};
  bool done = true;
  for (size_t i = 0; i < merged->n && done; i++) {
    sm_buffer_clear(&line);
    sm_reading_json(merged->strikes[i], &line);
    sm_buffer_add_char(&line, '\n');
    done = !line.failed && fwrite(line.bytes, 1, line.len, stdout) == line.len;
  }
  done &= fflush(stdout) == 0;
  sm_buffer_free(&line);
  return done ? SM_OK : sm_fail(err, SM_ERROR_IO, "standard output: cannot write");
}

int sm_command_merge(const sm_options *options) {
  readings r = {.arena = sm_arena_new()};
  sm_merged merged;
  sm_error error = {0};
  sm_status status =
      r.arena ? read_all(&r, &options->inputs, &error) : sm_fail(&error, SM_ERROR_MEMORY, "out of memory");
  if (!status) status = sm_merge(r.items, r.n, false, r.arena, &merged, &error);
  if (!status) status = print(&merged, &error);
  if (r.arena) sm_arena_free(r.arena);
  if (status) return sm_report_error(&error);
  return r.failed ? SM_EXIT_FAILED : SM_EXIT_DONE;
}
