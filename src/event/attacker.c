// Who struck, by the grammar round the trigger.
#include "sides.h"
#include "struck.h"

/// The name qualifies what was struck or hurt: "Ukrainian city", "Syrian villages", "Israeli army base".
static bool qualifies_target(const sm_story *story, const sm_party *p) {
  const sm_scan *scan = &story->scan;
  if (sm_is_firing_ship(story, p)) return false;
  static const char *const members[] = {"members", "member", "men", "elements", "operatives", "suspects"};
  uint32_t i = p->last, end;
  for (uint32_t k = p->first; k < p->last; k++)
    if (sm_cue_at(scan, k, SM_CUE_TARGET, &end) && end > p->last) return true; // "the Ukrainian military's headquarters"
  if (i < scan->n && (scan->t[i].flags & SM_TOKEN_CLITIC)) i++;
  const uint32_t after = sm_is_sign(scan, i, '(') && sm_is_sign(scan, i + 2, ')') ? i + 3 : sm_is_sign(scan, i, ')') ? i + 1 : i; // "Workers' Party (PKK) targets"
  const bool short_name = after > i;
  i = after;
  if (!p->state && SM_IS_ONE_OF(scan, i, members)) return false; // "planted by X members"
  for (int steps = 0; steps < 3 && i < scan->n && scan->t[i].sentence == p->sentence; steps++, i++) {
    const sm_group *g = sm_group_of(&story->syntax, i);
    if (sm_has_cue(scan, i, SM_CUE_TARGET) && g && !(g->flags & SM_GROUP_VERB) && g->head == i && (g->first <= p->first || (short_name && g->first == i))) return true; // "Iranian targets"
    if (sm_has_cue(scan, i, SM_CUE_TRIGGER) || sm_has_cue(scan, i, SM_CUE_WEAPON)) return false;
    if (sm_has_cue(scan, i, SM_CUE_TARGET) || (sm_has_cue(scan, i, SM_CUE_VICTIM) && !sm_has_cue(scan, i, SM_CUE_FORCE))) return true;
    if (sm_is_punct(scan, i) || sm_is_preposition(scan, i)) return false;
    if (sm_is(scan, i, SM_W_AND) && i + 1 < scan->n && scan->t[i + 1].flags & SM_TOKEN_CAPITAL) { // "Iranian and Syrian army targets"
      i++;
      continue;
    }
    const sm_lexicon_entry *e = scan->t[i].entry;
    if (e && (e->word_bits & SM_WORD_NOUN_LOCATION) && !sm_has_cue(scan, i, SM_CUE_FORCE)) return true;
    if (!(e && (e->word_bits & (SM_WORD_ADJECTIVE | SM_WORD_NOUN)))) return false;
  }
  return false;
}

/// Only a noun phrase lies between: no sign, verb or preposition.
static bool is_premodifier(const sm_scan *scan, const sm_party *p, uint32_t head) {
  if (p->first < head && p->last == head + 1) return true; // "Russian fire"
  if (p->last > head || head - p->last > 4) return false;
  for (uint32_t i = p->last; i < head; i++) {
    if (sm_is_punct(scan, i) && scan->t[i].sign != '-' && !(scan->t[i].flags & SM_TOKEN_CLITIC)) return false;
    if (sm_is_preposition(scan, i) || sm_is_be(scan, i) || sm_is_have(scan, i) || sm_is(scan, i, SM_W_AND)) return false;
    const sm_cue_row *mode = sm_cue_at(scan, i, SM_CUE_MODE, NULL);
    if (sm_has_cue(scan, i, SM_CUE_REPORTING) || sm_has_cue(scan, i, SM_CUE_TARGET) || sm_is_article(scan, i) || (mode && mode->kind == SM_K_REACTION)) return false; // "Jordan condemned the attack"
  }
  return true;
}

/// A country's name alone, neither its people nor forces nor with 's.
static bool is_bare_place(const sm_scan *scan, const sm_party *p) {
  const uint32_t attack = p->last; // "Iraq attack: five injured"
  if (p->state && !p->force && p->role != SM_ROLE_DEMONYM && sm_is_sign(scan, attack + 1, ':') && scan->s[p->sentence].first == p->first && sm_has_cue(scan, attack, SM_CUE_TRIGGER)) return true;
  return sm_is_place_of_blast(scan, p) || (p->state && p->role == SM_ROLE_LITERAL && !p->force && !(p->last < scan->n && scan->t[p->last].flags & SM_TOKEN_CLITIC));
}

/// "the Bangkok bombing": a capital in front of the noun is where it was.
static bool is_city(const sm_scan *scan, const sm_party *p) {
  uint32_t m = scan->mention_at[p->first];
  if (!m || !p->state || p->force || p->role == SM_ROLE_DEMONYM) return false;
  sm_place_ref place = scan->mentions->items[m - 1].place;
  return place && sm_gazetteer_brief(scan->reader->gazetteer, place).kind != SM_KIND_COUNTRY;
}

static bool is_counted(const sm_scan *scan, const sm_party *p) { return p->first > 0 && (sm_has_cue(scan, p->first - 1, SM_CUE_NUMBER) || scan->t[p->first - 1].flags & SM_TOKEN_NUMBER); }

/// "Zamfara state, Nigeria": only tells where a place lies.
static bool is_container(const sm_scan *scan, const sm_party *p) {
  uint32_t m = scan->mention_at[p->first], i = p->first;
  if (!m || p->force) return false;
  if (scan->mentions->items[m - 1].flags & SM_MENTION_CONTAINER) return true;
  static const char *const capital[] = {"capital"};
  const uint32_t before = i > 0 && sm_is_sign(scan, i - 1, ',') ? i - 2 : i - 1;
  if (i > 1 && SM_IS_ONE_OF(scan, before, capital)) return true; // "a blast in the capital, Kabul, killed two"
  if (i < 2 || !sm_is_sign(scan, i - 1, ',') || scan->t[i - 2].sentence != p->sentence) return false;
  const sm_lexicon_entry *e = scan->t[i - 2].entry;
  return scan->mention_at[i - 2] || (e && e->word_bits & SM_WORD_NOUN_LOCATION);
}

/// "a drone of the United States", "artillery of the SDF": the weapon before "of", itself nothing that was hit.
static bool is_owner_after(const sm_story *story, const sm_party *p) {
  const sm_scan *scan = &story->scan;
  const uint32_t floor = scan->s[p->sentence].first, lead = sm_lead_of(scan, p->first, floor);
  if (lead == UINT32_MAX || lead <= floor || !sm_is(scan, lead, SM_W_OF)) return false;
  const sm_cue_row *w = sm_cue_at(scan, lead - 1, SM_CUE_WEAPON, NULL);
  return w && w->weapons && w->kind != SM_K_GUN && w->kind != SM_K_DEVICE && !sm_is_acted_on(story, lead - 1);
}

/// "destroyed a Ukrainian howitzer": in the object of a verb of striking, whose weapon it is was struck.
static bool is_in_struck(const sm_story *story, const sm_party *p) {
  const sm_group *g = sm_group_of(&story->syntax, p->first), *verb = g && g > story->syntax.groups ? g - 1 : NULL;
  if (!verb || !(verb->flags & SM_GROUP_VERB) || verb->flags & SM_GROUP_PASSIVE || verb->object != (int32_t)(g - story->syntax.groups)) return false;
  const sm_cue_row *row = sm_cue_at(&story->scan, verb->head, SM_CUE_TRIGGER, NULL);
  const sm_cue_row *deed = verb->subject >= 0 ? sm_cue_at(&story->scan, story->syntax.groups[verb->subject].head, SM_CUE_TRIGGER, NULL) : NULL;
  if (deed && (deed->kind == SM_K_NOUN || deed->form == SM_F_NVS)) return true; // "one strike suppressed an ISIS mortar team"
  return row && (row->kind == SM_K_ATTACK || row->kind == SM_K_HARM || row->kind == SM_K_KILL || row->kind == SM_K_INTERCEPT);
}

/// "three strikes on Islamic State guns": behind what leads to those who were struck.
static bool is_of_struck(const sm_scan *scan, const sm_party *p, uint32_t floor) {
  const uint32_t lead = sm_lead_of(scan, p->first, floor);
  return lead != UINT32_MAX && sm_leads_to_struck(scan, lead);
}

/// "a group of armed men", "dozens of rebels", "members of the RSF", "fighters from the RSF".
static bool is_number_of(const sm_scan *scan, uint32_t of, uint32_t floor) {
  static const char *const members[] = {"members", "Members", "member", "elements", "Elements"};
  if (of == floor || !(sm_is(scan, of, SM_W_OF) || sm_is(scan, of, SM_W_FROM))) return false;
  const sm_cue_row *force = sm_cue_at(scan, of - 1, SM_CUE_FORCE, NULL);
  if (sm_is(scan, of, SM_W_FROM)) return force && force->kind != SM_K_ARMS; // not "shells from X"
  const sm_lexicon_entry *e = scan->t[of - 1].entry;
  return SM_IS_ONE_OF(scan, of - 1, members) || sm_has_cue(scan, of - 1, SM_CUE_NUMBER) || sm_has_cue(scan, of - 1, SM_CUE_FORCE) || (e && (e->word_bits & (SM_WORD_NOUN_GROUP | SM_WORD_NOUN_PERSON)));
}

/// The lead over "members of", "fighters of the": the word before those who act.
static uint32_t lead_over_of(const sm_scan *scan, uint32_t first, uint32_t floor) {
  uint32_t lead = sm_lead_of(scan, first, floor);
  while (lead != UINT32_MAX && lead > floor && is_number_of(scan, lead, floor)) lead = sm_lead_of(scan, lead - 1, floor);
  return lead;
}

/// ... and over the names listed before: "workers from | Niger and Chad".
static uint32_t lead_over_list(const sm_scan *scan, uint32_t first, uint32_t floor) {
  uint32_t lead = lead_over_of(scan, first, floor);
  while (lead != UINT32_MAX && lead > floor && (sm_is(scan, lead, SM_W_AND) || sm_is_sign(scan, lead, ',')) && scan->mention_at[lead - 1] && scan->mention_at[first])
    first = scan->mentions->items[scan->mention_at[lead - 1] - 1].first, lead = lead_over_of(scan, first, floor);
  return lead;
}

/// "planes believed to be Russian", "a drone identified as Israeli", "jets, probably Russian".
static bool is_owner_supposed(const sm_scan *scan, const sm_party *p) {
  static const char *const supposed[] = {"believed", "thought", "suspected", "presumed", "understood", "said"}, *const identified[] = {"identified", "described", "presented"}, *const belong[] = {"belong"};
  const uint32_t floor = scan->s[p->sentence].first, lead = lead_over_of(scan, p->first, floor);
  static const char *const likely[] = {"probably", "likely", "apparently", "possibly", "presumably", "supposedly", "reportedly", "allegedly"};
  if (lead == UINT32_MAX || lead < floor + 1) return false;
  for (uint32_t k = p->first; k > floor && p->first - k < 3 && p->role == SM_ROLE_DEMONYM; k--)
    if (SM_IS_ONE_OF(scan, k - 1, likely)) {
      const uint32_t what = k - 1 > floor && sm_is_sign(scan, k - 2, ',') ? k - 2 : k - 1;
      return what > floor && scan->mask[what - 1] & (1u << SM_CUE_WEAPON | 1u << SM_CUE_FORCE);
    }
  if (lead < floor + 2) return false;
  uint32_t verb = lead;
  static const char *const suppose[] = {"believe", "believes", "think", "thinks", "suspect", "suspects", "presume", "say", "says"};
  if (sm_is_be(scan, lead) && sm_is(scan, lead - 1, SM_W_TO) && SM_IS_ONE_OF(scan, lead - 2, supposed)) verb = lead - 2;
  else if (sm_is_be(scan, lead) && lead > floor + 2 && (SM_IS_ONE_OF(scan, lead - 1, suppose) || SM_IS_ONE_OF(scan, lead - 1, supposed))) verb = lead - 2; // "warplanes we believe were Russian"
  else if (sm_is(scan, lead, SM_W_AS) && SM_IS_ONE_OF(scan, lead - 1, identified)) verb = lead - 1;
  else if (sm_is(scan, lead, SM_W_TO) && SM_IS_ONE_OF(scan, lead - 1, belong) && lead > floor + 3 && SM_IS_ONE_OF(scan, lead - 3, supposed)) verb = lead - 3; // "men thought to belong to X"
  if (verb < lead && verb > floor + 1 && sm_is_sign(scan, verb - 1, ',')) verb--; // "unknown persons, believed to be members of X cells"
  return verb < lead && verb > floor && scan->mask[verb - 1] & (1u << SM_CUE_WEAPON | 1u << SM_CUE_FORCE);
}

/// "a Malaysia Airlines jet was shot down": the aircraft is what was struck.
static bool is_downed_craft(const sm_story *story, uint32_t i) {
  const sm_cue_row *w = sm_cue_at(&story->scan, i, SM_CUE_WEAPON, NULL);
  const sm_group *own = sm_group_of(&story->syntax, i);
  if (!w || (w->kind != SM_K_CARRIER && w->kind != SM_K_WEAKCARRIER) || !own || own->flags & SM_GROUP_VERB) return false;
  const sm_group *end = story->syntax.groups + story->syntax.n, *verb = own + 1;
  while (verb < end && !(verb->flags & SM_GROUP_VERB) && verb->lead != SM_NO_TOKEN && story->scan.t[verb->first].sentence == story->scan.t[i].sentence) verb++; // "with 298 people aboard"
  if (verb >= end || !(verb->flags & SM_GROUP_VERB) || !(verb->flags & SM_GROUP_PASSIVE)) return false;
  const sm_cue_row *deed = sm_cue_at(&story->scan, verb->head, SM_CUE_TRIGGER, NULL);
  return deed && (deed->kind == SM_K_INTERCEPT || deed->kind == SM_K_ATTACK || deed->kind == SM_K_HARM);
}

/// A weapon right after the party: "Russian missiles", "a U.S. drone", "Hezbollah rockets".
static bool owns_weapon(const sm_story *story, const sm_party *p, uint32_t last) {
  const sm_scan *scan = &story->scan;
  if (is_owner_after(story, p) || is_owner_supposed(scan, p)) return true;
  static const char *const uses[] = {"used", "uses", "using", "employed", "deployed", "with", "fired", "fires", "firing", "launched", "launches", "launching", "unleashed"};
  if (is_in_struck(story, p) || (p->first > scan->s[p->sentence].first && SM_IS_ONE_OF(scan, p->first - 1, uses))) return false; // "Kyiv used American missiles"
  if (is_of_struck(scan, p, scan->s[p->sentence].first)) return false; // "a strike on an Islamic State bomber"
  bool bare = is_bare_place(scan, p);
  for (uint32_t i = p->first; i < last && i < p->last + 4; i++) {
    if (i >= p->last && (sm_is_preposition(scan, i) || sm_is_be(scan, i) || sm_has_cue(scan, i, SM_CUE_TARGET))) return false;
    if (i >= p->last && sm_is_punct(scan, i) && scan->t[i].sign != '-' && !(scan->t[i].flags & SM_TOKEN_CLITIC)) return false;
    if (i >= p->last && (sm_is_article(scan, i) || sm_is(scan, i, SM_W_THAT) || sm_has_cue(scan, i, SM_CUE_REPORTING))) return false;
    const sm_group *g = i >= p->last ? sm_group_of(&story->syntax, i) : NULL;
    if (g && g->flags & SM_GROUP_VERB && g->flags & SM_GROUP_FINITE) return false; // "from a base in Jordan dropped bombs"
    uint32_t end;
    const sm_cue_row *w = sm_cue_at(scan, i, SM_CUE_WEAPON, &end);
    if (is_downed_craft(story, i) || (w && (sm_is_crew(scan, end) || (sm_is_sign(scan, end, '-') && w->weapons & SM_WEAPON_IED)))) return false; // "whose mine-protected vehicle"
    if (w && w->kind != SM_K_GUN) return !bare || !(w->weapons == SM_WEAPON_AIRSTRIKE || w->weapons & SM_WEAPONS_LAID); // "Syria air strikes", "Kenya bomb blast" are no acts of theirs
  }
  return false;
}

/// "its warplanes", "their fighters": those of the speaker; not "its buildings".
static bool owns_force(const sm_scan *scan, uint32_t i) {
  static const char *const men[] = {"man", "men", "member", "members", "operative", "operatives", "bomber", "bombers"};
  static const char *const his[] = {"his"};
  if (!sm_is(scan, i, SM_W_ITS) && !sm_is(scan, i, SM_W_THEIR) && !SM_IS_ONE_OF(scan, i, his)) return false;
  if (SM_IS_ONE_OF(scan, i + 1, men)) return true;
  for (uint32_t k = i; k < i + 4; k++) {
    const sm_cue_row *body = sm_cue_at(scan, k, SM_CUE_OUTFIT, NULL);
    if (scan->mask[k] & (1u << SM_CUE_FORCE | 1u << SM_CUE_WEAPON) || (body && (body->kind == SM_K_BODY || body->kind == SM_K_KIN))) return true; // "its intelligence wing"
  }
  return false;
}

/// "claims to have fired", "said the group had fired": he who speaks acts. "The army" of a group that speaks is its foe.
static bool is_same_again(const sm_scan *scan, uint32_t i, const sm_party *speaker) {
  static const char *const bodies[] = {"group", "movement", "organisation", "organization", "militia", "faction", "outfit", "brigade"}, *const armies[] = {"army", "military"};
  return (sm_is(scan, i, SM_W_TO) && sm_is_have(scan, i + 1)) || (sm_is(scan, i, SM_W_THE) && (SM_IS_ONE_OF(scan, i + 1, bodies) || (speaker->actor.type == 1 && SM_IS_ONE_OF(scan, i + 1, armies))));
}

/// "17 strikes engaged ISIS units": the party stands in the object of a verb.
static bool is_in_object(const sm_story *story, const sm_party *p) {
  const sm_group *g = sm_group_of(&story->syntax, p->first), *v = g && g > story->syntax.groups ? g - 1 : NULL;
  return v && v->flags & SM_GROUP_VERB && v->object >= 0 && &story->syntax.groups[v->object] == g;
}

/// "Iraq mourned for holidaymakers killed when ...", "17 strikes engaged ISIS units and destroyed": the verb has another subject.
static bool other_subject(const sm_story *story, const sm_trigger *g, const sm_party *p) {
  const sm_group *v = sm_group_of(&story->syntax, g->first);
  if (!v || !(v->flags & SM_GROUP_VERB) || v->subject < 0) return false;
  const sm_group *subject = &story->syntax.groups[v->subject];
  if (subject->flags & SM_GROUP_PRONOUN && subject->first >= p->last && is_in_object(story, p)) return true; // "killed two soldiers when it struck"
  if (subject->flags & (SM_GROUP_PRONOUN | SM_GROUP_TIME) || (p->first < sm_group_end_with_of(&story->scan, &story->syntax, subject) && p->last > subject->first)) return false;
  if (subject->first < p->last) return p->first >= subject->last && is_in_object(story, p);
  static const sm_word joints[] = {SM_W_WHEN, SM_W_AFTER, SM_W_WHILE, SM_W_BEFORE, SM_W_BUT, SM_W_WHERE};
  for (uint32_t i = p->last; i < subject->first; i++)
    if (sm_is_sign(&story->scan, i, ',') || SM_IS_ANY(&story->scan, i, joints)) return true; // "by the army's account, rockets hit", "X lost men when the junta shelled"
  const bool done_to = v->flags & SM_GROUP_PASSIVE || (v->subject > 0 && subject[-1].flags & SM_GROUP_VERB && subject[-1].object == v->subject && !(subject[-1].flags & SM_GROUP_REPORTING)); // "X mourned two fighters killed in a strike"
  return done_to || (!sm_has_cue(&story->scan, subject->head, SM_CUE_FORCE) && !sm_has_cue(&story->scan, subject->head, SM_CUE_WEAPON));
}

/// "police said it was clear the bomber attacked": the verb has a subject of its own that is no word for the speaker.
static bool is_said_of_other(const sm_story *story, const sm_trigger *g, const sm_party *p) {
  const sm_group *v = sm_group_of(&story->syntax, g->first);
  if (!v || !(v->flags & SM_GROUP_VERB) || v->subject < 0) return false;
  const sm_group *subject = &story->syntax.groups[v->subject];
  if (subject->first < p->last && p->first < subject->last) return false; // "claims to have fired"
  const uint32_t of = sm_is(&story->scan, subject->last, SM_W_OF) ? subject->last + 1 : subject->first; // "said a member of its martyrdom brigade had ..."
  const bool own = subject->flags & SM_GROUP_PRONOUN || owns_force(&story->scan, subject->first) || owns_force(&story->scan, of) || is_same_again(&story->scan, subject->first, p);
  return !own && !sm_has_cue(&story->scan, subject->head, SM_CUE_FORCE);
}

/// "seven terrorists neutralised": those before a verb without an object suffered it.
static bool lacks_object(const sm_story *story, const sm_trigger *g) {
  const sm_group *v = sm_group_of(&story->syntax, g->first);
  if (g->row->kind == SM_K_KILL) return true;
  return (g->row->kind == SM_K_ATTACK || g->row->kind == SM_K_HARM) && v && v->flags & SM_GROUP_VERB && v->object < 0 && !sm_is_preposition(&story->scan, v->last);
}

/// A verb by its form that the syntax does not take for a noun: not "the Bangkok bombing".
static bool is_acting(const sm_story *story, const sm_trigger *g) {
  const sm_group *group = sm_group_of(&story->syntax, g->first);
  return g->verb && (!group || group->flags & SM_GROUP_VERB || group->first == g->first);
}

/// "set off a mine as a platoon walked by, wounding two": a participle behind a comma is of the main clause, not of the one "as" begins.
static bool is_aside(const sm_scan *scan, const sm_trigger *g, const sm_party *p, uint32_t floor) {
  static const sm_word joints[] = {SM_W_AS, SM_W_WHEN, SM_W_WHILE, SM_W_WHERE, SM_W_WHICH, SM_W_WHO};
  if (g->row->form != SM_F_ING || g->first == floor || !sm_is_sign(scan, g->first - 1, ',')) return false;
  for (uint32_t k = p->first; k > floor && !sm_is_sign(scan, k - 1, ','); k--)
    if (SM_IS_ANY(scan, k - 1, joints)) return true;
  return false;
}

/// "Iraq's prime minister escaped when a drone hit his house": somebody of that state, not the state.
static bool is_somebody_of(const sm_story *story, const sm_party *p) {
  const sm_group *g = sm_group_of(&story->syntax, p->first);
  if (!p->state || p->force || !g || g->head < p->last || !(p->last < story->scan.n && story->scan.t[p->last].flags & SM_TOKEN_CLITIC)) return false;
  const sm_lexicon_entry *e = story->scan.t[g->head].entry;
  return e && e->word_bits & SM_WORD_NOUN_PERSON && !sm_has_cue(&story->scan, g->head, SM_CUE_FORCE);
}

bool sm_is_hurt_of(const sm_story *story, uint32_t i) {
  const sm_group *own = sm_group_of(&story->syntax, i), *end = story->syntax.groups + story->syntax.n;
  const sm_group *verb = own && own + 1 < end ? own + 1 : NULL;
  return verb && verb->flags & SM_GROUP_VERB && verb->flags & SM_GROUP_PASSIVE && verb->first == own->last && sm_has_cue(&story->scan, verb->head, SM_CUE_CASUALTY);
}

/// "Armenia denied shelling Ganja", "the army admitted having fired at it": the reporting verb at a token is of a deed of the speaker's own.
static bool owns_or_denies(const sm_scan *scan, uint32_t verb, const sm_trigger *g) {
  static const char *const admits[] = {"admitted", "admits", "acknowledged", "acknowledges", "confirmed", "confirms"}, *const having[] = {"having"};
  const sm_cue_row *row = sm_cue_at(scan, verb, SM_CUE_REPORTING, NULL);
  if (!row || !(row->stance == 'd' || SM_IS_ONE_OF(scan, verb, admits))) return false;
  return (g->first == verb + 1 && g->row->form == SM_F_ING) || (g->first == verb + 2 && SM_IS_ONE_OF(scan, verb + 1, having));
}

/// "injuring two soldiers | and damaging a car": those who were hurt are no subject of what joins.
static bool is_hurt_beside(const sm_story *story, const sm_trigger *g, const sm_party *p) {
  const sm_group *own = sm_group_of(&story->syntax, p->first), *verb = own && own > story->syntax.groups ? own - 1 : NULL;
  if (g->row->form != SM_F_ING || !verb || !(verb->flags & SM_GROUP_VERB) || g->first != own->last + 1 || !sm_is(&story->scan, own->last, SM_W_AND)) return false;
  return verb->object == (int32_t)(own - story->syntax.groups) && verb->flags & SM_GROUP_ING;
}

/// "X struck", "X said it had struck", "X carried out": the party is the subject of the verb.
static float subject_score(const sm_story *story, const sm_trigger *g, const sm_party *p, uint32_t floor) {
  static const char *const loses[] = {"lost", "loses", "lose", "losing", "suffered", "suffers", "suffer"};
  const sm_scan *scan = &story->scan;
  if (SM_IS_ONE_OF(scan, g->first, loses)) return -4; // "MINUSMA lost a vehicle to a device"
  if (!is_acting(story, g) || p->last > g->first || g->first - p->last > 16 || is_aside(scan, g, p, floor) || is_hurt_beside(story, g, p)) return 0;
  uint32_t lead = lead_over_list(scan, p->first, floor);
  const sm_lexicon_entry *deed = lead != UINT32_MAX && lead > floor && sm_is(scan, lead, SM_W_BY) ? scan->t[lead - 1].entry : NULL;
  const bool deed_by = deed && deed->word_bits & SM_WORD_NOUN && !(deed->word_bits & SM_WORD_VERB);
  if (lead != UINT32_MAX && sm_is_preposition(scan, lead) && !deed_by) return 0; // "of the camp for families of X"; but "violence by X killed"
  if (is_container(scan, p) || (is_counted(scan, p) && lacks_object(story, g))) return 0; // "11 militiamen killed"
  if (p->state && p->role == SM_ROLE_LITERAL && !p->force && p->named && scan->mention_at[p->first] && g->first - p->last > 3) return 0; // a place, no actor
  bool said = false, pronoun = false, thing = false; // "says a bomb has killed two, when it struck ..."
  for (uint32_t i = p->last; i < g->first; i++) {
    const sm_cue_row *report = sm_cue_at(scan, i, SM_CUE_REPORTING, NULL);
    if (report && owns_or_denies(scan, i, g)) return 3;
    if (report && report->form != SM_F_FIGURE) said = true; // "has" in "has struck" reports nothing
    if (said && sm_has_cue(scan, i, SM_CUE_WEAPON)) thing = true;
    if ((sm_is(scan, i, SM_W_IT) && !thing) || sm_is(scan, i, SM_W_THEY) || sm_is(scan, i, SM_W_HE) || (said && ((owns_force(scan, i) && !sm_is_hurt_of(story, i)) || is_same_again(scan, i, p)))) pronoun = true;
    const sm_cue_row *other = sm_cue_at(scan, i, SM_CUE_TRIGGER, NULL);
    if (other && other->kind == SM_K_INTERCEPT) return 0; // "it had shot down drones launched at ...": not the launcher
    if (other && other->form == SM_F_PAST && !said && other->kind != SM_K_CARRY) return 0;
    if (sm_is_punct(scan, i) && (scan->t[i].sign == ';' || scan->t[i].sign == '_' || scan->t[i].sign == ':')) return 0;
  }
  const sm_group *verb = sm_group_of(&story->syntax, g->first);
  const bool passive = g->passive || (verb && verb->flags & SM_GROUP_VERB && verb->flags & SM_GROUP_PASSIVE); // "think it was a stray, fired at ..."
  if (said) return pronoun && !passive && !is_said_of_other(story, g, p) ? 3 : 0;
  if (other_subject(story, g, p) || is_somebody_of(story, p)) return 0;
  return g->passive ? -4.0f : 3.2f;
}

/// Another clause stands between: "slammed into a compound thought to be in use by militants".
static bool other_clause(const sm_scan *scan, uint32_t first, uint32_t last) {
  for (uint32_t k = first; k < last; k++)
    if (sm_is_be(scan, k) || sm_is(scan, k, SM_W_TO) || sm_is(scan, k, SM_W_WHO) || sm_is(scan, k, SM_W_WHICH) || sm_is_sign(scan, k, ';')) return true;
  return false;
}

/// "by" of "a base used by the group", "a post held by rebels"; but "drones operated by X". lead: of "by".
static bool is_of_holder(const sm_scan *scan, uint32_t lead, uint32_t floor) {
  static const char *const owned[] = {"used", "run", "owned", "controlled", "held", "occupied", "manned", "frequented", "inhabited", "populated", "operated", "staffed", "shared", "overrun", "seized", "captured", "besieged", "favoured", "favored"};
  if (!sm_is(scan, lead, SM_W_BY) || lead < floor + 2 || !SM_IS_ONE_OF(scan, lead - 1, owned)) return false;
  return !sm_has_cue(scan, lead - 2, SM_CUE_WEAPON) && !sm_is_be(scan, lead - 2);
}

/// "a NATO jet, called by German troops", "the blast reported by Islamic State": "by" (lead) follows a verb of something else than a strike.
static bool is_of_other_deed(const sm_scan *scan, uint32_t lead) {
  static const char *const others[] = {"called", "requested", "summoned", "escorted", "guided", "supported", "protected", "hijacked", "stopped", "feared", "led", "accompanied", "monitored", "backed", "joined", "followed"};
  if (!sm_is(scan, lead, SM_W_BY) || lead == 0) return false;
  const sm_cue_row *said = sm_cue_at(scan, lead - 1, SM_CUE_REPORTING, NULL);
  return SM_IS_ONE_OF(scan, lead - 1, others) || (said && said->form != SM_F_FIGURE && said->stance != 'b' && !(said->flags & SM_ROW_CLAIM));
}

/// "by" (lead) of a participle that tells of no strike and of nothing done with a weapon: "a truck hired by the army".
static bool is_by_other(const sm_scan *scan, uint32_t lead) {
  if (!sm_is(scan, lead, SM_W_BY) || lead == 0) return false;
  static const char *const makes[] = {"planted", "laid", "placed", "left", "buried", "hidden", "concealed", "hurled", "lobbed", "tossed", "thrown", "sent", "set", "triggered", "carried", "claimed", "operated", "flown", "piloted", "made",
                                      "built", "assembled", "aimed", "directed", "manned", "released", "used", "deployed", "ordered", "staged", "mounted", "executed", "perpetrated", "organised", "organized", "masterminded", "planned",
                                      "delivered", "strapped", "worn", "driven", "parked", "rigged", "commanded", "guided", "steered", "flung", "loosed", "unleashed", "prepared", "attached", "dug", "activated", "committed", "orchestrated"};
  const sm_lexicon_entry *e = scan->t[lead - 1].entry;
  const sm_str word = sm_span_text(scan, sm_tokens_span(scan, lead - 1, lead));
  const bool participle = e && (e->word_bits & SM_WORD_VERB || (e->word_bits & SM_WORD_ADJECTIVE && word.len > 3 && memcmp(word.ptr + word.len - 2, "ed", 2) == 0));
  if (!participle || e->word_bits & (SM_WORD_NOUN | SM_WORD_ADVERB) || sm_is_be(scan, lead - 1)) return false;
  return !(scan->mask[lead - 1] & (1u << SM_CUE_TRIGGER | 1u << SM_CUE_CASUALTY)) && !SM_IS_ONE_OF(scan, lead - 1, makes);
}

/// "shells | from", "mortar fire | from": words for a weapon end right before a token.
static bool weapon_ends_at(const sm_scan *scan, uint32_t token, uint32_t floor) {
  enum { LONGEST = 3 };
  uint32_t last;
  for (uint32_t k = token; k > floor && token - k < LONGEST; k--)
    if (sm_cue_at(scan, k - 1, SM_CUE_WEAPON, &last) && last == token) return true;
  return false;
}

/// "condemnation by the US": of what somebody says of a strike.
static bool is_reaction_by(const sm_scan *scan, uint32_t lead) {
  static const char *const reactions[] = {"condemnation", "condemnations", "criticism", "protest", "protests", "outrage", "denunciation", "denunciations", "rebuke", "praise", "outcry"};
  return lead > 0 && sm_is(scan, lead, SM_W_BY) && SM_IS_ONE_OF(scan, lead - 1, reactions);
}

static float passive_agent_score(const sm_scan *scan, const sm_trigger *g, const sm_party *p, uint32_t floor) {
  uint32_t lead = lead_over_of(scan, p->first, floor);
  const bool shells = lead != UINT32_MAX && sm_is(scan, lead, SM_W_FROM) && weapon_ends_at(scan, lead, floor) && (g->row->kind == SM_K_FALL || g->row->kind == SM_K_KILL || g->row->kind == SM_K_HARM || g->row->kind == SM_K_ATTACK); // before its verb
  if (shells && p->last <= g->first && (p->force || (p->named && !p->state))) return 3;
  if (p->first < g->last || p->first - g->last > 16) return 0;
  if (lead == UINT32_MAX || other_clause(scan, g->last, lead)) return 0;
  if (sm_is(scan, lead, SM_W_BY) && lead > g->last && sm_tells_habit_by(scan, p->first, p->last)) return 0; // "killing 13, a common tactic in the attacks by X"
  if (lead >= g->last && (is_of_holder(scan, lead, floor) || (lead > g->last && (is_of_other_deed(scan, lead) || is_by_other(scan, lead) || is_reaction_by(scan, lead))))) return 0;
  if (sm_is(scan, lead, SM_W_BY) || (sm_is(scan, lead, SM_W_OF) && lead > floor && sm_has_cue(scan, lead - 1, SM_CUE_WEAPON))) return 4;
  static const char *const raids[] = {"raid", "raids", "strike", "strikes", "airstrike", "airstrikes", "attack", "attacks", "salvo", "salvos", "barrage"};
  if (sm_is(scan, lead, SM_W_OF) && lead == g->last && !g->verb && p->force && SM_IS_ONE_OF(scan, lead - 1, raids)) return 3.5f; // "air raids of the Afghan army"
  const bool fired = g->row->kind == SM_K_PASSIVE || weapon_ends_at(scan, lead, floor) || (g->row->kind == SM_K_NOUN && g->row->weapons && lead == g->last); // "came under fire from rebels", "shells from the army fell"
  if (sm_is(scan, lead, SM_W_FROM) && fired && (p->force || (p->named && !p->state))) return 3;
  if (sm_is(scan, lead, SM_W_FROM) && p->state && p->named && !is_city(scan, p) && (g->row->kind == SM_K_LAUNCH || g->row->kind == SM_K_FALL)) return 1.5f;
  return 0;
}

/// "bombs planted by X", "drones operated by X", "an attack claimed by X": what someone did with a weapon or an attack.
static float maker_score(const sm_scan *scan, const sm_trigger *g, const sm_party *p, uint32_t floor) {
  uint32_t lead = sm_lead_of(scan, p->first, floor), gap = p->first > g->last ? p->first - g->last : g->first > p->last ? g->first - p->last : 0;
  if (lead == UINT32_MAX || lead < floor + 2 || gap > 16 || !sm_is(scan, lead, SM_W_BY)) return 0;
  if (is_of_holder(scan, lead, floor) || is_of_other_deed(scan, lead)) return 0;
  static const char *const breaches[] = {"violation", "violations", "aggression", "provocation", "provocations"};
  if (SM_IS_ONE_OF(scan, lead - 1, breaches)) return 3; // "in a ceasefire violation by Pakistan, shells landed"
  const sm_lexicon_entry *e = scan->t[lead - 1].entry;
  const sm_cue_row *verb = sm_cue_at(scan, lead - 1, SM_CUE_TRIGGER, NULL);
  if (is_by_other(scan, lead)) return 0; // "a device hidden in a truck hired by the army"
  if (!e || !(e->word_bits & SM_WORD_VERB) || (verb && (verb->kind == SM_K_INTERCEPT || verb->kind == SM_K_KILL))) return 0;
  for (uint32_t k = lead - 1; k > floor && lead - k < 5; k--)
    if (scan->mask[k - 1] & (1u << SM_CUE_WEAPON) || (sm_has_cue(scan, k - 1, SM_CUE_TRIGGER) && k - 1 == g->first)) return 4;
  return 0;
}

/// "a missile aimed by X at the town was shot down": of a strike whose trigger tells nobody.
static bool is_maker(const sm_scan *scan, const sm_party *p, uint32_t floor) {
  static const char *const sends[] = {"aimed", "fired", "launched", "sent", "directed", "flown", "loosed"};
  const uint32_t lead = sm_lead_of(scan, p->first, floor);
  return lead != UINT32_MAX && lead > floor + 1 && sm_is(scan, lead, SM_W_BY) && SM_IS_ONE_OF(scan, lead - 1, sends) && sm_has_cue(scan, lead - 2, SM_CUE_WEAPON);
}

static float object_score(const sm_scan *scan, const sm_trigger *g, const sm_party *p, uint32_t floor) {
  if (p->first < g->last) return 0;
  uint32_t lead = sm_lead_of(scan, p->first, floor);
  if (lead == UINT32_MAX) return 0;
  if (sm_is(scan, lead, SM_W_ON) || sm_is(scan, lead, SM_W_AGAINST) || sm_is(scan, lead, SM_W_AT)) return -5;
  return sm_has_cue(scan, lead, SM_CUE_TRIGGER) && g->verb && !g->passive ? -5 : 0;
}

/// "in what the Houthis called an operation deep inside the country", "in what Israel said was a response".
static float own_word_score(const sm_scan *scan, const sm_trigger *g, const sm_party *p, uint32_t floor) {
  static const char *const deeds[] = {"operation", "operations", "response", "retaliation", "reprisal", "revenge", "warning", "precision", "self", "reply"}, *const what[] = {"what"};
  uint32_t lead = sm_lead_of(scan, p->first, floor);
  if (lead == UINT32_MAX || lead < g->last || !SM_IS_ONE_OF(scan, lead, what)) return 0;
  for (uint32_t k = p->last; k < p->last + 7 && k < scan->s[p->sentence].last; k++)
    if (SM_IS_ONE_OF(scan, k, deeds)) return 3.5f;
  return 0;
}

/// "Rockets killed two, a day after Turkish warplanes bombed ...": the party has a later verb of its own.
static bool acts_elsewhere(const sm_story *story, const sm_trigger *g, const sm_party *p) {
  const sm_syntax *x = &story->syntax;
  const sm_group *who = sm_group_of(x, p->first);
  if (!who || g->first >= p->first) return false;
  int32_t at = (int32_t)(who - x->groups);
  for (uint32_t i = (uint32_t)at + 1; i < x->first_of[p->sentence + 1]; i++)
    if (x->groups[i].flags & SM_GROUP_VERB && x->groups[i].subject == at && !(x->groups[i].flags & SM_GROUP_PASSIVE) && sm_has_cue(&story->scan, x->groups[i].head, SM_CUE_TRIGGER)) return true;
  return false;
}

/// "a legitimate military action", "Russian help": a word for forces or a people that only describes another noun.
static bool describes(const sm_story *story, const sm_party *p) {
  const sm_group *g = sm_group_of(&story->syntax, p->first);
  const bool demonym = p->role == SM_ROLE_DEMONYM && !p->force; // "with Russian help"
  if ((p->named && !demonym) || p->words.len || !g || g->flags & SM_GROUP_VERB || g->head < p->last) return false;
  return !(story->scan.mask[g->head] & (1u << SM_CUE_FORCE | 1u << SM_CUE_WEAPON | 1u << SM_CUE_TRIGGER));
}

/// "Anti-tank missiles on Metula, Hezbollah.": in a line without a verb the name that stands alone.
static bool is_alone(const sm_story *story, const sm_party *p, uint32_t floor) {
  const sm_scan *scan = &story->scan;
  const sm_syntax *x = &story->syntax;
  if (!p->named || is_bare_place(scan, p) || p->role == SM_ROLE_DEMONYM) return false;
  for (uint32_t i = x->first_of[p->sentence]; i < x->first_of[p->sentence + 1]; i++)
    if (x->groups[i].flags & SM_GROUP_VERB) return false;
  bool opens = p->first == floor || (sm_is_punct(scan, p->first - 1) && !sm_is_sign(scan, p->first - 1, '-') && !sm_is_sign(scan, p->first - 1, '('));
  return opens && (p->last >= scan->s[p->sentence].last || sm_is_sign(scan, p->last, '.') || sm_is_sign(scan, p->last, ',') || sm_is_sign(scan, p->last, ';'));
}

/// "an army helicopter had touched down when a grenade burst": the clause before "when" is another one's.
static bool is_before_when(const sm_scan *scan, const sm_party *p, const sm_trigger *g) {
  for (uint32_t k = p->last; k < g->first; k++)
    if (sm_is(scan, k, SM_W_WHEN)) return true;
  return false;
}

/// "fighters set off landmines", not "a bomb went off".
static bool has_object(const sm_story *story, const sm_trigger *g) {
  const sm_group *v = sm_group_of(&story->syntax, g->first);
  return g->verb && !g->passive && v && v->flags & SM_GROUP_VERB && v->object >= 0 && story->syntax.groups[v->object].first >= g->last;
}

bool sm_owns_struck(const sm_scan *scan, const sm_trigger *g, const sm_party *p) {
  const uint32_t of = g->last;
  if (g->verb || g->first < p->last || !(sm_is(scan, of, SM_W_OF) || sm_is(scan, of, SM_W_ON) || sm_is(scan, of, SM_W_AGAINST))) return false;
  return (sm_is(scan, of + 1, SM_W_THEIR) || sm_is(scan, of + 1, SM_W_ITS)) && !is_premodifier(scan, p, g->first); // "the government's bombings of its camps"
}

/// "Washington held X responsible and struck five of its positions": the verb has a subject of its own, told before who is blamed.
static bool is_by_blamer(const sm_story *story, const sm_trigger *g, const sm_party *p) {
  const sm_group *verb = g->first >= p->last && is_acting(story, g) ? sm_group_of(&story->syntax, g->first) : NULL;
  if (!verb || !(verb->flags & SM_GROUP_VERB) || verb->flags & SM_GROUP_PASSIVE || verb->subject < 0) return false;
  const sm_group *subject = &story->syntax.groups[verb->subject];
  if (subject->last > p->first || subject->flags & SM_GROUP_PRONOUN) return false;
  for (uint32_t i = story->party_at[p->sentence]; i < story->party_at[p->sentence + 1]; i++) {
    const sm_party *other = &story->parties.items[i];
    if (other->first < subject->last && subject->first < other->last && other->actor.name.len && !sm_same_side(&other->actor, &p->actor)) return true;
  }
  return false;
}

/// "Rockets fired by X hit A, and Y struck back at B": a subject of its own behind the party.
static bool has_own_subject(const sm_story *story, const sm_trigger *g, const sm_party *p) {
  const sm_group *verb = g->first >= p->last && is_acting(story, g) ? sm_group_of(&story->syntax, g->first) : NULL;
  if (!verb || !(verb->flags & SM_GROUP_VERB) || verb->flags & SM_GROUP_PASSIVE || verb->subject < 0) return false;
  const sm_group *subject = &story->syntax.groups[verb->subject];
  if (subject->first < p->last || subject->flags & SM_GROUP_PRONOUN) return false;
  for (uint32_t i = story->party_at[p->sentence]; i < story->party_at[p->sentence + 1]; i++) {
    const sm_party *other = &story->parties.items[i];
    if (other->first < subject->last && subject->first < other->last && other->actor.name.len && !sm_same_side(&other->actor, &p->actor)) return true;
  }
  return false;
}

/// "NATO replied with an air strike": who answers with it.
static bool responds_with(const sm_story *story, const sm_trigger *g, const sm_party *p) {
  static const char *const answers[] = {"replied", "responded", "retaliated", "answered", "countered", "reacted", "replies", "responds", "retaliates", "answers"};
  const sm_group *own = g->verb ? NULL : sm_group_of(&story->syntax, g->first), *verb = own && own > story->syntax.groups ? own - 1 : NULL;
  if (!verb || !(verb->flags & SM_GROUP_VERB) || own->lead == SM_NO_TOKEN || !sm_is(&story->scan, own->lead, SM_W_WITH) || !SM_IS_ONE_OF(&story->scan, verb->head, answers) || verb->subject < 0) return false;
  const sm_group *subject = &story->syntax.groups[verb->subject];
  return p->first < subject->last && subject->first < p->last;
}

/// A semicolon stands between the party and the trigger after it.
static bool is_closed_before(const sm_scan *scan, const sm_party *p, const sm_trigger *g) {
  for (uint32_t k = p->last; k < g->first; k++)
    if (sm_is_sign(scan, k, ';')) return true;
  return false;
}

static float party_score(const sm_story *story, const sm_trigger *g, const sm_party *p, uint32_t floor, uint32_t last) {
  const sm_scan *scan = &story->scan;
  if (sm_is_fired_from(scan, p)) return 3.3f;
  if (qualifies_target(story, p) || sm_owns_struck(scan, g, p)) return -4;
  if (sm_is_place_of_blast(scan, p) || sm_is_helper(scan, p) || sm_is_sympathised(scan, p->first) || describes(story, p) || sm_is_between_foes(scan, p->first, p->last)) return 0;
  float holder = sm_holder_score(story, p, floor);
  if (holder < 0 || (holder > 0 && (g->row->kind == SM_K_LAUNCH || g->row->kind == SM_K_FALL))) return holder;
  for (uint32_t k = g->last; g->row->kind != SM_K_RESPONSIBILITY && k < p->first; k++)
    if (sm_is_sign(scan, k, ';')) return 0; // "X shelled A; it accused Y of bombing B"
  if (g->row->kind == SM_K_RESPONSIBILITY) return subject_score(story, g, p, floor) > 0 ? 5 : passive_agent_score(scan, g, p, floor);
  float score = is_by_blamer(story, g, p) ? 0 : sm_blame_score(scan, p, floor);
  float object = object_score(scan, g, p, floor);
  if (object < 0) return score > 0 ? score : object;
  float subject = (g->row->kind == SM_K_FALL || g->row->kind == SM_K_BLAST) && !has_object(story, g) ? 0 : subject_score(story, g, p, floor);
  if (subject > score) score = subject;
  float agent = passive_agent_score(scan, g, p, floor);
  if (agent > score) score = agent;
  float own_word = own_word_score(scan, g, p, floor);
  if (own_word > score) score = own_word;
  float maker = has_own_subject(story, g, p) ? 0 : maker_score(scan, g, p, floor);
  if (maker > score) score = maker;
  if (!is_acting(story, g) && !is_bare_place(scan, p) && !is_city(scan, p) && is_premodifier(scan, p, g->first) && !is_in_struck(story, p) && !is_of_struck(scan, p, floor) && score < 4) score = 4; // "Syria air strikes" is no Syrian act
  if (score < 3.4f && (responds_with(story, g, p) || sm_claims_deed(story, g, p))) score = 3.4f;
  if (score < 3.4f && owns_weapon(story, p, last) && !is_closed_before(scan, p, g) && !acts_elsewhere(story, g, p) && !is_before_when(scan, p, g)) score = 3.4f;
  if (score > 0 && score < 4 && is_owner_supposed(scan, p)) score = 4; // as sure as the craft that it tells of
  if (score < 2.5f && is_alone(story, p, floor)) score = 2.5f;
  if (score == 0 && subject < 0) score = subject;
  return score;
}

/// "Islamic State suicide bombers": the words for those who act belong to the name.
static uint32_t with_bombers(const sm_scan *scan, const sm_party *p) {
  uint32_t last;
  const sm_cue_row *w = p->last < scan->n ? sm_cue_at(scan, p->last, SM_CUE_WEAPON, &last) : NULL;
  return w && (w->kind == SM_K_PERSON || w->weapons & SM_WEAPON_SUICIDE_BOMB) ? last : p->last;
}

/// "the army and its Russian allies": the second of two who act.
static bool is_second(const sm_scan *scan, const sm_party *first, const sm_party *p) {
  static const char *const allied[] = {"allied", "affiliated", "friendly", "supporting", "pro"};
  uint32_t i = first->last;
  if (!first->state || p->first < i || p->first > i + 3 || !sm_is(scan, i, SM_W_AND)) return false;
  return p->first == i + 1 || SM_IS_ONE_OF(scan, i + 1, allied) || sm_is(scan, i + 1, SM_W_THEIR) || sm_is(scan, i + 1, SM_W_ITS) || sm_is(scan, i + 1, SM_W_THE);
}

/// "The militia's staff: the enemy shelled X": where "the enemy" is the subject, nobody else of the sentence struck; NULL where it is not.
static const sm_party *foe_who_strikes(const sm_story *story, const sm_trigger *g) {
  const sm_group *verb = g->verb && !g->passive ? sm_group_of(&story->syntax, g->first) : NULL;
  const sm_group *who = verb && verb->flags & SM_GROUP_VERB && !(verb->flags & SM_GROUP_PASSIVE) && verb->subject >= 0 ? &story->syntax.groups[verb->subject] : NULL;
  for (uint32_t i = story->party_at[g->sentence]; who && i < story->party_at[g->sentence + 1]; i++) {
    const sm_party *p = &story->parties.items[i];
    if (p->first >= who->first && p->last <= who->last && p->last > who->head && sm_is_foe(&story->scan, p)) return p;
  }
  return NULL;
}

const sm_party *sm_find_attacker(const sm_story *story, const sm_trigger *trigger, uint32_t first, uint32_t last, float *best) {
  const sm_party *found = trigger ? foe_who_strikes(story, trigger) : NULL;
  *best = 4;
  if (found) return found;
  *best = 0;
  const bool meets = trigger && sm_meets_device(story, trigger), laid = trigger && sm_is_of_met_device(story, trigger), answered = first > story->scan.s[story->scan.t[first].sentence].first && sm_opens_answer(&story->scan, first, last);
  uint32_t sentence = trigger ? trigger->sentence : story->scan.t[first].sentence, floor = story->scan.s[sentence].first;
  for (uint32_t i = story->party_at[sentence]; i < story->party_at[sentence + 1]; i++) {
    const sm_party *p = &story->parties.items[i];
    if (sm_is_shot_at(&story->scan, p->first) || (sm_is_aside(story, p->first) && !(trigger && sm_is_aside(story, trigger->first))) || (answered && p->last <= first)) continue;
    if (sm_is_in_past_clause(&story->scan, p->first) && !(trigger && sm_is_in_past_clause(&story->scan, trigger->first))) continue;
    if ((meets || laid) && p->last <= trigger->first) continue;
    if (!p->actor.name.len && (sm_is_hurt_count(story, p->first) || sm_is_own_of_speaker(story, p))) continue; // "4 Somali soldiers killed in a blast"
    if (trigger && sm_is_of_verb_before(story, trigger, p->first)) continue;
    static const char *const ways[] = {"over", "across", "through", "above"}; // "missiles flew over Jordan and hit A"
    if (p->state && !p->force && p->first > floor && SM_IS_ONE_OF(&story->scan, p->first - 1, ways)) continue;
    float score = trigger ? party_score(story, trigger, p, floor, last) : owns_weapon(story, p, last) || is_maker(&story->scan, p, floor) ? 3.0f : is_alone(story, p, floor) ? 2.5f : 0;
    if (!sm_between(p->first, first, last)) score -= 0.7f;
    if (p->named) score += 0.2f;
    const bool tells_more = found && score == *best && p->actor.name.len && !found->actor.name.len; // "the jet came ... the Myanmar air force bombed"
    if ((score <= *best && !tells_more) || score < 1 || (found && is_second(&story->scan, found, p))) continue;
    *best = score;
    found = p;
  }
  return found;
}

bool sm_is_passive_side(const sm_story *story, const sm_party *p) {
  const sm_scan *scan = &story->scan;
  uint32_t floor = scan->s[p->sentence].first, lead = sm_lead_of(scan, p->first, floor);
  if (qualifies_target(story, p) || sm_holder_score(story, p, floor) < 0) return true;
  return lead != UINT32_MAX && (sm_is(scan, lead, SM_W_AGAINST) || sm_leads_to_struck(scan, lead));
}

// ---- of a telling

/// "rockets fell on X, a day after Y's jets bombed Z": the later words tell of an earlier strike.
static bool is_told_after(const sm_story *story, const sm_trigger *first, uint32_t later) {
  static const char *const follows[] = {"followed", "follows", "following"};
  if (sm_is_in_past_clause(&story->scan, later) && !sm_is_in_past_clause(&story->scan, first->first)) return true;
  for (uint32_t k = first->last; k + 1 < later; k++)
    if (SM_IS_ONE_OF(&story->scan, k, follows) && !sm_is_be(&story->scan, k - 1) && !sm_is(&story->scan, k + 1, SM_W_BY)) return true; // "this bombing followed an attack by Y"
  static const char *const beside[] = {"coinciding", "coincided", "amid", "alongside", "accompanied"}; // "Russian jets bombed X, coinciding with regime shelling"
  for (uint32_t k = first->last; k < later; k++)
    if (SM_IS_ONE_OF(&story->scan, k, beside)) return true;
  static const char *const answers[] = {"revenge", "retaliation", "response", "reply", "answer", "reprisal", "retribution"}, *const to[] = {"for", "to"};
  for (uint32_t k = first->last; k + 1 < later; k++)
    if (SM_IS_ONE_OF(&story->scan, k, answers) && SM_IS_ONE_OF(&story->scan, k + 1, to)) return true; // "fired missiles in revenge for the group's attacks"
  for (uint32_t k = first->last + 1; k < later; k++)
    if ((sm_is(&story->scan, k, SM_W_AFTER) || sm_is(&story->scan, k, SM_W_BEFORE)) && sm_has_cue(&story->scan, k - 1, SM_CUE_TIME)) return true;
  return false;
}

static void take_party(const sm_story *story, sm_hit *hit, const sm_party *p, float score) {
  if (!p || score <= hit->attacker_score) return;
  hit->attacker_score = score;
  hit->attacker = p->actor;
  hit->attacker_words = p->words;
  hit->attacker_span = sm_tokens_span(&story->scan, p->first, with_bombers(&story->scan, p));
}

static bool tells_attacker(const sm_trigger *g) {
  switch (g->row->kind) {
  case SM_K_CARRY: case SM_K_ATTACK: case SM_K_LAUNCH: case SM_K_NOUN: case SM_K_FALL: case SM_K_HARM: case SM_K_BLAST: case SM_K_KILL: case SM_K_GROUND: case SM_K_PASSIVE: return true;
  case SM_K_RESPONSIBILITY: return g->reality == SM_REAL;
  default: return false;
  }
}

/// The party within the words for an agent: "a cell of Ansar al-Furqan"; counted ones are victims.
static const sm_party *party_within(const sm_story *story, const sm_hit *hit) {
  const sm_scan *scan = &story->scan;
  for (uint32_t i = story->party_at[hit->sentence]; i < story->party_at[hit->sentence + 1]; i++) {
    const sm_party *p = &story->parties.items[i];
    bool victim = is_counted(scan, p) || sm_is_speaker(story, p->first) || scan->mask[p->last < scan->n ? p->last : p->first] & (1u << SM_CUE_CASUALTY);
    if (!victim && !sm_is_sympathised(scan, p->first) && !is_bare_place(scan, p) && !sm_is_passive_side(story, p) && !describes(story, p) && sm_span_overlaps(sm_tokens_span(scan, p->first, p->last), hit->attacker_span)) return p;
  }
  return NULL;
}

/// "have carried out many such bombings": what is told is no strike of this report.
static bool is_of_other_times(const sm_story *story, const sm_trigger *g) {
  enum { BEFORE = 7, AFTER = 6 };
  const sm_scan *scan = &story->scan;
  const sm_sentence *s = &scan->s[g->sentence];
  const bool carried = g->row->kind == SM_K_CARRY;
  if (!carried && g->verb) return false;
  const uint32_t first = g->first > s->first + BEFORE ? g->first - BEFORE : s->first, last = carried && g->last + AFTER < s->last ? g->last + AFTER : g->last;
  return sm_tells_habit(scan, first, last);
}

/// "Israeli raids on Gaza killed 26, while rockets killed two in Ashkelon": a state named in the other part of the sentence struck nothing at home in this one.
static bool is_at_home_of_other_part(const sm_story *story, const sm_hit *hit, const sm_party *p) {
  if (!p || !p->state || !p->actor.iso3[0] || sm_between(p->first, hit->first, hit->last) || hit->place < 0 || hit->place_inherited) return false;
  const sm_place_ref place = story->scan.mentions->items[hit->place].place;
  return place && sm_gazetteer_brief(story->scan.reader->gazetteer, place).country == sm_gazetteer_country(story->scan.reader->gazetteer, p->actor.iso3);
}

void sm_add_attacker(const sm_story *story, sm_hit *hit) {
  float score;
  const sm_trigger *lead = NULL;
  for (uint32_t i = story->trigger_at[hit->sentence]; i < story->trigger_at[hit->sentence + 1]; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    if (!sm_between(g->first, hit->first, hit->last) || !(tells_attacker(g) || sm_downs_craft(story, g)) || (g->reality != SM_REAL && hit->reality == SM_REAL)) continue;
    if (is_of_other_times(story, g) || sm_is_aside(story, g->first) || (hit->n_triggers && g->row->flags & SM_ROW_WEAK)) continue; // "as militias fought"
    if (!lead) lead = g;
    if (g != lead && is_told_after(story, lead, g->first)) continue;
    const sm_party *p = sm_find_attacker(story, g, hit->first, hit->last, &score);
    if (!is_at_home_of_other_part(story, hit, p)) take_party(story, hit, p, score);
  }
  if (hit->attacker_score > 0) return;
  for (uint32_t i = 0; i < hit->n_triggers && sm_span_is_none(hit->attacker_span); i++)
    if (i == 0 || !is_told_after(story, lead ? lead : &story->triggers.items[hit->triggers[0]], story->triggers.items[hit->triggers[i]].first)) sm_find_agent(story, &story->triggers.items[hit->triggers[i]], hit->first, hit->last, &hit->attacker_span);
  const sm_party *agent = sm_span_is_none(hit->attacker_span) ? NULL : party_within(story, hit), *home = agent && agent->actor.name.len ? NULL : sm_home_of_agent(story, hit);
  if (home && !sm_span_is_none(hit->attacker_span)) agent = home;
  take_party(story, hit, agent, agent && agent->words.len ? 1.5f : 2);
  for (uint32_t i = 0; i < hit->n_triggers && !agent; i++) {
    enum { MILITIA = 3 };
    if (!sm_find_teller(story, &story->triggers.items[hit->triggers[i]], &hit->attacker_span)) continue;
    hit->attacker = (sm_actor){.name = sm_span_text(&story->scan, hit->attacker_span), .type = MILITIA};
    hit->attacker_score = 2;
    return;
  }
  const sm_party *owner = sm_find_attacker(story, NULL, hit->first, hit->last, &score);
  const sm_trigger *told = hit->n_triggers ? &story->triggers.items[hit->triggers[0]] : NULL;
  if (owner && told && (acts_elsewhere(story, told, owner) || is_before_when(&story->scan, owner, told) || is_told_after(story, told, owner->first))) return;
  if (!is_at_home_of_other_part(story, hit, owner)) take_party(story, hit, owner, score);
}
