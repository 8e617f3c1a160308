#include <ctype.h>
#include <math.h>
#include <unistd.h>

#include <ogr_api.h>

#include "test.h"

#include "collection.h"
#include "merge.h"
#include "palette.h"
#include "reading.h"
#include "writer.h"

/// Readings as `extract` prints them, in short: what a test does not give is unknown.
typedef struct sketch {
  const char *report, *published, *start, *end, *attacker, *place_id, *iso3;
  double lon, lat, radius;
  int where_prec, killed;
  const char *claimant, *weapon;
} sketch;

static sm_reading reading_of(sm_arena *arena, const sketch *s, int number) {
  sm_reading r = {0};
  sm_value *v = r.v;
  v[SM_S_READING_ID] = v[SM_S_STRIKE_ID] =
      sm_value_text(sm_arena_printf(arena, "%08x%08x", (unsigned)number, (unsigned)(s->report[0])));
  v[SM_S_REPORT_ID] = sm_value_text(s->report);
  v[SM_S_PUBLISHED] = sm_value_day(sm_date_parse_iso(sm_str_of(s->published)));
  v[SM_S_DATE_START] = sm_value_day(sm_date_parse_iso(sm_str_of(s->start)));
  v[SM_S_DATE_END] = sm_value_day(sm_date_parse_iso(sm_str_of(s->end)));
  v[SM_S_ATTACKER] = sm_value_text(s->attacker);
  v[SM_S_WEAPON] = sm_value_text(s->weapon);
  v[SM_S_PLACE_ID] = sm_value_text(s->place_id);
  v[SM_S_PLACE] = sm_value_text(s->place_id);
  v[SM_S_ISO3] = sm_value_text(s->iso3);
  v[SM_S_COUNTRY] = sm_value_text(s->iso3);
  v[SM_S_LON] = sm_value_real(s->lon);
  v[SM_S_LAT] = sm_value_real(s->lat);
  v[SM_S_RADIUS_M] = sm_value_real(s->radius);
  v[SM_S_WHERE_PREC] = sm_value_int(s->where_prec);
  v[SM_S_FAT_LOW] = v[SM_S_FAT_BEST] = v[SM_S_FAT_HIGH] = sm_value_count(s->killed);
  v[SM_S_STATUS] = sm_value_text("reported");
  v[SM_S_CONF] = sm_value_real(0.5);
  if (s->killed < 0) return r;
  r.claims = sm_arena_calloc(arena, 1, sizeof *r.claims);
  r.n_claims = 1;
  sm_value *c = r.claims->v;
  c[SM_C_CLAIM_ID] = sm_value_text(sm_arena_printf(arena, "%s-1", v[SM_S_READING_ID].s));
  c[SM_C_STRIKE] = c[SM_C_READING] = v[SM_S_READING_ID];
  c[SM_C_REPORT] = v[SM_S_REPORT_ID];
  c[SM_C_CLAIMANT] = sm_value_text(s->claimant);
  c[SM_C_KILLED_LOW] = c[SM_C_KILLED_HIGH] = sm_value_count(s->killed);
  c[SM_C_STANCE] = sm_value_text("claims");
  c[SM_C_ORIGIN] = sm_value_text("report");
  return r;
}

// A town hit on the 5th, told by three papers with a rising toll; its neighbour hit the same day; and one
// paper that only names the country.
static const sketch town = {"a",      "2024-03-06", "2024-03-05", "2024-03-05", "Arland", "t:1",
                            "BOR",    30.0,         10.0,         3000,         1,        4,
                            "medics", "drone"};
static const sketch revised = {
    "b", "2024-03-08", "2024-03-04", "2024-03-06", "Arland's air force", "t:1", "BOR", 30.0, 10.0, 3000, 1,
    9,   "medics",     "missile"};
static const sketch boast = {"c",   "2024-03-09", "2024-03-05", "2024-03-05", "Arland",
                             "t:1", "BOR",        30.0,         10.0,         3000,
                             1,     20,           "Arland",     "drone"};
static const sketch neighbour = {"a",      "2024-03-06", "2024-03-05", "2024-03-05", "Arland", "t:2",
                                 "BOR",    30.3,         10.0,         3000,         1,        1,
                                 "police", "drone"};
static const sketch vague = {"d",       "2024-03-07", "2024-03-05", "2024-03-06", "Arland",
                             "iso:BOR", "BOR",        29.0,         9.0,          300000,
                             6,         -1,           NULL,         NULL};

static sm_merged merge(sm_arena *arena, const sketch *const *sketches, const int *numbers, size_t n,
                       sm_reading *readings) {
  sm_error err = {0};
  sm_merged merged;
  sm_reading *rows[5];
  assert_true(n <= 5);
  for (size_t i = 0; i < n; i++) {
    readings[i] = reading_of(arena, sketches[i], numbers[i]);
    rows[i] = &readings[i];
  }
  assert_ok(sm_merge(rows, n, true, arena, &merged, &err), err);
  return merged;
}

static void reports_of_one_strike_become_one(void **state) {
  (void)state;
  sm_arena *arena = sm_arena_new();
  sm_reading readings[3];
  sm_merged m = merge(arena, (const sketch *[]){&town, &revised, &boast}, (int[]){1, 2, 3}, 3, readings);
  assert_int_equal(m.n, 1);
  const sm_value *v = m.strikes[0]->v;
  assert_string_equal(v[SM_S_STRIKE_ID].s, readings[0].v[SM_S_READING_ID].s);
  assert_int_equal(v[SM_S_FAT_LOW].i, 4);
  assert_int_equal(v[SM_S_FAT_BEST].i, 9); // the medics' latest, not the attacker's boast
  assert_int_equal(v[SM_S_FAT_HIGH].i, 20);
  assert_int_equal(m.strikes[0]->n_claims, 3);
  assert_int_equal(v[SM_S_N_REPORTS].i, 3);
  assert_string_equal(v[SM_S_WEAPON].s, "drone, missile");
  assert_int_equal(v[SM_S_DATE_START].i, v[SM_S_DATE_END].i);
  assert_non_null(strstr(v[SM_S_MERGED_WHY].s, "same place"));
  sm_arena_free(arena);
}

static void strikes_of_one_report_stay_apart(void **state) {
  (void)state;
  sm_arena *arena = sm_arena_new();
  sm_reading readings[2];
  sm_merged m = merge(arena, (const sketch *[]){&town, &neighbour}, (int[]){1, 2}, 2, readings);
  assert_int_equal(m.n, 2);
  sm_arena_free(arena);
}

static void a_country_joins_a_town_only_where_no_other_could_be_meant(void **state) {
  (void)state;
  sm_arena *arena = sm_arena_new();
  sm_reading readings[3];
  sm_merged one = merge(arena, (const sketch *[]){&town, &vague}, (int[]){1, 2}, 2, readings);
  assert_int_equal(one.n, 1);
  assert_string_equal(one.strikes[0]->v[SM_S_PLACE_ID].s, "t:1");
  sm_merged two = merge(arena, (const sketch *[]){&town, &neighbour, &vague}, (int[]){1, 2, 3}, 3, readings);
  assert_int_equal(two.n, 3);
  sm_arena_free(arena);
}

static void the_other_direction_is_another_strike(void **state) {
  (void)state;
  sm_arena *arena = sm_arena_new();
  sketch back = town;
  back.report = "z";
  back.attacker = "Borland";
  sm_reading readings[2];
  sm_merged m = merge(arena, (const sketch *[]){&town, &back}, (int[]){1, 2}, 2, readings);
  assert_int_equal(m.n, 2);
  sm_arena_free(arena);
}

/// The strikes as text, so that two results can be held against each other.
static char *printed(const sm_merged *m) {
  sm_buffer b = {0};
  for (size_t i = 0; i < m->n; i++) sm_reading_json(m->strikes[i], &b);
  sm_buffer_add_char(&b, 0);
  return b.bytes;
}

static void merging_does_not_depend_on_the_order_of_reports(void **state) {
  (void)state;
  static const int orders[][5] = {
      {0, 1, 2, 3, 4}, {4, 2, 1, 0, 3}, {0, 3, 4, 1, 2}, {2, 4, 0, 3, 1}, {1, 0, 3, 2, 4}};
  static const sketch *const all[] = {&town, &revised, &boast, &neighbour, &vague};
  static const int numbers[] = {1, 3, 4, 2, 5};
  sm_arena *arena = sm_arena_new();
  char *first = NULL;
  for (int o = 0; o < 5; o++) {
    const sketch *sketches[5];
    int ids[5];
    sm_reading readings[5];
    for (int i = 0; i < 5; i++) {
      sketches[i] = all[orders[o][i]];
      ids[i] = numbers[orders[o][i]];
    }
    sm_merged m = merge(arena, sketches, ids, 5, readings);
    char *text = printed(&m);
    if (first) assert_string_equal(text, first);
    if (first)
      free(text);
    else
      first = text;
  }
  free(first);
  sm_arena_free(arena);
}

static void a_reading_given_twice_counts_once(void **state) {
  (void)state;
  sm_arena *arena = sm_arena_new();
  sm_reading readings[3];
  sm_merged m = merge(arena, (const sketch *[]){&town, &town, &revised}, (int[]){1, 1, 2}, 3, readings);
  assert_int_equal(m.n, 1);
  assert_int_equal(m.strikes[0]->v[SM_S_N_REPORTS].i, 2);
  assert_int_equal(m.strike_of[1], 0);
  sm_arena_free(arena);
}

static void a_reading_survives_its_json(void **state) {
  (void)state;
  sm_arena *arena = sm_arena_new();
  sm_error err = {0};
  sm_reading r = reading_of(arena, &town, 1), back;
  r.v[SM_S_SENTENCE] = sm_value_text("He said: \"it's\\\n\x01 \xf0\x9f\x92\xa5; DROP TABLE strikes;--\"");
  r.v[SM_S_EVIDENCE] = sm_value_json("{\"trigger\":[[1,2]]}");
  sm_buffer first = {0}, second = {0};
  sm_reading_json(&r, &first);
  assert_ok(sm_reading_parse(sm_buffer_str(&first), arena, &back, &err), err);
  sm_reading_json(&back, &second);
  assert_int_equal(first.len, second.len);
  assert_memory_equal(first.bytes, second.bytes, first.len);
  assert_string_equal(back.v[SM_S_SENTENCE].s, r.v[SM_S_SENTENCE].s);
  sm_buffer_free(&first);
  sm_buffer_free(&second);
  sm_arena_free(arena);
}

static void broken_readings_are_refused(void **state) {
  (void)state;
  static const char *const bad[] = {
      "",
      "{",
      "[]",
      "{\"properties\":{}}",
      "{\"properties\":{\"reading_id\":\"x\"}}",
      "{\"properties\":{\"reading_id\":\"0123456789abcdef\",\"fat_low\":\"many\"}}",
      "{\"properties\":{\"reading_id\":\"0123456789abcdef\"},\"geometry\":{\"type\":\"Point\","
      "\"coordinates\":[200,1]}}"};
  sm_arena *arena = sm_arena_new();
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    sm_reading r;
    sm_error err = {0};
    assert_int_equal(sm_reading_parse(sm_str_of(bad[i]), arena, &r, &err), SM_ERROR_FORMAT);
    assert_true(*err.message);
  }
  sm_arena_free(arena);
}

static void every_column_is_described_once(void **state) {
  (void)state;
  for (int t = 0; t < SM_N_TABLES; t++) {
    const sm_table *table = sm_table_of((sm_table_id)t);
    for (int i = 0; i < table->n; i++) {
      const sm_column *c = table->columns[i];
      assert_true(strlen(c->short_name) <= 10);
      assert_true(*c->title && *c->meaning);
      for (int k = 0; k < i; k++) {
        assert_string_not_equal(c->name, table->columns[k]->name);
        assert_string_not_equal(c->short_name, table->columns[k]->short_name);
      }
    }
  }
}

static sm_collection *collection_of(const sketch *const *sketches, size_t n) {
  sm_error err = {0};
  sm_collection *c;
  assert_ok(sm_collection_new(&(sm_collection_options){0}, &c, &err), err);
  for (size_t i = 0; i < n; i++) {
    sm_reading r = reading_of(sm_collection_arena(c), sketches[i], (int)i + 1);
    sm_report_row report = {.v = {[SM_R_ID] = r.v[SM_S_REPORT_ID], [SM_R_PUBLISHED] = r.v[SM_S_PUBLISHED]}};
    assert_ok(sm_collection_add_report(c, &report, &err), err);
    assert_ok(sm_collection_add_reading(c, &r, &err), err);
  }
  return c;
}

static const char *output_path(const char *name) {
  static char path[4096];
  const char *build = getenv("SM_BUILD");
  snprintf(path, sizeof path, "%s/test_layer_%s", build ? build : "/tmp", name);
  return path;
}

static sm_status write_to(sm_collection *c, const sm_writer_options *how, sm_error *err) {
  size_t n_layers;
  sm_writer *writer;
  sm_status status = sm_writer_open(how, &writer, err);
  if (status) return status;
  sm_layers *const *layers = sm_writer_layers(writer, &n_layers);
  status = sm_collection_merge(c, err);
  if (!status && sm_writer_existing(writer)) status = sm_writer_clear(writer, err);
  if (!status) status = sm_collection_write(c, layers, n_layers, err);
  if (!status) return sm_writer_commit(writer, err);
  sm_writer_discard(writer);
  return status;
}

static GIntBig rows_in(const char *path, const char *layer) {
  GDALDatasetH dataset = GDALOpenEx(path, GDAL_OF_VECTOR, NULL, NULL, NULL);
  assert_non_null(dataset);
  OGRLayerH found = layer ? GDALDatasetGetLayerByName(dataset, layer) : GDALDatasetGetLayer(dataset, 0);
  GIntBig n = found ? OGR_L_GetFeatureCount(found, TRUE) : -1;
  GDALClose(dataset);
  return n;
}

static void every_format_holds_every_strike(void **state) {
  (void)state;
  static const char *const names[] = {"all.gpkg", "all.geojson", "all.geojsonl", "all.fgb",   "all.csv",
                                      "all.shp",  "all.kml",     "all.xlsx",     "all.sqlite"};
  const sketch *const all[] = {&town, &neighbour};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    sm_error err = {0};
    sm_collection *c = collection_of(all, 2);
    assert_ok(write_to(c, &(sm_writer_options){.path = output_path(names[i]), .overwrite = true}, &err), err);
    assert_int_equal(rows_in(output_path(names[i]),
                             strstr(names[i], "shp") || strstr(names[i], "csv") ? NULL : "strikes") < 0
                         ? rows_in(output_path(names[i]), NULL)
                         : rows_in(output_path(names[i]),
                                   strstr(names[i], "shp") || strstr(names[i], "csv") ? NULL : "strikes"),
                     2);
    sm_collection_free(c);
  }
}

static void an_existing_file_is_not_replaced(void **state) {
  (void)state;
  sm_error err = {0};
  const sketch *const all[] = {&town};
  sm_collection *c = collection_of(all, 1);
  assert_ok(write_to(c, &(sm_writer_options){.path = output_path("keep.gpkg"), .overwrite = true}, &err),
            err);
  assert_int_equal(write_to(c, &(sm_writer_options){.path = output_path("keep.gpkg")}, &err),
                   SM_ERROR_EXISTS);
  assert_int_equal(rows_in(output_path("keep.gpkg"), "strikes"), 1);
  sm_collection_free(c);
}

static void appending_in_any_order_gives_the_same_strikes(void **state) {
  (void)state;
  const sketch *const orders[][2] = {{&town, &revised}, {&revised, &town}};
  for (int o = 0; o < 2; o++) {
    sm_error err = {0};
    const char *path = output_path(o ? "ba.gpkg" : "ab.gpkg");
    unlink(path);
    for (int i = 0; i < 2; i++) {
      sm_collection *c;
      assert_ok(sm_collection_new(&(sm_collection_options){0}, &c, &err), err);
      assert_ok(sm_collection_read_path(c, path, NULL, &err), err);
      sm_reading r = reading_of(sm_collection_arena(c), orders[o][i], orders[o][i] == &town ? 1 : 2);
      assert_ok(sm_collection_add_reading(c, &r, &err), err);
      assert_ok(write_to(c, &(sm_writer_options){.path = path, .append = true}, &err), err);
      sm_collection_free(c);
    }
    assert_int_equal(rows_in(path, "strikes"), 1);
    assert_int_equal(rows_in(path, "readings"), 2);
    assert_int_equal(rows_in(path, "claims"), 2);
  }
}

static void a_correction_wins_and_stays(void **state) {
  (void)state;
  sm_error err = {0};
  const sketch *const all[] = {&town, &neighbour};
  sm_collection *c = collection_of(all, 2);
  const char *id = reading_of(sm_collection_arena(c), &town, 1).v[SM_S_READING_ID].s;
  const char *other = reading_of(sm_collection_arena(c), &neighbour, 2).v[SM_S_READING_ID].s;
  sm_correction_row lon = {.v = {[SM_K_STRIKE] = sm_value_text(id),
                                 [SM_K_COLUMN] = sm_value_text("lon"),
                                 [SM_K_NEW] = sm_value_text("31.5")}};
  sm_correction_row gone = {.v = {[SM_K_STRIKE] = sm_value_text(other),
                                  [SM_K_COLUMN] = sm_value_text("rejected"),
                                  [SM_K_NEW] = sm_value_text("true")}};
  assert_ok(sm_collection_add_correction(c, &lon, &err), err);
  assert_ok(sm_collection_add_correction(c, &gone, &err), err);
  const char *path = output_path("corrected.gpkg");
  assert_ok(write_to(c, &(sm_writer_options){.path = path, .overwrite = true}, &err), err);
  sm_collection_free(c);
  assert_int_equal(rows_in(path, "strikes"), 1);
  assert_ok(sm_collection_new(&(sm_collection_options){0}, &c, &err), err);
  assert_ok(sm_collection_read_path(c, path, NULL, &err), err);
  assert_ok(sm_collection_merge(c, &err), err);
  const sm_merged *merged = sm_collection_merged(c);
  assert_int_equal(merged->n, 2);
  assert_true(fabs(merged->strikes[0]->v[SM_S_LON].r - 31.5) < 1e-9);
  assert_string_equal(merged->strikes[0]->v[SM_S_LOC_METHOD].s, "analyst");
  sm_collection_free(c);
}

static void a_bad_target_is_one_clear_error(void **state) {
  (void)state;
  static const sm_writer_options bad[] = {{.path = "/nowhere/at/all.gpkg"},
                                          {.path = "x.unknownformat"},
                                          {.path = "x.gpkg", .format = "NoSuchDriver"},
                                          {.path = "x.gpkg", .t_srs = "EPSG:nonsense"},
                                          {.path = "x.geojson", .t_srs = "EPSG:3857"},
                                          {.path = "x.geojson", .append = true}};
  CPLPushErrorHandler(CPLQuietErrorHandler);
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    sm_error err = {0};
    sm_writer *writer;
    assert_int_not_equal(sm_writer_open(&bad[i], &writer, &err), SM_OK);
    assert_true(*err.message);
  }
  CPLPopErrorHandler();
}

static void attackers_in_a_style_are_escaped_and_the_most_frequent_come_first(void **state) {
  (void)state;
  sm_palette *palette;
  sm_buffer out = {0};
  assert_int_equal(sm_palette_new(&palette, NULL), SM_OK);
  assert_int_equal(sm_palette_add(palette, SM_STR("Once"), NULL), SM_OK);
  for (int i = 0; i < 2; i++) assert_int_equal(sm_palette_add(palette, SM_STR("O'N<b>&\\"), NULL), SM_OK);
  for (int i = 0; i < 200; i++) { // many names that no colour is left for
    char name[8];
    int n = snprintf(name, sizeof name, "z%d", i);
    assert_int_equal(sm_palette_add(palette, (sm_str){name, (size_t)n}, NULL), SM_OK);
  }
  sm_palette_fill(palette, "<a e=\"map(@COLOURS@)\"><!--attacker-->[@N@ @ATTACKER@]<!--end--></a>", &out);
  sm_buffer_add_char(&out, 0);
  assert_false(out.failed);
  assert_non_null(strstr(out.bytes, "<a e=\"map('O''N&lt;b&gt;&amp;\\\\','#0072B2','Once','#D55E00','z0',"));
  assert_non_null(strstr(out.bytes, ">[0 O'N&lt;b&gt;&amp;\\][1 Once][2 z0][3 z1]"));
  assert_non_null(strstr(out.bytes, "[5 z100]</a>"));
  sm_buffer_free(&out);
  sm_palette_fill(NULL, "map(@COLOURS@)<!--attacker-->x<!--end-->", &out);
  assert_true(sm_str_equal(sm_buffer_str(&out), SM_STR("map()")));
  sm_buffer_free(&out);
  sm_palette_free(palette);
}

int main(void) {
  GDALAllRegister();
  const struct CMUnitTest tests[] = {
      SM_TEST(reports_of_one_strike_become_one),
      SM_TEST(strikes_of_one_report_stay_apart),
      SM_TEST(a_country_joins_a_town_only_where_no_other_could_be_meant),
      SM_TEST(the_other_direction_is_another_strike),
      SM_TEST(merging_does_not_depend_on_the_order_of_reports),
      SM_TEST(a_reading_given_twice_counts_once),
      SM_TEST(a_reading_survives_its_json),
      SM_TEST(broken_readings_are_refused),
      SM_TEST(every_column_is_described_once),
      SM_TEST(every_format_holds_every_strike),
      SM_TEST(an_existing_file_is_not_replaced),
      SM_TEST(appending_in_any_order_gives_the_same_strikes),
      SM_TEST(a_correction_wins_and_stays),
      SM_TEST(a_bad_target_is_one_clear_error),
      SM_TEST(attackers_in_a_style_are_escaped_and_the_most_frequent_come_first),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
