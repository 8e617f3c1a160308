#define _POSIX_C_SOURCE 200809L
#include "file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static sm_status map_descriptor(int fd, const char *path, sm_file_map *out, sm_error *err) {
  struct stat st;
  if (fstat(fd, &st)) return sm_fail(err, SM_ERROR_IO, "%s: %s", path, strerror(errno));
  if (!S_ISREG(st.st_mode)) return sm_fail(err, SM_ERROR_IO, "%s: not a file", path);
  if (st.st_size == 0) return SM_OK;
  void *bytes = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
  if (bytes == MAP_FAILED) return sm_fail(err, SM_ERROR_IO, "%s: %s", path, strerror(errno));
  *out = (sm_file_map){bytes, (size_t)st.st_size};
  return SM_OK;
}

sm_status sm_file_map_open(const char *path, sm_file_map *out, sm_error *err) {
  *out = (sm_file_map){0};
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return sm_fail(err, SM_ERROR_IO, "%s: %s", path, strerror(errno));
  sm_status status = map_descriptor(fd, path, out, err);
  close(fd);
  return status;
}

void sm_file_unmap(sm_file_map *map) {
  if (map->bytes) munmap((void *)map->bytes, map->size);
  *map = (sm_file_map){0};
}

static void aside_free(sm_file_aside *file) {
  free(file->path);
  free(file->aside);
  *file = (sm_file_aside){0};
}

sm_status sm_file_aside_open(const char *path, sm_file_aside *out, sm_error *err) {
  static const char suffix[] = ".XXXXXX";
  size_t n = strlen(path);
  *out = (sm_file_aside){.path = malloc(n + 1), .aside = malloc(n + sizeof suffix)};
  if (!out->path || !out->aside) {
    aside_free(out);
    return sm_fail(err, SM_ERROR_MEMORY, "%s: out of memory", path);
  }
  memcpy(out->path, path, n + 1);
  memcpy(out->aside, path, n);
  memcpy(out->aside + n, suffix, sizeof suffix);
  int fd = mkstemp(out->aside);
  out->stream = fd < 0 ? NULL : fdopen(fd, "wb");
  if (out->stream) return SM_OK;
  sm_fail(err, SM_ERROR_IO, "%s: %s", path, strerror(errno));
  if (fd >= 0) {
    close(fd);
    unlink(out->aside);
  }
  aside_free(out);
  return SM_ERROR_IO;
}

sm_status sm_file_aside_keep(sm_file_aside *file, sm_error *err) {
  mode_t mask = umask(0);
  umask(mask);
  bool good = !ferror(file->stream) && !fflush(file->stream) && !fchmod(fileno(file->stream), 0666 & ~mask);
  good = !fclose(file->stream) && good;
  good = good && !rename(file->aside, file->path);
  if (!good) {
    sm_fail(err, SM_ERROR_IO, "%s: %s", file->path, strerror(errno));
    unlink(file->aside);
  }
  aside_free(file);
  return good ? SM_OK : SM_ERROR_IO;
}

void sm_file_aside_drop(sm_file_aside *file) {
  if (!file->stream) return;
  fclose(file->stream);
  unlink(file->aside);
  aside_free(file);
}

sm_status sm_file_make_folder(const char *path, sm_error *err) {
  size_t n = strlen(path);
  char *copy = malloc(n + 1);
  if (!copy) return sm_fail(err, SM_ERROR_MEMORY, "%s: out of memory", path);
  memcpy(copy, path, n + 1);
  sm_status status = SM_OK;
  for (size_t i = 1; i <= n && !status; i++) {
    if (copy[i] != '/' && copy[i]) continue;
    char c = copy[i];
    copy[i] = 0;
    struct stat st;
    if (mkdir(copy, 0777) && (errno != EEXIST || stat(copy, &st) || !S_ISDIR(st.st_mode)))
      status = sm_fail(err, SM_ERROR_IO, "%s: %s", copy, strerror(errno));
    copy[i] = c;
  }
  free(copy);
  return status;
}

static int compare_names(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

/// Adds a name to a NULL-terminated list; false when out of memory.
static bool list_add(char ***names, size_t *n, const char *name) {
  if ((*n & (*n + 1)) == 0) {
    char **grown = realloc(*names, (2 * *n + 2) * sizeof **names);
    if (!grown) return false;
    *names = grown;
  }
  size_t size = strlen(name) + 1;
  char *copy = malloc(size);
  if (copy) memcpy(copy, name, size);
  (*names)[*n] = copy;
  if (!copy) return false;
  (*names)[++*n] = NULL;
  return true;
}

sm_status sm_file_list(const char *folder, char ***out, size_t *n, sm_error *err) {
  *out = NULL;
  *n = 0;
  DIR *dir = opendir(folder);
  if (!dir) return sm_fail(err, SM_ERROR_IO, "%s: %s", folder, strerror(errno));
  bool good = true;
  char **names = calloc(1, sizeof *names);
  good = names != NULL;
  for (struct dirent *e; good && (e = readdir(dir));)
    if (e->d_name[0] != '.') good = list_add(&names, n, e->d_name);
  closedir(dir);
  if (!good) {
    sm_file_list_free(names);
    return sm_fail(err, SM_ERROR_MEMORY, "%s: out of memory", folder);
  }
  qsort(names, *n, sizeof *names, compare_names);
  *out = names;
  return SM_OK;
}

void sm_file_list_free(char **names) {
  for (char **p = names; p && *p; p++) free(*p);
  free(names);
}
