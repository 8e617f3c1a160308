// Parts of speech, noun and verb groups, and who does what to whom.
#include "test.h"

#include "engine.h"
#include "story.h"

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

typedef struct sentence {
  sm_document *document;
  sm_story story;
} sentence;

static sentence read(const char *text) {
  sentence s = {0};
  sm_error err = {0};
  static sm_mentions mentions;
  sm_report report = {.id = SM_STR("test"), .text = sm_str_of(text), .published = SM_NO_DATE};
  assert_ok(sm_document_new(&report, engine.lexicon, &s.document, &err), err);
  assert_ok(sm_story_new(engine.reader, s.document, &mentions, &s.story, &err), err);
  return s;
}

/// The words of a group; "" for -1.
static sm_str words(const sentence *s, int32_t group) {
  if (group < 0) return SM_STR("");
  const sm_group *g = &s->story.syntax.groups[group];
  return sm_span_text(&s->story.scan, sm_tokens_span(&s->story.scan, g->first, g->last));
}

/// The verb group whose head is that word.
static const sm_group *verb(const sentence *s, const char *word) {
  const sm_syntax *y = &s->story.syntax;
  for (uint32_t i = 0; i < y->n; i++)
    if (y->groups[i].flags & SM_GROUP_VERB && sm_str_equal(sm_span_text(&s->story.scan, sm_tokens_span(&s->story.scan, y->groups[i].head, y->groups[i].head + 1)), sm_str_of(word)))
      return &y->groups[i];
  fail_msg("no verb \"%s\"", word);
  return NULL;
}

static void expect(const char *text, const char *word, const char *subject, const char *object, const char *agent) {
  sentence s = read(text);
  const sm_group *g = verb(&s, word);
  assert_str(words(&s, g->subject), subject);
  assert_str(words(&s, g->object), object);
  assert_str(words(&s, g->agent), agent);
  sm_document_free(s.document);
}

static void finds_subject_and_object(void **state) {
  (void)state;
  expect("Russian missiles struck an apartment building in Kharkiv.", "struck", "Russian missiles", "an apartment building", "");
  expect("Jets bombed the market in Idlib and killed 12 people.", "killed", "Jets", "12 people", "");
  expect("Iran said Thursday's strikes killed nine people in a border village.", "killed", "Thursday's strikes", "nine people", "");
  expect("Iran also launched strikes on Syria.", "launched", "Iran", "strikes", "");
}

static void finds_agent_of_passive(void **state) {
  (void)state;
  expect("Two villages were shelled by Armenian forces on Monday.", "shelled", "Two villages", "", "Armenian forces");
  expect("A hospital run by a charity was hit.", "run", "A hospital", "", "a charity");
}

static void passes_over_what_modifies_the_subject(void **state) {
  (void)state;
  expect("Two people killed in the attack were taken to a hospital.", "taken", "Two people", "", "");
  expect("The airstrike on the market in Tigray killed dozens.", "killed", "The airstrike", "dozens", "");
  expect("The group, which claimed the bombing, shelled the base.", "claimed", "The group", "the bombing", "");
}

static void knows_past_from_participle(void **state) {
  (void)state;
  sentence s = read("Two people killed in the attack were named, and drones wounded three children.");
  assert_true(verb(&s, "killed")->flags & SM_GROUP_PASSIVE);
  assert_true(verb(&s, "wounded")->flags & SM_GROUP_FINITE);
  sm_document_free(s.document);
}

static void sees_through_clauses(void **state) {
  (void)state;
  expect("Four people died in a drone attack that targeted a hospital.", "targeted", "a drone attack", "a hospital", "");
  expect("Militants who attacked a checkpoint near Kirkuk killed five policemen.", "killed", "Militants", "five policemen", "");
  expect("A bomber blew himself up inside a mosque packed with worshippers, killing 30 people.", "killing", "A bomber", "30 people", "");
  expect("Rockets struck the base hosting troops, wounding a contractor.", "hosting", "the base", "troops", "");
  expect("Rockets struck the base hosting troops, wounding a contractor.", "wounding", "Rockets", "a contractor", "");
  expect("Nine civilians, including women and children, were killed in the raid.", "killed", "Nine civilians", "", "");
  expect("Jets believed to be Russian struck the market.", "struck", "Jets", "the market", "");
  expect("The vehicle they were travelling in hit a landmine.", "hit", "The vehicle", "a landmine", "");
  expect("Drones were launched from Crimea, but debris damaged a school.", "damaged", "debris", "a school", "");
  expect("Israel did not comment on the strike, which state television said killed two civilians.", "killed", "the strike", "two civilians", "");
}

static void knows_who_is_made_to_act(void **state) {
  (void)state;
  expect("The attack prompted the army to bomb a village.", "bomb", "the army", "a village", "");
  expect("Russian forces used missiles to attack the city.", "attack", "Russian forces", "the city", "");
}

static void tells_verbs_from_nouns(void **state) {
  (void)state;
  expect("The air force shot down 15 drones.", "shot", "The air force", "15 drones", "");
  expect("Gunmen killed five policemen and wounded three others.", "wounded", "Gunmen", "three others", "");
  expect("A bomb exploded near a convoy carrying wheat.", "carrying", "a convoy", "wheat", "");
  expect("The attack left eight dead and others wounded.", "left", "The attack", "eight", "");
}

static void keeps_noun_groups_whole(void **state) {
  (void)state;
  sentence s = read("A drone hit the second-largest oil depot of the region on Tuesday.");
  const sm_group *g = verb(&s, "hit");
  assert_str(words(&s, g->object), "the second-largest oil depot");
  const sm_group *depot = &s.story.syntax.groups[g->object];
  uint32_t end = sm_group_end_with_of(&s.story.scan, &s.story.syntax, depot);
  assert_str(sm_span_text(&s.story.scan, sm_tokens_span(&s.story.scan, depot->first, end)), "the second-largest oil depot of the region");
  sm_document_free(s.document);
}

static void stands_any_words(void **state) {
  (void)state;
  static const char *const texts[] = {"", "struck", "killed killed killed by by", "\"'s - - 's struck (\"", "of of of the the strike to to", "12 12 12 killed 's 's"};
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
    sentence s = read(texts[i]);
    for (uint32_t k = 0; k < s.story.syntax.n; k++) assert_true(s.story.syntax.groups[k].first < s.story.syntax.groups[k].last);
    sm_document_free(s.document);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      SM_TEST(finds_subject_and_object),     SM_TEST(finds_agent_of_passive),  SM_TEST(passes_over_what_modifies_the_subject),
      SM_TEST(knows_past_from_participle), SM_TEST(sees_through_clauses), SM_TEST(knows_who_is_made_to_act), SM_TEST(tells_verbs_from_nouns),
      SM_TEST(keeps_noun_groups_whole), SM_TEST(stands_any_words),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
