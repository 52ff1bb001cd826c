"""Reserves by huzhu's commands, from Python.

    import huzhu
    huzhu.reserve([[100, 150, 160], [110, 165], [120]], method="mack")
    huzhu.reserve(frame, method="mack")     # pandas: columns origin, development, value

A triangle goes in as a list of rows (an origin each, cumulative amounts by age), as a data frame of
pandas or polars in the forms of huzhu-triangle(5), or as CSV text; a list of dictionaries comes back,
a row of the result each, with numbers as numbers and codes (0012) as text. What a command refuses is
raised as huzhu.Error, with its message and status; what it tells besides is a warning. Any command
can be run: huzhu.run("munich", ...).
"""

import json
import subprocess
import warnings


class Error(Exception):
    """A command has refused: `status` is 1 the data, 2 the arguments, 3 the system."""

    def __init__(self, message, status):
        super().__init__(message)
        self.status = status


def _csv(data):
    if isinstance(data, (bytes, str)):
        return data
    if hasattr(data, "to_csv"):  # pandas
        return data.to_csv(index=False)
    if hasattr(data, "write_csv"):  # polars
        return data.write_csv()
    lines = ["origin,development,value"]
    for origin, row in enumerate(data, 1):
        for age, value in enumerate(row, 1):
            if value is not None and value == value:
                lines.append(f"{origin},{age},{value}")
    return "\n".join(lines) + "\n"


def _arguments(options):
    for name, value in options.items():
        option = "--" + name.replace("_", "-")
        if value is True:
            yield option
        elif value is not None and value is not False:
            yield f"{option}={value}"


def run(command, data=None, *operands, **options):
    """Run a command on data; its table as a list of dictionaries."""
    text = None if data is None else _csv(data)
    if isinstance(text, str):
        text = text.encode()
    arguments = [f"hz-{command}", "--lang=en", "--format=json", *_arguments(options), *operands]
    try:
        done = subprocess.run(arguments, input=text, capture_output=True, check=False)
    except FileNotFoundError:
        raise Error(f"hz-{command} is not installed, or not on the PATH", 3) from None
    told = done.stderr.decode().strip()
    if done.returncode != 0 and (done.returncode != 1 or not done.stdout.strip()):
        raise Error(told.removeprefix(f"hz-{command}: "), done.returncode)
    if told:
        warnings.warn(told, stacklevel=2)
    return json.loads(done.stdout)


def reserve(triangle, method="chain-ladder", **options):
    """The reserve of a triangle by origin; `method` and options as for hz-reserve(1)."""
    return run("reserve", triangle, method=method, **options)
