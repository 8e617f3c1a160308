/// JSON of the programs that print what the reader sees, for the trainers.
#ifndef SM_EVAL_PRINT_H
#define SM_EVAL_PRINT_H

#include <stdio.h>

#include "span.h"

/// A text in quotation marks, escaped.
static inline void print_text(sm_str s) {
  putchar('"');
  for (size_t i = 0; i < s.len; i++) {
    unsigned char c = (unsigned char)s.ptr[i];
    if (c == '"' || c == '\\') putchar('\\');
    if (c < 0x20)
      printf("\\u%04x", c);
    else
      putchar(c);
  }
  putchar('"');
}

#endif
