#include "foundation/json_schema.h"

#include <algorithm>
#include <exception>
#include <nlohmann/json.hpp>
#include <optional>

// Without it a mistake in a schema ends the program.
#define VALIJSON_USE_EXCEPTIONS 1
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "foundation/schema_loops.h"

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

bool mentions_pattern(const Value& schema) {
    if (const Value::Map* members = schema.map()) {
        return std::any_of(members->begin(), members->end(), [](const Member& one) {
            return one.name == "pattern" || one.name == "patternProperties" ||
                   mentions_pattern(one.value);
        });
    }
    const Value::List* list = schema.list();
    return list && std::any_of(list->begin(), list->end(), mentions_pattern);
}

// The way to the first text or name that is too long for a pattern.
std::optional<std::vector<std::string>> way_to_long_text(const Value& value) {
    if (const std::string* text = value.string()) {
        return text->size() > longest_for_pattern ? std::optional(std::vector<std::string>())
                                                  : std::nullopt;
    }
    const auto with_step = [](std::string step, const Value& part) {
        auto way = way_to_long_text(part);
        if (way) {
            way->insert(way->begin(), std::move(step));
        }
        return way;
    };
    if (const Value::Map* members = value.map()) {
        for (const Member& member : *members) {
            if (member.name.size() > longest_for_pattern) {
                return std::vector<std::string>{member.name};
            }
            if (auto way = with_step(member.name, member.value)) {
                return way;
            }
        }
    } else if (const Value::List* list = value.list()) {
        for (std::size_t i = 0; i < list->size(); ++i) {
            if (auto way = with_step(std::to_string(i), (*list)[i])) {
                return way;
            }
        }
    }
    return std::nullopt;
}

// Valijson tells first why each alternative failed, then that all did: the reasons belong together.
JsonSchema::Rejection rejection_from(valijson::ValidationResults& results) {
    JsonSchema::Rejection rejection;
    std::vector<valijson::ValidationResults::Error> errors;
    for (valijson::ValidationResults::Error error; results.popError(error);) {
        errors.push_back(std::move(error));
    }
    if (errors.empty()) {
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
    for (auto error = errors.begin() + 1; alternatives && error < summary; ++error) {
        if (error->description.find("child schema") == std::string::npos) {
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
    bool has_pattern = false;
};

std::optional<JsonSchema> JsonSchema::make(const Value& schema, std::string& reason) {
    auto compiled = std::make_shared<Compiled>();
    compiled->has_pattern = mentions_pattern(schema);
    if (!schema.is_map()) {
        reason = "a schema is an object";
        return std::nullopt;
    }
    if (goes_in_circles(schema)) {
        reason = "its references go round in circles";
        return std::nullopt;
    }
    try {
        const Json json = to_nlohmann(schema);
        const valijson::adapters::NlohmannJsonAdapter adapter(json);
        valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
        parser.populateSchema(adapter, compiled->schema);
    } catch (const std::exception& problem) {
        reason = problem.what();
        return std::nullopt;
    }
    return JsonSchema(std::move(compiled));
}

std::optional<JsonSchema::Rejection> JsonSchema::reject(const Value& value) const {
    if (compiled_->has_pattern) {
        if (auto way = way_to_long_text(value)) {
            return Rejection{std::move(*way), "this is too long to be compared with a pattern"};
        }
    }
    try {
        const Json json = to_nlohmann(value);
        valijson::Validator validator(valijson::Validator::kStrongTypes);
        valijson::ValidationResults results;
        const valijson::adapters::NlohmannJsonAdapter adapter(json);
        if (validator.validate(compiled_->schema, adapter, &results)) {
            return std::nullopt;
        }
        return rejection_from(results);
    } catch (const std::exception& problem) {
        // A pattern that is none is found out only when a value is compared with it.
        return Rejection{{}, problem.what()};
    }
}

}  // namespace puebla
