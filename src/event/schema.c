#include "schema.h"

#include <math.h>

#define X(constant, name, type, ...) {name, SM_##type, __VA_ARGS__},
static const sm_column strike_columns[] = {SM_STRIKE_COLUMNS(X)};
static const sm_column claim_columns[] = {SM_CLAIM_COLUMNS(X)};
static const sm_column mention_columns[] = {SM_MENTION_COLUMNS(X)};
static const sm_column report_columns[] = {SM_REPORT_COLUMNS(X)};
static const sm_column correction_columns[] = {SM_CORRECTION_COLUMNS(X)};
static const sm_column link_columns[] = {
    {"from_place", SM_TEXT, "from_place", "From", NULL, "Where the line starts"},
    {"from_iso3", SM_TEXT, "from_iso3", "From country", NULL, "ISO 3166 alpha-3 of the start"},
    {"from_is", SM_TEXT, "from_is", "From is", NULL, "country (of the attacker) or launch (place reported)"},
};
#undef X

#define X(constant, ...) &strike_columns[SM_S_##constant],
static const sm_column *const strikes[] = {SM_STRIKE_COLUMNS(X)};
#undef X
#define X(constant, ...) &claim_columns[SM_C_##constant],
static const sm_column *const claims[] = {SM_CLAIM_COLUMNS(X)};
#undef X
#define X(constant, ...) &mention_columns[SM_M_##constant],
static const sm_column *const mentions[] = {SM_MENTION_COLUMNS(X)};
#undef X
#define X(constant, ...) &report_columns[SM_R_##constant],
static const sm_column *const reports[] = {SM_REPORT_COLUMNS(X)};
#undef X
#define X(constant, ...) &correction_columns[SM_K_##constant],
static const sm_column *const corrections[] = {SM_CORRECTION_COLUMNS(X)};
#undef X

#define COPIES(X)                                                                                            \
  X(STRIKE_ID)                                                                                               \
  X(DATE_START)                                                                                              \
  X(DATE_END) X(ATTACKER) X(TARGET) X(WEAPON) X(PLACE) X(WHERE_PREC) X(RADIUS_M) X(FAT_BEST) X(STATUS)       \
      X(CONF) X(REPORT_ID)
#define X(constant) SM_S_##constant,
static const sm_strike_column copied[] = {COPIES(X)};
#undef X
#define X(constant) &strike_columns[SM_S_##constant],
static const sm_column *const areas[] = {COPIES(X)};
static const sm_column *const links[] = {COPIES(X) & link_columns[0], &link_columns[1], &link_columns[2]};
#undef X
_Static_assert(sizeof copied / sizeof *copied == SM_AREA_N, "columns of strike_areas");
_Static_assert(sizeof links / sizeof *links == SM_LINK_N, "columns of links");

static const sm_table tables[SM_N_TABLES] = {
    {"strikes", "Strikes", SM_GEOMETRY_POINT, strikes, SM_S_OF_STRIKES},
    {"strike_areas", "Where each strike may lie", SM_GEOMETRY_AREA, areas, SM_AREA_N},
    {"links", "Attacker to strike", SM_GEOMETRY_LINE, links, SM_LINK_N},
    {"claims", "Claims about the strikes", SM_GEOMETRY_NONE, claims, SM_C_N},
    {"readings", "Each report's own strikes", SM_GEOMETRY_POINT, strikes, SM_S_N},
    {"mentions", "Places named in the reports", SM_GEOMETRY_POINT, mentions, SM_M_N},
    {"reports", "Reports", SM_GEOMETRY_NONE, reports, SM_R_N},
    {"corrections", "Corrections by analysts", SM_GEOMETRY_NONE, corrections, SM_K_N},
};

const sm_table *sm_table_of(sm_table_id id) {
  return &tables[id];
}

const sm_strike_column *sm_area_from(void) {
  return copied;
}

int sm_table_find(sm_str name) {
  for (int i = 0; i < SM_N_TABLES; i++)
    if (sm_str_equal(name, sm_str_of(tables[i].name))) return i;
  return -1;
}

int sm_table_column(const sm_table *table, sm_str name) {
  for (int i = 0; i < table->n; i++)
    if (sm_str_equal(name, sm_str_of(table->columns[i]->name))) return i;
  return -1;
}

sm_value sm_value_int(int64_t n) {
  return (sm_value){.type = SM_INT, .i = n};
}

sm_value sm_value_count(int64_t n) {
  return n < 0 ? (sm_value){0} : sm_value_int(n);
}

sm_value sm_value_bool(int b) {
  return b < 0 ? (sm_value){0} : (sm_value){.type = SM_BOOL, .i = b != 0};
}

sm_value sm_value_real(double r) {
  return isfinite(r) ? (sm_value){.type = SM_REAL, .r = r} : (sm_value){0};
}

sm_value sm_value_day(sm_date date) {
  return date == SM_NO_DATE ? (sm_value){0} : (sm_value){.type = SM_DAY, .i = date};
}

sm_value sm_value_text(const char *text) {
  if (!text || !*text) return (sm_value){0};
  return (sm_value){.type = SM_TEXT, .len = (uint32_t)strlen(text), .s = text};
}

sm_value sm_value_json(const char *text) {
  sm_value v = sm_value_text(text);
  if (v.type == SM_TEXT) v.type = SM_JSON;
  return v;
}

int sm_value_compare(sm_value a, sm_value b) {
  if (a.type == SM_NULL || b.type == SM_NULL) return (a.type != SM_NULL) - (b.type != SM_NULL);
  if (a.type == SM_REAL) return (a.r > b.r) - (a.r < b.r);
  if (a.type == SM_TEXT || a.type == SM_JSON) return strcmp(a.s, b.s);
  return (a.i > b.i) - (a.i < b.i);
}
