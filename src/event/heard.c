// What monitors and witnesses made out by ear and eye, and counted.
#include "scene.h"

enum { MANY = 5 };

/// "110 explosions": a number of noises, right before a token for them.
static bool is_number_of_noises(const sm_scan *scan, uint32_t token, uint32_t floor) {
  enum { BEFORE = 4 };
  static const char *const noises[] = {"explosions", "detonations", "blasts", "bursts"};
  if (!SM_IS_ONE_OF(scan, token, noises)) return false;
  for (uint32_t k = token; k > floor && token - k < BEFORE; k--) {
    int value;
    uint32_t last;
    if (sm_read_number(scan, k - 1, &value, &last) && last <= token && value >= MANY) return true;
  }
  return false;
}

static bool counts(const sm_scan *scan, const sm_group *verb) {
  static const char *const words[] = {"counted", "recorded", "registered", "logged", "noted", "observed", "heard", "detected", "saw"};
  return verb->flags & SM_GROUP_VERB && SM_IS_ONE_OF(scan, verb->head, words);
}

/// "recorded 66 explosions": the noises are the object of such a verb, or stand right behind it.
static bool is_counted(const sm_story *story, uint32_t noises, uint32_t s) {
  const sm_syntax *y = &story->syntax;
  const uint32_t own = y->group_at[noises];
  if (own >= 2 && y->groups[own - 2].last == y->groups[own - 1].first && counts(&story->scan, &y->groups[own - 2])) return true;
  for (uint32_t i = y->first_of[s]; own && i < y->first_of[s + 1]; i++)
    if (y->groups[i].flags & SM_GROUP_VERB && y->groups[i].object == (int32_t)own - 1) return counts(&story->scan, &y->groups[i]);
  return false;
}

bool sm_is_heard_in_number(const sm_story *story, const sm_trigger *g, const sm_content *c, uint32_t s) {
  const sm_scan *scan = &story->scan;
  const bool monitors = sm_sentence_is(scan, s, SM_K_NEUTRAL); // who tell of "the railway station" where they stood
  if (g->verb || c->figure || (c->target && !monitors)) return false;
  for (uint32_t k = monitors ? scan->s[s].first : g->first; k < (monitors ? scan->s[s].last : g->last); k++)
    if (is_number_of_noises(scan, k, scan->s[s].first) && is_counted(story, k, s)) return true;
  return false;
}

bool sm_is_denied_before(const sm_story *story, uint32_t s, uint32_t token) {
  const uint32_t first = story->figure_at[s];
  return first < story->figure_at[s + 1] && story->figures.items[first].flags & SM_FIGURE_ZERO && story->figures.items[first].cue < token;
}

bool sm_are_bodies_seen(const sm_story *story, const sm_figure *f) {
  static const char *const bodies[] = {"bodies", "corpses"};
  return f->flags & SM_FIGURE_AMONG && SM_IS_ONE_OF(&story->scan, f->cue, bodies) && story->speech_at[f->sentence] < story->speech_at[f->sentence + 1];
}

bool sm_are_bodies_found(const sm_story *story, const sm_hit *h) {
  static const char *const bodies[] = {"body", "bodies", "corpse", "corpses", "remains"};
  return h->consequence && h->n_figures && SM_IS_ONE_OF(&story->scan, story->figures.items[h->figures[0]].cue, bodies);
}
