// People in hospital: the injured of whom no toll word tells.
#include "crowd.h"

static const char *const houses[] = {"hospital", "hospitals", "clinic", "infirmary", "care", "theatre", "surgery", "coma", "condition", "Hospital", "Hospitals", "Clinic", "Infirmary"},
                         *const treated[] = {"treated", "treating", "treatment", "operated", "admitted"};

/// "were treated", "six treated for shock", but not "a nurse who treated the victims".
static bool is_suffered(const sm_scan *scan, uint32_t i) {
  static const char *const active[] = {"treated", "treating"}, *const after[] = {"for", "on", "at", "in", "by"},
                           *const admitted[] = {"admitted"};
  const bool passive = SM_IS_ONE_OF(scan, i, admitted);
  if (!passive && !SM_IS_ONE_OF(scan, i, active)) return true;
  for (uint32_t k = i; k > 0 && i - k < 4; k--) {
    if (sm_is_be(scan, k - 1)) return true;
    if (!sm_is_light(scan, k - 1)) break;
  }
  return !passive && (SM_IS_ONE_OF(scan, i + 1, after) || sm_is_punct(scan, i + 1));
}

bool sm_is_for_shock(const sm_scan *scan, uint32_t i) {
  enum { REACH = 4 };
  static const char *const frights[] = {"shock", "anxiety", "panic", "stress", "hysteria", "trauma"}, *const kinds[] = {"acute", "mild", "severe", "emotional", "psychological"};
  uint32_t k = i + 1;
  if (!SM_IS_ONE_OF(scan, i, treated) || !sm_is(scan, k, SM_W_FOR)) return false;
  for (k++; k < i + REACH && SM_IS_ONE_OF(scan, k, kinds); k++) {}
  return SM_IS_ONE_OF(scan, k, frights) && !(sm_is(scan, k + 1, SM_W_AND) || sm_is_sign(scan, k + 1, ','));
}

/// "in hospital", "were taken to the district hospital", "in intensive care", "are being treated": from the
/// first to the last word; false when no such words start at a token.
bool sm_reads_care(const sm_scan *scan, uint32_t i, uint32_t end, uint32_t *last) {
  static const char *const moved[] = {
      "taken",   "rushed",      "evacuated",   "ferried",  "airlifted", "flown", "admitted", "conveyed",
      "carried", "transferred", "transported", "referred", "brought",   "moved", "driven",   "sent",
      "remain",  "remained",    "lie",         "are",      "is",        "were",  "was"};
  bool verb = SM_IS_ONE_OF(scan, i, moved);
  if (SM_IS_ONE_OF(scan, i, treated) && i > 0 && !sm_is_punct(scan, i - 1)) {
    *last = i + 1;
    return is_suffered(scan, i) && !sm_is_for_shock(scan, i);
  }
  if (!verb && !sm_is(scan, i, SM_W_IN)) return false;
  if (i > 0 && sm_is(scan, i - 1, SM_W_THERE)) return false; // "there were 105 patients in the hospital"
  const sm_cue_row *who = i > 1 && sm_is_be(scan, i) && sm_is(scan, i - 1, SM_W_WHO) ? sm_cue_at(scan, i - 2, SM_CUE_CLAIMANT, NULL) : NULL;
  if (who && who->kind != SM_K_WITNESS && who->kind != SM_K_PARTY) return false; // "a journalist who was at the hospital"
  uint32_t most = verb ? 9 : 4;
  for (uint32_t k = i + 1; k < end && k < i + most; k++) {
    if (sm_is_punct(scan, k) || sm_has_cue(scan, k, SM_CUE_CASUALTY) || sm_is(scan, k, SM_W_FROM))
      return false;
    if (!SM_IS_ONE_OF(scan, k, houses)) continue;
    *last = k + 1;
    return true;
  }
  return false;
}

bool sm_is_moved_away(const sm_scan *scan, uint32_t i, uint32_t end, bool as_patients) {
  static const char *const moved[] = {"evacuated", "flown", "airlifted", "referred", "rushed", "shifted", "transferred", "taken", "ferried", "moved", "medevaced"};
  enum { REACH = 8 };
  bool passive = false;
  static const char *const more[] = {"more", "others"}, *const patients[] = {"flown", "airlifted", "referred", "rushed", "medevaced", "evacuated"};
  uint32_t k = SM_IS_ONE_OF(scan, i, more) ? i + 1 : i;
  for (; k < end && sm_is_light(scan, k) && !SM_IS_ONE_OF(scan, k, moved); k++) passive |= sm_is_be(scan, k);
  if (!passive || !SM_IS_ONE_OF(scan, k, moved) || (as_patients && !SM_IS_ONE_OF(scan, k, patients))) return false;
  for (uint32_t to = k + 1; to < end && to < k + REACH && !sm_is_punct(scan, to); to++)
    if (scan->mention_at[to] || scan->t[to].flags & SM_TOKEN_CAPITAL) return sm_is(scan, to - 1, SM_W_TO) || (to > k + 2 && sm_is(scan, to - 2, SM_W_TO));
  return false;
}

bool sm_loses_limb(const sm_scan *scan, uint32_t i, uint32_t *last) {
  static const char *const loses[] = {"lost", "losing", "lose", "loses"};
  static const char *const parts[] = {"leg", "legs", "arm", "arms", "hand", "hands", "foot", "feet", "eye", "eyes", "finger", "fingers", "toe", "toes", "limb", "limbs", "sight", "hearing", "eyesight", "forearm", "ear"};
  enum { REACH = 5 };
  if (!SM_IS_ONE_OF(scan, i, loses)) return false;
  for (uint32_t k = i + 1; k < scan->n && k < i + REACH && !sm_is_punct(scan, k) && !sm_is(scan, k, SM_W_AND); k++) {
    if (sm_has_cue(scan, k, SM_CUE_VICTIM)) return false;
    if (!SM_IS_ONE_OF(scan, k, parts)) continue;
    *last = k + 1;
    return true;
  }
  return false;
}

/// Whether it is one of them in capitals or small letters.
static bool is_care_word(const sm_scan *scan, uint32_t i) {
  return scan->word[i] > SM_W_HOSPITAL && scan->word[i] <= SM_W_ADMITTED + 1;
}

/// Whether a word of care stands among the tokens: most sentences have none.
bool sm_names_care(const sm_scan *scan, uint32_t first, uint32_t last) {
  for (uint32_t i = first; i < last; i++)
    if (is_care_word(scan, i) && (SM_IS_ONE_OF(scan, i, houses) || SM_IS_ONE_OF(scan, i, treated)))
      return true;
  return false;
}

bool sm_tells_of_care(const sm_scan *scan, uint32_t sentence) {
  const sm_sentence *s = &scan->s[sentence];
  if (!sm_names_care(scan, s->first, s->last)) return false;
  for (uint32_t i = s->first + 1; i < s->last; i++) {
    uint32_t last;
    if (sm_reads_care(scan, i, s->last, &last)) return true;
  }
  return false;
}

bool sm_reads_intake(const sm_scan *scan, uint32_t i, uint32_t first, uint32_t *last) {
  static const char *const takes[] = {"received", "received",  "admitted",    "attended",
                                      "carried",  "evacuated", "transported", "ferried",
                                      "logged",   "took",      "had",         "registered",
                                      "treated",  "treating",  "treats"},
                           *const treats[] = {"treating"}, *const after[] = {"in", "to"};
  enum { REACH = 16 };
  if (!SM_IS_ONE_OF(scan, i, takes) || (sm_is_be(scan, i - 1) && !SM_IS_ONE_OF(scan, i, treats))) return false;
  *last = SM_IS_ONE_OF(scan, i + 1, after) ? i + 2 : i + 1;
  for (uint32_t k = i; k > first && i - k < REACH; k--) {
    const sm_cue_row *who = sm_cue_at(scan, k - 1, SM_CUE_CLAIMANT, NULL);
    if (sm_is_sign(scan, k - 1, ';') || sm_is_sign(scan, k - 1, ':')) return false;
    if (who) return who->kind == SM_K_MEDIC;
  }
  return false;
}

bool sm_is_intake_of_days(const sm_scan *scan, uint32_t first, uint32_t end) {
  static const char *const spans[] = {"between", "since", "from"}, *const over[] = {"in", "during", "over", "per", "a", "this", "last", "every"}, *const days[] = {"days"};
  for (uint32_t k = first; k + 1 < end && !sm_is_sign(scan, k, ';'); k++) {
    int value;
    uint32_t last;
    const bool whole = SM_IS_ONE_OF(scan, k, over), number = sm_read_number(scan, k + 1, &value, &last);
    if (SM_IS_ONE_OF(scan, k, spans) && (number || sm_has_cue(scan, k + 1, SM_CUE_TIME))) return !number || sm_is(scan, last, SM_W_AND) || sm_is(scan, last, SM_W_TO) || sm_has_cue(scan, last, SM_CUE_TIME);
    if (whole && number && value > 1 && SM_IS_ONE_OF(scan, last, days)) return true;
    const uint32_t at = sm_is(scan, k + 1, SM_W_THE) ? k + 2 : k + 1;
    const sm_cue_row *unit = whole && at < end ? sm_cue_at(scan, at, SM_CUE_TIME, NULL) : NULL;
    if (unit && unit->kind == SM_K_TIME_UNIT && (unit->part == 'w' || unit->part == 'm' || unit->part == 'y' || SM_IS_ONE_OF(scan, k, ((const char *const[]){"a", "per", "every"})))) return true;
  }
  return false;
}
