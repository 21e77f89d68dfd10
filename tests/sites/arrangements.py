"""What git cannot hold of a site: odd names, links, huge files, locks, full disks.

A function is named for the folder in mistakes/ ("." becomes "__", "-" becomes "_") and gets the
source folder, already laid out; the published site stands beside it as source.parent / "public", and
the program runs in source.parent. A function that yields is a context: what follows the yield puts
things back, and what it yields is put before the command line ("setpriv …").
"""

import contextlib
import inspect
import sys


def arranged(name, source):
    """Arranges a source and gives the words before the command line, as a context."""
    function = getattr(sys.modules[__name__], name.replace(".", "__").replace("-", "_"), None)
    if function is not None and inspect.isgeneratorfunction(function):
        return contextlib.contextmanager(function)(source)
    if function is not None:
        function(source)
    return contextlib.nullcontext(())


# Root may read and write everything; without its capabilities it is a person like others.
WITHOUT_PRIVILEGES = ("setpriv", "--bounding-set=-all", "--inh-caps=-all")
