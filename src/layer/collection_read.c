#include "collection_private.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <ogr_api.h>
#include <stdlib.h>

typedef sm_status (*row_function)(sm_collection *c, OGRFeatureH feature, const sm_value *v, sm_error *err);

static sm_status rows_of(sm_collection *c, OGRLayerH layer, sm_table_id id, row_function add, sm_error *err) {
  sm_status status = SM_OK;
  sm_value values[SM_S_N] = {{0}};
  CPLErrorReset();
  OGR_L_ResetReading(layer);
  for (OGRFeatureH f; !status && (f = OGR_L_GetNextFeature(layer)); OGR_F_Destroy(f)) {
    status = sm_layer_values(f, sm_table_of(id), c->arena, values, err);
    if (!status) status = add(c, f, values, err);
  }
  return status || CPLGetLastErrorType() < CE_Failure ? status : sm_gdal_fail(err, OGR_L_GetName(layer));
}

static sm_status each_row(sm_collection *c, GDALDatasetH dataset, const char *name, sm_table_id id,
                          row_function add, sm_error *err) {
  const sm_table *table = sm_table_of(id);
  const char *layer_name = !name                    ? table->name
                           : id == SM_TABLE_STRIKES ? name
                                                    : CPLSPrintf("%s_%s", name, table->name);
  OGRLayerH layer = GDALDatasetGetLayerByName(dataset, layer_name);
  return layer ? rows_of(c, layer, id, add, err) : SM_OK;
}

static sm_status read_reading(sm_collection *c, OGRFeatureH feature, const sm_value *v, sm_error *err) {
  sm_reading reading = {0};
  int claims = OGR_F_GetFieldIndex(feature, "claims");
  memcpy(reading.v, v, sizeof reading.v);
  if (!sm_value_known(v[SM_S_READING_ID]))
    return sm_fail(err, SM_ERROR_FORMAT, "a reading without reading_id");
  sm_str json = sm_str_of(claims >= 0 ? OGR_F_GetFieldAsString(feature, claims) : "");
  sm_status status = sm_claims_parse(json, c->arena, &reading, err);
  return status ? status : sm_collection_add_reading(c, &reading, err);
}

static sm_status read_report(sm_collection *c, OGRFeatureH feature, const sm_value *v, sm_error *err) {
  (void)feature;
  sm_report_row row;
  memcpy(row.v, v, sizeof row.v);
  return sm_collection_add_report(c, &row, err);
}

static sm_status read_correction(sm_collection *c, OGRFeatureH feature, const sm_value *v, sm_error *err) {
  (void)feature;
  sm_correction_row row;
  memcpy(row.v, v, sizeof row.v);
  return sm_collection_add_correction(c, &row, err);
}

/// A claim that an analyst added by hand to a strike; the reports' own come with their readings.
typedef struct own_claim {
  sm_claim_row row;
  struct own_claim *next;
} own_claim;

static sm_status read_own_claims(sm_collection *c, OGRLayerH layer, own_claim **list, sm_error *err) {
  sm_status status = SM_OK;
  OGR_L_ResetReading(layer);
  for (OGRFeatureH f; !status && (f = OGR_L_GetNextFeature(layer)); OGR_F_Destroy(f)) {
    own_claim *own = sm_arena_calloc(c->arena, 1, sizeof *own);
    if (!own) status = sm_fail(err, SM_ERROR_MEMORY, "out of memory");
    if (!own) continue;
    status = sm_layer_values(f, sm_table_of(SM_TABLE_CLAIMS), c->arena, own->row.v, err);
    if (!sm_str_equal(sm_value_str(own->row.v[SM_C_ORIGIN]), SM_STR("analyst"))) continue;
    if (sm_value_known(own->row.v[SM_C_READING])) continue;
    own->next = *list;
    *list = own;
  }
  return status;
}

static sm_status give_claim(sm_collection *c, sm_reading *r, const own_claim *own, sm_error *err) {
  sm_claim_row *more = sm_arena_calloc(c->arena, r->n_claims + 1, sizeof *more);
  if (!more) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  if (r->n_claims) memcpy(more, r->claims, r->n_claims * sizeof *more);
  more[r->n_claims++] = own->row;
  r->claims = more;
  return SM_OK;
}

static sm_status give_claims(sm_collection *c, const own_claim *list, sm_error *err) {
  sm_status status = SM_OK;
  for (; list; list = list->next)
    for (size_t i = 0; !status && i < c->n_readings; i++)
      if (!sm_value_compare(c->readings[i]->v[SM_S_READING_ID], list->row.v[SM_C_STRIKE]))
        status = give_claim(c, c->readings[i], list, err);
  return status;
}

sm_status sm_collection_read(sm_collection *c, GDALDatasetH dataset, const char *name, sm_error *err) {
  own_claim *own = NULL;
  OGRLayerH layer = GDALDatasetGetLayerByName(dataset, name ? CPLSPrintf("%s_claims", name) : "claims");
  sm_status status = each_row(c, dataset, name, SM_TABLE_REPORTS, read_report, err);
  if (!status) status = each_row(c, dataset, name, SM_TABLE_CORRECTIONS, read_correction, err);
  if (!status) status = each_row(c, dataset, name, SM_TABLE_READINGS, read_reading, err);
  if (!status && layer) status = read_own_claims(c, layer, &own, err);
  return status ? status : give_claims(c, own, err);
}

static sm_status read_strike(sm_collection *c, OGRFeatureH feature, const sm_value *v, sm_error *err) {
  sm_reading reading = {0};
  memcpy(reading.v, v, sizeof reading.v);
  if (!sm_value_known(v[SM_S_STRIKE_ID])) return sm_fail(err, SM_ERROR_FORMAT, "a strike without strike_id");
  reading.v[SM_S_READING_ID] = v[SM_S_STRIKE_ID];
  OGRGeometryH point = OGR_F_GetGeometryRef(feature);
  if (!point) reading.v[SM_S_LON] = reading.v[SM_S_LAT] = (sm_value){0};
  return sm_collection_add_reading(c, &reading, err);
}

static int by_id(const void *a, const void *b) {
  return sm_value_compare((*(sm_reading *const *)a)->v[SM_S_STRIKE_ID],
                          (*(sm_reading *const *)b)->v[SM_S_STRIKE_ID]);
}

static sm_status read_claim(sm_collection *c, OGRFeatureH feature, const sm_value *v, sm_error *err) {
  (void)feature;
  sm_reading *key = &(sm_reading){.v = {[SM_S_STRIKE_ID] = v[SM_C_STRIKE]}};
  sm_reading **r = c->n_readings ? bsearch(&key, c->readings, c->n_readings, sizeof key, by_id) : NULL;
  own_claim own = {0};
  memcpy(own.row.v, v, sizeof own.row.v);
  return r ? give_claim(c, *r, &own, err) : SM_OK;
}

static GDALDatasetH open_quietly(const char *path) {
  CPLPushErrorHandler(CPLQuietErrorHandler);
  GDALDatasetH dataset = GDALOpenEx(path, GDAL_OF_VECTOR | GDAL_OF_READONLY, NULL, NULL, NULL);
  CPLPopErrorHandler();
  return dataset;
}

sm_status sm_collection_read_path(sm_collection *c, const char *path, const char *name, sm_error *err) {
  char *copy = CPLStrdup(path);
  bool there = CPLCheckForFile(copy, NULL);
  CPLFree(copy);
  GDALDatasetH dataset = open_quietly(path);
  if (!dataset) return there ? sm_gdal_fail(err, path) : SM_OK;
  sm_status status = sm_collection_read(c, dataset, name, err);
  GDALClose(dataset);
  return status;
}

sm_status sm_collection_read_strikes(sm_collection *c, const char *path, const char *name, sm_error *err) {
  GDALDatasetH dataset = open_quietly(path);
  if (!dataset) return sm_gdal_fail(err, path);
  OGRLayerH strikes = GDALDatasetGetLayerByName(dataset, name ? name : "strikes");
  if (!strikes && !name) strikes = GDALDatasetGetLayer(dataset, 0);
  bool ours = strikes && OGR_FD_GetFieldIndex(OGR_L_GetLayerDefn(strikes), "strike_id") >= 0;
  OGRLayerH claims = GDALDatasetGetLayerByName(dataset, name ? CPLSPrintf("%s_claims", name) : "claims");
  sm_status status = ours ? rows_of(c, strikes, SM_TABLE_STRIKES, read_strike, err)
                          : sm_fail(err, SM_ERROR_FORMAT, "%s: no layer of strikes", path);
  if (!status && c->n_readings) qsort(c->readings, c->n_readings, sizeof *c->readings, by_id);
  if (!status && claims) status = rows_of(c, claims, SM_TABLE_CLAIMS, read_claim, err);
  if (!status) status = each_row(c, dataset, name, SM_TABLE_REPORTS, read_report, err);
  GDALClose(dataset);
  return status;
}

sm_status sm_collection_read_corrections(sm_collection *c, const char *path, sm_error *err) {
  GDALAllRegister();
  GDALDatasetH dataset = open_quietly(path);
  if (!dataset) return sm_gdal_fail(err, path);
  OGRLayerH layer = GDALDatasetGetLayerByName(dataset, "corrections");
  if (!layer) layer = GDALDatasetGetLayer(dataset, 0);
  bool fits = layer && OGR_FD_GetFieldIndex(OGR_L_GetLayerDefn(layer), "strike_id") >= 0 &&
              OGR_FD_GetFieldIndex(OGR_L_GetLayerDefn(layer), "column") >= 0;
  sm_status status = fits ? rows_of(c, layer, SM_TABLE_CORRECTIONS, read_correction, err)
                          : sm_fail(err, SM_ERROR_FORMAT, "%s: no columns strike_id and column", path);
  GDALClose(dataset);
  return status;
}
