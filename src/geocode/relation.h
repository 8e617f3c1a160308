/// Where something lies by the words round a mention: "20 km north of X", "near X", "a border village",
/// "between A and B", "off the coast of X", "in the east of X". A location is a point, an honest radius and
/// the recipe of its area.
#ifndef SM_RELATION_H
#define SM_RELATION_H

#include "mention.h"

typedef enum sm_loc_method {
  SM_LOC_NONE,
  SM_LOC_GAZETTEER,
  SM_LOC_RELATION,
  SM_LOC_BORDER,
  SM_LOC_BETWEEN,
  SM_LOC_INFERRED,
  SM_LOC_TABLE,
  SM_LOC_ANALYST,
} sm_loc_method;

typedef enum sm_area_kind {
  SM_AREA_NONE,
  SM_AREA_DISC,   ///< radius_m round the point
  SM_AREA_UNIT,   ///< the outline of `place` (province, country, district, sea), buffered by buffer_m
  SM_AREA_SECTOR, ///< from `place`, distance_m +- spread, azimuth +- spread
  SM_AREA_PART,   ///< compass part of the outline of `place`
  SM_AREA_BORDER, ///< strip of width distance_m of `place` along its border with `other` (or all its borders)
  SM_AREA_BETWEEN, ///< corridor from `place` to `other`, width spread_m
  SM_AREA_COAST,   ///< waters off `place`, out to distance_m
  SM_AREA_COURSE,  ///< the river `place` inside the unit `other`, or within distance_m of the town, spread_m to either side
  SM_AREA_KINDS
} sm_area_kind;

/// Recipe of an area; what a kind does not use is 0.
typedef struct sm_area {
  sm_area_kind kind;
  sm_place_ref place, other;
  double distance_m, spread_m;
  double azimuth, azimuth_spread; ///< degrees clockwise from north
  double buffer_m;
} sm_area;

typedef struct sm_location {
  sm_loc_method method;             ///< SM_LOC_NONE: no place at all; the rest is then empty
  sm_place_ref place;               ///< the named place it rests on, or 0 (unlisted)
  sm_str name;                      ///< gazetteer name, or the name as written when unlisted
  sm_span where;                    ///< the place expression in the text
  sm_place_ref country, adm1, adm2; ///< units that hold it, 0 unknown
  char iso3[4];                     ///< "" unknown or international waters
  double lon, lat;                  ///< inside the area; NaN when unknown
  float radius_m;                   ///< true point lies within it 9 times in 10; NaN when unknown
  int where_prec;                   ///< UCDP 1-7, 0 unknown
  int geo_prec;                     ///< ACLED 1-3, 0 unknown
  float conf;                       ///< that the place is right
  sm_area area;
  const char *reason; ///< in words, arena
} sm_location;

/// Whether a country's names are written in Latin letters in one way, by Spanish and Portuguese spelling: a likeness there is another place
/// (Timba is not Tambo), where Arabic, Cyrillic and other names have many spellings.
bool sm_has_one_spelling(const sm_gazetteer *gazetteer, sm_place_ref country);

/// The mention that tells best where a name lies which no gazetteer knows: index + 1, or 0. `held` need not be one of
/// the mentions. A country told only as who acts ("Israeli strike", "Iran said") holds nothing. country: where it is known to lie, or 0.
SM_API uint32_t sm_likely_holder(const sm_geocoder *geocoder, const sm_document *document,
                                 const sm_mentions *mentions, const sm_mention *held, sm_place_ref country);

/// "in the Ishkamish district of Takhar province. The blast was in the Aqtash area": the town or district within a province or country that a
/// name's own sentence or the one before tells, which is nearer to it more often than the middle of the unit (of 69 strikes of the own reports
/// within 3 times their tolerance 61, the unit 35). Index + 1, or 0.
uint32_t sm_finer_holder(const sm_geocoder *geocoder, const sm_document *document, const sm_mentions *mentions, const sm_mention *held, sm_place_ref unit);

/// "X is 20 km north of Y", "The village lies some 30 miles from Y": a name of no gazetteer, or whose place lies elsewhere, lies so by Y wherever the
/// report names it (SM_MENTION_BEARING).
void sm_read_bearings(const sm_geocoder *geocoder, sm_document *document, sm_mentions *mentions);

/// "in the Matani area here", "at X Bazaar here": in the town that the report is written in; not "near here".
SM_API bool sm_is_told_here(const sm_geocoder *geocoder, const sm_document *document, const sm_mention *mention);

/// "in answer to the killing of Copts in X", "in revenge for attacks on X": why something was done elsewhere.
bool sm_is_told_as_reason(const sm_document *document, const sm_mention *mention);
/// "in support of the people of X", "in solidarity with X": for whom something was done elsewhere.
bool sm_is_stood_for(const sm_document *document, const sm_mention *mention);
/// "a Liberian-flagged ship", "flying the flag of Malta", "registered in Panama", "managed by a firm in Singapore": whose a ship is, not where.
bool sm_is_flag_of_ship(const sm_document *document, const sm_mention *mention);
/// "Israel bombed A after a rocket landed near X": where the sentence turns from a deed to the one before it, where X is; 0 it does not.
uint32_t sm_behind_answer(const sm_geocoder *geocoder, const sm_document *document, const sm_mention *held);

/// "flown to X", "evacuated to X": where the wounded were brought, far off as often as not.
bool sm_is_flown_to(const sm_geocoder *geocoder, const sm_document *document, const sm_mention *mention);

/// The countries that the title names, by its own words or their peoples; at most `most` of them, by order.
SM_API size_t sm_title_countries(const sm_geocoder *geocoder, const sm_document *document, sm_place_ref *out, size_t most);

/// Whether a mention tells who acts rather than where: a metonym, or an adjective before arms or troops.
SM_API bool sm_is_told_as_actor(const sm_geocoder *geocoder, const sm_document *document, const sm_mention *mention);

/// Whether the token is a word for a village that stands before its name: "Barangay", "Vereda".
SM_API bool sm_tells_village(const sm_geocoder *geocoder, const sm_document *document, uint32_t token);

/// "three American soldiers died": a state whose soldiers die abroad, not at home.
SM_API bool sm_fights_abroad(const sm_geocoder *geocoder, sm_place_ref place);

/// "speaking in X", "visiting X", "attending the summit in X": where somebody is on an errand while the report is of elsewhere.
SM_API bool sm_is_errand(const sm_geocoder *geocoder, const sm_document *document, const sm_mentions *mentions, const sm_mention *mention);

/// "talks in X", "a session of the Security Council in X". A meeting may be struck, too.
SM_API bool sm_is_meeting_place(const sm_geocoder *geocoder, const sm_document *document, const sm_mention *mention);

/// "the A-B road", "the road from A to B", "between A and B": whether two mentions side by side are the ends of one place.
SM_API bool sm_are_road_ends(const sm_geocoder *geocoder, sm_document *document, const sm_mention *a, const sm_mention *b);

/// The location that mention `index` stands for, with the relation words round it and the containers it has.
SM_API sm_status sm_locate_mention(const sm_geocoder *geocoder, sm_document *document,
                                   const sm_mentions *mentions, size_t index, sm_location *out,
                                   sm_error *err);

/// The same of a name in no gazetteer that is known to lie in a country: by what the report tells there; `method` NONE where it tells nothing.
sm_status sm_locate_unlisted_in(const sm_geocoder *geocoder, sm_document *document, const sm_mentions *mentions, size_t index, sm_place_ref country, sm_location *out, sm_error *err);

/// "a border village on its territory": a place along the border of `unit` (country or province) with `other`
/// (country, or 0 for any). where: the words it rests on.
SM_API sm_status sm_locate_border(const sm_gazetteer *gazetteer, sm_place_ref unit, sm_place_ref other,
                                  sm_span where, sm_location *out, sm_error *err);

/// The whole of a unit as a strike's location: inhabited centre and the radius that holds 9 in 10.
SM_API sm_status sm_locate_unit(const sm_gazetteer *gazetteer, sm_place_ref unit, sm_span where,
                                sm_location *out, sm_error *err);

#endif
