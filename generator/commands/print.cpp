#include "commands/print.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>

namespace puebla {

namespace {

// 0 or an errno.
int write_all(int file, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(file, text.data(), text.size());
        if (written >= 0) {
            text.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EAGAIN) {
            pollfd ready{file, POLLOUT, 0};
            ::poll(&ready, 1, -1);
        } else if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

}  // namespace

void keep_standard_files_open() {
    int file = 0;
    do {
        file = ::open("/dev/null", O_RDWR);  // the lowest number that is free
    } while (file >= 0 && file <= STDERR_FILENO);
    if (file > STDERR_FILENO) {
        ::close(file);
    }
}

void print_answer(std::string_view text) {
    const int error = write_all(STDOUT_FILENO, text);
    if (error != 0 && error != EPIPE) {
        throw AnswerLost(error, std::generic_category());
    }
}

void print_aside(std::string_view text) {
    write_all(STDERR_FILENO, text);
}

}  // namespace puebla
