#include "commands/report_misuse.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "foundation/suggestion.h"

namespace puebla {

namespace {

std::string chosen_verb(const CLI::App& app) {
    const std::vector<CLI::App*> chosen = app.get_subcommands();
    return chosen.empty() ? "" : chosen.front()->get_name();
}

std::vector<std::string> verbs_of(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* verb : app.get_subcommands({})) {
        names.push_back(verb->get_name());
    }
    return names;
}

std::vector<std::string> options_of(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options()) {
        for (const std::string& name : option->get_lnames()) {
            names.push_back("--" + name);
        }
    }
    return names;
}

// A verb that has the option, the chosen one if it can be; "" where none has it.
std::string owner_of(const CLI::App& app, const std::string& option) {
    std::vector<std::string> candidates = verbs_of(app);
    if (const std::string chosen = chosen_verb(app); !chosen.empty()) {
        candidates.insert(candidates.begin(), chosen);
    }
    const auto owner =
        std::find_if(candidates.begin(), candidates.end(), [&](const std::string& verb) {
            const std::vector<std::string> known = options_of(*app.get_subcommand(verb));
            return std::find(known.begin(), known.end(), option) != known.end();
        });
    return owner == candidates.end() ? "" : *owner;
}

void report_option(const CLI::App& app, const std::string& option, Diagnostics& problems) {
    const std::string verb = chosen_verb(app);
    const std::string owner = owner_of(app, option);
    if (owner.empty()) {
        const CLI::App& asked = *app.get_subcommand(verb.empty() ? "build" : verb);
        problems.error("unknown-option", {},
                       say("there is no option {}", "no existe la opción {}", option),
                       did_you_mean(option, options_of(asked)));
    } else if (owner == verb || verb.empty()) {
        problems.error("unknown-option", {},
                       say("{} stands before the verb", "{} está antes del verbo", option),
                       say("write the verb first: puebla {} {}",
                           "escriba primero el verbo: puebla {} {}", owner, option));
    } else {
        problems.error("unknown-option", {},
                       say("\"{}\" has no option {}", "«{}» no tiene la opción {}", verb, option),
                       say("it belongs to \"{}\"", "pertenece a «{}»", owner));
    }
}

void report_word(const CLI::App& app, const std::string& word, Diagnostics& problems) {
    const std::string verb = chosen_verb(app);
    if (verb.empty()) {
        problems.error("unknown-verb", {},
                       say("there is no verb \"{}\"", "no existe el verbo «{}»", word),
                       did_you_mean(word, verbs_of(app)));
        return;
    }
    problems.error(
        "unknown-verb", {},
        say("\"{}\" does not belong after \"{}\"", "«{}» está de más después de «{}»", word, verb),
        say("give one verb at a time, and put quotation marks around names with spaces",
            "indique un solo verbo y ponga entre comillas los nombres con espacios"));
}

// CLI11 begins what it says with the name of the option; that of a flag has no hyphens there.
void report_mismatch(const std::string& said, Diagnostics& problems) {
    std::string option = said.substr(0, said.find_first_of(": "));
    option.insert(0, option.starts_with("-") ? "" : "--");
    if (said.find("flag override") == std::string::npos) {
        report_missing_value(option, problems);
        return;
    }
    problems.error("wrong-option", {}, say("{} takes no value", "{} no lleva valor", option),
                   say("write {} alone", "escriba solo {}", option));
}

}  // namespace

void report_misuse(const CLI::App& app, const CLI::ParseError& failure, Diagnostics& problems) {
    const std::vector<std::string> left = app.remaining(true);
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&failure)) {
        report_mismatch(failure.what(), problems);
    } else if (left.empty()) {
        problems.error(
            "wrong-option", {},
            say("this cannot be understood: {}", "esto no se entiende: {}", failure.what()));
    } else if (left.front().starts_with("-")) {
        report_option(app, left.front().substr(0, left.front().find('=')), problems);
    } else {
        report_word(app, left.front(), problems);
    }
}

void report_missing_value(const std::string& option, Diagnostics& problems) {
    problems.error(
        "wrong-option", {}, say("{} needs a value", "falta el valor de {}", option),
        say("write it after the option: {} …", "escríbalo después de la opción: {} …", option));
}

}  // namespace puebla
