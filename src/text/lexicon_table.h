/// Inside text/: the compiled lexicon as it lies in memory.
#ifndef SM_LEXICON_TABLE_H
#define SM_LEXICON_TABLE_H

#include "file.h"
#include "fold.h"
#include "lexicon.h"

#define SM_LEXICON_MAGIC "SMLEX\r\n"
enum { SM_LEXICON_FORMAT = 3, SM_LEXICON_INDEX_BITS = 24 };

/// Head of a compiled file; all offsets are bytes from its start, aligned to 8.
typedef struct sm_lexicon_head {
  char magic[8]; ///< "SMLEX\r\n" and NUL
  uint32_t format, fold;
  uint64_t checksum; ///< XXH3 of all that follows this field
  uint64_t size;
  uint64_t entries, senses, rows, classes, slots, pairs, strings;
  uint32_t n_entries, n_senses, n_rows, n_classes, n_slots, n_pair_words, n_string_bytes, pad;
} sm_lexicon_head;

typedef struct sm_lexicon_row {
  uint32_t phrase, phrase_len;         ///< bytes in strings
  uint32_t attributes, attributes_len; ///< as written, after the bar
} sm_lexicon_row;

typedef struct sm_lexicon_class_row {
  uint32_t name; ///< NUL-terminated in strings
  uint32_t first_row, n_rows;
  uint32_t row_base; ///< number of the class's rows in the image below (an overlay counts on)
} sm_lexicon_class_row;

typedef struct sm_lexicon_image {
  const sm_lexicon_entry *entries;
  const uint32_t *slots; ///< entry + 1 with the key's highest 8 bits above; 0 empty
  uint32_t slot_mask;
  const uint64_t *pairs; ///< bits set for the keys of two words that start a phrase: most pairs of words start none
  uint32_t pair_mask;    ///< of a bit's number
  const sm_lexicon_head *head; ///< NULL: no image
  const sm_lexicon_row *rows;
  const sm_lexicon_class_row *classes;
  const char *strings;
} sm_lexicon_image;

struct sm_lexicon {
  sm_lexicon_image base, overlay;
  sm_mapping mapping;
  char *overlay_bytes;
  struct sm_lexicon_builder *added; ///< what the user's files hold, NULL before the first
  uint64_t abbreviations, function_words, foreign_words, numbers, times; ///< class bits, 0 where there is no such file
};

static inline const sm_lexicon_entry *sm_lexicon_image_find(const sm_lexicon_image *image, uint64_t key) {
  uint32_t tag = (uint32_t)(key >> 56) << SM_LEXICON_INDEX_BITS;
  for (uint32_t i = (uint32_t)key & image->slot_mask;; i = (i + 1) & image->slot_mask) {
    uint32_t slot = image->slots[i];
    if (!slot) return NULL;
    if ((slot ^ tag) >> SM_LEXICON_INDEX_BITS) continue;
    const sm_lexicon_entry *entry = image->entries + (slot & ((1u << SM_LEXICON_INDEX_BITS) - 1)) - 1;
    if (entry->key == key) return entry;
  }
}

static inline uint32_t sm_lexicon_pair_bit(uint64_t key) { return (uint32_t)(key >> 24); }

static inline bool sm_lexicon_image_may_pair(const sm_lexicon_image *image, uint64_t key) {
  uint32_t bit = sm_lexicon_pair_bit(key) & image->pair_mask;
  return image->pairs[bit >> 6] >> (bit & 63) & 1;
}

/// Quick no: false when no phrase starts with the two words of this key.
static inline bool sm_lexicon_may_pair(const sm_lexicon *lexicon, uint64_t key) {
  return sm_lexicon_image_may_pair(&lexicon->base, key) ||
         (lexicon->overlay.head && sm_lexicon_image_may_pair(&lexicon->overlay, key));
}

static inline const sm_lexicon_entry *sm_lexicon_look_up(const sm_lexicon *lexicon, uint64_t key) {
  if (lexicon->overlay.head) {
    const sm_lexicon_entry *entry = sm_lexicon_image_find(&lexicon->overlay, key);
    if (entry) return entry;
  }
  return sm_lexicon_image_find(&lexicon->base, key);
}

#endif
