/// SHA-256, for ids and metadata.
#ifndef SM_DIGEST_H
#define SM_DIGEST_H

#include "status.h"

/// SHA-256 of size bytes as 64 lower-case hex digits and NUL.
SM_API void sm_sha256_hex(const void *bytes, size_t size, char out[65]);

#endif
