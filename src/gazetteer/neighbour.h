/// The populated places round a point, and those of them that are spelt nearly as some words. A district has so few that
/// all may be held against the words, the short and the common ones too.
#ifndef SM_NEIGHBOUR_H
#define SM_NEIGHBOUR_H

#include "arena.h"
#include "gazetteer.h"

typedef struct sm_neighbour sm_neighbour;

typedef struct sm_neighbours {
  const sm_neighbour *items;
  size_t n;
} sm_neighbours;

/// Borrowed from the gazetteer or, where it keeps no more, from the arena. Errors: MEMORY.
SM_API sm_status sm_gather_neighbours(const sm_gazetteer *gazetteer, sm_arena *arena, double lon, double lat,
                                      double within_m, sm_neighbours *out, sm_error *err);

/// The places whose main name is nearly the words, cheapest first. Every result has SM_NAME_VARIANT. Returns how many
/// were written. costs: of each result, a letter.
SM_API size_t sm_find_neighbours(const sm_neighbours *neighbours, sm_str words, sm_candidate *out, float *costs, size_t cap);

#endif
