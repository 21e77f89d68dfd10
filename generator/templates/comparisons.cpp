#include "templates/comparisons.h"
#include "templates/pieces.h"

#include <algorithm>
#include <optional>

namespace puebla::templates {

bool compares(Comparison how, const Value& left, const Value& right, Call& call) {
    if (how == Comparison::equal || how == Comparison::not_equal) {
        return (left == right) == (how == Comparison::equal);
    }
    const std::optional<int> order = compare(left, right);
    if (!order) {
        const Message one = kind_name(left);
        const Message two = kind_name(right);
        call.fail("template-type", {one.en + " and " + two.en + " have no order",
                                    one.es + " y " + two.es + " no tienen orden"});
        return false;
    }
    switch (how) {
        case Comparison::less:
            return *order < 0;
        case Comparison::less_or_equal:
            return *order <= 0;
        case Comparison::greater:
            return *order > 0;
        default:
            return *order >= 0;
    }
}

bool contains(const Value& container, const Value& item, Call& call) {
    if (container.is(Kind::list)) {
        const List& items = container.list();
        return std::find(items.begin(), items.end(), item) != items.end();
    }
    if (container.is(Kind::map)) {
        return item.is_text() && container.map().find(item.text()) != nullptr;
    }
    if (container.is_text() && item.is_text()) {
        return place_of(item.text(), container.text()) != std::string_view::npos;
    }
    const Message one = kind_name(item);
    const Message two = kind_name(container);
    call.fail("template-type",
              {one.en + " cannot be \"in\" " + two.en, one.es + " no puede estar «in» " + two.es});
    return false;
}

}  // namespace puebla::templates
