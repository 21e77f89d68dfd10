// The command line: reads what a person typed and calls the verb.

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <exception>
#include <thread>

#include "commands/commands.h"

namespace {

using puebla::Message;
using puebla::MessageLanguage;
using puebla::Options;

// The language of the person at the keyboard, as POSIX says it (Base Definitions, section 8.2).
MessageLanguage language_of_environment() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value && *value != '\0') {
            return std::string(value).starts_with("es") ? MessageLanguage::spanish
                                                        : MessageLanguage::english;
        }
    }
    return MessageLanguage::english;
}

// `--messages` is needed before everything else: the help itself is in that language.
MessageLanguage language_of_arguments(int count, char** arguments) {
    for (int i = 1; i < count; ++i) {
        const std::string argument = arguments[i];
        const std::string next = i + 1 < count ? arguments[i + 1] : "";
        if (argument == "--messages=es" || (argument == "--messages" && next == "es")) {
            return MessageLanguage::spanish;
        }
        if (argument == "--messages=en" || (argument == "--messages" && next == "en")) {
            return MessageLanguage::english;
        }
    }
    return language_of_environment();
}

class CommandLine {
  public:
    explicit CommandLine(MessageLanguage language)
        : language_(language),
          app_(text({"Makes a bilingual documentation site from Markdown and JSON.",
                     "Crea un sitio de documentación bilingüe a partir de Markdown y JSON."}),
               "puebla") {
        options_.messages = language;
        options_.build.workers.count = std::max(1U, std::thread::hardware_concurrency());
        app_.require_subcommand(1);
        app_.set_version_flag("--version", "Puebla " PUEBLA_VERSION);
        app_.get_formatter()->column_width(column_width);
        app_.set_help_flag("-h,--help", text({"Shows this help", "Muestra esta ayuda"}));
        add_verbs();
    }

    int run(int count, char** arguments) {
        try {
            app_.parse(count, arguments);
        } catch (const CLI::ParseError& problem) {
            const int code = app_.exit(problem);
            return code == 0 ? puebla::exit_done : puebla::exit_misuse;
        }
        if (app_.got_subcommand("build")) {
            return puebla::run_build(options_);
        }
        if (app_.got_subcommand("check")) {
            return puebla::run_check(options_);
        }
        return puebla::run_help(topic_, options_);
    }

  private:
    static constexpr std::size_t column_width = 28;

    std::string text(const Message& message) const { return message.in(language_); }

    void add_verbs() {
        CLI::App* build = app_.add_subcommand(
            "build", text({"Makes the site and puts it in the output folder, all at once",
                           "Crea el sitio y lo pone en la carpeta de salida, de una sola vez"}));
        CLI::App* check = app_.add_subcommand(
            "check", text({"Says what is wrong with the content, without writing anything",
                           "Dice qué está mal en el contenido, sin escribir nada"}));
        CLI::App* help = app_.add_subcommand(
            "help", text({"Explains a code, or the filters of templates",
                          "Explica un código o los filtros de las plantillas"}));
        add_output_options(*build);
        for (CLI::App* verb : {build, check}) {
            add_site_options(*verb);
            add_message_options(*verb);
        }
        help->add_option("topic", topic_,
                         text({"A code such as broken-json, or \"filters\"",
                               "Un código como broken-json, o «filters»"}));
        add_message_options(*help);
    }

    void add_output_options(CLI::App& verb) {
        verb.add_option("--out", options_.out,
                        text({"Output folder (public in the source folder)",
                              "Carpeta de salida (public en la carpeta de origen)"}));
        verb.add_flag(
            "--in-place", options_.in_place,
            text({"Write into the output folder itself, where it cannot be exchanged",
                  "Escribe en la carpeta de salida misma, donde no se puede intercambiar"}));
    }

    void add_site_options(CLI::App& verb) {
        BuildOptions& build = options_.build;
        verb.add_option("--source", options_.source,
                        text({"Folder that holds content/ and themes/ (here)",
                              "Carpeta que contiene content/ y themes/ (esta)"}))
            ->check(CLI::ExistingDirectory);
        verb.add_option("--base", build.base,
                        text({"Address of the published site", "Dirección del sitio publicado"}));
        verb.add_option("--theme", build.theme, text({"Name of the theme", "Nombre del tema"}));
        verb.add_option("--at", build.at,
                        text({"Date from which \"current\" is computed",
                              "Fecha desde la que se calcula lo «actual»"}));
        verb.add_option("--jobs", build.workers.count,
                        text({"Number of workers", "Número de trabajos simultáneos"}))
            ->check(CLI::Range(1U, most_workers));
        verb.add_flag("--drafts", build.drafts,
                      text({"Publish drafts too", "Publica también los borradores"}));
        verb.add_flag("--strict", options_.strict,
                      text({"Treat warnings as errors", "Trata las advertencias como errores"}));
        verb.add_flag("--json", options_.json, text({"Problems as JSON", "Problemas en JSON"}));
    }

    void add_message_options(CLI::App& verb) {
        verb.add_option("--messages", messages_,
                        text({"Language of messages: es or en", "Idioma de los mensajes: es o en"}))
            ->check(CLI::IsMember({"es", "en"}));
    }

    using BuildOptions = puebla::BuildOptions;
    static constexpr unsigned most_workers = 256;

    MessageLanguage language_;
    CLI::App app_;
    Options options_;
    std::string topic_;
    std::string messages_;
};

}  // namespace

int main(int count, char** arguments) {
    const MessageLanguage language = language_of_arguments(count, arguments);
    try {
        return CommandLine(language).run(count, arguments);
    } catch (const std::exception& failure) {
        const Message message =
            puebla::say("puebla stopped: {}", "puebla se detuvo: {}", failure.what());
        fmt::print(stderr, "{}\n", message.in(language));
        return puebla::exit_misuse;
    }
}
