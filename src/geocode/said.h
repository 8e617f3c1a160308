// What the words round a mention say of the place: distances, directions, parts, what lies between two.
#ifndef STRIKEMAP_SAID_H
#define STRIKEMAP_SAID_H

#include "geocoder.h"
#include "relation.h"

/// A mention and the sentence it stands in.
typedef struct sm_context {
  const sm_geocoder *g;
  sm_document *doc;
  const sm_token *t;
  uint32_t first, last; ///< of the sentence
  const sm_mentions *m;
  size_t index;
} sm_context;

/// What was said of the place: "20 km north of" gives distance, azimuth and a relation.
typedef struct sm_said {
  int relation;      ///< SM_REL_*, 0 none
  double distance_m; ///< 0 unknown
  double loose_m;    ///< that the distance leaves open
  double azimuth;    ///< NAN unknown
  bool part;         ///< a compass part of the place itself
  bool middle;       ///< its centre
  bool close;        ///< "just south of"
  bool inland;       ///< the distance is from the border
  uint32_t begin;    ///< first token of the expression
  uint32_t end;      ///< after its last token
  size_t other;      ///< index + 1 of the other mention (between, border with)
} sm_said;

/// What a class of cues says of token `i`; 0 outside the sentence.
uint8_t sm_context_cue(const sm_context *w, uint32_t i, sm_cue c);

/// The relation that the words round the mention tell.
sm_said sm_read_relation(const sm_context *w);

/// The direction that begins at token i ("north-eastern", "south"): the token behind it, 0 none is told.
uint32_t sm_read_direction(const sm_context *w, uint32_t i, sm_said *s);

/// Whether the words from token i on say of what stands before them that it is a place ("is a small village in").
bool sm_tells_place(const sm_geocoder *geocoder, const sm_document *document, const sm_phrase_index *phrases,
                    uint32_t i);

/// "A Springfield woman", "Jackson firefighters", "Maidstone Crown Court": whether the words beside a name, tokens first to before last, are its people or body.
bool sm_tells_dwellers(const sm_geocoder *geocoder, const sm_document *document, uint32_t first, uint32_t last);

/// How surely a name is a part of some town.
typedef enum sm_town_part { SM_TOWN_PART_NO, SM_TOWN_PART_MAYBE, SM_TOWN_PART_SURELY } sm_town_part;

/// "the X quarter", "the suburb of X", "the X mosque", "X stop": told with a word for what towns have.
sm_town_part sm_part_told(const sm_geocoder *geocoder, const sm_document *document, const sm_mention *mention);

/// "rebel-held", "government-controlled": the token ends a word for the side that has the ground named next.
bool sm_ends_side_that_holds(const sm_document *document, uint32_t token);

/// The noun that an adjective or a state's name before it belongs to: what it says of them.
typedef enum sm_head { SM_HEAD_NONE, SM_HEAD_LOCAL, SM_HEAD_PERSON, SM_HEAD_ARMS } sm_head;

/// "the Lebanese town": LOCAL, "a Turkish base", "Israeli jets": ARMS, "the French president": PERSON.
sm_head sm_head_behind(const sm_geocoder *geocoder, const sm_document *document, const sm_mention *mention);

/// "the British ministry of defence": it speaks of strikes anywhere.
bool sm_is_of_defence(const sm_document *document, uint32_t first, uint32_t last);

/// "Turkish-backed factions", "pro-Iranian fighters": whoever they are, they act for a state elsewhere as often as not.
bool sm_is_patron(const sm_document *document, const sm_mention *mention);

/// "(likely US; ...", "probably the Malian ...": a guess at who acted.
bool sm_is_guessed(const sm_geocoder *geocoder, const sm_document *document, const sm_mention *mention);

#endif
