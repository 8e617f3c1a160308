// Which of the strikes told before the words of a voice point to: "of those killed on Sunday", "the shelling", "the market", "a nurse in Kadugli".
#include "account.h"

#include "away.h"
#include "gather.h"

enum { BY_PLACE = 3, BY_SIGN = 2, LOOK_BACK = 24 };

/// Weapons that one word may stand for: "the bombing" of what fell from a plane, "the shells" of any gun.
static bool may_be_of(uint32_t word, uint32_t weapons) {
  enum { AIR = SM_WEAPON_AIRSTRIKE | SM_WEAPON_GLIDE_BOMB | SM_WEAPON_BOMB, GUNS = SM_WEAPON_ARTILLERY | SM_WEAPON_MORTAR | SM_WEAPON_ROCKET };
  if (word & weapons) return true;
  return (word & AIR && weapons & AIR) || (word & GUNS && weapons & GUNS);
}

bool sm_is_same_place(const sm_scan *scan, const sm_mention *a, const sm_mention *b) {
  return a->place || b->place ? a->place == b->place : sm_str_equal(sm_span_text(scan, a->span), sm_span_text(scan, b->span));
}

/// A place named in the sentence of a voice is that of a telling.
static bool names_place(const sm_account *a, const sm_speech *speech, const sm_hit *h) {
  const sm_story *story = a->story;
  const sm_mention *items = story->scan.mentions->items;
  for (uint32_t m = story->mention_from[speech->sentence]; h->place >= 0 && !h->place_inherited && m < story->mention_from[speech->sentence + 1]; m++) {
    if (items[m].role == SM_ROLE_DEMONYM || items[m].role == SM_ROLE_METONYM || sm_is_hospitals(story, &items[m])) continue;
    if (sm_is_same_place(&story->scan, &items[m], &items[h->place])) return true;
  }
  return false;
}

/// "on Sunday": a day of the sentence of a voice, not that of saying, is the strike's.
static bool names_day(const sm_account *a, const sm_speech *speech, const sm_strike *s) {
  const sm_story *story = a->story;
  if (s->date_start == SM_NO_DATE || s->date_end > s->date_start + 1) return false;
  for (uint32_t i = story->when_at[speech->sentence]; i < story->when_at[speech->sentence + 1]; i++) {
    const sm_when *w = &story->whens.items[i];
    if (sm_is_day_told(story, w) && w->start <= s->date_end && w->end >= s->date_start) return true;
  }
  return false;
}

/// "the market", "any market": the noun for what a telling says was struck, among what is said.
static bool names_thing(const sm_account *a, const sm_speech *speech, sm_str thing) {
  const sm_scan *scan = &a->story->scan;
  for (uint32_t k = scan->s[speech->sentence].first; thing.len && k < scan->s[speech->sentence].last; k++)
    if (sm_str_equal(thing, sm_span_text(scan, sm_tokens_span(scan, k, k + 1)))) return true;
  return false;
}

/// "the shelling", "denied bombing", "its planes": a weapon of the strike, among what is said.
static bool names_weapon(const sm_account *a, const sm_speech *speech, const sm_strike *s) {
  const sm_scan *scan = &a->story->scan;
  for (uint32_t k = scan->s[speech->sentence].first; s->weapons && k < scan->s[speech->sentence].last; k++) {
    if (sm_between(k, speech->first, speech->last)) continue;
    const sm_cue_row *weapon = sm_cue_at(scan, k, SM_CUE_WEAPON, NULL), *deed = sm_cue_at(scan, k, SM_CUE_TRIGGER, NULL);
    if ((weapon && may_be_of(weapon->weapons, s->weapons)) || (deed && may_be_of(deed->weapons, s->weapons))) return true;
  }
  return false;
}

/// How far the words of a voice point to a strike, by its tellings before.
static int point_to(const sm_account *a, const sm_speech *speech, uint32_t group) {
  bool place = false, thing = false;
  for (uint32_t i = a->hits->first_of[group]; i < a->hits->n && a->hits->items[i].sentence < speech->sentence; i = a->hits->items[i].next) {
    const sm_hit *h = &a->hits->items[i];
    place |= names_place(a, speech, h), thing |= names_thing(a, speech, sm_thing_of(a->story, h));
  }
  const sm_strike *s = &a->strikes[group];
  return BY_PLACE * place + BY_SIGN * (thing + names_weapon(a, speech, s) + names_day(a, speech, s));
}

const sm_hit *sm_strike_pointed_at(const sm_account *a, const sm_speech *speech) {
  const sm_hits *hits = a->hits;
  const sm_hit *best = NULL;
  int most = 0, next = 0;
  uint32_t i = sm_first_told(hits, speech->sentence), seen = 0;
  for (; i > 0 && seen < LOOK_BACK; i--, seen++) {
    const sm_hit *h = &hits->items[i - 1];
    if (h->group < 0 || (best && best->group == h->group)) continue;
    const int points = point_to(a, speech, (uint32_t)h->group);
    if (points > most) next = most, most = points, best = h;
    else if (points > next) next = points;
  }
  return most > next ? best : NULL;
}
