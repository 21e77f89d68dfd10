#include "checks/check_outline.h"

#include <optional>

#include "checks/tag.h"

namespace puebla {

namespace {

// 2 for <h2>; nothing for other elements.
std::optional<int> level_of(std::string_view name) {
    const bool heading =
        name.size() == 2 && (name[0] == 'h' || name[0] == 'H') && name[1] >= '1' && name[1] <= '6';
    return heading ? std::optional(name[1] - '0') : std::nullopt;
}

void check_heading(const FinishedPage& page, const Mark& mark, int level, int before,
                   Findings& findings) {
    if (before == 0 && level > 2) {  // menus before the title may have headings of level 2
        findings.warning("heading-order", mark.written,
                         say("the first heading of the page is of level {}",
                             "el primer encabezado de la página es de nivel {}", level),
                         say("a page begins with <h1>", "una página comienza con <h1>"));
    } else if (before != 0 && level > before + 1) {
        findings.warning("heading-order", mark.written,
                         say("a heading of level {} follows one of level {}",
                             "un encabezado de nivel {} sigue a uno de nivel {}", level, before),
                         say("go down one level at a time: {} comes next",
                             "baje un nivel a la vez: lo que sigue es {}",
                             (mark.written.file & written_in_prose) != 0
                                 ? std::string(static_cast<std::size_t>(before) + 1, '#')
                                 : "<h" + std::to_string(before + 1) + ">"));
    }
    const Tag tag(page.text, mark.begin);
    if (!says_something(page.text, tag.end(), std::string{'h', static_cast<char>('0' + level)})) {
        findings.warning(
            "empty-heading", mark.written,
            say("this heading has no text", "este encabezado no tiene texto"),
            say("write one, or leave the heading out", "escriba uno o quite el encabezado"));
    }
}

class Tables {
  public:
    explicit Tables(Findings& findings) : findings_(findings) {}

    void table(const Written& written) {
        finish();
        open_ = written;
    }
    void header_cell() { open_.reset(); }
    void finish() {
        if (open_) {
            findings_.warning(
                "table-without-headers", *open_,
                say("this table has no header cells", "esta tabla no tiene celdas de encabezado"),
                say("say in its first row what the columns hold",
                    "diga en su primera fila qué contienen las columnas"));
        }
        open_.reset();
    }

  private:
    Findings& findings_;
    std::optional<Written> open_;  // a table whose header cells have not come yet
};

}  // namespace

void check_outline(const FinishedPage& page, Findings& findings) {
    int before = 0;
    Tables tables(findings);
    for (const Mark& mark : page.marks) {
        if (mark.kind != MarkKind::element) {
            continue;
        }
        const std::string_view name = page.text.substr(mark.begin, mark.end - mark.begin);
        if (const auto level = level_of(name)) {
            check_heading(page, mark, *level, before, findings);
            before = *level;
        } else if (name == "table") {
            tables.table(mark.written);
        } else if (name == "th") {
            tables.header_cell();
        }
    }
    tables.finish();
}

}  // namespace puebla
