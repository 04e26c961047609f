"""
The speed of explain_column(), measured: ``python -m tests.benchmark_frames [ROWS]``.

Every figure is paired: explain_column() and the engine's own way to the same two columns run in
turn, and the median of the pairwise ratios is printed beside the target. It judges nothing.
"""

from __future__ import annotations

import os
import statistics
import sys
from collections.abc import Callable
from time import perf_counter
from typing import Any

import duckdb
import narwhals
import polars as pl

from httpcodes_explained import Registry
from httpcodes_explained.integrations.narwhals import explain_column

ROWS = 10_000_000
RUNS = 7
TARGET = 0.5
FIELDS = ("name", "summary")

# A log: most requests succeed, and a few percent end in one of many other ways.
WEIGHTS = {200: 70, 304: 8, 404: 8, 301: 4, 302: 3, 500: 2, 403: 1, 429: 1, 499: 1, 523: 1, 471: 1}

Run = Callable[[], Any]


def seconds(run: Run) -> float:
    """Return how long one run takes."""
    start = perf_counter()
    run()
    return perf_counter() - start


def compare(what: str, ours: Run, engine: Run, rows: int) -> None:
    """Print how fast `ours` is, in parts of the speed of `engine`."""
    pairs = [(seconds(ours), seconds(engine)) for _ in range(RUNS + 1)][1:]
    mine, theirs = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(engine / ours for ours, engine in pairs)
    print(
        f"{what:40} {mine:6.3f} s ({rows / mine / 1e6:5.1f} M/s)   engine {theirs:6.3f} s   "
        f"{ratio:5.2f} of the engine's speed   at least {TARGET}",
        flush=True,
    )


def status_column(rows: int) -> pl.DataFrame:
    """Return a log of so many rows, in an order without a pattern."""
    pool = pl.Series("status", [code for code, weight in WEIGHTS.items() for _ in range(weight)], dtype=pl.Int64)
    return pool.sample(rows, with_replacement=True, seed=1).to_frame()


def in_polars(logs: pl.DataFrame, answers: pl.DataFrame) -> None:
    """Compare with polars' own replace and join."""
    old = answers["status"]
    replaced = [
        pl.col("status").replace_strict(old, answers[name], default=None).alias(name) for name in answers.columns[1:]
    ]
    lazy = logs.lazy()
    ways: dict[str, tuple[Run, Run]] = {
        "polars, its replace_strict": (
            lambda: explain_column(logs, "status", fields=FIELDS),
            lambda: logs.with_columns(replaced),
        ),
        "polars, its join": (
            lambda: explain_column(logs, "status", fields=FIELDS),
            lambda: logs.join(answers, on="status", how="left", maintain_order="left"),
        ),
        "polars lazy, its replace_strict": (
            lambda: explain_column(lazy, "status", fields=FIELDS).collect(),
            lambda: lazy.with_columns(replaced).collect(),
        ),
        "polars lazy, its join": (
            lambda: explain_column(lazy, "status", fields=FIELDS).collect(),
            lambda: lazy.join(answers.lazy(), on="status", how="left", maintain_order="left").collect(),
        ),
    }
    for what, (ours, engine) in ways.items():
        compare(what, ours, engine, logs.height)


def in_duckdb(logs: pl.DataFrame, answers: pl.DataFrame) -> None:
    """Compare with DuckDB's own map and join, each followed by a count, and by a table."""
    connection = duckdb.connect()
    for name, frame in (("logs", logs), ("answers", answers)):
        connection.register("given", frame.to_arrow())
        connection.execute(f"create table {name} as select * from given")
    relation = connection.table("logs")
    keys = f"[{', '.join(map(str, answers['status']))}]"
    cells = [
        f"map({keys}, [{', '.join(map(quoted, answers[name]))}])[status] as {name}" for name in answers.columns[1:]
    ]
    mapped = f"select *, {', '.join(cells)} from logs"
    joined = "select * from logs left join answers using (status)"
    count = "select status_name, status_summary, count(*) from explained group by all"
    table = "create or replace temp table written as select * from explained"

    def run(made: Any, query: str) -> None:
        result = made.query("explained", query)
        if result is not None:
            result.fetchall()

    def ours(query: str) -> Run:
        return lambda: run(explain_column(relation, "status", fields=FIELDS), query)

    def engine(sql: str, query: str) -> Run:
        return lambda: run(connection.sql(sql), query)

    for what, query in (("counted", count), ("written", table)):
        compare(f"DuckDB {what}, its map", ours(query), engine(mapped, query), logs.height)
        compare(f"DuckDB {what}, its join", ours(query), engine(joined, query), logs.height)


def quoted(text: str) -> str:
    """Return a text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"


def main() -> None:
    """Measure and print."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    known = [row for row in Registry.default().to_records() if row["is_default"]]
    answers = pl.DataFrame(
        {"status": [row["code"] for row in known]}
        | {f"status_{field}": [row[field] for row in known] for field in FIELDS}
    )
    logs = status_column(rows)
    versions = f"polars {pl.__version__}, DuckDB {duckdb.__version__}, narwhals {narwhals.__version__}"
    print(f"{rows:,} rows, {len(known)} codes, {RUNS} pairs each, {os.cpu_count()} processors; {versions}")
    in_polars(logs, answers)
    in_duckdb(logs, answers)


if __name__ == "__main__":
    main()
