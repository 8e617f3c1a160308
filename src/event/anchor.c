// What counts as the telling of a strike: triggers with what stands beside them, tolls alone, reports of other things.
#include "away.h"
#include "deed.h"
#include "scene.h"
#include "struck.h"

/// "Gunmen planted a device on a road", "armed men laid a mine": people with guns whose verb has a munition for its object.
static bool handles_munition(const sm_story *story, uint32_t i) {
  const sm_syntax *x = &story->syntax;
  const sm_group *g = sm_group_of(x, i);
  for (const sm_group *v = g; g && v < x->groups + x->first_of[story->scan.t[i].sentence + 1]; v++) {
    if (!(v->flags & SM_GROUP_VERB) || v->subject != (int32_t)(g - x->groups) || v->object < 0) continue;
    const sm_cue_row *w = sm_cue_at(&story->scan, x->groups[v->object].head, SM_CUE_WEAPON, NULL);
    return w && w->kind != SM_K_GUN && !(v->flags & SM_GROUP_PASSIVE);
  }
  return false;
}

/// "the air force destroyed a base", "the coalition launched 19 raids": who strikes from the air alone, where it does not only speak.
static bool flies(const sm_story *story, const sm_party *p) {
  static const char *const air[] = {"air", "Air"}, *const forces[] = {"force", "Force", "forces", "component"}, *const raids[] = {"raid", "raids", "sorties"};
  enum { COALITION = 8, BEFORE = 5 };
  const sm_scan *scan = &story->scan;
  if (sm_has_cue(scan, p->last, SM_CUE_REPORTING) && !sm_has_cue(scan, p->last, SM_CUE_TRIGGER)) return false; // but "carried out"
  if (p->weapons & SM_WEAPON_AIRSTRIKE || (p->last >= p->first + 2 && SM_IS_ONE_OF(scan, p->last - 2, air) && SM_IS_ONE_OF(scan, p->last - 1, forces))) return true;
  for (uint32_t k = p->last; p->actor.type == COALITION && k < scan->s[p->sentence].last && k < p->last + BEFORE; k++)
    if (SM_IS_ONE_OF(scan, k, raids)) return true;
  return false;
}

/// The "drone" of "a drone base", the "rocket" of "a rocket factory": what a place is for.
static bool is_for_place(const sm_story *story, uint32_t i, uint32_t end) {
  const sm_group *g = sm_group_of(&story->syntax, i);
  return g && !(g->flags & SM_GROUP_VERB) && g->head >= end && sm_has_cue(&story->scan, g->head, SM_CUE_TARGET) && !sm_has_cue(&story->scan, g->head, SM_CUE_WEAPON);
}

/// "a town that troops took two years ago", "groups that have clashed with the army": what a place or those who were struck have lived through.
static bool is_history(const sm_story *story, const sm_trigger *g) {
  enum { REACH = 12 };
  const sm_scan *scan = &story->scan;
  const uint32_t floor = scan->s[g->sentence].first;
  bool behind = false;
  for (uint32_t i = story->trigger_at[g->sentence]; i < story->trigger_at[g->sentence + 1]; i++) behind |= story->triggers.items[i].last <= g->first && story->triggers.items[i].row->kind != SM_K_GROUND;
  for (uint32_t i = story->figure_at[g->sentence]; i < story->figure_at[g->sentence + 1]; i++) behind |= story->figures.items[i].cue < g->first; // "injured five in X, where she was captured"
  for (uint32_t k = g->first; behind && k > floor + 1 && g->first - k < REACH; k--) {
    if (sm_is_punct(scan, k - 1)) return false;
    const bool who = sm_is(scan, k - 1, SM_W_WHO);
    if (!who && !sm_is(scan, k - 1, SM_W_THAT) && !sm_is(scan, k - 1, SM_W_WHICH) && !sm_is(scan, k - 1, SM_W_WHERE)) continue;
    if (who || sm_is_have(scan, k)) return sm_is_have(scan, k);
    const uint32_t place = sm_is_sign(scan, k - 2, ',') && k > floor + 2 ? k - 3 : k - 2;
    const sm_lexicon_entry *e = scan->t[place].entry;
    return scan->mention_at[place] || (e && e->word_bits & SM_WORD_NOUN_LOCATION);
  }
  return false;
}

/// "opened fire with artillery", "fired first with heavy mortars": the token behind the word for shooting.
static bool is_fired_with_munition(const sm_scan *scan, uint32_t behind, uint32_t end) {
  enum { REACH = 4 };
  uint32_t k = behind;
  if (k < end && !sm_is(scan, k, SM_W_WITH)) k++; // "first"
  if (k >= end || !sm_is(scan, k, SM_W_WITH)) return false;
  for (uint32_t i = k + 1; i < end && i < k + REACH && !sm_is_punct(scan, i); i++) {
    const sm_cue_row *w = sm_cue_at(scan, i, SM_CUE_WEAPON, NULL);
    if (w) return w->kind != SM_K_GUN && w->weapons;
  }
  return false;
}

static sm_content read_content(const sm_story *story, uint32_t s) {
  enum { TOLD = 1u << SM_CUE_WEAPON | 1u << SM_CUE_MODE | 1u << SM_CUE_TARGET };
  const sm_scan *scan = &story->scan;
  sm_content c = {.first = scan->s[s].first, .last = scan->s[s].last};
  if (c.first < story->body_first) c.first = story->body_first < c.last ? story->body_first : c.last;
  const bool dead = scan->sentence_mask[s] & (1u << SM_CUE_CASUALTY);
  for (uint32_t i = c.first; i < c.last; i++) {
    uint32_t end = i + 1;
    c.gun |= dead && sm_is_shot_dead(scan, i);
    if (!(scan->mask[i] & TOLD)) continue; // as most
    const sm_cue_row *w = sm_cue_at(scan, i, SM_CUE_WEAPON, &end), *mode = sm_cue_at(scan, i, SM_CUE_MODE, NULL);
    if (w && i > c.first && sm_is_sign(scan, i - 1, '"') && sm_is_sign(scan, end, '"')) continue; // a title
    static const char *const no[] = {"no", "No"};
    if (w && (sm_is_simile(scan, i) || is_for_place(story, i, end) || (i > c.first && SM_IS_ONE_OF(scan, i - 1, no)))) continue; // "no bombs were used"
    c.supply |= mode && mode->kind == SM_K_SUPPLY;
    if (w && w->kind == SM_K_GUN) c.gun |= !handles_munition(story, i) && !is_fired_with_munition(scan, end, c.last) && !sm_is_regiment(scan, i) && !sm_is_told_aside(story, i) && !sm_is_hurt_count(story, i); // "four gunmen were killed"
    else if (w && (w->kind == SM_K_CARRIER || w->kind == SM_K_WEAKCARRIER || w->kind == SM_K_SHIP)) c.carrier |= !sm_is_conveyance(story, i);
    else if (w) c.munition = true, c.weapons |= w->weapons;
    if (sm_has_cue(scan, i, SM_CUE_TARGET)) c.target = true;
  }
  for (uint32_t i = story->party_at[s]; i < story->party_at[s + 1]; i++) {
    c.force |= story->parties.items[i].force;
    c.named_party |= story->parties.items[i].named;
    c.carrier |= flies(story, &story->parties.items[i]);
  }
  for (uint32_t i = story->figure_at[s]; i < story->figure_at[s + 1]; i++)
    c.figure |= !(story->figures.items[i].flags & SM_FIGURE_SUM);
  for (uint32_t i = story->mention_from[s]; i < story->mention_from[s + 1]; i++)
    c.place |= scan->mentions->items[i].role == SM_ROLE_LITERAL && scan->mentions->items[i].first >= c.first;
  for (uint32_t i = story->trigger_at[s]; i < story->trigger_at[s + 1]; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    c.ground |= !sm_is_told_aside(story, g->first) && ((g->row->kind == SM_K_GROUND && !is_history(story, g)) || sm_is_land_raid(story, g));
    c.moves |= g->verb && (g->row->strength > 0 || g->row->kind == SM_K_CARRY) && g->reality == SM_REAL;
  }
  for (uint32_t i = story->syntax.first_of[s]; i < story->syntax.first_of[s + 1]; i++)
    c.finite |= (story->syntax.groups[i].flags & (SM_GROUP_VERB | SM_GROUP_FINITE)) == (SM_GROUP_VERB | SM_GROUP_FINITE);
  c.question = c.last > c.first && sm_is_sign(scan, c.last - 1, '?'), c.day = story->when_at[s] < story->when_at[s + 1];
  return c;
}

sm_content sm_content_of(const sm_story *story, uint32_t s) {
  sm_content *kept = &story->contents[s];
  if (!kept->known) *kept = read_content(story, s), kept->known = true;
  return *kept;
}

/// "He bombed, by his own account": an attack on nothing, with nothing.
static bool is_objectless(const sm_story *story, const sm_trigger *g, const sm_content *c) {
  return g->row->kind == SM_K_ATTACK && g->verb && !g->passive && !c->munition && !c->place && !c->target && !c->figure &&
         g->last < story->scan.n && sm_is_punct(&story->scan, g->last) && !sm_is_sign(&story->scan, g->last, '"');
}

/// "A parked car exploded. Minutes later another ripped through a row of shops."
static bool follows_blast(const sm_story *story, uint32_t s) {
  if (s == 0 || story->scan.s[s - 1].paragraph != story->scan.s[s].paragraph) return false;
  for (uint32_t i = story->trigger_at[s - 1]; i < story->trigger_at[s]; i++)
    if (story->triggers.items[i].row->kind == SM_K_BLAST && story->triggers.items[i].reality == SM_REAL) return true;
  return false;
}

/// "A third landed beside the school", "One fell on our own", "The others came down in a field": what fell was named before.
static bool stands_for_munition(const sm_story *story, const sm_trigger *g) {
  static const char *const words[] = {"One", "one", "Another", "another", "other", "others", "second", "third", "fourth", "fifth", "first", "It", "it", "Both", "last", "rest"};
  const sm_scan *scan = &story->scan;
  if (!g->verb || g->passive || (g->row->form != SM_F_PAST && g->row->form != SM_F_ANY)) return false;
  const sm_group *verb = sm_group_of(&story->syntax, g->first);
  if (!verb || !(verb->flags & SM_GROUP_VERB) || verb->subject < 0) return false;
  const sm_group *subject = &story->syntax.groups[verb->subject];
  if (!SM_IS_ONE_OF(scan, subject->head, words) && !sm_has_cue(scan, subject->head, SM_CUE_NUMBER)) return false;
  return sm_munition_before(scan, g->sentence) || follows_blast(story, g->sentence);
}

static bool has_no_object(const sm_story *story, const sm_trigger *g) {
  const sm_group *verb = g->verb && g->row->form == SM_F_PAST ? sm_group_of(&story->syntax, g->first) : NULL;
  return verb && verb->flags & SM_GROUP_VERB && verb->object < 0;
}

/// "Airplanes flew to help the besieged. Three houses were flattened.": the sentence before, in the paragraph, tells of aircraft or of what they carry.
static bool follows_flight(const sm_story *story, uint32_t s) {
  if (s == 0 || story->scan.s[s - 1].paragraph != story->scan.s[s].paragraph) return false;
  const sm_content before = sm_content_of(story, s - 1);
  return (before.carrier || (before.munition && before.weapons)) && !before.supply;
}

static bool is_counted_at_all(const sm_scan *scan, const sm_trigger *g) {
  return g->first > 0 && (sm_has_cue(scan, g->first - 1, SM_CUE_NUMBER) || scan->t[g->first - 1].flags & SM_TOKEN_NUMBER);
}

/// Does the trigger tell of a strike, by its strength and what stands beside it?
static bool qualifies(const sm_story *story, const sm_trigger *g, const sm_content *c, bool open) {
  const sm_cue_row *row = g->row;
  switch (row->kind) {
  case SM_K_GROUND: // "gunships opened fire on a camp", "gunmen with suicide vests stormed a school"
    if (c->weapons & SM_WEAPON_IED && c->figure && row->strength == 0 && g->verb) return true; // "ambushed a convoy with landmines"
    if (row->strength > 0 && c->carrier && g->verb && !g->passive && sm_weapon_of_subject(&story->scan, &story->syntax, g)) return true;
    return row->strength > 0 && (c->munition || c->carrier || (!c->gun && sm_is_army_fire(story, g))) && (!c->gun || c->weapons & SM_WEAPON_SUICIDE_BOMB);
  case SM_K_FOIL: return false;
  case SM_K_KILL: // "a drone killed four", "its jets killed 20"
    return ((c->munition && c->weapons) || (!g->passive && stands_for_munition(story, g) && !has_no_object(story, g)) || (c->carrier && !g->passive && row->form != SM_F_ING && sm_weapon_of_subject(&story->scan, &story->syntax, g))) && c->figure && !c->gun && !c->ground;
  case SM_K_INTERCEPT: return c->munition || (c->carrier && row->strength > 0) || (open && sm_meets_launched(story, g));
  case SM_K_HAPPEN:
  case SM_K_TURN:
  case SM_K_CARRY: return false;
  case SM_K_RESPONSIBILITY: return false;
  default: break;
  }
  bool thing = !g->verb && row->form != SM_F_NOUN && row->form != SM_F_ING && row->form != SM_F_NV && row->form != SM_F_NVS; // "shells"
  if (thing && ((c->supply && (!c->figure || sm_is_killed_by_hand(story, g->sentence))) || !(c->figure || c->moves || ((!c->finite || !row->weapons) && (c->day || c->place || c->target))))) return false;
  if (row->strength >= 3) return true;
  if (row->kind == SM_K_HARM && row->strength == 0) return open && c->target && c->place && has_no_object(story, g); // "In Herat a depot burned"
  bool weapon = c->munition || c->carrier;
  if (row->strength == 2) {
    const bool blown = row->kind == SM_K_BLAST && g->verb && c->force && !has_no_object(story, g); // "Gunmen blew up a house", but thieves a cash machine
    if (c->gun && !c->munition && !c->carrier && !blown) return false;
    if (c->ground && !weapon) return false;
    if (g->definite && !g->verb && !open) return weapon || c->figure || c->place || c->day;
    if (row->kind == SM_K_BLAST && !g->verb) return true;
    return weapon || c->figure || c->force || (c->named_party && (c->place || c->target)) || (g->definite && open) || (c->target && c->moves && row->kind == SM_K_NOUN) || (c->place && (row->kind == SM_K_NOUN || row->kind == SM_K_BLAST || (g->plural && !g->verb) || c->target)) || open || sm_is_town_under_fire(story, g) || (c->place && sm_is_strike_on_place(story, g)) || ((row->kind == SM_K_FALL || row->kind == SM_K_BLAST) && stands_for_munition(story, g));
  }
  if (row->strength == 1) {
    if (row->kind == SM_K_HARM && g->passive && c->target && story->scan.sentence_mask[g->sentence] & SM_AFTER_WEAPON && follows_flight(story, g->sentence)) return true;
    if (row->kind == SM_K_HARM || (row->kind == SM_K_FALL && g->passive)) return c->munition || c->carrier || (open && (c->target || c->place || sm_is_harm_of_place(story, g)));
    if (story->from_air && !g->verb && row->kind == SM_K_ATTACK && c->figure && sm_leads_to_struck(&story->scan, g->last)) return true; // "a raid on a school left 12 dead"
    const bool counted = !g->verb && open && !c->gun && !c->ground && is_counted_at_all(&story->scan, g); // "- Razih: two raids on a school"
    if (row->kind == SM_K_ATTACK) return c->munition || c->carrier || counted || (open && g->verb && !c->gun && !c->ground && sm_is_at_settlement(story, g)) || (c->figure && sm_is_coalition_raid(story, g)) || (!c->gun && !c->ground && sm_is_army_fire(story, g));
    if (row->kind == SM_K_FALL && !g->verb && g->plural && open && is_counted_at_all(&story->scan, g)) return true; // "14 arrivals"
    if (row->kind == SM_K_LAUNCH && g->verb && !c->gun && sm_munition_told(story, g->sentence) && sm_is_at_settlement(story, g)) return true;
    return c->munition || (c->carrier && row->kind == SM_K_LAUNCH) || (row->kind == SM_K_FALL && stands_for_munition(story, g));
  }
  return false;
}

/// One day or a few are told, not only the time since when something goes on.
static bool has_single_day(const sm_story *story, uint32_t s) {
  for (uint32_t i = story->when_at[s]; i < story->when_at[s + 1]; i++) {
    const sm_when *w = &story->whens.items[i];
    const bool run = !(w->flags & SM_WHEN_ANCHOR) && w->end - w->start > SM_LONG_DAYS;
    if (w->first >= story->body_first && !run && !(w->flags & (SM_WHEN_VAGUE | SM_WHEN_SINCE | SM_WHEN_FUTURE)) && !sm_is_speech_day(story, w)) return true;
  }
  return false;
}

/// "20,000 sorties since 2015", "this year's bombings": a count over a long time.
static bool is_long_told(const sm_story *story, uint32_t s) {
  bool day = false, years = false;
  if (story->whens.published == SM_NO_DATE) return false; // an old report's own year
  for (uint32_t i = story->when_at[s]; i < story->when_at[s + 1]; i++) {
    const sm_when *w = &story->whens.items[i];
    if (w->flags & SM_WHEN_ANCHOR) continue;
    years |= w->end - w->start > SM_LONGEST_RANGE;
    day |= w->end - w->start <= SM_LONGEST_RANGE && !(w->flags & SM_WHEN_FUTURE) && !sm_is_speech_day(story, w); // not "in 2014, it said in a report last week"
  }
  return years && !day;
}

static bool is_in_trigger(const sm_story *story, uint32_t s, uint32_t token) {
  for (uint32_t i = story->trigger_at[s]; i < story->trigger_at[s + 1]; i++)
    if (sm_between(token, story->triggers.items[i].first, story->triggers.items[i].last)) return true;
  return false;
}

/// "November of that year": of the year told before.
static bool is_of_year_told(const sm_scan *scan, const sm_when *w) {
  static const char *const year[] = {"year"};
  const uint32_t k = w->last + (sm_is(scan, w->last, SM_W_OF) ? 1 : 0);
  return sm_is(scan, k, SM_W_THAT) && SM_IS_ONE_OF(scan, k + 1, year);
}

/// "left 12 soldiers dead at X in December 2016": the verb that the day belongs to has a toll or a strike between the two.
static bool is_of_toll(const sm_story *story, uint32_t head, const sm_when *w) {
  for (uint32_t k = head; k < w->first; k++) {
    const sm_group *g = sm_group_of(&story->syntax, k);
    if (k > head && g && g->flags & SM_GROUP_VERB && g->flags & SM_GROUP_FINITE) return false;
    if (sm_has_cue(&story->scan, k, SM_CUE_CASUALTY)) return true;
  }
  return false;
}

/// "sentenced for the attack in which thirty were killed in January 2016": the only day that fits is over a year old.
bool sm_read_long_past(const sm_story *story, uint32_t s) {
  const sm_date published = story->whens.published;
  if (published == SM_NO_DATE) return false;
  if (sm_goes_on_old_year(story, s)) return true;
  bool old = sm_has_old_year(story, s);
  for (uint32_t i = story->when_at[s]; i < story->when_at[s + 1]; i++) {
    const sm_when *w = &story->whens.items[i];
    if (w->flags & (SM_WHEN_ANCHOR | SM_WHEN_SINCE) || w->first < story->body_first || is_of_year_told(&story->scan, w)) continue;
    if (story->trigger_at[s] < story->trigger_at[s + 1] && sm_is_history(story, w, story->triggers.items[story->trigger_at[s]].first)) continue;
    uint32_t head = sm_head_of_when(story, w);
    const sm_group *verb = head == SM_NO_TOKEN ? NULL : sm_group_of(&story->syntax, head);
    bool told = head == SM_NO_TOKEN || (verb && verb->flags & SM_GROUP_REPORTING) || is_in_trigger(story, s, head) || sm_has_cue(&story->scan, head, SM_CUE_TRIGGER) || sm_has_cue(&story->scan, head, SM_CUE_CASUALTY) || is_of_toll(story, head, w);
    if (told && w->end >= published - 366) return false;
    old |= told;
  }
  return old;
}

bool sm_has_new_day(const sm_story *story, uint32_t s, int days) {
  static const char *const ago[] = {"ago"};
  if (story->whens.published == SM_NO_DATE) return false;
  for (uint32_t i = story->when_at[s]; i < story->when_at[s + 1]; i++) {
    const sm_when *w = &story->whens.items[i];
    if (w->flags & (SM_WHEN_ANCHOR | SM_WHEN_SINCE | SM_WHEN_FUTURE) || w->first < story->body_first || w->end < story->whens.published - days || (w->prec >= 4 && w->end >= story->whens.published) || (w->first > 0 && SM_IS_ONE_OF(&story->scan, w->first - 1, ago))) continue; // "ten years ago this week"
    uint32_t head = sm_head_of_when(story, w);
    if (head == SM_NO_TOKEN || is_in_trigger(story, s, head) || sm_has_cue(&story->scan, head, SM_CUE_TRIGGER) || sm_has_cue(&story->scan, head, SM_CUE_CASUALTY)) return true;
  }
  return false;
}

bool sm_goes_on_past(const sm_story *story, const sm_scene *sc, uint32_t s) {
  if (!sc->past || story->whens.published == SM_NO_DATE || sm_has_new_day(story, s, 366)) return false;
  return sc->n_hits == 0 || story->scan.s[s].paragraph == story->scan.s[sc->past_sentence].paragraph;
}

/// "will sink a ship with bombs dropped by jets": a participle or a weapon under a verb of what is to come.
static bool is_under_modal(const sm_story *story, const sm_trigger *g, uint32_t floor) {
  const sm_syntax *x = &story->syntax;
  const sm_group *own = sm_group_of(x, g->first);
  if (own && own->flags & SM_GROUP_FINITE) return false;
  if (!g->verb && !sm_has_cue(&story->scan, g->first, SM_CUE_WEAPON)) return false;
  for (uint32_t k = g->first; k > floor; k--) {
    const sm_group *verb = sm_group_of(x, k - 1);
    if (sm_is_sign(&story->scan, k - 1, ';') || sm_is_sign(&story->scan, k - 1, ':') || sm_is(&story->scan, k - 1, SM_W_AFTER)) return false;
    if (!verb || !(verb->flags & SM_GROUP_VERB) || !(verb->flags & SM_GROUP_FINITE) || verb->flags & SM_GROUP_RELATIVE) continue;
    for (uint32_t i = verb->first; i < verb->last; i++)
      if (sm_is(&story->scan, i, SM_W_HAVE)) return false; // "could have been hit by a drone dropped ..."
    return verb->flags & SM_GROUP_MODAL;
  }
  return false;
}

/// "organised crime is now attacking with explosives": the present, with no day, place or toll.
static bool is_habit(const sm_story *story, const sm_trigger *g, const sm_content *c) {
  if (!g->verb || g->row->form != SM_F_ING || c->figure || c->day || c->place) return false;
  const sm_group *verb = sm_group_of(&story->syntax, g->first);
  for (uint32_t k = verb ? verb->first : g->first; k < g->first; k++)
    if (sm_is(&story->scan, k, SM_W_IS) || sm_is(&story->scan, k, SM_W_ARE)) return true;
  return false;
}

/// "eight times", "night after night", "for weeks": how often or how long, after the trigger, or how long at the head of the sentence.
static bool is_repeated(const sm_scan *scan, const sm_trigger *g) {
  enum { LEAD = 6 };
  static const char *const spans[] = {"weeks", "months", "years", "decades"}, *const times[] = {"times"};
  const uint32_t first = scan->s[g->sentence].first, end = scan->s[g->sentence].last;
  for (uint32_t k = first + 1; sm_is(scan, first, SM_W_FOR) && k < g->first && k < first + LEAD && !sm_is_punct(scan, k); k++)
    if (SM_IS_ONE_OF(scan, k, spans)) return true;
  for (uint32_t k = g->last; k < end && k < g->last + 9; k++) {
    const sm_cue_row *mode = sm_cue_at(scan, k, SM_CUE_MODE, NULL);
    if (mode && mode->kind == SM_K_HABIT) return true;
    if (SM_IS_ONE_OF(scan, k, times) && sm_has_cue(scan, k - 1, SM_CUE_NUMBER)) return true;
    if (k < g->last + 4 && sm_is(scan, k, SM_W_FOR) && (SM_IS_ONE_OF(scan, k + 1, spans) || SM_IS_ONE_OF(scan, k + 2, spans))) return true;
    if (sm_is_sign(scan, k, ';')) return false;
  }
  return false;
}

/// "in ten years", "over the last six months".
static bool is_span_told(const sm_scan *scan, uint32_t s) {
  static const char *const spans[] = {"months", "years", "decades"};
  for (uint32_t k = scan->s[s].first + 2; k < scan->s[s].last; k++)
    if (SM_IS_ONE_OF(scan, k, spans) && (sm_has_cue(scan, k - 1, SM_CUE_NUMBER) || scan->t[k - 1].flags & SM_TOKEN_NUMBER) && (sm_is(scan, k - 2, SM_W_IN) || sm_is(scan, k - 2, SM_W_OVER) || sm_is(scan, k - 2, SM_W_FOR))) return true;
  return false;
}

/// "accuse each other of shelling the site"; not "exploded within minutes of each other".
static bool is_mutual(const sm_scan *scan, uint32_t s) {
  static const char *const each[] = {"each"}, *const other[] = {"other"}, *const one[] = {"one"}, *const another[] = {"another"};
  for (uint32_t k = scan->s[s].first; k + 1 < scan->s[s].last; k++)
    if ((k == scan->s[s].first || !sm_is(scan, k - 1, SM_W_OF)) && ((SM_IS_ONE_OF(scan, k, each) && SM_IS_ONE_OF(scan, k + 1, other)) || (SM_IS_ONE_OF(scan, k, one) && SM_IS_ONE_OF(scan, k + 1, another)))) return true;
  return false;
}

/// "The war, now in its ninth week, has killed hundreds in air strikes".
static bool is_told_of_war(const sm_story *story, uint32_t s) {
  static const char *const words[] = {"war", "conflict", "fighting", "violence", "insurgency"};
  const sm_scan *scan = &story->scan;
  uint32_t first = scan->s[s].first;
  if (!sm_is(scan, first, SM_W_THE) || first + 2 >= scan->s[s].last || !SM_IS_ONE_OF(scan, first + 1, words)) return false;
  for (uint32_t k = first + 2; k < scan->s[s].last; k++)
    if (sm_is_have(scan, k)) return true;
  return false;
}

/// The toll of a sentence is of another strike that it tells.
static bool is_beside_strike(const sm_story *story, const sm_trigger *g, uint32_t s) {
  for (uint32_t i = story->trigger_at[s]; i < story->trigger_at[s + 1]; i++) {
    const sm_trigger *o = &story->triggers.items[i];
    if (o != g && o->reality == SM_REAL && !o->reacted && o->row->strength >= 2 && o->first < g->first) return true;
  }
  return false;
}

/// "have also shelled", "has meanwhile bombed": one more strike.
static bool tells_more(const sm_story *story, const sm_group *verb) {
  for (uint32_t k = verb->first; k < verb->last; k++) {
    const sm_cue_row *mode = sm_cue_at(&story->scan, k, SM_CUE_MODE, NULL);
    if (mode && mode->kind == SM_K_ANOTHER) return true;
  }
  return false;
}

/// "Lahore has seen a wave of bombings": what somebody or a place has been through.
static bool is_lived_through(const sm_story *story, const sm_trigger *g) {
  static const char *const through[] = {"seen", "witnessed", "suffered", "experienced", "endured", "faced", "known", "weathered", "survived"};
  const sm_syntax *y = &story->syntax;
  for (uint32_t i = y->first_of[g->sentence]; !g->verb && g->plural && i < y->first_of[g->sentence + 1] && y->groups[i].first < g->first; i++) {
    const sm_group *verb = &y->groups[i];
    if (verb->flags & SM_GROUP_VERB && (sm_is_have(&story->scan, verb->first)) && SM_IS_ONE_OF(&story->scan, verb->head, through)) return true;
  }
  return false;
}

/// "drones have attacked silos", "missiles have hit it eight times since October": no strike of its own.
static bool is_told_in_general(const sm_story *story, const sm_trigger *g, const sm_content *c, uint32_t s, bool open) {
  if (story->whens.published == SM_NO_DATE) return false; // days may be told that cannot be read
  if (sm_is_before_court(story, g, s) || is_told_of_war(story, s) || (!c->figure && sm_is(&story->scan, c->first, SM_W_THERE) && sm_is_have(&story->scan, c->first + 1) && !has_single_day(story, s))) return true; // "There has been an uptick in violence, with incidents targeting civilians"
  if (story->scan.ns < SM_SHORT_NOTE) return false;
  if (g->plural && !g->verb && is_span_told(&story->scan, s)) return true;
  if (c->figure && !(g->reacted && g->definite && is_beside_strike(story, g, s))) return false;
  if (g->reacted) return !sm_has_new_day(story, s, 366);
  if (has_single_day(story, s)) return false;
  if (is_repeated(&story->scan, g) || is_mutual(&story->scan, s) || is_lived_through(story, g)) return true;
  const sm_group *verb = g->verb ? sm_group_of(&story->syntax, g->first) : NULL;
  if (!verb || !(verb->flags & SM_GROUP_VERB) || verb->subject < 0 || !(sm_is(&story->scan, verb->first, SM_W_HAS) || sm_is(&story->scan, verb->first, SM_W_HAVE))) return false;
  if (tells_more(story, verb)) return false; // "the forces have also shelled areas in X"
  if (open && !c->day && !g->passive && !(story->scan.mask[story->syntax.groups[verb->subject].head] & (1u << SM_CUE_WEAPON | 1u << SM_CUE_TRIGGER))) return true; // "the group has fired missiles at X"
  const sm_lexicon_entry *e = story->scan.t[story->syntax.groups[verb->subject].head].entry;
  return e && e->word_bits & SM_WORD_PLURAL;
}

/// "has sent warplanes to the frontier": where they go, not what they do; but "launched drones at the port".
static bool is_posting(const sm_story *story, const sm_trigger *g, const sm_content *c) {
  const sm_group *verb = g->verb && g->row->kind == SM_K_LAUNCH && !c->munition ? sm_group_of(&story->syntax, g->first) : NULL;
  if (!verb || !(verb->flags & SM_GROUP_VERB) || verb->object < 0) return false;
  const sm_group *object = &story->syntax.groups[verb->object];
  if (object->last < story->scan.n && (sm_is(&story->scan, object->last, SM_W_AT) || sm_is(&story->scan, object->last, SM_W_AGAINST))) return false;
  for (uint32_t k = object->first; k < object->last; k++)
    if (sm_has_cue(&story->scan, k, SM_CUE_WEAPON)) return true;
  return false;
}

/// "air strikes were reported in A", "missiles were seen over B": what tells that they came.
static bool is_noticed(const sm_story *story, const sm_trigger *g, const sm_group *verb) {
  static const char *const words[] = {"heard", "seen", "conducted", "staged", "mounted", "verified"}, *const notes[] = {"reported", "recorded", "registered", "documented", "confirmed", "observed", "claimed", "attributed"};
  const sm_cue_row *says = sm_cue_at(&story->scan, verb->head, SM_CUE_REPORTING, NULL);
  static const char *const met[] = {"followed", "preceded", "blamed", "witnessed", "timed", "met", "felt", "welcomed"}; // "the missile strike on A was followed by protests"
  if (SM_IS_ONE_OF(&story->scan, verb->head, words) || (g->row->kind == SM_K_NOUN && SM_IS_ONE_OF(&story->scan, verb->head, met))) return true;
  return g->row->form == SM_F_NOUN && g->row->strength >= 3 && says && says->stance != 'd' && SM_IS_ONE_OF(&story->scan, verb->head, notes);
}

/// "was reduced to rubble by an air strike", "burned to the ground": what a munition did.
static bool is_ruined(const sm_scan *scan, const sm_group *verb) {
  enum { REACH = 5 };
  static const char *const ruins[] = {"rubble", "ruins", "ruin", "ash", "ashes", "dust", "debris", "ground", "pieces", "wasteland", "crater", "wreckage"};
  for (uint32_t k = verb->last; k < verb->last + REACH && k < scan->n && !sm_is(scan, k, SM_W_BY); k++)
    if (SM_IS_ONE_OF(scan, k, ruins)) return true;
  return false;
}

/// "rockets were unloaded", "the war is decided by shells": munitions with which something else is done.
static bool is_idle_thing(const sm_story *story, const sm_trigger *g, const sm_content *c) {
  const sm_syntax *x = &story->syntax;
  const int32_t own = (int32_t)x->group_at[g->first] - 1;
  if (g->verb || own < 0 || c->figure || c->moves || !sm_has_cue(&story->scan, g->first, SM_CUE_WEAPON)) return false;
  for (uint32_t i = x->first_of[g->sentence]; i < x->first_of[g->sentence + 1]; i++) {
    const sm_group *verb = &x->groups[i];
    if (!(verb->flags & SM_GROUP_PASSIVE) || (verb->subject != own && verb->agent != own) || (verb->flags & SM_GROUP_RELATIVE && sm_has_cue(&story->scan, verb->head, SM_CUE_CASUALTY))) continue; // "the man who was injured by a mortar"
    if (is_noticed(story, g, verb) || (verb->agent == own && is_ruined(&story->scan, verb))) return false;
    const sm_lexicon_entry *e = story->scan.t[verb->head].entry;
    return !(e && e->word_bits & (SM_WORD_VERB_MOTION | SM_WORD_VERB_CONTACT)) || sm_has_cue(&story->scan, verb->head, SM_CUE_MODE);
  }
  return false;
}

void sm_find_anchors(const sm_story *story, const sm_content *c, uint32_t s, bool open, unsigned with, sm_anchors *out) {
  out->n = 0;
  if (sm_is_long_past(story, s)) return;
  for (uint32_t i = story->trigger_at[s]; i < story->trigger_at[s + 1] && out->n < SM_MAX_ANCHORS; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    if (g->first < c->first || g->general || !(g->reality == SM_REAL || g->reality == SM_HISTORY || g->reality == SM_THREATENED || g->reality == SM_PLANNED) || !qualifies(story, g, c, open)) continue; // as most
    if (sm_is_aside(story, g->first) || sm_is_background(story, g, c, s, open) || (g->many && !c->day && !c->figure) || is_habit(story, g, c) || is_told_in_general(story, g, c, s, open) || is_idle_thing(story, g, c) || is_posting(story, g, c) || (g->plural && !g->verb && is_long_told(story, s))) continue;
    bool wanted = g->reality == SM_REAL || (g->reality == SM_HISTORY && sm_has_new_day(story, s, SM_LONG_DAYS)) || (g->reality == SM_THREATENED && with & SM_WITH_THREATENED) || (g->reality == SM_PLANNED && with & SM_WITH_PLANNED);
    if (g->reality == SM_REAL && is_under_modal(story, g, c->first)) continue;
    if (c->question && !c->day && !c->place) continue; // "Whose rocket killed them?"
    if (wanted && !is_objectless(story, g, c)) out->items[out->n++] = g;
  }
}

enum { MIN_SENTENCES = 8 }; ///< a short note tells of its strike even in the plural

/// A number of eight or more, no year, in the three words before a token.
static bool is_counted(const sm_scan *scan, uint32_t i) {
  enum { FEW = 8, A_YEAR = 1900, BACK = 3 };
  for (uint32_t k = i > BACK ? i - BACK : 0; k < i; k++) {
    int value;
    uint32_t last;
    if (scan->t[k].sentence == scan->t[i].sentence && sm_read_number(scan, k, &value, &last) && last <= i) return value >= FEW && value < A_YEAR;
  }
  return false;
}

/// "has carried out more than 300 air strikes in the last year": many, over a long time.
static bool is_count_over_time(const sm_story *story, const sm_hit *hit) {
  enum { LONG = 20 };
  if (hit->when < 0 || hit->date_inherited || hit->end - hit->start < LONG) return false;
  for (uint32_t i = 0; i < hit->n_triggers; i++) {
    const sm_trigger *g = &story->triggers.items[hit->triggers[i]];
    if (g->plural && !g->verb && is_counted(&story->scan, g->first)) return true;
  }
  return false;
}

/// "similar bombings in the past", "recent attacks on buses in the south": attacks of a kind, no attack.
static bool is_told_as_kind(const sm_story *story, const sm_hit *hit) {
  static const char *const words[] = {"similar", "previous", "past", "earlier", "recent", "frequent", "regular", "repeated", "such"};
  if (hit->when >= 0 && !hit->date_inherited && hit->prec <= 3) return false;
  for (uint32_t i = 0; i < hit->n_triggers; i++) {
    const sm_trigger *g = &story->triggers.items[hit->triggers[i]];
    const sm_group *noun = sm_group_of(&story->syntax, g->first);
    const sm_cue_row *happens = sm_cue_at(&story->scan, g->last, SM_CUE_TRIGGER, NULL);
    if (g->verb || !g->plural || !noun || noun->flags & SM_GROUP_VERB) return false;
    if (happens && happens->kind == SM_K_HAPPEN && hit->place >= 0 && !hit->place_inherited) return false; // "Similar attacks occurred in A and B"
    bool kind = false;
    for (uint32_t k = noun->first; k < g->first && !kind; k++) kind = SM_IS_ONE_OF(&story->scan, k, words);
    if (!kind) return false;
  }
  return true;
}

/// "explosions in Sanaa and near Taiz": a noise is heard at one time, not told as a custom.
static bool is_blast_heard(const sm_story *story, const sm_hit *hit) {
  static const char *const words[] = {"explosions", "blasts", "detonations"};
  for (uint32_t i = 0; i < hit->n_triggers; i++)
    if (SM_IS_ONE_OF(&story->scan, story->triggers.items[hit->triggers[i]].first, words)) return true;
  return false;
}

/// "the tit-for-tat strikes", "attacks in Iran against its Guards": told in the plural, without a toll or day of its
/// own and without a place or a weapon.
bool sm_is_general(const sm_story *story, const sm_hit *hit, const sm_content *c) {
  if (hit->n_triggers && !hit->n_figures && (is_count_over_time(story, hit) || is_told_as_kind(story, hit) || sm_is_summary(story, hit))) return true;
  if (hit->n_triggers == 0 || hit->n_figures || hit->intercepted || c->figure || story->scan.ns < MIN_SENTENCES) return false;
  for (uint32_t i = 0; i < hit->n_triggers; i++) {
    const sm_trigger *g = &story->triggers.items[hit->triggers[i]];
    bool method = g->verb && g->row->form == SM_F_ING && hit->place < 0; // "accused of razing villages and using air strikes"
    if (!method && (g->verb || !g->plural)) return false;
  }
  bool day = hit->when >= 0 && !hit->date_inherited && hit->prec <= 3;
  bool place = hit->place >= 0 && !hit->place_inherited && hit->place_score >= 0.9f;
  if (day && hit->attacker.name.len && hit->attacker_score >= 1.5f) return false; // "Pakistan answered on Thursday with a series of strikes"
  if (place && is_blast_heard(story, hit)) return false;
  return !place || (!day && !hit->weapons);
}

/// "One missile, at a quarter past one, has taken ...": what flew opens the sentence.
static bool is_munition_subject(const sm_story *story, const sm_content *c) {
  const sm_scan *scan = &story->scan;
  for (uint32_t i = c->first; i < c->last && i < c->first + 5; i++) {
    const sm_cue_row *w = sm_cue_at(scan, i, SM_CUE_WEAPON, NULL);
    if (w && w->flags & SM_ROW_UNIT) return true;
    const sm_group *verb = sm_group_of(&story->syntax, i);
    if (verb && (verb->flags & (SM_GROUP_VERB | SM_GROUP_FINITE)) == (SM_GROUP_VERB | SM_GROUP_FINITE)) return false; // "police found a bomb"
    uint32_t m = scan->mention_at[i];
    if (m && scan->mentions->items[m - 1].role != SM_ROLE_DEMONYM) return false;
    if (sm_is(scan, i, SM_W_IN) || sm_is(scan, i, SM_W_OF) || sm_is(scan, i, SM_W_WITH) || sm_has_cue(scan, i, SM_CUE_TRIGGER)) return false;
  }
  return false;
}

/// "The bomb lay three metres under the site": its verb tells where it is.
static bool is_lying(const sm_story *story, uint32_t s) {
  const sm_syntax *y = &story->syntax;
  for (uint32_t i = y->first_of[s]; i < y->first_of[s + 1]; i++) {
    if (!(y->groups[i].flags & SM_GROUP_VERB) || !(y->groups[i].flags & SM_GROUP_FINITE)) continue;
    const sm_cue_row *mode = sm_cue_at(&story->scan, y->groups[i].head, SM_CUE_MODE, NULL);
    return mode && mode->kind == SM_K_IDLE;
  }
  return false;
}

/// "protests that followed the death of Mahsa Amini on 16 September": by name, as a noun, with a day of its own.
static bool is_named_death(const sm_story *story, const sm_figure *f, const sm_content *c) {
  const sm_lexicon_entry *e = story->scan.t[f->cue].entry;
  return f->flags & SM_FIGURE_NAMED && c->day && !c->munition && e && e->word_bits & SM_WORD_NOUN && !sm_has_cue(&story->scan, f->cue, SM_CUE_TRIGGER);
}

bool sm_is_happening(const sm_story *story, const sm_scene *sc, uint32_t s, const sm_content *c) {
  const bool bare = c->place && story->trigger_at[s + 1] - story->trigger_at[s] == 1; // "Both took place near Qandala"
  if (!(c->day || bare) || !sc->n_hits || s != sc->last_hit_sentence + 1) return false;
  static const char *const also[] = {"also"}, *const rites[] = {"burial", "burials", "funeral", "funerals", "ceremony", "meeting", "vigil", "protest", "protests", "rally", "service", "prayers"}; // "shelling also took place in B"
  for (uint32_t i = story->trigger_at[s]; i < story->trigger_at[s + 1]; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    if (g->row->kind == SM_K_HAPPEN && g->first > c->first && SM_IS_ONE_OF(&story->scan, g->first - 1, rites)) return false; // "a mass burial took place"
    if (g->row->kind == SM_K_HAPPEN && g->reality == SM_REAL && g->first <= c->first + 4) return !(c->place && g->first > c->first && SM_IS_ONE_OF(&story->scan, g->first - 1, also)) && !sm_is_counted_on(story, g);
  }
  return false;
}

/// "Four died, which brings the dead of this year to 120": one of the figures is no sum.
static bool has_own_toll(const sm_story *story, uint32_t s) {
  bool sum = false, own = false;
  for (uint32_t i = story->figure_at[s]; i < story->figure_at[s + 1]; i++) {
    const sm_figure *f = &story->figures.items[i];
    sum |= f->flags & SM_FIGURE_SUM;
    own |= !(f->flags & (SM_FIGURE_SUM | SM_FIGURE_PART)) && (f->killed_high > 0 || f->injured_high > 0 || f->flags & SM_FIGURE_ZERO);
  }
  return own && !sum;
}

/// "No one was hurt in the blast", "... as the drones landed in a field": what is denied is the harm.
static bool denies_harm(const sm_story *story, const sm_trigger *g) {
  for (uint32_t i = story->figure_at[g->sentence]; i < story->figure_at[g->sentence + 1]; i++)
    if (story->figures.items[i].flags & SM_FIGURE_ZERO && (!g->verb || story->figures.items[i].cue < g->first)) return true;
  return false;
}

/// "No soldier was hit, but a herder was killed": what did not happen to some is told of others.
static bool spares_some(const sm_story *story, const sm_trigger *g) {
  for (uint32_t i = story->figure_at[g->sentence]; i < story->figure_at[g->sentence + 1]; i++) {
    const sm_figure *f = &story->figures.items[i];
    if (f->cue <= g->last || f->flags & (SM_FIGURE_SUM | SM_FIGURE_PART) || (f->killed_high <= 0 && f->injured_high <= 0)) continue;
    for (uint32_t k = g->last; k < f->cue; k++)
      if (sm_is(&story->scan, k, SM_W_BUT)) return true;
  }
  return false;
}

/// "Six dead from the car bomb": somebody was hurt, and no sum or part is told.
static bool is_toll_of_one(const sm_story *story, uint32_t s) {
  for (uint32_t i = story->figure_at[s]; i < story->figure_at[s + 1]; i++) {
    const sm_figure *f = &story->figures.items[i];
    if (!(f->flags & (SM_FIGURE_SUM | SM_FIGURE_PART | SM_FIGURE_ZERO)) && f->killed_high && f->injured_high) return true; // "scores", too
  }
  return false;
}

uint32_t sm_announced_weapons(const sm_story *story, const sm_scene *sc, uint32_t s) {
  if (sc->head_place < 0 || sc->head_line != story->line[s] || sc->item_line != story->line[s]) return 0;
  for (uint32_t k = s; k-- > 0;) {
    sm_content c = sm_content_of(story, k);
    if (c.munition && c.weapons && !c.gun && story->line[k] != story->line[s]) return c.weapons;
  }
  return 0;
}

static bool has_whole_toll(const sm_story *story, uint32_t s, const sm_content *c) {
  for (uint32_t i = story->figure_at[s]; i < story->figure_at[s + 1]; i++)
    if (!(story->figures.items[i].flags & (SM_FIGURE_SUM | SM_FIGURE_PART)) && !is_named_death(story, &story->figures.items[i], c)) return true;
  return false;
}

/// "Ternopil: training ground, damage only": harm as a verb or a noun.
static bool tells_harm(const sm_story *story, uint32_t s) {
  for (uint32_t i = story->scan.s[s].first; i < story->scan.s[s].last; i++) {
    const sm_cue_row *row = sm_cue_at(&story->scan, i, SM_CUE_TRIGGER, NULL);
    if (row && row->kind == SM_K_HARM) return true;
  }
  return false;
}

/// "Troops recovered three vests; no one was hurt."
static bool hurts_nobody(const sm_story *story, uint32_t s) {
  for (uint32_t i = story->figure_at[s]; i < story->figure_at[s + 1]; i++)
    if (!(story->figures.items[i].flags & SM_FIGURE_ZERO)) return false;
  return true;
}

/// "grew out of the killing of three students in X", "a judge was assassinated in X": without a munition, by hand.
static bool is_killing_named(const sm_story *story, const sm_trigger *g) {
  static const char *const words[] = {"killing", "killings", "murder", "murders", "slaying", "assassination", "massacre", "assassinated", "murdered"};
  return SM_IS_ONE_OF(&story->scan, g->first, words) && (g->verb ? g->row->form == SM_F_PAST : g->row->kind == SM_K_KILL);
}

/// A sentence that tells only who was hurt, or only what flew, in a report of strikes.
bool sm_is_elliptic(const sm_story *story, const sm_scene *sc, uint32_t s, const sm_content *c) {
  const bool fresh = sm_has_fresh_day(&story->scan, s);
  bool bad = sm_is_long_past(story, s) || is_long_told(story, s);
  for (uint32_t i = story->trigger_at[s]; i < story->trigger_at[s + 1]; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    if (sm_is_aside(story, g->first)) continue;
    bool harm = g->row->kind == SM_K_HARM && c->figure; // "nobody was hurt and nothing was damaged"
    bad |= (c->place && !c->munition && !c->carrier && is_killing_named(story, g)) || sm_is_counted_from(story, g, s) || sm_is_of_old_season(story, g, s);
    if (g->row->kind == SM_K_KILL || g->row->kind == SM_K_HAPPEN || harm || denies_harm(story, g) || spares_some(story, g) || (c->figure && sm_takes_captives(story, g))) continue;
    bad |= g->reality != SM_REAL || (g->row->kind == SM_K_GROUND && !is_history(story, g) && !sm_is_spoken_of_again(story, g)) || sm_is_land_raid(story, g);
  }
  uint32_t topics = 0; // "the dead were two fans" behind the strike itself is no sport
  for (uint32_t i = c->first; i < c->last; i++) {
    const sm_cue_row *mode = sm_cue_at(&story->scan, i, SM_CUE_MODE, NULL);
    bad |= mode && mode->kind == SM_K_SUM && !c->day && !c->munition && !has_own_toll(story, s); // "over the past decade, killing thousands"
    bad |= mode && (mode->kind == SM_K_CONDITION || mode->kind == SM_K_MODAL) && !c->figure;
    bad |= mode && (mode->kind == SM_K_ACCIDENT || mode->kind == SM_K_WORKS) && !c->munition;
    bad |= mode && mode->kind == SM_K_EXERCISE && !is_toll_of_one(story, s);
    bad |= mode && ((mode->kind == SM_K_MEMORY && !sm_is_denied_before(story, s, i)) || (mode->kind == SM_K_AGE && !fresh) || mode->kind == SM_K_FICTION || mode->kind == SM_K_DISPOSAL || mode->kind == SM_K_RUMOUR || mode->kind == SM_K_PASSING);
    topics += mode && (mode->kind == SM_K_PEACE || mode->kind == SM_K_SPORT) && (i == c->first || !(story->scan.t[i].flags & SM_TOKEN_CAPITAL));
  }
  bad |= topics > 1 || (topics && !(c->figure && sc->n_hits && story->scan.s[s].paragraph == story->scan.s[sc->last_hit_sentence].paragraph));
  if (bad || (c->gun && !sm_speaks_of_blast(story, s)) || sm_is_of_other_cause(story, sc, s, c) || ((!c->munition || c->supply) && !c->carrier && (sm_is_killed_by_hand(story, s) || sm_is_listed_by_hand(story, s))) || ((c->supply || c->question) && !c->figure) || (c->supply && hurts_nobody(story, s))) return false;
  if (sm_is_happening(story, sc, s, c)) return true;
  if (sm_is_old_toll(story, s, c)) return false;
  if (sm_turn_of(story, s) >= 0 && (sm_is_open(story, sc, s) || c->munition)) return true;
  if (c->munition && c->weapons && is_toll_of_one(story, s)) return true;
  bool item = story->scan.s[s].flags & (SM_SENTENCE_ITEM | SM_SENTENCE_HEADING);
  if (c->figure && has_whole_toll(story, s, c) && sm_announced_weapons(story, sc, s)) return true;
  if (c->figure && (sc->n_hits || sc->coming)) {
    if (has_whole_toll(story, s, c)) return true;
    if (!sc->n_hits) return false;
    const bool goes_on = story->scan.s[s].paragraph == story->scan.s[sc->last_hit_sentence].paragraph;
    for (uint32_t i = story->figure_at[s]; i < story->figure_at[s + 1]; i++) // "Among the dead were two children."
      if (story->figures.items[i].flags & SM_FIGURE_PART && !(story->figures.items[i].flags & SM_FIGURE_SUM) && (goes_on || sm_are_bodies_seen(story, &story->figures.items[i]))) return true;
    return false;
  }
  if (c->munition && c->weapons && c->place && sc->coming && !(is_munition_subject(story, c) && is_lying(story, s)) && (is_munition_subject(story, c) || sm_is_coming(story, s))) return true;
  bool headed = sc->head_place >= 0 && sc->head_line == story->line[s];
  if (headed && item && sc->n_hits && c->target && tells_harm(story, s)) return true;
  if (headed && (c->munition || c->carrier) && (sc->n_hits || sc->coming || c->figure || item)) return true;
  return c->munition && c->weapons && (c->place || sc->head_place >= 0) && (item || sc->head_place >= 0) && c->figure;
}
