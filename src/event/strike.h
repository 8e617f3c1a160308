/// Strikes: who struck whom, where, when, with what, how many died according to whom, and the words that say so.
#ifndef SM_STRIKE_H
#define SM_STRIKE_H

#include "mention.h"
#include "relation.h"

enum { SM_UNKNOWN_NUMBER = -1 };

typedef enum sm_strike_status {
  SM_STATUS_REPORTED,
  SM_STATUS_CLAIMED,
  SM_STATUS_DENIED,
  SM_STATUS_INTERCEPTED,
  SM_STATUS_THREATENED,
  SM_STATUS_PLANNED,
} sm_strike_status;

typedef enum sm_stance { SM_STANCE_CLAIMS, SM_STANCE_CONFIRMS, SM_STANCE_DENIES } sm_stance;

/// Weapon classes of layers.md as bits, in its order.
enum {
  SM_WEAPON_DRONE = 1 << 0,
  SM_WEAPON_MISSILE = 1 << 1,
  SM_WEAPON_BALLISTIC_MISSILE = 1 << 2,
  SM_WEAPON_CRUISE_MISSILE = 1 << 3,
  SM_WEAPON_AIRSTRIKE = 1 << 4,
  SM_WEAPON_ARTILLERY = 1 << 5,
  SM_WEAPON_ROCKET = 1 << 6,
  SM_WEAPON_MORTAR = 1 << 7,
  SM_WEAPON_BOMB = 1 << 8,
  SM_WEAPON_GLIDE_BOMB = 1 << 9,
  SM_WEAPON_CAR_BOMB = 1 << 10,
  SM_WEAPON_SUICIDE_BOMB = 1 << 11,
  SM_WEAPON_IED = 1 << 12,
  SM_WEAPON_GRENADE = 1 << 13,
  SM_WEAPON_CLUSTER_MUNITION = 1 << 14,
  SM_WEAPON_CHEMICAL = 1 << 15,
  SM_WEAPON_NAVAL_FIRE = 1 << 16,
  SM_WEAPONS_LAID = SM_WEAPON_BOMB | SM_WEAPON_CAR_BOMB | SM_WEAPON_SUICIDE_BOMB | SM_WEAPON_IED | SM_WEAPON_GRENADE, ///< by hand
};

typedef struct sm_span_list {
  sm_span *items;
  size_t n, cap;
} sm_span_list;

/// Where each attribute was read; what was inferred has no span.
typedef struct sm_evidence {
  sm_span_list trigger, date, attacker, target, weapon, place, killed, injured;
} sm_evidence;

typedef struct sm_actor {
  sm_str name;    ///< canonical name ("Jaish al-Adl"), {NULL, 0} unknown
  char iso3[4];   ///< state, or home country of a group; "" unknown
  int type;       ///< ACLED inter code 1-8, 0 unknown
} sm_actor;

typedef struct sm_claim {
  sm_str claimant;             ///< {NULL, 0}: the report itself
  int killed_low, killed_high; ///< SM_UNKNOWN_NUMBER unknown
  int injured_low, injured_high;
  int children, civilians;     ///< of the killed, SM_UNKNOWN_NUMBER unknown
  sm_str victims;              ///< "children", "civilians, soldiers"; {NULL, 0} unknown
  sm_stance stance;
  sm_span span;                ///< the words of the figure or assertion
  uint32_t sentence;           ///< index of its sentence
} sm_claim;

/// One strike as one report tells it. All texts and arrays live in the document's arena.
typedef struct sm_strike {
  sm_date date_start, date_end; ///< SM_NO_DATE unknown
  int date_prec, time_prec;     ///< UCDP 1-5, ACLED 1-3; 0 unknown
  sm_str time_local;            ///< as reported, {NULL, 0} unknown
  const char *event_type;       ///< ACLED's strings (static), never NULL
  const char *sub_event_type;
  uint32_t weapons;             ///< SM_WEAPON_* bits
  int n_strikes;
  sm_actor attacker, target;
  int civ_target, cross_border; ///< 1, 0, or SM_UNKNOWN_NUMBER
  sm_location location;
  int fat_low, fat_best, fat_high, fat_civ, fat_children;
  int inj_low, inj_high;
  sm_strike_status status;
  sm_claim *claims;
  size_t n_claims;
  uint32_t sentence;            ///< sentence that carries it
  sm_span trigger;              ///< first trigger, part of the reading's id
  float conf;
  bool of_others;               ///< its toll is that of other strikes of the report together: not kept
  uint64_t conf_signs;          ///< what conf was made of: bits of confidence.h
  const char *rule;             ///< which rule made it, in words
  sm_evidence evidence;
} sm_strike;

typedef struct sm_strikes {
  sm_strike *items; ///< the report's main strike first, then in text order
  size_t n;
} sm_strikes;

typedef struct sm_reader sm_reader;

/// What is to be read of a report: strikes that may come, too; no mentions unless its words may tell of a strike; what is hardly a strike, too.
enum { SM_WITH_THREATENED = 1, SM_WITH_PLANNED = 2, SM_STRIKES_ALONE = 4, SM_WITH_UNLIKELY = 8 };

/// A reader of strikes: prepares the lexicon's rows (actors, weapons, triggers) once; immutable, shared between threads.
/// Borrows all three (made for one another) until freed. Errors: MEMORY, LIMIT (a lexicon too large).
SM_API sm_status sm_reader_new(const sm_lexicon *lexicon, const sm_gazetteer *gazetteer, const sm_geocoder *geocoder,
                               sm_reader **out, sm_error *err);
SM_API void sm_reader_free(sm_reader *reader);

/// Read the strikes of a document, and its mentions (roles refined) where its words may tell of any; else *mentions is
/// empty. with: SM_WITH_* bits. Errors: MEMORY.
SM_API sm_status sm_read_strikes(const sm_reader *reader, sm_document *document, sm_mentions *mentions, unsigned with,
                                 sm_strikes *out, sm_error *err);

/// "drone, missile" of weapon bits, in the arena; {NULL, 0} for 0.
SM_API sm_str sm_weapon_names(sm_arena *arena, uint32_t weapons);
SM_API const char *sm_status_name(sm_strike_status status);
SM_API const char *sm_stance_name(sm_stance stance);

/// reading_id: 16 hex digits and NUL of SHA-256 over report_id, the text's sha256, trigger and place span.
SM_API void sm_reading_id(const sm_document *document, const sm_strike *strike, char out[17]);

#endif
