/// Who says it: reporting verbs with their speakers and what of a sentence they cover. Private to the room.
#ifndef SM_SPEECH_H
#define SM_SPEECH_H

#include "search.h"
#include "syntax.h"

typedef struct sm_speech {
  uint32_t verb, verb_last; ///< tokens of the reporting word
  uint32_t first, last;     ///< tokens of the speaker's phrase
  uint32_t sentence;
  uint32_t reach; ///< the first token of its clause: what stands before is not covered
  uint32_t end;   ///< of what it may cover; of "a strike which the army says hit a car" before the main verb
  const sm_cue_row *row; ///< of the reporting word
  uint8_t kind; ///< sm_kind of the speaker: official, medic, monitor, ..., SM_K_STATE, SM_K_NONE unknown
  bool before;  ///< what it covers stands before it ("..., police said", "according to ...")
  bool amid;    ///< ... and behind it too: "in which, police said, nine died"
  bool negated; ///< "did not say", "has not claimed"
  bool back;    ///< "reported this", "This was reported by": of the sentences before
  bool deed;    ///< "a bombing claimed by X": claims it and tells no more
  bool apart;   ///< "hours before X announced": of something else
  bool cites;   ///< "citing", "quoting": who is behind another voice
  bool credited; ///< only said to have given a count: covers that alone
  bool pronoun; ///< "he said": the speaker is that of the last speech
  sm_str name;  ///< the phrase without its article, with the name or office beside it; of a spokesman the body's
  sm_str alias; ///< the words of the phrase itself, where the name is that of a body
} sm_speech;

/// Words between quotation marks.
typedef struct sm_quote {
  uint32_t first, last; ///< tokens of the marks; last: the end of the paragraph where none closes
  int speech;           ///< index, -1 nobody is known to say them
} sm_quote;

typedef struct sm_speeches {
  sm_speech *items; ///< in text order of the verbs
  uint32_t n;
  sm_quote *quotes; ///< in text order
  uint32_t n_quotes;
} sm_speeches;

/// The first speech of a sentence or of a later one; speeches->n when there is none.
static inline uint32_t sm_first_speech(const sm_speeches *speeches, uint32_t sentence) {
  return (uint32_t)sm_lower_bound(speeches->items, speeches->n, sizeof *speeches->items, offsetof(sm_speech, sentence), sentence);
}

sm_status sm_find_speeches(const sm_scan *scan, const sm_syntax *syntax, sm_speeches *out, sm_error *err);

/// The quotations and who says them; after the speeches are found. Errors: MEMORY.
sm_status sm_find_quotes(const sm_scan *scan, sm_speeches *out, sm_error *err);

/// The words of b stand in a, in whatever case; before a possessive's mark, too.
bool sm_holds_words(sm_str a, sm_str b);

/// "in what Volodymyr Zelenskiy called a crime": the token behind the last "what" of a phrase, or its first.
uint32_t sm_after_what(const sm_scan *scan, uint32_t first, uint32_t last);

/// The speech whose quoted words a token is one of, or NULL.
const sm_speech *sm_quoted_by(const sm_speeches *speeches, uint32_t token);

/// "SANA, quoting a military source, said": who is cited; else the speech itself.
const sm_speech *sm_cited_in(const sm_speeches *speeches, const sm_speech *speech);

/// The speech that covers a token of a sentence, or NULL.
const sm_speech *sm_speech_of(const sm_speeches *speeches, uint32_t sentence, uint32_t token);

/// "the blast comes weeks after a bombing killed four, an attack claimed by X": a token of a clause that recalls what happened before.
bool sm_is_of_earlier(const sm_scan *scan, uint32_t token);
/// "The attack came, occurred, took place a week after ...": a token of the verb.
bool sm_comes_to_pass(const sm_scan *scan, uint32_t verb);

/// "the border of Kayah and southern Shan states, a monitor said": the plural of what two provinces are, no verb.
bool sm_is_noun_of_units(const sm_scan *scan, uint32_t token);

#endif
