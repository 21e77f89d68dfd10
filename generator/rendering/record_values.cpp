#include "rendering/record_values.h"

#include "model/name_history.h"

namespace puebla {

using templates::List;
using templates::Map;

namespace {

using TemplateValue = templates::Value;

TemplateValue localized_value(const Value& value, const RecordContext& context) {
    Localized<std::string> text;
    for (LanguageIndex language = 0; language < context.site.languages.size(); ++language) {
        const Value* part = value.find(context.site.languages[language].code);
        if (part && part->is_string() && !part->string()->empty()) {
            text.set(language, *part->string());
        }
    }
    return text_value(context.site, text, context.language);
}

TemplateValue choice_value(const Field& field, const std::string& value,
                           const RecordContext& context) {
    for (const Choice& choice : field.choices) {
        if (choice.value == value) {
            const TemplateValue name = text_value(context.site, choice.name, context.language);
            const std::string* slug = choice.slug.find(context.language);
            return Map{{"value", value},
                       {"name", name.is(templates::Kind::none) ? TemplateValue(value) : name},
                       {"slug", slug ? *slug : slug_of(value)}};
        }
    }
    return {};
}

TemplateValue period_value(const Value& value, const RecordContext& context) {
    const auto date = [&](const char* name) {
        const Value* part = value.find(name);
        return part ? plain_value(*part) : TemplateValue();
    };
    return Map{{"from", date("from")},
               {"until", date("until")},
               {"current", holds_on(value, context.site.as_of)}};
}

TemplateValue names_value(const Value& value, const RecordContext& context) {
    List names;
    const Value* current = name_on(value, context.site.as_of);
    for (const Value& name : *value.list()) {
        const auto part = [&](const char* which) {
            const Value* text = name.find(which);
            return text ? localized_value(*text, context) : TemplateValue();
        };
        const auto date = [&](const char* which) {
            const Value* text = name.find(which);
            return text ? plain_value(*text) : TemplateValue();
        };
        names.push_back(Map{{"name", part("name")},
                            {"acronym", part("acronym")},
                            {"from", date("from")},
                            {"until", date("until")},
                            {"current", &name == current}});
    }
    return names;
}

TemplateValue list_value(const Field& field, const Value& value, const RecordContext& context) {
    List items;
    for (const Value& item : *value.list()) {
        if (field.members.empty()) {
            items.push_back(plain_value(item));
            continue;
        }
        TemplateValue one = field_value(field.members.front(), item, context);
        // A reference whose target is broken leaves no hole in the list.
        if (!one.is(templates::Kind::none)) {
            items.push_back(std::move(one));
        }
    }
    return items;
}

std::string format_name(const Field& field) {
    switch (field.format) {
        case FieldFormat::any:
        case FieldFormat::object:
            return "object";
        case FieldFormat::text:
        case FieldFormat::localized:
            return "text";
        case FieldFormat::date:
            return "date";
        case FieldFormat::reference:
            return "reference";
        case FieldFormat::choice:
            return "enum";
        case FieldFormat::uri:
            return "uri";
        case FieldFormat::integer:
        case FieldFormat::number:
            return "number";
        case FieldFormat::money:
            return "money";
        case FieldFormat::boolean:
            return "boolean";
        case FieldFormat::names:
            return "names";
        case FieldFormat::period:
            return "period";
        case FieldFormat::list:
            break;
    }
    const FieldFormat item =
        field.members.empty() ? FieldFormat::any : field.members.front().format;
    return item == FieldFormat::reference ? "references"
           : item == FieldFormat::choice  ? "enums"
                                          : "list";
}

}  // namespace

TemplateValue plain_value(const Value& value) {
    struct Plain {
        TemplateValue operator()(std::monostate) const { return {}; }
        TemplateValue operator()(bool one) const { return one; }
        TemplateValue operator()(std::int64_t one) const { return one; }
        TemplateValue operator()(double one) const { return one; }
        TemplateValue operator()(const std::string& one) const { return one; }
        TemplateValue operator()(const Value::List& list) const {
            List result;
            for (const Value& item : list) {
                result.push_back(std::visit(*this, item.data));
            }
            return result;
        }
        TemplateValue operator()(const Value::Map& members) const {
            Map result;
            for (const Member& member : members) {
                result.set(member.name, std::visit(*this, member.value.data));
            }
            return result;
        }
    };
    return std::visit(Plain{}, value.data);
}

Map language_map(const Language& language) {
    return Map{{"code", language.code},
               {"name", language.name},
               {"direction", language.locale.right_to_left() ? "rtl" : "ltr"}};
}

TemplateValue text_value(const Site& site, const Localized<std::string>& text,
                         LanguageIndex language) {
    const auto found = text.language_for(language);
    if (!found) {
        return {};
    }
    if (*found == language) {
        return *text.find(language);
    }
    const Language& other = site.languages[*found];
    return templates::ForeignText{*text.find(*found), other.code, other.locale.right_to_left()};
}

TemplateValue field_value(const Field& field, const Value& value, const RecordContext& context) {
    switch (field.format) {
        case FieldFormat::localized:
            return localized_value(value, context);
        case FieldFormat::reference: {
            const auto found = value.is_string() ? context.site.entry_by_ref.find(*value.string())
                                                 : context.site.entry_by_ref.end();
            return found == context.site.entry_by_ref.end() ? TemplateValue()
                                                            : context.entry(found->second);
        }
        case FieldFormat::choice:
            return value.is_string() ? choice_value(field, *value.string(), context)
                                     : TemplateValue();
        case FieldFormat::names:
            return value.is_list() ? names_value(value, context) : TemplateValue();
        case FieldFormat::period:
            return period_value(value, context);
        case FieldFormat::object:
            return record_map(field.members, value, context);
        case FieldFormat::list:
            return value.is_list() ? list_value(field, value, context) : TemplateValue();
        default:
            return plain_value(value);
    }
}

Map record_map(const std::vector<Field>& fields, const Value& record,
               const RecordContext& context) {
    Map result;
    for (const Field& field : fields) {
        const Value* value = record.find(field.name);
        result.set(field.name, value ? field_value(field, *value, context) : TemplateValue());
    }
    return result;
}

List facts_of(const std::vector<Field>& fields, const Value& record, const RecordContext& context) {
    List facts;
    for (const Field& field : fields) {
        const Value* value = record.find(field.name);
        if (!value || field.label.empty()) {
            continue;
        }
        TemplateValue shown = field_value(field, *value, context);
        if (shown.is(templates::Kind::none)) {
            continue;
        }
        facts.push_back(Map{{"field", field.name},
                            {"label", text_value(context.site, field.label, context.language)},
                            {"value", std::move(shown)},
                            {"format", format_name(field)},
                            {"currency", field.currency}});
    }
    return facts;
}

}  // namespace puebla
