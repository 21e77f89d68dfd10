// Running units: the top of a template, a block, a macro, the body of a `call`.

#include <algorithm>
#include <array>

#include "foundation/suggestion.h"
#include "templates/limits.h"
#include "templates/run_time_objects.h"

namespace puebla::templates {

namespace {

constexpr std::size_t first_chunk = 128;
constexpr std::size_t chunk_size = 4096;

std::uintptr_t stack_position() {
    return reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
}

}  // namespace

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

void Variables::set(Symbol symbol, Value value) {
    if (values[symbol].is(Kind::unset)) {
        given.push_back(symbol);
    }
    values[symbol] = std::move(value);
}

// The slots of one frame, taken from the chunks and given back at the end.
class Renderer::SlotsOfUnit {
  public:
    SlotsOfUnit(Renderer& renderer, std::size_t count)
        : renderer_(renderer),
          count_(count),
          old_chunk_(renderer.chunk_),
          old_used_(renderer.chunk_used_) {
        if (renderer.chunks_.empty()) {
            renderer.chunks_.emplace_back(first_chunk, Value::unset());
        }
        if (renderer.chunk_used_ + count > renderer.chunks_[renderer.chunk_].size()) {
            ++renderer.chunk_;
            renderer.chunk_used_ = 0;
            const std::size_t wanted = std::max(count, chunk_size);
            if (renderer.chunk_ == renderer.chunks_.size()) {
                renderer.chunks_.emplace_back(wanted, Value::unset());
            } else if (renderer.chunks_[renderer.chunk_].size() < wanted) {
                renderer.chunks_[renderer.chunk_].resize(wanted, Value::unset());
            }
        }
        begin_ = renderer.chunks_[renderer.chunk_].data() + renderer.chunk_used_;
        renderer.chunk_used_ += count;
    }
    ~SlotsOfUnit() {
        std::fill(begin_, begin_ + count_, Value::unset());
        renderer_.chunk_ = old_chunk_;
        renderer_.chunk_used_ = old_used_;
    }
    SlotsOfUnit(const SlotsOfUnit&) = delete;
    SlotsOfUnit& operator=(const SlotsOfUnit&) = delete;

    Value* begin() const { return begin_; }

  private:
    Renderer& renderer_;
    std::size_t count_;
    std::size_t old_chunk_;
    std::size_t old_used_;
    Value* begin_ = nullptr;
};

Renderer::Renderer(const Library& library, const RenderContext& context, Diagnostics& problems)
    : library_(library), context_(context), problems_(problems) {}

Html Renderer::render(const Template& entry, const Map& variables) {
    Html result;
    out_ = &result;
    stack_start_ = stack_position();
    auto all = std::make_unique<Variables>();
    all->values.resize(library_.symbols.size(), Value::unset());
    for (const auto& [name, value] : variables.items()) {
        if (const Symbol* symbol = library_.symbols.find(name)) {
            all->set(*symbol, value);
        }
    }
    host_variables_ = all.get();
    host_map_ = &variables;
    setting_ = {all.get(), &entry};
    run_template(entry, {});
    return result;
}

void Renderer::run_unit(const Unit& unit, Frame* around, Span span,
                        const std::function<void(Value*)>& fill) {
    const std::uintptr_t now = stack_position();
    const std::uintptr_t used = now < stack_start_ ? stack_start_ - now : now - stack_start_;
    if (frames_.size() >= most_units_inside_each_other || used > most_stack) {
        report_depth(unit, span);
        return;
    }
    spend(cost_of_a_unit + cost_of_a_part * unit.slot_count, span);
    const SlotsOfUnit slots(*this, unit.slot_count);
    Frame frame{&unit, slots.begin(), around, ++last_serial_, span};
    Frame* const outer = frame_;
    frame_ = &frame;
    frames_.push_back(&frame);
    fill(slots.begin());
    if (!failed_) {
        run(unit.body);
    }
    frames_.pop_back();
    frame_ = outer;
}

// Where units run in each other without an end, at the place that first leads back to where the way
// has been: "a → b → a".
void Renderer::report_depth(const Unit& unit, Span span) {
    if (failed_) {
        return;
    }
    std::vector<std::pair<const Unit*, Span>> way;
    for (const Frame* frame : frames_) {
        way.emplace_back(frame->unit, frame->entered_at);
    }
    way.emplace_back(&unit, span);
    const auto is = [&](const Unit* one) {
        return [one](const auto& step) { return step.first == one; };
    };
    const auto last_time = std::find_if(way.rbegin() + 1, way.rend(), is(&unit));
    if (last_time == way.rend()) {
        fail(span, "include-loop",
             say("templates and macros stand in each other more than {} levels deep",
                 "hay plantillas y macros unas dentro de otras a más de {} niveles",
                 frames_.size()));
        return;
    }
    const auto circle_begin = last_time.base() - 1;
    const auto first = std::find_if(way.begin(), way.end(), [&](const auto& step) {
        return std::find_if(circle_begin, way.end(), is(step.first)) != way.end();
    });
    const auto again = std::find_if(first + 1, way.end(), is(first->first));
    const bool only_blocks = std::all_of(
        first, again, [](const auto& step) { return step.first->kind == Unit::Kind::block; });
    std::string names;
    for (auto step = first; step != again + 1; ++step) {
        const Unit& one = *step->first;
        if (one.kind != Unit::Kind::block || only_blocks) {
            names += names.empty() ? "" : " → ";
            names += one.kind == Unit::Kind::top ? one.name : one.name + "()";
        }
    }
    problems_.error(
        "include-loop", {*(again - 1)->first->file, again->second},
        say("this leads back to itself, more than {} levels deep: {}",
            "esto vuelve a sí mismo, a más de {} niveles: {}", frames_.size(), names),
        say("break the circle, or put this step into an \"if\" that is false in the end",
            "rompa el círculo, o ponga este paso en un «if» que al final sea falso"));
    failed_ = true;
}

bool Renderer::alive(const Frame* frame, std::uint64_t serial) const {
    return std::any_of(frames_.begin(), frames_.end(),
                       [&](const Frame* one) { return one == frame && one->serial == serial; });
}

// Brings the arguments into the order of the parameters, unset where one was not given.
void Renderer::bind_parameters(const Unit& unit, Call& call, Span span) {
    const std::vector<Parameter>& parameters = unit.parameters;
    if (call.positional.size() > parameters.size()) {
        fail(span, "template-type",
             say("\"{}\" takes {} arguments and got {}", "«{}» recibe {} argumentos y obtuvo {}",
                 unit.name, parameters.size(), call.positional.size()));
        return;
    }
    call.positional.resize(parameters.size(), Value::unset());
    for (auto& [name, value] : call.named) {
        const auto place =
            std::find_if(parameters.begin(), parameters.end(),
                         [&given = name](const Parameter& one) { return one.name == given; });
        if (place == parameters.end()) {
            std::vector<std::string> known;
            known.reserve(parameters.size());
            for (const Parameter& one : parameters) {
                known.push_back(one.name);
            }
            fail(span, "template-type",
                 say("\"{}\" has no parameter \"{}\"", "«{}» no tiene ningún parámetro «{}»",
                     unit.name, name),
                 did_you_mean(name, known));
            return;
        }
        Value& slot = call.positional[static_cast<std::size_t>(place - parameters.begin())];
        if (!slot.is(Kind::unset)) {
            fail(span, "template-type",
                 say("the parameter \"{}\" is given twice", "el parámetro «{}» se da dos veces",
                     name));
            return;
        }
        slot = std::move(value);
    }
}

void Renderer::fill_parameters(const Unit& unit, Call& call, Value* slots) {
    std::move(call.positional.begin(), call.positional.end(), slots);
    Value scratch;
    for (std::size_t i = 0; i < unit.parameters.size() && !failed_; ++i) {
        if (slots[i].is(Kind::unset)) {
            const Parameter& parameter = unit.parameters[i];
            slots[i] =
                parameter.has_default ? evaluate(parameter.value, scratch) : Value::undefined();
        }
    }
}

Value Renderer::call_macro(const Macro& macro, Call& call, Span span, const Value& caller) {
    const Unit& unit = *macro.unit;
    if (unit.reaches_out && !alive(macro.around, macro.serial)) {
        fail(span, "template-type",
             say("\"{}\" uses variables of a part of the template that has ended",
                 "«{}» usa variables de una parte de la plantilla que ya terminó", unit.name));
        return {};
    }
    bind_parameters(unit, call, span);
    if (unit.kind == Unit::Kind::macro && !unit.uses_caller && !caller.is(Kind::undefined)) {
        fail(span, "template-type",
             say("\"{}\" does not print caller(): what stands in this \"call\" would be lost",
                 "«{}» no imprime caller(): se perdería lo que está dentro de este «call»",
                 unit.name));
    }
    if (failed_) {
        return {};
    }
    Setting setting = macro.setting;
    std::swap(setting, setting_);
    Html html = captured([&] {
        // A frame that is not needed may be gone.
        run_unit(unit, unit.reaches_out ? macro.around : nullptr, span, [&](Value* slots) {
            if (unit.kind == Unit::Kind::macro) {
                slots[unit.caller_slot] = caller;
            }
            fill_parameters(unit, call, slots);
        });
    });
    std::swap(setting, setting_);
    return html;
}

void Renderer::print_block(const std::string& name, std::size_t level, Span span) {
    const auto chain = setting_.entry->block_chains.find(name);
    if (chain == setting_.entry->block_chains.end() || level >= chain->second.size()) {
        std::vector<std::string> known;
        for (const auto& [known_name, units] : setting_.entry->block_chains) {
            known.push_back(known_name);
        }
        std::sort(known.begin(), known.end());
        fail(span, "unknown-function",
             level > 0 ? say("no template above this one has the block \"{}\"",
                             "ninguna plantilla superior tiene el bloque «{}»", name)
                       : say("there is no block \"{}\"", "no hay ningún bloque «{}»", name),
             level > 0 ? Message() : did_you_mean(name, known));
        return;
    }
    const std::string* const outer = block_;
    const std::size_t outer_level = block_level_;
    block_ = &chain->first;
    block_level_ = level;
    run_unit(*chain->second[level], nullptr, span, [](Value*) {});
    block_ = outer;
    block_level_ = outer_level;
}

std::unique_ptr<Variables> Renderer::new_variables(const Statement& statement, bool with_context) {
    std::unique_ptr<Variables> result;
    if (free_variables_.empty()) {
        result = std::make_unique<Variables>();
        result->values.resize(library_.symbols.size(), Value::unset());
    } else {
        result = std::move(free_variables_.back());
        free_variables_.pop_back();
    }
    const Variables& source = with_context ? *setting_.variables : *host_variables_;
    spend(cost_of_a_part * (source.given.size() + statement.visible.size()), statement.span);
    for (const Symbol symbol : source.given) {
        if (with_context || source.values[symbol].is(Kind::function)) {
            result->set(symbol, source.values[symbol]);
        }
    }
    if (!with_context) {
        return result;
    }
    for (const Statement::Visible& one : statement.visible) {
        for (const Slot slot : one.slots) {
            const Frame* frame = frame_;
            for (std::uint16_t hop = 0; hop < slot.hops; ++hop) {
                frame = frame->around;
            }
            const Value& value = frame->slots[slot.index];
            if (!value.is(Kind::unset) && !value.is(Kind::undefined)) {
                result->set(one.symbol, value);
                break;
            }
        }
    }
    return result;
}

void Renderer::put_back(std::unique_ptr<Variables> variables) {
    for (const Symbol symbol : variables->given) {
        variables->values[symbol] = Value::unset();
    }
    variables->given.clear();
    variables->exported.clear();
    free_variables_.push_back(std::move(variables));
}

void Renderer::fail(Span span, std::string_view code, Message message, Message help) {
    if (!failed_) {
        problems_.error(code, {*frame_->unit->file, span}, std::move(message), std::move(help));
    }
    failed_ = true;
}

// What a loop piles up is told at the loop: the rounds end at another statement on every page.
void Renderer::fail_in_loop(Span span, Message message, Message help) {
    const bool here = loop_ != nullptr && loop_frame_ == frame_;
    fail(here ? loop_->span : span, "template-limit", std::move(message), std::move(help));
}

bool Renderer::failed_with(const Call& call, Span span) {
    if (call.failure()) {
        fail(span, call.failure()->code, call.failure()->message, call.failure()->help);
    }
    return failed_;
}

void Renderer::spend(std::size_t amount, Span span) {
    spent_ += amount;
    if (spent_ > context_.most_work) {
        fail_in_loop(
            span,
            say("making this page takes too much work",
                "crear esta página exige demasiado trabajo"),
            say("look for a loop inside a loop, or for work on a long list or text in every round",
                "busque un bucle dentro de otro, o trabajo sobre una lista o un texto largos en "
                "cada vuelta"));
    }
}

}  // namespace puebla::templates
