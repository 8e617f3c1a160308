/// A QGIS project beside a GeoPackage of strikes: layers in order, an offline base map from the boundaries,
/// the time range set and a print layout.
#ifndef SM_PROJECT_H
#define SM_PROJECT_H

#include "collection.h"
#include "writer.h"

/// Write the layer base_map into the writer's GeoPackage and NAME.qgz beside it. After sm_collection_write.
/// Errors: USAGE (not a GeoPackage), IO, MEMORY.
SM_API sm_status sm_project_write(sm_collection *collection, sm_writer *writer, sm_error *err);

#endif
