/// All that reading reports needs, opened once: lexicon, gazetteers, geocoder and reader of strikes.
#ifndef SM_ENGINE_H
#define SM_ENGINE_H

#include "strike.h"

typedef struct sm_engine_options {
  const char *const *gazetteers; ///< the user's own, asked first
  size_t n_gazetteers;
  bool no_user_gazetteers;       ///< neither STRIKEMAP_GAZETTEERS nor the user's data folder
  const char *districts;         ///< FILE or FILE:COLUMN: polygons with a name; districts instead of the built-in ones, or NULL
  const char *view;              ///< countries of disputed ground in outputs: "un" (also NULL) or "de-facto"
  const char *const *lexicons;   ///< plain files laid over the built-in lexicon
  size_t n_lexicons;
  bool places_only;              ///< no strikes are to be read: sm_engine.reader stays NULL
} sm_engine_options;

/// Immutable once open; shared between threads. Members are NULL when not open.
typedef struct sm_engine {
  sm_lexicon *lexicon;
  sm_gazetteer *gazetteer;
  sm_geocoder *geocoder;
  sm_reader *reader;
} sm_engine;

/// Gazetteers in the order of layers.md: given, STRIKEMAP_GAZETTEERS, the user's data folder, the built-in one.
/// options may be NULL. Close with sm_engine_close, also after an error. Errors: USAGE (unknown view), IO, FORMAT,
/// VERSION, MEMORY.
SM_API sm_status sm_engine_open(const sm_engine_options *options, sm_engine *out, sm_error *err);
SM_API void sm_engine_close(sm_engine *engine);

/// Only the gazetteers of an engine. Errors as sm_engine_open.
SM_API sm_status sm_engine_open_gazetteer(const sm_engine_options *options, sm_gazetteer **out, sm_error *err);

/// Folder of the user's own gazetteers ($XDG_DATA_HOME/strikemap/gazetteers) into out; "" without a home. Errors: LIMIT.
SM_API sm_status sm_user_gazetteer_folder(char *out, size_t cap, sm_error *err);

/// What was read from one report, in the document's arena.
typedef struct sm_reading_set {
  sm_mentions mentions;
  sm_strikes strikes;
} sm_reading_set;

/// Mentions and strikes of a document. with: SM_WITH_* bits, SM_STRIKES_ALONE. Other languages than English: mentions
/// only. Errors: MEMORY.
SM_API sm_status sm_engine_read(const sm_engine *engine, sm_document *document, unsigned with, sm_reading_set *out,
                                sm_error *err);

#endif
