/// One report from the bytes of one format. Results live in the arena.
#ifndef SM_REPORT_FORMATS_H
#define SM_REPORT_FORMATS_H

#include "document.h"

/// A web page: title, publication day from its metadata, text of its main part without menus. utf8: the bytes are UTF-8,
/// else what the page says of itself. Never fails on malformed markup. Errors: MEMORY, LIMIT.
sm_status sm_report_from_html(sm_str bytes, bool utf8, sm_arena *arena, sm_report *out, sm_error *err);

/// Whether the page's head names an encoding other than UTF-8.
bool sm_html_tells_encoding(sm_str bytes);

/// One line of JSONL: {"id", "text", "date"?, "title"?, "source"?, "url"?}. Errors: FORMAT (byte in the line), MEMORY.
sm_status sm_report_from_json(sm_str line, sm_arena *arena, sm_report *out, sm_error *err);

/// Fields of one record of a comma-, semicolon- or tab-separated table, quotes as in RFC 4180.
typedef struct sm_record {
  sm_str *fields;
  size_t n;
} sm_record;

/// Cut a whole record (that may hold line ends inside quotes) into fields. Errors: MEMORY.
sm_status sm_record_split(sm_str record, char separator, sm_arena *arena, sm_record *out, sm_error *err);

/// Whether a record that starts with these bytes is complete: all quotes closed.
bool sm_record_is_whole(sm_str record);

/// The separator that a header line uses.
char sm_record_separator(sm_str header);

#endif
