#include "collection_private.h"
#include "sha256.h"

#include <math.h>
#include <stdlib.h>
#include <xxhash.h>

sm_status sm_collection_new(const sm_collection_options *options, sm_collection **out, sm_error *err) {
  *out = NULL;
  sm_collection *c = calloc(1, sizeof *c);
  if (!c) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  c->options = *options;
  c->arena = sm_arena_new();
  c->merging = sm_arena_new();
  sm_status status = c->arena && c->merging
                         ? sm_provenance_of(options->gazetteer, c->arena, &c->provenance, err)
                         : sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  if (status) {
    sm_collection_free(c);
    return status;
  }
  *out = c;
  return SM_OK;
}

void sm_collection_free(sm_collection *c) {
  if (!c) return;
  sm_arena_free(c->arena);
  sm_arena_free(c->merging);
  free(c->slots);
  free(c);
}

sm_arena *sm_collection_arena(sm_collection *c) {
  return c->arena;
}

static sm_str id_of(const sm_report_row *r) {
  return sm_value_str(r->v[SM_R_ID]);
}

static uint64_t hash_of(sm_str id) {
  return XXH3_64bits(id.len ? id.ptr : "", id.len);
}

static bool holds(const sm_collection *c, const report_slot *slot, uint64_t hash, sm_str id) {
  return slot->hash == hash && sm_str_equal(id, id_of(&c->reports[slot->report - 1]));
}

/// Where the id is or would be.
static report_slot *slot_of(const sm_collection *c, uint64_t hash, sm_str id) {
  size_t mask = c->n_slots - 1, i = hash & mask;
  while (c->slots[i].report && !holds(c, &c->slots[i], hash, id)) i = (i + 1) & mask;
  return &c->slots[i];
}

static report_slot *free_slot(report_slot *slots, size_t n, uint64_t hash) {
  size_t i = hash & (n - 1);
  while (slots[i].report) i = (i + 1) & (n - 1);
  return &slots[i];
}

sm_report_row *sm_collection_report(const sm_collection *c, sm_str id) {
  if (!c->n_slots || !id.len) return NULL;
  uint32_t report = slot_of(c, hash_of(id), id)->report;
  return report ? &c->reports[report - 1] : NULL;
}

static bool grow_slots(sm_collection *c) {
  if ((c->n_reports + 1) * 2 < c->n_slots) return true;
  size_t n = c->n_slots ? c->n_slots * 2 : 64;
  report_slot *grown = calloc(n, sizeof *grown);
  if (!grown) return false;
  for (size_t i = 0; i < c->n_slots; i++)
    if (c->slots[i].report) *free_slot(grown, n, c->slots[i].hash) = c->slots[i];
  free(c->slots);
  c->slots = grown;
  c->n_slots = n;
  return true;
}

static sm_status no_memory(sm_error *err) {
  return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
}

/// Room for one more of `items`; the macro keeps the array's type.
#define GROW(c, items, n, cap)                                                                               \
  do {                                                                                                       \
    void *grown_ = sm_arena_grow((c)->arena, (c)->items, (c)->n, &(c)->cap, sizeof *(c)->items);             \
    if (!grown_) return no_memory(err);                                                                      \
    (c)->items = grown_;                                                                                     \
  } while (0)

sm_status sm_collection_add_report(sm_collection *c, const sm_report_row *report, sm_error *err) {
  GROW(c, reports, n_reports, cap_reports);
  if (!grow_slots(c)) return no_memory(err);
  uint64_t hash = hash_of(id_of(report));
  report_slot *slot = slot_of(c, hash, id_of(report));
  if (slot->report && id_of(report).len) return SM_OK;
  c->reports[c->n_reports++] = *report;
  *slot = (report_slot){hash, (uint32_t)c->n_reports};
  return SM_OK;
}

sm_status sm_collection_add_reading(sm_collection *c, const sm_reading *reading, sm_error *err) {
  GROW(c, readings, n_readings, cap_readings);
  sm_reading *own = sm_arena_alloc(c->arena, sizeof *own);
  if (!own) return no_memory(err);
  *own = *reading;
  c->readings[c->n_readings++] = own;
  return SM_OK;
}

sm_status sm_collection_add_correction(sm_collection *c, const sm_correction_row *row, sm_error *err) {
  GROW(c, corrections, n_corrections, cap_corrections);
  c->corrections[c->n_corrections++] = *row;
  return SM_OK;
}

sm_status sm_collection_admit(sm_collection *c, sm_report *report, bool *known, sm_error *err) {
  char sha[SM_SHA256_HEX];
  const char *nul = report->text.len ? memchr(report->text.ptr, 0, report->text.len) : NULL;
  *known = false;
  if (nul)
    return sm_fail_at(err, SM_ERROR_FORMAT, (uint64_t)(nul - report->text.ptr), 0,
                      "%.*s: NUL at byte %zu: not text", SM_STR_ARG(report->id),
                      (size_t)(nul - report->text.ptr));
  const sm_report_row *row = sm_collection_report(c, report->id);
  if (!row) return SM_OK;
  sm_sha256_hex(report->text.ptr, report->text.len, sha);
  if (sm_str_equal(sm_value_str(row->v[SM_R_SHA256]), sm_str_of(sha))) {
    *known = true;
    return SM_OK;
  }
  const char *renamed = sm_arena_printf(c->arena, "%.*s~%.8s", SM_STR_ARG(report->id), sha);
  if (!renamed) return no_memory(err);
  report->id = sm_str_of(renamed);
  row = sm_collection_report(c, report->id);
  *known = row != NULL;
  return SM_OK;
}

static sm_value copy(sm_collection *c, sm_str s, bool *failed) {
  if (!s.len) return (sm_value){0};
  const char *text = sm_arena_strdup(c->arena, s);
  *failed |= !text;
  return sm_value_text(text);
}

static bool keeps(const sm_collection *c, sm_table_id table) {
  return !c->options.tables || c->options.tables & 1u << table;
}

static sm_status add_report_of(sm_collection *c, const sm_document *d, size_t n_strikes, sm_error *err) {
  const sm_report *r = &d->report;
  char sha[SM_SHA256_HEX];
  bool failed = false;
  sm_sha256_hex(r->text.ptr, r->text.len, sha);
  sm_report_row row = {.v = {
                           [SM_R_ID] = copy(c, r->id, &failed),
                           [SM_R_TITLE] = copy(c, r->title, &failed),
                           [SM_R_SOURCE] = copy(c, r->source, &failed),
                           [SM_R_URL] = copy(c, r->url, &failed),
                           [SM_R_PUBLISHED] = sm_value_day(r->published),
                           [SM_R_SHA256] = copy(c, sm_str_of(sha), &failed),
                           [SM_R_N_STRIKES] = sm_value_int((int64_t)n_strikes),
                       }};
  if (!c->options.no_text && keeps(c, SM_TABLE_REPORTS)) row.v[SM_R_TEXT] = copy(c, r->text, &failed);
  return failed ? no_memory(err) : sm_collection_add_report(c, &row, err);
}

static void resolved(sm_collection *c, const sm_mention *m, sm_mention_row *row, bool *failed) {
  sm_place place, adm1;
  if (!m->place || !c->options.gazetteer) return;
  sm_gazetteer_place(c->options.gazetteer, m->place, &place);
  sm_gazetteer_as_viewed(c->options.gazetteer, &place);
  row->lon = m->lon;
  row->lat = m->lat;
  row->v[SM_M_PLACE_ID] = copy(c, place.id, failed);
  row->v[SM_M_NAME] = copy(c, place.name, failed);
  row->v[SM_M_ISO3] = copy(c, sm_str_of(place.iso3), failed);
  row->v[SM_M_RADIUS_M] = sm_value_real(round((double)m->radius_m));
  if (!place.adm1) return;
  sm_gazetteer_place(c->options.gazetteer, place.adm1, &adm1);
  row->v[SM_M_ADM1] = copy(c, adm1.name, failed);
}

static sm_status add_mention(sm_collection *c, const sm_document *d, const sm_mention *m, sm_error *err) {
  if (c->options.roles && !(c->options.roles & 1u << m->role)) return SM_OK;
  GROW(c, mentions, n_mentions, cap_mentions);
  sm_mention_row *row = &c->mentions[c->n_mentions++];
  *row = (sm_mention_row){.lon = NAN, .lat = NAN};
  bool failed = false;
  row->v[SM_M_REPORT] = c->reports[c->n_reports - 1].v[SM_R_ID];
  row->v[SM_M_BEGIN] = sm_value_int(sm_code_point_at(d, m->span.begin));
  row->v[SM_M_END] = sm_value_int(sm_code_point_at(d, m->span.end));
  row->v[SM_M_TEXT] =
      copy(c, (sm_str){d->report.text.ptr + m->span.begin, m->span.end - m->span.begin}, &failed);
  row->v[SM_M_ROLE] = sm_value_text(sm_role_name(m->role));
  row->v[SM_M_CONF] = sm_value_real(round((double)m->conf * 1000) / 1000);
  row->v[SM_M_N_CANDIDATES] = sm_value_int(m->n_candidates);
  row->v[SM_M_REASON] = copy(c, sm_str_of(m->reason), &failed);
  resolved(c, m, row, &failed);
  return failed ? no_memory(err) : SM_OK;
}

sm_status sm_collection_add(sm_collection *c, const sm_document *d, const sm_mentions *mentions,
                            const sm_strikes *strikes, sm_error *err) {
  sm_status status = add_report_of(c, d, strikes->n, err);
  size_t n_mentions = keeps(c, SM_TABLE_MENTIONS) ? mentions->n : 0;
  for (size_t i = 0; !status && i < n_mentions; i++)
    status = add_mention(c, d, &mentions->items[i], err);
  for (size_t i = 0; !status && i < strikes->n; i++) {
    sm_reading reading;
    status =
        sm_reading_of(d, c->options.gazetteer, &strikes->items[i], &c->provenance, c->arena, &reading, err);
    if (!status) status = sm_collection_add_reading(c, &reading, err);
  }
  return status;
}

sm_date sm_collection_newest(const sm_collection *c) {
  int64_t newest = SM_NO_DATE;
  for (size_t i = 0; i < c->n_reports; i++) {
    int64_t day = sm_value_or(c->reports[i].v[SM_R_PUBLISHED], SM_NO_DATE);
    if (day > newest) newest = day;
  }
  return (sm_date)newest;
}

sm_status sm_collection_merge(sm_collection *c, sm_error *err) {
  sm_arena_reset(c->merging);
  bool changed = c->n_corrections || c->options.generalise.level || c->options.generalise.drop;
  sm_status status = c->options.no_merge
                         ? sm_merge_nothing(c->readings, c->n_readings, changed, c->merging, &c->merged, err)
                         : sm_merge(c->readings, c->n_readings, changed, c->merging, &c->merged, err);
  if (status) return status;
  c->dropped = sm_arena_calloc(c->merging, c->merged.n + 1, sizeof *c->dropped);
  if (!c->dropped) return no_memory(err);
  status = sm_collection_correct(c, err);
  for (size_t i = 0; !status && i < c->merged.n; i++) {
    sm_value conf = c->merged.strikes[i]->v[SM_S_CONF];
    c->dropped[i] |= conf.type == SM_REAL && conf.r < c->options.min_conf;
    status =
        sm_generalise(&c->options.generalise, c->options.gazetteer, c->merging, c->merged.strikes[i], err);
  }
  return status;
}

const sm_merged *sm_collection_merged(const sm_collection *c) {
  return &c->merged;
}

void sm_collection_select(sm_collection *c, const bool *keep) {
  for (size_t i = 0; i < c->merged.n; i++) c->dropped[i] |= !keep[i];
}

size_t sm_collection_n_reports(const sm_collection *c) {
  return c->n_reports;
}
