// What a telling shares with a strike told before: the thing struck, the bomb, the weapon and who carried it.
#include "gather.h"

/// What blew up, where the telling's verb says so; NULL none.
static const sm_group *what_blew_up(const sm_story *story, const sm_hit *h) {
  for (uint32_t i = 0; i < h->n_triggers; i++) {
    const sm_trigger *g = &story->triggers.items[h->triggers[i]];
    const sm_group *verb = g->verb && g->row->kind == SM_K_BLAST ? sm_group_of(&story->syntax, g->first) : NULL;
    if (verb && verb->flags & SM_GROUP_VERB && verb->subject >= 0) return &story->syntax.groups[verb->subject];
  }
  return NULL;
}

bool sm_is_definite_device(const sm_story *story, const sm_hit *h) {
  const sm_group *what = what_blew_up(story, h);
  const bool which = what && (sm_is(&story->scan, what->last, SM_W_THAT) || sm_is(&story->scan, what->last, SM_W_WHICH)); // "the bomb that blew up in X"
  return what && !which && sm_is(&story->scan, what->first, SM_W_THE) && sm_has_cue(&story->scan, what->head, SM_CUE_WEAPON);
}

bool sm_is_definite_carrier(const sm_story *story, const sm_hit *h) {
  const sm_group *what = what_blew_up(story, h);
  if (!what) return false;
  const sm_cue_row *vehicle = sm_cue_at(&story->scan, what->head, SM_CUE_TARGET, NULL);
  return what->first == story->scan.s[h->sentence].first && sm_is(&story->scan, what->first, SM_W_THE) && vehicle && vehicle->kind == SM_K_VEHICLE;
}

bool sm_is_definite_weapon(const sm_story *story, const sm_hit *h) {
  if (sm_is_definite_carrier(story, h)) return true;
  for (uint32_t i = h->first; i < h->last; i++) {
    const sm_cue_row *weapon = sm_cue_at(&story->scan, i, SM_CUE_WEAPON, NULL);
    if (!weapon || weapon->kind == SM_K_CARRIER || weapon->kind == SM_K_WEAKCARRIER) continue; // "The helicopters" may fly on
    for (uint32_t k = i, steps = 0; k > h->first && steps < 4; k--, steps++) {
      if (sm_is(&story->scan, k - 1, SM_W_THE)) return true;
      if (sm_is_punct(&story->scan, k - 1) || sm_has_cue(&story->scan, k - 1, SM_CUE_TRIGGER)) break;
    }
    return false;
  }
  return false;
}

bool sm_is_known_attacker(const sm_story *story, const sm_hit *h) {
  static const char *const attackers[] = {"attacker", "attackers", "bomber", "assailant", "assailants"};
  const uint32_t first = story->scan.s[h->sentence].first;
  return h->first == first && sm_is(&story->scan, first, SM_W_THE) && (SM_IS_ONE_OF(&story->scan, first + 1, attackers) || SM_IS_ONE_OF(&story->scan, first + 2, attackers));
}

sm_str sm_thing_of(const sm_story *story, const sm_hit *h) {
  static const char *const grounds[] = {"compound", "complex", "building", "buildings", "grounds", "premises", "area", "site"};
  const sm_scan *scan = &story->scan;
  if (sm_span_is_none(h->target) || h->target_is_place) return (sm_str){0};
  uint32_t thing = SM_NO_TOKEN;
  for (uint32_t k = h->first; k < h->last && scan->t[k].begin < h->target.end; k++) {
    if (scan->t[k].begin < h->target.begin) continue;
    const sm_group *g = sm_group_of(&story->syntax, k);
    if (thing != SM_NO_TOKEN && g && g->flags & SM_GROUP_VERB) break;
    if (sm_has_cue(scan, k, SM_CUE_TARGET) && !(thing != SM_NO_TOKEN && SM_IS_ONE_OF(scan, k, grounds))) thing = k;
  }
  return thing == SM_NO_TOKEN ? (sm_str){0} : sm_span_text(scan, sm_tokens_span(scan, thing, thing + 1));
}

bool sm_is_same_thing(const sm_story *story, const sm_hit *h, const sm_gathered *g) {
  const sm_scan *scan = &story->scan;
  const sm_str thing = g->thing.len ? sm_thing_of(story, h) : (sm_str){0};
  if (!thing.len || !sm_str_equal(thing, g->thing)) return false;
  for (uint32_t k = h->first; k < h->last; k++)
    if (scan->t[k].begin >= h->target.begin && scan->t[k].begin < h->target.end) return sm_is(scan, k, SM_W_THE) || (k > h->first && sm_is(scan, k - 1, SM_W_THE));
  return false;
}

bool sm_is_of_other_kind(const sm_story *story, const sm_hit *h, const sm_gathered *g) {
  if (h->weapons && g->weapons && !(h->weapons & g->weapons)) return true;
  return g->thing.len && sm_thing_of(story, h).len && !sm_is_same_thing(story, h, g);
}

bool sm_is_part_of_salvo(const sm_story *story, const sm_hit *h) {
  enum { NOUN = 3 };
  const sm_scan *scan = &story->scan;
  const uint32_t first = scan->s[h->sentence].first;
  if (h->first != first || !sm_is(scan, first + 1, SM_W_OF) || !sm_is(scan, first + 2, SM_W_THE)) return false;
  for (uint32_t k = first + 3; k < first + 3 + NOUN && k < h->last; k++) {
    const sm_cue_row *weapon = sm_cue_at(scan, k, SM_CUE_WEAPON, NULL);
    if (weapon) return true;
    if (sm_is_punct(scan, k) || sm_is_preposition(scan, k)) return false;
  }
  return false;
}
