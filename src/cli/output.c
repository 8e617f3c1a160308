#include "output.h"

#include "buffer.h"
#include "interchange.h"
#include "project.h"

static sm_status note_all(const sm_options *o, const sm_gazetteer *gazetteer, sm_writer *writer,
                          sm_error *err) {
  enum { MAX_FILES = 64 };
  sm_gazetteer_file files[MAX_FILES];
  size_t n = sm_gazetteer_files(gazetteer, files, MAX_FILES);
  sm_buffer gazetteers = {0}, credits = {0};
  for (size_t i = 0; i < n && i < MAX_FILES; i++) {
    sm_buffer_printf(&gazetteers, "%s%.*s sha256 %s", i ? "; " : "", SM_STR_ARG(files[i].version),
                     files[i].sha256);
    sm_buffer_printf(&credits, "%s%.*s", i ? "; " : "", SM_STR_ARG(files[i].attribution));
  }
  sm_buffer_add_char(&gazetteers, 0);
  sm_buffer_add_char(&credits, 0);
  sm_status status =
      gazetteers.failed || credits.failed ? sm_fail(err, SM_ERROR_MEMORY, "out of memory") : SM_OK;
  if (!status) status = sm_writer_note(writer, "gazetteer", gazetteers.bytes, err);
  if (!status && credits.len > 1) status = sm_writer_note(writer, "attribution", credits.bytes, err);
  const char *level = o->generalise ? o->generalise : o->to;
  if (!status && level) status = sm_writer_note(writer, "generalised_to", level, err);
  if (!status && o->drop) status = sm_writer_note(writer, "dropped", o->drop, err);
  if (!status && o->where) status = sm_writer_note(writer, "where", o->where, err);
  sm_buffer_free(&gazetteers);
  sm_buffer_free(&credits);
  return status;
}

static sm_status fill(const sm_options *o, sm_collection *collection, const sm_gazetteer *gazetteer,
                      sm_writer *writer, sm_error *err) {
  size_t n_layers;
  sm_layers *const *layers = sm_writer_layers(writer, &n_layers);
  sm_status status = sm_collection_merge(collection, err);
  if (!status && (o->where || o->has_spat))
    status = sm_collection_where(collection, o->where, o->has_spat ? o->spat : NULL, err);
  if (!status && sm_writer_existing(writer)) status = sm_writer_clear(writer, err);
  sm_schema schema;
  if (!status) status = sm_schema_parse(o->schema, &schema, err);
  if (!status && schema) status = sm_interchange_write(collection, schema, writer, err);
  if (!status && !schema) status = sm_collection_write(collection, layers, n_layers, err);
  if (!status && o->project) status = sm_project_write(collection, writer, err);
  return status ? status : note_all(o, gazetteer, writer, err);
}

sm_writer_options sm_options_writer(const sm_options *o) {
  return (sm_writer_options){.path = o->output,
                             .format = o->format,
                             .name = o->layer_name,
                             .t_srs = o->t_srs,
                             .layer_options = o->lco.items,
                             .n_layer_options = o->lco.n,
                             .dataset_options = o->dsco.items,
                             .n_dataset_options = o->dsco.n,
                             .overwrite = o->overwrite,
                             .append = o->append,
                             .newest = SM_NO_DATE};
}

sm_status sm_write_collection(const sm_options *o, sm_collection *collection, const sm_gazetteer *gazetteer,
                              unsigned tables, sm_error *err) {
  sm_writer_options how = sm_options_writer(o);
  how.tables = tables;
  how.bare = how.no_wkt = o->schema != NULL;
  how.newest = sm_collection_newest(collection);
  sm_writer *writer;
  sm_status status = sm_writer_open(&how, &writer, err);
  if (status) return status;
  status = fill(o, collection, gazetteer, writer, err);
  if (!status) return sm_writer_commit(writer, err);
  sm_writer_discard(writer);
  return status;
}
