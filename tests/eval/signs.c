// Prints the signs of every span that the recogniser weighs, one JSON line a span: for the trainer
// (train.py).
//   signs < reports.jsonl
#include <stdio.h>

#include "each.h"
#include "recognise.h"
#include "print.h"

static void print_span(const sm_document *d, const sm_found *x) {
  sm_span span = sm_found_span(d, x);
  uint32_t begin = span.begin, end = span.end;
  printf("{\"id\":");
  print_text(d->report.id);
  uint32_t first = sm_code_point_at(d, begin);
  printf(",\"begin\":%u,\"end\":%u,\"taken\":%s,\"score\":%.3f,\"text\":", first,
         sm_code_point_at(d, end), x->taken ? "true" : "false", x->score);
  print_text((sm_str){d->report.text.ptr + begin, end - begin});
  printf(",\"signs\":[");
  for (int s = 0, n = 0; s < SM_SIGN_COUNT; s++)
    if (sm_sign_is(&x->signs, (sm_sign)s)) printf("%s\"%s\"", n++ ? "," : "", sm_sign_name((sm_sign)s));
  printf("]}\n");
}

static sm_status print_report(const sm_engine *engine, const sm_report *report, void *user, sm_error *err) {
  (void)user;
  sm_document *document;
  sm_findings f;
  sm_status status = sm_document_new(report, engine->lexicon, &document, err);
  if (status) return status;
  status = sm_scan_names(engine->geocoder, document, &f, err);
  if (!status) {
    sm_judge_names(engine->geocoder, document, &f);
    for (size_t i = 0; i < f.n; i++) print_span(document, &f.items[i]);
  }
  sm_document_free(document);
  return status;
}

int main(void) { return read_each("signs", &(sm_engine_options){.no_user_gazetteers = true}, NULL, print_report, NULL); }
