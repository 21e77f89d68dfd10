// Filters that choose among the items of a list, or take something of each.

#include "templates/filter_families.h"
#include "templates/is_tests.h"
#include "templates/limits.h"
#include "templates/operators.h"
#include "templates/pieces.h"

namespace puebla::templates {

namespace {

// The call for what an item is given to: the arguments from `first` on.
Call rest_of(const Call& call, std::size_t first) {
    Call rest(call.context, call.work);
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
        if (!call.pay(cost_of_a_value)) {
            return {};
        }
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

}  // namespace

// NOLINTNEXTLINE(readability-function-size): a table
std::vector<Filter> choice_filters() {
    return {
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
    };
}

}  // namespace puebla::templates
