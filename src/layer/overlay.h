/// Spatial joins of strikes with any other layer: which polygon holds a strike, how many strikes a polygon
/// holds, what lies nearest. GEOS's STRtree and prepared geometries; strikes stream through one at a time.
#ifndef SM_OVERLAY_H
#define SM_OVERLAY_H

#include "build.h"
#include "writer.h"

typedef enum sm_overlay_kind {
  SM_OVERLAY_JOIN,    ///< each strike with the columns of the polygon that holds it
  SM_OVERLAY_COUNT,   ///< each polygon with its strikes, dead and injured
  SM_OVERLAY_NEAREST, ///< each strike with the nearest feature's columns and its distance
  SM_OVERLAY_WITHIN,  ///< the strikes that have a feature within metres, as SM_OVERLAY_NEAREST
} sm_overlay_kind;

typedef enum sm_period { SM_PERIOD_NONE, SM_PERIOD_DAY, SM_PERIOD_WEEK, SM_PERIOD_MONTH } sm_period;

typedef struct sm_overlay_options {
  sm_overlay_kind kind;
  const char *strikes; ///< a data source with the layer `strikes`, or any layer of points; path or
                       ///< path|layername=NAME
  const char *layer;   ///< the other layer in any CRS, as above; NULL with a grid
  const char *grid;    ///< "prio" or "hex:KM" instead of a layer, for SM_OVERLAY_COUNT; NULL none
  double within_m;
  sm_period period;     ///< for SM_OVERLAY_COUNT: a row for each polygon and period that has strikes
  const char *where;    ///< OGR SQL; NULL all
  const double *spat;   ///< xmin, ymin, xmax, ymax; NULL all
  sm_progress progress; ///< may be NULL
  void *user;
} sm_overlay_options;

/// Make the overlay and write it as one layer. Errors: IO, USAGE, LIMIT (more than a million grid cells),
/// MEMORY, STOPPED.
SM_API sm_status sm_overlay(const sm_overlay_options *options, const sm_writer_options *output,
                            sm_error *err);

#endif
