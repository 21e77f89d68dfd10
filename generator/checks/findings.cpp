#include "checks/findings.h"

#include <utility>

namespace puebla {

namespace {

bool is_prose(const Written& written) {
    return (written.file & written_in_prose) != 0;
}

bool is_template(const Written& written) {
    return written.file != 0 && !is_prose(written);
}

}  // namespace

void Findings::error(std::string_view code, const Written& written, Message message, Message help) {
    all_.push_back(
        {Severity::error, std::string(code), written, {std::move(message), std::move(help)}});
}

void Findings::warning(std::string_view code, const Written& written, Message message,
                       Message help) {
    all_.push_back(
        {Severity::warning, std::string(code), written, {std::move(message), std::move(help)}});
}

Sources::Sources(const Build& build) : build_(build) {
    for (PageIndex index = 0; index < build.pages->pages.size(); ++index) {
        pages_.emplace(path_of(build.pages->pages[index].address), index);
    }
    for (std::uint32_t number = 1; number <= build.template_files.size(); ++number) {
        const std::string& file = build.template_files[number - 1];
        const std::size_t folder = file.rfind("layouts/");
        if (folder != std::string::npos) {
            layouts_.emplace(file.substr(folder), number);
        }
    }
}

const Page* Sources::page_at(const std::string& path) const {
    const auto found = pages_.find(path);
    return found == pages_.end() ? nullptr : &build_.pages->pages[found->second];
}

Written Sources::layout_of(const Page& page) const {
    const auto found = layouts_.find("layouts/" + page.layout + ".html");
    return {found == layouts_.end() ? 0 : found->second, 0, 0};
}

Place Sources::place_of(const Written& written, const std::string& path) const {
    const Span span{written.begin, written.end};
    if (is_prose(written)) {
        const Page& page = build_.pages->pages[written.file & ~written_in_prose];
        const Entry& entry = build_.site->entries[*page.entry];
        return {entry.prose.find_or_other(page.language)->file, span};
    }
    if (is_template(written)) {
        return {build_.template_files[written.file - 1], span};
    }
    return {path, {}};
}

void Causes::error(std::string_view code, const std::string& path, const Written& written,
                   const Say& say) {
    note(Severity::error, code, path, written, say);
}

void Causes::warning(std::string_view code, const std::string& path, const Written& written,
                     const Say& say) {
    note(Severity::warning, code, path, written, say);
}

void Causes::add(const std::string& path, const Finding& finding) {
    note(finding.severity, finding.code, path, finding.written, [&] { return finding.words; });
}

void Causes::note(Severity severity, std::string_view code, const std::string& path,
                  const Written& written, const Say& say) {
    Place place = sources_.place_of(written, path);
    const std::string key =
        fmt::format("{} {} {} {}", code, place.span.begin, place.span.end, place.file);
    const auto [found, is_new] = known_.try_emplace(key, causes_.size());
    if (is_new) {
        causes_.push_back({severity, std::string(code), std::move(place), say(),
                           is_template(written), path, "", 0});
    }
    Cause& cause = causes_[found->second];
    if (cause.last_path != path) {  // a loop may write the same mistake many times
        cause.last_path = path;
        ++cause.pages;
    }
}

void Causes::report(Diagnostics& problems) const {
    for (const Cause& cause : causes_) {
        Message message = cause.words.message;
        if (cause.in_template) {
            message = on_pages(message, cause.pages, cause.first_path);
        }
        if (cause.severity == Severity::error) {
            problems.error(cause.code, cause.place, std::move(message), cause.words.help);
        } else {
            problems.warning(cause.code, cause.place, std::move(message), cause.words.help);
        }
    }
}

Message on_pages(const Message& message, std::size_t pages, const std::string& first_path) {
    const std::string first = shown_address(first_path);
    return pages == 1 ? say("{} (on {})", "{} (en {})", message, first)
                      : say("{0} (on {1} pages, first {2})",
                            "{0} (en {1} páginas; la primera: {2})", message, pages, first);
}

std::string shown_address(const std::string& path) {
    constexpr std::string_view index = "/index.html";
    return path.ends_with(index) ? path.substr(0, path.size() - index.size() + 1) : path;
}

}  // namespace puebla
