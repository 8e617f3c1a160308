// The words for an attacker who has no name that the lexicon knows: the subject of the verb, bombers, suspects.
#include "sides.h"
#include "struck.h"

/// "are believed to have", "is suspected of": stands between the subject and what it did.
static bool is_belief(const sm_scan *scan, uint32_t i) {
  if (i == 0 || !sm_is_be(scan, i - 1)) return false;
  return i + 1 < scan->n && (sm_is(scan, i + 1, SM_W_TO) || sm_is(scan, i + 1, SM_W_OF));
}

static bool is_pronoun(const sm_scan *scan, uint32_t i) {
  return sm_is(scan, i, SM_W_HE) || sm_is(scan, i, SM_W_THEY) || sm_is(scan, i, SM_W_WE) || sm_is(scan, i, SM_W_SHE);
}

static bool is_name(const sm_scan *scan, uint32_t i) {
  const sm_token *t = &scan->t[i];
  const sm_lexicon_entry *e = t->entry;
  bool person = e && (e->word_bits & (SM_WORD_GIVEN_NAME | SM_WORD_SURNAME));
  if (!(t->flags & SM_TOKEN_WORD) || !(t->flags & SM_TOKEN_CAPITAL) || scan->mention_at[i] || sm_has_cue(scan, i, SM_CUE_TIME)) return false;
  return person || !(t->flags & SM_TOKEN_SENTENCE_START) || !e || e->rank == 0;
}

static bool is_bomber(const sm_scan *scan, uint32_t i, uint32_t *end) {
  for (uint32_t k = scan->cue_at[i]; k < scan->cue_at[i + 1]; k++) // "bomber" is an aircraft, too
    if (scan->cues[k].cls == SM_CUE_WEAPON && scan->cues[k].row->kind == SM_K_PERSON) return *end = scan->cues[k].last, true;
  const sm_cue_row *w = sm_cue_at(scan, i, SM_CUE_WEAPON, end);
  return w && (w->kind == SM_K_PERSON || ((w->weapons & SM_WEAPON_SUICIDE_BOMB) && scan->t[*end - 1].end - scan->t[*end - 1].begin >= 6));
}

/// "group", "gang", "cell": words for those who fight together.
static bool is_body(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"group", "gang", "cell", "team", "crew", "squad", "those"};
  const sm_cue_row *row = sm_cue_at(scan, i, SM_CUE_OUTFIT, NULL);
  return (row && row->kind == SM_K_KIN) || SM_IS_ONE_OF(scan, i, words);
}

/// Who can act: a pronoun, name, bomber, force or word for people.
static bool can_act(const sm_scan *scan, uint32_t i) {
  uint32_t end;
  const sm_cue_row *force = sm_cue_at(scan, i, SM_CUE_FORCE, NULL);
  const sm_lexicon_entry *e = scan->t[i].entry;
  if (is_pronoun(scan, i) || is_bomber(scan, i, &end) || (force && force->kind != SM_K_ARMS) || sm_has_cue(scan, i, SM_CUE_ACTOR)) return true;
  if (scan->mask[i] & (1u << SM_CUE_TRIGGER | 1u << SM_CUE_REPORTING | 1u << SM_CUE_TIME | 1u << SM_CUE_WEAPON | 1u << SM_CUE_NUMBER)) return false;
  if (is_name(scan, i) || is_body(scan, i)) return true;
  return e && (e->word_bits & SM_WORD_NOUN_PERSON) && !(e->word_bits & (SM_WORD_ADJECTIVE | SM_WORD_ADVERB)) && !scan->mention_at[i];
}

/// Where the clause of a verb begins: after a conjunction, a reporting word or a strong sign; a relative's antecedent belongs to it.
static uint32_t clause_from(const sm_scan *scan, uint32_t verb, uint32_t floor) {
  static const sm_word table[] = {SM_W_THAT, SM_W_WHEN, SM_W_WHILE, SM_W_AFTER, SM_W_BUT, SM_W_AS, SM_W_BEFORE, SM_W_WHERE};
  for (uint32_t i = verb; i > floor; i--) {
    uint32_t k = i - 1;
    const sm_cue_row *said = sm_cue_at(scan, k, SM_CUE_REPORTING, NULL);
    if (said && said->form != SM_F_FIGURE) return i;
    if (sm_is_punct(scan, k) && scan->t[k].sign != ',' && scan->t[k].sign != '-' && scan->t[k].sign != '.' && !(scan->t[k].flags & SM_TOKEN_CLITIC)) return i;
    for (size_t w = 0; w < sizeof table / sizeof table[0]; w++)
      if (sm_is(scan, k, table[w])) return i;
  }
  return floor;
}

/// The whole phrase round a noun: names and nouns in a row, with what describes them and the article.
static sm_span phrase_of(const sm_scan *scan, uint32_t i, uint32_t from, uint32_t verb) {
  uint32_t first = i, last = i + 1, end;
  if (is_bomber(scan, i, &end) && end <= verb) last = end;
  while (last < verb && !is_pronoun(scan, i) && can_act(scan, last) && !is_pronoun(scan, last)) last++;
  while (first > from && !is_pronoun(scan, i)) {
    const sm_lexicon_entry *e = scan->t[first - 1].entry;
    bool describes = e && (e->word_bits & (SM_WORD_ADJECTIVE | SM_WORD_NOUN)) && !sm_is_preposition(scan, first - 1) &&
                     !(scan->mask[first - 1] & (1u << SM_CUE_TRIGGER | 1u << SM_CUE_TIME | 1u << SM_CUE_REPORTING));
    bool article = sm_is_article(scan, first - 1);
    if (!describes && !article) break;
    first--;
    if (article) break;
  }
  return sm_tokens_span(scan, first, last);
}

/// "a bomb under the car of Sheikh X", "rounds meant for a police post": a noun group that only tells where or whose another is.
static bool is_adjunct(const sm_story *story, const sm_group *who) {
  static const char *const joins[] = {"after", "before", "since", "until", "as", "if", "with", "like"}; // "three days after he and his brother set off", "who with his brother planted"
  while (who && who->lead != SM_NO_TOKEN) {
    if (SM_IS_ONE_OF(&story->scan, who->lead, joins)) return false;
    if (!sm_is(&story->scan, who->lead, SM_W_OF)) return true;
    if (who == story->syntax.groups || who[-1].flags & SM_GROUP_VERB || who[-1].last != who->lead) return false;
    who--;
    if (sm_has_cue(&story->scan, who->head, SM_CUE_WEAPON) || sm_has_cue(&story->scan, who->head, SM_CUE_TARGET)) return true;
  }
  return false;
}

/// "attackers opened fire and then detonated": the first in the clause who can act and stands after no preposition.
static bool find_subject(const sm_story *story, const sm_trigger *g, uint32_t floor, sm_span *span) {
  const sm_scan *scan = &story->scan;
  uint32_t from = clause_from(scan, g->first, floor);
  for (uint32_t i = from; i < g->first; i++) {
    if (!can_act(scan, i) || (i > floor && sm_is_sign(scan, i - 1, '('))) continue; // "a convoy of the army (ANA) exploded"
    uint32_t lead = i;
    while (lead > from && !sm_is_preposition(scan, lead - 1) && !sm_is_punct(scan, lead - 1) && i - lead < 4) lead--;
    if (lead > from && sm_is_preposition(scan, lead - 1) && !(sm_is(scan, lead - 1, SM_W_OF) && lead > from + 1 && can_act(scan, lead - 2))) continue;
    if (is_adjunct(story, sm_group_of(&story->syntax, i))) continue;
    if (i + 1 < g->first && scan->t[i + 1].flags & SM_TOKEN_CLITIC) continue; // "Davis' evidence"
    *span = phrase_of(scan, i, from, g->first);
    return true;
  }
  return false;
}

/// Back from the verb over aux verbs, adverbs and an apposition.
static uint32_t subject_end(const sm_scan *scan, const sm_trigger *g, uint32_t floor) {
  uint32_t end = g->first;
  while (end > floor && (sm_is_have(scan, end - 1) || sm_has_cue(scan, end - 1, SM_CUE_MODE) || sm_is(scan, end - 1, SM_W_TO) ||
                         sm_is_be(scan, end - 1) || sm_is(scan, end - 1, SM_W_WHO) || is_belief(scan, end - 1) ||
                         (scan->t[end - 1].entry && scan->t[end - 1].entry->word_bits & SM_WORD_ADVERB && !sm_has_cue(scan, end - 1, SM_CUE_VICTIM))))
    end--;
  if (end > floor + 1 && sm_is_sign(scan, end - 1, ',')) // "X and his brother, Y, set off": over the apposition
    for (uint32_t k = end - 1; k > floor + 1 && end - k < 7; k--)
      if (sm_is_sign(scan, k - 1, ',')) return k - 1;
  return end;
}

bool sm_is_speaker(const sm_story *story, uint32_t token) {
  uint32_t s = story->scan.t[token].sentence;
  for (uint32_t k = story->speech_at[s]; k < story->speech_at[s + 1]; k++)
    if (sm_between(token, story->speeches.items[k].first, story->speeches.items[k].last)) return true;
  return false;
}

static bool is_thing(const sm_scan *scan, uint32_t first, uint32_t last) {
  bool places = true, noun = false;
  for (uint32_t i = first; i < last; i++) {
    const sm_cue_row *w = sm_cue_at(scan, i, SM_CUE_WEAPON, NULL);
    uint32_t m = scan->mention_at[i];
    if ((w && w->kind != SM_K_PERSON && !(w->weapons & SM_WEAPON_SUICIDE_BOMB)) || sm_has_cue(scan, i, SM_CUE_TRIGGER)) return true;
    const sm_lexicon_entry *e = scan->t[i].entry;
    noun |= !e || (e->word_bits & SM_WORD_NOUN) || can_act(scan, i) || (scan->t[i].flags & SM_TOKEN_CAPITAL);
    places &= (m && scan->mentions->items[m - 1].role != SM_ROLE_DEMONYM) || sm_is(scan, i, SM_W_THE);
  }
  return places || !noun; // "the Manbij bombing"
}

static bool lacks_object(const sm_story *story, const sm_trigger *g) {
  const sm_group *v = sm_group_of(&story->syntax, g->first);
  return v && v->flags & SM_GROUP_VERB && v->object < 0;
}

/// The words right before the verb: "a rogue police officer", "the brothers".
static bool find_near_subject(const sm_story *story, const sm_trigger *g, uint32_t floor, sm_span *span) {
  const sm_scan *scan = &story->scan;
  uint32_t end = subject_end(scan, g, floor), start = end;
  while (start > floor && end - start < 6 && (scan->t[start - 1].flags & SM_TOKEN_WORD) && !sm_is_preposition(scan, start - 1) &&
         !sm_is_be(scan, start - 1) && !sm_has_cue(scan, start - 1, SM_CUE_REPORTING) && !sm_is(scan, start - 1, SM_W_THAT) &&
         !sm_is(scan, start - 1, SM_W_WHEN) && !sm_is(scan, start - 1, SM_W_AFTER) && !sm_is(scan, start - 1, SM_W_WHERE) &&
         !sm_is(scan, start - 1, SM_W_WHICH) && !sm_is(scan, start - 1, SM_W_AND) && !sm_is(scan, start - 1, SM_W_BEFORE))
    start--;
  bool bare = end > floor && (sm_has_cue(scan, end - 1, SM_CUE_NUMBER) || sm_is(scan, end - 1, SM_W_THE) || sm_is(scan, end - 1, SM_W_A) ||
                              sm_is_sign(scan, end - 1, '-') || sm_is(scan, end - 1, SM_W_ITS) || sm_is(scan, end - 1, SM_W_THEIR) || sm_is(scan, end - 1, SM_W_HIS));
  bool compound = start > floor && sm_is_sign(scan, start - 1, '-'); // "pressure-cooker bombs" is no act
  if (start > floor && sm_is(scan, start - 1, SM_W_BY)) return false; // "a truck hired by the army went off"
  if (start > floor && g->row->kind == SM_K_BLAST && sm_is_preposition(scan, start - 1) && lacks_object(story, g)) return false; // "a bomb targeting a convoy of the army exploded"
  bool actor = g->row->kind != SM_K_BLAST; // "a car loaded with gas cylinders blew up"
  for (uint32_t i = start; i < end; i++) {
    actor |= can_act(scan, i);
    bool counted = i > floor && (sm_has_cue(scan, i - 1, SM_CUE_NUMBER) || scan->t[i - 1].flags & SM_TOKEN_NUMBER);
    if (sm_has_cue(scan, i, SM_CUE_TIME) || (counted && lacks_object(story, g) && sm_has_cue(scan, i, SM_CUE_VICTIM) && !sm_has_cue(scan, i, SM_CUE_FORCE))) return false; // "Tuesday afternoon", "at least two civilians injured"
  }
  if (start >= end || bare || compound || !actor || is_thing(scan, start, end)) return false;
  if (is_adjunct(story, sm_group_of(&story->syntax, end - 1))) return false;
  *span = sm_tokens_span(scan, start, end);
  return true;
}

bool sm_is_coalition_raid(const sm_story *story, const sm_trigger *g) {
  enum { COALITION = 8 };
  const sm_group *own = g->verb ? NULL : sm_group_of(&story->syntax, g->first);
  for (uint32_t i = story->party_at[g->sentence]; own && i < story->party_at[g->sentence + 1]; i++) {
    const sm_party *p = &story->parties.items[i];
    if (p->actor.type == COALITION && p->first >= own->first && p->last <= g->first) return true;
  }
  return false;
}

bool sm_downs_craft(const sm_story *story, const sm_trigger *g) {
  const sm_group *verb = g->row->kind == SM_K_INTERCEPT ? sm_group_of(&story->syntax, g->first) : NULL;
  if (!verb || !(verb->flags & SM_GROUP_VERB)) return false;
  const int32_t at = verb->flags & SM_GROUP_PASSIVE ? verb->subject : verb->object;
  bool craft = false;
  for (uint32_t i = at >= 0 ? story->syntax.groups[at].first : 0; at >= 0 && i < story->syntax.groups[at].last; i++) {
    const sm_cue_row *w = sm_cue_at(&story->scan, i, SM_CUE_WEAPON, NULL);
    if (w && (w->weapons & SM_WEAPON_DRONE || (w->kind != SM_K_CARRIER && w->kind != SM_K_WEAKCARRIER))) return false;
    craft |= w != NULL;
  }
  return craft;
}

bool sm_leads_to_struck(const sm_scan *scan, uint32_t preposition) {
  enum { LONGEST = 3 };
  if (preposition >= scan->n || !(sm_is(scan, preposition, SM_W_ON) || sm_is(scan, preposition, SM_W_AGAINST))) return false;
  for (uint32_t k = preposition, end; k > 0 && preposition - k < LONGEST; k--)
    if (sm_cue_at(scan, k - 1, SM_CUE_TRIGGER, &end) && end == preposition) return true;
  return false;
}

/// "a drone strike on an Islamic State bomber": he was struck.
static bool is_struck_bomber(const sm_story *story, uint32_t i) {
  const sm_group *g = sm_group_of(&story->syntax, i);
  if (!g || g->flags & SM_GROUP_VERB || g->lead == SM_NO_TOKEN || g->lead == 0) return false;
  return sm_leads_to_struck(&story->scan, g->lead);
}

/// A bomber, attacker or suspect told anywhere in the sentence, unless killing or catching him is what it tells.
static bool find_suspect(const sm_story *story, const sm_trigger *g, sm_span *span) {
  const sm_scan *scan = &story->scan;
  const sm_sentence *s = &scan->s[g->sentence];
  if (g->row->kind == SM_K_KILL || g->row->kind == SM_K_INTERCEPT || g->row->weapons & ~(uint32_t)(SM_WEAPON_BOMB | SM_WEAPON_CAR_BOMB | SM_WEAPON_SUICIDE_BOMB | SM_WEAPON_IED)) return false;
  for (uint32_t i = s->first; i < s->last; i++) {
    uint32_t to = i + 1;
    const sm_cue_row *w = sm_cue_at(scan, i, SM_CUE_WEAPON, &to);
    if (!w || (w->kind != SM_K_PERSON && !(w->weapons & SM_WEAPON_SUICIDE_BOMB)) || is_struck_bomber(story, i)) continue;
    *span = sm_tokens_span(scan, i, to);
    return true;
  }
  return false;
}

/// "Drone Force", "Monywa-based Cloud Wings": a name of two words or more, no office and no place.
static bool is_body_name(const sm_scan *scan, uint32_t first, uint32_t last) {
  static const char *const based[] = {"based"};
  if (last < first + 2 || scan->mention_at[last - 1] || sm_tells_cue(scan, first, last, SM_CUE_CLAIMANT, SM_K_OFFICIAL)) return false;
  for (uint32_t i = first; i < last; i++) {
    const bool within = i > first && (sm_is(scan, i, SM_W_OF) || sm_is_sign(scan, i, '-') || SM_IS_ONE_OF(scan, i, based));
    if (!within && !is_name(scan, i) && !(scan->t[i].flags & SM_TOKEN_CAPITAL && scan->mention_at[i])) return false;
  }
  return true;
}

/// "said it", "said that it", "told the agency they": a clause begins where somebody has spoken.
static bool is_right_behind(const sm_scan *scan, uint32_t from, uint32_t clause) {
  enum { REACH = 5 };
  if (clause < from || clause - from > REACH) return false;
  for (uint32_t i = from; i < clause; i++)
    if (sm_is_punct(scan, i) || sm_has_cue(scan, i, SM_CUE_TRIGGER) || sm_has_cue(scan, i, SM_CUE_REPORTING)) return false;
  return true;
}

bool sm_find_teller(const sm_story *story, const sm_trigger *g, sm_span *span) {
  const sm_scan *scan = &story->scan;
  const sm_group *v = g->verb ? sm_group_of(&story->syntax, g->first) : NULL;
  const sm_group *who = v && v->flags & SM_GROUP_VERB && !(v->flags & SM_GROUP_PASSIVE) && v->subject >= 0 ? &story->syntax.groups[v->subject] : NULL;
  const bool it = who && sm_is(scan, who->head, SM_W_IT);
  if (!who || (!it && !sm_is(scan, who->head, SM_W_THEY))) return false;
  for (uint32_t k = story->speech_at[g->sentence]; k < story->speech_at[g->sentence + 1]; k++) {
    const sm_speech *speech = &story->speeches.items[k];
    if (speech->pronoun || speech->before || speech->negated || !is_right_behind(scan, speech->verb_last, who->first) || speech->last > speech->verb || !is_body_name(scan, speech->first, speech->last)) continue;
    const sm_str name = sm_span_text(scan, sm_tokens_span(scan, speech->first, speech->last));
    if (!it && name.ptr[name.len - 1] != 's') continue; // "Karim Saleh said they fired"
    *span = sm_tokens_span(scan, speech->first, speech->last);
    return true;
  }
  return false;
}

/// Who does it by the syntax: the subject of an active verb, the agent of a passive one, whatever stands between.
static bool find_governing(const sm_story *story, const sm_trigger *g, sm_span *span) {
  const sm_scan *scan = &story->scan;
  const sm_group *v = sm_group_of(&story->syntax, g->first);
  if (!v || !(v->flags & SM_GROUP_VERB)) return false;
  int32_t at = v->flags & SM_GROUP_PASSIVE ? v->agent : v->subject;
  const sm_group *who = at >= 0 ? &story->syntax.groups[at] : NULL;
  if (!who || who->flags & SM_GROUP_TIME || is_thing(scan, who->first, who->last) || (at == v->subject && is_adjunct(story, who))) return false;
  if (scan->mention_at[who->head] && who->lead != SM_NO_TOKEN) return false; // "a device on a road in Sokoto State, which killed four"
  if (!can_act(scan, who->head) && !(who->flags & (SM_GROUP_PRONOUN | SM_GROUP_PROPER))) return false;
  *span = sm_tokens_span(scan, who->first, who->last);
  return true;
}

static bool take_group(const sm_story *story, int32_t at, sm_span *span) {
  const sm_group *who = at >= 0 ? &story->syntax.groups[at] : NULL;
  if (!who || who->flags & (SM_GROUP_VERB | SM_GROUP_TIME) || is_thing(&story->scan, who->first, who->last)) return false;
  const bool place = story->scan.mention_at[who->head] && !can_act(&story->scan, who->head);
  if (place || (!can_act(&story->scan, who->head) && !(who->flags & (SM_GROUP_PRONOUN | SM_GROUP_PROPER)))) return false;
  *span = sm_tokens_span(&story->scan, who->first, who->last);
  return true;
}

/// The noun group before a word of guilt ("those responsible for"), or the subject of its verb ("he was convicted of").
static bool find_guilty(const sm_story *story, uint32_t word, sm_span *span) {
  const sm_syntax *x = &story->syntax;
  const sm_group *g = sm_group_of(x, word);
  static const char *const those[] = {"those", "Those"};
  if (word > 0 && SM_IS_ONE_OF(&story->scan, word - 1, those)) return *span = sm_tokens_span(&story->scan, word - 1, word), true;
  int32_t at = g ? (int32_t)(g - x->groups) : -1;
  if (g && g->flags & SM_GROUP_VERB) return take_group(story, g->subject, span);
  uint32_t i = g && g->first < word ? g->first : word;
  if (g && g->first < word && g->head != word) return take_group(story, at, span); // "the group responsible for"
  while (i > story->scan.s[story->scan.t[word].sentence].first && !x->group_at[i - 1] && word - i < 3) i--;
  const sm_group *before = i > 0 ? sm_group_of(x, i - 1) : NULL;
  if (!before) return false;
  bool be = before->flags & SM_GROUP_VERB;
  return take_group(story, be ? before->subject : (int32_t)(before - x->groups), span);
}

/// Who "carried out the attack", by whom "the attack was carried out".
static bool find_doer(const sm_story *story, int32_t at, sm_span *span) {
  enum { REACH = 4 };
  const sm_syntax *x = &story->syntax;
  const sm_group *n = &x->groups[at], *end = x->groups + x->first_of[story->scan.t[n->first].sentence + 1];
  const sm_group *before = at > 0 && (n - 1)->flags & SM_GROUP_VERB && !((n - 1)->flags & SM_GROUP_PASSIVE) ? n - 1 : NULL;
  uint32_t last;
  const sm_cue_row *deed = before ? sm_cue_at(&story->scan, before->head, SM_CUE_TRIGGER, &last) : NULL;
  const bool governs = deed && ((before->object == at && !(before->flags & SM_GROUP_REPORTING)) || (deed->kind == SM_K_CARRY && last == n->first));
  if (governs && (deed->kind == SM_K_CARRY || deed->kind == SM_K_LAUNCH) && take_group(story, before->subject, span)) return true;
  const sm_group *verb = n + 1;
  while (verb < end && verb < n + REACH && !(verb->flags & SM_GROUP_VERB)) verb++;
  if (verb >= end || !(verb->flags & SM_GROUP_PASSIVE) || verb->subject != at) return false;
  deed = sm_cue_at(&story->scan, verb->head, SM_CUE_TRIGGER, NULL);
  return deed && deed->kind == SM_K_CARRY && take_group(story, verb->agent, span);
}

static bool is_guilt(const sm_scan *scan, uint32_t i) {
  static const char *const guilt[] = {"responsible", "behind", "involved", "accused", "convicted", "suspected", "charged", "guilty", "blamed", "implicated", "sentenced", 
                                      "jailed", "tried", "hanged", "executed", "indicted", "wanted", "arrested", "suspects", "suspect", "organizer", "organiser", "mastermind", "ringleader", 
                                      "perpetrator", "perpetrators", "culprits", "masterminds", "organizers", "organisers", "plotters"};
  return SM_IS_ONE_OF(scan, i, guilt);
}

/// An attack named by a noun: "carried out the attack", "was involved in the bombing", "bombings by loyalists", "the bombing suspect".
static bool find_of_noun(const sm_story *story, const sm_trigger *g, sm_span *span) {
  const sm_scan *scan = &story->scan;
  const sm_syntax *x = &story->syntax;
  const sm_group *n = sm_group_of(x, g->first);
  if (!n || n->flags & SM_GROUP_VERB) return false;
  int32_t at = (int32_t)(n - x->groups);
  uint32_t to;
  for (uint32_t i = g->last; i < n->last; i++)
    if (is_bomber(scan, i, &to)) return *span = sm_tokens_span(scan, i, to), true;
  if (find_doer(story, at, span)) return true;
  for (int32_t k = at + 1; k < (int32_t)x->n && k < at + 3 && x->groups[k].first < scan->s[g->sentence].last && !(x->groups[k].flags & SM_GROUP_VERB); k++)
    if (x->groups[k].lead != SM_NO_TOKEN && sm_is(scan, x->groups[k].lead, SM_W_BY) && take_group(story, k, span)) return true;
  for (uint32_t i = n->first; i > scan->s[g->sentence].first && n->first - i < 4; i--)
    if (is_guilt(scan, i - 1) && find_guilty(story, i - 1, span)) return true;
  return false;
}

/// "a drone killed two of the group's fighters": in the object of an active verb, with what "of" adds to it.
bool sm_is_acted_on(const sm_story *story, uint32_t token) {
  const sm_syntax *x = &story->syntax;
  const uint32_t sentence = story->scan.t[token].sentence;
  for (uint32_t i = x->first_of[sentence]; i < x->first_of[sentence + 1]; i++) {
    const sm_group *verb = &x->groups[i], *object = verb->flags & SM_GROUP_VERB && !(verb->flags & SM_GROUP_PASSIVE) && verb->object >= 0 ? &x->groups[verb->object] : NULL;
    if (object && sm_between(token, object->first, sm_group_end_with_of(&story->scan, x, object))) return true;
  }
  return false;
}

bool sm_verb_meets_device(const sm_story *story, const sm_group *verb) {
  const sm_scan *scan = &story->scan;
  const sm_cue_row *row = sm_cue_at(scan, verb->head, SM_CUE_TRIGGER, NULL);
  if (!row || row->kind != SM_K_ATTACK || row->weapons || verb->flags & SM_GROUP_PASSIVE || verb->object < 0) return false;
  const sm_group *object = &story->syntax.groups[verb->object], *subject = verb->subject >= 0 ? &story->syntax.groups[verb->subject] : NULL;
  for (uint32_t i = subject ? subject->first : 0; subject && i < subject->last; i++)
    if (sm_has_cue(scan, i, SM_CUE_WEAPON)) return false; // "jets hit a mine"
  static const char *const hidden[] = {"buried", "hidden", "planted", "concealed", "unexploded"};
  bool laid = false;
  for (uint32_t i = object->first; i < object->last; i++) {
    uint32_t last;
    const sm_cue_row *w = sm_cue_at(scan, i, SM_CUE_WEAPON, &last);
    laid |= SM_IS_ONE_OF(scan, i, hidden);
    if (w && last >= object->last && (laid || w->weapons & SM_WEAPON_IED || w->kind == SM_K_DEVICE)) return true;
  }
  return false;
}

bool sm_meets_device(const sm_story *story, const sm_trigger *g) {
  const sm_group *verb = g->verb && !g->passive ? sm_group_of(&story->syntax, g->first) : NULL;
  return verb && verb->flags & SM_GROUP_VERB && verb->head == g->last - 1 && sm_verb_meets_device(story, verb);
}

bool sm_is_of_met_device(const sm_story *story, const sm_trigger *g) {
  static const char *const trips[] = {"triggered", "tripped", "hit", "struck", "detonated", "activated"};
  const sm_syntax *x = &story->syntax;
  const sm_group *own = g->verb ? sm_group_of(x, g->first) : NULL, *floor = x->groups + x->first_of[g->sentence];
  if (!own || !(own->flags & SM_GROUP_PASSIVE) || own->flags & SM_GROUP_FINITE || own->subject < 0 || own - 1 <= floor || own - 1 != &x->groups[own->subject]) return false;
  const sm_group *verb = own - 2;
  return verb->flags & SM_GROUP_VERB && verb->object == own->subject && verb->subject >= 0 && SM_IS_ONE_OF(&story->scan, verb->head, trips) && sm_has_cue(&story->scan, own[-1].head, SM_CUE_WEAPON);
}

bool sm_is_between_foes(const sm_scan *scan, uint32_t first, uint32_t last) {
  enum { REACH = 8 };
  const uint32_t floor = scan->s[scan->t[first].sentence].first;
  bool second = false;
  for (uint32_t k = first; k > floor && first - k < REACH && !(sm_is_punct(scan, k - 1) && !sm_is_sign(scan, k - 1, '-')); k--) {
    second |= sm_is(scan, k - 1, SM_W_AND);
    if (!sm_is(scan, k - 1, SM_W_BETWEEN)) continue;
    bool and = second;
    for (uint32_t i = last; i < last + REACH && i < scan->n && !and && !sm_is_punct(scan, i); i++) and = sm_is(scan, i, SM_W_AND);
    return and;
  }
  return false;
}

/// "when resistance forces arrived": the subject of a verb that tells of no strike.
static bool acts_otherwise(const sm_story *story, uint32_t token) {
  const sm_syntax *x = &story->syntax;
  const sm_group *who = sm_group_of(x, token);
  if (!who || who->flags & SM_GROUP_VERB) return false;
  const uint32_t sentence = story->scan.t[token].sentence;
  const int32_t at = (int32_t)(who - x->groups);
  static const sm_word joints[] = {SM_W_AS, SM_W_WHILE};
  const bool beside = who->first > story->scan.s[sentence].first && SM_IS_ANY(&story->scan, who->first - 1, joints); // "as militias fought"
  bool other = false;
  for (uint32_t i = x->first_of[sentence]; i < x->first_of[sentence + 1]; i++) {
    const sm_group *v = &x->groups[i];
    if (!(v->flags & SM_GROUP_VERB) || v->subject != at) continue;
    for (uint32_t k = v->first; k < v->last; k++) {
      const sm_cue_row *row = sm_cue_at(&story->scan, k, SM_CUE_TRIGGER, NULL);
      if (row && row->kind != SM_K_FALL && row->kind != SM_K_HAPPEN && !(beside && row->kind == SM_K_GROUND)) return false; // missiles arrive, too
    }
    other = true;
  }
  return other;
}

/// "a team of paramilitary rangers was blasted by a bomb": in the subject of a passive verb.
static bool is_acted_on_by(const sm_story *story, const sm_trigger *g, uint32_t i) {
  const sm_group *v = g->verb ? sm_group_of(&story->syntax, g->first) : NULL;
  if (!v || !(v->flags & SM_GROUP_VERB) || !(v->flags & SM_GROUP_PASSIVE) || v->subject < 0) return false;
  const sm_group *subject = &story->syntax.groups[v->subject];
  return sm_between(i, subject->first, sm_group_end_with_of(&story->scan, &story->syntax, subject));
}

/// Bombers, attackers, suspects, and whoever is the subject of the verb: words for the attacker without a name.
static bool find_agent(const sm_story *story, const sm_trigger *g, uint32_t first, uint32_t last, sm_span *span) {
  const sm_scan *scan = &story->scan;
  uint32_t floor = scan->s[g->sentence].first;
  bool meets_mine = (g->row->kind == SM_K_BLAST && !g->row->name.len) || sm_meets_device(story, g); // "sat on a mine": a verb of no row of its own
  const bool suffers = meets_mine || g->row->kind == SM_K_PASSIVE; // "forces came under attack"
  uint32_t arms_end = 0;
  const bool names_arms = g->first > floor && sm_cue_at(scan, g->first - 1, SM_CUE_WEAPON, &arms_end) && arms_end > g->first; // the "shells" of "mortar shells" do nothing
  const bool hurts = g->row->kind == SM_K_KILL && lacks_object(story, g); // "and three wounded"
  bool acts = g->verb && !names_arms && !suffers && !hurts && !g->passive && g->row->kind != SM_K_FALL && g->row->kind != SM_K_INTERCEPT && g->row->kind != SM_K_HARM;
  bool told = acts && g->row->form != SM_F_ING;
  if (g->verb && !names_arms && !suffers && g->row->kind != SM_K_FALL && g->row->kind != SM_K_INTERCEPT && g->row->kind != SM_K_KILL && g->row->kind != SM_K_HARM && find_governing(story, g, span)) return true;
  if (find_of_noun(story, g, span)) return true;
  const bool aside = g->row->form == SM_F_ING && g->first > floor && sm_is_sign(scan, g->first - 1, ','); // "hit the army's base, killing 15": of the clause before
  if (acts && !aside && find_near_subject(story, g, floor, span)) return true;
  if (told && find_subject(story, g, floor, span)) return true;
  for (uint32_t i = first; i < last; i++) {
    uint32_t to = i + 1;
    const sm_cue_row *v = sm_cue_at(scan, i, SM_CUE_FORCE, NULL);
    const bool bomber = is_bomber(scan, i, &to);
    if (bomber ? is_struck_bomber(story, i) : !(v && v->kind == SM_K_REBEL)) continue; // as most
    bool victim = i > first && sm_has_cue(scan, i - 1, SM_CUE_CASUALTY);
    for (uint32_t k = g->last; k < i && !victim; k++) victim = sm_has_cue(scan, k, SM_CUE_CASUALTY) || sm_is_sign(scan, k, ';'); // "a bomb killed four; police ruled out terrorists" // "a strike near Jilib: two killed, both of them terrorists"
    bool object = i > g->last && (told || victim); // "its missiles hit strongholds of the militant group"
    if ((!bomber && (object || sm_is_hurt_of(story, i) || sm_is_acted_on(story, i) || is_acted_on_by(story, g, i) || acts_otherwise(story, i) || sm_tells_habit_by(scan, i, to) || (sm_is_in_past_clause(scan, i) && !sm_is_in_past_clause(scan, g->first)))) || sm_is_speaker(story, i) || sm_is_sympathised(scan, i) || sm_is_between_foes(scan, i, to)) continue;
    *span = sm_tokens_span(scan, i, to);
    return true;
  }
  return find_suspect(story, g, span);
}

/// "a bomb killed two of the soldiers and wounded four": what the verb before did it to, by the syntax no subject of this one.
bool sm_is_of_verb_before(const sm_story *story, const sm_trigger *g, uint32_t token) {
  const sm_group *verb = g->verb && token < g->first ? sm_group_of(&story->syntax, g->first) : NULL;
  if (!verb || !(verb->flags & SM_GROUP_VERB) || verb->subject < 0) return false;
  const sm_group *subject = &story->syntax.groups[verb->subject];
  return !sm_between(token, subject->first, subject->last) && sm_is_acted_on(story, token);
}

bool sm_find_agent(const sm_story *story, const sm_trigger *g, uint32_t first, uint32_t last, sm_span *span) {
  sm_span found;
  if (!find_agent(story, g, first, last, &found)) return false;
  const sm_sentence *s = &story->scan.s[g->sentence];
  for (uint32_t i = s->first; i < s->last; i++)
    if (sm_span_overlaps(sm_tokens_span(&story->scan, i, i + 1), found) && (sm_is_hurt_count(story, i) || sm_is_of_verb_before(story, g, i))) return false;
  *span = found;
  return true;
}

const sm_party *sm_home_of_agent(const sm_story *story, const sm_hit *hit) {
  enum { REACH = 10 };
  static const char *const links[] = {"who", "that", "which", "are", "were", "was", "is", "believed", "thought", "suspected", "said", "presumed", "alleged", "supposed", "reported", "claimed", "they", "to", "be", "belong", "belonging", "belonged", "have", "had", "members", "member", "fighters", "men", "part",
                                      "of", "from", "the", "a", "linked", "loyal", "affiliated", "tied", "with", "identified", "as", "calling", "themselves", "gang", "group", "come", "came", "acting", "for", "on", "behalf"},
                           *const leads[] = {"of", "from", "to", "with", "be", "as", "for", "were", "are"};
  const sm_scan *scan = &story->scan;
  const sm_sentence *s = &scan->s[hit->sentence];
  uint32_t end = s->first;
  while (end < s->last && scan->t[end].begin < hit->attacker_span.end) end++;
  if (sm_is_sign(scan, end, ',')) end++;
  for (uint32_t i = story->party_at[hit->sentence]; i < story->party_at[hit->sentence + 1]; i++) {
    const sm_party *p = &story->parties.items[i];
    if (p->first <= end || p->first > end + REACH || !p->named || p->state) continue;
    uint32_t k = end;
    while (k < p->first && SM_IS_ONE_OF(scan, k, links)) k++;
    const uint32_t lead = sm_is(scan, p->first - 1, SM_W_THE) ? p->first - 2 : p->first - 1;
    return k == p->first && SM_IS_ONE_OF(scan, lead, leads) ? p : NULL;
  }
  return NULL;
}
