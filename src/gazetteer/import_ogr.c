#include <gdal.h>
#include <math.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>
#include <stdio.h>

#include "file.h"
#include "geometry.h"
#include "import.h"
#include "kind.h"
#include "shape.h"
#include "table.h"

/// Columns of a layer by what they mean; -1: none.
typedef struct columns {
  int name, id, kind, population, radius, country, names;
  OGRFeatureDefnH schema;
} columns;

static int column_of(OGRFeatureDefnH schema, const char *const *candidates) {
  for (; *candidates; candidates++) {
    int i = OGR_FD_GetFieldIndex(schema, *candidates); // ignores case
    if (i >= 0) return i;
  }
  return -1;
}

static columns find_columns(OGRFeatureDefnH schema, const char *name_column, bool districts) {
  static const char *const district_names[] = {"ADM2_EN",   "NAME_2",   "adm2_name", "ADM2_NAME",
                                               "shapeName", "district", "name",      NULL};
  static const char *const names[] = {"name",  "wof:name", "name_en", "NAME_2", "NAME_1",
                                      "place", "toponym",  "title",   "label",  NULL};
  static const char *const ids[] = {"id",      "wof:id", "geonameid", "osm_id", "ADM2_PCODE",
                                    "shapeID", "GID_2",  "pcode",     "code",   NULL};
  static const char *const kinds[] = {"kind", "type", "feature", "fclass", "wof:placetype", NULL};
  static const char *const people[] = {"population", "pop", "wof:population", "gn:population", NULL};
  static const char *const radii[] = {"radius_m", "radius", NULL};
  static const char *const countries[] = {"iso2",        "country_code", "iso:country",
                                          "wof:country", "country",      NULL};
  static const char *const others[] = {
      "names", "alternatenames", "alternate_names", "alt_names", "alt_name", "aliases", NULL};
  const char *const own[] = {name_column, NULL};
  return (columns){.name = column_of(schema, name_column ? own
                                             : districts ? district_names
                                                         : names),
                   .id = column_of(schema, ids),
                   .kind = column_of(schema, kinds),
                   .population = column_of(schema, people),
                   .radius = column_of(schema, radii),
                   .country = column_of(schema, countries),
                   .names = column_of(schema, others),
                   .schema = schema};
}

static sm_str text_of(OGRFeatureH f, int column) {
  return column >= 0 && OGR_F_IsFieldSetAndNotNull(f, column) ? sm_str_of(OGR_F_GetFieldAsString(f, column))
                                                              : (sm_str){0};
}

static double number_of(OGRFeatureH f, int column) {
  double number;
  return sm_parse_number(text_of(f, column), &number) && number > 0 ? number : 0;
}

static bool is_area(OGRGeometryH g) {
  OGRwkbGeometryType t = wkbFlatten(OGR_G_GetGeometryType(g));
  return t == wkbPolygon || t == wkbMultiPolygon;
}

static bool is_line(OGRGeometryH g) {
  OGRwkbGeometryType t = wkbFlatten(OGR_G_GetGeometryType(g));
  return t == wkbLineString || t == wkbMultiLineString;
}

static sm_place_kind kind_of(sm_str word, OGRGeometryH g) {
  sm_place_kind kind = sm_place_kind_of(word);
  if (kind != SM_KIND_UNKNOWN) return kind;
  return is_area(g) ? SM_KIND_REGION : is_line(g) ? SM_KIND_BORDER : SM_KIND_CITY;
}

/// Point that stands for a geometry, and how far it reaches from there in metres.
static bool point_of(OGRGeometryH g, double *lon, double *lat, double *radius) {
  OGRGeometryH middle = NULL;
  *radius = 0;
  if (wkbFlatten(OGR_G_GetGeometryType(g)) != wkbPoint) {
    middle = is_area(g) ? OGR_G_PointOnSurface(g) : OGR_G_CreateGeometry(wkbPoint);
    if (middle && !is_area(g) && OGR_G_Centroid(g, middle) != OGRERR_NONE) return false;
  }
  OGRGeometryH point = middle ? middle : g;
  bool good = OGR_G_GetPointCount(point) == 1;
  *lon = good ? OGR_G_GetX(point, 0) : 0;
  *lat = good ? OGR_G_GetY(point, 0) : 0;
  if (middle) {
    OGREnvelope box;
    OGR_G_GetEnvelope(g, &box);
    double west = sm_sphere_distance(*lon, *lat, box.MinX, box.MinY),
           east = sm_sphere_distance(*lon, *lat, box.MaxX, box.MaxY);
    *radius = west > east ? west : east;
    OGR_G_DestroyGeometry(middle);
  }
  return good && *lon >= -180 && *lon <= 180 && *lat >= -90 && *lat <= 90;
}

typedef struct layer {
  sm_import *import;
  const char *path;
  columns columns;
  OGRCoordinateTransformationH to_wgs84; ///< or NULL
  size_t n_rows, n_places;
} layer;

/// A district is its own district, and bears the code that the layer gives it.
static void set_code(sm_builder *b, uint32_t place, sm_str code) {
  uint32_t offset = sm_builder_string(b, code);
  sm_index_unit *unit = sm_builder_unit(b, place);
  sm_builder_brief(b, place)->adm2 = place;
  if (unit) unit->code = offset;
}

static sm_status import_feature(layer *l, OGRFeatureH f, sm_error *err) {
  OGRGeometryH g = OGR_F_GetGeometryRef(f);
  sm_str name = text_of(f, l->columns.name);
  l->n_rows++;
  if (!g || name.len == 0 || OGR_G_IsEmpty(g)) return SM_OK;
  if (l->to_wgs84 && OGR_G_Transform(g, l->to_wgs84) != OGRERR_NONE) return SM_OK;
  double lon, lat, reach;
  if (!point_of(g, &lon, &lat, &reach)) return SM_OK;
  char id[300], number[32];
  snprintf(number, sizeof number, "%lld", (long long)OGR_F_GetFID(f));
  char own_id[128];
  sm_str own = text_of(f, l->columns.id);
  snprintf(own_id, sizeof own_id, "%.*s",
           own.len ? (int)(own.len > 120 ? 120 : own.len) : (int)strlen(number), own.len ? own.ptr : number);
  own = sm_str_of(own_id); // GDAL's text may change with the next column that is read
  snprintf(id, sizeof id, "user:%s#%.*s", l->import->stem, SM_STR_ARG(own));
  if (sm_builder_by_id(&l->import->builder, sm_str_of(id)))
    return sm_fail(err, SM_ERROR_FORMAT, "%s: row %zu: id used twice: %.60s", l->path, l->n_rows, id);
  double radius = number_of(f, l->columns.radius), population = number_of(f, l->columns.population);
  const char *source = l->import->options->source_name;
  sm_new_place place = {.id = sm_str_of(id),
                        .name = name,
                        .source = source ? sm_str_of(source) : sm_str_of(l->import->stem),
                        .kind = kind_of(text_of(f, l->columns.kind), g),
                        .flags = SM_PLACE_USER,
                        .lon = lon,
                        .lat = lat,
                        .radius_m = radius > 0 ? radius : reach,
                        .population = population < UINT32_MAX ? (uint32_t)population : 0};
  if (l->import->options->districts) {
    if (!is_area(g)) return SM_OK;
    place.kind = SM_KIND_ADM2;
  }
  sm_import_units(l->import, &place, text_of(f, l->columns.country), (sm_str){0});
  l->n_places++;
  sm_status status = sm_import_place(l->import, &place, text_of(f, l->columns.names), "|;,", err);
  uint32_t at = (uint32_t)l->import->builder.briefs.n - 1;
  if (!status && (is_area(g) || is_line(g))) sm_shape_from_ogr(&l->import->builder, at, g);
  if (!status && l->import->options->districts) set_code(&l->import->builder, at, own);
  return status;
}

static OGRCoordinateTransformationH to_wgs84(OGRLayerH ogr) {
  OGRSpatialReferenceH from = OGR_L_GetSpatialRef(ogr);
  if (!from) return NULL;
  OGRSpatialReferenceH wgs84 = OSRNewSpatialReference(NULL), copy = OSRClone(from);
  OSRImportFromEPSG(wgs84, 4326);
  OSRSetAxisMappingStrategy(wgs84, OAMS_TRADITIONAL_GIS_ORDER);
  OSRSetAxisMappingStrategy(copy, OAMS_TRADITIONAL_GIS_ORDER);
  OGRCoordinateTransformationH t =
      OSRIsSame(copy, wgs84) ? NULL : OCTNewCoordinateTransformation(copy, wgs84);
  OSRDestroySpatialReference(copy);
  OSRDestroySpatialReference(wgs84);
  return t;
}

static sm_status import_layer(sm_import *import, const char *path, OGRLayerH ogr, size_t *n_places,
                              sm_error *err) {
  const char *wanted = import->options->name_column;
  layer l = {.import = import,
             .path = path,
             .columns = find_columns(OGR_L_GetLayerDefn(ogr), wanted, import->options->districts)};
  if (l.columns.name < 0) {
    if (wanted) return sm_fail(err, SM_ERROR_FORMAT, "%s: no column %s", path, wanted);
    return sm_fail(err, SM_ERROR_FORMAT, "%s: no column of names: tell which one it is", path);
  }
  l.to_wgs84 = to_wgs84(ogr);
  double n = (double)OGR_L_GetFeatureCount(ogr, 0);
  sm_status status = SM_OK;
  for (OGRFeatureH f; !status && (f = OGR_L_GetNextFeature(ogr));) {
    status = import_feature(&l, f, err);
    OGR_F_Destroy(f);
    if (!status && l.n_rows % 4096 == 0 && !sm_import_tell(import, n > 0 ? (double)l.n_rows / n : 0, path))
      status = sm_fail(err, SM_ERROR_STOPPED, "building the gazetteer was stopped");
  }
  if (l.to_wgs84) OCTDestroyCoordinateTransformation(l.to_wgs84);
  *n_places += l.n_places;
  return status;
}

sm_status sm_import_ogr(sm_import *import, const char *path, sm_error *err) {
  // For CSV; other drivers leave them alone.
  static const char *const open_options[] = {"X_POSSIBLE_NAMES=lon,long,longitude,lng,x,geom:longitude",
                                             "Y_POSSIBLE_NAMES=lat,latitude,y,geom:latitude",
                                             "AUTODETECT_TYPE=NO", NULL};
  sm_str extension = sm_path_extension(path);
  bool table = sm_str_equal(extension, SM_STR(".csv")) || sm_str_equal(extension, SM_STR(".tsv"));
  GDALAllRegister();
  GDALDatasetH ds =
      GDALOpenEx(path, GDAL_OF_VECTOR | GDAL_OF_READONLY, NULL, table ? open_options : NULL, NULL);
  if (!ds) return sm_fail(err, SM_ERROR_IO, "%s: neither a GeoNames dump nor a layer that GDAL reads", path);
  size_t n_places = 0;
  sm_status status = SM_OK;
  for (int i = 0; i < GDALDatasetGetLayerCount(ds) && !status; i++)
    status = import_layer(import, path, GDALDatasetGetLayer(ds, i), &n_places, err);
  GDALClose(ds);
  if (!status && n_places == 0)
    status = sm_fail(err, SM_ERROR_FORMAT, "%s: no row has a name and coordinates", path);
  return status;
}
