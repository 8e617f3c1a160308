#include "speech.h"

/// Words that cannot stand inside a speaker's phrase.
static bool bounds_speaker(const sm_scan *scan, uint32_t i) {
  if (sm_is_punct(scan, i)) return !(scan->t[i].sign == '-' || scan->t[i].sign == '.');
  static const sm_word stops[] = {SM_W_THAT, SM_W_BUT, SM_W_WHILE, SM_W_WHEN, SM_W_AFTER, SM_W_BEFORE, SM_W_WHICH, SM_W_AS, SM_W_WHERE};
  for (size_t k = 0; k < sizeof stops / sizeof stops[0]; k++)
    if (sm_is(scan, i, stops[k])) return true;
  return sm_is_be(scan, i);
}

static bool is_pronoun(const sm_scan *scan, uint32_t i) {
  return sm_is(scan, i, SM_W_HE) || sm_is(scan, i, SM_W_IT) || sm_is(scan, i, SM_W_THEY);
}

/// What kind of speaker a phrase is; SM_K_NONE when it names nobody.
static uint8_t speaker_kind(const sm_scan *scan, uint32_t first, uint32_t last) {
  uint8_t kind = SM_K_NONE;
  bool name = false;
  for (uint32_t i = first; i < last; i++) {
    const sm_cue_row *row = sm_cue_at(scan, i, SM_CUE_CLAIMANT, NULL);
    if (row) kind = row->kind;
    uint32_t m = scan->mention_at[i];
    if (m && kind == SM_K_NONE) kind = SM_K_STATE;
    if (sm_has_cue(scan, i, SM_CUE_ACTOR) && kind == SM_K_NONE) kind = SM_K_PARTY;
    const sm_lexicon_entry *e = scan->t[i].entry;
    bool common = e && e->rank > 0 && !(e->word_bits & (SM_WORD_GIVEN_NAME | SM_WORD_SURNAME));
    if ((scan->t[i].flags & SM_TOKEN_CAPITAL) && (!(scan->t[i].flags & SM_TOKEN_SENTENCE_START) || !common)) name = true;
    if (sm_has_cue(scan, i, SM_CUE_FORCE) && kind == SM_K_NONE) kind = SM_K_MILITARY;
  }
  return kind == SM_K_NONE && name ? SM_K_OFFICIAL : kind;
}

/// "On Friday the ministry", "By the afternoon the UN office": what leads in is no part of the speaker.
static uint32_t skip_lead_in(const sm_scan *scan, uint32_t first, uint32_t last) {
  uint32_t at = first;
  for (uint32_t i = first; i + 1 < last; i++)
    if (sm_has_cue(scan, i, SM_CUE_TIME) || (scan->t[i].flags & SM_TOKEN_NUMBER)) at = i + 1;
  return at;
}

static void trim(const sm_scan *scan, uint32_t *first, uint32_t *last) {
  while (*first < *last && (sm_is_punct(scan, *first) || sm_is(scan, *first, SM_W_THE) || sm_is(scan, *first, SM_W_A) ||
                            sm_is(scan, *first, SM_W_AN) || sm_is(scan, *first, SM_W_AND) || sm_is(scan, *first, SM_W_BUT)))
    ++*first;
  while (*last > *first && (sm_is_punct(scan, *last - 1) || sm_is(scan, *last - 1, SM_W_AND) || sm_is_have(scan, *last - 1) ||
                            sm_has_cue(scan, *last - 1, SM_CUE_TIME)))
    --*last;
}

/// Back from the verb over aux verbs and adverbs.
static uint32_t subject_end(const sm_scan *scan, uint32_t verb, uint32_t floor, bool *negated) {
  uint32_t i = verb;
  while (i > floor) {
    const sm_cue_row *mode = sm_cue_at(scan, i - 1, SM_CUE_MODE, NULL);
    const sm_lexicon_entry *e = scan->t[i - 1].entry;
    if (mode && mode->kind == SM_K_NEGATION) *negated = true;
    else if (!sm_is_have(scan, i - 1) && !(e && (e->word_bits & SM_WORD_ADVERB) && !(e->word_bits & (SM_WORD_NOUN | SM_WORD_VERB))))
      break;
    i--;
  }
  return i;
}

static uint32_t phrase_start(const sm_scan *scan, uint32_t end, uint32_t floor) {
  uint32_t i = end;
  if (end > floor && is_pronoun(scan, end - 1)) return end - 1; // "against what it said were sites"
  while (i > floor && end - i < 14 && !bounds_speaker(scan, i - 1) && !sm_has_cue(scan, i - 1, SM_CUE_REPORTING)) i--;
  return i;
}

static uint32_t phrase_end(const sm_scan *scan, uint32_t first, uint32_t ceiling) {
  uint32_t i = first;
  while (i < ceiling && i - first < 14 && !bounds_speaker(scan, i) && !sm_has_cue(scan, i, SM_CUE_REPORTING) &&
         !sm_is(scan, i, SM_W_WHO))
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
  if (first >= last || sm_has_cue(scan, first, SM_CUE_TRIGGER) || (zero && zero->kind == SM_K_ZERO)) return false;
  speech->first = first;
  speech->last = last;
  speech->pronoun = last == first + 1 && is_pronoun(scan, first);
  speech->kind = speaker_kind(scan, first, last);
  speech->name = sm_span_text(scan, sm_tokens_span(scan, first, last));
  return speech->pronoun || speech->kind != SM_K_NONE;
}

/// "Name, the governor's spokesman, confirmed": the name before an apposition that ends at the verb.
static bool speaker_before_apposition(const sm_scan *scan, sm_speech *speech, uint32_t comma, uint32_t floor) {
  uint32_t open = comma;
  while (open > floor && comma - open < 16 && !sm_is_sign(scan, open - 1, ',')) open--;
  for (uint32_t k = open; k > floor + 1 && comma - k < 24; k--) // ", which had the toll at eight, ..., blamed"
    if (sm_is_sign(scan, k - 1, ',') && (sm_is(scan, k, SM_W_WHICH) || sm_is(scan, k, SM_W_WHO))) open = k;
  if (open == floor || open == comma) return false;
  bool starts = sm_is(scan, open, SM_W_THE) || sm_is(scan, open, SM_W_A) || sm_is(scan, open, SM_W_WHO) || sm_is(scan, open, SM_W_WHICH) ||
                sm_is(scan, open, SM_W_AN) || speaker_kind(scan, open, comma) > SM_K_STATE || speaker_kind(scan, open, comma) == SM_K_POLICE;
  if (!starts || (scan->t[open].flags & SM_TOKEN_NUMBER)) return false;
  uint32_t first = phrase_start(scan, open - 1, floor);
  return set_speaker(scan, speech, first, open - 1);
}

static bool read_verb(const sm_scan *scan, sm_speech *speech, uint32_t floor, uint32_t ceiling) {
  uint32_t verb = speech->verb > floor && sm_is(scan, speech->verb - 1, SM_W_AS) ? speech->verb - 1 : speech->verb; // "quotes X as saying"
  uint32_t end = subject_end(scan, verb, floor, &speech->negated);
  if (end > floor && !sm_is_punct(scan, end - 1)) {
    uint32_t first = phrase_start(scan, end, floor);
    if (set_speaker(scan, speech, first, end)) {
      uint32_t after = speech->verb_last; // trailing "..., police said on Monday."
      while (after < ceiling && sm_has_cue(scan, after, SM_CUE_TIME)) after++;
      speech->before = first > floor + 2 && (after >= ceiling || (sm_is_punct(scan, after) && scan->t[after].sign != ':' && scan->t[after].sign != ',')) ;
      if (first > floor + 2 && sm_is_sign(scan, first - 1, ',') && !sm_is(scan, speech->verb_last, SM_W_THAT)) speech->before = true;
      return true;
    }
    return false;
  }
  if (end > floor && sm_is_sign(scan, end - 1, ',') && speaker_before_apposition(scan, speech, end - 1, floor)) return true;
  if (speech->row->stance == 'b' || speech->row->form == SM_F_FIGURE) return false;
  uint32_t last = phrase_end(scan, speech->verb_last, ceiling);
  speech->before = true;
  return set_speaker(scan, speech, speech->verb_last, last);
}

static bool read_speech(const sm_scan *scan, uint32_t i, uint32_t last, const sm_cue_row *row, sm_speech *speech) {
  const sm_sentence *s = &scan->s[scan->t[i].sentence];
  *speech = (sm_speech){.verb = i, .verb_last = last, .sentence = scan->t[i].sentence, .row = row};
  if (row->form == SM_F_PREP) {
    speech->before = i > s->first + 2;
    return set_speaker(scan, speech, last, phrase_end(scan, last, s->last));
  }
  return read_verb(scan, speech, s->first, s->last);
}

/// Bare figure verbs ("has", "put") speak only with a speaker of a known kind, or a state, and a number after them.
static bool is_figure_speech(const sm_scan *scan, const sm_speech *speech) {
  if (speech->row->form != SM_F_FIGURE) return true;
  if (speech->kind == SM_K_NONE || speech->before || speech->pronoun) return false;
  if (sm_is_have(scan, speech->verb) && speech->kind == SM_K_STATE) return false;
  uint32_t end = scan->s[speech->sentence].last, reach = sm_is_have(scan, speech->verb) ? 3 : 12;
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

sm_status sm_find_speeches(const sm_scan *scan, sm_speeches *out, sm_error *err) {
  size_t cap = 0;
  *out = (sm_speeches){0};
  for (uint32_t s = 0; s < scan->ns; s++) {
    if (!(scan->sentence_mask[s] & (1u << SM_CUE_REPORTING))) continue;
    for (uint32_t i = scan->s[s].first; i < scan->s[s].last; i++) {
      uint32_t last;
      const sm_cue_row *row = sm_cue_at(scan, i, SM_CUE_REPORTING, &last);
      sm_speech speech;
      if (!row || !read_speech(scan, i, last, row, &speech) || !is_figure_speech(scan, &speech)) continue;
      resolve_pronoun(out, &speech);
      sm_speech *items = sm_arena_grow(scan->arena, out->items, out->n, &cap, sizeof *items);
      if (!items) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
      out->items = items;
      items[out->n++] = speech;
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
