// The filters of the template language: {{ title | upper }}.
//
// Each is a row of one table, with its documentation and examples that a test runs. A new filter is
// a function and a row.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foundation/message.h"
#include "templates/call.h"

namespace puebla::templates {

struct Example {
    std::string_view source;
    std::string_view expected;
};

struct Filter {
    std::string_view name;
    Message documentation;  // one sentence
    // In the order of the arguments. "*" at the end: as many as one likes, with any name.
    std::vector<std::string_view> parameters;
    // call.positional holds one value per parameter, unset where it was not given. Answering
    // `undefined` says that there is nothing, which `default` replaces.
    Value (*function)(const Value& input, Call& call);
    std::vector<Example> examples;
    bool accepts_undefined = false;  // its input may be a name that does not exist
    bool only_looks = false;         // takes as long for a long list as for a short one
};

// In the order a reader should meet them.
const std::vector<Filter>& filters();

const Filter* find_filter(std::string_view name);
Message help_for_unknown_filter(std::string_view name);

// Brings the arguments of a call into the order of the parameters; fails where one is unknown,
// given twice or too many.
void bind_arguments(std::string_view name, const std::vector<std::string_view>& parameters,
                    Call& call);

// Binds the arguments and calls.
Value apply_filter(const Filter& filter, const Value& input, Call& call);

}  // namespace puebla::templates
