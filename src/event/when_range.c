// Two days or hours that are the ends of one time: ranges, nights, the past day and its date.
#include "when_parser.h"

/// Words between the two ends of a range: "evening until early", "and", "through".
static bool is_range_gap(const parser *p, const sm_when *from, uint32_t to) {
  static const char *const until[] = {"until", "till", "til", "through", "thru"};
  bool joined = false;
  enum { BACK = 4 };
  uint32_t lead = from->first;
  while (lead > 0 && from->first - lead < BACK && (sm_is(p->scan, lead - 1, SM_W_ON) || p->scan->t[lead - 1].flags & SM_TOKEN_NUMBER || time_at(p, lead - 1, SM_K_AMPM))) lead--; // "between 7 pm on Sunday"
  const bool between = lead > 0 && sm_is(p->scan, lead - 1, SM_W_BETWEEN), led = lead > 0 && sm_is(p->scan, lead - 1, SM_W_FROM);
  for (uint32_t k = from->last; k < to; k++) {
    sm_clock clock;
    if (joined && p->scan->t[k].flags & SM_TOKEN_NUMBER && sm_parse_clock(p, k, &clock) && clock.last <= to) { // "from 7 pm on Sunday to 4 am on Monday"
      k = clock.last - 1;
      continue;
    }
    if (time_at(p, k, SM_K_PART) || time_at(p, k, SM_K_EARLY) || time_at(p, k, SM_K_LATE) || time_at(p, k, SM_K_SHIFT) || sm_is(p->scan, k, SM_W_THE) || sm_is(p->scan, k, SM_W_ON)) continue;
    const bool bare = k == from->last && k + 1 == to && from->flags & SM_WHEN_WEEKDAY; // "on Saturday and Sunday"
    const bool here = SM_IS_ONE_OF(p->scan, k, until) || (led && (sm_is(p->scan, k, SM_W_TO) || sm_is(p->scan, k, SM_W_INTO))) ||
                      (sm_is(p->scan, k, SM_W_AND) && (between || bare));
    if (!here || joined) return false;
    joined = true;
  }
  return joined;
}

/// "late on Thursday and in the early hours of Friday", "Monday evening and early Tuesday": one night.
static bool is_of_one_night(const parser *p, const sm_when *from, const sm_when *to) {
  enum { BACK = 2 };
  if (from->start != from->end || to->start != from->end + 1 || to->start != to->end) return false;
  bool late = false, early = false;
  for (uint32_t k = from->first; k > 0 && k + BACK >= from->first; k--) late |= time_at(p, k - 1, SM_K_LATE) != NULL;
  uint32_t k = from->last;
  for (; k < to->first && !sm_is(p->scan, k, SM_W_AND); k++) {
    if (sm_is_sign(p->scan, k, ',')) continue;
    const sm_cue_row *part = time_at(p, k, SM_K_PART);
    if (!part) return false;
    late |= part->part == 'e' || part->part == 'n';
  }
  for (k++; k < to->first; k++) {
    const sm_cue_row *part = time_at(p, k, SM_K_PART);
    early |= (part && part->part == 'm') || time_at(p, k, SM_K_EARLY);
    if (part) k = time_end(p, k) - 1;
    if (!part && !time_at(p, k, SM_K_NONE) && !sm_is(p->scan, k, SM_W_AT) && !sm_is(p->scan, k, SM_W_IN) && !sm_is(p->scan, k, SM_W_INTO) && !sm_is(p->scan, k, SM_W_THE) && !sm_is(p->scan, k, SM_W_OF) && !sm_is(p->scan, k, SM_W_ON)) return false;
  }
  return late && early;
}

/// "on Tuesday and in the night to Wednesday", "Tuesday and overnight to Wednesday": the second begins on the day of the first.
static bool is_night_gap(const parser *p, const sm_when *from, const sm_when *to) {
  if (to->end != to->start + 1 || from->end < to->start || from->end > to->end || !sm_is(p->scan, from->last, SM_W_AND)) return false;
  for (uint32_t k = from->last + 1; k < to->first; k++)
    if (!sm_is(p->scan, k, SM_W_IN) && !sm_is(p->scan, k, SM_W_THE) && !sm_is(p->scan, k, SM_W_TO) && !sm_is(p->scan, k, SM_W_INTO) && !sm_is(p->scan, k, SM_W_ON) && !time_at(p, k, SM_K_NONE)) return false;
  return true;
}

enum { MAX_RANGE_GAP = 8, LONGEST_SPAN = 31 };

bool sm_explain_past_day(const parser *p, sm_when *past, const sm_when *day) {
  enum { LATE = 2 };
  const uint32_t on = past->last + 1 + sm_is(p->scan, past->last + 1, SM_W_ON);
  if (!(past->flags & SM_WHEN_RECKONED) || past->end != past->start + 1 || !sm_is_sign(p->scan, past->last, ',') || day->first != on || day->flags & SM_WHEN_ANCHOR || day->start != day->end || day->start < past->start - LATE || day->start > past->end) return false;
  set_days(past, day->start, day->end);
  past->last = day->last;
  past->flags &= (uint16_t)~SM_WHEN_RECKONED;
  return true;
}

bool sm_join_range(const parser *p, sm_when *from, const sm_when *to) {
  const uint16_t apart = SM_WHEN_ANCHOR | SM_WHEN_FUTURE | SM_WHEN_SINCE | SM_WHEN_VAGUE;
  if (from->sentence != to->sentence || (from->flags | to->flags) & apart || from->prec > 2 || to->prec > 2) return false;
  if (to->first < from->last || to->first - from->last > MAX_RANGE_GAP) return false;
  const bool night = is_night_gap(p, from, to) || is_of_one_night(p, from, to);
  if (!night && !is_range_gap(p, from, to->first)) return false;
  sm_date start = from->start;
  if (from->flags & SM_WHEN_WEEKDAY && start > to->end && start - to->end < 7) start -= 7;
  const bool bare = from->flags & SM_WHEN_WEEKDAY && to->first == from->last + 1 && sm_is(p->scan, from->last, SM_W_AND) &&
                    !(from->first > 0 && sm_is(p->scan, from->first - 1, SM_W_BETWEEN));
  if (start > to->start || to->end - start > LONGEST_SPAN || (bare && !night && to->start > from->end + 1)) return false; // "on Tuesday and Thursday": two days
  set_days(from, start, to->end);
  from->last = to->last;
  from->flags |= SM_WHEN_RANGE;
  return true;
}
