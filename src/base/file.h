/// Files: mapping, reading whole, writing aside with a rename at the end, folders, and where the data files lie.
/// Paths are UTF-8. This is the only room that knows the operating system.
#ifndef SM_FILE_H
#define SM_FILE_H

#include <stdio.h>

#include "arena.h"

/// A file mapped for reading; bytes is NULL when the file is empty.
typedef struct sm_mapping {
  const char *bytes;
  size_t len;
} sm_mapping;

/// Map a regular file. Undo with sm_mapping_close. Errors: IO.
SM_API sm_status sm_mapping_open(const char *path, sm_mapping *out, sm_error *err);
SM_API void sm_mapping_close(sm_mapping *mapping);

typedef enum sm_file_kind { SM_FILE_NONE, SM_FILE_REGULAR, SM_FILE_FOLDER, SM_FILE_OTHER } sm_file_kind;

/// What stands at path; links are followed.
SM_API sm_file_kind sm_file_kind_of(const char *path);

/// Read a whole file, or standard input for "-", of at most limit bytes. *out is malloc'ed, followed by a NUL byte
/// that *len does not count; free it. Errors: IO, LIMIT, MEMORY.
SM_API sm_status sm_file_read(const char *path, size_t limit, char **out, size_t *len, sm_error *err);

/// A file that is written beside its place and put there at the end, so that nothing is lost on failure.
typedef struct sm_output sm_output;

/// Errors: IO, MEMORY.
SM_API sm_status sm_output_open(const char *path, sm_output **out, sm_error *err);
SM_API FILE *sm_output_stream(sm_output *output);
/// Path of the unfinished file, for libraries that open it themselves.
SM_API const char *sm_output_path(const sm_output *output);
/// Flush and rename into place; frees output in any case. Errors: IO (the old file is still there).
SM_API sm_status sm_output_commit(sm_output *output, sm_error *err);
/// Remove what was written; NULL is allowed.
SM_API void sm_output_discard(sm_output *output);

/// Names in a folder without hidden ones, in byte order, in the arena. Errors: IO, MEMORY.
SM_API sm_status sm_folder_list(const char *path, sm_arena *arena, char ***names, size_t *n, sm_error *err);

/// Create a folder and those above it; not an error where it exists. Errors: IO, MEMORY.
SM_API sm_status sm_folder_make(const char *path, sm_error *err);

/// Make an empty folder of one's own for passing files; its path into out. Errors: IO, LIMIT.
SM_API sm_status sm_folder_temporary(char *out, size_t cap, sm_error *err);
/// Remove an empty folder; nothing happens where that fails.
SM_API void sm_folder_remove(const char *path);

/// Remove a file. Errors: IO.
SM_API sm_status sm_file_remove(const char *path, sm_error *err);

/// Find a data file of strikemap ("en.lex"): `given` itself if not NULL, else in $STRIKEMAP_DATA, in share/strikemap
/// beside or above the running program or library, or in the install path. Writes the path to out (cap bytes).
/// Errors: IO (tells where it looked), LIMIT.
SM_API sm_status sm_data_path(const char *given, const char *name, char *out, size_t cap, sm_error *err);

/// This process's name among those of all computers, fit for a file name: HOST-PID; and whether another one of this
/// computer's is still there (true for other computers' and for what is no such name).
enum { SM_PROCESS_NAME = 96 };
SM_API void sm_process_name(char out[SM_PROCESS_NAME]);
SM_API bool sm_process_lives(const char *name);

/// The part of a path after its last slash.
SM_API sm_str sm_path_name(const char *path);
/// The same without its last extension; a leading dot starts none.
SM_API sm_str sm_path_stem(const char *path);
/// ".jsonl" of a path, or an empty text.
SM_API sm_str sm_path_extension(const char *path);

#endif
