/// Part of the build: compiles the place files of a folder into the built-in gazetteer.
#include <stdio.h>

#include "build.h"

int main(int argc, char **argv) {
  if (argc != 3) {
    fprintf(stderr, "usage: compile_gazetteer FOLDER OUT.gaz\n");
    return 2;
  }
  sm_error err;
  if (sm_gazetteer_build_builtin(argv[1], argv[2], NULL, NULL, &err) == SM_OK) return 0;
  fprintf(stderr, "compile_gazetteer: %s\n", err.message);
  return 1;
}
