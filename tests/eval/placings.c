// Prints the places of each report that tells of strikes with the signs of which were struck, one JSON line a mention: for the trainer
// (train_placing.py).
//   placings < reports.jsonl
#include <stdio.h>

#include "each.h"
#include "placing.h"
#include "print.h"

enum { LEAST_SCORE = -2 }; ///< what is told to lie elsewhere is no question

typedef struct printer {
  const sm_story *story;
} printer;

static void print_place(void *user, uint32_t mention, const float signs[SM_PLACING_COUNT]) {
  static const char *const names[] = {
#define NAME(name, what) #name,
      SM_PLACING_SIGNS(NAME)
#undef NAME
  };
  const printer *p = user;
  const sm_scan *scan = &p->story->scan;
  const sm_mention *m = &scan->mentions->items[mention];
  const uint32_t s = m->sentence;
  bool told = p->story->figure_at[s] < p->story->figure_at[s + 1];
  for (uint32_t i = p->story->trigger_at[s]; i < p->story->trigger_at[s + 1]; i++) told |= p->story->triggers.items[i].reality == SM_REAL && p->story->triggers.items[i].row->strength > 0;
  if (!told || signs[SM_PLACING_score] < LEAST_SCORE) return;
  printf("{\"id\":");
  print_text(scan->document->report.id);
  printf(",\"text\":");
  print_text(sm_span_text(scan, m->span));
  if (m->place) printf(",\"lon\":%.5f,\"lat\":%.5f", m->lon, m->lat);
  printf(",\"signs\":{");
  for (int i = 0, n = 0; i < SM_PLACING_COUNT; i++)
    if (signs[i] != 0) printf("%s\"%s\":%.2f", n++ ? "," : "", names[i], (double)signs[i]);
  printf("}}\n");
}

static sm_status print_report(const sm_engine *engine, const sm_report *report, void *user, sm_error *err) {
  (void)user;
  sm_document *document;
  sm_mentions mentions = {0};
  sm_story story;
  sm_status status = sm_document_new(report, engine->lexicon, &document, err);
  if (status) return status;
  status = sm_story_new(engine->reader, document, &mentions, &story, err);
  printer p = {.story = &story};
  if (!status && !story.silent) status = sm_weigh_places(&story, print_place, &p, err);
  sm_document_free(document);
  return status;
}

int main(void) { return read_each("placings", &(sm_engine_options){.no_user_gazetteers = true}, NULL, print_report, NULL); }
