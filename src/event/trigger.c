#include "trigger.h"

#include "deed.h"
#include "when.h"

/// First token of the clause: after ; : dashes, quotation marks and conjunctions that begin a new one.
static uint32_t clause_start(const sm_scan *scan, uint32_t i, uint32_t floor) {
  while (i > floor) {
    uint32_t k = i - 1;
    if (sm_is_punct(scan, k) && scan->t[k].sign != '"' && scan->t[k].sign != '-' && scan->t[k].sign != ',' && scan->t[k].sign != '(') break;
    if (sm_is(scan, k, SM_W_BUT) || sm_is(scan, k, SM_W_WHILE) || sm_is(scan, k, SM_W_WHEN) || sm_is(scan, k, SM_W_AFTER) ||
        sm_is(scan, k, SM_W_WHICH) || sm_is(scan, k, SM_W_WHO) || sm_is(scan, k, SM_W_WHERE))
      break;
    i--;
  }
  return i;
}

/// "saw two missiles | fall on X": what somebody saw a munition do.
static bool is_seen(const sm_scan *scan, uint32_t i, uint32_t floor) {
  enum { REACH = 6 };
  static const char *const sees[] = {"saw", "watched", "heard", "seen", "see", "filmed", "observed"};
  if (!sm_has_cue(scan, i - 1, SM_CUE_WEAPON)) return false;
  for (uint32_t k = i - 1; k > floor && i - k < REACH && !sm_is_punct(scan, k - 1) && !sm_is_preposition(scan, k - 1); k--)
    if (SM_IS_ONE_OF(scan, k - 1, sees)) return true;
  return false;
}

/// "fire", "target", "shell" are verbs after "to", a modal, a plural or "they"; else they are nouns. "had come down" is no base.
static bool is_base_verb(const sm_scan *scan, uint32_t i, uint32_t floor) {
  static const char *const participles[] = {"come", "run"};
  if (i == floor) return false;
  uint32_t k = i - 1;
  if (SM_IS_ONE_OF(scan, i, participles) && (sm_is_have(scan, k) || (k > floor && sm_is_have(scan, k - 1)))) return true;
  const sm_cue_row *mode = sm_cue_at(scan, k, SM_CUE_MODE, NULL);
  const sm_cue_row *force = sm_cue_at(scan, k, SM_CUE_FORCE, NULL), *victim = sm_cue_at(scan, k, SM_CUE_VICTIM, NULL);
  return sm_is(scan, k, SM_W_TO) || sm_is(scan, k, SM_W_THEY) || (mode && (mode->kind == SM_K_MODAL || mode->kind == SM_K_NEGATION)) ||
         (force && force->kind != SM_K_ARMS) || (victim && victim->flags & SM_ROW_PLURAL) || is_seen(scan, i, floor);
}

/// "Gaza rockets strike X": the plural before a verb that is also a noun.
static bool is_before_present(const sm_scan *scan, uint32_t i) {
  const sm_cue_row *next = sm_cue_at(scan, i, SM_CUE_TRIGGER, NULL);
  return next && next->form == SM_F_NV;
}

/// "shells", "bombs", "rockets" are verbs between one subject and an object of their own: "the army shells the town".
static bool is_third_person(const sm_scan *scan, uint32_t i, uint32_t floor) {
  if (i == floor || i + 1 >= scan->n) return false;
  bool object = sm_is(scan, i + 1, SM_W_THE) || sm_is(scan, i + 1, SM_W_A) || sm_is(scan, i + 1, SM_W_ITS) || scan->mention_at[i + 1];
  uint32_t k = i - 1, m = scan->mention_at[k];
  bool name = m && scan->mentions->items[m - 1].role != SM_ROLE_DEMONYM;
  return object && (name || sm_is(scan, k, SM_W_IT) || sm_is(scan, k, SM_W_HE) || sm_is(scan, k, SM_W_WHICH) || sm_is(scan, k, SM_W_WHO) ||
                    sm_has_cue(scan, k, SM_CUE_FORCE) || sm_has_cue(scan, k, SM_CUE_ACTOR));
}

/// "the next targets", "its targets", "of launches": a plural noun.
static bool is_after_attribute(const sm_scan *scan, uint32_t i, uint32_t floor) {
  if (i == floor) return false;
  const sm_lexicon_entry *e = scan->t[i - 1].entry;
  bool adjective = e && (e->word_bits & SM_WORD_ADJECTIVE) && !(e->word_bits & (SM_WORD_NOUN | SM_WORD_ADVERB));
  if (sm_is_preposition(scan, i - 1)) return true; // "had broken loose in storms"
  return adjective || sm_is(scan, i - 1, SM_W_THE) || sm_is(scan, i - 1, SM_W_ITS) || sm_is(scan, i - 1, SM_W_THEIR) || sm_is(scan, i - 1, SM_W_OF) ||
         (i - 1 > floor && sm_is(scan, i - 2, SM_W_FOR) && sm_has_cue(scan, i - 1, SM_CUE_WEAPON));
}

/// "bombarded Kurdistan Workers Party (PKK) targets overnight": in the object of a past verb of striking, no other clause between.
static bool is_in_object_of_past(const sm_scan *scan, uint32_t i, uint32_t floor) {
  enum { REACH = 12 };
  for (uint32_t k = i; k > floor && i - k < REACH; k--) {
    const sm_cue_row *row = sm_cue_at(scan, k - 1, SM_CUE_TRIGGER, NULL);
    if (row && row->form == SM_F_PAST && row->kind == SM_K_ATTACK) return !sm_is_be(scan, k);
    if (row || sm_is(scan, k - 1, SM_W_AND) || sm_is(scan, k - 1, SM_W_BUT) || sm_is_preposition(scan, k - 1) || sm_has_cue(scan, k - 1, SM_CUE_REPORTING)) return false;
    if (sm_is_punct(scan, k - 1) && !sm_is_sign(scan, k - 1, '(') && !sm_is_sign(scan, k - 1, ')') && !sm_is_sign(scan, k - 1, '-') && !(scan->t[k - 1].flags & SM_TOKEN_CLITIC)) return false;
  }
  return false;
}

static bool is_counted(const sm_scan *scan, uint32_t i, uint32_t floor) {
  return i > floor && (sm_has_cue(scan, i - 1, SM_CUE_NUMBER) || scan->t[i - 1].flags & SM_TOKEN_NUMBER);
}

/// "200 pounds of explosives": how much, no verb.
static bool is_weight(const sm_scan *scan, uint32_t i, uint32_t floor) {
  static const char *const units[] = {"pounds", "pound"};
  return SM_IS_ONE_OF(scan, i, units) && is_counted(scan, i, floor);
}

/// Is a form that may be noun or verb used as a verb? Verbs follow a subject or "to", nouns follow adjectives,
/// articles, prepositions.
static bool is_verb(const sm_scan *scan, uint32_t i, const sm_cue_row *row, uint32_t floor) {
  if (row->form == SM_F_NOUN) return false;
  if (row->form == SM_F_PAST || row->form == SM_F_PP) return true;
  if (row->form == SM_F_S)
    return sm_has_cue(scan, i, SM_CUE_WEAPON) ? is_third_person(scan, i, floor) : !is_after_attribute(scan, i, floor) && !is_in_object_of_past(scan, i, floor);
  if (row->form == SM_F_BASE) return is_base_verb(scan, i, floor);
  if (i == floor) return row->form == SM_F_ING;
  uint32_t k = i - 1;
  const sm_cue_row *mode = sm_cue_at(scan, k, SM_CUE_MODE, NULL);
  if (mode && mode->kind == SM_K_MODAL) return true;
  if (sm_is(scan, k, SM_W_TO) || sm_is_have(scan, k)) return row->form != SM_F_NVS;
  if (sm_is_be(scan, k)) return row->form == SM_F_ANY || row->form == SM_F_ING;
  if (sm_is_article(scan, k) || sm_is(scan, k, SM_W_OF) ||
      sm_is(scan, k, SM_W_IN) || sm_is(scan, k, SM_W_BY) || sm_has_cue(scan, k, SM_CUE_NUMBER) || (scan->t[k].flags & SM_TOKEN_NUMBER) ||
      (scan->t[k].flags & SM_TOKEN_CLITIC) || sm_is_sign(scan, k, '-'))
    return row->form == SM_F_ANY ? false : row->form == SM_F_ING && sm_is(scan, k, SM_W_BY);
  if (row->form == SM_F_ING) return !sm_is(scan, i + 1, SM_W_OF);
  bool object = i + 1 < scan->n && (sm_is(scan, i + 1, SM_W_THE) || sm_is(scan, i + 1, SM_W_A) || scan->mention_at[i + 1] ||
                sm_has_cue(scan, i + 1, SM_CUE_TARGET) || sm_has_cue(scan, i + 1, SM_CUE_NUMBER));
  const sm_lexicon_entry *e = scan->t[k].entry;
  if (row->form == SM_F_ANY) { // hit
    bool adjective = e && (e->word_bits & SM_WORD_ADJECTIVE) && !(e->word_bits & SM_WORD_NOUN);
    return !adjective;
  }
  uint32_t m = scan->mention_at[k];
  if (m && scan->mentions->items[m - 1].role == SM_ROLE_DEMONYM) return false;
  bool plural = e && (e->word_bits & SM_WORD_PLURAL);
  if (row->form == SM_F_NV) return object && (plural || sm_has_cue(scan, k, SM_CUE_FORCE));
  return object && (sm_has_cue(scan, k, SM_CUE_FORCE) || sm_has_cue(scan, k, SM_CUE_WEAPON) || sm_has_cue(scan, k, SM_CUE_ACTOR) || m);
}

bool sm_is_be_before(const sm_scan *scan, uint32_t i, uint32_t floor) {
  for (uint32_t k = i, steps = 0; k > floor && steps < 4; k--, steps++) {
    if (sm_is_be(scan, k - 1)) return true;
    const sm_lexicon_entry *e = scan->t[k - 1].entry;
    if (!sm_is_have(scan, k - 1) && !(e && (e->word_bits & SM_WORD_ADVERB)) && !sm_has_cue(scan, k - 1, SM_CUE_MODE)) return false;
  }
  return false;
}

/// "was hit"; also a bare participle after its noun and before "by" or "in": "a house hit by shells".
static bool is_passive(const sm_scan *scan, const sm_trigger *g, uint32_t floor) {
  if (!g->verb) return false;
  if (g->row->kind == SM_K_PASSIVE) return true;
  bool participle = g->row->form == SM_F_PAST || g->row->form == SM_F_PP || g->row->form == SM_F_ANY;
  if (!participle || g->row->kind == SM_K_BLAST) return false;
  if (g->row->kind == SM_K_FALL) return sm_is_be_before(scan, g->first, floor); // "houses were smashed"
  return sm_is_be_before(scan, g->first, floor) || sm_is(scan, g->last, SM_W_BY);
}

/// "used two drones to target ...": the means were used, so the purpose was carried out.
static bool means_before(const sm_scan *scan, uint32_t i, uint32_t floor) {
  static const char *const aims[] = {"operation", "Operation", "operations", "campaign", "offensive", "mission"};
  for (uint32_t k = i, steps = 0; k > floor && steps < 9; k--, steps++) {
    const sm_cue_row *row = sm_cue_at(scan, k - 1, SM_CUE_TRIGGER, NULL);
    if (SM_IS_ONE_OF(scan, k - 1, aims)) return false; // "launched Operation X to target hideouts"
    if (row && row->kind == SM_K_LAUNCH && row->form == SM_F_PAST) return k < floor + 2 || !sm_is_have(scan, k - 2); // but "has used rockets to strike bridges"
  }
  return false;
}

/// A verb of falling or firing right behind who or what does it.
static bool tells_next(const sm_scan *scan, uint32_t from, uint32_t ceiling) {
  enum { REACH = 3 };
  for (uint32_t k = from; k < ceiling && k < from + REACH; k++) {
    const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_TRIGGER, NULL);
    if (row && (row->kind == SM_K_FALL || row->kind == SM_K_LAUNCH || row->kind == SM_K_ATTACK)) return true;
  }
  return false;
}

/// "the story of a hit on the terminal is false", "missiles launched from ships crossed its sky": told of the trigger later on.
static bool is_told_false(const sm_scan *scan, const sm_trigger *g, uint32_t ceiling) {
  if (!sm_sentence_is(scan, g->sentence, SM_K_FALSE) && !sm_sentence_is(scan, g->sentence, SM_K_PASSING)) return false;
  static const char *const some[] = {"some", "others", "another", "several", "most"};
  bool aimed = false;
  for (uint32_t k = g->first; k < ceiling && !sm_is_sign(scan, k, ';'); k++) {
    aimed |= k >= g->last && (scan->mention_at[k] || sm_has_cue(scan, k, SM_CUE_TARGET));
    const bool joint = sm_is(scan, k, SM_W_AND) || sm_is(scan, k, SM_W_BUT);
    if (joint && aimed && (sm_has_cue(scan, k + 1, SM_CUE_NUMBER) || SM_IS_ONE_OF(scan, k + 1, some)) && tells_next(scan, k + 2, ceiling)) break; // "fired rounds at X, and one fell into the sea"
    const sm_cue_row *mode = sm_cue_at(scan, k, SM_CUE_MODE, NULL);
    if (mode && (mode->kind == SM_K_FALSE || (mode->kind == SM_K_PASSING && (g->row->kind == SM_K_LAUNCH || g->row->kind == SM_K_FALL)))) return true;
  }
  return false;
}

/// "if a missile fell, strikes would follow": the sentence tells what may come.
static bool looks_ahead(const sm_scan *scan, const sm_syntax *syntax, uint32_t sentence) {
  if (sm_sentence_is(scan, sentence, SM_K_THREAT)) return true;
  for (uint32_t i = syntax->first_of[sentence]; i < syntax->first_of[sentence + 1]; i++)
    if (syntax->groups[i].flags & SM_GROUP_MODAL) return true;
  return false;
}

/// "No projectile of any kind has fallen", "not a shell has crossed": the subject itself is denied.
static bool has_no_subject(const sm_scan *scan, const sm_syntax *syntax, const sm_trigger *g) {
  static const char *const negations[] = {"not"};
  const sm_group *verb = g->verb ? sm_group_of(syntax, g->first) : NULL;
  if (!verb || !(verb->flags & SM_GROUP_VERB) || verb->subject < 0) return false;
  const sm_group *subject = &syntax->groups[verb->subject];
  for (uint32_t k = subject->last; k < verb->first; k++)
    if (sm_is_sign(scan, k, ')')) return false; // the subject stands before what is in brackets
  for (uint32_t k = subject->first; k <= subject->first + 1; k++) {
    const sm_cue_row *mode = k > 0 ? sm_cue_at(scan, k - 1, SM_CUE_MODE, NULL) : NULL;
    const bool aside = k > scan->s[g->sentence].first + 2 && SM_IS_ONE_OF(scan, k - 1, negations) && (sm_is_sign(scan, k - 2, ',') || sm_is(scan, k - 2, SM_W_AND)); // "Turkey, not Russia, shelled A"
    if (mode && mode->kind == SM_K_NEGATION && scan->t[k - 1].sentence == g->sentence) return !aside;
  }
  return false;
}

/// "strikes on the capital would follow": a noun that is the subject of a verb of what may come.
static bool is_subject_of_modal(const sm_syntax *syntax, const sm_trigger *g) {
  const uint32_t own = g->verb ? 0 : syntax->group_at[g->first];
  if (!own || syntax->groups[own - 1].lead != SM_NO_TOKEN) return false;
  for (uint32_t i = own; i < syntax->first_of[g->sentence + 1]; i++)
    if (syntax->groups[i].flags & SM_GROUP_VERB && syntax->groups[i].subject == (int32_t)own - 1) return syntax->groups[i].flags & SM_GROUP_MODAL;
  return false;
}

/// "fires six thousand of them a day", "dropped 6,000 bombs a week": how often.
static bool is_at_a_rate(const sm_scan *scan, const sm_trigger *g, uint32_t ceiling) {
  static const char *const units[] = {"day", "week", "month", "night", "hour", "year", "minute"};
  static const char *const per[] = {"a", "an", "per", "each"}, *const half[] = {"half", "quarter"};
  static const char *const then[] = {"later", "after", "ago", "earlier", "before", "long"};
  const bool now = g->row->form == SM_F_S || g->row->form == SM_F_BASE;
  if (!g->verb) return false;
  for (uint32_t k = g->last; k + 1 < ceiling && k < g->last + (now ? 10 : 5); k++) {
    if (sm_is_punct(scan, k) && !(scan->t[k + 1].flags & SM_TOKEN_NUMBER)) return false;
    if (k > g->last && SM_IS_ONE_OF(scan, k - 1, half)) continue; // "for half an hour"
    if (sm_is(scan, k, SM_W_WITHIN) || sm_is(scan, k, SM_W_IN)) return false; // "twice within an hour"
    if (SM_IS_ONE_OF(scan, k, per) && SM_IS_ONE_OF(scan, k + 1, units)) return !SM_IS_ONE_OF(scan, k + 2, then);
  }
  return false;
}

/// "the drone used to strike the ship", "was used to set off": a munition with an article, or the passive.
static bool is_instrument(const sm_scan *scan, const sm_syntax *syntax, uint32_t used, uint32_t floor) {
  if (sm_is_be_before(scan, used, floor)) return true;
  const sm_group *noun = used > floor ? sm_group_of(syntax, used - 1) : NULL;
  if (!noun || !sm_is_article(scan, noun->first)) return false;
  for (uint32_t k = noun->first; k < used; k++) {
    const sm_cue_row *weapon = sm_cue_at(scan, k, SM_CUE_WEAPON, NULL);
    if (weapon && weapon->kind == 0) return true;
  }
  return false;
}

/// "goes on bombing schools", "continue to fall on power plants".
static bool goes_on(const sm_scan *scan, const sm_trigger *g) {
  static const char *const on[] = {"on"}, *const go[] = {"go", "goes", "going"}, *const keep[] = {"keep", "keeps", "continue", "continues", "continuing"};
  if (g->row->form == SM_F_ING) return SM_IS_ONE_OF(scan, g->first - 1, keep) || (SM_IS_ONE_OF(scan, g->first - 1, on) && SM_IS_ONE_OF(scan, g->first - 2, go));
  return sm_is(scan, g->first - 1, SM_W_TO) && SM_IS_ONE_OF(scan, g->first - 2, keep);
}

/// "were injured from shelling", "wounds from bombing": what came of it, where "kept from shelling" is none.
static bool is_hurt_from(const sm_scan *scan, uint32_t from) {
  static const char *const harm[] = {"damage", "resulting", "resulted", "craters", "fragments", "fires", "losses"};
  return sm_is(scan, from, SM_W_FROM) && (sm_has_cue(scan, from - 1, SM_CUE_CASUALTY) || SM_IS_ONE_OF(scan, from - 1, harm));
}

/// "jets used to bomb the hills", "denies that it targets civilians", "which bombards towns": no event of its own.
static bool is_custom(const sm_scan *scan, const sm_syntax *syntax, const sm_trigger *g, uint32_t floor) {
  static const char *const used[] = {"used", "uses"};
  static const sm_word never[] = {SM_W_INTO, SM_W_FROM};
  if (!g->verb || g->first < floor + 2) return false;
  if (sm_is(scan, g->first - 1, SM_W_TO) && SM_IS_ONE_OF(scan, g->first - 2, used)) {
    if (!is_instrument(scan, syntax, g->first - 2, floor)) return true;
  }
  if (goes_on(scan, g)) return true;
  if (g->row->form == SM_F_ING) return SM_IS_ANY(scan, g->first - 1, never) && !is_hurt_from(scan, g->first - 1);
  if (g->row->form != SM_F_S && g->row->form != SM_F_BASE) return false;
  const sm_group *verb = sm_group_of(syntax, g->first);
  if (verb && verb->flags & SM_GROUP_RELATIVE) return true;
  for (uint32_t k = g->first; k > floor && k + 8 > g->first; k--) {
    const sm_cue_row *says = sm_cue_at(scan, k - 1, SM_CUE_REPORTING, NULL);
    if (says) return says->stance == 'd';
  }
  return false;
}

/// "the strike on the palace to be led by paratroopers": a noun that a passive infinitive goes on with.
static bool is_to_be_done(const sm_scan *scan, const sm_syntax *syntax, const sm_trigger *g) {
  if (g->verb) return false;
  for (uint32_t i = syntax->group_at[g->first]; i < syntax->first_of[g->sentence + 1]; i++) {
    const sm_group *verb = &syntax->groups[i];
    if (verb->flags & SM_GROUP_VERB) return verb->flags & SM_GROUP_INFINITIVE && sm_is(scan, verb->first + 1, SM_W_BE);
  }
  return false;
}

/// "when a rocket lands", "before it explodes": the present of what happens each time.
static bool is_timeless(const sm_scan *scan, const sm_trigger *g, uint32_t floor) {
  static const char *const words[] = {"before", "until", "once", "when", "whenever"};
  if (!g->verb || g->row->form != SM_F_S || scan->sentence_mask[g->sentence] & (1u << SM_CUE_CASUALTY)) return false;
  for (uint32_t k = g->first, steps = 0; k > floor && steps < 5; k--, steps++) {
    if (SM_IS_ONE_OF(scan, k - 1, words)) return true;
    if (sm_is_punct(scan, k - 1)) return false;
  }
  return false;
}

static bool is_noun(const sm_syntax *syntax, uint32_t i) {
  const sm_group *g = sm_group_of(syntax, i);
  return g && !(g->flags & SM_GROUP_VERB);
}

/// "would not withdraw while the army shelled its positions": what the clause tells depends on what only may be.
static bool is_under_modal(const sm_scan *scan, const sm_trigger *g, uint32_t floor) {
  static const char *const joints[] = {"while", "until", "unless", "before"};
  uint32_t k = g->first;
  while (k > floor && g->first - k < 5 && !SM_IS_ONE_OF(scan, k - 1, joints)) k--;
  if (!g->verb || k == floor || !SM_IS_ONE_OF(scan, k - 1, joints)) return false;
  for (uint32_t steps = 0; k > floor && steps < 8; k--, steps++) {
    const sm_cue_row *mode = sm_cue_at(scan, k - 1, SM_CUE_MODE, NULL);
    if (mode && mode->kind == SM_K_MODAL) return true;
    if (sm_is_punct(scan, k - 1)) return false;
  }
  return false;
}

/// "the devices with which the group attacks convoys": the present in a relative clause tells a custom.
static bool is_present_of_relative(const sm_scan *scan, const sm_syntax *syntax, const sm_trigger *g, uint32_t floor) {
  const bool now = g->passive && g->first > floor && (sm_is(scan, g->first - 1, SM_W_IS) || sm_is(scan, g->first - 1, SM_W_ARE)); // "a boy whose school is shelled"
  static const char *const whose[] = {"whose"};
  for (uint32_t k = g->first, steps = 0; now && k > floor && steps < 6; k--, steps++) {
    if (sm_is(scan, k - 1, SM_W_WHICH) || sm_is(scan, k - 1, SM_W_WHO) || SM_IS_ONE_OF(scan, k - 1, whose)) return true;
    if (sm_is_punct(scan, k - 1)) break;
  }
  if (g->passive || (g->row->form != SM_F_S && g->row->form != SM_F_NVS)) return false; // "attacks" may be taken for a noun
  for (uint32_t k = g->first, steps = 0; k > floor && steps < 4; k--, steps++) {
    if (sm_is(scan, k - 1, SM_W_WHICH) || sm_is(scan, k - 1, SM_W_WHO)) return true;
    if (k == g->first && sm_is(scan, k - 1, SM_W_THAT) && k > floor + 1 && is_noun(syntax, k - 2)) return true; // "the coalition that bombs it"
    if (sm_is_punct(scan, k - 1) && scan->t[k - 1].sign != '-') return false;
  }
  return false;
}

/// "a hospital hit many times during the war": words of several that follow what was done.
static bool is_told_as_habit(const sm_scan *scan, const sm_trigger *g) {
  uint32_t last;
  const sm_cue_row *mode = g->verb ? sm_cue_at(scan, g->last, SM_CUE_MODE, &last) : NULL;
  return mode && mode->kind == SM_K_HABIT && last > g->last + 1;
}

/// "have fired missiles at A and B in the past", "has previously hit A": under a perfect, with no day of its own.
static bool is_told_as_past(const sm_scan *scan, const sm_syntax *syntax, const sm_trigger *g) {
  static const char *const past[] = {"past"}, *const previously[] = {"previously", "repeatedly"};
  const sm_group *verb = g->verb ? sm_group_of(syntax, g->first) : NULL;
  if (!verb || !(verb->flags & SM_GROUP_VERB) || !(sm_is(scan, verb->first, SM_W_HAVE) || sm_is(scan, verb->first, SM_W_HAS))) return false;
  for (uint32_t k = verb->first; k < verb->last; k++)
    if (SM_IS_ONE_OF(scan, k, previously)) return true;
  for (uint32_t k = scan->s[g->sentence].first; k + 2 < scan->s[g->sentence].last; k++)
    if (sm_is(scan, k + 1, SM_W_THE) && SM_IS_ONE_OF(scan, k + 2, past) && (sm_is(scan, k, SM_W_IN) || k == scan->s[g->sentence].first) && (k + 3 >= scan->s[g->sentence].last || sm_is_punct(scan, k + 3))) return true;
  return false;
}

/// "often carry out raids, airstrikes and bombardments": what a verb of custom has behind it, past the first.
static bool is_among_customs(const sm_scan *scan, const sm_trigger *g, uint32_t floor) {
  enum { REACH = 12 };
  static const char *const does[] = {"carry", "carries", "conduct", "conducts", "launch", "launches", "mount", "mounts", "stage", "stages", "carried", "conducted"}, *const out[] = {"out"};
  bool listed = false;
  for (uint32_t k = g->first; !g->verb && k > floor + 1 && g->first - k < REACH; k--) {
    listed |= sm_is_sign(scan, k - 1, ',') || sm_is(scan, k - 1, SM_W_AND);
    if (SM_IS_ONE_OF(scan, k - 1, does)) {
      uint32_t last;
      const sm_cue_row *mode = sm_cue_at(scan, k - 2, SM_CUE_MODE, NULL), *has = k > floor + 2 ? sm_cue_at(scan, k - 3, SM_CUE_MODE, &last) : NULL; // "has repeatedly"
      return listed && ((mode && mode->kind == SM_K_HABIT) || (has && has->kind == SM_K_HABIT && last == k - 1));
    }
    if (scan->mention_at[k - 1] || (sm_is_punct(scan, k - 1) && !sm_is_sign(scan, k - 1, ',')) || (sm_is_preposition(scan, k - 1) && !SM_IS_ONE_OF(scan, k - 1, out)) || sm_has_cue(scan, k - 1, SM_CUE_TIME)) return false;
  }
  return false;
}

/// "Previous airstrikes in Sinjar have been attributed to Turkey": deeds of other times.
static bool is_of_times_before(const sm_scan *scan, const sm_syntax *syntax, const sm_trigger *g) {
  static const char *const before[] = {"previous", "past", "earlier", "prior", "Previous", "Past", "Earlier", "Prior"};
  if (g->verb || g->first <= scan->s[g->sentence].first) return false;
  if (!SM_IS_ONE_OF(scan, g->first - 1, before) || (g->first > scan->s[g->sentence].first + 1 && sm_has_cue(scan, g->first - 2, SM_CUE_NUMBER))) return false;
  for (uint32_t k = syntax->first_of[g->sentence]; k < syntax->first_of[g->sentence + 1]; k++) {
    const sm_group *verb = &syntax->groups[k];
    if (verb->first >= g->last && verb->flags & SM_GROUP_VERB && verb->flags & SM_GROUP_FINITE && !(verb->flags & SM_GROUP_RELATIVE)) return sm_is(scan, verb->first, SM_W_HAVE);
  }
  return false;
}

/// "On 8 May a boat was hit": no modal verb.
static bool is_month(const sm_scan *scan, uint32_t i) {
  const sm_cue_row *time = scan->t[i].flags & SM_TOKEN_CAPITAL ? sm_cue_at(scan, i, SM_CUE_TIME, NULL) : NULL;
  return time && time->kind == SM_K_MONTH && i > scan->s[scan->t[i].sentence].first;
}

/// "a bomb that was meant for a convoy hit a bus": the word is of what only tells more of the subject.
static bool tells_more_of_subject(const sm_syntax *syntax, const sm_trigger *g, uint32_t word) {
  const sm_group *verb = g->verb ? sm_group_of(syntax, g->first) : NULL, *other = sm_group_of(syntax, word);
  if (!verb || !other || verb == other || !(verb->flags & SM_GROUP_FINITE) || verb->flags & SM_GROUP_RELATIVE || verb->subject < 0) return false;
  const bool told = other->flags & SM_GROUP_VERB && (other->flags & SM_GROUP_RELATIVE || (other->flags & SM_GROUP_PASSIVE && !(other->flags & SM_GROUP_FINITE)));
  return told && other->subject == verb->subject && syntax->groups[verb->subject].last <= other->first;
}

static bool has_comma(const sm_scan *scan, uint32_t first, uint32_t last) {
  while (first < last && !sm_is_sign(scan, first, ',')) first++;
  return first < last;
}

/// "feared dead in Monday's raid", "It is feared that 30 died in the raid", but not "feared that people would die in a raid".
static bool is_feared_dead(const sm_scan *scan, uint32_t i, uint32_t first) {
  static const char *const fear[] = {"fear", "feared", "fears"}, *const died[] = {"died", "killed", "perished", "dead"};
  if (!SM_IS_ONE_OF(scan, i, fear)) return false;
  for (uint32_t k = i + 1; k < first; k++) {
    const sm_cue_row *mode = sm_cue_at(scan, k, SM_CUE_MODE, NULL);
    if (mode && (mode->kind == SM_K_MODAL || mode->kind == SM_K_NEGATION)) return false;
    if (SM_IS_ONE_OF(scan, k, died)) return !(sm_is(scan, k - 1, SM_W_BE) || sm_is(scan, k - 1, SM_W_BEING));
  }
  return false;
}

/// The mode of a trigger by the words before it in its clause; modal words far away bind weakly.
static sm_reality reality_of(const sm_scan *scan, const sm_syntax *syntax, const sm_trigger *g, uint32_t floor, uint32_t ceiling) {
  static const char *const asides[] = {"not"};
  bool base = g->row->form == SM_F_BASE || g->row->form == SM_F_NV || g->row->form == SM_F_ANY;
  uint32_t start = clause_start(scan, g->first, floor), prior = g->first - (g->first > 0);
  if (prior > floor && sm_is_sign(scan, prior, '"')) prior--; // would be "bombed"
  bool present = g->passive && (sm_is(scan, prior, SM_W_IS) || sm_is(scan, prior, SM_W_ARE));
  bool past = g->verb && (g->row->form == SM_F_PAST || g->row->form == SM_F_PP) && !present;
  for (uint32_t k = g->first; k > start; k--) {
    uint32_t i = k - 1, gap = g->first - k;
    if (i + 1 < g->first && sm_is_sign(scan, i, ',') && gap > 3) break;
    const sm_cue_row *mode = NULL;
    uint32_t last = i + 1;
    mode = sm_cue_at(scan, i, SM_CUE_MODE, &last);
    if (!mode || last > g->first || tells_more_of_subject(syntax, g, i)) continue;
    switch (mode->kind) {
    case SM_K_MODAL:
      if (is_month(scan, i) || (last == g->first && sm_is_begun(scan, g, floor))) break; // "was able to hit"
      if (gap <= 4 && (g->verb || gap <= 3) && (base || sm_is_be(scan, prior) || !g->verb || last == g->first)) {
        bool perfect = sm_is(scan, g->first - 1, SM_W_HAVE) || (g->first >= 2 && sm_is(scan, g->first - 2, SM_W_HAVE));
        if (!perfect) return SM_PLANNED;
      }
      break;
    case SM_K_NEGATION:
      if (gap > 0 && i > start && SM_IS_ONE_OF(scan, i, asides) && (sm_is(scan, i - 1, SM_W_AND) || (sm_is_sign(scan, i - 1, ',') && sm_is_sign(scan, g->first - 1, ',')))) break; // "Turkey and not Russia shelled A", "Turkey, not Russia, shelled A"
      if (gap <= 3 && (g->verb || gap <= 1) && !(gap == 3 && sm_is_sign(scan, i + 2, ',')) && !(gap == 2 && (sm_is_sign(scan, i + 1, ',') || sm_is_sign(scan, i + 2, ',')))) return SM_NOT_REAL; // not "without gas, rockets hit"
      break;
    case SM_K_THREAT:
      if (gap <= (past ? 1u : 9u) && !is_feared_dead(scan, i, g->first) && !(sm_has_cue(scan, last, SM_CUE_CASUALTY) && sm_has_joint_between(scan, last, g->first))) return SM_THREATENED; // not "feared dead as blasts rocked"
      break;
    case SM_K_PLAN:
      if (gap <= (past ? 0u : 7u)) return SM_PLANNED;
      break;
    case SM_K_CONDITION:
      if (g->verb && last == g->first) return SM_PLANNED; // "unless attacked"
      if (gap <= 10 && sm_is(scan, i, SM_W_AS) && !has_comma(scan, last, g->first)) return SM_NOT_REAL; // "as if we were being bombed", not "As if in answer, a bomb went off"
      if (gap <= 10 && (!past || looks_ahead(scan, syntax, g->sentence))) return SM_PLANNED;
      break;
    case SM_K_EXERCISE:
      if (gap <= 6) return SM_NOT_REAL;
      break;
    case SM_K_HABIT:
      if (gap <= 4) return SM_NOT_REAL;
      break;
    case SM_K_FALSE: // "It is not true that a bomb went off"
      if (gap <= 9 && (sm_is(scan, last, SM_W_THAT) || sm_is(scan, last - 1, SM_W_THAT))) return SM_NOT_REAL;
      break;
    case SM_K_RUMOUR:
    case SM_K_AVERTED:
      if (gap <= 9) return SM_NOT_REAL;
      break;
    default: break;
    }
  }
  if (is_custom(scan, syntax, g, floor) || is_told_as_habit(scan, g) || is_among_customs(scan, g, floor) || is_of_times_before(scan, syntax, g) || is_told_as_past(scan, syntax, g)) return SM_NOT_REAL;
  if (g->verb && base && g->first > floor && sm_is(scan, g->first - 1, SM_W_TO)) {
    if (means_before(scan, g->first, floor)) return SM_REAL;
    if (sm_is_begun(scan, g, floor)) return sm_is_unreal(scan, syntax, g, floor, ceiling) ? SM_NOT_REAL : SM_REAL;
    const sm_cue_row *before = g->first >= 2 ? sm_cue_at(scan, g->first - 2, SM_CUE_MODE, NULL) : NULL;
    return before && before->kind == SM_K_THREAT ? SM_THREATENED : SM_PLANNED;
  }
  if (is_told_false(scan, g, ceiling) || has_no_subject(scan, syntax, g) || sm_is_unreal(scan, syntax, g, floor, ceiling)) return SM_NOT_REAL;
  bool to_be = g->verb && g->passive && prior > floor && sm_is(scan, prior, SM_W_BE) && sm_is(scan, prior - 1, SM_W_TO);
  const sm_cue_row *rank = to_be && prior > floor + 1 ? sm_cue_at(scan, prior - 2, SM_CUE_NUMBER, NULL) : NULL;
  if (to_be && !(rank && rank->kind == SM_K_ORDINAL)) return SM_PLANNED; // "the next to be bombed", but "first to be hit"
  if (is_timeless(scan, g, floor) || is_at_a_rate(scan, g, ceiling) || is_present_of_relative(scan, syntax, g, floor)) return SM_NOT_REAL;
  if (is_under_modal(scan, g, floor)) return SM_PLANNED;
  const sm_cue_row *next = g->last < ceiling ? sm_cue_at(scan, g->last, SM_CUE_MODE, NULL) : NULL;
  if ((!g->verb || g->row->form == SM_F_ING) && next && next->kind == SM_K_PLAN && is_noun(syntax, g->last)) return SM_PLANNED; // "a bombing plot"
  if (!g->verb && ((next && next->kind == SM_K_MODAL) || is_subject_of_modal(syntax, g) || is_to_be_done(scan, syntax, g))) return SM_PLANNED; // "an attack would ..."
  return SM_REAL;
}

bool sm_is_done_by(const sm_scan *scan, const sm_trigger *g, uint32_t floor, sm_kind kind) {
  if (!g->verb) return false;
  for (uint32_t k = g->first, steps = 0; k > floor && steps < 4; k--, steps++) {
    const sm_cue_row *mode = sm_cue_at(scan, k - 1, SM_CUE_MODE, NULL);
    if (mode && mode->kind == kind) return true;
    if (sm_has_cue(scan, k - 1, SM_CUE_WEAPON)) return false;
  }
  return false;
}

/// "an overturned wagon ...; a mine went off", "an army drone killed 85 villagers": the munition itself is the subject.
static bool is_done_by_bomb(const sm_scan *scan, const sm_syntax *syntax, const sm_trigger *g) {
  const uint32_t fired = SM_WEAPON_DRONE | SM_WEAPON_AIRSTRIKE | SM_WEAPON_ARTILLERY | SM_WEAPON_MORTAR | SM_WEAPON_MISSILE;
  const bool kills = g->row->kind == SM_K_KILL && !g->passive;
  const sm_cue_row *w = g->row->kind == SM_K_BLAST || kills ? sm_weapon_of_subject(scan, syntax, g) : NULL;
  return w && ((kills && w->weapons & fired) || (w->kind == 0 && w->weapons & SM_WEAPONS_LAID));
}

/// "A thunderstorm that came out of nowhere bombarded the district".
static bool has_subject_of(const sm_scan *scan, const sm_syntax *syntax, const sm_trigger *g, sm_kind kind) {
  const sm_group *verb = g->verb && !g->passive ? sm_group_of(syntax, g->first) : NULL;
  if (!verb || !(verb->flags & SM_GROUP_VERB) || verb->subject < 0) return false;
  const sm_group *subject = &syntax->groups[verb->subject];
  for (uint32_t k = subject->first; k < subject->last; k++) {
    const sm_cue_row *mode = sm_cue_at(scan, k, SM_CUE_MODE, NULL);
    if (mode && mode->kind == kind) return true;
  }
  return false;
}

/// "launched a ground and air offensive", "launched an inquiry": nothing that flies.
static bool launches_campaign(const sm_scan *scan, const sm_trigger *g, uint32_t ceiling) {
  static const char *const words[] = {"offensive", "counteroffensive", "campaign", "invasion", "war", "investigation", "inquiry", "probe", "appeal", "manhunt", "search", "programme", "program", "project", "process", "initiative"};
  if (!g->verb || g->passive || g->row->kind != SM_K_LAUNCH) return false;
  for (uint32_t k = g->last; k < ceiling && k < g->last + 6; k++) {
    if (SM_IS_ONE_OF(scan, k, words)) return true;
    if (sm_is_punct(scan, k) || sm_is_preposition(scan, k) || sm_has_cue(scan, k, SM_CUE_WEAPON)) return false;
  }
  return false;
}

/// "shots were fired towards the village", "fired shots": no munition.
static bool is_of_shots(const sm_scan *scan, const sm_syntax *syntax, const sm_trigger *g) {
  const sm_group *verb = g->verb && g->row->kind == SM_K_LAUNCH ? sm_group_of(syntax, g->first) : NULL;
  if (!verb || !(verb->flags & SM_GROUP_VERB)) return false;
  const int32_t what = verb->flags & SM_GROUP_PASSIVE ? verb->subject : verb->object;
  const sm_cue_row *gun = what >= 0 ? sm_cue_at(scan, syntax->groups[what].head, SM_CUE_WEAPON, NULL) : NULL;
  return gun && gun->kind == SM_K_GUN;
}

/// What a verb does to a noun is as real as the verb.
static bool is_object_of(const sm_syntax *syntax, const sm_trigger *verb, const sm_trigger *noun) {
  const sm_group *g = sm_group_of(syntax, verb->first);
  return verb->verb && is_noun(syntax, noun->first) && verb->reality != SM_REAL && verb->reality != SM_HISTORY && g && g->flags & SM_GROUP_VERB && g->object >= 0 &&
         g->object == (int32_t)syntax->group_at[noun->first] - 1;
}

/// The "detonated" of "command-detonated mines": of what kind a thing is.
static bool is_glued(const sm_scan *scan, uint32_t i, uint32_t floor) {
  return i > floor + 1 && sm_is_sign(scan, i - 1, '-') && !(scan->t[i].flags & SM_TOKEN_SPACE_BEFORE) && !(scan->t[i - 1].flags & SM_TOKEN_SPACE_BEFORE);
}

static bool is_struck_at(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"struck", "hit"};
  return SM_IS_ONE_OF(scan, i, words);
}

/// "PKK targets near X came under attack": a noun for what was struck, though it looks like a verb.
static bool is_noun_struck(const sm_scan *scan, const sm_syntax *syntax, uint32_t i) {
  const int32_t own = (int32_t)syntax->group_at[i] - 1;
  if (!is_noun(syntax, i) || !sm_is_head(syntax, i)) return false;
  for (uint32_t k = (uint32_t)own + 1; k < syntax->first_of[scan->t[i].sentence + 1]; k++) {
    const sm_group *verb = &syntax->groups[k];
    if (!(verb->flags & SM_GROUP_VERB) || verb->subject != own) continue;
    const sm_cue_row *deed = sm_cue_at(scan, verb->first, SM_CUE_TRIGGER, NULL);
    return verb->flags & SM_GROUP_PASSIVE || (deed && deed->kind == SM_K_PASSIVE);
  }
  return false;
}

/// The "assault" of "assault rifles".
static bool is_part_of_gun(const sm_scan *scan, uint32_t i, uint32_t last) {
  uint32_t end;
  const sm_cue_row *gun = sm_cue_at(scan, i, SM_CUE_WEAPON, &end);
  return gun && gun->kind == SM_K_GUN && end > last;
}

/// "fell martyr", "fell victim": who died, no shell that came down.
static bool is_death(const sm_scan *scan, uint32_t i, uint32_t last, const sm_cue_row *row) {
  uint32_t end;
  return row && row->kind == SM_K_FALL && sm_cue_at(scan, i, SM_CUE_CASUALTY, &end) && end > last;
}

static const sm_cue_row struck = {.name = SM_STR("struck"), .kind = SM_K_ATTACK, .form = SM_F_PAST, .strength = 2};

static sm_status read_sentence(const sm_scan *scan, const sm_syntax *syntax, uint32_t sentence, sm_triggers *out, size_t *cap) {
  static const char *const blasts[] = {"blast", "blasts", "Blast"};
  const sm_sentence *s = &scan->s[sentence];
  bool memory = sm_sentence_is(scan, sentence, SM_K_MEMORY) || (sm_sentence_is(scan, sentence, SM_K_AGE) && !sm_has_fresh_day(scan, sentence));
  bool hurt = scan->sentence_mask[sentence] & (1u << SM_CUE_CASUALTY);
  bool fiction = sm_sentence_is(scan, sentence, SM_K_FICTION) || (sm_sentence_is(scan, sentence, SM_K_EXERCISE) && !hurt);
  bool accident = sm_sentence_is(scan, sentence, SM_K_ACCIDENT);
  const bool sport = sm_sentence_is(scan, sentence, SM_K_SPORT) && !hurt && !(scan->sentence_mask[sentence] & (1u << SM_CUE_WEAPON)) && sm_is_of_sport(scan, s);
  for (uint32_t i = s->first; i < s->last; i++) {
    uint32_t last = i + 1;
    const sm_cue_row *row = sm_cue_at(scan, i, SM_CUE_TRIGGER, &last), *deed = NULL;
    const bool idle = row && row->form == SM_F_BASE && (!is_verb(scan, i, row, s->first) || (row->kind == SM_K_LAUNCH && is_noun(syntax, i))); // "a lorry set off a device", "army fire"
    const bool bursts = row && row->kind == SM_K_FALL && row->form == SM_F_ANY; // "a car burst outside the station"
    if ((!(row && row->strength > 0) || idle || bursts) && sm_is_head(syntax, i)) deed = sm_deed_at(scan, syntax, i);
    if ((!row && !deed) || is_part_of_gun(scan, i, last) || is_weight(scan, i, s->first) || is_death(scan, i, last, row)) continue;
    if (deed) row = deed, last = i + 1;
    sm_trigger g = {.first = i, .last = last, .sentence = sentence, .row = row};
    g.verb = deed ? deed->form != SM_F_NOUN : is_verb(scan, i, row, s->first);
    if (!g.verb && (row->form == SM_F_BASE || (row->form == SM_F_S && (row->weapons ? is_before_present(scan, i + 1) : !is_counted(scan, i, s->first))))) continue;
    if (!deed && row->form == SM_F_S && row->kind == SM_K_ATTACK && !row->weapons && is_noun_struck(scan, syntax, i)) continue;
    g.passive = is_passive(scan, &g, s->first);
    if (g.passive && last == i + 2 && sm_is(scan, i + 1, SM_W_AT) && is_struck_at(scan, i)) g.row = row = &struck, g.last = last = i + 1; // "was hit at noon"
    sm_read_determiner(scan, syntax, &g, s->first);
    g.reality = reality_of(scan, syntax, &g, s->first, s->last);
    if (memory) g.reality = SM_HISTORY;
    if (fiction || sport) g.reality = SM_NOT_REAL;
    const bool works = !accident && sm_sentence_is(scan, sentence, SM_K_WORKS) && (row->kind == SM_K_BLAST || (row->kind == SM_K_NOUN && !row->weapons) || SM_IS_ONE_OF(scan, i, blasts)); // "an explosion at a steelworks", but "an attack on a grain silo"
    if ((accident || works) && !deed && row->strength < 3 && !is_done_by_bomb(scan, syntax, &g) && !sm_is_of_laid_bomb(scan, &g, s->first, s->last) && (row->kind != SM_K_ATTACK || !g.verb || sm_is_done_by(scan, &g, s->first, SM_K_ACCIDENT))) g.reality = SM_NOT_REAL;
    if (launches_campaign(scan, &g, s->last) || is_of_shots(scan, syntax, &g) || sm_is_without_arms(scan, syntax, &g) || sm_is_made_harmless(scan, syntax, &g, deed != NULL)) g.reality = SM_NOT_REAL;
    if (row->kind != SM_K_KILL && g.reality == SM_REAL && sm_is_simile(scan, i)) g.reality = SM_NOT_REAL;
    if (accident && has_subject_of(scan, syntax, &g, SM_K_ACCIDENT)) g.reality = SM_NOT_REAL;
    if ((row->form == SM_F_PAST || row->form == SM_F_PP) && is_glued(scan, i, s->first)) g.reality = SM_NOT_REAL;
    const sm_trigger *before = out->n ? &out->items[out->n - 1] : NULL;
    bool meant = before && before->sentence == sentence && before->reality != SM_HISTORY && before->row->kind != SM_K_CARRY && before->row->kind != SM_K_KILL;
    if (before && before->sentence == sentence && is_object_of(syntax, before, &g)) g.reality = before->reality; // "could hit targets"
    const bool tells_more = before && before->last == i && !before->verb && g.verb && row->form == SM_F_ING && before->reality != SM_HISTORY;
    if (tells_more && g.reality == SM_REAL) g.reality = before->reality; // "a possible bombing targeting X"
    if (meant && !g.verb && g.definite && g.reality == SM_REAL) g.reality = before->reality; // "planned to blow up ...; no date for the attack"
    sm_trigger *items = sm_arena_grow(scan->arena, out->items, out->n, cap, sizeof *items);
    if (!items) return SM_ERROR_MEMORY;
    out->items = items;
    items[out->n++] = g;
  }
  return SM_OK;
}

sm_status sm_find_triggers(const sm_scan *scan, const sm_syntax *syntax, sm_triggers *out, sm_error *err) {
  size_t cap = 0;
  *out = (sm_triggers){0};
  for (uint32_t s = 0; s < scan->ns; s++)
    if (scan->sentence_mask[s] & (1u << SM_CUE_TRIGGER | 1u << SM_CUE_WEAPON | SM_AFTER_WEAPON) && read_sentence(scan, syntax, s, out, &cap))
      return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  return SM_OK;
}
