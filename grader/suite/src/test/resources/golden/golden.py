"""Writes golden vectors in the form that Golden.java reads; used by the scripts beside it."""
import platform
import numpy as np


def write(path, script, matrices, extra=""):
    """One block a matrix: NAME ROWS COLUMNS, then the rows in full precision."""
    with open(path, "w", encoding="utf-8") as out:
        out.write(f"# made by {script} with Python {platform.python_version()}, NumPy {np.__version__}{extra}\n")
        for name, value in matrices.items():
            m = np.atleast_2d(np.asarray(value, dtype=float))
            out.write(f"{name} {m.shape[0]} {m.shape[1]}\n")
            for row in m:
                out.write(" ".join(repr(float(v)) for v in row) + "\n")
