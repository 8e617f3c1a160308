#include "rows.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <math.h>
#include <sqlite3.h>
#include <stdlib.h>

#include "buffer.h"

enum { TRIGGERS = 4, HEAD_BYTES = 8, BOX_BYTES = 32, POINT_BYTES = 21 };

struct sm_rows {
  sqlite3 *db;
  sqlite3_stmt *insert;
  char *table;
  char *triggers[TRIGGERS]; ///< GDAL's count of rows, row by row: set once at the end
  int n_triggers;
  int n;              ///< values of a row
  int *parameter;     ///< of each value, 0 none
  bool *is_null;      ///< bound as NULL now
  char (*day)[11];    ///< text of each value that is a day
  int geometry;       ///< parameter, 0 none
  unsigned char *wkb; ///< of the geometry at hand, with its head
  size_t cap;
  int32_t srs_id;
  OGREnvelope all;
  int64_t count;
};

static sm_status fail(const sm_rows *r, sm_error *err) {
  return sm_fail(err, SM_ERROR_IO, "%s: %s", r->table, sqlite3_errmsg(r->db));
}

static sqlite3_stmt *about_table(const sm_rows *r, const char *sql) {
  sqlite3_stmt *s = NULL;
  if (sqlite3_prepare_v2(r->db, sql, -1, &s, NULL) == SQLITE_OK)
    sqlite3_bind_text(s, 1, r->table, -1, SQLITE_STATIC);
  return s;
}

static bool take_triggers(sm_rows *r) {
  sqlite3_stmt *s = about_table(r, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND "
                                   "lower(tbl_name) = lower(?1) AND name LIKE 'trigger_%_feature_count_%'");
  char *names[TRIGGERS] = {0};
  bool good = s != NULL;
  while (good && r->n_triggers < TRIGGERS && sqlite3_step(s) == SQLITE_ROW) {
    names[r->n_triggers] = CPLStrdup((const char *)sqlite3_column_text(s, 0));
    r->triggers[r->n_triggers++] = CPLStrdup((const char *)sqlite3_column_text(s, 1));
  }
  sqlite3_finalize(s);
  for (int i = 0; i < r->n_triggers; i++) {
    char *sql = sqlite3_mprintf("DROP TRIGGER \"%w\"", names[i]);
    good = good && sql && sqlite3_exec(r->db, sql, NULL, NULL, NULL) == SQLITE_OK;
    sqlite3_free(sql);
    CPLFree(names[i]);
  }
  return good;
}

static void add_name(sm_buffer *sql, const char *name, int at) {
  char *quoted = CPLEscapeString(name, -1, CPLES_SQLI);
  sm_buffer_printf(sql, "%s\"%s\"", at > 1 ? ", " : "", quoted);
  CPLFree(quoted);
}

/// One parameter for the geometry and for each value that the layer has.
static bool prepare(sm_rows *r, OGRLayerH layer, const int *fields) {
  sm_buffer sql = {0};
  int n = 0;
  const char *column = OGR_L_GetGeometryColumn(layer);
  sm_buffer_printf(&sql, "INSERT INTO ");
  add_name(&sql, r->table, 0);
  sm_buffer_add_char(&sql, '(');
  if (*column) add_name(&sql, column, r->geometry = ++n);
  for (int i = 0; i < r->n; i++)
    if (fields[i] >= 0) {
      OGRFieldDefnH field = OGR_FD_GetFieldDefn(OGR_L_GetLayerDefn(layer), fields[i]);
      add_name(&sql, OGR_Fld_GetNameRef(field), r->parameter[i] = ++n);
    }
  sm_buffer_printf(&sql, ") VALUES (");
  for (int i = 0; i < n; i++) sm_buffer_printf(&sql, i ? ", ?" : "?");
  sm_buffer_add_char(&sql, ')');
  bool good = !sql.failed && sqlite3_prepare_v3(r->db, sql.bytes, (int)sql.len, SQLITE_PREPARE_PERSISTENT,
                                                &r->insert, NULL) == SQLITE_OK;
  sm_buffer_free(&sql);
  return good;
}

static bool find_srs(sm_rows *r) {
  sqlite3_stmt *s =
      about_table(r, "SELECT srs_id FROM gpkg_geometry_columns WHERE lower(table_name) = lower(?1)");
  bool found = s && sqlite3_step(s) == SQLITE_ROW;
  if (found) r->srs_id = sqlite3_column_int(s, 0);
  sqlite3_finalize(s);
  return found;
}

static bool allocate(sm_rows *r, int n) {
  r->n = n;
  r->parameter = calloc((size_t)n + 1, sizeof *r->parameter);
  r->is_null = calloc((size_t)n + 1, sizeof *r->is_null);
  r->day = calloc((size_t)n + 1, sizeof *r->day);
  for (int i = 0; r->is_null && i < n; i++) r->is_null[i] = true;
  return r->parameter && r->is_null && r->day;
}

sm_status sm_rows_begin(GDALDatasetH dataset, OGRLayerH layer, const int *fields, int n, sm_rows **out,
                        sm_error *err) {
  GDALDriverH driver = GDALGetDatasetDriver(dataset);
  *out = NULL;
  if (!driver || !EQUAL(GDALGetDriverShortName(driver), "GPKG")) return SM_OK;
  sqlite3 *db = GDALGetInternalHandle(dataset, "SQLITE_HANDLE");
  if (!db) return SM_OK;
  OGR_L_SyncToDisk(layer); // the table is made now at the latest
  sm_rows *r = calloc(1, sizeof *r);
  if (!r || !allocate(r, n)) {
    sm_rows_free(r);
    return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  }
  r->db = db;
  r->table = CPLStrdup(OGR_L_GetName(layer));
  r->all = (OGREnvelope){INFINITY, -INFINITY, INFINITY, -INFINITY};
  if (!take_triggers(r) || !prepare(r, layer, fields) || (r->geometry && !find_srs(r))) {
    sm_status status = fail(r, err);
    sm_rows_free(r);
    return status;
  }
  *out = r;
  return SM_OK;
}

/// Texts are bound without a copy: the row is inserted before they can change.
static void bind(sm_rows *r, int i, sm_value v) {
  int at = r->parameter[i];
  if (!at || (v.type == SM_NULL && r->is_null[i])) return;
  r->is_null[i] = v.type == SM_NULL;
  switch (v.type) {
  case SM_NULL:
    sqlite3_bind_null(r->insert, at);
    break;
  case SM_INT:
  case SM_BOOL:
    sqlite3_bind_int64(r->insert, at, v.i);
    break;
  case SM_REAL:
    sqlite3_bind_double(r->insert, at, v.r);
    break;
  case SM_DAY:
    sm_date_format_iso((sm_date)v.i, r->day[i]);
    sqlite3_bind_text(r->insert, at, r->day[i], -1, SQLITE_STATIC);
    break;
  default:
    sqlite3_bind_text(r->insert, at, v.s, (int)v.len, SQLITE_STATIC);
  }
}

static void put_double(unsigned char *at, double v) {
  memcpy(at, &v, sizeof v);
  CPL_LSBPTR64(at);
}

/// A GeoPackage geometry's head: magic, version, flags (little-endian; with a box or not), CRS.
static void put_head(const sm_rows *r, unsigned char *at, bool boxed) {
  int32_t srs = r->srs_id;
  CPL_LSBPTR32(&srs);
  memcpy(at, "GP\0", 3);
  at[3] = boxed ? 3 : 1;
  memcpy(at + 4, &srs, sizeof srs);
}

static void widen(OGREnvelope *all, const OGREnvelope *box) {
  all->MinX = fmin(all->MinX, box->MinX), all->MaxX = fmax(all->MaxX, box->MaxX);
  all->MinY = fmin(all->MinY, box->MinY), all->MaxY = fmax(all->MaxY, box->MaxY);
}

static sm_status insert(sm_rows *r, const sm_value *values, int64_t *fid, sm_error *err) {
  for (int i = 0; i < r->n; i++) bind(r, i, values[i]);
  bool good = sqlite3_step(r->insert) == SQLITE_DONE;
  sqlite3_reset(r->insert);
  if (!good) return fail(r, err);
  *fid = sqlite3_last_insert_rowid(r->db);
  r->count++;
  return SM_OK;
}

sm_status sm_rows_add_point(sm_rows *r, const sm_value *values, double x, double y, int64_t *fid,
                            sm_error *err) {
  unsigned char blob[HEAD_BYTES + POINT_BYTES] = {[HEAD_BYTES] = 1, [HEAD_BYTES + 1] = 1}; // WKB: NDR, point
  put_head(r, blob, false);
  put_double(blob + HEAD_BYTES + 5, x);
  put_double(blob + HEAD_BYTES + 13, y);
  if (r->geometry) sqlite3_bind_blob(r->insert, r->geometry, blob, sizeof blob, SQLITE_STATIC);
  sm_status status = insert(r, values, fid, err);
  if (r->geometry) sqlite3_bind_null(r->insert, r->geometry);
  widen(&r->all, &(OGREnvelope){x, x, y, y});
  return status;
}

static bool reserve(sm_rows *r, size_t size) {
  if (size <= r->cap) return true;
  unsigned char *grown = realloc(r->wkb, size * 2);
  if (!grown) return false;
  r->wkb = grown;
  r->cap = size * 2;
  return true;
}

static sm_status bind_geometry(sm_rows *r, OGRGeometryH geometry, OGREnvelope *box, sm_error *err) {
  size_t head = HEAD_BYTES + BOX_BYTES, size = head + (size_t)OGR_G_WkbSize(geometry);
  if (!reserve(r, size)) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  OGR_G_GetEnvelope(geometry, box);
  put_head(r, r->wkb, true);
  const double sides[] = {box->MinX, box->MaxX, box->MinY, box->MaxY};
  for (int i = 0; i < 4; i++) put_double(r->wkb + HEAD_BYTES + 8 * i, sides[i]);
  if (OGR_G_ExportToIsoWkb(geometry, wkbNDR, r->wkb + head) != OGRERR_NONE)
    return sm_fail(err, SM_ERROR_IO, "%s: a geometry cannot be written", r->table);
  sqlite3_bind_blob(r->insert, r->geometry, r->wkb, (int)size, SQLITE_STATIC);
  widen(&r->all, box);
  return SM_OK;
}

sm_status sm_rows_add(sm_rows *r, const sm_value *values, OGRGeometryH geometry, int64_t *fid,
                      OGREnvelope *box, sm_error *err) {
  sm_status status = geometry && r->geometry ? bind_geometry(r, geometry, box, err) : SM_OK;
  if (!status) status = insert(r, values, fid, err);
  if (r->geometry) sqlite3_bind_null(r->insert, r->geometry);
  return status;
}

static bool tell(const sm_rows *r) {
  sqlite3_stmt *count =
      about_table(r, "UPDATE gpkg_ogr_contents SET feature_count = ?2 WHERE lower(table_name) = lower(?1)");
  sqlite3_stmt *extent =
      about_table(r, "UPDATE gpkg_contents SET min_x = ?2, max_x = ?3, min_y = ?4, max_y = ?5 "
                     "WHERE lower(table_name) = lower(?1)");
  const double sides[] = {r->all.MinX, r->all.MaxX, r->all.MinY, r->all.MaxY};
  bool any = r->all.MinX <= r->all.MaxX, good = count && extent;
  if (good) sqlite3_bind_int64(count, 2, r->count);
  for (int i = 0; good && any && i < 4; i++) sqlite3_bind_double(extent, i + 2, sides[i]);
  good = good && sqlite3_step(count) == SQLITE_DONE && sqlite3_step(extent) == SQLITE_DONE;
  sqlite3_finalize(count);
  sqlite3_finalize(extent);
  return good;
}

sm_status sm_rows_finish(sm_rows *r, sm_error *err) {
  if (!r) return SM_OK;
  sqlite3_finalize(r->insert);
  r->insert = NULL;
  bool good = tell(r);
  for (int i = 0; i < r->n_triggers; i++)
    good = good && sqlite3_exec(r->db, r->triggers[i], NULL, NULL, NULL) == SQLITE_OK;
  sm_status status = good ? SM_OK : fail(r, err);
  sm_rows_free(r);
  return status;
}

void sm_rows_free(sm_rows *r) {
  if (!r) return;
  sqlite3_finalize(r->insert);
  for (int i = 0; i < r->n_triggers; i++) CPLFree(r->triggers[i]);
  CPLFree(r->table);
  free(r->parameter);
  free(r->is_null);
  free(r->day);
  free(r->wkb);
  free(r);
}
