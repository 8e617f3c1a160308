/// For the build: compile_lexicon FOLDER OUT turns the plain files of a lexicon into the table that strikemap maps.
#include <stdio.h>

#include "lexicon.h"

int main(int argc, char **argv) {
  sm_error err = {0};
  if (argc != 3) {
    fputs("usage: compile_lexicon FOLDER OUT\n", stderr);
    return 2;
  }
  if (sm_lexicon_compile(argv[1], argv[2], &err) == SM_OK) return 0;
  fprintf(stderr, "compile_lexicon: %s\n", err.message);
  return 1;
}
