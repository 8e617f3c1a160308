// What a strike was done with: words of weapons, their carriers and verbs.
#include "story.h"

void sm_add_weapons(const sm_story *story, sm_hit *hit) {
  const sm_scan *scan = &story->scan;
  bool strikes_from_air = false;
  for (uint32_t i = 0; i < hit->n_triggers; i++) {
    const sm_trigger *g = &story->triggers.items[hit->triggers[i]];
    hit->weapons |= g->row->weapons;
    if (g->row->weapons && hit->n_weapon_spans < SM_HIT_WEAPONS) hit->weapon_spans[hit->n_weapon_spans++] = sm_tokens_span(scan, g->first, g->last);
    strikes_from_air |= g->row->kind != SM_K_INTERCEPT;
  }
  uint32_t carrier = 0, device = 0;
  for (uint32_t i = hit->first; i < hit->last; i++) {
    uint32_t last;
    const sm_cue_row *w = sm_cue_at(scan, i, SM_CUE_WEAPON, &last);
    if (!w || w->kind == SM_K_GUN || w->kind == SM_K_GENERIC || w->kind == SM_K_SHIP) continue;
    if (w->kind == SM_K_CARRIER || (w->kind == SM_K_WEAKCARRIER && strikes_from_air)) {
      carrier |= w->weapons;
      continue;
    }
    if (w->kind == SM_K_WEAKCARRIER) continue;
    if (w->kind == SM_K_DEVICE) {
      device |= w->weapons;
      continue;
    }
    hit->weapons |= w->weapons;
    if (hit->n_weapon_spans < SM_HIT_WEAPONS) hit->weapon_spans[hit->n_weapon_spans++] = sm_tokens_span(scan, i, last);
    if (w->flags & SM_ROW_UNIT && i > hit->first) {
      int value;
      uint32_t end;
      for (uint32_t k = i; k > hit->first && k > i - (i > 3 ? 3 : i); k--)
        if (sm_read_number(scan, k - 1, &value, &end) && end <= i && value > 0 && value < 5000) {
          hit->n_strikes = hit->n_strikes > value ? hit->n_strikes : value;
          break;
        }
    }
  }
  if (carrier && !(hit->weapons & (SM_WEAPON_AIRSTRIKE | SM_WEAPON_DRONE))) hit->weapons |= carrier;
  if (!hit->weapons) hit->weapons |= device;
  // a finer class told makes the coarse one a repetition
  if (hit->weapons & (SM_WEAPON_CAR_BOMB | SM_WEAPON_SUICIDE_BOMB | SM_WEAPON_IED | SM_WEAPON_GLIDE_BOMB | SM_WEAPON_GRENADE)) hit->weapons &= ~(uint32_t)SM_WEAPON_BOMB;
  if (hit->weapons & (SM_WEAPON_BALLISTIC_MISSILE | SM_WEAPON_CRUISE_MISSILE)) hit->weapons &= ~(uint32_t)SM_WEAPON_MISSILE;
}
