// What checks find on finished pages, told once for every cause.
//
// A mistake in a layout shows on all pages of that layout. It is reported where it was written,
// with the number of pages and the first of them; a mistake in a text is reported in the text.

#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "build/build_site.h"
#include "foundation/diagnostics.h"
#include "foundation/html.h"

namespace puebla {

struct Words {
    Message message;
    Message help;
};

// A problem of one page, on the way to its cause.
struct Finding {
    Severity severity = Severity::error;
    std::string code;
    Written written;
    Words words;
};

// What checks of a single page find.
class Findings {
  public:
    void error(std::string_view code, const Written& written, Message message, Message help = {});
    void warning(std::string_view code, const Written& written, Message message, Message help = {});

    std::vector<Finding> take() { return std::move(all_); }

  private:
    std::vector<Finding> all_;
};

// Where pages are written.
class Sources {
  public:
    explicit Sources(const Build& build);

    // Null for files that are no pages.
    const Page* page_at(const std::string& path) const;

    // The start of the layout that a page names.
    Written layout_of(const Page& page) const;

    // Where nobody knows what wrote it, the page itself.
    Place place_of(const Written& written, const std::string& path) const;

  private:
    const Build& build_;
    std::unordered_map<std::string, PageIndex> pages_;
    std::unordered_map<std::string, std::uint32_t> layouts_;
};

class Causes {
  public:
    explicit Causes(const Sources& sources) : sources_(sources) {}

    using Say = std::function<Words()>;

    // `path` is that of the page. The words are asked for only when the cause is new.
    void error(std::string_view code, const std::string& path, const Written& written,
               const Say& say);
    void warning(std::string_view code, const std::string& path, const Written& written,
                 const Say& say);
    void add(const std::string& path, const Finding& finding);

    void report(Diagnostics& problems) const;

  private:
    struct Cause {
        Severity severity = Severity::error;
        std::string code;
        Place place;
        Words words;
        bool in_template = false;
        std::string first_path;
        std::string last_path;
        std::size_t pages = 0;
    };

    void note(Severity severity, std::string_view code, const std::string& path,
              const Written& written, const Say& say);

    const Sources& sources_;
    std::vector<Cause> causes_;
    std::unordered_map<std::string, std::size_t> known_;  // code and place
};

// "… (on 12 pages, first es/libros/)": the same problem of a template on many pages.
Message on_pages(const Message& message, std::size_t pages, const std::string& first_path);

// How a page is named to people: its address, "es/miembros/"; of the doorway and of error pages the
// file.
std::string shown_address(const std::string& path);

}  // namespace puebla
