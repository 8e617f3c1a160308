// What stands for the place of a strike in its own sentence where no name does: "at a police academy", "in two city centre pubs".
#include "story.h"

/// "in", "at", "outside", ...: what leads to where something happens.
static bool leads_to_ground(const sm_scan *scan, uint32_t i) {
  static const sm_word words[] = {SM_W_IN, SM_W_AT, SM_W_OUTSIDE, SM_W_INSIDE, SM_W_NEAR, SM_W_BESIDE, SM_W_AROUND};
  return SM_IS_ANY(scan, i, words);
}

/// A building, a site, a part of town: no vehicle, no body, no weapon.
static bool is_ground(const sm_scan *scan, const sm_group *g) {
  const sm_lexicon_entry *e = scan->t[g->head].entry;
  if (!e || g->flags & (SM_GROUP_VERB | SM_GROUP_TIME) || scan->mention_at[g->head]) return false;
  if (sm_has_cue(scan, g->head, SM_CUE_WEAPON) || sm_has_cue(scan, g->head, SM_CUE_TRIGGER) || sm_has_cue(scan, g->head, SM_CUE_VICTIM)) return false;
  const sm_cue_row *target = sm_cue_at(scan, g->head, SM_CUE_TARGET, NULL);
  static const char *const sides[] = {"front", "side", "direction", "distance", "end", "place"};
  if ((target && (target->kind == SM_K_VEHICLE || target->kind == SM_K_SHIP)) || SM_IS_ONE_OF(scan, g->head, sides)) return false;
  if (sm_is(scan, g->head, SM_W_CAPITAL) || sm_is(scan, g->head, SM_W_CITY) || sm_is(scan, g->head, SM_W_VILLAGE)) return true;
  return e->word_bits & (SM_WORD_NOUN_LOCATION | SM_WORD_NOUN_ARTIFACT) && (e->word_bits & SM_WORD_NOUN_LOCATION || target);
}

/// "the bombing site", "at the scene of the second blast".
static bool find_scene(const sm_scan *scan, const sm_trigger *g, sm_span *out) {
  enum { BACK = 4 };
  static const char *const scenes[] = {"site", "scene", "area", "spot"};
  const uint32_t floor = scan->s[g->sentence].first, end = scan->s[g->sentence].last;
  if (g->verb) return false;
  if (g->last < end && SM_IS_ONE_OF(scan, g->last, scenes)) return *out = sm_tokens_span(scan, g->last, g->last + 1), true;
  for (uint32_t k = g->first; k > floor + 1 && g->first - k < BACK; k--) {
    if (!sm_is(scan, k - 1, SM_W_OF)) continue;
    if (SM_IS_ONE_OF(scan, k - 2, scenes)) return *out = sm_tokens_span(scan, k - 2, k - 1), true;
    return false;
  }
  return false;
}

/// "on the airport road", but not "an attack on a base", which is what was struck.
static bool leads_along(const sm_scan *scan, const sm_trigger *trigger, const sm_group *g) {
  return sm_is(scan, g->lead, SM_W_ON) && g->lead > trigger->last && scan->t[g->head].entry && scan->t[g->head].entry->word_bits & (SM_WORD_NOUN_LOCATION | SM_WORD_NOUN_ARTIFACT);
}

bool sm_find_ground(const sm_story *story, const sm_trigger *trigger, uint32_t first, uint32_t last, sm_span *out) {
  enum { REACH = 14 };
  const sm_scan *scan = &story->scan;
  const sm_syntax *y = &story->syntax;
  if (find_scene(scan, trigger, out)) return true;
  for (uint32_t i = y->first_of[trigger->sentence]; i < y->first_of[trigger->sentence + 1]; i++) {
    const sm_group *g = &y->groups[i];
    if (g->first < trigger->last || g->first < first) continue;
    if (g->first >= last || g->first > trigger->last + REACH) return false;
    if (g->lead == SM_NO_TOKEN || !(leads_to_ground(scan, g->lead) || leads_along(scan, trigger, g)) || !is_ground(scan, g)) continue;
    *out = sm_tokens_span(scan, g->head, g->head + 1);
    return true;
  }
  return false;
}
