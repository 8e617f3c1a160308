/// Whether two readings may tell of one strike. Internal to merging.
#ifndef SM_MERGE_FIT_H
#define SM_MERGE_FIT_H

#include "reading.h"

/// How wide a reading's place is.
typedef enum sm_width { SM_WIDTH_POINT, SM_WIDTH_PROVINCE, SM_WIDTH_COUNTRY, SM_WIDTH_NONE } sm_width;

SM_API sm_width sm_reading_width(const sm_reading *reading);

/// 0: not one strike. Else how alike the two are; greater is surer.
SM_API int sm_readings_fit(const sm_reading *a, const sm_reading *b);

/// Whether two names mean the same actor: equal, or one holds the other as whole words, but for case.
SM_API bool sm_names_agree(sm_str a, sm_str b);

#endif
