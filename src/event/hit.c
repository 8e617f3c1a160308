// What a part of a sentence says of its hit: weapons, figures, attacker, place without a name.
#include "away.h"
#include "deed.h"
#include "scene.h"

/// "in retaliation for a bombing that killed nine", "over a bombing that killed nine": the dead of what was answered.
static bool is_of_answered(const sm_story *story, const sm_hit *hit, const sm_figure *f) {
  enum { REACH = 4 };
  static const char *const answers[] = {"retaliation", "response", "revenge", "reply", "reprisal", "answer", "retribution"}, *const avenge[] = {"avenge", "avenging", "avenged"};
  const sm_scan *scan = &story->scan;
  uint32_t k = f->cue;
  while (k > hit->first + 2 && f->cue - k < REACH && !sm_is(scan, k, SM_W_THAT) && !sm_is(scan, k, SM_W_WHICH)) k--;
  if (!sm_is(scan, k, SM_W_THAT) && !sm_is(scan, k, SM_W_WHICH)) return false;
  const sm_group *noun = sm_group_of(&story->syntax, k - 1);
  if (!noun || noun->flags & SM_GROUP_VERB) return false;
  bool answer = false, strike = false;
  for (uint32_t i = story->trigger_at[hit->sentence]; i < story->trigger_at[hit->sentence + 1]; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    answer |= sm_between(g->first, hit->first, noun->first) && g->reality == SM_REAL;
    strike |= sm_between(g->first, noun->first, noun->last) && !g->verb;
  }
  if (!answer || !strike) return false;
  if (noun->lead == SM_NO_TOKEN) return noun > story->syntax.groups && SM_IS_ONE_OF(scan, noun[-1].head, avenge);
  return sm_is(scan, noun->lead, SM_W_OVER) || (noun->lead > hit->first && SM_IS_ONE_OF(scan, noun->lead - 1, answers) && (sm_is(scan, noun->lead, SM_W_FOR) || sm_is(scan, noun->lead, SM_W_TO)));
}

static void add_figures(const sm_story *story, sm_hit *hit, bool shared) {
  for (uint32_t i = story->figure_at[hit->sentence]; i < story->figure_at[hit->sentence + 1]; i++) {
    const sm_figure *f = &story->figures.items[i];
    bool inside = sm_between(f->cue, hit->first, hit->last);
    if (!inside || f->flags & (SM_FIGURE_SUM | SM_FIGURE_OVERALL) || hit->n_figures >= SM_HIT_FIGURES) continue;
    if (is_of_answered(story, hit, f)) continue;
    if (shared && f->killed_low != 0 && f->injured_low != 0 && !(f->flags & SM_FIGURE_EACH)) continue; // of all places together: the first has it
    hit->figures[hit->n_figures++] = i;
  }
}

/// "a shell brought down a house", "a bridge was brought down by a bomb": what fell was no aircraft.
static bool brings_down_target(const sm_story *story, const sm_trigger *g) {
  const sm_group *verb = sm_group_of(&story->syntax, g->first), *what = g->passive && verb && verb->subject >= 0 ? &story->syntax.groups[verb->subject] : NULL;
  if (g->row->strength > 0 || (g->passive && !what)) return false;
  const uint32_t first = what ? what->first : g->last, last = what ? what->last : g->last + 4;
  for (uint32_t k = first; k < last && k < story->scan.s[g->sentence].last; k++) {
    if (sm_has_cue(&story->scan, k, SM_CUE_WEAPON)) return false;
    if (sm_has_cue(&story->scan, k, SM_CUE_TARGET)) return true;
  }
  return false;
}

static bool has_object(const sm_story *story, const sm_trigger *g) {
  const sm_group *verb = sm_group_of(&story->syntax, g->first), *next = g->last < story->scan.n ? sm_group_of(&story->syntax, g->last) : NULL;
  if (next && next->first == g->last && !(next->flags & (SM_GROUP_VERB | SM_GROUP_TIME)) && next->lead == SM_NO_TOKEN) return true; // "ripped open the wall"
  return verb && verb->flags & SM_GROUP_VERB && verb->object >= 0;
}

/// "drones destroyed", "destroyed two missiles": what flew was brought down, nothing was hit.
static bool is_downed(const sm_story *story, const sm_trigger *g) {
  const sm_scan *scan = &story->scan;
  if (g->row->kind != SM_K_HARM || !g->verb || !g->row->name.len) return false; // "the ward took a shell", told by a deed
  uint32_t floor = scan->s[g->sentence].first, end = scan->s[g->sentence].last;
  for (uint32_t k = g->last; k < end && k < g->last + 6; k++) {
    if (sm_has_cue(scan, k, SM_CUE_TARGET) || sm_is(scan, k, SM_W_BY) || sm_is(scan, k, SM_W_IN) || sm_is(scan, k, SM_W_TO) || sm_is(scan, k, SM_W_AFTER) || sm_is(scan, k, SM_W_WHEN) || sm_is(scan, k, SM_W_AS)) break; // "caught fire after a drone attack"
    const sm_cue_row *w = sm_cue_at(scan, k, SM_CUE_WEAPON, NULL);
    const sm_group *thing = sm_group_of(&story->syntax, k);
    if (w && thing && thing->head > k && !sm_has_cue(scan, thing->head, SM_CUE_WEAPON)) break; // "destroyed an S-400 system"
    if (w && w->flags & SM_ROW_UNIT) return !g->passive;
  }
  for (uint32_t k = g->first, steps = 0; k > floor && steps < 6; k--, steps++) {
    const sm_cue_row *w = sm_cue_at(scan, k - 1, SM_CUE_WEAPON, NULL);
    if (w && steps == 0 && has_object(story, g)) return false; // "a rocket flattened a building"
    if (w) return (w->flags & SM_ROW_UNIT) && (steps == 0 || g->passive || (g->first > floor && sm_is(scan, g->first - 1, SM_W_AND)) || (scan->t[g->first - 1].entry && scan->t[g->first - 1].entry->word_bits & SM_WORD_ADVERB));
    if (scan->t[k - 1].flags & SM_TOKEN_PUNCT) return false;
  }
  return false;
}

/// "The missile was intercepted", "Air defences shot it down", "both were shot down": all of what was told before, and no number of it.
static bool meets_all(const sm_story *story, const sm_trigger *g) {
  static const char *const all[] = {"both", "Both", "all", "All", "them", "it", "It", "they", "They", "which"};
  const sm_scan *scan = &story->scan;
  const sm_group *v = g->verb && g->row->kind == SM_K_INTERCEPT ? sm_group_of(&story->syntax, g->first) : NULL;
  if (!v || !(v->flags & SM_GROUP_VERB)) return false;
  const int32_t at = v->flags & SM_GROUP_PASSIVE ? v->subject : v->object;
  const sm_group *thing = at >= 0 ? &story->syntax.groups[at] : NULL;
  if (!thing) return false;
  if (thing->first + 1 == thing->last && SM_IS_ONE_OF(scan, thing->head, all)) return true;
  bool counted = false;
  for (uint32_t k = thing->first; k < thing->last; k++) counted |= sm_has_cue(scan, k, SM_CUE_NUMBER) || scan->t[k].flags & SM_TOKEN_NUMBER;
  return sm_is(scan, thing->first, SM_W_THE) && !counted && sm_has_cue(scan, thing->head, SM_CUE_WEAPON) && !(thing->last < scan->n && sm_is(scan, thing->last, SM_W_OF));
}

bool sm_meets_launched(const sm_story *story, const sm_trigger *g) {
  if (g->sentence == 0 || !sm_munition_before(&story->scan, g->sentence) || !meets_all(story, g)) return false;
  bool launched = false;
  for (uint32_t i = story->trigger_at[g->sentence - 1]; i < story->trigger_at[g->sentence]; i++) {
    const sm_trigger *before = &story->triggers.items[i];
    if (before->row->kind != SM_K_LAUNCH && before->verb) return false; // "a drone fell on a roof. It had been shot down"
    launched |= before->row->kind == SM_K_LAUNCH;
  }
  return launched;
}

void sm_read_triggers(const sm_story *story, const sm_anchors *anchors, sm_hit *hit) {
  bool intercept = false, other = false, launched = true;
  for (uint32_t i = 0; i < anchors->n && hit->n_triggers < SM_HIT_TRIGGERS; i++) {
    const sm_trigger *g = anchors->items[i];
    if (!sm_between(g->first, hit->first, hit->last)) continue;
    hit->triggers[hit->n_triggers++] = (uint32_t)(g - story->triggers.items);
    launched &= g->row->kind == SM_K_LAUNCH;
    hit->all_met |= meets_all(story, g);
    if ((g->row->kind == SM_K_INTERCEPT && !brings_down_target(story, g) && !sm_downs_craft(story, g)) || is_downed(story, g)) intercept = true;
    else if (g->row->kind == SM_K_HARM ? !g->verb : g->row->kind != SM_K_LAUNCH && !(g->verb && sm_tells_munition(story, g->first, g->row))) other |= g->row->kind != SM_K_NOUN;
    if (g->row->strength > hit->strength) hit->strength = g->row->strength;
    if (hit->n_triggers == 1) hit->definite = g->definite, hit->plural = g->plural, hit->reality = g->reality == SM_HISTORY ? SM_REAL : g->reality; // a memory with a new day
    hit->another |= g->another && !(hit->n_triggers > 1 && g->verb); // not "two missiles struck A, another two hit a car"
    hit->worst |= g->worst && !(hit->n_triggers > 1 && hit->definite); // "the bombing was the deadliest attack in Thailand" tells of the one told
  }
  hit->intercepted = intercept && !other;
  hit->launched = launched && hit->n_triggers;
  if (hit->consequence) hit->intercepted = false;
}

/// The country whose ground "its territory", "Iranian soil" is.
static sm_place_ref territory_at(const sm_story *story, const sm_hit *hit, uint32_t i) {
  const sm_scan *scan = &story->scan;
  const sm_gazetteer *gazetteer = scan->reader->gazetteer;
  uint32_t m = scan->mention_at[i];
  sm_place_ref country = 0;
  if (m && scan->mentions->items[m - 1].place) country = sm_gazetteer_brief(gazetteer, scan->mentions->items[m - 1].place).country;
  if (!sm_is(scan, i, SM_W_ITS) && !sm_is(scan, i, SM_W_THEIR)) return country;
  for (uint32_t p = story->party_at[hit->sentence]; p < story->party_at[hit->sentence + 1]; p++) {
    const sm_party *party = &story->parties.items[p];
    if (party->first < i && party->state && party->actor.iso3[0]) return sm_gazetteer_country(gazetteer, party->actor.iso3);
  }
  return country;
}

/// "an Iranian village near its border", "an Iranian border village": a settlement told only by its country.
static void read_settlement(const sm_story *story, sm_hit *hit) {
  enum { REACH = 4 };
  static const char *const settlements[] = {"village", "villages", "hamlet", "hamlets", "town", "towns"}, *const border[] = {"border", "frontier"};
  const sm_scan *scan = &story->scan;
  for (uint32_t i = hit->first + 1; i < hit->last && !hit->territory; i++) {
    uint32_t last = i + 1;
    const sm_cue_row *mode = sm_cue_at(scan, i, SM_CUE_MODE, &last);
    const bool borderland = mode && mode->kind == SM_K_BORDERLAND;
    const uint32_t m = scan->mention_at[i - 1];
    const sm_mention *x = m ? &scan->mentions->items[m - 1] : NULL;
    if (!x || !x->place || x->role != SM_ROLE_DEMONYM || !(borderland || SM_IS_ONE_OF(scan, i, settlements))) continue;
    if (sm_gazetteer_brief(scan->reader->gazetteer, x->place).kind != SM_KIND_COUNTRY) continue;
    hit->territory = sm_gazetteer_brief(scan->reader->gazetteer, x->place).country;
    hit->border_village |= borderland;
    for (uint32_t k = i + 1; k < i + REACH && k < hit->last && !sm_is_punct(scan, k) && !borderland && !hit->border_village; k++)
      if (SM_IS_ONE_OF(scan, k, border) && sm_is_preposition(scan, i + 1)) hit->border_village = true, last = k + 1;
    if (sm_span_is_none(hit->where) || hit->border_village) hit->where = sm_tokens_span(scan, i - 1, last);
  }
}

/// "its territory", "Iranian soil"; "a border village".
static void read_unnamed_place(const sm_story *story, sm_hit *hit) {
  const sm_scan *scan = &story->scan;
  for (uint32_t i = hit->first; i < hit->last; i++) {
    uint32_t last;
    const sm_cue_row *mode = sm_cue_at(scan, i, SM_CUE_MODE, &last);
    if (!mode || last > hit->last) continue;
    if (mode->kind == SM_K_BORDERLAND) {
      hit->border_village = true;
      hit->where = sm_tokens_span(scan, i > hit->first && sm_is(scan, i - 1, SM_W_A) ? i - 1 : i, last);
    }
    if (mode->kind != SM_K_TERRITORY || i == hit->first) continue;
    sm_place_ref country = territory_at(story, hit, i - 1);
    if (country) hit->territory = country;
    if (hit->territory && sm_span_is_none(hit->where)) hit->where = sm_tokens_span(scan, i - 1, last);
  }
  read_settlement(story, hit);
}

/// "its western quarter", "its outskirts", "its market": of the town told before.
static bool is_its_part(const sm_story *story, uint32_t i) {
  static const char *const parts[] = {"quarter", "quarters", "outskirts", "suburb", "suburbs", "centre", "center", "market", "district", "districts", "neighbourhoods", "neighborhoods"};
  if (!sm_is(&story->scan, i, SM_W_ITS) || i == 0) return false;
  const sm_scan *scan = &story->scan;
  if (!(sm_is(scan, i - 1, SM_W_ON) || sm_is(scan, i - 1, SM_W_IN) || sm_is(scan, i - 1, SM_W_AT) || sm_has_cue(scan, i - 1, SM_CUE_TRIGGER))) return false;
  return SM_IS_ONE_OF(scan, i + 1, parts) || SM_IS_ONE_OF(scan, i + 2, parts);
}

/// The token of "the town", "there" in a hit, or its end. "There was no comment" points nowhere.
static uint32_t anaphor_of(const sm_story *story, const sm_hit *hit) {
  for (uint32_t i = hit->first; i < hit->last; i++) {
    uint32_t last = i;
    const sm_cue_row *mode = sm_cue_at(&story->scan, i, SM_CUE_MODE, &last);
    bool told = last < hit->last && (sm_is(&story->scan, last, SM_W_THAT) || sm_is(&story->scan, last, SM_W_WHICH) || sm_is(&story->scan, last, SM_W_OF)); // "the place that was hit"
    if (is_its_part(story, i)) return i;
    if (mode && mode->kind == SM_K_ANAPHOR && !told && !(sm_is(&story->scan, i, SM_W_THERE) && sm_is_be(&story->scan, i + 1))) return i;
  }
  return hit->last;
}

/// A town or site that "there" may mean: no country or province, nobody who speaks.
static bool may_be_meant(const sm_story *story, uint32_t m) {
  const sm_mention *x = &story->scan.mentions->items[m];
  if (x->role == SM_ROLE_DEMONYM || x->role == SM_ROLE_DATELINE || x->role == SM_ROLE_EMBEDDED || x->flags & SM_MENTION_CONTAINER || sm_is_in_aside(story, x) || sm_is_hospitals(story, x)) return false;
  sm_place_brief b = x->place ? sm_gazetteer_brief(story->scan.reader->gazetteer, x->place) : (sm_place_brief){0};
  if (b.kind == SM_KIND_COUNTRY || b.kind == SM_KIND_ADM1 || b.kind == SM_KIND_REGION || b.kind == SM_KIND_SEA) return false;
  if (b.flags & SM_PLACE_CAPITAL) return false; // "the ministry in Yerevan said that the town"
  const uint32_t floor = story->scan.s[x->sentence].first;
  const sm_group *verb = x->first > floor ? sm_group_of(&story->syntax, x->first - 1) : NULL;
  const bool left = sm_is_left(&story->scan, x, floor) && !(verb && verb->flags & SM_GROUP_RELATIVE); // not of "a camp for people who have fled X"
  return x->first == floor || left || sm_place_score(story, m, NULL) >= 0.9f;
}

/// No quarter, no village of no gazetteer.
static bool is_city(const sm_story *story, const sm_mention *x) {
  const uint8_t kind = x->place ? sm_gazetteer_brief(story->scan.reader->gazetteer, x->place).kind : SM_KIND_UNKNOWN;
  return kind == SM_KIND_CITY || kind == SM_KIND_ADM2;
}

/// "Inhabitants of X said that drones flew over the town": where those live who tell of it.
static bool is_home_of_tellers(const sm_scan *scan, const sm_mention *x) {
  static const char *const dwellers[] = {"residents", "Residents", "inhabitants", "Inhabitants", "villagers", "Villagers", "people", "People", "dwellers"};
  return x->first >= scan->s[x->sentence].first + 2 && sm_is(scan, x->first - 1, SM_W_OF) && SM_IS_ONE_OF(scan, x->first - 2, dwellers);
}

/// The place that an anaphor means: the nearest one told before it in its paragraph, else that of the strike told last.
static int antecedent(const sm_story *story, const sm_scene *sc, const sm_hit *hit, uint32_t anaphor) {
  const sm_scan *scan = &story->scan;
  static const char *const same[] = {"same"};
  if (sc->last_place >= 0 && sm_is(scan, anaphor, SM_W_THE) && SM_IS_ONE_OF(scan, anaphor + 1, same)) return sc->last_place; // where it was struck before
  const bool city = sm_is(scan, anaphor, SM_W_THE) && sm_is(scan, anaphor + 1, SM_W_CITY), that = sm_is(scan, anaphor, SM_W_THAT);
  uint32_t paragraph = scan->s[hit->sentence].paragraph;
  for (uint32_t m = story->mention_from[hit->sentence + 1]; m > 0; m--) {
    const sm_mention *x = &scan->mentions->items[m - 1];
    if (scan->s[x->sentence].paragraph != paragraph || x->sentence + 3 < hit->sentence) break;
    if (x->first >= anaphor || (city && !is_city(story, x))) continue;
    const bool pointed = x->sentence == hit->sentence && x->role != SM_ROLE_DEMONYM && ((that && is_city(story, x)) || is_home_of_tellers(scan, x)); // "authorities in X said that shells killed residents of that town"
    if (pointed || (int)m - 1 == sc->last_place || may_be_meant(story, m - 1)) return (int)m - 1;
  }
  const sm_mention *items = scan->mentions->items, *last = sc->last_place >= 0 ? &items[sc->last_place] : NULL;
  const sm_place_ref of = city && last && last->container ? items[last->container - 1].place : 0;
  const bool quarter = of && sm_gazetteer_brief(scan->reader->gazetteer, of).kind == SM_KIND_CITY;
  return quarter ? (int)last->container - 1 : sc->last_place; // "shells fell in the X district of Y. ... in the south of the city"
}

/// "Two cars with bombs were found in X. One exploded", "It blew up": the place of the sentence before, where it was told of; -1 none.
static int place_of_device(const sm_story *story, const sm_hit *hit) {
  static const char *const ones[] = {"One", "Both", "Another", "Two"}, *const device[] = {"device", "bomb", "vehicle", "car", "truck", "parcel", "package", "explosive", "explosives", "charge"};
  const sm_scan *scan = &story->scan;
  const sm_trigger *g = hit->n_triggers ? &story->triggers.items[hit->triggers[0]] : NULL;
  const uint32_t s = hit->sentence, first = scan->s[s].first;
  if (!g || !g->verb || g->row->kind != SM_K_BLAST || s == 0 || scan->s[s].paragraph != scan->s[s - 1].paragraph) return -1;
  const sm_group *verb = sm_group_of(&story->syntax, g->first), *what = verb && verb->flags & SM_GROUP_VERB && verb->subject >= 0 ? &story->syntax.groups[verb->subject] : NULL;
  if (!what || what->first != first || !(sm_is(scan, first, SM_W_IT) || SM_IS_ONE_OF(scan, first, ones) || (sm_is(scan, first, SM_W_THE) && SM_IS_ONE_OF(scan, what->head, device)))) return -1;
  for (uint32_t m = story->mention_from[s]; m > story->mention_from[s - 1]; m--)
    if (may_be_meant(story, m - 1)) return (int)m - 1;
  return -1;
}

/// "A missile hit A. ... Shells hit B. One was hurt.": another place has been struck since the head of the paragraph.
static bool is_past_head(const sm_story *story, const sm_scene *sc, const sm_hit *hit) {
  const sm_scan *scan = &story->scan;
  if (!hit->consequence || sc->head_is_section || sc->last_place < 0 || sc->last_place == sc->head_place) return false;
  const sm_mention *head = &scan->mentions->items[sc->head_place], *last = &scan->mentions->items[sc->last_place];
  int level;
  return last->sentence > head->sentence && last->sentence < hit->sentence &&
         scan->s[last->sentence].paragraph == scan->s[hit->sentence].paragraph &&
         story->line[head->sentence] == story->line[hit->sentence] &&
         !sm_places_nest(story, (uint32_t)sc->head_place, (uint32_t)sc->last_place, &level);
}

/// In a line with a place at its head; not "Makhachkala. A car blew up in the Khasavyurt district", where the report was written.
static bool is_headed(const sm_story *story, const sm_scene *sc, const sm_hit *hit) {
  int level;
  if (sc->head_place < 0 || sc->head_line != story->line[hit->sentence]) return false;
  if (hit->sentence == 0 && story->scan.ns > 1 && story->scan.s[0].flags & SM_SENTENCE_HEADING && !(story->scan.s[0].flags & SM_SENTENCE_ITEM)) return false; // "Yemen: Coalition strikes minibus", the headline
  const bool elsewhere = hit->place >= 0 && hit->place != sc->head_place && !sm_places_nest(story, (uint32_t)hit->place, (uint32_t)sc->head_place, &level);
  const sm_mention *head = &story->scan.mentions->items[sc->head_place];
  const bool opens = head->first < story->scan.s[0].last || (elsewhere && !hit->place_inherited && story->scan.mentions->items[hit->place].first > story->scan.s[hit->sentence].first && story->line[head->sentence] <= story->line[sm_first_of_body(story)]);
  return !elsewhere || story->itemised || !opens;
}

/// "struck a car bringing bread to the town of Martuni", "a bus on its way to Adwa": where a vehicle went, told by the verb that hit it; -1 none.
static int destination_of(const sm_story *story, const sm_hit *hit) {
  enum { WAY = 12 };
  const sm_scan *scan = &story->scan;
  const sm_trigger *g = hit->n_triggers && !hit->definite ? &story->triggers.items[hit->triggers[0]] : NULL;
  const sm_group *verb = g && g->verb ? sm_group_of(&story->syntax, g->first) : NULL;
  if (!verb || !(verb->flags & SM_GROUP_VERB) || verb->object < 0) return -1;
  const uint32_t what = story->syntax.groups[verb->object].head;
  const sm_cue_row *vehicle = sm_cue_at(scan, what, SM_CUE_TARGET, NULL);
  if (!vehicle || vehicle->kind != SM_K_VEHICLE) return -1;
  for (uint32_t m = story->mention_from[hit->sentence]; m < story->mention_from[hit->sentence + 1]; m++) {
    const sm_mention *x = &scan->mentions->items[m];
    if (x->first <= what || x->first > what + WAY || x->role != SM_ROLE_LITERAL) continue;
    if (sm_is_headed_for(story, x)) return (int)m; // "people travelling to a wedding in X province"
    uint32_t to = x->first - 1;
    if (!is_city(story, x)) continue;
    if (sm_is(scan, to, SM_W_OF) && to >= what + 3) to -= 2 + sm_is(scan, to - 2, SM_W_THE);
    if (sm_is(scan, to, SM_W_TO)) return (int)m;
  }
  return -1;
}

/// "The attacks came two days after the command, in Stuttgart, announced ...": a place of what else happened.
static bool is_past_clause(const sm_story *story, const sm_hit *hit) {
  static const char *const clauses[] = {"after", "before", "since"};
  const sm_trigger *g = hit->definite && hit->n_triggers == 1 && hit->place >= 0 ? &story->triggers.items[hit->triggers[0]] : NULL;
  const uint32_t place = g && !g->verb && g->first <= story->scan.s[hit->sentence].first + 1 ? story->scan.mentions->items[hit->place].first : 0;
  for (uint32_t k = g ? g->last : 0; k < place; k++)
    if (SM_IS_ONE_OF(&story->scan, k, clauses)) return true;
  return false;
}

void sm_finish_hit(const sm_story *story, sm_scene *sc, sm_hit *hit, bool shared) {
  if (is_past_clause(story, hit)) hit->place = -1, hit->place_score = 0;
  hit->item = story->line[hit->sentence] == sc->item_line || is_headed(story, sc, hit);
  sm_add_weapons(story, hit);
  add_figures(story, hit, shared);
  sm_add_attacker(story, hit);
  sm_find_target(story, hit->first, hit->last, hit);
  sm_set_date(story, sc, hit);
  if (hit->place < 0) read_unnamed_place(story, hit);
  uint32_t anaphor = hit->place < 0 && !hit->border_village ? anaphor_of(story, hit) : hit->last;
  const int meant = anaphor < hit->last ? antecedent(story, sc, hit, anaphor) : -1;
  const bool here = meant >= 0 && story->scan.mentions->items[meant].sentence == hit->sentence; // "authorities in X said shells killed four residents of that town"
  if (here) hit->place = meant, hit->place_inherited = true, hit->place_score = 1.4f;
  if (hit->place < 0 && sc->head_place >= 0 && !hit->border_village && is_past_head(story, sc, hit)) {
    hit->place = sc->last_place;
    hit->place_inherited = true;
    hit->place_score = 1.2f;
  }
  if (hit->place < 0 && sc->head_place >= 0 && !hit->border_village) {
    hit->place = sc->head_place;
    hit->place_inherited = sc->head_line != story->line[hit->sentence] || (hit->consequence && story->scan.mentions->items[sc->head_place].sentence != hit->sentence);
    hit->place_score = hit->place_inherited ? 1.2f : 2;
  }
  if (hit->place < 0 && anaphor < hit->last) {
    hit->place = meant;
    hit->place_inherited = hit->place >= 0;
    hit->place_score = 1.4f;
  }
  const int goal = hit->place < 0 && !hit->border_village ? destination_of(story, hit) : -1;
  if (goal >= 0) hit->place = goal, hit->place_score = 1;
  const int device = hit->place < 0 && !hit->border_village && (!sc->n_hits || story->scan.s[sc->last_hit_sentence].paragraph != story->scan.s[hit->sentence].paragraph) ? place_of_device(story, hit) : -1;
  if (device >= 0) hit->place = device, hit->place_inherited = true, hit->place_score = 1.4f;
  if (hit->place >= 0) sc->last_place = hit->place;
}

sm_hit sm_hit_at(uint32_t s, uint32_t first, uint32_t last) {
  return (sm_hit){.sentence = s, .first = first, .last = last, .place = -1, .when = -1, .start = SM_NO_DATE, .end = SM_NO_DATE, .group = -1};
}
