#include "collection_private.h"

#include <cpl_conv.h>
#include <math.h>
#include <ogr_api.h>
#include <stdlib.h>

typedef sm_status (*row_function)(sm_collection *c, OGRFeatureH feature, const sm_value *v, sm_error *err);

static sm_status each_row(sm_collection *c, GDALDatasetH dataset, const char *name, sm_table_id id,
                          row_function add, sm_error *err) {
  const sm_table *table = sm_table_of(id);
  const char *layer_name = !name                    ? table->name
                           : id == SM_TABLE_STRIKES ? name
                                                    : CPLSPrintf("%s_%s", name, table->name);
  OGRLayerH layer = GDALDatasetGetLayerByName(dataset, layer_name);
  if (!layer) return SM_OK;
  sm_status status = SM_OK;
  sm_value values[SM_S_N];
  CPLErrorReset();
  OGR_L_ResetReading(layer);
  for (OGRFeatureH f; !status && (f = OGR_L_GetNextFeature(layer));) {
    status = sm_layer_values(f, table, c->arena, values, err);
    if (!status) status = add(c, f, values, err);
    OGR_F_Destroy(f);
  }
  return status || CPLGetLastErrorType() < CE_Failure ? status : sm_gdal_fail(err, layer_name);
}

static sm_status read_reading(sm_collection *c, OGRFeatureH feature, const sm_value *v, sm_error *err) {
  (void)feature;
  sm_reading reading = {0};
  memcpy(reading.v, v, sizeof reading.v);
  if (!sm_value_known(v[SM_S_READING_ID]))
    return sm_fail(err, SM_ERROR_FORMAT, "a reading without reading_id");
  return sm_collection_add_reading(c, &reading, err);
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

typedef struct claim_key {
  const char *reading;
  sm_claim_row row;
} claim_key;

typedef struct claim_list {
  claim_key *items;
  size_t n, cap;
} claim_list;

static int by_reading(const void *pa, const void *pb) {
  const claim_key *a = pa, *b = pb;
  int order = strcmp(a->reading, b->reading);
  return order ? order : sm_value_compare(a->row.v[SM_C_CLAIM_ID], b->row.v[SM_C_CLAIM_ID]);
}

static sm_status read_claims(sm_collection *c, OGRLayerH layer, claim_list *list, sm_error *err) {
  sm_status status = SM_OK;
  OGR_L_ResetReading(layer);
  for (OGRFeatureH f; !status && (f = OGR_L_GetNextFeature(layer)); OGR_F_Destroy(f)) {
    void *grown = sm_arena_grow(c->arena, list->items, list->n, &list->cap, sizeof *list->items);
    if (!grown) status = sm_fail(err, SM_ERROR_MEMORY, "out of memory");
    if (!grown) continue;
    list->items = grown;
    claim_key *key = &list->items[list->n++];
    status = sm_layer_values(f, sm_table_of(SM_TABLE_CLAIMS), c->arena, key->row.v, err);
    key->reading = sm_value_known(key->row.v[SM_C_READING]) ? key->row.v[SM_C_READING].s : "";
  }
  if (list->n) qsort(list->items, list->n, sizeof *list->items, by_reading);
  return status;
}

static size_t first_claim(const claim_list *list, const char *reading) {
  size_t low = 0, high = list->n;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (strcmp(list->items[middle].reading, reading) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static sm_status give_claims(sm_collection *c, sm_reading *r, const claim_list *list, sm_error *err) {
  const char *id = r->v[SM_S_READING_ID].s;
  size_t first = first_claim(list, id), n = 0;
  while (first + n < list->n && !strcmp(list->items[first + n].reading, id)) n++;
  r->claims = sm_arena_calloc(c->arena, n + 1, sizeof *r->claims);
  if (!r->claims) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  for (size_t i = 0; i < n; i++) r->claims[i] = list->items[first + i].row;
  r->n_claims = n;
  return SM_OK;
}

sm_status sm_collection_read(sm_collection *c, GDALDatasetH dataset, const char *name, sm_error *err) {
  size_t before = c->n_readings;
  claim_list claims = {0};
  OGRLayerH layer = GDALDatasetGetLayerByName(dataset, name ? CPLSPrintf("%s_claims", name) : "claims");
  sm_status status = each_row(c, dataset, name, SM_TABLE_REPORTS, read_report, err);
  if (!status) status = each_row(c, dataset, name, SM_TABLE_CORRECTIONS, read_correction, err);
  if (!status) status = each_row(c, dataset, name, SM_TABLE_READINGS, read_reading, err);
  if (!status && layer) status = read_claims(c, layer, &claims, err);
  for (size_t i = before; !status && i < c->n_readings; i++)
    status = give_claims(c, &c->readings[i], &claims, err);
  return status;
}
