// Where in the file a link says where it leads.

#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "foundation/diagnostics.h"
#include "markdown/places.h"
#include "markdown/tree.h"

namespace puebla::markdown {

class Destinations {
  public:
    explicit Destinations(Places& places) : places_(places) {}

    // The links of one paragraph, heading or cell are to be asked for in the order in which they
    // close. The span holds the destination, or is that of the whole block.
    Span find(const cmark_node* leaf, const cmark_node* link);

  private:
    std::optional<Span> find_in_parentheses(const cmark_node* link);
    std::optional<Span> find_bare(const cmark_node* link);
    std::optional<Span> find_definition(const cmark_node* link);
    void read_definitions();

    void spend(std::size_t bytes) { patience_ -= std::min(patience_, bytes); }

    Places& places_;
    std::size_t patience_ = std::size_t{64} * 1024 * 1024;  // bytes still to be searched
    const cmark_node* leaf_ = nullptr;
    std::size_t cursor_ = 0;  // in the content of the leaf, after the last link found
    bool definitions_read_ = false;
    std::unordered_map<std::string, Span> definitions_;  // by destination
};

}  // namespace puebla::markdown
