// Whether a name tells who acts rather than where: a state before its arms, a patron, a guess at who did it.
#include "geocoder.h"
#include "relation.h"
#include "said.h"

static bool has(const sm_geocoder *g, const sm_document *doc, uint32_t i, sm_cue c) {
  return sm_has_cue(g, doc->tokens.items[i].entry, c);
}

/// The cue of the word at i or of a phrase that starts there ("air force").
static uint8_t value_from(const sm_geocoder *g, const sm_document *doc, uint32_t i, sm_cue c) {
  const sm_tokens *t = &doc->tokens;
  uint8_t value = sm_token_cue(g, &t->items[i], c);
  for (size_t k = sm_first_phrase(t, i); !value && k < t->n_phrases && t->phrases[k].first == i; k++)
    if (sm_has_cue(g, t->phrases[k].entry, c)) value = sm_cue_value(g, t->phrases[k].entry, c);
  return value;
}

bool sm_is_of_defence(const sm_document *doc, uint32_t i, uint32_t last) {
  static const char *const words[] = {"defence", "defense", "Defence", "Defense"};
  for (uint32_t k = i; k < last && k < i + 3; k++)
    if (SM_TOKEN_READS_ANY(doc, k, words)) return true;
  return false;
}

bool sm_is_patron(const sm_document *doc, const sm_mention *x) {
  static const char *const backed[] = {"backed", "led", "allied", "aligned", "affiliated", "supported", "sponsored", "funded", "linked", "trained", "armed", "supplied", "made", "built", "designed", "installed", "appointed", "occupied", "annexed"};
  static const char *const pro[] = {"pro", "Pro", "anti", "Anti"};
  const sm_sentence *s = &doc->tokens.sentences[x->sentence];
  const sm_token *t = doc->tokens.items;
  uint32_t after = x->last < s->last && t[x->last].sign == '-' ? x->last + 1 : x->last;
  if (after < s->last && SM_TOKEN_READS_ANY(doc, after, backed)) return true;
  return x->first > s->first + 1 && t[x->first - 1].sign == '-' && SM_TOKEN_READS_ANY(doc, x->first - 2, pro);
}

sm_head sm_head_behind(const sm_geocoder *g, const sm_document *doc, const sm_mention *x) {
  const sm_token *t = doc->tokens.items;
  uint32_t last = doc->tokens.sentences[x->sentence].last;
  for (uint32_t i = x->last; i < last && i < x->last + 4; i++) {
    if (t[i].flags & SM_TOKEN_CLITIC || t[i].sign == '-') continue;
    if (!t[i].key || has(g, doc, i, SM_CUE_PREPOSITION)) return SM_HEAD_NONE;
    if (sm_token_cue(g, &t[i], SM_CUE_RELATION) == SM_REL_BORDER) continue; // "the Lebanese border town", but "the Afghan border"
    if (t[i].flags & SM_TOKEN_CAPITAL && i == x->last && !has(g, doc, i, SM_CUE_UNIT)) return SM_HEAD_PERSON;
    if (value_from(g, doc, i, SM_CUE_WEAPON) || value_from(g, doc, i, SM_CUE_TRIGGER)) return SM_HEAD_ARMS;
    if (has(g, doc, i, SM_CUE_UNIT)) // "a Turkish base" stands abroad as often as not
      return (sm_token_cue(g, &t[i], SM_CUE_UNIT) & SM_UNIT_KIND) == SM_KIND_BASE ? SM_HEAD_ARMS : SM_HEAD_LOCAL;
    static const char *const sent[] = {"peacekeeper", "peacekeepers"};
    if (SM_TOKEN_READS_ANY(doc, i, sent)) return SM_HEAD_ARMS; // who keeps peace does so abroad
    const uint8_t force = value_from(g, doc, i, SM_CUE_FORCE);
    if (force) {
      bool police = force & SM_FORCE_POLICE;
      const bool counted = x->first && (t[x->first - 1].flags & SM_TOKEN_NUMBER || sm_token_cue(g, &t[x->first - 1], SM_CUE_NUMBER));
      bool victims = counted && !sm_fights_abroad(g, x->place);
      return police || victims ? SM_HEAD_LOCAL : SM_HEAD_ARMS;
    }
    static const char *const abroad[] = {"embassy", "Embassy", "consulate", "Consulate"};
    if (SM_TOKEN_READS_ANY(doc, i, abroad)) return SM_HEAD_ARMS; // "near the Russian embassy"
    if (sm_is_of_defence(doc, i, last)) return SM_HEAD_ARMS;
    if (sm_token_cue(g, &t[i], SM_CUE_METONYM) & (SM_METONYM_NOUN | SM_METONYM_STATE | SM_METONYM_LAND))
      return SM_HEAD_LOCAL;
    uint32_t bits = t[i].entry ? t[i].entry->word_bits : 0;
    if (bits & SM_WORD_NOUN_LOCATION) return SM_HEAD_LOCAL;
    bool compound = i + 1 < last && t[i + 1].entry && t[i + 1].entry->word_bits & SM_WORD_NOUN && !(t[i + 1].flags & SM_TOKEN_CAPITAL); // "spy planes"
    if (bits & SM_WORD_NOUN_PERSON && !compound) return SM_HEAD_PERSON;
  }
  return SM_HEAD_NONE;
}

bool sm_is_guessed(const sm_geocoder *g, const sm_document *doc, const sm_mention *x) {
  static const char *const words[] = {"likely", "probably", "possibly", "presumably", "perhaps", "allegedly", "reportedly", "suspected"};
  uint32_t first = doc->tokens.sentences[x->sentence].first, i = x->first;
  if (i > first && sm_token_cue(g, &doc->tokens.items[i - 1], SM_CUE_CONNECTOR) & SM_JOIN_ARTICLE) i--;
  if (i <= first) return false;
  return SM_TOKEN_READS_ANY(doc, i - 1, words);
}

/// "Islamic Resistance in Iraq": inside the longer name of somebody who acts.
static bool in_actor_name(const sm_geocoder *g, const sm_document *doc, const sm_mention *x) {
  enum { WORDS = 9 };
  const sm_tokens *t = &doc->tokens;
  uint32_t from = x->first > WORDS ? x->first - WORDS : 0;
  for (size_t i = sm_first_phrase(t, from); i < t->n_phrases && t->phrases[i].first <= x->first; i++) {
    bool longer = t->phrases[i].last - t->phrases[i].first > x->last - x->first;
    if (longer && t->phrases[i].last >= x->last && sm_has_cue(g, t->phrases[i].entry, SM_CUE_ACTOR)) return true;
  }
  return false;
}

/// "(likely US)", "allegedly Israel": a country after an adverb is a guess at who acted.
static bool is_guessed_actor(const sm_geocoder *g, const sm_document *doc, const sm_mention *x) {
  uint32_t first = doc->tokens.sentences[x->sentence].first;
  if (!x->place || x->first <= first || sm_gazetteer_brief(g->gazetteer, x->place).kind != SM_KIND_COUNTRY)
    return false;
  if (sm_is_guessed(g, doc, x)) return true;
  const sm_lexicon_entry *e = doc->tokens.items[x->first - 1].entry;
  return e && e->word_bits & SM_WORD_ADVERB && !has(g, doc, x->first - 1, SM_CUE_PREPOSITION) &&
         !has(g, doc, x->first - 1, SM_CUE_RELATION) && !has(g, doc, x->first - 1, SM_CUE_DIRECTION);
}

/// "a US base", "US military forces", "the US-affiliated base", "the Kyiv-appointed mayor": a state, or its capital, before its arms or men.
static bool is_before_arms(const sm_geocoder *g, const sm_document *doc, const sm_mention *x) {
  const sm_token *t = doc->tokens.items;
  uint32_t last = doc->tokens.sentences[x->sentence].last, i = x->last;
  if (!x->place) return false;
  const sm_place_brief b = sm_gazetteer_brief(g->gazetteer, x->place);
  const bool country = b.kind == SM_KIND_COUNTRY;
  if ((country || b.flags & SM_PLACE_CAPITAL) && i + 1 < last && t[i].sign == '-' && !(t[i].flags & SM_TOKEN_SPACE_BEFORE) && !(t[i + 1].flags & SM_TOKEN_CAPITAL))
    return true; // "the Moscow-installed mayor"
  if (!country) return false;
  const bool base = i < last && (sm_token_cue(g, &t[i], SM_CUE_UNIT) & SM_UNIT_KIND) == SM_KIND_BASE; // which is an adjective, too
  if (sm_fights_abroad(g, x->place) && sm_is_own_thing(g, doc, i, last)) return true;
  if (i < last && !base && t[i].entry && t[i].entry->word_bits & SM_WORD_ADJECTIVE && !has(g, doc, i, SM_CUE_PREPOSITION)) i++;
  return i < last && !(t[i].flags & SM_TOKEN_CAPITAL) &&
         (has(g, doc, i, SM_CUE_FORCE) || has(g, doc, i, SM_CUE_WEAPON) ||
          (sm_token_cue(g, &t[i], SM_CUE_UNIT) & SM_UNIT_KIND) == SM_KIND_BASE);
}

bool sm_is_told_as_actor(const sm_geocoder *geocoder, const sm_document *document, const sm_mention *mention) {
  if (mention->role == SM_ROLE_DATELINE || mention->role == SM_ROLE_EMBEDDED) return false;
  if (mention->role == SM_ROLE_LITERAL)
    return in_actor_name(geocoder, document, mention) || is_guessed_actor(geocoder, document, mention) || is_before_arms(geocoder, document, mention);
  return mention->role == SM_ROLE_METONYM || sm_is_guessed(geocoder, document, mention) || sm_is_patron(document, mention) || sm_head_behind(geocoder, document, mention) == SM_HEAD_ARMS;
}
