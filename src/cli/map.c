#include <threads.h>

#include "collection.h"
#include "command.h"
#include "interchange.h"
#include "output.h"
#include "stream.h"

/// Threads take inputs in turn, read them side by side and hand them to the collection in the order of the
/// inputs.
typedef struct map_run {
  const sm_options *options;
  unsigned with;
  sm_engine engine;
  mtx_t lock; ///< guards what follows
  cnd_t turn;
  sm_collection *collection;
  sm_report_reader *reader; ///< of the input at hand, or NULL
  size_t input;             ///< the next one
  size_t taken, handed;
  sm_status status; ///< what ends the whole work
  sm_error error;
  bool failed; ///< a report could not be read; the others go on
} map_run;

/// What a thread takes at a time: a report, or a whole table of ACLED's or UCDP's.
typedef struct map_item {
  size_t number;
  const char *table;
  sm_schema schema;
  bool known; ///< the collection has it already
  sm_report report;
  sm_buffer texts; ///< of the report
  sm_status status;
  sm_error error;
} map_item;

static const char *input_path(const map_run *run) {
  const sm_texts *inputs = &run->options->inputs;
  if (!inputs->n) return run->input == 0 ? "-" : NULL;
  return run->input < inputs->n ? inputs->items[run->input] : NULL;
}

static void end_input(map_run *run) {
  size_t n = run->options->inputs.n;
  if (run->reader) sm_report_reader_close(run->reader);
  run->reader = NULL;
  run->input++;
  if (run->options->progress && n) GDALTermProgress((double)run->input / (double)n, NULL, NULL);
}

/// The next report of the open input; false at its end.
static bool take_report(map_run *run, map_item *item) {
  bool end = false;
  sm_report report;
  item->status = sm_report_reader_next(run->reader, &report, &end, &item->error);
  if (item->status || end) return !end;
  sm_warn_of_bytes(&report);
  item->status = sm_collection_admit(run->collection, &report, &item->known, &item->error);
  if (!item->status && !item->known)
    item->status = sm_report_keep(&report, &item->report, &item->texts, &item->error);
  return true;
}

/// False when nothing is left.
static bool take(map_run *run, map_item *item) {
  sm_report_options how = sm_options_report(run->options);
  item->table = NULL;
  item->known = false;
  item->status = SM_OK;
  for (const char *path; !run->status && (path = input_path(run));) {
    if (!run->reader && (item->schema = sm_interchange_kind(path)) != 0) item->table = path;
    if (!run->reader && !item->table)
      item->status = sm_report_reader_open(path, &how, &run->reader, &item->error);
    if (run->reader && take_report(run, item)) {
      item->number = run->taken++;
      return true;
    }
    end_input(run);
    if (!item->table && !item->status) continue;
    item->number = run->taken++;
    return true;
  }
  return false;
}

/// Into the collection, in turn. A report that cannot be read is told and left out.
static void hand_in(map_run *run, map_item *item, const sm_document *document, const sm_reading_set *set) {
  while (item->number != run->handed) cnd_wait(&run->turn, &run->lock);
  sm_status status = SM_OK;
  if (run->status)
    ; // nothing more is written
  else if (item->status == SM_ERROR_MEMORY)
    status = sm_fail(&run->error, item->status, "%s", item->error.message);
  else if (item->status) {
    sm_report_error(&item->error);
    run->failed = true;
  } else if (item->table)
    status =
        sm_interchange_read(run->collection, run->engine.gazetteer, item->table, item->schema, &run->error);
  else if (!item->known)
    status = sm_collection_add(run->collection, document, &set->mentions, &set->strikes, &run->error);
  if (status) run->status = status;
  run->handed++;
  cnd_broadcast(&run->turn);
}

static int map_inputs(void *arg) {
  map_run *run = arg;
  map_item item = {0};
  sm_document *document = NULL;
  sm_reading_set set = {0};
  mtx_lock(&run->lock);
  while (take(run, &item)) {
    mtx_unlock(&run->lock);
    bool read = !item.status && !item.known && !item.table;
    if (read) item.status = sm_document_reuse(&run->engine, &item.report, &document, &item.error);
    if (read && !item.status) {
      item.status = sm_engine_read(&run->engine, document, run->with, &set, &item.error);
      sm_warn_of_language(document);
    }
    mtx_lock(&run->lock);
    hand_in(run, &item, document, &set);
  }
  mtx_unlock(&run->lock);
  if (document) sm_document_free(document);
  sm_buffer_free(&item.texts);
  return 0;
}

static sm_status read_inputs(map_run *run, sm_error *err) {
  sm_run_threads(run->options->jobs, map_inputs, run);
  if (run->reader) sm_report_reader_close(run->reader);
  if (run->status) *err = run->error;
  return run->status;
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
  mtx_init(&run.lock, mtx_plain);
  cnd_init(&run.turn);
  sm_status status =
      options->output ? SM_OK : sm_fail(&error, SM_ERROR_USAGE, "map: no output given (-o FILE)");
  if (!status && options->append && options->overwrite)
    status = sm_fail(&error, SM_ERROR_USAGE, "-append and -overwrite exclude each other");
  if (!status) status = run_map(&run, &error);
  mtx_destroy(&run.lock);
  cnd_destroy(&run.turn);
  sm_collection_free(run.collection);
  sm_engine_close(&run.engine);
  if (status) return sm_report_error(&error);
  return run.failed ? SM_EXIT_FAILED : SM_EXIT_DONE;
}
