#include "templates/render_cases.h"

#include <type_traits>

#include "foundation/read_json.h"
#include "templates/template_set.h"

namespace puebla::templates {

namespace {

Value computed_from(const puebla::Value& json) {
    return std::visit(
        [](const auto& data) -> Value {
            using Data = std::decay_t<decltype(data)>;
            if constexpr (std::is_same_v<Data, std::monostate>) {
                return {};
            } else if constexpr (std::is_same_v<Data, puebla::Value::List>) {
                List list;
                for (const puebla::Value& item : data) {
                    list.push_back(computed_from(item));
                }
                return list;
            } else if constexpr (std::is_same_v<Data, puebla::Value::Map>) {
                Map map;
                for (const Member& member : data) {
                    map.set(member.name, computed_from(member.value));
                }
                return map;
            } else {
                return data;
            }
        },
        json.data);
}

puebla::Value text_value(std::string text) {
    puebla::Value result;
    result.data = std::move(text);
    return result;
}

puebla::Value render_case(const puebla::Value& one) {
    Diagnostics problems;
    std::map<std::string, TemplateFile> files;
    for (const Member& file : *one.find("templates")->map()) {
        files[file.name] = {file.name, *file.value.string()};
    }
    const TemplateSet set = TemplateSet::compile(files, problems);
    const Value data = computed_from(*one.find("data"));
    const Html html = set.render("main", data.map(), RenderContext(), problems);
    puebla::Value::Map result;
    if (problems.empty()) {
        result.push_back({"output", {}, text_value(html.text)});
    } else {
        const Diagnostic& problem = problems.all().front();
        result.push_back({"error", {}, text_value(problem.code + ": " + problem.message.en)});
    }
    puebla::Value value;
    value.data = std::move(result);
    return value;
}

}  // namespace

std::string render_cases(std::string_view json) {
    Diagnostics problems;
    const puebla::Value cases = read_json("cases", json, problems);
    puebla::Value::List results;
    if (cases.is_list()) {
        for (const puebla::Value& one : *cases.list()) {
            results.push_back(render_case(one));
        }
    }
    puebla::Value all;
    all.data = std::move(results);
    return to_json(all);
}

}  // namespace puebla::templates
