"""Softmax, cross-entropy and its gradient in 50 digits, so that nothing over- or underflows."""
import numpy as np
from mpmath import exp, log, mp, mpf, __version__
from golden import write

mp.dps = 50
r = np.random.RandomState(8)
Z, labels = 2 * r.randn(4, 3), [2, 0, 1, 2]

P = []
for row in Z:
    e = [exp(mpf(float(z))) for z in row]
    P.append([v / sum(e) for v in e])
loss = -sum(log(P[n][t]) for n, t in enumerate(labels)) / len(labels)
D = [[(p - (j == labels[n])) / len(labels) for j, p in enumerate(row)] for n, row in enumerate(P)]

write(
    "softmax-cross-entropy.txt",
    "softmax-cross-entropy.py",
    {
        "Z": Z,
        "labels": labels,
        "P": [[float(p) for p in row] for row in P],
        "loss": float(loss),
        "D": [[float(d) for d in row] for row in D],
    },
    f", mpmath {__version__}",
)
