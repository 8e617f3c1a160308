/// The claims of the strikes of one report while they are gathered. Private to claim.c and voice.c.
#ifndef SM_ACCOUNT_H
#define SM_ACCOUNT_H

#include "claim.h"
#include "scene.h"

typedef struct sm_account {
  const sm_story *story;
  const sm_hits *hits;
  sm_strike *strikes; ///< one a group
  uint32_t n;
  size_t *cap;        ///< of each strike's claims
} sm_account;

bool sm_new_account(const sm_story *story, const sm_hits *hits, sm_strike *strikes, uint32_t n, sm_account *out);

/// A claim without figures in the name of a voice (NULL: the report's own).
sm_claim sm_new_claim(const sm_speech *speech, uint32_t sentence);

/// NULL: out of memory.
sm_claim *sm_put_claim(sm_account *a, uint32_t group, sm_claim claim);

/// "ICRC" and "International Committee of the Red Cross", "police" and "local police".
bool sm_same_claimant(sm_str a, sm_str b);

/// "The spokesman reports:", "Breakdown (SOHR):" above a list: the voice of its items; NULL for what is no item.
const sm_speech *sm_heading_voice(const sm_story *story, uint32_t sentence);

/// Who asserts, admits or denies the strike in the sentence of a telling, without a figure. False: out of memory.
bool sm_add_assertions(sm_account *a, const sm_hit *hit);

/// The voice of the list in which a strike is told. False: out of memory.
bool sm_add_heading_voice(sm_account *a, const sm_hit *hit);

/// Voices in sentences that tell of no strike themselves. False: out of memory.
bool sm_add_later_voices(sm_account *a);

#endif
