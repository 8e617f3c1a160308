// Prints the places that each row of a table may mean and their signs, one JSON line a row: for the trainer
// (train_cells.py). Rows: country, province, district and place, parted by tabs.
//   options [GAZETTEER...] < rows.tsv
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "cell.h"
#include "choice.h"
#include "engine.h"

static void print_point(double lon, double lat) {
  if (isnan(lon))
    printf("null");
  else
    printf("[%.6f,%.6f]", lon, lat);
}

static void print_option(const sm_cell_option *options, size_t n, size_t i) {
  float signs[SM_CELL_COUNT];
  sm_cell_signs_of(options, n, i, signs);
  printf("%s{\"point\":", i ? "," : "");
  print_point(options[i].brief.lon, options[i].brief.lat);
  printf(",\"signs\":{");
  for (int s = 0, first = 1; s < SM_CELL_COUNT; s++) {
    if (signs[s] == 0) continue;
    printf("%s\"%s\":%g", first ? "" : ",", sm_cell_sign_name((sm_cell_sign)s), (double)signs[s]);
    first = 0;
  }
  printf("}}");
}

static sm_status print_row(const sm_engine *engine, char *line, sm_error *err) {
  sm_str f[4] = {{0}};
  for (int i = 0; i < 4 && line; i++) {
    char *end = strpbrk(line, "\t\n");
    f[i] = (sm_str){line, end ? (size_t)(end - line) : strlen(line)};
    line = end ? end + 1 : NULL;
  }
  sm_cell cell = {.country = f[0], .adm1 = f[1], .adm2 = f[2], .place = f[3]};
  static sm_cell_option options[SM_CELL_OPTIONS];
  size_t n;
  sm_cell_match now, unit;
  sm_status status = sm_gather_options(engine->geocoder, &cell, options, &n, err);
  if (!status) status = sm_geocode_cell(engine->geocoder, &cell, &now, err);
  cell.place = (sm_str){0};
  if (!status) status = sm_geocode_cell(engine->geocoder, &cell, &unit, err);
  if (status) return status;
  printf("{\"now\":");
  print_point(now.location.lon, now.location.lat);
  printf(",\"unit\":");
  print_point(unit.location.lon, unit.location.lat);
  printf(",\"options\":[");
  for (size_t i = 0; i < n; i++) print_option(options, n, i);
  printf("]}\n");
  return SM_OK;
}

int main(int argc, char **argv) {
  sm_error err = {0};
  sm_engine engine;
  sm_engine_options options = {.no_user_gazetteers = true, .places_only = true, .gazetteers = (const char *const *)argv + 1, .n_gazetteers = (size_t)argc - 1};
  sm_status status = sm_engine_open(&options, &engine, &err);
  static char line[65536];
  while (!status && fgets(line, sizeof line, stdin)) status = print_row(&engine, line, &err);
  if (status) fprintf(stderr, "options: %s\n", err.message);
  sm_engine_close(&engine);
  return status != SM_OK;
}
