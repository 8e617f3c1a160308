/// What the parsers of days and hours share: where they stand in a scan, and the small words they look for. Private to the room.
#ifndef SM_WHEN_PARSER_H
#define SM_WHEN_PARSER_H

#include "when.h"

enum { YEAR_REACH = 2 }; ///< sentences over which a day told without its year is of the year told before

typedef struct parser {
  const sm_scan *scan;
  sm_date published;
  int year_hint; ///< of the last full date, where the report has no day of its own
  sm_date period_start, period_end; ///< the week or so that a review is of, or SM_NO_DATE
  sm_date named;                    ///< the last day told with its weekday and date, or SM_NO_DATE
  sm_date told;                     ///< the last day told with its month, or SM_NO_DATE
  uint32_t told_sentence;
  bool told_year;                   ///< with its year, or right behind such a day of the same year
  uint32_t named_sentence;
  bool bare;                        ///< a weekday without a date was told before that day: such days are told from the publication
} parser;

static inline const sm_cue_row *time_at(const parser *p, uint32_t i, sm_kind kind) {
  const sm_cue_row *row = sm_cue_at(p->scan, i, SM_CUE_TIME, NULL);
  return row && (kind == SM_K_NONE || row->kind == kind) ? row : NULL;
}

static inline uint32_t time_end(const parser *p, uint32_t i) {
  uint32_t last = i + 1;
  sm_cue_at(p->scan, i, SM_CUE_TIME, &last);
  return last;
}

static inline bool same_sentence(const parser *p, uint32_t i, uint32_t k) {
  return k < p->scan->n && p->scan->t[k].sentence == p->scan->t[i].sentence;
}

/// Plain digits: the value, else -1.
static inline int digits_at(const parser *p, uint32_t i) {
  if (i >= p->scan->n) return -1;
  sm_str text = sm_span_text(p->scan, (sm_span){p->scan->t[i].begin, p->scan->t[i].end});
  int value = 0;
  size_t k = 0;
  while (k < text.len && k < 5 && text.ptr[k] >= '0' && text.ptr[k] <= '9') value = value * 10 + (text.ptr[k++] - '0');
  return k > 0 && k < 5 && k == text.len ? value : -1;
}

static inline int day_at(const parser *p, uint32_t i) {
  int d = digits_at(p, i);
  return d >= 1 && d <= 31 ? d : -1;
}

static inline int year_at(const parser *p, uint32_t i) {
  if (i >= p->scan->n || p->scan->t[i].end - p->scan->t[i].begin != 4) return -1;
  int y = digits_at(p, i);
  return y >= 1300 && y <= 2100 ? y : -1;
}

/// Small numbers in words or digits, articles as 1.
static inline int count_at(const parser *p, uint32_t i, uint32_t *last) {
  const sm_cue_row *row = sm_cue_at(p->scan, i, SM_CUE_NUMBER, last);
  if (row && (row->kind == SM_K_UNIT || row->kind == SM_K_ARTICLE || row->kind == SM_K_SINGLE || row->kind == SM_K_TEN ||
              row->kind == SM_K_PAIR))
    return row->value;
  *last = i + 1;
  return digits_at(p, i);
}

/// "the past few years", "the last several months", "recent weeks": about so many of a long unit, 0 none.
static inline int few_at(const parser *p, uint32_t i, uint32_t *last) {
  enum { FEW = 3 };
  static const char *const recent[] = {"recent"}, *const spans[] = {"weeks", "months", "years"};
  *last = i;
  if (i > 0 && SM_IS_ONE_OF(p->scan, i - 1, recent)) return SM_IS_ONE_OF(p->scan, i, spans) ? FEW : 0;
  const sm_cue_row *row = sm_cue_at(p->scan, i, SM_CUE_NUMBER, last);
  if (!row || !(row->kind == SM_K_VAGUE || row->kind == SM_K_PAIR)) return 0;
  if (sm_is(p->scan, *last, SM_W_OF)) ++*last;
  return SM_IS_ONE_OF(p->scan, *last, spans) ? row->kind == SM_K_PAIR ? 2 : FEW : 0;
}

static inline int year_of(sm_date date) {
  int y, m, d;
  sm_date_split(date, &y, &m, &d);
  return y;
}

static inline void set_days(sm_when *w, sm_date start, sm_date end) {
  w->start = start;
  w->end = end;
  w->prec = (uint8_t)sm_day_precision(start, end);
}

/// Days of a calendar ("29 April 2020", "Oct. 7", "in March", "on the 29th", "02/21/2017", "Easter Sunday") at token i. when_date.c
bool sm_parse_month_day(const parser *p, uint32_t i, sm_when *w);
bool sm_parse_day_month(const parser *p, uint32_t i, sm_when *w);
bool sm_parse_month(const parser *p, uint32_t i, sm_when *w);
bool sm_parse_numeric(const parser *p, uint32_t i, sm_when *w);
bool sm_parse_ordinal(const parser *p, uint32_t i, sm_when *w);
bool sm_parse_year(const parser *p, uint32_t i, sm_when *w);
bool sm_parse_feast(const parser *p, uint32_t i, sm_when *w);

/// "over the past day, 14 March,": the day explains the time before it. when_range.c
bool sm_explain_past_day(const parser *p, sm_when *past, const sm_when *day);

/// "between Friday and Sunday", "from yesterday evening until this morning": the two ends become one time, which is the first's. when_range.c
bool sm_join_range(const parser *p, sm_when *from, const sm_when *to);

/// The one day that the title names. when_title.c
void sm_read_title_day(const parser *p, sm_whens *out);

/// The year of the days of a report that has no day of its own and says no year beside them: of its title, its first line, or else of
/// the first day told with a year; 0 none. when_title.c
int sm_year_of_report(const parser *p);

/// "IMPHAL, Aug 15: ... this morning" in a paper of the day after: the day that the dateline tells; else that of the publication.
sm_date sm_dateline_day(const parser *p);

/// Hours: "9.18 p.m.", "half past two in the night". when_clock.c
bool sm_parse_clock(const parser *p, uint32_t i, sm_clock *out);
bool sm_parse_spoken(const parser *p, uint32_t i, sm_clock *out);

#endif
