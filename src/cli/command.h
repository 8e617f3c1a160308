/// The command line and the subcommands. Each of these runs with its parsed options and returns the process's exit status.
#ifndef SM_COMMAND_H
#define SM_COMMAND_H

#include "options.h"

enum { SM_EXIT_DONE = 0, SM_EXIT_FAILED = 1, SM_EXIT_USAGE = 2 };

int sm_command_map(const sm_options *options);
int sm_command_extract(const sm_options *options);
int sm_command_merge(const sm_options *options);
int sm_command_places(const sm_options *options);
int sm_command_geocode(const sm_options *options);
int sm_command_overlay(const sm_options *options);
int sm_command_generalise(const sm_options *options);
int sm_command_gazetteer(const sm_options *options);

/// Runs a subcommand (SM_CMD_*) and returns the exit status.
typedef int (*sm_command_runner)(unsigned command, const sm_options *options);

/// Any of them. In the shared object strikemap-commands, which the program loads for those that need GDAL.
SM_API int sm_run_command(unsigned command, const sm_options *options);

/// Find the subcommand and read its options; run runs it. Returns the exit status.
int sm_command_line(int argc, char **argv, sm_command_runner run);

/// One line on stderr, "strikemap: message"; returns the exit status that fits the error.
int sm_report_error(const sm_error *error);

/// A warning line on stderr.
void sm_warn(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
