// The day of a hit: told in its sentence, or carried from what was told before.
#include "scene.h"

/// "the army yesterday denied that ...", "the army then, on Tuesday, told a channel that ..."
static bool is_said_before(const sm_story *story, const sm_when *w) {
  const sm_scan *scan = &story->scan;
  const uint32_t on = w->first > scan->s[w->sentence].first && sm_is(scan, w->first - 1, SM_W_ON) ? w->first - 1 : w->first;
  const bool aside = sm_is_sign(scan, w->last, ',') && on > scan->s[w->sentence].first && sm_is_sign(scan, on - 1, ',');
  const uint32_t verb = w->last + aside;
  for (uint32_t i = story->speech_at[w->sentence]; i < story->speech_at[w->sentence + 1]; i++)
    if (verb == story->speeches.items[i].verb && story->speeches.items[i].row->form != SM_F_FIGURE && !(aside && story->speeches.items[i].row->form == SM_F_PREP)) return true;
  return false;
}

/// "told Dawn of Balochistan on Monday": between the verb and the day stands only who was told.
static bool is_told_to(const sm_story *story, const sm_speech *said, const sm_when *w) {
  static const char *const verbs[] = {"told", "informed", "reminded"};
  if (!SM_IS_ONE_OF(&story->scan, said->verb, verbs) || w->first < said->verb_last || w->first - said->verb_last > 8) return false;
  for (uint32_t k = said->verb_last; k < w->first; k++) {
    const sm_group *g = sm_group_of(&story->syntax, k);
    if (sm_is_punct(&story->scan, k) || sm_is(&story->scan, k, SM_W_THAT) || (g && g->flags & SM_GROUP_VERB)) return false;
  }
  return true;
}

/// "On Sunday the group claimed the bombing": the day of the claim, not "claimed on Sunday it had bombed".
static bool is_day_of_claim(const sm_story *story, const sm_when *w) {
  static const char *const of[] = {"the", "both", "this", "these", "that"};
  for (uint32_t i = story->speech_at[w->sentence]; i < story->speech_at[w->sentence + 1]; i++) {
    const sm_speech *sp = &story->speeches.items[i];
    if (w->last <= sp->verb && sp->row->flags & SM_ROW_CLAIM && SM_IS_ONE_OF(&story->scan, sp->verb_last, of) && sm_head_of_when(story, w) == sp->verb) return true;
  }
  return false;
}

/// "the number of those killed on Sunday": right behind a word for dying.
static bool is_of_dying(const sm_scan *scan, const sm_when *w) {
  static const char *const dies[] = {"killed", "died", "dead", "perished"};
  const uint32_t at = w->first > 0 && sm_is_preposition(scan, w->first - 1) ? w->first - 1 : w->first;
  return at > 0 && SM_IS_ONE_OF(scan, at - 1, dies);
}

static bool is_speech_day(const sm_story *story, const sm_when *w) {
  static const char *const dated[] = {"dated"};
  if (w->first > story->scan.s[w->sentence].first && SM_IS_ONE_OF(&story->scan, w->first - 1, dated)) return true; // "in a statement dated May 18"
  if (w->last < story->scan.n && story->scan.t[w->last].flags & SM_TOKEN_CLITIC) return false; // "said Thursday's strikes"
  if (is_said_before(story, w) || sm_is_day_of_late_death(story, w) || is_day_of_claim(story, w) || sm_is_day_of_message(story, w) || sm_is_day_of_speaking(story, w) || sm_is_day_of_sighting(story, w) || sm_is_day_of_laying(story, w)) return true;
  for (uint32_t i = story->speech_at[w->sentence]; i < story->speech_at[w->sentence + 1]; i++) {
    const sm_speech *sp = &story->speeches.items[i];
    uint32_t end = sp->last > sp->verb_last ? sp->last : sp->verb_last;
    const bool clause = w->first > end && sm_is(&story->scan, end, SM_W_THAT) && !sm_is_be(&story->scan, end + 1); // "recalled that in January"
    if (w->first >= end && w->first - end <= 2 && sp->row->form != SM_F_FIGURE && !clause) return true;
    if (is_told_to(story, sp, w)) return true;
  }
  for (uint32_t i = story->figure_at[w->sentence]; i < story->figure_at[w->sentence + 1]; i++) { // "rose to 60 on Sunday"
    const sm_figure *f = &story->figures.items[i];
    if (f->flags & SM_FIGURE_TOLL && w->first >= f->last && w->first - f->last <= 2) return true;
    if (f->flags & SM_FIGURE_TOLL && sm_between(w->first, f->cue, f->first) && !is_of_dying(&story->scan, w)) return true; // "the toll this week to 45"
    if (sm_is_day_of_late_toll(story, w, f)) return true;
  }
  return false;
}

bool sm_is_speech_day(const sm_story *story, const sm_when *w) {
  uint8_t *answer = &story->when_facts[w - story->whens.items].speech_day;
  if (*answer == SM_NOT_ASKED) *answer = is_speech_day(story, w) ? SM_YES : SM_NO;
  return *answer == SM_YES;
}

/// "held a day of mourning", "held funerals": the verb of what is done for the dead.
static bool is_of_mourning(const sm_scan *scan, uint32_t verb) {
  enum { REACH = 6 };
  static const char *const holds[] = {"held", "holds", "observed", "declared", "marked", "began", "attended"};
  static const char *const rites[] = {"mourning", "funeral", "funerals", "prayers", "vigil", "vigils", "burial", "burials", "silence"};
  if (!SM_IS_ONE_OF(scan, verb, holds)) return false;
  for (uint32_t k = verb + 1; k < scan->n && k < verb + REACH && !sm_is_punct(scan, k); k++)
    if (SM_IS_ONE_OF(scan, k, rites)) return true;
  return false;
}

/// "were buried on Sunday", "was charged on Friday": what follows a strike has a day of its own.
static bool is_aftermath(const sm_scan *scan, uint32_t verb) {
  if (is_of_mourning(scan, verb)) return true;
  static const char *const words[] = {"buried", "bury", "mourned", "arrested", "detained", "charged", "sentenced", "convicted", "released", "visited", "opened", "discharged"};
  static const char *const fire[] = {"fire"}; // "opened fire"
  return SM_IS_ONE_OF(scan, verb, words) && !SM_IS_ONE_OF(scan, verb + 1, fire);
}

/// "polls are due April 4", "the vote set for 28 September", "will be heard on Friday": of something to come, whatever year it may be.
static bool is_of_plan(const sm_story *story, const sm_when *w) {
  static const char *const meant[] = {"due", "scheduled", "slated", "set", "expected", "planned"}, *const joins[] = {"on", "for", "in", "to", "from", "by", "later"};
  const sm_scan *scan = &story->scan;
  const uint32_t floor = scan->s[w->sentence].first;
  uint32_t k = w->first;
  while (k > floor && w->first - k < 3 && SM_IS_ONE_OF(scan, k - 1, joins)) k--;
  return k > floor && SM_IS_ONE_OF(scan, k - 1, meant) && !(k < w->first && sm_is(scan, k, SM_W_BY));
}

/// Its verb tells what followed a strike.
static bool is_of_aftermath(const sm_story *story, const sm_when *w) {
  return sm_head_of_when(story, w) != SM_NO_TOKEN && is_aftermath(&story->scan, sm_head_of_when(story, w));
}

/// "was scheduled to arrive on Monday", "was to be buried on Friday", "had been shot on Friday": not yet done, or another deed before.
static bool is_of_other_time(const sm_story *story, const sm_when *w) {
  const uint32_t head = sm_head_of_when(story, w);
  const sm_group *verb = head == SM_NO_TOKEN ? NULL : sm_group_of(&story->syntax, head);
  if (!verb || !(verb->flags & SM_GROUP_VERB)) return false;
  const sm_cue_row *deed = sm_cue_at(&story->scan, verb->head, SM_CUE_TRIGGER, NULL);
  if (sm_is(&story->scan, verb->first, SM_W_HAD) && verb->flags & SM_GROUP_PASSIVE && ((deed && deed->kind == SM_K_GROUND) || sm_has_cue(&story->scan, verb->head, SM_CUE_CASUALTY))) return true;
  if (head > w->first) return false;
  static const char *const meant[] = {"scheduled", "due", "expected", "set", "planned", "supposed", "meant", "intended"};
  const uint32_t floor = story->scan.s[w->sentence].first;
  for (uint32_t k = head; k > floor + 1 && k + 3 > head; k--)
    if (sm_is(&story->scan, k - 1, SM_W_TO)) return sm_is_be(&story->scan, k - 2) || SM_IS_ONE_OF(&story->scan, k - 2, meant);
  return false;
}

/// "claimed the attack two days later": the day of the claim, the verb before the noun.
static bool is_of_claim(const sm_story *story, const sm_when *w, uint32_t head) {
  static const char *const claims[] = {"claimed", "claims", "admitted", "acknowledged", "confirmed", "condemned", "denied", "disowned"};
  const uint32_t floor = story->scan.s[w->sentence].first;
  for (uint32_t k = head, steps = 0; k > floor && steps < 6; k--, steps++) {
    if (SM_IS_ONE_OF(&story->scan, k - 1, claims)) return true;
    if (sm_is_punct(&story->scan, k - 1) || sm_is(&story->scan, k - 1, SM_W_THAT) || sm_has_cue(&story->scan, k - 1, SM_CUE_CASUALTY)) return false;
  }
  return false;
}

/// "Friday's edition", "Monday's talks": the day of something else that is told of.
static bool is_of_print(const sm_scan *scan, const sm_when *w, uint32_t head) {
  static const char *const nouns[] = {"edition", "editions", "issue", "paper", "meeting", "talks", "session", "vote", "election", "elections", "funeral", "funerals", "burial", "briefing", "hearing", "sermon", "prayers", "match", "market", "ceremony", "newspaper", "statement", "report", "summit", "visit"};
  return head > w->last && w->last < scan->n && scan->t[w->last].flags & SM_TOKEN_CLITIC && SM_IS_ONE_OF(scan, head, nouns);
}

/// "came back a day later and bombed": the verb of the day and that of the strike have one subject.
static bool is_coordinated(const sm_story *story, const sm_when *w, const sm_hit *hit) {
  const sm_scan *scan = &story->scan;
  uint32_t k = w->last;
  if (sm_is_sign(scan, k, ',')) k++;
  if (!sm_is(scan, k, SM_W_AND)) return false;
  for (k++; k < hit->last && scan->t[k].entry && scan->t[k].entry->word_bits & SM_WORD_ADVERB; k++) {}
  for (uint32_t i = 0; i < hit->n_triggers; i++)
    if (story->triggers.items[hit->triggers[i]].first == k && story->triggers.items[hit->triggers[i]].verb) return true;
  return false;
}

/// "The toll of the blast rose on Thursday", "the number who died when it was bombed kept climbing": the day of the count.
static bool is_of_count(const sm_story *story, const sm_when *w, uint32_t head) {
  static const char *const rises[] = {"rose", "rises", "risen", "rising", "climbed", "climbs", "climbing", "jumped", "reached", "stood", "stands", "increased", "grew", "mounted"};
  static const char *const counts[] = {"toll", "tolls", "number", "count", "figure", "tally", "Toll"};
  if (head == SM_NO_TOKEN || head > w->first || !SM_IS_ONE_OF(&story->scan, head, rises)) return false;
  for (uint32_t k = story->scan.s[w->sentence].first; k < head; k++)
    if (SM_IS_ONE_OF(&story->scan, k, counts)) return true;
  return false;
}

/// "were drawing", "was passing": goes on while it was struck.
static bool is_going_on(const sm_scan *scan, const sm_group *verb) {
  const sm_str word = sm_span_text(scan, sm_tokens_span(scan, verb->head, verb->head + 1));
  return verb->head > verb->first && sm_is_be(scan, verb->first) && word.len > 4 && memcmp(word.ptr + word.len - 3, "ing", 3) == 0;
}

/// "in answer to the bombings", "in retaliation for a rocket attack": what a strike answered.
static bool is_answered(const sm_scan *scan, const sm_trigger *g) {
  enum { REACH = 4 };
  static const char *const answers[] = {"answer", "response", "reply", "revenge", "retaliation", "reprisal", "vengeance"};
  for (uint32_t k = g->first; k > scan->s[g->sentence].first + 1 && g->first - k < REACH && !sm_is_punct(scan, k - 1); k--)
    if ((sm_is(scan, k - 1, SM_W_TO) || sm_is(scan, k - 1, SM_W_FOR)) && SM_IS_ONE_OF(scan, k - 2, answers)) return true;
  return false;
}

/// "fired missiles at A, in answer to the bombings in B that killed 90 on 3 January": the day of the dead of a strike told behind this one.
static bool is_of_next(const sm_story *story, const sm_when *w, uint32_t head, const sm_hit *hit) {
  if (!hit->n_triggers || head < hit->last || head > w->first) return false;
  for (uint32_t i = story->trigger_at[hit->sentence]; i < story->trigger_at[hit->sentence + 1]; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    if (g->first <= story->triggers.items[hit->triggers[0]].first || g->last > head || g->verb || g->row->strength == 0) continue;
    if (g->first >= hit->last || is_answered(&story->scan, g)) return true;
  }
  return false;
}

/// "the group, which lost a town in December, said": a relative clause that counts nobody.
static bool is_loss_beside(const sm_story *story, const sm_when *w, uint32_t head) {
  const sm_group *verb = sm_group_of(&story->syntax, head);
  if (!verb || !(verb->flags & SM_GROUP_RELATIVE) || sm_is_be(&story->scan, head)) return false;
  for (uint32_t i = story->figure_at[w->sentence]; i < story->figure_at[w->sentence + 1]; i++)
    if (story->figures.items[i].cue == head) return false;
  return true;
}

/// How well a day fits what it belongs to: 1 a trigger, 0 a toll or nothing, below 0 another verb.
static float head_score(const sm_story *story, const sm_when *w, const sm_hit *hit) {
  const sm_scan *scan = &story->scan;
  uint32_t head = sm_head_of_when(story, w);
  if (head == SM_NO_TOKEN) return 0;
  const sm_cue_row *trigger = sm_cue_at(scan, head, SM_CUE_TRIGGER, NULL);
  const bool reports = sm_is(scan, head + 1, SM_W_TO) || sm_is(scan, head + 1, SM_W_THAT); // "claimed to have killed"
  if (trigger && trigger->kind == SM_K_RESPONSIBILITY) return reports ? 0 : -3; // "claimed on Friday the attack in ..."
  if (w->flags & SM_WHEN_ANCHOR && !(w->flags & SM_WHEN_AFTER) && is_of_claim(story, w, head)) return -3;
  for (uint32_t i = 0; i < hit->n_triggers; i++)
    if (sm_between(head, story->triggers.items[hit->triggers[i]].first, story->triggers.items[hit->triggers[i]].last)) return 1;
  if (sm_has_cue(scan, head, SM_CUE_CASUALTY) && is_of_next(story, w, head, hit)) return -99;
  if (trigger && trigger->kind != SM_K_CARRY) return hit->n_triggers && trigger->strength > 0 && !sm_is_day_of_both(story, w, hit, head) ? -0.6f : 0;
  if (sm_has_cue(scan, head, SM_CUE_CASUALTY) && is_loss_beside(story, w, head)) return -2.5f;
  if (sm_has_cue(scan, head, SM_CUE_CASUALTY) || sm_has_cue(scan, head, SM_CUE_TIME) || sm_is_be(scan, head) || sm_is_have(scan, head)) return 0;
  const sm_cue_row *reaction = sm_cue_at(scan, head, SM_CUE_MODE, NULL);
  if (is_aftermath(scan, head) || is_of_count(story, w, head) || (reaction && reaction->kind == SM_K_REACTION)) return -3; // "condemned on Monday the attack"
  if (is_coordinated(story, w, hit)) return 0.6f;
  static const char *const happen[] = {"came", "happened", "occurred", "followed", "began", "started"};
  const sm_group *g = sm_group_of(&story->syntax, head);
  if (w->flags & SM_WHEN_ANCHOR && SM_IS_ONE_OF(scan, head, happen)) return 0; // "the second came two days later"
  if (!g || !(g->flags & SM_GROUP_VERB)) return is_of_print(scan, w, head) ? -2 : 0;
  if (is_going_on(scan, g) && g->head < w->first) return 0; // "fired on people who were drawing water on Thursday"
  if (w->flags & SM_WHEN_SINCE) return -3; // "where exams had been held since Tuesday"
  if (g->flags & SM_GROUP_RELATIVE) return -2.5f; // "the ward, which had been emptied on 2 October"
  const sm_cue_row *says = g->flags & SM_GROUP_REPORTING ? sm_cue_at(scan, head, SM_CUE_REPORTING, NULL) : NULL; // but "gave the coordinates"
  return says && says->form != SM_F_FIGURE ? -1.5f : w->flags & SM_WHEN_ANCHOR && !(w->flags & SM_WHEN_AFTER) ? -1.6f : -0.6f;
}

/// "the camp was bombed too; the children had been sent home on Friday": a semicolon and no trigger between the two.
static bool is_behind_break(const sm_story *story, const sm_when *w, const sm_hit *hit) {
  for (uint32_t i = 0; i < hit->n_triggers; i++) {
    uint32_t k = story->triggers.items[hit->triggers[i]].first;
    while (k < w->first && !sm_is_sign(&story->scan, k, ';')) k++;
    if (k >= w->first) return false;
  }
  return hit->n_triggers > 0;
}

/// "by Thursday", "until Monday": as of when something is known.
static bool is_as_of(const sm_story *story, const sm_when *w) {
  const uint32_t floor = story->scan.s[w->sentence].first;
  uint32_t last = 0;
  const sm_cue_row *before = w->first > floor ? sm_cue_at(&story->scan, w->first - 1, SM_CUE_TIME, NULL) : NULL, *phrase = w->first > floor + 1 ? sm_cue_at(&story->scan, w->first - 2, SM_CUE_TIME, &last) : NULL;
  return (before && before->kind == SM_K_UNTIL) || (phrase && phrase->kind == SM_K_UNTIL && last == w->first); // "until Monday", "as at Monday"
}

/// "On Thursday the ministry put the number of dead at nine": where only a toll is told, the day is that of the count.
static bool is_day_of_count(const sm_story *story, const sm_when *w, const sm_hit *hit) {
  if (hit->n_triggers || (w->last < story->scan.n && story->scan.t[w->last].flags & SM_TOKEN_CLITIC)) return false;
  const uint32_t head = sm_head_of_when(story, w);
  const sm_cue_row *verb = head == SM_NO_TOKEN ? NULL : sm_cue_at(&story->scan, head, SM_CUE_TRIGGER, NULL);
  if (verb && verb->kind == SM_K_HAPPEN) return false; // "it took place on Thursday, but no casualty was reported"
  for (uint32_t i = 0; i < hit->n_figures; i++) {
    const sm_figure *f = &story->figures.items[hit->figures[i]];
    if (f->flags & (SM_FIGURE_TOLL | SM_FIGURE_EARLIER) || (f->rank > 1 && f->killed_high > 0)) return true; // "a third victim died on Friday"
  }
  for (uint32_t i = story->speech_at[w->sentence]; i < story->speech_at[w->sentence + 1] && head != SM_NO_TOKEN; i++) {
    const sm_speech *said = &story->speeches.items[i];
    if (head >= said->verb && head < said->verb_last) return true;
  }
  return false;
}

/// "Two days after the bombing of the clinic": after what was told before, if that was so long ago.
static bool is_after_known(const sm_story *story, const sm_scene *sc, const sm_when *w) {
  const sm_date published = story->whens.published;
  if (published != SM_NO_DATE && (sc->start == SM_NO_DATE || sc->start - w->start > published)) return false;
  if (!(w->flags & SM_WHEN_AFTER) || !(sm_is(&story->scan, w->last, SM_W_THE) || sm_is(&story->scan, w->last, SM_W_THAT))) return false;
  for (uint32_t i = story->trigger_at[w->sentence]; i < story->trigger_at[w->sentence + 1]; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    if (g->first > w->last && g->first <= w->last + 3) return g->definite && !g->verb;
  }
  return false;
}

/// ", coalition aircraft hit": a comma and the subject of a verb of its own.
static bool opens_clause(const sm_story *story, uint32_t comma) {
  const sm_syntax *x = &story->syntax;
  const uint32_t sentence = story->scan.t[comma].sentence, subject = sm_is_sign(&story->scan, comma, ',') ? x->group_at[comma + 1] : 0;
  for (uint32_t i = subject; subject && i < x->first_of[sentence + 1]; i++)
    if (x->groups[i].flags & SM_GROUP_FINITE && !(x->groups[i].flags & SM_GROUP_RELATIVE) && x->groups[i].subject == (int32_t)subject - 1) return true;
  return false;
}

/// "One day after a mortar killed a boy in A, jets struck B", "the blast, which came a day after ..., hit B": behind the clause that the
/// day counts from.
static bool is_past_clause(const sm_story *story, const sm_when *w, uint32_t token) {
  bool finite = false, past = false;
  for (uint32_t k = story->scan.s[w->sentence].first; k < w->first; k++) {
    const sm_group *g = sm_group_of(&story->syntax, k);
    if (g && g->flags & SM_GROUP_VERB && !sm_comes_to_pass(&story->scan, g->head)) return false;
  }
  for (uint32_t k = w->last; k < token; k++) {
    const sm_group *g = sm_group_of(&story->syntax, k);
    finite |= g && g->flags & SM_GROUP_VERB && g->flags & SM_GROUP_FINITE;
    past |= (finite && sm_is_sign(&story->scan, k, ',')) || opens_clause(story, k);
  }
  return past;
}

/// A place of its own behind the words for the day and what they count from, past a comma or a verb with a subject of its own: the
/// telling is of what came then.
static bool is_elsewhere(const sm_story *story, const sm_when *w, const sm_hit *hit) {
  enum { COUNTED_FROM = 4 }; // tokens of "the attack"
  if (hit->place < 0 || hit->place_inherited) return false;
  const uint32_t place = story->scan.mentions->items[hit->place].first;
  for (uint32_t k = w->last; k < place; k++) {
    const sm_group *g = sm_group_of(&story->syntax, k);
    const bool verb = g && g->flags & SM_GROUP_VERB && g->flags & SM_GROUP_FINITE && !(g->flags & SM_GROUP_RELATIVE) && g->subject >= 0;
    if (sm_is_sign(&story->scan, k, ',') || (verb && story->syntax.groups[g->subject].first >= w->last + COUNTED_FROM)) return true;
  }
  return false;
}

/// "Two days after the raid, jets hit a market in A": where the telling lies is told behind the clause.
static bool is_placed_past(const sm_story *story, const sm_when *w, const sm_hit *hit) {
  return hit->place >= 0 && !hit->place_inherited && is_past_clause(story, w, story->scan.mentions->items[hit->place].first);
}

/// The day behind the clause that begins with "two days after"; NULL none.
static const sm_when *base_behind(const sm_story *story, const sm_when *w) {
  const sm_when *end = story->whens.items + story->whens.n;
  const bool behind = w->flags & SM_WHEN_AFTER && w + 1 < end && w[1].sentence == w->sentence && sm_is_single_day(w + 1);
  return behind && is_past_clause(story, w, w[1].first) ? w + 1 : NULL;
}

/// "Five days after the bombing of a church in A, a grenade was thrown in B on Wednesday": the strike of the noun, by the day told behind.
static bool owns_noun(const sm_story *story, const sm_when *w, uint32_t trigger) {
  return trigger > w->last && trigger <= w->last + 3 && base_behind(story, w) != NULL;
}

/// 2 for a day in the words of a telling, 1.5 behind them where the sentence goes on without another strike or toll: "hit a flat in A and a
/// house in B on Monday", else 0.
static float stand_score(const sm_story *story, const sm_when *w, const sm_hit *hit) {
  if (sm_between(w->first, hit->first, hit->last)) return 2;
  if (w->first < hit->last) return 0;
  for (uint32_t k = hit->last; k < w->first; k++) {
    const sm_cue_row *trigger = sm_cue_at(&story->scan, k, SM_CUE_TRIGGER, NULL);
    if ((trigger && trigger->strength > 0) || sm_has_cue(&story->scan, k, SM_CUE_CASUALTY) || sm_is_sign(&story->scan, k, ';')) return 0;
  }
  return 1.5f;
}

/// "On the same day an air strike hit ..., and on Thursday": opens the sentence.
static bool is_fronted(const sm_story *story, const sm_when *w) {
  enum { LEAD = 2 };
  return w->first <= story->scan.s[w->sentence].first + LEAD;
}

bool sm_is_history(const sm_story *story, const sm_when *w, uint32_t trigger) {
  enum { YEAR = 366 };
  const sm_scan *scan = &story->scan;
  static const sm_word pronouns[] = {SM_W_THAT, SM_W_WHICH, SM_W_WHO, SM_W_WHERE};
  if (story->whens.published == SM_NO_DATE || w->flags & (SM_WHEN_ANCHOR | SM_WHEN_SAME) || w->end == SM_NO_DATE || w->end >= story->whens.published - YEAR || w->first <= trigger) return false;
  for (uint32_t k = w->first - 1; k > trigger + 1; k--) { // not "that weekend"
    const sm_cue_row *deed = sm_cue_at(scan, k - 1, SM_CUE_TRIGGER, NULL);
    if (sm_has_cue(scan, k - 1, SM_CUE_CASUALTY) || (deed && deed->kind != SM_K_GROUND) || sm_is_sign(scan, k - 1, ';')) return false;
    if (SM_IS_ANY(scan, k - 1, pronouns)) return !sm_has_cue(scan, k - 2, SM_CUE_REPORTING);
  }
  return false;
}

/// "Five days after jets bombed A on Sunday, people are missing": the clause that the days are counted from has its own.
static bool is_dated_within(const sm_story *story, const sm_when *w) {
  const sm_when *end = story->whens.items + story->whens.n;
  if (w + 1 >= end || w[1].sentence != w->sentence || !sm_is_single_day(w + 1)) return false;
  bool verb = false;
  for (uint32_t k = w->last; k < w[1].first; k++) {
    const sm_group *g = sm_group_of(&story->syntax, k);
    if (opens_clause(story, k)) return false;
    verb |= g && g->flags & SM_GROUP_VERB && g->flags & SM_GROUP_FINITE;
  }
  return verb;
}

static float when_score(const sm_story *story, const sm_scene *sc, const sm_when *w, const sm_hit *hit, uint32_t trigger) {
  if (w->flags & SM_WHEN_FUTURE || w->first < story->body_first || is_as_of(story, w) || is_of_plan(story, w) || sm_is_of_whole(story, w) || sm_is_history(story, w, trigger) || sm_is_day_of_truce(story, w) || sm_is_day_of_laying(story, w)) return -99;
  float score = stand_score(story, w, hit);
  uint32_t gap = w->first > trigger ? w->first - trigger : trigger - w->first;
  score -= gap > 40 ? 2 : 0.05f * (float)gap;
  if (w->flags & SM_WHEN_AFTER && is_dated_within(story, w)) return -99;
  if (w->flags & SM_WHEN_AFTER) score += trigger > w->first && (is_after_known(story, sc, w) ? owns_noun(story, w, trigger) || is_elsewhere(story, w, hit) : !is_past_clause(story, w, trigger) && !is_placed_past(story, w, hit)) ? 1 : -99;
  else if (sm_is_speech_day(story, w) || is_day_of_count(story, w, hit)) score -= sm_is_day_of_late_death(story, w) ? 4 : 2.5f;
  const float head = head_score(story, w, hit);
  if (head <= -3 && w->flags & SM_WHEN_SINCE) return -99;
  if (head <= 0 || !is_said_before(story, w)) score += head;
  if (is_behind_break(story, w, hit)) score -= 2;
  for (uint32_t k = w->last; k < trigger; k++)
    if (sm_is(&story->scan, k, SM_W_WHERE)) score -= 0.8f; // "on Thursday fighting spread to A, where a rocket had hit a school two days earlier"
  if (w->flags & SM_WHEN_VAGUE) score -= 1.5f;
  if (w->flags & SM_WHEN_SAME) score -= is_fronted(story, w) ? 0 : 1;
  else if (w->flags & SM_WHEN_ANCHOR && !(w->flags & SM_WHEN_AFTER)) score -= 0.8f;
  if (w->prec >= 4 && !(w->flags & SM_WHEN_SINCE)) score -= 0.8f;
  return sm_is_day_of_noun(story, w, hit) ? score + 3 : score;
}

/// The day that a relative one counts from: the one before it, of "two days after ..." also one behind; NULL none.
static const sm_when *base_told(const sm_story *story, const sm_scene *sc, const sm_when *w) {
  if (w > story->whens.items && w[-1].sentence == w->sentence && w[-1].first >= story->body_first && sm_is_single_day(w - 1)) return w - 1;
  const sm_when *behind = base_behind(story, w);
  return behind ? behind : sm_day_before(story, sc, w);
}

/// "the same day", "that morning": no night, no hours.
static bool names_daytime(const sm_story *story, const sm_when *w) {
  for (uint32_t k = w->first; k < w->last; k++) {
    const sm_cue_row *time = sm_cue_at(&story->scan, k, SM_CUE_TIME, NULL);
    if (time && ((time->kind == SM_K_TIME_UNIT && time->part == 'd') || (time->kind == SM_K_PART && time->part != 'n'))) return true;
  }
  return false;
}

/// What was told last is far older than the strike that the report opens with, and stands in another paragraph than this sentence and that strike.
static bool is_behind_aside(const sm_story *story, const sm_scene *sc, uint32_t sentence) {
  enum { ASIDE_DAYS = 3 };
  const sm_sentence *s = story->scan.s;
  if (sc->main_start == SM_NO_DATE || sc->start == SM_NO_DATE || sc->end >= sc->main_start - ASIDE_DAYS) return false;
  return s[sentence].paragraph != s[sc->date_sentence].paragraph && s[sc->date_sentence].paragraph != s[sc->main_sentence].paragraph;
}

/// "that weekend", "the same week", "that month": the one that a day lies in, or is nearest to; "the previous month": so many off.
static void set_round(const sm_story *story, const sm_when *w, sm_date base, sm_hit *hit) {
  enum { SATURDAY = 5, SUNDAY = 6, WEEK = 7, MIDWEEK = 2 };
  const sm_cue_row *unit = NULL;
  for (uint32_t k = w->last; k > w->first && !(unit && (unit->kind == SM_K_WEEKEND || unit->kind == SM_K_TIME_UNIT)); k--) unit = sm_cue_at(&story->scan, k - 1, SM_CUE_TIME, NULL);
  if (unit && unit->part != 'm') base += WEEK * w->start;
  const int weekday = sm_date_weekday(base);
  if (unit && unit->kind == SM_K_WEEKEND) {
    hit->start = base + SATURDAY - weekday - (weekday < MIDWEEK ? WEEK : 0);
    hit->end = hit->start + 1;
  } else if (unit && unit->part == 'm') {
    int year, month, day;
    sm_date_split(base, &year, &month, &day);
    const int months = 12 * year + month - 1 + w->start;
    hit->start = sm_date_make(months / 12, months % 12 + 1, 1), hit->end = sm_date_month_end(hit->start);
  } else hit->start = base - weekday, hit->end = hit->start + SUNDAY;
  if (story->whens.published != SM_NO_DATE && hit->end > story->whens.published) hit->end = story->whens.published;
  hit->prec = (uint8_t)sm_day_precision(hit->start, hit->end);
}

static void resolve_when(const sm_story *story, const sm_scene *sc, const sm_when *w, sm_hit *hit) {
  const sm_when *pointed = sm_day_pointed_at(story, w);
  if (pointed) {
    hit->start = hit->end = pointed->start, hit->prec = 1;
    return;
  }
  if (!(w->flags & SM_WHEN_ANCHOR)) {
    const int back = sm_days_since_said(story, w);
    hit->start = w->start - back;
    hit->end = back ? w->end - back : w->flags & SM_WHEN_EARLIER && sc->start != SM_NO_DATE && sc->start > w->start && sc->start <= w->end ? sc->start - 1 : w->end;
    hit->prec = (uint8_t)sm_day_precision(hit->start, hit->end);
    return;
  }
  if (w->flags & SM_WHEN_NIGHT && story->whens.published != SM_NO_DATE && (sc->start == SM_NO_DATE || sc->start >= story->whens.published - 1)) {
    const int back = sm_days_since_said(story, w);
    hit->start = story->whens.published - 1 - back, hit->end = story->whens.published - back, hit->prec = 2;
    return;
  }
  const sm_when *said = base_told(story, sc, w);
  sm_date base = said ? said->start : sc->start != SM_NO_DATE ? sc->start : story->whens.published;
  sm_date end = said ? said->end : sc->start != SM_NO_DATE ? sc->end : base;
  if (base == SM_NO_DATE) return;
  if (!said && w->flags & SM_WHEN_SAME && is_behind_aside(story, sc, hit->sentence)) base = sc->main_start, end = sc->main_end;
  if (w->flags & SM_WHEN_ROUND) {
    set_round(story, w, base, hit);
    return;
  }
  if (w->flags & SM_WHEN_SAME && end == base + 1 && names_daytime(story, w)) base = end; // "in the night to Sunday ... in the morning of the same day"
  const bool owned = hit->n_triggers && owns_noun(story, w, story->triggers.items[hit->triggers[0]].first);
  const int sign = is_after_known(story, sc, w) && !owned ? -1 : 1;
  hit->start = base + sign * w->start;
  hit->end = end + sign * w->end;
  if (story->whens.published != SM_NO_DATE && hit->start > story->whens.published) hit->start = hit->end = story->whens.published;
  hit->prec = (uint8_t)sm_day_precision(hit->start, hit->end);
  if (w->flags & SM_WHEN_SAME) hit->date_inherited = true;
}

/// "a day of mourning on Thursday for those killed when shells crashed": the day of the main clause may be another's.
static bool is_other_clause(const sm_story *story, const sm_when *w, uint32_t trigger) {
  if (w->last > trigger || w->flags & SM_WHEN_AFTER || w->sentence > 1) return false;
  for (uint32_t k = w->last; k < trigger; k++)
    if (sm_is(&story->scan, k, SM_W_WHEN) || sm_is(&story->scan, k, SM_W_AFTER) || sm_is(&story->scan, k, SM_W_WHICH) || sm_is(&story->scan, k, SM_W_WHO)) return true;
  return false;
}

/// The day on which somebody said it, or a toll rose, close to the publication: better no day, and the one told later.
static bool is_of_the_news(const sm_story *story, const sm_when *w, float score) {
  return score <= -1 && story->whens.published != SM_NO_DATE && !(w->flags & SM_WHEN_ANCHOR) && w->start >= story->whens.published - 1;
}

enum { OLD_DAYS = 60 }; ///< a month further back makes the strike one of the past

/// "the owners moved away in October": a recent month that belongs to another verb tells no day.
static bool is_aside(const sm_story *story, const sm_when *w) {
  return w->prec >= 4 && !(w->flags & SM_WHEN_ANCHOR) && story->whens.published != SM_NO_DATE && w->end >= story->whens.published - OLD_DAYS;
}

const sm_clock *sm_clock_of(const sm_story *story, const sm_hit *hit) {
  const sm_whens *w = &story->whens;
  const uint32_t from = hit->first > story->body_first ? hit->first : story->body_first;
  for (size_t i = sm_lower_bound(w->clocks, w->n_clocks, sizeof *w->clocks, offsetof(sm_clock, first), from); i < w->n_clocks && w->clocks[i].first < hit->last; i++)
    if (w->clocks[i].first != story->scan.s[w->clocks[i].sentence].first) return &w->clocks[i]; // not "08:20 Sirens in Metula."
  return NULL;
}

/// "rockets hit the plant at dawn", in a telling without a day of its own.
static bool is_at_dawn(const sm_story *story, const sm_hit *hit) {
  bool dawn = false;
  for (uint32_t i = hit->first; i < hit->last; i++) {
    const sm_cue_row *row = sm_cue_at(&story->scan, i, SM_CUE_TIME, NULL);
    if (row && (row->kind != SM_K_PART || row->part != 'm' || dawn)) return false;
    dawn |= row != NULL;
  }
  return dawn && hit->end == story->whens.published;
}

/// "overnight", "the past day" and an hour: the day before until midnight, then the day itself.
static void narrow_to_hour(const sm_story *story, sm_hit *hit) {
  enum { OFFICE = 9 }; // when the past day is told of
  hit->told_start = hit->start, hit->told_end = hit->end;
  if (hit->start == SM_NO_DATE || hit->end != hit->start + 1) return;
  if (hit->when >= 0 && story->whens.items[hit->when].flags & SM_WHEN_RANGE) return; // "from 7 pm on Sunday to 4 am on Monday"
  const sm_clock *clock = sm_clock_of(story, hit);
  if (!clock && !is_at_dawn(story, hit)) return;
  if (!clock || clock->hour < OFFICE) hit->start = hit->end;
  else hit->end = hit->start;
  hit->prec = 1;
}

/// "Rescuers lifted the last body at dawn on Thursday. Nineteen others were hurt": who else was hurt, and what a count came to, go on
/// with the strike told before, not with the day of what was done since.
static bool goes_on(const sm_story *story, const sm_scene *sc, const sm_hit *hit) {
  if (!sc->date_loose || sc->hit_start == SM_NO_DATE || hit->n_triggers || hit->place >= 0) return false;
  for (uint32_t i = 0; i < hit->n_figures; i++)
    if (story->figures.items[hit->figures[i]].flags & (SM_FIGURE_TOLL | SM_FIGURE_EARLIER | SM_FIGURE_MORE | SM_FIGURE_CARE)) return true;
  return false;
}

/// "Last month a bomb killed 50 in X." in a paragraph of its own: who was hurt, told behind it without a place, goes back to the strike that the report
/// opens with.
static bool goes_back(const sm_story *story, const sm_scene *sc, const sm_hit *hit) {
  if (hit->item) return false;
  return is_behind_aside(story, sc, hit->sentence);
}

/// "A day after a bomb went off in A, shells hit B": the day that the first was counted back from; 0 where no clause before the telling is so told.
static int days_counted_back(const sm_story *story, const sm_scene *sc, const sm_hit *hit, uint32_t trigger) {
  if (sc->date_sentence != hit->sentence) return 0;
  for (uint32_t i = story->when_at[hit->sentence]; i < story->when_at[hit->sentence + 1]; i++) {
    const sm_when *w = &story->whens.items[i];
    const bool retold = i + 1 < story->when_at[hit->sentence + 1] && sm_is_single_day(w + 1) && w[1].first < trigger; // "..., they struck again on Friday, hurting one in B"
    if (w->flags & SM_WHEN_AFTER && w->start < 0 && w->start == w->end && w->first < trigger && !retold && is_past_clause(story, w, trigger)) return -w->start;
  }
  return 0;
}

/// Lend a telling the day of what was told before.
static void lend_date(const sm_story *story, const sm_scene *sc, sm_hit *hit) {
  const bool back = goes_back(story, sc, hit);
  if (back || (sc->date_back && story->scan.s[hit->sentence].paragraph != story->scan.s[sc->date_sentence].paragraph)) { // the paragraph of "a day earlier" is over
    hit->when = -1;
    hit->start = back ? sc->main_start : sc->before_start, hit->end = back ? sc->main_end : sc->before_end;
    hit->prec = (uint8_t)sm_day_precision(hit->start, hit->end);
    hit->date_inherited = true;
    hit->date_from = back ? sc->main_sentence : sc->date_sentence;
    return;
  }
  const bool on = goes_on(story, sc, hit);
  const int later = hit->n_triggers ? days_counted_back(story, sc, hit, story->triggers.items[hit->triggers[0]].first) : 0;
  hit->when = -1;
  hit->start = (on ? sc->hit_start : sc->start) + later, hit->end = (on ? sc->hit_end : sc->end) + later;
  hit->prec = on ? (uint8_t)sm_day_precision(hit->start, hit->end) : sc->prec;
  hit->date_inherited = true;
  hit->date_from = on ? sc->hit_sentence : sc->date_sentence;
}

/// "The attack comes two weeks after rockets struck an airport": the strike that is told of is the earlier one, so long before the day told.
static void turn_to_earlier(const sm_story *story, const sm_scene *sc, sm_hit *hit) {
  const sm_date base = sc->start != SM_NO_DATE ? sc->start : story->whens.published;
  if (hit->n_triggers < 2 || base == SM_NO_DATE) return;
  const sm_trigger *known = &story->triggers.items[hit->triggers[0]], *told = &story->triggers.items[hit->triggers[1]];
  if (told->row->kind == SM_K_HAPPEN && hit->n_triggers > 2) told = &story->triggers.items[hit->triggers[2]];
  for (uint32_t i = story->when_at[hit->sentence]; i < story->when_at[hit->sentence + 1]; i++) {
    const sm_when *w = &story->whens.items[i];
    const uint16_t counted = SM_WHEN_ANCHOR | SM_WHEN_AFTER;
    if ((w->flags & counted) != counted || w->start >= 0 || !(known->definite || (known->first > 0 && story->scan.t[known->first - 1].flags & SM_TOKEN_CLITIC)) || known->verb || known->first >= w->first || told->first < w->last) continue;
    uint32_t k = w->first;
    while (k > known->last && w->first - k < 3 && !sm_comes_to_pass(&story->scan, k - 1)) k--; // "comes barely two weeks after"
    if (k == known->last || !sm_comes_to_pass(&story->scan, k - 1)) continue;
    const bool own = i + 1 < story->when_at[hit->sentence + 1] && w[1].first > told->first && sm_is_single_day(w + 1); // "after a bomber struck X on Wednesday"
    hit->when = (int)(own ? i + 1 : i);
    hit->start = own ? w[1].start : base + w->start, hit->end = own ? w[1].end : base + w->end;
    hit->prec = (uint8_t)sm_day_precision(hit->start, hit->end);
    hit->told_start = hit->start, hit->told_end = hit->end;
    hit->date_inherited = hit->definite = false, hit->another = true;
    return;
  }
}

/// "On Tuesday, agencies said that jets had killed 33", "last month it claimed a blast in A": nobody tells of a strike before it happens, so
/// the day that would be lent is too late.
static bool is_said_too_early(const sm_story *story, const sm_scene *sc, const sm_when *w) {
  const bool month = w->prec == 4 && !(w->flags & (SM_WHEN_ANCHOR | SM_WHEN_FUTURE | SM_WHEN_VAGUE | SM_WHEN_SINCE));
  if (!(sm_is_single_day(w) || month) || sc->start == SM_NO_DATE || sc->start <= w->end || is_as_of(story, w) || is_of_plan(story, w)) return false;
  const uint32_t head = sm_head_of_when(story, w);
  const sm_group *g = head == SM_NO_TOKEN ? NULL : sm_group_of(&story->syntax, head);
  const sm_cue_row *claim = head == SM_NO_TOKEN ? NULL : sm_cue_at(&story->scan, head, SM_CUE_TRIGGER, NULL);
  if (g && g->flags & SM_GROUP_RELATIVE) return false; // "the president, who in August had welcomed a strategy"
  return sm_is_speech_day(story, w) || (g && g->flags & SM_GROUP_REPORTING) || (claim && claim->kind == SM_K_RESPONSIBILITY);
}

void sm_set_date(const sm_story *story, const sm_scene *sc, sm_hit *hit) {
  uint32_t s = hit->sentence, trigger = hit->n_triggers ? story->triggers.items[hit->triggers[0]].first : hit->first;
  float best = -50;
  hit->when = -1;
  const bool answers = hit->last < story->scan.s[s].last && sm_is(&story->scan, hit->last, SM_W_AFTER); // the day behind is that of what was answered
  for (uint32_t i = story->when_at[s]; i < story->when_at[s + 1]; i++) {
    if (answers && story->whens.items[i].first > hit->last) continue;
    float score = when_score(story, sc, &story->whens.items[i], hit, trigger);
    if (score > best) best = score, hit->when = (int)i;
  }
  if (hit->when >= 0) hit->when = sm_first_day_of(story, hit->when);
  hit->start = hit->end = SM_NO_DATE;
  if (hit->when >= 0 && (best > -0.4f || (best > -2 && sc->start == SM_NO_DATE && hit->n_triggers && !(story->whens.items[hit->when].flags & SM_WHEN_ANCHOR) && !is_of_the_news(story, &story->whens.items[hit->when], best)))) {
    resolve_when(story, sc, &story->whens.items[hit->when], hit);
    hit->date_inherited |= best <= -0.4f || sm_is_day_of_retelling(story, sc, &story->whens.items[hit->when], trigger);
  } else if (hit->when >= 0 && hit->n_triggers && best > -50 && is_said_too_early(story, sc, &story->whens.items[hit->when])) {
    resolve_when(story, sc, &story->whens.items[hit->when], hit);
  } else if (sc->start != SM_NO_DATE && !(hit->attacker.name.len && sc->attacker.name.len && !sm_same_side(&hit->attacker, &sc->attacker) && (hit->turned || hit->definite))) {
    lend_date(story, sc, hit);
  } else if (hit->when >= 0 && !(hit->n_triggers && story->whens.items[hit->when].flags & SM_WHEN_ANCHOR) && !is_of_the_news(story, &story->whens.items[hit->when], best) && !is_aside(story, &story->whens.items[hit->when])) {
    resolve_when(story, sc, &story->whens.items[hit->when], hit);
    hit->date_inherited = true;
  }
  narrow_to_hour(story, hit);
  if (hit->start == SM_NO_DATE) hit->when = -1;
  else if (hit->when >= 0 && is_other_clause(story, &story->whens.items[hit->when], trigger)) hit->date_inherited = true;
  turn_to_earlier(story, sc, hit);
}

static bool is_past_day(const sm_story *story, sm_date start, sm_date end) { return end == story->whens.published && start == end - 1; }

/// "The offensive began on Sunday", "launched a campaign on the enclave last Monday": of the war, not of what is told next.
static bool is_of_beginning(const sm_story *story, uint32_t s) {
  static const char *const began[] = {"began", "begun", "started", "launched", "erupted", "broke"}, *const wars[] = {"offensive", "campaign", "war", "fighting", "conflict", "operation", "invasion", "assault", "hostilities"};
  bool begins = false, war = false;
  for (uint32_t k = story->scan.s[s].first; k < story->scan.s[s].last; k++) begins |= SM_IS_ONE_OF(&story->scan, k, began), war |= SM_IS_ONE_OF(&story->scan, k, wars);
  return begins && war;
}

void sm_keep_date(const sm_story *story, sm_scene *sc, const sm_hit *hit) {
  if (hit->attacker.name.len) sc->attacker = hit->attacker;
  if (hit->start == SM_NO_DATE || (hit->date_inherited && sc->start != SM_NO_DATE) || (sc->start != SM_NO_DATE && hit->end < sc->start && is_of_beginning(story, hit->sentence))) return;
  const bool since = hit->when >= 0 && story->whens.items[hit->when].flags & SM_WHEN_SINCE && sc->start != SM_NO_DATE; // "has since May hit X"
  if ((hit->item && sc->date_of_list) || ((hit->date_inherited || since) && hit->prec >= 4)) return;
  if (hit->prec >= 3 && sc->start != SM_NO_DATE && sc->prec <= 2 && hit->end < sc->start) return; // "in March a car bomb had killed two there": an aside
  if (hit->when >= 0 && story->whens.items[hit->when].flags & SM_WHEN_AFTER && sc->date_sentence == hit->sentence && sc->start != SM_NO_DATE && hit->start < sc->start) return; // "bombed A on Monday, a day after a rocket hit B": the report goes on with Monday
  if (hit->definite && hit->first > story->scan.s[hit->sentence].first && sc->start != SM_NO_DATE && hit->end < sc->start) return; // "fired missiles at A, in answer to the bombings in B on 3 January": an aside
  sc->date_of_list = is_past_day(story, hit->told_start, hit->told_end);
  sc->date_back = hit->when >= 0 && sm_is_counted_back(story, &story->whens.items[hit->when]);
  if (sc->date_back) sc->before_start = sc->start, sc->before_end = sc->end;
  sc->start = hit->told_start, sc->end = hit->told_end, sc->prec = (uint8_t)sm_day_precision(sc->start, sc->end);
  sc->date_sentence = sc->hit_sentence = hit->sentence;
  sc->hit_start = sc->start, sc->hit_end = sc->end;
  if (sc->main_start == SM_NO_DATE) sc->main_start = sc->start, sc->main_end = sc->end, sc->main_sentence = hit->sentence;
  sc->date_loose = false;
}

void sm_scene_period(const sm_story *story, sm_scene *sc, uint32_t s) {
  for (uint32_t i = story->when_at[s]; i < story->when_at[s + 1] && sc->start == SM_NO_DATE; i++) {
    const sm_when *w = &story->whens.items[i];
    if (w->prec != 4 || w->flags & (SM_WHEN_FUTURE | SM_WHEN_ANCHOR | SM_WHEN_SINCE)) continue;
    sc->start = w->start, sc->end = w->end, sc->prec = w->prec;
    sc->date_sentence = s;
  }
}

enum { HEADING_TOKENS = 6 }; ///< "Thursday, 4 May:" stands for all that follows

/// A sentence without a strike may set the day for the next ones.
void sm_scene_date(const sm_story *story, sm_scene *sc, uint32_t s) {
  const sm_date reviewed = sm_day_reviewed(story, s);
  if (reviewed != SM_NO_DATE) {
    sc->start = sc->end = reviewed, sc->prec = 1;
    sc->date_back = sc->date_loose = false;
    sc->date_sentence = s;
    return;
  }
  for (uint32_t i = story->when_at[s]; i < story->when_at[s + 1]; i++) {
    const sm_when *w = &story->whens.items[i];
    if (w->flags & (SM_WHEN_FUTURE | SM_WHEN_ANCHOR | SM_WHEN_VAGUE | SM_WHEN_SINCE) || w->prec > 2 || w->first < story->body_first || sm_is_speech_day(story, w) || (sc->start != SM_NO_DATE && w->start == sc->end + 1 && sm_is_day_of_saying(story, w)) || is_as_of(story, w) || is_of_aftermath(story, w) || is_of_other_time(story, w))
      continue;
    if (story->whens.published != SM_NO_DATE && w->start < story->whens.published - 20) continue;
    if (sc->start != SM_NO_DATE && w->end < sc->start && is_of_beginning(story, s)) continue;
    sc->start = w->start, sc->end = w->end, sc->prec = w->prec;
    sc->date_back = false;
    sc->date_of_list = is_past_day(story, w->start, w->end);
    sc->date_sentence = s;
    sc->date_loose = story->scan.s[s].last - story->scan.s[s].first > HEADING_TOKENS && !(story->scan.s[s].flags & SM_SENTENCE_HEADING);
    return;
  }
}
