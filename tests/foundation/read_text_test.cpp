#include "foundation/read_text.h"

#include <gtest/gtest.h>

#include "text_of.h"

namespace puebla {

namespace {

std::string problems_of(const std::string& bytes,
                        MessageLanguage language = MessageLanguage::english) {
    const MemoryFileSystem files({{"a.md", bytes}});
    Diagnostics problems;
    EXPECT_EQ(read_text(files, "a.md", problems), std::nullopt);
    return text_of(problems, files, language);
}

std::string message_of(ReadFailure failure) {
    Diagnostics problems;
    report_read_failure(failure, "a.md", problems);
    const MemoryFileSystem files;
    return text_of(problems, files) + text_of(problems, files, MessageLanguage::spanish);
}

}  // namespace

TEST(ReadText, KeepsEveryByte) {
    const std::string text = "\xEF\xBB\xBFñ\r\n";
    const MemoryFileSystem files({{"a.md", text}});
    Diagnostics problems;
    EXPECT_EQ(read_text(files, "a.md", problems), text);
    EXPECT_TRUE(problems.empty());
}

TEST(ReadText, ATextInAnotherEncodingIsReportedAtTheLetter) {
    EXPECT_EQ(problems_of("uno\ndos a\xF1os\n"), R"(
a.md:2:6: error: a letter here is not saved as UTF-8 [not-utf8]
  help: open the file in your editor and save it with the encoding UTF-8
)");
    EXPECT_EQ(problems_of("\xFF\xFE{", MessageLanguage::spanish), R"(
a.md:1:1: error: este archivo está guardado en UTF-16 [not-utf8]
  ayuda: abra el archivo en su editor y guárdelo con la codificación UTF-8
)");
}

TEST(ReadText, Utf16IsKnownWithoutAByteOrderMark) {
    using namespace std::string_literals;
    const std::string expected = R"(
a.md: error: this file is saved as UTF-16 [not-utf8]
  help: open the file in your editor and save it with the encoding UTF-8
)";
    EXPECT_EQ(problems_of("{\0\"\0a\0\"\0"s), expected);
    EXPECT_EQ(problems_of("\0{\0\"\0a\0\""s), expected);
    Diagnostics problems;
    const std::string with_a_zero = "# Ana\0\n"s;
    EXPECT_EQ(read_text(MemoryFileSystem({{"a.md", with_a_zero}}), "a.md", problems), with_a_zero);
}

TEST(ReadText, ATextThatIsTooLongIsReported) {
    EXPECT_EQ(problems_of(std::string(longest_text + 1, 'a')), R"(
a.md: error: this file is too large: it has 8 MB, and the most is 8 MB [text-too-large]
  help: divide it into several files
)");
}

TEST(ReadText, EveryFailureHasItsMessage) {
    EXPECT_EQ(message_of(ReadFailure::missing), R"(
a.md: error: this leads to no file [file-missing]
  help: if it is a symbolic link, remove it or let it lead to a file; if the file was removed just now, run Puebla again

a.md: error: esto no lleva a ningún archivo [file-missing]
  ayuda: si es un enlace simbólico, quítelo o haga que lleve a un archivo; si el archivo se acaba de borrar, ejecute Puebla de nuevo
)");
    EXPECT_EQ(message_of(ReadFailure::outside), R"(
a.md: error: this is a symbolic link to a place outside the source folder [outside-source]
  help: put a copy of what it leads to in its place

a.md: error: esto es un enlace simbólico a un lugar fuera de la carpeta de origen [outside-source]
  ayuda: ponga en su lugar una copia de aquello a lo que lleva
)");
    EXPECT_EQ(message_of(ReadFailure::unreadable), R"(
a.md: error: this file cannot be read [file-unreadable]
  help: give yourself permission to read it

a.md: error: no se puede leer este archivo [file-unreadable]
  ayuda: dese permiso para leerlo
)");
    EXPECT_EQ(message_of(ReadFailure::no_file), R"(
a.md: error: this is no file, but a link to a folder, a pipe or a device [file-unreadable]
  help: put a real file or folder in its place, or remove it

a.md: error: esto no es un archivo, sino un enlace a una carpeta, una tubería o un dispositivo [file-unreadable]
  ayuda: ponga en su lugar un archivo o una carpeta de verdad, o quítelo
)");
    EXPECT_EQ(message_of(ReadFailure::too_large), R"(
a.md: error: this file is larger than 64 MB [file-too-large]
  help: publish it on a service made for large files, and link to it there

a.md: error: este archivo pasa de 64 MB [file-too-large]
  ayuda: publíquelo en un servicio para archivos grandes y enlácelo allí
)");
}

}  // namespace puebla
