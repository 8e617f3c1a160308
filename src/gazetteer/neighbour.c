#include "neighbour.h"

#include "alike.h"
#include "boundary.h"
#include "index.h"

struct sm_neighbour {
  sm_place_ref place;
  uint32_t consonants; ///< how many of each class that no spelling mistakes for another, four bits a class
  uint8_t len, runs;
  char folded[SM_ALIKE_MAX];
};

enum { MOST = 6000, CLASSES = 4 };

/// The least that a letter more costs, but for a doubled one.
static const float COST_ADDED = 0.4f;

/// Cost a letter up to which a name is taken for the words, and for words of four letters or fewer.
static const float COST_A_LETTER = 0.15f, COST_SHORT = 0.1f;

/// Consonants of a name by class: l, r, nasals, and those of k, s, t, d and what stands for them; the others change too
/// easily. *runs: letters, double ones once.
static uint32_t count_consonants(const sm_alike_letters *name, uint8_t *runs) {
  static const char classes[26] = {['l' - 'a'] = 1, ['r' - 'a'] = 2, ['m' - 'a'] = 3, ['n' - 'a'] = 3, ['c' - 'a'] = 4,
                                   ['d' - 'a'] = 4, ['g' - 'a'] = 4, ['j' - 'a'] = 4, ['k' - 'a'] = 4, ['q' - 'a'] = 4,
                                   ['s' - 'a'] = 4, ['t' - 'a'] = 4, ['x' - 'a'] = 4, ['z' - 'a'] = 4};
  uint32_t counts = 0;
  *runs = 0;
  for (size_t i = 0; i < name->n; i++) {
    if (i && name->letter[i] == name->letter[i - 1]) continue;
    int class = classes[name->letter[i] - 'a'];
    ++*runs;
    if (class && (counts >> 4 * (class - 1) & 15) < 15) counts += 1u << 4 * (class - 1);
  }
  return counts;
}

/// A letter replaced, added or left out changes at most two counts by one and costs 1, if it changes any.
static uint32_t difference(uint32_t a, uint32_t b) {
  uint32_t sum = 0;
  for (int i = 0; i < CLASSES; i++) {
    int d = (int)(a >> 4 * i & 15) - (int)(b >> 4 * i & 15);
    sum += (uint32_t)(d < 0 ? -d : d);
  }
  return sum;
}

sm_status sm_gather_neighbours(const sm_gazetteer *gazetteer, sm_arena *arena, double lon, double lat, double within_m,
                               sm_neighbours *out, sm_error *err) {
  const double where[3] = {lon, lat, within_m};
  uint64_t key = XXH3_64bits(where, sizeof where);
  size_t bytes;
  out->items = sm_memo_find(gazetteer->neighbours, key, &bytes);
  out->n = out->items ? bytes / sizeof *out->items : 0;
  if (out->items) return SM_OK;
  sm_place_ref *places = sm_arena_alloc(arena, MOST * sizeof *places);
  size_t n = places ? sm_gazetteer_within(gazetteer, lon, lat, within_m, places, MOST) : 0;
  sm_neighbour *items = sm_arena_alloc(arena, (n + 1) * sizeof *items);
  if (!places || !items) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  for (size_t i = 0; i < n; i++) {
    sm_neighbour *item = &items[out->n];
    size_t len = sm_alike_fold(sm_gazetteer_name(gazetteer, places[i]), item->folded);
    if (!len) continue;
    item->place = places[i];
    item->len = (uint8_t)len;
    sm_alike_letters letters;
    sm_alike_prepare((sm_str){item->folded, len}, &letters);
    item->consonants = count_consonants(&letters, &item->runs);
    out->n++;
  }
  out->items = items;
  sm_memo_keep(gazetteer->neighbours, key, items, out->n * sizeof *items);
  return SM_OK;
}

size_t sm_find_neighbours(const sm_neighbours *neighbours, sm_str words, sm_candidate *out, float *costs, size_t cap) {
  enum { LEAST = 3, SHORT = 5 };
  char folded[SM_ALIKE_MAX];
  sm_str query = {folded, sm_alike_fold(words, folded)};
  sm_alike_letters letters;
  sm_alike_prepare(query, &letters);
  if (letters.n < LEAST) return 0;
  float most = (letters.n < SHORT ? COST_SHORT : COST_A_LETTER) * (float)letters.n;
  uint8_t runs;
  uint32_t consonants = count_consonants(&letters, &runs), differ = 2 * (uint32_t)most;
  int longer = (int)(most / COST_ADDED);
  size_t n = 0;
  for (size_t i = 0; i < neighbours->n; i++) {
    const sm_neighbour *item = &neighbours->items[i];
    if (item->runs > runs + longer || runs > item->runs + longer) continue;
    if (difference(consonants, item->consonants) > differ) continue;
    float cost = sm_alike_cost(&letters, (sm_str){item->folded, item->len}, most);
    if (cost > most) continue;
    cost /= (float)letters.n;
    size_t at = n < cap ? n++ : cap;
    if (at == cap) {
      if (!cap || costs[cap - 1] <= cost) continue;
      at = cap - 1;
    }
    for (; at > 0 && costs[at - 1] > cost; at--) out[at] = out[at - 1], costs[at] = costs[at - 1];
    out[at] = (sm_candidate){item->place, SM_NAME_MAIN | SM_NAME_VARIANT};
    costs[at] = cost;
  }
  return n;
}
