"""Y = XW + b and its gradients for L = sum(U * Y), written out index by index with einsum."""
import numpy as np
from golden import write

r = np.random.RandomState(7)
X, W, b, U = r.randn(4, 3), r.randn(3, 5), r.randn(1, 5), r.randn(4, 5)
write(
    "affine.txt",
    "affine.py",
    {
        "X": X,
        "W": W,
        "b": b,
        "U": U,
        "Y": np.einsum("ni,ij->nj", X, W) + b,
        "dX": np.einsum("nj,ij->ni", U, W),
        "dW": np.einsum("ni,nj->ij", X, U),
        "db": np.einsum("nj->j", U),
    },
)
