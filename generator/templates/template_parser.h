// Reads the tags of a template one after the other, for parse_template() alone; a file for each
// kind of tag.

#pragma once

#include <algorithm>
#include <initializer_list>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "templates/parse_expression.h"
#include "templates/scopes.h"
#include "templates/syntax.h"
#include "templates/token_stream.h"

namespace puebla::templates {

class TemplateParser {
  public:
    TemplateParser(Template& result, std::vector<Token> tokens, SymbolTable& symbols,
                   Diagnostics& problems)
        : template_(result),
          tokens_(result.file, std::move(tokens), problems),
          state_{tokens_, scopes_, symbols} {}

    void parse() {
        template_.root.file = &template_.file;
        template_.root.name = template_.name;
        scopes_.enter_unit(template_.root, Scopes::Border::closed);
        template_.root.body = body({}, {});
        template_.broken = tokens_.failed();
    }

  private:
    using Words = std::initializer_list<std::string_view>;

    Statement::Body body(Words ends, Span opened);
    Statement print();
    Statement block_tag();
    // parse_branches.cpp
    Statement if_tag(Statement result);
    Statement for_tag(Statement result);
    Statement with_tag(Statement result);
    // parse_assignments.cpp
    Statement set_tag(Statement result);
    Target target();
    Target one_target();
    Target variable_target(const std::string& name, Span span);
    void check_name(const std::string& name, Span span);
    // parse_macros.cpp
    Statement macro_tag(Statement result);
    Statement call_tag(Statement result);
    Statement filter_tag(Statement result);
    void signature(Unit& unit);
    // parse_other_templates.cpp
    Statement block_tag_proper(Statement result);
    Statement include_tag(Statement result);
    Statement import_tag(Statement result);
    Statement from_tag(Statement result);
    Statement extends_tag(Statement result);
    void see_visible_variables(Statement& statement);
    bool context_wish(bool otherwise);

    bool at_end_word(Words ends) const {
        return tokens_.is(TokenKind::block_begin) && tokens_.next().kind == TokenKind::name &&
               std::find(ends.begin(), ends.end(), tokens_.next().text) != ends.end();
    }
    // Passes "{% word", which body() has found.
    std::string end_word() {
        tokens_.take();
        return tokens_.take().text;
    }
    // Passes "{% word %}".
    void end_tag() {
        end_word();
        tokens_.expect_block_end();
    }

    // A tag whose body is being read, and the words that end it: the last one closes it.
    struct OpenTag {
        Words ends;
        Span span;

        std::string_view closing() const { return *(ends.end() - 1); }
        std::string_view word() const { return closing().substr(std::string_view("end").size()); }
    };
    void report_unknown_tag(const std::string& word, Span span);
    void report_stray_end(const std::string& word, Span span);
    static Message close_with(const OpenTag& open);

    Template& template_;
    TokenStream tokens_;
    Scopes scopes_;
    ParseState state_;
    std::vector<OpenTag> open_;
    std::set<std::string_view> block_names_;
    int macros_open_ = 0;
};

}  // namespace puebla::templates
