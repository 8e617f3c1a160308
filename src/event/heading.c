// Lines that head a list, and names at the head of what a place lost: "Shelling in Kherson region:" tells together what its items tell apart.
#include "scene.h"

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

/// Told by the headline and the first two sentences alone, as several strikes on a unit.
static bool is_round_in_head(const sm_story *story, const sm_hits *hits, uint32_t group, const sm_strike *s) {
  const uint32_t last = sm_first_of_body(story) + 1;
  const sm_place_ref place = s->location.place;
  if (!place || (place != s->location.adm1 && place != s->location.country)) return false;
  bool several = false;
  for (uint32_t i = hits->first_of[group]; i < hits->n; i = hits->items[i].next) {
    if (hits->items[i].sentence > last) return false;
    several |= hits->items[i].plural;
  }
  return several;
}

/// The strikes of a unit that are told one by one behind the sentences that told of them together.
static uint32_t count_inside(const sm_strike *strikes, const float *weight, uint32_t n, uint32_t whole) {
  const sm_strike *w = &strikes[whole];
  uint32_t inside = 0;
  for (uint32_t k = whole + 1; k < n; k++) {
    const sm_location *in = &strikes[k].location;
    if (weight[k] < 0 || w->location.place == in->place || (w->location.place != in->adm1 && w->location.place != in->country)) continue;
    inside += w->date_start == SM_NO_DATE || strikes[k].date_start == SM_NO_DATE || (strikes[k].date_start <= w->date_end && w->date_start <= strikes[k].date_end);
  }
  return inside;
}

/// "17 attacks on the Sumy region", and then one by one in its communities.
static void leave_rounds(const sm_story *story, const sm_hits *hits, const sm_strike *strikes, float *weight, uint32_t n) {
  enum { ONE_BY_ONE = 4 };
  for (uint32_t i = 0; i < n; i++)
    if (weight[i] >= 0 && is_round_in_head(story, hits, i, &strikes[i]) && count_inside(strikes, weight, n, i) >= ONE_BY_ONE) weight[i] = -1;
}

void sm_leave_headings(const sm_story *story, const sm_hits *hits, const sm_strike *strikes, float *weight, uint32_t n) {
  leave_rounds(story, hits, strikes, weight, n);
  for (uint32_t i = 0; i < n; i++) {
    const uint32_t heading = weight[i] >= 0 ? heading_of(story, hits, i) : UINT32_MAX;
    for (uint32_t k = i + 1; heading != UINT32_MAX && k < n; k++)
      if (weight[k] >= 0 && is_item_of(story, hits, k, heading, &strikes[k], &strikes[i])) {
        weight[i] = -1;
        break;
      }
  }
}
