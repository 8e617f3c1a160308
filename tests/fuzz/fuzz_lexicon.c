/// Any bytes as a user's word list, and as a compiled lexicon.
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "lexicon.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  char path[64];
  snprintf(path, sizeof path, "/tmp/fuzz_lexicon_%ld.txt", (long)getpid());
  FILE *f = fopen(path, "wb");
  if (!f) abort();
  fwrite(data, 1, size, f);
  fclose(f);
  sm_lexicon *lexicon = NULL;
  if (sm_lexicon_open(path, &lexicon, NULL) == SM_OK) abort(); // a checksum does not come by chance
  if (sm_lexicon_open(SM_FUZZ_DATA "/en.lex", &lexicon, NULL)) abort();
  if (sm_lexicon_add(lexicon, path, NULL) == SM_OK) {
    sm_lexicon_class c = sm_lexicon_class_info(lexicon, 0);
    for (int id = 0; *c.name; c = sm_lexicon_class_info(lexicon, ++id))
      for (uint32_t row = c.n_rows > 3 ? c.n_rows - 3 : 0; row < c.n_rows; row++) {
        if (!sm_lexicon_phrase(lexicon, id, row).len) abort();
        sm_lexicon_attribute(lexicon, id, row, "iso3");
      }
  }
  sm_lexicon_close(lexicon);
  return 0;
}
