// Lines that head a list, and names at the head of what a place lost: "Shelling in Kherson region:" tells together what its items tell apart.
#include "scene.h"

#include "boundary.h"

bool sm_heads_list(const sm_story *story, uint32_t sentence) {
  enum { LONGEST = 30 };
  const sm_scan *scan = &story->scan;
  const sm_sentence *s = &scan->s[sentence];
  if (sentence + 1 >= scan->ns || s->last - s->first > LONGEST || !sm_is_sign(scan, s->last - 1, ':')) return false;
  const sm_sentence *next = &scan->s[sentence + 1];
  return next->flags & SM_SENTENCE_ITEM || scan->t[next->first].flags & SM_TOKEN_LINE_START;
}

bool sm_heads_clause(const sm_scan *scan, const sm_mention *m) {
  const uint32_t floor = scan->s[m->sentence].first, end = scan->s[m->sentence].last;
  uint32_t k = m->last;
  if (m->first < floor + 2 || !(sm_is_sign(scan, m->first - 1, ':') || sm_is_sign(scan, m->first - 1, ';'))) return false;
  if (k < end && scan->t[k].entry && scan->t[k].entry->word_bits & SM_WORD_NOUN_LOCATION && !(scan->t[k].flags & SM_TOKEN_CAPITAL)) k++;
  if (k + 1 >= end || !(sm_is_dash(scan, k) || sm_is_sign(scan, k, ':'))) return false;
  for (k++; k + 1 < end && !sm_is_sign(scan, k, ';'); k++)
    if (sm_is_preposition(scan, k) && scan->mention_at[k + 1]) return false; // "Kherson - shells on Bilozerka"
  return true;
}

bool sm_heads_toll(const sm_scan *scan, const sm_mention *m) {
  enum { REACH = 3 };
  const uint32_t floor = scan->s[m->sentence].first, end = scan->s[m->sentence].last;
  if (m->first > floor && !sm_is_punct(scan, m->first - 1) && !sm_is(scan, m->first - 1, SM_W_AND)) return false;
  uint32_t k = m->last;
  if (k < end && scan->t[k].entry && scan->t[k].entry->word_bits & SM_WORD_NOUN_LOCATION && !(scan->t[k].flags & SM_TOKEN_CAPITAL)) k++;
  if (sm_is_sign(scan, k, '(') || sm_is_sign(scan, k, ':') || sm_is_dash(scan, k)) k++;
  const bool signed_off = k > m->last && k + 1 < scan->n && (sm_is_punct(scan, k + 1) || k + 1 == end);
  if (k >= end || !(scan->t[k].flags & SM_TOKEN_NUMBER)) return false;
  if (signed_off && sm_tells_cue(scan, floor, m->first, SM_CUE_CASUALTY, SM_K_KILLED)) return true; // "Killed on Monday: A (2), B - 1"
  for (uint32_t i = k + 1; i < end && i <= k + REACH && !sm_is_punct(scan, i) && !sm_is_preposition(scan, i); i++)
    if (sm_has_cue(scan, i, SM_CUE_CASUALTY)) return true;
  return false;
}

/// The one sentence that heads a list in which all of a strike is told; UINT32_MAX where it is told elsewhere, or with a toll.
static uint32_t heading_of(const sm_story *story, const sm_hits *hits, uint32_t group) {
  uint32_t heading = UINT32_MAX;
  for (uint32_t i = hits->first_of[group]; i < hits->n; i = hits->items[i].next) {
    const sm_hit *h = &hits->items[i];
    if (h->n_figures || (heading != UINT32_MAX && h->sentence != heading) || !sm_heads_list(story, h->sentence)) return UINT32_MAX;
    heading = h->sentence;
  }
  return heading;
}

/// Told by an item at a place within what the heading names.
static bool is_item_of(const sm_story *story, const sm_hits *hits, uint32_t group, uint32_t heading, const sm_strike *item, const sm_strike *whole) {
  enum { LINES = 40 };
  const sm_location *in = &item->location, *of = &whole->location;
  const bool inside = of->place && of->place != in->place && (of->place == in->adm2 || of->place == in->adm1 || of->place == in->country);
  for (uint32_t i = hits->first_of[group]; inside && i < hits->n; i = hits->items[i].next) {
    const sm_hit *h = &hits->items[i];
    if (h->sentence > heading && story->line[h->sentence] > story->line[heading] && story->line[h->sentence] <= story->line[heading] + LINES) return true;
  }
  return false;
}

/// "in three districts", "two settlements".
static bool names_several(const sm_scan *scan, const sm_hit *h) {
  static const char *const places[] = {"cities", "towns", "villages", "provinces", "districts", "regions", "localities", "places", "locations", "states", "settlements", "communities", "municipalities", "areas", "spots", "counties", "neighbourhoods", "neighborhoods", "quarters"};
  for (uint32_t i = h->first; i < h->last; i++)
    if (SM_IS_ONE_OF(scan, i, places)) return true;
  return false;
}

/// Told by the headline and the first two sentences alone; several: as more than one strike.
static bool is_told_in_head(const sm_story *story, const sm_hits *hits, uint32_t group, bool *several) {
  const uint32_t last = sm_first_of_body(story) + 1;
  *several = false;
  for (uint32_t i = hits->first_of[group]; i < hits->n; i = hits->items[i].next) {
    if (hits->items[i].sentence > last) return false;
    *several |= hits->items[i].plural || names_several(&story->scan, &hits->items[i]);
  }
  return true;
}

/// At a place within that of another strike, and not on another day.
static bool is_inside(const sm_strike *part, const sm_strike *whole) {
  const sm_location *in = &part->location, *of = &whole->location;
  const bool meets = whole->date_start == SM_NO_DATE || part->date_start == SM_NO_DATE || (part->date_start <= whole->date_end && whole->date_start <= part->date_end);
  if (!of->place || of->place == in->place || !meets) return false;
  if (of->place == in->adm2 || of->place == in->adm1 || of->place == in->country) return true;
  return of->country == in->country && in->radius_m < of->radius_m && sm_sphere_distance(in->lon, in->lat, of->lon, of->lat) <= of->radius_m;
}

/// The strikes of a place that are told one by one behind the sentences that told of them together, and how many died of them.
static uint32_t count_inside(const sm_strike *strikes, const float *weight, uint32_t n, uint32_t whole, int *dead) {
  uint32_t inside = 0;
  *dead = 0;
  for (uint32_t k = whole + 1; k < n; k++) {
    if (weight[k] < 0 || !is_inside(&strikes[k], &strikes[whole])) continue;
    inside++;
    if (strikes[k].fat_high > 0) *dead += strikes[k].fat_high;
  }
  return inside;
}

/// "17 attacks on the Sumy region", "two bombings in Helmand killed eight", and then one by one in their towns.
static void leave_rounds(const sm_story *story, const sm_hits *hits, const sm_strike *strikes, float *weight, uint32_t n) {
  enum { ONE_BY_ONE = 2 };
  for (uint32_t i = 0; i < n; i++) {
    bool several;
    int dead;
    if (weight[i] < 0 || !is_told_in_head(story, hits, i, &several) || count_inside(strikes, weight, n, i, &dead) < ONE_BY_ONE) continue;
    const bool counted = strikes[i].fat_high <= 0 || 2 * dead >= strikes[i].fat_high;
    if ((several && counted) || (dead > 1 && dead == strikes[i].fat_high)) weight[i] = -1;
  }
}

/// The one line by itself that tells all of a strike, and no toll: a headline or the head of a section; UINT32_MAX none.
static uint32_t title_of(const sm_story *story, const sm_hits *hits, uint32_t group) {
  uint32_t title = UINT32_MAX;
  for (uint32_t i = hits->first_of[group]; i < hits->n; i = hits->items[i].next) {
    const sm_hit *h = &hits->items[i];
    const bool line = story->scan.s[h->sentence].flags & SM_SENTENCE_HEADING && !(story->scan.s[h->sentence].flags & SM_SENTENCE_ITEM);
    if (!line || h->n_figures || (title != UINT32_MAX && h->sentence != title)) return UINT32_MAX;
    title = h->sentence;
  }
  return title;
}

/// Told in the first sentences under a title, not far from the place that the title names, by nothing that does not go with its words.
static bool is_under_title(const sm_story *story, const sm_hits *hits, uint32_t group, uint32_t title, const sm_strike *told, const sm_strike *titled) {
  enum { LINES = 2, NEAR = 40000, DAY = 1 };
  const sm_location *a = &told->location, *b = &titled->location;
  const uint32_t last = title + LINES + (title < sm_first_of_body(story) ? sm_first_of_body(story) - title - 1 : 0);
  if (!b->place || b->place == b->country || a->country != b->country || sm_sphere_distance(a->lon, a->lat, b->lon, b->lat) > NEAR + b->radius_m) return false;
  if (titled->weapons && told->weapons && !(titled->weapons & told->weapons)) return false;
  if (told->date_start != SM_NO_DATE && titled->date_start != SM_NO_DATE && (told->date_start > titled->date_end + DAY || titled->date_start > told->date_end + DAY)) return false;
  for (uint32_t i = hits->first_of[group]; i < hits->n; i = hits->items[i].next) {
    const sm_hit *h = &hits->items[i];
    if (h->sentence > title && h->sentence <= last && !(story->scan.s[h->sentence].flags & SM_SENTENCE_HEADING)) return true;
  }
  return false;
}

/// "Drone strike in Tulkarm", and then of the camp outside that town.
static void leave_titles(const sm_story *story, const sm_hits *hits, const sm_strike *strikes, float *weight, uint32_t n) {
  for (uint32_t i = 0; i < n; i++) {
    const uint32_t title = weight[i] >= 0 ? title_of(story, hits, i) : UINT32_MAX;
    for (uint32_t k = 0; title != UINT32_MAX && k < n; k++) {
      if (k == i || weight[k] < 0 || !is_under_title(story, hits, k, title, &strikes[k], &strikes[i])) continue;
      weight[i] = -1;
      break;
    }
  }
}

void sm_leave_headings(const sm_story *story, const sm_hits *hits, const sm_strike *strikes, float *weight, uint32_t n) {
  leave_rounds(story, hits, strikes, weight, n);
  leave_titles(story, hits, strikes, weight, n);
  for (uint32_t i = 0; i < n; i++) {
    const uint32_t heading = weight[i] >= 0 ? heading_of(story, hits, i) : UINT32_MAX;
    for (uint32_t k = i + 1; heading != UINT32_MAX && k < n; k++)
      if (weight[k] >= 0 && is_item_of(story, hits, k, heading, &strikes[k], &strikes[i])) {
        weight[i] = -1;
        break;
      }
  }
}
