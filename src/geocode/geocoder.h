/// Inside geocode/: what a geocoder prepares once from the lexicon, and the cheap questions asked of tokens.
#ifndef SM_GEOCODER_H
#define SM_GEOCODER_H

#include "memo.h"
#include "document.h"
#include "gazetteer.h"
#include "mention.h"

/// The word classes that the geocoder reads (files of the lexicon).
typedef enum sm_cue {
  SM_CUE_PREPOSITION,
  SM_CUE_UNIT,
  SM_CUE_TITLE,
  SM_CUE_ORGANISATION,
  SM_CUE_DIRECTION,
  SM_CUE_DISTANCE,
  SM_CUE_RELATION,
  SM_CUE_METONYM,
  SM_CUE_OTHER,
  SM_CUE_TIME,
  SM_CUE_REPORTING,
  SM_CUE_ACTOR,
  SM_CUE_FORCE,
  SM_CUE_CONNECTOR,
  SM_CUE_TRIGGER,
  SM_CUE_WEAPON,
  SM_CUE_PEOPLE,
  SM_CUE_NUMBER,
  SM_CUES,
} sm_cue;

/// Values of SM_CUE_PREPOSITION.
enum { SM_PREP_IN = 1, SM_PREP_AT, SM_PREP_NEAR, SM_PREP_FROM, SM_PREP_TO, SM_PREP_OF, SM_PREP_STRONG = 16 };
/// Values of SM_CUE_UNIT: the kind, and these bits.
enum { SM_UNIT_KIND = 15, SM_UNIT_PART = 16, SM_UNIT_BEFORE = 32, SM_UNIT_AFTER = 64, SM_UNIT_COMMON = 128 };
/// Values of SM_CUE_ORGANISATION, bits.
enum { SM_ORG_AFTER = 1, SM_ORG_BEFORE = 2, SM_ORG_NAME = 4, SM_ORG_THING = 8 };
/// Values of SM_CUE_DIRECTION: sixteenths of a turn in the low bits, and the form.
enum {
  SM_DIR_SIXTEENTHS = 15,
  SM_DIR_NOUN = 16,
  SM_DIR_ADJECTIVE = 32,
  SM_DIR_MIDDLE = 64,
  SM_DIR_LETTER = 128
};
/// Values of SM_CUE_RELATION.
enum {
  SM_REL_NEAR = 1,
  SM_REL_OUTSKIRTS,
  SM_REL_CENTRE,
  SM_REL_BORDER,
  SM_REL_COAST,
  SM_REL_BETWEEN,
  SM_REL_RIVER,
  SM_REL_INSIDE,
  SM_REL_COUNTRYSIDE,
  SM_REL_ROAD,    ///< a way that joins two places: "road", "highway"
};
/// Values of SM_CUE_METONYM, bits: one word may have several uses, see metonym_cues.txt.
enum {
  SM_METONYM_VERB = 1,
  SM_METONYM_NOUN = 2,
  SM_METONYM_BEFORE = 4,
  SM_METONYM_STATE = 8,
  SM_METONYM_LAND = 16,
  SM_METONYM_GROUND = 32,
  SM_METONYM_TRANSFER = 64,
  SM_METONYM_SPORT = 128,
};
/// Values of SM_CUE_TIME.
enum { SM_TIME_WEEKDAY = 1, SM_TIME_MONTH, SM_TIME_OTHER };

/// Values of SM_CUE_OTHER.
enum { SM_OTHER_ACRONYM = 1, SM_OTHER_NAME = 2 };
/// Values of SM_CUE_FORCE, bits.
enum { SM_FORCE_OTHER = 1, SM_FORCE_POLICE = 2 };
enum { SM_REPORTING_VERB = 1, SM_REPORTING_OTHER = 2 };
/// Values of SM_CUE_CONNECTOR, bits.
enum { SM_JOIN_AND = 1, SM_JOIN_THE = 2, SM_JOIN_ARTICLE = 4, SM_JOIN_AUXILIARY = 8 };

enum { SM_STATES_ABROAD = 17 };

struct sm_geocoder {
  const sm_lexicon *lexicon;
  const sm_gazetteer *gazetteer;
  int class_id[SM_CUES];   ///< -1: the lexicon has no such file
  uint64_t mask[SM_CUES];  ///< its bit in sm_lexicon_entry.classes
  uint8_t *value[SM_CUES]; ///< by row
  uint32_t n_rows[SM_CUES];
  double *metres;       ///< of SM_CUE_DISTANCE rows
  uint64_t article[16]; ///< keys of al, el, ... that start a name in lower case before a hyphen
  int n_articles;
  sm_place_ref merged, merged_into; ///< a province of the data and the one that holds it since: the tribal areas, Khyber Pakhtunkhwa (2018)
  sm_place_ref abroad[SM_STATES_ABROAD]; ///< states whose forces mostly fight in other countries
  sm_memo *parts; ///< what sm_middle_of_part worked out, by unit and direction; NULL: nothing is kept
};

/// The values of an entry in a cue class as or-ed bits, 0 when it has none.
uint8_t sm_cue_value(const sm_geocoder *geocoder, const sm_lexicon_entry *entry, sm_cue cue);

static inline bool sm_has_cue(const sm_geocoder *geocoder, const sm_lexicon_entry *entry, sm_cue cue) {
  return entry && entry->classes & geocoder->mask[cue];
}

static inline uint8_t sm_token_cue(const sm_geocoder *geocoder, const sm_token *token, sm_cue cue) {
  return sm_has_cue(geocoder, token->entry, cue) ? sm_cue_value(geocoder, token->entry, cue) : 0;
}

/// Metres of a unit of length.
double sm_cue_metres(const sm_geocoder *geocoder, const sm_lexicon_entry *entry);

/// Phrases of a document by the token they start at and end before; made once a document.
typedef struct sm_phrase_index {
  const uint32_t *starts; ///< index + 1 of the phrase that starts at a token
  const uint32_t
      *ends; ///< index + 1 of the longest phrase that ends before token i (its last token is i - 1)
  const sm_phrase *items;
} sm_phrase_index;

/// Unit word or phrase ("refugee camp") that starts at token i, as SM_CUE_UNIT's value; 0 none.
uint8_t sm_unit_at(const sm_geocoder *geocoder, const sm_phrase_index *phrases, const sm_token *tokens,
                   uint32_t i);

sm_status sm_index_phrases(sm_document *document, sm_phrase_index *out, sm_error *err);

/// "post" of "a US post in X", "section" of "the US section of a base": what a state that fights abroad has there, no part of its land.
bool sm_is_own_thing(const sm_geocoder *geocoder, const sm_document *document, uint32_t token, uint32_t end);

#endif
