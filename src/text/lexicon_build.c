#include "lexicon_build.h"

#include <stdlib.h>
#include <xxhash.h>
#include <zlib.h>

#include "buffer.h"
#include "tagger.h"

/// What one line of a file says of one key.
typedef enum item_kind { ITEM_SENSE, ITEM_PREFIX, ITEM_BITS, ITEM_RANK, ITEM_PARTS } item_kind;

typedef struct item {
  uint64_t key;
  uint32_t order; ///< of reading, so that sorting keeps it
  uint32_t value; ///< words of the longest phrase, word bits, rank, or parts of speech (first in the lowest byte)
  sm_lexicon_sense sense;
  item_kind kind;
} item;

typedef struct row {
  sm_lexicon_row text;
  uint32_t class_id;
} row;

typedef struct class {
  uint32_t name, n_rows, row_base;
} class;

struct sm_lexicon_builder {
  const sm_lexicon_image *base;
  sm_buffer strings, items, rows; ///< of char, item, row
  sm_buffer pairs;                ///< keys of the first two words of phrases
  class classes[SM_LEXICON_MAX_CLASSES];
  uint32_t n_classes;
};

static size_t n_items(const sm_lexicon_builder *b) { return b->items.len / sizeof(item); }
static row *rows_of(const sm_lexicon_builder *b) { return (row *)(void *)b->rows.bytes; }
static size_t n_rows(const sm_lexicon_builder *b) { return b->rows.len / sizeof(row); }

static uint32_t add_string(sm_lexicon_builder *b, sm_str s) {
  uint32_t at = (uint32_t)b->strings.len;
  sm_buffer_add_str(&b->strings, s);
  sm_buffer_add_char(&b->strings, 0);
  return at;
}

static const char *class_name(const sm_lexicon_builder *b, uint32_t id) { return b->strings.bytes + b->classes[id].name; }

sm_lexicon_builder *sm_lexicon_builder_new(const sm_lexicon_image *base) {
  sm_lexicon_builder *b = calloc(1, sizeof *b);
  if (!b) return NULL;
  b->base = base;
  for (uint32_t i = 0; base && i < base->head->n_classes; i++) {
    const sm_lexicon_class_row *c = base->classes + i;
    b->classes[b->n_classes++] = (class){add_string(b, sm_str_of(base->strings + c->name)), 0, c->n_rows};
  }
  return b;
}

void sm_lexicon_builder_free(sm_lexicon_builder *b) {
  if (!b) return;
  sm_buffer_free(&b->strings);
  sm_buffer_free(&b->items);
  sm_buffer_free(&b->rows);
  sm_buffer_free(&b->pairs);
  free(b);
}

static void add_item(sm_lexicon_builder *b, item_kind kind, uint64_t key, uint32_t value, sm_lexicon_sense sense) {
  item i = {.key = key, .order = (uint32_t)n_items(b), .value = value, .sense = sense, .kind = kind};
  sm_buffer_add(&b->items, &i, sizeof i);
}

// --- Plain files -----------------------------------------------------------------------------------------------

static sm_status add_phrase(sm_lexicon_builder *b, sm_str phrase, uint32_t class_id, uint32_t row_number,
                            const char *path, uint64_t line, sm_error *err) {
  uint64_t keys[SM_LEXICON_MAX_WORDS];
  size_t n = sm_name_words(phrase, keys, SM_LEXICON_MAX_WORDS);
  if (n == 0 || n > SM_LEXICON_MAX_WORDS)
    return sm_fail_at(err, n ? SM_ERROR_LIMIT : SM_ERROR_FORMAT, SM_NO_OFFSET, line,
                      "%s, line %llu: \"%.*s\" has %s", path, (unsigned long long)line, SM_STR_ARG(phrase),
                      n ? "more than 12 words" : "no word");
  uint64_t key = keys[0];
  for (size_t i = 1; i < n; i++) {
    add_item(b, ITEM_PREFIX, key, (uint32_t)n, (sm_lexicon_sense){0});
    key = sm_phrase_key(key, keys[i]);
    if (i == 1) sm_buffer_add(&b->pairs, &key, sizeof key);
  }
  add_item(b, ITEM_SENSE, key, 0, (sm_lexicon_sense){(uint16_t)class_id, (uint16_t)n, row_number});
  return SM_OK;
}

static sm_status add_line(sm_lexicon_builder *b, sm_str text, uint32_t class_id, const char *path, uint64_t line,
                          sm_error *err) {
  sm_str attributes = text, phrases = sm_str_take(&attributes, "|");
  attributes = sm_str_trim(attributes);
  class *c = b->classes + class_id;
  uint32_t number = c->row_base + c->n_rows;
  row r = {.class_id = class_id, .text = {.attributes_len = (uint32_t)attributes.len}};
  sm_status status = SM_OK;
  while (!status && phrases.len) {
    sm_str phrase = sm_str_trim(sm_str_take(&phrases, " / "));
    if (!phrase.len) continue;
    if (!r.text.phrase_len) {
      r.text.phrase = add_string(b, phrase);
      r.text.phrase_len = (uint32_t)phrase.len;
    }
    status = add_phrase(b, phrase, class_id, number, path, line, err);
  }
  if (!status && !r.text.phrase_len)
    status = sm_fail_at(err, SM_ERROR_FORMAT, SM_NO_OFFSET, line, "%s, line %llu: no phrase", path,
                        (unsigned long long)line);
  if (status) return status;
  r.text.attributes = add_string(b, attributes);
  sm_buffer_add(&b->rows, &r, sizeof r);
  c->n_rows++;
  return SM_OK;
}

static int find_class(sm_lexicon_builder *b, sm_str name) {
  for (uint32_t i = 0; i < b->n_classes; i++)
    if (sm_str_equal(sm_str_of(class_name(b, i)), name)) return (int)i;
  if (b->n_classes == SM_LEXICON_MAX_CLASSES) return -1;
  b->classes[b->n_classes] = (class){add_string(b, name), 0, 0};
  return (int)b->n_classes++;
}

static sm_str class_of_file(const char *path, sm_str text) {
  sm_str first = sm_str_trim(sm_str_take(&text, "\n"));
  static const char mark[] = "# class:";
  if (first.len > sizeof mark - 1 && memcmp(first.ptr, mark, sizeof mark - 1) == 0)
    return sm_str_trim((sm_str){first.ptr + sizeof mark - 1, first.len - (sizeof mark - 1)});
  return sm_path_stem(path);
}

static sm_status add_lines(sm_lexicon_builder *b, sm_str text, const char *path, sm_error *err) {
  int class_id = find_class(b, class_of_file(path, text));
  if (class_id < 0) return sm_fail(err, SM_ERROR_LIMIT, "%s: more than %d classes", path, SM_LEXICON_MAX_CLASSES);
  sm_status status = SM_OK;
  for (uint64_t line = 1; text.len && !status; line++) {
    sm_str l = sm_str_trim(sm_str_take(&text, "\n"));
    if (l.len && l.ptr[0] != '#') status = add_line(b, l, (uint32_t)class_id, path, line, err);
  }
  return status;
}

sm_status sm_lexicon_builder_read(sm_lexicon_builder *b, const char *path, sm_error *err) {
  enum { LARGEST = 64 << 20 };
  char *bytes;
  size_t len;
  sm_status status = sm_file_read(path, LARGEST, &bytes, &len, err);
  if (status) return status;
  sm_lexicon_builder before = *b;
  status = add_lines(b, (sm_str){bytes, len}, path, err);
  bool failed = b->strings.failed || b->items.failed || b->rows.failed || b->pairs.failed;
  if (!status && failed) status = sm_fail(err, SM_ERROR_MEMORY, "%s: out of memory", path);
  if (status) {
    memcpy(b->classes, before.classes, sizeof b->classes);
    b->n_classes = before.n_classes;
    b->strings.len = before.strings.len;
    b->items.len = before.items.len;
    b->rows.len = before.rows.len;
    b->pairs.len = before.pairs.len;
  }
  free(bytes);
  return status;
}

// --- Words -----------------------------------------------------------------------------------------------------

typedef struct word_bit {
  const char *name;
  uint32_t bits;
} word_bit;

static const word_bit word_bits[] = {
    {"given", SM_WORD_GIVEN_NAME},
    {"surname", SM_WORD_SURNAME},
    {"plural", SM_WORD_PLURAL},
    {"noun", SM_WORD_NOUN},
    {"verb", SM_WORD_VERB},
    {"adj", SM_WORD_ADJECTIVE},
    {"adv", SM_WORD_ADVERB},
    {"noun.person", SM_WORD_NOUN_PERSON},
    {"noun.group", SM_WORD_NOUN_GROUP},
    {"noun.location", SM_WORD_NOUN_LOCATION},
    {"noun.artifact", SM_WORD_NOUN_ARTIFACT},
    {"noun.event", SM_WORD_NOUN_EVENT},
    {"noun.communication", SM_WORD_NOUN_COMMUNICATION},
    {"noun.time", SM_WORD_NOUN_TIME},
    {"noun.act", SM_WORD_NOUN_ACT},
    {"verb.communication", SM_WORD_VERB_COMMUNICATION},
    {"verb.motion", SM_WORD_VERB_MOTION},
    {"verb.cognition", SM_WORD_VERB_COGNITION},
    {"verb.social", SM_WORD_VERB_SOCIAL},
    {"verb.contact", SM_WORD_VERB_CONTACT},
};

static uint32_t bits_named(sm_str name) {
  uint32_t bits = 0;
  for (size_t i = 0; i < sizeof word_bits / sizeof *word_bits; i++)
    if (sm_str_equal(name, sm_str_of(word_bits[i].name))) bits |= word_bits[i].bits;
  sm_str part = name;
  sm_str head = sm_str_take(&part, ".");
  return part.len ? bits | bits_named(head) : bits;
}

static uint32_t bits_of(sm_str names) {
  uint32_t bits = 0;
  for (size_t i = 0; i < names.len;) {
    size_t from = i;
    while (i < names.len && names.ptr[i] != ',' && names.ptr[i] != ' ') i++;
    bits |= bits_named((sm_str){names.ptr + from, i - from});
    i++;
  }
  return bits;
}

static uint32_t number_of(sm_str digits) {
  uint32_t n = 0;
  for (size_t i = 0; i < digits.len && digits.ptr[i] >= '0' && digits.ptr[i] <= '9' && n < 1000; i++)
    n = n * 10 + (uint32_t)(digits.ptr[i] - '0');
  return n;
}

/// "vwn" as a byte a letter, see sm_part_of_letter.
static uint32_t parts_of(sm_str letters) {
  uint32_t parts = 0;
  for (size_t i = 0; i < letters.len && i < 4; i++) parts |= (uint32_t)(sm_part_of_letter(letters.ptr[i]) + 1) << (8 * i);
  return parts;
}

typedef struct word_file {
  const char *name;
  item_kind kind;
  uint32_t otherwise; ///< bits of a line without a second column
} word_file;

/// One line of a table of words: the word, a tab, and its rank or the names of its bits.
static void add_word(sm_lexicon_builder *b, sm_str line, const word_file *file) {
  sm_str rest = sm_str_trim(line), word = sm_str_trim(sm_str_take(&rest, "\t"));
  if (!word.len || word.ptr[0] == '#') return;
  int words;
  uint64_t key = sm_name_key(word, &words);
  if (words != 1) return;
  uint32_t value = file->kind == ITEM_RANK ? number_of(rest) : file->kind == ITEM_PARTS ? parts_of(rest) : bits_of(rest);
  if (!rest.len) value = file->otherwise;
  if (file->kind == ITEM_RANK && value > 255) value = 255;
  if (value) add_item(b, file->kind, key, value, (sm_lexicon_sense){0});
}

static sm_status read_word_file(sm_lexicon_builder *b, const char *path, const word_file *file, sm_error *err) {
  enum { LONGEST = 4096 };
  char line[LONGEST];
  if (sm_file_kind_of(path) != SM_FILE_REGULAR) return SM_OK;
  gzFile in = gzopen(path, "rb");
  if (!in) return sm_fail(err, SM_ERROR_IO, "%s: cannot be opened", path);
  while (gzgets(in, line, LONGEST)) add_word(b, (sm_str){line, strcspn(line, "\n")}, file);
  int code = Z_OK;
  gzerror(in, &code);
  gzclose(in);
  return code == Z_OK || code == Z_STREAM_END ? SM_OK : sm_fail(err, SM_ERROR_FORMAT, "%s: damaged", path);
}

sm_status sm_lexicon_builder_read_words(sm_lexicon_builder *b, const char *folder, sm_error *err) {
  static const word_file files[] = {
      {"common_words.tsv.gz", ITEM_RANK, 0},
      {"person_names.txt.gz", ITEM_BITS, SM_WORD_GIVEN_NAME | SM_WORD_SURNAME},
      {"wordnet.tsv.gz", ITEM_BITS, 0},
      {"parts_of_speech.tsv.gz", ITEM_PARTS, 0},
  };
  sm_status status = SM_OK;
  for (size_t i = 0; !status && i < sizeof files / sizeof *files; i++) {
    char path[4096];
    int n = snprintf(path, sizeof path, "%s/%s", folder, files[i].name);
    if (n < 0 || (size_t)n >= sizeof path) return sm_fail(err, SM_ERROR_LIMIT, "%s: path too long", folder);
    status = read_word_file(b, path, files + i, err);
  }
  if (!status && b->items.failed) status = sm_fail(err, SM_ERROR_MEMORY, "%s: out of memory", folder);
  return status;
}

// --- The image -------------------------------------------------------------------------------------------------

static int by_key(const void *pa, const void *pb) {
  const item *a = pa, *b = pb;
  if (a->key != b->key) return a->key < b->key ? -1 : 1;
  return a->order < b->order ? -1 : a->order > b->order;
}

/// An entry with the number of its first sense until senses_at can be told.
typedef struct draft {
  sm_lexicon_entry entry;
  uint32_t first_sense;
} draft;

/// Common words first, so that what news is made of lies close together; then the lists, then the rest.
static int by_use(const void *pa, const void *pb) {
  const sm_lexicon_entry *a = &((const draft *)pa)->entry, *b = &((const draft *)pb)->entry;
  unsigned rank_a = a->rank ? a->rank : 256, rank_b = b->rank ? b->rank : 256;
  if (rank_a != rank_b) return rank_a < rank_b ? -1 : 1;
  if ((a->n_senses > 0) != (b->n_senses > 0)) return a->n_senses > 0 ? -1 : 1;
  return a->key < b->key ? -1 : a->key > b->key;
}

static void add_sense(sm_lexicon_entry *e, uint32_t first, sm_buffer *senses, sm_lexicon_sense sense) {
  const sm_lexicon_sense *have = (const sm_lexicon_sense *)(void *)senses->bytes;
  for (uint32_t i = first; i < first + e->n_senses; i++)
    if (have[i].class_id == sense.class_id && have[i].row == sense.row) return;
  if (e->n_senses == UINT16_MAX) return;
  sm_buffer_add(senses, &sense, sizeof sense);
  e->n_senses++;
  e->classes |= 1ull << sense.class_id;
}

static draft draft_entry(const sm_lexicon_image *base, const item *items, size_t n, sm_buffer *senses) {
  draft d = {.entry = {.key = items->key, .max_words = 1},
             .first_sense = (uint32_t)(senses->len / sizeof(sm_lexicon_sense))};
  const sm_lexicon_entry *below = base ? sm_lexicon_image_find(base, items->key) : NULL;
  if (below) {
    d.entry = *below;
    d.entry.n_senses = 0;
    for (unsigned i = 0; i < below->n_senses; i++)
      add_sense(&d.entry, d.first_sense, senses, sm_lexicon_senses(below)[i]);
  }
  for (const item *i = items; i < items + n; i++) {
    if (i->kind == ITEM_SENSE) add_sense(&d.entry, d.first_sense, senses, i->sense);
    if (i->kind == ITEM_PREFIX && i->value > d.entry.max_words) d.entry.max_words = (uint8_t)i->value;
    if (i->kind == ITEM_BITS) d.entry.word_bits |= i->value;
    for (unsigned k = 0; k < 4 && i->kind == ITEM_PARTS; k++) d.entry.parts[k] = (uint8_t)(i->value >> (8 * k));
    if (i->kind == ITEM_RANK && (!d.entry.rank || i->value < d.entry.rank)) d.entry.rank = (uint8_t)i->value;
  }
  return d;
}

static void draft_entries(const sm_lexicon_builder *b, const item *items, sm_buffer *drafts, sm_buffer *senses) {
  size_t n = n_items(b);
  for (size_t i = 0, j; i < n; i = j) {
    for (j = i + 1; j < n && items[j].key == items[i].key;) j++;
    draft d = draft_entry(b->base, items + i, j - i, senses);
    sm_buffer_add(drafts, &d, sizeof d);
  }
}

static void put_part(sm_buffer *image, uint64_t *at, const void *bytes, size_t len) {
  while (image->len % 8) sm_buffer_add_char(image, 0);
  *at = image->len;
  sm_buffer_add(image, bytes, len);
}

static void put_entries(sm_buffer *image, sm_lexicon_head *head, const draft *drafts, const sm_buffer *senses) {
  put_part(image, &head->senses, senses->bytes, senses->len);
  while (image->len % 8) sm_buffer_add_char(image, 0);
  head->entries = image->len;
  for (uint32_t i = 0; i < head->n_entries; i++) {
    sm_lexicon_entry e = drafts[i].entry;
    int64_t sense = (int64_t)(head->senses + (uint64_t)drafts[i].first_sense * sizeof(sm_lexicon_sense));
    e.senses_at = (int32_t)(sense - (int64_t)image->len);
    sm_buffer_add(image, &e, sizeof e);
  }
}

static void put_slots(sm_buffer *image, sm_lexicon_head *head, const draft *drafts) {
  uint32_t n = 16;
  while (n < head->n_entries * 2 + 1) n *= 2;
  uint32_t *slots = calloc(n, sizeof *slots);
  image->failed |= !slots;
  for (uint32_t i = 0; slots && i < head->n_entries; i++) {
    uint64_t key = drafts[i].entry.key;
    uint32_t at = (uint32_t)key & (n - 1);
    while (slots[at]) at = (at + 1) & (n - 1);
    slots[at] = (uint32_t)(key >> 56) << SM_LEXICON_INDEX_BITS | (i + 1);
  }
  head->n_slots = n;
  if (slots) put_part(image, &head->slots, slots, n * sizeof *slots);
  free(slots);
}

/// At least sixteen bits a phrase, so that one pair in sixteen at most passes by chance.
static void put_pairs(const sm_lexicon_builder *b, sm_buffer *image, sm_lexicon_head *head) {
  const uint64_t *keys = (const uint64_t *)(void *)b->pairs.bytes;
  size_t n = b->pairs.len / sizeof *keys;
  uint32_t words = 1;
  while (words * 4 < n) words *= 2;
  uint64_t *bits = calloc(words, sizeof *bits);
  image->failed |= !bits;
  for (size_t i = 0; bits && i < n; i++) {
    uint32_t bit = sm_lexicon_pair_bit(keys[i]) & (words * 64 - 1);
    bits[bit >> 6] |= 1ull << (bit & 63);
  }
  head->n_pair_words = words;
  if (bits) put_part(image, &head->pairs, bits, words * sizeof *bits);
  free(bits);
}

static void put_rows(const sm_lexicon_builder *b, sm_buffer *image, sm_lexicon_head *head) {
  sm_lexicon_class_row classes[SM_LEXICON_MAX_CLASSES];
  put_part(image, &head->rows, NULL, 0);
  uint32_t first = 0;
  for (uint32_t c = 0; c < b->n_classes; c++) {
    classes[c] = (sm_lexicon_class_row){b->classes[c].name, first, b->classes[c].n_rows, b->classes[c].row_base};
    first += b->classes[c].n_rows;
    for (size_t i = 0; i < n_rows(b); i++)
      if (rows_of(b)[i].class_id == c) sm_buffer_add(image, &rows_of(b)[i].text, sizeof(sm_lexicon_row));
  }
  head->n_rows = first;
  head->n_classes = b->n_classes;
  put_part(image, &head->classes, classes, b->n_classes * sizeof *classes);
}

/// Puts the parts together; the head last, since it holds the checksum of all.
static void put_image(const sm_lexicon_builder *b, sm_buffer *drafts, const sm_buffer *senses, sm_buffer *image) {
  sm_lexicon_head head = {.magic = SM_LEXICON_MAGIC, .format = SM_LEXICON_FORMAT, .fold = SM_FOLD_VERSION};
  head.n_entries = (uint32_t)(drafts->len / sizeof(draft));
  head.n_senses = (uint32_t)(senses->len / sizeof(sm_lexicon_sense));
  head.n_string_bytes = (uint32_t)b->strings.len;
  draft *list = (draft *)(void *)drafts->bytes;
  if (head.n_entries) qsort(list, head.n_entries, sizeof *list, by_use);
  sm_buffer_add(image, &head, sizeof head);
  put_entries(image, &head, list, senses);
  put_slots(image, &head, list);
  put_pairs(b, image, &head);
  put_rows(b, image, &head);
  put_part(image, &head.strings, b->strings.bytes, b->strings.len);
  if (image->failed) return;
  head.size = image->len;
  memcpy(image->bytes, &head, sizeof head);
  const size_t from = offsetof(sm_lexicon_head, size);
  head.checksum = XXH3_64bits(image->bytes + from, image->len - from);
  memcpy(image->bytes, &head, sizeof head);
}

sm_status sm_lexicon_builder_finish(sm_lexicon_builder *b, char **out, size_t *len, sm_error *err) {
  enum { MOST_ENTRIES = (1 << SM_LEXICON_INDEX_BITS) - 2 };
  sm_buffer drafts = {0}, senses = {0}, image = {0}, sorted = {0};
  sm_status status = SM_OK;
  sm_buffer_add(&sorted, b->items.bytes, b->items.len);
  if (!sorted.failed) {
    if (n_items(b)) qsort(sorted.bytes, n_items(b), sizeof(item), by_key);
    draft_entries(b, (const item *)(void *)sorted.bytes, &drafts, &senses);
  }
  if (drafts.len / sizeof(draft) > MOST_ENTRIES || b->strings.len > INT32_MAX)
    status = sm_fail(err, SM_ERROR_LIMIT, "more than %d lexicon entries", MOST_ENTRIES);
  else if (!drafts.failed && !senses.failed && !sorted.failed)
    put_image(b, &drafts, &senses, &image);
  if (!status && (drafts.failed || senses.failed || image.failed || sorted.failed))
    status = sm_fail(err, SM_ERROR_MEMORY, "lexicon: out of memory");
  if (!status) {
    *out = image.bytes;
    if (len) *len = image.len;
  } else {
    sm_buffer_free(&image);
  }
  sm_buffer_free(&drafts);
  sm_buffer_free(&senses);
  sm_buffer_free(&sorted);
  return status;
}

// --- The build -------------------------------------------------------------------------------------------------

static sm_status read_folder(sm_lexicon_builder *b, const char *folder, sm_arena *arena, sm_error *err) {
  char **names;
  size_t n;
  sm_status status = sm_folder_list(folder, arena, &names, &n, err);
  for (size_t i = 0; !status && i < n; i++) {
    sm_str extension = sm_path_extension(names[i]);
    if (!sm_str_equal(extension, SM_STR(".txt"))) continue;
    char *path = sm_arena_printf(arena, "%s/%s", folder, names[i]);
    status = path ? sm_lexicon_builder_read(b, path, err) : sm_fail(err, SM_ERROR_MEMORY, "%s: out of memory", folder);
  }
  return status ? status : sm_lexicon_builder_read_words(b, folder, err);
}

static sm_status write_image(sm_lexicon_builder *b, const char *path, sm_error *err) {
  char *bytes = NULL;
  size_t len = 0;
  sm_status status = sm_lexicon_builder_finish(b, &bytes, &len, err);
  sm_output *output = NULL;
  if (!status) status = sm_output_open(path, &output, err);
  if (!status) {
    fwrite(bytes, 1, len, sm_output_stream(output));
    status = sm_output_commit(output, err);
  }
  free(bytes);
  return status;
}

sm_status sm_lexicon_compile(const char *folder, const char *path, sm_error *err) {
  sm_arena *arena = sm_arena_new();
  sm_lexicon_builder *b = sm_lexicon_builder_new(NULL);
  sm_status status = arena && b ? read_folder(b, folder, arena, err) : sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  if (!status) status = write_image(b, path, err);
  sm_lexicon_builder_free(b);
  sm_arena_free(arena);
  return status;
}
