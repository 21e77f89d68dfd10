// The address at which a site is published: "https://example.org/" or
// "https://example.org/portal/".

#pragma once

#include <string_view>

#include "foundation/message.h"

namespace puebla {

// What keeps a text from being the address of a site; empty where nothing does. A site needs a
// scheme, a host and perhaps folders, and no part that would change from page to page or that
// nobody else should see (RFC 3986, section 3).
Message fault_of_site_address(std::string_view address);

}  // namespace puebla
