// Days of what was said or seen since: none of a strike, but other times count from them.
#include "scene.h"

enum { TRACE_REACH = 14 };

static bool is_trace(const sm_scan *scan, uint32_t i) {
  static const char *const traces[] = {"crater", "craters", "impact", "impacts", "hole", "holes", "damage", "damaged", "destroyed", "shattered", "remnants", "fragments", "debris", "ruins", "rubble", "burnt", "charred"};
  return SM_IS_ONE_OF(scan, i, traces);
}

/// Traces of a strike between two tokens, told before any word for the strike itself.
static bool has_traces(const sm_scan *scan, uint32_t first, uint32_t last) {
  for (uint32_t k = first; k < last; k++) {
    if (is_trace(scan, k)) return true;
    if (sm_has_cue(scan, k, SM_CUE_TRIGGER)) return false;
  }
  return false;
}

bool sm_is_day_of_sighting(const sm_story *story, const sm_when *w) {
  static const char *const sees[] = {"saw", "seen", "observed", "noted", "inspected", "visited", "viewed", "photographed", "examined", "found"};
  const sm_scan *scan = &story->scan;
  const uint32_t head = sm_head_of_when(story, w);
  if (head == SM_NO_TOKEN || w->flags & SM_WHEN_ANCHOR || !SM_IS_ONE_OF(scan, head, sees)) return false;
  const sm_group *verb = sm_group_of(&story->syntax, head);
  if (!verb || !(verb->flags & SM_GROUP_VERB)) return false;
  const uint32_t first = scan->s[w->sentence].first, last = scan->s[w->sentence].last;
  if (verb->flags & SM_GROUP_PASSIVE) return has_traces(scan, first, verb->first);
  return has_traces(scan, verb->last, last < verb->last + TRACE_REACH ? last : verb->last + TRACE_REACH);
}

bool sm_is_day_of_laying(const sm_story *story, const sm_when *w) {
  static const char *const lays[] = {"planted", "laid", "placed", "buried", "hidden", "concealed", "left", "parked", "installed"};
  const sm_scan *scan = &story->scan;
  const sm_group *right_before = w->first > 0 ? sm_group_of(&story->syntax, w->first - 1) : NULL; // "had been planted overnight, the army said"
  const uint32_t head = right_before && right_before->flags & SM_GROUP_VERB ? right_before->head : sm_head_of_when(story, w);
  const sm_group *verb = head == SM_NO_TOKEN || head > w->first || !SM_IS_ONE_OF(scan, head, lays) ? NULL : sm_group_of(&story->syntax, head);
  if (!verb || !(verb->flags & SM_GROUP_VERB) || !(verb->flags & SM_GROUP_PASSIVE) || !(scan->sentence_mask[w->sentence] & (1u << SM_CUE_WEAPON | SM_AFTER_WEAPON))) return false;
  for (uint32_t k = verb->first; k < verb->head; k++)
    if (sm_is_have(scan, k)) return true; // "had been planted overnight"
  for (uint32_t i = story->when_at[w->sentence]; i < story->when_at[w->sentence + 1] && !(verb->flags & SM_GROUP_FINITE); i++)
    if (&story->whens.items[i] != w && story->whens.items[i].first > w->last && !(story->whens.items[i].flags & SM_WHEN_ANCHOR)) return true; // "a bomb planted on Sunday killed two on Monday"
  return false;
}

bool sm_is_day_of_saying(const sm_story *story, const sm_when *w) {
  const uint32_t head = sm_head_of_when(story, w);
  const sm_group *verb = head == SM_NO_TOKEN || head > w->first ? NULL : sm_group_of(&story->syntax, head);
  const sm_cue_row *says = verb && verb->flags & SM_GROUP_REPORTING ? sm_cue_at(&story->scan, head, SM_CUE_REPORTING, NULL) : NULL;
  if (!says || says->form == SM_F_FIGURE || says->flags & SM_ROW_CLAIM) return false; // "claimed six operations on Wednesday"
  if (!(verb->flags & SM_GROUP_PASSIVE)) return true;
  static const char *const told[] = {"This", "this", "It", "it", "That", "that"}; // not "a second flight was reported on Friday"
  return verb->subject >= 0 && SM_IS_ONE_OF(&story->scan, story->syntax.groups[verb->subject].head, told);
}

static bool is_message(const sm_scan *scan, uint32_t i) {
  static const char *const messages[] = {"statement", "statements", "message", "messages", "report", "interview", "tweet", "tweets", "post", "posts", "conference", "briefing", "release",
                                         "communique", "communiqué", "letter", "video", "recording", "broadcast", "bulletin", "speech", "update", "dispatch", "videos", "footage", "pictures", "photographs", "photos", "images", "summary", "declaration"};
  return SM_IS_ONE_OF(scan, i, messages);
}

static bool is_sent(const sm_scan *scan, uint32_t i) {
  static const char *const sent[] = {"released", "issued", "published", "posted", "aired", "broadcast", "made", "sent", "carried", "circulated", "shared", "distributed", "signed", "dated", "recorded", "uploaded"};
  return SM_IS_ONE_OF(scan, i, sent);
}

/// "a video | released on Facebook on Tuesday": the word behind what was sent, and how; the day's own first word where none was sent.
static uint32_t first_of_sending(const sm_story *story, const sm_when *w) {
  enum { REACH = 8 };
  const sm_scan *scan = &story->scan;
  const uint32_t floor = scan->s[w->sentence].first;
  for (uint32_t k = w->first; k > floor && w->first - k < REACH && !sm_is_punct(scan, k - 1); k--) {
    if (is_sent(scan, k - 1)) return k - 1;
    if (sm_has_cue(scan, k - 1, SM_CUE_TRIGGER)) break;
  }
  return w->first;
}

/// "the communiqué no. 12 of 4 October": the last word of what the day is of.
static uint32_t last_named(const sm_scan *scan, uint32_t floor, uint32_t k) {
  static const char *const no[] = {"no", "No", "number", "nr"};
  if (k > floor + 1 && scan->t[k - 1].flags & SM_TOKEN_NUMBER) {
    uint32_t i = k - 1;
    if (i > floor && sm_is_sign(scan, i - 1, '.')) i--;
    if (i > floor && SM_IS_ONE_OF(scan, i - 1, no)) return i - 1;
  }
  return k;
}

/// "a video that | the army released": the word behind what somebody sent, told by a relative clause; else the one given.
static uint32_t before_sender(const sm_story *story, uint32_t floor, uint32_t k) {
  const sm_group *verb = sm_group_of(&story->syntax, k);
  const uint32_t sender = verb && verb->flags & SM_GROUP_VERB && verb->subject >= 0 ? story->syntax.groups[verb->subject].first : 0;
  if (sender < floor + 2 || sender >= k) return k;
  return sm_is(&story->scan, sender - 1, SM_W_THAT) || sm_is(&story->scan, sender - 1, SM_W_WHICH) ? sender - 1 : sender;
}

bool sm_is_day_of_message(const sm_story *story, const sm_when *w) {
  static const sm_word leads[] = {SM_W_IN, SM_W_AT, SM_W_TO, SM_W_BY};
  const sm_scan *scan = &story->scan;
  const uint32_t floor = scan->s[w->sentence].first, end = scan->s[w->sentence].last;
  if (w->last < end && is_message(scan, w->last) && !(w->first > floor && sm_is(scan, w->first - 1, SM_W_ON))) return true; // "a Tuesday statement"
  uint32_t k = first_of_sending(story, w);
  const bool sent = k < w->first, of = !sent && k > floor && sm_is(scan, k - 1, SM_W_OF);
  while (k > floor && (sm_is(scan, k - 1, SM_W_ON) || sm_is(scan, k - 1, SM_W_OF) || sm_has_cue(scan, k - 1, SM_CUE_TIME))) k--;
  k = last_named(scan, floor, k);
  if (sent && k > floor && !is_message(scan, k - 1)) k = before_sender(story, floor, k);
  const sm_group *noun = k > floor && is_message(scan, k - 1) ? sm_group_of(&story->syntax, k - 1) : NULL;
  return noun && (sent || of || (noun->lead != SM_NO_TOKEN && SM_IS_ANY(scan, noun->lead, leads)));
}

bool sm_is_day_of_speaking(const sm_story *story, const sm_when *w) {
  static const char *const speaks[] = {"speaking", "Speaking", "asked", "Asked", "reached", "Reached", "contacted", "Contacted", "interviewed", "Interviewed", "questioned", "Questioned", "addressing", "Addressing", "briefing", "Briefing", "joined", "Joined", "quoted", "talking", "Talking"};
  const uint32_t head = sm_head_of_when(story, w);
  const sm_group *verb = head == SM_NO_TOKEN || head > w->first || !SM_IS_ONE_OF(&story->scan, head, speaks) ? NULL : sm_group_of(&story->syntax, head);
  return verb && verb->flags & SM_GROUP_VERB && verb->first == head && (head == story->scan.s[w->sentence].first || sm_is_sign(&story->scan, head - 1, ','));
}

/// "repeated on Tuesday that ...", "expressed concern on Tuesday over ...": what the verb is about stands behind the day.
static bool tells_of_deed(const sm_story *story, const sm_when *w, uint32_t head) {
  static const char *const about[] = {"that", "over", "about", "regarding", "concerning"};
  const sm_group *verb = head == SM_NO_TOKEN || head > w->first ? NULL : sm_group_of(&story->syntax, head);
  if (!verb || !(verb->flags & SM_GROUP_VERB) || !SM_IS_ONE_OF(&story->scan, w->last, about)) return false;
  return !sm_has_cue(&story->scan, head, SM_CUE_TRIGGER) && !sm_has_cue(&story->scan, head, SM_CUE_CASUALTY);
}

bool sm_is_day_of_retelling(const sm_story *story, const sm_scene *sc, const sm_when *w, uint32_t trigger) {
  enum { WEEK = 7 };
  if (sc->start == SM_NO_DATE || !sm_is_single_day(w) || w->start <= sc->end || w->start > sc->end + WEEK || w->last > trigger) return false;
  const uint32_t head = sm_head_of_when(story, w);
  if (tells_of_deed(story, w, head)) return true;
  const sm_group *verb = head == SM_NO_TOKEN || head < w->last || head > trigger ? NULL : sm_group_of(&story->syntax, head);
  for (uint32_t k = w->last; verb && k < head; k++)
    if (sm_is_sign(&story->scan, k, '(')) return false;
  return verb && verb->flags & SM_GROUP_REPORTING && !(verb->flags & SM_GROUP_PASSIVE) && verb->last <= trigger;
}

/// "On Tuesday the army said that": the day that opens the sentence of who said it.
static bool opens_saying(const sm_story *story, const sm_when *w) {
  const uint32_t head = sm_head_of_when(story, w);
  const sm_group *verb = head == SM_NO_TOKEN || head < w->last ? NULL : sm_group_of(&story->syntax, head);
  return verb && verb->flags & SM_GROUP_REPORTING && sm_is(&story->scan, verb->last, SM_W_THAT);
}

int sm_days_since_said(const sm_story *story, const sm_when *w) {
  enum { WEEK = 7 };
  const sm_date published = story->whens.published;
  if (!(w->flags & (SM_WHEN_RECKONED | SM_WHEN_NIGHT)) || published == SM_NO_DATE) return 0;
  for (uint32_t i = story->when_at[w->sentence]; i < story->when_at[w->sentence + 1]; i++) {
    const sm_when *said = &story->whens.items[i];
    if (said == w || said->flags & SM_WHEN_RECKONED || !sm_is_single_day(said) || said->start >= published || said->start < published - WEEK) continue;
    if (sm_is_speech_day(story, said) || sm_is_day_of_saying(story, said) || opens_saying(story, said)) return (int)(published - said->start);
  }
  return 0;
}

bool sm_is_day_told(const sm_story *story, const sm_when *w) {
  static const char *const bounds[] = {"until", "till", "since", "by", "after", "before", "from"}; // "no electricity until Monday"
  if (w->first > 0 && SM_IS_ONE_OF(&story->scan, w->first - 1, bounds)) return false;
  return !(w->flags & SM_WHEN_ANCHOR) && w->prec <= 2 && w->start != SM_NO_DATE && w->end <= w->start + 1 && !sm_is_speech_day(story, w);
}
