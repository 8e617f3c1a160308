// Two clauses of a sentence that each tell of a strike at a place of its own.
#include "scene.h"

static bool is_main_verb(const sm_group *g) { return g->flags & SM_GROUP_FINITE && !(g->flags & (SM_GROUP_RELATIVE | SM_GROUP_REPORTING)); }

/// The last main verb before a place, or NULL.
static const sm_group *verb_before(const sm_story *story, const sm_mention *m) {
  const sm_syntax *y = &story->syntax;
  const sm_group *verb = NULL;
  for (uint32_t i = y->first_of[m->sentence]; i < y->first_of[m->sentence + 1] && y->groups[i].first < m->first; i++)
    if (is_main_verb(&y->groups[i])) verb = &y->groups[i];
  return verb;
}

/// A main verb of striking or killing with a subject of its own behind a place.
static bool strikes_anew(const sm_story *story, const sm_group *v, const sm_mention *x) {
  const sm_scan *scan = &story->scan;
  if (!is_main_verb(v) || v->subject < 0) return false;
  return story->syntax.groups[v->subject].first > x->last && (sm_has_cue(scan, v->head, SM_CUE_TRIGGER) || sm_has_cue(scan, v->head, SM_CUE_CASUALTY));
}

bool sm_is_next_clause(const sm_story *story, uint32_t a, uint32_t b) {
  enum { REACH = 12 };
  const sm_scan *scan = &story->scan;
  const sm_syntax *y = &story->syntax;
  const sm_mention *x = &scan->mentions->items[a], *m = &scan->mentions->items[b];
  if (!verb_before(story, x)) return false; // "In A, the village of B came under fire"
  for (uint32_t i = y->first_of[m->sentence]; i < y->first_of[m->sentence + 1]; i++) {
    const sm_group *v = &y->groups[i];
    if (v->first < m->last) continue;
    if (v->first > m->last + REACH) return false;
    if (!is_main_verb(v) || v->subject < 0) continue;
    return strikes_anew(story, v, x) && y->groups[v->subject].last <= m->first;
  }
  return false;
}

/// "A school in A collapsed, and another air strike killed four in B": a verb of its own before the later place, whose subject was not told before.
static bool is_new_deed(const sm_story *story, uint32_t a, uint32_t b) {
  const sm_scan *scan = &story->scan;
  const sm_syntax *y = &story->syntax;
  const sm_mention *x = &scan->mentions->items[a], *m = &scan->mentions->items[b];
  for (uint32_t i = y->first_of[m->sentence]; i < y->first_of[m->sentence + 1]; i++) {
    const sm_group *v = &y->groups[i];
    if (v->first <= x->last || v->last > m->first || !strikes_anew(story, v, x)) continue;
    const sm_group *subject = &y->groups[v->subject];
    static const char *const another[] = {"another", "other", "second", "third", "separate"};
    const bool led = subject->first > 0 && sm_is(scan, subject->first - 1, SM_W_AND);
    return led && (sm_has_cue(scan, subject->head, SM_CUE_WEAPON) || sm_has_cue(scan, subject->head, SM_CUE_TRIGGER)) && (sm_is_indefinite(scan, subject->first) || SM_IS_ONE_OF(scan, subject->first, another));
  }
  return false;
}

bool sm_is_other_strike(const sm_story *story, uint32_t a, uint32_t b) {
  const sm_group *verb = verb_before(story, &story->scan.mentions->items[a]);
  if (!verb || verb->subject < 0 || !(sm_is_next_clause(story, a, b) || is_new_deed(story, a, b))) return false;
  const uint32_t first = story->syntax.groups[verb->subject].first;
  return sm_is_indefinite(&story->scan, first);
}

uint32_t sm_answer_between(const sm_story *story, uint32_t a, uint32_t b) {
  static const char *const answers[] = {"retaliation", "response", "revenge", "reply", "reprisal", "answer", "retribution"}, *const avenge[] = {"avenge", "avenging"};
  const sm_scan *scan = &story->scan;
  const uint32_t place = scan->mentions->items[b].first;
  for (uint32_t k = scan->mentions->items[a].last; k + 2 < place; k++) {
    const bool avenges = SM_IS_ONE_OF(scan, k, avenge), over = sm_is(scan, k, SM_W_OVER);
    if (!avenges && !over && !(sm_is(scan, k, SM_W_IN) && SM_IS_ONE_OF(scan, k + 1, answers) && (sm_is(scan, k + 2, SM_W_FOR) || sm_is(scan, k + 2, SM_W_TO)))) continue;
    for (uint32_t i = story->trigger_at[scan->t[k].sentence]; i < story->trigger_at[scan->t[k].sentence + 1]; i++) {
      const sm_trigger *g = &story->triggers.items[i];
      const sm_group *noun = sm_group_of(&story->syntax, g->first);
      if (g->first > k && g->first < place && g->reality == SM_REAL && !g->plural && !g->verb && g->row->strength >= 2 && noun && !sm_is(scan, noun->first, SM_W_THE) && (!over || noun->lead == k)) return k; // "over a bombing in B"
    }
  }
  return SM_NO_TOKEN;
}
