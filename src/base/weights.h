/// Fitted linear models over yes-or-no signs: a bit per sign, a weight per bit (data/models).
#ifndef SM_WEIGHTS_H
#define SM_WEIGHTS_H

#include <stdint.h>

/// sum and the weights of the signs that are set. weights: at least as many as the highest bit set.
static inline float sm_add_weights(float sum, uint64_t signs, const float *weights) {
  for (; signs; signs &= signs - 1) sum += weights[__builtin_ctzll(signs)];
  return sum;
}

#endif
