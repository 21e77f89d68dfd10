#include "templates/trace_html.h"

#include <utility>

#include "templates/cut_literal.h"
#include "templates/html_problems.h"
#include "templates/permission.h"

namespace puebla::templates {

namespace {

using Is = Statement::Kind;
using Body = Statement::Body;
using Where = HtmlPosition::Where;
using BlockPositions = std::map<std::string, HtmlPosition>;

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
    // Only the first problem is told: where the HTML is misunderstood, others follow from it.
    void fail(std::string_view code, Span span, Message message, Message help = {}) {
        if (!lost_) {
            problems_.error(code, {template_.file, span}, std::move(message), std::move(help));
        }
        lost_ = lost_ || code == "template-html";
        template_.broken = true;
    }

    // A body that is printed somewhere in content, by itself: an include, a macro.
    void trace_apart(Body& body, Span span) {
        HtmlPosition position;
        trace_body(body, position);
        if (position.where != Where::content) {
            report_open(position, span);
        }
    }

    // Blames what is open where it was opened; where that is in another template, the statement.
    void report_open(const HtmlPosition& position, Span otherwise) {
        const HtmlProblem problem = problem_of_open(position);
        fail("template-html", position.elsewhere ? otherwise : problem.span, problem.message,
             problem.help);
    }

    // The top of a template that extends another: only blocks, macros and set blocks count.
    void trace_unprinted(Body& body) {
        for (Statement& statement : body) {
            if (statement.kind == Is::block) {
                const auto place = inherited_.find(statement.text);
                HtmlPosition position = place == inherited_.end() ? HtmlPosition() : place->second;
                position.elsewhere = true;
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
            CutLiteral literal = cut_literal(body, i, position, template_.number);
            if (literal.mistake) {
                const HtmlProblem problem = problem_of(*literal.mistake, template_.lines);
                fail("template-html", problem.span, problem.message, problem.help);
            }
            std::move(literal.pieces.begin(), literal.pieces.end(), std::back_inserter(result));
        }
        body = std::move(result);
    }

    void allow(Statement& statement, HtmlPosition& position, Span span) {
        const Permission permission = permission_at(position);
        if (!permission.surroundings) {
            const Message help = help_in_open_tag(position, span, template_.lines);
            fail("forbidden-context", span, permission.reason,
                 help.en.empty() ? permission.help : help);
            lost_ = lost_ || !help.en.empty();
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
            const bool left_open =
                (position.where == Where::content && branch.where != Where::content) ||
                (branch.in_quotes() && !position.in_quotes());
            if (left_open) {
                report_open(branch, statement.span);
            }
            const auto both = end ? joined(*end, branch) : std::optional(branch);
            agree = agree && both.has_value();
            end = both ? both : end;
        }
        if (!agree) {
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
            if (position.where == Where::content) {
                report_open(end, statement.span);
            }
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
    bool lost_ = false;  // the HTML is not understood from here on
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
