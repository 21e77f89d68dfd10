// Percent-encoding of addresses (RFC 3986, section 2.1).

#pragma once

#include <string>
#include <string_view>

namespace puebla {

// "con%20espacio" → "con espacio". A % that starts no pair of hexadecimal digits stays.
std::string percent_decoded(std::string_view text);

// A path as it stands in a link: everything but unreserved characters and "/" is encoded.
std::string percent_encoded_path(std::string_view path);

}  // namespace puebla
