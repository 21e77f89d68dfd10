#include "foundation/json_schema.h"

#include <exception>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

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

}  // namespace

struct JsonSchema::Compiled {
    valijson::Schema schema;
};

std::optional<JsonSchema> JsonSchema::make(const Value& schema, std::string& reason) {
    auto compiled = std::make_shared<Compiled>();
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
    const Json json = to_nlohmann(value);
    valijson::Validator validator(valijson::Validator::kStrongTypes);
    valijson::ValidationResults results;
    const valijson::adapters::NlohmannJsonAdapter adapter(json);
    if (validator.validate(compiled_->schema, adapter, &results)) {
        return std::nullopt;
    }
    Rejection rejection;
    valijson::ValidationResults::Error error;
    if (results.popError(error)) {
        rejection.reason = error.description;
        for (std::size_t i = 1; i < error.context.size(); ++i) {
            rejection.path.push_back(step_of(error.context[i]));
        }
    }
    return rejection;
}

}  // namespace puebla
