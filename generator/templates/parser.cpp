#include "templates/parser.h"

#include <algorithm>
#include <initializer_list>
#include <set>
#include <utility>

#include "foundation/suggestion.h"
#include "templates/limits.h"
#include "templates/parse_expression.h"

namespace puebla::templates {

Symbol SymbolTable::add(const std::string& name) {
    const auto [place, is_new] = symbols_.try_emplace(name, static_cast<Symbol>(names_.size()));
    if (is_new) {
        names_.push_back(name);
    }
    return place->second;
}

const Symbol* SymbolTable::find(const std::string& name) const {
    const auto place = symbols_.find(name);
    return place == symbols_.end() ? nullptr : &place->second;
}

namespace {

using Kind = Statement::Kind;
using Body = Statement::Body;

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

    Body body(Words ends, Span opened);
    Statement print();
    Statement block_tag();
    Statement if_tag(Statement result);
    Statement for_tag(Statement result);
    Statement set_tag(Statement result);
    Statement with_tag(Statement result);
    Statement macro_tag(Statement result);
    Statement call_tag(Statement result);
    Statement filter_tag(Statement result);
    Statement block_tag_proper(Statement result);
    Statement include_tag(Statement result);
    Statement import_tag(Statement result);
    Statement from_tag(Statement result);
    Statement extends_tag(Statement result);

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

    Target variable_target(const std::string& name, Span span);
    Target target();
    Target one_target();
    void signature(Unit& unit);
    void see_visible_variables(Statement& statement);
    bool context_wish(bool otherwise);
    void check_name(const std::string& name, Span span);

    Template& template_;
    TokenStream tokens_;
    Scopes scopes_;
    ParseState state_;
    std::vector<OpenTag> open_;
    std::set<std::string_view> block_names_;
    int macros_open_ = 0;
};

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
            literal.kind = Kind::literal;
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
    result.kind = Kind::print;
    tokens_.take();
    result.expressions.push_back(parse_tuple(state_));
    result.span = result.expressions[0].span;
    if (tokens_.is(TokenKind::print_end)) {
        tokens_.take();
    } else {
        tokens_.fail_here(say("the end of the tag, \"}}}}\",", "el fin de la etiqueta, «}}}}»,"));
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

Statement TemplateParser::if_tag(Statement result) {
    result.kind = Kind::branch;
    while (true) {
        result.expressions.push_back(parse_tuple(state_));
        tokens_.expect_block_end();
        result.bodies.push_back(body({"elif", "else", "endif"}, result.span));
        const std::string word = end_word();
        if (word == "elif" && !tokens_.failed()) {
            continue;
        }
        tokens_.expect_block_end();
        if (word == "else" && !tokens_.failed()) {
            result.bodies.push_back(body({"endif"}, result.span));
            end_tag();
        }
        return result;
    }
}

Statement TemplateParser::for_tag(Statement result) {
    result.kind = Kind::loop;
    // The items are computed outside the scope of the loop, yet its variables are read before them.
    scopes_.enter_scope();
    result.first_slot = scopes_.unit().slot_count;
    result.targets.push_back(target());
    result.loop_slot = scopes_.declare("loop");
    tokens_.expect_word("in");
    Expression items = parse_loop_items(state_);
    Expression condition;
    if (tokens_.take_word("if")) {
        result.has_condition = true;
        condition = parse_expression(state_);
    }
    if (tokens_.is_word("recursive")) {
        tokens_.fail(
            "template-syntax", tokens_.now().span,
            say("\"for … recursive\" does not exist here", "«for … recursive» no existe aquí"),
            say("write a macro that calls itself", "escriba una macro que se llame a sí misma"));
    }
    tokens_.expect_block_end();
    result.bodies.push_back(body({"else", "endfor"}, result.span));
    result.last_slot = scopes_.unit().slot_count;
    result.uses_loop = scopes_.leave_scope();
    result.expressions.push_back(std::move(items));
    result.expressions.push_back(std::move(condition));
    const std::string word = end_word();
    tokens_.expect_block_end();
    if (word == "else" && !tokens_.failed()) {
        scopes_.enter_scope();
        result.bodies.push_back(body({"endfor"}, result.span));
        scopes_.leave_scope();
        end_tag();
    }
    return result;
}

void TemplateParser::check_name(const std::string& name, Span span) {
    constexpr std::string_view reserved[] = {"true", "True", "false", "False", "none", "None",
                                             "and",  "or",   "not",   "in",    "is",   "if",
                                             "else", "elif", "for",   "loop",  "self", "super"};
    if (std::find(std::begin(reserved), std::end(reserved), name) != std::end(reserved)) {
        tokens_.fail("template-syntax", span,
                     say("\"{}\" has a meaning of its own and cannot be set",
                         "«{}» tiene un significado propio y no puede asignarse", name));
    }
}

Target TemplateParser::variable_target(const std::string& name, Span span) {
    check_name(name, span);
    Target result;
    result.span = span;
    result.name = name;
    result.symbol = state_.symbols.add(name);
    result.kind = scopes_.at_top() ? Target::Kind::context : Target::Kind::slot;
    if (result.kind == Target::Kind::slot) {
        result.slot = scopes_.declare(name);
    }
    if (scopes_.slots_made() > most_variables) {
        tokens_.fail("template-limit", span,
                     say("more than {} variables are set in this template",
                         "en esta plantilla se asignan más de {} variables", most_variables));
    }
    return result;
}

Target TemplateParser::one_target() {
    const Span span = tokens_.now().span;
    if (tokens_.take_sign("(")) {
        Target inner = target();
        tokens_.expect_sign(")");
        return inner;
    }
    const std::string name =
        tokens_.expect_name(say("the name of a variable", "el nombre de una variable"));
    if (!tokens_.take_sign(".")) {
        return variable_target(name, span);
    }
    Target result;
    result.kind = Target::Kind::attribute;
    result.object = variable_called(state_, name, span);
    result.name = tokens_.expect_name(say("a name", "un nombre"));
    result.span = {span.begin, tokens_.last_end()};
    return result;
}

Target TemplateParser::target() {
    if (++state_.depth > deepest_nesting) {
        tokens_.fail_here(say("a variable", "una variable"));
    }
    const std::size_t begin = tokens_.now().span.begin;
    std::vector<Target> all;
    all.push_back(one_target());
    bool several = false;
    while (!tokens_.failed() && tokens_.take_sign(",")) {
        several = true;
        if (!tokens_.is(TokenKind::name) && !tokens_.is_sign("(")) {
            break;
        }
        if (tokens_.is_word("in")) {
            break;
        }
        all.push_back(one_target());
    }
    --state_.depth;
    if (!several) {
        return std::move(all.front());
    }
    Target result;
    result.kind = Target::Kind::several;
    result.span = {begin, tokens_.last_end()};
    result.several = std::move(all);
    return result;
}

Statement TemplateParser::set_tag(Statement result) {
    // The value is read before the target is declared: in "set x = x" the right x is the outer one.
    // Reading the target first would do no harm, for a slot that is unset is passed over.
    result.targets.push_back(target());
    if (tokens_.take_sign("=")) {
        result.kind = Kind::set;
        result.expressions.push_back(parse_tuple(state_));
        tokens_.expect_block_end();
        return result;
    }
    result.kind = Kind::set_block;
    scopes_.enter_scope();
    if (tokens_.is_sign("|")) {
        scopes_.enter_scope();
        result.loop_slot = scopes_.declare(" captured");
        result.expressions.push_back(
            parse_filters(state_, variable_called(state_, " captured", result.span), false));
    }
    tokens_.expect_block_end();
    result.bodies.push_back(body({"endset"}, result.span));
    end_tag();
    if (!result.expressions.empty()) {
        scopes_.leave_scope();
    }
    scopes_.leave_scope();
    return result;
}

Statement TemplateParser::with_tag(Statement result) {
    result.kind = Kind::with;
    std::vector<std::pair<std::string, Span>> names;
    while (!tokens_.failed() && !tokens_.is(TokenKind::block_end)) {
        if (!names.empty()) {
            tokens_.expect_sign(",");
        }
        const Span span = tokens_.now().span;
        names.emplace_back(tokens_.expect_name(say("a name", "un nombre")), span);
        tokens_.expect_sign("=");
        result.expressions.push_back(parse_expression(state_));
    }
    tokens_.expect_block_end();
    scopes_.enter_scope();
    result.first_slot = scopes_.unit().slot_count;
    for (const auto& [name, span] : names) {
        result.targets.push_back(variable_target(name, span));
    }
    result.bodies.push_back(body({"endwith"}, result.span));
    result.last_slot = scopes_.unit().slot_count;
    scopes_.leave_scope();
    end_tag();
    return result;
}

void TemplateParser::signature(Unit& unit) {
    tokens_.expect_sign("(");
    while (!tokens_.failed() && !tokens_.is_sign(")")) {
        if (!unit.parameters.empty()) {
            tokens_.expect_sign(",");
        }
        const Span span = tokens_.now().span;
        Parameter parameter;
        parameter.name =
            tokens_.expect_name(say("the name of a parameter", "el nombre de un parámetro"));
        check_name(parameter.name, span);
        const std::uint16_t before = unit.slot_count;
        if (scopes_.declare(parameter.name) < before && !tokens_.failed()) {
            tokens_.fail("template-syntax", span,
                         say("the parameter \"{}\" is named twice",
                             "el parámetro «{}» aparece dos veces", parameter.name));
        }
        if (tokens_.take_sign("=")) {
            parameter.has_default = true;
            parameter.value = parse_expression(state_);
        } else if (!unit.parameters.empty() && unit.parameters.back().has_default) {
            tokens_.fail("template-syntax", span,
                         say("a parameter without a default follows one that has one",
                             "un parámetro sin valor predeterminado sigue a uno que lo tiene"));
        }
        unit.parameters.push_back(std::move(parameter));
    }
    tokens_.expect_sign(")");
}

Statement TemplateParser::macro_tag(Statement result) {
    result.kind = Kind::macro;
    const Span span = tokens_.now().span;
    result.text = tokens_.expect_name(say("the name of the macro", "el nombre de la macro"));
    result.targets.push_back(variable_target(result.text, span));
    result.unit = std::make_unique<Unit>();
    Unit& unit = *result.unit;
    unit.name = result.text;
    unit.span = span;
    unit.file = &template_.file;
    ++macros_open_;
    scopes_.enter_unit(unit, Scopes::Border::open);
    signature(unit);
    unit.kind = Unit::Kind::macro;
    unit.caller_slot = scopes_.declare("caller");
    tokens_.expect_block_end();
    unit.body = body({"endmacro"}, result.span);
    scopes_.leave_unit();
    --macros_open_;
    end_tag();
    return result;
}

Statement TemplateParser::call_tag(Statement result) {
    result.kind = Kind::call_block;
    result.unit = std::make_unique<Unit>();
    Unit& unit = *result.unit;
    unit.kind = Unit::Kind::call_body;
    unit.name = "caller";
    unit.span = result.span;
    unit.file = &template_.file;
    scopes_.enter_unit(unit, Scopes::Border::open);
    if (tokens_.is_sign("(")) {
        signature(unit);
    }
    scopes_.leave_unit();
    result.expressions.push_back(parse_expression(state_));
    const Expression::Kind called = result.expressions[0].kind;
    if (called != Expression::Kind::call && called != Expression::Kind::method) {
        tokens_.fail(
            "template-syntax", result.expressions[0].span,
            say("\"call\" needs the call of a macro", "«call» necesita la llamada a una macro"));
    }
    tokens_.expect_block_end();
    ++macros_open_;
    scopes_.enter_unit(unit, Scopes::Border::open);
    unit.slot_count = 0;
    unit.slot_names.clear();
    for (const Parameter& parameter : unit.parameters) {
        scopes_.declare(parameter.name);
    }
    unit.body = body({"endcall"}, result.span);
    scopes_.leave_unit();
    --macros_open_;
    end_tag();
    return result;
}

Statement TemplateParser::filter_tag(Statement result) {
    result.kind = Kind::filter_block;
    scopes_.enter_scope();
    // At the top of a template there was no scope until now, so the slot is declared in it.
    result.loop_slot = scopes_.declare(" captured");
    result.expressions.push_back(
        parse_filters(state_, variable_called(state_, " captured", result.span), true));
    tokens_.expect_block_end();
    result.bodies.push_back(body({"endfilter"}, result.span));
    scopes_.leave_scope();
    end_tag();
    return result;
}

Statement TemplateParser::block_tag_proper(Statement result) {
    result.kind = Kind::block;
    const Span span = tokens_.now().span;
    result.text = tokens_.expect_name(say("the name of the block", "el nombre del bloque"));
    result.span = {result.span.begin, span.end};
    if (tokens_.take_word("scoped")) {
        result.with_context = true;
        see_visible_variables(result);
    }
    tokens_.expect_block_end();
    if (block_names_.contains(result.text)) {
        tokens_.fail("template-syntax", span,
                     say("there are two blocks \"{}\" in this template",
                         "hay dos bloques «{}» en esta plantilla", result.text));
    } else if (macros_open_ > 0) {
        tokens_.fail(
            "template-syntax", span,
            say("a block cannot stand in a macro", "un bloque no puede estar en una macro"));
    }
    result.unit = std::make_unique<Unit>();
    Unit& unit = *result.unit;
    unit.kind = Unit::Kind::block;
    unit.name = result.text;
    unit.span = span;
    unit.file = &template_.file;
    template_.blocks.push_back(&unit);
    block_names_.insert(unit.name);
    scopes_.enter_unit(unit, Scopes::Border::closed);
    unit.body = body({"endblock"}, result.span);
    scopes_.leave_unit();
    end_word();
    tokens_.take_word(result.text);
    tokens_.expect_block_end();
    return result;
}

void TemplateParser::see_visible_variables(Statement& statement) {
    for (const std::string& name : scopes_.visible()) {
        if (name.front() != ' ') {
            statement.visible.push_back({state_.symbols.add(name), scopes_.resolve(name)});
        }
    }
}

bool TemplateParser::context_wish(bool otherwise) {
    const bool says = (tokens_.is_word("with") || tokens_.is_word("without")) &&
                      tokens_.next().kind == TokenKind::name && tokens_.next().text == "context";
    if (!says) {
        return otherwise;
    }
    const bool wanted = tokens_.take().text == "with";
    tokens_.take();
    return wanted;
}

Statement TemplateParser::include_tag(Statement result) {
    result.kind = Kind::include;
    result.expressions.push_back(parse_expression(state_));
    if (tokens_.is_word("ignore")) {
        tokens_.take();
        tokens_.expect_word("missing");
        result.ignore_missing = true;
    }
    result.with_context = context_wish(true);
    if (result.with_context) {
        see_visible_variables(result);
    }
    tokens_.expect_block_end();
    return result;
}

Statement TemplateParser::import_tag(Statement result) {
    result.kind = Kind::import;
    result.expressions.push_back(parse_expression(state_));
    tokens_.expect_word("as");
    const Span span = tokens_.now().span;
    result.targets.push_back(
        variable_target(tokens_.expect_name(say("a name", "un nombre")), span));
    result.with_context = context_wish(false);
    if (result.with_context) {
        see_visible_variables(result);
    }
    tokens_.expect_block_end();
    return result;
}

Statement TemplateParser::from_tag(Statement result) {
    result.kind = Kind::from_import;
    result.expressions.push_back(parse_expression(state_));
    tokens_.expect_word("import");

    while (!tokens_.failed()) {
        const Span span = tokens_.now().span;
        std::string name =
            tokens_.expect_name(say("the name of a macro", "el nombre de una macro"));
        std::string alias = name;
        Span alias_span = span;
        if (tokens_.take_word("as")) {
            alias_span = tokens_.now().span;
            alias = tokens_.expect_name(say("a name", "un nombre"));
        }
        result.names.push_back(std::move(name));
        result.targets.push_back(variable_target(alias, alias_span));
        result.targets.back().span = span;
        if (!tokens_.take_sign(",")) {
            break;
        }
    }
    result.with_context = context_wish(false);
    if (result.with_context) {
        see_visible_variables(result);
    }
    tokens_.expect_block_end();
    return result;
}

Statement TemplateParser::extends_tag(Statement result) {
    result.kind = Kind::extends;
    const Expression parent = parse_expression(state_);
    if (parent.kind != Expression::Kind::literal ||
        !parent.constant.is(puebla::templates::Kind::text)) {
        tokens_.fail("template-syntax", parent.span,
                     say("\"extends\" needs the path of a template in quotes",
                         "«extends» necesita la ruta de una plantilla entre comillas"));
    } else if (!template_.parent.empty()) {
        tokens_.fail("template-syntax", parent.span,
                     say("a template can extend only one other",
                         "una plantilla solo puede extender a otra"));
    } else if (!scopes_.at_top() || !open_.empty()) {
        tokens_.fail("template-syntax", result.span,
                     say("\"extends\" must stand outside of all other tags",
                         "«extends» debe estar fuera de todas las demás etiquetas"));
    } else {
        template_.parent = std::string(parent.constant.text());
        template_.parent_span = parent.span;
        template_.root.extends_other = true;
    }
    tokens_.expect_block_end();
    return result;
}

}  // namespace

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
    if (found.empty()) {
        TemplateParser(*result, std::move(tokens), symbols, found).parse();
    }
    result->broken = !found.empty();
    problems.append(found);
    return result;
}

}  // namespace puebla::templates
