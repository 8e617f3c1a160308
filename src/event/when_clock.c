// Hours.
#include "when_parser.h"

/// The hour that a part of the day makes of one told on a dial of twelve.
static int hour_of_part(int hour, uint8_t part) {
  if (hour > 12) return hour;
  bool late = part == 'e' || (part == 'd' && hour < 8) || (part == 'n' && hour > 6 && hour < 12);
  return late ? hour % 12 + 12 : part == 'd' ? hour : hour % 12;
}

/// "half past two in the night", "between one and four in the morning", "three o'clock in the afternoon".
bool sm_parse_spoken(const parser *p, uint32_t i, sm_clock *out) {
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

/// "at about 11.30 last night", "at 23.30 on Monday": hours and minutes by a dot, where what stands round them tells of time.
static bool is_dotted(const parser *p, uint32_t i) {
  static const char *const at[] = {"at", "At"}, *const about[] = {"about", "around", "approximately", "roughly", "exactly"};
  const sm_token *t = &p->scan->t[i];
  const char *text = p->scan->document->report.text.ptr + t->begin;
  const uint32_t n = t->end - t->begin, dot = n > 3 ? n - 3 : 0;
  if (dot < 1 || dot > 2 || text[dot] != '.' || text[dot + 1] > '5') return false;
  for (uint32_t k = 0; k < n; k++)
    if (k != dot && (text[k] < '0' || text[k] > '9')) return false;
  if (dot == 2 && (text[0] > '2' || (text[0] == '2' && text[1] > '4'))) return false;
  const uint32_t before = i > 1 && SM_IS_ONE_OF(p->scan, i - 1, about) ? i - 1 : i;
  if (before == 0 || !SM_IS_ONE_OF(p->scan, before - 1, at) || !same_sentence(p, i, i + 1)) return false;
  return sm_is_punct(p->scan, i + 1) || sm_is(p->scan, i + 1, SM_W_ON) || time_at(p, i + 1, SM_K_WHICH) || time_at(p, i + 1, SM_K_DAY) || time_at(p, i + 1, SM_K_WEEKDAY) || time_at(p, i + 1, SM_K_ZONE);
}

/// "9.18 p.m.", "8 p.m.", "23:15".
bool sm_parse_clock(const parser *p, uint32_t i, sm_clock *out) {
  if (!(p->scan->t[i].flags & SM_TOKEN_NUMBER)) return false;
  uint32_t k = i + 1;
  bool colon = sm_is_sign(p->scan, k, ':') && day_at(p, k + 1) < 60 && digits_at(p, k + 1) >= 0 && digits_at(p, i) < 25 && digits_at(p, i) >= 0;
  if (colon) k += 2;
  const sm_cue_row *ampm = time_at(p, k, SM_K_AMPM);
  if (!colon && !ampm && !is_dotted(p, i)) return false;
  if (ampm) k = time_end(p, k);
  if (time_at(p, k, SM_K_ZONE)) k = time_end(p, k);
  const char *text = p->scan->document->report.text.ptr;
  int hour = 0;
  for (uint32_t c = p->scan->t[i].begin; c < p->scan->t[i].end && text[c] >= '0' && text[c] <= '9'; c++) hour = hour * 10 + (text[c] - '0');
  if (ampm) hour = hour % 12 + ampm->value;
  *out = (sm_clock){i, k, p->scan->t[i].sentence, hour % 24};
  return true;
}
