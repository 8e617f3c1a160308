#include "command.h"
#include "reading.h"
#include "stream.h"

typedef struct places_task {
  unsigned roles; ///< bit r set: role r is written
  double min_conf;
} places_task;

static void add_int(sm_buffer *out, sm_str key, int64_t number) {
  sm_buffer_add_str(out, key);
  sm_buffer_add_int(out, number);
}

static void add_fixed(sm_buffer *out, sm_str key, double number, int decimals) {
  sm_buffer_add_str(out, key);
  sm_buffer_add_fixed(out, number, decimals);
}

/// The key and the text when it is known.
static void add_text(sm_buffer *out, sm_str key, sm_str text) {
  if (!text.len) return;
  sm_buffer_add_str(out, key);
  sm_json_string(out, text);
}

static sm_str slice(const sm_document *document, sm_span span) {
  return (sm_str){document->report.text.ptr + span.begin, span.end - span.begin};
}

static void add_geometry(sm_buffer *out, const sm_mention *m) {
  if (!m->place) {
    sm_buffer_add_str(out, SM_STR("null"));
    return;
  }
  sm_buffer_add_str(out, SM_STR("{\"type\":\"Point\",\"coordinates\":["));
  sm_buffer_add_fixed(out, m->lon, 6);
  sm_buffer_add_char(out, ',');
  sm_buffer_add_fixed(out, m->lat, 6);
  sm_buffer_add_str(out, SM_STR("]}"));
}

#define KEY(name) SM_STR(",\"" name "\":")

static void add_place(const sm_engine *engine, const sm_mention *m, sm_buffer *out) {
  sm_place place;
  sm_gazetteer_place(engine->gazetteer, m->place, &place);
  sm_gazetteer_as_viewed(engine->gazetteer, &place);
  add_text(out, KEY("place_id"), place.id);
  add_text(out, KEY("name"), place.name);
  add_text(out, KEY("iso3"), sm_str_of(place.iso3));
  if (place.adm1) add_text(out, KEY("adm1"), sm_gazetteer_name(engine->gazetteer, place.adm1));
  add_fixed(out, KEY("radius_m"), m->radius_m, 0);
  add_fixed(out, KEY("conf"), m->conf, 3);
}

static void add_mention(const sm_engine *engine, const sm_document *document, const sm_mention *m, sm_buffer *out) {
  sm_buffer_add_str(out, SM_STR("{\"type\":\"Feature\",\"geometry\":"));
  add_geometry(out, m);
  uint32_t begin = sm_code_point_at(document, m->span.begin), end = sm_code_point_at(document, m->span.end);
  sm_buffer_add_str(out, SM_STR(",\"properties\":{\"report_id\":"));
  sm_json_string(out, document->report.id);
  add_int(out, KEY("begin"), begin);
  add_int(out, KEY("end"), end);
  add_text(out, KEY("text"), slice(document, m->span));
  add_text(out, KEY("role"), sm_str_of(sm_role_name(m->role)));
  if (m->place) add_place(engine, m, out);
  add_int(out, KEY("n_candidates"), m->n_candidates);
  add_text(out, KEY("reason"), sm_str_of(m->reason));
  sm_buffer_add_str(out, SM_STR("}}\n"));
}

static sm_status places_of_report(const sm_engine *engine, sm_document *document, void *user, sm_buffer *out,
                                  sm_error *err) {
  const places_task *task = user;
  sm_mentions mentions;
  sm_status status = sm_find_mentions(engine->geocoder, document, &mentions, err);
  for (size_t i = 0; !status && i < mentions.n; i++) {
    const sm_mention *m = &mentions.items[i];
    if ((task->roles >> m->role & 1) && m->conf >= task->min_conf)
      add_mention(engine, document, m, out);
  }
  return status;
}

int sm_command_places(const sm_options *options) {
  places_task task = {.min_conf = options->min_conf};
  sm_engine engine = {0};
  sm_error error = {0};
  sm_engine_options how = sm_options_engine(options);
  how.places_only = true;
  sm_status status = sm_options_roles(options, &task.roles, &error);
  if (!status) status = sm_engine_open(&how, &engine, &error);
  int code = status ? sm_report_error(&error) : sm_stream_run(options, &engine, places_of_report, &task);
  sm_engine_close(&engine);
  return code;
}
