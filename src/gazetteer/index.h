/// The compiled gazetteer file: one header, then sections of fixed-size rows. Private to the room.
/// All numbers are little-endian; every offset read from a section is checked before use, so that a crafted
/// file cannot make a reader leave the map.
#ifndef SM_INDEX_H
#define SM_INDEX_H

#include "file.h"
#include "gazetteer.h"
#include "memo.h"

#include <xxhash.h>

#define SM_INDEX_MAGIC  "SMGAZ\r\n\x1a"
#define SM_INDEX_FORMAT 3u

enum { SM_INDEX_ALIGN = 64, SM_INDEX_NAME_MAX = 1000 };

typedef enum sm_section {
  SM_SECTION_META,    ///< one sm_index_meta
  SM_SECTION_BRIEFS,  ///< sm_place_brief by place; row 0 is unused
  SM_SECTION_DETAILS, ///< sm_index_detail by place; row 0 is unused
  SM_SECTION_POOL,    ///< strings: length as varint, bytes; offset 0 is the empty string
  SM_SECTION_FILTER,  ///< u64 words of bits, two for each key of a name or of its first words: see
                      ///< sm_filter_bits
  SM_SECTION_WORDS,   ///< u64 hash table of first words: key without its low 4 bits, and words of the longest
                      ///< name
  SM_SECTION_NAMES,   ///< sm_index_name hash table
  SM_SECTION_LISTS,   ///< sm_index_candidate, for names of several places
  SM_SECTION_IDS,     ///< u32 hash table of places by id
  SM_SECTION_GEONAMES,    ///< sm_index_numbered hash table of places by GeoNames number
  SM_SECTION_SHARED,      ///< u32 GeoNames numbers that the base has too
  SM_SECTION_PLACE_NAMES, ///< u32 offsets into the pool, see sm_index_detail.names
  SM_SECTION_EXTERNS,     ///< u32 offsets into the pool: ids of places of the base gazetteer
  SM_SECTION_UNITS,       ///< sm_index_unit
  SM_SECTION_SOURCES,     ///< u32 offsets into the pool: names of sources
  SM_SECTION_ALIKE,       ///< sm_index_alike hash table of consonant skeletons
  SM_SECTION_ALIKE_LISTS, ///< u32 offsets into the folded strings
  SM_SECTION_FOLDED,      ///< folded names: length byte, bytes
  SM_SECTION_SHAPES,      ///< sm_index_shape
  SM_SECTION_RINGS,       ///< sm_index_ring
  SM_SECTION_BOXES,       ///< sm_index_box of each run of SM_RING_RUN points
  SM_SECTION_POINTS,      ///< int32 lon, lat in SM_DEGREE steps
  SM_SECTION_CELLS,       ///< u32 by cell of SM_CELL degrees: shape, or list, or 0
  SM_SECTION_CELL_LISTS,  ///< u32: count, then first-level units that touch the cell
  SM_SECTION_DISTRICTS,   ///< u32 places: districts with a shape, by first-level unit
  SM_SECTION_WATERS,      ///< u32 places: seas and straits with a shape, smallest first
  SM_SECTION_NEIGHBOURS,  ///< u32 places: countries that share a border
  SM_SECTION_NEAR,        ///< u32 by cell of SM_NEAR_CELL degrees: first row of NEAR_PLACES
  SM_SECTION_NEAR_PLACES, ///< u32 populated places by cell
  SM_N_SECTIONS,
} sm_section;

typedef struct sm_index_extent {
  uint64_t offset, size; ///< bytes; size is what the section uses
  uint64_t hash;         ///< XXH3 of the section and the zeros that fill it up to SM_INDEX_ALIGN
} sm_index_extent;

typedef struct sm_index_header {
  char magic[8];
  uint32_t format;
  uint32_t fold;       ///< SM_FOLD_VERSION
  uint32_t byte_order; ///< 0x01020304
  uint32_t n_sections;
  uint64_t hash; ///< XXH3 of all below
  uint64_t file_size;
  char sha256[64]; ///< of the sections
  sm_index_extent sections[SM_N_SECTIONS];
  char zeros[32]; ///< up to SM_INDEX_ALIGN
} sm_index_header;

_Static_assert(sizeof(sm_index_header) % SM_INDEX_ALIGN == 0, "the header is followed by the first section");

static inline uint64_t sm_index_header_hash(const sm_index_header *h) {
  return XXH3_64bits(&h->file_size, sizeof *h - offsetof(sm_index_header, file_size));
}

typedef struct sm_index_meta {
  uint32_t n_places, n_names;
  uint32_t version, attribution; ///< pool
  uint32_t longest_probe;        ///< of all hash tables
  int32_t near_west, near_south; ///< first column and row of cells in NEAR
  uint32_t near_columns, near_rows;
  uint32_t pad;
} sm_index_meta;

/// In rows: a place of this file, or SM_EXTERN and the row in EXTERNS, or 0.
#define SM_EXTERN 0x80000000u

/// Coordinates are whole ten millionths of a degree.
#define SM_DEGREE 1e7

typedef struct sm_index_detail {
  int32_t lon, lat;
  float radius_m;
  uint32_t id, name; ///< pool
  uint32_t names;    ///< first row in PLACE_NAMES
  uint16_t n_names;
  uint8_t source; ///< row in SOURCES
  uint8_t pad;
  uint32_t unit;     ///< row in UNITS + 1, or 0
  uint32_t shape;    ///< row in SHAPES + 1, or 0
  uint32_t geonames; ///< number, or 0
  char iso3[3], disputed[3];
  uint16_t de_facto; ///< who holds it, if another: 1 + the ISO code's letters in base 26, or 0
} sm_index_detail;

typedef struct sm_index_unit {
  uint32_t code;                     ///< pool
  uint32_t capital;                  ///< place
  int32_t lon, lat;                  ///< inhabited centre
  float radius_m;                    ///< inhabited radius
  uint32_t neighbours, n_neighbours; ///< rows in NEIGHBOURS
  uint32_t districts, n_districts;   ///< rows in DISTRICTS
} sm_index_unit;

typedef struct sm_index_numbered {
  uint32_t number; ///< 0: empty slot
  uint32_t place;
} sm_index_numbered;

#define SM_NAME_SINGLE 0x80000000u

typedef struct sm_index_name {
  uint64_t key;   ///< 0: empty slot
  uint32_t first; ///< the place when single, else the first row in LISTS
  uint32_t meta;  ///< SM_NAME_SINGLE and name flags, or the number of candidates
} sm_index_name;

typedef struct sm_index_candidate {
  uint32_t place;
  uint32_t flags; ///< SM_NAME_*
} sm_index_candidate;

typedef struct sm_index_alike {
  uint32_t skeleton; ///< 0: empty slot
  uint32_t first, n; ///< rows in ALIKE_LISTS
} sm_index_alike;

typedef struct sm_index_box {
  int32_t west, south, east, north;
} sm_index_box;

typedef struct sm_index_shape {
  uint32_t place;
  uint32_t rings, n_rings;
  uint32_t flags; ///< SM_SHAPE_*
  sm_index_box box;
} sm_index_shape;

enum { SM_SHAPE_LINE = 1 };

enum { SM_RING_RUN = 64 };

typedef struct sm_index_ring {
  uint32_t points, n_points; ///< closed: the last point is the first
  uint32_t boxes;            ///< first row in BOXES, one for each run of SM_RING_RUN segments
  uint32_t part;
} sm_index_ring;

#define SM_CELL      0.25
#define SM_NEAR_CELL 0.25
/// In CELLS: the row in CELL_LISTS follows; else a first-level unit that holds the whole cell.
#define SM_CELL_LIST 0x80000000u

/// One mapped file.
typedef struct sm_index {
  sm_mapping map;
  char *path;
  char sha256[65];
  sm_place_ref base; ///< a local place p is base + p in the stack
  uint32_t n_places, longest_probe;
  const sm_index_meta *meta;
  const void *rows[SM_N_SECTIONS];
  size_t n[SM_N_SECTIONS]; ///< rows of each section
  sm_place_ref *externs;   ///< where the base's places stand in the stack
  uint64_t *replaced; ///< of the base: bits of places that a file asked before has by their number, or NULL
  uint64_t *hidden;   ///< of the base: bits of districts that a layer of the user's own replaces, or NULL
  uint32_t *adm2_of;  ///< districts of such a layer by place, as places of the stack, or NULL
} sm_index;

struct sm_gazetteer {
  sm_plain_briefs plain; ///< first, for sm_gazetteer_brief
  sm_index *files; ///< first one asked first; the last one is the built-in gazetteer
  size_t n;
  sm_view view;
  sm_memo *strips; ///< what sm_boundary_strip worked out, by unit and neighbour
  sm_memo *similar; ///< what sm_gazetteer_find_similar found, by name
  sm_memo *neighbours; ///< what sm_gather_neighbours found, by point and reach
};

/// Map and check one file; whole: all of it, however large. On error nothing stays open. Errors as
/// sm_gazetteer_open.
sm_status sm_index_open(const char *path, bool whole, sm_index *out, sm_error *err);
void sm_index_close(sm_index *index);

/// String of the pool, empty for any bad offset.
sm_str sm_index_string(const sm_index *index, uint32_t offset);

/// Local place of an id, or 0.
uint32_t sm_index_by_id(const sm_index *index, sm_str id);

/// The file that holds a place of the stack and the place's row there; NULL for none.
const sm_index *sm_index_of(const sm_gazetteer *gazetteer, sm_place_ref ref, uint32_t *local);

/// Whether the built-in gazetteer has a place of this GeoNames number.
bool sm_gazetteer_has_number(const sm_gazetteer *gazetteer, uint32_t number);

/// Row of a section, NULL when out of range.
#define SM_INDEX_ROW(index, section, type, row)                                                              \
  ((row) < (index)->n[section] ? &((const type *)(index)->rows[section])[row] : NULL)

/// A place named in a row as a place of the stack.
static inline sm_place_ref sm_index_ref(const sm_index *index, uint32_t place) {
  if (place & SM_EXTERN) {
    uint32_t row = place & ~SM_EXTERN;
    return row < index->n[SM_SECTION_EXTERNS] ? index->externs[row] : 0;
  }
  return place && place <= index->n_places ? index->base + place : 0;
}

/// Slot of a hash in a table of n rows, n > 0.
static inline size_t sm_slot(uint64_t hash, size_t n) {
  return (size_t)(((unsigned __int128)hash * n) >> 64);
}

/// Bits of a key within its word of the filter; the word is its slot.
static inline uint64_t sm_filter_bits(uint64_t key) {
  return 1ull << (key >> 4 & 63) | 1ull << (key >> 10 & 63);
}

/// For hashes whose high bits are weak.
static inline uint64_t sm_spread(uint64_t x) {
  x ^= x >> 32;
  x *= 0xd6e8feb86659fd93ull;
  x ^= x >> 32;
  x *= 0xd6e8feb86659fd93ull;
  return x ^ (x >> 32);
}

/// Hash of an id.
uint64_t sm_index_id_hash(sm_str id);

/// How prominent a place is beside its namesakes: people, or as many as its kind is worth.
uint32_t sm_prominence(const sm_place_brief *brief);

#endif
