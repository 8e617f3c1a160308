// Speakers without a verb: before a colon, in brackets, after a dash.
#include "casualty.h"
#include "speaker.h"

/// "six dead (police)", "37 (army) and 41 (health minister, 181 wounded)", "(Damascus: nobody)": the speaker
/// in brackets.
static bool read_bracket(const sm_scan *scan, const sm_sentence *sen, uint32_t i, sm_speech *speech) {
  uint32_t close = i + 1, end;
  while (close < sen->last && close < i + 9 && !sm_is_sign(scan, close, ')')) close++;
  if (close >= sen->last || !sm_is_sign(scan, close, ')')) return false;
  bool dateline = speech->sentence < 2 && close + 1 < scan->n &&
                  (sm_is_sign(scan, close + 1, '-') || sm_is_sign(scan, close + 1, '_') ||
                   sm_is_sign(scan, close + 1, ':'));
  bool acronym = close == i + 2 && (scan->t[i - 1].flags & SM_TOKEN_CAPITAL) &&
                 !(scan->t[i - 1].flags & SM_TOKEN_SENTENCE_START);
  if (dateline || acronym) return false;
  static const char *const source[] = {"source", "Source", "sources", "Sources"};
  if (SM_IS_ONE_OF(scan, i + 1, source) && i + 3 < close && sm_is_sign(scan, i + 2, ':')) return speech->before = true, sm_set_speaker(scan, speech, i + 3, close); // "(source: civil protection)"
  for (end = i + 1; end < close && !sm_is_sign(scan, end, ',') && !sm_is_sign(scan, end, ':');) end++;
  speech->before = end == close || sm_is_sign(scan, end, ',');
  bool side = end < close && sm_is_sign(scan, end, ':') && scan->mention_at[i + 1];
  for (uint32_t k = i + 1; k < end; k++)
    if (sm_is(scan, k, SM_W_WHO)) return false; // "(relatives who care for the sick)"
  return (side || sm_names_claimant(scan, i + 1, end)) && sm_set_speaker(scan, speech, i + 1, end);
}

/// "15:05 - National News Agency: ...", "07.55 Sobyanin: ...": past the hour at the head of an entry.
static uint32_t past_clock(const sm_scan *scan, const sm_sentence *sen) {
  enum { LONGEST = 7 };
  static const char *const zones[] = {"GMT", "UTC", "am", "pm", "a.m.", "p.m."};
  uint32_t i = sen->first;
  while (i < sen->last && i < sen->first + LONGEST && (scan->t[i].flags & SM_TOKEN_NUMBER || sm_is_sign(scan, i, ':') || sm_is_sign(scan, i, '.') || sm_is_sign(scan, i, '-') || sm_is_sign(scan, i, '|') || sm_is_dash(scan, i) || SM_IS_ONE_OF(scan, i, zones))) i++;
  return i > sen->first && i < sen->last && scan->t[sen->first].flags & SM_TOKEN_NUMBER && scan->t[i].flags & SM_TOKEN_CAPITAL ? i : sen->first;
}

/// "People were lucky: no one hurt": a clause is no label.
static bool holds_verb(const sm_scan *scan, const sm_syntax *syntax, uint32_t first, uint32_t last) {
  for (uint32_t i = first; i < last; i++)
    if (sm_is_be(scan, i) || sm_is_have(scan, i)) return true;
  return sm_own_verb(scan, syntax, first, last) < last;
}

/// "Sergei Sobyanin": a first name and another one, and no place.
static bool is_person(const sm_scan *scan, uint32_t first, uint32_t last) {
  const sm_lexicon_entry *e = scan->t[first].entry;
  return sm_is_personal_name(scan, first, last) && e && e->word_bits & SM_WORD_GIVEN_NAME && !scan->mention_at[last - 1];
}

/// "Euphrates Post": a name that ends as those of papers and stations do.
static bool is_outlet(const sm_scan *scan, uint32_t first, uint32_t last) {
  static const char *const words[] = {"Post", "News", "Times", "Today", "Online", "Media", "Press", "TV", "Radio", "Network", "Monitor", "Watch", "Herald", "Tribune", "Telegraph"};
  return last > first + 1 && SM_IS_ONE_OF(scan, last - 1, words);
}

/// "Three killed in Nikopol – Lysak": the name of nobody else than who told the editors, behind the dash of a headline.
static bool is_name_signed(const sm_scan *scan, const sm_sentence *sen, uint32_t first, uint32_t last) {
  enum { LONGEST = 2 };
  if (!(sen->flags & SM_SENTENCE_HEADING) || sen->flags & SM_SENTENCE_UPPER || !sm_is_dash(scan, first - 1) || last > first + LONGEST || is_outlet(scan, first, last)) return false;
  for (uint32_t i = first; i < last; i++) {
    const sm_lexicon_entry *e = scan->t[i].entry;
    const bool common = e && e->rank > 0 && !(e->word_bits & (SM_WORD_GIVEN_NAME | SM_WORD_SURNAME));
    if (!(scan->t[i].flags & SM_TOKEN_CAPITAL) || common || scan->mention_at[i] || scan->t[i].flags & SM_TOKEN_NUMBER) return false;
  }
  return last > first;
}

/// "Red Cross: 43 killed", "... nine dead: rescuers", "TOLL NOW 14 - PROSECUTORS": the speaker before or
/// after a sign.
static bool read_sign(const sm_scan *scan, const sm_syntax *syntax, const sm_sentence *sen, uint32_t end,
                      uint32_t i, sm_speech *speech) {
  bool colon = sm_is_sign(scan, i, ':'), toll = false;
  for (uint32_t k = i + 1; k < end && k < i + 7; k++) toll |= sm_has_cue(scan, k, SM_CUE_CASUALTY); // "Update: nine people dead"
  if (!toll && end > i + 1 && end < i + 7 && (sm_names_claimant(scan, i + 1, end) || is_name_signed(scan, sen, i + 1, end)) &&
      sm_set_speaker(scan, speech, i + 1, end))
    return speech->before = true;
  uint32_t first = past_clock(scan, sen), last = i;
  if (last > first + 3 && sm_is_sign(scan, last - 1, ')'))
    while (last > first + 1 && !sm_is_sign(scan, last, '(')) last--; // "National News Agency (NNA)"
  const bool somebody = sm_names_claimant(scan, first, last) || is_person(scan, first, last) || is_outlet(scan, first, last);
  const bool head = colon && last > first && last - first < 9 && somebody && !holds_verb(scan, syntax, first, last);
  return head && sm_set_speaker(scan, speech, first, last) && speech->kind != SM_K_STATE;
}

static const sm_cue_row label = {.form = SM_F_PREP, .stance = 'c'};

/// 'Halima Nur, a midwife: "We have ..."': who is quoted after a colon without a verb.
bool sm_add_quoted(const sm_scan *scan, const sm_syntax *syntax, uint32_t s, sm_speeches *out, size_t *cap) {
  const sm_sentence *sen = &scan->s[s];
  uint32_t colon = sen->first, comma = sen->last;
  for (; colon + 1 < sen->last && colon < sen->first + 24; colon++) {
    if (sm_is_sign(scan, colon, ',') && comma == sen->last) comma = colon;
    if (sm_is_sign(scan, colon, ':')) break;
  }
  if (colon + 1 >= sen->last || !sm_is_sign(scan, colon, ':') || !sm_is_sign(scan, colon + 1, '"'))
    return true;
  if (comma > colon) comma = colon;
  sm_speech speech = {.sentence = s, .row = &label, .verb = colon, .verb_last = colon + 1};
  bool somebody = sm_is_personal_name(scan, sen->first, comma) || sm_names_somebody(scan, sen->first, comma);
  if (!somebody || holds_verb(scan, syntax, sen->first, colon) ||
      !sm_set_speaker(scan, &speech, sen->first, comma))
    return true;
  return sm_add_speech(scan, syntax, out, cap, &speech);
}

/// Speakers without a verb, of a sentence in which nobody speaks by one.
bool sm_add_labels(const sm_scan *scan, const sm_syntax *syntax, uint32_t s, sm_speeches *out, size_t *cap) {
  const sm_sentence *sen = &scan->s[s];
  uint32_t end = sen->last, before = out->n;
  while (end > sen->first && sm_is_sign(scan, end - 1, '.')) end--;
  for (uint32_t i = sen->first + 1; i < end; i++) {
    sm_speech speech = {.sentence = s, .row = &label, .verb = i, .verb_last = i + 1};
    bool open = sm_is_sign(scan, i, '('), colon = sm_is_sign(scan, i, ':');
    bool told = open ? read_bracket(scan, sen, i, &speech)
                     : (colon || sm_is_dash(scan, i)) && out->n == before &&
                           read_sign(scan, syntax, sen, end, i, &speech);
    if (colon && scan->t[i - 1].flags & SM_TOKEN_NUMBER && i + 1 < end && scan->t[i + 1].flags & SM_TOKEN_NUMBER) continue; // "Update 16:50"
    if (told && !sm_add_speech(scan, syntax, out, cap, &speech)) return false;
    if (open) // what stands in brackets labels nothing outside
      while (i + 1 < end && !sm_is_sign(scan, i, ')')) i++;
    if (colon || (told && !open)) break;
  }
  return true;
}

bool sm_may_have_label(const sm_scan *scan, uint32_t s) {
  const uint32_t told = 1u << SM_CUE_CASUALTY | 1u << SM_CUE_TRIGGER;
  bool heads = scan->s[s].last > scan->s[s].first && sm_is_sign(scan, scan->s[s].last - 1, ':');
  return heads || scan->sentence_mask[s] & told;
}

bool sm_add_gapped(const sm_scan *scan, const sm_syntax *syntax, uint32_t s, uint32_t before, sm_speeches *out, size_t *cap) {
  static const sm_cue_row gives = {.form = SM_F_FIGURE, .stance = 'c'};
  if (out->n == before) return true;
  for (uint32_t i = out->items[out->n - 1].verb_last; i < scan->s[s].last; i++) {
    sm_speech speech = {.sentence = s, .row = &gives};
    uint32_t first, last;
    if (!(scan->t[i].flags & SM_TOKEN_NUMBER || sm_has_cue(scan, i, SM_CUE_NUMBER)) || !sm_is_gapped(scan, i, &first, &last)) continue;
    speech.verb = last, speech.verb_last = last;
    if (first > out->items[out->n - 1].verb && sm_own_verb(scan, syntax, first, last) == last && sm_set_speaker(scan, &speech, first, last) && !sm_add_speech(scan, syntax, out, cap, &speech)) return false;
  }
  return true;
}

/// "His ministry's count stood at 89", "the hospital's toll rose to 12": whose count it is tells it.
bool sm_add_owned_count(const sm_scan *scan, const sm_syntax *syntax, uint32_t s, sm_speeches *out, size_t *cap) {
  enum { LONGEST = 7, REACH = 12 };
  static const sm_cue_row gives = {.form = SM_F_FIGURE, .stance = 'c'};
  static const char *const counts[] = {"count", "toll", "tally", "figure", "estimate", "list", "account", "reckoning", "records", "figures", "data", "statistics", "logs", "register", "sheet", "roll", "ledger"};
  for (uint32_t i = scan->s[s].first + 2; i + 1 < scan->s[s].last; i++) {
    const bool owned = scan->t[i - 1].flags & SM_TOKEN_CLITIC, beside = !owned && sm_has_cue(scan, i - 1, SM_CUE_CLAIMANT); // "police records show"
    if (!(owned || beside) || !SM_IS_ONE_OF(scan, i, counts)) continue;
    const uint32_t end = i - owned;
    uint32_t first = i - 1, number = i + 1;
    while (first > scan->s[s].first && i - first < LONGEST && !sm_is_punct(scan, first - 1) && !sm_is_preposition(scan, first - 1) && !sm_is(scan, first - 1, SM_W_AND) && !sm_is_possessive(scan, first - 1)) first--;
    while (number < scan->s[s].last && number <= i + REACH && !(scan->t[number].flags & SM_TOKEN_NUMBER) && !sm_has_cue(scan, number, SM_CUE_NUMBER)) number++;
    const bool by = first > scan->s[s].first && (sm_is(scan, first - 1, SM_W_BY) || (first > scan->s[s].first + 1 && sm_is(scan, first, SM_W_THE) && sm_is(scan, first - 1, SM_W_BY)));
    sm_speech speech = {.sentence = s, .row = by ? &label : &gives, .verb = i, .verb_last = i + 1, .before = by && first > scan->s[s].first + 2};
    const bool told = by ? sm_names_claimant(scan, first, end) : number < scan->s[s].last && number <= i + REACH && sm_names_claimant(scan, first, end);
    if (told && sm_set_speaker(scan, &speech, first, end)) return sm_add_speech(scan, syntax, out, cap, &speech);
  }
  return true;
}
