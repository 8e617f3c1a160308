#ifndef SM_EXPORT_H
#define SM_EXPORT_H
/// Marks what libstrikemap exports; everything else is hidden.
#if defined(__GNUC__)
#define SM_API __attribute__((visibility("default")))
#else
#define SM_API
#endif
#endif
