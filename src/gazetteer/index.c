#include "index.h"

#include <stdlib.h>
#include <threads.h>

#include "fold.h"

static const size_t row_size[SM_N_SECTIONS] = {
    [SM_SECTION_META] = sizeof(sm_index_meta),
    [SM_SECTION_BRIEFS] = sizeof(sm_place_brief),
    [SM_SECTION_DETAILS] = sizeof(sm_index_detail),
    [SM_SECTION_POOL] = 1,
    [SM_SECTION_FILTER] = 8,
    [SM_SECTION_WORDS] = 8,
    [SM_SECTION_NAMES] = sizeof(sm_index_name),
    [SM_SECTION_LISTS] = sizeof(sm_index_candidate),
    [SM_SECTION_IDS] = 4,
    [SM_SECTION_GEONAMES] = sizeof(sm_index_numbered),
    [SM_SECTION_SHARED] = 4,
    [SM_SECTION_PLACE_NAMES] = 4,
    [SM_SECTION_EXTERNS] = 4,
    [SM_SECTION_UNITS] = sizeof(sm_index_unit),
    [SM_SECTION_SOURCES] = 4,
    [SM_SECTION_ALIKE] = sizeof(sm_index_alike),
    [SM_SECTION_ALIKE_LISTS] = 4,
    [SM_SECTION_FOLDED] = 1,
    [SM_SECTION_SHAPES] = sizeof(sm_index_shape),
    [SM_SECTION_RINGS] = sizeof(sm_index_ring),
    [SM_SECTION_BOXES] = sizeof(sm_index_box),
    [SM_SECTION_POINTS] = 8,
    [SM_SECTION_CELLS] = 4,
    [SM_SECTION_CELL_LISTS] = 4,
    [SM_SECTION_DISTRICTS] = 4,
    [SM_SECTION_WATERS] = 4,
    [SM_SECTION_NEIGHBOURS] = 4,
    [SM_SECTION_NEAR] = 4,
    [SM_SECTION_NEAR_PLACES] = 4,
};

static sm_status damaged(sm_error *err, const char *path, uint64_t offset, const char *what) {
  return sm_fail_at(err, SM_ERROR_FORMAT, offset, 0, "%s: damaged gazetteer at byte %llu: %s", path,
                    (unsigned long long)offset, what);
}

static sm_status check_header(const char *path, const sm_mapping *map, sm_error *err) {
  const sm_index_header *h = (const sm_index_header *)map->bytes;
  if (map->len < sizeof h->magic || memcmp(h->magic, SM_INDEX_MAGIC, sizeof h->magic) != 0)
    return sm_fail_at(err, SM_ERROR_FORMAT, 0, 0, "%s: not a compiled gazetteer", path);
  if (map->len < sizeof *h) return damaged(err, path, map->len, "cut short");
  if (h->byte_order != 0x01020304u)
    return damaged(err, path, offsetof(sm_index_header, byte_order), "byte order");
  if (h->format != SM_INDEX_FORMAT)
    return sm_fail(err, SM_ERROR_VERSION, "%s: gazetteer of format %u, not %u: rebuild it", path, h->format,
                   SM_INDEX_FORMAT);
  if (sm_index_header_hash(h) != h->hash) return damaged(err, path, 0, "checksum of the header");
  if (h->fold != SM_FOLD_VERSION)
    return sm_fail(err, SM_ERROR_VERSION, "%s: gazetteer of folding %u, not %u: rebuild it", path, h->fold,
                   (unsigned)SM_FOLD_VERSION);
  if (h->n_sections != SM_N_SECTIONS) return damaged(err, path, 0, "number of sections");
  if (h->file_size != map->len)
    return damaged(err, path, map->len, map->len < h->file_size ? "cut short" : "too long");
  return SM_OK;
}

/// A file above this is checked by its header and lengths alone when it is opened, so that a large one opens
/// as fast as a small one; sm_gazetteer_check checks it whole.
#define CHECK_AT_OPEN ((uint64_t)16 << 20)

static uint64_t padded(uint64_t size) {
  return (size + SM_INDEX_ALIGN - 1) / SM_INDEX_ALIGN * SM_INDEX_ALIGN;
}

static const sm_index_extent *extents_of(const sm_mapping *map) {
  return ((const sm_index_header *)map->bytes)->sections;
}

static sm_status check_extents(const char *path, const sm_mapping *map, sm_error *err) {
  for (int s = 0; s < SM_N_SECTIONS; s++) {
    const sm_index_extent *e = &extents_of(map)[s];
    if (e->size > map->len || e->offset > map->len || padded(e->size) > map->len - e->offset ||
        e->offset % SM_INDEX_ALIGN || e->size % row_size[s])
      return damaged(err, path, e->offset, "section");
  }
  return SM_OK;
}

/// Sections are hashed by a few threads: most of the time goes into waiting for memory.
enum { CHECKERS = 3, WORTH_A_THREAD = 1 << 20 };

typedef struct checker {
  const sm_mapping *map;
  int part, n_parts;
  int bad; ///< section, or -1
} checker;

static int check_part(void *user) {
  checker *c = user;
  c->bad = -1;
  uint64_t before = 0;
  for (int s = 0; s < SM_N_SECTIONS; s++) {
    const sm_index_extent *e = &extents_of(c->map)[s];
    int part = (int)(before * (uint64_t)c->n_parts / c->map->len);
    if (part >= c->n_parts) part = c->n_parts - 1;
    before += e->size;
    if (part != c->part || XXH3_64bits(c->map->bytes + e->offset, padded(e->size)) == e->hash) continue;
    c->bad = s;
    break;
  }
  return 0;
}

static sm_status check_content(const char *path, const sm_mapping *map, sm_error *err) {
  checker parts[CHECKERS];
  thrd_t threads[CHECKERS];
  bool started[CHECKERS] = {false};
  int n = map->len < WORTH_A_THREAD ? 1 : CHECKERS;
  for (int i = 0; i < n; i++) {
    parts[i] = (checker){map, i, n, -1};
    started[i] = i + 1 < n && thrd_create(&threads[i], check_part, &parts[i]) == thrd_success;
    if (!started[i]) check_part(&parts[i]);
  }
  int bad = -1;
  for (int i = 0; i < n; i++) {
    if (started[i]) thrd_join(threads[i], NULL);
    if (parts[i].bad >= 0 && (bad < 0 || parts[i].bad < bad)) bad = parts[i].bad;
  }
  return bad < 0 ? SM_OK : damaged(err, path, extents_of(map)[bad].offset, "checksum of a section");
}

/// Longest run of slots that a look-up may have to go through; tables seven tenths full stay far below it.
enum { LONGEST_PROBE = 4096 };

/// What the readers rely on beyond bounds.
static sm_status check_rows(const char *path, const sm_index *index, sm_error *err) {
  const sm_index_meta *meta = index->meta;
  bool good = index->n[SM_SECTION_META] == 1 && meta->n_places < SM_EXTERN &&
              meta->longest_probe <= LONGEST_PROBE &&
              index->n[SM_SECTION_BRIEFS] == (size_t)meta->n_places + 1 &&
              index->n[SM_SECTION_DETAILS] == (size_t)meta->n_places + 1 && index->n[SM_SECTION_POOL] > 0;
  return good ? SM_OK : damaged(err, path, 0, "sections do not fit together");
}

sm_status sm_index_open(const char *path, bool whole, sm_index *out, sm_error *err) {
  *out = (sm_index){0};
  sm_status status = sm_mapping_open(path, &out->map, err);
  if (!status) status = check_header(path, &out->map, err);
  if (!status) status = check_extents(path, &out->map, err);
  if (!status && (whole || out->map.len <= CHECK_AT_OPEN)) status = check_content(path, &out->map, err);
  if (!status) {
    const sm_index_header *h = (const sm_index_header *)out->map.bytes;
    for (int s = 0; s < SM_N_SECTIONS; s++) {
      out->rows[s] = out->map.bytes + h->sections[s].offset;
      out->n[s] = h->sections[s].size / row_size[s];
    }
    memcpy(out->sha256, h->sha256, sizeof h->sha256);
    out->meta = out->rows[SM_SECTION_META];
    status = check_rows(path, out, err);
  }
  if (!status) {
    out->n_places = out->meta->n_places;
    out->longest_probe = out->meta->longest_probe;
    size_t n = strlen(path) + 1;
    out->path = malloc(n);
    out->externs = calloc(out->n[SM_SECTION_EXTERNS] + 1, sizeof *out->externs);
    if (out->path) memcpy(out->path, path, n);
    if (!out->path || !out->externs) status = sm_fail(err, SM_ERROR_MEMORY, "%s: out of memory", path);
  }
  if (status) sm_index_close(out);
  return status;
}

void sm_index_close(sm_index *index) {
  sm_mapping_close(&index->map);
  free(index->path);
  free(index->externs);
  free(index->replaced);
  free(index->hidden);
  free(index->adm2_of);
  *index = (sm_index){0};
}

sm_str sm_index_string(const sm_index *index, uint32_t offset) {
  const unsigned char *pool = index->rows[SM_SECTION_POOL];
  size_t end = index->n[SM_SECTION_POOL];
  if (offset >= end) return SM_STR("");
  size_t len = pool[offset++];
  if (len >= 0x80) {
    if (offset >= end) return SM_STR("");
    len = (len & 0x7f) | (size_t)pool[offset++] << 7;
  }
  return len <= end - offset ? (sm_str){(const char *)pool + offset, len} : SM_STR("");
}

uint64_t sm_index_id_hash(sm_str id) {
  return XXH3_64bits(id.ptr, id.len);
}

uint32_t sm_index_by_id(const sm_index *index, sm_str id) {
  const uint32_t *table = index->rows[SM_SECTION_IDS];
  size_t n = index->n[SM_SECTION_IDS];
  if (n == 0) return 0;
  size_t slot = sm_slot(sm_index_id_hash(id), n);
  for (uint32_t i = 0; i <= index->longest_probe && table[slot]; i++, slot = slot + 1 < n ? slot + 1 : 0) {
    const sm_index_detail *d = SM_INDEX_ROW(index, SM_SECTION_DETAILS, sm_index_detail, table[slot]);
    if (d && sm_str_equal(sm_index_string(index, d->id), id)) return table[slot];
  }
  return 0;
}

const sm_index *sm_index_of(const sm_gazetteer *gazetteer, sm_place_ref ref, uint32_t *local) {
  for (size_t i = gazetteer->n; i-- > 0;) {
    const sm_index *f = &gazetteer->files[i];
    if (ref > f->base && ref - f->base <= f->n_places) {
      *local = ref - f->base;
      return f;
    }
  }
  return NULL;
}

uint32_t sm_prominence(const sm_place_brief *b) {
  static const uint32_t worth[] = {
      [SM_KIND_UNKNOWN] = 100,    [SM_KIND_COUNTRY] = 100000000, [SM_KIND_ADM1] = 500000,
      [SM_KIND_ADM2] = 20000,     [SM_KIND_CITY] = 100,          [SM_KIND_SEA] = 5000000,
      [SM_KIND_STRAIT] = 5000000, [SM_KIND_LAKE] = 100000,       [SM_KIND_RIVER] = 100000,
      [SM_KIND_ISLAND] = 50000,   [SM_KIND_MOUNTAIN] = 50000,    [SM_KIND_REGION] = 3000000,
      [SM_KIND_BORDER] = 500000,  [SM_KIND_AIRPORT] = 2000,      [SM_KIND_BASE] = 20000,
      [SM_KIND_SITE] = 20000,
  };
  uint64_t p = (uint64_t)b->population + (b->kind <= SM_KIND_SITE ? worth[b->kind] : 0);
  if (b->flags & SM_PLACE_CAPITAL) p += 3000000;
  if (b->flags & SM_PLACE_ADM1_SEAT) p += 100000;
  if (b->flags & SM_PLACE_ADM2_SEAT) p += 2000;
  if (b->flags & SM_PLACE_CONTINENT) p += 200000000;
  if (b->flags & (SM_PLACE_SUBURB | SM_PLACE_HISTORICAL)) p /= 4;
  return p > UINT32_MAX ? UINT32_MAX : (uint32_t)p;
}
