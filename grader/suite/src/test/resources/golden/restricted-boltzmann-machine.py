"""CD-1 and greedy pre-training in NumPy, on the uniform numbers that RandomSource draws."""
import os

import numpy as np

import golden

MASK = (1 << 64) - 1


class SplitMix64:
    """java: new RandomSource(seed).nextDouble()"""

    def __init__(self, seed):
        self.state = seed

    def uniform(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        z ^= z >> 31
        return (z >> 11) * 2.0**-53

    def matrix(self, rows, columns):
        return np.array([[self.uniform() for _ in range(columns)] for _ in range(rows)])


def sigma(z):
    return 1 / (1 + np.exp(-z))


def cd1(rbm, v, rate, u):
    """One step, in place; einsum and means, to be no copy of any solution."""
    p0 = sigma(np.einsum("nv,vh->nh", v, rbm["W"]) + rbm["c"])
    h0 = (u < p0).astype(float)
    z = np.einsum("nh,vh->nv", h0, rbm["W"]) + rbm["b"]
    v1 = z if rbm["real"] else sigma(z)
    p1 = sigma(np.einsum("nv,vh->nh", v1, rbm["W"]) + rbm["c"])
    rbm["W"] += rate * (v[:, :, None] * p0[:, None, :] - v1[:, :, None] * p1[:, None, :]).mean(axis=0)
    rbm["b"] += rate * (v - v1).mean(axis=0)
    rbm["c"] += rate * (p0 - p1).mean(axis=0)
    return ((v - v1) ** 2).sum(axis=1).mean()


def machine(r, visible, hidden, real):
    return {"W": r.randn(visible, hidden), "b": r.randn(visible), "c": r.randn(hidden), "real": real}


r = np.random.RandomState(20)
out = {}
for kind, real in (("binary", False), ("real", True)):
    rbm = machine(r, 5, 3, real)
    data = r.randn(4, 5) if real else r.randint(0, 2, (4, 5)).astype(float)
    for name in "Wbc":
        out[f"{kind}.{name}"] = rbm[name].copy()
    out[f"{kind}.V"] = data
    out[f"{kind}.P"] = sigma(data @ rbm["W"] + rbm["c"])
    hidden = r.randint(0, 2, (4, 3)).astype(float)
    z = hidden @ rbm["W"].T + rbm["b"]
    out[f"{kind}.H"] = hidden
    out[f"{kind}.means"] = z if real else sigma(z)
    source = SplitMix64(7)
    errors = []
    for step in range(3):
        errors.append(cd1(rbm, data, 0.1, source.matrix(4, 3)))
        if step == 0:
            for name in "Wbc":
                out[f"{kind}.{name}.after1"] = rbm[name].copy()
    for name in "Wbc":
        out[f"{kind}.{name}.after3"] = rbm[name].copy()
    out[f"{kind}.errors"] = errors

stack = [machine(r, 4, 3, False), machine(r, 3, 2, False)]
X = r.randint(0, 2, (5, 4)).astype(float)
out["dbn.X"] = X
for i, rbm in enumerate(stack):
    for name in "Wbc":
        out[f"dbn.{name}{i}"] = rbm[name].copy()
up = X
for i, rbm in enumerate(stack):
    up = sigma(up @ rbm["W"] + rbm["c"])
    out[f"dbn.features{i + 1}"] = up
source = SplitMix64(8)
errors = []
data = X
for i, rbm in enumerate(stack):
    for epoch in range(2):
        total = 0.0
        for start in (0, 2, 4):
            batch = data[start : start + 2]
            u = source.matrix(len(batch), rbm["W"].shape[1])
            total += len(batch) * cd1(rbm, batch, 0.2, u)
    errors.append(total / 5)
    data = sigma(data @ rbm["W"] + rbm["c"])
    for name in "Wbc":
        out[f"dbn.{name}{i}.trained"] = rbm[name].copy()
out["dbn.errors"] = errors

here = os.path.dirname(os.path.abspath(__file__))
golden.write(
    os.path.join(here, "restricted-boltzmann-machine.txt"), "restricted-boltzmann-machine.py", out
)
