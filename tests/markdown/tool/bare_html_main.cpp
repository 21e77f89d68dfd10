// Prints texts the way other programs print Markdown, to be compared with them
// (tests/markdown/conformance_test.py, referee_test.py).
//
// In:  a JSON list of texts. Out: a JSON list of their HTML.

#include <iostream>
#include <iterator>

#include "foundation/read_json.h"
#include "markdown/document.h"

namespace {

using puebla::Diagnostics;
using puebla::Value;

std::string bare_html(const std::string& text) {
    Diagnostics problems;
    puebla::markdown::HtmlOptions options;
    options.detail = puebla::markdown::HtmlDetail::bare;
    return to_html(puebla::markdown::parse({"case.md", text, 0}, problems), options).text;
}

}  // namespace

int main() {
    const std::string json((std::istreambuf_iterator<char>(std::cin)),
                           std::istreambuf_iterator<char>());
    Diagnostics problems;
    const Value texts = puebla::read_json("texts", json, problems);
    Value::List results;
    for (const Value& text : *texts.list()) {
        results.push_back(Value{bare_html(*text.string()), {}});
    }
    std::cout << to_json(Value{std::move(results), {}}) << '\n';
}
