// Ctrl-C, and other ways to ask the program to stop.
//
// Publishing survives any death (publishing/staging.h), so nothing has to be wound up when a signal
// comes: it is answered with one line that says what state the published site is in, and then does
// what it does by default. The program dies by the signal and does not exit with a number of its
// own, for only so can a shell, make or ./run know that it was Ctrl-C and stop too; shells show 130
// for SIGINT, 143 for SIGTERM, 129 for SIGHUP. What the build had begun is removed by the next one.
//
// A second Ctrl-C finds no handler and ends the program even where the line cannot be written. A
// signal that was ignored from the start (nohup) stays ignored.

#pragma once

#include <csignal>
#include <string>

#include "foundation/message.h"

namespace puebla {

// From now on SIGINT, SIGTERM and SIGHUP are answered with "Stopped." and this sentence, which may
// be empty. To be called by one thread only.
void answer_signals(const Message& state, MessageLanguage language);

// The last such sentence: whatever stops the program, it is what people want to know.
std::string state_of_the_site();

// A pipe that nobody reads, or a file beyond the limit (ulimit -f), is told by the call that fails.
void ignore_signals_of_failed_calls();

// The step that must not be stopped in the middle. A signal that comes meanwhile is answered at its
// end. Other threads must not be running.
class Uninterrupted {
  public:
    Uninterrupted();
    ~Uninterrupted();
    Uninterrupted(const Uninterrupted&) = delete;
    Uninterrupted& operator=(const Uninterrupted&) = delete;

  private:
    sigset_t before_{};
};

}  // namespace puebla
