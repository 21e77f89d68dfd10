// Running units: the top of a template, a block, a macro, the body of a `call`.

#include <algorithm>

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
    out_ = nullptr;
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

}  // namespace puebla::templates
