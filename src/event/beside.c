// What was struck where the tellings of a strike name only the place: what else is told to be damaged there, else the victims.
#include "laid.h"
#include "setting.h"
#include "target.h"

/// "two fighters", "a woman and her child": victims by more than "people".
static bool find_victims(const sm_story *story, const sm_hit *hit, sm_span *out) {
  const sm_scan *scan = &story->scan;
  for (uint32_t i = 0; i < hit->n_figures; i++) {
    const sm_figure *f = &story->figures.items[hit->figures[i]];
    if (f->killed_high <= 0 && f->injured_high <= 0) continue;
    for (uint32_t k = f->first; k < f->last; k++) {
      const sm_cue_row *victim = sm_cue_at(scan, k, SM_CUE_VICTIM, NULL);
      const sm_group *g = sm_group_of(&story->syntax, k);
      if (!victim || victim->victims == SM_VICTIM_PEOPLE || !g || sm_has_cue(scan, g->head, SM_CUE_CASUALTY)) continue; // "civilian casualties"
      const sm_cue_row *none = sm_cue_at(scan, g->first, SM_CUE_NUMBER, NULL);
      if (none && none->kind == SM_K_ZERO) continue;
      *out = sm_tokens_span(scan, g->first, sm_group_end_with_of(scan, &story->syntax, g));
      return true;
    }
  }
  return false;
}

/// "Air defences shot it down": what met it was not struck.
static bool tells_interception(const sm_story *story, uint32_t sentence) {
  for (uint32_t i = story->trigger_at[sentence]; i < story->trigger_at[sentence + 1]; i++)
    if (story->triggers.items[i].row->kind == SM_K_INTERCEPT && story->triggers.items[i].verb) return true;
  return false;
}

static bool tells_harm(const sm_scan *scan, const sm_group *verb) {
  static const char *const ends[] = {"lost", "gone", "broken", "cut", "closed", "left"};
  for (uint32_t k = verb->first; k < verb->last; k++) {
    const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_TRIGGER, NULL);
    if (row && (row->kind == SM_K_HARM || row->kind == SM_K_ATTACK || row->kind == SM_K_PASSIVE || row->kind == SM_K_BLAST)) return true;
  }
  return SM_IS_ONE_OF(scan, verb->head, ends) || (sm_is_be(scan, verb->head) && SM_IS_ONE_OF(scan, verb->last, ends));
}

/// "A warehouse is still burning", "The school is gone", "set a warehouse on fire", "Fragments burned a shed".
static bool is_harmed(const sm_story *story, const sm_group *thing) {
  static const char *const fire[] = {"fire", "light"};
  const sm_group *behind = sm_verb_behind(story, thing), *before = thing > story->syntax.groups ? thing - 1 : NULL;
  if (behind && thing->lead == SM_NO_TOKEN && tells_harm(&story->scan, behind)) return true;
  if (!before || !(before->flags & SM_GROUP_VERB) || before->object != (int32_t)(thing - story->syntax.groups)) return false;
  return tells_harm(&story->scan, before) || (sm_is(&story->scan, thing->last, SM_W_ON) && SM_IS_ONE_OF(&story->scan, thing->last + 1, fire));
}

/// The next sentences of the paragraph tell what stands there: "A warehouse is still burning."
static bool find_thing(const sm_story *story, const sm_hits *hits, uint32_t hit, sm_span *out) {
  const sm_scan *scan = &story->scan;
  const uint32_t from = hits->items[hit].sentence, next = hit + 1 < hits->n ? hits->items[hit + 1].sentence : scan->ns;
  for (uint32_t s = from + 1; s < next && s < scan->ns && s <= from + 2 && scan->s[s].paragraph == scan->s[from].paragraph; s++)
    for (uint32_t i = scan->s[s].first; i < scan->s[s].last && !tells_interception(story, s); i++) {
      if (!sm_has_cue(scan, i, SM_CUE_TARGET) || sm_is_ward(scan, i) || sm_is_told_by(story, i, i + 1) || sm_is_publication(scan, i + 1)) continue;
      const sm_group *g = sm_group_of(&story->syntax, i);
      if (!g || g->flags & SM_GROUP_VERB || !is_harmed(story, g)) continue;
      *out = sm_tokens_span(scan, g->first, sm_group_end_with_of(scan, &story->syntax, g));
      return true;
    }
  return false;
}

bool sm_find_target_beside(const sm_story *story, const sm_hits *hits, uint32_t group, bool ground, sm_span *out) {
  for (uint32_t i = hits->first_of[group]; i < hits->n; i = hits->items[i].next)
    if (find_thing(story, hits, i, out)) return true;
  for (uint32_t i = hits->first_of[group]; i < hits->n && !ground; i = hits->items[i].next)
    if (find_victims(story, &hits->items[i], out)) return true;
  return false;
}
