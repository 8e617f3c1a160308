/// Inside geocode/: which spans of a report may name places, the signs for and against each, and the verdict.
/// A linear score over yes-or-no signs; the weights lie in data/models/recognition.tsv.
#ifndef SM_RECOGNISE_H
#define SM_RECOGNISE_H

#include "geocoder.h"

/// The signs: name of the row in recognition.tsv, and what it says.
#define SM_SIGNS(X)                                                                                          \
  X(bias, "always")                                                                                          \
  X(country, "names a country")                                                                              \
  X(region, "names a continent or region without government")                                                \
  X(adm1, "names a province")                                                                                \
  X(adm2, "names a district")                                                                                \
  X(capital, "names a country's capital")                                                                    \
  X(city_1m, "names a place of a million people")                                                            \
  X(city_100k, "of 100,000 to a million")                                                                    \
  X(city_15k, "of 15,000 to 100,000")                                                                        \
  X(city_1k, "of 1,000 to 15,000")                                                                           \
  X(city_small, "of fewer or unknown")                                                                       \
  X(water, "names a sea, strait, lake or river")                                                             \
  X(land, "names an island or mountain")                                                                     \
  X(site, "names an airport, base or site")                                                                  \
  X(unlisted, "in no gazetteer")                                                                             \
  X(main_name, "is the main name of its most prominent place")                                               \
  X(country_alias, "is a lesser name of a country, not an abbreviation")                                      \
  X(short_name, "is an abbreviation of its place")                                                           \
  X(former_name, "is a former name")                                                                         \
  X(demonym, "is an adjective or people of a country")                                                       \
  X(two_words, "has two words")                                                                              \
  X(three_words, "has three words or more")                                                                  \
  X(user_only, "stands in a user's gazetteer only")                                                          \
  X(common_first, "is among the commonest English words")                                                    \
  X(common_second, "is a common English word")                                                               \
  X(common_third, "is an English word")                                                                      \
  X(noun_person, "is also a noun for persons")                                                               \
  X(given_name, "is also a given name")                                                                      \
  X(surname, "is also a surname")                                                                            \
  X(big_word, "is a common word or person's name but also a country, province or city of 300,000")           \
  X(acronym, "is a known acronym or name of something else")                                                 \
  X(airport_code, "is an airport's code")                                                                    \
  X(claimant, "is known as one who makes claims")                                                            \
  X(short_upper, "up to five capitals that are no abbreviation of a place")                                  \
  X(direction_word, "is a direction")                                                                        \
  X(shape_village, "unlisted, of words in no list, after a preposition of place")                            \
  X(time_word, "is a month or weekday")                                                                      \
  X(upper_text, "stands in a text in capitals")                                                              \
  X(lower_case, "is written in lower case")                                                                  \
  X(heading, "stands in a heading")                                                                          \
  X(sentence_start, "begins a sentence")                                                                     \
  X(prep_in, "after in, at, near, inside")                                                                   \
  X(prep_from, "after from or to")                                                                           \
  X(prep_of, "after of, on, for")                                                                            \
  X(prep_the, "after such a preposition and the")                                                            \
  X(unit_of, "after village of, city of")                                                                    \
  X(bearing_before, "after north of and the like")                                                           \
  X(unit_before, "after a unit word")                                                                        \
  X(direction_before, "after a direction or its adjective")                                                  \
  X(the_before, "after the")                                                                                 \
  X(title_before, "after a person's title")                                                                  \
  X(given_before, "after a given name in capitals")                                                          \
  X(capital_before, "after another capitalised word that is no place")                                       \
  X(place_before, "right after a place's name")                                                              \
  X(possessive_before, "after a place's possessive")                                                         \
  X(place_comma, "after a place and a comma")                                                                \
  X(place_and, "after a place and \"and\"")                                                                  \
  X(comma_place, "before a comma and a country, province or city")                                           \
  X(and_place, "before \"and\" and a place")                                                                 \
  X(paren_before, "in parentheses")                                                                          \
  X(paren_place, "before a place in parentheses")                                                            \
  X(number_before, "after a number")                                                                         \
  X(hyphen_before, "after a hyphen")                                                                         \
  X(hyphen_based, "before -based, -born and the like")                                                       \
  X(model_number, "before a hyphen and a number")                                                            \
  X(hyphen_after, "before another hyphen")                                                                   \
  X(unit_after, "before a unit word")                                                                        \
  X(capital_after, "before another capitalised word that is no place")                                       \
  X(name_after, "before a capitalised person's name")                                                        \
  X(place_after, "right before a place's name")                                                              \
  X(organisation, "inside an organisation's name")                                                           \
  X(part_of_name, "part of a street's, school's, paper's or team's name")                                    \
  X(possessive_after, "before a possessive")                                                                 \
  X(speaks_after, "before a verb of saying or thinking")                                                     \
  X(verb_after, "before another verb")                                                                       \
  X(dateline, "opens a report like a dateline")                                                              \
  X(person_elsewhere, "elsewhere in the report after a title or given name")                                 \
  X(person_only, "elsewhere a person, never after a preposition of place")                                   \
  X(run_elsewhere, "elsewhere part of a longer capitalised name")                                            \
  X(place_elsewhere, "elsewhere clearly a place")                                                            \
  X(shape_unit, "unlisted, with a capitalised unit word in it")                                              \
  X(shape_context, "unlisted, between a preposition of place and its container")                             \
  X(shape_unit_of, "unlisted, after town of and the like or before a unit word")                             \
  X(defined, "told to be a village, a district and the like")                                                  \
  X(dweller, "tells whose people they are: \"a Jackson man\", \"Jackson police\"")                            \
  X(rule_verdict, "the rules took it")

typedef enum sm_sign {
#define SM_SIGN_ENUM(name, what) SM_SIGN_##name,
  SM_SIGNS(SM_SIGN_ENUM)
#undef SM_SIGN_ENUM
      SM_SIGN_COUNT
} sm_sign;

/// A set of signs.
typedef struct sm_sign_set {
  uint64_t bits[2];
} sm_sign_set;

_Static_assert(SM_SIGN_COUNT <= 128, "sm_sign_set holds 128 signs");

static inline void sm_sign_on(sm_sign_set *set, sm_sign sign) {
  set->bits[sign >> 6] |= 1ull << (sign & 63);
}
static inline bool sm_sign_is(const sm_sign_set *set, sm_sign sign) {
  return set->bits[sign >> 6] >> (sign & 63) & 1;
}

enum { SM_NAME_CANDIDATES = 96 };

/// A distinct name of the report and its places.
typedef struct sm_name {
  uint64_t key;
  const sm_candidate *candidates; ///< most prominent first; in the arena
  uint32_t n;                     ///< of them
  uint32_t total;                 ///< in the gazetteer
  sm_place_brief best;            ///< most prominent place
  uint16_t best_flags;            ///< SM_NAME_* of it
  bool demonym;
  uint16_t words;
  uint16_t n_person, n_place, n_run; ///< uses as a person, clearly as a place, in longer names
  sm_place_ref sense;                ///< the report's sense so far
  struct sm_option *options;         ///< parallel to the candidates, see vicinity.h; NULL: not gathered
} sm_name;

typedef struct sm_found {
  uint32_t first, last; ///< tokens, half-open
  uint32_t name;        ///< index of sm_name
  sm_sign_set signs;
  float score;
  bool taken;
  uint8_t said_kind;      ///< sm_place_kind by the words beside it
  bool capital_unit, dot; ///< dot: an abbreviation's dot follows and belongs to it
  ///< its last or first word is a capitalised unit word
} sm_found;

typedef struct sm_findings {
  sm_name *names;
  size_t n_names, names_cap;
  uint32_t *slots; ///< hash table: name index + 1
  uint32_t slot_mask;
  sm_found *items; ///< in text order, not overlapping
  size_t n, cap;
  sm_phrase_index phrases;
} sm_findings;

/// All spans that may name places, with their names; nothing judged yet. Errors: MEMORY.
SM_API sm_status sm_scan_names(const sm_geocoder *geocoder, sm_document *document, sm_findings *out,
                               sm_error *err);

/// Collect the signs and set `taken`.
SM_API void sm_judge_names(const sm_geocoder *geocoder, const sm_document *document, sm_findings *findings);

/// "ATHENS - Two brothers ...", "KISMAYO (Somalia): ...": it tells where the report is from and heads no list.
bool sm_is_dateline(const sm_document *document, const sm_found *found);

/// Take the items of lists that the list itself tells to be places. After sm_judge_names.
void sm_take_series(const sm_geocoder *geocoder, const sm_document *document, sm_findings *findings);

/// Bytes of a span: "Ky." with its dot, "UK." at a sentence's end without.
SM_API sm_span sm_found_span(const sm_document *document, const sm_found *found);

/// Weights of the signs, in order; compiled from data/models/recognition.tsv.
extern const float sm_recognition_weights[SM_SIGN_COUNT];
SM_API const char *sm_sign_name(sm_sign sign);

/// Whether a token continues a capitalised name, and whether it is an ordinary English word.
bool sm_is_ordinary(const sm_token *token);

#endif
