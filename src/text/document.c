#include "document.h"

#include <stdlib.h>

#include "code_points.h"
#include "language.h"
#include "published.h"
#include "sentence.h"
#include "token_scan.h"

static sm_status out_of_memory(const sm_report *report, sm_error *err) {
  return sm_fail(err, SM_ERROR_MEMORY, "%.*s: out of memory", SM_STR_ARG(report->id));
}

/// Copy with the padding that the tokeniser wants; {NULL, 0} stays so.
static bool copy(sm_arena *arena, sm_str *s) {
  if (!s->ptr) return true;
  char *to = sm_arena_alloc(arena, s->len + SM_SCAN_PADDING);
  if (!to) return false;
  if (s->len) memcpy(to, s->ptr, s->len);
  memset(to + s->len, 0, SM_SCAN_PADDING);
  s->ptr = to;
  return true;
}

static sm_status tokenise(sm_arena *arena, sm_str text, const sm_lexicon *lexicon, sm_tokens *out,
                          sm_word_counts *counts) {
  enum { BYTES_PER_TOKEN = 4, FEWEST = 32 }; // English news has one token in 5.4 bytes
  *out = (sm_tokens){0};
  *counts = (sm_word_counts){0};
  if (!text.len) return SM_OK;
  sm_scan scan = {.text = (const unsigned char *)text.ptr, .len = (uint32_t)text.len, .lexicon = lexicon, .arena = arena};
  scan.cap = text.len / BYTES_PER_TOKEN + FEWEST;
  scan.items = sm_arena_alloc(arena, scan.cap * sizeof *scan.items);
  sm_status status = scan.items ? sm_scan_tokens(&scan) : SM_ERROR_MEMORY;
  sm_sentence *sentences = NULL;
  sm_phrase *phrases = NULL;
  if (!status) status = sm_split_sentences(&scan, arena, &sentences, &out->n_sentences);
  if (!status && lexicon) status = sm_find_phrases(scan.items, scan.n, lexicon, arena, &phrases, &out->n_phrases);
  *counts = scan.counts;
  out->items = scan.items;
  out->n = scan.n;
  out->sentences = sentences;
  out->phrases = phrases;
  return status;
}

static bool glance(sm_arena *arena, sm_str text, sm_tokens *tokens) {
  sm_glance *glances = sm_arena_alloc(arena, (tokens->n + 1) * sizeof *glances);
  if (!glances) return false;
  for (size_t i = 0; i < tokens->n; i++) glances[i] = sm_glance_of(text.ptr + tokens->items[i].begin, tokens->items[i].end - tokens->items[i].begin);
  glances[tokens->n] = (sm_glance){0};
  tokens->glances = glances;
  return true;
}

static sm_status fill(sm_document *document, const sm_report *report, const sm_lexicon *lexicon, sm_error *err) {
  sm_arena *arena = document->arena;
  *document = (sm_document){.arena = arena, .report = *report};
  if (report->text.len > SM_REPORT_MAX || report->title.len > SM_REPORT_MAX)
    return sm_fail(err, SM_ERROR_LIMIT, "%.*s: a text of more than %u MB is not one report: part it", SM_STR_ARG(report->id),
                   SM_REPORT_MAX >> 20);
  sm_report *r = &document->report;
  if (!copy(arena, &r->id) || !copy(arena, &r->text) || !copy(arena, &r->title) || !copy(arena, &r->source) ||
      !copy(arena, &r->url))
    return out_of_memory(report, err);
  sm_word_counts in_title, in_text;
  if (tokenise(arena, r->title, lexicon, &document->title, &in_title) ||
      tokenise(arena, r->text, lexicon, &document->tokens, &in_text) || !glance(arena, r->text, &document->tokens) || !sm_mark_code_points(document))
    return out_of_memory(report, err);
  document->english = sm_is_english(&in_text, lexicon);
  size_t head_end;
  sm_date told = sm_published_in(&document->tokens, r->text, &head_end);
  document->head_tokens = (uint32_t)head_end;
  if (r->published == SM_NO_DATE) {
    r->published = told;
    document->published_in_text = r->published != SM_NO_DATE;
  }
  return SM_OK;
}

sm_status sm_document_new(const sm_report *report, const sm_lexicon *lexicon, sm_document **out, sm_error *err) {
  sm_document *document = calloc(1, sizeof *document);
  if (document) document->arena = sm_arena_new();
  if (!document || !document->arena) {
    free(document);
    return out_of_memory(report, err);
  }
  sm_status status = fill(document, report, lexicon, err);
  if (status) sm_document_free(document);
  else *out = document;
  return status;
}

sm_status sm_document_reset(sm_document *document, const sm_report *report, const sm_lexicon *lexicon, sm_error *err) {
  sm_arena_reset(document->arena);
  return fill(document, report, lexicon, err);
}

void sm_document_free(sm_document *document) {
  if (!document) return;
  sm_arena_free(document->arena);
  free(document);
}
