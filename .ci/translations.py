#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Akwaba authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when a text of the program has no finished translation, or a translation no text. Changes no tracked file."""
import ast
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

ROOT = pathlib.Path(__file__).resolve().parent.parent
CALL = re.compile(r'\btranslate\(\s*"(\w+)",\s*((?:"(?:[^"\\]|\\.)*"\s*)+)')
LITERAL = re.compile(r'"(?:[^"\\]|\\.)*"')
LUPDATE = shutil.which("lupdate", path="/usr/lib/qt6/bin") or shutil.which("lupdate6") or "lupdate"


def fault_of(source, translation):
    forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
    if not all(form.strip() for form in forms):
        return "empty"
    if any(mark in form for form in forms for mark in "\u00a0\u202f"):
        return "spaced by hand, which ui/text does"
    # A singular may leave its number out; nothing else that is filled in may get lost.
    wanted = set(re.findall(r"%L?[0-9]+", source))
    if any(set(re.findall(r"%L?[0-9]+", form)) != wanted for form in forms):
        return "filled in otherwise"
    return None


def overlooked(texts):
    """Calls that lupdate passes over in silence, such as those with a cast among their arguments."""
    for file in sorted(file for top in ("app", "core", "ui") for file in (ROOT / top).rglob("*.cpp")):
        for context, literals in CALL.findall(file.read_text()):
            source = "".join(map(ast.literal_eval, LITERAL.findall(literals)))
            if (context, source) not in texts:
                yield f"{file.relative_to(ROOT)}: {context}: {source!r} is not found by lupdate"


def faults(tracked, folder):
    copy = folder / tracked.name
    shutil.copy(tracked, copy)
    plural = ["-pluralonly"] if tracked.stem.endswith("_en") else []
    subprocess.run([LUPDATE, *plural, "-locations", "none", "app", "core", "ui", "-ts", str(copy)],
                   cwd=ROOT, check=True, capture_output=True)
    texts = set()
    for context in xml.parse(copy).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            source = message.findtext("source")
            if translation.get("type") != "vanished":
                texts.add((context.findtext("name"), source))
            fault = translation.get("type") or fault_of(source, translation)
            if fault:
                yield f"{tracked.name}: {context.findtext('name')}: {source!r} is {fault}"
    if not plural:
        yield from overlooked(texts)


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
