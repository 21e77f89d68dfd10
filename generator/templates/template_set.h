// Templates of a theme: compiled once, rendered many times, on any thread.
//
// The language is a subset of Jinja described in themes/README.md.

#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "foundation/diagnostics.h"
#include "foundation/html.h"
#include "templates/call.h"
#include "templates/value.h"

namespace puebla::templates {

struct Library;

// A file with a template. The names in `extends`, `include` and `import` need not be its path: a
// site may put files of its own in the place of some of the theme.
struct TemplateFile {
    std::string path;                 // for diagnostics: "content/.theme/partials/facts.html"
    std::optional<std::string> text;  // nothing where it cannot be read, which is reported
};

// Whether there may be templates besides: a folder of them that cannot be opened.
enum class Templates { all, some };

class TemplateSet {
  public:
    // Compiles every template (name → file). Every error is reported; a template with errors is
    // kept out.
    static TemplateSet compile(const std::map<std::string, TemplateFile>& files,
                               Diagnostics& problems, Templates have = Templates::all);

    bool has(const std::string& name) const;

    // The file of every template, in the order of their names. Marks of rendered HTML give the
    // number of their file in this list, from 1.
    std::vector<std::string> files() const;

    // Renders to HTML with its marks. `variables` are the names a template sees. A failure is
    // reported once with its place; what was rendered until then is returned. A name that compile()
    // kept out gives nothing.
    Html render(const std::string& name, const Map& variables, const RenderContext& context,
                Diagnostics& problems) const;

  private:
    std::shared_ptr<const Library> library_;
};

}  // namespace puebla::templates
