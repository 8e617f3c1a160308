#include "kind.h"

static const char *const names[] = {"unknown", "country", "adm1",  "adm2",   "city",     "sea",
                                    "strait",  "lake",    "river", "island", "mountain", "region",
                                    "border",  "airport", "base",  "site"};

const char *sm_place_kind_name(sm_place_kind kind) {
  return kind <= SM_KIND_SITE ? names[kind] : names[0];
}

sm_place_kind sm_place_kind_of(sm_str name) {
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (sm_str_equal(name, sm_str_of(names[i]))) return (sm_place_kind)i;
  return SM_KIND_UNKNOWN;
}

uint32_t sm_feature_flags(sm_str feature) {
  static const struct {
    const char *code;
    uint32_t flags;
  } rows[] = {{"PPLC", SM_PLACE_CAPITAL},    {"PPLA", SM_PLACE_ADM1_SEAT},   {"PPLA2", SM_PLACE_ADM2_SEAT},
              {"PPLX", SM_PLACE_SUBURB},     {"PPLH", SM_PLACE_HISTORICAL},  {"PPLQ", SM_PLACE_HISTORICAL},
              {"PPLW", SM_PLACE_HISTORICAL}, {"PPLCH", SM_PLACE_HISTORICAL}, {"CONT", SM_PLACE_CONTINENT}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (sm_str_equal(feature, sm_str_of(rows[i].code))) return rows[i].flags;
  return 0;
}
