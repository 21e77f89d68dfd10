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

TEST(ReadText, ATextInAnotherEncodingIsReportedWithItsLine) {
    EXPECT_EQ(problems_of("uno\ndos a\xF1os\n"), R"(
a.md:2:6: error: line 2 holds a byte that is not UTF-8 [not-utf8]
  help: save the file with the encoding UTF-8
)");
    EXPECT_EQ(problems_of("\xFF\xFE{", MessageLanguage::spanish), R"(
a.md:1:1: error: la línea 1 contiene un byte que no es UTF-8 [not-utf8]
  ayuda: guarde el archivo con la codificación UTF-8
)");
}

TEST(ReadText, ATextThatIsTooLongIsReported) {
    EXPECT_EQ(problems_of(std::string(longest_text + 1, 'a')), R"(
a.md: error: this text has 8388609 bytes; the most is 8388608 [text-too-large]
  help: divide it into several entries
)");
}

TEST(ReadText, EveryFailureHasItsMessage) {
    EXPECT_EQ(message_of(ReadFailure::missing), R"(
a.md: error: this file does not exist [file-missing]

a.md: error: este archivo no existe [file-missing]
)");
    EXPECT_EQ(message_of(ReadFailure::outside), R"(
a.md: error: this link leads out of the source folder [outside-source]
  help: put the file itself here

a.md: error: este enlace simbólico lleva fuera de la carpeta de origen [outside-source]
  ayuda: ponga aquí el archivo mismo
)");
    EXPECT_EQ(message_of(ReadFailure::unreadable), R"(
a.md: error: this file cannot be read [file-unreadable]
  help: check its permissions

a.md: error: no se puede leer este archivo [file-unreadable]
  ayuda: revise sus permisos
)");
    EXPECT_EQ(message_of(ReadFailure::too_large), R"(
a.md: error: this file is too large [file-too-large]
  help: publish large files elsewhere and link to them

a.md: error: este archivo es demasiado grande [file-too-large]
  ayuda: publique los archivos grandes en otro lugar y enlácelos
)");
}

}  // namespace puebla
