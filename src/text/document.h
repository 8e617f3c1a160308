/// A report and all that is derived from it, in one arena.
#ifndef SM_DOCUMENT_H
#define SM_DOCUMENT_H

#include <string.h>

#include "arena.h"
#include "date.h"
#include "lexicon.h"
#include "sha256.h"
#include "span.h"
#include "token.h"

/// A report as read: what it says of itself, and its exact text. Slices are borrowed from the document's arena
/// (or, before sm_document_new, from the reader until its next report).
typedef struct sm_report {
  sm_str id;
  sm_str text;   ///< UTF-8, valid: each invalid byte became U+FFFD
  sm_str title;  ///< context only, never a place for spans
  sm_str source;
  sm_str url;
  sm_date published; ///< SM_NO_DATE when unknown
  uint64_t first_invalid; ///< byte of the first invalid UTF-8 in the input, or SM_NO_OFFSET
} sm_report;

enum { SM_POINTS_STEP = 64 };

typedef struct sm_document {
  sm_arena *arena;
  sm_report report;      ///< published: also from a head line or dateline in the text
  bool published_in_text;///< the date was read from the text, not given
  bool english;          ///< false: another language; mentions only
  uint32_t head_tokens;  ///< tokens at the start that only date the report: "date 2024-01-19"
  sm_tokens tokens;
  const uint32_t *points; ///< code points before each SM_POINTS_STEP-th byte; NULL: as many as bytes
  char text_sha256[SM_SHA256_HEX]; ///< of report.text, "" while nobody has asked for it
  sm_tokens title;       ///< tokens of report.title; their offsets count in it
} sm_document;

/// Copy the report into a new document and tokenise it. Free with sm_document_free.
/// Errors: MEMORY, LIMIT (text above SM_REPORT_MAX bytes).
SM_API sm_status sm_document_new(const sm_report *report, const sm_lexicon *lexicon, sm_document **out,
                                 sm_error *err);

/// Reuse an old document's memory for another report.
SM_API sm_status sm_document_reset(sm_document *document, const sm_report *report, const sm_lexicon *lexicon,
                                   sm_error *err);
SM_API void sm_document_free(sm_document *document);

/// Largest text of one report in bytes.
#define SM_REPORT_MAX (4u << 20)

/// Largest line, row or file that is read at once, in bytes.
#define SM_INPUT_MAX (512u << 20)

/// Code points of the report's text before a byte.
SM_API uint32_t sm_code_point_at(const sm_document *document, uint32_t byte);

/// Before a loop over a constant list in an inlined question: unrolled, it becomes one test of a bit.
#if defined(__GNUC__) && !defined(__clang__)
#define SM_UNROLL _Pragma("GCC unroll 64")
#else
#define SM_UNROLL
#endif

/// Whether a word seen at a glance may be one of n words.
__attribute__((always_inline)) static inline bool sm_may_read_any(sm_glance glance, const char *const *words, size_t n) {
  uint64_t ahead = 0, behind = 0;
  SM_UNROLL
  for (size_t k = 0; k < n; k++) ahead |= 1ull << sm_glance_of(words[k], strlen(words[k])).ahead;
  if (!(ahead >> glance.ahead & 1)) return false;
  SM_UNROLL
  for (size_t k = 0; k < n; k++) behind |= 1ull << sm_glance_of(words[k], strlen(words[k])).behind;
  return behind >> glance.behind & 1;
}

/// Whether the token is spelt exactly as the word, or as one of n words.
static inline bool sm_token_reads(const sm_document *document, uint32_t i, const char *word) {
  const sm_token *t = &document->tokens.items[i];
  const size_t n = strlen(word);
  return t->end - t->begin == n && memcmp(document->report.text.ptr + t->begin, word, n) == 0;
}

static inline bool sm_token_reads_any(const sm_document *document, uint32_t i, const char *const *words, size_t n) {
  const char first = document->report.text.ptr[document->tokens.items[i].begin];
  for (size_t k = 0; k < n; k++) // mostly the first letter tells
    if (words[k][0] == first && sm_token_reads(document, i, words[k])) return true;
  return false;
}

#define SM_TOKEN_READS_ANY(document, i, words) \
  (sm_may_read_any((document)->tokens.glances[i], (words), sizeof(words) / sizeof(words)[0]) && sm_token_reads_any((document), (i), (words), sizeof(words) / sizeof(words)[0]))

#endif
