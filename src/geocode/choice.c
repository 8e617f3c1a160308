#include "choice.h"

#include "boundary.h"
#include "geocoder.h"

static const double NEAR_M = 12e3, FAR_OUT_M = 10e3, VARIANT_OUT_M = 5e3, OUT_M = 20e3, CENTRE_M = 40e3;
static const float SURE_COST = 0.1f;

const char *sm_cell_sign_name(sm_cell_sign sign) {
#define SM_CELL_NAME(name, what) #name,
  static const char *const names[] = {SM_CELL_SIGNS(SM_CELL_NAME)};
#undef SM_CELL_NAME
  return names[sign];
}

static bool overlap(const sm_cell_option *a, const sm_cell_option *b) {
  return a->first <= b->last && b->first <= a->last;
}

static bool is_near_another(const sm_cell_option *options, size_t n, size_t i) {
  const sm_cell_option *o = &options[i];
  for (size_t k = 0; k < n; k++) {
    const sm_cell_option *other = &options[k];
    if (overlap(o, other) || (other->name_flags & SM_NAME_VARIANT && other->cost >= SURE_COST)) continue;
    if (sm_sphere_distance(o->brief.lon, o->brief.lat, other->brief.lon, other->brief.lat) < NEAR_M) return true;
  }
  return false;
}

void sm_cell_signs_of(const sm_cell_option *options, size_t n, size_t i, float out[SM_CELL_COUNT]) {
  const sm_cell_option *o = &options[i];
  enum { MOST_RANK = 4 };
  bool variant = o->name_flags & SM_NAME_VARIANT, after = o->unit & SM_UNIT_AFTER, common = o->unit & SM_UNIT_COMMON;
  uint8_t kind = o->unit & SM_UNIT_KIND;
  bool seat = o->brief.flags & (SM_PLACE_CAPITAL | SM_PLACE_ADM1_SEAT | SM_PLACE_ADM2_SEAT);
  bool user = o->brief.flags & SM_PLACE_USER;
  out[SM_CELL_bias] = 1;
  out[SM_CELL_bound] = o->bounded;
  out[SM_CELL_main] = !variant && o->name_flags & SM_NAME_MAIN;
  out[SM_CELL_variant] = variant;
  out[SM_CELL_cost] = variant ? 10 * o->cost : 0;
  out[SM_CELL_words] = (float)o->words - 1;
  out[SM_CELL_rank] = (float)(o->rank < MOST_RANK ? o->rank : MOST_RANK);
  out[SM_CELL_later] = o->rank > 0;
  out[SM_CELL_part] = o->part;
  out[SM_CELL_area] = after && common;
  out[SM_CELL_village] = after && !common && kind == SM_KIND_CITY;
  out[SM_CELL_district] = after && kind == SM_KIND_ADM2;
  out[SM_CELL_out] = (float)(o->outside_m / OUT_M);
  out[SM_CELL_far_out] = o->outside_m > FAR_OUT_M;
  out[SM_CELL_centre] = o->bounded ? (float)(o->centre_m / CENTRE_M) : 0;
  out[SM_CELL_seat] = seat;
  out[SM_CELL_near] = is_near_another(options, n, i);
  out[SM_CELL_short4] = o->letters <= 4;
  out[SM_CELL_short6] = o->letters <= 6;
  out[SM_CELL_variant_out] = variant && o->outside_m > VARIANT_OUT_M;
  out[SM_CELL_in_district] = o->in_district;
  out[SM_CELL_user] = user;
  out[SM_CELL_built_in_seat] = seat && !user && o->rank == 0;
}

const sm_cell_option *sm_choose_option(sm_cell_option *options, size_t n) {
  const sm_cell_option *best = NULL;
  for (size_t i = 0; i < n; i++) {
    float signs[SM_CELL_COUNT];
    sm_cell_signs_of(options, n, i, signs);
    options[i].score = 0;
    for (int s = 0; s < SM_CELL_COUNT; s++) options[i].score += signs[s] * sm_cell_weights[s];
    if (options[i].score > 0 && (!best || options[i].score > best->score)) best = &options[i];
  }
  return best;
}
