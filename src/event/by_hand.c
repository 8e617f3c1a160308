// Deaths by the hand of people, with no munition.
#include "casualty.h"
#include "scene.h"

bool sm_is_way_to_kill(const sm_scan *scan, uint32_t i) {
  static const char *const ways[] = {"shot", "gunned", "hacked", "stabbed", "beheaded", "strangled", "axed", "lynched", "clubbed", "bludgeoned", "assassinated", "executed", "hanged", "drowned"};
  return SM_IS_ONE_OF(scan, i, ways);
}

static bool has_subject(const sm_syntax *y, const sm_group *verb) {
  return verb->flags & SM_GROUP_VERB && verb->subject >= 0 && y->groups[verb->subject].lead == SM_NO_TOKEN && !(y->groups[verb->subject].flags & SM_GROUP_TIME);
}

/// The subject of a verb, or of the one that an "and" joins it to: "troops closed roads round X and killed"; NULL none.
static const sm_group *subject_of(const sm_story *story, const sm_group *verb) {
  const sm_syntax *y = &story->syntax;
  const sm_group *first = y->groups + y->first_of[story->scan.t[verb->first].sentence], *g = verb;
  if (!has_subject(y, g) && g->first > 0 && sm_is(&story->scan, g->first - 1, SM_W_AND))
    while (g > first && !has_subject(y, g)) g--;
  return has_subject(y, g) ? &y->groups[g->subject] : NULL;
}

/// "killed up to five rebels"; not "reported five soldiers killed and three wounded".
static bool has_people_behind(const sm_scan *scan, uint32_t token) {
  enum { REACH = 4 };
  if (sm_is(scan, token, SM_W_AND) && sm_number_at(scan, token + 1, NULL)) return false;
  for (uint32_t k = token; k < token + REACH && k < scan->n && !sm_is_punct(scan, k); k++)
    if (sm_has_cue(scan, k, SM_CUE_NUMBER) || scan->t[k].flags & SM_TOKEN_NUMBER) return true;
  return false;
}

/// "Russian forces killed one civilian in Bakhmut": of a state at war abroad, where civilians die of what it fires.
static bool is_of_army_abroad(const sm_story *story, const sm_group *verb, const sm_group *subject) {
  static const char *const civilians[] = {"civilian", "civilians", "resident", "residents", "inhabitants"};
  const sm_scan *scan = &story->scan;
  const uint32_t s = scan->t[verb->first].sentence, at = scan->mention_at[subject->first] ? scan->mention_at[subject->first] : scan->mention_at[subject->first + 1];
  const sm_mention *people = at ? &scan->mentions->items[at - 1] : NULL;
  if (!people || people->role != SM_ROLE_DEMONYM || !people->place || verb->object < 0 || !SM_IS_ONE_OF(scan, story->syntax.groups[verb->object].head, civilians)) return false;
  for (uint32_t m = story->mention_from[s]; m < story->mention_from[s + 1]; m++) {
    const sm_mention *x = &scan->mentions->items[m];
    if (x->place && x->role == SM_ROLE_LITERAL) return sm_gazetteer_brief(scan->reader->gazetteer, x->place).country != people->place;
  }
  return false;
}

bool sm_kills_by_hand(const sm_story *story, const sm_trigger *g) {
  const sm_group *verb = g->row->kind == SM_K_KILL && g->verb && !g->passive ? sm_group_of(&story->syntax, g->first) : NULL;
  const sm_group *subject = verb && verb->flags & SM_GROUP_VERB && (verb->object >= 0 ? verb->flags & SM_GROUP_FINITE : has_people_behind(&story->scan, verb->last)) ? subject_of(story, verb) : NULL;
  if (subject && is_of_army_abroad(story, verb, subject)) return false;
  for (uint32_t k = subject ? subject->first : 0; subject && k < subject->last; k++) {
    const sm_cue_row *means = sm_cue_at(&story->scan, k, SM_CUE_WEAPON, NULL);
    if (means && means->weapons) return false; // "the bandits' grenades killed two"
  }
  for (uint32_t k = subject ? subject->first : 0; subject && k < subject->last; k++) {
    const sm_cue_row *force = sm_cue_at(&story->scan, k, SM_CUE_FORCE, NULL), *man = sm_cue_at(&story->scan, k, SM_CUE_VICTIM, NULL);
    if ((force && force->kind != SM_K_AIR && force->kind != SM_K_ARMS) || (man && man->victims & (SM_VICTIM_SOLDIERS | SM_VICTIM_POLICE | SM_VICTIM_MILITANTS))) return true;
  }
  return false;
}

/// "its fighters had killed nine": men of the one who says so.
static bool is_of_own_men(const sm_story *story, const sm_trigger *g) {
  const sm_group *verb = sm_group_of(&story->syntax, g->first), *men = verb && verb->flags & SM_GROUP_VERB ? subject_of(story, verb) : NULL;
  return men && sm_is_possessive(&story->scan, men->first);
}

/// The place of a mention was named before it.
static bool was_told(const sm_story *story, uint32_t mention) {
  const sm_mention *all = story->scan.mentions->items;
  for (uint32_t k = mention; k > 0 && all[mention].place; k--)
    if (all[k - 1].place == all[mention].place) return true;
  return false;
}

/// "The group claimed that its fighters had killed seven soldiers": what a party boasts of having done by a strike, where it tells no place of it but
/// one that was told.
static bool is_boast(const sm_story *story, uint32_t s, const sm_trigger *g) {
  const sm_speech *voice = sm_speech_of(&story->speeches, s, g->first);
  if (!voice || voice->before) return false;
  for (uint32_t m = story->mention_from[s]; m < story->mention_from[s + 1]; m++) {
    const sm_mention *x = &story->scan.mentions->items[m];
    if (x->first > voice->verb && x->role == SM_ROLE_LITERAL && !was_told(story, m)) return false;
  }
  return voice->row->flags & SM_ROW_CLAIM || (voice->kind == SM_K_PARTY && voice->row->form == SM_F_VERB && voice->row->stance == 'c' && is_of_own_men(story, g));
}

bool sm_is_spoken_of_again(const sm_story *story, const sm_trigger *g) {
  return !g->verb && g->definite && story->speech_at[g->sentence] < story->speech_at[g->sentence + 1] && story->figure_at[g->sentence] < story->figure_at[g->sentence + 1];
}

bool sm_speaks_of_blast(const sm_story *story, uint32_t s) {
  for (uint32_t i = story->trigger_at[s]; i < story->trigger_at[s + 1]; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    if (g->row->kind != SM_K_GROUND && sm_is_spoken_of_again(story, g)) return true;
  }
  return false;
}

bool sm_is_killed_by_hand(const sm_story *story, uint32_t s) {
  for (uint32_t i = story->trigger_at[s]; i < story->trigger_at[s + 1]; i++)
    if (sm_kills_by_hand(story, &story->triggers.items[i]) && !is_boast(story, s, &story->triggers.items[i])) return true;
  return false;
}

/// "in a battle", "in a joint operation": of a fight that the report has not told of before.
static bool is_fight(const sm_scan *scan, const sm_group *g) {
  static const char *const fights[] = {"fighting", "battle", "battles", "combat", "skirmish", "skirmishes", "operation", "operations", "encounter", "encounters", "crackdown", "manhunt", "fight", "fights", "clash", "clashes", "duel", "assault", "assaults", "shootout", "gunfight", "firefight"};
  static const sm_word known[] = {SM_W_THE, SM_W_ITS, SM_W_THEIR, SM_W_THAT};
  static const char *const this[] = {"this", "these", "those"}, *const during[] = {"during"};
  const bool led = g->lead != SM_NO_TOKEN && (sm_is(scan, g->lead, SM_W_IN) || SM_IS_ONE_OF(scan, g->lead, during));
  return led && !(g->flags & SM_GROUP_VERB) && SM_IS_ONE_OF(scan, g->head, fights) && !SM_IS_ANY(scan, g->first, known) && !SM_IS_ONE_OF(scan, g->first, this);
}

/// "in fighting", "in heavy fighting".
static bool is_fighting(const sm_scan *scan, uint32_t i) {
  static const char *const fighting[] = {"fighting"}, *const sorts[] = {"heavy", "fierce", "ongoing", "renewed", "fresh", "ethnic", "tribal", "communal", "street", "inter", "sporadic", "recent"};
  return i > 1 && SM_IS_ONE_OF(scan, i, fighting) && (sm_is(scan, i - 1, SM_W_IN) || (SM_IS_ONE_OF(scan, i - 1, sorts) && sm_is(scan, i - 2, SM_W_IN)));
}

bool sm_dies_in_fight(const sm_story *story, uint32_t s) {
  const sm_syntax *y = &story->syntax;
  for (uint32_t k = story->scan.s[s].first + 1; k < story->scan.s[s].last; k++)
    if (is_fighting(&story->scan, k)) return true;
  for (uint32_t i = y->first_of[s]; i < y->first_of[s + 1]; i++)
    if (is_fight(&story->scan, &y->groups[i])) return true;
  return false;
}

bool sm_is_of_fight(const sm_story *story, const sm_mention *m) {
  enum { BACK = 4 };
  static const sm_word leads[] = {SM_W_IN, SM_W_NEAR, SM_W_AT, SM_W_AROUND, SM_W_OUTSIDE};
  const sm_scan *scan = &story->scan;
  const sm_group *g = sm_group_of(&story->syntax, m->first), *start = story->syntax.groups + story->syntax.first_of[m->sentence];
  if (!g || g->lead == SM_NO_TOKEN || !SM_IS_ANY(scan, g->lead, leads)) return false;
  if (g->lead > scan->s[m->sentence].first && is_fighting(scan, g->lead - 1)) return true;
  for (uint32_t n = 0; g > start && n < BACK; n++) { // "in a battle between police and NATO troops in X"
    g--;
    if (is_fight(scan, g)) return true;
    if (g->flags & SM_GROUP_VERB || (scan->mask[g->head] & (1u << SM_CUE_TRIGGER | 1u << SM_CUE_CASUALTY))) return false;
  }
  return false;
}

/// "Nine bodies will be flown to X", "were flown from Y": the dead of before, as to what is done with them.
static bool is_of_bodies_to_come(const sm_story *story, uint32_t s) {
  static const char *const bodies[] = {"bodies", "body", "coffins", "remains"}, *const borne[] = {"flown", "repatriated", "returned", "buried"}, *const could[] = {"could", "cannot", "can"};
  const sm_syntax *y = &story->syntax;
  bool toll = false; // "put the dead at 14, saying that remains of two could not be identified"
  for (uint32_t i = story->figure_at[s]; i < story->figure_at[s + 1]; i++) toll |= story->figures.items[i].flags & SM_FIGURE_TOLL;
  for (uint32_t i = y->first_of[s]; i < y->first_of[s + 1]; i++) {
    const sm_group *verb = &y->groups[i];
    const bool to_come = verb->flags & SM_GROUP_VERB && verb->flags & SM_GROUP_PASSIVE && ((verb->flags & SM_GROUP_MODAL && !(toll && SM_IS_ONE_OF(&story->scan, verb->first, could))) || SM_IS_ONE_OF(&story->scan, verb->head, borne));
    if (to_come && verb->subject >= 0 && SM_IS_ONE_OF(&story->scan, y->groups[verb->subject].head, bodies)) return true;
  }
  return false;
}

/// "BAQUBA - The bodies of three men were found": who died of what is not told.
static bool finds_bodies(const sm_story *story, const sm_scene *sc, uint32_t s, const sm_content *c) {
  static const char *const bodies[] = {"bodies", "body", "corpses", "corpse"}, *const found[] = {"found", "discovered", "unearthed", "dumped", "contained", "find"}, *const rubble[] = {"rubble", "debris", "ruins", "wreckage", "site", "scene"};
  const sm_scan *scan = &story->scan;
  const bool opens = s == 0 || scan->s[s - 1].paragraph != scan->s[s].paragraph || (scan->t[c->first].flags & SM_TOKEN_LINE_START);
  if (!opens || c->munition || c->carrier || !(c->place || sc->head_place >= 0)) return false;
  bool body = false, finds = false;
  for (uint32_t i = c->first; i < c->last; i++) {
    if (SM_IS_ONE_OF(scan, i, rubble)) return false;
    body |= SM_IS_ONE_OF(scan, i, bodies), finds |= SM_IS_ONE_OF(scan, i, found);
  }
  return body && finds;
}

bool sm_is_of_bodies(const sm_story *story, const sm_scene *sc, uint32_t s, const sm_content *c) {
  return (!c->munition && is_of_bodies_to_come(story, s)) || finds_bodies(story, sc, s, c);
}

/// "after gunmen killed five people in Zurmi": by people with guns.
static bool is_killing_by_guns(const sm_story *story, const sm_trigger *g) {
  const sm_group *verb = g->row->kind == SM_K_KILL && g->verb && !g->passive ? sm_group_of(&story->syntax, g->first) : NULL;
  if (!verb || !(verb->flags & SM_GROUP_VERB) || verb->first == 0) return false;
  const sm_cue_row *gun = sm_cue_at(&story->scan, verb->first - 1, SM_CUE_WEAPON, NULL);
  return gun && gun->kind == SM_K_GUN;
}

bool sm_is_of_earlier_shots(const sm_story *story, const sm_mention *m) {
  const sm_trigger *last = NULL, *before = NULL;
  for (uint32_t i = story->trigger_at[m->sentence]; i < story->trigger_at[m->sentence + 1] && story->triggers.items[i].last <= m->first; i++)
    before = last, last = &story->triggers.items[i];
  if (!before || !(last->row->kind == SM_K_GROUND || is_killing_by_guns(story, last)) || !last->verb || before->row->kind == SM_K_GROUND) return false;
  const sm_cue_row *weapon = sm_weapon_of_subject(&story->scan, &story->syntax, last);
  if (weapon && weapon->kind != SM_K_GUN) return false;
  for (uint32_t k = before->last; k < last->first; k++)
    if (sm_is(&story->scan, k, SM_W_AFTER) || sm_is(&story->scan, k, SM_W_BEFORE)) return true;
  return false;
}

/// "incidents in which soldiers killed civilians during searches:": what heads the list tells how those of its items died.
bool sm_is_listed_by_hand(const sm_story *story, uint32_t s) {
  enum { ITEMS = 12 };
  const sm_scan *scan = &story->scan;
  if (!(scan->s[s].flags & SM_SENTENCE_ITEM)) return false;
  for (uint32_t k = s; k-- > 0 && s - k <= ITEMS;) {
    if (sm_is_sign(scan, scan->s[k].last - 1, ':')) return sm_is_killed_by_hand(story, k);
    if (!(scan->s[k].flags & SM_SENTENCE_ITEM) && scan->s[k].paragraph != scan->s[k + 1].paragraph) return false;
  }
  return false;
}

bool sm_is_regiment(const sm_scan *scan, uint32_t gun) {
  const sm_sentence *s = &scan->s[scan->t[gun].sentence];
  if (gun <= s->first || !(scan->t[gun].flags & SM_TOKEN_CAPITAL) || s->flags & (SM_SENTENCE_UPPER | SM_SENTENCE_TITLED)) return false;
  static const sm_word the[] = {SM_W_THE};
  return SM_IS_ANY(scan, gun - 1, the) || (scan->t[gun - 1].flags & SM_TOKEN_CAPITAL && !sm_is_punct(scan, gun - 1));
}

/// Whether a token is told of people who come on foot: "troops", "Al-Shabab", "bandits".
static bool is_on_foot(const sm_story *story, uint32_t token) {
  static const char *const men[] = {"troops", "soldiers", "fighters", "gunmen", "militants", "militiamen", "police", "commandos", "policemen", "marines", "bandits", "insurgents", "rebels", "guerrillas"};
  if (SM_IS_ONE_OF(&story->scan, token, men)) return true;
  const uint32_t s = story->scan.t[token].sentence;
  for (uint32_t i = story->party_at[s]; i < story->party_at[s + 1]; i++) {
    const sm_party *p = &story->parties.items[i];
    if (token >= p->first && token < p->last) return !p->state && !p->weapons && (p->named || p->force);
  }
  return false;
}

/// "killed 11 in a raid": who does it.
static bool is_in_deed_on_foot(const sm_story *story, const sm_group *raid) {
  const sm_syntax *y = &story->syntax;
  const sm_group *v = raid, *first = y->groups + y->first_of[story->scan.t[raid->head].sentence];
  if (!sm_is(&story->scan, raid->lead, SM_W_IN)) return false;
  while (v > first && !(v->flags & SM_GROUP_VERB)) v--;
  return v->flags & SM_GROUP_VERB && !(v->flags & SM_GROUP_PASSIVE) && v->subject >= 0 && is_on_foot(story, y->groups[v->subject].head);
}

bool sm_is_land_raid(const sm_story *story, const sm_trigger *g) {
  static const char *const raids[] = {"raided", "raiding", "raids", "raid"};
  const sm_syntax *y = &story->syntax;
  const sm_group *own = SM_IS_ONE_OF(&story->scan, g->first, raids) ? sm_group_of(y, g->first) : NULL, *end = y->groups + y->first_of[g->sentence + 1];
  if (!own) return false;
  if (own->flags & SM_GROUP_VERB) return own->subject >= 0 && is_on_foot(story, y->groups[own->subject].head);
  if (g->verb) return false;
  if (own->last == g->last && own + 1 < end && own[1].lead == own->last && sm_is(&story->scan, own[1].lead, SM_W_BY) && is_on_foot(story, own[1].head)) return true;
  return (g->first > own->first && is_on_foot(story, g->first - 1)) || is_in_deed_on_foot(story, own);
}
