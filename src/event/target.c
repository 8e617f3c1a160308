// What was struck, by the grammar round the trigger.
#include "story.h"

static bool ends_phrase(const sm_scan *scan, uint32_t i) {
  if (sm_is_punct(scan, i)) return scan->t[i].sign != '-' && !(scan->t[i].flags & SM_TOKEN_CLITIC);
  return (sm_is_preposition(scan, i) && !sm_is(scan, i, SM_W_OF)) || sm_is_be(scan, i) || sm_is_have(scan, i) || sm_is(scan, i, SM_W_THAT) ||
         sm_is(scan, i, SM_W_WHEN) || sm_is(scan, i, SM_W_WHICH) || sm_is(scan, i, SM_W_WHO) || sm_is(scan, i, SM_W_AFTER) ||
         sm_is(scan, i, SM_W_WHERE) || sm_is(scan, i, SM_W_AS) || sm_is(scan, i, SM_W_WHILE) || sm_is(scan, i, SM_W_BUT) ||
         sm_has_cue(scan, i, SM_CUE_TIME) || sm_has_cue(scan, i, SM_CUE_CASUALTY);
}

static uint32_t phrase_start(const sm_scan *scan, uint32_t i, uint32_t floor) {
  while (i > floor && !ends_phrase(scan, i - 1) && !sm_has_cue(scan, i - 1, SM_CUE_TRIGGER) && !sm_is(scan, i - 1, SM_W_AND)) i--;
  while (sm_is(scan, i, SM_W_THE) || sm_is(scan, i, SM_W_A) || sm_is(scan, i, SM_W_AN)) i++;
  return i;
}

static uint32_t phrase_end(const sm_scan *scan, uint32_t i, uint32_t ceiling) {
  while (i < ceiling && !ends_phrase(scan, i) && !(sm_has_cue(scan, i, SM_CUE_TRIGGER) && !sm_has_cue(scan, i, SM_CUE_TARGET))) {
    if (sm_is(scan, i, SM_W_AND) && !(i + 1 < ceiling && (sm_has_cue(scan, i + 1, SM_CUE_TARGET) || sm_is(scan, i + 1, SM_W_A)))) break;
    i++;
  }
  return i;
}

static float target_position(const sm_scan *scan, const sm_trigger *g, uint32_t i) {
  if (!g) return 1;
  bool after = i >= g->last;
  uint32_t gap = after ? i - g->last : g->first - i;
  float score = gap > 20 ? -1 : -0.05f * (float)gap;
  if (after && g->verb && !g->passive && gap <= 6) score += 2;
  if (!after && g->passive && gap <= 10) score += 2.5f;
  if (after && !g->verb)
    for (uint32_t k = g->last; k < i && k < g->last + 3; k++)
      if (sm_is(scan, k, SM_W_ON) || sm_is(scan, k, SM_W_AGAINST) || sm_is(scan, k, SM_W_AT)) score += 2.5f;
  return score;
}

static void consider(const sm_scan *scan, const sm_trigger *g, uint32_t i, float bonus, float *best, uint32_t *at) {
  float score = target_position(scan, g, i) + bonus;
  if (score > *best) *best = score, *at = i;
}

bool sm_find_target(const sm_story *story, const sm_trigger *g, uint32_t first, uint32_t last, sm_hit *hit) {
  const sm_scan *scan = &story->scan;
  float best = -2;
  uint32_t at = UINT32_MAX;
  for (uint32_t i = first; i < last; i++) {
    if (!(scan->mask[i] & (1u << SM_CUE_TARGET | 1u << SM_CUE_VICTIM | 1u << SM_CUE_FORCE | 1u << SM_CUE_ACTOR))) continue;
    sm_span here = sm_tokens_span(scan, i, i + 1);
    if (sm_span_overlaps(here, hit->attacker_span)) continue;
    bool speaker = false;
    for (uint32_t k = story->speech_at[scan->t[i].sentence]; k < story->speech_at[scan->t[i].sentence + 1]; k++)
      speaker |= sm_between(i, story->speeches.items[k].first, story->speeches.items[k].last);
    if (speaker) continue;
    if (sm_has_cue(scan, i, SM_CUE_TARGET)) consider(scan, g, i, 1.2f, &best, &at);
    else if (sm_has_cue(scan, i, SM_CUE_ACTOR)) consider(scan, g, i, 0.8f, &best, &at);
    else if (sm_has_cue(scan, i, SM_CUE_FORCE) && !sm_has_cue(scan, i, SM_CUE_WEAPON)) consider(scan, g, i, 0.3f, &best, &at);
    else if (sm_has_cue(scan, i, SM_CUE_VICTIM)) consider(scan, g, i, 0, &best, &at);
  }
  if (at == UINT32_MAX && hit->place >= 0) {
    hit->target = scan->mentions->items[hit->place].span;
    return true;
  }
  if (at == UINT32_MAX) return false;
  const sm_cue_row *row = sm_cue_at(scan, at, SM_CUE_TARGET, NULL), *victim = sm_cue_at(scan, at, SM_CUE_VICTIM, NULL);
  hit->target_civilian = (row && row->flags & SM_ROW_CIVILIAN) || (!row && victim && victim->flags & SM_ROW_CIVILIAN);
  hit->target_military = row && row->flags & SM_ROW_MILITARY;
  const sm_cue_row *group = sm_cue_at(scan, at, SM_CUE_ACTOR, NULL);
  uint32_t from = phrase_start(scan, at, first), to = phrase_end(scan, at, last);
  for (uint32_t i = story->party_at[scan->t[at].sentence]; i < story->party_at[scan->t[at].sentence + 1]; i++) {
    const sm_party *p = &story->parties.items[i];
    if (sm_between(p->first, from, to) && p->actor.name.len) hit->target_actor = p->actor;
  }
  (void)group;
  if (from >= to) from = at, to = at + 1;
  hit->target = sm_tokens_span(scan, from, to);
  return true;
}
