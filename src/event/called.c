// A strike told before, called by its place, its day or its weapon: "the Harnai attack", "Monday's blast", "the drone strike".
#include "gather.h"
#include "scene.h"

bool sm_is_called_by_place(const sm_story *story, const sm_hit *h) {
  const sm_group *own = h->definite && h->place >= 0 && !h->place_inherited && h->n_triggers ? sm_group_of(&story->syntax, story->triggers.items[h->triggers[0]].first) : NULL;
  return own && !(own->flags & SM_GROUP_VERB) && sm_is(&story->scan, own->first, SM_W_THE) && sm_between(story->scan.mentions->items[h->place].first, own->first, own->head);
}

bool sm_is_called_by_other_day(const sm_story *story, const sm_hit *h, const sm_gathered *g) {
  const sm_when *w = h->when >= 0 && h->definite && !h->date_inherited && h->prec == 1 && h->n_triggers ? &story->whens.items[h->when] : NULL;
  if (!w || g->start == SM_NO_DATE || g->day_lent || (h->start <= g->end + 1 && g->start <= h->end + 1)) return false;
  const sm_trigger *t = &story->triggers.items[h->triggers[0]];
  if (t->verb || w->sentence != h->sentence) return false;
  const sm_group *own = sm_group_of(&story->syntax, t->first);
  const bool behind = w->first == t->last || (w->first == t->last + 1 && (sm_is(&story->scan, t->last, SM_W_OF) || sm_is(&story->scan, t->last, SM_W_ON)));
  return behind || w->last == t->first || (own && !(own->flags & SM_GROUP_VERB) && w->first >= own->first && w->last <= t->first);
}

/// "The drone strike" of a drone's, "the blast" of a bomb's: a strike with what a definite telling says that it was done with.
static bool is_called_by_weapon(const sm_hit *h, const sm_gathered *g) {
  const uint32_t planted = SM_WEAPON_BOMB | SM_WEAPON_CAR_BOMB | SM_WEAPON_SUICIDE_BOMB | SM_WEAPON_IED;
  return h->weapons ? h->weapons & g->weapons : h->blast && g->weapons & planted && !(g->weapons & ~(planted | SM_WEAPON_GRENADE));
}

/// "The blast", "the drone strike", with no place of its own.
static bool is_called_bare(const sm_story *story, const sm_hit *h) {
  const sm_trigger *t = h->n_triggers ? &story->triggers.items[h->triggers[0]] : NULL;
  return h->definite && t && !t->verb && !t->another && !t->plural && (h->place < 0 || h->place_inherited) && (h->start == SM_NO_DATE || h->date_inherited);
}

bool sm_calls_other_by_weapon(const sm_story *story, const sm_hit *h, const sm_gathered *strikes, uint32_t strike) {
  enum { REACH = 20 }; ///< strikes told before and since
  if (!is_called_bare(story, h) || is_called_by_weapon(h, &strikes[strike])) return false;
  for (uint32_t k = strike > REACH ? strike - REACH : 0; k < strike + REACH && strikes[k].n_hits; k++)
    if (is_called_by_weapon(h, &strikes[k])) return true;
  return false;
}
