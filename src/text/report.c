#include "report.h"

#include <stdlib.h>
#include <strings.h>

#include "decode.h"
#include "file.h"
#include "input.h"
#include "report_formats.h"

typedef enum source_kind { SOURCE_TEXT, SOURCE_HTML, SOURCE_LINES, SOURCE_TABLE } source_kind;

typedef struct path_list {
  char **items;
  size_t n, cap;
} path_list;

struct sm_report_reader {
  sm_report_options options;
  path_list pending; ///< paths still to read, next one last
  sm_input input;    ///< of the open file
  bool open;
  bool first_done; ///< a whole-file source has given its report
  source_kind kind;
  char *name;     ///< of the open file, for messages and ids
  char separator; ///< of a table
  sm_record header;
  sm_arena *table; ///< header of the table
  sm_arena *arena; ///< of the current report
  sm_buffer text;
  sm_buffer record;
};

static bool push_path(path_list *list, char *path) {
  if (!path) return false;
  if (list->n == list->cap) {
    size_t cap = list->cap ? list->cap * 2 : 16;
    char **grown = realloc(list->items, cap * sizeof *grown);
    if (!grown) {
      free(path);
      return false;
    }
    list->items = grown;
    list->cap = cap;
  }
  list->items[list->n++] = path;
  return true;
}

static char *copy_text(const char *text) {
  size_t n = strlen(text) + 1;
  char *copy = malloc(n);
  return copy ? memcpy(copy, text, n) : NULL;
}

static char *join(const char *folder, const char *name) {
  size_t n = strlen(folder), m = strlen(name);
  char *path = malloc(n + m + 2);
  if (!path) return NULL;
  memcpy(path, folder, n);
  path[n] = '/';
  memcpy(path + n + 1, name, m + 1);
  return path;
}

/// The extension without its dot, or an empty text.
static sm_str extension(const char *path) {
  sm_str e = sm_path_extension(path);
  return e.len ? (sm_str){e.ptr + 1, e.len - 1} : e;
}

static bool extension_is(const char *path, const char *text) {
  sm_str e = extension(path);
  return e.len == strlen(text) && strncasecmp(e.ptr, text, e.len) == 0;
}

static source_kind kind_of(const char *path, int first_byte) {
  if (extension_is(path, "html") || extension_is(path, "htm") || extension_is(path, "xhtml"))
    return SOURCE_HTML;
  if (extension_is(path, "jsonl") || extension_is(path, "ndjson") || extension_is(path, "geojsonl"))
    return SOURCE_LINES;
  if (extension_is(path, "csv") || extension_is(path, "tsv")) return SOURCE_TABLE;
  if (strcmp(path, "-") == 0 && first_byte == '{') return SOURCE_LINES;
  return SOURCE_TEXT;
}

bool sm_report_is_named(const char *path) {
  static const char *const known[] = {"txt",    "text", "html", "htm",    "xhtml", "jsonl",
                                      "ndjson", "csv",  "tsv",  "report", "md",    NULL};
  for (int i = 0; known[i]; i++)
    if (extension_is(path, known[i])) return true;
  return false;
}

static sm_report_reader *reader_new(const sm_report_options *options) {
  sm_report_reader *r = calloc(1, sizeof *r);
  if (!r) return NULL;
  r->options = options ? *options : (sm_report_options){.date = SM_NO_DATE};
  r->arena = sm_arena_new();
  r->table = sm_arena_new();
  if (r->arena && r->table) return r;
  sm_report_reader_close(r);
  return NULL;
}

static sm_status start(sm_report_reader *r, const char *name, sm_error *err) {
  free(r->name);
  r->name = copy_text(name);
  if (!r->name) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  r->open = true;
  r->first_done = false;
  r->header = (sm_record){0};
  r->kind = kind_of(name, strcmp(name, "-") == 0 ? sm_input_peek(&r->input) : 0);
  return SM_OK;
}

sm_status sm_report_reader_open(const char *path, const sm_report_options *options, sm_report_reader **out,
                                sm_error *err) {
  sm_report_reader *r = reader_new(options);
  if (!r || !push_path(&r->pending, copy_text(path))) {
    sm_report_reader_close(r);
    return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  }
  if (strcmp(path, "-") != 0 && sm_file_kind_of(path) != SM_FILE_FOLDER) {
    sm_input probe;
    sm_status status = sm_input_open(path, &probe, err);
    if (status) {
      sm_report_reader_close(r);
      return status;
    }
    sm_input_close(&probe);
  }
  *out = r;
  return SM_OK;
}

sm_status sm_report_reader_open_memory(const char *name, sm_str bytes, const sm_report_options *options,
                                       sm_report_reader **out, sm_error *err) {
  sm_report_reader *r = reader_new(options);
  if (!r) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  r->input = sm_input_of_memory(bytes);
  sm_status status = start(r, name, err);
  if (status)
    sm_report_reader_close(r);
  else
    *out = r;
  return status;
}

void sm_report_reader_close(sm_report_reader *r) {
  if (!r) return;
  if (r->open) sm_input_close(&r->input);
  for (size_t i = 0; i < r->pending.n; i++) free(r->pending.items[i]);
  free(r->pending.items);
  free(r->name);
  sm_arena_free(r->arena);
  sm_arena_free(r->table);
  sm_buffer_free(&r->text);
  sm_buffer_free(&r->record);
  free(r);
}

/// Put a folder's entries on the stack, the first one on top.
static sm_status expand_folder(sm_report_reader *r, const char *folder, sm_error *err) {
  char **names;
  size_t n;
  sm_status status = sm_folder_list(folder, r->arena, &names, &n, err);
  for (size_t i = n; !status && i > 0; i--) {
    char *path = join(folder, names[i - 1]);
    if (path && sm_file_kind_of(path) != SM_FILE_FOLDER && !sm_report_is_named(path) && extension(path).len)
      free(path);
    else if (!push_path(&r->pending, path))
      status = sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  }
  return status;
}

/// Open the next pending file; folders unfold in place.
static sm_status open_next(sm_report_reader *r, bool *end, sm_error *err) {
  while (r->pending.n) {
    char *path = r->pending.items[--r->pending.n];
    bool folder = strcmp(path, "-") != 0 && sm_file_kind_of(path) == SM_FILE_FOLDER;
    sm_status status = folder ? expand_folder(r, path, err) : sm_input_open(path, &r->input, err);
    if (!status && !folder) status = start(r, path, err);
    free(path);
    if (status || !folder) return status;
  }
  *end = true;
  return SM_OK;
}

/// The text decoded into the reader's buffer, or unchanged when it is plain valid UTF-8.
static sm_status decode_text(sm_report_reader *r, sm_report *report, sm_error *err) {
  sm_buffer_clear(&r->text);
  sm_str raw = report->text;
  sm_status status = sm_decode(raw, &r->text, &report->first_invalid, err);
  report->text = (sm_str){r->text.len ? r->text.bytes : "", r->text.len};
  return status;
}

static sm_str file_id(const sm_report_reader *r) {
  return strcmp(r->name, "-") == 0 ? SM_STR("stdin") : sm_path_stem(r->name);
}

static bool looks_binary(sm_str bytes) {
  size_t n = bytes.len < 4096 ? bytes.len : 4096, odd = 0;
  for (size_t i = 0; i < n; i++) {
    unsigned char c = (unsigned char)bytes.ptr[i];
    odd += c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
  }
  bool utf16 = n >= 2 && ((bytes.ptr[0] == '\xff' && bytes.ptr[1] == '\xfe') ||
                          (bytes.ptr[0] == '\xfe' && bytes.ptr[1] == '\xff'));
  return !utf16 && odd * 10 > n;
}

static sm_status refuse_foreign(const sm_report_reader *r, sm_str bytes, sm_error *err) {
  if (bytes.len >= 5 && memcmp(bytes.ptr, "%PDF-", 5) == 0)
    return sm_fail_at(err, SM_ERROR_FORMAT, 0, 0, "%s: a PDF: make it text with pdftotext first", r->name);
  if (bytes.len >= 4 && memcmp(bytes.ptr, "PK\3\4", 4) == 0)
    return sm_fail_at(err, SM_ERROR_FORMAT, 0, 0, "%s: a DOCX or ZIP file: make it text with pandoc first",
                      r->name);
  if (looks_binary(bytes))
    return sm_fail_at(err, SM_ERROR_FORMAT, 0, 0, "%s: not text (binary data)", r->name);
  return SM_OK;
}

static bool starts_as_html(sm_str text) {
  size_t i = text.len >= 3 && memcmp(text.ptr, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  while (i < text.len && strchr(" \t\r\n", text.ptr[i]) && text.ptr[i]) i++;
  sm_str rest = {text.ptr + i, text.len - i};
  return (rest.len > 14 && strncasecmp(rest.ptr, "<!doctype html", 14) == 0) ||
         (rest.len > 5 && strncasecmp(rest.ptr, "<html", 5) == 0);
}

static sm_status whole_file(sm_report_reader *r, sm_report *report, sm_error *err) {
  sm_str bytes;
  sm_status status = sm_input_rest(&r->input, r->name, &bytes, err);
  if (!status) status = refuse_foreign(r, bytes, err);
  if (status) return status;
  *report = (sm_report){.published = SM_NO_DATE, .text = bytes, .first_invalid = SM_NO_OFFSET};
  if (bytes.len == 0) return sm_fail_at(err, SM_ERROR_FORMAT, 0, 0, "%s: empty file", r->name);
  status = decode_text(r, report, err);
  if (!status && (r->kind == SOURCE_HTML || starts_as_html(bytes))) {
    uint64_t first_invalid = report->first_invalid;
    bool other = first_invalid != SM_NO_OFFSET && sm_html_tells_encoding(bytes);
    status = sm_report_from_html(other ? bytes : report->text, !other, r->arena, report, err);
    report->first_invalid = other ? SM_NO_OFFSET : first_invalid;
  }
  if (!report->id.len) report->id = file_id(r);
  return status;
}

static bool is_blank(sm_str line) {
  for (size_t i = 0; i < line.len; i++)
    if (!strchr(" \t\r\n\v\f", line.ptr[i]) || !line.ptr[i]) return false;
  return true;
}

static sm_status next_json_line(sm_report_reader *r, sm_report *report, bool *end, sm_error *err) {
  sm_str line;
  uint64_t offset;
  do {
    offset = r->input.offset;
    sm_status status = sm_input_line(&r->input, r->name, &line, end, err);
    if (status || *end) return status;
  } while (is_blank(line));
  sm_buffer_clear(&r->text);
  uint64_t invalid;
  sm_error inner = {0};
  sm_status status = sm_decode(line, &r->text, &invalid, &inner);
  if (!status) status = sm_report_from_json(sm_buffer_str(&r->text), r->arena, report, &inner);
  if (status)
    return sm_fail_at(err, status, offset + (inner.offset == SM_NO_OFFSET ? 0 : inner.offset), r->input.line,
                      "%s: line %llu: %s", r->name, (unsigned long long)r->input.line, inner.message);
  report->first_invalid = invalid == SM_NO_OFFSET ? invalid : offset + invalid;
  if (!report->id.len) {
    sm_str file = file_id(r);
    report->id = sm_str_of(
        sm_arena_printf(r->arena, "%.*s-%llu", SM_STR_ARG(file), (unsigned long long)r->input.line));
  }
  return SM_OK;
}

/// A whole record, which may span lines, decoded into the reader's buffer.
static sm_status next_record(sm_report_reader *r, bool *end, sm_error *err) {
  sm_buffer_clear(&r->record);
  do {
    sm_str line;
    sm_status status = sm_input_line(&r->input, r->name, &line, end, err);
    if (status) return status;
    if (*end) {
      *end = r->record.len == 0;
      break;
    }
    if (r->record.len) sm_buffer_add(&r->record, "\n", 1);
    sm_buffer_add_str(&r->record, line);
    if (r->record.len > SM_INPUT_MAX) return sm_fail(err, SM_ERROR_LIMIT, "%s: record too long", r->name);
  } while (!sm_record_is_whole(sm_buffer_str(&r->record)) || is_blank(sm_buffer_str(&r->record)));
  uint64_t invalid;
  sm_buffer_clear(&r->text);
  return sm_decode(sm_buffer_str(&r->record), &r->text, &invalid, err);
}

static sm_str column(const sm_report_reader *r, const sm_record *row, const char *const *names) {
  for (; *names; names++)
    for (size_t i = 0; i < r->header.n && i < row->n; i++)
      if (r->header.fields[i].len == strlen(*names) &&
          strncasecmp(r->header.fields[i].ptr, *names, r->header.fields[i].len) == 0)
        return row->fields[i];
  return (sm_str){0};
}

static sm_status read_header(sm_report_reader *r, bool *end, sm_error *err) {
  sm_status status = next_record(r, end, err);
  if (status || *end) return status;
  sm_arena_reset(r->table);
  char *copy = sm_arena_strdup(r->table, sm_buffer_str(&r->text));
  if (!copy) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  sm_str line = {copy, r->text.len};
  r->separator = sm_record_separator(line);
  return sm_record_split(line, r->separator, r->table, &r->header, err);
}

static sm_status next_table_row(sm_report_reader *r, sm_report *report, bool *end, sm_error *err) {
  static const char *const text_columns[] = {"text",        "notes",   "body", "content",
                                             "description", "summary", NULL};
  static const char *const ids[] = {"id", "report_id", "event_id_cnty", NULL};
  static const char *const dates[] = {"date", "published", "event_date", "publication_date", NULL};
  static const char *const titles[] = {"title", "headline", NULL};
  static const char *const sources[] = {"source", NULL};
  static const char *const urls[] = {"url", "link", NULL};
  const char *const chosen[] = {r->options.text_column, NULL};
  sm_status status = r->header.n ? SM_OK : read_header(r, end, err);
  if (!status && !*end) status = next_record(r, end, err);
  sm_record row = {0};
  if (!status && !*end) status = sm_record_split(sm_buffer_str(&r->text), r->separator, r->arena, &row, err);
  if (status || *end) return status;
  *report = (sm_report){.id = column(r, &row, ids),
                        .text = column(r, &row, r->options.text_column ? chosen : text_columns),
                        .title = column(r, &row, titles),
                        .source = column(r, &row, sources),
                        .url = column(r, &row, urls),
                        .published = sm_date_parse_iso(column(r, &row, dates)),
                        .first_invalid = SM_NO_OFFSET};
  if (!report->text.ptr)
    return sm_fail_at(err, SM_ERROR_FORMAT, r->input.offset, r->input.line,
                      "%s: line %llu: no column with the report's text%s%s", r->name,
                      (unsigned long long)r->input.line,
                      r->options.text_column ? " named " : " (name it with --text)",
                      r->options.text_column ? r->options.text_column : "");
  if (!report->id.len) {
    sm_str file = file_id(r);
    report->id = sm_str_of(
        sm_arena_printf(r->arena, "%.*s-%llu", SM_STR_ARG(file), (unsigned long long)r->input.line));
  }
  return SM_OK;
}

static void fill_from_options(const sm_report_options *o, sm_report *report) {
  if (report->published == SM_NO_DATE) report->published = o->date;
  if (!report->source.len) report->source = sm_str_of(o->source);
  if (!report->url.len) report->url = sm_str_of(o->url);
  if (!report->title.len) report->title = sm_str_of(o->title);
}

static sm_status next_of_file(sm_report_reader *r, sm_report *report, bool *file_end, sm_error *err) {
  if (r->kind == SOURCE_LINES) return next_json_line(r, report, file_end, err);
  if (r->kind == SOURCE_TABLE) return next_table_row(r, report, file_end, err);
  *file_end = r->first_done;
  if (r->first_done) return SM_OK;
  r->first_done = true;
  return whole_file(r, report, err);
}

sm_status sm_report_reader_next(sm_report_reader *r, sm_report *report, bool *end, sm_error *err) {
  sm_arena_reset(r->arena);
  *end = false;
  for (;;) {
    if (!r->open) {
      sm_status status = open_next(r, end, err);
      if (status || *end) return status;
    }
    bool file_end = false;
    sm_status status = next_of_file(r, report, &file_end, err);
    if (status == SM_ERROR_IO || status == SM_ERROR_LIMIT || file_end) {
      sm_input_close(&r->input);
      r->open = false;
    }
    if (status) return status;
    if (file_end) continue;
    fill_from_options(&r->options, report);
    return SM_OK;
  }
}
