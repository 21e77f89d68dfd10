#include "templates/syntax.h"

namespace puebla::templates {

Symbol SymbolTable::add(const std::string& name) {
    const auto [place, is_new] = symbols_.try_emplace(name, static_cast<Symbol>(names_.size()));
    if (is_new) {
        names_.push_back(name);
    }
    return place->second;
}

const Symbol* SymbolTable::find(const std::string& name) const {
    const auto place = symbols_.find(name);
    return place == symbols_.end() ? nullptr : &place->second;
}

}  // namespace puebla::templates
