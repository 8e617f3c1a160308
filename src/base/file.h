/// Files as the rooms need them: mapped for reading, and written aside and renamed so that what existed
/// before is lost only when the new file is whole. All POSIX of the library lives here.
#ifndef SM_FILE_H
#define SM_FILE_H

#include <stdbool.h>
#include <stdio.h>

#include "status.h"

/// A whole file mapped for reading; {NULL, 0} for an empty file.
typedef struct sm_file_map {
  const unsigned char *bytes;
  size_t size;
} sm_file_map;

/// Map path for reading. Close with sm_file_unmap. Errors: IO (names the file).
SM_API sm_status sm_file_map_open(const char *path, sm_file_map *out, sm_error *err);
SM_API void sm_file_unmap(sm_file_map *map);

/// A file being written beside `path`.
typedef struct sm_file_aside {
  FILE *stream;
  char *path;  ///< where it will stand
  char *aside; ///< where it is written, in the same folder
} sm_file_aside;

/// Start writing beside path. End with sm_file_aside_keep or sm_file_aside_drop. Errors: IO, MEMORY.
SM_API sm_status sm_file_aside_open(const char *path, sm_file_aside *out, sm_error *err);

/// Flush, check all writes and rename over path; on failure nothing at path has changed. Errors: IO.
SM_API sm_status sm_file_aside_keep(sm_file_aside *file, sm_error *err);

/// Forget what was written.
SM_API void sm_file_aside_drop(sm_file_aside *file);

/// Create a folder and those above it; not an error where it exists. Errors: IO, MEMORY.
SM_API sm_status sm_file_make_folder(const char *path, sm_error *err);

/// Names of the files in a folder, in byte order, without hidden ones: a malloc'd array of malloc'd strings,
/// NULL after the last. Free with sm_file_list_free. Errors: IO, MEMORY.
SM_API sm_status sm_file_list(const char *folder, char ***out, size_t *n, sm_error *err);
SM_API void sm_file_list_free(char **names);

#endif
