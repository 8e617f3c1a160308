/// Calendar days. Proleptic Gregorian, no time zones: reports speak of days.
#ifndef SM_DATE_H
#define SM_DATE_H

#include "span.h"
#include "status.h"

/// Days since 1970-01-01; SM_NO_DATE is unknown.
typedef int32_t sm_date;
#define SM_NO_DATE INT32_MIN

/// The day, or SM_NO_DATE when year (1-9999), month (1-12) and day do not make one.
SM_API sm_date sm_date_make(int year, int month, int day);
SM_API void sm_date_split(sm_date date, int *year, int *month, int *day);

/// 0 Monday .. 6 Sunday.
SM_API int sm_date_weekday(sm_date date);

/// Last day of the month that holds date.
SM_API sm_date sm_date_month_end(sm_date date);

/// Reads "YYYY-MM-DD" at the start of text (what follows is ignored); SM_NO_DATE when it is none.
SM_API sm_date sm_date_parse_iso(sm_str text);

/// Writes "YYYY-MM-DD" and NUL to out (11 bytes), or "" for SM_NO_DATE.
SM_API void sm_date_format_iso(sm_date date, char out[11]);

#endif
