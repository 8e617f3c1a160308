#include "builder.h"

#include <math.h>
#include <stdlib.h>

#include "alike.h"
#include "decode.h"
#include "fold.h"

void sm_builder_init(sm_builder *b, const sm_gazetteer *base) {
  *b = (sm_builder){
      .briefs = SM_VECTOR(sm_place_brief),
      .details = SM_VECTOR(sm_index_detail),
      .units = SM_VECTOR(sm_index_unit),
      .pool = SM_VECTOR(char),
      .place_names = SM_VECTOR(uint32_t),
      .sources = SM_VECTOR(uint32_t),
      .externs = SM_VECTOR(uint32_t),
      .names = SM_VECTOR(sm_new_name),
      .likes = SM_VECTOR(sm_new_like),
      .words = SM_VECTOR(uint64_t),
      .ids = SM_VECTOR(uint32_t),
      .extern_refs = SM_VECTOR(sm_place_ref),
      .extern_rows = SM_VECTOR(uint32_t),
      .shapes = SM_VECTOR(sm_index_shape),
      .rings = SM_VECTOR(sm_index_ring),
      .boxes = SM_VECTOR(sm_index_box),
      .points = SM_VECTOR(int32_t[2]),
      .cells = SM_VECTOR(uint32_t),
      .cell_lists = SM_VECTOR(uint32_t),
      .districts = SM_VECTOR(uint32_t),
      .waters = SM_VECTOR(uint32_t),
      .neighbours = SM_VECTOR(uint32_t),
      .base = base,
  };
  b->failed = !sm_vector_add(&b->briefs, NULL, 1) || !sm_vector_add(&b->details, NULL, 1) ||
              !sm_vector_add(&b->pool, NULL, 1);
}

void sm_builder_free(sm_builder *b) {
  sm_vector *all[] = {&b->briefs,  &b->details,     &b->units,       &b->pool,       &b->place_names,
                      &b->sources, &b->externs,     &b->names,       &b->likes,      &b->words,
                      &b->ids,     &b->extern_refs, &b->extern_rows, &b->shapes,     &b->rings,
                      &b->boxes,   &b->points,      &b->cells,       &b->cell_lists, &b->districts,
                      &b->waters,  &b->neighbours};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) sm_vector_free(all[i]);
}

static bool add(sm_builder *b, sm_vector *v, const void *items, size_t n) {
  if (!b->failed && !sm_vector_add(v, items, n)) b->failed = true;
  return !b->failed;
}

static bool is_ascii(sm_str name) {
  for (size_t i = 0; i < name.len; i++)
    if ((unsigned char)name.ptr[i] >= 0x80) return false;
  return true;
}

static uint32_t add_string(sm_builder *b, sm_str text) {
  if (text.len > SM_INDEX_NAME_MAX) {
    text.len = SM_INDEX_NAME_MAX;
    while (text.len && ((unsigned char)text.ptr[text.len] & 0xc0) == 0x80) text.len--;
  }
  if (text.len == 0 || b->pool.n > UINT32_MAX - SM_INDEX_NAME_MAX - 2) return 0;
  uint32_t offset = (uint32_t)b->pool.n;
  unsigned char length[2] = {(unsigned char)text.len, 0};
  if (text.len >= 0x80)
    length[0] = (unsigned char)(text.len & 0x7f) | 0x80, length[1] = (unsigned char)(text.len >> 7);
  if (!add(b, &b->pool, length, text.len >= 0x80 ? 2 : 1) || !add(b, &b->pool, text.ptr, text.len)) return 0;
  return offset;
}

uint32_t sm_builder_string(sm_builder *b, sm_str text) {
  if (is_ascii(text)) return add_string(b, text);
  sm_buffer valid = {0};
  uint64_t first_invalid;
  if (sm_decode(text, &valid, &first_invalid, NULL)) b->failed = true;
  uint32_t offset = add_string(b, sm_buffer_str(&valid));
  sm_buffer_free(&valid);
  return offset;
}

sm_str sm_builder_text(const sm_builder *b, uint32_t offset) {
  sm_index view = {.rows = {[SM_SECTION_POOL] = b->pool.items}, .n = {[SM_SECTION_POOL] = b->pool.n}};
  return sm_index_string(&view, offset);
}

/// Row of a source, at most 256 of them: the last stands for all further ones.
static uint8_t source_row(sm_builder *b, sm_str source) {
  size_t i = 0;
  for (; i < b->sources.n; i++)
    if (sm_str_equal(sm_builder_text(b, SM_AT(b->sources, uint32_t, i)), source)) return (uint8_t)i;
  if (i > UINT8_MAX) return UINT8_MAX;
  uint32_t offset = sm_builder_string(b, source);
  add(b, &b->sources, &offset, 1);
  return (uint8_t)i;
}

static void ids_insert(sm_builder *b, uint32_t place) {
  uint32_t *table = b->ids.items;
  size_t n = b->ids.n;
  size_t slot = sm_slot(sm_index_id_hash(sm_builder_text(b, sm_builder_detail(b, place)->id)), n);
  while (table[slot]) slot = slot + 1 < n ? slot + 1 : 0;
  table[slot] = place;
}

static void ids_add(sm_builder *b, uint32_t place) {
  if ((size_t)place * 10 / 7 + 1 >= b->ids.n) {
    size_t n = b->ids.n ? b->ids.n * 2 : 1024;
    b->ids.n = 0;
    if (!add(b, &b->ids, NULL, n)) return;
    for (uint32_t p = 1; p < place; p++) ids_insert(b, p);
  }
  ids_insert(b, place);
}

uint32_t sm_builder_by_id(const sm_builder *b, sm_str id) {
  const uint32_t *table = b->ids.items;
  size_t n = b->ids.n;
  if (n == 0 || id.len == 0) return 0;
  for (size_t slot = sm_slot(sm_index_id_hash(id), n); table[slot]; slot = slot + 1 < n ? slot + 1 : 0)
    if (sm_str_equal(sm_builder_text(b, sm_builder_detail(b, table[slot])->id), id)) return table[slot];
  return 0;
}

/// Fitted by eye to towns: GeoNames points lie at the middle of a place; built-up areas hold about 5,000
/// people a square kilometre, small ones fewer. Other kinds: half the usual length of such a thing.
double sm_default_radius(sm_place_kind kind, uint32_t population) {
  static const double metres[] = {
      [SM_KIND_UNKNOWN] = 2000,  [SM_KIND_COUNTRY] = 300000, [SM_KIND_ADM1] = 80000,
      [SM_KIND_ADM2] = 25000,    [SM_KIND_CITY] = 1000,      [SM_KIND_SEA] = 200000,
      [SM_KIND_STRAIT] = 40000,  [SM_KIND_LAKE] = 10000,     [SM_KIND_RIVER] = 100000,
      [SM_KIND_ISLAND] = 10000,  [SM_KIND_MOUNTAIN] = 10000, [SM_KIND_REGION] = 100000,
      [SM_KIND_BORDER] = 100000, [SM_KIND_AIRPORT] = 3000,   [SM_KIND_BASE] = 3000,
      [SM_KIND_SITE] = 1000,
  };
  if (kind != SM_KIND_CITY) return metres[kind];
  double r = sqrt(population / 5000.0 / 3.14159265358979323846) * 1000;
  return r < 1000 ? 1000 : r > 30000 ? 30000 : r;
}

static void index_name(sm_builder *b, uint32_t place, sm_str name, uint32_t offset, uint32_t flags);

uint32_t sm_builder_add(sm_builder *b, const sm_new_place *p) {
  uint32_t place = (uint32_t)b->briefs.n;
  if (place >= SM_EXTERN - 1) b->failed = true;
  sm_place_brief brief = {.lon = (float)p->lon,
                          .lat = (float)p->lat,
                          .population = p->population,
                          .country = p->country,
                          .adm1 = p->adm1,
                          .adm2 = p->adm2,
                          .flags = (uint16_t)p->flags,
                          .kind = (uint8_t)p->kind};
  sm_index_detail detail = {
      .lon = (int32_t)lround(p->lon * SM_DEGREE),
      .lat = (int32_t)lround(p->lat * SM_DEGREE),
      .radius_m = (float)(p->radius_m > 0 ? p->radius_m : sm_default_radius(p->kind, p->population)),
      .id = sm_builder_string(b, p->id),
      .name = sm_builder_string(b, p->name),
      .names = (uint32_t)b->place_names.n,
      .source = source_row(b, p->source),
      .geonames = p->geonames};
  if (p->iso3.len == 3) memcpy(detail.iso3, p->iso3.ptr, 3);
  if (p->disputed.len == 3) memcpy(detail.disputed, p->disputed.ptr, 3);
  if (!add(b, &b->briefs, &brief, 1) || !add(b, &b->details, &detail, 1)) return 0;
  ids_add(b, place);
  index_name(b, place, p->name, detail.name, SM_NAME_MAIN);
  return b->failed ? 0 : place;
}

void sm_builder_alias(sm_builder *b, uint32_t place, sm_str name, uint32_t flags) {
  sm_index_detail *d = sm_builder_detail(b, place);
  if (d->n_names == UINT16_MAX) return;
  uint32_t offset = sm_builder_string(b, name);
  if (!add(b, &b->place_names, &offset, 1)) return;
  sm_builder_detail(b, place)->n_names++;
  index_name(b, place, name, offset, flags);
}

sm_index_unit *sm_builder_unit(sm_builder *b, uint32_t place) {
  sm_index_detail *d = sm_builder_detail(b, place);
  if (!d->unit) {
    sm_index_unit unit = {.lon = d->lon, .lat = d->lat, .radius_m = d->radius_m};
    if (!add(b, &b->units, &unit, 1)) return NULL;
    d->unit = (uint32_t)b->units.n;
  }
  return &SM_AT(b->units, sm_index_unit, d->unit - 1);
}

uint32_t sm_builder_extern(sm_builder *b, sm_place_ref ref) {
  if (!ref || !b->base || b->failed) return 0;
  if (ref >= b->extern_rows.n && !add(b, &b->extern_rows, NULL, ref + 1 - b->extern_rows.n)) return 0;
  uint32_t *row = &SM_AT(b->extern_rows, uint32_t, ref);
  if (!*row) {
    sm_place p;
    sm_gazetteer_place(b->base, ref, &p);
    uint32_t offset = sm_builder_string(b, p.id);
    if (!add(b, &b->extern_refs, &ref, 1) || !add(b, &b->externs, &offset, 1)) return 0;
    *row = (uint32_t)b->externs.n;
  }
  return (*row - 1) | SM_EXTERN;
}

static size_t words_slot(const sm_vector *words, uint64_t key) {
  const uint64_t *table = words->items;
  size_t slot = sm_slot(key, words->n);
  while (table[slot] && (table[slot] ^ key) >= 16) slot = slot + 1 < words->n ? slot + 1 : 0;
  return slot;
}

static void words_grow(sm_builder *b) {
  sm_vector old = b->words;
  b->words = SM_VECTOR(uint64_t);
  if (!add(b, &b->words, NULL, old.n ? old.n * 2 : 1024)) {
    sm_vector_free(&old);
    return;
  }
  for (size_t i = 0; i < old.n; i++) {
    uint64_t w = SM_AT(old, uint64_t, i);
    if (w) SM_AT(b->words, uint64_t, words_slot(&b->words, w & ~15ull)) = w;
  }
  sm_vector_free(&old);
}

/// The first word or words of a name of so many words.
static void words_add(sm_builder *b, uint64_t key, int words) {
  if (b->n_words * 10 / 7 + 1 >= b->words.n) words_grow(b);
  if (b->failed) return;
  key &= ~15ull;
  uint64_t *w = &SM_AT(b->words, uint64_t, words_slot(&b->words, key));
  if (!*w) b->n_words++;
  if ((*w & 15) < (uint64_t)words) *w = key | (uint64_t)words;
}

/// No names for reports: a single Latin letter, numbers and signs alone.
static bool is_useless(sm_str name) {
  size_t letters = 0;
  for (size_t i = 0; i < name.len; i++)
    letters += (unsigned char)name.ptr[i] >= 0x80 || (unsigned)((name.ptr[i] | 0x20) - 'a') < 26u;
  return letters == 0 || (letters == 1 && is_ascii(name));
}

enum { MAX_WORDS = 12 };

/// Index a name that stands in the pool at `offset`, or nowhere yet (0).
static void index_name(sm_builder *b, uint32_t place, sm_str name, uint32_t offset, uint32_t flags) {
  uint64_t keys[MAX_WORDS];
  char folded[SM_ALIKE_MAX];
  if (name.len > SM_INDEX_NAME_MAX || is_useless(name)) return;
  size_t n = sm_name_words(name, keys, MAX_WORDS);
  if (n == 0 || n > MAX_WORDS || b->n_names == UINT32_MAX) return;
  uint64_t key = keys[0];
  words_add(b, key, (int)n);
  for (size_t i = 1; i < n && !b->failed; i++) {
    key = sm_phrase_key(key, keys[i]);
    if (i + 1 < n) words_add(b, key, (int)n);
  }
  sm_new_name entry = {.key = key, .place = place, .flags = (uint16_t)flags};
  if (!add(b, &b->names, &entry, 1)) return;
  b->n_names++;
  if (flags & (SM_NAME_SHORT | SM_NAME_DEMONYM)) return;
  sm_new_like like = {.place = place};
  like.skeleton = sm_alike_skeleton((sm_str){folded, sm_alike_fold(name, folded)}, false);
  if (!like.skeleton) return;
  like.name = offset ? offset : sm_builder_string(b, name);
  add(b, &b->likes, &like, 1);
}

void sm_builder_index_name(sm_builder *b, uint32_t place, sm_str name, uint32_t flags) {
  index_name(b, place, name, 0, flags);
}
