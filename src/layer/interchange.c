#include "interchange.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <math.h>
#include <ogr_api.h>
#include <stdio.h>

#include "collection_private.h"

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

/// `from` is the strike's column, or -1 for what is worked out below.
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

static sm_status write_strike(sm_writer *writer, OGRLayerH layer, const out_column *columns, int n,
                              const sm_value *v, bool acled, sm_error *err) {
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
  sm_status status = sm_writer_add(writer, layer, f, err);
  OGR_F_Destroy(f);
  return status;
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
    if (!c->dropped[i]) status = write_strike(writer, layer, columns, n, c->merged.strikes[i]->v, acled, err);
  return status;
}
