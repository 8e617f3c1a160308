#include "test.h"

#include "document.h"
#include "fold.h"

// --- Helpers ---------------------------------------------------------------------------------------------------

static sm_document *read_dated(const char *text, const char *date) {
  sm_lexicon *lexicon = sm_test_lexicon();
  sm_error err = {0};
  sm_document *d = NULL;
  sm_report report = {.id = SM_STR("test"), .text = sm_str_of(text), .first_invalid = SM_NO_OFFSET,
                      .published = date ? sm_date_parse_iso(sm_str_of(date)) : SM_NO_DATE};
  assert_ok(sm_document_new(&report, lexicon, &d, &err), err);
  sm_lexicon_close(lexicon);
  return d;
}

static sm_document *read_text(const char *text) { return read_dated(text, NULL); }

/// The tokens joined by single spaces.
static void assert_tokens(const char *text, const char *expected) {
  char got[1024] = "";
  size_t n = 0;
  sm_document *d = read_text(text);
  for (size_t i = 0; i < d->tokens.n; i++) {
    const sm_token *t = d->tokens.items + i;
    n += (size_t)snprintf(got + n, sizeof got - n, "%s%.*s", i ? " " : "", (int)(t->end - t->begin), text + t->begin);
  }
  assert_string_equal(got, expected);
  sm_document_free(d);
}

/// The sentences joined by " | ".
static void assert_sentences(const char *text, const char *expected) {
  char got[2048] = "";
  size_t n = 0;
  sm_document *d = read_text(text);
  for (size_t i = 0; i < d->tokens.n_sentences; i++) {
    const sm_sentence *s = d->tokens.sentences + i;
    n += (size_t)snprintf(got + n, sizeof got - n, "%s%.*s", i ? " | " : "", (int)(s->end - s->begin), text + s->begin);
  }
  for (char *c = got; *c; c++)
    if (*c == '\n') *c = ' ';
  assert_string_equal(got, expected);
  sm_document_free(d);
}

static void assert_folds(const char *word, const char *expected) {
  char got[256];
  size_t n = sm_fold_word(sm_str_of(word), got, sizeof got);
  assert_int_not_equal(n, SIZE_MAX);
  assert_str(((sm_str){got, n}), expected);
}

static void assert_same_name(const char *a, const char *b) {
  if (sm_name_key(sm_str_of(a), NULL) != sm_name_key(sm_str_of(b), NULL)) fail_msg("%s and %s differ", a, b);
}

static void assert_published(const char *text, const char *expected) {
  char got[11];
  sm_document *d = read_text(text);
  sm_date_format_iso(d->report.published, got);
  assert_string_equal(got, expected);
  assert_int_equal(d->published_in_text, expected[0] != 0);
  sm_document_free(d);
}

// --- Folding ---------------------------------------------------------------------------------------------------

static void folding_drops_case_marks_and_apostrophes(void **state) {
  (void)state;
  assert_folds("Türkiye", "turkiye");
  assert_folds("SHI'ITE", "shiite");
  assert_folds("Sana’a", "sanaa");
  assert_folds("ʿAyn", "ayn");
  assert_folds("Łódź", "lodz");
  assert_folds("İSTANBUL", "istanbul");
  assert_folds("Diyarbakır", "diyarbakir");
  assert_folds("Straße", "strasse");
  assert_folds("U.S.", "us");
  assert_folds("Київ", "киів");
  assert_folds("كرمان", "کرمان");
}

static void invalid_bytes_fold_to_the_replacement(void **state) {
  (void)state;
  assert_folds("a\xff" "b", "a\xef\xbf\xbd" "b");
  assert_folds("\xc0\xaf", "\xef\xbf\xbd\xef\xbf\xbd");
}

static void names_are_equal_however_they_are_written(void **state) {
  (void)state;
  assert_same_name("Sistan-Baluchestan", "SISTAN BALUCHESTAN");
  assert_same_name("Côte d'Ivoire", "Cote d’Ivoire");
  assert_same_name("St. Petersburg", "St Petersburg");
  assert_same_name("Xi'an", "Xian");
  assert_same_name("U.S.", "US");
  int words;
  assert_int_equal(sm_name_key(SM_STR(" - "), &words), 0);
  assert_int_equal(words, 0);
  sm_name_key(SM_STR("Bab el-Mandeb"), &words);
  assert_int_equal(words, 3);
}

static void long_words_keep_distinct_keys(void **state) {
  (void)state;
  assert_true(sm_name_key(SM_STR("abcdefghijklmnopq"), NULL) != sm_name_key(SM_STR("abcdefghijklmnopr"), NULL));
  assert_true(sm_name_key(SM_STR("abcdefghi"), NULL) != sm_name_key(SM_STR("abcdefgh"), NULL));
}

static void a_key_does_not_depend_on_the_way_it_was_made(void **state) {
  (void)state;
  static const char *const words[] = {"a", "Gaza", "Kharkiv", "KhanYunis", "Dnipropetrovsk", "Sistanbaluchestan", "Llanfairpwllgwyngyll"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    char folded[64];
    size_t n = sm_fold_word(sm_str_of(words[i]), folded, sizeof folded);
    assert_true(sm_word_key((sm_str){folded, n}) == sm_name_key(sm_str_of(words[i]), NULL));
  }
}

// --- Tokens ----------------------------------------------------------------------------------------------------

static void possessives_are_tokens_and_inner_apostrophes_are_not(void **state) {
  (void)state;
  assert_tokens("Iran's Shi'ite militants' base", "Iran 's Shi'ite militants ' base");
  assert_tokens("Iran’s people", "Iran ’s people");
  assert_tokens("don't", "don't");
  assert_tokens("the IDF's", "the IDF 's");
}

static void numbers_keep_their_separators(void **state) {
  (void)state;
  assert_tokens("1,200 men, 2.5 km and 1,50,000", "1,200 men , 2.5 km and 1,50,000");
  assert_tokens("19.01.2024", "19 . 01 . 2024");
  assert_tokens("2024-01-19", "2024 - 01 - 19");
  assert_tokens("the 25th at 18:30", "the 25 th at 18 : 30");
  assert_tokens("killed 3,4 hurt", "killed 3 , 4 hurt");
}

static void dots_belong_to_abbreviations(void **state) {
  (void)state;
  assert_tokens("The U.S. and J.K. Rowling met Gen. Smith.", "The U.S. and J.K. Rowling met Gen. Smith .");
  assert_tokens("on Oct. 7 at 5 p.m. local", "on Oct. 7 at 5 p.m. local");
  assert_tokens("No. 5 said no.", "No. 5 said no .");
  assert_tokens("He left on Sun. It rained", "He left on Sun . It rained");
}

static void hyphens_are_signs_and_dashes_have_their_own(void **state) {
  (void)state;
  sm_document *d = read_text("F-16 – a jet - flew 11–12 km--far");
  char signs[64] = "";
  for (size_t i = 0, n = 0; i < d->tokens.n; i++)
    if (d->tokens.items[i].sign) signs[n++] = (char)d->tokens.items[i].sign;
  assert_string_equal(signs, "-__-_");
  sm_document_free(d);
}

static void every_ideograph_is_a_word(void **state) {
  (void)state;
  assert_tokens("德黑兰袭击", "德 黑 兰 袭 击");
  assert_tokens("غزة اليوم", "غزة اليوم");
}

static void words_know_their_case(void **state) {
  (void)state;
  sm_document *d = read_text("Gaza IDF raid A ІРАН غزة Dnipropetrovsk");
  static const int flags[] = {SM_TOKEN_CAPITAL, SM_TOKEN_CAPITAL | SM_TOKEN_UPPER, 0, SM_TOKEN_CAPITAL,
                              SM_TOKEN_CAPITAL | SM_TOKEN_UPPER, SM_TOKEN_UNCASED, SM_TOKEN_CAPITAL};
  assert_int_equal(d->tokens.n, 7);
  for (size_t i = 0; i < 7; i++)
    assert_int_equal(d->tokens.items[i].flags & (SM_TOKEN_CAPITAL | SM_TOKEN_UPPER | SM_TOKEN_UNCASED), flags[i]);
  sm_document_free(d);
}

static void any_bytes_make_tokens_in_order(void **state) {
  (void)state;
  static const char bytes[] = "a\0b\xff\xfe\xf4\x90\x80\x80 \xe2\x80\x8f'''..--\xcc\x81 \xe2\x80\xa8x\r\n\r\ny\xe3\x80";
  sm_lexicon *lexicon = sm_test_lexicon();
  for (size_t n = 0; n < sizeof bytes; n++) {
    sm_report report = {.text = {bytes, n}, .published = SM_NO_DATE};
    sm_document *d = NULL;
    sm_error err = {0};
    assert_ok(sm_document_new(&report, lexicon, &d, &err), err);
    uint32_t last = 0;
    for (size_t i = 0; i < d->tokens.n; i++) {
      assert_true(d->tokens.items[i].begin >= last);
      assert_true(d->tokens.items[i].end > d->tokens.items[i].begin);
      last = d->tokens.items[i].end;
    }
    assert_true(last <= n);
    sm_document_free(d);
  }
  sm_lexicon_close(lexicon);
}

// --- Sentences -------------------------------------------------------------------------------------------------

static void sentences_end_at_end_signs(void **state) {
  (void)state;
  assert_sentences("Two died. Three were hurt! Why? No one knows", "Two died. | Three were hurt! | Why? | No one knows");
  assert_sentences("\"We struck it.\" He left.", "\"We struck it.\" | He left.");
  assert_sentences("\"What?\" he said.", "\"What?\" he said.");
  assert_sentences("He paused... and left. Then... He ran.", "He paused... and left. | Then... | He ran.");
  assert_sentences("Ten were killed.The army denied it.", "Ten were killed. | The army denied it.");
  assert_sentences("It hit Gaza. al-Shabaab said so.", "It hit Gaza. | al-Shabaab said so.");
  assert_sentences("read example.com today. It is", "read example.com today. | It is");
}

static void abbreviations_end_no_sentence_unless_a_new_one_starts(void **state) {
  (void)state;
  assert_sentences("The U.S. President left the U.S. The army stayed.", "The U.S. President left the U.S. | The army stayed.");
  assert_sentences("Gen. The Great met George W. Bush and J. Smith.", "Gen. The Great met George W. Bush and J. Smith.");
  assert_sentences("It came at 5 p.m. It was dark.", "It came at 5 p.m. | It was dark.");
}

static void wrapped_lines_are_one_sentence(void **state) {
  (void)state;
  assert_sentences("Shelling struck the outskirts of the city on Tuesday and killed two\n"
                   "Ukrainian soldiers, the governor said in a message on his channel.\n"
                   "\n"
                   "Nobody else was hurt in the village that lies on the other side of\n"
                   "the river.",
                   "Shelling struck the outskirts of the city on Tuesday and killed two Ukrainian soldiers, the governor "
                   "said in a message on his channel. | Nobody else was hurt in the village that lies on the other side of "
                   "the river.");
}

static void short_lines_stand_alone(void **state) {
  (void)state;
  assert_sentences("Kharkiv: two killed\nOdesa: none\n- Sumy: one hurt\n1. Kherson was quiet.",
                   "Kharkiv: two killed | Odesa: none | - Sumy: one hurt | 1. Kherson was quiet.");
  sm_document *d = read_text("STRIKES HIT TWO CITIES\n\nTwo cities were hit.\n\n- Odesa: one hurt\n- Sumy: none");
  assert_int_equal(d->tokens.n_sentences, 4);
  assert_int_equal(d->tokens.sentences[0].flags, SM_SENTENCE_HEADING | SM_SENTENCE_UPPER);
  assert_int_equal(d->tokens.sentences[1].flags, 0);
  assert_int_equal(d->tokens.sentences[2].flags, SM_SENTENCE_ITEM);
  assert_int_equal(d->tokens.sentences[3].flags, SM_SENTENCE_ITEM);
  assert_int_equal(d->tokens.sentences[3].paragraph, 2);
  sm_document_free(d);
}

static void lower_case_notes_are_parted_too(void **state) {
  (void)state;
  assert_sentences("strike on the depot. three killed. smoke over the port",
                   "strike on the depot. | three killed. | smoke over the port");
}

static void endless_sentences_are_parted(void **state) {
  (void)state;
  enum { WORDS = 5000 };
  char *text = malloc(WORDS * 5 + 1);
  for (size_t i = 0; i < WORDS; i++) memcpy(text + i * 5, i % 100 == 99 ? "abc. " : i % 2 ? "Abcd " : "abcd ", 5);
  text[WORDS * 5] = 0;
  sm_document *d = read_text(text);
  for (size_t i = 0; i < d->tokens.n_sentences; i++)
    assert_true(d->tokens.sentences[i].last - d->tokens.sentences[i].first <= 600);
  sm_document_free(d);
  free(text);
}

static void quotes_are_marked(void **state) {
  (void)state;
  sm_document *d = read_text("\"We hit it. It burned.\" He left.");
  assert_int_equal(d->tokens.n_sentences, 3);
  assert_true(d->tokens.sentences[0].flags & SM_SENTENCE_QUOTE);
  assert_true(d->tokens.sentences[1].flags & SM_SENTENCE_QUOTE);
  assert_false(d->tokens.sentences[2].flags & SM_SENTENCE_QUOTE);
  sm_document_free(d);
}

// --- Documents -------------------------------------------------------------------------------------------------

static void the_day_of_publication_is_read_from_the_head(void **state) {
  (void)state;
  assert_published(" date 2024-01-19 By A. Reporter\n\nCITY, Jan 19 (Agency) - Text follows here.", "2024-01-19");
  assert_published("Published 3 March 2022\nText follows here.", "2022-03-03");
  assert_published("Title of it\nUpdated: Jan. 5th, 2023 10:22\n\nText.", "2023-01-05");
  assert_published("KYIV, March 8, 2022 (Agency) - Shells fell.", "2022-03-08");
  assert_published("KABUL, Aug 7 (Agency) - Shells fell in the first week of August 2021.", "2021-08-07");
  assert_published("KABUL, Aug 7 (Agency) - Shells fell.", "");
  assert_published("13/02/2021\nShells fell on the town.", "2021-02-13");
  assert_published("03/02/2021\nShells fell on the town.", "");
  assert_published("On 29 April 2020, forces attacked the town and left.", "");
}

static void a_text_too_large_for_a_report_is_refused(void **state) {
  (void)state;
  char *text = calloc(1, SM_REPORT_MAX + 1);
  sm_report report = {.id = SM_STR("big"), .text = {text, SM_REPORT_MAX + 1}, .published = SM_NO_DATE};
  sm_document *d = NULL;
  sm_error err = {0};
  assert_int_equal(sm_document_new(&report, NULL, &d, &err), SM_ERROR_LIMIT);
  assert_null(d);
  assert_non_null(strstr(err.message, "big"));
  free(text);
}

static void a_given_day_is_kept(void **state) {
  (void)state;
  sm_document *d = read_dated("Published 3 March 2022\nText.", "2022-03-05");
  assert_int_equal(d->report.published, sm_date_make(2022, 3, 5));
  assert_false(d->published_in_text);
  sm_document_free(d);
}

static bool english(const char *text) {
  sm_document *d = read_text(text);
  bool is = d->english;
  sm_document_free(d);
  return is;
}

static void english_is_told_from_other_languages(void **state) {
  (void)state;
  assert_true(english("Two people were killed when shells hit the market in the north of the city."));
  assert_true(english("DRONES HIT OIL DEPOT NEAR BELGOROD"));
  assert_true(english("Kherson"));
  assert_true(english(""));
  assert_false(english("Zwei Menschen wurden bei einem Angriff auf den Markt in der Stadt getötet."));
  assert_false(english("Deux personnes ont été tuées dans une frappe sur le marché de la ville."));
  assert_false(english("Dos personas murieron en un ataque contra el mercado de la ciudad."));
  assert_false(english("Два человека погибли при обстреле рынка"));
  assert_false(english("قتل شخصان في قصف على السوق"));
}

static void a_document_can_be_used_again(void **state) {
  (void)state;
  sm_lexicon *lexicon = sm_test_lexicon();
  sm_error err = {0};
  sm_report report = {.id = SM_STR("1"), .text = SM_STR("One. Two."), .published = SM_NO_DATE};
  sm_document *d = NULL;
  assert_ok(sm_document_new(&report, lexicon, &d, &err), err);
  assert_int_equal(d->tokens.n_sentences, 2);
  report.text = SM_STR("Only one");
  report.title = SM_STR("A title");
  assert_ok(sm_document_reset(d, &report, lexicon, &err), err);
  assert_int_equal(d->tokens.n_sentences, 1);
  assert_int_equal(d->title.n, 2);
  sm_document_free(d);
  sm_lexicon_close(lexicon);
}

// --- Lexicon ---------------------------------------------------------------------------------------------------

static void write_file(const char *path, const char *text) {
  sm_output *output = NULL;
  sm_error err = {0};
  assert_ok(sm_output_open(path, &output, &err), err);
  fputs(text, sm_output_stream(output));
  assert_ok(sm_output_commit(output, &err), err);
}

static void phrases_are_found_across_hyphens_and_possessives(void **state) {
  (void)state;
  sm_lexicon *lexicon = sm_test_lexicon();
  write_file("test_phrases.txt", "# class: testing\nPakistan army / surface to air | a=b; c=d e\nPakistan army chief\n");
  sm_error err = {0};
  assert_ok(sm_lexicon_add(lexicon, "test_phrases.txt", &err), err);
  int id = sm_lexicon_class_id(lexicon, "testing");
  assert_true(id >= 0);
  assert_int_equal(sm_lexicon_class_info(lexicon, id).n_rows, 2);
  assert_str(sm_lexicon_phrase(lexicon, id, 0), "Pakistan army");
  assert_str(sm_lexicon_attribute(lexicon, id, 0, "c"), "d e");
  assert_null(sm_lexicon_attribute(lexicon, id, 1, "c").ptr);
  sm_report report = {.text = SM_STR("Pakistan's army fired surface-to-air rounds. Pakistan. Army."), .published = SM_NO_DATE};
  sm_document *d = NULL;
  assert_ok(sm_document_new(&report, lexicon, &d, &err), err);
  assert_int_equal(d->tokens.n_phrases, 2);
  assert_int_equal(d->tokens.phrases[0].first, 0);
  assert_int_equal(d->tokens.phrases[0].last, 3);
  assert_true(d->tokens.phrases[1].entry->classes & 1ull << id);
  assert_int_equal(sm_lexicon_sense_in(d->tokens.phrases[1].entry, id)->words, 3);
  sm_document_free(d);
  sm_lexicon_close(lexicon);
}

static void users_rows_follow_the_built_in_ones(void **state) {
  (void)state;
  sm_lexicon *lexicon = sm_test_lexicon();
  int id = sm_lexicon_class_id(lexicon, "actors");
  uint32_t before = sm_lexicon_class_info(lexicon, id).n_rows;
  sm_str first = sm_lexicon_phrase(lexicon, id, 0);
  write_file("test_rows.txt", "# class: actors\nFront of Testing | iso3=XXX\n");
  sm_error err = {0};
  assert_ok(sm_lexicon_add(lexicon, "test_rows.txt", &err), err);
  assert_int_equal(sm_lexicon_class_id(lexicon, "actors"), id);
  assert_int_equal(sm_lexicon_class_info(lexicon, id).n_rows, before + 1);
  assert_true(sm_str_equal(sm_lexicon_phrase(lexicon, id, 0), first));
  assert_str(sm_lexicon_attribute(lexicon, id, before, "iso3"), "XXX");
  const sm_lexicon_entry *entry = sm_lexicon_find(lexicon, sm_name_key(SM_STR("front of testing"), NULL));
  assert_non_null(entry);
  assert_int_equal(sm_lexicon_sense_in(entry, id)->row, before);
  assert_non_null(sm_lexicon_find(lexicon, sm_name_key(first, NULL)));
  sm_lexicon_close(lexicon);
}

static void a_bad_line_is_named_and_changes_nothing(void **state) {
  (void)state;
  sm_lexicon *lexicon = sm_test_lexicon();
  write_file("test_bad.txt", "good phrase\n--- | a=b\n");
  sm_error err = {0};
  assert_int_equal(sm_lexicon_add(lexicon, "test_bad.txt", &err), SM_ERROR_FORMAT);
  assert_int_equal(err.line, 2);
  assert_int_equal(sm_lexicon_class_id(lexicon, "test_bad"), -1);
  assert_null(sm_lexicon_find(lexicon, sm_name_key(SM_STR("good phrase"), NULL)));
  sm_lexicon_close(lexicon);
}

static void a_damaged_lexicon_is_refused_at_any_byte(void **state) {
  (void)state;
  sm_error err = {0};
  write_file("test_small.txt", "one phrase | a=b\nanother / word\n");
  sm_lexicon *lexicon = NULL;
  char *bytes;
  size_t len;
  assert_int_equal(system("rm -rf test_lexicon && mkdir test_lexicon && mv test_small.txt test_lexicon/"), 0);
  assert_ok(sm_lexicon_compile("test_lexicon", "test.lex", &err), err);
  assert_ok(sm_lexicon_open("test.lex", &lexicon, &err), err);
  sm_lexicon_close(lexicon);
  assert_ok(sm_file_read("test.lex", 1 << 20, &bytes, &len, &err), err);
  for (size_t i = 0; i < 2 * len; i++) {
    FILE *f = fopen("test_damaged.lex", "wb");
    if (i < len) bytes[i] ^= 1;
    fwrite(bytes, 1, i < len ? len : i - len, f);
    if (i < len) bytes[i] ^= 1;
    fclose(f);
    lexicon = NULL;
    assert_int_not_equal(sm_lexicon_open("test_damaged.lex", &lexicon, &err), SM_OK);
    assert_null(lexicon);
  }
  free(bytes);
}

SM_TEST_MAIN(SM_TEST(folding_drops_case_marks_and_apostrophes), SM_TEST(invalid_bytes_fold_to_the_replacement),
             SM_TEST(names_are_equal_however_they_are_written), SM_TEST(long_words_keep_distinct_keys),
             SM_TEST(a_key_does_not_depend_on_the_way_it_was_made),
             SM_TEST(possessives_are_tokens_and_inner_apostrophes_are_not), SM_TEST(numbers_keep_their_separators),
             SM_TEST(dots_belong_to_abbreviations), SM_TEST(hyphens_are_signs_and_dashes_have_their_own),
             SM_TEST(every_ideograph_is_a_word), SM_TEST(words_know_their_case), SM_TEST(any_bytes_make_tokens_in_order),
             SM_TEST(sentences_end_at_end_signs), SM_TEST(abbreviations_end_no_sentence_unless_a_new_one_starts),
             SM_TEST(wrapped_lines_are_one_sentence), SM_TEST(short_lines_stand_alone),
             SM_TEST(lower_case_notes_are_parted_too), SM_TEST(quotes_are_marked), SM_TEST(endless_sentences_are_parted),
             SM_TEST(the_day_of_publication_is_read_from_the_head), SM_TEST(a_given_day_is_kept), SM_TEST(a_text_too_large_for_a_report_is_refused),
             SM_TEST(english_is_told_from_other_languages), SM_TEST(a_document_can_be_used_again),
             SM_TEST(phrases_are_found_across_hyphens_and_possessives), SM_TEST(users_rows_follow_the_built_in_ones),
             SM_TEST(a_bad_line_is_named_and_changes_nothing), SM_TEST(a_damaged_lexicon_is_refused_at_any_byte))
