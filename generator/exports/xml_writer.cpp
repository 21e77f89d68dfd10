#include "exports/xml_writer.h"

#include <libxml/parser.h>
#include <libxml/xmlwriter.h>

#include <new>

namespace puebla {

namespace {

const xmlChar* as_xml(const char* text) {
    return reinterpret_cast<const xmlChar*>(text);
}

// libxml2 fails only where memory runs out.
void require(int result) {
    if (result < 0) {
        throw std::bad_alloc();
    }
}

// Characters that XML 1.0 has no way to write (section 2.2) become spaces: controls, and U+FFFE and
// U+FFFF, which are EF BF BE and EF BF BF.
std::string writable(std::string text) {
    for (char& c : text) {
        if (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r') {
            c = ' ';
        }
    }
    constexpr std::string_view lead = "\xEF\xBF";
    for (std::size_t at = 0; (at = text.find(lead, at)) != std::string::npos; ++at) {
        const char last = at + lead.size() < text.size() ? text[at + lead.size()] : '\0';
        if (last == '\xBE' || last == '\xBF') {
            text.replace(at, lead.size() + 1, " ");
        }
    }
    return text;
}

// Feeds are written by several threads at once, and libxml2 must be made ready by one before.
void prepare_library() {
    static const bool ready = (xmlInitParser(), true);
    static_cast<void>(ready);
}

}  // namespace

struct XmlWriter::Parts {
    xmlBufferPtr buffer = nullptr;
    xmlTextWriterPtr writer = nullptr;
};

XmlWriter::XmlWriter() : parts_(std::make_unique<Parts>()) {
    prepare_library();
    parts_->buffer = xmlBufferCreate();
    parts_->writer = parts_->buffer ? xmlNewTextWriterMemory(parts_->buffer, 0) : nullptr;
    if (!parts_->writer) {
        throw std::bad_alloc();
    }
    require(xmlTextWriterSetIndent(parts_->writer, 1));
    require(xmlTextWriterStartDocument(parts_->writer, nullptr, "UTF-8", nullptr));
}

XmlWriter::~XmlWriter() {
    xmlFreeTextWriter(parts_->writer);
    xmlBufferFree(parts_->buffer);
}

void XmlWriter::open(const char* name, Attributes attributes) {
    require(xmlTextWriterStartElement(parts_->writer, as_xml(name)));
    for (const auto& [attribute, value] : attributes) {
        require(xmlTextWriterWriteAttribute(parts_->writer, as_xml(attribute),
                                            as_xml(writable(value).c_str())));
    }
}

void XmlWriter::close() {
    require(xmlTextWriterEndElement(parts_->writer));
}

void XmlWriter::element(const char* name, const std::string& text, Attributes attributes) {
    open(name, attributes);
    require(xmlTextWriterWriteString(parts_->writer, as_xml(writable(text).c_str())));
    close();
}

void XmlWriter::empty_element(const char* name, Attributes attributes) {
    open(name, attributes);
    close();
}

std::string XmlWriter::finish() {
    require(xmlTextWriterEndDocument(parts_->writer));
    require(xmlTextWriterFlush(parts_->writer));
    return reinterpret_cast<const char*>(xmlBufferContent(parts_->buffer));
}

}  // namespace puebla
