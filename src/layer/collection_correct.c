#include "collection_private.h"

#include <stdlib.h>

typedef struct named {
  const char *id;
  uint32_t strike;
} named;

static int by_id(const void *a, const void *b) {
  return strcmp(((const named *)a)->id, ((const named *)b)->id);
}

/// A strike answers to its id and to those of all its readings.
static named *names_of(const sm_collection *c) {
  named *names = sm_arena_calloc(c->merging, c->n_readings + 1, sizeof *names);
  for (size_t i = 0; names && i < c->n_readings; i++)
    names[i] = (named){c->readings[i]->v[SM_S_READING_ID].s, c->merged.strike_of[i]};
  if (names) qsort(names, c->n_readings, sizeof *names, by_id);
  return names;
}

static int by_when(const void *pa, const void *pb) {
  const sm_correction_row *a = *(const sm_correction_row *const *)pa,
                          *b = *(const sm_correction_row *const *)pb;
  int order = sm_value_compare(a->v[SM_K_WHEN], b->v[SM_K_WHEN]);
  return order ? order : (a > b) - (a < b);
}

static bool is_true(sm_str s) {
  return sm_str_equal(s, SM_STR("true")) || sm_str_equal(s, SM_STR("1")) || sm_str_equal(s, SM_STR("yes"));
}

/// The text as the column's type; what does not read as it leaves the value alone (false).
static bool value_of(sm_type type, sm_str s, sm_value *out) {
  char *end = NULL;
  sm_value v = {0};
  if (!s.len) {
    *out = v;
    return true;
  }
  switch (type) {
  case SM_INT:
    v = sm_value_int(strtoll(s.ptr, &end, 10));
    break;
  case SM_REAL:
    v = sm_value_real(strtod(s.ptr, &end));
    break;
  case SM_BOOL:
    v = sm_value_bool(is_true(s));
    break;
  case SM_DAY:
    v = sm_value_day(sm_date_parse_iso(s));
    break;
  case SM_JSON:
    v = sm_value_json(s.ptr);
    break;
  default:
    v = sm_value_text(s.ptr);
  }
  if (!sm_value_known(v) || (end && *end)) return false;
  *out = v;
  return true;
}

/// An analyst's point: the old area no longer describes it.
static void moved(sm_value *v) {
  v[SM_S_LOC_METHOD] = sm_value_text("analyst");
  v[SM_S_AREA] = (sm_value){0};
  const double STREET_M = 1000; ///< when the analyst gave no radius_m: a point read off a map
  if (!sm_value_known(v[SM_S_RADIUS_M])) v[SM_S_RADIUS_M] = sm_value_real(STREET_M);
  bool there = sm_value_known(v[SM_S_LON]) && sm_value_known(v[SM_S_LAT]);
  if (!there) v[SM_S_LON] = v[SM_S_LAT] = v[SM_S_RADIUS_M] = (sm_value){0};
}

static void apply(sm_collection *c, const sm_correction_row *row, uint32_t strike) {
  sm_str column = sm_value_str(row->v[SM_K_COLUMN]), to = sm_value_str(row->v[SM_K_NEW]);
  if (sm_str_equal(column, SM_STR("rejected"))) {
    c->dropped[strike] = is_true(to);
    return;
  }
  const sm_table *table = sm_table_of(SM_TABLE_STRIKES);
  int i = sm_table_column(table, column);
  if (i <= SM_S_REPORT_ID) return; // ids are not corrected
  value_of(table->columns[i]->type, to, &c->merged.strikes[strike]->v[i]);
}

static bool moves(const sm_correction_row *row) {
  sm_str column = sm_value_str(row->v[SM_K_COLUMN]);
  return sm_str_equal(column, SM_STR("lon")) || sm_str_equal(column, SM_STR("lat"));
}

sm_status sm_collection_correct(sm_collection *c, sm_error *err) {
  if (!c->n_corrections) return SM_OK;
  named *names = names_of(c);
  const sm_correction_row **rows = sm_arena_calloc(c->merging, c->n_corrections, sizeof *rows);
  bool *changed = sm_arena_calloc(c->merging, c->merged.n + 1, sizeof *changed);
  if (!names || !rows || !changed) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  for (size_t i = 0; i < c->n_corrections; i++) rows[i] = &c->corrections[i];
  qsort(rows, c->n_corrections, sizeof *rows, by_when);
  for (size_t i = 0; i < c->n_corrections; i++) {
    named key = {sm_value_str(rows[i]->v[SM_K_STRIKE]).ptr, 0};
    const named *found = key.id ? bsearch(&key, names, c->n_readings, sizeof *names, by_id) : NULL;
    if (!found) continue;
    apply(c, rows[i], found->strike);
    changed[found->strike] |= moves(rows[i]);
  }
  for (size_t i = 0; i < c->merged.n; i++)
    if (changed[i]) moved(c->merged.strikes[i]->v);
  return SM_OK;
}
