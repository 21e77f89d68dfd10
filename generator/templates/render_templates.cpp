// Running other templates: blocks, includes, imports, and the chain of those that extend each
// other.

#include "foundation/suggestion.h"
#include "templates/renderer.h"

namespace puebla::templates {

const Template* Renderer::template_named(const Statement& statement) {
    Value scratch;
    const Value value = evaluate(statement.expressions[0], scratch);
    if (failed_) {
        return nullptr;
    }
    const List one = {value};
    const List& names = value.is(Kind::list) ? value.list() : one;
    for (const Value& name : names) {
        const Template* found = name.is_text() ? library_.find(name.text()) : nullptr;
        if (found != nullptr) {
            if (found->broken) {
                failed_ = true;  // its own mistake has been reported
            }
            return found->broken ? nullptr : found;
        }
    }
    if (!statement.ignore_missing) {
        const std::string name(names.empty() ? std::string_view() : names[0].text());
        fail(statement.expressions[0].span, "include-missing",
             say("there is no template \"{}\"", "no hay ninguna plantilla «{}»", name),
             did_you_mean(name, library_.names()));
    }
    return nullptr;
}

void Renderer::run_in(const Statement& statement, const std::function<void()>& work) {
    if (statement.surroundings == Surroundings::content) {
        work();
        return;
    }
    const Html html = captured(work);
    if (!failed_) {
        print_html(html, statement.surroundings, statement.span);
    }
}

void Renderer::run_include(const Statement& statement) {
    const Template* const found = template_named(statement);
    if (found == nullptr) {
        return;
    }
    std::unique_ptr<Variables> inner = new_variables(statement, statement.with_context);
    const Setting outer = setting_;
    setting_ = {inner.get(), found};
    run_in(statement, [&] { run_template(*found, statement.expressions[0].span); });
    setting_ = outer;
    put_back(std::move(inner));
}

// The chain of templates from `entry` up to the one that extends nothing.
void Renderer::run_template(const Template& entry, Span span) {
    const std::string* const outer_block = block_;
    block_ = nullptr;
    for (const Template* one = &entry; one != nullptr && !failed_; one = one->parent_template) {
        const std::size_t outer_text = extends_at_;
        const std::size_t outer_marks = extends_marks_;
        run_unit(one->root, nullptr, span, [](Value*) {});
        if (one->parent_template != nullptr && !failed_) {
            out_->text.resize(extends_at_);
            out_->marks.resize(extends_marks_);
        }
        extends_at_ = outer_text;
        extends_marks_ = outer_marks;
    }
    block_ = outer_block;
}

const Map* Renderer::module_of(const Statement& statement) {
    const Template* const found = template_named(statement);
    if (found == nullptr) {
        return nullptr;
    }
    if (!statement.with_context) {
        const auto known = modules_.find(found);
        if (known != modules_.end()) {
            return &known->second.map();
        }
    }
    kept_variables_.push_back(new_variables(statement, statement.with_context));
    Variables& variables = *kept_variables_.back();
    const Setting outer = setting_;
    setting_ = {&variables, found};
    captured([&] { run_template(*found, statement.expressions[0].span); });
    setting_ = outer;
    Map members;
    for (const Symbol symbol : variables.exported) {
        const std::string& name = library_.symbols.name(symbol);
        if (name.front() != '_') {
            members.set(name, variables.values[symbol]);
        }
    }
    kept_modules_.emplace_back(std::move(members));
    if (!statement.with_context && !failed_) {
        modules_.emplace(found, kept_modules_.back());
    }
    return &kept_modules_.back().map();
}

void Renderer::run_import(const Statement& statement) {
    const Map* const members = module_of(statement);
    if (members == nullptr || failed_) {
        return;
    }
    if (statement.kind == Statement::Kind::import) {
        assign(statement.targets[0], Value::reference(*members));
        return;
    }
    for (std::size_t i = 0; i < statement.names.size() && !failed_; ++i) {
        const Value* found = members->find(statement.names[i]);
        if (found != nullptr) {
            assign(statement.targets[i], *found);
            continue;
        }
        std::vector<std::string> known;
        for (const auto& [name, value] : members->items()) {
            known.push_back(name);
        }
        fail(statement.targets[i].span, "unknown-function",
             say("the imported template has no macro \"{}\"",
                 "la plantilla importada no tiene ninguna macro «{}»", statement.names[i]),
             did_you_mean(statement.names[i], known));
    }
}

void Renderer::run_block(const Statement& statement) {
    if (frame_->unit->extends_other) {
        return;
    }
    if (!statement.with_context) {
        print_block(statement.text, 0, statement.span);
        return;
    }
    std::unique_ptr<Variables> inner = new_variables(statement, true);
    Variables* const outer = setting_.variables;
    setting_.variables = inner.get();
    print_block(statement.text, 0, statement.span);
    setting_.variables = outer;
    put_back(std::move(inner));
}

}  // namespace puebla::templates
