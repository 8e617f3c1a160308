#include "said.h"

#include <math.h>

#include "distance.h"
#include "relation.h"

uint8_t sm_context_cue(const sm_context *w, uint32_t i, sm_cue c) {
  return i >= w->first && i < w->last ? sm_token_cue(w->g, &w->t[i], c) : 0;
}

static const sm_lexicon_entry *phrase_ending(const sm_context *w, uint32_t end, sm_cue c, uint32_t *first) {
  const sm_tokens *t = &w->doc->tokens;
  uint32_t from = end > 6 ? end - 6 : 0;
  for (size_t i = sm_first_phrase(t, from); i < t->n_phrases && t->phrases[i].first < end; i++)
    if (t->phrases[i].last == end && sm_has_cue(w->g, t->phrases[i].entry, c)) {
      *first = t->phrases[i].first;
      return t->phrases[i].entry;
    }
  return NULL;
}

static bool is_article(const sm_context *w, uint32_t i) {
  return sm_context_cue(w, i, SM_CUE_CONNECTOR) & SM_JOIN_ARTICLE;
}

static bool is_and(const sm_context *w, uint32_t i) {
  return sm_context_cue(w, i, SM_CUE_CONNECTOR) & SM_JOIN_AND;
}

/// The length that ends before token `end`, and its first token.
static double distance_before(const sm_context *w, uint32_t end, sm_said *s, uint32_t *first) {
  const sm_distance d = sm_distance_before(w->g, w->doc, w->first, end);
  if (d.metres > 0) *first = d.first, s->loose_m = d.loose;
  return d.metres;
}

/// "capital", as in "southeast of the provincial capital, X".
static bool is_capital_word(const sm_context *w, uint32_t i) {
  return sm_token_reads(w->doc, i, "capital");
}

static bool is_adjective(const sm_context *w, uint32_t i) {
  const sm_lexicon_entry *e = w->t[i].entry;
  if (w->t[i].key && w->t[i].flags & SM_TOKEN_CAPITAL && !(w->t[i].flags & SM_TOKEN_SENTENCE_START)) return true; // "Yemeni"
  return e && e->word_bits & SM_WORD_ADJECTIVE && !(sm_context_cue(w, i, SM_CUE_DIRECTION) || sm_context_cue(w, i, SM_CUE_PREPOSITION));
}

/// "besieged", "oil", "Syrian", "border", "rebel-held" before "town of X": what says more of the town, not how something lies to it.
static bool describes_town(const sm_context *w, uint32_t i) {
  const sm_token *t = &w->t[i];
  if (t->sign == '-' || (t->key && t->flags & SM_TOKEN_CAPITAL && !(t->flags & SM_TOKEN_SENTENCE_START))) return true;
  if (sm_context_cue(w, i, SM_CUE_DIRECTION) || sm_context_cue(w, i, SM_CUE_PREPOSITION) || sm_context_cue(w, i, SM_CUE_CONNECTOR) || !t->entry) return false;
  const uint8_t relation = sm_context_cue(w, i, SM_CUE_RELATION);
  if (relation) return relation == SM_REL_BORDER || relation == SM_REL_COAST;
  return sm_context_cue(w, i, SM_CUE_PEOPLE) || t->entry->word_bits & (SM_WORD_ADJECTIVE | SM_WORD_NOUN) || (t->entry->word_bits & SM_WORD_VERB && i + 1 < w->last && w->t[i - 1].sign == '-');
}

/// "the northern cities of A and B" are no parts of A, as "the southern villages of A" may be.
static bool is_large_plural(const sm_context *w, uint32_t i) {
  static const char *const words[] = {"cities", "towns"};
  const sm_token *t = &w->t[i];
  for (size_t k = 0; k < sizeof words / sizeof words[0]; k++)
    if (sm_str_equal((sm_str){w->doc->report.text.ptr + t->begin, t->end - t->begin}, sm_str_of(words[k]))) return true;
  return false;
}

/// "near Syria's Raqqa", "off the coast of Yemen's X": the first token of the owner, where what lies before tells how something lies to the town; else at.
static uint32_t skip_owner(const sm_context *w, uint32_t at) {
  const sm_mention *owner = w->index ? &w->m->items[w->index - 1] : NULL;
  if (!owner || owner->last + 1 != at || !(w->t[at - 1].flags & SM_TOKEN_CLITIC) || owner->first <= w->first) return at;
  const uint32_t p = owner->first - 1;
  if (sm_context_cue(w, p, SM_CUE_DIRECTION)) return at; // "northern Syria's Raqqa"
  const uint8_t prep = sm_context_cue(w, p, SM_CUE_PREPOSITION) & 15;
  return prep == SM_PREP_OF || prep == SM_PREP_FROM || sm_context_cue(w, p, SM_CUE_RELATION) ? owner->first : at;
}

/// Before "town of X" with its adjectives: the token that the noun group begins at, after its article. "the eastern suburbs of X" is a part of
/// X, "the eastern city of X" lies there itself.
static uint32_t skip_description(const sm_context *w, uint32_t at) {
  enum { WORDS = 6 };
  const uint8_t unit = sm_context_cue(w, at, SM_CUE_UNIT);
  const bool plural = w->t[at].entry && w->t[at].entry->word_bits & SM_WORD_PLURAL;
  const bool town = (unit & SM_UNIT_KIND) == SM_KIND_CITY && !(unit & SM_UNIT_PART) && !sm_context_cue(w, at, SM_CUE_RELATION) && (!plural || is_large_plural(w, at));
  uint32_t i = at;
  while (i > w->first && at - i < WORDS && (describes_town(w, i - 1) || (town && sm_context_cue(w, i - 1, SM_CUE_DIRECTION) & SM_DIR_ADJECTIVE))) i--;
  const uint32_t owner = i > w->first ? skip_owner(w, i) : i; // "north-west of Yemen's port city of X"
  return owner < i ? owner : i > w->first && is_article(w, i - 1) ? i : at;
}

/// "off the port of X": a town's, for which it stands.
static bool is_port_of(const sm_context *w, uint32_t of) {
  static const char *const ports[] = {"port", "seaport", "harbour", "harbor"};
  return (sm_context_cue(w, of, SM_CUE_PREPOSITION) & 15) == SM_PREP_OF && of > w->first && SM_TOKEN_READS_ANY(w->doc, of - 1, ports);
}

/// Skip "the", "village of" and the like leftwards from the mention; gives the token that the relation ends
/// before.
static uint32_t skip_apposition(const sm_context *w, uint32_t at) {
  for (int steps = 0; steps < 6 && at > w->first; steps++) {
    uint32_t p = at - 1;
    if (is_port_of(w, p))
      at = skip_description(w, p - 1);
    else if (is_article(w, p) || is_capital_word(w, p) || (is_capital_word(w, at) && is_adjective(w, p)))
      at = p;
    else if (w->t[p].sign == ',' && p > w->first && is_capital_word(w, p - 1))
      at = p - 1;
    else if ((sm_context_cue(w, p, SM_CUE_PREPOSITION) & 15) == SM_PREP_OF && p > w->first &&
             sm_context_cue(w, p - 1, SM_CUE_UNIT) & SM_UNIT_KIND && !(sm_context_cue(w, p - 1, SM_CUE_UNIT) & SM_UNIT_COMMON))
      at = skip_description(w, p - 1);
    else if (sm_context_cue(w, p, SM_CUE_UNIT) & SM_UNIT_BEFORE && !(sm_context_cue(w, p, SM_CUE_UNIT) & SM_UNIT_COMMON))
      at = skip_description(w, p);
    else
      break;
  }
  return skip_owner(w, at);
}

static bool set_direction(sm_said *s, uint8_t d) {
  if (d & SM_DIR_MIDDLE)
    s->middle = true;
  else if (d)
    s->azimuth = (d & SM_DIR_SIXTEENTHS) * 22.5;
  return d != 0;
}

/// The direction that ends with token i, "south-east" as one; first receives its first token.
static bool read_direction_to(const sm_context *w, uint32_t i, sm_said *s, uint32_t *first) {
  const sm_lexicon_entry *phrase = phrase_ending(w, i + 1, SM_CUE_DIRECTION, first);
  uint8_t d = phrase ? sm_cue_value(w->g, phrase, SM_CUE_DIRECTION) : sm_context_cue(w, i, SM_CUE_DIRECTION);
  if (!phrase) *first = i;
  return set_direction(s, d);
}

uint32_t sm_read_direction(const sm_context *w, uint32_t i, sm_said *s) {
  enum { WORDS = 3 }; // "north", "-", "eastern"
  uint32_t first;
  for (uint32_t last = i + WORDS; last-- > i;)
    if (last < w->last && read_direction_to(w, last, s, &first) && first == i) return last + 1;
  *s = (sm_said){.azimuth = NAN};
  return 0;
}

static bool read_direction(const sm_context *w, uint32_t i, sm_said *s) {
  return set_direction(s, sm_context_cue(w, i, SM_CUE_DIRECTION));
}

/// "road", "highway": a way that joins two places.
static bool is_way(const sm_context *w, uint32_t i) {
  return i >= w->first && i < w->last && w->t[i].key && sm_token_cue(w->g, &w->t[i], SM_CUE_RELATION) == SM_REL_ROAD;
}

/// "from A to B", "links A with B".
static bool joins_ends(const sm_context *w, uint32_t i) {
  if ((sm_context_cue(w, i, SM_CUE_PREPOSITION) & 15) == SM_PREP_TO) return true;
  return sm_token_reads(w->doc, i, "with");
}

/// "in the western part of X": a part told by a noun, whose "of" is the token.
static bool read_part(const sm_context *w, uint32_t of, sm_said *s) {
  static const char *const parts[] = {"part", "parts", "half", "end", "section", "sector", "sectors", "portion", "corner", "reaches", "tip", "stretches"};
  if ((sm_context_cue(w, of, SM_CUE_PREPOSITION) & 15) != SM_PREP_OF || of < w->first + 2 || !SM_TOKEN_READS_ANY(w->doc, of - 1, parts)) return false;
  uint32_t first;
  if (!(sm_context_cue(w, of - 2, SM_CUE_DIRECTION) & (SM_DIR_ADJECTIVE | SM_DIR_MIDDLE)) || !read_direction_to(w, of - 2, s, &first)) return false;
  s->part = !s->middle;
  s->begin = first;
  return true;
}

static void read_before(const sm_context *w, const sm_mention *m, sm_said *s) {
  uint32_t at = skip_apposition(w, m->first), p = at - 1, first;
  if (at <= w->first) return;
  uint8_t direct = sm_context_cue(w, p, SM_CUE_DIRECTION);
  bool of_unit = at + 1 < m->first &&
                 !is_article(w, m->first - 1); // "the eastern province of Paktika" lies there itself
  bool plural =
      w->t[at].entry && w->t[at].entry->word_bits & SM_WORD_PLURAL; // "the southern districts of Haifa"
  if (of_unit && !plural && direct & SM_DIR_ADJECTIVE) return;
  if (direct & (SM_DIR_ADJECTIVE | SM_DIR_MIDDLE | SM_DIR_NOUN)) { // "eastern Ukraine", "south Lebanon"
    read_direction_to(w, p, s, &first);
    s->part = !s->middle;
    s->begin = first;
    return;
  }
  if (read_part(w, p, s)) return;
  uint8_t prep = sm_context_cue(w, p, SM_CUE_PREPOSITION) & 15;
  uint8_t way = p > w->first ? sm_context_cue(w, p - 1, SM_CUE_DIRECTION) : 0;
  bool letters = way & SM_DIR_LETTER && distance_before(w, p - 1, s, &first) > 0; // "60 km SW of"
  if ((prep == SM_PREP_OF || prep == SM_PREP_FROM) && (way & SM_DIR_NOUN || letters)) {
    uint32_t d = p - 1;
    read_direction_to(w, d, s, &d);
    s->begin = d;
    uint32_t q = d;
    bool the = q > w->first && is_article(w, q - 1);
    if (the) q--;
    bool to = q > w->first && (sm_context_cue(w, q - 1, SM_CUE_PREPOSITION) & 15) == SM_PREP_TO;
    if (to) q--;
    s->distance_m = distance_before(w, q, s, &first);
    static const char *const near_by[] = {"just", "right", "immediately", "directly"};
    s->close = s->distance_m <= 0 && q > w->first && SM_TOKEN_READS_ANY(w->doc, q - 1, near_by);
    if (s->distance_m > 0)
      s->begin = first;
    else if (the && q > w->first && !to && (sm_context_cue(w, q - 1, SM_CUE_PREPOSITION) & 15) == SM_PREP_IN)
      s->part = true, s->begin = q;
    return;
  }
  if ((prep == SM_PREP_FROM || prep == SM_PREP_OF) && p > w->first) {
    s->distance_m = distance_before(w, p, s, &first); // "30 km from Quetta"
    if (s->distance_m > 0) {
      s->begin = first;
      return;
    }
  }
  const sm_lexicon_entry *e = phrase_ending(w, at, SM_CUE_RELATION, &first);
  if (!e && sm_has_cue(w->g, w->t[p].entry, SM_CUE_RELATION) && !is_way(w, p)) e = w->t[p].entry, first = p;
  if (!e) return;
  s->relation = sm_cue_value(w->g, e, SM_CUE_RELATION);
  s->begin = first;
  if (s->relation == SM_REL_COUNTRYSIDE && first > w->first && sm_context_cue(w, first - 1, SM_CUE_DIRECTION) & SM_DIR_ADJECTIVE) { // "the western countryside of X", "western rural X"
    read_direction_to(w, first - 1, s, &first);
    s->part = !s->middle;
    s->begin = first;
    return;
  }
  if (s->relation == SM_REL_COAST && first > w->first && sm_context_cue(w, first - 1, SM_CUE_DIRECTION) & SM_DIR_ADJECTIVE) { // "on the north-eastern coast of X"
    static const char *const off[] = {"off", "Off"};
    read_direction_to(w, first - 1, s, &first);
    s->part = !s->middle;
    s->begin = first;
    if (first > w->first && is_article(w, first - 1)) first--;
    if (s->part && !(first > w->first && SM_TOKEN_READS_ANY(w->doc, first - 1, off))) s->relation = 0; // on land
    return;
  }
  double d = distance_before(w, first, s, &first);
  if (d > 0)
    s->distance_m = d, s->begin = first,
    s->inland = s->relation == SM_REL_BORDER || s->relation == SM_REL_INSIDE;
}

/// "the Iraqi border", "the frontier"; not "Iraqi border guards".
static bool is_border_word(const sm_context *w, uint32_t i) {
  static const char *const others[] = {"guard", "guards", "police", "force", "forces", "troops", "security", "patrol", "patrols", "officer", "officers", "official", "officials", "control", "controls", "dispute", "clash", "clashes", "war"};
  if (sm_context_cue(w, i, SM_CUE_RELATION) != SM_REL_BORDER) return false;
  if (i + 1 >= w->last) return true;
  const sm_str next = {w->doc->report.text.ptr + w->t[i + 1].begin, w->t[i + 1].end - w->t[i + 1].begin};
  for (size_t k = 0; k < sizeof others / sizeof others[0]; k++)
    if (sm_str_equal(next, sm_str_of(others[k]))) return false;
  return true;
}

static void read_after(const sm_context *w, const sm_mention *m, sm_said *s) {
  uint32_t i = m->last;
  if (i < w->last && w->t[i].flags & SM_TOKEN_CLITIC) i++;
  uint8_t d = sm_context_cue(w, i, SM_CUE_DIRECTION);
  if (d & (SM_DIR_ADJECTIVE | SM_DIR_NOUN) && i > m->last) { // "Iran's south-eastern ..."
    read_direction(w, i, s);
    s->part = true;
    s->end = i + 1;
    i++;
  }
  uint8_t r = sm_context_cue(w, i, SM_CUE_RELATION);
  if (is_border_word(w, i) || r == SM_REL_OUTSKIRTS || r == SM_REL_COUNTRYSIDE || r == SM_REL_COAST) {
    if (!s->relation) s->relation = r;
    s->end = i + 1;
  }
}

/// "between A in the X region and B", "between A, X province, and B": the mention behind the "and", where nothing but A's unit stands between; NULL none.
static const sm_mention *end_behind_unit(const sm_context *w) {
  enum { WORDS = 3 };
  const sm_mention *m = &w->m->items[w->index], *end = w->m->items + w->m->n, *unit = m + 1, *other = m + 2;
  if (other >= end || other->sentence != m->sentence || unit->first > m->last + WORDS) return NULL;
  for (uint32_t i = m->last; i < unit->first; i++)
    if (w->t[i].sign != ',' && w->t[i].sign != '(' && (sm_context_cue(w, i, SM_CUE_PREPOSITION) & 15) != SM_PREP_IN && !is_article(w, i)) return NULL;
  uint32_t i = unit->last;
  while (i < w->last && i < unit->last + WORDS && !is_and(w, i)) i++;
  return i < w->last && is_and(w, i) && other->first == i + 1 ? other : NULL;
}

/// "between A and B", "the A-B border", "A's border with B": the mention beside this one.
static void read_pair(const sm_context *w, sm_said *s) {
  const sm_mention *m = &w->m->items[w->index];
  const sm_mention *next = w->index + 1 < w->m->n ? m + 1 : NULL, *prev = w->index ? m - 1 : NULL;
  if (next && next->sentence == m->sentence && next->first <= m->last + 3) {
    bool joined = next->first == m->last + 1 &&
                  (w->t[m->last].sign == '-' || w->t[m->last].sign == '_' || is_and(w, m->last) ||
                   (s->relation == SM_REL_BETWEEN && joins_ends(w, m->last)));
    bool with = m->last < w->last && (is_border_word(w, m->last) || (w->t[m->last].flags & SM_TOKEN_CLITIC &&
                                                                     is_border_word(w, m->last + 1)));
    if ((joined && (s->relation == SM_REL_BETWEEN || is_border_word(w, next->last))) ||
        (with && next->first > m->last + 1)) {
      if (s->relation != SM_REL_BETWEEN) s->relation = SM_REL_BORDER;
      s->other = w->index + 2;
      s->end = joined && s->relation == SM_REL_BORDER ? next->last + 1 : next->last;
    }
  }
  const sm_mention *far = !s->other && s->relation == SM_REL_BETWEEN ? end_behind_unit(w) : NULL;
  if (far) s->other = (uint32_t)(far - w->m->items) + 1, s->end = far->last;
  if (!s->other && prev && prev->sentence == m->sentence && prev->last + 1 == m->first &&
      is_border_word(w, m->last) && (w->t[prev->last].sign == '-' || w->t[prev->last].sign == '_')) {
    s->relation = SM_REL_BORDER;
    s->other = w->index;
    s->begin = prev->first;
    s->end = m->last + 1;
  }
}

/// "the A-B road", "the A to B highway".
static bool head_way(const sm_context *w, const sm_mention *a, const sm_mention *b) {
  const uint16_t sign = w->t[a->last].sign;
  if (sign != '-' && sign != '_' && (sm_context_cue(w, a->last, SM_CUE_PREPOSITION) & 15) != SM_PREP_TO) return false;
  return is_way(w, b->last) || is_way(w, b->last + 1); // "main road"
}

/// "the road from A to B", "the highway that links A with B", "the road leading from A to B", "between A and B".
static bool are_told_as_ends(const sm_context *w, const sm_mention *a) {
  enum { WORDS = 5, GRAMMAR = 2 };
  uint32_t first;
  if (a->first == w->first || !(is_and(w, a->last) || joins_ends(w, a->last))) return false;
  const sm_lexicon_entry *e = phrase_ending(w, a->first, SM_CUE_RELATION, &first);
  if ((e ? sm_cue_value(w->g, e, SM_CUE_RELATION) : sm_context_cue(w, a->first - 1, SM_CUE_RELATION)) == SM_REL_BETWEEN) return true;
  for (uint32_t i = a->first; i > w->first && i + WORDS > a->first; i--) {
    const sm_token *t = &w->t[i - 1];
    const sm_lexicon_entry *small = t->flags & SM_TOKEN_CAPITAL ? NULL : t->entry;
    const uint8_t prep = sm_context_cue(w, i - 1, SM_CUE_PREPOSITION) & 15;
    if (is_way(w, i - 1)) return i < a->first;
    if (!small || !(prep || small->word_bits & (SM_WORD_VERB | SM_WORD_ADVERB) || (small->rank && small->rank <= GRAMMAR))) return false;
    if (i == a->first && prep && prep != SM_PREP_FROM) return false;
  }
  return false;
}

bool sm_are_road_ends(const sm_geocoder *geocoder, sm_document *document, const sm_mention *a, const sm_mention *b) {
  const sm_sentence *s = &document->tokens.sentences[a->sentence];
  const sm_context w = {.g = geocoder, .doc = document, .t = document->tokens.items, .first = s->first, .last = s->last};
  return b->first == a->last + 1 && a->sentence == b->sentence && (head_way(&w, a, b) || are_told_as_ends(&w, a));
}

static void read_road(const sm_context *w, sm_said *s) {
  const sm_mention *m = &w->m->items[w->index];
  bool next = w->index + 1 < w->m->n && sm_are_road_ends(w->g, w->doc, m, m + 1);
  bool prev = !next && w->index && sm_are_road_ends(w->g, w->doc, m - 1, m);
  if (s->other || (!next && !prev)) return;
  s->relation = SM_REL_BETWEEN;
  s->other = next ? w->index + 2 : w->index;
  s->part = false, s->azimuth = NAN, s->distance_m = s->loose_m = 0;
  const sm_mention *a = next ? m : m - 1;
  s->begin = a->first, s->end = a[1].last;
}

sm_said sm_read_relation(const sm_context *w) {
  const sm_mention *m = &w->m->items[w->index];
  sm_said s = {.azimuth = NAN, .begin = m->first, .end = m->last};
  read_before(w, m, &s);
  read_after(w, m, &s);
  read_pair(w, &s);
  read_road(w, &s);
  return s;
}

bool sm_tells_place(const sm_geocoder *g, const sm_document *document, const sm_phrase_index *phrases,
                    uint32_t i) {
  const sm_tokens *t = &document->tokens;
  enum { WORDS = 6 };
  if (i >= t->n || t->items[i].flags & SM_TOKEN_SENTENCE_START) return false;
  if (!sm_token_reads(document, i, "is") && !sm_token_reads(document, i, "was") && !sm_token_reads(document, i, "are"))
    return false;
  uint32_t last = t->sentences[t->items[i].sentence].last;
  for (uint32_t k = i + 1; k < last && k < i + 1 + WORDS; k++) {
    if (t->items[k].flags & SM_TOKEN_CAPITAL || (!t->items[k].key && t->items[k].sign != '-')) return false;
    if (sm_token_cue(g, &t->items[k], SM_CUE_PREPOSITION)) return false;
    if (sm_token_reads(document, k, "located") || sm_token_reads(document, k, "situated")) return true;
    uint8_t unit = sm_unit_at(g, phrases, t->items, k);
    bool place = unit & SM_UNIT_KIND && !(unit & SM_UNIT_COMMON);
    if (place && k > i + 1 && k + 1 < last &&
        (sm_token_cue(g, &t->items[k + 1], SM_CUE_PREPOSITION) || !t->items[k + 1].key ||
         sm_token_cue(g, &t->items[k + 1], SM_CUE_METONYM) & SM_METONYM_GROUND))
      return true;
  }
  return false;
}

/// "Maidstone Crown Court", "Nenagh District Court", "Jackson City Council": a body that towns have, from token i on.
static bool names_body(const sm_document *document, uint32_t i, uint32_t end) {
  static const char *const whose[] = {"Crown", "District", "Magistrates", "Sheriff", "Municipal", "City", "Borough", "Town", "Circuit", "Superior", "Children", "Juvenile"}, *const body[] = {"Court", "Council", "Commission", "Police"};
  if (i + 1 >= end || !SM_TOKEN_READS_ANY(document, i, whose)) return false;
  for (uint32_t k = i + 1; k < end && k < i + 3; k++)
    if (SM_TOKEN_READS_ANY(document, k, body)) return true;
  return false;
}

bool sm_tells_dwellers(const sm_geocoder *g, const sm_document *document, uint32_t first, uint32_t last) {
  static const char *const one[] = {"man", "woman", "boy", "girl", "couple", "resident", "native", "teenager", "teen", "mother", "father", "grandmother", "grandfather", "motorist", "firefighter"};
  static const char *const all[] = {"police", "firefighters", "residents", "schools", "councillors", "councilors", "aldermen", "motorists", "firemen", "townspeople"};
  const sm_tokens *t = &document->tokens;
  if (last >= t->n || t->items[last].sentence != t->items[first].sentence) return false;
  if (names_body(document, last, t->sentences[t->items[first].sentence].last)) return true;
  if (t->items[last].flags & SM_TOKEN_CAPITAL) return false;
  if (SM_TOKEN_READS_ANY(document, last, all)) return true;
  const bool article = first && t->items[first - 1].sentence == t->items[first].sentence && sm_token_cue(g, &t->items[first - 1], SM_CUE_CONNECTOR) & SM_JOIN_ARTICLE;
  return article && SM_TOKEN_READS_ANY(document, last, one);
}

bool sm_tells_village(const sm_geocoder *g, const sm_document *doc, uint32_t token) {
  const uint8_t unit = sm_token_cue(g, &doc->tokens.items[token], SM_CUE_UNIT);
  return unit & SM_UNIT_BEFORE && (unit & SM_UNIT_KIND) == SM_KIND_CITY && !(unit & SM_UNIT_PART);
}

/// A word of "A, B and C": a name's, or what joins names.
static bool is_in_names(const sm_geocoder *g, const sm_token *t) {
  return t->sign == ',' || t->sign == '-' || t->flags & SM_TOKEN_CAPITAL || (t->key && sm_token_cue(g, t, SM_CUE_CONNECTOR) & SM_JOIN_AND);
}

/// "A and B districts", "the neighbourhoods of A, B and C": the token of the plural word for what a list with the name in it is of, index + 1; 0 none.
static uint32_t list_told(const sm_geocoder *g, const sm_document *doc, const sm_mention *held) {
  enum { WORDS = 8 };
  const sm_sentence *s = &doc->tokens.sentences[held->sentence];
  const sm_token *t = doc->tokens.items;
  static const char *const units[] = {"districts", "neighbourhoods", "neighborhoods", "quarters", "suburbs", "areas", "wards"};
  uint32_t k = held->last;
  while (k < s->last && k < held->last + WORDS && is_in_names(g, &t[k])) k++;
  if (k > held->last + 1 && k < s->last && SM_TOKEN_READS_ANY(doc, k, units)) return k + 1;
  k = held->first;
  while (k > s->first && k + WORDS > held->first && is_in_names(g, &t[k - 1])) k--;
  const bool of = k < held->first && k > s->first + 1 && (sm_token_cue(g, &t[k - 1], SM_CUE_PREPOSITION) & 15) == SM_PREP_OF;
  return of && SM_TOKEN_READS_ANY(doc, k - 2, units) ? k - 1 : 0;
}

/// "Bakara, the sprawling market", "Dora, a mostly Sunni neighbourhood": the words behind say that it is a part of a town.
static bool is_part_by_apposition(const sm_geocoder *g, const sm_document *doc, const sm_mention *held) {
  enum { WORDS = 6 };
  static const char *const parts[] = {"market", "bazaar", "square", "slum", "suburb", "street", "avenue", "thoroughfare"};
  const sm_token *t = doc->tokens.items;
  const uint32_t end = doc->tokens.sentences[held->sentence].last;
  if (held->last + 2 >= end || t[held->last].sign != ',' || !(sm_token_cue(g, &t[held->last + 1], SM_CUE_CONNECTOR) & SM_JOIN_ARTICLE)) return false;
  for (uint32_t i = held->last + 2; i < end && i < held->last + WORDS && (t[i].key || t[i].sign == '-') && !sm_token_cue(g, &t[i], SM_CUE_PREPOSITION); i++)
    if (sm_token_cue(g, &t[i], SM_CUE_UNIT) & SM_UNIT_PART || SM_TOKEN_READS_ANY(doc, i, parts)) return true;
  return false;
}

sm_town_part sm_part_told(const sm_geocoder *g, const sm_document *doc, const sm_mention *held) {
  static const char *const sites[] = {"street", "Street", "avenue", "Avenue", "boulevard", "square", "Square", "roundabout", "junction", "intersection", "market", "bazaar", "mosque", "Mosque", "church", "Church", "temple", "stadium",
                                      "cinema", "hotel", "Hotel", "restaurant", "Restaurant", "mall", "Mall", "Market", "Stadium", "gate", "Gate", "stop", "compound", "bus", "Bazar", "Chowk", "chowk", "Plaza", "plaza", "Circle", "crossroads", "Crossroads", "Point", "residential"}, *const inns[] = {"Hotel"}, *const ways[] = {"Road"};
  static const char *const districts[] = {"district", "districts", "area"};
  const sm_sentence *s = &doc->tokens.sentences[held->sentence];
  const sm_token *t = doc->tokens.items;
  const bool more = held->last < s->last, of = held->first >= s->first + 2 && (sm_token_cue(g, &t[held->first - 1], SM_CUE_PREPOSITION) & 15) == SM_PREP_OF;
  if (more && sm_token_cue(g, &t[held->last], SM_CUE_UNIT) & SM_UNIT_PART) return SM_TOWN_PART_SURELY;
  static const char *const towns[] = {"town", "city", "village"}; // "in a ward of X town"
  if (of && sm_token_cue(g, &t[held->first - 2], SM_CUE_UNIT) & SM_UNIT_PART) return more && SM_TOKEN_READS_ANY(doc, held->last, towns) ? SM_TOWN_PART_NO : SM_TOWN_PART_SURELY;
  if (held->last > held->first + 1 && (sm_token_cue(g, &t[held->first], SM_CUE_UNIT) | sm_token_cue(g, &t[held->last - 1], SM_CUE_UNIT)) & SM_UNIT_PART) return SM_TOWN_PART_SURELY; // "Ward 5", "Serena Chowk"
  if ((more && SM_TOKEN_READS_ANY(doc, held->last, sites)) || (held->last > held->first + 1 && SM_TOKEN_READS_ANY(doc, held->last - 1, sites))) return SM_TOWN_PART_SURELY;
  if (held->last > held->first + 1 && SM_TOKEN_READS_ANY(doc, held->first, inns)) return SM_TOWN_PART_SURELY;
  if (held->last == held->first + 2 && SM_TOKEN_READS_ANY(doc, held->last - 1, ways)) return SM_TOWN_PART_SURELY; // not "the Liboi-Kulan Road"
  if (is_part_by_apposition(g, doc, held)) return SM_TOWN_PART_SURELY;
  const uint32_t list = list_told(g, doc, held);
  if (list) return sm_token_cue(g, &t[list - 1], SM_CUE_UNIT) & SM_UNIT_PART ? SM_TOWN_PART_SURELY : SM_TOWN_PART_MAYBE;
  return (more && SM_TOKEN_READS_ANY(doc, held->last, districts)) || (of && SM_TOKEN_READS_ANY(doc, held->first - 2, districts)) ? SM_TOWN_PART_MAYBE : SM_TOWN_PART_NO;
}

bool sm_ends_side_that_holds(const sm_document *doc, uint32_t token) {
  static const char *const holds[] = {"held", "controlled", "occupied", "besieged"};
  const sm_token *t = &doc->tokens.items[token];
  return token > 1 && SM_TOKEN_READS_ANY(doc, token, holds) && t[-1].sign == '-' && !(t->flags & SM_TOKEN_SPACE_BEFORE) && t[-2].sentence == t->sentence;
}

bool sm_fights_abroad(const sm_geocoder *geocoder, sm_place_ref place) {
  if (!place) return false;
  const sm_place_ref country = sm_gazetteer_brief(geocoder->gazetteer, place).country;
  for (int i = 0; i < SM_STATES_ABROAD; i++)
    if (country && geocoder->abroad[i] == country) return true;
  return false;
}
