/// Tolls: people in numbers, words and lists, and what the words round them say happened to them. Private to the room.
#ifndef SM_CASUALTY_H
#define SM_CASUALTY_H

#include "reader.h"

/// A phrase that names or counts people: "at least nine people", "X and his two sons", "a couple and their children".
typedef struct sm_people {
  uint32_t first, last; ///< tokens
  int low, high;        ///< SM_UNKNOWN_NUMBER: "dozens"
  int children, civilians; ///< of them, as far as the nouns say; 0 none said
  uint16_t victims;     ///< SM_VICTIM_*
  bool has_noun, named, part;
} sm_people;

/// Reads the phrase that starts at a token; false when none does.
bool sm_read_people(const sm_scan *scan, uint32_t token, uint32_t limit, sm_people *out);

/// A number in digits or words that starts at a token ("1,200", "twenty-two", "two dozen"); false when none does.
/// An unknown one ("dozens") gives SM_UNKNOWN_NUMBER.
bool sm_read_number(const sm_scan *scan, uint32_t token, int *value, uint32_t *last);

enum {
  SM_FIGURE_PART = 1 << 0, ///< of a figure told before ("including four children")
  SM_FIGURE_TOLL = 1 << 1, ///< "the toll rose to ..."
  SM_FIGURE_ZERO = 1 << 2, ///< "no casualties"
  SM_FIGURE_SUM = 1 << 3,  ///< over a war, a year, a campaign: no strike's toll
  SM_FIGURE_NAMED = 1 << 4,///< counted from names
  SM_FIGURE_UNHURT = 1 << 5, ///< "nobody was hurt": no deaths either, unless some are told
};

typedef struct sm_figure {
  uint32_t first, last; ///< tokens of the number and its noun
  uint32_t cue;         ///< token of the toll word
  uint32_t sentence;
  int killed_low, killed_high, injured_low, injured_high; ///< SM_UNKNOWN_NUMBER unknown
  int children, civilians;
  uint16_t victims, flags;
} sm_figure;

typedef struct sm_figures {
  sm_figure *items; ///< in text order of their cues
  uint32_t n;
} sm_figures;

sm_status sm_find_figures(const sm_scan *scan, sm_figures *out, sm_error *err);

#endif
