// From judged spans to mentions.
#include "mention.h"

#include "certainty.h"
#include "resolve.h"
#include "vicinity.h"

const char *sm_sign_name(sm_sign sign) {
#define SM_SIGN_TEXT(name, what) #name,
  static const char *const names[] = {SM_SIGNS(SM_SIGN_TEXT)};
#undef SM_SIGN_TEXT
  return names[sign];
}

/// The signs of certainty that the words give, whatever the place.
static sm_sure_signs signs_of_words(const sm_document *doc, const sm_found *x, const sm_name *name, sm_role role) {
  const struct {
    sm_sure_sign sign;
    bool is;
  } all[] = {
      {SM_SURE_metonym, role == SM_ROLE_METONYM},
      {SM_SURE_dateline, role == SM_ROLE_DATELINE},
      {SM_SURE_embedded, role == SM_ROLE_EMBEDDED},
      {SM_SURE_part, sm_sign_is(&x->signs, SM_SIGN_capital_before) || sm_sign_is(&x->signs, SM_SIGN_capital_after)},
      {SM_SURE_ordinary, x->last == x->first + 1 && sm_is_ordinary(&doc->tokens.items[x->first])},
      {SM_SURE_person, name->n_person > 0 || sm_sign_is(&x->signs, SM_SIGN_given_name)},
      {SM_SURE_lower_case, sm_sign_is(&x->signs, SM_SIGN_lower_case)},
  };
  sm_sure_signs signs = 0;
  for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
    if (all[i].is) signs |= (sm_sure_signs)1 << all[i].sign;
  return signs;
}

/// "a boat on the Dnipro": what an article leads to is the river, not the city of its name, where nothing goes on.
static bool is_river_told(const sm_geocoder *g, const sm_document *doc, const sm_name *name, const sm_found *x) {
  const sm_token *t = doc->tokens.items;
  const sm_sentence *s = &doc->tokens.sentences[t[x->first].sentence];
  static const char *const the[] = {"the"};
  if (x->first <= s->first || !SM_TOKEN_READS_ANY(doc, x->first - 1, the)) return false;
  const sm_token *next = x->last < s->last ? &t[x->last] : NULL;
  const bool article = next && sm_token_cue(g, next, SM_CUE_CONNECTOR) & SM_JOIN_ARTICLE; // "on the Dnipro a boat was hit"
  if (next && !article && (next->sign == '-' || next->flags & (SM_TOKEN_CAPITAL | SM_TOKEN_CLITIC) || (next->entry && next->entry->word_bits & (SM_WORD_NOUN | SM_WORD_ADJECTIVE) && !sm_token_cue(g, next, SM_CUE_PREPOSITION)))) return false;
  for (uint32_t i = 0; i < name->n; i++)
    if (sm_gazetteer_brief(g->gazetteer, name->candidates[i].place).kind == SM_KIND_RIVER) return true;
  return false;
}

static void fill(const sm_geocoder *g, const sm_document *doc, const sm_findings *f, size_t i,
                 sm_mention *m) {
  const sm_found *x = &f->items[i];
  const sm_token *t = doc->tokens.items;
  *m = (sm_mention){.span = sm_found_span(doc, x),
                    .first = x->first,
                    .last = x->last,
                    .sentence = t[x->first].sentence,
                    .role = sm_role_of(g, doc, f, i),
                    .said_kind = (sm_place_kind)x->said_kind,
                    .n_candidates = f->names[x->name].total,
                    .reason = ""};
  if (!m->said_kind && x->capital_unit && !f->names[x->name].n) // "Sayedabad District"
    m->said_kind = (sm_place_kind)(sm_token_cue(g, &t[x->last - 1], SM_CUE_UNIT) & SM_UNIT_KIND);
  if (!m->said_kind && is_river_told(g, doc, &f->names[x->name], x)) m->said_kind = SM_KIND_RIVER;
  m->signs = signs_of_words(doc, x, &f->names[x->name], m->role);
  if (!f->names[x->name].n) m->flags |= SM_MENTION_UNLISTED;
  if (sm_sign_is(&x->signs, SM_SIGN_place_comma) || sm_sign_is(&x->signs, SM_SIGN_place_and) ||
      sm_sign_is(&x->signs, SM_SIGN_and_place))
    m->flags |= SM_MENTION_LIST;
}

/// "the Oktyabrsky district of Donetsk": the unit word `unit` before "of" is of the name before it, where what follows is a city, province or
/// country; "the Helmand district of Sangin" is not.
static bool is_of_name_before(const sm_geocoder *g, const sm_document *doc, const sm_name *name, uint32_t unit, uint32_t first) {
  enum { CITY = 100000 };
  const sm_token *t = doc->tokens.items;
  if (unit <= first) return false;
  const uint8_t kind = sm_token_cue(g, &t[unit], SM_CUE_UNIT);
  if ((kind & SM_UNIT_KIND) != SM_KIND_ADM2 && !(kind & SM_UNIT_PART)) return false;
  const bool named = t[unit].flags & SM_TOKEN_CAPITAL || (t[unit - 1].flags & SM_TOKEN_CAPITAL && unit - 1 > first && !sm_has_cue(g, t[unit - 1].entry, SM_CUE_PEOPLE));
  const bool large = name->best.kind == SM_KIND_COUNTRY || name->best.kind == SM_KIND_ADM1 || (name->best.kind == SM_KIND_CITY && name->best.population >= CITY);
  return named && large;
}

static bool is_plural(const sm_document *doc, uint32_t i) {
  const sm_token *t = &doc->tokens.items[i];
  return t->end > t->begin + 1 && doc->report.text.ptr[t->end - 1] == 's';
}

/// "three districts of Donetsk on Wednesday": what several units lie in; but "the districts of Razih and Kitaf".
static bool has_several(const sm_geocoder *g, const sm_document *doc, const sm_mention *m) {
  const sm_tokens *t = &doc->tokens;
  const uint32_t last = t->sentences[m->sentence].last;
  if (!is_plural(doc, m->first - 2) || t->items[m->first - 2].flags & SM_TOKEN_CAPITAL) return false;
  const bool comma = m->last + 1 < last && t->items[m->last].sign == ',' && t->items[m->last + 1].flags & SM_TOKEN_CAPITAL;
  const bool and = m->last + 1 < last && sm_token_cue(g, &t->items[m->last], SM_CUE_CONNECTOR) & SM_JOIN_AND;
  return !comma && !and;
}

/// "Krasnodar territory", where "Beni territory" is a district: of a name that a province bears and no district elsewhere.
static bool is_province_told(const sm_geocoder *g, const sm_document *doc, const sm_name *name, const sm_mention *m) {
  static const char *const words[] = {"territory", "Territory", "territories", "Territories"};
  const sm_tokens *t = &doc->tokens;
  const bool of = m->first > t->sentences[m->sentence].first + 1 && SM_TOKEN_READS_ANY(doc, m->first - 2, words);
  if (!of && !SM_TOKEN_READS_ANY(doc, m->last - 1, words) && !(m->last < t->n && SM_TOKEN_READS_ANY(doc, m->last, words))) return false;
  sm_place_ref province = 0, district = 0; // the countries of the first ones
  for (uint32_t i = 0; i < name->n; i++) {
    const sm_place_brief b = sm_gazetteer_brief(g->gazetteer, name->candidates[i].place);
    if (b.kind == SM_KIND_ADM1 && !province) province = b.country;
    if (b.kind == SM_KIND_ADM2 && (!district || district == province)) district = b.country;
  }
  return province && (!district || district == province);
}

/// The unit word beside a mention, as a kind.
static void tell_kind(const sm_geocoder *g, const sm_document *doc, const sm_name *name, sm_mention *m) {
  const sm_tokens *t = &doc->tokens;
  const sm_sentence *s = &t->sentences[m->sentence];
  uint8_t after = m->last < s->last ? sm_token_cue(g, &t->items[m->last], SM_CUE_UNIT) : 0;
  uint8_t before = m->first > s->first ? sm_token_cue(g, &t->items[m->first - 1], SM_CUE_UNIT) : 0;
  if (m->first > s->first + 1 &&
      (sm_token_cue(g, &t->items[m->first - 1], SM_CUE_PREPOSITION) & 15) == SM_PREP_OF)
    before = is_of_name_before(g, doc, name, m->first - 2, s->first) || has_several(g, doc, m) ? 0 : sm_token_cue(g, &t->items[m->first - 2], SM_CUE_UNIT);
  const uint8_t own = m->last > m->first + 1 ? sm_token_cue(g, &t->items[m->last - 1], SM_CUE_UNIT) & SM_UNIT_KIND : 0;
  const bool lent = own == SM_KIND_SEA && m->last + 2 < s->last && (sm_token_cue(g, &t->items[m->last + 1], SM_CUE_PREPOSITION) & 15) == SM_PREP_OF && t->items[m->last + 2].flags & SM_TOKEN_CAPITAL;
  if (lent) after = 0; // "the Red Sea province of Hodeidah"
  uint8_t unit = after & SM_UNIT_AFTER     ? after
                 : before & SM_UNIT_BEFORE ? before
                 : before & SM_UNIT_AFTER  ? before
                                           : 0;
  if (!m->said_kind && (own == SM_KIND_AIRPORT || own == SM_KIND_BASE)) m->said_kind = (sm_place_kind)own; // "Baghdad airport"
  if (!m->said_kind && unit) m->said_kind = (sm_place_kind)(unit & SM_UNIT_KIND);
  if (m->said_kind == SM_KIND_ADM2 && is_province_told(g, doc, name, m)) m->said_kind = SM_KIND_ADM1;
  if (m->said_kind) m->flags |= SM_MENTION_HAS_UNIT_WORD;
}

/// "the Nile", "the Tigris and": an article makes it the river, where no noun follows that it belongs to.
static bool is_river(const sm_geocoder *g, const sm_document *doc, const sm_found *x, const sm_name *name) {
  const sm_token *t = &doc->tokens.items[x->last];
  if (!sm_sign_is(&x->signs, SM_SIGN_the_before) || name->best.kind == SM_KIND_COUNTRY) return false;
  if (x->last < doc->tokens.n && t->sentence == doc->tokens.items[x->first].sentence && t->key) {
    uint32_t bits = t->entry ? t->entry->word_bits : SM_WORD_NOUN;
    bool small = sm_has_cue(g, t->entry, SM_CUE_PREPOSITION) || sm_has_cue(g, t->entry, SM_CUE_CONNECTOR);
    if (t->flags & SM_TOKEN_CAPITAL || (bits & SM_WORD_NOUN && !small)) return false;
  }
  for (uint32_t i = 0; i < name->n; i++) {
    sm_place_kind kind = (sm_place_kind)sm_gazetteer_brief(g->gazetteer, name->candidates[i].place).kind;
    if (kind == SM_KIND_RIVER && name->candidates[i].name_flags & SM_NAME_MAIN) return true;
  }
  return false;
}

/// "A and B", "A, B", "A, and B".
static bool are_joined(const sm_geocoder *g, const sm_tokens *t, const sm_mention *a, const sm_mention *b) {
  if (a->sentence != b->sentence || b->first <= a->last || b->first - a->last > 2) return false;
  for (uint32_t i = a->last; i < b->first; i++)
    if (t->items[i].sign != ',' && !(sm_token_cue(g, &t->items[i], SM_CUE_CONNECTOR) & SM_JOIN_AND)) return false;
  return true;
}

/// "the ... regions" after, "provinces of" before a name.
static bool has_plural_after(const sm_geocoder *g, const sm_document *doc, const sm_mention *m) {
  return m->last < doc->tokens.sentences[m->sentence].last &&
         sm_token_cue(g, &doc->tokens.items[m->last], SM_CUE_UNIT) & SM_UNIT_AFTER && is_plural(doc, m->last);
}

static bool has_plural_before(const sm_geocoder *g, const sm_document *doc, const sm_mention *m) {
  const sm_token *t = doc->tokens.items;
  return m->first > doc->tokens.sentences[m->sentence].first + 1 &&
         (sm_token_cue(g, &t[m->first - 1], SM_CUE_PREPOSITION) & 15) == SM_PREP_OF &&
         sm_token_cue(g, &t[m->first - 2], SM_CUE_UNIT) && is_plural(doc, m->first - 2);
}

static bool take_kind(const sm_geocoder *g, const sm_document *doc, sm_mention *m, const sm_mention *from) {
  bool joined = m < from ? are_joined(g, &doc->tokens, m, from) : are_joined(g, &doc->tokens, from, m);
  if (!from->said_kind || m->said_kind || m->role == SM_ROLE_DEMONYM || !joined) return false;
  m->said_kind = from->said_kind;
  m->flags |= SM_MENTION_HAS_UNIT_WORD;
  return true;
}

/// "Zaporizhzhia and Cherkasy regions", "the provinces of Homs and Hama": the plural word tells the kind of all.
static void share_kinds(const sm_geocoder *g, const sm_document *doc, sm_mention *items, size_t n) {
  bool shared = false;
  for (size_t i = n; i-- > 1;)
    shared = (shared || has_plural_after(g, doc, &items[i])) && take_kind(g, doc, &items[i - 1], &items[i]);
  shared = false;
  for (size_t i = 0; i + 1 < n; i++)
    shared = (shared || has_plural_before(g, doc, &items[i])) && take_kind(g, doc, &items[i + 1], &items[i]);
}

sm_status sm_find_mentions(const sm_geocoder *geocoder, sm_document *document, sm_mentions *out,
                           sm_error *err) {
  sm_findings f;
  *out = (sm_mentions){0};
  sm_status status = sm_scan_names(geocoder, document, &f, err);
  if (status != SM_OK || !f.n) return status;
  sm_judge_names(geocoder, document, &f);
  sm_take_series(geocoder, document, &f);
  if (!sm_weigh_vicinity(geocoder, document, &f)) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  sm_mention *items = sm_arena_alloc(document->arena, f.n * sizeof *items);
  uint32_t *names = sm_arena_alloc(document->arena, f.n * sizeof *names);
  if (!items || !names) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  size_t n = 0;
  for (size_t i = 0; i < f.n; i++) {
    if (!f.items[i].taken) continue;
    fill(geocoder, document, &f, i, &items[n]);
    tell_kind(geocoder, document, &f.names[f.items[i].name], &items[n]);
    if (!items[n].said_kind && is_river(geocoder, document, &f.items[i], &f.names[f.items[i].name]))
      items[n].said_kind = SM_KIND_RIVER;
    names[n++] = f.items[i].name;
  }
  share_kinds(geocoder, document, items, n);
  *out = (sm_mentions){items, n};
  return sm_resolve_mentions(geocoder, document, &f, names, out, err);
}

sm_str sm_mention_text(const sm_document *document, const sm_mention *mention) {
  return (sm_str){document->report.text.ptr + mention->span.begin, mention->span.end - mention->span.begin};
}
