// Reporting verbs and their speakers.
#include "speaker.h"

/// Words that cannot stand inside a speaker's phrase.
static bool bounds_speaker(const sm_scan *scan, uint32_t i) {
  if (sm_is_punct(scan, i)) return !(scan->t[i].sign == '-' || scan->t[i].sign == '.');
  static const sm_word stops[] = {SM_W_THAT,   SM_W_BUT,   SM_W_WHILE, SM_W_WHEN, SM_W_AFTER,
                                  SM_W_BEFORE, SM_W_WHICH, SM_W_AS,    SM_W_WHERE};
  const bool that = sm_is(scan, i, SM_W_THAT) && i > 0 && sm_is(scan, i - 1, SM_W_OF); // "residents of that city"
  return !that && (SM_IS_ANY(scan, i, stops) || sm_is_be(scan, i));
}

static bool is_pronoun(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"she", "She", "him", "them"};
  return sm_is(scan, i, SM_W_HE) || sm_is(scan, i, SM_W_IT) || sm_is(scan, i, SM_W_THEY) || SM_IS_ONE_OF(scan, i, words);
}

/// "SANA quotes a military source as saying": the one quoted speaks.
static bool is_quoting(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"quotes", "quoted", "cites", "cited"};
  return SM_IS_ONE_OF(scan, i, words);
}

/// Prepositions that open no speaker's phrase: fewer than sm_is_preposition, since "among" and "inside" may.
static bool opens_no_speaker(const sm_scan *scan, uint32_t i) {
  static const sm_word words[] = {SM_W_IN,   SM_W_AT,  SM_W_ON,      SM_W_OF,      SM_W_FROM,
                                  SM_W_TO,   SM_W_BY,  SM_W_WITH,    SM_W_AGAINST, SM_W_OVER,
                                  SM_W_INTO, SM_W_FOR, SM_W_THROUGH, SM_W_UNDER};
  return !(i > 1 && sm_is_sign(scan, i - 1, '-') && scan->t[i - 2].flags & SM_TOKEN_CAPITAL && !(scan->t[i].flags & SM_TOKEN_SPACE_BEFORE)) && SM_IS_ANY(scan, i, words); // no preposition: "Colonel Prom-in"
}

/// "a baker", "the bar committee": a common word for somebody, or for several who act as one.
static bool is_somebody(const sm_scan *scan, uint32_t i) {
  static const char *const ambiguous[] = {"attendant", "housewife", "mechanic", "barber", "commuter", "motorist", "fireman", "firemen", "ranger", "headteacher", "mullah", "missionary", "widow", "mother", "son", "daughter",
                                          "sister", "aunt", "grandmother", "wife", "stallholder", "cleaner", "guide", "expert", "experts", "returnee", "migrant", "principal"}; // words of other sorts, too
  if (SM_IS_ONE_OF(scan, i, ambiguous)) return !scan->mention_at[i];
  const sm_lexicon_entry *e = scan->t[i].entry;
  const uint32_t other = SM_WORD_ADJECTIVE | SM_WORD_ADVERB | SM_WORD_NOUN_ARTIFACT | SM_WORD_NOUN_LOCATION |
                         SM_WORD_NOUN_ACT | SM_WORD_NOUN_EVENT | SM_WORD_NOUN_COMMUNICATION;
  bool capital = scan->t[i].flags & SM_TOKEN_CAPITAL && !(scan->t[i].flags & SM_TOKEN_SENTENCE_START);
  const sm_cue_row *victim = sm_cue_at(scan, i, SM_CUE_VICTIM, NULL);
  const unsigned counted = SM_VICTIM_CHILDREN | SM_VICTIM_WOMEN | SM_VICTIM_MILITANTS;
  if ((victim && victim->victims & counted) || sm_has_cue(scan, i, SM_CUE_CASUALTY)) return false;
  return e && e->word_bits & (SM_WORD_NOUN_PERSON | SM_WORD_NOUN_GROUP) && !(e->word_bits & other) &&
         !capital && !scan->mention_at[i];
}

/// What kind of speaker a phrase is; SM_K_NONE when it names nobody.
static uint8_t speaker_kind(const sm_scan *scan, uint32_t first, uint32_t last) {
  uint8_t kind = SM_K_NONE;
  bool name = false, somebody = false;
  for (uint32_t i = first; i < last; i++) {
    const sm_cue_row *row = sm_cue_at(scan, i, SM_CUE_CLAIMANT, NULL);
    somebody |= is_somebody(scan, i);
    if (row) kind = row->kind;
    uint32_t m = scan->mention_at[i];
    bool adjective = m && scan->mentions->items[m - 1].role == SM_ROLE_DEMONYM && last == first + 1;
    if (m && kind == SM_K_NONE && !adjective) kind = SM_K_STATE;
    if (sm_has_cue(scan, i, SM_CUE_ACTOR) && kind == SM_K_NONE) kind = SM_K_PARTY;
    const sm_lexicon_entry *e = scan->t[i].entry;
    bool common = e && e->rank > 0 && !(e->word_bits & (SM_WORD_GIVEN_NAME | SM_WORD_SURNAME));
    if ((scan->t[i].flags & SM_TOKEN_CAPITAL) && (!(scan->t[i].flags & SM_TOKEN_SENTENCE_START) || !common))
      name |= !somebody || !m;
    if (sm_has_cue(scan, i, SM_CUE_FORCE) && !sm_has_cue(scan, i, SM_CUE_WEAPON) && kind == SM_K_NONE) kind = SM_K_MILITARY; // a drone says nothing
  }
  if (kind == SM_K_NONE && name) return SM_K_OFFICIAL;
  return somebody && (kind == SM_K_NONE || kind == SM_K_STATE) ? SM_K_WITNESS : kind;
}

/// A word for a time, but not the newspaper Dawn.
static bool is_time(const sm_scan *scan, uint32_t i) {
  return sm_has_cue(scan, i, SM_CUE_TIME) &&
         !(sm_has_cue(scan, i, SM_CUE_CLAIMANT) && scan->t[i].flags & SM_TOKEN_CAPITAL);
}

/// "on Friday", "on 12 June 2021", "at 7 pm", "in 2021": one of the words of a day or an hour.
static bool is_when(const sm_scan *scan, uint32_t i) {
  if (is_time(scan, i)) return true;
  return scan->t[i].flags & SM_TOKEN_NUMBER && ((i > 0 && (is_time(scan, i - 1) || opens_no_speaker(scan, i - 1))) || (i + 1 < scan->n && is_time(scan, i + 1)));
}

/// "On Friday the ministry", "By the afternoon the UN office": what leads in is no part of the speaker.
static uint32_t skip_lead_in(const sm_scan *scan, uint32_t first, uint32_t last) {
  uint32_t at = first;
  for (uint32_t i = first; i + 1 < last && !is_somebody(scan, i) && !sm_has_cue(scan, i, SM_CUE_CLAIMANT); i++) // "residents reached by phone"
    if (is_time(scan, i) || (scan->t[i].flags & SM_TOKEN_NUMBER &&
                             scan->t[i + 1].flags & SM_TOKEN_SPACE_BEFORE)) // not "the 4th brigade"
      at = i + 1;
  if (at < last && opens_no_speaker(scan, at) && at + 1 < last &&
      scan->mention_at[at + 1]) { // "In Baghdad the ministry"
    uint32_t k = at + 1;
    while (k < last && scan->mention_at[k]) k++;
    if (k < last) at = k;
  }
  return at;
}

/// "said here on Wednesday", "the doctor there said".
static bool is_here(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"here", "there"};
  return SM_IS_ONE_OF(scan, i, words);
}

static void trim(const sm_scan *scan, uint32_t *first, uint32_t *last) {
  static const char *const joins[] = {"itself", "themselves", "himself", "though", "although", "Though",    "Although", "however",
                                      "since",  "because",  "meanwhile", "Meanwhile", "despite", "Despite", "with", "With", "alone"};
  while (*first < *last &&
         (sm_is_punct(scan, *first) || sm_is(scan, *first, SM_W_THE) || sm_is(scan, *first, SM_W_A) ||
          sm_is(scan, *first, SM_W_AN) || sm_is(scan, *first, SM_W_AND) || sm_is(scan, *first, SM_W_BUT) ||
          SM_IS_ONE_OF(scan, *first, joins)))
    ++*first;
  static const char *const late[] = {"meanwhile", "however", "first", "further", "also",    "later", "then",  "now",   "earlier",
                                     "alone", "afterwards", "too",   "still", "would", "will",
                                     "could", "did",        "does",  "do",    "may",   "might"};
  while (*last > *first &&
         (sm_is_punct(scan, *last - 1) || sm_is(scan, *last - 1, SM_W_AND) || sm_is_have(scan, *last - 1) ||
          opens_no_speaker(scan, *last - 1) || is_time(scan, *last - 1) ||
          SM_IS_ONE_OF(scan, *last - 1, late) || is_here(scan, *last - 1)))
    --*last;
}

/// Back from the verb over aux verbs and adverbs.
static uint32_t subject_end(const sm_scan *scan, uint32_t verb, uint32_t floor, bool *negated) {
  uint32_t i = verb;
  while (i > floor) {
    const sm_cue_row *mode = sm_cue_at(scan, i - 1, SM_CUE_MODE, NULL);
    const sm_lexicon_entry *e = scan->t[i - 1].entry;
    static const char *const late[] = {"yesterday", "today", "since"}; // "Residents of X, a village in Y, yesterday said", "X has since claimed it"
    if (mode && mode->kind == SM_K_NEGATION)
      *negated = true;
    else if (!SM_IS_ONE_OF(scan, i - 1, late) && !sm_is_have(scan, i - 1) &&
             !(e && (e->word_bits & SM_WORD_ADVERB) && !(e->word_bits & (SM_WORD_NOUN | SM_WORD_VERB))))
      break;
    i--;
  }
  return i;
}

/// A word of reporting, but not the "States" of a name.
static bool reports(const sm_scan *scan, uint32_t i) {
  if (i > 0 && (sm_is(scan, i - 1, SM_W_THE) || sm_is(scan, i - 1, SM_W_A) || sm_is(scan, i - 1, SM_W_ITS) || sm_is(scan, i - 1, SM_W_THEIR))) return false; // "the report said"
  return sm_has_cue(scan, i, SM_CUE_REPORTING) && !scan->mention_at[i] && !sm_is_attribute(scan, i);
}

/// "residents who had fled to Dori": an auxiliary within the speaker's phrase.
static bool is_auxiliary(const sm_scan *scan, uint32_t i, uint32_t floor) {
  return sm_is_have(scan, i) && i > floor && sm_is(scan, i - 1, SM_W_WHO);
}

static uint32_t phrase_start(const sm_scan *scan, uint32_t end, uint32_t floor) {
  uint32_t i = end;
  if (end > floor && is_pronoun(scan, end - 1)) return end - 1; // "against what it said were sites"
  while (i > floor && end - i < 14 && !bounds_speaker(scan, i - 1)) {
    const bool by = i > floor + 1 && sm_is(scan, i, SM_W_BY) && !sm_is_be(scan, i - 2); // "a note seen by journalists", "police quoted by the daily"
    if (((i < end && reports(scan, i - 1) && !is_auxiliary(scan, i - 1, floor)) || is_quoting(scan, i - 1)) && !by) break; // "media reports | said"
    i--;
  }
  return i;
}

/// "according to the Observatory four soldiers died": a number begins what is said.
static bool begins_figure(const sm_scan *scan, uint32_t i, uint32_t first) {
  const sm_cue_row *row = sm_cue_at(scan, i, SM_CUE_NUMBER, NULL),
                   *before = i > first ? sm_cue_at(scan, i - 1, SM_CUE_NUMBER, NULL) : NULL;
  bool number = (scan->t[i].flags & SM_TOKEN_NUMBER) || (row && row->kind != SM_K_ORDINAL && row->kind != SM_K_HALF &&
                                               row->kind != SM_K_SINGLE && row->kind != SM_K_ARTICLE);
  const bool unit = i > first + 1 && scan->t[i - 1].flags & SM_TOKEN_CAPITAL && i + 1 < scan->n && (sm_is_punct(scan, i + 1) || scan->t[i + 1].sentence != scan->t[i].sentence); // "Zone 8,"
  return number && i > first && !before && !unit && !sm_is(scan, i - 1, SM_W_THE);
}

/// "according to the ministry the object was": a noun group that nothing joins to the one before is the next
/// subject.
static bool begins_subject(const sm_syntax *syntax, uint32_t i, uint32_t first) {
  const sm_group *g = sm_group_of(syntax, i);
  if (i == first || !g || g->first != i || g->lead != SM_NO_TOKEN ||
      g->flags & (SM_GROUP_VERB | SM_GROUP_LISTED))
    return false;
  unsigned part = syntax->part[i];
  return part == SM_PART_DETERMINER || part == SM_PART_PRONOUN || part == SM_PART_POSSESSIVE;
}

static uint32_t phrase_end(const sm_scan *scan, const sm_syntax *syntax, uint32_t first, uint32_t ceiling) {
  uint32_t i = first;
  if (is_pronoun(scan, first)) return first + 1;
  while (i < ceiling && i - first < 14 && !begins_figure(scan, i, first) && !bounds_speaker(scan, i) &&
         (!begins_subject(syntax, i, first) || sm_is_particle(scan, i)) && !reports(scan, i) && !sm_is(scan, i, SM_W_WHO))
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

static bool is_whose(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"whose"};
  return SM_IS_ONE_OF(scan, i, words);
}

bool sm_names_somebody(const sm_scan *scan, uint32_t first, uint32_t last) {
  for (uint32_t i = first; i < last; i++)
    if (is_somebody(scan, i)) return true;
  return sm_names_claimant(scan, first, last);
}

/// "I will tell": who writes is no voice of the report.
static bool is_author(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"I", "me"};
  return SM_IS_ONE_OF(scan, i, words);
}

/// "the press centre said", "the mother told": whatever the noun, it speaks before a verb that only says.
static bool says_outright(const sm_scan *scan, const sm_speech *speech, uint32_t first, uint32_t last) {
  enum { LONGEST = 4 };
  static const char *const says[] = {"said", "says", "told", "tells", "announced", "announces", "stated", "states", "added", "adds", "wrote", "writes", "declared", "declares", "reported", "reports", "confirmed", "confirms"};
  static const char *const papers[] = {"statement", "message", "post", "communique", "communiqué", "report", "release", "bulletin"};
  if (!speech->row || speech->row->form != SM_F_VERB || !SM_IS_ONE_OF(scan, speech->verb, says)) return false;
  if (last > speech->verb && !(last == first + 1 && SM_IS_ONE_OF(scan, first, papers))) return false; // "..., said the statement"
  for (uint32_t i = first; i < last; i++)
    if (sm_has_cue(scan, i, SM_CUE_CASUALTY) || sm_has_cue(scan, i, SM_CUE_TRIGGER) || is_time(scan, i) || sm_is_preposition(scan, i)) return false;
  return first > 0 && last > first && last <= first + LONGEST && sm_is_article(scan, first - 1);
}

/// "contradicting information from | police who said", "interviews with | residents who said".
static uint32_t who_is_meant(const sm_scan *scan, uint32_t first, uint32_t last) {
  static const sm_word leads[] = {SM_W_FROM, SM_W_BY, SM_W_WITH, SM_W_TO, SM_W_AMONG};
  for (uint32_t i = last; i > first + 1; i--)
    if (SM_IS_ANY(scan, i - 2, leads) && sm_names_somebody(scan, i - 1, last)) return i - 1;
  return first;
}

/// "Forces of the South": a compass word is the end of a name where "of the" leads to it.
static uint32_t with_compass(const sm_scan *scan, uint32_t first, uint32_t last) {
  const bool led = last > first + 1 && last < scan->n && sm_is(scan, last - 1, SM_W_THE) && sm_is(scan, last - 2, SM_W_OF);
  return led && scan->t[last].flags & SM_TOKEN_CAPITAL && scan->t[last].sentence == scan->t[first].sentence ? last + 1 : last;
}

/// "pro-rebel website TamilNet", "Iran-backed Houthis": whose friends they are is no part of the name.
static uint32_t past_side(const sm_scan *scan, uint32_t first, uint32_t last) {
  static const char *const sided[] = {"backed", "aligned", "linked", "supported", "sponsored", "funded", "affiliated"}, *const pro[] = {"pro", "Pro", "anti", "Anti"};
  const bool joined = first + 3 < last && sm_is_sign(scan, first + 1, '-') && !(scan->t[first + 2].flags & SM_TOKEN_SPACE_BEFORE);
  bool named = false; // "a pro-Iranian outlet" has no other name
  for (uint32_t k = first + 3; k < last; k++) named |= (scan->t[k].flags & SM_TOKEN_CAPITAL) != 0;
  return joined && named && (SM_IS_ONE_OF(scan, first, pro) || SM_IS_ONE_OF(scan, first + 2, sided)) ? first + 3 : first;
}

bool sm_set_speaker(const sm_scan *scan, sm_speech *speech, uint32_t first, uint32_t last) {
  first = sm_with_joined(scan, first, last), last = with_compass(scan, first, last);
  trim(scan, &first, &last);
  first = skip_lead_in(scan, first, last);
  trim(scan, &first, &last);
  first = past_side(scan, first, last);
  const sm_cue_row *zero = first < last ? sm_cue_at(scan, first, SM_CUE_NUMBER, NULL) : NULL;
  for (uint32_t i = first; i < last; i++) {
    const sm_cue_row *number = sm_cue_at(scan, i, SM_CUE_NUMBER, NULL);
    if (i > first && is_whose(scan, i)) last = i; // "a chief whose nephew died"
    if (i == last) break;
    if (is_question(scan, i) || is_author(scan, i) || (number && number->kind == SM_K_ZERO)) return false; // "by then no group had"
  }
  for (uint32_t i = first + 1; i < last; i++)
    if (sm_is(scan, i, SM_W_WHO)) last = i;                      // "reporters who arrived"
  if (last > first && sm_is(scan, last, SM_W_WHO) && last + 1 >= speech->verb) first = who_is_meant(scan, first, last);
  static const char *const we[] = {"We", "we"};
  if (first < last && SM_IS_ONE_OF(scan, first, we)) last = first + 1; // "We considered media reports"
  if (first < last && is_pronoun(scan, first)) last = first + 1; // "it did not fire on civilians and called"
  bool possessive = sm_is(scan, first, SM_W_ITS) || sm_is(scan, first, SM_W_THEIR) ||
                    sm_is(scan, first, SM_W_HIS) || sm_is(scan, first, SM_W_HER);
  if (possessive && first > 0 && !sm_is_punct(scan, first - 1) &&
      !(scan->t[first].flags & SM_TOKEN_SENTENCE_START) && !sm_is(scan, first - 1, SM_W_AND) &&
      !sm_is(scan, first - 1, SM_W_THAT) && speech->row->form != SM_F_PREP && !(first == speech->verb_last && sm_names_claimant(scan, first, last)))
    return false; // "recalled its envoy and warned"
  static const sm_word sites[] = {SM_W_OUTSIDE, SM_W_NEAR, SM_W_OPPOSITE, SM_W_BESIDE, SM_W_BEHIND, SM_W_AROUND};
  static const char *const claimed[] = {"responsibility"}, *const papers[] = {"data", "information", "estimates"}, *const early[] = {"preliminary", "initial", "early", "unconfirmed", "clarified", "updated", "available"};
  if (first < last && (opens_no_speaker(scan, first) || SM_IS_ANY(scan, first, sites) || SM_IS_ONE_OF(scan, first, claimed))) return false; // "the first, outside the office, killed three"
  if (first + 2 == last && SM_IS_ONE_OF(scan, first, early) && SM_IS_ONE_OF(scan, first + 1, papers)) return false;
  for (uint32_t i = first; i < last && !sm_is_preposition(scan, i) && !sm_is_punct(scan, i); i++) { // "citing a Turkish drone attack on a base"
    uint32_t end;
    const sm_cue_row *deed = scan->t[i].flags & SM_TOKEN_CAPITAL ? NULL : sm_cue_at(scan, i, SM_CUE_TRIGGER, &end);
    if (deed && (deed->form == SM_F_NOUN || deed->kind == SM_K_NOUN) && end < last && sm_is_preposition(scan, end) && !sm_is(scan, end, SM_W_OF)) return false;
  }
  const bool name = last > first + 1 && scan->t[first].flags & scan->t[first + 1].flags & SM_TOKEN_CAPITAL && !(scan->t[first].flags & SM_TOKEN_SENTENCE_START); // "the Bomb Disposal Unit"
  const sm_cue_row *loss = first < last ? sm_cue_at(scan, first, SM_CUE_CASUALTY, NULL) : NULL; // "denied losing a man and said"
  if (first >= last || ((sm_has_cue(scan, first, SM_CUE_TRIGGER) || (loss && (loss->form == SM_F_BASE || loss->form == SM_F_ING))) && !name) || (zero && zero->kind == SM_K_ZERO))
    return false;
  bool counted = zero && zero->kind != SM_K_ARTICLE && zero->kind != SM_K_SINGLE && zero->kind != SM_K_ORDINAL;
  if (counted && !sm_names_somebody(scan, first, last)) return false; // "six to ten reported killed"
  speech->first = first, speech->last = last, speech->pronoun = last == first + 1 && is_pronoun(scan, first);
  static const char *const more[] = {"another", "Another", "others", "Others", "second", "other", "latter", "former"};
  speech->kind = last == first + 1 && SM_IS_ONE_OF(scan, first, more) ? SM_K_WITNESS : speaker_kind(scan, first, last); // "Another put it at nine."
  speech->name = sm_span_text(scan, sm_tokens_span(scan, first, last));
  if (speech->kind == SM_K_NONE && (says_outright(scan, speech, first, last) || sm_is_one_person(scan, speech, first, last))) speech->kind = SM_K_WITNESS;
  return speech->pronoun || speech->kind != SM_K_NONE;
}

/// "the Observatory (SOHR) counts": the end of a phrase before its short form.
static uint32_t before_brackets(const sm_scan *scan, uint32_t end, uint32_t floor) {
  uint32_t open = end;
  if (end <= floor || !sm_is_sign(scan, end - 1, ')')) return end;
  while (open > floor && end - open < 8 && !sm_is_sign(scan, open, '(')) open--;
  return open > floor && sm_is_sign(scan, open, '(') ? open : end;
}

/// "which had the toll", but not "which a guard says": a verb follows the pronoun.
static bool acts_next(const sm_syntax *syntax, uint32_t pronoun) {
  const sm_group *own = sm_group_of(syntax, pronoun), *next = sm_group_of(syntax, pronoun + 1);
  return (own && own->flags & SM_GROUP_VERB) || !next || next->flags & SM_GROUP_VERB;
}

/// "Doctors at X, one of two hospitals that are open, registered 31".
static bool is_one_of(const sm_scan *scan, uint32_t i) {
  static const char *const one[] = {"one", "two", "both", "part", "some"};
  return SM_IS_ONE_OF(scan, i, one) && i + 1 < scan->n && sm_is(scan, i + 1, SM_W_OF);
}

/// "Residents of Hpakant, | Kachin State, Myanmar, said": the comma behind which nothing but the lands of a place stand.
static uint32_t before_lands(const sm_scan *scan, uint32_t comma, uint32_t floor) {
  enum { LONGEST = 5 };
  uint32_t open = comma;
  while (open > floor && comma - open < LONGEST && scan->mention_at[open - 1] && scan->mentions->items[scan->mention_at[open - 1] - 1].place) open--;
  return open < comma && open > floor + 1 && sm_is_sign(scan, open - 1, ',') ? before_lands(scan, open - 1, floor) : comma;
}

/// "Name, the governor's spokesman, confirmed": the name before an apposition that ends at the verb.
static bool speaker_before_apposition(const sm_scan *scan, const sm_syntax *syntax, sm_speech *speech, uint32_t comma, uint32_t floor, bool named_behind) {
  uint32_t open = comma;
  while (open > floor && comma - open < 24 && !sm_is_sign(scan, open - 1, ',') && !sm_is_sign(scan, open - 1, ':')) open--;
  for (uint32_t k = open; k > floor + 1 && comma - k < 24;
       k--) // ", which had the toll at eight, ..., blamed"
    if (sm_is_sign(scan, k - 1, ',') && (sm_is(scan, k, SM_W_WHICH) || sm_is(scan, k, SM_W_WHO)) && acts_next(syntax, k)) open = k;
  if (open == floor || open == comma || sm_is_sign(scan, open - 1, ':')) return false;
  const bool aside = sm_is(scan, open, SM_W_WHERE) || sm_is(scan, open + 1, SM_W_WHICH); // "Name, the chief of X, of which Y is the capital, told"
  uint32_t office = open - 1;
  while (aside && office > floor && open - office < 24 && !sm_is_sign(scan, office - 1, ',')) office--;
  if (aside && office > floor && sm_names_claimant(scan, office, open - 1) && sm_own_verb(scan, syntax, office, open - 1) == open - 1)
    return speaker_before_apposition(scan, syntax, speech, open - 1, floor, named_behind);
  if (sm_is(scan, open, SM_W_WHERE) || sm_is(scan, open, SM_W_WHEN) || sm_is(scan, open, SM_W_AFTER) ||
      (opens_no_speaker(scan, open) && (is_when(scan, open + 1) || (!sm_is(scan, open, SM_W_IN) && is_when(scan, comma - 1)))))
    return false; // ", where troops stood, said X", "Taiz, Yemen, on Friday, said X"
  bool starts =
      sm_is(scan, open, SM_W_THE) || sm_is(scan, open, SM_W_A) || sm_is(scan, open, SM_W_WHO) ||
      sm_is(scan, open, SM_W_WHICH) || sm_is(scan, open, SM_W_AN) || is_one_of(scan, open) ||
      syntax->part[open] == SM_PART_PARTICIPLE || syntax->part[open] == SM_PART_ING || // "based in Britain"
      speaker_kind(scan, open, comma) > SM_K_STATE || speaker_kind(scan, open, comma) == SM_K_POLICE;
  const bool clause = !sm_is(scan, open, SM_W_WHO) && !sm_is(scan, open, SM_W_WHICH) && named_behind && sm_own_verb(scan, syntax, open, comma) < comma; // "In X, shells fell on Y, said Z"
  const bool deed = clause || (syntax->part[open] == SM_PART_ING && (named_behind || sm_has_cue(scan, open, SM_CUE_CASUALTY) || sm_has_cue(scan, open, SM_CUE_TRIGGER))); // ", killing three, police said"
  const bool unit = sm_is_rank_ending(scan, open + 1) && !(scan->t[open + 1].flags & SM_TOKEN_SPACE_BEFORE); // ", 38th Battalion commander, said"
  if (!starts || deed || (scan->t[open].flags & SM_TOKEN_NUMBER && !unit)) return false;
  uint32_t end = before_brackets(scan, open - 1, floor), first = sm_last_clause(scan, syntax, phrase_start(scan, end, floor), end);
  if (sm_is_town_behind(scan, syntax, first, end, floor)) end = first - 1, first = phrase_start(scan, end, floor);
  if (sm_set_speaker(scan, speech, first, end)) return true;
  return first < end && opens_no_speaker(scan, first) && sm_set_speaker(scan, speech, open, comma);
}

/// The subject of the verb with what prepositions add to it ("relatives who had come to fetch medicine
/// said"); false when the syntax knows none.
static bool find_subject(const sm_scan *scan, const sm_syntax *syntax, uint32_t verb, uint32_t *first, uint32_t *last) {
  const sm_group *v = sm_group_of(syntax, verb);
  if (!v || !(v->flags & SM_GROUP_VERB) || v->flags & (SM_GROUP_PASSIVE | SM_GROUP_INFINITIVE) ||
      v->subject < 0)
    return false;
  const sm_group *s = &syntax->groups[v->subject], *start = syntax->groups + syntax->first_of[scan->t[verb].sentence];
  if (v->flags & SM_GROUP_RELATIVE && s > start && s->lead != SM_NO_TOKEN && s[-1].last == s->lead && scan->mention_at[s->head] && sm_names_somebody(scan, s[-1].first, s[-1].last))
    s--; // "survivors in Mopti, who"
  if (v->first > 0 && (sm_is(scan, v->first - 1, SM_W_AND) || sm_is(scan, v->first - 1, SM_W_BUT)) && !(v->flags & SM_GROUP_RELATIVE)) // "names the driver as Hussein Awada, and says"
    for (const sm_group *u = v; u > start; u--) {
      if (!(u[-1].flags & SM_GROUP_FINITE) || u[-1].flags & SM_GROUP_RELATIVE || sm_is_of_which(scan, syntax, &u[-1])) continue;
      if (u[-1].subject >= 0 && !(u[-1].flags & SM_GROUP_PASSIVE)) s = &syntax->groups[u[-1].subject];
      break;
    }
  if (scan->t[s->first].sentence != scan->t[verb].sentence || s->flags & SM_GROUP_TIME || s->first > verb)
    return false;
  const sm_group *g = s;
  *first = s->first;
  const bool compound = v->flags & SM_GROUP_RELATIVE && s > start && s->last > s->first + 1 && sm_is(scan, s->first - 1, SM_W_AND) && s[-1].last + 1 == s->first && s[-1].last == s[-1].first + 1 && s[-1].lead == SM_NO_TOKEN;
  if (compound) *first = s[-1].first; // "Hospital and police officials, who gave the toll of four,"
  while (g + 1 < v && !(g[1].flags & (SM_GROUP_VERB | SM_GROUP_TIME)) && g[1].lead == g->last) g++;
  *last = g->last;
  return true;
}

/// Whether the head of a noun group is one who speaks ("military officials", not "military action"); of "one
/// of the surgeons" what follows "of" is.
static bool heads_somebody(const sm_scan *scan, const sm_syntax *syntax, const sm_group *g, uint32_t last) {
  uint32_t end;
  if (syntax->part[g->head] == SM_PART_NUMBER || syntax->part[g->head] == SM_PART_PRONOUN)
    return sm_names_somebody(scan, g->first, last);
  for (uint32_t i = g->first; i <= g->head; i++)
    if (sm_cue_at(scan, i, SM_CUE_CLAIMANT, &end) && end > g->head) return true;
  return is_somebody(scan, g->head) || sm_has_cue(scan, g->head, SM_CUE_ACTOR);
}

/// The grammatical subject speaks when it is one of those who do, or a name.
static bool set_subject(const sm_scan *scan, const sm_syntax *syntax, sm_speech *speech, uint32_t first,
                        uint32_t last) {
  const sm_group *g = sm_group_of(syntax, first);
  if (!(g->flags & SM_GROUP_PROPER) && !heads_somebody(scan, syntax, g, last)) return false;
  return sm_set_speaker(scan, speech, first, last);
}

/// "The volunteers who keep the lists there wrote down 31": a subject further back that is known to speak.
static bool set_far_subject(const sm_scan *scan, const sm_syntax *syntax, sm_speech *speech, uint32_t first) {
  const sm_group *g = sm_group_of(syntax, first);
  for (uint32_t k = g ? (uint32_t)(g - syntax->groups) : 0; k > syntax->first_of[speech->sentence]; k--) {
    const sm_group *x = &syntax->groups[k - 1];
    if (x->flags & SM_GROUP_FINITE && !(x->flags & SM_GROUP_RELATIVE)) return false;
    if (x->flags & (SM_GROUP_VERB | SM_GROUP_TIME | SM_GROUP_PRONOUN) || x->lead != SM_NO_TOKEN) continue;
    bool counted = scan->t[x->first].flags & SM_TOKEN_NUMBER || sm_has_cue(scan, x->first, SM_CUE_NUMBER);
    bool one = sm_is(scan, x->first, SM_W_A) ||
               sm_is(scan, x->first, SM_W_AN); // "two civilians were killed": counted, not speaking
    if ((one || !counted) && heads_somebody(scan, syntax, x, x->last))
      return sm_set_speaker(scan, speech, x->first, x->last);
  }
  return false;
}

/// "said the alliance had shown": what follows the verb has a verb of its own, so that it does not speak.
static bool begins_clause(const sm_scan *scan, const sm_syntax *syntax, uint32_t i) {
  const sm_group *g = sm_group_of(syntax, i), *end = syntax->groups + syntax->n;
  if (!g || g->flags & SM_GROUP_VERB) return false;
  for (const sm_group *v = g + 1; v < end && v <= g + 4; v++) {
    static const char *const close[] = {"close"};
    if (v->first > g->last + 1 && sm_is_quote(scan, g->last + 1)) return false; // 'said X, "and so is the cowardice"'
    if (!(v->flags & SM_GROUP_VERB) || SM_IS_ONE_OF(scan, v->head, close)) continue; // "a source close to"
    bool own = v->subject == g - syntax->groups || v->first == g->last;
    return own && v->flags & SM_GROUP_FINITE && !(v->flags & (SM_GROUP_RELATIVE | SM_GROUP_REPORTING));
  }
  return false;
}

static bool copy_speaker(const sm_speech *before, sm_speech *speech) {
  if (!before || before->sentence != speech->sentence) return false;
  speech->first = before->first, speech->last = before->last;
  speech->kind = before->kind, speech->name = before->name;
  speech->pronoun = false;
  return true;
}

/// The speaker of an earlier verb of the sentence speaks on.
static bool repeat_speaker(const sm_speech *before, sm_speech *speech) { return before && !before->before && copy_speaker(before, speech); }

/// "..., police said on Monday.", "..., police said that ...": whether the speaker follows what is said.
static bool stands_after(const sm_scan *scan, const sm_syntax *syntax, const sm_speech *speech, uint32_t first, uint32_t floor,
                         uint32_t ceiling) {
  uint32_t after = speech->verb_last;
  if (first <= floor + 2) return false;
  while (after < ceiling && (sm_has_cue(scan, after, SM_CUE_TIME) || is_here(scan, after))) after++;
  if (after >= ceiling) return true;
  if (sm_is_punct(scan, after) && !sm_is_sign(scan, after, ':') && !sm_is_sign(scan, after, ',')) return true;
  if (speech->row->stance != 'c' && !sm_is_punct(scan, after) && !sm_is_preposition(scan, after)) return false; // "On Friday, the army confirmed the death of"
  if (speech->row->form == SM_F_FIGURE) return false; // "while the mayor knew of two, a doctor put the toll at four"
  bool joined = sm_is(scan, first, SM_W_AND) || sm_is(scan, first, SM_W_BUT); // ", and police counted nine"
  const uint32_t comma = sm_is_sign(scan, first - 1, ',') ? first - 1 : first - 2;
  if (sm_is_preposition(scan, floor) && sm_is_sign(scan, comma, ',') && sm_own_verb(scan, syntax, floor, comma) == comma) return false; // "In a statement, the army said it had"
  return sm_is_sign(scan, first - 1, ',') && !joined && !sm_is(scan, speech->verb_last, SM_W_THAT);
}

/// "X was quoted by Y as saying": the end of X; 0 where nobody is quoted so.
static uint32_t quoted_subject(const sm_scan *scan, uint32_t as, uint32_t floor) {
  enum { REACH = 8 };
  for (uint32_t i = as; i > floor + 1 && as - i < REACH; i--)
    if (is_quoting(scan, i - 1) && sm_is_be(scan, i - 2)) return i - 2;
  return 0;
}

/// "Boko Haram, for its part, claimed", "the army, however, said": the comma that opens an aside which ends at a token; the token where there is none.
static uint32_t before_aside(const sm_scan *scan, const sm_syntax *syntax, uint32_t end, uint32_t floor) {
  enum { LONGEST = 12, SHORT = 6, LONGEST_NAME = 8 };
  static const char *const adverbs[] = {"however", "meanwhile", "though", "too", "separately", "also", "instead", "therefore"}, *const leads[] = {"for", "in", "on"}, *const asides[] = {"part", "turn", "statement", "contrast", "addition", "side"};
  if (end > floor + 3 && SM_IS_ONE_OF(scan, end - 1, asides) && syntax->part[end - 2] == SM_PART_POSSESSIVE && SM_IS_ONE_OF(scan, end - 3, leads)) return end - 3 - sm_is_sign(scan, end - 4, ','); // "The army for its part said"
  if (end <= floor + 2 || !sm_is_sign(scan, end - 1, ',')) return end;
  uint32_t open = end - 1;
  while (open > floor && end - open <= LONGEST && !sm_is_punct(scan, open - 1)) open--;
  if (open == floor || open + 1 >= end || !sm_is_sign(scan, open - 1, ',')) return end;
  const bool adverb = open + 2 == end && SM_IS_ONE_OF(scan, open, adverbs);
  if (open - 1 - floor <= LONGEST_NAME && sm_is_preposition(scan, open) && !is_when(scan, end - 2) && !is_when(scan, open + 1) && !opens_no_speaker(scan, floor) && sm_own_verb(scan, syntax, floor, open - 1) == open - 1) { // "The United Nations, in condemning the assault, made mention"
    uint32_t k = floor;
    while (k < open - 1 && !sm_is_punct(scan, k)) k++;
    if (k == open - 1) return k;
  }
  if (end - open > SHORT) return end;
  return adverb || (SM_IS_ONE_OF(scan, open, leads) && SM_IS_ONE_OF(scan, end - 2, asides)) ? open - 1 : end;
}

/// "..., said Galon.", "..., said Halima Nur,": nothing but a name behind the verb.
static bool closes_with_name(const sm_scan *scan, uint32_t next, uint32_t ceiling) {
  enum { LONGEST = 6, OFFICE = 3 };
  uint32_t i = next;
  while (i < ceiling && i < next + OFFICE && !(scan->t[i].flags & SM_TOKEN_CAPITAL) && scan->t[i].flags & SM_TOKEN_WORD) i++;
  if (i > next && !(i < ceiling && is_somebody(scan, i - 1) && scan->t[i].flags & SM_TOKEN_CAPITAL)) return false; // "said trader Buba Kolo."
  next = i;
  while (i < ceiling && i < next + LONGEST && scan->t[i].flags & SM_TOKEN_CAPITAL && !scan->mention_at[i] && !is_time(scan, i)) i++;
  return i > next && (i >= ceiling || sm_is_sign(scan, i, '.') || sm_is_sign(scan, i, ','));
}

/// "an official, X, said, | while police", "told AFP by phone, | but the army": the next clause is another's.
static bool heard_out(const sm_scan *scan, uint32_t next, uint32_t ceiling) {
  enum { HEARER = 5 };
  uint32_t i = next;
  while (i < ceiling && i < next + HEARER && !sm_is_punct(scan, i)) i++;
  return i + 1 < scan->n && sm_is_sign(scan, i, ',') && (sm_is(scan, i + 1, SM_W_WHILE) || sm_is(scan, i + 1, SM_W_BUT));
}

/// "..., informed the Ministry of Interior.": who informs ends a sentence that told something.
static bool informs_behind(const sm_scan *scan, const sm_syntax *syntax, const sm_speech *speech, uint32_t floor, uint32_t ceiling) {
  static const char *const informs[] = {"informed", "informs"};
  const uint32_t verb = speech->verb, end = phrase_end(scan, syntax, speech->verb_last, ceiling);
  if (verb <= floor + 2 || !SM_IS_ONE_OF(scan, verb, informs) || !sm_is_sign(scan, verb - 1, ',') || sm_own_verb(scan, syntax, floor, verb - 1) == verb - 1) return false;
  return sm_names_claimant(scan, speech->verb_last, end) && (end >= ceiling || sm_is_sign(scan, end, '.') || sm_is_sign(scan, end, ','));
}

static bool read_verb(const sm_scan *scan, const sm_syntax *syntax, const sm_speech *last_speech,
                      sm_speech *speech, uint32_t floor, uint32_t ceiling) {
  uint32_t subject_first = 0, subject_last = 0;
  const bool hearer = last_speech && last_speech->sentence == speech->sentence && speech->verb <= last_speech->verb_last + 1; // "told reporters | accusing"
  const bool goes_on = syntax->part[speech->verb] == SM_PART_ING && speech->verb > floor && (sm_is_sign(scan, speech->verb - 1, ',') || hearer);
  if (goes_on && copy_speaker(last_speech, speech)) return true; // "..., police said, giving the toll as ten"
  bool subject = find_subject(scan, syntax, speech->verb, &subject_first, &subject_last);
  uint32_t verb = speech->verb > floor && sm_is(scan, speech->verb - 1, SM_W_AS)
                      ? speech->verb - 1
                      : speech->verb; // "quotes X as saying"
  const uint32_t quoted = verb < speech->verb ? quoted_subject(scan, verb, floor) : 0;
  uint32_t end = subject_end(scan, quoted ? quoted : verb, floor, &speech->negated);
  if (!quoted && end > floor && sm_is_be(scan, end - 1) && syntax->part[speech->verb] == SM_PART_ING) end = subject_end(scan, end - 1, floor, &speech->negated); // "are blaming"
  end = before_brackets(scan, end, floor);
  const uint32_t aside = before_aside(scan, syntax, end, floor);
  if (aside < end && speaker_before_apposition(scan, syntax, speech, aside, floor, false)) return true; // "EMERGENCY, the charity, for its part, said"
  end = before_brackets(scan, aside, floor);
  if (end > floor && (sm_is(scan, end - 1, SM_W_AND) || sm_is(scan, end - 1, SM_W_BUT)) &&
      repeat_speaker(last_speech, speech))
    return true; // "counted 43 bodies and gave ..."
  if (end > floor && !sm_is_punct(scan, end - 1)) {
    const uint32_t start = phrase_start(scan, end, floor), behind = sm_after_what(scan, start, end);
    uint32_t first = behind;
    if (sm_set_owner(scan, syntax, speech, start)) return true;
    const sm_group *opens = sm_group_of(syntax, first);
    const bool relative = opens && opens->flags & SM_GROUP_VERB && opens->flags & SM_GROUP_RELATIVE; // "a faction that sided with"
    const uint32_t clause = sm_last_clause(scan, syntax, first, end);
    const sm_group *seen = sm_group_of(syntax, start), *sees = seen > syntax->groups ? seen - 1 : NULL;
    static const char *const self[] = {"itself", "themselves", "himself"}; // "a group that calls itself X said"
    const bool beheld = sees && sees->flags & SM_GROUP_VERB && sees->flags & SM_GROUP_RELATIVE && (sees->object == (int32_t)(seen - syntax->groups) || sees->last == seen->first) && sees->subject >= 0 && !SM_IS_ONE_OF(scan, start, self);
    const sm_group *who = beheld ? &syntax->groups[sees->subject] : NULL;
    if (who && who->first >= floor && set_subject(scan, syntax, speech, who->first, who->last)) { // "a doctor who treated the victims in X said"
      speech->before = stands_after(scan, syntax, speech, who->first, floor, ceiling);
      return true;
    }
    if ((clause > first && sm_set_speaker(scan, speech, clause, end)) ||
        (!relative && sm_set_speaker(scan, speech, first, sm_own_verb(scan, syntax, first, end))) ||
        (subject && behind == start && subject_last <= first &&
         (set_subject(scan, syntax, speech, first = subject_first, subject_last) ||
          set_far_subject(scan, syntax, speech, subject_first)))) {
      speech->before = stands_after(scan, syntax, speech, first, floor, ceiling);
      return true;
    }
    if (subject && opens_no_speaker(scan, first) && subject_first > first && subject_last == end && set_subject(scan, syntax, speech, subject_first, subject_last))
      return true; // "In a broadcast of its own the militia said 60"
    bool lead_in = opens_no_speaker(scan, first) && first > floor && sm_is_sign(scan, first - 1, ',');
    if (lead_in && speaker_before_apposition(scan, syntax, speech, first - 1, floor, false)) // "X, at first counted"
      return true;
    return repeat_speaker(last_speech, speech);
  }
  const uint32_t next = speech->verb_last;
  static const char *const hears[] = {"told", "tells", "informed", "informs"}; // "X, the mayor, told AFP"
  const bool heard = SM_IS_ONE_OF(scan, speech->verb, hears) && !informs_behind(scan, syntax, speech, floor, ceiling);
  const bool somebody_behind = sm_is_indefinite(scan, next) && !heard && !begins_clause(scan, syntax, next) && sm_names_claimant(scan, next, phrase_end(scan, syntax, next, ceiling));
  const bool named_behind = somebody_behind || (next < ceiling && scan->t[next].flags & SM_TOKEN_CAPITAL && sm_names_claimant(scan, next, ceiling)); // "cutting off power, said X, the mayor", "when a patrol passed, said an officer"
  const uint32_t lands = end > floor && sm_is_sign(scan, end - 1, ',') ? before_lands(scan, end - 1, floor) : end;
  if (lands + 1 < end) {
    const uint32_t start = phrase_start(scan, lands, floor);
    if (sm_own_verb(scan, syntax, start, lands) == lands && sm_names_somebody(scan, start, lands) && sm_set_speaker(scan, speech, start, lands)) return true;
  }
  if (end > floor && sm_is_sign(scan, end - 1, ',') && !(!heard && closes_with_name(scan, next, ceiling)) &&
      speaker_before_apposition(scan, syntax, speech, end - 1, floor, named_behind)) {
    const bool article = speech->first > floor && sm_is_article(scan, speech->first - 1);
    speech->before = heard_out(scan, next, ceiling) && stands_after(scan, syntax, speech, speech->first - article, floor, ceiling);
    return true;
  }
  bool inverts = speech->row->stance != 'b' && !heard && speech->row->form != SM_F_FIGURE &&
                 syntax->part[speech->verb] != SM_PART_ING; // "the IG said, dismissing the report"
  const uint32_t behind = inverts ? phrase_end(scan, syntax, next, ceiling) : next;
  if (inverts && !is_pronoun(scan, next) && !sm_is_be(scan, next) && syntax->part[next] != SM_PART_ING && !begins_clause(scan, syntax, next) && !sm_counts_dead(scan, next, behind) && sm_set_speaker(scan, speech, next, behind))
    return speech->before = true;
  if (inverts && end > floor && sm_is_quote(scan, end - 1) && sm_is(scan, next, SM_W_THE)) return false; // "... where people stood in line," says the statement
  if (!subject || (!set_subject(scan, syntax, speech, subject_first, subject_last) &&
                   !set_far_subject(scan, syntax, speech, subject_first)))
    return false;
  speech->before = stands_after(scan, syntax, speech, subject_first, floor, ceiling);
  return true;
}

/// "quoted X as saying": the verb to come has the speaker.
static bool quotes_saying(const sm_scan *scan, uint32_t i, uint32_t end) {
  for (; i < end && !sm_is_punct(scan, i); i++)
    if (sm_is(scan, i, SM_W_AS)) return true;
  return false;
}

/// What may follow "reported this": a sign, "on Telegram", "in a statement", "during".
static bool is_pause(const sm_scan *scan, uint32_t i) {
  static const char *const leads[] = {"during", "via", "to", "earlier", "today", "at"};
  return i >= scan->n || sm_is_punct(scan, i) || sm_is_preposition(scan, i) || SM_IS_ONE_OF(scan, i, leads) ||
         sm_has_cue(scan, i, SM_CUE_TIME);
}

/// "told AFP that his office knew of two dead": the speaker's own.
static bool is_own_body(const sm_scan *scan, uint32_t first) {
  const bool that = first > 0 && sm_is(scan, first - 1, SM_W_THAT);
  const uint32_t own = sm_is(scan, first, SM_W_THAT) ? first + 1 : first;
  return (that || own > first) && (sm_is(scan, own, SM_W_HIS) || sm_is(scan, own, SM_W_HER) || sm_is(scan, own, SM_W_ITS) || sm_is(scan, own, SM_W_THEIR));
}

static bool read_speech(const sm_scan *scan, const sm_syntax *syntax, const sm_speech *last_speech,
                        uint32_t i, uint32_t last, const sm_cue_row *row, sm_speech *speech) {
  const sm_sentence *s = &scan->s[scan->t[i].sentence];
  *speech = (sm_speech){.verb = i, .verb_last = last, .sentence = scan->t[i].sentence, .row = row};
  if (row->form == SM_F_QUOTE && sm_is(scan, last, SM_W_BY)) return false;
  if (row->form == SM_F_QUOTE) // "state television quoted a military source: ..."
    return !quotes_saying(scan, last, s->last) &&
           sm_set_speaker(scan, speech, last, phrase_end(scan, syntax, last, s->last));
  if (row->form == SM_F_PREP) {
    static const char *const citing[] = {"citing", "quoting"};
    if (row->flags & SM_ROW_CLAIM && !sm_is_of_claim(scan, s->first, i)) return false; // "offered condolences on behalf of X"
    if (i > s->first && reports(scan, i - 1) && sm_is(scan, i, SM_W_IN)) return false; // "the command said in a statement from Bagram"
    speech->cites = SM_IS_ONE_OF(scan, i, citing);
    if (speech->cites && (sm_is(scan, last, SM_W_ITS) || sm_is(scan, last, SM_W_THEIR) || sm_is(scan, last, SM_W_HIS) || sm_is(scan, last, SM_W_HER))) return false; // "UNAMA, citing its own team"
    speech->before = i > s->first + 2;
    return sm_set_speaker(scan, speech, last,
                          sm_own_verb(scan, syntax, last, phrase_end(scan, syntax, last, s->last)));
  }
  static const char *const this[] = {"this", "that"};
  const uint32_t by = sm_said_by(scan, syntax, i, last, row);
  if (by) {
    const bool told = sm_set_speaker(scan, speech, by, sm_own_verb(scan, syntax, by, phrase_end(scan, syntax, by, s->last)));
    speech->deed = row->flags & SM_ROW_CLAIM;
    static const sm_cue_row counted = {.form = SM_F_VERB, .stance = 'c'};
    speech->before = !speech->deed && sm_counts_dead(scan, s->first, i); // "Seven deaths were confirmed by X"
    if (speech->before && row->form == SM_F_FIGURE) speech->row = &counted;
    speech->back = told && !speech->deed && !speech->before;
    return told;
  }
  if (!read_verb(scan, syntax, last_speech, speech, s->first, s->last)) return false;
  if (last_speech && !last_speech->before && is_own_body(scan, speech->first)) copy_speaker(last_speech, speech);
  static const char *const about[] = {"about", "of", "on"}; // "informed about this"
  const uint32_t what = SM_IS_ONE_OF(scan, last, about) ? last + 1 : last;
  const bool stops = what + 1 >= scan->n || sm_is_punct(scan, what + 1) || !sm_is(scan, what, SM_W_THAT); // "said that in the past day"
  speech->back = row->form == SM_F_VERB && !speech->before && SM_IS_ONE_OF(scan, what, this) && stops && is_pause(scan, what + 1);
  return true;
}

bool sm_add_speech(const sm_scan *scan, const sm_syntax *syntax, sm_speeches *out, size_t *cap, const sm_speech *speech) {
  sm_speech *items = sm_arena_grow(scan->arena, out->items, out->n, cap, sizeof *items);
  if (!items) return false;
  out->items = items;
  items[out->n] = *speech;
  sm_name_speaker(scan, syntax, out, &items[out->n]);
  sm_set_reach(scan, syntax, &items[out->n]);
  if (out->n > 0) sm_cut_reach(&items[out->n - 1], &items[out->n]);
  out->n++;
  return true;
}

sm_status sm_find_speeches(const sm_scan *scan, const sm_syntax *syntax, sm_speeches *out, sm_error *err) {
  size_t cap = 0;
  *out = (sm_speeches){0};
  for (uint32_t s = 0; s < scan->ns; s++) {
    uint32_t before = out->n;
    if (!sm_add_quoted(scan, syntax, s, out, &cap) || !sm_add_credited(scan, syntax, s, out, &cap)) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
    const uint32_t known = out->n;
    const uint32_t mask = 1u << SM_CUE_REPORTING | 1u << SM_CUE_ACTOR | 1u << SM_CUE_FORCE | 1u << SM_CUE_CLAIMANT;
    for (uint32_t i = scan->sentence_mask[s] & mask ? scan->s[s].first : scan->s[s].last; i < scan->s[s].last; i++) {
      uint32_t last;
      const sm_cue_row *row = sm_saying_at(scan, i, &last);
      sm_speech speech;
      if (row && sm_has_cue(scan, i, SM_CUE_TARGET) && sm_is_head(syntax, i) && !(sm_group_of(syntax, i)->flags & SM_GROUP_VERB)) continue; // "shelled forward posts"
      if (!row || sm_is_noun_of_units(scan, i) || (!sm_is_said(scan, syntax, i, last, row) && !sm_said_by(scan, syntax, i, last, row))) continue;
      if (!read_speech(scan, syntax, out->n ? &out->items[out->n - 1] : NULL, i, last, row, &speech) ||
          !sm_is_figure_speech(scan, &speech) || sm_says_nothing(scan, &speech))
        continue;
      static const char *const since[] = {"since", "until", "after", "before"};
      if (speech.pronoun && speech.first > scan->s[s].first && SM_IS_ONE_OF(scan, speech.first - 1, since)) continue; // "since they announced an offensive"
      sm_resolve_pronoun(scan, syntax, out, &speech);
      if (!sm_add_speech(scan, syntax, out, &cap, &speech)) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
    }
    if (!sm_add_gapped(scan, syntax, s, before, out, &cap)) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
    if (out->n == known && !sm_add_owned_count(scan, syntax, s, out, &cap)) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
    if (out->n == known && sm_may_have_label(scan, s) && !sm_add_labels(scan, syntax, s, out, &cap))
      return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  }
  sm_name_the_unnamed(scan, out);
  return sm_find_quotes(scan, out, err);
}
