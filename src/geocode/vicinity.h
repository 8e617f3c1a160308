/// Inside geocode/: what a report's names say for each other before any is chosen. A place is likely where others of the names have
/// likely places near it: the Paris, Lebanon or Athens of a paper's own county.
#ifndef SM_VICINITY_H
#define SM_VICINITY_H

#include "recognise.h"

/// A candidate of a name with all that choosing asks of it, read from the gazetteer once a report.
typedef struct sm_option {
  sm_place_brief brief;
  sm_place_ref place;
  uint16_t name_flags;
  float standing; ///< what speaks for it without the report
  float near;     ///< how many other names of the report have a place near it, each by how likely it means that one
} sm_option;

/// Read the options of a name; nothing to do where that was done. False when out of memory.
bool sm_gather_name_options(const sm_geocoder *geocoder, sm_document *document, sm_name *name);

/// Set `near` of all options of the names that are taken somewhere, and take those that lie among them. False when out of memory.
bool sm_weigh_vicinity(const sm_geocoder *geocoder, sm_document *document, sm_findings *findings);

/// What such nearness adds to an option's standing.
float sm_vicinity_bonus(float near);

#endif
