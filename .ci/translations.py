#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Akwaba authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when a text of the program has no finished translation, or a translation no text. Changes no tracked file."""
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

ROOT = pathlib.Path(__file__).resolve().parent.parent
LUPDATE = shutil.which("lupdate", path="/usr/lib/qt6/bin") or shutil.which("lupdate6") or "lupdate"


def faults(tracked, folder):
    copy = folder / tracked.name
    shutil.copy(tracked, copy)
    plural = ["-pluralonly"] if tracked.stem.endswith("_en") else []
    subprocess.run([LUPDATE, *plural, "-locations", "none", "app", "core", "ui", "-ts", str(copy)],
                   cwd=ROOT, check=True, capture_output=True)
    for context in xml.parse(copy).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            state = translation.get("type")
            text = "".join(translation.itertext()).strip()
            if state or not text:
                said = f"{context.findtext('name')}: {message.findtext('source')!r}"
                yield f"{tracked.name}: {said} is {state or 'empty'}"


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
