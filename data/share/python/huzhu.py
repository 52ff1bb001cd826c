"""Reserves by the library of huzhu, from Python.

    import huzhu
    huzhu.reserve([[100, 150, 160], [110, 165], [120]], method="mack")
    huzhu.reserve({2021: [100, 150, 160], 2022: [110, 165], 2023: [120]})
    huzhu.reserve(frame, method="mack")     # pandas: columns origin, development, value, or wide

A triangle goes in as a list of rows (an origin each, cumulative amounts by age), as a dictionary of
them by origin, as a data frame of pandas or polars in the forms of huzhu-triangle(5), or as CSV
text. A list of dictionaries comes back, a row of the result each, with numbers as numbers and codes
(0012) as text. What is refused is raised as huzhu.Error, with its message and status; what is told
besides is a warning. The library is $HUZHU_LIBRARY, that of the installation this file is in, or
the one the system finds; memory that runs out in it ends the process.

huzhu.run("munich", ...) runs a command instead, any of them, with all of its options.
"""

import csv
import ctypes
import ctypes.util
import functools
import io
import json
import os
import pathlib
import subprocess
import warnings


class Error(Exception):
    """What was asked is refused: `status` is 1 the data, 2 the arguments, 3 the system."""

    def __init__(self, message, status):
        super().__init__(message)
        self.status = status


_NAMES = ("libhuzhu.so.0", "libhuzhu.so", "libhuzhu.0.dylib")


def _places():
    if "HUZHU_LIBRARY" in os.environ:
        yield os.environ["HUZHU_LIBRARY"]
        return
    here = pathlib.Path(__file__).resolve().parents
    for prefix in here[3:4]:  # PREFIX/share/huzhu/python
        for folder in (prefix / "lib", *(prefix / "lib").glob("*-linux-gnu"), prefix / "lib64"):
            yield from (str(folder / name) for name in _NAMES if (folder / name).exists())
    yield ctypes.util.find_library("huzhu") or _NAMES[0]


@functools.cache
def _library():
    place = next(_places())
    try:
        library = ctypes.CDLL(place)
        library.hz_reserve_answer.argtypes = (
            ctypes.c_char_p, ctypes.c_size_t, ctypes.POINTER(ctypes.c_char_p))
    except (OSError, AttributeError) as error:
        raise Error(f"the library cannot be used ({error}): set HUZHU_LIBRARY to libhuzhu.so", 3) from None
    library.hz_reserve_answer.restype = ctypes.c_void_p
    for name, result in (("json", ctypes.c_char_p), ("told", ctypes.c_char_p),
                         ("status", ctypes.c_int), ("free", None)):
        function = getattr(library, f"hz_answer_{name}")
        function.argtypes, function.restype = (ctypes.c_void_p,), result
    return library


def _is_missing(value):
    return value is None or value != value  # NaN


def _csv(data, header):
    """A table as text: `header` names the columns of a list or dictionary."""
    if isinstance(data, (bytes, bytearray)):
        return bytes(data)
    if isinstance(data, str):
        return data.encode()
    if hasattr(data, "to_csv"):  # pandas: an index that has a name is a column
        return data.to_csv(index=any(name is not None for name in data.index.names)).encode()
    if hasattr(data, "write_csv"):  # polars
        return data.write_csv().encode()
    rows = data.items() if hasattr(data, "items") else enumerate(data, 1)
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(header)
    for origin, row in rows:
        if len(header) == 2:
            table.writerow((origin, row))
            continue
        for age, value in enumerate(row, 1):
            if not _is_missing(value):
                table.writerow((origin, age, value))
    return text.getvalue().encode()


def _settings(options):
    for name, value in options.items():
        name = name.replace("_", "-")
        if value is True:
            yield name
        elif value is not None and value is not False:
            yield f"{name}={value}"


def _rows(text, told, status):
    if text is None:
        raise Error(told, status)
    if told:
        warnings.warn(told, stacklevel=3)
    return json.loads(text)


def reserve(triangle, method="chain-ladder", exposure=None, **settings):
    """The reserve of a triangle by origin. Settings are options of hz-reserve(1): select, average,
    last, sigma, mse, tail, prior, incremental, detail, skewness, no_total. `exposure` is a list in
    the order of the origins of a list, or a dictionary or table of them.
    """
    if exposure is not None:
        settings["exposure"] = _csv(exposure, ("origin", "exposure")).decode()
    given = [text.encode() for text in _settings({"method": method, **settings})]
    if any(b"\0" in text for text in given):
        raise Error("a setting has a zero byte in it", 2)
    table = _csv(triangle, ("origin", "development", "value"))
    library = _library()
    answer = library.hz_reserve_answer(
        table, len(table), (ctypes.c_char_p * (len(given) + 1))(*given, None))
    try:
        return _rows(library.hz_answer_json(answer), library.hz_answer_told(answer).decode(),
                     library.hz_answer_status(answer))
    finally:
        library.hz_answer_free(answer)


def run(command, data=None, *operands, **options):
    """Run a command on data; its table as a list of dictionaries."""
    given = None if data is None else _csv(data, ("origin", "development", "value"))
    options = [f"--{text}" for text in _settings(options)]
    try:
        done = subprocess.run([f"hz-{command}", "--lang=en", "--format=json", *options, *operands],
                              input=given, capture_output=True, check=False)
    except FileNotFoundError:
        raise Error(f"hz-{command} is not installed, or not on the PATH", 3) from None
    is_result = done.returncode == 0 or (done.returncode == 1 and done.stdout.strip())
    told = done.stderr.decode().strip()
    if not is_result:
        told = told.removeprefix(f"hz-{command}: ")
    return _rows(done.stdout if is_result else None, told, done.returncode)
