/// Options of the command: one table, read anywhere on the line, with one dash or two; "--" ends them.
#ifndef SM_OPTIONS_H
#define SM_OPTIONS_H

#include "date.h"
#include "engine.h"
#include "report.h"

/// A growing list of texts that argv owns.
typedef struct sm_texts {
  const char **items;
  size_t n, cap;
} sm_texts;

typedef struct sm_options {
  sm_texts inputs; ///< what is no option
  const char *output, *format, *layer_name, *t_srs, *where;
  double spat[4];  ///< xmin ymin xmax ymax, degrees
  bool has_spat;
  sm_texts lco, dsco, gazetteers, lexicons;
  bool append, overwrite, progress, quiet, help, no_user_gazetteers, no_text, no_merge, project;
  int jobs;
  sm_date date;
  const char *source, *url, *title, *text_column;
  double min_conf;
  const char *roles, *with, *corrections, *layers, *schema, *generalise;
  const char *place, *admin2, *admin1, *country, *lon, *lat;
  bool reverse;
  bool join, count, nearest;
  double within;   ///< metres; 0 not given
  const char *grid, *period;
  const char *to, *drop;
  const char *name_column; ///< gazetteer build --name
  const char *districts;   ///< FILE or FILE:COLUMN
  const char *view;        ///< "un" or "de-facto"
  const char *inside;      ///< gazetteer find --in
  const char *from;        ///< gazetteer get --from
} sm_options;

/// Commands as bits, for the table of options.
enum {
  SM_CMD_MAP = 1 << 0,
  SM_CMD_EXTRACT = 1 << 1,
  SM_CMD_MERGE = 1 << 2,
  SM_CMD_PLACES = 1 << 3,
  SM_CMD_GEOCODE = 1 << 4,
  SM_CMD_OVERLAY = 1 << 5,
  SM_CMD_GENERALISE = 1 << 6,
  SM_CMD_GAZETTEER = 1 << 7,
};

/// Read argv[0..argc) for one command. Errors: USAGE, MEMORY. Free with sm_options_free, also after an error.
sm_status sm_options_parse(int argc, char **argv, unsigned command, sm_options *out, sm_error *err);
void sm_options_free(sm_options *options);

/// Print the options of a command, one a line.
void sm_options_help(unsigned command);

/// The values of a list joined by commas as bits, or-ed to *out; find gives a value's bit, or -1. Errors: USAGE.
sm_status sm_options_list(const char *option, const char *list, int (*find)(sm_str), unsigned *out, sm_error *err);

/// Roles of --roles as bits, all without it. Errors: USAGE.
sm_status sm_options_roles(const sm_options *options, unsigned *out, sm_error *err);

/// SM_WITH_* bits of --with. Errors: USAGE.
sm_status sm_options_with(const sm_options *options, unsigned *out, sm_error *err);
sm_engine_options sm_options_engine(const sm_options *options);
sm_report_options sm_options_report(const sm_options *options);

#endif
