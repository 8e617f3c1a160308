// Numbers in digits and words.
#include "casualty.h"

static int digits_value(const sm_scan *scan, uint32_t i) {
  sm_str text = sm_span_text(scan, (sm_span){scan->t[i].begin, scan->t[i].end});
  int value = 0;
  for (size_t k = 0; k < text.len; k++) {
    if (text.ptr[k] == ',') continue;
    if (text.ptr[k] < '0' || text.ptr[k] > '9' || value > 9999999) return -1;
    value = value * 10 + (text.ptr[k] - '0');
  }
  return value;
}

/// "hundred", "thousand", "dozen" after a number.
static int apply_scales(const sm_scan *scan, uint32_t *i, int value) {
  const sm_cue_row *row;
  uint32_t last;
  while ((row = sm_number_at(scan, *i, &last)) && (row->kind == SM_K_SCALE || row->kind == SM_K_DOZEN)) {
    if (value > 2000000 / (row->value ? row->value : 1)) return SM_UNKNOWN_NUMBER;
    value *= row->value;
    *i = last;
    uint32_t k = *i;
    if (sm_is(scan, k, SM_W_AND)) k++;
    const sm_cue_row *rest = sm_number_at(scan, k, &last);
    if (row->kind == SM_K_SCALE && rest && (rest->kind == SM_K_UNIT || rest->kind == SM_K_TEN)) {
      int more;
      if (sm_read_number(scan, k, &more, &last) && more >= 0 && more < row->value) value += more, *i = last;
      break;
    }
  }
  return value;
}

/// "18:05"
static bool is_of_clock(const sm_scan *scan, uint32_t i) {
  const uint32_t colon = i > 1 && sm_is_sign(scan, i - 1, ':') ? i - 1 : i + 1;
  if (!sm_is_sign(scan, colon, ':') || colon + 1 >= scan->n || !(scan->t[colon - 1].flags & scan->t[colon + 1].flags & SM_TOKEN_NUMBER)) return false;
  return !((scan->t[colon].flags | scan->t[colon + 1].flags) & SM_TOKEN_SPACE_BEFORE);
}

bool sm_read_number(const sm_scan *scan, uint32_t i, int *value, uint32_t *last) {
  if (i >= scan->n) return false;
  if (scan->t[i].flags & SM_TOKEN_NUMBER) {
    if (is_of_clock(scan, i)) return false;
    *value = digits_value(scan, i);
    if (*value < 0 || (sm_is_rank_ending(scan, i + 1) && !(scan->t[i + 1].flags & SM_TOKEN_SPACE_BEFORE)))
      return false; // "an 8th grader"
    *last = i + 1;
    *value = apply_scales(scan, last, *value);
    return true;
  }
  const sm_cue_row *row = sm_number_at(scan, i, last);
  if (!row) return false;
  switch (row->kind) {
  case SM_K_HALF: { // "half a dozen"
    uint32_t k = *last;
    const sm_cue_row *article = sm_number_at(scan, k, &k), *dozen = article ? sm_number_at(scan, k, last) : NULL;
    *value = 6;
    return dozen && dozen->kind == SM_K_DOZEN;
  }
  case SM_K_VAGUE: { // "several dozen"
    uint32_t k;
    for (const sm_cue_row *scale; (scale = sm_number_at(scan, *last, &k)) && (scale->kind == SM_K_SCALE || scale->kind == SM_K_DOZEN);) *last = k;
    *value = SM_UNKNOWN_NUMBER;
    return true;
  }
  case SM_K_DOZEN:
    *value = 12;
    return true;
  case SM_K_SCALE:
    *value = row->value;
    *value = apply_scales(scan, last, 1 * row->value);
    return true;
  case SM_K_ARTICLE: {
    uint32_t k;
    const sm_cue_row *next = sm_number_at(scan, *last, &k);
    if (next && next->kind == SM_K_UNIT && sm_is_sign(scan, k, '-')) return false; // "a five-year-old"
    if (!next || (next->kind != SM_K_DOZEN && next->kind != SM_K_SCALE && next->kind != SM_K_PAIR &&
                  next->kind != SM_K_UNIT && next->kind != SM_K_SINGLE))
      return false;
    if (next->kind == SM_K_PAIR || next->kind == SM_K_UNIT || next->kind == SM_K_SINGLE) {
      *value = next->value;
      *last = k;
    } else
      *value = apply_scales(scan, last, 1);
    return true;
  }
  case SM_K_SINGLE:
  case SM_K_PAIR:
    *value = row->value;
    return true;
  case SM_K_UNIT:
  case SM_K_TEN:
    break;
  default:
    return false;
  }
  *value = row->value;
  uint32_t k = *last;
  if (row->kind == SM_K_TEN) {
    if (sm_is_sign(scan, k, '-')) k++;
    const sm_cue_row *unit = sm_number_at(scan, k, &k);
    if (unit && unit->kind == SM_K_UNIT && unit->value < 10) *value += unit->value, *last = k;
  }
  *value = apply_scales(scan, last, *value);
  return true;
}

bool sm_is_year(const sm_scan *scan, uint32_t i) {
  int value;
  uint32_t last;
  return i < scan->n && scan->t[i].flags & SM_TOKEN_NUMBER && scan->t[i].end - scan->t[i].begin == 4 && sm_read_number(scan, i, &value, &last) && value >= 1900 && value < 2100;
}
