// Filters over lists.

#include <algorithm>
#include <unordered_set>

#include "locale/letter_case.h"
#include "templates/filter_families.h"
#include "templates/comparisons.h"
#include "templates/is_tests.h"
#include "templates/limits.h"
#include "templates/operators.h"
#include "templates/pieces.h"

namespace puebla::templates {

namespace {

// The value of an item by which it is sorted or compared; failing where it has none.
Value key_of(const Value& item, const Value* path, bool case_sensitive, Call& call) {
    Value key = path == nullptr || path->is(Kind::none) ? item : member_at(item, *path);
    if (key.is(Kind::undefined)) {
        return call.fail("unknown-attribute",
                         say("an item of the list has nothing called \"{}\"",
                             "un elemento de la lista no tiene nada llamado «{}»", path->text()));
    }
    if (key.is_text() && !case_sensitive) {
        return lower_case(key.text());
    }
    return key;
}

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

// Fails where two neighbours have no order, before sorting: a sort must not fail half way.
bool have_order(const std::vector<Keyed>& items, Call& call) {
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
    if (!items || !have_order(*items, call)) {
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
    if (!items || !have_order(*items, call)) {
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
    if (call.failure() || !have_order(sorted, call)) {
        return {};
    }
    std::stable_sort(sorted.begin(), sorted.end(), comes_before);
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

Value first(const Value& input, Call& call) {
    List scratch;
    const List* items = items_of(input, scratch, call);
    return items == nullptr || items->empty() ? Value::undefined() : items->front();
}

Value last(const Value& input, Call& call) {
    List scratch;
    const List* items = items_of(input, scratch, call);
    return items == nullptr || items->empty() ? Value::undefined() : items->back();
}

Value length(const Value& input, Call& call) {
    const std::optional<std::size_t> size = input.length();
    return size ? Value(*size) : not_for(input, "length", call);
}

Value reverse(const Value& input, Call& call) {
    List scratch;
    const List* items = items_of(input, scratch, call);
    if (items == nullptr) {
        return {};
    }
    List result(items->rbegin(), items->rend());
    if (!input.is_text()) {
        return result;
    }
    std::string text;
    for (const Value& character : result) {
        text += character.text();
    }
    return text;
}

Value join(const Value& input, Call& call) {
    List scratch;
    const List* items = items_of(input, scratch, call);
    const Value* path = given(call, 1);
    const Value separator = given(call, 0) != nullptr ? *given(call, 0) : Value("");
    List parts;
    for (std::size_t i = 0; items != nullptr && i < items->size() && !call.failure(); ++i) {
        if (i > 0) {
            parts.push_back(separator);
        }
        parts.push_back(path == nullptr || path->is(Kind::none)
                            ? (*items)[i]
                            : key_of((*items)[i], path, true, call));
    }
    return call.failure() ? Value() : concatenate(parts, call);
}

Value to_list(const Value& input, Call& call) {
    List scratch;
    const List* items = items_of(input, scratch, call);
    return items == nullptr ? Value() : Value(*items);
}

Value sum(const Value& input, Call& call) {
    List scratch;
    const List* items = items_of(input, scratch, call);
    Value total = given(call, 1) != nullptr ? *given(call, 1) : Value(0);
    if (!total.is_number()) {
        return not_for(total, "sum", call);
    }
    for (std::size_t i = 0; items != nullptr && i < items->size() && !call.failure(); ++i) {
        const Value* path = given(call, 0);
        const Value item = key_of((*items)[i], path, true, call);
        Value next = call.failure() ? Value() : calculate(Expression::Kind::add, total, item, call);
        total = std::move(next);
    }
    return total;
}

Value batch(const Value& input, Call& call) {
    const std::int64_t size = whole_argument(call, 0, 0);
    List scratch;
    const List* items = items_of(input, scratch, call);
    if (items == nullptr || size < 1 || size > static_cast<std::int64_t>(longest_list)) {
        return call.fail("template-type", say("batch needs a whole number above 0",
                                              "batch necesita un número entero mayor que 0"));
    }
    List rows;
    List row;
    for (const Value& item : *items) {
        row.push_back(item);
        if (static_cast<std::int64_t>(row.size()) == size) {
            rows.emplace_back(std::move(row));
            row = {};
        }
    }
    if (!row.empty()) {
        const Value* filler = given(call, 1);
        if (filler != nullptr && !filler->is(Kind::none)) {
            row.resize(static_cast<std::size_t>(size), *filler);
        }
        rows.emplace_back(std::move(row));
    }
    return rows;
}

Value in_columns(const Value& input, Call& call) {
    const std::int64_t columns = whole_argument(call, 0, 0);
    List scratch;
    const List* items = items_of(input, scratch, call);
    if (items == nullptr || columns < 1 || columns > static_cast<std::int64_t>(longest_list)) {
        return call.fail("template-type", say("slice needs a whole number above 0",
                                              "slice necesita un número entero mayor que 0"));
    }
    const auto count = static_cast<std::size_t>(columns);
    const std::size_t shortest = items->size() / count;
    const std::size_t longer = items->size() % count;
    const Value* filler = given(call, 1);
    List result;
    std::size_t at = 0;
    for (std::size_t i = 0; i < count; ++i) {
        List column;
        const std::size_t size = shortest + (i < longer ? 1 : 0);
        column.insert(column.end(), items->begin() + static_cast<std::ptrdiff_t>(at),
                      items->begin() + static_cast<std::ptrdiff_t>(at + size));
        at += size;
        if (filler != nullptr && !filler->is(Kind::none) && i >= longer) {
            column.push_back(*filler);
        }
        result.emplace_back(std::move(column));
    }
    return result;
}

// The call for what an item is given to: the arguments from `first` on.
Call rest_of(const Call& call, std::size_t first) {
    Call rest(call.context);
    for (std::size_t i = first; i < call.positional.size(); ++i) {
        rest.positional.push_back(call.positional[i]);
    }
    rest.named = call.named;
    return rest;
}

void take_failure(const Call& from, Call& call) {
    if (from.failure()) {
        call.fail(from.failure()->code, from.failure()->message, from.failure()->help);
    }
}

Value map_members(const List& items, const Value& path, const Value* otherwise, Call& call) {
    List result;
    for (const Value& item : items) {
        Value found = member_at(item, path);
        if (found.is(Kind::undefined)) {
            found = otherwise != nullptr ? *otherwise : key_of(item, &path, true, call);
        }
        if (call.failure()) {
            return {};
        }
        result.push_back(std::move(found));
    }
    return result;
}

Value map(const Value& input, Call& call) {
    List scratch;
    const List* items = items_of(input, scratch, call);
    if (items == nullptr) {
        return {};
    }
    if (call.positional.empty()) {
        const Value* path = call.argument(0, "attribute");
        if (path == nullptr) {
            return call.fail("template-type",
                             say("map needs the name of a filter, or attribute=…",
                                 "map necesita el nombre de un filtro, o attribute=…"));
        }
        return map_members(*items, *path, call.argument(1, "default"), call);
    }
    const Filter* filter = find_filter(call.positional[0].text());
    if (filter == nullptr) {
        return call.fail("unknown-filter",
                         say("there is no filter \"{}\"", "no hay ningún filtro «{}»",
                             call.positional[0].text()),
                         help_for_unknown_filter(call.positional[0].text()));
    }
    List result;
    std::size_t weight = 0;
    for (const Value& item : *items) {
        Call inner = rest_of(call, 1);
        result.push_back(apply_filter(*filter, item, inner));
        weight += result.back().extent().weight;
        take_failure(inner, call);
        if (weight > longest_text) {
            return too_long(call);
        }
        if (call.failure()) {
            return {};
        }
    }
    return result;
}

// select, reject, selectattr and rejectattr: those items for which a test answers `wanted`.
Value chosen(const Value& input, Call& call, bool by_member, bool wanted) {
    List scratch;
    const List* items = items_of(input, scratch, call);
    const std::size_t test_at = by_member ? 1 : 0;
    if (items == nullptr || call.positional.size() < test_at) {
        return call.fail("template-type", say("this filter needs the name of a member",
                                              "este filtro necesita el nombre de un miembro"));
    }
    const Test* test = nullptr;
    if (call.positional.size() > test_at) {
        test = find_test(call.positional[test_at].text());
        if (test == nullptr) {
            return call.fail("unknown-test",
                             say("there is no test \"{}\"", "no hay ninguna prueba «{}»",
                                 call.positional[test_at].text()));
        }
    }
    List result;
    for (const Value& item : *items) {
        const Value value = by_member ? member_at(item, call.positional[0]) : item;
        bool holds = false;
        const bool asks_existence =
            test != nullptr && (test->name == "defined" || test->name == "undefined");
        if (value.is(Kind::undefined) && !asks_existence) {
            key_of(item, call.positional.data(), true, call);
        } else if (test == nullptr) {
            holds = value.truth();
        } else {
            Call inner = rest_of(call, test_at + 1);
            holds = apply_test(*test, value, inner);
            take_failure(inner, call);
        }
        if (call.failure()) {
            return {};
        }
        if (holds == wanted) {
            result.push_back(item);
        }
    }
    return result;
}

Value select(const Value& input, Call& call) {
    return chosen(input, call, false, true);
}
Value reject(const Value& input, Call& call) {
    return chosen(input, call, false, false);
}
Value selectattr(const Value& input, Call& call) {
    return chosen(input, call, true, true);
}
Value rejectattr(const Value& input, Call& call) {
    return chosen(input, call, true, false);
}

Value pairs(const Value& input, Call& call) {
    if (!input.is(Kind::map)) {
        return not_for(input, "items", call);
    }
    List result;
    for (const auto& [name, value] : input.map().items()) {
        result.emplace_back(List{name, value});
    }
    return result;
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
    auto items = keyed_items(pairs(input, call), &column, flag_argument(call, 0), call);
    if (!items || !have_order(*items, call)) {
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

Value attr(const Value& input, Call& call) {
    const Value* name = given(call, 0);
    const Value* found = name == nullptr || !name->is_text() ? nullptr : input.find(name->text());
    return found != nullptr ? *found : Value::undefined();
}

}  // namespace

// NOLINTNEXTLINE(readability-function-size): a table
std::vector<Filter> list_filters() {
    return {
        {"length",
         say("How many items, names or characters", "Cuántos elementos, nombres o caracteres"),
         {},
         length,
         {{R"({{ [1, 2, 3] | length }})", "3"}, {R"({{ "añil" | length }})", "4"}},
         false,
         true},
        {"count",
         say("The same as length", "Lo mismo que length"),
         {},
         length,
         {{R"({{ [1, 2] | count }})", "2"}},
         false,
         true},
        {"first",
         say("The first item", "El primer elemento"),
         {},
         first,
         {{R"({{ ["a", "b"] | first }})", "a"}},
         false,
         true},
        {"last",
         say("The last item", "El último elemento"),
         {},
         last,
         {{R"({{ ["a", "b"] | last }})", "b"}},
         false,
         true},
        {"join",
         say("One text from many, with a separator between them",
             "Un texto a partir de varios, con un separador entre ellos"),
         {"d", "attribute"},
         join,
         {{R"({{ ["a", "b"] | join(", ") }})", "a, b"}}},
        {"sort",
         say("In order; by the member that attribute names",
             "En orden; por el miembro que indica attribute"),
         {"reverse", "case_sensitive", "attribute"},
         sort,
         {{R"({{ [3, 1, 2] | sort | join }})", "123"},
          {R"({{ [{"n": "b"}, {"n": "a"}] | sort(attribute="n") | map(attribute="n") | join }})",
           "ab"}}},
        {"reverse",
         say("From the end to the beginning", "Del final al principio"),
         {},
         reverse,
         {{R"({{ [1, 2, 3] | reverse | join }})", "321"}}},
        {"unique",
         say("Every value once", "Cada valor una sola vez"),
         {"case_sensitive", "attribute"},
         unique,
         {{R"({{ ["a", "b", "a"] | unique | join }})", "ab"}}},
        {"groupby",
         say("Groups by a member, sorted by it: pairs of the value and its items",
             "Grupos según un miembro, en su orden: pares del valor y sus elementos"),
         {"attribute", "default", "case_sensitive"},
         groupby,
         {{R"({% for year, items in [{"y": 2}, {"y": 1}, {"y": 2}] | groupby("y") %}{{ year }}:{{ items | length }} {% endfor %})",
           "1:1 2:2 "}}},
        {"map",
         say("A member of every item, or every item through a filter",
             "Un miembro de cada elemento, o cada elemento pasado por un filtro"),
         {"*"},
         map,
         {{R"({{ [{"n": 1}, {"n": 2}] | map(attribute="n") | join("+") }})", "1+2"},
          {R"({{ ["a", "b"] | map("upper") | join }})", "AB"}}},
        {"select",
         say("The items that pass a test", "Los elementos que superan una prueba"),
         {"*"},
         select,
         {{R"({{ [1, 2, 3] | select("odd") | join }})", "13"}}},
        {"reject",
         say("The items that do not pass a test", "Los elementos que no superan una prueba"),
         {"*"},
         reject,
         {{R"({{ [1, 2, 3] | reject("odd") | join }})", "2"}}},
        {"selectattr",
         say("The items whose member passes a test",
             "Los elementos cuyo miembro supera una prueba"),
         {"*"},
         selectattr,
         {{R"({{ [{"n": 1}, {"n": 2}] | selectattr("n", "eq", 2) | list | length }})", "1"}}},
        {"rejectattr",
         say("The items whose member does not pass a test",
             "Los elementos cuyo miembro no supera una prueba"),
         {"*"},
         rejectattr,
         {{R"({{ [{"n": 0}, {"n": 2}] | rejectattr("n") | list | length }})", "1"}}},
        {"list",
         say("The items as a list", "Los elementos como lista"),
         {},
         to_list,
         {{R"({{ "abc" | list | join("-") }})", "a-b-c"}}},
        {"sum",
         say("The sum of the items or of a member of them",
             "La suma de los elementos o de un miembro de ellos"),
         {"attribute", "start"},
         sum,
         {{R"({{ [1, 2, 3] | sum }})", "6"}}},
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
        {"batch",
         say("Rows of so many items", "Filas de tantos elementos"),
         {"linecount", "fill_with"},
         batch,
         {{R"({% for row in [1, 2, 3] | batch(2, 0) %}[{{ row | join }}]{% endfor %})",
           "[12][30]"}}},
        {"slice",
         say("So many columns of items", "Tantas columnas de elementos"),
         {"slices", "fill_with"},
         in_columns,
         {{R"({% for c in [1, 2, 3] | slice(2) %}[{{ c | join }}]{% endfor %})", "[12][3]"}}},
        {"items",
         say("The names and values of a map, in pairs",
             "Los nombres y valores de un mapa, en pares"),
         {},
         pairs,
         {{R"({% for k, v in {"a": 1} | items %}{{ k }}={{ v }}{% endfor %})", "a=1"}}},
        {"dictsort",
         say("The pairs of a map, sorted by name, or by=\"value\"",
             "Los pares de un mapa, ordenados por nombre, o con by=\"value\" por valor"),
         {"case_sensitive", "by", "reverse"},
         dictsort,
         {{R"({% for k, v in {"b": 1, "a": 2} | dictsort %}{{ k }}{{ v }}{% endfor %})", "a2b1"}}},
        {"attr",
         say("A member by a name that is computed", "Un miembro por un nombre calculado"),
         {"name"},
         attr,
         {{R"({{ {"a": 1} | attr("a") }})", "1"}},
         false,
         true},
    };
}

}  // namespace puebla::templates
