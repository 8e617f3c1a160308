// Where a place lies by the one that it is told beside: "X near Y", "X, 20 km south of Y", and what a head tells of its paragraph.
#include "boundary.h"
#include "distance.h"
#include "resolver.h"

sm_place_ref sm_namesake_near(const sm_resolver *r, size_t index, const sm_place_brief *o, double reach) {
  const sm_name *in = sm_resolver_name(r, index);
  sm_place_ref found = 0;
  float best = -1e9f;
  for (uint32_t k = 0; k < in->n; k++) {
    const sm_option *option = &r->options[r->names[index]][k];
    bool near = sm_sphere_distance(option->brief.lon, option->brief.lat, o->lon, o->lat) <= reach;
    if ((option->brief.kind == SM_KIND_CITY || option->brief.kind == SM_KIND_ADM2) && near && option->standing > best) best = option->standing, found = option->place;
  }
  return found;
}

/// Metres within which the words say that a place lies of the one told after it ("X, 20 km south of Y", "X near Y"); 0 they do not. inner: of
/// the place's namesakes the one in question, or NULL.
static double told_reach(const sm_resolver *r, const sm_mention *a, const sm_mention *b, const sm_place_brief *inner, const sm_place_brief *outer) {
  enum { WORDS = 12, LARGE = 500000 }; ///< "X, roughly 30 miles (50 km) south of Y"
  static const double NEAR_M = 60e3, WAY_M = 120e3, FROM_CAPITAL_M = 400e3, ROUGH = 1.5, SLACK_M = 25e3;
  const sm_tokens *tokens = &r->doc->tokens;
  const sm_token *t = tokens->items;
  if (a->sentence != b->sentence || b->first <= a->last || b->first - a->last > WORDS) return 0;
  bool near = false, way = false;
  double metres = 0;
  for (uint32_t i = a->last; i < b->first; i++) {
    if (sm_token_cue(r->g, &t[i], SM_CUE_CONNECTOR) & SM_JOIN_AND || sm_has_cue(r->g, t[i].entry, SM_CUE_TRIGGER) || t[i].sign == ';') return 0;
    uint8_t relation = sm_token_cue(r->g, &t[i], SM_CUE_RELATION), prep = sm_token_cue(r->g, &t[i], SM_CUE_PREPOSITION) & 15;
    near |= relation == SM_REL_NEAR || relation == SM_REL_OUTSKIRTS || prep == SM_PREP_NEAR;
    const bool from = (prep == SM_PREP_OF || prep == SM_PREP_FROM) && i > a->last;
    way |= from && sm_token_cue(r->g, &t[i - 1], SM_CUE_DIRECTION) & SM_DIR_NOUN;
    way |= from && prep == SM_PREP_FROM && metres > 0 && sm_distance_before(r->g, r->doc, a->last, i).metres > 0; // "X, 15 km from Y"
    const sm_distance told = sm_distance_before(r->g, r->doc, a->last, i + 1);
    if (told.metres > 0) metres = told.metres + told.loose;
  }
  if (metres > 0 && (way || near)) return ROUGH * metres + SLACK_M;
  if (near) return NEAR_M;
  const bool known = outer->flags & SM_PLACE_CAPITAL || outer->population > LARGE || (inner && inner->adm1 && inner->adm1 == outer->adm1); // the province's seat is far off
  return !way ? 0 : known ? FROM_CAPITAL_M : WAY_M;
}

/// "X near Y", "X, 20 km from Y", "X, 150 km north of Y", not "X, north of the capital Y".
static bool is_told_near(const sm_resolver *r, const sm_mention *a, const sm_mention *b, const sm_place_brief *outer) {
  static const double FAR_M = 110e3;
  const double reach = told_reach(r, a, b, NULL, outer);
  return reach > 0 && (reach < FAR_M || sm_distance_aimed(r->g, r->doc, a->last, b->first - 1) > 0);
}

/// "Novopetrivka near Huliaipole": of the namesakes the one that lies near what the text tells beside it; where none does, the name is one
/// that no gazetteer has.
static void read_neighbour(sm_resolver *r, size_t index) {
  enum { SMALL = 100000, FAR_M = 150000, OVERSEAS_M = 1000000 };
  const sm_name *in = sm_resolver_name(r, index);
  sm_mention *a = &r->m->items[index], *b = a + 1;
  const sm_choice *chosen = &r->by_name[r->names[index]], *beside = &r->by_name[r->names[index + 1]];
  sm_place_ref other = r->held[index + 1] ? r->held[index + 1] : beside->place;
  if (!in->n && other && !a->container && b->role == SM_ROLE_LITERAL && a->role == SM_ROLE_LITERAL) {
    sm_place_brief o = sm_resolver_brief(r, other);
    if (o.kind == SM_KIND_CITY && is_told_near(r, a, b, &o)) a->container = (uint32_t)index + 2; // "Tole Kebele, 20 kilometres from Gimbi"
    return;
  }
  if (!in->n || !chosen->place || !other || r->held[index] || a->role == SM_ROLE_DEMONYM || b->role == SM_ROLE_DEMONYM) return;
  sm_place_brief o = sm_resolver_brief(r, other), c = sm_resolver_brief(r, chosen->place);
  bool sure = r->held[index + 1] || beside->apart > 1;
  const bool unit_abroad = (c.kind == SM_KIND_ADM1 || c.kind == SM_KIND_ADM2) && c.country != o.country && a->said_kind != (sm_place_kind)c.kind; // "in Mafraq, just west of Baquba"
  const double apart_m = sm_sphere_distance(c.lon, c.lat, o.lon, o.lat);
  const sm_token *next = &r->doc->tokens.items[a->last];
  const bool other_land = c.country != o.country && apart_m > OVERSEAS_M && next->sign == ',' && !(sm_token_cue(r->g, next + 1, SM_CUE_CONNECTOR) & SM_JOIN_AUXILIARY); // "Dar es Salaam, east of El Fasher"
  const bool known = !unit_abroad && c.population > SMALL && !other_land; // only a namesake that does lie there speaks against it
  if (!sure || o.kind != SM_KIND_CITY || (c.kind != SM_KIND_CITY && !unit_abroad)) return;
  if (c.flags & SM_PLACE_CAPITAL && !other_land) return;
  double reach = told_reach(r, a, b, &c, &o);
  if (reach <= 0 || apart_m <= reach) return;
  sm_place_ref nearest = sm_namesake_near(r, index, &o, reach);
  if (nearest) {
    r->held[index] = nearest;
    return;
  }
  if (apart_m < FAR_M || known) return;
  a->container = (uint32_t)index + 2;
  r->rejected[index] = true;
}

/// "Sumy. Artillery fired on the Krasnopillia community.": a place that the first sentence of its paragraph is made of.
static bool is_head(const sm_resolver *r, const sm_mention *m) {
  enum { SIGN = 1 };
  const sm_sentence *s = &r->doc->tokens.sentences[m->sentence];
  const bool opens = m->sentence == 0 || s[-1].paragraph != s->paragraph;
  return opens && m->first == s->first && m->last + SIGN >= s->last;
}

/// The namesake of a small town in the province that heads its paragraph.
static void read_head(sm_resolver *r, size_t index, size_t head) {
  enum { KNOWN = 300000 };
  const sm_place_ref chosen = r->by_name[r->names[index]].place, place = r->held[head] ? r->held[head] : r->by_name[r->names[head]].place;
  if (!chosen || !place || r->held[index] || r->m->items[index].role != SM_ROLE_LITERAL) return;
  const sm_place_brief c = sm_resolver_brief(r, chosen), o = sm_resolver_brief(r, place);
  const sm_place_ref unit = o.kind == SM_KIND_ADM1 ? place : o.kind == SM_KIND_CITY ? o.adm1 : 0;
  if (!unit || c.adm1 == unit || c.country != o.country || (c.kind != SM_KIND_CITY && c.kind != SM_KIND_ADM2) || c.population >= KNOWN) return;
  float best = -1e9f;
  for (uint32_t k = 0; k < sm_resolver_name(r, index)->n; k++) {
    const sm_option *option = &r->options[r->names[index]][k];
    if (option->brief.adm1 != unit || (option->brief.kind != SM_KIND_CITY && option->brief.kind != SM_KIND_ADM2) || option->standing <= best) continue;
    best = option->standing;
    r->held[index] = option->place;
  }
}

void sm_read_beside(sm_resolver *r) {
  for (size_t k = 0; k + 1 < r->m->n; k++) read_neighbour(r, k);
  size_t head = SIZE_MAX;
  uint32_t paragraph = UINT32_MAX;
  for (size_t k = 0; k < r->m->n; k++) {
    const sm_mention *m = &r->m->items[k];
    const uint32_t own = r->doc->tokens.sentences[m->sentence].paragraph;
    if (own != paragraph) paragraph = own, head = is_head(r, m) ? k : SIZE_MAX;
    else if (head != SIZE_MAX && m->sentence != r->m->items[head].sentence) read_head(r, k, head);
  }
}
