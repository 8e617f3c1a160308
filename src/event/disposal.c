// Munitions that somebody finds, holds or makes harmless: no strike.
#include "trigger.h"

#include "deed.h"
#include "scene.h"

/// "found two more landmines planted in X": what is said of munitions that somebody found or seized.
static bool is_of_found(const sm_scan *scan, const sm_syntax *syntax, const sm_trigger *g) {
  const sm_group *own = g->verb ? sm_group_of(syntax, g->first) : NULL;
  if (!own || !(own->flags & SM_GROUP_VERB) || sm_is_be(scan, own->first) || (g->row->kind != SM_K_LAUNCH && (own->flags & (SM_GROUP_PASSIVE | SM_GROUP_FINITE)) != SM_GROUP_PASSIVE)) return false;
  const uint32_t first = syntax->first_of[g->sentence];
  uint32_t noun = (uint32_t)(own - syntax->groups);
  while (noun > first && syntax->groups[noun - 1].flags & SM_GROUP_TIME) noun--;
  if (noun <= first + 1 || !sm_has_cue(scan, syntax->groups[noun - 1].head, SM_CUE_WEAPON)) return false;
  uint32_t thing = noun - 1;
  for (uint32_t k = syntax->groups[thing].first + 1; k < syntax->groups[thing].head; k++) { // "Police in Jammu seized rockets fired by X": read as one group
    const sm_cue_row *mode = sm_cue_at(scan, k, SM_CUE_MODE, NULL);
    if (mode && mode->kind == SM_K_SUPPLY) return true;
  }
  while (thing > first && !(syntax->groups[thing - 1].flags & SM_GROUP_VERB)) thing--; // "seized seven pistols, four grenades and two kilograms of explosives"
  const sm_group *verb = thing > first ? &syntax->groups[thing - 1] : NULL;
  if (!verb || (verb->object != (int32_t)thing && verb->last != syntax->groups[thing].first)) return false;
  const bool joined = verb->first > scan->s[g->sentence].first + 1 && sm_is(scan, verb->first - 1, SM_W_AND); // "recovered and destroyed two devices planted by ..."
  for (uint32_t k = joined ? verb->first - 2 : verb->first; k < verb->last; k++) {
    const sm_cue_row *mode = sm_cue_at(scan, k, SM_CUE_MODE, NULL);
    if (mode && (mode->kind == SM_K_SUPPLY || mode->kind == SM_K_DISPOSAL)) return true;
  }
  return false;
}

/// "found and destroyed four mines", "six devices were discovered and blown up": munitions of others, made harmless.
static bool is_clearing(const sm_scan *scan, const sm_trigger *g, uint32_t floor, uint32_t ceiling) {
  enum { REACH = 7 };
  static const char *const found[] = {"found", "discovered", "uncovered", "unearthed", "seized", "recovered", "located", "removed", "lifted"};
  if (!g->verb || g->first < floor + 2 || !sm_is(scan, g->first - 1, SM_W_AND) || !SM_IS_ONE_OF(scan, g->first - 2, found)) return false;
  for (uint32_t k = g->first > floor + REACH ? g->first - REACH : floor; k < ceiling && k < g->last + REACH; k++) {
    const sm_cue_row *w = sm_cue_at(scan, k, SM_CUE_WEAPON, NULL);
    if (w && w->weapons & SM_WEAPON_IED) return true;
  }
  return false;
}

/// "mortar bombs": the last word of a weapon's name.
static bool ends_weapon(const sm_scan *scan, uint32_t i, uint32_t first) {
  uint32_t last;
  return i > first && sm_cue_at(scan, i - 1, SM_CUE_WEAPON, &last) && last > i;
}

/// "Soldiers found bombs in X", "the police exhibited mortar bombs": munitions that somebody only holds or shows.
static bool is_only_held(const sm_scan *scan, const sm_trigger *g) {
  static const char *const verbs[] = {"found", "find", "finds", "seized", "recovered", "discovered", "exhibited", "displayed", "showed", "shown", "presented", "paraded", "confiscated", "captured", "stored", "hid", "kept", "defused", "disarmed", "deactivated", "removed", "collected", "cleared", "away"};
  enum { REACH = 5 };
  if ((g->verb && !ends_weapon(scan, g->first, scan->s[g->sentence].first)) || !g->row->weapons || g->row->form == SM_F_NOUN) return false;
  for (uint32_t k = g->first; k > scan->s[g->sentence].first && g->first - k < REACH; k--) {
    const sm_lexicon_entry *e = scan->t[k - 1].entry;
    if (SM_IS_ONE_OF(scan, k - 1, verbs)) return true;
    const bool within = sm_has_cue(scan, k - 1, SM_CUE_NUMBER) || sm_has_cue(scan, k - 1, SM_CUE_WEAPON) || scan->t[k - 1].flags & SM_TOKEN_NUMBER;
    if (!within && !(e && e->word_bits & SM_WORD_ADJECTIVE)) return false;
  }
  return false;
}

/// "found and defused two bombs", a week after others died.
static bool is_defused(const sm_scan *scan, const sm_trigger *g) {
  enum { REACH = 4 };
  static const char *const verbs[] = {"defused", "disarmed", "deactivated"};
  for (uint32_t k = g->first; k > scan->s[g->sentence].first && g->first - k < REACH; k--)
    if (SM_IS_ONE_OF(scan, k - 1, verbs)) return true;
  return false;
}

/// "Two mortar shells were found in X", "the bomb squad destroyed two shells": munitions in the hands of who makes them safe.
static bool is_in_safe_hands(const sm_scan *scan, const sm_syntax *syntax, const sm_trigger *g) {
  static const char *const finds[] = {"found", "seized", "discovered", "defused", "disarmed", "recovered", "unearthed", "shown", "displayed", "exhibited"}, *const ends[] = {"destroyed", "demolished"};
  const sm_group *groups = syntax->groups, *own = sm_group_of(syntax, g->first);
  if (!own || g->verb || !g->row->weapons || own->flags & SM_GROUP_VERB || own->head != g->first) return false;
  const sm_group *behind = own + 1, *end = groups + syntax->first_of[g->sentence + 1];
  while (behind < end && behind->flags & SM_GROUP_LISTED && !(behind->flags & SM_GROUP_VERB)) behind++; // "rockets and mortars were seized"
  if (behind < end && behind->flags & SM_GROUP_VERB && behind->flags & SM_GROUP_PASSIVE && (behind->subject == own - groups || behind > own + 1) && SM_IS_ONE_OF(scan, behind->head, finds) && (own->first < g->first || sm_is_be(scan, behind->first))) return true;
  if (own->first == g->first) return false;
  const sm_group *verb = own > groups ? own - 1 : NULL;
  if (!verb || !(verb->flags & SM_GROUP_VERB) || verb->object != own - groups || verb->subject < 0 || !SM_IS_ONE_OF(scan, verb->head, ends)) return false;
  return sm_is_sapper(scan, &groups[verb->subject]);
}

/// "the bomb squad destroyed a device", "destroyed an unexploded bomb".
static bool is_made_safe(const sm_scan *scan, const sm_syntax *syntax, const sm_trigger *g) {
  static const char *const ends[] = {"destroyed", "demolished"};
  const sm_group *verb = g->verb && SM_IS_ONE_OF(scan, g->first, ends) ? sm_group_of(syntax, g->first) : NULL;
  if (!verb || !(verb->flags & SM_GROUP_VERB)) return false;
  const bool passive = verb->flags & SM_GROUP_PASSIVE;
  const int32_t what = passive ? verb->subject : verb->object;
  if (what < 0) return false;
  uint32_t mask = 0;
  for (uint32_t k = syntax->groups[what].first; k < syntax->groups[what].last; k++) mask |= scan->mask[k];
  if (!(mask & 1u << SM_CUE_WEAPON)) return false;
  return sm_is_sapper(scan, &syntax->groups[what]) || (!passive && verb->subject >= 0 && sm_is_sapper(scan, &syntax->groups[verb->subject]));
}

/// The "explosion" of "a controlled explosion".
static bool is_in_disposal(const sm_scan *scan, uint32_t i, uint32_t floor) {
  for (uint32_t k = i; k + 2 > i && k >= floor; k--) {
    uint32_t last = k;
    const sm_cue_row *mode = sm_cue_at(scan, k, SM_CUE_MODE, &last);
    if (mode && mode->kind == SM_K_DISPOSAL && last > i) return true;
    if (k == 0) break;
  }
  return false;
}

static uint32_t weapons_between(const sm_scan *scan, uint32_t first, uint32_t last) {
  uint32_t weapons = 0;
  for (uint32_t k = first; k < last; k++) {
    const sm_cue_row *w = sm_cue_at(scan, k, SM_CUE_WEAPON, NULL);
    if (w) weapons |= w->weapons;
  }
  return weapons;
}

/// "sappers destroyed a cache", "they were destroyed by experts": whoever it is that clears munitions did it, nobody being hurt.
static bool is_by_sappers(const sm_scan *scan, const sm_syntax *syntax, const sm_group *verb) {
  enum { BEFORE = 2 };
  const uint32_t first = scan->s[scan->t[verb->first].sentence].first, from = verb->first > first + BEFORE ? verb->first - BEFORE : first;
  if (!(verb->flags & SM_GROUP_PASSIVE)) return (verb->subject >= 0 && sm_is_sapper(scan, &syntax->groups[verb->subject])) || sm_tells_cue(scan, from, verb->first, SM_CUE_MODE, SM_K_DISPOSAL); // "sappers who were destroying"
  return sm_tells_cue(scan, verb->last, scan->s[scan->t[verb->first].sentence].last, SM_CUE_MODE, SM_K_DISPOSAL);
}

/// "a loud explosion frightened people; it was sappers who were destroying old shells".
static bool has_sappers_at_work(const sm_scan *scan, const sm_syntax *syntax, uint32_t sentence) {
  static const char *const ends[] = {"destroying", "destroyed", "detonating", "detonated", "exploding", "exploded", "clearing", "cleared", "removing", "removed", "blowing", "blew"};
  for (uint32_t k = syntax->first_of[sentence]; k < syntax->first_of[sentence + 1]; k++) {
    const sm_group *verb = &syntax->groups[k];
    if (verb->flags & SM_GROUP_VERB && SM_IS_ONE_OF(scan, verb->head, ends) && is_by_sappers(scan, syntax, verb)) return true;
  }
  return false;
}

/// "soldiers exploded the devices in a controlled manner", "the mine was taken out": a munition is what is done with.
static bool is_done_with_munition(const sm_scan *scan, const sm_syntax *syntax, const sm_group *verb, bool disposal) {
  static const char *const ends[] = {"exploded", "detonated", "destroyed", "neutralised", "neutralized", "deactivated"}, *const out[] = {"taken", "removed", "lifted", "cleared"};
  const int32_t what = verb->flags & SM_GROUP_PASSIVE ? verb->subject : verb->object;
  if (what < 0) return false;
  const uint32_t weapons = weapons_between(scan, syntax->groups[what].first, syntax->groups[what].last);
  if (SM_IS_ONE_OF(scan, verb->head, out)) return verb->flags & SM_GROUP_PASSIVE && weapons & SM_WEAPONS_LAID;
  return disposal && weapons && SM_IS_ONE_OF(scan, verb->head, ends);
}

/// "a pipe bomb found in X was destroyed", "an unexploded missile was found in X and neutralised": of what was found before it.
static bool ends_find(const sm_scan *scan, const sm_trigger *g, bool disposal) {
  static const char *const finds[] = {"found", "discovered", "recovered", "uncovered", "unearthed", "seized", "left"}, *const ends[] = {"destroyed", "exploded", "detonated", "neutralised", "neutralized", "deactivated", "blown"};
  const uint32_t first = scan->s[g->sentence].first;
  if (!g->verb || !SM_IS_ONE_OF(scan, g->first, ends)) return false;
  for (uint32_t k = first + 1; k < g->first; k++) {
    if (!SM_IS_ONE_OF(scan, k, finds)) continue;
    if (disposal) return true;
    uint32_t last;
    for (uint32_t i = k; i > first && i + 3 > k; i--) {
      const sm_cue_row *w = sm_cue_at(scan, i - 1, SM_CUE_WEAPON, &last);
      if (w && last == k && w->weapons & SM_WEAPONS_LAID) return true;
    }
  }
  return false;
}

/// "a drone was intercepted and safely destroyed": shot down, not cleared.
static bool tells_of_flight(const sm_scan *scan, const sm_sentence *s) {
  return weapons_between(scan, s->first, s->last) & (SM_WEAPON_DRONE | SM_WEAPON_MISSILE | SM_WEAPON_BALLISTIC_MISSILE | SM_WEAPON_CRUISE_MISSILE);
}

/// What is done, nobody being hurt, is done with a munition or by those who clear them.
static bool is_clearance(const sm_scan *scan, const sm_syntax *syntax, const sm_trigger *g, bool disposal) {
  const sm_group *verb = g->verb ? sm_group_of(syntax, g->first) : NULL;
  if (!verb || !(verb->flags & SM_GROUP_VERB)) return false;
  const bool by_force = g->row->kind == SM_K_BLAST && verb->subject >= 0 && sm_has_cue(scan, syntax->groups[verb->subject].head, SM_CUE_FORCE); // "soldiers exploded the devices in a controlled manner"
  const bool clears = is_done_with_munition(scan, syntax, verb, disposal) || ends_find(scan, g, disposal) || (disposal && (by_force || is_by_sappers(scan, syntax, verb)));
  return clears && !tells_of_flight(scan, &scan->s[g->sentence]);
}

/// "Engineers blew up a tower block", "the army destroyed 12 tonnes of old shells", "was blown up by experts": by those who clear, or what soldiers hold of munitions
/// that lie; nobody is hurt.
static bool is_demolition(const sm_scan *scan, const sm_syntax *syntax, const sm_trigger *g) {
  static const char *const ends[] = {"blew", "blown", "destroyed", "detonated", "exploded", "demolished"};
  static const char *const crews[] = {"engineers", "contractors", "specialists", "experts", "technicians", "firemen", "firefighters", "peacekeepers", "Peacekeepers", "officers", "divers", "crews"};
  const uint32_t lying = SM_WEAPONS_LAID | SM_WEAPON_ARTILLERY | SM_WEAPON_MORTAR | SM_WEAPON_GRENADE;
  const sm_group *verb = g->verb && SM_IS_ONE_OF(scan, g->first, ends) ? sm_group_of(syntax, g->first) : NULL;
  if (!verb || !(verb->flags & SM_GROUP_VERB)) return false;
  const bool passive = verb->flags & SM_GROUP_PASSIVE;
  const int32_t who = passive ? verb->agent : verb->subject, what = passive ? verb->subject : verb->object;
  if (who < 0 || what < 0) return false;
  const sm_group *doer = &syntax->groups[who], *thing = &syntax->groups[what];
  if (SM_IS_ONE_OF(scan, doer->head, crews)) return true;
  const sm_cue_row *force = sm_cue_at(scan, doer->head, SM_CUE_FORCE, NULL);
  if (!force || force->kind == SM_K_REBEL || force->kind == SM_K_AIR || force->kind == SM_K_FOE) return false;
  const uint32_t weapons = weapons_between(scan, thing->first, sm_group_end_with_of(scan, syntax, thing));
  return weapons && !(weapons & ~lying) && !weapons_between(scan, doer->first, doer->last);
}

/// "a wartime mine", "a shell left over from the Second World War": what went off is of a war long over.
static bool is_of_old_war(const sm_scan *scan, const sm_trigger *g) {
  enum { REACH = 7 };
  static const char *const wars[] = {"War", "war", "Wars", "II", "WWII", "WW2", "WWI", "WW1"}, *const which[] = {"World", "world", "WWII", "WW2", "WWI", "WW1"}, *const last[] = {"last"}, *const wartime[] = {"wartime", "Wartime"};
  if (g->row->kind != SM_K_BLAST && g->row->kind != SM_K_KILL && g->row->kind != SM_K_HARM && (g->verb || !g->row->weapons)) return false;
  const sm_sentence *s = &scan->s[g->sentence];
  for (uint32_t k = s->first; k < s->last; k++) {
    const bool before = SM_IS_ONE_OF(scan, k, wartime), war = SM_IS_ONE_OF(scan, k, which) || (SM_IS_ONE_OF(scan, k, last) && SM_IS_ONE_OF(scan, k + 1, wars));
    if (!before && !war) continue;
    const uint32_t from = war && k > s->first + REACH ? k - REACH : war ? s->first : k;
    if (weapons_between(scan, from, k + REACH < s->last ? k + REACH : s->last)) return true;
  }
  return false;
}

bool sm_is_made_harmless(const sm_scan *scan, const sm_syntax *syntax, const sm_trigger *g, bool deed) {
  const sm_sentence *s = &scan->s[g->sentence];
  const bool hurt = scan->sentence_mask[g->sentence] & (1u << SM_CUE_CASUALTY), disposal = sm_sentence_is(scan, g->sentence, SM_K_DISPOSAL);
  if (is_of_found(scan, syntax, g) || is_clearing(scan, g, s->first, s->last) || ((!hurt || is_defused(scan, g)) && is_only_held(scan, g))) return true;
  if (is_in_safe_hands(scan, syntax, g) || (!hurt && is_demolition(scan, syntax, g)) || (sm_sentence_is(scan, g->sentence, SM_K_AGE) && is_of_old_war(scan, g))) return true;
  if (!hurt && is_clearance(scan, syntax, g, disposal)) return true;
  if (!disposal) return false;
  if (is_made_safe(scan, syntax, g) || is_in_disposal(scan, g->first, s->first)) return true;
  if (g->row->kind == SM_K_BLAST && (g->row->form == SM_F_PP || sm_is_be_before(scan, g->first, s->first) || sm_is_done_by(scan, g, s->first, SM_K_DISPOSAL))) return true;
  if (hurt) return false;
  if (!g->verb && g->row->weapons && g->row->form != SM_F_NOUN) return true; // "shells were made safe"
  if (deed || g->row->kind == SM_K_LAUNCH) return true;                      // "a bomb squad was sent"
  return (g->row->kind == SM_K_BLAST || (g->row->kind == SM_K_NOUN && !g->row->weapons)) && has_sappers_at_work(scan, syntax, g->sentence);
}
