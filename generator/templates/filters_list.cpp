// Filters over lists.

#include "templates/filter_families.h"
#include "templates/limits.h"
#include "templates/operators.h"
#include "templates/pieces.h"

namespace puebla::templates {

namespace {

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

Value items(const Value& input, Call& call) {
    return input.is(Kind::map) ? Value(pairs_of(input.map(), call)) : not_for(input, "items", call);
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
        {"reverse",
         say("From the end to the beginning", "Del final al principio"),
         {},
         reverse,
         {{R"({{ [1, 2, 3] | reverse | join }})", "321"}}},
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
         items,
         {{R"({% for k, v in {"a": 1} | items %}{{ k }}={{ v }}{% endfor %})", "a=1"}}},
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
