#include "merge_pairs.h"

#include <stdlib.h>

/// Keys that start on one day: by latitude, those without a point at the end.
typedef struct day_group {
  uint32_t first, pointless, end;
} day_group;

typedef struct search {
  const sm_day_key *keys;
  uint32_t n;
  day_group *groups;
  uint32_t n_groups;
  sm_pair_found found;
  void *context;
} search;

static int by_latitude(const sm_day_key *a, const sm_day_key *b) {
  bool na = isnan(a->spot.lat), nb = isnan(b->spot.lat);
  if (na || nb) return na - nb;
  return (a->spot.lat > b->spot.lat) - (a->spot.lat < b->spot.lat);
}

static int by_rank(const sm_day_key *a, const sm_day_key *b) {
  return (a->rank > b->rank) - (a->rank < b->rank);
}

static int by_day(const void *pa, const void *pb) {
  const sm_day_key *a = pa, *b = pb;
  if (a->start != b->start) return a->start < b->start ? -1 : 1;
  int order = by_latitude(a, b);
  return order ? order : by_rank(a, b);
}

static int by_place(const void *pa, const void *pb) {
  const sm_day_key *a = pa, *b = pb;
  if (a->spot.place != b->spot.place) return a->spot.place < b->spot.place ? -1 : 1;
  if (a->start != b->start) return a->start < b->start ? -1 : 1;
  return by_rank(a, b);
}

static void make_groups(search *s) {
  for (uint32_t i = 0; i < s->n;) {
    day_group *g = &s->groups[s->n_groups++];
    uint32_t end = i;
    while (end < s->n && s->keys[end].start == s->keys[i].start) end++;
    *g = (day_group){i, i, end};
    while (g->pointless < end && !isnan(s->keys[g->pointless].spot.lat)) g->pointless++;
    i = end;
  }
}

/// What the search by days covers; also true where either has no point.
static bool near(sm_spot a, sm_spot b) {
  return !(fabs(a.lat - b.lat) > SM_SPOT_FAR);
}

static bool try_range(const search *s, const sm_day_key *key, uint32_t from, uint32_t to) {
  for (uint32_t j = from; j < to; j++) {
    const sm_day_key *other = &s->keys[j];
    if (near(key->spot, other->spot) && sm_spots_may_fit(key->spot, other->spot) &&
        !s->found(s->context, key->rank, other->rank))
      return false;
  }
  return true;
}

/// First of the points from `low` on that is not south of `lat`.
static uint32_t not_south(const search *s, uint32_t low, uint32_t high, double lat) {
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (s->keys[middle].spot.lat < lat)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/// The keys of a group from `from` on.
static bool try_group(const search *s, const sm_day_key *key, const day_group *g, uint32_t from) {
  const double REACH = SM_SPOT_FAR * 1.001; // near() decides, not the rounding of sums
  double lat = key->spot.lat;
  if (isnan(lat)) return try_range(s, key, from, g->end);
  uint32_t first = from < g->pointless ? not_south(s, from, g->pointless, lat - REACH) : from, last = first;
  while (last < g->pointless && s->keys[last].spot.lat <= lat + REACH) last++;
  return try_range(s, key, first, last) &&
         try_range(s, key, from > g->pointless ? from : g->pointless, g->end);
}

static bool search_days(const search *s) {
  for (uint32_t g = 0; g < s->n_groups; g++)
    for (uint32_t i = s->groups[g].first; i < s->groups[g].end; i++) {
      const sm_day_key *key = &s->keys[i];
      if (!try_group(s, key, &s->groups[g], i + 1)) return false;
      for (uint32_t h = g + 1; h < s->n_groups && s->keys[s->groups[h].first].start <= key->end; h++)
        if (!try_group(s, key, &s->groups[h], s->groups[h].first)) return false;
    }
  return true;
}

/// Two readings of one place whose points lie far apart all the same.
static bool search_places(const search *s) {
  for (uint32_t i = 0; i < s->n; i++) {
    const sm_day_key *a = &s->keys[i];
    for (uint32_t j = i + 1; j < s->n && s->keys[j].spot.place == a->spot.place; j++) {
      const sm_day_key *b = &s->keys[j];
      if (b->start > a->end) break;
      if (!near(a->spot, b->spot) && sm_spots_may_fit(a->spot, b->spot) && !s->found(s->context, a->rank, b->rank)) return false;
    }
  }
  return true;
}

bool sm_near_pairs(sm_day_key *keys, uint32_t n, sm_arena *arena, sm_pair_found found, void *context) {
  search s = {.keys = keys, .n = n, .found = found, .context = context};
  s.groups = sm_arena_alloc(arena, ((size_t)n + 1) * sizeof *s.groups);
  if (!s.groups) return false;
  if (n) qsort(keys, n, sizeof *keys, by_day);
  make_groups(&s);
  if (!search_days(&s)) return false;
  s.n = 0;
  for (uint32_t i = 0; i < n; i++)
    if (keys[i].spot.place) keys[s.n++] = keys[i];
  if (s.n) qsort(keys, s.n, sizeof *keys, by_place);
  return search_places(&s);
}
