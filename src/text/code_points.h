/// Inside text/: where the code points of a report's text stand.
#ifndef SM_CODE_POINTS_H
#define SM_CODE_POINTS_H

#include "document.h"

/// Note the code points of the text, for sm_code_point_at. False when out of memory.
bool sm_mark_code_points(sm_document *document);

#endif
