/// Places of the gazetteer that a report cannot mean. Private.
#ifndef SM_NAMESAKE_H
#define SM_NAMESAKE_H

#include "lands.h"

/// Whether the place of a mention is only a namesake of the one meant: abroad in a country that nothing speaks for, far from the province or
/// the neighbour told with it, or a town of many thousands where a village is told.
bool sm_is_namesake(const sm_scan *scan, const sm_lands *lands, size_t index);

/// "Sinka-Dheer in the suburbs of Mogadishu": a town whose name ends at a token lies far from that whose outskirts it is told to be.
bool sm_is_far_from_suburb(const sm_scan *scan, uint32_t last, sm_place_ref place);

/// "Novo-Kamianske, Kupiansk district": a place whose name ends at a token lies in another province than the unit named just behind it.
bool sm_is_out_of_next_unit(const sm_scan *scan, uint32_t last, sm_place_ref place);

/// "in nearby X", "the neighbouring village of X": beside what was told before it, and no part of it.
bool sm_is_told_nearby(const sm_scan *scan, const sm_mention *mention);

/// "Pinlebu's Kyauk Tan village": whether a place lies far from the town or unit that owns the name at token `first`.
bool sm_is_owned_elsewhere(const sm_scan *scan, uint32_t first, sm_place_ref place);

/// "A strike on Bayda killed AQAP members": names are moved to the country that alone the report speaks for, by its forces or by groups that are at home
/// there, where nothing speaks for the country of the place taken.
void sm_move_home(const sm_scan *scan, const sm_lands *lands);

#endif
