#include "memo.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

typedef struct kept {
  uint64_t key;
  size_t len;
  _Alignas(max_align_t) char bytes[];
} kept;

struct sm_memo {
  size_t mask;
  _Atomic(kept *) slots[];
};

sm_memo *sm_memo_new(size_t slots) {
  sm_memo *memo = malloc(sizeof *memo + slots * sizeof memo->slots[0]);
  if (!memo) return NULL;
  memo->mask = slots - 1;
  for (size_t i = 0; i < slots; i++) atomic_init(&memo->slots[i], NULL);
  return memo;
}

void sm_memo_free(sm_memo *memo) {
  for (size_t i = 0; memo && i <= memo->mask; i++) free(atomic_load(&memo->slots[i]));
  free(memo);
}

const void *sm_memo_find(const sm_memo *memo, uint64_t key, size_t *len) {
  const kept *k = atomic_load_explicit(&memo->slots[key & memo->mask], memory_order_acquire);
  if (!k || k->key != key) return NULL;
  if (len) *len = k->len;
  return k->bytes;
}

void sm_memo_keep(sm_memo *memo, uint64_t key, const void *bytes, size_t len) {
  _Atomic(kept *) *slot = &memo->slots[key & memo->mask];
  kept *none = NULL, *k = atomic_load(slot) ? NULL : malloc(sizeof *k + len);
  if (!k) return;
  k->key = key;
  k->len = len;
  if (len) memcpy(k->bytes, bytes, len);
  if (!atomic_compare_exchange_strong(slot, &none, k)) free(k);
}
