// Several files in one text, so that the fuzzer and a person can both read and change them:
//
//     {"name": …}                              of the file that the target names
//     === content/things/collection.json
//     {"name": …}

#pragma once

#include <map>
#include <string>
#include <string_view>

namespace puebla::fuzz {

using Files = std::map<std::string, std::string>;

// Names that no folder of a disk could hold are left out. A name given twice means the last one.
Files unbundle(std::string_view bytes, const std::string& first_name);

}  // namespace puebla::fuzz
