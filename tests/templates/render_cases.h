// Reads template cases as JSON and renders them: for the comparison with Jinja (jinja_referee.py).

#pragma once

#include <string>
#include <string_view>

namespace puebla::templates {

// In:  [{"templates": {"main": "…", …}, "data": {…}}, …]
// Out: one JSON list; of each case {"output": "…"} or {"error": "code: message"}.
std::string render_cases(std::string_view json);

}  // namespace puebla::templates
