#include "templates/scopes.h"

#include <algorithm>

namespace puebla::templates {

void Scopes::enter_unit(Unit& unit, Border border) {
    units_.push_back({&unit, border, {}});
    if (units_.size() > 1) {
        enter_scope();
    }
}

void Scopes::leave_unit() {
    units_.pop_back();
}

void Scopes::enter_scope() {
    units_.back().scopes.emplace_back();
}

bool Scopes::leave_scope() {
    const bool uses_loop = units_.back().scopes.back().uses_loop;
    units_.back().scopes.pop_back();
    return uses_loop;
}

std::uint16_t Scopes::declare(const std::string& name) {
    Unit& owner = unit();
    const auto [place, is_new] =
        units_.back().scopes.back().slots.try_emplace(name, owner.slot_count);
    if (is_new) {
        ++owner.slot_count;
        ++slots_made_;
        owner.slot_names.push_back(name);
    }
    return place->second;
}

std::vector<Slot> Scopes::resolve(const std::string& name) {
    std::vector<Slot> found;
    for (std::size_t hops = 0; hops < units_.size(); ++hops) {
        UnitScopes& one = units_[units_.size() - 1 - hops];
        for (std::size_t i = one.scopes.size(); i > 0; --i) {
            Scope& scope = one.scopes[i - 1];
            const auto place = scope.slots.find(name);
            if (place == scope.slots.end()) {
                continue;
            }
            found.push_back({static_cast<std::uint16_t>(hops), place->second});
            scope.uses_loop = scope.uses_loop || name == "loop";
            if (name == "caller" && one.unit->kind == Unit::Kind::macro &&
                place->second == one.unit->caller_slot) {
                one.unit->uses_caller = true;
            }
            for (std::size_t inner = 0; inner < hops; ++inner) {
                units_[units_.size() - 1 - inner].unit->reaches_out = true;
            }
        }
        if (one.border == Border::closed) {
            break;
        }
    }
    return found;
}

std::vector<std::string> Scopes::visible() const {
    std::vector<std::string> names;
    for (std::size_t i = units_.size(); i > 0; --i) {
        const UnitScopes& one = units_[i - 1];
        for (const Scope& scope : one.scopes) {
            for (const auto& [name, slot] : scope.slots) {
                names.push_back(name);
            }
        }
        if (one.border == Border::closed) {
            break;
        }
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

}  // namespace puebla::templates
