/// Any bytes as a report: tokens and sentences stay in order and inside the text, phrases inside their sentence.
#include <stdlib.h>

#include "document.h"

static void require(bool holds) {
  if (!holds) abort();
}

static void check(const sm_tokens *t, size_t len) {
  uint32_t last = 0;
  for (size_t i = 0; i < t->n; i++) {
    const sm_token *k = t->items + i;
    require(k->begin >= last && k->end > k->begin && k->end <= len && k->sentence < t->n_sentences);
    last = k->end;
  }
  uint32_t next = 0;
  for (size_t i = 0; i < t->n_sentences; i++) {
    const sm_sentence *s = t->sentences + i;
    require(s->first == next && s->last > s->first && s->begin < s->end);
    next = s->last;
  }
  require(next == t->n);
  for (size_t i = 0; i < t->n_phrases; i++) {
    const sm_phrase *p = t->phrases + i;
    require(p->last > p->first + 1 && p->last <= t->n && p->entry->n_senses > 0);
    require(t->items[p->first].sentence == t->items[p->last - 1].sentence);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static sm_lexicon *lexicon;
  static sm_document *document;
  if (!lexicon && sm_lexicon_open(SM_FUZZ_DATA "/en.lex", &lexicon, NULL)) abort();
  size_t title = size > 4 ? data[0] % 16 : 0;
  if (title > size) title = size;
  sm_report report = {.id = SM_STR("fuzz"), .published = SM_NO_DATE, .first_invalid = SM_NO_OFFSET};
  report.title = (sm_str){(const char *)data, title};
  report.text = (sm_str){(const char *)data + title, size - title};
  sm_status status = document ? sm_document_reset(document, &report, lexicon, NULL)
                              : sm_document_new(&report, lexicon, &document, NULL);
  require(!status);
  check(&document->tokens, report.text.len);
  check(&document->title, report.title.len);
  return 0;
}
