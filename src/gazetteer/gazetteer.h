/// The gazetteer: places of the world, offline, in compiled memory-mapped files. One sm_gazetteer is a stack
/// of such files (the user's own before the built-in one); immutable after open, shared between threads.
#ifndef SM_GAZETTEER_H
#define SM_GAZETTEER_H

#include "span.h"
#include "status.h"

typedef struct sm_gazetteer sm_gazetteer;

/// A place of an open gazetteer; 0 is none. Valid while the gazetteer is open, not stable over rebuilds
/// (place ids are).
typedef uint32_t sm_place_ref;

typedef enum sm_place_kind {
  SM_KIND_UNKNOWN,
  SM_KIND_COUNTRY,
  SM_KIND_ADM1,
  SM_KIND_ADM2,
  SM_KIND_CITY, ///< any populated place
  SM_KIND_SEA,  ///< ocean, sea, gulf, bay
  SM_KIND_STRAIT,
  SM_KIND_LAKE,
  SM_KIND_RIVER,
  SM_KIND_ISLAND,
  SM_KIND_MOUNTAIN, ///< range, peak, plateau, valley, desert
  SM_KIND_REGION,   ///< without government: Donbas, Sahel, Golan; also continents
  SM_KIND_BORDER,   ///< a line: Line of Control, Blue Line
  SM_KIND_AIRPORT,
  SM_KIND_BASE, ///< air base, military site
  SM_KIND_SITE, ///< plant, dam, camp, struck site
} sm_place_kind;

/// "city", "adm1", ...: the word of the data files.
SM_API const char *sm_place_kind_name(sm_place_kind kind);

enum {
  SM_PLACE_CAPITAL = 1 << 0, ///< of a country
  SM_PLACE_ADM1_SEAT = 1 << 1,
  SM_PLACE_ADM2_SEAT = 1 << 2,
  SM_PLACE_HAS_POLYGON = 1 << 3,
  SM_PLACE_USER = 1 << 4,   ///< from a user's gazetteer
  SM_PLACE_SUBURB = 1 << 5, ///< section of a populated place (GeoNames PPLX)
  SM_PLACE_HISTORICAL = 1 << 6,
  SM_PLACE_CONTINENT = 1 << 7,
  SM_PLACE_OWN = 1 << 8, ///< from an analyst's table or layer, not from a dump of everything
};

/// What a place is. Texts are borrowed from the gazetteer, valid UTF-8.
typedef struct sm_place {
  sm_str id;     ///< "geonames:1168446", "iso:PAK", "ne:...", "sm:koh-i-sabz", "user:FILE#id"
  sm_str name;   ///< main name
  sm_str source; ///< "GeoNames", "Natural Earth", ...
  sm_place_kind kind;
  uint32_t flags;  ///< SM_PLACE_*
  double lon, lat; ///< degrees WGS 84; for countries and provinces the published reference point
  double inhabited_lon, inhabited_lat; ///< inhabited centre of countries and units, else lon, lat
  float radius_m;                      ///< own extent: a disc round lon, lat that holds it; > 0
  float inhabited_radius_m; ///< of units: holds 9 in 10 of its inhabited places round the inhabited centre
  uint32_t population;      ///< 0 unknown
  sm_place_ref country, adm1, adm2; ///< containing units, 0 unknown; of a unit itself: itself
  char iso3[4];                     ///< ISO 3166 by the UN view, "" for none (seas)
  char disputed[4];                 ///< the other claimant, or ""
  char de_facto[4];                 ///< who holds it if another than iso3, or ""
  sm_str code;                      ///< units: ISO 3166-2 or the source's code
} sm_place;

/// One place that bears a name.
typedef struct sm_candidate {
  sm_place_ref place;
  uint16_t name_flags; ///< SM_NAME_*
} sm_candidate;

enum {
  SM_NAME_MAIN = 1 << 0,  ///< the place's main name
  SM_NAME_SHORT = 1 << 1, ///< abbreviation: US, UAE
  SM_NAME_FORMER = 1 << 2,
  SM_NAME_DEMONYM = 1 << 3, ///< adjective or people: Iranian, Iranians
  SM_NAME_CITY_OF_AIRPORT = 1 << 4,
  SM_NAME_VARIANT = 1 << 5,  ///< found by a spelling variant, not written so in the gazetteer
  SM_NAME_STRIPPED = 1 << 6, ///< a unit's name without its unit word (Punjab Province -> Punjab)
};

/// Which country disputed ground is told to be in: the United Nations' view, or that of who holds it.
typedef enum sm_view { SM_VIEW_UN, SM_VIEW_DE_FACTO } sm_view;

/// Open the files, first one asked first; the last one is the built-in gazetteer. Files up to 16 MiB are
/// checked whole, larger ones by header and length alone, so that they open as fast (sm_gazetteer_check reads
/// them). Errors: IO, FORMAT (damaged, with the byte), VERSION ("rebuild"), MEMORY.
SM_API sm_status sm_gazetteer_open(const char *const *paths, size_t n, sm_gazetteer **out, sm_error *err);
SM_API void sm_gazetteer_close(sm_gazetteer *gazetteer);

/// Check all checksums of one compiled file. Errors: IO, FORMAT (damaged, with the byte), VERSION, MEMORY.
SM_API sm_status sm_gazetteer_check(const char *path, sm_error *err);

/// Quick no: false when no name of the gazetteer starts with this word, or with the words of this phrase key
/// (a whole name need not start another one). *max_words: words of the longest that does.
SM_API bool sm_gazetteer_starts(const sm_gazetteer *gazetteer, uint64_t word_key, int *max_words);

/// Tell that a key will be asked for soon: starts to fetch what sm_gazetteer_starts and sm_gazetteer_find
/// read first, so that their waits for memory overlap with other work.
SM_API void sm_gazetteer_expect(const sm_gazetteer *gazetteer, uint64_t key);

/// All places of a name by its key (sm_name_key, sm_phrase_key), most prominent first. Writes at most cap,
/// returns the full number.
SM_API size_t sm_gazetteer_find(const sm_gazetteer *gazetteer, uint64_t name_key, sm_candidate *out,
                                size_t cap);

/// Places whose name is a likely misspelling or other transliteration of the word or phrase (consonant
/// classes, then edit distance); for use only where the exact name fails. Every result has SM_NAME_VARIANT.
/// Best first.
SM_API size_t sm_gazetteer_find_similar(const sm_gazetteer *gazetteer, sm_str name, sm_candidate *out,
                                        size_t cap);
/// As above, of the places of one country, the small ones too; 0 is of all. closely: only spellings that are all but the same.
SM_API size_t sm_gazetteer_find_similar_in(const sm_gazetteer *gazetteer, sm_str name, sm_place_ref country, bool closely,
                                           sm_candidate *out, size_t cap);

/// Whether two names are all but surely spellings of one ("Mashemeri", "Mashemari"): letters alone, the same consonant classes, a
/// small edit distance. Equal names are alike.
SM_API bool sm_are_alike(sm_str a, sm_str b);

SM_API void sm_gazetteer_place(const sm_gazetteer *gazetteer, sm_place_ref ref, sm_place *out);
/// Its main name alone; empty for 0.
SM_API sm_str sm_gazetteer_name(const sm_gazetteer *gazetteer, sm_place_ref ref);
/// Its reference point and extent alone, as in sm_place; zeros for 0.
SM_API void sm_gazetteer_point(const sm_gazetteer *gazetteer, sm_place_ref ref, double *lon, double *lat,
                               float *radius_m);
/// What the geocoder needs of every candidate, without touching names.
typedef struct sm_place_brief {
  float lon, lat;
  uint32_t population;
  sm_place_ref country, adm1, adm2;
  uint16_t flags;
  uint8_t kind;
  uint8_t pad;
} sm_place_brief;
/// Briefs of the built-in places, from 1 on, where they need no translation; n is 0 where they do. A gazetteer begins with it.
typedef struct sm_plain_briefs {
  const sm_place_brief *items;
  sm_place_ref n;
} sm_plain_briefs;
SM_API sm_place_brief sm_gazetteer_translated_brief(const sm_gazetteer *gazetteer, sm_place_ref ref);

static inline sm_place_brief sm_gazetteer_brief(const sm_gazetteer *gazetteer, sm_place_ref ref) {
  const sm_plain_briefs *plain = (const sm_plain_briefs *)(const void *)gazetteer;
  return ref && ref <= plain->n ? plain->items[ref] : sm_gazetteer_translated_brief(gazetteer, ref);
}

/// Place by its stable id, or 0.
SM_API sm_place_ref sm_gazetteer_by_id(const sm_gazetteer *gazetteer, sm_str id);
/// Country by ISO 3166 alpha-3 code, or 0; its capital, or 0.
SM_API sm_place_ref sm_gazetteer_country(const sm_gazetteer *gazetteer, const char *iso3);
SM_API sm_place_ref sm_gazetteer_capital(const sm_gazetteer *gazetteer, sm_place_ref country);

/// All names of a place, one call each; for `gazetteer find` and the locator.
SM_API size_t sm_gazetteer_names(const sm_gazetteer *gazetteer, sm_place_ref ref, sm_str *out, size_t cap);

/// View of outputs; SM_VIEW_UN until told otherwise. Set it before the gazetteer is shared between threads.
SM_API void sm_gazetteer_set_view(sm_gazetteer *gazetteer, sm_view view);
/// Change country, iso3 and disputed of a place to what the gazetteer's view tells. Resolution goes by the
/// United Nations' view always.
SM_API void sm_gazetteer_as_viewed(const sm_gazetteer *gazetteer, sm_place *place);

/// Name, row count and SHA-256 of each open file, for metadata.
typedef struct sm_gazetteer_file {
  sm_str path;
  sm_str version; ///< of the data, e.g. "2024-01"
  char sha256[65];
  sm_str attribution;
  uint32_t n_places, n_names;
} sm_gazetteer_file;
SM_API size_t sm_gazetteer_files(const sm_gazetteer *gazetteer, sm_gazetteer_file *out, size_t cap);

#endif
