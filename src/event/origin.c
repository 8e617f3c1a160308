// Whose ground something was fired from: "shells fired from separatist positions", "shelling from the Turkish base".
#include "sides.h"

uint32_t sm_lead_of(const sm_scan *scan, uint32_t first, uint32_t floor) {
  static const char *const suspected[] = {"suspected", "alleged", "presumed"};
  uint32_t i = first;
  for (int steps = 0; i > floor && steps < 4; steps++) {
    uint32_t k = i - 1;
    const sm_lexicon_entry *e = scan->t[k].entry;
    bool adjective = e && (e->word_bits & SM_WORD_ADJECTIVE) && !sm_has_cue(scan, k, SM_CUE_TRIGGER) && !sm_has_cue(scan, k, SM_CUE_TIME) && !sm_is_preposition(scan, k);
    if (sm_is_article(scan, k) || sm_has_cue(scan, k, SM_CUE_NUMBER) ||
        sm_is_sign(scan, k, '-') || adjective || SM_IS_ONE_OF(scan, k, suspected)) {
      i = k;
      continue;
    }
    return k;
  }
  return i > floor ? i - 1 : UINT32_MAX;
}

/// "fired from", "shelling from", "rockets from": what comes from somewhere, right before a token.
static bool comes_from(const sm_scan *scan, uint32_t from, uint32_t floor) {
  static const char *const comes[] = {"fired", "launched", "shot", "lobbed", "sent", "came", "come", "coming", "loosed", "hurled", "originated", "originating", "direction"};
  if (from <= floor || !(sm_is(scan, from, SM_W_FROM) || (sm_is(scan, from, SM_W_OF) && SM_IS_ONE_OF(scan, from - 1, comes)))) return false;
  const sm_cue_row *deed = sm_cue_at(scan, from - 1, SM_CUE_TRIGGER, NULL);
  return SM_IS_ONE_OF(scan, from - 1, comes) || sm_has_cue(scan, from - 1, SM_CUE_WEAPON) || (deed && (deed->kind == SM_K_NOUN || deed->kind == SM_K_FALL || deed->weapons));
}

bool sm_is_source_holder(const sm_scan *scan, uint32_t first, uint32_t last) {
  static const char *const held[] = {"held", "controlled", "run", "ruled", "occupied", "dominated"};
  const uint32_t floor = scan->s[scan->t[first].sentence].first;
  if (!sm_is_sign(scan, last, '-') || !SM_IS_ONE_OF(scan, last + 1, held)) return false;
  const uint32_t from = sm_lead_of(scan, first, floor);
  return from != UINT32_MAX && comes_from(scan, from, floor);
}

bool sm_is_side_of_force(const sm_scan *scan, uint32_t last) {
  static const char *const ties[] = {"affiliated", "aligned", "allied", "loyal"};
  if (!sm_is_sign(scan, last, '-') || !SM_IS_ONE_OF(scan, last + 1, ties) || last + 2 >= scan->n) return false;
  const sm_cue_row *force = sm_cue_at(scan, last + 2, SM_CUE_FORCE, NULL), *weapon = sm_cue_at(scan, last + 2, SM_CUE_WEAPON, NULL);
  return (force && force->kind != SM_K_REBEL) || (weapon && weapon->kind != SM_K_PERSON);
}

/// Ground that guns stand on.
static bool is_firing_ground(const sm_scan *scan, uint32_t i) {
  static const char *const grounds[] = {"positions", "position", "lines", "line", "base", "bases", "camp", "camps", "trenches", "guns", "gun", "batteries", "battery", "artillery", "ships", "ship", "post", "posts", "outpost", "outposts",
                                        "side", "stronghold", "strongholds", "garrison", "barracks", "airbase", "headquarters", "compound", "emplacements", "launchers", "checkpoint", "checkpoints"};
  return SM_IS_ONE_OF(scan, i, grounds);
}

/// "came from the positions of X", "fired from the side of X": the ground before the name that it came from.
static bool is_from_ground_of(const sm_scan *scan, const sm_party *p, uint32_t floor) {
  static const char *const lands[] = {"direction", "area", "areas", "zone", "territory"};
  const uint32_t of = sm_lead_of(scan, p->first, floor);
  if ((p->state && !p->force && p->role == SM_ROLE_LITERAL) || of == UINT32_MAX || of <= floor + 1 || !sm_is(scan, of, SM_W_OF) || !(is_firing_ground(scan, of - 1) || SM_IS_ONE_OF(scan, of - 1, lands))) return false;
  const sm_lexicon_entry *kind = of > floor + 2 ? scan->t[of - 2].entry : NULL; // "the hill base of X"
  const bool qualified = kind && kind->word_bits & SM_WORD_NOUN && !sm_is_article(scan, of - 2) && !sm_is_preposition(scan, of - 2);
  const uint32_t from = sm_lead_of(scan, qualified ? of - 2 : of - 1, floor);
  return from != UINT32_MAX && comes_from(scan, from, floor);
}

bool sm_is_fired_from(const sm_scan *scan, const sm_party *p) {
  enum { REACH = 4 };
  if (sm_is_source_holder(scan, p->first, p->last)) return true;
  const uint32_t floor = scan->s[p->sentence].first, end = scan->s[p->sentence].last;
  if (is_from_ground_of(scan, p, floor)) return true;
  uint32_t from = p->first;
  if (from > floor && sm_is_article(scan, from - 1)) from--;
  if (from == floor || !comes_from(scan, from - 1, floor)) return false;
  uint32_t i = p->last;
  if (i < end && scan->t[i].flags & SM_TOKEN_CLITIC) i++;
  for (uint32_t k = i; k < end && k < i + REACH; k++) {
    if (is_firing_ground(scan, k)) return true;
    if (sm_is_preposition(scan, k) || sm_is_punct(scan, k)) return false;
  }
  return false;
}

bool sm_is_source_of_fire(const sm_scan *scan, uint32_t first) {
  const uint32_t floor = scan->s[scan->t[first].sentence].first, from = sm_lead_of(scan, first, floor);
  return from != UINT32_MAX && sm_is(scan, from, SM_W_FROM) && comes_from(scan, from, floor);
}

bool sm_is_place_of_blast(const sm_scan *scan, const sm_party *p) {
  if (!p->state || p->force || p->role == SM_ROLE_DEMONYM) return false;
  const uint32_t i = p->last;
  static const char *const bombs[] = {"bombs", "grenades"};
  const sm_cue_row *deed = sm_cue_at(scan, i, SM_CUE_TRIGGER, NULL), *w = sm_cue_at(scan, i, SM_CUE_WEAPON, NULL);
  if (deed && deed->kind == SM_K_NOUN) return deed->weapons & SM_WEAPONS_LAID;
  return w && w->kind != SM_K_PERSON && w->weapons & SM_WEAPONS_LAID && !SM_IS_ONE_OF(scan, i, bombs) && !(deed && deed->form == SM_F_BASE && deed->kind == SM_K_ATTACK && w->weapons == SM_WEAPON_BOMB);
}
