#include "stream.h"

#include <errno.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <threads.h>

#include "command.h"
#include "report_ids.h"

enum { CHUNK_REPORTS = 16, CHUNK_BYTES = 1 << 20, CHUNKS_A_THREAD = 8, MOST_THREADS = 64 };

/// A report that waits for its turn, or what went wrong when it was read.
typedef struct item {
  sm_report report; ///< its texts lie in `texts`
  sm_buffer texts;
  size_t out_end; ///< where its output ends in the chunk's
  sm_status status;
  sm_error error;
} item;

/// Some successive reports and what was made of them: what a thread takes at a time.
typedef struct chunk {
  item items[CHUNK_REPORTS];
  size_t n;
  sm_buffer out;
  bool done;
} chunk;

/// Every thread reads its next chunk while no other reads, works on it, and writes all that is next in order.
typedef struct stream {
  const sm_engine *engine;
  const sm_options *options;
  sm_stream_work work;
  void *user;
  mtx_t intake; ///< guards what follows
  const char *const *inputs;
  size_t n_inputs, input;
  sm_report_reader *reader; ///< of the input at hand, or NULL
  sm_report_ids *ids;
  size_t read, largest; ///< chunks; reports of one
  mtx_t output;         ///< guards what follows
  cnd_t written_on;
  chunk *ring;
  size_t n_ring, written;
  atomic_bool failed, stopped; ///< something went wrong; nothing can be written any more
} stream;

// ---- reading

sm_status sm_report_keep(const sm_report *report, sm_report *to, sm_buffer *texts, sm_error *err) {
  *to = *report;
  sm_str *const parts[] = {&to->id, &to->text, &to->title, &to->source, &to->url};
  enum { PARTS = sizeof parts / sizeof *parts };
  sm_buffer_clear(texts);
  for (size_t i = 0; i < PARTS; i++) sm_buffer_add_str(texts, *parts[i]);
  if (texts->failed) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  const char *at = texts->bytes;
  for (size_t i = 0; i < PARTS; at += parts[i++]->len)
    if (parts[i]->ptr && at) parts[i]->ptr = at;
  return SM_OK;
}

sm_status sm_document_reuse(const sm_engine *engine, const sm_report *report, sm_document **document,
                            sm_error *err) {
  return *document ? sm_document_reset(*document, report, engine->lexicon, err)
                   : sm_document_new(report, engine->lexicon, document, err);
}

void sm_run_threads(int n_threads, int (*work)(void *user), void *user) {
  thrd_t threads[MOST_THREADS];
  int n = 0, wanted = n_threads < MOST_THREADS ? n_threads : MOST_THREADS;
  while (n < wanted - 1 && thrd_create(&threads[n], work, user) == thrd_success) n++;
  work(user);
  for (int i = 0; i < n; i++) thrd_join(threads[i], NULL);
}

void sm_warn_of_language(const sm_document *document) {
  if (!document->english && document->tokens.n)
    sm_warn("%.*s: not in English; only its place mentions can be read", SM_STR_ARG(document->report.id));
}

void sm_warn_of_bytes(const sm_report *report) {
  if (report->first_invalid != SM_NO_OFFSET)
    sm_warn("%.*s: byte %llu is not UTF-8; such bytes are read as U+FFFD", SM_STR_ARG(report->id),
            (unsigned long long)report->first_invalid);
}

static sm_status open_input(stream *s, sm_error *err) {
  sm_report_options how = sm_options_report(s->options);
  return sm_report_reader_open(s->inputs[s->input++], &how, &s->reader, err);
}

/// The next report of all inputs; false when there is none.
static bool read_item(stream *s, item *to) {
  sm_report report;
  bool end = true;
  to->status = SM_OK;
  while (end) {
    if (!s->reader && s->input == s->n_inputs) return false;
    if (!s->reader && (to->status = open_input(s, &to->error)) != SM_OK) return true;
    to->status = sm_report_reader_next(s->reader, &report, &end, &to->error);
    if (to->status) return true;
    if (!end) break;
    sm_report_reader_close(s->reader);
    s->reader = NULL;
  }
  sm_warn_of_bytes(&report);
  to->status = sm_report_ids_unique(s->ids, &report, &to->error);
  if (!to->status) to->status = sm_report_keep(&report, &to->report, &to->texts, &to->error);
  return true;
}

static bool read_reports(stream *s, chunk *c) {
  size_t bytes = 0;
  for (c->n = 0; c->n < s->largest && bytes < CHUNK_BYTES && read_item(s, &c->items[c->n]); c->n++)
    bytes += c->items[c->n].status ? 0 : c->items[c->n].report.text.len;
  return c->n > 0;
}

/// Fill the next chunk of the ring, once it is free; NULL at the end.
static chunk *next_chunk(stream *s) {
  mtx_lock(&s->intake);
  mtx_lock(&s->output);
  while (s->read - s->written >= s->n_ring && !s->stopped) cnd_wait(&s->written_on, &s->output);
  mtx_unlock(&s->output);
  chunk *c = &s->ring[s->read % s->n_ring];
  bool more = !s->stopped && read_reports(s, c);
  if (more) s->read++;
  mtx_unlock(&s->intake);
  return more ? c : NULL;
}

// ---- working and writing

static void work_on(const stream *s, chunk *c, sm_document **document) {
  sm_buffer_clear(&c->out);
  for (size_t i = 0; i < c->n; i++) {
    item *at = &c->items[i];
    size_t before = c->out.len;
    if (!at->status) at->status = sm_document_reuse(s->engine, &at->report, document, &at->error);
    if (!at->status) at->status = s->work(s->engine, *document, s->user, &c->out, &at->error);
    if (!at->status && c->out.failed) at->status = sm_fail(&at->error, SM_ERROR_MEMORY, "out of memory");
    if (at->status) c->out.len = before; // of a bad report nothing is written
    at->out_end = c->out.len;
  }
}

static bool write_bytes(stream *s, const char *bytes, size_t n) {
  if (!n || fwrite(bytes, 1, n, stdout) == n) return true;
  sm_warn("standard output: %s", strerror(errno));
  s->failed = s->stopped = true;
  return false;
}

static void write_chunk(stream *s, const chunk *c) {
  size_t from = 0;
  for (size_t i = 0; i < c->n && !s->stopped; i++) {
    if (!c->items[i].status) continue;
    if (!write_bytes(s, c->out.bytes + from, c->items[i].out_end - from)) return;
    from = c->items[i].out_end;
    sm_report_error(&c->items[i].error);
    s->failed = true;
  }
  if (!s->stopped) write_bytes(s, c->out.bytes + from, c->out.len - from);
}

/// Write the chunk if it is its turn, and those after it that were done before.
static void hand_over(stream *s, chunk *c) {
  mtx_lock(&s->output);
  c->done = true;
  while ((c = &s->ring[s->written % s->n_ring])->done) {
    write_chunk(s, c);
    c->done = false;
    s->written++;
  }
  cnd_broadcast(&s->written_on);
  mtx_unlock(&s->output);
}

static int run_thread(void *arg) {
  stream *s = arg;
  sm_document *document = NULL;
  for (chunk *c; (c = next_chunk(s)) != NULL; hand_over(s, c)) work_on(s, c, &document);
  if (document) sm_document_free(document);
  return 0;
}

// ---- the whole

static void close_stream(stream *s) {
  if (s->reader) sm_report_reader_close(s->reader);
  for (size_t k = 0; k < s->n_ring; k++) {
    for (size_t i = 0; i < CHUNK_REPORTS; i++) sm_buffer_free(&s->ring[k].items[i].texts);
    sm_buffer_free(&s->ring[k].out);
  }
  free(s->ring);
  sm_report_ids_free(s->ids);
}

int sm_stream_run(const sm_options *options, const sm_engine *engine, sm_stream_work work, void *user) {
  static const char *const standard_input[] = {"-"};
  bool given = options->inputs.n > 0;
  int n_threads = options->jobs < MOST_THREADS ? options->jobs : MOST_THREADS;
  stream s = {.engine = engine,
              .options = options,
              .work = work,
              .user = user,
              .inputs = given ? options->inputs.items : standard_input,
              .n_inputs = given ? options->inputs.n : 1,
              .largest = n_threads > 1 ? CHUNK_REPORTS : 1};
  sm_error error = {0};
  s.n_ring = n_threads > 1 ? CHUNKS_A_THREAD * (size_t)n_threads : 1;
  s.ring = calloc(s.n_ring, sizeof *s.ring);
  s.ids = s.ring ? sm_report_ids_new() : NULL;
  if (!s.ids) {
    free(s.ring);
    sm_fail(&error, SM_ERROR_MEMORY, "out of memory");
    return sm_report_error(&error);
  }
  mtx_init(&s.intake, mtx_plain);
  mtx_init(&s.output, mtx_plain);
  cnd_init(&s.written_on);
  sm_run_threads(n_threads, run_thread, &s);
  mtx_destroy(&s.intake);
  mtx_destroy(&s.output);
  cnd_destroy(&s.written_on);
  close_stream(&s);
  if (fflush(stdout) && !s.failed) {
    sm_warn("standard output: %s", strerror(errno));
    s.failed = true;
  }
  return s.failed ? SM_EXIT_FAILED : SM_EXIT_DONE;
}
