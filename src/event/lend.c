// Who fights whom in a report: an attacker that a sentence leaves open follows from the sides, never from the struck one.
#include "sides.h"

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
static float lent_by_strikes(const sm_lender *l, const sm_actor *c, uint32_t i) {
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
static bool is_topic(const sm_lender *l, const sm_actor *c, uint32_t sentence) {
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
static bool is_government(const sm_lender *l, uint32_t i) {
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
static bool is_nameless(const sm_lender *l, uint32_t i) {
  for (uint32_t k = 0; k < l->hits->n; k++) {
    const sm_hit *h = &l->hits->items[k];
    if (h->group == (int)i && h->attacker_words.len && h->attacker_score >= 2) return true;
  }
  return false;
}

/// The side that was struck, as far as the words for the target name one.
static sm_actor target_of(const sm_lender *l, uint32_t i) {
  for (uint32_t k = 0; k < l->hits->n; k++)
    if (l->hits->items[k].group == (int)i && l->hits->items[k].target_actor.name.len) return l->hits->items[k].target_actor;
  return (sm_actor){0};
}

static bool foreign_force_told(const sm_lender *l, const sm_actor *ground) {
  for (uint32_t i = 0; i < l->n_sides; i++) {
    const sm_side *c = &l->sides[i];
    if (c->forces && (c->actor.type == 1 || c->actor.type == 8) && strcmp(c->actor.iso3, ground->iso3) != 0) return true;
  }
  return false;
}

/// Bombs, mines and blasts of which nothing more is told: the work of those who hide.
static bool is_planted(const sm_lender *l, uint32_t i) {
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
static bool is_held_by_rebels(const sm_lender *l, uint32_t sentence) {
  const sm_scan *scan = &l->story->scan;
  for (uint32_t i = scan->s[sentence].first; i + 2 < scan->s[sentence].last; i++) {
    const sm_cue_row *row = sm_cue_at(scan, i, SM_CUE_FORCE, NULL), *group = sm_cue_at(scan, i, SM_CUE_ACTOR, NULL);
    bool rebels = (row && row->kind == SM_K_REBEL) || (group && group->type != 1);
    if (rebels && sm_is_sign(scan, i + 1, '-') && sm_is(scan, i + 2, SM_W_HELD)) return true;
  }
  return false;
}

/// "In Khuzdar, meanwhile, a grenade ...": told as another matter.
static bool is_apart(const sm_lender *l, uint32_t i) {
  const sm_scan *scan = &l->story->scan;
  const sm_sentence *s = &scan->s[l->strikes[i].sentence];
  for (uint32_t k = s->first; k < s->last && k < s->first + 6; k++) {
    const sm_cue_row *mode = sm_cue_at(scan, k, SM_CUE_MODE, NULL);
    if (mode && mode->kind == SM_K_ANOTHER) return true;
  }
  return false;
}

/// The one group that a report of bombs names, that is nowhere struck and disowned nothing.
static bool is_sole_suspect(const sm_lender *l, const sm_side *c, uint32_t i) {
  if ((l->unclaimed && !c->accused) || (c->actor.type != 2 && c->actor.type != 3) || c->mentions == c->struck || c->denied || is_apart(l, i)) return false;
  for (uint32_t k = 0; k < l->n_sides; k++)
    if (&l->sides[k] != c && (l->sides[k].actor.type == 2 || l->sides[k].actor.type == 3)) return false;
  return true;
}

/// The report names a group at home in a state that is at war with the struck side.
static bool has_own_group(const sm_lender *l, const sm_actor *state, const sm_actor *ground) {
  for (uint32_t k = 0; k < l->n_sides; k++) {
    const sm_actor *a = &l->sides[k].actor;
    if ((a->type == 2 || a->type == 3) && strcmp(a->iso3, state->iso3) == 0 && sm_are_rivals(l->story->scan.reader, a, ground)) return true;
  }
  return false;
}

/// The states that, by the lexicon's "arms", alone fly armed drones on their ground; empty where the report speaks of none.
static sm_str drone_states(const sm_scan *scan) {
  for (uint32_t i = 0; i < scan->n_cues; i++) {
    const sm_cue *c = &scan->cues[i];
    const sm_cue_row *w = c->cls == SM_CUE_ARMS && c->row->flags & SM_ROW_WEAK ? sm_cue_at(scan, c->first, SM_CUE_WEAPON, NULL) : NULL;
    if (w && w->weapons & SM_WEAPON_DRONE) return c->row->by;
  }
  return (sm_str){NULL, 0};
}

static bool is_drone_of_state(const sm_lender *l, const sm_strike *s, const sm_actor *ground) {
  for (size_t k = 0; s->weapons & SM_WEAPON_DRONE && k + 3 <= l->drones.len; k += 4)
    if (memcmp(l->drones.ptr + k, ground->iso3, 3) == 0) return true;
  return false;
}

/// How likely a side struck; below 0 means it did not.
static float side_fits(const sm_lender *l, const sm_side *c, uint32_t i) {
  const sm_strike *s = &l->strikes[i];
  const sm_actor ground = sm_ground_of(l, s), target = target_of(l, i);
  const bool own = c->actor.type == 1 && ground.iso3[0] && strcmp(c->actor.iso3, ground.iso3) == 0;
  const bool state = c->actor.type == 1 || c->actor.type == 8, nameless_state = s->attacker.type == 1;
  const bool ground_fire = s->weapons & (SM_WEAPON_ROCKET | SM_WEAPON_MORTAR | SM_WEAPON_ARTILLERY | SM_WEAPON_GRENADE) && !(s->weapons & ~(uint32_t)(SM_WEAPON_ROCKET | SM_WEAPON_MORTAR | SM_WEAPON_ARTILLERY | SM_WEAPON_GRENADE));
  const bool flown = s->weapons & (SM_WEAPON_AIRSTRIKE | SM_WEAPON_GLIDE_BOMB) || is_drone_of_state(l, s, &ground);
  const bool hidden = is_planted(l, i);
  if (hidden && !is_sole_suspect(l, c, i)) return -1; // only words tell who planted it
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
    if (sm_rival_state_told(l, &ground)) return -1;
    bool alone = flown && (c->forces || l->nameless) && !foreign_force_told(l, &ground); // rebels have no air force
    return lent > 0 || nameless_state || alone ? score + (nameless_state || alone ? 1.0f : 0) : -1;
  }
  const bool place_only = c->actor.type == 1 && !c->forces && !c->acted && lent == 0 && has_own_group(l, &c->actor, &ground); // rockets from Lebanon are Hezbollah's
  if (place_only || (c->actor.type == 1 && strcmp(c->actor.iso3, "PSE") == 0)) return -1; // rockets from Gaza are a group's
  if (sm_are_rivals(l->story->scan.reader, &c->actor, &ground) || sm_are_rivals(l->story->scan.reader, &c->actor, &target)) score += c->actor.type == 1 || c->forces ? 1.6f : 0.8f;
  else if (c->forces && c->count >= 3 && (state ? ground.iso3[0] != 0 : c->actor.type <= 3)) score += 1;
  return score;
}

/// "the enemy" in a report from one side of a war between states.
static sm_actor implied_foe(const sm_lender *l, const sm_strike *s) {
  const sm_reader *reader = l->story->scan.reader;
  sm_str only = {0};
  sm_actor ground = sm_ground_of(l, s);
  for (uint32_t i = 0; i < reader->n_rivals && l->foe && ground.iso3[0]; i++)
    for (int k = 0; k < 2; k++) {
      const sm_rival *r = &reader->rivals[i];
      sm_str here = k ? r->b : r->a, foe = k ? r->a : r->b;
      if (!sm_str_equal(here, sm_str_of(ground.iso3)) || foe.len != 3) continue;
      if (only.len) return (sm_actor){0};
      only = foe;
    }
  return only.len ? sm_state_by_code(reader, only) : (sm_actor){0};
}

static bool is_group(const sm_lender *l, const sm_party *p) {
  return p->actor.name.len && p->named && (p->actor.type == 2 || p->actor.type == 3) && !sm_is_ally(&l->story->scan, p);
}

/// The one group of the parties from the first to the last; `several` tells that there are more.
static const sm_party *only_group(const sm_lender *l, uint32_t first, uint32_t last, bool *several) {
  const sm_party *only = NULL;
  *several = false;
  for (uint32_t k = first; k < last; k++) {
    const sm_party *p = &l->story->parties.items[k];
    if (!is_group(l, p)) continue;
    *several |= only && !sm_same_side(&only->actor, &p->actor);
    if (!only) only = p;
  }
  return only;
}

/// "the insurgents", "the group": the one that was told of before, of several the last in this paragraph and the one before it; where none was,
/// the only one of the report.
static void take_group_meant(sm_lender *l, uint32_t i) {
  const sm_story *story = l->story;
  const uint32_t sentence = l->strikes[i].sentence, here = story->party_at[sentence + 1];
  for (uint32_t k = 0; k < l->hits->n; k++)
    if (l->hits->items[k].group == (int)i && l->hits->items[k].attacker.type == 8) return; // "coalition aircraft"
  bool several;
  const sm_party *meant = only_group(l, 0, here, &several);
  if (several) {
    meant = NULL;
    for (uint32_t k = here; k > 0 && !meant; k--) {
      const sm_party *p = &story->parties.items[k - 1];
      if (story->scan.s[p->sentence].paragraph + 1 < story->scan.s[sentence].paragraph) break;
      if (is_group(l, p) && !sm_is_passive_side(story, p)) meant = p;
    }
  }
  if (!meant && !several) meant = only_group(l, here, story->parties.n, &several);
  const bool later = meant && meant->first >= story->scan.s[sentence].last;
  if (later && several && story->scan.s[meant->sentence].paragraph > story->scan.s[sentence].paragraph + 1) return;
  const sm_actor target = target_of(l, i);
  if (meant && !sm_same_side(&meant->actor, &target)) l->strikes[i].attacker = meant->actor;
}

/// "blamed rebels" in a report of one group; "suspected separatist militants" stay nameless.
static sm_actor blamed_group(const sm_lender *l, sm_actor words) {
  bool several;
  const sm_party *only = memchr(words.name.ptr, ' ', words.name.len) ? NULL : only_group(l, 0, l->story->parties.n, &several);
  return only && !several ? only->actor : words;
}

/// "The attackers used two grenades", "the group fired": definite words for those told of before.
static bool is_anaphoric(const sm_lender *l, uint32_t i) {
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

static bool is_drone_strike(const sm_lender *l, uint32_t i) {
  for (uint32_t k = 0; k < l->hits->n; k++) {
    const sm_hit *h = &l->hits->items[k];
    for (uint32_t t = 0; h->group == (int)i && t < h->n_triggers; t++)
      if (l->story->triggers.items[h->triggers[t]].row->weapons & SM_WEAPON_DRONE) return true;
  }
  return false;
}

/// "the army", "the junta" told elsewhere: air raids in its country are its own where no other forces are named.
static void take_state(sm_lender *l, uint32_t i) {
  sm_strike *s = &l->strikes[i];
  sm_actor ground = sm_ground_of(l, s);
  bool flown = s->weapons & (SM_WEAPON_AIRSTRIKE | SM_WEAPON_GLIDE_BOMB) || is_drone_strike(l, i), near_state = false;
  for (uint32_t k = 0; k < l->n; k++) {
    const sm_strike *o = &l->strikes[k];
    near_state |= k != i && o->attacker.type == 1 && !o->attacker.name.len && lends(o, s) > 1;
  }
  if (is_planted(l, i) || sm_rival_state_told(l, &ground) || foreign_force_told(l, &ground)) return;
  for (uint32_t k = 0; k < l->n_sides; k++)
    if (l->sides[k].actor.type != 1 && l->sides[k].forces && l->sides[k].actor.iso3[0] && strcmp(l->sides[k].actor.iso3, ground.iso3) != 0) return; // groups from abroad
  if (((flown || (sm_strikes_rebels(l, i) && s->weapons)) && l->nameless) || near_state) s->attacker.type = 1;
}

static void lend(sm_lender *l, uint32_t i) {
  const sm_strike *s = &l->strikes[i];
  float best = 1;
  for (uint32_t k = 0; k < l->n_sides; k++) {
    float score = side_fits(l, &l->sides[k], i);
    if (score > best) best = score, l->lent[i] = l->sides[k].actor;
  }
  if (!l->lent[i].name.len && !(s->weapons & planted)) l->lent[i] = implied_foe(l, s);
  if (!l->lent[i].name.len) l->lent[i] = sm_usual_side(l, s);
  if (!l->lent[i].name.len) take_state(l, i);
}

/// "Russia said Ukraine had used ..." told beside Kharkiv: no state of two at war strikes its own ground without words for it.
static bool is_turned(const sm_lender *l, uint32_t i) {
  const sm_strike *s = &l->strikes[i];
  sm_actor ground = sm_ground_of(l, s);
  if (s->attacker.type != 1 || !ground.iso3[0] || strcmp(s->attacker.iso3, ground.iso3) != 0 || !sm_rival_state_told(l, &ground)) return false;
  for (uint32_t k = 0; k < l->hits->n; k++) {
    const sm_hit *h = &l->hits->items[k];
    if (h->group == (int)i && h->attacker_score >= 4) return false;
    if (h->group == (int)i && h->place >= 0 && !h->place_inherited && h->attacker_score >= 3 && sm_same_side(&h->attacker, &s->attacker)) return false;
  }
  return true;
}

/// "Planes levelled a house ... after rockets of Hezbollah": groups without aircraft made no air strike, unless words of its telling say so.
static bool is_flown_by_group(const sm_lender *l, uint32_t i) {
  const sm_strike *s = &l->strikes[i];
  const uint32_t air = SM_WEAPON_AIRSTRIKE | SM_WEAPON_GLIDE_BOMB;
  if (!s->attacker.name.len || s->attacker.type == 1 || s->attacker.type == 8 || !(s->weapons & air)) return false;
  for (uint32_t k = 0; k < l->hits->n; k++) {
    const sm_hit *h = &l->hits->items[k];
    if (h->group == (int)i && h->weapons & air && h->attacker_score >= 3 && sm_same_side(&h->attacker, &s->attacker)) return false;
  }
  return true;
}

sm_status sm_lend_attackers(const sm_story *story, const sm_hits *hits, sm_strike *strikes, const float *weight, uint32_t n, sm_error *err) {
  sm_lender l = {.story = story, .hits = hits, .strikes = strikes, .weight = weight, .n = n};
  l.score = sm_arena_calloc(story->scan.arena, n + 1, sizeof *l.score);
  l.lent = sm_arena_calloc(story->scan.arena, n + 1, sizeof *l.lent);
  l.words = sm_arena_calloc(story->scan.arena, n + 1, sizeof *l.words);
  l.open = sm_arena_calloc(story->scan.arena, n + 1, sizeof *l.open);
  if (!l.score || !l.lent || !l.words || !l.open) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  sm_find_sides(&l);
  l.drones = drone_states(&story->scan);
  sm_find_open(&l);
  for (uint32_t i = 0; i < hits->n; i++) {
    const sm_hit *h = &hits->items[i];
    if (h->attacker_score > l.score[h->group] && sm_same_side(&h->attacker, &strikes[h->group].attacker)) l.score[h->group] = h->attacker_score;
  }
  for (uint32_t i = 0; i < n; i++)
    if (is_turned(&l, i) || is_flown_by_group(&l, i)) strikes[i].attacker = (sm_actor){0}, l.score[i] = 0;
  for (uint32_t i = 0; i < n; i++) {
    sm_name_launchers(&l, i);
    if (!strikes[i].attacker.name.len) sm_name_owner(&l, i);
    if (l.score[i] < 3) sm_name_us(&l, i);
    if (!strikes[i].attacker.name.len && !strikes[i].attacker.type) sm_name_pronoun(&l, i);
    if (!strikes[i].attacker.name.len) sm_name_reporter(&l, i);
  }
  sm_read_statements(&l);
  for (uint32_t i = 0; i < n; i++)
    if (!strikes[i].attacker.name.len && is_anaphoric(&l, i)) take_group_meant(&l, i);
  for (uint32_t i = 0; i < n; i++)
    if (!strikes[i].attacker.name.len && !l.words[i].name.len && !l.open[i]) sm_name_by_arms(&l, i);
  for (uint32_t i = 0; i < n; i++)
    if (!strikes[i].attacker.name.len && !l.words[i].name.len && weight[i] >= 0 && !l.open[i] && !l.neutral && !is_government(&l, i) && !is_nameless(&l, i)) lend(&l, i);
  for (uint32_t i = 0; i < n; i++)
    if (l.lent[i].name.len) strikes[i].attacker = l.lent[i];
    else if (!strikes[i].attacker.name.len && l.words[i].name.len) strikes[i].attacker = blamed_group(&l, l.words[i]);
  return SM_OK;
}
