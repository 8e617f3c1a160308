#include "lexicon_table.h"

#include <stdlib.h>
#include <xxhash.h>

#include "lexicon_build.h"

static uint64_t class_bit(const sm_lexicon *lexicon, const char *name) {
  int id = sm_lexicon_class_id(lexicon, name);
  return id < 0 ? 0 : 1ull << id;
}

static void note_own_classes(sm_lexicon *lexicon) {
  lexicon->abbreviations = class_bit(lexicon, "abbreviations");
  lexicon->numbers = class_bit(lexicon, "numbers");
  lexicon->function_words = class_bit(lexicon, "function_words");
  lexicon->times = class_bit(lexicon, "times");
  lexicon->foreign_words = class_bit(lexicon, "foreign_words");
}

static bool part_fits(const sm_lexicon_head *head, uint64_t at, uint64_t n, uint64_t size) {
  return at % 8 == 0 && at <= head->size && n <= (head->size - at) / size;
}

static sm_status check_head(const sm_lexicon_head *head, size_t len, const char *path, sm_error *err) {
  if (len < sizeof *head || memcmp(head->magic, SM_LEXICON_MAGIC, sizeof head->magic) != 0)
    return sm_fail(err, SM_ERROR_FORMAT, "%s: not a compiled lexicon", path);
  if (head->format != SM_LEXICON_FORMAT || head->fold != SM_FOLD_VERSION)
    return sm_fail(err, SM_ERROR_VERSION, "%s: a lexicon of another version: rebuild it", path);
  const size_t from = offsetof(sm_lexicon_head, size);
  if (head->size != len || XXH3_64bits((const char *)head + from, len - from) != head->checksum)
    return sm_fail(err, SM_ERROR_FORMAT, "%s: damaged (checksum or length)", path);
  bool fits = part_fits(head, head->entries, head->n_entries, sizeof(sm_lexicon_entry)) &&
              part_fits(head, head->senses, head->n_senses, sizeof(sm_lexicon_sense)) &&
              part_fits(head, head->rows, head->n_rows, sizeof(sm_lexicon_row)) &&
              part_fits(head, head->classes, head->n_classes, sizeof(sm_lexicon_class_row)) &&
              part_fits(head, head->slots, head->n_slots, sizeof(uint32_t)) &&
              part_fits(head, head->pairs, head->n_pair_words, sizeof(uint64_t)) && head->n_pair_words > 0 &&
              (head->n_pair_words & (head->n_pair_words - 1)) == 0 &&
              part_fits(head, head->strings, head->n_string_bytes, 1) && head->n_slots > head->n_entries &&
              (head->n_slots & (head->n_slots - 1)) == 0;
  return fits ? SM_OK : sm_fail(err, SM_ERROR_FORMAT, "%s: damaged (parts)", path);
}

sm_lexicon_image sm_lexicon_image_of(const void *bytes) {
  const sm_lexicon_head *head = bytes;
  const char *at = bytes;
  return (sm_lexicon_image){.head = head,
                            .entries = (const void *)(at + head->entries),
                            .slots = (const void *)(at + head->slots),
                            .slot_mask = head->n_slots - 1,
                            .pairs = (const void *)(at + head->pairs),
                            .pair_mask = head->n_pair_words * 64 - 1,
                            .rows = (const void *)(at + head->rows),
                            .classes = (const void *)(at + head->classes),
                            .strings = at + head->strings};
}

sm_status sm_lexicon_open(const char *path, sm_lexicon **out, sm_error *err) {
  sm_mapping mapping;
  sm_status status = sm_mapping_open(path, &mapping, err);
  if (status) return status;
  status = check_head((const sm_lexicon_head *)mapping.bytes, mapping.len, path, err);
  sm_lexicon *lexicon = status ? NULL : calloc(1, sizeof *lexicon);
  if (!lexicon) {
    sm_mapping_close(&mapping);
    return status ? status : sm_fail(err, SM_ERROR_MEMORY, "%s: out of memory", path);
  }
  lexicon->mapping = mapping;
  lexicon->base = sm_lexicon_image_of(mapping.bytes);
  note_own_classes(lexicon);
  *out = lexicon;
  return SM_OK;
}

void sm_lexicon_close(sm_lexicon *lexicon) {
  if (!lexicon) return;
  sm_lexicon_builder_free(lexicon->added);
  free(lexicon->overlay_bytes);
  sm_mapping_close(&lexicon->mapping);
  free(lexicon);
}

sm_status sm_lexicon_add(sm_lexicon *lexicon, const char *path, sm_error *err) {
  if (!lexicon->added && !(lexicon->added = sm_lexicon_builder_new(&lexicon->base)))
    return sm_fail(err, SM_ERROR_MEMORY, "%s: out of memory", path);
  char *bytes = NULL;
  sm_status status = sm_lexicon_builder_read(lexicon->added, path, err);
  if (!status) status = sm_lexicon_builder_finish(lexicon->added, &bytes, NULL, err);
  if (status) return status;
  free(lexicon->overlay_bytes);
  lexicon->overlay_bytes = bytes;
  lexicon->overlay = sm_lexicon_image_of(bytes);
  note_own_classes(lexicon);
  return SM_OK;
}

/// The image that knows all classes: an overlay repeats those of its base.
static const sm_lexicon_image *classes_of(const sm_lexicon *lexicon) {
  return lexicon->overlay.head ? &lexicon->overlay : &lexicon->base;
}

int sm_lexicon_class_id(const sm_lexicon *lexicon, const char *name) {
  const sm_lexicon_image *image = classes_of(lexicon);
  for (uint32_t i = 0; i < image->head->n_classes; i++)
    if (strcmp(image->strings + image->classes[i].name, name) == 0) return (int)i;
  return -1;
}

sm_lexicon_class sm_lexicon_class_info(const sm_lexicon *lexicon, int class_id) {
  const sm_lexicon_image *image = classes_of(lexicon);
  if (class_id < 0 || (uint32_t)class_id >= image->head->n_classes) return (sm_lexicon_class){"", 0};
  const sm_lexicon_class_row *row = image->classes + class_id;
  return (sm_lexicon_class){image->strings + row->name, row->row_base + row->n_rows};
}

/// The row and the strings that it points to; NULL when there is none.
static const sm_lexicon_row *find_row(const sm_lexicon *lexicon, int class_id, uint32_t row, const char **strings) {
  const sm_lexicon_image *image = classes_of(lexicon);
  if (class_id < 0 || (uint32_t)class_id >= image->head->n_classes) return NULL;
  const sm_lexicon_class_row *c = image->classes + class_id;
  if (row < c->row_base) {
    image = &lexicon->base;
    c = image->classes + class_id;
  } else {
    row -= c->row_base;
  }
  if (row >= c->n_rows) return NULL;
  *strings = image->strings;
  return image->rows + c->first_row + row;
}

sm_str sm_lexicon_phrase(const sm_lexicon *lexicon, int class_id, uint32_t row) {
  const char *strings;
  const sm_lexicon_row *r = find_row(lexicon, class_id, row, &strings);
  return r ? (sm_str){strings + r->phrase, r->phrase_len} : (sm_str){NULL, 0};
}

sm_str sm_lexicon_attributes(const sm_lexicon *lexicon, int class_id, uint32_t row) {
  const char *strings;
  const sm_lexicon_row *r = find_row(lexicon, class_id, row, &strings);
  return r ? (sm_str){strings + r->attributes, r->attributes_len} : (sm_str){NULL, 0};
}

bool sm_lexicon_take_attribute(sm_str *attributes, sm_str *name, sm_str *value) {
  while (attributes->len) {
    const sm_str one = sm_str_take(attributes, ";");
    const char *equals = memchr(one.ptr, '=', one.len);
    if (!equals) continue;
    *name = sm_str_trim((sm_str){one.ptr, (size_t)(equals - one.ptr)});
    *value = sm_str_trim((sm_str){equals + 1, one.len - (size_t)(equals - one.ptr) - 1});
    return true;
  }
  return false;
}

sm_str sm_lexicon_attribute(const sm_lexicon *lexicon, int class_id, uint32_t row, const char *name) {
  sm_str attributes = sm_lexicon_attributes(lexicon, class_id, row), key, value;
  while (sm_lexicon_take_attribute(&attributes, &key, &value))
    if (sm_str_equal(key, sm_str_of(name))) return value;
  return (sm_str){NULL, 0};
}

const sm_lexicon_entry *sm_lexicon_find(const sm_lexicon *lexicon, uint64_t key) {
  return sm_lexicon_look_up(lexicon, key);
}

const sm_lexicon_sense *sm_lexicon_sense_in(const sm_lexicon_entry *entry, int class_id) {
  const sm_lexicon_sense *senses = sm_lexicon_senses(entry);
  for (unsigned i = 0; i < entry->n_senses; i++)
    if (senses[i].class_id == class_id) return senses + i;
  return NULL;
}
