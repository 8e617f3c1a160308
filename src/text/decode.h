/// Bytes of a file to the exact text of a report.
#ifndef SM_DECODE_H
#define SM_DECODE_H

#include "buffer.h"

/// Append bytes to out as valid UTF-8: a byte order mark is dropped, UTF-16 with a mark is converted, each invalid
/// byte becomes one U+FFFD, all else (line ends, NUL) is kept. *first_invalid: its byte, or SM_NO_OFFSET.
/// Errors: MEMORY.
SM_API sm_status sm_decode(sm_str bytes, sm_buffer *out, uint64_t *first_invalid, sm_error *err);

#endif
