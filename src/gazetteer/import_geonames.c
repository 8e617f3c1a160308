#include <stdio.h>

#include "derive.h"
#include "fold.h"
#include "import.h"
#include "kind.h"
#include "lines.h"
#include "table.h"

/// Columns of a GeoNames dump (readme of its download folder).
enum {
  GN_ID,
  GN_NAME,
  GN_ASCII,
  GN_ALTERNATES,
  GN_LAT,
  GN_LON,
  GN_CLASS,
  GN_CODE,
  GN_COUNTRY,
  GN_CC2,
  GN_ADMIN1,
  GN_ADMIN2,
  GN_ADMIN3,
  GN_ADMIN4,
  GN_POPULATION,
  GN_ELEVATION,
  GN_DEM,
  GN_ZONE,
  GN_MODIFIED,
  GN_COLUMNS,
};

/// Columns of alternateNamesV2.
enum {
  ALT_ID,
  ALT_PLACE,
  ALT_LANGUAGE,
  ALT_NAME,
  ALT_PREFERRED,
  ALT_SHORT,
  ALT_COLLOQUIAL,
  ALT_HISTORIC,
  ALT_LEAST
};

/// Fields of a line; the number of them, at most cap.
static int split(sm_str line, sm_str *fields, int cap) {
  int n = 0;
  for (const char *p = line.ptr, *end = p + line.len; n < cap;) {
    const char *tab = memchr(p, '\t', (size_t)(end - p));
    fields[n++] = (sm_str){p, (size_t)((tab ? tab : end) - p)};
    if (!tab) break;
    p = tab + 1;
  }
  return n;
}

static bool is_number(sm_str s) {
  double number;
  return sm_parse_number(s, &number);
}

static bool is_dump_row(const sm_str *f, int n) {
  return n == GN_COLUMNS && is_number(f[GN_ID]);
}

static bool is_alternate_row(const sm_str *f, int n) {
  return n >= ALT_LEAST && n < GN_COLUMNS && is_number(f[ALT_ID]) && is_number(f[ALT_PLACE]);
}

bool sm_is_geonames(const char *path) {
  sm_lines *lines;
  sm_str line, fields[GN_COLUMNS + 1];
  bool end = true;
  if (sm_lines_open(path, &lines, NULL)) return false;
  sm_status status = sm_lines_next(lines, &line, &end, NULL);
  int n = status || end ? 0 : split(line, fields, GN_COLUMNS + 1);
  bool is = n && (is_dump_row(fields, n) || is_alternate_row(fields, n));
  sm_lines_close(lines);
  return is;
}

/// Features that reports of strikes name. Streams, schools, hotels and the like only bring namesakes.
static sm_place_kind kind_of(char class, sm_str code) {
  static const struct {
    const char *code;
    sm_place_kind kind;
  } rows[] = {
      {"ADM1", SM_KIND_ADM1},     {"ADM2", SM_KIND_ADM2},     {"ADM3", SM_KIND_ADM2},
      {"ADMD", SM_KIND_ADM2},     {"SEA", SM_KIND_SEA},       {"GULF", SM_KIND_SEA},
      {"BAY", SM_KIND_SEA},       {"STRT", SM_KIND_STRAIT},   {"LK", SM_KIND_LAKE},
      {"RSV", SM_KIND_LAKE},      {"ISL", SM_KIND_ISLAND},    {"ISLS", SM_KIND_ISLAND},
      {"MT", SM_KIND_MOUNTAIN},   {"MTS", SM_KIND_MOUNTAIN},  {"PK", SM_KIND_MOUNTAIN},
      {"PASS", SM_KIND_MOUNTAIN}, {"VAL", SM_KIND_MOUNTAIN},  {"DSRT", SM_KIND_MOUNTAIN},
      {"PLAT", SM_KIND_MOUNTAIN}, {"RDGE", SM_KIND_MOUNTAIN}, {"HLL", SM_KIND_MOUNTAIN},
      {"HLLS", SM_KIND_MOUNTAIN}, {"RGN", SM_KIND_REGION},    {"AIRP", SM_KIND_AIRPORT},
      {"AIRF", SM_KIND_AIRPORT},  {"AIRB", SM_KIND_BASE},     {"MILB", SM_KIND_BASE},
      {"INSM", SM_KIND_BASE},     {"NVB", SM_KIND_BASE},      {"FT", SM_KIND_BASE},
      {"DAM", SM_KIND_SITE},      {"PS", SM_KIND_SITE},       {"PSN", SM_KIND_SITE},
      {"OILF", SM_KIND_SITE},     {"OILR", SM_KIND_SITE},     {"GASF", SM_KIND_SITE},
      {"PRT", SM_KIND_SITE},      {"HBR", SM_KIND_SITE},      {"CMPRF", SM_KIND_SITE},
      {"CMP", SM_KIND_SITE},      {"BRDR", SM_KIND_SITE},     {"PSTB", SM_KIND_SITE},
      {"STM", SM_KIND_RIVER},
  };
  if (class == 'P') return SM_KIND_CITY;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (sm_str_equal(code, sm_str_of(rows[i].code))) return rows[i].kind;
  return SM_KIND_UNKNOWN;
}

static sm_status bad_line(const sm_lines *lines, const char *path, const char *what, sm_error *err) {
  unsigned long long n = sm_lines_number(lines);
  return sm_fail_at(err, SM_ERROR_FORMAT, SM_NO_OFFSET, n, "%s: line %llu: %s", path, n, what);
}

/// A district of the base at a point of its province that bears the name, or 0.
static sm_place_ref district_named(const sm_import *import, sm_place_ref adm1, sm_str name) {
  enum { LOOK_AT = 32 };
  sm_candidate c[LOOK_AT];
  size_t n = sm_gazetteer_find(import->base, sm_name_key(name, NULL), c, LOOK_AT);
  for (size_t i = 0; i < n && i < LOOK_AT; i++) {
    sm_place_brief brief = sm_gazetteer_brief(import->base, c[i].place);
    if (brief.kind == SM_KIND_ADM2 && brief.adm1 == adm1) return c[i].place;
  }
  return 0;
}

/// The district of the base that a row of a dump tells of: by its code, by its number (often its code), by
/// its name.
static sm_place_ref known_district(const sm_import *import, const sm_str *f, double lon, double lat,
                                   sm_str id) {
  char by_number[64];
  sm_place_ref ref = id.len ? sm_gazetteer_by_id(import->base, id) : 0;
  int n = snprintf(by_number, sizeof by_number, "gn:%.*s.%.*s.%.*s", SM_STR_ARG(f[GN_COUNTRY]),
                   SM_STR_ARG(f[GN_ADMIN1]), SM_STR_ARG(f[GN_ID]));
  if (!ref && n > 0 && (size_t)n < sizeof by_number)
    ref = sm_gazetteer_by_id(import->base, (sm_str){by_number, (size_t)n});
  sm_place_ref adm1 = sm_boundary_locate(import->base, lon, lat).adm1;
  if (!ref && adm1) ref = district_named(import, adm1, f[GN_NAME]);
  sm_str names = f[GN_ALTERNATES], name;
  while (!ref && adm1 && sm_next_part(&names, ',', &name)) ref = district_named(import, adm1, name);
  return ref;
}

/// A unit that the base has already: only its names are new. True when nothing else is left to do.
static bool add_unit_names(sm_import *import, const sm_str *f, const sm_new_place *p, sm_str district_id) {
  if (!import->base || p->kind > SM_KIND_ADM2) return false;
  if (p->kind == SM_KIND_ADM1) return true;
  bool second = sm_str_equal(f[GN_CODE], SM_STR("ADM2"));
  sm_place_ref ref = second ? known_district(import, f, p->lon, p->lat, district_id) : 0;
  uint32_t row = sm_builder_extern(&import->builder, ref);
  sm_str names = f[GN_ALTERNATES], name;
  if (!row) return false;
  sm_place unit;
  sm_gazetteer_place(import->base, ref, &unit);
  sm_builder_index_name(&import->builder, row, f[GN_NAME], 0);
  sm_derive_names(&import->builder, row, f[GN_NAME], SM_KIND_ADM2, sm_str_of(unit.iso3), 0);
  while (sm_next_part(&names, ',', &name)) {
    sm_builder_index_name(&import->builder, row, name, 0);
    sm_derive_names(&import->builder, row, name, SM_KIND_ADM2, sm_str_of(unit.iso3), 0);
  }
  return true;
}

static void keep_newest(sm_import *import, sm_str date) {
  if (date.len == 10 && memcmp(date.ptr, import->newest, 10) > 0) memcpy(import->newest, date.ptr, 10);
}

static sm_status import_row(sm_import *import, const sm_lines *lines, const char *path, const sm_str *f,
                            sm_error *err) {
  char id[80], district[64];
  double number, lon, lat, population;
  sm_place_kind kind = kind_of(f[GN_CLASS].len ? *f[GN_CLASS].ptr : 0, f[GN_CODE]);
  if (kind == SM_KIND_UNKNOWN) return SM_OK;
  if (!sm_parse_number(f[GN_ID], &number) || number > UINT32_MAX)
    return bad_line(lines, path, "no GeoNames number", err);
  uint32_t geonames = number >= 1 ? (uint32_t)number : 0; // other services write -1 for what GeoNames lacks
  if (!sm_parse_number(f[GN_LON], &lon) || !sm_parse_number(f[GN_LAT], &lat) || lon < -180 || lon > 180 ||
      lat < -90 || lat > 90)
    return bad_line(lines, path, "no coordinates, or out of range", err);
  if (!sm_parse_number(f[GN_POPULATION], &population) || population < 0 || population > UINT32_MAX)
    population = 0;
  if (geonames)
    snprintf(id, sizeof id, "geonames:%lu", (unsigned long)geonames);
  else
    snprintf(id, sizeof id, "user:%.40s#line%llu", import->stem, (unsigned long long)sm_lines_number(lines));
  int n = snprintf(district, sizeof district, "gn:%.*s.%.*s.%.*s", SM_STR_ARG(f[GN_COUNTRY]),
                   SM_STR_ARG(f[GN_ADMIN1]), SM_STR_ARG(f[GN_ADMIN2]));
  sm_str district_id = {district, f[GN_ADMIN2].len && n > 0 && (size_t)n < sizeof district ? (size_t)n : 0};
  if (f[GN_NAME].len == 0 || sm_builder_by_id(&import->builder, sm_str_of(id))) return SM_OK;
  sm_new_place place = {.id = sm_str_of(id),
                        .name = f[GN_NAME],
                        .source = import->options->source_name ? sm_str_of(import->options->source_name)
                                                               : SM_STR("GeoNames"),
                        .kind = kind,
                        .flags = SM_PLACE_USER | sm_feature_flags(f[GN_CODE]),
                        .lon = lon,
                        .lat = lat,
                        .population = (uint32_t)population,
                        .geonames = geonames};
  if (add_unit_names(import, f, &place, district_id)) return SM_OK;
  sm_import_units(import, &place, f[GN_COUNTRY], district_id);
  keep_newest(import, f[GN_MODIFIED]);
  import->geonames = true;
  return sm_import_place(import, &place, f[GN_ALTERNATES], ",", err);
}

static sm_status import_alternate(sm_import *import, const sm_str *f, int n) {
  static const char *const no_names[] = {"link", "post", "iata", "icao", "faac",
                                         "unlc", "wkdt", "phon", "piny"};
  char id[40];
  for (size_t i = 0; i < sizeof no_names / sizeof *no_names; i++)
    if (sm_str_equal(f[ALT_LANGUAGE], sm_str_of(no_names[i]))) return SM_OK;
  snprintf(id, sizeof id, "geonames:%.*s", f[ALT_PLACE].len < 20 ? (int)f[ALT_PLACE].len : 0,
           f[ALT_PLACE].ptr);
  uint32_t place = sm_builder_by_id(&import->builder, sm_str_of(id));
  uint32_t flags = n > ALT_HISTORIC && sm_str_equal(f[ALT_HISTORIC], SM_STR("1")) ? SM_NAME_FORMER : 0;
  if (place) sm_builder_index_name(&import->builder, place, f[ALT_NAME], flags);
  return SM_OK;
}

sm_status sm_import_geonames(sm_import *import, const char *path, sm_error *err) {
  sm_lines *lines;
  sm_str line, f[GN_COLUMNS + 1];
  bool end = false;
  sm_status status = sm_lines_open(path, &lines, err);
  if (status) return status;
  while (!(status = sm_lines_next(lines, &line, &end, err)) && !end) {
    int n = split(line, f, GN_COLUMNS + 1);
    if (is_dump_row(f, n))
      status = import_row(import, lines, path, f, err);
    else if (is_alternate_row(f, n))
      status = import_alternate(import, f, n);
    else if (line.len)
      status = bad_line(lines, path, "neither a place nor a name as GeoNames writes them", err);
    if (!status && sm_lines_number(lines) % 16384 == 0 && !sm_import_tell(import, sm_lines_done(lines), path))
      status = sm_fail(err, SM_ERROR_STOPPED, "building the gazetteer was stopped");
    if (status) break;
  }
  sm_lines_close(lines);
  return status;
}
