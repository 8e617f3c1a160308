#include "gazetteer.h"

#include <math.h>
#include <stdlib.h>

#include "index.h"
#include "layers.h"

static uint32_t by_geonames(const sm_index *file, uint32_t number) {
  const sm_index_numbered *table = file->rows[SM_SECTION_GEONAMES];
  size_t n = file->n[SM_SECTION_GEONAMES];
  if (n == 0 || number == 0) return 0;
  size_t slot = sm_slot(sm_spread(number), n);
  for (uint32_t i = 0; i <= file->longest_probe && table[slot].number;
       i++, slot = slot + 1 < n ? slot + 1 : 0)
    if (table[slot].number == number) return table[slot].place <= file->n_places ? table[slot].place : 0;
  return 0;
}

bool sm_gazetteer_has_number(const sm_gazetteer *gazetteer, uint32_t number) {
  return by_geonames(&gazetteer->files[gazetteer->n - 1], number) != 0;
}

/// Where the base's places stand: ids of EXTERNS looked up in the built-in file, the last of the stack.
static void bind_externs(sm_gazetteer *gazetteer) {
  const sm_index *base = &gazetteer->files[gazetteer->n - 1];
  for (size_t f = 0; f < gazetteer->n; f++) {
    sm_index *file = &gazetteer->files[f];
    const uint32_t *ids = file->rows[SM_SECTION_EXTERNS];
    for (size_t i = 0; i < file->n[SM_SECTION_EXTERNS]; i++)
      file->externs[i] = sm_index_by_id(base, sm_index_string(file, ids[i]));
  }
}

/// Marks the places of the base that the user's files have too, by the numbers that these say they share.
static bool mark_replaced(sm_gazetteer *gazetteer) {
  sm_index *base = &gazetteer->files[gazetteer->n - 1];
  if (gazetteer->n == 1) return true;
  base->replaced = calloc(base->n_places / 64 + 1u, sizeof *base->replaced);
  if (!base->replaced) return false;
  for (size_t f = 0; f + 1 < gazetteer->n; f++) {
    const uint32_t *numbers = gazetteer->files[f].rows[SM_SECTION_SHARED];
    for (size_t i = 0; i < gazetteer->files[f].n[SM_SECTION_SHARED]; i++) {
      uint32_t place = by_geonames(base, numbers[i]);
      base->replaced[place / 64] |= (uint64_t)(place != 0) << (place % 64);
    }
  }
  return true;
}

/// A megabyte at most, when full.
enum { STRIPS_KEPT = 1024, SIMILAR_KEPT = 8192, NEIGHBOURS_KEPT = 256 };

sm_status sm_gazetteer_open(const char *const *paths, size_t n, sm_gazetteer **out, sm_error *err) {
  *out = NULL;
  if (n == 0) return sm_fail(err, SM_ERROR_USAGE, "no gazetteer given");
  sm_gazetteer *g = calloc(1, sizeof *g);
  if (g) {
    g->files = calloc(n, sizeof *g->files);
    g->strips = sm_memo_new(STRIPS_KEPT);
    g->similar = sm_memo_new(SIMILAR_KEPT);
    g->neighbours = sm_memo_new(NEIGHBOURS_KEPT);
  }
  if (!g || !g->files || !g->strips || !g->similar || !g->neighbours) {
    if (g) free(g->files), sm_memo_free(g->strips), sm_memo_free(g->similar), sm_memo_free(g->neighbours);
    free(g);
    return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  }
  sm_status status = SM_OK;
  uint64_t base = 0;
  g->n = n;
  for (size_t i = n; i-- > 0 && !status;) {
    status = sm_index_open(paths[i], false, &g->files[i], err);
    g->files[i].base = (sm_place_ref)base;
    base += g->files[i].n_places;
    if (!status && base >= SM_EXTERN)
      status = sm_fail(err, SM_ERROR_LIMIT, "%s: too many places in all gazetteers together", paths[i]);
  }
  if (!status && !mark_replaced(g)) status = sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  if (status) {
    sm_gazetteer_close(g);
    return status;
  }
  bind_externs(g);
  if (!sm_lay_districts(g)) {
    sm_gazetteer_close(g);
    return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  }
  const sm_index *builtin = &g->files[n - 1];
  g->plain.items = builtin->rows[SM_SECTION_BRIEFS];
  g->plain.n = builtin->adm2_of ? 0 : builtin->n_places;
  *out = g;
  return SM_OK;
}

sm_status sm_gazetteer_check(const char *path, sm_error *err) {
  sm_index index;
  sm_status status = sm_index_open(path, true, &index, err);
  if (!status) sm_index_close(&index);
  return status;
}

void sm_gazetteer_close(sm_gazetteer *gazetteer) {
  if (!gazetteer) return;
  for (size_t i = 0; i < gazetteer->n; i++) sm_index_close(&gazetteer->files[i]);
  free(gazetteer->files);
  sm_memo_free(gazetteer->strips);
  sm_memo_free(gazetteer->similar);
  sm_memo_free(gazetteer->neighbours);
  free(gazetteer);
}

/// Quick no for keys that neither are a name nor begin one.
static inline bool passes_filter(const sm_index *file, uint64_t key) {
  size_t n = file->n[SM_SECTION_FILTER];
  uint64_t bits = sm_filter_bits(key);
  return n && (((const uint64_t *)file->rows[SM_SECTION_FILTER])[sm_slot(key & ~15ull, n)] & bits) == bits;
}

/// Words of the longest name of the file that starts with the word or words, 0 when none does.
static inline int longest_name(const sm_index *file, uint64_t key) {
  const uint64_t *words = file->rows[SM_SECTION_WORDS];
  size_t n = file->n[SM_SECTION_WORDS];
  if (n == 0 || !passes_filter(file, key)) return 0;
  key &= ~15ull;
  size_t slot = sm_slot(key, n);
  for (uint32_t i = 0; i <= file->longest_probe && words[slot]; i++, slot = slot + 1 < n ? slot + 1 : 0)
    if ((words[slot] ^ key) < 16) return (int)(words[slot] & 15);
  return 0;
}

void sm_gazetteer_expect(const sm_gazetteer *gazetteer, uint64_t key) {
  const uint64_t word = key & ~15ull;
  for (size_t i = 0; i < gazetteer->n; i++) {
    const sm_index *f = &gazetteer->files[i];
    __builtin_prefetch((const uint64_t *)f->rows[SM_SECTION_FILTER] + sm_slot(word, f->n[SM_SECTION_FILTER]));
    __builtin_prefetch((const uint64_t *)f->rows[SM_SECTION_WORDS] + sm_slot(word, f->n[SM_SECTION_WORDS]));
    __builtin_prefetch((const sm_index_name *)f->rows[SM_SECTION_NAMES] +
                       sm_slot(key, f->n[SM_SECTION_NAMES]));
  }
}

bool sm_gazetteer_starts(const sm_gazetteer *gazetteer, uint64_t word_key, int *max_words) {
  int longest = 0;
  for (size_t i = 0; i < gazetteer->n; i++) {
    int words = longest_name(&gazetteer->files[i], word_key);
    if (words > longest) longest = words;
  }
  *max_words = longest;
  return longest > 0;
}

static const sm_index_name *find_name(const sm_index *file, uint64_t key) {
  const sm_index_name *names = file->rows[SM_SECTION_NAMES];
  size_t n = file->n[SM_SECTION_NAMES];
  if (n == 0 || key == 0 || !passes_filter(file, key)) return NULL;
  size_t slot = sm_slot(key, n);
  for (uint32_t i = 0; i <= file->longest_probe && names[slot].key; i++, slot = slot + 1 < n ? slot + 1 : 0)
    if (names[slot].key == key) return &names[slot];
  return NULL;
}

/// The candidates of a name in one file: a borrowed list, or the single one in *single.
static size_t name_candidates(const sm_index *file, const sm_index_name *name, sm_index_candidate *single,
                              const sm_index_candidate **out) {
  if (!name) return 0;
  if (name->meta & SM_NAME_SINGLE) {
    *single = (sm_index_candidate){name->first, name->meta & ~SM_NAME_SINGLE};
    *out = single;
    return 1;
  }
  size_t lists = file->n[SM_SECTION_LISTS];
  if (name->first >= lists || name->meta > lists - name->first) return 0;
  *out = (const sm_index_candidate *)file->rows[SM_SECTION_LISTS] + name->first;
  return name->meta;
}

static sm_candidate candidate_of(const sm_index *file, const sm_index_candidate *c) {
  return (sm_candidate){sm_index_ref(file, c->place), (uint16_t)c->flags};
}

static const sm_index_detail *detail_of(const sm_gazetteer *gazetteer, sm_place_ref ref) {
  uint32_t local;
  const sm_index *file = sm_index_of(gazetteer, ref, &local);
  return file ? &((const sm_index_detail *)file->rows[SM_SECTION_DETAILS])[local] : NULL;
}

static bool is_unit(uint8_t kind) {
  return kind >= SM_KIND_COUNTRY && kind <= SM_KIND_ADM2;
}

static bool may_be_replaced(const sm_index *file, sm_place_ref ref) {
  uint32_t local = ref - file->base;
  return !file->replaced || local > file->n_places || (file->replaced[local / 64] >> (local % 64) & 1);
}

/// The record of the same place in the file asked first: the same GeoNames number. Units keep the record with
/// the outline.
static sm_place_ref first_record(const sm_gazetteer *gazetteer, size_t file, sm_place_ref ref) {
  if (file == 0 || !may_be_replaced(&gazetteer->files[file], ref) ||
      is_unit(sm_gazetteer_brief(gazetteer, ref).kind))
    return ref;
  const sm_index_detail *d = detail_of(gazetteer, ref);
  for (size_t i = 0; i < file && d && d->geonames; i++) {
    uint32_t local = by_geonames(&gazetteer->files[i], d->geonames);
    if (local) return gazetteer->files[i].base + local;
  }
  return ref;
}

static size_t find_in_one(const sm_gazetteer *gazetteer, size_t which, const sm_index_name *name,
                          sm_candidate *out, size_t cap) {
  const sm_index *file = &gazetteer->files[which];
  sm_index_candidate single;
  const sm_index_candidate *list;
  size_t n = name_candidates(file, name, &single, &list), written = 0;
  for (size_t i = 0; i < n; i++) {
    sm_candidate c = candidate_of(file, &list[i]);
    if (!c.place || sm_is_hidden(gazetteer, c.place)) continue;
    c.place = first_record(gazetteer, which, c.place);
    if (written < cap) out[written] = c;
    written++;
  }
  return written;
}

/// Same class within 5 km, for places that bear the same name: one record (layers.md, Gazetteers).
static bool same_place(const sm_place_brief *a, const sm_place_brief *b) {
  const double degrees = 5000.0 / 111195.0; // on a sphere of 6371 km
  if (a->kind != b->kind) return false;
  double dy = fabs((double)a->lat - b->lat);
  if (dy > degrees) return false;
  double dx = fabs((double)a->lon - b->lon);
  if (dx > 180) dx = 360 - dx;
  dx *= cos(a->lat * (3.14159265358979323846 / 180));
  return dx * dx + dy * dy <= degrees * degrees;
}

enum { STACK_CAP = 512 };

typedef struct found {
  sm_candidate candidate;
  sm_place_brief brief;
  uint32_t prominence;
  uint32_t file;
} found;

/// Adds a candidate unless a file asked before has the place. Insertion keeps the most prominent first.
static void add_found(const sm_gazetteer *gazetteer, found *list, size_t *n, sm_candidate c, uint32_t file) {
  found f = {c, sm_gazetteer_brief(gazetteer, c.place), 0, file};
  f.prominence = sm_prominence(&f.brief);
  for (size_t i = 0; i < *n; i++) {
    bool same =
        list[i].candidate.place == c.place || (list[i].file != file && same_place(&list[i].brief, &f.brief));
    if (!same) continue;
    list[i].candidate.name_flags |= c.name_flags & SM_NAME_MAIN;
    return;
  }
  if (*n == STACK_CAP) return;
  size_t at = (*n)++;
  for (; at > 0 && list[at - 1].prominence < f.prominence; at--) list[at] = list[at - 1];
  list[at] = f;
}

static size_t find_in_stack(const sm_gazetteer *gazetteer, uint64_t key, sm_candidate *out, size_t cap) {
  found list[STACK_CAP];
  size_t n = 0;
  for (size_t i = 0; i < gazetteer->n; i++) {
    sm_index_candidate single;
    const sm_index_candidate *rows = NULL;
    size_t n_rows =
        name_candidates(&gazetteer->files[i], find_name(&gazetteer->files[i], key), &single, &rows);
    for (size_t j = 0; j < n_rows; j++) {
      sm_candidate c = candidate_of(&gazetteer->files[i], &rows[j]);
      if (!c.place || sm_is_hidden(gazetteer, c.place)) continue;
      c.place = first_record(gazetteer, i, c.place);
      add_found(gazetteer, list, &n, c, (uint32_t)i);
    }
  }
  for (size_t i = 0; i < n && i < cap; i++) out[i] = list[i].candidate;
  return n;
}

size_t sm_gazetteer_find(const sm_gazetteer *gazetteer, uint64_t name_key, sm_candidate *out, size_t cap) {
  size_t holder = 0;
  const sm_index_name *name = NULL;
  for (size_t i = 0; i < gazetteer->n; i++) {
    const sm_index_name *here = find_name(&gazetteer->files[i], name_key);
    if (!here) continue;
    if (name) return find_in_stack(gazetteer, name_key, out, cap);
    holder = i;
    name = here;
  }
  return name ? find_in_one(gazetteer, holder, name, out, cap) : 0;
}

sm_place_brief sm_gazetteer_translated_brief(const sm_gazetteer *gazetteer, sm_place_ref ref) {
  uint32_t local;
  const sm_index *file = sm_index_of(gazetteer, ref, &local);
  if (!file) return (sm_place_brief){0};
  sm_place_brief b = ((const sm_place_brief *)file->rows[SM_SECTION_BRIEFS])[local];
  if (file->adm2_of) b.adm2 = file->adm2_of[local];
  if (file->base == 0) return b;
  b.country = sm_index_ref(file, b.country);
  b.adm1 = sm_index_ref(file, b.adm1);
  if (!file->adm2_of) b.adm2 = sm_index_ref(file, b.adm2);
  return b;
}

static void copy_code(char out[4], const char in[3]) {
  memcpy(out, in, 3);
  out[3] = 0;
}

static void copy_holder(char out[4], uint16_t holder) {
  if (!holder || holder > 26 * 26 * 26) return;
  unsigned code = holder - 1u;
  out[0] = (char)('A' + code / 676);
  out[1] = (char)('A' + code / 26 % 26);
  out[2] = (char)('A' + code % 26);
  out[3] = 0;
}

/// What lies in a disputed unit is disputed.
static void inherit_disputed(const sm_gazetteer *gazetteer, sm_place *p) {
  const sm_place_ref units[] = {p->adm1, p->country};
  for (int i = 0; i < 2; i++) {
    const sm_index_detail *d = detail_of(gazetteer, units[i]);
    if (d && !p->disputed[0]) copy_code(p->disputed, d->disputed);
    if (d && !p->de_facto[0]) copy_holder(p->de_facto, d->de_facto);
  }
}

void sm_gazetteer_set_view(sm_gazetteer *gazetteer, sm_view view) {
  gazetteer->view = view;
}

void sm_gazetteer_as_viewed(const sm_gazetteer *gazetteer, sm_place *place) {
  if (gazetteer->view != SM_VIEW_DE_FACTO || !place->de_facto[0]) return;
  memcpy(place->disputed, place->iso3, sizeof place->disputed);
  memcpy(place->iso3, place->de_facto, sizeof place->iso3);
  place->country = sm_gazetteer_country(gazetteer, place->iso3);
}

void sm_gazetteer_place(const sm_gazetteer *gazetteer, sm_place_ref ref, sm_place *out) {
  *out = (sm_place){0};
  uint32_t local;
  const sm_index *file = sm_index_of(gazetteer, ref, &local);
  if (!file) return;
  sm_place_brief b = sm_gazetteer_brief(gazetteer, ref);
  const sm_index_detail *d = &((const sm_index_detail *)file->rows[SM_SECTION_DETAILS])[local];
  const uint32_t *source = SM_INDEX_ROW(file, SM_SECTION_SOURCES, uint32_t, d->source);
  const sm_index_unit *unit =
      d->unit ? SM_INDEX_ROW(file, SM_SECTION_UNITS, sm_index_unit, d->unit - 1u) : NULL;
  out->id = sm_index_string(file, d->id);
  out->name = sm_index_string(file, d->name);
  out->source = source ? sm_index_string(file, *source) : SM_STR("");
  out->kind = b.kind <= SM_KIND_SITE ? (sm_place_kind)b.kind : SM_KIND_UNKNOWN;
  out->flags = b.flags;
  out->lon = out->inhabited_lon = d->lon / SM_DEGREE;
  out->lat = out->inhabited_lat = d->lat / SM_DEGREE;
  out->radius_m = out->inhabited_radius_m = d->radius_m;
  out->population = b.population;
  out->country = b.country;
  out->adm1 = b.adm1;
  out->adm2 = b.adm2;
  copy_code(out->iso3, d->iso3);
  copy_code(out->disputed, d->disputed);
  copy_holder(out->de_facto, d->de_facto);
  inherit_disputed(gazetteer, out);
  if (!unit) return;
  out->inhabited_lon = unit->lon / SM_DEGREE;
  out->inhabited_lat = unit->lat / SM_DEGREE;
  out->inhabited_radius_m = unit->radius_m;
  out->code = sm_index_string(file, unit->code);
}

void sm_gazetteer_point(const sm_gazetteer *gazetteer, sm_place_ref ref, double *lon, double *lat,
                        float *radius_m) {
  const sm_index_detail *d = detail_of(gazetteer, ref);
  *lon = d ? d->lon / SM_DEGREE : 0;
  *lat = d ? d->lat / SM_DEGREE : 0;
  *radius_m = d ? d->radius_m : 0;
}

sm_str sm_gazetteer_name(const sm_gazetteer *gazetteer, sm_place_ref ref) {
  uint32_t local;
  const sm_index *file = sm_index_of(gazetteer, ref, &local);
  return file ? sm_index_string(file, ((const sm_index_detail *)file->rows[SM_SECTION_DETAILS])[local].name)
              : SM_STR("");
}

sm_place_ref sm_gazetteer_by_id(const sm_gazetteer *gazetteer, sm_str id) {
  for (size_t i = 0; i < gazetteer->n; i++) {
    uint32_t local = sm_index_by_id(&gazetteer->files[i], id);
    if (local) return gazetteer->files[i].base + local;
  }
  return 0;
}

sm_place_ref sm_gazetteer_country(const sm_gazetteer *gazetteer, const char *iso3) {
  char id[8] = "iso:";
  if (strlen(iso3) != 3) return 0;
  memcpy(id + 4, iso3, 3);
  return sm_gazetteer_by_id(gazetteer, (sm_str){id, 7});
}

sm_place_ref sm_gazetteer_capital(const sm_gazetteer *gazetteer, sm_place_ref country) {
  uint32_t local;
  const sm_index *file = sm_index_of(gazetteer, country, &local);
  if (!file) return 0;
  uint32_t row = ((const sm_index_detail *)file->rows[SM_SECTION_DETAILS])[local].unit;
  const sm_index_unit *unit = row ? SM_INDEX_ROW(file, SM_SECTION_UNITS, sm_index_unit, row - 1) : NULL;
  return unit ? sm_index_ref(file, unit->capital) : 0;
}

size_t sm_gazetteer_names(const sm_gazetteer *gazetteer, sm_place_ref ref, sm_str *out, size_t cap) {
  uint32_t local;
  const sm_index *file = sm_index_of(gazetteer, ref, &local);
  if (!file) return 0;
  const sm_index_detail *d = &((const sm_index_detail *)file->rows[SM_SECTION_DETAILS])[local];
  if (cap) out[0] = sm_index_string(file, d->name);
  for (size_t i = 0; i < d->n_names && i + 1 < cap; i++) {
    const uint32_t *offset = SM_INDEX_ROW(file, SM_SECTION_PLACE_NAMES, uint32_t, (size_t)d->names + i);
    out[i + 1] = offset ? sm_index_string(file, *offset) : SM_STR("");
  }
  return (size_t)d->n_names + 1;
}

size_t sm_gazetteer_files(const sm_gazetteer *gazetteer, sm_gazetteer_file *out, size_t cap) {
  for (size_t i = 0; i < gazetteer->n && i < cap; i++) {
    const sm_index *f = &gazetteer->files[i];
    out[i] = (sm_gazetteer_file){.path = sm_str_of(f->path),
                                 .version = sm_index_string(f, f->meta->version),
                                 .attribution = sm_index_string(f, f->meta->attribution),
                                 .n_places = f->n_places,
                                 .n_names = f->meta->n_names};
    memcpy(out[i].sha256, f->sha256, sizeof f->sha256);
  }
  return gazetteer->n;
}
