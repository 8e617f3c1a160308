// What a strike was done with: words of weapons, their carriers and verbs.
#include "away.h"

enum { MOST_WORDS = 16 };

/// A word for a weapon and how near it stands to a trigger.
typedef struct arm {
  sm_span span;
  uint32_t first, last, weapons, gap;
  bool deed; ///< a verb that tells it
} arm;

typedef struct arms {
  arm items[MOST_WORDS];
  uint32_t n;
  uint32_t carrier, device; ///< classes that count only where no other word tells
  bool from_air;
  bool all; ///< what was met or stopped counts, too: no other word tells
} arms;

static uint32_t gap_of(const sm_story *story, const sm_hit *hit, uint32_t first, uint32_t last) {
  uint32_t best = UINT32_MAX;
  for (uint32_t i = 0; i < hit->n_triggers; i++) {
    const sm_trigger *g = &story->triggers.items[hit->triggers[i]];
    uint32_t gap = first >= g->last ? first - g->last : g->first >= last ? g->first - last : 0;
    if (gap < best) best = gap;
  }
  return best;
}

static void add_arm(const sm_story *story, const sm_hit *hit, arms *a, uint32_t first, uint32_t last, uint32_t weapons) {
  const sm_group *g = sm_group_of(&story->syntax, first);
  if (a->n == MOST_WORDS) return;
  a->items[a->n++] = (arm){sm_tokens_span(&story->scan, first, last), first, last, weapons, gap_of(story, hit, first, last), g && g->flags & SM_GROUP_VERB};
}

/// "four missiles": how many struck.
static void read_count(const sm_scan *scan, uint32_t i, int least, sm_hit *hit) {
  int value;
  uint32_t end;
  for (uint32_t k = i; k > hit->first && k > i - (i > 3 ? 3 : i); k--)
    if (sm_read_number(scan, k - 1, &value, &end) && end <= i && value >= least && value < 5000) {
      hit->n_strikes = hit->n_strikes > value ? hit->n_strikes : value;
      return;
    }
}

/// "attacked the region 91 times", "struck more than 150 targets": so many that they are not of one raid.
static void read_times(const sm_scan *scan, sm_hit *hit) {
  enum { CAMPAIGN = 30 };
  static const char *const times[] = {"times"}, *const targets[] = {"targets", "settlements", "localities", "sites", "communities", "objects"};
  for (uint32_t i = hit->first + 1; i < hit->last; i++) {
    if (SM_IS_ONE_OF(scan, i, times)) read_count(scan, i, 1, hit);
    if (SM_IS_ONE_OF(scan, i, targets)) read_count(scan, i, CAMPAIGN, hit);
  }
}

bool sm_is_crew(const sm_scan *scan, uint32_t last) {
  static const char *const crews[] = {"force", "forces", "unit", "units", "squad", "squads", "brigade", "corps", "commander", "commanders", "chief", "expert", "experts", "engineer", "engineers", "crew", "crews", "operator", "operators", "programme", "program", "array", "arsenal", "wing", "team", "teams"};
  return last < scan->n && SM_IS_ONE_OF(scan, last, crews);
}

/// "a missile factory", "drone site", "rocket force": what was struck, no weapon.
static bool is_site(const sm_scan *scan, uint32_t last) {
  if (sm_is_crew(scan, last)) return true;
  return last < scan->n && sm_has_cue(scan, last, SM_CUE_TARGET) && !sm_has_cue(scan, last, SM_CUE_TRIGGER) && !sm_has_cue(scan, last, SM_CUE_WEAPON);
}

/// "roadside bomb", "guided bombs": the coarse class is said with the fine one.
static uint32_t classes_said(const sm_scan *scan, uint32_t first, uint32_t last, uint32_t weapons) {
  static const char *const bombs[] = {"bomb", "bombs"};
  for (uint32_t i = first; i < last && weapons & (SM_WEAPON_IED | SM_WEAPON_GLIDE_BOMB); i++)
    if (SM_IS_ONE_OF(scan, i, bombs)) weapons |= SM_WEAPON_BOMB;
  return weapons;
}

/// "a uranium mine": a place of work.
static bool is_colliery(const sm_scan *scan, uint32_t i) {
  for (uint32_t k = i, steps = 0, end; k > 0 && steps < 2; k--, steps++)
    if (sm_cue_at(scan, k - 1, SM_CUE_TARGET, &end) && end > i) return true;
  return false;
}

// ---- vehicles as bombs

static bool is_load(const sm_scan *scan, uint32_t i) {
  static const char *const loads[] = {"packed", "laden", "loaded", "filled", "rigged", "stuffed", "full", "carrying", "crammed", "primed", "wired", "fitted", "strapped"};
  return SM_IS_ONE_OF(scan, i, loads);
}

static bool is_vehicle(const sm_scan *scan, uint32_t i) {
  static const char *const pushed[] = {"cart", "carts", "handcart", "handcarts", "pushcart", "pushcarts", "trolley", "barrow", "wheelbarrow"};
  const sm_cue_row *row = sm_cue_at(scan, i, SM_CUE_TARGET, NULL);
  return row && row->kind == SM_K_VEHICLE && !SM_IS_ONE_OF(scan, i, pushed);
}

/// "hidden in a sewage tanker", "placed inside a parked car": the vehicle that holds the bomb; 0 none, else behind it. Buses are where bombs are left.
static uint32_t hidden_in_vehicle(const sm_scan *scan, uint32_t i, uint32_t ceiling) {
  enum { REACH = 5 };
  static const char *const hidden[] = {"hidden", "concealed", "planted", "placed", "stashed", "stowed", "packed"}, *const coaches[] = {"bus", "buses", "minibus", "coach", "train"};
  if (i + 2 >= ceiling || !SM_IS_ONE_OF(scan, i, hidden) || !(sm_is(scan, i + 1, SM_W_IN) || sm_is(scan, i + 1, SM_W_INSIDE))) return 0;
  for (uint32_t k = i + 2; k < ceiling && k < i + 2 + REACH && !sm_is_punct(scan, k) && !sm_is_preposition(scan, k); k++)
    if (is_vehicle(scan, k) && !SM_IS_ONE_OF(scan, k, coaches)) return k + 1;
  return 0;
}

/// "a lorry packed with 200 kilos of explosives", "an explosives-laden taxi": the words of the whole; false: no vehicle carries it.
static bool is_carried(const sm_scan *scan, uint32_t floor, uint32_t ceiling, uint32_t *first, uint32_t *last) {
  for (uint32_t k = *first, steps = 0; k > floor && steps < 7; k--, steps++) {
    if (sm_is_punct(scan, k - 1) || sm_has_cue(scan, k - 1, SM_CUE_TRIGGER) || sm_has_cue(scan, k - 1, SM_CUE_VICTIM)) break; // "vehicles carrying soldiers triggered a bomb"
    const bool with = sm_is(scan, k - 1, SM_W_WITH) && k > floor + 1 && is_vehicle(scan, k - 2); // "a van with 50 kilos of explosives"
    for (uint32_t m = k - 1; (is_load(scan, k - 1) || with) && m > floor && m + 4 > k; m--)
      if (is_vehicle(scan, m - 1)) {
        *first = m - 1;
        return true;
      }
  }
  const uint32_t hold = hidden_in_vehicle(scan, *last, ceiling);
  if (hold) return *last = hold, true;
  uint32_t k = sm_is_sign(scan, *last, '-') ? *last + 1 : *last;
  for (uint32_t m = k + 1; k < ceiling && is_load(scan, k) && m < ceiling && m < k + 4; m++)
    if (is_vehicle(scan, m)) {
      *last = m + 1;
      return true;
    }
  return false;
}

static bool is_drone(const sm_scan *scan, uint32_t i) {
  const sm_cue_row *w = sm_cue_at(scan, i, SM_CUE_WEAPON, NULL);
  return w && w->weapons & SM_WEAPON_DRONE;
}

/// "explosives-laden drones", "a drone carrying explosives": the drone is the weapon.
static bool is_drone_load(const sm_scan *scan, uint32_t first, uint32_t last) {
  uint32_t k = sm_is_sign(scan, last, '-') ? last + 1 : last;
  if (is_load(scan, k) && (is_drone(scan, k + 1) || is_drone(scan, k + 2))) return true;
  for (uint32_t m = first, steps = 0; m > 1 && steps < 4; m--, steps++)
    if (is_load(scan, m - 1) && is_drone(scan, m - 2)) return true;
  return false;
}

/// "a suicide bomber drove into a convoy", "rammed his truck into the gate".
static bool is_driven(const sm_scan *scan, const sm_hit *hit) {
  static const char *const drives[] = {"drove", "rammed", "driving", "ramming", "driven", "rams", "drives"};
  for (uint32_t i = hit->first; i < hit->last; i++)
    if (SM_IS_ONE_OF(scan, i, drives)) return true;
  static const char *const blew[] = {"up", "detonated", "exploded"}, *const coaches[] = {"bus", "minibus", "train", "coach"};
  for (uint32_t i = hit->first + 2; i < hit->last; i++) { // "blew up a car", "a bomber in a car"
    const bool article = sm_is(scan, i - 1, SM_W_A) || sm_is(scan, i - 1, SM_W_HIS) || sm_is(scan, i - 1, SM_W_HER);
    if (article && is_vehicle(scan, i) && !(SM_IS_ONE_OF(scan, i, coaches) && !sm_is(scan, i - 2, SM_W_IN)) && (SM_IS_ONE_OF(scan, i - 2, blew) || sm_is(scan, i - 2, SM_W_IN))) return true;
  }
  return false;
}

/// "detonated herself", "a man on a motorbike detonated his vest": who sets off what he wears or rides.
static bool is_own_blast(const sm_story *story, const sm_trigger *g) {
  static const char *const selves[] = {"himself", "herself", "themselves", "itself"}, *const sets_off[] = {"detonated", "detonates", "detonating", "detonate"},
                           *const worn[] = {"vest", "vests", "belt", "belts", "jacket", "jackets"}, *const held[] = {"charge", "explosives", "explosive", "bomb", "payload"};
  const sm_scan *scan = &story->scan;
  static const char *const set[] = {"set", "sets", "setting"};
  const bool set_off = g->last == g->first + 2 && SM_IS_ONE_OF(scan, g->first, set); // "set off their belts"
  if (!g->verb || g->passive || !(set_off || SM_IS_ONE_OF(scan, g->first, sets_off))) return false;
  if (SM_IS_ONE_OF(scan, g->last, selves)) return true;
  if (!sm_is(scan, g->last, SM_W_HIS) && !sm_is(scan, g->last, SM_W_HER) && !sm_is(scan, g->last, SM_W_THEIR)) return false;
  for (uint32_t k = g->last + 1; k < g->last + 4 && k < scan->n && !sm_is_punct(scan, k); k++)
    if (SM_IS_ONE_OF(scan, k, worn) || (!sm_is(scan, g->last, SM_W_THEIR) && SM_IS_ONE_OF(scan, k, held))) return true; // rebels set off their charges, too
  return false;
}

/// "an explosion under a minibus": what lay in wait for it, where no bomb is told that was fixed to it.
static bool is_under_vehicle(const sm_scan *scan, const sm_hit *hit) {
  enum { REACH = 5 };
  static const char *const below[] = {"under", "beneath", "underneath"};
  for (uint32_t i = hit->first; i + 1 < hit->last; i++)
    for (uint32_t k = i + 1; SM_IS_ONE_OF(scan, i, below) && k < hit->last && k < i + REACH && !sm_is_punct(scan, k); k++)
      if (is_vehicle(scan, k)) return true;
  return false;
}

/// "A truck was blown up on the road": what is told is where it drove.
static bool is_blown_up_on_way(const sm_story *story, const sm_hit *hit) {
  static const char *const ways[] = {"road", "highway", "axis", "track", "motorway"};
  bool vehicle = false;
  for (uint32_t i = 0; i < hit->n_triggers && !vehicle; i++) {
    const sm_trigger *g = &story->triggers.items[hit->triggers[i]];
    const sm_group *verb = g->row->kind == SM_K_BLAST && g->verb && g->passive ? sm_group_of(&story->syntax, g->first) : NULL;
    if (verb && verb->subject >= 0) vehicle = is_vehicle(&story->scan, story->syntax.groups[verb->subject].head);
  }
  for (uint32_t i = hit->first; vehicle && i < hit->last; i++)
    if (SM_IS_ONE_OF(&story->scan, i, ways)) return true;
  return false;
}

/// "explosives hidden in a culvert", "ran over a bomb": laid for whoever came.
static bool is_laid(const sm_scan *scan, const sm_hit *hit) {
  static const char *const laid[] = {"hidden", "buried", "laid", "concealed"}, *const treads[] = {"ran", "drove", "stepped", "trod", "run", "running", "driving", "stepping"};
  static const char *const over[] = {"over", "on"};
  for (uint32_t i = hit->first; i < hit->last; i++)
    if ((SM_IS_ONE_OF(scan, i, laid) && !hidden_in_vehicle(scan, i, hit->last)) || (SM_IS_ONE_OF(scan, i, treads) && SM_IS_ONE_OF(scan, i + 1, over))) return true;
  static const char *const planted[] = {"planted", "placed", "left"}, *const ways[] = {"road", "roadside", "highway", "track"};
  for (uint32_t i = hit->first; i + 1 < hit->last; i++)
    for (uint32_t k = i + 1; SM_IS_ONE_OF(scan, i, planted) && k < hit->last && k < i + 5 && !sm_is_punct(scan, k); k++)
      if (SM_IS_ONE_OF(scan, k, ways)) return true; // "planted by the road"
  return false;
}

/// "a pick-up blew up outside the gate": the vehicle is what exploded.
static bool is_vehicle_blast(const sm_story *story, const sm_trigger *g) {
  const sm_group *verb = sm_group_of(&story->syntax, g->first);
  if (g->row->kind != SM_K_BLAST || !verb || !(verb->flags & SM_GROUP_VERB) || verb->flags & SM_GROUP_PASSIVE || verb->subject < 0) return false;
  const sm_group *subject = &story->syntax.groups[verb->subject];
  const bool object = verb->object >= 0 && story->syntax.groups[verb->object].first >= g->last;
  for (uint32_t i = subject->first; i < subject->last && !object; i++)
    if (is_vehicle(&story->scan, i)) return true;
  return false;
}

// ---- words

/// "fuel tanks", "storage tanks": no guns.
static bool is_vat(const sm_scan *scan, uint32_t i) {
  static const char *const contents[] = {"fuel", "oil", "gas", "storage", "water", "petrol", "diesel", "gasoline"};
  return i > 0 && SM_IS_ONE_OF(scan, i - 1, contents);
}

/// A strike, or what strikes: "two strikes", "coalition aircraft".
static bool strikes(const sm_scan *scan, const sm_group *g) {
  uint32_t mask = 0;
  for (uint32_t i = g->first; i < g->last; i++) mask |= scan->mask[i];
  return mask & (1u << SM_CUE_TRIGGER | 1u << SM_CUE_WEAPON);
}

/// "militants preparing to fire a rocket", "who were about to launch mortars": what never struck.
static bool is_intended(const sm_story *story, const sm_group *verb) {
  static const char *const intends[] = {"preparing", "prepared", "about", "planning", "trying", "tried", "attempting", "attempted", "intending", "going", "ready", "poised", "getting"};
  return verb->flags & SM_GROUP_INFINITIVE && verb->first > 0 && SM_IS_ONE_OF(&story->scan, sm_is(&story->scan, verb->first, SM_W_TO) ? verb->first - 1 : verb->first - 2, intends);
}

/// "stopped a car bomb", "destroyed two tanks": the object of what was done, not what it was done with.
static bool is_done_to(const sm_story *story, uint32_t i, bool by_strike_alone) {
  static const char *const stops[] = {"stopped", "prevented", "thwarted", "foiled", "seized", "found", "discovered", "defused", "recovered", "captured"};
  const sm_syntax *x = &story->syntax;
  const sm_group *noun = sm_group_of(x, i);
  const bool against = noun && noun > x->groups && noun->lead != SM_NO_TOKEN && sm_is(&story->scan, noun->lead, SM_W_AGAINST);
  if (against && !(noun[-1].flags & SM_GROUP_VERB) && sm_has_cue(&story->scan, noun[-1].head, SM_CUE_TRIGGER)) return true; // "strikes against two missiles"
  const sm_cue_row *who = sm_cue_at(&story->scan, i, SM_CUE_WEAPON, NULL);
  if (noun && noun->lead != SM_NO_TOKEN && sm_leads_to_struck(&story->scan, noun->lead) && (who->kind == SM_K_PERSON || who->weapons & SM_WEAPON_SUICIDE_BOMB)) return true; // "a strike on a bomber"
  const bool acts = noun && noun + 1 < x->groups + x->n && noun[1].flags & SM_GROUP_FINITE && noun[1].first == noun->last && noun[1].subject == (int32_t)(noun - x->groups);
  if (acts && noun->flags & SM_GROUP_LISTED) return false; // "killing two, a drone hit a bus", "hit A and drones struck B"
  while (noun && noun > x->groups && noun->flags & SM_GROUP_LISTED) noun--; // "destroyed eleven positions and a car bomb"
  const sm_group *verb = noun && noun > x->groups ? noun - 1 : NULL;
  if (!verb || !(verb->flags & SM_GROUP_VERB) || verb->object != (int32_t)(noun - x->groups)) return false;
  if (!by_strike_alone && is_intended(story, verb)) return true;
  const sm_cue_row *row = sm_cue_at(&story->scan, verb->head, SM_CUE_TRIGGER, NULL), *w = sm_cue_at(&story->scan, i, SM_CUE_WEAPON, NULL);
  if (row && row->kind == SM_K_ATTACK && (w->kind == SM_K_DEVICE || w->weapons & SM_WEAPON_IED)) row = NULL; // "struck a mine"
  const bool craft = w->kind == SM_K_CARRIER || w->kind == SM_K_WEAKCARRIER; // "rebels attacked a helicopter"
  if (by_strike_alone && !craft && !(verb->subject >= 0 && strikes(&story->scan, &x->groups[verb->subject]))) return false; // "destroyed an explosives-laden drone"
  return SM_IS_ONE_OF(&story->scan, verb->head, stops) || (row && (row->kind == SM_K_ATTACK || row->kind == SM_K_HARM || row->kind == SM_K_KILL || (row->kind == SM_K_INTERCEPT && w->kind == SM_K_CARRIER)) && !row->weapons);
}

/// "jets hit vehicles laden with explosives", "vehicles laden with explosives were struck": what was struck carried them.
static bool is_struck_load(const sm_story *story, uint32_t vehicle) {
  const sm_syntax *x = &story->syntax;
  const sm_group *noun = sm_group_of(x, vehicle);
  if (!noun || noun->flags & SM_GROUP_VERB) return false;
  const sm_group *end = x->groups + x->n;
  for (const sm_group *g = noun > x->groups ? noun - 1 : noun; g < end && g < noun + 5; g++) {
    const sm_cue_row *row = g->flags & SM_GROUP_VERB ? sm_cue_at(&story->scan, g->head, SM_CUE_TRIGGER, NULL) : NULL;
    if (!row || row->kind != SM_K_ATTACK || row->weapons) continue;
    if (g->flags & SM_GROUP_PASSIVE ? g->subject == (int32_t)(noun - x->groups) : g->object == (int32_t)(noun - x->groups)) return true;
  }
  return false;
}

uint32_t sm_answered_from(const sm_story *story, const sm_hit *hit) {
  static const char *const words[] = {"answered", "answering", "retaliation", "response", "reprisal", "revenge", "retaliated", "retaliating", "payback", "following"};
  bool weapon = false;
  for (uint32_t i = hit->first; i < hit->last; i++) {
    if (weapon && (SM_IS_ONE_OF(&story->scan, i, words) || sm_is(&story->scan, i, SM_W_AFTER))) return i;
    if (weapon && i > hit->first && sm_is(&story->scan, i, SM_W_BEFORE) && sm_has_cue(&story->scan, i - 1, SM_CUE_TIME)) return i; // "hours before troops shelled their camp"
    weapon |= sm_has_cue(&story->scan, i, SM_CUE_WEAPON);
  }
  return hit->last;
}

bool sm_is_shot_at(const sm_scan *scan, uint32_t i) {
  static const char *const shoots[] = {"shot", "shooting", "shoot", "fired", "firing", "fire"};
  const uint32_t floor = scan->s[scan->t[i].sentence].first;
  uint32_t k = i;
  bool second = false, acts = false;
  while (k > floor + 1 && i - k < 4 && !sm_is_preposition(scan, k - 1) && !sm_is_punct(scan, k - 1)) second |= sm_is(scan, --k, SM_W_AND);
  for (uint32_t w = i + 1; second && w < i + 3 && w < scan->n && !sm_is_punct(scan, w); w++) { // "fired rockets at A and Israeli planes bombed B"
    const sm_cue_row *deed = sm_cue_at(scan, w, SM_CUE_TRIGGER, NULL);
    acts |= deed && (deed->form == SM_F_PAST || deed->form == SM_F_ANY);
  }
  if (acts || k <= floor + 1 || !(sm_is(scan, k - 1, SM_W_AT) || sm_is(scan, k - 1, SM_W_ON))) return false;
  const uint32_t verb = k > floor + 2 && sm_has_cue(scan, k - 2, SM_CUE_WEAPON) ? k - 3 : k - 2; // "fired rockets at a helicopter"
  return SM_IS_ONE_OF(scan, verb, shoots);
}

/// "six aircraft were destroyed", "two helicopters were hit", "the helicopter came under attack": the subject of what is passive.
static bool is_subject_of_passive(const sm_story *story, uint32_t i) {
  const sm_syntax *x = &story->syntax;
  const sm_group *g = sm_group_of(x, i), *v = g && g + 1 < x->groups + x->n ? g + 1 : NULL;
  if (!v || !(v->flags & SM_GROUP_VERB) || v->subject != (int32_t)(g - x->groups)) return false;
  const sm_cue_row *row = sm_cue_at(&story->scan, v->head, SM_CUE_TRIGGER, NULL);
  if (row && row->kind == SM_K_PASSIVE) return true;
  return sm_is_be(&story->scan, v->first) && v->flags & SM_GROUP_PASSIVE && row && (row->kind == SM_K_ATTACK || row->kind == SM_K_HARM || row->kind == SM_K_INTERCEPT);
}

/// "a helicopter had touched down when a grenade burst": the aircraft of the clause before was met by it.
static bool is_met(const sm_story *story, const sm_hit *hit, uint32_t i) {
  if (!hit->n_triggers) return false;
  for (uint32_t t = 0; t < hit->n_triggers; t++)
    if (sm_downs_craft(story, &story->triggers.items[hit->triggers[t]])) return true; // "a jet was shot down"
  if (sm_is_shot_at(&story->scan, i) || is_subject_of_passive(story, i)) return true;
  for (uint32_t k = i; k < story->triggers.items[hit->triggers[0]].first; k++)
    if (sm_is(&story->scan, k, SM_W_WHEN)) return true;
  return false;
}

/// "a strike on his home, prompting retaliatory rocket fire": what came in answer.
static bool is_prompted(const sm_scan *scan, const sm_hit *hit, uint32_t i) {
  enum { REACH = 8 };
  static const char *const prompts[] = {"prompting", "sparking", "provoking", "triggering", "drawing", "eliciting", "igniting", "unleashing", "prompted", "sparked", "provoked"};
  for (uint32_t k = i; k > hit->first + 1 && i - k < REACH; k--)
    if (SM_IS_ONE_OF(scan, k - 1, prompts)) return true;
  return false;
}

bool sm_is_stuff_of_bomb(const sm_scan *scan, uint32_t i, uint32_t floor) {
  enum { REACH = 7 };
  static const char *const made[] = {"made", "fashioned", "built", "assembled", "improvised", "converted", "constructed", "crafted", "cobbled", "rigged", "adapted", "devised", "consisting", "consisted"},
                           *const out[] = {"out", "together", "up"};
  for (uint32_t k = i; k > floor + 1 && i - k < REACH; k--) {
    if (sm_is_sign(scan, k - 1, ',') || sm_has_cue(scan, k - 1, SM_CUE_TRIGGER)) return false;
    if (!sm_is(scan, k - 1, SM_W_FROM) && !sm_is(scan, k - 1, SM_W_OF)) continue;
    const uint32_t verb = k > floor + 2 && SM_IS_ONE_OF(scan, k - 2, out) ? k - 3 : k - 2;
    if (SM_IS_ONE_OF(scan, verb, made)) return true;
  }
  return false;
}

static void read_word(const sm_story *story, sm_hit *hit, arms *a, uint32_t i) {
  const sm_scan *scan = &story->scan;
  uint32_t first = i, last;
  if (sm_has_cue(scan, i, SM_CUE_WEAPON) && is_prompted(scan, hit, i)) return;
  const sm_cue_row *w = sm_cue_at(scan, i, SM_CUE_WEAPON, &last);
  if (w && hit->n_triggers && sm_is_in_past_clause(scan, i) && !sm_is_in_past_clause(scan, story->triggers.items[hit->triggers[0]].first)) return; // "a commander who had fired rockets"
  if (w && sm_is_stuff_of_bomb(scan, i, hit->first)) return;
  if (!w || w->kind == SM_K_GUN || w->kind == SM_K_SHIP || is_site(scan, last) || (w->weapons & SM_WEAPON_IED && is_colliery(scan, i))) return;
  if (w->kind == SM_K_GENERIC) a->device |= w->weapons; // "shell fragments"
  if (w->kind == SM_K_GENERIC) return;
  const bool weak = w->kind == SM_K_WEAKCARRIER;
  if (weak && is_vat(scan, i)) return;
  if ((weak || w->kind == SM_K_CARRIER) && (is_met(story, hit, i) || sm_is_conveyance(story, i))) return;
  if (!hit->intercepted && is_done_to(story, i, a->all)) return;
  if (w->kind == SM_K_CARRIER || (weak && a->from_air)) a->carrier |= w->weapons;
  if (w->kind == SM_K_DEVICE) a->device |= w->weapons;
  if (w->kind == SM_K_CARRIER || weak || w->kind == SM_K_DEVICE) return;
  uint32_t weapons = classes_said(scan, i, last, w->weapons);
  if (weapons == SM_WEAPON_BOMB && is_drone_load(scan, i, last)) {
    add_arm(story, hit, a, i, last, weapons);
    return;
  }
  if (weapons == SM_WEAPON_BOMB && is_carried(scan, hit->first, hit->last, &first, &last)) {
    if (is_struck_load(story, first)) return;
    weapons |= SM_WEAPON_CAR_BOMB;
  }
  hit->weapons |= weapons;
  add_arm(story, hit, a, first, last, weapons);
  if (w->flags & SM_ROW_UNIT && i > hit->first) read_count(scan, i, 1, hit);
}

static void read_words(const sm_story *story, sm_hit *hit, uint32_t first, uint32_t last, arms *a) {
  for (uint32_t i = first; i < last; i++) read_word(story, hit, a, i);
  if (hit->weapons & SM_WEAPON_SUICIDE_BOMB && is_driven(&story->scan, hit)) hit->weapons |= SM_WEAPON_CAR_BOMB;
}

/// The "bombs" of "mortar bombs", "cluster bombs": the phrase says what they are.
static bool is_in_phrase(const sm_scan *scan, uint32_t i) {
  for (uint32_t k = i, steps = 0; k > 0 && steps < 3; k--, steps++) {
    uint32_t last;
    if (sm_cue_at(scan, k - 1, SM_CUE_WEAPON, &last) && last > i) return true;
  }
  return false;
}

/// "the blast", "two explosions".
static bool is_blast(const sm_trigger *g) {
  static const char *const names[] = {"blast", "blasts", "explosion", "explosions"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (sm_str_equal(g->row->name, sm_str_of(names[i]))) return true;
  return false;
}

/// Verbs and nouns that tell the weapon by themselves ("shelled"), unless a word within them does ("drone attack").
static void read_triggers(const sm_story *story, sm_hit *hit, uint32_t first, uint32_t last, arms *a) {
  for (uint32_t i = 0; i < hit->n_triggers; i++) {
    const sm_trigger *g = &story->triggers.items[hit->triggers[i]];
    if (!sm_between(g->first, first, last) || (i > 0 && is_prompted(&story->scan, hit, g->first))) continue;
    hit->blast |= g->row->kind == SM_K_BLAST || is_blast(g);
    if (is_in_phrase(&story->scan, g->first)) continue;
    hit->weapons |= g->row->weapons;
    a->from_air |= g->row->kind != SM_K_INTERCEPT;
    hit->vehicle_blast |= is_vehicle_blast(story, g);
    if (is_own_blast(story, g)) {
      hit->weapons |= SM_WEAPON_SUICIDE_BOMB;
      add_arm(story, hit, a, g->first, g->last, SM_WEAPON_SUICIDE_BOMB);
    }
    bool within = false;
    for (uint32_t k = g->first; k < g->last; k++) within |= sm_has_cue(&story->scan, k, SM_CUE_WEAPON);
    if (g->row->weapons && (!within || g->last - g->first == 1)) add_arm(story, hit, a, g->first, g->last, g->row->weapons);
  }
}

static void add_carriers(const sm_story *story, sm_hit *hit, arms *a) {
  if (hit->weapons & (SM_WEAPON_MORTAR | SM_WEAPON_ROCKET)) a->carrier &= ~(uint32_t)SM_WEAPON_ARTILLERY; // "gunners fired mortars"
  if (hit->weapons & SM_WEAPON_IED || (hit->blast && hit->weapons & SM_WEAPON_BOMB)) a->carrier &= ~(uint32_t)SM_WEAPON_ARTILLERY; // "a bomb went off near their tank"
  if (!a->carrier || hit->weapons & (SM_WEAPON_AIRSTRIKE | SM_WEAPON_DRONE | SM_WEAPON_SUICIDE_BOMB)) return;
  hit->weapons |= a->carrier;
  for (uint32_t i = hit->first; i < hit->last; i++) {
    uint32_t last;
    const sm_cue_row *w = sm_cue_at(&story->scan, i, SM_CUE_WEAPON, &last);
    if (w && (w->kind == SM_K_CARRIER || w->kind == SM_K_WEAKCARRIER) && !is_met(story, hit, i)) add_arm(story, hit, a, i, last, w->weapons);
  }
}

/// "the second device exploded": the words that stand for the weapon where no other does.
static void add_devices(const sm_story *story, sm_hit *hit, arms *a) {
  for (uint32_t i = hit->first; i < hit->last; i++) {
    uint32_t last;
    const sm_cue_row *w = sm_cue_at(&story->scan, i, SM_CUE_WEAPON, &last);
    if (w && (w->kind == SM_K_DEVICE || w->kind == SM_K_GENERIC) && !is_site(&story->scan, last)) add_arm(story, hit, a, i, last, w->weapons);
  }
}

/// "One of the bombs exploded", "it was detonated", "the package went off" where no other word tells it: the subject of what goes off stands for the weapon; not who sets it off.
static void add_subject(const sm_story *story, const sm_hit *hit, arms *a) {
  static const char *const ones[] = {"one", "One", "both", "Both", "another", "Another", "other", "others", "all", "All"};
  const sm_scan *scan = &story->scan;
  for (uint32_t i = 0; i < hit->n_triggers; i++) {
    const sm_trigger *g = &story->triggers.items[hit->triggers[i]];
    const sm_group *verb = g->verb && g->row->kind == SM_K_BLAST ? sm_group_of(&story->syntax, g->first) : NULL;
    if (!verb || !(verb->flags & SM_GROUP_VERB) || verb->subject < 0 || (verb->object >= 0 && !(verb->flags & SM_GROUP_PASSIVE))) continue;
    const sm_group *what = &story->syntax.groups[verb->subject];
    const sm_lexicon_entry *e = scan->t[what->head].entry;
    const bool pronoun = sm_is(scan, what->head, SM_W_IT) || SM_IS_ONE_OF(scan, what->head, ones);
    const bool thing = !a->n && !(what->flags & (SM_GROUP_PRONOUN | SM_GROUP_PROPER | SM_GROUP_TIME)) && e && e->word_bits & SM_WORD_NOUN_ARTIFACT && !(e->word_bits & SM_WORD_NOUN_PERSON) && !sm_has_cue(scan, what->head, SM_CUE_TRIGGER);
    if (pronoun || thing) add_arm(story, hit, a, what->first, sm_group_end_with_of(scan, &story->syntax, what), 0);
  }
}

/// Bytes between a word for a weapon and a trigger; a trigger's own word stands back behind words for things near it.
static uint32_t distance(sm_span word, sm_span trigger) {
  if (word.begin >= trigger.end) return word.begin - trigger.end;
  if (trigger.begin >= word.end) return trigger.begin - word.end;
  return word.begin == trigger.begin && word.end == trigger.end ? 40 : 0;
}

/// "explosive device (IED)", "drones packed with explosives": the words between two words for weapons make one phrase of them.
static bool are_one_phrase(const sm_scan *scan, const arm *a, const arm *b) {
  enum { LONGEST = 6 };
  const uint32_t last = a->last, first = b->first;
  if (a->deed || b->deed) return false; // "jets bombed"
  if (first <= last) return true;
  if (first - last > LONGEST) return false;
  if (first == last + 1 && (sm_is_sign(scan, last, '(') || sm_is_sign(scan, last, '-'))) return true;
  bool load = false;
  for (uint32_t k = last; k < first; k++) {
    load |= is_load(scan, k);
    if (sm_is_punct(scan, k) || sm_has_cue(scan, k, SM_CUE_TRIGGER)) return false;
  }
  return load;
}

/// Make an arm one with one of those chosen, or add it to them if it tells more; returns how many there are.
static uint32_t put_whole(const sm_scan *scan, arm *chosen, uint32_t n, arm one, bool more) {
  for (uint32_t i = 0; i < n; i++) {
    arm *c = &chosen[i];
    if (one.first < c->first ? !are_one_phrase(scan, &one, c) : !are_one_phrase(scan, c, &one)) continue;
    if (one.first < c->first) c->first = one.first;
    if (one.last > c->last) c->last = one.last;
    c->span = sm_tokens_span(scan, c->first, c->last);
    return n;
  }
  if (more) chosen[n++] = one;
  return n;
}

/// The nearest word of each class, and of each trigger, stands as evidence; "the bombing" beside "a pipe bomb" tells nothing more.
static void choose_spans(const sm_story *story, const arms *a, sm_hit *hit) {
  uint32_t told = 0;
  bool used[MOST_WORDS] = {false}, nearest[MOST_WORDS] = {false};
  for (uint32_t t = 0; t < hit->n_triggers && a->n; t++) {
    const sm_trigger *g = &story->triggers.items[hit->triggers[t]];
    sm_span at = sm_tokens_span(&story->scan, g->first, g->last);
    uint32_t best = 0;
    for (uint32_t i = 1; i < a->n; i++)
      if (distance(a->items[i].span, at) < distance(a->items[best].span, at)) best = i;
    nearest[best] = true;
  }
  arm chosen[SM_HIT_WEAPONS];
  for (uint32_t n = 0; n < a->n && hit->n_weapon_spans < SM_HIT_WEAPONS; n++) {
    uint32_t best = UINT32_MAX;
    for (uint32_t i = 0; i < a->n; i++)
      if (!used[i] && (best == UINT32_MAX || a->items[i].gap < a->items[best].gap)) best = i;
    used[best] = true;
    const bool more = (a->items[best].weapons & ~told) != 0 || nearest[best];
    told |= a->items[best].weapons;
    hit->n_weapon_spans = put_whole(&story->scan, chosen, hit->n_weapon_spans, a->items[best], more);
  }
  for (uint32_t i = 0; i < hit->n_weapon_spans; i++) {
    const arm *c = &chosen[i];
    const bool closes = c->last < story->scan.n && sm_is_sign(&story->scan, c->last, ')') && c->last > c->first + 2 && sm_is_sign(&story->scan, c->last - 2, '(');
    hit->weapon_spans[i] = closes ? sm_tokens_span(&story->scan, c->first, c->last + 1) : c->span;
  }
}

/// "the shells": of whatever gun is told beside them.
static bool are_shells_alone(const sm_story *story, const arms *a) {
  for (uint32_t i = 0; i < a->n; i++) {
    sm_str word = sm_span_text(&story->scan, a->items[i].span);
    bool shell = word.len >= 5 && (memcmp(word.ptr, "shell", 5) == 0 || memcmp(word.ptr, "Shell", 5) == 0);
    if (a->items[i].weapons & SM_WEAPON_ARTILLERY && !shell) return false;
  }
  return true;
}

void sm_settle_weapons(uint32_t *weapons) {
  if (*weapons & SM_WEAPON_CAR_BOMB) *weapons |= SM_WEAPON_BOMB;
  if (*weapons & (SM_WEAPON_SUICIDE_BOMB | SM_WEAPON_GRENADE)) *weapons &= ~(uint32_t)SM_WEAPON_BOMB;
}

static void read_part(const sm_story *story, sm_hit *hit, uint32_t first, uint32_t last, arms *a) {
  read_triggers(story, hit, first, last, a);
  for (uint32_t i = 0; i < a->n; i++) a->items[i].gap = 2; // a word for the thing itself says more
  read_words(story, hit, first, last, a);
}

void sm_add_weapons(const sm_story *story, sm_hit *hit) {
  if (hit->n_triggers) read_times(&story->scan, hit);
  arms a = {.n = 0};
  const uint32_t answered = sm_answered_from(story, hit);
  read_part(story, hit, hit->first, answered, &a);
  if (!hit->weapons && !a.carrier) read_part(story, hit, answered, hit->last, &a);
  a.all = true;
  if (!hit->weapons && !a.carrier) read_words(story, hit, hit->first, hit->last, &a);
  add_carriers(story, hit, &a);
  if ((hit->weapons & ~(uint32_t)SM_WEAPON_IED) == SM_WEAPON_BOMB && (is_laid(&story->scan, hit) || is_blown_up_on_way(story, hit))) hit->weapons |= SM_WEAPON_IED;
  if (!hit->weapons) hit->weapons |= a.device;
  if (!a.n) add_devices(story, hit, &a);
  add_subject(story, hit, &a);
  if (!hit->weapons && hit->blast && (is_under_vehicle(&story->scan, hit) || is_blown_up_on_way(story, hit))) hit->weapons = SM_WEAPON_BOMB | SM_WEAPON_IED;
  if (!hit->weapons && hit->vehicle_blast) hit->weapons = SM_WEAPON_CAR_BOMB;
  hit->shells = are_shells_alone(story, &a);
  if (hit->weapons & SM_WEAPON_DRONE) hit->weapons &= ~(uint32_t)SM_WEAPON_IED; // "a device dropped by a drone"
  choose_spans(story, &a, hit);
  sm_settle_weapons(&hit->weapons);
}

uint32_t sm_weapons_of_sentence(const sm_story *story, uint32_t s) {
  const sm_scan *scan = &story->scan;
  uint32_t weapons = 0, carriers = 0;
  for (uint32_t i = scan->s[s].first; i < scan->s[s].last; i++) {
    uint32_t last;
    const sm_cue_row *w = sm_cue_at(scan, i, SM_CUE_WEAPON, &last);
    if (!w || i < story->body_first || w->kind == SM_K_DEVICE || is_site(scan, last) || is_vat(scan, i) || is_done_to(story, i, false)) continue;
    if (w->kind == SM_K_CARRIER || w->kind == SM_K_WEAKCARRIER) carriers |= w->weapons;
    else weapons |= w->weapons;
  }
  return weapons ? weapons : carriers;
}

/// The row of a weapon that ends with the head of a group: "army helicopters", or NULL.
static const sm_cue_row *weapon_of_head(const sm_scan *scan, const sm_group *g) {
  for (uint32_t k = g->head + 1; k > g->first; k--) {
    uint32_t last;
    const sm_cue_row *row = sm_cue_at(scan, k - 1, SM_CUE_WEAPON, &last);
    if (row && last == g->head + 1) return row;
  }
  return NULL;
}

/// "Helicopters, most likely those of a contractor, opened fire": the first token of the words between commas before a verb, or the verb's own.
static uint32_t apposition_before(const sm_scan *scan, uint32_t verb, uint32_t floor) {
  enum { LONGEST = 14 };
  if (verb <= floor || !sm_is_sign(scan, verb - 1, ',')) return verb;
  for (uint32_t k = verb - 1; k > floor && verb - k < LONGEST; k--)
    if (sm_is_sign(scan, k - 1, ',')) return k - 1;
  return verb;
}

const sm_cue_row *sm_weapon_of_subject(const sm_scan *scan, const sm_syntax *syntax, const sm_trigger *g) {
  const sm_group *verb = g->verb ? sm_group_of(syntax, g->first) : NULL;
  if (!verb || !(verb->flags & SM_GROUP_VERB)) return NULL;
  const uint32_t floor = scan->s[g->sentence].first, comma = apposition_before(scan, verb->first, floor);
  const sm_group *before = comma < verb->first && comma > floor ? sm_group_of(syntax, comma - 1) : NULL;
  if (before && !(before->flags & SM_GROUP_VERB) && before->first == floor) return weapon_of_head(scan, before);
  return verb->subject >= 0 ? weapon_of_head(scan, &syntax->groups[verb->subject]) : NULL;
}
