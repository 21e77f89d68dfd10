#include "templates/parse_template.h"

#include <algorithm>
#include <utility>

#include "foundation/suggestion.h"
#include "templates/limits.h"
#include "templates/template_parser.h"

namespace puebla::templates {

using Is = Statement::Kind;
using Body = Statement::Body;

Body TemplateParser::body(Words ends, Span opened) {
    Body result;
    if (ends.size() > 0) {
        open_.push_back({ends, opened});
    }
    if (open_.size() > deepest_nesting) {
        tokens_.fail("template-limit", opened,
                     say("tags stand in each other more than {} levels deep",
                         "hay etiquetas unas dentro de otras a más de {} niveles", deepest_nesting),
                     say("move a part to a template of its own and include it",
                         "mueva una parte a una plantilla propia e inclúyala"));
    }
    while (!tokens_.is(TokenKind::end) && !at_end_word(ends)) {
        if (tokens_.is(TokenKind::text)) {
            Token token = tokens_.take();
            Statement literal;
            literal.kind = Is::literal;
            literal.span = token.span;
            literal.text = std::move(token.text);
            result.push_back(std::move(literal));
        } else if (tokens_.is(TokenKind::print_begin)) {
            result.push_back(print());
        } else {
            result.push_back(block_tag());
        }
    }
    if (ends.size() == 0) {
        return result;
    }
    if (!at_end_word(ends)) {
        tokens_.fail("template-syntax", opened,
                     say("\"{}\" is never closed", "«{}» no se cierra", open_.back().word()),
                     close_with(open_.back()));
    }
    open_.pop_back();
    return result;
}

Statement TemplateParser::print() {
    Statement result;
    result.kind = Is::print;
    tokens_.take();
    result.expressions.push_back(parse_tuple(state_));
    result.span = result.expressions[0].span;
    if (tokens_.is(TokenKind::print_end)) {
        tokens_.take();
    } else {
        tokens_.fail_here(say("the end of the tag, \"}}}}\",", "el fin de la etiqueta («}}}}»)"));
    }
    return result;
}

Statement TemplateParser::block_tag() {
    struct Tag {
        std::string_view word;
        Statement (TemplateParser::*read)(Statement);
    };
    constexpr Tag tags[] = {
        {"if", &TemplateParser::if_tag},           {"for", &TemplateParser::for_tag},
        {"set", &TemplateParser::set_tag},         {"with", &TemplateParser::with_tag},
        {"macro", &TemplateParser::macro_tag},     {"call", &TemplateParser::call_tag},
        {"filter", &TemplateParser::filter_tag},   {"block", &TemplateParser::block_tag_proper},
        {"include", &TemplateParser::include_tag}, {"import", &TemplateParser::import_tag},
        {"from", &TemplateParser::from_tag},       {"extends", &TemplateParser::extends_tag},
    };
    Statement result;
    const std::size_t begin = tokens_.take().span.begin;
    const Span word_span = tokens_.now().span;
    result.span = {begin, word_span.end};
    const std::string word = tokens_.expect_name(say("a tag", "una etiqueta"));
    for (const Tag& tag : tags) {
        if (tag.word == word) {
            return (this->*tag.read)(std::move(result));
        }
    }
    report_unknown_tag(word, word_span);
    return result;
}

// A word that begins no tag: one that ends another, or nothing we know.
void TemplateParser::report_unknown_tag(const std::string& word, Span span) {
    const std::vector<std::string> ends = {"else",      "elif",     "endif",    "endfor",
                                           "endset",    "endwith",  "endmacro", "endcall",
                                           "endfilter", "endblock", "endraw"};
    if (std::find(ends.begin(), ends.end(), word) != ends.end()) {
        report_stray_end(word, span);
        return;
    }
    std::vector<std::string> known = {"if",   "for",     "set",   "with",    "macro",
                                      "call", "filter",  "block", "include", "import",
                                      "from", "extends", "raw"};
    known.insert(known.end(), ends.begin(), ends.end());
    if (word == "elseif" || word == "elsif") {
        known = {"elif"};
    }
    const bool ends_something = word.starts_with("end") && !open_.empty();
    tokens_.fail("template-syntax", span,
                 say("there is no tag \"{}\"", "no hay ninguna etiqueta «{}»", word),
                 ends_something ? close_with(open_.back()) : did_you_mean(word, known));
}

// "endblock" where an "if" is still open: the "if" is to blame. Where nothing is open that the word
// could end, the word itself is.
void TemplateParser::report_stray_end(const std::string& word, Span span) {
    const bool closes_other = std::any_of(open_.begin(), open_.end(), [&](const OpenTag& one) {
        return std::find(one.ends.begin(), one.ends.end(), word) != one.ends.end();
    });
    if (closes_other) {
        const OpenTag& open = open_.back();
        tokens_.fail("template-syntax", open.span,
                     say("\"{}\" is not closed before \"{}\" in line {}",
                         "«{}» no se cierra antes de «{}» en la línea {}", open.word(), word,
                         template_.lines.line_of(span.begin)),
                     close_with(open));
        return;
    }
    Message help;
    if (!open_.empty()) {
        const OpenTag& open = open_.back();
        help = say("what is open here is \"{}\" of line {}: it is closed with \"{{% {} %}}\"",
                   "lo que está abierto aquí es «{}» de la línea {}: se cierra con «{{% {} %}}»",
                   open.word(), template_.lines.line_of(open.span.begin), open.closing());
    }
    tokens_.fail("template-syntax", span,
                 say("nothing is open that \"{}\" could belong to",
                     "no hay nada abierto a lo que «{}» pueda pertenecer", word),
                 std::move(help));
}

Message TemplateParser::close_with(const OpenTag& open) {
    return say("close it with \"{{% {} %}}\"", "se cierra con «{{% {} %}}»", open.closing());
}

std::unique_ptr<Template> parse_template(const std::string& name, const std::string& file,
                                         std::string_view source, SymbolTable& symbols,
                                         Diagnostics& problems) {
    auto result = std::make_unique<Template>();
    result->name = name;
    result->file = file;
    result->lines = LineNumbers(source);
    Diagnostics found;
    if (source.size() > largest_template) {
        found.error("template-limit", {file, {}},
                    say("a template has at most {} kB, and this one has {}",
                        "una plantilla tiene como máximo {} kB, y esta tiene {}",
                        largest_template / 1024, source.size() / 1024),
                    say("move parts to templates of their own and include them",
                        "mueva partes a plantillas propias e inclúyalas"));
    }
    std::vector<Token> tokens;
    if (found.empty()) {
        tokens = read_tokens(file, source, found);
    }
    for (std::size_t i = 2; i < tokens.size(); ++i) {
        if (tokens[i - 2].text == "self" && tokens[i - 1].text == ".") {
            result->self_blocks.insert(tokens[i].text);
        }
    }
    if (found.empty()) {
        TemplateParser(*result, std::move(tokens), symbols, found).parse();
    }
    result->broken = !found.empty();
    problems.append(found);
    return result;
}

}  // namespace puebla::templates
