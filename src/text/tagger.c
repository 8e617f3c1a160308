// Viterbi's search over the few parts that each word can be.
#include "tagger.h"

#include <string.h>

enum { MOST_CHOICES = 6, WINDOW = 256 };

/// Costs of what the tables do not tell, set by hand.
static const float COST_NAME_KNOWN = 2.0f;    ///< a name where a common word with a capital may open the sentence
static const float COST_NAME_UPPER = 3;      ///< more where all words are in capitals
static const float COST_COMMON_CAPITAL = 3.5f;///< a common word with a capital inside the sentence
static const float COST_UNKNOWN_OTHER = 1.5f; ///< the second guess for a word in no table

typedef struct choices {
  float cost[MOST_CHOICES];
  uint8_t part[MOST_CHOICES];
  uint8_t n;
} choices;

sm_part sm_part_of_letter(char letter) {
  static const char letters[] = ".,\"PnNpqsdcjbzvwgmairtWCe";
  const char *at = letter ? strchr(letters, letter) : NULL;
  return at ? (sm_part)(at - letters) : SM_PART_SIGN;
}

static void add(choices *c, unsigned part, float cost) {
  for (unsigned i = 0; i < c->n; i++)
    if (c->part[i] == part) {
      if (cost < c->cost[i]) c->cost[i] = cost;
      return;
    }
  if (c->n == MOST_CHOICES) return;
  c->part[c->n] = (uint8_t)part;
  c->cost[c->n++] = cost;
}

/// After at most one other part; what is listed twice costs more the second time and is never taken.
static void add_listed(choices *c, const sm_lexicon_entry *entry, float cost) {
  for (unsigned i = 0; i < 4 && entry->parts[i]; i++) {
    if (c->n && c->part[0] == entry->parts[i] - 1u) {
      add(c, entry->parts[i] - 1u, cost + sm_tag_costs[0][i]);
      continue;
    }
    c->part[c->n] = (uint8_t)(entry->parts[i] - 1u);
    c->cost[c->n++] = cost + sm_tag_costs[0][i];
  }
}

static void add_by_kind(choices *c, uint32_t bits, float cost) {
  if (bits & SM_WORD_NOUN) add(c, bits & SM_WORD_PLURAL ? SM_PART_NOUNS : SM_PART_NOUN, cost);
  if (bits & SM_WORD_ADJECTIVE) add(c, SM_PART_ADJECTIVE, cost);
  if (bits & SM_WORD_ADVERB) add(c, SM_PART_ADVERB, cost);
}

/// Small letters of a word end: all that the table of parts does not list is regular.
static void add_unlisted(choices *c, const sm_token *t, float cost) {
  uint32_t bits = t->entry ? t->entry->word_bits : 0;
  add_by_kind(c, bits, cost);
  if (bits & SM_WORD_VERB) {
    add(c, SM_PART_PAST, cost + COST_UNKNOWN_OTHER);
    add(c, SM_PART_PARTICIPLE, cost + COST_UNKNOWN_OTHER);
    add(c, SM_PART_BASE, cost + COST_UNKNOWN_OTHER);
  }
  if (c->n) return;
  add(c, SM_PART_NOUN, cost);
  add(c, SM_PART_NOUNS, cost + COST_UNKNOWN_OTHER);
  add(c, SM_PART_ADJECTIVE, cost + COST_UNKNOWN_OTHER);
}

static void add_word(choices *c, const sm_token *t, float cost) {
  if (t->entry && t->entry->parts[0]) add_listed(c, t->entry, cost);
  else add_unlisted(c, t, cost);
}

/// titled: most words of the sentence bear capitals, so that they tell nothing.
static void find_choices(const sm_token *t, bool titled, choices *c) {
  const bool upper = titled && t->flags & SM_TOKEN_UPPER; // "JETS KILL SEVEN"
  c->n = 0;
  if (t->flags & SM_TOKEN_CLITIC) add(c, SM_PART_CLITIC, 0);
  else if (t->flags & SM_TOKEN_NUMBER) add(c, SM_PART_NUMBER, 0);
  else if (t->flags & SM_TOKEN_PUNCT) add(c, t->sign == '.' || t->sign == '!' || t->sign == '?' ? SM_PART_STOP : t->sign == '"' ? SM_PART_QUOTE : SM_PART_SIGN, 0);
  else if (!(t->flags & SM_TOKEN_CAPITAL)) add_word(c, t, 0);
  else {
    bool start = titled || t->flags & SM_TOKEN_SENTENCE_START;
    bool known = t->entry && t->entry->parts[0];
    add(c, SM_PART_PROPER, start && known ? COST_NAME_KNOWN + (upper ? COST_NAME_UPPER : 0) : 0);
    if (known || start) add_word(c, t, start ? 0 : COST_COMMON_CAPITAL);
  }
}

/// Best path through at most WINDOW tokens after a token of part `before`.
static void tag_window(const sm_token *tokens, uint32_t first, uint32_t last, unsigned before, bool titled, uint8_t *parts) {
  choices c[WINDOW];
  float best[WINDOW][MOST_CHOICES];
  uint8_t back[WINDOW][MOST_CHOICES];
  uint32_t n = last - first;
  find_choices(&tokens[first], titled, &c[0]);
  for (unsigned k = 0; k < c[0].n; k++) best[0][k] = sm_tag_costs[1 + before][c[0].part[k]] + c[0].cost[k], back[0][k] = 0;
  for (uint32_t i = 1; i < n; i++) {
    const choices *above = &c[i - 1];
    find_choices(&tokens[first + i], titled, &c[i]);
    if (above->n == 1) { // as mostly
      const float *costs = sm_tag_costs[1 + above->part[0]];
      for (unsigned k = 0; k < c[i].n; k++) best[i][k] = best[i - 1][0] + costs[c[i].part[k]] + c[i].cost[k], back[i][k] = 0;
      continue;
    }
    for (unsigned k = 0; k < c[i].n; k++) {
      const unsigned part = c[i].part[k];
      float least = best[i - 1][0] + sm_tag_costs[1 + above->part[0]][part];
      unsigned from = 0;
      for (unsigned p = 1; p < above->n; p++) {
        float cost = best[i - 1][p] + sm_tag_costs[1 + above->part[p]][part];
        if (cost < least) least = cost, from = p;
      }
      best[i][k] = least + c[i].cost[k];
      back[i][k] = (uint8_t)from;
    }
  }
  unsigned at = 0;
  for (unsigned k = 1; k < c[n - 1].n; k++)
    if (best[n - 1][k] < best[n - 1][at]) at = k;
  for (uint32_t i = n; i-- > 0; at = back[i][at]) parts[first + i] = c[i].part[at];
}

void sm_tag(const sm_token *tokens, const sm_sentence *sentence, uint8_t *parts) {
  const bool titled = sentence->flags & SM_SENTENCE_TITLED;
  const uint32_t first = sentence->first, last = sentence->last;
  unsigned before = SM_PART_STOP;
  for (uint32_t at = first; at < last;) {
    uint32_t end = last - at > WINDOW ? at + WINDOW : last;
    tag_window(tokens, at, end, before, titled, parts);
    before = parts[end - 1];
    at = end;
  }
}
