// Which side of a report struck, where the words of a strike leave it open: never the struck one.
#include "sides.h"

static const uint32_t planted = SM_WEAPON_SUICIDE_BOMB | SM_WEAPON_CAR_BOMB | SM_WEAPON_IED | SM_WEAPON_GRENADE;

/// How well the attacker of one strike serves for another: same country, near in the text, like weapons.
float sm_lends(const sm_strike *from, const sm_strike *to) {
  bool known = from->location.iso3[0] && to->location.iso3[0];
  if (known && strcmp(from->location.iso3, to->location.iso3) != 0) return -1;
  uint32_t gap = from->sentence > to->sentence ? from->sentence - to->sentence : to->sentence - from->sentence;
  if (!(to->weapons & planted) != !(from->weapons & planted) && to->weapons && from->weapons) return -1;
  if (to->weapons & planted && gap > 3) return -1;
  float score = 2 - 0.1f * (float)(gap > 15 ? 15 : gap) - (from->sentence > to->sentence ? 0.3f : 0);
  if (from->weapons & to->weapons) score += 0.5f;
  return score;
}

/// The first party of a strike's sentences, of one side (NULL: of any that has a name), of which something holds; NULL none.
static const sm_party *party_that(const sm_lender *l, uint32_t i, bool (*holds)(const sm_story *, const sm_party *), const sm_actor *side) {
  const sm_story *story = l->story;
  for (uint32_t k = l->hits->first_of[i]; k < l->hits->n; k = l->hits->items[k].next) {
    const uint32_t sentence = l->hits->items[k].sentence;
    for (uint32_t p = story->party_at[sentence]; p < story->party_at[sentence + 1]; p++) {
      const sm_party *party = &story->parties.items[p];
      if ((side ? sm_same_side(&party->actor, side) : party->actor.name.len > 0) && holds(story, party)) return party;
    }
  }
  return NULL;
}

/// "MINUSMA lost a vehicle", "the army suffered casualties", "the group denounced the bombing", "announced the death of two fighters".
static bool is_loser(const sm_story *story, const sm_party *p) {
  static const char *const loses[] = {"lost", "loses", "losing", "suffered", "suffers", "sustained", "buried", "mourned", "mourns", "denounced", "denounces", "condemned", "condemns", "deplored", "decried", "lamented"},
                           *const tells[] = {"announced", "announces", "reported", "reports", "confirmed", "confirms", "acknowledged", "admitted", "recorded", "documented"}, *const deaths[] = {"death", "deaths", "loss", "martyrdom"};
  const sm_syntax *x = &story->syntax;
  const sm_group *who = sm_group_of(x, p->first);
  for (uint32_t i = x->first_of[p->sentence]; who && i < x->first_of[p->sentence + 1]; i++) {
    const sm_group *verb = &x->groups[i];
    if (!(verb->flags & SM_GROUP_VERB) || verb->flags & SM_GROUP_PASSIVE || verb->subject < 0 || !sm_between(who->first, x->groups[verb->subject].first, sm_group_end_with_of(&story->scan, x, &x->groups[verb->subject]))) continue; // "the ministry of the Libyan government condemned"
    if (SM_IS_ONE_OF(&story->scan, verb->head, loses)) return true;
    if (SM_IS_ONE_OF(&story->scan, verb->head, tells) && verb->object >= 0 && SM_IS_ONE_OF(&story->scan, x->groups[verb->object].head, deaths)) return true;
  }
  return false;
}

/// Whose what a strike hit was: "the U.S.-owned Gibraltar Eagle", "an Israeli-flagged tanker".
static sm_actor owner_told(const sm_lender *l, uint32_t i) {
  static const char *const owned[] = {"owned", "flagged", "operated", "registered", "managed", "linked"};
  const sm_scan *scan = &l->story->scan;
  for (uint32_t k = l->hits->first_of[i]; k < l->hits->n; k = l->hits->items[k].next) {
    const sm_hit *h = &l->hits->items[k];
    for (uint32_t t = h->first; t + 2 < h->last; t++) {
      const uint32_t m = sm_is_sign(scan, t + 1, '-') && SM_IS_ONE_OF(scan, t + 2, owned) ? scan->mention_at[t] : 0;
      if (m) return sm_country_of_mention(scan, m - 1);
    }
  }
  return (sm_actor){0};
}

/// Whether a side was in what was struck, or is among those killed or hurt.
static bool has_suffered(const sm_lender *l, uint32_t i, const sm_actor *side) {
  return party_that(l, i, is_loser, side) || party_that(l, i, sm_is_housed, side) || party_that(l, i, sm_is_victim, side);
}

static bool owns_struck(const sm_story *story, const sm_party *p) {
  for (uint32_t i = story->trigger_at[p->sentence]; i < story->trigger_at[p->sentence + 1]; i++)
    if (sm_owns_struck(&story->scan, &story->triggers.items[i], p)) return true;
  return false;
}

/// "the Crimean port" that Russia holds: the state whose ground it is by the UN's view, not the one that was struck there.
static bool is_ground_lost(const sm_lender *l, uint32_t i, const sm_actor *target) {
  const char *un = l->strikes[i].location.iso3;
  return target->type == 1 && strcmp(target->iso3, un) == 0 && strcmp(sm_ground_of(l, &l->strikes[i]).iso3, un) != 0;
}

/// The side that was struck: who was in what was struck, whom the words for the target name, who was killed or hurt.
sm_actor sm_target_of(const sm_lender *l, uint32_t i) {
  const sm_party *housed = party_that(l, i, sm_is_housed, NULL);
  if (housed) return housed->actor;
  for (uint32_t k = l->hits->first_of[i]; k < l->hits->n; k = l->hits->items[k].next)
    if (l->hits->items[k].target_actor.name.len && !is_ground_lost(l, i, &l->hits->items[k].target_actor)) return l->hits->items[k].target_actor;
  const sm_party *victim = party_that(l, i, sm_is_victim, NULL);
  if (victim) return victim->actor;
  const sm_party *owner = party_that(l, i, owns_struck, NULL);
  return owner ? owner->actor : (sm_actor){0};
}

/// "US and British jets" over Yemen, Kenyans and Ethiopians in Somalia: both at war with a side that is told of, and not with each other.
static bool are_allies(const sm_lender *l, const sm_actor *a, const sm_actor *b) {
  const sm_reader *reader = l->story->scan.reader;
  const bool states = (a->type == 1 || a->type == 8) && (b->type == 1 || b->type == 8);
  if (!states || sm_are_rivals(reader, a, b)) return false;
  for (uint32_t k = 0; k < l->n_sides; k++)
    if (sm_are_rivals(reader, &l->sides[k].actor, a) && sm_are_rivals(reader, &l->sides[k].actor, b)) return true;
  return false;
}

/// Bombs, mines and blasts of which nothing more is told: the work of those who hide.
/// "a bomb attack", "twin bomb attacks".
static bool is_bomb_attack(const sm_scan *scan, const sm_trigger *g) {
  static const char *const bomb[] = {"bomb"};
  return !g->verb && (SM_IS_ONE_OF(scan, g->first, bomb) || (g->first > scan->s[g->sentence].first && SM_IS_ONE_OF(scan, g->first - 1, bomb)));
}

static bool is_planted(const sm_lender *l, uint32_t i) {
  if (l->strikes[i].weapons & ~(uint32_t)SM_WEAPON_BOMB) return l->strikes[i].weapons & planted;
  bool blast = l->strikes[i].weapons != 0; // where nothing but its toll is told
  for (uint32_t k = l->hits->first_of[i]; k < l->hits->n; k = l->hits->items[k].next) {
    const sm_hit *h = &l->hits->items[k];
    if (h->n_triggers) blast = false;
  }
  for (uint32_t k = l->hits->first_of[i]; k < l->hits->n; k = l->hits->items[k].next) {
    const sm_hit *h = &l->hits->items[k];
    for (uint32_t t = 0; t < h->n_triggers; t++) {
      const sm_cue_row *row = l->story->triggers.items[h->triggers[t]].row;
      const sm_kind kind = (sm_kind)row->kind;
      const bool noun = kind == SM_K_NOUN || kind == SM_K_ATTACK;
      const bool of_blast = noun && (h->blast || is_bomb_attack(&l->story->scan, &l->story->triggers.items[h->triggers[t]])); // "a bomb blast hit a church"
      const bool of_bomb = !h->plural && h->weapons & SM_WEAPON_BOMB && (kind == SM_K_KILL || kind == SM_K_HARM || !row->name.len); // "a bomb killed five"
      static const char *const laid[] = {"planted", "laid", "placed", "left", "hidden", "buried", "attached", "concealed", "rigged", "stuck"};
      const bool lies = h->weapons & SM_WEAPON_BOMB && SM_IS_ONE_OF(&l->story->scan, l->story->triggers.items[h->triggers[t]].first, laid); // "a bomb planted on a bridge"
      if (kind != SM_K_BLAST && kind != SM_K_HARM && kind != SM_K_KILL && !of_blast && !of_bomb && !lies) return false;
      blast |= kind == SM_K_BLAST || of_blast || of_bomb || lies;
    }
  }
  return blast;
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

static bool is_drone_of_state(const sm_lender *l, const sm_strike *s, const sm_actor *ground) {
  for (size_t k = 0; s->weapons & SM_WEAPON_DRONE && k + 3 <= l->drones.len; k += 4)
    if (memcmp(l->drones.ptr + k, ground->iso3, 3) == 0) return true;
  return false;
}

// ---- signs

enum { AIR = SM_WEAPON_AIRSTRIKE | SM_WEAPON_GLIDE_BOMB, TUBES = SM_WEAPON_ROCKET | SM_WEAPON_MORTAR };

static void set(float *x, sm_suspect_sign sign, bool is) {
  if (is) x[sign] = 1;
}

static uint32_t count_groups(const sm_lender *l) {
  uint32_t n = 0;
  for (uint32_t k = 0; k < l->n_sides; k++) n += l->sides[k].actor.type >= 2 && l->sides[k].actor.type <= 4;
  return n;
}

void sm_signs_of_nobody(const sm_lender *l, const sm_case *of, float x[SM_SUSPECT_COUNT]) {
  const uint32_t weapons = l->strikes[of->strike].weapons;
  const bool hidden = of->hidden;
  memset(x, 0, SM_SUSPECT_COUNT * sizeof *x);
  x[SM_SUSPECT_nobody] = 1;
  set(x, SM_SUSPECT_nobody_planted, hidden);
  set(x, SM_SUSPECT_nobody_fired, !hidden && sm_is_fired(weapons));
  set(x, SM_SUSPECT_nobody_apart, of->apart);
  set(x, SM_SUSPECT_nobody_later, of->later);
}

/// Soldiers or police were struck, or what is theirs.
static bool is_army_struck(const sm_lender *l, uint32_t i) {
  const sm_scan *scan = &l->story->scan;
  for (uint32_t k = l->hits->first_of[i]; k < l->hits->n; k = l->hits->items[k].next) {
    const sm_hit *h = &l->hits->items[k];
    if (h->target_military) return true;
    for (uint32_t t = h->first; t < h->last; t++) {
      if (!sm_span_overlaps(sm_tokens_span(scan, t, t + 1), h->target)) continue;
      const sm_cue_row *force = sm_cue_at(scan, t, SM_CUE_FORCE, NULL), *victim = sm_cue_at(scan, t, SM_CUE_VICTIM, NULL);
      if (force && (force->kind == SM_K_STATE || force->kind == SM_K_POLICE || force->kind == SM_K_GOVERNMENT)) return true;
      if (victim && victim->victims & (SM_VICTIM_SOLDIERS | SM_VICTIM_POLICE)) return true;
    }
    for (uint32_t f = l->story->figure_at[h->sentence]; f < l->story->figure_at[h->sentence + 1]; f++) { // "17 soldiers died in an attack"
      const sm_figure *hurt = &l->story->figures.items[f];
      if (sm_between(hurt->cue, h->first, h->last) && hurt->victims & (SM_VICTIM_SOLDIERS | SM_VICTIM_POLICE) && !(hurt->victims & SM_VICTIM_MILITANTS) && !(hurt->flags & SM_FIGURE_SUM)) return true;
    }
  }
  return false;
}

/// What strikes whose words name this side give: the best of them.
static void set_lent(const sm_lender *l, const sm_actor *c, bool own, uint32_t i, float *x) {
  const sm_strike *to = &l->strikes[i];
  const sm_sentence *sentences = l->story->scan.s;
  for (uint32_t k = 0; k < l->n; k++) {
    const sm_strike *from = &l->strikes[k];
    const bool named = l->score[k] > 0 && sm_same_side(&from->attacker, c), nameless = own && from->attacker.type == 1 && !from->attacker.name.len;
    if (k == i || !(named || nameless) || sm_lends(from, to) <= 0) continue;
    set(x, SM_SUSPECT_lent, true);
    set(x, SM_SUSPECT_lent_paragraph, sentences[from->sentence].paragraph == sentences[to->sentence].paragraph);
  }
}

/// American strikes in Yemen: at war with a group of that country that the report tells of.
static bool fights_group_of(const sm_lender *l, const sm_side *c, const sm_actor *ground) {
  for (uint32_t k = 0; k < l->n_sides; k++) {
    const sm_actor *a = &l->sides[k].actor;
    if (a->type >= 2 && a->type <= 4 && strcmp(a->iso3, ground->iso3) == 0 && sm_are_rivals(l->story->scan.reader, a, &c->actor)) return true;
  }
  return false;
}

static bool has_group_at_home(const sm_lender *l, const char *iso3) {
  for (uint32_t k = 0; k < l->n_sides; k++)
    if ((l->sides[k].actor.type == 2 || l->sides[k].actor.type == 3) && strcmp(l->sides[k].actor.iso3, iso3) == 0) return true;
  return false;
}

/// "the army", "the military": of the country, where no other's is told of.
static bool is_by_army(const sm_lender *l, uint32_t i) {
  const sm_scan *scan = &l->story->scan;
  for (uint32_t k = l->hits->first_of[i]; k < l->hits->n; k = l->hits->items[k].next) {
    const sm_hit *h = &l->hits->items[k];
    for (uint32_t t = scan->s[h->sentence].first; !sm_span_is_none(h->attacker_span) && t < scan->s[h->sentence].last; t++)
      if (scan->t[t].begin >= h->attacker_span.begin && scan->t[t].end <= h->attacker_span.end && sm_is_army_word(scan, t)) return true;
  }
  return false;
}

/// "Saudi Arabia" beside the coalition that it leads: the coalition flies.
static bool is_in_coalition(const sm_lender *l, const sm_side *c) {
  for (uint32_t k = 0; k < l->n_sides; k++)
    if (l->sides[k].actor.type == 8 && l->sides[k].count >= c->count && strcmp(l->sides[k].actor.iso3, c->actor.iso3) == 0) return true;
  return false;
}

/// "dissidents attacked", "the air force had bombed": the nameless words for who struck are of this kind.
static bool is_by_force(const sm_lender *l, uint32_t i, sm_kind kind) {
  const sm_scan *scan = &l->story->scan;
  for (uint32_t k = l->hits->first_of[i]; k < l->hits->n; k = l->hits->items[k].next) {
    const sm_hit *h = &l->hits->items[k];
    if (sm_span_is_none(h->attacker_span)) continue;
    for (uint32_t t = scan->s[h->sentence].first; t < scan->s[h->sentence].last; t++) {
      const sm_cue_row *row = scan->t[t].begin >= h->attacker_span.begin && scan->t[t].end <= h->attacker_span.end ? sm_cue_at(scan, t, SM_CUE_FORCE, NULL) : NULL;
      if (row && row->kind == kind) return true;
    }
  }
  return false;
}

/// Shot down, in words of its own or by "its air defences shot them down" there or right behind: whoever holds the ground did not fire.
static bool is_downed(const sm_lender *l, uint32_t i) {
  enum { REACH = 4 };
  static const char *const them[] = {"them", "it", "both", "all"};
  const sm_scan *scan = &l->story->scan;
  for (uint32_t k = l->hits->first_of[i]; k < l->hits->n; k = l->hits->items[k].next) {
    const sm_hit *h = &l->hits->items[k];
    if (h->intercepted) return true;
    const uint32_t next = h->sentence + 1 < scan->ns && scan->s[h->sentence + 1].paragraph == scan->s[h->sentence].paragraph ? h->sentence + 1 : h->sentence;
    for (uint32_t at = scan->s[h->sentence].first; at < scan->s[next].last; at++) {
      const sm_cue_row *deed = sm_cue_at(scan, at, SM_CUE_TRIGGER, NULL);
      if (!deed || deed->kind != SM_K_INTERCEPT) continue;
      for (uint32_t word = at + 1; word < at + REACH && word < scan->s[next].last; word++)
        if (SM_IS_ONE_OF(scan, word, them)) return true;
    }
  }
  return false;
}

/// "the Texas and El Wadi districts were bombed", "bombs fell on X": towns and quarters are bombed from the air, and so is what bombs fall on.
static bool bombs_town(const sm_lender *l, uint32_t i) {
  static const char *const towns[] = {"town", "towns", "city", "district", "districts", "village", "villages", "neighbourhood", "neighbourhoods", "neighborhood", "neighborhoods", "quarter", "quarters", "area", "areas", "suburb", "suburbs"};
  const sm_story *story = l->story;
  for (uint32_t k = l->hits->first_of[i]; k < l->hits->n; k = l->hits->items[k].next) {
    const sm_hit *h = &l->hits->items[k];
    for (uint32_t t = 0; t < h->n_triggers; t++) {
      const sm_trigger *g = &story->triggers.items[h->triggers[t]];
      static const char *const fall[] = {"fell", "falling", "rained", "landed", "fallen"};
      if (g->verb && h->weapons == SM_WEAPON_BOMB && SM_IS_ONE_OF(&story->scan, g->first, fall)) return true;
      const sm_group *verb = g->verb && g->row->kind == SM_K_ATTACK && g->row->weapons & SM_WEAPON_BOMB ? sm_group_of(&story->syntax, g->first) : NULL;
      if (!verb || !(verb->flags & SM_GROUP_VERB)) continue;
      const int32_t at = verb->flags & SM_GROUP_PASSIVE ? verb->subject : verb->object;
      const sm_group *what = at >= 0 ? &story->syntax.groups[at] : NULL;
      if (what && (SM_IS_ONE_OF(&story->scan, what->head, towns) || (story->scan.mention_at[what->head] && what->flags & SM_GROUP_PROPER))) return true;
    }
  }
  return false;
}

/// Another strike is told before this one; elsewhere: at another place.
static bool is_later(const sm_lender *l, uint32_t i, bool elsewhere) {
  for (uint32_t k = 0; k < l->n; k++)
    if (l->weight[k] >= 0 && l->strikes[k].sentence < l->strikes[i].sentence && !(elsewhere && l->strikes[k].location.place == l->strikes[i].location.place)) return true;
  return false;
}

sm_case sm_case_of(const sm_lender *l, uint32_t i) {
  const sm_strike *s = &l->strikes[i];
  const sm_actor ground = sm_ground_of(l, s);
  return (sm_case){.strike = i, .ground = ground, .later = is_later(l, i, false), .elsewhere = ground.iso3[0] && is_later(l, i, true), .target = sm_target_of(l, i), .owner = owner_told(l, i), .usual = sm_usual_side(l, s), .hidden = is_planted(l, i), .apart = is_apart(l, i),
                   .by_rebels = !(s->weapons & AIR && l->nameless) && is_by_force(l, i, SM_K_REBEL), .flown = is_by_force(l, i, SM_K_AIR), .on_rebels = sm_strikes_rebels(l, i), .on_army = is_army_struck(l, i), .by_army = is_by_army(l, i), .downed = is_downed(l, i), .bombed = !(s->weapons & ~(uint32_t)SM_WEAPON_BOMB) && bombs_town(l, i)};
}

/// "Saudi jets bombed Sanaa after a drone attack on Jeddah": who answered a strike did not make it.
static bool has_answered(const sm_lender *l, uint32_t i, const sm_actor *side) {
  const sm_story *story = l->story;
  for (uint32_t k = l->hits->first_of[i]; k < l->hits->n; k = l->hits->items[k].next) {
    const sm_hit *h = &l->hits->items[k], *before = h - 1;
    if (k == 0 || before->group == (int)i || before->sentence != h->sentence || !sm_same_side(&before->attacker, side)) continue;
    if (sm_opens_answer(&story->scan, h->first, h->last)) return true;
  }
  return false;
}

/// "Al-Shabaab said a drone strike in Jilib killed five people": a side tells of the strike in its very sentence.
static bool is_told_by(const sm_lender *l, uint32_t i, const sm_actor *side) {
  const sm_story *story = l->story;
  for (uint32_t k = l->hits->first_of[i]; k < l->hits->n; k = l->hits->items[k].next) {
    const sm_hit *h = &l->hits->items[k];
    const sm_trigger *g = h->n_triggers ? &story->triggers.items[h->triggers[0]] : NULL;
    for (uint32_t p = story->party_at[h->sentence]; g && (!g->verb || l->strikes[i].weapons & (AIR | SM_WEAPON_DRONE)) && p < story->party_at[h->sentence + 1]; p++) {
      const sm_party *party = &story->parties.items[p];
      if (party->first < g->first && sm_same_side(&party->actor, side) && sm_is_speaker(story, party->first)) return true;
    }
  }
  return false;
}

/// "two soldiers", "one of its conscripts": of no unit, regime or group that is named behind.
static bool are_soldiers(const sm_scan *scan, const sm_hit *h) {
  for (uint32_t t = h->first; t < h->last; t++) {
    const sm_cue_row *victim = sm_span_overlaps(sm_tokens_span(scan, t, t + 1), h->target) ? sm_cue_at(scan, t, SM_CUE_VICTIM, NULL) : NULL;
    if (victim && victim->victims & SM_VICTIM_SOLDIERS) return !sm_is(scan, t + 1, SM_W_OF);
  }
  return false;
}

/// "Two soldiers were wounded by a shell in A, the Turkish army said": an army's word of soldiers hurt, of nobody else named, tells of its own.
static bool tells_of_own_loss(const sm_lender *l, const sm_case *of, const sm_actor *side) {
  if (!of->on_army || of->on_rebels || of->by_army || of->target.name.len || side->type != 1 || l->strikes[of->strike].weapons & AIR) return false;
  for (uint32_t k = l->hits->first_of[of->strike]; k < l->hits->n; k = l->hits->items[k].next) {
    const uint32_t sentence = l->hits->items[k].sentence;
    if (!are_soldiers(&l->story->scan, &l->hits->items[k])) continue;
    for (uint32_t p = l->story->party_at[sentence]; p < l->story->party_at[sentence + 1]; p++) {
      const sm_party *party = &l->story->parties.items[p];
      if (party->force && sm_same_side(&party->actor, side) && sm_is_speaker(l->story, party->first)) return true;
    }
  }
  return false;
}

/// It blames somebody where the strike was the one told last.
static bool has_accused(const sm_lender *l, uint32_t i, const sm_side *c) {
  const uint32_t before = c->accuses ? sm_first_told(l->hits, c->accuses) : 0;
  return before && l->hits->items[before - 1].group == (int)i;
}

/// "X claimed a separate bombing in A", "Earlier this month it had attacked B": its deeds at other places or times are all that is told of it.
static bool is_told_of_others(const sm_lender *l, uint32_t i, const sm_side *c) {
  static const char *const others[] = {"separate", "earlier", "Earlier", "previous", "previously", "ago"};
  const sm_scan *scan = &l->story->scan;
  uint32_t deeds = 0;
  for (uint32_t k = 0; k < l->n; k++) {
    if (k == i || l->score[k] <= 0 || !sm_same_side(&l->strikes[k].attacker, &c->actor)) continue;
    const sm_sentence *s = &scan->s[l->strikes[k].sentence];
    bool other = false;
    for (uint32_t t = s->first; t < s->last && !other; t++) other = SM_IS_ONE_OF(scan, t, others);
    if (!other || l->strikes[k].location.place == l->strikes[i].location.place) return false;
    deeds++;
  }
  return deeds && c->mentions <= deeds;
}

static bool is_beside(const sm_lender *l, uint32_t i, const sm_side *c) {
  for (uint32_t k = l->hits->first_of[i]; k < l->hits->n; k = l->hits->items[k].next)
    if (l->sides_in[l->story->scan.s[l->hits->items[k].sentence].paragraph] & c->mark) return true;
  return false;
}

sm_actor sm_hunter_abroad(const sm_lender *l, const sm_case *of) {
  const sm_reader *reader = l->story->scan.reader;
  const sm_strike *s = &l->strikes[of->strike];
  const bool of_state = s->attacker.type == 1 || of->by_army || of->flown || (s->weapons & (AIR | SM_WEAPON_ARTILLERY) && !of->by_rebels);
  const sm_actor *group = &of->target;
  if (!of_state || (group->type != 2 && group->type != 3) || !group->iso3[0] || !of->ground.iso3[0] || strcmp(group->iso3, of->ground.iso3) == 0) return (sm_actor){0};
  const sm_actor home = sm_state_by_code(reader, sm_str_of(group->iso3));
  if (!sm_are_rivals(reader, &home, group) || sm_are_rivals(reader, &of->ground, group) || !sm_has_means(&home, false, s->weapons, s->date_start)) return (sm_actor){0};
  for (uint32_t k = 0; k < l->n_sides; k++) { // another one that fights it, too
    const sm_actor *side = &l->sides[k].actor;
    if ((side->type == 1 || side->type == 8) && !sm_same_side(side, &home) && (l->sides[k].forces || l->sides[k].acted) && (sm_same_side(side, &of->ground) || sm_are_rivals(reader, side, group))) return (sm_actor){0};
  }
  return home;
}

/// A group that rules the country on a day.
static bool rules(const sm_reader *reader, const sm_actor *group, sm_date day) {
  for (uint32_t k = 0; k < reader->n_rows[SM_CUE_ACTOR] && day != SM_NO_DATE; k++) {
    const sm_cue_row *row = &reader->rows[SM_CUE_ACTOR][k];
    if (row->since != SM_NO_DATE && day >= row->since && sm_str_equal(row->name, group->name)) return true;
  }
  return false;
}

bool sm_signs_of_side(const sm_lender *l, const sm_case *of, const sm_side *c, float x[SM_SUSPECT_COUNT]) {
  const uint32_t i = of->strike;
  const sm_strike *s = &l->strikes[i];
  const sm_reader *reader = l->story->scan.reader;
  const sm_actor ground = of->ground, target = of->target, usual = of->usual;
  const int type = c->actor.type;
  const bool home = ground.iso3[0] && strcmp(c->actor.iso3, ground.iso3) == 0, own = type == 1 && home;
  const bool foreign = (type == 1 && !home), coalition = type == 8, group = type >= 2 && type <= 4;
  const bool hidden = of->hidden, air = s->weapons & AIR || is_drone_of_state(l, s, &ground);
  const bool guns = s->weapons & SM_WEAPON_ARTILLERY && !air, tubes = s->weapons & TUBES && !air && !guns;
  memset(x, 0, SM_SUSPECT_COUNT * sizeof *x);
  if (l->story->itemised) return false; // who struck is told in the item or not at all
  const sm_date day = s->date_start != SM_NO_DATE ? s->date_start : l->story->whens.published;
  if (!sm_has_means(&c->actor, home, s->weapons, day)) return false;
  if (group && !sm_flies(&c->actor) && (of->bombed || (of->flown && !hidden))) return false;
  if (group && s->attacker.type == 1) return false;
  if (group && home && !hidden && s->weapons && !of->on_army && is_told_by(l, i, &c->actor)) return false; // what befell its own land
  if (own && (of->by_rebels || of->downed || (of->on_army && !of->on_rebels && !of->by_army && !(s->weapons & AIR)))) return false;
  if (sm_same_side(&c->actor, &target) || are_allies(l, &c->actor, &target) || sm_same_side(&c->actor, &of->owner) || are_allies(l, &c->actor, &of->owner) || has_suffered(l, i, &c->actor) || sm_holds_struck(l, i, &c->actor) || has_answered(l, i, &c->actor)) return false;
  if (!of->by_army && sm_fires_by_groups(&c->actor, home)) return false; // rockets from Gaza are a group's
  if (foreign && hidden && s->weapons & (planted & ~(uint32_t)SM_WEAPON_SUICIDE_BOMB) && !sm_same_side(&usual, &c->actor)) return false; // bombs are planted by those at home
  if (own && hidden && !of->by_army && !c->accused && !(s->weapons & AIR)) return false; // a state lays no bombs on its own ground
  if (own && !of->by_army && has_accused(l, i, c)) return false; // "Damascus blamed terrorists"
  if (own && strcmp(c->actor.iso3, "LBN") == 0 && has_group_at_home(l, "LBN")) return false; // Hezbollah's war is not its
  if (foreign && of->by_army && !l->foreign_army && !l->foe) return false; // "the military said its jets"
  if (foreign && (s->attacker.type == 1 || of->flown) && !sm_same_side(&usual, &c->actor) && c->mentions && !c->forces && !c->acted && !c->accused) return false; // "the air force", of no state that is only named
  if (foreign && c->mentions && c->mentions <= c->struck && !c->forces && !c->acted && !c->accused) return false; // whose embassy was struck, too
  if (group && home && hidden && !c->accused && rules(reader, &c->actor, day)) return false; // it lays no bombs on its own ground
  if (group && hidden && c->denied && !c->accused && c->mentions == 1) return false; // "denied involvement", blamed by nobody
  if (group && hidden && (of->apart || (l->unclaimed && !c->accused))) return false; // only words tell whose
  if (foreign && is_in_coalition(l, c)) return false;
  if ((group && is_told_of_others(l, i, c)) || tells_of_own_loss(l, of, &c->actor)) return false;
  if (usual.name.len && own && !sm_same_side(&usual, &c->actor)) return false;
  const bool abroad = (foreign || coalition) && fights_group_of(l, c, &ground);
  const bool at_war = abroad || sm_are_rivals(reader, &c->actor, &ground) || (target.name.len && sm_are_rivals(reader, &c->actor, &target));
  if (usual.name.len && !at_war && !sm_same_side(&usual, &c->actor)) return false; // on whose ground the war is fought
  set(x, SM_SUSPECT_state_own, own);
  set(x, SM_SUSPECT_state_foreign, foreign);
  set(x, SM_SUSPECT_coalition, coalition);
  set(x, SM_SUSPECT_group, group);
  set(x, SM_SUSPECT_group_home, group && home);
  set(x, SM_SUSPECT_group_sole, group && count_groups(l) == 1);
  set(x, SM_SUSPECT_rival_ground, !own && sm_are_rivals(reader, &c->actor, &ground));
  set(x, SM_SUSPECT_usual, usual.name.len && sm_same_side(&usual, &c->actor));
  set_lent(l, &c->actor, own, i, x);
  set(x, SM_SUSPECT_stranger, !home && !coalition && !at_war && !x[SM_SUSPECT_lent] && !(group && !ground.iso3[0])); // at sea no group is at home
  set(x, SM_SUSPECT_stranger_idle, x[SM_SUSPECT_stranger] && foreign && !c->forces);
  const bool rebels = of->on_rebels, army = of->on_army;
  x[SM_SUSPECT_count] = 0.1f * (c->count > 10 ? 10 : c->count);
  set(x, SM_SUSPECT_only_speaks, c->mentions && !c->silent);
  set(x, SM_SUSPECT_strikes_rebels_state, (type == 1 || coalition) && rebels);
  set(x, SM_SUSPECT_nameless_own, own && (l->nameless || s->attacker.type == 1));
  set(x, SM_SUSPECT_army_own, army && own);
  set(x, SM_SUSPECT_flown_own, air && own);
  set(x, SM_SUSPECT_guns_own, guns && own);
  set(x, SM_SUSPECT_guns_group, guns && group);
  set(x, SM_SUSPECT_rockets_own, tubes && own);
  set(x, SM_SUSPECT_rockets_foreign, tubes && (foreign || coalition));
  set(x, SM_SUSPECT_rockets_group, tubes && group);
  set(x, SM_SUSPECT_planted_state, hidden && !group);
  set(x, SM_SUSPECT_army_group, army && group);
  set(x, SM_SUSPECT_group_later, group && of->elsewhere);
  set(x, SM_SUSPECT_group_beside, group && is_beside(l, i, c));
  set(x, SM_SUSPECT_group_lead, group && c->leads);
  set(x, SM_SUSPECT_state_lead, !group && c->leads);
  set(x, SM_SUSPECT_own_peace, own && !has_group_at_home(l, ground.iso3));
  return true;
}

float sm_weigh_suspect(const float x[SM_SUSPECT_COUNT]) {
  float sum = 0;
  for (int k = 0; k < SM_SUSPECT_COUNT; k++) sum += x[k] * sm_suspect_weights[k];
  return sum;
}
