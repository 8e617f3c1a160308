/// What the builder derives from outlines and places: grid, neighbours, waters, inhabited centres. Private to
/// the room.
#ifndef SM_UNITS_H
#define SM_UNITS_H

#include "builder.h"

/// A reading view of the rows made so far; valid until the next row is added.
sm_index sm_builder_view(const sm_builder *b);

/// Planar area of a shape in square degrees.
double sm_shape_area(const sm_builder *b, const sm_index_shape *shape);

/// Grid of the units of a kind that touch each cell.
bool sm_make_cells(sm_builder *b, sm_place_kind kind);

/// Countries that share a border, from edges that two countries' first-level units have in common.
bool sm_make_neighbours(sm_builder *b);

/// Seas and straits with an outline, smallest first.
bool sm_make_waters(sm_builder *b);

/// Places without a country or a first-level unit get the one that holds them, those without a district
/// theirs.
void sm_fill_units(sm_builder *b);

/// Inhabited centre and radius of all units. Those in `unlocated` (places whose data have no coordinates)
/// also get their reference point from it.
bool sm_make_centres(sm_builder *b, const uint32_t *unlocated, size_t n_unlocated);

/// Radius of waters and other outlines that nobody lives in: the disc round the reference point that holds 9
/// tenths.
void sm_widen_outlines(sm_builder *b);

#endif
