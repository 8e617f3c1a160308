// A name in no gazetteer may be another spelling of one that is, where the text tells the province or district that holds
// it: "Sayedabad, Wardak" is Sayyidābād; where it tells a country alone, all but the same spelling. Nowhere else: without an agreeing unit a
// likeness leads far off.
#include <math.h>
#include <string.h>

#include "boundary.h"
#include "resolver.h"

enum { LOOKED_AT = 32, SAME_M = 20000 };

/// The mention's words without its unit words ("Sayedabad District", "Lake X").
static sm_str bare_name(const sm_geocoder *g, const sm_document *doc, const sm_mention *m) {
  const sm_token *t = doc->tokens.items;
  uint32_t first = m->first, last = m->last;
  while (last > first + 1 && (!t[last - 1].key || sm_has_cue(g, t[last - 1].entry, SM_CUE_UNIT))) last--;
  while (first + 1 < last && sm_has_cue(g, t[first].entry, SM_CUE_UNIT)) first++;
  return (sm_str){doc->report.text.ptr + t[first].begin, t[last - 1].end - t[first].begin};
}

static bool lies_in(const sm_gazetteer *g, const sm_place_brief *b, sm_place_ref unit, const sm_place_brief *u) {
  if (u->kind == SM_KIND_COUNTRY) return b->country == unit;
  if (u->kind == SM_KIND_ADM1) return b->adm1 == unit;
  return b->adm2 == unit || sm_boundary_contains(g, unit, b->lon, b->lat);
}

bool sm_has_one_spelling(const sm_gazetteer *gazetteer, sm_place_ref country) {
  static const char countries[][4] = {"ARG", "BOL", "BRA", "CHL", "COL", "CRI", "CUB", "DOM", "ECU", "ESP", "GTM", "HND", "MEX", "NIC", "PAN", "PER", "PRT", "PRY", "SLV", "URY", "VEN"};
  sm_place p = {0};
  if (country) sm_gazetteer_place(gazetteer, country, &p);
  for (size_t i = 0; i < sizeof countries / sizeof countries[0]; i++)
    if (strcmp(p.iso3, countries[i]) == 0) return true;
  return false;
}

sm_place_ref sm_variant_within(const sm_geocoder *geocoder, const sm_document *document, const sm_mention *mention, sm_place_ref unit) {
  const sm_gazetteer *g = geocoder->gazetteer;
  sm_place_brief u = sm_gazetteer_brief(g, unit), best = {0};
  if ((u.kind != SM_KIND_ADM1 && u.kind != SM_KIND_ADM2 && u.kind != SM_KIND_COUNTRY) || sm_has_one_spelling(g, u.country)) return 0;
  const bool district = mention->said_kind == SM_KIND_ADM2, wide = u.kind == SM_KIND_COUNTRY;
  sm_candidate c[LOOKED_AT];
  size_t n = sm_gazetteer_find_similar_in(g, bare_name(geocoder, document, mention), u.country, wide, c, LOOKED_AT);
  sm_place_ref found = 0;
  for (size_t i = 0; i < n && i < LOOKED_AT; i++) {
    sm_place_brief b = sm_gazetteer_brief(g, c[i].place);
    bool fits = b.kind == SM_KIND_CITY || (b.kind == SM_KIND_ADM2 && c[i].place != unit);
    if (!fits || (wide && b.flags & SM_PLACE_CAPITAL) || !lies_in(g, &b, unit, &u)) continue;
    if (!found)
      found = c[i].place, best = b;
    else if (b.kind != best.kind && district == (b.kind == SM_KIND_ADM2) && (district || sm_sphere_distance(b.lon, b.lat, best.lon, best.lat) <= SAME_M))
      found = c[i].place, best = b; // the town, not the district of its name
    else if (sm_sphere_distance(b.lon, b.lat, best.lon, best.lat) > SAME_M)
      return 0; // two of them: neither is told
  }
  return found;
}

/// Adds to a name of no gazetteer the provinces that are spelt nearly so, of one country or (0) of all.
static uint32_t add_provinces(const sm_gazetteer *g, sm_str words, sm_place_ref country, sm_candidate *list, uint32_t n) {
  sm_candidate c[LOOKED_AT];
  size_t found = sm_gazetteer_find_similar_in(g, words, country, !country, c, LOOKED_AT);
  for (size_t i = 0; i < found && i < LOOKED_AT && n < LOOKED_AT; i++)
    if (sm_gazetteer_brief(g, c[i].place).kind == SM_KIND_ADM1) list[n++] = c[i];
  return n;
}

bool sm_find_province_variants(const sm_resolver *r, const sm_mention *mention, sm_name *name) {
  sm_candidate list[LOOKED_AT];
  sm_str words = bare_name(r->g, r->doc, mention);
  uint32_t n = 0;
  for (int i = 0; i < r->countries.n; i++) n = add_provinces(r->g->gazetteer, words, r->countries.items[i].unit, list, n);
  if (!r->countries.n) n = add_provinces(r->g->gazetteer, words, 0, list, n);
  sm_candidate *kept = n ? sm_arena_alloc(r->doc->arena, n * sizeof *kept) : NULL;
  if (!kept) return !n;
  memcpy(kept, list, n * sizeof *kept);
  name->candidates = kept;
  name->n = name->total = n;
  name->best = sm_resolver_brief(r, kept[0].place);
  name->best_flags = kept[0].name_flags;
  return true;
}
