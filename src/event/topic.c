// What a report is about: words of labour, sport, space or accidents against words of arms.
#include "scene.h"

static bool is_fighter(const sm_party *p) { return p->force || (p->named && !p->state); }

/// "explosions were heard in ...", "a series of blasts": one may be an accident, several seldom are.
static bool is_series(const sm_trigger *g) {
  return g->plural && !g->verb && g->reality == SM_REAL && (g->row->kind == SM_K_BLAST || g->row->kind == SM_K_NOUN || g->row->kind == SM_K_ATTACK);
}

/// "Russia launched drones at Odesa", "sent a swarm of drones against the port": by a state, or against somebody.
static bool is_launched_at(const sm_story *story, const sm_trigger *g) {
  enum { REACH = 8 };
  const sm_scan *scan = &story->scan;
  const sm_group *verb = g->verb && g->row->kind == SM_K_LAUNCH ? sm_group_of(&story->syntax, g->first) : NULL;
  if (!verb || !(verb->flags & SM_GROUP_VERB) || verb->subject < 0) return false;
  const uint32_t by = scan->mention_at[story->syntax.groups[verb->subject].head], end = scan->s[g->sentence].last;
  const bool state = by && scan->mentions->items[by - 1].role == SM_ROLE_METONYM;
  for (uint32_t k = g->last; k < end && k < g->last + REACH && !sm_is_punct(scan, k); k++) {
    uint32_t last;
    const sm_cue_row *weapon = sm_cue_at(scan, k, SM_CUE_WEAPON, &last);
    if (!weapon || last >= end) continue;
    if (sm_is(scan, last, SM_W_AGAINST)) return true;
    if (sm_is(scan, last, SM_W_AT)) return state && weapon->weapons & SM_WEAPON_DRONE;
  }
  return false;
}

/// Attackers, strikes, launches of weapons, admissions: signs that explosions and falling drones are no accidents.
/// "a pipeline was blown up": by somebody.
static bool is_blown_up(const sm_story *story, const sm_trigger *g) {
  return g->reality == SM_REAL && g->row->kind == SM_K_BLAST && g->row->form == SM_F_PP && g->first > 0 && sm_is_be(&story->scan, g->first - 1);
}

static bool tells_of_arms(const sm_story *story) {
  for (uint32_t i = 0; i < story->parties.n; i++)
    if (is_fighter(&story->parties.items[i])) return true;
  for (uint32_t i = 0; i < story->triggers.n; i++) {
    const sm_cue_row *row = story->triggers.items[i].row;
    if (row->kind == SM_K_ATTACK || row->kind == SM_K_INTERCEPT || row->kind == SM_K_RESPONSIBILITY || row->kind == SM_K_GROUND ||
        row->kind == SM_K_PASSIVE || (row->strength >= 3 && row->weapons) || is_series(&story->triggers.items[i]) || is_blown_up(story, &story->triggers.items[i]) || is_launched_at(story, &story->triggers.items[i]))
      return true;
  }
  for (uint32_t i = 0; i < story->scan.n_cues; i++) {
    const sm_cue *c = &story->scan.cues[i];
    if (c->cls == SM_CUE_WEAPON && c->row->kind == 0 && c->row->weapons && !(c->row->weapons & (SM_WEAPON_DRONE | SM_WEAPON_ROCKET))) return true;
  }
  return false;
}

bool sm_is_unarmed(const sm_story *story) {
  for (uint32_t s = 0; s < story->scan.ns; s++)
    if (story->scan.sentence_mask[s] & (1u << SM_CUE_CASUALTY | 1u << SM_CUE_TARGET)) return false;
  return !tells_of_arms(story);
}

/// "it was not an accident", "ruled out a gas leak".
static bool is_denied(const sm_scan *scan, const sm_cue *c) {
  for (uint32_t k = c->first, steps = 0; k > scan->s[scan->t[c->first].sentence].first && steps < 3; k--, steps++) {
    const sm_cue_row *mode = sm_cue_at(scan, k - 1, SM_CUE_MODE, NULL);
    if (mode && mode->kind == SM_K_NEGATION) return true;
  }
  return false;
}

/// "There was no IED", "not caused by a bomb or an IED", "nothing to do with bombs", "unexploded shells": no munition that went off.
static bool is_ruled_out(const sm_scan *scan, uint32_t weapon) {
  enum { REACH = 9 };
  static const char *const nothing[] = {"nothing", "Nothing"}, *const left[] = {"unexploded"};
  const uint32_t first = scan->s[scan->t[weapon].sentence].first;
  if (weapon > first && SM_IS_ONE_OF(scan, weapon - 1, left)) return true;
  for (uint32_t k = weapon; k > first && weapon - k < REACH && !sm_is_punct(scan, k - 1); k--) {
    const sm_cue_row *mode = sm_cue_at(scan, k - 1, SM_CUE_MODE, NULL);
    if ((mode && mode->kind == SM_K_NEGATION) || SM_IS_ONE_OF(scan, k - 1, nothing)) return true;
  }
  return false;
}

/// "was not caused by a bomb", "had nothing to do with bombs": what is no cause leaves an accident.
static bool is_no_cause(const sm_scan *scan, uint32_t weapon) {
  enum { REACH = 6 };
  static const char *const caused[] = {"caused", "triggered", "due", "do"}, *const by[] = {"by", "to", "with"};
  if (!is_ruled_out(scan, weapon)) return false;
  for (uint32_t k = weapon; k > scan->s[scan->t[weapon].sentence].first + 1 && weapon - k < REACH; k--)
    if (SM_IS_ONE_OF(scan, k - 1, by) && SM_IS_ONE_OF(scan, k - 2, caused)) return true;
  return false;
}

static bool tells_of_store(const sm_scan *scan, uint32_t s) {
  static const char *const stores[] = {"depot", "dump", "store", "stockpile", "arsenal", "magazine", "armoury", "armory", "warehouse"};
  for (uint32_t k = scan->s[s].first; k < scan->s[s].last; k++)
    if (SM_IS_ONE_OF(scan, k, stores)) return true;
  return false;
}

/// "A fuel depot exploded", "an old munitions store caught fire": what goes off by itself, as far as is told.
static bool is_store(const sm_story *story, const sm_trigger *g) {
  static const char *const stores[] = {"depot", "store", "dump", "arsenal", "tanker", "pipeline", "refinery", "magazine", "factory", "plant", "cylinder", "cylinders", "tank", "transformer", "generator", "armoury", "armory", "stockpile"};
  const sm_scan *scan = &story->scan;
  if (!g->verb || g->passive || (g->row->kind != SM_K_BLAST && g->row->kind != SM_K_HARM)) return false;
  const sm_group *verb = sm_group_of(&story->syntax, g->first);
  if (!verb || !(verb->flags & SM_GROUP_VERB) || verb->subject < 0 || verb->object >= 0) return false;
  return SM_IS_ONE_OF(scan, story->syntax.groups[verb->subject].head, stores);
}

/// "killed in a fire at a depot", "A blaze broke out at the dump", "the fire triggered explosions": what burned first, with no word of why.
static bool is_of_fire(const sm_scan *scan, uint32_t s) {
  enum { REACH = 6 };
  static const char *const fires[] = {"fire", "blaze", "inferno"}, *const spreads[] = {"broke", "triggered", "caused", "sparked", "led", "touched", "detonated", "spread", "ripped", "swept", "engulfed"};
  for (uint32_t k = scan->s[s].first + 1; k < scan->s[s].last; k++) {
    if (!SM_IS_ONE_OF(scan, k, fires)) continue;
    for (uint32_t i = k; i > scan->s[s].first && k - i < 3; i--)
      if (sm_is(scan, i - 1, SM_W_A) && i > scan->s[s].first + 1 && sm_is(scan, i - 2, SM_W_IN)) return true;
    for (uint32_t i = k + 1; i < scan->s[s].last && i < k + REACH; i++)
      if (SM_IS_ONE_OF(scan, i, spreads)) return true;
  }
  return false;
}

/// The report opens with a fire at a store of munitions.
static bool opens_with_fire(const sm_scan *scan) {
  enum { LEAD = 3 };
  for (uint32_t s = 0; s < LEAD && s < scan->ns; s++)
    if (tells_of_store(scan, s) && is_of_fire(scan, s)) return true;
  return false;
}

/// "houses the largest stockpile of weapons. Stocks including bombs and grenades ...", "mines were destroyed in the fire": what lies in a store.
static bool is_stored(const sm_scan *scan, uint32_t weapon) {
  static const char *const stocks[] = {"stocks", "Stocks", "stored", "stores", "stock", "stockpile", "stockpiles", "kept", "houses", "housed", "contains", "contained", "ammunition", "fire", "blaze"};
  const uint32_t s = scan->t[weapon].sentence;
  for (uint32_t k = scan->s[s].first; k < scan->s[s].last; k++)
    if (SM_IS_ONE_OF(scan, k, stocks)) return true;
  return false;
}

/// "shells flew through the area": munitions that a fire sets off, or that lie in a store.
static bool is_burning(const sm_scan *scan, uint32_t weapon, uint32_t weapons, bool fire) {
  return (fire && !(weapons & ~(uint32_t)(SM_WEAPON_ARTILLERY | SM_WEAPON_MORTAR | SM_WEAPON_IED | SM_WEAPON_ROCKET))) || is_stored(scan, weapon);
}

static bool names_missile(const sm_scan *scan) {
  for (uint32_t i = 0; i < scan->n_cues; i++)
    if (scan->cues[i].cls == SM_CUE_WEAPON && scan->cues[i].row->weapons & (SM_WEAPON_DRONE | SM_WEAPON_ROCKET | SM_WEAPON_MISSILE) && !is_stored(scan, scan->cues[i].first)) return true;
  return false;
}

/// "a bomb hidden in a motorcycle went off": a munition that is the subject of a real blast.
static bool has_bomb_blast(const sm_story *story) {
  for (uint32_t i = 0; i < story->triggers.n; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    const sm_cue_row *w = g->row->kind == SM_K_BLAST && g->reality == SM_REAL ? sm_weapon_of_subject(&story->scan, &story->syntax, g) : NULL;
    if (w && w->kind == 0 && w->weapons & SM_WEAPON_BOMB && w->flags & SM_ROW_UNIT) return true;
  }
  return false;
}

/// "an attack", "two strikes", but no blast.
static bool is_attack(const sm_trigger *g) { return g->row->kind == SM_K_ATTACK && g->row->name.len > 0 && g->row->name.ptr[0] != 'b'; }

/// "an explosion threw a ball of fire into the sky": what a blast does.
static bool is_done_by_blast(const sm_story *story, const sm_trigger *g) {
  const sm_group *verb = g->verb && g->row->kind == SM_K_LAUNCH ? sm_group_of(&story->syntax, g->first) : NULL;
  if (!verb || !(verb->flags & SM_GROUP_VERB) || verb->subject < 0) return false;
  const sm_cue_row *what = sm_cue_at(&story->scan, story->syntax.groups[verb->subject].head, SM_CUE_TRIGGER, NULL);
  return what && !what->weapons && (what->kind == SM_K_BLAST || what->kind == SM_K_NOUN);
}

/// "caused by a gas leak", "the tanker overturned": told as an accident, and all that really happened is that something
/// exploded, fell or burned.
bool sm_is_accident(const sm_story *story) {
  const sm_scan *scan = &story->scan;
  const uint32_t arms = ~(uint32_t)(SM_WEAPON_BOMB | SM_WEAPON_DRONE | SM_WEAPON_ROCKET);
  const bool fire = opens_with_fire(scan) && !names_missile(scan);
  bool accident = fire, works = false;
  for (uint32_t i = 0; i < scan->n_cues; i++) {
    const sm_cue *c = &scan->cues[i];
    const bool weapon = c->cls == SM_CUE_WEAPON && c->row->kind == 0 && c->row->weapons & arms;
    accident |= c->cls == SM_CUE_WEAPON && c->row->weapons && is_no_cause(scan, c->first);
    if (weapon && !is_burning(scan, c->first, c->row->weapons, fire) && !is_ruled_out(scan, c->first) && !sm_is_simile(scan, c->first) && !sm_is_long_past(story, scan->t[c->first].sentence)) return false;
    accident |= c->cls == SM_CUE_MODE && c->row->kind == SM_K_ACCIDENT && !is_denied(scan, c);
    works |= c->cls == SM_CUE_MODE && c->row->kind == SM_K_WORKS;
  }
  works &= !accident;
  accident |= works;
  const bool store = !accident && !names_missile(scan) && !tells_of_arms(story);
  for (uint32_t i = 0; i < story->triggers.n && store && !accident; i++) accident = is_store(story, &story->triggers.items[i]);
  for (uint32_t i = 0; i < story->triggers.n && accident; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    bool blast = g->row->kind == SM_K_BLAST || g->row->kind == SM_K_FALL || g->row->kind == SM_K_HARM || g->row->kind == SM_K_KILL ||
                 g->row->kind == SM_K_HAPPEN || g->row->kind == SM_K_TURN || g->row->kind == SM_K_CARRY || (!g->verb && g->row->strength == 2 && !g->row->weapons && !(works && is_attack(g))) || is_done_by_blast(story, g);
    if (is_blown_up(story, g) && !sm_is_long_past(story, g->sentence)) return false;
    if (g->reality == SM_REAL && g->row->kind == SM_K_KILL && !g->passive && sm_weapon_of_subject(scan, &story->syntax, g)) return false; // "a drone killed"
    if (!g->verb && g->row->weapons && (is_ruled_out(scan, g->first) || (g->row->kind == SM_K_ATTACK && tells_of_store(scan, g->sentence)))) continue; // "a depot that has bombs in there"
    if (!g->verb && g->row->form == SM_F_S && is_burning(scan, g->first, g->row->weapons, fire)) continue;
    if (g->reality == SM_REAL && g->row->weapons & arms && !sm_is_long_past(story, g->sentence)) return false; // "two men blew themselves up"
    if (g->reality == SM_REAL && !blast && g->row->strength > 0 && !sm_is_long_past(story, g->sentence)) return false;
  }
  return accident && !has_bomb_blast(story);
}

static bool is_all_ruled_out(const sm_scan *scan, uint32_t s) {
  for (uint32_t k = scan->s[s].first; k < scan->s[s].last; k++)
    if (sm_has_cue(scan, k, SM_CUE_WEAPON) && !is_ruled_out(scan, k)) return false;
  return true;
}

/// "The blast that shook the town was an accident": a blast and its harmless cause in one of the first sentences, with no munition.
bool sm_opens_with_mishap(const sm_story *story) {
  enum { LEAD = 3 };
  const sm_scan *scan = &story->scan;
  for (uint32_t s = 0; s < LEAD && s < scan->ns; s++)
    if (sm_content_of(story, s).munition && !is_all_ruled_out(scan, s)) return false;
  for (uint32_t i = 0; i < scan->n_cues; i++) {
    const sm_cue *c = &scan->cues[i];
    const uint32_t s = scan->t[c->first].sentence;
    if (s >= LEAD) return false;
    if (c->cls != SM_CUE_MODE || c->row->kind != SM_K_ACCIDENT || is_denied(scan, c)) continue;
    for (uint32_t k = story->trigger_at[s]; k < story->trigger_at[s + 1]; k++) {
      const sm_trigger *g = &story->triggers.items[k];
      if (g->row->kind == SM_K_BLAST || (!g->verb && g->row->strength == 2 && !g->row->weapons && !is_attack(g))) return !has_bomb_blast(story);
    }
  }
  return false;
}

/// "Sabotage has been ruled out", "There was no attack", "not an attack, not sabotage".
static bool rules_attack_out(const sm_scan *scan, uint32_t i) {
  enum { BEHIND = 5 };
  static const char *const deeds[] = {"sabotage", "Sabotage", "attack", "terrorism", "terror", "terrorist", "raid"}, *const ruled[] = {"ruled", "excluded"};
  if (!SM_IS_ONE_OF(scan, i, deeds)) return false;
  if (is_ruled_out(scan, i)) return true;
  for (uint32_t k = i + 1; k < scan->s[scan->t[i].sentence].last && k < i + BEHIND; k++)
    if (SM_IS_ONE_OF(scan, k, ruled)) return true;
  return false;
}

/// The report says that it was an accident, or no attack.
static bool tells_of_mishap(const sm_scan *scan) {
  for (uint32_t i = 0; i < scan->n_cues; i++)
    if (scan->cues[i].cls == SM_CUE_MODE && scan->cues[i].row->kind == SM_K_ACCIDENT && !is_denied(scan, &scan->cues[i])) return true;
  for (uint32_t i = 0; i < scan->n; i++)
    if (rules_attack_out(scan, i)) return true;
  return false;
}

/// Somebody struck, or is said to have: by a verb with a subject that strikes, a noun for a strike with its weapon, a claim.
static bool tells_of_attacker(const sm_story *story) {
  const sm_scan *scan = &story->scan;
  for (uint32_t i = 0; i < story->triggers.n; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    if (g->reality != SM_REAL || sm_is_long_past(story, g->sentence)) continue;
    if (g->row->kind == SM_K_RESPONSIBILITY || g->row->kind == SM_K_INTERCEPT) return true;
    if (g->row->kind != SM_K_ATTACK && g->row->kind != SM_K_LAUNCH) continue;
    if (!g->verb && g->row->strength >= 3 && g->row->weapons && g->row->form == SM_F_NOUN) return true;
    const sm_group *verb = g->verb && !g->passive ? sm_group_of(&story->syntax, g->first) : NULL;
    if (!verb || !(verb->flags & SM_GROUP_VERB) || verb->subject < 0) continue;
    const sm_group *who = &story->syntax.groups[verb->subject];
    const sm_cue_row *weapon = sm_cue_at(scan, who->head, SM_CUE_WEAPON, NULL);
    if (scan->mention_at[who->head] || scan->mask[who->head] & (1u << SM_CUE_FORCE | 1u << SM_CUE_ACTOR) || (weapon && weapon->weapons & ~(uint32_t)(SM_WEAPON_ARTILLERY | SM_WEAPON_MORTAR | SM_WEAPON_ROCKET | SM_WEAPON_GRENADE | SM_WEAPON_IED))) return true;
  }
  return false;
}

/// "Explosions at an army arsenal killed two", with the word later on that it was an accident, and nobody who struck.
bool sm_opens_with_depot(const sm_story *story) {
  enum { LEAD = 3 };
  static const char *const holds[] = {"ammunition", "munitions", "arsenal", "depot", "dump", "armoury", "armory"};
  const sm_scan *scan = &story->scan;
  bool store = false, blast = false;
  for (uint32_t s = 0; s < LEAD && s < scan->ns; s++) {
    for (uint32_t k = scan->s[s].first; k < scan->s[s].last && !store; k++) store = SM_IS_ONE_OF(scan, k, holds);
    for (uint32_t k = story->trigger_at[s]; k < story->trigger_at[s + 1]; k++) {
      const sm_trigger *g = &story->triggers.items[k];
      blast |= g->row->kind == SM_K_BLAST || (!g->verb && g->row->strength == 2 && !g->row->weapons && !is_attack(g));
    }
  }
  return store && blast && !has_bomb_blast(story) && tells_of_mishap(scan) && !tells_of_attacker(story);
}

bool sm_tells_fresh_strike(const sm_story *story, uint32_t s) {
  enum { LATE = 31 };
  if (!sm_has_new_day(story, s, LATE)) return false;
  if (sm_content_of(story, s).munition) return true;
  for (uint32_t k = story->trigger_at[s]; k < story->trigger_at[s + 1]; k++) {
    const sm_trigger *g = &story->triggers.items[k];
    if (g->verb && g->reality == SM_REAL && (g->row->kind == SM_K_ATTACK || g->row->kind == SM_K_LAUNCH)) return true;
  }
  return false;
}

/// Labour, sport and weather share their words with war; without a weapon such a report tells of no strike.
bool sm_is_other_topic(const sm_story *story) {
  const sm_scan *scan = &story->scan;
  uint32_t other = 0, arms = 0;
  for (uint32_t i = 0; i < scan->n_cues; i++) {
    const sm_cue *c = &scan->cues[i];
    const sm_kind kind = (sm_kind)c->row->kind;
    if (c->cls == SM_CUE_MODE && (kind == SM_K_LABOUR || kind == SM_K_SPORT || kind == SM_K_ACCIDENT || kind == SM_K_IDIOM || kind == SM_K_PEACE)) other++;
    if (c->cls == SM_CUE_WEAPON && kind != SM_K_GUN && kind != SM_K_WEAKCARRIER && kind != SM_K_DEVICE && kind != SM_K_SHIP && !sm_is_simile(scan, c->first)) arms++;
    if (c->cls == SM_CUE_TRIGGER && c->row->strength >= 3 && (c->row->form == SM_F_NOUN || c->row->weapons)) arms++;
  }
  return other >= 2 && arms * 2 <= other;
}

static bool hurts_somebody(const sm_story *story) {
  for (uint32_t i = 0; i < story->figures.n; i++)
    if (story->figures.items[i].killed_high > 0 || story->figures.items[i].injured_high > 0) return true;
  return false;
}

/// A munition of an old war, told in one of the first sentences: "a wartime bomb".
static bool opens_with_relic(const sm_scan *scan) {
  enum { LEAD = 3 };
  for (uint32_t s = 0; s < LEAD && s < scan->ns; s++)
    if (sm_sentence_is(scan, s, SM_K_AGE) && scan->sentence_mask[s] & (1u << SM_CUE_WEAPON)) return true;
  return false;
}

bool sm_is_of_relic(const sm_story *story) {
  const sm_scan *scan = &story->scan;
  bool disposal = false;
  for (uint32_t s = 0; s < scan->ns && !disposal; s++) disposal = sm_sentence_is(scan, s, SM_K_DISPOSAL);
  if (!disposal || !opens_with_relic(scan)) return false;
  if (hurts_somebody(story)) return false;
  for (uint32_t i = 0; i < story->triggers.n; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    if (g->verb && g->reality == SM_REAL && g->row->kind == SM_K_ATTACK && !sm_sentence_is(scan, g->sentence, SM_K_AGE)) return false;
  }
  return true;
}

bool sm_is_of_passing(const sm_story *story) {
  const sm_triggers *all = &story->triggers;
  if (hurts_somebody(story)) return false;
  for (uint32_t i = 0; i < all->n; i++)
    if (all->items[i].reality == SM_REAL && all->items[i].row->kind != SM_K_LAUNCH && all->items[i].row->kind != SM_K_FALL) return false;
  return all->n && sm_sentence_is(&story->scan, all->items[0].sentence, SM_K_PASSING) && all->items[0].reality == SM_NOT_REAL;
}

/// "17 terrorist attacks", "two low-intensity blasts": a number before strikes in the plural.
static bool is_counted(const sm_story *story, const sm_trigger *g) {
  const sm_scan *scan = &story->scan;
  const uint32_t floor = scan->s[g->sentence].first;
  if (g->verb || !g->plural) return false;
  for (uint32_t k = g->first, steps = 0; k > floor && steps < 4 && !sm_is_punct(scan, k - 1); k--, steps++) {
    int value;
    uint32_t last;
    if (sm_read_number(scan, k - 1, &value, &last)) return last <= g->first && value > 1;
  }
  return false;
}

/// "in June", "the month before", "the first half of the year": a sentence of a time, with no day.
static bool tells_period(const sm_story *story, uint32_t s) {
  const sm_scan *scan = &story->scan;
  bool period = false;
  for (uint32_t i = story->when_at[s]; i < story->when_at[s + 1]; i++) {
    const sm_when *w = &story->whens.items[i];
    if (w->prec <= 3 && !(w->flags & SM_WHEN_ANCHOR) && !sm_is_speech_day(story, w)) return false;
  }
  for (uint32_t k = scan->s[s].first; k < scan->s[s].last && !period; k++) {
    const sm_cue_row *time = sm_cue_at(scan, k, SM_CUE_TIME, NULL);
    period = time && (time->kind == SM_K_MONTH || (time->kind == SM_K_TIME_UNIT && (time->part == 'm' || time->part == 'y')));
  }
  return period;
}

bool sm_is_review(const sm_story *story) {
  enum { LEAD = 3, COUNTS = 2 };
  bool lead = false;
  uint32_t counts = 0;
  for (uint32_t i = 0; i < story->triggers.n; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    if (g->verb || !g->plural || g->first < story->body_first) continue;
    lead |= g->sentence < LEAD && tells_period(story, g->sentence);
    counts += is_counted(story, g);
  }
  return lead && counts >= COUNTS;
}

bool sm_tells_one(const sm_story *story, uint32_t s) {
  const sm_scan *scan = &story->scan;
  for (uint32_t i = story->when_at[s]; i < story->when_at[s + 1]; i++)
    if (story->whens.items[i].prec <= 2 && !sm_is_speech_day(story, &story->whens.items[i])) return true;
  for (uint32_t i = story->trigger_at[s]; i < story->trigger_at[s + 1]; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    if (g->verb ? g->row->kind == SM_K_ATTACK || g->row->kind == SM_K_BLAST || g->row->kind == SM_K_FALL || g->row->kind == SM_K_LAUNCH : false) return true;
    for (uint32_t k = g->first, steps = 0; !g->verb && !g->plural && k > scan->s[s].first && steps < 4 && !sm_is_punct(scan, k - 1); k--, steps++)
      if (sm_is_article(scan, k - 1)) return true;
  }
  return false;
}
