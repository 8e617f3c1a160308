// Whose words stand between quotation marks, over the sentences of a paragraph.
#include "speech.h"

enum { MAX_AFTER = 14 }; ///< tokens between the end of a quotation and the verb of its speaker

/// "X said: "Ten died. Two ...": the last speech before a token of its sentence; -1 none.
static int opened_by(const sm_scan *scan, const sm_speeches *all, uint32_t token) {
  int found = -1;
  uint32_t sentence = scan->t[token].sentence;
  for (uint32_t i = sm_first_speech(all, sentence); i < all->n && all->items[i].sentence == sentence; i++)
    if (all->items[i].verb < token) found = (int)i;
  return found;
}

/// ""Ten died. Two ...," X said.": the speech that follows the closing mark; -1 none.
static int closed_by(const sm_scan *scan, const sm_speeches *all, uint32_t mark) {
  uint32_t sentence = scan->t[mark].sentence;
  for (uint32_t i = sm_first_speech(all, sentence); i < all->n && all->items[i].sentence == sentence; i++)
    if (all->items[i].verb > mark && all->items[i].verb - mark <= MAX_AFTER) return (int)i;
  return -1;
}

/// A sentence before that ends with a colon, or "The governor reported this.": its last speech; -1 none.
static int announced_by(const sm_scan *scan, const sm_speeches *all, uint32_t mark) {
  if (mark == 0) return -1;
  int at = opened_by(scan, all, mark - 1);
  return at >= 0 && (sm_is_sign(scan, mark - 1, ':') || all->items[at].back) ? at : -1;
}

/// Some words of a sentence alone are quoted: 'gave "some thirty" killed'.
static bool is_fragment(const sm_scan *scan, const sm_quote *q) {
  return q->first > 0 && !sm_is_punct(scan, q->first - 1) &&
         scan->t[q->first - 1].sentence == scan->t[q->first].sentence;
}

/// A paragraph of nothing but quoted words behind one that ends with who said the last: he goes on.
static bool fills_next(const sm_scan *scan, const sm_quote *before, const sm_quote *q) {
  if (!before || before->speech < 0 || !(scan->t[q->first].flags & SM_TOKEN_PARAGRAPH_START)) return false;
  const uint32_t here = scan->t[q->first].sentence, there = scan->t[before->last].sentence;
  const bool whole = q->last + 1 >= scan->n || scan->t[q->last + 1].flags & SM_TOKEN_PARAGRAPH_START;
  return whole && here > 0 && scan->s[here].paragraph == scan->s[there].paragraph + 1 && scan->s[there].last >= scan->s[here - 1].last;
}

static int speech_of_quote(const sm_scan *scan, const sm_speeches *all, const sm_quote *q,
                           const sm_quote *before) {
  if (is_fragment(scan, q)) return -1;
  int at = opened_by(scan, all, q->first);
  if (at < 0) at = closed_by(scan, all, q->last);
  if (at < 0) at = announced_by(scan, all, q->first);
  bool goes_on =
      before && scan->t[before->last].sentence + 1 >= scan->t[q->first].sentence &&
      scan->s[scan->t[before->last].sentence].paragraph == scan->s[scan->t[q->first].sentence].paragraph;
  return at < 0 && (goes_on || fills_next(scan, before, q)) ? before->speech : at; // ""...," he said. "...""
}

/// "We received three", "I have twenty", "our team found": who is quoted.
static bool is_self(const sm_scan *scan, const sm_speech *speech) {
  enum { LEAD = 4 };
  static const char *const words[] = {"We", "we", "I"}, *const own[] = {"Our", "our"};
  if (SM_IS_ONE_OF(scan, speech->first, own)) return true;
  return speech->last > speech->first && speech->last <= speech->first + LEAD && SM_IS_ONE_OF(scan, speech->last - 1, words); // "So far we have received"
}

static void name_selves(const sm_scan *scan, sm_speeches *all) {
  for (uint32_t i = 0; i < all->n; i++) {
    sm_speech *s = &all->items[i];
    if (!is_self(scan, s)) continue;
    const sm_speech *who = sm_quoted_by(all, s->verb);
    if (who && who != s && !is_self(scan, who)) s->name = who->name, s->kind = who->kind;
  }
}

sm_status sm_find_quotes(const sm_scan *scan, sm_speeches *out, sm_error *err) {
  size_t cap = 0;
  uint32_t open = scan->n;
  for (uint32_t i = 0; i <= scan->n; i++) {
    if (i < scan->n && scan->t[i].sign != '"' && !(scan->t[i].flags & SM_TOKEN_PARAGRAPH_START)) continue; // as most
    bool ends = i == scan->n || scan->t[i].flags & SM_TOKEN_PARAGRAPH_START;
    bool mark = i < scan->n && sm_is_sign(scan, i, '"');
    if (open < scan->n && (ends || mark)) {
      sm_quote *items = sm_arena_grow(scan->arena, out->quotes, out->n_quotes, &cap, sizeof *items);
      if (!items) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
      sm_quote *q = items + out->n_quotes;
      out->quotes = items;
      *q = (sm_quote){.first = open, .last = ends ? i - 1 : i};
      q->speech = speech_of_quote(scan, out, q, out->n_quotes ? q - 1 : NULL);
      out->n_quotes++;
      open = scan->n;
      if (!ends) continue;
    }
    if (mark) open = i;
  }
  name_selves(scan, out);
  return SM_OK;
}

const sm_speech *sm_quoted_by(const sm_speeches *all, uint32_t token) {
  const size_t low = sm_lower_bound(all->quotes, all->n_quotes, sizeof *all->quotes, offsetof(sm_quote, last), token + 1); // ends behind the token
  if (low == all->n_quotes || all->quotes[low].first >= token || all->quotes[low].speech < 0) return NULL;
  const sm_speech *s = &all->items[all->quotes[low].speech];
  return s->name.len && !s->negated ? s : NULL;
}

uint32_t sm_after_what(const sm_scan *scan, uint32_t first, uint32_t last) {
  static const char *const what[] = {"what"};
  uint32_t behind = first;
  for (uint32_t k = first; k + 1 < last; k++)
    if (SM_IS_ONE_OF(scan, k, what)) behind = k + 1;
  return behind;
}
