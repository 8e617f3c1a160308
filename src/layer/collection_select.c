#include "collection_private.h"

#include <cpl_string.h>
#include <math.h>
#include <ogr_api.h>

/// The strikes in a layer in memory, so that OGR's own filters choose among them.
static OGRLayerH fill(const sm_collection *c, sm_layers *layers, sm_error *err) {
  for (size_t i = 0; i < c->merged.n; i++) {
    const sm_value *v = c->merged.strikes[i]->v;
    bool there = sm_value_known(v[SM_S_LON]) && sm_value_known(v[SM_S_LAT]);
    sm_feature feature = {v, there ? v[SM_S_LON].r : NAN, there ? v[SM_S_LAT].r : NAN, NULL, {NULL, 0}};
    if (sm_layers_add(layers, SM_TABLE_STRIKES, &feature, err)) return NULL;
  }
  return sm_layers_of(layers, SM_TABLE_STRIKES);
}

static sm_status filter(sm_collection *c, OGRLayerH layer, const char *where, const double *spat,
                        sm_error *err) {
  bool *keep = sm_arena_calloc(c->merging, c->merged.n + 1, sizeof *keep);
  if (!keep) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  CPLPushErrorHandler(CPLQuietErrorHandler);
  CPLErrorReset();
  bool good = !where || OGR_L_SetAttributeFilter(layer, where) == OGRERR_NONE;
  CPLPopErrorHandler();
  if (!good) return sm_fail(err, SM_ERROR_USAGE, "-where: %s", CPLGetLastErrorMsg());
  if (spat) OGR_L_SetSpatialFilterRect(layer, spat[0], spat[1], spat[2], spat[3]);
  OGR_L_ResetReading(layer);
  for (OGRFeatureH f; (f = OGR_L_GetNextFeature(layer)); OGR_F_Destroy(f)) keep[OGR_F_GetFID(f)] = true;
  sm_collection_select(c, keep);
  return SM_OK;
}

sm_status sm_collection_where(sm_collection *c, const char *where, const double *spat, sm_error *err) {
  GDALDriverH memory = GDALGetDriverByName("Memory");
  GDALDatasetH dataset = memory ? GDALCreate(memory, "", 0, 0, 0, GDT_Unknown, NULL) : NULL;
  if (!dataset) return sm_gdal_fail(err, "-where");
  sm_layers *layers = NULL;
  sm_status status =
      sm_layers_new(dataset, &(sm_layers_options){.tables = 1u << SM_TABLE_STRIKES}, &layers, err);
  OGRLayerH layer = status ? NULL : fill(c, layers, err);
  if (!status) status = layer ? filter(c, layer, where, spat, err) : SM_ERROR_IO;
  sm_layers_free(layers);
  GDALClose(dataset);
  return status;
}
