#include "model/schema_reason.h"

#include <algorithm>
#include <cctype>

namespace puebla {

namespace {

// How a reason begins, and our words; "{}" stands for the number or the quoted name in it.
struct Row {
    std::string_view begins;
    Message words;
};

const Row rows[] = {
    {"Array should contain no more than ",
     {"this list is too long: it may have {} items",
      "esta lista es demasiado larga: admite {} elementos"}},
    {"Array should contain no fewer than ",
     {"this list is too short: it needs {} or more items",
      "esta lista es demasiado corta: necesita {} o más elementos"}},
    {"String should be no more than ",
     {"this text is too long: it may have {} characters",
      "este texto es demasiado largo: admite {} caracteres"}},
    {"String should be no fewer than ",
     {"this text is too short: it needs {} or more characters",
      "este texto es demasiado corto: necesita {} o más caracteres"}},
    {"Value should be a multiple of ",
     {"this number must be a multiple of {}", "este número debe ser múltiplo de {}"}},
    {"Expected number less than or equal to ",
     {"this number must be {} or less", "este número debe ser {} o menos"}},
    {"Expected number less than ",
     {"this number must be less than {}", "este número debe ser menor que {}"}},
    {"Expected number greater than or equal to ",
     {"this number must be {} or more", "este número debe ser {} o más"}},
    {"Expected number greater than ",
     {"this number must be more than {}", "este número debe ser mayor que {}"}},
    {"Elements at indexes ",
     {"this list holds the same twice", "esta lista contiene dos veces lo mismo"}},
    {"Missing required property ",
     {"the field \"{}\" is missing here", "aquí falta el campo «{}»"}},
    {"Failed to match against any enum values",
     {"this is none of the values that are allowed here",
      "este no es ninguno de los valores que se admiten aquí"}},
    {"Failed to match expected value set by 'const'",
     {"this is not the value that must stand here", "este no es el valor que debe estar aquí"}},
    {"Failed to match regex ",
     {"this text is not written as its pattern demands",
      "este texto no está escrito como pide su patrón"}},
    {"this is too long to be compared with a pattern",
     {"this text is too long to be compared with its pattern",
      "este texto es demasiado largo para compararlo con su patrón"}},
    {"there are too many ways to judge this",
     {"comparing this record with its schema takes too long: \"anyOf\", \"oneOf\" or \"allOf\" "
      "give too many ways to do it",
      "comparar este registro con su esquema toma demasiado tiempo: «anyOf», «oneOf» o «allOf» dan "
      "demasiadas maneras de hacerlo"}},
    {"A name is not permitted ",
     {"a field here has a name that is not allowed",
      "aquí un campo tiene un nombre que no se admite"}},
    {"Object contains a property that could not be validated using 'properties' or "
     "'additionalProperties' constraints: ",
     {"the field \"{}\" has no place here", "el campo «{}» no tiene lugar aquí"}},
    {"Object should have no more than ",
     {"this has too many fields: it may have {}", "esto tiene demasiados campos: admite {}"}},
    {"Object should have no fewer than ",
     {"this has too few fields: it needs {} or more",
      "esto tiene muy pocos campos: necesita {} o más"}},
    {"Missing dependency ",
     {"the field \"{}\" is missing here: another one needs it",
      "aquí falta el campo «{}»: otro lo necesita"}},
    {"Failed to any values against ",
     {"no item of this list is as one must be",
      "ningún elemento de esta lista es como uno debe "
      "ser"}},
    {"Failed to validate against exactly one child schema",
     {"this fits more than one of the forms of which it must have exactly one",
      "esto se ajusta a más de una de las formas, y debe tener exactamente una"}},
    {"Failed to validate against any ",
     {"this has none of the forms that are allowed here",
      "esto no tiene ninguna de las formas que se admiten aquí"}},
    {"Failed to validate against a conditional ",
     {"this does not fit what its other fields demand",
      "esto no se ajusta a lo que piden sus otros campos"}},
    {"Failed to validate against dependent ",
     {"this does not fit what one of its fields demands",
      "esto no se ajusta a lo que pide uno de sus campos"}},
    {"Target should not validate ",
     {"this has a form that is not allowed here", "esto tiene una forma que no se admite aquí"}},
    {"Array contains more items than allowed ",
     {"this list has more items than are allowed",
      "esta lista tiene más elementos de los que se admiten"}},
    {"Cannot validate item #",
     {"this list has more items than are allowed",
      "esta lista tiene más elementos de los que se admiten"}},
    {"Value could not be converted ", {"this must be a number", "esto debe ser un número"}},
    {"Failed to validate ", {"this is not as it must be", "esto no es como debe ser"}},
    {"Value type not permitted ",
     {"a value of this kind cannot stand here", "un valor de esta clase no puede estar aquí"}},
};

// "2.000000" → "2", "0.500000" → "0.5".
std::string without_zeros(std::string number) {
    if (number.find('.') != std::string::npos) {
        number.erase(number.find_last_not_of('0') + 1);
        number.erase(number.find_last_not_of('.') + 1);
    }
    return number;
}

// The number or the name in quotes right after the beginning.
std::string argument_after(std::string_view rest) {
    if (rest.starts_with('\'')) {
        return std::string(rest.substr(1, rest.find('\'', 1) - 1));
    }
    const auto end = std::find_if(rest.begin(), rest.end(), [](unsigned char c) {
        return std::isdigit(c) == 0 && c != '-' && c != '.';
    });
    return without_zeros(std::string(rest.begin(), end));
}

Message words_of(std::string_view reason) {
    const auto row = std::find_if(std::begin(rows), std::end(rows),
                                  [&](const Row& one) { return reason.starts_with(one.begins); });
    if (row == std::end(rows)) {
        return {};
    }
    const std::string argument = argument_after(reason.substr(row->begins.size()));
    return {fmt::format(fmt::runtime(row->words.en), argument),
            fmt::format(fmt::runtime(row->words.es), argument)};
}

}  // namespace

Message reason_in_words(std::string_view reason) {
    constexpr std::string_view between = " Or: ";
    const std::size_t end = reason.find(between);
    Message first = words_of(reason.substr(0, end));
    if (end == std::string_view::npos || first.empty()) {
        return first;
    }
    const Message others = reason_in_words(reason.substr(end + between.size()));
    return others.empty() ? Message() : say("{}, or {}", "{}, o {}", first, others);
}

}  // namespace puebla
