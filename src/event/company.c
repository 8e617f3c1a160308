// Those who are told to have died or been hurt along with somebody.
#include "crowd.h"

/// "as well as"
static bool is_as_well_as(const sm_scan *scan, uint32_t i) {
  static const char *const as[] = {"as"}, *const well[] = {"well"};
  return SM_IS_ONE_OF(scan, i, as) && SM_IS_ONE_OF(scan, i + 1, well) && SM_IS_ONE_OF(scan, i + 2, as);
}

/// "killed in a strike on a flat in X along with two others": where the company is told at the end of the clause; the same token if nowhere.
static uint32_t far_company(const sm_scan *scan, uint32_t last, uint32_t end) {
  enum { REACH = 20 };
  static const char *const leads[] = {"along", "together"};
  for (uint32_t k = last; k + 1 < end && k < last + REACH; k++) {
    if (sm_is_sign(scan, k, ';') || sm_has_cue(scan, k, SM_CUE_CASUALTY) || sm_has_cue(scan, k, SM_CUE_REPORTING)) break;
    if (SM_IS_ONE_OF(scan, k, leads) && sm_is(scan, k + 1, SM_W_WITH)) return k;
    if (is_as_well_as(scan, k)) return k; // "died in the explosion, as well as the driver"
  }
  return last;
}

void sm_add_company(const sm_scan *scan, const sm_crowd *all, uint32_t last, sm_figure *f, sm_kind kind,
                        bool beside) {
  uint32_t k = far_company(scan, last, all->last);
  if (sm_is(scan, k, SM_W_IN) || sm_is(scan, k, SM_W_AT)) // "killed in the city with his wife"
    while (k + 1 < all->last && k < last + 5 && !sm_is(scan, k, SM_W_WITH) && !sm_is_punct(scan, k)) k++;
  const sm_token *t = &scan->t[k < scan->n ? k : 0];
  sm_str word = sm_span_text(scan, (sm_span){t->begin, t->end});
  bool lead = sm_str_equal(word, SM_STR("along")) || sm_str_equal(word, SM_STR("together"));
  if (lead) k++;
  const bool also = is_as_well_as(scan, k);
  bool with = (sm_is(scan, k, SM_W_WITH) && (lead || !beside)) || also || sm_str_equal(word, SM_STR("alongside"));
  if (also) k += 2; // "as well as two guards"
  sm_people p;
  if (!with || !sm_read_people(scan, k + 1, all->last, &p) || !p.has_noun || p.low <= 0) return;
  for (uint32_t i = k + 1; i < p.last; i++) { // "along with 10 wounded people"
    const sm_cue_row *hurt = sm_cue_at(scan, i, SM_CUE_CASUALTY, NULL);
    if (hurt && hurt->kind == SM_K_INJURED && kind == SM_K_KILLED) return;
  }
  if (also && (sm_is_be(scan, p.last) || sm_has_cue(scan, p.last, SM_CUE_CASUALTY))) return; // "as well as one man and one child were wounded"
  if (kind == SM_K_KILLED && f->killed_low > 0) f->killed_low += p.low, f->killed_high += p.high;
  if (kind == SM_K_KILLED && p.children > 0) f->children = (f->children > 0 ? f->children : 0) + p.children;
}
