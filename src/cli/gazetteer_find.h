/// `strikemap gazetteer find`: candidates for a name, likeliest first, with the reason.
#ifndef SM_GAZETTEER_FIND_H
#define SM_GAZETTEER_FIND_H

#include <stdio.h>

#include "gazetteer.h"

/// Print the candidates of a name as a table, returns their number. inside: country by name or ISO code, or empty.
size_t sm_gazetteer_print_candidates(const sm_gazetteer *gazetteer, sm_str name, sm_str inside, FILE *out);

/// Answer each line of `in`, a name or {"name", "country"?, "adm1"?}, with one line of JSON, at once:
/// {"name", "candidates": [{"place_id", "name", "kind", "lon", "lat", ..., "reason"}]}. Errors: IO, MEMORY.
sm_status sm_gazetteer_answer(const sm_gazetteer *gazetteer, FILE *in, FILE *out, sm_error *err);

#endif
