// Who fights whom in a report: an attacker that a sentence leaves open follows from the sides, never from the struck one.
#include <math.h>

#include "sides.h"

/// "government jets", "the regime": of the country where they strike, whoever else fights there.
static bool is_government(const sm_lender *l, uint32_t i) {
  const sm_story *story = l->story;
  for (uint32_t k = l->hits->first_of[i]; k < l->hits->n; k = l->hits->items[k].next) {
    const sm_hit *h = &l->hits->items[k];
    if (h->attacker.type != 1 || h->attacker.name.len) continue;
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
  for (uint32_t k = l->hits->first_of[i]; k < l->hits->n; k = l->hits->items[k].next) {
    const sm_hit *h = &l->hits->items[k];
    const bool grounded = l->strikes[i].weapons & (SM_WEAPON_AIRSTRIKE | SM_WEAPON_GLIDE_BOMB) && (h->attacker.type == 2 || h->attacker.type == 3); // "a paramilitary group"
    if (h->attacker_words.len && h->attacker_score >= 2 && !grounded) return true;
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

/// "the enemy" in a report from one side of a war between states.
static sm_actor implied_foe(const sm_lender *l, const sm_strike *s) {
  const sm_reader *reader = l->story->scan.reader;
  sm_str only = {0};
  sm_actor ground = sm_ground_of(l, s);
  const sm_date day = s->date_start != SM_NO_DATE ? s->date_start : l->story->whens.published;
  for (uint32_t k = 0; k < l->n_sides; k++) { // rebels' own enemy is the state
    const sm_actor *a = &l->sides[k].actor;
    if ((a->type == 2 || a->type == 3) && strcmp(a->iso3, ground.iso3) == 0 && l->sides[k].forces && sm_are_rivals(reader, a, &ground)) return (sm_actor){0};
  }
  for (uint32_t i = 0; i < reader->n_rivals && l->foe && ground.iso3[0]; i++)
    for (int k = 0; k < 2; k++) {
      const sm_rival *r = &reader->rivals[i];
      sm_str here = k ? r->b : r->a, foe = k ? r->a : r->b;
      if (!sm_str_equal(here, sm_str_of(ground.iso3)) || foe.len != 3 || (r->since != SM_NO_DATE && day < r->since)) continue;
      if (only.len && !sm_str_equal(only, foe)) return (sm_actor){0};
      only = foe;
    }
  return only.len ? sm_state_by_code(reader, only) : (sm_actor){0};
}

/// "Communist rebels", "the Iran-backed militia", "a Sunni militant group": no word of it is a name of its own.
static bool only_describes(const sm_scan *scan, const sm_party *p) {
  if (p->last < p->first + 2) return false;
  const sm_cue_row *row = sm_cue_at(scan, p->last - 1, SM_CUE_FORCE, NULL), *kin = sm_cue_at(scan, p->last - 1, SM_CUE_OUTFIT, NULL);
  if (!((row && row->kind == SM_K_REBEL) || (kin && kin->kind == SM_K_KIN)) || scan->t[p->last - 1].flags & SM_TOKEN_CAPITAL) return false;
  for (uint32_t i = p->first; i + 1 < p->last; i++) {
    const sm_lexicon_entry *e = scan->t[i].entry;
    const uint32_t m = scan->mention_at[i];
    const bool adjective = e && e->word_bits & SM_WORD_ADJECTIVE, people = m && scan->mentions->items[m - 1].role == SM_ROLE_DEMONYM;
    if (scan->t[i].flags & SM_TOKEN_CAPITAL && !adjective && !people && !sm_is_sign(scan, i + 1, '-')) return false;
  }
  return true;
}

static bool is_group(const sm_lender *l, const sm_party *p) {
  return p->actor.name.len && p->named && (p->actor.type == 2 || p->actor.type == 3) && !sm_is_ally(&l->story->scan, p) && !only_describes(&l->story->scan, p);
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
  for (uint32_t k = l->hits->first_of[i]; k < l->hits->n; k = l->hits->items[k].next)
    if (l->hits->items[k].attacker.type == 8) return; // "coalition aircraft"
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
  const sm_actor target = sm_target_of(l, i);
  if (meant && !sm_same_side(&meant->actor, &target)) l->strikes[i].attacker = meant->actor;
}

/// "a Sunni militant group": one body, which a report names elsewhere.
static bool is_one_body(sm_str words) {
  static const char body[] = " group";
  return words.len >= sizeof body && memcmp(words.ptr + words.len - (sizeof body - 1), body, sizeof body - 1) == 0;
}

/// "blamed rebels", "claimed by a militant group" in a report of one group; "suspected separatist militants" stay nameless.
static sm_actor blamed_group(const sm_lender *l, sm_actor words) {
  bool several;
  const sm_party *only = memchr(words.name.ptr, ' ', words.name.len) && !is_one_body(words.name) ? NULL : only_group(l, 0, l->story->parties.n, &several);
  return only && !several ? only->actor : words;
}

/// "the militia", "the Iran-backed militia": behind the article and what describes.
static bool follows_the(const sm_scan *scan, uint32_t i, uint32_t floor) {
  enum { REACH = 4 };
  for (uint32_t k = i; k > floor && i - k < REACH; k--) {
    if (sm_is(scan, k - 1, SM_W_THE)) return true;
    const sm_lexicon_entry *e = scan->t[k - 1].entry;
    const bool joined = sm_is_sign(scan, k - 1, '-') || (k < scan->n && sm_is_sign(scan, k, '-'));
    if (!joined && !(e && e->word_bits & SM_WORD_ADJECTIVE)) return false;
  }
  return false;
}

/// "The attackers used two grenades", "the group fired": definite words for those told of before.
static bool is_anaphoric(const sm_lender *l, uint32_t i) {
  const sm_scan *scan = &l->story->scan;
  if (l->strikes[i].attacker.type == 1) return false; // "army warplanes bombed ...", which the paramilitaries had shelled
  for (uint32_t k = l->hits->first_of[i]; k < l->hits->n; k = l->hits->items[k].next) {
    const sm_hit *h = &l->hits->items[k];
    if (h->attacker.name.len || sm_span_is_none(h->attacker_span)) continue;
    for (uint32_t t = h->first; t < h->last; t++) {
      const sm_cue_row *row = sm_cue_at(scan, t, SM_CUE_FORCE, NULL), *kin = sm_cue_at(scan, t, SM_CUE_OUTFIT, NULL);
      bool body = (row && row->kind == SM_K_REBEL) || (kin && kin->kind == SM_K_KIN);
      static const char *const men[] = {"fighters", "Fighters", "rebels", "Rebels", "insurgents", "Insurgents", "guerrillas", "Guerrillas"};
      const bool bare = SM_IS_ONE_OF(scan, t, men) && (t == scan->s[h->sentence].first || sm_is_punct(scan, t - 1) || sm_is(scan, t - 1, SM_W_THAT)); // "In retaliation, fighters fired"
      if (body && (bare || follows_the(scan, t, h->first)) && sm_span_overlaps(sm_tokens_span(scan, t, t + 1), h->attacker_span)) return true;
    }
  }
  return false;
}

/// Words that only describe, in a report of one group: that one.
static void take_group_described(sm_lender *l, uint32_t i) {
  const sm_scan *scan = &l->story->scan;
  sm_strike *s = &l->strikes[i];
  bool several, described = false;
  if (!s->attacker.name.len || s->attacker.type == 1 || s->attacker.type == 8) return;
  for (uint32_t p = 0; p < l->story->parties.n && !described; p++) {
    const sm_party *party = &l->story->parties.items[p];
    described = party->actor.name.ptr == s->attacker.name.ptr && only_describes(scan, party);
  }
  if (!described) return;
  const sm_party *only = only_group(l, 0, l->story->parties.n, &several);
  const sm_actor target = sm_target_of(l, i);
  if (only && !several && !sm_same_side(&only->actor, &target)) s->attacker = only->actor;
}

enum { MORE_SIDES = 3 };

/// The sides told of, and those that need no telling: the state struck by its "army", who strikes there since a war began.
static uint32_t suspects(const sm_lender *l, const sm_case *of, sm_side *out) {
  const sm_actor more[MORE_SIDES] = {sm_state_by_code(l->story->scan.reader, sm_str_of(of->ground.iso3)), of->usual, implied_foe(l, &l->strikes[of->strike])};
  uint32_t n = l->n_sides;
  memcpy(out, l->sides, n * sizeof *out);
  for (size_t m = 0; m < MORE_SIDES; m++) {
    bool told = !more[m].name.len;
    for (uint32_t k = 0; k < n; k++) told |= sm_same_side(&out[k].actor, &more[m]);
    if (!told) out[n++] = (sm_side){.actor = more[m]};
  }
  return n;
}

/// "The militia's staff said the enemy shelled X": the party that speaks of its enemy in the words of a strike; NULL none.
static const sm_party *teller_of_foe(const sm_lender *l, uint32_t i) {
  const sm_story *story = l->story;
  for (uint32_t k = l->hits->first_of[i]; k < l->hits->n; k = l->hits->items[k].next) {
    const sm_hit *h = &l->hits->items[k];
    const sm_speech *speech = h->n_triggers ? sm_speech_of(&story->speeches, h->sentence, story->triggers.items[h->triggers[0]].first) : NULL;
    const sm_party *teller = NULL;
    bool foe = false;
    for (uint32_t p = story->party_at[h->sentence]; speech && p < story->party_at[h->sentence + 1]; p++) {
      const sm_party *party = &story->parties.items[p];
      if (sm_between(party->first, speech->first, speech->last) && party->actor.name.len) teller = party;
      foe |= sm_span_overlaps(sm_tokens_span(&story->scan, party->first, party->last), h->attacker_span) && sm_is_foe(&story->scan, party);
    }
    if (foe && teller) return teller;
  }
  return NULL;
}

/// "a mine left by the occupiers": words for the enemy tell who struck.
static bool is_by_foe(const sm_lender *l, uint32_t i) {
  const sm_story *story = l->story;
  for (uint32_t k = l->hits->first_of[i]; k < l->hits->n; k = l->hits->items[k].next) {
    const sm_hit *h = &l->hits->items[k];
    for (uint32_t p = story->party_at[h->sentence]; p < story->party_at[h->sentence + 1]; p++) {
      const sm_party *party = &story->parties.items[p];
      if (sm_span_overlaps(sm_tokens_span(&story->scan, party->first, party->last), h->attacker_span) && sm_is_foe(&story->scan, party)) return true;
    }
  }
  return false;
}

static void lend(sm_lender *l, uint32_t i) {
  static const float LEAST = 0.35f; // of the odds of all; in five folds it spares 11 wrong ones for 5 right
  const sm_reader *reader = l->story->scan.reader;
  const sm_party *teller = l->foe ? teller_of_foe(l, i) : NULL;
  const sm_actor nobody = {0};
  sm_side all[SM_MAX_SIDES + MORE_SIDES];
  float x[SM_SUSPECT_COUNT];
  const sm_case of = sm_case_of(l, i);
  const sm_actor hunter = sm_hunter_abroad(l, &of), foe = is_by_foe(l, i) && !teller ? implied_foe(l, &l->strikes[i]) : nobody;
  if (hunter.name.len || foe.name.len) {
    l->lent[i] = hunter.name.len ? hunter : foe;
    return;
  }
  const uint32_t n = suspects(l, &of, all);
  sm_signs_of_nobody(l, &of, x);
  float best = sm_weigh_suspect(x), odds = expf(best);
  if (reader->watch) reader->watch(&l->strikes[i], &nobody, x);
  for (uint32_t k = 0; k < n; k++) {
    if ((teller && sm_same_side(&all[k].actor, &teller->actor)) || !sm_signs_of_side(l, &of, &all[k], x)) continue;
    if (teller && sm_are_rivals(reader, &teller->actor, &all[k].actor)) {
      l->lent[i] = all[k].actor;
      return;
    }
    const float score = sm_weigh_suspect(x);
    odds += expf(score);
    if (score > best) best = score, l->lent[i] = all[k].actor;
    if (reader->watch) reader->watch(&l->strikes[i], &all[k].actor, x);
  }
  if (expf(best) < LEAST * odds) l->lent[i] = nobody; // one of several groups that are only named
}

/// "Russia said Ukraine had used ..." told beside Kharkiv: no state of two at war strikes its own ground without words for it.
static bool is_turned(const sm_lender *l, uint32_t i) {
  const sm_strike *s = &l->strikes[i];
  sm_actor ground = sm_ground_of(l, s);
  if (s->attacker.type != 1 || !ground.iso3[0] || strcmp(s->attacker.iso3, ground.iso3) != 0 || !sm_rival_state_told(l, &ground)) return false;
  for (uint32_t k = l->hits->first_of[i]; k < l->hits->n; k = l->hits->items[k].next) {
    const sm_hit *h = &l->hits->items[k];
    if (h->attacker_score >= 4) return false;
    if (h->place >= 0 && !h->place_inherited && h->attacker_score >= 3 && sm_same_side(&h->attacker, &s->attacker)) return false;
  }
  return true;
}

/// "Planes levelled a house ... after rockets of Hezbollah": groups without aircraft made no air strike, unless words of its telling say so.
static bool is_flown_by_group(const sm_lender *l, uint32_t i) {
  const sm_strike *s = &l->strikes[i];
  const uint32_t air = s->weapons & (SM_WEAPON_AIRSTRIKE | SM_WEAPON_GLIDE_BOMB);
  if (!s->attacker.name.len || s->attacker.type == 1 || s->attacker.type == 8 || !air || sm_has_means(&s->attacker, false, air, SM_NO_DATE)) return false;
  for (uint32_t k = l->hits->first_of[i]; k < l->hits->n; k = l->hits->items[k].next) {
    const sm_hit *h = &l->hits->items[k];
    if (h->weapons & air && h->attacker_score >= 3 && sm_same_side(&h->attacker, &s->attacker)) return false;
  }
  return true;
}

/// "The bomber was shot by the troops and her vest went off": they met the bomber, and no army sends one.
static bool is_bomber_met_by_state(const sm_strike *s) {
  const uint32_t sent = SM_WEAPON_SUICIDE_BOMB | SM_WEAPON_CAR_BOMB | SM_WEAPON_BOMB | SM_WEAPON_IED | SM_WEAPON_GRENADE;
  return s->attacker.type == 1 && s->weapons & SM_WEAPON_SUICIDE_BOMB && !(s->weapons & ~sent);
}

/// "In the deadliest attack", "In another strike", "The first bomb went off in X": a telling of one of several strikes told before.
static bool is_one_of_several(const sm_story *story, const sm_hit *h) {
  static const char *const ones[] = {"One", "one", "Another", "another"};
  if (h->another || h->worst) return true;
  const sm_group *g = h->n_triggers ? sm_group_of(&story->syntax, story->triggers.items[h->triggers[0]].first) : NULL;
  const sm_group *what = g && g->flags & SM_GROUP_VERB ? (g->subject >= 0 ? &story->syntax.groups[g->subject] : NULL) : g;
  for (uint32_t k = what ? what->first : 0; what && k < what->last; k++) {
    const sm_cue_row *number = sm_cue_at(&story->scan, k, SM_CUE_NUMBER, NULL);
    if ((number && number->kind == SM_K_ORDINAL) || SM_IS_ONE_OF(&story->scan, k, ones)) return true;
  }
  if (what && sm_is(&story->scan, what->last, SM_W_OF) && sm_is(&story->scan, what->last + 1, SM_W_THEM)) return true; // "two of them exploded at X"
  return false;
}

/// "killed in drone strikes", "three bombings", "struck two towns".
static bool tells_several(const sm_story *story, const sm_hit *h) {
  static const char *const places[] = {"towns", "cities", "villages", "districts", "provinces", "regions", "areas", "places", "sites", "locations"};
  bool several = h->plural || h->n_strikes > 1;
  for (uint32_t k = h->first + 1; k < h->last && !several; k++) several = SM_IS_ONE_OF(&story->scan, k, places) && sm_has_cue(&story->scan, k - 1, SM_CUE_NUMBER);
  for (uint32_t i = 0; i < h->n_triggers; i++) {
    const sm_trigger *g = &story->triggers.items[h->triggers[i]];
    several |= g->plural && !g->verb;
  }
  return several;
}

static bool has_days_within(const sm_strike *part, const sm_strike *sum) {
  return part->date_start == SM_NO_DATE || sum->date_start == SM_NO_DATE || (part->date_end + 1 >= sum->date_start && part->date_start <= sum->date_end + 1);
}

/// A part of "a series of explosions blamed on X", "drone strikes in Tigray" is by whoever made the whole.
static void take_from_sum(sm_lender *l, uint32_t i) {
  enum { REACH = 8 };
  for (uint32_t k = l->hits->first_of[i]; k < l->hits->n; k = l->hits->items[k].next) {
    const sm_hit *part = &l->hits->items[k];
    if (!is_one_of_several(l->story, part)) continue;
    for (uint32_t j = k; j-- > 0 && l->hits->items[j].sentence + REACH > part->sentence;) {
      const sm_hit *sum = &l->hits->items[j];
      if (sum->group == (int)i || !tells_several(l->story, sum) || sum->sentence == part->sentence) continue;
      const sm_strike *whole = &l->strikes[sum->group];
      if (!whole->attacker.name.len && whole->attacker.type != 1) continue;
      if (sm_lends(whole, &l->strikes[i]) > 0 && has_days_within(&l->strikes[i], whole)) l->strikes[i].attacker = whole->attacker;
      return;
    }
  }
}

/// "Insurgents set off bombs in four provinces", "militants attacked posts across the province": the telling of a whole series at the head of a report.
static const sm_hit *series_at_head(const sm_lender *l) {
  enum { HEAD = 3, SURELY = 2 };
  static const char *const whole[] = {"across", "string", "series", "wave", "spate", "multiple", "several"};
  for (uint32_t k = 0; k < l->hits->n && l->hits->items[k].sentence < HEAD; k++) {
    const sm_hit *h = &l->hits->items[k];
    bool several = tells_several(l->story, h);
    for (uint32_t i = h->first; i < h->last && !several; i++) several = SM_IS_ONE_OF(&l->story->scan, i, whole);
    if (several && h->attacker.type < 4 && h->attacker.type != 1 && h->attacker_score >= SURELY && (h->attacker.name.len || h->attacker_words.len)) return h;
  }
  return NULL;
}

/// A group other than the one is told of in the paragraph of a strike.
static bool names_other_group(const sm_lender *l, uint32_t i, const sm_actor *one) {
  const uint32_t in = l->sides_in[l->story->scan.s[l->strikes[i].sentence].paragraph];
  for (uint32_t k = 0; k < l->n_sides; k++)
    if (in & l->sides[k].mark && l->sides[k].actor.type != 1 && !sm_same_side(&l->sides[k].actor, one)) return true;
  return false;
}

/// What is told after the head of a report, and laid to nobody, is of the series that the head tells of.
static void take_from_head(sm_lender *l, const sm_hit *series, uint32_t i) {
  const uint32_t of_armies = SM_WEAPON_ARTILLERY | SM_WEAPON_AIRSTRIKE | SM_WEAPON_GLIDE_BOMB | SM_WEAPON_BALLISTIC_MISSILE | SM_WEAPON_CRUISE_MISSILE;
  sm_strike *s = &l->strikes[i];
  const sm_strike *whole = &l->strikes[series->group];
  const sm_case of = sm_case_of(l, i);
  const bool elsewhere = s->location.iso3[0] && whole->location.iso3[0] && strcmp(s->location.iso3, whole->location.iso3) != 0;
  if (s->sentence <= series->sentence || elsewhere || s->weapons & of_armies || of.apart || of.on_rebels || !has_days_within(s, whole) || names_other_group(l, i, &series->attacker)) return;
  if (series->attacker.name.len) s->attacker = series->attacker;
  else l->words[i] = (sm_actor){.name = series->attacker_words, .type = series->attacker.type};
}

/// By whoever a sentence tells of as having struck.
static void take_maker_of(sm_lender *l, uint32_t i, uint32_t sentence) {
  enum { SURELY = 3 };
  const sm_story *story = l->story;
  const sm_sentence *s = &story->scan.s[sentence];
  const sm_actor target = sm_target_of(l, i);
  for (uint32_t t = story->trigger_at[sentence]; t < story->trigger_at[sentence + 1]; t++) {
    const sm_trigger *g = &story->triggers.items[t];
    float score = 0;
    const sm_group *own = sm_group_of(&story->syntax, g->first), *verb = own && !(own->flags & SM_GROUP_VERB) && own > story->syntax.groups ? own - 1 : own;
    if (g->row->form == SM_F_S || g->row->form == SM_F_BASE) continue; // "uses the hills"
    if (!verb || (verb->flags & (SM_GROUP_VERB | SM_GROUP_FINITE)) != (SM_GROUP_VERB | SM_GROUP_FINITE) || verb->flags & (SM_GROUP_PASSIVE | SM_GROUP_INFINITIVE)) continue;
    const sm_party *p = g->reality == SM_REAL && g->row->kind != SM_K_GROUND ? sm_find_attacker(story, g, s->first, s->last, &score) : NULL;
    if (!p || score < SURELY || !p->actor.name.len || sm_same_side(&p->actor, &target)) continue;
    l->strikes[i].attacker = p->actor;
    return;
  }
}

/// "The air force has carried out raids for weeks. On Monday the village came under bombardment": who goes on doing it, by the sentence before.
static void take_from_campaign(sm_lender *l, uint32_t i) {
  const sm_story *story = l->story;
  const uint32_t s = l->strikes[i].sentence;
  if (s == 0 || story->scan.s[s - 1].paragraph != story->scan.s[s].paragraph) return;
  const uint32_t told = sm_first_told(l->hits, s - 1);
  if (told < l->hits->n && l->hits->items[told].sentence == s - 1) return; // a strike of its own
  for (uint32_t p = story->party_at[s]; p < story->party_at[s + 1]; p++)
    if (story->parties.items[p].named || story->parties.items[p].force) return;
  for (uint32_t k = story->speech_at[s - 1]; k < story->speech_at[s]; k++)
    if (story->speeches.items[k].row->stance == 'd') return; // "Armenia denied that it fired it."
  take_maker_of(l, i, s - 1);
}

/// "Coalition forces conducted 14 strikes in Syria: | - Near X, two strikes ...": an item is by whoever made what the line above the list tells.
static void take_from_list_head(sm_lender *l, uint32_t i) {
  const uint32_t s = l->strikes[i].sentence, heading = l->story->list_heading[s];
  if (l->story->scan.s[s].flags & SM_SENTENCE_ITEM && heading != SM_NO_SENTENCE) take_maker_of(l, i, heading);
}

sm_status sm_lend_attackers(const sm_story *story, const sm_hits *hits, sm_strike *strikes, const float *weight, uint32_t n, sm_error *err) {
  sm_lender l = {.story = story, .hits = hits, .strikes = strikes, .weight = weight, .n = n};
  l.score = sm_arena_calloc(story->scan.arena, n + 1, sizeof *l.score);
  l.lent = sm_arena_calloc(story->scan.arena, n + 1, sizeof *l.lent);
  l.words = sm_arena_calloc(story->scan.arena, n + 1, sizeof *l.words);
  l.open = sm_arena_calloc(story->scan.arena, n + 1, sizeof *l.open);
  if (!l.score || !l.lent || !l.words || !l.open || !sm_find_grounds(&l) || !sm_find_sides(&l)) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  l.drones = drone_states(&story->scan);
  sm_find_open(&l);
  for (uint32_t i = 0; i < hits->n; i++) {
    const sm_hit *h = &hits->items[i];
    if (h->attacker_score > l.score[h->group] && sm_same_side(&h->attacker, &strikes[h->group].attacker)) l.score[h->group] = h->attacker_score;
  }
  for (uint32_t i = 0; i < n; i++)
    if (is_turned(&l, i) || is_flown_by_group(&l, i) || is_bomber_met_by_state(&strikes[i])) strikes[i].attacker = (sm_actor){0}, l.score[i] = 0;
  for (uint32_t i = 0; i < n; i++) {
    sm_name_launchers(&l, i);
    sm_name_army_of_neighbour(&l, i);
    if (!strikes[i].attacker.name.len) sm_name_owner(&l, i);
    if (l.score[i] < 3) sm_name_us(&l, i);
    if (!strikes[i].attacker.name.len && !strikes[i].attacker.type) sm_name_pronoun(&l, i);
    if (!strikes[i].attacker.name.len) sm_name_reporter(&l, i);
  }
  sm_read_statements(&l);
  for (uint32_t i = 0; i < n; i++) {
    if (!strikes[i].attacker.name.len && is_anaphoric(&l, i)) take_group_meant(&l, i);
    else take_group_described(&l, i);
  }
  for (uint32_t i = 0; i < n; i++)
    if (!strikes[i].attacker.name.len && !l.words[i].name.len && !l.open[i]) sm_name_by_arms(&l, i);
  for (uint32_t i = 0; i < n; i++)
    if (!strikes[i].attacker.name.len && !strikes[i].attacker.type && !l.open[i] && weight[i] >= 0) take_from_list_head(&l, i);
  for (uint32_t i = 0; i < n; i++)
    if (!strikes[i].attacker.name.len && !strikes[i].attacker.type && !l.open[i] && weight[i] >= 0) take_from_sum(&l, i);
  for (uint32_t i = 0; i < n; i++)
    if (!strikes[i].attacker.name.len && !strikes[i].attacker.type && !l.words[i].name.len && !l.open[i] && weight[i] >= 0) take_from_campaign(&l, i);
  const sm_hit *series = series_at_head(&l);
  for (uint32_t i = 0; series && i < n; i++)
    if (!strikes[i].attacker.name.len && !strikes[i].attacker.type && !l.words[i].name.len && !l.open[i] && weight[i] >= 0) take_from_head(&l, series, i);
  for (uint32_t i = 0; i < n; i++)
    if (is_flown_by_group(&l, i) || is_bomber_met_by_state(&strikes[i])) strikes[i].attacker = (sm_actor){0}, l.score[i] = 0; // by whatever else laid it to the group
  for (uint32_t i = 0; i < n; i++)
    if (!strikes[i].attacker.name.len && (!l.words[i].name.len || sm_tells_terror(l.words[i].name)) && weight[i] >= 0 && !l.open[i] && !l.neutral && !is_government(&l, i) && !is_nameless(&l, i)) lend(&l, i);
  for (uint32_t i = 0; i < n; i++)
    if (l.lent[i].name.len) strikes[i].attacker = l.lent[i];
    else if (!strikes[i].attacker.name.len && l.words[i].name.len) strikes[i].attacker = blamed_group(&l, l.words[i]);
  return SM_OK;
}
