"""Tables of profiles in, tables of results out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from . import _boussole
from ._errors import TableError

if TYPE_CHECKING:
    import pyarrow


class Results:
    """The first métiers of many students: a stream of record batches that is read once.

    Anything that takes Arrow streams reads it: ``pyarrow.table(results)``, ``polars.DataFrame(results)``, or a reader of pyarrow that
    writes Parquet as it goes. Columns: ``id`` (as in the profiles), ``rank``, ``metier``, ``score``, ``tie_group``, ``n_tied`` and
    ``error``, which is null but for students who cannot be ranked.
    """

    def __init__(self, inner: _boussole.Results, progress: Callable[[int], object] | None) -> None:
        self._inner = inner
        if progress is not None:
            inner.tell(progress)

    @property
    def n_students(self) -> int:
        """How many students have been answered so far."""
        return self._inner.n_students()

    @property
    def n_errors(self) -> int:
        """How many of them could not be ranked."""
        return self._inner.n_errors()

    @property
    def ignored_columns(self) -> list[str]:
        """The columns of the profiles that say nothing of a profile."""
        return self._inner.ignored_columns()

    @property
    def schema(self) -> pyarrow.Schema:
        """The columns, as pyarrow has them."""
        import pyarrow

        return pyarrow.schema(self._inner)

    def read_all(self) -> pyarrow.Table:
        """All that is left, as a table of pyarrow."""
        import pyarrow

        return pyarrow.Table.from_batches(self, schema=self.schema)

    def __iter__(self) -> Iterator[pyarrow.RecordBatch]:
        return iter(self._inner)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._inner.__arrow_c_stream__(requested_schema)

    def __arrow_c_schema__(self) -> object:
        return self._inner.__arrow_c_schema__()

    def __repr__(self) -> str:
        return f"<Results of {self.n_students} students so far, {self.n_errors} of them errors>"


def profiles_of(table: Any) -> Any:
    """What the extension reads as a stream."""
    if type(table).__module__.split(".")[0] in ("duckdb", "_duckdb"):
        # DuckDB holds its connection while a stream of it is open, so that a query that reads the results would wait for itself.
        return table.to_arrow_table()
    if hasattr(table, "__arrow_c_stream__"):
        return table
    if hasattr(table, "__arrow_c_array__"):
        import pyarrow

        return pyarrow.Table.from_batches([pyarrow.record_batch(table)])
    raise TableError(
        f"table: expected a table with __arrow_c_stream__ (pyarrow, Polars, pandas, DuckDB), found {type(table).__name__}; "
        "pyarrow.Table.from_pylist makes one from a list of dicts"
    )
