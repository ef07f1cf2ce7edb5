"""Softmax regression on seven images of 2x2 pixels, trained by mini-batches in NumPy."""
import os

import numpy as np

import golden

r = np.random.RandomState(23)
pixels = r.randint(0, 256, (7, 4))
labels = r.randint(0, 3, 7)
W, b = r.randn(4, 3), r.randn(3)
batches = [[4, 0, 2], [6, 1, 5], [3]]
rate = 0.5
out = {"pixels": pixels, "labels": labels, "W": W.copy(), "b": b.copy()}
x, t = pixels / 255, np.eye(3)[labels]
z = x @ W + b
out["before"] = -(t * (z - np.log(np.exp(z).sum(axis=1, keepdims=True)))).sum(axis=1).mean()
losses = []
for batch in batches:
    x, t = pixels[batch] / 255, np.eye(3)[labels[batch]]
    z = x @ W + b
    logp = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    losses.append(-(t * logp).sum(axis=1).mean())
    d = (np.exp(logp) - t) / len(batch)
    W -= rate * np.einsum("ni,nk->ik", x, d)
    b -= rate * d.sum(axis=0)
    if len(losses) == 1:
        out["W.after1"], out["b.after1"] = W.copy(), b.copy()
out["W.after3"], out["b.after3"] = W, b
out["losses"] = losses
out["mean"] = (3 * losses[0] + 3 * losses[1] + losses[2]) / 7
here = os.path.dirname(os.path.abspath(__file__))
golden.write(os.path.join(here, "trainer.txt"), "trainer.py", out)
