// Claims, blame and denials of authorship in sentences of their own: which strike they speak of.
#include "sides.h"

enum { CLAIMED = 5 }; // the score of what a side says it did itself

bool sm_is_disowned(const sm_scan *scan, uint32_t at) {
  const sm_sentence *s = &scan->s[scan->t[at].sentence];
  uint32_t first = at, last = at;
  while (first > s->first && !sm_is_sign(scan, first - 1, ';') && !sm_is(scan, first - 1, SM_W_BUT) && !sm_is(scan, first - 1, SM_W_WHILE)) first--;
  while (last < s->last && !sm_is_sign(scan, last, ';') && !sm_is(scan, last, SM_W_BUT) && !sm_is(scan, last, SM_W_WHILE) && !(sm_is_sign(scan, last, ',') && sm_is(scan, last + 1, SM_W_WHO))) last++;
  for (uint32_t i = first; i < last; i++) {
    const sm_cue_row *mode = sm_cue_at(scan, i, SM_CUE_MODE, NULL);
    if (mode && (mode->kind == SM_K_NEGATION || mode->kind == SM_K_DENIAL)) return true;
    const sm_cue_row *said = sm_cue_at(scan, i, SM_CUE_REPORTING, NULL);
    if (said && said->stance == 'd') return true;
    const sm_cue_row *number = sm_cue_at(scan, i, SM_CUE_NUMBER, NULL);
    if (number && number->kind == SM_K_ZERO) return true;
  }
  return false;
}

/// The strike that a statement at a token speaks of: the one whose part of the sentence it stands in, the one told last before it, else the first after it.
static int spoken_of(const sm_lender *l, uint32_t token) {
  const uint32_t sentence = l->story->scan.t[token].sentence;
  const int told = sm_strike_told_by_words(l, token);
  if (told >= 0) return told;
  const sm_hit *hits = l->hits->items, *const end = hits + l->hits->n, *const here = hits + sm_first_told(l->hits, sentence), *h;
  for (h = here; h < end && h->sentence == sentence; h++)
    if (sm_between(token, h->first, h->last) && l->weight[h->group] >= 0) return h->group;
  for (h = here; h < end && h->sentence == sentence; h++)
    if (l->weight[h->group] < 0) return -1; // it speaks of one that is not kept
  const sm_hit *const after = h;
  while (h > hits && l->weight[h[-1].group] < 0) h--;
  if (h > hits) return h[-1].group;
  for (h = after; h < end && h->sentence <= sentence + 2; h++)
    if (l->weight[h->group] >= 0) return h->group;
  return -1;
}

/// The last days told before a token, in its paragraph, are over a month old: what is claimed there is no strike of late.
static bool is_of_old_days(const sm_story *story, uint32_t token) {
  enum { MONTH = 31 };
  const sm_date published = story->whens.published;
  const uint32_t sentence = story->scan.t[token].sentence;
  for (uint32_t s = sentence + 1; s > 0 && published != SM_NO_DATE && story->scan.s[s - 1].paragraph == story->scan.s[sentence].paragraph; s--) {
    bool told = false;
    for (uint32_t i = story->when_at[s - 1]; i < story->when_at[s]; i++) {
      const sm_when *w = &story->whens.items[i];
      if (w->first > token) break;
      if (w->flags & (SM_WHEN_ANCHOR | SM_WHEN_FUTURE) || w->end + MONTH >= published) return false;
      told = true;
    }
    if (told) return true;
  }
  return false;
}

bool sm_tells_terror(sm_str words) {
  static const char terror[] = "terror";
  for (size_t i = 0; i + sizeof terror - 1 <= words.len; i++)
    if (memcmp(words.ptr + i, terror, sizeof terror - 1) == 0) return true;
  return false;
}

/// "blamed separatist insurgents": words for those without a name.
static void take_words(sm_lender *l, const sm_party *p, uint32_t group) {
  if (!p->actor.name.len && p->words.len && p->actor.type && !l->words[group].name.len) l->words[group] = (sm_actor){.name = p->words, .type = p->actor.type};
}

static void take_statement(sm_lender *l, const sm_party *p, float score) {
  const sm_actor *actor = &p->actor;
  int group = spoken_of(l, p->first);
  const sm_actor target = group >= 0 ? sm_target_of(l, (uint32_t)group) : (sm_actor){0};
  if (group >= 0 && l->strikes[group].sentence == p->sentence && sm_same_side(&target, actor)) { // "that this was its answer to a raid in which forty of its men died"
    group = -1;
    for (uint32_t i = 0; i < l->hits->n && l->hits->items[i].sentence < p->sentence; i++)
      if (l->weight[l->hits->items[i].group] >= 0) group = l->hits->items[i].group;
  }
  if (group < 0) return;
  sm_strike *s = &l->strikes[group];
  if (l->strikes[group].sentence != p->sentence && is_of_old_days(l->story, p->first) && !is_of_old_days(l->story, l->story->scan.s[s->sentence].last - 1)) return;
  take_words(l, p, (uint32_t)group);
  if (!actor->name.len && p->state && p->force && !s->attacker.name.len && !s->attacker.type) s->attacker.type = 1; // "residents blamed the army"
  if (!actor->name.len) return;
  sm_actor ground = sm_ground_of(l, s);
  if (actor->type == 1 && ground.iso3[0] && strcmp(actor->iso3, ground.iso3) == 0 && sm_usual_side(l, s).name.len) return; // "blamed its own air defence"
  if (s->attacker.name.len && l->score[group] >= score) return;
  const bool rival_claims = score >= CLAIMED && actor->type != 1 && s->attacker.type != 1; // "an attack by X ... Y claimed it"
  if (s->attacker.name.len && actor->iso3[0] && strcmp(actor->iso3, s->attacker.iso3) == 0 && !rival_claims) return;
  s->attacker = *actor;
  l->score[group] = score;
}

/// "allied to al-Qaeda", "linked with Islamic State": is not the party that acts.
bool sm_is_ally(const sm_scan *scan, const sm_party *p) {
  return p->first > 0 && (sm_is(scan, p->first - 1, SM_W_TO) || sm_is(scan, p->first - 1, SM_W_WITH));
}

/// "The military blamed X for a series of explosions": a sentence of several strikes that opens the report; the places of those told after it have none of
/// their own attackers.
static bool opens_series(const sm_lender *l, const sm_party *p) {
  enum { HEAD = 3 };
  const sm_story *story = l->story;
  if (p->sentence >= HEAD) return false;
  for (uint32_t i = story->trigger_at[p->sentence]; i < story->trigger_at[p->sentence + 1]; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    if (!g->verb && g->reality == SM_REAL && (g->row->flags & SM_ROW_PLURAL || g->plural) && !sm_tells_habit_by(&story->scan, g->first, g->last)) return true;
  }
  return false;
}

static void take_series(sm_lender *l, const sm_party *p, float score) {
  if (!p->actor.name.len || !opens_series(l, p)) return;
  const int whole = spoken_of(l, p->first);
  for (uint32_t i = 0; i < l->n && whole >= 0; i++) {
    sm_strike *s = &l->strikes[i];
    const bool part = s->sentence > p->sentence && l->weight[i] >= 0 && !l->open[i];
    if (!part || s->attacker.name.len || s->attacker.type || (i != (uint32_t)whole && sm_lends(&l->strikes[whole], s) <= 0)) continue;
    s->attacker = p->actor;
    l->score[i] = score;
  }
}

/// "attributed Pescador to X", "laid the Libungan bombing at the door of X": a place stands for what was done there.
static bool is_deed_at(const sm_story *story, const sm_mention *m) {
  const sm_syntax *x = &story->syntax;
  const sm_group *g = sm_group_of(x, m->first), *verb = g && g > x->groups ? g - 1 : NULL;
  if (m->role == SM_ROLE_DEMONYM || !g || g->flags & SM_GROUP_VERB) return false;
  if (g->head >= m->last) return sm_has_cue(&story->scan, g->head, SM_CUE_TRIGGER);
  const sm_cue_row *said = verb && verb->flags & SM_GROUP_VERB && verb->object == (int32_t)(g - x->groups) ? sm_cue_at(&story->scan, verb->head, SM_CUE_REPORTING, NULL) : NULL;
  return said && said->stance == 'b';
}

/// "claimed responsibility for firing at Sderot", "were responsible for hitting bases in Hermel": where the deed owned up to was done.
static bool is_aim_of_claim(const sm_story *story, const sm_party *p, const sm_mention *m) {
  enum { REACH = 9 };
  static const sm_word at[] = {SM_W_AT, SM_W_ON, SM_W_IN, SM_W_AGAINST, SM_W_NEAR};
  const sm_scan *scan = &story->scan;
  if (m->role == SM_ROLE_DEMONYM || m->first < p->last + 2 || !SM_IS_ANY(scan, m->first - 1, at)) return false;
  for (uint32_t k = m->first - 1; k > p->last && m->first - k < REACH && !sm_is_sign(scan, k, ',') && !sm_is_sign(scan, k, ';'); k--)
    if (sm_has_cue(scan, k - 1, SM_CUE_TRIGGER) && sm_is(scan, k - 2, SM_W_FOR)) return true;
  return false;
}

/// Whether the statement names the places of strikes, which it then speaks of alone.
static bool take_named(sm_lender *l, const sm_party *p, float score) {
  const sm_story *story = l->story;
  bool named = false;
  for (uint32_t m = story->mention_from[p->sentence]; p->actor.name.len && m < story->mention_from[p->sentence + 1]; m++) {
    const sm_mention *at = &story->scan.mentions->items[m];
    if (!is_deed_at(story, at) && !is_aim_of_claim(story, p, at)) continue;
    const sm_str name = sm_span_text(&story->scan, sm_tokens_span(&story->scan, at->first, at->last));
    for (uint32_t i = 0; i < l->n; i++) {
      const sm_location *told = &l->strikes[i].location;
      if (l->weight[i] < 0 || !(at->place ? told->place == at->place : sm_str_equal(told->name, name))) continue;
      named |= l->strikes[i].sentence != p->sentence;
      if (!l->strikes[i].attacker.name.len || (score >= CLAIMED && l->score[i] < CLAIMED)) l->strikes[i].attacker = p->actor, l->score[i] = score;
    }
  }
  return named;
}

static void take_statement_of(sm_lender *l, const sm_party *p, float score) {
  take_series(l, p, score);
  if (take_named(l, p, score)) return;
  uint32_t groups[SM_MOST_MEANT];
  const uint32_t n = p->actor.name.len || p->words.len ? sm_groups_before(l->hits, p->sentence, sm_strikes_meant(l->story, p->sentence), groups) : 0;
  for (uint32_t i = 0; i < n; i++) {
    if (l->strikes[groups[i]].attacker.name.len || l->weight[groups[i]] < 0) continue;
    if (p->actor.name.len) l->strikes[groups[i]].attacker = p->actor, l->score[groups[i]] = score;
    else take_words(l, p, groups[i]);
  }
  take_statement(l, p, score);
}

/// "both incidents were staged by X", in a sentence of its own.
static bool is_carried_out(const sm_story *story, const sm_trigger *g) {
  static const char *const deeds[] = {"operation", "operations", "incident", "incidents", "ambush", "both"};
  const sm_group *verb = sm_group_of(&story->syntax, g->first);
  if (!verb || !(verb->flags & SM_GROUP_VERB) || !(verb->flags & SM_GROUP_PASSIVE) || verb->subject < 0 || verb->agent < 0) return false;
  const uint32_t what = story->syntax.groups[verb->subject].head;
  return sm_has_cue(&story->scan, what, SM_CUE_TRIGGER) || SM_IS_ONE_OF(&story->scan, what, deeds);
}

/// "X said its fighters had carried out the attacks".
static bool carried_out(const sm_story *story, const sm_trigger *g) {
  const sm_scan *scan = &story->scan;
  if (g->row->kind != SM_K_CARRY || !g->verb || g->reality != SM_REAL) return false;
  if (is_carried_out(story, g)) return true;
  for (uint32_t k = g->last; k < g->last + 4 && k < scan->n; k++) {
    static const char *const deeds[] = {"operation", "operations", "ambush"};
    const bool row = sm_has_cue(scan, k, SM_CUE_TRIGGER) || SM_IS_ONE_OF(scan, k, deeds);
    if (row && k > g->last && sm_is(scan, g->last, SM_W_THE)) return true;
  }
  return false;
}

/// "There was no claim" right after a strike: only words tell who made that one.
static void leave_open(sm_lender *l, uint32_t token) {
  static const char *const nobody[] = {"No", "no", "nobody", "Nobody", "none", "None"};
  const sm_scan *scan = &l->story->scan;
  const uint32_t sentence = scan->t[token].sentence;
  const int group = spoken_of(l, token);
  bool all = false;
  for (uint32_t i = token; i > scan->s[sentence].first && token - i < 6 && !all; i--) all = SM_IS_ONE_OF(scan, i - 1, nobody);
  if (!all || group < 0 || l->strikes[group].sentence > sentence) return; // "the Taliban have not claimed it"
  if (scan->s[l->strikes[group].sentence].paragraph == scan->s[sentence].paragraph) l->open[group] = true;
}

/// "It claimed responsibility": the group that the sentence before names last, the pronoun being the subject.
static const sm_party *claimant_meant(const sm_story *story, const sm_trigger *g) {
  const sm_scan *scan = &story->scan;
  const sm_group *verb = g->sentence > 0 ? sm_group_of(&story->syntax, g->first) : NULL;
  if (!verb || !(verb->flags & SM_GROUP_VERB) || verb->subject < 0 || scan->s[g->sentence - 1].paragraph != scan->s[g->sentence].paragraph) return NULL;
  const uint32_t who = story->syntax.groups[verb->subject].head;
  if (!sm_is(scan, who, SM_W_IT) && !sm_is(scan, who, SM_W_THEY)) return NULL;
  for (uint32_t i = story->party_at[g->sentence]; i > story->party_at[g->sentence - 1]; i--) {
    const sm_party *p = &story->parties.items[i - 1];
    if (p->named && !p->state && !sm_is_passive_side(story, p) && !sm_is_helper(scan, p)) return p;
  }
  return NULL;
}

/// The words of a party name places, none of them that of the strike it would speak of: "its fighters had hit the barracks at X".
static bool tells_other_place(const sm_lender *l, const sm_party *p) {
  const sm_story *story = l->story;
  const int group = spoken_of(l, p->first);
  bool other = false;
  for (uint32_t m = story->mention_from[p->sentence]; group >= 0 && m < story->mention_from[p->sentence + 1]; m++) {
    const sm_mention *at = &story->scan.mentions->items[m];
    const sm_location *told = &l->strikes[group].location;
    if (at->role != SM_ROLE_LITERAL || at->first < p->last) continue;
    if (at->place ? at->place == told->place || at->place == told->adm1 : sm_str_equal(told->name, sm_span_text(&story->scan, at->span))) return false;
    other = true;
  }
  return other;
}

/// "officials blamed X", "X said in a statement that it had carried out the attack", "the attack was claimed by X": what a sentence lays to a party.
static void read_statement_of(sm_lender *l, const sm_party *p) {
  const sm_story *story = l->story;
  const bool named = p->actor.name.len, told = named || p->words.len, blamed = sm_is_blamed(story, p);
  const float laid = told ? sm_laid_to(story, p) : 0;
  if ((laid > 0 || blamed) && sm_tells_habit_by(&story->scan, p->first, p->last)) return; // "is usually blamed for such attacks", "earlier attacks were claimed by X"
  if (blamed) take_statement_of(l, p, 3.0f);
  else if (told && p->actor.type != 1 && (sm_claims_attack(story, p) || (named && sm_owns_up_by_noun(story, p)))) take_statement_of(l, p, 5);
  else if (named && p->actor.type != 1 && sm_tells_own_blow(story, p)) {
    if (!tells_other_place(l, p)) take_statement(l, p, 2.8f);
  } else if (laid > 0) take_statement_of(l, p, laid);
}

/// "X claimed responsibility", "officials blamed X" in sentences of their own.
void sm_read_statements(sm_lender *l) {
  const sm_story *story = l->story;
  for (uint32_t i = 0; i < story->triggers.n; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    if (g->row->kind != SM_K_RESPONSIBILITY && !carried_out(story, g)) continue;
    if (sm_is_disowned(&story->scan, g->first)) {
      l->unclaimed = true;
      leave_open(l, g->first);
      continue;
    }
    if (sm_tells_habit_by(&story->scan, g->first, g->last)) continue;
    const sm_sentence *s = &story->scan.s[g->sentence];
    float score;
    const sm_party *p = sm_find_attacker(story, g, s->first, s->last, &score);
    static const char *const bears[] = {"bear", "bears", "bore"};
    if (p && p->state && !p->named && SM_IS_ONE_OF(&story->scan, g->first, bears)) continue; // "the government bears full responsibility": for not preventing it
    if (p && sm_is_ally(&story->scan, p)) continue; // "X, a group linked to al-Qaeda, claimed responsibility": read below
    if (!p) p = claimant_meant(story, g);
    if (p) take_statement_of(l, p, 5);
  }
  for (uint32_t i = 0; i < story->scan.n_cues; i++) { // "no group has said it was behind it"
    const sm_cue *c = &story->scan.cues[i];
    if (c->cls != SM_CUE_REPORTING || !(c->row->stance == 'b' || c->row->flags & SM_ROW_CLAIM) || !sm_is_disowned(&story->scan, c->first)) continue;
    l->unclaimed = true;
    leave_open(l, c->first);
  }
  for (uint32_t i = 0; i < story->parties.n; i++)
    if (!sm_is_helper(&story->scan, &story->parties.items[i])) read_statement_of(l, &story->parties.items[i]); // no "militias backed by Iran"
}

bool sm_is_release(const sm_story *story) {
  static const char *const seats[] = {"TAMPA", "Tampa"}, *const words[] = {"Release", "RELEASE"};
  const sm_scan *scan = &story->scan;
  for (uint32_t k = 0; k < story->body_first && k < scan->n; k++) {
    const bool dated = sm_is_sign(scan, k, '(') && scan->t[k + 1].flags & SM_TOKEN_CAPITAL && k + 2 < story->body_first && sm_has_cue(scan, k + 1, SM_CUE_TIME);
    if (dated || SM_IS_ONE_OF(scan, k, seats)) return true;
  }
  for (uint32_t k = 0; k < scan->n && k < 3; k++)
    if (SM_IS_ONE_OF(scan, k, words) && (sm_is_sign(scan, k + 1, '.') || sm_is_sign(scan, k + 1, ':'))) return true;
  return false;
}
