/// The word lists. A lexicon maps folded words and phrases to classes (triggers, weapons, actors, ordinary words,
/// persons' names, ...). It is compiled from plain files in data/lexicon/en (one entry a line; see its README) into
/// one memory-mapped table; a user's own files are laid over it. Immutable after load, shared between threads.
#ifndef SM_LEXICON_H
#define SM_LEXICON_H

#include "span.h"
#include "status.h"

typedef struct sm_lexicon sm_lexicon;

enum { SM_LEXICON_MAX_CLASSES = 64, SM_LEXICON_MAX_WORDS = 12 };

/// A file of the lexicon is one class: "actors.txt" is the class "actors".
typedef struct sm_lexicon_class {
  const char *name;
  uint32_t n_rows; ///< entries, also those that users added
} sm_lexicon_class;

/// One sense of a word or phrase: row `row` of class `class_id`.
typedef struct sm_lexicon_sense {
  uint16_t class_id;
  uint16_t words; ///< number of word tokens of the phrase
  uint32_t row;
} sm_lexicon_sense;

/// A folded word or phrase and all its senses. Borrowed from the lexicon.
typedef struct sm_lexicon_entry {
  uint64_t key;        ///< hash of the folded phrase, see sm_token.key and sm_phrase_key
  uint64_t classes;    ///< bit c set: it has a sense in class c
  uint32_t word_bits;  ///< ordinary-word facts, see SM_WORD_*
  int32_t senses_at;   ///< see sm_lexicon_senses: bytes from this entry, so that the file needs no relocation
  uint16_t n_senses;   ///< 0: known as a word only, or only the beginning of a longer phrase
  uint8_t rank;        ///< frequency class of an English word: 1 commonest .. 255 rare, 0 in no list
  uint8_t max_words;   ///< longest phrase that starts with these words; 1 (or the entry's own words): none is longer
  uint8_t parts[4];    ///< parts of speech of a word plus one (see sm_part), the commonest first; 0 ends the list
} sm_lexicon_entry;

/// The n_senses senses of an entry.
static inline const sm_lexicon_sense *sm_lexicon_senses(const sm_lexicon_entry *entry) {
  return (const sm_lexicon_sense *)((const char *)entry + entry->senses_at);
}

/// Facts of sm_lexicon_entry.word_bits, from WordNet's lexicographer files and lists of persons' names.
enum {
  SM_WORD_GIVEN_NAME = 1 << 0,
  SM_WORD_SURNAME = 1 << 1,
  SM_WORD_NOUN = 1 << 2,
  SM_WORD_VERB = 1 << 3,
  SM_WORD_ADJECTIVE = 1 << 4,
  SM_WORD_ADVERB = 1 << 5,
  SM_WORD_NOUN_PERSON = 1 << 6,
  SM_WORD_NOUN_GROUP = 1 << 7,
  SM_WORD_NOUN_LOCATION = 1 << 8,
  SM_WORD_NOUN_ARTIFACT = 1 << 9,
  SM_WORD_NOUN_EVENT = 1 << 10,
  SM_WORD_NOUN_COMMUNICATION = 1 << 11,
  SM_WORD_NOUN_TIME = 1 << 12,
  SM_WORD_NOUN_ACT = 1 << 13,
  SM_WORD_VERB_COMMUNICATION = 1 << 14,
  SM_WORD_VERB_MOTION = 1 << 15,
  SM_WORD_VERB_COGNITION = 1 << 16,
  SM_WORD_VERB_SOCIAL = 1 << 17,
  SM_WORD_VERB_CONTACT = 1 << 18,
  SM_WORD_PLURAL = 1 << 19,
};

/// Open the compiled lexicon at path (memory-mapped). Errors: IO, FORMAT (damaged: checksum), VERSION.
SM_API sm_status sm_lexicon_open(const char *path, sm_lexicon **out, sm_error *err);

/// Lay the entries of a plain file over the lexicon; its class is the file's name without extension, or the word
/// after "# class:" on its first line. Must not run while others read. Errors: IO, FORMAT (file and line), LIMIT.
SM_API sm_status sm_lexicon_add(sm_lexicon *lexicon, const char *path, sm_error *err);
SM_API void sm_lexicon_close(sm_lexicon *lexicon);

/// Compile the folder of plain files into one table at path. For the build.
SM_API sm_status sm_lexicon_compile(const char *folder, const char *path, sm_error *err);

/// The class of that name as a number for bit masks (1ull << id), or -1.
SM_API int sm_lexicon_class_id(const sm_lexicon *lexicon, const char *name);
SM_API sm_lexicon_class sm_lexicon_class_info(const sm_lexicon *lexicon, int class_id);

/// Row of a class: the phrase as written in the file, and the text of one attribute ({NULL, 0} when not given).
SM_API sm_str sm_lexicon_phrase(const sm_lexicon *lexicon, int class_id, uint32_t row);
SM_API sm_str sm_lexicon_attribute(const sm_lexicon *lexicon, int class_id, uint32_t row, const char *name);
/// All attributes of a row as written; take them off one by one: false when none is left.
SM_API sm_str sm_lexicon_attributes(const sm_lexicon *lexicon, int class_id, uint32_t row);
SM_API bool sm_lexicon_take_attribute(sm_str *attributes, sm_str *name, sm_str *value);

/// Entry of a folded word or phrase by its key, or NULL.
SM_API const sm_lexicon_entry *sm_lexicon_find(const sm_lexicon *lexicon, uint64_t key);

/// The first sense of an entry in a class, or NULL.
SM_API const sm_lexicon_sense *sm_lexicon_sense_in(const sm_lexicon_entry *entry, int class_id);

#endif
