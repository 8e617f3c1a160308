// Tolls told apart from the strike that they are of.
#include "account.h"
#include "gather.h"

enum { ADOPTED = 4 }; ///< sentences between a toll and the first strike told after it

static bool is_owned(const sm_account *a, uint32_t figure) {
  for (uint32_t h = 0; h < a->hits->n; h++)
    for (uint32_t k = 0; k < a->hits->items[h].n_figures; k++)
      if (a->hits->items[h].figures[k] == figure) return true;
  return false;
}

static uint32_t paragraphs_apart(const sm_account *a, uint32_t before, uint32_t after) {
  return a->story->scan.s[after].paragraph - a->story->scan.s[before].paragraph;
}

/// A toll some sentences before the strike; in a report of one strike alone ("On Saturday a missile hit ..."
/// at the end) any.
static bool is_near_strike(const sm_account *a, uint32_t sentence, uint32_t strike) {
  enum { ADOPTED_OF_ONE = 12 };
  if (a->n == 1) return sentence + ADOPTED_OF_ONE >= strike;
  return sentence + ADOPTED >= strike && paragraphs_apart(a, sentence, strike) <= 1;
}

/// A toll told before the strike that it is of: no day long past, no shooting, no place of its own.
static bool may_adopt(const sm_account *a, const sm_figure *f) {
  const sm_story *story = a->story;
  if (f->flags & (SM_FIGURE_SUM | SM_FIGURE_OVERALL | SM_FIGURE_PART | SM_FIGURE_CARE | SM_FIGURE_DEFINITE | SM_FIGURE_NAMED))
    return false;
  const sm_cue_row *row = sm_cue_at(&story->scan, f->cue, SM_CUE_CASUALTY, NULL);
  if (row && row->flags & SM_ROW_WEAK) return false; // "who lost a cousin"
  if (sm_is_long_past(story, f->sentence) || sm_content_of(story, f->sentence).gun) return false;
  for (uint32_t m = story->mention_from[f->sentence]; m < story->mention_from[f->sentence + 1]; m++)
    if (sm_place_score(story, m, NULL) >= 0.9f) return false;
  for (uint32_t i = story->trigger_at[f->sentence]; i < story->trigger_at[f->sentence + 1]; i++)
    if (story->triggers.items[i].reality != SM_REAL) return false;
  return true;
}

/// The tolls of a lead that tells of no strike itself ("At least 21 people have been killed, the minister
/// said.") are of the first strike told after it, where that has none.
bool sm_adopt_tolls(sm_account *a) {
  const sm_figures *all = &a->story->figures;
  if (a->hits->n == 0) return true;
  const sm_hit *first = &a->hits->items[0];
  const sm_strike *s = &a->strikes[first->group];
  for (uint32_t i = 0; a->hits->n == 1 && i < all->n;
       i++) // a note that tells of nothing else: "Six more were wounded."
    if (all->items[i].sentence > first->sentence && all->items[i].sentence <= first->sentence + 2 &&
        !is_owned(a, i) && may_adopt(a, &all->items[i]) && s->inj_high < 0 &&
        all->items[i].injured_high > 0 && !sm_add_figure(a, (uint32_t)first->group, &all->items[i]))
      return false;
  bool hurt = false;
  for (size_t i = 0; i < s->n_claims; i++) {
    if (s->claims[i].killed_high >= 0) return true;
    hurt |= s->claims[i].injured_high > 0;
  }
  for (uint32_t i = 0; i < all->n && all->items[i].sentence < first->sentence; i++)
    if (!(hurt && all->items[i].killed_high < 0) && is_near_strike(a, all->items[i].sentence, first->sentence) && !is_owned(a, i) &&
        may_adopt(a, &all->items[i]) && !sm_add_figure(a, (uint32_t)first->group, &all->items[i]))
      return false;
  return true;
}

static bool has_place(const sm_account *a, int group) {
  for (uint32_t i = a->hits->first_of[group]; i < a->hits->n; i = a->hits->items[i].next)
    if (a->hits->items[i].place >= 0 || a->hits->items[i].border_village) return true;
  return false;
}

static bool has_tolls(const sm_strike *s) {
  for (size_t i = 0; i < s->n_claims; i++)
    if (s->claims[i].killed_high >= 0 || s->claims[i].injured_high >= 0) return true;
  return false;
}

/// Told by a verb or noun of its own and without a day: "the attack took 35 lives".
static bool is_dayless(const sm_account *a, int group) {
  bool told = false;
  for (uint32_t i = a->hits->first_of[group]; i < a->hits->n; i = a->hits->items[i].next) {
    const sm_hit *h = &a->hits->items[i];
    if (h->when >= 0 && !h->date_inherited) return false;
    told |= h->n_triggers > 0;
  }
  return told;
}

/// "The toll of the attack rose to 35. ... On Saturday a missile hit a block in Dnipro.": what is told
/// without a place is of the only strike that has one, where that has no toll.
bool sm_lend_tolls(sm_account *a) {
  enum { MOST_STRIKES = 8 };
  int placed = -1;
  if (a->n < 2 || a->n > MOST_STRIKES) return true;
  for (uint32_t g = 0; g < a->n; g++) {
    if (!has_place(a, (int)g)) continue;
    if (placed >= 0) return true;
    placed = (int)g;
  }
  if (placed < 0 || has_tolls(&a->strikes[placed])) return true;
  bool dayless[MOST_STRIKES];
  for (uint32_t g = 0; g < a->n; g++) dayless[g] = is_dayless(a, (int)g);
  for (uint32_t i = 0; i < a->hits->n; i++) {
    const sm_hit *h = &a->hits->items[i];
    if (h->group == placed || !h->n_figures || !dayless[h->group] || h->another || sm_tells_another(a->story, h)) continue; // "A shell then fell on a bus stop, killing one"
    for (uint32_t k = 0; k < h->n_figures; k++) {
      const sm_figure *f = &a->story->figures.items[h->figures[k]];
      if (!(f->flags & (SM_FIGURE_PART | SM_FIGURE_CARE | SM_FIGURE_MORE)) &&
          !sm_add_figure(a, (uint32_t)placed, f))
        return false;
    }
  }
  return true;
}

/// "three of whom died", "five of those died", "of whom two died": some of those that were counted just before.
static bool is_of_counted(const sm_scan *scan, const sm_figure *f) {
  static const char *const those[] = {"those", "these"};
  for (uint32_t i = f->first > 1 ? f->first - 1 : 0; i <= f->cue && i < f->first + 4; i++)
    if (i > 0 && sm_is(scan, i - 1, SM_W_OF) && (sm_is(scan, i, SM_W_WHOM) || sm_is(scan, i, SM_W_THEM) || SM_IS_ONE_OF(scan, i, those))) return true;
  return false;
}

static void add_deaths_of_counted(const sm_account *a, const sm_hit *h) {
  const sm_strike *s = &a->strikes[h->group];
  for (uint32_t i = 0; i < h->n_figures; i++) {
    const sm_figure *f = &a->story->figures.items[h->figures[i]];
    const sm_speech *voice = f->killed_low > 0 && is_of_counted(&a->story->scan, f) ? sm_figure_speech(a, f) : NULL;
    for (size_t k = 0; voice && voice->name.len && k < s->n_claims; k++) {
      sm_claim *c = &s->claims[k];
      if (c->sentence != f->sentence || c->killed_high >= 0 || c->injured_low < f->killed_high || !sm_same_claimant(c->claimant, voice->name)) continue;
      c->killed_low = f->killed_low, c->killed_high = f->killed_high;
    }
  }
}

void sm_add_patients_deaths(const sm_story *story, const sm_hits *hits, sm_strike *strikes, uint32_t n) {
  const sm_account a = {.story = story, .hits = hits, .strikes = strikes, .n = n};
  for (uint32_t i = 0; i < hits->n; i++) add_deaths_of_counted(&a, &hits->items[i]);
}
