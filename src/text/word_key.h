/// Inside text/: the hash of folded words, open to the tokeniser so that a short word is hashed in registers.
#ifndef SM_WORD_KEY_H
#define SM_WORD_KEY_H

#include <stdint.h>
#include <string.h>

/// Eight bytes, the first one lowest on every machine, so that compiled files fit all of one byte order or the other.
static inline uint64_t sm_load64(const void *bytes) {
  uint64_t v;
  memcpy(&v, bytes, sizeof v);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  v = __builtin_bswap64(v);
#endif
  return v;
}

/// The wide product folded on itself, as in wyhash; the constants are its secrets.
static inline uint64_t sm_mix(uint64_t a, uint64_t b) {
  __extension__ typedef unsigned __int128 wide;
  wide r = (wide)a * b;
  return (uint64_t)r ^ (uint64_t)(r >> 64);
}

#define SM_KEY_SECRET_0 0xa0761d6478bd642full
#define SM_KEY_SECRET_1 0xe7037ed1a0b428dbull

/// Key of a folded word of at most 16 bytes, given as two zero-padded halves; never 0.
static inline uint64_t sm_short_key(uint64_t low, uint64_t high) {
  uint64_t k = sm_mix(low ^ SM_KEY_SECRET_0, high ^ SM_KEY_SECRET_1);
  return k + !k;
}

#endif
