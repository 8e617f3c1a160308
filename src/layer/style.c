#include "style.h"

#include <cpl_error.h>
#include <cpl_string.h>
#include <ogr_api.h>

#include "layer.h"
#include "style_data.h"

const char *sm_style_qml(sm_table_id table) {
  return style_qml[table];
}
const char *sm_style_sld(sm_table_id table) {
  return style_sld[table];
}

/// The columns as QGIS 3.22 makes them.
static OGRLayerH create_table(GDALDatasetH dataset) {
  static const struct {
    const char *name;
    OGRFieldType type;
    OGRFieldSubType sub;
    int width;
  } fields[] = {{"f_table_catalog", OFTString, OFSTNone, 256},
                {"f_table_schema", OFTString, OFSTNone, 256},
                {"f_table_name", OFTString, OFSTNone, 256},
                {"f_geometry_column", OFTString, OFSTNone, 256},
                {"styleName", OFTString, OFSTNone, 30},
                {"styleQML", OFTString, OFSTNone, 0},
                {"styleSLD", OFTString, OFSTNone, 0},
                {"useAsDefault", OFTInteger, OFSTBoolean, 0},
                {"description", OFTString, OFSTNone, 0},
                {"owner", OFTString, OFSTNone, 30},
                {"ui", OFTString, OFSTNone, 30},
                {"update_time", OFTDateTime, OFSTNone, 0}};
  char **options = CSLSetNameValue(NULL, "FID", "id");
  OGRLayerH layer = GDALDatasetCreateLayer(dataset, "layer_styles", NULL, wkbNone, options);
  CSLDestroy(options);
  for (size_t i = 0; layer && i < sizeof fields / sizeof *fields; i++) {
    OGRFieldDefnH field = OGR_Fld_Create(fields[i].name, fields[i].type);
    OGR_Fld_SetSubType(field, fields[i].sub);
    OGR_Fld_SetWidth(field, fields[i].width);
    if (OGR_L_CreateField(layer, field, TRUE) != OGRERR_NONE) layer = NULL;
    OGR_Fld_Destroy(field);
  }
  return layer;
}

static void set(OGRFeatureH f, const char *field, const char *value) {
  int i = OGR_F_GetFieldIndex(f, field);
  if (i >= 0) OGR_F_SetFieldString(f, i, value);
}

static void set_stamp(OGRFeatureH f, const char *stamp) {
  int y = 0, m = 0, d = 0, hour = 0, minute = 0, second = 0;
  if (sscanf(stamp, "%d-%d-%dT%d:%d:%d", &y, &m, &d, &hour, &minute, &second) == 6)
    OGR_F_SetFieldDateTime(f, OGR_F_GetFieldIndex(f, "update_time"), y, m, d, hour, minute, second, 100);
}

static bool remove_old(OGRLayerH layer, const char *table) {
  bool done = true;
  OGR_L_ResetReading(layer);
  for (OGRFeatureH f; (f = OGR_L_GetNextFeature(layer)); OGR_F_Destroy(f)) {
    bool ours = EQUAL(OGR_F_GetFieldAsString(f, OGR_F_GetFieldIndex(f, "f_table_name")), table) &&
                EQUAL(OGR_F_GetFieldAsString(f, OGR_F_GetFieldIndex(f, "owner")), "strikemap");
    if (ours) done &= OGR_L_DeleteFeature(layer, OGR_F_GetFID(f)) == OGRERR_NONE;
  }
  return done;
}

static bool add_style(GDALDatasetH dataset, OGRLayerH layer, sm_table_id id, const char *table, const char *qml,
                      const char *stamp) {
  OGRLayerH styled = GDALDatasetGetLayerByName(dataset, table);
  if (!styled) return true;
  bool postgres = EQUAL(GDALGetDriverShortName(GDALGetDatasetDriver(dataset)), "PostgreSQL");
  OGRFeatureH f = OGR_F_Create(OGR_L_GetLayerDefn(layer));
  set(f, "f_table_catalog", "");
  set(f, "f_table_schema", postgres ? "public" : "");
  set(f, "f_table_name", table);
  set(f, "f_geometry_column", OGR_L_GetGeometryColumn(styled));
  set(f, "styleName", sm_table_of(id)->name);
  set(f, "styleQML", qml);
  if (sm_style_sld(id)) set(f, "styleSLD", sm_style_sld(id));
  OGR_F_SetFieldInteger(f, OGR_F_GetFieldIndex(f, "useAsDefault"), 1);
  set(f, "description", sm_table_of(id)->title);
  set(f, "owner", "strikemap");
  set_stamp(f, stamp);
  bool done = OGR_L_CreateFeature(layer, f) == OGRERR_NONE;
  OGR_F_Destroy(f);
  return done;
}

sm_status sm_styles_write(GDALDatasetH dataset, unsigned tables, const char *name, const sm_palette *palette,
                          const char *stamp, sm_error *err) {
  CPLPushErrorHandler(CPLQuietErrorHandler);
  OGRLayerH layer = GDALDatasetGetLayerByName(dataset, "layer_styles");
  CPLPopErrorHandler();
  CPLErrorReset();
  bool fresh = !layer;
  if (fresh) layer = create_table(dataset);
  if (!layer) return sm_gdal_fail(err, "layer_styles");
  for (int i = 0; i < SM_N_TABLES; i++) {
    if (!(tables & 1u << i) || !sm_style_qml((sm_table_id)i)) continue;
    const char *own = sm_table_of((sm_table_id)i)->name;
    char *table = CPLStrdup(!name ? own : i == SM_TABLE_STRIKES ? name : CPLSPrintf("%s_%s", name, own));
    sm_buffer qml = {0};
    sm_palette_fill(palette, sm_style_qml((sm_table_id)i), &qml);
    sm_buffer_add_char(&qml, 0);
    bool done = !qml.failed && (fresh || remove_old(layer, table)) &&
                add_style(dataset, layer, (sm_table_id)i, table, qml.bytes, stamp);
    bool failed = qml.failed;
    CPLFree(table);
    sm_buffer_free(&qml);
    if (failed) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
    if (!done) return sm_gdal_fail(err, "layer_styles");
  }
  return SM_OK;
}
