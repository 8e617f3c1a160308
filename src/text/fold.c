#include "fold.h"

#include <utf8proc.h>

#include "token_scan.h"
#include "unicode.h"
#include "word_key.h"

/// What an ASCII byte of a word folds to: itself, its lower case, or 0 for dropped (apostrophes, dots, controls).
static inline unsigned char fold_ascii(unsigned char c) {
  if (c >= 'A' && c <= 'Z') return (unsigned char)(c | 0x20);
  return c == '\'' || c == '`' || c == '.' || c < 0x20 || c == 0x7f ? 0 : c;
}

/// Letters that no decomposition relates though names are written with either: strokes, ligatures, and the Arabic
/// letters that Persian and Urdu keyboards write otherwise. NULL: no rule.
static const char *own_fold(uint32_t c) {
  switch (c) {
  case 0x131: return "i";
  case 0x142: return "l";
  case 0xf8: return "o";
  case 0x111: case 0xf0: case 0x257: return "d";
  case 0xfe: return "th";
  case 0xe6: return "ae";
  case 0x153: return "oe";
  case 0x127: return "h";
  case 0x167: return "t";
  case 0x14b: return "ng";
  case 0x253: return "b";
  case 0x199: return "k";
  case 0x1b4: return "y";
  case 0x259: return "a";
  case 0x643: return "\xda\xa9";             // Arabic kaf: keheh
  case 0x64a: case 0x649: return "\xdb\x8c"; // Arabic yeh, alef maksura: Persian yeh
  case 0x629: return "\xd9\x87";             // teh marbuta: heh
  case 0x6c1: case 0x6d5: return "\xd9\x87"; // Urdu heh goal
  case 0x640: return "";                     // tatweel
  default: return NULL;
  }
}

static bool put(char *out, size_t cap, size_t *n, const void *bytes, size_t len) {
  if (cap - *n < len) return false;
  memcpy(out + *n, bytes, len);
  *n += len;
  return true;
}

static bool put_folded(char *out, size_t cap, size_t *n, uint32_t c) {
  if (sm_char_apostrophic(c)) return true;
  const char *own = own_fold(c);
  if (own) return put(out, cap, n, own, strlen(own));
  unsigned char bytes[4];
  return put(out, cap, n, bytes, sm_utf8_put(c, bytes));
}

/// Case fold, decompose, drop marks and ignorable characters; own_fold has the last word.
static bool fold_code_point(uint32_t c, char *out, size_t cap, size_t *n) {
  const utf8proc_option_t options =
      UTF8PROC_CASEFOLD | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_IGNORE | UTF8PROC_STRIPMARK;
  if (sm_char_apostrophic(c)) return true;
  utf8proc_int32_t parts[32];
  int boundary = 0;
  utf8proc_ssize_t k = utf8proc_decompose_char((utf8proc_int32_t)c, parts, 32, options, &boundary);
  if (k < 0 || k > 32) return put_folded(out, cap, n, SM_REPLACEMENT);
  for (utf8proc_ssize_t i = 0; i < k; i++) {
    uint32_t part = (uint32_t)parts[i];
    if (part < 0x80) {
      unsigned char folded = fold_ascii((unsigned char)part);
      if (folded && folded != ' ' && !put(out, cap, n, &folded, 1)) return false;
    } else if (!put_folded(out, cap, n, part)) {
      return false;
    }
  }
  return true;
}

size_t sm_fold_word(sm_str word, char *out, size_t cap) {
  const unsigned char *s = (const unsigned char *)word.ptr, *end = s + word.len;
  size_t n = 0;
  while (s < end) {
    uint32_t length = 1;
    if (*s < 0x80) {
      unsigned char folded = fold_ascii(*s);
      if (folded && !put(out, cap, &n, &folded, 1)) return SIZE_MAX;
    } else if (!fold_code_point(sm_utf8_next(s, end, &length), out, cap, &n)) {
      return SIZE_MAX;
    }
    s += length;
  }
  return n;
}

uint64_t sm_word_key(sm_str folded) {
  char block[16] = {0};
  const char *p = folded.ptr;
  size_t left = folded.len;
  uint64_t k = 0;
  for (; left > 16; p += 16, left -= 16)
    k = sm_mix(sm_load64(p) ^ SM_KEY_SECRET_1 ^ k, sm_load64(p + 8) ^ SM_KEY_SECRET_0);
  if (left) memcpy(block, p, left);
  return sm_short_key(sm_load64(block) ^ k, sm_load64(block + 8));
}

enum { NAME_TOKENS = 64, LONGEST_NAME = 1024 };

/// Calls the tokeniser on a name; returns the number of tokens, 0 when it is too long for one. "&" reads as "and" between words.
static size_t scan_name(sm_str name, sm_token tokens[NAME_TOKENS]) {
  unsigned char text[LONGEST_NAME + SM_SCAN_PADDING];
  if (name.len == 0 || name.len > LONGEST_NAME) return 0;
  memcpy(text, name.ptr, name.len);
  memset(text + name.len, 0, SM_SCAN_PADDING);
  sm_scan scan = {.text = text, .len = (uint32_t)name.len, .items = tokens, .cap = NAME_TOKENS};
  if (sm_scan_tokens(&scan) != SM_OK) return 0;
  for (size_t i = 1; i + 1 < scan.n; i++)
    if (tokens[i].sign == '&' && tokens[i - 1].key && tokens[i + 1].key) tokens[i].key = sm_word_key(SM_STR("and"));
  return scan.n;
}

uint64_t sm_name_key(sm_str name, int *n_words) {
  sm_token tokens[NAME_TOKENS];
  size_t n = scan_name(name, tokens);
  uint64_t key = 0;
  int words = 0;
  for (size_t i = 0; i < n; i++)
    if (tokens[i].key) key = words++ ? sm_phrase_key(key, tokens[i].key) : tokens[i].key;
  if (n_words) *n_words = words;
  return key;
}

size_t sm_name_words(sm_str name, uint64_t *keys, size_t cap) {
  sm_token tokens[NAME_TOKENS];
  size_t n = scan_name(name, tokens), words = 0;
  for (size_t i = 0; i < n; i++) {
    if (!tokens[i].key) continue;
    if (words < cap) keys[words] = tokens[i].key;
    words++;
  }
  return words;
}
