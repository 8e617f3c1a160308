// The day or year that a report's title names, for what its text tells without one.
#include "when_parser.h"

static char small(char c) { return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c; }

static bool is_letter(char c) { return small(c) >= 'a' && small(c) <= 'z'; }

static bool begins_word(sm_str title, size_t at) { return at == 0 || !is_letter(title.ptr[at - 1]); }

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether a word begins with one of the letters that the words asked for begin with.
static bool begins_word_in(sm_str title, size_t at, const char *letters) { return begins_word(title, at) && strchr(letters, small(title.ptr[at])) != NULL; }

/// Whether a title has a word or words, in small letters, where a word begins.
static bool has_words_at(sm_str title, size_t at, const char *words) {
  size_t n = 0;
  for (; words[n]; n++)
    if (at + n >= title.len || small(title.ptr[at + n]) != words[n]) return false;
  return at + n >= title.len || !is_letter(title.ptr[at + n]);
}

/// The month that a title names at a place, whole or by its first three letters, and where its name ends; 0 none.
static int month_at(sm_str title, size_t at, size_t *end) {
  static const char *const months[] = {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"};
  enum { SHORT = 3 };
  for (int month = 0; month < 12; month++) {
    char brief[SHORT + 1] = {months[month][0], months[month][1], months[month][2], 0};
    const bool whole = has_words_at(title, at, months[month]);
    if (!whole && !has_words_at(title, at, brief)) continue;
    *end = at + (whole ? strlen(months[month]) : SHORT);
    if (!whole && *end < title.len && title.ptr[*end] == '.') ++*end;
    return month + 1;
  }
  return 0;
}

/// The number of one or two digits that ends before a blank or begins behind one, 0 none.
static int day_beside(sm_str title, size_t at, bool before) {
  if (before ? at < 2 || title.ptr[at - 1] != ' ' : at + 1 >= title.len || title.ptr[at] != ' ') return 0;
  size_t from = before ? at - 1 : at + 1;
  while (before && from > 0 && is_digit(title.ptr[from - 1])) from--;
  size_t to = from;
  int day = 0;
  while (to < title.len && is_digit(title.ptr[to]) && to < from + 3) day = 10 * day + title.ptr[to++] - '0';
  if (to > from + 2 || (before ? to != at - 1 : to < title.len && is_letter(title.ptr[to]))) return 0;
  return day >= 1 && day <= 31 ? day : 0;
}

/// "Spot report, 7 November: shelling": a day of the last weeks before the publication, SM_NO_DATE none.
static sm_date dated_title(sm_str title, sm_date published) {
  enum { RECENT = 21 };
  sm_date found = SM_NO_DATE;
  for (size_t i = 0; i < title.len; i++) {
    size_t end = i;
    if (!begins_word_in(title, i, "jfmasond")) continue;
    const int month = month_at(title, i, &end);
    if (!month) continue;
    const int before = day_beside(title, i, true), day = before ? before : day_beside(title, end, false);
    const sm_date date = day ? sm_date_make(year_of(published), month, day) : SM_NO_DATE;
    const sm_date last = day ? sm_date_make(year_of(published) - 1, month, day) : SM_NO_DATE;
    const sm_date meant = date != SM_NO_DATE && date <= published ? date : last;
    if (found != SM_NO_DATE || meant == SM_NO_DATE || meant < published - RECENT || meant > published) return SM_NO_DATE;
    found = meant;
  }
  return found;
}

/// "South Lebanon: Wednesday in brief", "Situation in the regions, 24 hours": the day that a title names, where it names one alone.
void sm_read_title_day(const parser *p, sm_whens *out) {
  enum { WEEK = 7 };
  static const char *const days[WEEK] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
  static const char *const spans[] = {"24 hours", "past day", "overnight"};
  const sm_str title = p->scan->document->report.title;
  int named = -1;
  bool span = false;
  out->titled_start = out->titled_end = SM_NO_DATE;
  if (p->published == SM_NO_DATE) return;
  for (size_t i = 0; i < title.len; i++) {
    if (!begins_word_in(title, i, "mtwfs2po")) continue;
    for (int day = 0; day < WEEK; day++) {
      if (!has_words_at(title, i, days[day])) continue;
      if (named >= 0 && named != day) return;
      named = day;
    }
    for (size_t k = 0; k < sizeof spans / sizeof *spans; k++) span |= has_words_at(title, i, spans[k]);
  }
  const sm_date dated = named < 0 && !span ? dated_title(title, p->published) : SM_NO_DATE;
  if (named >= 0 && !span) out->titled_start = out->titled_end = p->published - (sm_date_weekday(p->published) - named + WEEK) % WEEK;
  else if (dated != SM_NO_DATE) out->titled_start = out->titled_end = dated;
  else if (span && named < 0) out->titled_start = p->published - 1, out->titled_end = p->published;
}

/// The token behind a dateline's place at the head of a line: "IMPHAL", "NEW DELHI", "Quetta, Balochistan"; the first token where there is none.
static uint32_t dateline_place_end(const sm_scan *scan, uint32_t first, uint32_t end) {
  enum { LONGEST = 7 };
  uint32_t k = first;
  while (k < end && k - first < LONGEST && ((scan->t[k].flags & SM_TOKEN_CAPITAL && !sm_has_cue(scan, k, SM_CUE_TIME)) || sm_is_sign(scan, k, '/') || sm_is_sign(scan, k, '-') || (k > first && sm_is_sign(scan, k, ',')))) k++;
  return k > first && sm_is_sign(scan, k - 1, ',') ? k : first;
}

/// "(APP):", " -", ":": what closes a dateline, at a token.
static bool closes_dateline(const sm_scan *scan, uint32_t k, uint32_t end) {
  enum { LONGEST = 5 };
  if (sm_is_sign(scan, k, '('))
    for (uint32_t i = k + 1; i < end && i < k + LONGEST; i++)
      if (sm_is_sign(scan, i, ')')) return i + 1 < end && (sm_is_sign(scan, i + 1, ':') || sm_is_dash(scan, i + 1));
  return k < end && (sm_is_sign(scan, k, ':') || sm_is_dash(scan, k));
}

enum { DATED_DAYS = 2 }; ///< a report is published so soon after the day that it is dated

/// "Daily bulletin, Sunday 5 November": the day that a heading of the report gives to the paper it is, SM_NO_DATE none.
static sm_date day_of_paper(const parser *p, const sm_sentence *s) {
  const sm_scan *scan = p->scan;
  bool paper = false;
  for (uint32_t k = s->first; s->flags & SM_SENTENCE_HEADING && k < s->last; k++) {
    sm_when w = {.first = k, .last = k + 1, .sentence = scan->t[k].sentence};
    paper |= sm_is_document(scan, k);
    if (paper && (sm_parse_day_month(p, k, &w) || sm_parse_month_day(p, k, &w)) && w.start == w.end && w.last == s->last) return w.start;
  }
  return SM_NO_DATE;
}

sm_date sm_dateline_day(const parser *p) {
  enum { SENTENCES = 4 };
  const sm_scan *scan = p->scan;
  const sm_date dated = scan->ns && p->published != SM_NO_DATE ? day_of_paper(p, &scan->s[0]) : SM_NO_DATE;
  if (dated != SM_NO_DATE && dated < p->published && dated + DATED_DAYS >= p->published) return dated;
  for (uint32_t s = 0; s < scan->ns && s < SENTENCES && p->published != SM_NO_DATE; s++) {
    const uint32_t first = scan->s[s].first, end = scan->s[s].last, at = dateline_place_end(scan, first, end);
    sm_when w = {.first = at, .last = at + 1, .sentence = s};
    if (at == first || at >= end || !(sm_parse_month_day(p, at, &w) || sm_parse_day_month(p, at, &w)) || w.start != w.end || w.last > end || !closes_dateline(scan, w.last, end)) continue;
    return w.start < p->published && w.start + DATED_DAYS >= p->published ? w.start : p->published;
  }
  return p->published;
}

enum { FIRST_YEAR = 1970, LAST_YEAR = 2100 }; ///< of a headline that names the year of what follows

static bool is_headline_year(int year) { return year >= FIRST_YEAR && year <= LAST_YEAR; }

/// "Bomb blasts in the province - 2012": the one year that a title names, 0 none or several.
static int year_in(sm_str title) {
  int year = 0;
  for (size_t i = 0; i < title.len;) {
    size_t end = i;
    int value = 0;
    while (end < title.len && title.ptr[end] >= '0' && title.ptr[end] <= '9') {
      if (end - i < 4) value = value * 10 + (title.ptr[end] - '0');
      end++;
    }
    if (end - i == 4 && is_headline_year(value)) {
      if (year && year != value) return 0;
      year = value;
    }
    i = end > i ? end : i + 1;
  }
  return year;
}

int sm_year_of_report(const parser *p) {
  const sm_scan *scan = p->scan;
  int year = year_in(scan->document->report.title);
  if (!year && scan->ns && scan->s[0].flags & SM_SENTENCE_HEADING)
    for (uint32_t i = scan->s[0].first; i < scan->s[0].last && !year; i++)
      if (is_headline_year(year_at(p, i))) year = year_at(p, i);
  for (uint32_t i = 0; i < scan->n && !year; i++) {
    sm_when w = {.first = i, .last = i + 1, .sentence = scan->t[i].sentence};
    const bool number = scan->t[i].flags & SM_TOKEN_NUMBER, time = sm_has_cue(scan, i, SM_CUE_TIME);
    if (number ? sm_parse_numeric(p, i, &w) || sm_parse_day_month(p, i, &w) : time && sm_parse_month_day(p, i, &w)) year = year_of(w.start);
  }
  return year;
}
