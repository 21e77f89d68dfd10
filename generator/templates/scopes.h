// Which variable a name means, decided while a template is read.
//
// A scope is the stretch of template in which a name set there is known: a `for`, a `with`, a
// macro, a block. Names set at the top of a template belong to the context instead (see syntax.h).

#pragma once

#include <map>
#include <string>
#include <vector>

#include "templates/syntax.h"

namespace puebla::templates {

class Scopes {
  public:
    enum class Border { open, closed };  // closed: nothing outside is seen (a block)

    void enter_unit(Unit& unit, Border border);
    void leave_unit();
    void enter_scope();
    // Tells whether `loop` was used in the scope.
    bool leave_scope();

    bool at_top() const { return units_.size() == 1 && units_.back().scopes.empty(); }
    Unit& unit() { return *units_.back().unit; }

    // The slot of a name in the innermost scope; made where it is new. Not at the top.
    std::uint16_t declare(const std::string& name);
    // Where a name may be, innermost first.
    std::vector<Slot> resolve(const std::string& name);
    // How many slots all units together have got.
    int slots_made() const { return slots_made_; }
    // All names with slots that are seen from here, `loop` among them.
    std::vector<std::string> visible() const;

  private:
    struct Scope {
        std::map<std::string, std::uint16_t> slots;
        bool uses_loop = false;
    };
    struct UnitScopes {
        Unit* unit = nullptr;
        Border border = Border::open;
        std::vector<Scope> scopes;
    };

    std::vector<UnitScopes> units_;
    int slots_made_ = 0;
};

}  // namespace puebla::templates
