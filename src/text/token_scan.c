#include "token_scan.h"

#include "lexicon_table.h"
#include "unicode.h"
#include "word_key.h"

/// What a byte starts. HIGH: a character beyond ASCII, to be decoded.
enum { OTHER, SPACE, NEWLINE, LETTER, DIGIT, SIGN, APOSTROPHE, HIGH };

static const uint8_t kinds[256] = {
    ['\t'] = SPACE, [' '] = SPACE, ['\v'] = SPACE, ['\f'] = SPACE, ['\n'] = NEWLINE, ['\r'] = NEWLINE,
    ['0' ... '9'] = DIGIT, ['A' ... 'Z'] = LETTER, ['a' ... 'z'] = LETTER, ['\''] = APOSTROPHE, ['`'] = APOSTROPHE,
    ['!'] = SIGN, ['"' ... '&'] = SIGN, ['(' ... '/'] = SIGN, [':' ... '@'] = SIGN, ['[' ... '_'] = SIGN,
    ['{' ... '~'] = SIGN, [0x80 ... 0xff] = HIGH,
};

/// Marks a byte after which a run of ASCII letters may go on, so that the short way is not enough.
static const uint8_t goes_on[256] = {
    ['0' ... '9'] = 1, ['\''] = 1, ['`'] = 1, ['.'] = 1, [0x80 ... 0xff] = 1,
};

#define HIGH_BITS 0x8080808080808080ull
#define ALL_BYTES 0x0101010101010101ull

/// The high bit of each byte that is no ASCII letter.
static inline uint64_t stops_of(uint64_t w) {
  uint64_t t = (w | 0x20 * ALL_BYTES) & ~HIGH_BITS;
  uint64_t from_a = t + (0x80 - 'a') * ALL_BYTES;
  uint64_t past_z = t + (0x80 - 'z' - 1) * ALL_BYTES;
  return (~from_a | past_z | w) & HIGH_BITS;
}

static inline uint64_t first_bytes(unsigned n) { return n >= 8 ? ~0ull : (1ull << (8 * n)) - 1; }

static inline unsigned char byte_at(const sm_scan *z, uint32_t at) { return z->text[at]; }

/// Kind of the character at a byte, whatever its length.
static sm_char_kind kind_at(const sm_scan *z, uint32_t at, uint32_t *code_point, uint32_t *length) {
  unsigned char c = byte_at(z, at);
  *code_point = c;
  *length = 1;
  if (at >= z->len) return SM_CHAR_SPACE;
  switch (kinds[c]) {
  case LETTER:
    return SM_CHAR_LETTER;
  case DIGIT:
    return SM_CHAR_DIGIT;
  case SIGN:
    return SM_CHAR_SIGN;
  case APOSTROPHE:
    return SM_CHAR_APOSTROPHE;
  case NEWLINE:
    return SM_CHAR_NEWLINE;
  case HIGH:
    *code_point = sm_utf8_next(z->text + at, z->text + z->len, length);
    return sm_char_kind_of(*code_point);
  default:
    return SM_CHAR_SPACE;
  }
}

static bool is_letter_at(const sm_scan *z, uint32_t at) {
  uint32_t c, length;
  sm_char_kind kind = kind_at(z, at, &c, &length);
  return kind == SM_CHAR_LETTER;
}

static bool is_word_at(const sm_scan *z, uint32_t at) {
  uint32_t c, length;
  sm_char_kind kind = kind_at(z, at, &c, &length);
  return kind == SM_CHAR_LETTER || kind == SM_CHAR_DIGIT;
}

static bool is_space_at(const sm_scan *z, uint32_t at) {
  uint32_t c, length;
  sm_char_kind kind = kind_at(z, at, &c, &length);
  return kind == SM_CHAR_SPACE || kind == SM_CHAR_NEWLINE;
}

// --- Lines -----------------------------------------------------------------------------------------------------

enum { WRAPPED_LEAST = 50, WRAPPED_MOST = 130 };

static bool is_blank(unsigned char c) { return c == ' ' || c == '\t' || c == '\r'; }

/// The longest line without surrounding blanks, or 0 where a line is too long to be a wrapped one, so that each line
/// is a paragraph. Mail and wire copy wrap at 60 to 120 columns.
static uint32_t measure_lines(const unsigned char *text, uint32_t len) {
  uint32_t widest = 0;
  for (uint32_t begin = 0; begin < len;) {
    const unsigned char *nl = memchr(text + begin, '\n', len - begin);
    uint32_t end = nl ? (uint32_t)(nl - text) : len, next = end + 1;
    while (begin < end && is_blank(text[begin])) begin++;
    while (end > begin && is_blank(text[end - 1])) end--;
    if (end - begin > WRAPPED_MOST) return 0;
    if (end - begin > widest) widest = end - begin;
    begin = next;
  }
  return widest >= WRAPPED_LEAST ? widest : 0;
}

static bool ends_sentence(const sm_token *token) {
  return token->sign == '.' || token->sign == '!' || token->sign == '?' || token->sign == ':' || token->sign == '"' ||
         token->sign == ')';
}

/// A bullet, dash or number that starts a list item.
static bool starts_item(const sm_scan *z) {
  uint32_t c, length;
  sm_char_kind kind = kind_at(z, z->at, &c, &length);
  if (kind == SM_CHAR_DIGIT) {
    uint32_t at = z->at;
    while (kinds[byte_at(z, at)] == DIGIT && at - z->at < 3) at++;
    return (byte_at(z, at) == '.' || byte_at(z, at) == ')') && is_space_at(z, at + 1);
  }
  if (kind != SM_CHAR_SIGN || !is_space_at(z, z->at + length)) return false;
  uint16_t sign = c < 0x80 ? (uint16_t)c : sm_char_sign(c);
  return sign == '*' || sign == '-' || sign == '_' || sign == '+';
}

/// "Kherson: shelling, two killed": a name and a colon at the head of a line.
static bool starts_label(const sm_scan *z) {
  enum { LABEL_MOST = 32 };
  uint32_t at = z->at;
  if (byte_at(z, at) < 'A' || byte_at(z, at) > 'Z') return false;
  while (at < z->len && at - z->at < LABEL_MOST && (is_letter_at(z, at) || byte_at(z, at) == ' ' || byte_at(z, at) == '-' || byte_at(z, at) == '\'')) at++;
  return byte_at(z, at) == ':' && byte_at(z, at + 1) == ' ';
}

static uint32_t word_width(const sm_scan *z) {
  uint32_t at = z->at;
  while (at < z->len && at - z->at < 40 && byte_at(z, at) > ' ') at++;
  return at - z->at;
}

/// Whether the single line end before `at` only wraps a line. A wrapped line had no room for the next word; a line
/// that stops short of that, or at an end sign, or before a list item, ends by intent.
static bool only_wraps(const sm_scan *z, const sm_token *last) {
  uint32_t width = last->end - z->line_begin;
  bool ends = ends_sentence(last);
  unsigned char c = byte_at(z, z->at);
  if (starts_item(z) || starts_label(z)) return false;
  if (!ends && c >= 'a' && c <= 'z') return true;
  if (!z->wrap_width) return false;
  if (width + 1 + word_width(z) > z->wrap_width) return true;
  return !ends && width * 4 >= z->wrap_width * 3;
}

/// Flags of the first token after a line end, and the state that goes with it.
static void after_line_end(sm_scan *z) {
  z->pending |= SM_TOKEN_SPACE_BEFORE;
  if (z->n == 0) {
    z->pending |= SM_TOKEN_LINE_START | SM_TOKEN_PARAGRAPH_START;
  } else if (z->breaks > 1) {
    z->pending |= SM_TOKEN_LINE_START | SM_TOKEN_PARAGRAPH_START;
  } else if (!only_wraps(z, &z->items[z->n - 1])) {
    bool item = starts_item(z);
    bool paragraph = !item && (!z->wrap_width || ends_sentence(&z->items[z->n - 1]));
    z->pending |= SM_TOKEN_LINE_START | (paragraph ? SM_TOKEN_PARAGRAPH_START : 0);
  }
  if (z->pending & SM_TOKEN_PARAGRAPH_START) z->single_quote_open = false;
  z->line_begin = z->at;
  z->breaks = 0;
}

static void line_end(sm_scan *z) {
  if (byte_at(z, z->at) == '\r' && byte_at(z, z->at + 1) == '\n') z->at++;
  z->at++;
  if (z->breaks < UINT16_MAX) z->breaks++;
}

// --- Tokens ----------------------------------------------------------------------------------------------------

static bool grow(sm_scan *z) {
  if (!z->arena) return false;
  sm_token *items = sm_arena_grow(z->arena, z->items, z->n, &z->cap, sizeof *items);
  if (items) z->items = items;
  return items != NULL;
}

static bool has_attribute(const sm_lexicon *lexicon, const sm_lexicon_entry *entry, uint64_t class_bit,
                          const char *name) {
  int class_id = __builtin_ctzll(class_bit);
  const sm_lexicon_sense *sense = sm_lexicon_sense_in(entry, class_id);
  return sense && sm_lexicon_attribute(lexicon, class_id, sense->row, name).len > 0;
}

/// Whether the dot after a listed abbreviation is its own. "No." and "Mar." are also words: they want a number.
static bool takes_dot(const sm_scan *z, const sm_lexicon_entry *entry, uint32_t dot, unsigned flags) {
  if (!(flags & SM_TOKEN_WORD) || byte_at(z, dot + 1) == '.') return false;
  if (!(flags & SM_TOKEN_CAPITAL) && !has_attribute(z->lexicon, entry, z->abbreviations, "lower")) return false;
  if (!has_attribute(z->lexicon, entry, z->abbreviations, "number")) return true;
  uint32_t at = dot + 1;
  while (kinds[byte_at(z, at)] == SPACE) at++;
  return kinds[byte_at(z, at)] == DIGIT;
}

static inline bool emit(sm_scan *z, uint32_t end, uint64_t key, unsigned flags, unsigned sign) {
  if (z->n == z->cap && !grow(z)) return false;
  if (byte_at(z, end) == '.' && z->abbreviations && (flags & SM_TOKEN_WORD)) {
    const sm_lexicon_entry *entry = sm_lexicon_look_up(z->lexicon, key);
    if (entry && (entry->classes & z->abbreviations) && takes_dot(z, entry, end, flags)) {
      end++;
      flags |= SM_TOKEN_ABBREVIATION | SM_TOKEN_MAY_END;
    }
  }
  z->items[z->n++] = (sm_token){.begin = z->at, .end = end, .key = key, .flags = (uint16_t)(flags | z->pending),
                                .sign = (uint16_t)sign};
  z->pending = 0;
  z->at = end;
  return true;
}

/// Number of a class bit; a class that is missing gets one that no class has while there are fewer than 64.
static int bit_number(uint64_t class_bit) { return class_bit ? __builtin_ctzll(class_bit) : 63; }

/// The entries of all words at once: in a loop of its own the look-ups overlap instead of waiting for each other.
static void look_up_words(sm_scan *z) {
  enum { AHEAD = 12, CAPITAL_BIT = 3 };
  _Static_assert(SM_TOKEN_WORD == 1 && SM_TOKEN_CAPITAL == 1 << CAPITAL_BIT, "counted by shifting");
  const sm_lexicon *lexicon = z->lexicon;
  const int english = bit_number(lexicon->function_words), foreign = bit_number(lexicon->foreign_words);
  sm_word_counts counts = {.others = z->counts.others};
  sm_token *const end = z->items + z->n, *const ahead = z->n > AHEAD ? end - AHEAD : z->items;
  for (sm_token *t = z->items; t < end; t++) {
    if (t < ahead) __builtin_prefetch(lexicon->base.slots + ((uint32_t)t[AHEAD].key & lexicon->base.slot_mask));
    t->entry = t->key ? sm_lexicon_look_up(lexicon, t->key) : NULL;
    uint64_t classes = t->entry ? t->entry->classes : 0;
    counts.english += classes >> english & 1;
    counts.foreign += classes >> foreign & 1;
    counts.words += t->flags & SM_TOKEN_WORD;
    counts.capitals += t->flags >> CAPITAL_BIT & 1;
  }
  z->counts = counts;
}

static uint64_t key_of(const sm_scan *z, uint32_t begin, uint32_t end) {
  enum { LONGEST = 512 };
  char folded[LONGEST];
  uint32_t len = end - begin;
  uint64_t beyond = 0;
  // No word is that long; what is gets a key of its beginning and length.
  if (len > LONGEST / 4) {
    beyond = len;
    len = LONGEST / 4;
  }
  size_t n = sm_fold_word((sm_str){(const char *)z->text + begin, len}, folded, sizeof folded);
  if (n == SIZE_MAX || n == 0) return n ? 1 : 0;
  uint64_t key = sm_word_key((sm_str){folded, n});
  return beyond ? sm_phrase_key(key, beyond) : key;
}

/// Length of the apostrophe at a byte (1, 2 or 3), 0 when there is none.
static uint32_t apostrophe_at(const sm_scan *z, uint32_t at) {
  uint32_t c, length;
  return kind_at(z, at, &c, &length) == SM_CHAR_APOSTROPHE ? length : 0;
}

/// Length of a possessive 's, or of a bare ' after an s outside single quotes, at the end of a word; else 0.
static uint32_t clitic_at(const sm_scan *z, uint32_t at) {
  uint32_t length = apostrophe_at(z, at);
  if (!length || byte_at(z, at) == '`') return 0;
  if ((byte_at(z, at + length) | 0x20) == 's' && !is_word_at(z, at + length + 1)) return length + 1;
  if (z->single_quote_open || is_word_at(z, at + length)) return 0;
  return (byte_at(z, at - 1) | 0x20) == 's' ? length : 0;
}

static bool emit_clitic(sm_scan *z) {
  uint32_t length = clitic_at(z, z->at);
  return !length || emit(z, z->at + length, 0, SM_TOKEN_CLITIC, 0);
}

typedef struct word {
  uint32_t letters, upper, lower, uncased;
  uint32_t segment;  ///< letters since the last dot
  bool dots;
  bool capital;
} word;

static void count_letter(word *w, uint32_t c) {
  int letter_case = c < 0x80 ? (c & 0x20 ? -1 : 1) : sm_char_case(c);
  if (letter_case == 0) {
    w->uncased += sm_char_uncased(c);
    if (!sm_char_uncased(c)) return;
  }
  if (w->letters == 0) w->capital = letter_case > 0;
  w->letters++;
  w->segment++;
  w->upper += letter_case > 0;
  w->lower += letter_case < 0;
}

/// Whether the dot at a byte belongs to letters parted by dots (U.S., a.m.).
static bool is_inner_dot(const sm_scan *z, uint32_t at, const word *w) {
  if (w->segment != 1 || w->letters > 8) return false;
  uint32_t c, length;
  if (kind_at(z, at + 1, &c, &length) == SM_CHAR_LETTER) return !is_word_at(z, at + 1 + length);
  return w->dots;
}

/// Goes through the word that starts at z->at; returns its end.
static uint32_t walk_word(const sm_scan *z, word *w) {
  uint32_t at = z->at, c, length;
  for (;; at += length) {
    switch (kind_at(z, at, &c, &length)) {
    case SM_CHAR_LETTER:
      count_letter(w, c);
      break;
    case SM_CHAR_DIGIT:
      w->segment += 2;
      break;
    case SM_CHAR_FORMAT:
      if (!is_letter_at(z, at + length)) return at;
      break;
    case SM_CHAR_APOSTROPHE:
      if (clitic_at(z, at) || !is_letter_at(z, at + length)) return at;
      break;
    case SM_CHAR_SIGN:
      if (c != '.' || !is_inner_dot(z, at, w)) return at;
      w->dots = true;
      w->segment = 0;
      break;
    default:
      return at;
    }
  }
}

/// By the first two bytes of a word: below U+0340 (Latin and IPA) or Latin additions from U+1E00 on.
static bool is_latin(unsigned char a, unsigned char b) { return a < 0xcd || (a == 0xe1 && b >= 0xb8); }

static bool emit_word(sm_scan *z) {
  word w = {0};
  uint32_t end = walk_word(z, &w);
  unsigned flags = SM_TOKEN_WORD;
  z->counts.others += !is_latin(byte_at(z, z->at), byte_at(z, z->at + 1));
  if (w.capital) flags |= SM_TOKEN_CAPITAL;
  if (w.upper > 1 && w.lower == 0) flags |= SM_TOKEN_UPPER;
  if (w.uncased) flags |= SM_TOKEN_UNCASED;
  if (w.dots) flags |= SM_TOKEN_ABBREVIATION | SM_TOKEN_MAY_END;
  return emit(z, end, key_of(z, z->at, end), flags, 0) && emit_clitic(z);
}

/// Words of up to 16 ASCII letters, hashed in two registers; what may go on takes the long way.
static inline bool emit_ascii_word(sm_scan *z) {
  const unsigned char *p = z->text + z->at;
  uint64_t w = sm_load64(p), stops = stops_of(w), w2 = 0, letters2 = 0;
  unsigned len;
  if (stops) {
    len = (unsigned)__builtin_ctzll(stops) >> 3;
    w &= first_bytes(len);
  } else {
    w2 = sm_load64(p + 8);
    stops = stops_of(w2);
    if (!stops) return emit_word(z);
    unsigned more = (unsigned)__builtin_ctzll(stops) >> 3;
    w2 &= first_bytes(more);
    letters2 = HIGH_BITS & first_bytes(more);
    len = 8 + more;
  }
  const uint64_t letters = HIGH_BITS & first_bytes(len);
  unsigned char next = p[len];
  bool clitic = false;
  if (goes_on[next]) {
    clitic = next != '.' && clitic_at(z, z->at + len);
    if (!clitic && (next != '.' || len == 1)) return emit_word(z);
  }
  uint64_t upper = letters & ~(w << 2), upper2 = letters2 & ~(w2 << 2);
  unsigned flags = SM_TOKEN_WORD;
  if (upper & 0x80) flags |= SM_TOKEN_CAPITAL;
  if (upper == letters && upper2 == letters2 && len > 1) flags |= SM_TOKEN_UPPER;
  uint64_t fold = letters >> 2, fold2 = letters2 >> 2; // 0x20 in each letter's byte
  if (!emit(z, z->at + len, sm_short_key(w | fold, w2 | fold2), flags, 0)) return false;
  return !clitic || emit_clitic(z);
}

/// The bulk of English: words of up to eight ASCII letters with one space between them. Goes on as long as nothing else
/// comes, with the state in registers, and leaves the rest to the caller; true when it stopped before a letter.
static bool run_of_words(sm_scan *z) {
  const unsigned char *text = z->text;
  sm_token *out = z->items + z->n, *const full = z->items + z->cap;
  uint32_t at = z->at;
  unsigned pending = z->pending;
  bool letter = true;
  while (letter && out < full) {
    const uint64_t w = sm_load64(text + at), stops = stops_of(w);
    if (!stops) break;
    const unsigned len = (unsigned)__builtin_ctzll(stops) >> 3;
    if (goes_on[text[at + len]]) break;
    const uint64_t mask = ((stops & -stops) >> 7) - 1, letters = mask & HIGH_BITS, upper = letters & ~(w << 2);
    unsigned flags = SM_TOKEN_WORD | pending;
    flags |= upper & 0x80 ? SM_TOKEN_CAPITAL : 0;
    flags |= upper == letters && len > 1 ? SM_TOKEN_UPPER : 0;
    *out++ = (sm_token){.begin = at, .end = at + len, .key = sm_short_key((w & mask) | letters >> 2, 0),
                        .flags = (uint16_t)flags};
    at += len;
    letter = text[at] == ' ' && kinds[text[at + 1]] == LETTER;
    at += letter;
    pending = letter ? SM_TOKEN_SPACE_BEFORE : 0;
  }
  z->n = (size_t)(out - z->items);
  z->at = at;
  z->pending = (uint16_t)pending;
  return letter;
}

static uint32_t digits_end(const sm_scan *z, uint32_t at) {
  while (kinds[byte_at(z, at)] == DIGIT) at++;
  return at;
}

/// End of a number: digits, thousands after commas (also the Indian 1,50,000), one decimal point. Digits with two
/// points are a date or a version: only the first part is taken.
static uint32_t number_end(const sm_scan *z) {
  uint32_t at = digits_end(z, z->at), first = at;
  if (at - z->at <= 3)
    while (byte_at(z, at) == ',') {
      uint32_t next = digits_end(z, at + 1), n = next - at - 1;
      if (n != 3 && !(n == 2 && byte_at(z, next) == ',')) break;
      at = next;
    }
  if (byte_at(z, at) != '.' || kinds[byte_at(z, at + 1)] != DIGIT) return at;
  if (z->at > 1 && byte_at(z, z->at - 1) == '.' && kinds[byte_at(z, z->at - 2)] == DIGIT) return first;
  uint32_t end = digits_end(z, at + 1);
  return byte_at(z, end) == '.' && kinds[byte_at(z, end + 1)] == DIGIT ? first : end;
}

static bool emit_number(sm_scan *z) {
  enum { LONGEST = 40 };
  char digits[LONGEST];
  uint32_t end = number_end(z);
  size_t n = 0;
  for (uint32_t at = z->at; at < end && n < LONGEST; at++)
    if (byte_at(z, at) != ',') digits[n++] = (char)byte_at(z, at);
  return emit(z, end, sm_word_key((sm_str){digits, n}), SM_TOKEN_NUMBER, 0) && emit_clitic(z);
}

static bool emit_sign(sm_scan *z, uint32_t end, unsigned sign) {
  bool ends = sign == '.' || sign == '!' || sign == '?';
  z->has_quotes |= sign == '"';
  return emit(z, end, 0, SM_TOKEN_PUNCT | (ends ? SM_TOKEN_MAY_END : 0), sign);
}

static bool emit_run(sm_scan *z, unsigned char c, unsigned sign) {
  uint32_t end = z->at;
  while (byte_at(z, end) == c) end++;
  return emit_sign(z, end, sign);
}

static bool space_before(const sm_scan *z) { return z->n == 0 || (z->pending & SM_TOKEN_SPACE_BEFORE); }

/// An apostrophe outside a word: a single quotation mark, two of them a double one, or an ayn before a word.
static bool emit_apostrophe(sm_scan *z, uint32_t length) {
  if (byte_at(z, z->at) == byte_at(z, z->at + 1) && length == 1) return emit_sign(z, z->at + 2, '"');
  bool opens = is_word_at(z, z->at + length) && !z->single_quote_open;
  z->single_quote_open = opens;
  return emit_sign(z, z->at + length, '\'');
}

/// Hyphens join, dashes part: a hyphen between spaces or doubled is a dash, a short dash without spaces is a hyphen.
static bool emit_dash(sm_scan *z, uint32_t length, uint32_t c, unsigned sign) {
  uint32_t end = z->at + length;
  if (c == '-' && byte_at(z, end) == '-') return emit_run(z, '-', '_');
  bool apart = space_before(z) && is_space_at(z, end);
  if (sign == '-') return emit_sign(z, end, apart ? '_' : '-');
  bool joins = c == 0x2013 && !space_before(z) && !is_space_at(z, end);
  return emit_sign(z, end, joins ? '-' : '_');
}

static bool emit_ascii_sign(sm_scan *z) {
  unsigned char c = byte_at(z, z->at);
  switch (c) {
  case '.':
    return emit_run(z, '.', '.');
  case '-':
    return emit_dash(z, 1, '-', '-');
  case '_':
    return emit_sign(z, z->at + 1, 1);
  default:
    return emit_sign(z, z->at + 1, c);
  }
}

static bool emit_high(sm_scan *z) {
  uint32_t c, length;
  switch (kind_at(z, z->at, &c, &length)) {
  case SM_CHAR_LETTER:
    return emit_word(z);
  case SM_CHAR_IDEOGRAPH:
    z->counts.others++;
    return emit(z, z->at + length, key_of(z, z->at, z->at + length), SM_TOKEN_WORD | SM_TOKEN_UNCASED, 0);
  case SM_CHAR_DIGIT: {
    uint32_t end = z->at, part, step;
    while (kind_at(z, end, &part, &step) == SM_CHAR_DIGIT) end += step;
    return emit(z, end, key_of(z, z->at, end), SM_TOKEN_NUMBER, 0);
  }
  case SM_CHAR_APOSTROPHE:
    return emit_apostrophe(z, length);
  case SM_CHAR_NEWLINE:
    z->breaks++;
    z->at += length;
    return true;
  case SM_CHAR_SPACE:
    z->pending |= SM_TOKEN_SPACE_BEFORE;
    z->at += length;
    return true;
  case SM_CHAR_FORMAT:
    z->at += length;
    return true;
  default: {
    unsigned sign = sm_char_sign(c);
    if (sign == '-' || sign == '_') return emit_dash(z, length, c, sign);
    return emit_sign(z, z->at + length, sign);
  }
  }
}

static bool is_line_end(const sm_scan *z) {
  unsigned char c = byte_at(z, z->at);
  return kinds[c] <= NEWLINE;
}

sm_status sm_scan_tokens(sm_scan *z) {
  z->abbreviations = z->lexicon ? z->lexicon->abbreviations : 0;
  z->wrap_width = measure_lines(z->text, z->len);
  z->breaks = 1;
  bool good = true;
  while (good && z->at < z->len) {
    if (z->breaks && !is_line_end(z)) after_line_end(z);
    switch (kinds[byte_at(z, z->at)]) {
    case LETTER:
      if (run_of_words(z)) good = emit_ascii_word(z);
      break;
    case DIGIT:
      good = emit_number(z);
      break;
    case SIGN:
      good = emit_ascii_sign(z);
      break;
    case APOSTROPHE:
      good = emit_apostrophe(z, 1);
      break;
    case HIGH:
      good = emit_high(z);
      break;
    case NEWLINE:
      line_end(z);
      break;
    default:
      z->pending |= SM_TOKEN_SPACE_BEFORE;
      z->at++;
    }
  }
  if (good && z->lexicon) look_up_words(z);
  if (good) return SM_OK;
  return z->arena ? SM_ERROR_MEMORY : SM_ERROR_LIMIT;
}
