#include "commands/interruption.h"

#include <unistd.h>

#include <array>
#include <atomic>
#include <list>

namespace puebla {

namespace {

constexpr std::array<int, 3> stopping = {SIGINT, SIGTERM, SIGHUP};

struct Answer {
    std::string line;
    std::string state;
};

// A handler can be given nothing, so this is the one thing that the whole program knows.
std::atomic<const Answer*> answer = nullptr;
std::atomic_flag answered = ATOMIC_FLAG_INIT;

static_assert(std::atomic<const Answer*>::is_always_lock_free, "a signal handler reads it");

void write_line(const std::string& line) {
    [[maybe_unused]] const ssize_t ignored = ::write(STDERR_FILENO, line.data(), line.size());
}

// Runs with the default action restored (SA_RESETHAND) and its own signal not blocked (SA_NODEFER),
// so that raising it again ends the program here.
extern "C" void stop(int signal) {
    if (!answered.test_and_set()) {
        write_line(answer.load()->line);
    }
    ::raise(signal);
}

void handle(int signal) {
    struct sigaction present {};
    if (::sigaction(signal, nullptr, &present) != 0 || present.sa_handler == SIG_IGN) {
        return;
    }
    struct sigaction wanted {};
    wanted.sa_handler = stop;
    wanted.sa_flags = static_cast<int>(SA_RESETHAND) | SA_NODEFER;
    ::sigemptyset(&wanted.sa_mask);
    ::sigaction(signal, &wanted, nullptr);
}

}  // namespace

void answer_signals(const Message& state, MessageLanguage language) {
    // A handler may still be reading an earlier one, or run while the program ends and its static
    // objects are gone: these never go.
    static std::list<Answer>& answers = *new std::list<Answer>;
    const bool first = answers.empty();
    const std::string& words = state.in(language);
    // On a terminal ^C stands at the end of the line of progress.
    std::string line = ::isatty(STDERR_FILENO) != 0 ? "\n" : "";
    line += say("Stopped.", "Se detuvo.").in(language);
    line += words.empty() ? "\n" : " " + words + "\n";
    answers.push_back({std::move(line), words});
    answer = &answers.back();
    if (first) {
        for (const int signal : stopping) {
            handle(signal);
        }
    }
}

std::string state_of_the_site() {
    const Answer* const last = answer;
    return last != nullptr ? last->state : std::string();
}

void ignore_signals_of_failed_calls() {
    for (const int signal : {SIGPIPE, SIGXFSZ}) {
        struct sigaction ignore {};
        ignore.sa_handler = SIG_IGN;
        ::sigaction(signal, &ignore, nullptr);
    }
}

Uninterrupted::Uninterrupted() {
    sigset_t held;
    ::sigemptyset(&held);
    for (const int signal : stopping) {
        ::sigaddset(&held, signal);
    }
    ::pthread_sigmask(SIG_BLOCK, &held, &before_);
}

Uninterrupted::~Uninterrupted() {
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

}  // namespace puebla
