// Reads a template into its tree.
//
// The first mistake of a template is reported, with its place; the rest of it is not read.

#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "foundation/diagnostics.h"
#include "templates/syntax.h"

namespace puebla::templates {

std::unique_ptr<Template> parse_template(const std::string& name, const std::string& file,
                                         std::string_view source, SymbolTable& symbols,
                                         Diagnostics& problems);

}  // namespace puebla::templates
