#include "templates/cut_literal.h"

#include <algorithm>
#include <utility>

#include "foundation/utf8.h"
#include "templates/address_list.h"
#include "templates/html_marks.h"

namespace puebla::templates {

namespace {

using Is = Statement::Kind;
using Body = Statement::Body;
using Where = HtmlPosition::Where;

class LiteralCutter : public HtmlEvents {
  public:
    LiteralCutter(Body& body, std::size_t index, HtmlPosition& position, std::uint32_t file)
        : literal_(body[index]), position_(position), body_(body), index_(index), file_(file) {}

    CutLiteral cut() {
        follow_html(position_, literal_.text, literal_.span.begin, *this);
        // Branches may end a value without quotes anywhere: there is no one place to note it.
        if (begin_ && position_.where != Where::unquoted) {  // it goes on after this literal
            flush(*begin_);
            position_.value_at = place_of(*begin_);
            add_frame(Is::attribute_begin, *begin_);
            position_.open = true;
            position_.has_values = false;
        }
        flush(literal_.text.size());
        return std::move(result_);
    }

    void tag_begins(std::size_t offset) override {
        position_.tag = literal_.text.substr(offset);
        for (std::size_t i = index_ + 1; i < body_.size() && !tag_is_whole(); ++i) {
            position_.tag += body_[i].kind == Is::literal ? body_[i].text : "x";
        }
        position_.tag.resize(std::min(position_.tag.find('>'), position_.tag.size()));
    }

    void element_begins(std::size_t name_begin, std::size_t name_end) override {
        add_mark(MarkKind::element, name_begin, name_end);
    }

    void value_begins(std::size_t offset) override {
        if (mark_at(position_) || is_address(position_)) {
            begin_ = offset;
        }
    }

    void value_ends(std::size_t offset) override {
        if (position_.open) {
            flush(offset);
            add_frame(Is::attribute_end, offset);
            position_.open = false;
        } else if (begin_) {
            note_marks(*begin_, offset);
            begin_.reset();
        }
    }

    void mistaken(HtmlMistake mistake, std::size_t offset) override {
        if (!result_.mistake) {
            const std::size_t end = offset + character_length(literal_.text[offset]);
            result_.mistake = {mistake, {place_of(offset), place_of(end)}, position_};
        }
    }

  private:
    bool tag_is_whole() const { return position_.tag.find('>') != std::string::npos; }

    void flush(std::size_t end) {
        if (end > done_) {
            Statement piece;
            piece.kind = Is::literal;
            piece.span = {place_of(done_), place_of(end)};
            piece.text = literal_.text.substr(done_, end - done_);
            for (Mark& mark : marks_) {
                mark.begin -= static_cast<std::uint32_t>(done_);
                mark.end -= static_cast<std::uint32_t>(done_);
                piece.marks.push_back(mark);
            }
            marks_.clear();
            result_.pieces.push_back(std::move(piece));
            done_ = end;
        }
    }

    // Of an offset in the literal, in the file.
    std::uint32_t place_of(std::size_t offset) const {
        return static_cast<std::uint32_t>(literal_.span.begin + offset);
    }

    void add_frame(Is kind, std::size_t offset) {
        Statement frame;
        frame.kind = kind;
        frame.span = position_.has_values ? position_.first_value : literal_.span;
        const std::optional<MarkKind> mark = mark_at(position_);
        frame.recorded = mark.has_value();
        frame.mark = mark.value_or(MarkKind::link);
        frame.written = {file_, position_.value_at, place_of(offset)};
        frame.checked = position_.has_values && is_address(position_);
        frame.several_addresses =
            position_.attribute == "srcset" || position_.attribute == "imagesrcset";
        result_.pieces.push_back(std::move(frame));
    }

    void note_marks(std::size_t begin, std::size_t end) {
        const std::optional<MarkKind> mark = mark_at(position_);
        if (!mark) {
            return;
        }
        const bool several =
            position_.attribute == "srcset" || position_.attribute == "imagesrcset";
        each_address(std::string_view(literal_.text).substr(0, end), begin, several,
                     [&](std::size_t from, std::size_t to) { add_mark(*mark, from, to); });
    }

    void add_mark(MarkKind kind, std::size_t begin, std::size_t end) {
        marks_.push_back({kind,
                          static_cast<std::uint32_t>(begin),
                          static_cast<std::uint32_t>(end),
                          {file_, place_of(begin), place_of(end)}});
    }

    Statement& literal_;
    HtmlPosition& position_;
    const Body& body_;
    std::size_t index_;
    std::uint32_t file_;
    std::vector<Mark> marks_;
    std::optional<std::size_t> begin_;
    std::size_t done_ = 0;
    CutLiteral result_;
};

}  // namespace

CutLiteral cut_literal(Statement::Body& body, std::size_t index, HtmlPosition& position,
                       std::uint32_t file) {
    return LiteralCutter(body, index, position, file).cut();
}

}  // namespace puebla::templates
