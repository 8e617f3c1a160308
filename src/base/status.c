#include "status.h"

#include <stdarg.h>
#include <stdio.h>

static sm_status fill(sm_error *err, sm_status status, uint64_t offset, uint64_t line, const char *format,
                      va_list args) {
  if (!err) return status;
  err->status = status;
  err->offset = offset;
  err->line = line;
  vsnprintf(err->message, sizeof err->message, format, args);
  for (char *c = err->message; *c; c++)
    if ((unsigned char)*c < 0x20 || *c == 0x7f) *c = ' ';
  return status;
}

sm_status sm_fail(sm_error *err, sm_status status, const char *format, ...) {
  va_list args;
  va_start(args, format);
  fill(err, status, SM_NO_OFFSET, 0, format, args);
  va_end(args);
  return status;
}

sm_status sm_fail_at(sm_error *err, sm_status status, uint64_t offset, uint64_t line, const char *format, ...) {
  va_list args;
  va_start(args, format);
  fill(err, status, offset, line, format, args);
  va_end(args);
  return status;
}
