// "Police put the toll at 12, hospital sources at 15": who gives another number, without a verb.
#include "casualty.h"

/// Nothing of a clause stands in these words, and somebody who may speak or fight.
static bool is_teller(const sm_scan *scan, uint32_t first, uint32_t last) {
  bool somebody = false;
  if (first == last || sm_is_preposition(scan, first) || sm_is_preposition(scan, last - 1)) return false;
  for (uint32_t i = first; i < last; i++) {
    if (sm_has_cue(scan, i, SM_CUE_REPORTING) || sm_has_cue(scan, i, SM_CUE_CASUALTY) || sm_has_cue(scan, i, SM_CUE_TRIGGER) || sm_is_be(scan, i) || sm_is_have(scan, i) ||
        scan->t[i].flags & SM_TOKEN_NUMBER)
      return false;
    somebody |= sm_has_cue(scan, i, SM_CUE_CLAIMANT) || sm_has_cue(scan, i, SM_CUE_ACTOR) || sm_has_cue(scan, i, SM_CUE_FORCE);
    if (sm_has_cue(scan, i, SM_CUE_VICTIM) && !sm_has_cue(scan, i, SM_CUE_CLAIMANT)) return false;
  }
  return somebody;
}

/// ", on its radio, of 23": before an aside that ends with a comma before a token.
static uint32_t before_aside(const sm_scan *scan, uint32_t end, uint32_t floor) {
  enum { LONGEST = 6 };
  if (end <= floor + 3 || !sm_is_sign(scan, end - 1, ',')) return end;
  uint32_t open = end - 1;
  while (open > floor && end - open <= LONGEST && !sm_is_punct(scan, open - 1)) open--;
  return open > floor && sm_is_sign(scan, open - 1, ',') && sm_is_preposition(scan, open) ? open - 1 : end;
}

bool sm_is_gapped(const sm_scan *scan, uint32_t number, uint32_t *first, uint32_t *last) {
  enum { LONGEST = 7 };
  const uint32_t floor = scan->s[scan->t[number].sentence].first;
  uint32_t k = number;
  while (k > floor && sm_has_cue(scan, k - 1, SM_CUE_NUMBER)) k--; // "at least"
  const bool led = k > floor && (sm_is(scan, k - 1, SM_W_AT) || sm_is(scan, k - 1, SM_W_OF));
  if (led) k--;
  const uint32_t aside = led ? before_aside(scan, k, floor) : k;
  const bool comma = aside == k && k > floor && sm_is_sign(scan, k - 1, ',');
  k = comma ? k - 1 : aside;
  *last = k;
  while (k > floor && *last - k < LONGEST && !(sm_is_punct(scan, k - 1) && !sm_is_sign(scan, k - 1, '-')) && !sm_is(scan, k - 1, SM_W_AND) && !sm_is(scan, k - 1, SM_W_WHILE) && !sm_is(scan, k - 1, SM_W_BUT)) k--;
  *first = k;
  if (k == floor || *last - k >= LONGEST) return false;
  const bool apart = sm_is_sign(scan, k - 1, ';');
  const bool last_of_all = k > floor + 2 && sm_has_cue(scan, k - 2, SM_CUE_NUMBER); // "the office said 12 dead, the police nine and the hospital seven"
  if (sm_is(scan, k - 1, SM_W_AND) && !led && !last_of_all) return false;
  return (apart || led || !comma) && is_teller(scan, k, *last); // "a colonel, 45,": an age
}
