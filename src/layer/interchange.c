#include "interchange.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <ctype.h>
#include <math.h>
#include <ogr_api.h>
#include <stdio.h>
#include <stdlib.h>

#include "collection_private.h"
#include "fold.h"
#include "sha256.h"
#include "version.h"

sm_status sm_schema_parse(const char *name, sm_schema *out, sm_error *err) {
  *out = SM_SCHEMA_OWN;
  if (!name) return SM_OK;
  if (EQUAL(name, "acled")) *out = SM_SCHEMA_ACLED;
  if (EQUAL(name, "ucdp")) *out = SM_SCHEMA_UCDP;
  return *out ? SM_OK : sm_fail(err, SM_ERROR_USAGE, "-schema: %s is neither acled nor ucdp", name);
}

sm_schema sm_interchange_kind(const char *path) {
  char head[4096] = "";
  VSILFILE *f = EQUAL(CPLGetExtension(path), "csv") ? VSIFOpenL(path, "rb") : NULL;
  if (!f) return SM_SCHEMA_OWN;
  size_t n = VSIFReadL(head, 1, sizeof head - 1, f);
  VSIFCloseL(f);
  head[n] = 0;
  head[strcspn(head, "\r\n")] = 0;
  if (strstr(head, "event_id_cnty") && strstr(head, "event_date")) return SM_SCHEMA_ACLED;
  return strstr(head, "type_of_violence") && strstr(head, "where_prec") ? SM_SCHEMA_UCDP : SM_SCHEMA_OWN;
}

typedef struct row {
  OGRFeatureH feature;
  sm_arena *arena;
  const sm_gazetteer *gazetteer;
  sm_reading reading;
  bool failed;
} row;

static const char *text(const row *r, const char *column) {
  int i = OGR_F_GetFieldIndex(r->feature, column);
  return i >= 0 ? OGR_F_GetFieldAsString(r->feature, i) : "";
}

static sm_value copied(row *r, const char *s) {
  const char *copy = *s ? sm_arena_strdup(r->arena, sm_str_of(s)) : NULL;
  r->failed |= *s && !copy;
  return sm_value_text(copy);
}

static sm_value column(row *r, const char *name) {
  return copied(r, text(r, name));
}

static int64_t number(const row *r, const char *name, int64_t unknown) {
  const char *s = text(r, name);
  char *end;
  long long n = strtoll(s, &end, 10);
  return end == s ? unknown : n;
}

static sm_date day(const row *r, const char *name) {
  static const char months[] = "janfebmaraprmayjunjulaugsepoctnovdec";
  const char *s = text(r, name);
  sm_date iso = sm_date_parse_iso(sm_str_of(s));
  int d, y;
  char month[4] = "";
  if (iso != SM_NO_DATE || sscanf(s, "%d %3[A-Za-z]%*[a-z] %d", &d, month, &y) + (strlen(month) == 3) < 3)
    return iso;
  if (sscanf(s, "%d %*s %d", &d, &y) != 2) return SM_NO_DATE;
  for (char *c = month; *c; c++) *c = (char)tolower((unsigned char)*c);
  const char *at = strstr(months, month);
  return at ? sm_date_make(y, (int)(at - months) / 3 + 1, d) : SM_NO_DATE;
}

static void set_ids(row *r, const char *prefix, const char *id, const char *words) {
  char sha[SM_SHA256_HEX];
  sm_value *v = r->reading.v;
  v[SM_S_REPORT_ID] = sm_value_text(sm_arena_printf(r->arena, "%s:%s", prefix, id));
  const char *all = sm_arena_printf(r->arena, "%s\n%s", v[SM_S_REPORT_ID].s, words);
  sm_sha256_hex(all, strlen(all), sha);
  v[SM_S_READING_ID] = v[SM_S_STRIKE_ID] = copied(r, CPLSPrintf("%.16s", sha));
}

static void set_country(row *r) {
  sm_value *v = r->reading.v;
  sm_candidate found[16];
  v[SM_S_COUNTRY] = column(r, "country");
  if (!r->gazetteer || !sm_value_known(v[SM_S_COUNTRY])) return;
  uint64_t key = sm_name_key(sm_value_str(v[SM_S_COUNTRY]), NULL);
  size_t n = key ? sm_gazetteer_find(r->gazetteer, key, found, 16) : 0;
  for (size_t i = 0; i < n && i < 16; i++) {
    sm_place place;
    sm_gazetteer_place(r->gazetteer, found[i].place, &place);
    if (place.kind != SM_KIND_COUNTRY) continue;
    v[SM_S_ISO3] = copied(r, place.iso3);
    return;
  }
}

static bool set_point(row *r, const char *source, double radius) {
  sm_value *v = r->reading.v;
  const char *x = text(r, "longitude"), *y = text(r, "latitude");
  double lon = CPLAtof(x), lat = CPLAtof(y);
  if (!*x || !*y) return true;
  if (!(lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90)) return false;
  v[SM_S_LON] = sm_value_real(lon);
  v[SM_S_LAT] = sm_value_real(lat);
  v[SM_S_RADIUS_M] = sm_value_real(radius);
  v[SM_S_LOC_METHOD] = sm_value_text("table");
  v[SM_S_PLACE_SRC] = sm_value_text(source);
  return true;
}

static void set_claim(row *r, int64_t low, int64_t high, sm_value claimant) {
  if (low < 0 && high < 0) return;
  r->reading.claims = sm_arena_calloc(r->arena, 1, sizeof *r->reading.claims);
  if (!r->reading.claims) {
    r->failed = true;
    return;
  }
  r->reading.n_claims = 1;
  sm_value *c = r->reading.claims->v, *v = r->reading.v;
  c[SM_C_CLAIM_ID] = sm_value_text(sm_arena_printf(r->arena, "%s-1", v[SM_S_READING_ID].s));
  c[SM_C_STRIKE] = c[SM_C_READING] = v[SM_S_READING_ID];
  c[SM_C_REPORT] = v[SM_S_REPORT_ID];
  c[SM_C_PUBLISHED] = v[SM_S_PUBLISHED];
  c[SM_C_CLAIMANT] = claimant;
  c[SM_C_KILLED_LOW] = sm_value_count(low < 0 ? high : low);
  c[SM_C_KILLED_HIGH] = sm_value_count(high < 0 ? low : high);
  c[SM_C_STANCE] = sm_value_text("claims");
  c[SM_C_SENTENCE] = v[SM_S_SENTENCE];
  c[SM_C_ORIGIN] = sm_value_text("table");
}

static void set_common(row *r) {
  sm_value *v = r->reading.v;
  v[SM_S_N_REPORTS] = sm_value_int(1);
  v[SM_S_N_CLAIMS] = sm_value_int((int64_t)r->reading.n_claims);
  v[SM_S_ENGINE] = sm_value_text("strikemap " SM_VERSION);
  if (!sm_value_known(v[SM_S_STATUS])) v[SM_S_STATUS] = sm_value_text("reported");
  if (v[SM_S_PUBLISHED].type == SM_DAY && v[SM_S_DATE_END].type == SM_DAY &&
      v[SM_S_PUBLISHED].i < v[SM_S_DATE_END].i)
    v[SM_S_PUBLISHED] = (sm_value){0};
}

/// Sub-event types that are strikes, and the weapon that each says by itself.
static const struct {
  const char *event, *sub, *weapon;
} acled_types[] = {
    {"Explosions/Remote violence", "Air/drone strike", NULL},
    {"Explosions/Remote violence", "Shelling/artillery/missile attack", NULL},
    {"Explosions/Remote violence", "Remote explosive/landmine/IED", "IED"},
    {"Explosions/Remote violence", "Suicide bomb", "suicide bomb"},
    {"Explosions/Remote violence", "Grenade", "grenade"},
    {"Explosions/Remote violence", "Chemical weapon", "chemical"},
    {"Battles", "Armed clash", NULL},
    {"Violence against civilians", "Attack", NULL},
    {"Strategic developments", "Disrupted weapons use", NULL},
};

/// inter1, inter2 as ACLED writes them since 2024; before they were the numbers.
static int64_t inter(const row *r, const char *name) {
  static const char *const words[] = {
      "State forces", "Rebel group", "Political militia", "Identity militia",
      "Rioters",      "Protesters",  "Civilians",         "External/Other forces"};
  for (int i = 0; i < 8; i++)
    if (EQUAL(text(r, name), words[i])) return i + 1;
  int64_t n = number(r, name, -1);
  return n >= 1 && n <= 8 ? n : -1;
}

static void acled_days(row *r) {
  sm_date on = day(r, "event_date");
  int64_t prec = number(r, "time_precision", 1);
  sm_value *v = r->reading.v;
  int y, m, d;
  if (on == SM_NO_DATE) return;
  sm_date first = on, last = on;
  if (prec == 2) first = on - 3, last = on + 3; // a week round it
  if (prec == 3) {
    sm_date_split(on, &y, &m, &d);
    first = sm_date_make(y, m, 1);
    last = sm_date_month_end(on);
  }
  v[SM_S_DATE_START] = sm_value_day(first);
  v[SM_S_DATE_END] = sm_value_day(last);
  v[SM_S_TIME_PREC] = sm_value_int(prec >= 1 && prec <= 3 ? prec : 1);
  v[SM_S_DATE_PREC] = sm_value_int(prec == 2 ? 3 : prec == 3 ? 4 : 1);
}

static void acled_actors(row *r, const char *event) {
  sm_value *v = r->reading.v;
  if (!EQUAL(event, "Explosions/Remote violence")) return;
  v[SM_S_ATTACKER] = column(r, "actor1");
  v[SM_S_ATTACKER_TYPE] = sm_value_count(inter(r, "inter1"));
  v[SM_S_TARGET] = column(r, "actor2");
  v[SM_S_TARGET_TYPE] = sm_value_count(inter(r, "inter2"));
}

/// false: no strike.
static bool acled_row(row *r) {
  static const double radius_m[] = {5000, 5000, 30000,
                                    100000}; // by geo_precision: town, part of a region, region
  sm_value *v = r->reading.v;
  size_t type = 0, n_types = sizeof acled_types / sizeof *acled_types;
  while (type < n_types && !(EQUAL(acled_types[type].event, text(r, "event_type")) &&
                             EQUAL(acled_types[type].sub, text(r, "sub_event_type"))))
    type++;
  if (type == n_types) return false;
  int64_t prec = number(r, "geo_precision", 1), dead = number(r, "fatalities", 0),
          stamp = number(r, "timestamp", 0);
  if (prec < 1 || prec > 3) prec = 3;
  set_ids(r, "acled", text(r, "event_id_cnty"), text(r, "notes"));
  acled_days(r);
  v[SM_S_EVENT_TYPE] = sm_value_text(acled_types[type].event);
  v[SM_S_SUB_EVENT_TYPE] = sm_value_text(acled_types[type].sub);
  v[SM_S_WEAPON] = sm_value_text(acled_types[type].weapon);
  if (EQUAL(acled_types[type].sub, "Disrupted weapons use")) v[SM_S_STATUS] = sm_value_text("intercepted");
  acled_actors(r, acled_types[type].event);
  v[SM_S_CIV_TARGET] = sm_value_bool(*text(r, "civilian_targeting") ? 1 : 0);
  set_country(r);
  v[SM_S_ADM1] = column(r, "admin1");
  v[SM_S_ADM2] = column(r, "admin2");
  v[SM_S_PLACE] = column(r, "location");
  v[SM_S_GEO_PREC] = sm_value_int(prec);
  v[SM_S_WHERE_PREC] = sm_value_int(prec == 3 ? 4 : prec);
  v[SM_S_SOURCE] = column(r, "source");
  v[SM_S_SENTENCE] = column(r, "notes");
  if (stamp > 0) v[SM_S_PUBLISHED] = sm_value_day((sm_date)(stamp / 86400));
  if (dead > 0) v[SM_S_FAT_LOW] = v[SM_S_FAT_BEST] = v[SM_S_FAT_HIGH] = sm_value_int(dead);
  v[SM_S_RULE] = sm_value_text("ACLED row");
  set_claim(r, dead > 0 ? dead : -1, dead > 0 ? dead : -1, v[SM_S_SOURCE]);
  set_common(r);
  return set_point(r, "ACLED", radius_m[prec]);
}

static bool ucdp_row(row *r) {
  // by where_prec: exact, within 25 km, district, province, line or area, country, sea or air
  static const double radius_m[] = {25000, 3000, 25000, 40000, 150000, 60000, 500000, 200000};
  sm_value *v = r->reading.v;
  int64_t kind = number(r, "type_of_violence", 0), prec = number(r, "where_prec", 2);
  if (kind < 1 || kind > 3) return false;
  if (prec < 1 || prec > 7) prec = 6;
  int64_t low = number(r, "low", -1), best = number(r, "best", -1), high = number(r, "high", -1);
  set_ids(r, "ucdp", text(r, "id"), text(r, "source_headline"));
  v[SM_S_DATE_START] = sm_value_day(day(r, "date_start"));
  v[SM_S_DATE_END] = sm_value_day(day(r, "date_end"));
  v[SM_S_DATE_PREC] = sm_value_count(number(r, "date_prec", -1));
  v[SM_S_EVENT_TYPE] = sm_value_text(kind == 3 ? "Violence against civilians" : "Battles");
  v[SM_S_SUB_EVENT_TYPE] = sm_value_text(kind == 3 ? "Attack" : "Armed clash");
  if (kind == 3) v[SM_S_ATTACKER] = column(r, "side_a");
  if (kind == 3) v[SM_S_TARGET] = column(r, "side_b");
  v[SM_S_CIV_TARGET] = sm_value_bool(kind == 3);
  set_country(r);
  v[SM_S_ADM1] = column(r, "adm_1");
  v[SM_S_ADM2] = column(r, "adm_2");
  v[SM_S_PLACE] = column(r, "where_coordinates");
  v[SM_S_WHERE_PREC] = sm_value_int(prec);
  v[SM_S_GEO_PREC] = sm_value_int(prec == 1 ? 1 : prec <= 3 ? 2 : 3);
  v[SM_S_FAT_LOW] = sm_value_count(low < 0 || (best >= 0 && best < low) ? best : low);
  v[SM_S_FAT_BEST] = sm_value_count(best);
  v[SM_S_FAT_HIGH] = sm_value_count(high < best ? best : high);
  v[SM_S_FAT_CIV] = sm_value_count(number(r, "deaths_civilians", -1));
  v[SM_S_SENTENCE] = column(r, "source_headline");
  v[SM_S_SOURCE] = column(r, "source_article");
  v[SM_S_PUBLISHED] = sm_value_day(day(r, "source_date"));
  v[SM_S_RULE] = sm_value_text("UCDP GED row");
  set_claim(r, low, high, column(r, "source_original"));
  set_common(r);
  return set_point(r, "UCDP GED", radius_m[prec]);
}

static sm_status add_row(sm_collection *c, row *r, sm_error *err) {
  char sha[SM_SHA256_HEX];
  const sm_value *v = r->reading.v;
  sm_str words = sm_value_str(v[SM_S_SENTENCE]);
  sm_sha256_hex(words.len ? words.ptr : "", words.len, sha);
  sm_report_row report = {.v = {[SM_R_ID] = v[SM_S_REPORT_ID],
                                [SM_R_SOURCE] = v[SM_S_SOURCE],
                                [SM_R_PUBLISHED] = v[SM_S_PUBLISHED],
                                [SM_R_SHA256] = copied(r, sha),
                                [SM_R_N_STRIKES] = sm_value_int(1),
                                [SM_R_TEXT] = c->options.no_text ? (sm_value){0} : v[SM_S_SENTENCE]}};
  if (r->failed) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  if (sm_collection_report(c, sm_value_str(v[SM_S_REPORT_ID]))) return SM_OK; // known from before
  sm_status status = sm_collection_add_report(c, &report, err);
  return status ? status : sm_collection_add_reading(c, &r->reading, err);
}

sm_status sm_interchange_read(sm_collection *c, const sm_gazetteer *gazetteer, const char *path,
                              sm_schema schema, sm_error *err) {
  GDALAllRegister();
  const char *const drivers[] = {"CSV", NULL};
  GDALDatasetH dataset = GDALOpenEx(path, GDAL_OF_VECTOR, drivers, NULL, NULL);
  OGRLayerH layer = dataset ? GDALDatasetGetLayer(dataset, 0) : NULL;
  if (!layer) return sm_gdal_fail(err, path);
  sm_status status = SM_OK;
  for (OGRFeatureH f; !status && (f = OGR_L_GetNextFeature(layer)); OGR_F_Destroy(f)) {
    row r = {.feature = f, .arena = c->arena, .gazetteer = gazetteer};
    if (schema == SM_SCHEMA_ACLED ? acled_row(&r) : ucdp_row(&r)) status = add_row(c, &r, err);
  }
  GDALClose(dataset);
  return status;
}

// Writing. `from` is the strike's column, or -1 for what is worked out below.
typedef struct out_column {
  const char *name;
  int from;
  OGRFieldType type;
} out_column;

static const out_column acled_columns[] = {
    {"event_id_cnty", SM_S_STRIKE_ID, OFTString},
    {"event_date", SM_S_DATE_START, OFTString},
    {"year", -1, OFTInteger},
    {"time_precision", SM_S_TIME_PREC, OFTInteger},
    {"disorder_type", -1, OFTString},
    {"event_type", SM_S_EVENT_TYPE, OFTString},
    {"sub_event_type", SM_S_SUB_EVENT_TYPE, OFTString},
    {"actor1", SM_S_ATTACKER, OFTString},
    {"assoc_actor_1", -1, OFTString},
    {"inter1", SM_S_ATTACKER_TYPE, OFTInteger},
    {"actor2", SM_S_TARGET, OFTString},
    {"assoc_actor_2", -1, OFTString},
    {"inter2", SM_S_TARGET_TYPE, OFTInteger},
    {"interaction", -1, OFTString},
    {"civilian_targeting", -1, OFTString},
    {"iso", -1, OFTInteger},
    {"region", -1, OFTString},
    {"country", SM_S_COUNTRY, OFTString},
    {"admin1", SM_S_ADM1, OFTString},
    {"admin2", SM_S_ADM2, OFTString},
    {"admin3", -1, OFTString},
    {"location", SM_S_PLACE, OFTString},
    {"latitude", SM_S_LAT, OFTReal},
    {"longitude", SM_S_LON, OFTReal},
    {"geo_precision", SM_S_GEO_PREC, OFTInteger},
    {"source", SM_S_SOURCE, OFTString},
    {"source_scale", -1, OFTString},
    {"notes", SM_S_SENTENCE, OFTString},
    {"fatalities", SM_S_FAT_BEST, OFTInteger},
    {"tags", -1, OFTString},
    {"timestamp", -1, OFTInteger64},
};

static const out_column ucdp_columns[] = {
    {"id", SM_S_STRIKE_ID, OFTString},
    {"relid", -1, OFTString},
    {"year", -1, OFTInteger},
    {"active_year", -1, OFTInteger},
    {"code_status", -1, OFTString},
    {"type_of_violence", -1, OFTInteger},
    {"conflict_dset_id", -1, OFTString},
    {"conflict_new_id", -1, OFTInteger},
    {"conflict_name", -1, OFTString},
    {"dyad_dset_id", -1, OFTString},
    {"dyad_new_id", -1, OFTInteger},
    {"dyad_name", -1, OFTString},
    {"side_a_dset_id", -1, OFTString},
    {"side_a_new_id", -1, OFTInteger},
    {"side_a", SM_S_ATTACKER, OFTString},
    {"side_b_dset_id", -1, OFTString},
    {"side_b_new_id", -1, OFTInteger},
    {"side_b", SM_S_TARGET, OFTString},
    {"number_of_sources", SM_S_N_REPORTS, OFTInteger},
    {"source_article", SM_S_SOURCE, OFTString},
    {"source_office", -1, OFTString},
    {"source_date", SM_S_PUBLISHED, OFTString},
    {"source_headline", SM_S_SENTENCE, OFTString},
    {"source_original", -1, OFTString},
    {"where_prec", SM_S_WHERE_PREC, OFTInteger},
    {"where_coordinates", SM_S_PLACE, OFTString},
    {"where_description", SM_S_WHERE_TEXT, OFTString},
    {"adm_1", SM_S_ADM1, OFTString},
    {"adm_2", SM_S_ADM2, OFTString},
    {"latitude", SM_S_LAT, OFTReal},
    {"longitude", SM_S_LON, OFTReal},
    {"geom_wkt", -1, OFTString},
    {"priogrid_gid", -1, OFTInteger},
    {"country", SM_S_COUNTRY, OFTString},
    {"country_id", -1, OFTInteger},
    {"region", -1, OFTString},
    {"event_clarity", -1, OFTInteger},
    {"date_prec", SM_S_DATE_PREC, OFTInteger},
    {"date_start", SM_S_DATE_START, OFTString},
    {"date_end", SM_S_DATE_END, OFTString},
    {"deaths_a", -1, OFTInteger},
    {"deaths_b", -1, OFTInteger},
    {"deaths_civilians", SM_S_FAT_CIV, OFTInteger},
    {"deaths_unknown", -1, OFTInteger},
    {"best", SM_S_FAT_BEST, OFTInteger},
    {"high", SM_S_FAT_HIGH, OFTInteger},
    {"low", SM_S_FAT_LOW, OFTInteger},
    {"gwnoa", -1, OFTInteger},
    {"gwnob", -1, OFTInteger},
};

static int year_of(const sm_value *v) {
  int y = 0, m, d;
  if (v[SM_S_DATE_START].type == SM_DAY) sm_date_split((sm_date)v[SM_S_DATE_START].i, &y, &m, &d);
  return y;
}

/// What both want and no column of ours has.
static void set_derived(OGRFeatureH f, int i, const char *name, const sm_value *v) {
  bool there = v[SM_S_LON].type == SM_REAL && v[SM_S_LAT].type == SM_REAL;
  bool civilians = sm_value_or(v[SM_S_CIV_TARGET], 0) != 0;
  if (EQUAL(name, "year") && year_of(v))
    OGR_F_SetFieldInteger(f, i, year_of(v));
  else if (EQUAL(name, "disorder_type"))
    OGR_F_SetFieldString(f, i, "Political violence");
  else if (EQUAL(name, "civilian_targeting") && civilians)
    OGR_F_SetFieldString(f, i, "Civilian targeting");
  else if (EQUAL(name, "event_clarity"))
    OGR_F_SetFieldInteger(f, i,
                          v[SM_S_STATUS].type == SM_TEXT && EQUAL(v[SM_S_STATUS].s, "reported") ? 1 : 2);
  else if (EQUAL(name, "type_of_violence") && v[SM_S_ATTACKER_TYPE].type == SM_INT)
    OGR_F_SetFieldInteger(f, i,
                          civilians                                                      ? 3
                          : v[SM_S_ATTACKER_TYPE].i == 1 || v[SM_S_ATTACKER_TYPE].i == 8 ? 1
                                                                                         : 2);
  else if (EQUAL(name, "geom_wkt") && there)
    OGR_F_SetFieldString(f, i, CPLSPrintf("POINT (%.7g %.7g)", v[SM_S_LON].r, v[SM_S_LAT].r));
  else if (EQUAL(name, "priogrid_gid") && there) {
    int gid = (int)floor((v[SM_S_LAT].r + 90) * 2) * 720 + (int)floor((v[SM_S_LON].r + 180) * 2) + 1;
    OGR_F_SetFieldInteger(f, i, gid);
  }
}

static void set_field(OGRFeatureH f, int i, sm_value v) {
  char text_day[11];
  if (v.type == SM_INT || v.type == SM_BOOL)
    OGR_F_SetFieldInteger64(f, i, v.i);
  else if (v.type == SM_REAL)
    OGR_F_SetFieldDouble(f, i, v.r);
  else if (v.type == SM_DAY) {
    sm_date_format_iso((sm_date)v.i, text_day);
    OGR_F_SetFieldString(f, i, text_day);
  } else if (sm_value_known(v))
    OGR_F_SetFieldString(f, i, v.s);
}

static sm_status write_strike(OGRLayerH layer, const out_column *columns, int n, const sm_value *v,
                              bool acled, sm_error *err) {
  OGRFeatureH f = OGR_F_Create(OGR_L_GetLayerDefn(layer));
  for (int i = 0; i < n; i++) {
    if (columns[i].from >= 0)
      set_field(f, i, v[columns[i].from]);
    else
      set_derived(f, i, columns[i].name, v);
  }
  bool intercepted = v[SM_S_STATUS].type == SM_TEXT && EQUAL(v[SM_S_STATUS].s, "intercepted");
  if (acled && intercepted) {
    OGR_F_SetFieldString(f, OGR_F_GetFieldIndex(f, "event_type"), "Strategic developments");
    OGR_F_SetFieldString(f, OGR_F_GetFieldIndex(f, "sub_event_type"), "Disrupted weapons use");
  }
  if (v[SM_S_LON].type == SM_REAL && v[SM_S_LAT].type == SM_REAL) {
    OGRGeometryH point = OGR_G_CreateGeometry(wkbPoint);
    OGR_G_SetPoint_2D(point, 0, v[SM_S_LON].r, v[SM_S_LAT].r);
    OGR_F_SetGeometryDirectly(f, point);
  }
  bool done = OGR_L_CreateFeature(layer, f) == OGRERR_NONE;
  OGR_F_Destroy(f);
  return done ? SM_OK : sm_gdal_fail(err, "schema");
}

sm_status sm_interchange_write(sm_collection *c, sm_schema schema, sm_writer *writer, sm_error *err) {
  bool acled = schema == SM_SCHEMA_ACLED;
  const out_column *columns = acled ? acled_columns : ucdp_columns;
  int n = (int)(acled ? sizeof acled_columns / sizeof *acled_columns
                      : sizeof ucdp_columns / sizeof *ucdp_columns);
  OGRSpatialReferenceH wgs84 = sm_wgs84();
  OGRLayerH layer = GDALDatasetCreateLayer(sm_writer_dataset(writer), sm_writer_layer_name(writer), wgs84,
                                           wkbPoint, sm_writer_layer_options(writer));
  OSRRelease(wgs84);
  bool good = layer != NULL;
  for (int i = 0; good && i < n; i++) {
    OGRFieldDefnH field = OGR_Fld_Create(columns[i].name, columns[i].type);
    good = OGR_L_CreateField(layer, field, TRUE) == OGRERR_NONE;
    OGR_Fld_Destroy(field);
  }
  if (!good) return sm_gdal_fail(err, "schema");
  sm_status status = SM_OK;
  for (size_t i = 0; !status && i < c->merged.n; i++)
    if (!c->dropped[i]) status = write_strike(layer, columns, n, c->merged.strikes[i].v, acled, err);
  return status;
}
