#include "templates/trace_html.h"

#include <algorithm>
#include <set>
#include <utility>

#include "templates/address_list.h"
#include "templates/html_position.h"

namespace puebla::templates {

namespace {

using Is = Statement::Kind;
using Body = Statement::Body;
using Where = HtmlPosition::Where;
using BlockPositions = std::map<std::string, HtmlPosition>;

// Cuts a literal where an attribute that must leave a mark begins or ends within it, and notes the
// marks of attributes that lie in it wholly.
class LiteralCutter : public HtmlEvents {
  public:
    LiteralCutter(Body& body, std::size_t index, HtmlPosition& position, std::uint32_t file)
        : literal_(body[index]), position_(position), body_(body), index_(index), file_(file) {}

    // The pieces; `misplaced` is where text follows branches that ended differently.
    Body cut(std::optional<std::size_t>& misplaced) {
        follow(position_, literal_.text, *this);
        // Branches may end a value without quotes anywhere: there is no one place to note it.
        if (begin_ && position_.where != Where::unquoted) {  // it goes on after this literal
            flush(*begin_);
            position_.value_at = place_of(*begin_);
            add_frame(Is::attribute_begin, *begin_);
            position_.open = true;
            position_.has_values = false;
        }
        flush(literal_.text.size());
        misplaced = misplaced_;
        return std::move(pieces_);
    }

    void tag_begins(std::size_t offset) override {
        position_.tag = literal_.text.substr(offset);
        for (std::size_t i = index_ + 1; i < body_.size() && !tag_is_whole(); ++i) {
            position_.tag += body_[i].kind == Is::literal ? body_[i].text : "x";
        }
        position_.tag.resize(std::min(position_.tag.find('>'), position_.tag.size()));
    }

    void element_begins(std::size_t name_begin, std::size_t name_end) override {
        add_mark(MarkKind::element, name_begin, name_end);
    }

    void value_begins(std::size_t offset) override {
        if (mark_at(position_) || is_address(position_)) {
            begin_ = offset;
        }
    }

    void value_ends(std::size_t offset) override {
        if (position_.open) {
            flush(offset);
            add_frame(Is::attribute_end, offset);
            position_.open = false;
        } else if (begin_) {
            note_marks(*begin_, offset);
            begin_.reset();
        }
    }

    void misplaced(std::size_t offset) override { misplaced_ = offset; }

  private:
    bool tag_is_whole() const { return position_.tag.find('>') != std::string::npos; }

    void flush(std::size_t end) {
        if (end > done_) {
            Statement piece;
            piece.kind = Is::literal;
            piece.span = {place_of(done_), place_of(end)};
            piece.text = literal_.text.substr(done_, end - done_);
            for (Mark& mark : marks_) {
                mark.begin -= static_cast<std::uint32_t>(done_);
                mark.end -= static_cast<std::uint32_t>(done_);
                piece.marks.push_back(mark);
            }
            marks_.clear();
            pieces_.push_back(std::move(piece));
            done_ = end;
        }
    }

    // Of an offset in the literal, in the file.
    std::uint32_t place_of(std::size_t offset) const {
        return static_cast<std::uint32_t>(literal_.span.begin + offset);
    }

    void add_frame(Is kind, std::size_t offset) {
        Statement frame;
        frame.kind = kind;
        frame.span = position_.has_values ? position_.first_value : literal_.span;
        const std::optional<MarkKind> mark = mark_at(position_);
        frame.recorded = mark.has_value();
        frame.mark = mark.value_or(MarkKind::link);
        frame.written = {file_, position_.value_at, place_of(offset)};
        frame.checked = position_.has_values && is_address(position_);
        frame.several_addresses =
            position_.attribute == "srcset" || position_.attribute == "imagesrcset";
        pieces_.push_back(std::move(frame));
    }

    void note_marks(std::size_t begin, std::size_t end) {
        const std::optional<MarkKind> mark = mark_at(position_);
        if (!mark) {
            return;
        }
        const bool several =
            position_.attribute == "srcset" || position_.attribute == "imagesrcset";
        each_address(std::string_view(literal_.text).substr(0, end), begin, several,
                     [&](std::size_t from, std::size_t to) { add_mark(*mark, from, to); });
    }

    void add_mark(MarkKind kind, std::size_t begin, std::size_t end) {
        marks_.push_back({kind,
                          static_cast<std::uint32_t>(begin),
                          static_cast<std::uint32_t>(end),
                          {file_, place_of(begin), place_of(end)}});
    }

    Statement& literal_;
    HtmlPosition& position_;
    const Body& body_;
    std::size_t index_;
    std::uint32_t file_;
    Body pieces_;
    std::vector<Mark> marks_;
    std::optional<std::size_t> begin_;
    std::size_t done_ = 0;
    std::optional<std::size_t> misplaced_;
};

class Tracer {
  public:
    Tracer(Template& one, const BlockPositions& inherited, Diagnostics& problems)
        : template_(one), inherited_(inherited), problems_(problems) {}

    void trace() {
        if (template_.root.extends_other) {
            trace_unprinted(template_.root.body);
            return;
        }
        trace_apart(template_.root.body, {0, 0});
    }

    BlockPositions blocks;  // where each block of the template begins

  private:
    void fail(std::string_view code, Span span, Message message, Message help = {}) {
        problems_.error(code, {template_.file, span}, std::move(message), std::move(help));
        template_.broken = true;
    }

    // A body that is printed somewhere in content, by itself: an include, a macro.
    void trace_apart(Body& body, Span span) {
        HtmlPosition position;
        trace_body(body, position);
        if (position.where != Where::content && !disagreed_) {
            fail("template-html", span,
                 say("this ends inside of a tag, attribute, comment or script",
                     "esto termina dentro de una etiqueta, un atributo, un comentario o un script"),
                 say("close in the same template or tag what is opened in it",
                     "cierre en la misma plantilla o etiqueta lo que se abre en ella"));
        }
    }

    // The top of a template that extends another: only blocks, macros and set blocks count.
    void trace_unprinted(Body& body) {
        for (Statement& statement : body) {
            if (statement.kind == Is::block) {
                const auto place = inherited_.find(statement.text);
                HtmlPosition position = place == inherited_.end() ? HtmlPosition() : place->second;
                trace_block(statement, position);
            } else if (statement.kind == Is::macro || statement.kind == Is::set_block ||
                       statement.kind == Is::call_block || statement.kind == Is::filter_block) {
                HtmlPosition position;
                trace_statement(statement, position);
            } else {
                for (Body& inner : statement.bodies) {
                    trace_unprinted(inner);
                }
            }
        }
    }

    void trace_body(Body& body, HtmlPosition& position) {
        Body result;
        result.reserve(body.size());
        for (std::size_t i = 0; i < body.size(); ++i) {
            if (body[i].kind != Is::literal) {
                trace_statement(body[i], position);
                result.push_back(std::move(body[i]));
                body[i].kind = Is::print;  // what was moved away is no literal to look ahead at
                continue;
            }
            std::optional<std::size_t> misplaced;
            Body pieces = LiteralCutter(body, i, position, template_.number).cut(misplaced);
            if (misplaced) {
                const std::size_t at = body[i].span.begin + *misplaced;
                fail("template-html", {at, at + 1},
                     say("a blank is missing here: the branches before end at different places of "
                         "a tag",
                         "falta un espacio aquí: las ramas anteriores terminan en lugares "
                         "distintos de "
                         "una etiqueta"));
            }
            std::move(pieces.begin(), pieces.end(), std::back_inserter(result));
        }
        body = std::move(result);
    }

    void allow(Statement& statement, HtmlPosition& position, Span span) {
        const Permission permission = permission_at(position);
        if (!permission.surroundings) {
            fail("forbidden-context", span, permission.reason, permission.help);
            return;
        }
        statement.surroundings = *permission.surroundings;
        if (!position.has_values) {
            position.first_value = span;
        }
        position.has_values = true;
        position.value += '\x01';  // what is printed is not known
    }

    void trace_statement(Statement& statement, HtmlPosition& position) {
        switch (statement.kind) {
            case Is::print:
                allow(statement, position, statement.span);
                if (statement.surroundings == Surroundings::json &&
                    statement.expressions[0].name != "json") {
                    fail("forbidden-context", statement.span,
                         say("only the filter json may print into a script of JSON",
                             "solo el filtro json puede imprimir en un script de JSON"),
                         say("add \"| json\" at the end", "agregue «| json» al final"));
                }
                return;
            case Is::include:
                allow(statement, position, statement.span);
                return;
            case Is::call_block:
                allow(statement, position, statement.span);
                trace_apart(statement.unit->body, statement.span);
                return;
            case Is::filter_block:
                allow(statement, position, statement.span);
                trace_apart(statement.bodies[0], statement.span);
                return;
            case Is::set_block:
                trace_apart(statement.bodies[0], statement.span);
                return;
            case Is::macro:
                trace_apart(statement.unit->body, statement.span);
                return;
            case Is::block:
                trace_block(statement, position);
                return;
            case Is::with:
                trace_body(statement.bodies[0], position);
                return;
            case Is::branch:
                trace_branches(statement, position,
                               statement.bodies.size() == statement.expressions.size());
                return;
            case Is::loop:
                trace_branches(statement, position, true);
                return;
            default:
                return;
        }
    }

    // Every body begins at the position, and all ends must be able to go on together; with
    // `may_skip` also the position itself is such an end.
    void trace_branches(Statement& statement, HtmlPosition& position, bool may_skip) {
        std::optional<HtmlPosition> end = may_skip ? std::optional(position) : std::nullopt;
        bool agree = true;
        for (Body& body : statement.bodies) {
            HtmlPosition branch = position;
            trace_body(body, branch);
            const auto both = end ? joined(*end, branch) : std::optional(branch);
            agree = agree && both.has_value();
            end = both ? both : end;
        }
        if (!agree) {
            disagreed_ = true;
            fail("template-html", statement.span,
                 say("the branches of this tag end at different places of the HTML",
                     "las ramas de esta etiqueta terminan en lugares distintos del HTML"),
                 say("open and close quotes and tags in the same branch",
                     "abra y cierre comillas y etiquetas en la misma rama"));
        }
        position = end.value_or(position);
    }

    void trace_block(Statement& statement, HtmlPosition& position) {
        blocks.emplace(statement.text, position);
        HtmlPosition end = position;
        trace_body(statement.unit->body, end);
        const auto both = joined(position, end);
        if (!both || both->where != position.where) {
            fail("template-html", statement.span,
                 say("this block ends at another place of the HTML than it begins",
                     "este bloque termina en otro lugar del HTML que donde comienza"),
                 say("open and close quotes and tags in the same block",
                     "abra y cierre comillas y etiquetas en el mismo bloque"));
            return;
        }
        position = *both;
        // A block can be replaced by one that prints values.
        if (position.open && !position.has_values) {
            position.has_values = true;
            position.first_value = statement.span;
        }
    }

    Template& template_;
    const BlockPositions& inherited_;
    Diagnostics& problems_;
    bool disagreed_ = false;  // what follows from it is not reported
};

class LibraryTracer {
  public:
    LibraryTracer(Library& library, Diagnostics& problems)
        : library_(library), problems_(problems) {}

    void trace_all() {
        for (const auto& [name, one] : library_.templates) {
            trace(*one);
        }
    }

  private:
    const BlockPositions& trace(Template& one) {
        const auto [place, is_new] = blocks_.try_emplace(&one);
        if (!is_new) {
            return place->second;
        }
        BlockPositions inherited;
        if (one.parent_template != nullptr) {
            inherited = trace(*library_.templates.find(one.parent_template->name)->second);
        }
        Tracer tracer(one, inherited, problems_);
        tracer.trace();
        // The outermost template decides where a block begins.
        BlockPositions all = inherited;
        all.merge(tracer.blocks);
        return blocks_[&one] = std::move(all);
    }

    Library& library_;
    Diagnostics& problems_;
    std::map<const Template*, BlockPositions> blocks_;
};

}  // namespace

void trace_html(Library& library, Diagnostics& problems) {
    LibraryTracer(library, problems).trace_all();
}

}  // namespace puebla::templates
