"""The parser's matrix products through numpy's own BLAS.

thinc multiplies with blis, which on common processors takes three times as long as the BLAS that numpy brings
along; the products are nearly all that the parser does.
"""

import os
from typing import Any

import numpy as np
from thinc.api import Model, NumpyOps

#: Rows below which a BLAS may add up in another order; such products are done with empty rows added, so
#: that the tree of a sentence does not depend on what else stands in the batch.
FEWEST = 64
THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS")


class NumpyProducts(NumpyOps):  # type: ignore[misc]  # thinc compiles it, without types
    """thinc's operations on the processor, products by numpy."""

    def gemm(
        self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False
    ) -> Any:
        """The product of two matrices, either of them transposed first if asked."""
        if trans1 or len(x) >= FEWEST:
            return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
        padded = np.zeros((FEWEST, x.shape[1]), dtype=x.dtype)
        padded[: len(x)] = x
        found = super().gemm(padded, y, trans2=trans2)[: len(x)]
        if out is None:
            return found
        out[:] = found
        return out


def use_numpy(nlp: Any) -> None:
    """Let every model of a spaCy pipeline that computes with blis compute with numpy instead.

    Only where numpy's BLAS was told to keep to one thread, as the command line does: on matrices this small
    several threads mostly wait for each other, and on a busy machine take longer than blis.
    """
    if _threads() != "1":
        return
    ops = NumpyProducts(use_blis=False)
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in model.walk() if isinstance(model, Model) else ():
            if type(node.ops) is NumpyOps:
                node.ops = ops


def _threads() -> str | None:
    """How many threads OpenBLAS was told to use, by the names it reads, in its order."""
    return next((os.environ[n] for n in THREADS if n in os.environ), None)
