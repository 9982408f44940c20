#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Akwaba authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a running program says to assistive technology (AT-SPI).

screen.py PID await ROLE TEXT SECONDS [LIST]  waits until an element of this role whose name holds TEXT is on the
                                              screen; where LIST is given, in the list of this name
screen.py PID focus                           what has the keyboard
screen.py PID misnamed                        what can be used on the screen and has no name to be called by, or a word of
                                              programmers; last how many elements were looked at
screen.py PID act NAME SECONDS                does what the menu item of this name does, once it is enabled
screen.py PID tree                            everything, to find out why a test fails

Prints "role: name" of each element found; exits with 1 when there is none.
"""
import re
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

USABLE = {"push button", "toggle button", "check box", "radio button", "text", "combo box", "spin button", "list",
          "list item", "menu", "menu item", "check menu item", "radio menu item", "password text", "page tab",
          "slider", "link", "table", "tree", "tree item"}
# A class, or an object as programmers name them.
MADE_UP = re.compile(r"Q[A-Z]\w*|qt_\w+|\w+::\w+|[a-z]+[A-Z]\w*")


def program(pid):
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        found = desktop.get_child_at_index(index)
        if found is not None and found.get_process_id() == pid:
            # Asked anew each time: what the program shows now, not what it once said.
            found.set_cache_mask(Atspi.Cache.NONE)
            return found
    return None


def elements(element, depth=0):
    yield element, depth
    for index in range(element.get_child_count()):
        child = element.get_child_at_index(index)
        if child is not None:
            yield from elements(child, depth + 1)


def showing(element):
    """The elements on the screen: what is hidden shows nothing below it either."""
    yield element
    for index in range(element.get_child_count()):
        child = element.get_child_at_index(index)
        if child is not None and (has(child, Atspi.StateType.SHOWING) or child.get_role_name() == "application"):
            yield from showing(child)


def described(element):
    return f"{element.get_role_name()}: {element.get_name()}"


def look(pid, wanted):
    """The elements that `wanted` accepts; none while the program is changing under our eyes."""
    try:
        found = program(pid)
        return [described(e) for e, _ in elements(found) if wanted(e)] if found else []
    except GLib.Error:
        return []


def has(element, state):
    return element.get_state_set().contains(state)


def awaited(pid, role, text, seconds, inside=None):
    def wanted(element):
        if element.get_role_name() != role or text not in element.get_name():
            return False
        return has(element, Atspi.StateType.SHOWING) and (inside is None or element.get_parent().get_name() == inside)

    until = time.monotonic() + seconds
    while True:
        found = look(pid, wanted)
        if found or time.monotonic() > until:
            return found
        time.sleep(0.1)


def focused(pid):
    return look(pid, lambda e: has(e, Atspi.StateType.FOCUSED))


def misnamed(pid):
    until = time.monotonic() + 10
    while True:
        try:
            seen = list(showing(program(pid)))
            usable = [(e.get_role_name(), (e.get_name() or "").strip()) for e in seen if e.get_role_name() in USABLE]
            if usable:
                wrong = [f"{role}: {name}" for role, name in usable if not name or MADE_UP.fullmatch(name)]
                return wrong + [f"looked at {len(usable)}"]
        except (AttributeError, GLib.Error):
            pass  # it changes under our eyes
        if time.monotonic() > until:
            return []
        time.sleep(0.2)


def act(pid, name, seconds):
    until = time.monotonic() + seconds
    while True:
        try:
            for element, _ in elements(program(pid)):
                if not element.get_role_name().endswith("menu item") or element.get_name() != name:
                    continue
                if has(element, Atspi.StateType.ENABLED) and element.do_action(0):
                    return [described(element)]
        except (AttributeError, GLib.Error):
            pass
        if time.monotonic() > until:
            return []
        time.sleep(0.1)


def tree(pid):
    found = program(pid)
    return ["  " * depth + described(e) for e, depth in elements(found)] if found else []


def main(arguments):
    pid, command = int(arguments[0]), arguments[1]
    if command == "await":
        lines = awaited(pid, arguments[2], arguments[3], float(arguments[4]), *arguments[5:])
    elif command == "focus":
        lines = focused(pid)
    elif command == "misnamed":
        lines = misnamed(pid)
    elif command == "act":
        lines = act(pid, arguments[2], float(arguments[3]))
    else:
        lines = tree(pid)
    print("\n".join(lines))
    return 0 if lines else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
