#include "templates/functions.h"

#include "templates/limits.h"

namespace puebla::templates {

namespace {

Value range(Call& call) {
    std::int64_t numbers[3] = {0, 0, 1};
    const std::size_t count = call.positional.size();
    bool whole = count >= 1 && count <= 3;
    for (std::size_t i = 0; whole && i < count; ++i) {
        whole = call.positional[i].is(Kind::integer);
        numbers[count == 1 ? 1 : i] = whole ? call.positional[i].integer() : 0;
    }
    const auto [start, stop, step] = numbers;
    if (!whole || step == 0) {
        return call.fail("template-type",
                         say("range() needs one to three whole numbers, the step not 0",
                             "range() necesita de uno a tres números enteros, el paso "
                             "distinto de 0"));
    }
    List result;
    for (std::int64_t i = start; step > 0 ? i < stop : i > stop;) {
        if (result.size() == longest_range) {
            return call.fail("template-limit",
                             say("range() gives at most {} numbers",
                                 "range() da como máximo {} números", longest_range));
        }
        result.emplace_back(i);
        if (__builtin_add_overflow(i, step, &i)) {
            break;
        }
    }
    return result;
}

Map named_values(const Call& call) {
    Map result;
    if (!call.positional.empty() && call.positional[0].is(Kind::map)) {
        for (const auto& [name, value] : call.positional[0].map().items()) {
            result.set(name, value);
        }
    }
    for (const auto& [name, value] : call.named) {
        result.set(name, value);
    }
    return result;
}

Value dict(Call& call) {
    return named_values(call);
}

Value name_space(Call& call) {
    auto result = std::make_shared<NameSpace>();
    result->values = named_values(call);
    return std::shared_ptr<Object>(std::move(result));
}

Value cycler(Call& call) {
    if (call.positional.empty()) {
        return call.fail("template-type",
                         say("cycler() needs values", "cycler() necesita valores"));
    }
    auto result = std::make_shared<Cycler>();
    result->items = call.positional;
    return std::shared_ptr<Object>(std::move(result));
}

Value joiner(Call& call) {
    auto result = std::make_shared<Joiner>();
    const Value* separator = call.argument(0, "sep");
    result->separator = separator != nullptr ? *separator : Value(", ");
    return std::shared_ptr<Object>(std::move(result));
}

}  // namespace

const std::vector<GlobalFunction>& global_functions() {
    static const std::vector<GlobalFunction> table = {
        {"range",
         say("Whole numbers: range(stop), range(start, stop), range(start, stop, step)",
             "Números enteros: range(fin), range(inicio, fin), range(inicio, fin, paso)"),
         range,
         {{R"({{ range(3) | join }})", "012"}, {R"({{ range(6, 0, -2) | join }})", "642"}}},
        {"dict",
         say("A map of its named arguments", "Un mapa con sus argumentos nombrados"),
         dict,
         {{R"({{ dict(a=1).a }})", "1"}}},
        {"namespace",
         say("Variables that loops can change with {{% set ns.name = … %}}",
             "Variables que los bucles pueden cambiar con {{% set ns.nombre = … %}}"),
         name_space,
         {{R"({% set ns = namespace(n=0) %}{% for i in [1, 2] %}{% set ns.n = ns.n + i %}{% endfor %}{{ ns.n }})",
           "3"}}},
        {"cycler",
         say("Gives its values in turn with .next()", "Da sus valores por turnos con .next()"),
         cycler,
         {{R"({% set c = cycler("a", "b") %}{{ c.next() }}{{ c.next() }}{{ c.next() }})", "aba"}}},
        {"joiner",
         say("Nothing the first time it is called, then its separator",
             "Nada la primera vez que se llama; después, su separador"),
         joiner,
         {{R"({% set j = joiner("|") %}{% for i in [1, 2] %}{{ j() }}{{ i }}{% endfor %})",
           "1|2"}}},
    };
    return table;
}

}  // namespace puebla::templates
