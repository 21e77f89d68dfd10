// A message with named arguments in ICU's MessageFormat syntax, read once.
//
//   {count, plural, =0 {Ninguna página} one {# página} other {# páginas}} de {name}
//
// Understood are {name}, {name, number}, {name, number, integer}, {name, date}, plural and
// selectordinal (with offset and =N), and select. An apostrophe quotes braces as in ICU
// ("'{'"); one that stands elsewhere is itself.
//
// ICU reads the syntax; the tree below is ours because ICU's own formatter prints numbers
// otherwise than Locale::number() does, and is slow to make.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/message.h"

namespace puebla {

struct MessagePiece;
using MessagePieces = std::vector<MessagePiece>;

// One choice of a plural or select: "one", "=0", "other", "female".
struct MessageCase;

struct MessagePiece {
    enum class Kind { text, argument, number, date, number_sign, plural, ordinal, select };

    Kind kind = Kind::text;
    std::string text;   // the text itself, or the name of the argument
    double offset = 0;  // taken from the number of a plural before it is judged and printed
    std::vector<MessageCase> cases;
};

struct MessageCase {
    std::string selector;          // a keyword; empty where the case is for one number
    std::optional<double> number;  // of "=N"
    MessagePieces pieces;
};

// What is wrong with a pattern, and at which byte of it. ICU does not always tell: then 0.
struct MessageMistake {
    std::size_t offset = 0;
    Message message;
};

class MessagePattern {
  public:
    // Null where the pattern is broken; the mistake is then told to `mistake`, if given.
    static std::optional<MessagePattern> parse(std::string_view pattern,
                                               MessageMistake* mistake = nullptr);

    const MessagePieces& pieces() const { return pieces_; }
    // The names the pattern uses, sorted, each once.
    const std::vector<std::string>& arguments() const { return arguments_; }

  private:
    MessagePieces pieces_;
    std::vector<std::string> arguments_;
};

}  // namespace puebla
