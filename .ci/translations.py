#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Akwaba authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when a text of the program has no finished translation, or a translation no text. Changes no tracked file."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

ROOT = pathlib.Path(__file__).resolve().parent.parent
LUPDATE = shutil.which("lupdate", path="/usr/lib/qt6/bin") or shutil.which("lupdate6") or "lupdate"


def fault_of(source, translation):
    forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
    if not all(form.strip() for form in forms):
        return "empty"
    # A singular may leave its number out; nothing else that is filled in may get lost.
    wanted = set(re.findall(r"%L?[0-9]+", source))
    if any(set(re.findall(r"%L?[0-9]+", form)) != wanted for form in forms):
        return "filled in otherwise"
    return None


def faults(tracked, folder):
    copy = folder / tracked.name
    shutil.copy(tracked, copy)
    plural = ["-pluralonly"] if tracked.stem.endswith("_en") else []
    subprocess.run([LUPDATE, *plural, "-locations", "none", "app", "core", "ui", "-ts", str(copy)],
                   cwd=ROOT, check=True, capture_output=True)
    for context in xml.parse(copy).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            source = message.findtext("source")
            fault = translation.get("type") or fault_of(source, translation)
            if fault:
                yield f"{tracked.name}: {context.findtext('name')}: {source!r} is {fault}"


def main():
    files = sorted((ROOT / "translations").glob("*.ts"))
    if not files:
        print("translations/ holds no .ts file")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        found = [fault for file in files for fault in faults(file, pathlib.Path(folder))]
    for fault in found:
        print(fault)
    print(f"{len(files)} translations, {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
