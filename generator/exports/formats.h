// The makers of single formats; exports.cpp holds their table.

#pragma once

#include <string>

#include "model/site.h"
#include "pages/page.h"

namespace puebla {

// Every page that exists in its language, with its other versions (sitemaps.org 0.9, and xhtml:link
// as search engines read it). Not found pages and stand-ins for missing translations are left out.
std::string sitemap(const Site& site, const PageSet& pages);

// RFC 9309: everything may be read; says where the sitemap is.
std::string robots(const Site& site);

// RFC 4287: the newest entries of the collections that name a feed date, at most `longest_feed`.
// Times are those of the records, or of `as_of`: no clock.
inline constexpr std::size_t longest_feed = 50;
std::string atom_feed(const Site& site, const PageSet& pages, LanguageIndex language);

}  // namespace puebla
