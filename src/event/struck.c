// Names that a verb of striking makes places.
#include "struck.h"

#include <string.h>

enum { APPOSITION = 14, SUFFERED = 6, LEAD = 4 };

bool sm_is_suffered(const sm_scan *scan, uint32_t verb) {
  static const char *const words[] = {"took", "taken", "takes", "received", "receives", "got", "gets", "saw", "seen", "sees", "absorbed", "suffered", "drew", "endured", "had", "experienced", "witnessed", "recorded", "registered", "counted"};
  if (!SM_IS_ONE_OF(scan, verb, words)) return false;
  bool counted = false;
  const uint32_t end = scan->s[scan->t[verb].sentence].last;
  for (uint32_t k = verb + 1; k < end && k <= verb + SUFFERED && (!sm_is_punct(scan, k) || sm_is_sign(scan, k, '-')); k++) {
    const sm_cue_row *w = sm_cue_at(scan, k, SM_CUE_WEAPON, NULL), *g = sm_cue_at(scan, k, SM_CUE_TRIGGER, NULL);
    if (g && g->strength > 0 && (g->form == SM_F_PAST || g->form == SM_F_PP)) return false; // "had fired 19 missiles"
    counted |= sm_has_cue(scan, k, SM_CUE_NUMBER) || scan->t[k].flags & SM_TOKEN_NUMBER || sm_is_indefinite(scan, k);
    if (w && w->flags & SM_ROW_UNIT && w->weapons) return true;
    if (g && g->strength > 0 && (g->form == SM_F_NOUN || g->form == SM_F_NVS || g->form == SM_F_S || g->form == SM_F_NV)) return counted;
    if ((sm_is_preposition(scan, k) && !sm_is(scan, k, SM_W_OF)) || sm_is(scan, k, SM_W_AFTER)) return false;
  }
  return false;
}

bool sm_is_put_under(const sm_scan *scan, uint32_t k) {
  enum { REACH = 8 };
  static const char *const come[] = {"came", "come", "comes"}, *const put[] = {"exposed", "subjected"}, *const becomes[] = {"became", "become", "becomes"}, *const stays[] = {"remained", "remains"}, *const targets[] = {"target", "targets"};
  static const char *const fire[] = {"fire", "shelling", "attack", "bombardment", "shellfire", "attacks", "bombing", "artillery"};
  const uint32_t article = k + 1 + (sm_is(scan, k + 1, SM_W_THE) || sm_is(scan, k + 1, SM_W_A));
  const bool target = (sm_is_be(scan, k) || SM_IS_ONE_OF(scan, k, becomes)) && SM_IS_ONE_OF(scan, article, targets) && sm_is(scan, article + 1, SM_W_OF);
  const bool under = sm_is(scan, k + 1, SM_W_UNDER) && (SM_IS_ONE_OF(scan, k, come) || SM_IS_ONE_OF(scan, k, stays) || sm_is_be(scan, k));
  if (!target && !under && !(SM_IS_ONE_OF(scan, k, put) && sm_is(scan, k + 1, SM_W_TO))) return false;
  for (uint32_t i = target ? article + 2 : k + 2; i < scan->n && i < k + REACH + 2 * target && (!sm_is_punct(scan, i) || scan->t[i].flags & SM_TOKEN_CLITIC); i++)
    if (SM_IS_ONE_OF(scan, i, fire) || sm_has_cue(scan, i, SM_CUE_WEAPON)) return true;
  return false;
}

/// Past "A, B and C" and ", a suburb, ".
static uint32_t past_list(const sm_scan *scan, uint32_t k, uint32_t last) {
  while (k + 1 < last && (sm_is_sign(scan, k, ',') || sm_is(scan, k, SM_W_AND) || sm_is(scan, k, SM_W_OR))) { // "A, B and C came under fire"
    uint32_t m = scan->mention_at[k + 1], next = m ? scan->mentions->items[m - 1].last : sm_site_name_end(scan, k + 1, last);
    if (next <= k + 1) break;
    k = next;
  }
  const uint32_t in = (sm_is(scan, k, SM_W_IN) || sm_is(scan, k, SM_W_OF)) && k + 1 < last ? scan->mention_at[k + 1] : 0;
  if (in) { // "A and B in X region were shelled"
    const sm_mention *holder = &scan->mentions->items[in - 1];
    k = holder->last;
    const sm_lexicon_entry *unit = k < last ? scan->t[k].entry : NULL;
    const bool said = holder->said_kind != SM_KIND_UNKNOWN && k < last && scan->t[k].flags & SM_TOKEN_WORD && !(scan->t[k].flags & SM_TOKEN_CAPITAL) && !sm_is_be(scan, k); // "oblast"
    if (said || (unit && unit->word_bits & SM_WORD_NOUN_LOCATION)) k++;
  }
  if (!sm_is_sign(scan, k, ',')) return k;
  for (uint32_t i = k + 1; i < last && i <= k + APPOSITION; i++)
    if (sm_is_sign(scan, i, ',')) return i + 1;
  return k;
}

/// "was shelled", "was hit by missiles": done to a town, and to nobody who bears its name.
static bool is_laid_under_fire(const sm_scan *scan, uint32_t verb, const sm_cue_row *row) {
  static const char *const shelled[] = {"shelled", "bombed", "bombarded", "pounded"};
  if (SM_IS_ONE_OF(scan, verb, shelled)) return true;
  const sm_cue_row *weapon = row->kind == SM_K_ATTACK && sm_is(scan, verb + 1, SM_W_BY) ? sm_cue_at(scan, verb + 2, SM_CUE_WEAPON, NULL) : NULL;
  const uint32_t heavy = SM_WEAPON_MISSILE | SM_WEAPON_BALLISTIC_MISSILE | SM_WEAPON_CRUISE_MISSILE | SM_WEAPON_ROCKET | SM_WEAPON_AIRSTRIKE | SM_WEAPON_DRONE | SM_WEAPON_ARTILLERY | SM_WEAPON_MORTAR;
  return weapon && weapon->weapons & heavy;
}

bool sm_is_struck_subject(const sm_scan *scan, uint32_t first, uint32_t end) {
  const sm_lexicon_entry *e = scan->t[first].entry;
  const uint32_t floor = scan->s[scan->t[first].sentence].first, last = scan->s[scan->t[first].sentence].last;
  const bool person = e && e->word_bits & (SM_WORD_GIVEN_NAME | SM_WORD_SURNAME);
  if (e && e->rank) return false;
  const sm_lexicon_entry *of = first > floor ? scan->t[first - 1].entry : NULL; // "the white Toyota"
  if (first > 0 && (sm_is(scan, first - 1, SM_W_THE) || sm_is(scan, first - 1, SM_W_A) || (of && of->word_bits & SM_WORD_ADJECTIVE))) return false;
  static const char *const come[] = {"came", "come", "comes"}, *const lost[] = {"lost", "lose", "loses"}, *const suffers[] = {"suffered", "bore"}, *const put[] = {"exposed", "subjected"};
  uint32_t k = past_list(scan, end, last);
  bool be = false;
  for (uint32_t steps = 0; k < last && steps < LEAD; k++, steps++) {
    const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_TRIGGER, NULL);
    if (person && (row || !(sm_is_be(scan, k) || sm_is_have(scan, k)))) return row && be && is_laid_under_fire(scan, k, row);
    if (row && row->kind == SM_K_HARM && SM_IS_ONE_OF(scan, k, suffers)) return true; // "A and B suffered the most"
    if (row && row->strength > 0) return row->kind == SM_K_PASSIVE || (be && row->kind == SM_K_ATTACK);
    if ((SM_IS_ONE_OF(scan, k, come) && sm_is(scan, k + 1, SM_W_UNDER)) || (SM_IS_ONE_OF(scan, k, put) && sm_is(scan, k + 1, SM_W_TO))) return true;
    if (SM_IS_ONE_OF(scan, k, lost) && sm_is(scan, k + 1, SM_W_ITS)) return true; // "X lost its school to a bomb", nobody "his"
    if (sm_is_suffered(scan, k) || sm_is_put_under(scan, k)) return true;
    bool adverb = scan->t[k].entry && scan->t[k].entry->word_bits & SM_WORD_ADVERB;
    if (!sm_is_be(scan, k) && !sm_is_have(scan, k) && !adverb) return false;
    be |= sm_is_be(scan, k);
  }
  return false;
}

/// ", a village near X", ", north-west of Y", "district": words beside a name that say it is a place.
static bool is_said_place(const sm_scan *scan, uint32_t end, uint32_t last) {
  static const char *const sites[] = {"monastery", "mosque", "church", "school", "hospital", "market", "clinic", "camp", "bridge", "airport", "station", "university", "airfield", "airstrip", "refinery", "temple", "stadium", "bakery"};
  uint32_t k = end;
  const bool apposed = sm_is_sign(scan, k, ',');
  if (SM_IS_ONE_OF(scan, k, sites)) return true; // "hit Ta Laing monastery"
  for (k += apposed; k < last && k < end + LEAD + 2; k++) {
    const sm_lexicon_entry *e = scan->t[k].entry;
    if (e && e->word_bits & SM_WORD_NOUN_LOCATION && !(scan->t[k].flags & SM_TOKEN_CAPITAL)) return true;
    if (apposed && (sm_is_bearing(scan, k) || sm_is(scan, k, SM_W_NEAR) || sm_is(scan, k, SM_W_OUTSIDE) || sm_is(scan, k, SM_W_VILLAGE))) return true;
    if (!apposed || sm_is_punct(scan, k)) return false;
  }
  return false;
}

/// "Islamists", "Houthis", "Shi'ites": more of a people or a creed, by the ending.
static bool is_follower(const sm_scan *scan, uint32_t i) {
  static const char *const endings[] = {"ists", "ites", "ians"};
  const uint32_t len = scan->t[i].end - scan->t[i].begin;
  for (size_t k = 0; k < sizeof endings / sizeof *endings; k++)
    if (len > 6 && memcmp(scan->document->report.text.ptr + scan->t[i].end - 4, endings[k], 4) == 0) return true;
  return false;
}

/// "bombed Umm Rawaba Gharb", "shelled Wadi Khaled": one word of a longer name is in no list, and none is a person's, or it opens as places do.
static bool is_partly_strange(const sm_scan *scan, uint32_t first, uint32_t end) {
  static const char *const heads[] = {"Tal", "Tell", "Tall", "Wadi", "Khan", "Deir", "Dayr", "Beit", "Bayt", "Bir", "Umm", "Um", "Ain", "Ayn", "Jabal", "Jebel", "Kafr", "Kfar", "Ras", "Puerto", "Villa", "Ban", "Nyaung", "Kyauk", "Velyka", "Stara", "Nova"};
  bool strange = false;
  if (end > first + 1 && SM_IS_ONE_OF(scan, first, heads)) return true;
  for (uint32_t i = first; i < end; i++) {
    const sm_lexicon_entry *e = scan->t[i].entry;
    if (scan->t[i].flags & SM_TOKEN_WORD) strange |= !e;
    if (e && (e->word_bits & (SM_WORD_GIVEN_NAME | SM_WORD_SURNAME) && !e->rank)) return false;
    if (sm_has_cue(scan, i, SM_CUE_ACTOR) || sm_has_cue(scan, i, SM_CUE_FORCE) || sm_has_cue(scan, i, SM_CUE_TARGET) || sm_has_cue(scan, i, SM_CUE_WEAPON)) return false;
  }
  return strange && end > first + 1;
}

/// "bombed Thein Kone village", "shelled Tein Kone in Sagaing Region": who bears such names is not bombed so, whatever else the words may be.
static bool is_village_name(const sm_scan *scan, uint32_t first, uint32_t end, uint32_t last, const sm_cue_row *verb) {
  static const char *const settlements[] = {"village", "hamlet", "town", "township"};
  const uint32_t unit = sm_is_sign(scan, end, ',') && end + 2 < last && sm_is(scan, end + 1, SM_W_A) ? end + 2 : end;
  const bool within = sm_is(scan, end, SM_W_IN) && end + 1 < last && scan->mention_at[end + 1];
  if (end < first + 2 || !(SM_IS_ONE_OF(scan, unit, settlements) || (within && verb->strength >= 3))) return false;
  for (uint32_t i = first; i < end; i++)
    if (!(scan->t[i].flags & SM_TOKEN_CAPITAL) || scan->mask[i] & (1u << SM_CUE_ACTOR | 1u << SM_CUE_FORCE | 1u << SM_CUE_TARGET | 1u << SM_CUE_WEAPON | 1u << SM_CUE_PEOPLE | 1u << SM_CUE_OUTFIT)) return false;
  return true;
}

sm_struck sm_struck_object(const sm_scan *scan, uint32_t first, uint32_t end) {
  const sm_sentence *s = &scan->s[scan->t[first].sentence];
  if (first <= s->first) return SM_STRUCK_NO;
  uint32_t verb = first - 1;
  static const sm_word joints[] = {SM_W_AND, SM_W_OR};
  for (uint32_t steps = 0; verb > s->first && steps < 12 && (sm_is_sign(scan, verb, ',') || SM_IS_ANY(scan, verb, joints)); steps++) // "shelled A, B and C"
    for (verb--; verb > s->first && (scan->mention_at[verb] || scan->t[verb].flags & SM_TOKEN_CAPITAL || sm_is_sign(scan, verb, '-')); verb--) {}
  const sm_cue_row *row = sm_cue_at(scan, verb, SM_CUE_TRIGGER, NULL);
  const bool past = row && row->kind == SM_K_ATTACK && (row->form == SM_F_PAST || row->form == SM_F_ANY || row->form == SM_F_ING || row->form == SM_F_S);
  if (!past || (row->strength < 2 && !sm_tells_cue(scan, s->first, verb, SM_CUE_WEAPON, SM_K_CARRIER)) || sm_is_be(scan, verb > s->first ? verb - 1 : verb)) return SM_STRUCK_NO; // weak verbs but for "jets raided X"
  if (row->form == SM_F_S && sm_has_cue(scan, verb, SM_CUE_WEAPON)) return SM_STRUCK_NO;
  static const char *const units[] = {"Village", "Town", "Township", "City", "Camp", "Hamlet", "Settlement", "Ward"};
  const bool unit = end > first + 1 && SM_IS_ONE_OF(scan, end - 1, units); // "bombed Nyaunggwauwa Village"
  if (unit) end--;
  const bool village = row->strength >= 2 && is_village_name(scan, first, end, s->last, row), said = unit || village || is_said_place(scan, end, s->last);
  if (!said && end == first + 1 && is_follower(scan, first)) return SM_STRUCK_NO;
  const bool partly = village || (row->strength >= 2 && is_partly_strange(scan, first, end));
  bool strange = true;
  for (uint32_t i = first; i < end; i++) {
    const sm_lexicon_entry *e = scan->t[i].entry;
    strange &= !e;
    const bool longer = said && end > first + 1 && i > first; // "hit Ta Laing monastery"
    if (e && !longer && !partly && (e->rank || (!said && e->word_bits & (SM_WORD_GIVEN_NAME | SM_WORD_SURNAME)))) return SM_STRUCK_NO;
  }
  if (sm_is_sign(scan, end, '-') && !(scan->t[end].flags & SM_TOKEN_SPACE_BEFORE)) return SM_STRUCK_NO; // "bombed Kurdish-held areas"
  const bool ends = end >= s->last || sm_is_punct(scan, end) || sm_is_preposition(scan, end) || SM_IS_ANY(scan, end, joints) || sm_has_cue(scan, end, SM_CUE_TIME);
  if (!said && !ends) return SM_STRUCK_NO; // "hit Wagner positions"
  return said || strange || partly || row->strength >= 3 ? SM_STRUCK_SURELY : SM_STRUCK_MAYBE; // a word in no list is most likely a village
}

bool sm_is_harm_of_place(const sm_story *story, const sm_trigger *g) {
  const sm_group *verb = g->verb ? sm_group_of(&story->syntax, g->first) : NULL;
  return verb && verb->flags & SM_GROUP_VERB && verb->subject >= 0 && story->scan.mention_at[story->syntax.groups[verb->subject].head];
}

bool sm_is_strike_on_place(const sm_story *story, const sm_trigger *g) {
  static const char *const strikes[] = {"strike", "strikes", "Strike", "Strikes"};
  const sm_scan *scan = &story->scan;
  const sm_group *verb = g->verb && !g->passive ? sm_group_of(&story->syntax, g->first) : NULL;
  if (verb && verb->flags & SM_GROUP_VERB && verb->subject >= 0 && verb->object >= 0) return SM_IS_ONE_OF(scan, story->syntax.groups[verb->subject].head, strikes) && scan->mention_at[story->syntax.groups[verb->object].head];
  return !g->verb && SM_IS_ONE_OF(scan, g->first, strikes) && sm_leads_to_struck(scan, g->last) && g->last + 1 < scan->n && scan->mention_at[g->last + 1];
}

bool sm_is_town_under_fire(const sm_story *story, const sm_trigger *g) {
  static const sm_word blamed[] = {SM_W_FOR, SM_W_OVER};
  const sm_scan *scan = &story->scan;
  static const char *const how[] = {"hard", "badly", "worst", "hardest", "heavily", "severely"}; // by a storm or a crisis
  const bool attacked = g->row->kind == SM_K_ATTACK && g->passive && !sm_is(scan, g->last, SM_W_BY) && !sm_sentence_is(scan, g->sentence, SM_K_ACCIDENT) && !SM_IS_ONE_OF(scan, g->first - 1, how);
  const sm_group *verb = g->row->kind == SM_K_PASSIVE || attacked ? sm_group_of(&story->syntax, g->first) : NULL;
  static const char *const settlements[] = {"settlements", "villages", "towns", "communities", "localities", "districts", "areas", "neighbourhoods", "neighborhoods", "hamlets"};
  if (verb && verb->flags & SM_GROUP_VERB && verb->subject >= 0 && SM_IS_ONE_OF(scan, story->syntax.groups[verb->subject].head, settlements)) return true; // "20 settlements came under fire, including A"
  if (!verb || SM_IS_ANY(scan, g->last, blamed) || (attacked && (verb->subject < 0 || !scan->mention_at[story->syntax.groups[verb->subject].head]))) return false;
  for (uint32_t m = story->mention_from[g->sentence]; m < story->mention_from[g->sentence + 1]; m++) {
    const sm_mention *x = &scan->mentions->items[m];
    if (x->last > g->first || x->role == SM_ROLE_DEMONYM) continue;
    const sm_place_brief b = x->place ? sm_gazetteer_brief(scan->reader->gazetteer, x->place) : (sm_place_brief){.kind = SM_KIND_CITY};
    if ((b.kind == SM_KIND_CITY || b.kind == SM_KIND_ADM2) && !(b.flags & SM_PLACE_CAPITAL) && sm_place_score(story, m, g) > SM_LEAST_SPOT) return true;
  }
  return false;
}

bool sm_is_at_settlement(const sm_story *story, const sm_trigger *g) {
  static const char *const settlements[] = {"village", "villages", "town", "towns", "city", "settlement", "settlements", "suburb", "suburbs", "hamlet", "outskirts"};
  const sm_scan *scan = &story->scan;
  const uint32_t end = scan->s[g->sentence].last;
  static const sm_word leads[] = {SM_W_AT, SM_W_ON, SM_W_UPON, SM_W_INTO, SM_W_TOWARDS, SM_W_TOWARD};
  uint32_t k = g->last;
  if (g->row->kind == SM_K_LAUNCH && (k >= end || !SM_IS_ANY(scan, k, leads))) return false;
  const sm_group *led = k + 1 < end && SM_IS_ANY(scan, k, leads) ? sm_group_of(&story->syntax, k + 1) : NULL;
  if (led && !(led->flags & SM_GROUP_VERB) && SM_IS_ONE_OF(scan, led->head, settlements)) return true; // "towards the southern towns of X"
  if (k < end && SM_IS_ANY(scan, k, leads)) k++;
  if (k < end && (sm_is(scan, k, SM_W_THE) || sm_is(scan, k, SM_W_A))) k++;
  if (k >= end) return false;
  const uint32_t m = scan->mention_at[k];
  return SM_IS_ONE_OF(scan, k, settlements) || (m && scan->mentions->items[m - 1].role == SM_ROLE_LITERAL && sm_place_score(story, m - 1, g) > 0);
}

bool sm_is_army_fire(const sm_story *story, const sm_trigger *g) {
  enum { STATE = 1, REBEL = 2 };
  const sm_group *verb = g->verb && !g->passive && (g->row->kind == SM_K_ATTACK || g->row->kind == SM_K_GROUND) ? sm_group_of(&story->syntax, g->first) : NULL;
  if (!verb || !(verb->flags & SM_GROUP_VERB) || verb->subject < 0 || !sm_is_at_settlement(story, g)) return false;
  const sm_group *by = &story->syntax.groups[verb->subject];
  for (uint32_t i = by->first; i < by->last; i++) {
    const sm_cue_row *force = sm_cue_at(&story->scan, i, SM_CUE_FORCE, NULL);
    if (force && force->kind == SM_K_POLICE) return false;
  }
  for (uint32_t i = story->party_at[g->sentence]; i < story->party_at[g->sentence + 1]; i++) {
    const sm_party *p = &story->parties.items[i];
    if (p->first < by->last && p->last > by->first && (p->state || p->actor.type == STATE || (p->named && p->actor.type == REBEL) || sm_is_foe(&story->scan, p))) return true;
  }
  return false;
}

/// ", a town south of Y," from its first comma: the last one; 0 no such words.
static uint32_t settlement_apposed(const sm_scan *scan, uint32_t comma, uint32_t last) {
  enum { WORDS = 4 };
  static const char *const settlements[] = {"town", "village", "city", "suburb", "hamlet", "settlement", "port", "township"};
  if (!sm_is_sign(scan, comma, ',') || comma + 2 >= last || !sm_is_article(scan, comma + 1)) return 0;
  bool said = false;
  for (uint32_t k = comma + 2; k < last && k <= comma + APPOSITION; k++) {
    if (sm_is_sign(scan, k, ',')) return said ? k : 0;
    said |= k <= comma + 1 + WORDS && SM_IS_ONE_OF(scan, k, settlements);
    if ((sm_is_punct(scan, k) && !sm_is_sign(scan, k, '-')) || sm_has_cue(scan, k, SM_CUE_TRIGGER)) return 0;
  }
  return 0;
}

bool sm_tells_where_town_lies(const sm_scan *scan, const sm_mention *m) {
  enum { REACH = 12 };
  const sm_sentence *s = &scan->s[m->sentence];
  if (!sm_sentence_has(scan, m->sentence, SM_W_WHERE)) return false; // as mostly
  for (uint32_t k = m->first; k > s->first + 1 && m->first - k < REACH; k--) {
    const uint32_t before = scan->mention_at[k - 2];
    if (!before || scan->mentions->items[before - 1].role != SM_ROLE_LITERAL) continue;
    if (sm_is(scan, k - 1, SM_W_IN) && k == m->first) { // "Zmiiv in Kharkiv region, where"
      const uint32_t comma = sm_is_sign(scan, m->last, ',') ? m->last : m->last + 1;
      return sm_is_sign(scan, comma, ',') && sm_is(scan, comma + 1, SM_W_WHERE);
    }
    const uint32_t comma = settlement_apposed(scan, k - 1, s->last);
    if (comma) return comma >= m->last && sm_is(scan, comma + 1, SM_W_WHERE);
  }
  return false;
}

bool sm_is_struck_there(const sm_scan *scan, uint32_t end, bool listed) {
  const uint32_t last = end < scan->n && end > 0 ? scan->s[scan->t[end - 1].sentence].last : end;
  uint32_t k = end;
  const uint32_t holder = k + 1 < last && (sm_is_sign(scan, k, ',') || sm_is(scan, k, SM_W_IN)) ? scan->mention_at[k + 1] : 0; // "X, Sudan, where"
  if (holder) k = scan->mentions->items[holder - 1].last;
  if (holder && k + 1 < last && sm_is_sign(scan, k + 1, ',') && !sm_is_punct(scan, k) && scan->t[k].entry && scan->t[k].entry->word_bits & SM_WORD_NOUN_LOCATION) k++; // "in X region, where"
  const uint32_t aside = settlement_apposed(scan, k, last); // "X, a town south of Y, where"
  if (aside) k = aside;
  if (sm_is_sign(scan, k, ',')) k++;
  if (k >= last || !sm_is(scan, k, SM_W_WHERE)) return false;
  bool armed = listed, hurt = false;
  for (k++; k < last && !sm_is_sign(scan, k, ',') && !sm_is_sign(scan, k, ';'); k++) {
    const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_TRIGGER, NULL);
    armed |= sm_has_cue(scan, k, SM_CUE_WEAPON);
    hurt |= sm_has_cue(scan, k, SM_CUE_CASUALTY) || (row && row->kind == SM_K_FALL); // "where four missiles fell"
    if ((row && (row->strength >= 2 || row->kind == SM_K_LAUNCH)) || (armed && hurt)) return true;
  }
  return false;
}

bool sm_is_hurt_count(const sm_story *story, uint32_t token) {
  const uint32_t s = story->scan.t[token].sentence;
  for (uint32_t i = story->figure_at[s]; i < story->figure_at[s + 1]; i++) {
    const sm_figure *f = &story->figures.items[i];
    if (sm_between(token, f->first, f->last) && f->last <= f->cue && (f->killed_high > 0 || f->injured_high > 0) && !(f->flags & SM_FIGURE_STRIKERS)) return true;
  }
  return false;
}
