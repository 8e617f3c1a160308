/// Seats of provinces that a report tells without their names. Private.
#ifndef SM_SEAT_H
#define SM_SEAT_H

#include "reader.h"

/// "capital", "centre": a word that may stand for a seat.
static inline bool sm_is_seat_word(const sm_scan *scan, uint32_t i) {
  static const char *const centre[] = {"centre", "center"};
  return sm_is(scan, i, SM_W_CAPITAL) || SM_IS_ONE_OF(scan, i, centre);
}

/// Whether token i ends "the regional centre" or "the provincial capital"; floor: the sentence's first token.
bool sm_is_province_seat(const sm_scan *scan, uint32_t i, uint32_t floor);

/// The province that the paragraph told last before a token, else the only one that the report tells; 0 none.
sm_place_ref sm_province_told(const sm_scan *scan, uint32_t token);

/// The seat of a province: of its towns the seat that bears its name or that the report names; 0 none.
sm_place_ref sm_seat_of(const sm_scan *scan, sm_place_ref province);

/// "Ceará ... In the capital": the seat of the one province told, where the report names neither its country nor the country's capital before,
/// as papers of the province write; 0 none.
sm_place_ref sm_seat_at_home(const sm_scan *scan, uint32_t token);

/// Whether token i ends "a district of the city", and the city that the paragraph told last before it; 0 none.
bool sm_is_city_told(const sm_scan *scan, uint32_t i, uint32_t floor);
sm_place_ref sm_city_told(const sm_scan *scan, uint32_t token);

/// "the capital of Dagestan", "Dagestan's capital": of which province; 0 none.
sm_place_ref sm_province_of_capital(const sm_scan *scan, uint32_t token, uint32_t floor);

/// Of the places that a spelling leads to, the town that the district `i` is called after, else the place itself.
sm_place_ref sm_town_of_district(const sm_gazetteer *gazetteer, const sm_candidate *candidates, size_t n, size_t i);
/// The capital of a country is told by its name before a token, as a place.
bool sm_is_capital_told(const sm_scan *scan, uint32_t token, sm_place_ref country);
/// "al-Assad Air Base", "X airport".
bool sm_is_base_name(sm_str name);

/// Whether a mention (index + 1, 0 none) is a province or a region.
bool sm_is_province_mention(const sm_scan *scan, uint32_t mention);

/// "the capital, Sanaa", "Colombia's capital Bogota": the name itself follows.
bool sm_is_named_next(const sm_scan *scan, uint32_t i);

#endif
