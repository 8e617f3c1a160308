#include "geocoder.h"

#include <stdlib.h>

#include "fold.h"

static const char *const cue_files[SM_CUES] = {
    "place_prepositions", "place_units", "titles", "organisations", "directions", "distances", "relations",
    "metonym_cues",       "other_names", "times",  "reporting",     "actors",     "forces",    "connectors",
    "triggers",           "weapons",            "peoples", "numbers",
};

typedef struct word_value {
  const char *word;
  uint8_t value;
} word_value;

static uint8_t value_of(sm_str text, const word_value *values) {
  for (; values->word; values++)
    if (sm_str_equal(text, sm_str_of(values->word))) return values->value;
  return 0;
}

static const word_value kinds[] = {
    {"city", SM_KIND_CITY},         {"adm1", SM_KIND_ADM1},     {"adm2", SM_KIND_ADM2},
    {"river", SM_KIND_RIVER},       {"lake", SM_KIND_LAKE},     {"sea", SM_KIND_SEA},
    {"strait", SM_KIND_STRAIT},     {"island", SM_KIND_ISLAND}, {"region", SM_KIND_REGION},
    {"mountain", SM_KIND_MOUNTAIN}, {"border", SM_KIND_BORDER}, {"airport", SM_KIND_AIRPORT},
    {"base", SM_KIND_BASE},         {"site", SM_KIND_SITE},     {NULL, 0},
};
static const word_value where[] = {{"in", SM_PREP_IN},
                                   {"at", SM_PREP_AT},
                                   {"near", SM_PREP_NEAR},
                                   {"from", SM_PREP_FROM},
                                   {"to", SM_PREP_TO},
                                   {"of", SM_PREP_OF},
                                   {NULL, 0}};
static const word_value sides[] = {{"before", SM_UNIT_BEFORE},
                                   {"after", SM_UNIT_AFTER},
                                   {"both", SM_UNIT_BEFORE | SM_UNIT_AFTER},
                                   {NULL, 0}};
static const word_value org_sides[] = {
    {"before", SM_ORG_BEFORE}, {"after", SM_ORG_AFTER}, {"both", SM_ORG_BEFORE | SM_ORG_AFTER}, {"thing", SM_ORG_THING}, {NULL, 0}};
static const word_value forms[] = {{"noun", SM_DIR_NOUN},
                                   {"adjective", SM_DIR_ADJECTIVE},
                                   {"middle", SM_DIR_MIDDLE},
                                   {"letter", SM_DIR_LETTER},
                                   {NULL, 0}};
static const word_value relations[] = {
    {"near", SM_REL_NEAR},     {"outskirts", SM_REL_OUTSKIRTS}, {"centre", SM_REL_CENTRE},
    {"border", SM_REL_BORDER}, {"coast", SM_REL_COAST},         {"between", SM_REL_BETWEEN},
    {"river", SM_REL_RIVER},   {"inside", SM_REL_INSIDE},       {"countryside", SM_REL_COUNTRYSIDE}, {"road", SM_REL_ROAD},
    {NULL, 0}};
static const word_value uses[] = {
    {"actor_verb", SM_METONYM_VERB},   {"actor_noun", SM_METONYM_NOUN}, {"relation", SM_METONYM_BEFORE},
    {"state_noun", SM_METONYM_STATE},  {"land_noun", SM_METONYM_LAND},  {"ground_verb", SM_METONYM_GROUND},
    {"transfer", SM_METONYM_TRANSFER}, {"sport", SM_METONYM_SPORT},     {NULL, 0}};
static const word_value times[] = {{"weekday", SM_TIME_WEEKDAY}, {"month", SM_TIME_MONTH}, {NULL, 0}};

static const word_value others[] = {{"acronym", SM_OTHER_ACRONYM}, {"other", SM_OTHER_NAME}, {NULL, 0}};
static const word_value joins[] = {{"and", SM_JOIN_AND},
                                   {"the", SM_JOIN_THE | SM_JOIN_ARTICLE},
                                   {"article", SM_JOIN_ARTICLE},
                                   {"auxiliary", SM_JOIN_AUXILIARY},
                                   {NULL, 0}};

static double number_of(sm_str text) {
  char copy[32];
  size_t n = text.len < sizeof copy - 1 ? text.len : sizeof copy - 1;
  if (n) memcpy(copy, text.ptr, n);
  copy[n] = '\0';
  return strtod(copy, NULL);
}

static uint8_t row_value(const sm_geocoder *g, sm_cue cue, uint32_t row) {
  const sm_lexicon *l = g->lexicon;
  int c = g->class_id[cue];
#define ATTRIBUTE(name) sm_lexicon_attribute(l, c, row, name)
  switch (cue) {
  case SM_CUE_PREPOSITION:
    return (uint8_t)(value_of(ATTRIBUTE("where"), where) |
                     (sm_str_equal(ATTRIBUTE("worth"), SM_STR("strong")) ? SM_PREP_STRONG : 0));
  case SM_CUE_UNIT:
    return (uint8_t)(value_of(ATTRIBUTE("kind"), kinds) | value_of(ATTRIBUTE("side"), sides) |
                     (ATTRIBUTE("common").len ? SM_UNIT_COMMON : 0) |
                     (ATTRIBUTE("part").len ? SM_UNIT_PART : 0));
  case SM_CUE_ORGANISATION:
    return (uint8_t)(value_of(ATTRIBUTE("side"), org_sides) | (ATTRIBUTE("name").len ? SM_ORG_NAME : 0));
  case SM_CUE_DIRECTION:
    return (uint8_t)(value_of(ATTRIBUTE("form"), forms) |
                     ((int)(number_of(ATTRIBUTE("azimuth")) / 22.5 + 0.5) & SM_DIR_SIXTEENTHS));
  case SM_CUE_RELATION:
    return value_of(ATTRIBUTE("kind"), relations);
  case SM_CUE_METONYM:
    return value_of(ATTRIBUTE("use"), uses);
  case SM_CUE_OTHER:
    return value_of(ATTRIBUTE("kind"), others);
  case SM_CUE_FORCE:
    return sm_str_equal(ATTRIBUTE("kind"), SM_STR("police")) ? SM_FORCE_POLICE : SM_FORCE_OTHER;
  case SM_CUE_REPORTING:
    return sm_str_equal(ATTRIBUTE("pos"), SM_STR("verb")) ? SM_REPORTING_VERB : SM_REPORTING_OTHER;
  case SM_CUE_CONNECTOR:
    return value_of(ATTRIBUTE("kind"), joins);
  case SM_CUE_TIME: {
    uint8_t v = value_of(ATTRIBUTE("kind"), times);
    return v ? v : SM_TIME_OTHER;
  }
  case SM_CUE_NUMBER: { // those that tell a length
    double n = number_of(ATTRIBUTE("value"));
    const sm_str kind = ATTRIBUTE("kind");
    const bool plain = sm_str_equal(kind, SM_STR("unit")) || sm_str_equal(kind, SM_STR("ten")) || sm_str_equal(kind, SM_STR("dozen")) || sm_str_equal(kind, SM_STR("scale"));
    return plain && n <= UINT8_MAX ? (uint8_t)n : 0;
  }
  default:
    return 1;
  }
#undef ATTRIBUTE
}

static bool prepare_cue(sm_geocoder *g, sm_cue cue) {
  g->class_id[cue] = sm_lexicon_class_id(g->lexicon, cue_files[cue]);
  if (g->class_id[cue] < 0) return true;
  g->mask[cue] = 1ull << g->class_id[cue];
  g->n_rows[cue] = sm_lexicon_class_info(g->lexicon, g->class_id[cue]).n_rows;
  g->value[cue] = calloc(g->n_rows[cue] + 1, 1);
  if (!g->value[cue]) return false;
  for (uint32_t row = 0; row < g->n_rows[cue]; row++) g->value[cue][row] = row_value(g, cue, row);
  return true;
}

static bool prepare_metres(sm_geocoder *g) {
  uint32_t n = g->n_rows[SM_CUE_DISTANCE];
  g->metres = calloc(n + 1, sizeof *g->metres);
  if (!g->metres) return false;
  for (uint32_t row = 0; row < n; row++)
    g->metres[row] = number_of(sm_lexicon_attribute(g->lexicon, g->class_id[SM_CUE_DISTANCE], row, "metres"));
  return true;
}

static void prepare_articles(sm_geocoder *g) {
  static const char *const articles[] = {"al", "el", "as",  "ash", "ar", "at", "ad",
                                         "an", "az", "adh", "ath", "ed", "es", "esh"};
  for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
    g->article[g->n_articles++] = sm_word_key(sm_str_of(articles[i]));
}

enum { KEPT_PARTS = 4096 };

static void prepare_states_abroad(sm_geocoder *g) {
  static const char states[SM_STATES_ABROAD][4] = {"USA", "GBR", "FRA", "DEU", "NLD", "CAN", "AUS", "ITA", "ESP", "DNK", "NOR", "POL", "NZL", "BEL", "SWE", "CZE", "PRT"};
  for (int i = 0; i < SM_STATES_ABROAD; i++) g->abroad[i] = sm_gazetteer_country(g->gazetteer, states[i]);
}

sm_status sm_geocoder_new(const sm_lexicon *lexicon, const sm_gazetteer *gazetteer, sm_geocoder **out,
                          sm_error *err) {
  sm_geocoder *g = calloc(1, sizeof *g);
  bool ok = g != NULL;
  if (ok) *g = (sm_geocoder){.lexicon = lexicon, .gazetteer = gazetteer};
  for (int cue = 0; ok && cue < SM_CUES; cue++) ok = prepare_cue(g, (sm_cue)cue);
  ok = ok && prepare_metres(g) && (g->parts = sm_memo_new(KEPT_PARTS)) != NULL;
  if (!ok) {
    sm_geocoder_free(g);
    return sm_fail(err, SM_ERROR_MEMORY, "out of memory preparing the geocoder");
  }
  prepare_articles(g);
  prepare_states_abroad(g);
  g->merged = sm_gazetteer_by_id(gazetteer, SM_STR("ne:PAK-1112"));
  g->merged_into = sm_gazetteer_by_id(gazetteer, SM_STR("ne:PAK-1123"));
  *out = g;
  return SM_OK;
}

void sm_geocoder_free(sm_geocoder *geocoder) {
  if (!geocoder) return;
  for (int cue = 0; cue < SM_CUES; cue++) free(geocoder->value[cue]);
  free(geocoder->metres);
  if (geocoder->parts) sm_memo_free(geocoder->parts);
  free(geocoder);
}

uint8_t sm_cue_value(const sm_geocoder *geocoder, const sm_lexicon_entry *entry, sm_cue cue) {
  uint8_t value = 0;
  const sm_lexicon_sense *senses = sm_lexicon_senses(entry);
  for (int i = 0; i < entry->n_senses; i++)
    if (senses[i].class_id == geocoder->class_id[cue] && senses[i].row < geocoder->n_rows[cue])
      value |= geocoder->value[cue][senses[i].row];
  return value;
}

double sm_cue_metres(const sm_geocoder *geocoder, const sm_lexicon_entry *entry) {
  const sm_lexicon_sense *sense =
      entry ? sm_lexicon_sense_in(entry, geocoder->class_id[SM_CUE_DISTANCE]) : NULL;
  return sense && sense->row < geocoder->n_rows[SM_CUE_DISTANCE] ? geocoder->metres[sense->row] : 0;
}

sm_status sm_index_phrases(sm_document *document, sm_phrase_index *out, sm_error *err) {
  const sm_tokens *t = &document->tokens;
  uint32_t *starts = sm_arena_calloc(document->arena, 2 * (t->n + 2), sizeof *starts);
  if (!starts) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  uint32_t *ends = starts + t->n + 2;
  for (size_t p = t->n_phrases; p-- > 0;) {
    starts[t->phrases[p].first] = (uint32_t)p + 1;
    ends[t->phrases[p].last] = (uint32_t)p + 1;
  }
  *out = (sm_phrase_index){starts, ends, t->phrases};
  return SM_OK;
}

uint8_t sm_unit_at(const sm_geocoder *geocoder, const sm_phrase_index *phrases, const sm_token *tokens,
                   uint32_t i) {
  uint32_t phrase = phrases->starts[i];
  if (phrase && sm_has_cue(geocoder, phrases->items[phrase - 1].entry, SM_CUE_UNIT))
    return sm_cue_value(geocoder, phrases->items[phrase - 1].entry, SM_CUE_UNIT);
  return sm_token_cue(geocoder, &tokens[i], SM_CUE_UNIT);
}
