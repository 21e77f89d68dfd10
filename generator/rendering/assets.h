// The files of a theme that pages load: one style sheet, scripts, images, fonts.
//
// Their addresses carry a fingerprint of their bytes (XXH3, 64 bits), so that hosts may cache them
// for ever. Style sheets are joined into one; their url(…) are led to the new names.

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "foundation/diagnostics.h"
#include "foundation/file_system.h"
#include "foundation/value.h"

namespace puebla {

struct Asset {
    std::string name;     // as layouts ask for it: "styles", "images/mark.svg"
    std::string address;  // "assets/mark.0123456789abcdef.svg"
    std::shared_ptr<const std::string> bytes;
};

// `folder` is that of the theme; `settings` its theme.json.
std::vector<Asset> read_assets(const FileSystem& files, const std::string& folder,
                               const Value& settings, Diagnostics& problems);

}  // namespace puebla
