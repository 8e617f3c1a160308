#include "command.h"
#include "reading.h"
#include "stream.h"

typedef struct places_task {
  unsigned roles; ///< bit r set: role r is written
  double min_conf;
} places_task;

static void add_key(sm_buffer *out, const char *name) {
  sm_buffer_add(out, ",\"", 2);
  sm_buffer_add_str(out, sm_str_of(name));
  sm_buffer_add(out, "\":", 2);
}

static void add_int(sm_buffer *out, const char *name, int64_t number) {
  add_key(out, name);
  sm_buffer_add_int(out, number);
}

static void add_fixed(sm_buffer *out, const char *name, double number, int decimals) {
  add_key(out, name);
  sm_buffer_add_fixed(out, number, decimals);
}

/// ,"name":"text" when text is known.
static void add_member(sm_buffer *out, const char *name, sm_str text) {
  if (!text.len) return;
  add_key(out, name);
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

static void add_mention(const sm_engine *engine, const sm_document *document, const sm_mention *m,
                        sm_code_points *points, sm_buffer *out) {
  sm_place place = {0}, adm1 = {0};
  if (m->place) sm_gazetteer_place(engine->gazetteer, m->place, &place);
  if (m->place && place.adm1) sm_gazetteer_place(engine->gazetteer, place.adm1, &adm1);
  sm_buffer_add_str(out, SM_STR("{\"type\":\"Feature\",\"geometry\":"));
  add_geometry(out, m);
  uint32_t begin = sm_code_point_at(points, m->span.begin), end = sm_code_point_at(points, m->span.end);
  sm_buffer_add_str(out, SM_STR(",\"properties\":{\"report_id\":"));
  sm_json_string(out, document->report.id);
  add_int(out, "begin", begin);
  add_int(out, "end", end);
  add_member(out, "text", slice(document, m->span));
  add_member(out, "role", sm_str_of(sm_role_name(m->role)));
  add_member(out, "place_id", place.id);
  add_member(out, "name", place.name);
  add_member(out, "iso3", sm_str_of(place.iso3));
  add_member(out, "adm1", adm1.name);
  if (m->place) {
    add_fixed(out, "radius_m", m->radius_m, 0);
    add_fixed(out, "conf", m->conf, 3);
  }
  add_int(out, "n_candidates", m->n_candidates);
  add_member(out, "reason", sm_str_of(m->reason));
  sm_buffer_add_str(out, SM_STR("}}\n"));
}

static sm_status places_of_report(const sm_engine *engine, sm_document *document, void *user, sm_buffer *out,
                                  sm_error *err) {
  const places_task *task = user;
  sm_mentions mentions;
  sm_status status = sm_find_mentions(engine->geocoder, document, &mentions, err);
  sm_code_points points = sm_code_points_of(document->report.text);
  for (size_t i = 0; !status && i < mentions.n; i++) {
    const sm_mention *m = &mentions.items[i];
    if ((task->roles >> m->role & 1) && m->conf >= task->min_conf)
      add_mention(engine, document, m, &points, out);
  }
  return status;
}

int sm_command_places(const sm_options *options) {
  places_task task = {.min_conf = options->min_conf};
  sm_engine engine = {0};
  sm_error error = {0};
  sm_engine_options how = sm_options_engine(options);
  sm_status status = sm_options_roles(options, &task.roles, &error);
  if (!status) status = sm_engine_open(&how, &engine, &error);
  int code = status ? sm_report_error(&error) : sm_stream_run(options, &engine, places_of_report, &task);
  sm_engine_close(&engine);
  return code;
}
