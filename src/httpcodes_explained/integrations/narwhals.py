"""
Explanations as columns of a data frame: pandas, polars, PyArrow, DuckDB, PySpark, through narwhals.

For a report, aggregate first and explain the few rows that are left: it is several times as fast as
explaining every row of a log. Engines that narwhals does not reach join what ``httpcodes export``
writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

import narwhals.stable.v2 as nw
from narwhals.stable.v2.dtypes import DType
from narwhals.stable.v2.typing import IntoFrameT

from httpcodes_explained._model import Vendor
from httpcodes_explained._registry import Registry
from httpcodes_explained._rows import row_of

__all__ = ["explain_column"]

_Frame = nw.DataFrame[Any] | nw.LazyFrame[Any]
_Row = Mapping[str, str | int | None]

_LARGEST: Mapping[type[DType], int] = {nw.Int8: 127, nw.UInt8: 255}
_TYPES: Mapping[type[object], DType] = {bool: nw.Boolean(), int: nw.Int64()}

_POSITIONS = (nw.Int8, nw.Int16, nw.Int32, nw.Int64, nw.UInt8, nw.UInt16, nw.UInt32)
"""The integers that DuckDB takes as a position in a list."""


def explain_column(
    frame: IntoFrameT,
    column: str,
    *,
    fields: str | Sequence[str] = ("name", "summary"),
    vendor: str | Vendor | None = None,
) -> IntoFrameT:
    """
    Return the frame with what its status codes mean, each field in a new column ``<column>_<field>``.

    Rows, their order and the other columns stay as they are, and a lazy frame stays lazy. A code that
    nobody is known to define, and a null, give null. As ever in pandas, numbers and truth values with
    nulls among them become floats and objects.

    Args:
        frame: A pandas, polars (eager or lazy), PyArrow, DuckDB or PySpark frame.
        column: The column of status codes: integers, floats, strings or categories. Strings are
            compared as they stand: ``"404"`` is a code; ``"404 "``, ``"404.0"`` and ``"-"`` are none.
            Categories are compared by their texts.
        fields: What to add: keys of `Registry.to_records`.
        vendor: Take this vendor's meaning of a number, else the registered one, as `explain` does.

    Raises:
        ValueError: The frame has no such column or one of a new name already, or there is no such
            field. Case does not tell two columns apart in DuckDB and Spark, nor here.
        TypeError: `frame` is no frame, or the column holds something else, such as Python objects.
        UnknownCodeError: There is no such vendor.
    """
    wrapped: _Frame = nw.from_native(frame)
    dtype = _dtype_of(wrapped, column)
    rows = _rows(vendor)
    wanted = _checked(fields, next(iter(rows.values())))
    new = {field: f"{column}_{field}" for field in wanted}
    _check_new(wrapped, new.values())
    answers = {number: {new[field]: row[field] for field in wanted} for number, row in rows.items()}
    return cast("IntoFrameT", _explained(wrapped, column, dtype, answers).to_native())


def _rows(vendor: str | Vendor | None) -> dict[int, _Row]:
    """Return the row of what `explain` answers, for every status that it knows."""
    registry = Registry.default()
    defined = filter(registry._owners_of, range(100, 1000))
    explanations = {number: registry.explain(number, vendor=vendor) for number in defined}
    return {number: row_of(registry, found.record) for number, found in explanations.items() if found.known}


def _checked(fields: str | Iterable[str], row: _Row) -> tuple[str, ...]:
    wanted = (fields,) if isinstance(fields, str) else tuple(dict.fromkeys(fields))
    unknown = [repr(field) for field in wanted if field not in row]
    if unknown or not wanted:
        msg = f"fields: expected some of {', '.join(row)}; found {', '.join(unknown) or 'none'}"
        raise ValueError(msg)
    return wanted


def _dtype_of(frame: _Frame, column: str) -> DType:
    schema = frame.collect_schema()
    if column not in schema:
        msg = f"the frame has no column {column!r}: it has {', '.join(schema)}"
        raise ValueError(msg)
    dtype = schema[column]
    if dtype.is_integer() or dtype.is_float() or isinstance(dtype, nw.String | nw.Categorical | nw.Enum | nw.Unknown):
        return dtype
    hint = "; give it a type first, such as Int64 or String" if isinstance(dtype, nw.Object) else ""
    msg = f"column {column!r} is of type {dtype}: expected integers, floats, strings or categories{hint}"
    raise TypeError(msg)


def _check_new(frame: _Frame, names: Iterable[str]) -> None:
    """Refuse a name that is there already: engines would replace, rename or double the column."""
    speaks_sql = isinstance(frame, nw.LazyFrame) and not frame.implementation.is_polars()
    there = frame.collect_schema().names()
    folded = {name.casefold() if speaks_sql else name for name in there}
    clashes = [name for name in names if (name.casefold() if speaks_sql else name) in folded]
    if clashes:
        msg = f"the frame has a column {clashes[0]!r} already: rename or drop it"
        raise ValueError(msg)


def _explained(frame: _Frame, column: str, dtype: DType, answers: Mapping[int, _Row]) -> _Frame:
    """Return the frame with the columns that `answers` names."""
    names = next(iter(answers.values()))
    types = {name: _type_of(row[name] for row in answers.values()) for name in names}
    if isinstance(dtype, nw.Unknown):
        # Such as polars' Null, which is what a column without rows often is.
        return frame.with_columns(**{name: nw.lit(None, of) for name, of in types.items()})
    if frame.implementation.is_polars() or frame.implementation.is_duckdb():
        return _from_struct(frame, column, dtype, answers, types)
    fields = {name: {number: row[name] for number, row in answers.items()} for name in names}
    return frame.with_columns(**{name: _replaced(column, dtype, fields[name], of) for name, of in types.items()})


def _from_struct(
    frame: _Frame, column: str, dtype: DType, answers: Mapping[int, _Row], types: Mapping[str, DType]
) -> _Frame:
    """Look each code up once for all fields. Not a join: it would lose the order of the rows."""
    old = frame.collect_schema().names()
    struct = nw.generate_temporary_column_name(8, [*old, *types])
    if frame.implementation.is_duckdb() and isinstance(dtype, _POSITIONS):
        frame = _listed_in_duckdb(frame, column, answers, struct)
    else:
        frame = frame.with_columns(_replaced(column, dtype, answers, nw.Struct(types)).alias(struct))
    return frame.select(
        nw.col(*old), **{name: nw.col(struct).struct.field(name).cast(of) for name, of in types.items()}
    )


def _replaced(column: str, dtype: DType, answers: Mapping[int, Any], of: DType) -> nw.Expr:
    """Return the answers to the codes; the keys take the column's type, never the column theirs."""
    codes = nw.col(column)
    if isinstance(dtype, nw.Categorical | nw.Enum):
        codes = codes.cast(nw.String())
    key = int if dtype.is_integer() else float if dtype.is_float() else str
    largest = _LARGEST.get(type(dtype), 999)
    keyed = {key(number): answer for number, answer in answers.items() if number <= largest}
    return codes.replace_strict(list(keyed), list(keyed.values()), default=None, return_dtype=of)


def _listed_in_duckdb(frame: _Frame, column: str, answers: Mapping[int, _Row], struct: str) -> _Frame:
    """Return the frame with a column of structs: DuckDB finds a position in a list far faster than a key in a map."""
    duckdb = nw.get_native_namespace(frame)
    codes = duckdb.ColumnExpression(column)
    # Lists count from 1, and from their end for what is below it.
    listed = duckdb.ConstantExpression([answers.get(number) for number in range(1, 1000)])
    known = (codes >= duckdb.ConstantExpression(100)) & (codes <= duckdb.ConstantExpression(999))
    found = duckdb.CaseExpression(known, duckdb.FunctionExpression("list_extract", listed, codes))
    relation: Any = frame.to_native().select(duckdb.StarExpression(), found.alias(struct))
    return cast("_Frame", nw.from_native(relation))


def _type_of(values: Iterable[object]) -> DType:
    return next((_TYPES.get(type(value), nw.String()) for value in values if value is not None), nw.String())
