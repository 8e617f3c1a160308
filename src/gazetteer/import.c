#include "import.h"

#include <ctype.h>
#include <stdlib.h>

#include "derive.h"
#include "index.h"

typedef struct country_code {
  char alpha2[2];
  sm_place_ref country;
} country_code;

static int compare_codes(const void *a, const void *b) {
  return memcmp(((const country_code *)a)->alpha2, ((const country_code *)b)->alpha2, 2);
}

bool sm_import_countries(sm_import *import) {
  import->countries = SM_VECTOR(country_code);
  if (!import->base) return true;
  const sm_index *file = &import->base->files[import->base->n - 1];
  for (uint32_t p = 1; p <= file->n_places; p++) {
    sm_place place;
    if (sm_gazetteer_brief(import->base, file->base + p).kind != SM_KIND_COUNTRY) continue;
    sm_gazetteer_place(import->base, file->base + p, &place);
    if (place.code.len != 2) continue;
    country_code row = {{place.code.ptr[0], place.code.ptr[1]}, file->base + p};
    if (!sm_vector_add(&import->countries, &row, 1)) return false;
  }
  if (import->countries.n)
    qsort(import->countries.items, import->countries.n, sizeof(country_code), compare_codes);
  return true;
}

static sm_place_ref country_of(const sm_import *import, sm_str alpha2) {
  country_code key = {{0}, 0};
  if (alpha2.len != 2 || import->countries.n == 0) return 0;
  memcpy(key.alpha2, alpha2.ptr, 2);
  const country_code *row =
      bsearch(&key, import->countries.items, import->countries.n, sizeof key, compare_codes);
  return row ? row->country : 0;
}

/// The first-level unit of the nearest known place of the country.
static sm_place_ref unit_near(const sm_import *import, sm_place_ref country, double lon, double lat) {
  enum { LOOK_AT = 32 };
  sm_place_ref near[LOOK_AT];
  size_t n = sm_gazetteer_nearest(import->base, lon, lat, 50000, near, LOOK_AT);
  for (size_t i = 0; i < n; i++) {
    sm_place_brief brief = sm_gazetteer_brief(import->base, near[i]);
    if (brief.country == country && brief.adm1) return brief.adm1;
  }
  return 0;
}

void sm_import_units(sm_import *import, sm_new_place *place, sm_str alpha2, sm_str district_id) {
  if (!import->base) return;
  sm_builder *b = &import->builder;
  sm_location_units at = sm_boundary_locate(import->base, place->lon, place->lat);
  sm_place_ref country = country_of(import, alpha2), adm1 = at.adm1, adm2 = at.adm2;
  if (!country) country = at.country;
  if (country != at.country) {
    adm1 = unit_near(import, country, place->lon, place->lat);
    adm2 = 0;
  }
  sm_place_ref coded = district_id.len ? sm_gazetteer_by_id(import->base, district_id) : 0;
  if (coded) {
    adm2 = coded;
    sm_place_ref unit = sm_gazetteer_brief(import->base, coded).adm1;
    if (unit) adm1 = unit;
  }
  sm_place c;
  sm_gazetteer_place(import->base, country, &c);
  place->country = sm_builder_extern(b, country);
  place->adm1 = sm_builder_extern(b, adm1);
  place->adm2 = sm_builder_extern(b, adm2);
  memcpy(import->iso3, c.iso3, sizeof import->iso3);
  if (place->iso3.len == 0) place->iso3 = sm_str_of(import->iso3);
}

bool sm_import_tell(sm_import *import, double share, const char *what) {
  return !import->progress || import->progress(import->done + share * import->share, what, import->user);
}

/// Words that part villages from their names in the dumps of South and West Asia: "Goth Allah Dino".
static bool is_village_word(sm_str w) {
  static const char list[] = " goth killi kili basti dhok mauza qaryat qaryah qarya kalay kalai kelay kali "
                             "kot chak deh dih mazra mazraeh bandi banda ";
  char with[16] = " ";
  if (w.len == 0 || w.len > 10) return false;
  for (size_t i = 0; i < w.len; i++) with[i + 1] = (char)tolower((unsigned char)w.ptr[i]);
  with[w.len + 1] = ' ';
  return strstr(list, with) != NULL;
}

static void derive_village(sm_builder *b, uint32_t place, sm_str name) {
  enum { SHORTEST = 5 };
  const char *first = memchr(name.ptr, ' ', name.len);
  if (!first) return;
  const char *last = first;
  for (const char *p = first; p < name.ptr + name.len; p++)
    if (*p == ' ') last = p;
  sm_str head = {name.ptr, (size_t)(first - name.ptr)}, rest = {first + 1, name.len - head.len - 1};
  sm_str tail = {last + 1, name.len - (size_t)(last + 1 - name.ptr)},
         front = {name.ptr, (size_t)(last - name.ptr)};
  if (is_village_word(head) && rest.len >= SHORTEST) sm_builder_index_name(b, place, rest, SM_NAME_STRIPPED);
  if (is_village_word(tail) && front.len >= SHORTEST)
    sm_builder_index_name(b, place, front, SM_NAME_STRIPPED);
}

static void add_names(sm_builder *b, uint32_t place, const sm_new_place *p, sm_str name, uint32_t flags) {
  sm_derive_names(b, place, name, p->kind, p->iso3, flags);
  if (p->kind == SM_KIND_CITY) derive_village(b, place, name);
}

void sm_import_alias(sm_import *import, uint32_t p, const sm_new_place *place, sm_str name, uint32_t flags) {
  if (name.len == 0 || sm_str_equal(name, place->name)) return;
  sm_builder_alias(&import->builder, p, name, flags);
  add_names(&import->builder, p, place, name, flags);
}

sm_status sm_import_place(sm_import *import, const sm_new_place *place, sm_str alternates, const char *by,
                          sm_error *err) {
  sm_builder *b = &import->builder;
  uint32_t p = sm_builder_add(b, place);
  if (!p) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  if (place->kind <= SM_KIND_ADM2) sm_builder_unit(b, p);
  add_names(b, p, place, place->name, SM_NAME_MAIN);
  while (alternates.len) {
    size_t n = 0;
    while (n < alternates.len && !strchr(by, alternates.ptr[n])) n++;
    sm_str name = {alternates.ptr, n};
    alternates.ptr += n + (n < alternates.len);
    alternates.len -= n + (n < alternates.len);
    while (name.len && *name.ptr == ' ') name.ptr++, name.len--;
    if (name.len == 0) continue;
    uint32_t flags = *name.ptr == '~' ? SM_NAME_SHORT : *name.ptr == '<' ? SM_NAME_FORMER : 0;
    if (flags) name.ptr++, name.len--;
    sm_import_alias(import, p, place, name, flags);
  }
  return b->failed ? sm_fail(err, SM_ERROR_MEMORY, "out of memory") : SM_OK;
}
