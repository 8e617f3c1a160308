#include "mention.h"

const char *sm_role_name(sm_role role) {
  static const char *const names[] = {"literal", "metonym", "demonym", "dateline", "embedded"};
  return names[role];
}
