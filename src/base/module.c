#include "module.h"

#include <dlfcn.h>
#include <string.h>

sm_function sm_module_function(const char *file, const char *name, sm_error *err) {
  void *module = dlopen(file, RTLD_LAZY | RTLD_LOCAL), *found = module ? dlsym(module, name) : NULL;
  sm_function function = NULL;
  if (found) memcpy(&function, &found, sizeof function);
  else sm_fail(err, SM_ERROR_IO, "%s", dlerror());
  return function;
}
