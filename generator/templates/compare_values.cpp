// What is equal, and what comes first, as Python has it.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "templates/value.h"

namespace puebla::templates {

namespace {

template <typename T>
int order(const T& left, const T& right) {
    return left < right ? -1 : (right < left ? 1 : 0);
}

}  // namespace

bool Value::operator==(const Value& other) const {
    if (is_number() && other.is_number()) {
        return compare(*this, other) == 0;
    }
    if (is_text() && other.is_text()) {
        return text() == other.text();
    }
    if (kind_ != other.kind_) {
        return false;
    }
    switch (kind_) {
        case Kind::list:
            return data_.box == other.data_.box || list() == other.list();
        case Kind::map: {
            if (data_.map == other.data_.map || !owned_ || !other.owned_) {
                return data_.map == other.data_.map;
            }
            const auto same = [&](const Map::Item& item) {
                const Value* theirs = other.map().find(item.first);
                return theirs != nullptr && *theirs == item.second;
            };
            return map().size() == other.map().size() &&
                   std::all_of(map().items().begin(), map().items().end(), same);
        }
        case Kind::function:
        case Kind::object:
            return data_.box == other.data_.box;
        default:
            return true;
    }
}

void Value::write_identity(std::string& out) const {
    if (is_text()) {
        out += fmt::format("t{}:{}", text().size(), text());
    } else if (is(Kind::real) && (real() != std::floor(real()) || std::fabs(real()) > 9e18)) {
        out += "n" + text_of_real(real()) + ";";
    } else if (is_number()) {
        out += fmt::format("n{};",
                           is(Kind::integer) ? integer() : static_cast<std::int64_t>(number()));
    } else if (is(Kind::list)) {
        out += "[";
        for (const Value& item : list()) {
            item.write_identity(out);
        }
        out += "]";
    } else if (is(Kind::map) && owned_) {
        std::map<std::string_view, const Value*> sorted;
        for (const auto& [name, value] : map().items()) {
            sorted.emplace(name, &value);
        }
        out += "{";
        for (const auto& [name, value] : sorted) {
            out += fmt::format("{}:{}", name.size(), name);
            value->write_identity(out);
        }
        out += "}";
    } else if (is(Kind::map) || is(Kind::function) || is(Kind::object)) {
        out += fmt::format("@{};", static_cast<const void*>(data_.map));
    } else {
        out += fmt::format("k{};", static_cast<int>(kind_));
    }
}

std::optional<int> compare(const Value& left, const Value& right) {
    if (left.is_number() && right.is_number()) {
        if (left.is(Kind::integer) && right.is(Kind::integer)) {
            return order(left.integer(), right.integer());
        }
        if (std::isnan(left.number()) || std::isnan(right.number())) {
            return std::nullopt;
        }
        return order(left.number(), right.number());
    }
    if (left.is_text() && right.is_text()) {
        return order(left.text(), right.text());
    }
    if (!left.is(Kind::list) || !right.is(Kind::list)) {
        return std::nullopt;
    }
    const List& ours = left.list();
    const List& theirs = right.list();
    for (std::size_t i = 0; i < ours.size() && i < theirs.size(); ++i) {
        if (!(ours[i] == theirs[i])) {
            return compare(ours[i], theirs[i]);
        }
    }
    return order(ours.size(), theirs.size());
}

}  // namespace puebla::templates
