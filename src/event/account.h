/// The claims of the strikes of one report while they are gathered. Private to claim*.c, voice.c and denial.c.
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
  int *risen;         ///< of each strike: the greatest toll told as one that rose; 0 none
  uint8_t *uncounted; ///< likewise, an sm_answer: whether dead are told whom nobody counted
  const sm_speech *teller; ///< who tells the whole round-up, or NULL
  sm_speech issuer;        ///< who issues the whole report; no name: nobody is known to
} sm_account;

bool sm_new_account(const sm_story *story, const sm_hits *hits, sm_strike *strikes, uint32_t n, sm_account *out);

/// A claim without figures in the name of a voice (NULL: the report's own).
sm_claim sm_new_claim(const sm_speech *speech, uint32_t sentence);

/// NULL: out of memory.
sm_claim *sm_put_claim(sm_account *a, uint32_t group, sm_claim claim);

/// A figure of a strike, in the voice that tells it, beside or into the claims that there are. False: out of memory.
bool sm_add_figure(sm_account *a, uint32_t group, const sm_figure *f);

/// Who tells a figure; NULL: the report itself.
const sm_speech *sm_figure_speech(const sm_account *a, const sm_figure *f);

/// Who spoke last in the paragraph, for a sentence in which nobody does; NULL when nobody has.
const sm_speech *sm_carried_speech(const sm_story *story, uint32_t sentence);

/// Who began to tell of the strike without a toll, and goes on in a sentence in which nobody speaks; or NULL.
const sm_speech *sm_teller_before(const sm_account *a, uint32_t group, uint32_t sentence);

/// The one official whose account of a day the report is ("Over the past day ..., the governor wrote"), or NULL.
const sm_speech *sm_find_round_teller(const sm_story *story);

/// "the regional administrations", "officials": several who each tell of their own.
bool sm_is_several(sm_str name);

/// "the regional military administration": the words from first to last as whoever issues the whole report; false where they name nobody who could. Its sentence is UINT32_MAX.
bool sm_set_issuer(const sm_story *story, uint32_t first, uint32_t last, sm_speech *out);

/// "Press release by X", "This update is produced by X": who issues a document by its letterhead, the line that tells who produced it, or its signature.
bool sm_find_letterhead(const sm_story *story, sm_speech *out);

/// "our teams": those of whoever issues the report; any other name stays.
sm_str sm_voice_of(const sm_account *a, sm_str name);

/// ... for a sentence of it in whose paragraph nobody else speaks.
const sm_speech *sm_round_teller(const sm_account *a, uint32_t sentence);

/// A strike that nobody tells by name is told by who tells the round-up. False: out of memory.
bool sm_add_round_voice(sm_account *a, const sm_hit *hit);

/// A telling has deaths that are no part of others.
bool sm_tells_deaths(const sm_account *a, const sm_hit *h);

/// ... or injured: "one shell hurt nobody, another wounded three".
bool sm_tells_hurt(const sm_account *a, const sm_hit *h);

/// Figures of one telling by one voice that add up are one.
void sm_sum_tolls(sm_account *a, const sm_hit *h);

/// What is a part of a toll told before, and what is the sum of a list or of the strikes of the report, is marked a part.
void sm_mark_parts(sm_account *a, const sm_hit *h);
void sm_mark_sum_of_list(sm_account *a, const sm_hit *h);
void sm_mark_sum_of_strikes(sm_account *a, const sm_hit *h);

/// "Blasts in Iraq, including two in Kirkuk, killed 12": the toll of all is marked none of Kirkuk's. Before any claim.
void sm_mark_sums_of_some(sm_account *a);

/// Fighters killed by those whom their mine or bomber struck are marked none of its dead.
void sm_mark_answered(sm_account *a, const sm_hit *h);

/// Strikes told together share the denial of casualties that follows. False: out of memory.
bool sm_spread_zero(sm_account *a, const sm_hit *h);

/// Tolls of a lead go to the first strike after it, those without a place to the only strike that has one. False: out of memory.
bool sm_adopt_tolls(sm_account *a);
bool sm_lend_tolls(sm_account *a);

/// "ICRC" and "International Committee of the Red Cross", "police" and "local police".
bool sm_same_claimant(sm_str a, sm_str b);

/// "The spokesman reports:", "Breakdown (SOHR):" above a list: the voice of its items; NULL for what is no item.
const sm_speech *sm_heading_voice(const sm_story *story, uint32_t sentence);

/// Who asserts, admits or denies the strike in the sentence of a telling, without a figure. False: out of memory.
bool sm_add_assertions(sm_account *a, const sm_hit *hit);

/// The voice of the list in which a strike is told. False: out of memory.
bool sm_add_heading_voice(sm_account *a, const sm_hit *hit);

/// "Yerevan denied it": a claim that denies, and the strike's status when its author speaks. False: out of memory.
bool sm_add_denied(sm_account *a);

/// "denies targeting civilians", "says it does not fire on civilians", "never attacks civilian sites": of no strike more than of another.
bool sm_denies_at_large(const sm_scan *scan, const sm_speech *speech);

/// "denies having lost a man", "denied any casualties", "denied that there were civilian dead": nobody died, or was hurt either, by these words.
void sm_deny_losses(const sm_story *story, const sm_speech *speech, sm_claim *claim);

/// A word for a mode (SM_K_DENIAL, SM_K_MODAL) stands in a sentence.
bool sm_has_mode(const sm_story *story, uint32_t sentence, uint8_t kind);

/// "MOSUL - ...": the paragraph of a sentence is an item with a head of its own, and what is told before it another matter.
bool sm_is_of_headed_item(const sm_story *story, uint32_t sentence);

/// The actor that a speaker is, as far as the phrase, or what stands between it and the verb, names one.
sm_actor sm_speaker_actor(const sm_story *story, const sm_speech *speech);

/// The same record, or the same words for a place without one.
bool sm_is_same_place(const sm_scan *scan, const sm_mention *a, const sm_mention *b);
/// The last telling of the one strike, of those told before, that the words of a voice point to by its place, day, weapon or what was struck; NULL none, or several alike.
const sm_hit *sm_strike_pointed_at(const sm_account *a, const sm_speech *speech);
/// How many of the strikes told before a speech is about; "claimed them", "denied any part in them": all.
uint32_t sm_strikes_answered(const sm_story *story, const sm_speech *speech);

#endif
