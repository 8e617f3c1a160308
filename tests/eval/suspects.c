// Prints the strikes of each report as `extract` does; those whose words name nobody with the sides that come into question and their signs
// in a member "suspects": for the trainer (train_suspects.py).
//   suspects < reports.jsonl
#include <stdio.h>
#include <string.h>

#include "print.h"
#include "reader.h"
#include "readings.h"
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

static void forget(void) { n_all = 0; }

static sm_status watch(const sm_engine *engine, void *user, sm_error *err) {
  engine->reader->watch = see;
  return prepare_readings(engine, user, err);
}

int main(void) {
  readings all_of = {.before = forget, .print = print_strike};
  return read_each("suspects", &(sm_engine_options){.no_user_gazetteers = true}, watch, print_readings, &all_of);
}
