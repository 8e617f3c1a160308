#include "report_ids.h"

#include <stdlib.h>
#include <xxhash.h>

#include "sha256.h"

typedef struct seen {
  uint64_t id, text; ///< hashes; id 0 is a free slot
} seen;

struct sm_report_ids {
  seen *slots; ///< open addressing, a power of two
  size_t cap, n;
  sm_arena *names;
};

sm_report_ids *sm_report_ids_new(void) {
  sm_report_ids *ids = calloc(1, sizeof *ids);
  if (!ids) return NULL;
  ids->cap = 64;
  ids->slots = calloc(ids->cap, sizeof *ids->slots);
  ids->names = sm_arena_new();
  if (ids->slots && ids->names) return ids;
  sm_report_ids_free(ids);
  return NULL;
}

void sm_report_ids_free(sm_report_ids *ids) {
  if (!ids) return;
  free(ids->slots);
  sm_arena_free(ids->names);
  free(ids);
}

static seen *slot_of(seen *slots, size_t cap, uint64_t id) {
  size_t i = id & (cap - 1);
  while (slots[i].id && slots[i].id != id) i = (i + 1) & (cap - 1);
  return &slots[i];
}

static bool make_room(sm_report_ids *ids) {
  if (ids->n * 2 < ids->cap) return true;
  seen *grown = calloc(ids->cap * 2, sizeof *grown);
  if (!grown) return false;
  for (size_t i = 0; i < ids->cap; i++)
    if (ids->slots[i].id) *slot_of(grown, ids->cap * 2, ids->slots[i].id) = ids->slots[i];
  free(ids->slots);
  ids->slots = grown;
  ids->cap *= 2;
  return true;
}

sm_status sm_report_ids_unique(sm_report_ids *ids, sm_report *report, sm_error *err) {
  if (!make_room(ids)) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  uint64_t id = XXH3_64bits(report->id.ptr, report->id.len) | 1;
  uint64_t text = XXH3_64bits(report->text.ptr, report->text.len);
  seen *slot = slot_of(ids->slots, ids->cap, id);
  if (!slot->id) {
    *slot = (seen){id, text};
    ids->n++;
  } else if (slot->text != text) {
    char hex[SM_SHA256_HEX];
    sm_sha256_hex(report->text.ptr, report->text.len, hex);
    char *name = sm_arena_printf(ids->names, "%.*s~%.8s", SM_STR_ARG(report->id), hex);
    if (!name) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
    report->id = sm_str_of(name);
  }
  return SM_OK;
}
