#!/usr/bin/env python3
"""huzhu's folds on Spark.

    python3 hz_spark.py [--partitions N] [--whole] COMMAND [OPTION...] -- FILE|FOLDER|GLOB...
    python3 hz_spark.py --sql QUERY COMMAND [OPTION...]

COMMAND is one that takes --partial, as hz-unearned; it is on the PATH of every worker. Each
partition goes through `COMMAND --partial`, with the header of its file; the states are joined in
a tree by hz-merge, which misses a part that did not come and refuses one that came twice, and the
result of all is printed: the same bytes as from one process. Rows in = used + left out +
rejected, over all.

Files are cut at the ends of their lines. Where a quoted field has a line's end in it, a cut could
go through it, and the job ends: --whole then gives each file to a worker as it is. JSON lines
need no header; a query's rows come with the names of its columns, and so do Parquet files: --sql
'select * from parquet.`members`'.

With python3 it is Spark's configuration, or --master, that says where the cluster is; by
spark-submit, which prints messages among the results, give --output FILE.

The status is COMMAND's: 0 done, 1 rows were rejected, 2 the command line, 3 the system.
"""

import argparse
import csv
import datetime
import io
import os
import subprocess
import sys
import threading

try:
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession
except ImportError as lack:
    print(f"hz-spark: there is no Spark here ({lack}): pip install pyspark, or spark-submit", file=sys.stderr)
    sys.exit(3)

MESSAGES = 10  # that are shown of all parts
OWN = {"-o", "--output", "--reject", "--findings", "--manifest", "--partial", "--part", "--header"}


class Failed(Exception):
    """A part failed: tried once more elsewhere by Spark, and if it stays so, the job fails."""


def run(argument, chunks):
    """Runs a command on these bytes: its status, output and messages."""
    process = subprocess.Popen(
        argument, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    fault = []

    def feed():
        try:
            for chunk in chunks:
                process.stdin.write(chunk)
            process.stdin.close()
        except BrokenPipeError:
            pass  # it has failed, and says why
        except BaseException as error:  # of the rows: the command must not end as if these were all
            fault.append(error)
            process.kill()

    def listen():
        messages.append(process.stderr.read())

    messages = []
    threads = [threading.Thread(target=feed), threading.Thread(target=listen)]
    for thread in threads:
        thread.start()
    output = process.stdout.read()
    for thread in threads:
        thread.join()
    status = process.wait()
    if fault:
        raise fault[0]
    return status, output, messages[0].decode("utf-8", "replace").splitlines()


def merge(states, finish=False):
    """States joined to one, or to the result."""
    return run(["hz-merge"] + ([] if finish else ["--partial"]), states)


def is_state(status, state):
    """Whether it can be joined: a failed part says so in it. Rejected rows are status 1."""
    return status in (0, 1) and state and b"\nfailed," not in state


def lines_of(lines, part):
    """Lines as bytes; ends the job if a cut has gone through a quoted field."""
    quotes = 0
    for line in lines:
        quotes += line.count(b'"')
        yield line + b"\n"
    if quotes % 2:
        raise Failed(f"part {part}: a quoted field goes on in another part: take --whole")


def cell(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.datetime):
        return value.isoformat(" ")
    return str(value)


def rows_of(rows):
    for row in rows:
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerow([cell(value) for value in row])
        yield text.getvalue().encode()


def parts(command, headers, count, convert):
    """What is done to each partition: (state, messages, status)."""

    def part(index, rows):
        header = headers.value[index]
        name = f"{index + 1}/{count}"
        argument = command + ["--partial", "--part", name]
        if header is not None:
            argument += ["--header", header]
        status, state, messages = run(argument, convert(rows, name))
        if not is_state(status, state):
            raise Failed(f"part {name}: status {status}: " + " ".join(messages[:3]))
        yield state, [f"part {name}: {message}" for message in messages][:MESSAGES], status

    return part


def whole(command, count):
    """A file each, read where it lies."""

    def part(index, paths):
        for number, path in paths:
            name = f"{number + 1}/{count}"
            status, state, messages = run(command + ["--partial", "--part", name, path], [])
            if not is_state(status, state):
                raise Failed(f"{path}: status {status}: " + " ".join(messages[:3]))
            yield state, messages[:MESSAGES], status

    return part


def join(one, other):
    status, state, messages = merge([one[0], other[0]])
    if not is_state(status, state):
        raise Failed("hz-merge: " + " ".join(messages[:3]))
    return state, (one[1] + other[1])[:MESSAGES], max(one[2], other[2])


def files_of(context, patterns):
    """The files that these name, of a folder those that Spark would read, in order."""
    found = []
    for pattern in patterns:
        path = context._jvm.org.apache.hadoop.fs.Path(pattern)
        system = path.getFileSystem(context._jsc.hadoopConfiguration())
        statuses = list(system.globStatus(path) or [])
        if not statuses:
            raise SystemExit(f"hz-spark: {pattern}: there is no such file")
        for status in statuses:
            inner = system.listStatus(status.getPath()) if status.isDirectory() else [status]
            for file in inner:
                name = file.getPath().getName()
                if file.isFile() and not name.startswith((".", "_")) and file.getLen() > 0:
                    found.append(file.getPath().toString())
    if not found:
        raise SystemExit("hz-spark: there is no file with anything in it")
    return sorted(found)


def from_files(context, command, files, partitions):
    each, headers = [], []
    for file in files:
        lines = context.textFile(file, max(1, -(-partitions // len(files))), use_unicode=False)
        first = lines.first()
        is_json = first.lstrip(b"\xef\xbb\xbf").startswith(b"{")
        header = None if is_json else first.decode("utf-8", "surrogateescape")
        each.append(lines)
        headers += [header] * lines.getNumPartitions()
    rows = context.union(each)
    told = context.broadcast(headers)
    return rows.mapPartitionsWithIndex(parts(command, told, len(headers), lines_of))


def from_query(spark, command, query, partitions):
    frame = spark.sql(query)
    rows = frame.rdd if not partitions else frame.rdd.repartition(partitions)
    header = io.StringIO()
    csv.writer(header, lineterminator="").writerow(frame.columns)
    count = rows.getNumPartitions()
    headers = spark.sparkContext.broadcast([header.getvalue()] * count)
    convert = lambda rows, part: rows_of(rows)
    return rows.mapPartitionsWithIndex(parts(command, headers, count, convert))


def from_whole_files(context, command, files):
    local = [file[len("file:"):] if file.startswith("file:") else file for file in files]
    numbered = context.parallelize(list(enumerate(local)), len(local))
    return numbered.mapPartitionsWithIndex(whole(command, len(local)))


def arguments():
    parser = argparse.ArgumentParser(prog="hz-spark", description=__doc__.split("\n")[0])
    parser.add_argument("--partitions", type=int, default=0, metavar="N", help="at least so many")
    parser.add_argument("--whole", action="store_true", help="files are not cut")
    parser.add_argument("--master", metavar="URL", help="the cluster, as in local[4]")
    parser.add_argument("--output", metavar="FILE", help="the result, when it is whole")
    parser.add_argument("--sql", metavar="QUERY", help="its rows, instead of files")
    parser.add_argument(
        "command", nargs=argparse.REMAINDER, help="COMMAND [OPTION...] [-- FILE...]"
    )
    asked = parser.parse_args()
    command, files = asked.command, []
    if "--" in command:
        at = command.index("--")
        command, files = command[:at], command[at + 1:]
    own = [option for option in command if option.split("=")[0] in OWN]
    if not command or bool(files) == bool(asked.sql):
        parser.error("expected a command, and -- with files behind it, or --sql")
    if own:
        parser.error(f"{own[0]}: it would be done by every worker: redirect what is printed")
    return asked, command, files


def main():
    asked, command, files = arguments()
    builder = SparkSession.builder.appName("hz-spark")
    spark = None
    try:
        spark = (builder.master(asked.master) if asked.master else builder).getOrCreate()
        context = spark.sparkContext
        if asked.sql:
            states = from_query(spark, command, asked.sql, asked.partitions)
        elif asked.whole:
            states = from_whole_files(context, command, files_of(context, files))
        else:
            partitions = asked.partitions or context.defaultParallelism
            states = from_files(context, command, files_of(context, files), partitions)
        state, messages, status = states.treeReduce(join)
    except (PySparkException, Py4JError) as error:
        print(f"hz-spark: {reason(error)}", file=sys.stderr)
        return 3
    finally:
        if spark:
            spark.stop()
    for message in messages:
        print(message, file=sys.stderr)
    last, result, messages = merge([state], finish=True)
    for message in messages:
        print(message, file=sys.stderr)
    write(result, asked.output)
    return max(status, last)


def write(result, path):
    if not path:
        with open(1, "wb", closefd=False) as file:
            file.write(result)
        return
    with open(path + ".new", "wb") as file:
        file.write(result)
    os.replace(path + ".new", path)


def reason(error):
    """Of Java's and Python's stack, the sentence that a part has failed with."""
    if "JAVA_GATEWAY_EXITED" in str(error):
        return "there is no Java here that runs Spark: set JAVA_HOME, or install one"
    for line in str(error).splitlines():
        for mark in ("Failed: ", "FileNotFoundError: "):
            if mark in line:
                return line.split(mark, 1)[1]
    return str(error).splitlines()[0]


if __name__ == "__main__":
    try:
        sys.exit(main())
    except OSError as error:  # of hz-merge here, or of the result's place
        print(f"hz-spark: {error.filename or 'standard output'}: {error.strerror}", file=sys.stderr)
        sys.exit(3)
