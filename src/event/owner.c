// Attackers told beside the verb: whose aircraft, whose weapon, from whose ground.
#include "sides.h"

static bool acts_as_state(const sm_lender *l, const sm_actor *actor) {
  for (uint32_t k = 0; k < l->n_sides; k++)
    if ((l->sides[k].forces || l->sides[k].acted) && sm_same_side(&l->sides[k].actor, actor)) return true;
  return false;
}

/// "rockets from Lebanon": of the group at home there that the report names, if it is at war with the struck side.
void sm_name_launchers(sm_lender *l, uint32_t i) {
  sm_strike *s = &l->strikes[i];
  const sm_side *best = NULL;
  sm_actor ground = sm_ground_of(l, s);
  const bool unarmed = strcmp(s->attacker.iso3, ground.iso3) != 0 && sm_fires_by_groups(&s->attacker, false) && !sm_fires_by_groups(&s->attacker, true); // rockets from Lebanon are a group's; but "Palestinian rockets"
  if (s->attacker.type != 1 || !s->attacker.name.len || (l->score[i] >= 2 && !unarmed)) return;
  for (uint32_t k = 0; k < l->n_sides; k++) {
    const sm_side *c = &l->sides[k];
    if ((c->actor.type != 2 && c->actor.type != 3) || strcmp(c->actor.iso3, s->attacker.iso3) != 0 || !sm_are_rivals(l->story->scan.reader, &c->actor, &ground)) continue;
    if (!best || c->count > best->count) best = c;
  }
  if (best) s->attacker = best->actor;
  else if (l->score[i] > 0 && (unarmed || !(acts_as_state(l, &s->attacker) && sm_are_rivals(l->story->scan.reader, &s->attacker, &ground)))) s->attacker = (sm_actor){0}, l->score[i] = 0; // "a rocket fired from Gaza"
}

void sm_name_army_of_neighbour(sm_lender *l, uint32_t i) {
  sm_strike *s = &l->strikes[i];
  const sm_actor ground = sm_ground_of(l, s);
  if (s->attacker.type != 1 || s->attacker.name.len || strcmp(ground.iso3, "PSE") != 0) return;
  s->attacker = sm_state_by_code(l->story->scan.reader, sm_str_of("ISR"));
  l->score[i] = 3.2f;
}

/// "a Myanmar navy vessel shelled a village": the ship, the subject of a verb of striking, is what struck.
bool sm_is_firing_ship(const sm_story *story, const sm_party *p) {
  static const char *const ships[] = {"vessel", "vessels", "ship", "ships", "boat", "boats", "gunboat", "gunboats", "frigate", "frigates", "submarine", "submarines", "tank", "tanks", "battery", "batteries"};
  const sm_syntax *x = &story->syntax;
  const sm_group *own = sm_group_of(x, p->first);
  if (!own || own->flags & SM_GROUP_VERB || !SM_IS_ONE_OF(&story->scan, own->head, ships)) return false;
  for (uint32_t i = x->first_of[p->sentence]; i < x->first_of[p->sentence + 1]; i++) {
    const sm_group *verb = &x->groups[i];
    const sm_cue_row *deed = verb->flags & SM_GROUP_VERB && !(verb->flags & SM_GROUP_PASSIVE) && verb->object >= 0 && verb->subject == (int32_t)(own - x->groups) ? sm_cue_at(&story->scan, verb->head, SM_CUE_TRIGGER, NULL) : NULL;
    if (deed && (deed->kind == SM_K_ATTACK || deed->kind == SM_K_LAUNCH)) return true;
  }
  return false;
}

bool sm_is_own_of_speaker(const sm_story *story, const sm_party *p) {
  enum { REACH = 3 };
  const sm_scan *scan = &story->scan;
  static const char *const his[] = {"its", "their", "his"};
  bool its = false;
  for (uint32_t k = p->first; k > scan->s[p->sentence].first && p->first - k < REACH && !its; k--) its = SM_IS_ONE_OF(scan, k - 1, his);
  for (uint32_t i = story->party_at[p->sentence]; its && i < story->party_at[p->sentence + 1]; i++) {
    const sm_party *speaker = &story->parties.items[i];
    if (speaker->last <= p->first && speaker->named && speaker->actor.type != 1 && sm_is_speaker(story, speaker->first)) return true;
  }
  return false;
}

/// "13 of its fighters": a force word told with whose it is.
static bool are_its_fighters(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"fighters", "militants", "members", "men", "commanders"};
  return (sm_is(scan, i, SM_W_ITS) || sm_is(scan, i, SM_W_THEIR)) && SM_IS_ONE_OF(scan, i + 1, words);
}

/// A rebel force, a group's fighters or the group itself at a token, but for "Houthi-controlled".
static bool are_rebels(const sm_scan *scan, uint32_t i) {
  const sm_cue_row *force = sm_cue_at(scan, i, SM_CUE_FORCE, NULL), *group = sm_cue_at(scan, i, SM_CUE_ACTOR, NULL);
  if (sm_is_sign(scan, i + 1, '-')) return false;
  return (force && force->kind == SM_K_REBEL) || are_its_fighters(scan, i) || (group && (group->type == 2 || group->type == 3));
}

/// Who was struck or, where that is not told, who is counted dead.
static bool hurts_rebels(const sm_story *story, const sm_hit *h) {
  for (uint32_t i = h->first; i < h->last; i++)
    if (sm_span_overlaps(sm_tokens_span(&story->scan, i, i + 1), h->target) && are_rebels(&story->scan, i)) return true;
  for (uint32_t k = 0; k < h->n_figures && (sm_span_is_none(h->target) || h->target_is_place || h->target_is_ground); k++) {
    const sm_figure *f = &story->figures.items[h->figures[k]];
    for (uint32_t i = f->first; f->killed_high > 0 && f->first < f->cue && i < f->cue; i++) // "four fighters of the group were killed"
      if (are_rebels(&story->scan, i)) return true;
  }
  return false;
}

bool sm_strikes_rebels(const sm_lender *l, uint32_t i) {
  for (uint32_t k = l->hits->first_of[i]; k < l->hits->n; k = l->hits->items[k].next)
    if (hurts_rebels(l->story, &l->hits->items[k])) return true;
  return false;
}

/// "Africa Command acknowledged one strike near Jilib", "the ministry said jets hit Metina": what an army tells of in another country, unless its own were hit.
static bool is_strike_abroad(const sm_lender *l, const sm_hit *h, const sm_actor *teller) {
  static const char *const strikes[] = {"strike", "strikes", "airstrike", "airstrikes", "raid", "raids"};
  const sm_scan *scan = &l->story->scan;
  const sm_strike *s = &l->strikes[h->group];
  if (!s->location.iso3[0] || strcmp(s->location.iso3, teller->iso3) == 0 || ((h->weapons | s->weapons) & ~(uint32_t)(SM_WEAPON_AIRSTRIKE | SM_WEAPON_DRONE)) || !h->n_triggers) return false;
  const sm_trigger *g = &l->story->triggers.items[h->triggers[0]];
  const sm_group *verb = g->verb ? sm_group_of(&l->story->syntax, g->first) : NULL, *who = verb && verb->flags & SM_GROUP_VERB && !(verb->flags & SM_GROUP_PASSIVE) && verb->subject >= 0 ? &l->story->syntax.groups[verb->subject] : NULL;
  const sm_cue_row *craft = who && who->head == who->first ? sm_cue_at(scan, who->head, SM_CUE_FORCE, NULL) : NULL;
  bool strike = craft ? craft->kind == SM_K_AIR : !g->verb && (SM_IS_ONE_OF(scan, g->last - 1, strikes)); // "jets hit Metina"
  for (uint32_t i = g->last; i < h->last && strike; i++)
    if ((sm_is(scan, i, SM_W_ITS) || sm_is(scan, i, SM_W_THEIR)) && !are_its_fighters(scan, i) && sm_has_cue(scan, i + 1, SM_CUE_TARGET)) return false;
  return strike;
}

/// "Turkey confirmed an air strike on Sinjar": a state, too, may own up to it, the strike being the object.
static bool admits_strike(const sm_lender *l, const sm_hit *h) {
  static const char *const admits[] = {"confirmed", "confirms", "admitted", "admits", "acknowledged", "acknowledges"};
  const sm_story *story = l->story;
  const sm_group *g = h->n_triggers ? sm_group_of(&story->syntax, story->triggers.items[h->triggers[0]].first) : NULL, *verb = g && g > story->syntax.groups ? g - 1 : NULL;
  return verb && verb->flags & SM_GROUP_VERB && verb->object == (int32_t)(g - story->syntax.groups) && SM_IS_ONE_OF(&story->scan, verb->head, admits);
}

/// "the Turkish defence ministry": a state speaks by who commands its forces.
static bool commands_forces(const sm_scan *scan, const sm_party *p) {
  static const char *const arms[] = {"defence", "Defence", "defense", "Defense"}, *const heads[] = {"ministry", "Ministry", "minister", "Minister"};
  uint32_t k = p->first;
  if (k > 1 && sm_is(scan, k - 1, SM_W_OF) && SM_IS_ONE_OF(scan, k - 2, arms)) return true; // "the Ministry of Defence of Turkey"
  while (k < p->last && !SM_IS_ONE_OF(scan, k, arms)) k++;
  if (k == p->last && k < scan->n && scan->t[k].flags & SM_TOKEN_CLITIC) k++;
  return k + 1 < scan->n && SM_IS_ONE_OF(scan, k, arms) && SM_IS_ONE_OF(scan, k + 1, heads);
}

/// "Africa Command said an air strike had killed ten fighters": armies tell of their own success.
void sm_name_reporter(sm_lender *l, uint32_t i) {
  const sm_story *story = l->story;
  const uint32_t far = SM_WEAPON_AIRSTRIKE | SM_WEAPON_DRONE | SM_WEAPON_MISSILE | SM_WEAPON_ARTILLERY | SM_WEAPON_GLIDE_BOMB;
  for (uint32_t k = l->hits->first_of[i]; k < l->hits->n; k = l->hits->items[k].next) {
    const sm_hit *h = &l->hits->items[k];
    if ((h->weapons && !(h->weapons & far)) || h->intercepted || h->attacker_words.len) continue;
    const bool success = hurts_rebels(story, h);
    for (uint32_t p = story->party_at[h->sentence]; p < story->party_at[h->sentence + 1]; p++) {
      const sm_party *party = &story->parties.items[p];
      if (party->actor.type != 1 || !party->actor.name.len || !(party->force || commands_forces(&story->scan, party) || admits_strike(l, h)) || !sm_is_speaker(story, party->first) || !(success || is_strike_abroad(l, h, &party->actor))) continue;
      l->strikes[i].attacker = party->actor;
      l->score[i] = 2;
      return;
    }
  }
}

/// "our special units", "our gunners": those of whoever speaks in a report of one side; NULL where nobody is told.
static const sm_party *us(const sm_story *story, uint32_t at) {
  const sm_party *first = NULL;
  for (uint32_t p = 0; p < story->parties.n && story->parties.items[p].first < at; p++) {
    const sm_party *party = &story->parties.items[p];
    if (!party->actor.name.len) continue;
    if (sm_party_speaks(story, party) && story->scan.s[party->sentence].paragraph == story->scan.s[story->scan.t[at].sentence].paragraph) return party;
    if (!first) first = party;
  }
  return first;
}

void sm_name_us(sm_lender *l, uint32_t i) {
  static const char *const our[] = {"our", "Our"};
  const sm_story *story = l->story;
  for (uint32_t k = l->hits->first_of[i]; k < l->hits->n; k = l->hits->items[k].next) {
    const sm_hit *h = &l->hits->items[k];
    if (!h->n_triggers) continue;
    const sm_group *v = sm_group_of(&story->syntax, story->triggers.items[h->triggers[0]].first);
    const int32_t hand = !v || !(v->flags & SM_GROUP_VERB) ? -1 : v->flags & SM_GROUP_PASSIVE ? v->agent : v->subject; // "were hit by our Air Force"
    const sm_group *who = hand >= 0 ? &story->syntax.groups[hand] : NULL;
    if (!who || !SM_IS_ONE_OF(&story->scan, who->first, our) || !(story->scan.mask[who->head] & (1u << SM_CUE_FORCE | 1u << SM_CUE_WEAPON | 1u << SM_CUE_OUTFIT))) continue;
    const sm_party *party = us(story, who->first);
    if (!party) return;
    l->strikes[i].attacker = party->actor;
    l->score[i] = 0; // told apart from the others, so it lends nothing
  }
}

/// "its aircraft", "their artillery": of whoever the sentence, or the one before, begins with.
void sm_name_owner(sm_lender *l, uint32_t i) {
  const sm_story *story = l->story;
  const sm_scan *scan = &story->scan;
  for (uint32_t k = l->hits->first_of[i]; k < l->hits->n; k = l->hits->items[k].next) {
    const sm_hit *h = &l->hits->items[k];
    if (!h->n_triggers) continue;
    uint32_t verb = story->triggers.items[h->triggers[0]].first, at = scan->s[h->sentence].first;
    while (at < verb && !((sm_is(scan, at, SM_W_ITS) || sm_is(scan, at, SM_W_THEIR)) && (scan->mask[at] | scan->mask[at + 1]) & (1u << SM_CUE_FORCE | 1u << SM_CUE_WEAPON))) at++;
    if (at >= verb || sm_is_hurt_of(story, at)) continue;
    for (uint32_t s = h->sentence + 1; s > 0 && s + 1 > h->sentence; s--)
      for (uint32_t p = story->party_at[s - 1]; p < story->party_at[s]; p++) {
        const sm_party *party = &story->parties.items[p];
        const bool army = party->state && party->force; // "the regime's planes ..., its guns"
        if (party->first >= at || !(party->actor.name.len || army)) continue;
        l->strikes[i].attacker = party->actor;
        if (party->actor.name.len) l->score[i] = 2.5f;
        return;
      }
  }
}

/// The noun that "they" or "it" stands for: the subject of the sentence before, in the same paragraph; NULL none.
static const sm_group *antecedent(const sm_story *story, uint32_t sentence) {
  const sm_syntax *x = &story->syntax;
  if (sentence == 0 || story->scan.s[sentence - 1].paragraph != story->scan.s[sentence].paragraph) return NULL;
  for (uint32_t i = x->first_of[sentence - 1]; i < x->first_of[sentence]; i++) {
    const sm_group *v = &x->groups[i];
    if (v->flags & SM_GROUP_VERB && v->flags & SM_GROUP_FINITE && v->subject >= 0) return &x->groups[v->subject];
  }
  return NULL;
}

/// "Army helicopters fired missiles. The helicopters hit a village": the party of the two sentences before by whose word for aircraft the attacker is told; NULL none.
static const sm_party *same_craft(const sm_story *story, const sm_hit *h) {
  const sm_scan *scan = &story->scan;
  const sm_party *told = NULL;
  for (uint32_t p = story->party_at[h->sentence]; p < story->party_at[h->sentence + 1] && !told; p++) {
    const sm_party *party = &story->parties.items[p];
    if (sm_span_overlaps(sm_tokens_span(scan, party->first, party->last), h->attacker_span)) told = party;
  }
  if (!told || told->actor.name.len || told->last != told->first + 1 || told->first == scan->s[h->sentence].first || !sm_is(scan, told->first - 1, SM_W_THE)) return NULL;
  const sm_cue_row *force = sm_cue_at(scan, told->first, SM_CUE_FORCE, NULL);
  const uint32_t from = h->sentence > 2 ? h->sentence - 2 : 0;
  if (!force || force->kind != SM_K_AIR) return NULL;
  const sm_str word = sm_span_text(scan, sm_tokens_span(scan, told->first, told->last));
  for (uint32_t p = story->party_at[h->sentence]; p > story->party_at[from]; p--) {
    const sm_party *party = &story->parties.items[p - 1];
    for (uint32_t k = party->first; k < party->last && party->last > party->first + 1; k++)
      if (sm_str_equal(word, sm_span_text(scan, sm_tokens_span(scan, k, k + 1)))) return party;
  }
  return NULL;
}

static bool names_army(const sm_scan *scan, const sm_party *p) {
  for (uint32_t k = p->first; k < p->last; k++)
    if (sm_is_army_word(scan, k)) return true;
  return false;
}

/// "On Monday the gunships were back. They attacked a column": whom the pronoun before the verb means.
void sm_name_pronoun(sm_lender *l, uint32_t i) {
  const sm_story *story = l->story;
  const sm_scan *scan = &story->scan;
  for (uint32_t k = l->hits->first_of[i]; k < l->hits->n; k = l->hits->items[k].next) {
    const sm_hit *h = &l->hits->items[k];
    if (!h->n_triggers) continue;
    const sm_group *v = sm_group_of(&story->syntax, story->triggers.items[h->triggers[0]].first);
    const sm_group *who = v && v->flags & SM_GROUP_VERB && !(v->flags & SM_GROUP_PASSIVE) && v->subject >= 0 ? &story->syntax.groups[v->subject] : NULL;
    const sm_party *craft = same_craft(story, h);
    if (craft && (craft->actor.name.len || (names_army(scan, craft) && !l->foreign_army))) {
      l->strikes[i].attacker = craft->actor.name.len ? craft->actor : sm_ground_of(l, &l->strikes[i]);
      if (!l->strikes[i].attacker.name.len) l->strikes[i].attacker = sm_state_by_code(scan->reader, sm_str_of(l->strikes[i].attacker.iso3));
      return;
    }
    static const char *const some[] = {"Some", "Several", "One", "Two", "Three", "Others", "Most", "Both", "All"}; // of those told of
    const bool part = who && who->first == scan->s[h->sentence].first && SM_IS_ONE_OF(scan, who->first, some) && (who->last == who->first + 1 || sm_is(scan, who->first + 1, SM_W_OF));
    if (!who || !(part || sm_is(scan, who->head, SM_W_THEY) || sm_is(scan, who->head, SM_W_IT))) continue;
    const sm_group *meant = antecedent(story, h->sentence);
    const bool unread = h->sentence > 0 && !meant && story->syntax.first_of[h->sentence - 1] == story->syntax.first_of[h->sentence] && scan->s[h->sentence - 1].paragraph == scan->s[h->sentence].paragraph;
    const sm_party *opening = unread && story->party_at[h->sentence - 1] < story->party_at[h->sentence] ? &story->parties.items[story->party_at[h->sentence - 1]] : NULL;
    if (opening && opening->force && opening->first <= scan->s[opening->sentence].first + 1) { // "The air force was over the city. It bombed": of a sentence without groups the party that opens it
      l->strikes[i].attacker = opening->actor;
      if (!opening->actor.name.len) l->strikes[i].attacker.type = opening->state || opening->weapons & SM_WEAPON_AIRSTRIKE;
      return;
    }
    for (uint32_t p = story->party_at[h->sentence ? h->sentence - 1 : 0]; meant && p < story->party_at[h->sentence]; p++) {
      const sm_party *party = &story->parties.items[p];
      if (party->last <= meant->first || party->first >= meant->last || sm_is_passive_side(story, party) || !(party->force || (party->named && !party->state))) continue;
      l->strikes[i].attacker = party->actor;
      if (!party->actor.name.len) l->strikes[i].attacker.type = party->state || party->weapons & SM_WEAPON_AIRSTRIKE;
      else l->score[i] = 2;
      return;
    }
  }
}

/// Whether the i-th of the users of a weapon is told of in the report, or is at war with the struck ground; *actor receives him.
static bool is_likely_user(const sm_lender *l, const sm_strike *s, sm_str user, bool at_home, const sm_actor *ground, sm_actor *actor) {
  const sm_reader *reader = l->story->scan.reader;
  if (sm_str_equal(user, SM_STR("*"))) user = sm_str_of(ground->iso3);
  if (at_home && !sm_str_equal(user, sm_str_of(ground->iso3))) return false;
  *actor = user.len == 3 ? sm_state_by_code(reader, user) : (sm_actor){.name = user, .type = 2};
  if (!actor->name.len) return false;
  for (uint32_t k = 0; k < l->n_sides; k++)
    if (sm_same_side(&l->sides[k].actor, actor)) return *actor = l->sides[k].actor, true;
  const sm_actor usual = sm_usual_side(l, s);
  const bool own = actor->type == 1 && ground->iso3[0] && strcmp(actor->iso3, ground->iso3) == 0 && l->nameless;
  return own || sm_same_side(&usual, actor);
}

static bool is_named_in(const sm_story *story, uint32_t sentence, const sm_actor *actor) {
  for (uint32_t p = story->party_at[sentence]; p < story->party_at[sentence + 1]; p++)
    if (sm_same_side(&story->parties.items[p].actor, actor)) return true;
  return false;
}

/// "a pair of Su-34s", "a Bayraktar sank": the weapon tells who struck, where one of its users alone comes into question.
void sm_name_by_arms(sm_lender *l, uint32_t i) {
  const sm_scan *scan = &l->story->scan;
  const sm_actor ground = sm_ground_of(l, &l->strikes[i]);
  for (uint32_t k = l->hits->first_of[i]; k < l->hits->n; k = l->hits->items[k].next) {
    const sm_hit *h = &l->hits->items[k];
    if (h->intercepted) continue;
    for (uint32_t t = h->first, end = sm_answered_from(l->story, h); t < end; t++) {
      const sm_cue_row *row = sm_cue_at(scan, t, SM_CUE_ARMS, NULL);
      if (!row || sm_is_shot_at(scan, t) || sm_is_stuff_of_bomb(scan, t, h->first) || sm_span_overlaps(sm_tokens_span(scan, t, t + 1), h->target)) continue;
      sm_actor only = {0}, actor;
      uint32_t n = 0;
      bool here = false; // of several the one that the sentence names: "Typhoons bombed Bani, the British ministry said"
      for (sm_str rest = row->by; rest.len;) {
        const char *comma = memchr(rest.ptr, ',', rest.len);
        size_t len = comma ? (size_t)(comma - rest.ptr) : rest.len;
        if (is_likely_user(l, &l->strikes[i], (sm_str){rest.ptr, len}, row->flags & SM_ROW_WEAK, &ground, &actor)) {
          const bool named = is_named_in(l->story, h->sentence, &actor);
          if (named && !here) n = 0, here = true;
          if (named || !here) only = actor, n++;
        }
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
