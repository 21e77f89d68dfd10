#include "templates/filters.h"

#include <algorithm>
#include <charconv>

#include "foundation/suggestion.h"
#include "templates/filter_families.h"
#include "templates/operators.h"
#include "templates/pieces.h"

namespace puebla::templates {

const std::vector<Filter>& filters() {
    static const std::vector<Filter> table = [] {
        std::vector<Filter> all;
        for (std::vector<Filter> family :
             {text_filters(), case_filters(), shape_filters(), list_filters(), choice_filters(),
              order_filters(), number_filters(), language_filters(), web_filters()}) {
            std::move(family.begin(), family.end(), std::back_inserter(all));
        }
        return all;
    }();
    return table;
}

const Filter* find_filter(std::string_view name) {
    for (const Filter& filter : filters()) {
        if (filter.name == name) {
            return &filter;
        }
    }
    return nullptr;
}

Message help_for_unknown_filter(std::string_view name) {
    if (name == "safe") {
        return say("texts are always printed as texts; only the generator makes HTML",
                   "los textos siempre se imprimen como textos; solo el generador crea HTML");
    }
    if (name == "tojson") {
        return say("the filter is called \"json\" here", "aquí el filtro se llama «json»");
    }
    std::vector<std::string> names;
    for (const Filter& filter : filters()) {
        names.emplace_back(filter.name);
    }
    return did_you_mean(name, names);
}

void bind_arguments(std::string_view name, const std::vector<std::string_view>& parameters,
                    Call& call) {
    if (!parameters.empty() && parameters.back() == "*") {
        return;
    }
    if (call.positional.size() > parameters.size()) {
        call.fail("template-type", say("\"{}\" takes {} arguments and got {}",
                                       "«{}» recibe {} argumentos y obtuvo {}", name,
                                       parameters.size(), call.positional.size()));
        return;
    }
    call.positional.resize(parameters.size(), Value::unset());
    for (auto& [given_name, value] : call.named) {
        const auto place = std::find(parameters.begin(), parameters.end(), given_name);
        if (place == parameters.end()) {
            call.fail("template-type",
                      say("\"{}\" has no parameter \"{}\"", "«{}» no tiene ningún parámetro «{}»",
                          name, given_name),
                      did_you_mean(given_name,
                                   std::vector<std::string>(parameters.begin(), parameters.end())));
            return;
        }
        Value& slot = call.positional[static_cast<std::size_t>(place - parameters.begin())];
        if (!slot.is(Kind::unset)) {
            call.fail("template-type", say("the parameter \"{}\" is given twice",
                                           "el parámetro «{}» se da dos veces", given_name));
            return;
        }
        slot = std::move(value);
    }
}

Value apply_filter(const Filter& filter, const Value& input, Call& call) {
    bind_arguments(filter.name, filter.parameters, call);
    return call.failure() ? Value() : filter.function(input, call);
}

std::int64_t whole_argument(Call& call, std::size_t position, std::int64_t otherwise) {
    const Value* value = given(call, position);
    if (value == nullptr || value->is(Kind::none)) {
        return otherwise;
    }
    if (!value->is(Kind::integer)) {
        call.fail("template-type", say("this filter needs a whole number as argument",
                                       "este filtro necesita un número entero como argumento"));
        return otherwise;
    }
    return value->integer();
}

bool flag_argument(const Call& call, std::size_t position) {
    const Value* value = given(call, position);
    return value != nullptr && value->truth();
}

std::string text_argument(Call& call, std::size_t position, std::string_view otherwise) {
    const Value* value = given(call, position);
    return value == nullptr || value->is(Kind::none) ? std::string(otherwise)
                                                     : text_for_joining(*value, call);
}

Value member_at(const Value& value, const Value& path) {
    if (path.is(Kind::none)) {
        return value;
    }
    const RenderContext no_context;
    Value current = value;
    Value scratch;
    std::string_view rest = path.text();
    bool more = true;
    while (more) {
        Value step = path;
        if (path.is_text()) {
            const std::size_t dot = std::min(rest.find('.'), rest.size());
            const std::string_view word = rest.substr(0, dot);
            std::int64_t index = 0;
            const auto result = std::from_chars(word.data(), word.data() + word.size(), index);
            const bool number = !word.empty() && result.ptr == word.data() + word.size();
            step = number ? Value(index) : Value(word);
            more = dot < rest.size();
            rest.remove_prefix(std::min(dot + 1, rest.size()));
        } else {
            more = false;
        }
        Call call(no_context);
        const Value* found = subscript(current, step, scratch, call);
        if (found == nullptr || call.failure()) {
            return Value::undefined();
        }
        Value kept = *found;
        current = std::move(kept);
    }
    return current;
}

Value not_for(const Value& input, std::string_view filter, Call& call) {
    const Message kind = kind_name(input);
    const std::string name(filter);
    return call.fail("template-type", {"the filter \"" + name + "\" does not work on " + kind.en,
                                       "el filtro «" + name + "» no funciona con " + kind.es});
}

}  // namespace puebla::templates
