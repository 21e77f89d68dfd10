#include "commands/command_line.h"

#include <gtest/gtest.h>

#include "foundation/show_diagnostics.h"

namespace puebla {

namespace {

std::string said(const std::vector<std::string>& typed, MessageLanguage language) {
    Diagnostics problems;
    const auto line = read_command_line(typed, language, problems);
    EXPECT_EQ(line.has_value(), problems.empty());
    return line ? line->text : show_diagnostics(problems, MemoryFileSystem(), language);
}

std::string said_in_english(const std::vector<std::string>& typed) {
    return said(typed, MessageLanguage::english);
}

std::string said_in_spanish(const std::vector<std::string>& typed) {
    return said(typed, MessageLanguage::spanish);
}

}  // namespace

TEST(CommandLine, AVerbWithItsOptions) {
    Diagnostics problems;
    const auto line =
        read_command_line({"build", "--source", "content", "--out", "a b/c", "--jobs=3", "--strict",
                           "--base", "https://crm.example.org/", "--at", "2024-12-31"},
                          MessageLanguage::spanish, problems);
    ASSERT_TRUE(line);
    EXPECT_EQ(line->verb, "build");
    EXPECT_EQ(line->options.source, "content");
    EXPECT_EQ(line->options.out, "a b/c");
    EXPECT_EQ(line->options.build.workers.count, 3U);
    EXPECT_TRUE(line->options.strict);
    EXPECT_FALSE(line->options.json);
    EXPECT_EQ(line->options.build.base, "https://crm.example.org/");
    EXPECT_EQ(line->options.build.at, "2024-12-31");
    EXPECT_FALSE(line->options.build.theme);
    EXPECT_EQ(line->options.messages, MessageLanguage::spanish);
}

TEST(CommandLine, AnOptionIsNoValueOfTheOneBefore) {
    EXPECT_EQ(said_in_english({"build", "--out", "--strict"}),
              "error: --out needs a value [wrong-option]\n"
              "  help: write it after the option: --out …\n");
}

TEST(CommandLine, HelpOnAVerbIsTheHelpOfThatVerb) {
    EXPECT_EQ(said_in_spanish({"help", "build"}), said_in_spanish({"build", "--help"}));
    EXPECT_EQ(said_in_english({"help", "check"}), said_in_english({"check", "--help"}));
    EXPECT_EQ(said_in_english({"help", "broken-json"}), "");
}

TEST(CommandLine, JsonIsAskedForWhereverItStands) {
    EXPECT_TRUE(json_asked_for({"biuld", "--sorce", "a", "--json"}));
    EXPECT_FALSE(json_asked_for({"build", "--source", "a"}));
}

TEST(CommandLine, WithoutAVerbTheHelpIsShownAndTheUseIsWrong) {
    Diagnostics problems;
    const auto line = read_command_line({}, MessageLanguage::spanish, problems);
    ASSERT_TRUE(line);
    EXPECT_EQ(line->code, exit_misuse);
    EXPECT_EQ(line->text,
              R"(Crea un sitio de documentación bilingüe a partir de Markdown y JSON.
Uso: puebla [OPCIONES] VERBO

Opciones:
  -h,--help                 Muestra esta ayuda
  --version                 Muestra la versión
  --messages es|en          Idioma de los mensajes

Verbos:
  build                     Crea el sitio y lo pone en la carpeta de salida, de una sola vez
  check                     Dice qué está mal en el contenido, sin escribir nada
  help                      Explica un verbo, un código o los filtros de las plantillas
)");
}

TEST(CommandLine, TheHelpOfAVerbIsAskedForAndNoMistake) {
    Diagnostics problems;
    const auto line = read_command_line({"help", "--help"}, MessageLanguage::english, problems);
    ASSERT_TRUE(line);
    EXPECT_EQ(line->verb, "");
    EXPECT_EQ(line->code, exit_done);
    EXPECT_EQ(line->text, R"(Explains a verb, a code, or the filters of templates
Usage: puebla help [OPTIONS] [topic]

What to explain:
  topic                     A verb, a code such as broken-json, or "filters"

Options:
  -h,--help                 Shows this help
  --messages es|en          Language of messages
  --json                    Problems as JSON
)");
}

TEST(CommandLine, TheHelpOfAVerbIsInOneLanguage) {
    EXPECT_EQ(said_in_spanish({"check", "--help"}),
              R"(Dice qué está mal en el contenido, sin escribir nada
Uso: puebla check [OPCIONES]

Opciones:
  -h,--help                 Muestra esta ayuda
  --source CARPETA          Carpeta que contiene content/ y themes/ (esta)
  --base URL                Dirección del sitio publicado
  --theme NOMBRE            Nombre del tema
  --at FECHA                Fecha desde la que se calcula lo «actual»
  --jobs N                  Número de trabajos simultáneos
  --drafts                  Publica también los borradores
  --strict                  Trata las advertencias como errores
  --json                    Problemas en JSON
  --messages es|en          Idioma de los mensajes
)");
}

TEST(CommandLine, AnUnknownVerbGetsASuggestion) {
    EXPECT_EQ(said_in_english({"biuld", "--jobs", "2"}),
              R"(error: there is no verb "biuld" [unknown-verb]
  help: did you mean "build"?
)");
    EXPECT_EQ(said_in_spanish({"publicar"}), R"(error: no existe el verbo «publicar» [unknown-verb]
  ayuda: hay: build, check, help
)");
}

TEST(CommandLine, AnUnknownOptionGetsASuggestion) {
    EXPECT_EQ(said_in_english({"build", "--sorce", "x"}),
              R"(error: there is no option --sorce [unknown-option]
  help: did you mean "--source"?
)");
    EXPECT_EQ(said_in_spanish({"--sorce=x"}), R"(error: no existe la opción --sorce [unknown-option]
  ayuda: ¿quiso decir «--source»?
)");
}

TEST(CommandLine, AnOptionOfAnotherVerbIsTold) {
    EXPECT_EQ(said_in_spanish({"check", "--out", "x"}),
              R"(error: «check» no tiene la opción --out [unknown-option]
  ayuda: pertenece a «build»
)");
}

TEST(CommandLine, AnOptionBeforeItsVerbIsTold) {
    EXPECT_EQ(said_in_english({"--strict", "check"}),
              R"(error: --strict stands before the verb [unknown-option]
  help: write the verb first: puebla check --strict
)");
    EXPECT_EQ(said_in_spanish({"--source", "."}),
              R"(error: --source está antes del verbo [unknown-option]
  ayuda: escriba primero el verbo: puebla build --source
)");
}

TEST(CommandLine, OneVerbAtATime) {
    EXPECT_EQ(said_in_spanish({"build", "check"}),
              R"(error: «check» está de más después de «build» [unknown-verb]
  ayuda: indique un solo verbo y ponga entre comillas los nombres con espacios
)");
}

TEST(CommandLine, AValueIsMissingOrTooMuch) {
    EXPECT_EQ(said_in_spanish({"build", "--source"}),
              "error: falta el valor de --source [wrong-option]\n"
              "  ayuda: escríbalo después de la opción: --source …\n");
    EXPECT_EQ(said_in_english({"build", "--strict=yes"}),
              "error: --strict takes no value [wrong-option]\n"
              "  help: write --strict alone\n");
    EXPECT_EQ(said_in_english({"--messages"}),
              "error: --messages needs a value [wrong-option]\n"
              "  help: write it after the option: --messages …\n");
}

TEST(CommandLine, WrongValues) {
    EXPECT_EQ(said_in_english({"build", "--jobs", "0"}),
              R"(error: --jobs: "0" is not a number of workers [wrong-option]
  help: write a whole number from 1 to 256
)");
    EXPECT_EQ(said_in_spanish({"build", "--jobs", "-2"}),
              R"(error: --jobs: «-2» no es un número de trabajos [wrong-option]
  ayuda: escriba un número entero de 1 a 256
)");
    EXPECT_EQ(said_in_spanish({"check", "--source", "no/existe"}),
              R"(error: --source: no existe la carpeta «no/existe» [wrong-option]
  ayuda: indique la carpeta que contiene content/ y themes/
)");
    EXPECT_EQ(said_in_english({"check", "--source", "CMakeLists.txt"}),
              R"(error: --source: "CMakeLists.txt" is not a folder [wrong-option]
  help: name the folder that holds content/ and themes/
)");
    EXPECT_EQ(said_in_spanish({"--messages", "fr"}),
              R"(error: --messages: no hay mensajes en «fr» [wrong-option]
  ayuda: escriba es para español o en para inglés
)");
    EXPECT_EQ(said_in_english({"check", "--at", "2024-02-30"}),
              R"(error: --at: "2024-02-30" is not a full date [wrong-option]
  help: write year, month and day: 2024-12-31
)");
    EXPECT_EQ(
        said_in_spanish({"check", "--base", "crm.example.org"}),
        R"(error: --base: «crm.example.org» no es la dirección de un sitio: no comienza con https:// [wrong-option]
  ayuda: escríbala como https://example.org/
)");
}

TEST(CommandLine, TheOutputStaysApartFromWhatPeopleWrite) {
    const std::string help =
        "  help: choose another folder, such as public, where the site is put without --out\n";
    EXPECT_EQ(said_in_english({"build", "--out", "content/new/site"}),
              "error: the output folder \"content/new/site\" lies in content/, among the files "
              "that people write "
              "[output-in-source]\n" +
                  help);
    EXPECT_EQ(said_in_english({"build", "--out", "public/../themes/"}),
              "error: the output folder \"public/../themes/\" lies in themes/, among the files "
              "that people write "
              "[output-in-source]\n" +
                  help);
    EXPECT_EQ(said_in_english({"build", "--out", "."}),
              "error: the output folder \".\" is the source folder or holds it "
              "[output-in-source]\n" +
                  help);
    EXPECT_EQ(said_in_english({"build", "--out", ".."}),
              "error: the output folder \"..\" is the source folder or holds it "
              "[output-in-source]\n" +
                  help);
    EXPECT_EQ(said_in_english({"build", "--out", "contents"}), "");
    EXPECT_EQ(said_in_english({"build"}), "");
}

TEST(CommandLine, TheLanguageOfMessagesIsFoundWhereverItStands) {
    EXPECT_EQ(language_asked_for({"build", "--messages", "es"}), MessageLanguage::spanish);
    EXPECT_EQ(language_asked_for({"--messages=en", "build"}), MessageLanguage::english);
    EXPECT_EQ(language_asked_for({"build", "--messages"}), std::nullopt);
    EXPECT_EQ(language_asked_for({"build", "--messages", "fr"}), std::nullopt);
}

}  // namespace puebla
