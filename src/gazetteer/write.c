#include <limits.h>
#include <stdlib.h>

#include "alike.h"
#include "builder.h"
#include "fold.h"
#include "sha256.h"
#include "shape.h"

/// Sections are made, written and freed one after the other, so that a large gazetteer fits into memory.
typedef struct writer {
  sm_builder *b;
  FILE *stream;
  uint64_t at; ///< bytes written
  sm_index_header header;
  sm_index_meta meta;
} writer;

static uint64_t padded(uint64_t size) {
  return (size + SM_INDEX_ALIGN - 1) / SM_INDEX_ALIGN * SM_INDEX_ALIGN;
}

static uint64_t hash_section(const void *bytes, size_t size) {
  static const char zeros[SM_INDEX_ALIGN];
  XXH3_state_t *state = XXH3_createState();
  if (!state) return 0;
  XXH3_64bits_reset(state);
  if (size) XXH3_64bits_update(state, bytes, size);
  XXH3_64bits_update(state, zeros, padded(size) - size);
  uint64_t hash = XXH3_64bits_digest(state);
  XXH3_freeState(state);
  return hash;
}

static void write_section(writer *w, sm_section s, const void *bytes, size_t size) {
  static const char zeros[SM_INDEX_ALIGN];
  w->header.sections[s] = (sm_index_extent){w->at, size, hash_section(bytes, size)};
  if (size) fwrite(bytes, 1, size, w->stream);
  fwrite(zeros, 1, padded(size) - size, w->stream);
  w->at += padded(size);
}

/// Write the rows as a section and free them.
static void emit(writer *w, sm_section s, sm_vector *v) {
  write_section(w, s, v->items, v->n * v->size);
  sm_vector_free(v);
}

/// Part rows in place by the byte that byte_of gives, then sort each part: little memory beside the rows.
static void sort_rows(sm_vector *v, uint8_t (*byte_of)(const void *),
                      int (*compare)(const void *, const void *)) {
  enum { PARTS = 256, WIDEST = 16 };
  size_t starts[PARTS + 1] = {0}, next[PARTS];
  char *rows = v->items, row[WIDEST], other[WIDEST];
  for (size_t i = 0; i < v->n; i++) starts[byte_of(rows + i * v->size) + 1]++;
  for (int p = 0; p < PARTS; p++) starts[p + 1] += starts[p];
  for (int p = 0; p < PARTS; p++) next[p] = starts[p];
  for (int p = 0; p < PARTS; p++)
    while (next[p] < starts[p + 1]) {
      memcpy(row, rows + next[p] * v->size, v->size);
      for (int to; (to = byte_of(row)) != p;) {
        char *there = rows + next[to]++ * v->size;
        memcpy(other, there, v->size);
        memcpy(there, row, v->size);
        memcpy(row, other, v->size);
      }
      memcpy(rows + next[p]++ * v->size, row, v->size);
    }
  for (int p = 0; p < PARTS; p++)
    if (starts[p + 1] - starts[p] > 1)
      qsort(rows + starts[p] * v->size, starts[p + 1] - starts[p], v->size, compare);
}

static int compare_names(const void *pa, const void *pb) {
  const sm_new_name *a = pa, *b = pb;
  if (a->key != b->key) return a->key < b->key ? -1 : 1;
  return (a->place > b->place) - (a->place < b->place);
}

/// One row of names of one key and place: main if any is, else a demonym if any is (another language may call
/// the country by our adjective), otherwise weaker only if all are.
static uint16_t merge_flags(uint16_t a, uint16_t b) {
  unsigned kept = (a | b) & SM_NAME_MAIN ? SM_NAME_MAIN : (a | b) & SM_NAME_DEMONYM;
  return (uint16_t)(kept | (a & b & ~(unsigned)SM_NAME_MAIN));
}

static uint8_t byte_of_name(const void *row) {
  return (uint8_t)(((const sm_new_name *)row)->key >> 56);
}

void sm_builder_sort_names(sm_builder *b) {
  sm_new_name *rows = b->names.items;
  size_t n = 0;
  sort_rows(&b->names, byte_of_name, compare_names);
  for (size_t i = 0; i < b->names.n; i++) {
    if (n && rows[n - 1].key == rows[i].key && rows[n - 1].place == rows[i].place)
      rows[n - 1].flags = merge_flags(rows[n - 1].flags, rows[i].flags);
    else
      rows[n++] = rows[i];
  }
  b->names.n = n;
}

typedef struct ranked {
  uint32_t prominence;
  sm_index_candidate candidate;
} ranked;

static int compare_ranked(const void *pa, const void *pb) {
  const ranked *a = pa, *b = pb;
  if (a->prominence != b->prominence) return a->prominence > b->prominence ? -1 : 1;
  return (a->candidate.place > b->candidate.place) - (a->candidate.place < b->candidate.place);
}

static uint32_t prominence_of(const sm_builder *b, uint32_t place) {
  if (!(place & SM_EXTERN)) return sm_prominence(sm_builder_brief(b, place));
  sm_place_brief brief = sm_gazetteer_brief(b->base, SM_AT(b->extern_refs, sm_place_ref, place & ~SM_EXTERN));
  return sm_prominence(&brief);
}

static bool add_list(const sm_builder *b, const sm_new_name *names, size_t n, sm_vector *scratch,
                     sm_vector *lists) {
  scratch->n = 0;
  if (!sm_vector_add(scratch, NULL, n)) return false;
  ranked *list = scratch->items;
  for (size_t i = 0; i < n; i++)
    list[i] = (ranked){prominence_of(b, names[i].place), {names[i].place, names[i].flags}};
  qsort(list, n, sizeof *list, compare_ranked);
  for (size_t i = 0; i < n; i++)
    if (!sm_vector_add(lists, &list[i].candidate, 1)) return false;
  return true;
}

static void note_probe(writer *w, uint32_t probe) {
  if (probe > w->meta.longest_probe) w->meta.longest_probe = probe;
}

static void put_name(writer *w, sm_vector *names, sm_index_name name) {
  sm_index_name *table = names->items;
  size_t slot = sm_slot(name.key, names->n);
  uint32_t probe = 0;
  for (; table[slot].key; probe++) slot = slot + 1 < names->n ? slot + 1 : 0;
  table[slot] = name;
  note_probe(w, probe);
}

static size_t run_length(const sm_new_name *rows, size_t i, size_t n) {
  size_t end = i + 1;
  while (end < n && rows[end].key == rows[i].key) end++;
  return end - i;
}

/// Rows of a hash table that holds n entries: seven tenths full.
static size_t table_rows(size_t n) {
  return n + n * 3 / 7 + 1;
}

static bool make_names(writer *w, size_t n_keys, sm_vector *names, sm_vector *lists) {
  const sm_new_name *rows = w->b->names.items;
  size_t n = w->b->names.n;
  sm_vector scratch = SM_VECTOR(ranked);
  bool good = sm_vector_add(names, NULL, table_rows(n_keys));
  for (size_t i = 0, run; i < n && good; i += run) {
    run = run_length(rows, i, n);
    if (run == 1) {
      put_name(w, names, (sm_index_name){rows[i].key, rows[i].place, SM_NAME_SINGLE | rows[i].flags});
      continue;
    }
    put_name(w, names, (sm_index_name){rows[i].key, (uint32_t)lists->n, (uint32_t)run});
    good = add_list(w->b, rows + i, run, &scratch, lists) && lists->n < UINT32_MAX;
  }
  sm_vector_free(&scratch);
  w->meta.n_names = (uint32_t)n;
  return good;
}

/// Bits of the filter for each key: about one key in thirty that is none gets through.
enum { FILTER_BITS = 10 };

static void filter_add(sm_vector *filter, uint64_t key) {
  key &= ~15ull;
  SM_AT(*filter, uint64_t, sm_slot(key, filter->n)) |= sm_filter_bits(key);
}

/// The filter of all names and of the first words of names.
static bool make_filter(const sm_builder *b, size_t n_keys, sm_vector *filter) {
  const sm_new_name *rows = b->names.items;
  if (!sm_vector_add(filter, NULL, (b->n_words + n_keys) * FILTER_BITS / 64 + 1)) return false;
  for (size_t i = 0; i < b->names.n; i++) filter_add(filter, rows[i].key);
  for (size_t i = 0; i < b->words.n; i++)
    if (SM_AT(b->words, uint64_t, i)) filter_add(filter, SM_AT(b->words, uint64_t, i));
  return true;
}

static bool make_words(writer *w, sm_vector *words) {
  const sm_vector *set = &w->b->words;
  size_t rows = table_rows(w->b->n_words);
  if (!sm_vector_add(words, NULL, rows)) return false;
  uint64_t *table = words->items;
  for (size_t i = 0; i < set->n; i++) {
    uint64_t word = SM_AT(*set, uint64_t, i);
    if (!word) continue;
    size_t slot = sm_slot(word & ~15ull, rows);
    uint32_t probe = 0;
    for (; table[slot]; probe++) slot = slot + 1 < rows ? slot + 1 : 0;
    table[slot] = word;
    note_probe(w, probe);
  }
  return true;
}

static bool write_names(writer *w) {
  sm_builder *b = w->b;
  sm_vector names = SM_VECTOR(sm_index_name), lists = SM_VECTOR(sm_index_candidate),
            filter = SM_VECTOR(uint64_t), words = SM_VECTOR(uint64_t);
  sm_builder_sort_names(b);
  size_t n_keys = 0;
  for (size_t i = 0; i < b->names.n; i += run_length(b->names.items, i, b->names.n)) n_keys++;
  bool good = make_filter(b, n_keys, &filter);
  emit(w, SM_SECTION_FILTER, &filter);
  good = good && make_words(w, &words);
  emit(w, SM_SECTION_WORDS, &words);
  sm_vector_free(&b->words);
  good = good && make_names(w, n_keys, &names, &lists);
  sm_vector_free(&b->names);
  emit(w, SM_SECTION_NAMES, &names);
  emit(w, SM_SECTION_LISTS, &lists);
  return good;
}

static void put_id(writer *w, sm_vector *ids, uint64_t hash, uint32_t place) {
  uint32_t *slots = ids->items, probe = 0;
  size_t slot = sm_slot(hash, ids->n);
  for (; slots[slot]; probe++) slot = slot + 1 < ids->n ? slot + 1 : 0;
  slots[slot] = place;
  note_probe(w, probe);
}

static void put_number(writer *w, sm_vector *numbers, sm_index_numbered row) {
  sm_index_numbered *slots = numbers->items;
  size_t slot = sm_slot(sm_spread(row.number), numbers->n);
  uint32_t probe = 0;
  for (; slots[slot].number; probe++) slot = slot + 1 < numbers->n ? slot + 1 : 0;
  slots[slot] = row;
  note_probe(w, probe);
}

/// Look-ups of places by id and by GeoNames number, and the numbers that the base has too.
static bool write_place_tables(writer *w) {
  sm_builder *b = w->b;
  sm_vector ids = SM_VECTOR(uint32_t), numbers = SM_VECTOR(sm_index_numbered), shared = SM_VECTOR(uint32_t);
  const sm_index_detail *details = b->details.items;
  size_t n = b->details.n, numbered = 0;
  sm_vector_free(&b->ids);
  for (size_t p = 1; p < n; p++) numbered += details[p].geonames != 0;
  bool good = sm_vector_add(&ids, NULL, table_rows(n)) && sm_vector_add(&numbers, NULL, table_rows(numbered));
  for (size_t p = 1; p < n && good; p++) {
    uint32_t number = details[p].geonames;
    put_id(w, &ids, sm_index_id_hash(sm_builder_text(b, details[p].id)), (uint32_t)p);
    if (number) put_number(w, &numbers, (sm_index_numbered){number, (uint32_t)p});
    if (number && b->base && sm_gazetteer_has_number(b->base, number))
      good = sm_vector_add(&shared, &number, 1);
  }
  emit(w, SM_SECTION_IDS, &ids);
  emit(w, SM_SECTION_GEONAMES, &numbers);
  emit(w, SM_SECTION_SHARED, &shared);
  return good;
}

typedef struct near_frame {
  int west, south, east, north; ///< columns and rows of cells
} near_frame;

static near_frame frame_of(const sm_place_brief *briefs, size_t n) {
  near_frame f = {INT_MAX, INT_MAX, -1, -1};
  for (size_t p = 1; p < n; p++) {
    if (briefs[p].kind != SM_KIND_CITY) continue;
    int x = sm_column_of(briefs[p].lon, SM_NEAR_CELL), y = sm_row_of(briefs[p].lat, SM_NEAR_CELL);
    if (x < f.west) f.west = x;
    if (x > f.east) f.east = x;
    if (y < f.south) f.south = y;
    if (y > f.north) f.north = y;
  }
  return f;
}

static size_t near_cell(const sm_index_meta *m, const sm_place_brief *b) {
  size_t x = (size_t)(sm_column_of(b->lon, SM_NEAR_CELL) - m->near_west);
  size_t y = (size_t)(sm_row_of(b->lat, SM_NEAR_CELL) - m->near_south);
  return y * m->near_columns + x;
}

/// Populated places by cell of the grid: a counting sort.
static bool make_near(writer *w, sm_vector *near, sm_vector *near_places) {
  const sm_place_brief *briefs = w->b->briefs.items;
  size_t n = w->b->briefs.n, total = 0;
  near_frame f = frame_of(briefs, n);
  if (f.east < 0) return true;
  w->meta.near_west = f.west, w->meta.near_south = f.south;
  w->meta.near_columns = (uint32_t)(f.east - f.west + 1),
  w->meta.near_rows = (uint32_t)(f.north - f.south + 1);
  size_t cells = (size_t)w->meta.near_columns * w->meta.near_rows;
  if (!sm_vector_add(near, NULL, cells + 1)) return false;
  uint32_t *starts = near->items;
  for (size_t p = 1; p < n; p++)
    if (briefs[p].kind == SM_KIND_CITY) starts[near_cell(&w->meta, &briefs[p])]++, total++;
  for (size_t c = 0, sum = 0; c <= cells; c++) starts[c] = (uint32_t)(sum += starts[c]);
  if (!sm_vector_add(near_places, NULL, total)) return false;
  uint32_t *places = near_places->items;
  for (size_t p = n; p-- > 1;)
    if (briefs[p].kind == SM_KIND_CITY) places[--starts[near_cell(&w->meta, &briefs[p])]] = (uint32_t)p;
  return true;
}

static bool write_near(writer *w) {
  sm_vector near = SM_VECTOR(uint32_t), places = SM_VECTOR(uint32_t);
  bool good = make_near(w, &near, &places);
  emit(w, SM_SECTION_NEAR, &near);
  emit(w, SM_SECTION_NEAR_PLACES, &places);
  return good;
}

static int compare_likes(const void *pa, const void *pb) {
  const sm_new_like *a = pa, *b = pb;
  if (a->skeleton != b->skeleton) return a->skeleton < b->skeleton ? -1 : 1;
  if (a->place != b->place) return a->place > b->place ? -1 : 1;
  return (a->name > b->name) - (a->name < b->name);
}

static uint8_t byte_of_like(const void *row) {
  return (uint8_t)(((const sm_new_like *)row)->skeleton >> 24);
}

/// By skeleton, those of the most prominent places first.
static void sort_likes(sm_builder *b) {
  for (size_t i = 0; i < b->likes.n; i++) {
    sm_new_like *like = &SM_AT(b->likes, sm_new_like, i);
    like->place = prominence_of(b, like->place);
  }
  sort_rows(&b->likes, byte_of_like, compare_likes);
}

static void put_alike(writer *w, sm_vector *alike, sm_index_alike row) {
  sm_index_alike *table = alike->items;
  size_t slot = sm_slot(sm_spread(row.skeleton), alike->n);
  uint32_t probe = 0;
  for (; table[slot].skeleton; probe++) slot = slot + 1 < alike->n ? slot + 1 : 0;
  table[slot] = row;
  note_probe(w, probe);
}

/// Names of one skeleton are kept most prominent first; what lies beyond is never looked at.
enum { MOST_ALIKE = 512 };

/// The folded names of one skeleton, each once. False when out of memory.
static bool keep_likes(const sm_builder *b, const sm_new_like *likes, size_t n, sm_vector *lists,
                       sm_vector *folded) {
  uint64_t keys[MOST_ALIKE];
  size_t kept = 0;
  for (size_t i = 0; i < n && kept < MOST_ALIKE; i++) {
    char text[SM_ALIKE_MAX];
    sm_str name = {text, sm_alike_fold(sm_builder_text(b, likes[i].name), text)};
    uint64_t key = sm_alike_key(name);
    size_t k = 0;
    while (k < kept && keys[k] != key) k++;
    if (k < kept || name.len == 0) continue;
    keys[kept++] = key;
    unsigned char length = (unsigned char)name.len;
    uint32_t at = (uint32_t)folded->n;
    if (!sm_vector_add(lists, &at, 1) || !sm_vector_add(folded, &length, 1) ||
        !sm_vector_add(folded, text, name.len))
      return false;
  }
  return true;
}

static bool make_alike(writer *w, sm_vector *alike, sm_vector *lists, sm_vector *folded) {
  const sm_new_like *l = w->b->likes.items;
  size_t skeletons = 0, n = w->b->likes.n;
  for (size_t i = 0; i < n; i++) skeletons += i == 0 || l[i].skeleton != l[i - 1].skeleton;
  bool good = sm_vector_add(alike, NULL, table_rows(skeletons));
  for (size_t i = 0, end; good && i < n; i = end) {
    for (end = i + 1; end < n && l[end].skeleton == l[i].skeleton;) end++;
    sm_index_alike row = {l[i].skeleton, (uint32_t)lists->n, 0};
    good =
        keep_likes(w->b, l + i, end - i, lists, folded) && folded->n < UINT32_MAX - MOST_ALIKE * SM_ALIKE_MAX;
    row.n = (uint32_t)lists->n - row.first;
    if (good) put_alike(w, alike, row);
  }
  return good;
}

static bool write_alike(writer *w) {
  sm_vector alike = SM_VECTOR(sm_index_alike), lists = SM_VECTOR(uint32_t), folded = SM_VECTOR(char);
  sort_likes(w->b);
  bool good = make_alike(w, &alike, &lists, &folded);
  sm_vector_free(&w->b->likes);
  emit(w, SM_SECTION_ALIKE, &alike);
  emit(w, SM_SECTION_ALIKE_LISTS, &lists);
  emit(w, SM_SECTION_FOLDED, &folded);
  return good;
}

/// What the builder holds as it stands in the file.
static void write_rows(writer *w) {
  sm_builder *b = w->b;
  const struct {
    sm_section s;
    sm_vector *v;
  } all[] = {
      {SM_SECTION_BRIEFS, &b->briefs},
      {SM_SECTION_DETAILS, &b->details},
      {SM_SECTION_POOL, &b->pool},
      {SM_SECTION_PLACE_NAMES, &b->place_names},
      {SM_SECTION_EXTERNS, &b->externs},
      {SM_SECTION_UNITS, &b->units},
      {SM_SECTION_SOURCES, &b->sources},
      {SM_SECTION_SHAPES, &b->shapes},
      {SM_SECTION_RINGS, &b->rings},
      {SM_SECTION_BOXES, &b->boxes},
      {SM_SECTION_POINTS, &b->points},
      {SM_SECTION_CELLS, &b->cells},
      {SM_SECTION_CELL_LISTS, &b->cell_lists},
      {SM_SECTION_DISTRICTS, &b->districts},
      {SM_SECTION_WATERS, &b->waters},
      {SM_SECTION_NEIGHBOURS, &b->neighbours},
  };
  w->meta.n_places = (uint32_t)b->briefs.n - 1;
  w->meta.version = b->version;
  w->meta.attribution = b->attribution;
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) emit(w, all[i].s, all[i].v);
  write_section(w, SM_SECTION_META, &w->meta, sizeof w->meta);
}

static sm_status write_sections(writer *w, const char *path, sm_error *err) {
  w->at = sizeof w->header;
  fwrite(&w->header, sizeof w->header, 1, w->stream);
  bool good = !w->b->failed && write_names(w) && write_place_tables(w) && write_near(w) && write_alike(w);
  if (!good) return sm_fail(err, SM_ERROR_MEMORY, "%s: out of memory", path);
  write_rows(w);
  w->header.file_size = w->at;
  bool written = !fflush(w->stream) && !ferror(w->stream);
  return written ? SM_OK : sm_fail(err, SM_ERROR_IO, "%s: cannot be written", path);
}

static sm_status write_header(writer *w, const sm_output *out, const char *path, sm_error *err) {
  sm_index_header *h = &w->header;
  sm_mapping map;
  sm_status status = sm_mapping_open(sm_output_path(out), &map, err);
  if (status) return status;
  char hex[SM_SHA256_HEX];
  sm_sha256_hex(map.bytes + sizeof *h, map.len - sizeof *h, hex);
  sm_mapping_close(&map);
  memcpy(h->sha256, hex, sizeof h->sha256);
  h->hash = sm_index_header_hash(h);
  bool good = fseek(w->stream, 0, SEEK_SET) == 0 && fwrite(h, sizeof *h, 1, w->stream) == 1;
  return good ? SM_OK : sm_fail(err, SM_ERROR_IO, "%s: cannot be written", path);
}

sm_status sm_builder_write(sm_builder *b, const char *path, sm_error *err) {
  writer w = {.b = b,
              .header = {.format = SM_INDEX_FORMAT,
                         .fold = SM_FOLD_VERSION,
                         .byte_order = 0x01020304u,
                         .n_sections = SM_N_SECTIONS}};
  memcpy(w.header.magic, SM_INDEX_MAGIC, sizeof w.header.magic);
  sm_output *out = NULL;
  sm_status status = sm_output_open(path, &out, err);
  if (status) return status;
  w.stream = sm_output_stream(out);
  status = write_sections(&w, path, err);
  if (!status) status = write_header(&w, out, path, err);
  if (!status) return sm_output_commit(out, err);
  sm_output_discard(out);
  return status;
}
