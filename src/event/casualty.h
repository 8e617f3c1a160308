/// Tolls: people in numbers, words and lists, and what the words round them say happened to them. Private to
/// the room.
#ifndef SM_CASUALTY_H
#define SM_CASUALTY_H

#include "reader.h"

/// A phrase that names or counts people: "at least nine people", "X and his two sons", "a couple and their
/// children".
typedef struct sm_people {
  uint32_t first, last;    ///< tokens
  int low, high;           ///< SM_UNKNOWN_NUMBER: "dozens"
  int children, civilians; ///< of them, as far as the nouns say; 0 none said
  uint16_t victims;        ///< SM_VICTIM_*
  bool has_noun, named, part, definite;
  bool strikers;   ///< "four attackers": none but who struck
  bool predicate;  ///< "of whom three were children"
  bool aged;       ///< an age between commas stands last: "a man, 62"
  bool more;       ///< "two others", "another five", "a third"
  int rank;        ///< 3: "a third"; 0 none
  uint8_t of_toll; ///< SM_K_KILLED, SM_K_INJURED: "two of the dead", "one of the wounded"
} sm_people;

/// Reads the phrase that starts at a token; false when none does.
bool sm_read_people(const sm_scan *scan, uint32_t token, uint32_t limit, sm_people *out);

/// A word or sign of number at the token: articles, hedges, ordinals and "no" too; NULL none.
static inline const sm_cue_row *sm_number_at(const sm_scan *scan, uint32_t token, uint32_t *last) {
  return sm_cue_at(scan, token, SM_CUE_NUMBER, last);
}

/// A number in digits or words that starts at a token ("1,200", "twenty-two", "two dozen"); false when none
/// does. An unknown one ("dozens") gives SM_UNKNOWN_NUMBER.
bool sm_read_number(const sm_scan *scan, uint32_t token, int *value, uint32_t *last);

/// Four digits for a year of 1900 to 2099 at a token; false past the end, too.
bool sm_is_year(const sm_scan *scan, uint32_t token);

/// "12-year-old", "six-month-old": where it ends, the token itself when none starts there; whether it is a child's.
uint32_t sm_skip_age(const sm_scan *scan, uint32_t token, bool *child);

/// ", 12", "of 12", "aged 9 and 12", "(12)", "in his sixties" after a noun for so many people: where it ends, before a
/// closing comma, or the token itself; how many of them are children.
uint32_t sm_skip_said_ages(const sm_scan *scan, uint32_t token, uint32_t limit, int people, int *children);

/// his, her, their, its
bool sm_is_possessive(const sm_scan *scan, uint32_t token);

enum { SM_MOST_KILLED = 3000 }; ///< a larger figure is a war's or a year's, no strike's

enum {
  SM_FIGURE_PART = 1 << 0,     ///< of a figure told before ("including four children")
  SM_FIGURE_TOLL = 1 << 1,     ///< "the toll rose to ..."
  SM_FIGURE_ZERO = 1 << 2,     ///< "no casualties"
  SM_FIGURE_SUM = 1 << 3,      ///< over a war, a year, a campaign: no strike's toll
  SM_FIGURE_NAMED = 1 << 4,    ///< counted from names
  SM_FIGURE_MORE = 1 << 6,     ///< "two others", "another five": beside those told before
  SM_FIGURE_EARLIER = 1 << 7,  ///< "at first", "had earlier spoken of": superseded
  SM_FIGURE_UNHURT = 1 << 5,   ///< "nobody was hurt": no deaths either, unless some are told
  SM_FIGURE_DEFINITE = 1 << 9, ///< "the driver died": somebody told of before
  SM_FIGURE_EACH = 1 << 11,    ///< "one each in A, B and C": of every place listed
  SM_FIGURE_SOME = 1 << 12,    ///< "no officers were hurt": denied of some only
  SM_FIGURE_CARE = 1 << 8,     ///< who is in hospital: the injured only if nothing else tells of them
  SM_FIGURE_AMONG = 1 << 13,   ///< "three nurses were among the dead", "the dead include": so many at least
  SM_FIGURE_STRIKERS = 1 << 14, ///< "four attackers died": counted where nothing tells of others
  SM_FIGURE_ALSO = 1 << 15,    ///< "his driver died, too": beside those that anybody told
  SM_FIGURE_OVERALL = 1 << 16, ///< of all places of the list behind it: none's own
  SM_FIGURE_WHOLE = 1 << 17,   ///< "in all 73 were": with those told before
  SM_FIGURE_LATE = 1 << 10,    ///< "died of her wounds": days after the strike, and elsewhere
};

typedef struct sm_figure {
  uint32_t first, last; ///< tokens of the number and its noun
  uint32_t cue;         ///< token of the toll word
  uint32_t sentence;
  int killed_low, killed_high, injured_low, injured_high; ///< SM_UNKNOWN_NUMBER unknown
  int children, civilians;
  int rank; ///< "a third died": 3; else 0
  uint16_t victims;
  uint32_t flags;
} sm_figure;

typedef struct sm_figures {
  sm_figure *items; ///< in text order of their cues
  uint32_t n;
} sm_figures;

/// "the toll rose from 5 to 9", "toll: 9", "put the number of dead at 89": the numbers after the toll word.
bool sm_read_toll(const sm_scan *scan, uint32_t after, uint32_t end, int *low, int *high, uint32_t *first,
                  uint32_t *last);

/// "reached", "topped": the verb of a toll, right before its number.
bool sm_reaches_number(const sm_scan *scan, uint32_t token);

/// "risen", "stands": the verb of a toll, before the word that leads its number.
bool sm_is_toll_verb(const sm_scan *scan, uint32_t token);

/// "on the spot", "at the scene", "instantly" among the tokens: no count of all who died.
bool sm_is_at_once(const sm_scan *scan, uint32_t from, uint32_t to);

/// "of her wounds", "in hospital" after "died", or "succumbed": the death came later and elsewhere.
bool sm_is_late_death(const sm_scan *scan, uint32_t cue, uint32_t after);

/// "has since recorded three further deaths": after the count told before.
bool sm_is_since_told(const sm_scan *scan, const sm_figure *figure);

/// "A wounded trader died", "two injured soldiers did not survive".
bool sm_were_wounded(const sm_scan *scan, const sm_figure *figure);

/// "died days later", "died two weeks later": from the token behind the toll word.
bool sm_dies_days_later(const sm_scan *scan, uint32_t after);

/// "Eleven were killed on the spot while three died later in hospital", "one was killed and his son died of his wounds": those of a figure who died
/// beside the ones told before in its sentence, whose figures begin at `from`.
bool sm_dies_besides(const sm_scan *scan, const sm_figures *figures, uint32_t from, const sm_figure *figure);

/// What a sentence's other numbers add to its figures (those from `from` on): earlier and later counts widen
/// them, the same said of other places comes out in more [n people]. False when nothing came out.
bool sm_read_rest(const sm_scan *scan, const sm_people *people, int n, uint32_t first, uint32_t end,
                  uint32_t from, sm_figures *all, sm_figure *more, uint32_t *n_more);

/// "The Observatory has 116": a count without a toll word, of the same kind as the figure told before.
bool sm_read_count(const sm_scan *scan, const sm_people *people, uint32_t first, const sm_figure *before,
                   sm_figure *out);

/// "Residents spoke of eleven", "his first count was four": a bare number that is a count by its own words, however far behind the toll told last.
bool sm_counts_alone(const sm_scan *scan, const sm_people *people, uint32_t first);

/// Who gives the bare number at a token without a verb: "police put the toll at 12, hospital sources at 15". first, last: his words.
bool sm_is_gapped(const sm_scan *scan, uint32_t number, uint32_t *first, uint32_t *last);

/// Flag the figures of a sentence that were given at first, by the words before them.
void sm_mark_superseded(const sm_scan *scan, uint32_t first, uint32_t from, sm_figures *all);

/// "Two were hurt. Police gave the number as three": a number of no kind, behind a sentence that tells of the injured alone, is of them.
void sm_settle_open_toll(const sm_scan *scan, uint32_t from, sm_figures *all);

/// Flag the figures of a sentence that hold for each of its places.
void sm_mark_each(const sm_scan *scan, uint32_t from, sm_figures *all);

/// Flag the figures of a sentence that sum up a war, a year, a campaign.
void sm_mark_sums(const sm_scan *scan, uint32_t first, uint32_t end, uint32_t from, sm_figures *all);

sm_status sm_find_figures(const sm_scan *scan, sm_figures *out, sm_error *err);

#endif
