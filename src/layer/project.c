#include "project.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <ctype.h>
#include <math.h>
#include <ogr_api.h>
#include <stdlib.h>

#include "collection_private.h"
#include "style_data.h"

typedef struct extent {
  double west, south, east, north;
  sm_date first, last;
  bool any;
} extent;

/// The print layout's map is 205 by 165 mm: give the box its shape, so that it fills the frame.
static void widen(extent *e) {
  const double SHAPE = 205.0 / 165.0;
  double w = e->east - e->west, h = e->north - e->south;
  double dx = w < h * SHAPE ? (h * SHAPE - w) / 2 : 0, dy = w > h * SHAPE ? (w / SHAPE - h) / 2 : 0;
  e->west -= dx, e->east += dx;
  e->south -= dy, e->north += dy;
}

static extent extent_of(const sm_collection *c) {
  const double MARGIN = 0.2, LEAST = 4; // degrees: a single town keeps its surroundings
  extent e = {180, 90, -180, -90, INT32_MAX, INT32_MIN, false};
  for (size_t i = 0; i < c->merged.n; i++) {
    const sm_value *v = c->merged.strikes[i]->v;
    if (c->dropped[i]) continue;
    if (v[SM_S_DATE_START].type == SM_DAY && v[SM_S_DATE_START].i < e.first)
      e.first = (sm_date)v[SM_S_DATE_START].i;
    if (v[SM_S_DATE_END].type == SM_DAY && v[SM_S_DATE_END].i > e.last) e.last = (sm_date)v[SM_S_DATE_END].i;
    if (v[SM_S_LON].type != SM_REAL || v[SM_S_LAT].type != SM_REAL) continue;
    e.any = true;
    e.west = fmin(e.west, v[SM_S_LON].r), e.east = fmax(e.east, v[SM_S_LON].r);
    e.south = fmin(e.south, v[SM_S_LAT].r), e.north = fmax(e.north, v[SM_S_LAT].r);
  }
  if (!e.any) e = (extent){-180, -60, 180, 80, e.first, e.last, false};
  double dx = fmax((e.east - e.west) * MARGIN, LEAST), dy = fmax((e.north - e.south) * MARGIN, LEAST);
  e.west = fmax(e.west - dx, -180), e.east = fmin(e.east + dx, 180);
  e.south = fmax(e.south - dy, -90), e.north = fmin(e.north + dy, 90);
  widen(&e);
  if (e.last < e.first) e.first = e.last = 0;
  return e;
}

static bool meets(const sm_outline *o, const extent *e) {
  const double ROUND = 10; // the print layout may show more than the box
  double west = 180, south = 90, east = -180, north = -90;
  for (uint32_t r = 0; r < o->n; r++)
    for (uint32_t i = 0; i < o->rings[r].n; i++) {
      const double *p = &o->rings[r].xy[2 * i];
      west = fmin(west, p[0]), east = fmax(east, p[0]);
      south = fmin(south, p[1]), north = fmax(north, p[1]);
    }
  return west <= e->east + ROUND && east >= e->west - ROUND && south <= e->north + ROUND &&
         north >= e->south - ROUND;
}

static OGRLayerH base_layer(sm_writer *writer) {
  OGRSpatialReferenceH wgs84 = sm_wgs84();
  GDALDatasetH dataset = sm_writer_dataset(writer);
  OGRLayerH layer = GDALDatasetGetLayerByName(dataset, "base_map");
  if (!layer)
    layer =
        GDALDatasetCreateLayer(dataset, "base_map", wgs84, wkbMultiPolygon, sm_writer_layer_options(writer));
  OSRRelease(wgs84);
  if (!layer || OGR_FD_GetFieldCount(OGR_L_GetLayerDefn(layer))) return layer;
  static const char *const names[] = {"iso3", "name"};
  for (int i = 0; layer && i < 2; i++) {
    OGRFieldDefnH field = OGR_Fld_Create(names[i], OFTString);
    if (OGR_L_CreateField(layer, field, TRUE) != OGRERR_NONE) layer = NULL;
    OGR_Fld_Destroy(field);
  }
  return layer;
}

static sm_status add_country(const sm_gazetteer *gazetteer, sm_place_ref country, const char *iso3,
                             const extent *e, OGRLayerH layer, sm_error *err) {
  sm_outline outline = {0};
  sm_place place;
  sm_status status = sm_boundary_outline(gazetteer, country, &outline, err);
  if (!status && outline.n && meets(&outline, e)) {
    sm_gazetteer_place(gazetteer, country, &place);
    OGRFeatureH f = OGR_F_Create(OGR_L_GetLayerDefn(layer));
    OGR_F_SetFieldString(f, OGR_F_GetFieldIndex(f, "iso3"), iso3);
    OGR_F_SetFieldString(f, OGR_F_GetFieldIndex(f, "name"), CPLSPrintf("%.*s", SM_STR_ARG(place.name)));
    OGR_F_SetGeometryDirectly(f, sm_outline_geometry(&outline));
    if (OGR_L_CreateFeature(layer, f) != OGRERR_NONE) status = sm_gdal_fail(err, "base_map");
    OGR_F_Destroy(f);
  }
  sm_outline_free(&outline);
  return status;
}

/// All countries near the strikes, by asking for every possible code.
static sm_status write_base_map(const sm_gazetteer *gazetteer, const extent *e, sm_writer *writer,
                                sm_error *err) {
  OGRLayerH layer = base_layer(writer);
  sm_status status = layer ? SM_OK : sm_gdal_fail(err, "base_map");
  if (layer && OGR_L_GetFeatureCount(layer, TRUE) > 0) return SM_OK;
  for (int code = 0; !status && gazetteer && code < 26 * 26 * 26; code++) {
    char iso3[] = {(char)('A' + code / 676), (char)('A' + code / 26 % 26), (char)('A' + code % 26), 0};
    sm_place_ref country = sm_gazetteer_country(gazetteer, iso3);
    if (country) status = add_country(gazetteer, country, iso3, e, layer, err);
  }
  return status;
}

typedef struct filling {
  const char *key;
  char *value; ///< escaped for XML
} filling;

static const char *value_of(const filling *fillings, const char *key, size_t len) {
  for (; fillings->key; fillings++)
    if (strlen(fillings->key) == len && !strncmp(fillings->key, key, len)) return fillings->value;
  return NULL;
}

/// The template with each @KEY@ replaced.
static void fill(const char *template, const filling *fillings, sm_buffer *out) {
  for (const char *at = template; *at;) {
    const char *sign = strchr(at, '@'), *end = sign ? strchr(sign + 1, '@') : NULL;
    const char *value = end ? value_of(fillings, sign + 1, (size_t)(end - sign) - 1) : NULL;
    size_t plain = value ? (size_t)(sign - at) : sign ? (size_t)(sign - at) + 1 : strlen(at);
    sm_buffer_add(out, at, plain);
    at += plain;
    if (!value) continue;
    sm_buffer_add_str(out, sm_str_of(value));
    at = end + 1;
  }
}

static char *number(double v) {
  return CPLStrdup(CPLSPrintf("%.6f", v));
}

static char *day(sm_date date) {
  char text[11];
  sm_date_format_iso(date, text);
  return CPLStrdup(text);
}

static const char *title_of(const sm_collection *c) {
  const char *title = c->n_reports == 1 ? sm_value_str(c->reports[0].v[SM_R_TITLE]).ptr : NULL;
  return title && !c->options.generalise.drop ? title : "Reported strikes";
}

/// GDAL stamps an entry with the time of day: put the first day of the format (1980-01-01) there, in the
/// entry's own head and in the directory at the end, so that the same input gives the same bytes.
static bool unstamp(const char *path) {
  enum { TIME_IN_HEAD = 10, TIME_IN_DIRECTORY = 12, END_BYTES = 22, DIRECTORY_IN_END = 16 };
  static const unsigned char first_day[] = {0, 0, 0x21, 0};
  unsigned char at[4];
  VSILFILE *f = VSIFOpenL(path, "rb+");
  bool good = f && VSIFSeekL(f, 0, SEEK_END) == 0 && VSIFTellL(f) >= END_BYTES;
  vsi_l_offset end = good ? VSIFTellL(f) - END_BYTES : 0;
  good = good && VSIFSeekL(f, end + DIRECTORY_IN_END, SEEK_SET) == 0 && VSIFReadL(at, 1, 4, f) == 4;
  vsi_l_offset directory = good ? at[0] | at[1] << 8 | at[2] << 16 | (vsi_l_offset)at[3] << 24 : 0;
  const vsi_l_offset places[] = {TIME_IN_HEAD, directory + TIME_IN_DIRECTORY};
  for (int i = 0; good && i < 2; i++)
    good = VSIFSeekL(f, places[i], SEEK_SET) == 0 && VSIFWriteL(first_day, 1, 4, f) == 4;
  if (f && VSIFCloseL(f) != 0) good = false;
  return good;
}

static sm_status write_zip(const char *path, const char *name, const sm_buffer *qgs, sm_error *err) {
  char *inside = CPLStrdup(CPLSPrintf("/vsizip/{%s}/%s.qgs", path, name));
  VSILFILE *f = VSIFOpenL(inside, "wb");
  bool done = f && VSIFWriteL(qgs->bytes, 1, qgs->len, f) == qgs->len;
  if (f && VSIFCloseL(f) != 0) done = false;
  done = done && unstamp(path);
  CPLFree(inside);
  return done ? SM_OK : sm_gdal_fail(err, path);
}

static sm_status write_qgz(const sm_collection *c, const extent *e, const sm_writer *writer, sm_error *err) {
  const char *credits = "Places: GeoNames (CC BY 4.0). Boundaries: Natural Earth (public domain).";
  const filling fillings[] = {{"FILE", CPLEscapeString(sm_writer_file_name(writer), -1, CPLES_XML)},
                              {"TITLE", CPLEscapeString(title_of(c), -1, CPLES_XML)},
                              {"CREDITS", CPLStrdup(credits)},
                              {"XMIN", number(e->west)},
                              {"XMAX", number(e->east)},
                              {"YMIN", number(e->south)},
                              {"YMAX", number(e->north)},
                              {"START", day(e->first)},
                              {"END", day(e->last + 1)},
                              {NULL, NULL}};
  sm_buffer qgs = {0}, styled = {0};
  sm_palette_fill(sm_writer_palette(writer), project_qgs, &styled);
  sm_buffer_add_char(&styled, 0);
  if (!styled.failed) fill(styled.bytes, fillings, &qgs);
  qgs.failed |= styled.failed;
  sm_buffer_free(&styled);
  for (const filling *f = fillings; f->key; f++) CPLFree(f->value);
  char *path = sm_writer_beside(writer, "qgz"), *name = CPLStrdup(CPLGetBasename(path));
  sm_status status =
      qgs.failed ? sm_fail(err, SM_ERROR_MEMORY, "out of memory") : write_zip(path, name, &qgs, err);
  CPLFree(path);
  CPLFree(name);
  sm_buffer_free(&qgs);
  return status;
}

sm_status sm_project_write(sm_collection *c, sm_writer *writer, sm_error *err) {
  GDALDriverH driver = GDALGetDatasetDriver(sm_writer_dataset(writer));
  if (!EQUAL(GDALGetDriverShortName(driver), "GPKG"))
    return sm_fail(err, SM_ERROR_USAGE, "-project: only beside a GeoPackage");
  extent e = extent_of(c);
  sm_status status = write_base_map(c->options.gazetteer, &e, writer, err);
  return status ? status : write_qgz(c, &e, writer, err);
}
