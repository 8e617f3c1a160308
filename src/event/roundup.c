// Who tells a round-up: the one official whose day's account the whole report is.
#include "account.h"

/// "Over the past day", "19 settlements", "84 times": what a round-up is of.
static bool tells_round(const sm_scan *scan, uint32_t sentence) {
  static const char *const spans[] = {"day", "days", "night", "weekend", "week", "24", "hours"}, *const leads[] = {"past", "last", "previous", "whole", "bad", "the", "over", "24", "48", "another"},
                           *const many[] = {"settlements", "communities", "localities", "bombardments", "shellings", "attacks"};
  for (uint32_t i = scan->s[sentence].first; i < scan->s[sentence].last; i++) {
    if (SM_IS_ONE_OF(scan, i, many)) return true;
    if (i > scan->s[sentence].first && SM_IS_ONE_OF(scan, i, spans) && SM_IS_ONE_OF(scan, i - 1, leads)) return true;
  }
  return false;
}

/// "the regional administrations", "officials": several who each tell of their own.
static bool is_several(sm_str name) {
  return name.len > 2 && name.ptr[name.len - 1] == 's' && name.ptr[name.len - 2] != 's' && name.ptr[name.len - 2] != 'u';
}

/// Others speak more often than so: the report is its author's.
static bool is_one_of_many(const sm_story *story, const sm_speech *teller) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < story->speeches.n; i++) n += story->speeches.items[i].name.len && !sm_same_claimant(story->speeches.items[i].name, teller->name);
  return 2 * n > story->speeches.n;
}

const sm_speech *sm_find_round_teller(const sm_story *story) {
  enum { LEAD = 3 };
  for (uint32_t i = 0; i < story->speeches.n && story->speeches.items[i].sentence < LEAD; i++) {
    const sm_speech *s = &story->speeches.items[i];
    const bool told = tells_round(&story->scan, s->sentence) || (s->sentence == 1 && tells_round(&story->scan, 0));
    if (s->negated || s->cites || !s->name.len || s->row->stance != 'c' || s->row->form == SM_F_FIGURE || is_several(s->name)) continue;
    if (s->kind == SM_K_OFFICIAL && told) return is_one_of_many(story, s) ? NULL : s;
  }
  return NULL;
}

/// Somebody else speaks in the paragraph, up to a sentence.
static bool is_taken(const sm_account *a, sm_str teller, uint32_t sentence) {
  const sm_story *story = a->story;
  const sm_sentence *s = story->scan.s;
  for (uint32_t k = sentence + 1; k > 0 && s[k - 1].paragraph == s[sentence].paragraph; k--)
    for (uint32_t i = story->speech_at[k - 1]; i < story->speech_at[k]; i++)
      if (!sm_same_claimant(story->speeches.items[i].name, teller)) return true;
  return false;
}

/// "As reported, ...", "Earlier, ...": what the report's own hand adds.
static bool is_recalled(const sm_scan *scan, uint32_t sentence) {
  static const char *const as[] = {"As"}, *const before[] = {"reported", "previously", "earlier"}, *const earlier[] = {"Earlier", "Previously", "Recall", "Background"};
  const uint32_t first = scan->s[sentence].first;
  return SM_IS_ONE_OF(scan, first, earlier) || (SM_IS_ONE_OF(scan, first, as) && SM_IS_ONE_OF(scan, first + 1, before));
}

const sm_speech *sm_round_teller(const sm_account *a, uint32_t sentence) {
  enum { FEW = 3 };
  const sm_speech *issuer = &a->issuer;
  if (issuer->name.len && (issuer->sentence == UINT32_MAX || sentence > issuer->sentence) && !is_recalled(&a->story->scan, sentence) && !is_taken(a, issuer->name, sentence)) return issuer;
  if (!a->teller || a->n < FEW || sentence <= a->teller->sentence || is_taken(a, a->teller->name, sentence)) return NULL;
  return a->teller;
}

bool sm_add_round_voice(sm_account *a, const sm_hit *h) {
  const sm_speech *speech = sm_round_teller(a, h->sentence);
  const sm_strike *s = &a->strikes[h->group];
  if (!speech) return true;
  for (size_t i = 0; i < s->n_claims; i++)
    if (s->claims[i].claimant.len) return true;
  sm_claim c = sm_new_claim(speech, h->sentence);
  c.span = sm_tokens_span(&a->story->scan, speech->first, speech->last);
  return sm_put_claim(a, (uint32_t)h->group, c) != NULL;
}
