// The GDAL driver STRIKEMAP: reports open as vector layers. Text is read with the first feature that is asked for, once
// an open; a large file of JSON lines is streamed, unmerged.
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <memory>
#include <string>
#include <vector>

#include "source.h"

extern "C" CPL_DLL void RegisterOGRSTRIKEMAP();

// GDAL 3.12 made these methods const.
#if GDAL_VERSION_NUM >= 3120000
#define SM_CONST const
#else
#define SM_CONST
#endif

namespace {

constexpr const char *PREFIX = "STRIKEMAP:";
constexpr long long STREAM_BYTES = 16LL << 20; // JSON lines above this size are streamed
constexpr int REPORTS_AT_ONCE = 256;           // of a stream

const char *const OPEN_OPTIONS =
    "<OpenOptionList>"
    "<Option name='DATE' type='string' description='Publication day (YYYY-MM-DD) of reports that tell none'/>"
    "<Option name='SOURCE' type='string' description='Publisher of reports that tell none'/>"
    "<Option name='URL' type='string' description='Address of reports that tell none'/>"
    "<Option name='TITLE' type='string' description='Title of reports that tell none'/>"
    "<Option name='GAZETTEER' type='string' description='Gazetteers of your own, separated by colons, first one first'/>"
    "<Option name='USER_GAZETTEERS' type='boolean' default='YES' description='Use STRIKEMAP_GAZETTEERS and the gazetteers "
    "in the user&apos;s data folder'/>"
    "<Option name='LEXICON' type='string' description='Word lists of your own, separated by colons'/>"
    "<Option name='MIN_CONF' type='float' min='0' max='1' default='0' description='Leave out strikes of less confidence'/>"
    "<Option name='ROLES' type='string' description='Roles of place mentions to keep, separated by commas: literal, "
    "metonym, demonym, dateline, embedded'/>"
    "<Option name='WITH' type='string' description='Also strikes that were only threatened, planned (separated by commas)'/>"
    "<Option name='CORRECTIONS' type='string' description='Table of corrections to apply'/>"
    "<Option name='MERGE' type='boolean' default='YES' description='Merge reports of the same strike'/>"
    "<Option name='STREAM' type='string-select' default='AUTO' description='Read few reports at a time, unmerged; AUTO: "
    "for large files of JSON lines'><Value>AUTO</Value><Value>YES</Value><Value>NO</Value></Option>"
    "</OpenOptionList>";

struct SourceFree {
  void operator()(sm_source *source) const { sm_source_free(source); }
};
using SourcePtr = std::unique_ptr<sm_source, SourceFree>;

struct DatasetClose {
  void operator()(GDALDataset *dataset) const { GDALClose(GDALDataset::ToHandle(dataset)); }
};
using MemoryPtr = std::unique_ptr<GDALDataset, DatasetClose>;

MemoryPtr NewMemory() { return MemoryPtr(GDALDataset::FromHandle(sm_source_layers())); }

// How the data set was opened; opens the reports again for each stream.
struct Opening {
  std::string path;
  CPLStringList options;

  SourcePtr Open(bool merge) const {
    sm_source_options o{};
    o.path = path.c_str();
    o.date = options.FetchNameValue("DATE");
    o.source = options.FetchNameValue("SOURCE");
    o.url = options.FetchNameValue("URL");
    o.title = options.FetchNameValue("TITLE");
    o.gazetteers = options.FetchNameValue("GAZETTEER");
    o.lexicons = options.FetchNameValue("LEXICON");
    o.roles = options.FetchNameValue("ROLES");
    o.with = options.FetchNameValue("WITH");
    o.corrections = options.FetchNameValue("CORRECTIONS");
    o.min_conf = CPLAtof(options.FetchNameValueDef("MIN_CONF", "0"));
    o.merge = merge && options.FetchBool("MERGE", true);
    o.user_gazetteers = options.FetchBool("USER_GAZETTEERS", true);
    return SourcePtr(sm_source_open(&o));
  }
};

// Reports read some at a time; `memory` holds the rows of the last ones.
class Stream {
public:
  explicit Stream(const Opening &opening) : source_(opening.Open(false)) {}

  // The rows of the next reports; false when none is left.
  bool Advance() {
    int end = 0;
    memory_.reset();
    if (end_ || !source_) return false;
    memory_ = NewMemory();
    if (!memory_ || !sm_source_fill(source_.get(), GDALDataset::ToHandle(memory_.get()), REPORTS_AT_ONCE, &end)) {
      memory_.reset();
      end_ = true;
      return false;
    }
    end_ = end != 0;
    return true;
  }

  OGRLayer *Layer(int index) { return memory_ ? memory_->GetLayer(index) : nullptr; }

private:
  SourcePtr source_;
  MemoryPtr memory_;
  bool end_ = false;
};

class StrikemapDataset;

class StrikemapLayer final : public OGRLayer {
public:
  StrikemapLayer(StrikemapDataset *dataset, OGRLayer *inner, int index) : dataset_(dataset), inner_(inner), index_(index) {
    SetDescription(inner->GetName());
  }

  OGRFeatureDefn *Defn() const { return const_cast<OGRLayer *>(inner_)->GetLayerDefn(); }

#if GDAL_VERSION_NUM >= 3120000
  const OGRFeatureDefn *GetLayerDefn() const override { return Defn(); }
#else
  OGRFeatureDefn *GetLayerDefn() override { return Defn(); }
#endif

  void ResetReading() override;
  OGRFeature *GetNextFeature() override;
  OGRFeature *GetFeature(GIntBig fid) override;
  GIntBig GetFeatureCount(int force) override;
  int TestCapability(const char *capability) SM_CONST override;

  // A feature of a stream as one of this layer, or null when a filter holds it back. Takes it over.
  OGRFeature *Adopt(OGRFeature *streamed) {
    std::unique_ptr<OGRFeature> from(streamed);
    auto feature = std::make_unique<OGRFeature>(Defn());
    if (feature->SetFrom(from.get(), TRUE) != OGRERR_NONE) return nullptr;
    feature->SetFID(next_fid_++);
    return Passes(feature.get()) ? feature.release() : nullptr;
  }

  void RestartIds() { next_fid_ = 0; }

private:
  bool Passes(OGRFeature *feature) {
    return (!m_poFilterGeom || FilterGeometry(feature->GetGeometryRef())) && (!m_poAttrQuery || m_poAttrQuery->Evaluate(feature));
  }
  OGRFeature *NextStreamed();

  StrikemapDataset *dataset_;
  OGRLayer *inner_; // of the data set's memory: the columns, and the rows unless streamed
  int index_;
  std::unique_ptr<Stream> stream_;
  GIntBig next_fid_ = 0;
};

class StrikemapDataset final : public GDALDataset {
public:
  static GDALDataset *Open(GDALOpenInfo *info);

  ~StrikemapDataset() override {
    layers_.clear();
    memory_.reset();
  }

#if GDAL_VERSION_NUM >= 3120000
  int GetLayerCount() const override { return static_cast<int>(layers_.size()); }
  const OGRLayer *GetLayer(int index) const override { return At(index); }
#else
  int GetLayerCount() override { return static_cast<int>(layers_.size()); }
  OGRLayer *GetLayer(int index) override { return At(index); }
#endif

  int TestCapability(const char *capability) SM_CONST override {
    return streamed_ && EQUAL(capability, ODsCRandomLayerRead);
  }

  void ResetReading() override {
    stream_.reset();
    at_ = 0;
    for (auto &layer : layers_) layer->RestartIds();
  }

  // All layers in one pass over the reports.
  OGRFeature *GetNextFeature(OGRLayer **layer, double *progress, GDALProgressFunc report, void *user) override {
    if (!streamed_) return GDALDataset::GetNextFeature(layer, progress, report, user);
    if (progress) *progress = 0;
    if (!stream_) {
      stream_ = std::make_unique<Stream>(opening_);
      if (!stream_->Advance()) return nullptr;
    }
    for (;; at_++) {
      if (at_ == GetLayerCount()) {
        at_ = 0;
        if (!stream_->Advance() || (report && !report(0, "", user))) return nullptr;
      }
      OGRLayer *rows = stream_->Layer(at_);
      if (!rows) return nullptr;
      while (OGRFeature *row = rows->GetNextFeature())
        if (OGRFeature *feature = layers_[at_]->Adopt(row)) {
          if (layer) *layer = layers_[at_].get();
          return feature;
        }
    }
  }

  // Read all reports into memory, once; false when they could not be read.
  bool Fill() {
    if (filled_) return good_;
    filled_ = true;
    int end = 0;
    good_ = sm_source_fill(source_.get(), GDALDataset::ToHandle(memory_.get()), 0, &end) != 0;
    source_.reset();
    return good_;
  }

  bool Streamed() const { return streamed_; }
  const Opening &How() const { return opening_; }

private:
  OGRLayer *At(int index) const {
    return index >= 0 && index < static_cast<int>(layers_.size()) ? layers_[index].get() : nullptr;
  }

  Opening opening_;
  SourcePtr source_;
  MemoryPtr memory_;
  std::vector<std::unique_ptr<StrikemapLayer>> layers_;
  std::unique_ptr<Stream> stream_;
  int at_ = 0;
  bool streamed_ = false, filled_ = false, good_ = false;
};

void StrikemapLayer::ResetReading() {
  stream_.reset();
  next_fid_ = 0;
  inner_->ResetReading();
}

OGRFeature *StrikemapLayer::NextStreamed() {
  if (!stream_) {
    stream_ = std::make_unique<Stream>(dataset_->How());
    stream_->Advance();
  }
  for (;;) {
    OGRLayer *rows = stream_->Layer(index_);
    OGRFeature *row = rows ? rows->GetNextFeature() : nullptr;
    if (row) {
      if (OGRFeature *feature = Adopt(row)) return feature;
    } else if (!stream_->Advance()) {
      return nullptr;
    }
  }
}

OGRFeature *StrikemapLayer::GetNextFeature() {
  if (dataset_->Streamed()) return NextStreamed();
  if (!dataset_->Fill()) return nullptr;
  while (OGRFeature *feature = inner_->GetNextFeature()) {
    if (Passes(feature)) return feature;
    delete feature;
  }
  return nullptr;
}

OGRFeature *StrikemapLayer::GetFeature(GIntBig fid) {
  if (dataset_->Streamed()) return OGRLayer::GetFeature(fid);
  return dataset_->Fill() ? inner_->GetFeature(fid) : nullptr;
}

GIntBig StrikemapLayer::GetFeatureCount(int force) {
  if (dataset_->Streamed() || m_poFilterGeom || m_poAttrQuery) return OGRLayer::GetFeatureCount(force);
  return dataset_->Fill() ? inner_->GetFeatureCount(force) : 0;
}

int StrikemapLayer::TestCapability(const char *capability) SM_CONST {
  if (EQUAL(capability, OLCStringsAsUTF8)) return TRUE;
  if (EQUAL(capability, OLCRandomRead)) return !dataset_->Streamed();
  if (EQUAL(capability, OLCFastFeatureCount)) return !dataset_->Streamed() && !m_poFilterGeom && !m_poAttrQuery;
  return FALSE;
}

// Strict, as plugins are asked before GDAL's own drivers: the prefix, or a file *.report that is text.
int Identify(GDALOpenInfo *info) {
  if (STARTS_WITH_CI(info->pszFilename, PREFIX)) return TRUE;
  const size_t n = strlen(info->pszFilename);
  if (n < 8 || !EQUAL(info->pszFilename + n - 7, ".report")) return FALSE;
  if (info->nHeaderBytes <= 0 || !info->pabyHeader) return FALSE;
  return memchr(info->pabyHeader, 0, static_cast<size_t>(info->nHeaderBytes)) == nullptr;
}

GDALDataset *StrikemapDataset::Open(GDALOpenInfo *info) {
  if (!Identify(info) || !(info->nOpenFlags & GDAL_OF_VECTOR)) return nullptr;
  if (info->eAccess == GA_Update) {
    CPLError(CE_Failure, CPLE_NotSupported, "STRIKEMAP: reports are read, not written");
    return nullptr;
  }
  auto dataset = std::make_unique<StrikemapDataset>();
  const bool prefixed = STARTS_WITH_CI(info->pszFilename, PREFIX);
  dataset->opening_.path = info->pszFilename + (prefixed ? strlen(PREFIX) : 0);
  dataset->opening_.options = CPLStringList(CSLDuplicate(info->papszOpenOptions), TRUE);
  const char *stream = dataset->opening_.options.FetchNameValueDef("STREAM", "AUTO");
  dataset->source_ = dataset->opening_.Open(true);
  if (!dataset->source_) return nullptr;
  dataset->streamed_ = EQUAL(stream, "AUTO") ? sm_source_stream_size(dataset->source_.get()) > STREAM_BYTES : CPLTestBool(stream);
  dataset->memory_ = NewMemory();
  if (!dataset->memory_) return nullptr;
  for (int i = 0; i < dataset->memory_->GetLayerCount(); i++)
    dataset->layers_.push_back(std::make_unique<StrikemapLayer>(dataset.get(), dataset->memory_->GetLayer(i), i));
  dataset->SetDescription(info->pszFilename);
  return dataset.release();
}

} // namespace

void RegisterOGRSTRIKEMAP() {
  if (!GDAL_CHECK_VERSION("STRIKEMAP driver") || GDALGetDriverByName("STRIKEMAP")) return;
  auto driver = std::make_unique<GDALDriver>();
  driver->SetDescription("STRIKEMAP");
  driver->SetMetadataItem(GDAL_DMD_LONGNAME, "Strikes and places in reports (strikemap)");
  driver->SetMetadataItem(GDAL_DMD_CONNECTION_PREFIX, PREFIX);
  driver->SetMetadataItem(GDAL_DMD_EXTENSION, "report");
  driver->SetMetadataItem(GDAL_DCAP_VECTOR, "YES");
  driver->SetMetadataItem(GDAL_DCAP_OPEN, "YES");
  driver->SetMetadataItem(GDAL_DCAP_VIRTUALIO, "YES");
  driver->SetMetadataItem(GDAL_DMD_OPENOPTIONLIST, OPEN_OPTIONS);
  driver->pfnIdentify = Identify;
  driver->pfnOpen = StrikemapDataset::Open;
  GetGDALDriverManager()->RegisterDriver(driver.release());
}
