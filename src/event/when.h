/// Days and clock times as reports tell them: absolute, relative to the publication day, or relative to what was told
/// before ("the previous evening"). Private to the room.
#ifndef SM_WHEN_H
#define SM_WHEN_H

#include "reader.h"

enum { SM_LONGEST_RANGE = 100 }; ///< days; what is told of a longer time ("last year's bombings") is no single strike

enum {
  SM_WHEN_ANCHOR = 1 << 0, ///< start and end count in days from the day told before
  SM_WHEN_SINCE = 1 << 1,  ///< from start until the publication
  SM_WHEN_AFTER = 1 << 2,  ///< "a day after ...": holds for what follows in the sentence only
  SM_WHEN_VAGUE = 1 << 3,  ///< "earlier this month": no day of its own
  SM_WHEN_WEEKDAY = 1 << 4,
  SM_WHEN_FUTURE = 1 << 5,
  SM_WHEN_SAME = 1 << 6,   ///< "that day", "hours later"
  SM_WHEN_NIGHT = 1 << 8,  ///< "during the night": the last one where no other day is told
  SM_WHEN_EARLIER = 1 << 9, ///< "earlier this week": before what was told last
  SM_WHEN_RANGE = 1 << 10,  ///< "between Friday and Sunday"
  SM_WHEN_ROUND = 1 << 11,  ///< "that weekend", "the same week": with SM_WHEN_ANCHOR, the one round the day told before
  SM_WHEN_RECKONED = 1 << 12, ///< "yesterday", "last night", "the past day": counted from the publication, or from the day on which it was said
  SM_WHEN_PART = 1 << 7,   ///< a part of the day alone ("in the evening")
};

typedef struct sm_when {
  uint32_t first, last; ///< tokens
  uint32_t sentence;
  sm_date start, end;   ///< days, or offsets with SM_WHEN_ANCHOR
  uint16_t flags;       ///< SM_WHEN_*
  uint8_t prec;         ///< UCDP 1-5
} sm_when;

/// A clock time: "at 9.18 p.m.", "02:30 local time", "half past two in the night".
typedef struct sm_clock {
  uint32_t first, last, sentence;
  int hour; ///< 0-23
} sm_clock;

typedef struct sm_whens {
  sm_when *items; ///< in text order
  uint32_t n;
  sm_clock *clocks;
  uint32_t n_clocks;
  sm_date published; ///< the report's day, or SM_NO_DATE
  sm_date titled_start, titled_end; ///< of the one day that its title names ("Sunday's shelling", "the past 24 hours"), or SM_NO_DATE
} sm_whens;

sm_status sm_find_whens(const sm_scan *scan, sm_whens *out, sm_error *err);

/// "on Sunday", "overnight": what is told with words of age ("the first since the war 10 years ago") is new all the same.
bool sm_has_fresh_day(const sm_scan *scan, uint32_t sentence);

/// UCDP precision of a range of days: 1 a day, 2 up to six days, 3 a week, 4 a month, 5 more.
int sm_day_precision(sm_date start, sm_date end);

#endif
