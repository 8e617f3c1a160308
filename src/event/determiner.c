// What the words before the noun of a strike make of it: one told before, another one, the worst of several, strikes in general.
#include "trigger.h"

/// "one of eight similar attacks in the area": a remark on the strike already told.
static bool one_of(const sm_scan *scan, uint32_t i, uint32_t floor) {
  for (uint32_t k = i, steps = 0; k > floor + 1 && steps < 5; k--, steps++) {
    const sm_cue_row *one = sm_cue_at(scan, k - 2, SM_CUE_NUMBER, NULL);
    if (sm_is(scan, k - 1, SM_W_OF) && one && one->kind == SM_K_UNIT && one->value == 1) return true;
  }
  return false;
}

/// "condemned the separate attacks", "an inquiry into a strike": told before, if the report tells of it at all.
static bool is_reacted_to(const sm_scan *scan, const sm_trigger *g, uint32_t floor) {
  for (uint32_t k = g->first, steps = 0; k > floor && steps < 6; k--, steps++) {
    uint32_t last;
    const sm_cue_row *mode = sm_cue_at(scan, k - 1, SM_CUE_MODE, &last);
    if (mode && mode->kind == SM_K_REACTION && last <= g->first) return true;
    if (sm_is_punct(scan, k - 1) && scan->t[k - 1].sign != '-') return false;
  }
  return false;
}

static bool is_superlative(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"deadliest", "worst", "bloodiest", "heaviest", "largest", "biggest", "fiercest"};
  return SM_IS_ONE_OF(scan, i, words);
}

static bool is_this(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"this", "This", "That"};
  return SM_IS_ONE_OF(scan, i, words);
}

/// "A bomb killed 50 in X, the deadliest such attack in months": said of the one that the sentence tells.
static bool is_apposed_superlative(const sm_scan *scan, const sm_syntax *syntax, const sm_trigger *g, uint32_t superlative, uint32_t floor) {
  if (superlative < floor + 3 || !sm_is(scan, superlative - 1, SM_W_THE) || !(sm_is_sign(scan, superlative - 2, ',') || sm_is_dash(scan, superlative - 2))) return false;
  const int32_t own = (int32_t)syntax->group_at[g->first] - 1;
  for (uint32_t i = syntax->first_of[g->sentence]; i < syntax->first_of[g->sentence + 1]; i++)
    if (syntax->groups[i].flags & SM_GROUP_VERB && syntax->groups[i].first > g->first && syntax->groups[i].subject == own) return false;
  for (uint32_t k = floor; k + 2 < superlative; k++) {
    const sm_cue_row *told = sm_cue_at(scan, k, SM_CUE_TRIGGER, NULL);
    if (told && told->strength > 0) return true;
  }
  return false;
}

/// "It was the third attack in a week": the one told before.
static bool is_told_by_pronoun(const sm_scan *scan, const sm_trigger *g, uint32_t floor) {
  for (uint32_t k = g->first, steps = 0; k > floor + 1 && steps < 8; k--, steps++) {
    if (sm_is_punct(scan, k - 1) && scan->t[k - 1].sign != '-') return false;
    if (sm_is_be(scan, k - 1)) return sm_is(scan, k - 2, SM_W_IT) || sm_is(scan, k - 2, SM_W_THAT) || is_this(scan, k - 2);
  }
  return false;
}

/// "two separate attacks": all of those that are told.
static bool is_sum_of_apart(const sm_scan *scan, const sm_trigger *g, uint32_t another) {
  static const char *const apart[] = {"separate", "different"};
  if (!(g->row->flags & SM_ROW_PLURAL) || another == 0 || !SM_IS_ONE_OF(scan, another, apart)) return false;
  const sm_cue_row *number = sm_cue_at(scan, another - 1, SM_CUE_NUMBER, NULL);
  return number && number->kind == SM_K_UNIT;
}

/// "the intensity of Russian shelling", "the risk of strikes": a measure of them, none of their own.
static bool is_of_measure(const sm_scan *scan, uint32_t i, uint32_t floor) {
  static const char *const words[] = {"intensity", "frequency", "level", "levels", "scale", "risk", "risks", "threat", "danger", "fear", "fears", "likelihood", "possibility", "prospect", "pattern", "tempo", "rate", "chance", "use"};
  for (uint32_t k = i, steps = 0; k > floor + 1 && steps < 4; k--, steps++) {
    if (sm_is_punct(scan, k - 1) && scan->t[k - 1].sign != '-') return false;
    if (sm_is(scan, k - 1, SM_W_OF)) return SM_IS_ONE_OF(scan, k - 2, words);
  }
  return false;
}

/// "It was the highest toll from an air strike since March", "the third attack in a month": a remark on the one told before.
static bool is_remark(const sm_scan *scan, const sm_trigger *g, uint32_t floor) {
  static const char *const ranks[] = {"highest", "deadliest", "worst", "bloodiest", "heaviest", "largest", "biggest", "fiercest", "latest", "most", "only"};
  static const char *const spans[] = {"week", "weeks", "month", "months", "year", "years", "days", "decade"};
  static const char *const calls[] = {"calling", "called", "calls", "describing", "described"};
  bool ranked = false, told = false, since = false;
  const uint32_t end = scan->s[g->sentence].last;
  for (uint32_t k = g->first, steps = 0; k > floor + 1 && steps < 12; k--, steps++) {
    if (sm_is_punct(scan, k - 1) && scan->t[k - 1].sign != '-') return false;
    const sm_cue_row *number = sm_cue_at(scan, k - 1, SM_CUE_NUMBER, NULL);
    if (SM_IS_ONE_OF(scan, k - 2, calls) && (sm_is(scan, k - 1, SM_W_IT) || sm_is(scan, k - 1, SM_W_THAT) || is_this(scan, k - 1))) {
      told = true; // "calling it the third assault in a week"
      break;
    }
    if (ranked && sm_is(scan, k - 1, SM_W_THE) && sm_is(scan, k - 2, SM_W_IN) && k > floor + 3 && sm_is_sign(scan, k - 3, ',')) { // ", in the first major attack on X since"
      told = true;
      break;
    }
    ranked |= SM_IS_ONE_OF(scan, k - 1, ranks) || (number && number->kind == SM_K_ORDINAL);
    if (sm_is_be(scan, k - 1)) {
      told = sm_is(scan, k - 2, SM_W_IT) || sm_is(scan, k - 2, SM_W_THAT) || is_this(scan, k - 2);
      break;
    }
  }
  for (uint32_t k = g->last; ranked && told && k < end && !since; k++) {
    const sm_cue_row *time = sm_cue_at(scan, k, SM_CUE_TIME, NULL);
    since = (time && time->kind == SM_K_SINCE) || SM_IS_ONE_OF(scan, k, spans);
  }
  return since;
}

bool sm_is_of_count(const sm_scan *scan, uint32_t trigger, uint32_t floor) {
  enum { REACH = 8 };
  static const char *const counts[] = {"toll", "number", "count", "tally", "dead", "deaths"};
  for (uint32_t k = trigger; k > floor && trigger - k < REACH; k--)
    if (SM_IS_ONE_OF(scan, k - 1, counts)) return true;
  return false;
}

/// "had escaped an attack on his car": an earlier one, with no article that points back.
static bool is_earlier(const sm_scan *scan, const sm_syntax *syntax, const sm_trigger *g) {
  static const char *const undergoes[] = {"escaped", "survived", "suffered", "endured", "seen", "witnessed", "dodged", "evaded"};
  const sm_group *own = sm_group_of(syntax, g->first), *verb = own && own > syntax->groups && !(own->flags & SM_GROUP_VERB) ? own - 1 : NULL;
  if (!verb || !(verb->flags & SM_GROUP_VERB) || !SM_IS_ONE_OF(scan, verb->head, undergoes) || verb->object != (int32_t)(own - syntax->groups) || verb->first == verb->head || !sm_is(scan, verb->first, SM_W_HAD)) return false;
  return sm_is_indefinite(scan, own->first);
}

void sm_read_determiner(const sm_scan *scan, const sm_syntax *syntax, sm_trigger *g, uint32_t floor) {
  if (!g->verb || g->row->form == SM_F_ING) g->general = is_of_measure(scan, g->first, floor) || is_remark(scan, g, floor);
  if (g->verb) { // "the groups which Islamabad targeted": told before
    for (uint32_t k = g->first, steps = 0; k > floor && steps < 4; k--, steps++)
      if (sm_is(scan, k - 1, SM_W_WHICH) && steps > 0) g->definite = true;
    return;
  }
  const bool reaction = g->reacted = is_reacted_to(scan, g, floor) || sm_is_stood_against(scan, syntax, g);
  static const char *const only[] = {"only", "sole"};
  for (uint32_t k = g->first, steps = 0; k > floor && steps < 4; k--, steps++) {
    uint32_t i = k - 1;
    if (sm_has_cue(scan, i, SM_CUE_REPORTING)) break; // "also confirmed the blast"
    const sm_cue_row *mode = sm_cue_at(scan, i, SM_CUE_MODE, NULL);
    if (mode && mode->kind == SM_K_MANY && (g->row->flags & SM_ROW_PLURAL || g->row->form == SM_F_NVS)) g->many = true;
    static const char *const each[] = {"each"};
    const bool mutual = i > floor && SM_IS_ONE_OF(scan, i - 1, each); // "blamed each other for the attack"
    const bool remarked = i > floor + 1 && sm_is_quote(scan, i - 1); // wrote of "another callous attack" that took 58 lives
    if (mode && mode->kind == SM_K_ANOTHER && remarked) g->definite = true;
    else if (mode && mode->kind == SM_K_ANOTHER && !mutual && !is_sum_of_apart(scan, g, i)) g->another = true;
    if (is_superlative(scan, i) && !is_apposed_superlative(scan, syntax, g, i, floor)) g->worst = true;
    if (SM_IS_ONE_OF(scan, i, only)) break; // "the only raid of the day"
    if (sm_is(scan, i, SM_W_THE) || sm_is(scan, i, SM_W_THAT) || (mode && mode->kind == SM_K_SAME && i + 1 == g->first)) g->definite = true;
    if (sm_is(scan, i, SM_W_THE)) break; // "were also wounded in the explosion"
    if (sm_is_punct(scan, i) && scan->t[i].sign != '-') break;
  }
  g->general |= g->row->flags & SM_ROW_PLURAL && one_of(scan, g->first, floor);
  for (uint32_t k = g->last; (g->row->flags & SM_ROW_PLURAL || g->row->form == SM_F_NVS) && k < scan->n && k < g->last + 5; k++) {
    const sm_cue_row *mode = sm_cue_at(scan, k, SM_CUE_MODE, NULL);
    if (scan->t[k].sentence != g->sentence || sm_is_punct(scan, k)) break;
    g->general |= mode && mode->kind == SM_K_TREND && !sm_is_of_count(scan, g->first, floor); // "attacks in the valley had fallen by a third"
  }
  if (!g->definite && !reaction && is_earlier(scan, syntax, g)) g->another = true;
  if (g->another && !reaction) g->definite = false;
  if (reaction || is_told_by_pronoun(scan, g, floor)) g->definite = true, g->another = g->worst = false;
  g->plural = g->row->flags & SM_ROW_PLURAL || g->row->form == SM_F_NVS;
}
