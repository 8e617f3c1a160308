// What was struck: the object of the verb, the subject of a passive, what follows "on" or "against", else what is named nearby.
#include "laid.h"
#include "setting.h"
#include "sides.h"
#include "target.h"
#include "teller.h"

/// A phrase of nouns with what speaks for it as the struck thing.
typedef struct struck {
  uint32_t first, last;
  float score;
} struck;

enum {
  LONGEST_PHRASE = 9,
  BRACKET = 12, ///< bytes of a short name in brackets
  KNOWN = 1 << SM_CUE_TARGET | 1 << SM_CUE_VICTIM | 1 << SM_CUE_FORCE | 1 << SM_CUE_ACTOR, ///< classes of what can be struck
};

// ---- phrases

/// "When police came"
static bool opens_clause(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"When", "While", "As", "After", "Before", "Since", "If"};
  return SM_IS_ONE_OF(scan, i, words);
}

static bool ends_phrase(const sm_scan *scan, uint32_t i) {
  static const sm_word table[] = {SM_W_THAT, SM_W_WHEN, SM_W_WHICH, SM_W_WHO, SM_W_AFTER, SM_W_WHERE, SM_W_AS, SM_W_WHILE, SM_W_BUT, SM_W_BEFORE, SM_W_HE, SM_W_THEY, SM_W_INCLUDING, SM_W_NEAR, SM_W_OUTSIDE};
  if (sm_is_punct(scan, i)) return scan->t[i].sign != '-' && !(scan->t[i].flags & SM_TOKEN_CLITIC);
  static const char *const shot[] = {"shot"}; // "police shot dead two"
  if (SM_IS_ANY(scan, i, table) || opens_clause(scan, i) || SM_IS_ONE_OF(scan, i, shot)) return true;
  const sm_cue_row *said = sm_cue_at(scan, i, SM_CUE_REPORTING, NULL);
  return (sm_is_preposition(scan, i) && !sm_is(scan, i, SM_W_OF)) || sm_is_be(scan, i) || sm_is_have(scan, i) || sm_has_cue(scan, i, SM_CUE_TIME) ||
         sm_has_cue(scan, i, SM_CUE_CASUALTY) || (said && said->form != SM_F_FIGURE && !sm_has_cue(scan, i, SM_CUE_TARGET));
}

static bool is_owner(const sm_scan *scan, uint32_t i) { return sm_is(scan, i, SM_W_ITS) || sm_is(scan, i, SM_W_THEIR) || sm_is(scan, i, SM_W_HIS) || sm_is(scan, i, SM_W_HER); }

static bool is_adverb(const sm_scan *scan, uint32_t i) {
  const sm_lexicon_entry *e = scan->t[i].entry;
  return e && (e->word_bits & SM_WORD_ADVERB) && !(e->word_bits & (SM_WORD_NOUN | SM_WORD_ADJECTIVE)) && !scan->mask[i];
}

static uint32_t phrase_start(const sm_scan *scan, uint32_t i, uint32_t floor) {
  uint32_t end = i;
  while (i > floor && end - i < LONGEST_PHRASE && !ends_phrase(scan, i - 1) && !is_adverb(scan, i - 1) && !sm_is(scan, i - 1, SM_W_AND) &&
         !(sm_has_cue(scan, i - 1, SM_CUE_TRIGGER) && !sm_has_cue(scan, i - 1, SM_CUE_TARGET))) {
    i--;
    if (sm_is_article(scan, i) && !(i > floor && sm_is(scan, i - 1, SM_W_OF))) break;
  }
  while (i < end && (sm_is_article(scan, i) || is_owner(scan, i) || scan->t[i].flags & SM_TOKEN_CLITIC || sm_is(scan, i, SM_W_OF))) i++;
  return i;
}

/// "the 12th Brigade": with the number of its rank.
static uint32_t with_rank(const sm_scan *scan, uint32_t i) {
  return i > 0 && sm_is_rank_ending(scan, i) && scan->t[i - 1].flags & SM_TOKEN_NUMBER ? i - 1 : i;
}

/// "the tanker M/V Saibaba": with the letters that say what kind of ship bears the name, and the noun before them.
static uint32_t with_ship_letters(const sm_scan *scan, uint32_t i) {
  static const char *const kinds[] = {"M", "F", "S"};
  if (i < 2 || !sm_is_sign(scan, i - 1, '/') || scan->t[i - 2].end != scan->t[i].begin - 1 || !SM_IS_ONE_OF(scan, i - 2, kinds)) return i;
  return i > 2 && sm_has_cue(scan, i - 3, SM_CUE_TARGET) && scan->t[i - 3].sentence == scan->t[i].sentence ? i - 3 : i - 2;
}

/// "a market and a school": the phrase goes on after "and" where another struck thing follows.
static bool goes_on(const sm_scan *scan, uint32_t i, uint32_t ceiling) {
  return i + 1 < ceiling && (sm_has_cue(scan, i + 1, SM_CUE_TARGET) || sm_is_article(scan, i + 1) || (i + 2 < ceiling && sm_has_cue(scan, i + 2, SM_CUE_TARGET)));
}

static uint32_t phrase_end(const sm_scan *scan, uint32_t i, uint32_t ceiling) {
  for (uint32_t first = i; i < ceiling && i - first < LONGEST_PHRASE; i++) {
    if (ends_phrase(scan, i) || is_adverb(scan, i) || (sm_has_cue(scan, i, SM_CUE_TRIGGER) && !sm_has_cue(scan, i, SM_CUE_TARGET))) break;
    if (i > first && sm_is_article(scan, i) && !sm_is(scan, i - 1, SM_W_OF) && !sm_is(scan, i - 1, SM_W_AND)) break;
    if (sm_is(scan, i, SM_W_AND) && !goes_on(scan, i, ceiling)) break;
    if (i > first && sm_has_cue(scan, i, SM_CUE_NUMBER) && !sm_is(scan, i - 1, SM_W_AND) && !sm_is(scan, i - 1, SM_W_OF)) break; // "the district five times"
  }
  return i;
}

static bool holds(const sm_scan *scan, uint32_t first, uint32_t last, sm_cue_class cls) {
  for (uint32_t i = first; i < last; i++)
    if (sm_has_cue(scan, i, cls)) return true;
  return false;
}

static bool holds_target(const sm_scan *scan, uint32_t first, uint32_t last) { return holds(scan, first, last, SM_CUE_TARGET); }
static bool holds_weapon(const sm_scan *scan, uint32_t first, uint32_t last) { return holds(scan, first, last, SM_CUE_WEAPON); }

/// What can be struck stands in it, and it is no weapon.
static bool is_struck_thing(const sm_scan *scan, uint32_t first, uint32_t last) {
  static const char *const measures[] = {"metres", "meters", "metre", "km", "kilometres", "kilometers", "miles", "yards", "feet", "course", "hours", "minutes"};
  if (last > first && SM_IS_ONE_OF(scan, last - 1, measures)) return false; // "a few metres", "80 km"
  static const char *const reasons[] = {"self"};
  if (SM_IS_ONE_OF(scan, first, reasons)) return false; // "self-defence strikes"
  if (first > 1 && sm_is(scan, first - 1, SM_W_AGAINST) && sm_has_cue(scan, first - 2, SM_CUE_TRIGGER)) return true; // "strikes against two missiles"
  bool thing = false;
  for (uint32_t i = first, weapon_end = first; i < last; i++) {
    uint32_t end;
    const sm_cue_row *w = sm_cue_at(scan, i, SM_CUE_WEAPON, &end);
    const bool tank = w && w->kind == SM_K_WEAKCARRIER && end == last; // "an M60 tank", "a fuel tank"
    if (w && w->kind != SM_K_GUN && !tank && !holds_target(scan, end - 1, last)) return false; // "a drone site" is no drone
    if (w) weapon_end = end;
    thing |= tank;
    if (i < weapon_end && !(w && sm_has_cue(scan, i, SM_CUE_TARGET) && end == i + 1)) continue;
    const sm_lexicon_entry *e = scan->t[i].entry;
    bool unlisted = !e && (scan->t[i].flags & SM_TOKEN_WORD);
    bool noun = (unlisted || (e && (e->word_bits & SM_WORD_NOUN))) && !sm_is_preposition(scan, i) && !(scan->t[i].flags & SM_TOKEN_NUMBER) && !sm_has_cue(scan, i, SM_CUE_NUMBER);
    thing |= (scan->mask[i] & KNOWN) || scan->mention_at[i] || noun || ((scan->t[i].flags & SM_TOKEN_CAPITAL) && !sm_has_cue(scan, i, SM_CUE_NUMBER) && !(e && e->word_bits & SM_WORD_ADVERB && !noun));
  }
  return thing;
}

/// "Aleppo", "Deir ez-Zor governorate", "the east of Kabul": where, rather than what.
static bool is_place_alone(const sm_scan *scan, uint32_t first, uint32_t last) {
  bool place = false;
  for (uint32_t i = first; i < last; i++) {
    const sm_lexicon_entry *e = scan->t[i].entry;
    bool where = scan->mention_at[i] || (e && (e->word_bits & SM_WORD_NOUN_LOCATION));
    if (scan->mask[i] & KNOWN) return false;
    place |= where;
  }
  return place;
}

/// A name alone: "Zolochiv", not "the centre of Kharkiv".
static bool is_bare_name(const sm_story *story, uint32_t first, uint32_t last) {
  for (uint32_t i = first; i < last; i++)
    if (!story->scan.mention_at[i] && !(story->scan.t[i].flags & SM_TOKEN_CAPITAL) && sm_part_is_noun(story->syntax.part[i])) return false;
  return is_place_alone(&story->scan, first, last);
}

/// "the front", "another part": of something that is named elsewhere.
static bool is_part(const sm_scan *scan, uint32_t first, uint32_t last) {
  static const char *const parts[] = {"front", "side", "part", "parts", "end", "edge", "top", "back", "corner", "middle", "rest", "bend", "section", "direction"};
  for (uint32_t i = first; i < last; i++)
    if (SM_IS_ONE_OF(scan, i, parts)) return true;
  return false;
}

/// "the port side", "ten metres", "payback": a common noun for no thing, person or group.
static bool is_abstract(const sm_scan *scan, uint32_t first, uint32_t last) {
  static const char *const heads[] = {"group", "groups", "animals"}; // which WordNet keeps above all its kinds
  const uint32_t things = SM_WORD_NOUN_PERSON | SM_WORD_NOUN_GROUP | SM_WORD_NOUN_ARTIFACT;
  for (uint32_t i = first; i < last; i++) {
    const sm_lexicon_entry *e = scan->t[i].entry;
    bool number = scan->t[i].flags & SM_TOKEN_NUMBER || sm_has_cue(scan, i, SM_CUE_NUMBER);
    if (scan->mask[i] & KNOWN || scan->mention_at[i] || SM_IS_ONE_OF(scan, i, heads)) return false;
    if (scan->t[i].flags & SM_TOKEN_WORD && !number && (!e || scan->t[i].flags & SM_TOKEN_CAPITAL || e->word_bits & things)) return false;
  }
  return true;
}

bool sm_is_told_by(const sm_story *story, uint32_t first, uint32_t last) {
  uint32_t s = story->scan.t[first].sentence;
  for (uint32_t k = story->speech_at[s]; k < story->speech_at[s + 1]; k++)
    if (story->speeches.items[k].first < last && first < story->speeches.items[k].last) return true;
  return sm_is_hearer(story, first);
}

/// "near a police vehicle", "under the truck", "next to a car", "targeting a jeep": the vehicle is not what carried the bomb.
static bool is_led_by_nearness(const sm_scan *scan, uint32_t first) {
  static const sm_word near[] = {SM_W_NEAR, SM_W_UNDER, SM_W_BESIDE, SM_W_OUTSIDE, SM_W_AGAINST};
  static const char *const beside[] = {"next", "close", "adjacent"}, *const targets[] = {"targeting", "targeted", "targets"};
  while (first > 1 && (sm_is_article(scan, first - 1) || is_owner(scan, first - 1))) first--;
  return first > 1 && (SM_IS_ANY(scan, first - 1, near) || SM_IS_ONE_OF(scan, first - 1, targets) || (sm_is(scan, first - 1, SM_W_TO) && SM_IS_ONE_OF(scan, first - 2, beside)));
}

/// "blew up two vehicles at a post", "rammed his truck into the gate".
static bool carries_bomb(const sm_scan *scan, const sm_hit *hit, uint32_t first, uint32_t last) {
  bool vehicle = false;
  if (is_led_by_nearness(scan, first)) return false;
  for (uint32_t i = first; i < last; i++) {
    const sm_cue_row *row = sm_cue_at(scan, i, SM_CUE_TARGET, NULL);
    if (row && row->kind != SM_K_VEHICLE) return false;
    vehicle |= row != NULL;
  }
  return vehicle && hit->weapons & (SM_WEAPON_CAR_BOMB | SM_WEAPON_SUICIDE_BOMB);
}

/// "the village of X", "a field", "the exit of Y": where something lay, rather than what it struck.
static bool is_ground(const sm_scan *scan, uint32_t first, uint32_t last) {
  static const char *const grounds[] = {"village", "villages", "field", "fields", "area", "place", "spot", "exit", "hamlet", "locality", "neighbourhood", "neighborhood", "district"};
  if (is_place_alone(scan, first, last) || sm_is_way(scan, first, last)) return true;
  bool ground = false;
  for (uint32_t i = first; i < last; i++) {
    const bool is = SM_IS_ONE_OF(scan, i, grounds);
    if (!is && sm_has_cue(scan, i, SM_CUE_TARGET)) return false;
    ground |= is;
  }
  return ground;
}

/// "at least 25", "19".
static bool is_count(const sm_scan *scan, uint32_t first, uint32_t last) {
  static const char *const hedges[] = {"least", "most", "than", "left"};
  for (uint32_t i = first; i < last; i++)
    if (!(scan->t[i].flags & SM_TOKEN_NUMBER) && !sm_has_cue(scan, i, SM_CUE_NUMBER) && !SM_IS_ONE_OF(scan, i, hedges)) return false;
  return true;
}

static void consider(const sm_story *story, const sm_hit *hit, uint32_t first, uint32_t last, float score, struck *best) {
  const sm_scan *scan = &story->scan;
  if (first >= last || last > scan->n || first < story->body_first || !is_struck_thing(scan, first, last) || sm_is_told_by(story, first, last) || sm_is_publication(scan, last) || sm_is_source_of_fire(scan, first)) return;
  if (sm_span_overlaps(sm_tokens_span(scan, first, last), hit->attacker_span) && (hit->attacker_score >= 2 || hit->weapons & SM_WEAPON_SUICIDE_BOMB || (hit->weapons & SM_WEAPON_IED && sm_tells_cue(scan, first, last, SM_CUE_FORCE, SM_K_REBEL)))) return;
  const uint32_t begin = scan->t[first].begin; // "planted by the New People's Army (NPA) rebels"
  if (hit->attacker_score >= 2 && begin >= hit->attacker_span.end && begin - hit->attacker_span.end <= BRACKET && sm_is_sign(scan, first - 1, ')') && sm_tells_cue(scan, first, last, SM_CUE_FORCE, SM_K_REBEL)) return;
  static const char *const lands[] = {"country", "nation", "kingdom", "republic"};
  if (SM_IS_ONE_OF(scan, last - 1, lands)) return; // "a string of attacks in the east African country"
  if (sm_has_cue(scan, last - 1, SM_CUE_TIME) && !(scan->mask[last - 1] & KNOWN)) return; // "another wounded early Monday"
  const sm_cue_row *mine = sm_cue_at(scan, last - 1, SM_CUE_WEAPON, NULL);
  if (mine && mine->weapons & hit->weapons & SM_WEAPON_IED && !holds_target(scan, first, last - 1)) return; // "set off a mine": no colliery
  const sm_cue_row *number = sm_cue_at(scan, first, SM_CUE_NUMBER, NULL);
  if ((number && number->kind == SM_K_ZERO) || sm_is(scan, last - 1, SM_W_OF)) return;
  static const char *const place[] = {"place", "part"}, *const takes[] = {"took", "take", "takes", "taken", "taking"};
  if (last == first + 1 && first > 0 && SM_IS_ONE_OF(scan, first, place) && SM_IS_ONE_OF(scan, first - 1, takes)) return; // "the strike took place"
  static const char *const worn[] = {"vest", "vests", "belt", "belts", "explosives"}; // "he detonated his vest"
  if (SM_IS_ONE_OF(scan, last - 1, worn) && !(hit->weapons & (SM_WEAPON_AIRSTRIKE | SM_WEAPON_DRONE | SM_WEAPON_MISSILE))) return;
  static const char *const tolls[] = {"life", "lives", "toll", "casualties", "fatalities", "losses", "injuries", "deaths"};
  const bool booth = last > first + 1 && sm_has_cue(scan, last - 1, SM_CUE_TARGET); // "a toll booth"
  if ((SM_IS_ONE_OF(scan, first, tolls) && !booth) || (last > first + 1 && SM_IS_ONE_OF(scan, first + 1, tolls))) return; // "took the lives of 20 people"
  const sm_cue_row *mode = sm_cue_at(scan, first, SM_CUE_MODE, NULL);
  static const char *const fire[] = {"fire", "light", "alight", "ablaze"}, *const sets[] = {"set", "sets", "setting", "caught", "catching", "catch", "opened", "returned"};
  if (last == first + 1 && first > 0 && SM_IS_ONE_OF(scan, first, fire) && SM_IS_ONE_OF(scan, first - 1, sets)) return;
  if (is_count(scan, first, last) || (last == first + 1 && mode && mode->kind == SM_K_ANOTHER)) return; // "Meanwhile"
  const sm_cue_row *arms = sm_cue_at(scan, last - 1, SM_CUE_FORCE, NULL);
  const bool known = scan->mask[last - 1] & (KNOWN & ~(1 << SM_CUE_FORCE)) || (arms && arms->kind != SM_K_ARMS); // "Russian fire", "separate shelling" are nothing struck
  if (sm_has_cue(scan, last - 1, SM_CUE_TRIGGER) && !known && !scan->mention_at[last - 1]) return; // "the landing"
  if (sm_is_laid(story, hit) && is_ground(scan, first, last)) score -= 1.8f; // who came by says more
  else if (is_place_alone(scan, first, last)) score -= is_bare_name(story, first, last) || is_part(scan, first, last) ? 1.8f : 0.9f; // what stands there says more
  else if (is_abstract(scan, first, last)) {
    score -= 1.5f;
    if (score < 1) return;
  }
  else if (carries_bomb(scan, hit, first, last)) score -= 1.5f;
  else if (sm_is_way(scan, first, last)) score -= 0.8f;
  else if (holds_target(scan, first, last)) score += 0.4f;
  if (score > best->score) *best = (struck){first, last, score};
}

// ---- by grammar

static const sm_group *group_at(const sm_story *story, int32_t i) { return i >= 0 ? &story->syntax.groups[i] : NULL; }

static bool is_last(const sm_story *story, const sm_group *g) { return g + 1 >= story->syntax.groups + story->syntax.n; }

/// A mine, device or, where `any`, whatever explodes within the next words.
static bool has_device_after(const sm_scan *scan, uint32_t i, uint32_t last, bool any) {
  for (uint32_t k = i; k < last && k < i + 6 && !sm_is_punct(scan, k); k++) {
    const sm_cue_row *w = sm_cue_at(scan, k, SM_CUE_WEAPON, NULL);
    if (w && (w->weapons & (any ? SM_WEAPON_IED | SM_WEAPON_BOMB : SM_WEAPON_IED) || w->kind == SM_K_DEVICE)) return true;
  }
  return false;
}

/// "drove over a mine", "stepped on a device".
static bool is_tread(const sm_scan *scan, uint32_t verb, uint32_t last) {
  static const char *const treads[] = {"ran", "run", "runs", "running", "drove", "drives", "driving", "driven", "rode", "riding", "stepped", "steps", "stepping", "trod", "trodden", "treads", "treading", "passed", "rolled"},
                           *const over[] = {"over", "on", "onto", "across"};
  static const char *const comes[] = {"came", "come", "comes", "coming"}, *const contact[] = {"contact"}, *const falls[] = {"fell", "fallen", "fall"}, *const victim[] = {"victim"};
  if (verb + 4 < last && SM_IS_ONE_OF(scan, verb, comes) && SM_IS_ONE_OF(scan, verb + 2, contact)) return has_device_after(scan, verb + 3, last, true); // "came into contact with a mine"
  if (verb + 3 < last && SM_IS_ONE_OF(scan, verb, falls) && SM_IS_ONE_OF(scan, verb + 1, victim)) return has_device_after(scan, verb + 2, last, true);
  return verb + 1 < last && SM_IS_ONE_OF(scan, verb, treads) && SM_IS_ONE_OF(scan, verb + 1, over) && has_device_after(scan, verb + 2, last, true);
}

static bool holds_vehicle(const sm_scan *scan, const sm_group *g) {
  for (uint32_t i = g->first; i < g->last; i++) {
    const sm_cue_row *row = sm_cue_at(scan, i, SM_CUE_TARGET, NULL);
    if (row && row->kind == SM_K_VEHICLE) return true;
  }
  return false;
}

/// "a lorry set off a mine", "their car detonated a bomb": by a vehicle, which meets what it sets off.
static bool is_tripping(const sm_scan *scan, const sm_group *subject, uint32_t verb, uint32_t last) {
  static const char *const trips[] = {"set", "sets", "triggered", "triggers", "tripped", "hit", "hits", "struck", "strikes", "detonated", "activated"};
  return SM_IS_ONE_OF(scan, verb, trips) && has_device_after(scan, verb + 1, last, false) && holds_vehicle(scan, subject);
}

/// "when rebels detonated a mine": who strikes, by the verb that they are the subject of.
static bool is_striking(const sm_story *story, const sm_group *g) {
  const sm_syntax *x = &story->syntax;
  const uint32_t sentence = story->scan.t[g->first].sentence;
  for (uint32_t i = x->first_of[sentence]; i < x->first_of[sentence + 1]; i++) {
    const sm_group *verb = &x->groups[i];
    if (!(verb->flags & SM_GROUP_VERB) || verb->flags & (SM_GROUP_PASSIVE | SM_GROUP_INFINITIVE) || verb->subject < 0 || &x->groups[verb->subject] != g) continue; // not "attacked militants preparing to fire a rocket"
    const uint32_t end = story->scan.s[sentence].last;
    if (sm_verb_meets_device(story, verb) || is_tread(&story->scan, verb->head, end) || is_tripping(&story->scan, g, verb->head, end)) continue;
    const sm_cue_row *row = sm_cue_at(&story->scan, verb->head, SM_CUE_TRIGGER, NULL);
    const sm_group *object = verb->object >= 0 ? &x->groups[verb->object] : i + 1 < x->first_of[sentence + 1] ? verb + 1 : NULL; // "set off a mine"
    if (!row || row->kind == SM_K_PASSIVE || row->form == SM_F_INTR || !object) continue; // "came under mortar fire"
    if (holds_weapon(&story->scan, object->first, object->last)) return true;
  }
  return false;
}

/// The words of a noun group that name the thing: without articles and hedges, with what "of" and "and" add.
static void consider_group(const sm_story *story, const sm_hit *hit, const sm_group *g, float score, struck *best) {
  const sm_scan *scan = &story->scan;
  static const char *const grips[] = {"control", "rule", "grip", "cover", "cloak"}; // "a town under the control of the group", "under cover of darkness"
  if (!g || g->flags & (SM_GROUP_VERB | SM_GROUP_TIME | SM_GROUP_PRONOUN) || SM_IS_ONE_OF(scan, g->head, grips) || is_striking(story, g)) return;
  uint32_t first = g->first, last = sm_group_end_with_of(scan, &story->syntax, g), end;
  if (last < scan->n && sm_is_rank_ending(scan, last) && scan->t[last - 1].flags & SM_TOKEN_NUMBER) { // "a truck of the 57th Battalion"
    const sm_group *rest = sm_group_of(&story->syntax, last);
    if (rest && rest->first == last) last = sm_group_end_with_of(scan, &story->syntax, rest);
  }
  if (sm_is_sign(scan, last, '/') && last + 1 < scan->n) { // "the M/V Gibraltar Eagle"
    const sm_group *rest = sm_group_of(&story->syntax, last + 1);
    if (rest && !(rest->flags & SM_GROUP_VERB) && rest->first == last + 1) last = rest->last;
  }
  for (const sm_group *next = g; !is_last(story, next) && next[1].flags & SM_GROUP_LISTED && next[1].first <= last + 2 && !(next[1].flags & SM_GROUP_TIME) && holds_target(scan, next[1].first, next[1].last); next++)
    last = sm_group_end_with_of(scan, &story->syntax, next + 1);
  if (first + 1 < last && (opens_clause(scan, first) || (sm_has_cue(scan, first, SM_CUE_CASUALTY) && sm_has_cue(scan, first + 1, SM_CUE_NUMBER)))) first++; // "killed and wounded more than thirty"
  const sm_cue_row *hedge = sm_cue_at(scan, first, SM_CUE_NUMBER, &end);
  if (hedge && (hedge->kind == SM_K_HEDGE || hedge->kind == SM_K_HEDGE_LOW || hedge->kind == SM_K_HEDGE_HIGH) && end < last) first = end;
  while (first < last && (sm_is_article(scan, first) || is_owner(scan, first) || is_adverb(scan, first) || scan->t[first].flags & SM_TOKEN_CLITIC)) first++;
  while (last > first && (sm_is_preposition(scan, last - 1) || sm_is_punct(scan, last - 1))) last--;
  consider(story, hit, first, last, score, best);
}

/// "against what it said were militants' bases", "hit what Tehran called two strongholds": what the speaker names stands after the verb.
static const sm_group *after_what(const sm_story *story, uint32_t i, uint32_t ceiling) {
  static const char *const what[] = {"what"};
  const sm_syntax *x = &story->syntax;
  if (i >= ceiling || !SM_IS_ONE_OF(&story->scan, i, what)) return NULL;
  for (uint32_t k = i + 1; k + 1 < ceiling && k < i + 9; k++) {
    const sm_group *verb = sm_group_of(x, k), *named = sm_group_of(x, k + 1);
    if (!verb || !(verb->flags & SM_GROUP_VERB) || k + 1 != verb->last || !named || named->flags & SM_GROUP_VERB) continue;
    bool speaks = !is_last(story, named) && named[1].flags & SM_GROUP_FINITE && named[1].first == named->last; // "what it said they were"
    if (!speaks) return named;
  }
  return NULL;
}

static float preposition_score(const sm_scan *scan, uint32_t i, const sm_trigger *g) {
  static const char *const beside[] = {"next", "close", "adjacent"}, *const before[] = {"front", "vicinity"};
  if (i > g->last && ((sm_is(scan, i, SM_W_TO) && SM_IS_ONE_OF(scan, i - 1, beside)) || (sm_is(scan, i, SM_W_OF) && SM_IS_ONE_OF(scan, i - 1, before)))) return 2.2f;
  if (sm_is(scan, i, SM_W_AGAINST)) return 3;
  if (sm_is(scan, i, SM_W_ON)) return g->row->kind == SM_K_BLAST ? 2.3f : 3;
  if (sm_is(scan, i, SM_W_AT) || sm_is(scan, i, SM_W_INTO) || sm_is(scan, i, SM_W_THROUGH)) return 2.6f;
  if (sm_is(scan, i, SM_W_OF)) return i == g->last && !g->verb && g->row->kind != SM_K_BLAST ? 2.6f : 0;
  if (sm_is(scan, i, SM_W_INSIDE) || sm_is(scan, i, SM_W_OUTSIDE) || sm_is(scan, i, SM_W_NEAR) || sm_is(scan, i, SM_W_OVER)) return 2;
  static const char *const within[] = {"during", "amid", "among", "amongst"};
  if (SM_IS_ONE_OF(scan, i, within)) return 2;
  if (sm_is(scan, i, SM_W_UNDER) || sm_is(scan, i, SM_W_BESIDE) || (sm_is(scan, i, SM_W_BY) && g->row->kind == SM_K_FALL)) return 2.2f;
  return sm_is(scan, i, SM_W_IN) ? 1.5f : 0;
}

static bool ends_reach(const sm_scan *scan, uint32_t i) {
  static const sm_word table[] = {SM_W_THAT, SM_W_WHEN, SM_W_WHICH, SM_W_WHO, SM_W_AFTER, SM_W_BUT};
  return sm_is_sign(scan, i, ';') || sm_is_sign(scan, i, '_') || SM_IS_ANY(scan, i, table);
}

/// A verb with tense other than that the strike killed or hurt: "... and was declared dead on arrival".
static bool begins_clause(const sm_story *story, uint32_t i) {
  const sm_group *verb = sm_group_of(&story->syntax, i);
  if (!verb || verb->first != i || !(verb->flags & SM_GROUP_VERB) || !(verb->flags & (SM_GROUP_FINITE | SM_GROUP_PASSIVE))) return false;
  return !sm_has_cue(&story->scan, verb->head, SM_CUE_CASUALTY) && !sm_has_cue(&story->scan, verb->head, SM_CUE_TRIGGER);
}

/// "an attack on Tuesday on a market", "fired at the camp", "exploded outside a bank".
static void consider_after(const sm_story *story, const sm_hit *hit, const sm_trigger *g, uint32_t ceiling, float worth, struck *best) {
  const sm_scan *scan = &story->scan;
  const sm_group *of = sm_is(scan, g->last, SM_W_OF) && g->last + 1 < ceiling ? sm_group_of(&story->syntax, g->last + 1) : NULL;
  const uint32_t from = of && holds_weapon(scan, of->first, of->last) ? of->last : g->last; // "the explosion of a homemade bomb in a bar"
  for (uint32_t i = g->last; i < ceiling && i < from + 14; i++) {
    if (ends_reach(scan, i) || (i > g->last && begins_clause(story, i))) return;
    if (i > g->last && sm_has_cue(scan, i, SM_CUE_TRIGGER) && !sm_has_cue(scan, i, SM_CUE_TARGET) && !sm_has_cue(scan, i, SM_CUE_WEAPON)) return;
    uint32_t hedge_end = i;
    if (sm_cue_at(scan, i, SM_CUE_NUMBER, &hedge_end) && hedge_end > i + 1) continue; // "at least 18 people"
    float score = preposition_score(scan, i, g) + worth - 0.05f * (float)(i > from ? i - from : 0);
    if (score <= 0 || i + 1 >= ceiling) continue;
    const uint32_t next = i + 3 < ceiling && sm_is(scan, i + 1, SM_W_AND) && (sm_is_preposition(scan, i + 2) || sm_is(scan, i + 2, SM_W_AROUND)) ? i + 3 : i + 1; // "inside and around the base"
    const sm_group *named = after_what(story, next, ceiling);
    const float before = best->score;
    consider_group(story, hit, named ? named : sm_group_of(&story->syntax, next), score, best);
    if (best->score > before && best->score >= 2) return; // "at a car on the road": the rest is where that stands
  }
}

/// People hurt rather than a thing hit: they count where nothing else is named.
static bool are_victims(const sm_scan *scan, const sm_group *g) {
  bool victims = false;
  for (uint32_t i = g ? g->first : 0; g && i < g->last; i++) victims |= sm_has_cue(scan, i, SM_CUE_VICTIM);
  return victims && !holds_target(scan, g->first, g->last);
}

/// The verb that has the trigger's noun as its subject: "blasts rocked a police station".
static const sm_group *verb_of(const sm_story *story, const sm_trigger *g) {
  const sm_syntax *x = &story->syntax;
  const int32_t own = (int32_t)x->group_at[g->first] - 1;
  for (uint32_t i = x->first_of[g->sentence]; i < x->first_of[g->sentence + 1]; i++)
    if (x->groups[i].flags & SM_GROUP_VERB && x->groups[i].subject == own && own >= 0) return &x->groups[i];
  return NULL;
}

/// "six labourers": by the lexicon persons.
static bool is_people(const sm_scan *scan, const sm_group *g) {
  const sm_lexicon_entry *e = scan->t[g->head].entry;
  return e && e->word_bits & SM_WORD_NOUN_PERSON && e->word_bits & SM_WORD_PLURAL;
}

/// "a bus carrying pilgrims set off", "the car they were driving hit": the vehicle, rather than who rides in it; NULL none.
static const sm_group *vehicle_of(const sm_story *story, const sm_group *rider) {
  static const char *const carries[] = {"carrying", "transporting", "taking", "bringing", "ferrying"};
  const uint32_t before = (uint32_t)(rider - story->syntax.groups) - story->syntax.first_of[story->scan.t[rider->first].sentence];
  const bool carried = before > 1 && rider[-1].flags & SM_GROUP_VERB && SM_IS_ONE_OF(&story->scan, rider[-1].head, carries);
  const sm_group *vehicle = carried ? rider - 2 : before > 0 && rider->flags & SM_GROUP_PRONOUN && rider[-1].last == rider->first ? rider - 1 : NULL;
  return vehicle && !(vehicle->flags & SM_GROUP_VERB) && holds_vehicle(&story->scan, vehicle) ? vehicle : NULL;
}

/// The subject of a verb, behind what stands in commas and brackets: "a house near Boya, west of Miran Shah, was struck".
static const sm_group *subject_of(const sm_story *story, const sm_group *verb) {
  const sm_scan *scan = &story->scan;
  const sm_group *g = group_at(story, verb->subject), *floor = &story->syntax.groups[story->syntax.first_of[scan->t[verb->first].sentence]];
  const sm_group *before = verb > floor && verb[-1].last == verb->first && !(verb[-1].flags & (SM_GROUP_VERB | SM_GROUP_TIME)) && verb[-1].lead != SM_NO_TOKEN ? verb - 1 : NULL;
  const bool by = sm_is(scan, verb->last, SM_W_BY) && verb->last == verb->first + 1;
  const bool participle = sm_has_cue(scan, verb->head, SM_CUE_CASUALTY) && (by || (verb->flags & SM_GROUP_PASSIVE && !(verb->flags & SM_GROUP_FINITE))) && before && (sm_is(scan, before->lead, SM_W_OF) || sm_is(scan, before->lead, SM_W_FOR));
  if (participle && (are_victims(scan, before) || is_people(scan, before))) return before; // "the funeral of two men killed by a shell"
  const sm_group *vehicle = g && g >= floor ? vehicle_of(story, g) : NULL;
  if (vehicle) return vehicle;
  for (const sm_group *k = verb; g && g->flags & SM_GROUP_PRONOUN && k > floor; k--) { // "two soldiers were hurt when they trod on"
    const sm_group *other = k[-1].flags & SM_GROUP_FINITE ? group_at(story, k[-1].subject) : NULL;
    if (other && !(other->flags & SM_GROUP_PRONOUN)) g = other;
  }
  for (const sm_group *k = g; k && k > floor && k >= verb - 3; k--) // "the truck in which they were travelling hit a mine"
    if (k->first > 0 && sm_is(scan, k->first - 1, SM_W_WHICH)) return k[-1].flags & SM_GROUP_VERB ? g : k - 1;
  for (const sm_group *k = g; k && k >= floor && !(verb->flags & SM_GROUP_RELATIVE); k--) {
    bool apart = k->first > 0 && sm_is_sign(scan, k->first - 1, ',') && verb->first > 0 && sm_is_sign(scan, verb->first - 1, ',');
    bool glued = k > floor && k->first == k[-1].last && !(scan->t[k->first].flags & SM_TOKEN_SPACE_BEFORE); // the "th" of "168th"
    bool aside = apart || glued || k->lead != SM_NO_TOKEN || k->flags & SM_GROUP_TIME || is_place_alone(scan, k->first, k->last) || !is_struck_thing(scan, k->first, k->last);
    if (!aside || k->flags & SM_GROUP_VERB) return k->flags & SM_GROUP_VERB ? g : k;
    if (k->first == scan->s[scan->t[verb->first].sentence].first || !(glued || k->lead != SM_NO_TOKEN || sm_is_punct(scan, k->first - 1))) return g;
  }
  return g;
}

/// "was hit", "came under fire"; but "fired on a group" is done by its subject, for all that a preposition follows.
static bool is_done_to(const sm_story *story, const sm_trigger *g, const sm_group *verb) {
  const bool leads = g->last > g->first + 1 && sm_is_preposition(&story->scan, g->last - 1);
  return g->passive || g->row->kind == SM_K_PASSIVE || (verb->flags & SM_GROUP_PASSIVE && !leads);
}

static void consider_verb(const sm_story *story, const sm_hit *hit, const sm_trigger *g, const sm_group *verb, uint32_t ceiling, struck *best) {
  const sm_kind kind = (sm_kind)g->row->kind;
  const float worth = kind == SM_K_KILL ? 1.0f : kind == SM_K_HARM && g->row->name.len ? 2.0f : 3.0f;
  const sm_group *subject = subject_of(story, verb), *object = group_at(story, verb->object);
  const bool meets = sm_meets_device(story, g), within = object && object->first < g->last; // "caught fire"
  if (meets) {
    consider_group(story, hit, subject, 3, best);
    return;
  }
  static const char *const fire[] = {"fire", "light"};
  if (object && SM_IS_ONE_OF(&story->scan, object->head, fire) && sm_is(&story->scan, object->last, SM_W_TO)) object = sm_group_of(&story->syntax, object->last + 1); // "set fire to two barns"
  else if (within) object = NULL;
  const bool passive = is_done_to(story, g, verb);
  const bool deed = !g->row->name.len; // of a munition, or of who meets one
  const bool acts = kind == SM_K_ATTACK || kind == SM_K_PASSIVE || kind == SM_K_HARM || kind == SM_K_KILL || (deed && kind == SM_K_FALL);
  const sm_group *whom = passive || (within && !object) ? subject : object;
  if (acts) consider_group(story, hit, whom, (kind == SM_K_KILL || kind == SM_K_HARM || sm_has_cue(&story->scan, verb->head, SM_CUE_CASUALTY)) && are_victims(&story->scan, whom) ? (hit->weapons & SM_WEAPON_IED && sm_is_laid(story, hit) ? 1.3f : 0.7f) : worth, best);
  if (acts && !passive && !object && g->last < ceiling) consider_group(story, hit, sm_group_of(&story->syntax, g->last), worth - 0.4f, best);
  if (kind == SM_K_BLAST) consider_group(story, hit, passive ? subject : object, 2.6f, best);
  if (kind == SM_K_BLAST && !passive) consider_group(story, hit, subject, deed ? 3 : 1, best);
}

/// "the embassy bombing", but not "heavy shelling", "continued artillery fire": what stands before the noun is a thing.
static bool names_thing(const sm_story *story, uint32_t first, uint32_t last) {
  const sm_scan *scan = &story->scan;
  for (uint32_t i = first; i < last; i++) {
    const sm_lexicon_entry *e = scan->t[i].entry;
    if (scan->mask[i] & KNOWN || scan->mention_at[i] || (sm_part_is_noun(story->syntax.part[i]) && !sm_has_cue(scan, i, SM_CUE_WEAPON) && !(e && e->word_bits & SM_WORD_ADJECTIVE))) return true;
  }
  return false;
}

static void consider_noun(const sm_story *story, const sm_hit *hit, const sm_trigger *g, uint32_t floor, uint32_t ceiling, struck *best) {
  const sm_scan *scan = &story->scan;
  const sm_group *verb = verb_of(story, g);
  if (verb && !(verb->flags & (SM_GROUP_REPORTING | SM_GROUP_PASSIVE)) && verb->first < ceiling)
    consider_group(story, hit, group_at(story, verb->object), are_victims(scan, group_at(story, verb->object)) ? 0.7f : 2.3f, best);
  const sm_group *own = sm_group_of(&story->syntax, g->first);
  if (own && sm_is(scan, own->lead, SM_W_UNDER) && own > story->syntax.groups && own[-1].flags & SM_GROUP_VERB) // "the base came under mortar fire"
    consider_group(story, hit, group_at(story, own[-1].subject), 3, best);
  static const char *const bear[] = {"take", "takes", "took", "taken", "suffered", "suffer", "received", "sustained", "endured", "absorbed"};
  if (own && own > story->syntax.groups && own[-1].flags & SM_GROUP_VERB && group_at(story, own[-1].object) == own && SM_IS_ONE_OF(scan, own[-1].head, bear))
    consider_group(story, hit, subject_of(story, own - 1), 2.8f, best); // "the hospital has taken shells"
  const bool noun = g->row->form == SM_F_NOUN && g->last - g->first == 1;
  if (g->last < ceiling && (sm_is_article(scan, g->last) || is_owner(scan, g->last)) && (!noun || g->verb))
    consider_group(story, hit, sm_group_of(&story->syntax, g->last), 2.6f, best); // "a drone hit the square"
  uint32_t before = phrase_start(scan, g->first, own && !(own->flags & SM_GROUP_VERB) ? own->first : floor); // "the embassy bombing"
  for (uint32_t i = before; i < g->first; i++)
    if (sm_is(scan, i, SM_W_OF)) before = i + 1;
  if (names_thing(story, before, g->first)) consider(story, hit, before, g->first, 1.3f, best);
}

static void consider_trigger(const sm_story *story, const sm_hit *hit, const sm_trigger *g, uint32_t last, struck *best) {
  const sm_scan *scan = &story->scan;
  const sm_kind kind = (sm_kind)g->row->kind;
  const uint32_t floor = scan->s[g->sentence].first, ceiling = last > g->last ? last : scan->s[g->sentence].last;
  if (kind == SM_K_INTERCEPT && sm_downs_craft(story, g)) {
    const sm_group *down = sm_group_of(&story->syntax, g->first);
    consider_group(story, hit, group_at(story, down->flags & SM_GROUP_PASSIVE ? down->subject : down->object), 3.2f, best);
  }
  if (kind == SM_K_INTERCEPT || kind == SM_K_RESPONSIBILITY) return;
  const sm_group *own = sm_group_of(&story->syntax, g->first);
  const bool verb = own && own->flags & SM_GROUP_VERB && (g->verb || g->row->form != SM_F_NOUN);
  const sm_group *named = after_what(story, g->last, ceiling);
  if (named) {
    consider_group(story, hit, named, 3, best);
    return;
  }
  if (verb) consider_verb(story, hit, g, own, ceiling, best);
  else if (g->verb && own && g->last < own->last) consider(story, hit, g->last, sm_group_end_with_of(scan, &story->syntax, own), 2.6f, best); // "striking schools"
  else consider_noun(story, hit, g, floor, ceiling, best);
  const sm_group *object = verb ? group_at(story, own->object) : NULL;
  const bool thing = object && !carries_bomb(scan, hit, object->first, object->last) && !is_bare_name(story, object->first, object->last); // "hit Kharkiv near a hospital"
  const bool done = verb && (thing || is_done_to(story, g, own)) && (kind == SM_K_ATTACK || kind == SM_K_PASSIVE);
  const bool hurts = kind == SM_K_KILL || kind == SM_K_HARM;
  consider_after(story, hit, g, ceiling, done ? -1.5f : hurts ? -1 : 0, best); // behind its object, where it stands
}

/// "bombed a drone site at Bani and the airfield at Abbs": of each place what stands before it.
static void consider_at_place(const sm_story *story, const sm_hit *hit, struck *best) {
  static const sm_word leads[] = {SM_W_AT, SM_W_IN, SM_W_NEAR, SM_W_OUTSIDE, SM_W_OF};
  if (hit->place < 0 || hit->place_inherited) return;
  const sm_group *place = sm_group_of(&story->syntax, story->scan.mentions->items[hit->place].first), *thing = place && place > story->syntax.groups ? place - 1 : NULL;
  static const char *const settlements[] = {"village", "villages", "town", "towns", "city", "settlement", "hamlet"}; // "a school in the village of X"
  if (!thing || place->lead == SM_NO_TOKEN || (sm_is(&story->scan, place->lead, SM_W_OF) && SM_IS_ONE_OF(&story->scan, thing->head, settlements)) || thing->last != place->lead || !sm_between(thing->first, hit->first, hit->last)) return;
  const sm_mention *other = hit->place > 0 ? &story->scan.mentions->items[hit->place - 1] : NULL; // "hit a market in A and | a mill in B"
  const uint32_t lead = thing->first > 0 ? thing->first - 1 : 0;
  const bool second = other && other->sentence == hit->sentence && other->role == SM_ROLE_LITERAL && other->last <= lead && other->first >= hit->first && (sm_is(&story->scan, lead, SM_W_AND) || sm_is_sign(&story->scan, lead, ','));
  if (SM_IS_ANY(&story->scan, place->lead, leads) && holds_target(&story->scan, thing->first, thing->last)) consider_group(story, hit, thing, second ? 3.4f : 2.3f, best);
}

/// "drove into a convoy", "rammed his truck into the gate": the way of one who carries a bomb.
static void consider_driven(const sm_story *story, const sm_hit *hit, struck *best) {
  static const char *const drives[] = {"drove", "rammed", "ploughed", "plowed", "crashed", "driving", "ramming"}, *const into[] = {"into", "at", "through"};
  if (!(hit->weapons & (SM_WEAPON_CAR_BOMB | SM_WEAPON_SUICIDE_BOMB))) return;
  for (uint32_t i = hit->first; i < hit->last; i++)
    for (uint32_t k = i + 1; SM_IS_ONE_OF(&story->scan, i, drives) && k + 1 < hit->last && k < i + 8; k++)
      if (SM_IS_ONE_OF(&story->scan, k, into)) consider_group(story, hit, sm_group_of(&story->syntax, k + 1), 2.8f, best);
}

/// "a farmer drove over a mine", "an army truck set off a device": who met what was laid.
static void consider_met(const sm_story *story, const sm_hit *hit, struck *best) {
  const sm_scan *scan = &story->scan;
  if (!(hit->weapons & SM_WEAPON_IED)) return;
  for (uint32_t i = hit->first; i + 1 < hit->last; i++) {
    const sm_group *verb = sm_group_of(&story->syntax, i), *subject = verb && verb->flags & SM_GROUP_VERB ? subject_of(story, verb) : NULL;
    if (subject && (is_tread(scan, i, hit->last) || is_tripping(scan, subject, i, hit->last))) consider_group(story, hit, subject, 3.2f, best);
  }
}

/// "exploded as a patrol rode past", "moments after a convoy went by": who came by where it was laid.
static void consider_passing(const sm_story *story, const sm_hit *hit, struck *best) {
  static const sm_word joints[] = {SM_W_AS, SM_W_WHEN, SM_W_WHILE};
  static const char *const moments[] = {"moments", "seconds", "minutes", "shortly", "just", "soon"}, *const whose[] = {"whose"}, *const passage[] = {"passage", "passing"};
  const sm_scan *scan = &story->scan;
  const bool car = hit->weapons & SM_WEAPON_CAR_BOMB && !(hit->weapons & (SM_WEAPON_AIRSTRIKE | SM_WEAPON_SUICIDE_BOMB)), blast = !hit->weapons && hit->n_triggers && story->triggers.items[hit->triggers[0]].row->kind == SM_K_BLAST;
  if (!sm_is_laid(story, hit) && !car && !blast) return;
  for (uint32_t i = hit->first; i + 2 < hit->last; i++) {
    if (SM_IS_ONE_OF(scan, i, passage) && sm_is(scan, i + 1, SM_W_OF)) consider_group(story, hit, sm_group_of(&story->syntax, i + 2), 2.9f, best);
    const bool after = i > hit->first && sm_is(scan, i, SM_W_AFTER) && SM_IS_ONE_OF(scan, i - 1, moments);
    const sm_group *who = after || SM_IS_ANY(scan, i, joints) || opens_clause(scan, i) || SM_IS_ONE_OF(scan, i, whose) ? sm_group_of(&story->syntax, i + 1) : NULL;
    if (!who || who->flags & (SM_GROUP_VERB | SM_GROUP_TIME) || sm_is_anybody(scan, who)) continue;
    const sm_group *verb = sm_verb_behind(story, who);
    if (verb && sm_is_on_way(scan, verb)) consider_group(story, hit, who, 2.9f, best);
  }
}

/// "hidden in a flower pot at the gate of a hall": the word that leads to where it lay.
static uint32_t lead_to_spot(const sm_story *story, uint32_t i, uint32_t last) {
  static const char *const beside[] = {"inside", "outside", "beside", "behind"};
  static const sm_word leads[] = {SM_W_AT, SM_W_NEAR, SM_W_UNDER};
  const sm_scan *scan = &story->scan;
  for (uint32_t k = i; k < last && k < i + 9 && !sm_is_punct(scan, k) && !begins_clause(story, k); k++)
    if (SM_IS_ANY(scan, k, leads) || SM_IS_ONE_OF(scan, k, beside)) return k;
  return last;
}

/// "a mine aimed at a tractor", "a device meant for the patrol": whom it was laid for; less surely "a bomb attached to a minibus", "left outside a bank".
static void consider_aimed(const sm_story *story, const sm_hit *hit, struck *best) {
  static const char *const aimed[] = {"aimed", "directed", "meant", "intended"}, *const fixed[] = {"attached", "fixed", "stuck", "strapped", "glued", "taped", "tied", "clamped", "fastened", "rigged"};
  static const char *const lays[] = {"planted", "placed", "left", "hidden", "concealed", "buried", "installed"};
  const sm_scan *scan = &story->scan;
  for (uint32_t i = hit->first + 1; i + 2 < hit->last; i++) {
    const bool at = SM_IS_ONE_OF(scan, i, aimed) && (sm_is(scan, i + 1, SM_W_AT) || sm_is(scan, i + 1, SM_W_FOR)), to = SM_IS_ONE_OF(scan, i, fixed) && (sm_is(scan, i + 1, SM_W_TO) || sm_is(scan, i + 1, SM_W_UNDER));
    const bool lies = SM_IS_ONE_OF(scan, i, lays);
    const sm_group *what = at || to || lies ? sm_group_of(&story->syntax, i - 1) : NULL;
    if (!what || !holds_weapon(scan, what->first, i)) continue;
    const uint32_t lead = lies ? lead_to_spot(story, i + 1, hit->last) : i + 1;
    if (lead + 1 < hit->last) consider_group(story, hit, sm_group_of(&story->syntax, lead + 1), at ? 2.9f : 1.9f, best);
  }
}

// ---- by words nearby

static float nearness(const sm_trigger *g, uint32_t i) {
  if (!g) return 0;
  uint32_t gap = i >= g->last ? i - g->last : g->first - i;
  return gap > 20 ? -1 : -0.05f * (float)gap;
}

bool sm_is_ward(const sm_scan *scan, uint32_t i) {
  static const char *const wards[] = {"hospital", "hospitals", "clinic", "clinics", "morgue"};
  return SM_IS_ONE_OF(scan, i, wards);
}

static void consider_words(const sm_story *story, const sm_hit *hit, const sm_trigger *g, uint32_t first, uint32_t last, struck *best) {
  const sm_scan *scan = &story->scan;
  for (uint32_t i = first, weapon_end = first; i < last; i++) {
    uint32_t end;
    if (sm_cue_at(scan, i, SM_CUE_WEAPON, &end) && end > weapon_end) weapon_end = end;
    float bonus = sm_has_cue(scan, i, SM_CUE_TARGET) ? 0.8f : sm_has_cue(scan, i, SM_CUE_ACTOR) ? 0.5f : sm_has_cue(scan, i, SM_CUE_FORCE) ? 0.2f : 0;
    if (!(scan->mask[i] & KNOWN) || i < weapon_end || sm_is_ward(scan, i)) continue;
    const sm_group *own = sm_group_of(&story->syntax, i);
    const uint32_t from = phrase_start(scan, i, first), to = phrase_end(scan, i, last);
    if (own && !(own->flags & SM_GROUP_VERB)) consider_group(story, hit, own, bonus + nearness(g, i), best);
    else consider(story, hit, from < i ? from : i, to > i ? to : i + 1, bonus + nearness(g, i), best);
  }
}

// ---- the answer

/// "militants from the group": the phrase goes on to the group that those struck belong to.
static uint32_t end_with_group(const sm_scan *scan, uint32_t last) {
  if (!sm_is(scan, last, SM_W_FROM) && !sm_is(scan, last, SM_W_OF)) return last;
  uint32_t i = last + 1, end;
  while (i < scan->n && i < last + 3 && (sm_is_article(scan, i) || is_adverb(scan, i))) i++;
  return i < scan->n && sm_cue_at(scan, i, SM_CUE_ACTOR, &end) && scan->t[i].sentence == scan->t[last].sentence ? end : last;
}

/// "the naval dockyard", "the market hall": a place that somebody built.
static bool is_built(const sm_scan *scan, uint32_t first, uint32_t last) {
  for (uint32_t i = first; i < last; i++)
    if (scan->t[i].entry && scan->t[i].entry->word_bits & SM_WORD_NOUN_ARTIFACT && !scan->mention_at[i]) return true;
  return false;
}

/// "the outskirts of A, B and C": of another place of the list.
static bool is_of_another(const sm_scan *scan, const struck *s, const sm_hit *hit) {
  if (hit->place < 0 || !is_place_alone(scan, s->first, s->last) || sm_between(scan->mentions->items[hit->place].first, s->first, s->last)) return false;
  for (uint32_t i = s->first; i < s->last; i++)
    if (scan->mention_at[i]) return true;
  return false;
}

/// "areas in X town", "parts of Y": where words that say nothing of their own go on to.
static uint32_t end_with_place(const sm_scan *scan, uint32_t first, uint32_t last) {
  static const char *const vague[] = {"area", "areas", "place", "places", "part", "parts", "location", "locations", "spot", "spots", "points", "outskirts"};
  if (last != first + 1 || !SM_IS_ONE_OF(scan, first, vague) || !(sm_is(scan, last, SM_W_IN) || sm_is(scan, last, SM_W_OF) || sm_is(scan, last, SM_W_AT))) return last;
  uint32_t i = last + 1, end = scan->s[scan->t[first].sentence].last;
  while (i < end && i < last + 4 && !scan->mention_at[i] && (sm_is_article(scan, i) || sm_is(scan, i, SM_W_OF) || (scan->t[i].entry && scan->t[i].entry->word_bits & SM_WORD_NOUN_LOCATION))) i++;
  return i < end && scan->mention_at[i] ? scan->mentions->items[scan->mention_at[i] - 1].last : last;
}

static void read_target(const sm_story *story, const struck *s, sm_hit *hit) {
  const sm_scan *scan = &story->scan;
  const sm_cue_row *row = NULL, *victim = NULL;
  for (uint32_t i = s->first; i < s->last && !row; i++) {
    row = sm_cue_at(scan, i, SM_CUE_TARGET, NULL);
    if (!victim) victim = sm_cue_at(scan, i, SM_CUE_VICTIM, NULL);
  }
  hit->target_civilian = (row && row->flags & SM_ROW_CIVILIAN) || (!row && victim && victim->flags & SM_ROW_CIVILIAN);
  hit->target_military = row && row->flags & SM_ROW_MILITARY;
  uint32_t sentence = scan->t[s->first].sentence, last = end_with_group(scan, end_with_place(scan, s->first, s->last));
  for (uint32_t i = story->party_at[sentence]; i < story->party_at[sentence + 1]; i++) {
    const sm_party *p = &story->parties.items[i];
    const sm_mention *m = scan->mention_at[p->first] && !p->force ? &scan->mentions->items[scan->mention_at[p->first] - 1] : NULL;
    const bool region = m && m->place && m->role == SM_ROLE_DEMONYM && sm_gazetteer_brief(scan->reader->gazetteer, m->place).kind != SM_KIND_COUNTRY; // "the Crimean port": where it lies
    if (sm_between(p->first, s->first, last) && p->actor.name.len && !region) hit->target_actor = p->actor;
  }
  static const char *const when[] = {"earlier", "later"}; // "a week earlier | eight soldiers were killed"
  hit->target = sm_tokens_span(scan, SM_IS_ONE_OF(scan, s->first, when) && s->first + 1 < last ? s->first + 1 : with_ship_letters(scan, with_rank(scan, s->first)), last);
  hit->target_score = s->score;
  hit->target_is_place = is_bare_name(story, s->first, last);
  hit->target_is_ground = is_place_alone(scan, s->first, last) && !is_built(scan, s->first, last);
  if ((hit->target_is_place || is_of_another(scan, s, hit)) && hit->list_place && hit->place >= 0) hit->target = scan->mentions->items[hit->place].span; // of several towns its own
}

bool sm_find_target(const sm_story *story, uint32_t first, uint32_t last, sm_hit *hit) {
  const sm_trigger *g = hit->n_triggers ? &story->triggers.items[hit->triggers[0]] : NULL;
  struck best = {.score = -2};
  for (uint32_t i = 0; i < hit->n_triggers; i++) consider_trigger(story, hit, &story->triggers.items[hit->triggers[i]], last, &best);
  consider_at_place(story, hit, &best);
  consider_driven(story, hit, &best);
  consider_met(story, hit, &best);
  consider_passing(story, hit, &best);
  consider_aimed(story, hit, &best);
  if (best.score < 1.5f) consider_words(story, hit, g, first, last, &best);
  const bool aside = best.score > -2 && sm_is_aside(story, best.first) && !(g && sm_is_aside(story, g->first));
  if (aside || (best.score > -2 && (sm_is_have(&story->scan, best.first) || sm_is_be(&story->scan, best.first)))) best.score = -2; // "strikes, some with barrel bombs, have killed nine"
  if (best.score <= -2 && hit->place < 0) return false;
  if (best.score > -2) read_target(story, &best, hit);
  else hit->target = story->scan.mentions->items[hit->place].span, hit->target_score = 0.2f, hit->target_is_place = hit->target_is_ground = true;
  return true;
}
