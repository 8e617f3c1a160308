/// The tables that strikemap writes, as data: one row per column with its name, type, title, unit and
/// meaning. Layers, filters, GeoPackage data_columns, QML aliases and the documentation all read these rows.
#ifndef SM_SCHEMA_H
#define SM_SCHEMA_H

#include "date.h"
#include "span.h"
#include "status.h"

typedef enum sm_type { SM_NULL, SM_INT, SM_BOOL, SM_REAL, SM_TEXT, SM_JSON, SM_DAY } sm_type;

typedef struct sm_column {
  const char *name;
  sm_type type;
  const char *short_name; ///< at most 10 characters, for Shapefile
  const char *title;
  const char *unit;    ///< "m", "degrees", ...; NULL none
  const char *meaning; ///< one sentence
} sm_column;

typedef enum sm_geometry {
  SM_GEOMETRY_NONE,
  SM_GEOMETRY_POINT,
  SM_GEOMETRY_LINE,
  SM_GEOMETRY_AREA
} sm_geometry;

typedef struct sm_table {
  const char *name;
  const char *title;
  sm_geometry geometry;
  const sm_column *const *columns;
  int n;
} sm_table;

// X(constant, name, type, short name, title, unit, meaning)
#define SM_STRIKE_COLUMNS(X)                                                                                 \
  X(STRIKE_ID, "strike_id", TEXT, "strike_id", "Strike", NULL,                                               \
    "Stable id: the reading_id of its first reading")                                                        \
  X(REPORT_ID, "report_id", TEXT, "report_id", "Report", NULL,                                               \
    "Report that sentence, where_ and evidence belong to")                                                   \
  X(DATE_START, "date_start", DAY, "date_start", "First possible day", NULL,                                 \
    "First day on which it may have happened")                                                               \
  X(DATE_END, "date_end", DAY, "date_end", "Last possible day", NULL,                                        \
    "Last day on which it may have happened")                                                                \
  X(TIME_LOCAL, "time_local", TEXT, "time_local", "Local time", NULL, "Clock time as reported")              \
  X(DATE_PREC, "date_prec", INT, "date_prec", "Date precision", NULL, "UCDP 1 day to 5 more than a year")    \
  X(TIME_PREC, "time_prec", INT, "time_prec", "Time precision (ACLED)", NULL,                                \
    "ACLED 1 day, 2 week, 3 month")                                                                          \
  X(EVENT_TYPE, "event_type", TEXT, "event_type", "Event type", NULL, "ACLED event type")                    \
  X(SUB_EVENT_TYPE, "sub_event_type", TEXT, "sub_event", "Sub-event type", NULL, "ACLED sub-event type")     \
  X(WEAPON, "weapon", TEXT, "weapon", "Weapon", NULL, "Weapon classes said, joined by a comma and a space")  \
  X(N_STRIKES, "n_strikes", INT, "n_strikes", "Strikes or munitions", NULL,                                  \
    "Number of strikes or munitions reported")                                                               \
  X(ATTACKER, "attacker", TEXT, "attacker", "Attacker", NULL, "Who struck")                                  \
  X(ATTACKER_ISO3, "attacker_iso3", TEXT, "att_iso3", "Attacker's country", NULL,                            \
    "State, or home of a group")                                                                             \
  X(ATTACKER_TYPE, "attacker_type", INT, "att_type", "Attacker's type", NULL, "ACLED inter code 1 to 8")     \
  X(TARGET, "target", TEXT, "target", "Target", NULL, "Who or what was struck, in the report's words")       \
  X(TARGET_ISO3, "target_iso3", TEXT, "tgt_iso3", "Target's country", NULL, "State, or home of a group")     \
  X(TARGET_TYPE, "target_type", INT, "tgt_type", "Target's type", NULL, "ACLED inter code 1 to 8")           \
  X(CIV_TARGET, "civ_target", BOOL, "civ_target", "Civilians targeted", NULL,                                \
    "Civilians or civil objects struck")                                                                     \
  X(CROSS_BORDER, "cross_border", BOOL, "cross_bord", "Cross-border", NULL,                                  \
    "Attacker and place in other countries")                                                                 \
  X(ISO3, "iso3", TEXT, "iso3", "Country code", NULL, "ISO 3166 alpha-3 of the struck place")                \
  X(COUNTRY, "country", TEXT, "country", "Country", NULL, "Country of the struck place")                     \
  X(ADM1, "adm1", TEXT, "adm1", "Province", NULL, "First-level division of the struck place")                \
  X(ADM1_CODE, "adm1_code", TEXT, "adm1_code", "Province code", NULL,                                        \
    "ISO 3166-2 code, or the source's own")                                                                  \
  X(ADM1_PCODE, "adm1_pcode", TEXT, "adm1_pcode", "Province P-code", NULL, "From the user's district layer") \
  X(ADM2, "adm2", TEXT, "adm2", "District", NULL, "Second-level division of the struck place")               \
  X(ADM2_CODE, "adm2_code", TEXT, "adm2_code", "District code", NULL, "The source's own code")               \
  X(ADM2_PCODE, "adm2_pcode", TEXT, "adm2_pcode", "District P-code", NULL, "From the user's district layer") \
  X(DISPUTED, "disputed", TEXT, "disputed", "Also claimed by", NULL,                                         \
    "ISO 3166 alpha-3 of the other claimant")                                                                \
  X(PLACE, "place", TEXT, "place", "Place", NULL, "Gazetteer name of the place")                             \
  X(PLACE_ID, "place_id", TEXT, "place_id", "Place id", NULL, "Stable id in the gazetteer")                  \
  X(PLACE_SRC, "place_src", TEXT, "place_src", "Place source", NULL, "Gazetteer that the place comes from")  \
  X(WHERE_TEXT, "where_text", TEXT, "where_text", "Place as written", NULL, "Words that the place rests on") \
  X(WHERE_BEGIN, "where_begin", INT, "where_beg", "Place begins", "code points",                             \
    "Start of where_text in the report")                                                                     \
  X(WHERE_END, "where_end", INT, "where_end", "Place ends", "code points", "End of where_text, half-open")   \
  X(LON, "lon", REAL, "lon", "Longitude", "degrees", "WGS 84 longitude, inside the area")                    \
  X(LAT, "lat", REAL, "lat", "Latitude", "degrees", "WGS 84 latitude, inside the area")                      \
  X(RADIUS_M, "radius_m", REAL, "radius_m", "Uncertainty", "m",                                              \
    "The true point lies within it 9 times in 10")                                                           \
  X(GEO_PREC, "geo_prec", INT, "geo_prec", "Place precision (ACLED)", NULL,                                  \
    "1 place, 2 near or district, 3 province")                                                               \
  X(WHERE_PREC, "where_prec", INT, "where_prec", "Place precision (UCDP)", NULL,                             \
    "1 exact, 2 near, 3 district, 4 province, 5 line, 6 country, 7 sea or air")                              \
  X(LOC_METHOD, "loc_method", TEXT, "loc_method", "How placed", NULL,                                        \
    "gazetteer, relation, border, between, inferred, table or analyst")                                      \
  X(FAT_LOW, "fat_low", INT, "fat_low", "Killed, lowest", "people", "Lowest total claimed")                  \
  X(FAT_BEST, "fat_best", INT, "fat_best", "Killed, best", "people",                                         \
    "Latest figure of the struck side, medics or a monitor, else the latest")                                \
  X(FAT_HIGH, "fat_high", INT, "fat_high", "Killed, highest", "people", "Highest total claimed")             \
  X(FAT_CIV, "fat_civ", INT, "fat_civ", "Civilians killed", "people", "Where said")                          \
  X(FAT_CHILDREN, "fat_children", INT, "fat_child", "Children killed", "people", "Where said")               \
  X(INJ_LOW, "inj_low", INT, "inj_low", "Injured, lowest", "people", "Lowest total claimed")                 \
  X(INJ_HIGH, "inj_high", INT, "inj_high", "Injured, highest", "people", "Highest total claimed")            \
  X(STATUS, "status", TEXT, "status", "Status", NULL,                                                        \
    "reported, claimed, denied, intercepted, threatened, planned")                                           \
  X(N_CLAIMS, "n_claims", INT, "n_claims", "Claims", NULL, "Number of claims kept with it")                  \
  X(N_REPORTS, "n_reports", INT, "n_reports", "Reports", NULL, "Number of reports that tell of it")          \
  X(SENTENCE, "sentence", TEXT, "sentence", "Sentence", NULL, "The sentence that carries it")                \
  X(SOURCE, "source", TEXT, "source", "Source", NULL, "Publisher of the report")                             \
  X(SOURCE_URL, "source_url", TEXT, "source_url", "Address", NULL, "Address of the report")                  \
  X(PUBLISHED, "published", DAY, "published", "Published", NULL, "Publication day of the report")            \
  X(CONF, "conf", REAL, "conf", "Confidence", "0-1", "Probability that it is real and within radius_m")      \
  X(RULE, "rule", TEXT, "rule", "Rule", NULL, "Which rule made it")                                          \
  X(ENGINE, "engine", TEXT, "engine", "Engine", NULL, "Program and version")                                 \
  X(GAZETTEER, "gazetteer", TEXT, "gazetteer", "Gazetteer", NULL, "Gazetteers used, with their hashes")      \
  X(EVIDENCE, "evidence", JSON, "evidence", "Evidence", NULL,                                                \
    "Where each attribute stands in the report (JSON)")                                                      \
  X(MERGED_WHY, "merged_why", TEXT, "merged_why", "Why merged", NULL,                                        \
    "Why its readings are taken for one strike")                                                             \
  X(FORMER_IDS, "former_ids", TEXT, "former_ids", "Former ids", NULL, "reading_ids of its other readings")   \
  X(AREA, "area", JSON, "area", "Area recipe", NULL, "How the uncertainty area is drawn (JSON)")             \
  X(READING_ID, "reading_id", TEXT, "reading_id", "Reading", NULL,                                           \
    "Id of this report's own reading of the strike")

#define SM_CLAIM_COLUMNS(X)                                                                                  \
  X(CLAIM_ID, "claim_id", TEXT, "claim_id", "Claim", NULL, "Stable id of the claim")                         \
  X(STRIKE, "strike_id", TEXT, "strike_id", "Strike", NULL, "Strike that the claim speaks of")               \
  X(REPORT, "report_id", TEXT, "report_id", "Report", NULL, "Report that carries the claim")                 \
  X(PUBLISHED, "published", DAY, "published", "Published", NULL, "Publication day of the report")            \
  X(CLAIMANT, "claimant", TEXT, "claimant", "Claimant", NULL, "Who says so; unknown: the report itself")     \
  X(KILLED_LOW, "killed_low", INT, "killed_low", "Killed, lowest", "people", "Lower end of the figure")      \
  X(KILLED_HIGH, "killed_high", INT, "killed_hi", "Killed, highest", "people", "Upper end of the figure")    \
  X(INJURED_LOW, "injured_low", INT, "inj_low", "Injured, lowest", "people", "Lower end of the figure")      \
  X(INJURED_HIGH, "injured_high", INT, "inj_high", "Injured, highest", "people", "Upper end of the figure")  \
  X(CHILDREN, "children", INT, "children", "Children killed", "people",                                      \
    "Children among the killed, where said")                                                                 \
  X(CIVILIANS, "civilians", INT, "civilians", "Civilians killed", "people",                                  \
    "Civilians among the killed, where said")                                                                \
  X(VICTIMS, "victims", TEXT, "victims", "Victims", NULL, "Who the victims are, in the report's words")      \
  X(STANCE, "stance", TEXT, "stance", "Stance", NULL, "claims, confirms or denies")                          \
  X(BEGIN, "begin", INT, "begin", "Begins", "code points", "Start in the report's text")                     \
  X(END, "end", INT, "end", "Ends", "code points", "End in the report's text, half-open")                    \
  X(SENTENCE, "sentence", TEXT, "sentence", "Sentence", NULL, "The sentence that carries the claim")         \
  X(ORIGIN, "origin", TEXT, "origin", "Origin", NULL, "report, table or analyst")                            \
  X(READING, "reading_id", TEXT, "reading_id", "Reading", NULL, "Reading that the claim came with")

#define SM_MENTION_COLUMNS(X)                                                                                \
  X(REPORT, "report_id", TEXT, "report_id", "Report", NULL, "Report that names the place")                   \
  X(BEGIN, "begin", INT, "begin", "Begins", "code points", "Start in the report's text")                     \
  X(END, "end", INT, "end", "Ends", "code points", "End in the report's text, half-open")                    \
  X(TEXT, "text", TEXT, "text", "As written", NULL, "The words of the mention")                              \
  X(ROLE, "role", TEXT, "role", "Role", NULL, "literal, metonym, demonym, dateline or embedded")             \
  X(PLACE_ID, "place_id", TEXT, "place_id", "Place id", NULL, "Stable id in the gazetteer")                  \
  X(NAME, "name", TEXT, "name", "Name", NULL, "Gazetteer name of the place")                                 \
  X(ISO3, "iso3", TEXT, "iso3", "Country code", NULL, "ISO 3166 alpha-3 of the place")                       \
  X(ADM1, "adm1", TEXT, "adm1", "Province", NULL, "First-level division of the place")                       \
  X(CONF, "conf", REAL, "conf", "Confidence", "0-1", "Probability that this is the place meant")             \
  X(N_CANDIDATES, "n_candidates", INT, "n_cand", "Candidates", NULL, "Places of that name in the gazetteer") \
  X(REASON, "reason", TEXT, "reason", "Reason", NULL, "Why this place was chosen")                           \
  X(RADIUS_M, "radius_m", REAL, "radius_m", "Uncertainty", "m",                                              \
    "The place meant lies within it 9 times in 10")

#define SM_REPORT_COLUMNS(X)                                                                                 \
  X(ID, "report_id", TEXT, "report_id", "Report", NULL, "Id of the report")                                  \
  X(TITLE, "title", TEXT, "title", "Title", NULL, "Headline")                                                \
  X(SOURCE, "source", TEXT, "source", "Source", NULL, "Publisher")                                           \
  X(URL, "url", TEXT, "url", "Address", NULL, "Where it was published")                                      \
  X(PUBLISHED, "published", DAY, "published", "Published", NULL, "Publication day")                          \
  X(SHA256, "sha256", TEXT, "sha256", "SHA-256", NULL, "Digest of the text")                                 \
  X(N_STRIKES, "n_strikes", INT, "n_strikes", "Strikes", NULL, "Number of strikes read in it")               \
  X(TEXT, "text", TEXT, "text", "Text", NULL, "The exact text that all spans count in")

#define SM_CORRECTION_COLUMNS(X)                                                                             \
  X(STRIKE, "strike_id", TEXT, "strike_id", "Strike", NULL, "Strike that is corrected")                      \
  X(COLUMN, "column", TEXT, "column", "Column", NULL,                                                        \
    "Column that is corrected; `rejected` drops the strike")                                                 \
  X(OLD, "old", TEXT, "old", "Old value", NULL, "Value before")                                              \
  X(NEW, "new", TEXT, "new", "New value", NULL, "Value after; unknown: NULL")                                \
  X(WHO, "who", TEXT, "who", "Who", NULL, "Who corrected it")                                                \
  X(WHEN, "when", TEXT, "when", "When", NULL, "Date or time of the correction, ISO 8601")                    \
  X(NOTE, "note", TEXT, "note", "Note", NULL, "Why")

#define X(constant, ...) SM_S_##constant,
typedef enum sm_strike_column { SM_STRIKE_COLUMNS(X) SM_S_N } sm_strike_column;
#undef X
#define X(constant, ...) SM_C_##constant,
typedef enum sm_claim_column { SM_CLAIM_COLUMNS(X) SM_C_N } sm_claim_column;
#undef X
#define X(constant, ...) SM_M_##constant,
typedef enum sm_mention_column { SM_MENTION_COLUMNS(X) SM_M_N } sm_mention_column;
#undef X
#define X(constant, ...) SM_R_##constant,
typedef enum sm_report_column { SM_REPORT_COLUMNS(X) SM_R_N } sm_report_column;
#undef X
#define X(constant, ...) SM_K_##constant,
typedef enum sm_correction_column { SM_CORRECTION_COLUMNS(X) SM_K_N } sm_correction_column;
#undef X

/// Columns of `strikes`; `readings` has one more (reading_id). Areas and links repeat sm_area_from of
/// them.
enum { SM_S_OF_STRIKES = SM_S_READING_ID, SM_AREA_N = 13, SM_LINK_N = 16 };

typedef enum sm_table_id {
  SM_TABLE_STRIKES,
  SM_TABLE_AREAS,
  SM_TABLE_LINKS,
  SM_TABLE_CLAIMS,
  SM_TABLE_READINGS,
  SM_TABLE_MENTIONS,
  SM_TABLE_REPORTS,
  SM_TABLE_CORRECTIONS,
  SM_N_TABLES,
} sm_table_id;

/// The table; static.
SM_API const sm_table *sm_table_of(sm_table_id id);
/// Its id by name, or -1.
SM_API int sm_table_find(sm_str name);
/// Index of a column by name, or -1.
SM_API int sm_table_column(const sm_table *table, sm_str name);

/// Which strike columns `strike_areas` and `links` repeat, in their order (SM_AREA_N of them).
SM_API const sm_strike_column *sm_area_from(void);

/// One attribute. Texts are valid UTF-8, NUL-terminated, never empty; borrowed from the row's arena.
typedef struct sm_value {
  sm_type type; ///< SM_NULL unknown
  uint32_t len; ///< bytes of a text
  union {
    int64_t i; ///< SM_INT, SM_BOOL, SM_DAY (days since 1970)
    double r;
    const char *s;
  };
} sm_value;

/// Values; what is unknown (NaN, SM_NO_DATE, a negative count, an empty text) becomes SM_NULL.
SM_API sm_value sm_value_count(int64_t n);
SM_API sm_value sm_value_int(int64_t n);
SM_API sm_value sm_value_bool(int b);
SM_API sm_value sm_value_real(double r);
SM_API sm_value sm_value_day(sm_date date);
/// text must outlive the value and be NUL-terminated.
SM_API sm_value sm_value_text(const char *text);
/// The same for text that is valid JSON.
SM_API sm_value sm_value_json(const char *text);

static inline bool sm_value_known(sm_value v) {
  return v.type != SM_NULL;
}
/// A text value as a slice; {NULL, 0} when unknown.
static inline sm_str sm_value_str(sm_value v) {
  bool text = v.type == SM_TEXT || v.type == SM_JSON;
  return text ? (sm_str){v.s, v.len} : (sm_str){NULL, 0};
}
static inline int64_t sm_value_or(sm_value v, int64_t unknown) {
  return v.type == SM_NULL ? unknown : v.i;
}

/// Order of two values: unknown first, then by number or bytes. <0, 0, >0.
SM_API int sm_value_compare(sm_value a, sm_value b);

#endif
