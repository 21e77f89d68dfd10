// What a running template has and a host never sees: macros and the `loop` of a `for`.

#pragma once

#include <optional>
#include <string_view>

#include "templates/functions.h"
#include "templates/renderer.h"

namespace puebla::templates {

struct Renderer::Macro : public Object {
    Macro() : Object(Type::macro) {}

    const Unit* unit = nullptr;
    Setting setting;           // the variables of the template that defined it
    Frame* around = nullptr;   // the frame in which it was defined …
    std::uint64_t serial = 0;  // … if that is still this one
};

// The variable `loop`.
class LoopState : public Object {
  public:
    LoopState() : Object(Type::loop) {}

    const List* items = nullptr;  // null once the loop has ended
    std::size_t position = 0;
    std::optional<Value> last_changed;
};

// The member of a loop or namespace.
std::optional<Value> member_of(Object& object, std::string_view name);

Value next_of(Joiner& joiner);

}  // namespace puebla::templates
