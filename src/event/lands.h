/// Which countries a report is about: what its places, peoples, officials and armed groups bear out. Private.
#ifndef SM_LANDS_H
#define SM_LANDS_H

#include "reader.h"

enum { SM_MAX_LANDS = 12 };

typedef struct sm_lands {
  sm_place_ref items[SM_MAX_LANDS];
  float weights[SM_MAX_LANDS];
  float grounds[SM_MAX_LANDS]; ///< of the weight: what is told as ground, not by who acts
  uint32_t n;
  float *of_mention; ///< per mention: what it adds to its country
} sm_lands;

/// Weigh all countries of a scan. Errors: MEMORY.
sm_status sm_weigh_lands(const sm_scan *scan, sm_lands *out, sm_error *err);

/// What bears out a country without the mentions of one place, by its index.
float sm_land_without(const sm_scan *scan, const sm_lands *lands, sm_place_ref country, size_t mention);

/// The most that is told as ground of any country but one.
float sm_other_ground(const sm_lands *lands, sm_place_ref but);

/// Whether the text names the place by another name than its main one: weak evidence of it.
bool sm_is_alias(const sm_scan *scan, const sm_mention *mention);

/// "three Turkmenistan nationals", "the work of the US": a country told for whose people or deed it is, not for where.
bool sm_is_whose(const sm_scan *scan, const sm_mention *mention);

/// "on the border with Syria": the country across, told after a word for a border and "with".
bool sm_is_across_border(const sm_scan *scan, const sm_mention *mention);

#endif
