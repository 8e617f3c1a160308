// Days that a calendar names.
#include "casualty.h"
#include "when_parser.h"

#include <stdlib.h>

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

/// "... of 27 June 2019. On 2 July": a day some weeks behind one of an older year told right before is of that year.
static int year_told_before(const parser *p, const sm_cue_row *month, int year, int day, uint32_t sentence) {
  enum { FRESH = 45, ON = 200 };
  if (!p->told_year || p->published == SM_NO_DATE || is_foreign(month) || p->told_sentence + YEAR_REACH < sentence || p->scan->s[sentence].paragraph != p->scan->s[p->told_sentence].paragraph) return year;
  const sm_date guess = make_day(month, year, day);
  if (guess == SM_NO_DATE || guess + FRESH > p->published) return year;
  for (int y = year_of(p->told); y < year && y <= year_of(p->told) + 1; y++) {
    const sm_date date = make_day(month, y, day);
    if (date != SM_NO_DATE && date >= p->told && date <= p->told + ON) return y;
  }
  return year;
}

/// "last year" from token k, by the publication; -1 when it is not said.
static int last_year_at(const parser *p, uint32_t k) {
  const sm_cue_row *which = time_at(p, k, SM_K_WHICH);
  static const char *const word[] = {"year"};
  bool said = which && which->value < 0 && k + 1 < p->scan->n && SM_IS_ONE_OF(p->scan, k + 1, word);
  return said && p->published != SM_NO_DATE ? year_of(p->published) - 1 : -1;
}

/// "four years ago", "a year earlier" from token k, by the publication; -1 when it is not said. *last: behind it.
static int years_back_at(const parser *p, uint32_t k, uint32_t *last) {
  static const char *const years[] = {"year", "years"}, *const ago[] = {"ago"};
  int n;
  uint32_t end;
  if (p->published == SM_NO_DATE || !sm_read_number(p->scan, k, &n, &end) || end + 1 >= p->scan->n || !SM_IS_ONE_OF(p->scan, end, years) || !SM_IS_ONE_OF(p->scan, end + 1, ago)) return -1;
  *last = end + 2;
  return year_of(p->published) - n;
}

/// ", 2020", "2020", "of last year" or "four years ago" after a day and month.
static int said_year(const parser *p, uint32_t *i) {
  uint32_t k = *i;
  if (sm_is_sign(p->scan, k, ',')) k++;
  if (sm_is(p->scan, k, SM_W_OF)) k++;
  int year = year_at(p, k), last = year < 0 ? last_year_at(p, k) : -1;
  if (last >= 0 && same_sentence(p, *i - 1, k)) { // "in March of last year"
    *i = k + 2;
    return last;
  }
  uint32_t end;
  const int back = year < 0 ? years_back_at(p, k, &end) : -1;
  if (back > 0 && same_sentence(p, *i - 1, end - 1)) {
    *i = end;
    return back;
  }
  if (year < 0 || !same_sentence(p, *i - 1, k)) return -1;
  *i = k + 1;
  return year;
}

static bool is_range_sign(const parser *p, uint32_t i) {
  return sm_is_sign(p->scan, i, '-') || sm_is_sign(p->scan, i, '_') || sm_is(p->scan, i, SM_W_TO) ||
         sm_is(p->scan, i, SM_W_AND) || sm_is(p->scan, i, SM_W_OR) || sm_is_sign(p->scan, i, '/');
}

enum { MOST_DAYS = 8 }; ///< named one by one before a month

// ---- absolute days

/// "16.01." at the head of a line: a day without a year, in the order of most of the world.
static bool parse_head_day(const parser *p, uint32_t i, sm_when *w) {
  const sm_str text = sm_span_text(p->scan, (sm_span){p->scan->t[i].begin, p->scan->t[i].end});
  if (!(p->scan->t[i].flags & (SM_TOKEN_LINE_START | SM_TOKEN_PARAGRAPH_START)) && i > 0) return false;
  if (text.len != 5 || text.ptr[2] != '.') return false;
  char copy[6] = {0};
  memcpy(copy, text.ptr, 5);
  const int day = atoi(copy), month = atoi(copy + 3);
  const uint32_t end = i + 1;
  const bool closed = sm_is_sign(p->scan, end, '.') || sm_is_sign(p->scan, end, ':') || sm_is_sign(p->scan, end, ')') || sm_is_dash(p->scan, end) ||
                      (end < p->scan->n && p->scan->t[end].flags & SM_TOKEN_LINE_START);
  if (!closed || p->published == SM_NO_DATE || day < 1 || day > 31 || month < 1 || month > 12) return false;
  int year = year_of(p->published);
  sm_date date = sm_date_make(year, month, day);
  if (date != SM_NO_DATE && date > p->published) date = sm_date_make(year - 1, month, day);
  if (date == SM_NO_DATE) return false;
  set_days(w, date, date);
  w->last = end;
  return true;
}

/// "18/7/17", "26.03.18": of a day first or a month first the later one that is not after the report, within the year before it.
static bool parse_brief_year(const parser *p, uint32_t i, int a, int b, int year, sm_when *w) {
  enum { LONG_AGO = 366 };
  const sm_date first = sm_date_make(year, b, a), second = sm_is_sign(p->scan, i + 1, '/') ? sm_date_make(year, a, b) : SM_NO_DATE;
  if (p->published == SM_NO_DATE || p->scan->t[i + 4].end - p->scan->t[i + 4].begin != 2 || sm_is_sign(p->scan, i + 1, '-')) return false;
  const bool one = first != SM_NO_DATE && first <= p->published, other = second != SM_NO_DATE && second <= p->published;
  const sm_date day = one && (!other || first >= second) ? first : other ? second : SM_NO_DATE;
  if (day == SM_NO_DATE || day + LONG_AGO < p->published) return false;
  set_days(w, day, day);
  w->last = i + 5;
  return true;
}

/// "2024-01-16", "02/21/2017", "16.01.2024"; of two readings of "03/04/2017" the American one, unless it lies after the report.
bool sm_parse_numeric(const parser *p, uint32_t i, sm_when *w) {
  const char sign = sm_is_sign(p->scan, i + 1, '-') ? '-' : sm_is_sign(p->scan, i + 1, '/') ? '/' : sm_is_sign(p->scan, i + 1, '.') ? '.' : 0;
  if (!sign || !sm_is_sign(p->scan, i + 3, sign) || i + 4 >= p->scan->n) return parse_head_day(p, i, w);
  const int a = digits_at(p, i), b = digits_at(p, i + 2), c = digits_at(p, i + 4);
  if (a < 0 || b < 0 || c < 0 || (sign == '.' && p->scan->t[i + 4].begin > p->scan->t[i].end + 4)) return false; // "on the 12. 3. 2018 people"
  if (c < 100 && a < 100) return parse_brief_year(p, i, a, b, 2000 + c, w);
  const sm_date month_first = c > 1000 && sign != '.' ? sm_date_make(c, a, b) : SM_NO_DATE, day_first = c > 1000 ? sm_date_make(c, b, a) : SM_NO_DATE;
  const bool to_come = p->published != SM_NO_DATE && month_first != SM_NO_DATE && month_first > p->published && day_first != SM_NO_DATE && day_first <= p->published; // "12/06/2014" in a report of that June
  const sm_date day = a > 1000 ? sm_date_make(a, b, c) : month_first != SM_NO_DATE && !to_come ? month_first : day_first;
  set_days(w, day, day);
  w->last = i + 5;
  return day != SM_NO_DATE;
}

static bool finish_month(const parser *p, sm_when *w, const sm_cue_row *month, int day, int day2, uint32_t end) {
  int year = said_year(p, &end);
  if (is_foreign(month) && year < 0 && p->published == SM_NO_DATE) return false;
  if (year < 0) year = year_told_before(p, month, guess_year(p, month, day2 > 0 ? day2 : day), day2 > 0 ? day2 : day, p->scan->t[end - 1].sentence);
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
  const bool joined = i + 1 < p->scan->n && p->scan->t[i + 1].begin == p->scan->t[i].end;
  return i + 1 + (joined && sm_is_rank_ending(p->scan, i + 1));
}

/// The year of "15-May-23" and "15-May-2023".
static bool parse_short_year(const parser *p, uint32_t i, const sm_cue_row *month, int day, sm_when *w) {
  const bool two = i < p->scan->n && p->scan->t[i].end - p->scan->t[i].begin == 2;
  const int year = two && digits_at(p, i) >= 0 ? 2000 + digits_at(p, i) : year_at(p, i);
  const sm_date date = year > 0 ? make_day(month, year, day) : SM_NO_DATE;
  if (date == SM_NO_DATE || (two && p->published != SM_NO_DATE && date > p->published)) return false;
  set_days(w, date, date);
  w->last = i + 1;
  return true;
}

/// "21st October school", "May 1 Avenue": a thing that is called after a day.
static bool names_thing(const parser *p, uint32_t i) {
  static const char *const things[] = {"school", "hospital", "mosque", "street", "square", "avenue", "road", "bridge", "stadium", "university", "roundabout", "park", "district", "neighbourhood", "neighborhood", "brigade", "movement", "barracks",
                                       "School", "Hospital", "Mosque", "Street", "Square", "Avenue", "Road", "Bridge", "Stadium", "University", "Roundabout", "Park", "District", "Neighbourhood", "Neighborhood", "Brigade", "Movement", "Barracks"};
  return i < p->scan->n && SM_IS_ONE_OF(p->scan, i, things);
}

/// "29 April 2020", "17-18 April", "29th of April".
bool sm_parse_day_month(const parser *p, uint32_t i, sm_when *w) {
  int day = day_at(p, i), day2 = -1;
  uint32_t k = digits_last(p, i);
  if (day < 0) return false;
  for (int n = 0; n < MOST_DAYS && sm_is_sign(p->scan, k, ',') && day_at(p, k + 1) > day && same_sentence(p, i, k + 1); n++) k = digits_last(p, k + 1); // "on 12, 13 and 15 May"
  if (is_range_sign(p, k) && day_at(p, k + 1) > 0) day2 = day_at(p, k + 1), k = digits_last(p, k + 1);
  const bool hyphened = sm_is_sign(p->scan, k, '-') && time_at(p, k + 1, SM_K_MONTH); // "15-May-23"
  if (sm_is(p->scan, k, SM_W_OF) || hyphened) k++;
  const sm_cue_row *month = time_at(p, k, SM_K_MONTH);
  if (!month || !same_sentence(p, i, k)) return false;
  k = time_end(p, k);
  if (names_thing(p, k)) return false;
  if (hyphened && day2 < 0 && sm_is_sign(p->scan, k, '-') && parse_short_year(p, k + 1, month, day, w)) return true;
  // "29 March to 2 April", "31 January - 1 February"
  if (is_range_sign(p, k) && day_at(p, k + 1) > 0 && time_at(p, k + 2, SM_K_MONTH) && !sm_is(p->scan, k, SM_W_AND)) {
    sm_when second = *w;
    if (sm_parse_day_month(p, k + 1, &second)) {
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
bool sm_parse_month_day(const parser *p, uint32_t i, sm_when *w) {
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
  return !names_thing(p, k) && finish_month(p, w, month, day, day2, k);
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
bool sm_parse_month(const parser *p, uint32_t i, sm_when *w) {
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

/// "On the 5th of August jets struck; on the 6th ...": of the month told shortly before, or the next one where that is near.
static sm_date day_beside_told(const parser *p, uint32_t sentence, int day) {
  enum { SENTENCES = 3, NEAR = 20 };
  if (p->told == SM_NO_DATE || sentence > p->told_sentence + SENTENCES) return SM_NO_DATE;
  int y, m, d;
  sm_date_split(p->told, &y, &m, &d);
  const sm_date same = sm_date_make(y, m, day), next = m == 12 ? sm_date_make(y + 1, 1, day) : sm_date_make(y, m + 1, day);
  const sm_date best = day < d && next != SM_NO_DATE && next <= p->told + NEAR && (p->published == SM_NO_DATE || next <= p->published) ? next : same;
  return best != SM_NO_DATE && (p->published == SM_NO_DATE || best <= p->published) ? best : SM_NO_DATE;
}

/// "on the 29th": the last such day.
bool sm_parse_ordinal(const parser *p, uint32_t i, sm_when *w) {
  const sm_cue_row *rank = sm_cue_at(p->scan, i, SM_CUE_NUMBER, NULL);
  int day = rank && rank->kind == SM_K_ORDINAL ? rank->value : day_at(p, i);
  const uint32_t end = digits_last(p, i);
  bool ordinal = day > 0 && (end > i + 1 || !(p->scan->t[i].flags & SM_TOKEN_NUMBER));
  if (!ordinal || i < 2 || !sm_is(p->scan, i - 1, SM_W_THE)) return false;
  if (rank && !sm_is(p->scan, i - 2, SM_W_ON) && !(sm_is(p->scan, i - 2, SM_W_OF) && i > 2 && time_at(p, i - 3, SM_K_PART))) return false; // "the night of the seventh"
  if (!(sm_is(p->scan, i - 2, SM_W_ON) || time_at(p, i - 2, SM_K_NONE) || sm_is(p->scan, i - 2, SM_W_OF) || sm_is(p->scan, i - 2, SM_W_BY))) return false;
  if (same_sentence(p, i, end) && (p->scan->t[end].flags & SM_TOKEN_CAPITAL) && !sm_has_cue(p->scan, end, SM_CUE_TIME)) return false; // "of the 14th Regiment"
  if (end < p->scan->n && (p->scan->t[end].flags & SM_TOKEN_WORD) && p->scan->t[end].entry && (p->scan->t[end].entry->word_bits & SM_WORD_NOUN) &&
      (rank || !sm_has_cue(p->scan, end, SM_CUE_TRIGGER))) // "report on the first blast"
    return false;
  const sm_date told = day_beside_told(p, p->scan->t[i].sentence, day);
  if (told != SM_NO_DATE) {
    set_days(w, told, told);
    w->last = end;
    return true;
  }
  if (p->published == SM_NO_DATE) return false;
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

/// "between 1940 and 1945", "from 1991 to 1995".
static bool parse_years(const parser *p, uint32_t i, sm_when *w) {
  static const char *const opens[] = {"between", "Between", "from", "From"};
  if (i + 2 >= p->scan->n || !SM_IS_ONE_OF(p->scan, i - 1, opens) || !(sm_is(p->scan, i + 1, SM_W_AND) || sm_is(p->scan, i + 1, SM_W_TO))) return false;
  const int first = year_at(p, i), last = year_at(p, i + 2);
  if (first < 1900 || last <= first) return false;
  set_days(w, sm_date_make(first, 1, 1), sm_date_make(last, 12, 31));
  w->last = i + 3;
  return true;
}

/// "in 2018": a year after a preposition.
bool sm_parse_year(const parser *p, uint32_t i, sm_when *w) {
  int year = year_at(p, i);
  if (year < 1900 || i == 0) return false;
  if (parse_years(p, i, w)) return true;
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

/// "days before the beginning of Eid al-Fitr", "ahead of Christmas": one that is still to come.
static bool is_before_feast(const parser *p, uint32_t i) {
  enum { REACH = 5 };
  static const char *const words[] = {"before", "ahead", "upcoming", "coming", "until", "preparing", "prepare", "prepared"};
  for (uint32_t k = i; k > 0 && i - k < REACH && same_sentence(p, k - 1, i) && !sm_is_punct(p->scan, k - 1); k--)
    if (SM_IS_ONE_OF(p->scan, k - 1, words)) return true;
  return false;
}

/// "Christmas Eve", "Easter Sunday", "Eid al-Fitr": the last one before the report, unless a year is said.
bool sm_parse_feast(const parser *p, uint32_t i, sm_when *w) {
  const sm_cue_row *row = time_at(p, i, SM_K_FEAST);
  if (!row || !(p->scan->t[i].flags & SM_TOKEN_CAPITAL)) return false;
  uint32_t end = time_end(p, i);
  const uint32_t dated = sm_is_sign(p->scan, end, ',') || sm_is_sign(p->scan, end, '(') ? end + 1 : end;
  sm_when told = *w;
  if (sm_parse_month_day(p, dated, &told) || sm_parse_day_month(p, dated, &told)) { // "on Palm Sunday, 9 April 2017"
    told.first = w->first;
    *w = told;
    return true;
  }
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
  enum { HALF_YEAR = 183 };
  if (date == SM_NO_DATE || (year < 0 && date < p->published - HALF_YEAR)) return false; // the next one is nearer
  date += day_of_feast(p, i);
  enum { ALMOST_A_YEAR = 270 };
  if (year < 0 && date < p->published - ALMOST_A_YEAR && is_before_feast(p, i)) w->flags |= SM_WHEN_FUTURE;
  set_days(w, date, date + (is_foreign(&month) && !(row->flags & SM_ROW_SOLAR) && (p->published == SM_NO_DATE || date < p->published))); // by the moon seen there
  w->last = end;
  return true;
}

bool sm_has_fresh_day(const sm_scan *scan, uint32_t sentence) {
  static const char *const ago[] = {"ago"};
  const sm_sentence *s = &scan->s[sentence];
  for (uint32_t i = s->first; i < s->last; i++) {
    const sm_cue_row *time = sm_cue_at(scan, i, SM_CUE_TIME, NULL);
    if (!time || (time->kind != SM_K_WEEKDAY && time->kind != SM_K_DAY && time->kind != SM_K_OVERNIGHT && time->kind != SM_K_FEAST)) continue;
    if (i <= s->first + 1 || (!SM_IS_ONE_OF(scan, i - 1, ago) && !SM_IS_ONE_OF(scan, i - 2, ago))) return true; // "ten years ago today"
  }
  return false;
}
