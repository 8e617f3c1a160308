// The sides of a report: who is at war with whom, whose ground was struck, who acts and who only suffers.
#include "sides.h"

sm_actor sm_state_by_code(const sm_reader *reader, sm_str code) {
  char iso3[4] = "";
  if (code.len == 3) memcpy(iso3, code.ptr, 3);
  return sm_state_actor(reader, sm_gazetteer_country(reader->gazetteer, iso3));
}

static bool is_unit(const sm_scan *scan, const sm_mention *mention) {
  static const char *const words[] = {"region", "oblast", "Oblast", "province", "Region", "direction", "front"};
  return SM_IS_ONE_OF(scan, mention->last, words) || SM_IS_ONE_OF(scan, mention->last - 1, words);
}

/// Who held the place of a strike on its day, by the lexicon's "held"; NULL none.
static const char *holder_of(const sm_lender *l, const sm_strike *s) {
  const sm_scan *scan = &l->story->scan;
  const sm_date day = s->date_start != SM_NO_DATE ? s->date_start : l->story->whens.published;
  for (uint32_t i = l->hits->first_of[s - l->strikes]; i < l->hits->n; i = l->hits->items[i].next) {
    const sm_hit *h = &l->hits->items[i];
    if (h->place < 0 || scan->mentions->items[h->place].place != s->location.place) continue;
    if (is_unit(scan, &scan->mentions->items[h->place])) continue; // "Donetsk region"
    const sm_cue_row *row = sm_cue_at(scan, scan->mentions->items[h->place].first, SM_CUE_HELD, NULL);
    if (row && day != SM_NO_DATE && (row->since == SM_NO_DATE || day >= row->since) && (row->until == SM_NO_DATE || day < row->until)) return row->iso3;
  }
  return NULL;
}

/// The state whose ground was struck: the holder's, where another holds it than the one whose it is by the UN's view.
/// Natural Earth names a unit by its holder; of the Golan the places tell the other claimant.
static sm_actor find_ground(const sm_lender *l, const sm_strike *s) {
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

bool sm_find_grounds(sm_lender *l) {
  l->grounds = sm_arena_alloc(l->story->scan.arena, (l->n + 1) * sizeof *l->grounds);
  for (uint32_t i = 0; l->grounds && i < l->n; i++) l->grounds[i] = find_ground(l, &l->strikes[i]);
  return l->grounds;
}

sm_actor sm_ground_of(const sm_lender *l, const sm_strike *s) { return l->grounds[s - l->strikes]; }

static sm_side *find_side(sm_lender *l, const sm_actor *actor) {
  for (uint32_t i = 0; i < l->n_sides; i++)
    if (sm_same_side(&l->sides[i].actor, actor)) return &l->sides[i];
  return NULL;
}

static sm_side *side_of(sm_lender *l, const sm_actor *actor) {
  sm_side *known = find_side(l, actor);
  if (known || l->n_sides == SM_MAX_SIDES) return known;
  l->sides[l->n_sides] = (sm_side){.actor = *actor, .mark = 1u << l->n_sides};
  return &l->sides[l->n_sides++];
}

bool sm_party_speaks(const sm_story *story, const sm_party *p) {
  for (uint32_t k = story->speech_at[p->sentence]; k < story->speech_at[p->sentence + 1]; k++)
    if (sm_between(p->first, story->speeches.items[k].first, story->speeches.items[k].last)) return true;
  return false;
}

/// "said they had nothing to do with it": words of denial after any verb of saying.
static bool is_denial(const sm_story *story, const sm_speech *speech) {
  enum { REACH = 7 };
  if (speech->row->stance == 'd') return true;
  for (uint32_t k = speech->verb_last; k < story->scan.s[speech->sentence].last && k < speech->verb_last + REACH && !sm_is_sign(&story->scan, k, ';'); k++) {
    const sm_cue_row *mode = sm_cue_at(&story->scan, k, SM_CUE_MODE, NULL);
    if (mode && mode->kind == SM_K_DENIAL) return true;
  }
  return false;
}

static bool denies(const sm_story *story, const sm_party *p) {
  for (uint32_t k = story->speech_at[p->sentence]; k < story->speech_at[p->sentence + 1]; k++) {
    const sm_speech *speech = &story->speeches.items[k];
    if (is_denial(story, speech) && sm_between(p->first, speech->first, speech->last)) return true;
  }
  return false;
}

static bool accuses(const sm_story *story, const sm_party *p) {
  for (uint32_t k = story->speech_at[p->sentence]; k < story->speech_at[p->sentence + 1]; k++) {
    const sm_speech *speech = &story->speeches.items[k];
    if (speech->row->stance == 'b' && sm_between(p->first, speech->first, speech->last)) return true;
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

/// "Russian jets", "the Russians"; not "the Chinese frontier", "a British journalist", "one Indian".
static bool is_people_in_arms(const sm_story *story, const sm_party *p) {
  const sm_group *g = sm_group_of(&story->syntax, p->first);
  if (p->role != SM_ROLE_DEMONYM || !g) return p->role == SM_ROLE_DEMONYM;
  const uint32_t before = p->first > 0 ? p->first - 1 : 0;
  if (g->head < p->last) return !(sm_is_indefinite(&story->scan, before) || sm_has_cue(&story->scan, before, SM_CUE_NUMBER));
  return story->scan.mask[g->head] & (1u << SM_CUE_FORCE | 1u << SM_CUE_WEAPON | 1u << SM_CUE_TRIGGER);
}

/// "Qassem Soleimani, commander of the Quds Force, was killed", "a Hamas leader died": of whom a person was that died.
static bool is_of_killed(const sm_story *story, const sm_party *p) {
  enum { APPOSED = 3 };
  const sm_scan *scan = &story->scan;
  const sm_syntax *x = &story->syntax;
  const sm_group *own = sm_group_of(x, p->first);
  if (!own || own->flags & SM_GROUP_VERB) return false;
  const sm_lexicon_entry *head = scan->t[own->head].entry;
  const bool of_it = own->head < p->last || !(head && head->word_bits & SM_WORD_NOUN_PERSON); // "deputy head of the PIJ's rocket array"
  const sm_group *who = of_it && own > x->groups && own->lead != SM_NO_TOKEN && (sm_is(scan, own->lead, SM_W_OF) || sm_is(scan, own->lead, SM_W_FROM)) ? own - 1 : own;
  const sm_lexicon_entry *e = scan->t[who->head].entry;
  if (who->flags & SM_GROUP_VERB || !e || !(e->word_bits & SM_WORD_NOUN_PERSON) || sm_has_cue(scan, who->head, SM_CUE_WEAPON)) return false;
  for (const sm_group *g = own + 1; g < x->groups + x->n && scan->t[g->first].sentence == p->sentence; g++) {
    if (!(g->flags & SM_GROUP_VERB)) continue;
    const bool passive = g->flags & SM_GROUP_PASSIVE;
    if (sm_has_cue(scan, g->head, SM_CUE_CASUALTY) && g->flags & SM_GROUP_FINITE && (passive || g->object < 0)) return true;
    break;
  }
  for (const sm_group *g = who; g > x->groups + x->first_of[p->sentence] && who - g < APPOSED;) { // "killed Hakimullah Mehsud, the leader of the TTP"
    g--;
    if (g->flags & SM_GROUP_VERB) return !(g->flags & SM_GROUP_PASSIVE) && g->object >= 0 && sm_has_cue(scan, g->head, SM_CUE_CASUALTY);
  }
  return false;
}

bool sm_is_victim(const sm_story *story, const sm_party *p) {
  if (is_of_killed(story, p)) return true;
  for (uint32_t k = story->figure_at[p->sentence]; k < story->figure_at[p->sentence + 1]; k++) {
    const sm_figure *f = &story->figures.items[k];
    if (sm_between(p->first, f->first, f->last) && (f->killed_high > 0 || f->injured_high > 0)) return true;
  }
  return false;
}

static bool is_next_state(const sm_scan *scan, const sm_party *p, const sm_party *next) {
  const bool joined = sm_is_sign(scan, p->last, ',') || sm_is(scan, p->last, SM_W_AND);
  return p->state && next->state && !p->force && !next->force && p->sentence == next->sentence && joined && next->first < p->last + 4;
}

/// "nations which have taken part include Australia, Bahrain, Canada, Denmark ...": no side of what is told.
static bool is_enumerated(const sm_scan *scan, const sm_parties *all, uint32_t i) {
  enum { MANY = 4 };
  uint32_t first = i, last = i;
  while (first > 0 && is_next_state(scan, &all->items[first - 1], &all->items[first])) first--;
  while (last + 1 < all->n && is_next_state(scan, &all->items[last], &all->items[last + 1])) last++;
  return last + 1 - first >= MANY;
}

/// "fled to Adre in Chad", "crossed into Chad", "refugees in Chad": where people went, no side of what is told.
static bool is_refuge(const sm_story *story, const sm_party *p) {
  enum { REACH = 4 };
  static const char *const flight[] = {"crossed", "crossing", "cross", "refuge", "refugees", "refugee", "asylum", "fled", "flee", "fleeing", "shelter"};
  const sm_scan *scan = &story->scan;
  const uint32_t floor = scan->s[p->sentence].first;
  if (!p->state || p->force || p->first < floor + 2) return false;
  uint32_t i = p->first - 1;
  const bool in = sm_is(scan, i, SM_W_IN) || sm_is(scan, i, SM_W_TO) || sm_is(scan, i, SM_W_INTO);
  const uint32_t m = in ? scan->mention_at[i - 1] : 0;
  if (m) i = scan->mentions->items[m - 1].first;
  for (uint32_t k = i; in && k > floor && i - k < REACH && !sm_is_punct(scan, k - 1); k--)
    if (SM_IS_ONE_OF(scan, k - 1, flight)) return true;
  return false;
}

/// "bordering three provinces in Afghanistan", "shares a border with Iran and Afghanistan", "neighbouring Chad": a land told to say where another lies.
static bool is_beside_land(const sm_scan *scan, const sm_party *p) {
  enum { REACH = 8 };
  static const char *const beside[] = {"bordering", "borders", "bordered", "adjoining", "abutting", "straddling", "abuts"}, *const borders[] = {"border", "frontier", "boundary"}, *const near[] = {"neighbouring", "neighboring", "nearby"};
  if (!p->state || p->force || p->role == SM_ROLE_DEMONYM) return false;
  for (uint32_t k = p->first; k > scan->s[p->sentence].first && p->first - k < REACH; k--) {
    if (SM_IS_ONE_OF(scan, k - 1, near)) return k == p->first;
    if (SM_IS_ONE_OF(scan, k - 1, beside) || (SM_IS_ONE_OF(scan, k - 1, borders) && sm_is(scan, k, SM_W_WITH))) return true;
    if (sm_is_punct(scan, k - 1) && !sm_is_sign(scan, k - 1, ',')) return false;
  }
  return false;
}

bool sm_is_army_word(const sm_scan *scan, uint32_t token) {
  static const char *const words[] = {"army", "military", "Army", "Military"};
  return SM_IS_ONE_OF(scan, token, words);
}

/// Of a country that was struck.
static bool is_at_home(const sm_lender *l, const sm_party *p) {
  for (uint32_t i = 0; i < l->n; i++)
    if (strcmp(l->grounds[i].iso3, p->actor.iso3) == 0) return true;
  return false;
}

/// "the Israeli army" in a report of strikes on Lebanon.
static bool is_foreign_army(const sm_lender *l, const sm_party *p) {
  bool army = false;
  for (uint32_t k = p->first; k < p->last; k++) army |= sm_is_army_word(&l->story->scan, k);
  return army && p->actor.type == 1 && p->actor.name.len && !is_at_home(l, p);
}

bool sm_is_helper(const sm_scan *scan, const sm_party *p) {
  const uint32_t floor = scan->s[p->sentence].first;
  static const char *const helped[] = {"backed", "supported", "aided", "assisted", "helped", "accompanied", "armed", "trained", "funded", "sponsored"};
  for (uint32_t k = p->first; k > floor + 1 && p->first - k < 7; k--) {
    if (sm_is_punct(scan, k - 1) && !sm_is_sign(scan, k - 1, '-')) return false;
    if (sm_is(scan, k - 1, SM_W_BY)) return SM_IS_ONE_OF(scan, k - 2, helped);
  }
  return false;
}

/// "a website close to the rebels": of whoever is said to be near, not of them.
bool sm_is_sympathised(const sm_scan *scan, uint32_t first) {
  static const char *const words[] = {"close", "sympathetic", "opposed", "hostile", "friendly", "favourable", "favorable"};
  const uint32_t floor = scan->s[scan->t[first].sentence].first, lead = sm_lead_of(scan, first, floor);
  return lead != UINT32_MAX && lead > floor && sm_is(scan, lead, SM_W_TO) && SM_IS_ONE_OF(scan, lead - 1, words);
}

/// Where each side is told of as one that may have struck: neither as a place nor behind "a strike on".
static void mark_paragraphs(sm_lender *l) {
  enum { LEAD = 2 };
  for (uint32_t i = 0; i < l->story->parties.n; i++) {
    const sm_party *p = &l->story->parties.items[i];
    sm_side *side = p->state && !p->force && p->role == SM_ROLE_LITERAL ? NULL : find_side(l, &p->actor);
    if (!side || sm_is_passive_side(l->story, p)) continue;
    side->leads |= p->sentence < LEAD;
    l->sides_in[l->story->scan.s[p->sentence].paragraph] |= side->mark;
  }
}

static bool is_negation(const sm_scan *scan, uint32_t i) {
  const sm_cue_row *mode = sm_cue_at(scan, i, SM_CUE_MODE, NULL), *number = sm_cue_at(scan, i, SM_CUE_NUMBER, NULL);
  return (mode && mode->kind == SM_K_NEGATION) || (number && number->kind == SM_K_ZERO);
}

/// "no comment from the rebels", "the army did not immediately respond": asked, and silent.
static bool is_without_word(const sm_scan *scan, const sm_party *p) {
  enum { REACH = 7 };
  static const char *const words[] = {"comment", "comments", "response", "reaction", "word"}, *const speaks[] = {"comment", "commented", "respond", "responded", "reply", "replied", "reached"};
  const uint32_t floor = scan->s[p->sentence].first, end = scan->s[p->sentence].last;
  bool no = false, asked = false;
  for (uint32_t k = p->first; k > floor && p->first - k < REACH && !sm_is_punct(scan, k - 1); k--) {
    if (asked && is_negation(scan, k - 1)) return true;
    asked |= SM_IS_ONE_OF(scan, k - 1, words);
  }
  for (uint32_t k = p->last; k < end && k < p->last + REACH && !sm_is_punct(scan, k); k++) {
    if (no && SM_IS_ONE_OF(scan, k, speaks)) return true;
    no |= is_negation(scan, k);
  }
  return false;
}

bool sm_find_sides(sm_lender *l) {
  enum { COALITION = 8 };
  const sm_parties *all = &l->story->parties;
  for (uint32_t i = 0; i < all->n; i++) {
    const sm_party *p = &all->items[i];
    if (sm_is_foe(&l->story->scan, p)) l->foe = true;
    if (p->state && !p->named) l->nameless = true;
    l->foreign_army = l->foreign_army || is_foreign_army(l, p);
    if (p->again || (!p->state && p->actor.type != COALITION && is_at_home(l, p) && is_without_word(&l->story->scan, p)) || sm_is_in_past_clause(&l->story->scan, p->first) || (!p->state && p->actor.type != COALITION && sm_is_of_habit(&l->story->scan, p->first)) || is_enumerated(&l->story->scan, all, i) || is_refuge(l->story, p) || is_beside_land(&l->story->scan, p)) continue;
    sm_side *c = p->actor.name.len && !sm_is_helper(&l->story->scan, p) && !sm_tells_border(&l->story->scan, p->first, p->last) ? side_of(l, &p->actor) : NULL;
    if (!c) continue;
    c->mentions++;
    c->denied |= denies(l->story, p);
    if (!c->accuses && accuses(l->story, p)) c->accuses = p->sentence + 1;
    c->accused |= sm_is_blamed(l->story, p);
    bool acts = p->force || is_people_in_arms(l->story, p) || !p->state;
    c->count += p->force ? 3 : acts ? 2 : 1;
    c->forces |= acts;
    bool accused = p->actor.type == 1 && denies_strike(l->story, p);
    c->forces |= accused;
    c->acted |= p->role == SM_ROLE_METONYM;
    c->silent |= accused || !sm_party_speaks(l->story, p);
  }
  for (uint32_t k = 0; k < l->hits->n; k++) {
    sm_side *c = l->hits->items[k].target_actor.name.len ? find_side(l, &l->hits->items[k].target_actor) : NULL;
    if (c) c->struck++;
  }
  const sm_scan *scan = &l->story->scan;
  l->sides_in = sm_arena_calloc(scan->arena, scan->ns ? scan->s[scan->ns - 1].paragraph + 1 : 1, sizeof *l->sides_in);
  if (l->sides_in) mark_paragraphs(l);
  return l->sides_in;
}

/// In wars whose reports name the other side "the enemy" or not at all: who strikes there since the day of its row.
sm_actor sm_usual_side(const sm_lender *l, const sm_strike *s) {
  const sm_reader *reader = l->story->scan.reader;
  sm_actor ground = sm_ground_of(l, s);
  sm_date day = s->date_start != SM_NO_DATE ? s->date_start : l->story->whens.published;
  const uint32_t far = SM_WEAPON_DRONE | SM_WEAPON_MISSILE | SM_WEAPON_BALLISTIC_MISSILE | SM_WEAPON_CRUISE_MISSILE | SM_WEAPON_AIRSTRIKE |
                       SM_WEAPON_ARTILLERY | SM_WEAPON_ROCKET | SM_WEAPON_MORTAR | SM_WEAPON_GLIDE_BOMB;
  for (uint32_t i = 0; i < reader->n_rivals && day != SM_NO_DATE; i++) {
    const sm_rival *r = &reader->rivals[i];
    const bool between = sm_str_equal(r->a, sm_str_of(s->location.iso3)) || sm_str_equal(r->b, sm_str_of(s->location.iso3)); // on the land of the two, whoever holds it
    bool here = between && r->since != SM_NO_DATE && sm_str_equal(r->b, sm_str_of(ground.iso3)) && day >= r->since;
    if (here && (s->weapons & far || !s->weapons)) return sm_state_by_code(reader, r->a);
  }
  return (sm_actor){0};
}

bool sm_rival_state_told(const sm_lender *l, const sm_actor *ground) {
  for (uint32_t i = 0; i < l->n_sides; i++)
    if (l->sides[i].actor.type == 1 && sm_are_rivals(l->story->scan.reader, &l->sides[i].actor, ground)) return true;
  return false;
}
