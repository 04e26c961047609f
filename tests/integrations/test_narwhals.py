"""explain_column() on every engine that it names."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from httpcodes_explained import Registry, UnknownCodeError, explain, lookup

narwhals = pytest.importorskip("narwhals.stable.v2")
duckdb = pytest.importorskip("duckdb")
pd = pytest.importorskip("pandas")
pl = pytest.importorskip("polars")
pa = pytest.importorskip("pyarrow")

from httpcodes_explained.integrations.narwhals import explain_column  # noqa: E402 (it imports narwhals)

JAVA = bool(shutil.which("java") or os.environ.get("JAVA_HOME"))

NULLABLE = {pa.int64(): pd.Int64Dtype(), pa.float64(): pd.Float64Dtype(), pa.string(): pd.StringDtype()}
TYPES = {"int": pa.int64(), "float": pa.float64(), "str": pa.string()}


@pytest.fixture(name="spark", scope="module")
def _spark() -> Iterator[Any]:
    sql = pytest.importorskip("pyspark.sql", reason="needs pyspark")
    if not JAVA:
        pytest.skip("needs Java 17: apt-get install openjdk-17-jre-headless")
    settings_of_session = {
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
    }
    session = sql.SparkSession.builder.master("local[1]").config(map=settings_of_session).getOrCreate()
    yield session
    session.stop()


ENGINES: dict[str, Callable[[Any], Any]] = {
    "polars": pl.from_arrow,
    "polars lazy": lambda table: pl.from_arrow(table).lazy(),
    "pandas": lambda table: table.to_pandas(),
    "pandas of arrow": lambda table: table.to_pandas(types_mapper=pd.ArrowDtype),
    "pandas nullable": lambda table: table.to_pandas(types_mapper=NULLABLE.get),
    "pyarrow": lambda table: table,
    "duckdb": duckdb.from_arrow,
}


def rows(frame: Any) -> list[tuple[Any, ...]]:
    """Return the rows of any engine's frame, with None for every sort of null."""
    if isinstance(frame, pl.LazyFrame):
        frame = frame.collect()
    if isinstance(frame, pl.DataFrame):
        found = frame.rows()
    elif isinstance(frame, pd.DataFrame):
        found = list(frame.itertuples(index=False, name=None))
    elif isinstance(frame, pa.Table):
        found = list(zip(*(column.to_pylist() for column in frame.columns), strict=True))
    elif isinstance(frame, duckdb.DuckDBPyRelation):
        found = frame.fetchall()
    else:
        found = [tuple(row) for row in frame.collect()]
    return [tuple(None if pd.isna(value) else value for value in row) for row in found]


def columns(frame: Any) -> list[str]:
    """Return the names of the columns."""
    if isinstance(frame, pl.LazyFrame):
        return list(frame.collect_schema())
    return list(frame.column_names if isinstance(frame, pa.Table) else frame.columns)


def logs(kind: str, *values: Any) -> Any:
    """Return a table of two columns, the second of which shows the order of the rows."""
    return pa.table({"status": pa.array(values, TYPES[kind]), "line": list(range(len(values)))})


def name(code: object) -> str | None:
    """Return the name that a column shall hold."""
    found = explain(code) if isinstance(code, int) and 100 <= code <= 999 else None
    return found.name if found is not None and found.known else None


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("kind", "values", "codes"),
    [
        ("int", (523, 404, None, 471, 200, 404, -1, 0, 99, 1000, 2**63 - 1, -(2**63)), None),
        ("int", (500, 404, 200), None),
        ("float", (523.0, 404.5, None, 404.0, float("inf"), -404.0), (523, None, None, 404, None, None)),
        ("str", ("404", "-", None, "404 ", "", "404.0", "Not Found", "523"), (404, *[None] * 6, 523)),
    ],
    ids=["integers", "descending", "floats", "strings"],
)
def test_columns_are_added(engine: str, kind: str, values: tuple[Any, ...], codes: tuple[Any, ...] | None) -> None:
    """Each row, where it stood, gains name and summary; what is no known code gains null."""
    frame = ENGINES[engine](logs(kind, *values))
    before = rows(frame)

    explained = explain_column(frame, "status")

    assert type(frame) is type(explained)
    assert ["status", "line", "status_name", "status_summary"] == columns(explained)
    found = rows(explained)
    assert before == [row[:2] for row in found] == rows(frame)
    assert [name(code) for code in codes or values] == [row[2] for row in found]
    assert [code and name(code) and explain(code).summary for code in codes or values] == [
        row[3] or (0 if codes is None and row[0] == 0 else None) for row in found
    ]


def test_spark(spark: Any) -> None:
    """PySpark gains the same columns, of integers, floats and strings, and stays lazy."""
    frame = spark.createDataFrame(
        [(523, "404", 404.0), (471, "-", 404.5), (None, None, None), (500, "404 ", -1.0)],
        "status int, text string, ratio double",
    )

    explained = explain_column(frame, "status", fields=("name", "log_level"))
    explained = explain_column(explained, "text", fields="is_error")
    explained = explain_column(explained, "ratio", fields="name")

    assert type(frame) is type(explained)
    assert [
        (523, "404", 404.0, name(523), 40, True, "Not Found"),
        (471, "-", 404.5, *[None] * 4),
        (None, None, None, *[None] * 4),
        (500, "404 ", -1.0, name(500), 40, None, None),
    ] == rows(explained)
    assert ["string", "bigint", "boolean", "string"] == [kind for _, kind in explained.dtypes[3:]]
    with pytest.raises(ValueError, match="'status_name' already"):
        explain_column(frame.withColumnRenamed("text", "Status_Name"), "status")


def test_spark_in_a_query(spark: Any) -> None:
    """The columns take part in what Spark runs next, such as a count of each name."""
    frame = spark.createDataFrame([(404,), (523,), (404,)], "status smallint")

    counted = explain_column(frame, "status", fields="name").groupBy("status_name").count().orderBy("count")

    assert [(name(523), 1), ("Not Found", 2)] == rows(counted)


@pytest.mark.parametrize("engine", ENGINES)
def test_each_type_of_answer(engine: str) -> None:
    """Texts, numbers and truth values come as such, and a field that no status has is null throughout."""
    frame = ENGINES[engine](logs("int", 404, 523))

    explained = explain_column(frame, "status", fields=("is_error", "log_level", "vendor", "registry_entry", "subcode"))

    assert [(True, 30, "iana", "Not Found", None), (True, 40, "cloudflare", None, None)] == [
        row[2:] for row in rows(explained)
    ]
    if not engine.startswith("pandas"):
        schema = narwhals.from_native(explained).collect_schema()
        expected = [narwhals.Boolean, narwhals.Int64, *[narwhals.String] * 3]
        assert expected == [schema[name] for name in columns(explained)[2:]]


@pytest.mark.parametrize("engine", ENGINES)
def test_every_field(engine: str) -> None:
    """Every key of to_records() is a field, and holds what the row of that record holds."""
    row = next(row for row in Registry.default().to_records() if row["id"] == "404")
    frame = ENGINES[engine](logs("int", 404))

    explained = explain_column(frame, "status", fields=list(row))

    assert [f"status_{key}" for key in row] == columns(explained)[2:]
    assert [tuple(row.values())] == [found[2:] for found in rows(explained)]


@pytest.mark.parametrize("engine", ENGINES)
def test_vendor(engine: str) -> None:
    """With a vendor, a number means what it means to that vendor, else what is registered, else nothing."""
    frame = ENGINES[engine](logs("int", 499, 404, 523))

    explained = explain_column(frame, "status", fields="id", vendor="esri")

    assert ["esri:499", "404", None] == [row[2] for row in rows(explained)]
    assert rows(explained) == rows(explain_column(frame, "status", fields="id", vendor=lookup("esri:499").vendor))
    with pytest.raises(UnknownCodeError, match="esri"):
        explain_column(frame, "status", vendor="esrj")


@pytest.mark.parametrize(
    "dtype", ["Int8", "UInt8", "Int16", "UInt16", "Int32", "UInt32", "UInt64", "Int128", "Float32"]
)
def test_numbers_of_polars(dtype: str) -> None:
    """The width of a number does not matter, even where it cannot hold every status."""
    # Int128 came with polars 1.18.
    frame = pl.DataFrame({"status": pl.Series([100, 101, None, 0], dtype=getattr(pl, dtype, pl.Int64))})

    explained = explain_column(frame, "status", fields="name")

    assert ["Continue", "Switching Protocols", None, None] == explained["status_name"].to_list()
    assert explained.drop("status_name").equals(frame)


@pytest.mark.parametrize("dtype", ["int8", "uint8", "int16", "uint32", "uint64", "float32"])
def test_numbers_of_arrow_and_pandas(dtype: str) -> None:
    """The width of a number does not matter to PyArrow and pandas."""
    table = pa.table({"status": pa.array([100, 101, 0], getattr(pa, dtype)())})

    for frame in (table, table.to_pandas(), table.to_pandas(types_mapper=pd.ArrowDtype)):
        assert ["Continue", "Switching Protocols", None] == [row[1] for row in rows(explain_column(frame, "status"))]


@pytest.mark.parametrize(
    "dtype",
    ["tinyint", "utinyint", "smallint", "uinteger", "bigint", "ubigint", "hugeint", "uhugeint", "float", "varchar"],
)
def test_numbers_of_duckdb(dtype: str) -> None:
    """The width of a number does not matter to DuckDB."""
    frame = duckdb.sql(f"select s::{dtype} as status from (values (100), (101), (null), (0)) as t(s)")

    found = rows(explain_column(frame, "status", fields="name"))

    assert ["Continue", "Switching Protocols", None, None] == [row[1] for row in found]
    assert rows(frame) == [row[:1] for row in found]


@pytest.mark.parametrize(
    "frame",
    [
        pl.DataFrame({"status": pl.Series(["404", "-", None], dtype=pl.Categorical)}),
        pl.LazyFrame({"status": pl.Series(["404", "-", None], dtype=pl.Enum(["404", "-"]))}),
        pd.DataFrame({"status": pd.Series(["404", "-", None], dtype="category")}),
        pd.DataFrame({"status": pd.Series([404, 471, None], dtype="Int64").astype("category")}),
        pa.table({"status": pa.array(["404", "-", None]).dictionary_encode()}),
        pa.table({"status": pa.array([404, 471, None]).dictionary_encode()}),
        duckdb.sql("select s::enum('404', '-') as status from (values ('404'), ('-'), (null)) as t(s)"),
    ],
    ids=["polars", "polars enum", "pandas", "pandas of numbers", "pyarrow", "pyarrow of numbers", "duckdb"],
)
def test_categories(frame: Any) -> None:
    """Categories are read as their texts, and the column stays one of categories."""
    before = narwhals.from_native(frame).collect_schema()["status"]

    explained = explain_column(frame, "status", fields="id")

    assert ["404", None, None] == [row[1] for row in rows(explained)]
    assert before == narwhals.from_native(explained).collect_schema()["status"]


@pytest.mark.parametrize(
    "frame",
    [
        pl.DataFrame({"status": []}),
        pl.LazyFrame({"status": []}),
        pd.DataFrame({"status": []}),
        pd.DataFrame({"status": pd.Series([], dtype=object)}),
        pa.table({"status": pa.array([])}),
        pa.table({"status": pa.chunked_array([], pa.int64())}),
        duckdb.sql("select 404 as status where false"),
    ],
    ids=["polars", "polars lazy", "pandas", "pandas objects", "pyarrow", "pyarrow without chunks", "duckdb"],
)
def test_no_rows(frame: Any) -> None:
    """A frame without rows gains its columns all the same."""
    explained = explain_column(frame, "status")

    assert ["status", "status_name", "status_summary"] == columns(explained)
    assert [] == rows(explained)


@pytest.mark.parametrize(
    "frame",
    [
        pl.DataFrame({"status": [None]}),
        pl.LazyFrame({"status": [None]}),
        pd.DataFrame({"status": [None]}),
        pa.table({"status": pa.array([None])}),
        duckdb.sql("select null as status"),
    ],
    ids=["polars", "polars lazy", "pandas", "pyarrow", "duckdb"],
)
def test_nothing_but_nulls(frame: Any) -> None:
    """A column of nulls, of which no engine can tell the type, is explained by nulls."""
    assert [(None, None, None)] == rows(explain_column(frame, "status"))


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        (pd.DataFrame({"status": [404, "-"]}), r"'status' is of type Object: .*; give it a type first"),
        (pd.DataFrame({"status": pd.Series([10**30, None], dtype=object)}), "Object"),
        (pl.DataFrame({"status": pl.Series([404], dtype=pl.Object)}), "Object"),
        (pl.DataFrame({"status": [True]}), "Boolean: expected integers, floats, strings or categories$"),
        (pl.LazyFrame({"status": [[404]]}), "List"),
        (duckdb.sql("select 404::decimal(10, 2) as status"), "Decimal"),
        ([404], "list"),
        ({"status": [404]}, "dict"),
        (pd.Series([404], name="status"), "series"),
        (None, "NoneType"),
    ],
)
def test_other_types(frame: Any, expected: str) -> None:
    """What is no column of codes, or no frame, is a TypeError that says what was expected."""
    with pytest.raises(TypeError, match=expected):
        explain_column(frame, "status")


def run_now(frame: Any) -> Any:
    """Fail, which a query that is only being made must not."""
    raise AssertionError("the query ran")


def test_lazy_frames_do_not_run() -> None:
    """Nothing of a lazy frame runs before it is collected, whatever is right or wrong with the call."""
    schema = {"status": pl.Int64, "status_summary": pl.String}
    frame = pl.LazyFrame(schema=schema).map_batches(run_now, schema=schema)

    explained = explain_column(frame, "status", fields="name")
    with pytest.raises(ValueError, match="'status_summary' already"):
        explain_column(frame, "status")
    with pytest.raises(Exception, match="the query ran"):
        explained.collect()


def test_duckdb_does_not_run() -> None:
    """A relation that cannot be computed is explained, and fails only when it is fetched."""
    frame = duckdb.sql("select case when range < 1 then error('the query ran') else range end as status from range(3)")

    explained = explain_column(frame, "status")

    with pytest.raises(duckdb.Error, match="the query ran"):
        explained.fetchall()


@pytest.mark.parametrize("engine", ENGINES)
def test_wrong_names(engine: str) -> None:
    """A column that is missing, a new one that is there, a field that is not: each is named, before anything runs."""
    table = logs("int", 404)
    frame = ENGINES[engine](table)

    with pytest.raises(ValueError, match="no column 'code': it has status, line"):
        explain_column(frame, "code")
    with pytest.raises(ValueError, match=r"fields: expected some of id, code, .*; found 'nmae', 'causes'$"):
        explain_column(frame, "status", fields=("name", "nmae", "causes"))
    with pytest.raises(ValueError, match="found none"):
        explain_column(frame, "status", fields=())
    with pytest.raises(ValueError, match="a column 'status_summary' already: rename or drop it"):
        explain_column(ENGINES[engine](table.rename_columns(["status", "status_summary"])), "status")
    assert 3 == len(columns(explain_column(frame, "status", fields=("name", "name"))))


def test_case_of_names() -> None:
    """Case tells columns apart where the engine says so, and is a clash in SQL."""
    table = logs("int", 404).rename_columns(["status", "Status_Name"])

    assert ["status", "Status_Name", "status_name"] == columns(
        explain_column(ENGINES["polars lazy"](table), "status", fields="name")
    )
    with pytest.raises(ValueError, match="'status_name' already"):
        explain_column(duckdb.from_arrow(table), "status", fields="name")


# DuckDB itself read a dot or a quote in a name as SQL before 2.0.
ODD_NAMES = [
    (engine, column)
    for engine in ENGINES
    for column in ("http.status", "select", 'a"b', "a b", "é", "status'; drop table logs; --")
    if engine != "duckdb" or int(duckdb.__version__.split(".")[0]) > 1 or not {".", '"'} & set(column)
]


@pytest.mark.parametrize(("engine", "column"), ODD_NAMES)
def test_odd_names(engine: str, column: str) -> None:
    """Any name of a column is a name, never code, and columns beside it stay."""
    for kind, value in (("int", 404), ("str", "404")):
        table = logs(kind, value).rename_columns([column, "Z z"])

        explained = explain_column(ENGINES[engine](table), column, fields="name")

        assert [column, "Z z", f"{column}_name"] == columns(explained)
        assert [(value, 0, "Not Found")] == rows(explained)


def test_pandas_keeps_its_index() -> None:
    """The index of a pandas frame stays, doubled labels included, and so does the frame that was given."""
    frame = pd.DataFrame({"status": [404, 200, 471]}, index=[7, 7, 1])
    before = frame.copy()

    explained = explain_column(frame, "status")

    assert [7, 7, 1] == list(explained.index)
    pd.testing.assert_frame_equal(before, frame)
    pd.testing.assert_series_equal(before["status"], explained["status"])


def test_twice() -> None:
    """Two columns of one frame can be explained, in one lazy query."""
    frame = duckdb.sql("select 404 as status, 502 as upstream")

    explained = explain_column(explain_column(frame, "status", fields="name"), "upstream", fields="name")

    assert [(404, 502, "Not Found", "Bad Gateway")] == rows(explained)


@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=10, deadline=None)
@given(values=st.lists(st.none() | st.integers(90, 1010) | st.integers(-(2**63), 2**63 - 1), max_size=30))
def test_arbitrary_numbers(engine: str, values: list[int | None]) -> None:
    """Whatever number a row holds, it gains the name that explain() gives a known status, or null."""
    if engine == "pandas":
        # Its floats, which hold integers beside nulls, are exact to 53 bits only.
        values = [value for value in values if value is not None]
    found = rows(explain_column(ENGINES[engine](logs("int", *values)), "status", fields="name"))

    assert [(value, line, name(value)) for line, value in enumerate(values)] == found


@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=10, deadline=None)
@given(values=st.lists(st.integers(90, 1010).map(str) | st.text(st.characters(exclude_categories=["Cs"])), max_size=30))
def test_arbitrary_texts(engine: str, values: list[str]) -> None:
    """Whatever text a row holds, only the three digits of a known status gain a name."""
    found = rows(explain_column(ENGINES[engine](logs("str", *values)), "status", fields="name"))

    digits = {str(number): name(number) for number in range(100, 1000)}
    assert [(value, line, digits.get(value)) for line, value in enumerate(values)] == found


def test_no_engine_is_imported() -> None:
    """The module imports narwhals and no engine."""
    code = (
        "import sys, httpcodes_explained.integrations.narwhals;"
        "print({'pandas', 'polars', 'pyarrow', 'duckdb', 'pyspark', 'numpy'} & set(sys.modules))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "set()\n" == result.stdout
