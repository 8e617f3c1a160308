#include "command.h"
#include "output.h"

enum {
  WRITTEN = 1 << SM_TABLE_STRIKES | 1 << SM_TABLE_AREAS | 1 << SM_TABLE_LINKS | 1 << SM_TABLE_CLAIMS |
            1 << SM_TABLE_REPORTS,
};

static sm_status run(const sm_options *o, sm_collection **collection, sm_gazetteer **gazetteer,
                     sm_error *err) {
  sm_collection_options how = {.no_merge = true};
  sm_engine_options engine = sm_options_engine(o);
  sm_status status = sm_generalisation_parse(o->to, o->drop, &how.generalise, err);
  if (!status) status = sm_engine_open_gazetteer(&engine, gazetteer, err);
  how.gazetteer = *gazetteer;
  if (!status) status = sm_collection_new(&how, collection, err);
  if (!status) sm_register_drivers("", "");
  if (!status) status = sm_collection_read_strikes(*collection, o->inputs.items[0], NULL, err);
  return status ? status : sm_write_collection(o, *collection, *gazetteer, WRITTEN, err);
}

int sm_command_generalise(const sm_options *o) {
  sm_collection *collection = NULL;
  sm_gazetteer *gazetteer = NULL;
  sm_error error = {0};
  sm_status status = SM_OK;
  if (o->inputs.n != 1) status = sm_fail(&error, SM_ERROR_USAGE, "generalise: give one file of strikes");
  if (!status && !o->output)
    status = sm_fail(&error, SM_ERROR_USAGE, "generalise: no output given (-o FILE)");
  if (!status && !o->to)
    status = sm_fail(&error, SM_ERROR_USAGE, "generalise: how coarse? -to adm1, adm2 or 10km");
  if (!status) status = run(o, &collection, &gazetteer, &error);
  sm_collection_free(collection);
  if (gazetteer) sm_gazetteer_close(gazetteer);
  return status ? sm_report_error(&error) : SM_EXIT_DONE;
}
