#include "input.h"

#include <errno.h>

#include "document.h"

enum { CHUNK = 1 << 16 };

sm_status sm_input_open(const char *path, sm_input *out, sm_error *err) {
  *out = (sm_input){.stream = stdin};
  if (strcmp(path, "-") == 0) return SM_OK;
  out->stream = fopen(path, "rb");
  if (!out->stream) return sm_fail(err, SM_ERROR_IO, "%s: %s", path, strerror(errno));
  out->owned = true;
  return SM_OK;
}

sm_input sm_input_of_memory(sm_str bytes) {
  return (sm_input){.memory = bytes};
}

void sm_input_close(sm_input *input) {
  if (input->stream && input->owned) fclose(input->stream);
  sm_buffer_free(&input->ahead);
  *input = (sm_input){.eof = true};
}

static size_t left(const sm_input *input) {
  return input->ahead.len - input->start;
}

static const char *unread(const sm_input *input) {
  return input->ahead.bytes ? input->ahead.bytes + input->start : "";
}

/// Read one more chunk behind what is there.
static sm_status fill(sm_input *input, const char *name, sm_error *err) {
  if (input->start && input->start == input->ahead.len) input->start = input->ahead.len = 0;
  if (input->start > CHUNK * 16) {
    memmove(input->ahead.bytes, input->ahead.bytes + input->start, left(input));
    input->ahead.len -= input->start;
    input->start = 0;
  }
  if (left(input) > SM_INPUT_MAX)
    return sm_fail_at(err, SM_ERROR_LIMIT, input->offset, input->line + 1,
                      "%s: line %llu is longer than %u MB", name, (unsigned long long)input->line + 1,
                      SM_INPUT_MAX >> 20);
  char *room = sm_buffer_reserve(&input->ahead, CHUNK);
  if (!room) return sm_fail(err, SM_ERROR_MEMORY, "%s: out of memory", name);
  size_t n;
  if (input->stream) {
    n = fread(room, 1, CHUNK, input->stream);
    if (ferror(input->stream)) {
      input->eof = true;
      return sm_fail(err, SM_ERROR_IO, "%s: %s", name, strerror(errno));
    }
  } else {
    n = input->memory.len - input->taken < CHUNK ? input->memory.len - input->taken : CHUNK;
    if (n) memcpy(room, input->memory.ptr + input->taken, n);
    input->taken += n;
  }
  input->ahead.len += n;
  input->eof = n == 0;
  return SM_OK;
}

int sm_input_peek(sm_input *input) {
  while (!left(input) && !input->eof)
    if (fill(input, "", NULL)) return -1;
  return left(input) ? (unsigned char)input->ahead.bytes[input->start] : -1;
}

sm_status sm_input_rest(sm_input *input, const char *name, sm_str *out, sm_error *err) {
  while (!input->eof) {
    sm_status status = fill(input, name, err);
    if (status) return status;
  }
  *out = (sm_str){unread(input), left(input)};
  input->start = input->ahead.len;
  return SM_OK;
}

sm_status sm_input_line(sm_input *input, const char *name, sm_str *out, bool *end, sm_error *err) {
  size_t seen = 0;
  *end = false;
  for (;;) {
    const char *start = unread(input);
    const char *newline = left(input) > seen ? memchr(start + seen, '\n', left(input) - seen) : NULL;
    if (newline || input->eof) {
      size_t len = newline ? (size_t)(newline - start) : left(input);
      *end = !newline && len == 0;
      *out = (sm_str){start, len};
      if (len && start[len - 1] == '\r') out->len--;
      input->start += len + (newline != NULL);
      input->offset += len + (newline != NULL);
      input->line++;
      return SM_OK;
    }
    seen = left(input);
    sm_status status = fill(input, name, err);
    if (status) return status;
  }
}
