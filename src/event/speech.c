#include "speech.h"

/// Words that cannot stand inside a speaker's phrase.
static bool bounds_speaker(const sm_scan *scan, uint32_t i) {
  if (sm_is_punct(scan, i)) return !(scan->t[i].sign == '-' || scan->t[i].sign == '.');
  static const sm_word stops[] = {SM_W_THAT,   SM_W_BUT,   SM_W_WHILE, SM_W_WHEN, SM_W_AFTER,
                                  SM_W_BEFORE, SM_W_WHICH, SM_W_AS,    SM_W_WHERE};
  return SM_IS_ANY(scan, i, stops) || sm_is_be(scan, i);
}

static bool is_pronoun(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"she", "She", "him", "them"};
  return sm_is(scan, i, SM_W_HE) || sm_is(scan, i, SM_W_IT) || sm_is(scan, i, SM_W_THEY) ||
         SM_IS_ONE_OF(scan, i, words);
}

/// "SANA quotes a military source as saying": the one quoted speaks.
static bool is_quoting(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"quotes", "quoted", "cites", "cited"};
  return SM_IS_ONE_OF(scan, i, words);
}

/// Prepositions that open no speaker's phrase: fewer than sm_is_preposition, since "among" and "inside" may.
static bool opens_no_speaker(const sm_scan *scan, uint32_t i) {
  static const sm_word words[] = {SM_W_IN, SM_W_AT,   SM_W_ON,      SM_W_OF,   SM_W_FROM, SM_W_TO,
                                  SM_W_BY, SM_W_WITH, SM_W_AGAINST, SM_W_OVER, SM_W_INTO, SM_W_FOR};
  return SM_IS_ANY(scan, i, words);
}

/// What kind of speaker a phrase is; SM_K_NONE when it names nobody.
static uint8_t speaker_kind(const sm_scan *scan, uint32_t first, uint32_t last) {
  uint8_t kind = SM_K_NONE;
  bool name = false;
  for (uint32_t i = first; i < last; i++) {
    const sm_cue_row *row = sm_cue_at(scan, i, SM_CUE_CLAIMANT, NULL);
    if (row) kind = row->kind;
    uint32_t m = scan->mention_at[i];
    bool adjective = m && scan->mentions->items[m - 1].role == SM_ROLE_DEMONYM && last == first + 1;
    if (m && kind == SM_K_NONE && !adjective) kind = SM_K_STATE;
    if (sm_has_cue(scan, i, SM_CUE_ACTOR) && kind == SM_K_NONE) kind = SM_K_PARTY;
    const sm_lexicon_entry *e = scan->t[i].entry;
    bool common = e && e->rank > 0 && !(e->word_bits & (SM_WORD_GIVEN_NAME | SM_WORD_SURNAME));
    if ((scan->t[i].flags & SM_TOKEN_CAPITAL) && (!(scan->t[i].flags & SM_TOKEN_SENTENCE_START) || !common))
      name = true;
    if (sm_has_cue(scan, i, SM_CUE_FORCE) && kind == SM_K_NONE) kind = SM_K_MILITARY;
  }
  return kind == SM_K_NONE && name ? SM_K_OFFICIAL : kind;
}

/// "On Friday the ministry", "By the afternoon the UN office": what leads in is no part of the speaker.
static uint32_t skip_lead_in(const sm_scan *scan, uint32_t first, uint32_t last) {
  uint32_t at = first;
  for (uint32_t i = first; i + 1 < last; i++)
    if (sm_has_cue(scan, i, SM_CUE_TIME) || (scan->t[i].flags & SM_TOKEN_NUMBER)) at = i + 1;
  if (at < last && opens_no_speaker(scan, at) && at + 1 < last &&
      scan->mention_at[at + 1]) { // "In Baghdad the ministry"
    uint32_t k = at + 1;
    while (k < last && scan->mention_at[k]) k++;
    if (k < last) at = k;
  }
  return at;
}

static void trim(const sm_scan *scan, uint32_t *first, uint32_t *last) {
  while (*first < *last &&
         (sm_is_punct(scan, *first) || sm_is(scan, *first, SM_W_THE) || sm_is(scan, *first, SM_W_A) ||
          sm_is(scan, *first, SM_W_AN) || sm_is(scan, *first, SM_W_AND) || sm_is(scan, *first, SM_W_BUT)))
    ++*first;
  static const char *const late[] = {"first",   "also",  "later",      "then", "now",
                                     "earlier", "alone", "afterwards", "too",  "still"};
  while (*last > *first &&
         (sm_is_punct(scan, *last - 1) || sm_is(scan, *last - 1, SM_W_AND) || sm_is_have(scan, *last - 1) ||
          sm_has_cue(scan, *last - 1, SM_CUE_TIME) || SM_IS_ONE_OF(scan, *last - 1, late)))
    --*last;
}

/// Back from the verb over aux verbs and adverbs.
static uint32_t subject_end(const sm_scan *scan, uint32_t verb, uint32_t floor, bool *negated) {
  uint32_t i = verb;
  while (i > floor) {
    const sm_cue_row *mode = sm_cue_at(scan, i - 1, SM_CUE_MODE, NULL);
    const sm_lexicon_entry *e = scan->t[i - 1].entry;
    if (mode && mode->kind == SM_K_NEGATION)
      *negated = true;
    else if (!sm_is_have(scan, i - 1) &&
             !(e && (e->word_bits & SM_WORD_ADVERB) && !(e->word_bits & (SM_WORD_NOUN | SM_WORD_VERB))))
      break;
    i--;
  }
  return i;
}

static uint32_t phrase_start(const sm_scan *scan, uint32_t end, uint32_t floor) {
  uint32_t i = end;
  if (end > floor && is_pronoun(scan, end - 1)) return end - 1; // "against what it said were sites"
  while (i > floor && end - i < 14 && !bounds_speaker(scan, i - 1) &&
         !sm_has_cue(scan, i - 1, SM_CUE_REPORTING) && !is_quoting(scan, i - 1))
    i--;
  return i;
}

/// "according to the Observatory four soldiers died": a number begins what is said.
static bool begins_figure(const sm_scan *scan, uint32_t i, uint32_t first) {
  const sm_cue_row *row = sm_cue_at(scan, i, SM_CUE_NUMBER, NULL),
                   *before = i > first ? sm_cue_at(scan, i - 1, SM_CUE_NUMBER, NULL) : NULL;
  bool number =
      (scan->t[i].flags & SM_TOKEN_NUMBER) || (row && row->kind != SM_K_ORDINAL && row->kind != SM_K_HALF &&
                                               row->kind != SM_K_SINGLE && row->kind != SM_K_ARTICLE);
  return number && i > first && !before && !sm_is(scan, i - 1, SM_W_THE);
}

static uint32_t phrase_end(const sm_scan *scan, uint32_t first, uint32_t ceiling) {
  uint32_t i = first;
  if (is_pronoun(scan, first)) return first + 1;
  while (i < ceiling && i - first < 14 && !begins_figure(scan, i, first) && !bounds_speaker(scan, i) &&
         !sm_has_cue(scan, i, SM_CUE_REPORTING) && !sm_is(scan, i, SM_W_WHO))
    i++;
  return i;
}

/// "whose count the director", "how many the army": no speaker's phrase.
static bool is_question(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"whose", "how", "what", "why", "whom"};
  sm_str word = sm_span_text(scan, sm_tokens_span(scan, i, i + 1));
  for (size_t k = 0; k < sizeof words / sizeof words[0]; k++)
    if (sm_str_equal(word, sm_str_of(words[k]))) return true;
  return false;
}

static bool set_speaker(const sm_scan *scan, sm_speech *speech, uint32_t first, uint32_t last) {
  trim(scan, &first, &last);
  first = skip_lead_in(scan, first, last);
  trim(scan, &first, &last);
  const sm_cue_row *zero = first < last ? sm_cue_at(scan, first, SM_CUE_NUMBER, NULL) : NULL;
  for (uint32_t i = first; i < last; i++)
    if (is_question(scan, i)) return false;
  if (first < last && is_pronoun(scan, first)) last = first + 1; // "it did not fire on civilians and called"
  bool possessive = sm_is(scan, first, SM_W_ITS) || sm_is(scan, first, SM_W_THEIR) ||
                    sm_is(scan, first, SM_W_HIS) || sm_is(scan, first, SM_W_HER);
  if (possessive && first > 0 && !sm_is_punct(scan, first - 1) &&
      !(scan->t[first].flags & SM_TOKEN_SENTENCE_START) && !sm_is(scan, first - 1, SM_W_AND) &&
      !sm_is(scan, first - 1, SM_W_THAT))
    return false; // "recalled its envoy and warned"
  if (first < last && opens_no_speaker(scan, first)) return false;
  if (first >= last || sm_has_cue(scan, first, SM_CUE_TRIGGER) || (zero && zero->kind == SM_K_ZERO))
    return false;
  speech->first = first;
  speech->last = last;
  speech->pronoun = last == first + 1 && is_pronoun(scan, first);
  speech->kind = speaker_kind(scan, first, last);
  speech->name = sm_span_text(scan, sm_tokens_span(scan, first, last));
  return speech->pronoun || speech->kind != SM_K_NONE;
}

/// "Name, the governor's spokesman, confirmed": the name before an apposition that ends at the verb.
static bool speaker_before_apposition(const sm_scan *scan, sm_speech *speech, uint32_t comma,
                                      uint32_t floor) {
  uint32_t open = comma;
  while (open > floor && comma - open < 16 && !sm_is_sign(scan, open - 1, ',')) open--;
  for (uint32_t k = open; k > floor + 1 && comma - k < 24;
       k--) // ", which had the toll at eight, ..., blamed"
    if (sm_is_sign(scan, k - 1, ',') && (sm_is(scan, k, SM_W_WHICH) || sm_is(scan, k, SM_W_WHO))) open = k;
  if (open == floor || open == comma) return false;
  bool starts = sm_is(scan, open, SM_W_THE) || sm_is(scan, open, SM_W_A) || sm_is(scan, open, SM_W_WHO) ||
                sm_is(scan, open, SM_W_WHICH) || sm_is(scan, open, SM_W_AN) ||
                speaker_kind(scan, open, comma) > SM_K_STATE ||
                speaker_kind(scan, open, comma) == SM_K_POLICE;
  if (!starts || (scan->t[open].flags & SM_TOKEN_NUMBER)) return false;
  uint32_t first = phrase_start(scan, open - 1, floor);
  return set_speaker(scan, speech, first, open - 1);
}

/// The speaker of an earlier verb of the sentence speaks on.
static bool repeat_speaker(const sm_speech *before, sm_speech *speech) {
  if (!before || before->sentence != speech->sentence || before->before) return false;
  speech->first = before->first, speech->last = before->last;
  speech->kind = before->kind, speech->name = before->name;
  speech->pronoun = false;
  return true;
}

static bool read_verb(const sm_scan *scan, const sm_speech *last_speech, sm_speech *speech, uint32_t floor,
                      uint32_t ceiling) {
  uint32_t verb = speech->verb > floor && sm_is(scan, speech->verb - 1, SM_W_AS)
                      ? speech->verb - 1
                      : speech->verb; // "quotes X as saying"
  uint32_t end = subject_end(scan, verb, floor, &speech->negated);
  if (end > floor && sm_is_sign(scan, end - 1, ')')) { // "the Observatory (SOHR) counts"
    uint32_t open = end - 1;
    while (open > floor && end - open < 8 && !sm_is_sign(scan, open, '(')) open--;
    if (open > floor && sm_is_sign(scan, open, '(')) end = open;
  }
  if (end > floor && (sm_is(scan, end - 1, SM_W_AND) || sm_is(scan, end - 1, SM_W_BUT)) &&
      repeat_speaker(last_speech, speech))
    return true; // "counted 43 bodies and gave ..."
  if (end > floor && !sm_is_punct(scan, end - 1)) {
    uint32_t first = phrase_start(scan, end, floor);
    if (set_speaker(scan, speech, first, end)) {
      uint32_t after = speech->verb_last; // trailing "..., police said on Monday."
      while (after < ceiling && sm_has_cue(scan, after, SM_CUE_TIME)) after++;
      speech->before =
          first > floor + 2 && (after >= ceiling || (sm_is_punct(scan, after) && scan->t[after].sign != ':' &&
                                                     scan->t[after].sign != ','));
      if (first > floor + 2 && sm_is_sign(scan, first - 1, ',') && !sm_is(scan, speech->verb_last, SM_W_THAT))
        speech->before = true;
      return true;
    }
    return repeat_speaker(last_speech, speech);
  }
  if (end > floor && sm_is_sign(scan, end - 1, ',') &&
      speaker_before_apposition(scan, speech, end - 1, floor))
    return true;
  if (speech->row->stance == 'b' || speech->row->form == SM_F_FIGURE) return false;
  uint32_t last = phrase_end(scan, speech->verb_last, ceiling);
  speech->before = true;
  return set_speaker(scan, speech, speech->verb_last, last);
}

static bool read_speech(const sm_scan *scan, const sm_speech *last_speech, uint32_t i, uint32_t last,
                        const sm_cue_row *row, sm_speech *speech) {
  const sm_sentence *s = &scan->s[scan->t[i].sentence];
  *speech = (sm_speech){.verb = i, .verb_last = last, .sentence = scan->t[i].sentence, .row = row};
  if (row->form == SM_F_PREP) {
    speech->before = i > s->first + 2;
    return set_speaker(scan, speech, last, phrase_end(scan, last, s->last));
  }
  return read_verb(scan, last_speech, speech, s->first, s->last);
}

/// Bare figure verbs ("has", "put") speak only with a speaker of a known kind, or a state, and a number after
/// them.
static bool is_figure_speech(const sm_scan *scan, const sm_speech *speech) {
  if (speech->row->form != SM_F_FIGURE) return true;
  bool have = sm_is_have(scan, speech->verb);
  if ((speech->kind == SM_K_NONE && !speech->pronoun) || speech->before) return false;
  if (have && (speech->kind == SM_K_STATE || speech->pronoun ||
               sm_has_cue(scan, speech->verb_last, SM_CUE_REPORTING)))
    return false;
  uint32_t end = scan->s[speech->sentence].last, reach = 12;
  bool toll = false;
  for (uint32_t i = speech->verb_last; i < end && i < speech->verb_last + 12; i++)
    toll |= sm_has_cue(scan, i, SM_CUE_CASUALTY);
  if (speech->pronoun && !toll) return false;
  if (have) reach = toll ? 8 : 3;
  for (uint32_t i = speech->verb_last; i < end && i < speech->verb_last + reach; i++)
    if ((scan->t[i].flags & SM_TOKEN_NUMBER) || sm_has_cue(scan, i, SM_CUE_NUMBER)) return true;
  return false;
}

static void resolve_pronoun(const sm_speeches *all, sm_speech *speech) {
  if (!speech->pronoun) return;
  const sm_speech *last = all->n ? &all->items[all->n - 1] : NULL;
  if (!last || speech->sentence - last->sentence > 2) {
    speech->name = (sm_str){NULL, 0}; // nobody known stands behind the word
    return;
  }
  speech->name = last->name;
  speech->kind = last->kind;
}

static bool add_speech(const sm_scan *scan, sm_speeches *out, size_t *cap, const sm_speech *speech) {
  sm_speech *items = sm_arena_grow(scan->arena, out->items, out->n, cap, sizeof *items);
  if (!items) return false;
  out->items = items;
  items[out->n++] = *speech;
  return true;
}

static bool names_claimant(const sm_scan *scan, uint32_t first, uint32_t last) {
  for (uint32_t i = first; i < last; i++)
    if (sm_has_cue(scan, i, SM_CUE_CLAIMANT)) return true;
  return false;
}

/// "Red Cross: 43 killed", "six dead (police)", "... nine dead: rescuers": speakers without a verb.
static bool read_label(const sm_scan *scan, uint32_t s, sm_speech *speech) {
  static const sm_cue_row label = {.form = SM_F_PREP, .stance = 'c'};
  const sm_sentence *sen = &scan->s[s];
  uint32_t end = sen->last;
  while (end > sen->first && sm_is_sign(scan, end - 1, '.')) end--;
  *speech = (sm_speech){.sentence = s, .row = &label};
  for (uint32_t i = sen->first + 1; i < end; i++) {
    bool open = sm_is_sign(scan, i, '('), colon = sm_is_sign(scan, i, ':');
    if (!open && !colon) continue;
    uint32_t close = i + 1;
    while (close < end && close < i + 9 && !sm_is_sign(scan, close, open ? ')' : '.')) close++;
    bool ends = open ? close < end && sm_is_sign(scan, close, ')') : close >= end && close < i + 7;
    bool dateline = open && s < 2 &&
                    (sm_is_sign(scan, close + 1, '-') || sm_is_sign(scan, close + 1, '_') ||
                     sm_is_sign(scan, close + 1, ':'));
    bool acronym = dateline || (open && close == i + 2 && (scan->t[i - 1].flags & SM_TOKEN_CAPITAL));
    speech->verb = i, speech->verb_last = i + 1;
    if (ends && !acronym && names_claimant(scan, i + 1, close) && set_speaker(scan, speech, i + 1, close)) {
      speech->before = true;
      return true;
    }
    bool head = colon && i - sen->first < 9 && names_claimant(scan, sen->first, i);
    if (head && set_speaker(scan, speech, sen->first, i) && speech->kind != SM_K_STATE) return true;
    if (colon) return false;
  }
  return false;
}

sm_status sm_find_speeches(const sm_scan *scan, sm_speeches *out, sm_error *err) {
  const uint32_t told = 1u << SM_CUE_CASUALTY | 1u << SM_CUE_TRIGGER;
  size_t cap = 0;
  *out = (sm_speeches){0};
  for (uint32_t s = 0; s < scan->ns; s++) {
    sm_speech by_label;
    if ((scan->sentence_mask[s] & (1u << SM_CUE_CLAIMANT)) && (scan->sentence_mask[s] & told) &&
        !(scan->sentence_mask[s] & (1u << SM_CUE_REPORTING)) && read_label(scan, s, &by_label) &&
        !add_speech(scan, out, &cap, &by_label))
      return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
    if (!(scan->sentence_mask[s] & (1u << SM_CUE_REPORTING))) continue;
    for (uint32_t i = scan->s[s].first; i < scan->s[s].last; i++) {
      uint32_t last;
      const sm_cue_row *row = sm_cue_at(scan, i, SM_CUE_REPORTING, &last);
      sm_speech speech;
      if (row && scan->mention_at[i]) continue; // the States of "United States"
      if (!row || !read_speech(scan, out->n ? &out->items[out->n - 1] : NULL, i, last, row, &speech) ||
          !is_figure_speech(scan, &speech))
        continue;
      resolve_pronoun(out, &speech);
      if (!add_speech(scan, out, &cap, &speech)) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
    }
  }
  return SM_OK;
}

const sm_speech *sm_speech_of(const sm_speeches *speeches, uint32_t sentence, uint32_t token) {
  const sm_speech *ahead = NULL, *behind = NULL, *any = NULL;
  for (uint32_t i = 0; i < speeches->n; i++) {
    const sm_speech *s = &speeches->items[i];
    if (s->sentence < sentence) continue;
    if (s->sentence > sentence) break;
    any = s;
    if (s->before && s->verb >= token && !behind) behind = s;
    if (!s->before && s->verb < token) ahead = s;
  }
  if (ahead && behind) return ahead->verb > token ? behind : (token - ahead->verb < 30 ? ahead : behind);
  return ahead ? ahead : behind ? behind : any;
}
