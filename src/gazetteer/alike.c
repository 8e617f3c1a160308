#include "alike.h"

#include "fold.h"

static bool is_joiner(char c) {
  return c == ' ' || c == '-' || c == '_' || c == '/';
}

size_t sm_alike_fold(sm_str name, char out[SM_ALIKE_MAX]) {
  size_t n = 0;
  for (size_t i = 0, end; i < name.len; i = end) {
    if (is_joiner(name.ptr[i])) {
      end = i + 1;
      continue;
    }
    for (end = i; end < name.len && !is_joiner(name.ptr[end]);) end++;
    if (n && n < SM_ALIKE_MAX) out[n++] = ' ';
    size_t len = sm_fold_word((sm_str){name.ptr + i, end - i}, out + n, SM_ALIKE_MAX - n);
    if (len == SIZE_MAX) return 0;
    for (size_t k = n; k < n + len; k++)
      if (out[k] < 'a' || out[k] > 'z') return 0;
    n += len;
    if (len == 0 && n) n--;
  }
  return n;
}

uint64_t sm_alike_key(sm_str folded) {
  uint64_t key = 0;
  for (size_t i = 0, end; i < folded.len; i = end + 1) {
    for (end = i; end < folded.len && folded.ptr[end] != ' ';) end++;
    uint64_t word = sm_word_key((sm_str){folded.ptr + i, end - i});
    key = i ? sm_phrase_key(key, word) : word;
  }
  return key;
}

/// Articles and the vowels that join words in Persian and Urdu names.
static bool is_article(sm_str w) {
  static const char list[][4] = {"al",  "el", "ul",  "ol",  "ar", "er", "ur", "as", "es",  "us", "ash",
                                 "esh", "at", "et",  "ut",  "ad", "ed", "ud", "an", "en",  "un", "az",
                                 "ez",  "uz", "adh", "ath", "e",  "i",  "o",  "ye", "the", "va", "wa"};
  char word[4] = {0};
  if (w.len > 3) return false;
  memcpy(word, w.ptr, w.len);
  for (size_t i = 0; i < sizeof list / sizeof *list; i++)
    if (memcmp(list[i], word, 4) == 0) return true;
  return false;
}

/// The words without articles, unless nothing else is left; letters run together, word starts kept apart by
/// `starts`.
typedef struct bare {
  char letters[SM_ALIKE_MAX];
  size_t n;
  size_t starts[8]; ///< where words begin
  size_t words;
} bare;

static void add_word(bare *out, sm_str w) {
  if (out->words < 8) out->starts[out->words++] = out->n;
  memcpy(out->letters + out->n, w.ptr, w.len);
  out->n += w.len;
}

static void bare_words(sm_str folded, bool articles, bare *out) {
  out->n = out->words = 0;
  for (size_t i = 0, end; i < folded.len; i = end + 1) {
    for (end = i; end < folded.len && folded.ptr[end] != ' ';) end++;
    sm_str w = {folded.ptr + i, end - i};
    if (articles || !is_article(w)) add_word(out, w);
  }
  if (out->n == 0 && !articles) bare_words(folded, true, out);
}

static bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

/// Class of the consonant at p and how many letters it takes; 0 for what transliterations add and drop at
/// will.
static char consonant(const char *p, size_t left, bool first, size_t *len) {
  char next = left > 1 ? p[1] : 0;
  *len = 1;
  if (next == 'h' && (*len = 2)) switch (*p) {
    case 'k':
      return 'H';
    case 'g':
      return 'K';
    case 's':
      return 'S';
    case 'c':
      return 'C';
    case 'p':
      return 'F';
    case 't':
      return 'T';
    case 'd':
      return 'D';
    case 'z':
      return 'J';
    default:
      *len = 1;
    }
  if (*p == 'd' && (next == 'j' || next == 'z') && (*len = 2)) return next == 'j' ? 'J' : 'Z';
  switch (*p) {
  case 'h':
    return left == 1 ? 0 : 'H';
  case 'w':
    return first ? 'V' : 0;
  case 'q':
  case 'k':
  case 'g':
  case 'c':
  case 'x':
    return 'K';
  case 's':
    return 'S';
  case 'n':
    return next == 'b' || next == 'p' ? 'M' : 'N';
  default:
    return (char)(*p - 'a' + 'A');
  }
}

static size_t word_skeleton(const char *p, size_t n, char *out) {
  size_t k = 0;
  char last = 0;
  for (size_t i = 0, len; i < n; i += len) {
    len = 1;
    char c = is_vowel(p[i]) ? (i == 0 ? 'A' : 0) : consonant(p + i, n - i, i == 0, &len);
    if (c && c != last) out[k++] = c;
    last = is_vowel(p[i]) ? 0 : c; // only letters side by side are doubled
  }
  return k;
}

/// Consonants that a skeleton must have to tell anything.
enum { LEAST_CONSONANTS = 3, LEAST_LETTERS = 4 };

uint32_t sm_alike_skeleton(sm_str folded, bool swapped) {
  bare b;
  char out[SM_ALIKE_MAX + 1];
  size_t n = 0;
  if (folded.len == 0 || folded.len > SM_ALIKE_MAX) return 0;
  bare_words(folded, false, &b);
  if (b.n < LEAST_LETTERS || (swapped && b.words != 2)) return 0;
  for (size_t i = 0; i < b.words; i++) {
    size_t w = swapped ? b.words - 1 - i : i, end = w + 1 < b.words ? b.starts[w + 1] : b.n;
    n += word_skeleton(b.letters + b.starts[w], end - b.starts[w], out + n);
  }
  if (n < LEAST_CONSONANTS) return 0;
  uint64_t h = 0xcbf29ce484222325ull;
  for (size_t i = 0; i < n; i++) h = (h ^ (unsigned char)out[i]) * 0x100000001b3ull;
  h ^= h >> 29;
  return (uint32_t)h ? (uint32_t)h : 1;
}

/// Costs in tenths by what separates transliterations of one name (Hodeidah/Hudaydah, Panjgur/Panjgoor) from other
/// names.
enum {
  COST_TWIN = 1,      ///< i for y
  COST_ADD_VOWEL = 4, ///< a vowel more
  COST_ADD_H = 4,     ///< an h or w more
  COST_DOUBLE = 1,    ///< a letter doubled
  COST_CLASS = 3,     ///< one vowel for another, consonants that stand for one sound
  COST_OTHER = 10,
  COSTS_IN_ONE = 10
};

/// Sounds that a letter stands for, as bits: k, s, v, vowel u, d, z, j, n, p; any vowel.
static const int16_t sounds[26] = {
    ['a' - 'a'] = 0x200,     ['b' - 'a'] = 0x100 | 4, ['c' - 'a'] = 1 | 2 | 0x40, ['d' - 'a'] = 0x10 | 0x20,
    ['e' - 'a'] = 0x200,     ['f' - 'a'] = 0x100 | 4, ['g' - 'a'] = 1 | 0x40,     ['i' - 'a'] = 0x200,
    ['j' - 'a'] = 0x20 | 0x40, ['k' - 'a'] = 1,       ['m' - 'a'] = 0x80,         ['n' - 'a'] = 0x80,
    ['o' - 'a'] = 0x200 | 8, ['p' - 'a'] = 0x100,     ['q' - 'a'] = 1,            ['s' - 'a'] = 2,
    ['t' - 'a'] = 0x10,      ['u' - 'a'] = 0x200 | 8, ['v' - 'a'] = 4,            ['w' - 'a'] = 4 | 8,
    ['x' - 'a'] = 1,         ['y' - 'a'] = 0x200,     ['z' - 'a'] = 2 | 0x20,
};

/// What a letter costs beside another.
static const int16_t add_costs[26] = {
    ['a' - 'a'] = COST_ADD_VOWEL, ['b' - 'a'] = COST_OTHER, ['c' - 'a'] = COST_OTHER, ['d' - 'a'] = COST_OTHER, ['e' - 'a'] = COST_ADD_VOWEL, ['f' - 'a'] = COST_OTHER, ['g' - 'a'] = COST_OTHER,
    ['h' - 'a'] = COST_ADD_H, ['i' - 'a'] = COST_ADD_VOWEL, ['j' - 'a'] = COST_OTHER, ['k' - 'a'] = COST_OTHER, ['l' - 'a'] = COST_OTHER, ['m' - 'a'] = COST_OTHER, ['n' - 'a'] = COST_OTHER,
    ['o' - 'a'] = COST_ADD_VOWEL, ['p' - 'a'] = COST_OTHER, ['q' - 'a'] = COST_OTHER, ['r' - 'a'] = COST_OTHER, ['s' - 'a'] = COST_OTHER, ['t' - 'a'] = COST_OTHER, ['u' - 'a'] = COST_ADD_VOWEL,
    ['v' - 'a'] = COST_OTHER, ['w' - 'a'] = COST_ADD_H, ['x' - 'a'] = COST_OTHER, ['y' - 'a'] = COST_ADD_VOWEL, ['z' - 'a'] = COST_OTHER,
};

enum { LANES = 8 }; ///< letters counted side by side

void sm_alike_prepare(sm_str folded, sm_alike_letters *out) {
  bare b;
  out->n = 0;
  if (folded.len > SM_ALIKE_MAX) return;
  bare_words(folded, false, &b);
  out->n = b.n;
  for (size_t i = 0; i < b.n; i++) {
    const char c = b.letters[i];
    out->letter[i] = (int16_t)c;
    out->sounds[i] = sounds[c - 'a'];
    out->add[i] = i && c == b.letters[i - 1] ? COST_DOUBLE : add_costs[c - 'a'];
  }
  for (size_t i = b.n; i % LANES; i++) out->letter[i] = out->sounds[i] = out->add[i] = 0;
}

/// What each letter of a name costs in the place of letter `c`, or `c` beside it: kept apart from what depends on the
/// letter before, so that the letters are counted side by side.
static void replace_or_add(const sm_alike_letters *y, int16_t c, int16_t sound, int16_t add, const int16_t *restrict above, int16_t *restrict row) {
  const int16_t twin = c == 'i' ? 'y' : c == 'y' ? 'i' : 0;
  const size_t n = (y->n + LANES - 1) / LANES * LANES;
  for (size_t j = 0; j < n; j++) {
    int16_t cost = y->sounds[j] & sound ? COST_CLASS : COST_OTHER;
    cost = y->letter[j] == twin ? COST_TWIN : cost;
    cost = y->letter[j] == c ? 0 : cost;
    const int16_t replaced = (int16_t)(above[j] + cost), added = (int16_t)(above[j + 1] + add);
    row[j + 1] = added < replaced ? added : replaced;
  }
}

float sm_alike_cost(const sm_alike_letters *x, sm_str name, float most) {
  _Static_assert(SM_ALIKE_MAX % LANES == 0, "no letter is left over");
  sm_alike_letters y;
  int16_t rows[2][SM_ALIKE_MAX + 1];
  if (name.len > SM_ALIKE_MAX) return most + 1;
  sm_alike_prepare(name, &y);
  rows[0][0] = 0;
  for (size_t j = 0; j < (y.n + LANES - 1) / LANES * LANES; j++) rows[0][j + 1] = (int16_t)(rows[0][j] + y.add[j]);
  const float dearest = most * COSTS_IN_ONE + 0.01f;
  for (size_t i = 0; i < x->n; i++) {
    int16_t *above = rows[i & 1], *row = rows[(i + 1) & 1];
    int16_t least = row[0] = (int16_t)(above[0] + x->add[i]);
    replace_or_add(&y, x->letter[i], x->sounds[i], x->add[i], above, row);
    for (size_t j = 0; j < y.n; j++) {
      const int16_t other = (int16_t)(row[j] + y.add[j]);
      if (other < row[j + 1]) row[j + 1] = other;
      if (row[j + 1] < least) least = row[j + 1];
    }
    if (least > dearest) return most + 1;
  }
  return (float)rows[x->n & 1][y.n] / COSTS_IN_ONE;
}
