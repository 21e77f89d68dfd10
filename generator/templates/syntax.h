// A template as a tree, ready to be rendered: every name is resolved to a place, every filter and
// test to its row, every printed value to the part of the HTML where it stands.
//
// A tree is built by parse_template() and trace_html(); nobody changes it afterwards.
//
// Where variables live: names that a template sets at its top, and those the host gives, are in the
// context, an array over the symbols of the whole template set. Names set deeper (in a `for`, a
// macro, a block) have slots in the frame of their unit. A unit is what runs with a frame of its
// own: the top of a template, a block, a macro, the body of a `call`.

#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "foundation/diagnostics.h"
#include "foundation/html.h"
#include "templates/line_numbers.h"
#include "templates/value.h"

namespace puebla::templates {

struct Filter;
struct Test;

using Symbol = std::uint32_t;

// Every name that any template of a set uses as a variable.
class SymbolTable {
  public:
    Symbol add(const std::string& name);
    const Symbol* find(const std::string& name) const;
    const std::string& name(Symbol symbol) const { return names_[symbol]; }
    std::size_t size() const { return names_.size(); }

  private:
    std::unordered_map<std::string, Symbol> symbols_;
    std::vector<std::string> names_;
};

// A slot in this unit's frame (hops 0) or in that of a unit around it.
struct Slot {
    std::uint16_t hops = 0;
    std::uint16_t index = 0;
};

struct Expression {
    enum class Kind : std::uint8_t {
        none,  // an absent part, as in x[:2]
        literal,
        variable,
        attribute,  // parts[0].name
        subscript,  // parts[0][parts[1]]
        slice,      // parts[0][parts[1]:parts[2]:parts[3]]
        list,
        map,  // key, value, key, value …
        negate,
        plus,
        logical_not,
        logical_and,
        logical_or,
        conditional,  // parts[0] if parts[1] else parts[2]
        add,
        subtract,
        multiply,
        divide,
        floor_divide,
        modulo,
        power,
        concatenate,  // all parts
        compare,      // parts[0] operators[0] parts[1] operators[1] parts[2] …
        filter,       // parts[0] | name(parts[1…])
        test,         // parts[0] is name(parts[1…])
        call,         // parts[0](parts[1…])
        method,       // parts[0].name(parts[1…])
        super,        // super()
        self_block,   // self.name()
    };
    enum class Operator : std::uint8_t { eq, ne, lt, le, gt, ge, in, not_in };

    Kind kind = Kind::none;
    Span span;
    Value constant;    // literal
    std::string name;  // of a variable, attribute, filter, test, block
    std::uint32_t hash = 0;
    std::vector<Expression> parts;
    std::vector<std::string> keywords;  // names of the last parts of a call
    std::vector<Operator> operators;
    std::vector<Slot> slots;  // variable: where it may be, innermost first; then the context
    Symbol symbol = 0;
    std::uint16_t height = 1;  // levels of the tree below and with this
    const Filter* filter = nullptr;
    const Test* test = nullptr;
};

// What an assignment fills: one variable, an attribute of a namespace, or several at once.
struct Target {
    enum class Kind : std::uint8_t { slot, context, attribute, several };

    Kind kind = Kind::slot;
    Span span;
    std::uint16_t slot = 0;
    Symbol symbol = 0;
    std::string name;   // of the variable or attribute
    Expression object;  // attribute: the namespace
    std::vector<Target> several;
};

// Where in the HTML a value is printed.
enum class Surroundings : std::uint8_t {
    content,
    text,       // <title>, <textarea>, <option>: no elements
    attribute,  // in quotes
    address,    // in quotes, the address of a link or resource
    json,       // a <script> of JSON
};

struct Unit;

struct Statement {
    enum class Kind : std::uint8_t {
        literal,
        print,
        branch,  // if: expressions[i] decides for bodies[i]; one body more is the else
        loop,
        set,
        set_block,
        with,
        macro,
        call_block,
        filter_block,
        block,
        include,
        import,
        from_import,
        extends,
        attribute_begin,
        attribute_end,
    };
    using Body = std::vector<Statement>;

    Kind kind = Kind::literal;
    Surroundings surroundings = Surroundings::content;
    Span span;

    std::string text;         // literal; name of a block or macro
    std::vector<Mark> marks;  // within a literal

    std::vector<Expression> expressions;
    std::vector<Body> bodies;
    std::vector<Target> targets;

    std::unique_ptr<Unit> unit;  // macro, call_block, block

    // loop: the slots of the body start unset in every round.
    std::uint16_t first_slot = 0;
    std::uint16_t last_slot = 0;
    std::uint16_t loop_slot = 0;
    bool uses_loop = false;
    bool has_condition = false;  // expressions[1] filters the items

    // include, import
    bool with_context = false;
    bool ignore_missing = false;
    std::vector<std::string> names;  // from_import: the names there
    struct Visible {
        Symbol symbol = 0;
        std::vector<Slot> slots;
    };
    std::vector<Visible> visible;  // the local variables that an include can see

    // attribute_begin, attribute_end
    MarkKind mark = MarkKind::id;
    Written written;        // the value
    bool recorded = false;  // leaves a mark
    bool checked = false;   // an address that holds values: its scheme is checked at the end
    bool several_addresses = false;  // srcset
};

struct Parameter {
    std::string name;
    bool has_default = false;
    Expression value;
};

struct Unit {
    enum class Kind : std::uint8_t { top, block, macro, call_body };

    Kind kind = Kind::top;
    std::string name;  // of the template, block or macro
    Span span;
    const std::string* file = nullptr;
    std::vector<Parameter> parameters;  // in the first slots
    std::uint16_t caller_slot = 0;      // macro: what `caller` names in it
    bool uses_caller = false;           // macro
    bool reaches_out = false;           // uses slots of the units around it
    bool extends_other = false;         // the top of a template with `extends`: prints no blocks
    std::uint16_t slot_count = 0;
    std::vector<std::string> slot_names;
    Statement::Body body;
};

struct Template {
    std::string name;
    std::string file;
    std::uint32_t number = 0;  // of its file among those of the set, from 1
    Unit root;
    std::vector<Unit*> blocks;  // all blocks of this file, in order
    LineNumbers lines;
    std::string parent;  // name, "" without `extends`
    Span parent_span;
    std::set<std::string> self_blocks;  // printed by name: self.title()
    bool broken = false;
    // The blocks to render for a name: the most derived first.
    std::unordered_map<std::string, std::vector<const Unit*>> block_chains;
    const Template* parent_template = nullptr;
};

}  // namespace puebla::templates
