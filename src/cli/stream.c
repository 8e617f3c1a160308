#include "stream.h"

#include <errno.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <threads.h>

#include "command.h"
#include "report_ids.h"

enum { BATCH_REPORTS = 512, BATCH_BYTES = 4 << 20 };

/// One report of a batch, its document, what was made of it, what went wrong.
typedef struct job {
  sm_report report;  ///< its texts lie in `texts`
  sm_buffer texts;
  sm_document *document;
  sm_buffer out;
  sm_status status;
  sm_error error;
} job;

typedef struct stream {
  const sm_engine *engine;
  sm_stream_work work;
  void *user;
  job *jobs;
  size_t n, size;
  atomic_size_t next;
  sm_report_ids *ids;
  bool failed;
} stream;

static sm_status open_document(const stream *s, job *j) {
  const sm_lexicon *lexicon = s->engine->lexicon;
  return j->document ? sm_document_reset(j->document, &j->report, lexicon, &j->error)
                     : sm_document_new(&j->report, lexicon, &j->document, &j->error);
}

static void run_one(const stream *s, job *j) {
  sm_buffer_clear(&j->out);
  j->status = open_document(s, j);
  if (!j->status) j->status = s->work(s->engine, j->document, s->user, &j->out, &j->error);
  if (!j->status && j->out.failed) j->status = sm_fail(&j->error, SM_ERROR_MEMORY, "out of memory");
}

static int run_jobs(void *arg) {
  stream *s = arg;
  for (size_t i; (i = atomic_fetch_add(&s->next, 1)) < s->n;) run_one(s, &s->jobs[i]);
  return 0;
}

static bool write_out(stream *s) {
  for (size_t i = 0; i < s->n; i++) {
    job *j = &s->jobs[i];
    if (j->status) {
      sm_report_error(&j->error);
      s->failed = true;
    } else if (j->out.len && fwrite(j->out.bytes, 1, j->out.len, stdout) != j->out.len) {
      sm_warn("standard output: %s", strerror(errno));
      s->failed = true;
      return false;
    }
  }
  s->n = 0;
  return true;
}

static bool run_batch(stream *s, int n_threads) {
  thrd_t threads[64];
  int n = 0;
  atomic_store(&s->next, 0);
  while (n < n_threads - 1 && n < 64 && (size_t)n + 1 < s->n &&
         thrd_create(&threads[n], run_jobs, s) == thrd_success)
    n++;
  run_jobs(s);
  for (int i = 0; i < n; i++) thrd_join(threads[i], NULL);
  return write_out(s);
}

/// The reader's texts are its own until the next report: keep them, so that the threads make the documents.
static sm_status keep_report(job *j, const sm_report *report, sm_error *err) {
  j->report = *report;
  sm_str *const parts[] = {&j->report.id, &j->report.text, &j->report.title, &j->report.source, &j->report.url};
  enum { PARTS = sizeof parts / sizeof *parts };
  sm_buffer_clear(&j->texts);
  for (size_t i = 0; i < PARTS; i++) sm_buffer_add_str(&j->texts, *parts[i]);
  if (j->texts.failed) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  const char *at = j->texts.bytes;
  for (size_t i = 0; i < PARTS; at += parts[i++]->len)
    if (parts[i]->ptr && at) parts[i]->ptr = at;
  return SM_OK;
}

static sm_status add_report(stream *s, const sm_report *report, sm_error *err) {
  sm_report named = *report;
  sm_status status = sm_report_ids_unique(s->ids, &named, err);
  if (!status) status = keep_report(&s->jobs[s->n], &named, err);
  if (!status) s->n++;
  return status;
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

/// Read one input to its end in batches; false when writing failed.
static bool run_input(stream *s, const char *path, const sm_options *options) {
  sm_report_options how = sm_options_report(options);
  sm_report_reader *reader = NULL;
  sm_error error = {0};
  if (sm_report_reader_open(path, &how, &reader, &error)) {
    sm_report_error(&error);
    s->failed = true;
    return true;
  }
  size_t bytes = 0;
  bool end = false, good = true;
  while (good) {
    sm_report report;
    sm_status status = sm_report_reader_next(reader, &report, &end, &error);
    if (end && !status) break;
    if (!status) {
      sm_warn_of_bytes(&report);
      status = add_report(s, &report, &error);
      bytes += report.text.len;
    }
    if (status) {
      sm_report_error(&error);
      s->failed = true;
      continue;
    }
    if (s->n == s->size || bytes > BATCH_BYTES) {
      good = run_batch(s, options->jobs);
      bytes = 0;
    }
  }
  sm_report_reader_close(reader);
  return good && run_batch(s, options->jobs);
}

int sm_stream_run(const sm_options *options, const sm_engine *engine, sm_stream_work work, void *user) {
  stream s = {.engine = engine, .work = work, .user = user, .size = options->jobs > 1 ? BATCH_REPORTS : 1};
  static const char *const standard_input[] = {"-"};
  const char *const *inputs = options->inputs.n ? options->inputs.items : standard_input;
  size_t n = options->inputs.n ? options->inputs.n : 1;
  sm_error error = {0};
  s.jobs = calloc(s.size, sizeof *s.jobs);
  s.ids = s.jobs ? sm_report_ids_new() : NULL;
  if (!s.ids) {
    free(s.jobs);
    sm_fail(&error, SM_ERROR_MEMORY, "out of memory");
    return sm_report_error(&error);
  }
  for (size_t i = 0; i < n && run_input(&s, inputs[i], options); i++) {
  }
  for (size_t i = 0; i < s.size; i++) {
    if (s.jobs[i].document) sm_document_free(s.jobs[i].document);
    sm_buffer_free(&s.jobs[i].texts);
    sm_buffer_free(&s.jobs[i].out);
  }
  free(s.jobs);
  sm_report_ids_free(s.ids);
  if (fflush(stdout) && !s.failed) {
    sm_warn("standard output: %s", strerror(errno));
    s.failed = true;
  }
  return s.failed ? SM_EXIT_FAILED : SM_EXIT_DONE;
}
