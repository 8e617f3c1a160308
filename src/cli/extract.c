#include "command.h"
#include "reading.h"
#include "stream.h"

typedef struct extract_task {
  unsigned with;
  double min_conf;
  sm_provenance provenance;
} extract_task;

/// The strikes of one report as newline-delimited GeoJSON.
static sm_status extract_report(const sm_engine *engine, sm_document *document, void *user, sm_buffer *out,
                                sm_error *err) {
  const extract_task *task = user;
  sm_reading_set set;
  sm_status status = sm_engine_read(engine, document, task->with | SM_STRIKES_ALONE, &set, err);
  if (!status) sm_warn_of_language(document);
  for (size_t i = 0; i < set.strikes.n && !status; i++) {
    if (set.strikes.items[i].conf < task->min_conf) continue;
    sm_reading reading;
    status = sm_reading_of(document, engine->gazetteer, &set.strikes.items[i], &task->provenance,
                           document->arena, &reading, err);
    if (status) break;
    sm_reading_json(&reading, out);
    sm_buffer_add_char(out, '\n');
  }
  return status;
}

int sm_command_extract(const sm_options *options) {
  extract_task task = {.min_conf = options->min_conf};
  sm_engine engine = {0};
  sm_error error = {0};
  sm_engine_options how = sm_options_engine(options);
  sm_arena *arena = sm_arena_new();
  sm_status status = arena ? sm_options_with(options, &task.with, &error)
                           : sm_fail(&error, SM_ERROR_MEMORY, "out of memory");
  if (!status) status = sm_engine_open(&how, &engine, &error);
  if (!status) status = sm_provenance_of(engine.gazetteer, arena, &task.provenance, &error);
  int code = status ? sm_report_error(&error) : sm_stream_run(options, &engine, extract_report, &task);
  sm_engine_close(&engine);
  sm_arena_free(arena);
  return code;
}
