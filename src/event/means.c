// What sides have the means to strike with, from general knowledge of these wars.
#include "sides.h"

enum { AIR = SM_WEAPON_AIRSTRIKE | SM_WEAPON_GLIDE_BOMB, TUBES = SM_WEAPON_ROCKET | SM_WEAPON_MORTAR,
       FIRED = TUBES | SM_WEAPON_ARTILLERY | SM_WEAPON_GRENADE, SENT = SM_WEAPON_SUICIDE_BOMB | SM_WEAPON_CAR_BOMB };

static bool is_of(const sm_actor *state, const char *const *states) {
  for (; *states; states++)
    if (strcmp(state->iso3, *states) == 0) return true;
  return false;
}

static bool is_named(const sm_actor *group, const char *const *names) {
  for (; *names; names++)
    if (sm_str_equal(group->name, sm_str_of(*names))) return true;
  return false;
}

bool sm_flies(const sm_actor *group) {
  static const char *const names[] = {"Libyan National Army (LNA)", "Government of National Accord", "Wagner Group", "Liberation Tigers of Tamil Eelam (LTTE)", NULL};
  return is_named(group, names);
}

bool sm_is_fired(uint32_t weapons) { return weapons && !(weapons & ~(uint32_t)FIRED); }

/// Armed groups but these had no drones before the Islamic State dropped grenades from toys.
static bool group_has_drones(const sm_actor *group, sm_date day) {
  static const char *const early[] = {"Hezbollah", "Hamas", NULL};
  return day == SM_NO_DATE || day >= sm_date_make(2016, 1, 1) || is_named(group, early);
}

bool sm_fires_by_groups(const sm_actor *state, bool home) {
  static const char *const everywhere[] = {"PSE", NULL}, *const abroad[] = {"LBN", NULL};
  return state->type == 1 && (is_of(state, everywhere) || (!home && is_of(state, abroad)));
}

/// Of a state: in whose skies others fly; where only gangs and rebels have armed drones; that is far off and answers from the air.
static bool state_has(const sm_actor *state, bool home, uint32_t weapons) {
  static const char *const no_aircraft[] = {"LBN", "YEM", "SOM", "HTI", NULL}, *const no_drones[] = {"MEX", "ECU", "COL", "PER", "VEN", "HTI", "PHL", "THA", NULL},
                           *const far[] = {"USA", "GBR", "FRA", "DEU", "ITA", "AUS", "CAN", NULL};
  if (home && weapons & (AIR | SM_WEAPON_DRONE) && is_of(state, no_aircraft)) return false;
  if (home && weapons & SM_WEAPON_DRONE && !(weapons & AIR) && is_of(state, no_drones)) return false;
  return home || !(weapons & TUBES) || weapons & (AIR | SM_WEAPON_ARTILLERY | SM_WEAPON_DRONE) || !is_of(state, far);
}

bool sm_has_means(const sm_actor *side, bool home, uint32_t weapons, sm_date day) {
  enum { STATE = 1, COALITION = 8 };
  const bool group = side->type >= 2 && side->type <= 4;
  if (group) return (!(weapons & AIR) || sm_flies(side)) && (!(weapons & SM_WEAPON_DRONE) || group_has_drones(side, day));
  if (weapons & SENT) return false; // no army sends them
  if (side->type == COALITION) return !sm_is_fired(weapons);
  return side->type != STATE || state_has(side, home, weapons);
}
