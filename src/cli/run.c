#include "command.h"

int sm_run_command(unsigned command, const sm_options *options) {
  switch (command) {
  case SM_CMD_MAP:
    return sm_command_map(options);
  case SM_CMD_EXTRACT:
    return sm_command_extract(options);
  case SM_CMD_MERGE:
    return sm_command_merge(options);
  case SM_CMD_PLACES:
    return sm_command_places(options);
  case SM_CMD_GEOCODE:
    return sm_command_geocode(options);
  case SM_CMD_OVERLAY:
    return sm_command_overlay(options);
  case SM_CMD_GENERALISE:
    return sm_command_generalise(options);
  default:
    return sm_command_gazetteer(options);
  }
}
