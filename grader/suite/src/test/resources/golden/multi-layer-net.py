"""A small sigmoid network in NumPy: scores, loss and gradients of one mini-batch."""
import os

import numpy as np

import golden

r = np.random.RandomState(22)
X = r.randn(5, 4)
labels = np.array([2, 0, 1, 1, 2])
W1, b1, W2, b2 = r.randn(4, 3), r.randn(3), r.randn(3, 3), r.randn(3)

h = 1 / (1 + np.exp(-(X @ W1 + b1)))
scores = h @ W2 + b2
logp = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
loss = -logp[np.arange(5), labels].mean()
d = (np.exp(logp) - np.eye(3)[labels]) / 5
dh = np.einsum("nk,jk->nj", d, W2) * h * (1 - h)
out = {
    "X": X, "labels": labels, "W1": W1, "b1": b1, "W2": W2, "b2": b2,
    "scores": scores, "loss": loss,
    "dW1": np.einsum("ni,nj->ij", X, dh), "db1": dh.sum(axis=0),
    "dW2": np.einsum("nj,nk->jk", h, d), "db2": d.sum(axis=0),
}
here = os.path.dirname(os.path.abspath(__file__))
golden.write(os.path.join(here, "multi-layer-net.txt"), "multi-layer-net.py", out)
