// A sentence parts into hits: one for each struck place, or for each side that struck.
#include "scene.h"

bool sm_when_opens_clause(const sm_story *story, const sm_when *w) {
  return w->flags & SM_WHEN_AFTER || (w->flags & SM_WHEN_SAME && sm_is(&story->scan, w->last - 1, SM_W_AFTER));
}

/// "on the day before that": a word of a day, no break.
static bool is_in_day(const sm_story *story, uint32_t s, uint32_t token) {
  for (uint32_t i = story->when_at[s]; i < story->when_at[s + 1]; i++) {
    const sm_when *w = &story->whens.items[i];
    if (sm_between(token, w->first, w->last)) return !sm_when_opens_clause(story, w);
  }
  return false;
}

/// "A day after missiles hit A, killing 23": the sentence begins with a clause that another follows.
static bool opens_under(const sm_story *story, uint32_t s) {
  enum { OPENING = 5 };
  const sm_scan *scan = &story->scan;
  const uint32_t first = scan->s[s].first, last = scan->s[s].last;
  for (uint32_t k = first; k < last && k < first + OPENING; k++) {
    if (sm_is(scan, k, SM_W_AFTER) || (k == first && (sm_is(scan, k, SM_W_WHEN) || sm_is(scan, k, SM_W_AS) || sm_is(scan, k, SM_W_WHILE)))) return true;
    if (!sm_has_cue(scan, k, SM_CUE_TIME) && !sm_has_cue(scan, k, SM_CUE_NUMBER) && !sm_is(scan, k, SM_W_A)) return false;
  }
  return false;
}

/// "| rockets struck B": a comma before the subject of the main clause.
static bool opens_main(const sm_story *story, uint32_t comma, uint32_t end) {
  const sm_syntax *y = &story->syntax;
  const sm_group *g = sm_is_sign(&story->scan, comma, ',') ? sm_group_of(y, comma + 1) : NULL;
  if (!g || g->flags & SM_GROUP_VERB) return false;
  for (const sm_group *v = g + 1; v < y->groups + y->n && v->first < end; v++)
    if (v->flags & SM_GROUP_FINITE && v->subject == (int32_t)(g - y->groups)) return true;
  return false;
}

/// ", which killed six,", ", killing six,", ", with six dead,": more about the place before, up to the next comma.
static bool opens_aside(const sm_story *story, uint32_t comma) {
  static const char *const with[] = {"with", "without"};
  const unsigned part = comma + 1 < story->scan.n ? story->syntax.part[comma + 1] : SM_PART_STOP;
  return part == SM_PART_WH || part == SM_PART_ING || SM_IS_ONE_OF(&story->scan, comma + 1, with);
}

/// "killing five and wounding ten, | as rebels fired mortars at B": what others did meanwhile.
static bool opens_meanwhile(const sm_story *story, uint32_t k, uint32_t end) {
  const sm_syntax *y = &story->syntax;
  const sm_group *who = sm_is(&story->scan, k, SM_W_AS) ? sm_group_of(y, k + 1) : NULL;
  if (!who || who->flags & (SM_GROUP_VERB | SM_GROUP_PRONOUN | SM_GROUP_TIME) || who->first != k + 1) return false;
  for (const sm_group *v = who + 1; v < y->groups + y->n && v->first < end; v++)
    if (v->flags & SM_GROUP_FINITE && !(v->flags & SM_GROUP_PASSIVE) && v->subject == (int32_t)(who - y->groups)) return story->scan.mask[who->head] & (1u << SM_CUE_FORCE | 1u << SM_CUE_WEAPON | 1u << SM_CUE_ACTOR | 1u << SM_CUE_TRIGGER);
  return false;
}

/// "killed six and wounded 29, | and a suicide bomber in B blew up a car": the next place stands with the subject of a clause of its own.
static bool opens_with_place(const sm_story *story, uint32_t k, uint32_t b) {
  enum { REACH = 4 };
  const sm_syntax *y = &story->syntax;
  const sm_scan *scan = &story->scan;
  const uint32_t place = scan->mentions->items[b].first;
  const sm_group *who = sm_is(scan, k, SM_W_AND) ? sm_group_of(y, k + 1) : NULL;
  if (!who || who->first != k + 1 || who->flags & (SM_GROUP_VERB | SM_GROUP_PRONOUN | SM_GROUP_TIME) || who->last > place || place > who->last + REACH || !sm_is_preposition(scan, who->last)) return false;
  uint32_t struck = 0;
  for (uint32_t i = who->first; i < who->last; i++) struck |= scan->mask[i] & (1u << SM_CUE_FORCE | 1u << SM_CUE_WEAPON | 1u << SM_CUE_ACTOR | 1u << SM_CUE_TRIGGER);
  for (const sm_group *v = struck ? who + 1 : y->groups + y->n; v < y->groups + y->first_of[scan->t[k].sentence + 1]; v++)
    if (v->flags & SM_GROUP_FINITE && !(v->flags & SM_GROUP_RELATIVE)) return v->first > place && v->subject == (int32_t)(who - y->groups);
  return false;
}

/// Where the part of one place ends and that of the next begins: the last strong break between them.
static uint32_t break_between(const sm_story *story, uint32_t a, uint32_t b) {
  const sm_scan *scan = &story->scan;
  uint32_t from = scan->mentions->items[a].last, to = scan->mentions->items[b].first;
  uint32_t best = to;
  int strength = 0;
  static const char *const follows[] = {"followed", "preceded"}, *const behind[] = {"following"}; // "the bombing at A was followed on Sunday by a blast at B"
  const uint32_t answered = sm_answer_between(story, a, b);
  if (answered != SM_NO_TOKEN) return answered;
  const bool under = opens_under(story, scan->t[from].sentence);
  const uint32_t past = sm_past_bracket(scan, sm_past_unit(scan, &scan->mentions->items[a])); // "A (2 killed, 4 injured), B"
  for (uint32_t k = past < to ? past : from; k < to; k++) {
    if (under && opens_main(story, k, to)) return k;
    const bool own = k <= from + 1 && !sm_is_sign(scan, k, ';') && k + 2 < to && scan->t[k + 1].flags & SM_TOKEN_NUMBER && !sm_is_preposition(scan, k + 2); // "A - 2 killed, B - 1 killed"
    int here = sm_is_sign(scan, k, ';') ? 7 // "A - a shell, one hurt; B"
               : !own && (sm_is_sign(scan, k, '_') || sm_is_sign(scan, k, ':')) ? 6
               : sm_is(scan, k, SM_W_WHILE) || SM_IS_ONE_OF(scan, k, follows) || sm_is(scan, k, SM_W_BUT) || sm_is(scan, k, SM_W_AFTER) || sm_is(scan, k, SM_W_BEFORE) || (SM_IS_ONE_OF(scan, k, behind) && !sm_is(scan, k - 1, SM_W_THE)) ? 5
               : opens_with_place(story, k, b) ? 6
               : (sm_is(scan, k, SM_W_AND) && sm_opens_clause(story, k, to)) || opens_meanwhile(story, k, to) ? 4 // "hit A and killed two, and planes bombed B"
               : sm_is(scan, k, SM_W_AND) || sm_is(scan, k, SM_W_WHEN) || sm_is(scan, k, SM_W_AS) ? 3
               : sm_is_sign(scan, k, ',') ? 2 - opens_aside(story, k)
                                          : 0;
    if (here > strength && !is_in_day(story, scan->t[k].sentence, k)) strength = here, best = k;
  }
  const uint32_t s = scan->t[from].sentence;
  for (uint32_t i = story->when_at[s]; i < story->when_at[s + 1]; i++) // "in A on Friday, a day after a bomb hit B": the words for the day go with the later
    if (sm_when_opens_clause(story, &story->whens.items[i]) && sm_between(best, story->whens.items[i].first, story->whens.items[i].last)) return story->whens.items[i].first;
  return best;
}

/// "hit an apartment in A and a house in B": no verb between the two, so that both are told by the one before.
static bool is_coordinated(const sm_story *story, uint32_t a, uint32_t b) {
  const sm_scan *scan = &story->scan;
  uint32_t from = scan->mentions->items[a].last, to = scan->mentions->items[b].first;
  bool joined = false;
  for (uint32_t k = from; k < to; k++) {
    const sm_group *g = sm_group_of(&story->syntax, k);
    if ((g && g->flags & SM_GROUP_VERB) || sm_has_cue(scan, k, SM_CUE_TRIGGER) || sm_has_cue(scan, k, SM_CUE_CASUALTY) || sm_has_cue(scan, k, SM_CUE_TIME)) return false;
    if (sm_is_punct(scan, k) && !sm_is_sign(scan, k, ',') && !sm_is_sign(scan, k, '-')) return false;
    joined |= sm_is(scan, k, SM_W_AND);
  }
  return joined && !sm_is_next_clause(story, a, b);
}

static bool is_list_gap(const sm_story *story, uint32_t a, uint32_t b) {
  const sm_scan *scan = &story->scan;
  uint32_t from = scan->mentions->items[a].last, to = scan->mentions->items[b].first;
  if (sm_has_own_toll(story, a, b) || sm_is_armed_gap(scan, from, &scan->mentions->items[b])) return false;
  if (is_coordinated(story, a, b) || sm_is_itemised(story, a, b)) return true;
  for (uint32_t k = from; k < to; k++)
    if (!(sm_is_sign(scan, k, ',') || sm_is(scan, k, SM_W_AND) || sm_is(scan, k, SM_W_OR) || sm_is(scan, k, SM_W_IN) || sm_is(scan, k, SM_W_THE) || sm_is(scan, k, SM_W_AT) ||
          (scan->t[k].entry && scan->t[k].entry->word_bits & (SM_WORD_NOUN_LOCATION | SM_WORD_ADJECTIVE) && !sm_has_cue(scan, k, SM_CUE_TRIGGER))))
      return false;
  return true;
}

static bool add_hit(const sm_story *story, sm_hits *hits, size_t *cap, const sm_hit *hit) {
  sm_hit *items = sm_arena_grow(story->scan.arena, hits->items, hits->n, cap, sizeof *items);
  if (!items) return false;
  hits->items = items;
  items[hits->n++] = *hit;
  return true;
}

/// Where a sentence without places turns to the other side: "Islamabad said it hit ..., while Tehran said its ...".
static uint32_t turn_of(const sm_story *story, const sm_content *c, const sm_anchors *anchors) {
  for (uint32_t i = 0; i + 1 < anchors->n; i++)
    for (uint32_t k = anchors->items[i]->last; k < anchors->items[i + 1]->first; k++)
      if (sm_is(&story->scan, k, SM_W_WHILE) || sm_is_sign(&story->scan, k, ';')) return k;
  return c->last;
}

/// "bombed positions on Monday, a day after a rocket hit X", "shelled villages in retaliation for a mine near X": where the only place is that of a
/// strike told behind the one that the sentence tells first; the end if nowhere.
static uint32_t earlier_from(const sm_story *story, uint32_t s, const sm_content *c, const sm_anchors *anchors, const sm_spots *places) {
  static const char *const answers[] = {"retaliation", "response", "revenge", "reply", "reprisal", "answer"};
  const sm_scan *scan = &story->scan;
  static const char *const follows[] = {"followed", "follows"};
  const sm_trigger *first = anchors->n > 1 ? anchors->items[0] : NULL;
  if (first && places->n && !first->verb && SM_IS_ONE_OF(scan, first->last, follows) && scan->mentions->items[places->items[0]].first > first->last) return first->last; // "Today's attack followed bombings in X"
  if (!first || !places->n || (first->definite && !first->verb) || first->row->kind == SM_K_KILL || first->row->kind == SM_K_HARM) return c->last; // "a depot burned after a drone attack near X"
  const uint32_t place = scan->mentions->items[places->items[0]].first;
  uint32_t joint = first->last;
  while (joint < place && !sm_is(scan, joint, SM_W_AFTER) && !SM_IS_ONE_OF(scan, joint, answers)) joint++;
  if (joint == place) return c->last;
  bool anew = false;
  for (uint32_t i = 1; i < anchors->n && !anew; i++) anew = anchors->items[i]->first > joint && anchors->items[i]->first < place && !(anchors->items[i]->definite && !anchors->items[i]->verb);
  if (!anew) return c->last;
  for (uint32_t i = story->when_at[s]; i < story->when_at[s + 1]; i++) // "a day after"
    if (story->whens.items[i].flags & SM_WHEN_AFTER && sm_between(joint, story->whens.items[i].first, story->whens.items[i].last)) joint = story->whens.items[i].first;
  return joint;
}

/// "; on Tuesday", "; the day before", "and on Friday": a part with a day of its own.
static bool opens_dated(const sm_story *story, uint32_t s, uint32_t sign) {
  const sm_scan *scan = &story->scan;
  uint32_t k = sign + 1;
  if (!sm_is_sign(scan, sign, ';') && !sm_is(scan, sign, SM_W_AND)) return false;
  while (k < scan->s[s].last && (sm_is(scan, k, SM_W_AND) || sm_is(scan, k, SM_W_ON) || sm_is(scan, k, SM_W_THE))) k++;
  for (uint32_t i = story->when_at[s]; i < story->when_at[s + 1]; i++) {
    const sm_when *w = &story->whens.items[i];
    if (w->first > sign && w->first <= k && w->last > k && w->prec == 1) return true;
  }
  return false;
}

/// "Two days after a bombing at A, a drone hit a car", "A bomber hit A; on Tuesday shells fell on a market": where a sentence that begins with a
/// strike and its place turns to one of another day without a place; the end if nowhere.
static uint32_t later_from(const sm_story *story, uint32_t s, const sm_content *c, const sm_anchors *anchors, const sm_spots *places) {
  const sm_when *w = story->when_at[s] < story->when_at[s + 1] ? &story->whens.items[story->when_at[s]] : NULL;
  if (!places->n || anchors->n < 2 || !w) return c->last;
  const bool under = w->first <= c->first + 1 && w->flags & SM_WHEN_AFTER; // "Exactly a year after"
  uint32_t sign = story->scan.mentions->items[places->items[places->n - 1]].last;
  while (sign < c->last && !(under && opens_main(story, sign, c->last)) && !opens_dated(story, s, sign)) sign++;
  const sm_trigger *early = anchors->items[0], *late = NULL;
  for (uint32_t i = 1; i < anchors->n && !late; i++)
    if (anchors->items[i]->first > sign && anchors->items[i]->verb) late = anchors->items[i];
  if (!late || early->first > sign || late->reality != SM_REAL) return c->last;
  const sm_syntax *y = &story->syntax;
  for (uint32_t g = y->first_of[s]; g < y->first_of[s + 1]; g++) // not "and on Monday buried those whom it killed"
    if (sm_between(y->groups[g].first, sign, late->first) && y->groups[g].last <= late->first && y->groups[g].flags & SM_GROUP_FINITE && !(y->groups[g].flags & SM_GROUP_REPORTING)) return c->last;
  bool weapon = late->row->kind != SM_K_KILL && late->row->kind != SM_K_HARM; // "a bomber killed six"
  for (uint32_t k = sign; k < late->first && !weapon; k++) weapon = sm_has_cue(&story->scan, k, SM_CUE_WEAPON);
  return weapon ? sign : c->last;
}

/// All that happens in this part may come or is denied: "should a missile fall on A, strikes ...".
static bool is_unreal(const sm_story *story, const sm_hit *hit) {
  bool unreal = false;
  for (uint32_t i = story->trigger_at[hit->sentence]; i < story->trigger_at[hit->sentence + 1]; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    if (!sm_between(g->first, hit->first, hit->last)) continue;
    if (g->reality == SM_REAL) return false;
    unreal = true;
  }
  return unreal;
}

/// "tore up the runway of A and destroyed houses in B": a weaker verb counts beside a strong one.
static bool has_verb(const sm_story *story, const sm_hit *hit) {
  for (uint32_t i = story->trigger_at[hit->sentence]; i < story->trigger_at[hit->sentence + 1]; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    if (sm_between(g->first, hit->first, hit->last) && g->verb && g->reality == SM_REAL && g->row->strength > 0) return true;
  }
  return false;
}

/// "Schools in A and B were closed": something else was done there.
static bool tells_other(const sm_story *story, const sm_hit *hit) {
  const sm_syntax *y = &story->syntax;
  for (uint32_t g = y->first_of[hit->sentence]; g < y->first_of[hit->sentence + 1]; g++)
    if (y->groups[g].flags & SM_GROUP_FINITE && y->groups[g].flags & SM_GROUP_PASSIVE && !(y->groups[g].flags & SM_GROUP_RELATIVE) && sm_between(y->groups[g].first, hit->first, hit->last)) return true;
  return false;
}

/// "bombed X on Tuesday; on Friday a house in Y, whose owner died": a day at the head of the part, and no verb with tense before its place.
static bool opens_with_day(const sm_story *story, const sm_hit *hit) {
  const sm_scan *scan = &story->scan;
  uint32_t k = hit->first;
  if (!sm_is_sign(scan, k, ';') && !sm_is_sign(scan, k, ',') && !sm_is(scan, k, SM_W_AND)) return false;
  while (k < hit->last && (sm_is_punct(scan, k) || sm_is(scan, k, SM_W_AND) || sm_is(scan, k, SM_W_ON))) k++;
  if (sm_is(scan, k, SM_W_THE)) k++;
  bool day = false;
  for (uint32_t i = story->when_at[hit->sentence]; i < story->when_at[hit->sentence + 1]; i++) day |= story->whens.items[i].first == k && !(story->whens.items[i].flags & SM_WHEN_AFTER);
  if (!day) return false;
  for (const uint32_t place = scan->mentions->items[hit->place].first; k < place; k++) {
    const sm_group *g = sm_group_of(&story->syntax, k);
    if (g && g->flags & SM_GROUP_VERB) return false;
  }
  return true;
}

/// "and | another two | on B": more of what the verb before tells.
static bool is_more(const sm_scan *scan, uint32_t i) {
  static const char *const more[] = {"more", "others"};
  const sm_cue_row *mode = sm_cue_at(scan, i, SM_CUE_MODE, NULL);
  return sm_is(scan, i, SM_W_AND) || sm_has_cue(scan, i, SM_CUE_NUMBER) || (mode && mode->kind == SM_K_ANOTHER) || SM_IS_ONE_OF(scan, i, more);
}

/// "hit A, where two died; B, where a school burned down", "... and B, where ...": the next of those that a verb struck, with a clause of its own.
static bool is_next_where(const sm_story *story, const sm_hit *hit) {
  static const char *const clause[] = {"where"};
  const sm_scan *scan = &story->scan;
  const sm_mention *place = &scan->mentions->items[hit->place];
  const uint32_t after = sm_past_unit(scan, place);
  if (!(sm_is_sign(scan, hit->first, ';') || sm_is(scan, hit->first, SM_W_AND)) || !sm_is_sign(scan, after, ',') || !SM_IS_ONE_OF(scan, after + 1, clause)) return false;
  for (uint32_t k = hit->first + 1; k < place->first; k++)
    if (!sm_is_preposition(scan, k) && !sm_is(scan, k, SM_W_THE) && !sm_is(scan, k, SM_W_AND)) return false;
  return true;
}

/// "hit A on Tuesday and B on Wednesday": a part without a verb of its own is told by the one before.
static bool is_gapped(const sm_story *story, const sm_hit *hit) {
  const sm_syntax *y = &story->syntax;
  if (opens_with_day(story, hit) || is_next_where(story, hit)) return true;
  for (uint32_t g = y->first_of[hit->sentence]; g < y->first_of[hit->sentence + 1]; g++)
    if (y->groups[g].flags & SM_GROUP_VERB && y->groups[g].first < hit->last && y->groups[g].last > hit->first && !(y->groups[g].flags & SM_GROUP_REPORTING)) return false;
  const sm_scan *scan = &story->scan;
  for (uint32_t k = hit->first + 1; k < scan->mentions->items[hit->place].first; k++) // not "and investments in B"
    if (!sm_is_preposition(scan, k) && !sm_is_article(scan, k) && !sm_has_cue(scan, k, SM_CUE_TIME) && !sm_has_cue(scan, k, SM_CUE_TARGET) && !is_more(scan, k)) return false;
  return sm_is(scan, hit->first, SM_W_AND) || sm_is_sign(scan, hit->first, ',');
}

bool sm_opens_answer(const sm_scan *scan, uint32_t first, uint32_t last) {
  enum { OPENING = 5 };
  static const char *const answers[] = {"response", "retaliation", "revenge", "reprisal", "following"};
  for (uint32_t k = first; k < last && k < first + OPENING; k++)
    if ((sm_is(scan, k, SM_W_AFTER) && !sm_has_cue(scan, k + 1, SM_CUE_TIME)) || SM_IS_ONE_OF(scan, k, answers)) return true; // but "after midnight"
  return false;
}

static void take_triggers(sm_hit *hit, const sm_hit *before) {
  memcpy(hit->triggers, before->triggers, sizeof hit->triggers);
  hit->n_triggers = before->n_triggers;
  if (!hit->weapons) hit->weapons = before->weapons;
  hit->consequence = false;
}

/// The hit told last, from one on, by a word of its own; NULL none.
static const sm_hit *last_with_trigger(const sm_hits *hits, size_t from) {
  size_t i = hits->n;
  while (i > from && !hits->items[i - 1].n_triggers) i--;
  return i > from ? &hits->items[i - 1] : NULL;
}

/// "destroyed 23 targets in Iraq, after nine of its soldiers were killed in an attack": where the sentence turns to dead who were avenged, behind the
/// verb of the strike and its place; the end if nowhere.
static uint32_t avenged_from(const sm_story *story, const sm_hit *hit, const sm_anchors *anchors) {
  static const char *const hours[] = {"midnight", "dark", "dawn", "dusk", "nightfall", "sunset", "sunrise", "noon", "midday"}; // "after dark and killed two"
  const sm_scan *scan = &story->scan;
  const sm_trigger *g = anchors->n ? anchors->items[0] : NULL;
  if (!g || !g->verb || g->passive || g->row->kind == SM_K_KILL || g->row->kind == SM_K_BLAST || hit->place < 0) return hit->last;
  uint32_t m = (uint32_t)hit->place; // told first
  while (m > story->mention_from[hit->sentence] && scan->mentions->items[m - 1].place == scan->mentions->items[hit->place].place) m--;
  const uint32_t place = scan->mentions->items[m].last, from = place > g->last ? place : g->last;
  for (uint32_t k = from; k < hit->last; k++) {
    if (!sm_is(scan, k, SM_W_AFTER) || SM_IS_ONE_OF(scan, k + 1, hours) || sm_has_cue(scan, k + 1, SM_CUE_TIME)) continue;
    uint32_t end = k; // of its clause: "after it left a post, killing two"
    while (end < hit->last && !sm_is_sign(scan, end, ',')) end++;
    bool killed = false, verb = false;
    for (uint32_t i = story->figure_at[hit->sentence]; i < story->figure_at[hit->sentence + 1]; i++) {
      const sm_figure *f = &story->figures.items[i];
      killed |= f->cue > k && f->cue < end && f->killed_high > 0;
    }
    for (uint32_t i = k; i < end && !verb; i++) {
      const sm_group *v = sm_group_of(&story->syntax, i);
      verb = v && v->flags & SM_GROUP_VERB && v->flags & SM_GROUP_FINITE;
    }
    return killed && verb ? k : hit->last;
  }
  return hit->last;
}

/// "responded with artillery", "struck back", "returned fire".
static bool is_answering(const sm_scan *scan, const sm_group *verb) {
  static const char *const answers[] = {"responded", "retaliated", "replied"}, *const hits[] = {"struck", "hit", "fired", "shot"}, *const back[] = {"back"}, *const returns[] = {"returned"}, *const fire[] = {"fire"};
  return SM_IS_ONE_OF(scan, verb->head, answers) || (SM_IS_ONE_OF(scan, verb->head, hits) && SM_IS_ONE_OF(scan, verb->head + 1, back)) || (SM_IS_ONE_OF(scan, verb->head, returns) && SM_IS_ONE_OF(scan, verb->head + 1, fire));
}

/// "Rockets hit a base in X, and Turkish artillery fired back": where the sentence turns to whoever answered, behind the deed and its place, with no place
/// or toll told of that; the end if nowhere.
static uint32_t answer_from(const sm_story *story, const sm_hit *hit, const sm_anchors *anchors) {
  const sm_syntax *x = &story->syntax;
  const uint32_t s = hit->sentence;
  if (!anchors->n || hit->place < 0) return hit->last;
  const uint32_t place = story->scan.mentions->items[hit->place].last, deed = anchors->items[0]->last, from = place > deed ? place : deed;
  for (uint32_t i = x->first_of[s]; i < x->first_of[s + 1]; i++) {
    const sm_group *v = &x->groups[i], *who = v->flags & SM_GROUP_VERB && v->first >= from && v->first < hit->last && v->subject >= 0 ? &x->groups[v->subject] : NULL;
    if (!who || who->first < from || !is_answering(&story->scan, v)) continue;
    for (uint32_t f = story->figure_at[s]; f < story->figure_at[s + 1]; f++)
      if (story->figures.items[f].cue > who->first) return hit->last;
    for (uint32_t m = story->mention_from[s]; m < story->mention_from[s + 1]; m++)
      if (story->scan.mentions->items[m].first > v->last && story->scan.mentions->items[m].role == SM_ROLE_LITERAL) return hit->last;
    return who->first;
  }
  return hit->last;
}

/// "Shelling killed nine in Donetsk region, including three in Toretsk": of the region, whose places are told next.
static bool is_overall(const sm_story *story, const sm_hit *hit) {
  const sm_mention *m = hit->place >= 0 ? &story->scan.mentions->items[hit->place] : NULL;
  bool overall = false;
  for (uint32_t i = story->figure_at[hit->sentence]; m && i < story->figure_at[hit->sentence + 1]; i++)
    overall |= story->figures.items[i].flags & SM_FIGURE_OVERALL && sm_between(story->figures.items[i].cue, hit->first, hit->last);
  if (!overall || !m->place) return false;
  const sm_place_brief b = sm_gazetteer_brief(story->scan.reader->gazetteer, m->place);
  return b.kind == SM_KIND_COUNTRY || b.kind == SM_KIND_ADM1 || b.kind == SM_KIND_REGION || ((b.kind == SM_KIND_CITY || b.kind == SM_KIND_ADM2) && !hit->n_figures);
}

/// Tokens [first, last) tell of dead or hurt.
static bool has_toll(const sm_story *story, uint32_t s, uint32_t first, uint32_t last) {
  for (uint32_t i = story->figure_at[s]; i < story->figure_at[s + 1]; i++) {
    const sm_figure *f = &story->figures.items[i];
    if (sm_between(f->cue, first, last) && (f->killed_high > 0 || f->injured_high > 0) && !(f->flags & (SM_FIGURE_SUM | SM_FIGURE_OVERALL | SM_FIGURE_PART))) return true;
  }
  return false;
}

/// "The shrapnel injured another officer, while the battalion in Aguachica was attacked, leaving 20 hurt": where the sentence turns from the strike
/// told before to the only place that it names; the end if nowhere.
static uint32_t told_before_place(const sm_story *story, const sm_hits *hits, const sm_content *c, uint32_t s, const sm_spots *places) {
  const sm_scan *scan = &story->scan;
  if (places->n != 1 || !hits->n || hits->items[hits->n - 1].sentence + 1 != s || scan->s[hits->items[hits->n - 1].sentence].paragraph != scan->s[s].paragraph) return c->last;
  const uint32_t place = scan->mentions->items[places->items[0]].first;
  for (uint32_t k = c->first + 1; k < place; k++)
    if (sm_is(scan, k, SM_W_WHILE) || sm_is_sign(scan, k, ';')) return has_toll(story, s, c->first, k) && has_toll(story, s, k, c->last) ? k : c->last;
  return c->last;
}

/// One hit for each struck place of the sentence, or one without a place.
/// "Following the air strike early on Saturday, | a rocket hit a field in X": behind what is told of a strike that was told before; else the start.
static uint32_t past_reference(const sm_story *story, uint32_t s, const sm_content *c, const sm_anchors *anchors) {
  static const char *const opens[] = {"Following", "After"};
  const sm_scan *scan = &story->scan;
  if (!SM_IS_ONE_OF(scan, c->first, opens) || anchors->n < 2 || !anchors->items[0]->definite || anchors->items[0]->verb) return c->first;
  uint32_t comma = c->first + 1;
  for (; comma < c->last && !sm_is_sign(scan, comma, ','); comma++) {
    const sm_group *g = sm_group_of(&story->syntax, comma);
    if (scan->mention_at[comma] || (g && g->flags & SM_GROUP_FINITE && g->flags & SM_GROUP_VERB)) return c->first;
  }
  for (uint32_t i = story->figure_at[s]; i < story->figure_at[s + 1]; i++)
    if (story->figures.items[i].cue < comma) return c->first;
  return anchors->items[0]->last <= comma && anchors->items[1]->first > comma ? comma : c->first;
}

/// "and navy ships replied by shelling X": the part has a subject of its own that fights.
static bool has_own_force(const sm_story *story, const sm_hit *hit) {
  const unsigned tense = SM_GROUP_VERB | SM_GROUP_FINITE;
  for (uint32_t i = hit->first; i < hit->last; i++) {
    const sm_group *verb = sm_group_of(&story->syntax, i);
    if (!verb || verb->head != i || (verb->flags & tense) != tense || verb->flags & (SM_GROUP_PASSIVE | SM_GROUP_RELATIVE) || verb->subject < 0) continue;
    const sm_group *who = &story->syntax.groups[verb->subject];
    if (who->first < hit->first || who->flags & SM_GROUP_PRONOUN) return false;
    for (uint32_t k = who->first; k < who->last; k++)
      if (story->scan.mask[k] & (1u << SM_CUE_FORCE | 1u << SM_CUE_ACTOR | 1u << SM_CUE_OUTFIT)) return true;
    return false;
  }
  return false;
}

/// "strikes on Syria, and Iraq, where it struck": a part without a side of its own is told of the one before in the sentence.
static void take_attacker(const sm_story *story, const sm_hits *hits, sm_hit *hit) {
  const sm_hit *before = hits->n ? &hits->items[hits->n - 1] : NULL;
  if (!before || before->sentence != hit->sentence || !before->attacker.name.len || hit->attacker.name.len || hit->attacker_score != 0) return;
  if (!sm_opens_answer(&story->scan, hit->first, hit->last) && !has_own_force(story, hit)) hit->attacker = before->attacker, hit->attacker_score = 1;
}

/// What a sentence tells in a part of its own, before it turns to its places or behind them.
static sm_hit read_turned(const sm_story *story, sm_scene *sc, const sm_anchors *anchors, uint32_t s, uint32_t first, uint32_t last) {
  sm_hit hit = sm_hit_at(s, first, last);
  sm_read_triggers(story, anchors, &hit);
  hit.turned = true;
  sm_finish_hit(story, sc, &hit, false);
  return hit;
}

bool sm_part_sentence(const sm_story *story, sm_scene *sc, uint32_t s, const sm_content *c, const sm_anchors *anchors, const sm_spots *places,
                          sm_hits *hits, size_t *cap) {
  uint32_t n = places->n ? places->n : 1, start = past_reference(story, s, c, anchors), told = 0;
  sm_hit whole = {.n_triggers = 0};
  sm_content under = *c;
  const uint32_t end = c->last;
  under.last = later_from(story, s, c, anchors, places);
  c = &under;
  const uint32_t earlier = places->n ? earlier_from(story, s, c, anchors, places) : c->last;
  uint32_t turn = !places->n ? turn_of(story, c, anchors) : earlier < c->last ? earlier : told_before_place(story, hits, c, s, places);
  if (turn < c->last) {
    sm_hit first = read_turned(story, sc, anchors, s, c->first, turn);
    if (!add_hit(story, hits, cap, &first)) return false;
    sm_keep_date(story, sc, &first);
    start = turn;
    sc->n_hits++;
  }
  const size_t of_sentence = hits->n;
  const sm_scene main = *sc; // what the report goes on to tell is of the strike told first
  for (uint32_t i = 0; i < n; i++) {
    sm_hit hit = sm_hit_at(s, start, c->last);
    hit.turned = turn < c->last;
    uint32_t run = i;
    while (run + 1 < n && is_list_gap(story, places->items[run], places->items[run + 1])) run++;
    if (run + 1 < n) hit.last = break_between(story, places->items[run], places->items[run + 1]);
    for (uint32_t k = i; k <= run; k++) {
      sm_hit one = hit;
      if (places->n) one.place = (int)places->items[k], one.place_score = places->scores[k];
      if (run + 1 == n) {
        one.last = avenged_from(story, &one, anchors);
        one.last = answer_from(story, &one, anchors);
      }
      one.list_place = run > i || (i > 0 && sm_has_own_toll(story, places->items[i - 1], places->items[i]));
      sm_read_triggers(story, anchors, &one);
      one.consequence = one.n_triggers == 0;
      if (one.consequence && anchors->n && is_unreal(story, &one)) continue;
      sm_finish_hit(story, sc, &one, k > i);
      if (run > i && one.place >= 0) sm_date_by_place(story, &one);
      if (sm_is_general(story, &one, c)) {
        hits->general_weapons |= one.weapons;
        continue;
      }
      if (run + 1 < n && is_overall(story, &one)) {
        whole = one;
        continue;
      }
      if (start > c->first) take_attacker(story, hits, &one);
      const bool bare = one.place >= 0 && !one.n_triggers;
      const sm_hit *lead = bare ? last_with_trigger(hits, of_sentence) : NULL;
      if (lead && is_gapped(story, &one)) take_triggers(&one, lead);
      if (bare && !one.n_triggers && whole.n_triggers) {
        take_triggers(&one, &whole);
        if (!one.attacker.name.len) one.attacker = whole.attacker, one.attacker_score = whole.attacker_score;
      }
      const bool idle = (run == i && !one.weapons) || tells_other(story, &one);
      if (n > 1 && idle && !one.n_triggers && !one.n_figures && !has_verb(story, &one)) continue;
      if (k > i) one.definite = false;
      do {
        if (!add_hit(story, hits, cap, &one)) return false;
        sm_keep_date(story, sc, &one);
        told++;
      } while (sm_repeat_on_next_day(story, &one));
    }
    start = hit.last;
    i = run;
  }
  if (c->last < end) {
    sm_hit later = read_turned(story, sc, anchors, s, c->last, end);
    later.turned = later.attacker.name.len > 0; // else near where the earlier was
    if (!add_hit(story, hits, cap, &later)) return false;
    sm_keep_date(story, sc, &later);
    told++;
  }
  if (places->n && earlier < c->last) *sc = main;
  if (told) sc->last_hit_sentence = s;
  sc->n_hits += told;
  return true;
}
