// Places in reports: recognised, told apart by role, resolved, and located by the words round them.
#include "test.h"

#include <math.h>

#include "area.h"
#include "cell.h"
#include "engine.h"

static sm_engine engine;

static int open_engine(void **state) {
  (void)state;
  sm_error err = {0};
  sm_engine_options options = {.no_user_gazetteers = true};
  return sm_engine_open(&options, &engine, &err) != SM_OK;
}

static int close_engine(void **state) {
  (void)state;
  sm_engine_close(&engine);
  return 0;
}

static sm_document *document_of(const char *text, sm_mentions *m) {
  sm_error err = {0};
  sm_document *d = NULL;
  sm_report report = {.id = SM_STR("test"), .text = sm_str_of(text), .published = SM_NO_DATE};
  assert_ok(sm_document_new(&report, engine.lexicon, &d, &err), err);
  assert_ok(sm_find_mentions(engine.geocoder, d, m, &err), err);
  return d;
}

/// The mention whose words are `name`, or -1.
static int find(const sm_document *d, const sm_mentions *m, const char *name) {
  for (size_t i = 0; i < m->n; i++) {
    sm_str words = {d->report.text.ptr + m->items[i].span.begin,
                    m->items[i].span.end - m->items[i].span.begin};
    if (sm_str_equal(words, sm_str_of(name))) return (int)i;
  }
  return -1;
}

static void assert_mention(const char *text, const char *name, const char *iso3, sm_role role) {
  sm_mentions m;
  sm_document *d = document_of(text, &m);
  int i = find(d, &m, name);
  if (i < 0) fail_msg("\"%s\" is not found in \"%s\"", name, text);
  assert_string_equal(sm_role_name(m.items[i].role), sm_role_name(role));
  sm_place p = {0};
  if (m.items[i].place) sm_gazetteer_place(engine.gazetteer, m.items[i].place, &p);
  assert_string_equal(p.iso3, iso3);
  assert_true(m.items[i].conf > 0 && m.items[i].conf <= 1);
  assert_true(m.items[i].reason[0] != '\0');
  sm_document_free(d);
}

static void assert_is_mentioned(const char *text, const char *name) {
  sm_mentions m;
  sm_document *d = document_of(text, &m);
  if (find(d, &m, name) < 0) fail_msg("\"%s\" is not found in \"%s\"", name, text);
  sm_document_free(d);
}

static void assert_no_mention(const char *text, const char *name) {
  sm_mentions m;
  sm_document *d = document_of(text, &m);
  if (find(d, &m, name) >= 0) fail_msg("\"%s\" is taken for a place in \"%s\"", name, text);
  sm_document_free(d);
}

static sm_location locate(const char *text, const char *name) {
  sm_mentions m;
  sm_error err = {0};
  sm_document *d = document_of(text, &m);
  int i = find(d, &m, name);
  if (i < 0) fail_msg("\"%s\" is not found in \"%s\"", name, text);
  sm_location l;
  assert_ok(sm_locate_mention(engine.geocoder, d, &m, (size_t)i, &l, &err), err);
  sm_document_free(d);
  l.reason = ""; // lay in the document
  return l;
}

static void a_town_is_found_in_the_country_that_the_report_names(void **state) {
  (void)state;
  assert_mention("Two shells fell in Tripoli, Lebanon, on Monday.", "Tripoli", "LBN", SM_ROLE_LITERAL);
  assert_mention("Libya's coast guard said shells fell in Tripoli.", "Tripoli", "LBY", SM_ROLE_LITERAL);
}

static void roles_are_told_apart(void **state) {
  (void)state;
  assert_mention("Islamabad said it would answer.", "Islamabad", "PAK", SM_ROLE_METONYM);
  assert_mention("An Israeli drone fell near Tyre, Lebanon.", "Israeli", "ISR", SM_ROLE_DEMONYM);
  assert_mention("He studied at the University of Tehran before the war.", "Tehran", "IRN", SM_ROLE_EMBEDDED);
}

static void a_state_acts_and_its_land_lies_there(void **state) {
  (void)state;
  static const struct {
    const char *text, *name;
    sm_role role;
  } cases[] = {
      {"Talks between Chad and the Sudan broke off.", "Sudan", SM_ROLE_METONYM},
      {"The road between Chad and the Sudan was mined.", "Sudan", SM_ROLE_LITERAL},
      {"Norway's decision pleased the fishermen.", "Norway", SM_ROLE_METONYM},
      {"Norway's coast is long.", "Norway", SM_ROLE_LITERAL},
      {"They signed a pact with Kenya.", "Kenya", SM_ROLE_METONYM},
      {"The border with Kenya is long.", "Kenya", SM_ROLE_LITERAL},
      {"Peru and Chile both recalled their envoys.", "Peru", SM_ROLE_METONYM},
      {"He has lived in Peru since the war.", "Peru", SM_ROLE_LITERAL},
      {"Weapons were sold to Iraq.", "Iraq", SM_ROLE_METONYM},
      {"The family moved to Iraq.", "Iraq", SM_ROLE_LITERAL},
      {"The independence of Angola was declared.", "Angola", SM_ROLE_METONYM},
      {"The forests of Angola are dense.", "Angola", SM_ROLE_LITERAL},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    sm_mentions m;
    sm_document *d = document_of(cases[i].text, &m);
    int at = find(d, &m, cases[i].name);
    if (at < 0) fail_msg("\"%s\" is not found in \"%s\"", cases[i].name, cases[i].text);
    if (m.items[at].role != cases[i].role)
      fail_msg("\"%s\" is %s in \"%s\"", cases[i].name, sm_role_name(m.items[at].role), cases[i].text);
    sm_document_free(d);
  }
}

static void a_name_in_no_gazetteer_is_found_where_the_words_say_a_place(void **state) {
  (void)state;
  assert_is_mentioned("Qzarvotin is a small village in the north of Nepal.", "Qzarvotin");
  assert_is_mentioned("The shell fell 20 km north of Qzarvotin on Monday.", "Qzarvotin");
  assert_no_mention("Qzarvotin is a small company in the north of Nepal.", "Qzarvotin");
}

static void who_acts_does_not_hold_a_place_in_no_gazetteer(void **state) {
  (void)state;
  sm_location l = locate("An Israeli drone killed two in the village of Qzarvotin.", "Qzarvotin");
  assert_int_equal(l.method, SM_LOC_NONE);
  l = locate("Iran said it had struck the village of Qzarvotin.", "Qzarvotin");
  assert_int_equal(l.method, SM_LOC_NONE);
  l = locate("An Israeli drone killed two in the village of Qzarvotin in southern Lebanon.", "Qzarvotin");
  assert_string_equal(l.iso3, "LBN");
  l = locate("Pakistani police said a bomb had gone off in the village of Qzarvotin.", "Qzarvotin");
  assert_string_equal(l.iso3, "PAK");
}

static void persons_months_and_papers_are_no_places(void **state) {
  (void)state;
  assert_no_mention("General Tyler Jordan visited the front in May.", "May");
  assert_no_mention("Minister Chad Lincoln resigned.", "Lincoln");
  assert_no_mention("The story appeared in the Washington Post.", "Washington");
}

static void a_headline_in_capitals_is_read_strictly(void **state) {
  (void)state;
  assert_mention("DRONES HIT KHARKIV OVERNIGHT", "KHARKIV", "UKR", SM_ROLE_LITERAL);
}

static void distance_and_bearing_move_the_point(void **state) {
  (void)state;
  sm_location at = locate("The blast was in Quetta, Pakistan.", "Quetta");
  sm_location away = locate("The blast was some 60 km south-east of Quetta, Pakistan.", "Quetta");
  assert_int_equal(away.method, SM_LOC_RELATION);
  assert_int_equal(away.where_prec, 2);
  assert_true(away.lon > at.lon && away.lat < at.lat);
  assert_true(away.radius_m > at.radius_m);
  assert_int_equal(away.area.kind, SM_AREA_SECTOR);
  assert_true(away.area.azimuth == 135 && away.area.distance_m == 60000);
}

static void a_border_is_a_strip_with_its_point_inside_the_unit(void **state) {
  (void)state;
  sm_error err = {0};
  sm_candidate c[8];
  sm_mentions m;
  sm_document *d = document_of("A village in Sistan-Baluchestan was hit.", &m);
  int i = find(d, &m, "Sistan-Baluchestan");
  assert_true(i >= 0);
  sm_location l;
  sm_place_ref pakistan = sm_gazetteer_country(engine.gazetteer, "PAK");
  assert_ok(sm_locate_border(engine.gazetteer, m.items[i].place, pakistan, m.items[i].span, &l, &err), err);
  assert_int_equal(l.method, SM_LOC_BORDER);
  assert_string_equal(l.iso3, "IRN");
  assert_true(sm_boundary_contains(engine.gazetteer, m.items[i].place, l.lon, l.lat));
  (void)c;
  sm_document_free(d);
}

static void a_strip_asked_for_again_is_the_one_worked_out_first(void **state) {
  (void)state;
  sm_error err = {0};
  sm_gazetteer *fresh;
  sm_engine_options options = {.no_user_gazetteers = true};
  static const char *const pairs[][2] = {{"IRN", "PAK"}, {"IRN", "IRQ"}, {"LBN", "ISR"}, {"UKR", "RUS"}, {"ISL", ""}};
  assert_ok(sm_engine_open_gazetteer(&options, &fresh, &err), err);
  for (size_t again = 0; again < 2; again++)
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
      sm_border_strip kept, worked_out;
      sm_place_ref unit = sm_gazetteer_country(engine.gazetteer, pairs[i][0]), other = sm_gazetteer_country(engine.gazetteer, pairs[i][1]);
      assert_ok(sm_boundary_strip(engine.gazetteer, unit, other, &kept, &err), err);
      assert_ok(sm_boundary_strip(again ? engine.gazetteer : fresh, unit, other, &worked_out, &err), err);
      assert_memory_equal(&kept, &worked_out, sizeof kept);
      assert_true((kept.reach_m > 0) == (pairs[i][1][0] != 0));
    }
  sm_gazetteer_close(fresh);
}

static sm_location locate_row(sm_cell row) {
  sm_error err = {0};
  sm_cell_match m;
  assert_ok(sm_geocode_cell(engine.geocoder, &row, &m, &err), err);
  return m.location;
}

static void a_row_of_a_table_stays_inside_its_district(void **state) {
  (void)state;
  sm_location l = locate_row((sm_cell){SM_STR("bazaar of Mir Ali"), SM_STR("North Waziristan"), {0}, SM_STR("Pakistan")});
  assert_true(l.method != SM_LOC_NONE);
  assert_string_equal(l.iso3, "PAK");
  assert_true(fabs(l.lon - 70.2) < 1 && fabs(l.lat - 33.0) < 1);
}

static void a_row_finds_a_short_name_spelt_otherwise(void **state) {
  (void)state;
  sm_location l = locate_row((sm_cell){SM_STR("Huub, on the road"), SM_STR("Lasbela district"), SM_STR("Balochistan"), SM_STR("Pakistan")});
  assert_true(l.name.len == 3 && !memcmp(l.name.ptr, "Hub", 3));
  assert_true(l.radius_m < 60e3f);
}

static void a_frontier_region_lies_round_its_town(void **state) {
  (void)state;
  sm_location l = locate_row((sm_cell){SM_STR("an unknown post"), SM_STR("FR Kohat"), SM_STR("FATA"), SM_STR("Pakistan")});
  assert_true(fabs(l.lon - 71.44) < 0.3 && fabs(l.lat - 33.59) < 0.3);
}

static void an_empty_row_is_not_placed(void **state) {
  (void)state;
  sm_location l = locate_row((sm_cell){0});
  assert_int_equal(l.method, SM_LOC_NONE);
  assert_true(isnan(l.lon));
  assert_true(l.reason[0] != '\0');
}

static void a_point_finds_its_units_and_nearest_place(void **state) {
  (void)state;
  sm_reverse_match m;
  sm_geocode_reverse(engine.geocoder, 66.99, 30.2, &m);
  sm_place p;
  assert_true(m.units.country != 0);
  sm_gazetteer_place(engine.gazetteer, m.units.country, &p);
  assert_string_equal(p.iso3, "PAK");
  assert_true(m.nearest != 0 && m.distance_m < 30000);
}

static void odd_texts_do_no_harm(void **state) {
  (void)state;
  static const char *const texts[] = {"",
                                      " ",
                                      "-",
                                      "al-",
                                      "(",
                                      "20 km north of",
                                      "border with",
                                      "between and",
                                      "Lake",
                                      "The",
                                      "'s",
                                      "U.S.",
                                      "of of of of",
                                      "\xd8\xa8\xd9\x8a\xd8\xb1\xd9\x88\xd8\xaa",
                                      "A-B-C-D-E-F-G",
                                      "near near Tripoli's's border's"};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    sm_mentions m;
    sm_document *d = document_of(texts[i], &m);
    sm_error err = {0};
    sm_location l;
    for (size_t k = 0; k < m.n; k++) assert_ok(sm_locate_mention(engine.geocoder, d, &m, k, &l, &err), err);
    sm_document_free(d);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      SM_TEST(a_town_is_found_in_the_country_that_the_report_names),
      SM_TEST(roles_are_told_apart),
      SM_TEST(who_acts_does_not_hold_a_place_in_no_gazetteer),
      SM_TEST(a_state_acts_and_its_land_lies_there),
      SM_TEST(a_name_in_no_gazetteer_is_found_where_the_words_say_a_place),
      SM_TEST(persons_months_and_papers_are_no_places),
      SM_TEST(a_headline_in_capitals_is_read_strictly),
      SM_TEST(distance_and_bearing_move_the_point),
      SM_TEST(a_border_is_a_strip_with_its_point_inside_the_unit),
      SM_TEST(a_strip_asked_for_again_is_the_one_worked_out_first),
      SM_TEST(a_row_of_a_table_stays_inside_its_district),
      SM_TEST(a_row_finds_a_short_name_spelt_otherwise),
      SM_TEST(a_frontier_region_lies_round_its_town),
      SM_TEST(an_empty_row_is_not_placed),
      SM_TEST(a_point_finds_its_units_and_nearest_place),
      SM_TEST(odd_texts_do_no_harm),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
