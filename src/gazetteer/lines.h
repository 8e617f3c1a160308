/// Lines of a file that is too large to read whole, through GDAL's file systems (zip, gzip, web). Private to
/// the room.
#ifndef SM_LINES_H
#define SM_LINES_H

#include "span.h"
#include "status.h"

typedef struct sm_lines sm_lines;

/// Longest line in bytes.
enum { SM_LINE_MAX = 1 << 20 };

/// Errors: IO, MEMORY.
sm_status sm_lines_open(const char *path, sm_lines **out, sm_error *err);

/// Next line without its end, valid until the next call; *end is set true after the last one. Errors: LIMIT.
sm_status sm_lines_next(sm_lines *lines, sm_str *line, bool *end, sm_error *err);

/// Number of the last line given, from 1; share of the file read so far, 0 when its size is unknown.
uint64_t sm_lines_number(const sm_lines *lines);
double sm_lines_done(const sm_lines *lines);
void sm_lines_close(sm_lines *lines);

#endif
