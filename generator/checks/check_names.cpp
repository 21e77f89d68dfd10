#include "checks/check_names.h"

#include <algorithm>
#include <array>
#include <set>

#include "checks/tag.h"

namespace puebla {

namespace {

bool has_own_name(const Tag& tag) {
    return tag.has_text("aria-label") || tag.has_text("aria-labelledby") || tag.has_text("title");
}

bool is_hidden(const Tag& tag) {
    return tag.attribute("aria-hidden") == "true" || tag.attribute("hidden").has_value();
}

void check_picture(const Tag& tag, const Mark& mark, Findings& findings) {
    // alt="" says that a picture only decorates; without the attribute, file names are read aloud.
    if (!tag.attribute("alt") && !has_own_name(tag) && !is_hidden(tag)) {
        findings.error("picture-without-text", mark.written,
                       say("this picture has no text for those who cannot see it",
                           "esta imagen no tiene texto para quienes no la ven"),
                       say("say in alt=\"…\" what it shows; write alt=\"\" if it only decorates",
                           "diga en alt=\"…\" qué muestra; escriba alt=\"\" si solo adorna"));
    }
}

void check_link(const FinishedPage& page, const Mark& mark, Findings& findings) {
    const std::size_t after = page.text.find('>', mark.end);
    const char next = after + 1 < page.text.size() ? page.text[after + 1] : '<';
    if (next != '<' && next != ' ' && next != '\n') {
        return;  // nearly every link begins with its text
    }
    const Tag tag = Tag::around(page.text, mark.begin);
    if (tag.is("a") && !has_own_name(tag) && !is_hidden(tag) &&
        !says_something(page.text, tag.end(), "a")) {
        const bool in_text = (mark.written.file & written_in_prose) != 0;
        findings.error(
            "link-without-text", mark.written,
            say("this link has no text", "este enlace no tiene texto"),
            in_text ? say("say between the brackets where it leads: [text](…)",
                          "diga entre los corchetes a dónde lleva: [texto](…)")
                    : say("write between <a …> and </a> where it leads, or say it in aria-label",
                          "escriba entre <a …> y </a> a dónde lleva, o dígalo en aria-label"));
    }
}

// The fields of one page and what labels them.
class Fields {
  public:
    explicit Fields(const FinishedPage& page) : page_(page) {}

    void label(const Tag& tag, std::size_t begin) {
        last_label_ = begin;
        if (auto id = tag.attribute("for")) {
            if (says_something(page_.text, tag.end(), "label")) {
                labelled_.insert(*std::move(id));
            }
        }
    }

    void field(const Tag& tag, const Mark& mark) {
        if (needs_label(tag) && !is_hidden(tag) && !is_inside_label(mark.begin)) {
            unnamed_.emplace_back(tag.attribute("id").value_or(""), mark.written);
        }
    }

    void report(Findings& findings) const {
        for (const auto& [id, written] : unnamed_) {
            if (labelled_.count(id) == 0) {
                findings.error("control-without-label", written,
                               say("this form field or button has no name",
                                   "este campo o botón no tiene nombre"),
                               say("give it a <label for=\"…\">, a text or an aria-label",
                                   "dele un <label for=\"…\">, un texto o un aria-label"));
            }
        }
    }

  private:
    bool needs_label(const Tag& tag) const {
        if (has_own_name(tag)) {
            return false;
        }
        if (tag.is("button")) {
            return !says_something(page_.text, tag.end(), "button");
        }
        // Browsers name these themselves, or nobody meets them.
        constexpr std::array<std::string_view, 3> named = {"hidden", "submit", "reset"};
        const std::string type = tag.attribute("type").value_or("");
        if (!tag.is("input") || std::find(named.begin(), named.end(), type) == named.end()) {
            return !((type == "button" && tag.has_text("value")) ||
                     (type == "image" && tag.has_text("alt")));
        }
        return false;
    }

    bool is_inside_label(std::size_t field) const {
        return last_label_ != std::string_view::npos &&
               page_.text.substr(last_label_, field - last_label_).find("</label") ==
                   std::string_view::npos;
    }

    const FinishedPage& page_;
    std::size_t last_label_ = std::string_view::npos;
    std::set<std::string> labelled_;
    std::vector<std::pair<std::string, Written>> unnamed_;
};

void check_element(const FinishedPage& page, const Mark& mark, Fields& fields, Findings& findings) {
    const std::string_view name = page.text.substr(mark.begin, mark.end - mark.begin);
    const auto is = [&](std::string_view one) { return is_name(name, one); };
    if (is("img") || is("area")) {
        const Tag tag(page.text, mark.begin);
        if (is("img") || tag.attribute("href")) {
            check_picture(tag, mark, findings);
        }
    } else if (is("label")) {
        fields.label(Tag(page.text, mark.begin), mark.begin);
    } else if (is("input") || is("select") || is("textarea") || is("button")) {
        fields.field(Tag(page.text, mark.begin), mark);
    }
}

}  // namespace

void check_names(const FinishedPage& page, Findings& findings) {
    Fields fields(page);
    for (const Mark& mark : page.marks) {
        if (mark.kind == MarkKind::link) {
            check_link(page, mark, findings);
        } else if (mark.kind == MarkKind::element) {
            check_element(page, mark, fields, findings);
        }
    }
    fields.report(findings);
}

}  // namespace puebla
