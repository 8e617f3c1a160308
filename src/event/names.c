#include "strike.h"

const char *sm_status_name(sm_strike_status status) {
  static const char *const names[] = {"reported", "claimed", "denied", "intercepted", "threatened", "planned"};
  return names[status];
}

const char *sm_stance_name(sm_stance stance) {
  static const char *const names[] = {"claims", "confirms", "denies"};
  return names[stance];
}
