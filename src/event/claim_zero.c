// Denials of casualties that hold for several strikes.
#include "account.h"

/// "There were neither damage nor casualties in those three", "none of the villages": what is denied of
/// several strikes.
static bool denies_of_many(const sm_scan *scan, uint32_t sentence) {
  static const char *const many[] = {"those", "these", "both", "either", "any", "all", "Neither", "None"};
  for (uint32_t i = scan->s[sentence].first; i < scan->s[sentence].last; i++)
    if (SM_IS_ONE_OF(scan, i, many) && i > scan->s[sentence].first &&
        (sm_is_preposition(scan, i - 1) || sm_is(scan, i + 1, SM_W_OF)))
      return true;
  return false;
}

/// The first telling of a strike.
static const sm_hit *first_telling(const sm_account *a, int group) { return &a->hits->items[a->hits->first_of[group]]; }

/// A place of some strike is named: "B had no casualties".
static bool names_place(const sm_account *a, uint32_t sentence) {
  const sm_mention *items = a->story->scan.mentions->items;
  for (uint32_t m = a->story->mention_from[sentence]; m < a->story->mention_from[sentence + 1]; m++)
    for (uint32_t i = 0; i < a->hits->n; i++)
      if (a->hits->items[i].place >= 0 && items[m].place &&
          items[a->hits->items[i].place].place == items[m].place)
        return true;
  return false;
}

static bool is_told_once(const sm_account *a, const sm_hit *h) {
  for (uint32_t i = a->hits->first_of[h->group]; i < a->hits->n; i = a->hits->items[i].next)
    if (a->hits->items[i].sentence != h->sentence) return false;
  return true;
}

static bool begins_denial(const sm_scan *scan, uint32_t token) {
  const sm_cue_row *number = sm_cue_at(scan, token, SM_CUE_NUMBER, NULL);
  return (number && number->kind == SM_K_ZERO) ||
         (sm_is(scan, token, SM_W_THERE) && sm_is_be(scan, token + 1));
}

/// "There were no casualties.", "Luckily, nobody was hurt.": said of all that the paragraph told.
static bool denies_plainly(const sm_scan *scan, uint32_t sentence) {
  enum { LONGEST_LEAD = 8 };
  const uint32_t first = scan->s[sentence].first, last = scan->s[sentence].last;
  if (begins_denial(scan, first)) return true;
  for (uint32_t k = first; k + 1 < last && k < first + LONGEST_LEAD; k++)
    if (sm_is_sign(scan, k, ',')) return begins_denial(scan, k + 1);
  return false;
}

/// A figure of the kind that is denied has been told of a strike.
static bool is_told(const sm_strike *s, const sm_figure *zero) {
  for (size_t k = 0; k < s->n_claims; k++)
    if (s->claims[k].killed_high >= 0 || (s->claims[k].injured_high >= 0 && zero->injured_low == 0))
      return true;
  return false;
}

/// Strikes listed in one sentence, or told in one paragraph and denied as "those", share the denial of
/// casualties that follows.
bool sm_spread_zero(sm_account *a, const sm_hit *h) {
  const sm_scan *scan = &a->story->scan;
  const sm_figure *zero = NULL;
  for (uint32_t i = 0; i < h->n_figures; i++)
    if (a->story->figures.items[h->figures[i]].flags & SM_FIGURE_ZERO)
      zero = &a->story->figures.items[h->figures[i]];
  if (!zero || h->n_triggers || names_place(a, h->sentence) || (h->place >= 0 && !h->place_inherited))
    return true;
  const sm_cue_row *row = sm_cue_at(scan, zero->cue, SM_CUE_CASUALTY, NULL);
  if (row && row->kind == SM_K_BOTH && row->form == SM_F_STATE) return true; // "Nobody was inside": of the one place
  const sm_hit *mine = first_telling(a, h->group);
  bool many = denies_of_many(scan, h->sentence) || denies_plainly(scan, h->sentence);
  int last = h->group;
  uint32_t first = sm_first_told(a->hits, h->sentence);
  while (first > 0 && scan->s[a->hits->items[first - 1].sentence].paragraph + 1 >= scan->s[h->sentence].paragraph) first--;
  for (uint32_t i = first; i < a->hits->n && a->hits->items[i].sentence < h->sentence; i++) {
    const sm_hit *o = &a->hits->items[i];
    const sm_strike *s = &a->strikes[o->group];
    uint32_t apart = scan->s[h->sentence].paragraph - scan->s[o->sentence].paragraph;
    if (o->group == h->group || o->group == last || o->intercepted) continue;
    bool listed = o->sentence == mine->sentence && is_told_once(a, o);
    if (is_told(s, zero) || !(listed || (many && apart == 0))) continue;
    last = o->group;
    if (!sm_add_figure(a, (uint32_t)o->group, zero)) return false;
  }
  return true;
}
