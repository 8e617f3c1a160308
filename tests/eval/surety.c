// Prints the strikes of each report as `extract` does, with the signs of their confidence in a member "signs": for the trainer
// (train_confidence.py).
//   surety < reports.jsonl
#include <stdio.h>
#include <string.h>

#include "confidence.h"
#include "readings.h"

static void print_strike(const sm_reading *reading, const sm_strike *strike) {
  const sm_conf_signs signs = strike->conf_signs;
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

int main(void) {
  readings all_of = {.print = print_strike};
  return read_each("surety", &(sm_engine_options){.no_user_gazetteers = true}, prepare_readings, print_readings, &all_of);
}
