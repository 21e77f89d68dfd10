#include "commands/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <thread>

#include "commands/option_values.h"
#include "commands/report_misuse.h"

namespace puebla {

namespace {

using ValueCheck = bool (*)(const std::string& option, const std::string& value,
                            Diagnostics& problems);

bool is_any(const std::string& /*option*/, const std::string& /*value*/,
            Diagnostics& /*problems*/) {
    return true;
}

class Reader {
  public:
    Reader(MessageLanguage language, Diagnostics& problems)
        : language_(language), problems_(problems) {
        line_.options.messages = language;
        line_.options.build.workers.count = std::max(1U, std::thread::hardware_concurrency());
        name_the_parts();
        app_.require_subcommand(1);
        app_.set_version_flag("--version", "Puebla " PUEBLA_VERSION,
                              text({"Shows the version", "Muestra la versión"}));
        add_message_option(app_);
        add_verbs();
    }

    std::optional<CommandLine> read(const std::vector<std::string>& typed) {
        try {
            app_.parse(std::vector<std::string>(typed.rbegin(), typed.rend()));
        } catch (const CLI::CallForVersion& asked) {
            return at_once(std::string(asked.what()) + "\n", exit_done);
        } catch (const CLI::Success&) {
            return at_once(help(), exit_done);
        } catch (const CLI::ParseError& failure) {
            const bool no_verb = dynamic_cast<const CLI::RequiredError*>(&failure) != nullptr;
            if (no_verb && app_.remaining(true).empty()) {
                return at_once(help(), exit_misuse);
            }
            // A wrong value was reported where it was read.
            if (!problems_.has_errors()) {
                report_misuse(app_, failure, problems_);
            }
            return std::nullopt;
        }
        const auto of_topic = [&](const CLI::App* verb) { return verb->get_name() == line_.topic; };
        for (const CLI::App* explained : app_.get_subcommands(of_topic)) {
            return at_once(without_blank_end(explained->help(app_.get_name())), exit_done);
        }
        line_.verb = app_.get_subcommands().front()->get_name();
        return line_;
    }

  private:
    static constexpr std::size_t column_width = 28;

    std::string text(const Message& message) const { return message.in(language_); }

    std::optional<CommandLine> at_once(std::string answer, ExitCode code) {
        line_.text = std::move(answer);
        line_.code = code;
        return line_;
    }

    std::string help() const { return without_blank_end(app_.help()); }

    static std::string without_blank_end(std::string text) {
        text.erase(text.find_last_not_of('\n') + 1);
        return text + "\n";
    }

    void name_the_parts() {
        app_.option_defaults()->group(text({"Options", "Opciones"}));
        add_help_flag(app_);
        const auto formatter = app_.get_formatter();
        formatter->column_width(column_width);
        formatter->label("Usage", text({"Usage", "Uso"}));
        formatter->label("OPTIONS", text({"OPTIONS", "OPCIONES"}));
        formatter->label("SUBCOMMAND", text({"VERB", "VERBO"}));
        formatter->label("Positionals", text({"What to explain", "Qué explicar"}));
    }

    // Again for every verb: CLI11 copies it from the program without its group.
    void add_help_flag(CLI::App& app) {
        app.set_help_flag("-h,--help", text({"Shows this help", "Muestra esta ayuda"}));
    }

    void add_verbs() {
        CLI::App& build =
            add_verb("build", {"Makes the site and puts it in the output folder, all at once",
                               "Crea el sitio y lo pone en la carpeta de salida, de una sola vez"});
        CLI::App& check =
            add_verb("check", {"Says what is wrong with the content, without writing anything",
                               "Dice qué está mal en el contenido, sin escribir nada"});
        CLI::App& explain =
            add_verb("help", {"Explains a verb, a code, or the filters of templates",
                              "Explica un verbo, un código o los filtros de las plantillas"});
        add_output_options(build);
        for (CLI::App* verb : {&build, &check}) {
            add_site_options(*verb);
            add_message_option(*verb);
        }
        explain
            .add_option(text({"topic", "tema"}), line_.topic,
                        text({"A verb, a code such as broken-json, or \"filters\"",
                              "Un verbo, un código como broken-json, o «filters»"}))
            ->type_name("");
        add_message_option(explain);
        add_json_option(explain);
    }

    CLI::App& add_verb(const char* name, const Message& meaning) {
        CLI::App* verb = app_.add_subcommand(name, text(meaning));
        verb->group(text({"Verbs", "Verbos"}));
        add_help_flag(*verb);
        return *verb;
    }

    // `kind` stands for the value in the help.
    template <typename T>
    void add_value(CLI::App& verb, const std::string& name, T& target, const Message& kind,
                   const Message& meaning, ValueCheck check = is_any) {
        verb.add_option(name, target, text(meaning))
            ->type_name(text(kind))
            ->take_last()
            ->check([this, name, check](const std::string& value) {
                // CLI11 would take the next option for the value.
                if (value.starts_with("--")) {
                    report_missing_value(name, problems_);
                    return "missing";
                }
                return check(name, value, problems_) ? "" : "wrong";
            });
    }

    void add_flag(CLI::App& verb, const std::string& name, bool& target, const Message& meaning) {
        verb.add_flag(name, target, text(meaning))->disable_flag_override();
    }

    void add_output_options(CLI::App& verb) {
        Options& options = line_.options;
        add_value(verb, "--out", options.out, {"FOLDER", "CARPETA"},
                  {"Output folder (public in the source folder)",
                   "Carpeta de salida (public en la carpeta de origen)"},
                  is_output_folder);
        add_flag(verb, "--in-place", options.in_place,
                 {"Write into the output folder itself, where it cannot be exchanged",
                  "Escribe en la carpeta de salida misma, donde no se puede intercambiar"});
    }

    void add_site_options(CLI::App& verb) {
        Options& options = line_.options;
        add_value(verb, "--source", options.source, {"FOLDER", "CARPETA"},
                  {"Folder that holds content/ and themes/ (here)",
                   "Carpeta que contiene content/ y themes/ (esta)"},
                  is_source_folder);
        add_value(verb, "--base", options.build.base, {"URL", "URL"},
                  {"Address of the published site", "Dirección del sitio publicado"},
                  is_site_address);
        add_value(verb, "--theme", options.build.theme, {"NAME", "NOMBRE"},
                  {"Name of the theme", "Nombre del tema"});
        add_value(verb, "--at", options.build.at, {"DATE", "FECHA"},
                  {"Date from which \"current\" is computed",
                   "Fecha desde la que se calcula lo «actual»"},
                  is_full_date);
        add_value(verb, "--jobs", options.build.workers.count, {"N", "N"},
                  {"Number of workers", "Número de trabajos simultáneos"}, is_worker_count);
        add_flag(verb, "--drafts", options.build.drafts,
                 {"Publish drafts too", "Publica también los borradores"});
        add_flag(verb, "--strict", options.strict,
                 {"Treat warnings as errors", "Trata las advertencias como errores"});
        add_json_option(verb);
    }

    void add_json_option(CLI::App& verb) {
        add_flag(verb, "--json", line_.options.json, {"Problems as JSON", "Problemas en JSON"});
    }

    void add_message_option(CLI::App& verb) {
        add_value(verb, "--messages", messages_, {"es|en", "es|en"},
                  {"Language of messages", "Idioma de los mensajes"}, is_message_language);
    }

    MessageLanguage language_;
    Diagnostics& problems_;
    CommandLine line_;
    std::string messages_;  // read before everything else, by language_asked_for()
    CLI::App app_{text({"Makes a bilingual documentation site from Markdown and JSON.",
                        "Crea un sitio de documentación bilingüe a partir de Markdown y JSON."}),
                  "puebla"};
};

}  // namespace

std::optional<CommandLine> read_command_line(const std::vector<std::string>& typed,
                                             MessageLanguage language, Diagnostics& problems) {
    auto line = Reader(language, problems).read(typed);
    if (line && !theme_exists(line->options, problems)) {
        return std::nullopt;
    }
    if (line && line->verb == "build" && !output_is_apart(line->options, problems)) {
        return std::nullopt;
    }
    return line;
}

std::optional<MessageLanguage> language_asked_for(const std::vector<std::string>& typed) {
    std::string value;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        const std::string name = "--messages";
        if (typed[i] == name && i + 1 < typed.size()) {
            value = typed[i + 1];
        } else if (typed[i].starts_with(name + "=")) {
            value = typed[i].substr(name.size() + 1);
        }
    }
    if (value == "es") {
        return MessageLanguage::spanish;
    }
    return value == "en" ? std::optional(MessageLanguage::english) : std::nullopt;
}

bool json_asked_for(const std::vector<std::string>& typed) {
    return std::find(typed.begin(), typed.end(), "--json") != typed.end();
}

}  // namespace puebla
