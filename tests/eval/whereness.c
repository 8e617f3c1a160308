// Prints the placed mentions of each report with the signs of their certainty, one JSON line a mention: for the trainer
// (train_places.py).
//   whereness [GAZETTEER] < reports.jsonl
#include <stdio.h>

#include "certainty.h"
#include "each.h"
#include "print.h"

static void print_mention(const sm_document *d, const sm_mention *m) {
  printf("{\"id\":");
  print_text(d->report.id);
  uint32_t begin = sm_code_point_at(d, m->span.begin), end = sm_code_point_at(d, m->span.end);
  printf(",\"begin\":%u,\"end\":%u,\"role\":\"%s\",\"lon\":%.5f,\"lat\":%.5f,\"radius_m\":%.0f,\"conf\":%.4f,\"text\":", begin, end, sm_role_name(m->role), m->lon, m->lat,
         m->radius_m, m->conf);
  print_text((sm_str){d->report.text.ptr + m->span.begin, m->span.end - m->span.begin});
  printf(",\"signs\":[");
  for (int s = 0, n = 0; s < SM_SURE_COUNT; s++)
    if (m->signs >> s & 1) printf("%s\"%s\"", n++ ? "," : "", sm_sure_sign_name((sm_sure_sign)s));
  printf("]}\n");
}

static sm_status print_report(const sm_engine *engine, const sm_report *report, void *user, sm_error *err) {
  (void)user;
  sm_document *document;
  sm_mentions mentions;
  sm_status status = sm_document_new(report, engine->lexicon, &document, err);
  if (status) return status;
  status = sm_find_mentions(engine->geocoder, document, &mentions, err);
  if (!status) {
    for (size_t i = 0; i < mentions.n; i++)
      if (mentions.items[i].place) print_mention(document, &mentions.items[i]);
  }
  sm_document_free(document);
  return status;
}

int main(int argc, char **argv) {
  const char *own[] = {argc > 1 ? argv[1] : NULL};
  return read_each("whereness", &(sm_engine_options){.no_user_gazetteers = true, .places_only = true, .gazetteers = own, .n_gazetteers = argc > 1}, NULL, print_report, NULL);
}
