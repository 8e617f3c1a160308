// Days of what was said or seen since: none of a strike, but other times count from them.
#include "scene.h"

enum { TRACE_REACH = 14 };

static bool is_trace(const sm_scan *scan, uint32_t i) {
  static const char *const traces[] = {"crater", "craters", "impact", "impacts", "hole", "holes", "damage", "damaged", "destroyed", "shattered", "remnants", "fragments", "debris", "ruins", "rubble", "burnt", "charred"};
  return SM_IS_ONE_OF(scan, i, traces);
}

/// Traces of a strike between two tokens, told before any word for the strike itself.
static bool has_traces(const sm_scan *scan, uint32_t first, uint32_t last) {
  for (uint32_t k = first; k < last; k++) {
    if (is_trace(scan, k)) return true;
    if (sm_has_cue(scan, k, SM_CUE_TRIGGER)) return false;
  }
  return false;
}

bool sm_is_day_of_sighting(const sm_story *story, const sm_when *w) {
  static const char *const sees[] = {"saw", "seen", "observed", "noted", "inspected", "visited", "viewed", "photographed", "examined", "found"};
  const sm_scan *scan = &story->scan;
  const uint32_t head = sm_head_of_when(story, w);
  if (head == SM_NO_TOKEN || w->flags & SM_WHEN_ANCHOR || !SM_IS_ONE_OF(scan, head, sees)) return false;
  const sm_group *verb = sm_group_of(&story->syntax, head);
  if (!verb || !(verb->flags & SM_GROUP_VERB)) return false;
  const uint32_t first = scan->s[w->sentence].first, last = scan->s[w->sentence].last;
  if (verb->flags & SM_GROUP_PASSIVE) return has_traces(scan, first, verb->first);
  return has_traces(scan, verb->last, last < verb->last + TRACE_REACH ? last : verb->last + TRACE_REACH);
}

bool sm_is_day_of_saying(const sm_story *story, const sm_when *w) {
  const uint32_t head = sm_head_of_when(story, w);
  const sm_group *verb = head == SM_NO_TOKEN || head > w->first ? NULL : sm_group_of(&story->syntax, head);
  const sm_cue_row *says = verb && verb->flags & SM_GROUP_REPORTING ? sm_cue_at(&story->scan, head, SM_CUE_REPORTING, NULL) : NULL;
  if (!says || says->form == SM_F_FIGURE || says->flags & SM_ROW_CLAIM) return false; // "claimed six operations on Wednesday"
  if (!(verb->flags & SM_GROUP_PASSIVE)) return true;
  static const char *const told[] = {"This", "this", "It", "it", "That", "that"}; // not "a second flight was reported on Friday"
  return verb->subject >= 0 && SM_IS_ONE_OF(&story->scan, story->syntax.groups[verb->subject].head, told);
}

/// "On Tuesday the army said that": the day that opens the sentence of who said it.
static bool opens_saying(const sm_story *story, const sm_when *w) {
  const uint32_t head = sm_head_of_when(story, w);
  const sm_group *verb = head == SM_NO_TOKEN || head < w->last ? NULL : sm_group_of(&story->syntax, head);
  return verb && verb->flags & SM_GROUP_REPORTING && sm_is(&story->scan, verb->last, SM_W_THAT);
}

int sm_days_since_said(const sm_story *story, const sm_when *w) {
  enum { WEEK = 7 };
  const sm_date published = story->whens.published;
  if (!(w->flags & (SM_WHEN_RECKONED | SM_WHEN_NIGHT)) || published == SM_NO_DATE) return 0;
  for (uint32_t i = story->when_at[w->sentence]; i < story->when_at[w->sentence + 1]; i++) {
    const sm_when *said = &story->whens.items[i];
    if (said == w || said->flags & SM_WHEN_RECKONED || !sm_is_single_day(said) || said->start >= published || said->start < published - WEEK) continue;
    if (sm_is_speech_day(story, said) || sm_is_day_of_saying(story, said) || opens_saying(story, said)) return (int)(published - said->start);
  }
  return 0;
}
