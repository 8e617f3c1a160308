#include "rtree.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <math.h>
#include <ogr_api.h>
#include <sqlite3.h>
#include <stdlib.h>

enum { TRIGGERS = 8, LEVELS = 12, CELL_BYTES = 24, HEAD_BYTES = 4, ROOT = 1 };

/// A cell of a node: a feature, or a node of the level below.
typedef struct cell {
  int64_t id;
  float box[4]; ///< xmin, xmax, ymin, ymax, as SQLite orders them
  uint32_t key; ///< place on the Hilbert curve
} cell;

struct sm_rtree {
  sqlite3 *db;
  char *name; ///< of the virtual table, unquoted
  char *triggers[TRIGGERS];
  int n_triggers;
  cell *cells;
  size_t n, cap;
};

static sm_status fail(const sm_rtree *r, sm_error *err) {
  return sm_fail(err, SM_ERROR_IO, "spatial index: %s", sqlite3_errmsg(r->db));
}

/// Runs a statement; %w in the format is a name to be quoted.
static bool run(const sm_rtree *r, const char *format, const char *name) {
  char *sql = sqlite3_mprintf(format, name);
  bool done = sql && sqlite3_exec(r->db, sql, NULL, NULL, NULL) == SQLITE_OK;
  sqlite3_free(sql);
  return done;
}

static sqlite3_stmt *prepare(const sm_rtree *r, const char *format) {
  char *sql = sqlite3_mprintf(format, r->name);
  sqlite3_stmt *statement = NULL;
  if (sql) sqlite3_prepare_v2(r->db, sql, -1, &statement, NULL);
  sqlite3_free(sql);
  return statement;
}

/// Each trigger's text is kept and the trigger dropped.
static bool take_triggers(sm_rtree *r, const char *table) {
  sqlite3_stmt *list = prepare(r, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' "
                                  "AND lower(tbl_name) = lower(?1) AND name LIKE 'rtree_%%'");
  char *names[TRIGGERS] = {0};
  bool done = list && sqlite3_bind_text(list, 1, table, -1, SQLITE_STATIC) == SQLITE_OK;
  while (done && r->n_triggers < TRIGGERS && sqlite3_step(list) == SQLITE_ROW) {
    names[r->n_triggers] = CPLStrdup((const char *)sqlite3_column_text(list, 0));
    r->triggers[r->n_triggers++] = CPLStrdup((const char *)sqlite3_column_text(list, 1));
  }
  sqlite3_finalize(list);
  for (int i = 0; i < r->n_triggers; i++) {
    done = done && run(r, "DROP TRIGGER \"%w\"", names[i]);
    CPLFree(names[i]);
  }
  return done;
}

static void create_index(GDALDatasetH dataset, const char *table, const char *column) {
  char *t = CPLEscapeString(table, -1, CPLES_SQL), *c = CPLEscapeString(column, -1, CPLES_SQL);
  char *sql = CPLStrdup(CPLSPrintf("SELECT CreateSpatialIndex('%s', '%s')", t, c));
  OGRLayerH result = GDALDatasetExecuteSQL(dataset, sql, NULL, NULL);
  if (result) GDALDatasetReleaseResultSet(dataset, result);
  CPLErrorReset(); // GDAL may tell that the index it has put off was made just now
  CPLFree(sql);
  CPLFree(t);
  CPLFree(c);
}

static bool exists(const sm_rtree *r) {
  sqlite3_stmt *any = prepare(r, "SELECT 1 FROM \"%w_node\" LIMIT 1");
  sqlite3_finalize(any);
  return any != NULL;
}

sm_status sm_rtree_begin(GDALDatasetH dataset, OGRLayerH layer, sm_rtree **out, sm_error *err) {
  const char *column = OGR_L_GetGeometryColumn(layer), *table = OGR_L_GetName(layer);
  GDALDriverH driver = GDALGetDatasetDriver(dataset);
  *out = NULL;
  if (!driver || !EQUAL(GDALGetDriverShortName(driver), "GPKG") || !*column) return SM_OK;
  sm_rtree *r = calloc(1, sizeof *r);
  if (!r) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  r->db = GDALGetInternalHandle(dataset, "SQLITE_HANDLE");
  r->name = CPLStrdup(CPLSPrintf("rtree_%s_%s", table, column));
  if (r->db && !exists(r)) create_index(dataset, table, column);
  if (!r->db || !exists(r)) { // GDAL's own way is slower, never wrong
    sm_rtree_free(r);
    return SM_OK;
  }
  if (!take_triggers(r, table)) {
    sm_status status = fail(r, err);
    sm_rtree_free(r);
    return status;
  }
  *out = r;
  return SM_OK;
}

/// The box in single precision must hold the box in double precision.
static float down(double v) {
  float f = (float)v;
  return (double)f > v ? nextafterf(f, -INFINITY) : f;
}

static float up(double v) {
  float f = (float)v;
  return (double)f < v ? nextafterf(f, INFINITY) : f;
}

sm_status sm_rtree_add(sm_rtree *r, GIntBig fid, const OGREnvelope *box, sm_error *err) {
  if (!r || !box) return SM_OK;
  if (r->n == r->cap) {
    size_t cap = r->cap ? r->cap * 2 : 1024;
    cell *grown = realloc(r->cells, cap * sizeof *grown);
    if (!grown) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
    r->cells = grown;
    r->cap = cap;
  }
  r->cells[r->n++] =
      (cell){.id = fid, .box = {down(box->MinX), up(box->MaxX), down(box->MinY), up(box->MaxY)}};
  return SM_OK;
}

/// Distance along the Hilbert curve of order 16.
static uint32_t hilbert(uint32_t x, uint32_t y) {
  uint32_t d = 0;
  for (uint32_t side = 1u << 15; side; side >>= 1) {
    bool right = x & side, top = y & side;
    d += side * side * ((3u * right) ^ top);
    if (top) continue;
    if (right) x = 65535 - x, y = 65535 - y;
    uint32_t swap = x;
    x = y, y = swap;
  }
  return d;
}

static uint32_t step_of(float low, float high, float from, float to) {
  double middle = ((double)low + (double)high) / 2;
  return to > from ? (uint32_t)(fmin(fmax((middle - from) / ((double)to - from), 0), 1) * 65535) : 0;
}

static void set_keys(cell *cells, size_t n) {
  float all[4] = {INFINITY, -INFINITY, INFINITY, -INFINITY};
  for (size_t i = 0; i < n; i++)
    for (int k = 0; k < 4; k += 2) {
      all[k] = fminf(all[k], cells[i].box[k]);
      all[k + 1] = fmaxf(all[k + 1], cells[i].box[k + 1]);
    }
  for (size_t i = 0; i < n; i++) {
    const float *b = cells[i].box;
    cells[i].key = hilbert(step_of(b[0], b[1], all[0], all[1]), step_of(b[2], b[3], all[2], all[3]));
  }
}

static int by_key(const void *pa, const void *pb) {
  const cell *a = pa, *b = pb;
  if (a->key != b->key) return a->key < b->key ? -1 : 1;
  return (a->id > b->id) - (a->id < b->id);
}

static void put(unsigned char *at, uint64_t value, int bytes) {
  for (int i = bytes - 1; i >= 0; i--, value >>= 8) at[i] = (unsigned char)value;
}

/// A node as SQLite stores it: depth (of the root), number of cells, then each cell's id and box; big-endian.
static void encode(const cell *cells, size_t n, int depth, unsigned char *out, size_t size) {
  memset(out, 0, size);
  put(out, (uint64_t)depth, 2);
  put(out + 2, n, 2);
  out += HEAD_BYTES;
  for (size_t i = 0; i < n; i++, out += CELL_BYTES) {
    put(out, (uint64_t)cells[i].id, 8);
    for (int k = 0; k < 4; k++) {
      uint32_t bits;
      memcpy(&bits, &cells[i].box[k], sizeof bits);
      put(out + 8 + 4 * k, bits, 4);
    }
  }
}

static cell cover(const cell *cells, size_t n, int64_t id) {
  cell all = cells[0];
  all.id = id;
  for (size_t i = 1; i < n; i++)
    for (int k = 0; k < 4; k += 2) {
      all.box[k] = fminf(all.box[k], cells[i].box[k]);
      all.box[k + 1] = fmaxf(all.box[k + 1], cells[i].box[k + 1]);
    }
  return all;
}

typedef struct packing {
  sm_rtree *r;
  sqlite3_stmt *node, *parent;
  unsigned char bytes[65536];
  size_t size, most; ///< bytes of a node, cells of a node
  int64_t last;      ///< highest node number so far
} packing;

static bool done(sqlite3_stmt *s) {
  bool good = sqlite3_step(s) == SQLITE_DONE;
  return sqlite3_reset(s) == SQLITE_OK && good;
}

static bool write_pair(sqlite3_stmt *s, int64_t a, int64_t b) {
  sqlite3_bind_int64(s, 1, a);
  sqlite3_bind_int64(s, 2, b);
  return done(s);
}

static bool write_node(packing *p, int64_t number, const cell *cells, size_t n, int depth) {
  encode(cells, n, depth, p->bytes, p->size);
  sqlite3_bind_int64(p->node, 1, number);
  sqlite3_bind_blob(p->node, 2, p->bytes, (int)p->size, SQLITE_STATIC);
  return done(p->node);
}

/// The parent of each node but the root; features (level 0) are told of by write_rowids.
static bool write_parents(packing *p, const cell *cells, size_t n, int64_t parent, int level) {
  for (size_t i = 0; level && i < n; i++)
    if (!write_pair(p->parent, cells[i].id, parent)) return false;
  return true;
}

/// Nodes of one level, evenly full, over cells in the curve's order; their covers replace the cells.
static size_t pack_level(packing *p, cell *cells, size_t n, int level, int64_t *node_of) {
  size_t nodes = (n + p->most - 1) / p->most, from = 0;
  for (size_t i = 0; i < nodes; i++) {
    size_t end = n * (i + 1) / nodes;
    int64_t number = ++p->last;
    if (!write_node(p, number, cells + from, end - from, 0)) return 0;
    if (!write_parents(p, cells + from, end - from, number, level)) return 0;
    for (size_t k = from; node_of && k < end; k++) node_of[k] = number;
    cells[i] = cover(cells + from, end - from, number);
    from = end;
  }
  return nodes;
}

static bool pack_root(packing *p, const cell *cells, size_t n, int level, int64_t *node_of) {
  for (size_t k = 0; node_of && k < n; k++) node_of[k] = ROOT;
  return write_node(p, ROOT, cells, n, level) && write_parents(p, cells, n, ROOT, level);
}

static int by_id(const void *pa, const void *pb) {
  const int64_t *a = pa, *b = pb;
  return (*a > *b) - (*a < *b);
}

/// Which leaf holds each feature, in the order of the features.
static bool write_rowids(const sm_rtree *r, int64_t (*pairs)[2], size_t n) {
  sqlite3_stmt *s = prepare(r, "INSERT INTO \"%w_rowid\"(rowid, nodeno) VALUES (?, ?)");
  bool good = s != NULL;
  if (n) qsort(pairs, n, sizeof *pairs, by_id);
  for (size_t i = 0; good && i < n; i++) good = write_pair(s, pairs[i][0], pairs[i][1]);
  sqlite3_finalize(s);
  return good;
}

static bool pack(packing *p, int64_t *node_of) {
  sm_rtree *r = p->r;
  size_t n = r->n;
  int level = 0;
  for (; n > p->most && level < LEVELS; level++) {
    n = pack_level(p, r->cells, n, level, level ? NULL : node_of);
    if (!n) return false;
  }
  return pack_root(p, r->cells, n, level, level ? NULL : node_of);
}

/// Bytes of a node, by the empty root that SQLite made.
static size_t node_size(const sm_rtree *r) {
  sqlite3_stmt *s = prepare(r, "SELECT length(data) FROM \"%w_node\" WHERE nodeno = 1");
  size_t size = s && sqlite3_step(s) == SQLITE_ROW ? (size_t)sqlite3_column_int64(s, 0) : 0;
  sqlite3_finalize(s);
  return size;
}

static bool clear(const sm_rtree *r) {
  return run(r, "DELETE FROM \"%w_node\"", r->name) && run(r, "DELETE FROM \"%w_rowid\"", r->name) &&
         run(r, "DELETE FROM \"%w_parent\"", r->name);
}

static bool write_all(packing *p, int64_t *node_of, int64_t (*pairs)[2]) {
  sm_rtree *r = p->r;
  size_t n = r->n;
  set_keys(r->cells, n);
  if (n) qsort(r->cells, n, sizeof *r->cells, by_key);
  for (size_t i = 0; i < n; i++) pairs[i][0] = r->cells[i].id;
  p->size = node_size(r);
  p->most = p->size > HEAD_BYTES ? (p->size - HEAD_BYTES) / CELL_BYTES : 0;
  if (p->most < 2 || p->size > sizeof p->bytes || !clear(r)) return false;
  p->last = ROOT;
  p->node = prepare(r, "INSERT INTO \"%w_node\"(nodeno, data) VALUES (?, ?)");
  p->parent = prepare(r, "INSERT INTO \"%w_parent\"(nodeno, parentnode) VALUES (?, ?)");
  bool good = p->node && p->parent && pack(p, node_of);
  for (size_t i = 0; i < n; i++) pairs[i][1] = node_of[i];
  good = good && write_rowids(r, pairs, n);
  for (int i = 0; i < r->n_triggers; i++)
    good = good && sqlite3_exec(r->db, r->triggers[i], NULL, NULL, NULL) == SQLITE_OK;
  return good;
}

sm_status sm_rtree_finish(sm_rtree *r, sm_error *err) {
  if (!r) return SM_OK;
  packing *p = calloc(1, sizeof *p);
  int64_t *node_of = malloc((r->n + 1) * sizeof *node_of), (*pairs)[2] = malloc((r->n + 1) * sizeof *pairs);
  sm_status status = SM_OK;
  if (!p || !node_of || !pairs) {
    status = sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  } else {
    p->r = r;
    if (!write_all(p, node_of, pairs)) status = fail(r, err);
    sqlite3_finalize(p->node);
    sqlite3_finalize(p->parent);
  }
  free(p);
  free(node_of);
  free(pairs);
  sm_rtree_free(r);
  return status;
}

void sm_rtree_free(sm_rtree *r) {
  if (!r) return;
  for (int i = 0; i < r->n_triggers; i++) CPLFree(r->triggers[i]);
  CPLFree(r->name);
  free(r->cells);
  free(r);
}
