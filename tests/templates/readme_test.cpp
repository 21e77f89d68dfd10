// themes/README.md lists all of the language: its tables are those of the program.

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "templates/filters.h"
#include "templates/functions.h"
#include "templates/is_tests.h"

namespace puebla::templates {
namespace {

std::string escaped_for_table(std::string_view text) {
    std::string result;
    for (const char c : text) {
        result += c == '|' ? "\\|" : (c == '\n' ? "⏎" : std::string(1, c));
    }
    return result;
}

std::string row_of(std::string_view name, const Message& documentation,
                   const std::vector<std::string_view>& parameters,
                   const std::vector<Example>& examples) {
    std::string row = "| `" + escaped_for_table(name);
    std::string separator = "(";
    for (const std::string_view parameter : parameters) {
        row += separator + (parameter == "*" ? "…" : std::string(parameter));
        separator = ", ";
    }
    row += std::string(parameters.empty() ? "" : ")") + "` | " +
           escaped_for_table(documentation.en) + " | ";
    separator = "";
    for (const Example& example : examples) {
        row += separator + "`" + escaped_for_table(example.source) + "` → `" +
               escaped_for_table(example.expected) + "`";
        separator = "<br>";
    }
    return row + " |\n";
}

TEST(Readme, HasTheTablesOfTheProgram) {
    std::ifstream file("themes/README.md");
    const std::string readme = std::string(std::istreambuf_iterator<char>(file), {}) + "\n";
    std::string all_filters;
    for (const Filter& filter : filters()) {
        all_filters +=
            row_of(filter.name, filter.documentation, filter.parameters, filter.examples);
    }
    std::string all_tests;
    for (const templates::Test& test : tests()) {
        all_tests += row_of(test.name, test.documentation, test.parameters, test.examples);
    }
    std::string all_functions;
    for (const GlobalFunction& function : global_functions()) {
        all_functions += row_of(function.name, function.documentation, {}, function.examples);
    }
    for (const std::string& table : {all_filters, all_tests, all_functions}) {
        // From the head of the table to the line after it, so that a row too many is seen as well.
        const std::string whole = "| --- | --- | --- |\n" + table + "\n";
        EXPECT_NE(readme.find(whole), std::string::npos) << "themes/README.md lacks:\n" << table;
    }
}

}  // namespace
}  // namespace puebla::templates
