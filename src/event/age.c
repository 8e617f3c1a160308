// Ages: before the noun, after it, and what they tell of who is a child.
#include "people.h"

enum { OF_AGE = 18, OLDEST = 110 };

/// "-year-old", "year old" after a number: where the age ends, or the number itself.
uint32_t sm_skip_age(const sm_scan *scan, uint32_t i, bool *child) {
  static const char *const old[] = {"old"};
  int value;
  uint32_t k;
  *child = false;
  if (i >= scan->n || !(scan->t[i].flags & SM_TOKEN_NUMBER || sm_has_cue(scan, i, SM_CUE_NUMBER)) || !sm_read_number(scan, i, &value, &k)) return i; // as most
  const bool plain = SM_IS_ONE_OF(scan, k + 1, old); // "three year old girl"
  if (!plain && !sm_is_sign(scan, k, '-')) return i;
  const sm_cue_row *unit = sm_cue_at(scan, plain ? k : k + 1, SM_CUE_TIME, NULL);
  if (!unit || unit->kind != SM_K_TIME_UNIT) return i;
  *child = value >= 0 && (unit->part != 'y' || value < OF_AGE);
  k += 2;
  while (!plain && sm_is_sign(scan, k, '-') && k + 1 < scan->n) k += 2;
  return k;
}

/// "aged", "age"
static bool is_age_word(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"aged", "age", "ages"};
  return SM_IS_ONE_OF(scan, i, words);
}

/// "in his sixties", "in her 60s", "in his teens": the end of it, or the token itself.
static uint32_t skip_decade(const sm_scan *scan, uint32_t i, bool *child) {
  static const char *const teens[] = {"teens"};
  if (!sm_is(scan, i, SM_W_IN) || i + 2 >= scan->n) return i;
  if (!sm_is(scan, i + 1, SM_W_HIS) && !sm_is(scan, i + 1, SM_W_HER) && !sm_is(scan, i + 1, SM_W_THEIR)) return i;
  uint32_t k = i + 2;
  static const char *const parts[] = {"early", "mid", "late"};
  if (SM_IS_ONE_OF(scan, k, parts)) k += sm_is_sign(scan, k + 1, '-') ? 2 : 1;
  sm_str word = k < scan->n ? sm_span_text(scan, sm_tokens_span(scan, k, k + 1)) : (sm_str){0};
  *child = SM_IS_ONE_OF(scan, k, teens);
  if (*child) return k + 1;
  if (word.len > 4 && memcmp(word.ptr + word.len - 4, "ties", 4) == 0) return k + 1;
  if (word.len == 3 && word.ptr[1] == '0' && word.ptr[2] == 's') return k + 1;
  return scan->t[k].flags & SM_TOKEN_NUMBER && k + 1 < scan->n &&
                 !(scan->t[k + 1].flags & SM_TOKEN_SPACE_BEFORE) && scan->t[k + 1].flags & SM_TOKEN_WORD
             ? k + 2
             : i;
}

static bool ends_phrase(const sm_scan *scan, uint32_t i, uint32_t limit) {
  return i >= limit || sm_is_sign(scan, i, ',') || sm_is_sign(scan, i, '.') || sm_is_sign(scan, i, ';') ||
         sm_is_sign(scan, i, ')') || sm_is_sign(scan, i, '_');
}

static uint32_t skip_about(const sm_scan *scan, uint32_t i) {
  uint32_t last;
  const sm_cue_row *row = sm_number_at(scan, i, &last);
  return row && (row->kind == SM_K_HEDGE || row->kind == SM_K_HEDGE_LOW) ? last : i;
}

/// "11 to 14", "between 5 and 12", "5-12" after "aged": the end of a range of ages, or the token itself; the elder.
static uint32_t skip_range(const sm_scan *scan, uint32_t i, uint32_t limit, int *elder) {
  const bool between = sm_is(scan, i, SM_W_BETWEEN);
  int younger;
  uint32_t k = between || sm_is(scan, i, SM_W_FROM) ? i + 1 : i, last;
  if (k >= limit || !sm_read_number(scan, k, &younger, &last) || last + 1 >= limit) return i;
  if (!sm_is(scan, last, SM_W_TO) && !sm_is_dash(scan, last) && !sm_is_sign(scan, last, '-') && !(between && sm_is(scan, last, SM_W_AND))) return i;
  return sm_read_number(scan, last + 1, elder, &k) && *elder > younger && *elder < OLDEST ? k : i;
}

/// "born in 1959", ", born 1961", "(born on 3 May 1961)" of one person: its end, before a closing comma, or the token itself.
static uint32_t skip_birth(const sm_scan *scan, uint32_t i, uint32_t limit, bool *child) {
  enum { REACH = 5 };
  static const char *const born[] = {"born"};
  const bool comma = sm_is_sign(scan, i, ','), open = sm_is_sign(scan, i, '(');
  uint32_t k = comma || open ? i + 1 : i;
  if (k >= limit || !SM_IS_ONE_OF(scan, k, born)) return i;
  for (const uint32_t first = k++; k < limit && k < first + REACH && !sm_is_year(scan, k); k++)
    if (sm_is_punct(scan, k)) return i;
  if (k >= limit || !sm_is_year(scan, k)) return i;
  int birth = 0, year = 0, month, day;
  uint32_t last;
  if (!sm_read_number(scan, k, &birth, &last) || (open && !sm_is_sign(scan, last, ')')) || (comma && !ends_phrase(scan, last, limit))) return i;
  if (scan->document->report.published != SM_NO_DATE) sm_date_split(scan->document->report.published, &year, &month, &day);
  *child = year > 0 && year - birth < OF_AGE;
  return open ? last + 1 : last;
}

uint32_t sm_skip_said_ages(const sm_scan *scan, uint32_t i, uint32_t limit, int people, int *children) {
  bool child;
  uint32_t k = skip_decade(scan, i, &child);
  *children = 0;
  if (k == i && people == 1) k = skip_birth(scan, i, limit, &child);
  if (k > i) return *children = child ? people : 0, k;
  const bool comma = sm_is_sign(scan, k, ','), open = sm_is_sign(scan, k, '(');
  if (comma || open) k++;
  static const char *const each[] = {"both", "each", "all"}; // "a couple, both 70,", "two boys, both aged nine,"
  const bool every = (comma || open) && SM_IS_ONE_OF(scan, k, each);
  if (every) k++;
  const bool aged = is_age_word(scan, k), of = !comma && !open && !aged && sm_is(scan, k, SM_W_OF);
  if (aged || of) k++;
  if (!comma && !open && !aged && !of) return i;
  k = skip_about(scan, k);
  int n = 0, value;
  uint32_t last = aged && people > 1 ? skip_range(scan, k, limit, &value) : k;
  if (last > k) return *children = value < OF_AGE ? people : 0, open && sm_is_sign(scan, last, ')') ? last + 1 : last;
  for (; n < people; n++) {
    if (k >= limit || !sm_read_number(scan, k, &value, &last) || value < 0 || value >= OLDEST) break;
    if ((comma || open) && !aged && !(scan->t[k].flags & SM_TOKEN_NUMBER)) return i;
    *children += value < OF_AGE;
    static const char *const old[] = {"old"};
    const sm_cue_row *unit = sm_cue_at(scan, last, SM_CUE_TIME, NULL);
    if (unit && unit->kind == SM_K_TIME_UNIT && SM_IS_ONE_OF(scan, last + 1, old)) last += 2;
    k = last;
    if (n + 1 < people && (sm_is(scan, k, SM_W_AND) || sm_is_sign(scan, k, ','))) {
      uint32_t next = sm_is_sign(scan, k, ',') && sm_is(scan, k + 1, SM_W_AND) ? k + 2 : k + 1;
      if (sm_read_number(scan, next, &value, &last)) k = next;
    }
  }
  const bool whole = n == people || ((aged || every) && n == 1);
  if ((aged || every) && n == 1 && people > 1) *children = *children ? people : 0;
  if (!whole || (open && !sm_is_sign(scan, k, ')')) || (comma && !aged && !ends_phrase(scan, k, limit)))
    return *children = 0, i;
  return open ? k + 1 : k;
}

void sm_take_ages(const sm_scan *scan, uint32_t limit, sm_people *p) {
  enum { MOST = 4 };
  int young = 0;
  bool child = false;
  if (!p->has_noun || p->low < 1 || p->low > MOST || p->low != p->high) return;
  for (uint32_t k = p->first; p->low == 1 && k < p->last && !child; k++) sm_skip_age(scan, k, &child);
  uint32_t last = sm_skip_said_ages(scan, p->last, limit, p->low, &young);
  p->aged = last > p->last && sm_is_sign(scan, p->last, ',');
  p->last = last;
  if (child) young = 1;
  if (young > p->children) p->children = young, p->victims |= SM_VICTIM_CHILDREN;
}

bool sm_is_aged(const sm_scan *scan, uint32_t k) {
  int age;
  uint32_t last;
  return k + 2 < scan->n && sm_is_sign(scan, k, ',') && scan->t[k + 1].flags & SM_TOKEN_NUMBER && sm_read_number(scan, k + 1, &age, &last) && age > 0 && age < OLDEST && sm_is_sign(scan, last, ',');
}

bool sm_is_aged_word(const sm_scan *scan, uint32_t k) {
  return k + 1 < scan->n && scan->t[k].flags & SM_TOKEN_WORD && !(scan->t[k].flags & SM_TOKEN_CAPITAL) && !scan->mask[k] && sm_is_aged(scan, k + 1);
}
