/// The reader's tables and the cues of one document: which words of a report are triggers, weapons, actors, tolls,
/// times, claimants, ... Private to the room.
#ifndef SM_READER_H
#define SM_READER_H

#include <xxhash.h>

#include "fold.h"
#include "strike.h"

/// The lexicon classes that tell of strikes; files of data/lexicon.
typedef enum sm_cue_class {
  SM_CUE_TRIGGER,
  SM_CUE_WEAPON,
  SM_CUE_ACTOR,
  SM_CUE_FORCE,
  SM_CUE_VICTIM,
  SM_CUE_CASUALTY,
  SM_CUE_NUMBER,
  SM_CUE_REPORTING,
  SM_CUE_CLAIMANT,
  SM_CUE_MODE,
  SM_CUE_TARGET,
  SM_CUE_TIME,
  SM_CUE_OUTFIT,
  SM_CUE_HELD,
  SM_CUE_ARMS,
  SM_CUE_PEOPLE,
  SM_CUE_CLASSES
} sm_cue_class;

/// A bit of sm_scan.sentence_mask beside those of the classes: one of the two sentences before, in its paragraph or the one before, names a weapon.
#define SM_AFTER_WEAPON (1u << 31)

/// Values of the attribute `kind`, of all classes.
typedef enum sm_kind {
  SM_K_NONE,
  // triggers
  SM_K_ATTACK, SM_K_LAUNCH, SM_K_FALL, SM_K_BLAST, SM_K_HARM, SM_K_PASSIVE, SM_K_NOUN, SM_K_INTERCEPT, SM_K_FOIL,
  SM_K_KILL, SM_K_GROUND, SM_K_CARRY, SM_K_HAPPEN, SM_K_TURN, SM_K_RESPONSIBILITY,
  // weapons
  SM_K_CARRIER, SM_K_WEAKCARRIER, SM_K_PERSON, SM_K_DEVICE, SM_K_GENERIC, SM_K_GUN, SM_K_SHIP,
  // targets
  SM_K_VEHICLE,
  // forces
  SM_K_STATE, SM_K_AIR, SM_K_ARMS, SM_K_GOVERNMENT, SM_K_POLICE, SM_K_REBEL, SM_K_COALITION, SM_K_FOE,
  // casualties
  SM_K_KILLED, SM_K_INJURED, SM_K_BOTH,
  // numbers
  SM_K_UNIT, SM_K_TEN, SM_K_SCALE, SM_K_DOZEN, SM_K_VAGUE, SM_K_ARTICLE, SM_K_SINGLE, SM_K_ZERO, SM_K_PAIR, SM_K_HALF,
  SM_K_ORDINAL, SM_K_HEDGE_LOW, SM_K_HEDGE_HIGH, SM_K_HEDGE,
  // claimants
  SM_K_OFFICIAL, SM_K_MEDIC, SM_K_MONITOR, SM_K_MILITARY, SM_K_MEDIA, SM_K_WITNESS, SM_K_PARTY,
  // modes
  SM_K_MODAL, SM_K_NEGATION, SM_K_THREAT, SM_K_PLAN, SM_K_CONDITION, SM_K_EXERCISE, SM_K_MEMORY, SM_K_IDIOM,
  SM_K_ELSEWHERE, SM_K_ANAPHOR, SM_K_DENIAL, SM_K_SETTING, SM_K_BORDERLAND, SM_K_TERRITORY, SM_K_LABOUR,
  SM_K_SPORT, SM_K_FICTION, SM_K_ANOTHER, SM_K_SAME, SM_K_SUM, SM_K_HABIT, SM_K_ACCIDENT, SM_K_DISPOSAL, SM_K_RUMOUR, SM_K_PEACE, SM_K_SUPPLY, SM_K_PASSING, SM_K_FALSE, SM_K_LEGAL, SM_K_TREND, SM_K_REACTION, SM_K_MANY, SM_K_UNNAMED, SM_K_OPEN, SM_K_NEUTRAL,
  SM_K_IDLE, SM_K_AVERTED, SM_K_AGE, SM_K_WORKS, SM_K_FATE,
  // outfits
  SM_K_OPENING, SM_K_MARKER, SM_K_BODY, SM_K_SOLE, SM_K_CIVIL, SM_K_KIN, SM_K_NAMING,
  // times
  SM_K_WEEKDAY, SM_K_MONTH, SM_K_PART, SM_K_DAY, SM_K_OVERNIGHT, SM_K_TIME_UNIT, SM_K_WEEKEND, SM_K_SHIFT, SM_K_WHICH,
  SM_K_SINCE, SM_K_UNTIL, SM_K_EARLY, SM_K_LATE, SM_K_AMPM, SM_K_ZONE, SM_K_SEASON, SM_K_FEAST,
} sm_kind;

/// Verb and noun forms of triggers and toll words.
typedef enum sm_form {
  SM_F_NONE, SM_F_BASE, SM_F_S, SM_F_PAST, SM_F_PP, SM_F_ING, SM_F_ANY, SM_F_NOUN, SM_F_NV, SM_F_NVS,
  SM_F_INTR, SM_F_STATE, SM_F_TOLL, SM_F_LIVES, SM_F_VERB, SM_F_FIGURE, SM_F_PREP, SM_F_NAMING, SM_F_QUOTE,
} sm_form;

/// Who is hurt; also bits of sm_figure.victims.
enum {
  SM_VICTIM_PEOPLE = 1 << 0,
  SM_VICTIM_CIVILIANS = 1 << 1,
  SM_VICTIM_CHILDREN = 1 << 2,
  SM_VICTIM_WOMEN = 1 << 3,
  SM_VICTIM_SOLDIERS = 1 << 4,
  SM_VICTIM_POLICE = 1 << 5,
  SM_VICTIM_MILITANTS = 1 << 6,
  SM_VICTIM_GROUP = 1 << 7,
  SM_VICTIM_MAYBE_CIVILIAN = 1 << 8,
};

enum {
  SM_ROW_PLURAL = 1 << 0,
  SM_ROW_CIVILIAN = 1 << 1,
  SM_ROW_MILITARY = 1 << 2,
  SM_ROW_UNIT = 1 << 3,   ///< can be counted as a strike
  SM_ROW_CLAIM = 1 << 4,  ///< a verb of claiming
  SM_ROW_WEAK = 1 << 5,
  SM_ROW_FROM_NOW = 1 << 6,
  SM_ROW_FROM_ANCHOR = 1 << 7,
  SM_ROW_SOLAR = 1 << 8,
  SM_ROW_HIJRI = 1 << 9,
  SM_ROW_EASTER = 1 << 10, ///< counted in days from Easter Sunday
  SM_ROW_HOME = 1 << 11,   ///< a name that only fits where its country is told of
  SM_ROW_LEADER = 1 << 12, ///< a man whose name stands for his side's before a word for those who fight
};

/// One row of a lexicon class with its attributes read.
typedef struct sm_cue_row {
  sm_str name;       ///< canonical: attribute name, else the first spelling
  uint32_t weapons;  ///< SM_WEAPON_*
  int32_t value;
  uint16_t flags;    ///< SM_ROW_*
  uint16_t victims;  ///< SM_VICTIM_*
  uint8_t kind;      ///< sm_kind
  uint8_t form;      ///< sm_form
  uint8_t strength;
  uint8_t type;      ///< ACLED inter code
  uint8_t part;      ///< of a day: 'm', 'd', 'e', 'n'; unit: 'h', 'd', 'w', 'f', 'm', 'y'
  char iso3[4];
  sm_str by;         ///< of arms: who uses them, with commas
  sm_date since, until; ///< of ground held by another, SM_NO_DATE open
  uint8_t stance;    ///< 'c'laims, con'f'irms, 'd'enies, 'b'lames
} sm_cue_row;

/// Function words that the grammar asks for by key.
typedef enum sm_word {
  SM_W_IN, SM_W_AT, SM_W_ON, SM_W_NEAR, SM_W_OF, SM_W_FROM, SM_W_TO, SM_W_BY, SM_W_WITH, SM_W_AGAINST, SM_W_OVER,
  SM_W_INTO, SM_W_THROUGH, SM_W_OUTSIDE, SM_W_BETWEEN, SM_W_AROUND, SM_W_ROUND, SM_W_TOWARDS, SM_W_TOWARD, SM_W_AND, SM_W_OR,
  SM_W_BUT, SM_W_WHILE, SM_W_WHEN, SM_W_AFTER, SM_W_BEFORE, SM_W_AS, SM_W_WHO, SM_W_WHICH, SM_W_THAT, SM_W_THE,
  SM_W_WAS, SM_W_WERE, SM_W_BEEN, SM_W_BEING, SM_W_IS, SM_W_ARE, SM_W_BE, SM_W_HAS, SM_W_HAVE, SM_W_HAD,
  SM_W_ITS, SM_W_THEIR, SM_W_HIS, SM_W_THERE, SM_W_INSIDE, SM_W_INCLUDING, SM_W_AMONG, SM_W_WHOM, SM_W_THEM,
  SM_W_MOST, SM_W_FOR, SM_W_HER, SM_W_BACKED, SM_W_LED, SM_W_ALIGNED, SM_W_A, SM_W_AN, SM_W_ACROSS, SM_W_ALONG,
  SM_W_WITHIN, SM_W_WHERE, SM_W_HE, SM_W_THEY, SM_W_IT, SM_W_WE, SM_W_SHE, SM_W_UNDER, SM_W_BESIDE, SM_W_HELD, SM_W_CITY, SM_W_CAPITAL, SM_W_UPON, SM_W_HERE, SM_W_VILLAGE, SM_W_BEHIND, SM_W_BEYOND, SM_W_OPPOSITE, SM_W_OFF, SM_W_PAST, SM_W_ABOVE, SM_W_THROUGHOUT, SM_W_ALONGSIDE,
  SM_W_HOSPITAL, SM_W_HOSPITALS, SM_W_CLINIC, SM_W_INFIRMARY, SM_W_CARE, SM_W_THEATRE, SM_W_SURGERY, SM_W_COMA, SM_W_CONDITION, SM_W_TREATED, SM_W_TREATING, SM_W_TREATMENT, SM_W_OPERATED, SM_W_ADMITTED,
  SM_W_COUNT
} sm_word;

enum { SM_WORD_SLOTS = 2048 }; // sparse, so that other words mostly meet an empty slot
_Static_assert(2 * SM_W_COUNT < SM_WORD_SLOTS, "the table of function words has room");

/// A pair at war (lexicon class "rivals"): states by ISO 3166, others by their name.
typedef struct sm_rival {
  sm_str a, b;
  sm_date since; ///< from then on strikes on b's ground are a's where nobody is named; SM_NO_DATE: never
} sm_rival;

struct sm_reader {
  const sm_lexicon *lexicon;
  const sm_gazetteer *gazetteer;
  const sm_geocoder *geocoder;
  int class_id[SM_CUE_CLASSES];       ///< in the lexicon, -1 missing
  int8_t class_of[SM_LEXICON_MAX_CLASSES]; ///< sm_cue_class or -1
  sm_cue_row *rows[SM_CUE_CLASSES];
  uint32_t n_rows[SM_CUE_CLASSES];
  sm_rival *rivals;
  uint32_t n_rivals;
  uint64_t *wars;                     ///< hash set of the pairs of rivals, either way round: sm_pair_key; 0 empty
  uint32_t war_mask;                  ///< of its slots
  uint64_t mask;                      ///< lexicon classes that are ours
  uint64_t word[SM_W_COUNT];          ///< keys of the function words in SM_W_*
  uint8_t word_slots[SM_WORD_SLOTS];  ///< hash table by key: word + 1, 0 empty
  void (*watch)(const sm_strike *strike, const sm_actor *who, const float *signs); ///< for the trainer of data/models/suspect.tsv; NULL: nobody looks
};

/// Key of a pair of names in an order; never 0.
static inline uint64_t sm_pair_key(sm_str a, sm_str b) {
  return sm_phrase_key(XXH3_64bits(a.ptr, a.len), XXH3_64bits(b.ptr, b.len));
}

/// Cues of one document.
typedef struct sm_cue {
  uint32_t first, last; ///< tokens
  uint8_t cls;          ///< sm_cue_class
  const sm_cue_row *row;
} sm_cue;

typedef struct sm_scan {
  const sm_reader *reader;
  sm_document *document;
  sm_arena *arena;
  const sm_token *t;
  uint32_t n;
  const sm_sentence *s;
  uint32_t ns;
  sm_mentions *mentions;
  sm_cue *cues;          ///< by first token
  uint32_t n_cues;
  uint32_t *cue_at;      ///< per token: index of its first cue; [n] is n_cues
  const sm_glance *glances; ///< of the tokens
  uint16_t *mask;        ///< per token: bits of the classes of cues that start here
  uint8_t *word;         ///< per token: the function word that it is + 1, a sign's ASCII code with SM_SIGN, or 0
  uint32_t *mention_at;  ///< per token: index + 1 of the mention that covers it
  uint32_t *sentence_mask; ///< per sentence: bits of the classes of its cues
  uint64_t *modes;       ///< per sentence: bits of the kinds of its modes, SM_K_MODAL the first
  uint8_t *blames;       ///< per sentence, where it has been asked: 1 no word of blame stands in it, 2 one does
  bool bombers_walk;     ///< suicide bombers were told: "the bombers" are no aircraft
} sm_scan;

_Static_assert(SM_K_FATE - SM_K_MODAL < 64, "the kinds of modes have a bit each");

/// Find the cues. Errors: MEMORY.
sm_status sm_scan_new(const sm_reader *reader, sm_document *document, sm_scan *out, sm_error *err);

/// Find the function words and the mentions. Errors: MEMORY.
sm_status sm_scan_names_and_words(sm_scan *scan, sm_mentions *mentions, sm_error *err);

/// Note which mention covers each token. Errors: MEMORY.
sm_status sm_index_mentions(sm_scan *scan, sm_error *err);

/// Add names that are struck places by their setting to the scan's mentions. Errors: MEMORY.
sm_status sm_add_sites(sm_scan *scan, sm_error *err);

/// A name that the text puts into a unit where the gazetteer has none is unlisted wherever the report says it again.
void sm_follow_unlisted(sm_scan *scan);

/// What holds each name of no gazetteer, when all places are known, "the capital" among them: what an earlier mention of the name was told to lie in,
/// else what is likeliest.
void sm_find_holders(sm_scan *scan);

/// Whether a cue of the class and kind begins at a token from first to last (exclusive).
bool sm_tells_cue(const sm_scan *scan, uint32_t first, uint32_t last, sm_cue_class cls, uint8_t kind);

static inline bool sm_has_cue(const sm_scan *scan, uint32_t token, sm_cue_class cls) {
  return token < scan->n && (scan->mask[token] >> cls & 1);
}

/// The row of the cue of that class that starts at a token, or NULL; *last (may be NULL) receives its end.
static inline const sm_cue_row *sm_cue_at(const sm_scan *scan, uint32_t token, sm_cue_class cls, uint32_t *last) {
  if (!sm_has_cue(scan, token, cls)) return NULL;
  const sm_cue *cue = &scan->cues[scan->cue_at[token]];
  while (cue->cls != cls) cue++; // its bit in the mask tells that there is one
  if (last) *last = cue->last;
  return cue->row;
}

/// Whether a sentence has a word of a mode: weather, accidents, memory, disposal ...
static inline bool sm_sentence_is(const sm_scan *scan, uint32_t sentence, sm_kind mode) { return scan->modes[sentence] >> (mode - SM_K_MODAL) & 1; }

/// Whether the token is that function word.
static inline bool sm_is(const sm_scan *scan, uint32_t token, sm_word word) {
  return token < scan->n && scan->word[token] == word + 1;
}
/// Whether a sentence has that function word.
static inline bool sm_sentence_has(const sm_scan *scan, uint32_t sentence, sm_word word) {
  const sm_sentence *s = &scan->s[sentence];
  return memchr(scan->word + s->first, word + 1, s->last - s->first) != NULL;
}
enum { SM_SIGN = 0x80 };
_Static_assert((int)SM_W_COUNT < (int)SM_SIGN, "function words and signs have numbers of their own");

static inline bool sm_is_sign(const sm_scan *scan, uint32_t token, char sign) {
  return token < scan->n && scan->word[token] == (uint8_t)(SM_SIGN | sign);
}

/// The "th" of "12th", "st", "nd" and "rd", which are tokens of their own behind digits.
bool sm_is_rank_ending(const sm_scan *scan, uint32_t token);

/// A dash between words, not a hyphen within one.
static inline bool sm_is_dash(const sm_scan *scan, uint32_t token) {
  return sm_is_sign(scan, token, '_') || (sm_is_sign(scan, token, '-') && scan->t[token].flags & SM_TOKEN_SPACE_BEFORE);
}
/// A quotation mark: words of a phrase may stand between two.
static inline bool sm_is_quote(const sm_scan *scan, uint32_t token) { return sm_is_sign(scan, token, '"'); }
static inline bool sm_is_punct(const sm_scan *scan, uint32_t token) { return scan->t[token].flags & SM_TOKEN_PUNCT; }

#define SM_COUNT_OF(array) (sizeof(array) / sizeof *(array))
/// Whether the token is one of n function words.
__attribute__((always_inline)) static inline bool sm_is_any(const sm_scan *scan, uint32_t token, const sm_word *words, size_t n) {
  unsigned word = token < scan->n ? scan->word[token] : 0;
  bool found = false;
  SM_UNROLL
  for (size_t k = 0; k < n; k++) found |= word == words[k] + 1u;
  return found;
}
#define SM_IS_ANY(scan, token, words) sm_is_any((scan), (token), (words), SM_COUNT_OF(words))

/// Whether the token is one of n words, by its very letters.
bool sm_is_one_of(const sm_scan *scan, uint32_t token, const char *const *words, size_t n);

#define SM_IS_ONE_OF(scan, token, words) \
  ((token) < (scan)->n && sm_may_read_any((scan)->glances[token], (words), SM_COUNT_OF(words)) && sm_is_one_of((scan), (token), (words), SM_COUNT_OF(words)))

/// Whether a token that reads as a form of "be" is one, and no name: "launched by IS".
bool sm_is_no_name(const sm_scan *scan, uint32_t token);

/// was, were, been, being, is, are, be
static inline bool sm_is_be(const sm_scan *scan, uint32_t token) {
  const unsigned word = token < scan->n ? scan->word[token] : 0;
  return word > SM_W_WAS && word <= SM_W_BE + 1 && (word != SM_W_IS + 1 || sm_is_no_name(scan, token));
}

/// a, an
static inline bool sm_is_indefinite(const sm_scan *scan, uint32_t token) { return sm_is(scan, token, SM_W_A) || sm_is(scan, token, SM_W_AN); }
/// the, a, an
static inline bool sm_is_article(const sm_scan *scan, uint32_t token) { return sm_is(scan, token, SM_W_THE) || sm_is_indefinite(scan, token); }

/// has, have, had
static inline bool sm_is_have(const sm_scan *scan, uint32_t token) {
  const unsigned word = token < scan->n ? scan->word[token] : 0;
  return word > SM_W_HAS && word <= SM_W_HAD + 1;
}
bool sm_is_bearing(const sm_scan *scan, uint32_t token);     ///< "north", "southeast": a point of the compass as one word
bool sm_names_fight(const sm_scan *scan, uint32_t token);    ///< "clashes", "a firefight": with guns or hands, which is no strike
bool sm_is_document(const sm_scan *scan, uint32_t token);    ///< "statement", "communiqué", "tweet": what somebody tells something in
bool sm_is_preposition(const sm_scan *scan, uint32_t token); ///< in, at, on, by, ...

static inline sm_span sm_tokens_span(const sm_scan *scan, uint32_t first, uint32_t last) {
  return first < last && last <= scan->n ? (sm_span){scan->t[first].begin, scan->t[last - 1].end} : (sm_span){0, 0};
}
static inline sm_str sm_span_text(const sm_scan *scan, sm_span span) {
  return (sm_str){scan->document->report.text.ptr + span.begin, span.end - span.begin};
}

#endif
