/// Inside text/: the day of publication, read from the head of a text.
#ifndef SM_PUBLISHED_H
#define SM_PUBLISHED_H

#include "date.h"
#include "token.h"

/// From labelled heads ("date 2024-01-19 By ...", "Published 3 March 2022"), datelines ("KYIV, Jan 19, 2024 (Agency) -")
/// and head lines that hold little but a date, within the first lines. A dateline without a year takes the one that the
/// text names beside the same or a neighbouring month. SM_NO_DATE where nothing tells.
/// *head_end: the first token after a labelled date that opens the text, else 0.
sm_date sm_published_in(const sm_tokens *tokens, sm_str text, size_t *head_end);

/// Reads a day in any of the usual forms at token i; *end receives the first token after it. *year_missing (may be
/// NULL: then a year is wanted) is set true for a month and day without a year, whose year is then 1.
sm_date sm_read_day(const sm_tokens *tokens, sm_str text, size_t i, size_t *end, bool *year_missing);

#endif
