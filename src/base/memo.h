/// Results of pure functions, kept by a 64-bit key of their arguments and shared between threads. A memo holds so many
/// and no more: each slot is filled once and stays as long as the memo, so that readers need no lock; what finds its
/// slot taken by another key is not kept.
#ifndef SM_MEMO_H
#define SM_MEMO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct sm_memo sm_memo;

/// slots: a power of two. NULL when out of memory.
sm_memo *sm_memo_new(size_t slots);
void sm_memo_free(sm_memo *memo);

/// The kept bytes of a key, valid as long as the memo; NULL when it has none. *len may be NULL. Keys are hashes: their low bits
/// choose the slot.
const void *sm_memo_find(const sm_memo *memo, uint64_t key, size_t *len);

/// Keep a copy of a key's bytes, if there is room and memory.
void sm_memo_keep(sm_memo *memo, uint64_t key, const void *bytes, size_t len);

#endif
