// What is usually, or was formerly, done: "often targets hotels", "has claimed previous such attacks". It tells of nobody's part in the strike told.
#include "sides.h"

/// "previous such attacks", "similar bombings", "many other attacks".
static bool is_of_other_times(const sm_scan *scan, uint32_t i, uint32_t last) {
  enum { REACH = 5 };
  static const char *const other[] = {"previous", "similar", "such", "past", "earlier", "other", "many", "most", "numerous", "countless", "dozens", "scores", "hundreds", "several", "multiple"},
                           *const deeds[] = {"attacks", "incidents", "assaults", "operations"};
  if (!SM_IS_ONE_OF(scan, i, other) || (i > 0 && sm_is(scan, i - 1, SM_W_AND))) return false;
  for (uint32_t k = i + 1; k < last && k < i + REACH && !sm_is_punct(scan, k) && !(sm_is_preposition(scan, k) && !sm_is(scan, k, SM_W_OF)); k++) {
    const sm_lexicon_entry *e = scan->t[k].entry;
    if (SM_IS_ONE_OF(scan, k, deeds) || (sm_has_cue(scan, k, SM_CUE_TRIGGER) && e && e->word_bits & SM_WORD_PLURAL)) return true;
  }
  return false;
}

bool sm_tells_habit(const sm_scan *scan, uint32_t first, uint32_t last) {
  static const char *const every[] = {"every", "daily"}, *const past[] = {"past", "previously", "formerly", "historically", "traditionally", "commonly", "generally", "increasingly"}, *const heard[] = {"unknown", "unheard", "little", "known", "obscure", "called"}; // "a previously unknown group"
  for (uint32_t i = first; i < last; i++) {
    const sm_cue_row *mode = sm_cue_at(scan, i, SM_CUE_MODE, NULL);
    if (mode && mode->kind == SM_K_HABIT && !SM_IS_ONE_OF(scan, i, every) && !sm_is_sign(scan, i + 1, '-')) return true;
    if ((SM_IS_ONE_OF(scan, i, past) && !SM_IS_ONE_OF(scan, i + 1, heard)) || is_of_other_times(scan, i, last)) return true;
  }
  return false;
}

/// The words beside a verb, up to the signs that close its clause.
bool sm_tells_habit_by(const sm_scan *scan, uint32_t first, uint32_t last) {
  enum { BEFORE = 12, AFTER = 10 };
  const sm_sentence *s = &scan->s[scan->t[first].sentence];
  uint32_t from = first, to = last;
  while (from > s->first && first - from < BEFORE && !(sm_is_punct(scan, from - 1) && !(scan->t[from - 1].flags & SM_TOKEN_CLITIC) && !sm_is_sign(scan, from - 1, '-'))) from--;
  while (to < s->last && to - last < AFTER && !sm_is_sign(scan, to, ',') && !sm_is_sign(scan, to, ';')) to++;
  return sm_tells_habit(scan, from, to);
}

bool sm_is_of_habit(const sm_scan *scan, uint32_t token) {
  const sm_sentence *s = &scan->s[scan->t[token].sentence];
  uint32_t from = token, to = token;
  while (from > s->first && !sm_is_sign(scan, from - 1, ';') && !sm_is(scan, from - 1, SM_W_BUT)) from--;
  while (to < s->last && !sm_is_sign(scan, to, ';') && !sm_is(scan, to, SM_W_BUT)) to++;
  return sm_tells_habit(scan, from, to);
}

/// "in 2020", "since 2011": a year of its own.
static bool is_told_year(const sm_scan *scan, uint32_t i) {
  enum { FIRST = 1900, LAST = 2100 };
  int year;
  uint32_t end;
  return i > 0 && sm_is(scan, i - 1, SM_W_IN) && scan->t[i].flags & SM_TOKEN_NUMBER && sm_read_number(scan, i, &year, &end) && year >= FIRST && year <= LAST;
}

/// "where insurgents have launched assaults", "which has carried out bombings": what a clause tells of the years before, by its perfect.
static bool is_perfect_clause(const sm_scan *scan, uint32_t joint, uint32_t token) {
  enum { REACH = 12 };
  static const sm_word joints[] = {SM_W_WHERE, SM_W_WHICH, SM_W_WHO};
  if (!SM_IS_ANY(scan, joint, joints)) return false;
  uint32_t k = joint + 1;
  while (k < token + REACH && k < joint + REACH && k < scan->s[scan->t[token].sentence].last && !(sm_is_punct(scan, k) && !sm_is_sign(scan, k, '-')) && !sm_is_have(scan, k)) k++;
  return sm_is(scan, k, SM_W_HAS) || sm_is(scan, k, SM_W_HAVE);
}

bool sm_is_in_past_clause(const sm_scan *scan, uint32_t token) {
  enum { REACH = 16 };
  const sm_sentence *s = &scan->s[scan->t[token].sentence];
  uint32_t who = token;
  for (uint32_t k = token; k > s->first && token - k < REACH && !(sm_is_punct(scan, k - 1) && !sm_is_sign(scan, k - 1, '-')); k--)
    if (is_perfect_clause(scan, k - 1, token)) return true;
  if (!sm_sentence_has(scan, scan->t[token].sentence, SM_W_WHO)) return false; // as mostly
  while (who > s->first && token - who < REACH && !sm_is(scan, who, SM_W_WHO) && !sm_is_sign(scan, who, ';')) who--;
  if (!sm_is(scan, who, SM_W_WHO) || who == token) return false;
  if (sm_is(scan, who + 1, SM_W_HAD)) return true;
  for (uint32_t k = who + 1; k < s->last && k < who + REACH && !(k > token && sm_is_sign(scan, k, ',')) && !sm_is_sign(scan, k, ';'); k++)
    if (is_told_year(scan, k)) return true;
  return false;
}
