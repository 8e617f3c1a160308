/// Who says it: reporting verbs with their speakers and what of a sentence they cover. Private to the room.
#ifndef SM_SPEECH_H
#define SM_SPEECH_H

#include "syntax.h"

typedef struct sm_speech {
  uint32_t verb, verb_last; ///< tokens of the reporting word
  uint32_t first, last;     ///< tokens of the speaker's phrase
  uint32_t sentence;
  uint32_t reach; ///< the first token of its clause: what stands before is not covered
  const sm_cue_row *row; ///< of the reporting word
  uint8_t kind; ///< sm_kind of the speaker: official, medic, monitor, ..., SM_K_STATE, SM_K_NONE unknown
  bool before;  ///< what it covers stands before it ("..., police said", "according to ...")
  bool negated; ///< "did not say", "has not claimed"
  bool pronoun; ///< "he said": the speaker is that of the last speech
  sm_str name;  ///< the phrase without its article
} sm_speech;

typedef struct sm_speeches {
  sm_speech *items; ///< in text order of the verbs
  uint32_t n;
} sm_speeches;

sm_status sm_find_speeches(const sm_scan *scan, const sm_syntax *syntax, sm_speeches *out, sm_error *err);

/// The speech that covers a token of a sentence, or NULL.
const sm_speech *sm_speech_of(const sm_speeches *speeches, uint32_t sentence, uint32_t token);

#endif
