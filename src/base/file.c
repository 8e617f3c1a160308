#define _GNU_SOURCE
#include "file.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef SM_DATA_DIR
#define SM_DATA_DIR "/usr/local/share/strikemap"
#endif

static sm_status fail_io(sm_error *err, const char *path) {
  return sm_fail(err, SM_ERROR_IO, "%s: %s", path, strerror(errno));
}

sm_status sm_mapping_open(const char *path, sm_mapping *out, sm_error *err) {
  *out = (sm_mapping){NULL, 0};
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return fail_io(err, path);
  struct stat st;
  sm_status status = SM_OK;
  if (fstat(fd, &st) != 0)
    status = fail_io(err, path);
  else if (!S_ISREG(st.st_mode))
    status = sm_fail(err, SM_ERROR_IO, "%s: not a file", path);
  else if (st.st_size > 0) {
    void *p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_SHARED, fd, 0);
    if (p == MAP_FAILED)
      status = fail_io(err, path);
    else
      *out = (sm_mapping){p, (size_t)st.st_size};
  }
  close(fd);
  return status;
}

void sm_mapping_close(sm_mapping *mapping) {
  if (mapping->bytes) munmap((void *)(uintptr_t)mapping->bytes, mapping->len);
  *mapping = (sm_mapping){NULL, 0};
}

sm_file_kind sm_file_kind_of(const char *path) {
  struct stat st;
  if (stat(path, &st) != 0) return SM_FILE_NONE;
  if (S_ISREG(st.st_mode)) return SM_FILE_REGULAR;
  return S_ISDIR(st.st_mode) ? SM_FILE_FOLDER : SM_FILE_OTHER;
}

static sm_status read_stream(FILE *in, const char *path, size_t limit, char **out, size_t *len, sm_error *err) {
  size_t cap = 64 * 1024, n = 0;
  char *bytes = malloc(cap);
  while (bytes) {
    n += fread(bytes + n, 1, cap - n - 1, in);
    if (n < cap - 1 || n > limit) break;
    char *more = cap <= SIZE_MAX / 4 ? realloc(bytes, cap *= 2) : NULL;
    if (!more) free(bytes);
    bytes = more;
  }
  if (!bytes) return sm_fail(err, SM_ERROR_MEMORY, "%s: out of memory", path);
  sm_status status = SM_OK;
  if (ferror(in)) status = fail_io(err, path);
  else if (n > limit) status = sm_fail(err, SM_ERROR_LIMIT, "%s: larger than %zu bytes", path, limit);
  if (status) {
    free(bytes);
    return status;
  }
  bytes[n] = 0;
  *out = bytes;
  *len = n;
  return SM_OK;
}

sm_status sm_file_read(const char *path, size_t limit, char **out, size_t *len, sm_error *err) {
  if (strcmp(path, "-") == 0) return read_stream(stdin, "standard input", limit, out, len, err);
  if (sm_file_kind_of(path) == SM_FILE_FOLDER) return sm_fail(err, SM_ERROR_IO, "%s: is a folder", path);
  FILE *in = fopen(path, "rbe");
  if (!in) return fail_io(err, path);
  sm_status status = read_stream(in, path, limit, out, len, err);
  fclose(in);
  return status;
}

struct sm_output {
  FILE *stream;
  char *path;
  char *aside;
};

static void output_free(sm_output *output) {
  free(output->path);
  free(output->aside);
  free(output);
}

sm_status sm_output_open(const char *path, sm_output **out, sm_error *err) {
  sm_output *o = calloc(1, sizeof *o);
  size_t room = strlen(path) + 32;
  if (o) o->path = strdup(path), o->aside = malloc(room);
  if (!o || !o->path || !o->aside) {
    if (o) output_free(o);
    return sm_fail(err, SM_ERROR_MEMORY, "%s: out of memory", path);
  }
  snprintf(o->aside, room, "%s.%ld.part", path, (long)getpid());
  o->stream = fopen(o->aside, "wbe");
  if (!o->stream) {
    sm_status status = fail_io(err, path);
    output_free(o);
    return status;
  }
  *out = o;
  return SM_OK;
}

FILE *sm_output_stream(sm_output *output) { return output->stream; }
const char *sm_output_path(const sm_output *output) { return output->aside; }

sm_status sm_output_commit(sm_output *output, sm_error *err) {
  bool bad = ferror(output->stream) != 0;
  errno = bad ? EIO : 0;
  bad |= fclose(output->stream) != 0;
  if (bad || rename(output->aside, output->path) != 0) {
    sm_status status = fail_io(err, output->path);
    unlink(output->aside);
    output_free(output);
    return status;
  }
  output_free(output);
  return SM_OK;
}

void sm_output_discard(sm_output *output) {
  if (!output) return;
  fclose(output->stream);
  unlink(output->aside);
  output_free(output);
}

static int by_bytes(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

sm_status sm_folder_list(const char *path, sm_arena *arena, char ***names, size_t *n, sm_error *err) {
  DIR *dir = opendir(path);
  if (!dir) return fail_io(err, path);
  char **list = NULL;
  size_t count = 0, cap = 0;
  sm_status status = SM_OK;
  for (struct dirent *e; status == SM_OK && (e = readdir(dir));) {
    if (e->d_name[0] == '.') continue;
    list = sm_arena_grow(arena, list, count, &cap, sizeof *list);
    if (!list || !(list[count++] = sm_arena_strdup(arena, sm_str_of(e->d_name))))
      status = sm_fail(err, SM_ERROR_MEMORY, "%s: out of memory", path);
  }
  closedir(dir);
  if (status) return status;
  if (count) qsort(list, count, sizeof *list, by_bytes);
  *names = list;
  *n = count;
  return SM_OK;
}

sm_status sm_folder_make(const char *path, sm_error *err) {
  char *copy = strdup(path);
  if (!copy) return sm_fail(err, SM_ERROR_MEMORY, "%s: out of memory", path);
  sm_status status = SM_OK;
  for (char *end = copy; end && !status;) {
    end = strchr(end + 1, '/');
    if (end) *end = 0;
    if (mkdir(copy, 0777) && (errno != EEXIST || sm_file_kind_of(copy) != SM_FILE_FOLDER)) status = fail_io(err, copy);
    if (end) *end = '/';
  }
  free(copy);
  return status;
}

sm_status sm_folder_temporary(char *out, size_t cap, sm_error *err) {
  const char *root = getenv("TMPDIR");
  int n = snprintf(out, cap, "%s/strikemap-XXXXXX", root && *root ? root : "/tmp");
  if (n < 0 || (size_t)n >= cap) return sm_fail(err, SM_ERROR_LIMIT, "path of the folder for passing files too long");
  if (!mkdtemp(out)) return sm_fail(err, SM_ERROR_IO, "%s: %s", out, strerror(errno));
  return SM_OK;
}

void sm_folder_remove(const char *path) { rmdir(path); }

sm_status sm_file_remove(const char *path, sm_error *err) { return unlink(path) == 0 ? SM_OK : fail_io(err, path); }

static bool put_path(char *out, size_t cap, const char *folder, const char *between, const char *name) {
  int n = snprintf(out, cap, "%s%s%s", folder, between, name);
  return n > 0 && (size_t)n < cap;
}

/// The folder of the program or shared library that holds this code.
static bool own_folder(char out[PATH_MAX]) {
  Dl_info info;
  char *at = NULL;
  if (dladdr((const void *)(uintptr_t)&sm_data_path, &info) && info.dli_fname && strchr(info.dli_fname, '/'))
    at = realpath(info.dli_fname, out);
  if (!at) at = realpath("/proc/self/exe", out);
  char *slash = at ? strrchr(out, '/') : NULL;
  if (!slash) return false;
  *slash = 0;
  return true;
}

sm_status sm_data_path(const char *given, const char *name, char *out, size_t cap, sm_error *err) {
  if (given) {
    if (!put_path(out, cap, given, "", "")) return sm_fail(err, SM_ERROR_LIMIT, "%s: path too long", given);
    return sm_file_kind_of(out) == SM_FILE_REGULAR ? SM_OK : sm_fail(err, SM_ERROR_IO, "%s: no such file", given);
  }
  const char *env = getenv("STRIKEMAP_DATA");
  if (env && *env && put_path(out, cap, env, "/", name) && sm_file_kind_of(out) == SM_FILE_REGULAR) return SM_OK;
  char folder[PATH_MAX];
  if (own_folder(folder))
    for (char *slash = folder; slash && *folder; (slash = strrchr(folder, '/')) && (*slash = 0))
      if (put_path(out, cap, folder, "/share/strikemap/", name) && sm_file_kind_of(out) == SM_FILE_REGULAR)
        return SM_OK;
  if (put_path(out, cap, SM_DATA_DIR, "/", name) && sm_file_kind_of(out) == SM_FILE_REGULAR) return SM_OK;
  return sm_fail(err, SM_ERROR_IO,
                 "%s: not found in STRIKEMAP_DATA, in share/strikemap beside or above the program, or in %s", name,
                 SM_DATA_DIR);
}

static void host_name(char out[64]) {
  if (gethostname(out, 64)) out[0] = 0;
  out[63] = 0;
  for (char *c = out; *c; c++)
    if (*c == '/' || *c == '-') *c = '_';
}

void sm_process_name(char out[SM_PROCESS_NAME]) {
  char host[64];
  host_name(host);
  snprintf(out, SM_PROCESS_NAME, "%s-%lld", host, (long long)getpid());
}

bool sm_process_lives(const char *name) {
  char host[64], *end;
  host_name(host);
  size_t len = strlen(host);
  if (strncmp(name, host, len) != 0 || name[len] != '-') return true;
  long long pid = strtoll(name + len + 1, &end, 10);
  if (end == name + len + 1 || (*end && *end != '-') || pid <= 0) return true;
  return kill((pid_t)pid, 0) == 0 || errno != ESRCH;
}

sm_str sm_path_name(const char *path) {
  const char *slash = strrchr(path, '/');
  return sm_str_of(slash ? slash + 1 : path);
}

sm_str sm_path_extension(const char *path) {
  sm_str name = sm_path_name(path);
  const char *dot = strrchr(name.ptr, '.');
  return dot && dot != name.ptr ? sm_str_of(dot) : (sm_str){name.ptr + name.len, 0};
}

sm_str sm_path_stem(const char *path) {
  sm_str name = sm_path_name(path);
  return (sm_str){name.ptr, name.len - sm_path_extension(path).len};
}
