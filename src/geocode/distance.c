#include "distance.h"

typedef struct reading {
  const sm_geocoder *g;
  const sm_document *doc;
  const sm_token *t;
  uint32_t floor;
} reading;

/// A word that leaves the figure open, as the one that it mostly stands for; 0 it is none.
static double vague_at(const reading *r, uint32_t i) {
  static const struct {
    const char *word;
    double number;
  } words[] = {{"few", 3}, {"several", 5}, {"couple", 2}, {"some", 5}, {"tens", 30}, {"dozens", 35}};
  for (size_t k = 0; k < sizeof words / sizeof words[0]; k++)
    if (sm_token_reads(r->doc, i, words[k].word)) return words[k].number;
  return 0;
}

static double digits_at(const reading *r, uint32_t i) {
  const char *s = r->doc->report.text.ptr + r->t[i].begin;
  double value = 0, scale = 0;
  for (uint32_t k = 0; k < r->t[i].end - r->t[i].begin; k++) {
    if (s[k] == '.') {
      if (scale > 0) break;
      scale = 1;
    } else if (s[k] >= '0' && s[k] <= '9') {
      value = value * 10 + (s[k] - '0');
      scale *= 10;
    }
  }
  return scale > 1 ? value / scale : value;
}

/// The number that ends with token i, in digits or words; first receives its first token. 0 none.
static double number_to(const reading *r, uint32_t i, uint32_t *first) {
  enum { TENS = 20, HUNDRED = 100 };
  *first = i;
  if (i < r->floor) return 0;
  if (r->t[i].flags & SM_TOKEN_NUMBER) return digits_at(r, i);
  double n = sm_token_cue(r->g, &r->t[i], SM_CUE_NUMBER);
  if (n <= 0) return sm_token_reads(r->doc, i, "half") ? 0.5 : 0;
  const uint32_t before = i > r->floor + 1 && r->t[i - 1].sign == '-' ? i - 2 : i - 1; // "twenty-five"
  const double more = i > r->floor ? sm_token_cue(r->g, &r->t[before], SM_CUE_NUMBER) : 0;
  const bool ten = n < 10 && more >= TENS && more < HUNDRED, times = (n >= HUNDRED || sm_token_reads(r->doc, i, "dozen")) && more > 0 && more < 10;
  if (ten) n += more, *first = before;
  if (times) n *= more, *first = before;
  return n;
}

/// "15-20", "15 to 20", "between 15 and 20": the lesser number before a greater one; 0 none.
static double lower_end(const reading *r, uint32_t *first, double upper) {
  static const char *const joins[] = {"to", "and", "or"};
  if (*first < r->floor + 2) return 0;
  bool joined = r->t[*first - 1].sign == '-' || r->t[*first - 1].sign == '_';
  for (size_t k = 0; k < sizeof joins / sizeof joins[0]; k++) joined |= sm_token_reads(r->doc, *first - 1, joins[k]);
  uint32_t at;
  const double n = joined ? number_to(r, *first - 2, &at) : 0;
  if (n <= 0 || n >= upper) return 0;
  *first = at;
  return n;
}

/// The unit of length that ends before token `end` ("nautical miles"); first receives its first token.
static double unit_before(const reading *r, uint32_t end, uint32_t *first) {
  enum { WORDS = 4 };
  const sm_tokens *t = &r->doc->tokens;
  for (size_t i = sm_first_phrase(t, end > WORDS ? end - WORDS : 0); i < t->n_phrases && t->phrases[i].first < end; i++) {
    if (t->phrases[i].last != end || t->phrases[i].first < r->floor) continue;
    const double metres = sm_cue_metres(r->g, t->phrases[i].entry);
    if (metres > 0) {
      *first = t->phrases[i].first;
      return metres;
    }
  }
  *first = end - 1;
  return sm_cue_metres(r->g, r->t[end - 1].entry);
}

sm_distance sm_distance_before(const sm_geocoder *geocoder, const sm_document *document, uint32_t floor, uint32_t end) {
  static const double VAGUE = 0.8;
  const reading of = {.g = geocoder, .doc = document, .t = document->tokens.items, .floor = floor}, *r = &of;
  const sm_distance none = {0};
  uint32_t i = end;
  if (i > floor && r->t[i - 1].sign == ')') { // "8 km (5 miles) north of"
    while (i > floor && r->t[i - 1].sign != '(') i--;
    if (i > floor) i--;
  }
  uint32_t unit, first;
  const double metres = i > floor ? unit_before(r, i, &unit) : 0;
  if (metres <= 0 || unit <= floor) return none;
  uint32_t at = unit - 1;
  if (r->t[at].sign == '-' && at > floor) at--; // "a 20-kilometre"
  const bool of_these = sm_token_reads(r->doc, at, "of") && at > floor; // "a couple of miles", "tens of kilometres"
  if (of_these) at--;
  double open = vague_at(r, at);
  if (open > 0) return (sm_distance){open * metres, VAGUE * open * metres, at};
  const bool article = sm_token_cue(geocoder, &r->t[at], SM_CUE_CONNECTOR) & SM_JOIN_ARTICLE && !sm_token_reads(r->doc, at, "the");
  if (article && at > floor && sm_token_reads(r->doc, at - 1, "half")) return (sm_distance){metres / 2, 0, at - 1}; // "half an hour's drive"
  if (article) return (sm_distance){metres, 0, at};
  double n = of_these ? 0 : number_to(r, at, &first);
  if (n <= 0) return none;
  const double low = lower_end(r, &first, n);
  if (low > 0) return (sm_distance){(low + n) / 2 * metres, (n - low) / 2 * metres, first};
  return (sm_distance){n * metres, 0, first};
}

double sm_distance_aimed(const sm_geocoder *geocoder, const sm_document *document, uint32_t floor, uint32_t end) {
  static const char *const lead[] = {"the", "to"};
  const sm_token *t = document->tokens.items;
  uint32_t i = end;
  if (i <= floor || !(sm_token_cue(geocoder, &t[i - 1], SM_CUE_DIRECTION) & SM_DIR_NOUN)) return 0;
  while (i > floor && (t[i - 1].sign == '-' || sm_has_cue(geocoder, t[i - 1].entry, SM_CUE_DIRECTION) || SM_TOKEN_READS_ANY(document, i - 1, lead))) i--;
  return i > floor ? sm_distance_before(geocoder, document, floor, i).metres : 0;
}
