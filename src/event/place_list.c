// Lists of places that one verb or preposition governs: where they begin and end.
#include "away.h"
#include "scene.h"
#include "story.h"

/// The "," or "and" between two places of a list, after what stands in brackets: "A (two killed), B".
static bool is_list_gap(const sm_scan *scan, uint32_t first, uint32_t last) {
  enum { LONGEST = 7 };
  if (first < last && sm_is_sign(scan, first, '('))
    while (first < last && !sm_is_sign(scan, first++, ')')) {
    }
  if (last > first + 3 && last - first <= LONGEST && sm_is(scan, last - 1, SM_W_OF)) { // "A, and the nearby town of B"
    uint32_t k = last - 2;
    const sm_lexicon_entry *e = scan->t[k].entry;
    if (!e || !(e->word_bits & (SM_WORD_NOUN_LOCATION | SM_WORD_NOUN_GROUP)) || sm_has_cue(scan, k, SM_CUE_TRIGGER)) return false;
    while (k > first && !sm_is(scan, k, SM_W_THE) && !sm_is_punct(scan, k)) k--;
    if (!sm_is(scan, k, SM_W_THE) || k == first || !(sm_is(scan, k - 1, SM_W_AND) || sm_is_sign(scan, k - 1, ','))) return false;
    last = k;
  }
  if (last <= first || last - first > (sm_is(scan, last - 1, SM_W_AND) ? 4 : 2)) return false; // "as well as"
  for (uint32_t k = first; k < last; k++)
    if (!sm_is_sign(scan, k, ',') && !sm_is(scan, k, SM_W_AND) && !sm_is(scan, k, SM_W_OR)) return false;
  return true;
}

/// "A on Tuesday and B", "A at dawn (two dead), B": days and hours alone, or what stands in brackets behind them, between two that one verb governs.
static bool is_timed_gap(const sm_scan *scan, uint32_t first, uint32_t last) {
  enum { LONGEST = 8 };
  for (uint32_t k = first; k + 1 < last && k < first + LONGEST; k++) {
    if (!sm_is_sign(scan, k, ')')) continue;
    uint32_t open = k;
    while (open > first && !sm_is_sign(scan, open, '(')) open--;
    if (open == first || !is_list_gap(scan, k + 1, last)) return false;
    for (uint32_t i = first; i < open; i++)
      if (!sm_has_cue(scan, i, SM_CUE_TIME) && !sm_is_preposition(scan, i)) return false;
    return true;
  }
  if (last < first + 3 || last > first + LONGEST) return false;
  if (!sm_is(scan, last - 1, SM_W_AND) && !sm_is_sign(scan, last - 1, ',')) return false;
  bool time = false;
  for (uint32_t k = first; k + 1 < last; k++) {
    const bool told = sm_has_cue(scan, k, SM_CUE_TIME);
    time |= told;
    if (!told && !sm_is_preposition(scan, k) && !sm_is(scan, k, SM_W_THE) && !(scan->t[k].flags & SM_TOKEN_NUMBER) && !sm_is_sign(scan, k, ',')) return false;
  }
  return time;
}

uint32_t sm_past_where(const sm_scan *scan, uint32_t comma, uint32_t end) {
  enum { LONGEST = 16 };
  if (!sm_is_sign(scan, comma, ',') || !sm_is(scan, comma + 1, SM_W_WHERE)) return comma;
  for (uint32_t k = comma + 2; k + 1 < end && k < comma + LONGEST && !sm_is_sign(scan, k, ';') && !scan->mention_at[k]; k++)
    if (sm_is_sign(scan, k, ',') && sm_is(scan, k + 1, SM_W_AND)) return k;
  return comma;
}

/// "A, where a woman died, and B", "A on Tuesday, where a woman died, and B".
static bool is_gap_with_clause(const sm_scan *scan, uint32_t first, uint32_t last) {
  while (first < last && (sm_is(scan, first, SM_W_ON) || sm_has_cue(scan, first, SM_CUE_TIME))) first++;
  const uint32_t end = sm_past_where(scan, first, last);
  return end > first && end + 2 == last;
}

uint32_t sm_list_head(const sm_story *story, uint32_t m, uint32_t floor) {
  const sm_mention *items = story->scan.mentions->items;
  while (m > 0 && items[m - 1].sentence == items[m].sentence && items[m].first > floor) {
    const uint32_t addressed = sm_past_address(&story->scan, m);
    uint32_t before = addressed < m ? addressed : m - 1;
    const bool listed = sm_is(&story->scan, items[m].first - 1, SM_W_AND) || sm_comes_to_and(&story->scan, m); // no address: "Sukkar (Hadbaa district), Mosul"
    if (listed && before > 0 && sm_is_in_bracket(&story->scan, &items[before - 1], &items[before])) before--;
    const bool joined = addressed < m || is_list_gap(&story->scan, sm_past_unit(&story->scan, &items[before]), items[m].first) || is_timed_gap(&story->scan, items[before].last, items[m].first) || is_gap_with_clause(&story->scan, sm_past_unit(&story->scan, &items[before]), items[m].first) || sm_is_armed_gap(&story->scan, sm_past_unit(&story->scan, &items[before]), &items[m]);
    if (!joined || items[before].role == SM_ROLE_DEMONYM) break;
    m = before;
  }
  return m;
}

uint32_t sm_list_end(const sm_story *story, uint32_t m) {
  const sm_mention *items = story->scan.mentions->items;
  bool told = false; // where one of the items lies
  while (m + 1 < story->scan.mentions->n && items[m + 1].sentence == items[m].sentence) {
    const uint32_t end = sm_past_item(&story->scan, &items[m]);
    const bool address = end > sm_past_unit(&story->scan, &items[m]) && !sm_is_sign(&story->scan, end - 1, ')');
    uint32_t next = m + 1 + (m + 2 < story->scan.mentions->n && sm_comes_to_and(&story->scan, m) && sm_is_in_bracket(&story->scan, &items[m], &items[m + 1]));
    while (address && next + 1 < story->scan.mentions->n && items[next].first < end) next++;
    if (items[next].sentence != items[m].sentence || !is_list_gap(&story->scan, address ? end : sm_past_unit(&story->scan, &items[m]), items[next].first)) break;
    told |= address;
    m = next;
  }
  const uint32_t last = sm_past_item(&story->scan, &items[m]);
  return sm_past_and_others(&story->scan, told && !sm_is_sign(&story->scan, last - 1, ')') ? last : sm_past_unit(&story->scan, &items[m])); // "A, B and others came under fire", "A and other villages were hit"
}

/// "10 km north of X", "5 km from X": how far off what is told lies.
static bool is_measured(const sm_scan *scan, const sm_mention *m) {
  const uint32_t floor = scan->s[m->sentence].first;
  if (m->first < floor + 3) return false;
  if (sm_is(scan, m->first - 1, SM_W_OF)) return sm_is_bearing(scan, m->first - 2) && sm_is_distance(scan, m->first - 2, floor);
  return sm_is(scan, m->first - 1, SM_W_FROM) && sm_is_distance(scan, m->first - 1, floor);
}

uint32_t sm_way_from_other(const sm_story *story, const sm_spots *places) {
  static const float LED = 1.5f;
  const uint32_t a = places->items[0], b = places->items[1];
  const bool first = sm_is_told_by_road(story, a), second = sm_is_told_by_road(story, b);
  const sm_mention *kept = &story->scan.mentions->items[first ? b : a], *way = &story->scan.mentions->items[first ? a : b];
  if (first == second || kept->sentence != way->sentence) return 2;
  const bool measured = is_measured(&story->scan, kept);
  if (!measured && (places->scores[first ? 1 : 0] < LED || (first && way->container == b + 1))) return 2; // "on the road from X, in Y"
  const uint8_t kind = kept->place ? sm_gazetteer_brief(story->scan.reader->gazetteer, kept->place).kind : SM_KIND_CITY;
  if (kind == SM_KIND_ADM1 || kind == SM_KIND_ADM2 || kind == SM_KIND_COUNTRY || kind == SM_KIND_REGION) return 2;
  return sm_has_own_toll(story, a, b) || sm_is_and_pair(&story->scan, &story->scan.mentions->items[a], &story->scan.mentions->items[b]) ? 2 : second;
}
