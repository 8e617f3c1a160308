#include <gdal.h>
#include <math.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>
#include <stdio.h>
#include <stdlib.h>

#include "boundary.h"
#include "file.h"
#include "geometry.h"
#include "import.h"
#include "kind.h"
#include "shape.h"
#include "table.h"

/// Columns of a layer by what they mean; -1: none.
typedef struct columns {
  int name, id, kind, population, radius, country, names, concordances;
  bool whos_on_first; ///< its records: names in a column for each language, ids of other gazetteers
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
  static const char *const ids[] = {"wof:id",  "id",    "geonameid", "osm_id", "ADM2_PCODE",
                                    "shapeID", "GID_2", "pcode",     "code",   NULL};
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
                   .concordances = OGR_FD_GetFieldIndex(schema, "wof:concordances"),
                   .whos_on_first = OGR_FD_GetFieldIndex(schema, "wof:id") >= 0,
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

/// Words of other gazetteers for our kinds.
static sm_place_kind foreign_kind(sm_str word) {
  static const struct {
    const char *word;
    sm_place_kind kind;
  } rows[] = {{"locality", SM_KIND_CITY},    {"town", SM_KIND_CITY},
              {"village", SM_KIND_CITY},     {"hamlet", SM_KIND_CITY},
              {"suburb", SM_KIND_CITY},      {"neighbourhood", SM_KIND_CITY},
              {"borough", SM_KIND_CITY},     {"national_capital", SM_KIND_CITY},
              {"county", SM_KIND_ADM2},      {"district", SM_KIND_ADM2},
              {"region", SM_KIND_ADM1},      {"province", SM_KIND_ADM1},
              {"peak", SM_KIND_MOUNTAIN},    {"aerodrome", SM_KIND_AIRPORT},
              {"airfield", SM_KIND_AIRPORT}, {"military", SM_KIND_BASE},
              {"campus", SM_KIND_SITE},      {"camp", SM_KIND_SITE},
              {"dam", SM_KIND_SITE},         {"refinery", SM_KIND_SITE},
              {"power_plant", SM_KIND_SITE}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (sm_str_equal(word, sm_str_of(rows[i].word))) return rows[i].kind;
  return SM_KIND_UNKNOWN;
}

static sm_place_kind kind_of(sm_str word, OGRGeometryH g, bool whos_on_first) {
  sm_place_kind kind = whos_on_first ? foreign_kind(word) : sm_place_kind_of(word);
  if (kind == SM_KIND_UNKNOWN) kind = whos_on_first ? sm_place_kind_of(word) : foreign_kind(word);
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
  const char *name; ///< of the layer where the file has several, else ""
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

enum { CODE_CAP = 128, ID_CAP = 300 };

/// The row's own code, or its number in the file.
static void read_code(const layer *l, OGRFeatureH f, char out[CODE_CAP]) {
  sm_str own = text_of(f, l->columns.id);
  if (own.len)
    snprintf(out, CODE_CAP, "%.*s", own.len > 120 ? 120 : (int)own.len, own.ptr);
  else
    snprintf(out, CODE_CAP, "%.60s%s%lld", l->name, *l->name ? "." : "", (long long)OGR_F_GetFID(f));
}

/// GeoNames number among the ids of other gazetteers, 0 when there is none.
static uint32_t geonames_of(const layer *l, OGRFeatureH f) {
  sm_str text = text_of(f, l->columns.concordances);
  const char *at = text.len ? strstr(text.ptr, "\"gn:id\":") : NULL;
  if (!at) return 0;
  at += sizeof "\"gn:id\":" - 1;
  unsigned long number = strtoul(at + strspn(at, " \""), NULL, 10);
  return number < UINT32_MAX ? (uint32_t)number : 0;
}

/// Names in other languages: each in its column, as a list.
static void add_languages(const layer *l, OGRFeatureH f, const sm_new_place *p, uint32_t place) {
  for (int i = 0; i < OGR_FD_GetFieldCount(l->columns.schema); i++) {
    OGRFieldDefnH field = OGR_FD_GetFieldDefn(l->columns.schema, i);
    if (strncmp(OGR_Fld_GetNameRef(field), "name:", 5) != 0) continue;
    char **list = OGR_Fld_GetType(field) == OFTStringList ? OGR_F_GetFieldAsStringList(f, i) : NULL;
    for (; list && *list; list++) sm_import_alias(l->import, place, p, sm_str_of(*list), 0);
  }
}

static sm_status add_place(layer *l, OGRFeatureH f, OGRGeometryH g, sm_new_place *p, const char *code,
                           sm_error *err) {
  sm_builder *b = &l->import->builder;
  sm_import_units(l->import, p, text_of(f, l->columns.country), (sm_str){0});
  sm_status status = sm_import_place(l->import, p, text_of(f, l->columns.names), "|;,", err);
  if (status) return status;
  uint32_t place = (uint32_t)b->briefs.n - 1;
  l->n_places++;
  if (l->columns.whos_on_first) add_languages(l, f, p, place);
  if (is_area(g) || is_line(g)) sm_shape_from_ogr(b, place, g);
  if (l->import->options->districts) set_code(b, place, sm_str_of(code));
  return SM_OK;
}

static sm_status import_feature(layer *l, OGRFeatureH f, sm_error *err) {
  const sm_build_options *options = l->import->options;
  OGRGeometryH g = OGR_F_GetGeometryRef(f);
  sm_str name = text_of(f, l->columns.name);
  double lon, lat, reach;
  l->n_rows++;
  if (!g || name.len == 0 || OGR_G_IsEmpty(g) || (options->districts && !is_area(g))) return SM_OK;
  if (l->to_wgs84 && OGR_G_Transform(g, l->to_wgs84) != OGRERR_NONE) return SM_OK;
  if (!point_of(g, &lon, &lat, &reach)) return SM_OK;
  char code[CODE_CAP], id[ID_CAP];
  read_code(l, f, code);
  bool wof = l->columns.whos_on_first;
  snprintf(id, sizeof id, "%s%s%s%s", wof ? "wof:" : "user:", wof ? "" : l->import->stem, wof ? "" : "#",
           code);
  if (sm_builder_by_id(&l->import->builder, sm_str_of(id)))
    return sm_fail(err, SM_ERROR_FORMAT, "%s: row %zu: id used twice: %.60s", l->path, l->n_rows, id);
  double radius = number_of(f, l->columns.radius), population = number_of(f, l->columns.population);
  const char *source = options->source_name ? options->source_name : wof ? "Who's On First" : l->import->stem;
  sm_new_place place = {.id = sm_str_of(id),
                        .name = name,
                        .source = sm_str_of(source),
                        .kind = kind_of(text_of(f, l->columns.kind), g, wof),
                        .flags = SM_PLACE_USER,
                        .lon = lon,
                        .lat = lat,
                        .radius_m = radius > 0 ? radius : reach,
                        .population = population < UINT32_MAX ? (uint32_t)population : 0,
                        .geonames = geonames_of(l, f)};
  if (!wof && !place.geonames && !options->districts) place.flags |= SM_PLACE_OWN;
  if (options->districts) place.kind = SM_KIND_ADM2;
  return add_place(l, f, g, &place, code, err);
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

static sm_status import_layer(sm_import *import, const char *path, OGRLayerH ogr, bool several,
                              size_t *n_places, sm_error *err) {
  const char *wanted = import->options->name_column;
  layer l = {.import = import,
             .path = path,
             .name = several ? OGR_L_GetName(ogr) : "",
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
    status = import_layer(import, path, GDALDatasetGetLayer(ds, i), GDALDatasetGetLayerCount(ds) > 1,
                          &n_places, err);
  GDALClose(ds);
  if (!status && n_places == 0)
    status = sm_fail(err, SM_ERROR_FORMAT, "%s: no row has a name and coordinates", path);
  return status;
}
