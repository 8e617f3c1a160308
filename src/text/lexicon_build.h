/// Inside text/: from plain lexicon files to a compiled image, for the build and for a user's own files.
#ifndef SM_LEXICON_BUILD_H
#define SM_LEXICON_BUILD_H

#include "lexicon_table.h"

typedef struct sm_lexicon_builder sm_lexicon_builder;

/// base: image that the new one is laid over (its classes and senses are kept), or NULL. NULL: out of memory.
sm_lexicon_builder *sm_lexicon_builder_new(const sm_lexicon_image *base);
void sm_lexicon_builder_free(sm_lexicon_builder *builder);

/// Read one plain file. On error the builder is as before. Errors: IO, FORMAT (file and line), LIMIT, MEMORY.
sm_status sm_lexicon_builder_read(sm_lexicon_builder *builder, const char *path, sm_error *err);

/// Facts of ordinary words, see data/lexicon/en/README.md; a file that is missing is passed over.
sm_status sm_lexicon_builder_read_words(sm_lexicon_builder *builder, const char *folder, sm_error *err);

/// The image as malloc'ed bytes; the builder can be read into and finished again. len may be NULL. Errors: MEMORY, LIMIT.
sm_status sm_lexicon_builder_finish(sm_lexicon_builder *builder, char **out, size_t *len, sm_error *err);

sm_lexicon_image sm_lexicon_image_of(const void *bytes);

#endif
