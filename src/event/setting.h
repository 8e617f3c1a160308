/// What makes a capitalised name that is in no list a place: its shape and what stands round it. Private to the room.
#ifndef SM_SETTING_H
#define SM_SETTING_H

#include "reader.h"

/// An apostrophe or an ayn that a name begins with: "'Arak".
bool sm_is_ayn(const sm_scan *scan, uint32_t token);
/// Tokens of "al-" and the like before a name: 2, 3 with an ayn, 0 none.
static inline uint32_t sm_particle_at(const sm_scan *scan, uint32_t i) {
  if (i + 2 >= scan->n || !sm_is_sign(scan, i + 1, '-')) return 0;
  const sm_token *t = &scan->t[i];
  if (!(t->flags & SM_TOKEN_WORD) || t->end - t->begin > 3 || scan->t[i + 1].flags & SM_TOKEN_SPACE_BEFORE) return 0;
  if (scan->t[i + 2].flags & SM_TOKEN_CAPITAL) return 2;
  return sm_is_ayn(scan, i + 2) ? 3 : 0;
}
/// A capitalised word that is no mention and no word of the report's own language of strikes.
static inline bool sm_is_name_word(const sm_scan *scan, uint32_t i) {
  enum { SPOKEN = 1u << SM_CUE_TIME | 1u << SM_CUE_ACTOR | 1u << SM_CUE_CLAIMANT | 1u << SM_CUE_TRIGGER | 1u << SM_CUE_REPORTING | 1u << SM_CUE_PEOPLE };
  const uint32_t flags = scan->t[i].flags & (SM_TOKEN_WORD | SM_TOKEN_CAPITAL | SM_TOKEN_UPPER);
  return flags == (SM_TOKEN_WORD | SM_TOKEN_CAPITAL) && !scan->mention_at[i] && !(scan->mask[i] & SPOKEN);
}
/// The "-e-" of "Dasht-e-Barchi": a short word between hyphens and no spaces, before a name.
bool sm_is_small_link(const sm_scan *scan, uint32_t token);
/// "in", "at", "near" and the like.
bool sm_is_place_preposition(const sm_scan *scan, uint32_t token);
/// A run of plain words: in a headline in title case they have capitals too, "Strikes on Homes".
bool sm_is_plain_run(const sm_scan *scan, uint32_t first, uint32_t end);
/// "Telegram", "Twitter": where people write, not where they are.
bool sm_is_medium(const sm_scan *scan, uint32_t token);
/// "a Facebook post": no post of soldiers; "claimed the bombing on Telegram".
bool sm_is_publication(const sm_scan *scan, uint32_t last);
/// "shelled 11 settlements: A, B; C, D district": the token begins a name in a list behind a colon and a word for several places.
bool sm_is_listed_place(const sm_scan *scan, uint32_t token);
/// What stands round the name tells a place: a preposition, a kind of place, an owner, a strike on it. site: the end of the
/// name that was last taken for a place, 0 none; alone: it is all of its line's first sentence; struck: it is the object of a strike.
bool sm_is_set_as_place(const sm_scan *scan, uint32_t first, uint32_t end, uint32_t site, bool alone, bool struck);

#endif
