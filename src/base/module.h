/// Code in a shared object that is loaded when it is asked for.
#ifndef SM_MODULE_H
#define SM_MODULE_H

#include "status.h"

typedef void (*sm_function)(void);

/// A function of a shared object, which is looked for where the program's run path says and stays loaded; NULL: not found (IO).
sm_function sm_module_function(const char *file, const char *name, sm_error *err);

#endif
