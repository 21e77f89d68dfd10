#include "locale/message_pattern.h"

#include <unicode/messagepattern.h>

#include <algorithm>

#include "locale/icu_text.h"

namespace puebla {

namespace {

using Kind = MessagePiece::Kind;

// More than anyone writes. ICU recurses as deep as a pattern nests, so this also bounds its stack.
constexpr std::ptrdiff_t most_braces = 500;

Message message_for(UErrorCode status) {
    switch (status) {
        case U_UNMATCHED_BRACES:
            return say("a brace is not closed", "una llave no se cierra");
        case U_DEFAULT_KEYWORD_MISSING:
            return say("the case \"other\" is missing", "falta el caso «other»");
        case U_ILLEGAL_ARGUMENT_ERROR:
            return say(
                "the kind of argument is none of number, date, plural, selectordinal and "
                "select",
                "el tipo del argumento no es number, date, plural, selectordinal ni select");
        case U_INDEX_OUTOFBOUNDS_ERROR:
            return say("the message is too long", "el mensaje es demasiado largo");
        default:
            return say("this is not the syntax of a message",
                       "esto no sigue la sintaxis de un mensaje");
    }
}

// Turns ICU's flat list of parts into a tree.
class TreeMaker {
  public:
    explicit TreeMaker(const icu::MessagePattern& parts) : parts_(parts) {}

    // The message whose MSG_START is part number `start`.
    MessagePieces message(int32_t start) {
        MessagePieces pieces;
        int32_t text_begin = parts_.getPart(start).getLimit();
        for (int32_t i = start + 1;; ++i) {
            const icu::MessagePattern::Part& part = parts_.getPart(i);
            add_text(pieces, text_begin, part.getIndex());
            if (part.getType() == UMSGPAT_PART_TYPE_MSG_LIMIT) {
                return pieces;
            }
            if (part.getType() == UMSGPAT_PART_TYPE_REPLACE_NUMBER) {
                pieces.push_back({Kind::number_sign, {}, 0, {}});
            } else if (part.getType() == UMSGPAT_PART_TYPE_ARG_START) {
                pieces.push_back(argument(i));
                i = parts_.getLimitPartIndex(i);
            }
            text_begin = parts_.getPart(i).getLimit();
        }
    }

    std::optional<MessageMistake> take_mistake() { return std::move(mistake_); }
    std::vector<std::string> take_names() { return std::move(names_); }

  private:
    void add_text(MessagePieces& pieces, int32_t begin, int32_t end) const {
        if (begin >= end) {
            return;
        }
        if (pieces.empty() || pieces.back().kind != Kind::text) {
            pieces.emplace_back();
        }
        pieces.back().text += slice(begin, end);
    }

    MessagePiece argument(int32_t start) {
        MessagePiece piece;
        piece.text = text_of(parts_.getPart(start + 1));
        names_.push_back(piece.text);
        const UMessagePatternArgType type = parts_.getPart(start).getArgType();
        switch (type) {
            case UMSGPAT_ARG_TYPE_NONE:
                piece.kind = Kind::argument;
                break;
            case UMSGPAT_ARG_TYPE_PLURAL:
            case UMSGPAT_ARG_TYPE_SELECTORDINAL:
                piece.kind = type == UMSGPAT_ARG_TYPE_PLURAL ? Kind::plural : Kind::ordinal;
                add_cases(piece, start + 2);
                break;
            case UMSGPAT_ARG_TYPE_SELECT:
                piece.kind = Kind::select;
                add_cases(piece, start + 2);
                break;
            default:
                piece.kind = kind_of_simple(start + 2);
        }
        return piece;
    }

    // "{when, date}": the part is the type; a style may follow it.
    Kind kind_of_simple(int32_t index) {
        const std::string type = text_of(parts_.getPart(index));
        const icu::MessagePattern::Part& next = parts_.getPart(index + 1);
        std::string style;
        if (next.getType() == UMSGPAT_PART_TYPE_ARG_STYLE) {
            const icu::UnicodeString words = parts_.getSubstring(next);
            style = from_icu(icu::UnicodeString(words).trim());
        }
        if (type == "number" && (style.empty() || style == "integer")) {
            return Kind::number;
        }
        if (type == "date" && style.empty()) {
            return Kind::date;
        }
        if (!mistake_) {
            mistake_ = MessageMistake{bytes_before(parts_.getPart(index).getIndex()),
                                      message_for(U_ILLEGAL_ARGUMENT_ERROR)};
        }
        return Kind::argument;
    }

    void add_cases(MessagePiece& piece, int32_t index) {
        if (icu::MessagePattern::Part::hasNumericValue(parts_.getPartType(index))) {
            piece.offset = parts_.getNumericValue(parts_.getPart(index));
            ++index;
        }
        while (parts_.getPartType(index) == UMSGPAT_PART_TYPE_ARG_SELECTOR) {
            MessageCase choice;
            const icu::MessagePattern::Part& selector = parts_.getPart(index++);
            if (icu::MessagePattern::Part::hasNumericValue(parts_.getPartType(index))) {
                choice.number = parts_.getNumericValue(parts_.getPart(index++));
            } else {
                choice.selector = text_of(selector);
            }
            choice.pieces = message(index);
            index = parts_.getLimitPartIndex(index) + 1;
            piece.cases.push_back(std::move(choice));
        }
    }

    std::string text_of(const icu::MessagePattern::Part& part) const {
        return slice(part.getIndex(), part.getLimit());
    }
    std::string slice(int32_t begin, int32_t end) const {
        return from_icu(parts_.getPatternString().tempSubStringBetween(begin, end));
    }
    std::size_t bytes_before(int32_t offset) const { return slice(0, offset).size(); }

    const icu::MessagePattern& parts_;
    std::vector<std::string> names_;
    std::optional<MessageMistake> mistake_;
};

}  // namespace

std::optional<MessagePattern> MessagePattern::parse(std::string_view pattern,
                                                    MessageMistake* mistake) {
    const auto refuse = [mistake](MessageMistake found) -> std::optional<MessagePattern> {
        if (mistake != nullptr) {
            *mistake = std::move(found);
        }
        return std::nullopt;
    };
    if (std::count(pattern.begin(), pattern.end(), '{') > most_braces) {
        return refuse({0, message_for(U_INDEX_OUTOFBOUNDS_ERROR)});
    }

    const icu::UnicodeString text = to_icu(pattern);
    UParseError where{};
    UErrorCode status = U_ZERO_ERROR;
    const icu::MessagePattern parts(text, &where, status);
    if (U_FAILURE(status)) {
        const int32_t offset = std::clamp(where.offset, 0, text.length());
        return refuse({from_icu(text.tempSubString(0, offset)).size(), message_for(status)});
    }

    TreeMaker maker(parts);
    MessagePattern result;
    result.pieces_ = maker.message(0);
    if (auto found = maker.take_mistake()) {
        return refuse(std::move(*found));
    }
    result.arguments_ = maker.take_names();
    std::sort(result.arguments_.begin(), result.arguments_.end());
    result.arguments_.erase(std::unique(result.arguments_.begin(), result.arguments_.end()),
                            result.arguments_.end());
    return result;
}

}  // namespace puebla
