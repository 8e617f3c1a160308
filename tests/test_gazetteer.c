#include "test.h"

#include <math.h>

#include "boundary.h"
#include "build.h"
#include "fold.h"
#include "index.h"

// --- Helpers
// ---------------------------------------------------------------------------------------------------

/// A path in the build folder.
static const char *build_path(const char *name) {
  static char paths[8][4096];
  static int next;
  char *path = paths[next++ % 8];
  snprintf(path, sizeof paths[0], "%s/%s", getenv("SM_BUILD"), name);
  return path;
}

static sm_gazetteer *open_files(const char *first, const char *second) {
  const char *paths[] = {first, second};
  sm_error err = {0};
  sm_gazetteer *g = NULL;
  assert_ok(sm_gazetteer_open(paths, second ? 2 : 1, &g, &err), err);
  return g;
}

/// The small invented world of tests/data/gazetteer.
static sm_gazetteer *small_world(void) {
  sm_error err = {0};
  const char *path = build_path("test_small.gaz");
  assert_ok(sm_gazetteer_build_builtin(sm_source_path("tests/data/gazetteer"), path, NULL, NULL, &err), err);
  return open_files(path, NULL);
}

/// The gazetteer of the world as it is shipped.
static sm_gazetteer *world(void) {
  char path[4096];
  sm_error err = {0};
  assert_ok(sm_data_path(NULL, "world.gaz", path, sizeof path, &err), err);
  return open_files(path, NULL);
}

static void write_file(const char *path, const char *text) {
  FILE *f = fopen(path, "wb");
  assert_non_null(f);
  assert_int_equal(fwrite(text, 1, strlen(text), f), strlen(text));
  fclose(f);
}

static size_t find(const sm_gazetteer *g, const char *name, sm_candidate *out, size_t cap) {
  return sm_gazetteer_find(g, sm_name_key(sm_str_of(name), NULL), out, cap);
}

static sm_place place_of(const sm_gazetteer *g, sm_place_ref ref) {
  sm_place p;
  sm_gazetteer_place(g, ref, &p);
  return p;
}

static sm_place place_by_id(const sm_gazetteer *g, const char *id) {
  return place_of(g, sm_gazetteer_by_id(g, sm_str_of(id)));
}

/// The name means first of all the place of this id.
static void assert_first(const sm_gazetteer *g, const char *name, const char *id) {
  sm_candidate c = {0};
  if (!find(g, name, &c, 1)) fail_msg("%s is not found", name);
  sm_place p = place_of(g, c.place);
  if (!sm_str_equal(p.id, sm_str_of(id))) fail_msg("%s is %.*s, not %s", name, SM_STR_ARG(p.id), id);
}

/// Flags of the name as a name of the place of this id.
static unsigned flags_of(const sm_gazetteer *g, const char *name, const char *id) {
  sm_candidate c[16];
  size_t n = find(g, name, c, 16);
  for (size_t i = 0; i < n && i < 16; i++)
    if (sm_str_equal(place_of(g, c[i].place).id, sm_str_of(id))) return c[i].name_flags;
  fail_msg("%s is no name of %s", name, id);
  return 0;
}

static bool similar_has(const sm_gazetteer *g, const char *name, const char *id) {
  sm_candidate c[16];
  size_t n = sm_gazetteer_find_similar(g, sm_str_of(name), c, 16);
  for (size_t i = 0; i < n && i < 16; i++) {
    assert_true(c[i].name_flags & SM_NAME_VARIANT);
    if (sm_str_equal(place_of(g, c[i].place).id, sm_str_of(id))) return true;
  }
  return false;
}

/// Country, province and district that hold the point, or the sea; "" where none does.
static void assert_located(const sm_gazetteer *g, double lon, double lat, const char *iso3, const char *adm1,
                           const char *adm2, const char *sea) {
  sm_location_units u = sm_boundary_locate(g, lon, lat);
  sm_place country = place_of(g, u.country), province = place_of(g, u.adm1), district = place_of(g, u.adm2),
           water = place_of(g, u.sea);
  if (strcmp(country.iso3, iso3)) fail_msg("%g %g lies in %s, not in %s", lon, lat, country.iso3, iso3);
  if (adm1) assert_str(province.name, adm1);
  if (adm2) assert_str(district.name, adm2);
  assert_str(water.name, sea);
}

// --- Names
// -----------------------------------------------------------------------------------------------------

static void names_are_found_in_any_script_and_folding(void **state) {
  (void)state;
  sm_gazetteer *g = small_world();
  assert_first(g, "Auland", "iso:AAA");
  assert_first(g, "AULAND", "iso:AAA");
  assert_first(g, "Ауландия", "iso:AAA");
  assert_first(g, "أولاند", "iso:AAA");
  assert_first(g, "koh e sabz", "geonames:22");
  assert_first(g, "Koh-e-Sabz", "geonames:22");
  assert_first(g, "Balabakk", "geonames:23");
  assert_first(g, "Ba‘labakk", "geonames:23");
  assert_int_equal(find(g, "Nowhere", NULL, 0), 0);
  sm_gazetteer_close(g);
}

static void names_tell_what_they_are(void **state) {
  (void)state;
  sm_gazetteer *g = small_world();
  assert_int_equal(flags_of(g, "Auland", "iso:AAA"), SM_NAME_MAIN);
  assert_int_equal(flags_of(g, "AU", "iso:AAA"), SM_NAME_SHORT);
  assert_int_equal(flags_of(g, "Old Auland", "iso:AAA"), SM_NAME_FORMER);
  assert_int_equal(flags_of(g, "Aulanders", "iso:AAA"), SM_NAME_DEMONYM);
  assert_int_equal(flags_of(g, "Republic of Auland", "iso:AAA"), 0);
  assert_int_equal(flags_of(g, "Eastgoor", "geonames:4"), 0);
  sm_gazetteer_close(g);
}

static void unit_words_may_be_left_out(void **state) {
  (void)state;
  sm_gazetteer *g = small_world();
  assert_int_equal(flags_of(g, "Punjar", "ne:AAA-2"), SM_NAME_STRIPPED);
  assert_int_equal(flags_of(g, "Пунжарская", "ne:AAA-2"), SM_NAME_STRIPPED);
  assert_int_equal(flags_of(g, "Sabzistan", "ne:BBB-1"), SM_NAME_MAIN);
  assert_int_equal(flags_of(g, "Eastgur", "gn:AU.1.b"), SM_NAME_STRIPPED);
  assert_int_equal(find(g, "North", NULL, 0), 0); // "North Province" is not called so
  sm_gazetteer_close(g);
}

static void namesakes_come_most_prominent_first(void **state) {
  (void)state;
  sm_gazetteer *g = small_world();
  sm_candidate c[4];
  assert_int_equal(find(g, "Twinham", c, 4), 2);
  assert_str(place_of(g, c[0].place).id, "geonames:21");
  assert_str(place_of(g, c[1].place).id, "geonames:7");
  assert_int_equal(find(g, "Twinham", c, 1), 2);
  sm_gazetteer_close(g);
}

static void the_first_word_tells_how_long_names_may_be(void **state) {
  (void)state;
  sm_gazetteer *g = small_world();
  uint64_t words[8];
  int longest = -1;
  assert_int_equal(sm_name_words(SM_STR("New Town upon Long River"), words, 8), 5);
  assert_true(sm_gazetteer_starts(g, words[0], &longest));
  assert_int_equal(longest, 5);
  assert_true(sm_gazetteer_starts(g, sm_phrase_key(words[0], words[1]), &longest));
  assert_int_equal(longest, 5);
  assert_false(sm_gazetteer_starts(g, sm_phrase_key(words[0], words[2]), &longest));
  assert_false(sm_gazetteer_starts(g, words[1], &longest));
  assert_int_equal(longest, 0);
  sm_gazetteer_close(g);
}

static void other_spellings_are_found_where_the_consonants_agree(void **state) {
  (void)state;
  sm_gazetteer *g = small_world();
  assert_true(similar_has(g, "Hodeidah", "geonames:25"));
  assert_true(similar_has(g, "Hudaida", "geonames:25"));
  assert_true(similar_has(g, "Kouh-Sabz", "geonames:22"));
  assert_true(similar_has(g, "Sabz Koh", "geonames:22"));
  assert_true(similar_has(g, "al-Hudaydah", "geonames:25"));
  assert_false(similar_has(g, "Hadada", "geonames:22"));
  assert_int_equal(sm_gazetteer_find_similar(g, SM_STR("Johnson"), NULL, 0), 0);
  assert_int_equal(sm_gazetteer_find_similar(g, SM_STR(""), NULL, 0), 0);
  sm_gazetteer_close(g);
}

static void a_spelling_asked_for_again_finds_the_same(void **state) {
  (void)state;
  static const char *const names[] = {"Hodeidah", "Sabz Koh", "Hudaida", "Hadada"};
  sm_gazetteer *asked = small_world();
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    sm_gazetteer *fresh = small_world();
    sm_candidate first[16] = {{0}}, again[16] = {{0}}, apart[16] = {{0}}, one[1] = {{0}};
    size_t n = sm_gazetteer_find_similar(asked, sm_str_of(names[i]), first, 16);
    assert_int_equal(sm_gazetteer_find_similar(asked, sm_str_of(names[i]), again, 16), n);
    assert_int_equal(sm_gazetteer_find_similar(fresh, sm_str_of(names[i]), apart, 16), n);
    assert_int_equal(sm_gazetteer_find_similar(asked, sm_str_of(names[i]), one, 1), n);
    assert_memory_equal(first, again, sizeof first);
    assert_memory_equal(first, apart, sizeof first);
    assert_int_equal(one[0].place, first[0].place);
    sm_gazetteer_close(fresh);
  }
  sm_gazetteer_close(asked);
}

// --- Places
// ----------------------------------------------------------------------------------------------------

static void a_place_is_read_back_as_it_was_written(void **state) {
  (void)state;
  sm_gazetteer *g = small_world();
  sm_place p = place_by_id(g, "geonames:4");
  assert_str(p.name, "Eastgur");
  assert_str(p.source, "GeoNames");
  assert_int_equal(p.kind, SM_KIND_CITY);
  assert_int_equal(p.flags, SM_PLACE_ADM2_SEAT);
  assert_true(fabs(p.lon - 8) < 1e-6 && fabs(p.lat - 7.5) < 1e-6);
  assert_int_equal(p.population, 30000);
  assert_true(p.radius_m >= 1000);
  assert_str(place_of(g, p.country).id, "iso:AAA");
  assert_str(place_of(g, p.adm1).id, "ne:AAA-1");
  assert_str(place_of(g, p.adm2).id, "gn:AU.1.b");
  assert_string_equal(p.iso3, "AAA");
  sm_str names[4];
  assert_int_equal(sm_gazetteer_names(g, sm_gazetteer_by_id(g, SM_STR("geonames:4")), names, 4), 3);
  assert_str(names[0], "Eastgur");
  assert_str(names[2], "Eastgoor");
  sm_gazetteer_close(g);
}

static void units_contain_themselves_and_have_codes(void **state) {
  (void)state;
  sm_gazetteer *g = small_world();
  sm_place_ref country = sm_gazetteer_country(g, "AAA");
  sm_place p = place_of(g, country);
  assert_int_equal(p.country, country);
  assert_str(p.code, "AU");
  p = place_by_id(g, "ne:BBB-1");
  assert_str(p.code, "BE-SA");
  assert_string_equal(p.disputed, "AAA");
  assert_str(place_of(g, sm_gazetteer_capital(g, country)).name, "Aucity");
  assert_int_equal(sm_gazetteer_country(g, "ZZZ"), 0);
  assert_int_equal(sm_gazetteer_country(g, "A"), 0);
  assert_int_equal(sm_gazetteer_capital(g, sm_gazetteer_country(g, "CCC")), 0);
  sm_gazetteer_close(g);
}

static void units_have_an_inhabited_centre_inside_them(void **state) {
  (void)state;
  sm_gazetteer *g = small_world();
  const char *ids[] = {"iso:AAA", "iso:BBB", "ne:AAA-1", "ne:AAA-2", "ne:BBB-1", "gn:AU.1.a", "gn:AU.1.b"};
  for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
    sm_place_ref ref = sm_gazetteer_by_id(g, sm_str_of(ids[i]));
    sm_place p = place_of(g, ref);
    assert_true(sm_boundary_contains(g, ref, p.inhabited_lon, p.inhabited_lat));
    assert_true(p.inhabited_radius_m >= 1000);
  }
  sm_gazetteer_close(g);
}

static void a_district_without_coordinates_stands_at_the_place_of_its_name(void **state) {
  (void)state;
  sm_gazetteer *g = small_world();
  sm_place p = place_by_id(g, "gn:AU.1.b"), lost = place_by_id(g, "gn:AU.1.d"),
           north = place_by_id(g, "ne:AAA-1");
  assert_true(fabs(p.lon - 8) < 1e-6 && fabs(p.lat - 7.5) < 1e-6);
  assert_true(p.flags & SM_PLACE_HAS_POLYGON);
  assert_false(lost.flags & SM_PLACE_HAS_POLYGON);
  assert_true(lost.lon == north.lon && lost.radius_m >= north.radius_m);
  sm_gazetteer_close(g);
}

// --- Outlines
// --------------------------------------------------------------------------------------------------

static void a_point_is_located_in_its_units_or_its_sea(void **state) {
  (void)state;
  sm_gazetteer *g = small_world();
  assert_located(g, 2, 8, "AAA", "North Province", "Westgur District", "");
  assert_located(g, 8.5, 7, "AAA", "North Province", "Eastgur District", "");
  assert_located(g, 5, 7.5, "AAA", "North Province", "Midgur District", "");
  assert_located(g, 1, 1, "AAA", "Punjar Province", "", "");
  assert_located(g, 6.5, 3.5, "", "", "", ""); // the lake in the province
  assert_located(g, 15, 5, "BBB", "Sabzistan", "", "");
  assert_located(g, 21, 5, "", "", "", "Strait of Gate");
  assert_located(g, 30, 5, "", "", "", "Wide Sea");
  assert_located(g, 20.01, 7, "BBB", "Sabzistan", "", "Wide Sea"); // a kilometre off the generalised coast
  assert_located(g, -120, -60, "", "", "", "");
  assert_located(g, 1e9, NAN, "", "", "", "");
  sm_gazetteer_close(g);
}

static void districts_hold_the_places_that_made_them(void **state) {
  (void)state;
  sm_gazetteer *g = small_world();
  const char *ids[] = {"geonames:2", "geonames:3", "geonames:4", "geonames:5"};
  for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
    sm_place p = place_by_id(g, ids[i]);
    assert_true(sm_boundary_contains(g, p.adm2, p.lon, p.lat));
    assert_true(sm_boundary_contains(g, p.adm1, p.lon, p.lat));
    assert_int_equal(sm_boundary_locate(g, p.lon, p.lat).adm2, p.adm2);
  }
  sm_gazetteer_close(g);
}

static void a_countrys_outline_is_its_provinces_without_their_borders(void **state) {
  (void)state;
  sm_gazetteer *g = small_world();
  sm_error err = {0};
  sm_outline o;
  assert_ok(sm_boundary_outline(g, sm_gazetteer_country(g, "AAA"), &o, &err), err);
  assert_int_equal(o.n, 2); // the shell and the lake
  assert_false(o.is_line);
  for (uint32_t i = 0; i < o.n; i++) {
    assert_int_equal(o.rings[i].part, 0);
    assert_true(o.rings[i].xy[0] == o.rings[i].xy[2 * o.rings[i].n - 2]);
  }
  sm_outline_free(&o);
  assert_ok(sm_boundary_outline(g, sm_gazetteer_by_id(g, SM_STR("sm:line")), &o, &err), err);
  assert_true(o.is_line && o.n == 1 && o.rings[0].n == 3);
  sm_outline_free(&o);
  assert_ok(sm_boundary_outline(g, sm_gazetteer_by_id(g, SM_STR("geonames:1")), &o, &err), err);
  assert_int_equal(o.n, 0);
  sm_outline_free(&o);
  assert_true(sm_boundary_contains(g, sm_gazetteer_by_id(g, SM_STR("sm:gurland")), 1, 1)); // made of parts
  sm_gazetteer_close(g);
}

static void countries_know_their_neighbours(void **state) {
  (void)state;
  sm_gazetteer *g = small_world();
  sm_place_ref a = sm_gazetteer_country(g, "AAA"), b = sm_gazetteer_country(g, "BBB"), out[4];
  assert_int_equal(sm_boundary_neighbours(g, a, out, 4), 1);
  assert_int_equal(out[0], b);
  assert_int_equal(sm_boundary_neighbours(g, b, out, 4), 1);
  assert_int_equal(out[0], a);
  assert_int_equal(sm_boundary_neighbours(g, sm_gazetteer_country(g, "CCC"), out, 4), 0);
  sm_gazetteer_close(g);
}

static void the_nearest_places_come_nearest_first(void **state) {
  (void)state;
  sm_gazetteer *g = small_world();
  sm_place_ref out[4];
  assert_int_equal(sm_gazetteer_nearest(g, 4.1, 1.1, 200000, out, 4), 2);
  assert_str(place_of(g, out[0]).id, "geonames:7");
  assert_str(place_of(g, out[1]).id, "geonames:1");
  assert_int_equal(sm_gazetteer_nearest(g, 4.1, 1.1, 1000, out, 4), 0);
  assert_int_equal(sm_gazetteer_nearest(g, 4.1, 1.1, 2e7, out, 1), 1);
  assert_int_equal(sm_gazetteer_nearest(g, -170, -80, 2e7, out, 4), 4);
  sm_gazetteer_close(g);
}

// --- The user's own
// --------------------------------------------------------------------------------------------

#define ROW(id, name, alternates, lat, lon, class, code, admin1, admin2, population)                         \
  id "\t" name "\t" name "\t" alternates "\t" lat "\t" lon                                                   \
     "\t" class "\t" code "\tBE\t\t" admin1 "\t" admin2 "\t\t\t" population "\t\t10\tAsia/X\t2018-02-03\n"

static const char *own_dump(void) {
  const char *path = build_path("BE.txt");
  write_file(path, ROW("21", "Twinham", "Zwillingsheim", "4.01", "13.01", "P", "PPL", "1", "", "70000") //
             ROW("900", "Twinham", "", "8", "18", "P", "PPL", "1", "", "0")                             //
             ROW("901", "Beecity", "Beestadt", "5.02", "15.01", "P", "PPLC", "1", "", "0")              //
             ROW("902", "Goth Lalupur", "", "7", "12", "P", "PPL", "1", "", "0")                        //
             ROW("903", "Lalu Stream", "", "7", "12", "H", "STMI", "1", "", "0")                        //
             ROW("-1", "Numberless", "", "7.1", "12", "P", "PPL", "1", "", "0"));
  return path;
}

static sm_gazetteer *stacked(const char *input, const char *name_column) {
  sm_error err = {0};
  sm_gazetteer *base = small_world();
  const char *own = build_path("test_own.gaz"), *inputs[] = {input};
  sm_build_options options = {.name_column = name_column};
  assert_ok(sm_gazetteer_build(inputs, 1, base, &options, own, NULL, NULL, &err), err);
  sm_gazetteer_close(base);
  return open_files(own, build_path("test_small.gaz"));
}

static void the_users_places_stand_in_the_bases_units(void **state) {
  (void)state;
  sm_gazetteer *g = stacked(own_dump(), NULL);
  sm_place p = place_by_id(g, "geonames:902");
  assert_str(p.name, "Goth Lalupur");
  assert_true(p.flags & SM_PLACE_USER);
  assert_str(place_of(g, p.country).id, "iso:BBB");
  assert_str(place_of(g, p.adm1).id, "ne:BBB-1");
  assert_string_equal(p.iso3, "BBB");
  assert_int_equal(flags_of(g, "Lalupur", "geonames:902"), SM_NAME_STRIPPED);
  assert_int_equal(find(g, "Lalu Stream", NULL, 0), 0);
  assert_first(g, "Numberless", "user:BE#line6");
  assert_first(g, "Auland", "iso:AAA");
  sm_place_ref near[1];
  assert_int_equal(sm_gazetteer_nearest(g, 12, 7.09, 50000, near, 1), 1);
  assert_str(place_of(g, near[0]).name, "Numberless");
  sm_gazetteer_file files[2];
  assert_int_equal(sm_gazetteer_files(g, files, 2), 2);
  assert_int_equal(files[0].n_places, 5);
  assert_str(files[0].version, "2018-02-03");
  assert_int_equal(strlen(files[0].sha256), 64);
  sm_gazetteer_close(g);
}

static void one_place_in_two_gazetteers_is_one_candidate(void **state) {
  (void)state;
  sm_gazetteer *g = stacked(own_dump(), NULL);
  sm_candidate c[8];
  // Same GeoNames number: the record asked first; the other two namesakes stay.
  assert_int_equal(find(g, "Twinham", c, 8), 3);
  assert_str(place_of(g, c[0].place).id, "geonames:21");
  assert_true(place_of(g, c[0].place).flags & SM_PLACE_USER);
  // Same name and class within 5 km: one record.
  assert_int_equal(find(g, "Beecity", c, 8), 1);
  assert_str(place_of(g, c[0].place).id, "geonames:901");
  assert_int_equal(find(g, "Zwillingsheim", c, 8), 1);
  sm_gazetteer_close(g);
}

static void a_table_of_own_sites_becomes_a_gazetteer(void **state) {
  (void)state;
  const char *path = build_path("sites.csv");
  write_file(path, "id,title,lat,lon,kind,radius_m,names\n"
                   "a1,Camp Alpha,7.5,3,base,800,Alpha Base|~CA\n"
                   "a2,\"Depot, \"\"North\"\"\",6,2,site,,\n"
                   "a3,,6,2,site,,\n"
                   "a4,Without Point,,,site,,\n");
  sm_gazetteer *g = stacked(path, "title");
  sm_place p = place_by_id(g, "user:sites#a1");
  assert_int_equal(p.kind, SM_KIND_BASE);
  assert_true(p.radius_m == 800);
  assert_str(place_of(g, p.adm1).id, "ne:AAA-1");
  assert_first(g, "Alpha Base", "user:sites#a1");
  assert_int_equal(flags_of(g, "CA", "user:sites#a1"), SM_NAME_SHORT);
  assert_first(g, "Depot North", "user:sites#a2");
  assert_int_equal(sm_gazetteer_by_id(g, SM_STR("user:sites#a3")), 0);
  sm_gazetteer_close(g);
}

static void a_record_of_whos_on_first_keeps_its_id_and_names(void **state) {
  (void)state;
  const char *path = build_path("85900001.geojson");
  write_file(
      path,
      "{\"id\":85900001,\"type\":\"Feature\",\"properties\":{\"wof:id\":85900001,\"wof:name\":\"Hillham\","
      "\"wof:placetype\":\"locality\",\"name:deu_x_preferred\":[\"Hügelheim\"],\"wof:country\":\"BE\","
      "\"wof:concordances\":{\"gn:id\":23}},\"geometry\":{\"type\":\"Point\",\"coordinates\":[16,6]}}");
  sm_gazetteer *g = stacked(path, NULL);
  assert_first(g, "Hügelheim", "wof:85900001");
  sm_place p = place_by_id(g, "wof:85900001");
  assert_int_equal(p.kind, SM_KIND_CITY);
  assert_str(p.source, "Who's On First");
  assert_first(g, "Baalbek", "wof:85900001"); // the same GeoNames number: its record is asked first
  sm_gazetteer_close(g);
}

static void a_district_layer_of_the_users_own_replaces_the_districts(void **state) {
  (void)state;
  const char *path = build_path("own_districts.geojson"), *inputs[] = {path},
             *own = build_path("test_districts.gaz");
  write_file(
      path,
      "{\"type\":\"FeatureCollection\",\"features\":["
      "{\"type\":\"Feature\",\"properties\":{\"NAME_2\":\"Westgur District\",\"pcode\":\"P1\"},\"geometry\":"
      "{\"type\":\"Polygon\",\"coordinates\":[[[0,5],[6,5],[6,10],[0,10],[0,5]]]}},"
      "{\"type\":\"Feature\",\"properties\":{\"NAME_2\":\"Newgur\",\"pcode\":\"P2\"},\"geometry\":"
      "{\"type\":\"Polygon\",\"coordinates\":[[[6,5],[10,5],[10,10],[6,10],[6,5]]]}}]}");
  sm_error err = {0};
  sm_gazetteer *base = small_world();
  sm_build_options options = {.districts = true};
  assert_ok(sm_gazetteer_build(inputs, 1, base, &options, own, NULL, NULL, &err), err);
  sm_gazetteer_close(base);
  sm_gazetteer *g = open_files(own, build_path("test_small.gaz"));
  assert_located(g, 5, 7.5, "AAA", "North Province", "Westgur District", "");
  assert_located(g, 8, 7.5, "AAA", "North Province", "Newgur", "");
  assert_located(g, 1, 1, "AAA", "Punjar Province", "", "");
  sm_candidate c[4];
  assert_int_equal(find(g, "Westgur District", c, 4), 1);
  assert_str(place_of(g, c[0].place).code, "P1");
  assert_int_equal(find(g, "Eastgur District", c, 4), 0); // the layer knows no such district
  assert_int_equal(flags_of(g, "Westgur", "user:own_districts#P1"), SM_NAME_STRIPPED);
  sm_place p = place_by_id(g, "geonames:4");
  assert_str(place_of(g, p.adm2).name, "Newgur");
  assert_true(sm_boundary_contains(g, p.adm2, p.lon, p.lat));
  sm_gazetteer_close(g);
}

static void bad_input_of_the_user_is_told_with_its_line(void **state) {
  (void)state;
  sm_error err = {0};
  sm_gazetteer *base = small_world();
  const char *path = build_path("bad.txt"), *inputs[] = {path}, *out = build_path("test_bad.gaz");
  write_file(path, ROW("21", "Twinham", "", "4", "13", "P", "PPL", "1", "", "0")
                       ROW("22", "Badham", "", "95", "13", "P", "PPL", "1", "", "0"));
  assert_int_equal(sm_gazetteer_build(inputs, 1, base, NULL, out, NULL, NULL, &err), SM_ERROR_FORMAT);
  assert_int_equal(err.line, 2);
  assert_non_null(strstr(err.message, "bad.txt"));
  assert_int_equal(sm_file_kind_of(out), SM_FILE_NONE);
  write_file(path, "no table at all\n");
  assert_int_equal(sm_gazetteer_build(inputs, 1, base, NULL, out, NULL, NULL, &err), SM_ERROR_IO);
  inputs[0] = "/nowhere/at/all.csv";
  assert_int_equal(sm_gazetteer_build(inputs, 1, base, NULL, out, NULL, NULL, &err), SM_ERROR_IO);
  assert_int_equal(sm_gazetteer_build(inputs, 0, base, NULL, out, NULL, NULL, &err), SM_ERROR_USAGE);
  sm_gazetteer_close(base);
}

static bool stop_at_once(double done, const char *what, void *user) {
  (void)what;
  *(int *)user += 1;
  return done > 2;
}

static void the_user_can_stop_the_work(void **state) {
  (void)state;
  sm_error err = {0};
  int calls = 0;
  sm_gazetteer *base = small_world();
  const char *inputs[] = {own_dump()}, *out = build_path("test_stopped.gaz");
  assert_int_equal(sm_gazetteer_build(inputs, 1, base, NULL, out, stop_at_once, &calls, &err),
                   SM_ERROR_STOPPED);
  assert_int_equal(calls, 1);
  assert_int_equal(sm_file_kind_of(out), SM_FILE_NONE);
  sm_gazetteer_close(base);
}

static void odd_names_do_no_harm(void **state) {
  (void)state;
  sm_error err = {0};
  enum { LONG = 10000 };
  char *text = malloc(LONG + 4096);
  const char *path = build_path("odd.txt"), *inputs[] = {path}, *out = build_path("test_odd.gaz");
  char *p = text + sprintf(text, "1\t");
  memset(p, 'x', LONG);
  p += LONG;
  p += sprintf(p, "\tx\t\t5\t15\tP\tPPL\tBE\t\t1\t\t\t\t0\t\t1\tAsia/X\t2018-01-01\n");
  p += sprintf(p, ROW("2", "A", "7,1234,-,\xff\xfe,\xc0\xaf,\xe2\x80\x8f\xd8\xa8\xd8\xb2,Xe\xcc\x81le", "5",
                      "15", "P", "PPL", "1", "", "0"));
  sprintf(p, ROW("3", "\xed\xa0\x80 Broken \x01 Name", "", "5", "15", "P", "PPL", "1", "", "0"));
  write_file(path, text);
  free(text);
  assert_ok(sm_gazetteer_build(inputs, 1, NULL, NULL, out, NULL, NULL, &err), err);
  sm_gazetteer *g = open_files(out, NULL);
  assert_first(g, "Xélé", "geonames:2"); // U+0301 decomposed or not; the last letter too
  assert_int_equal(find(g, "A", NULL, 0), 0);
  assert_int_equal(find(g, "1234", NULL, 0), 0);
  assert_true(place_by_id(g, "geonames:1").name.len <= SM_INDEX_NAME_MAX);
  assert_int_equal(sm_gazetteer_find_similar(g, place_by_id(g, "geonames:3").name, NULL, 0), 0);
  sm_gazetteer_close(g);
}

// --- Damaged files
// ---------------------------------------------------------------------------------------------

typedef struct bytes {
  char *ptr;
  size_t len;
} bytes;

static bytes small_bytes(void) {
  sm_gazetteer_close(small_world());
  sm_error err = {0};
  bytes b = {0};
  assert_ok(sm_file_read(build_path("test_small.gaz"), (size_t)1 << 30, &b.ptr, &b.len, &err), err);
  return b;
}

static void write_bytes(const char *path, bytes b, size_t len) {
  FILE *f = fopen(path, "wb");
  assert_non_null(f);
  assert_int_equal(fwrite(b.ptr, 1, len, f), len);
  fclose(f);
}

static sm_status open_status(const char *path, sm_error *err) {
  sm_gazetteer *g = NULL;
  sm_status status = sm_gazetteer_open(&path, 1, &g, err);
  if (status) assert_null(g);
  sm_gazetteer_close(g);
  return status;
}

static void a_cut_file_is_refused_with_its_byte(void **state) {
  (void)state;
  bytes b = small_bytes();
  const char *path = build_path("test_cut.gaz");
  sm_error err = {0};
  for (size_t len = 0; len < b.len; len += len < 1200 ? 7 : 99991) {
    write_bytes(path, b, len);
    assert_int_equal(open_status(path, &err), SM_ERROR_FORMAT);
    assert_non_null(strstr(err.message, "test_cut.gaz"));
  }
  assert_int_equal(open_status("/nowhere.gaz", &err), SM_ERROR_IO);
  write_file(path, "PK\x03\x04 something else altogether");
  assert_int_equal(open_status(path, &err), SM_ERROR_FORMAT);
  free(b.ptr);
}

static void a_flipped_byte_is_refused(void **state) {
  (void)state;
  bytes b = small_bytes();
  const char *path = build_path("test_flipped.gaz");
  sm_error err = {0};
  for (size_t at = 0; at < b.len; at += at < sizeof(sm_index_header) ? 5 : 59999) {
    b.ptr[at] ^= 0x10;
    write_bytes(path, b, b.len);
    sm_status status = open_status(path, &err);
    if (status != SM_ERROR_FORMAT && status != SM_ERROR_VERSION)
      fail_msg("byte %zu: status %d", at, (int)status);
    b.ptr[at] ^= 0x10;
  }
  free(b.ptr);
}

static void another_format_version_asks_to_rebuild(void **state) {
  (void)state;
  bytes b = small_bytes();
  const char *path = build_path("test_version.gaz");
  sm_error err = {0};
  ((sm_index_header *)b.ptr)->format++;
  write_bytes(path, b, b.len);
  assert_int_equal(open_status(path, &err), SM_ERROR_VERSION);
  assert_non_null(strstr(err.message, "rebuild"));
  free(b.ptr);
}

/// Every public look-up once, on whatever the file says.
static void look_at_everything(const sm_gazetteer *g) {
  static const char *const names[] = {"Twinham",  "Auland",     "Punjar",
                                      "Hodeidah", "Koh-e-Sabz", "New Town upon Long River"};
  sm_candidate c[16];
  sm_place p;
  sm_place_ref refs[16];
  int longest;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    size_t n = find(g, names[i], c, 16);
    for (size_t k = 0; k < n && k < 16; k++) sm_gazetteer_place(g, c[k].place, &p);
    sm_gazetteer_find_similar(g, sm_str_of(names[i]), c, 16);
    sm_gazetteer_starts(g, sm_name_key(sm_str_of(names[i]), NULL), &longest);
  }
  for (sm_place_ref ref = 0; ref < 60; ref++) {
    sm_str strings[8];
    sm_outline o;
    sm_gazetteer_place(g, ref, &p);
    sm_gazetteer_brief(g, ref);
    sm_gazetteer_names(g, ref, strings, 8);
    sm_gazetteer_capital(g, ref);
    sm_boundary_neighbours(g, ref, refs, 16);
    sm_boundary_contains(g, ref, 5, 5);
    if (!sm_boundary_outline(g, ref, &o, NULL)) sm_outline_free(&o);
  }
  for (double x = -1; x < 25; x += 1.3)
    for (double y = -1; y < 12; y += 1.7) sm_boundary_locate(g, x, y);
  sm_gazetteer_nearest(g, 5, 5, 1e6, refs, 16);
  sm_gazetteer_by_id(g, SM_STR("geonames:4"));
  sm_gazetteer_file f[1];
  sm_gazetteer_files(g, f, 1);
}

static void refresh_hashes(char *file) {
  sm_index_header *h = (sm_index_header *)file;
  for (int s = 0; s < SM_N_SECTIONS; s++) {
    uint64_t padded = (h->sections[s].size + SM_INDEX_ALIGN - 1) / SM_INDEX_ALIGN * SM_INDEX_ALIGN;
    h->sections[s].hash = XXH3_64bits(file + h->sections[s].offset, padded);
  }
  h->hash = sm_index_header_hash(h);
}

static void a_crafted_file_with_right_checksums_does_no_harm(void **state) {
  (void)state;
  bytes b = small_bytes();
  const char *path = build_path("test_crafted.gaz");
  const sm_index_header *h = (const sm_index_header *)b.ptr;
  uint64_t random = 88172645463325252u;
  for (int round = 0; round < 150; round++) {
    char *copy = malloc(b.len);
    memcpy(copy, b.ptr, b.len);
    for (int k = 0; k < 40; k++) {
      random ^= random << 13, random ^= random >> 7, random ^= random << 17;
      const sm_index_extent *e = &h->sections[random % SM_N_SECTIONS];
      if (!e->size) continue;
      size_t at = e->offset + (random >> 8) % e->size;
      copy[at] = (char)(random >> 40 & 1 ? 0xff : random >> 48);
    }
    refresh_hashes(copy);
    write_bytes(path, (bytes){copy, b.len}, b.len);
    free(copy);
    sm_gazetteer *g = NULL;
    if (sm_gazetteer_open(&path, 1, &g, NULL) == SM_OK) look_at_everything(g);
    sm_gazetteer_close(g);
  }
  free(b.ptr);
}

static void bad_rows_of_the_data_are_told_with_file_and_line(void **state) {
  (void)state;
  static const struct {
    const char *row, *what;
  } rows[] = {{"iso:AAA\tcontry\tAuland\t5\t5\t\tAAA\n", "kind"},
              {"iso:AAA\tcountry\tAuland\tfive\t5\t\tAAA\n", "lon"},
              {"iso:AAA\tcountry\tAuland\t500\t5\t\tAAA\n", "range"},
              {"iso:AAA\tcountry\tAuland\t5\t5\t\tAAA\tx\ty\tz\n", "columns"},
              {"\tcountry\tAuland\t5\t5\t\tAAA\n", "id"}};
  sm_error err = {0};
  assert_ok(sm_folder_make(build_path("test_rows"), &err), err);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    char text[512];
    snprintf(text, sizeof text, "id\tkind\tname\tlon\tlat\tradius_m\tiso3\n%s", rows[i].row);
    write_file(build_path("test_rows/countries.tsv"), text);
    sm_status status =
        sm_gazetteer_build_builtin(build_path("test_rows"), build_path("x.gaz"), NULL, NULL, &err);
    assert_int_equal(status, SM_ERROR_FORMAT);
    assert_int_equal(err.line, 2);
    assert_non_null(strstr(err.message, rows[i].what));
  }
}

// --- The world
// -------------------------------------------------------------------------------------------------

static void the_world_knows_what_strike_reports_name(void **state) {
  (void)state;
  sm_gazetteer *g = world();
  assert_first(g, "Kyiv", "geonames:703448");
  assert_first(g, "Kiev", "geonames:703448");
  assert_first(g, "Киев", "geonames:703448");
  assert_first(g, "Kharkov", "geonames:706483");
  assert_first(g, "Kharkiv", "geonames:706483");
  assert_first(g, "Panjgur", "gn:PK.02.1168444");
  assert_first(g, "Pakistan", "iso:PAK");
  assert_first(g, "Pakistani", "iso:PAK");
  assert_first(g, "باكستان", "iso:PAK");
  assert_first(g, "Sistan and Baluchestan", "ne:IRN-3247");
  assert_first(g, "Strait of Hormuz", "sm:strait-of-hormuz");
  assert_first(g, "Hormuz", "sm:strait-of-hormuz");
  assert_first(g, "Golan Heights", "sm:golan-heights");
  assert_true(similar_has(g, "Panjgoor", "geonames:1168446"));
  sm_candidate c[8];
  size_t n = find(g, "Hodeidah", c, 8);
  if (n == 0) n = sm_gazetteer_find_similar(g, SM_STR("Hodeidah"), c, 8);
  assert_true(n > 0);
  assert_string_equal(place_of(g, c[0].place).iso3, "YEM");
  sm_gazetteer_close(g);
}

static void the_world_is_seen_as_the_united_nations_see_it(void **state) {
  (void)state;
  sm_gazetteer *g = world();
  assert_located(g, 34.1, 44.95, "UKR", "Crimea", NULL, "");
  assert_located(g, 37.8, 48.0, "UKR", "Donetsk", NULL, "");
  assert_located(g, 35.8, 33.0, "SYR", NULL, NULL, "");
  assert_located(g, 62.33, 27.37, "IRN", "Sistan and Baluchestan", NULL, "");
  assert_located(g, 64.09, 26.97, "PAK", "Balochistan", "Panjgur District", "");
  assert_located(g, 34.45, 31.5, "PSE", "Gaza Strip", NULL, "");
  assert_located(g, 21.16, 42.66, "XKX", NULL, NULL, "");
  assert_located(g, 44.06, 9.56, "SOM", NULL, NULL, "");
  assert_located(g, -13.2, 27.15, "ESH", NULL, NULL, "");
  assert_located(g, 38.7, 20.3, "", NULL, NULL, "Red Sea");
  assert_string_equal(place_of(g, sm_boundary_locate(g, 34.1, 44.95).adm1).disputed, "RUS");
  sm_gazetteer_close(g);
}

static void each_capital_lies_in_its_country(void **state) {
  (void)state;
  sm_gazetteer *g = world();
  sm_gazetteer_file file;
  sm_gazetteer_files(g, &file, 1);
  int countries = 0, good = 0;
  for (sm_place_ref ref = 1; ref <= file.n_places; ref++) {
    sm_place_brief brief = sm_gazetteer_brief(g, ref);
    sm_place_ref capital = brief.kind == SM_KIND_COUNTRY ? sm_gazetteer_capital(g, ref) : 0;
    if (!capital) continue;
    sm_place p = place_of(g, capital);
    countries++;
    good += sm_boundary_locate(g, p.lon, p.lat).country == ref;
  }
  assert_true(countries > 190);
  assert_true(good >= countries - 3); // Vatican City and its like are smaller than the generalised outline
  sm_gazetteer_close(g);
}

static void units_of_the_world_have_centres_on_their_land(void **state) {
  (void)state;
  sm_gazetteer *g = world();
  sm_gazetteer_file file;
  sm_gazetteer_files(g, &file, 1);
  int units = 0, good = 0;
  for (sm_place_ref ref = 1; ref <= file.n_places; ref++) {
    sm_place_brief brief = sm_gazetteer_brief(g, ref);
    if (brief.kind > SM_KIND_ADM1 || !(brief.flags & SM_PLACE_HAS_POLYGON)) continue;
    sm_place p = place_of(g, ref);
    units++;
    good += sm_boundary_contains(g, ref, p.inhabited_lon, p.inhabited_lat);
  }
  assert_true(units > 4500);
  assert_true(good > units * 98 / 100); // the rest are coastal towns off generalised islands
  sm_gazetteer_close(g);
}

SM_TEST_MAIN(
    SM_TEST(names_are_found_in_any_script_and_folding), SM_TEST(names_tell_what_they_are),
    SM_TEST(unit_words_may_be_left_out), SM_TEST(namesakes_come_most_prominent_first),
    SM_TEST(the_first_word_tells_how_long_names_may_be),
    SM_TEST(other_spellings_are_found_where_the_consonants_agree), SM_TEST(a_spelling_asked_for_again_finds_the_same),
    SM_TEST(a_place_is_read_back_as_it_was_written), SM_TEST(units_contain_themselves_and_have_codes),
    SM_TEST(units_have_an_inhabited_centre_inside_them),
    SM_TEST(a_district_without_coordinates_stands_at_the_place_of_its_name),
    SM_TEST(a_point_is_located_in_its_units_or_its_sea), SM_TEST(districts_hold_the_places_that_made_them),
    SM_TEST(a_countrys_outline_is_its_provinces_without_their_borders),
    SM_TEST(countries_know_their_neighbours), SM_TEST(the_nearest_places_come_nearest_first),
    SM_TEST(the_users_places_stand_in_the_bases_units), SM_TEST(one_place_in_two_gazetteers_is_one_candidate),
    SM_TEST(a_table_of_own_sites_becomes_a_gazetteer),
    SM_TEST(a_record_of_whos_on_first_keeps_its_id_and_names),
    SM_TEST(a_district_layer_of_the_users_own_replaces_the_districts),
    SM_TEST(bad_input_of_the_user_is_told_with_its_line), SM_TEST(the_user_can_stop_the_work),
    SM_TEST(odd_names_do_no_harm), SM_TEST(a_cut_file_is_refused_with_its_byte),
    SM_TEST(a_flipped_byte_is_refused), SM_TEST(another_format_version_asks_to_rebuild),
    SM_TEST(a_crafted_file_with_right_checksums_does_no_harm),
    SM_TEST(bad_rows_of_the_data_are_told_with_file_and_line),
    SM_TEST(the_world_knows_what_strike_reports_name),
    SM_TEST(the_world_is_seen_as_the_united_nations_see_it), SM_TEST(each_capital_lies_in_its_country),
    SM_TEST(units_of_the_world_have_centres_on_their_land))
