/// The styles of styles/, compiled in: QML for QGIS, SLD for others, one of each per table.
#ifndef SM_STYLE_H
#define SM_STYLE_H

#include <gdal.h>

#include "palette.h"
#include "schema.h"

/// Text of the style, or NULL when the table has none. Static. What stands for attackers in the QML is to be
/// filled by sm_palette_fill.
SM_API const char *sm_style_qml(sm_table_id table);
SM_API const char *sm_style_sld(sm_table_id table);

/// Write layer_styles into a dataset that can hold it, for the tables given (name as in sm_layers_options).
/// Earlier default styles of these layers are replaced. palette: of the strikes, may be NULL. stamp: ISO date
/// and time. Errors: IO, MEMORY.
SM_API sm_status sm_styles_write(GDALDatasetH dataset, unsigned tables, const char *name, const sm_palette *palette,
                                 const char *stamp, sm_error *err);

#endif
