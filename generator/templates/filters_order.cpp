// Filters that put the items of a list in order, or compare them.

#include <algorithm>
#include <bit>
#include <optional>
#include <string>
#include <unordered_set>

#include "locale/letter_case.h"
#include "templates/comparisons.h"
#include "templates/filter_families.h"
#include "templates/limits.h"
#include "templates/pieces.h"

namespace puebla::templates {

namespace {

struct Keyed {
    Value key;
    Value item;
};

std::optional<std::vector<Keyed>> keyed_items(const Value& input, const Value* path,
                                              bool case_sensitive, Call& call) {
    List scratch;
    const List* items = items_of(input, scratch, call);
    std::vector<Keyed> result;
    for (std::size_t i = 0; items != nullptr && i < items->size() && !call.failure(); ++i) {
        result.push_back({key_of((*items)[i], path, case_sensitive, call), (*items)[i]});
    }
    return call.failure() ? std::nullopt : std::optional(std::move(result));
}

// Pays for sorting. Fails where two neighbours have no order: a sort must not fail half way.
bool can_be_sorted(const std::vector<Keyed>& items, Call& call) {
    if (!call.pay(cost_of_a_match * items.size() * std::bit_width(items.size()))) {
        return false;
    }
    for (std::size_t i = 1; i < items.size(); ++i) {
        if (!compare(items[0].key, items[i].key)) {
            compares(Comparison::less, items[0].key, items[i].key, call);
            return false;
        }
    }
    return true;
}

bool comes_before(const Keyed& left, const Keyed& right) {
    return compare(left.key, right.key).value_or(0) < 0;
}

Value items_only(std::vector<Keyed> items) {
    List result;
    result.reserve(items.size());
    for (Keyed& one : items) {
        result.push_back(std::move(one.item));
    }
    return result;
}

Value sort(const Value& input, Call& call) {
    auto items = keyed_items(input, given(call, 2), flag_argument(call, 1), call);
    if (!items || !can_be_sorted(*items, call)) {
        return {};
    }
    if (flag_argument(call, 0)) {
        std::stable_sort(items->begin(), items->end(),
                         [](const Keyed& a, const Keyed& b) { return comes_before(b, a); });
    } else {
        std::stable_sort(items->begin(), items->end(), comes_before);
    }
    return items_only(std::move(*items));
}

Value unique(const Value& input, Call& call) {
    auto items = keyed_items(input, given(call, 1), flag_argument(call, 0), call);
    if (!items) {
        return {};
    }
    if (!call.pay(cost_of_a_value * items->size())) {
        return {};
    }
    std::vector<Keyed> result;
    std::unordered_set<std::string> seen;
    for (Keyed& one : *items) {
        std::string identity;
        one.key.write_identity(identity);
        if (seen.insert(std::move(identity)).second) {
            result.push_back(std::move(one));
        }
    }
    return items_only(std::move(result));
}

Value extreme(const Value& input, Call& call, bool largest) {
    auto items = keyed_items(input, given(call, 1), flag_argument(call, 0), call);
    if (!items || !can_be_sorted(*items, call)) {
        return {};
    }
    if (items->empty()) {
        return call.fail("template-type", say("the list is empty", "la lista está vacía"));
    }
    const auto place = largest ? std::max_element(items->begin(), items->end(), comes_before)
                               : std::min_element(items->begin(), items->end(), comes_before);
    return place->item;
}

Value min(const Value& input, Call& call) {
    return extreme(input, call, false);
}

Value max(const Value& input, Call& call) {
    return extreme(input, call, true);
}

Value groupby(const Value& input, Call& call) {
    const Value* path = given(call, 0);
    if (path == nullptr) {
        return call.fail("template-type", say("groupby needs the name of a member",
                                              "groupby necesita el nombre de un miembro"));
    }
    const Value* otherwise = given(call, 1);
    List scratch;
    const List* all = items_of(input, scratch, call);
    std::vector<Keyed> items;
    for (std::size_t i = 0; all != nullptr && i < all->size() && !call.failure(); ++i) {
        Value key = member_at((*all)[i], *path);
        if (key.is(Kind::undefined) && otherwise != nullptr) {
            key = *otherwise;
        }
        items.push_back(
            {key.is(Kind::undefined) ? key_of((*all)[i], path, true, call) : key, (*all)[i]});
    }
    const bool case_sensitive = flag_argument(call, 2);
    std::vector<Keyed> sorted;
    sorted.reserve(items.size());
    for (const Keyed& one : items) {
        sorted.push_back({key_of(one.key, nullptr, case_sensitive, call), List{one.key, one.item}});
    }
    if (call.failure() || !can_be_sorted(sorted, call)) {
        return {};
    }
    std::stable_sort(sorted.begin(), sorted.end(), comes_before);
    if (!call.pay(2 * cost_of_a_value * sorted.size())) {
        return {};
    }
    List groups;
    for (std::size_t i = 0; i < sorted.size();) {
        List members;
        std::size_t next = i;
        while (next < sorted.size() && sorted[next].key == sorted[i].key) {
            members.push_back(sorted[next++].item.list()[1]);
        }
        groups.emplace_back(
            Map{{"grouper", sorted[i].item.list()[0]}, {"list", std::move(members)}});
        i = next;
    }
    return groups;
}

Value dictsort(const Value& input, Call& call) {
    if (!input.is(Kind::map)) {
        return not_for(input, "dictsort", call);
    }
    const std::string by = text_argument(call, 1, "key");
    if (by != "key" && by != "value") {
        return call.fail("template-type", say("dictsort sorts by \"key\" or \"value\"",
                                              "dictsort ordena por «key» o «value»"));
    }
    const Value column(by == "key" ? 0 : 1);
    auto items = keyed_items(pairs_of(input.map(), call), &column, flag_argument(call, 0), call);
    if (!items || !can_be_sorted(*items, call)) {
        return {};
    }
    if (flag_argument(call, 2)) {
        std::stable_sort(items->begin(), items->end(),
                         [](const Keyed& a, const Keyed& b) { return comes_before(b, a); });
    } else {
        std::stable_sort(items->begin(), items->end(), comes_before);
    }
    return items_only(std::move(*items));
}

}  // namespace

Value key_of(const Value& item, const Value* path, bool case_sensitive, Call& call) {
    Value key = path == nullptr || path->is(Kind::none) ? item : member_at(item, *path);
    if (key.is(Kind::undefined)) {
        return call.fail("unknown-attribute",
                         say("an item of the list has nothing called \"{}\"",
                             "un elemento de la lista no tiene nada llamado «{}»", path->text()));
    }
    if (key.is_text() && !case_sensitive) {
        const bool paid = call.pay(cost_of_a_value + cost_of_changing * key.text().size());
        return paid ? Value(lower_case(key.text())) : Value();
    }
    return key;
}

// NOLINTNEXTLINE(readability-function-size): a table
std::vector<Filter> order_filters() {
    return {
        {"sort",
         say("In order; by the member that attribute names",
             "En orden; por el miembro que indica attribute"),
         {"reverse", "case_sensitive", "attribute"},
         sort,
         {{R"({{ [3, 1, 2] | sort | join }})", "123"},
          {R"({{ [{"n": "b"}, {"n": "a"}] | sort(attribute="n") | map(attribute="n") | join }})",
           "ab"}}},
        {"unique",
         say("Every value once", "Cada valor una sola vez"),
         {"case_sensitive", "attribute"},
         unique,
         {{R"({{ ["a", "b", "a"] | unique | join }})", "ab"}}},
        {"min",
         say("The smallest item", "El elemento menor"),
         {"case_sensitive", "attribute"},
         min,
         {{R"({{ [3, 1, 2] | min }})", "1"}}},
        {"max",
         say("The largest item", "El elemento mayor"),
         {"case_sensitive", "attribute"},
         max,
         {{R"({{ [3, 1, 2] | max }})", "3"}}},
        {"groupby",
         say("Groups by a member, sorted by it: pairs of the value and its items",
             "Grupos según un miembro, en su orden: pares del valor y sus elementos"),
         {"attribute", "default", "case_sensitive"},
         groupby,
         {{R"({% for year, items in [{"y": 2}, {"y": 1}, {"y": 2}] | groupby("y") %}{{ year }}:{{ items | length }} {% endfor %})",
           "1:1 2:2 "}}},
        {"dictsort",
         say("The pairs of a map, sorted by name, or by=\"value\"",
             "Los pares de un mapa, ordenados por nombre, o con by=\"value\" por valor"),
         {"case_sensitive", "by", "reverse"},
         dictsort,
         {{R"({% for k, v in {"b": 1, "a": 2} | dictsort %}{{ k }}{{ v }}{% endfor %})", "a2b1"}}},
    };
}

}  // namespace puebla::templates
