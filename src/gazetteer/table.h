/// Reading the rows of a place file: UTF-8 TSV with a header line, no quoting, plain or gzip. Private to the
/// room.
#ifndef SM_TABLE_H
#define SM_TABLE_H

#include "span.h"
#include "status.h"

enum { SM_TABLE_COLUMNS = 32 };

typedef struct sm_table {
  char *path;
  char *bytes; ///< whole content
  size_t len, at;
  uint64_t line; ///< of the current row, from 1
  sm_str header[SM_TABLE_COLUMNS], row[SM_TABLE_COLUMNS];
  int n_columns;
} sm_table;

/// The plain file or the gzip one as GDAL reads it, malloc'ed; NULL when there is neither or no memory.
char *sm_table_path(const char *folder, const char *name);

/// Read the file NAME or NAME.gz of a folder. *found tells whether there is one. Errors: IO, FORMAT, MEMORY.
sm_status sm_table_open(const char *folder, const char *name, sm_table *out, bool *found, sm_error *err);
void sm_table_close(sm_table *table);

/// Next row; *end is set true after the last one. Errors: FORMAT (file and line).
sm_status sm_table_next(sm_table *table, bool *end, sm_error *err);

/// Text of a column of the row, {NULL, 0} when empty or without such a column.
sm_str sm_table_get(const sm_table *table, const char *column);

/// Number of a column, fallback when empty. A bad number is a FORMAT error.
sm_status sm_table_number(const sm_table *table, const char *column, double fallback, double *out,
                          sm_error *err);

/// Read a plain or gzip file whole into malloc'ed memory, followed by a NUL byte. Errors: IO, MEMORY.
sm_status sm_slurp(const char *path, char **out, size_t *len, sm_error *err);

/// Takes the next part of a list parted by `by` off *list; false when nothing is left. Empty parts are
/// skipped.
bool sm_next_part(sm_str *list, char by, sm_str *part);

/// Reads a whole decimal number; false when text is none.
bool sm_parse_number(sm_str text, double *out);

#endif
