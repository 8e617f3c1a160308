// Bombs and mines that lay where they went off: on which ways, and who came by.
#include "laid.h"

bool sm_is_laid(const sm_story *story, const sm_hit *hit) {
  const uint32_t sent = SM_WEAPON_AIRSTRIKE | SM_WEAPON_SUICIDE_BOMB | SM_WEAPON_DRONE | SM_WEAPON_MISSILE | SM_WEAPON_ARTILLERY | SM_WEAPON_ROCKET | SM_WEAPON_MORTAR | SM_WEAPON_CAR_BOMB;
  if (hit->weapons & sent) return false;
  bool blast = false; // no "bombing of a quarter"
  for (uint32_t i = 0; i < hit->n_triggers; i++) blast |= story->triggers.items[hit->triggers[i]].row->kind == SM_K_BLAST;
  return hit->weapons & SM_WEAPON_IED || (hit->weapons & SM_WEAPON_BOMB && blast);
}

static const char *const ways[] = {"road", "roads", "roadside", "roadway", "street", "streets", "highway", "motorway", "lane", "path", "footpath", "pathway", "track", "tracks", "trail", "axis", "route", "avenue", "crossroads", "crossroad", "intersection", "junction", "roundabout", "expressway", "Road", "Highway"};

bool sm_is_way(const sm_scan *scan, uint32_t first, uint32_t last) {
  static const char *const rails[] = {"rail", "railway", "railroad", "train", "tram", "metro"}; // whose tracks are struck
  bool way = false;
  for (uint32_t i = first; i < last; i++) {
    const bool is = SM_IS_ONE_OF(scan, i, ways);
    if ((!is && sm_has_cue(scan, i, SM_CUE_TARGET)) || SM_IS_ONE_OF(scan, i, rails)) return false;
    way |= is;
  }
  return way;
}

const sm_group *sm_verb_behind(const sm_story *story, const sm_group *who) {
  enum { GROUPS = 4 };
  const sm_group *g = who;
  for (int n = 0; n < GROUPS && g + 1 < story->syntax.groups + story->syntax.n; n++) {
    g++;
    if (g->flags & SM_GROUP_VERB) return g;
    const bool glued = g->first == g[-1].last && !(story->scan.t[g->first].flags & SM_TOKEN_SPACE_BEFORE); // "the 57th Battalion"
    if (story->scan.t[g->first].sentence != story->scan.t[who->first].sentence || (g->lead == SM_NO_TOKEN && !glued)) return NULL;
  }
  return NULL;
}

/// "passed", "was returning", "went by", "were escorting".
static bool moves(const sm_scan *scan, const sm_group *verb) {
  static const char *const comes[] = {"passed", "passing", "patrolled", "patrolling", "escorted", "escorting", "arrived", "arriving", "searching", "moving"}, *const goes[] = {"went", "came", "going", "coming", "was", "were"};
  if (SM_IS_ONE_OF(scan, verb->head, comes)) return true;
  const sm_lexicon_entry *e = scan->t[verb->head].entry;
  return e && e->word_bits & SM_WORD_VERB_MOTION && !sm_has_cue(scan, verb->head, SM_CUE_TRIGGER) && !sm_has_cue(scan, verb->head, SM_CUE_CASUALTY) && !SM_IS_ONE_OF(scan, verb->head, goes);
}

/// "went by", "was on patrol": who is on the way by what follows the verb.
static bool goes_by(const sm_scan *scan, const sm_group *verb) {
  static const char *const goes[] = {"went", "came", "going", "coming", "was", "were"}, *const by[] = {"by", "past", "along", "through", "back"}, *const rounds[] = {"patrol", "duty"};
  if (!SM_IS_ONE_OF(scan, verb->head, goes) || verb->last + 2 >= scan->n) return false;
  return SM_IS_ONE_OF(scan, verb->last, by) || (sm_is(scan, verb->last, SM_W_ON) && (SM_IS_ONE_OF(scan, verb->last + 1, rounds) || SM_IS_ONE_OF(scan, verb->last + 2, rounds)));
}

bool sm_is_anybody(const sm_scan *scan, const sm_group *who) {
  const sm_cue_row *victim = sm_cue_at(scan, who->head, SM_CUE_VICTIM, NULL);
  return victim && victim->victims == SM_VICTIM_PEOPLE;
}

bool sm_is_on_way(const sm_scan *scan, const sm_group *verb) { return moves(scan, verb) || goes_by(scan, verb); }
