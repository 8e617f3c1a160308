/// Speed of the tokeniser: bench_text LEXICON FILE [SECONDS] prints megabytes a second over the file's lines as reports.
/// With -d it prints the tokens, sentences and phrases of the whole file instead.
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "document.h"
#include "file.h"

/// Processor time, so that other work on the machine does not count.
static double now(void) { return (double)clock() / CLOCKS_PER_SEC; }

static void dump(const sm_document *d) {
  const sm_tokens *t = &d->tokens;
  size_t phrase = 0;
  for (size_t s = 0; s < t->n_sentences; s++) {
    printf("[%zu p%u f%x]", s, t->sentences[s].paragraph, t->sentences[s].flags);
    for (uint32_t i = t->sentences[s].first; i < t->sentences[s].last; i++) {
      const sm_token *k = t->items + i;
      printf(" %.*s", (int)(k->end - k->begin), d->report.text.ptr + k->begin);
      if (k->flags & (SM_TOKEN_CLITIC | SM_TOKEN_ABBREVIATION)) printf("/%x", k->flags);
      for (; phrase < t->n_phrases && t->phrases[phrase].first == i; phrase++)
        printf("<%u>", t->phrases[phrase].last - i);
    }
    putchar('\n');
  }
  char day[11];
  sm_date_format_iso(d->report.published, day);
  printf("english %d published %s\n", d->english, day);
}

static sm_report report_of(sm_str text) {
  return (sm_report){.id = SM_STR("bench"), .text = text, .published = SM_NO_DATE, .first_invalid = SM_NO_OFFSET};
}

int main(int argc, char **argv) {
  bool dumps = argc > 3 && argv[3][0] == '-';
  sm_error err = {0};
  sm_lexicon *lexicon = NULL;
  char *bytes;
  size_t len;
  if (argc < 3 || sm_lexicon_open(argv[1], &lexicon, &err) || sm_file_read(argv[2], 1u << 30, &bytes, &len, &err)) {
    fprintf(stderr, "bench_text LEXICON FILE [SECONDS|-d]: %s\n", err.message);
    return 1;
  }
  sm_document *d = NULL;
  sm_report first = report_of((sm_str){bytes, dumps ? len : 0});
  if (sm_document_new(&first, lexicon, &d, &err)) return 1;
  if (dumps) {
    dump(d);
    return 0;
  }
  double seconds = argc > 3 ? atof(argv[3]) : 2, start = now(), spent;
  size_t done = 0, tokens = 0;
  do {
    for (char *line = bytes, *end; line < bytes + len; line = end + 1) {
      end = memchr(line, '\n', (size_t)(bytes + len - line));
      if (!end) end = bytes + len;
      sm_report r = report_of((sm_str){line, (size_t)(end - line)});
      if (sm_document_reset(d, &r, lexicon, &err)) return 1;
      tokens += d->tokens.n;
    }
    done += len;
    spent = now() - start;
  } while (spent < seconds);
  printf("%.0f MB/s, %.1f ns a token, %.2f bytes a token\n", (double)done / spent * 1e-6, spent / (double)tokens * 1e9,
         (double)done / (double)tokens);
  sm_document_free(d);
  sm_lexicon_close(lexicon);
  free(bytes);
  return 0;
}
