// The dead told by what is left of them to count: the names on a list, graves.
#include "crowd.h"

/// "names of 22 people", "a list of 21 names": the number behind "of" or "with" at a token.
static bool number_behind(const sm_scan *scan, uint32_t i, uint32_t end, int *value, uint32_t *first, uint32_t *last) {
  static const char *const with[] = {"with", "naming"};
  if (i + 1 >= end || !(sm_is(scan, i, SM_W_OF) || SM_IS_ONE_OF(scan, i, with))) return false;
  return sm_read_number(scan, *first = i + 1, value, last);
}

/// "26 | names", "nine fresh | graves".
static bool number_before(const sm_scan *scan, uint32_t i, uint32_t floor, int *value, uint32_t *first, uint32_t *last) {
  enum { ADJECTIVES = 3 };
  static const char *const fresh[] = {"fresh", "new", "freshly", "dug", "more", "such"};
  for (uint32_t k = i; k > floor && i - k < ADJECTIVES; k--) {
    if ((scan->t[k - 1].flags & SM_TOKEN_NUMBER || sm_has_cue(scan, k - 1, SM_CUE_NUMBER)) && sm_read_number(scan, *first = k - 1, value, last)) return *last == k;
    if (!SM_IS_ONE_OF(scan, k - 1, fresh)) return false;
  }
  return false;
}

/// Those on a list are sought, held or missed, or old graves were hit: nobody is known to have died.
static bool is_of_others(const sm_scan *scan, const sm_sentence *s) {
  static const char *const words[] = {"wanted", "suspects", "sanctions", "candidates", "missing", "prisoners", "hostages", "captives", "detained", "arrested", "abducted", "kidnapped", "villages", "places", "settlements", "streets", "companies", "targets", "nicknames", "read", "since", "week", "month", "year", "memorial", "anniversary"};
  for (uint32_t i = s->first; i < s->last; i++)
    if (SM_IS_ONE_OF(scan, i, words) || sm_has_cue(scan, i, SM_CUE_TRIGGER)) return true;
  return false;
}

/// A place of another strike behind the number.
static bool names_place(const sm_scan *scan, uint32_t from, uint32_t end) {
  for (uint32_t i = from; i < end; i++)
    if (scan->mention_at[i] && scan->mentions->items[scan->mention_at[i] - 1].role == SM_ROLE_LITERAL) return true;
  return false;
}

/// A strike is told in the sentences before, of the same paragraph or the one before.
static bool follows_strike(const sm_scan *scan, uint32_t sentence) {
  enum { BACK = 8 };
  for (uint32_t k = sentence; k > 0 && sentence - k < BACK && scan->s[k - 1].paragraph + 1 >= scan->s[sentence].paragraph; k--)
    if (scan->sentence_mask[k - 1] & 1u << SM_CUE_TRIGGER) return true;
  return false;
}

bool sm_read_roll(const sm_scan *scan, uint32_t sentence, sm_figure *out) {
  static const char *const names[] = {"names"}, *const graves[] = {"graves"}, *const lists[] = {"list", "register", "roll", "sheet"};
  const sm_sentence *s = &scan->s[sentence];
  if (!(scan->sentence_mask[sentence] & (1u << SM_CUE_REPORTING | 1u << SM_CUE_CLAIMANT)) || is_of_others(scan, s) || !follows_strike(scan, sentence)) return false;
  for (uint32_t i = s->first + 1; i < s->last; i++) {
    int value = 0;
    uint32_t first, last;
    const bool name = SM_IS_ONE_OF(scan, i, names), grave = SM_IS_ONE_OF(scan, i, graves), list = SM_IS_ONE_OF(scan, i, lists);
    if (!name && !grave && !list) continue;
    const bool told = ((name || grave) && number_before(scan, i, s->first, &value, &first, &last)) || (!grave && number_behind(scan, i + 1, s->last, &value, &first, &last));
    if (!told || value < 2 || names_place(scan, last, s->last)) continue;
    *out = sm_empty_figure(sentence, i);
    out->first = first, out->last = last, out->killed_low = out->killed_high = value;
    return true;
  }
  return false;
}
