#include "when.h"

#include <stdlib.h>

enum { LONGEST_SINCE = 120 }; ///< days; a longer "since" tells of a campaign. Set by reading reports.

typedef struct parser {
  const sm_scan *scan;
  sm_date published;
  int year_hint; ///< of the last full date, where the report has no day of its own
} parser;

int sm_day_precision(sm_date start, sm_date end) {
  if (start == SM_NO_DATE || end == SM_NO_DATE) return 0;
  int days = end - start + 1;
  return days <= 1 ? 1 : days <= 6 ? 2 : days <= 8 ? 3 : days <= 31 ? 4 : 5;
}

static const sm_cue_row *time_at(const parser *p, uint32_t i, sm_kind kind) {
  const sm_cue_row *row = sm_cue_at(p->scan, i, SM_CUE_TIME, NULL);
  return row && (kind == SM_K_NONE || row->kind == kind) ? row : NULL;
}

static uint32_t time_end(const parser *p, uint32_t i) {
  uint32_t last = i + 1;
  sm_cue_at(p->scan, i, SM_CUE_TIME, &last);
  return last;
}

static bool same_sentence(const parser *p, uint32_t i, uint32_t k) {
  return k < p->scan->n && p->scan->t[k].sentence == p->scan->t[i].sentence;
}

/// Plain digits: the value, else -1.
static int digits_at(const parser *p, uint32_t i) {
  if (i >= p->scan->n) return -1;
  sm_str text = sm_span_text(p->scan, (sm_span){p->scan->t[i].begin, p->scan->t[i].end});
  int value = 0;
  size_t k = 0;
  while (k < text.len && k < 5 && text.ptr[k] >= '0' && text.ptr[k] <= '9') value = value * 10 + (text.ptr[k++] - '0');
  return k > 0 && k < 5 && k == text.len ? value : -1;
}

static int day_at(const parser *p, uint32_t i) {
  int d = digits_at(p, i);
  return d >= 1 && d <= 31 ? d : -1;
}

static int year_at(const parser *p, uint32_t i) {
  if (i >= p->scan->n || p->scan->t[i].end - p->scan->t[i].begin != 4) return -1;
  int y = digits_at(p, i);
  return y >= 1300 && y <= 2100 ? y : -1;
}

/// Small numbers in words or digits, articles as 1.
static int count_at(const parser *p, uint32_t i, uint32_t *last) {
  const sm_cue_row *row = sm_cue_at(p->scan, i, SM_CUE_NUMBER, last);
  if (row && (row->kind == SM_K_UNIT || row->kind == SM_K_ARTICLE || row->kind == SM_K_SINGLE || row->kind == SM_K_TEN ||
              row->kind == SM_K_PAIR))
    return row->value;
  *last = i + 1;
  return digits_at(p, i);
}

// ---- calendars

/// Julian day number of a day of the Solar Hijri calendar by its 33-year cycle (exact for 1925-2088).
static sm_date solar_date(int year, int month, int day) {
  int leaps = (8 * (year - 1) + 29) / 33;
  long days = 365L * (year - 1) + leaps + (month <= 7 ? 31L * (month - 1) : 30L * (month - 1) + 6) + day - 1;
  return (sm_date)(days + 1948320 - 2440588);
}

/// Tabular Islamic calendar, civil epoch; observed months may differ by a day.
static sm_date hijri_date(int year, int month, int day) {
  long days = day + (59L * (month - 1) + 1) / 2 + (year - 1) * 354L + (3 + 11L * year) / 30;
  return (sm_date)(days + 1948439 - 2440588);
}

static sm_date make_day(const sm_cue_row *month, int year, int day) {
  if (month->flags & SM_ROW_SOLAR) return solar_date(year, month->value, day);
  if (month->flags & SM_ROW_HIJRI) return hijri_date(year, month->value, day);
  return sm_date_make(year, month->value, day);
}

static bool is_foreign(const sm_cue_row *month) { return month->flags & (SM_ROW_SOLAR | SM_ROW_HIJRI); }

static int year_of(sm_date date) {
  int y, m, d;
  sm_date_split(date, &y, &m, &d);
  return y;
}

/// Year that is not said: the latest that does not lie after the report.
static int guess_year(const parser *p, const sm_cue_row *month, int day) {
  if (p->published == SM_NO_DATE) return is_foreign(month) ? 0 : p->year_hint;
  int year = year_of(p->published);
  if (month->flags & SM_ROW_SOLAR) year -= 621;
  if (month->flags & SM_ROW_HIJRI) year = (int)((year - 622) * 33L / 32) + 2;
  for (int tries = 0; tries < 3; tries++, year--)
    if (make_day(month, year, day) != SM_NO_DATE && make_day(month, year, day) <= p->published) return year;
  return year;
}

static void set_days(sm_when *w, sm_date start, sm_date end) {
  w->start = start;
  w->end = end;
  w->prec = (uint8_t)sm_day_precision(start, end);
}

/// "last year" from token k, by the publication; -1 when it is not said.
static int last_year_at(const parser *p, uint32_t k) {
  const sm_cue_row *which = time_at(p, k, SM_K_WHICH);
  static const char *const word[] = {"year"};
  bool said = which && which->value < 0 && k + 1 < p->scan->n && SM_IS_ONE_OF(p->scan, k + 1, word);
  return said && p->published != SM_NO_DATE ? year_of(p->published) - 1 : -1;
}

/// ", 2020", "2020" or "of last year" after a day and month.
static int said_year(const parser *p, uint32_t *i) {
  uint32_t k = *i;
  if (sm_is_sign(p->scan, k, ',')) k++;
  if (sm_is(p->scan, k, SM_W_OF)) k++;
  int year = year_at(p, k), last = year < 0 ? last_year_at(p, k) : -1;
  if (last >= 0 && same_sentence(p, *i - 1, k)) { // "in March of last year"
    *i = k + 2;
    return last;
  }
  if (year < 0 || !same_sentence(p, *i - 1, k)) return -1;
  *i = k + 1;
  return year;
}

static bool is_range_sign(const parser *p, uint32_t i) {
  return sm_is_sign(p->scan, i, '-') || sm_is_sign(p->scan, i, '_') || sm_is(p->scan, i, SM_W_TO) ||
         sm_is(p->scan, i, SM_W_AND) || sm_is(p->scan, i, SM_W_OR) || sm_is_sign(p->scan, i, '/');
}

// ---- absolute days

/// "2024-01-16", "02/21/2017", "16.01.2024".
static bool parse_numeric(const parser *p, uint32_t i, sm_when *w) {
  sm_str text = sm_span_text(p->scan, (sm_span){p->scan->t[i].begin, p->scan->t[i].end});
  int a = -1, b = -1, c = -1;
  if (text.len == 10 && text.ptr[2] == '.' && text.ptr[5] == '.') {
    char copy[11] = {0};
    memcpy(copy, text.ptr, 10);
    a = atoi(copy), b = atoi(copy + 3), c = atoi(copy + 6);
    set_days(w, sm_date_make(c, b, a), sm_date_make(c, b, a));
    w->last = i + 1;
    return w->start != SM_NO_DATE;
  }
  char sign = sm_is_sign(p->scan, i + 1, '-') ? '-' : sm_is_sign(p->scan, i + 1, '/') ? '/' : 0;
  if (!sign || !sm_is_sign(p->scan, i + 3, sign) || i + 4 >= p->scan->n) return false;
  a = digits_at(p, i), b = digits_at(p, i + 2), c = digits_at(p, i + 4);
  if (a < 0 || b < 0 || c < 0) return false;
  sm_date day = a > 1000 ? sm_date_make(a, b, c) : c > 1000 ? (a <= 12 ? sm_date_make(c, a, b) : sm_date_make(c, b, a)) : SM_NO_DATE;
  if (day == SM_NO_DATE && c > 1000) day = sm_date_make(c, b, a);
  set_days(w, day, day);
  w->last = i + 5;
  return day != SM_NO_DATE;
}

static bool finish_month(const parser *p, sm_when *w, const sm_cue_row *month, int day, int day2, uint32_t end) {
  int year = said_year(p, &end);
  if (is_foreign(month) && year < 0 && p->published == SM_NO_DATE) return false;
  if (year < 0) year = guess_year(p, month, day2 > 0 ? day2 : day);
  if (year <= 0) return false;
  sm_date start = make_day(month, year, day), last = day2 > 0 ? make_day(month, year, day2) : start;
  if (start == SM_NO_DATE || last == SM_NO_DATE) return false;
  if (last < start) last = start;
  set_days(w, start, last);
  w->last = end;
  return true;
}

/// The token behind digits and their "st", "nd", "rd" or "th", which is a token of its own.
static uint32_t digits_last(const parser *p, uint32_t i) {
  static const char *const suffixes[] = {"st", "nd", "rd", "th"};
  const bool joined = i + 1 < p->scan->n && p->scan->t[i + 1].begin == p->scan->t[i].end;
  return i + 1 + (joined && SM_IS_ONE_OF(p->scan, i + 1, suffixes));
}

/// "29 April 2020", "17-18 April", "29th of April".
static bool parse_day_month(const parser *p, uint32_t i, sm_when *w) {
  int day = day_at(p, i), day2 = -1;
  uint32_t k = digits_last(p, i);
  if (day < 0) return false;
  if (is_range_sign(p, k) && day_at(p, k + 1) > 0) day2 = day_at(p, k + 1), k = digits_last(p, k + 1);
  if (sm_is(p->scan, k, SM_W_OF)) k++;
  const sm_cue_row *month = time_at(p, k, SM_K_MONTH);
  if (!month || !same_sentence(p, i, k)) return false;
  k = time_end(p, k);
  // "29 March to 2 April", "31 January - 1 February"
  if (is_range_sign(p, k) && day_at(p, k + 1) > 0 && time_at(p, k + 2, SM_K_MONTH) && !sm_is(p->scan, k, SM_W_AND)) {
    sm_when second = *w;
    if (parse_day_month(p, k + 1, &second)) {
      int year = year_of(second.end);
      sm_date start = make_day(month, year, day);
      if (start != SM_NO_DATE && start > second.end) start = make_day(month, year - 1, day);
      set_days(w, start, second.end);
      w->last = second.last;
      return start != SM_NO_DATE;
    }
  }
  return finish_month(p, w, month, day, day2, k);
}

/// "April 29, 2020", "Oct. 7", "January 11 to 12".
static bool parse_month_day(const parser *p, uint32_t i, sm_when *w) {
  const sm_cue_row *month = time_at(p, i, SM_K_MONTH);
  if (!month) return false;
  uint32_t k = time_end(p, i);
  if (sm_is_sign(p->scan, k, '.')) k++;
  if (sm_is(p->scan, k, SM_W_THE)) k++;
  int day = day_at(p, k), day2 = -1;
  if (day < 0 || p->scan->t[k].flags & (SM_TOKEN_LINE_START | SM_TOKEN_PARAGRAPH_START)) return false; // "in October.\n11:40 ..."
  k = digits_last(p, k);
  if (is_range_sign(p, k) && day_at(p, k + 1) > 0 && !time_at(p, k + 2, SM_K_MONTH) && !time_at(p, k + 2, SM_K_AMPM))
    day2 = day_at(p, k + 1), k = digits_last(p, k + 1);
  return finish_month(p, w, month, day, day2, k);
}

/// A month's name alone is a time after a preposition or a word of time, or before "'s"; else it may be a person's.
static bool is_dated(const parser *p, uint32_t i, uint32_t end) {
  if (same_sentence(p, i, end) && p->scan->t[end].flags & SM_TOKEN_CLITIC) return true;
  if (i == 0) return false;
  uint32_t k = i - 1;
  if (sm_is_sign(p->scan, k, '-') && k > 0) k--; // "mid-March"
  return sm_is(p->scan, k, SM_W_IN) || sm_is(p->scan, k, SM_W_OF) || sm_is(p->scan, k, SM_W_FROM) || sm_is(p->scan, k, SM_W_TO) ||
         sm_is(p->scan, k, SM_W_AND) || sm_is(p->scan, k, SM_W_FOR) || sm_is(p->scan, k, SM_W_BETWEEN) || sm_is(p->scan, k, SM_W_BEFORE) ||
         sm_is(p->scan, k, SM_W_AFTER) || time_at(p, k, SM_K_NONE);
}

/// "January 2024", "in March", "early November".
static bool parse_month(const parser *p, uint32_t i, sm_when *w) {
  const sm_cue_row *month = time_at(p, i, SM_K_MONTH);
  if (!month || is_foreign(month)) return false;
  uint32_t k = time_end(p, i);
  int year = said_year(p, &k);
  if (year < 0 && month->value == 5 && i > 0 && !sm_is(p->scan, i - 1, SM_W_IN) && !time_at(p, i - 1, SM_K_NONE)) return false;
  bool last = i > 0 && time_at(p, i - 1, SM_K_WHICH) && time_at(p, i - 1, SM_K_WHICH)->value < 0;
  if (year < 0 && !is_dated(p, i, k)) return false;
  if (year < 0) year = guess_year(p, month, 1);
  if (year <= 0) return false;
  sm_date start = sm_date_make(year, month->value, 1);
  if (last && p->published != SM_NO_DATE && start >= p->published - 31 && start <= p->published &&
      year_of(start) == year_of(p->published) && sm_date_month_end(start) >= p->published)
    start = sm_date_make(year - 1, month->value, 1);
  set_days(w, start, sm_date_month_end(start));
  w->last = k;
  return start != SM_NO_DATE;
}

/// "on the 29th": the last such day.
static bool parse_ordinal(const parser *p, uint32_t i, sm_when *w) {
  const sm_cue_row *rank = sm_cue_at(p->scan, i, SM_CUE_NUMBER, NULL);
  int day = rank && rank->kind == SM_K_ORDINAL ? rank->value : day_at(p, i);
  const uint32_t end = digits_last(p, i);
  bool ordinal = day > 0 && (end > i + 1 || !(p->scan->t[i].flags & SM_TOKEN_NUMBER));
  if (!ordinal || i < 2 || !sm_is(p->scan, i - 1, SM_W_THE) || p->published == SM_NO_DATE) return false;
  if (rank && !sm_is(p->scan, i - 2, SM_W_ON) && !(sm_is(p->scan, i - 2, SM_W_OF) && i > 2 && time_at(p, i - 3, SM_K_PART))) return false; // "the night of the seventh"
  if (!(sm_is(p->scan, i - 2, SM_W_ON) || time_at(p, i - 2, SM_K_NONE) || sm_is(p->scan, i - 2, SM_W_OF) || sm_is(p->scan, i - 2, SM_W_BY))) return false;
  if (end < p->scan->n && (p->scan->t[end].flags & SM_TOKEN_WORD) && p->scan->t[end].entry && (p->scan->t[end].entry->word_bits & SM_WORD_NOUN) &&
      (rank || !sm_has_cue(p->scan, end, SM_CUE_TRIGGER))) // "report on the first blast"
    return false;
  int y, m, d;
  sm_date_split(p->published, &y, &m, &d);
  for (int tries = 0; tries < 3; tries++) {
    sm_date date = sm_date_make(y, m, day);
    if (date != SM_NO_DATE && date <= p->published) {
      set_days(w, date, date);
      w->last = end;
      return true;
    }
    if (--m == 0) m = 12, y--;
  }
  return false;
}

/// "in 2018": a year after a preposition.
static bool parse_year(const parser *p, uint32_t i, sm_when *w) {
  int year = year_at(p, i);
  if (year < 1900 || i == 0) return false;
  bool said = sm_is(p->scan, i - 1, SM_W_IN) || sm_is(p->scan, i - 1, SM_W_OF) || sm_is_sign(p->scan, i - 1, '(') ||
              time_at(p, i - 1, SM_K_SINCE) || time_at(p, i - 1, SM_K_SEASON) || time_at(p, i - 1, SM_K_LATE) ||
              time_at(p, i - 1, SM_K_EARLY) || sm_is(p->scan, i - 1, SM_W_FROM) || sm_is(p->scan, i - 1, SM_W_THE) ||
              (sm_is(p->scan, i - 1, SM_W_A) && sm_has_cue(p->scan, i + 1, SM_CUE_TRIGGER)); // "a 2013 attack"
  if (!said || sm_is_sign(p->scan, i + 1, '%')) return false;
  set_days(w, sm_date_make(year, 1, 1), sm_date_make(year, 12, 31));
  w->last = i + 1;
  return true;
}

/// Easter Sunday of a year (Gregorian; Meeus, Astronomical Algorithms, chapter 8).
static sm_date easter_of(int year) {
  int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30;
  int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;
  return sm_date_make(year, n / 31, n % 31 + 1);
}

/// "on the second day of Eid al-Adha": days after the first.
static int day_of_feast(const parser *p, uint32_t i) {
  if (i < 3 || !sm_is(p->scan, i - 1, SM_W_OF)) return 0;
  const sm_cue_row *day = time_at(p, i - 2, SM_K_TIME_UNIT), *rank = sm_cue_at(p->scan, i - 3, SM_CUE_NUMBER, NULL);
  return day && day->part == 'd' && rank && rank->kind == SM_K_ORDINAL ? rank->value - 1 : 0;
}

/// "Christmas Eve", "Easter Sunday", "Eid al-Fitr": the last one before the report, unless a year is said.
static bool parse_feast(const parser *p, uint32_t i, sm_when *w) {
  const sm_cue_row *row = time_at(p, i, SM_K_FEAST);
  if (!row || !(p->scan->t[i].flags & SM_TOKEN_CAPITAL)) return false;
  uint32_t end = time_end(p, i);
  sm_cue_row month = *row;
  month.value = row->value / 100;
  const int day = row->value % 100;
  uint32_t said = end;
  int year = said_year(p, &said);
  if (year < 0 && p->published == SM_NO_DATE) return false;
  if (year < 0 && end < p->scan->n && same_sentence(p, i, end) && (p->scan->t[end].flags & SM_TOKEN_CAPITAL) && !sm_has_cue(p->scan, end, SM_CUE_TIME)) { // "Good Friday Agreement"
    set_days(w, p->published, p->published);
    w->flags |= SM_WHEN_FUTURE;
    w->last = end + 1;
    return true;
  }
  if (year > 0) end = said;
  sm_date date;
  if (row->flags & SM_ROW_EASTER) {
    int of = year > 0 ? year : year_of(p->published);
    date = easter_of(of) + row->value;
    if (year < 0 && date > p->published) date = easter_of(of - 1) + row->value;
  } else if (year > 0 && is_foreign(&month)) {
    int lunar = (int)((year - 622) * 33L / 32) + 2;
    while ((date = make_day(&month, lunar, day)) != SM_NO_DATE && year_of(date) > year) lunar--;
  } else date = make_day(&month, year > 0 ? year : guess_year(p, &month, day), day);
  if (date == SM_NO_DATE) return false;
  date += day_of_feast(p, i);
  set_days(w, date, date);
  w->last = end;
  return true;
}

// ---- relative days

static sm_date week_start(sm_date day) { return day - sm_date_weekday(day); }

static sm_date last_weekday(const parser *p, int weekday) {
  return p->published - (sm_date_weekday(p->published) - weekday + 7) % 7;
}

/// "Tuesday", "last Friday", "Tuesday, 4 April"; "next Monday" is the future.
static bool parse_weekday(const parser *p, uint32_t i, sm_when *w) {
  const sm_cue_row *row = time_at(p, i, SM_K_WEEKDAY);
  if (!row || !(p->scan->t[i].flags & SM_TOKEN_CAPITAL)) return false;
  w->last = i + 1;
  w->flags |= SM_WHEN_WEEKDAY;
  uint32_t k = i + 1;
  if (sm_is_sign(p->scan, k, ',') || sm_is_sign(p->scan, k, '(')) k++;
  if (time_at(p, k, SM_K_PART)) k++;
  if (sm_is_sign(p->scan, k, ',')) k++;
  if (sm_is(p->scan, k, SM_W_THE)) k++;
  sm_when day = *w;
  if (parse_month_day(p, k, &day) || parse_day_month(p, k, &day)) {
    day.first = w->first;
    *w = day;
    return true;
  }
  if (p->published == SM_NO_DATE) return false;
  sm_date date = last_weekday(p, row->value);
  const sm_cue_row *which = i > 0 ? time_at(p, i - 1, SM_K_WHICH) : NULL, *later = time_at(p, i + 1, SM_K_WHICH);
  const sm_cue_row *week = later ? time_at(p, i + 2, SM_K_TIME_UNIT) : NULL;
  if (which && which->value < 0 && date == p->published) date -= 7;
  if (week && week->part == 'w' && later->value <= 0 && !(later->flags & SM_ROW_FROM_ANCHOR)) { // "on Friday last week"
    date = week_start(p->published) + 7 * later->value + row->value;
    w->last = i + 3;
    if (date > p->published) w->flags |= SM_WHEN_FUTURE;
  }
  const sm_cue_row *shift = time_at(p, i + 1, SM_K_SHIFT);
  if (i > 0 && sm_is(p->scan, i - 1, SM_W_THE) && shift && shift->value < 0 && date == p->published) date -= 7; // "the Sunday before"
  if (which && which->value > 0 && !(which->flags & SM_ROW_FROM_ANCHOR)) w->flags |= SM_WHEN_FUTURE, date += 7;
  set_days(w, date, date);
  if ((sm_is_sign(p->scan, i + 1, '-') || sm_is(p->scan, i + 1, SM_W_TO) || sm_is(p->scan, i + 1, SM_W_INTO)) &&
      time_at(p, i + 2, SM_K_WEEKDAY)) { // "Sunday to Monday"
    sm_date to = last_weekday(p, time_at(p, i + 2, SM_K_WEEKDAY)->value);
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
    if (p->published == SM_NO_DATE) return false;
    if (same_sentence(p, i, k) && k < i + 4 && parse_weekday(p, k, w)) {
      if (to) w->start--, w->prec = 2;
      return true;
    }
    set_days(w, p->published - 1, p->published);
    return true;
  }
  if (row->kind != SM_K_DAY || p->published == SM_NO_DATE) return false;
  if (row->value > 0) w->flags |= SM_WHEN_FUTURE;
  bool before = row->value == -1 && i >= 2 && time_at(p, i - 1, SM_K_SHIFT) && time_at(p, i - 2, SM_K_TIME_UNIT);
  set_days(w, p->published + row->value - before, p->published + row->value - before);
  return true;
}

/// "last week", "this month", "last night", "the previous day", "the same evening", "over the past 24 hours".
static bool parse_which(const parser *p, uint32_t i, sm_when *w) {
  const sm_cue_row *which = time_at(p, i, SM_K_WHICH);
  if (!which) return false;
  uint32_t k = i + 1, after;
  bool counted = count_at(p, k, &after) > 0 && time_at(p, after, SM_K_TIME_UNIT);
  int count = counted ? count_at(p, k, &after) : 1;
  if (counted) k = after;
  if (time_at(p, k, SM_K_EARLY) || time_at(p, k, SM_K_LATE)) k++;
  const sm_cue_row *unit = time_at(p, k, SM_K_NONE);
  if (!unit) return false;
  w->last = k + 1;
  bool anchored = which->flags & SM_ROW_FROM_ANCHOR;
  if (unit->kind == SM_K_PART || (unit->kind == SM_K_TIME_UNIT && unit->part == 'd' && !counted)) {
    if (anchored) return set_offset(w, which->value, which->value, k + 1, which->value ? 0 : SM_WHEN_SAME);
    if (p->published == SM_NO_DATE) return false;
    if (unit->kind != SM_K_PART) { // "in the past day"
      set_days(w, p->published - 1, p->published);
      return which->value < 0;
    }
    set_days(w, p->published + which->value, p->published + which->value);
    return which->value <= 0;
  }
  if (p->published == SM_NO_DATE || anchored) return false;
  if (unit->kind == SM_K_WEEKEND) {
    sm_date sunday = last_weekday(p, 6);
    set_days(w, sunday - 1, sunday > p->published ? p->published : sunday);
    return true;
  }
  if (unit->kind != SM_K_TIME_UNIT) return false;
  if (which->value > 0) w->flags |= SM_WHEN_FUTURE;
  int y, m, d;
  sm_date_split(p->published, &y, &m, &d);
  if (unit->part == 'h' || unit->part == 'd') {
    int days = unit->part == 'h' ? (count + 23) / 24 : count;
    set_days(w, p->published - days, p->published);
    return true;
  }
  if (unit->part == 'w' || unit->part == 'f') {
    sm_date monday = week_start(p->published);
    if (counted || unit->part == 'f') set_days(w, p->published - 7 * count * (unit->part == 'f' ? 2 : 1), p->published);
    else if (which->value < 0) set_days(w, monday - 7, monday - 1);
    else set_days(w, monday, p->published);
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

/// "two days ago", "a fortnight before", "hours later", "a day after ...", "33 years ago".
static bool parse_shift(const parser *p, uint32_t i, sm_when *w) {
  uint32_t k;
  int count = count_at(p, i, &k);
  const sm_cue_row *unit = time_at(p, i, SM_K_TIME_UNIT);
  if (unit && (unit->part == 'h' || unit->part == 'd' || unit->part == 'y' || unit->part == 'm' || unit->part == 'w')) count = 1, k = i;
  else if (count <= 0 || !(unit = time_at(p, k, SM_K_TIME_UNIT))) return false;
  bool bare = k == i;
  const sm_cue_row *shift = time_at(p, k + 1, SM_K_SHIFT);
  if (!shift || (i > 0 && sm_is(p->scan, i - 1, SM_W_FOR))) return false; // "shut for two weeks after ..." lasts
  if (bare && unit->part != 'h' && unit->part != 'y') return false;
  int days = unit_days(unit) * count;
  if (shift->flags & SM_ROW_FROM_NOW) {
    if (p->published == SM_NO_DATE) return false;
    w->last = k + 2;
    if (unit->part == 'h') set_days(w, p->published, p->published);
    else if (unit->part == 'd') set_days(w, p->published - days, p->published - days);
    else if (unit->part == 'w' || unit->part == 'f') set_days(w, p->published - days - 1, p->published - days + 1);
    else if (unit->part == 'm') set_days(w, p->published - days - 15, p->published - days + 15);
    else set_days(w, p->published - days - 365, p->published - days + 182);
    return true;
  }
  if (unit->part == 'h') return set_offset(w, 0, 0, k + 2, SM_WHEN_SAME);
  bool follows = (sm_is(p->scan, k + 1, SM_W_AFTER) || sm_is(p->scan, k + 1, SM_W_BEFORE)) && same_sentence(p, i, k + 2) &&
                 !(p->scan->t[k + 2].flags & SM_TOKEN_PUNCT);
  if (follows) return set_offset(w, -shift->value * days, -shift->value * days, k + 2, SM_WHEN_AFTER);
  if (unit->part == 'm' || unit->part == 'y') return false;
  return set_offset(w, shift->value * days, shift->value * days, k + 2, 0);
}

/// "the day before", "the night before", "in the evening", "that day", "at dawn".
static bool parse_part(const parser *p, uint32_t i, sm_when *w) {
  const sm_cue_row *row = time_at(p, i, SM_K_NONE);
  if (!row) return false;
  bool day = row->kind == SM_K_TIME_UNIT && row->part == 'd', part = row->kind == SM_K_PART;
  if (!day && !part) return false;
  const sm_cue_row *shift = time_at(p, i + 1, SM_K_SHIFT);
  if (shift && i > 0 && sm_is(p->scan, i - 1, SM_W_THE) && !(shift->flags & SM_ROW_FROM_NOW)) {
    bool follows = same_sentence(p, i, i + 2) && !(p->scan->t[i + 2].flags & SM_TOKEN_PUNCT) &&
                   (p->scan->t[i + 2].flags & SM_TOKEN_CAPITAL) == 0 && sm_is(p->scan, i + 1, SM_W_AFTER);
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

static bool parse_weekend(const parser *p, uint32_t i, sm_when *w) {
  if (!time_at(p, i, SM_K_WEEKEND) || p->published == SM_NO_DATE) return false;
  sm_date sunday = last_weekday(p, 6);
  set_days(w, sunday - 1, sunday);
  w->last = i + 1;
  return true;
}

static bool parse_one(const parser *p, uint32_t i, sm_when *w) {
  *w = (sm_when){.first = i, .last = i + 1, .sentence = p->scan->t[i].sentence};
  bool number = p->scan->t[i].flags & SM_TOKEN_NUMBER, time = sm_has_cue(p->scan, i, SM_CUE_TIME);
  if (number && (parse_numeric(p, i, w) || parse_day_month(p, i, w) || parse_ordinal(p, i, w) || parse_year(p, i, w))) return true;
  if (!number && !time && (parse_day_month(p, i, w) || parse_ordinal(p, i, w))) return true;
  if (!number && !time && !sm_has_cue(p->scan, i, SM_CUE_NUMBER)) return false;
  if (time && (parse_feast(p, i, w) || parse_weekday(p, i, w) || parse_month_day(p, i, w) || parse_which(p, i, w) || parse_month(p, i, w) ||
               parse_named_day(p, i, w)))
    return true;
  return parse_shift(p, i, w) || (time && (parse_part(p, i, w) || parse_weekend(p, i, w)));
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

/// "for the fourth time since Friday", "the third on a market since January", "the deadliest since the truce of May".
static bool is_ranked(const parser *p, uint32_t since) {
  static const char *const ranks[] = {"time", "deadliest", "worst", "bloodiest", "heaviest", "largest", "biggest", "fiercest", "latest"};
  const uint32_t floor = p->scan->s[p->scan->t[since].sentence].first;
  for (uint32_t k = since, steps = 0; k > floor && steps < 10 && !sm_is_punct(p->scan, k - 1); k--, steps++) {
    const sm_cue_row *number = sm_cue_at(p->scan, k - 1, SM_CUE_NUMBER, NULL);
    if (SM_IS_ONE_OF(p->scan, k - 1, ranks) || (number && number->kind == SM_K_ORDINAL)) return true;
  }
  return false;
}

static void apply_since(const parser *p, sm_when *w) {
  if (w->first == 0 || !time_at(p, w->first - 1, SM_K_SINCE) || p->published == SM_NO_DATE || (w->flags & SM_WHEN_ANCHOR)) return;
  w->flags |= SM_WHEN_SINCE;
  if (is_ranked(p, w->first - 1)) w->flags |= SM_WHEN_FUTURE;
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

static void clip(const parser *p, sm_when *w) {
  if (w->flags & SM_WHEN_ANCHOR || p->published == SM_NO_DATE) return;
  if (w->start > p->published) w->flags |= SM_WHEN_FUTURE;
  else if (w->end > p->published) w->end = p->published, w->prec = (uint8_t)sm_day_precision(w->start, w->end);
}

/// The hour that a part of the day makes of one told on a dial of twelve.
static int hour_of_part(int hour, uint8_t part) {
  if (hour > 12) return hour;
  bool late = part == 'e' || (part == 'd' && hour < 8) || (part == 'n' && hour > 6 && hour < 12);
  return late ? hour % 12 + 12 : part == 'd' ? hour : hour % 12;
}

/// "half past two in the night", "between one and four in the morning", "three o'clock in the afternoon".
static bool parse_spoken(const parser *p, uint32_t i, sm_clock *out) {
  static const char *const oclock[] = {"o'clock", "o’clock", "oclock"};
  const sm_cue_row *number = sm_cue_at(p->scan, i, SM_CUE_NUMBER, NULL);
  int hour = number && (number->kind == SM_K_UNIT || number->kind == SM_K_TEN || number->kind == SM_K_SINGLE) ? number->value : day_at(p, i);
  uint32_t k = i + 1;
  if (hour < 1 || hour > 12) return false;
  if (SM_IS_ONE_OF(p->scan, k, oclock)) k++;
  if (!sm_is(p->scan, k, SM_W_IN) || !sm_is(p->scan, k + 1, SM_W_THE) || !same_sentence(p, i, k + 2)) return false;
  const sm_cue_row *part = time_at(p, k + 2, SM_K_PART);
  if (!part) return false;
  *out = (sm_clock){i, k + 3, p->scan->t[i].sentence, hour_of_part(hour, part->part)};
  return true;
}

/// "9.18 p.m.", "8 p.m.", "23:15".
static bool parse_clock(const parser *p, uint32_t i, sm_clock *out) {
  if (!(p->scan->t[i].flags & SM_TOKEN_NUMBER)) return false;
  uint32_t k = i + 1;
  bool colon = sm_is_sign(p->scan, k, ':') && day_at(p, k + 1) < 60 && digits_at(p, k + 1) >= 0 && digits_at(p, i) < 25 && digits_at(p, i) >= 0;
  if (colon) k += 2;
  const sm_cue_row *ampm = time_at(p, k, SM_K_AMPM);
  if (!colon && !ampm) return false;
  if (ampm) k = time_end(p, k);
  if (time_at(p, k, SM_K_ZONE)) k = time_end(p, k);
  const char *text = p->scan->document->report.text.ptr;
  int hour = 0;
  for (uint32_t c = p->scan->t[i].begin; c < p->scan->t[i].end && text[c] >= '0' && text[c] <= '9'; c++) hour = hour * 10 + (text[c] - '0');
  if (ampm) hour = hour % 12 + ampm->value;
  *out = (sm_clock){i, k, p->scan->t[i].sentence, hour % 24};
  return true;
}

sm_status sm_find_whens(const sm_scan *scan, sm_whens *out, sm_error *err) {
  parser p = {scan, scan->document->report.published, 0};
  size_t cap = 0, cap_clocks = 0;
  *out = (sm_whens){.published = p.published};
  for (uint32_t i = 0; i < scan->n; i++) {
    bool number = scan->t[i].flags & SM_TOKEN_NUMBER;
    if (!number && !(scan->mask[i] & (1u << SM_CUE_TIME | 1u << SM_CUE_NUMBER)) && day_at(&p, i) < 0) continue;
    sm_clock clock;
    bool told = number && parse_clock(&p, i, &clock);
    if (told || parse_spoken(&p, i, &clock)) {
      sm_clock *clocks = sm_arena_grow(scan->arena, out->clocks, out->n_clocks, &cap_clocks, sizeof *clocks);
      if (!clocks) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
      out->clocks = clocks;
      clocks[out->n_clocks++] = clock;
      i = clock.last - 1;
      continue;
    }
    sm_when w;
    if (!parse_one(&p, i, &w)) continue;
    widen_nights(&p, &w);
    apply_since(&p, &w);
    clip(&p, &w);
    apply_eve(&p, &w);
    drop_beginnings(&p, &w);
    if (!(w.flags & SM_WHEN_ANCHOR) && w.prec <= 4) p.year_hint = year_of(w.start);
    sm_when *items = sm_arena_grow(scan->arena, out->items, out->n, &cap, sizeof *items);
    if (!items) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
    out->items = items;
    items[out->n++] = w;
    i = w.last - 1;
  }
  return SM_OK;
}
