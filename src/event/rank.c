// Places by which a strike is measured or described: "the worst attack in X in weeks", "in a part of X that rebels hold".
#include "away.h"

/// "the worst attack", "the third such incident", "the latest": no "first floor".
static bool tells_rank(const sm_scan *scan, const sm_group *g) {
  static const char *const ranks[] = {"deadliest", "worst", "bloodiest", "heaviest", "biggest", "largest", "fiercest", "deadly", "latest", "first", "second", "third", "fourth", "fifth", "sixth", "most", "such"}, *const events[] = {"incident", "incidents", "case"};
  if (!sm_has_cue(scan, g->head, SM_CUE_TRIGGER) && !SM_IS_ONE_OF(scan, g->head, events) && !SM_IS_ONE_OF(scan, g->head, ranks)) return false;
  for (uint32_t k = g->first; k < g->last; k++)
    if (SM_IS_ONE_OF(scan, k, ranks)) return true;
  return false;
}

/// "in a part of X where rebels are at home", "in an area of X that had been calm".
static bool is_described_part(const sm_scan *scan, const sm_group *g, const sm_mention *m) {
  static const char *const parts[] = {"part", "area", "region", "district", "province", "corner", "stretch", "belt"};
  if (!sm_is_indefinite(scan, g->first) || !SM_IS_ONE_OF(scan, g->head, parts)) return false;
  return sm_is(scan, m->last, SM_W_WHERE) || sm_is(scan, m->last, SM_W_THAT) || sm_is(scan, m->last, SM_W_WHICH);
}

static bool is_measure(const sm_story *story, const sm_mention *m) {
  enum { MOST = 3 };
  const sm_scan *scan = &story->scan;
  const sm_group *g = sm_group_of(&story->syntax, m->first), *first = story->syntax.groups + story->syntax.first_of[m->sentence];
  for (uint32_t n = 0; g && g > first && n < MOST; n++, g--) {
    const bool hits = g[-1].flags & SM_GROUP_INFINITIVE && g[-1].last == g->first; // "to hit X"
    const sm_group *before = hits ? g - 2 : g - 1;
    if (before < first || before->flags & (SM_GROUP_VERB | SM_GROUP_TIME) || (!hits && (g->lead == SM_NO_TOKEN || before->last != g->lead))) return false;
    if (tells_rank(scan, before) || is_described_part(scan, before, m)) return true;
    g = before + 1;
  }
  return false;
}

bool sm_is_measure_of(const sm_story *story, uint32_t a, uint32_t b) {
  int level;
  return is_measure(story, &story->scan.mentions->items[b]) && sm_places_nest(story, a, b, &level);
}
