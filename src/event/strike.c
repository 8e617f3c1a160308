// Strikes from the tellings of them: what they say together, claims and evidence, what is kept and in which order.
#include "scene.h"
#include "story.h"

#include <math.h>

#include "buffer.h"
#include "claim.h"
#include "confidence.h"
#include "lend.h"
#include "sha256.h"
#include "whereabouts.h"

typedef struct builder {
  const sm_story *story;
  sm_hits hits;
  uint32_t n_groups;
  sm_strike *strikes; ///< one a group
  float *weight;      ///< how much the report makes of it; below 0: not kept
} builder;

static sm_arena *arena_of(const builder *b) { return b->story->scan.arena; }

// ---- joining the tellings

enum { WIDE_DAYS = 2 }; ///< a range of three days and more
enum { LENT_DAYS = 60 }; ///< a day lent by a later sentence is no older, or it is of something else

/// The strike was told before a day long past was: that day is another's.
static bool is_lent_astray(const builder *b, const sm_hit *h, const sm_strike *s) {
  sm_date published = b->story->whens.published;
  return h->date_inherited && h->when < 0 && h->date_from > s->sentence && s->evidence.trigger.n && published != SM_NO_DATE && h->end < published - LENT_DAYS;
}

static void take_date(const builder *b, const sm_hit *h, sm_strike *s, bool *own) {
  if (h->start == SM_NO_DATE || is_lent_astray(b, h, s)) return;
  bool better = s->date_start == SM_NO_DATE || (!*own && !h->date_inherited) ||
                (*own && !h->date_inherited && h->end - h->start < s->date_end - s->date_start && h->start >= s->date_start && h->end <= s->date_end);
  const bool within = *own && h->date_inherited && s->date_end - s->date_start >= WIDE_DAYS && h->end - h->start < WIDE_DAYS && h->start >= s->date_start && h->end <= s->date_end;
  const bool by_hour = h->date_inherited && h->n_triggers && !h->another && h->told_start == s->date_start && h->told_end == s->date_end && h->end - h->start < s->date_end - s->date_start;
  if (within || by_hour) s->date_start = h->start, s->date_end = h->end, s->date_prec = h->prec; // "this week", and later the very day; "overnight", and later the hour
  if (!better) return;
  s->date_start = h->start, s->date_end = h->end, s->date_prec = h->prec;
  *own = !h->date_inherited;
}

enum { SURE_TARGET = 2 }; ///< then what a later telling names must be much surer
#define STRUCK_GROUND 1.6f ///< words for the ground that are told as what was hit, rather than as where

/// The telling names the very place where the strike is put.
static bool is_at_place(const builder *b, const sm_hit *h, const sm_strike *s) {
  return h->place >= 0 && !h->place_inherited && b->story->scan.mentions->items[h->place].span.begin == s->location.where.begin;
}

static void take_target(const builder *b, const sm_hit *h, sm_strike *s, float *score, const sm_hit **from) {
  if (sm_span_is_none(h->target)) return;
  float mine = h->target_score - (h->target_is_place ? 1.0f : 0) + (h->target_civilian || h->target_military ? 1.0f : 0) + (h->target_actor.name.len ? 0.5f : 0) + (s->target.name.len ? 0 : 0.5f) + (is_at_place(b, h, s) ? 1.0f : 0);
  if (*from && mine <= *score + ((*from)->target_is_ground || *score < SURE_TARGET ? 0 : 1)) return;
  *score = mine;
  *from = h;
  s->target.name = sm_span_text(&b->story->scan, h->target);
  memcpy(s->target.iso3, h->target_actor.iso3, sizeof s->target.iso3);
  s->target.type = h->target_actor.type ? h->target_actor.type : h->target_civilian ? 7 : 0;
  s->civ_target = h->target_civilian ? 1 : h->target_military ? 0 : s->civ_target;
}

/// Weapons that are told of one strike in other words: of guns, of missiles, of what falls from aircraft, of what is laid.
static bool are_kindred(uint32_t weapons) {
  static const uint32_t kinds[] = {SM_WEAPON_ARTILLERY | SM_WEAPON_MORTAR | SM_WEAPON_ROCKET | SM_WEAPON_CLUSTER_MUNITION,
                                   SM_WEAPON_MISSILE | SM_WEAPON_BALLISTIC_MISSILE | SM_WEAPON_CRUISE_MISSILE,
                                   SM_WEAPON_AIRSTRIKE | SM_WEAPON_BOMB | SM_WEAPON_GLIDE_BOMB | SM_WEAPON_CLUSTER_MUNITION, SM_WEAPON_AIRSTRIKE | SM_WEAPON_MISSILE,
                                   SM_WEAPON_BOMB | SM_WEAPON_CAR_BOMB | SM_WEAPON_SUICIDE_BOMB | SM_WEAPON_IED};
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (!(weapons & ~kinds[i])) return true;
  return false;
}

/// The telling that says best what it was done with: at the very place of the strike, else the first.
static const sm_hit *first_armed(const builder *b, uint32_t group, const sm_strike *s) {
  const sm_hit *best = NULL;
  int most = -1;
  for (uint32_t i = b->hits.first_of[group]; i < b->hits.n; i = b->hits.items[i].next) {
    const sm_hit *h = &b->hits.items[i];
    if (!h->weapons) continue;
    int score = (h->place >= 0 && !h->place_inherited) + is_at_place(b, h, s);
    if (score > most) most = score, best = h;
  }
  return best;
}

/// The weapons of one telling and those of the others that are kindred; of another kind they are mostly another strike's.
static void gather_weapons(const builder *b, uint32_t group, sm_strike *s) {
  const sm_hit *best = first_armed(b, group, s);
  bool guns = false;
  if (!best) return;
  s->weapons = best->weapons;
  for (uint32_t i = b->hits.first_of[group]; i < b->hits.n; i = b->hits.items[i].next) {
    const sm_hit *h = &b->hits.items[i];
    const bool carried = s->weapons & h->weapons && (s->weapons ^ h->weapons) == SM_WEAPON_DRONE; // "a drone fired missiles. The missiles hit A"
    if (!are_kindred(s->weapons | h->weapons) && !carried) continue;
    s->weapons |= h->weapons;
    guns |= h->weapons & SM_WEAPON_ARTILLERY && !h->shells;
  }
  guns |= best->weapons & SM_WEAPON_ARTILLERY && !best->shells;
  if (s->weapons & SM_WEAPON_MORTAR && !guns) s->weapons &= ~(uint32_t)SM_WEAPON_ARTILLERY; // the shells are the mortars'
}

/// "Air defences shot it down": nothing else is told, and they were not struck.
static bool is_met_alone(const builder *b, const sm_hit *h) {
  for (uint32_t t = 0; t < h->n_triggers; t++)
    if (b->story->triggers.items[h->triggers[t]].row->kind != SM_K_INTERCEPT) return false;
  return h->intercepted && h->all_met;
}

/// Of all tellings the surest, the earlier one of equals; victims and what stands there where only a place is told.
static sm_status choose_target(const builder *b, uint32_t group, sm_strike *s, sm_error *err) {
  float score = -1;
  const sm_hit *from = NULL;
  for (uint32_t i = b->hits.first_of[group]; i < b->hits.n; i = b->hits.items[i].next)
    if (!is_met_alone(b, &b->hits.items[i])) take_target(b, &b->hits.items[i], s, &score, &from);
  sm_span beside;
  if (from && !from->target_is_ground) return SM_OK;
  if (!sm_find_target_beside(b->story, &b->hits, group, from && from->target_score >= STRUCK_GROUND, &beside)) return SM_OK;
  s->target.name = sm_span_text(&b->story->scan, beside);
  return sm_add_span(arena_of(b), &s->evidence.target, beside) ? SM_OK : sm_fail(err, SM_ERROR_MEMORY, "out of memory");
}

/// "Insurgents fired rockets. Coalition helicopters engaged the point of origin.": the words for who struck first are of a group, those later of a state.
static bool are_opposed(const sm_actor *first, const sm_actor *later) {
  const bool group = first->type == 2 || first->type == 3;
  return group && !first->name.len && (later->type == 1 || later->type == 8);
}

static sm_status build_strike(builder *b, uint32_t group, sm_error *err) {
  sm_strike *s = &b->strikes[group];
  *s = (sm_strike){.date_start = SM_NO_DATE, .date_end = SM_NO_DATE, .civ_target = -1, .cross_border = -1, .fat_low = -1, .fat_best = -1,
                   .fat_high = -1, .fat_civ = -1, .fat_children = -1, .inj_low = -1, .inj_high = -1, .n_strikes = -1};
  s->location.lon = s->location.lat = NAN;
  s->location.radius_m = NAN;
  bool own_date = false, first = true, intercepted = true, any_intercepted = false, met = true, all_met = false;
  float attacker = 0;
  for (uint32_t i = b->hits.first_of[group]; i < b->hits.n; i = b->hits.items[i].next) {
    sm_hit *h = &b->hits.items[i];
    if (!sm_add_evidence(b->story, h, &s->evidence)) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
    take_date(b, h, s, &own_date);
    const sm_clock *clock = s->time_local.len ? NULL : sm_clock_of(b->story, h);
    if (clock) s->time_local = sm_span_text(&b->story->scan, sm_tokens_span(&b->story->scan, clock->first, clock->last));
    if (h->attacker_score > attacker && (h->attacker.name.len || !s->attacker.name.len) && !(attacker >= 3 && are_opposed(&s->attacker, &h->attacker))) s->attacker = h->attacker, attacker = h->attacker_score;
    if (h->n_strikes > s->n_strikes && h->n_strikes > 0) s->n_strikes = h->n_strikes;
    intercepted &= h->intercepted || h->n_triggers == 0;
    any_intercepted |= h->intercepted;
    met &= h->intercepted || h->launched || h->n_triggers == 0;
    all_met |= h->intercepted && h->all_met;
    if (first) {
      s->sentence = h->sentence;
      s->trigger = s->evidence.trigger.n ? s->evidence.trigger.items[0] : sm_tokens_span(&b->story->scan, h->first, h->first + 1);
      s->status = h->reality == SM_THREATENED ? SM_STATUS_THREATENED : h->reality == SM_PLANNED ? SM_STATUS_PLANNED : SM_STATUS_REPORTED;
      s->rule = h->n_triggers ? h->place >= 0 ? "trigger with place" : "trigger" : "toll in a report of strikes";
    }
    first = false;
  }
  if (((intercepted && any_intercepted) || (met && all_met)) && s->status == SM_STATUS_REPORTED) s->status = SM_STATUS_INTERCEPTED;
  sm_status status = sm_locate_strike(b->story, &b->hits, group, b->n_groups, s, err);
  if (status != SM_OK) return status;
  for (uint32_t i = b->hits.first_of[group]; i < b->hits.n; i = b->hits.items[i].next)
    if (!sm_add_places(b->story, &b->hits.items[i], s)) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  gather_weapons(b, group, s);
  return choose_target(b, group, s, err);
}

// ---- what the report lends

/// Does one of the tellings of a group stand in the paragraph of a sentence?
static bool is_told_beside(const builder *b, uint32_t group, uint32_t sentence) {
  const sm_sentence *sentences = b->story->scan.s;
  for (uint32_t i = b->hits.first_of[group]; i < b->hits.n; i = b->hits.items[i].next)
    if (sentences[b->hits.items[i].sentence].paragraph == sentences[sentence].paragraph) return true;
  return false;
}

/// What the nearest strike of the same side, or of a side left open, was done with, the paragraph's own before others.
static uint32_t weapons_of_side(const builder *b, const sm_strike *s, bool any) {
  const sm_sentence *sentences = b->story->scan.s;
  uint32_t best = UINT32_MAX, weapons = 0;
  for (uint32_t k = 0; k < b->n_groups; k++) {
    const sm_strike *o = &b->strikes[k];
    bool open = any && (!o->attacker.name.len || !s->attacker.name.len) && is_told_beside(b, k, s->sentence);
    if (!o->weapons || !(open || sm_same_side(&o->attacker, &s->attacker))) continue;
    uint32_t gap = o->sentence > s->sentence ? 2 * (o->sentence - s->sentence) + 1 : 2 * (s->sentence - o->sentence);
    if (sentences[o->sentence].paragraph != sentences[s->sentence].paragraph) gap += 4;
    if (gap < best) best = gap, weapons = o->weapons;
  }
  return weapons;
}

static bool is_told_in(const builder *b, uint32_t group, uint32_t sentence) {
  for (uint32_t i = sm_first_told(&b->hits, sentence); i < b->hits.n && b->hits.items[i].sentence == sentence; i++)
    if (b->hits.items[i].group != (int)group) return true;
  return false;
}

enum { NEAR_SENTENCES = 2 };

/// "A drone came over the town. ... It struck a car": what the sentences before it name (step -1), or behind it (1), if they tell of no other strike.
static uint32_t weapons_beside(const builder *b, uint32_t group, int step) {
  const sm_sentence *sentences = b->story->scan.s;
  const uint32_t s = b->strikes[group].sentence;
  for (uint32_t k = s, n = 0; n < NEAR_SENTENCES && (step > 0 ? k + 1 < b->story->scan.ns : k > 0); n++) {
    k = step > 0 ? k + 1 : k - 1;
    if (sentences[k].paragraph != sentences[s].paragraph || is_told_in(b, group, k)) return 0;
    const uint32_t weapons = sm_weapons_of_sentence(b->story, k);
    if (weapons) return weapons;
  }
  return 0;
}

/// What the words for the event alone say: a blast is of a bomb, a raid came from the air.
static uint32_t weapons_of_event(const builder *b, const sm_strike *s) {
  static const char *const raids[] = {"raid", "raids"};
  const sm_scan *scan = &b->story->scan;
  for (uint32_t i = b->hits.first_of[s - b->strikes]; i < b->hits.n; i = b->hits.items[i].next) {
    const sm_hit *h = &b->hits.items[i];
    if (h->blast && s->attacker.type != 1) return SM_WEAPON_BOMB;
    for (uint32_t k = h->first; k < h->last; k++)
      if (SM_IS_ONE_OF(scan, k, raids)) return SM_WEAPON_AIRSTRIKE;
  }
  return 0;
}

/// A blast or a bombardment that nothing else explains.
static uint32_t weapons_of_noise(const builder *b, uint32_t group) {
  enum { COALITION = 8 };
  for (uint32_t i = b->hits.first_of[group]; i < b->hits.n; i = b->hits.items[i].next) {
    const sm_hit *h = &b->hits.items[i];
    if (h->blast) return SM_WEAPON_BOMB;
    for (uint32_t t = 0; t < h->n_triggers; t++) {
      sm_str name = b->story->triggers.items[h->triggers[t]].row->name;
      if (name.len >= 7 && memcmp(name.ptr, "bombard", 7) == 0) return b->strikes[group].attacker.type == COALITION ? SM_WEAPON_AIRSTRIKE : SM_WEAPON_ARTILLERY;
    }
  }
  return 0;
}

/// "a U.S. strike", "the coalition struck": from the air, where no weapon of that side is told at all.
static bool is_state_strike(const builder *b, const sm_strike *s) {
  enum { STATE = 1, COALITION = 8 };
  static const char *const strikes[] = {"strike", "strikes"}, *const struck[] = {"struck", "Strikes", "Strike"};
  const bool coalition = s->attacker.type == COALITION;
  for (uint32_t i = b->hits.first_of[s - b->strikes]; i < b->hits.n && (coalition || s->attacker.type == STATE); i = b->hits.items[i].next) {
    const sm_hit *h = &b->hits.items[i];
    for (uint32_t k = h->first; k < h->last; k++)
      if (SM_IS_ONE_OF(&b->story->scan, k, strikes) || (coalition && SM_IS_ONE_OF(&b->story->scan, k, struck))) return true;
  }
  return false;
}

/// "the air force struck a village".
static bool is_by_air_force(const builder *b, const sm_strike *s) {
  static const char *const air[] = {"air", "Air"}, *const force[] = {"force", "Force"};
  const sm_scan *scan = &b->story->scan;
  for (uint32_t i = b->hits.first_of[s - b->strikes]; i < b->hits.n && s->attacker.name.len; i = b->hits.items[i].next) {
    const sm_hit *h = &b->hits.items[i];
    if (!h->n_triggers) continue;
    uint32_t end = b->story->triggers.items[h->triggers[0]].first;
    for (uint32_t k = h->first; k + 1 < end; k++)
      if (SM_IS_ONE_OF(scan, k, air) && SM_IS_ONE_OF(scan, k + 1, force) && (!sm_has_cue(scan, k + 2, SM_CUE_REPORTING) || sm_is(scan, k + 3, SM_W_IT))) return true; // "said it had struck"
  }
  return false;
}

/// What the sentences round a strike without a word for its weapon point to; 0 nothing.
static uint32_t likely_weapons(const builder *b, uint32_t i) {
  const sm_strike *s = &b->strikes[i];
  const uint32_t event = weapons_of_event(b, s) & ~(uint32_t)SM_WEAPON_BOMB, before = event ? event : weapons_beside(b, i, -1);
  return before ? before : b->hits.general_weapons;
}

/// Who struck is asked with the weapons that are likely; what is told of them stays as it was.
static sm_status lend_attackers(builder *b, sm_error *err) {
  bool *likely = sm_arena_calloc(arena_of(b), b->n_groups + 1, sizeof *likely);
  if (!likely) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  for (uint32_t i = 0; i < b->n_groups; i++) {
    if (b->strikes[i].weapons || b->weight[i] < 0) continue;
    b->strikes[i].weapons = likely_weapons(b, i);
    likely[i] = true;
  }
  const sm_status status = sm_lend_attackers(b->story, &b->hits, b->strikes, b->weight, b->n_groups, err);
  for (uint32_t i = 0; i < b->n_groups; i++)
    if (likely[i]) b->strikes[i].weapons = 0;
  return status;
}

static void inherit_weapon(builder *b) {
  const uint32_t shells = SM_WEAPON_ARTILLERY | SM_WEAPON_MORTAR;
  for (uint32_t i = 0; i < b->n_groups; i++) {
    sm_strike *s = &b->strikes[i];
    sm_settle_weapons(&s->weapons);
    if (s->weapons || b->weight[i] < 0) continue;
    s->weapons = is_by_air_force(b, s) ? SM_WEAPON_AIRSTRIKE : weapons_of_event(b, s);
    if (!s->weapons) s->weapons = weapons_beside(b, i, -1);
    const uint32_t of_side = s->weapons ? 0 : weapons_of_side(b, s, false), general = of_side ? of_side : b->hits.general_weapons;
    const bool strike = !s->weapons && is_state_strike(b, s);
    if (!s->weapons && !(strike && !(general & ~shells))) s->weapons = general; // not of "an Israeli strike" where its army shells another village
    if (!s->weapons && strike) s->weapons = SM_WEAPON_AIRSTRIKE;
    if (!s->weapons) s->weapons = weapons_of_side(b, s, true);
    const uint32_t noise = !s->weapons || s->weapons == SM_WEAPON_BOMB ? weapons_of_noise(b, i) : 0, after = noise ? weapons_beside(b, i, 1) & ~(uint32_t)SM_WEAPON_ARTILLERY : 0;
    if (noise) s->weapons = after ? after : noise; // "Explosions at two bases ... Kyiv had used drones"
  }
}

/// What a state or coalition bombed, and what an air force did, came from the air; of "bombs" alone that is not said.
static void add_aircraft(const builder *b, sm_strike *s) {
  if (s->weapons != SM_WEAPON_BOMB || (s->attacker.type != 1 && s->attacker.type != 8)) return;
  if (is_by_air_force(b, s)) s->weapons |= SM_WEAPON_AIRSTRIKE;
  for (uint32_t i = b->hits.first_of[s - b->strikes]; i < b->hits.n; i = b->hits.items[i].next) {
    const sm_hit *h = &b->hits.items[i];
    for (uint32_t t = 0; t < h->n_triggers; t++) {
      const sm_trigger *g = &b->story->triggers.items[h->triggers[t]];
      if (g->row->weapons & SM_WEAPON_BOMB && (g->verb || h->attacker_score >= 3)) s->weapons |= SM_WEAPON_AIRSTRIKE; // "bombing by the coalition"
    }
  }
}

enum { RECENT_DAYS = 10 };

/// "On Wednesday the outfit had exploded two grenades": told as earlier than the rest.
static bool is_told_as_earlier(const builder *b, uint32_t group) {
  const sm_story *story = b->story;
  for (uint32_t i = b->hits.first_of[group]; i < b->hits.n; i = b->hits.items[i].next) {
    const sm_hit *h = &b->hits.items[i];
    if (h->date_inherited) continue;
    const sm_trigger *g = h->n_triggers ? &story->triggers.items[h->triggers[0]] : NULL;
    const sm_group *verb = g && g->verb ? sm_group_of(&story->syntax, g->first) : NULL;
    if (verb && verb->flags & SM_GROUP_VERB && sm_is(&story->scan, verb->first, SM_W_HAD)) return true;
  }
  return false;
}

/// The one recent day that all strikes with a day, two and more, share, but for those told as earlier; SM_NO_DATE none.
static sm_date day_of_all(const builder *b) {
  const sm_date published = b->story->whens.published;
  sm_date day = SM_NO_DATE;
  uint32_t n = 0;
  for (uint32_t i = 0; i < b->n_groups; i++) {
    const sm_strike *o = &b->strikes[i];
    if (b->weight[i] < 0 || o->date_start == SM_NO_DATE || is_told_as_earlier(b, i)) continue;
    if (o->date_start != o->date_end || (day != SM_NO_DATE && day != o->date_start)) return SM_NO_DATE;
    day = o->date_start, n++;
  }
  return n > 1 && published != SM_NO_DATE && day >= published - RECENT_DAYS ? day : SM_NO_DATE;
}

enum { SAID_DAYS = 6 }; ///< an older speech is of something else

/// "a doctor said on Saturday", of a report of Sunday: what has no day happened no later than somebody spoke of it.
static sm_date day_of_speech(const builder *b, uint32_t group) {
  const sm_whens *whens = &b->story->whens;
  sm_date day = whens->published;
  for (uint32_t i = b->hits.first_of[group]; i < b->hits.n; i = b->hits.items[i].next) {
    const sm_hit *h = &b->hits.items[i];
    for (uint32_t k = b->story->when_at[h->sentence]; k < b->story->when_at[h->sentence + 1]; k++) {
      const sm_when *w = &whens->items[k];
      const bool plain = w->prec == 1 && !(w->flags & (SM_WHEN_ANCHOR | SM_WHEN_FUTURE | SM_WHEN_VAGUE | SM_WHEN_SINCE));
      if (plain && w->start < day && w->start >= whens->published - SAID_DAYS && w->first >= b->story->body_first && sm_is_speech_day(b->story, w)) day = w->start;
    }
  }
  return day;
}

/// "Bombs went off at the airport and in the centre of X. 31 died on Tuesday": the day that a later sentence tells for one of two.
static void share_later_date(const builder *b, sm_strike *s) {
  const sm_scan *scan = &b->story->scan;
  for (uint32_t i = 0; i < b->n_groups && !s->evidence.date.n; i++) {
    const sm_strike *o = &b->strikes[i];
    if (o->sentence != s->sentence || b->weight[i] < 0 || o->date_start == SM_NO_DATE || o->date_end - o->date_start >= WIDE_DAYS || !o->evidence.date.n) continue;
    if (o->evidence.date.items[0].begin >= scan->t[scan->s[s->sentence].last - 1].end) s->date_start = o->date_start, s->date_end = o->date_end;
  }
}

static void finish_date(const builder *b, sm_strike *s, sm_date shared) {
  const sm_date published = b->story->whens.published;
  share_later_date(b, s);
  if (s->date_start == SM_NO_DATE && shared == SM_NO_DATE) s->date_start = b->story->whens.titled_start, s->date_end = b->story->whens.titled_end;
  if (s->date_start == SM_NO_DATE) s->date_start = s->date_end = shared != SM_NO_DATE ? shared : published == SM_NO_DATE ? published : day_of_speech(b, (uint32_t)(s - b->strikes));
  if (s->date_start == SM_NO_DATE) return;
  if (published != SM_NO_DATE && s->date_end > published) s->date_end = published < s->date_start ? s->date_start : published;
  s->date_prec = sm_day_precision(s->date_start, s->date_end);
  s->time_prec = s->date_prec <= 1 ? 1 : s->date_prec <= 3 ? 2 : 3;
}

static void finish_type(sm_strike *s) {
  static const struct {
    uint32_t weapons;
    const char *sub;
  } table[] = {{SM_WEAPON_CHEMICAL, "Chemical weapon"}, {SM_WEAPON_SUICIDE_BOMB, "Suicide bomb"}, {SM_WEAPON_DRONE | SM_WEAPON_AIRSTRIKE | SM_WEAPON_GLIDE_BOMB, "Air/drone strike"},
               {SM_WEAPON_MISSILE | SM_WEAPON_BALLISTIC_MISSILE | SM_WEAPON_CRUISE_MISSILE | SM_WEAPON_ARTILLERY | SM_WEAPON_ROCKET | SM_WEAPON_MORTAR | SM_WEAPON_CLUSTER_MUNITION | SM_WEAPON_NAVAL_FIRE, "Shelling/artillery/missile attack"},
               {SM_WEAPON_CAR_BOMB | SM_WEAPON_IED | SM_WEAPON_BOMB, "Remote explosive/landmine/IED"}, {SM_WEAPON_GRENADE, "Grenade"}};
  for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
    if (s->weapons & table[i].weapons) {
      s->event_type = "Explosions/Remote violence";
      s->sub_event_type = table[i].sub;
      return;
    }
  bool battle = s->civ_target == 0;
  s->event_type = battle ? "Battles" : "Violence against civilians";
  s->sub_event_type = battle ? "Armed clash" : "Attack";
}

/// "suspected militants": the report's words stand in for a name that it does not tell; not "gunmen", "unidentified men".
static sm_actor nameless_attacker(const builder *b, const sm_strike *s) {
  sm_actor actor = {.type = s->attacker.type};
  float best = 1;
  for (uint32_t i = b->hits.first_of[s - b->strikes]; i < b->hits.n; i = b->hits.items[i].next) {
    const sm_hit *h = &b->hits.items[i];
    if (!h->attacker_words.len || !h->attacker.type || h->attacker_score <= best) continue;
    if (s->weapons & (SM_WEAPON_AIRSTRIKE | SM_WEAPON_GLIDE_BOMB) && (h->attacker.type == 2 || h->attacker.type == 3)) continue; // militants fly no jets
    best = h->attacker_score;
    actor.name = h->attacker_words;
    actor.type = h->attacker.type;
  }
  return actor;
}

/// The one country that the report's places lie in, by most of its mentions; 0 none.
static sm_place_ref country_told(const builder *b) {
  enum { MOST_COUNTRIES = 256 };
  const sm_scan *scan = &b->story->scan;
  sm_place_ref told[MOST_COUNTRIES];
  uint32_t times[MOST_COUNTRIES], n = 0, most = 0;
  for (size_t i = 0; i < scan->mentions->n; i++) {
    const sm_place_ref place = scan->mentions->items[i].place, country = place ? sm_gazetteer_brief(scan->reader->gazetteer, place).country : 0;
    uint32_t k = 0;
    while (k < n && told[k] != country) k++;
    if (!country || k == MOST_COUNTRIES) continue;
    if (k == n) told[n] = country, times[n++] = 0;
    times[k]++;
  }
  for (uint32_t k = 1; k < n; k++)
    if (times[k] > times[most]) most = k;
  return n ? told[most] : 0;
}

enum { PRONOUN_REACH = 3 };
/// The words that say it name the side that struck: "the coalition said it had hit ...", "our forces conducted ...".
static bool is_told_by_attacker(const builder *b, const sm_hit *h, const sm_strike *s) {
  const sm_story *story = b->story;
  static const char *const ours[] = {"our", "Our"};
  const uint32_t trigger = story->triggers.items[h->triggers[0]].first;
  const sm_speech *speech = sm_speech_of(&story->speeches, h->sentence, trigger);
  const sm_sentence *sentence = &story->scan.s[h->sentence];
  for (uint32_t k = sentence->first; !speech && k < sentence->last; k++)
    if (SM_IS_ONE_OF(&story->scan, k, ours) && sm_has_cue(&story->scan, k + 1, SM_CUE_FORCE)) return sm_same_side(&h->attacker, &s->attacker);
  if (!speech) return false;
  if (s->attacker.type > 1 && speech->name.len && sm_holds_words(speech->name, s->attacker.name)) return true; // in no list
  const uint32_t end = speech->verb > speech->last ? speech->verb : speech->last, from = speech->pronoun && h->sentence > PRONOUN_REACH ? h->sentence - PRONOUN_REACH : speech->pronoun ? 0 : h->sentence;
  for (uint32_t i = story->party_at[from]; i < story->party_at[h->sentence + 1]; i++) {
    const sm_party *p = &story->parties.items[i];
    const char *at = story->scan.document->report.text.ptr + story->scan.t[p->first].begin; // "It claimed that its fighters had struck ...": of those that the pronoun stands for
    const bool tells = sm_between(p->first, speech->first, end) || (speech->pronoun && speech->name.len && at >= speech->name.ptr && at < speech->name.ptr + speech->name.len);
    if (tells && p->actor.name.len && sm_same_side(&p->actor, &s->attacker)) return true;
  }
  return false;
}

/// Nobody but the side that struck tells of it.
static bool is_only_claimed(const builder *b, const sm_strike *s) {
  bool told = false;
  if (s->status != SM_STATUS_REPORTED || !s->attacker.name.len) return false;
  for (uint32_t i = b->hits.first_of[s - b->strikes]; i < b->hits.n; i = b->hits.items[i].next) {
    const sm_hit *h = &b->hits.items[i];
    if (!h->n_triggers || !is_told_by_attacker(b, h, s)) return false;
    told = true;
  }
  return told;
}

/// What the forces of the United States, or those that they lead, tell of themselves.
static bool is_released(const builder *b, const sm_strike *s) {
  if (s->status != SM_STATUS_REPORTED || !s->attacker.name.len || strcmp(s->attacker.iso3, "USA") != 0 || !sm_is_release(b->story)) return false;
  for (size_t i = 0; i < s->n_claims; i++)
    if (s->claims[i].claimant.len && i > 0) return false;
  return true;
}

static void finish(const builder *b, sm_strike *s, sm_date shared) {
  if (is_only_claimed(b, s) || is_released(b, s)) s->status = SM_STATUS_CLAIMED;
  sm_sum_claims(s);
  if (!s->attacker.name.len && s->attacker.type == 1) // "government helicopters": of the struck country
    s->attacker = sm_state_actor(b->story->scan.reader, s->location.country ? s->location.country : country_told(b));
  if (!s->attacker.name.len) s->attacker = nameless_attacker(b, s);
  add_aircraft(b, s);
  finish_date(b, s, shared);
  finish_type(s);
  if (s->attacker.iso3[0] && s->location.iso3[0]) s->cross_border = strcmp(s->attacker.iso3, s->location.iso3) != 0;
}

/// How sure each strike is. conf tells of the world as of the text: an attack that is only announced is no strike at all.
static sm_rated rate(const builder *b) {
  sm_rated rated = {.story = b->story, .hits = &b->hits, .strikes = b->strikes, .weight = b->weight, .n = b->n_groups};
  for (uint32_t i = 0; i < b->n_groups; i++) rated.n_kept += b->weight[i] >= 0;
  for (uint32_t i = 0; i < b->n_groups; i++) {
    b->strikes[i].conf_signs = sm_confidence_signs(&rated, i);
    b->strikes[i].conf = sm_confidence(b->strikes[i].conf_signs);
  }
  return rated;
}

// ---- what is kept

static float weigh(const builder *b, uint32_t group) {
  const sm_strike *s = &b->strikes[group];
  float weight = 0;
  bool own_place = false, strong = false, toll = s->fat_high >= 0 || s->inj_high >= 0;
  for (uint32_t i = b->hits.first_of[group]; i < b->hits.n; i = b->hits.items[i].next) {
    const sm_hit *h = &b->hits.items[i];
    weight += h->n_triggers ? 1 : 0.4f;
    own_place |= h->place >= 0 || (h->territory && h->n_triggers && h->attacker.name.len); // "inside Pakistani territory"
    strong |= h->strength >= 3 || h->weapons;
    if (h->reality == SM_HISTORY) return -1;
  }
  sm_date published = b->story->whens.published;
  const sm_date old = published != SM_NO_DATE ? published - 366 : sm_date_make(1946, 1, 1);
  if (s->date_end != SM_NO_DATE && s->date_end < old) return -1;
  if (published != SM_NO_DATE && s->date_end != SM_NO_DATE && s->date_end - s->date_start > SM_LONGEST_RANGE) return -1;
  if (!own_place && s->location.method == SM_LOC_NONE && !(toll && (s->weapons || strong))) return b->n_groups > 1 ? -1 : 0.1f;
  if (!own_place && !strong && !toll) return -1;
  return weight + (toll ? 1 : 0);
}

/// Nowhere, or nowhere finer than in a country: no place on a map.
static bool is_unplaced(const sm_strike *s) {
  if (s->location.method == SM_LOC_NONE) return true;
  return s->location.place && s->location.place == s->location.country && (s->location.method == SM_LOC_GAZETTEER || s->location.method == SM_LOC_INFERRED);
}

static bool is_among(const sm_place_ref *items, uint32_t n, sm_place_ref item) {
  for (uint32_t i = 0; i < n; i++)
    if (items[i] == item) return true;
  return false;
}

/// "Russia fired 70 missiles at Ukraine": where the report puts other strikes at places of that country, what it puts nowhere finer
/// tells of them together.
static void leave_unplaced(const builder *b) {
  enum { MOST_COUNTRIES = 32 };
  sm_place_ref countries[MOST_COUNTRIES];
  uint32_t n = 0;
  bool placed = false;
  for (uint32_t i = 0; i < b->n_groups && n < MOST_COUNTRIES; i++) {
    if (b->weight[i] < 0 || is_unplaced(&b->strikes[i])) continue;
    placed = true;
    if (!is_among(countries, n, b->strikes[i].location.country)) countries[n++] = b->strikes[i].location.country;
  }
  for (uint32_t i = 0; i < b->n_groups && placed; i++) {
    const sm_place_ref country = b->strikes[i].location.country;
    if (b->strikes[i].of_others) b->weight[i] = -1; // "strikes killed 37 in the north", and then 24 in one village and 13 in another
    if (is_unplaced(&b->strikes[i]) && (!country || is_among(countries, n, country))) b->weight[i] = -1;
  }
}

/// The main strike first: the one that most is told of, the earlier one of equals; then in text order.
static void order(const builder *b, sm_strikes *out) {
  uint32_t main = 0, n = 0;
  float best = -1;
  for (uint32_t i = 0; i < b->n_groups; i++)
    if (b->weight[i] >= 0 && b->weight[i] > best + (best >= 0 ? 1.5f : 0)) best = b->weight[i], main = i;
  if (best >= 0) out->items[n++] = b->strikes[main];
  for (uint32_t i = 0; i < b->n_groups; i++)
    if (i != main && b->weight[i] >= 0) out->items[n++] = b->strikes[i];
  out->n = n;
}

static sm_status prepare(builder *b, sm_error *err) {
  b->strikes = sm_arena_calloc(arena_of(b), b->n_groups + 1, sizeof *b->strikes);
  b->weight = sm_arena_calloc(arena_of(b), b->n_groups + 1, sizeof *b->weight);
  return b->strikes && b->weight ? SM_OK : sm_fail(err, SM_ERROR_MEMORY, "out of memory");
}

sm_status sm_read_strikes(const sm_reader *reader, sm_document *document, sm_mentions *mentions, unsigned with, sm_strikes *out, sm_error *err) {
  sm_story story;
  builder b = {.story = &story};
  *out = (sm_strikes){0};
  *mentions = (sm_mentions){0};
  if (!document->english) return SM_OK;
  sm_status status = sm_story_new(reader, document, mentions, &story, err);
  if (status != SM_OK || story.silent) return status;
  status = sm_find_hits(&story, with, &b.hits, err);
  if (status != SM_OK || b.hits.n == 0) return status;
  b.n_groups = sm_merge_hits(&story, &b.hits);
  status = prepare(&b, err);
  for (uint32_t i = 0; i < b.n_groups && status == SM_OK; i++) status = build_strike(&b, i, err);
  if (status != SM_OK) return status;
  sm_find_tellers(&story);
  status = sm_add_claims(&story, &b.hits, b.strikes, b.n_groups, err);
  if (status != SM_OK) return status;
  for (uint32_t i = 0; i < b.n_groups; i++) sm_sum_claims(&b.strikes[i]), b.weight[i] = weigh(&b, i);
  status = lend_attackers(&b, err);
  for (uint32_t i = 0; i < b.n_groups && status == SM_OK; i++) status = sm_locate_by_country(&story, &b.strikes[i], err);
  if (status == SM_OK) status = sm_locate_over_borders(&story, &b.hits, b.strikes, b.n_groups, err);
  if (status != SM_OK) return status;
  inherit_weapon(&b);
  status = sm_add_denials(&story, &b.hits, b.strikes, b.n_groups, err);
  if (status != SM_OK) return status;
  leave_unplaced(&b);
  sm_leave_headings(&story, &b.hits, b.strikes, b.weight, b.n_groups);
  const sm_date shared = day_of_all(&b);
  for (uint32_t i = 0; i < b.n_groups; i++) finish(&b, &b.strikes[i], shared);
  sm_add_patients_deaths(&story, &b.hits, b.strikes, b.n_groups);
  const sm_rated rated = rate(&b);
  sm_leave_allusions(&rated, b.weight);
  if (!(with & SM_WITH_UNLIKELY)) sm_leave_unlikely(&story, b.strikes, b.weight, b.n_groups);
  out->items = sm_arena_calloc(document->arena, b.n_groups + 1, sizeof *out->items);
  if (!out->items) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  order(&b, out);
  if (!sm_add_retellings(&story, out) || !sm_settle_evidence(document->arena, out)) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  if (out->n) sm_sha256_hex(document->report.text.ptr, document->report.text.len, document->text_sha256); // for their ids
  return SM_OK;
}

/// Copy without the NUL; returns the length.
static size_t put_text(char *to, const char *text) {
  size_t n = strlen(text);
  memcpy(to, text, n);
  return n;
}

sm_str sm_weapon_names(sm_arena *arena, uint32_t weapons) {
  static const char *const names[] = {"drone", "missile", "ballistic missile", "cruise missile", "airstrike", "artillery", "rocket", "mortar", "bomb",
                                      "glide bomb", "car bomb", "suicide bomb", "IED", "grenade", "cluster munition", "chemical", "naval fire"};
  char text[256] = "";
  size_t n = 0;
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
    if (weapons & (1u << i)) n += put_text(text + n, n ? ", " : ""), n += put_text(text + n, names[i]);
  if (n == 0) return (sm_str){NULL, 0};
  return sm_str_of(sm_arena_strdup(arena, (sm_str){text, n}));
}

void sm_reading_id(const sm_document *document, const sm_strike *strike, char out[17]) {
  char own_hash[SM_SHA256_HEX], hash[SM_SHA256_HEX];
  const sm_report *r = &document->report;
  const char *text_hash = document->text_sha256[0] ? document->text_sha256 : own_hash;
  if (text_hash == own_hash) sm_sha256_hex(r->text.ptr, r->text.len, own_hash);
  sm_buffer whole = {0};
  sm_buffer_add_str(&whole, r->id);
  const sm_span spans[] = {strike->trigger, strike->location.where};
  sm_buffer_add_char(&whole, '\n');
  sm_buffer_add_str(&whole, sm_str_of(text_hash));
  for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
    sm_buffer_add_char(&whole, '\n');
    sm_buffer_add_int(&whole, spans[i].begin);
    sm_buffer_add_char(&whole, '-');
    sm_buffer_add_int(&whole, spans[i].end);
  }
  out[0] = 0;
  if (!whole.failed) sm_sha256_hex(whole.bytes, whole.len, hash);
  bool failed = whole.failed;
  sm_buffer_free(&whole);
  if (failed) return;
  memcpy(out, hash, 16);
  out[16] = 0;
}
