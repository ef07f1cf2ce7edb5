"""Batch normalization by its definition. The gradients come from the complex step (Squire and Trapp
1998): the imaginary part of L(x + ih)/h is the slope, to rounding, with no derivative written down."""
import numpy as np
from golden import write

EPS, MOMENTUM, H = 0.3, 0.8, 1e-30
r = np.random.RandomState(11)
X, X2, X3 = 2 * r.randn(5, 3) + [1, -2, 0], r.randn(4, 3), r.randn(2, 3)
gamma, beta, U = r.randn(1, 3), r.randn(1, 3), r.randn(5, 3)


def moments(x):
    m = x.sum(axis=0) / len(x)
    return m, ((x - m) ** 2).sum(axis=0) / len(x)


def forward(x, g, b):
    m, v = moments(x)
    return g * (x - m) / np.sqrt(v + EPS) + b


def slopes(f, x):
    result = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        step = x.astype(complex)
        step[index] += 1j * H
        result[index] = f(step).imag / H
    return result


mean, variance = np.zeros(3), np.ones(3)
for batch in (X, X2):
    m, v = moments(batch)
    mean, variance = MOMENTUM * mean + (1 - MOMENTUM) * m, MOMENTUM * variance + (1 - MOMENTUM) * v

write(
    "batch-normalization.txt",
    "batch-normalization.py",
    {
        "X": X,
        "X2": X2,
        "X3": X3,
        "gamma": gamma,
        "beta": beta,
        "U": U,
        "epsilon": EPS,
        "momentum": MOMENTUM,
        "Y": forward(X, gamma, beta),
        "dX": slopes(lambda x: (U * forward(x, gamma, beta)).sum(), X),
        "dgamma": slopes(lambda g: (U * forward(X, g, beta)).sum(), gamma),
        "dbeta": slopes(lambda b: (U * forward(X, gamma, b)).sum(), beta),
        "runningMean": mean,
        "runningVariance": variance,
        "Y3": gamma * (X3 - mean) / np.sqrt(variance + EPS) + beta,
    },
)
