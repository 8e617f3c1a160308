#include "sentence.h"

#include "lexicon_table.h"

/// No sentence of prose has LONGEST_SENTENCE tokens: what goes on longer is parted at a sign, so that later stages, which
/// look at pairs of tokens, stay fast on any input.
enum { HEADING_WORDS = 16, RUN_TOGETHER_LETTERS = 3, LONGEST_SENTENCE = 600 };

typedef struct splitter {
  sm_token *tokens;
  size_t n;
  const sm_lexicon *lexicon;
  bool lower_case; ///< the text hardly has capitals, so that they part no sentences
} splitter;

static bool is_word(const sm_token *t) { return t->flags & SM_TOKEN_WORD; }
static bool spaced(const sm_token *t) { return t->flags & SM_TOKEN_SPACE_BEFORE; }
static bool is_quote(const sm_token *t) { return t->sign == '"' || t->sign == '\''; }

static bool is_function_word(const splitter *s, const sm_token *t) {
  return t->entry && s->lexicon && (t->entry->classes & s->lexicon->function_words);
}

/// "at 4.15 pm. Four died": a word that begins a sentence, as no name follows.
static bool is_number_word(const splitter *s, const sm_token *t) {
  return t->entry && s->lexicon && (t->entry->classes & s->lexicon->numbers);
}

/// Lower-case notes: fewer than one word in fifty starts with a capital.
static bool hardly_has_capitals(const sm_word_counts *counts) {
  return counts->words > counts->others + 3 && (uint64_t)counts->capitals * 50 < counts->words - counts->others;
}

/// Whether a listed abbreviation has an attribute; unlisted: the answer for one in no list.
static bool has_attribute(const splitter *s, const sm_token *abbreviation, const char *name, bool unlisted) {
  const uint64_t bit = s->lexicon ? s->lexicon->abbreviations : 0;
  if (!bit || !abbreviation->entry || !(abbreviation->entry->classes & bit)) return unlisted;
  const int class_id = __builtin_ctzll(bit);
  const sm_lexicon_sense *sense = sm_lexicon_sense_in(abbreviation->entry, class_id);
  return sense && sm_lexicon_attribute(s->lexicon, class_id, sense->row, name).len > 0;
}

static bool may_end(const splitter *s, const sm_token *abbreviation) {
  return has_attribute(s, abbreviation, "end", abbreviation->end - abbreviation->begin > 2);
}

static bool is_time_word(const splitter *s, size_t i) {
  return i < s->n && s->tokens[i].entry && s->lexicon && s->tokens[i].entry->classes & s->lexicon->times;
}

/// "at about 10 a.m. Petropavlivka came under fire", but "10 a.m. Monday", "10 a.m. Moscow time", "10 a.m. GMT".
static bool is_hour_before_name(const splitter *s, const sm_token *abbreviation, size_t after) {
  const sm_token *t = s->tokens + after;
  if (!has_attribute(s, abbreviation, "clock", false) || t->flags & SM_TOKEN_UPPER || !is_word(t)) return false;
  return !is_time_word(s, after) && !is_time_word(s, after + 1);
}

/// al-Shabaab, el-Fasher: names that start small.
static bool starts_small_name(const splitter *s, size_t i) {
  return i + 2 < s->n && s->tokens[i + 1].sign == '-' && s->tokens[i].end - s->tokens[i].begin <= 4 &&
         (s->tokens[i + 2].flags & SM_TOKEN_CAPITAL);
}

/// Whether a sentence may start with token i: after quotation marks and brackets a capital, number or uncased letter.
static bool may_start(const splitter *s, size_t i) {
  while (i < s->n && (is_quote(s->tokens + i) || s->tokens[i].sign == '(' || s->tokens[i].sign == '[')) i++;
  if (i >= s->n) return true;
  const sm_token *t = s->tokens + i;
  if (!is_word(t)) return (t->flags & SM_TOKEN_NUMBER) || t->sign == '*' || t->sign == '_' || t->sign == '$';
  return (t->flags & (SM_TOKEN_CAPITAL | SM_TOKEN_UNCASED)) || s->lower_case || starts_small_name(s, i);
}

/// J. Smith, George W. Bush: one capital before the dot and a name after it.
static bool is_initial(const splitter *s, size_t dot) {
  const sm_token *w = s->tokens + dot - 1;
  return dot > 0 && is_word(w) && w->end - w->begin == 1 && (w->flags & SM_TOKEN_CAPITAL) && dot + 1 < s->n &&
         (s->tokens[dot + 1].flags & SM_TOKEN_CAPITAL) && !is_function_word(s, s->tokens + dot + 1);
}

/// "1." at the start of a line.
static bool is_item_number(const splitter *s, size_t dot) {
  return dot > 0 && (s->tokens[dot - 1].flags & SM_TOKEN_LINE_START) && !spaced(s->tokens + dot) &&
         (s->tokens[dot - 1].flags & SM_TOKEN_NUMBER);
}

/// "killed.The": no space, but a lower-case word before and a capitalised one after the dot.
static bool run_together(const splitter *s, size_t dot, size_t next) {
  const sm_token *a = s->tokens + dot - 1, *b = s->tokens + next;
  return dot > 0 && is_word(a) && is_word(b) && !(a->flags & SM_TOKEN_CAPITAL) && (b->flags & SM_TOKEN_CAPITAL) &&
         !(b->flags & SM_TOKEN_UPPER) && a->end - a->begin >= RUN_TOGETHER_LETTERS && b->end - b->begin > 1;
}

/// First token after an end sign at i and the quotation marks and brackets that close with it.
static size_t after_closing(const splitter *s, size_t i) {
  size_t j = i + 1;
  while (j < s->n && !spaced(s->tokens + j) && !(s->tokens[j].flags & SM_TOKEN_LINE_START) &&
         (is_quote(s->tokens + j) || s->tokens[j].sign == ')' || s->tokens[j].sign == ']' ||
          s->tokens[j].sign == '!' || s->tokens[j].sign == '?' || s->tokens[j].sign == '.'))
    j++;
  return j;
}

/// Whether the sentence ends with the end sign or abbreviation at i; *next is then the first token of the next one.
static bool ends_at(const splitter *s, size_t i, size_t *next) {
  const sm_token *t = s->tokens + i;
  size_t j = *next = after_closing(s, i);
  if (j >= s->n) return true;
  const sm_token *after = s->tokens + j;
  if (t->flags & SM_TOKEN_ABBREVIATION)
    return spaced(after) && may_end(s, t) && (after->flags & SM_TOKEN_CAPITAL) && (is_function_word(s, after) || is_number_word(s, after) || is_hour_before_name(s, t, j));
  if (t->sign == '.' && (is_initial(s, i) || is_item_number(s, i))) return false;
  bool uncased_end = t->end - t->begin == 3 && t->sign == '.' && (after->flags & SM_TOKEN_UNCASED);
  if (!spaced(after)) return uncased_end || (j == i + 1 && t->sign == '.' && run_together(s, i, j));
  return may_start(s, j);
}

static bool is_end(const sm_token *t) { return t->flags & SM_TOKEN_MAY_END; }

static bool ends_with_sign(const splitter *s, size_t first, size_t last) {
  while (last > first && (is_quote(s->tokens + last - 1) || s->tokens[last - 1].sign == ')' || s->tokens[last - 1].sign == '*')) last--;
  return last > first && (is_end(s->tokens + last - 1) || s->tokens[last - 1].sign == ':' ||
                          s->tokens[last - 1].sign == ';' || s->tokens[last - 1].sign == ',');
}

static bool is_item(const splitter *s, size_t first, size_t last) {
  const sm_token *t = s->tokens + first;
  if (!(t->flags & SM_TOKEN_LINE_START) || last - first < 2) return false;
  const bool bold = t->sign == '*' && t[1].sign == '*' && !spaced(t + 1); // "**Kharkiv**"
  if ((t->sign == '*' && !bold) || ((t->sign == '_' || t->sign == '-' || t->sign == '+') && spaced(t + 1))) return true;
  if (last - first < 3 || spaced(t + 1) || !spaced(t + 2)) return false;
  bool label = (t->flags & SM_TOKEN_NUMBER) || (is_word(t) && t->end - t->begin == 1);
  return label && (t[1].sign == ')' || ((t->flags & SM_TOKEN_NUMBER) && t[1].sign == '.'));
}

static uint16_t sentence_flags(const splitter *s, size_t first, size_t last, bool quoted) {
  size_t words = 0, upper = 0, longer = 0, capitals = 0;
  for (const sm_token *t = s->tokens + first; t < s->tokens + last; t++) {
    words += is_word(t);
    upper += (t->flags & SM_TOKEN_UPPER) != 0;
    const bool counts = is_word(t) && t->end - t->begin > 3;
    longer += counts;
    capitals += counts && t->flags & SM_TOKEN_CAPITAL;
  }
  bool alone = (s->tokens[first].flags & SM_TOKEN_LINE_START) &&
               (last == s->n || (s->tokens[last].flags & SM_TOKEN_LINE_START));
  uint16_t flags = quoted ? SM_SENTENCE_QUOTE : 0;
  if (is_item(s, first, last)) flags |= SM_SENTENCE_ITEM;
  else if (alone && words > 0 && words <= HEADING_WORDS && !ends_with_sign(s, first, last))
    flags |= SM_SENTENCE_HEADING;
  if (words >= 3 && upper * 10 >= words * 6) flags |= SM_SENTENCE_UPPER;
  if (longer >= 3 && capitals * 10 > longer * 7) flags |= SM_SENTENCE_TITLED;
  return flags;
}

/// "Six Soldiers Killed In Basilan": where most words bear capitals those of grammar are no names.
static void lower_grammar(const splitter *s, size_t first, size_t last) {
  for (sm_token *t = s->tokens + first + 1; t < s->tokens + last; t++)
    if (t->flags & SM_TOKEN_CAPITAL && !(t->flags & SM_TOKEN_UPPER) && is_function_word(s, t)) t->flags &= (uint16_t)~SM_TOKEN_CAPITAL;
}

/// Follows the double quotation marks of a paragraph; true when the sentence lies inside them throughout.
static bool follow_quotes(const splitter *s, size_t first, size_t last, bool *open) {
  if (s->tokens[first].flags & SM_TOKEN_PARAGRAPH_START) *open = false;
  bool inside = *open || s->tokens[first].sign == '"';
  size_t end = last;
  while (end > first && (s->tokens[end - 1].sign == '"' || is_end(s->tokens + end - 1))) end--;
  for (size_t i = first; i < last; i++) {
    if (s->tokens[i].sign != '"') continue;
    *open = !*open;
    if (i > first && i < end) inside = false;
  }
  return inside;
}

/// Where to part a run that is too long for a sentence: after the last dot, else the last comma or semicolon, else at
/// its end.
static size_t forced_end(const splitter *s, size_t first, size_t last) {
  size_t best = last;
  for (size_t i = last - 1; i > first; i--) {
    if (s->tokens[i].sign == '.') return i + 1;
    if (best == last && (s->tokens[i].sign == ',' || s->tokens[i].sign == ';')) best = i + 1;
  }
  return best;
}

/// "TAMPA, Fla. - Jets struck ...": the dot of a place that the dash parts from what is told there.
static bool is_dot_of_dateline(const splitter *s, size_t first, size_t dot) {
  enum { PLACE = 6 };
  const sm_token *a = s->tokens + first, *dash = s->tokens + dot + 1;
  if (!(a->flags & SM_TOKEN_LINE_START) || !(a->flags & SM_TOKEN_UPPER) || s->tokens[dot].sign != '.' || dot - first > PLACE || dot + 1 >= s->n) return false;
  return (dash->sign == '-' || dash->sign == '_') && !(dash->flags & SM_TOKEN_LINE_START);
}

/// First token after the sentence that starts at `first`.
static size_t sentence_end(const splitter *s, size_t first) {
  size_t next;
  const size_t most = s->n - first > LONGEST_SENTENCE ? first + LONGEST_SENTENCE : s->n;
  for (size_t i = first; i < most; i++) {
    if (!(s->tokens[i].flags & (SM_TOKEN_MAY_END | SM_TOKEN_LINE_START))) continue;
    if (i > first && (s->tokens[i].flags & SM_TOKEN_LINE_START)) return i;
    if (is_end(s->tokens + i) && !is_dot_of_dateline(s, first, i) && ends_at(s, i, &next)) return next;
  }
  return most < s->n ? forced_end(s, first, most) : s->n;
}

sm_status sm_split_sentences(const sm_scan *scan, sm_arena *arena, sm_sentence **out, size_t *n_sentences) {
  splitter s = {scan->items, scan->n, scan->lexicon, hardly_has_capitals(&scan->counts)};
  sm_sentence *sentences = NULL;
  size_t count = 0, cap = 0;
  uint32_t paragraph = 0;
  bool quote_open = false;
  for (size_t first = 0, last; first < s.n; first = last) {
    last = sentence_end(&s, first);
    for (size_t i = first; i < last; i++) s.tokens[i].sentence = (uint32_t)count;
    sentences = sm_arena_grow(arena, sentences, count, &cap, sizeof *sentences);
    if (!sentences) return SM_ERROR_MEMORY;
    sm_token *t = s.tokens + first;
    if (count > 0 && (t->flags & SM_TOKEN_PARAGRAPH_START)) paragraph++;
    t->flags |= SM_TOKEN_SENTENCE_START;
    for (size_t i = first; i + 1 < last && is_quote(s.tokens + i); i++) s.tokens[i + 1].flags |= SM_TOKEN_SENTENCE_START; // "\"All of them", no name
    const size_t told = is_item(&s, first, last) ? first + (is_word(t + 1) ? 1 : 2) : last; // "3. In El-Buram"
    if (told < last) s.tokens[told].flags |= SM_TOKEN_SENTENCE_START;
    bool quoted = scan->has_quotes && follow_quotes(&s, first, last, &quote_open);
    sentences[count++] = (sm_sentence){.first = (uint32_t)first, .last = (uint32_t)last, .begin = t->begin,
                                       .end = s.tokens[last - 1].end, .paragraph = paragraph,
                                       .flags = sentence_flags(&s, first, last, quoted)};
    if (sentences[count - 1].flags & SM_SENTENCE_TITLED) lower_grammar(&s, first, last);
  }
  *out = sentences;
  *n_sentences = count;
  return SM_OK;
}

static bool joins_phrase(const sm_token *t) { return t->sign == '-' || (t->flags & SM_TOKEN_CLITIC); }

/// End of the longest phrase that starts at token i, or i.
static size_t longest_phrase(const sm_token *tokens, size_t n, size_t i, const sm_lexicon *lexicon,
                             const sm_lexicon_entry **entry) {
  const sm_lexicon_entry *at = tokens[i].entry;
  uint64_t key = tokens[i].key;
  size_t end = i;
  unsigned words = 1;
  for (size_t j = i + 1; j < n && words < at->max_words; j++) {
    const sm_token *t = tokens + j;
    if (t->sentence != tokens[i].sentence) break;
    if (joins_phrase(t)) continue;
    if (!t->key) break;
    key = sm_phrase_key(key, t->key);
    at = sm_lexicon_look_up(lexicon, key);
    if (!at) break;
    words++;
    if (!at->n_senses) continue;
    end = j + 1;
    *entry = at;
  }
  return end;
}

/// Whether a phrase may start at token i: hardly ever asked for nothing, so that the loop runs on without a branch.
static inline bool may_start_phrase(const sm_token *tokens, size_t n, size_t i, const sm_lexicon *lexicon) {
  size_t next = i + 1;
  if (next >= n || !tokens[i].key) return false;
  if (!tokens[next].key) {
    if (!joins_phrase(tokens + next) || ++next >= n) return false;
    if (!tokens[next].key) return joins_phrase(tokens + next);
  }
  return sm_lexicon_may_pair(lexicon, sm_phrase_key(tokens[i].key, tokens[next].key));
}

sm_status sm_find_phrases(const sm_token *tokens, size_t n, const sm_lexicon *lexicon, sm_arena *arena,
                          sm_phrase **out, size_t *n_phrases) {
  sm_phrase *phrases = NULL;
  size_t count = 0, cap = 0;
  for (size_t i = 0; i < n; i++) {
    if (!may_start_phrase(tokens, n, i, lexicon) || !tokens[i].entry) continue;
    const sm_lexicon_entry *entry = NULL;
    size_t end = longest_phrase(tokens, n, i, lexicon, &entry);
    if (end == i) continue;
    phrases = sm_arena_grow(arena, phrases, count, &cap, sizeof *phrases);
    if (!phrases) return SM_ERROR_MEMORY;
    phrases[count++] = (sm_phrase){(uint32_t)i, (uint32_t)end, entry};
  }
  *out = phrases;
  *n_phrases = count;
  return SM_OK;
}

size_t sm_first_phrase(const sm_tokens *tokens, uint32_t from) {
  size_t low = 0, high = tokens->n_phrases;
  while (low < high) {
    size_t mid = (low + high) / 2;
    if (tokens->phrases[mid].first < from)
      low = mid + 1;
    else
      high = mid;
  }
  return low;
}
