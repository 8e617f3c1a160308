// Which of several strikes a statement speaks of, by its words: "claimed the first attack", "Monday's bombing", "the mortar fire".
#include "sides.h"

/// The part of a sentence, between semicolons and "but", that a token stands in.
static void clause_of(const sm_scan *scan, uint32_t token, uint32_t *first, uint32_t *last) {
  const sm_sentence *s = &scan->s[scan->t[token].sentence];
  for (*first = token; *first > s->first && !sm_is_sign(scan, *first - 1, ';') && !sm_is(scan, *first - 1, SM_W_BUT);) --*first;
  for (*last = token; *last < s->last && !sm_is_sign(scan, *last, ';') && !sm_is(scan, *last, SM_W_BUT);) ++*last;
}

/// A noun for a strike, or for what struck.
static bool is_deed(const sm_scan *scan, uint32_t k) {
  static const char *const deeds[] = {"incident", "explosion", "ambush", "operation", "assault", "one"};
  const sm_cue_row *deed = sm_cue_at(scan, k, SM_CUE_TRIGGER, NULL);
  return SM_IS_ONE_OF(scan, k, deeds) || sm_has_cue(scan, k, SM_CUE_WEAPON) || (deed && deed->kind != SM_K_RESPONSIBILITY && deed->form != SM_F_PAST && deed->form != SM_F_PP);
}

/// "the first attack", "the second", "the latter": which in order, 1 the first, -1 the last; 0 none.
static int rank_told(const sm_scan *scan, uint32_t k, uint32_t end) {
  static const char *const former[] = {"former"}, *const latter[] = {"latter", "last"};
  const sm_cue_row *number = sm_cue_at(scan, k, SM_CUE_NUMBER, NULL);
  const int rank = number && number->kind == SM_K_ORDINAL ? number->value : SM_IS_ONE_OF(scan, k, former) ? -2 : SM_IS_ONE_OF(scan, k, latter) ? -1 : 0;
  if (!rank || k == 0 || !sm_is(scan, k - 1, SM_W_THE)) return 0;
  const bool alone = k + 1 >= end || sm_is_punct(scan, k + 1) || (sm_is(scan, k + 1, SM_W_OF) && (sm_is(scan, k + 2, SM_W_THE) || sm_is(scan, k + 2, SM_W_THEM)));
  return alone || is_deed(scan, k + 1) || is_deed(scan, k + 2) ? rank : 0;
}

/// Strikes told before a sentence, in the order of their telling: those of its paragraph, if there are two, else all.
static uint32_t told_before(const sm_lender *l, uint32_t sentence, uint32_t groups[SM_MOST_MEANT]) {
  const sm_scan *scan = &l->story->scan;
  uint32_t back[SM_MOST_MEANT], n = 0, here = 0;
  const uint32_t all = sm_groups_before(l->hits, sentence, SM_MOST_MEANT, back);
  for (uint32_t i = 0; i < all; i++) {
    if (l->weight[back[i]] < 0) continue;
    here += scan->s[l->strikes[back[i]].sentence].paragraph == scan->s[sentence].paragraph;
    groups[n++] = back[i];
  }
  if (here > 1) n = here; // the last told come first
  for (uint32_t i = 0; i < n / 2; i++) {
    const uint32_t swap = groups[i];
    groups[i] = groups[n - 1 - i], groups[n - 1 - i] = swap;
  }
  return n;
}

/// The day that a deed of the clause is told with: "Monday's bombing", "the Monday bombing", "the bombing of Monday"; NULL none.
static const sm_when *day_of_deed(const sm_story *story, uint32_t sentence, uint32_t first, uint32_t last) {
  const sm_scan *scan = &story->scan;
  for (uint32_t i = story->when_at[sentence]; i < story->when_at[sentence + 1]; i++) {
    const sm_when *w = &story->whens.items[i];
    if (!sm_between(w->first, first, last) || w->flags & (SM_WHEN_ANCHOR | SM_WHEN_FUTURE)) continue;
    const bool owned = scan->t[w->last].flags & SM_TOKEN_CLITIC, of = w->first > first + 1 && sm_is(scan, w->first - 1, SM_W_OF) && is_deed(scan, w->first - 2);
    const uint32_t next = w->last + owned;
    if (of || (next < last && (is_deed(scan, next) || (next + 1 < last && is_deed(scan, next + 1) && !sm_is_punct(scan, next))) && (owned || (w->first > 0 && sm_is(scan, w->first - 1, SM_W_THE))))) return w;
  }
  return NULL;
}

/// The weapons that the clause names behind "the".
static uint32_t weapons_told(const sm_scan *scan, uint32_t first, uint32_t last) {
  uint32_t weapons = 0;
  for (uint32_t k = first; k < last; k++) {
    const sm_cue_row *weapon = sm_cue_at(scan, k, SM_CUE_WEAPON, NULL), *deed = sm_cue_at(scan, k, SM_CUE_TRIGGER, NULL);
    const bool definite = k > first && (sm_is(scan, k - 1, SM_W_THE) || (k > first + 1 && sm_is(scan, k - 2, SM_W_THE)));
    if (definite && weapon) weapons |= weapon->weapons;
    if (definite && deed && deed->form != SM_F_PAST) weapons |= deed->weapons;
  }
  return weapons;
}

int sm_strike_told_by_words(const sm_lender *l, uint32_t token) {
  const sm_scan *scan = &l->story->scan;
  const uint32_t sentence = scan->t[token].sentence;
  uint32_t first, last, groups[SM_MOST_MEANT];
  clause_of(scan, token, &first, &last);
  const uint32_t n = told_before(l, sentence, groups);
  if (n < 2) return -1;
  for (uint32_t k = first; k < last; k++) {
    const int rank = rank_told(scan, k, last);
    const uint32_t at = rank > 0 ? (uint32_t)rank - 1 : n - (uint32_t)-rank;
    if (rank && at < n) return (int)groups[at];
  }
  const sm_when *day = day_of_deed(l->story, sentence, first, last);
  for (uint32_t i = n; day && i > 0; i--) {
    const sm_strike *s = &l->strikes[groups[i - 1]];
    if (s->date_start != SM_NO_DATE && s->date_start <= day->end && s->date_end >= day->start) return (int)groups[i - 1];
  }
  const uint32_t weapons = weapons_told(scan, first, last);
  for (uint32_t i = n; weapons && i > 0; i--)
    if (l->strikes[groups[i - 1]].weapons & weapons) return (int)groups[i - 1];
  return -1;
}
