// Roles by the words round a name: through lists to the preposition before them, on to the predicate, and to
// the head noun of a possessive.
#include "resolve.h"

const char *sm_role_name(sm_role role) {
  static const char *const names[] = {"literal", "metonym", "demonym", "dateline", "embedded"};
  return names[role];
}

typedef struct view {
  const sm_geocoder *g;
  const sm_document *doc;
  const sm_token *t;
  const sm_sentence *sentence;
  const sm_phrase_index *phrases;
} view;

static uint8_t cue(const view *v, uint32_t i, sm_cue c) {
  return sm_token_cue(v->g, &v->t[i], c);
}

/// Token before the list that the span belongs to ("A, B and [C]" looks before A); UINT32_MAX at the
/// sentence's start.
static uint32_t before_list(const view *v, const sm_findings *f, size_t index) {
  uint32_t at = f->items[index].first;
  for (size_t i = index; i > 0; i--) {
    const sm_found *prev = &f->items[i - 1];
    if (prev->last + 1 != at || prev->first < v->sentence->first) break;
    const sm_token *joint = &v->t[prev->last];
    bool joins = joint->sign == ',' || cue(v, prev->last, SM_CUE_CONNECTOR) & SM_JOIN_AND;
    if (!joins) break;
    at = prev->first;
  }
  return at > v->sentence->first ? at - 1 : UINT32_MAX;
}

static bool is_auxiliary(const view *v, uint32_t i) {
  return cue(v, i, SM_CUE_CONNECTOR) & SM_JOIN_AUXILIARY;
}

/// After the list that the span begins or continues ("France, Italy and Spain voted").
static uint32_t after_list(const view *v, const sm_findings *f, size_t index) {
  uint32_t last = f->items[index].last;
  for (size_t i = index + 1;
       i < f->n && f->items[i].first == last + 1 && f->items[i].last <= v->sentence->last; i++) {
    if (v->t[last].sign != ',' && !(cue(v, last, SM_CUE_CONNECTOR) & SM_JOIN_AND)) break;
    last = f->items[i].last;
  }
  return last;
}

static bool copula(const view *v, uint32_t i) {
  uint32_t n = v->t[i].end - v->t[i].begin;
  const char *s = v->doc->report.text.ptr + v->t[i].begin;
  return (n == 2 && (s[0] | 32) == 'i' && s[1] == 's') ||
         (n == 3 && (!memcmp(s, "are", 3) || !memcmp(s, "was", 3))) || (n == 4 && !memcmp(s, "were", 4));
}

static bool plural(const view *v, uint32_t i) {
  const char *s = v->doc->report.text.ptr + v->t[i].begin;
  return (v->t[i].end - v->t[i].begin == 4 && !memcmp(s, "were", 4)) ||
         (v->t[i].end - v->t[i].begin == 3 && !memcmp(s, "are", 3));
}

static bool plural_name(const view *v, const sm_found *x) {
  return v->doc->report.text.ptr[v->t[x->last - 1].end - 1] == 's';
}

static bool has(const view *v, uint32_t i) {
  const char *s = v->doc->report.text.ptr + v->t[i].begin;
  uint32_t n = v->t[i].end - v->t[i].begin;
  return (n == 3 && (!memcmp(s, "has", 3) || !memcmp(s, "had", 3))) || (n == 4 && !memcmp(s, "have", 4));
}

/// The verb that the span is the subject of, or UINT32_MAX: adverbs, auxiliaries and a parenthesis may stand
/// between. A copula alone says what a place is.
static uint32_t predicate_of(const view *v, uint32_t last, uint32_t alone) {
  uint32_t i = last;
  bool is = false;
  if (i < v->sentence->last && v->t[i].sign == ',') { // "Mexico, although a supporter, soon changed"
    uint32_t k = i + 1;
    while (k < v->sentence->last && k < i + 12 && v->t[k].sign != ',') k++;
    if (k < v->sentence->last && v->t[k].sign == ',')
      i = k + 1;
    else
      return UINT32_MAX;
  }
  for (int steps = 0; i < v->sentence->last && steps < 5; i++, steps++) {
    const sm_lexicon_entry *e = v->t[i].entry;
    if (!v->t[i].key || v->t[i].flags & (SM_TOKEN_CAPITAL | SM_TOKEN_NUMBER)) return UINT32_MAX;
    if (copula(v, i)) {
      if (i == last && last == alone && plural(v, i)) return i; // "Australia were": the team
      is = true;
    }
    if (!is && has(v, i)) return i;
    if (is_auxiliary(v, i)) continue;
    if (cue(v, i, SM_CUE_CONNECTOR) || cue(v, i, SM_CUE_PREPOSITION)) return UINT32_MAX;
    if (!is && cue(v, i, SM_CUE_METONYM) & SM_METONYM_VERB) return i;
    if (!e) return UINT32_MAX;
    if (e->word_bits & SM_WORD_ADVERB && !(e->word_bits & SM_WORD_VERB)) continue;
    if (!(e->word_bits & SM_WORD_VERB)) return UINT32_MAX;
    bool participle =
        v->t[i].end - v->t[i].begin > 4 && !memcmp(v->doc->report.text.ptr + v->t[i].end - 3, "ing", 3);
    return !is || participle ? i : UINT32_MAX;
  }
  return UINT32_MAX;
}

/// A verb right before the span that acts on people or states, not one of motion or making ("recognised the
/// United States").
static bool object_of(const view *v, uint32_t p) {
  if (p == UINT32_MAX || v->t[p].flags & SM_TOKEN_CAPITAL || cue(v, p, SM_CUE_PREPOSITION)) return false;
  const sm_lexicon_entry *e = v->t[p].entry;
  uint32_t acts = SM_WORD_VERB_COMMUNICATION | SM_WORD_VERB_SOCIAL | SM_WORD_VERB_COGNITION;
  return e && e->word_bits & acts && !(e->word_bits & (SM_WORD_VERB_MOTION | SM_WORD_ADVERB)) &&
         !is_auxiliary(v, p);
}

/// Whether a possessed or following noun is something that people or a state have ("Iran's army").
static bool actor_head(const view *v, uint32_t i) {
  for (int steps = 0; i < v->sentence->last && steps < 4; i++, steps++) {
    const sm_lexicon_entry *e = v->t[i].entry;
    if (!v->t[i].key) return false;
    if (cue(v, i, SM_CUE_METONYM) & SM_METONYM_NOUN) return true;
    if (cue(v, i, SM_CUE_UNIT)) return false;
    if (e &&
        e->word_bits &
            (SM_WORD_NOUN_PERSON | SM_WORD_NOUN_GROUP | SM_WORD_NOUN_ACT | SM_WORD_NOUN_COMMUNICATION) &&
        !(e->word_bits & (SM_WORD_NOUN_LOCATION | SM_WORD_NOUN_ARTIFACT)))
      return true;
    if (e && e->word_bits & SM_WORD_ADJECTIVE) continue;
    return false;
  }
  return false;
}

static bool place_preposition(const view *v, uint32_t i) {
  if (i == UINT32_MAX) return false;
  uint8_t prep = cue(v, i, SM_CUE_PREPOSITION);
  if (prep & SM_PREP_STRONG) return true;
  return (prep & 15) == SM_PREP_FROM || (prep & 15) == SM_PREP_TO;
}

/// "loss to X", "war with X": a phrase before the span that makes it a party.
static bool phrase_before(const view *v, uint32_t p) {
  uint32_t phrase = p == UINT32_MAX ? 0 : v->phrases->ends[p + 1];
  return phrase && sm_has_cue(v->g, v->phrases->items[phrase - 1].entry, SM_CUE_METONYM) &&
         sm_cue_value(v->g, v->phrases->items[phrase - 1].entry, SM_CUE_METONYM) & SM_METONYM_BEFORE;
}

static bool party_before(const view *v, uint32_t p) {
  return p != UINT32_MAX && cue(v, p, SM_CUE_METONYM) & SM_METONYM_BEFORE;
}

static bool is_word(const view *v, uint32_t i, const char *word) {
  size_t n = strlen(word);
  return v->t[i].end - v->t[i].begin == n && !memcmp(v->doc->report.text.ptr + v->t[i].begin, word, n);
}

/// "a treaty between X and Y", "the surrender of X": what states do or say, not what lies there.
static bool related_by(const view *v, uint32_t p) {
  bool between = is_word(v, p, "between"), of = is_word(v, p, "of");
  if ((!between && !of) || p == v->sentence->first) return false;
  const sm_lexicon_entry *e = v->t[p - 1].entry;
  if (!e || v->t[p - 1].flags & SM_TOKEN_CAPITAL) return false;
  uint32_t bits = e->word_bits;
  if (bits & (SM_WORD_NOUN_LOCATION | SM_WORD_NOUN_ARTIFACT | SM_WORD_NOUN_PERSON | SM_WORD_VERB_CONTACT))
    return false;
  return between ? bits & (SM_WORD_NOUN_ACT | SM_WORD_NOUN_COMMUNICATION | SM_WORD_NOUN_EVENT)
                 : bits & (SM_WORD_NOUN_ACT | SM_WORD_NOUN_COMMUNICATION) && !(bits & SM_WORD_NOUN_EVENT);
}

static bool metonym(const view *v, const sm_findings *f, size_t index) {
  const sm_found *x = &f->items[index];
  const sm_sign_set *s = &x->signs;
  if (sm_sign_is(s, SM_SIGN_unit_of) || sm_sign_is(s, SM_SIGN_comma_place) ||
      sm_sign_is(s, SM_SIGN_unit_after) || sm_sign_is(s, SM_SIGN_direction_before))
    return false;
  uint32_t p = before_list(v, f, index);
  if (p != UINT32_MAX && p > v->sentence->first && cue(v, p, SM_CUE_CONNECTOR) & SM_JOIN_ARTICLE) p--;
  if (phrase_before(v, p)) return true;
  if (p != UINT32_MAX && related_by(v, p)) return true;
  if (place_preposition(v, p)) {
    if (x->last < v->sentence->last && v->t[x->last].flags & SM_TOKEN_CLITIC)
      return actor_head(v, x->last + 1);
    return false;
  }
  if (x->last < v->sentence->last && v->t[x->last].flags & SM_TOKEN_CLITIC) return actor_head(v, x->last + 1);
  if (party_before(v, p)) return true;
  if (p != UINT32_MAX && cue(v, p, SM_CUE_PREPOSITION)) return false;
  if (object_of(v, p)) return true;
  uint32_t verb = predicate_of(v, after_list(v, f, index), plural_name(v, x) ? 0 : x->last);
  if (verb == UINT32_MAX) return false;
  const sm_lexicon_entry *e = v->t[verb].entry;
  if (!e || copula(v, verb) || has(v, verb)) return true;
  return !(e->word_bits & SM_WORD_NOUN_LOCATION) || cue(v, verb, SM_CUE_METONYM) & SM_METONYM_VERB;
}

sm_role sm_role_of(const sm_geocoder *geocoder, const sm_document *document, const sm_findings *f,
                   size_t index) {
  const sm_found *x = &f->items[index];
  const sm_tokens *t = &document->tokens;
  view v = {geocoder, document, t->items, &t->sentences[t->items[x->first].sentence], &f->phrases};
  if (sm_sign_is(&x->signs, SM_SIGN_demonym)) return SM_ROLE_DEMONYM;
  if (sm_sign_is(&x->signs, SM_SIGN_dateline)) return SM_ROLE_DATELINE;
  if (sm_sign_is(&x->signs, SM_SIGN_organisation)) return SM_ROLE_EMBEDDED;
  return metonym(&v, f, index) ? SM_ROLE_METONYM : SM_ROLE_LITERAL;
}
