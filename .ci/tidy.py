#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Akwaba authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""tidy.py BUILD [FILE...]: clang-tidy over the .cpp files of the product, or those named, each checked once.

A file that passed is remembered by the hash of its text, its command, the headers of this repository that it
includes and the rules; the memory lies in the user's cache and is shared by clones. A changed header thus checks
again what includes it, and nothing else. Each file is parsed alone, though the build puts several together: a missing
#include shows here.
"""
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
TIDY = "clang-tidy-19"
PARALLEL = int(os.environ.get("AKWABA_JOBS") or min(2, os.cpu_count() or 1))
INCLUDE = re.compile(r'^#include "([^"]+)"', re.MULTILINE)
TOGETHER = re.compile(r'^#include "(/[^"]+\.cpp)"', re.MULTILINE)
CACHE = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "akwaba" / "tidy"


def run(*command):
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def headers_of(path, seen):
    """The headers of this repository that a file includes, by whatever way: they are named from its root."""
    for name in INCLUDE.findall(path.read_text()):
        header = ROOT / name
        if header not in seen and header.is_file():
            seen.add(header)
            headers_of(header, seen)
    return seen


def members(path):
    """What one compilation takes at once: the sources that CMake has put together in it, or the file alone."""
    return [pathlib.Path(name) for name in TOGETHER.findall(path.read_text())] if "/Unity/" in str(path) else [path]


def units(build, wanted):
    """The files that are compiled: {file: entry of the compilation database, as if it were compiled alone}."""
    tracked = wanted or set(run("git", "ls-files", "app/*.cpp", "core/*.cpp", "ui/*.cpp").splitlines())
    found = {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        together = entry["file"]
        for path in members(pathlib.Path(together)):
            name = str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else ""
            if name in tracked and name not in found:
                found[name] = {"directory": entry["directory"], "file": str(path),
                               "command": entry["command"].replace(together, str(path))}
    return found


def fingerprint(name, command, rules):
    digest = hashlib.sha256(rules)
    # Which object it goes to says nothing about the text.
    digest.update(re.sub(r" -o \S+", "", command.replace(str(ROOT), "")).encode())
    for path in [ROOT / name, *sorted(headers_of(ROOT / name, set()))]:
        digest.update(str(path.relative_to(ROOT)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def tidy(database, name):
    done = subprocess.run([TIDY, "--quiet", "-p", database, "--extra-arg=-Wno-unknown-warning-option", name],
                          cwd=ROOT, capture_output=True, text=True)
    return done.returncode == 0, done.stdout + (done.stderr if done.returncode else "")


def main():
    build = (ROOT / sys.argv[1]).resolve()
    wanted = {os.path.relpath(os.path.abspath(name), ROOT) for name in sys.argv[2:]}
    rules = (ROOT / ".clang-tidy").read_bytes() + run(TIDY, "--version").encode()
    CACHE.mkdir(parents=True, exist_ok=True)
    entries = units(build, wanted)
    keys = {name: fingerprint(name, entry["command"], rules) for name, entry in entries.items()}
    todo = sorted(name for name, key in keys.items() if not (CACHE / key).exists())
    print(f"{len(keys) - len(todo)} files known to be clean, {len(todo)} to check", flush=True)
    failed = []
    with tempfile.TemporaryDirectory() as database, concurrent.futures.ThreadPoolExecutor(PARALLEL) as pool:
        (pathlib.Path(database) / "compile_commands.json").write_text(json.dumps(list(entries.values())))
        jobs = {pool.submit(tidy, database, name): name for name in todo}
        for count, job in enumerate(concurrent.futures.as_completed(jobs), 1):
            name, (clean, said) = jobs[job], job.result()
            print(f"[{count}/{len(todo)}] {name}{'' if clean else ': FAILED'}", flush=True)
            if clean:
                (CACHE / keys[name]).touch()
            else:
                failed.append(name)
                print(said, flush=True)
    for name in failed:
        print(f"not clean: {name}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
