/// Running reports through the engine, one at a time or side by side, results in the order of the reports.
#ifndef SM_STREAM_H
#define SM_STREAM_H

#include "buffer.h"
#include "options.h"

/// Turns one document into bytes of output. Called from several threads, each with its own document and
/// buffer.
typedef sm_status (*sm_stream_work)(const sm_engine *engine, sm_document *document, void *user,
                                    sm_buffer *out, sm_error *err);

/// Copy a report whose texts are the reader's until the next one: *to borrows from `texts`. Errors: MEMORY.
sm_status sm_report_keep(const sm_report *report, sm_report *to, sm_buffer *texts, sm_error *err);

/// Let *document be of a report: a new one when it is NULL, else the same one over again. Errors: as
/// sm_document_new.
sm_status sm_document_reuse(const sm_engine *engine, const sm_report *report, sm_document **document,
                            sm_error *err);

/// Run `work` on `user` in up to n_threads threads, of which the caller's is one, until all have ended.
void sm_run_threads(int n_threads, int (*work)(void *user), void *user);

/// Say on stderr at which byte a report is not UTF-8, if it is not.
void sm_warn_of_bytes(const sm_report *report);

/// Say on stderr that a document's language gives mentions only.
void sm_warn_of_language(const sm_document *document);

/// Read all inputs of the options (standard input when there are none) and write what `work` makes of each
/// report to stdout. A bad report is one line on stderr. Returns the exit status.
int sm_stream_run(const sm_options *options, const sm_engine *engine, sm_stream_work work, void *user);

#endif
