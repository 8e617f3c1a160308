// The place each mention means: prominence, containment told in words, the countries and provinces of the
// report, and nearness to what is sure. Weights by hand, checked on trnews and geovirus
// (tests/eval/README.md).
#include "resolve.h"

#include <math.h>
#include <stdlib.h>

#include "boundary.h"
#include "certainty.h"

enum { MAX_VOTES = 32, MAX_NEAR = 24, TITLE_TOKENS = 40 };

/// A candidate of a name with all that choosing asks of it, read from the gazetteer once a report.
typedef struct option {
  sm_place_brief brief;
  sm_place_ref place;
  uint16_t name_flags;
  float standing; ///< what speaks for it without the report
} option;

typedef struct vote {
  sm_place_ref unit;
  float weight;
} vote;

typedef struct votes {
  vote items[MAX_VOTES];
  int n;
  float most;
} votes;

typedef struct own_votes {
  float country, province;
  uint32_t mentions;
} own_votes;

typedef struct anchor {
  float lon, lat, cos_lat;
  uint32_t name;
} anchor;

typedef struct choice {
  sm_place_ref place; ///< 0: none yet
  uint16_t name_flags;
  float score, margin;
  uint32_t why; ///< WHY_* bits that tell it from the runner-up
} choice;

typedef struct resolver {
  const sm_geocoder *g;
  sm_document *doc;
  const sm_findings *f;
  const uint32_t *names; ///< of mentions
  sm_mentions *m;
  sm_place_ref *held;   ///< per mention: place by containment, or 0
  sm_place_ref *holder; ///< per mention: the unit or place that holds it
  bool *rejected;       ///< per mention: no namesake lies where the text places it
  bool *quarter;        ///< by name: told as a part of a town
  bool *elsewhere;      ///< per mention: its place lies in a country that nothing else speaks of
  choice *by_name;      ///< per name of the findings
  option **options;     ///< per name that a mention bears: its candidates
  uint8_t *said;        ///< per name: kind said with it somewhere
  votes countries, provinces;
  own_votes *own;       ///< per name: what it gave to them itself
  anchor near[MAX_NEAR];
  int n_near;
  sm_place_ref in_title[TITLE_TOKENS]; ///< countries that the title names
  size_t n_in_title;
} resolver;

enum {
  WHY_CONTAINED = 1,
  WHY_COUNTRY = 2,
  WHY_PROVINCE = 4,
  WHY_NEAR = 8,
  WHY_KIND = 16,
  WHY_ONLY = 32,
  WHY_SENSE = 64,
  WHY_CAPITAL = 128,
  WHY_SPELLING = 256,
};

static void add_vote(votes *v, sm_place_ref unit, float weight) {
  if (!unit) return;
  int i = 0;
  while (i < v->n && v->items[i].unit != unit) i++;
  if (i == MAX_VOTES) return;
  if (i == v->n) v->items[v->n++] = (vote){unit, 0};
  v->items[i].weight += weight;
  if (v->items[i].weight > v->most) v->most = v->items[i].weight;
}

static float vote_for(const votes *v, sm_place_ref unit) {
  for (int i = 0; unit && i < v->n; i++)
    if (v->items[i].unit == unit) return v->items[i].weight;
  return 0;
}

static sm_place_brief brief(const resolver *r, sm_place_ref place) {
  return sm_gazetteer_brief(r->g->gazetteer, place);
}

static const sm_name *name_of(const resolver *r, size_t mention) {
  return &r->f->names[r->names[mention]];
}

/// What speaks for a place without the report: people, rank, the name's own standing.
static float prominence(const sm_place_brief *b, uint16_t name_flags) {
  float s;
  switch ((sm_place_kind)b->kind) {
  case SM_KIND_COUNTRY:
    s = 10;
    break;
  case SM_KIND_REGION:
    s = b->flags & SM_PLACE_CONTINENT ? 8.f : 5.6f;
    break;
  case SM_KIND_ADM1:
    s = 5.4f;
    break;
  case SM_KIND_SEA:
  case SM_KIND_STRAIT:
    s = 6.2f;
    break;
  case SM_KIND_ADM2:
    s = 4.1f;
    break;
  case SM_KIND_RIVER:
  case SM_KIND_LAKE:
  case SM_KIND_ISLAND:
  case SM_KIND_MOUNTAIN:
    s = 4.3f;
    break;
  case SM_KIND_AIRPORT:
  case SM_KIND_BASE:
    s = 3.2f;
    break;
  case SM_KIND_SITE:
  case SM_KIND_BORDER:
    s = 4.2f;
    break;
  default:
    s = log10f((float)b->population + 30);
    break;
  }
  if (b->kind == SM_KIND_CITY) {
    if (b->flags & SM_PLACE_CAPITAL)
      s += 1.2f;
    else if (b->flags & SM_PLACE_ADM1_SEAT)
      s += 0.5f;
    if (b->flags & SM_PLACE_SUBURB) s -= 0.6f;
    if (b->flags & SM_PLACE_HISTORICAL) s -= 1;
  }
  if (name_flags & SM_NAME_MAIN) s += 0.5f;
  if (name_flags & SM_NAME_FORMER) s -= 0.7f;
  if (name_flags & SM_NAME_VARIANT) s -= 0.8f;
  if (name_flags & SM_NAME_CITY_OF_AIRPORT) s -= 2;
  if (name_flags & SM_NAME_DEMONYM) s += 1;
  return s;
}

static float kind_fit(uint8_t said, uint8_t kind) {
  if (!said) return 0;
  if (said == kind) return said == SM_KIND_CITY ? 1.0f : 2.6f;
  if ((said == SM_KIND_ADM1 && kind == SM_KIND_ADM2) || (said == SM_KIND_ADM2 && kind == SM_KIND_ADM1))
    return 0.6f;
  if (said == SM_KIND_ADM1 && kind == SM_KIND_COUNTRY) return -0.5f;
  if (said == SM_KIND_ADM2 && kind == SM_KIND_CITY) return 0.2f;
  if (said == SM_KIND_CITY && (kind == SM_KIND_COUNTRY || kind == SM_KIND_ADM1 || kind == SM_KIND_ADM2))
    return -1.5f;
  if (said == SM_KIND_REGION || said == SM_KIND_SITE || said == SM_KIND_BASE || said == SM_KIND_AIRPORT)
    return kind >= SM_KIND_AIRPORT ? 0.8f : 0;
  return -0.4f;
}

/// Flat distances do: only three steps matter (40, 120 and 300 km, here in squared degrees of a great
/// circle).
static float nearness(const resolver *r, const sm_place_brief *b, uint32_t name) {
  float best = 1e9f;
  for (int i = 0; i < r->n_near; i++) {
    const anchor *a = &r->near[i];
    if (a->name == name) continue;
    float y = b->lat - a->lat, x = (b->lon - a->lon) * a->cos_lat, d = x * x + y * y;
    if (d < best) best = d;
  }
  return best < 0.13f ? 0.9f : best < 1.17f ? 0.6f : best < 7.3f ? 0.3f : 0;
}

static float support(const resolver *r, const sm_place_brief *b, uint32_t name, uint32_t *why) {
  float s = 0;
  float c = vote_for(&r->countries, b->country);
  if (c > 0) {
    s += 1.2f * c / (c + 1) + 0.8f * c / r->countries.most;
    *why |= WHY_COUNTRY;
  }
  float p = vote_for(&r->provinces, b->adm1);
  if (p > 0) {
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

static bool gather_options_of(resolver *r, uint32_t index) {
  const sm_name *name = &r->f->names[index];
  option *options = sm_arena_alloc(r->doc->arena, (name->n + 1) * sizeof *options);
  if (!options) return false;
  for (uint32_t i = 0; i < name->n; i++) {
    const sm_candidate *c = &name->candidates[i];
    options[i] = (option){brief(r, c->place), c->place, c->name_flags, 0};
    options[i].standing = prominence(&options[i].brief, c->name_flags);
  }
  r->options[index] = options;
  return true;
}

static bool gather_options(resolver *r) {
  for (size_t i = 0; i < r->m->n; i++)
    if (!r->options[r->names[i]] && !gather_options_of(r, r->names[i])) return false;
  return true;
}

/// A country's code that is a province's abbreviation too ("Ky."): news mean the province.
static bool shared_short_form(const resolver *r, uint32_t index) {
  const sm_name *name = &r->f->names[index];
  const option *o = r->options[index];
  if (!(name->best_flags & SM_NAME_SHORT)) return false;
  for (uint32_t i = 0; i < name->n; i++)
    if (o[i].name_flags & SM_NAME_SHORT && o[i].brief.kind == SM_KIND_ADM1) return true;
  return false;
}

/// "Argelia": a country by its name in another language, which reports in English seldom mean.
static bool is_foreign_name(const option *o) {
  return o->brief.kind == SM_KIND_COUNTRY &&
         !(o->name_flags & (SM_NAME_MAIN | SM_NAME_SHORT | SM_NAME_DEMONYM | SM_NAME_FORMER));
}

/// What speaks for a candidate in this report.
static float score_of(const resolver *r, uint32_t index, const option *o, uint8_t said, sm_place_ref held, bool short_form,
                      uint32_t *why) {
  float s = o->standing + support(r, &o->brief, index, why);
  if (short_form && o->brief.kind == SM_KIND_COUNTRY) s -= 5;
  if (is_foreign_name(o)) s -= 3;
  float fit = kind_fit(said, o->brief.kind);
  if (fit > 0.5f) *why |= WHY_KIND;
  s += fit;
  if (held == o->place) s += 6, *why |= WHY_CONTAINED;
  if (r->f->names[index].sense == o->place) s += 2.5f, *why |= WHY_SENSE;
  return s;
}

/// The best candidate of a name. said: kind by the words beside it; held: a place that the text itself
/// assigns, or 0.
static choice choose(const resolver *r, uint32_t index, uint8_t said, sm_place_ref held) {
  const sm_name *name = &r->f->names[index];
  choice best = {0}, second = {0};
  best.score = second.score = -1e9f;
  bool short_form = shared_short_form(r, index);
  for (uint32_t i = 0; i < name->n; i++) {
    const option *o = &r->options[index][i];
    uint32_t why = 0;
    float s = score_of(r, index, o, said, held, short_form, &why);
    choice c = {o->place, o->name_flags, s, 0, why};
    if (s > best.score)
      second = best, best = c;
    else if (s > second.score)
      second = c;
  }
  best.margin = name->n > 1 ? best.score - second.score : 9;
  if (name->n == 1) best.why |= WHY_ONLY;
  return best;
}

/// Metres that a place without an outline may reach from its point.
static double reach_of(const resolver *r, sm_place_ref place) {
  double lon, lat;
  float radius_m;
  sm_gazetteer_point(r->g->gazetteer, place, &lon, &lat, &radius_m);
  return radius_m;
}

static bool holds(const resolver *r, const sm_place_brief *outer, sm_place_ref outer_ref,
                  const sm_place_brief *inner, sm_place_ref inner_ref) {
  if (outer_ref == inner_ref) return false;
  switch ((sm_place_kind)outer->kind) {
  case SM_KIND_COUNTRY:
    return inner->country == outer_ref && inner->kind != SM_KIND_COUNTRY;
  case SM_KIND_ADM1:
    return inner->adm1 == outer_ref;
  case SM_KIND_ADM2:
    return inner->adm2 == outer_ref ||
           (inner->kind == SM_KIND_CITY && inner->adm1 == outer->adm1 && inner->adm1 &&
            sm_sphere_distance(inner->lon, inner->lat, outer->lon, outer->lat) < 60e3);
  case SM_KIND_CITY:
    if (inner->country && outer->country && inner->country != outer->country) return false;
    return outer->population > 3 * (uint64_t)inner->population && inner->kind != SM_KIND_COUNTRY &&
           inner->kind != SM_KIND_ADM1 &&
           sm_sphere_distance(inner->lon, inner->lat, outer->lon, outer->lat) < 50e3;
  case SM_KIND_REGION:
  case SM_KIND_ISLAND:
    return inner->country && inner->country == outer->country &&
           sm_sphere_distance(inner->lon, inner->lat, outer->lon, outer->lat) <
               fmin(300e3, 1.5 * reach_of(r, outer_ref) + 30e3);
  default:
    return false;
  }
}

/// How the words between two mentions part them: 0 not at all, 1 "X, Y" or "X (Y)" or "X in Y": Y may hold X,
/// 2 "Y's X": the first may hold the second.
static int joint_of(const resolver *r, const sm_mention *a, const sm_mention *b) {
  const sm_token *t = r->doc->tokens.items;
  bool apposition = t[a->last].sign == ',' && sm_token_cue(r->g, &t[a->last + 1], SM_CUE_CONNECTOR) &
                                                  SM_JOIN_ARTICLE; // ", a mostly Sunni town in"
  if (a->sentence != b->sentence || b->first - a->last > (apposition ? 12 : 7)) return 0;
  if (b->first == a->last) return 2;
  uint32_t after = a->last;
  if (after < b->first && sm_token_cue(r->g, &t[after], SM_CUE_UNIT)) after++; // "Jazair neighborhood, Mosul"
  const sm_token *first = &t[after];
  if (b->first == after + 1 &&
      (first->sign == ',' || first->sign == '(' || first->sign == '-' || first->sign == '/'))
    return 1;
  bool commas = false, in = false;
  for (uint32_t i = a->last; i < b->first; i++) {
    if (t[i].sign == ',' && i <= after) {
      commas = true;
      continue;
    }
    if (t[i].flags & SM_TOKEN_CLITIC && i == a->last) continue;
    if (t[i].sign == '-' || t[i].sign == '[' || t[i].sign == ']') continue;
    if (!t[i].key) return 0;
    uint8_t prep = sm_token_cue(r->g, &t[i], SM_CUE_PREPOSITION);
    if ((prep & 15) == SM_PREP_IN || (prep & 15) == SM_PREP_OF)
      in = true;
    else if (prep)
      return 0;
  }
  (void)commas;
  if (in) return 1;
  return first->flags & SM_TOKEN_CLITIC && b->first - a->last <= 5 ? 2 : 0;
}

/// How far off the namesakes of mention i lie that are nearly as likely as the choice, as far as a radius can mend that.
/// Where the text tells what holds the place, only those that it holds too.
static float rival_distance(const resolver *r, size_t i, const choice *c, const sm_place_brief *b) {
  static const float NEARLY = 1.0f;
  static const double MENDABLE_M = 200e3;
  uint32_t index = r->names[i];
  uint8_t said = (uint8_t)r->m->items[i].said_kind;
  sm_place_ref holder = c->why & WHY_CONTAINED ? r->holder[i] : 0;
  sm_place_brief h = brief(r, holder);
  double farthest = 0;
  for (uint32_t k = 0; k < r->f->names[index].n && (holder || c->margin < NEARLY); k++) {
    const option *o = &r->options[index][k];
    uint32_t why = 0;
    if (o->place == c->place || o->brief.kind != SM_KIND_CITY || o->brief.country != b->country) continue;
    double d = sm_sphere_distance(b->lon, b->lat, o->brief.lon, o->brief.lat);
    if (d <= farthest || d > MENDABLE_M || (holder && !holds(r, &h, holder, &o->brief, o->place))) continue;
    if (score_of(r, index, o, said, holder ? o->place : 0, false, &why) > c->score - NEARLY) farthest = d;
  }
  return (float)farthest;
}

static double apart(const option *a, const option *b) {
  return sm_sphere_distance(a->brief.lon, a->brief.lat, b->brief.lon, b->brief.lat);
}

/// "Hamlet, Town, Province": whether a hamlet lies near enough to the town that it is told by. A province's
/// seat may stand for the province.
static bool lies_beside(const option *town, const option *hamlet) {
  enum { NEIGHBOURS_M = 40000, PROVINCE_M = 200000 };
  const sm_place_brief *t = &town->brief, *h = &hamlet->brief;
  if (t->kind != SM_KIND_CITY || h->kind != SM_KIND_CITY || town->place == hamlet->place ||
      t->country != h->country)
    return false;
  bool seat = h->adm1 && h->adm1 == t->adm1 && t->flags & SM_PLACE_ADM1_SEAT;
  return apart(town, hamlet) < (seat ? PROVINCE_M : NEIGHBOURS_M);
}

/// Let the text assign: among the pairs of candidates of inner and outer where one holds the other, the most
/// prominent.
static bool contain(resolver *r, size_t inner, size_t outer) {
  const sm_name *in = name_of(r, inner), *out = name_of(r, outer);
  float best = -1e9f;
  sm_place_kind kind = r->m->items[inner].said_kind;
  if (kind == r->m->items[outer].said_kind && kind == SM_KIND_ADM1) return false; // "the provinces of Homs, Hama"
  bool short_form = shared_short_form(r, r->names[outer]);
  for (uint32_t k = 0; k < out->n && k < 24; k++) {
    const option *o = &r->options[r->names[outer]][k];
    if (r->held[outer] && o->place != r->held[outer]) continue;
    if (short_form && o->brief.kind == SM_KIND_COUNTRY) continue;
    if (o->brief.kind == SM_KIND_UNKNOWN) continue;
    uint32_t why = 0;
    float os = o->standing + support(r, &o->brief, r->names[outer], &why);
    for (uint32_t j = 0; j < in->n; j++) {
      const option *i = &r->options[r->names[inner]][j];
      if (in->best.kind == SM_KIND_COUNTRY && in->best_flags & SM_NAME_MAIN && i->brief.kind != SM_KIND_ADM1)
        continue; // "China, Japan" is a list
      bool told = r->held[outer] && lies_beside(o, i);
      if (!told && !holds(r, &o->brief, o->place, &i->brief, i->place)) continue;
      float s = os + i->standing + kind_fit((uint8_t)r->m->items[inner].said_kind, i->brief.kind);
      if (o->brief.kind == SM_KIND_CITY) s -= 2.5f;
      if (o->brief.kind == SM_KIND_REGION) s -= (float)(apart(o, i) / 40e3); // its outline is not known
      if (s > best) {
        best = s;
        r->held[inner] = i->place;
        r->holder[inner] = o->place;
      }
    }
  }
  if (best < -1e8f) return false;
  r->rejected[inner] = false;
  sm_mention *mi = &r->m->items[inner], *mo = &r->m->items[outer];
  mi->container = (uint32_t)outer + 1;
  mo->containee = (uint32_t)inner + 1;
  mo->flags |= SM_MENTION_CONTAINER;
  return true;
}

/// "X (Province)", "X, Province, Country", "X, a town in Province": told so plainly that no fame of a
/// namesake counts.
static bool is_told_plainly(const resolver *r, size_t inner, size_t outer) {
  const sm_mention *a = &r->m->items[inner], *b = &r->m->items[outer];
  const sm_tokens *tokens = &r->doc->tokens;
  const sm_token *t = tokens->items;
  uint32_t after = a->last;
  if (sm_token_cue(r->g, &t[after], SM_CUE_UNIT)) after++;
  if (b->first == after + 1 && t[after].sign == '(') return b->last < tokens->n && t[b->last].sign == ')';
  if (b->first == after + 1 && t[after].sign == ',') return b->container == outer + 2;
  for (uint32_t i = after; i < b->first; i++)
    if (t[after].sign == ',' && sm_token_cue(r->g, &t[i], SM_CUE_UNIT) & SM_UNIT_KIND) return true;
  return false;
}

/// A district's outline is rough: only what lies well outside is elsewhere.
static bool lies_far_from(const resolver *r, size_t inner, size_t outer) {
  sm_place_ref district = r->by_name[r->names[outer]].place, place = r->by_name[r->names[inner]].place;
  if (!district || !place) return false;
  sm_place_brief d = brief(r, district), b = brief(r, place);
  return sm_sphere_distance(b.lon, b.lat, d.lon, d.lat) > 1.5 * reach_of(r, district) + 30e3;
}

/// "X, just south of Y", "X, 60 km from Y": Y does not hold X.
static bool is_told_by_offset(const resolver *r, const sm_mention *a, const sm_mention *b) {
  const sm_token *t = r->doc->tokens.items;
  for (uint32_t i = a->last; i < b->first; i++) {
    if ((sm_token_cue(r->g, &t[i], SM_CUE_PREPOSITION) & 15) == SM_PREP_IN) return false;
    if (sm_token_cue(r->g, &t[i], SM_CUE_DIRECTION) & SM_DIR_NOUN || sm_token_cue(r->g, &t[i], SM_CUE_DISTANCE)) return true;
  }
  return false;
}

/// "in Geneva, in Moscow, in Berlin": towns side by side.
static bool is_series(const resolver *r, size_t k) {
  const sm_mention *a = &r->m->items[k - 1], *b = &r->m->items[k];
  const sm_token *t = r->doc->tokens.items;
  return a->first && t[a->last].sign == ',' && b->first == a->last + 2 && t[a->first - 1].key == t[a->last + 1].key &&
         name_of(r, k)->best.kind == SM_KIND_CITY;
}

/// "Mogadishu's Wadajir district" is no village of that name elsewhere.
static void note_quarter(resolver *r, size_t inner, size_t outer) {
  enum { SMALL = 100000, BEYOND_M = 50000 };
  const sm_name *in = name_of(r, inner);
  sm_mention *a = &r->m->items[inner];
  sm_place_ref city = r->by_name[r->names[outer]].place, place = r->by_name[r->names[inner]].place;
  if (!in->n || !city || !place || !(a->flags & SM_MENTION_HAS_UNIT_WORD)) return;
  sm_place_brief c = brief(r, city), b = brief(r, place);
  bool small = b.kind == SM_KIND_CITY && b.population < SMALL;
  if (c.kind != SM_KIND_CITY || !small || sm_sphere_distance(b.lon, b.lat, c.lon, c.lat) < BEYOND_M) return;
  a->container = (uint32_t)outer + 1;
  r->rejected[inner] = true;
}

/// "Rayyan, Homs" where no Rayyan of the gazetteer lies in Homs: the name is another, unlisted place.
static void note_stranger(resolver *r, size_t inner, size_t outer) {
  const sm_name *in = name_of(r, inner);
  sm_mention *a = &r->m->items[inner], *b = &r->m->items[outer];
  const sm_token *t = r->doc->tokens.items;
  sm_place_brief ob = brief(r, r->by_name[r->names[outer]].place);
  bool unit = ob.kind == SM_KIND_COUNTRY || ob.kind == SM_KIND_ADM1 || ob.kind == SM_KIND_ADM2 ||
              (ob.kind == SM_KIND_REGION && ob.country);
  for (uint32_t k = 0; k < name_of(r, outer)->n && !unit;
       k++) { // "El Pinito, Chihuahua": the city bears its state's name
    const sm_place_brief *o = &r->options[r->names[outer]][k].brief;
    unit = ob.kind == SM_KIND_CITY && o->kind == SM_KIND_ADM1 && o->country == ob.country &&
           t[a->last].sign == ',' && b->first == a->last + 1;
  }
  bool small = !in->n || (in->best.kind >= SM_KIND_ADM2 && in->best.kind != SM_KIND_SEA &&
                          in->best.population < 300000);
  uint8_t prep = sm_token_cue(r->g, &t[a->last], SM_CUE_PREPOSITION) & 15;
  bool of_unit = prep == SM_PREP_OF && a->flags & SM_MENTION_HAS_UNIT_WORD; // "X District of Y"
  bool told = of_unit || t[a->last].sign == ',' || t[a->last].sign == '(' ||
              sm_token_cue(r->g, &t[a->last], SM_CUE_UNIT) ||
              prep == SM_PREP_IN;
  if (in->n && is_told_by_offset(r, a, b)) return;
  bool alias = in->n && !(in->best_flags & SM_NAME_MAIN) && in->best.kind == SM_KIND_CITY;
  // "X, Town, Province": an address in three steps leaves no doubt of where X is not.
  bool address = ob.kind == SM_KIND_CITY && r->held[outer] && b->container && b->first == a->last + 1 &&
                 t[a->last].sign == ',' && in->best.kind >= SM_KIND_ADM2 && in->best.kind != SM_KIND_REGION &&
                 in->best.kind != SM_KIND_SEA && !(in->best.flags & SM_PLACE_CAPITAL) &&
                 r->by_name[r->names[inner]].place != r->held[outer];
  if (address) {
    a->container = (uint32_t)outer + 1;
    r->rejected[inner] = in->n > 0;
    return;
  }
  if (in->n && in->best.kind == SM_KIND_RIVER) { // a river reaches through many
    a->container = (uint32_t)outer + 1;
    return;
  }
  bool quarter = ob.kind == SM_KIND_CITY && a->flags & SM_MENTION_HAS_UNIT_WORD && (small || alias);
  if (quarter) {
    a->container = (uint32_t)outer + 1;
    r->rejected[inner] = in->n > 0;
    return;
  }
  bool alias_of_country = in->n && in->best.kind == SM_KIND_COUNTRY &&
                          !(in->best_flags & (SM_NAME_MAIN | SM_NAME_SHORT | SM_NAME_DEMONYM));
  bool town = in->n && in->best.kind == SM_KIND_CITY;
  if (unit && ob.kind != SM_KIND_COUNTRY && b->role != SM_ROLE_DEMONYM && (alias_of_country || town) &&
      is_told_plainly(r, inner, outer)) {
    a->container = (uint32_t)outer + 1;
    r->rejected[inner] = true;
    return;
  }
  if (!unit || !small || !told || b->role == SM_ROLE_DEMONYM) return;
  if (!in->n)
    a->container = (uint32_t)outer + 1;
  else if (b->first == a->last + 1 && t[a->last].sign == ',' && (ob.kind != SM_KIND_ADM2 || lies_far_from(r, inner, outer))) {
    a->container = (uint32_t)outer + 1;
    r->rejected[inner] = true;
  }
}

/// The finer mention right after the possessive of mention k ("Afghanistan's [Wardak]"), where it holds it; else k.
static size_t owned_by(const resolver *r, size_t k) {
  const sm_mention *m = &r->m->items[k];
  bool owner = m->last < r->doc->tokens.n && r->doc->tokens.items[m->last].flags & SM_TOKEN_CLITIC;
  return owner && m->containee == k + 2 && r->held[k + 1] ? k + 1 : k;
}

static void read_containment(resolver *r) {
  for (size_t k = r->m->n; k-- > 1;) {
    sm_mention *a = &r->m->items[k - 1], *b = &r->m->items[k];
    int joint = joint_of(r, a, b);
    if (joint == 1 && is_series(r, k)) continue;
    size_t outer = joint == 1 ? owned_by(r, k) : k; // "in eastern Afghanistan's Wardak Province"
    if (joint == 1 && !contain(r, k - 1, outer))
      note_stranger(r, k - 1, outer);
    else if (joint == 2 && (a->role != SM_ROLE_DEMONYM || name_of(r, k)->n) && !contain(r, k, k - 1))
      note_quarter(r, k, k - 1);
  }
  // An item of a list shares the container told after it: "Avdiivka and Bakhmut in Donetsk region".
  for (size_t k = r->m->n; k-- > 1;) {
    sm_mention *a = &r->m->items[k - 1], *b = &r->m->items[k];
    if (!a->container && b->container > k && a->flags & SM_MENTION_LIST && b->flags & SM_MENTION_LIST &&
        a->sentence == b->sentence)
      contain(r, k - 1, b->container - 1);
  }
}

/// A mention's vote for a country or province, remembered as its name's own too.
static void cast(resolver *r, size_t i, votes *v, sm_place_ref unit, float weight) {
  add_vote(v, unit, weight);
  own_votes *own = &r->own[r->names[i]];
  *(v == &r->countries ? &own->country : &own->province) += weight;
}

static void vote_names(resolver *r, bool sure_places) {
  r->countries = r->provinces = (votes){0};
  memset(r->own, 0, r->f->n_names * sizeof *r->own);
  for (size_t i = 0; i < r->m->n; i++) {
    const sm_name *name = name_of(r, i);
    const choice *c = &r->by_name[r->names[i]];
    sm_place_ref place = r->held[i] ? r->held[i] : c->place;
    r->own[r->names[i]].mentions++;
    if (!place) continue;
    sm_place_brief b = brief(r, place);
    float weight = i == 0 ? 1.5f : 1;
    if (b.kind == SM_KIND_COUNTRY)
      cast(r, i, &r->countries, place, name->best_flags & SM_NAME_DEMONYM ? 0.7f * weight : weight);
    else if (b.kind == SM_KIND_ADM1 && (c->margin > 0.5f || r->held[i])) {
      cast(r, i, &r->provinces, place, weight);
      cast(r, i, &r->countries, b.country, 0.5f * weight);
    } else if (sure_places && (c->margin > 1.5f || r->held[i] || r->m->items[i].role == SM_ROLE_DATELINE)) {
      cast(r, i, &r->countries, b.country, 0.4f * weight);
      if (b.kind == SM_KIND_CITY) cast(r, i, &r->provinces, b.adm1, r->held[i] ? 0.4f : 0.15f);
    }
    if (r->holder[i]) {
      sm_place_brief h = brief(r, r->holder[i]);
      if (h.kind == SM_KIND_ADM1) add_vote(&r->provinces, r->holder[i], 0.3f);
    }
  }
}

static void vote_title(resolver *r) {
  for (size_t i = 0; i < r->n_in_title; i++) add_vote(&r->countries, r->in_title[i], 1);
}

static void gather_anchors(resolver *r) {
  r->n_near = 0;
  for (size_t i = 0; i < r->m->n && r->n_near < MAX_NEAR; i++) {
    const choice *c = &r->by_name[r->names[i]];
    if (!c->place || (c->margin < 1.5f && !r->held[i])) continue;
    sm_place_brief b = brief(r, r->held[i] ? r->held[i] : c->place);
    if (b.kind != SM_KIND_CITY && b.kind != SM_KIND_ADM2 && b.kind != SM_KIND_ADM1) continue;
    bool known = false;
    for (int k = 0; k < r->n_near && !known; k++) known = r->near[k].name == r->names[i];
    if (!known) r->near[r->n_near++] = (anchor){b.lon, b.lat, cosf(b.lat * 0.0174532925f), r->names[i]};
  }
}

static void choose_names(resolver *r) {
  for (size_t i = 0; i < r->f->n_names; i++) r->by_name[i].place = 0;
  for (size_t i = 0; i < r->m->n; i++) {
    uint32_t n = r->names[i];
    if (!r->by_name[n].place && r->f->names[n].n) r->by_name[n] = choose(r, n, r->said[n], 0);
  }
}

/// The words with a number between them, in the arena.
static const char *numbered(sm_arena *arena, sm_str before, uint32_t number, sm_str after) {
  enum { MOST_DIGITS = 10 };
  char digits[MOST_DIGITS];
  size_t n = 0;
  do digits[n++] = (char)('0' + number % 10);
  while (number /= 10);
  char *text = sm_arena_alloc(arena, before.len + n + after.len + 1), *at = text;
  if (!text) return NULL;
  memcpy(at, before.ptr, before.len), at += before.len;
  while (n) *at++ = digits[--n];
  memcpy(at, after.ptr, after.len), at[after.len] = 0;
  return text;
}

static const char *words_for(resolver *r, const sm_mention *m, const choice *c, const sm_name *name,
                             sm_place_ref holder) {
  sm_arena *arena = r->doc->arena;
  if (c->why & WHY_CONTAINED && holder) {
    sm_str name_of_holder = sm_gazetteer_name(r->g->gazetteer, holder);
    return sm_arena_printf(arena, "the text places it in %.*s", SM_STR_ARG(name_of_holder));
  }
  if (c->why & WHY_CONTAINED) return "the text names what holds it beside it";
  if (c->why & WHY_SENSE) return "so meant elsewhere in the report";
  if (name->demonym) return "adjective or people of this country";
  if (c->why & WHY_SPELLING) return "nearest spelling in the gazetteer";
  if (c->why & WHY_ONLY)
    return c->why & (WHY_COUNTRY | WHY_PROVINCE)
               ? "the only place of this name, in a country or province of the report"
               : "the only place of this name";
  if (c->why & WHY_PROVINCE) return "lies in a province that the report names";
  if (c->why & WHY_NEAR && c->why & WHY_COUNTRY)
    return "near other places of the report and in a country it names";
  if (c->why & WHY_NEAR) return "near other places of the report";
  if (c->why & WHY_KIND && m->said_kind) return "the word beside it tells its kind";
  if (c->why & WHY_COUNTRY)
    return numbered(arena, SM_STR("most prominent of "), name->total,
                    SM_STR(" in a country that the report names"));
  return numbered(arena, SM_STR("most prominent of "), name->total, SM_STR(" places of this name"));
}

/// Votes of the report's other names for the place's country and province: what a name gave itself backs nothing.
static own_votes votes_of_others(const resolver *r, uint32_t name, const sm_place_brief *b) {
  const own_votes *own = &r->own[name];
  float country = vote_for(&r->countries, b->country) - own->country;
  float province = b->kind == SM_KIND_COUNTRY ? 0 : vote_for(&r->provinces, b->adm1) - own->province;
  return (own_votes){country, province, own->mentions};
}

static bool speaks_of_others(const resolver *r, sm_place_ref country) {
  for (int i = 0; i < r->countries.n; i++)
    if (r->countries.items[i].unit != country) return true;
  return false;
}

/// A small namesake in a country that nothing in the report speaks of, though it speaks of others.
static bool is_elsewhere(const resolver *r, const choice *c, const sm_place_brief *b) {
  bool backed = c->why & (WHY_CONTAINED | WHY_PROVINCE | WHY_NEAR | WHY_SENSE | WHY_COUNTRY);
  return !backed && r->countries.n && b->kind >= SM_KIND_ADM2 && b->kind != SM_KIND_REGION &&
         b->kind != SM_KIND_SEA && b->kind != SM_KIND_STRAIT && b->kind != SM_KIND_RIVER &&
         (b->population < 60000 ||
          (!(c->name_flags & SM_NAME_MAIN) && c->margin < 9 && b->population < 2000000)) &&
         !(b->flags & (SM_PLACE_ADM1_SEAT | SM_PLACE_CAPITAL) && c->name_flags & SM_NAME_MAIN) &&
         !(c->why & WHY_ONLY && c->name_flags & SM_NAME_MAIN);
}

/// How sure the choice is for mention i.
static float certainty(const resolver *r, size_t i, const choice *c, const sm_place_brief *b) {
  sm_mention *m = &r->m->items[i];
  own_votes others = votes_of_others(r, r->names[i], b);
  m->signs |= sm_signs_of_choice(&(sm_sure_facts){
      .place = b,
      .name_flags = c->name_flags,
      .said_kind = (uint8_t)m->said_kind,
      .n = name_of(r, i)->n,
      .margin = c->margin,
      .contained = c->why & WHY_CONTAINED,
      .sense = c->why & WHY_SENSE,
      .near = c->why & WHY_NEAR,
      .repeated = others.mentions > 1,
      .country = others.country,
      .province = others.province,
      .most = r->countries.most,
      .other_countries = speaks_of_others(r, b->country),
  });
  return sm_certainty(m->signs);
}

/// "the San Francisco neighbourhood": part of a town, not the city of that name; "four Baghdad
/// neighbourhoods" and "the Baghdad neighbourhood of X" are of the city.
static bool is_quarter(const resolver *r, const sm_mention *m, const sm_place_brief *b) {
  const sm_tokens *t = &r->doc->tokens;
  if (m->last >= t->n || b->kind != SM_KIND_CITY || b->flags & SM_PLACE_SUBURB) return false;
  const sm_token *word = &t->items[m->last];
  bool part =
      sm_token_cue(r->g, word, SM_CUE_UNIT) & SM_UNIT_PART && !(word->entry->word_bits & SM_WORD_PLURAL);
  bool of = m->last + 1 < t->n && (sm_token_cue(r->g, word + 1, SM_CUE_PREPOSITION) & 15) == SM_PREP_OF;
  return part && !of;
}

static void settle(resolver *r, size_t i) {
  sm_mention *m = &r->m->items[i];
  const sm_name *name = name_of(r, i);
  if (!name->n) return;
  bool as_chosen = !r->held[i] && m->said_kind == r->said[r->names[i]];
  choice c = as_chosen ? r->by_name[r->names[i]] : choose(r, r->names[i], (uint8_t)m->said_kind, r->held[i]);
  sm_place_brief b = brief(r, c.place);
  m->place = c.place;
  sm_gazetteer_point(r->g->gazetteer, c.place, &m->lon, &m->lat, &m->radius_m);
  m->margin = c.margin;
  if (b.kind == SM_KIND_CITY) m->rival_m = rival_distance(r, i, &c, &b);
  m->conf = certainty(r, i, &c, &b);
  if (c.name_flags & SM_NAME_VARIANT) m->flags |= SM_MENTION_VARIANT, c.why |= WHY_SPELLING;
  bool backed = c.why & (WHY_CONTAINED | WHY_PROVINCE | WHY_NEAR | WHY_SENSE | WHY_COUNTRY);
  if (b.kind == SM_KIND_CITY && b.population < 60000 && !backed) m->flags |= SM_MENTION_GUESS;
  if (is_elsewhere(r, &c, &b)) {
    m->flags |= SM_MENTION_GUESS;
    r->elsewhere[i] = true;
  }
  bool fits = c.why & (WHY_CONTAINED | WHY_NEAR) || (b.flags & SM_PLACE_CAPITAL && backed);
  if (is_quarter(r, m, &b) && !fits) r->quarter[r->names[i]] = true;
  if (r->quarter[r->names[i]] && !r->held[i] && !fits)
    r->rejected[i] = true; // "the San Jose station" of the San Jose neighbourhood
  if (r->rejected[i]) {
    *m = (sm_mention){.span = m->span,
                      .first = m->first,
                      .last = m->last,
                      .sentence = m->sentence,
                      .role = m->role,
                      .flags = m->flags | SM_MENTION_UNLISTED,
                      .said_kind = m->said_kind,
                      .n_candidates = m->n_candidates,
                      .container = m->container,
                      .containee = m->containee,
                      .reason = "none of its namesakes lies where the text places it"};
    return;
  }
  const char *reason = words_for(r, m, &c, name, r->held[i] == c.place ? r->holder[i] : 0);
  m->reason = reason ? reason : "";
}

static bool closes_address(const resolver *r, const sm_mention *outer) {
  const sm_tokens *t = &r->doc->tokens;
  if (outer->last >= t->n || t->items[outer->last].sentence != outer->sentence) return true;
  uint16_t sign = t->items[outer->last].sign;
  return sign == ',' || sign == '.' || sign == ')' || sign == ';' || sign == ':';
}

/// Whether mention k is a province, district or country that the text clearly means as a place.
static bool is_plain_unit(const resolver *r, size_t k) {
  const sm_mention *m = &r->m->items[k];
  if (!m->place || m->role != SM_ROLE_LITERAL || m->conf < 0.5f) return false;
  uint8_t kind = brief(r, m->place).kind;
  return kind == SM_KIND_ADM1 || kind == SM_KIND_ADM2 || kind == SM_KIND_COUNTRY;
}

/// The mention whose unit the text says holds mention i although its place lies elsewhere, or 0 (index + 1).
static size_t contradicted_by(const resolver *r, size_t i) {
  const sm_mention *m = &r->m->items[i];
  sm_place_brief b = brief(r, m->place);
  for (size_t k = i + 1; k < r->m->n && r->m->items[k].sentence == m->sentence; k++) {
    const sm_mention *outer = &r->m->items[k];
    size_t unit = owned_by(r, k);
    if (unit > k) outer = &r->m->items[unit];
    bool address = k == i + 1 && joint_of(r, m, &r->m->items[k]) == 1 && (unit > k || closes_address(r, outer));
    if (!is_plain_unit(r, unit) || (!address && !(m->flags & SM_MENTION_GUESS))) continue;
    sm_place_brief o = brief(r, outer->place);
    return holds(r, &o, outer->place, &b, m->place) ? 0 : unit + 1;
  }
  return 0;
}

/// Whether another name of the report lies in the province too.
static bool is_told_of(const resolver *r, size_t i, sm_place_ref adm1) {
  for (size_t k = 0; k < r->m->n; k++) {
    const sm_mention *m = &r->m->items[k];
    if (r->names[k] == r->names[i] || !m->place || m->role == SM_ROLE_DEMONYM) continue;
    if (m->place == adm1 || brief(r, m->place).adm1 == adm1) return true;
  }
  return false;
}

/// "Donetsk region: two died in Dolyna": the province told last, with its word, before a small place that
/// lies in another one of the country, of which nothing else is told (index + 1), or 0.
static size_t province_before(const resolver *r, size_t i) {
  enum { SMALL = 60000, SENTENCES = 2 };
  const sm_mention *m = &r->m->items[i];
  sm_place_brief b = brief(r, m->place);
  if (b.kind != SM_KIND_CITY || b.population >= SMALL || b.flags & (SM_PLACE_ADM1_SEAT | SM_PLACE_CAPITAL) ||
      !b.adm1)
    return 0;
  for (size_t k = i; k-- > 0 && r->m->items[k].sentence + SENTENCES >= m->sentence;) {
    const sm_mention *outer = &r->m->items[k];
    if (!outer->place || outer->role != SM_ROLE_LITERAL) continue;
    sm_place_brief o = brief(r, outer->place);
    if (o.kind != SM_KIND_ADM1 || !outer->said_kind) continue;
    return o.country == b.country && b.adm1 != outer->place && !is_told_of(r, i, b.adm1) ? k + 1 : 0;
  }
  return 0;
}

/// A namesake abroad is no better than no place: where the text contradicts a small place, the name counts as
/// one that the gazetteer lacks.
static void reject_namesake(resolver *r, size_t i) {
  sm_mention *m = &r->m->items[i];
  if (!m->place || r->held[i] || m->role == SM_ROLE_DEMONYM || m->role == SM_ROLE_DATELINE) return;
  sm_place_brief b = brief(r, m->place);
  if (b.kind == SM_KIND_COUNTRY || b.kind == SM_KIND_ADM1 || b.kind == SM_KIND_SEA || b.kind == SM_KIND_RIVER ||
      b.kind == SM_KIND_REGION || b.population > 400000)
    return;
  size_t outer = contradicted_by(r, i);
  if (!outer) outer = province_before(r, i);
  if (!outer) return;
  m->place = 0;
  m->container = (uint32_t)outer;
  m->flags |= SM_MENTION_UNLISTED;
}

/// An unlisted name lies where its container is.
static void place_unlisted(resolver *r, size_t i) {
  sm_mention *m = &r->m->items[i];
  if (m->place || !m->container) return;
  const sm_mention *c = &r->m->items[m->container - 1];
  if (!c->place) return;
  m->lon = c->lon;
  m->lat = c->lat;
  m->radius_m = c->radius_m;
  m->conf = 0.5f * c->conf;
  m->flags |= SM_MENTION_GUESS;
  m->reason = "in no gazetteer; placed by what holds it";
}

sm_status sm_resolve_mentions(const sm_geocoder *geocoder, sm_document *document, const sm_findings *findings,
                              const uint32_t *names, sm_mentions *mentions, sm_error *err) {
  resolver r = {.g = geocoder, .doc = document, .f = findings, .names = names, .m = mentions};
  r.held = sm_arena_calloc(document->arena, 2 * mentions->n + 1, sizeof *r.held);
  r.by_name = sm_arena_calloc(document->arena, findings->n_names + 1, sizeof *r.by_name);
  r.said = sm_arena_calloc(document->arena, findings->n_names + 1, 1);
  r.quarter = sm_arena_calloc(document->arena, findings->n_names + 1, sizeof *r.quarter);
  r.rejected = sm_arena_calloc(document->arena, 2 * mentions->n + 1, sizeof *r.rejected);
  r.options = sm_arena_calloc(document->arena, findings->n_names + 1, sizeof *r.options);
  r.own = sm_arena_calloc(document->arena, findings->n_names + 1, sizeof *r.own);
  if (!r.held || !r.by_name || !r.said || !r.quarter || !r.rejected || !r.options || !r.own || !gather_options(&r))
    return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  r.holder = r.held + mentions->n;
  r.elsewhere = r.rejected + mentions->n;
  for (size_t i = 0; i < mentions->n; i++)
    if (mentions->items[i].said_kind) r.said[names[i]] = (uint8_t)mentions->items[i].said_kind;
  r.n_in_title = sm_title_countries(geocoder, document, r.in_title, TITLE_TOKENS);
  choose_names(&r);
  vote_names(&r, false);
  vote_title(&r);
  read_containment(&r);
  for (size_t i = 0; i < mentions->n; i++)
    if (r.held[i] && !findings->names[names[i]].sense) findings->names[names[i]].sense = r.held[i];
  choose_names(&r);
  vote_names(&r, true);
  vote_title(&r);
  gather_anchors(&r);
  choose_names(&r);
  for (size_t i = 0; i < mentions->n; i++) settle(&r, i);
  for (size_t i = mentions->n; i-- > 0;) reject_namesake(&r, i);
  for (size_t i = 0; i < mentions->n; i++)
    if (r.elsewhere[i] && !mentions->items[i].container)
      mentions->items[i].container = sm_likely_holder(geocoder, document, mentions, &mentions->items[i]);
  for (size_t i = 0; i < mentions->n; i++) place_unlisted(&r, i);
  for (size_t i = 1; i < mentions->n; i++) // one place, told by its two ends
    if (sm_are_road_ends(geocoder, document, &mentions->items[i - 1], &mentions->items[i])) {
      mentions->items[i].flags |= SM_MENTION_CONTAINER;
      mentions->items[i].containee = (uint32_t)i;
    }
  return SM_OK;
}
