// Where a strike was: the finest place that its tellings lead to, else what they leave over, what the text told near, what
// its territory or claimant tells.
#include "whereabouts.h"

#include <math.h>

#include "away.h"
#include "boundary.h"
#include "finer.h"
#include "lands.h"

typedef struct strike_place {
  const sm_story *story;
  const sm_hits *hits;
  uint32_t group, n_groups;
  sm_actor attacker;
} strike_place;

/// A place that is left over for a strike must not be worse than this (launchers and speakers are): tuned on dronedb, reading a, c, d.
static const float LEAST_PLACE_SCORE = -2.0f;
/// What must speak for a country that stands for a place which nothing tells: its people or forces, once.
static const float LEAST_SPOKEN_OF = 0.45f;
/// A dateline that is no capital: better than where somebody speaks.
static const float WRITTEN = -1;

static int best_place(const strike_place *b, bool *inherited) {
  int best = -1;
  float score = -99;
  for (uint32_t i = b->hits->first_of[b->group]; i < b->hits->n; i = b->hits->items[i].next) {
    const sm_hit *h = &b->hits->items[i];
    if (h->place < 0) continue;
    float mine = h->place_score - (h->place_inherited ? 2 : 0);
    int level = 0;
    const bool nest = best >= 0 && sm_places_nest(b->story, (uint32_t)h->place, (uint32_t)best, &level);
    if (mine + (nest && level ? -3 * level : 0) > score) score = mine, best = h->place, *inherited = h->place_inherited;
  }
  return best;
}

static bool is_struck(const strike_place *b, uint32_t mention) {
  for (uint32_t i = 0; i < b->hits->n; i++)
    if (b->hits->items[i].place == (int)mention && !b->hits->items[i].place_inherited) return true;
  return false;
}

/// Whether other strikes of the report have places of their own; then a launcher's or speaker's place is a worse guess than theirs.
static bool others_placed(const strike_place *b) {
  for (uint32_t i = 0; i < b->hits->n; i++) {
    const sm_hit *h = &b->hits->items[i];
    if (h->group != (int)b->group && h->place >= 0 && !h->place_inherited) return true;
  }
  return false;
}

/// Where the report was written: "KISMAYO, Somalia: ...".
static bool is_dateline(const sm_story *story, uint32_t mention) {
  const sm_scan *scan = &story->scan;
  const sm_mention *m = &scan->mentions->items[mention];
  if (m->role == SM_ROLE_DATELINE || m->first < story->body_first) return true;
  return m->sentence <= 1 && m->first == scan->s[m->sentence].first && scan->t[m->first].flags & SM_TOKEN_UPPER && !(scan->s[m->sentence].flags & SM_SENTENCE_UPPER) &&
         m->span.end - m->span.begin > 3;
}

/// The country or province told after the town of a dateline.
static bool holds_dateline(const sm_story *story, uint32_t mention) {
  const sm_mention *m = &story->scan.mentions->items[mention];
  if (!mention || m->first < story->body_first || m[-1].sentence != m->sentence || m->first > m[-1].last + 1) return false;
  return (sm_is_sign(&story->scan, m[-1].last, ',') || sm_is_sign(&story->scan, m[-1].last, '(')) && is_dateline(story, mention - 1);
}

/// "on a crowded part of Potiskum, a town in Yobe": what the left-over place holds by the text is the finer guess, where nothing speaks
/// against it.
static int finer_left_over(const sm_story *story, int mention, const sm_trigger *trigger) {
  static const float SPOKEN_AGAINST = -1;
  const sm_mention *m = &story->scan.mentions->items[mention], *inner = m->containee ? &story->scan.mentions->items[m->containee - 1] : NULL;
  if (!inner || inner->sentence != m->sentence || inner->role != SM_ROLE_LITERAL || sm_is_speakers_place(story, m->containee - 1)) return mention;
  return sm_place_score(story, m->containee - 1, trigger) > SPOKEN_AGAINST ? (int)m->containee - 1 : mention;
}

/// "bombed positions on Monday, a day after a rocket hit X": named in the other of two parts that tell of two strikes.
static bool is_of_other_part(const sm_hit *h, const sm_mention *m) {
  return h->turned && m->sentence == h->sentence && !sm_between(m->first, h->first, h->last);
}

/// The best place of the strike's own sentences where none of them leads to it by grammar: better than no place. speakers: where somebody
/// speaks, too.
static int place_left_over(const strike_place *b, bool speakers) {
  const sm_story *story = b->story;
  int best = -1;
  float score = others_placed(b) ? 0 : LEAST_PLACE_SCORE;
  for (uint32_t i = b->hits->first_of[b->group]; i < b->hits->n; i = b->hits->items[i].next) {
    const sm_hit *h = &b->hits->items[i];
    const sm_trigger *trigger = h->n_triggers ? &story->triggers.items[h->triggers[0]] : NULL;
    for (uint32_t m = story->mention_from[h->sentence]; m < story->mention_from[h->sentence + 1]; m++) {
      if ((!speakers && sm_is_speakers_place(story, m)) || holds_dateline(story, m) || is_of_other_part(h, &story->scan.mentions->items[m])) continue;
      sm_role role = story->scan.mentions->items[m].role;
      float mine = role == SM_ROLE_LITERAL || role == SM_ROLE_EMBEDDED ? sm_place_score(story, m, trigger) : LEAST_PLACE_SCORE;
      if (mine > score) score = mine, best = finer_left_over(story, (int)m, trigger);
    }
  }
  return best;
}

/// "a bombing here on Saturday", "the police station of this town": where the report was written.
static bool is_told_here(const strike_place *b) {
  const sm_scan *scan = &b->story->scan;
  static const char *const towns[] = {"town", "city", "village", "port", "municipality"}, *const this[] = {"this"};
  for (uint32_t i = b->hits->first_of[b->group]; i < b->hits->n; i = b->hits->items[i].next) {
    const sm_hit *h = &b->hits->items[i];
    for (uint32_t k = scan->s[h->sentence].first; k < scan->s[h->sentence].last; k++)
      if (sm_is(scan, k, SM_W_HERE) || (SM_IS_ONE_OF(scan, k, this) && k + 1 < scan->n && SM_IS_ONE_OF(scan, k + 1, towns))) return true;
  }
  return false;
}

/// "COTABATO CITY - A bomb ripped through a bus terminal here": the dateline's town, where the first tellings say "here" and name no place; -1 none.
static int place_here(const strike_place *b) {
  const sm_scan *scan = &b->story->scan;
  enum { LEAD = 2 };
  bool here = false;
  for (uint32_t i = 0; i < b->hits->n && !here; i++) {
    const sm_hit *h = &b->hits->items[i];
    if (h->group != (int)b->group || h->sentence > LEAD) continue;
    if (h->place >= 0 && !h->place_inherited) return -1;
    for (uint32_t k = h->first + 1; k < h->last; k++) here |= sm_is(scan, k, SM_W_HERE);
  }
  for (uint32_t m = 0; here && m < scan->mentions->n && scan->mentions->items[m].sentence <= LEAD; m++) {
    const sm_mention *x = &scan->mentions->items[m];
    const uint8_t kind = x->place ? sm_gazetteer_brief(scan->reader->gazetteer, x->place).kind : SM_KIND_UNKNOWN;
    if ((kind == SM_KIND_CITY || kind == SM_KIND_ADM2) && is_dateline(b->story, m)) return (int)m;
  }
  return -1;
}

/// "KRAMATORSK, Ukraine - Rockets hit the headquarters of the army": a town that is no capital, where the strike told first was.
static bool may_be_written_there(const strike_place *b, const sm_mention *x, uint32_t sentence) {
  const sm_place_brief p = x->place ? sm_gazetteer_brief(b->story->scan.reader->gazetteer, x->place) : (sm_place_brief){0};
  return b->group == 0 && x->sentence <= 1 && sentence <= x->sentence + 1 && p.kind == SM_KIND_CITY && !(p.flags & SM_PLACE_CAPITAL);
}

/// "GENEVA - Two Malian soldiers died when ...": a capital from which the report speaks of another country alone.
static bool speaks_of_abroad(const sm_story *story, uint32_t dateline) {
  static const float OF_PEOPLE = 0.85f;
  const sm_scan *scan = &story->scan;
  const sm_place_ref place = scan->mentions->items[dateline].place;
  if (!place) return false;
  const sm_place_brief p = sm_gazetteer_brief(scan->reader->gazetteer, place);
  const bool seat = p.flags & (SM_PLACE_CAPITAL | SM_PLACE_ADM1_SEAT);
  if (!seat || sm_land_without(scan, &story->lands, p.country, dateline) >= LEAST_SPOKEN_OF) return false;
  for (uint32_t i = 0; i < story->lands.n; i++)
    if (story->lands.items[i] != p.country && story->lands.grounds[i] >= OF_PEOPLE) return true;
  return false;
}

/// How well a place told elsewhere may stand for a strike whose tellings name none; -99 not at all.
static float lent_score(const strike_place *b, uint32_t mention, uint32_t sentence) {
  const sm_story *story = b->story;
  const sm_mention *x = &story->scan.mentions->items[mention];
  const sm_sentence *here = &story->scan.s[sentence], *there = &story->scan.s[x->sentence];
  if (x->role == SM_ROLE_DEMONYM || (!x->place && !x->container)) return -99;
  if (holds_dateline(story, mention) || (x->sentence != sentence && sm_is_in_aside(story, x))) return -99;
  bool written = is_dateline(story, mention);
  if (written && x->place && x->sentence <= 1 && is_told_here(b)) {
    const uint8_t kind = sm_gazetteer_brief(story->scan.reader->gazetteer, x->place).kind;
    return kind == SM_KIND_CITY || kind == SM_KIND_ADM2 ? 2.5f : -99;
  }
  if (x->role == SM_ROLE_DATELINE || (written && x->first >= story->body_first)) {
    if (speaks_of_abroad(story, mention)) return -99;
    return may_be_written_there(b, x, sentence) ? WRITTEN : b->n_groups <= 2 && b->group == 0 ? -2.5f : -99;
  }
  bool heading = x->sentence <= 1 && there->flags & SM_SENTENCE_HEADING; // "Southern Red Sea: ships under fire"
  bool near_by = here->paragraph == there->paragraph || (x->sentence <= 2 && sentence <= 6) || x->sentence + 1 == sentence;
  if (!near_by && !heading) return -99;
  float gap = (float)(x->sentence > sentence ? x->sentence - sentence : sentence - x->sentence) * 0.3f;
  float score = sm_place_score(story, mention, NULL) - (heading && gap > 1 ? 1 : gap);
  if (is_struck(b, mention)) score += 0.5f;
  return x->sentence > sentence ? score - 0.5f : score;
}

/// Strikes of the report are told in the country of a place, or nowhere.
static bool is_in_struck_country(const strike_place *b, uint32_t mention) {
  const sm_gazetteer *g = b->story->scan.reader->gazetteer;
  const sm_mention *items = b->story->scan.mentions->items;
  if (!items[mention].place) return true;
  const sm_place_ref country = sm_gazetteer_brief(g, items[mention].place).country;
  bool told = false;
  for (uint32_t i = 0; i < b->hits->n; i++) {
    const sm_hit *h = &b->hits->items[i];
    const sm_place_ref place = h->place >= 0 && !h->place_inherited ? items[h->place].place : 0;
    if (place && sm_gazetteer_brief(g, place).country == country) return true;
    told |= place != 0;
  }
  return !told;
}

/// The mention after `mention` that may lend its place to a strike told in a sentence (see lent_score): one of the report's head, of the
/// sentence's paragraph or of the sentence before; of a report of one or two strikes, any.
static uint32_t next_lender(const strike_place *b, uint32_t mention, uint32_t sentence) {
  enum { HEAD = 3 };
  const sm_story *story = b->story;
  const sm_sentence *s = story->scan.s;
  uint32_t first = sentence, last = sentence + 1;
  while (first > 0 && s[first - 1].paragraph == s[sentence].paragraph) first--;
  while (last < story->scan.ns && s[last].paragraph == s[sentence].paragraph) last++;
  if (first > 0 && first == sentence) first--;
  const uint32_t from = story->mention_from[first], to = story->mention_from[last];
  mention++;
  if (b->n_groups <= 2 || mention < story->mention_from[story->scan.ns < HEAD ? story->scan.ns : HEAD]) return mention;
  return mention < from ? from : mention < to ? mention : (uint32_t)story->scan.mentions->n;
}

/// Where nothing tells the place: what the same paragraph or the report's head told, the dateline last. at_home: in a country of the
/// strikes that have places.
static int fallback_place(const strike_place *b, bool at_home) {
  const sm_hit *first = NULL;
  for (uint32_t i = b->hits->first_of[b->group]; i < b->hits->n && !first; i = b->hits->items[i].next)
    first = &b->hits->items[i];
  const sm_mentions *m = b->story->scan.mentions;
  int best = -1;
  float best_score = -2.6f;
  for (uint32_t i = 0; first && i < m->n; i = next_lender(b, i, first->sentence)) {
    float score = !at_home || is_in_struck_country(b, i) ? lent_score(b, i, first->sentence) : -99;
    if (is_of_other_part(first, &m->items[i])) score = -99;
    if (first->plural && b->n_groups > 2 && is_struck(b, i) && !sm_is_coarse_place(b->story, i)) score = -99; // "overnight attacks": of all, not of the first town of the list
    int level = 0;
    bool beside = best >= 0 && score > -99 && m->items[i].sentence == m->items[best].sentence;
    bool nest = beside && m->items[i].place && m->items[best].place && sm_places_nest(b->story, i, (uint32_t)best, &level);
    if (score + (nest && (level > 0 || score > 0) ? -2 * level : 0) > best_score) best_score = score, best = (int)i; // "X, in Y": the finer one
  }
  if (!first || best < 0 || !is_struck(b, (uint32_t)best)) return best;
  for (uint32_t i = 0; i < m->n && m->items[i].sentence <= 1; i++) // rather than where another was
    if (is_dateline(b->story, i) && may_be_written_there(b, &m->items[i], first->sentence)) return (int)i;
  return best;
}

/// Ships are struck at sea: the sea that their own sentence tells, else the one of the report's head.
static int sea_of_ship(const strike_place *b) {
  const sm_scan *scan = &b->story->scan;
  bool ship = false;
  uint32_t sentence = UINT32_MAX;
  for (uint32_t i = b->hits->first_of[b->group]; i < b->hits->n; i = b->hits->items[i].next) {
    const sm_hit *h = &b->hits->items[i];
    if (sentence == UINT32_MAX) sentence = h->sentence;
    for (uint32_t k = h->first; k < h->last && !ship; k++) {
      const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_TARGET, NULL);
      ship = row && sm_str_equal(row->name, SM_STR("ship"));
    }
  }
  int best = -1;
  for (uint32_t m = 0; ship && m < scan->mentions->n; m++) {
    const sm_mention *x = &scan->mentions->items[m];
    if (!sm_is_sea_place(b->story, m)) continue;
    if (x->sentence == sentence) return (int)m;
    if (best < 0 && x->sentence <= 2) best = (int)m;
  }
  return best;
}

/// The one province of a country that the report names, else the country itself.
static sm_place_ref province_of(const strike_place *b, sm_place_ref country, sm_span *where) {
  const sm_scan *scan = &b->story->scan;
  sm_place_ref found = 0;
  for (size_t i = 0; i < scan->mentions->n; i++) {
    const sm_mention *m = &scan->mentions->items[i];
    if (!m->place || m->role == SM_ROLE_DEMONYM || m->role == SM_ROLE_DATELINE) continue;
    sm_place_brief p = sm_gazetteer_brief(scan->reader->gazetteer, m->place);
    if (p.kind != SM_KIND_ADM1 || p.country != country) continue;
    if (found && found != m->place) return country;
    found = m->place;
    if (sm_span_is_none(*where)) *where = m->span;
  }
  return found ? found : country;
}

/// A town or unit told in a sentence, however loosely, says more than who counts the dead there.
static bool tells_town(const sm_story *story, uint32_t sentence) {
  for (uint32_t m = story->mention_from[sentence]; m < story->mention_from[sentence + 1]; m++) {
    const sm_mention *x = &story->scan.mentions->items[m];
    bool country = x->place && sm_gazetteer_brief(story->scan.reader->gazetteer, x->place).kind == SM_KIND_COUNTRY;
    if (x->role == SM_ROLE_LITERAL && !country && sm_place_score(story, m, NULL) > LEAST_PLACE_SCORE) return true;
  }
  return false;
}

/// The country whose government counts the dead of another's strike.
static sm_place_ref country_of_claimant(const strike_place *b, sm_span *where) {
  const sm_story *story = b->story;
  for (uint32_t i = b->hits->first_of[b->group]; i < b->hits->n; i = b->hits->items[i].next) {
    const sm_hit *h = &b->hits->items[i];
    if (!h->n_figures || tells_town(story, h->sentence)) continue;
    const sm_speech *speech = sm_speech_of(&story->speeches, h->sentence, story->figures.items[h->figures[0]].cue);
    if (speech && (speech->kind == SM_K_MEDIA || speech->kind == SM_K_MONITOR)) continue;
    for (uint32_t k = story->party_at[h->sentence]; speech && k < story->party_at[h->sentence + 1]; k++) {
      const sm_party *p = &story->parties.items[k];
      bool speaks = p->state && p->actor.iso3[0] && sm_between(p->first, speech->first, speech->last);
      if (!speaks || !b->attacker.iso3[0] || strcmp(p->actor.iso3, b->attacker.iso3) == 0) continue;
      *where = sm_tokens_span(&story->scan, p->first, p->last);
      return sm_gazetteer_country(story->scan.reader->gazetteer, p->actor.iso3);
    }
  }
  return 0;
}

/// The other country of a border: the attacker's, else the one most spoken of beside it.
static sm_place_ref border_partner(const strike_place *b, const sm_strike *s, sm_place_ref country) {
  const sm_gazetteer *g = b->story->scan.reader->gazetteer;
  sm_place_ref attacker = s->attacker.iso3[0] ? sm_gazetteer_country(g, s->attacker.iso3) : 0;
  if (attacker && attacker != country) return attacker;
  for (uint32_t i = 0; i < b->story->parties.n; i++) {
    const sm_party *p = &b->story->parties.items[i];
    sm_place_ref other = p->state && p->actor.iso3[0] ? sm_gazetteer_country(g, p->actor.iso3) : 0;
    if (other && other != country) return other;
  }
  return 0;
}

/// "a border village on its territory", and strikes whose place only their claimant tells. *done: located.
static sm_status infer_location(const strike_place *b, sm_strike *s, bool *done, sm_error *err) {
  const sm_gazetteer *g = b->story->scan.reader->gazetteer;
  const sm_hit *border = NULL, *ground = NULL;
  bool placed = false;
  sm_place_ref told = 0; // a country that a telling leads to
  for (uint32_t i = b->hits->first_of[b->group]; i < b->hits->n; i = b->hits->items[i].next) {
    const sm_hit *h = &b->hits->items[i];
    if (h->territory && h->border_village && !border) border = h;
    if (h->territory && !ground) ground = h;
    if (h->place < 0 || h->place_inherited) continue;
    sm_place_ref p = b->story->scan.mentions->items[h->place].place;
    placed |= !p || sm_gazetteer_brief(g, p).kind != SM_KIND_COUNTRY;
    if (p && !told) told = sm_gazetteer_brief(g, p).country;
  }
  *done = false;
  if (placed) return SM_OK;
  sm_span where = {0, 0}, province = {0, 0};
  sm_status status = SM_OK;
  if (border) {
    sm_place_ref unit = province_of(b, border->territory, &province);
    status = sm_locate_border(g, unit, border_partner(b, s, border->territory), border->where, &s->location, err);
    *done = s->location.method != SM_LOC_NONE;
    if (*done || status) return status;
  }
  if (told && !(ground && ground->territory == told)) return SM_OK;
  sm_place_ref country = ground ? ground->territory : country_of_claimant(b, &where);
  if (!country) return SM_OK;
  sm_place_ref unit = province_of(b, country, &province);
  if (ground) where = ground->where;
  status = sm_locate_unit(g, unit, unit != country && !sm_span_is_none(province) ? province : where, &s->location, err);
  s->location.method = SM_LOC_INFERRED;
  *done = true;
  return status;
}

static uint32_t home_among(const char *const *homes, uint32_t n, const char *iso3) {
  uint32_t k = 0;
  while (k < n && strcmp(homes[k], iso3) != 0) k++;
  return k;
}

/// The home of the groups that the report names most, for a village that nothing else places. Islamic State is at home in many
/// countries: it counts where nobody else is named.
static sm_place_ref home_of_fighters(const strike_place *b, bool roaming) {
  enum { MOST_HOMES = 256 };
  const sm_parties *parties = &b->story->parties;
  const char *homes[MOST_HOMES], *home = NULL;
  uint32_t times[MOST_HOMES], n = 0, most = 0;
  for (uint32_t i = 0; i < parties->n; i++) {
    const char *iso3 = parties->items[i].actor.iso3;
    if (parties->items[i].state || !iso3[0]) continue;
    const uint32_t k = home_among(homes, n, iso3);
    if (k == n && n < MOST_HOMES) homes[n] = iso3, times[n++] = 0;
    if (k < n) times[k]++;
  }
  for (uint32_t i = 0; i < parties->n; i++) {
    const sm_actor *a = &parties->items[i].actor;
    if (parties->items[i].state || !parties->items[i].named || !a->iso3[0]) continue;
    if (!roaming && sm_str_equal(a->name, SM_STR("Islamic State"))) continue;
    const uint32_t k = home_among(homes, n, a->iso3);
    if (k < n && times[k] > most) most = times[k], home = a->iso3;
  }
  return home ? sm_gazetteer_country(b->story->scan.reader->gazetteer, home) : 0;
}

/// The country of the report's dateline, the last resort.
static sm_place_ref country_of_dateline(const strike_place *b) {
  const sm_mentions *m = b->story->scan.mentions;
  for (size_t i = 0; i < m->n && m->items[i].sentence <= 2; i++) {
    const sm_mention *x = &m->items[i];
    bool dateline = x->role == SM_ROLE_DATELINE || x->first < b->story->body_first;
    if (dateline && x->place && x->role != SM_ROLE_DEMONYM) return sm_gazetteer_brief(b->story->scan.reader->gazetteer, x->place).country;
  }
  return 0;
}

/// The country that most in the report speaks for, the one whose forces struck by its ground alone where they fight abroad; 0 where too little does.
static sm_place_ref country_spoken_of(const sm_story *story, const sm_actor *attacker) {
  const sm_gazetteer *g = story->scan.reader->gazetteer;
  bool state = (attacker->type == 1 || attacker->type == 8) && attacker->iso3[0];
  sm_place_ref striker = state ? sm_gazetteer_country(g, attacker->iso3) : 0, best = 0, desk = 0;
  for (uint32_t i = 0; i < story->scan.mentions->n && !desk && story->scan.mentions->items[i].sentence <= 1; i++)
    if (is_dateline(story, i) && speaks_of_abroad(story, i)) desk = sm_gazetteer_brief(g, story->scan.mentions->items[i].place).country;
  float most = LEAST_SPOKEN_OF;
  for (uint32_t i = 0; i < story->lands.n; i++) {
    const bool away = story->lands.items[i] == striker && sm_fights_abroad(story->scan.reader->geocoder, striker);
    const float weight = away ? story->lands.grounds[i] : story->lands.items[i] == desk ? 0 : story->lands.weights[i];
    if (weight > most) best = story->lands.items[i], most = weight;
  }
  return best;
}

/// All that the report tells of lies in another land than the home of those who fight: "Hamas men died in Lebanon".
static bool is_told_abroad(const sm_story *story, sm_place_ref home, sm_place_ref land) {
  const sm_mentions *m = story->scan.mentions;
  for (size_t i = 0; i < m->n; i++)
    if (m->items[i].place && m->items[i].role != SM_ROLE_DEMONYM && sm_gazetteer_brief(story->scan.reader->gazetteer, m->items[i].place).country == home) return false;
  return land && land != home && sm_other_ground(&story->lands, home) > 0;
}

/// A name in no gazetteer that nothing holds, or only the country of those who struck it, lies in the home of the groups named.
static sm_status place_by_fighters(const strike_place *b, int mention, sm_location *l, sm_error *err) {
  const sm_mention *m = &b->story->scan.mentions->items[mention];
  const bool unlisted = !m->place || (m->flags & SM_MENTION_GUESS && m->container);
  const bool written = m->container && (is_dateline(b->story, m->container - 1) || holds_dateline(b->story, m->container - 1)); // "TAMPA, Fla. - U.S. forces struck ..."
  const bool state = b->attacker.type == 8 || (written && b->attacker.type == 1);
  bool striker = (l->where_prec == 6 || written) && state && strcmp(l->iso3, b->attacker.iso3) == 0;
  sm_place_ref home = unlisted && (l->method == SM_LOC_NONE || striker) ? home_of_fighters(b, false) : 0;
  const sm_place_ref land = unlisted && l->method == SM_LOC_NONE ? country_spoken_of(b->story, &b->attacker) : 0;
  if (home && is_told_abroad(b->story, home, land)) home = 0;
  if (!home && unlisted && l->method == SM_LOC_NONE && !land) home = home_of_fighters(b, true);
  bool spoken = false, dateline = !home && unlisted && l->method == SM_LOC_NONE;
  if (dateline) home = country_of_dateline(b);
  if (!home && unlisted && l->method == SM_LOC_NONE) home = land, dateline = false, spoken = home;
  if (!home || home == l->country) return SM_OK;
  sm_location at;
  sm_status status = sm_locate_unit(b->story->scan.reader->gazetteer, home, l->where, &at, err);
  if (status != SM_OK) return status;
  at.name = l->name, at.place = 0;
  at.conf = 0.4f;
  at.reason = spoken ? "in no gazetteer; placed in the country that the report speaks of" : dateline ? "in no gazetteer; placed in the country of the dateline" : "in no gazetteer; placed in the home of the group that the report names";
  *l = at;
  return SM_OK;
}

/// "at a checkpoint 15 km outside Mogadishu ... the Sinka Dheer checkpoint": what no gazetteer knows lies where another telling of the strike
/// puts it more closely.
static sm_status place_by_other_telling(const strike_place *b, int place, sm_location *l, sm_error *err) {
  static const float CLOSER = 3, ANY_M = 200e3f;
  const sm_story *story = b->story;
  const bool nowhere = l->method == SM_LOC_NONE;
  if (l->place || (!nowhere && (l->method != SM_LOC_INFERRED || l->where_prec < 4))) return SM_OK;
  sm_location best = {.radius_m = nowhere ? ANY_M : l->radius_m / CLOSER};
  bool found = false;
  for (uint32_t i = b->hits->first_of[b->group]; i < b->hits->n; i = b->hits->items[i].next) {
    const sm_hit *h = &b->hits->items[i];
    if (h->place < 0 || h->place == place || h->place_inherited) continue;
    sm_location at;
    const sm_status status = sm_locate_mention(story->scan.reader->geocoder, story->scan.document, story->scan.mentions, (size_t)h->place, &at, err);
    if (status != SM_OK) return status;
    const bool part = at.area.kind == SM_AREA_PART && l->where_prec == 6; // "in northern Burkina Faso ... near the town of Mentao"
    if (at.method == SM_LOC_NONE || (at.where_prec > 3 && !part) || (l->country && at.country != l->country) || !(at.radius_m < (part ? CLOSER / 1.5f : 1) * best.radius_m)) continue;
    best = at, found = true;
  }
  if (!found) return SM_OK;
  best.name = l->name, best.where = l->where, best.place = 0;
  best.method = SM_LOC_INFERRED;
  best.conf *= 0.65f;
  best.reason = "in no gazetteer; placed by what else is told of the strike's place";
  *l = best;
  return SM_OK;
}

sm_status sm_locate_strike(const sm_story *of, const sm_hits *hits, uint32_t group, uint32_t n_groups, sm_strike *s, sm_error *err) {
  const strike_place place_of = {of, hits, group, n_groups, s->attacker}, *b = &place_of;
  const sm_story *story = b->story;
  bool inherited = false;
  bool done;
  sm_status inferred = infer_location(b, s, &done, err);
  if (done || inferred) return inferred;
  int place = place_here(b);
  if (place < 0) place = best_place(b, &inherited);
  int sea = place < 0 ? sea_of_ship(b) : -1;
  if (place < 0 && sea < 0) place = place_left_over(b, false);
  bool lent = place < 0;
  if (lent && sea >= 0) place = sea;
  if (place < 0) place = fallback_place(b, true);
  if (place < 0) place = fallback_place(b, false);
  if (place < 0) place = place_left_over(b, true), lent = false;
  if (place < 0) return SM_OK;
  if (lent) {
    sm_status status = sm_locate_mention(story->scan.reader->geocoder, story->scan.document, story->scan.mentions, (size_t)place, &s->location, err);
    s->location.method = s->location.method == SM_LOC_NONE ? SM_LOC_NONE : SM_LOC_INFERRED;
    s->location.conf *= 0.5f;
    return status ? status : place_by_fighters(b, place, &s->location, err);
  }
  const int finer = sm_finer_place(story, hits, group, place), office = finer == place ? sm_place_of_office(story, hits, group, place) : -1;
  place = office >= 0 ? office : finer;
  sm_status status = sm_locate_mention(story->scan.reader->geocoder, story->scan.document, story->scan.mentions, (size_t)place, &s->location, err);
  if (office >= 0) s->location.method = SM_LOC_INFERRED, s->location.conf *= 0.65f, s->location.reason = "where one holds office who tells of the strike";
  if (status == SM_OK) status = place_by_other_telling(b, place, &s->location, err);
  return status ? status : place_by_fighters(b, place, &s->location, err);
}

sm_status sm_locate_by_country(const sm_story *story, sm_strike *s, sm_error *err) {
  sm_location *l = &s->location;
  sm_place_ref country = l->method == SM_LOC_NONE && !l->name.len ? country_spoken_of(story, &s->attacker) : 0;
  if (!country) return SM_OK;
  sm_status status = sm_locate_unit(story->scan.reader->gazetteer, country, l->where, l, err);
  l->conf = 0.4f;
  l->reason = "the country that the report speaks of";
  return status;
}

/// The province of a land that the report names a place of nearest to a sentence, or 0.
static sm_place_ref province_named(const sm_story *story, sm_place_ref land, uint32_t sentence) {
  const sm_mentions *m = story->scan.mentions;
  sm_place_ref found = 0;
  uint32_t least = UINT32_MAX;
  for (size_t i = 0; i < m->n; i++) {
    const sm_mention *x = &m->items[i];
    const sm_place_brief p = x->place && x->role != SM_ROLE_DEMONYM ? sm_gazetteer_brief(story->scan.reader->gazetteer, x->place) : (sm_place_brief){0};
    const uint32_t away = x->sentence > sentence ? x->sentence - sentence : sentence - x->sentence;
    if (p.country != land || !land || away >= least || !(p.kind == SM_KIND_ADM1 || p.adm1) || p.flags & SM_PLACE_CAPITAL) continue;
    found = p.kind == SM_KIND_ADM1 ? x->place : p.adm1, least = away;
  }
  return found;
}

/// The name in no gazetteer that a strike's tellings lead to and that nothing in its sentence holds, or NULL.
static const sm_mention *loosely_held(const sm_story *story, const sm_hits *hits, uint32_t group, const sm_location *l) {
  const sm_mention *items = story->scan.mentions->items;
  for (uint32_t i = hits->first_of[group]; i < hits->n; i = hits->items[i].next) {
    const sm_mention *m = hits->items[i].place >= 0 && !hits->items[i].place_inherited ? &items[hits->items[i].place] : NULL;
    if (!m || (m->place && !(m->flags & SM_MENTION_GUESS && m->container)) || !sm_str_equal(sm_span_text(&story->scan, m->span), l->name)) continue;
    return m->container && items[m->container - 1].sentence == m->sentence ? NULL : m;
  }
  return NULL;
}

/// Where who struck is at home, the other land that the report has that side strike listed places of; 0 none, or where it strikes such at home.
static sm_place_ref land_over_border(const sm_gazetteer *g, const sm_strike *strikes, uint32_t n, sm_place_ref home) {
  sm_place_ref over = 0;
  for (uint32_t i = 0; i < n; i++) {
    const sm_location *l = &strikes[i].location;
    const sm_place_ref by = strikes[i].attacker.iso3[0] ? sm_gazetteer_country(g, strikes[i].attacker.iso3) : 0;
    if (by != home || !l->country || !l->place || l->method == SM_LOC_NONE) continue;
    if (l->country == home) return 0;
    over = l->country;
  }
  return over;
}

sm_status sm_locate_over_borders(const sm_story *story, const sm_hits *hits, sm_strike *strikes, uint32_t n, sm_error *err) {
  static const float LONG_BORDER_M = 150e3f;
  const sm_gazetteer *g = story->scan.reader->gazetteer;
  for (uint32_t i = 0; i < n; i++) {
    sm_location *l = &strikes[i].location;
    const sm_actor *a = &strikes[i].attacker;
    if (l->method != SM_LOC_INFERRED || l->place || !a->iso3[0] || strcmp(a->iso3, l->iso3) != 0) continue;
    const sm_place_ref home = l->country, land = land_over_border(g, strikes, n, home);
    const sm_mention *m = land ? loosely_held(story, hits, i, l) : NULL;
    if (!m) continue;
    sm_location at;
    sm_status status = sm_locate_unlisted_in(story->scan.reader->geocoder, story->scan.document, story->scan.mentions, (size_t)(m - story->scan.mentions->items), land, &at, err);
    if (status == SM_OK && at.method == SM_LOC_NONE) {
      const sm_place_ref province = province_named(story, land, m->sentence);
      status = province ? sm_locate_unit(g, province, l->where, &at, err) : sm_locate_border(g, land, home, l->where, &at, err);
      if (!province && !(at.radius_m < LONG_BORDER_M)) at.method = SM_LOC_NONE;
    }
    if (status != SM_OK) return status;
    if (at.method == SM_LOC_NONE) continue;
    at.name = l->name, at.place = 0;
    at.method = SM_LOC_INFERRED;
    at.conf = 0.4f;
    at.reason = "in no gazetteer; placed over the border from the home of who struck";
    *l = at;
  }
  return SM_OK;
}
