/// SHA-256 of texts and files (nettle).
#ifndef SM_SHA256_H
#define SM_SHA256_H

#include "status.h"

/// Hex digits of a digest and NUL.
enum { SM_SHA256_HEX = 65 };

/// Digest of len bytes as lower-case hex.
SM_API void sm_sha256_hex(const void *bytes, size_t len, char out[SM_SHA256_HEX]);

#endif
