#include "exports/xml_writer.h"

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

// Characters that XML 1.0 has no way to write (section 2.2) become spaces.
std::string writable(const std::string& text) {
    std::string result = text;
    for (char& c : result) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') {
            c = ' ';
        }
    }
    return result;
}

}  // namespace

struct XmlWriter::Parts {
    xmlBufferPtr buffer = nullptr;
    xmlTextWriterPtr writer = nullptr;
};

XmlWriter::XmlWriter() : parts_(std::make_unique<Parts>()) {
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
    const auto* bytes = reinterpret_cast<const char*>(xmlBufferContent(parts_->buffer));
    return {bytes, static_cast<std::size_t>(xmlBufferLength(parts_->buffer))};
}

}  // namespace puebla
