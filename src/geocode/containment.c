// Which place the words say lies in which: "X, Y", "X in Y", "Y's X", lists that share what holds them; and names that
// no gazetteer has there.
#include "resolver.h"

#include <math.h>

#include "boundary.h"

/// Metres that a place without an outline may reach from its point.
double sm_resolver_reach(const sm_resolver *r, sm_place_ref place) {
  double lon, lat;
  float radius_m;
  sm_gazetteer_point(r->g->gazetteer, place, &lon, &lat, &radius_m);
  return radius_m;
}

bool sm_resolver_holds(const sm_resolver *r, const sm_place_brief *outer, sm_place_ref outer_ref,
                  const sm_place_brief *inner, sm_place_ref inner_ref) {
  enum { LARGE = 300000 };
  if (outer_ref == inner_ref) return false;
  switch ((sm_place_kind)outer->kind) {
  case SM_KIND_COUNTRY:
    return inner->country == outer_ref && inner->kind != SM_KIND_COUNTRY;
  case SM_KIND_ADM1:
    return inner->adm1 == outer_ref || (inner->adm1 && inner->adm1 == r->g->merged && outer_ref == r->g->merged_into);
  case SM_KIND_ADM2:
    return inner->adm2 == outer_ref ||
           (inner->kind == SM_KIND_CITY && inner->adm1 == outer->adm1 && inner->adm1 &&
            sm_sphere_distance(inner->lon, inner->lat, outer->lon, outer->lat) < fmin(fmax(60e3, sm_resolver_reach(r, outer_ref)), 100e3));
  case SM_KIND_CITY:
    if (inner->country && outer->country && inner->country != outer->country) return false;
    if (inner->kind == SM_KIND_ADM2 && outer->population < LARGE) return false; // no town holds a district
    return outer->population > 3 * (uint64_t)inner->population && inner->kind != SM_KIND_COUNTRY &&
           inner->kind != SM_KIND_ADM1 &&
           sm_sphere_distance(inner->lon, inner->lat, outer->lon, outer->lat) < 50e3;
  case SM_KIND_REGION:
  case SM_KIND_ISLAND:
    return inner->country && inner->country == outer->country &&
           sm_sphere_distance(inner->lon, inner->lat, outer->lon, outer->lat) <
               fmin(300e3, 1.5 * sm_resolver_reach(r, outer_ref) + 30e3);
  default:
    return false;
  }
}

static bool is_with(const sm_resolver *r, uint32_t i) {
  return sm_token_reads(r->doc, i, "with");
}

/// "killed in X in an Israeli air strike": whose arms, not where.
static bool is_of_arms(const sm_resolver *r, const sm_mention *m) {
  enum { WORDS = 2 };
  const sm_token *t = r->doc->tokens.items;
  for (uint32_t i = m->last; m->role == SM_ROLE_DEMONYM && i < m->last + WORDS && i < r->doc->tokens.n && t[i].key && !(t[i].flags & SM_TOKEN_CAPITAL); i++)
    if (sm_has_cue(r->g, t[i].entry, SM_CUE_TRIGGER) || sm_has_cue(r->g, t[i].entry, SM_CUE_WEAPON)) return true;
  return false;
}

/// How the words between two mentions part them: 0 not at all, 1 "X, Y" or "X (Y)" or "X in Y": Y may hold X,
/// 2 "Y's X": the first may hold the second.
int sm_joint_of(const sm_resolver *r, const sm_mention *a, const sm_mention *b) {
  const sm_token *t = r->doc->tokens.items;
  if (is_of_arms(r, b)) return 0;
  bool apposition = t[a->last].sign == ',' && sm_token_cue(r->g, &t[a->last + 1], SM_CUE_CONNECTOR) &
                                                  SM_JOIN_ARTICLE; // ", a mostly Sunni town in"
  if (a->sentence != b->sentence || b->first - a->last > (apposition ? 12 : 7)) return 0;
  if (b->first == a->last) return 2;
  uint32_t after = a->last;
  if (after < b->first && sm_token_cue(r->g, &t[after], SM_CUE_UNIT)) after++; // "Jazair neighborhood, Mosul"
  const sm_token *first = &t[after];
  if (sm_token_cue(r->g, first, SM_CUE_CONNECTOR) & SM_JOIN_THE) return 0; // "In X district the village of Y"
  if (b->first == after + 1 &&
      (first->sign == ',' || first->sign == '(' || first->sign == '-' || first->sign == '/'))
    return 1;
  if (b->first == after + 2 && first->sign == ',' && sm_token_cue(r->g, &t[after + 1], SM_CUE_DIRECTION) & SM_DIR_ADJECTIVE)
    return 1; // "Meme, northern Cameroon"
  static const char *const clauses[] = {"that", "when", "while", "said", "says", "after", "before", "since", "until"}, *const rest[] = {"others", "other", "rest", "second", "third", "latter"}, *const doers[] = {"by", "against", "for", "under", "upon"}; // "the shelling of X by Y"
  static const char *const clause[] = {"while", "whilst", "whereas", "when", "as", "after", "before", "since", "until", "but"};
  if (first->sign == ',' && SM_TOKEN_READS_ANY(r->doc, after + 1, clause)) return 0; // "killed two in X, while in Y"
  bool in = false, apart = false;
  bool unit = false;
  for (uint32_t i = a->last; i < b->first; i++) {
    if (t[i].sign == ',' && i <= after) continue;
    unit |= sm_token_cue(r->g, &t[i], SM_CUE_UNIT) != 0; // "X, a town shelled often, in Y"
    const uint32_t before = i > a->last && t[i - 1].entry ? t[i - 1].entry->word_bits : 0;
    const bool done = !apposition || (!unit && before & SM_WORD_NOUN && !(before & SM_WORD_ADJECTIVE)); // "X, a missile hit Y", not "X, the second attack since Y"
    if (first->sign != ',' && SM_TOKEN_READS_ANY(r->doc, i, clauses)) return 0; // "the ombudsman of X reports that the centre of Y was hit"
    if (first->sign == ',' && SM_TOKEN_READS_ANY(r->doc, i, rest)) return 0; // "one died in X, the others in Y"
    const bool deed = apposition && i + 1 < b->first && sm_token_cue(r->g, &t[i + 1], SM_CUE_PREPOSITION); // "In X, the detonation of a bomb on Y Street"
    if (first->sign == ',' && (done || deed) && sm_has_cue(r->g, t[i].entry, SM_CUE_TRIGGER)) return 0; // "a car blew up in A, shells hit a school in B"
    if (i > a->last && sm_token_cue(r->g, &t[i - 1], SM_CUE_RELATION) == SM_REL_BORDER && is_with(r, i)) return 0; // "X, on the border with Y"
    if (t[i].flags & SM_TOKEN_CLITIC && i == a->last) continue;
    if (t[i].sign == '_' && i == a->last && !apart) { // "Omar - Oil Fields in Y"
      apart = true;
      continue;
    }
    if (apart && !in && !(t[i].flags & SM_TOKEN_CAPITAL) && !sm_has_cue(r->g, t[i].entry, SM_CUE_PREPOSITION)) return 0;
    if ( t[i].sign == '-' || t[i].sign == '[' || t[i].sign == ']') continue;
    if (!t[i].key || sm_token_cue(r->g, &t[i], SM_CUE_CONNECTOR) & SM_JOIN_AND) return 0;
    uint8_t prep = sm_token_cue(r->g, &t[i], SM_CUE_PREPOSITION);
    if ((prep & 15) == SM_PREP_IN || ((prep & 15) == SM_PREP_OF && !SM_TOKEN_READS_ANY(r->doc, i, doers)))
      in = true;
    else if (prep)
      return 0;
  }
  if (in) return 1;
  return first->flags & SM_TOKEN_CLITIC && b->first - a->last <= 5 ? 2 : 0;
}

static double apart(const sm_option *a, const sm_option *b) {
  return sm_sphere_distance(a->brief.lon, a->brief.lat, b->brief.lon, b->brief.lat);
}

/// "Hamlet, Town, Province": whether a hamlet lies near enough to the town that it is told by. A province's
/// seat may stand for the province.
static bool lies_beside(const sm_option *town, const sm_option *hamlet) {
  enum { NEIGHBOURS_M = 40000, PROVINCE_M = 200000 };
  const sm_place_brief *t = &town->brief, *h = &hamlet->brief;
  if (t->kind != SM_KIND_CITY || h->kind != SM_KIND_CITY || town->place == hamlet->place ||
      t->country != h->country)
    return false;
  bool seat = h->adm1 && h->adm1 == t->adm1 && t->flags & SM_PLACE_ADM1_SEAT;
  return apart(town, hamlet) < (seat ? PROVINCE_M : NEIGHBOURS_M);
}

/// "Malikdinkhel in Bara tehsil": what holds a name is itself in no gazetteer.
static bool note_unlisted_district(sm_resolver *r, size_t inner, size_t outer) {
  const sm_mention *b = &r->m->items[outer];
  if (sm_resolver_name(r, inner)->n || sm_resolver_name(r, outer)->n || !(b->flags & SM_MENTION_HAS_UNIT_WORD) || b->said_kind != SM_KIND_ADM2) return false;
  if (b->first - r->m->items[inner].last > 3) return false;
  r->m->items[inner].container = (uint32_t)outer + 1;
  return true;
}

/// "northern Cameroon", "the north of Cameroon": whether the unit is told by its part, and in which direction (degrees).
static bool part_told(const sm_resolver *r, const sm_mention *unit, double *azimuth) {
  const sm_token *t = r->doc->tokens.items;
  uint32_t first = r->doc->tokens.sentences[unit->sentence].first, i = unit->first;
  if (i < first + 3) return false;
  uint8_t direct = sm_token_cue(r->g, &t[i - 1], SM_CUE_DIRECTION);
  bool of = (sm_token_cue(r->g, &t[i - 1], SM_CUE_PREPOSITION) & 15) == SM_PREP_OF && sm_token_cue(r->g, &t[i - 3], SM_CUE_CONNECTOR) & SM_JOIN_ARTICLE;
  if (of) direct = sm_token_cue(r->g, &t[i - 2], SM_CUE_DIRECTION);
  if (!(direct & (of ? SM_DIR_NOUN : SM_DIR_ADJECTIVE)) || direct & SM_DIR_MIDDLE) return false;
  *azimuth = (direct & SM_DIR_SIXTEENTHS) * 22.5;
  return true;
}

/// Cosine of the angle between a direction and the way from a point to a place.
static double along(double lon, double lat, const sm_place_brief *b, double azimuth) {
  static const double DEGREE = 0.0174532925199433;
  double x = (b->lon - lon) * cos(lat * DEGREE), y = b->lat - lat, d = hypot(x, y);
  return d > 0 ? (x * sin(azimuth * DEGREE) + y * cos(azimuth * DEGREE)) / d : 1;
}

/// Whether a place lies on the far side of the unit from the part told, by its middle and by where its people live: "Meme, northern
/// Cameroon" is none in the southwest.
static bool lies_opposite(const sm_resolver *r, const sm_mention *told, sm_place_ref unit, const sm_place_brief *b) {
  static const double NEAR_CENTRE = 0.1, BACK = -0.2, ASIDE = 0.17;
  double azimuth;
  if (!unit || !part_told(r, told, &azimuth)) return false;
  sm_place p;
  sm_gazetteer_place(r->g->gazetteer, unit, &p);
  if (sm_sphere_distance(p.inhabited_lon, p.inhabited_lat, b->lon, b->lat) < NEAR_CENTRE * p.inhabited_radius_m) return false;
  return along(p.lon, p.lat, b, azimuth) < BACK && along(p.inhabited_lon, p.inhabited_lat, b, azimuth) < ASIDE;
}

/// "Timbuktu in northern Mali": the seat that bears its province's name, where no word tells the province.
static sm_place_ref seat_of_name(const sm_resolver *r, size_t index, sm_place_ref province) {
  enum { KNOWN_TOWN = 10000 };
  const sm_name *name = sm_resolver_name(r, index);
  const uint8_t said = r->said[r->names[index]];
  if (said == SM_KIND_ADM1 || said == SM_KIND_ADM2 || sm_resolver_brief(r, province).kind != SM_KIND_ADM1) return province;
  for (uint32_t k = 0; k < name->n; k++) {
    const sm_option *o = &r->options[r->names[index]][k];
    const bool seat = o->brief.kind == SM_KIND_CITY && o->brief.flags & SM_PLACE_ADM1_SEAT && o->name_flags & SM_NAME_MAIN;
    if (seat && o->brief.adm1 == province && o->brief.population >= KNOWN_TOWN) return o->place;
  }
  return province;
}

/// Let the text assign: among the pairs of candidates of inner and outer where one holds the other, the most
/// prominent.
static bool contain(sm_resolver *r, size_t inner, size_t outer) {
  const sm_name *in = sm_resolver_name(r, inner), *out = sm_resolver_name(r, outer);
  float best = -1e9f;
  sm_place_kind kind = r->m->items[inner].said_kind;
  if (kind == r->m->items[outer].said_kind && kind == SM_KIND_ADM1) return false; // "the provinces of Homs, Hama"
  bool short_form = sm_shares_short_form(r, r->names[outer]);
  for (uint32_t k = 0; k < out->n && k < 24; k++) {
    const sm_option *o = &r->options[r->names[outer]][k];
    if (r->held[outer] && o->place != r->held[outer]) continue;
    if (short_form && o->brief.kind == SM_KIND_COUNTRY) continue;
    if (o->brief.kind == SM_KIND_UNKNOWN) continue;
    uint32_t why = 0;
    float os = o->standing + sm_resolver_support(r, &o->brief, r->names[outer], &why);
    for (uint32_t j = 0; j < in->n; j++) {
      const sm_option *i = &r->options[r->names[inner]][j];
      if (in->best.kind == SM_KIND_COUNTRY && in->best_flags & SM_NAME_MAIN && i->brief.kind != SM_KIND_ADM1)
        continue; // "China, Japan" is a list
      bool told = r->held[outer] && kind != SM_KIND_ADM2 && lies_beside(o, i);
      if (!told && !sm_resolver_holds(r, &o->brief, o->place, &i->brief, i->place)) continue;
      bool part = o->brief.kind == SM_KIND_COUNTRY && i->brief.kind >= SM_KIND_ADM2 && i->brief.population < 300000;
      if (part && lies_opposite(r, &r->m->items[outer], o->place, &i->brief)) continue;
      float s = os + i->standing + sm_kind_fit((uint8_t)r->m->items[inner].said_kind, i->brief.kind);
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
  r->held[inner] = seat_of_name(r, inner, r->held[inner]);
  r->rejected[inner] = false;
  sm_mention *mi = &r->m->items[inner], *mo = &r->m->items[outer];
  mi->container = (uint32_t)outer + 1;
  mo->containee = (uint32_t)inner + 1;
  mo->flags |= SM_MENTION_CONTAINER;
  return true;
}

/// "X (Province)", "X, Province, Country", "X, a town in Province": told so plainly that no fame of a
/// namesake counts.
static bool is_told_plainly(const sm_resolver *r, size_t inner, size_t outer) {
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
static bool lies_far_from(const sm_resolver *r, size_t inner, size_t outer) {
  sm_place_ref district = r->by_name[r->names[outer]].place, place = r->by_name[r->names[inner]].place;
  if (!district || !place) return false;
  sm_place_brief d = sm_resolver_brief(r, district), b = sm_resolver_brief(r, place);
  return sm_sphere_distance(b.lon, b.lat, d.lon, d.lat) > 1.5 * sm_resolver_reach(r, district) + 30e3;
}

/// The land around a town has no outline: what lies a province away is elsewhere.
static bool lies_off(const sm_resolver *r, size_t inner, size_t outer) {
  static const double OFF_M = 150e3;
  sm_place_brief a = sm_resolver_brief(r, r->by_name[r->names[inner]].place), b = sm_resolver_brief(r, r->by_name[r->names[outer]].place);
  return sm_sphere_distance(a.lon, a.lat, b.lon, b.lat) > OFF_M;
}

/// "X, just south of Y", "X, 60 km from Y": Y does not hold X.
static bool is_told_by_offset(const sm_resolver *r, const sm_mention *a, const sm_mention *b) {
  const sm_token *t = r->doc->tokens.items;
  for (uint32_t i = a->last; i < b->first; i++) {
    if ((sm_token_cue(r->g, &t[i], SM_CUE_PREPOSITION) & 15) == SM_PREP_IN) return false;
    if (sm_token_cue(r->g, &t[i], SM_CUE_DIRECTION) & SM_DIR_NOUN || sm_token_cue(r->g, &t[i], SM_CUE_DISTANCE)) return true;
  }
  return false;
}

/// "in Geneva, in Moscow, in Berlin": towns side by side; not "in X, in Y district".
static bool is_series(const sm_resolver *r, size_t k) {
  const sm_mention *a = &r->m->items[k - 1], *b = &r->m->items[k];
  if (b->flags & SM_MENTION_HAS_UNIT_WORD && b->said_kind == SM_KIND_ADM2 && !(a->flags & SM_MENTION_HAS_UNIT_WORD)) return false;
  const sm_token *t = r->doc->tokens.items;
  return a->first && t[a->last].sign == ',' && b->first == a->last + 2 && t[a->first - 1].key == t[a->last + 1].key &&
         sm_resolver_name(r, k)->best.kind == SM_KIND_CITY;
}

/// A region that units of one country make up: a former province.
static bool is_union(const sm_place_brief *b) { return b->kind == SM_KIND_REGION && b->country && b->flags & SM_PLACE_HAS_POLYGON; }

/// A town or a camp.
static bool is_settled(uint8_t kind) { return kind == SM_KIND_CITY || kind == SM_KIND_SITE; }

/// Behind a town and its word: "Idlib city".
static uint32_t past_town_word(const sm_resolver *r, const sm_mention *m) {
  const sm_token *t = &r->doc->tokens.items[m->last];
  const bool word = m->last < r->doc->tokens.n && t->sentence == m->sentence && (sm_token_cue(r->g, t, SM_CUE_UNIT) & SM_UNIT_KIND) == SM_KIND_CITY;
  return m->last + word;
}

/// "A, B and C", "A, B, C and D": towns side by side. next: the same of mention k and the one after it.
static bool is_list_of_towns(const sm_resolver *r, size_t k, bool next) {
  enum { APART_M = 30000 };
  const sm_mention *a = &r->m->items[k - 1], *b = &r->m->items[k];
  const sm_token *t = r->doc->tokens.items;
  const sm_name *before = sm_resolver_name(r, k - 1), *town = sm_resolver_name(r, k);
  const bool province = before->best.kind == SM_KIND_ADM1 && !sm_resolver_holds(r, &before->best, r->by_name[r->names[k - 1]].place, &town->best, r->by_name[r->names[k]].place); // lies in no town
  const bool seat = town->best.kind == SM_KIND_ADM1 && sm_resolver_has_town(r, k) && !sm_resolver_holds(r, &town->best, r->by_name[r->names[k]].place, &before->best, r->by_name[r->names[k - 1]].place); // "Nahariya, Haifa and other towns"
  const bool parts = is_union(&before->best) && is_union(&town->best); // "Nyanza, Rift Valley and Western"
  const bool towns = parts || ((is_settled(before->best.kind) || province) && (is_settled(town->best.kind) || seat));
  const bool apart = a->said_kind == SM_KIND_ADM2 && sm_sphere_distance(before->best.lon, before->best.lat, town->best.lon, town->best.lat) > APART_M; // "X in Kupiansk district, Vovchansk and"
  const uint32_t comma = past_town_word(r, a) + (apart && a->last < r->doc->tokens.n && (sm_token_cue(r->g, &t[a->last], SM_CUE_UNIT) & SM_UNIT_KIND) == SM_KIND_ADM2);
  if (!towns || a->sentence != b->sentence || t[comma].sign != ',' || b->first != comma + 1) return false;
  uint32_t i = past_town_word(r, b);
  if (next && t[i].sign == ',') return true;
  if (i < r->doc->tokens.n && t[i].sign == ',') i++;
  if (i + 1 >= r->doc->tokens.n || !(sm_token_cue(r->g, &t[i], SM_CUE_CONNECTOR) & SM_JOIN_AND) || t[i + 1].sentence != b->sentence) return false;
  static const char *const more[] = {"other", "others", "several", "surrounding", "neighbouring", "neighboring", "nearby"}; // "A, B and other villages"
  return sm_resolver_leads_name(r, i) || SM_TOKEN_READS_ANY(r->doc, i + 1, more);
}

/// "In Donetsk region, Russian forces": the adjective begins what is told.
static bool is_next_clause(const sm_resolver *r, const sm_mention *a, const sm_mention *b) {
  const sm_token *t = r->doc->tokens.items;
  const uint32_t article = b->first > a->last + 1 && sm_token_cue(r->g, &t[b->first - 1], SM_CUE_CONNECTOR) & SM_JOIN_ARTICLE ? 1 : 0; // "In X, the Turkish drones"
  return b->role == SM_ROLE_DEMONYM && b->first > a->last && t[b->first - 1 - article].sign == ',';
}

/// "Mogadishu's Wadajir district" is no village of that name elsewhere.
static void note_quarter(sm_resolver *r, size_t inner, size_t outer) {
  enum { SMALL = 100000, BEYOND_M = 50000 };
  const sm_name *in = sm_resolver_name(r, inner);
  sm_mention *a = &r->m->items[inner];
  sm_place_ref city = r->by_name[r->names[outer]].place, place = r->by_name[r->names[inner]].place;
  if (!in->n || !city || !place || !(a->flags & SM_MENTION_HAS_UNIT_WORD)) return;
  sm_place_brief c = sm_resolver_brief(r, city), b = sm_resolver_brief(r, place);
  bool small = b.kind == SM_KIND_CITY && b.population < SMALL;
  if (c.kind != SM_KIND_CITY || !small || sm_sphere_distance(b.lon, b.lat, c.lon, c.lat) < BEYOND_M) return;
  a->container = (uint32_t)outer + 1;
  r->rejected[inner] = true;
}

/// How far the land reaches that a town's name tells.
static const double LAND_OF_TOWN_M = 80e3;

/// "Huliaipole community", "Bama LGA": a town whose name tells the land around it.
static bool is_land_of_town(const sm_resolver *r, size_t index) {
  const sm_mention *m = &r->m->items[index];
  const sm_tokens *tokens = &r->doc->tokens;
  if (m->last >= tokens->n || sm_resolver_brief(r, r->by_name[r->names[index]].place).kind != SM_KIND_CITY) return false;
  const sm_token *t = tokens->items;
  const sm_lexicon_entry *e = t[m->last].entry;
  bool kind_of = e && e->word_bits & SM_WORD_ADJECTIVE && m->last + 1 < tokens->n && !sm_has_cue(r->g, e, SM_CUE_PREPOSITION); // "urban district"
  uint8_t next = sm_token_cue(r->g, &t[m->last + kind_of], SM_CUE_UNIT), own = sm_token_cue(r->g, &t[m->last - 1], SM_CUE_UNIT);
  uint8_t unit = t[m->last].sentence == m->sentence && next ? next : m->last > m->first + 1 ? own : 0;
  return (unit & SM_UNIT_KIND) == SM_KIND_ADM2 || ((unit & SM_UNIT_KIND) == SM_KIND_CITY && !(unit & SM_UNIT_PART) && unit == next);
}

/// "in Barangay Kalawag II, Isulan, at", "in Siloé (Cali)": a name of no gazetteer before the town that it lies in, not a list of towns.
static bool is_address(const sm_resolver *r, size_t inner, size_t outer) {
  const sm_mention *a = &r->m->items[inner], *b = &r->m->items[outer];
  const sm_tokens *tokens = &r->doc->tokens;
  const sm_token *t = tokens->items;
  uint32_t first = tokens->sentences[a->sentence].first, last = tokens->sentences[a->sentence].last;
  if (a->flags & SM_MENTION_LIST && b->flags & SM_MENTION_LIST) return false;
  uint8_t prep = a->first > first ? sm_token_cue(r->g, &t[a->first - 1], SM_CUE_PREPOSITION) & 15 : 0;
  if (prep != SM_PREP_IN && prep != SM_PREP_AT && prep != SM_PREP_NEAR) return false;
  if (t[a->last].sign == '(') return b->last < last && t[b->last].sign == ')';
  if (t[a->last].sign != ',') return b->first == a->last + 1 + (b->first > a->last + 1 && sm_token_cue(r->g, &t[a->last], SM_CUE_UNIT)); // "X quarter in Y"
  bool beside = b->first == a->last + 1;
  if (!beside || b->last >= last || sm_token_cue(r->g, &t[b->last], SM_CUE_CONNECTOR) & SM_JOIN_AND) return false;
  bool goes_on = outer + 1 < r->m->n && r->m->items[outer + 1].first == b->last + 1; // "X, Y, Z": a list, or what holds Y
  return t[b->last].sign != ',' || !goes_on || b->container;
}

/// Whether "in", "of" or a comma leads to b, over articles and words that tell of land: "in the western countryside of Y".
static bool is_led_into(const sm_resolver *r, const sm_mention *a, const sm_mention *b) {
  const sm_token *t = r->doc->tokens.items;
  for (uint32_t i = b->first; i > a->last; i--) {
    const uint8_t prep = sm_token_cue(r->g, &t[i - 1], SM_CUE_PREPOSITION) & 15;
    if (prep == SM_PREP_IN || prep == SM_PREP_OF || t[i - 1].sign == ',' || t[i - 1].sign == '(' || t[i - 1].sign == '-' || t[i - 1].sign == '/') return true;
    const uint32_t bits = t[i - 1].entry ? t[i - 1].entry->word_bits : 0;
    if (!(bits & (SM_WORD_ADJECTIVE | SM_WORD_NOUN_LOCATION)) && !sm_token_cue(r->g, &t[i - 1], SM_CUE_UNIT) && !sm_token_cue(r->g, &t[i - 1], SM_CUE_DIRECTION) && !sm_token_cue(r->g, &t[i - 1], SM_CUE_CONNECTOR)) return false;
  }
  return b->first == a->last;
}

/// "Tanf in rural Damascus", "Omar, in the countryside of Deir ez-Zor": what lies in a unit of a country lies in that country, even where its
/// outline, or what is listed, tells otherwise. Whether a namesake there was found, or the one abroad rejected.
static bool keep_to_country(sm_resolver *r, size_t inner, size_t outer) {
  enum { LARGE = 300000, KNOWN = 100000, AROUND_M = 300000 };
  const sm_name *in = sm_resolver_name(r, inner);
  sm_mention *a = &r->m->items[inner], *b = &r->m->items[outer];
  const sm_choice *chosen = &r->by_name[r->names[inner]];
  sm_place_ref unit = r->held[outer] ? r->held[outer] : r->by_name[r->names[outer]].place;
  if (!in->n || !unit || a->role != SM_ROLE_LITERAL || b->role != SM_ROLE_LITERAL || r->names[inner] == r->names[outer] || !is_led_into(r, a, b)) return false;
  for (uint32_t i = a->last; i < b->first; i++) {
    const sm_token *t = &r->doc->tokens.items[i];
    if (t->sign == ',' && b->first > a->last + 1) return false; // "Kolok, where half of Kelantan had come"
    const uint32_t bits = t->entry ? t->entry->word_bits : 0;
    if (bits & SM_WORD_VERB && !(t->flags & SM_TOKEN_CAPITAL) && !(bits & (SM_WORD_NOUN_LOCATION | SM_WORD_ADJECTIVE)) && !sm_token_cue(r->g, t, SM_CUE_UNIT)) return false; // "... X came after ministers met in Y"
  }
  sm_place_brief o = sm_resolver_brief(r, unit), c = sm_resolver_brief(r, chosen->place);
  const bool known = o.kind == SM_KIND_ADM1 || o.kind == SM_KIND_ADM2 || (o.kind == SM_KIND_CITY && o.population >= KNOWN);
  if (!known || c.kind < SM_KIND_ADM2 || c.country == o.country || !c.country) return false;
  if (c.population > LARGE || c.flags & SM_PLACE_CAPITAL) return false;
  sm_place_ref found = 0;
  float best = -1e9f;
  for (uint32_t k = 0; k < in->n; k++) {
    const sm_option *i = &r->options[r->names[inner]][k];
    if (i->brief.country != o.country || i->brief.kind < SM_KIND_ADM2 || i->standing <= best) continue;
    if (sm_sphere_distance(i->brief.lon, i->brief.lat, o.lon, o.lat) > AROUND_M) continue;
    best = i->standing, found = i->place;
  }
  r->held[inner] = found;
  r->rejected[inner] = !found;
  a->container = (uint32_t)outer + 1;
  return true;
}

/// "Rayyan, Homs" where no Rayyan of the gazetteer lies in Homs: the name is another, unlisted place.
static void note_stranger(sm_resolver *r, size_t inner, size_t outer) {
  const sm_name *in = sm_resolver_name(r, inner);
  sm_mention *a = &r->m->items[inner], *b = &r->m->items[outer];
  const sm_token *t = r->doc->tokens.items;
  sm_place_brief ob = sm_resolver_brief(r, r->by_name[r->names[outer]].place);
  bool unit = ob.kind == SM_KIND_COUNTRY || ob.kind == SM_KIND_ADM1 || ob.kind == SM_KIND_ADM2 ||
              (ob.kind == SM_KIND_REGION && ob.country);
  for (uint32_t k = 0; k < sm_resolver_name(r, outer)->n && !unit;
       k++) { // "El Pinito, Chihuahua": the city bears its state's name
    const sm_place_brief *o = &r->options[r->names[outer]][k].brief;
    unit = ob.kind == SM_KIND_CITY && o->kind == SM_KIND_ADM1 && o->country == ob.country &&
           t[a->last].sign == ',' && b->first == a->last + 1;
  }
  sm_place_brief chosen = sm_resolver_brief(r, r->by_name[r->names[inner]].place);
  sm_place_ref home = in->n && in->best.kind == SM_KIND_CITY ? chosen.country : 0;
  bool around = is_land_of_town(r, outer); // "X of Huliaipole community"
  const bool plain = sm_resolver_name(r, outer)->n == 1 && in->n > 1; // "Druzhba of the Toretsk community": there is one Toretsk
  if (around && !plain && home && ob.country != home && sm_vote_for(&r->countries, home) > sm_vote_for(&r->countries, ob.country)) { // "Mach, in Bolan district": no Bolan abroad
    r->rejected[outer] = true;
    a->container = (uint32_t)outer + 1;
    return;
  }
  unit |= around;
  bool meant = r->names[inner] != r->names[outer] && (r->held[outer] || sm_vote_for(&r->countries, ob.country) > 0);
  sm_place_ref beside = around && meant && in->n && in->best.kind >= SM_KIND_ADM2 ? sm_namesake_near(r, inner, &ob, LAND_OF_TOWN_M) : 0;
  if (beside) { // "Zolochiv, in Bohodukhiv district"
    r->held[inner] = beside;
    a->container = (uint32_t)outer + 1;
    return;
  }
  const bool alias = in->n && !(in->best_flags & SM_NAME_MAIN) && in->best.kind == SM_KIND_CITY;
  const bool other_name = in->n && !(r->by_name[r->names[inner]].name_flags & SM_NAME_MAIN) && chosen.kind == SM_KIND_CITY && chosen.population >= 300000 && !(chosen.flags & SM_PLACE_CAPITAL);
  const bool abroad = other_name && ob.country && chosen.country != ob.country; // "Yida in South Sudan" is not Jeddah
  bool small = !in->n || abroad || (in->best.kind >= SM_KIND_ADM2 && in->best.kind != SM_KIND_SEA &&
                                    in->best.population < 300000);
  uint8_t prep = sm_token_cue(r->g, &t[a->last], SM_CUE_PREPOSITION) & 15;
  bool of_unit = prep == SM_PREP_OF && a->flags & SM_MENTION_HAS_UNIT_WORD; // "X District of Y"
  const bool of_district = prep == SM_PREP_OF && !in->n && ob.kind == SM_KIND_ADM2 && b->first == a->last + 1; // "at Bardibas of Mahottari"
  bool told = of_unit || of_district || (around && prep == SM_PREP_OF) || t[a->last].sign == ',' || t[a->last].sign == '(' ||
              sm_token_cue(r->g, &t[a->last], SM_CUE_UNIT) ||
              prep == SM_PREP_IN;
  if (in->n && is_told_by_offset(r, a, b)) return;
  // "X, Town, Province": an address in three steps leaves no doubt of where X is not.
  bool in_unit = sm_resolver_brief(r, r->holder[outer]).kind != SM_KIND_CITY; // no list of towns
  bool address = ob.kind == SM_KIND_CITY && r->held[outer] && in_unit && b->container && b->first == a->last + 1 &&
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
  bool series = a->flags & b->flags & SM_MENTION_LIST; // "the municipalities of Petatlan, Coyuca and X"
  bool quarter = ob.kind == SM_KIND_CITY && a->flags & SM_MENTION_HAS_UNIT_WORD && (small || alias) && !series;
  if (quarter) {
    a->container = (uint32_t)outer + 1;
    r->rejected[inner] = in->n > 0;
    return;
  }
  bool alias_of_country = in->n && in->best.kind == SM_KIND_COUNTRY &&
                          !(in->best_flags & (SM_NAME_MAIN | SM_NAME_SHORT | SM_NAME_DEMONYM));
  bool town = in->n && (in->best.kind == SM_KIND_CITY || ((in->best.kind == SM_KIND_ADM1 || in->best.kind == SM_KIND_ADM2) && !(in->best_flags & SM_NAME_MAIN)));
  if (unit && b->role != SM_ROLE_DEMONYM && ((abroad && meant) || (ob.kind != SM_KIND_COUNTRY && (alias_of_country || town) &&
      is_told_plainly(r, inner, outer)))) {
    a->container = (uint32_t)outer + 1;
    r->rejected[inner] = true;
    return;
  }
  if (!unit && !in->n && ob.kind == SM_KIND_CITY && is_address(r, inner, outer)) {
    a->container = (uint32_t)outer + 1;
    return;
  }
  if (!unit || !small || !told || b->role == SM_ROLE_DEMONYM) return;
  if (!in->n)
    a->container = (uint32_t)outer + 1;
  else if ((b->first <= a->last + 2 && in->best.kind == SM_KIND_CITY && prep == SM_PREP_IN && home != ob.country) ||
           (ob.kind == SM_KIND_COUNTRY && lies_opposite(r, b, r->by_name[r->names[outer]].place, &chosen)) || (around && in->best.kind == SM_KIND_CITY && lies_off(r, inner, outer)) ||
           (b->first == a->last + 1 && t[a->last].sign == ',' && (ob.kind != SM_KIND_ADM2 || lies_far_from(r, inner, outer)))) {
    a->container = (uint32_t)outer + 1;
    r->rejected[inner] = true;
  }
}

/// "Tangi area in Salarzai tehsil in Bajaur", "Al-Qutaba in the Khokha district of Hodeidah": a district of no gazetteer lies in a unit, and
/// what lies in it does too.
static bool read_chain(sm_resolver *r, size_t inner, size_t outer) {
  enum { SMALL = 100000 };
  const sm_mention *b = &r->m->items[outer];
  const sm_name *in = sm_resolver_name(r, inner);
  bool unlisted = !sm_resolver_name(r, outer)->n || r->rejected[outer];
  if (!unlisted || !b->container || b->container <= outer + 1 || r->m->items[inner].role == SM_ROLE_DEMONYM) return false;
  const sm_place_ref unit = r->by_name[r->names[b->container - 1]].place;
  const bool other_name = !(in->best_flags & SM_NAME_MAIN) && unit && in->best.country != sm_resolver_brief(r, unit).country; // Tungi of Bangladesh
  if (in->n && (in->best.kind < SM_KIND_ADM2 || (in->best.population > SMALL && !other_name))) return false;
  if (contain(r, inner, b->container - 1)) return true;
  r->m->items[inner].container = (uint32_t)outer + 1;
  r->rejected[inner] = in->n > 0;
  return true;
}

/// The finer mention right after the possessive of mention k ("Afghanistan's [Wardak]"), where it holds it; else k.
size_t sm_owned_by(const sm_resolver *r, size_t k) {
  const sm_mention *m = &r->m->items[k];
  bool owner = m->last < r->doc->tokens.n && r->doc->tokens.items[m->last].flags & SM_TOKEN_CLITIC;
  const bool unit = owner && k + 1 < r->m->n && m[1].sentence == m->sentence && m[1].first == m->last + 1 && (m[1].said_kind == SM_KIND_ADM2 || m[1].said_kind == SM_KIND_ADM1) && sm_resolver_name(r, k + 1)->n; // "south Kashmir's Pulwama district"
  return owner && (unit || (m->containee == k + 2 && r->held[k + 1])) ? k + 1 : k;
}

/// "the Alam district of the Iraqi capital, Baghdad", "of the Syrian city of Aleppo": the town that an adjective goes on to name; else k.
static size_t town_of_adjective(const sm_resolver *r, size_t k) {
  enum { WORDS = 3 };
  const sm_mention *m = &r->m->items[k], *town = m + 1;
  if (m->role != SM_ROLE_DEMONYM || k + 1 >= r->m->n || town->sentence != m->sentence || town->first > m->last + WORDS || town->first == m->last) return k;
  const sm_token *t = r->doc->tokens.items;
  for (uint32_t i = m->last; i < town->first; i++) {
    const sm_lexicon_entry *e = t[i].entry;
    const bool capital = sm_token_reads(r->doc, i, "capital");
    if (capital || t[i].sign == ',' || (sm_token_cue(r->g, &t[i], SM_CUE_PREPOSITION) & 15) == SM_PREP_OF) continue;
    if (!e || !(e->word_bits & SM_WORD_NOUN_LOCATION) || t[i].flags & SM_TOKEN_CAPITAL) return k;
  }
  sm_place_brief c = sm_resolver_brief(r, r->by_name[r->names[k]].place), b = sm_resolver_brief(r, r->by_name[r->names[k + 1]].place);
  return b.kind == SM_KIND_CITY && b.country == c.country ? k + 1 : k;
}

/// "the Ukrainian city of Pokrovsk", "the Iraqi border town of X": the adjective tells where the town lies.
static bool is_town_of_people(const sm_resolver *r, const sm_mention *a, const sm_mention *b) {
  enum { WORDS = 4 };
  const sm_token *t = r->doc->tokens.items;
  if (a->role != SM_ROLE_DEMONYM || a->sentence != b->sentence || b->first < a->last + 2 || b->first > a->last + WORDS) return false;
  if ((sm_token_cue(r->g, &t[b->first - 1], SM_CUE_PREPOSITION) & 15) != SM_PREP_OF || !sm_token_cue(r->g, &t[b->first - 2], SM_CUE_UNIT)) return false;
  for (uint32_t i = a->last; i < b->first; i++)
    if (!t[i].key || t[i].flags & SM_TOKEN_CAPITAL) return false;
  return true;
}

/// "the Galilee town of Shlomi", "the Darfur city of Nyala": the name before tells where the town lies; not "Mosul city of Iraq".
static bool is_town_of_land(const sm_resolver *r, size_t k) {
  enum { WORDS = 4 };
  const sm_mention *a = &r->m->items[k - 1], *b = &r->m->items[k];
  const sm_token *t = r->doc->tokens.items;
  if (a->role == SM_ROLE_DEMONYM || a->sentence != b->sentence || b->first < a->last + 2 || b->first > a->last + WORDS || a->first == 0) return false;
  const uint8_t unit = sm_token_cue(r->g, &t[b->first - 2], SM_CUE_UNIT);
  static const char *const markets[] = {"bazaar"}; // "the Juma bazaar of Kalaya"
  if ((sm_token_cue(r->g, &t[b->first - 1], SM_CUE_PREPOSITION) & 15) != SM_PREP_OF || (unit & SM_UNIT_KIND) != SM_KIND_CITY || SM_TOKEN_READS_ANY(r->doc, b->first - 2, markets)) return false;
  if (!(sm_token_cue(r->g, &t[a->first - 1], SM_CUE_CONNECTOR) & SM_JOIN_ARTICLE) && !sm_token_cue(r->g, &t[a->first - 1], SM_CUE_DIRECTION)) return false;
  for (uint32_t i = a->last; i < b->first; i++)
    if (!t[i].key || t[i].flags & SM_TOKEN_CAPITAL) return false;
  const sm_name *outer = sm_resolver_name(r, k - 1), *inner = sm_resolver_name(r, k);
  const uint8_t wide = outer->n ? outer->best.kind : SM_KIND_UNKNOWN, fine = inner->n ? inner->best.kind : SM_KIND_UNKNOWN;
  const bool land = wide == SM_KIND_ADM1 || wide == SM_KIND_REGION || wide == SM_KIND_ISLAND || wide == SM_KIND_MOUNTAIN || (wide == SM_KIND_CITY && (!inner->n || inner->best.population < outer->best.population));
  return land && fine != SM_KIND_COUNTRY && fine != SM_KIND_ADM1 && fine != SM_KIND_REGION;
}

/// "In the Kupiansk district, Kivsharivka took ...": a small town behind a comma holds no district.
static bool is_district_before_town(const sm_resolver *r, const sm_mention *a, size_t town) {
  enum { SMALL = 100000 };
  const sm_place_brief *b = &sm_resolver_name(r, town)->best;
  const sm_token *t = &r->doc->tokens.items[a->last];
  const bool comma = t->sign == ',' || (sm_token_cue(r->g, t, SM_CUE_UNIT) && t[1].sign == ',');
  return a->said_kind == SM_KIND_ADM2 && comma && b->kind == SM_KIND_CITY && b->population < SMALL;
}

/// "In Marib, Serwah district was hit", "In Taiz, Makha and Mawza came under fire": what opens the sentence holds the subject behind the comma.
static bool is_fronted_holder(const sm_resolver *r, size_t k) {
  static const char *const verbs[] = {"was", "were", "came", "saw", "took", "suffered", "lost", "has", "had", "is", "are"};
  const sm_mention *a = &r->m->items[k - 1], *b = &r->m->items[k], *end = r->m->items + r->m->n;
  const sm_token *t = r->doc->tokens.items;
  const uint32_t floor = r->doc->tokens.sentences[a->sentence].first, comma = past_town_word(r, a);
  if (a->sentence != b->sentence || a->first != floor + 1 || t[comma].sign != ',' || b->first != comma + 1) return false;
  if ((sm_token_cue(r->g, &t[floor], SM_CUE_PREPOSITION) & 15) != SM_PREP_IN) return false;
  const sm_name *outer = sm_resolver_name(r, k - 1), *inner = sm_resolver_name(r, k);
  const uint8_t wide = outer->n ? outer->best.kind : SM_KIND_UNKNOWN, fine = inner->n ? inner->best.kind : SM_KIND_UNKNOWN;
  if ((wide != SM_KIND_ADM1 && wide != SM_KIND_CITY) || fine == SM_KIND_COUNTRY || fine == SM_KIND_ADM1 || fine == SM_KIND_REGION) return false;
  if (wide == SM_KIND_CITY && fine == SM_KIND_CITY && inner->best.population >= outer->best.population) return false;
  const sm_mention *last = b;
  while (last + 1 < end && last[1].first == last->last + 1 && sm_token_cue(r->g, &t[last->last], SM_CUE_CONNECTOR) & SM_JOIN_AND) last++;
  uint32_t i = last->last;
  if (i < r->doc->tokens.n && sm_token_cue(r->g, &t[i], SM_CUE_UNIT)) i++;
  return i < r->doc->tokens.sentences[a->sentence].last && SM_TOKEN_READS_ANY(r->doc, i, verbs);
}

/// "X district, Y district", not "X township, Y district".
static bool is_same_word(const sm_resolver *r, const sm_mention *a, const sm_mention *b) {
  const sm_token *t = r->doc->tokens.items;
  return b->last < r->doc->tokens.n && t[a->last].key && t[a->last].key == t[b->last].key;
}

/// "Avdiivka, the village of Sofiivka": a town lies in no village.
static bool is_village_told_next(const sm_resolver *r, size_t k) {
  static const char *const villages[] = {"village", "town", "hamlet", "settlement"};
  const sm_mention *a = &r->m->items[k - 1], *b = &r->m->items[k];
  const sm_token *t = r->doc->tokens.items;
  const uint32_t comma = past_town_word(r, a);
  if (a->sentence != b->sentence || t[comma].sign != ',' || b->first < comma + 3 || !is_settled(sm_resolver_name(r, k - 1)->best.kind)) return false;
  if ((sm_token_cue(r->g, &t[b->first - 1], SM_CUE_PREPOSITION) & 15) != SM_PREP_OF || !SM_TOKEN_READS_ANY(r->doc, b->first - 2, villages)) return false;
  const uint32_t the = b->first - 3;
  return the == comma || (the == comma + 1 && sm_token_cue(r->g, &t[the], SM_CUE_CONNECTOR) & SM_JOIN_ARTICLE);
}

/// "the villages of Agdam and X in the Tovuz district": a small town of that name lies elsewhere.
static bool is_listed_elsewhere(const sm_resolver *r, size_t inner, size_t outer) {
  enum { LARGE = 100000 };
  const sm_mention *unit = &r->m->items[outer];
  const sm_choice *c = &r->by_name[r->names[inner]];
  if (!c->place || r->held[inner] || !(unit->flags & SM_MENTION_HAS_UNIT_WORD)) return false;
  const sm_place_brief b = sm_resolver_brief(r, c->place), o = sm_resolver_brief(r, r->by_name[r->names[outer]].place);
  return b.kind == SM_KIND_CITY && b.population < LARGE && (o.kind == SM_KIND_ADM2 || o.kind == SM_KIND_ADM1 || o.kind == SM_KIND_CITY) && lies_far_from(r, inner, outer);
}

void sm_read_containment(sm_resolver *r) {
  bool list = false;
  for (size_t k = r->m->n; k-- > 1;) {
    sm_mention *a = &r->m->items[k - 1], *b = &r->m->items[k];
    if (is_town_of_people(r, a, b) && contain(r, k, k - 1)) continue;
    if (is_town_of_land(r, k)) {
      if (!contain(r, k, k - 1)) b->container = (uint32_t)k, a->flags |= SM_MENTION_CONTAINER;
      continue;
    }
    if (is_fronted_holder(r, k)) {
      if (!contain(r, k, k - 1)) b->container = (uint32_t)k, a->containee = (uint32_t)k + 1, a->flags |= SM_MENTION_CONTAINER;
      continue;
    }
    int joint = sm_joint_of(r, a, b);
    const bool village = is_village_told_next(r, k);
    list = village || is_list_of_towns(r, k, list);
    const bool districts = a->said_kind == SM_KIND_ADM2 && b->said_kind == SM_KIND_ADM2 && a->flags & b->flags & SM_MENTION_HAS_UNIT_WORD; // "X district, Y district and Z"
    if (joint == 1 && (list || (districts && is_same_word(r, a, b)) || is_series(r, k) || is_next_clause(r, a, b))) continue;
    size_t outer = joint == 1 ? sm_owned_by(r, k) : k; // "in eastern Afghanistan's Wardak Province"
    if (joint == 1 && a->flags & SM_MENTION_HAS_UNIT_WORD) outer = town_of_adjective(r, outer);
    if (joint == 1 && is_district_before_town(r, a, k) && contain(r, k, k - 1)) continue;
    if (joint == 1 && read_chain(r, k - 1, outer)) continue;
    if (joint == 1 && !contain(r, k - 1, outer) && !sm_is_inside_list(r, k) && !note_unlisted_district(r, k - 1, outer)) {
      note_stranger(r, k - 1, outer);
      if (!a->container) keep_to_country(r, k - 1, outer);
    }
    else if (joint == 2 && (a->role != SM_ROLE_DEMONYM || sm_resolver_name(r, k)->n) && !contain(r, k, k - 1))
      note_quarter(r, k, k - 1);
  }
  sm_read_beside(r);
  sm_read_fronted(r);
  // An item of a list shares the container told after it: "Avdiivka and Bakhmut in Donetsk region".
  for (size_t k = r->m->n; k-- > 1;) {
    sm_mention *a = &r->m->items[k - 1], *b = &r->m->items[k];
    if (!a->container && b->container > k && a->flags & SM_MENTION_LIST && b->flags & SM_MENTION_LIST &&
        a->sentence == b->sentence && !contain(r, k - 1, b->container - 1) && is_listed_elsewhere(r, k - 1, b->container - 1)) {
      a->container = b->container;
      r->rejected[k - 1] = true;
    }
  }
}
