/// Keeps report ids unique in one run: a repeat with another text gets "~" and 8 hex digits of its SHA-256.
#ifndef SM_REPORT_IDS_H
#define SM_REPORT_IDS_H

#include "document.h"

typedef struct sm_report_ids sm_report_ids;

/// NULL when out of memory. Free with sm_report_ids_free.
SM_API sm_report_ids *sm_report_ids_new(void);
SM_API void sm_report_ids_free(sm_report_ids *ids);

/// Note the report; gives it another id (owned by ids) if its id was seen with another text. Errors: MEMORY.
SM_API sm_status sm_report_ids_unique(sm_report_ids *ids, sm_report *report, sm_error *err);

#endif
