/// The event room by its public face: engines, strikes of reports, rows, their text, merging.
#include "test.h"

#include "document.h"
#include "engine.h"
#include "merge.h"
#include "merge_pairs.h"

static const char lead[] = "KYIV, March 14 (Newswire) - A Russian missile hit a clinic in Sloviansk on Tuesday, killing two people and wounding five, "
                           "the mayor said.";

static int open_engine(void **state) {
  static sm_engine engine;
  sm_error err = {0};
  sm_status status = sm_engine_open(NULL, &engine, &err);
  if (status) print_error("%s\n", err.message);
  *state = &engine;
  return status != SM_OK;
}

static int close_engine(void **state) {
  sm_engine_close(*state);
  return 0;
}

static sm_document *document_of(const sm_engine *engine, const char *id, const char *text, const char *day) {
  sm_error err = {0};
  sm_report report = {.id = sm_str_of(id), .text = sm_str_of(text), .published = day ? sm_date_parse_iso(sm_str_of(day)) : SM_NO_DATE};
  sm_document *document = NULL;
  assert_ok(sm_document_new(&report, engine->lexicon, &document, &err), err);
  return document;
}

static sm_strikes strikes_of(const sm_engine *engine, sm_document *document, unsigned with) {
  sm_error err = {0};
  sm_reading_set set;
  assert_ok(sm_engine_read(engine, document, with, &set, &err), err);
  return set.strikes;
}

static sm_reading row_of(const sm_engine *engine, sm_document *document, const sm_strike *strike, sm_arena *arena) {
  sm_error err = {0};
  sm_provenance provenance = {.engine = "test", .gazetteer = NULL};
  sm_reading reading;
  assert_ok(sm_reading_of(document, engine->gazetteer, strike, &provenance, arena, &reading, &err), err);
  return reading;
}

static void a_report_gives_its_strike_with_day_weapon_toll_and_spans(void **state) {
  sm_document *document = document_of(*state, "r1", lead, "2023-03-14");
  sm_strikes strikes = strikes_of(*state, document, 0);
  assert_int_equal(strikes.n, 1);
  const sm_strike *s = &strikes.items[0];
  assert_int_equal(s->date_start, sm_date_make(2023, 3, 14));
  assert_int_equal(s->date_end, s->date_start);
  assert_int_equal(s->date_prec, 1);
  assert_int_equal(s->weapons, SM_WEAPON_MISSILE);
  assert_str(s->attacker.name, "Russia");
  assert_int_equal(s->fat_best, 2);
  assert_int_equal(s->inj_low, 5);
  assert_int_equal(s->status, SM_STATUS_REPORTED);
  assert_true(s->evidence.trigger.n > 0 && s->evidence.date.n > 0 && s->evidence.killed.n > 0);
  sm_span day = s->evidence.date.items[0];
  assert_int_equal(day.end - day.begin, strlen("Tuesday"));
  assert_memory_equal(lead + day.begin, "Tuesday", strlen("Tuesday"));
  sm_document_free(document);
}

static bool is_evidence(const sm_span_list *list, const char *text, const char *words) {
  for (size_t i = 0; i < list->n; i++)
    if (list->items[i].end - list->items[i].begin == strlen(words) && memcmp(text + list->items[i].begin, words, strlen(words)) == 0) return true;
  return false;
}

typedef struct telling {
  const char *text, *words; ///< of one strike, and a span of its evidence; NULL: there is none
} telling;

/// Each text has one strike whose list of evidence, `list` bytes into it, holds the words.
static void assert_told(void **state, const char *id, const telling *cases, size_t n, size_t list) {
  for (size_t i = 0; i < n; i++) {
    sm_document *document = document_of(*state, id, cases[i].text, "2023-03-14");
    sm_strikes strikes = strikes_of(*state, document, 0);
    assert_int_equal(strikes.n, 1);
    const sm_span_list *spans = (const sm_span_list *)(const void *)((const char *)&strikes.items[0].evidence + list);
    if (!cases[i].words) assert_int_equal(spans->n, 0);
    else if (!is_evidence(spans, cases[i].text, cases[i].words)) fail_msg("%s: not told by \"%s\"", cases[i].text, cases[i].words);
    sm_document_free(document);
  }
}

static void a_place_is_told_by_the_whole_phrase_round_its_name(void **state) {
  static const telling cases[] = {
      {"A car bomb went off at a police academy in Peshawar, Pakistan, on Monday and killed nine people.", "a police academy in Peshawar, Pakistan"},
      {"A bomb went off in the river next to the Sathorn pier in Bangkok, wounding two people.", "the river next to the Sathorn pier in Bangkok"},
      {"Rockets struck the city of Haifa overnight, killing two people.", "Haifa"},
      {"Two people died in the Karachi bombing.", "Karachi"},
      {"A bomb went off in Karachi, in the lobby of a bank, wounding two people.", "Karachi"},
      {"Two bombs went off in a crowded bar on Monday, killing two people.", "a crowded bar"},
  };
  assert_told(state, "r8", cases, sizeof cases / sizeof *cases, offsetof(sm_evidence, place));
}

static void a_weapon_is_told_by_one_phrase_or_by_what_stands_for_it(void **state) {
  static const telling cases[] = {
      {"A roadside improvised explosive device (IED) exploded in Kabul on Monday, killing two people.", "improvised explosive device (IED)"},
      {"Drones packed with plastic explosives detonated over a parade in Caracas, injuring seven soldiers.", "Drones packed with plastic explosives"},
      {"Two bombs were left in Leeds on Monday. One of them exploded, injuring 29 people.", "One of them"},
      {"One of the bombs exploded in Leeds on Monday, injuring 29 people.", "One of the bombs"},
      {"A parcel exploded in Leeds on Monday, injuring two people.", "A parcel"},
  };
  assert_told(state, "r9", cases, sizeof cases / sizeof *cases, offsetof(sm_evidence, weapon));
}

static void who_struck_is_told_by_the_words_of_the_deed(void **state) {
  static const telling cases[] = {
      {"Two men carried out the bombing in Boston, prosecutors said.", "Two men"},
      {"The attack in Nice was carried out by a 31-year-old Tunisian man.", "a 31-year-old Tunisian man"},
      {"A man who bombed the station in Bologna was caught on Monday.", "A man who"},
      {"Mr. Hasan and his younger brother, Karim, set off bombs at the fair in Leeds on Monday.", "Mr. Hasan and his younger brother, Karim"},
      {"Accused Leeds bomber Ali Hasan left a note about the bombing in Leeds on Monday.", "bomber Ali Hasan"},
      {"The police chief forgave those responsible for the explosion in Leeds on Monday.", "those"},
      {"A bomb left near the office of a local judge in Leeds wounded three people on Monday.", NULL},
      {"Four waiters were killed and nine wounded when a rocket hit a café in Homs on Monday.", NULL},
      {"A bomb went off under a police van in Leeds on Monday and wounded two officers.", NULL},
  };
  assert_told(state, "r10", cases, sizeof cases / sizeof *cases, offsetof(sm_evidence, attacker));
}

static void words_that_only_mean_a_strike_are_evidence_of_it(void **state) {
  const char *text = "A car bomb exploded at a police academy in Bogota on Monday, killing 20 people. Investigators found an engine. "
                     "The bombing was condemned abroad. A bomb killed 36 at a club in Cali in 2003.";
  sm_document *document = document_of(*state, "r11", text, "2023-03-14");
  sm_strikes strikes = strikes_of(*state, document, 0);
  assert_int_equal(strikes.n, 1);
  assert_true(is_evidence(&strikes.items[0].evidence.trigger, text, "bombing"));
  assert_false(is_evidence(&strikes.items[0].evidence.place, text, "Cali"));
  sm_document_free(document);
}

static void threats_and_plans_are_strikes_on_demand_only(void **state) {
  sm_document *document = document_of(*state, "r2", "Hezbollah threatened on Monday to bomb Haifa in Israel with rockets.", "2023-03-14");
  assert_int_equal(strikes_of(*state, document, 0).n, 0);
  sm_strikes strikes = strikes_of(*state, document, SM_WITH_THREATENED);
  assert_int_equal(strikes.n, 1);
  assert_int_equal(strikes.items[0].status, SM_STATUS_THREATENED);
  sm_document_free(document);
}

static void empty_texts_and_signs_give_nothing(void **state) {
  static const char *const texts[] = {"", " ", ".", "\n\n\n", "killed", "?!;:-", "on in at of the", "\"\"\"\"", "31 31 31 31"};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    sm_document *document = document_of(*state, "r3", texts[i], i % 2 ? "2023-03-14" : NULL);
    assert_int_equal(strikes_of(*state, document, SM_WITH_THREATENED | SM_WITH_PLANNED).n, 0);
    sm_document_free(document);
  }
}

static void a_report_without_a_day_has_no_day_to_guess_by(void **state) {
  sm_document *document = document_of(*state, "r4", "Shells killed two people in Nikopol on Tuesday.", NULL);
  sm_strikes strikes = strikes_of(*state, document, 0);
  assert_int_equal(strikes.n, 1);
  assert_int_equal(strikes.items[0].date_start, SM_NO_DATE);
  sm_document_free(document);
}

static void ids_depend_on_report_text_and_place_alone(void **state) {
  char first[17], again[17], other[17];
  sm_document *a = document_of(*state, "r1", lead, "2023-03-14"), *b = document_of(*state, "r5", lead, "2023-03-14");
  sm_reading_id(a, strikes_of(*state, a, 0).items, first);
  sm_reading_id(a, strikes_of(*state, a, 0).items, again);
  sm_reading_id(b, strikes_of(*state, b, 0).items, other);
  assert_string_equal(first, again);
  assert_string_not_equal(first, other);
  assert_int_equal(strlen(first), 16);
  assert_int_equal(strspn(first, "0123456789abcdef"), 16);
  sm_document_free(a);
  sm_document_free(b);
}

static void a_row_survives_its_text_as_json(void **state) {
  sm_error err = {0};
  sm_arena *arena = sm_arena_new();
  sm_document *document = document_of(*state, "r \"6\"", lead, "2023-03-14");
  sm_reading row = row_of(*state, document, strikes_of(*state, document, 0).items, arena), back;
  sm_buffer text = {0};
  sm_reading_json(&row, &text);
  assert_false(text.failed);
  assert_ok(sm_reading_parse(sm_buffer_str(&text), arena, &back, &err), err);
  for (int c = 0; c < SM_S_N; c++) assert_int_equal(sm_value_compare(row.v[c], back.v[c]), 0);
  assert_int_equal(back.n_claims, row.n_claims);
  sm_buffer_free(&text);
  sm_document_free(document);
  sm_arena_free(arena);
}

static void broken_rows_are_format_errors(void **state) {
  (void)state;
  static const char *const lines[] = {"", "{", "[]", "{\"type\":\"Feature\",\"properties\":{\"fat_low\":\"many\"}}"};
  sm_arena *arena = sm_arena_new();
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
    sm_error err = {0};
    sm_reading out;
    assert_int_equal(sm_reading_parse(sm_str_of(lines[i]), arena, &out, &err), SM_ERROR_FORMAT);
    assert_true(err.message[0] != 0);
  }
  sm_arena_free(arena);
}

static void two_reports_of_one_strike_are_one_in_any_order(void **state) {
  sm_error err = {0};
  sm_arena *arena = sm_arena_new();
  sm_document *a = document_of(*state, "a", lead, "2023-03-14");
  sm_document *b = document_of(*state, "b", "A missile struck Sloviansk on Tuesday and killed three people, rescuers said on Wednesday.", "2023-03-15");
  sm_reading rows[2] = {row_of(*state, a, strikes_of(*state, a, 0).items, arena), row_of(*state, b, strikes_of(*state, b, 0).items, arena)};
  sm_reading *ordered[2] = {&rows[0], &rows[1]}, *turned[2] = {&rows[1], &rows[0]};
  sm_merged one, two, apart;
  assert_ok(sm_merge(ordered, 2, true, arena, &one, &err), err);
  assert_ok(sm_merge(turned, 2, true, arena, &two, &err), err);
  assert_int_equal(one.n, 1);
  assert_int_equal(two.n, 1);
  for (int c = 0; c < SM_S_OF_STRIKES; c++) assert_int_equal(sm_value_compare(one.strikes[0]->v[c], two.strikes[0]->v[c]), 0);
  assert_int_equal(one.strikes[0]->v[SM_S_FAT_LOW].i, 2);
  assert_int_equal(one.strikes[0]->v[SM_S_FAT_HIGH].i, 3);
  assert_int_equal(one.strikes[0]->v[SM_S_N_REPORTS].i, 2);
  assert_ok(sm_merge_nothing(ordered, 2, true, arena, &apart, &err), err);
  assert_int_equal(apart.n, 2);
  sm_document_free(a);
  sm_document_free(b);
  sm_arena_free(arena);
}

/// The quick refusal of a pair may cost no merge: over invented rows a few steps apart it never denies a pair that fits.
static void a_pair_refused_by_its_spots_never_fits(void **state) {
  (void)state;
  const char *const places[] = {"", "geonames:1", "geonames:2"}, *const countries[] = {"", "IRN", "PAK"};
  enum { ROWS = 972 };
  static sm_reading rows[ROWS];
  const int precisions[] = {1, 4, 6};
  for (int i = 0; i < ROWS; i++) {
    sm_value *v = rows[i].v;
    v[SM_S_DATE_START] = v[SM_S_DATE_END] = sm_value_int(19737);
    v[SM_S_LON] = sm_value_real(62);
    v[SM_S_LAT] = sm_value_real(27 + 0.05 * (i / 81));
    v[SM_S_RADIUS_M] = sm_value_real(i % 2 ? 5000 : 90000);
    v[SM_S_WHERE_PREC] = sm_value_int(precisions[i / 27 % 3]);
    v[SM_S_ADM1] = sm_value_text("Sistan and Baluchestan");
    v[SM_S_ATTACKER] = sm_value_text("Pakistan");
    if (*places[i / 9 % 3]) v[SM_S_PLACE_ID] = sm_value_text(places[i / 9 % 3]);
    if (*countries[i / 3 % 3]) v[SM_S_ISO3] = sm_value_text(countries[i / 3 % 3]);
  }
  size_t refused = 0, fitting = 0;
  for (int i = 0; i < ROWS; i++)
    for (int k = 0; k < ROWS; k++) {
      bool may = sm_spots_may_fit(sm_reading_spot(&rows[i]), sm_reading_spot(&rows[k]));
      int fit = sm_readings_fit(&rows[i], &rows[k]);
      refused += !may, fitting += fit > 0;
      assert_true(may || !fit);
    }
  assert_true(refused > 0 && fitting > 0);
}

static void every_kind_of_area_survives_its_json(void **state) {
  (void)state;
  sm_arena *arena = sm_arena_new();
  for (int kind = SM_AREA_DISC; kind < SM_AREA_KINDS; kind++) {
    sm_area area = {.kind = (sm_area_kind)kind, .distance_m = 5000, .spread_m = 2000};
    const char *json = sm_area_json(NULL, &area, arena);
    assert_non_null(json);
    sm_area back = sm_area_parse(NULL, sm_str_of(json));
    assert_int_equal(back.kind, kind);
    assert_true(back.distance_m > 4999 && back.distance_m < 5001);
  }
  sm_arena_free(arena);
}

enum { N_KEYS = 400 };

typedef struct seen_pairs {
  bool seen[N_KEYS][N_KEYS];
  int twice;
} seen_pairs;

static bool see_pair(void *context, uint32_t a, uint32_t b) {
  seen_pairs *pairs = context;
  bool *seen = a < b ? &pairs->seen[a][b] : &pairs->seen[b][a];
  pairs->twice += *seen;
  return *seen = true;
}

static void near_pairs_are_those_of_all_pairs(void **state) {
  (void)state;
  static sm_day_key keys[N_KEYS], sorted[N_KEYS];
  static seen_pairs pairs;
  sm_arena *arena = sm_arena_new();
  uint32_t random = 7;
  for (uint32_t i = 0; i < N_KEYS; i++) {
    uint32_t r[5];
    for (int k = 0; k < 5; k++) r[k] = (random = random * 1664525 + 1013904223) >> 8;
    int64_t start = r[0] % 12;
    sm_spot spot = {.place = r[1] % 4 ? 0 : 1 + r[1] / 4 % 5, .country = r[2] % 3, .lat = r[3] % 9 ? r[3] % 100 * (SM_SPOT_FAR / 20) : NAN};
    keys[i] = (sm_day_key){start, start + (r[4] % 5 ? 0 : r[4] / 5 % 4), spot, i};
    sorted[i] = keys[i];
  }
  assert_true(sm_near_pairs(sorted, N_KEYS, arena, see_pair, &pairs));
  int expected = 0;
  for (int i = 0; i < N_KEYS; i++)
    for (int k = i + 1; k < N_KEYS; k++) {
      bool fit = keys[i].start <= keys[k].end && keys[k].start <= keys[i].end && sm_spots_may_fit(keys[i].spot, keys[k].spot);
      assert_int_equal(pairs.seen[i][k], fit);
      expected += fit;
    }
  assert_true(expected > 100);
  assert_int_equal(pairs.twice, 0);
  sm_arena_free(arena);
}

static void names_of_weapons_and_states_are_those_of_the_layers(void **state) {
  (void)state;
  sm_arena *arena = sm_arena_new();
  assert_str(sm_weapon_names(arena, SM_WEAPON_DRONE | SM_WEAPON_MISSILE), "drone, missile");
  assert_int_equal(sm_weapon_names(arena, 0).len, 0);
  assert_string_equal(sm_status_name(SM_STATUS_INTERCEPTED), "intercepted");
  assert_string_equal(sm_stance_name(SM_STANCE_DENIES), "denies");
  assert_int_equal(sm_table_find(SM_STR("strikes")), SM_TABLE_STRIKES);
  assert_int_equal(sm_table_find(SM_STR("no such table")), -1);
  assert_int_equal(sm_table_column(sm_table_of(SM_TABLE_STRIKES), SM_STR("fat_best")), SM_S_FAT_BEST);
  sm_arena_free(arena);
}

static void a_missing_lexicon_is_an_error_and_closes_cleanly(void **state) {
  (void)state;
  const char *const lexicons[] = {"/no/such/lexicon.txt"};
  sm_engine_options options = {.lexicons = lexicons, .n_lexicons = 1};
  sm_engine engine;
  sm_error err = {0};
  assert_int_not_equal(sm_engine_open(&options, &engine, &err), SM_OK);
  assert_true(err.message[0] != 0);
  sm_engine_close(&engine);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      SM_TEST(a_report_gives_its_strike_with_day_weapon_toll_and_spans),
      SM_TEST(a_place_is_told_by_the_whole_phrase_round_its_name),
      SM_TEST(a_weapon_is_told_by_one_phrase_or_by_what_stands_for_it),
      SM_TEST(who_struck_is_told_by_the_words_of_the_deed),
      SM_TEST(words_that_only_mean_a_strike_are_evidence_of_it),
      SM_TEST(threats_and_plans_are_strikes_on_demand_only),
      SM_TEST(empty_texts_and_signs_give_nothing),
      SM_TEST(a_report_without_a_day_has_no_day_to_guess_by),
      SM_TEST(ids_depend_on_report_text_and_place_alone),
      SM_TEST(a_row_survives_its_text_as_json),
      SM_TEST(broken_rows_are_format_errors),
      SM_TEST(two_reports_of_one_strike_are_one_in_any_order),
      SM_TEST(a_pair_refused_by_its_spots_never_fits),
      SM_TEST(every_kind_of_area_survives_its_json),
      SM_TEST(near_pairs_are_those_of_all_pairs),
      SM_TEST(names_of_weapons_and_states_are_those_of_the_layers),
      SM_TEST(a_missing_lexicon_is_an_error_and_closes_cleanly),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
