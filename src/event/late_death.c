// Deaths at once and deaths after the strike: of wounds, in hospital, on a day of their own.
#include "away.h"
#include "crowd.h"
#include "scene.h"

bool sm_is_at_once(const sm_scan *scan, uint32_t from, uint32_t to) {
  static const char *const places[] = {"spot", "scene", "site"}, *const ways[] = {"instantly", "immediately", "outright"}, *const once[] = {"once"};
  for (uint32_t k = from; k < to; k++)
    if (SM_IS_ONE_OF(scan, k, ways) || (k > from && SM_IS_ONE_OF(scan, k, once) && sm_is(scan, k - 1, SM_W_AT)) || (SM_IS_ONE_OF(scan, k, places) && sm_is(scan, k - 1, SM_W_THE))) return true;
  return false;
}

/// "two of the 17 wounded died", "a boy hurt in the strike died", but not "two were wounded and one died"
static bool is_told_of_wounded(const sm_scan *scan, uint32_t cue) {
  static const char *const wounded[] = {"wounded", "injured", "hurt"};
  enum { BACK = 8 };
  for (uint32_t k = cue; k > scan->s[scan->t[cue].sentence].first && cue - k < BACK; k--) {
    if (sm_is_punct(scan, k - 1) || sm_is(scan, k - 1, SM_W_AND) || sm_is(scan, k - 1, SM_W_BUT)) return false;
    uint32_t who = k - 1;
    while (who > 0 && sm_is_light(scan, who - 1)) who--;
    const bool whose = who < k - 1 && who > 0 && SM_IS_ONE_OF(scan, k - 1, wounded) && sm_is(scan, who - 1, SM_W_WHO); // "a girl who had been hurt in it died"
    if (SM_IS_ONE_OF(scan, k - 1, wounded)) return whose || (k > 1 && !sm_is_light(scan, k - 2) && (sm_is(scan, k - 2, SM_W_THE) || !sm_read_number(scan, k - 2, &(int){0}, &(uint32_t){0})));
  }
  return false;
}

/// "could not be saved and died", "who was in a coma, died", "did not survive surgery": somebody lay in care before the word.
static bool lay_in_care(const sm_scan *scan, uint32_t cue) {
  static const char *const saved[] = {"saved"}, *const state[] = {"coma", "critical"};
  enum { BACK = 12 };
  for (uint32_t k = cue; k > scan->s[scan->t[cue].sentence].first && cue - k < BACK && !sm_is_sign(scan, k - 1, ';'); k--) {
    if (SM_IS_ONE_OF(scan, k - 1, saved) && k > 2 && sm_is_be(scan, k - 2)) return true;
    if (SM_IS_ONE_OF(scan, k - 1, state) && sm_is(scan, k - 2, sm_is(scan, k - 2, SM_W_A) ? SM_W_A : SM_W_IN)) return true;
  }
  return false;
}

/// "did not survive the night", "could not be saved"
static bool is_lost_in_care(const sm_scan *scan, uint32_t cue, uint32_t after) {
  static const char *const ends[] = {"survive", "saved", "it"};
  return after > cue + 2 && SM_IS_ONE_OF(scan, after - 1, ends);
}

static bool dies(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"died", "die", "dies", "dying", "away", "perished"};
  return SM_IS_ONE_OF(scan, i, words);
}

static bool succumbs(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"succumbed", "succumbs", "succumbing"};
  return SM_IS_ONE_OF(scan, i, words);
}

bool sm_is_late_death(const sm_scan *scan, uint32_t cue, uint32_t after) {
  static const char *const hurt[] = {"wounds", "injuries", "burns", "wound", "injury"},
                           *const ward[] = {"hospital", "hospitals", "surgery", "operation", "ambulance", "ambulances", "clinic", "care"}, *const during[] = {"during", "after"}, *const table[] = {"operating"}, *const way[] = {"way"};
  if (succumbs(scan, cue) || is_lost_in_care(scan, cue, after)) return true;
  if (!dies(scan, after - 1)) return false;
  enum { CLAUSE = 12 };
  bool where = false;
  for (uint32_t k = cue; k > scan->s[scan->t[cue].sentence].first && cue - k < CLAUSE && !sm_is_sign(scan, k - 1, ';'); k--) {
    where |= sm_is(scan, k - 1, SM_W_WHERE);
    if (where && SM_IS_ONE_OF(scan, k - 1, ward)) return true; // "were taken to a hospital in X, where a girl died"
  }
  for (uint32_t k = after; k < after + CLAUSE && k < scan->s[scan->t[cue].sentence].last && !sm_is_sign(scan, k, ';'); k++)
    if (sm_is(scan, k, SM_W_WHERE)) return sm_is_taken_there(scan, k + 1); // "died in X, where he was taken for surgery"
  if (is_told_of_wounded(scan, cue) || lay_in_care(scan, cue)) return true;
  for (uint32_t k = after + 1; k < after + 4 && k < scan->n; k++) {
    if (sm_is(scan, after, SM_W_OF) && SM_IS_ONE_OF(scan, k, hurt)) return true;
    if ((sm_is(scan, after, SM_W_IN) || sm_is(scan, after, SM_W_AT) || SM_IS_ONE_OF(scan, after, during)) && SM_IS_ONE_OF(scan, k, ward)) return true;
    if (sm_is(scan, after, SM_W_ON) && (SM_IS_ONE_OF(scan, k, table) || (SM_IS_ONE_OF(scan, k, way) && sm_is(scan, k + 1, SM_W_TO)))) return true;
  }
  return false;
}

bool sm_is_since_told(const sm_scan *scan, const sm_figure *f) {
  enum { REACH = 6 };
  static const char *const since[] = {"since"};
  const uint32_t floor = scan->s[f->sentence].first;
  for (uint32_t k = f->first < f->cue ? f->first : f->cue, n = 0; k > floor + 1 && n < REACH && !sm_is_punct(scan, k - 1); k--, n++)
    if (SM_IS_ONE_OF(scan, k - 1, since)) return sm_is_have(scan, k - 2);
  return false;
}

bool sm_were_wounded(const sm_scan *scan, const sm_figure *f) {
  for (uint32_t k = f->first; k < f->last && f->killed_low > 0 && f->last <= f->cue; k++) {
    const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_CASUALTY, NULL);
    if (row && row->kind == SM_K_INJURED && row->form == SM_F_PAST) return true;
  }
  return false;
}

bool sm_dies_days_later(const sm_scan *scan, uint32_t after) {
  static const char *const later[] = {"later"};
  int value;
  uint32_t k = after, last;
  if (SM_IS_ONE_OF(scan, k, later) && sm_is_punct(scan, k + 1)) return true;
  if (sm_read_number(scan, k, &value, &last)) k = last;
  const sm_cue_row *unit = sm_cue_at(scan, k, SM_CUE_TIME, &last);
  return unit && unit->kind == SM_K_TIME_UNIT && unit->part != 'y' && SM_IS_ONE_OF(scan, last, later);
}

/// ", and his granddaughter", "; a cleaner", "while three": people of a clause of their own, beside those of the one before.
static bool opens_beside(const sm_scan *scan, const sm_figure *f) {
  static const char *const joins[] = {"and", "while"};
  if (f->first == 0) return false;
  const bool one = f->killed_high == 1 && (sm_is_indefinite(scan, f->first) || sm_is_possessive(scan, f->first));
  return SM_IS_ONE_OF(scan, f->first - 1, joins) || (one && sm_is_sign(scan, f->first - 1, ';'));
}

bool sm_dies_besides(const sm_scan *scan, const sm_figures *out, uint32_t from, const sm_figure *f) {
  static const char *const later[] = {"later"};
  if (out->n == from || f->killed_low <= 0 || f->flags & (SM_FIGURE_TOLL | SM_FIGURE_PART)) return false;
  const sm_figure *before = &out->items[out->n - 1];
  const bool late = f->flags & SM_FIGURE_LATE || SM_IS_ONE_OF(scan, f->cue + 1, later) || SM_IS_ONE_OF(scan, f->cue - 1, later);
  if (!late || before->killed_low <= 0 || before->cue >= f->first) return false;
  return sm_is_at_once(scan, before->cue, f->first) || (before->last <= before->cue && opens_beside(scan, f));
}

bool sm_is_day_of_late_death(const sm_story *story, const sm_when *w) {
  static const char *const bed[] = {"hospital", "hospitals", "wounds", "injuries", "treatment", "clinic", "surgery", "burns"};
  const uint32_t head = sm_head_of_when(story, w);
  if (head == SM_NO_TOKEN || !(dies(&story->scan, head) || succumbs(&story->scan, head))) return false;
  enum { REACH = 6, BACK = 9 };
  const uint32_t end = story->scan.s[w->sentence].last, last = head > w->last ? head : w->last;
  for (uint32_t k = head < w->first ? head : w->first; k < end && k < last + REACH; k++)
    if (SM_IS_ONE_OF(&story->scan, k, bed)) return true;
  for (uint32_t k = head; k > story->scan.s[w->sentence].first && head - k < BACK && !sm_is_punct(&story->scan, k - 1); k--)
    if (SM_IS_ONE_OF(&story->scan, k - 1, bed)) return true; // "a woman who was brought to the clinic died on Friday"
  return false;
}

/// "On 8 June, another man succumbed to his wounds": no verb and no word of striking between the day and the word.
static bool is_first_told_next(const sm_story *story, uint32_t first, uint32_t word) {
  for (uint32_t k = first; k < word; k++) {
    const sm_group *g = sm_group_of(&story->syntax, k);
    const sm_cue_row *hurt = sm_cue_at(&story->scan, k, SM_CUE_CASUALTY, NULL); // "one of the wounded"
    const bool verb = g && g->flags & SM_GROUP_VERB && g->flags & SM_GROUP_FINITE && word >= g->last && !(g->flags & SM_GROUP_RELATIVE);
    if (!(hurt && hurt->kind == SM_K_INJURED) && (verb || sm_has_cue(&story->scan, k, SM_CUE_TRIGGER))) return false;
  }
  return true;
}

bool sm_is_day_of_late_toll(const sm_story *story, const sm_when *w, const sm_figure *f) {
  enum { REACH = 8 };
  if (!(f->flags & SM_FIGURE_LATE)) return false;
  return w->first > f->cue ? w->first - f->cue <= REACH : is_first_told_next(story, w->last, f->cue);
}
