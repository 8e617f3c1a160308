/// Reading reports one at a time from text, HTML, JSONL, tables, folders and streams (layers.md: REPORT).
#ifndef SM_REPORT_READER_H
#define SM_REPORT_READER_H

#include "document.h"

typedef struct sm_report_reader sm_report_reader;

typedef struct sm_report_options {
  sm_date date;          ///< --date: overrides unknown publication dates; SM_NO_DATE: none
  const char *source;    ///< --source, --url, --title: given to reports that have none; may be NULL
  const char *url;
  const char *title;
  const char *text_column; ///< --text COLUMN of a plain table; may be NULL
} sm_report_options;

/// Open a file, folder (recursive, byte order of the path, hidden files skipped) or "-" (standard input).
/// Errors: IO, MEMORY.
SM_API sm_status sm_report_reader_open(const char *path, const sm_report_options *options,
                                       sm_report_reader **out, sm_error *err);

/// Read from memory instead; name tells the format by its extension and stands in messages and ids. bytes must
/// outlive the reader. Errors: MEMORY.
SM_API sm_status sm_report_reader_open_memory(const char *name, sm_str bytes, const sm_report_options *options,
                                              sm_report_reader **out, sm_error *err);

/// Whether a file in a folder is read as a report by its extension.
SM_API bool sm_report_is_named(const char *path);

/// Next report into *report, valid until the next call. *end is set true after the last one. A bad report gives
/// an error and the next call goes on after it. Errors: IO, FORMAT (file, byte or line), LIMIT, MEMORY.
SM_API sm_status sm_report_reader_next(sm_report_reader *reader, sm_report *report, bool *end, sm_error *err);
SM_API void sm_report_reader_close(sm_report_reader *reader);

#endif
