// Deeds of weeks or years ago that only tell since when something goes on: "after the October 7 attack", "the war began when ...".
#include "scene.h"

enum { LATE = 31 }; ///< days within which a deed told so may still be the report's own

static bool is_old(const sm_story *story, const sm_when *w) {
  return story->whens.published != SM_NO_DATE && !(w->flags & (SM_WHEN_ANCHOR | SM_WHEN_FUTURE)) && w->end < story->whens.published - LATE;
}

/// "the Sept. 11 attacks", "the September 11, 2001, attacks": a name, whatever the year of the report.
static bool is_named_day(const sm_story *story, const sm_when *w) {
  enum { SEPTEMBER = 9 };
  static const char *const days[] = {"11", "11th"};
  for (uint32_t k = w->first; k + 1 < w->last; k++) {
    uint32_t last = k + 1;
    const sm_cue_row *month = sm_cue_at(&story->scan, k, SM_CUE_TIME, &last);
    if (month && month->kind == SM_K_MONTH && month->value == SEPTEMBER && SM_IS_ONE_OF(&story->scan, last, days)) return true;
  }
  return false;
}

/// The words between a day and a noun tell what kind of deed it was: "the October 7 Hamas attack".
static bool leads_to_noun(const sm_scan *scan, uint32_t first, uint32_t noun) {
  enum { REACH = 4 };
  if (noun < first || noun - first > REACH) return false;
  for (uint32_t k = first; k < noun; k++)
    if (sm_is_preposition(scan, k) || (sm_is_punct(scan, k) && !sm_is_sign(scan, k, ',') && !sm_is_sign(scan, k, '-'))) return false;
  return true;
}

/// "since the October 7 attack", "after the 7 October attacks": what something is dated from.
static bool is_dated_from(const sm_story *story, const sm_trigger *g) {
  static const char *const from[] = {"since", "Since", "after", "After", "following", "Following", "before", "until"};
  const sm_scan *scan = &story->scan;
  for (uint32_t i = story->when_at[g->sentence]; !g->verb && i < story->when_at[g->sentence + 1]; i++) {
    const sm_when *w = &story->whens.items[i];
    if (!leads_to_noun(scan, w->last, g->first) || w->first < scan->s[g->sentence].first + 1) continue;
    if (is_named_day(story, w)) return true;
    const uint32_t the = w->first - 1;
    if (is_old(story, w) && sm_is(scan, the, SM_W_THE) && the > scan->s[g->sentence].first && SM_IS_ONE_OF(scan, the - 1, from)) return true;
  }
  return false;
}

/// "The war began when A attacked B", "the conflict was sparked by an attack": from here on the sentence tells of the beginning; SM_NO_TOKEN nowhere.
static uint32_t beginning_from(const sm_scan *scan, uint32_t s) {
  enum { REACH = 14 };
  static const char *const wars[] = {"war", "conflict", "fighting", "offensive", "violence", "hostilities", "campaign"};
  static const char *const began[] = {"began", "begun", "started", "erupted", "broke", "sparked", "triggered", "ignited", "unleashed"};
  static const char *const by[] = {"when", "after", "by", "with", "following"};
  for (uint32_t k = scan->s[s].first; k + 2 < scan->s[s].last; k++) {
    if (!SM_IS_ONE_OF(scan, k, wars)) continue;
    for (uint32_t i = k + 1, verb = 0; i < scan->s[s].last && i < k + REACH && !sm_is_sign(scan, i, ';'); i++) {
      if (SM_IS_ONE_OF(scan, i, began)) verb = i;
      else if (verb && i - verb < 4 && SM_IS_ONE_OF(scan, i, by)) return i;
    }
  }
  return SM_NO_TOKEN;
}

static bool has_old_day_behind(const sm_story *story, uint32_t s, uint32_t token) {
  bool old = false;
  for (uint32_t i = story->when_at[s]; i < story->when_at[s + 1]; i++) {
    const sm_when *w = &story->whens.items[i];
    if (w->first < token || w->flags & SM_WHEN_ANCHOR) continue;
    if (!is_old(story, w)) return false;
    old = true;
  }
  return old;
}

static void put_figures_aside(sm_story *story, uint32_t s, uint32_t first) {
  for (uint32_t i = story->figure_at[s]; i < story->figure_at[s + 1]; i++)
    if (story->figures.items[i].cue >= first) story->figures.items[i].flags |= SM_FIGURE_SUM;
}

/// "In April, air strikes killed 120 people in A and B": many dead of many strikes, with no article or number, and a month for a day.
static bool is_of_month(const sm_story *story, const sm_trigger *g) {
  enum { MANY = 20, A_MONTH = 4 };
  const sm_scan *scan = &story->scan;
  const sm_group *own = g->verb || !g->plural ? NULL : sm_group_of(&story->syntax, g->first);
  if (!own || own->flags & SM_GROUP_VERB || own->lead != SM_NO_TOKEN || sm_is(scan, own->first, SM_W_THE) || sm_has_cue(scan, own->first, SM_CUE_NUMBER) || scan->t[own->first].flags & SM_TOKEN_NUMBER) return false;
  bool month = false, many = false;
  for (uint32_t i = story->when_at[g->sentence]; i < story->when_at[g->sentence + 1]; i++) {
    const sm_when *w = &story->whens.items[i];
    if (w->prec < A_MONTH || w->flags & SM_WHEN_ANCHOR) return false;
    month |= w->prec == A_MONTH && w->first <= scan->s[g->sentence].first + 1;
  }
  for (uint32_t i = story->figure_at[g->sentence]; month && i < story->figure_at[g->sentence + 1]; i++) many |= story->figures.items[i].killed_low >= MANY;
  return many;
}

/// A strike of the last days told before a sentence.
static uint32_t first_fresh_strike(const sm_story *story) {
  enum { FRESH = 14 };
  for (uint32_t i = 0; i < story->triggers.n; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    if (g->reality == SM_REAL && g->row->strength >= 2 && sm_has_new_day(story, g->sentence, FRESH)) return g->sentence;
  }
  return UINT32_MAX;
}

/// "in October last year", "in September 2022": a month told with its year.
static bool is_told_by_year(const sm_scan *scan, const sm_when *w) {
  static const char *const year[] = {"year"};
  for (uint32_t k = w->first; k < w->last; k++)
    if (SM_IS_ONE_OF(scan, k, year) || sm_is_year(scan, k)) return true;
  return false;
}

/// "In October last year a strike on a hall in X killed 140": half a year gone by, and no day, in a report of a fresh strike.
static bool is_of_old_month(const sm_story *story, const sm_trigger *g) {
  enum { A_MONTH = 4, LONG_AGO = 180 };
  bool old = false;
  for (uint32_t i = story->when_at[g->sentence]; i < story->when_at[g->sentence + 1]; i++) {
    const sm_when *w = &story->whens.items[i];
    if (!is_old(story, w) || w->prec < A_MONTH || w->flags & SM_WHEN_SINCE) return false;
    old |= w->end < story->whens.published - LONG_AGO && is_told_by_year(&story->scan, w);
  }
  return old;
}

void sm_put_bygone_aside(sm_story *story) {
  const uint32_t fresh = first_fresh_strike(story);
  for (uint32_t i = 0, told = UINT32_MAX, from = SM_NO_TOKEN; i < story->triggers.n; i++) {
    sm_trigger *g = &story->triggers.items[i];
    if (g->sentence != told) {
      from = beginning_from(&story->scan, told = g->sentence);
      if (from != SM_NO_TOKEN && !has_old_day_behind(story, told, from)) from = SM_NO_TOKEN;
    }
    const bool begins = from != SM_NO_TOKEN && g->first > from;
    const bool month = !begins && is_of_month(story, g);
    const bool old = g->sentence > fresh && is_of_old_month(story, g);
    if (!begins && !month && !old && !is_dated_from(story, g)) continue;
    g->general = true;
    put_figures_aside(story, g->sentence, begins ? from : old ? story->scan.s[g->sentence].first : g->first);
  }
}
