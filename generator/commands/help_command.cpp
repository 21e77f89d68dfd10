#include <algorithm>

#include "commands/commands.h"
#include "commands/explanations.h"
#include "commands/print.h"
#include "commands/report.h"
#include "foundation/suggestion.h"
#include "templates/filters.h"

namespace puebla {

namespace {

void print(const Message& message, MessageLanguage language) {
    print_answer(message.in(language) + "\n");
}

void list_filters(MessageLanguage language) {
    for (const templates::Filter& filter : templates::filters()) {
        std::string text =
            fmt::format("{}\n    {}\n", filter.name, filter.documentation.in(language));
        for (const auto& example : filter.examples) {
            text += fmt::format("    {}  →  {}\n", example.source, example.expected);
        }
        print_answer(text);
    }
}

void list_topics(MessageLanguage language) {
    print(say("puebla help CODE explains a message, puebla help VERB a verb (build, check);\n"
              "puebla help filters lists the filters of templates.\n\nCodes:",
              "puebla help CÓDIGO explica un mensaje, puebla help VERBO un verbo (build, check);\n"
              "puebla help filters enumera los filtros de las plantillas.\n\nCódigos:"),
          language);
    for (const Explanation& one : explanations()) {
        print_answer(fmt::format("  {:<24}{}\n", one.code, one.summary.in(language)));
    }
}

}  // namespace

int run_help(const std::string& topic, const Options& options) {
    if (topic.empty()) {
        list_topics(options.messages);
        return exit_done;
    }
    if (topic == "filters") {
        list_filters(options.messages);
        return exit_done;
    }
    std::vector<std::string> known = {"filters", "build", "check"};
    for (const Explanation& one : explanations()) {
        if (one.code == topic) {
            print_answer(fmt::format("{}: ", one.code));
            print(one.summary, options.messages);
            print(one.remedy, options.messages);
            print_answer(fmt::format("\n{}\n", one.example));
            return exit_done;
        }
        known.emplace_back(one.code);
    }
    Message help = did_you_mean(topic, known);
    if (help.empty()) {
        help = say("puebla help lists what it can explain",
                   "puebla help enumera lo que puede explicar");
    }
    Diagnostics problems;
    problems.error("unknown-topic", {},
                   say("there is no help on \"{}\"", "no hay ayuda sobre «{}»", topic), help);
    say_misuse(problems, options.json, options.messages);
    return exit_misuse;
}

}  // namespace puebla
