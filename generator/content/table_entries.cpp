#include "content/table_entries.h"

#include <set>

namespace puebla {

namespace {

bool is_unread(const Value& value) {
    return value.is_null() && value.span == Span{};
}

// The bracket of a list; all of what is short.
Span head_of(const Value& value) {
    return {value.span.begin,
            value.is_list() || value.is_map() ? value.span.begin + 1 : value.span.end};
}

class TableReader {
  public:
    TableReader(const std::string& path, Diagnostics& problems)
        : path_(path), problems_(problems) {}

    std::vector<EntryFiles> read(const Value::List& records) {
        std::vector<EntryFiles> entries;
        for (const Value& record : records) {
            if (const std::string* name = name_of(record)) {
                EntryFiles entry;
                entry.name = *name;
                entry.record_file = path_;
                entry.record = record;
                entries.push_back(std::move(entry));
            }
        }
        return entries;
    }

  private:
    const std::string* name_of(const Value& record) {
        if (!record.is_map()) {
            add("wrong-type", record,
                say("a record is an object, not {}", "un registro es un objeto, no {}",
                    kind_of(record)),
                say("write it between braces: {{\"id\": \"…\", …}}",
                    "escríbalo entre llaves: {{\"id\": \"…\", …}}"));
            return nullptr;
        }
        const Value* id = record.find("id");
        if (!id) {
            add("missing-field", record,
                say("this record has no \"id\"", "este registro no tiene «id»"),
                say("give every record an \"id\" of lower-case letters, digits and hyphens",
                    "dé a cada registro un «id» de minúsculas, dígitos y guiones"));
            return nullptr;
        }
        if (!id->is_string()) {
            add("wrong-type", *id,
                say("an \"id\" is a text, not {}", "un «id» es un texto, no {}", kind_of(*id)),
                say("put it in quotation marks, in lower-case letters, digits and hyphens",
                    "póngalo entre comillas, con minúsculas, dígitos y guiones"));
            return nullptr;
        }
        if (!names_.insert(*id->string()).second) {
            add("duplicate-entry", *id,
                say("the id \"{}\" is given twice", "el id «{}» aparece dos veces", *id->string()),
                say("give this record another id, or remove it if it was copied by mistake",
                    "dé otro id a este registro, o quítelo si se copió por error"));
            return nullptr;
        }
        return id->string();
    }

    void add(const char* code, const Value& where, Message message, Message help) {
        problems_.error(code, {path_, head_of(where)}, std::move(message), std::move(help));
    }

    const std::string& path_;
    Diagnostics& problems_;
    std::set<std::string> names_;
};

}  // namespace

std::vector<EntryFiles> entries_of_table(const std::string& path, const Value& table,
                                         Diagnostics& problems) {
    if (is_unread(table)) {
        return {};
    }
    if (!table.list()) {
        problems.error("wrong-type", {path, head_of(table)},
                       say("records.json holds a list of records, not {}",
                           "records.json contiene una lista de registros, no {}", kind_of(table)),
                       say("put the records between brackets: [ {{…}}, {{…}} ]",
                           "ponga los registros entre corchetes: [ {{…}}, {{…}} ]"));
        return {};
    }
    return TableReader(path, problems).read(*table.list());
}

bool expect_object(const std::string& path, const Value& value, Diagnostics& problems) {
    if (!value.is_map() && !is_unread(value)) {
        problems.error("wrong-type", {path, head_of(value)},
                       say("this file must hold an object, not {}",
                           "este archivo debe contener un objeto, no {}", kind_of(value)),
                       say("write its fields between braces: {{ … }}",
                           "escriba sus campos entre llaves: {{ … }}"));
    }
    return value.is_map();
}

}  // namespace puebla
