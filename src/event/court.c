// What courts deal with and what is remembered: strikes of weeks or years ago, told on the day of a hearing or a service.
#include "scene.h"

enum { LEAD = 3, LATE = 31 };

/// None of the first sentences tells of a strike or of dead with a day of late.
static bool opens_without_news(const sm_story *story) {
  for (uint32_t s = 0; s < LEAD && s < story->scan.ns; s++)
    if (story->trigger_at[s] < story->trigger_at[s + 1] && sm_has_new_day(story, s, LATE)) return false;
  return true;
}

/// A word of a kind in one of the first sentences, none of the weak ones.
static bool opens_with(const sm_story *story, sm_kind kind) {
  for (uint32_t i = 0; i < story->scan.n_cues; i++) {
    const sm_cue *c = &story->scan.cues[i];
    if (c->cls == SM_CUE_MODE && c->row->kind == kind && !(c->row->flags & SM_ROW_WEAK) && story->scan.t[c->first].sentence < LEAD) return true;
  }
  return false;
}

bool sm_opens_with_memory(const sm_story *story) {
  if (!opens_with(story, SM_K_MEMORY)) return false;
  for (uint32_t s = 0; s < LEAD && s < story->scan.ns; s++)
    if (!sm_sentence_is(&story->scan, s, SM_K_MEMORY) && story->scan.sentence_mask[s] & (1u << SM_CUE_TRIGGER | 1u << SM_CUE_WEAPON | 1u << SM_CUE_CASUALTY) && sm_tells_fresh_day(story, s)) return false;
  return opens_without_news(story);
}

bool sm_is_of_court(const sm_story *story) {
  uint32_t n = 0, last = UINT32_MAX;
  bool old = false;
  for (uint32_t i = 0; i < story->whens.n && story->whens.published != SM_NO_DATE; i++)
    old |= !(story->whens.items[i].flags & SM_WHEN_ANCHOR) && story->whens.items[i].end < story->whens.published - 366;
  for (uint32_t i = 0; i < story->scan.n_cues; i++) {
    const sm_cue *c = &story->scan.cues[i];
    const uint32_t sentence = story->scan.t[c->first].sentence;
    if (c->cls == SM_CUE_MODE && c->row->kind == SM_K_LEGAL && sentence != last) n++, last = sentence;
  }
  return n >= 3 && (old || (opens_with(story, SM_K_LEGAL) && opens_without_news(story)));
}

/// "the bombing of a bus in May", "the September 2010 bombing": a time long before the report stands with the word for the strike.
static bool is_of_old_time(const sm_story *story, const sm_trigger *g) {
  enum { BEFORE = 4, BEHIND = 10 };
  for (uint32_t i = story->when_at[g->sentence]; i < story->when_at[g->sentence + 1]; i++) {
    const sm_when *w = &story->whens.items[i];
    if (w->flags & SM_WHEN_ANCHOR || w->end >= story->whens.published - LATE) continue;
    if (w->last <= g->first ? g->first - w->last < BEFORE : w->first >= g->last && w->first - g->last < BEHIND) return true;
  }
  return false;
}

/// "charged with", "charged three men over", but "charged the crowd".
static bool is_charge(const sm_scan *scan, uint32_t k, uint32_t end) {
  enum { REACH = 12 };
  static const char *const charged[] = {"charged"}, *const over[] = {"over", "of"};
  if (!SM_IS_ONE_OF(scan, k, charged)) return false;
  for (uint32_t i = k + 1; i < end && i < k + REACH; i++)
    if (sm_is(scan, i, SM_W_WITH) || SM_IS_ONE_OF(scan, i, over)) return !sm_has_cue(scan, i + 1, SM_CUE_WEAPON); // "drones charged with explosives"
  return false;
}

/// "opened a pre-trial investigation into the shelling": of late, and no trial.
static bool is_before_trial(const sm_scan *scan, uint32_t s) {
  static const char *const pre[] = {"pre", "Pre", "pretrial"};
  for (uint32_t k = scan->s[s].first; k < scan->s[s].last; k++)
    if (SM_IS_ONE_OF(scan, k, pre)) return true;
  return false;
}

/// What is done at a court, by a word before the strike that it is done about.
static bool is_court_act(const sm_scan *scan, uint32_t k, uint32_t s) {
  static const char *const acts[] = {"case", "cases", "trial", "trials", "hearings", "convicted", "sentenced", "charges", "charged", "acquitted", "indicted", "suspects", "suspect", "accused", "defendant", "defendants", "wanted", "custody", "investigation", "inquiry", "condemned", "pleaded", "upheld", "appeal", "verdict", "guilty", "conviction", "jury", "tried", "rejected", "cleared", "jailed", "sue", "complaint", "prosecutors"};
  static const char *const plain[] = {"jailed", "indicted", "warrants", "imprisoned"}, *const heard[] = {"heard", "told"}, *const courts[] = {"court", "Court", "tribunal", "jury", "judge", "judges"}, *const years[] = {"years"}, *const over[] = {"for", "over"};
  if (SM_IS_ONE_OF(scan, k, plain) || is_charge(scan, k, scan->s[s].last)) return true;
  if (!sm_sentence_is(scan, s, SM_K_LEGAL)) return false;
  if (SM_IS_ONE_OF(scan, k, acts) || (SM_IS_ONE_OF(scan, k, years) && SM_IS_ONE_OF(scan, k + 1, over))) return true;
  if (!SM_IS_ONE_OF(scan, k, heard)) return false;
  for (uint32_t i = scan->s[s].first; i < k + 3 && i < scan->s[s].last; i++)
    if (SM_IS_ONE_OF(scan, i, courts)) return true;
  return false;
}

/// "jailed on Thursday for the bombing": the day is the court's; but "for Monday's bombing", "who bombed a bus on Monday".
bool sm_has_day_of_its_own(const sm_story *story, const sm_trigger *g, uint32_t s) {
  enum { BEFORE = 3 };
  if (!sm_has_new_day(story, s, LATE)) return false;
  for (uint32_t i = story->when_at[s]; i < story->when_at[s + 1]; i++) {
    const sm_when *w = &story->whens.items[i];
    const uint32_t head = w->flags & SM_WHEN_ANCHOR || w->end < story->whens.published - LATE ? SM_NO_TOKEN : sm_head_of_when(story, w);
    if (head != SM_NO_TOKEN && head + BEFORE >= g->first && (sm_has_cue(&story->scan, head, SM_CUE_TRIGGER) || sm_has_cue(&story->scan, head, SM_CUE_CASUALTY))) return true;
  }
  return false;
}

/// "the hearings on the case of the explosion", "jailed three men over the bombing of a market": what a court deals with, weeks ago or on no day.
static bool is_case(const sm_story *story, const sm_trigger *g, uint32_t s) {
  const sm_scan *scan = &story->scan;
  if (story->whens.published == SM_NO_DATE) return false;
  for (uint32_t k = g->first; k > scan->s[s].first && !sm_is_sign(scan, k - 1, ';'); k--)
    if (is_court_act(scan, k - 1, s)) return !is_before_trial(scan, s) && (!sm_has_day_of_its_own(story, g, s) || is_of_old_time(story, g));
  return false;
}

bool sm_is_before_court(const sm_story *story, const sm_trigger *g, uint32_t s) {
  if (is_case(story, g, s)) return true;
  if (g->row->form != SM_F_ING || g->first == story->scan.s[s].first || sm_has_new_day(story, s, 366)) return false;
  if (!sm_is(&story->scan, g->first - 1, SM_W_OF) && !sm_is(&story->scan, g->first - 1, SM_W_FOR) && !sm_is(&story->scan, g->first - 1, SM_W_WITH)) return false;
  return sm_sentence_is(&story->scan, s, SM_K_LEGAL);
}

bool sm_tells_court(const sm_story *story, uint32_t s) {
  for (uint32_t i = story->trigger_at[s]; i < story->trigger_at[s + 1]; i++)
    if (sm_is_before_court(story, &story->triggers.items[i], s)) return true;
  return false;
}

bool sm_tells_memorial(const sm_story *story, uint32_t s) {
  static const char *const late[] = {"vigil", "vigils"}; // held the day after
  for (uint32_t k = story->scan.s[s].first; k < story->scan.s[s].last && sm_sentence_is(&story->scan, s, SM_K_MEMORY); k++)
    if (SM_IS_ONE_OF(&story->scan, k, late)) return false;
  return sm_sentence_is(&story->scan, s, SM_K_MEMORY) && (s <= sm_first_of_body(story) || story->trigger_at[s] < story->trigger_at[s + 1]) && sm_tells_fresh_day(story, s) && (story->trigger_at[s] == story->trigger_at[s + 1] || !sm_has_new_day(story, s, LATE));
}
