#include "collection.h"
#include "command.h"
#include "interchange.h"
#include "output.h"
#include "stream.h"

typedef struct map_run {
  const sm_options *options;
  unsigned with;
  sm_engine engine;
  sm_collection *collection;
  sm_document *document;
  bool failed; ///< a report could not be read; the others go on
} map_run;

static void note_failure(map_run *run, const sm_error *error) {
  sm_report_error(error);
  run->failed = true;
}

/// Read one report into the collection. Only what ends the whole work is returned.
static sm_status map_report(map_run *run, sm_report *report, sm_error *err) {
  bool known = false;
  sm_reading_set set;
  sm_error bad = {0};
  sm_status status = sm_collection_admit(run->collection, report, &known, &bad);
  if (known) return SM_OK;
  if (!status)
    status = run->document ? sm_document_reset(run->document, report, run->engine.lexicon, &bad)
                           : sm_document_new(report, run->engine.lexicon, &run->document, &bad);
  if (!status) status = sm_engine_read(&run->engine, run->document, run->with, &set, &bad);
  if (status == SM_ERROR_MEMORY) return sm_fail(err, status, "%s", bad.message);
  if (status) {
    note_failure(run, &bad);
    return SM_OK;
  }
  sm_warn_of_language(run->document);
  return sm_collection_add(run->collection, run->document, &set.mentions, &set.strikes, err);
}

static sm_status map_input(map_run *run, const char *path, sm_error *err) {
  sm_report_options how = sm_options_report(run->options);
  sm_report_reader *reader;
  sm_error bad = {0};
  sm_schema schema = sm_interchange_kind(path);
  if (schema) return sm_interchange_read(run->collection, run->engine.gazetteer, path, schema, err);
  if (sm_report_reader_open(path, &how, &reader, &bad)) {
    note_failure(run, &bad);
    return SM_OK;
  }
  sm_status status = SM_OK;
  for (bool end = false; !status;) {
    sm_report report;
    sm_status read = sm_report_reader_next(reader, &report, &end, &bad);
    if (read == SM_ERROR_MEMORY)
      status = sm_fail(err, read, "%s", bad.message);
    else if (read)
      note_failure(run, &bad);
    else if (end)
      break;
    else {
      sm_warn_of_bytes(&report);
      status = map_report(run, &report, err);
    }
  }
  sm_report_reader_close(reader);
  return status;
}

static sm_status read_inputs(map_run *run, sm_error *err) {
  const sm_texts *inputs = &run->options->inputs;
  sm_status status = SM_OK;
  if (!inputs->n) return map_input(run, "-", err);
  for (size_t i = 0; i < inputs->n && !status; i++) {
    status = map_input(run, inputs->items[i], err);
    if (run->options->progress) GDALTermProgress((double)(i + 1) / (double)inputs->n, NULL, NULL);
  }
  return status;
}

static sm_status open_run(map_run *run, sm_error *err) {
  const sm_options *o = run->options;
  sm_collection_options how = {.no_text = o->no_text, .no_merge = o->no_merge, .min_conf = o->min_conf};
  sm_engine_options engine = sm_options_engine(o);
  sm_status status = sm_options_with(o, &run->with, err);
  if (!status) status = sm_options_roles(o, &how.roles, err);
  if (!status) status = sm_generalisation_parse(o->generalise, o->drop, &how.generalise, err);
  if (!status) status = sm_engine_open(&engine, &run->engine, err);
  how.gazetteer = run->engine.gazetteer;
  return status ? status : sm_collection_new(&how, &run->collection, err);
}

/// -append: what the file holds comes first, so that reports it knows are passed over.
static sm_status read_existing(map_run *run, sm_error *err) {
  const sm_options *o = run->options;
  if (!o->append) return SM_OK;
  return sm_collection_read_path(run->collection, o->output, o->layer_name, err);
}

static sm_status run_map(map_run *run, sm_error *err) {
  unsigned tables = 0;
  sm_register_drivers(run->options->output, run->options->format);
  sm_status status = sm_options_list("layers", run->options->layers, sm_table_find, &tables, err);
  if (!status) status = open_run(run, err);
  if (!status) status = read_existing(run, err);
  if (!status) status = read_inputs(run, err);
  if (!status && run->options->corrections)
    status = sm_collection_read_corrections(run->collection, run->options->corrections, err);
  if (!status && run->failed && !sm_collection_n_reports(run->collection))
    return SM_OK; // nothing to write: told already
  return status ? status
                : sm_write_collection(run->options, run->collection, run->engine.gazetteer, tables, err);
}

int sm_command_map(const sm_options *options) {
  map_run run = {.options = options};
  sm_error error = {0};
  sm_status status =
      options->output ? SM_OK : sm_fail(&error, SM_ERROR_USAGE, "map: no output given (-o FILE)");
  if (!status && options->append && options->overwrite)
    status = sm_fail(&error, SM_ERROR_USAGE, "-append and -overwrite exclude each other");
  if (!status) status = run_map(&run, &error);
  if (run.document) sm_document_free(run.document);
  sm_collection_free(run.collection);
  sm_engine_close(&run.engine);
  if (status) return sm_report_error(&error);
  return run.failed ? SM_EXIT_FAILED : SM_EXIT_DONE;
}
