"""
The options that integrations share, checked where they are given.

A request raises nothing, so a wrong option that got that far would only keep every line from being logged.
"""

from __future__ import annotations

import logging
from typing import TypeGuard

from httpcodes_explained._clean import clean


def checked_logger(logger: object) -> logging.Logger:
    """
    Return the logger, which may be given by its name.

    Raises:
        TypeError: It is neither a logger nor a name.
    """
    if isinstance(logger, str):
        return logging.getLogger(logger)
    if isinstance(logger, logging.Logger):
        return logger
    msg = f"logger: expected a logging.Logger or the name of one, found {_kind(logger)}"
    raise TypeError(msg)


def checked_level(level: object) -> int:
    """
    Return the level as a number; it may be given by its name.

    Raises:
        TypeError: It is neither a number nor a name.
        ValueError: No level has that name, or it is not above NOTSET.
    """
    number = _level_named(level) if isinstance(level, str) else level
    if not _is_number(number):
        msg = f"level: expected a number or a name such as 'ERROR', found {_kind(level)}"
        raise TypeError(msg)
    if number <= logging.NOTSET:
        msg = f"level: expected one above NOTSET, at which logging drops every line, found {clean(level)}"
        raise ValueError(msg)
    return number


def checked_min_status(min_status: object) -> int:
    """
    Return the lowest status to look at.

    Raises:
        TypeError: It is no int.
        ValueError: It is not from 0 to 999.
    """
    if not _is_number(min_status):
        msg = f"min_status: expected an int from 0 to 999, such as 400, found {_kind(min_status)}"
        raise TypeError(msg)
    if not 0 <= min_status <= 999:
        msg = f"min_status: expected an int from 0 to 999, such as 400, found {clean(min_status)}"
        raise ValueError(msg)
    return min_status


def checked_flag(name: str, flag: object) -> bool:
    """
    Return a truth value.

    Raises:
        TypeError: It is none, such as the ``"false"`` of a settings file.
    """
    if not isinstance(flag, bool):
        msg = f"{name}: expected True or False, found {_kind(flag)}"
        raise TypeError(msg)
    return flag


def _level_named(name: str) -> int:
    levels = logging.getLevelNamesMapping()
    if name not in levels:
        msg = f"level: expected a number or one of {', '.join(levels)}, found {clean(name)!r}"
        raise ValueError(msg)
    return levels[name]


def _is_number(value: object) -> TypeGuard[int]:
    """Return whether it is an int; a truth value is one too, and always a mistake here."""
    return isinstance(value, int) and not isinstance(value, bool)


def _kind(value: object) -> str:
    return type(value).__name__
