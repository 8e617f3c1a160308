#include "neighbour.h"

#include "alike.h"
#include "boundary.h"

struct sm_neighbour {
  sm_place_ref place;
  sm_str folded;
};

enum { MOST = 6000 };

/// Cost a letter up to which a name of the district is taken for the words, and of a name of three letters or two.
static const float COST_A_LETTER = 0.15f, COST_SHORT = 0.1f;

sm_status sm_gather_neighbours(const sm_gazetteer *gazetteer, sm_arena *arena, double lon, double lat, double within_m,
                               sm_neighbours *out, sm_error *err) {
  *out = (sm_neighbours){0};
  sm_place_ref *places = sm_arena_alloc(arena, MOST * sizeof *places);
  if (!places) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  size_t n = sm_gazetteer_within(gazetteer, lon, lat, within_m, places, MOST);
  sm_neighbour *items = sm_arena_alloc(arena, (n + 1) * sizeof *items);
  if (!items) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  out->items = items;
  for (size_t i = 0; i < n; i++) {
    char folded[SM_ALIKE_MAX];
    size_t len = sm_alike_fold(sm_gazetteer_name(gazetteer, places[i]), folded);
    if (!len) continue;
    char *copy = sm_arena_alloc(arena, len);
    if (!copy) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
    memcpy(copy, folded, len);
    items[out->n++] = (sm_neighbour){places[i], {copy, len}};
  }
  return SM_OK;
}

size_t sm_find_neighbours(const sm_neighbours *neighbours, sm_str words, sm_candidate *out, float *costs, size_t cap) {
  char folded[SM_ALIKE_MAX];
  sm_str query = {folded, sm_alike_fold(words, folded)};
  if (query.len < 3) return 0;
  sm_alike_letters letters;
  sm_alike_prepare(query, &letters);
  if (letters.n < 3) return 0;
  float most = (letters.n < 5 ? COST_SHORT : COST_A_LETTER) * (float)letters.n;
  size_t n = 0;
  for (size_t i = 0; i < neighbours->n; i++) {
    sm_str name = neighbours->items[i].folded;
    if (name.len > query.len + query.len / 2 + 2 || query.len > name.len + name.len / 2 + 2) continue;
    float cost = sm_alike_cost(&letters, name, most);
    if (cost > most) continue;
    cost /= (float)letters.n;
    size_t at = n < cap ? n++ : cap;
    if (at == cap) {
      if (!cap || costs[cap - 1] <= cost) continue;
      at = cap - 1;
    }
    for (; at > 0 && costs[at - 1] > cost; at--) out[at] = out[at - 1], costs[at] = costs[at - 1];
    out[at] = (sm_candidate){neighbours->items[i].place, SM_NAME_MAIN | SM_NAME_VARIANT};
    costs[at] = cost;
  }
  return n;
}
