#include "model/field_use.h"

#include <algorithm>

#include "foundation/suggestion.h"

namespace puebla {

namespace {

struct Rule {
    FieldUse use = FieldUse::order;
    bool takes_title = false;  // the title of the entries, which is no field
    std::vector<FieldFormat> formats;
    Message refusal;
    Message help;
};

const Rule& rule_of(FieldUse use) {
    using enum FieldFormat;
    static const Rule rules[] = {
        {FieldUse::order,
         true,
         {any, text, localized, date, reference, choice, uri, integer, number, money},
         say("entries cannot be put in order by", "no se pueden ordenar las entradas por"),
         say("name a field that holds a text, a date or a number, or \"title\"",
             "nombre un campo que contenga un texto, una fecha o un número, o «title»")},
        {FieldUse::title,
         true,
         {any, text, localized, names, integer},
         say("titles cannot be made from", "no se pueden formar títulos con"),
         say("name a field that holds a text or a history of names",
             "nombre un campo que contenga un texto o un historial de nombres")},
        {FieldUse::feed,
         false,
         {date},
         say("news cannot be dated by", "no se pueden fechar las novedades con"),
         say("name a field with \"format\": \"partial-date\"",
             "nombre un campo con \"format\": \"partial-date\"")},
        {FieldUse::totals,
         false,
         {integer, money},
         say("sums cannot be made of", "no se pueden hacer sumas de"),
         say("name a field that holds whole numbers or amounts of money",
             "nombre un campo que contenga números enteros o montos")},
    };
    return *std::find_if(std::begin(rules), std::end(rules),
                         [&](const Rule& rule) { return rule.use == use; });
}

void report_unknown(const std::string& name, const Place& place, const Rule& rule,
                    const Collection& collection, Diagnostics& problems) {
    std::vector<std::string> known;
    if (rule.takes_title) {
        known.emplace_back("title");
    }
    for (const Field& field : collection.fields) {
        known.push_back(field.name);
    }
    problems.error("bad-setting", place,
                   say("the records of this collection have no field \"{}\"",
                       "los registros de esta colección no tienen el campo «{}»", name),
                   did_you_mean(name, known));
}

}  // namespace

bool may_be_used(const std::string& name, FieldUse use, const Collection& collection) {
    const Rule& rule = rule_of(use);
    const Field* field = find_field(collection.fields, name);
    return (rule.takes_title && name == "title") ||
           (field && std::find(rule.formats.begin(), rule.formats.end(), field->format) !=
                         rule.formats.end());
}

void check_field_use(const std::string& name, const Value* where, FieldUse use,
                     const Collection& collection, const Settings& settings) {
    const Rule& rule = rule_of(use);
    if (name.empty() || !where || may_be_used(name, use, collection)) {
        return;
    }
    const Place place = settings.place_of(head_of(*where));
    if (!find_field(collection.fields, name)) {
        report_unknown(name, place, rule, collection, settings.problems);
    } else {
        settings.problems.error("bad-setting", place,
                                say("{} the field \"{}\"", "{} el campo «{}»", rule.refusal, name),
                                rule.help);
    }
}

}  // namespace puebla
