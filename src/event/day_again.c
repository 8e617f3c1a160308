// A telling that names two days is one of two strikes.
#include "scene.h"

bool sm_is_single_day(const sm_when *w) {
  return w->prec == 1 && !(w->flags & (SM_WHEN_ANCHOR | SM_WHEN_FUTURE | SM_WHEN_VAGUE | SM_WHEN_SINCE));
}

/// "One exploded on Thursday under a tricycle, a second on Saturday": the later day is told of another of those that the verb tells of.
static bool is_second_of_two(const sm_story *story, uint32_t from, uint32_t to) {
  static const char *const articles[] = {"a", "the", "another", "an"}, *const others[] = {"second", "third", "other", "another"};
  const sm_scan *scan = &story->scan;
  uint32_t k = to;
  static const char *const time[] = {"time"}; // "and a second time on Wednesday"
  if (k > from && sm_is(scan, k - 1, SM_W_ON)) k--;
  if (k > from && SM_IS_ONE_OF(scan, k - 1, time)) k--;
  if (k <= from + 1 || !SM_IS_ONE_OF(scan, k - 1, others)) return false;
  k--;
  if (SM_IS_ONE_OF(scan, k - 1, articles)) k--;
  if (k <= from || !(sm_is(scan, k - 1, SM_W_AND) || sm_is_sign(scan, k - 1, ','))) return false;
  for (uint32_t i = from; i < k; i++) {
    const sm_group *g = sm_group_of(&story->syntax, i);
    if (g && g->flags & SM_GROUP_VERB) return false;
  }
  return true;
}

/// "on Monday and Wednesday", "on 2 May, on the 4th and again on 7 May": the next of the days that a telling names; NULL none.
static const sm_when *day_beside(const sm_story *story, const sm_when *w, uint32_t end) {
  static const char *const joins[] = {"again", "then", "also", "once", "twice"};
  const sm_scan *scan = &story->scan;
  const sm_when *next = w + 1;
  bool joined = false;
  if (next >= story->whens.items + story->whens.n || next->first >= end || !sm_is_single_day(next) || next->start <= w->start) return NULL;
  if (is_second_of_two(story, w->last, next->first)) return next;
  for (uint32_t k = w->last; k < next->first; k++) {
    if (sm_is(scan, k, SM_W_AND) || sm_is_sign(scan, k, ',')) joined = true;
    else if (!sm_is(scan, k, SM_W_ON) && !sm_is(scan, k, SM_W_THE) && !SM_IS_ONE_OF(scan, k, joins)) return NULL;
  }
  return joined ? next : NULL;
}

bool sm_repeat_on_next_day(const sm_story *story, sm_hit *hit) {
  const sm_when *w = hit->when >= 0 ? &story->whens.items[hit->when] : NULL;
  if (!w || hit->date_inherited || !sm_is_single_day(w) || w->sentence != hit->sentence) return false;
  const sm_when *next = day_beside(story, w, hit->last);
  if (!next) return false;
  hit->when = (int)(next - story->whens.items);
  hit->start = hit->end = hit->told_start = hit->told_end = next->start;
  hit->prec = 1;
  uint32_t n = 0;
  for (uint32_t i = 0; i < hit->n_figures; i++) // the first day has the toll of all
    if (story->figures.items[hit->figures[i]].flags & SM_FIGURE_EACH) hit->figures[n++] = hit->figures[i];
  hit->n_figures = n;
  hit->definite = false;
  hit->another = true;
  return true;
}
