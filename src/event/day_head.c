// The word that a day belongs to: the verb or noun of what happened then.
#include "scene.h"

/// The word of striking that the token is of: of a verb its first word ("went off"), else the token; SM_NO_TOKEN none.
static uint32_t trigger_at(const sm_story *story, uint32_t sentence, uint32_t token) {
  for (uint32_t i = story->trigger_at[sentence]; i < story->trigger_at[sentence + 1]; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    if (token >= g->first && token < g->last) return g->row->strength == 0 ? SM_NO_TOKEN : g->verb ? g->first : token;
  }
  return SM_NO_TOKEN;
}

static bool is_trigger(const sm_story *story, uint32_t sentence, uint32_t token) { return trigger_at(story, sentence, token) != SM_NO_TOKEN; }

/// "8:15": a colon that ends no clause.
static bool is_of_clock(const sm_scan *scan, uint32_t k) {
  return sm_is_sign(scan, k, ':') && k > 0 && k + 1 < scan->n && scan->t[k - 1].flags & SM_TOKEN_NUMBER && scan->t[k + 1].flags & SM_TOKEN_NUMBER && !(scan->t[k + 1].flags & SM_TOKEN_SPACE_BEFORE);
}

/// "fired at a pick-up leaving the village on Tuesday": a participle that tells of the noun before it, at the time of the main verb.
static bool is_of_noun(const sm_scan *scan, const sm_syntax *x, const sm_group *g) {
  if (!g || !(g->flags & SM_GROUP_ING) || g->flags & SM_GROUP_FINITE || g->first <= scan->s[scan->t[g->head].sentence].first) return false;
  if (scan->mask[g->head] & (1u << SM_CUE_TRIGGER | 1u << SM_CUE_CASUALTY | 1u << SM_CUE_REPORTING)) return false;
  const sm_group *noun = sm_group_of(x, g->first - 1);
  return noun && !(noun->flags & SM_GROUP_VERB);
}

static uint32_t head_of_when(const sm_story *story, const sm_when *w) {
  const sm_scan *scan = &story->scan;
  const sm_syntax *x = &story->syntax;
  uint32_t floor = scan->s[w->sentence].first, end = scan->s[w->sentence].last;
  if (w->last < end && scan->t[w->last].flags & SM_TOKEN_CLITIC) {
    const sm_group *noun = w->last + 1 < end ? sm_group_of(x, w->last + 1) : NULL;
    return noun ? noun->head : w->last + 1;
  }
  const uint32_t lead = w->first > floor && sm_is_preposition(scan, w->first - 1) ? w->first - 1 : w->first;
  if (lead > floor && (sm_is(scan, lead - 1, SM_W_WHO) || sm_is(scan, lead - 1, SM_W_WHICH)))
    for (uint32_t k = w->last; k < end && !sm_is_punct(scan, k); k++) // "the president, who in August had welcomed"
      if (sm_group_of(x, k) && sm_group_of(x, k)->flags & SM_GROUP_VERB) return sm_group_of(x, k)->head;
  bool led = w->first > floor && sm_is(scan, w->first - 1, SM_W_ON);
  for (uint32_t k = w->last; k < end && k < w->last + 2 && !led; k++) // "the Sunday bombings"
    if (is_trigger(story, w->sentence, k) && !(sm_group_of(x, k) && sm_group_of(x, k)->flags & SM_GROUP_VERB)) return k;
  bool comma = false; // ends a relative clause: "a town that straddles the line, shortly after 2am on Monday"
  for (uint32_t k = w->first; k > floor; k--) {
    const sm_group *g = sm_group_of(x, k - 1);
    comma |= sm_is_sign(scan, k - 1, ',');
    if (comma && g && g->flags & SM_GROUP_VERB && g->flags & SM_GROUP_RELATIVE) continue;
    if (sm_is_sign(scan, k - 1, ';') || (sm_is_sign(scan, k - 1, ':') && !is_of_clock(scan, k - 1))) break;
    if (is_of_noun(scan, x, g)) continue;
    if (g && g->flags & SM_GROUP_VERB) return g->head;
    const sm_group *next = comma && w->last < end && is_trigger(story, w->sentence, k - 1) ? sm_group_of(x, w->last) : NULL;
    if (next && next->flags & SM_GROUP_VERB && next->flags & SM_GROUP_FINITE && !(next->flags & SM_GROUP_RELATIVE)) return next->head; // "Following the strike in A, B on Thursday launched"
    if (is_trigger(story, w->sentence, k - 1)) return trigger_at(story, w->sentence, k - 1);
  }
  for (uint32_t k = w->last; k < end; k++) {
    const sm_group *g = sm_group_of(x, k);
    if (g && g->flags & SM_GROUP_VERB && g->flags & SM_GROUP_FINITE && !(g->flags & SM_GROUP_RELATIVE)) return g->head; // "In August people who had fled were killed"
    if (is_trigger(story, w->sentence, k)) return k;
  }
  return SM_NO_TOKEN;
}

uint32_t sm_head_of_when(const sm_story *story, const sm_when *w) {
  sm_when_facts *facts = &story->when_facts[w - story->whens.items];
  if (facts->has_head == SM_NOT_ASKED) *facts = (sm_when_facts){.head = head_of_when(story, w), .has_head = SM_YES, .speech_day = facts->speech_day};
  return facts->head;
}

/// "On 6 November monitors arrived in A. The previous day, shells had hit B": a day that opens a sentence counts from the one that the sentence before tells,
/// where no strike was told since; NULL none.
const sm_when *sm_day_before(const sm_story *story, const sm_scene *sc, const sm_when *w) {
  enum { LEAD = 2 };
  const sm_scan *scan = &story->scan;
  if (w->sentence == 0 || w->first > scan->s[w->sentence].first + LEAD || w->flags & (SM_WHEN_AFTER | SM_WHEN_ROUND) || scan->s[w->sentence - 1].paragraph != scan->s[w->sentence].paragraph) return NULL;
  if (sc->start != SM_NO_DATE && sc->date_sentence + 1 >= w->sentence) return NULL;
  for (const sm_when *before = w; before > story->whens.items && before[-1].sentence + 1 >= w->sentence; before--)
    if (before[-1].sentence + 1 == w->sentence && before[-1].first >= story->body_first && sm_is_single_day(before - 1)) return before - 1;
  return NULL;
}

sm_date sm_day_reviewed(const sm_story *story, uint32_t s) {
  static const char *const reviews[] = {"review", "overview", "summary", "digest", "account", "chronicle", "report", "bulletin"};
  const sm_scan *scan = &story->scan;
  sm_date base = story->whens.published;
  int back = 0;
  for (uint32_t i = story->when_at[s]; i < story->when_at[s + 1]; i++) {
    const sm_when *w = &story->whens.items[i];
    const uint32_t lead = w->first > scan->s[s].first + 1 && sm_is_article(scan, w->first - 1) ? w->first - 1 : w->first;
    if (w->flags == SM_WHEN_ANCHOR && w->start == w->end && w->start < 0 && lead > scan->s[s].first + 1 && sm_is(scan, lead - 1, SM_W_OF) && SM_IS_ONE_OF(scan, lead - 2, reviews)) back = w->start;
    else if (back && sm_is_sign(scan, w->first - 1, ',') && w->first == w[-1].last + 1) return SM_NO_DATE; // "of the previous day, 2 May"
    else if (sm_is_single_day(w) && !(w->flags & SM_WHEN_ANCHOR)) base = w->start;
  }
  return back && base != SM_NO_DATE ? base + back : SM_NO_DATE;
}

/// "the ceasefire that took effect on Sept. 5", "a truce agreed in May": a verb of no strike stands between the word for peace and the day.
bool sm_is_day_of_truce(const sm_story *story, const sm_when *w) {
  enum { REACH = 7 };
  static const char *const peace[] = {"truce", "ceasefire", "agreement", "agreements", "accord", "accords", "deal", "pact", "treaty", "armistice", "moratorium"}, *const fire[] = {"fire"}, *const cease[] = {"cease"},
                           *const broken[] = {"broke", "broken", "collapsed", "ended", "violated", "breached", "expired", "unravelled"};
  const sm_scan *scan = &story->scan;
  bool verb = false;
  for (uint32_t k = w->first; k > scan->s[w->sentence].first && w->first - k < REACH; k--) {
    const sm_group *g = sm_group_of(&story->syntax, k - 1);
    if (SM_IS_ONE_OF(scan, k - 1, peace) || (SM_IS_ONE_OF(scan, k - 1, fire) && k > 2 && SM_IS_ONE_OF(scan, k - 3, cease))) return verb;
    if (sm_is_punct(scan, k - 1) || sm_has_cue(scan, k - 1, SM_CUE_TRIGGER) || sm_has_cue(scan, k - 1, SM_CUE_CASUALTY) || SM_IS_ONE_OF(scan, k - 1, broken)) return false;
    verb |= g && g->flags & SM_GROUP_VERB;
  }
  return false;
}

bool sm_is_of_whole(const sm_story *story, const sm_when *w) {
  const sm_scan *scan = &story->scan;
  const sm_when *end = story->whens.items + story->whens.n, *day = w + 1;
  if (sm_is_single_day(w) && !(w->flags & SM_WHEN_SINCE)) return false;
  while (day < end && day->sentence == w->sentence && !sm_is_single_day(day)) day++;
  if (day == end || day->sentence != w->sentence) return false;
  for (uint32_t k = w->last; k + 1 < day->first; k++)
    if (sm_is_sign(scan, k, ',') && (sm_is(scan, k + 1, SM_W_INCLUDING) || (sm_is(scan, k + 1, SM_W_AMONG) && sm_is(scan, k + 2, SM_W_THEM)))) return true;
  return false;
}

void sm_date_by_place(const sm_story *story, sm_hit *hit) {
  const sm_scan *scan = &story->scan;
  const uint32_t behind = scan->mentions->items[hit->place].last, on = behind + (behind < hit->last && sm_is(scan, behind, SM_W_ON));
  for (uint32_t i = story->when_at[hit->sentence]; i < story->when_at[hit->sentence + 1]; i++) {
    const sm_when *w = &story->whens.items[i];
    if (w->first != on || !sm_is_single_day(w) || w->flags & (SM_WHEN_ANCHOR | SM_WHEN_AFTER | SM_WHEN_SINCE | SM_WHEN_FUTURE)) continue;
    hit->when = (int)i;
    hit->start = w->start, hit->end = w->end;
    hit->prec = (uint8_t)sm_day_precision(hit->start, hit->end);
    hit->date_inherited = false;
  }
}
