#include <cpl_conv.h>
#include <cpl_string.h>
#include <ctype.h>
#include <ogr_api.h>
#include <stdlib.h>

#include "collection_private.h"
#include "fold.h"
#include "interchange.h"
#include "sha256.h"
#include "version.h"

// The columns that are read, of both tables.
#define COLUMNS(X)                                                                                           \
  X(EVENT_ID_CNTY, "event_id_cnty")                                                                          \
  X(EVENT_DATE, "event_date")                                                                                \
  X(TIME_PRECISION, "time_precision")                                                                        \
  X(EVENT_TYPE, "event_type")                                                                                \
  X(SUB_EVENT_TYPE, "sub_event_type")                                                                        \
  X(ACTOR1, "actor1")                                                                                        \
  X(INTER1, "inter1")                                                                                        \
  X(ACTOR2, "actor2")                                                                                        \
  X(INTER2, "inter2")                                                                                        \
  X(CIVILIAN_TARGETING, "civilian_targeting")                                                                \
  X(COUNTRY, "country")                                                                                      \
  X(ADMIN1, "admin1")                                                                                        \
  X(ADMIN2, "admin2")                                                                                        \
  X(LOCATION, "location")                                                                                    \
  X(LATITUDE, "latitude")                                                                                    \
  X(LONGITUDE, "longitude")                                                                                  \
  X(GEO_PRECISION, "geo_precision")                                                                          \
  X(SOURCE, "source")                                                                                        \
  X(NOTES, "notes")                                                                                          \
  X(FATALITIES, "fatalities")                                                                                \
  X(TIMESTAMP, "timestamp")                                                                                  \
  X(ID, "id")                                                                                                \
  X(TYPE_OF_VIOLENCE, "type_of_violence")                                                                    \
  X(SIDE_A, "side_a")                                                                                        \
  X(SIDE_B, "side_b")                                                                                        \
  X(SOURCE_ARTICLE, "source_article")                                                                        \
  X(SOURCE_DATE, "source_date")                                                                              \
  X(SOURCE_HEADLINE, "source_headline")                                                                      \
  X(SOURCE_ORIGINAL, "source_original")                                                                      \
  X(WHERE_PREC, "where_prec")                                                                                \
  X(WHERE_COORDINATES, "where_coordinates")                                                                  \
  X(ADM_1, "adm_1")                                                                                          \
  X(ADM_2, "adm_2")                                                                                          \
  X(DATE_PREC, "date_prec")                                                                                  \
  X(DATE_START, "date_start")                                                                                \
  X(DATE_END, "date_end")                                                                                    \
  X(DEATHS_CIVILIANS, "deaths_civilians")                                                                    \
  X(BEST, "best")                                                                                            \
  X(HIGH, "high")                                                                                            \
  X(LOW, "low")

#define X(constant, name) IN_##constant,
typedef enum in_column { COLUMNS(X) IN_N } in_column;
#undef X
#define X(constant, name) name,
static const char *const in_names[] = {COLUMNS(X)};
#undef X

/// A country's code, asked of the gazetteer once.
typedef struct known_country {
  const char *name;
  sm_value iso3;
} known_country;

typedef struct table {
  const sm_gazetteer *gazetteer;
  sm_arena *arena;
  int field[IN_N]; ///< -1: the table has no such column
  known_country countries[256];
  size_t n_countries;
  sm_buffer words; ///< what an id is the digest of
} table;

typedef struct row {
  table *of;
  OGRFeatureH feature;
  sm_reading reading;
  bool failed;
} row;

static const char *text(const row *r, in_column c) {
  int i = r->of->field[c];
  return i >= 0 ? OGR_F_GetFieldAsString(r->feature, i) : "";
}

static sm_value copied(row *r, sm_str s) {
  const char *copy = s.len ? sm_arena_strdup(r->of->arena, s) : NULL;
  r->failed |= s.len && !copy;
  return copy ? (sm_value){.type = SM_TEXT, .len = (uint32_t)s.len, .s = copy} : (sm_value){0};
}

static sm_value column(row *r, in_column c) {
  return copied(r, sm_str_of(text(r, c)));
}

static int64_t number(const row *r, in_column c, int64_t unknown) {
  const char *s = text(r, c);
  char *end;
  long long n = strtoll(s, &end, 10);
  return end == s ? unknown : n;
}

/// Digits at *at as a number, with the blanks behind them; -1 without digits.
static int take_number(const char **at) {
  int n = isdigit((unsigned char)**at) ? 0 : -1;
  while (isdigit((unsigned char)**at) && n < 100000) n = n * 10 + *(*at)++ - '0';
  while (**at == ' ') ++*at;
  return n;
}

/// "2024-03-05", "05 March 2024", "5 Mar 2024".
static sm_date day(const row *r, in_column c) {
  static const char months[] = "janfebmaraprmayjunjulaugsepoctnovdec";
  const char *s = text(r, c);
  sm_date iso = sm_date_parse_iso(sm_str_of(s));
  if (iso != SM_NO_DATE) return iso;
  char month[4] = "";
  int d = take_number(&s);
  for (int i = 0; isalpha((unsigned char)*s); i++, s++)
    if (i < 3) month[i] = (char)tolower((unsigned char)*s);
  while (*s == ' ') s++;
  const char *at = strlen(month) == 3 ? strstr(months, month) : NULL;
  return at && (at - months) % 3 == 0 ? sm_date_make(take_number(&s), (int)(at - months) / 3 + 1, d)
                                      : SM_NO_DATE;
}

static void set_ids(row *r, const char *prefix, const char *id, const char *words) {
  char sha[SM_SHA256_HEX];
  sm_value *v = r->reading.v;
  sm_buffer *b = &r->of->words;
  sm_buffer_clear(b);
  sm_buffer_add_str(b, sm_str_of(prefix));
  sm_buffer_add_str(b, sm_str_of(id));
  v[SM_S_REPORT_ID] = copied(r, sm_buffer_str(b));
  sm_buffer_add_char(b, '\n');
  sm_buffer_add_str(b, sm_str_of(words));
  r->failed |= b->failed;
  sm_sha256_hex(b->bytes, b->len, sha);
  v[SM_S_READING_ID] = v[SM_S_STRIKE_ID] = copied(r, (sm_str){sha, 16});
}

static sm_value iso3_of(row *r, sm_str country) {
  sm_candidate found[16];
  uint64_t key = sm_name_key(country, NULL);
  size_t n = key ? sm_gazetteer_find(r->of->gazetteer, key, found, 16) : 0;
  for (size_t i = 0; i < n && i < 16; i++) {
    sm_place place;
    sm_gazetteer_place(r->of->gazetteer, found[i].place, &place);
    if (place.kind == SM_KIND_COUNTRY) return copied(r, sm_str_of(place.iso3));
  }
  return (sm_value){0};
}

static void set_country(row *r) {
  table *t = r->of;
  sm_value *v = r->reading.v;
  v[SM_S_COUNTRY] = column(r, IN_COUNTRY);
  if (!t->gazetteer || !sm_value_known(v[SM_S_COUNTRY])) return;
  for (size_t i = 0; i < t->n_countries; i++)
    if (!strcmp(t->countries[i].name, v[SM_S_COUNTRY].s)) {
      v[SM_S_ISO3] = t->countries[i].iso3;
      return;
    }
  v[SM_S_ISO3] = iso3_of(r, sm_value_str(v[SM_S_COUNTRY]));
  if (t->n_countries < sizeof t->countries / sizeof *t->countries)
    t->countries[t->n_countries++] = (known_country){v[SM_S_COUNTRY].s, v[SM_S_ISO3]};
}

static bool set_point(row *r, const char *source, double radius) {
  sm_value *v = r->reading.v;
  const char *x = text(r, IN_LONGITUDE), *y = text(r, IN_LATITUDE);
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

static sm_value claim_id(row *r) {
  char id[32];
  int n = snprintf(id, sizeof id, "%.16s-1", r->reading.v[SM_S_READING_ID].s);
  return copied(r, (sm_str){id, (size_t)n});
}

static void set_claim(row *r, int64_t low, int64_t high, sm_value claimant) {
  if (r->failed || (low < 0 && high < 0)) return;
  r->reading.claims = sm_arena_calloc(r->of->arena, 1, sizeof *r->reading.claims);
  if (!r->reading.claims) {
    r->failed = true;
    return;
  }
  r->reading.n_claims = 1;
  sm_value *c = r->reading.claims->v, *v = r->reading.v;
  c[SM_C_CLAIM_ID] = claim_id(r);
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
static int64_t inter(const row *r, in_column c) {
  static const char *const words[] = {
      "State forces", "Rebel group", "Political militia", "Identity militia",
      "Rioters",      "Protesters",  "Civilians",         "External/Other forces"};
  const char *said = text(r, c);
  for (int i = 0; i < 8; i++)
    if (EQUAL(said, words[i])) return i + 1;
  int64_t n = number(r, c, -1);
  return n >= 1 && n <= 8 ? n : -1;
}

static void acled_days(row *r) {
  sm_date on = day(r, IN_EVENT_DATE);
  int64_t prec = number(r, IN_TIME_PRECISION, 1);
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
  v[SM_S_ATTACKER] = column(r, IN_ACTOR1);
  v[SM_S_ATTACKER_TYPE] = sm_value_count(inter(r, IN_INTER1));
  v[SM_S_TARGET] = column(r, IN_ACTOR2);
  v[SM_S_TARGET_TYPE] = sm_value_count(inter(r, IN_INTER2));
}

/// false: no strike.
static bool acled_row(row *r) {
  static const double radius_m[] = {5000, 5000, 30000,
                                    100000}; // by geo_precision: town, part of a region, region
  sm_value *v = r->reading.v;
  size_t type = 0, n_types = sizeof acled_types / sizeof *acled_types;
  const char *event = text(r, IN_EVENT_TYPE), *sub = text(r, IN_SUB_EVENT_TYPE);
  while (type < n_types && !(EQUAL(acled_types[type].event, event) && EQUAL(acled_types[type].sub, sub)))
    type++;
  if (type == n_types) return false;
  int64_t prec = number(r, IN_GEO_PRECISION, 1), dead = number(r, IN_FATALITIES, 0),
          stamp = number(r, IN_TIMESTAMP, 0);
  if (prec < 1 || prec > 3) prec = 3;
  set_ids(r, "acled:", text(r, IN_EVENT_ID_CNTY), text(r, IN_NOTES));
  acled_days(r);
  v[SM_S_EVENT_TYPE] = sm_value_text(acled_types[type].event);
  v[SM_S_SUB_EVENT_TYPE] = sm_value_text(acled_types[type].sub);
  v[SM_S_WEAPON] = sm_value_text(acled_types[type].weapon);
  if (EQUAL(acled_types[type].sub, "Disrupted weapons use")) v[SM_S_STATUS] = sm_value_text("intercepted");
  acled_actors(r, acled_types[type].event);
  v[SM_S_CIV_TARGET] = sm_value_bool(*text(r, IN_CIVILIAN_TARGETING) ? 1 : 0);
  set_country(r);
  v[SM_S_ADM1] = column(r, IN_ADMIN1);
  v[SM_S_ADM2] = column(r, IN_ADMIN2);
  v[SM_S_PLACE] = column(r, IN_LOCATION);
  v[SM_S_GEO_PREC] = sm_value_int(prec);
  v[SM_S_WHERE_PREC] = sm_value_int(prec == 3 ? 4 : prec);
  v[SM_S_SOURCE] = column(r, IN_SOURCE);
  v[SM_S_SENTENCE] = column(r, IN_NOTES);
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
  int64_t kind = number(r, IN_TYPE_OF_VIOLENCE, 0), prec = number(r, IN_WHERE_PREC, 2);
  if (kind < 1 || kind > 3) return false;
  if (prec < 1 || prec > 7) prec = 6;
  int64_t low = number(r, IN_LOW, -1), best = number(r, IN_BEST, -1), high = number(r, IN_HIGH, -1);
  set_ids(r, "ucdp:", text(r, IN_ID), text(r, IN_SOURCE_HEADLINE));
  v[SM_S_DATE_START] = sm_value_day(day(r, IN_DATE_START));
  v[SM_S_DATE_END] = sm_value_day(day(r, IN_DATE_END));
  v[SM_S_DATE_PREC] = sm_value_count(number(r, IN_DATE_PREC, -1));
  v[SM_S_EVENT_TYPE] = sm_value_text(kind == 3 ? "Violence against civilians" : "Battles");
  v[SM_S_SUB_EVENT_TYPE] = sm_value_text(kind == 3 ? "Attack" : "Armed clash");
  if (kind == 3) v[SM_S_ATTACKER] = column(r, IN_SIDE_A);
  if (kind == 3) v[SM_S_TARGET] = column(r, IN_SIDE_B);
  v[SM_S_CIV_TARGET] = sm_value_bool(kind == 3);
  set_country(r);
  v[SM_S_ADM1] = column(r, IN_ADM_1);
  v[SM_S_ADM2] = column(r, IN_ADM_2);
  v[SM_S_PLACE] = column(r, IN_WHERE_COORDINATES);
  v[SM_S_WHERE_PREC] = sm_value_int(prec);
  v[SM_S_GEO_PREC] = sm_value_int(prec == 1 ? 1 : prec <= 3 ? 2 : 3);
  v[SM_S_FAT_LOW] = sm_value_count(low < 0 || (best >= 0 && best < low) ? best : low);
  v[SM_S_FAT_BEST] = sm_value_count(best);
  v[SM_S_FAT_HIGH] = sm_value_count(high < best ? best : high);
  v[SM_S_FAT_CIV] = sm_value_count(number(r, IN_DEATHS_CIVILIANS, -1));
  v[SM_S_SENTENCE] = column(r, IN_SOURCE_HEADLINE);
  v[SM_S_SOURCE] = column(r, IN_SOURCE_ARTICLE);
  v[SM_S_PUBLISHED] = sm_value_day(day(r, IN_SOURCE_DATE));
  v[SM_S_RULE] = sm_value_text("UCDP GED row");
  set_claim(r, low, high, column(r, IN_SOURCE_ORIGINAL));
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
                                [SM_R_SHA256] = copied(r, sm_str_of(sha)),
                                [SM_R_N_STRIKES] = sm_value_int(1),
                                [SM_R_TEXT] = c->options.no_text ? (sm_value){0} : v[SM_S_SENTENCE]}};
  if (r->failed) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  if (sm_collection_report(c, sm_value_str(v[SM_S_REPORT_ID]))) return SM_OK; // known from before
  sm_status status = sm_collection_add_report(c, &report, err);
  return status ? status : sm_collection_add_reading(c, &r->reading, err);
}

static void find_columns(table *t, OGRLayerH layer) {
  for (int c = 0; c < IN_N; c++) t->field[c] = OGR_FD_GetFieldIndex(OGR_L_GetLayerDefn(layer), in_names[c]);
}

sm_status sm_interchange_read(sm_collection *c, const sm_gazetteer *gazetteer, const char *path,
                              sm_schema schema, sm_error *err) {
  GDALAllRegister();
  const char *const drivers[] = {"CSV", NULL};
  GDALDatasetH dataset = GDALOpenEx(path, GDAL_OF_VECTOR, drivers, NULL, NULL);
  OGRLayerH layer = dataset ? GDALDatasetGetLayer(dataset, 0) : NULL;
  if (!layer) return sm_gdal_fail(err, path);
  table t = {.gazetteer = gazetteer, .arena = c->arena};
  find_columns(&t, layer);
  sm_status status = SM_OK;
  for (OGRFeatureH f; !status && (f = OGR_L_GetNextFeature(layer)); OGR_F_Destroy(f)) {
    row r = {.of = &t, .feature = f};
    if (schema == SM_SCHEMA_ACLED ? acled_row(&r) : ucdp_row(&r)) status = add_row(c, &r, err);
  }
  sm_buffer_free(&t.words);
  GDALClose(dataset);
  return status;
}
