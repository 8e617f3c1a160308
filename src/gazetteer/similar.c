#include <math.h>

#include "alike.h"
#include "index.h"

/// Names that share a skeleton are looked at most prominent first, at most so many; more where a country parts them.
enum { MOST_LOOKED_AT = 48, MOST_LOOKED_AT_WITHIN = 512, MOST_NAMES = 8, MOST_NAMES_WITHIN = 64, MOST_PLACES = 32 };

/// Cost a letter up to which two spellings may be one name: Hodeidah/Hudaydah costs 0.09 a letter,
/// Sarmin/Sharmen 0.12, Koh-e-Sabz/Kouh-Sabz 0.06, while names of a common skeleton that are two names mostly
/// cost above 0.15.
#define COST_A_LETTER 0.15f
/// And where nothing but the country parts them: Baqouba/Baqubah costs 0.06, Poonch/Punch 0.07.
#define COST_A_LETTER_CLOSE 0.08f

typedef struct alike_name {
  sm_str folded;
  float cost;
} alike_name;

typedef struct alike_list {
  alike_name names[MOST_NAMES_WITHIN];
  size_t n, most; ///< at most that many
} alike_list;

static void add_alike(alike_list *list, alike_name name) {
  for (size_t i = 0; i < list->n; i++)
    if (sm_str_equal(list->names[i].folded, name.folded)) return;
  size_t at = list->n;
  if (at < list->most)
    list->n++;
  else if (list->names[--at].cost <= name.cost)
    return;
  for (; at > 0 && list->names[at - 1].cost > name.cost; at--) list->names[at] = list->names[at - 1];
  list->names[at] = name;
}

static const sm_index_alike *find_alike(const sm_index *file, uint32_t skeleton) {
  const sm_index_alike *table = file->rows[SM_SECTION_ALIKE];
  size_t n = file->n[SM_SECTION_ALIKE];
  if (n == 0 || skeleton == 0) return NULL;
  size_t slot = sm_slot(sm_spread(skeleton), n);
  for (uint32_t i = 0; i <= file->longest_probe && table[slot].skeleton;
       i++, slot = slot + 1 < n ? slot + 1 : 0)
    if (table[slot].skeleton == skeleton) return &table[slot];
  return NULL;
}

/// A folded name of the file, empty for what is none: letters a-z and spaces are all that the costs know.
static sm_str folded_at(const sm_index *file, uint32_t offset) {
  const unsigned char *bytes = file->rows[SM_SECTION_FOLDED];
  size_t end = file->n[SM_SECTION_FOLDED];
  if (offset >= end || bytes[offset] > end - offset - 1) return (sm_str){0};
  sm_str name = {(const char *)bytes + offset + 1, bytes[offset]};
  for (size_t i = 0; i < name.len; i++)
    if (name.ptr[i] != ' ' && (name.ptr[i] < 'a' || name.ptr[i] > 'z')) return (sm_str){0};
  return name;
}

/// Cost above which a name finds no room in the list.
static float most_of(const alike_list *list, float most) {
  return list->n == list->most && list->names[list->most - 1].cost < most ? list->names[list->most - 1].cost : most;
}

static void look_up(const sm_index *file, sm_str query, uint32_t skeleton, float most, uint32_t looked_at, alike_list *list) {
  const sm_index_alike *row = find_alike(file, skeleton);
  const uint32_t *offsets = file->rows[SM_SECTION_ALIKE_LISTS];
  size_t rows = file->n[SM_SECTION_ALIKE_LISTS];
  if (!row || row->first > rows || row->n > rows - row->first) return;
  sm_alike_letters letters;
  sm_alike_prepare(query, &letters);
  for (uint32_t i = 0; i < row->n && i < looked_at; i++) {
    sm_str name = folded_at(file, offsets[row->first + i]);
    if (name.len == 0 || sm_str_equal(name, query)) continue;
    float dearest = most_of(list, most), cost = sm_alike_cost(&letters, name, dearest);
    if (cost <= dearest) add_alike(list, (alike_name){name, cost});
  }
}

/// "b a" of "a b": words before the last space come last.
static size_t swap_words(sm_str words, char out[SM_ALIKE_MAX]) {
  size_t first = words.len;
  while (first && words.ptr[first - 1] != ' ') first--;
  if (first == 0) return 0;
  size_t second = words.len - first;
  memcpy(out, words.ptr + first, second);
  out[second] = ' ';
  memcpy(out + second + 1, words.ptr, first - 1);
  return words.len;
}

/// Beside the cost: ten times as many people outweigh this much of it.
#define COST_OF_TENFOLD 0.15f

typedef struct alike_place {
  sm_candidate candidate;
  float score; ///< lower is better
} alike_place;

static void add_place(alike_place *list, size_t *n, alike_place p) {
  for (size_t i = 0; i < *n; i++)
    if (list[i].candidate.place == p.candidate.place) return;
  size_t at = *n;
  if (at < MOST_PLACES)
    ++*n;
  else if (list[--at].score <= p.score)
    return;
  for (; at > 0 && list[at - 1].score > p.score; at--) list[at] = list[at - 1];
  list[at] = p;
}

static void add_places(const sm_gazetteer *gazetteer, const alike_name *name, sm_place_ref country, alike_place *list, size_t *n) {
  sm_candidate found[MOST_PLACES];
  size_t k = sm_gazetteer_find(gazetteer, sm_alike_key(name->folded), found, MOST_PLACES);
  for (size_t i = 0; i < k && i < MOST_PLACES; i++) {
    if (found[i].name_flags & (SM_NAME_SHORT | SM_NAME_DEMONYM)) continue;
    sm_place_brief brief = sm_gazetteer_brief(gazetteer, found[i].place);
    if (country && brief.country != country) continue;
    float score = name->cost - COST_OF_TENFOLD * log10f(1.0f + (float)sm_prominence(&brief));
    add_place(list, n, (alike_place){{found[i].place, found[i].name_flags | SM_NAME_VARIANT}, score});
  }
}

/// All similar places, best first; country: of that one alone, 0 of all.
static size_t find_all(const sm_gazetteer *gazetteer, sm_str query, uint32_t skeleton, sm_place_ref country, bool closely,
                       sm_candidate out[MOST_PLACES]) {
  char swapped[SM_ALIKE_MAX];
  float most = (closely ? COST_A_LETTER_CLOSE : COST_A_LETTER) * (float)query.len;
  alike_list names = {.most = country ? MOST_NAMES_WITHIN : MOST_NAMES};
  const uint32_t looked_at = country ? MOST_LOOKED_AT_WITHIN : MOST_LOOKED_AT;
  uint32_t other = sm_alike_skeleton(query, true);
  sm_str turned = {swapped, other ? swap_words(query, swapped) : 0};
  for (size_t i = 0; i < gazetteer->n; i++) {
    look_up(&gazetteer->files[i], query, skeleton, most, looked_at, &names);
    if (turned.len) look_up(&gazetteer->files[i], turned, other, most, looked_at, &names);
  }
  alike_place places[MOST_PLACES];
  size_t n = 0;
  for (size_t i = 0; i < names.n; i++) add_places(gazetteer, &names.names[i], country, places, &n);
  for (size_t i = 0; i < n; i++) out[i] = places[i].candidate;
  return n;
}

size_t sm_gazetteer_find_similar(const sm_gazetteer *gazetteer, sm_str name, sm_candidate *out, size_t cap) {
  return sm_gazetteer_find_similar_in(gazetteer, name, 0, false, out, cap);
}

size_t sm_gazetteer_find_similar_in(const sm_gazetteer *gazetteer, sm_str name, sm_place_ref country, bool closely, sm_candidate *out,
                                    size_t cap) {
  char folded[SM_ALIKE_MAX];
  sm_str query = {folded, sm_alike_fold(name, folded)};
  uint32_t skeleton = sm_alike_skeleton(query, false);
  if (!skeleton) return 0;
  sm_candidate found[MOST_PLACES];
  uint64_t key = XXH3_64bits_withSeed(query.ptr, query.len, 2 * (uint64_t)country + closely);
  size_t bytes, n;
  const sm_candidate *all = sm_memo_find(gazetteer->similar, key, &bytes);
  if (all) {
    n = bytes / sizeof *all;
  } else {
    n = find_all(gazetteer, query, skeleton, country, closely, found);
    sm_memo_keep(gazetteer->similar, key, found, n * sizeof *found);
    all = found;
  }
  if (n && cap) memcpy(out, all, (n < cap ? n : cap) * sizeof *out);
  return n;
}

bool sm_are_alike(sm_str a, sm_str b) {
  char folded[2][SM_ALIKE_MAX];
  const sm_str x = {folded[0], sm_alike_fold(a, folded[0])}, y = {folded[1], sm_alike_fold(b, folded[1])};
  if (x.len && sm_str_equal(x, y)) return true;
  const uint32_t skeleton = sm_alike_skeleton(x, false);
  if (!skeleton || skeleton != sm_alike_skeleton(y, false)) return false;
  sm_alike_letters letters;
  sm_alike_prepare(x, &letters);
  const float most = COST_A_LETTER_CLOSE * (float)(x.len < y.len ? x.len : y.len);
  return sm_alike_cost(&letters, y, most) <= most;
}
