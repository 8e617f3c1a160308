// By whom a whole report is: a release that names who issues it, a summary that an office publishes.
#include "account.h"
#include "speaker.h"

/// "The administration reports:" as a paragraph.
static bool ends_with_colon(const sm_scan *scan, uint32_t sentence) {
  const sm_sentence *s = &scan->s[sentence];
  return sm_is_sign(scan, s->last - 1, ':') && sentence + 1 < scan->ns && scan->s[sentence + 1].paragraph != s->paragraph && !(scan->s[sentence + 1].flags & SM_SENTENCE_ITEM);
}

/// "informs", "has published its summary", "said this in a post", "documented 46 civilian casualties": what the rest of the report is.
static bool announces(const sm_scan *scan, const sm_speech *s) {
  enum { REACH = 6 };
  static const char *const informs[] = {"informs", "inform"}, *const whole[] = {"summary", "update", "bulletin", "digest", "overview", "following", "communique", "communiqué"}, *const issued[] = {"published", "issued", "released", "documented", "posted"};
  static const char *const counts[] = {"documented", "recorded", "verified", "registered"}, *const harm[] = {"casualties", "deaths", "incidents", "attacks", "violations"};
  if (s->back || SM_IS_ONE_OF(scan, s->verb, informs) || ends_with_colon(scan, s->sentence)) return true;
  for (uint32_t i = s->verb_last; SM_IS_ONE_OF(scan, s->verb, counts) && i < scan->s[s->sentence].last && i < s->verb_last + REACH && !sm_is_punct(scan, i); i++)
    if (SM_IS_ONE_OF(scan, i, harm)) return true;
  for (uint32_t i = s->verb_last; SM_IS_ONE_OF(scan, s->verb, issued) && i < scan->s[s->sentence].last && i < s->verb_last + REACH && !sm_is_punct(scan, i); i++)
    if (SM_IS_ONE_OF(scan, i, whole)) return true;
  return false;
}

/// One of the first sentences tells whose account follows.
static bool is_announced(const sm_story *story, sm_speech *out) {
  enum { LEAD = 3 };
  const sm_speeches *all = &story->speeches;
  for (uint32_t i = 0; i < all->n && all->items[i].sentence < LEAD; i++) {
    const sm_speech *s = &all->items[i];
    if (s->negated || s->cites || !s->name.len || s->row->stance != 'c' || s->kind == SM_K_WITNESS || s->kind == SM_K_MEDIA || s->kind == SM_K_STATE || !announces(&story->scan, s) || (ends_with_colon(&story->scan, s->sentence) && sm_is_several(s->name))) continue;
    *out = *s;
    return true;
  }
  return false;
}

/// "The command wishes to inform the public", "makes known", "brings to the knowledge": the subject of the verb tells what follows.
static bool is_made_known(const sm_story *story, sm_speech *out) {
  enum { LEAD = 6, REACH = 6 };
  static const char *const wishes[] = {"wishes", "wish", "regrets", "regret", "would", "wants", "has", "hereby", "brings", "makes", "bring", "make"},
                           *const known[] = {"inform", "announce", "notify", "apprise", "known", "knowledge", "attention", "notice", "report", "confirm", "informs", "announces"};
  const sm_scan *scan = &story->scan;
  const sm_syntax *x = &story->syntax;
  for (uint32_t k = 0; k < scan->ns && k < LEAD; k++)
    for (uint32_t i = x->first_of[k]; i < x->first_of[k + 1]; i++) {
      const sm_group *verb = &x->groups[i];
      if (!(verb->flags & SM_GROUP_VERB) || verb->subject < 0 || !SM_IS_ONE_OF(scan, verb->first, wishes)) continue;
      const sm_group *who = &x->groups[verb->subject];
      for (uint32_t t = verb->first + 1; t < scan->s[k].last && t < verb->first + REACH; t++)
        if (SM_IS_ONE_OF(scan, t, known)) return !sm_is_personal_name(scan, who->first, who->last) && sm_set_issuer(story, who->first, sm_group_end_with_of(scan, x, who), out);
    }
  return false;
}

/// "our", "we" outside quotations: whoever writes tells of their own.
static bool tells_of_own(const sm_story *story) {
  static const char *const words[] = {"our", "Our", "we", "We"}, *const press[] = {"correspondent", "reporter", "reporters", "correspondents", "newspaper"};
  const sm_scan *scan = &story->scan;
  for (uint32_t i = story->body_first; i + 1 < scan->n; i++)
    if (SM_IS_ONE_OF(scan, i, words) && !sm_quoted_by(&story->speeches, i) && !SM_IS_ONE_OF(scan, i + 1, press)) return true;
  return false;
}

/// "UNSMIL reminds the parties": whoever issued it goes on in the present.
static bool goes_on(const sm_story *story, const sm_speech *issuer) {
  static const char *const verbs[] = {"reminds", "recalls", "urges", "reiterates", "demands", "appeals", "renews", "reaffirms", "calls"};
  const sm_syntax *x = &story->syntax;
  for (uint32_t i = 0; i < story->scan.n; i++) {
    if (!SM_IS_ONE_OF(&story->scan, i, verbs) || i == 0) continue;
    const sm_group *g = sm_group_of(x, i), *who = g && g->flags & SM_GROUP_VERB && g->subject >= 0 ? &x->groups[g->subject] : NULL;
    const uint32_t first = who ? who->first : i - 1, last = who ? who->last : i;
    if (sm_holds_words(sm_span_text(&story->scan, sm_tokens_span(&story->scan, first, last)), issuer->name)) return true;
  }
  return false;
}

/// "The mission condemns the attack" as the first words; later on where the text tells of "our teams".
static bool is_protest(const sm_story *story, sm_speech *out) {
  enum { LEAD = 5, HEAD = 2 };
  static const char *const condemns[] = {"condemns", "deplores", "denounces"}, *const appalled[] = {"appalled", "outraged", "horrified", "shocked"};
  const sm_scan *scan = &story->scan;
  const sm_syntax *x = &story->syntax;
  for (uint32_t k = 0; k < scan->ns && k < LEAD; k++)
    for (uint32_t i = x->first_of[k]; i < x->first_of[k + 1]; i++) {
      const sm_group *verb = &x->groups[i];
      const bool is = verb->flags & SM_GROUP_VERB && (SM_IS_ONE_OF(scan, verb->head, condemns) || (SM_IS_ONE_OF(scan, verb->head, appalled) && verb->head > 0 && sm_is_be(scan, verb->head - 1)));
      if (!is || verb->subject < 0) continue;
      const sm_group *who = &x->groups[verb->subject];
      return !sm_is_personal_name(scan, who->first, who->last) && sm_set_issuer(story, who->first, sm_group_end_with_of(scan, x, who), out) && (k <= HEAD || tells_of_own(story) || goes_on(story, out));
    }
  return false;
}

sm_str sm_voice_of(const sm_account *a, sm_str name) {
  const bool ours = name.len > 4 && (memcmp(name.ptr, "our ", 4) == 0 || memcmp(name.ptr, "Our ", 4) == 0);
  return ours && a->issuer.name.len ? a->issuer.name : name;
}

static void find_issuer(const sm_story *story, sm_speech *out) {
  *out = (sm_speech){0};
  if (is_announced(story, out) || sm_find_letterhead(story, out) || is_made_known(story, out)) return;
  if (!is_protest(story, out)) *out = (sm_speech){0};
}

void sm_find_tellers(sm_story *story) {
  story->teller = sm_find_round_teller(story);
  find_issuer(story, &story->issuer);
}
