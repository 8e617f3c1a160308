/// The loop of the programs that show the trainers what the reader sees: reports from standard input, one after another.
#ifndef SM_EVAL_EACH_H
#define SM_EVAL_EACH_H

#include <stdio.h>

#include "engine.h"
#include "report.h"

/// What to do with each report; user is the caller's.
typedef sm_status (*each_report)(const sm_engine *engine, const sm_report *report, void *user, sm_error *err);

/// Open the engine, call read with each report of standard input, and tell an error by the tool's name. Returns the exit code.
/// prepare (may be NULL) is called once with the open engine.
static inline int read_each(const char *tool, const sm_engine_options *options, sm_status (*prepare)(const sm_engine *, void *, sm_error *), each_report read, void *user) {
  sm_error err = {0};
  sm_engine engine;
  sm_report_reader *reader = NULL;
  sm_status status = sm_engine_open(options, &engine, &err);
  if (!status && prepare) status = prepare(&engine, user, &err);
  if (!status) status = sm_report_reader_open("-", &(sm_report_options){.date = SM_NO_DATE}, &reader, &err);
  for (bool end = false; !status && !end;) {
    sm_report report;
    status = sm_report_reader_next(reader, &report, &end, &err);
    if (!status && !end) status = read(&engine, &report, user, &err);
  }
  if (status) fprintf(stderr, "%s: %s\n", tool, err.message);
  if (reader) sm_report_reader_close(reader);
  sm_engine_close(&engine);
  return status != SM_OK;
}

#endif
