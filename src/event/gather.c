// Which tellings are of the same strike: places, days, sides, weapons, tolls and the words "the" and "another".
#include "gather.h"

#include "boundary.h"
#include "finer.h"
#include "quarter.h"
#include "scene.h"
#include "weights.h"

enum { MAX_COMPARED = 40, LEAD_SENTENCES = 2, LEAD_DAYS = 3, LOCATED_TOKENS = 10, TOWN_METRES = 40000, NEAR_METRES = 8000, VALLEY_METRES = 60000, OLD_NEWS = 21 };
static const float LOCATED_SCORE = 3; ///< where it took place is surer than what the lead names

_Static_assert(SM_GATHER_COUNT <= 64, "signs are bits of one word");

const char *sm_gather_sign_name(sm_gather_sign sign) {
  static const char *const names[] = {
#define SM_GATHER_NAME(name, what) #name,
      SM_GATHER_SIGNS(SM_GATHER_NAME)
#undef SM_GATHER_NAME
  };
  return names[sign];
}

static sm_gather_signs bit(int sign) { return (sm_gather_signs)1 << sign; }

static void set(sm_gather_signs *signs, int sign, bool is) {
  if (is) *signs |= bit(sign);
}

float sm_gather_score(sm_gather_signs signs) {
  return sm_add_weights(0, signs, sm_gathering_weights);
}

static void toll_of(const sm_story *story, const sm_hit *hit, int *low, int *high) {
  *low = *high = SM_UNKNOWN_NUMBER;
  for (uint32_t i = 0; i < hit->n_figures; i++) {
    const sm_figure *f = &story->figures.items[hit->figures[i]];
    if (f->flags & SM_FIGURE_PART) continue;
    if (f->killed_low >= 0 && (*low < 0 || f->killed_low < *low)) *low = f->killed_low;
    if (f->killed_high > *high) *high = f->killed_high;
  }
}

/// The number of injured, -1 unknown.
static int injured_of(const sm_story *story, const sm_hit *h) {
  int most = SM_UNKNOWN_NUMBER;
  for (uint32_t i = 0; i < h->n_figures; i++) {
    const sm_figure *f = &story->figures.items[h->figures[i]];
    if (!(f->flags & SM_FIGURE_PART) && f->injured_high > most) most = f->injured_high;
  }
  return most;
}

enum { TELLING_TOLL = 5 }; ///< a smaller number of dead may be another strike's as well

/// As many dead as were told for the strike, and not so few that this means nothing.
static bool is_same_toll(const sm_story *story, const sm_hit *h, const sm_gathered *g) {
  int low, high;
  toll_of(story, h, &low, &high);
  return high >= TELLING_TOLL && g->killed_high >= TELLING_TOLL && (high == g->killed_high || low == g->killed_low);
}

static bool is_same_injured(const sm_story *story, const sm_hit *h, const sm_gathered *g) {
  return g->injured > 1 && injured_of(story, h) == g->injured;
}

static bool all_of(uint32_t a, uint32_t b, uint32_t kind) { return !(a & ~kind) && !(b & ~kind); }

/// "bombs fell on Sake", "shells fell in two quarters": those who hear them tell no bomb from a shell.
static bool falls(const sm_story *story, const sm_hit *h) {
  return h->n_triggers && story->triggers.items[h->triggers[0]].row->kind == SM_K_FALL;
}

/// Weapons that do not go together.
static bool is_other_weapon(const sm_story *story, const sm_hit *h, const sm_gathered *g) {
  if (!h->weapons || !g->weapons || h->weapons & g->weapons) return false;
  const uint32_t flying = SM_WEAPON_MISSILE | SM_WEAPON_BALLISTIC_MISSILE | SM_WEAPON_CRUISE_MISSILE | SM_WEAPON_ROCKET | SM_WEAPON_DRONE |
                          SM_WEAPON_AIRSTRIKE | SM_WEAPON_BOMB | SM_WEAPON_GLIDE_BOMB;
  const uint32_t planted = SM_WEAPON_BOMB | SM_WEAPON_CAR_BOMB | SM_WEAPON_SUICIDE_BOMB | SM_WEAPON_IED;
  const uint32_t tubes = SM_WEAPON_ARTILLERY | SM_WEAPON_MORTAR | SM_WEAPON_ROCKET;
  const uint32_t dropped = SM_WEAPON_DRONE | SM_WEAPON_BOMB | SM_WEAPON_IED | SM_WEAPON_GRENADE; // "a drone; an explosive device was dropped"
  return !(all_of(h->weapons, g->weapons, flying) || all_of(h->weapons, g->weapons, dropped) || all_of(h->weapons, g->weapons, planted) || all_of(h->weapons, g->weapons, tubes) ||
              (falls(story, h) && all_of(h->weapons, g->weapons, tubes | SM_WEAPON_BOMB)));
}

static bool is_of_headline(const sm_story *story, uint32_t sentence) { return sentence == 0 && story->scan.s[0].flags & SM_SENTENCE_HEADING; }

/// "Missile hits Odesa, drones strike Mykolaiv": the headline names the telling's place beside the strike's.
static bool is_named_in_headline(const sm_story *story, const sm_hit *h, const sm_gathered *g) {
  for (uint32_t m = story->mention_from[0]; m < story->mention_from[1]; m++) {
    int level;
    if ((int)m != g->place && story->scan.mentions->items[m].role == SM_ROLE_LITERAL && sm_places_nest(story, m, (uint32_t)h->place, &level)) return true;
  }
  return false;
}

/// "Three officers killed as vehicle hits explosive in Mandera", then "Three police officers were killed ... in Lafey": what the headline alone tells.
static bool is_lead_of_headline(const sm_story *story, const sm_hit *h, const sm_gathered *g) {
  const sm_scan *scan = &story->scan;
  if (!g->headline || !h->sentence || scan->s[h->sentence].paragraph != scan->s[sm_first_of_body(story)].paragraph || h->another || is_other_weapon(story, h, g)) return false;
  int low, high;
  toll_of(story, h, &low, &high);
  if (high >= 0 && g->killed_high >= 0) return high == g->killed_high;
  if (is_same_injured(story, h, g)) return true;
  return !is_named_in_headline(story, h, g) && (h->weapons & g->weapons || sm_is_same_thing(story, h, g));
}

static bool is_revised(const sm_story *story, const sm_hit *h) {
  for (uint32_t i = 0; i < h->n_figures; i++)
    if (story->figures.items[h->figures[i]].flags & (SM_FIGURE_TOLL | SM_FIGURE_EARLIER | SM_FIGURE_LATE)) return true;
  return false;
}

/// The telling names the country on whose ground the strike without a name of a place is told to be.
static bool is_its_ground(const sm_story *story, const sm_hit *h, const sm_gathered *g) {
  if (h->place < 0 || g->place >= 0 || !g->territory) return false;
  return story->scan.mentions->items[h->place].place == g->territory;
}

enum { MANY_STRIKES = 8 };

/// Days from one to another that the telling names itself.
static bool is_of_range(const sm_story *story, const sm_hit *h) {
  for (uint32_t i = 0; i < h->n_triggers; i++) { // "last week's air strike": one of its days
    const sm_trigger *g = &story->triggers.items[h->triggers[i]];
    if (!g->verb && !g->plural && !sm_has_cue(&story->scan, g->first, SM_CUE_WEAPON)) return false;
  }
  return h->when >= 0 && !h->date_inherited && story->whens.items[h->when].flags & SM_WHEN_RANGE && h->end > h->start + 1;
}

/// "shelled the region 91 times", "70 missiles", "attacks", "between Friday and Sunday": not one strike at one place.
static bool is_many(const sm_story *story, const sm_hit *h) { return h->plural || h->n_strikes >= MANY_STRIKES || is_of_range(story, h); }

/// Since the strike was told, another place than its own was named, by a sentence that tells of no strike or by the telling itself.
static bool is_moved(const sm_story *story, const sm_hit *h, const sm_gathered *g) {
  if (h->place >= 0 || g->place < 0) return false;
  for (uint32_t m = story->mention_from[g->last_sentence + 1]; m < story->mention_from[h->sentence + 1]; m++) {
    const sm_mention *x = &story->scan.mentions->items[m];
    int level;
    if (x->role != SM_ROLE_LITERAL || x->first < story->body_first) continue;
    if (!x->place && x->said_kind == SM_KIND_SITE) continue; // "the Zobe junction": in town
    if (!sm_places_nest(story, m, (uint32_t)g->place, &level) && sm_place_score(story, m, NULL) >= 0.9f) return true;
  }
  return false;
}

/// The word for the kind of a place, in or behind its name.
static sm_str unit_of(const sm_story *story, const sm_mention *m) {
  const sm_scan *scan = &story->scan;
  for (uint32_t k = m->last - 1; k <= m->last && k < scan->n; k++)
    if (k > m->first && scan->t[k].entry && scan->t[k].entry->word_bits & SM_WORD_NOUN_LOCATION) return sm_span_text(scan, sm_tokens_span(scan, k, k + 1));
  return (sm_str){0};
}

/// "X district" and "Y district": neither lies in the other, as far as a gazetteer does not know it.
static bool is_another_unit(const sm_story *story, uint32_t a, uint32_t b) {
  enum { SHORT = 4 };
  const sm_mention *x = &story->scan.mentions->items[a], *y = &story->scan.mentions->items[b];
  if (x->place && y->place) return false;
  const sm_str unit = unit_of(story, x), tx = sm_span_text(&story->scan, x->span), ty = sm_span_text(&story->scan, y->span);
  const sm_str one = tx.len < ty.len ? tx : ty, other = tx.len < ty.len ? ty : tx;
  if (!x->place && !y->place && one.len > SHORT && other.len > one.len && !memcmp(one.ptr, other.ptr, one.len) && other.ptr[one.len] == ' ') return false; // "Khurai" and "Khurai Thongam"
  return unit.len && sm_str_equal(unit, unit_of(story, y)) && !sm_str_equal(tx, ty);
}

/// "the Madina mosque" in Mastung: a name of a far place that a site bears.
static bool is_borne_by_site(const sm_story *story, const sm_mention *part, const sm_mention *town) {
  const sm_gazetteer *gazetteer = story->scan.reader->gazetteer;
  if (!part->place || !town->place || part->last >= story->scan.s[part->sentence].last || !sm_has_cue(&story->scan, part->last, SM_CUE_TARGET)) return false;
  return sm_gazetteer_brief(gazetteer, part->place).country != sm_gazetteer_brief(gazetteer, town->place).country;
}

/// A place in no gazetteer that may lie in a town: what holds it is not far from there.
static bool may_lie_in(const sm_story *story, const sm_mention *part, const sm_mention *town) {
  const sm_gazetteer *gazetteer = story->scan.reader->gazetteer;
  const uint8_t kind = town->place ? sm_gazetteer_brief(gazetteer, town->place).kind : SM_KIND_UNKNOWN;
  const bool valley = (kind == SM_KIND_REGION && town->radius_m <= VALLEY_METRES) || kind == SM_KIND_LAKE || kind == SM_KIND_ISLAND;
  if (!part->place && !town->place && town->said_kind == SM_KIND_ADM2 && part->said_kind != SM_KIND_ADM2) return true; // neither in a gazetteer
  if ((part->place && !is_borne_by_site(story, part, town)) || (kind != SM_KIND_CITY && kind != SM_KIND_ADM2 && !valley)) return false;
  const sm_mention *holder = part->container ? &story->scan.mentions->items[part->container - 1] : NULL;
  if (!holder || !holder->place || sm_gazetteer_brief(gazetteer, holder->place).kind != SM_KIND_CITY) return true;
  return sm_sphere_distance(holder->lon, holder->lat, town->lon, town->lat) <= TOWN_METRES;
}

/// The strike is told in the lead with no day but the report's, and the telling's own is right before that.
static bool is_day_of_report(const sm_hit *h, const sm_gathered *g) {
  if (h->weapons && g->weapons && !(h->weapons & g->weapons)) return false; // "five drones were downed. On Wednesday a missile smashed through the roof"
  return g->lead && g->day_lent && h->start < g->start && h->end >= g->start - LEAD_DAYS;
}

/// "the first explosion": one of several.
static bool is_ranked(const sm_story *story, const sm_hit *h) {
  const uint32_t trigger = story->triggers.items[h->triggers[0]].first;
  for (uint32_t k = trigger; k > h->first && k + 3 > trigger; k--) {
    const sm_cue_row *number = sm_cue_at(&story->scan, k - 1, SM_CUE_NUMBER, NULL);
    if (number && number->kind == SM_K_ORDINAL) return true;
  }
  return false;
}

/// "The blast in Karrada", "the attack on the Sheraton": of the strike told last, in a town that was told; "the attack in Quetta", told of
/// a bomb at Serena Chowk.
static bool is_unlisted_part(const sm_story *story, const sm_hit *h, const sm_gathered *g) {
  const sm_mention *x = &story->scan.mentions->items[h->place], *y = &story->scan.mentions->items[g->place];
  const bool same = sm_is_same_thing(story, h, g);
  const bool known = same || h->definite || sm_is_known_attacker(story, h) || sm_is_definite_device(story, h) || sm_is_part_of_salvo(story, h) || (story->scan.s[h->sentence].first == h->first && sm_is(&story->scan, h->first, SM_W_THE) && sm_is_definite_weapon(story, h));
  const bool own = h->start != SM_NO_DATE && !h->date_inherited, undated = g->lead && g->start == SM_NO_DATE;
  const bool meets = undated || (g->start != SM_NO_DATE && h->start <= g->end && g->start <= h->end);
  static const char *const last[] = {"last", "latest", "final"};
  const bool later = h->definite && h->n_triggers && g->many && (is_ranked(story, h) || SM_IS_ONE_OF(&story->scan, story->triggers.items[h->triggers[0]].first - 1, last)); // "the last explosion was in X"
  if (!known || later || h->another || h->worst || h->place_inherited || (own && !meets && !is_day_of_report(h, g))) return false;
  const bool near = x->place && y->place && sm_sphere_distance(x->lon, x->lat, y->lon, y->lat) < NEAR_METRES;
  const bool unit = y->place ? y->radius_m <= VALLEY_METRES : unit_of(story, y).len > 0; // a village without a gazetteer's word for it
  const bool inside = same && !x->place && unit;
  return near || inside || may_lie_in(story, x, y) || may_lie_in(story, y, x);
}

/// "Two munitions struck a house in Moghak village", of a raid told in Bala Murghab district: nothing but the names tells them apart.
static bool may_be_told_within(const sm_story *story, const sm_hit *h, const sm_gathered *g) {
  const sm_mention *x = &story->scan.mentions->items[h->place], *y = &story->scan.mentions->items[g->place];
  const bool meets = h->start == SM_NO_DATE || g->start == SM_NO_DATE || (h->start <= g->end && g->start <= h->end);
  if (h->place_inherited || h->another || h->list_place || h->item || g->item || g->many || !meets || is_other_weapon(story, h, g) || sm_opens_anew(story, h)) return false;
  int low, high;
  toll_of(story, h, &low, &high);
  if (high >= 0 && g->killed_high >= 0 && high != g->killed_high) return false;
  if (h->attacker.name.len && g->attacker.name.len && !sm_same_side(&h->attacker, &g->attacker)) return false;
  if (g->injured >= 0 && injured_of(story, h) >= 0 && injured_of(story, h) != g->injured) return false;
  return may_lie_in(story, x, y) || may_lie_in(story, y, x);
}

static bool is_city(const sm_story *story, int mention) {
  const sm_mention *m = &story->scan.mentions->items[mention];
  return m->place && sm_gazetteer_brief(story->scan.reader->gazetteer, m->place).kind == SM_KIND_CITY;
}

/// "A missile hit a school in A. A drone hit a petrol station in B": by a verb, with a weapon of another sort.
static bool is_of_other_weapon(const sm_story *story, const sm_hit *h, const sm_gathered *g) {
  const uint32_t fired = SM_WEAPON_MISSILE | SM_WEAPON_BALLISTIC_MISSILE | SM_WEAPON_CRUISE_MISSILE | SM_WEAPON_ROCKET | SM_WEAPON_ARTILLERY | SM_WEAPON_MORTAR;
  if (h->place_inherited || h->definite || !h->n_triggers || !story->triggers.items[h->triggers[0]].verb || h->sentence == g->last_sentence) return false;
  return (h->weapons == SM_WEAPON_DRONE && g->weapons && !(g->weapons & ~fired)) || (g->weapons == SM_WEAPON_DRONE && h->weapons && !(h->weapons & ~fired));
}

static bool is_wide(const sm_story *story, int mention) {
  const sm_place_ref place = story->scan.mentions->items[mention].place;
  const uint8_t kind = place ? sm_gazetteer_brief(story->scan.reader->gazetteer, place).kind : SM_KIND_UNKNOWN;
  return kind == SM_KIND_COUNTRY || kind == SM_KIND_ADM1 || kind == SM_KIND_REGION;
}

/// "Nine died in Kharkiv. Three were hurt in Chuhuiv": a town that bears the province's name, and another one told as another matter.
static bool are_towns_apart(const sm_story *story, const sm_hit *h, const sm_gathered *g) {
  double azimuth;
  if (!is_city(story, g->place) || !sm_is_away_from_town(story, h->place, g->place) || (h->definite && sm_is_told_by_direction(story, (uint32_t)g->place, &azimuth))) return false; // "The blast in Musayyib"
  const bool line = h->item && story->line[h->sentence] != g->last_line;
  const bool site = g->thing.len && h->n_triggers && !h->place_inherited && !h->definite && !sm_is_same_thing(story, h, g) && !sm_is_definite_weapon(story, h) && !sm_is_told_as_quarter(&story->scan, &story->scan.mentions->items[h->place]); // "a drone hit the library of Kherson", "bombs fell on Beryslav"
  return line || site || is_of_other_weapon(story, h, g) || (h->n_figures && g->killed_high >= 0 && !is_same_toll(story, h, g));
}

/// "The strike within Pakistani territory": of a strike in that country, not of one elsewhere.
static bool tells_ground(const sm_story *story, const sm_hit *h, const sm_gathered *g, sm_gather_signs *out) {
  const sm_mention *m = h->place < 0 && h->territory && g->place >= 0 ? &story->scan.mentions->items[g->place] : NULL;
  if (!m || !m->place) return false;
  const bool same = m->place == h->territory || sm_gazetteer_brief(story->scan.reader->gazetteer, m->place).country == h->territory;
  set(out, same ? SM_GATHER_place_of : SM_GATHER_place_other, true);
  return true;
}

/// "shelled soldiers near Avivim", of no gazetteer, behind "missiles hit a post at Metula": told with another weapon, it lies in the town by guess alone.
static bool lies_there_by_guess(const sm_story *story, const sm_hit *h, const sm_gathered *g) {
  const sm_mention *all = story->scan.mentions->items, *m = &all[h->place];
  if (h->place_inherited || m->place || is_wide(story, g->place) || (m->container && all[m->container - 1].sentence == m->sentence)) return false;
  return is_other_weapon(story, h, g) && !sm_is_told_as_quarter(&story->scan, m);
}

/// "a strike in Aita al-Shaab", of no gazetteer, before "the army then shelled Kfar Kila": only a guess lays the one village into the other.
static bool holds_by_guess(const sm_story *story, const sm_hit *h, const sm_gathered *g) {
  const sm_mention *all = story->scan.mentions->items, *m = &all[g->place];
  if (m->place || h->place_inherited || h->definite || !h->n_triggers || !story->triggers.items[h->triggers[0]].verb || !h->weapons || h->weapons == g->weapons || !is_city(story, h->place)) return false;
  return !sm_is_told_as_quarter(&story->scan, m) && all[h->place].sentence != m->sentence;
}

static void place_signs(const sm_story *story, const sm_hit *h, const sm_gathered *g, sm_gather_signs *out) {
  if (is_its_ground(story, h, g)) {
    set(out, SM_GATHER_place_of, true);
    return;
  }
  if (tells_ground(story, h, g, out)) return;
  set(out, SM_GATHER_place_neither, h->place < 0 && g->place < 0);
  set(out, SM_GATHER_place_telling_none, h->place < 0 && g->place >= 0);
  set(out, SM_GATHER_place_moved, is_moved(story, h, g));
  if (h->place < 0 || g->place < 0) return;
  int level;
  if (h->place_inherited && g->last_place >= 0 && sm_places_nest(story, (uint32_t)h->place, (uint32_t)g->last_place, &level) && level == 0) {
    set(out, SM_GATHER_place_same, true);
    return;
  }
  const bool nest = sm_places_nest(story, (uint32_t)h->place, (uint32_t)g->place, &level);
  if (!nest || (level == 0 && !h->place_inherited && sm_is_told_on_other_side(story, (uint32_t)h->place, (uint32_t)g->place)) || (level && are_towns_apart(story, h, g)) || is_another_unit(story, (uint32_t)h->place, (uint32_t)g->place)) {
    const bool unlisted = is_unlisted_part(story, h, g);
    set(out, SM_GATHER_place_other_lent, h->place_inherited);
    set(out, SM_GATHER_place_unlisted, unlisted);
    const bool within = !unlisted && may_be_told_within(story, h, g);
    set(out, SM_GATHER_place_within, within);
    set(out, SM_GATHER_place_other, !h->place_inherited && !unlisted && !within);
    set(out, SM_GATHER_place_headline, !h->place_inherited && !unlisted && is_lead_of_headline(story, h, g));
    set(out, SM_GATHER_place_other_toll, g->lead && !h->place_inherited && is_same_toll(story, h, g));
    return;
  }
  if ((level < 0 && lies_there_by_guess(story, h, g)) || (level > 0 && holds_by_guess(story, h, g))) {
    set(out, SM_GATHER_place_other, true);
    return;
  }
  set(out, SM_GATHER_place_same, level == 0);
  set(out, SM_GATHER_place_in, level < 0);
  set(out, SM_GATHER_place_of, level > 0);
  set(out, SM_GATHER_many, (level < 0 && g->many) || (level > 0 && is_many(story, h)));
}

/// "died on Monday morning in hospital", "said in the evening": the part of another day.
static bool is_part_of_speech(const sm_story *story, uint32_t token) {
  const uint32_t s = story->scan.t[token].sentence;
  for (uint32_t i = story->when_at[s]; i < story->when_at[s + 1]; i++) {
    const sm_when *w = &story->whens.items[i];
    if (token + 1 >= w->first && token <= w->last && sm_is_speech_day(story, w)) return true;
  }
  return false;
}

/// The one part of the day that a telling names, 0 none or several.
static uint8_t part_of_day(const sm_story *story, const sm_hit *h) {
  const sm_scan *scan = &story->scan;
  uint8_t part = 0;
  for (uint32_t i = h->first; i < h->last; i++) {
    const sm_cue_row *time = sm_cue_at(scan, i, SM_CUE_TIME, NULL);
    if (!time || time->kind != SM_K_PART || is_part_of_speech(story, i)) continue;
    if (part && part != time->part) return 0;
    part = time->part;
  }
  return part;
}

/// "The attack took place on 28 July.", "It happened on a Sunday in May": of what the sentence before tells.
static bool tells_when(const sm_story *story, const sm_hit *h, const sm_gathered *g) {
  enum { SUBJECT = 4 };
  const uint32_t first = story->scan.s[h->sentence].first;
  if (h->sentence != g->last_sentence + 1 || !(sm_is(&story->scan, first, SM_W_THE) || sm_is(&story->scan, first, SM_W_IT))) return false;
  for (uint32_t i = story->trigger_at[h->sentence]; i < story->trigger_at[h->sentence + 1]; i++) {
    const sm_trigger *t = &story->triggers.items[i];
    if (t->row->kind == SM_K_HAPPEN && t->first <= first + SUBJECT) return true;
  }
  return false;
}

/// "A day earlier four were killed in X": opens with a day counted from the one told before, and has a place of its own.
static bool is_day_off(const sm_story *story, const sm_hit *h) {
  const sm_when *w = h->when >= 0 ? &story->whens.items[h->when] : NULL;
  return w && sm_is_counted_back(story, w) && ((h->place >= 0 && !h->place_inherited) || (h->n_triggers && h->n_figures)) && !h->definite;
}

static void day_signs(const sm_story *story, const sm_hit *h, const sm_gathered *g, sm_gather_signs *out) {
  const uint8_t part = part_of_day(story, h);
  set(out, SM_GATHER_part_other, part && g->part && part != g->part);
  const sm_date published = story->whens.published;
  const bool undated = g->start == SM_NO_DATE && g->lead && !tells_when(story, h, g);
  if (undated && h->prec >= 4 && !h->date_inherited && published != SM_NO_DATE && h->end < published) { // "In July ...": news has no day of its own
    set(out, SM_GATHER_day_other, true);
    return;
  }
  if (g->start == SM_NO_DATE && is_day_off(story, h)) {
    set(out, SM_GATHER_day_other, true);
    return;
  }
  if (undated && !h->date_inherited && published != SM_NO_DATE && h->start != SM_NO_DATE && h->end < published - OLD_NEWS) { // nor is it of last year
    set(out, SM_GATHER_day_other, true);
    return;
  }
  if (h->start == SM_NO_DATE || g->start == SM_NO_DATE) return;
  bool lent = h->date_inherited || g->day_lent, meet = h->start <= g->end && g->start <= h->end;
  if (!meet && is_day_of_report(h, g)) return;
  set(out, SM_GATHER_day_of_range, g->of_range && !lent && h->start == h->end && meet);
  enum { WEEKS = 13 };
  int gap = meet ? 0 : h->start > g->end ? h->start - g->end : g->start - h->end;
  const bool months = !h->date_inherited && gap > WEEKS; // "in July a missile there killed six", behind what has the day of the report
  if (!lent || months) set(out, meet ? SM_GATHER_day_meets : SM_GATHER_day_other, true);
  else if (gap <= 1) set(out, meet ? SM_GATHER_day_meets_lent : SM_GATHER_day_next_lent, true);
  else set(out, h->date_inherited ? SM_GATHER_day_other_lent : SM_GATHER_day_other_own, true);
}

/// "Hours later a bomb went off": not "hours later the group claimed the attack", nor a second blast minutes later.
static bool is_hours_apart(const sm_story *story, const sm_hit *h) {
  static const char *const hours[] = {"hours", "hour", "Hours", "Hour"};
  if (h->when < 0 || h->definite || !h->n_triggers || !(story->whens.items[h->when].flags & SM_WHEN_SAME)) return false;
  const sm_when *w = &story->whens.items[h->when];
  for (uint32_t i = w->first; i < w->last; i++)
    if (SM_IS_ONE_OF(&story->scan, i, hours)) return true;
  return false;
}

static void side_signs(const sm_story *story, const sm_hit *h, const sm_gathered *g, sm_gather_signs *out) {
  sm_place_ref from = h->attacker.iso3[0] ? sm_gazetteer_country(story->scan.reader->gazetteer, h->attacker.iso3) : 0;
  set(out, SM_GATHER_side_ground, g->territory && h->place < 0 && from && from != g->territory && !g->attacker.name.len);
  if (!h->attacker.name.len || !g->attacker.name.len) return;
  const bool groups = (h->attacker.type >= 2 && h->attacker.type <= 4) != (g->attacker.type >= 2 && g->attacker.type <= 4); // rebels and the state that they fight
  bool same = sm_same_side(&h->attacker, &g->attacker), state = h->attacker.iso3[0] && strcmp(h->attacker.iso3, g->attacker.iso3) == 0 && !groups;
  set(out, SM_GATHER_side_same, same);
  set(out, SM_GATHER_side_other, !same && !state && h->attacker_score >= 3);
}

static void toll_signs(const sm_story *story, const sm_hit *h, const sm_gathered *g, sm_gather_signs *out) {
  int low, high;
  toll_of(story, h, &low, &high);
  set(out, SM_GATHER_hurt_same, is_same_injured(story, h, g));
  if (high < 0 || g->killed_high < 0) return;
  bool same = high == g->killed_high || (low == g->killed_low && low >= TELLING_TOLL);
  bool revised = g->revised || is_revised(story, h); // "the toll rose to 60"
  const bool share = high <= g->killed_high && (sm_is_part_of_salvo(story, h) || sm_are_bodies_found(story, h));
  bool account = revised || share || (h->consequence && (h->place < 0 || h->place_inherited)); // another's count of the same dead
  set(out, SM_GATHER_toll_same, same && high > 0);
  set(out, SM_GATHER_toll_other, !same && !account);
}

static void stand_signs(const sm_story *story, const sm_hit *h, const sm_gathered *g, sm_gather_signs *out) {
  uint32_t gap = story->scan.s[h->sentence].paragraph - g->last_paragraph;
  bool same = h->sentence == g->last_sentence;
  set(out, SM_GATHER_listed, same && h->list_place && h->place >= 0 && !(*out & bit(SM_GATHER_place_same)));
  const bool summed = g->last_sentence <= LEAD_SENTENCES && *out & bit(SM_GATHER_place_same) && g->killed_high < 0; // "shelling in A, B and C", told of one by one below
  if ((h->item || g->item) && !summed) {
    set(out, story->line[h->sentence] == g->last_line ? SM_GATHER_line_same : SM_GATHER_line_other, true);
    return;
  }
  set(out, SM_GATHER_paragraph_same, gap == 0 && (!same || h->place < 0)); // "... hit a school there; its guard was hurt"
  set(out, SM_GATHER_paragraph_next, gap == 1);
}

/// "The ministry said its forces had struck a command post": another's words for a strike, with no day of its own.
static bool is_account(const sm_story *story, const sm_hit *h, const sm_gathered *strike, sm_gather_signs signs) {
  if (!h->n_triggers || h->another || (h->start != SM_NO_DATE && !h->date_inherited) || signs & (bit(SM_GATHER_place_other) | bit(SM_GATHER_place_other_lent) | bit(SM_GATHER_place_in) | bit(SM_GATHER_place_of) | bit(SM_GATHER_place_moved) | bit(SM_GATHER_answers))) return false;
  if (h->place >= 0 && !h->place_inherited && strike->place < 0 && strike->killed_high >= 0) return false; // the dead told were not of that place
  for (uint32_t i = 0; i < h->n_triggers; i++) {
    const sm_trigger *g = &story->triggers.items[h->triggers[i]];
    if (g->plural || g->another || !sm_speech_of(&story->speeches, h->sentence, g->first)) return false;
  }
  return true;
}

/// No clause of its own between a verb and a place: not "occurred days after a man was caught in Midsayap".
static bool is_straight_to(const sm_story *story, uint32_t from, uint32_t place) {
  for (uint32_t k = from; k < place; k++) {
    const sm_group *g = sm_group_of(&story->syntax, k);
    if (sm_is(&story->scan, k, SM_W_AFTER) || sm_is(&story->scan, k, SM_W_BEFORE) || sm_is(&story->scan, k, SM_W_WHEN) || sm_is(&story->scan, k, SM_W_AS)) return false;
    if (g && g->flags & SM_GROUP_VERB && g->first > from) return false;
  }
  return from <= place;
}

/// "The attack took place in Arhab", "the blast occurred near the port": tells where the one told before was.
static bool is_located(const sm_story *story, const sm_hit *h) {
  if (!h->definite || h->another || h->place < 0 || h->place_inherited || !h->n_triggers) return false;
  const sm_trigger *g = &story->triggers.items[h->triggers[0]];
  if (g->verb) return false;
  for (uint32_t k = g->last; k < h->last && k < g->last + LOCATED_TOKENS; k++) {
    const sm_cue_row *verb = sm_cue_at(&story->scan, k, SM_CUE_TRIGGER, NULL);
    if (verb && verb->kind == SM_K_HAPPEN) return is_straight_to(story, k + 1, story->scan.mentions->items[h->place].first);
    const bool which = sm_is_sign(&story->scan, k, ',') && k == g->last && sm_is(&story->scan, k + 1, SM_W_WHICH); // "The blast, which occurred in"
    if (sm_is_punct(&story->scan, k) && !which && !sm_is_sign(&story->scan, k, ':') && !sm_is_sign(&story->scan, k, '.')) return false; // "at 7:20 a.m."
  }
  return false;
}

/// "occurred days after a bomb went off in Kirkuk": what came before or behind has a place of its own.
static bool is_before_or_after(const sm_scan *scan, uint32_t from, uint32_t place) {
  for (uint32_t k = from; k < place; k++)
    if (sm_is(scan, k, SM_W_AFTER) || sm_is(scan, k, SM_W_BEFORE)) return true;
  return false;
}

/// "Saturday's incident happened when a convoy ran over a mine near X", "The incident took place at Y".
static bool is_incident_located(const sm_story *story, const sm_hit *h) {
  enum { OPENS = 4, NEAR = 2 };
  static const char *const incidents[] = {"incident", "attack", "blast", "explosion", "bombing", "strike", "shelling"};
  const sm_scan *scan = &story->scan;
  const uint32_t first = scan->s[h->sentence].first;
  if (h->another || h->place < 0 || h->place_inherited || h->first != first) return false;
  const sm_mention *m = &scan->mentions->items[h->place];
  if (is_wide(story, h->place)) return false;
  for (uint32_t k = first + 1; k < first + OPENS && k < h->last; k++) {
    if (sm_has_cue(scan, k, SM_CUE_NUMBER)) return false; // "The second attack"
    if (!SM_IS_ONE_OF(scan, k, incidents)) continue;
    const bool known = sm_is(scan, first, SM_W_THE) || scan->t[k - 1].flags & SM_TOKEN_CLITIC; // "The deadly attack"
    for (uint32_t i = k + 1; known && i <= k + NEAR && i < h->last; i++) {
      const sm_cue_row *verb = sm_cue_at(scan, i, SM_CUE_TRIGGER, NULL);
      if (verb && verb->kind == SM_K_HAPPEN) return !is_before_or_after(scan, i, m->first);
    }
    return false;
  }
  return false;
}

/// "In Diyala two were hurt and one was killed in a bomb attack in Khalis": the province heads the sentence, the telling before names no munition.
static bool is_in_unit_told(const sm_story *story, const sm_hit *h, const sm_hit *before) {
  const sm_scan *scan = &story->scan;
  int level = 0;
  if (before->place < 0 || before->place_inherited || h->place < 0 || h->place_inherited || !is_wide(story, before->place)) return false;
  const sm_mention *unit = &scan->mentions->items[before->place];
  if (unit->sentence != h->sentence || (before->n_triggers && unit->first > story->triggers.items[before->triggers[0]].first)) return false;
  for (uint32_t k = before->first; k < h->first; k++) {
    const sm_cue_row *weapon = sm_cue_at(scan, k, SM_CUE_WEAPON, NULL);
    if (weapon && weapon->weapons) return false;
  }
  return sm_places_nest(story, (uint32_t)h->place, (uint32_t)before->place, &level) && level < 0;
}

/// "Four people were killed in X when shells were fired at Y", of one sentence.
static bool is_how(const sm_story *story, const sm_hits *hits, uint32_t hit) {
  const sm_hit *h = &hits->items[hit], *before = hit ? h - 1 : NULL;
  if (!before || before->sentence != h->sentence || !before->n_figures || !h->n_triggers || h->another) return false;
  for (uint32_t i = 0; i < before->n_triggers; i++)
    if (story->triggers.items[before->triggers[i]].row->kind != SM_K_KILL && story->triggers.items[before->triggers[i]].row->kind != SM_K_HARM) return false;
  if (is_in_unit_told(story, h, before)) return true;
  if (h->n_figures) return false;
  const uint32_t from = h->first > before->first ? h->first : before->first;
  for (uint32_t k = from; k < from + 2 && k < h->last; k++)
    if (sm_is(&story->scan, k, SM_W_WHEN) || sm_is(&story->scan, k, SM_W_AS)) return true;
  return false;
}

/// "While they were walking to the shelter, a bomb was detonated": how those told of before were struck.
static bool is_of_those_told(const sm_story *story, const sm_hit *h) {
  static const char *const opens[] = {"While", "As", "When"};
  static const sm_word those[] = {SM_W_THEY, SM_W_HE, SM_W_SHE};
  const uint32_t first = story->scan.s[h->sentence].first;
  return h->first == first && h->n_triggers && SM_IS_ONE_OF(&story->scan, first, opens) && SM_IS_ANY(&story->scan, first + 1, those);
}

static void word_signs(const sm_story *story, const sm_hit *h, const sm_gathered *g, sm_gather_signs *out) {
  bool own_place = h->place >= 0 && !h->place_inherited;
  bool one_of = h->worst && own_place; // "the deadliest of the attacks was in X"
  bool definite = (h->definite && !one_of) || (!own_place && (sm_is_definite_weapon(story, h) || is_of_those_told(story, h))) || sm_is_part_of_salvo(story, h);
  set(out, SM_GATHER_definite, definite);
  set(out, SM_GATHER_definite_bare, definite && !own_place);
  set(out, SM_GATHER_another, h->another || one_of || sm_tells_another(story, h));
  const bool before = h->when >= 0 && !h->date_inherited && g->start != SM_NO_DATE && h->end < g->start; // nobody dies of it on an earlier day
  set(out, SM_GATHER_toll_bare, h->consequence && !own_place && !before);
}

/// The one toll may be a part of the other; not where a lead has fewer dead than the finer place.
static bool may_be_part(const sm_story *story, const sm_hit *h, const sm_gathered *g, bool telling_is_finer) {
  int low, high;
  toll_of(story, h, &low, &high);
  return !g->lead || (telling_is_finer ? g->killed_high >= high : high >= g->killed_high);
}

sm_gather_signs sm_compare_telling(const sm_story *story, const sm_hits *hits, uint32_t hit, const sm_gathered *strikes, uint32_t strike, uint32_t latest) {
  const sm_hit *h = &hits->items[hit];
  const sm_gathered *g = &strikes[strike];
  sm_gather_signs out = 0;
  set(&out, SM_GATHER_bias, true);
  place_signs(story, h, g, &out);
  if (out & bit(SM_GATHER_place_within) && (strike || latest)) out = (out | bit(SM_GATHER_place_other)) & ~bit(SM_GATHER_place_within);
  day_signs(story, h, g, &out);
  side_signs(story, h, g, &out);
  const bool other = sm_calls_other_by_weapon(story, h, strikes, strike), called = !other && sm_calls_other_by_weapon(story, h, strikes, latest);
  set(&out, SM_GATHER_weapon_shared, h->weapons & g->weapons || called);
  set(&out, SM_GATHER_weapon_other, is_other_weapon(story, h, g) || other);
  if (called) out &= ~bit(SM_GATHER_place_moved);
  toll_signs(story, h, g, &out);
  stand_signs(story, h, g, &out);
  word_signs(story, h, g, &out);
  const bool old = strike == 0 && !g->lead && g->start == SM_NO_DATE && h->start != SM_NO_DATE && !h->date_inherited && story->whens.published != SM_NO_DATE && h->end < story->whens.published - OLD_NEWS;
  if (old && !tells_when(story, h, g)) set(&out, SM_GATHER_day_other, true); // the news that the report opens with is not as old
  if (sm_is_called_by_other_day(story, h, g)) out = (out | bit(SM_GATHER_another) | bit(SM_GATHER_day_other)) & ~(bit(SM_GATHER_definite) | bit(SM_GATHER_definite_bare));
  set(&out, SM_GATHER_latest, strike == latest);
  set(&out, SM_GATHER_hour_other, g->last_paragraph == story->scan.s[h->sentence].paragraph && sm_is_of_other_kind(story, h, g) && sm_opens_with_other_hour(story, h, g->hour));
  set(&out, SM_GATHER_hours, strike == latest && is_hours_apart(story, h));
  set(&out, SM_GATHER_clause, hit && hits->items[hit - 1].group == (int)strike && is_how(story, hits, hit));
  set(&out, SM_GATHER_answers, strike == latest && !h->definite && !(out & bit(SM_GATHER_side_same)) && h->weapons && !(h->weapons & g->weapons) && sm_is_answer(story, h));
  set(&out, SM_GATHER_located, strike == latest && ((is_located(story, h) && !(g->many && is_ranked(story, h))) || is_incident_located(story, h)));
  set(&out, SM_GATHER_another_toll, out & bit(SM_GATHER_another) && out & bit(SM_GATHER_toll_other));
  set(&out, SM_GATHER_account, strike == latest && !other && is_account(story, h, g, out));
  if (sm_is_told_again(story, h, g, &strikes[latest])) out = (out | bit(SM_GATHER_voice)) & ~bit(SM_GATHER_place_moved);
  bool inside = out & bit(SM_GATHER_place_in), nested = inside || out & bit(SM_GATHER_place_of);
  set(&out, SM_GATHER_lead_finer, g->lead && !h->place_inherited && !(out & (bit(SM_GATHER_weapon_other) | bit(SM_GATHER_another))) && (inside || (h->place >= 0 && g->place < 0)));
  set(&out, SM_GATHER_toll_parts, nested && !(g->lead && g->listed) && out & bit(SM_GATHER_toll_other) && may_be_part(story, h, g, inside) && !sm_is_called_by_place(story, h));
  return out;
}

sm_gathered sm_gathered_none(void) {
  return (sm_gathered){.place = -1, .last_place = -1, .hour = -1, .start = SM_NO_DATE, .end = SM_NO_DATE, .killed_low = -1, .killed_high = -1, .injured = -1, .lead = true, .headline = true};
}

/// Past titles and datelines, however many sentences they make.
static uint32_t last_of_lead(const sm_story *story) {
  const uint32_t dated = story->body_first < story->scan.n ? story->scan.t[story->body_first].sentence : 0, titled = sm_first_of_body(story), body = dated > titled ? dated : titled;
  return body + 1 > LEAD_SENTENCES ? body + 1 : LEAD_SENTENCES;
}

static void join_place(const sm_story *story, sm_gathered *g, const sm_hit *h) {
  int level = 0;
  if (h->place < 0) return;
  if (!h->place_inherited) g->last_place = h->place;
  const bool coarse = g->headline && !is_of_headline(story, h->sentence) && g->place >= 0 && is_wide(story, g->place); // what the headline names
  if (g->place < 0 || ((g->place_lent || coarse) && !h->place_inherited)) g->place = h->place, g->place_lent = h->place_inherited;
  else if (sm_places_nest(story, (uint32_t)h->place, (uint32_t)g->place, &level) && level < 0 && !h->place_inherited) g->place = h->place;
}

static void join_day(sm_gathered *g, const sm_hit *h) {
  if (h->start == SM_NO_DATE) return;
  bool finer = !h->date_inherited && h->end - h->start < g->end - g->start && h->start >= g->start && h->end <= g->end;
  if (g->start == SM_NO_DATE || (g->day_lent && !h->date_inherited)) g->day_lent = h->date_inherited;
  else if (!finer) return;
  g->start = h->start, g->end = h->end;
}

void sm_join_telling(const sm_story *story, sm_gathered *g, const sm_hit *h) {
  int low, high;
  toll_of(story, h, &low, &high);
  join_place(story, g, h);
  join_day(g, h);
  const sm_clock *clock = g->hour < 0 && h->n_triggers ? sm_clock_of(story, h) : NULL;
  if (clock) g->hour = clock->hour;
  if (!g->part) g->part = part_of_day(story, h);
  if (!g->thing.len) g->thing = sm_thing_of(story, h);
  if (!g->attacker.name.len) g->attacker = h->attacker;
  if (!g->voice.len) g->voice = sm_voice_of_telling(story, h);
  g->weapons |= h->weapons;
  if (low >= 0 && (g->killed_low < 0 || low < g->killed_low)) g->killed_low = low;
  if (high > g->killed_high) g->killed_high = high;
  const int injured = injured_of(story, h);
  if (injured > g->injured) g->injured = injured;
  g->spared |= sm_tells_spared(story, h);
  g->headline &= is_of_headline(story, h->sentence);
  g->last_sentence = h->sentence;
  g->last_line = story->line[h->sentence];
  g->last_paragraph = story->scan.s[h->sentence].paragraph;
  g->item |= h->item;
  g->many |= is_many(story, h);
  g->of_range |= is_of_range(story, h);
  g->revised |= is_revised(story, h);
  g->lead &= h->sentence <= last_of_lead(story);
  g->heading = sm_heads_list(story, h->sentence) && (g->heading || g->n_hits == 0);
  if (h->territory) g->territory = h->territory;
  g->n_hits++;
}

uint32_t sm_latest_told(const sm_gathered *strikes, uint32_t n) {
  uint32_t latest = n;
  for (uint32_t k = n > MAX_COMPARED ? n - MAX_COMPARED : 0; k < n; k++)
    if (latest == n || strikes[k].last_sentence >= strikes[latest].last_sentence) latest = k;
  return latest;
}

/// "Bombs went off in A and B provinces": the next of a lead's provinces.
static bool is_listed_in_lead(const sm_story *story, const sm_gathered *first, const sm_hits *hits, uint32_t hit) {
  const sm_hit *h = &hits->items[hit];
  if (!first->lead || !h->list_place || h->place < 0 || h->sentence != hits->items[0].sentence) return false;
  const sm_place_ref place = story->scan.mentions->items[h->place].place;
  return place && sm_gazetteer_brief(story->scan.reader->gazetteer, place).kind == SM_KIND_ADM1;
}

uint32_t sm_merge_hits(const sm_story *story, sm_hits *hits) {
  sm_gathered *strikes = sm_arena_calloc(story->scan.arena, hits->n + 1, sizeof *strikes);
  uint32_t n = 0;
  hits->first_of = sm_arena_alloc(story->scan.arena, hits->n * sizeof *hits->first_of);
  if (!strikes || !hits->first_of) return 0;
  for (uint32_t i = 0; i < hits->n; i++) {
    int best = -1;
    float best_score = 0;
    sm_gather_signs joins = 0;
    const uint32_t latest = sm_latest_told(strikes, n);
    for (uint32_t k = n > MAX_COMPARED ? n - MAX_COMPARED : 0; k < n; k++) {
      if (strikes[k].heading && hits->items[i].item && hits->items[i].place >= 0 && !hits->items[i].place_inherited) continue; // "Raids on Saada:", "- Razih: two raids"
      const sm_gather_signs signs = sm_compare_telling(story, hits, i, strikes, k, latest);
      const float score = sm_gather_score(signs);
      if (score > best_score) best_score = score, best = (int)k, joins = signs;
    }
    const uint32_t from = n > MAX_COMPARED ? n - MAX_COMPARED : 0;
    const int called = sm_strike_of_toll(story, &hits->items[i], strikes + from, n - from, best >= 0);
    if (called >= 0 && called + (int)from != best) best = called + (int)from, joins = 0, hits->items[i].place = -1;
    if (best < 0) strikes[n] = sm_gathered_none(), strikes[n].lead = n == 0 || is_listed_in_lead(story, strikes, hits, i), strikes[n].listed = hits->items[i].list_place, best = (int)n++;
    hits->items[i].group = best;
    if (joins & bit(SM_GATHER_account) && strikes[best].attacker.name.len && !sm_same_side(&strikes[best].attacker, &hits->items[i].attacker)) hits->items[i].attacker_score = 0; // a rival's account
    const bool finer = joins & bit(SM_GATHER_place_headline) && is_wide(story, strikes[best].place);
    const bool located = finer || (strikes[best].n_hits && (is_located(story, &hits->items[i]) || is_incident_located(story, &hits->items[i])));
    if (located) hits->items[i].place_score += LOCATED_SCORE;
    sm_join_telling(story, &strikes[best], &hits->items[i]);
  }
  for (uint32_t k = 0; k < n; k++) hits->first_of[k] = hits->n;
  for (uint32_t i = hits->n; i-- > 0;) {
    uint32_t *first = &hits->first_of[hits->items[i].group];
    hits->items[i].next = *first;
    *first = i;
  }
  return n;
}
