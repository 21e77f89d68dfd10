// How a value is printed at a position in the HTML, or why it must not be printed there.

#pragma once

#include <optional>

#include "foundation/message.h"
#include "templates/html_position.h"
#include "templates/syntax.h"

namespace puebla::templates {

struct Permission {
    std::optional<Surroundings> surroundings;  // nothing where no value may be
    Message reason;
    Message help;
};

Permission permission_at(const HtmlPosition& position);

}  // namespace puebla::templates
