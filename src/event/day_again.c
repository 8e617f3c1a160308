// A telling that names two days is one of two strikes.
#include "scene.h"

bool sm_is_single_day(const sm_when *w) {
  return w->prec == 1 && !(w->flags & (SM_WHEN_ANCHOR | SM_WHEN_FUTURE | SM_WHEN_VAGUE | SM_WHEN_SINCE));
}

const sm_when *sm_day_pointed_at(const sm_story *story, const sm_when *w) {
  const sm_scan *scan = &story->scan;
  if (!(w->flags & SM_WHEN_SAME) || w == story->whens.items || w->first == 0 || !sm_is(scan, w->first - 1, SM_W_THAT)) return NULL;
  const sm_when *before = w - 1;
  const bool near = before->sentence + 1 >= w->sentence && scan->s[before->sentence].paragraph == scan->s[w->sentence].paragraph;
  return near && !(before->flags & (SM_WHEN_ANCHOR | SM_WHEN_FUTURE | SM_WHEN_VAGUE)) && (before->flags & SM_WHEN_SINCE || before->prec == 1) ? before : NULL;
}

bool sm_is_counted_back(const sm_story *story, const sm_when *w) {
  if (w->first > story->scan.s[w->sentence].first + 1) return false;
  return w->flags & SM_WHEN_ANCHOR && !(w->flags & (SM_WHEN_AFTER | SM_WHEN_SAME | SM_WHEN_ROUND | SM_WHEN_NIGHT)) && w->start < 0;
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

/// "on 29 January at a mosque, on 3 February at a bank", "at a mosque on 29 January, at a bank on 3 February": between two days a comma or "and" and
/// what was struck on one of them, and no more.
static bool has_target_between(const sm_story *story, uint32_t from, uint32_t to) {
  enum { REACH = 9 };
  const sm_scan *scan = &story->scan;
  bool joined = false, struck = false;
  if (to > from + REACH) return false;
  for (uint32_t k = from; k < to; k++) {
    const sm_group *g = sm_group_of(&story->syntax, k);
    if ((g && g->flags & SM_GROUP_VERB) || scan->mention_at[k] || sm_has_cue(scan, k, SM_CUE_CASUALTY) || sm_has_cue(scan, k, SM_CUE_CLAIMANT) || sm_has_cue(scan, k, SM_CUE_REPORTING)) return false;
    if (sm_is_punct(scan, k) && !sm_is_sign(scan, k, ',') && !sm_is_sign(scan, k, ';')) return false;
    joined |= sm_is(scan, k, SM_W_AND) || sm_is_sign(scan, k, ',') || sm_is_sign(scan, k, ';');
    struck |= g && g->lead != SM_NO_TOKEN && sm_is_preposition(scan, g->lead) && sm_has_cue(scan, g->head, SM_CUE_TARGET);
  }
  return joined && struck;
}

/// "on Monday and Wednesday", "on 2 May, on the 4th and again on 7 May": the next of the days that a telling names; NULL none.
static const sm_when *day_beside(const sm_story *story, const sm_when *w, uint32_t end) {
  static const char *const joins[] = {"again", "then", "also", "once", "twice"};
  const sm_scan *scan = &story->scan;
  const sm_when *next = w + 1;
  bool joined = false;
  if (next >= story->whens.items + story->whens.n || next->first >= end || !sm_is_single_day(next) || next->start <= w->start) return NULL;
  if (is_second_of_two(story, w->last, next->first) || has_target_between(story, w->last, next->first)) return next;
  for (uint32_t k = w->last; k < next->first; k++) {
    if (sm_is(scan, k, SM_W_AND) || sm_is_sign(scan, k, ',')) joined = true;
    else if (!sm_is(scan, k, SM_W_ON) && !sm_is(scan, k, SM_W_THE) && !SM_IS_ONE_OF(scan, k, joins)) return NULL;
  }
  return joined ? next : NULL;
}

/// What was struck on the next day, told behind it where the first is told behind its own, else before it.
static void retarget(const sm_story *story, sm_hit *hit, const sm_when *w, const sm_when *next) {
  const sm_scan *scan = &story->scan;
  if (!has_target_between(story, w->last, next->first)) return;
  const bool behind = !sm_is_sign(scan, w->last, ',') && !sm_is_sign(scan, w->last, ';') && !sm_is(scan, w->last, SM_W_AND);
  for (uint32_t k = behind ? next->last : w->last; k < (behind ? hit->last : next->first); k++) {
    const sm_group *g = sm_group_of(&story->syntax, k);
    if (!g || g->head != k || !sm_has_cue(scan, k, SM_CUE_TARGET)) continue;
    const bool article = sm_is_article(scan, g->first);
    hit->target = sm_tokens_span(scan, g->first + article, g->last);
    hit->target_is_place = hit->target_is_ground = false;
    return;
  }
}

int sm_first_day_of(const sm_story *story, int when) {
  static const char *const joins[] = {"twice", "first", "once", "the"};
  const sm_when *w = &story->whens.items[when], *next = w + 1;
  if (w->flags & (SM_WHEN_ANCHOR | SM_WHEN_RANGE) || w->prec == 1 || next >= story->whens.items + story->whens.n || next->sentence != w->sentence || !sm_is_single_day(next)) return when;
  if (next->start < w->start || next->start > w->end) return when;
  bool listed = false;
  for (uint32_t k = w->last; k < next->first; k++) {
    if (sm_is_sign(&story->scan, k, ',') || sm_is_sign(&story->scan, k, ':') || sm_is_sign(&story->scan, k, '_')) listed = true;
    else if (!sm_is(&story->scan, k, SM_W_ON) && !SM_IS_ONE_OF(&story->scan, k, joins)) return when;
  }
  return listed ? when + 1 : when;
}

bool sm_repeat_on_next_day(const sm_story *story, sm_hit *hit) {
  const sm_when *w = hit->when >= 0 ? &story->whens.items[hit->when] : NULL;
  if (!w || hit->date_inherited || !sm_is_single_day(w) || w->sentence != hit->sentence) return false;
  const sm_when *next = day_beside(story, w, hit->last);
  if (!next) return false;
  retarget(story, hit, w, next);
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

/// "Jets bombed A and artillery shelled B on Monday": the only day of the sentence, behind the second of two deeds told in a breath.
bool sm_is_day_of_both(const sm_story *story, const sm_when *w, const sm_hit *hit, uint32_t head) {
  static const sm_word parts[] = {SM_W_AFTER, SM_W_BEFORE, SM_W_WHEN, SM_W_THAT, SM_W_WHO, SM_W_WHICH, SM_W_WHERE};
  const sm_scan *scan = &story->scan;
  if (!hit->n_triggers || hit->last > head || head > w->first || story->when_at[hit->sentence + 1] - story->when_at[hit->sentence] != 1 || w->flags & (SM_WHEN_ANCHOR | SM_WHEN_SINCE | SM_WHEN_FUTURE)) return false;
  const sm_group *verb = sm_group_of(&story->syntax, head);
  if (!verb || !(verb->flags & SM_GROUP_VERB) || !(verb->flags & SM_GROUP_FINITE) || sm_is_have(scan, verb->first) || !story->triggers.items[hit->triggers[0]].verb) return false;
  bool joined = false;
  for (uint32_t k = story->triggers.items[hit->triggers[0]].last; k < head; k++) {
    if (sm_is_sign(scan, k, ';') || sm_is_sign(scan, k, ':') || SM_IS_ANY(scan, k, parts) || sm_has_cue(scan, k, SM_CUE_REPORTING)) return false;
    joined |= sm_is(scan, k, SM_W_AND) || sm_is(scan, k, SM_W_WHILE);
  }
  return joined;
}

/// The token at which the deed of a telling ends: of its noun; 0 where the token before is none of it.
static bool ends_deed(const sm_story *story, const sm_hit *hit, uint32_t token) {
  for (uint32_t i = 0; i < hit->n_triggers; i++)
    if (!story->triggers.items[hit->triggers[i]].verb && story->triggers.items[hit->triggers[i]].last == token) return true;
  return false;
}

bool sm_is_day_of_noun(const sm_story *story, const sm_when *w, const sm_hit *hit) {
  enum { REACH = 4 };
  static const char *const made[] = {"committed", "perpetrated", "staged", "launched", "mounted", "conducted", "executed"}, *const carried[] = {"carried"}, *const out[] = {"out"};
  const sm_scan *scan = &story->scan;
  if (!(w->flags & SM_WHEN_ANCHOR) || w->flags & SM_WHEN_AFTER) return false;
  if (scan->t[w->last < scan->n ? w->last : w->first].flags & SM_TOKEN_CLITIC)
    for (uint32_t i = 0; i < hit->n_triggers; i++)
      if (story->triggers.items[hit->triggers[i]].first > w->last && story->triggers.items[hit->triggers[i]].first <= w->last + REACH) return true;
  uint32_t k = w->first;
  const uint32_t floor = scan->s[w->sentence].first;
  while (k > floor && (sm_is(scan, k - 1, SM_W_THE) || sm_is(scan, k - 1, SM_W_A))) k--;
  if (k > floor + 1 && SM_IS_ONE_OF(scan, k - 1, out) && SM_IS_ONE_OF(scan, k - 2, carried)) return ends_deed(story, hit, k - 2);
  return k > floor && SM_IS_ONE_OF(scan, k - 1, made) && ends_deed(story, hit, k - 1);
}
