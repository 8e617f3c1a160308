// Whether a name opens its paragraph as the place that the report is from.
#include "recognise.h"

static bool is_capital(const sm_document *doc, uint32_t i) {
  return doc->tokens.items[i].flags & SM_TOKEN_CAPITAL && doc->tokens.items[i].flags & SM_TOKEN_WORD;
}

/// "Kharkiv: two shells", "Nikopol - three shells. Marhanets - a drone.": a later line begins with a few words and a colon, or a later sentence
/// with a name and the sign that stands behind this one. "BEIRUT: Air strikes ..." heads no list.
static bool heads_list(const sm_document *doc, const sm_found *x, uint32_t at) {
  enum { HEAD = 60, WORDS = 4, NAME = 2, REACH = 2000 };
  const bool colon = doc->tokens.items[at].sign == ':', upper = doc->tokens.items[x->first].flags & SM_TOKEN_UPPER;
  bool line = false, name = false;
  for (uint32_t i = at + 1, words = 0; i < doc->tokens.n && i < at + REACH; i++) {
    const sm_token *t = &doc->tokens.items[i];
    const bool begins = t->flags & (SM_TOKEN_PARAGRAPH_START | SM_TOKEN_LINE_START);
    if (begins || t->flags & SM_TOKEN_SENTENCE_START) line = begins || (line && words > 0), name = !upper, words = 0;
    if (t->sign == doc->tokens.items[at].sign && words && ((colon && line && words <= WORDS) || (name && words <= NAME && (colon || t->flags & SM_TOKEN_SPACE_BEFORE)))) return true;
    name &= !t->key || is_capital(doc, i);
    words += t->key != 0;
  }
  return colon && at > HEAD;
}

/// "Kharkiv: two shells. | Nikopol: a drone.": an earlier line, not the first one, begins with a name and the sign that stands behind this one.
static bool ends_list(const sm_document *doc, const sm_found *x, uint32_t at) {
  enum { NAME = 3, REACH = 400 };
  const uint16_t sign = doc->tokens.items[at].sign;
  if (doc->tokens.items[x->first].flags & SM_TOKEN_UPPER) return false; // "PRESS RELEASE - May 30", "KYIV - ..."
  for (uint32_t i = x->first; i-- > 1 && i + REACH > x->first;) {
    if (!(doc->tokens.items[i].flags & (SM_TOKEN_PARAGRAPH_START | SM_TOKEN_LINE_START)) || doc->tokens.items[i].flags & SM_TOKEN_UPPER) continue;
    uint32_t end = i;
    while (end <= i + NAME && is_capital(doc, end)) end++;
    if (end > i && doc->tokens.items[end].sign == sign) return true;
  }
  return false;
}

/// "SARAVENA (Arauca). A motorcycle ...", "KISMAYO (Somalia) A bomb ...": the paragraph goes on.
static bool has_unit_in_brackets(const sm_document *doc, const sm_found *x) {
  enum { UNIT = 4, SHORT_FORM = 3 };
  uint32_t i = x->last + 1;
  if (!(doc->tokens.items[x->first].flags & SM_TOKEN_UPPER) || doc->tokens.items[x->first].end - doc->tokens.items[x->first].begin <= SHORT_FORM || x->last - x->first > 3 || doc->tokens.items[x->last].sign != '(') return false;
  while (i < doc->tokens.n && i <= x->last + UNIT && is_capital(doc, i)) i++;
  if (i >= doc->tokens.n || i == x->last + 1 || doc->tokens.items[i].sign != ')') return false;
  i += 1 + (i + 1 < doc->tokens.n && (doc->tokens.items[i + 1].sign == '.' || doc->tokens.items[i + 1].sign == ','));
  return i < doc->tokens.n && !(doc->tokens.items[i].flags & SM_TOKEN_PARAGRAPH_START) && is_capital(doc, i) && !(doc->tokens.items[i].flags & SM_TOKEN_UPPER);
}

bool sm_is_dateline(const sm_document *doc, const sm_found *x) {
  const sm_token *t = &doc->tokens.items[x->first];
  const bool marked = x->first > 0 && t[-1].sign == '*' && t[-1].flags & SM_TOKEN_PARAGRAPH_START && t->flags & SM_TOKEN_UPPER; // "* BAGHDAD - A car bomb ..."
  if (!(marked || t->flags & SM_TOKEN_PARAGRAPH_START) || x->last + 1 >= doc->tokens.n || has_unit_in_brackets(doc, x)) return x->last + 1 < doc->tokens.n && t->flags & SM_TOKEN_PARAGRAPH_START;
  bool dated = false;
  for (uint32_t i = x->last; i < x->last + 12 && i < doc->tokens.n && doc->tokens.items[i].sentence == t->sentence; i++) {
    const bool dash = doc->tokens.items[i].sign == '_' || (doc->tokens.items[i].sign == '-' && (doc->tokens.items[i].flags & SM_TOKEN_SPACE_BEFORE || doc->tokens.items[i - 1].sign == '.')); // "MORELIA, Mich.- Drones ..."
    if (doc->tokens.items[i].sign == ':' || dash) return ((dash && dated) || !heads_list(doc, x, i)) && !ends_list(doc, x, i); // no item of a list: "Bamako, 16 April 2021 - ..."
    dated |= (doc->tokens.items[i].flags & SM_TOKEN_NUMBER) != 0;
    if (doc->tokens.items[i].key && !is_capital(doc, i) && !(doc->tokens.items[i].flags & SM_TOKEN_NUMBER)) return false;
    if (doc->tokens.items[i].sign == '.' && i + 1 < doc->tokens.n && doc->tokens.items[i + 1].sign == '/' && t->flags & SM_TOKEN_UPPER) return true; // "BELGOROD, August 23. /TASS/. Shells ..."
  }
  return false;
}
