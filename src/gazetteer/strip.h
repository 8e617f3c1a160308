/// What is kept of sm_boundary_strip. Private to the room.
#ifndef SM_STRIP_H
#define SM_STRIP_H

typedef struct sm_strip_memo sm_strip_memo;

/// NULL when out of memory.
sm_strip_memo *sm_strip_memo_new(void);
void sm_strip_memo_free(sm_strip_memo *memo);

#endif
