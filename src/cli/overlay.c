#include <math.h>
#include <stdio.h>

#include "command.h"
#include "output.h"
#include "overlay.h"

static sm_status parse_period(const char *text, sm_period *out, sm_error *err) {
  static const char *const names[] = {"", "day", "week", "month"};
  *out = SM_PERIOD_NONE;
  for (int i = SM_PERIOD_DAY; text && i <= SM_PERIOD_MONTH; i++)
    if (sm_str_equal(sm_str_of(text), sm_str_of(names[i]))) *out = (sm_period)i;
  if (!text || *out) return SM_OK;
  return sm_fail(err, SM_ERROR_USAGE, "-period: %s is neither day, week nor month", text);
}

static bool show_progress(double done, const char *what, void *user) {
  (void)user;
  fprintf(stderr, "\r%s %3.0f %%", what, 100 * done);
  return true;
}

static sm_status usage(const sm_options *o, sm_error *err) {
  int kinds = o->join + (o->count || o->grid) + o->nearest + (o->within > 0);
  if (kinds != 1)
    return sm_fail(err, SM_ERROR_USAGE, "overlay: give one of -join, -count, -nearest, -within, -grid");
  if (!o->output) return sm_fail(err, SM_ERROR_USAGE, "overlay: no output given (-o FILE)");
  if (o->inputs.n != (o->grid ? 1u : 2u))
    return sm_fail(err, SM_ERROR_USAGE,
                   o->grid ? "overlay: a grid takes the strikes alone" : "overlay: give STRIKES and LAYER");
  return SM_OK;
}

int sm_command_overlay(const sm_options *o) {
  sm_error error = {0};
  sm_overlay_options how = {
      .kind = o->join         ? SM_OVERLAY_JOIN
              : o->nearest    ? SM_OVERLAY_NEAREST
              : o->within > 0 ? SM_OVERLAY_WITHIN
                              : SM_OVERLAY_COUNT,
      .grid = o->grid,
      .within_m = o->within,
      .where = o->where,
      .spat = o->has_spat ? o->spat : NULL,
      .progress = o->progress ? show_progress : NULL,
  };
  sm_status status = usage(o, &error);
  if (!status) status = parse_period(o->period, &how.period, &error);
  if (!status) {
    sm_register_drivers("", "");
    sm_writer_options output = sm_options_writer(o);
    how.strikes = o->inputs.items[0];
    how.layer = o->grid ? NULL : o->inputs.items[1];
    status = sm_overlay(&how, &output, &error);
    if (o->progress) fputc('\n', stderr);
  }
  return status ? sm_report_error(&error) : SM_EXIT_DONE;
}
