// By whom a whole report is: a release that names who issues it, a summary that an office publishes.
#include "account.h"
#include "crowd.h"
#include "speaker.h"

/// "The administration reports:" as a paragraph.
static bool ends_with_colon(const sm_scan *scan, uint32_t sentence) {
  const sm_sentence *s = &scan->s[sentence];
  return sm_is_sign(scan, s->last - 1, ':') && sentence + 1 < scan->ns && scan->s[sentence + 1].paragraph != s->paragraph && !(scan->s[sentence + 1].flags & SM_SENTENCE_ITEM);
}

/// "(Beirut) - ..., the Monitor said today", "It is with sadness that the Foundation reports": how a body tells of itself, as no paper would.
static bool is_own_release(const sm_scan *scan, const sm_speech *s) {
  enum { REACH = 6 };
  static const char *const today[] = {"today"}, *const with[] = {"with"};
  const sm_sentence *sen = &scan->s[s->sentence];
  if (sm_is(scan, sen->first, SM_W_IT) && sm_is_be(scan, sen->first + 1) && SM_IS_ONE_OF(scan, sen->first + 2, with)) return !s->before;
  if (!sm_is_sign(scan, sen->first, '(') || !(scan->t[s->first].flags & SM_TOKEN_CAPITAL)) return false;
  for (uint32_t i = s->verb_last; s->before && i < sen->last && i < s->verb_last + REACH; i++)
    if (SM_IS_ONE_OF(scan, i, today)) return true;
  return false;
}

/// "informs", "has published its summary", "said this in a post", "documented 46 civilian casualties": what the rest of the report is.
static bool announces(const sm_scan *scan, const sm_speech *s) {
  enum { REACH = 6 };
  static const char *const informs[] = {"informs", "inform"}, *const whole[] = {"summary", "update", "bulletin", "digest", "overview", "following", "communique", "communiqué"}, *const issued[] = {"published", "issued", "released", "documented", "posted"};
  static const char *const counts[] = {"documented", "recorded", "verified", "registered"}, *const harm[] = {"casualties", "deaths", "incidents", "attacks", "violations"};
  if (s->back || SM_IS_ONE_OF(scan, s->verb, informs) || ends_with_colon(scan, s->sentence) || is_own_release(scan, s)) return true;
  for (uint32_t i = s->verb_last; SM_IS_ONE_OF(scan, s->verb, counts) && i < scan->s[s->sentence].last && i < s->verb_last + REACH && !sm_is_punct(scan, i); i++)
    if (SM_IS_ONE_OF(scan, i, harm)) return true;
  for (uint32_t i = s->verb_last; SM_IS_ONE_OF(scan, s->verb, issued) && i < scan->s[s->sentence].last && i < s->verb_last + REACH && !sm_is_punct(scan, i); i++)
    if (SM_IS_ONE_OF(scan, i, whole)) return true;
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

/// "Omar Haddad", "the Special Representative": no "Relief Council". head: the last token of what is named.
static bool is_person(const sm_scan *scan, uint32_t first, uint32_t last, uint32_t head) {
  const sm_lexicon_entry *e = scan->t[first].entry, *noun = scan->t[head].entry;
  const sm_cue_row *row = sm_cue_at(scan, head, SM_CUE_CLAIMANT, NULL);
  if (noun && noun->word_bits & SM_WORD_NOUN_PERSON && !(noun->word_bits & SM_WORD_NOUN_GROUP) && !(row && row->kind == SM_K_MONITOR)) return true;
  return sm_is_personal_name(scan, first, last) && e && e->word_bits & SM_WORD_GIVEN_NAME && !sm_names_claimant(scan, first, last);
}

/// "Fields of Tomorrow | strongly condemns", "the Mission in Libya (UNSMIL) | is": where the name before a verb begins, back to a sign; it ends past what stands before the verb.
static uint32_t name_before(const sm_scan *scan, uint32_t verb, uint32_t *end) {
  enum { LONGEST = 18 };
  const uint32_t floor = scan->s[scan->t[verb].sentence].first;
  *end = verb;
  while (*end > floor && (sm_is_light(scan, *end - 1) || sm_is_have(scan, *end - 1))) --*end;
  uint32_t i = *end;
  while (i > floor && *end - i < LONGEST && (!sm_is_punct(scan, i - 1) || sm_is_sign(scan, i - 1, '(') || sm_is_sign(scan, i - 1, ')') || (sm_is_sign(scan, i - 1, '-') && !sm_is_dash(scan, i - 1)))) i--;
  return i;
}

/// "the Support Mission in Libya (UNSMIL": with the bracket's end.
static void close_bracket(const sm_scan *scan, sm_speech *s) {
  uint32_t i = s->last;
  while (i > s->first && !sm_is_sign(scan, i - 1, '(')) i--;
  if (i == s->first || s->last >= scan->n || !sm_is_sign(scan, s->last, ')')) return;
  s->last++;
  s->name = sm_span_text(scan, sm_tokens_span(scan, s->first, s->last));
}

/// The subject of the verb at a token, a body and no person, as whoever issues the report.
static bool set_body(const sm_story *story, uint32_t verb, sm_speech *out) {
  const sm_scan *scan = &story->scan;
  const sm_group *g = sm_group_of(&story->syntax, verb), *who = g && g->flags & SM_GROUP_VERB && g->subject >= 0 ? &story->syntax.groups[g->subject] : NULL;
  uint32_t end, first = name_before(scan, verb, &end);
  if (who && who->first > first) first = who->first;
  if (first >= end) return false;
  uint32_t head = who ? who->head : first;
  while (!who && head + 1 < end && !sm_is_preposition(scan, head + 1) && !sm_is(scan, head + 1, SM_W_OF) && !sm_is_punct(scan, head + 1)) head++;
  if (is_person(scan, first, end, head) || !sm_set_issuer(story, first, end, out)) return false;
  close_bracket(scan, out);
  return true;
}

/// "issued a statement on the crimes": the paper that the rest is, not "a statement saying", "a statement on Thursday".
static bool issues_paper(const sm_scan *scan, uint32_t i) {
  static const char *const issued[] = {"issued", "released", "published"}, *const statement[] = {"statement", "communique", "communiqué"}, *const about[] = {"on", "about", "regarding", "concerning"};
  return i + 4 < scan->n && SM_IS_ONE_OF(scan, i, issued) && sm_is_indefinite(scan, i + 1) && SM_IS_ONE_OF(scan, i + 2, statement) && SM_IS_ONE_OF(scan, i + 3, about) && !sm_has_cue(scan, i + 4, SM_CUE_TIME) && !(scan->t[i + 4].flags & SM_TOKEN_NUMBER);
}

/// "The command wishes to inform the public", "makes known", "brings to the knowledge": the subject of the verb tells what follows.
static bool is_made_known(const sm_story *story, sm_speech *out) {
  enum { LEAD = 6, REACH = 6 };
  static const char *const wishes[] = {"wishes", "wish", "regrets", "regret", "would", "wants", "has", "hereby", "brings", "makes", "bring", "make"},
                           *const known[] = {"inform", "announce", "notify", "apprise", "known", "knowledge", "attention", "notice", "report", "confirm", "informs", "announces"};
  const sm_scan *scan = &story->scan;
  for (uint32_t i = 0; i < scan->n && scan->t[i].sentence < LEAD; i++) {
    if (issues_paper(scan, i)) return set_body(story, i, out);
    const sm_group *verb = SM_IS_ONE_OF(scan, i, wishes) ? sm_group_of(&story->syntax, i) : NULL;
    if (!SM_IS_ONE_OF(scan, i, wishes) || (verb && verb->first != i)) continue;
    for (uint32_t t = i + 1; t < scan->s[scan->t[i].sentence].last && t < i + REACH; t++)
      if (SM_IS_ONE_OF(scan, t, known)) return set_body(story, i, out);
  }
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

/// "is appalled by", "are deeply concerned": the be of how somebody feels of now; SM_NO_TOKEN where no such feeling stands at a token.
static uint32_t be_of_feeling(const sm_scan *scan, uint32_t i) {
  enum { ADVERBS = 3 };
  static const char *const feelings[] = {"appalled", "outraged", "horrified", "shocked", "alarmed", "concerned", "saddened", "dismayed", "shaken", "heartbroken", "devastated", "worried", "disturbed", "grieved", "indignant"}, *const are[] = {"is", "are"};
  for (uint32_t k = i; SM_IS_ONE_OF(scan, i, feelings) && k > scan->s[scan->t[i].sentence].first && i - k < ADVERBS; k--)
    if (SM_IS_ONE_OF(scan, k - 1, are)) return k - 1;
  return SM_NO_TOKEN;
}

/// "expresses its deep concern".
static bool voices_feeling(const sm_scan *scan, uint32_t i) {
  enum { REACH = 6 };
  static const char *const expresses[] = {"expresses", "conveys", "voices"}, *const what[] = {"concern", "outrage", "alarm", "grief", "sadness", "sorrow", "condolences", "dismay", "shock", "indignation", "solidarity"};
  for (uint32_t k = i + 1; SM_IS_ONE_OF(scan, i, expresses) && k < scan->n && k < i + REACH; k++)
    if (SM_IS_ONE_OF(scan, k, what)) return true;
  return false;
}

/// The verb at or before a token by which somebody condemns or mourns what the paper tells; SM_NO_TOKEN for others.
static uint32_t protest_at(const sm_scan *scan, uint32_t i) {
  static const char *const condemns[] = {"condemns", "deplores", "denounces"}, *const mourns[] = {"mourns", "laments"};
  const bool mourning = SM_IS_ONE_OF(scan, i, mourns) && sm_is(scan, i + 1, SM_W_THE); // but "mourns 17 persons"
  return SM_IS_ONE_OF(scan, i, condemns) || mourning || voices_feeling(scan, i) ? i : be_of_feeling(scan, i);
}

/// "The mission condemns the attack" as the first words; later on where the text tells of "our teams".
static bool is_protest(const sm_story *story, sm_speech *out) {
  enum { LEAD = 5, HEAD = 2 };
  const sm_scan *scan = &story->scan;
  for (uint32_t i = 0; i < scan->n && scan->t[i].sentence < LEAD; i++) {
    const uint32_t verb = protest_at(scan, i), k = scan->t[i].sentence;
    if (verb == SM_NO_TOKEN || !set_body(story, verb, out)) continue;
    const bool bare = scan->s[k].flags & SM_SENTENCE_HEADING && out->last == out->first + 1 && !(scan->t[out->first].flags & SM_TOKEN_UPPER); // "Government condemns attack"
    if ((k <= HEAD && !bare) || tells_of_own(story) || goes_on(story, out)) return true;
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
