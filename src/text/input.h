/// Bytes from a file, standard input or memory, whole or line by line.
#ifndef SM_INPUT_H
#define SM_INPUT_H

#include <stdio.h>

#include "buffer.h"

typedef struct sm_input {
  FILE *stream;  ///< NULL: memory
  bool owned;    ///< close the stream at the end
  sm_str memory;
  size_t taken;  ///< of memory
  sm_buffer ahead; ///< read but not handed out
  size_t start;    ///< of what is left in ahead
  uint64_t offset; ///< byte of the next line
  uint64_t line;   ///< lines handed out
  bool eof;
} sm_input;

/// Open path, or standard input for "-". Errors: IO.
sm_status sm_input_open(const char *path, sm_input *out, sm_error *err);
sm_input sm_input_of_memory(sm_str bytes);
void sm_input_close(sm_input *input);

/// First byte without taking it, or -1 at the end.
int sm_input_peek(sm_input *input);

/// All that is left, at most SM_INPUT_MAX bytes; borrowed until the next call. Errors: IO, LIMIT, MEMORY.
sm_status sm_input_rest(sm_input *input, const char *name, sm_str *out, sm_error *err);

/// Next line without its end, borrowed until the next call; *end true after the last. Errors as sm_input_rest.
sm_status sm_input_line(sm_input *input, const char *name, sm_str *out, bool *end, sm_error *err);

#endif
