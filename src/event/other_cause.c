// Sentences whose dead are of no strike: fights with guns, crashes, finds, sums.
#include "scene.h"

bool sm_is_means(const sm_story *story, uint32_t weapon, const sm_content *c, uint32_t s) {
  enum { REACH = 8 };
  static const char *const use[] = {"use", "uses", "plant", "plants", "lay", "lays", "employ", "employs", "favour", "favor"};
  const sm_scan *scan = &story->scan;
  if (c->figure || c->day) return false;
  if (SM_IS_ONE_OF(scan, weapon, use)) return !c->place;
  for (uint32_t k = weapon; k > scan->s[s].first + 1 && weapon - k < REACH && !sm_is_punct(scan, k - 1); k--) {
    if (!SM_IS_ONE_OF(scan, k - 1, use)) continue;
    static const sm_word noun[] = {SM_W_THE, SM_W_OF, SM_W_TO, SM_W_A, SM_W_ITS, SM_W_THEIR, SM_W_IN};
    return !SM_IS_ANY(scan, k - 2, noun);
  }
  return false;
}

static bool tells_means(const sm_story *story, const sm_content *c, uint32_t s) {
  for (uint32_t k = story->scan.s[s].first; k < story->scan.s[s].last; k++)
    if (sm_has_cue(&story->scan, k, SM_CUE_WEAPON) && sm_is_means(story, k, c, s)) return true;
  return false;
}

/// Fights with guns and deaths of cold, hunger or water: what is told next of the dead goes on with them.
static bool is_other_cause(const sm_story *story, uint32_t s) {
  const sm_content c = sm_content_of(story, s);
  bool fight = c.gun;
  for (uint32_t i = story->trigger_at[s]; i < story->trigger_at[s + 1] && !fight; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    fight = g->row->kind == SM_K_GROUND && g->row->form == SM_F_PAST && g->reality == SM_REAL;
  }
  return (fight || sm_sentence_is(&story->scan, s, SM_K_FATE)) && !c.carrier;
}

/// "Nobody was hurt" behind "A grenade was found under a car": of no strike.
static bool tells_of_none(const sm_story *story, const sm_content *c, uint32_t s) {
  if (s == 0 || !sm_content_of(story, s - 1).supply) return false;
  for (uint32_t i = story->figure_at[s]; i < story->figure_at[s + 1]; i++)
    if (!(story->figures.items[i].flags & SM_FIGURE_ZERO)) return false;
  return c->figure && !c->munition && !c->place;
}

static bool tells_of_dead(const sm_story *story, uint32_t s) {
  for (uint32_t i = story->figure_at[s]; i < story->figure_at[s + 1]; i++)
    if (story->figures.items[i].killed_high > 0 || story->figures.items[i].injured_high > 0) return true;
  return false;
}

/// A word of striking besides those for the dead.
static bool has_deed(const sm_story *story, uint32_t s) {
  for (uint32_t i = story->trigger_at[s]; i < story->trigger_at[s + 1]; i++)
    if (story->triggers.items[i].row->kind != SM_K_KILL) return true;
  return false;
}

/// "A helicopter crashed in X and seven died": with no word of what brought it down.
static bool is_crash(const sm_story *story, uint32_t s, const sm_content *c) {
  static const char *const crashes[] = {"crashed", "crashes"};
  const sm_scan *scan = &story->scan;
  if (!c->carrier || c->munition) return false;
  for (uint32_t i = story->trigger_at[s]; i < story->trigger_at[s + 1]; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    const sm_group *verb = SM_IS_ONE_OF(scan, g->first, crashes) ? sm_group_of(&story->syntax, g->first) : NULL;
    if (g->row->strength >= 2 || g->row->kind == SM_K_INTERCEPT) return false;
    if (!verb || !(verb->flags & SM_GROUP_VERB) || verb->subject < 0) continue;
    const sm_cue_row *craft = sm_cue_at(scan, story->syntax.groups[verb->subject].head, SM_CUE_WEAPON, NULL);
    if (craft && (craft->kind == SM_K_CARRIER || craft->kind == SM_K_WEAKCARRIER)) return true;
  }
  return false;
}

/// "It was the deadliest in a series of bombings this year. Two were aimed at tourists; two in X killed 66": which of them, with no day.
static bool goes_on_series(const sm_story *story, uint32_t s, const sm_content *c) {
  const sm_scan *scan = &story->scan;
  if (c->day || s == 0 || scan->s[s].paragraph != scan->s[s - 1].paragraph || !sm_has_cue(scan, scan->s[s].first, SM_CUE_NUMBER) || !sm_is_be(scan, scan->s[s].first + 1)) return false;
  for (uint32_t i = story->trigger_at[s - 1]; i < story->trigger_at[s]; i++)
    if (story->triggers.items[i].plural && !story->triggers.items[i].verb) return sm_sentence_is(scan, s - 1, SM_K_SUM);
  return false;
}

bool sm_is_of_other_cause(const sm_story *story, const sm_scene *sc, uint32_t s, const sm_content *c) {
  if (sm_is_of_bodies(story, sc, s, c) || is_crash(story, s, c) || goes_on_series(story, s, c)) return true;
  if ((!c->munition && sm_sentence_is(&story->scan, s, SM_K_FATE)) || tells_means(story, c, s)) return true;
  if (!c->munition && !c->carrier && c->figure && sm_dies_in_fight(story, s)) return true;
  if (sm_is_sum_since(story, s)) return true;
  if (!sc->n_hits && tells_of_none(story, c, s)) return true;
  if (!tells_of_dead(story, s) || c->munition || c->carrier || c->place || s == 0 || has_deed(story, s)) return false;
  const bool beside = story->scan.s[s].paragraph == story->scan.s[s - 1].paragraph;
  return beside && !(sc->n_hits && sc->last_hit_sentence + 1 == s) && is_other_cause(story, s - 1);
}
