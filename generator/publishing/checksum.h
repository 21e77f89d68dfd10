// SHA-256 of a file's bytes, as sha256sum prints it.

#pragma once

#include <string>
#include <string_view>

namespace puebla {

// 64 lower-case hexadecimal digits.
std::string sha256_of(std::string_view bytes);

}  // namespace puebla
