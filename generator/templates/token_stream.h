// The tokens of a template, read one after the other, and the first mistake among them.
//
// After a mistake the stream stands at its end, so that every reader comes to rest by itself.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "templates/tokens.h"

namespace puebla::templates {

class TokenStream {
  public:
    TokenStream(const std::string& file, std::vector<Token> tokens, Diagnostics& problems)
        : file_(file), tokens_(std::move(tokens)), problems_(problems) {}

    const Token& now() const { return tokens_[at_]; }
    const Token& next() const { return tokens_[at_ + 1 < tokens_.size() ? at_ + 1 : at_]; }
    Token take() {
        last_end_ = now().span.end;
        if (now().over_lines) {
            over_lines_ = now().span;
        } else if (is(TokenKind::print_end) || is(TokenKind::block_end)) {
            over_lines_.reset();
        }
        return at_ + 1 < tokens_.size() ? std::move(tokens_[at_++]) : tokens_[at_];
    }

    bool is(TokenKind kind) const { return now().kind == kind; }
    bool is_sign(std::string_view sign) const { return is(TokenKind::sign) && now().text == sign; }
    bool is_word(std::string_view word) const { return is(TokenKind::name) && now().text == word; }
    bool take_sign(std::string_view sign) { return is_sign(sign) && (take(), true); }
    bool take_word(std::string_view word) { return is_word(word) && (take(), true); }

    void expect_sign(std::string_view sign);
    void expect_word(std::string_view word);
    std::string expect_name(const Message& of_what);
    void expect_block_end(Message help = {});

    // Where what was taken last ends.
    std::size_t last_end() const { return last_end_; }

    void fail(std::string_view code, Span span, Message message, Message help = {});
    // "found this where that should be". Without a help, what stands there may suggest one.
    void fail_here(const Message& expected, Message help = {});
    bool failed() const { return failed_; }

  private:
    Message help_for_sign() const;

    const std::string& file_;
    std::vector<Token> tokens_;
    Diagnostics& problems_;
    std::size_t at_ = 0;
    std::size_t last_end_ = 0;
    std::optional<Span> over_lines_;  // a string of this tag that goes over line ends
    bool failed_ = false;
};

}  // namespace puebla::templates
