/// strikemap: reports of military strikes to map layers. The flow, left to right:
///   report -> tokens -> place mentions -> places with an uncertainty -> strikes -> features -> a file
#ifndef STRIKEMAP_H
#define STRIKEMAP_H

#include "version.h"
#include "status.h"
#include "document.h"
#include "report.h"
#include "gazetteer.h"
#include "boundary.h"
#include "mention.h"
#include "relation.h"
#include "area.h"
#include "strike.h"
#include "schema.h"
#include "reading.h"
#include "engine.h"

#endif
