#include "command.h"

#include <stdarg.h>
#include <stdio.h>

#include "version.h"

typedef struct command_row {
  const char *name;
  unsigned bit;
  const char *usage;
  const char *purpose;
} command_row;

static const command_row commands[] = {
    {"map", SM_CMD_MAP, "map REPORT... -o FILE", "reports to styled layers"},
    {"extract", SM_CMD_EXTRACT, "extract [REPORT...]",
     "reports to strikes, as newline-delimited GeoJSON"},
    {"generalise", SM_CMD_GENERALISE, "generalise STRIKES -o FILE --to adm1|adm2|10km",
     "coarser places for publication"},
    {"merge", SM_CMD_MERGE, "merge [READINGS...]",
     "readings of many reports (as extract prints them) to strikes, as newline-delimited GeoJSON"},
    {"overlay", SM_CMD_OVERLAY, "overlay STRIKES LAYER -o FILE",
     "join strikes with any other layer"},
    {"places", SM_CMD_PLACES, "places [REPORT...]",
     "reports to place mentions, as newline-delimited GeoJSON"},
    {"gazetteer", SM_CMD_GAZETTEER, "gazetteer build|get|add|find|info|list|remove ...",
     "places of your own: build, fetch, look up"},
    {"geocode", SM_CMD_GEOCODE, "geocode TABLE -o FILE", "a table to points with their uncertainty"},
};
enum { N_COMMANDS = sizeof commands / sizeof commands[0] };

int sm_report_error(const sm_error *error) {
  fflush(stdout);
  fprintf(stderr, "strikemap: %s\n", error->message);
  return error->status == SM_ERROR_USAGE ? SM_EXIT_USAGE : SM_EXIT_FAILED;
}

void sm_warn(const char *format, ...) {
  char line[1024];
  va_list args;
  va_start(args, format);
  vsnprintf(line, sizeof line, format, args);
  va_end(args);
  for (char *c = line; *c; c++)
    if ((unsigned char)*c < 0x20) *c = ' ';
  fprintf(stderr, "strikemap: warning: %s\n", line);
}

static void print_help(void) {
  puts("strikemap: reports of military strikes to map layers, offline\n\nusage: strikemap COMMAND [options] "
       "...\n");
  for (int i = 0; i < N_COMMANDS; i++) printf("  %-12s %s\n", commands[i].name, commands[i].purpose);
  puts("\n`strikemap COMMAND --help` tells a command's options; `strikemap --version` the version.\n"
       "REPORT is a .txt, .html, .jsonl or .csv file, a folder of such, or - for standard input.\n"
       "Exit status: 0 done, 1 the work failed, 2 wrong usage.");
}

static int print_command_help(const command_row *command) {
  printf("usage: strikemap %s\n\n%s\n\n", command->usage, command->purpose);
  sm_options_help(command->bit);
  return SM_EXIT_DONE;
}

static const command_row *find_command(const char *name) {
  for (int i = 0; i < N_COMMANDS; i++)
    if (sm_str_equal(sm_str_of(name), sm_str_of(commands[i].name))) return &commands[i];
  return NULL;
}

static bool is_option(const char *arg, const char *name) {
  return arg[0] == '-' && sm_str_equal(sm_str_of(arg + 1 + (arg[1] == '-')), sm_str_of(name));
}

static int run_command(const command_row *command, sm_command_runner run, int argc, char **argv) {
  sm_options options;
  sm_error error = {0};
  sm_status status = sm_options_parse(argc, argv, command->bit, &options, &error);
  int code;
  if (status)
    code = sm_report_error(&error);
  else
    code = options.help ? print_command_help(command) : run(command->bit, &options);
  sm_options_free(&options);
  return code;
}

int sm_command_line(int argc, char **argv, sm_command_runner run) {
  if (argc < 2) {
    fputs("strikemap: no command given (see strikemap --help)\n", stderr);
    return SM_EXIT_USAGE;
  }
  if (is_option(argv[1], "version")) {
    puts("strikemap " SM_VERSION);
    return SM_EXIT_DONE;
  }
  if (is_option(argv[1], "help") || is_option(argv[1], "h") ||
      sm_str_equal(sm_str_of(argv[1]), SM_STR("help"))) {
    const command_row *asked = argc > 2 ? find_command(argv[2]) : NULL;
    if (asked) return print_command_help(asked);
    print_help();
    return SM_EXIT_DONE;
  }
  const command_row *command = find_command(argv[1]);
  if (!command) {
    sm_error error;
    sm_fail(&error, SM_ERROR_USAGE, "%s is no command (see strikemap --help)", argv[1]);
    return sm_report_error(&error);
  }
  return run_command(command, run, argc - 2, argv + 2);
}
