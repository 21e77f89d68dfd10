#include "templates/token_stream.h"

namespace puebla::templates {

void TokenStream::fail(std::string_view code, Span span, Message message, Message help) {
    if (!failed_) {
        problems_.error(code, {file_, span}, std::move(message), std::move(help));
    }
    failed_ = true;
    at_ = tokens_.size() - 1;
}

// For who writes a sign as other languages have it.
Message TokenStream::help_for_sign() const {
    const bool is_twice = last_end_ == now().span.begin;
    if (is_sign("=")) {
        return say("to compare, write \"==\"", "para comparar, escriba «==»");
    }
    return is_sign("|") && is_twice ? say("write \"or\"", "escriba «or»") : Message();
}

void TokenStream::fail_here(const Message& expected, Message help) {
    if (over_lines_) {
        fail("template-syntax", *over_lines_, text_over_lines(), quote_may_be_missing());
        return;
    }
    const Token& found = now();
    const bool ends = found.kind == TokenKind::print_end || found.kind == TokenKind::block_end ||
                      found.kind == TokenKind::end || found.kind == TokenKind::text ||
                      found.kind == TokenKind::print_begin || found.kind == TokenKind::block_begin;
    fail("template-syntax", found.span,
         ends ? Message{"the tag ends where " + expected.en + " should be",
                        "la etiqueta termina donde debería haber " + expected.es}
              : Message{"found \"" + found.text + "\" where " + expected.en + " should be",
                        "hay «" + found.text + "» donde debería haber " + expected.es},
         help.empty() ? help_for_sign() : std::move(help));
}

void TokenStream::expect_sign(std::string_view sign) {
    if (!take_sign(sign)) {
        fail_here(say("\"{}\"", "«{}»", sign));
    }
}

void TokenStream::expect_word(std::string_view word) {
    if (!take_word(word)) {
        fail_here(say("\"{}\"", "«{}»", word));
    }
}

std::string TokenStream::expect_name(const Message& of_what) {
    if (!is(TokenKind::name)) {
        fail_here(of_what);
        return {};
    }
    return take().text;
}

void TokenStream::expect_block_end(Message help) {
    if (is(TokenKind::block_end)) {
        take();
        return;
    }
    fail_here(say("the end of the tag, \"%}}\",", "el fin de la etiqueta («%}}»)"),
              std::move(help));
}

}  // namespace puebla::templates
