/// The readings of each report, for the programs that print more of them than `extract` does.
#ifndef SM_EVAL_READINGS_H
#define SM_EVAL_READINGS_H

#include "each.h"
#include "reading.h"

typedef struct readings {
  sm_provenance provenance;
  void (*before)(void); ///< each report; may be NULL
  void (*print)(const sm_reading *reading, const sm_strike *strike);
} readings;

static inline sm_status prepare_readings(const sm_engine *engine, void *user, sm_error *err) {
  static sm_arena *arena; // the provenance's, until the program ends
  arena = sm_arena_new();
  return arena ? sm_provenance_of(engine->gazetteer, arena, &((readings *)user)->provenance, err) : sm_fail(err, SM_ERROR_MEMORY, "out of memory");
}

static inline sm_status print_readings(const sm_engine *engine, const sm_report *report, void *user, sm_error *err) {
  const readings *r = user;
  sm_document *document;
  sm_reading_set set;
  if (r->before) r->before();
  sm_status status = sm_document_new(report, engine->lexicon, &document, err);
  if (status) return status;
  status = sm_engine_read(engine, document, SM_WITH_UNLIKELY, &set, err);
  for (size_t i = 0; !status && i < set.strikes.n; i++) {
    sm_reading reading;
    status = sm_reading_of(document, engine->gazetteer, &set.strikes.items[i], &r->provenance, document->arena, &reading, err);
    if (!status) r->print(&reading, &set.strikes.items[i]);
  }
  sm_document_free(document);
  return status;
}

#endif
