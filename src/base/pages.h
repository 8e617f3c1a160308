/// Large pages for large memory.
#ifndef SM_PAGES_H
#define SM_PAGES_H

#include <stddef.h>

/// Ask for large pages behind the bytes, none of which need have been touched; where the system has none, nothing
/// happens. Worth it from a few megabytes on: a million rows are filled without half a million page faults.
void sm_prefer_large_pages(void *bytes, size_t n);

#endif
