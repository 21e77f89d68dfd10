// What layouts may use: the record of every page, of every entry, of the site.
//
// themes/README.md lists all names; a test keeps the two equal. Records are made once for all pages
// and never change; they refer to each other, so a member's page can ask its presidencies for their
// documents without anybody having written that list.

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "model/site.h"
#include "pages/page.h"
#include "rendering/theme.h"
#include "templates/value.h"

namespace puebla {

// All records of a site. They refer to each other, so they stay where they are.
class PageRecords {
  public:
    PageRecords(const Site& site, const PageSet& pages, const Theme& theme);
    ~PageRecords();
    PageRecords(const PageRecords&) = delete;
    PageRecords& operator=(const PageRecords&) = delete;

    // The names a layout sees when it is rendered for a page: page, site.
    templates::Map variables_for(PageIndex index) const;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace puebla
