#define _LARGEFILE64_SOURCE // GDAL's VSIStatBufL
#include "gazetteer_get.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_vsi.h>
#include <gdal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char own_address[] = "https://download.geonames.org/export/dump";

enum { PATH_CAP = 4096, CHUNK = 1 << 20 };

/// Two letters of a country, or one of GeoNames' whole-world files.
static bool is_dump_name(const char *code) {
  static const char *const whole[] = {"allCountries", "cities500", "cities1000", "cities5000", "cities15000",
                                      "alternateNamesV2", "no-country"};
  for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
    if (strcmp(code, whole[i]) == 0) return true;
  return strlen(code) == 2 && strspn(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 2;
}

static sm_status fail_get(sm_error *err, const char *address) {
  const char *why = CPLGetLastErrorMsg();
  return sm_fail(err, SM_ERROR_IO, "%s: cannot be fetched%s%s", address, *why ? ": " : "", why);
}

/// Copy the source from where the part ends; true when all has come.
static bool copy_rest(VSILFILE *in, VSILFILE *out, vsi_l_offset at, vsi_l_offset size, bool progress) {
  char *chunk = VSIMalloc(CHUNK);
  bool good = chunk && VSIFSeekL(in, at, SEEK_SET) == 0 && VSIFSeekL(out, at, SEEK_SET) == 0;
  while (good && at < size) {
    size_t n = VSIFReadL(chunk, 1, CHUNK, in);
    good = n > 0 && VSIFWriteL(chunk, 1, n, out) == n;
    at += n;
    if (progress && size) GDALTermProgress((double)at / (double)size, NULL, NULL);
  }
  VSIFree(chunk);
  return good;
}

/// Goes on where a broken fetch ended, unless the source is newer than what came then.
static bool fetch(const char *source, const VSIStatBufL *of, const char *path, bool progress) {
  char part[PATH_CAP + 8];
  VSIStatBufL st;
  vsi_l_offset size = (vsi_l_offset)of->st_size;
  snprintf(part, sizeof part, "%s.part", path);
  vsi_l_offset have = VSIStatL(part, &st) == 0 && st.st_mtime >= of->st_mtime ? (vsi_l_offset)st.st_size : 0;
  if (have > size) have = 0;
  VSILFILE *in = VSIFOpenL(source, "rb"), *out = VSIFOpenL(part, have ? "r+b" : "wb");
  bool good = in && out && copy_rest(in, out, have, size, progress);
  if (in) VSIFCloseL(in);
  if (out) good = VSIFCloseL(out) == 0 && good;
  return good && VSIRename(part, path) == 0;
}

sm_status sm_geonames_get(const char *from, const char *code, const char *folder, bool progress, char *out,
                          unsigned long cap, sm_error *err) {
  char address[PATH_CAP], source[PATH_CAP + 16];
  const char *env = getenv("STRIKEMAP_GEONAMES");
  const char *base = from ? from : env && *env ? env : own_address;
  VSIStatBufL st;
  if (!is_dump_name(code))
    return sm_fail(err, SM_ERROR_USAGE, "gazetteer get: %s is no ISO code of two capitals (PK) nor a dump of GeoNames", code);
  snprintf(address, sizeof address, "%s/%s.zip", base, code);
  bool remote = strstr(base, "://") != NULL;
  snprintf(source, sizeof source, "%s%s", remote ? "/vsicurl/" : "", address);
  int n = snprintf(out, cap, "%s/%s.zip", folder, code);
  if (n < 0 || (size_t)n >= cap) return sm_fail(err, SM_ERROR_LIMIT, "%s: path too long", folder);
  CPLErrorReset();
  CPLPushErrorHandler(CPLQuietErrorHandler);
  bool found = VSIStatL(source, &st) == 0 && st.st_size > 0;
  vsi_l_offset size = found ? (vsi_l_offset)st.st_size : 0;
  VSIStatBufL old;
  bool whole = found && VSIStatL(out, &old) == 0 && (vsi_l_offset)old.st_size == size && old.st_mtime >= st.st_mtime;
  bool good = whole || (found && fetch(source, &st, out, progress));
  CPLPopErrorHandler();
  return good ? SM_OK : fail_get(err, address);
}
