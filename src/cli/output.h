/// What the commands that write layers share. Internal to the command.
#ifndef SM_CLI_OUTPUT_H
#define SM_CLI_OUTPUT_H

#include "collection.h"
#include "options.h"
#include "writer.h"

/// Writer options of the command line; the caller adds tables and the newest day.
sm_writer_options sm_options_writer(const sm_options *options);

/// Merge, select by -where and -spat, write everything to the output and note how it was made. Errors as the
/// writer's.
sm_status sm_write_collection(const sm_options *options, sm_collection *collection,
                              const sm_gazetteer *gazetteer, unsigned tables, sm_error *err);

#endif
