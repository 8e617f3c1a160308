#ifndef SM_VERSION_H
#define SM_VERSION_H
#define SM_VERSION "0.1.0"
/// Version of the layers and columns that are written; told in metadata, asked for by -append.
#define SM_SCHEMA_VERSION "1"
#endif
