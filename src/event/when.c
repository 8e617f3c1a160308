#include "when_parser.h"

enum { LONGEST_SINCE = 120 }; ///< days; a longer "since" tells of a campaign. Set by reading reports.

int sm_day_precision(sm_date start, sm_date end) {
  if (start == SM_NO_DATE || end == SM_NO_DATE) return 0;
  int days = end - start + 1;
  return days <= 1 ? 1 : days <= 6 ? 2 : days <= 8 ? 3 : days <= 31 ? 4 : 5;
}

// ---- relative days

static sm_date week_start(sm_date day) { return day - sm_date_weekday(day); }

/// The last such day before the report; of a review of a week, that of the week; where the report has no day, the one nearest to the day named last.
static sm_date last_weekday(const parser *p, int weekday, uint32_t sentence) {
  enum { WEEK = 7, HALF = 3 };
  if (p->period_start != SM_NO_DATE) {
    const sm_date day = p->period_start + (weekday - sm_date_weekday(p->period_start) + WEEK) % WEEK;
    if (day <= p->period_end) return day;
  }
  const bool beside = p->named != SM_NO_DATE && !p->bare && sentence <= p->named_sentence + 1 && p->scan->s[sentence].paragraph == p->scan->s[p->named_sentence].paragraph;
  if (beside && p->published != SM_NO_DATE && p->named + WEEK <= p->published) return p->named + (weekday - sm_date_weekday(p->named) + WEEK) % WEEK; // "On Friday, 6 October, ...; on Sunday"
  if (p->published != SM_NO_DATE) return p->published - (sm_date_weekday(p->published) - weekday + WEEK) % WEEK;
  if (p->named == SM_NO_DATE) return SM_NO_DATE;
  return p->named - HALF + (weekday - sm_date_weekday(p->named - HALF) + WEEK) % WEEK;
}

/// "on monday", "sun night", "mon 16 oct": in lower-case notes, where "sun" and "sat" alone are other words.
static bool is_small_weekday(const parser *p, uint32_t i) {
  enum { WHOLE = 6 };
  const sm_token *t = &p->scan->t[i];
  if (t->end - t->begin >= WHOLE) return true;
  const uint32_t k = sm_is_sign(p->scan, i + 1, '.') ? i + 2 : i + 1;
  const bool dated = time_at(p, k, SM_K_PART) || (k < p->scan->n && p->scan->t[k].flags & SM_TOKEN_NUMBER && !time_at(p, k + 1, SM_K_TIME_UNIT));
  return dated && same_sentence(p, i, k);
}

/// "Tuesday", "last Friday", "Tuesday, 4 April"; "next Monday" is the future.
static bool parse_weekday(const parser *p, uint32_t i, sm_when *w) {
  const sm_cue_row *row = time_at(p, i, SM_K_WEEKDAY);
  if (!row || !(p->scan->t[i].flags & SM_TOKEN_CAPITAL || is_small_weekday(p, i))) return false;
  static const char *const named[] = {"Market", "Mosque", "Bazaar", "Times", "Telegraph", "Mail", "Post", "Club"};
  if (SM_IS_ONE_OF(p->scan, i + 1, named) && !(p->scan->t[i + 1].flags & SM_TOKEN_CLITIC)) return false; // "at Monday Market"
  w->last = i + 1;
  w->flags |= SM_WHEN_WEEKDAY;
  uint32_t k = i + 1;
  if (sm_is_sign(p->scan, k, ',') || sm_is_sign(p->scan, k, '(')) k++;
  if (time_at(p, k, SM_K_PART)) k++;
  if (sm_is_sign(p->scan, k, ',')) k++;
  if (sm_is(p->scan, k, SM_W_THE)) k++;
  sm_when day = *w;
  if (sm_parse_month_day(p, k, &day) || sm_parse_day_month(p, k, &day)) {
    day.first = w->first;
    *w = day;
    return true;
  }
  sm_date date = last_weekday(p, row->value, p->scan->t[i].sentence);
  if (date == SM_NO_DATE) return false;
  if (p->published == SM_NO_DATE) {
    set_days(w, date, date);
    return true;
  }
  const uint32_t of = sm_is(p->scan, i + 1, SM_W_OF);
  const sm_cue_row *which = i > 0 ? time_at(p, i - 1, SM_K_WHICH) : NULL, *later = time_at(p, i + 1 + of, SM_K_WHICH);
  const sm_cue_row *week = later ? time_at(p, i + 2 + of, SM_K_TIME_UNIT) : NULL;
  if (which && which->value < 0 && date >= p->published - 1) date -= 7; // nobody calls yesterday last Thursday
  if (week && week->part == 'w' && later->value <= 0 && !(later->flags & SM_ROW_FROM_ANCHOR)) { // "on Friday last week", "on Friday of last week"
    date = week_start(p->published) + 7 * later->value + row->value;
    w->last = i + 3 + of;
    if (date > p->published) w->flags |= SM_WHEN_FUTURE;
  }
  const sm_cue_row *shift = time_at(p, i + 1, SM_K_SHIFT);
  if (i > 0 && sm_is(p->scan, i - 1, SM_W_THE) && shift && shift->value < 0 && date == p->published) date -= 7; // "the Sunday before"
  if (which && which->value > 0 && !(which->flags & SM_ROW_FROM_ANCHOR)) w->flags |= SM_WHEN_FUTURE, date += 7;
  set_days(w, date, date);
  if ((sm_is_sign(p->scan, i + 1, '-') || sm_is(p->scan, i + 1, SM_W_TO) || sm_is(p->scan, i + 1, SM_W_INTO)) &&
      time_at(p, i + 2, SM_K_WEEKDAY)) { // "Sunday to Monday"
    sm_date to = last_weekday(p, time_at(p, i + 2, SM_K_WEEKDAY)->value, p->scan->t[i].sentence);
    if (to < date) set_days(w, to - (to - date + 7) % 7 - 7 + 7, to), w->start = date - 7 > to ? date : (date > to ? date - 7 : date);
    else set_days(w, date, to);
    w->prec = (uint8_t)sm_day_precision(w->start, w->end);
    w->last = i + 3;
  }
  return true;
}

static bool set_offset(sm_when *w, int from, int to, uint32_t last, uint16_t flags) {
  w->start = from;
  w->end = to;
  w->prec = 1;
  w->last = last;
  w->flags |= (uint16_t)(SM_WHEN_ANCHOR | flags);
  return true;
}

/// "today", "yesterday", "tonight", "overnight", "overnight to Friday".
static bool parse_named_day(const parser *p, uint32_t i, sm_when *w) {
  const sm_cue_row *row = time_at(p, i, SM_K_NONE);
  if (!row) return false;
  w->last = i + 1;
  if (row->kind == SM_K_OVERNIGHT) {
    uint32_t k = i + 1;
    while (same_sentence(p, i, k) && k < i + 4 && !time_at(p, k, SM_K_WEEKDAY)) k++;
    bool to = sm_is(p->scan, i + 1, SM_W_TO) || sm_is(p->scan, i + 1, SM_W_INTO);
    sm_when day = *w;
    if (to && same_sentence(p, i, i + 2) && (sm_parse_day_month(p, i + 2, &day) || sm_parse_month_day(p, i + 2, &day)) && day.start == day.end) { // "overnight into 6 June"
      set_days(w, day.start - 1, day.end);
      w->last = day.last;
      return true;
    }
    if (p->published == SM_NO_DATE) return false;
    if (same_sentence(p, i, k) && k < i + 4 && parse_weekday(p, k, w)) {
      if (to) w->start--, w->prec = 2;
      return true;
    }
    set_days(w, p->published - 1, p->published);
    w->flags |= SM_WHEN_RECKONED;
    return true;
  }
  if (row->kind != SM_K_DAY || p->published == SM_NO_DATE) return false;
  w->flags |= SM_WHEN_RECKONED;
  if (row->value > 0) w->flags |= SM_WHEN_FUTURE;
  bool before = row->value == -1 && i >= 2 && time_at(p, i - 1, SM_K_SHIFT) && time_at(p, i - 2, SM_K_TIME_UNIT);
  set_days(w, p->published + row->value - before, p->published + row->value - before);
  return true;
}

/// "last week", "this month", "last night", "the previous day", "the same evening", "over the past 24 hours".
static bool parse_which(const parser *p, uint32_t i, sm_when *w) {
  const sm_cue_row *which = time_at(p, i, SM_K_WHICH);
  static const char *const past[] = {"past"};
  if (!which || (SM_IS_ONE_OF(p->scan, i, past) && time_at(p, i + 1, SM_K_PART) && !(i > 0 && sm_is(p->scan, i - 1, SM_W_THE)))) return false; // "past noon"
  uint32_t k = i + 1, after;
  int count = count_at(p, k, &after) > 0 ? count_at(p, k, &after) : few_at(p, k, &after);
  const bool counted = count > 0 && time_at(p, after, SM_K_TIME_UNIT);
  if (!counted) count = 1;
  if (!counted && which->value < -1) return false; // "a recent month"
  if (counted) k = after;
  bool hour = i > 0 && time_at(p, i - 1, SM_K_LATE);
  if (time_at(p, k, SM_K_EARLY) || time_at(p, k, SM_K_LATE)) k++, hour = true;
  const sm_cue_row *unit = time_at(p, k, SM_K_NONE);
  if (!unit || (!counted && which->value < 0 && sm_is(p->scan, k + 1, SM_W_OF) && time_at(p, k + 2, SM_K_MONTH))) return false; // "the last day of Ramadan"
  w->last = k + 1;
  bool anchored = which->flags & SM_ROW_FROM_ANCHOR || (which->value > 0 && i > 0 && sm_is(p->scan, i - 1, SM_W_THE)); // "the next day"
  if (unit->kind == SM_K_PART || (unit->kind == SM_K_TIME_UNIT && unit->part == 'd' && !counted)) {
    if (anchored) return set_offset(w, which->value, which->value, k + 1, which->value ? 0 : SM_WHEN_SAME);
    if (p->published == SM_NO_DATE) return false;
    w->flags |= SM_WHEN_RECKONED;
    if (unit->kind != SM_K_PART) { // "in the past day"
      set_days(w, p->published - 1, p->published);
      return which->value < 0;
    }
    static const char *const night[] = {"night"};
    const bool whole = which->value == -1 && !hour && SM_IS_ONE_OF(p->scan, k, night); // "late last night" is before midnight
    set_days(w, p->published + which->value, p->published + which->value + whole);
    return which->value <= 0;
  }
  const bool span = unit->kind == SM_K_TIME_UNIT && (unit->part == 'w' || unit->part == 'm') && !counted;
  if (which->flags & SM_ROW_FROM_ANCHOR && which->value && span) return set_offset(w, which->value, which->value, k + 1, SM_WHEN_ROUND); // "the previous month"
  if (p->published == SM_NO_DATE || anchored) return false;
  if (unit->kind == SM_K_WEEKEND) {
    sm_date sunday = last_weekday(p, 6, w->sentence);
    set_days(w, sunday - 1, sunday > p->published ? p->published : sunday);
    return true;
  }
  if (unit->kind != SM_K_TIME_UNIT) return false;
  if (which->value > 0) w->flags |= SM_WHEN_FUTURE;
  const sm_cue_row *shift = i > 0 ? time_at(p, i - 1, SM_K_SHIFT) : NULL;
  if (which->value == 0 && shift && shift->value < 0) w->flags |= SM_WHEN_EARLIER;
  int y, m, d;
  sm_date_split(p->published, &y, &m, &d);
  if (unit->part == 'h' || unit->part == 'd') {
    int days = unit->part == 'h' ? (count + 23) / 24 : count;
    set_days(w, p->published - days, p->published);
    w->flags |= SM_WHEN_RECKONED;
    return true;
  }
  if (unit->part == 'w' || unit->part == 'f') {
    sm_date monday = week_start(p->published);
    if (counted || unit->part == 'f' || (which->value < 0 && SM_IS_ONE_OF(p->scan, i, past))) // "over the past week": no week of the calendar
      set_days(w, p->published - 7 * count * (unit->part == 'f' ? 2 : 1), p->published);
    else if (which->value < 0) set_days(w, monday - 7, monday - 1);
    else set_days(w, monday, p->published);
    const uint32_t on = k + 1 + sm_is(p->scan, k + 1, SM_W_ON);
    const sm_cue_row *weekday = !counted && unit->part == 'w' && same_sentence(p, i, on) ? time_at(p, on, SM_K_WEEKDAY) : NULL; // "last week on Friday"
    if (weekday && monday + 7 * which->value + weekday->value <= p->published) {
      set_days(w, monday + 7 * which->value + weekday->value, monday + 7 * which->value + weekday->value);
      w->last = on + 1;
    }
    return true;
  }
  if (unit->part == 'm') {
    if (counted) set_days(w, p->published - 30 * count, p->published);
    else if (which->value < 0) {
      sm_date first = m == 1 ? sm_date_make(y - 1, 12, 1) : sm_date_make(y, m - 1, 1);
      set_days(w, first, sm_date_month_end(first));
    } else set_days(w, sm_date_make(y, m, 1), p->published);
    w->flags |= which->value == 0 ? SM_WHEN_VAGUE : 0;
    return true;
  }
  if (counted) set_days(w, sm_date_make(y - count, m, d > 28 ? 28 : d), p->published);
  else if (which->value < 0) set_days(w, sm_date_make(y - 1, 1, 1), sm_date_make(y - 1, 12, 31));
  else set_days(w, sm_date_make(y, 1, 1), p->published), w->flags |= SM_WHEN_VAGUE;
  return true;
}

static int unit_days(const sm_cue_row *unit) {
  switch (unit->part) {
  case 'd': return 1;
  case 'w': return 7;
  case 'f': return 14;
  case 'm': return 30;
  case 'y': return 365;
  default: return 0;
  }
}

/// "a couple of" before a unit of time.
static int pair_at(const parser *p, uint32_t i, uint32_t *last) {
  const sm_cue_row *pair = i + 2 < p->scan->n && sm_is(p->scan, i + 2, SM_W_OF) ? sm_cue_at(p->scan, i + 1, SM_CUE_NUMBER, NULL) : NULL;
  if (!pair || pair->kind != SM_K_PAIR || !sm_is(p->scan, i, SM_W_A)) return -1;
  *last = i + 3;
  return pair->value;
}

/// "a week ago on Tuesday", "two weeks ago today", "ten years ago on Sunday": the very day; so many days or years back.
static bool parse_weeks_back(const parser *p, int days, int years, sm_when *w) {
  uint32_t k = w->last;
  if (sm_is(p->scan, k, SM_W_ON)) k++;
  const sm_cue_row *day = same_sentence(p, w->first, k) ? time_at(p, k, SM_K_NONE) : NULL;
  if (!day || (day->kind != SM_K_WEEKDAY && !(day->kind == SM_K_DAY && day->value == 0))) return false;
  sm_date date = (day->kind == SM_K_DAY ? p->published : last_weekday(p, day->value, p->scan->t[k].sentence)) - days;
  int y, m, d;
  sm_date_split(date, &y, &m, &d);
  if (years > 0) date = sm_date_make(y - years, m, d);
  set_days(w, date, date);
  w->last = k + 1;
  return true;
}

/// "earlier in the week", "later in the month": "this week" without the word.
static bool parse_within(const parser *p, uint32_t i, sm_when *w) {
  static const char *const nearest[] = {"this"};
  const sm_cue_row *shift = time_at(p, i, SM_K_SHIFT), *unit = time_at(p, i + 3, SM_K_TIME_UNIT);
  if (!shift || shift->value >= 0 || shift->flags & SM_ROW_FROM_NOW || !unit || p->published == SM_NO_DATE) return false;
  if (!sm_is(p->scan, i + 1, SM_W_IN) || !(sm_is(p->scan, i + 2, SM_W_THE) || SM_IS_ONE_OF(p->scan, i + 2, nearest))) return false;
  w->last = i + 4;
  int y, m, d;
  sm_date_split(p->published, &y, &m, &d);
  if (unit->part == 'd' && sm_is(p->scan, i + 2, SM_W_THE)) return set_offset(w, 0, 0, i + 4, SM_WHEN_SAME);
  if (unit->part == 'w') set_days(w, week_start(p->published), p->published);
  else if (unit->part == 'm') set_days(w, sm_date_make(y, m, 1), p->published);
  else return false;
  w->flags |= SM_WHEN_EARLIER | (unit->part == 'm' ? SM_WHEN_VAGUE : 0);
  return true;
}

static bool is_plural_unit(const parser *p, uint32_t i) {
  static const char *const units[] = {"days", "Days", "weeks", "Weeks"};
  const sm_cue_row *number = i > 0 ? sm_cue_at(p->scan, i - 1, SM_CUE_NUMBER, NULL) : NULL; // but "just days after"
  return SM_IS_ONE_OF(p->scan, i, units) && (!number || number->kind == SM_K_HEDGE || number->kind == SM_K_HEDGE_LOW || number->kind == SM_K_HEDGE_HIGH);
}

/// "Days after a bomb killed 15 in A", "weeks later": some two to six of them.
static bool set_vague_shift(const parser *p, const sm_cue_row *shift, int days, uint32_t i, sm_when *w) {
  enum { FEW = 2, MOST = 6 };
  const int near = shift->value * FEW * days, far = shift->value * MOST * days;
  const bool follows = (sm_is(p->scan, i + 1, SM_W_AFTER) || sm_is(p->scan, i + 1, SM_W_BEFORE)) && same_sentence(p, i, i + 2) && !(p->scan->t[i + 2].flags & SM_TOKEN_PUNCT);
  if (follows) return set_offset(w, -far < -near ? -far : -near, -far < -near ? -near : -far, i + 2, SM_WHEN_AFTER);
  return set_offset(w, near < far ? near : far, near < far ? far : near, i + 2, SM_WHEN_VAGUE);
}

/// "shut for two weeks after ...", "closed for over a month after": how long, not when.
static bool is_lasting(const parser *p, uint32_t i) {
  enum { WORDS = 3 };
  uint32_t k = i;
  while (k > 0 && i - k < WORDS && (sm_is(p->scan, k - 1, SM_W_OVER) || sm_has_cue(p->scan, k - 1, SM_CUE_NUMBER)) && !sm_is(p->scan, k - 1, SM_W_FOR)) k--;
  return k > 0 && sm_is(p->scan, k - 1, SM_W_FOR);
}

/// "two days after Bichena, a drone ...": a place's name alone stands for the strike told before; the token behind it, or 0.
static uint32_t behind_name(const parser *p, uint32_t i) {
  const uint32_t m = i < p->scan->n ? p->scan->mention_at[i] : 0;
  if (!m || p->scan->mentions->items[m - 1].role != SM_ROLE_LITERAL) return 0;
  const uint32_t end = p->scan->mentions->items[m - 1].last;
  const bool alone = same_sentence(p, i, end) && (sm_is_sign(p->scan, end, ',') || sm_is_article(p->scan, end));
  return alone ? end : 0;
}

/// "two days ago", "a fortnight before", "hours later", "a day after ...", "33 years ago".
static bool parse_shift(const parser *p, uint32_t i, sm_when *w) {
  uint32_t k;
  int count = pair_at(p, i, &k);
  if (count < 0) count = count_at(p, i, &k);
  const sm_cue_row *unit = time_at(p, i, SM_K_TIME_UNIT);
  if (unit && (unit->part == 'h' || unit->part == 'd' || unit->part == 'y' || unit->part == 'm' || unit->part == 'w')) count = 1, k = i;
  else if (count <= 0 || !(unit = time_at(p, k, SM_K_TIME_UNIT))) return false;
  bool bare = k == i;
  const sm_cue_row *shift = time_at(p, k + 1, SM_K_SHIFT);
  if (!shift || is_lasting(p, i)) return false;
  if (bare && (unit->part == 'd' || unit->part == 'w') && !(shift->flags & SM_ROW_FROM_NOW) && is_plural_unit(p, i)) return set_vague_shift(p, shift, unit_days(unit), i, w);
  if (bare && unit->part != 'h' && unit->part != 'y') return false;
  int days = unit_days(unit) * count;
  if (shift->flags & SM_ROW_FROM_NOW) {
    if (p->published == SM_NO_DATE) return false;
    w->last = k + 2;
    const bool weeks = unit->part == 'w' || unit->part == 'f';
    if ((weeks || unit->part == 'y') && parse_weeks_back(p, weeks ? days : 0, weeks ? 0 : count, w)) return true;
    if (unit->part == 'h') set_days(w, p->published, p->published);
    else if (unit->part == 'd') set_days(w, p->published - days, p->published - days);
    else if (unit->part == 'w' || unit->part == 'f') set_days(w, p->published - days - 1, p->published - days + 1);
    else if (unit->part == 'm') set_days(w, p->published - days - 15, p->published - days + 15);
    else set_days(w, p->published - days - 365, p->published - days + 182);
    return true;
  }
  static const char *const minutes[] = {"minute", "minutes"};
  const bool clause = unit->part == 'h' && count >= 20 && !SM_IS_ONE_OF(p->scan, k, minutes) && sm_is(p->scan, k + 1, SM_W_AFTER) && same_sentence(p, i, k + 2); // "24 hours after a bomber struck"
  if (unit->part == 'h' && !clause) return set_offset(w, 0, 0, k + 2, SM_WHEN_SAME);
  const bool even = count % 24 == 0 && (i == p->scan->s[w->sentence].first || sm_is_sign(p->scan, i - 1, ',')); // not "less than 24 hours after"
  if (clause) return set_offset(w, -((count + 23) / 24), even ? -(count / 24) : 0, k + 2, SM_WHEN_AFTER);
  const bool that = sm_is(p->scan, k + 2, SM_W_THAT) && (k + 3 >= p->scan->n || sm_is_punct(p->scan, k + 3)); // "two days before that, ..."
  bool follows = (sm_is(p->scan, k + 1, SM_W_AFTER) || sm_is(p->scan, k + 1, SM_W_BEFORE)) && same_sentence(p, i, k + 2) && !that &&
                 !(p->scan->t[k + 2].flags & SM_TOKEN_PUNCT);
  const uint32_t behind = follows ? behind_name(p, k + 2) : 0;
  if (behind) return set_offset(w, shift->value * days, shift->value * days, behind, 0);
  if (follows) return set_offset(w, -shift->value * days, -shift->value * days, k + 2, SM_WHEN_AFTER);
  if (unit->part == 'm') return set_offset(w, shift->value * count, shift->value * count, k + 2, SM_WHEN_ROUND); // "a month earlier"
  if (unit->part == 'y') return false;
  return set_offset(w, shift->value * days, shift->value * days, k + 2, 0);
}

/// "in the 24 hours to Friday morning", "in the two days until Sunday": up to that day.
static bool parse_up_to(const parser *p, uint32_t i, sm_when *w) {
  static const char *const until[] = {"until", "till", "ending"};
  uint32_t k;
  const int count = count_at(p, i, &k);
  const sm_cue_row *unit = count > 0 ? time_at(p, k, SM_K_TIME_UNIT) : NULL;
  if (!unit || !(unit->part == 'h' || unit->part == 'd') || !same_sentence(p, i, k + 2) || !(sm_is(p->scan, k + 1, SM_W_TO) || SM_IS_ONE_OF(p->scan, k + 1, until))) return false;
  sm_when day = {.first = k + 2, .last = k + 3, .sentence = w->sentence};
  if (!parse_weekday(p, k + 2, &day) || day.start != day.end) return false;
  set_days(w, day.start - (unit->part == 'h' ? (count + 23) / 24 : count), day.end);
  w->last = day.last;
  return true;
}

/// "the day before", "the night before", "in the evening", "that day", "at dawn".
static bool parse_part(const parser *p, uint32_t i, sm_when *w) {
  const sm_cue_row *row = time_at(p, i, SM_K_NONE);
  if (!row) return false;
  bool day = row->kind == SM_K_TIME_UNIT && row->part == 'd', part = row->kind == SM_K_PART;
  const bool span = row->kind == SM_K_TIME_UNIT && (row->part == 'w' || row->part == 'm');
  const sm_cue_row *shift = day || part || span ? time_at(p, i + 1, SM_K_SHIFT) : NULL;
  if (span && shift && i > 0 && sm_is(p->scan, i - 1, SM_W_THE) && !(shift->flags & SM_ROW_FROM_NOW) && (!same_sentence(p, i, i + 2) || sm_is_punct(p->scan, i + 2) || !sm_is(p->scan, i + 1, SM_W_AFTER))) // "the month before"
    return (!same_sentence(p, i, i + 2) || sm_is_punct(p->scan, i + 2)) && set_offset(w, shift->value, shift->value, i + 2, SM_WHEN_ROUND);
  if (!day && !part) return false;
  if (shift && i > 0 && sm_is(p->scan, i - 1, SM_W_THE) && !(shift->flags & SM_ROW_FROM_NOW)) {
    bool follows = same_sentence(p, i, i + 2) && !(p->scan->t[i + 2].flags & SM_TOKEN_PUNCT) &&
                   (p->scan->t[i + 2].flags & SM_TOKEN_CAPITAL) == 0 && sm_is(p->scan, i + 1, SM_W_AFTER);
    static const sm_word heads[] = {SM_W_A, SM_W_AN, SM_W_THE, SM_W_IT, SM_W_THEY};
    if (follows && sm_is(p->scan, i + 2, SM_W_THAT) && (sm_is_punct(p->scan, i + 3) || SM_IS_ANY(p->scan, i + 3, heads))) return set_offset(w, shift->value, shift->value, i + 3, 0); // "the day after that a grenade fell"
    if (follows) return set_offset(w, -shift->value, -shift->value, i + 2, SM_WHEN_AFTER);
    return set_offset(w, shift->value, shift->value, i + 2, 0);
  }
  if (i > 0 && sm_is(p->scan, i - 1, SM_W_THAT)) return set_offset(w, 0, 0, i + 1, SM_WHEN_SAME);
  static const char *const during[] = {"during", "through", "During", "Through"};
  const bool named = same_sentence(p, i, i + 1) && (sm_is(p->scan, i + 1, SM_W_OF) || sm_is(p->scan, i + 1, SM_W_TO) || sm_is(p->scan, i + 1, SM_W_INTO) || sm_is(p->scan, i + 1, SM_W_FROM));
  if (part && row->part == 'n' && i > 1 && sm_is(p->scan, i - 1, SM_W_THE) && (SM_IS_ONE_OF(p->scan, i - 2, during) || sm_is(p->scan, i - 2, SM_W_IN)) && !named && time_end(p, i) == i + 1)
    return set_offset(w, 0, 0, i + 1, SM_WHEN_SAME | SM_WHEN_NIGHT);
  return false;
}

/// "that weekend", "the same week", "that month": round the day told before.
static bool parse_round(const parser *p, uint32_t i, sm_when *w) {
  const sm_cue_row *unit = time_at(p, i, SM_K_NONE), *same = i > 0 ? time_at(p, i - 1, SM_K_WHICH) : NULL;
  const bool told = same && same->value == 0 && same->flags & SM_ROW_FROM_ANCHOR;
  if (i == 0 || !unit || !(told || sm_is(p->scan, i - 1, SM_W_THAT))) return false;
  if (unit->kind != SM_K_WEEKEND && !(unit->kind == SM_K_TIME_UNIT && (unit->part == 'w' || unit->part == 'm'))) return false;
  return set_offset(w, 0, 0, i + 1, SM_WHEN_ROUND);
}

static bool parse_weekend(const parser *p, uint32_t i, sm_when *w) {
  if (!time_at(p, i, SM_K_WEEKEND) || p->published == SM_NO_DATE) return false;
  sm_date sunday = last_weekday(p, 6, w->sentence);
  set_days(w, sunday - 1, sunday);
  w->last = i + 1;
  return true;
}

/// "two nights ago".
static bool parse_nights(const parser *p, uint32_t i, sm_when *w) {
  uint32_t k;
  const int count = count_at(p, i, &k);
  const sm_cue_row *night = count > 0 ? time_at(p, k, SM_K_PART) : NULL, *shift = night ? time_at(p, k + 1, SM_K_SHIFT) : NULL;
  static const char *const nights[] = {"nights"};
  const bool plural = k < p->scan->n && SM_IS_ONE_OF(p->scan, k, nights);
  if (p->published == SM_NO_DATE || !(plural || night) || !(shift ? shift->flags & SM_ROW_FROM_NOW : plural && time_at(p, k + 1, SM_K_SHIFT) && time_at(p, k + 1, SM_K_SHIFT)->flags & SM_ROW_FROM_NOW)) return false;
  set_days(w, p->published - count, p->published - count);
  w->last = k + 2;
  return true;
}

static bool parse_one(const parser *p, uint32_t i, sm_when *w) {
  *w = (sm_when){.first = i, .last = i + 1, .sentence = p->scan->t[i].sentence};
  bool number = p->scan->t[i].flags & SM_TOKEN_NUMBER, time = sm_has_cue(p->scan, i, SM_CUE_TIME);
  if (number && (sm_parse_numeric(p, i, w) || sm_parse_day_month(p, i, w) || sm_parse_ordinal(p, i, w) || sm_parse_year(p, i, w))) return true;
  if (!number && !time && (sm_parse_day_month(p, i, w) || sm_parse_ordinal(p, i, w))) return true;
  if (!number && !time && !sm_has_cue(p->scan, i, SM_CUE_NUMBER)) return false;
  if (time && (sm_parse_feast(p, i, w) || parse_weekday(p, i, w) || sm_parse_month_day(p, i, w) || parse_which(p, i, w) || sm_parse_month(p, i, w) ||
               parse_named_day(p, i, w)))
    return true;
  return parse_up_to(p, i, w) || parse_shift(p, i, w) || parse_nights(p, i, w) || (time && parse_within(p, i, w)) || (time && (parse_part(p, i, w) || parse_round(p, i, w) || parse_weekend(p, i, w)));
}

/// "March 24, a Thursday": the weekday only explains the date.
static void take_weekday(const parser *p, sm_when *w) {
  if (w->flags & (SM_WHEN_WEEKDAY | SM_WHEN_ANCHOR) || w->start != w->end || !sm_is_sign(p->scan, w->last, ',') || !sm_is(p->scan, w->last + 1, SM_W_A)) return;
  if (time_at(p, w->last + 2, SM_K_WEEKDAY) && same_sentence(p, w->first, w->last + 2)) w->last += 3;
}

/// "night of 11-12 January" spans both days; so does "the night of 6 January"; "the night to Friday" begins a day before.
static void widen_nights(const parser *p, sm_when *w) {
  if (w->flags & SM_WHEN_ANCHOR || w->first < 2 || w->start != w->end) return;
  uint32_t k = w->first - 1;
  if (sm_is(p->scan, k, SM_W_THE) && k > 0) k--;
  const sm_cue_row *night = k > 0 ? time_at(p, k - 1, SM_K_PART) : NULL;
  if (!night || night->part != 'n') return;
  if (sm_is(p->scan, k, SM_W_OF)) w->end++;
  else if (sm_is(p->scan, k, SM_W_TO) || sm_is(p->scan, k, SM_W_INTO)) w->start--;
  else return;
  w->prec = 2;
}

/// "on the eve of Songkran", "on the eve of Sunday's vote".
static void apply_eve(const parser *p, sm_when *w) {
  static const char *const eves[] = {"eve"};
  uint32_t k = w->first;
  if (k > 0 && sm_is(p->scan, k - 1, SM_W_THE)) k--;
  if (k < 2 || !sm_is(p->scan, k - 1, SM_W_OF) || !SM_IS_ONE_OF(p->scan, k - 2, eves) || w->start == SM_NO_DATE || w->start != w->end) return;
  w->start--, w->end--;
  w->flags &= (uint16_t)~SM_WHEN_FUTURE;
}

static bool is_rank(const parser *p, uint32_t i) {
  static const char *const ranks[] = {"time", "deadliest", "worst", "bloodiest", "heaviest", "largest", "biggest", "fiercest", "latest"};
  const sm_cue_row *number = sm_cue_at(p->scan, i, SM_CUE_NUMBER, NULL);
  return SM_IS_ONE_OF(p->scan, i, ranks) || (number && number->kind == SM_K_ORDINAL);
}

/// "for the fourth time since Friday", "the third on a market since January", "the deadliest since the truce of May": the word of rank, 0 none.
static uint32_t rank_before(const parser *p, uint32_t since) {
  enum { REACH = 10 };
  const uint32_t floor = p->scan->s[p->scan->t[since].sentence].first;
  for (uint32_t k = since; k > floor && since - k < REACH && !sm_is_punct(p->scan, k - 1); k--)
    if (is_rank(p, k - 1)) return k - 1;
  return 0;
}

/// "..., the third attack this month", "in the latest of several attacks in the past two weeks": the time of those that it is one of.
static void drop_series(const parser *p, sm_when *w) {
  const bool span = !(w->flags & (SM_WHEN_ANCHOR | SM_WHEN_WEEKDAY | SM_WHEN_SINCE)) && w->end > w->start && time_at(p, w->first, SM_K_WHICH) && p->scan->s[w->sentence].first + 2 < w->first;
  uint32_t rank = span ? rank_before(p, w->first) : 0;
  if (rank && rank > p->scan->s[w->sentence].first + 1 && !sm_is(p->scan, rank - 1, SM_W_THE) && is_rank(p, rank - 1)) rank--; // "for the third time"
  if (rank < p->scan->s[w->sentence].first + 2 || !sm_is(p->scan, rank - 1, SM_W_THE)) return;
  const uint32_t lead = rank - 2;
  if (sm_is_sign(p->scan, lead, ',') || sm_is_dash(p->scan, lead) || sm_is_be(p->scan, lead) || sm_is_preposition(p->scan, lead)) w->flags |= SM_WHEN_FUTURE;
}

static void apply_since(const parser *p, sm_when *w) {
  uint32_t first = w->first;
  while (first > 0 && w->first - first < 2 && (time_at(p, first - 1, SM_K_WHICH) || time_at(p, first - 1, SM_K_EARLY) || time_at(p, first - 1, SM_K_LATE) || sm_is(p->scan, first - 1, SM_W_THE))) first--; // "since last April", "since early May"
  if (first == 0 || !time_at(p, first - 1, SM_K_SINCE) || p->published == SM_NO_DATE || (w->flags & SM_WHEN_ANCHOR)) return;
  const uint32_t clause = sm_is_sign(p->scan, w->last, ',') ? w->last + 1 : w->last;
  if (sm_is(p->scan, clause, SM_W_WHEN)) return; // "the deadliest since December, when a bomb killed 50": the day of what is told next
  w->flags |= SM_WHEN_SINCE;
  if (rank_before(p, first - 1)) w->flags |= SM_WHEN_FUTURE;
  set_days(w, w->start, p->published);
  if (w->end - w->start > LONGEST_SINCE) w->flags |= SM_WHEN_FUTURE; // "for the first time since 1971": no strike's day
}

/// "since the war erupted on Oct. 7": the day belongs to what began, not to what is told; but "since missiles came down on
/// Tuesday", "since the night of 2 October" tell the strike's own.
static void drop_beginnings(const parser *p, sm_when *w) {
  uint32_t floor = p->scan->s[w->sentence].first;
  for (uint32_t k = w->first, steps = 0; k > floor && steps < 12; k--, steps++) {
    const sm_cue_row *trigger = sm_cue_at(p->scan, k - 1, SM_CUE_TRIGGER, NULL), *part = time_at(p, k - 1, SM_K_PART);
    if (p->scan->t[k - 1].flags & SM_TOKEN_PUNCT || (trigger && trigger->strength > 0) || part) return;
    if (steps > 1 && time_at(p, k - 1, SM_K_SINCE)) w->flags |= SM_WHEN_FUTURE;
  }
}

/// "the coming Aug. 20 election", "days before the Feb. 18 polls": a day that names what nobody is struck by.
static bool names_event(const parser *p, const sm_when *w) {
  enum { REACH = 3 };
  static const char *const events[] = {"election", "elections", "polls", "poll", "vote", "referendum", "runoff", "ballot", "summit", "deadline"};
  if (w->first == 0 || !(sm_is(p->scan, w->first - 1, SM_W_THE) || (p->scan->t[w->first - 1].entry && p->scan->t[w->first - 1].entry->word_bits & SM_WORD_ADJECTIVE))) return false;
  for (uint32_t k = w->last; k < w->last + REACH && k < p->scan->n && same_sentence(p, w->first, k) && !sm_is_punct(p->scan, k) && !sm_is_preposition(p->scan, k); k++)
    if (SM_IS_ONE_OF(p->scan, k, events)) return true;
  return false;
}

static void clip(const parser *p, sm_when *w) {
  if (names_event(p, w)) w->flags |= SM_WHEN_FUTURE;
  if (w->flags & SM_WHEN_ANCHOR || p->published == SM_NO_DATE) return;
  if (w->start > p->published) w->flags |= SM_WHEN_FUTURE;
  else if (w->end > p->published) w->end = p->published, w->prec = (uint8_t)sm_day_precision(w->start, w->end);
}

/// "a man born in 1961": the age of somebody, not the day of what is told.
static bool is_birth(const parser *p, uint32_t first) {
  static const char *const words[] = {"born"};
  return first > 1 && (SM_IS_ONE_OF(p->scan, first - 1, words) || SM_IS_ONE_OF(p->scan, first - 2, words));
}

/// "on July 7 Road", "the 6 October Bridge": a name that is made of a day.
static bool is_of_name(const parser *p, const sm_when *w) {
  static const char *const things[] = {"Road", "Street", "Avenue", "Boulevard", "Bridge", "Square", "Roundabout", "Tunnel", "Park", "Stadium", "Hospital", "University", "School", "Mosque", "Camp",
                                       "bridge", "street", "square", "avenue", "boulevard", "roundabout", "Brigade", "Brigades", "Division", "Battalion", "Regiment", "Movement", "movement", "Group", "group", "Alliance", "Coalition", "City", "Junction", "Intersection", "Base", "Barracks"};
  return w->prec == 1 && !(w->flags & (SM_WHEN_ANCHOR | SM_WHEN_WEEKDAY)) && same_sentence(p, w->first, w->last) && SM_IS_ONE_OF(p->scan, w->last, things);
}

/// "Incidents noted between 6 and 12 November", "Weekly bulletin, 14 to 20 July": the days that a review is of, told by its head.
static void find_period(parser *p) {
  enum { SENTENCES = 3, SHORT = 16, FEWEST = 4, MOST = 7 };
  static const char *const reviews[] = {"incidents", "events", "week", "weekly", "Weekly", "Week", "review", "bulletin", "Bulletin", "summary", "digest", "chronology", "period", "noted", "recorded", "documented", "logged", "Incidents", "Events"};
  const sm_scan *scan = p->scan;
  p->period_start = p->period_end = p->named = SM_NO_DATE;
  for (uint32_t s = 0; s < scan->ns && s < SENTENCES && p->period_start == SM_NO_DATE; s++) {
    const sm_sentence *sentence = &scan->s[s];
    bool review = sentence->flags & SM_SENTENCE_HEADING || sentence->last - sentence->first <= SHORT;
    for (uint32_t i = sentence->first; i < sentence->last && !review; i++) review = SM_IS_ONE_OF(scan, i, reviews);
    for (uint32_t i = sentence->first; i < sentence->last && review; i++) {
      sm_when w = {.first = i, .last = i + 1, .sentence = s};
      if (!(scan->t[i].flags & SM_TOKEN_NUMBER ? sm_parse_day_month(p, i, &w) : sm_has_cue(scan, i, SM_CUE_TIME) && sm_parse_month_day(p, i, &w))) continue;
      bool days = false; // "April 4 and 11": two days
      for (uint32_t k = w.first; k < w.last; k++) days |= sm_is(scan, k, SM_W_AND) && !(w.first > 0 && sm_is(scan, w.first - 1, SM_W_BETWEEN));
      const bool ended = p->published == SM_NO_DATE || w.end <= p->published;
      if (ended && !days && w.end - w.start >= FEWEST && w.end - w.start <= MOST) {
        p->period_start = w.start, p->period_end = w.end;
        return;
      }
      i = w.last - 1;
    }
  }
}

static bool begins_with_digit(const sm_scan *scan, uint32_t i) {
  const char c = scan->document->report.text.ptr[scan->t[i].begin];
  return c >= '0' && c <= '9';
}

static bool names_month(const parser *p, const sm_when *w) {
  for (uint32_t i = w->first; i < w->last; i++)
    if (time_at(p, i, SM_K_MONTH)) return true;
  return false;
}

/// The last day told with its month, and whether its year was said: with it, or with a day right before of that year or the one before.
static void take_told(parser *p, const sm_when *w) {
  bool said = p->told_year && w->start >= p->told && year_of(w->start) <= year_of(p->told) + 1 && w->sentence <= p->told_sentence + YEAR_REACH && year_of(w->start) < year_of(p->published);
  for (uint32_t i = w->first; i < w->last && !said; i++) said = year_at(p, i) > 0;
  p->told = w->start, p->told_sentence = w->sentence, p->told_year = said;
}

sm_status sm_find_whens(const sm_scan *scan, sm_whens *out, sm_error *err) {
  parser p = {.scan = scan, .published = scan->document->report.published, .told = SM_NO_DATE};
  if (p.published == SM_NO_DATE) p.year_hint = sm_year_of_report(&p);
  p.published = sm_dateline_day(&p);
  find_period(&p);
  size_t cap = 0, cap_clocks = 0;
  *out = (sm_whens){.published = p.published};
  sm_read_title_day(&p, out);
  for (uint32_t i = 0; i < scan->n; i++) {
    bool number = scan->t[i].flags & SM_TOKEN_NUMBER;
    if (!number && !(scan->mask[i] & (1u << SM_CUE_TIME | 1u << SM_CUE_NUMBER)) && !(begins_with_digit(scan, i) && day_at(&p, i) > 0)) continue;
    sm_clock clock;
    bool told = number && sm_parse_clock(&p, i, &clock);
    if (told || sm_parse_spoken(&p, i, &clock)) {
      sm_clock *clocks = sm_arena_grow(scan->arena, out->clocks, out->n_clocks, &cap_clocks, sizeof *clocks);
      if (!clocks) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
      out->clocks = clocks;
      clocks[out->n_clocks++] = clock;
      i = clock.last - 1;
      continue;
    }
    sm_when w;
    if (!parse_one(&p, i, &w)) continue;
    if (is_birth(&p, w.first) || is_of_name(&p, &w)) {
      i = w.last - 1;
      continue;
    }
    take_weekday(&p, &w);
    widen_nights(&p, &w);
    apply_since(&p, &w);
    drop_series(&p, &w);
    clip(&p, &w);
    apply_eve(&p, &w);
    drop_beginnings(&p, &w);
    if (!(w.flags & SM_WHEN_ANCHOR) && w.prec <= 4) p.year_hint = year_of(w.start);
    const bool dated = w.flags & SM_WHEN_WEEKDAY && w.last > w.first + 1 && w.prec == 1;
    if (dated) p.named = w.start, p.named_sentence = w.sentence;
    else if (w.flags & SM_WHEN_WEEKDAY && p.named == SM_NO_DATE) p.bare = true;
    if (w.prec == 1 && !(w.flags & (SM_WHEN_ANCHOR | SM_WHEN_FUTURE | SM_WHEN_SINCE)) && names_month(&p, &w)) take_told(&p, &w);
    if (out->n && (sm_explain_past_day(&p, &out->items[out->n - 1], &w) || sm_join_range(&p, &out->items[out->n - 1], &w))) {
      i = w.last - 1;
      continue;
    }
    sm_when *items = sm_arena_grow(scan->arena, out->items, out->n, &cap, sizeof *items);
    if (!items) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
    out->items = items;
    items[out->n++] = w;
    i = w.last - 1;
  }
  return SM_OK;
}
