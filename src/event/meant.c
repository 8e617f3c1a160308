// Which of the strikes told so far a sentence speaks of: "both attacks", "all three", "them", "the one at X".
#include "gather.h"
#include "lend.h"
#include "scene.h"

/// What follows a count of strikes that stands alone: "blamed both on X", "all four were".
static bool stands_alone(const sm_scan *scan, uint32_t i, uint32_t end) {
  return i >= end || sm_is_punct(scan, i) || sm_is_preposition(scan, i) || sm_is_be(scan, i) || sm_is_have(scan, i);
}

static bool is_strike_noun(const sm_story *story, uint32_t i, uint32_t sentence) {
  static const char *const nouns[] = {"incidents", "events", "acts", "operations", "massacres"};
  if (SM_IS_ONE_OF(&story->scan, i, nouns)) return true;
  for (uint32_t k = story->trigger_at[sentence]; k < story->trigger_at[sentence + 1]; k++)
    if (story->triggers.items[k].first == i) return !story->triggers.items[k].verb;
  return false;
}

/// How many strikes the words at a token count; 0 none.
static uint32_t counted_at(const sm_story *story, uint32_t i, uint32_t sentence) {
  enum { MOST = 12 };
  static const char *const all[] = {"all", "any", "All", "Any"}, *const told[] = {"it", "this", "these", "those"}, *const both[] = {"both", "Both"}, *const definite[] = {"these", "those", "These", "Those"};
  const sm_scan *scan = &story->scan;
  const uint32_t end = scan->s[sentence].last;
  uint32_t next = i + 1;
  if (SM_IS_ONE_OF(scan, i, all) && sm_is(scan, next, SM_W_OF) && (sm_is(scan, next + 1, SM_W_THEM) || SM_IS_ONE_OF(scan, next + 1, told)) && stands_alone(scan, next + 2, end)) return SM_ALL_TOLD;
  int value = 2;
  const bool alone = SM_IS_ONE_OF(scan, i, both);
  const bool counted = !alone && (sm_is(scan, i, SM_W_THE) || SM_IS_ONE_OF(scan, i, all) || SM_IS_ONE_OF(scan, i, definite));
  if (!alone && (!counted || !sm_read_number(scan, next, &value, &next) || value < 2 || value > MOST)) return 0;
  if (sm_is(scan, next, SM_W_OF) && (sm_is(scan, next + 1, SM_W_THEM) || SM_IS_ONE_OF(scan, next + 1, told))) return (uint32_t)value;
  if (alone && (sm_is(scan, next, SM_W_THE) || SM_IS_ONE_OF(scan, next, definite))) next++;
  if (is_strike_noun(story, next, sentence)) return (uint32_t)value;
  return (alone || SM_IS_ONE_OF(scan, i, all)) && stands_alone(scan, next, end) ? (uint32_t)value : 0;
}

/// "blamed the violence on X", "claimed the series": all of it.
static bool is_whole(const sm_scan *scan, uint32_t i) {
  static const char *const wholes[] = {"violence", "wave", "series", "spate", "string", "spree", "bloodshed"};
  return sm_is(scan, i, SM_W_THE) && SM_IS_ONE_OF(scan, i + 1, wholes);
}

uint32_t sm_strikes_meant(const sm_story *story, uint32_t sentence) {
  for (uint32_t i = story->scan.s[sentence].first; i + 1 < story->scan.s[sentence].last; i++)
    if (is_whole(&story->scan, i)) return SM_ALL_TOLD;
  for (uint32_t i = story->scan.s[sentence].first; i < story->scan.s[sentence].last; i++) {
    const uint32_t n = counted_at(story, i, sentence);
    if (n) return n;
  }
  for (uint32_t i = story->trigger_at[sentence]; i < story->trigger_at[sentence + 1]; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    if (!g->verb && g->definite && (g->row->flags & SM_ROW_PLURAL || g->plural)) return SM_ALL_TOLD;
  }
  return 0;
}

uint32_t sm_groups_before(const sm_hits *hits, uint32_t sentence, uint32_t most, uint32_t groups[SM_MOST_MEANT]) {
  uint32_t n = 0;
  for (uint32_t i = hits->n; i > 0 && n < most && n < SM_MOST_MEANT; i--) {
    const sm_hit *h = &hits->items[i - 1];
    if (h->sentence >= sentence || h->group < 0) continue;
    uint32_t k = 0;
    while (k < n && groups[k] != (uint32_t)h->group) k++;
    if (k == n) groups[n++] = (uint32_t)h->group;
  }
  return n;
}

/// The sentence of a telling names the place of a strike, if only as that of who speaks.
static bool names_its_place(const sm_story *story, const sm_hit *h, const sm_gathered *g) {
  const sm_mention *all = story->scan.mentions->items;
  for (uint32_t m = story->mention_from[h->sentence]; g->place >= 0 && m < story->mention_from[h->sentence + 1]; m++)
    if (all[m].place && all[m].place == all[g->place].place) return true;
  return false;
}

/// "received seven wounded from X", "those hurt in X": whence those in hospital came.
static bool names_whence(const sm_story *story, const sm_hit *h, const sm_gathered *g) {
  const sm_mention *all = story->scan.mentions->items;
  for (uint32_t m = story->mention_from[h->sentence]; g->place >= 0 && m < story->mention_from[h->sentence + 1]; m++) {
    const uint32_t i = all[m].first;
    if (!all[m].place || all[m].place != all[g->place].place || i < h->first + 2) continue;
    if (sm_is(&story->scan, i - 1, SM_W_FROM) || (sm_is_preposition(&story->scan, i - 1) && sm_has_cue(&story->scan, i - 2, SM_CUE_CASUALTY))) return true;
  }
  return false;
}

/// "claimed the Sangin bomb", "of the Monday mine": a place, or a day of the week, before the word for what struck there.
static bool names_by_place(const sm_story *story, const sm_hit *h, const sm_gathered *g) {
  const sm_mention *all = story->scan.mentions->items;
  for (uint32_t m = story->mention_from[h->sentence]; g->place >= 0 && m < story->mention_from[h->sentence + 1]; m++) {
    if (!all[m].place || all[m].place != all[g->place].place || all[m].first < h->first + 1) continue;
    const uint32_t next = all[m].last;
    if (next < h->last && sm_is(&story->scan, all[m].first - 1, SM_W_THE) && (sm_has_cue(&story->scan, next, SM_CUE_WEAPON) || is_strike_noun(story, next, h->sentence))) return true;
  }
  return false;
}

typedef bool names_strike(const sm_story *story, const sm_hit *h, const sm_gathered *g);

/// The only one of the strikes that a telling names; -1 none.
static int only_named(const sm_story *story, const sm_hit *h, const sm_gathered *strikes, uint32_t n, names_strike *names) {
  int found = -1;
  for (uint32_t k = 0; k < n; k++) {
    if (!names(story, h, &strikes[k])) continue;
    if (found >= 0) return -1;
    found = (int)k;
  }
  return found;
}

/// "at the school", "from the market bombing", told of a strike on a school or a market; not "The hospital received four dead".
static bool names_its_thing(const sm_story *story, const sm_hit *h, const sm_gathered *g) {
  const sm_scan *scan = &story->scan;
  for (uint32_t k = h->first + 2; g->thing.len && k < h->last; k++)
    if (sm_is(scan, k - 1, SM_W_THE) && (sm_is_preposition(scan, k - 2) || is_strike_noun(story, k + 1, h->sentence)) && sm_str_equal(g->thing, sm_span_text(scan, sm_tokens_span(scan, k, k + 1)))) return true;
  return false;
}

/// "from the rocket", "the drone killed five", "in the car bombing": told of a strike with that weapon.
static bool names_its_weapon(const sm_story *story, const sm_hit *h, const sm_gathered *g) {
  const sm_scan *scan = &story->scan;
  for (uint32_t i = 0; i < h->n_triggers; i++) {
    const sm_trigger *t = &story->triggers.items[h->triggers[i]];
    const bool the = t->first > 0 && sm_is(scan, t->first - 1, SM_W_THE); // not "this airstrike", the one told last
    if (!t->verb && the && h->weapons & g->weapons) return true;
  }
  for (uint32_t k = h->first + 1; k < h->last; k++) {
    const sm_cue_row *weapon = sm_is(scan, k - 1, SM_W_THE) ? sm_cue_at(scan, k, SM_CUE_WEAPON, NULL) : NULL;
    if (weapon && weapon->weapons & g->weapons) return true;
  }
  return false;
}

bool sm_tells_spared(const sm_story *story, const sm_hit *h) {
  static const char *const open[] = {"immediate", "immediately", "yet", "far", "initial", "initially", "first", "report", "reports", "reported", "known", "word", "information"};
  if (story->speech_at[h->sentence] < story->speech_at[h->sentence + 1]) return false;
  bool zero = false;
  for (uint32_t i = 0; i < h->n_figures; i++) {
    const sm_figure *f = &story->figures.items[h->figures[i]];
    if (f->killed_high > 0 || f->injured_high > 0) return false;
    zero |= f->flags & SM_FIGURE_ZERO && !(f->flags & SM_FIGURE_SOME) && f->killed_high == 0 && f->injured_high == 0;
  }
  for (uint32_t i = h->first; zero && i < h->last; i++)
    if (SM_IS_ONE_OF(&story->scan, i, open)) return false;
  return zero;
}

static bool hurt_somebody(const sm_gathered *g) { return g->killed_high > 0 || g->injured > 0; }

/// "Nobody was hurt there. Police put the number of injured at seven": where the strike told last hurt nobody, of the one before that did; -1 none.
static int where_some_were_hurt(const sm_story *story, const sm_hit *h, const sm_gathered *strikes, uint32_t n) {
  const uint32_t latest = sm_latest_told(strikes, n);
  if (latest == n || !strikes[latest].spared || hurt_somebody(&strikes[latest])) return -1;
  const bool dated = !h->date_inherited && h->start != SM_NO_DATE, here = strikes[latest].last_paragraph == story->scan.s[h->sentence].paragraph;
  bool some = false, of_it = dated || !here; // beside it somebody may deny that nobody was hurt
  for (uint32_t i = 0; i < h->n_figures; i++) {
    const sm_figure *f = &story->figures.items[h->figures[i]];
    some |= (f->killed_high > 0 || f->injured_high > 0) && !(f->flags & SM_FIGURE_SUM);
    of_it |= f->flags & (SM_FIGURE_MORE | SM_FIGURE_LATE | SM_FIGURE_EARLIER);
  }
  int found = -1;
  for (uint32_t k = 0; some && of_it && k < n; k++) {
    const sm_gathered *g = &strikes[k];
    const bool meets = !dated || g->start == SM_NO_DATE || (h->start <= g->end && g->start <= h->end);
    if (hurt_somebody(g) && meets && (found < 0 || g->last_sentence > strikes[found].last_sentence)) found = (int)k;
  }
  return found;
}

/// "claimed the first bomb", "the toll of the first mine": what follows is meant as a strike, and is not one of several that fell.
static bool is_told_as_deed(const sm_scan *scan, uint32_t the) {
  const sm_cue_row *said = the > 0 ? sm_cue_at(scan, the - 1, SM_CUE_REPORTING, NULL) : NULL;
  return the > 0 && (sm_is(scan, the - 1, SM_W_OF) || (said && said->form == SM_F_VERB));
}

/// "in the first attack", "the second blast killed five": the number of the strike in the order they were told; -1 none. Not the first shell of several.
static int rank_meant(const sm_story *story, const sm_hit *h) {
  const sm_scan *scan = &story->scan;
  for (uint32_t k = h->first + 1; k + 1 < h->last; k++) {
    const sm_cue_row *rank = sm_is(scan, k - 1, SM_W_THE) ? sm_cue_at(scan, k, SM_CUE_NUMBER, NULL) : NULL;
    if (rank && rank->kind == SM_K_ORDINAL && (is_told_as_deed(scan, k - 1) ? sm_has_cue(scan, k + 1, SM_CUE_WEAPON) || is_strike_noun(story, k + 1, h->sentence) : is_strike_noun(story, k + 1, h->sentence) && !sm_has_cue(scan, k + 1, SM_CUE_WEAPON))) return rank->value - 1;
  }
  return -1;
}

/// "of those killed on Sunday": a day of the telling's own words, not that of saying, is the strike's.
static bool names_its_day(const sm_story *story, const sm_hit *h, const sm_gathered *g) {
  if (g->start == SM_NO_DATE || g->end > g->start + 1) return false;
  for (uint32_t i = story->when_at[h->sentence]; i < story->when_at[h->sentence + 1]; i++) {
    const sm_when *w = &story->whens.items[i];
    if (sm_between(w->first, h->first, h->last) && sm_is_day_told(story, w) && w->start <= g->end && w->end >= g->start) return true;
  }
  return false;
}

/// "the raid killed seven": the deed told before is what killed.
static bool is_done_by_deed(const sm_story *story, const sm_trigger *g) {
  const sm_group *verb = g->passive ? NULL : sm_group_of(&story->syntax, g->first);
  const sm_group *deed = verb && verb->flags & SM_GROUP_VERB && verb->subject >= 0 ? &story->syntax.groups[verb->subject] : NULL;
  return deed && sm_is(&story->scan, deed->first, SM_W_THE) && is_strike_noun(story, deed->head, g->sentence);
}

/// "four wounded", "eight had been killed", "pretending to have killed", "said it had killed": how many, whoever did it.
static bool tells_count_alone(const sm_story *story, const sm_trigger *g) {
  const sm_scan *scan = &story->scan;
  if (!sm_has_cue(scan, g->first, SM_CUE_CASUALTY)) return false;
  int value;
  uint32_t last, k = g->first;
  if (g->passive || (k > 0 && sm_read_number(scan, k - 1, &value, &last) && last == k)) return true;
  if (k < 2 || !sm_is_have(scan, k - 1)) return false;
  return sm_is(scan, k - 2, SM_W_TO) || sm_is(scan, k - 2, SM_W_IT) || sm_is(scan, k - 2, SM_W_THEY);
}

/// "Monday's blast", "the Monday mine", "those killed on Monday", "the bombing of Monday": a day by which a strike is called.
static bool calls_strike(const sm_story *story, const sm_when *w) {
  const sm_scan *scan = &story->scan;
  const sm_sentence *s = &scan->s[w->sentence];
  if (w->first <= s->first || w->start != w->end) return false;
  const uint32_t next = w->last + (w->last < s->last && scan->t[w->last].flags & SM_TOKEN_CLITIC), lead = sm_is_preposition(scan, w->first) ? w->first : w->first - 1;
  const bool before = sm_is(scan, w->first - 1, SM_W_THE) || next > w->last || (w->last > w->first && scan->t[w->last - 1].flags & SM_TOKEN_CLITIC);
  if (before && next < s->last && (sm_has_cue(scan, next, SM_CUE_WEAPON) || is_strike_noun(story, next, w->sentence))) return true;
  if (lead <= s->first || !(sm_is(scan, lead, SM_W_ON) || sm_is(scan, lead, SM_W_OF))) return false;
  const sm_cue_row *hurt = sm_cue_at(scan, lead - 1, SM_CUE_CASUALTY, NULL);
  return (hurt && hurt->form == SM_F_PAST) || is_strike_noun(story, lead - 1, w->sentence);
}

/// The only strike of the day by which a telling calls it; -1 none.
static int strike_of_day(const sm_story *story, const sm_hit *h, const sm_gathered *strikes, uint32_t n) {
  int found = -1;
  const sm_when *day = NULL;
  for (uint32_t i = 0; i < h->n_triggers; i++)
    if (story->triggers.items[h->triggers[i]].verb && !sm_has_cue(&story->scan, story->triggers.items[h->triggers[i]].first, SM_CUE_CASUALTY)) return -1;
  for (uint32_t i = story->when_at[h->sentence]; i < story->when_at[h->sentence + 1] && !day; i++)
    if (sm_between(story->whens.items[i].first, h->first, h->last) && calls_strike(story, &story->whens.items[i])) day = &story->whens.items[i];
  for (uint32_t k = 0; day && k < n; k++) {
    if (strikes[k].start == SM_NO_DATE || day->start < strikes[k].start || day->start > strikes[k].end) continue;
    if (found >= 0) return -1;
    found = (int)k;
  }
  return found;
}

/// Tells only what is known of it: nobody struck anew.
static bool tells_toll_alone(const sm_story *story, const sm_hit *h) {
  for (uint32_t i = 0; i < h->n_triggers; i++) {
    const sm_trigger *g = &story->triggers.items[h->triggers[i]];
    const sm_cue_row *before = g->first ? sm_cue_at(&story->scan, g->first - 1, SM_CUE_NUMBER, NULL) : NULL;
    const bool ranked = before && before->kind == SM_K_ORDINAL;
    if (!g->passive && sm_has_cue(&story->scan, g->first, SM_CUE_CASUALTY) && (sm_weapon_of_subject(&story->scan, &story->syntax, g) || is_done_by_deed(story, g))) continue; // "the rocket killed seven"
    if (tells_count_alone(story, g)) continue;
    if (g->verb || !((g->definite && !g->another) || ranked)) return false;
  }
  return true;
}

/// "The opposition spoke of forty dead in X": told with the name of the strike's place, and no other day than that of what was told last.
static bool is_at_its_place(const sm_story *story, const sm_hit *h, const sm_gathered *g) {
  int level;
  return g->place >= 0 && sm_places_nest(story, (uint32_t)h->place, (uint32_t)g->place, &level) && level == 0;
}

int sm_strike_of_toll(const sm_story *story, const sm_hit *h, const sm_gathered *strikes, uint32_t n, bool joined) {
  if (n > 1 && h->n_figures && !h->n_triggers && h->place >= 0 && !h->place_inherited && h->date_inherited && !h->another) return only_named(story, h, strikes, n, is_at_its_place);
  if (n < 2 || (!h->n_figures && !h->n_triggers) || (h->place >= 0 && !h->place_inherited)) return -1;
  const int called = h->n_figures ? strike_of_day(story, h, strikes, n) : -1;
  if (called >= 0 || !tells_toll_alone(story, h)) return called;
  const int rank = n == 2 ? rank_meant(story, h) : -1;
  if (rank >= 0 && rank < (int)n) return rank;
  const int hurt = h->n_triggers ? -1 : where_some_were_hurt(story, h, strikes, n);
  if (hurt >= 0) return hurt;
  if (!joined) return -1;
  const bool medic = sm_tells_cue(&story->scan, h->first, h->last, SM_CUE_CLAIMANT, SM_K_MEDIC);
  int found = h->n_figures ? only_named(story, h, strikes, n, names_its_day) : -1;
  if (found < 0 && !h->n_triggers && !medic) found = only_named(story, h, strikes, n, names_its_place);
  if (found < 0 && medic) found = only_named(story, h, strikes, n, names_whence);
  if (found < 0) found = only_named(story, h, strikes, n, names_by_place);
  if (found < 0) found = only_named(story, h, strikes, n, names_its_thing);
  return found < 0 ? only_named(story, h, strikes, n, names_its_weapon) : found;
}
