// Prints the strikes of each report as `extract` does, with the signs of their confidence in a member "signs": for the trainer
// (train_confidence.py).
//   surety < reports.jsonl
#include <stdio.h>
#include <string.h>

#include "confidence.h"
#include "engine.h"
#include "reading.h"
#include "report.h"

static void print_strike(const sm_reading *reading, sm_conf_signs signs) {
  sm_buffer out = {0};
  sm_reading_json(reading, &out);
  size_t end = out.len;
  while (end && out.bytes[end - 1] != '}') end--;
  printf("%.*s,\"signs\":[", (int)(end ? end - 1 : 0), out.bytes);
  for (int i = 0, n = 0; i < SM_CONF_COUNT; i++)
    if (signs >> i & 1) printf("%s\"%s\"", n++ ? "," : "", sm_conf_sign_name((sm_conf_sign)i));
  printf("]}\n");
  sm_buffer_free(&out);
}

static sm_status print_report(const sm_engine *engine, const sm_provenance *provenance, const sm_report *report, sm_error *err) {
  sm_document *document;
  sm_reading_set set;
  sm_status status = sm_document_new(report, engine->lexicon, &document, err);
  if (status) return status;
  status = sm_engine_read(engine, document, 0, &set, err);
  for (size_t i = 0; !status && i < set.strikes.n; i++) {
    sm_reading reading;
    status = sm_reading_of(document, engine->gazetteer, &set.strikes.items[i], provenance, document->arena, &reading, err);
    if (!status) print_strike(&reading, set.strikes.items[i].conf_signs);
  }
  sm_document_free(document);
  return status;
}

int main(void) {
  sm_error err = {0};
  sm_engine engine;
  sm_report_options how = {.date = SM_NO_DATE};
  sm_report_reader *reader = NULL;
  sm_provenance provenance;
  sm_arena *arena = sm_arena_new();
  sm_engine_options options = {.no_user_gazetteers = true};
  sm_status status = sm_engine_open(&options, &engine, &err);
  if (!status) status = sm_provenance_of(engine.gazetteer, arena, &provenance, &err);
  if (!status) status = sm_report_reader_open("-", &how, &reader, &err);
  for (bool end = false; !status && !end;) {
    sm_report report;
    status = sm_report_reader_next(reader, &report, &end, &err);
    if (!status && !end) status = print_report(&engine, &provenance, &report, &err);
  }
  if (reader) sm_report_reader_close(reader);
  sm_engine_close(&engine);
  sm_arena_free(arena);
  if (status) fprintf(stderr, "surety: %s\n", err.message);
  return status ? 1 : 0;
}
