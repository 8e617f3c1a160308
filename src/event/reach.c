// What of a sentence a speech covers.
#include "speaker.h"

/// "A strike which the army says hit a car killed ten", "attacks that Dakar blames on X": a relative clause has what is said, and no more.
static bool is_embedded(const sm_scan *scan, const sm_syntax *syntax, const sm_speech *speech) {
  const uint32_t floor = scan->s[speech->sentence].first;
  uint32_t i = speech->first;
  if (speech->before || speech->first > speech->verb) return false;
  while (i > floor && sm_is_article(scan, i - 1)) i--;
  if (i < floor + 2) return false;
  const bool that = sm_is(scan, i - 1, SM_W_THAT) && sm_part_is_noun(syntax->part[i - 2]) && !sm_has_cue(scan, i - 2, SM_CUE_REPORTING);
  return that || sm_is(scan, i - 1, SM_W_WHICH) || sm_is(scan, i - 1, SM_W_WHOM);
}

/// "say five people died and | 15 were injured": the verb of another count that an "and" joins to what is said.
static bool joins_count(const sm_scan *scan, const sm_syntax *syntax, const sm_group *verb) {
  const uint32_t first = verb->subject >= 0 ? syntax->groups[verb->subject].first : 0;
  return first > 0 && sm_is(scan, first - 1, SM_W_AND) && (scan->t[first].flags & SM_TOKEN_NUMBER || sm_has_cue(scan, first, SM_CUE_NUMBER)) && sm_has_cue(scan, verb->head, SM_CUE_CASUALTY);
}

/// The main verb behind what is said in a relative clause, or the comma that closes it.
static uint32_t embedded_end(const sm_scan *scan, const sm_syntax *syntax, const sm_speech *speech) {
  const uint32_t last = scan->s[speech->sentence].last;
  uint32_t verbs = 0;
  for (uint32_t i = speech->verb_last; i < last; i++) {
    const sm_group *g = sm_group_of(syntax, i);
    if (sm_is_sign(scan, i, ',')) return i;
    if (g && g->first == i && g->flags & SM_GROUP_FINITE && !(g->flags & SM_GROUP_RELATIVE) && !joins_count(scan, syntax, g) && ++verbs == 2) return i;
  }
  return last;
}

/// "said it will complain to the UN, | hours after missiles killed five": what the report itself recalls.
static uint32_t before_past(const sm_scan *scan, const sm_speech *speech) {
  enum { REACH = 6 };
  const uint32_t last = scan->s[speech->sentence].last;
  for (uint32_t i = speech->verb_last; i + 2 < last; i++) {
    bool time = false;
    if (!sm_is_sign(scan, i, ',')) continue;
    for (uint32_t k = i + 1; k < last && k <= i + REACH && !sm_is_punct(scan, k); k++) {
      if (time && (sm_is(scan, k, SM_W_AFTER) || sm_is(scan, k, SM_W_BEFORE)) && k + 1 < last && !sm_is_punct(scan, k + 1)) return i;
      time |= sm_has_cue(scan, k, SM_CUE_TIME);
    }
  }
  return UINT32_MAX;
}

/// "claimed the attack | that killed six", "blamed rebels for the blast | which wounded ten": what is known of the deed to all.
static uint32_t before_known(const sm_scan *scan, const sm_syntax *syntax, const sm_speech *speech) {
  const uint32_t last = scan->s[speech->sentence].last;
  static const char *const accuses[] = {"accused", "accuses", "accusing", "accuse"}; // "accused the army of strikes that killed 30": the accuser's count
  bool deed = false;
  if (SM_IS_ONE_OF(scan, speech->verb, accuses)) return UINT32_MAX;
  if (!(speech->row->flags & SM_ROW_CLAIM) && speech->row->stance != 'b' && speech->row->stance != 'd') return UINT32_MAX;
  for (uint32_t i = speech->verb_last; i + 1 < last && !(sm_is_punct(scan, i) && !sm_is_sign(scan, i, ',') && !sm_is_sign(scan, i, '-')); i++) {
    const sm_group *g = sm_group_of(syntax, i + 1);
    const unsigned part = syntax->part[i + 1];
    const bool acts = !sm_part_is_noun(part) && part != SM_PART_PRONOUN && part != SM_PART_DETERMINER && part != SM_PART_POSSESSIVE; // not "which it said killed nine"
    if (deed && ((sm_is(scan, i, SM_W_THAT) && g && g->flags & SM_GROUP_VERB && g->flags & SM_GROUP_FINITE) || (sm_is(scan, i, SM_W_WHICH) && acts))) return i;
    if (g && g->flags & SM_GROUP_FINITE && !(g->flags & SM_GROUP_RELATIVE)) return UINT32_MAX; // "claimed it had carried out the attack"
    deed |= sm_has_cue(scan, i, SM_CUE_TRIGGER);
  }
  return UINT32_MAX;
}

/// "denied it was behind the attack", "said its forces had not fired on it", "said they had nothing to do with it": the end of the refusal; 0 none.
static uint32_t refusal_end(const sm_scan *scan, const sm_speech *speech) {
  enum { REACH = 7 };
  static const char *const own[] = {"it", "they", "its", "their", "we", "We", "our", "Our", "he", "group", "army", "military", "forces"}, *const none[] = {"not", "nothing", "neither", "never"};
  const uint32_t last = scan->s[speech->sentence].last;
  bool ours = false;
  if (speech->row->stance == 'd') return speech->verb_last;
  if (speech->row->form != SM_F_VERB || speech->row->stance == 'b') return 0;
  for (uint32_t i = speech->verb_last; i < last && i < speech->verb_last + REACH; i++) {
    if (sm_is_sign(scan, i, ',') || (!ours && i > speech->verb_last + 2)) return 0;
    ours |= SM_IS_ONE_OF(scan, i, own);
    if (ours && SM_IS_ONE_OF(scan, i, none)) return i + 1;
    if (sm_has_cue(scan, i, SM_CUE_CASUALTY)) return 0;
  }
  return 0;
}

/// "denied it was behind the attack | that killed two", "said it had not fired on the station, | where 52 died": what is known of a deed refused.
static uint32_t before_refused(const sm_scan *scan, const sm_syntax *syntax, const sm_speech *speech) {
  const uint32_t last = scan->s[speech->sentence].last;
  uint32_t i = refusal_end(scan, speech);
  bool deed = false;
  for (; i > 0 && i + 1 < last && !sm_is(scan, i, SM_W_AND) && !sm_is_sign(scan, i, ';'); i++) {
    const sm_group *g = sm_group_of(syntax, i + 1);
    const bool verb = g && g->flags & SM_GROUP_VERB && g->flags & SM_GROUP_FINITE;
    const unsigned part = syntax->part[i + 1];
    const bool acts = verb || (!sm_part_is_noun(part) && part != SM_PART_PRONOUN && part != SM_PART_DETERMINER && part != SM_PART_POSSESSIVE);
    if (deed && (sm_is(scan, i, SM_W_THAT) || sm_is(scan, i, SM_W_WHICH)) && acts && sm_part_is_noun(syntax->part[i - 1 - sm_is_sign(scan, i - 1, ',')])) return i;
    if (deed && (sm_is(scan, i, SM_W_WHERE) || (sm_is(scan, i, SM_W_IN) && sm_is(scan, i + 1, SM_W_WHICH)))) return i;
    deed |= sm_has_cue(scan, i, SM_CUE_TRIGGER) || sm_has_cue(scan, i, SM_CUE_WEAPON);
  }
  return UINT32_MAX;
}

/// "four died, hours before | X announced": the clause that begins at a token.
static bool is_behind_time(const sm_scan *scan, uint32_t i) {
  static const char *const units[] = {"hours", "hour", "days", "day", "weeks", "week", "minutes", "months"};
  return i > scan->s[scan->t[i].sentence].first + 2 && (sm_is(scan, i - 1, SM_W_AFTER) || sm_is(scan, i - 1, SM_W_BEFORE)) && SM_IS_ONE_OF(scan, i - 2, units);
}

bool sm_comes_to_pass(const sm_scan *scan, uint32_t verb) {
  static const char *const comes[] = {"comes", "came", "come", "coming", "occurs", "occurred", "happens", "happened"}, *const takes[] = {"took", "takes", "taking"}, *const place[] = {"place"};
  const uint32_t first = scan->s[scan->t[verb].sentence].first;
  if (SM_IS_ONE_OF(scan, verb, takes)) return verb + 1 < scan->n && SM_IS_ONE_OF(scan, verb + 1, place);
  return SM_IS_ONE_OF(scan, verb, comes) || (verb > first && SM_IS_ONE_OF(scan, verb, place) && SM_IS_ONE_OF(scan, verb - 1, takes));
}

bool sm_is_of_earlier(const sm_scan *scan, uint32_t token) {
  static const char *const follows[] = {"follows", "followed"};
  const uint32_t first = scan->s[scan->t[token].sentence].first;
  bool deed = false;
  for (uint32_t k = token; k > first; k--) {
    if (is_behind_time(scan, k)) {
      for (uint32_t i = k; deed && i > first; i--)
        if (sm_comes_to_pass(scan, i - 1) || SM_IS_ONE_OF(scan, i - 1, follows)) return true;
      return false;
    }
    deed |= sm_has_cue(scan, k - 1, SM_CUE_TRIGGER) || sm_has_cue(scan, k - 1, SM_CUE_CASUALTY);
  }
  return false;
}

/// ", while officials said", ", but the army said": behind a comma and a word that joins clauses.
static bool is_joined_clause(const sm_scan *scan, uint32_t i) {
  static const char *const joins[] = {"though", "although", "whereas"};
  if (i < 2 || !sm_is_sign(scan, i - 2, ',')) return false;
  return sm_is(scan, i - 1, SM_W_AND) || sm_is(scan, i - 1, SM_W_BUT) || sm_is(scan, i - 1, SM_W_WHILE) || sm_is(scan, i - 1, SM_W_AS) || SM_IS_ONE_OF(scan, i - 1, joins);
}

/// "Fifteen are in the woods; a medic said ...", "Four died, while a medic said ...": a speaker's words do not reach over a semicolon before them,
/// nor out of a clause of their own.
static uint32_t clause_start(const sm_scan *scan, const sm_speech *speech) {
  uint32_t first = scan->s[speech->sentence].first,
           i = speech->first < speech->verb ? speech->first : speech->verb;
  if (speech->before) return first;
  while (i > first && (sm_is(scan, i - 1, SM_W_THE) || sm_is(scan, i - 1, SM_W_A))) i--;
  if (is_behind_time(scan, i) || (i > first + 1 && is_joined_clause(scan, i))) return i;
  while (i > first && !sm_is_sign(scan, i - 1, ';') && !sm_is_sign(scan, i - 1, '_')) i--;
  return i;
}

/// ", police said", ", the police said".
static bool is_after_comma(const sm_scan *scan, uint32_t start) {
  if (sm_is_article(scan, start - 1)) start--;
  return start > 0 && sm_is_sign(scan, start - 1, ',');
}

/// "Twenty were killed (the army said 30)": the bracket round a speech, with a count of its own.
static bool is_in_bracket(const sm_scan *scan, uint32_t start, uint32_t stop, uint32_t *open, uint32_t *close) {
  const sm_sentence *s = &scan->s[scan->t[start].sentence];
  bool counted = false;
  for (*open = start; *open > s->first && scan->t[*open - 1].sign != '(' && scan->t[*open - 1].sign != ')';) --*open;
  for (*close = stop; *close < s->last && scan->t[*close].sign != '(' && scan->t[*close].sign != ')';) ++*close;
  if (*open == s->first || *close == s->last || scan->t[*open - 1].sign != '(' || scan->t[*close].sign != ')') return false;
  for (uint32_t k = *open; k < *close; k++) counted |= (k < start || k >= stop) && (scan->t[k].flags & SM_TOKEN_NUMBER || sm_has_cue(scan, k, SM_CUE_NUMBER));
  return counted;
}

/// "said it was looking into reports | that a strike killed 12": what others report.
static uint32_t before_reports(const sm_scan *scan, const sm_speech *speech) {
  enum { REACH = 8 };
  static const char *const checks[] = {"looking", "checking", "investigating", "reviewing", "examining", "aware", "verifying"}, *const reports[] = {"reports", "report", "claims", "claim", "allegations", "rumours", "rumors"};
  bool checking = speech->row->stance == 'd'; // "rejected as false a report | that a strike killed 56"
  for (uint32_t i = checking && speech->verb_last > 0 ? speech->verb_last - 1 : speech->verb_last; i < scan->s[speech->sentence].last && i < speech->verb_last + REACH && !sm_is_punct(scan, i); i++) {
    checking |= SM_IS_ONE_OF(scan, i, checks);
    if (checking && SM_IS_ONE_OF(scan, i, reports)) return i;
  }
  return UINT32_MAX;
}

/// "numerous attacks claimed by X", "similar bombings were claimed by X": of others than the one told.
static bool is_of_others(const sm_scan *scan, uint32_t verb) {
  enum { REACH = 7 };
  static const char *const before[] = {"numerous", "similar", "previous", "past", "earlier", "countless", "Similar", "Previous", "Past", "Earlier"};
  for (uint32_t k = verb; k > scan->s[scan->t[verb].sentence].first && verb - k < REACH && !sm_is_punct(scan, k - 1); k--)
    if (SM_IS_ONE_OF(scan, k - 1, before)) return true;
  return false;
}

void sm_set_reach(const sm_scan *scan, const sm_syntax *syntax, sm_speech *speech) {
  const uint32_t start = speech->first < speech->verb ? speech->first : speech->verb, stop = speech->last > speech->verb_last ? speech->last : speech->verb_last;
  const bool embedded = is_embedded(scan, syntax, speech);
  speech->amid = speech->before && stop + 1 < scan->s[speech->sentence].last && sm_is_sign(scan, stop, ',') && start > 0 && is_after_comma(scan, start);
  speech->end = speech->deed ? 0 : embedded ? embedded_end(scan, syntax, speech) : speech->before ? UINT32_MAX : before_past(scan, speech);
  if (speech->end == UINT32_MAX && !speech->before) speech->end = before_known(scan, syntax, speech);
  if (speech->end == UINT32_MAX && !speech->before) speech->end = before_refused(scan, syntax, speech);
  if (speech->end == UINT32_MAX && !speech->before) speech->end = before_reports(scan, speech);
  speech->reach = embedded ? speech->first : clause_start(scan, speech);
  speech->apart = (!embedded && is_behind_time(scan, speech->reach)) || (speech->deed && (sm_is_of_earlier(scan, speech->verb) || is_of_others(scan, speech->verb))) || sm_orders(scan, syntax, speech->verb, speech->verb_last);
  uint32_t open, close;
  if (is_in_bracket(scan, start, stop, &open, &close)) speech->reach = open, speech->end = close;
}

void sm_cut_reach(const sm_speech *earlier, sm_speech *speech) {
  const bool same = earlier->sentence == speech->sentence && earlier->first == speech->first && !speech->before && !earlier->before;
  if (same && earlier->end < speech->verb && speech->reach < speech->verb) speech->reach = speech->verb;
}

const sm_speech *sm_cited_in(const sm_speeches *all, const sm_speech *speech) {
  const sm_speech *end = all->items + all->n, *from = speech > all->items ? speech - 1 : speech;
  for (const sm_speech *s = from; speech && s < end && s <= speech + 1; s++) {
    const bool near = s->verb <= speech->verb_last + 1 && s->verb + 1 >= speech->last;
    const bool later = s == speech + 1 && !speech->before; // "said nine had died, citing the ministry"
    if (s != speech && s->sentence == speech->sentence && s->cites && (near || later) && !s->negated && s->name.len) return s;
  }
  return speech;
}

/// "The police said rescuers had found two bodies": who says so, not who carried them.
static const sm_speech *outer_of(const sm_speeches *all, const sm_speech *speech) {
  const sm_speech *outer = speech && speech > all->items ? speech - 1 : NULL;
  if (!outer || !(speech->row->flags & SM_ROW_WEAK) || outer->sentence != speech->sentence) return speech;
  const bool holds = outer->row->form == SM_F_VERB && outer->row->stance == 'c' && !outer->before && !outer->negated &&
                     outer->name.len && speech->first >= outer->verb_last && speech->first <= outer->verb_last + 2;
  return holds ? outer : speech;
}

const sm_speech *sm_speech_of(const sm_speeches *speeches, uint32_t sentence, uint32_t token) {
  const sm_speech *ahead = NULL, *behind = NULL, *any = NULL;
  for (uint32_t i = sm_first_speech(speeches, sentence); i < speeches->n && speeches->items[i].sentence == sentence; i++) {
    const sm_speech *s = &speeches->items[i];
    if (s->negated || token >= s->end) continue; // "the mission could not verify this"
    if (s->credited && token >= s->reach) return s;
    if (s->credited) continue;
    if (token >= s->reach) any = s;
    if (s->before && s->verb >= token && token >= s->reach && !behind) behind = s;
    if ((!s->before || s->amid) && s->verb <= token) ahead = s;
  }
  const sm_speech *cited = behind ? behind + 1 : NULL; // "Dawn reported, citing police"
  if (cited && cited < speeches->items + speeches->n && cited->sentence == sentence &&
      cited->row->form == SM_F_PREP && cited->verb <= behind->verb_last + 1 && !cited->negated)
    behind = cited;
  if (ahead) ahead = outer_of(speeches, sm_cited_in(speeches, ahead));
  const sm_speech *told = behind ? behind : any && any->verb > token ? any : NULL;
  if (ahead && told && ahead->row->flags & SM_ROW_WEAK && told->row->form == SM_F_VERB && told->name.len) return told; // "Rescuers recovered two bodies, the mayor said"
  if (ahead && behind) return behind->verb - token < token - ahead->verb ? behind : ahead;
  return ahead ? ahead : behind ? behind : any;
}
