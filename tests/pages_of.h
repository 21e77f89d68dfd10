// The pages planned for a site, as text.

#pragma once

#include <string>

#include "pages/page.h"
#include "pages/plan_pages.h"
#include "site_from.h"

namespace puebla {

struct TestPages : TestSite {
    PageSet pages;

    const Page& at(const std::string& address) const {
        for (const Page& page : pages.pages) {
            if (page.address == address) {
                return page;
            }
        }
        throw std::out_of_range("no page at " + address);
    }
};

inline TestPages pages_from(Files files, const ShapeOptions& options = {}) {
    TestPages result{site_from(std::move(files), options), {}};
    result.pages = plan_pages(result.site, result.problems);
    return result;
}

// Every address, a line each, in the order of the pages.
inline std::string addresses_of(const PageSet& pages) {
    std::string text = "\n";
    for (const Page& page : pages.pages) {
        text += page.address + "\n";
    }
    return text;
}

}  // namespace puebla
