// Longest gazetteer matches and names by shape. Judged afterwards, see recognise.c.
#include "fold.h"
#include "recognise.h"
#include "said.h"
#include "tagger.h"

/// The places of a name as the gazetteer lists them, read once a report.
typedef struct listing {
  uint64_t key;                   ///< 0: empty slot
  const sm_candidate *candidates; ///< most prominent first; in the arena
  uint32_t n, total;              ///< at most SM_NAME_CANDIDATES of the total
} listing;

typedef struct scan {
  const sm_geocoder *g;
  sm_document *doc;
  const sm_token *t;
  uint32_t n;
  sm_findings *f;
  listing *listings; ///< hash table
  uint32_t n_listings, listing_mask;
  bool own; ///< there are gazetteers of the user's
  bool out_of_memory;
} scan;

static listing *listing_slot(const scan *s, uint64_t key) {
  uint32_t at = (uint32_t)(key >> 32) & s->listing_mask;
  while (s->listings[at].key && s->listings[at].key != key) at = (at + 1) & s->listing_mask;
  return &s->listings[at];
}

static bool grow_listings(scan *s) {
  uint32_t size = s->listings ? 2 * (s->listing_mask + 1) : 16;
  listing *old = s->listings;
  uint32_t n_old = old ? s->listing_mask + 1 : 0;
  s->listings = sm_arena_calloc(s->doc->arena, size, sizeof *s->listings);
  if (!s->listings) return false;
  s->listing_mask = size - 1;
  for (uint32_t i = 0; i < n_old; i++)
    if (old[i].key) *listing_slot(s, old[i].key) = old[i];
  return true;
}

static const listing *add_listing(scan *s, uint64_t key, const sm_candidate *found, size_t total) {
  uint32_t n = total < SM_NAME_CANDIDATES ? (uint32_t)total : SM_NAME_CANDIDATES;
  sm_candidate *copy = sm_arena_alloc(s->doc->arena, n * sizeof *copy);
  bool full = !s->listings || 2 * s->n_listings > s->listing_mask;
  if (!copy || (full && !grow_listings(s))) {
    s->out_of_memory = true;
    return NULL;
  }
  memcpy(copy, found, n * sizeof *copy);
  listing *slot = listing_slot(s, key);
  *slot = (listing){key, copy, n, (uint32_t)total};
  s->n_listings++;
  return slot;
}

/// The places of a name; NULL when the gazetteer has none. Valid until the next one is looked up.
static const listing *look_up(scan *s, uint64_t key) {
  if (!key) return NULL;
  const listing *known = s->listings ? listing_slot(s, key) : NULL;
  if (known && known->key) return known;
  sm_candidate found[SM_NAME_CANDIDATES];
  size_t total = sm_gazetteer_find(s->g->gazetteer, key, found, SM_NAME_CANDIDATES);
  return total ? add_listing(s, key, found, total) : NULL;
}

static bool grow_slots(scan *s) {
  uint32_t size = s->f->slots ? 2 * (s->f->slot_mask + 1) : 32;
  uint32_t *slots = sm_arena_calloc(s->doc->arena, size, sizeof *slots);
  if (!slots) return false;
  s->f->slots = slots;
  s->f->slot_mask = size - 1;
  for (uint32_t i = 0; i < s->f->n_names; i++) {
    uint32_t at = (uint32_t)(s->f->names[i].key >> 32) & s->f->slot_mask;
    while (slots[at]) at = (at + 1) & s->f->slot_mask;
    slots[at] = i + 1;
  }
  return true;
}

static uint32_t *slot_of(sm_findings *f, uint64_t key) {
  uint32_t at = (uint32_t)(key >> 32) & f->slot_mask;
  while (f->slots[at] && f->names[f->slots[at] - 1].key != key) at = (at + 1) & f->slot_mask;
  return &f->slots[at];
}

/// Index of the name with that key, made when new; SIZE_MAX out of memory. places: NULL for a name in no
/// gazetteer.
static size_t name_of(scan *s, uint64_t key, const listing *places, int words) {
  sm_findings *f = s->f;
  if ((!f->slots || 2 * f->n_names > f->slot_mask) && !grow_slots(s)) return SIZE_MAX;
  uint32_t *slot = slot_of(f, key);
  if (*slot) return *slot - 1;
  sm_name *names = sm_arena_grow(s->doc->arena, f->names, f->n_names, &f->names_cap, sizeof *names);
  if (!names) return SIZE_MAX;
  f->names = names;
  sm_name name = {.key = key, .words = (uint16_t)words};
  if (places) {
    name.candidates = places->candidates;
    name.n = places->n;
    name.total = places->total;
    name.best = sm_gazetteer_brief(s->g->gazetteer, places->candidates[0].place);
    name.best_flags = places->candidates[0].name_flags;
    name.demonym = name.best_flags & SM_NAME_DEMONYM;
  }
  f->names[f->n_names] = name;
  *slot = (uint32_t)++f->n_names;
  return f->n_names - 1;
}

static bool is_capital(const sm_token *t) {
  return t->flags & (SM_TOKEN_CAPITAL | SM_TOKEN_UNCASED);
}

/// The word after token i that a name may go on with, or 0: parted by a space, a hyphen, or nothing but the
/// sentence's inside.
static uint32_t next_word(const scan *s, uint32_t i) {
  uint32_t j = i + 1;
  if (j < s->n && s->t[j].flags & SM_TOKEN_CLITIC) j++; // King's Lynn: the name's key passes it over
  if (j < s->n && s->t[j].sign == '-' && !(s->t[j].flags & SM_TOKEN_SPACE_BEFORE)) {
    j++;
    if (j >= s->n || s->t[j].flags & SM_TOKEN_SPACE_BEFORE) return 0;
  }
  if (j >= s->n || !s->t[j].key || s->t[j].flags & (SM_TOKEN_PARAGRAPH_START | SM_TOKEN_SENTENCE_START))
    return 0;
  return s->t[j].sentence == s->t[i].sentence ? j : 0;
}

typedef struct match {
  uint32_t last;
  int words;
  listing places;
  sm_candidate first; ///< the most prominent of the places
} match;

static void set_places(match *m, const listing *places) {
  m->places = *places;
  m->first = places->candidates[0];
}

/// "Kalatak depot": a name of an analyst's own may end in a small letter.
static bool is_own(const scan *s, const listing *places) {
  return places && sm_gazetteer_brief(s->g->gazetteer, places->candidates[0].place).flags & SM_PLACE_OWN;
}

/// "Abha airport", "Bagram air base": a field's name ends in a word that reports write small.
static bool ends_field(const scan *s, uint32_t at) {
  const uint8_t kind = sm_token_cue(s->g, &s->t[at], SM_CUE_UNIT) & SM_UNIT_KIND;
  return kind == SM_KIND_AIRPORT || kind == SM_KIND_BASE;
}

/// "Iraq's Kurdistan", "Ottawa's airport", but "King's Lynn": a place of its own that has what follows.
static bool owns_next(const scan *s, uint32_t at, const match *m) {
  enum { LARGE = 100000 };
  if (!m->words || m->last != at + 1 || at + 1 >= s->n || !(s->t[at + 1].flags & SM_TOKEN_CLITIC) || !(m->first.name_flags & SM_NAME_MAIN)) return false;
  const sm_place_brief b = sm_gazetteer_brief(s->g->gazetteer, m->first.place);
  return b.kind == SM_KIND_COUNTRY || b.kind == SM_KIND_ADM1 || (b.kind == SM_KIND_CITY && b.population >= LARGE);
}

/// Longest name that starts at token i; false when none does.
static bool longest_match(scan *s, uint32_t i, int max_words, bool lower, match *m) {
  uint64_t key = s->t[i].key;
  bool owned = false;
  m->words = 0;
  for (uint32_t at = i, words = 1;;) {
    bool ends_well = lower || words == 1 || is_capital(&s->t[at]) || s->t[at].flags & SM_TOKEN_NUMBER ||
                     !s->t[at].entry || ends_field(s, at); // d'Ivoire
    const listing *places = ends_well || s->own ? look_up(s, key) : NULL;
    if (places && owned && sm_gazetteer_brief(s->g->gazetteer, places->candidates[0].place).kind != SM_KIND_SITE) places = NULL; // "Baghdad's Green Zone" is listed
    if (places && (ends_well || is_own(s, places))) {
      set_places(m, places);
      m->last = at + 1;
      m->words = (int)words;
    }
    if (++words > (uint32_t)max_words) break;
    owned |= owns_next(s, at, m);
    at = next_word(s, at);
    if (!at) break;
    key = sm_phrase_key(key, s->t[at].key);
  }
  return m->words > 0;
}

static sm_found *add_span(scan *s, uint32_t first, uint32_t last, size_t name) {
  sm_found *items = sm_arena_grow(s->doc->arena, s->f->items, s->f->n, &s->f->cap, sizeof *items);
  if (!items || name == SIZE_MAX) return NULL;
  s->f->items = items;
  items[s->f->n] = (sm_found){.first = first, .last = last, .name = (uint32_t)name};
  return &items[s->f->n++];
}

static inline bool is_article(const scan *s, uint32_t i) {
  if (i + 2 >= s->n || s->t[i + 1].sign != '-' || s->t[i].end - s->t[i].begin > 3 || !is_capital(&s->t[i + 2]))
    return false;
  if (s->t[i + 2].flags & SM_TOKEN_SPACE_BEFORE) return false;
  for (int a = 0; a < s->g->n_articles; a++)
    if (s->g->article[a] == s->t[i].key) return true;
  return false;
}

bool sm_is_ordinary(const sm_token *token) {
  const sm_lexicon_entry *e = token->entry;
  return e && (e->rank || e->classes) &&
         (e->rank <= 35 || !(e->word_bits & (SM_WORD_GIVEN_NAME | SM_WORD_SURNAME)));
}

/// "In Bourasso 24 people died", "near Kafra 8km from the border": the number before a token is of what is told next, but not in "Sector 4 troops".
static bool counts_next(const scan *s, uint32_t first, uint32_t end) {
  if (!(s->t[end - 1].flags & SM_TOKEN_NUMBER) || end >= s->n || is_capital(&s->t[end]) || s->t[end].flags & SM_TOKEN_PUNCT) return false;
  const sm_lexicon_entry *e = s->t[end].entry;
  if (sm_cue_metres(s->g, e) > 0) return true;
  if (!e || !(e->word_bits & (SM_WORD_NOUN_PERSON | SM_WORD_NOUN_GROUP)) || !(e->word_bits & SM_WORD_PLURAL || e->word_bits & SM_WORD_NOUN_GROUP)) return false;
  for (uint32_t i = first; i + 1 < end; i++)
    if (sm_is_ordinary(&s->t[i])) return false;
  return true;
}

/// End of the capitalised run that starts at token i (initials, articles and particles inside it).
static uint32_t run_end(const scan *s, uint32_t i) {
  uint32_t end = i + 1;
  for (uint32_t j = next_word(s, i); j; j = next_word(s, j)) {
    if (is_capital(&s->t[j]) || s->t[j].flags & SM_TOKEN_NUMBER)
      end = j + 1;
    else if (!is_article(s, j) && !(s->t[j - 1].sign == '-' && j + 1 < s->n && s->t[j + 1].sign == '-'))
      break; // Koh-i-Sabz
    if (end - i >= 8) break;
  }
  if (end > i + 1 && counts_next(s, i, end)) end--;
  return end;
}

static bool is_unit(const scan *s, uint32_t i, uint8_t side) {
  uint8_t unit = sm_unit_at(s->g, &s->f->phrases, s->t, i);
  return unit & side && unit & SM_UNIT_KIND;
}

/// Whether the unit word makes a geographic name of what stands before it; streets, houses and institutions
/// do not count, nor units of ordinary words alone ("School District").
static bool unit_names(const scan *s, uint32_t first, uint32_t i) {
  static const uint32_t naming = 1u << SM_KIND_ADM1 | 1u << SM_KIND_ADM2 | 1u << SM_KIND_RIVER |
                                 1u << SM_KIND_LAKE | 1u << SM_KIND_SEA | 1u << SM_KIND_ISLAND |
                                 1u << SM_KIND_MOUNTAIN | 1u << SM_KIND_AIRPORT | 1u << SM_KIND_BASE |
                                 1u << SM_KIND_SITE;
  uint8_t unit = sm_token_cue(s->g, &s->t[i], SM_CUE_UNIT);
  if (unit & SM_UNIT_COMMON || sm_has_cue(s->g, s->t[i].entry, SM_CUE_ORGANISATION) ||
      !(naming >> (unit & SM_UNIT_KIND) & 1))
    return false;
  if (s->t[first].flags & SM_TOKEN_UPPER) return false;
  for (uint32_t k = first; k < i; k++)
    if (s->t[k].key && !(s->t[k].entry && s->t[k].entry->rank && s->t[k].entry->rank <= 35)) return true;
  return false;
}

sm_span sm_found_span(const sm_document *document, const sm_found *found) {
  const sm_token *last = &document->tokens.items[found->last - 1];
  sm_span span = {document->tokens.items[found->first].begin, last->end + found->dot};
  const char *text = document->report.text.ptr;
  if (last->end - last->begin > 2 && text[last->end - 1] == '.' &&
      !memchr(text + last->begin, '.', last->end - last->begin - 1) && last->flags & SM_TOKEN_UPPER)
    span.end--;
  return span;
}

static uint64_t span_key(const scan *s, uint32_t first, uint32_t last) {
  uint64_t key = 0;
  for (uint32_t i = first; i < last; i++)
    if (s->t[i].key) key = key ? sm_phrase_key(key, s->t[i].key) : s->t[i].key;
  return key;
}

/// A common word that can be a verb among those before the unit word: part of a sentence, not of a name.
static bool has_plain_words(const scan *s, uint32_t first, uint32_t i) {
  for (uint32_t k = first; k < i; k++)
    if (s->t[k].entry && s->t[k].entry->rank && s->t[k].entry->word_bits & SM_WORD_VERB) return true;
  return false;
}

/// "Shiite Muslim", "Basque".
static bool is_of_peoples(const scan *s, uint32_t i, uint32_t end) {
  for (uint32_t k = i; k < end; k++)
    if (s->t[k].key && !sm_has_cue(s->g, s->t[k].entry, SM_CUE_PEOPLE)) return false;
  return true;
}

/// "Bab Tuma", "Ain Terma", "Deir Jamal": gates, springs, cloisters and the like begin the names of many places, and are one seldom.
static bool begins_with_landmark(const scan *s, uint32_t i, const match *m, uint32_t end) {
  static const char *const words[] = {"Bab", "Ain", "Ayn", "Deir", "Dayr", "Tel", "Tell", "Tall", "Khan", "Beit", "Bayt", "Kafr", "Kfar", "Wadi", "Wad", "Umm", "Bir", "Ras", "Qasr", "Souq", "Souk", "Khirbet", "Khirbat", "Jabal", "Jebel", "Burj", "Shahr"};
  if (m->words > 1 || !SM_TOKEN_READS_ANY(s->doc, i, words) || end != i + 2 || !is_capital(&s->t[i + 1])) return false;
  const sm_lexicon_entry *e = s->t[i + 1].entry;
  return !(s->t[i + 1].flags & (SM_TOKEN_UPPER | SM_TOKEN_ABBREVIATION)) && !(e && e->rank) && !sm_has_cue(s->g, e, SM_CUE_UNIT);
}

/// "the Sheikh Zuweid area", "in Sheikh Radwan district": many places are called after a sheikh.
static bool is_called_after_sheikh(const scan *s, uint32_t i, uint32_t end) {
  static const char *const words[] = {"Sheikh", "Shaykh", "Sheik", "Shaikh", "Cheikh"};
  const bool sheikh = SM_TOKEN_READS_ANY(s->doc, i, words);
  if (!sheikh || end < i + 2 || end > i + 3) return false;
  return end < s->n && !(s->t[end].flags & SM_TOKEN_CAPITAL) && is_unit(s, end, SM_UNIT_AFTER);
}

/// "the M-8 highway", "on the RN4 road": what a road's number names is no place, for it is long.
static bool is_road_number(const scan *s, uint32_t i, uint32_t end) {
  enum { LONGEST = 6 };
  static const char *const ways[] = {"highway", "road", "motorway", "expressway", "route", "axis"};
  const char last = s->doc->report.text.ptr[s->t[end - 1].end - 1];
  return last >= '0' && last <= '9' && s->t[end - 1].end - s->t[i].begin <= LONGEST && end < s->n && SM_TOKEN_READS_ANY(s->doc, end, ways);
}

/// A capitalised run in no gazetteer, from token i: kept where its own words, or the words beside it, say a
/// place.
static bool add_unlisted(scan *s, uint32_t i, uint32_t end, uint32_t *next) {
  uint32_t last = end;
  if (is_of_peoples(s, i, end) || is_road_number(s, i, end)) return true;
  const bool base = end < s->n && (sm_token_cue(s->g, &s->t[end], SM_CUE_UNIT) & SM_UNIT_KIND) == SM_KIND_BASE && !is_capital(&s->t[end]);
  const bool several = end > i + 1 || (i > 0 && is_capital(&s->t[i - 1]));
  if (base && several && sm_has_cue(s->g, s->t[end - 1].entry, SM_CUE_ORGANISATION)) return true; // "the African Union base in X", "an Iraqi Volunteer | Forces base"
  bool unit = false;
  for (uint32_t j = is_called_after_sheikh(s, i, end) ? i + 1 : i; j < end; j++)
    if (sm_has_cue(s->g, s->t[j].entry, SM_CUE_TITLE)) return true;
  const bool titled = s->doc->tokens.sentences[s->t[i].sentence].flags & SM_SENTENCE_TITLED; // "Rocket Attack Targets Iraqi Military Base": capitals tell nothing
  for (uint32_t j = i; j < end && !unit; j++)
    if (j > i && is_capital(&s->t[j]) && is_unit(s, j, SM_UNIT_AFTER) && unit_names(s, i, j) && !(titled && has_plain_words(s, i, j)))
      unit = true, last = j + 1;
  if (!unit && end - i > 1 && is_unit(s, i, SM_UNIT_BEFORE)) unit = true;
  sm_found *found = add_span(s, i, last, name_of(s, span_key(s, i, last), NULL, (int)(last - i)));
  if (!found) return false;
  found->capital_unit = unit;
  *next = last;
  return true;
}

/// "Panjgur District", "Hamrin Dam", "Lake Van": the capitalised unit word belongs to the name.
static void widen_to_unit(scan *s, sm_found *found) {
  uint32_t j = found->last;
  static const uint32_t widening = 1u << SM_KIND_ADM2 | 1u << SM_KIND_RIVER | 1u << SM_KIND_LAKE |
                                   1u << SM_KIND_SEA | 1u << SM_KIND_STRAIT | 1u << SM_KIND_ISLAND |
                                   1u << SM_KIND_MOUNTAIN | 1u << SM_KIND_AIRPORT | 1u << SM_KIND_BASE |
                                   1u << SM_KIND_ADM1;
  if (j < s->n && s->t[j].flags & SM_TOKEN_CAPITAL && !(s->t[j].flags & SM_TOKEN_SENTENCE_START) &&
      next_word(s, j - 1) == j && is_unit(s, j, SM_UNIT_AFTER)) {
    uint8_t kind = sm_token_cue(s->g, &s->t[j], SM_CUE_UNIT) & SM_UNIT_KIND;
    uint32_t after = next_word(s, j);
    if (!(widening >> kind & 1)) return;
    bool goes_on =
        after && is_capital(&s->t[after]) && sm_has_cue(s->g, s->t[after].entry, SM_CUE_ORGANISATION);
    if (goes_on || (sm_has_cue(s->g, s->t[j].entry, SM_CUE_ORGANISATION) && kind == SM_KIND_SITE)) return;
    found->said_kind = kind;
    found->capital_unit = true;
    found->last = j + 1;
  }
}

/// "a Pentecostal church", "an Ennahda office": of that sort, not of that name.
static bool is_sort_of_building(const scan *s, uint32_t i, uint32_t end) {
  const uint8_t join = i ? sm_token_cue(s->g, &s->t[i - 1], SM_CUE_CONNECTOR) : 0;
  if (!(join & SM_JOIN_ARTICLE) || join & SM_JOIN_THE || end >= s->n || is_capital(&s->t[end])) return false;
  return (sm_token_cue(s->g, &s->t[end], SM_CUE_UNIT) & SM_UNIT_KIND) == SM_KIND_SITE;
}

static bool worth_keeping(const scan *s, uint32_t i, uint32_t end) {
  const sm_token *t = s->t;
  uint32_t p = i;
  if (is_sort_of_building(s, i, end)) return false;
  bool the = p && sm_token_cue(s->g, &t[p - 1], SM_CUE_CONNECTOR) & SM_JOIN_THE;
  if (the) p--;
  if (p && sm_token_cue(s->g, &t[p - 1], SM_CUE_PREPOSITION)) return true;
  if (i && sm_ends_side_that_holds(s->doc, i - 1)) return true; // "rebel-held X"
  if (p && is_unit(s, p - 1, SM_UNIT_BEFORE) && !is_capital(&t[p - 1])) return true;
  if (end < s->n && is_unit(s, end, SM_UNIT_AFTER)) return true;
  if (sm_tells_place(s->g, s->doc, &s->f->phrases, end)) return true;
  for (uint32_t j = i; j < end; j++)
    if (is_unit(s, j, SM_UNIT_AFTER | SM_UNIT_BEFORE)) return end - i > 1;
  if (!p) return false;
  if (t[p - 1].flags & SM_TOKEN_CLITIC) return end < s->n && t[end].sign == ','; // "the district's A, B and C villages"
  return t[p - 1].sign == ',' || t[p - 1].sign == '(' || t[p - 1].sign == ':' ||
         sm_token_cue(s->g, &t[p - 1], SM_CUE_CONNECTOR) & SM_JOIN_AND;
}

static bool lower_case_text(const sm_tokens *tokens) {
  enum { ASKED = 400, FEWEST = 3, WORDS_A_CAPITAL = 50 };
  size_t words = 0, capitals = 0;
  for (size_t i = 0; i < tokens->n && words < ASKED && capitals * WORDS_A_CAPITAL < ASKED; i++)
    if (tokens->items[i].flags & SM_TOKEN_WORD)
      words++, capitals += (tokens->items[i].flags & SM_TOKEN_CAPITAL) != 0;
  return words >= FEWEST && capitals * WORDS_A_CAPITAL < words;
}

/// "He'd", "I'll", "don’t".
static bool is_contraction(const scan *s, const sm_token *t) {
  static const sm_str ends[] = {SM_STR("d"), SM_STR("ll"), SM_STR("ve"), SM_STR("re"), SM_STR("m"), SM_STR("t")};
  const char *text = s->doc->report.text.ptr;
  for (size_t k = 0; k < sizeof ends / sizeof ends[0]; k++) {
    const uint32_t n = (uint32_t)ends[k].len;
    if (t->end - t->begin < n + 2 || text[t->end - 1] != ends[k].ptr[n - 1] || text[t->end - n] != ends[k].ptr[0]) continue;
    const char *before = text + t->end - n;
    if (before[-1] == '\'' || (t->end - t->begin > n + 3 && memcmp(before - 3, "\xe2\x80\x99", 3) == 0)) return true;
  }
  return false;
}

/// Small words, and short forms that are not written as such ("Al", "I'd", "Mrs"; airports' codes), are no
/// names.
static bool worth_a_look(const scan *s, uint32_t i, const match *m) {
  const sm_token *t = &s->t[i];
  if (m->words > 1) return true;
  if (t->end - t->begin == 1 || is_contraction(s, t)) return false; // "group O"
  bool upper = t->flags & (SM_TOKEN_UPPER | SM_TOKEN_ABBREVIATION);
  if (m->first.name_flags & SM_NAME_SHORT) {
    sm_place_kind kind = (sm_place_kind)sm_gazetteer_brief(s->g->gazetteer, m->first.place).kind;
    bool dot = i + 1 < s->n && s->t[i + 1].sign == '.';
    if (kind != SM_KIND_COUNTRY && kind != SM_KIND_ADM1 && kind != SM_KIND_REGION) return false;
    static const char *const mount[] = {"Mt", "Mt."};
    const bool address = kind == SM_KIND_ADM1 && i && s->t[i - 1].sign == ',' && i + 1 < s->n && (s->t[i + 1].sign == ',' || s->t[i + 1].sign == '('); // "Edmonton, Ky (WBKO)"
    if ((!upper && !dot && !address) || SM_TOKEN_READS_ANY(s->doc, i, mount)) return false;
  }
  if (upper) return !(i + 1 < s->n && s->t[i + 1].sign == '$');
  if (sm_has_cue(s->g, t->entry, SM_CUE_CONNECTOR) || sm_has_cue(s->g, t->entry, SM_CUE_PREPOSITION))
    return false;
  if (t->entry && t->entry->rank && t->entry->rank <= 2) return false;
  if (m->first.name_flags & SM_NAME_DEMONYM) return true; // "French jets ..."
  return !(t->flags & SM_TOKEN_SENTENCE_START && t->entry && t->entry->rank == 10 &&
           !(t->entry->word_bits & SM_WORD_NOUN));
}

/// "The United States" where "United States" is a name too: the article is left out.
static bool starts_with_the(scan *s, uint32_t i, match *m) {
  if (!(sm_token_cue(s->g, &s->t[i], SM_CUE_CONNECTOR) & SM_JOIN_THE)) return false;
  uint64_t key = 0;
  for (uint32_t k = i + 1; k < m->last; k++)
    if (s->t[k].key) key = key ? sm_phrase_key(key, s->t[k].key) : s->t[k].key;
  const listing *places = look_up(s, key);
  if (!places) return false;
  set_places(m, places);
  m->words--;
  return true;
}

/// "Northern Europe", "North Dallas": a direction in capitals belongs to the name after it.
static bool direction_of_next(const scan *s, uint32_t i) {
  uint8_t d = sm_token_cue(s->g, &s->t[i], SM_CUE_DIRECTION);
  return d && !(d & SM_DIR_LETTER) && s->t[i].flags & SM_TOKEN_CAPITAL;
}

/// "Southern Red Sea": a side of the sea, though a province bears that name, where no word tells that it is meant.
static bool is_side_of_sea(scan *s, uint32_t i, const match *m) {
  if (m->words < 2 || !direction_of_next(s, i) || (m->last < s->n && sm_token_cue(s->g, &s->t[m->last], SM_CUE_UNIT))) return false;
  const uint32_t rest = next_word(s, i);
  uint64_t key = rest ? s->t[rest].key : 0;
  for (uint32_t k = rest + 1; rest && k < m->last; k++)
    if (s->t[k].key) key = sm_phrase_key(key, s->t[k].key);
  const listing *places = key ? look_up(s, key) : NULL;
  return places && sm_gazetteer_brief(s->g->gazetteer, places->candidates[0].place).kind == SM_KIND_SEA;
}

/// "Ain Assad Air Base", "Bala Morghab District": the listed name is only the first part of a longer one with
/// its unit word.
static bool longer_name(const scan *s, uint32_t i, const match *m) {
  sm_place_brief b = sm_gazetteer_brief(s->g->gazetteer, m->first.place);
  if (b.kind == SM_KIND_COUNTRY || b.kind == SM_KIND_ADM1 || b.kind == SM_KIND_REGION ||
      m->first.name_flags & SM_NAME_DEMONYM)
    return false;
  if (m->words == 1 && sm_token_cue(s->g, &s->t[i], SM_CUE_CONNECTOR) & SM_JOIN_THE) return false; // "The Kharkiv Region"
  uint32_t end = run_end(s, i);
  if (end <= m->last + 1 || end - i > 6 || s->t[m->last].flags & SM_TOKEN_CLITIC) return false;
  for (uint32_t k = m->last; k < end; k++) {
    if (sm_has_cue(s->g, s->t[k].entry, SM_CUE_TITLE) || s->t[k].flags & SM_TOKEN_NUMBER) return false;
    int words;
    if (k == m->last && is_unit(s, k, SM_UNIT_AFTER)) return false;
    if (k > m->last && is_unit(s, k, SM_UNIT_AFTER) && unit_names(s, i, k))
      return !sm_is_ordinary(&s->t[m->last]) ||
             !sm_gazetteer_starts(s->g->gazetteer, s->t[m->last].key, &words);
  }
  return false;
}

static bool is_joiner(sm_str word) {
  static const char words[][4] = {"de", "del", "da", "do", "dos", "das", "la", "las", "los", "el", "al", "ul", "ash", "ar", "az", "ed"};
  char padded[4] = {0};
  if (word.len < 2 || word.len > 3) return false;
  memcpy(padded, word.ptr, word.len);
  for (size_t k = 0; k < sizeof words / sizeof words[0]; k++)
    if (memcmp(padded, words[k], sizeof padded) == 0) return true;
  return false;
}

uint32_t sm_name_joiners(const sm_document *document, uint32_t token) {
  const sm_tokens *t = &document->tokens;
  uint32_t n = 0;
  for (; n < 2 && token + n + 1 < t->n; n++) {
    const sm_token *at = &t->items[token + n];
    if (!is_joiner((sm_str){document->report.text.ptr + at->begin, at->end - at->begin})) break;
  }
  return n && is_capital(&t->items[token + n]) && t->items[token + n].sentence == t->items[token].sentence
             ? n
             : 0;
}

/// The end of "Loma de las Piedras", of which only the first part is listed; 0 where the name goes on with no
/// joiner.
static uint32_t romance_end(const scan *s, uint32_t i, const match *m) {
  sm_place_brief b = sm_gazetteer_brief(s->g->gazetteer, m->first.place);
  bool wide = b.kind == SM_KIND_COUNTRY || b.kind == SM_KIND_ADM1 || b.kind == SM_KIND_REGION;
  if (wide || m->first.name_flags & (SM_NAME_DEMONYM | SM_NAME_SHORT) || m->last >= s->n) return 0;
  uint32_t end = m->last;
  for (uint32_t n = sm_name_joiners(s->doc, end); n && end - i < 8;
       n = end < s->n ? sm_name_joiners(s->doc, end) : 0)
    end = run_end(s, end + n);
  return end > m->last ? end : 0;
}

/// The longer name; that of a well-known town's airport or base stands for the town.
static bool add_longer(scan *s, uint32_t i, const match *m, uint32_t end, uint32_t *next) {
  sm_place_brief b = sm_gazetteer_brief(s->g->gazetteer, m->first.place);
  if (b.population < 50000 || !(m->first.name_flags & SM_NAME_MAIN)) return add_unlisted(s, i, end, next);
  sm_found *found = add_span(s, i, end, name_of(s, m->places.key, &m->places, m->words));
  if (!found) return false;
  found->capital_unit = true;
  *next = end;
  return true;
}

/// "in Ain Ali area": a listed word that only begins a longer unlisted name after a preposition of place.
static bool first_part(const scan *s, uint32_t i, const match *m) {
  const sm_token *t = s->t;
  bool main_name = m->first.name_flags & SM_NAME_MAIN;
  sm_place_brief b = sm_gazetteer_brief(s->g->gazetteer, m->first.place);
  bool unit = b.kind == SM_KIND_COUNTRY || b.kind == SM_KIND_ADM1 || b.kind == SM_KIND_REGION;
  bool usual = m->first.name_flags & (SM_NAME_MAIN | SM_NAME_STRIPPED);
  if (m->words > 1 || (main_name && b.population >= 50000) || (unit && usual)) return false;
  if (m->first.name_flags & (SM_NAME_DEMONYM | SM_NAME_SHORT) || !i ||
      !(sm_token_cue(s->g, &t[i - 1], SM_CUE_PREPOSITION) & SM_PREP_STRONG))
    return false;
  uint32_t k = next_word(s, i), end = run_end(s, i);
  if (!k || k != m->last || end - i > 3 || !is_capital(&t[k]) ||
      t[k].flags & (SM_TOKEN_UPPER | SM_TOKEN_ABBREVIATION))
    return false;
  if (sm_has_cue(s->g, t[k].entry, SM_CUE_UNIT) || sm_has_cue(s->g, t[k].entry, SM_CUE_ORGANISATION) ||
      sm_has_cue(s->g, t[k].entry, SM_CUE_TITLE) || sm_has_cue(s->g, t[k].entry, SM_CUE_TIME))
    return false;
  return !(t[k].entry && t[k].entry->rank) && end < s->n && !(t[end].flags & SM_TOKEN_CLITIC);
}

/// "the Char Chino district": two small names before a unit word are one that is listed under neither.
static bool before_unit(const scan *s, uint32_t i, const match *m) {
  enum { SMALL = 50000 };
  sm_place_brief b = sm_gazetteer_brief(s->g->gazetteer, m->first.place);
  bool small = b.kind == SM_KIND_CITY && b.population < SMALL && !(b.flags & (SM_PLACE_ADM1_SEAT | SM_PLACE_CAPITAL));
  uint32_t end = run_end(s, i), k = next_word(s, m->last - 1);
  if (m->words > 1 || !small || k != m->last || end != k + 1 || end >= s->n || !i || s->t[end].flags & SM_TOKEN_CAPITAL) return false;
  bool the = sm_token_cue(s->g, &s->t[i - 1], SM_CUE_CONNECTOR) & SM_JOIN_THE;
  uint8_t unit = sm_token_cue(s->g, &s->t[end], SM_CUE_UNIT), kind = unit & SM_UNIT_KIND;
  bool names = unit & SM_UNIT_AFTER && !(unit & SM_UNIT_COMMON) && (kind == SM_KIND_ADM2 || kind == SM_KIND_CITY);
  if (!names || !(the || sm_token_cue(s->g, &s->t[i - 1], SM_CUE_PREPOSITION) & SM_PREP_STRONG)) return false;
  return !sm_has_cue(s->g, s->t[k].entry, SM_CUE_UNIT) && !sm_has_cue(s->g, s->t[k].entry, SM_CUE_ORGANISATION) &&
         !sm_has_cue(s->g, s->t[k].entry, SM_CUE_TITLE) && !sm_has_cue(s->g, s->t[i].entry, SM_CUE_DIRECTION);
}

/// "in Mandera South": a part that is listed nowhere, called by its side, of a listed unit or town.
static bool is_side_after(const scan *s, uint32_t i, const match *m) {
  const uint32_t k = next_word(s, m->last - 1);
  if (!k || k != m->last || m->first.name_flags & (SM_NAME_DEMONYM | SM_NAME_SHORT | SM_NAME_VARIANT) || run_end(s, i) != k + 1 || !(s->t[k].flags & SM_TOKEN_CAPITAL)) return false;
  enum { LARGE = 200000 }; // "Bengaluru South" elects
  const uint8_t d = sm_token_cue(s->g, &s->t[k], SM_CUE_DIRECTION);
  const sm_place_brief b = sm_gazetteer_brief(s->g->gazetteer, m->first.place);
  const bool after_side = k + 1 < s->n && s->t[k + 1].sentence == s->t[k].sentence && s->t[k + 1].sign == '-';
  return d & SM_DIR_NOUN && !after_side && (b.kind == SM_KIND_ADM1 || b.kind == SM_KIND_ADM2 || b.kind == SM_KIND_CITY) && b.population < LARGE;
}

/// "Grad rockets", "fired Grads", but "in Tank", "Tank district": of that sort, not from that place.
static bool is_sort_of_weapon(const scan *s, uint32_t i) {
  const uint32_t k = i + 1, sentence = s->t[i].sentence;
  if (!sm_has_cue(s->g, s->t[i].entry, SM_CUE_WEAPON)) return false;
  const bool placed = i && s->t[i - 1].sentence == sentence && sm_token_cue(s->g, &s->t[i - 1], SM_CUE_PREPOSITION) & SM_PREP_STRONG, inside = k < s->n && s->t[k].sentence == sentence;
  if (placed) return inside && !(s->t[k].flags & SM_TOKEN_CAPITAL) && sm_has_cue(s->g, s->t[k].entry, SM_CUE_WEAPON);
  return !inside || !(s->t[k].flags & SM_TOKEN_CAPITAL || sm_has_cue(s->g, s->t[k].entry, SM_CUE_UNIT) || s->t[k].flags & SM_TOKEN_CLITIC) || sm_has_cue(s->g, s->t[k].entry, SM_CUE_WEAPON);
}

/// "Hospital No. 2", "School 7": one of many of its sort, told by its number.
static bool is_numbered_site(const scan *s, uint32_t i) {
  static const char *const number[] = {"No", "No.", "Nr", "Nr.", "Number"};
  static const char *const houses[] = {"Hospital", "School", "Clinic", "Kindergarten", "Lyceum", "Gymnasium", "Polyclinic", "Nursery", "College", "Dormitory"}; // but "Tower 22"
  if (i + 1 >= s->n || s->t[i + 1].sentence != s->t[i].sentence || !SM_TOKEN_READS_ANY(s->doc, i, houses)) return false;
  return s->t[i + 1].flags & SM_TOKEN_NUMBER || SM_TOKEN_READS_ANY(s->doc, i + 1, number);
}

/// "Dasht-i-Archi", "Qala-e-Naw's mayor": the end of a name at i that goes on at `link` behind a small word between hyphens; 0 it does not.
static uint32_t linked_end(const scan *s, uint32_t i, uint32_t link) {
  enum { LONGEST = 2 };
  if (link + 3 >= s->n || s->t[link].sign != '-' || s->t[link + 2].sign != '-' || !is_capital(&s->t[link + 3]) || !(s->t[link + 1].flags & SM_TOKEN_WORD) || s->t[link + 1].end - s->t[link + 1].begin > LONGEST) return 0;
  if ((s->t[link].flags | s->t[link + 1].flags | s->t[link + 2].flags | s->t[link + 3].flags) & SM_TOKEN_SPACE_BEFORE) return 0;
  uint32_t end = i;
  for (const uint32_t last = run_end(s, i); end < last && !(s->t[end].flags & SM_TOKEN_CLITIC);) end++;
  return end;
}

/// "mainly Muslim Dagestan", "the Druze Suwayda province": a faith or people before a unit or a city that is listed to the end of the run.
static bool describes_next(scan *s, uint32_t i, uint32_t end) {
  enum { KNOWN = 50000 };
  int words = 0;
  match m;
  if (end < i + 2 || !sm_has_cue(s->g, s->t[i].entry, SM_CUE_PEOPLE) || !sm_gazetteer_starts(s->g->gazetteer, s->t[i + 1].key, &words) || !longest_match(s, i + 1, words, false, &m) || m.last != end) return false;
  const sm_place_brief b = sm_gazetteer_brief(s->g->gazetteer, m.first.place);
  return b.kind == SM_KIND_COUNTRY || b.kind == SM_KIND_ADM1 || b.kind == SM_KIND_ADM2 || (b.kind == SM_KIND_CITY && b.population >= KNOWN);
}

static bool scan_token(scan *s, uint32_t i, bool lower, uint32_t *next) {
  const sm_token *t = &s->t[i];
  int max_words = 0;
  *next = i + 1;
  if (is_sort_of_weapon(s, i) || is_numbered_site(s, i)) return true;
  match m;
  if (t->end - t->begin == 1 && sm_token_cue(s->g, t, SM_CUE_CONNECTOR) & SM_JOIN_ARTICLE) return true; // "A Metcalfe County man"
  if (sm_gazetteer_starts(s->g->gazetteer, t->key, &max_words) && longest_match(s, i, max_words, lower, &m)) {
    const bool direction =
        m.words == 1 ? direction_of_next(s, i) && next_word(s, i) && is_capital(&s->t[next_word(s, i)]) : is_side_of_sea(s, i, &m);
    if (!direction && !lower && longer_name(s, i, &m)) return add_longer(s, i, &m, run_end(s, i), next);
    const uint32_t linked = lower ? 0 : linked_end(s, i, m.last);
    if (linked) return add_unlisted(s, i, linked, next);
    uint32_t romance = lower ? 0 : romance_end(s, i, &m);
    if (romance) return add_longer(s, i, &m, romance, next);
    if (!direction && !lower && (first_part(s, i, &m) || before_unit(s, i, &m) || is_called_after_sheikh(s, i, run_end(s, i)) || begins_with_landmark(s, i, &m, run_end(s, i)))) return add_unlisted(s, i, run_end(s, i), next);
    if (!direction && worth_a_look(s, i, &m)) {
      if (m.words > 1 && starts_with_the(s, i, &m)) i++;
      const bool side = !lower && is_side_after(s, i, &m);
      sm_found *found = add_span(s, i, m.last + side, name_of(s, m.places.key, &m.places, m.words));
      if (!found) return false;
      if (side) {
        found->said_kind = SM_KIND_ADM2;
        found->capital_unit = true;
        *next = found->last;
        return true;
      }
      if (i && direction_of_next(s, i - 1) && !(s->t[i - 1].flags & SM_TOKEN_SENTENCE_START) &&
          s->t[i - 1].sentence == t->sentence && !(m.first.name_flags & (SM_NAME_DEMONYM | SM_NAME_SHORT)) &&
          (s->f->n < 2 || found[-1].last < i) && sm_gazetteer_brief(s->g->gazetteer, m.first.place).kind != SM_KIND_SEA) // whose side tells where on it
        found->first = i - 1;
      bool short_form = m.first.name_flags & (SM_NAME_SHORT | SM_NAME_DEMONYM);
      found->dot = short_form && m.words == 1 && !(t->flags & SM_TOKEN_UPPER) && m.last < s->n &&
                   s->t[m.last].sign == '.' && !(s->t[m.last].flags & SM_TOKEN_SPACE_BEFORE);
      if (!lower && !short_form && sm_gazetteer_brief(s->g->gazetteer, m.first.place).kind != SM_KIND_COUNTRY)
        widen_to_unit(s, found);
      *next = found->last;
      return true;
    }
  }
  bool article = is_article(s, i); // the al-Hunoud district
  if (lower || t->flags & SM_TOKEN_UNCASED || !(t->flags & SM_TOKEN_CAPITAL || article)) return true;
  if (s->doc->tokens.sentences[t->sentence].flags & SM_SENTENCE_UPPER) return true;
  if (!article && (sm_has_cue(s->g, t->entry, SM_CUE_CONNECTOR) || sm_has_cue(s->g, t->entry, SM_CUE_PREPOSITION) ||
      direction_of_next(s, i)))
    return true;
  if (sm_has_cue(s->g, t->entry, SM_CUE_TIME)) return true; // "on Tuesday Jordan struck"
  uint32_t end = run_end(s, i);
  if (t->flags & SM_TOKEN_SENTENCE_START && sm_is_ordinary(t) && !is_unit(s, i, SM_UNIT_BEFORE)) return true;
  if (describes_next(s, i, end)) return true;
  if (worth_keeping(s, i, end)) {
    // Only as far as the next listed name: "Koh-i-Sabz, Panjgur" are two, and "Camp Hood" may hold one.
    return add_unlisted(s, i, end, next);
  }
  return true;
}

/// The words that a name may start with: those with a capital, articles before a hyphen, in a text without capitals all.
static uint32_t *starts_of_names(const scan *s, bool lower_text, uint32_t *n) {
  const uint32_t n_tokens = s->n;
  const sm_token *t = s->t;
  uint32_t *const starts = sm_arena_alloc(s->doc->arena, n_tokens * sizeof *starts), *out = starts;
  for (uint32_t i = 0; starts && i < n_tokens; i++, t++)
    if (t->flags & SM_TOKEN_WORD && (lower_text || is_capital(t) || is_article(s, i))) *out++ = i;
  *n = (uint32_t)(out - starts);
  return starts;
}

sm_status sm_scan_names(const sm_geocoder *geocoder, sm_document *document, sm_findings *out, sm_error *err) {
  *out = (sm_findings){0};
  sm_status status = sm_index_phrases(document, &out->phrases, err);
  if (status != SM_OK) return status;
  scan s = {.g = geocoder,
            .doc = document,
            .t = document->tokens.items,
            .n = (uint32_t)document->tokens.n,
            .f = out,
            .own = sm_gazetteer_files(geocoder->gazetteer, NULL, 0) > 1};
  enum { AHEAD = 6 };
  const bool lower_text = lower_case_text(&document->tokens);
  uint32_t n, next = 0;
  const uint32_t *starts = starts_of_names(&s, lower_text, &n);
  bool good = starts != NULL;
  for (uint32_t k = 0, ahead = 0; good && k < n; k++) {
    for (; ahead < n && ahead < k + AHEAD; ahead++) sm_gazetteer_expect(geocoder->gazetteer, s.t[starts[ahead]].key);
    const uint32_t i = starts[k];
    if (i < next || !s.t[i].key) continue;
    const bool lower = !is_capital(&s.t[i]) && !is_article(&s, i);
    good = scan_token(&s, i, lower, &next) && !s.out_of_memory;
  }
  return good ? SM_OK : sm_fail(err, SM_ERROR_MEMORY, "out of memory");
}
