// Tolls of no single strike: sums over a war, a year, several strikes or the places of a list.
#include "crowd.h"

/// "the worst attack since a bombing killed 45 at X": of what it is compared with.
static bool is_comparison(const sm_scan *scan, uint32_t i, uint32_t end) {
  static const char *const since[] = {"since"}, *const most[] = {"worst", "deadliest", "bloodiest", "heaviest", "biggest", "largest", "first"};
  enum { NEAR = 6, REACH = 8 };
  bool ranked = false, toll = false, place = false;
  for (uint32_t k = i; SM_IS_ONE_OF(scan, i, since) && k > 0 && i - k < NEAR && scan->t[k - 1].sentence == scan->t[i].sentence; k--) ranked |= SM_IS_ONE_OF(scan, k - 1, most);
  for (uint32_t k = i + 1; ranked && k < end && k < i + REACH && !sm_is_punct(scan, k); k++) toll |= sm_has_cue(scan, k, SM_CUE_CASUALTY);
  uint32_t where = i + 1;
  for (; toll && where < end && !place; where++) place = scan->mention_at[where] != 0; // else the place told before would take it
  for (uint32_t k = 0; k < i && place; k++) place = !scan->mention_at[k] || !sm_str_equal(sm_span_text(scan, sm_tokens_span(scan, k, k + 1)), sm_span_text(scan, sm_tokens_span(scan, where - 1, where)));
  return place && !sm_has_cue(scan, i + 1, SM_CUE_TIME);
}

/// "since the attack of 30 December, in which 25 died": the figure is of the strike that the time is counted from.
static bool is_since_strike(const sm_scan *scan, uint32_t i, uint32_t end) {
  enum { NOUN = 5, CLAUSE = 9 };
  static const char *const since[] = {"since", "Since"};
  uint32_t k = i + 1;
  if (!SM_IS_ONE_OF(scan, i, since) || !sm_is_article(scan, k)) return false;
  while (k < end && k <= i + NOUN && !sm_has_cue(scan, k, SM_CUE_TRIGGER)) k++;
  if (!sm_has_cue(scan, k, SM_CUE_TRIGGER)) return false;
  for (uint32_t c = k + 1; c < end && c < k + CLAUSE; c++)
    if (sm_is(scan, c, SM_W_WHICH) || sm_is(scan, c, SM_W_THAT) || sm_is(scan, c, SM_W_WHEN)) return true;
  return false;
}

static bool is_war(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"war",      "conflict", "insurgency", "genocide",  "uprising",
                                      "invasion", "hostilities", "violence", "Violence", "bloodshed",
                                      "unrest"};
  return SM_IS_ONE_OF(scan, i, words);
}

/// "the fighting has so far killed"
static bool is_campaign(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"fighting", "offensive", "campaign", "clashes", "crackdown", "battle", "battles", "siege", "operation", "exchanges", "skirmishes"};
  return SM_IS_ONE_OF(scan, i, words);
}

/// "since 30 people were hurt", "since the staff had left": what tells why, behind "since".
static bool is_why(const sm_scan *scan, uint32_t i, uint32_t end) {
  enum { REACH = 5 };
  static const char *const begins[] = {"began", "started", "broke", "seized", "took", "launched", "start", "beginning", "outbreak", "invaded", "joined"};
  bool verb = false;
  for (uint32_t k = i; k < end && k < i + REACH + 1 && !sm_is_punct(scan, k); k++) {
    if (sm_has_cue(scan, k, SM_CUE_TIME) || sm_is_year(scan, k) || is_war(scan, k) || is_campaign(scan, k) || SM_IS_ONE_OF(scan, k, begins)) return false;
    verb |= k > i && (sm_is_be(scan, k) || sm_is_have(scan, k));
  }
  return verb;
}

/// "since the war began", "this year", but not "since dawn", "in the past 24 hours".
static bool is_sum_cue(const sm_scan *scan, uint32_t i, uint32_t end) {
  uint32_t last;
  const sm_cue_row *mode = sm_cue_at(scan, i, SM_CUE_MODE, &last);
  if (!mode || mode->kind != SM_K_SUM) return false;
  static const char *const since[] = {"since"};
  if (SM_IS_ONE_OF(scan, i, since) && is_why(scan, i + 1, end)) return false;
  if (is_comparison(scan, i, end) || is_since_strike(scan, i, end) || (SM_IS_ONE_OF(scan, i, since) && i > 0 && sm_is_have(scan, i - 1))) return false; // "have since spoken of 50 dead"
  if (sm_has_cue(scan, last, SM_CUE_CASUALTY) || (SM_IS_ONE_OF(scan, i, since) && last == i + 1 && sm_is_punct(scan, last))) return false; // "has since died", "have died since."
  static const char *const lately[] = {"yesterday", "overnight"}, *const night[] = {"night"};
  if (SM_IS_ONE_OF(scan, last, lately) || SM_IS_ONE_OF(scan, last + 1, night)) return false; // "since last night"
  for (uint32_t k = last; k < end && k < last + 4; k++) {
    const sm_cue_row *time = sm_cue_at(scan, k, SM_CUE_TIME, NULL);
    if (!time) continue;
    if (time->kind == SM_K_PART || time->kind == SM_K_DAY ||
        (time->kind == SM_K_TIME_UNIT && (time->part == 'h' || time->part == 'd')))
      return false;
    break;
  }
  return true;
}

/// "in three months of this campaign", "over the past two years", but not "the worst attack in two years".
static bool is_long_span(const sm_scan *scan, uint32_t i, uint32_t first, uint32_t end) {
  static const char *const over[] = {"in", "over", "during", "In", "Over", "During", "within"};
  if (!SM_IS_ONE_OF(scan, i, over)) return false;
  int value = 0;
  uint32_t last = 0, k = i + 1;
  static const char *const past[] = {"the", "past", "last", "first", "these", "those"};
  while (k < end && SM_IS_ONE_OF(scan, k, past)) k++;
  const sm_cue_row *unit =
      sm_read_number(scan, k, &value, &last) && value > 1 ? sm_cue_at(scan, last, SM_CUE_TIME, NULL) : NULL;
  if (!unit || unit->kind != SM_K_TIME_UNIT || !(unit->part == 'w' || unit->part == 'm' || unit->part == 'y'))
    return false;
  for (uint32_t w = i; w > first && i - w < 7; w--) {
    sm_str word = sm_span_text(scan, sm_tokens_span(scan, w - 1, w));
    bool best = word.len > 4 && memcmp(word.ptr + word.len - 3, "est", 3) == 0;
    const sm_cue_row *rank = sm_cue_at(scan, w - 1, SM_CUE_NUMBER, NULL);
    if (best || sm_str_equal(word, SM_STR("worst")) || sm_str_equal(word, SM_STR("most")) ||
        (rank && rank->kind == SM_K_ORDINAL))
      return false;
  }
  return true;
}

/// "over the week", "during the past month", "in three days of bombardment"
static bool is_round_span(const sm_scan *scan, uint32_t i, uint32_t end) {
  static const char *const over[] = {"over", "during", "Over", "During"}, *const within[] = {"in", "In", "after", "After"}, *const past[] = {"past", "last", "previous", "same", "whole"}, *const days[] = {"days", "nights"};
  const bool whole = SM_IS_ONE_OF(scan, i, over);
  if (!whole && !SM_IS_ONE_OF(scan, i, within)) return false;
  int value;
  uint32_t last, k = i + 1;
  static const char *const recent[] = {"recent"}, *const spans[] = {"days", "weeks", "months", "years"};
  if (SM_IS_ONE_OF(scan, k, recent) && SM_IS_ONE_OF(scan, k + 1, spans)) return true; // "in recent days"
  if (k + 2 < end && sm_read_number(scan, k, &value, &last) && value > 1 && last + 2 < end && SM_IS_ONE_OF(scan, last, days) && sm_is(scan, last + 1, SM_W_OF)) return true;
  if (!sm_is(scan, k++, SM_W_THE)) return false;
  const sm_cue_row *month = sm_is(scan, k + 1, SM_W_OF) && k + 2 < end ? sm_cue_at(scan, k + 2, SM_CUE_TIME, NULL) : NULL;
  if (month && month->kind == SM_K_MONTH) return true; // "in the month of July"
  const bool before = SM_IS_ONE_OF(scan, k, past);
  if (before) k++;
  if (!whole && sm_is_sign(scan, k + 1, ',') && sm_is_indefinite(scan, k + 2)) return false; // "In the previous month, an air strike killed five"
  const sm_cue_row *unit = k < end && (whole || before) ? sm_cue_at(scan, k, SM_CUE_TIME, NULL) : NULL;
  return unit && unit->kind == SM_K_TIME_UNIT && (unit->part == 'w' || unit->part == 'm' || unit->part == 'y') && !sm_is(scan, k + 1, SM_W_OF);
}

enum { MORE_THAN_ONE = 5000 }; ///< no single strike has killed as many since 1945

/// "the war has killed", "killed in the conflict".
static bool is_of_war(const sm_scan *scan, const sm_figure *f, uint32_t first, uint32_t end) {
  static const char *const left[] = {"left", "leaves"};
  for (uint32_t k = f->cue; k > first && f->cue - k < 8 && !sm_parts_items(scan, k - 1); k--)
    if (is_war(scan, k - 1) && (sm_is_have(scan, k) || sm_is(scan, k, SM_W_THAT) || sm_is(scan, k, SM_W_WHICH) || k == f->cue || SM_IS_ONE_OF(scan, k, left))) return true; // "a war that cost 1,300 lives", "the conflict left 829 dead"
  bool opened = sm_is(scan, first, SM_W_THE) && is_war(scan, first + 1), war = opened || (sm_is(scan, first, SM_W_THE) && is_campaign(scan, first + 1));
  bool has = false;
  for (uint32_t k = first + 1; k < f->cue; k++) {
    has |= war && sm_is_have(scan, k); // "The war, now in its fifth year, has displaced two million and killed", "said the conflict in Yemen had left 2,000 dead"
    if (sm_is_punct(scan, k) && !sm_is_sign(scan, k, '-') && !opened) war = false; // "pro-government"
    if (sm_is_sign(scan, k, ';')) has = opened = war = false;
    const bool whose = sm_is(scan, k - 1, SM_W_THE) || sm_is_possessive(scan, k - 1) || scan->t[k - 1].flags & SM_TOKEN_CLITIC; // "Haftar's campaign to seize X has left"
    war |= (is_war(scan, k) || is_campaign(scan, k)) && whose;
  }
  if (has) return true;
  static const char *const this[] = {"this"}, *const due[] = {"due"}, *const to[] = {"to"};
  uint32_t last = f->last > f->cue ? f->last : f->cue + 1;
  for (uint32_t k = last; k + 2 < end && k < last + 4 && !sm_parts_items(scan, k); k++)
    if ((sm_is(scan, k, SM_W_IN) || sm_is(scan, k, SM_W_OF) || (SM_IS_ONE_OF(scan, k, to) && SM_IS_ONE_OF(scan, k - 1, due))) &&
        (is_war(scan, k + 1) || ((sm_is(scan, k + 1, SM_W_THE) || SM_IS_ONE_OF(scan, k + 1, this)) && is_war(scan, k + 2))))
      return true; // "killed in violence", "due to this conflict"
  return false;
}

static uint32_t commas_between(const sm_scan *scan, uint32_t a, uint32_t b) {
  uint32_t n = 0;
  for (uint32_t k = a < b ? a : b; k < (a < b ? b : a); k++)
    n += sm_is_sign(scan, k, ',') || sm_is_sign(scan, k, '_') || sm_is_sign(scan, k, ';');
  return n;
}

/// "during 2018", "A total of 119 people were killed in 2018", "In 2022, four have been killed"
static bool is_whole_year(const sm_scan *scan, uint32_t i, uint32_t first, uint32_t end) {
  static const char *const during[] = {"during", "throughout", "During", "Throughout"}, *const in[] = {"in", "In"}, *const total[] = {"total"};
  if (i + 1 >= end || !(scan->t[i + 1].flags & SM_TOKEN_NUMBER) || !sm_is_year(scan, i + 1)) return false;
  if (SM_IS_ONE_OF(scan, i, during)) return true;
  for (uint32_t k = first; SM_IS_ONE_OF(scan, i, in) && k < end; k++)
    if (SM_IS_ONE_OF(scan, k, total) || (i == first && sm_is(scan, k, SM_W_HAVE))) return true;
  return false;
}

/// "during the full-scale war"
static bool is_during_war(const sm_scan *scan, uint32_t i, uint32_t end) {
  static const char *const during[] = {"during", "throughout", "During", "Throughout"};
  if (!SM_IS_ONE_OF(scan, i, during)) return false;
  for (uint32_t k = i + 1; k < end && k < i + 7 && !sm_is_sign(scan, k, ','); k++)
    if (is_war(scan, k)) return true;
  return false;
}

/// "treated 46 wounded over the two days": of several days together.
static bool is_of_days(const sm_scan *scan, const sm_figure *f, uint32_t end) {
  static const char *const over[] = {"over", "in", "during"}, *const those[] = {"the", "these", "those"},
                           *const days[] = {"days"};
  uint32_t last = f->last > f->cue ? f->last : f->cue + 1;
  for (uint32_t k = last; k + 3 < end && k < last + 8 && !sm_ends_toll_clause(scan, k); k++) {
    int value;
    uint32_t to;
    if (SM_IS_ONE_OF(scan, k, over) && SM_IS_ONE_OF(scan, k + 1, those) && sm_read_number(scan, k + 2, &value, &to) &&
        value > 1 && SM_IS_ONE_OF(scan, to, days))
      return true;
  }
  return false;
}

/// "Fourteen died across both attacks", "in the three blasts": of several strikes together.
static bool is_of_several(const sm_scan *scan, const sm_figure *f, uint32_t end) {
  static const char *const across[] = {"across"}, *const two[] = {"two"}, *const many[] = {"all",  "both", "three",
                                                                   "four", "five", "six"};
  uint32_t last = f->last > f->cue ? f->last : f->cue + 1;
  for (uint32_t k = last; k + 2 < end && k < last + 12; k++) {
    if (sm_is_sign(scan, k, ';')) return false;
    const bool pair = sm_is(scan, k + 1, SM_W_THE) && SM_IS_ONE_OF(scan, k + 2, two);
    if (!SM_IS_ONE_OF(scan, k, across) || !(pair || SM_IS_ONE_OF(scan, k + 1, many))) continue;
    for (uint32_t w = k + 2; w < end && w < k + 5; w++)
      if (sm_has_cue(scan, w, SM_CUE_TRIGGER)) return true;
  }
  return false;
}

/// "had investigated eight air strikes that killed 141": of all those looked into.
static bool is_of_review(const sm_scan *scan, const sm_figure *f, uint32_t first) {
  static const char *const reviews[] = {"investigated", "examined", "analysed", "analyzed", "studied", "reviewed", "documented"};
  static const char *const counts[] = {"recorded", "registered", "counted", "logged"}, *const claims[] = {"claiming", "killing", "injuring", "claimed"};
  enum { REACH = 16, FEW = 3, MANY = 20 };
  bool relative = false, strikes = false;
  for (uint32_t k = f->cue; k > first && f->cue - k < REACH; k--) {
    int value;
    uint32_t end;
    if (sm_is(scan, k - 1, SM_W_THAT) || sm_is(scan, k - 1, SM_W_WHICH) || SM_IS_ONE_OF(scan, k - 1, claims)) relative = true;
    strikes |= relative && sm_has_cue(scan, k - 1, SM_CUE_TRIGGER);
    const sm_cue_row *time = sm_cue_at(scan, k - 1, SM_CUE_TIME, NULL);
    if (sm_is_sign(scan, k - 1, ',') && sm_is(scan, k, SM_W_AND)) return false; // "..., and a mine killed two"
    if (time && (time->kind == SM_K_WEEKDAY || time->kind == SM_K_DAY || time->kind == SM_K_OVERNIGHT)) return false;
    if (strikes && SM_IS_ONE_OF(scan, k - 1, counts)) return sm_read_number(scan, k, &value, &end) && value >= MANY; // "had recorded 548 attacks, claiming 103 lives"
    if (strikes && SM_IS_ONE_OF(scan, k - 1, reviews)) return sm_read_number(scan, k, &value, &end) && value >= FEW;
  }
  return false;
}

/// "the deadliest since October, when bombs killed 120": the clause of what happened then.
static bool opens_memory(const sm_scan *scan, uint32_t i, uint32_t first) {
  enum { REACH = 6 };
  if (!sm_is(scan, i, SM_W_WHEN) || i < first + 3) return false;
  bool time = false;
  for (uint32_t k = i; k > first && i - k < REACH; k--) {
    const sm_cue_row *row = sm_cue_at(scan, k - 1, SM_CUE_MODE, NULL);
    static const char *const since[] = {"since"};
    if (SM_IS_ONE_OF(scan, k - 1, since) || (row && row->kind == SM_K_SUM)) return time;
    time |= sm_has_cue(scan, k - 1, SM_CUE_TIME) || scan->t[k - 1].flags & SM_TOKEN_NUMBER;
  }
  return false;
}

/// "struck a market in X, where a truck bomb killed 137 last month": the end of a clause of what happened there before; 0 where it tells of nothing older.
static uint32_t ends_memory_of_place(const sm_scan *scan, uint32_t i, uint32_t end) {
  static const char *const ago[] = {"ago"}, *const last[] = {"last"}, *const current[] = {"this"};
  bool old = false;
  uint32_t k = i + 1;
  if (!sm_is(scan, i, SM_W_WHERE) || sm_is(scan, k, SM_W_IT) || sm_is(scan, k, SM_W_THEY)) return 0;
  for (; k < end && !sm_is_sign(scan, k, ',') && !sm_ends_toll_clause(scan, k); k++) {
    const sm_cue_row *time = sm_cue_at(scan, k, SM_CUE_TIME, NULL);
    const bool unit = time && time->kind == SM_K_TIME_UNIT;
    const bool span = unit && (time->part == 'w' ? SM_IS_ONE_OF(scan, k - 1, current) : (time->part == 'm' || time->part == 'y') && SM_IS_ONE_OF(scan, k - 1, last)); // "where three officials have been killed this week"
    old |= SM_IS_ONE_OF(scan, k, ago) || span || (sm_is(scan, k - 1, SM_W_IN) && ((time && time->kind == SM_K_MONTH) || sm_is_year(scan, k)));
  }
  return old ? k : 0;
}

/// "no one was hurt as the house had stood empty since spring", "no casualties since both are long empty": what tells why begins between, or
/// with the word itself.
static bool is_reason_between(const sm_scan *scan, uint32_t cue, uint32_t sum) {
  static const char *const why[] = {"as", "because", "where", "which"}, *const since[] = {"since"};
  static const char *const result[] = {"result", "consequence"};
  for (uint32_t k = cue + 1; k < sum; k++)
    if (SM_IS_ONE_OF(scan, k, why) && !SM_IS_ONE_OF(scan, k + 2, result)) return true;
  enum { REACH = 4 };
  for (uint32_t k = sum + 1; sum > cue && SM_IS_ONE_OF(scan, sum, since) && k < sum + REACH; k++) {
    if (sm_has_cue(scan, k, SM_CUE_TIME) || is_war(scan, k) || scan->t[k].flags & SM_TOKEN_NUMBER) return false;
    if (sm_is_be(scan, k) || sm_is_have(scan, k)) return true;
  }
  return false;
}

/// "raised the death toll to 60 since Tuesday": of all that died since, but not "since Tuesday's attack".
static bool is_toll_since(const sm_scan *scan, const sm_figure *f, uint32_t end) {
  enum { REACH = 10 };
  static const char *const since[] = {"since"};
  for (uint32_t k = f->last; f->flags & SM_FIGURE_TOLL && k + 1 < end && k < f->last + REACH; k++)
    if (SM_IS_ONE_OF(scan, k, since)) return sm_has_cue(scan, k + 1, SM_CUE_TIME) && !(k + 2 < scan->n && scan->t[k + 2].flags & SM_TOKEN_CLITIC);
  return false;
}

/// "It was the fourth strike this month; 22 have been killed in all": a total, in a sentence that tells of a long time.
static bool is_total_of_span(const sm_scan *scan, const sm_figure *f, uint32_t first, uint32_t end) {
  enum { REACH = 6 };
  static const char *const all[] = {"all", "total"}, *const whole[] = {"altogether", "overall"}, *const this[] = {"this"};
  bool total = false, span = false;
  for (uint32_t k = f->cue > first + REACH ? f->cue - REACH : first; k < end && k < f->cue + REACH && !total; k++) total = SM_IS_ONE_OF(scan, k, whole) || (k > first && sm_is(scan, k - 1, SM_W_IN) && SM_IS_ONE_OF(scan, k, all));
  for (uint32_t k = first; total && k + 1 < end && !span; k++) {
    const sm_cue_row *unit = SM_IS_ONE_OF(scan, k, this) ? sm_cue_at(scan, k + 1, SM_CUE_TIME, NULL) : NULL;
    span = unit && unit->kind == SM_K_TIME_UNIT && (unit->part == 'w' || unit->part == 'm' || unit->part == 'y');
  }
  return span;
}

/// "It has come at a cost, with 140 fighters killed", "have taken a heavy toll": of all that went on.
static bool tells_of_cost(const sm_scan *scan, uint32_t first, uint32_t end) {
  enum { REACH = 4 };
  static const char *const costs[] = {"cost", "price", "toll"}, *const verbs[] = {"come", "taken", "exacted", "paid", "inflicted"};
  for (uint32_t k = first; k + 3 < end; k++) {
    if (!sm_is_have(scan, k) || !SM_IS_ONE_OF(scan, k + 1, verbs)) continue;
    for (uint32_t i = k + 2; i < end && i < k + 2 + REACH && !sm_is_punct(scan, i); i++)
      if (SM_IS_ONE_OF(scan, i, costs)) return true;
  }
  return false;
}

/// "civilian casualties in the war had reached 16,784, including ..."
static bool tells_of_war(const sm_scan *scan, uint32_t first, uint32_t end) {
  static const char *const wars[] = {"war", "conflict", "insurgency", "invasion"}, *const counts[] = {"casualties", "deaths", "losses", "fatalities", "victims"};
  for (uint32_t k = first; k + 3 < end; k++)
    if (SM_IS_ONE_OF(scan, k, counts) && (sm_is(scan, k + 1, SM_W_IN) || sm_is(scan, k + 1, SM_W_OF)) && sm_is(scan, k + 2, SM_W_THE) && SM_IS_ONE_OF(scan, k + 3, wars)) return true;
  return false;
}

/// "taking the death toll this week to 45", "the toll of American troops in the Afghan war to 214"
static bool is_toll_of_span(const sm_scan *scan, const sm_figure *f) {
  static const char *const this[] = {"this"}, *const wars[] = {"war", "conflict", "insurgency", "invasion"}, *const days[] = {"day", "week", "month", "year"};
  enum { REACH = 4 };
  for (uint32_t k = f->cue; f->flags & SM_FIGURE_TOLL && k > 1 && f->cue - k < REACH; k--) // "bringing the day's total death toll to 88"
    if (scan->t[k - 1].flags & SM_TOKEN_CLITIC && SM_IS_ONE_OF(scan, k - 2, days)) return true;
  const sm_cue_row *span = SM_IS_ONE_OF(scan, f->cue + 1, this) ? sm_cue_at(scan, f->cue + 2, SM_CUE_TIME, NULL) : NULL; // "the 153 people killed this month"
  if (span && span->kind == SM_K_TIME_UNIT && (span->part == 'm' || span->part == 'y') && f->killed_high > 0) return true;
  for (uint32_t k = f->cue; f->flags & SM_FIGURE_TOLL && k + 1 < f->first; k++) {
    if (SM_IS_ONE_OF(scan, k, wars)) return true;
    const sm_cue_row *unit = SM_IS_ONE_OF(scan, k, this) ? sm_cue_at(scan, k + 1, SM_CUE_TIME, NULL) : NULL;
    if (unit && unit->kind == SM_K_TIME_UNIT && (unit->part == 'w' || unit->part == 'm' || unit->part == 'y')) return true;
  }
  return false;
}

/// "attacks", "suicide bombings": a noun for several strikes.
static bool is_for_strikes(const sm_scan *scan, uint32_t i) {
  uint32_t last = i + 1;
  const sm_cue_row *deed = sm_cue_at(scan, i, SM_CUE_TRIGGER, &last);
  const sm_str word = sm_span_text(scan, sm_tokens_span(scan, last - 1, last));
  return deed && deed->form != SM_F_PAST && deed->form != SM_F_PP && word.len > 3 && word.ptr[word.len - 1] == 's';
}

/// "The toll in the two attacks in A and B has risen to 65": of the strikes of two places.
static bool is_toll_of_places(const sm_scan *scan, const sm_figure *f) {
  bool strikes = false;
  uint32_t places = 0, mention = 0;
  for (uint32_t k = f->cue; f->flags & SM_FIGURE_TOLL && k + 1 < f->first; k++) {
    strikes |= is_for_strikes(scan, k);
    if (strikes && scan->mention_at[k] && scan->mention_at[k] != mention) mention = scan->mention_at[k], places += sm_is(scan, k - 1, SM_W_IN) || (places && sm_is(scan, k - 1, SM_W_AND));
  }
  return places > 1;
}

/// "Two more bombings left three more dead and 15 wounded", "five died in other attacks": of other strikes than the one told.
static bool is_of_others(const sm_scan *scan, const sm_figure *f, uint32_t first) {
  enum { REACH = 14, NOUN = 4 };
  static const char *const more[] = {"more", "other", "further", "separate"}, *const other[] = {"other"};
  const uint32_t behind = f->last > f->cue ? f->last : f->cue + 1;
  for (uint32_t k = behind; k + 1 < scan->n && k < behind + 2; k++) {
    if (!(sm_is(scan, k, SM_W_IN) || sm_is(scan, k, SM_W_BY)) || !SM_IS_ONE_OF(scan, k + 1, other)) continue;
    for (uint32_t i = k + 2; i < scan->n && i < k + 2 + NOUN && !sm_is_punct(scan, i) && !sm_is_preposition(scan, i); i++)
      if (is_for_strikes(scan, i)) return true;
  }
  for (uint32_t k = f->cue; k > first && f->cue - k < REACH && !sm_is_punct(scan, k - 1); k--) {
    int value;
    uint32_t last;
    if (!SM_IS_ONE_OF(scan, k - 1, more) || k < first + 2 || !sm_read_number(scan, k - 2, &value, &last) || value < 2) continue;
    for (uint32_t i = k; i < k + NOUN && i < f->cue; i++) {
      if (sm_is_preposition(scan, i) || sm_has_cue(scan, i, SM_CUE_CASUALTY) || sm_has_cue(scan, i, SM_CUE_VICTIM)) break;
      if (is_for_strikes(scan, i)) return sm_is(scan, i + 1, SM_W_AND) || sm_has_cue(scan, i + 1, SM_CUE_CASUALTY);
    }
  }
  return false;
}

/// "has killed 130 fighters, including an air strike that killed three": of all strikes, one of which has a figure of its own.
static bool has_strike_with_toll(const sm_scan *scan, const sm_figures *all, uint32_t i, uint32_t end) {
  enum { NOUN = 4 };
  const sm_figure *f = &all->items[i];
  const uint32_t next = i + 1 < all->n ? all->items[i + 1].cue : end;
  for (uint32_t k = f->last; k + 2 < next && i + 1 < all->n; k++) {
    if (!sm_is(scan, k, SM_W_INCLUDING) || !sm_is_indefinite(scan, k + 1)) continue;
    for (uint32_t m = k + 2; m < next && m < k + 2 + NOUN && !sm_is_punct(scan, m) && !sm_is_preposition(scan, m); m++) {
      const sm_cue_row *deed = sm_cue_at(scan, m, SM_CUE_TRIGGER, NULL);
      if (deed && deed->form != SM_F_PAST && deed->form != SM_F_PP) return true;
    }
  }
  return false;
}

/// "more losses than any other in recent years, with 56 soldiers killed"
static bool is_added_with(const sm_scan *scan, uint32_t from, uint32_t to) {
  for (uint32_t k = from; sm_is(scan, from, SM_W_IN) && k + 1 < to; k++)
    if (sm_is_sign(scan, k, ',')) return sm_is(scan, k + 1, SM_W_WITH);
  return false;
}

bool sm_is_since_day(const sm_scan *scan, uint32_t first, uint32_t last) {
  static const char *const since[] = {"since"};
  for (uint32_t k = first; k + 1 < last; k++)
    if (SM_IS_ONE_OF(scan, k, since) && sm_has_cue(scan, k + 1, SM_CUE_TIME)) return true;
  return false;
}

/// "312 have died since then; 27 of them died on Tuesday", "60 died in three days, including 16 on Monday": a part of a sum that has a day of its own.
static void clear_day_of_sum(const sm_scan *scan, uint32_t end, uint32_t from, sm_figures *all) {
  for (uint32_t i = from + 1; i < all->n; i++) {
    sm_figure *f = &all->items[i];
    if (!(f->flags & SM_FIGURE_PART) || f->flags & SM_FIGURE_SUM) continue;
    const bool them = sm_is(scan, f->last - 1, SM_W_THEM), since = them && sm_is_since_day(scan, all->items[from].cue, f->first);
    if (!(all->items[from].flags & SM_FIGURE_SUM) && !since) continue;
    if (!them && !(f->first > 0 && sm_is(scan, f->first - 1, SM_W_INCLUDING))) continue;
    enum { REACH = 6 };
    for (uint32_t k = them ? f->cue : f->last; k < end && k < (them ? f->cue : f->last) + REACH && !sm_ends_toll_clause(scan, k); k++)
      if (sm_has_cue(scan, k, SM_CUE_TIME)) {
        f->flags &= (uint32_t)~SM_FIGURE_PART;
        if (since) all->items[from].flags |= SM_FIGURE_SUM; // "Twelve have died since Monday, five of them on Thursday"
      }
  }
}

/// "Seven were killed in the region: three in A, two in B and one each in C and D": what is told before a list of places, each with a toll.
static void mark_total_of_places(const sm_scan *scan, uint32_t end, uint32_t from, sm_figures *all) {
  for (uint32_t i = from; i + 2 < all->n; i++) {
    sm_figure *total = &all->items[i];
    const bool killed = total->killed_high > 0;
    uint32_t colon = total->cue;
    while (colon < end && !sm_is_sign(scan, colon, ':') && !sm_is_sign(scan, colon, '_')) colon++;
    int sum = 0, places = 0;
    for (uint32_t k = i + 1; k < all->n && colon < end; k++) {
      const sm_figure *part = &all->items[k];
      const uint32_t first = part->first < part->cue ? part->first : part->cue, to = k + 1 < all->n && all->items[k + 1].first < end ? all->items[k + 1].first : end;
      const int n = killed ? part->killed_high : part->injured_high;
      if (first < colon || n <= 0 || part->flags & SM_FIGURE_PART) continue;
      bool place = false;
      for (uint32_t m = first > colon + 4 ? first - 4 : colon; m < to && !place; m++) place = scan->mention_at[m] != 0;
      sum += n, places += place;
    }
    if (places < 2 || sum > (killed ? total->killed_high : total->injured_high)) continue;
    for (uint32_t k = from; k < all->n && all->items[k].cue < colon; k++) all->items[k].flags |= SM_FIGURE_OVERALL;
  }
}

/// "bringing the campaign's toll to 89", "raised the toll of the offensive to 89".
static bool is_toll_of_campaign(const sm_scan *scan, const sm_figure *f) {
  enum { REACH = 4 };
  if (!(f->flags & SM_FIGURE_TOLL) || f->cue < 2) return false;
  if (scan->t[f->cue - 1].flags & SM_TOKEN_CLITIC && (is_war(scan, f->cue - 2) || is_campaign(scan, f->cue - 2))) return true;
  for (uint32_t k = f->cue + 1; k + 2 < f->first && k < f->cue + REACH; k++)
    if ((sm_is(scan, k, SM_W_OF) || sm_is(scan, k, SM_W_IN) || sm_is(scan, k, SM_W_FROM)) && sm_is(scan, k + 1, SM_W_THE) && (is_war(scan, k + 2) || is_campaign(scan, k + 2))) return true;
  return false;
}

/// "killed two in the deadliest attack in recent years", "in the latest of a string of attacks this month": the word of rank, where the time at a
/// token is that of the attacks that this one is the worst or last of; 0 none.
static uint32_t rank_of_attack(const sm_scan *scan, uint32_t time, uint32_t first) {
  enum { REACH = 12 };
  static const char *const ranks[] = {"deadliest", "worst", "bloodiest", "heaviest", "biggest", "largest", "latest", "first", "second", "third", "fourth", "fifth"}, *const latest[] = {"latest"},
                           *const many[] = {"series", "string", "wave", "spate", "month", "week", "year"};
  bool attack = false, several = false;
  for (uint32_t k = time; k > first + 1 && time - k < REACH; k--) {
    const sm_cue_row *deed = sm_cue_at(scan, k - 1, SM_CUE_TRIGGER, NULL);
    if (SM_IS_ONE_OF(scan, k - 1, ranks)) return attack && (!several || SM_IS_ONE_OF(scan, k - 1, latest)) && sm_is(scan, k - 2, SM_W_THE) ? k - 1 : 0;
    if (sm_is_punct(scan, k - 1) || sm_has_cue(scan, k - 1, SM_CUE_CASUALTY) || sm_is_be(scan, k - 1) || sm_is_have(scan, k - 1)) return 0;
    attack |= deed && deed->strength >= 2 && deed->form != SM_F_PAST && deed->form != SM_F_PP;
    several |= SM_IS_ONE_OF(scan, k - 1, many);
  }
  return 0;
}

/// "979 people died violently in October", "979 were killed during October", with no word of a strike: the toll of a month.
static bool is_of_month(const sm_scan *scan, uint32_t k, uint32_t first, uint32_t end, const sm_figure *f) {
  enum { MANY = 20 };
  const sm_cue_row *month = k + 1 < end ? sm_cue_at(scan, k + 1, SM_CUE_TIME, NULL) : NULL;
  if (!month || month->kind != SM_K_MONTH || f->killed_low < MANY) return false;
  if (k + 2 < end && scan->t[k + 2].flags & SM_TOKEN_NUMBER && !sm_is_year(scan, k + 2)) return false;
  for (uint32_t i = first; i < end; i++) {
    const sm_cue_row *deed = sm_cue_at(scan, i, SM_CUE_TRIGGER, NULL);
    if ((deed && deed->kind != SM_K_KILL) || sm_has_cue(scan, i, SM_CUE_WEAPON)) return false;
  }
  return true;
}

/// "ETA, blamed for the deaths of 825 people,", "which has killed over 800 people": what a group has done in all its years, where no strike and no day is told.
static bool is_of_record(const sm_scan *scan, const sm_figure *f, uint32_t first, uint32_t end) {
  enum { MANY = 20, VERY_MANY = 100, REACH = 6 };
  static const char *const laid[] = {"blamed", "responsible", "accused", "suspected"};
  uint32_t from = f->cue < f->first ? f->cue : f->first, to = f->last > f->cue ? f->last : f->cue;
  while (from > first && !sm_is_sign(scan, from - 1, ',')) from--;
  while (to < end && !sm_ends_toll_clause(scan, to) && !sm_is_sign(scan, to, ',')) to++;
  for (uint32_t i = from; i < to; i++) {
    const sm_cue_row *deed = sm_cue_at(scan, i, SM_CUE_TRIGGER, NULL), *time = sm_cue_at(scan, i, SM_CUE_TIME, NULL);
    if ((deed && deed->kind != SM_K_KILL && deed->kind != SM_K_RESPONSIBILITY) || sm_has_cue(scan, i, SM_CUE_WEAPON) || (time && (time->kind == SM_K_WEEKDAY || time->kind == SM_K_DAY || time->kind == SM_K_OVERNIGHT))) return false;
  }
  for (uint32_t k = f->cue; k > from && f->cue - k < REACH; k--)
    if (SM_IS_ONE_OF(scan, k - 1, laid)) return f->killed_low >= MANY;
  static const char *const perfect[] = {"has", "have"};
  return f->killed_low >= VERY_MANY && f->cue > from && f->first > f->cue && SM_IS_ONE_OF(scan, f->cue - 1, perfect);
}

/// "said that since then, strikes have killed 42": what the clause begins with holds for it, past the comma.
static bool begins_clause(const sm_scan *scan, uint32_t k) {
  uint32_t last = k + 1;
  sm_cue_at(scan, k, SM_CUE_MODE, &last);
  return k > 0 && sm_is(scan, k - 1, SM_W_THAT) && sm_is_sign(scan, last, ',');
}

void sm_mark_sums(const sm_scan *scan, uint32_t first, uint32_t end, uint32_t from, sm_figures *all) {
  for (uint32_t i = from; i < all->n; i++)
    if (has_strike_with_toll(scan, all, i, end) || is_toll_of_span(scan, &all->items[i]) || is_toll_of_places(scan, &all->items[i]) || is_of_others(scan, &all->items[i], first) || is_toll_since(scan, &all->items[i], end) || is_total_of_span(scan, &all->items[i], first, end) || is_of_war(scan, &all->items[i], first, end) || is_of_several(scan, &all->items[i], end) || is_of_review(scan, &all->items[i], first) ||
        is_of_days(scan, &all->items[i], end) || is_of_record(scan, &all->items[i], first, end))
      all->items[i].flags |= SM_FIGURE_SUM;
  for (uint32_t i = from; i < all->n; i++) {
    if (!is_toll_of_campaign(scan, &all->items[i])) continue;
    for (uint32_t k = i; k < all->n; k++) all->items[k].flags |= SM_FIGURE_SUM; // "89 dead and more than 600 injured"
  }
  bool war = all->n > from && (tells_of_war(scan, first, end) || tells_of_cost(scan, first, end));
  for (uint32_t i = from; i < all->n; i++) war |= all->items[i].killed_low >= MORE_THAN_ONE || all->items[i].injured_low >= 2 * MORE_THAN_ONE;
  for (uint32_t i = from; war && i < all->n; i++) all->items[i].flags |= SM_FIGURE_SUM;
  static const char *const spans[] = {"in", "In", "over", "Over", "during", "During", "within", "after", "After", "throughout", "Throughout"};
  for (uint32_t k = first; k < end; k++) {
    const bool memory = sm_is(scan, k, SM_W_WHEN) && opens_memory(scan, k, first), span = SM_IS_ONE_OF(scan, k, spans);
    const bool whole = span && (is_during_war(scan, k, end) || is_whole_year(scan, k, first, end));
    for (uint32_t i = from; i < all->n && (memory || whole); i++)
      if (whole || all->items[i].cue > k) all->items[i].flags |= SM_FIGURE_SUM;
    for (uint32_t i = from; i < all->n && span; i++)
      if (is_of_month(scan, k, first, end, &all->items[i])) all->items[i].flags |= SM_FIGURE_SUM;
    const uint32_t past = ends_memory_of_place(scan, k, end);
    for (uint32_t i = from; i < all->n && past; i++)
      if (all->items[i].cue > k && all->items[i].cue < past) all->items[i].flags |= SM_FIGURE_PART; // and what follows is no sum
    if (!is_sum_cue(scan, k, end) && !(span && (is_long_span(scan, k, first, end) || is_round_span(scan, k, end)))) continue;
    const uint32_t rank = rank_of_attack(scan, k, first);
    for (uint32_t i = from; i < all->n; i++) {
      if (is_reason_between(scan, all->items[i].cue, k) || all->items[i].cue < rank) continue;
      uint32_t commas = commas_between(scan, k, all->items[i].cue);
      if (commas == 0 || (commas == 2 && k == first) || (commas == 1 && (k < first + 3 || begins_clause(scan, k) || is_added_with(scan, k, all->items[i].cue)))) all->items[i].flags |= SM_FIGURE_SUM;
    }
  }
  mark_total_of_places(scan, end, from, all);
  clear_day_of_sum(scan, end, from, all);
}

void sm_settle_open_toll(const sm_scan *scan, uint32_t from, sm_figures *all) {
  static const char *const open[] = {"number", "figure", "count", "tally", "total", "it"}, *const of[] = {"of", "killed", "dead"};
  if (from == 0 || all->n != from + 1) return;
  sm_figure *f = &all->items[from];
  const sm_figure *before = f - 1;
  uint32_t last;
  if (!(f->flags & SM_FIGURE_TOLL) || f->killed_high <= 0 || !sm_cue_at(scan, f->cue, SM_CUE_CASUALTY, &last)) return;
  if (!SM_IS_ONE_OF(scan, last - 1, open) || SM_IS_ONE_OF(scan, last, of)) return;
  if (before->sentence + 1 != f->sentence || before->injured_high <= 0 || scan->s[before->sentence].paragraph != scan->s[f->sentence].paragraph) return;
  for (uint32_t i = from; i > 0 && all->items[i - 1].sentence == before->sentence; i--)
    if (all->items[i - 1].killed_high > 0) return;
  f->injured_low = f->killed_low, f->injured_high = f->killed_high;
  f->killed_low = f->killed_high = SM_UNKNOWN_NUMBER;
}
