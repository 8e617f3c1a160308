/// The program strikemap: the filters from reports to GeoJSON, linked without GDAL so that they start at once. Loading GDAL
/// takes ten times as long as they do on a page; the shared object with all commands is loaded for the others alone.
#include "build.h"
#include "command.h"
#include "module.h"

static int run(unsigned command, const sm_options *options) {
  if (!options->districts) { // of any layer: read by GDAL
    if (command == SM_CMD_EXTRACT) return sm_command_extract(options);
    if (command == SM_CMD_PLACES) return sm_command_places(options);
    if (command == SM_CMD_MERGE) return sm_command_merge(options);
  }
  sm_error error;
  sm_command_runner run_command = (sm_command_runner)sm_module_function("strikemap-commands.so", "sm_run_command", &error);
  return run_command ? run_command(command, options) : sm_report_error(&error);
}

/// In the place of the builder, which needs GDAL: only --districts asks for it, and goes to the shared object.
sm_status sm_gazetteer_build(const char *const *inputs, size_t n, const sm_gazetteer *base, const sm_build_options *options, const char *path,
                             sm_progress progress, void *user, sm_error *err) {
  (void)inputs, (void)n, (void)base, (void)options, (void)path, (void)progress, (void)user;
  return sm_fail(err, SM_ERROR_USAGE, "the filters build no gazetteers");
}

int main(int argc, char **argv) { return sm_command_line(argc, argv, run); }
