/// Errors. Functions that can fail return an sm_status; the details go to an sm_error that the caller owns.
#ifndef SM_STATUS_H
#define SM_STATUS_H

#include <stddef.h>
#include <stdint.h>

#include "sm_export.h"

typedef enum sm_status {
  SM_OK = 0,
  SM_ERROR_MEMORY,  ///< out of memory
  SM_ERROR_IO,      ///< a file could not be read or written
  SM_ERROR_FORMAT,  ///< a file's content is not what it should be
  SM_ERROR_LIMIT,   ///< an input exceeds a documented limit
  SM_ERROR_USAGE,   ///< arguments that do not fit together
  SM_ERROR_EXISTS,  ///< the output exists and may not be replaced
  SM_ERROR_VERSION, ///< a compiled file of another format version: rebuild it
  SM_ERROR_STOPPED, ///< the caller's progress function asked to stop
} sm_status;

#define SM_NO_OFFSET UINT64_MAX

/// What went wrong and where. Owned by the caller; may be NULL in every call.
typedef struct sm_error {
  sm_status status;
  uint64_t offset;   ///< byte in the file, or SM_NO_OFFSET
  uint64_t line;     ///< line in the file from 1, or 0
  char message[512]; ///< one line, UTF-8, without line end, names the file where there is one
} sm_error;

/// Fill err (if not NULL) with status and a printf-style one-line message; returns status.
SM_API sm_status sm_fail(sm_error *err, sm_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/// Like sm_fail, with the byte offset (or SM_NO_OFFSET) and line (or 0) in the file.
SM_API sm_status sm_fail_at(sm_error *err, sm_status status, uint64_t offset, uint64_t line, const char *format,
                            ...) __attribute__((format(printf, 5, 6)));

#endif
