#include "templates/template_set.h"

#include <algorithm>
#include <set>

#include "foundation/suggestion.h"
#include "templates/functions.h"
#include "templates/limits.h"
#include "templates/parse_template.h"
#include "templates/renderer.h"
#include "templates/trace_html.h"

namespace puebla::templates {

const Template* Library::find(std::string_view name) const {
    const auto place = templates.find(name);
    return place == templates.end() ? nullptr : place->second.get();
}

std::vector<std::string> Library::names() const {
    std::vector<std::string> result;
    for (const auto& [name, one] : templates) {
        result.push_back(name);
    }
    return result;
}

namespace {

using Is = Statement::Kind;

void check_name(const Expression& name, const Statement& statement, const Template& from,
                const Library& library, Diagnostics& problems) {
    if (name.kind != Expression::Kind::literal || !name.constant.is(Kind::text) ||
        statement.ignore_missing || library.find(name.constant.text()) != nullptr) {
        return;
    }
    problems.error(
        "include-missing", {from.file, name.span},
        say("there is no template \"{}\"", "no hay ninguna plantilla «{}»", name.constant.text()),
        did_you_mean(name.constant.text(), library.names()));
}

// Names written out in `include` and `import` must exist.
void check_names(const Statement::Body& body, const Template& from, const Library& library,
                 Diagnostics& problems) {
    for (const Statement& statement : body) {
        if (statement.kind == Is::include || statement.kind == Is::import ||
            statement.kind == Is::from_import) {
            check_name(statement.expressions[0], statement, from, library, problems);
        }
        for (const Statement::Body& inner : statement.bodies) {
            check_names(inner, from, library, problems);
        }
        if (statement.unit) {
            check_names(statement.unit->body, from, library, problems);
        }
    }
}

void link_parents(Library& library, Diagnostics& problems) {
    for (const auto& [name, one] : library.templates) {
        if (one->parent.empty()) {
            continue;
        }
        one->parent_template = library.find(one->parent);
        if (one->parent_template == nullptr) {
            one->broken = true;
            problems.error(
                "include-missing", {one->file, one->parent_span},
                say("there is no template \"{}\"", "no hay ninguna plantilla «{}»", one->parent),
                did_you_mean(one->parent, library.names()));
        }
    }
}

Template& parent_of(const Library& library, const Template& one) {
    return *library.templates.find(one.parent)->second;
}

// Reported once for all templates of the circle: at the `extends` that leads back to the first of
// them by name.
void report_circle(const Library& library, Template& member, Diagnostics& problems) {
    Template* first = &member;
    for (Template* step = &parent_of(library, member); step != &member;
         step = &parent_of(library, *step)) {
        first = step->name < first->name ? step : first;
    }
    std::string names = first->name + " → " + first->parent;
    Template* last = first;
    while (&parent_of(library, *last) != first) {
        last = &parent_of(library, *last);
        names += " → " + last->parent;
    }
    problems.error(
        "include-loop", {last->file, last->parent_span},
        say("this template extends itself: {}", "esta plantilla se extiende a sí misma: {}", names),
        say("break the circle: one of them must extend nothing",
            "rompa el círculo: una de ellas no debe extender ninguna"));
    last->broken = true;
    last->parent_template = nullptr;
}

void cut_parent_loops(Library& library, Diagnostics& problems) {
    std::set<const Template*> settled;
    for (const auto& [name, one] : library.templates) {
        std::set<const Template*> way;
        Template* step = one.get();
        while (step->parent_template != nullptr && !settled.contains(step)) {
            if (!way.insert(step).second) {
                report_circle(library, *step, problems);
                break;
            }
            step = &parent_of(library, *step);
        }
        settled.merge(way);
    }
}

void limit_parents(Library& library, Diagnostics& problems) {
    for (const auto& [name, one] : library.templates) {
        int levels = 0;
        for (const Template* step = one.get(); step != nullptr && levels <= deepest_nesting;
             step = step->parent_template) {
            ++levels;
        }
        if (levels > deepest_nesting) {
            problems.error(
                "template-limit", {one->file, one->parent_span},
                say("templates extend each other more than {} levels deep",
                    "hay plantillas que se extienden a más de {} niveles", deepest_nesting));
            one->broken = true;
            one->parent_template = nullptr;
        }
    }
}

void chain_blocks(Library& library) {
    for (const auto& [name, one] : library.templates) {
        for (const Template* step = one.get(); step != nullptr; step = step->parent_template) {
            one->broken = one->broken || step->broken;
            for (const Unit* block : step->blocks) {
                one->block_chains[block->name].push_back(block);
            }
        }
    }
}

// Whether a template or one that it extends is not what its author meant: nothing follows from it.
bool is_broken(const Template& one) {
    return one.broken || (one.parent_template != nullptr && is_broken(*one.parent_template));
}

// A block that stands alone in a template that extends another is printed where that has one of the
// same name: else its content would be lost. One within another block is printed where it stands.
void check_blocks(const Statement::Body& body, const Template& from,
                  const std::vector<std::string>& known, Diagnostics& problems) {
    for (const Statement& statement : body) {
        if (statement.kind != Is::block) {
            for (const Statement::Body& inner : statement.bodies) {
                check_blocks(inner, from, known, problems);
            }
        } else if (std::find(known.begin(), known.end(), statement.text) == known.end()) {
            problems.error(
                "unknown-block", {from.file, statement.unit->span},
                say("no template that this one extends has a block \"{}\"",
                    "ninguna plantilla que esta extiende tiene un bloque «{}»", statement.text),
                did_you_mean(statement.text, known));
        }
    }
}

void check_blocks(const Library& library, Diagnostics& problems) {
    for (const auto& [name, one] : library.templates) {
        if (one->parent_template == nullptr || is_broken(*one)) {
            continue;
        }
        std::vector<std::string> known;
        for (const Template* step = one->parent_template; step != nullptr;
             step = step->parent_template) {
            for (const Unit* block : step->blocks) {
                known.push_back(block->name);
            }
        }
        known.insert(known.end(), one->self_blocks.begin(), one->self_blocks.end());
        std::sort(known.begin(), known.end());
        known.erase(std::unique(known.begin(), known.end()), known.end());
        check_blocks(one->root.body, *one, known, problems);
    }
}

}  // namespace

TemplateSet TemplateSet::compile(const std::map<std::string, TemplateFile>& files,
                                 Diagnostics& problems, Templates have) {
    auto library = std::make_shared<Library>();
    for (const auto& [name, file] : files) {
        auto& one = library->templates[name];
        one = parse_template(name, file.path, file.text.value_or(""), library->symbols, problems);
        one->broken = one->broken || !file.text;
        one->number = static_cast<std::uint32_t>(library->templates.size());
    }
    // What is missing may lie in the folder that cannot be opened.
    Diagnostics unheard = {};
    Diagnostics& missing = have == Templates::all ? problems : unheard;
    for (const auto& [name, one] : library->templates) {
        check_names(one->root.body, *one, *library, missing);
    }
    link_parents(*library, missing);
    cut_parent_loops(*library, problems);
    limit_parents(*library, problems);
    chain_blocks(*library);
    check_blocks(*library, problems);
    trace_html(*library, problems);
    library->globals.resize(library->symbols.size(), Value::unset());
    for (const GlobalFunction& one : global_functions()) {
        if (const Symbol* symbol = library->symbols.find(std::string(one.name))) {
            library->globals[*symbol] = Value(Function(one.function));
        }
    }
    TemplateSet result;
    result.library_ = std::move(library);
    return result;
}

bool TemplateSet::has(const std::string& name) const {
    const Template* found = library_ ? library_->find(name) : nullptr;
    return found != nullptr && !found->broken;
}

std::vector<std::string> TemplateSet::files() const {
    std::vector<std::string> result;
    if (library_) {
        for (const auto& [name, one] : library_->templates) {
            result.push_back(one->file);
        }
    }
    return result;
}

Html TemplateSet::render(const std::string& name, const Map& variables,
                         const RenderContext& context, Diagnostics& problems) const {
    if (!has(name)) {
        return {};
    }
    return Renderer(*library_, context, problems).render(*library_->find(name), variables);
}

}  // namespace puebla::templates
