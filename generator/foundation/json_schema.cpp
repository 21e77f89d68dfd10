#include "foundation/json_schema.h"

#include <algorithm>
#include <exception>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <stdexcept>

// Without it a mistake in a schema ends the program.
#define VALIJSON_USE_EXCEPTIONS 1
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/constraint_builder.hpp>
#include <valijson/constraints/concrete_constraints.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "foundation/schema_loops.h"
#include "foundation/text_pattern.h"

namespace puebla {

namespace {

using Json = nlohmann::json;

Json to_nlohmann(const Value& value) {
    struct Convert {
        Json operator()(std::monostate) const { return nullptr; }
        Json operator()(bool one) const { return one; }
        Json operator()(std::int64_t one) const { return one; }
        Json operator()(double one) const { return one; }
        Json operator()(const std::string& one) const { return one; }
        Json operator()(const Value::List& list) const {
            Json result = Json::array();
            for (const Value& item : list) {
                result.push_back(std::visit(*this, item.data));
            }
            return result;
        }
        Json operator()(const Value::Map& members) const {
            Json result = Json::object();
            for (const Member& member : members) {
                result[member.name] = std::visit(*this, member.value.data);
            }
            return result;
        }
    };
    return std::visit(Convert{}, value.data);
}

// Valijson writes a step as ["name"] or [0], and the root as <root>.
std::string step_of(const std::string& written) {
    std::string step = written;
    for (const char* edge : {"[", "]", "\""}) {
        std::erase(step, *edge);
    }
    return step;
}

// Valijson would compare a "pattern" in a time that may double with each letter. It gets the
// patterns under a name it does not know, with the constraint that belongs to it.
constexpr const char* our_pattern = "puebla-pattern";

class PatternConstraint : public valijson::constraints::PolyConstraint {
  public:
    explicit PatternConstraint(TextPattern pattern) : pattern_(std::move(pattern)) {}

    bool validate(const valijson::adapters::Adapter& target,
                  const std::vector<std::string>& context,
                  valijson::ValidationResults* results) const override {
        std::string text;
        if (!target.isString() || !target.asString(text)) {
            return true;
        }
        const bool too_long = text.size() > longest_for_pattern;
        if (!too_long && pattern_.matches(text)) {
            return true;
        }
        if (results != nullptr) {
            results->pushError(context, too_long ? "this is too long to be compared with a pattern"
                                                 : "Failed to match regex specified by 'pattern' "
                                                   "constraint.");
        }
        return false;
    }

  private:
    Constraint* cloneInto(void* memory) const override {
        return new (memory) PatternConstraint(*this);
    }
    std::size_t sizeOf() const override { return sizeof *this; }

    TextPattern pattern_;
};

class PatternBuilder : public valijson::ConstraintBuilder {
  public:
    valijson::constraints::Constraint* make(
        const valijson::adapters::Adapter& written) const override {
        Message reason;
        auto pattern = TextPattern::make(written.asString(), reason);
        if (!pattern) {
            throw std::runtime_error(reason.en);
        }
        return new PatternConstraint(std::move(*pattern));
    }
};

// Valijson judges a value once for every way that leads from the root to a schema, and with
// references the ways may double at every level: {"a": {"anyOf": [list of a, list of a, integer]}}.
// Every schema therefore counts the values that it judges, and after so many a record is given up.
// Valijson also goes on where a value does not fit, and keeps every reason, of which we tell one.
constexpr const char* our_count = "puebla-count";
constexpr std::size_t judgements_of_any_record = 1'000;
constexpr std::size_t judgements_per_value = 20;
constexpr std::size_t most_reasons = 10'000;

struct TooManyWays : std::runtime_error {
    TooManyWays() : std::runtime_error("there are too many ways to judge this") {}
};

// A constraint learns nothing of the run that it is part of.
std::size_t& judgements_left() {
    thread_local std::size_t left = 0;
    return left;
}

class CountConstraint : public valijson::constraints::PolyConstraint {
  public:
    bool validate(const valijson::adapters::Adapter& /*target*/,
                  const std::vector<std::string>& /*context*/,
                  valijson::ValidationResults* results) const override {
        if (judgements_left() == 0 || (results && results->numErrors() > most_reasons)) {
            throw TooManyWays();
        }
        --judgements_left();
        return true;
    }

  private:
    Constraint* cloneInto(void* memory) const override {
        return new (memory) CountConstraint(*this);
    }
    std::size_t sizeOf() const override { return sizeof *this; }
};

class CountBuilder : public valijson::ConstraintBuilder {
  public:
    valijson::constraints::Constraint* make(
        const valijson::adapters::Adapter& /*written*/) const override {
        return new CountConstraint();
    }
};

std::size_t number_of_values(const Value& value) {
    std::size_t number = 1;
    if (const Value::Map* members = value.map()) {
        for (const Member& member : *members) {
            number += number_of_values(member.value);
        }
    } else if (const Value::List* list = value.list()) {
        for (const Value& item : *list) {
            number += number_of_values(item);
        }
    }
    return number;
}

Json schema_for_valijson(const Value& schema);

// What is a name of the schema's author there, and no keyword.
Json named_schemas(const Value& schemas) {
    Json result = Json::object();
    for (const Member& one : *schemas.map()) {
        result[one.name] = schema_for_valijson(one.value);
    }
    return result;
}

Json schema_for_valijson(const Value& schema) {
    const auto one_of = [](const Member& member, std::initializer_list<std::string_view> names) {
        return std::find(names.begin(), names.end(), member.name) != names.end();
    };
    if (const Value::List* list = schema.list()) {
        Json result = Json::array();
        for (const Value& item : *list) {
            result.push_back(schema_for_valijson(item));
        }
        return result;
    }
    if (!schema.is_map()) {
        return to_nlohmann(schema);
    }
    Json result = Json::object();
    for (const Member& member : *schema.map()) {
        if (member.name == "patternProperties") {
            throw std::runtime_error(
                "\"patternProperties\" is not known here; say the same with \"propertyNames\"");
        }
        if (member.name == "pattern" && member.value.is_string()) {
            result[our_pattern] = *member.value.string();
        } else if (one_of(member, {"enum", "const", "default", "examples"})) {
            result[member.name] = to_nlohmann(member.value);
        } else if (one_of(member, {"properties", "definitions", "dependencies"}) &&
                   member.value.is_map()) {
            result[member.name] = named_schemas(member.value);
        } else {
            result[member.name] = schema_for_valijson(member.value);
        }
    }
    result[our_count] = true;
    return result;
}

// Nobody reads more; each is told once.
constexpr std::size_t most_alternatives = 5;

// Valijson tells first why each alternative failed, then that all did: the reasons belong together.
JsonSchema::Rejection rejection_from(valijson::ValidationResults& results) {
    JsonSchema::Rejection rejection;
    std::vector<valijson::ValidationResults::Error> errors;
    for (valijson::ValidationResults::Error error; results.popError(error);) {
        errors.push_back(std::move(error));
    }
    if (errors.empty()) {
        rejection.reason =
            "A name is not permitted by 'propertyNames' constraint.";  // all it omits
        return rejection;
    }
    rejection.reason = errors.front().description;
    const auto summary = std::find_if(errors.begin(), errors.end(), [](const auto& error) {
        return error.description.find("schemas allowed by anyOf") != std::string::npos;
    });
    const bool alternatives =
        summary != errors.end() && std::all_of(errors.begin(), summary, [&](const auto& error) {
            return error.context.size() >= summary->context.size() &&
                   std::equal(summary->context.begin(), summary->context.end(),
                              error.context.begin());
        });
    const auto& context = alternatives ? summary->context : errors.front().context;
    std::set<std::string> said = {rejection.reason};
    for (auto error = errors.begin() + 1; alternatives && error < summary; ++error) {
        if (error->description.find("child schema") == std::string::npos &&
            said.size() < most_alternatives && said.insert(error->description).second) {
            rejection.reason += " Or: " + error->description;
        }
    }
    for (std::size_t i = 1; i < context.size(); ++i) {
        rejection.path.push_back(step_of(context[i]));
    }
    return rejection;
}

}  // namespace

struct JsonSchema::Compiled {
    valijson::Schema schema;
};

std::optional<JsonSchema> JsonSchema::make(const Value& schema, std::string& reason) {
    auto compiled = std::make_shared<Compiled>();
    if (!schema.is_map()) {
        reason = "a schema is an object";
        return std::nullopt;
    }
    if (find_loop(schema)) {
        reason = "its references go round in circles";
        return std::nullopt;
    }
    try {
        const Json json = schema_for_valijson(schema);
        const valijson::adapters::NlohmannJsonAdapter adapter(json);
        valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
        parser.addConstraintBuilder(our_pattern, new PatternBuilder());  // which it frees
        parser.addConstraintBuilder(our_count, new CountBuilder());
        parser.populateSchema(adapter, compiled->schema);
    } catch (const std::exception& problem) {
        reason = problem.what();
        return std::nullopt;
    }
    return JsonSchema(std::move(compiled));
}

std::optional<JsonSchema::Rejection> JsonSchema::reject(const Value& value) const {
    valijson::ValidationResults results;
    try {
        const Json json = to_nlohmann(value);
        valijson::Validator validator(valijson::Validator::kStrongTypes);
        const valijson::adapters::NlohmannJsonAdapter adapter(json);
        judgements_left() =
            judgements_of_any_record + judgements_per_value * number_of_values(value);
        if (validator.validate(compiled_->schema, adapter, &results)) {
            return std::nullopt;
        }
    } catch (const std::exception& problem) {
        // Of a mistake in the schema that shows only here, or of too much work.
        if (results.numErrors() == 0) {
            return Rejection{{}, problem.what()};
        }
    }
    return rejection_from(results);
}

}  // namespace puebla
