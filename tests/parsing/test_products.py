from types import SimpleNamespace

import numpy as np
import pytest
from thinc.api import Linear, NumpyOps, Relu, chain

from dateline.parse.products import FEWEST, THREADS, NumpyProducts, use_numpy

OPS = NumpyProducts(use_blis=False)


def matrix(rows: int, columns: int) -> np.ndarray:
    return np.random.default_rng(rows).standard_normal((rows, columns)).astype("float32")


@pytest.mark.parametrize("rows", [0, 1, 7, FEWEST - 1, FEWEST, 200])
@pytest.mark.parametrize("given", [False, True])
def test_products_are_those_of_blis(rows: int, given: bool) -> None:
    x, y = matrix(rows, 96), matrix(50, 96)
    out = np.empty((rows, 50), dtype="float32") if given else None
    found = OPS.gemm(x, y, out=out, trans2=True)
    assert found.shape == (rows, 50)
    assert np.allclose(found, x @ y.T, atol=1e-4)
    if out is not None:
        assert found is out
    if rows:
        assert np.allclose(found, NumpyOps().gemm(x, y, trans2=True), atol=1e-4)


@pytest.mark.parametrize("width", [64, 96, 300, 480])
def test_a_row_comes_out_the_same_in_any_company(width: int) -> None:
    x, y = matrix(300, width), matrix(96, width)
    whole = OPS.gemm(x, y, trans2=True)
    for rows in (1, 2, 3, 12, 17, 40, 90):
        assert np.array_equal(OPS.gemm(x[:rows], y, trans2=True), whole[:rows])


def test_transposed_first() -> None:
    x, y = matrix(20, 30), matrix(20, 40)
    assert np.allclose(OPS.gemm(x, y, trans1=True), x.T @ y, atol=1e-4)


class Own(NumpyOps):
    pass


@pytest.mark.parametrize(
    ("threads", "kind"),
    [
        ({"OPENBLAS_NUM_THREADS": "1"}, NumpyProducts),
        ({"OMP_NUM_THREADS": "1"}, NumpyProducts),
        ({"OPENBLAS_NUM_THREADS": "2", "OMP_NUM_THREADS": "1"}, NumpyOps),
        ({}, NumpyOps),
    ],
)
def test_numpy_only_on_one_thread_and_for_blis_alone(
    threads: dict[str, str], kind: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in THREADS:
        monkeypatch.delenv(name, raising=False)
    for name, value in threads.items():
        monkeypatch.setenv(name, value)
    model = chain(Relu(4, 4), Linear(4, 4))
    blis, own = NumpyOps(), Own()
    model.layers[0].ops, model.layers[1].ops = blis, own
    components = [
        ("tagger", SimpleNamespace(model=model)),
        ("rules", object()),
        ("old", SimpleNamespace(model=True)),
    ]
    use_numpy(SimpleNamespace(pipeline=components))
    assert type(model.layers[0].ops) is kind
    assert model.layers[1].ops is own
