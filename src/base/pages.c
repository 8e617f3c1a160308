#define _DEFAULT_SOURCE // madvise

#include "pages.h"

#include <stdint.h>
#include <sys/mman.h>

enum { LARGE_PAGE = 2 * 1024 * 1024 };

void sm_prefer_large_pages(void *bytes, size_t n) {
#ifdef MADV_HUGEPAGE
  uintptr_t first = ((uintptr_t)bytes + LARGE_PAGE - 1) / LARGE_PAGE * LARGE_PAGE;
  uintptr_t end = ((uintptr_t)bytes + n) / LARGE_PAGE * LARGE_PAGE;
  if (first < end) madvise((void *)first, end - first, MADV_HUGEPAGE); // a wish: its failure harms nothing
#else
  (void)bytes;
  (void)n;
#endif
}
