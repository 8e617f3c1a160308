#include "gazetteer_find.h"

#include <jansson.h>
#include <math.h>
#include <stdlib.h>

#include "buffer.h"
#include "fold.h"
#include "reading.h"

enum { MOST = 20, LOOKED_AT = 512 };

typedef struct found {
  sm_candidate items[LOOKED_AT];
  bool inside[LOOKED_AT]; ///< in the country and province asked for
  size_t n;
} found;

typedef struct question {
  sm_str name, country, adm1;
} question;

static bool is_named(const sm_gazetteer *gazetteer, sm_place_ref ref, sm_str name) {
  enum { NAMES = 256 };
  sm_str names[NAMES];
  uint64_t key = sm_name_key(name, NULL);
  size_t n = ref && key ? sm_gazetteer_names(gazetteer, ref, names, NAMES) : 0;
  for (size_t i = 0; i < n && i < NAMES; i++)
    if (sm_name_key(names[i], NULL) == key) return true;
  return false;
}

static bool lies_inside(const sm_gazetteer *gazetteer, const sm_place *place, const question *q) {
  if (q->country.len && !sm_str_equal(sm_str_of(place->iso3), q->country) && !is_named(gazetteer, place->country, q->country))
    return false;
  return !q->adm1.len || is_named(gazetteer, place->adm1, q->adm1);
}

static void note_inside(const sm_gazetteer *gazetteer, const question *q, found *f) {
  for (size_t i = 0; i < f->n; i++) {
    sm_place place;
    sm_gazetteer_place(gazetteer, f->items[i].place, &place);
    f->inside[i] = lies_inside(gazetteer, &place, q);
  }
}

static bool any_inside(const found *f) {
  for (size_t i = 0; i < f->n; i++)
    if (f->inside[i]) return true;
  return false;
}

static size_t at_most(size_t n) { return n < LOOKED_AT ? n : LOOKED_AT; }

/// The exact name; where that gives nothing where it is asked for, other spellings.
static void find(const sm_gazetteer *gazetteer, const question *q, found *f) {
  f->n = at_most(sm_gazetteer_find(gazetteer, sm_name_key(q->name, NULL), f->items, LOOKED_AT));
  note_inside(gazetteer, q, f);
  if (any_inside(f)) return;
  found exact = *f;
  f->n = at_most(sm_gazetteer_find_similar(gazetteer, q->name, f->items, LOOKED_AT));
  note_inside(gazetteer, q, f);
  if (!any_inside(f) && exact.n) *f = exact;
}

static void add_word(sm_buffer *out, const char *word) {
  if (out->len) sm_buffer_add_str(out, SM_STR(", "));
  sm_buffer_add_str(out, sm_str_of(word));
}

static void add_reason(const sm_candidate *c, const sm_place *place, const question *q, bool inside, sm_buffer *out) {
  static const struct {
    unsigned bit;
    const char *word;
  } words[] = {{SM_NAME_MAIN, "main name"}, {SM_NAME_SHORT, "abbreviation"}, {SM_NAME_FORMER, "former name"},
               {SM_NAME_DEMONYM, "adjective or people"}, {SM_NAME_CITY_OF_AIRPORT, "airport's city"},
               {SM_NAME_VARIANT, "another spelling"}, {SM_NAME_STRIPPED, "without its unit word"}};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (c->name_flags & words[i].bit) add_word(out, words[i].word);
  if (!out->len) add_word(out, "other name");
  if (place->flags & SM_PLACE_CAPITAL) add_word(out, "capital");
  if (place->flags & SM_PLACE_ADM1_SEAT) add_word(out, "seat of its province");
  if (place->population) {
    add_word(out, "population ");
    sm_buffer_printf(out, "%u", place->population);
  }
  if (q->country.len || q->adm1.len) add_word(out, inside ? "where it is asked for" : "elsewhere than asked for");
}

/// Name of a containing unit, empty when unknown.
static sm_str unit_name(const sm_gazetteer *gazetteer, sm_place_ref ref) {
  sm_place unit = {0};
  if (ref) sm_gazetteer_place(gazetteer, ref, &unit);
  return unit.name;
}

/// How a candidate answers the question.
typedef struct match {
  bool inside;  ///< in the country and province asked for
  bool variant; ///< by another spelling of the name
} match;

typedef void (*candidate_visit)(const sm_gazetteer *gazetteer, const sm_place *place, match how, sm_str reason,
                                void *user);

/// Visits the candidates, those where it is asked for first; returns their number.
static size_t each_candidate(const sm_gazetteer *gazetteer, const question *q, candidate_visit visit, void *user) {
  found *f = calloc(1, sizeof *f);
  size_t shown = 0;
  sm_buffer reason = {0};
  if (!f) return 0;
  find(gazetteer, q, f);
  for (int inside = 1; inside >= 0; inside--)
    for (size_t i = 0; i < f->n && shown < MOST; i++) {
      if (f->inside[i] != inside) continue;
      sm_place place;
      sm_gazetteer_place(gazetteer, f->items[i].place, &place);
      sm_buffer_clear(&reason);
      add_reason(f->items + i, &place, q, inside, &reason);
      sm_gazetteer_as_viewed(gazetteer, &place);
      match how = {.inside = inside, .variant = (f->items[i].name_flags & SM_NAME_VARIANT) != 0};
      visit(gazetteer, &place, how, sm_buffer_str(&reason), user);
      shown++;
    }
  sm_buffer_free(&reason);
  free(f);
  return shown;
}

static void print_candidate(const sm_gazetteer *gazetteer, const sm_place *place, match how, sm_str reason,
                            void *user) {
  (void)how; // the reason says it in words
  FILE *out = user;
  sm_str country = unit_name(gazetteer, place->country), adm1 = unit_name(gazetteer, place->adm1);
  fprintf(out, "%10.5f %9.5f  %-9s %.*s", place->lon, place->lat, sm_place_kind_name(place->kind), SM_STR_ARG(place->name));
  if (adm1.len && !sm_str_equal(adm1, place->name)) fprintf(out, ", %.*s", SM_STR_ARG(adm1));
  if (country.len && !sm_str_equal(country, place->name)) fprintf(out, ", %.*s", SM_STR_ARG(country));
  fprintf(out, "  [%.*s]  %.*s\n", SM_STR_ARG(place->id), SM_STR_ARG(reason));
}

size_t sm_gazetteer_print_candidates(const sm_gazetteer *gazetteer, sm_str name, sm_str inside, FILE *out) {
  question q = {.name = name, .country = inside};
  return each_candidate(gazetteer, &q, print_candidate, out);
}

static void add_member(sm_buffer *out, const char *name, sm_str text) {
  if (!text.len) return;
  sm_buffer_printf(out, ",\"%s\":", name);
  sm_json_string(out, text);
}

static void json_candidate(const sm_gazetteer *gazetteer, const sm_place *place, match how, sm_str reason,
                           void *user) {
  sm_buffer *out = user;
  if (out->bytes[out->len - 1] != '[') sm_buffer_add_char(out, ',');
  sm_buffer_add_str(out, SM_STR("{\"place_id\":"));
  sm_json_string(out, place->id);
  add_member(out, "name", place->name);
  add_member(out, "kind", sm_str_of(sm_place_kind_name(place->kind)));
  sm_buffer_printf(out, ",\"lon\":%.6f,\"lat\":%.6f,\"radius_m\":%.0f", place->lon, place->lat, (double)place->radius_m);
  if (place->population) sm_buffer_printf(out, ",\"population\":%u", place->population);
  add_member(out, "iso3", sm_str_of(place->iso3));
  add_member(out, "country", unit_name(gazetteer, place->country));
  add_member(out, "adm1", unit_name(gazetteer, place->adm1));
  add_member(out, "adm2", unit_name(gazetteer, place->adm2));
  add_member(out, "place_src", place->source);
  add_member(out, "reason", reason);
  if (!how.inside) sm_buffer_add_str(out, SM_STR(",\"inside\":false"));
  if (how.variant) sm_buffer_add_str(out, SM_STR(",\"variant\":true"));
  sm_buffer_add_char(out, '}');
}

static sm_str member(const json_t *object, const char *name) {
  const json_t *value = json_object_get(object, name);
  return json_is_string(value) ? (sm_str){json_string_value(value), json_string_length(value)} : (sm_str){NULL, 0};
}

static void answer_line(const sm_gazetteer *gazetteer, sm_str line, sm_buffer *out) {
  json_t *object = line.len && line.ptr[0] == '{' ? json_loadb(line.ptr, line.len, 0, NULL) : NULL;
  bool bad = line.len && line.ptr[0] == '{' && !object;
  question q = {.name = bad ? (sm_str){NULL, 0} : line};
  if (object) q = (question){member(object, "name"), member(object, "country"), member(object, "adm1")};
  sm_buffer_clear(out);
  sm_buffer_add_str(out, SM_STR("{\"name\":"));
  sm_json_string(out, q.name);
  sm_buffer_add_str(out, SM_STR(",\"candidates\":["));
  if (!out->failed) each_candidate(gazetteer, &q, json_candidate, out);
  sm_buffer_add_str(out, SM_STR("]"));
  if (bad) sm_buffer_add_str(out, SM_STR(",\"error\":\"not a JSON object\""));
  sm_buffer_add_str(out, SM_STR("}\n"));
  json_decref(object);
}

sm_status sm_gazetteer_answer(const sm_gazetteer *gazetteer, FILE *in, FILE *out, sm_error *err) {
  enum { LONGEST = 64 * 1024 };
  sm_buffer answer = {0};
  char *line = malloc(LONGEST);
  sm_status status = line ? SM_OK : sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  while (!status && fgets(line, LONGEST, in)) {
    answer_line(gazetteer, (sm_str){line, strcspn(line, "\r\n")}, &answer);
    if (answer.failed) status = sm_fail(err, SM_ERROR_MEMORY, "out of memory");
    else if (fwrite(answer.bytes, 1, answer.len, out) != answer.len || fflush(out))
      status = sm_fail(err, SM_ERROR_IO, "standard output: cannot be written");
  }
  sm_buffer_free(&answer);
  free(line);
  return status;
}
