// A table to points: every input column is kept, the found place and its uncertainty are added.
#include <cpl_conv.h>
#include <cpl_string.h>
#include <gdal.h>
#include <math.h>
#include <ogr_api.h>
#include <stdio.h>
#include <strings.h>

#include "cell.h"
#include "command.h"
#include "file.h"
#include "writer.h"

enum { ADDED = 16 };
static const struct {
  const char *name;
  OGRFieldType type;
} added[ADDED] = {
    {"radius_m", OFTReal},     {"place", OFTString},
    {"place_id", OFTString},   {"place_src", OFTString},
    {"loc_method", OFTString}, {"where_prec", OFTInteger},
    {"conf", OFTReal},         {"n_candidates", OFTInteger},
    {"reason", OFTString},     {"match_country", OFTString},
    {"match_iso3", OFTString}, {"match_adm1", OFTString},
    {"match_adm2", OFTString}, {"nearest", OFTString},
    {"nearest_m", OFTReal},    {"nearest_azimuth", OFTReal},
};

typedef struct geocode_run {
  const sm_options *o;
  sm_engine engine;
  OGRLayerH in, out;
  OGRFeatureDefnH in_defn;
  int place, adm2, adm1, country, lon, lat; ///< columns, -1 none
  int first_added;
  int n_added;
  size_t rows, placed, by_unit;
} geocode_run;

static int column_of(OGRFeatureDefnH defn, const char *given, const char *const *guesses) {
  if (given) return OGR_FD_GetFieldIndex(defn, given);
  for (; *guesses; guesses++)
    for (int i = 0; i < OGR_FD_GetFieldCount(defn); i++)
      if (!strcasecmp(OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(defn, i)), *guesses)) return i;
  return -1;
}

static sm_status need_column(const char *option, const char *given, int found, sm_error *err) {
  if (!given || found >= 0) return SM_OK;
  return sm_fail(err, SM_ERROR_USAGE, "--%s: the table has no column \"%s\"", option, given);
}

static sm_status find_columns(geocode_run *r, sm_error *err) {
  static const char *const places[] = {"where_description",
                                       "where_coordinates",
                                       "location",
                                       "place",
                                       "where",
                                       "place_name",
                                       "site",
                                       "town",
                                       "village",
                                       "city",
                                       "name",
                                       "address",
                                       NULL};
  static const char *const adm2s[] = {"admin2", "adm2", "adm_2", "district", "county", "raion", NULL};
  static const char *const adm1s[] = {"admin1", "adm1",        "adm_1",  "province", "state",
                                      "oblast", "governorate", "region", NULL};
  static const char *const countries[] = {"country", "iso3", "iso_a3", "country_name", NULL};
  static const char *const lons[] = {"lon", "longitude", "long", "lng", "x", NULL};
  static const char *const lats[] = {"lat", "latitude", "y", NULL};
  const sm_options *o = r->o;
  OGRFeatureDefnH d = r->in_defn;
  r->place = column_of(d, o->place, places);
  r->adm2 = column_of(d, o->admin2, adm2s);
  r->adm1 = column_of(d, o->admin1, adm1s);
  r->country = column_of(d, o->country, countries);
  r->lon = column_of(d, o->lon, lons);
  r->lat = column_of(d, o->lat, lats);
  sm_status status = need_column("place", o->place, r->place, err);
  if (!status) status = need_column("admin2", o->admin2, r->adm2, err);
  if (!status) status = need_column("admin1", o->admin1, r->adm1, err);
  if (!status) status = need_column("country", o->country, r->country, err);
  if (!status) status = need_column("lon", o->lon, r->lon, err);
  if (!status) status = need_column("lat", o->lat, r->lat, err);
  if (status) return status;
  if (!o->reverse && r->place < 0 && r->adm2 < 0 && r->adm1 < 0)
    return sm_fail(err, SM_ERROR_USAGE, "%s: no column looks like a place; name it with --place",
                   o->inputs.items[0]);
  return SM_OK;
}

static bool taken(OGRFeatureDefnH in, OGRFeatureDefnH out, const char *name) {
  if (!strcasecmp(name, "fid") || !strcasecmp(name, "geom")) return true;
  for (int i = 0; i < OGR_FD_GetFieldCount(in); i++)
    if (!strcasecmp(OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(in, i)), name)) return true;
  return out && OGR_FD_GetFieldIndex(out, name) >= 0;
}

static sm_status make_fields(geocode_run *r, sm_error *err) {
  for (int i = 0; i < OGR_FD_GetFieldCount(r->in_defn); i++) {
    OGRFieldDefnH field = OGR_FD_GetFieldDefn(r->in_defn, i);
    const char *name = OGR_Fld_GetNameRef(field);
    OGRFieldDefnH copy = OGR_Fld_Create(name, OGR_Fld_GetType(field));
    OGR_Fld_SetSubType(copy, OGR_Fld_GetSubType(field));
    if (!strcasecmp(name, "fid") || !strcasecmp(name, "geom"))
      OGR_Fld_SetName(copy, CPLSPrintf("%s_sm", name));
    OGRErr e = OGR_L_CreateField(r->out, copy, TRUE);
    OGR_Fld_Destroy(copy);
    if (e != OGRERR_NONE) return sm_gdal_fail(err, r->o->output);
  }
  r->first_added = OGR_FD_GetFieldCount(OGR_L_GetLayerDefn(r->out));
  r->n_added = r->o->reverse ? ADDED : ADDED - 3;
  for (int i = 0; i < r->n_added; i++) {
    const char *name =
        taken(r->in_defn, NULL, added[i].name) ? CPLSPrintf("%s_sm", added[i].name) : added[i].name;
    OGRFieldDefnH field = OGR_Fld_Create(name, added[i].type);
    OGRErr e = OGR_L_CreateField(r->out, field, TRUE);
    OGR_Fld_Destroy(field);
    if (e != OGRERR_NONE) return sm_gdal_fail(err, r->o->output);
  }
  return SM_OK;
}

static sm_str text_of(OGRFeatureH f, int column) {
  if (column < 0 || !OGR_F_IsFieldSetAndNotNull(f, column)) return (sm_str){0};
  return sm_str_of(OGR_F_GetFieldAsString(f, column));
}

static void put_text(const geocode_run *r, OGRFeatureH f, int which, sm_str text) {
  char copy[1024];
  if (!text.len) return;
  size_t n = text.len < sizeof copy - 1 ? text.len : sizeof copy - 1;
  memcpy(copy, text.ptr, n);
  copy[n] = '\0';
  OGR_F_SetFieldString(f, r->first_added + which, copy);
}

/// The country of what lies in `by` by the view that was asked for.
static void put_country(const geocode_run *r, OGRFeatureH f, sm_place_ref by, sm_place_ref country) {
  sm_place p;
  if (!by) by = country;
  if (!by) return;
  sm_gazetteer_place(r->engine.gazetteer, by, &p);
  sm_place_ref un = p.country;
  sm_gazetteer_as_viewed(r->engine.gazetteer, &p);
  sm_gazetteer_place(r->engine.gazetteer, p.country != un ? p.country : country, &p);
  put_text(r, f, 9, p.name);
  put_text(r, f, 10, sm_str_of(p.iso3));
}

static void put_unit_name(const geocode_run *r, OGRFeatureH f, int which, sm_place_ref unit) {
  sm_place p;
  if (!unit) return;
  sm_gazetteer_place(r->engine.gazetteer, unit, &p);
  put_text(r, f, which, p.name);
}

static void put_point(OGRFeatureH f, double lon, double lat) {
  if (isnan(lon)) return;
  OGRGeometryH g = OGR_G_CreateGeometry(wkbPoint);
  OGR_G_SetPoint_2D(g, 0, lon, lat);
  OGR_F_SetGeometryDirectly(f, g);
}

static void put_match(geocode_run *r, OGRFeatureH f, const sm_cell_match *m) {
  static const char *const methods[] = {NULL,      "gazetteer", "relation", "border",
                                        "between", "inferred",  "table",    "analyst"};
  const sm_location *l = &m->location;
  OGR_F_SetFieldInteger(f, r->first_added + 7, (int)m->n_candidates);
  put_text(r, f, 8, sm_str_of(l->reason));
  if (l->method == SM_LOC_NONE || isnan(l->lon)) return;
  r->placed++;
  r->by_unit += l->where_prec >= 3;
  put_point(f, l->lon, l->lat);
  OGR_F_SetFieldDouble(f, r->first_added, round((double)l->radius_m));
  put_text(r, f, 1, l->name);
  if (l->place) {
    sm_place p;
    sm_gazetteer_place(r->engine.gazetteer, l->place, &p);
    put_text(r, f, 2, p.id);
    put_text(r, f, 3, p.source);
  }
  put_text(r, f, 4, sm_str_of(methods[l->method]));
  OGR_F_SetFieldInteger(f, r->first_added + 5, l->where_prec);
  OGR_F_SetFieldDouble(f, r->first_added + 6, round((double)l->conf * 1000) / 1000);
  put_country(r, f, l->place ? l->place : l->adm1, l->country);
  put_unit_name(r, f, 11, l->adm1);
  put_unit_name(r, f, 12, l->adm2);
}

static bool point_of(const geocode_run *r, OGRFeatureH f, double *lon, double *lat) {
  OGRGeometryH g = OGR_F_GetGeometryRef(f);
  if (r->lon >= 0 && r->lat >= 0) {
    if (!text_of(f, r->lon).len || !text_of(f, r->lat).len) return false;
    *lon = OGR_F_GetFieldAsDouble(f, r->lon);
    *lat = OGR_F_GetFieldAsDouble(f, r->lat);
  } else {
    if (!g || OGR_G_IsEmpty(g) || wkbFlatten(OGR_G_GetGeometryType(g)) != wkbPoint) return false;
    *lon = OGR_G_GetX(g, 0);
    *lat = OGR_G_GetY(g, 0);
  }
  return *lon >= -180 && *lon <= 180 && *lat >= -90 && *lat <= 90;
}

static void put_reverse(geocode_run *r, OGRFeatureH from, OGRFeatureH f) {
  double lon, lat;
  sm_reverse_match m;
  if (!point_of(r, from, &lon, &lat)) {
    put_text(r, f, 8, SM_STR("the row has no point"));
    return;
  }
  sm_geocode_reverse(r->engine.geocoder, lon, lat, &m);
  put_point(f, lon, lat);
  r->placed++;
  put_country(r, f, m.units.adm1, m.units.country);
  put_unit_name(r, f, 11, m.units.adm1);
  put_unit_name(r, f, 12, m.units.adm2);
  put_text(r, f, 8,
           m.units.country ? SM_STR("units that hold the point")
           : m.units.sea   ? SM_STR("on water")
                           : SM_STR("no unit holds the point"));
  if (!m.nearest) return;
  put_unit_name(r, f, 13, m.nearest);
  OGR_F_SetFieldDouble(f, r->first_added + 14, round(m.distance_m));
  OGR_F_SetFieldDouble(f, r->first_added + 15, round(m.azimuth));
}

static sm_status code_row(geocode_run *r, OGRFeatureH from, sm_error *err) {
  OGRFeatureH f = OGR_F_Create(OGR_L_GetLayerDefn(r->out));
  for (int i = 0; i < OGR_FD_GetFieldCount(r->in_defn); i++)
    if (OGR_F_IsFieldSetAndNotNull(from, i)) OGR_F_SetFieldRaw(f, i, OGR_F_GetRawFieldRef(from, i));
  sm_status status = SM_OK;
  r->rows++;
  if (r->o->reverse)
    put_reverse(r, from, f);
  else {
    sm_cell cell = {text_of(from, r->place), text_of(from, r->adm2), text_of(from, r->adm1),
                    text_of(from, r->country)};
    char texts[4][2048];
    sm_str *parts[] = {&cell.place, &cell.adm2, &cell.adm1, &cell.country};
    for (int i = 0; i < 4; i++) { // OGR lends one text at a time
      sm_str again = text_of(from, (int[]){r->place, r->adm2, r->adm1, r->country}[i]);
      size_t n = again.len < sizeof texts[i] ? again.len : sizeof texts[i] - 1;
      if (n) memcpy(texts[i], again.ptr, n);
      *parts[i] = (sm_str){texts[i], n};
    }
    sm_cell_match m;
    status = sm_geocode_cell(r->engine.geocoder, &cell, &m, err);
    if (!status) put_match(r, f, &m);
  }
  if (!status && OGR_L_CreateFeature(r->out, f) != OGRERR_NONE) status = sm_gdal_fail(err, r->o->output);
  OGR_F_Destroy(f);
  return status;
}

static sm_status code_rows(geocode_run *r, sm_error *err) {
  sm_status status = SM_OK;
  OGR_L_ResetReading(r->in);
  for (OGRFeatureH f; !status && (f = OGR_L_GetNextFeature(r->in));) {
    status = code_row(r, f, err);
    OGR_F_Destroy(f);
  }
  return status;
}

static GDALDriverH driver_of(const sm_options *o, sm_error *err) {
  static const struct {
    const char *extension, *driver;
  } known[] = {{".gpkg", "GPKG"},           {".geojson", "GeoJSON"}, {".json", "GeoJSON"},
               {".geojsonl", "GeoJSONSeq"}, {".csv", "CSV"},         {".fgb", "FlatGeobuf"},
               {".shp", "ESRI Shapefile"},  {".sqlite", "SQLite"},   {".kml", "LIBKML"}};
  const char *name = o->format;
  sm_str extension = sm_path_extension(o->output);
  for (size_t i = 0; !name && i < sizeof known / sizeof *known; i++)
    if (sm_str_equal(extension, sm_str_of(known[i].extension))) name = known[i].driver;
  GDALDriverH driver = name ? GDALGetDriverByName(name) : NULL;
  if (!driver)
    sm_fail(err, SM_ERROR_USAGE, "%s: %s", o->output,
            name ? "no such output format" : "tell the format with -f");
  return driver;
}

static sm_status write_to(geocode_run *r, const char *path, GDALDriverH driver, sm_error *err) {
  char **dsco = NULL, **lco = NULL;
  for (size_t i = 0; i < r->o->dsco.n; i++) dsco = CSLAddString(dsco, r->o->dsco.items[i]);
  for (size_t i = 0; i < r->o->lco.n; i++) lco = CSLAddString(lco, r->o->lco.items[i]);
  if (EQUAL(GDALGetDriverShortName(driver), "CSV") && !CSLFetchNameValue(lco, "GEOMETRY"))
    lco = CSLSetNameValue(lco, "GEOMETRY", "AS_XY");
  if (EQUAL(GDALGetDriverShortName(driver), "GeoJSON")) lco = CSLSetNameValue(lco, "RFC7946", "YES");
  GDALDatasetH out = GDALCreate(driver, path, 0, 0, 0, GDT_Unknown, dsco);
  OGRSpatialReferenceH srs = sm_wgs84();
  r->out =
      out ? GDALDatasetCreateLayer(out, r->o->layer_name ? r->o->layer_name : "places", srs, wkbPoint, lco)
          : NULL;
  sm_status status = r->out ? make_fields(r, err) : sm_gdal_fail(err, r->o->output);
  if (!status && GDALDatasetTestCapability(out, ODsCTransactions)) GDALDatasetStartTransaction(out, FALSE);
  if (!status) status = code_rows(r, err);
  if (!status && GDALDatasetTestCapability(out, ODsCTransactions) &&
      GDALDatasetCommitTransaction(out) != OGRERR_NONE)
    status = sm_gdal_fail(err, r->o->output);
  if (out) GDALClose(out);
  OSRRelease(srs);
  CSLDestroy(dsco);
  CSLDestroy(lco);
  return status;
}

/// Written aside and renamed, so that nothing that existed is lost on failure.
static sm_status write_output(geocode_run *r, sm_error *err) {
  const sm_options *o = r->o;
  GDALDriverH driver = driver_of(o, err);
  if (!driver) return err->status;
  bool exists = sm_file_kind_of(o->output) != SM_FILE_NONE;
  if (exists && !o->overwrite)
    return sm_fail(err, SM_ERROR_EXISTS, "%s: exists already; -overwrite replaces it", o->output);
  sm_str extension = sm_path_extension(o->output);
  const char *aside = CPLSPrintf("%s.part%.*s", o->output, SM_STR_ARG(extension));
  char *path = CPLStrdup(aside);
  VSIUnlink(path);
  sm_status status = write_to(r, path, driver, err);
  if (!status && VSIRename(path, o->output))
    status = sm_fail(err, SM_ERROR_IO, "%s: cannot be written", o->output);
  if (status) VSIUnlink(path);
  CPLFree(path);
  return status;
}

static sm_status run(geocode_run *r, sm_error *err) {
  const sm_options *o = r->o;
  if (o->inputs.n != 1) return sm_fail(err, SM_ERROR_USAGE, "geocode: one table is needed");
  if (!o->output) return sm_fail(err, SM_ERROR_USAGE, "geocode: -o FILE is needed");
  GDALAllRegister();
  GDALDatasetH in = GDALOpenEx(o->inputs.items[0], GDAL_OF_VECTOR | GDAL_OF_READONLY, NULL, NULL, NULL);
  if (!in) return sm_gdal_fail(err, o->inputs.items[0]);
  sm_engine_options how = sm_options_engine(o);
  r->in = GDALDatasetGetLayer(in, 0);
  sm_status status = r->in ? sm_engine_open(&how, &r->engine, err)
                           : sm_fail(err, SM_ERROR_FORMAT, "%s: holds no table", o->inputs.items[0]);
  if (!status) {
    r->in_defn = OGR_L_GetLayerDefn(r->in);
    status = find_columns(r, err);
  }
  if (!status) status = write_output(r, err);
  GDALClose(in);
  return status;
}

int sm_command_geocode(const sm_options *options) {
  geocode_run r = {.o = options};
  sm_error error = {0};
  CPLPushErrorHandler(CPLQuietErrorHandler);
  sm_status status = run(&r, &error);
  CPLPopErrorHandler();
  sm_engine_close(&r.engine);
  if (status) return sm_report_error(&error);
  if (!options->quiet)
    fprintf(stderr, "strikemap: %zu rows, %zu placed, %zu of them by a unit alone, %zu not placed\n", r.rows,
            r.placed, r.by_unit, r.rows - r.placed);
  return SM_EXIT_DONE;
}
