// What the report as a whole says for a place: its countries, provinces and sure places, and the kind told beside a name.
#include "resolver.h"

#include "boundary.h"

float sm_vote_for(const sm_votes *v, sm_place_ref unit) {
  for (int i = 0; unit && i < v->n; i++)
    if (v->items[i].unit == unit) return v->items[i].weight;
  return 0;
}

sm_place_brief sm_resolver_brief(const sm_resolver *r, sm_place_ref place) {
  return sm_gazetteer_brief(r->g->gazetteer, place);
}

const sm_name *sm_resolver_name(const sm_resolver *r, size_t mention) {
  return &r->f->names[r->names[mention]];
}

float sm_kind_fit(uint8_t said, uint8_t kind) {
  if (!said) return 0;
  if (said == kind) return said == SM_KIND_CITY ? 1.0f : 2.6f;
  if ((said == SM_KIND_ADM1 && kind == SM_KIND_ADM2) || (said == SM_KIND_ADM2 && kind == SM_KIND_ADM1))
    return 0.6f;
  if (said == SM_KIND_ADM1 && kind == SM_KIND_COUNTRY) return -0.5f;
  if (said == SM_KIND_ADM2 && kind == SM_KIND_CITY) return 0.2f;
  if (said == SM_KIND_CITY && (kind == SM_KIND_COUNTRY || kind == SM_KIND_ADM1 || kind == SM_KIND_ADM2))
    return -1.5f;
  if (said == SM_KIND_RIVER && kind == SM_KIND_CITY) return -3; // "on the Dnipro"
  if (said == SM_KIND_REGION || said == SM_KIND_SITE || said == SM_KIND_BASE || said == SM_KIND_AIRPORT)
    return kind >= SM_KIND_AIRPORT ? 0.8f : 0;
  return -0.4f;
}

/// Flat distances do: only three steps matter (40, 120 and 300 km, here in squared degrees of a great
/// circle).
static float nearness(const sm_resolver *r, const sm_place_brief *b, uint32_t name) {
  float best = 1e9f;
  for (int i = 0; i < r->n_near; i++) {
    const sm_anchor *a = &r->near[i];
    if (a->name == name) continue;
    float y = b->lat - a->lat, x = (b->lon - a->lon) * a->cos_lat, d = x * x + y * y;
    if (d < best) best = d;
  }
  return best < 0.13f ? 0.9f : best < 1.17f ? 0.6f : best < 7.3f ? 0.3f : 0;
}

sm_place_ref sm_local_country(const sm_resolver *r, uint32_t index) {
  static const float AMONG = 1.2f;
  const sm_name *name = &r->f->names[index];
  for (uint32_t i = 0; i < name->n; i++)
    if (name->options[i].brief.kind == SM_KIND_CITY && name->options[i].near >= AMONG) return name->options[i].brief.country;
  return 0;
}

float sm_resolver_support(const sm_resolver *r, const sm_place_brief *b, uint32_t name, uint32_t *why) {
  float s = 0;
  float c = sm_vote_for(&r->countries, b->country);
  if (r->own[name].land == b->country && sm_local_country(r, name)) c -= r->own[name].country;
  if (c > 1e-4f) {
    s += 1.2f * c / (c + 1) + 0.8f * c / r->countries.most;
    *why |= WHY_COUNTRY;
  }
  const sm_own_votes *own = &r->own[name]; // what a lesser name gave itself backs nothing
  float p = sm_vote_for(&r->provinces, b->adm1) - (own->unit == b->adm1 ? own->province : 0);
  if (p > 1e-4f) {
    s += 1.6f * p / (p + 0.5f);
    *why |= WHY_PROVINCE;
  }
  if (b->kind != SM_KIND_COUNTRY) {
    float near = nearness(r, b, name);
    s += near;
    if (near > 0.5f) *why |= WHY_NEAR;
  }
  return s;
}

/// A country's code that is a province's abbreviation too ("Ky."): news mean the province.
bool sm_shares_short_form(const sm_resolver *r, uint32_t index) {
  const sm_name *name = &r->f->names[index];
  const sm_option *o = r->options[index];
  if (!(name->best_flags & SM_NAME_SHORT)) return false;
  for (uint32_t i = 0; i < name->n; i++)
    if (o[i].name_flags & SM_NAME_SHORT && o[i].brief.kind == SM_KIND_ADM1) return true;
  return false;
}

/// "a Kharkiv village", "an attack on Borno village": no city is a village, and the province that bears its name holds one.
sm_place_ref sm_province_of_village(const sm_resolver *r, size_t i, const sm_place_brief *b, uint32_t name_flags) {
  enum { MOST_VILLAGERS = 40000 };
  const sm_mention *m = &r->m->items[i];
  const sm_name *name = sm_resolver_name(r, i);
  const bool far = !(name_flags & SM_NAME_MAIN), told = sm_token_reads(r->doc, m->last, "village") || sm_token_reads(r->doc, m->last, "villages");
  if (!told || b->kind != SM_KIND_CITY || (!far && b->population <= MOST_VILLAGERS)) return 0;
  for (uint32_t k = 0; k < name->n; k++) {
    const sm_option *o = &r->options[r->names[i]][k];
    if (o->brief.kind == SM_KIND_ADM1 && !(o->name_flags & SM_NAME_VARIANT) && (far || o->brief.country == b->country)) return name->candidates[k].place;
  }
  return 0;
}

/// "The Kabul bombing on Thursday killed 13 US troops": no small town that bears a capital's name as another of its own, unless an address says so.
bool sm_is_capitals_name(const sm_resolver *r, size_t i, sm_place_ref held) {
  enum { LARGE = 500000, SMALL = 50000 };
  const sm_mention *m = &r->m->items[i];
  const sm_name *name = sm_resolver_name(r, i);
  const sm_place_brief b = sm_resolver_brief(r, held);
  const bool address = m->last < r->doc->tokens.n && (r->doc->tokens.items[m->last].sign == ',' || r->doc->tokens.items[m->last].sign == '(');
  if (address || b.kind != SM_KIND_CITY || b.population >= SMALL) return false;
  bool capital = false;
  for (uint32_t k = 0; k < name->n; k++) {
    const sm_option *o = &r->options[r->names[i]][k];
    if (name->candidates[k].place == held && o->name_flags & SM_NAME_MAIN) return false;
    capital |= o->brief.flags & SM_PLACE_CAPITAL && o->name_flags & SM_NAME_MAIN && o->brief.population >= LARGE;
  }
  return capital;
}

/// Whether the name of mention i may mean the place.
static bool is_option(const sm_resolver *r, size_t i, sm_place_ref place) {
  const uint32_t index = r->names[i];
  for (uint32_t k = 0; k < r->f->names[index].n; k++)
    if (r->options[index][k].place == place) return true;
  return false;
}

void sm_hold_holders(sm_resolver *r, bool abroad) {
  enum { FAR_M = 100000 };
  for (size_t k = 0; k < r->m->n; k++) {
    const sm_mention *m = &r->m->items[k];
    const uint32_t outer = m->container;
    if (!outer || !r->holder[k] || r->held[outer - 1] || !is_option(r, outer - 1, r->holder[k])) continue;
    const sm_place_brief holder = sm_resolver_brief(r, r->holder[k]), chosen = sm_resolver_brief(r, r->by_name[r->names[outer - 1]].place), inner = sm_resolver_brief(r, r->held[k]);
    const bool address = r->m->items[outer - 1].first == m->last + 1 && r->doc->tokens.items[m->last].sign == ',';
    const bool far = address && holder.kind == SM_KIND_ADM1 && chosen.kind == SM_KIND_CITY && r->held[k] && sm_sphere_distance(inner.lon, inner.lat, chosen.lon, chosen.lat) > FAR_M;
    if (abroad ? holder.country != chosen.country : far) r->held[outer - 1] = r->holder[k];
  }
}

bool sm_resolver_has_town(const sm_resolver *r, size_t k) {
  for (uint32_t i = 0; i < sm_resolver_name(r, k)->n; i++)
    if (r->options[r->names[k]][i].brief.kind == SM_KIND_CITY) return true;
  return false;
}

bool sm_resolver_leads_name(const sm_resolver *r, uint32_t i) {
  const sm_token *t = r->doc->tokens.items;
  const uint32_t sentence = t[i].sentence;
  if (i + 4 < r->doc->tokens.n && sm_token_cue(r->g, &t[i + 1], SM_CUE_CONNECTOR) & SM_JOIN_ARTICLE && (sm_token_cue(r->g, &t[i + 2], SM_CUE_UNIT) & SM_UNIT_KIND) == SM_KIND_CITY && (sm_token_cue(r->g, &t[i + 3], SM_CUE_PREPOSITION) & 15) == SM_PREP_OF) i += 3;
  if (i + 2 < r->doc->tokens.n && (sm_token_cue(r->g, &t[i + 1], SM_CUE_PREPOSITION) & 15) == SM_PREP_IN) i++;
  return i + 1 < r->doc->tokens.n && t[i + 1].sentence == sentence && t[i + 1].flags & SM_TOKEN_CAPITAL;
}

static bool has_comma_between(const sm_resolver *r, size_t k) {
  const sm_mention *a = &r->m->items[k - 1], *b = &r->m->items[k];
  return a->sentence == b->sentence && b->first == a->last + 1 && r->doc->tokens.items[a->last].sign == ',';
}

bool sm_is_inside_list(const sm_resolver *r, size_t k) {
  return k >= 2 && k + 1 < r->m->n && has_comma_between(r, k - 1) && has_comma_between(r, k) && has_comma_between(r, k + 1);
}
