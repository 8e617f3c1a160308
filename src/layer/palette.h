/// Colours of attackers in the styles: the most frequent attackers of the strikes that are written have a colour
/// of their own, by name, the same in every layer; the others share grey.
#ifndef SM_PALETTE_H
#define SM_PALETTE_H

#include "buffer.h"
#include "status.h"
#include "span.h"

/// Colours of Okabe and Ito, which colour-blind readers tell apart; more could not be told apart on a map.
enum { SM_PALETTE_MAX = 6 };

typedef struct sm_palette sm_palette;

/// Free with sm_palette_free. Errors: MEMORY.
SM_API sm_status sm_palette_new(sm_palette **out, sm_error *err);
SM_API void sm_palette_free(sm_palette *palette);

/// Count one strike of an attacker; the name is copied. Errors: MEMORY.
SM_API sm_status sm_palette_add(sm_palette *palette, sm_str attacker, sm_error *err);

/// The attackers that have a colour, most strikes first, ties by name; returns how many. Borrowed.
SM_API size_t sm_palette_names(const sm_palette *palette, sm_str names[SM_PALETTE_MAX]);

/// A style or project with what stands for attackers filled in, names escaped for XML: each part between
/// `<!--attacker-->` and `<!--end-->` is repeated for every name with @ATTACKER@, @COLOUR@ (r,g,b,a) and @N@
/// (from 0), and @COLOURS@ becomes the arguments of QGIS's function map(): names and colours. palette may be
/// NULL: no attackers.
SM_API void sm_palette_fill(const sm_palette *palette, const char *style, sm_buffer *out);

#endif
