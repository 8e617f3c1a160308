#include <limits.h>
#include <stdlib.h>

#include "builder.h"
#include "fold.h"
#include "sha256.h"
#include "shape.h"

/// A section in the making: borrowed or own rows.
typedef struct section {
  const void *bytes;
  size_t size;
} section;

typedef struct writer {
  sm_builder *b;
  section sections[SM_N_SECTIONS];
  size_t n_keys;                                                ///< of names
  sm_vector filter, words, names, lists, geonames, shared, ids; ///< made here
  sm_vector alike, alike_lists, folded;
  sm_vector near, near_places;
  sm_index_meta meta;
} writer;

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

void sm_builder_sort_names(sm_builder *b) {
  sm_new_name *rows = b->names.items;
  size_t n = 0;
  if (b->names.n) qsort(rows, b->names.n, sizeof *rows, compare_names);
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

static bool add_list(writer *w, const sm_new_name *names, size_t n, sm_vector *scratch) {
  scratch->n = 0;
  if (!sm_vector_add(scratch, NULL, n)) return false;
  ranked *list = scratch->items;
  for (size_t i = 0; i < n; i++)
    list[i] = (ranked){prominence_of(w->b, names[i].place), {names[i].place, names[i].flags}};
  qsort(list, n, sizeof *list, compare_ranked);
  for (size_t i = 0; i < n; i++)
    if (!sm_vector_add(&w->lists, &list[i].candidate, 1)) return false;
  return true;
}

static void put_name(writer *w, sm_index_name name) {
  sm_index_name *table = w->names.items;
  size_t slot = sm_slot(name.key, w->names.n);
  uint32_t probe = 0;
  for (; table[slot].key; probe++) slot = slot + 1 < w->names.n ? slot + 1 : 0;
  table[slot] = name;
  if (probe > w->meta.longest_probe) w->meta.longest_probe = probe;
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

static bool make_names(writer *w) {
  const sm_new_name *rows = w->b->names.items;
  size_t n = w->b->names.n;
  for (size_t i = 0; i < n; i += run_length(rows, i, n)) w->n_keys++;
  sm_vector scratch = SM_VECTOR(ranked);
  bool good = sm_vector_add(&w->names, NULL, table_rows(w->n_keys));
  for (size_t i = 0, run; i < n && good; i += run) {
    run = run_length(rows, i, n);
    if (run == 1) {
      put_name(w, (sm_index_name){rows[i].key, rows[i].place, SM_NAME_SINGLE | rows[i].flags});
      continue;
    }
    put_name(w, (sm_index_name){rows[i].key, (uint32_t)w->lists.n, (uint32_t)run});
    good = add_list(w, rows + i, run, &scratch) && w->lists.n < UINT32_MAX;
  }
  sm_vector_free(&scratch);
  w->meta.n_names = (uint32_t)n;
  return good;
}

/// Bits of the filter for each key: about one key in thirty that is none gets through.
enum { FILTER_BITS = 10 };

static void filter_add(writer *w, uint64_t key) {
  key &= ~15ull;
  SM_AT(w->filter, uint64_t, sm_slot(key, w->filter.n)) |= sm_filter_bits(key);
}

static bool make_words(writer *w) {
  const sm_vector *set = &w->b->words;
  size_t rows = table_rows(w->b->n_words);
  if (!sm_vector_add(&w->words, NULL, rows)) return false;
  if (!sm_vector_add(&w->filter, NULL, (w->b->n_words + w->n_keys) * FILTER_BITS / 64 + 1)) return false;
  uint64_t *table = w->words.items;
  for (size_t i = 0; i < set->n; i++) {
    uint64_t word = SM_AT(*set, uint64_t, i);
    if (!word) continue;
    size_t slot = sm_slot(word & ~15ull, rows);
    uint32_t probe = 0;
    for (; table[slot]; probe++) slot = slot + 1 < rows ? slot + 1 : 0;
    table[slot] = word;
    filter_add(w, word);
    if (probe > w->meta.longest_probe) w->meta.longest_probe = probe;
  }
  for (size_t i = 0; i < w->names.n; i++) {
    uint64_t key = SM_AT(w->names, sm_index_name, i).key;
    if (key) filter_add(w, key);
  }
  return true;
}

static void put_id(writer *w, uint64_t hash, uint32_t place) {
  uint32_t *slots = w->ids.items, probe = 0;
  size_t slot = sm_slot(hash, w->ids.n);
  for (; slots[slot]; probe++) slot = slot + 1 < w->ids.n ? slot + 1 : 0;
  slots[slot] = place;
  if (probe > w->meta.longest_probe) w->meta.longest_probe = probe;
}

static void put_number(writer *w, sm_index_numbered row) {
  sm_index_numbered *slots = w->geonames.items;
  size_t slot = sm_slot(sm_spread(row.number), w->geonames.n);
  uint32_t probe = 0;
  for (; slots[slot].number; probe++) slot = slot + 1 < w->geonames.n ? slot + 1 : 0;
  slots[slot] = row;
  if (probe > w->meta.longest_probe) w->meta.longest_probe = probe;
}

static bool make_place_tables(writer *w) {
  const sm_index_detail *details = w->b->details.items;
  size_t n = w->b->details.n, numbered = 0;
  for (size_t p = 1; p < n; p++) numbered += details[p].geonames != 0;
  if (!sm_vector_add(&w->ids, NULL, table_rows(n)) ||
      !sm_vector_add(&w->geonames, NULL, table_rows(numbered)))
    return false;
  for (size_t p = 1; p < n; p++) {
    put_id(w, sm_index_id_hash(sm_builder_text(w->b, details[p].id)), (uint32_t)p);
    if (details[p].geonames) put_number(w, (sm_index_numbered){details[p].geonames, (uint32_t)p});
    if (details[p].geonames && w->b->base && sm_gazetteer_has_number(w->b->base, details[p].geonames) &&
        !sm_vector_add(&w->shared, &details[p].geonames, 1))
      return false;
  }
  return true;
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
static bool make_near(writer *w) {
  const sm_place_brief *briefs = w->b->briefs.items;
  size_t n = w->b->briefs.n, total = 0;
  near_frame f = frame_of(briefs, n);
  if (f.east < 0) return true;
  w->meta.near_west = f.west, w->meta.near_south = f.south;
  w->meta.near_columns = (uint32_t)(f.east - f.west + 1),
  w->meta.near_rows = (uint32_t)(f.north - f.south + 1);
  size_t cells = (size_t)w->meta.near_columns * w->meta.near_rows;
  if (!sm_vector_add(&w->near, NULL, cells + 1)) return false;
  uint32_t *starts = w->near.items;
  for (size_t p = 1; p < n; p++)
    if (briefs[p].kind == SM_KIND_CITY) starts[near_cell(&w->meta, &briefs[p])]++, total++;
  for (size_t c = 0, sum = 0; c <= cells; c++) starts[c] = (uint32_t)(sum += starts[c]);
  if (!sm_vector_add(&w->near_places, NULL, total)) return false;
  uint32_t *places = w->near_places.items;
  for (size_t p = n; p-- > 1;)
    if (briefs[p].kind == SM_KIND_CITY) places[--starts[near_cell(&w->meta, &briefs[p])]] = (uint32_t)p;
  return true;
}

static int compare_likes(const void *pa, const void *pb) {
  const sm_new_like *a = pa, *b = pb;
  if (a->skeleton != b->skeleton) return a->skeleton < b->skeleton ? -1 : 1;
  if (a->place != b->place) return a->place > b->place ? -1 : 1;
  if (a->key != b->key) return a->key < b->key ? -1 : 1;
  return (a->folded > b->folded) - (a->folded < b->folded);
}

/// By skeleton, those of the most prominent places first.
static void sort_likes(sm_builder *b) {
  for (size_t i = 0; i < b->likes.n; i++) {
    sm_new_like *like = &SM_AT(b->likes, sm_new_like, i);
    like->place = prominence_of(b, like->place);
  }
  if (b->likes.n) qsort(b->likes.items, b->likes.n, sizeof(sm_new_like), compare_likes);
}

static void put_alike(writer *w, sm_index_alike row) {
  sm_index_alike *table = w->alike.items;
  size_t slot = sm_slot(sm_spread(row.skeleton), w->alike.n);
  uint32_t probe = 0;
  for (; table[slot].skeleton; probe++) slot = slot + 1 < w->alike.n ? slot + 1 : 0;
  table[slot] = row;
  if (probe > w->meta.longest_probe) w->meta.longest_probe = probe;
}

static bool has_key(const sm_vector *keys, uint64_t key) {
  for (size_t i = 0; i < keys->n; i++)
    if (SM_AT(*keys, uint64_t, i) == key) return true;
  return false;
}

/// Names of one skeleton are kept most prominent first; what lies beyond is never looked at.
enum { MOST_ALIKE = 64 };

/// The folded name goes into the file once and into the list of its skeleton.
static bool keep_like(writer *w, const sm_new_like *like) {
  const unsigned char *from = (const unsigned char *)w->b->folded.items + like->folded;
  uint32_t at = (uint32_t)w->folded.n;
  return sm_vector_add(&w->folded, from, 1u + *from) && sm_vector_add(&w->alike_lists, &at, 1);
}

static bool make_alike(writer *w) {
  sm_vector keys = SM_VECTOR(uint64_t);
  sort_likes(w->b);
  const sm_new_like *l = w->b->likes.items;
  size_t skeletons = 0, n = w->b->likes.n;
  for (size_t i = 0; i < n; i++) skeletons += i == 0 || l[i].skeleton != l[i - 1].skeleton;
  bool good = sm_vector_add(&w->alike, NULL, table_rows(skeletons));
  for (size_t i = 0, end; good && i < n; i = end) {
    sm_index_alike row = {l[i].skeleton, (uint32_t)w->alike_lists.n, 0};
    keys.n = 0;
    for (end = i; end < n && l[end].skeleton == l[i].skeleton; end++) {
      if (!good || keys.n == MOST_ALIKE || has_key(&keys, l[end].key)) continue;
      good = sm_vector_add(&keys, &l[end].key, 1) && keep_like(w, &l[end]);
    }
    row.n = (uint32_t)keys.n;
    put_alike(w, row);
  }
  sm_vector_free(&keys);
  return good;
}

static void set(writer *w, sm_section s, const sm_vector *v) {
  w->sections[s] = (section){v->items, v->n * v->size};
}

static void gather(writer *w) {
  sm_builder *b = w->b;
  w->meta.n_places = (uint32_t)b->briefs.n - 1;
  w->meta.version = b->version;
  w->meta.attribution = b->attribution;
  w->sections[SM_SECTION_META] = (section){&w->meta, sizeof w->meta};
  const struct {
    sm_section s;
    const sm_vector *v;
  } all[] = {
      {SM_SECTION_BRIEFS, &b->briefs},
      {SM_SECTION_DETAILS, &b->details},
      {SM_SECTION_POOL, &b->pool},
      {SM_SECTION_FILTER, &w->filter},
      {SM_SECTION_WORDS, &w->words},
      {SM_SECTION_NAMES, &w->names},
      {SM_SECTION_LISTS, &w->lists},
      {SM_SECTION_IDS, &w->ids},
      {SM_SECTION_GEONAMES, &w->geonames},
      {SM_SECTION_SHARED, &w->shared},
      {SM_SECTION_PLACE_NAMES, &b->place_names},
      {SM_SECTION_EXTERNS, &b->externs},
      {SM_SECTION_UNITS, &b->units},
      {SM_SECTION_SOURCES, &b->sources},
      {SM_SECTION_ALIKE, &w->alike},
      {SM_SECTION_ALIKE_LISTS, &w->alike_lists},
      {SM_SECTION_FOLDED, &w->folded},
      {SM_SECTION_SHAPES, &b->shapes},
      {SM_SECTION_RINGS, &b->rings},
      {SM_SECTION_BOXES, &b->boxes},
      {SM_SECTION_POINTS, &b->points},
      {SM_SECTION_CELLS, &b->cells},
      {SM_SECTION_CELL_LISTS, &b->cell_lists},
      {SM_SECTION_DISTRICTS, &b->districts},
      {SM_SECTION_WATERS, &b->waters},
      {SM_SECTION_NEIGHBOURS, &b->neighbours},
      {SM_SECTION_NEAR, &w->near},
      {SM_SECTION_NEAR_PLACES, &w->near_places},
  };
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) set(w, all[i].s, all[i].v);
}

static uint64_t padded(uint64_t size) {
  return (size + SM_INDEX_ALIGN - 1) / SM_INDEX_ALIGN * SM_INDEX_ALIGN;
}

static uint64_t hash_section(const section *s) {
  static const char zeros[SM_INDEX_ALIGN];
  XXH3_state_t *state = XXH3_createState();
  if (!state) return 0;
  XXH3_64bits_reset(state);
  if (s->size) XXH3_64bits_update(state, s->bytes, s->size);
  XXH3_64bits_update(state, zeros, padded(s->size) - s->size);
  uint64_t hash = XXH3_64bits_digest(state);
  XXH3_freeState(state);
  return hash;
}

static sm_status write_sections(writer *w, FILE *f, sm_index_header *h, sm_error *err) {
  static const char zeros[SM_INDEX_ALIGN];
  uint64_t at = sizeof *h;
  fwrite(h, sizeof *h, 1, f);
  for (int s = 0; s < SM_N_SECTIONS; s++) {
    const section *from = &w->sections[s];
    h->sections[s] = (sm_index_extent){at, from->size, hash_section(from)};
    if (from->size) fwrite(from->bytes, 1, from->size, f);
    fwrite(zeros, 1, padded(from->size) - from->size, f);
    at += padded(from->size);
  }
  h->file_size = at;
  return fflush(f) || ferror(f) ? sm_fail(err, SM_ERROR_IO, "cannot write the gazetteer") : SM_OK;
}

static sm_status write_header(sm_index_header *h, sm_output *out, sm_error *err) {
  sm_mapping map;
  sm_status status = sm_mapping_open(sm_output_path(out), &map, err);
  if (status) return status;
  char hex[SM_SHA256_HEX];
  size_t body = sizeof *h;
  sm_sha256_hex(map.bytes + body, map.len - body, hex);
  sm_mapping_close(&map);
  memcpy(h->sha256, hex, sizeof h->sha256);
  h->hash = sm_index_header_hash(h);
  FILE *f = sm_output_stream(out);
  bool good = fseek(f, 0, SEEK_SET) == 0 && fwrite(h, sizeof *h, 1, f) == 1;
  return good ? SM_OK : sm_fail(err, SM_ERROR_IO, "cannot write the gazetteer");
}

static sm_status write_file(writer *w, const char *path, sm_error *err) {
  sm_index_header h = {.format = SM_INDEX_FORMAT,
                       .fold = SM_FOLD_VERSION,
                       .byte_order = 0x01020304u,
                       .n_sections = SM_N_SECTIONS};
  memcpy(h.magic, SM_INDEX_MAGIC, sizeof h.magic);
  sm_output *out = NULL;
  sm_status status = sm_output_open(path, &out, err);
  if (!status) status = write_sections(w, sm_output_stream(out), &h, err);
  if (!status) status = write_header(&h, out, err);
  if (!status) return sm_output_commit(out, err);
  sm_output_discard(out);
  return status;
}

sm_status sm_builder_write(sm_builder *b, const char *path, sm_error *err) {
  writer w = {.b = b,
              .filter = SM_VECTOR(uint64_t),
              .words = SM_VECTOR(uint64_t),
              .names = SM_VECTOR(sm_index_name),
              .lists = SM_VECTOR(sm_index_candidate),
              .geonames = SM_VECTOR(sm_index_numbered),
              .shared = SM_VECTOR(uint32_t),
              .ids = SM_VECTOR(uint32_t),
              .alike = SM_VECTOR(sm_index_alike),
              .alike_lists = SM_VECTOR(uint32_t),
              .folded = SM_VECTOR(char),
              .near = SM_VECTOR(uint32_t),
              .near_places = SM_VECTOR(uint32_t)};
  sm_builder_sort_names(b);
  bool good = !b->failed && make_names(&w) && make_words(&w) && make_place_tables(&w) && make_near(&w) &&
              make_alike(&w);
  sm_status status = good ? SM_OK : sm_fail(err, SM_ERROR_MEMORY, "%s: out of memory", path);
  gather(&w);
  if (!status) status = write_file(&w, path, err);
  sm_vector *own[] = {&w.filter, &w.words, &w.names,       &w.lists,  &w.geonames, &w.shared,
                      &w.ids,    &w.alike, &w.alike_lists, &w.folded, &w.near,     &w.near_places};
  for (size_t i = 0; i < sizeof own / sizeof *own; i++) sm_vector_free(own[i]);
  return status;
}
