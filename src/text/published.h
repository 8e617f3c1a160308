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


#endif
