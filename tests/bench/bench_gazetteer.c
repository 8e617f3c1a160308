/// Speed of the gazetteer's look-ups: bench_gazetteer LEXICON FILE GAZ... takes the words of a text file's
/// lines, asks for the longest name at each, and prints how fast; then the look-ups by point and by other
/// spellings.
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "boundary.h"
#include "document.h"
#include "file.h"
#include "fold.h"

/// Processor time, so that other work on the machine does not count.
static double now(void) {
  return (double)clock() / CLOCKS_PER_SEC;
}

typedef struct counts {
  size_t words, starts, names, candidates;
  uint64_t sum; ///< keeps the compiler from leaving work out
} counts;

/// Longest name that starts at token i; the tokens that it takes.
static size_t longest_at(const sm_gazetteer *g, const sm_tokens *t, size_t i, counts *c) {
  sm_candidate found[8];
  int longest;
  size_t best = 0, n_best = 0;
  if (!t->items[i].key || (c->words++, !sm_gazetteer_starts(g, t->items[i].key, &longest))) return 0;
  c->starts++;
  uint64_t key = t->items[i].key;
  int words = 1;
  for (size_t k = i; words <= longest;) {
    size_t n = sm_gazetteer_find(g, key, found, 8);
    if (n) best = k + 1 - i, n_best = n;
    do k++;
    while (k < t->n && t->items[k].sign == '-');
    if (k >= t->n || !t->items[k].key) break;
    if (words > 1 && !sm_gazetteer_starts(g, key, &longest)) break;
    key = sm_phrase_key(key, t->items[k].key);
    words++;
  }
  for (size_t k = 0; k < n_best && k < 8; k++) c->sum += sm_gazetteer_brief(g, found[k].place).population;
  c->names += best > 0;
  c->candidates += n_best;
  return best;
}

static void look_up_all(const sm_gazetteer *g, const sm_tokens *t, counts *c) {
  for (size_t i = 0; i < t->n;) {
    size_t taken = longest_at(g, t, i, c);
    i += taken ? taken : 1;
  }
}

static double nanoseconds(double seconds, size_t n) {
  return n ? seconds * 1e9 / (double)n : 0;
}

static void bench_points(const sm_gazetteer *g) {
  enum { N = 200000 };
  sm_place_ref out[5];
  uint64_t random = 88172645463325252u, sum = 0;
  double start = now();
  for (int i = 0; i < N; i++) {
    random ^= random << 13, random ^= random >> 7, random ^= random << 17;
    sum += sm_boundary_locate(g, (double)(random % 360000) / 1000 - 180,
                              (double)(random / 360000 % 130000) / 1000 - 55)
               .adm1;
  }
  printf("locate   %8.0f ns a point of the world (%llu)\n", nanoseconds(now() - start, N),
         (unsigned long long)sum);
  start = now();
  for (int i = 0; i < N / 10; i++) {
    random ^= random << 13, random ^= random >> 7, random ^= random << 17;
    sum += sm_gazetteer_nearest(g, 30 + (double)(random % 45000) / 1000,
                                12 + (double)(random / 45000 % 38000) / 1000, 30000, out, 5);
  }
  printf("nearest  %8.0f ns for 5 within 30 km (%llu)\n", nanoseconds(now() - start, N / 10),
         (unsigned long long)sum);
}

static void bench_similar(const sm_gazetteer *g, const sm_tokens *t, sm_str text) {
  sm_candidate found[8];
  size_t n = 0, hits = 0;
  double start = now();
  for (size_t i = 0; i < t->n && n < 20000; i++) {
    if (!(t->items[i].flags & SM_TOKEN_CAPITAL)) continue;
    sm_str word = {text.ptr + t->items[i].begin, t->items[i].end - t->items[i].begin};
    hits += sm_gazetteer_find_similar(g, word, found, 8) > 0;
    n++;
  }
  printf("similar  %8.0f ns a capitalised word, %.2f of them like a name\n", nanoseconds(now() - start, n),
         n ? (double)hits / (double)n : 0);
}

int main(int argc, char **argv) {
  sm_error err = {.message = "usage"};
  sm_lexicon *lexicon = NULL;
  sm_gazetteer *g = NULL;
  sm_document *d = NULL;
  char *bytes = NULL;
  size_t len = 0;
  if (argc < 4 || sm_lexicon_open(argv[1], &lexicon, &err) ||
      sm_file_read(argv[2], 1u << 30, &bytes, &len, &err) ||
      sm_gazetteer_open((const char *const *)argv + 3, (size_t)argc - 3, &g, &err)) {
    fprintf(stderr, "bench_gazetteer LEXICON FILE GAZ...: %s\n", err.message);
    return 1;
  }
  sm_report report = {
      .id = SM_STR("bench"), .text = {bytes, len}, .published = SM_NO_DATE, .first_invalid = SM_NO_OFFSET};
  if (sm_document_new(&report, lexicon, &d, &err)) return 1;
  counts c = {0};
  double start = now(), spent;
  size_t rounds = 0;
  do {
    look_up_all(g, &d->tokens, &c);
    rounds++;
    spent = now() - start;
  } while (spent < 2);
  double mega = (double)len * (double)rounds / 1e6;
  printf("names    %8.0f MB/s: of %zu words %.2f start a name, %.3f are one; %.1f candidates each (%llu)\n",
         mega / spent, c.words / rounds, (double)c.starts / (double)c.words,
         (double)c.names / (double)c.words, (double)c.candidates / (double)(c.names ? c.names : 1),
         (unsigned long long)c.sum);
  bench_points(g);
  bench_similar(g, &d->tokens, d->report.text);
  sm_document_free(d);
  sm_gazetteer_close(g);
  sm_lexicon_close(lexicon);
  free(bytes);
  return 0;
}
