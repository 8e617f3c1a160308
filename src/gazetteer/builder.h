/// A gazetteer in the making: places and names in memory, in the rows of the compiled file. Private to the
/// room. Out of memory is remembered and told once, when the file is written.
#ifndef SM_BUILDER_H
#define SM_BUILDER_H

#include "index.h"
#include "vector.h"

typedef struct sm_builder {
  sm_vector briefs, details, units; ///< rows as in the file; row 0 of briefs and details is unused
  sm_vector pool, place_names, sources, externs;
  sm_vector names;       ///< sm_new_name, in order of arrival
  sm_vector likes;       ///< sm_new_like, likewise
  sm_vector words;       ///< u64 open-addressing set of first words
  sm_vector ids;         ///< u32 open-addressing table of places
  sm_vector extern_refs; ///< sm_place_ref of the base, by row of externs
  sm_vector extern_rows; ///< u32 by place of the base: its row in externs + 1
  sm_vector shapes, rings, boxes, points;
  sm_vector cells, cell_lists, districts, waters, neighbours;
  size_t n_words;
  uint32_t n_names;
  uint32_t version, attribution; ///< pool
  const sm_gazetteer *base;      ///< or NULL
  bool failed;                   ///< out of memory
} sm_builder;

typedef struct sm_new_name {
  uint64_t key;
  uint32_t place;
  uint16_t flags;
  uint16_t pad;
} sm_new_name;

/// A name on its way to the lists of like names.
typedef struct sm_new_like {
  uint32_t skeleton;
  uint32_t place; ///< when the file is written: how prominent it is
  uint32_t name;  ///< pool
} sm_new_like;

/// What a new place is; country, adm1 and adm2 are places of this file or externs.
typedef struct sm_new_place {
  sm_str id, name, source;
  sm_place_kind kind;
  uint32_t flags;
  double lon, lat;
  double radius_m; ///< 0: by kind and population
  uint32_t population;
  uint32_t country, adm1, adm2;
  uint32_t geonames; ///< number, or 0
  sm_str iso3, disputed;
} sm_new_place;

void sm_builder_init(sm_builder *b, const sm_gazetteer *base);
void sm_builder_free(sm_builder *b);

/// Offset of a new string of the pool; longer ones than SM_INDEX_NAME_MAX bytes are cut at a code point.
uint32_t sm_builder_string(sm_builder *b, sm_str text);

/// A new place, with its main name in the index. 0 when out of memory.
uint32_t sm_builder_add(sm_builder *b, const sm_new_place *place);

/// Another name of the place added last: kept and indexed.
void sm_builder_alias(sm_builder *b, uint32_t place, sm_str name, uint32_t flags);

/// Only index a name of any place of this file or extern.
void sm_builder_index_name(sm_builder *b, uint32_t place, sm_str name, uint32_t flags);

/// The unit row of a place, made when it has none; NULL when out of memory. Valid until the next unit is
/// made.
sm_index_unit *sm_builder_unit(sm_builder *b, uint32_t place);

/// Place of this file by its id, or 0.
uint32_t sm_builder_by_id(const sm_builder *b, sm_str id);

/// Extern row of a place of the base, as it stands in rows; 0 for 0.
uint32_t sm_builder_extern(sm_builder *b, sm_place_ref ref);

sm_str sm_builder_text(const sm_builder *b, uint32_t offset);

static inline sm_place_brief *sm_builder_brief(const sm_builder *b, uint32_t place) {
  return &SM_AT(b->briefs, sm_place_brief, place);
}
static inline sm_index_detail *sm_builder_detail(const sm_builder *b, uint32_t place) {
  return &SM_AT(b->details, sm_index_detail, place);
}

/// Sort the names by key and place, one row for each pair.
void sm_builder_sort_names(sm_builder *b);

/// Sort, index and write to path aside, then rename; the builder is used up.  Errors: IO, MEMORY, LIMIT.
sm_status sm_builder_write(sm_builder *b, const char *path, sm_error *err);

/// Radius in metres of a place whose own is unknown, by kind and people.
double sm_default_radius(sm_place_kind kind, uint32_t population);

#endif
