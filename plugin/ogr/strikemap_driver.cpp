// The GDAL driver STRIKEMAP: reports open as vector layers. Text is read with the first feature that is asked for, once
// an open; a large file of JSON lines is streamed, unmerged.
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <deque>
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
    "<Option name='DISTRICTS' type='string' description='District polygons of your own, FILE or FILE:COLUMN'/>"
    "<Option name='VIEW' type='string-select' default='un' description='Countries of disputed ground: the United "
    "Nations&apos; or who holds it'><Value>un</Value><Value>de-facto</Value></Option>"
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
    o.districts = options.FetchNameValue("DISTRICTS");
    o.view = options.FetchNameValue("VIEW");
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

// Rows on their way from the reports to the reader: what is written comes out first in, first out.
class QueueLayer final : public OGRLayer {
public:
  explicit QueueLayer(OGRLayer *like) : definition_(like->GetLayerDefn()) { SetDescription(like->GetName()); }

#if GDAL_VERSION_NUM >= 3120000
  const OGRFeatureDefn *GetLayerDefn() const override { return definition_; }
#else
  OGRFeatureDefn *GetLayerDefn() override { return definition_; }
#endif

  OGRErr ICreateFeature(OGRFeature *row) override {
    std::unique_ptr<OGRFeature> kept(row->Clone());
    if (OGRGeometry *geometry = kept->GetGeometryRef())
      geometry->assignSpatialReference(definition_->GetGeomFieldDefn(0)->GetSpatialRef());
    rows_.push_back(std::move(kept));
    return OGRERR_NONE;
  }

  OGRFeature *GetNextFeature() override {
    if (rows_.empty()) return nullptr;
    OGRFeature *row = rows_.front().release();
    rows_.pop_front();
    return row;
  }

  void ResetReading() override {}
  int TestCapability(const char *capability) SM_CONST override { return EQUAL(capability, OLCSequentialWrite); }

private:
  OGRFeatureDefn *definition_; // of the data set's layer
  std::deque<std::unique_ptr<OGRFeature>> rows_;
};

class QueueDataset final : public GDALDataset {
public:
  explicit QueueDataset(GDALDataset *like) {
    for (int i = 0; i < like->GetLayerCount(); i++) layers_.push_back(std::make_unique<QueueLayer>(like->GetLayer(i)));
  }

#if GDAL_VERSION_NUM >= 3120000
  int GetLayerCount() const override { return static_cast<int>(layers_.size()); }
  const OGRLayer *GetLayer(int index) const override { return layers_[index].get(); }
#else
  int GetLayerCount() override { return static_cast<int>(layers_.size()); }
  OGRLayer *GetLayer(int index) override { return layers_[index].get(); }
#endif

  OGRFeature *Next(int index) { return layers_[index]->GetNextFeature(); }

private:
  std::vector<std::unique_ptr<QueueLayer>> layers_;
};

// Reports read some at a time, for the layers that `tables` names.
class Stream {
public:
  Stream(const Opening &opening, GDALDataset *like, unsigned tables)
      : source_(opening.Open(false)), rows_(like), tables_(tables), end_(!source_) {}

  // Take in the rows of the next reports; false when none is left.
  bool Advance() {
    if (end_) return false;
    int end = 0;
    const bool good = sm_source_fill(source_.get(), GDALDataset::ToHandle(&rows_), tables_, REPORTS_AT_ONCE, &end) != 0;
    end_ = !good || end != 0;
    return good;
  }

  OGRFeature *Next(int layer) { return rows_.Next(layer); }

private:
  SourcePtr source_;
  QueueDataset rows_;
  unsigned tables_;
  bool end_;
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
#if GDAL_VERSION_NUM >= 3110000 // RFC 107
  OGRErr IGetExtent(int, OGREnvelope *extent, bool force) override { return Extent(extent, force); }
#else
  using OGRLayer::GetExtent;
  OGRErr GetExtent(OGREnvelope *extent, int force) override { return Extent(extent, force); }
#endif
  int TestCapability(const char *capability) SM_CONST override;

  // A row of a stream as a feature of this layer, or null when a filter holds it back. Takes it over.
  OGRFeature *Adopt(OGRFeature *streamed) {
    std::unique_ptr<OGRFeature> feature(streamed);
    feature->SetFID(next_fid_++);
    if (const OGRGeometry *geometry = feature->GetGeometryRef()) {
      OGREnvelope box;
      geometry->getEnvelope(&box);
      extent_.Merge(box);
    }
    return Passes(feature.get()) ? feature.release() : nullptr;
  }

  void RestartIds() { next_fid_ = 0; }

private:
  bool Passes(OGRFeature *feature) {
    return (!m_poFilterGeom || FilterGeometry(feature->GetGeometryRef())) && (!m_poAttrQuery || m_poAttrQuery->Evaluate(feature));
  }
  OGRFeature *NextStreamed();
  OGRErr Extent(OGREnvelope *extent, int force);

  StrikemapDataset *dataset_;
  OGRLayer *inner_; // of the data set's memory: the columns, and the rows unless streamed
  int index_;
  std::unique_ptr<Stream> stream_;
  GIntBig next_fid_ = 0;
  GIntBig n_rows_ = -1; // of a stream that was read to its end once; then extent_ is whole too
  OGREnvelope extent_;
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
    if (!stream_) stream_ = NewStream(SM_SOURCE_ALL_TABLES);
    for (;; at_++) {
      if (at_ == GetLayerCount()) {
        at_ = 0;
        if (!stream_->Advance() || (report && !report(0, "", user))) return nullptr;
      }
      while (OGRFeature *row = stream_->Next(at_))
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
    good_ = sm_source_fill(source_.get(), GDALDataset::ToHandle(memory_.get()), SM_SOURCE_ALL_TABLES, 0, &end) != 0;
    source_.reset();
    return good_;
  }

  bool Streamed() const { return streamed_; }
  std::unique_ptr<Stream> NewStream(unsigned tables) { return std::make_unique<Stream>(opening_, memory_.get(), tables); }

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
  if (!stream_) stream_ = dataset_->NewStream(1u << index_);
  for (;;) {
    if (OGRFeature *row = stream_->Next(index_)) {
      if (OGRFeature *feature = Adopt(row)) return feature;
    } else if (!stream_->Advance()) {
      n_rows_ = next_fid_;
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
  const bool filtered = m_poFilterGeom || m_poAttrQuery;
  if (dataset_->Streamed() && !filtered && n_rows_ >= 0) return n_rows_;
  if (dataset_->Streamed() || filtered) return OGRLayer::GetFeatureCount(force);
  return dataset_->Fill() ? inner_->GetFeatureCount(force) : 0;
}

// Of all rows, as GDAL's file formats tell it, whatever the filters.
OGRErr StrikemapLayer::Extent(OGREnvelope *extent, int force) {
  if (!dataset_->Streamed()) return dataset_->Fill() ? inner_->GetExtent(extent, force) : OGRERR_FAILURE;
  if (n_rows_ < 0 && force) OGRLayer::GetFeatureCount(force);
  if (n_rows_ < 0 || !extent_.IsInit()) return OGRERR_FAILURE;
  *extent = extent_;
  return OGRERR_NONE;
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
  // Silent about updates: programs such as ogrinfo ask for them first, then to read.
  if (!Identify(info) || !(info->nOpenFlags & GDAL_OF_VECTOR) || info->eAccess == GA_Update) return nullptr;
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
