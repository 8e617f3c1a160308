/// The state of resolving a report's mentions, shared by the choice of a place (resolve.c) and by what the text says of
/// which place lies in which (containment.c). Internal.
#ifndef SM_RESOLVER_H
#define SM_RESOLVER_H

#include "resolve.h"
#include "vicinity.h"

enum { MAX_VOTES = 32, MAX_NEAR = 24, TITLE_TOKENS = 40 };

typedef struct sm_vote {
  sm_place_ref unit;
  float weight;
} sm_vote;

typedef struct sm_votes {
  sm_vote items[MAX_VOTES];
  int n;
  float most;
} sm_votes;

typedef struct sm_told_country {
  sm_place_ref unit;
  float lon, lat;
} sm_told_country;

typedef struct sm_own_votes {
  float country, province;
  sm_place_ref unit; ///< the province that got it from a name that is not its main one; 0 none
  sm_place_ref land; ///< the country that got it from such a name; 0 none
  uint32_t mentions;
} sm_own_votes;

typedef struct sm_anchor {
  float lon, lat, cos_lat;
  uint32_t name;
} sm_anchor;

typedef struct sm_choice {
  sm_place_ref place; ///< 0: none yet
  uint16_t name_flags;
  float score, margin;
  float apart;        ///< score ahead of the best namesake that lies elsewhere; a town and its province do not
  uint32_t why; ///< WHY_* bits that tell it from the runner-up
} sm_choice;

typedef struct sm_resolver {
  const sm_geocoder *g;
  sm_document *doc;
  const sm_findings *f;
  const uint32_t *names; ///< of mentions
  sm_mentions *m;
  sm_place_ref *held;   ///< per mention: place by containment, or 0
  sm_place_ref *holder; ///< per mention: the unit or place that holds it
  bool *rejected;       ///< per mention: no namesake lies where the text places it
  bool *quarter;        ///< by name: told as a part of a town
  bool *elsewhere;      ///< per mention: its place lies in a country that nothing else speaks of
  sm_choice *by_name;      ///< per name of the findings
  sm_option **options;     ///< per name that a mention bears: its candidates
  uint8_t *said;        ///< per name: kind said with it somewhere
  sm_votes countries, provinces;
  sm_told_country told[MAX_VOTES]; ///< of the votes above: countries told outright
  int n_told;
  sm_votes grounds; ///< countries by what is told as a place, not by who acts
  sm_own_votes *own;       ///< per name: what it gave to them itself
  sm_anchor near[MAX_NEAR];
  int n_near;
  sm_place_ref in_title[TITLE_TOKENS]; ///< countries that the title names
  size_t n_in_title;
} sm_resolver;

enum {
  WHY_CONTAINED = 1,
  WHY_COUNTRY = 2,
  WHY_PROVINCE = 4,
  WHY_NEAR = 8,
  WHY_KIND = 16,
  WHY_ONLY = 32,
  WHY_SENSE = 64,
  WHY_CAPITAL = 128,
  WHY_SPELLING = 256,
};

/// What was cast for a country or province; 0 none.
float sm_vote_for(const sm_votes *votes, sm_place_ref unit);

sm_place_brief sm_resolver_brief(const sm_resolver *resolver, sm_place_ref place);

/// The name that a mention bears.
const sm_name *sm_resolver_name(const sm_resolver *resolver, size_t mention);

/// What the report's countries, provinces and sure places say for a place; adds to the WHY_* bits. name: its own votes
/// for what is near do not count.
float sm_resolver_support(const sm_resolver *resolver, const sm_place_brief *place, uint32_t name, uint32_t *why);

/// The country of a place of the name that lies among those of other names: it may be that one, whatever its most prominent one is. 0 none.
sm_place_ref sm_local_country(const sm_resolver *resolver, uint32_t name);

/// Why the place was chosen, in words: a constant or in the document's arena; NULL when out of memory. holder: what holds it by the text, 0 none.
const char *sm_words_of_choice(const sm_resolver *resolver, const sm_mention *mention, const sm_choice *choice, const sm_name *name, sm_place_ref holder);

/// A country's code that is a province's abbreviation too ("Ky."): news mean the province.
bool sm_shares_short_form(const sm_resolver *resolver, uint32_t name);

/// How well a place's kind fits the one said beside its name (0: none is).
float sm_kind_fit(uint8_t said, uint8_t kind);

/// Metres that a place without an outline may reach from its point.
double sm_resolver_reach(const sm_resolver *resolver, sm_place_ref place);

bool sm_resolver_holds(const sm_resolver *resolver, const sm_place_brief *outer, sm_place_ref outer_ref,
                       const sm_place_brief *inner, sm_place_ref inner_ref);

/// How the words between two mentions part them: 0 not at all, 1 "X, Y" or "X (Y)" or "X in Y": Y may hold X, 2 "Y's
/// X": the first may hold the second.
int sm_joint_of(const sm_resolver *resolver, const sm_mention *first, const sm_mention *second);

/// The finer mention right after the possessive of mention k ("Afghanistan's [Wardak]"), where it holds it; else k.
size_t sm_owned_by(const sm_resolver *resolver, size_t k);

/// "Helman province", "Konduz Province": the provinces that a name of no gazetteer is another spelling of, in the countries of the report.
/// False when out of memory.
bool sm_find_province_variants(const sm_resolver *resolver, const sm_mention *mention, sm_name *name);

/// Set held and holder of the mentions whose words tell what they lie in, their containers, and reject the namesakes
/// that lie elsewhere.
void sm_read_containment(sm_resolver *resolver);

/// The most prominent town or district of a mention's name within a reach of a place, in metres; 0 none.
sm_place_ref sm_namesake_near(const sm_resolver *resolver, size_t mention, const sm_place_brief *place, double reach);

/// Hold mentions to where the one told beside them, or at the head of their paragraph, says that they lie (beside.c).
void sm_read_beside(sm_resolver *resolver);

/// "In Toribío, Cauca, ...": mention k ends the place that opens its sentence, before a comma (fronted.c).
bool sm_is_fronted(const sm_resolver *resolver, size_t k);
/// "In Geneva, the agency said that shells hit X": somebody speaks between the place that opens a sentence and a later one.
bool sm_is_said_after(const sm_resolver *resolver, const sm_mention *front, const sm_mention *mention);
/// Hold small towns to the place that opens their sentence.
void sm_read_fronted(sm_resolver *resolver);

/// "Migori, Rongo, Siaya, Kisumu": four names or more by commas, of which the one is told with no word of what holds the other.
bool sm_is_inside_list(const sm_resolver *resolver, size_t k);

/// Hold the containers to the unit that holds what lies in them: abroad, "Atlanta, Georgia" is no country's; else "Buffalo, New York", far from the city.
void sm_hold_holders(sm_resolver *resolver, bool abroad);

/// The province that is meant by "a Kharkiv village", given the place chosen for mention i and the flags of its name; 0 none.
sm_place_ref sm_province_of_village(const sm_resolver *r, size_t i, const sm_place_brief *b, uint32_t name_flags);

/// Whether a place that the text would hold mention i for has a capital's name as another one only, and no address tells of it.
bool sm_is_capitals_name(const sm_resolver *r, size_t i, sm_place_ref held);
/// A town is among the places of a mention's name.
bool sm_resolver_has_town(const sm_resolver *r, size_t mention);
/// A name stands behind the "and" at a token: "and Marib", "and in Marib", "and the city of Marib".
bool sm_resolver_leads_name(const sm_resolver *r, uint32_t token);

#endif
