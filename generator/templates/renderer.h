// Runs the trees of a template set: one Renderer for one rendering.
//
// It keeps no more than a stack of frames, the context of variables and the output. Values are read
// where they lie: evaluate() answers with a reference into the variables, and uses its scratch only
// for what had to be computed. The first failure is reported with its place; everything stops
// there.
//
// Bounded in every direction, see limits.h: what cannot be known beforehand to be small is paid for
// before it is done.

#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "templates/call.h"
#include "templates/syntax.h"

namespace puebla::templates {

// All templates of a set, by name, and what they have in common.
struct Library {
    std::map<std::string, std::unique_ptr<Template>, std::less<>> templates;
    SymbolTable symbols;
    std::vector<Value> globals;  // by symbol; unset where there is no global function

    const Template* find(std::string_view name) const;
    std::vector<std::string> names() const;
};

// The variables of a template that is running, and of all that it includes by copy.
struct Variables {
    std::vector<Value> values;     // by symbol
    std::vector<Symbol> given;     // which of them are set
    std::vector<Symbol> exported;  // those that the template itself set at its top

    void set(Symbol symbol, Value value);
};

struct Frame {
    const Unit* unit = nullptr;
    Value* slots = nullptr;
    Frame* around = nullptr;   // the frame of the unit around this one
    std::uint64_t serial = 0;  // no two frames of a rendering have the same
    Span entered_at;           // in the file of the frame below
};

class Renderer {
  public:
    Renderer(const Library& library, const RenderContext& context, Diagnostics& problems);

    Html render(const Template& entry, const Map& variables);

  private:
    // What a template is running with; an include or import has its own.
    struct Setting {
        Variables* variables = nullptr;
        const Template* entry = nullptr;  // whose blocks are used
    };
    struct Macro;

    // One after the other (render_statements.cpp).
    void run(const Statement::Body& body);
    void run(const Statement& statement);
    void run_branch(const Statement& statement);
    void run_loop(const Statement& statement);
    void run_rounds(const Statement& statement, const List& items, Value* slots);

    // What names a value or a piece of the page (render_assignments.cpp).
    void run_set(const Statement& statement);
    void run_set_block(const Statement& statement);
    void run_with(const Statement& statement);
    void run_macro(const Statement& statement);
    void run_call_block(const Statement& statement);
    void run_filter_block(const Statement& statement);
    void assign(const Target& target, const Value& value);
    Html captured(const std::function<void()>& work);

    // Other templates (render_templates.cpp).
    void run_block(const Statement& statement);
    void run_include(const Statement& statement);
    void run_import(const Statement& statement);
    void run_template(const Template& entry, Span span);
    // In the surroundings of the statement: directly in content, elsewhere after a check.
    void run_in(const Statement& statement, const std::function<void()>& work);
    const Map* module_of(const Statement& statement);
    const Template* template_named(const Statement& statement);

    // Units (render_units.cpp).
    // Runs `fill` on the fresh frame, then the body.
    void run_unit(const Unit& unit, Frame* around, Span span,
                  const std::function<void(Value*)>& fill);
    Value call_macro(const Macro& macro, Call& call, Span span, const Value& caller);
    void bind_parameters(const Unit& unit, Call& call, Span span);
    void fill_parameters(const Unit& unit, Call& call, Value* slots);
    bool alive(const Frame* frame, std::uint64_t serial) const;
    void print_block(const std::string& name, std::size_t level, Span span);
    class SlotsOfUnit;

    // The variables for an include, an import or a scoped block: a copy, or the host's functions
    // (render_variables.cpp).
    std::unique_ptr<Variables> new_variables(const Statement& statement, bool with_context);
    void put_back(std::unique_ptr<Variables> variables);

    // Printing (print_value.cpp). `source` is what gave the value, if that has a name.
    void print(const Value& value, Surroundings surroundings, Span span,
               const Expression* source = nullptr);
    void print_html(const Html& html, Surroundings surroundings, Span span);
    void print_foreign(const ForeignText& text);
    void begin_attribute(const Statement& statement);
    void end_attribute(const Statement& statement);
    void unprintable(const Value& value, const Expression* source, Span span);

    // Values that are there (evaluate.cpp). A lenient reading gives `undefined` for what does not
    // exist; else that is told (missing_names.cpp).
    enum class Reading { strict, lenient };
    const Value& evaluate(const Expression& expression, Value& scratch,
                          Reading reading = Reading::strict);
    const Value& variable(const Expression& expression, Value& scratch, Reading reading);
    const Value& attribute(const Expression& expression, Value& scratch, Reading reading);
    const Value& member(const Value& object, const Expression& expression, Value& scratch,
                        Reading reading);
    const Value& item(const Expression& expression, Value& scratch, Reading reading);
    void missing_variable(const Expression& expression);
    void missing_member(const Value& object, const Expression& expression);

    // Values that are made (compute.cpp).
    Value compute(const Expression& expression, Reading reading);
    Value computed_operation(const Expression& expression);
    Value computed_list(const Expression& expression);
    Value computed_map(const Expression& expression);
    Value compared(const Expression& expression);
    Value finished(Value made, const Call& call, Span span);

    // What is called (call_functions.cpp).
    Value filtered(const Expression& expression, Reading reading);
    Value tested(const Expression& expression);
    Value called(const Expression& expression, const Value& caller);
    Value called_method(const Expression& expression, const Value& caller);
    Value call_value(const Value& callee, const Expression& expression, std::size_t first,
                     const Value& caller);
    bool arguments(const Expression& expression, std::size_t first, Call& call);
    void spend_on(const Value& input, const Call& call, Span span);

    // Ending before the end (render_failures.cpp).
    void fail(Span span, std::string_view code, Message message, Message help = {});
    void fail_in_loop(Span span, Message message, Message help = {});
    bool failed_with(const Call& call, Span span);
    void spend(std::size_t amount, Span span);
    void report_depth(const Unit& unit, Span span);

    const Library& library_;
    const RenderContext& context_;
    Diagnostics& problems_;
    bool failed_ = false;

    Html* out_ = nullptr;
    Setting setting_;
    const Variables* host_variables_ = nullptr;
    const Map* host_map_ = nullptr;  // for suggestions: it has names that no template uses
    Frame* frame_ = nullptr;
    std::vector<Frame*> frames_;
    std::uint64_t last_serial_ = 0;
    std::uintptr_t stack_start_ = 0;
    Work work_{context_.most_work};

    const Statement* loop_ = nullptr;  // the innermost that runs
    const Frame* loop_frame_ = nullptr;

    // The block that is being printed, for super().
    const std::string* block_ = nullptr;
    std::size_t block_level_ = 0;

    // Slots never move, for values are read where they lie.
    std::deque<std::vector<Value>> chunks_;
    std::size_t chunk_ = 0;
    std::size_t chunk_used_ = 0;
    std::size_t extends_at_ = 0;  // how much was printed before `extends`
    std::size_t extends_marks_ = 0;

    std::vector<std::unique_ptr<Variables>> kept_variables_;  // of modules: macros refer to them
    std::vector<std::unique_ptr<Variables>> free_variables_;
    std::vector<Value> kept_modules_;
    std::map<const Template*, Value> modules_;
    std::vector<std::size_t> attribute_starts_;
};

// How an address inside the site is written on a page: "../mexico/", "./", "#p12".
std::string link_from(std::string_view here, std::string_view address);
// The same into `out`; escaped for an attribute.
void print_address(std::string& out, const Address& address, const RenderContext& context);

// What the value of an expression is called in the template: "page.record"; "" where it is
// computed.
std::string path_of(const Expression& expression);

// Whether an attribute value, still escaped, leads to a scheme that runs code.
bool has_unsafe_scheme(std::string_view escaped);

}  // namespace puebla::templates
