/// `strikemap gazetteer get`: the only part that goes on the network, and only when asked.
#ifndef SM_GAZETTEER_GET_H
#define SM_GAZETTEER_GET_H

#include <stdbool.h>

#include "status.h"

/// Fetch CODE.zip from a GeoNames dump folder into `folder`; a part of an earlier try is gone on with, a whole file of the
/// same length is kept. from: address of the folder, NULL: $STRIKEMAP_GEONAMES, else GeoNames' own. Writes the path of the
/// file to out. Errors: USAGE (no country code), IO (names the address), MEMORY.
sm_status sm_geonames_get(const char *from, const char *code, const char *folder, bool progress, char *out,
                          unsigned long cap, sm_error *err);

#endif
