// Who fights whom in a report: an attacker that a sentence leaves open follows from the sides, never from the struck one.
#include "lend.h"

enum { MAX_SIDES = 24 };

typedef struct side {
  sm_actor actor;
  float count; ///< how often it is named; forces count twice
  bool forces;
  bool acted;  ///< a state that is named as one who acts: "Rwanda denied it"
  bool silent; ///< named otherwise than as a speaker
  bool denied; ///< it denies something
  bool deeds;  ///< it does something else in the report
  uint32_t mentions, struck; ///< how often it is named, and as the struck side or the holder of ground
} side;

typedef struct lender {
  const sm_story *story;
  const sm_hits *hits;
  sm_strike *strikes;
  const float *weight;
  float *score;    ///< per strike: how surely its own words name the attacker
  sm_actor *lent;
  sm_actor *words; ///< per strike: nameless ones whom a statement blames ("separatist insurgents")
  uint32_t n;
  side sides[MAX_SIDES];
  uint32_t n_sides;
  bool foe;        ///< the report speaks of "the enemy"
  bool nameless;   ///< ... of "the army", "the junta"
  bool neutral;    ///< ... is one of observers who name no side
  bool unclaimed;  ///< the report tells that nobody said he did it
  bool *open;      ///< per strike: the report tells that nobody knows who struck
} lender;

/// What the lexicon's "rivals" know an actor by.
typedef struct actor_keys {
  sm_str state, name; ///< empty: none
} actor_keys;

static actor_keys keys_of(const sm_actor *a) {
  return (actor_keys){a->type == 1 ? sm_str_of(a->iso3) : (sm_str){NULL, 0}, a->name};
}

static bool is_key(const actor_keys *a, sm_str key) {
  return (a->state.len && sm_str_equal(a->state, key)) || (a->name.len && sm_str_equal(a->name, key));
}

/// Whether two are at war: rebels with the state of their own country, or a pair of the lexicon's "rivals".
static bool are_rivals(const sm_reader *reader, const sm_actor *a, const sm_actor *b) {
  bool rebels = a->iso3[0] && strcmp(a->iso3, b->iso3) == 0 && strcmp(a->iso3, "PSE") != 0 && ((a->type == 1 && b->type == 2) || (a->type == 2 && b->type == 1));
  if (rebels) return true;
  const actor_keys x = keys_of(a), y = keys_of(b);
  for (uint32_t i = 0; i < reader->n_rivals; i++) {
    const sm_rival *r = &reader->rivals[i];
    if ((is_key(&x, r->a) && is_key(&y, r->b)) || (is_key(&x, r->b) && is_key(&y, r->a))) return true;
  }
  return false;
}

static sm_actor state_of(const sm_reader *reader, sm_str code) {
  char iso3[4] = "";
  if (code.len == 3) memcpy(iso3, code.ptr, 3);
  return sm_state_actor(reader, sm_gazetteer_country(reader->gazetteer, iso3));
}

/// Who held the place of a strike on its day, by the lexicon's "held"; NULL none.
static const char *holder_of(const lender *l, const sm_strike *s) {
  const sm_scan *scan = &l->story->scan;
  const sm_date day = s->date_start != SM_NO_DATE ? s->date_start : l->story->whens.published;
  for (uint32_t i = 0; i < l->hits->n; i++) {
    const sm_hit *h = &l->hits->items[i];
    if (&l->strikes[h->group] != s || h->place < 0) continue;
    const sm_cue_row *row = sm_cue_at(scan, scan->mentions->items[h->place].first, SM_CUE_HELD, NULL);
    if (row && day != SM_NO_DATE && (row->since == SM_NO_DATE || day >= row->since) && (row->until == SM_NO_DATE || day < row->until)) return row->iso3;
  }
  return NULL;
}

/// The state whose ground was struck: the holder's, where another holds it than the one whose it is by the UN's view.
/// Natural Earth names a unit by its holder; of the Golan the places tell the other claimant.
static sm_actor ground_of(const lender *l, const sm_strike *s) {
  const sm_gazetteer *gazetteer = l->story->scan.reader->gazetteer;
  sm_actor ground = {.type = 1};
  memcpy(ground.iso3, s->location.iso3, sizeof ground.iso3);
  const char *holder = holder_of(l, s);
  if (holder) memcpy(ground.iso3, holder, sizeof ground.iso3);
  sm_place_ref refs[] = {holder ? 0 : s->location.place, holder ? 0 : s->location.adm1};
  for (size_t i = 0; i < 2 && ground.iso3[0]; i++) {
    sm_place place;
    if (!refs[i]) continue;
    sm_gazetteer_place(gazetteer, refs[i], &place);
    bool named = place.id.len > 7 && memcmp(place.id.ptr, "ne:", 3) == 0 && memcmp(place.id.ptr + 3, place.disputed, 3) == 0;
    bool golan = strcmp(place.iso3, "SYR") == 0 && strcmp(place.disputed, "ISR") == 0;
    if (place.disputed[0] && (named || golan)) memcpy(ground.iso3, place.disputed, sizeof ground.iso3);
  }
  return ground;
}

static bool is_foe(const sm_scan *scan, const sm_party *p) {
  for (uint32_t i = p->first; i < p->last; i++) {
    const sm_cue_row *row = sm_cue_at(scan, i, SM_CUE_FORCE, NULL);
    if (row && row->kind == SM_K_FOE) return true;
  }
  return false;
}

static side *side_of(lender *l, const sm_actor *actor) {
  for (uint32_t i = 0; i < l->n_sides; i++)
    if (sm_same_side(&l->sides[i].actor, actor)) return &l->sides[i];
  if (l->n_sides == MAX_SIDES) return NULL;
  l->sides[l->n_sides] = (side){.actor = *actor};
  return &l->sides[l->n_sides++];
}

static bool speaks(const sm_story *story, const sm_party *p) {
  for (uint32_t k = story->speech_at[p->sentence]; k < story->speech_at[p->sentence + 1]; k++)
    if (sm_between(p->first, story->speeches.items[k].first, story->speeches.items[k].last)) return true;
  return false;
}

/// "Fighters of the group ambushed a convoy": the subject of a verb of fighting.
static bool has_deed(const sm_story *story, const sm_party *p) {
  const sm_syntax *x = &story->syntax;
  for (uint32_t i = x->first_of[p->sentence]; i < x->first_of[p->sentence + 1]; i++) {
    const sm_group *v = &x->groups[i], *who = v->flags & SM_GROUP_VERB && v->subject >= 0 ? &x->groups[v->subject] : NULL;
    if (!who || v->flags & SM_GROUP_PASSIVE || !sm_has_cue(&story->scan, v->head, SM_CUE_TRIGGER)) continue;
    if (p->first < sm_group_end_with_of(&story->scan, x, who) && p->last > who->first) return true;
  }
  return false;
}

static bool denies(const sm_story *story, const sm_party *p) {
  for (uint32_t k = story->speech_at[p->sentence]; k < story->speech_at[p->sentence + 1]; k++) {
    const sm_speech *speech = &story->speeches.items[k];
    if (speech->row->stance == 'd' && sm_between(p->first, speech->first, speech->last)) return true;
  }
  return false;
}

/// "Armenia denied having fired at Ganja": who denies a strike is held to have struck.
static bool denies_strike(const sm_story *story, const sm_party *p) {
  for (uint32_t k = story->speech_at[p->sentence]; k < story->speech_at[p->sentence + 1]; k++) {
    const sm_speech *speech = &story->speeches.items[k];
    if (speech->row->stance != 'd' || speech->negated || !sm_between(p->first, speech->first, speech->last)) continue;
    for (uint32_t t = story->trigger_at[p->sentence]; t < story->trigger_at[p->sentence + 1]; t++) {
      const sm_trigger *g = &story->triggers.items[t];
      if (g->first >= speech->verb_last && g->first < speech->verb_last + 5 && (g->verb || g->row->kind == SM_K_RESPONSIBILITY)) return true;
    }
  }
  return false;
}

/// "Russian jets", "the Russians"; not "the Chinese frontier", "a British journalist".
static bool is_people_in_arms(const sm_story *story, const sm_party *p) {
  const sm_group *g = sm_group_of(&story->syntax, p->first);
  if (p->role != SM_ROLE_DEMONYM || !g) return p->role == SM_ROLE_DEMONYM;
  return g->head < p->last || story->scan.mask[g->head] & (1u << SM_CUE_FORCE | 1u << SM_CUE_WEAPON | 1u << SM_CUE_TRIGGER);
}

/// "killed two Nusra fighters", "on Boko Haram hideouts", "held by Islamic State".
static bool is_struck(const lender *l, const sm_party *p) {
  const sm_span span = sm_tokens_span(&l->story->scan, p->first, p->last);
  for (uint32_t k = 0; k < l->hits->n; k++)
    if (l->hits->items[k].sentence == p->sentence && sm_span_overlaps(l->hits->items[k].target, span)) return true;
  return sm_is_passive_side(l->story, p);
}

static void find_sides(lender *l) {
  const sm_parties *all = &l->story->parties;
  for (uint32_t i = 0; i < all->n; i++) {
    const sm_party *p = &all->items[i];
    if (is_foe(&l->story->scan, p)) l->foe = true;
    if (p->state && !p->named) l->nameless = true;
    side *c = p->actor.name.len ? side_of(l, &p->actor) : NULL;
    if (!c) continue;
    c->mentions++;
    c->struck += is_struck(l, p);
    c->denied |= denies(l->story, p);
    c->deeds |= has_deed(l->story, p);
    bool acts = p->force || is_people_in_arms(l->story, p) || !p->state;
    c->count += p->force ? 3 : acts ? 2 : 1;
    c->forces |= acts;
    bool accused = p->actor.type == 1 && denies_strike(l->story, p);
    c->forces |= accused;
    c->acted |= p->role == SM_ROLE_METONYM;
    c->silent |= accused || !speaks(l->story, p);
  }
}

// ---- statements apart from the strike's own sentence

/// "No group has claimed", "denied responsibility": in the clause of a token, between semicolons, "but" and ", who".
static bool is_disowned(const sm_scan *scan, uint32_t at) {
  const sm_sentence *s = &scan->s[scan->t[at].sentence];
  uint32_t first = at, last = at;
  while (first > s->first && !sm_is_sign(scan, first - 1, ';') && !sm_is(scan, first - 1, SM_W_BUT)) first--;
  while (last < s->last && !sm_is_sign(scan, last, ';') && !sm_is(scan, last, SM_W_BUT) && !(sm_is_sign(scan, last, ',') && sm_is(scan, last + 1, SM_W_WHO))) last++;
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

/// The strike that a statement speaks of: the one told last before it, else the first after it.
static int spoken_of(const lender *l, uint32_t sentence) {
  int group = -1;
  for (uint32_t i = 0; i < l->hits->n && l->hits->items[i].sentence <= sentence; i++) {
    if (l->weight[l->hits->items[i].group] >= 0) group = l->hits->items[i].group;
    else if (l->hits->items[i].sentence == sentence) return -1; // it speaks of one that is not kept
  }
  for (uint32_t i = 0; i < l->hits->n && group < 0; i++)
    if (l->weight[l->hits->items[i].group] >= 0 && l->hits->items[i].sentence <= sentence + 2) group = l->hits->items[i].group;
  return group;
}

/// In wars whose reports name the other side "the enemy" or not at all: who strikes there since the day of its row.
static sm_actor usual_side(const lender *l, const sm_strike *s) {
  const sm_reader *reader = l->story->scan.reader;
  sm_actor ground = ground_of(l, s);
  sm_date day = s->date_start != SM_NO_DATE ? s->date_start : l->story->whens.published;
  const uint32_t far = SM_WEAPON_DRONE | SM_WEAPON_MISSILE | SM_WEAPON_BALLISTIC_MISSILE | SM_WEAPON_CRUISE_MISSILE | SM_WEAPON_AIRSTRIKE |
                       SM_WEAPON_ARTILLERY | SM_WEAPON_ROCKET | SM_WEAPON_MORTAR | SM_WEAPON_GLIDE_BOMB;
  for (uint32_t i = 0; i < reader->n_rivals && day != SM_NO_DATE; i++) {
    const sm_rival *r = &reader->rivals[i];
    bool here = r->since != SM_NO_DATE && sm_str_equal(r->b, sm_str_of(ground.iso3)) && day >= r->since;
    if (here && (s->weapons & far || !s->weapons)) return state_of(reader, r->a);
  }
  return (sm_actor){0};
}

static bool rival_state_told(const lender *l, const sm_actor *ground) {
  for (uint32_t i = 0; i < l->n_sides; i++)
    if (l->sides[i].actor.type == 1 && are_rivals(l->story->scan.reader, &l->sides[i].actor, ground)) return true;
  return false;
}

static void take_statement(lender *l, const sm_party *p, float score) {
  const sm_actor *actor = &p->actor;
  int group = spoken_of(l, p->sentence);
  if (group < 0) return;
  sm_strike *s = &l->strikes[group];
  if (!actor->name.len && p->words.len && actor->type && !l->words[group].name.len) l->words[group] = (sm_actor){.name = p->words, .type = actor->type};
  if (!actor->name.len) return;
  sm_actor ground = ground_of(l, s);
  if (actor->type == 1 && ground.iso3[0] && strcmp(actor->iso3, ground.iso3) == 0 && usual_side(l, s).name.len) return; // "blamed its own air defence"
  if (s->attacker.name.len && l->score[group] >= score) return;
  if (s->attacker.name.len && actor->iso3[0] && strcmp(actor->iso3, s->attacker.iso3) == 0) return;
  s->attacker = *actor;
  l->score[group] = score;
}

/// "allied to al-Qaeda", "linked with Islamic State": is not the party that acts.
static bool is_ally(const sm_scan *scan, const sm_party *p) {
  return p->first > 0 && (sm_is(scan, p->first - 1, SM_W_TO) || sm_is(scan, p->first - 1, SM_W_WITH));
}

/// "... tweeted that it had sent them": what a group says it did.
static bool owns_up(const sm_scan *scan, const sm_speech *speech) {
  uint32_t k = speech->verb_last;
  if (sm_is(scan, k, SM_W_THAT)) k++;
  if (!sm_is(scan, k, SM_W_IT) && !sm_is(scan, k, SM_W_THEY)) return false;
  if (!sm_is_have(scan, k + 1)) return false;
  for (uint32_t i = k + 2; i < k + 6 && i < scan->n; i++) {
    const sm_cue_row *mode = sm_cue_at(scan, i, SM_CUE_MODE, NULL), *number = sm_cue_at(scan, i, SM_CUE_NUMBER, NULL);
    const sm_cue_row *deed = sm_cue_at(scan, i, SM_CUE_TRIGGER, NULL);
    if ((mode && mode->kind == SM_K_NEGATION) || (number && number->kind == SM_K_ZERO) || sm_has_cue(scan, i, SM_CUE_CASUALTY) || (deed && deed->kind == SM_K_INTERCEPT)) return false;
  }
  return true;
}

/// "X, an ally of al-Qaeda, claimed both attacks", "claimed the bombing".
static bool claims_attack(const sm_story *story, const sm_party *p) {
  const sm_scan *scan = &story->scan;
  if (is_ally(scan, p)) return false;
  for (uint32_t i = story->speech_at[p->sentence]; i < story->speech_at[p->sentence + 1]; i++) {
    const sm_speech *speech = &story->speeches.items[i];
    bool subject = p->last <= speech->verb && speech->verb - p->last <= 12 && (speech->first <= p->first || speech->verb - p->last <= 2);
    if (speech->negated || !subject) continue;
    if (speech->row->stance == 'c' && owns_up(scan, speech)) return true;
    if (!(speech->row->flags & SM_ROW_CLAIM)) continue;
    for (uint32_t k = speech->verb_last; k < speech->verb_last + 4 && k < scan->n && !sm_is(scan, k, SM_W_THAT); k++) {
      const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_TRIGGER, NULL);
      if (row && row->form != SM_F_PAST && row->form != SM_F_PP) return true;
    }
  }
  return false;
}

bool sm_is_of_all(const sm_story *story, uint32_t sentence) {
  for (uint32_t i = story->trigger_at[sentence]; i < story->trigger_at[sentence + 1]; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    if (!g->verb && (g->row->flags & SM_ROW_PLURAL || g->plural)) return true;
  }
  return false;
}

static void take_statement_of(lender *l, const sm_party *p, float score) {
  if (p->actor.name.len && sm_is_of_all(l->story, p->sentence))
    for (uint32_t i = 0; i < l->n; i++)
      if (!l->strikes[i].attacker.name.len && l->weight[i] >= 0 && l->strikes[i].sentence < p->sentence) l->strikes[i].attacker = p->actor, l->score[i] = score;
  take_statement(l, p, score);
}

/// "X said its fighters had carried out the attacks".
static bool carried_out(const sm_scan *scan, const sm_trigger *g) {
  if (g->row->kind != SM_K_CARRY || !g->verb || g->reality != SM_REAL) return false;
  for (uint32_t k = g->last; k < g->last + 4 && k < scan->n; k++) {
    const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_TRIGGER, NULL);
    if (row && k > g->last && sm_is(scan, g->last, SM_W_THE)) return true;
  }
  return false;
}

/// "X claimed responsibility", "officials blamed X" in sentences of their own.
static void read_statements(lender *l) {
  const sm_story *story = l->story;
  for (uint32_t i = 0; i < story->triggers.n; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    if (g->row->kind != SM_K_RESPONSIBILITY && !carried_out(&story->scan, g)) continue;
    if (is_disowned(&story->scan, g->first)) {
      l->unclaimed = true;
      continue;
    }
    const sm_sentence *s = &story->scan.s[g->sentence];
    float score;
    const sm_party *p = sm_find_attacker(story, g, s->first, s->last, &score);
    if (p) take_statement_of(l, p, 5);
  }
  for (uint32_t i = 0; i < story->scan.n_cues; i++) { // "no group has said it was behind it"
    const sm_cue *c = &story->scan.cues[i];
    if (c->cls == SM_CUE_REPORTING && (c->row->stance == 'b' || c->row->flags & SM_ROW_CLAIM) && is_disowned(&story->scan, c->first)) l->unclaimed = true;
  }
  for (uint32_t i = 0; i < story->parties.n; i++) {
    const sm_party *p = &story->parties.items[i];
    if (sm_is_blamed(story, p)) take_statement_of(l, p, 3.0f);
    else if (p->actor.type != 1 && p->actor.name.len && claims_attack(story, p)) take_statement_of(l, p, 5);
  }
}

// ---- what a strike takes from the sides

static const uint32_t planted = SM_WEAPON_SUICIDE_BOMB | SM_WEAPON_CAR_BOMB | SM_WEAPON_IED | SM_WEAPON_GRENADE;

/// How well the attacker of one strike serves for another: same country, near in the text, like weapons.
static float lends(const sm_strike *from, const sm_strike *to) {
  bool known = from->location.iso3[0] && to->location.iso3[0];
  if (known && strcmp(from->location.iso3, to->location.iso3) != 0) return -1;
  uint32_t gap = from->sentence > to->sentence ? from->sentence - to->sentence : to->sentence - from->sentence;
  if ((to->weapons & planted) != (from->weapons & planted) && to->weapons && from->weapons) return -1;
  if (to->weapons & planted && gap > 3) return -1;
  float score = 2 - 0.1f * (float)(gap > 15 ? 15 : gap) - (from->sentence > to->sentence ? 0.3f : 0);
  if (from->weapons & to->weapons) score += 0.5f;
  return score;
}

/// What the strikes with this attacker in their own words give to strike i; 0 when nothing.
static float lent_by_strikes(const lender *l, const sm_actor *c, uint32_t i) {
  float best = 0;
  for (uint32_t k = 0; k < l->n; k++) {
    const sm_strike *o = &l->strikes[k];
    if (k == i || l->score[k] <= 0 || !sm_same_side(&o->attacker, c)) continue;
    float score = lends(o, &l->strikes[i]);
    if (score > best) best = score;
  }
  return best;
}

/// The one side with forces that the sentences before it in the paragraph speak of last: "Helicopters of the government did the rest."
static bool is_topic(const lender *l, const sm_actor *c, uint32_t sentence) {
  const sm_story *story = l->story;
  for (uint32_t s = sentence; s > 0 && story->scan.s[s - 1].paragraph == story->scan.s[sentence].paragraph; s--) {
    const sm_party *only = NULL;
    for (uint32_t i = story->party_at[s - 1]; i < story->party_at[s]; i++) {
      const sm_party *p = &story->parties.items[i];
      if (!p->force || !p->actor.name.len) continue;
      if (only && !sm_same_side(&only->actor, &p->actor)) return false;
      only = p;
    }
    if (only) return sm_same_side(&only->actor, c);
  }
  return false;
}

/// "government jets", "the regime": of the country where they strike, whoever else fights there.
static bool is_government(const lender *l, uint32_t i) {
  const sm_story *story = l->story;
  for (uint32_t k = 0; k < l->hits->n; k++) {
    const sm_hit *h = &l->hits->items[k];
    if (h->group != (int)i || h->attacker.type != 1 || h->attacker.name.len) continue;
    for (uint32_t p = story->party_at[h->sentence]; p < story->party_at[h->sentence + 1]; p++) {
      const sm_party *party = &story->parties.items[p];
      const sm_cue_row *row = sm_cue_at(&story->scan, party->first, SM_CUE_FORCE, NULL);
      if (row && row->kind == SM_K_GOVERNMENT && sm_span_overlaps(sm_tokens_span(&story->scan, party->first, party->last), h->attacker_span)) return true;
    }
  }
  return false;
}

/// "Gunmen opened fire": the words tell that nobody known by name did it; not "the insurgents", who were told of before.
static bool is_nameless(const lender *l, uint32_t i) {
  for (uint32_t k = 0; k < l->hits->n; k++) {
    const sm_hit *h = &l->hits->items[k];
    if (h->group == (int)i && h->attacker_words.len && h->attacker_score >= 2) return true;
  }
  return false;
}

/// The side that was struck, as far as the words for the target name one.
static sm_actor target_of(const lender *l, uint32_t i) {
  for (uint32_t k = 0; k < l->hits->n; k++)
    if (l->hits->items[k].group == (int)i && l->hits->items[k].target_actor.name.len) return l->hits->items[k].target_actor;
  return (sm_actor){0};
}

static bool foreign_force_told(const lender *l, const sm_actor *ground) {
  for (uint32_t i = 0; i < l->n_sides; i++) {
    const side *c = &l->sides[i];
    if (c->forces && (c->actor.type == 1 || c->actor.type == 8) && strcmp(c->actor.iso3, ground->iso3) != 0) return true;
  }
  return false;
}

/// Bombs, mines and blasts of which nothing more is told: the work of those who hide.
static bool is_planted(const lender *l, uint32_t i) {
  if (l->strikes[i].weapons) return l->strikes[i].weapons & planted;
  bool blast = false;
  for (uint32_t k = 0; k < l->hits->n; k++) {
    const sm_hit *h = &l->hits->items[k];
    for (uint32_t t = 0; h->group == (int)i && t < h->n_triggers; t++) {
      const sm_kind kind = (sm_kind)l->story->triggers.items[h->triggers[t]].row->kind;
      if (kind != SM_K_BLAST && kind != SM_K_HARM && kind != SM_K_KILL) return false;
      blast |= kind == SM_K_BLAST;
    }
  }
  return blast;
}

/// "in the rebel-held town": who holds it did not strike it.
static bool is_held_by_rebels(const lender *l, uint32_t sentence) {
  const sm_scan *scan = &l->story->scan;
  for (uint32_t i = scan->s[sentence].first; i + 2 < scan->s[sentence].last; i++) {
    const sm_cue_row *row = sm_cue_at(scan, i, SM_CUE_FORCE, NULL), *group = sm_cue_at(scan, i, SM_CUE_ACTOR, NULL);
    bool rebels = (row && row->kind == SM_K_REBEL) || (group && group->type != 1);
    if (rebels && sm_is_sign(scan, i + 1, '-') && sm_is(scan, i + 2, SM_W_HELD)) return true;
  }
  return false;
}

/// The one group that a report of bombs names, that is nowhere struck, did nothing else and disowned nothing.
static bool is_sole_suspect(const lender *l, const side *c) {
  if (l->unclaimed || (c->actor.type != 2 && c->actor.type != 3) || c->mentions == c->struck || c->denied || c->deeds) return false;
  for (uint32_t k = 0; k < l->n_sides; k++)
    if (&l->sides[k] != c && (l->sides[k].actor.type == 2 || l->sides[k].actor.type == 3)) return false;
  for (uint32_t k = 0; k < l->n; k++)
    if (l->score[k] > 0 && sm_same_side(&l->strikes[k].attacker, &c->actor)) return false;
  return true;
}

/// The report names a group at home in a state that is at war with the struck side.
static bool has_own_group(const lender *l, const sm_actor *state, const sm_actor *ground) {
  for (uint32_t k = 0; k < l->n_sides; k++) {
    const sm_actor *a = &l->sides[k].actor;
    if ((a->type == 2 || a->type == 3) && strcmp(a->iso3, state->iso3) == 0 && are_rivals(l->story->scan.reader, a, ground)) return true;
  }
  return false;
}

/// How likely a side struck; below 0 means it did not.
static float side_fits(const lender *l, const side *c, uint32_t i) {
  const sm_strike *s = &l->strikes[i];
  const sm_actor ground = ground_of(l, s), target = target_of(l, i);
  const bool own = c->actor.type == 1 && ground.iso3[0] && strcmp(c->actor.iso3, ground.iso3) == 0;
  const bool state = c->actor.type == 1 || c->actor.type == 8, nameless_state = s->attacker.type == 1;
  const bool ground_fire = s->weapons & (SM_WEAPON_ROCKET | SM_WEAPON_MORTAR | SM_WEAPON_ARTILLERY | SM_WEAPON_GRENADE) && !(s->weapons & ~(uint32_t)(SM_WEAPON_ROCKET | SM_WEAPON_MORTAR | SM_WEAPON_ARTILLERY | SM_WEAPON_GRENADE));
  const bool flown = s->weapons & (SM_WEAPON_AIRSTRIKE | SM_WEAPON_GLIDE_BOMB);
  const bool hidden = is_planted(l, i);
  if (hidden && !is_sole_suspect(l, c)) return -1; // only words tell who planted it
  if (!state && (flown || nameless_state)) return -1;
  if (sm_same_side(&c->actor, &target)) return -1;
  if (c->actor.type == 8 && ground_fire) return -1; // missions and air campaigns from abroad
  if (!state && c->mentions == c->struck && lent_by_strikes(l, &c->actor, i) <= 0) return -1;
  float lent = lent_by_strikes(l, &c->actor, i), score = lent + 0.04f * (c->count > 10 ? 10 : c->count);
  if (!state && ground.iso3[0] && strcmp(c->actor.iso3, ground.iso3) == 0 && is_held_by_rebels(l, s->sentence)) return -1;
  if (is_topic(l, &c->actor, s->sentence)) lent += 1.2f, score += 1.2f;
  const bool across = ground.iso3[0] && strcmp(c->actor.iso3, ground.iso3) != 0; // "Hezbollah said" of rockets on Israel
  if (!c->silent && lent == 0) score -= across ? 0.4f : 0.8f;
  if (own) {
    if (rival_state_told(l, &ground)) return -1;
    bool alone = flown && (c->forces || l->nameless) && !foreign_force_told(l, &ground); // rebels have no air force
    return lent > 0 || nameless_state || alone ? score + (nameless_state || alone ? 1.0f : 0) : -1;
  }
  const bool place_only = c->actor.type == 1 && !c->forces && !c->acted && lent == 0 && has_own_group(l, &c->actor, &ground); // rockets from Lebanon are Hezbollah's
  if (place_only || (c->actor.type == 1 && strcmp(c->actor.iso3, "PSE") == 0)) return -1; // rockets from Gaza are a group's
  if (are_rivals(l->story->scan.reader, &c->actor, &ground) || are_rivals(l->story->scan.reader, &c->actor, &target)) score += c->actor.type == 1 || c->forces ? 1.6f : 0.8f;
  else if (c->forces && c->count >= 3 && (state ? ground.iso3[0] != 0 : c->actor.type <= 3)) score += 1;
  return score;
}

/// "the enemy" in a report from one side of a war between states.
static sm_actor implied_foe(const lender *l, const sm_strike *s) {
  const sm_reader *reader = l->story->scan.reader;
  sm_str only = {0};
  sm_actor ground = ground_of(l, s);
  for (uint32_t i = 0; i < reader->n_rivals && l->foe && ground.iso3[0]; i++)
    for (int k = 0; k < 2; k++) {
      const sm_rival *r = &reader->rivals[i];
      sm_str here = k ? r->b : r->a, foe = k ? r->a : r->b;
      if (!sm_str_equal(here, sm_str_of(ground.iso3)) || foe.len != 3) continue;
      if (only.len) return (sm_actor){0};
      only = foe;
    }
  return only.len ? state_of(reader, only) : (sm_actor){0};
}

static bool acts_as_state(const lender *l, const sm_actor *actor) {
  for (uint32_t k = 0; k < l->n_sides; k++)
    if ((l->sides[k].forces || l->sides[k].acted) && sm_same_side(&l->sides[k].actor, actor)) return true;
  return false;
}

/// "rockets from Lebanon": of the group at home there that the report names, if it is at war with the struck side.
static void name_launchers(lender *l, uint32_t i) {
  sm_strike *s = &l->strikes[i];
  const side *best = NULL;
  sm_actor ground = ground_of(l, s);
  if (s->attacker.type != 1 || !s->attacker.name.len || l->score[i] >= 2) return;
  for (uint32_t k = 0; k < l->n_sides; k++) {
    const side *c = &l->sides[k];
    if ((c->actor.type != 2 && c->actor.type != 3) || strcmp(c->actor.iso3, s->attacker.iso3) != 0 || !are_rivals(l->story->scan.reader, &c->actor, &ground)) continue;
    if (!best || c->count > best->count) best = c;
  }
  if (best) s->attacker = best->actor;
  else if (l->score[i] > 0 && !(acts_as_state(l, &s->attacker) && are_rivals(l->story->scan.reader, &s->attacker, &ground))) s->attacker = (sm_actor){0}, l->score[i] = 0; // "a rocket fired from Gaza"
}

static bool hurts_rebels(const sm_story *story, const sm_hit *h) {
  for (uint32_t i = h->first; i < h->last; i++) {
    if (!sm_span_overlaps(sm_tokens_span(&story->scan, i, i + 1), h->target)) continue;
    const sm_cue_row *force = sm_cue_at(&story->scan, i, SM_CUE_FORCE, NULL), *group = sm_cue_at(&story->scan, i, SM_CUE_ACTOR, NULL);
    if (sm_is_sign(&story->scan, i + 1, '-')) continue; // "Houthi-controlled"
    if ((force && force->kind == SM_K_REBEL) || (group && (group->type == 2 || group->type == 3))) return true;
  }
  return false;
}

static bool strikes_rebels(const lender *l, uint32_t i) {
  for (uint32_t k = 0; k < l->hits->n; k++)
    if (l->hits->items[k].group == (int)i && hurts_rebels(l->story, &l->hits->items[k])) return true;
  return false;
}

/// "Africa Command said an air strike had killed ten fighters": armies tell of their own success.
static void name_reporter(lender *l, uint32_t i) {
  const sm_story *story = l->story;
  const uint32_t far = SM_WEAPON_AIRSTRIKE | SM_WEAPON_DRONE | SM_WEAPON_MISSILE | SM_WEAPON_ARTILLERY | SM_WEAPON_GLIDE_BOMB;
  for (uint32_t k = 0; k < l->hits->n; k++) {
    const sm_hit *h = &l->hits->items[k];
    if (h->group != (int)i || !(h->weapons & far) || h->intercepted || h->attacker_words.len || !hurts_rebels(story, h)) continue;
    for (uint32_t p = story->party_at[h->sentence]; p < story->party_at[h->sentence + 1]; p++) {
      const sm_party *party = &story->parties.items[p];
      if (party->actor.type != 1 || !party->actor.name.len || !party->force || !sm_is_speaker(story, party->first)) continue;
      l->strikes[i].attacker = party->actor;
      l->score[i] = 2;
      return;
    }
  }
}

/// "an unidentified drone", "unknown forces".
static bool tells_unnamed(const sm_scan *scan, uint32_t i, uint32_t last) {
  const sm_cue_row *mode = sm_cue_at(scan, i, SM_CUE_MODE, NULL);
  if (!mode || mode->kind != SM_K_UNNAMED) return false;
  for (uint32_t k = i + 1; k < i + 5 && k < last && !sm_is_punct(scan, k) && !sm_is_preposition(scan, k); k++)
    if (scan->mask[k] & (1u << SM_CUE_FORCE | 1u << SM_CUE_WEAPON)) return true;
  return false;
}

/// Nobody knows who struck: "unidentified aircraft" in its words, "it was not clear who fired" there or in the next sentence.
static void find_open(lender *l) {
  const sm_scan *scan = &l->story->scan;
  for (uint32_t i = 0; i < scan->n_cues; i++) l->neutral |= scan->cues[i].cls == SM_CUE_MODE && scan->cues[i].row->kind == SM_K_NEUTRAL;
  for (uint32_t k = 0; k < l->hits->n; k++) {
    const sm_hit *h = &l->hits->items[k];
    uint32_t next = h->sentence + 1 < scan->ns && scan->s[h->sentence + 1].paragraph == scan->s[h->sentence].paragraph ? h->sentence + 1 : h->sentence;
    for (uint32_t i = h->first; i < scan->s[next].last; i++) {
      const sm_cue_row *mode = sm_cue_at(scan, i, SM_CUE_MODE, NULL);
      if (mode && (mode->kind == SM_K_OPEN || (i < h->last && tells_unnamed(scan, i, h->last)))) l->open[h->group] = true;
    }
  }
}

/// "our special units", "our gunners": those of whoever speaks in a report of one side; NULL where nobody is told.
static const sm_party *us(const sm_story *story, uint32_t at) {
  const sm_party *first = NULL;
  for (uint32_t p = 0; p < story->parties.n && story->parties.items[p].first < at; p++) {
    const sm_party *party = &story->parties.items[p];
    if (!party->actor.name.len) continue;
    if (speaks(story, party) && story->scan.s[party->sentence].paragraph == story->scan.s[story->scan.t[at].sentence].paragraph) return party;
    if (!first) first = party;
  }
  return first;
}

static void name_us(lender *l, uint32_t i) {
  static const char *const our[] = {"our", "Our"};
  const sm_story *story = l->story;
  for (uint32_t k = 0; k < l->hits->n; k++) {
    const sm_hit *h = &l->hits->items[k];
    if (h->group != (int)i || !h->n_triggers) continue;
    const sm_group *v = sm_group_of(&story->syntax, story->triggers.items[h->triggers[0]].first);
    const sm_group *who = v && v->flags & SM_GROUP_VERB && !(v->flags & SM_GROUP_PASSIVE) && v->subject >= 0 ? &story->syntax.groups[v->subject] : NULL;
    if (!who || !SM_IS_ONE_OF(&story->scan, who->first, our) || !(story->scan.mask[who->head] & (1u << SM_CUE_FORCE | 1u << SM_CUE_WEAPON | 1u << SM_CUE_OUTFIT))) continue;
    const sm_party *party = us(story, who->first);
    if (!party) return;
    l->strikes[i].attacker = party->actor;
    l->score[i] = 0; // told apart from the others, so it lends nothing
  }
}

/// "its aircraft", "their artillery": of whoever the sentence, or the one before, begins with.
static void name_owner(lender *l, uint32_t i) {
  const sm_story *story = l->story;
  const sm_scan *scan = &story->scan;
  for (uint32_t k = 0; k < l->hits->n; k++) {
    const sm_hit *h = &l->hits->items[k];
    if (h->group != (int)i || !h->n_triggers) continue;
    uint32_t verb = story->triggers.items[h->triggers[0]].first, at = scan->s[h->sentence].first;
    while (at < verb && !((sm_is(scan, at, SM_W_ITS) || sm_is(scan, at, SM_W_THEIR)) && (scan->mask[at] | scan->mask[at + 1]) & (1u << SM_CUE_FORCE | 1u << SM_CUE_WEAPON))) at++;
    if (at >= verb) continue;
    for (uint32_t s = h->sentence + 1; s > 0 && s + 1 > h->sentence; s--)
      for (uint32_t p = story->party_at[s - 1]; p < story->party_at[s]; p++) {
        const sm_party *party = &story->parties.items[p];
        if (party->first >= at || !party->actor.name.len) continue;
        l->strikes[i].attacker = party->actor;
        l->score[i] = 2.5f;
        return;
      }
  }
}

/// "al-Shabaab's siege of the hotel ... before gunmen got in": the one group that was told of before them.
static void take_only_group(lender *l, uint32_t i) {
  for (uint32_t k = 0; k < l->hits->n; k++)
    if (l->hits->items[k].group == (int)i && l->hits->items[k].attacker.type == 8) return; // "coalition aircraft"
  const sm_parties *all = &l->story->parties;
  const sm_party *only = NULL;
  for (uint32_t k = 0; k < all->n && all->items[k].sentence <= l->strikes[i].sentence; k++) {
    const sm_party *p = &all->items[k];
    if (!p->actor.name.len || !p->named || (p->actor.type != 2 && p->actor.type != 3) || is_ally(&l->story->scan, p)) continue;
    if (only && !sm_same_side(&only->actor, &p->actor)) return;
    only = p;
  }
  sm_actor target = target_of(l, i);
  if (only && !sm_same_side(&only->actor, &target)) l->strikes[i].attacker = only->actor;
}

/// "The attackers used two grenades", "the group fired": definite words for those told of before.
static bool is_anaphoric(const lender *l, uint32_t i) {
  const sm_scan *scan = &l->story->scan;
  for (uint32_t k = 0; k < l->hits->n; k++) {
    const sm_hit *h = &l->hits->items[k];
    if (h->group != (int)i || h->attacker.name.len || sm_span_is_none(h->attacker_span)) continue;
    for (uint32_t t = h->first; t + 1 < h->last; t++) {
      const sm_cue_row *row = sm_cue_at(scan, t + 1, SM_CUE_FORCE, NULL), *kin = sm_cue_at(scan, t + 1, SM_CUE_OUTFIT, NULL);
      bool body = (row && row->kind == SM_K_REBEL) || (kin && kin->kind == SM_K_KIN);
      if (sm_is(scan, t, SM_W_THE) && body && sm_span_overlaps(sm_tokens_span(scan, t + 1, t + 2), h->attacker_span)) return true;
    }
  }
  return false;
}

static bool is_drone_strike(const lender *l, uint32_t i) {
  for (uint32_t k = 0; k < l->hits->n; k++) {
    const sm_hit *h = &l->hits->items[k];
    for (uint32_t t = 0; h->group == (int)i && t < h->n_triggers; t++)
      if (l->story->triggers.items[h->triggers[t]].row->weapons & SM_WEAPON_DRONE) return true;
  }
  return false;
}

/// "the army", "the junta" told elsewhere: air raids in its country are its own where no other forces are named.
static void take_state(lender *l, uint32_t i) {
  sm_strike *s = &l->strikes[i];
  sm_actor ground = ground_of(l, s);
  bool flown = s->weapons & (SM_WEAPON_AIRSTRIKE | SM_WEAPON_GLIDE_BOMB) || is_drone_strike(l, i), near_state = false;
  for (uint32_t k = 0; k < l->n; k++) {
    const sm_strike *o = &l->strikes[k];
    near_state |= k != i && o->attacker.type == 1 && !o->attacker.name.len && lends(o, s) > 1;
  }
  if (is_planted(l, i) || rival_state_told(l, &ground) || foreign_force_told(l, &ground)) return;
  for (uint32_t k = 0; k < l->n_sides; k++)
    if (l->sides[k].actor.type != 1 && l->sides[k].forces && l->sides[k].actor.iso3[0] && strcmp(l->sides[k].actor.iso3, ground.iso3) != 0) return; // groups from abroad
  if (((flown || (strikes_rebels(l, i) && s->weapons)) && l->nameless) || near_state) s->attacker.type = 1;
}

/// Whether the i-th of the users of a weapon is told of in the report, or is at war with the struck ground; *actor receives him.
static bool is_likely_user(const lender *l, sm_str user, const sm_actor *ground, sm_actor *actor) {
  const sm_reader *reader = l->story->scan.reader;
  *actor = user.len == 3 ? state_of(reader, user) : (sm_actor){.name = user, .type = 2};
  if (!actor->name.len) return false;
  for (uint32_t k = 0; k < l->n_sides; k++)
    if (sm_same_side(&l->sides[k].actor, actor)) return *actor = l->sides[k].actor, true;
  bool own = actor->type == 1 && ground->iso3[0] && strcmp(actor->iso3, ground->iso3) == 0 && l->nameless;
  return own;
}

/// "a pair of Su-34s", "a Bayraktar sank": the weapon tells who struck, where one of its users alone comes into question.
static void name_by_arms(lender *l, uint32_t i) {
  const sm_scan *scan = &l->story->scan;
  const sm_actor ground = ground_of(l, &l->strikes[i]);
  for (uint32_t k = 0; k < l->hits->n; k++) {
    const sm_hit *h = &l->hits->items[k];
    if (h->group != (int)i || h->intercepted) continue;
    for (uint32_t t = h->first; t < h->last; t++) {
      const sm_cue_row *row = sm_cue_at(scan, t, SM_CUE_ARMS, NULL);
      if (!row || sm_span_overlaps(sm_tokens_span(scan, t, t + 1), h->target)) continue;
      sm_actor only = {0}, actor;
      uint32_t n = 0;
      for (sm_str rest = row->by; rest.len;) {
        const char *comma = memchr(rest.ptr, ',', rest.len);
        size_t len = comma ? (size_t)(comma - rest.ptr) : rest.len;
        if (is_likely_user(l, (sm_str){rest.ptr, len}, &ground, &actor)) only = actor, n++;
        rest.ptr += len + (comma ? 1 : 0), rest.len -= len + (comma ? 1 : 0);
      }
      if (n == 1) {
        l->strikes[i].attacker = only;
        l->score[i] = 2;
        return;
      }
    }
  }
}

static void lend(lender *l, uint32_t i) {
  const sm_strike *s = &l->strikes[i];
  float best = 1;
  for (uint32_t k = 0; k < l->n_sides; k++) {
    float score = side_fits(l, &l->sides[k], i);
    if (score > best) best = score, l->lent[i] = l->sides[k].actor;
  }
  if (!l->lent[i].name.len && !(s->weapons & planted)) l->lent[i] = implied_foe(l, s);
  if (!l->lent[i].name.len) l->lent[i] = usual_side(l, s);
  if (!l->lent[i].name.len) take_state(l, i);
}

/// "Russia said Ukraine had used ..." told beside Kharkiv: no state of two at war strikes its own ground without words for it.
static bool is_turned(const lender *l, uint32_t i) {
  const sm_strike *s = &l->strikes[i];
  sm_actor ground = ground_of(l, s);
  if (s->attacker.type != 1 || !ground.iso3[0] || strcmp(s->attacker.iso3, ground.iso3) != 0 || !rival_state_told(l, &ground)) return false;
  for (uint32_t k = 0; k < l->hits->n; k++) {
    const sm_hit *h = &l->hits->items[k];
    if (h->group == (int)i && h->attacker_score >= 4) return false;
    if (h->group == (int)i && h->place >= 0 && !h->place_inherited && h->attacker_score >= 3 && sm_same_side(&h->attacker, &s->attacker)) return false;
  }
  return true;
}

sm_status sm_lend_attackers(const sm_story *story, const sm_hits *hits, sm_strike *strikes, const float *weight, uint32_t n, sm_error *err) {
  lender l = {.story = story, .hits = hits, .strikes = strikes, .weight = weight, .n = n};
  l.score = sm_arena_calloc(story->scan.arena, n + 1, sizeof *l.score);
  l.lent = sm_arena_calloc(story->scan.arena, n + 1, sizeof *l.lent);
  l.words = sm_arena_calloc(story->scan.arena, n + 1, sizeof *l.words);
  l.open = sm_arena_calloc(story->scan.arena, n + 1, sizeof *l.open);
  if (!l.score || !l.lent || !l.words || !l.open) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  find_sides(&l);
  find_open(&l);
  for (uint32_t i = 0; i < hits->n; i++) {
    const sm_hit *h = &hits->items[i];
    if (h->attacker_score > l.score[h->group] && sm_same_side(&h->attacker, &strikes[h->group].attacker)) l.score[h->group] = h->attacker_score;
  }
  for (uint32_t i = 0; i < n; i++)
    if (is_turned(&l, i)) strikes[i].attacker = (sm_actor){0}, l.score[i] = 0;
  for (uint32_t i = 0; i < n; i++) {
    name_launchers(&l, i);
    if (!strikes[i].attacker.name.len) name_owner(&l, i);
    if (l.score[i] < 3) name_us(&l, i);
    if (!strikes[i].attacker.name.len) name_reporter(&l, i);
  }
  read_statements(&l);
  for (uint32_t i = 0; i < n; i++)
    if (!strikes[i].attacker.name.len && (is_nameless(&l, i) || is_anaphoric(&l, i))) take_only_group(&l, i);
  for (uint32_t i = 0; i < n; i++)
    if (!strikes[i].attacker.name.len && !l.words[i].name.len && !l.open[i]) name_by_arms(&l, i);
  for (uint32_t i = 0; i < n; i++)
    if (!strikes[i].attacker.name.len && !l.words[i].name.len && weight[i] >= 0 && !l.open[i] && !l.neutral && !is_government(&l, i) && !is_nameless(&l, i)) lend(&l, i);
  for (uint32_t i = 0; i < n; i++)
    if (l.lent[i].name.len) strikes[i].attacker = l.lent[i];
    else if (!strikes[i].attacker.name.len && l.words[i].name.len) strikes[i].attacker = l.words[i];
  return SM_OK;
}
