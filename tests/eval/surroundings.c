// Prints the names in no gazetteer that lie in something wide, with the places told round them, one JSON line a name: for the trainer
// (train_surroundings.py).
//   surroundings < reports.jsonl
#include <stdio.h>

#include "each.h"
#include "print.h"
#include "surroundings.h"

static void print_signs(uint32_t signs) {
  printf("\"signs\":[");
  for (int s = 0, n = 0; s < SM_NEAR_COUNT; s++)
    if (signs >> s & 1) printf("%s\"%s\"", n++ ? "," : "", sm_near_sign_name((sm_near_sign)s));
  printf("]");
}

static void print_name(const sm_context *w, const sm_mention *m, const sm_mention *holder, const sm_location *l) {
  sm_near near[SM_NEAR_MOST];
  const size_t n = sm_gather_near(w, m, holder, l, near);
  printf("{\"id\":");
  print_text(w->doc->report.id);
  printf(",\"text\":");
  print_text(sm_mention_text(w->doc, m));
  printf(",\"lon\":%.5f,\"lat\":%.5f,\"radius_m\":%.0f,", l->lon, l->lat, l->radius_m);
  print_signs(sm_near_signs_of_holder(w, m, holder));
  printf(",\"near\":[");
  for (size_t i = 0; i < n; i++) {
    printf("%s{\"lon\":%.5f,\"lat\":%.5f,\"times\":%u,\"holder\":%s,", i ? "," : "", near[i].lon, near[i].lat, near[i].times, near[i].place == holder->place ? "true" : "false");
    print_signs(near[i].signs);
    printf("}");
  }
  printf("]}\n");
}

static sm_status print_report(const sm_engine *engine, const sm_report *report, void *user, sm_error *err) {
  (void)user;
  sm_document *document;
  sm_mentions mentions;
  sm_status status = sm_document_new(report, engine->lexicon, &document, err);
  if (status) return status;
  status = sm_find_mentions(engine->geocoder, document, &mentions, err);
  for (size_t i = 0; !status && i < mentions.n; i++) {
    const sm_sentence *s = &document->tokens.sentences[mentions.items[i].sentence];
    const sm_context w = {engine->geocoder, document, document->tokens.items, s->first, s->last, &mentions, i};
    const sm_mention *holder;
    sm_location l;
    status = sm_locate_widely(engine->geocoder, document, &mentions, i, &l, &holder, err);
    if (!status && holder) print_name(&w, &mentions.items[i], holder, &l);
  }
  sm_document_free(document);
  return status;
}

int main(void) { return read_each("surroundings", &(sm_engine_options){.no_user_gazetteers = true, .places_only = true}, NULL, print_report, NULL); }
