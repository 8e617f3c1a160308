/// Place mentions: spans of a report that name places, their role and the place each one means.
#ifndef SM_MENTION_H
#define SM_MENTION_H

#include "document.h"
#include "gazetteer.h"

typedef enum sm_role {
  SM_ROLE_LITERAL,
  SM_ROLE_METONYM, ///< Islamabad said ...
  SM_ROLE_DEMONYM, ///< Israeli
  SM_ROLE_DATELINE,
  SM_ROLE_EMBEDDED, ///< University of Tehran
} sm_role;

enum {
  SM_MENTION_UNLISTED = 1 << 0,      ///< in no gazetteer: shaped like a name and used like a place
  SM_MENTION_VARIANT = 1 << 1,       ///< found by a spelling variant
  SM_MENTION_HAS_UNIT_WORD = 1 << 2, ///< "village", "district", "air base" beside it, see kind
  SM_MENTION_CONTAINER = 1 << 3,     ///< only tells where another one lies ("Saravan, Sistan-Baluchestan")
  SM_MENTION_LIST = 1 << 4,          ///< one of "A, B and C"
  SM_MENTION_GUESS = 1 << 5,         ///< resolved without support: treat the place as weak
  SM_MENTION_BEARING = 1 << 6,       ///< in no gazetteer; its container is the place that the report tells its distance from, maybe elsewhere
};

typedef struct sm_mention {
  sm_span span;         ///< bytes in the report's text
  uint32_t first, last; ///< tokens, half-open
  uint32_t sentence;
  sm_role role;
  uint32_t flags;          ///< SM_MENTION_*
  sm_place_kind said_kind; ///< kind that the words beside it say, or SM_KIND_UNKNOWN
  sm_place_ref place;      ///< 0: not resolved
  double lon, lat; ///< published reference point; only when place is set (or located by its container)
  float radius_m;  ///< uncertainty of this reading, 9 in 10
  float conf;      ///< probability that the words name a place and it is the right one (within 161 km)
  float margin;    ///< score ahead of the second candidate
  float rival_m;   ///< metres to the farthest namesake not far off that is nearly as likely, 0 none
  uint64_t signs;  ///< that conf rests on (certainty.h)
  uint32_t n_candidates;
  uint32_t container; ///< index + 1 of the mention that holds it by the text, 0 none
  uint32_t containee; ///< index + 1 of the finer mention that it holds, 0 none
  const char *reason; ///< why this place, in words; borrowed from the arena
} sm_mention;

typedef struct sm_mentions {
  sm_mention *items; ///< in text order, not overlapping; in the document's arena
  size_t n;
} sm_mentions;

typedef struct sm_geocoder sm_geocoder;

/// A geocoder: prepares the lexicon's rows (unit words, prepositions, titles, ...) and the gazetteer's units
/// once; immutable, shared between threads. Borrows both until freed. Errors: MEMORY.
SM_API sm_status sm_geocoder_new(const sm_lexicon *lexicon, const sm_gazetteer *gazetteer, sm_geocoder **out,
                                 sm_error *err);
SM_API void sm_geocoder_free(sm_geocoder *geocoder);

/// Recognise, tell roles and resolve. The document was tokenised with the geocoder's lexicon. Errors: MEMORY.
SM_API sm_status sm_find_mentions(const sm_geocoder *geocoder, sm_document *document, sm_mentions *out,
                                  sm_error *err);

/// Words from a token on that join the parts of a Romance name ("de las", "del"): how many, where a capital follows, else 0.
SM_API uint32_t sm_name_joiners(const sm_document *document, uint32_t token);

/// The words of a mention; borrowed from the report.
sm_str sm_mention_text(const sm_document *document, const sm_mention *mention);

SM_API const char *sm_role_name(sm_role role);

#endif
