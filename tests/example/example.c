/// Reads a report and prints where which strike happened and how sure that is.
#include <stdio.h>
#include <strikemap/strikemap.h>

static int fail(const sm_error *err) {
  fprintf(stderr, "example: %s\n", err->message);
  return 1;
}

int main(int argc, char **argv) {
  sm_error err = {0};
  sm_engine engine;
  if (sm_engine_open(NULL, &engine, &err)) return fail(&err);

  sm_report_options options = {.date = SM_NO_DATE};
  sm_report_reader *reader;
  if (sm_report_reader_open(argc > 1 ? argv[1] : "-", &options, &reader, &err)) return fail(&err);

  sm_report report;
  sm_document *document = NULL;
  sm_reading_set set;
  for (bool end = false; !end;) {
    if (sm_report_reader_next(reader, &report, &end, &err)) return fail(&err);
    if (end) break;
    if (sm_document_new(&report, engine.lexicon, &document, &err)) return fail(&err);
    if (sm_engine_read(&engine, document, 0, &set, &err)) return fail(&err);
    for (size_t i = 0; i < set.strikes.n; i++) {
      const sm_strike *s = &set.strikes.items[i];
      char day[11];
      sm_date_format_iso(s->date_start, day);
      printf("%s  %.*s -> %.*s  within %.0f km\n", day, SM_STR_ARG(s->attacker.name), SM_STR_ARG(s->location.name),
             s->location.radius_m / 1000.0);
    }
    sm_document_free(document);
  }
  sm_report_reader_close(reader);
  sm_engine_close(&engine);
  return 0;
}
