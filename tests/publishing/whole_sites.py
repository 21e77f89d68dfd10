"""What the tests of publishing share: a site in two versions, published again and again into one folder.

Version A and version B differ in every page, in the stylesheet, in an attachment, and each has a page
that the other lacks. The published folder also holds files of its owner's. The tree of either version
is known in full: a folder that is neither the one nor the other is a mixture.
"""

import fcntl
import hashlib
import os
import pathlib
import select
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "sites"))

from building import lay_source  # noqa: E402

STEPS = {"Reading": "Leyendo", "Making": "Creando", "Checking": "Revisando", "Publishing": "Publicando"}
LOCALES = {"en": "C.UTF-8", "es": "es_MX.UTF-8"}


def lay_tiny(target):
    lay_source(ROOT / "tests" / "sites" / "tiny", target)


def lay_portal(target):
    shutil.copytree(ROOT / "content", target / "content")
    shutil.copytree(ROOT / "themes", target / "themes")


def make_version(target, version):
    """Turns a source into version A or B of its site."""
    settings = target / "content" / "site.json"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace('"name": {"es": "', f'"name": {{"es": "{version} ', 1)
                        .replace('"en": "', f'"en": "{version} ', 1), encoding="utf-8")
    style = sorted((target / "themes").glob("*/styles/*.css"))[0]
    style.write_text(style.read_text(encoding="utf-8") + f"main {{ order: {ord(version)} }}\n", encoding="utf-8")
    for name in ("torture", f"only-in-{version.lower()}"):
        page = target / "content" / "pages" / name
        page.mkdir()
        for language, word in (("es", "Versión"), ("en", "Version")):
            (page / f"{language}.md").write_text(
                f"# {word} {name}\n\n{word} {version}. [PDF](./paper.pdf)\n", encoding="utf-8")
        (page / "paper.pdf").write_bytes(version.encode() * 30_000)


def add_owners_files(folder):
    """Hidden ones, links, odd names, permissions, folders with and without pages of ours."""
    files = {"README.md": 0o644, ".well-known/security.txt": 0o600, "downloads/año 2024/«acta» 1.pdf": 0o640,
             "downloads/run.sh": 0o755, "es/notes.txt": 0o444, "downloads/line\nbreak": 0o644}
    for name, mode in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"the owner's {name}")
        path.chmod(mode)
    with open(os.path.join(os.fsencode(folder), b"latin-\xe9.txt"), "wb") as file:
        file.write(b"no UTF-8")
    (folder / "empty" / "inside").mkdir(parents=True)
    (folder / "downloads").chmod(0o750)
    for inner in (folder / "es").rglob("*/"):
        inner.chmod(0o2755)  # as mkdir does in a folder that gives its group to what it holds
    (folder / "es").chmod(0o2775)
    (folder / "latest").symlink_to("downloads/run.sh")
    (folder / "nowhere").symlink_to("/does/not/exist")
    os.mkfifo(folder / "pipe")


def checksum(content):
    return hashlib.sha256(content).hexdigest()


def tree_of(folder):
    """Path → kind, permissions and content of everything in a folder."""
    result = {}
    for path in [folder, *folder.rglob("*")]:
        status = path.lstat()
        content = ""
        if stat.S_ISREG(status.st_mode):
            content = checksum(path.read_bytes())
        elif stat.S_ISLNK(status.st_mode):
            content = os.readlink(path)
        result[str(path.relative_to(folder))] = (stat.filemode(status.st_mode), content)
    return result


def identities_of(folder):
    """Path → inode and times of everything in a folder, the folder itself included."""
    return {str(path.relative_to(folder)): (status.st_ino, status.st_mtime_ns, status.st_ctime_ns, status.st_mode)
            for path in [folder, *folder.rglob("*")] for status in [path.lstat()]}


def differences(found, wanted):
    return {path: (found.get(path), wanted.get(path))
            for path in sorted(found.keys() | wanted.keys()) if found.get(path) != wanted.get(path)}


class Place:
    """A folder with both sources and the site that is published from them."""

    def __init__(self, program, lay=lay_tiny, folder=None, options=(), owners_files=True, in_memory=False):
        memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
        self.program = program
        self.options = options
        self.temporary = tempfile.TemporaryDirectory(prefix="puebla-torture-", dir=memory if in_memory else None)
        self.folder = pathlib.Path(self.temporary.name).resolve()
        self.outer = folder or self.folder / "web"
        self.outer.mkdir(exist_ok=True)
        self.site = self.outer / "site"
        self.trees = {}
        for version in "AB":
            lay(self.folder / version)
            make_version(self.folder / version, version)
        if owners_files:
            self.build("A")
            add_owners_files(self.site)

    def learn(self):
        """Publishes both versions until each carries the assets of the other; A is published last."""
        for version in "BABA":
            self.build(version)
            self.trees[version] = tree_of(self.site)
        return self

    def close(self):
        self.temporary.cleanup()

    def words(self, version, *options):
        return [str(self.program), "build", "--source", str(self.folder / version), "--out", str(self.site),
                *self.options, *options]

    def start(self, version, *options, prefix=(), language="en", **how):
        """The build as a process in a group of its own."""
        environment = {**os.environ, "LC_ALL": LOCALES[language]}
        how = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL, **how}
        return subprocess.Popen([*prefix, *self.words(version, *options)], cwd=self.folder, env=environment,
                                text=True, encoding="utf-8", start_new_session=True, **how)

    def run(self, version, *options, **how):
        """Builds; gives exit code and everything that was said."""
        build = self.start(version, *options, **how)
        try:
            out, err = build.communicate(timeout=120)
        except subprocess.TimeoutExpired:
            os.killpg(build.pid, signal.SIGKILL)
            raise AssertionError(f"the build hangs: {build.args}") from None
        return build.returncode, (out or "") + (err or "")

    def build(self, version, *options, **how):
        code, said = self.run(version, *options, **how)
        if code != 0:
            raise AssertionError(f"exit code {code}\n{said}")
        return said

    def version(self):
        """The version that is published; None where it is a mixture."""
        found = tree_of(self.site)
        return next((version for version, tree in self.trees.items() if tree == found), None)

    def mixture(self):
        """What is not as in the version that is nearest."""
        found = tree_of(self.site)
        return min((differences(found, tree) for tree in self.trees.values()), key=len)

    def stray(self):
        """What lies beside the site or in the folder that Puebla works in, and has no place there."""
        beside = {path.name for path in self.outer.iterdir()} - {"site", ".site.puebla", "lost+found"}
        work = self.outer / ".site.puebla"
        inside = {path.name for path in work.iterdir()} - {"lock", "previous", "owners"} if work.exists() else set()
        return sorted(beside | inside)

    def manifest_is_right(self):
        return subprocess.run(["sha256sum", "--check", "--strict", "--quiet", ".puebla-manifest"], cwd=self.site,
                              capture_output=True, check=False).returncode == 0


def held(start, step):
    """A build begun by start(stderr=…) that has begun a step, and cannot go on to the next one before its
    messages are read: its pipe has room for one."""
    ours, theirs = os.pipe2(os.O_DIRECT)  # each write is a packet of its own
    fcntl.fcntl(theirs, fcntl.F_SETPIPE_SZ, 4096)
    build = start(stderr=theirs)
    os.close(theirs)
    steps = list(STEPS)
    before = steps[steps.index(step) - 1]
    while (packet := os.read(ours, 4096)) and step_of(packet.decode()) != before:
        pass
    select.select([ours], [], [])  # the message of the step is there, and stays
    build.stderr = open(ours, encoding="utf-8")
    return build


def end_group(build, how):
    """Kills the build with everything it started, and waits until all of it is gone."""
    os.killpg(build.pid, how)
    code = build.wait()
    for pipe in (build.stdout, build.stderr):
        if pipe:
            pipe.close()
    while True:
        try:
            os.killpg(build.pid, 0)
        except ProcessLookupError:
            return code
        time.sleep(0.001)


def step_of(line):
    return next((step for step, spanish in STEPS.items() if line.startswith((step, spanish))), None)


def follow(build, until, delay):
    """Reads the progress of a build until a step begins (None: at once), then waits. Gives the last step."""
    last = None
    while last != until:
        line = build.stderr.readline()
        if not line:
            break
        last = step_of(line) or last
    time.sleep(delay)
    return last


def duration_of_steps(place, rounds=4):
    """Step → seconds (the median), measured over whole builds; None is the time before the first step."""
    samples = {step: [] for step in (None, *STEPS)}
    for number in range(rounds):
        build = place.start("BA"[number % 2])
        step, began = None, time.monotonic()
        for line in build.stderr:
            if step_of(line):
                now = time.monotonic()
                samples[step].append(now - began)
                step, began = step_of(line), now
        build.wait()
        samples[step].append(time.monotonic() - began)
        build.stdout.close()
        build.stderr.close()
    return {step: sorted(times)[len(times) // 2] for step, times in samples.items() if times}
