// Prints the strikes of each report as `extract` does; those whose words name nobody with the sides that come into question and their signs
// in a member "suspects": for the trainer (train_suspects.py).
//   suspects < reports.jsonl
#include <stdio.h>
#include <string.h>

#include "engine.h"
#include "print.h"
#include "reader.h"
#include "reading.h"
#include "report.h"
#include "suspect.h"

typedef struct seen {
  sm_strike strike;
  sm_actor who;
  float signs[SM_SUSPECT_COUNT];
} seen;

static seen all[8192];
static size_t n_all;

static void see(const sm_strike *strike, const sm_actor *who, const float *signs) {
  if (n_all == sizeof all / sizeof *all) return;
  all[n_all] = (seen){.strike = *strike, .who = *who};
  memcpy(all[n_all++].signs, signs, sizeof all->signs);
}

static void print_suspect(const seen *s) {
  static const char *const names[] = {
#define NAME(name, what) #name,
      SM_SUSPECT_SIGNS(NAME)
#undef NAME
  };
  printf("{\"name\":");
  print_text(s->who.name);
  printf(",\"iso3\":\"%s\",\"signs\":{", s->who.iso3);
  for (int i = 0, n = 0; i < SM_SUSPECT_COUNT; i++)
    if (s->signs[i] != 0) printf("%s\"%s\":%.2f", n++ ? "," : "", names[i], (double)s->signs[i]);
  printf("}}");
}

static void print_strike(const sm_reading *reading, const sm_strike *strike) {
  sm_buffer out = {0};
  sm_reading_json(reading, &out);
  size_t end = out.len;
  while (end && out.bytes[end - 1] != '}') end--;
  printf("%.*s,\"suspects\":[", (int)(end ? end - 1 : 0), out.bytes);
  size_t n = 0;
  for (size_t i = 0; i < n_all; i++) {
    const sm_strike *s = &all[i].strike;
    if (s->sentence != strike->sentence || s->trigger.begin != strike->trigger.begin || s->location.place != strike->location.place || (n && !all[i].who.name.len)) continue;
    if (n++) printf(",");
    print_suspect(&all[i]);
  }
  printf("]}\n");
  sm_buffer_free(&out);
}

static sm_status print_report(const sm_engine *engine, const sm_provenance *provenance, const sm_report *report, sm_error *err) {
  sm_document *document;
  sm_reading_set set;
  n_all = 0;
  sm_status status = sm_document_new(report, engine->lexicon, &document, err);
  if (status) return status;
  status = sm_engine_read(engine, document, 0, &set, err);
  for (size_t i = 0; !status && i < set.strikes.n; i++) {
    sm_reading reading;
    status = sm_reading_of(document, engine->gazetteer, &set.strikes.items[i], provenance, document->arena, &reading, err);
    if (!status) print_strike(&reading, &set.strikes.items[i]);
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
  if (!status) engine.reader->watch = see;
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
  if (status) fprintf(stderr, "suspects: %s\n", err.message);
  return status ? 1 : 0;
}
