#include "layer.h"

#include <cpl_error.h>
#include <cpl_string.h>
#include <math.h>
#include <ogr_api.h>
#include <stdlib.h>

#include "rows.h"
#include "rtree.h"

typedef struct one_layer {
  OGRLayerH layer;
  OGRFeatureH feature; ///< reused for every row
  int *field;          ///< of each column and of the claims, -1 none
  int claims;          ///< field of the claims' JSON, -1 none
  bool iso_days;       ///< days are text
  sm_rows *rows;       ///< NULL: rows go through OGR features
  sm_rtree *index;     ///< filled at the end; NULL where the driver indexes by itself or not at all
} one_layer;

struct sm_layers {
  GDALDatasetH dataset;
  one_layer of[SM_N_TABLES];
  OGRSpatialReferenceH srs, wgs84;
  OGRCoordinateTransformationH transform;
  sm_palette *palette;
  bool no_days; ///< the format has no date type, or writes dates in its own way
  bool no_json; ///< the format has no nested values
  bool short_names;
};

sm_status sm_gdal_fail(sm_error *err, const char *what) {
  const char *message = CPLGetLastErrorMsg();
  return sm_fail(err, SM_ERROR_IO, "%s: %s", what, message && *message ? message : "unknown error");
}

OGRSpatialReferenceH sm_wgs84(void) {
  OGRSpatialReferenceH srs = OSRNewSpatialReference(NULL);
  OSRImportFromEPSG(srs, 4326);
  OSRSetAxisMappingStrategy(srs, OAMS_TRADITIONAL_GIS_ORDER);
  return srs;
}

static OGRwkbGeometryType wkb_of(sm_geometry geometry) {
  static const OGRwkbGeometryType types[] = {wkbNone, wkbPoint, wkbLineString, wkbMultiPolygon};
  return types[geometry];
}

static OGRFieldType ogr_type(sm_type type, bool no_days) {
  switch (type) {
  case SM_INT:
  case SM_BOOL:
    return OFTInteger;
  case SM_REAL:
    return OFTReal;
  case SM_DAY:
    return no_days ? OFTString : OFTDate;
  default:
    return OFTString;
  }
}

static bool add_field(OGRLayerH layer, const char *name, const char *title, OGRFieldType type,
                      OGRFieldSubType sub) {
  OGRFieldDefnH field = OGR_Fld_Create(name, type);
  OGR_Fld_SetSubType(field, sub);
  if (title) OGR_Fld_SetAlternativeName(field, title);
  bool done = OGR_L_CreateField(layer, field, TRUE) == OGRERR_NONE;
  OGR_Fld_Destroy(field);
  return done;
}

static OGRFieldSubType sub_type(sm_type type, bool no_json) {
  if (type == SM_BOOL) return OFSTBoolean;
  return type == SM_JSON && !no_json ? OFSTJSON : OFSTNone;
}

static bool add_columns(const sm_layers *layers, OGRLayerH layer, const sm_table *table, bool claims) {
  for (int i = 0; i < table->n; i++) {
    const sm_column *c = table->columns[i];
    const char *name = layers->short_names ? c->short_name : c->name;
    if (!add_field(layer, name, layers->short_names ? NULL : c->title, ogr_type(c->type, layers->no_days),
                   sub_type(c->type, layers->no_json)))
      return false;
  }
  return !claims || add_field(layer, "claims", NULL, OFTString, layers->no_json ? OFSTNone : OFSTJSON);
}

/// Layer name of a table; free it with CPLFree.
static char *layer_name(const char *name, sm_table_id id) {
  const char *table = sm_table_of(id)->name;
  if (!name) return CPLStrdup(table);
  return CPLStrdup(id == SM_TABLE_STRIKES ? name : CPLSPrintf("%s_%s", name, table));
}

static OGRLayerH create(sm_layers *layers, const sm_layers_options *options, sm_table_id id) {
  const sm_table *table = sm_table_of(id);
  char *name = layer_name(options->name, id);
  OGRSpatialReferenceH srs = table->geometry == SM_GEOMETRY_NONE ? NULL : layers->srs;
  OGRLayerH layer =
      GDALDatasetCreateLayer(layers->dataset, name, srs, wkb_of(table->geometry), options->creation_options);
  CPLFree(name);
  bool claims = id == SM_TABLE_READINGS || (options->claims_in_strikes && id == SM_TABLE_STRIKES);
  return layer && add_columns(layers, layer, table, claims) ? layer : NULL;
}

static OGRLayerH find(sm_layers *layers, const sm_layers_options *options, sm_table_id id) {
  char *name = layer_name(options->name, id);
  OGRLayerH layer = options->open ? GDALDatasetGetLayerByName(layers->dataset, name) : NULL;
  CPLFree(name);
  return layer;
}

static bool bind(sm_layers *layers, one_layer *one, const sm_table *table) {
  OGRFeatureDefnH definition = OGR_L_GetLayerDefn(one->layer);
  one->feature = OGR_F_Create(definition);
  one->field = malloc(((size_t)table->n + 1) * sizeof *one->field);
  if (!one->field) return false;
  for (int i = 0; i < table->n; i++) {
    const sm_column *c = table->columns[i];
    one->field[i] = OGR_FD_GetFieldIndex(definition, c->name);
    if (one->field[i] < 0) one->field[i] = OGR_FD_GetFieldIndex(definition, c->short_name);
  }
  one->field[table->n] = one->claims = OGR_FD_GetFieldIndex(definition, "claims");
  one->iso_days = layers->no_days;
  return true;
}

/// Ways round OGR for what is slow in it; where they do not apply nothing begins.
static sm_status begin(sm_layers *layers, one_layer *one, sm_table_id id, const sm_layers_options *options,
                       sm_error *err) {
  bool indexed = CSLFetchBoolean(options->creation_options, "SPATIAL_INDEX", TRUE);
  sm_status status =
      sm_rows_begin(layers->dataset, one->layer, one->field, sm_table_of(id)->n + 1, &one->rows, err);
  return status || !indexed ? status : sm_rtree_begin(layers->dataset, one->layer, &one->index, err);
}

static sm_status make_all(sm_layers *layers, const sm_layers_options *options, sm_error *err) {
  for (int i = 0; i < SM_N_TABLES; i++) {
    if (!(options->tables & 1u << i)) continue;
    one_layer *one = &layers->of[i];
    one->layer = find(layers, options, (sm_table_id)i);
    if (!one->layer) one->layer = create(layers, options, (sm_table_id)i);
    if (!one->layer) return sm_gdal_fail(err, sm_table_of((sm_table_id)i)->name);
    if (!bind(layers, one, sm_table_of((sm_table_id)i)))
      return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
    sm_status status = begin(layers, one, (sm_table_id)i, options, err);
    if (status) return status;
  }
  return SM_OK;
}

/// What GDAL 3.6's drivers cannot hold, found by trial (GetMetadata tells only a part of it).
static void know_driver(sm_layers *layers) {
  GDALDriverH driver = GDALGetDatasetDriver(layers->dataset);
  const char *name = driver ? GDALGetDriverShortName(driver) : "";
  layers->no_days = EQUAL(name, "CSV") || EQUAL(name, "FlatGeobuf");
  layers->short_names = EQUAL(name, "ESRI Shapefile");
  layers->no_json = layers->short_names || EQUAL(name, "CSV");
}

sm_status sm_layers_new(GDALDatasetH dataset, const sm_layers_options *options, sm_layers **out,
                        sm_error *err) {
  *out = NULL;
  sm_layers *layers = calloc(1, sizeof *layers);
  if (!layers) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  layers->dataset = dataset;
  know_driver(layers);
  layers->wgs84 = sm_wgs84();
  layers->srs = options->srs ? OSRClone(options->srs) : OSRClone(layers->wgs84);
  OSRSetAxisMappingStrategy(layers->srs, OAMS_TRADITIONAL_GIS_ORDER);
  if (options->srs) layers->transform = OCTNewCoordinateTransformation(layers->wgs84, layers->srs);
  sm_status status = options->srs && !layers->transform ? sm_gdal_fail(err, "-t_srs")
                                                        : sm_palette_new(&layers->palette, err);
  if (!status) status = make_all(layers, options, err);
  if (status) {
    sm_layers_free(layers);
    return status;
  }
  *out = layers;
  return SM_OK;
}

void sm_layers_free(sm_layers *layers) {
  if (!layers) return;
  for (int i = 0; i < SM_N_TABLES; i++) {
    sm_rtree_free(layers->of[i].index);
    sm_rows_free(layers->of[i].rows);
    if (layers->of[i].feature) OGR_F_Destroy(layers->of[i].feature);
    free(layers->of[i].field);
  }
  sm_palette_free(layers->palette);
  if (layers->transform) OCTDestroyCoordinateTransformation(layers->transform);
  OSRRelease(layers->srs);
  OSRRelease(layers->wgs84);
  free(layers);
}

sm_status sm_layers_finish(sm_layers *layers, sm_error *err) {
  sm_status status = SM_OK;
  for (int i = 0; layers && i < SM_N_TABLES && !status; i++) {
    status = sm_rtree_finish(layers->of[i].index, err);
    layers->of[i].index = NULL;
    if (!status) status = sm_rows_finish(layers->of[i].rows, err);
    layers->of[i].rows = NULL;
  }
  return status;
}

OGRLayerH sm_layers_of(const sm_layers *layers, sm_table_id table) {
  return layers->of[table].layer;
}

const sm_palette *sm_layers_palette(const sm_layers *layers) {
  return layers->palette;
}

bool sm_layers_hold_claims(const sm_layers *layers, sm_table_id table) {
  return layers->of[table].layer && layers->of[table].claims >= 0;
}

static void set_day(OGRFeatureH f, int field, sm_date date, bool iso) {
  char text[11];
  int year, month, day;
  if (iso) {
    sm_date_format_iso(date, text);
    OGR_F_SetFieldString(f, field, text);
    return;
  }
  sm_date_split(date, &year, &month, &day);
  OGR_F_SetFieldDateTime(f, field, year, month, day, 0, 0, 0, 0);
}

static void set_value(OGRFeatureH f, int field, sm_value v, bool iso_days) {
  switch (v.type) {
  case SM_NULL:
    OGR_F_SetFieldNull(f, field);
    break;
  case SM_INT:
    OGR_F_SetFieldInteger64(f, field, v.i);
    break;
  case SM_BOOL:
    OGR_F_SetFieldInteger(f, field, v.i != 0);
    break;
  case SM_REAL:
    OGR_F_SetFieldDouble(f, field, v.r);
    break;
  case SM_DAY:
    set_day(f, field, (sm_date)v.i, iso_days);
    break;
  default:
    OGR_F_SetFieldString(f, field, v.s);
  }
}

static OGRGeometryH geometry_of(const sm_table *table, const sm_feature *feature) {
  if (table->geometry == SM_GEOMETRY_NONE) return NULL;
  if (table->geometry != SM_GEOMETRY_POINT)
    return feature->shape ? sm_outline_geometry(feature->shape) : NULL;
  if (!isfinite(feature->lon) || !isfinite(feature->lat)) return NULL;
  OGRGeometryH point = OGR_G_CreateGeometry(wkbPoint);
  OGR_G_SetPoint_2D(point, 0, feature->lon, feature->lat);
  return point;
}

/// The feature's geometry in the layers' CRS, NULL none.
static sm_status make_geometry(const sm_layers *layers, sm_table_id id, const sm_feature *feature,
                               OGRGeometryH *out, sm_error *err) {
  *out = geometry_of(sm_table_of(id), feature);
  if (!*out || !layers->transform || OGR_G_Transform(*out, layers->transform) == OGRERR_NONE) return SM_OK;
  OGR_G_DestroyGeometry(*out);
  *out = NULL;
  return sm_gdal_fail(err, "-t_srs");
}

static void fill(const one_layer *one, const sm_table *table, const sm_feature *feature) {
  for (int i = 0; i < table->n; i++)
    if (one->field[i] >= 0) set_value(one->feature, one->field[i], feature->values[i], one->iso_days);
  if (one->claims < 0) return;
  if (feature->claims.len)
    OGR_F_SetFieldString(one->feature, one->claims, feature->claims.ptr);
  else
    OGR_F_SetFieldNull(one->feature, one->claims);
}

static sm_status add_feature(one_layer *one, sm_table_id id, const sm_feature *feature, OGRGeometryH geometry,
                             sm_error *err) {
  fill(one, sm_table_of(id), feature);
  OGR_F_SetFID(one->feature, OGRNullFID);
  OGR_F_SetGeometryDirectly(one->feature, geometry);
  return OGR_L_CreateFeature(one->layer, one->feature) == OGRERR_NONE
             ? SM_OK
             : sm_gdal_fail(err, sm_table_of(id)->name);
}

/// A point that needs no transformation never becomes an OGR geometry.
static sm_status add_row(const sm_layers *layers, one_layer *one, sm_table_id id, const sm_feature *feature,
                         sm_error *err) {
  const sm_table *table = sm_table_of(id);
  sm_value values[SM_S_N + 1];
  int64_t fid = 0;
  memcpy(values, feature->values, (size_t)table->n * sizeof *values);
  values[table->n] = sm_value_json(feature->claims.ptr);
  bool point = table->geometry == SM_GEOMETRY_POINT && !layers->transform && isfinite(feature->lon) &&
               isfinite(feature->lat);
  OGREnvelope box = {feature->lon, feature->lon, feature->lat, feature->lat};
  if (point) {
    sm_status status = sm_rows_add_point(one->rows, values, feature->lon, feature->lat, &fid, err);
    return status ? status : sm_rtree_add(one->index, fid, &box, err);
  }
  OGRGeometryH geometry;
  sm_status status = make_geometry(layers, id, feature, &geometry, err);
  if (!status) status = sm_rows_add(one->rows, values, geometry, &fid, &box, err);
  if (!status && geometry) status = sm_rtree_add(one->index, fid, &box, err);
  if (geometry) OGR_G_DestroyGeometry(geometry);
  return status;
}

sm_status sm_layers_add(sm_layers *layers, sm_table_id table, const sm_feature *feature, sm_error *err) {
  one_layer *one = &layers->of[table];
  OGRGeometryH geometry;
  if (!one->layer) return SM_OK;
  sm_status status = SM_OK;
  if (table == SM_TABLE_STRIKES)
    status = sm_palette_add(layers->palette, sm_value_str(feature->values[SM_S_ATTACKER]), err);
  if (status) return status;
  if (one->rows) return add_row(layers, one, table, feature, err);
  status = make_geometry(layers, table, feature, &geometry, err);
  return status ? status : add_feature(one, table, feature, geometry, err);
}

static OGRGeometryH ring_geometry(const sm_ring *ring, OGRwkbGeometryType type) {
  OGRGeometryH line = OGR_G_CreateGeometry(type);
  OGR_G_SetPoints(line, (int)ring->n, ring->xy, 2 * sizeof(double), ring->xy + 1, 2 * sizeof(double), NULL,
                  0);
  return line;
}

OGRGeometryH sm_outline_geometry(const sm_outline *outline) {
  if (!outline || !outline->n) return NULL;
  if (outline->is_line) return ring_geometry(&outline->rings[0], wkbLineString);
  OGRGeometryH all = OGR_G_CreateGeometry(wkbMultiPolygon), polygon = NULL;
  for (uint32_t i = 0; i < outline->n; i++) {
    if (!polygon || outline->rings[i].part != outline->rings[i - 1].part) {
      if (polygon) OGR_G_AddGeometryDirectly(all, polygon);
      polygon = OGR_G_CreateGeometry(wkbPolygon);
    }
    OGR_G_AddGeometryDirectly(polygon, ring_geometry(&outline->rings[i], wkbLinearRing));
  }
  OGR_G_AddGeometryDirectly(all, polygon);
  return all;
}

static sm_value day_of(OGRFeatureH f, int field) {
  int y, m, d, hour, minute, second, zone;
  if (OGR_F_GetFieldAsDateTime(f, field, &y, &m, &d, &hour, &minute, &second, &zone))
    return sm_value_day(sm_date_make(y, m, d));
  return sm_value_day(sm_date_parse_iso(sm_str_of(OGR_F_GetFieldAsString(f, field))));
}

static sm_value value_of(OGRFeatureH f, int field, sm_type type, sm_arena *arena) {
  switch (type) {
  case SM_INT:
    return sm_value_int(OGR_F_GetFieldAsInteger64(f, field));
  case SM_BOOL:
    return sm_value_bool(OGR_F_GetFieldAsInteger(f, field) != 0);
  case SM_REAL:
    return sm_value_real(OGR_F_GetFieldAsDouble(f, field));
  case SM_DAY:
    return day_of(f, field);
  default:
    break;
  }
  const char *copy = sm_arena_strdup(arena, sm_str_of(OGR_F_GetFieldAsString(f, field)));
  return type == SM_JSON ? sm_value_json(copy) : sm_value_text(copy);
}

sm_status sm_layer_values(OGRFeatureH feature, const sm_table *table, sm_arena *arena, sm_value *out,
                          sm_error *err) {
  for (int i = 0; i < table->n; i++) {
    int field = OGR_F_GetFieldIndex(feature, table->columns[i]->name);
    if (field < 0) field = OGR_F_GetFieldIndex(feature, table->columns[i]->short_name);
    bool known = field >= 0 && OGR_F_IsFieldSetAndNotNull(feature, field);
    out[i] = known ? value_of(feature, field, table->columns[i]->type, arena) : (sm_value){0};
    bool lost = known && sm_value_str(out[i]).len == 0 && table->columns[i]->type >= SM_TEXT &&
                table->columns[i]->type <= SM_JSON && *OGR_F_GetFieldAsString(feature, field);
    if (lost) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  }
  return SM_OK;
}
