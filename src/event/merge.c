#include "merge.h"
#include "merge_pairs.h"

#include <stdlib.h>

typedef struct pair {
  int score;
  uint32_t a, b; ///< ranks, a < b
} pair;

/// Ranks are positions in the sorted order of distinct readings.
typedef struct merger {
  sm_reading *const *readings;
  bool copy; ///< strikes are not to be the readings themselves
  sm_arena *arena;
  sm_day_key *days;  ///< by reading; a later start than end: it has no days
  uint32_t *order;   ///< rank -> reading
  uint32_t *rank_of; ///< reading -> rank
  uint32_t n;
  uint32_t *root; ///< rank -> first rank of its cluster
  uint32_t *next; ///< rank -> next of its cluster, in rising order; n ends it
  uint32_t *last; ///< of a root
  pair *pairs;
  size_t n_pairs, cap_pairs;
} merger;

static sm_reading *at(const merger *m, uint32_t rank) {
  return m->readings[m->order[rank]];
}

/// Readings without a publication day come last.
static int64_t published(const sm_reading *r) {
  return sm_value_or(r->v[SM_S_PUBLISHED], INT64_MAX);
}

/// The first bytes of texts tell most of them apart without a look at the texts.
typedef struct sort_key {
  uint64_t id_start, report_start[2];
  int64_t published;
  const char *report, *id;
  uint32_t index;
} sort_key;

static int by_report(const void *pa, const void *pb) {
  const sort_key *a = pa, *b = pb;
  if (a->published != b->published) return a->published < b->published ? -1 : 1;
  for (int i = 0; i < 2; i++)
    if (a->report_start[i] != b->report_start[i])
      return a->report_start[i] < b->report_start[i] ? -1 : 1;
  int c = strcmp(a->report, b->report);
  return c ? c : (a->index > b->index) - (a->index < b->index);
}

static int by_id(const void *pa, const void *pb) {
  const sort_key *a = pa, *b = pb;
  if (a->id_start != b->id_start) return a->id_start < b->id_start ? -1 : 1;
  int c = strcmp(a->id, b->id);
  return c ? c : (a->index > b->index) - (a->index < b->index);
}

/// Drop repeats: of equal ids the first stays; the others get its index.
static size_t distinct(sort_key *keys, size_t n, uint32_t *first_of) {
  qsort(keys, n, sizeof *keys, by_id);
  size_t kept = 0;
  for (size_t i = 0; i < n; i++) {
    const sort_key *last = kept ? &keys[kept - 1] : NULL;
    bool repeat = last && *last->id && keys[i].id_start == last->id_start && !strcmp(keys[i].id, last->id);
    first_of[keys[i].index] = repeat ? keys[kept - 1].index : keys[i].index;
    if (!repeat) keys[kept++] = keys[i];
  }
  return kept;
}

/// Eight bytes, in the order of strcmp.
static uint64_t start_of(sm_str s, size_t from) {
  uint64_t start = 0;
  for (size_t i = from; i < from + 8; i++) start = start << 8 | (i < s.len ? (unsigned char)s.ptr[i] : 0);
  return start;
}

static sort_key key_of(const sm_reading *r, size_t index) {
  sm_str report = sm_value_str(r->v[SM_S_REPORT_ID]), id = sm_value_str(r->v[SM_S_READING_ID]);
  return (sort_key){
      .id_start = start_of(id, 0),
      .report_start = {start_of(report, 0), start_of(report, 8)},
      .published = published(r),
      .report = report.len ? report.ptr : "",
      .id = id.len ? id.ptr : "",
      .index = (uint32_t)index,
  };
}

static sm_day_key days_of(const sm_reading *r) {
  sm_value start = r->v[SM_S_DATE_START], end = r->v[SM_S_DATE_END];
  if (!sm_value_known(start) || !sm_value_known(end)) return (sm_day_key){.start = 1};
  return (sm_day_key){.start = start.i, .end = end.i, .spot = sm_reading_spot(r)};
}

static bool allocate(merger *m, size_t n) {
  m->days = sm_arena_alloc(m->arena, (n + 1) * sizeof *m->days);
  m->order = sm_arena_calloc(m->arena, n + 1, sizeof *m->order);
  m->rank_of = sm_arena_calloc(m->arena, n + 1, sizeof *m->rank_of);
  m->root = sm_arena_calloc(m->arena, n + 1, sizeof *m->root);
  m->next = sm_arena_calloc(m->arena, n + 1, sizeof *m->next);
  m->last = sm_arena_calloc(m->arena, n + 1, sizeof *m->last);
  return m->days && m->order && m->rank_of && m->root && m->next && m->last;
}

static sm_status sort_readings(merger *m, size_t n, sm_error *err) {
  sort_key *keys = sm_arena_calloc(m->arena, n + 1, sizeof *keys);
  uint32_t *first_of = sm_arena_calloc(m->arena, n + 1, sizeof *first_of);
  if (!keys || !first_of || !allocate(m, n)) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  for (size_t i = 0; i < n; i++) { // rows are wide: one pass over them for both
    keys[i] = key_of(m->readings[i], i);
    m->days[i] = days_of(m->readings[i]);
  }
  m->n = (uint32_t)distinct(keys, n, first_of);
  qsort(keys, m->n, sizeof *keys, by_report);
  for (uint32_t rank = 0; rank < m->n; rank++) {
    m->order[rank] = keys[rank].index;
    m->rank_of[keys[rank].index] = rank;
    m->root[rank] = m->last[rank] = rank;
    m->next[rank] = m->n;
  }
  for (size_t i = 0; i < n; i++) m->rank_of[i] = m->rank_of[first_of[i]];
  return SM_OK;
}

static bool add_pair(void *context, uint32_t a, uint32_t b) {
  merger *m = context;
  int score = sm_readings_fit(at(m, a), at(m, b));
  if (!score) return true;
  pair *grown = sm_arena_grow(m->arena, m->pairs, m->n_pairs, &m->cap_pairs, sizeof *m->pairs);
  if (!grown) return false;
  m->pairs = grown;
  m->pairs[m->n_pairs++] = a < b ? (pair){score, a, b} : (pair){score, b, a};
  return true;
}

/// All pairs that fit.
static sm_status find_pairs(merger *m, sm_error *err) {
  sm_day_key *days = sm_arena_alloc(m->arena, ((size_t)m->n + 1) * sizeof *days);
  if (!days) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  uint32_t n = 0;
  for (uint32_t rank = 0; rank < m->n; rank++) {
    days[n] = m->days[m->order[rank]];
    days[n].rank = rank;
    n += days[n].start <= days[n].end;
  }
  return sm_near_pairs(days, n, m->arena, add_pair, m) ? SM_OK
                                                       : sm_fail(err, SM_ERROR_MEMORY, "out of memory");
}

static int by_score(const void *pa, const void *pb) {
  const pair *a = pa, *b = pb;
  if (a->score != b->score) return a->score > b->score ? -1 : 1;
  if (a->a != b->a) return a->a < b->a ? -1 : 1;
  return (a->b > b->b) - (a->b < b->b);
}

/// Complete linkage: every reading of one cluster fits every one of the other.
static bool clusters_fit(const merger *m, uint32_t a, uint32_t b) {
  for (uint32_t i = a; i < m->n; i = m->next[i])
    for (uint32_t j = b; j < m->n; j = m->next[j])
      if (!sm_readings_fit(at(m, i), at(m, j))) return false;
  return true;
}

/// Merge the sorted lists of two clusters.
static void join(merger *m, uint32_t a, uint32_t b) {
  uint32_t head = a < b ? a : b, tail = m->n;
  while (a < m->n || b < m->n) {
    uint32_t *from = a < b ? &a : &b, taken = *from;
    *from = m->next[taken];
    if (tail < m->n) m->next[tail] = taken;
    m->root[taken] = head;
    tail = taken;
  }
  m->next[tail] = m->n;
  m->last[head] = tail;
}

static sm_width width(const merger *m, uint32_t rank) {
  return sm_reading_width(at(m, rank));
}

/// Places of one width first; which wide reading belongs to which narrow one is asked when those are settled.
static void join_alike(merger *m) {
  if (m->n_pairs) qsort(m->pairs, m->n_pairs, sizeof *m->pairs, by_score);
  for (size_t i = 0; i < m->n_pairs; i++) {
    const pair *p = &m->pairs[i];
    uint32_t a = m->root[p->a], b = m->root[p->b];
    if (width(m, p->a) == width(m, p->b) && a != b && clusters_fit(m, a, b)) join(m, a, b);
  }
}

static sm_width narrowest(const merger *m, uint32_t root) {
  sm_width best = SM_WIDTH_NONE;
  for (uint32_t i = root; i < m->n; i = m->next[i])
    if (width(m, i) < best) best = width(m, i);
  return best;
}

/// For each wide cluster its only narrower match: `*out` is n when there is none, and n + 1 when there are
/// several.
static void find_narrower(const merger *m, sm_width wide, uint32_t *out) {
  for (uint32_t i = 0; i < m->n; i++) out[i] = m->n;
  for (size_t i = 0; i < m->n_pairs; i++) {
    uint32_t a = m->root[m->pairs[i].a], b = m->root[m->pairs[i].b];
    if (a == b) continue;
    if (narrowest(m, a) < narrowest(m, b)) {
      uint32_t c = a;
      a = b, b = c;
    }
    if (narrowest(m, a) != wide || narrowest(m, b) >= wide || out[a] == b) continue;
    if (clusters_fit(m, a, b)) out[a] = out[a] == m->n ? b : m->n + 1;
  }
}

/// "Strikes on Syria" is the strike on Idlib only if no other known strike could be meant.
static sm_status join_wide(merger *m, sm_error *err) {
  uint32_t *match = sm_arena_calloc(m->arena, (size_t)m->n + 1, sizeof *match);
  if (!match) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  for (int w = SM_WIDTH_PROVINCE; w <= SM_WIDTH_COUNTRY; w++) {
    find_narrower(m, (sm_width)w, match);
    for (uint32_t i = 0; i < m->n; i++) {
      if (m->root[i] != i || match[i] >= m->n) continue;
      uint32_t narrow = m->root[match[i]];
      if (narrow != i && clusters_fit(m, i, narrow)) join(m, i, narrow);
    }
  }
  return SM_OK;
}

static void take_if_unknown(sm_reading *s, const sm_reading *r, sm_strike_column first,
                            sm_strike_column last) {
  if (sm_value_known(s->v[first])) return;
  for (int c = first; c <= (int)last; c++) s->v[c] = r->v[c];
}

static void take(sm_reading *s, const sm_reading *r, sm_strike_column first, sm_strike_column last) {
  for (int c = first; c <= (int)last; c++) s->v[c] = r->v[c];
}

static void lower(sm_value *v, sm_value other) {
  if (sm_value_known(other) && (!sm_value_known(*v) || sm_value_compare(other, *v) < 0)) *v = other;
}

static void raise(sm_value *v, sm_value other) {
  if (sm_value_compare(other, *v) > 0) *v = other;
}

/// The days that all its readings allow.
static void narrow_days(sm_reading *s, const sm_reading *r) {
  if (!sm_value_known(r->v[SM_S_DATE_START])) return;
  raise(&s->v[SM_S_DATE_START], r->v[SM_S_DATE_START]);
  lower(&s->v[SM_S_DATE_END], r->v[SM_S_DATE_END]);
  lower(&s->v[SM_S_DATE_PREC], r->v[SM_S_DATE_PREC]);
  lower(&s->v[SM_S_TIME_PREC], r->v[SM_S_TIME_PREC]);
}

/// The place of the reading that knows it best.
static void narrow_place(sm_reading *s, const sm_reading *r) {
  if (!sm_value_known(r->v[SM_S_RADIUS_M])) return;
  if (sm_value_known(s->v[SM_S_RADIUS_M]) && s->v[SM_S_RADIUS_M].r <= r->v[SM_S_RADIUS_M].r) return;
  take(s, r, SM_S_ISO3, SM_S_PLACE_SRC);
  take(s, r, SM_S_LON, SM_S_LOC_METHOD);
  take(s, r, SM_S_CROSS_BORDER, SM_S_CROSS_BORDER);
  take(s, r, SM_S_AREA, SM_S_AREA);
}

/// A weapon class said by any of them, in the order of first mention.
static bool add_weapons(merger *m, sm_reading *s, sm_str more) {
  sm_str have = sm_value_str(s->v[SM_S_WEAPON]);
  for (size_t i = 0; i < more.len;) {
    size_t end = i;
    while (end < more.len && more.ptr[end] != ',') end++;
    sm_str word = {more.ptr + i, end - i};
    bool known = false;
    for (size_t k = 0; k < have.len; k++) {
      bool starts = k == 0 || (k >= 2 && have.ptr[k - 2] == ',');
      bool ends = k + word.len == have.len || (k + word.len < have.len && have.ptr[k + word.len] == ',');
      known |= starts && ends && sm_str_equal((sm_str){have.ptr + k, word.len}, word);
    }
    if (!known) {
      const char *joined =
          sm_arena_printf(m->arena, "%.*s%s%.*s", SM_STR_ARG(have), have.len ? ", " : "", SM_STR_ARG(word));
      if (!joined) return false;
      s->v[SM_S_WEAPON] = sm_value_text(joined);
      have = sm_value_str(s->v[SM_S_WEAPON]);
    }
    i = end + (end < more.len) + (end + 1 < more.len && more.ptr[end + 1] == ' ');
  }
  return true;
}

static int status_weight(sm_value v) {
  static const char *const names[] = {"planned", "threatened", "intercepted",
                                      "claimed", "reported",   "denied"};
  for (int i = 0; v.type == SM_TEXT && i < 6; i++)
    if (!strcmp(v.s, names[i])) return i;
  return -1;
}

static bool add_reading(merger *m, sm_reading *s, const sm_reading *r) {
  narrow_days(s, r);
  narrow_place(s, r);
  take_if_unknown(s, r, SM_S_TIME_LOCAL, SM_S_TIME_LOCAL);
  take_if_unknown(s, r, SM_S_ATTACKER, SM_S_ATTACKER_TYPE);
  take_if_unknown(s, r, SM_S_TARGET, SM_S_TARGET_TYPE);
  raise(&s->v[SM_S_N_STRIKES], r->v[SM_S_N_STRIKES]);
  raise(&s->v[SM_S_CIV_TARGET], r->v[SM_S_CIV_TARGET]);
  lower(&s->v[SM_S_FAT_LOW], r->v[SM_S_FAT_LOW]);
  raise(&s->v[SM_S_FAT_HIGH], r->v[SM_S_FAT_HIGH]);
  lower(&s->v[SM_S_INJ_LOW], r->v[SM_S_INJ_LOW]);
  raise(&s->v[SM_S_INJ_HIGH], r->v[SM_S_INJ_HIGH]);
  raise(&s->v[SM_S_CONF], r->v[SM_S_CONF]);
  if (status_weight(r->v[SM_S_STATUS]) > status_weight(s->v[SM_S_STATUS]))
    s->v[SM_S_STATUS] = r->v[SM_S_STATUS];
  return add_weapons(m, s, sm_value_str(r->v[SM_S_WEAPON]));
}

/// Claimants who count the dead of the struck side: medics, rescuers, monitors, local authorities.
static bool is_counter(sm_str claimant, const sm_reading *r) {
  static const char *const words[] = {
      "health",         "medic",  "medics",        "hospital",      "hospitals", "doctor",  "doctors",
      "rescuers",       "rescue", "civil defence", "civil defense", "emergency", "monitor", "observatory",
      "united nations", "un",     "red crescent",  "red cross",     "coroner"};
  if (sm_names_agree(claimant, sm_value_str(r->v[SM_S_COUNTRY]))) return true;
  if (sm_names_agree(claimant, sm_value_str(r->v[SM_S_TARGET]))) return true;
  for (size_t i = 0; claimant.len && i < sizeof words / sizeof *words; i++)
    if (sm_names_agree(claimant, sm_str_of(words[i]))) return true;
  return false;
}

static bool counted(const sm_reading *r) {
  for (size_t i = 0; i < r->n_claims; i++) {
    const sm_value *c = r->claims[i].v;
    if (sm_value_known(c[SM_C_KILLED_HIGH]) && is_counter(sm_value_str(c[SM_C_CLAIMANT]), r)) return true;
  }
  return false;
}

/// The latest figure of the struck side, medics or a monitor, else the latest.
static void choose_best(const merger *m, uint32_t root, sm_reading *s) {
  const sm_reading *best = NULL;
  for (uint32_t i = root; i < m->n; i = m->next[i]) {
    const sm_reading *r = at(m, i);
    if (sm_value_known(r->v[SM_S_FAT_BEST]) && (!best || counted(r) || !counted(best))) best = r;
  }
  if (!best) return;
  take(s, best, SM_S_FAT_BEST, SM_S_FAT_BEST);
  for (uint32_t i = root; i < m->n; i = m->next[i])
    for (int c = SM_S_FAT_CIV; c <= SM_S_FAT_CHILDREN; c++)
      if (sm_value_known(at(m, i)->v[c])) s->v[c] = at(m, i)->v[c];
}

static bool describe(merger *m, uint32_t root, sm_reading *s, int64_t reports) {
  sm_buffer why = {0}, ids = {0};
  const sm_reading *first = at(m, root);
  sm_buffer_printf(&why, "%lld reports: days overlap", (long long)reports);
  bool one_place = true, one_attacker = true;
  for (uint32_t i = m->next[root]; i < m->n; i = m->next[i]) {
    const sm_reading *r = at(m, i);
    one_place &= sm_value_known(first->v[SM_S_PLACE_ID]) &&
                 !sm_value_compare(first->v[SM_S_PLACE_ID], r->v[SM_S_PLACE_ID]);
    one_attacker &= sm_value_known(first->v[SM_S_ATTACKER]) && sm_value_known(r->v[SM_S_ATTACKER]);
    sm_buffer_printf(&ids, "%s%s", ids.len ? " " : "", r->v[SM_S_READING_ID].s);
  }
  sm_buffer_printf(&why, one_place ? ", same place (%s)" : ", places within each other's uncertainty (%s)",
                   sm_value_known(s->v[SM_S_PLACE]) ? s->v[SM_S_PLACE].s : "unnamed");
  if (one_attacker) sm_buffer_printf(&why, ", attackers agree (%s)", s->v[SM_S_ATTACKER].s);
  sm_buffer_add_str(&why, SM_STR(", figures and weapons compatible"));
  s->v[SM_S_MERGED_WHY] = sm_value_text(sm_arena_strdup(m->arena, sm_buffer_str(&why)));
  s->v[SM_S_FORMER_IDS] = sm_value_text(sm_arena_strdup(m->arena, sm_buffer_str(&ids)));
  bool done = !why.failed && !ids.failed && sm_value_known(s->v[SM_S_MERGED_WHY]);
  sm_buffer_free(&why);
  sm_buffer_free(&ids);
  return done;
}

static void name_strike(sm_reading *s) {
  s->v[SM_S_STRIKE_ID] = s->v[SM_S_READING_ID];
  s->v[SM_S_N_CLAIMS] = sm_value_int((int64_t)s->n_claims);
  for (size_t i = 0; i < s->n_claims; i++) s->claims[i].v[SM_C_STRIKE] = s->v[SM_S_STRIKE_ID];
}

static bool gather_claims(merger *m, uint32_t root, sm_reading *s) {
  size_t n = 0;
  for (uint32_t i = root; i < m->n; i = m->next[i]) n += at(m, i)->n_claims;
  s->claims = sm_arena_calloc(m->arena, n + 1, sizeof *s->claims);
  if (!s->claims) return false;
  s->n_claims = 0;
  for (uint32_t i = root; i < m->n; i = m->next[i])
    for (size_t k = 0; k < at(m, i)->n_claims; k++) s->claims[s->n_claims++] = at(m, i)->claims[k];
  name_strike(s);
  return true;
}

/// The strike of a cluster; NULL without memory.
static sm_reading *build_strike(merger *m, uint32_t root) {
  bool alone = m->next[root] >= m->n;
  sm_reading *s = alone && !m->copy ? at(m, root) : sm_arena_alloc(m->arena, sizeof *s);
  if (!s) return NULL;
  if (s != at(m, root)) *s = *at(m, root);
  int64_t reports = 1; // two readings of a report are never one strike
  for (uint32_t i = m->next[root]; i < m->n; i = m->next[i], reports++)
    if (!add_reading(m, s, at(m, i))) return NULL;
  s->v[SM_S_N_REPORTS] = sm_value_int(reports);
  if (alone && !m->copy) {
    name_strike(s);
    return s;
  }
  choose_best(m, root, s);
  return (alone || describe(m, root, s, reports)) && gather_claims(m, root, s) ? s : NULL;
}

static sm_status build_all(merger *m, size_t n, sm_merged *out, sm_error *err) {
  out->strikes = sm_arena_calloc(m->arena, (size_t)m->n + 1, sizeof *out->strikes);
  out->strike_of = sm_arena_calloc(m->arena, n + 1, sizeof *out->strike_of);
  uint32_t *number = sm_arena_calloc(m->arena, (size_t)m->n + 1, sizeof *number);
  if (!out->strikes || !out->strike_of || !number) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  for (uint32_t rank = 0; rank < m->n; rank++) {
    if (m->root[rank] != rank) continue;
    number[rank] = (uint32_t)out->n;
    sm_reading *strike = out->strikes[out->n++] = build_strike(m, rank);
    if (!strike) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  }
  for (size_t i = 0; i < n; i++) out->strike_of[i] = number[m->root[m->rank_of[i]]];
  return SM_OK;
}

sm_status sm_merge(sm_reading *const *readings, size_t n, bool copy, sm_arena *arena, sm_merged *out,
                   sm_error *err) {
  merger m = {.readings = readings, .copy = copy, .arena = arena};
  *out = (sm_merged){0};
  if (n >= UINT32_MAX) return sm_fail(err, SM_ERROR_LIMIT, "more than 4 billion readings");
  sm_status status = sort_readings(&m, n, err);
  if (!status) status = find_pairs(&m, err);
  if (!status) join_alike(&m);
  if (!status) status = join_wide(&m, err);
  return status ? status : build_all(&m, n, out, err);
}

sm_status sm_merge_nothing(sm_reading *const *readings, size_t n, bool copy, sm_arena *arena, sm_merged *out,
                           sm_error *err) {
  *out = (sm_merged){.n = n};
  out->strikes = sm_arena_calloc(arena, n + 1, sizeof *out->strikes);
  out->strike_of = sm_arena_calloc(arena, n + 1, sizeof *out->strike_of);
  if (!out->strikes || !out->strike_of) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  for (size_t i = 0; i < n; i++) {
    sm_reading *strike = out->strikes[i] = copy ? sm_arena_alloc(arena, sizeof *strike) : readings[i];
    if (!strike) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
    if (copy) *strike = *readings[i];
    strike->v[SM_S_STRIKE_ID] = strike->v[SM_S_READING_ID];
    out->strike_of[i] = (uint32_t)i;
  }
  return SM_OK;
}
