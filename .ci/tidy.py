#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Akwaba authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""tidy.py BUILD [FILE...]: clang-tidy over the .cpp files of the product, or those named, each checked once.

A file that passed is remembered by the hash of its text, its command, the headers of this repository that it was
compiled with and the rules; the memory lies in the user's cache and is shared by clones. A changed header
thus checks again what includes it, and nothing else.
"""
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TIDY = "clang-tidy-19"
PARALLEL = int(os.environ.get("AKWABA_JOBS") or min(2, os.cpu_count() or 1))
CACHE = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "akwaba" / "tidy"


def run(*command):
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def headers_by_object(build):
    """What ninja learnt from the compiler: {object: [our headers]}."""
    found, current = {}, None
    for line in run("ninja", "-C", str(build), "-t", "deps").splitlines():
        if line.startswith("    "):
            path = pathlib.Path(os.path.normpath(build / line.strip()))
            if path.is_relative_to(ROOT) and not path.is_relative_to(build) and path.exists():
                current.append(path)
        elif ": #deps" in line:
            current = found.setdefault(line.split(": #deps")[0], [])
    return found


def backlog():
    """Files that have never been checked; only those named on the command line are, until they leave the list."""
    lines = (ROOT / ".ci" / "tidy-backlog.txt").read_text().splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def units(build, wanted):
    """The files that are compiled: {file: (command, object)}."""
    tracked = wanted or set(run("git", "ls-files", "app/*.cpp", "core/*.cpp", "ui/*.cpp").splitlines()) - backlog()
    found = {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        path = pathlib.Path(entry["file"])
        if not path.is_relative_to(ROOT):
            continue
        name = str(path.relative_to(ROOT))
        if name in tracked:
            target = entry.get("output") or re.search(r" -o (\S+)", entry["command"])[1]
            found.setdefault(name, (entry["command"], target))
    return found


def fingerprint(name, command, headers, rules):
    digest = hashlib.sha256(rules)
    digest.update(command.replace(str(ROOT), "").encode())
    for path in [ROOT / name, *sorted(headers)]:
        digest.update(str(path.relative_to(ROOT)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def tidy(build, name):
    done = subprocess.run([TIDY, "--quiet", "-p", str(build), "--extra-arg=-Wno-unknown-warning-option", name],
                          cwd=ROOT, capture_output=True, text=True)
    return done.returncode == 0, done.stdout + (done.stderr if done.returncode else "")


def main():
    build = (ROOT / sys.argv[1]).resolve()
    wanted = {os.path.relpath(os.path.abspath(name), ROOT) for name in sys.argv[2:]}
    rules = (ROOT / ".clang-tidy").read_bytes() + run(TIDY, "--version").encode()
    CACHE.mkdir(parents=True, exist_ok=True)
    headers = headers_by_object(build)
    todo, known = {}, 0
    for name, (command, target) in sorted(units(build, wanted).items()):
        # Before its first compilation nobody knows the headers of a file: checked, not remembered.
        key = fingerprint(name, command, headers[target], rules) if target in headers else None
        if key and (CACHE / key).exists():
            known += 1
        else:
            todo[name] = key
    print(f"{known} files known to be clean, {len(todo)} to check, {len(backlog())} never checked yet", flush=True)
    failed = []
    with concurrent.futures.ThreadPoolExecutor(PARALLEL) as pool:
        jobs = {pool.submit(tidy, build, name): name for name in todo}
        for count, job in enumerate(concurrent.futures.as_completed(jobs), 1):
            name, (clean, said) = jobs[job], job.result()
            print(f"[{count}/{len(todo)}] {name}{'' if clean else ': FAILED'}", flush=True)
            if not clean:
                failed.append(name)
                print(said, flush=True)
            elif todo[name]:
                (CACHE / todo[name]).touch()
    for name in failed:
        print(f"not clean: {name}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
