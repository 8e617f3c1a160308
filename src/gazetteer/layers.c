#include "layers.h"

#include <stdlib.h>

#include "locate.h"

static bool is_layer(const sm_gazetteer *gazetteer, size_t file) {
  return file + 1 < gazetteer->n && gazetteer->files[file].n[SM_SECTION_CELLS] > 0;
}

static bool has_layer(const sm_gazetteer *gazetteer) {
  for (size_t i = 0; i < gazetteer->n; i++)
    if (is_layer(gazetteer, i)) return true;
  return false;
}

sm_place_ref sm_own_district_at(const sm_gazetteer *gazetteer, double lon, double lat) {
  for (size_t i = 0; i < gazetteer->n; i++) {
    bool on_land;
    if (!is_layer(gazetteer, i) || !sm_on_earth(lon, lat)) continue;
    uint32_t place = sm_local_unit_at(&gazetteer->files[i], lon, lat, &on_land);
    if (place && place <= gazetteer->files[i].n_places) return gazetteer->files[i].base + place;
  }
  return 0;
}

static bool bit(const uint64_t *bits, uint32_t i) {
  return bits[i / 64] >> (i % 64) & 1;
}

static void set_bit(uint64_t *bits, uint32_t i) {
  bits[i / 64] |= 1ull << (i % 64);
}

bool sm_is_hidden(const sm_gazetteer *gazetteer, sm_place_ref ref) {
  const sm_index *base = &gazetteer->files[gazetteer->n - 1];
  return base->hidden && ref && ref <= base->n_places && bit(base->hidden, ref);
}

/// First-level units of the base that hold a district of a layer.
static void mark_covered(const sm_gazetteer *gazetteer, uint64_t *covered) {
  const sm_index *base = &gazetteer->files[gazetteer->n - 1];
  for (size_t i = 0; i < gazetteer->n; i++) {
    if (!is_layer(gazetteer, i)) continue;
    const sm_index *file = &gazetteer->files[i];
    for (uint32_t p = 1; p <= file->n_places; p++) {
      sm_place_ref adm1 = sm_gazetteer_brief(gazetteer, file->base + p).adm1;
      if (adm1 <= base->n_places) set_bit(covered, adm1);
    }
  }
}

static bool lay_over(sm_gazetteer *gazetteer, sm_index *file, const uint64_t *covered) {
  uint32_t *adm2_of = calloc(file->n_places + 1u, sizeof *adm2_of);
  if (!adm2_of) return false;
  for (uint32_t p = 1; p <= file->n_places; p++) {
    sm_place_brief b = sm_gazetteer_brief(gazetteer, file->base + p);
    bool inside = b.adm1 && b.adm1 <= gazetteer->files[gazetteer->n - 1].n_places && bit(covered, b.adm1);
    adm2_of[p] = b.adm2;
    if (!inside || b.kind <= SM_KIND_ADM2) continue;
    adm2_of[p] = sm_own_district_at(gazetteer, b.lon, b.lat);
  }
  file->adm2_of = adm2_of;
  return true;
}

bool sm_lay_districts(sm_gazetteer *gazetteer) {
  sm_index *base = &gazetteer->files[gazetteer->n - 1];
  if (!has_layer(gazetteer)) return true;
  uint64_t *covered = calloc(base->n_places / 64 + 1u, sizeof *covered);
  uint64_t *hidden = calloc(base->n_places / 64 + 1u, sizeof *hidden);
  bool good = covered && hidden;
  if (good) mark_covered(gazetteer, covered);
  for (uint32_t p = 1; good && p <= base->n_places; p++) {
    sm_place_brief b = sm_gazetteer_brief(gazetteer, p);
    if (b.kind == SM_KIND_ADM2 && b.adm1 && b.adm1 <= base->n_places && bit(covered, b.adm1))
      set_bit(hidden, p);
  }
  for (size_t i = 0; good && i < gazetteer->n; i++)
    if (!is_layer(gazetteer, i)) good = lay_over(gazetteer, &gazetteer->files[i], covered);
  free(covered);
  base->hidden = hidden;
  return good;
}
