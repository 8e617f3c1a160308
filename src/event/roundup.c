// Who tells a round-up: the one official whose day's account the whole report is.
#include "account.h"

static bool is_counted(const sm_scan *scan, uint32_t i) {
  const sm_cue_row *number = sm_number_at(scan, i, NULL);
  return scan->t[i].flags & SM_TOKEN_NUMBER || (number && number->kind != SM_K_ZERO);
}

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

/// "21 strikes", "a string of bomb attacks": more than one strike is told of.
static bool counts_strikes(const sm_story *story, uint32_t sentence) {
  enum { REACH = 3 };
  for (uint32_t i = story->trigger_at[sentence]; i < story->trigger_at[sentence + 1]; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    if (g->verb || !g->plural || g->reality != SM_REAL) continue;
    for (uint32_t k = g->first; k > story->scan.s[sentence].first && g->first - k < REACH; k--) {
      if (g->many || is_counted(&story->scan, k - 1)) return true;
    }
  }
  return false;
}

/// "said in its evening update", "wrote on Telegram": where a whole account stands; the token of the word, 0 none.
static uint32_t document_of(const sm_scan *scan, const sm_speech *s) {
  enum { REACH = 10 };
  static const char *const papers[] = {"update", "bulletin", "summary", "briefing", "digest", "overview", "report", "post", "Telegram", "Facebook", "channel", "communique", "communiqué", "roundup"};
  for (uint32_t i = s->verb_last; i < scan->s[s->sentence].last && i < s->verb_last + REACH; i++)
    if (SM_IS_ONE_OF(scan, i, papers)) return i;
  return 0;
}

/// "its daily bulletin", "the evening briefing".
static bool is_of_period(const sm_scan *scan, uint32_t document) {
  static const char *const periods[] = {"daily", "evening", "morning", "weekly", "nightly", "regular", "operational", "latest"};
  return document > 0 && SM_IS_ONE_OF(scan, document - 1, periods);
}

static bool opens_round(const sm_story *story, uint32_t sentence) { return tells_round(&story->scan, sentence) || counts_strikes(story, sentence); }

bool sm_is_several(sm_str name) {
  return name.len > 2 && name.ptr[name.len - 1] == 's' && name.ptr[name.len - 2] != 's' && name.ptr[name.len - 2] != 'u';
}

/// "officials said": of whoever tells.
static bool is_nobody(sm_str name) {
  static const sm_str words[] = {{"Officials", 9}, {"officials", 9}};
  return sm_str_equal(name, words[0]) || sm_str_equal(name, words[1]);
}

/// Others speak more often than so, of one who publishes his account in more than half of the paragraphs: the report is its author's.
static bool is_one_of_many(const sm_story *story, const sm_speech *teller) {
  const sm_sentence *s = story->scan.s;
  const bool published = document_of(&story->scan, teller) > 0;
  uint32_t paragraphs = 0, others = 0, n = 0;
  for (uint32_t k = 0, next; k < story->scan.ns; k = next, paragraphs++) {
    bool other = false, own = false;
    for (next = k; next < story->scan.ns && s[next].paragraph == s[k].paragraph; next++)
      for (uint32_t i = story->speech_at[next]; i < story->speech_at[next + 1]; i++) {
        const sm_str name = story->speeches.items[i].name;
        const bool is = name.len && !is_nobody(name) && !sm_same_claimant(name, teller->name);
        n += is, other |= is, own |= !is;
      }
    others += other && !own;
  }
  return published ? 2 * others > paragraphs : 2 * n > story->speeches.n;
}

const sm_speech *sm_find_round_teller(const sm_story *story) {
  enum { LEAD = 3 };
  for (uint32_t i = 0; i < story->speeches.n && story->speeches.items[i].sentence < LEAD; i++) {
    const sm_speech *s = &story->speeches.items[i];
    const bool told = opens_round(story, s->sentence) || is_of_period(&story->scan, document_of(&story->scan, s)) || (s->sentence == 1 && opens_round(story, 0));
    if (s->negated || s->cites || !s->name.len || s->row->stance != 'c' || s->row->form == SM_F_FIGURE) continue;
    if (sm_is_several(s->name)) return NULL;
    if (s->kind != SM_K_WITNESS && s->kind != SM_K_MEDIA && s->kind != SM_K_STATE && told && !is_one_of_many(story, s)) return s;
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
  const bool told = a->teller && a->n >= FEW && sentence > a->teller->sentence && !is_taken(a, a->teller->name, sentence);
  if (told && a->teller->sentence == 0) return a->teller; // whom the headline names
  if (issuer->name.len && (issuer->sentence == UINT32_MAX || sentence > issuer->sentence) && !is_recalled(&a->story->scan, sentence) && !is_taken(a, issuer->name, sentence)) return issuer;
  return told ? a->teller : NULL;
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
