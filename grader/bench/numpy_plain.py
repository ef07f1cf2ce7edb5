"""A NumPy network on MNIST, as one writes it.

numpy_plain.py HIDDEN(,HIDDEN...) EPOCHS FOLDER_OF_IDX_GZ_FILES
prints each epoch's images per second (training only) and at the end the test accuracy.
float64, ReLU, He, batch 100, SGD 0.1. Threads: OPENBLAS_NUM_THREADS.
"""
import gzip
import os
import sys
import time

import numpy as np

BATCH, RATE = 100, 0.1


def read(folder, name, offset):
    with gzip.open(os.path.join(folder, name), "rb") as file:
        return np.frombuffer(file.read(), np.uint8)[offset:]


hidden = [int(units) for units in sys.argv[1].split(",")]
epochs, folder = int(sys.argv[2]), sys.argv[3]
X = read(folder, "train-images-idx3-ubyte.gz", 16).reshape(-1, 784) / 255
Y = read(folder, "train-labels-idx1-ubyte.gz", 8)
X_test = read(folder, "t10k-images-idx3-ubyte.gz", 16).reshape(-1, 784) / 255
Y_test = read(folder, "t10k-labels-idx1-ubyte.gz", 8)

with open("/proc/self/maps") if os.path.exists("/proc/self/maps") else open(os.devnull) as maps:
    blas = {os.path.basename(line.split()[-1]) for line in maps if "blas" in line}
print("with NumPy", np.__version__, *sorted(blas), flush=True)

rng = np.random.default_rng(1)
sizes = [784] + hidden + [10]
W = [rng.standard_normal((m, n)) * np.sqrt(2 / m) for m, n in zip(sizes, sizes[1:])]
b = [np.zeros(n) for n in sizes[1:]]


def forward(x):
    hs = [x]
    for i in range(len(W)):
        z = hs[-1] @ W[i] + b[i]
        hs.append(np.maximum(z, 0) if i < len(W) - 1 else z)
    return hs


for _ in range(epochs):
    start = time.perf_counter()
    order = rng.permutation(len(X))
    for first in range(0, len(X), BATCH):
        batch = order[first : first + BATCH]
        x, y = X[batch], Y[batch]
        hs = forward(x)
        z = hs[-1] - hs[-1].max(1, keepdims=True)
        e = np.exp(z)
        d = e / e.sum(1, keepdims=True)
        d[np.arange(len(y)), y] -= 1
        d /= len(y)
        for i in range(len(W) - 1, -1, -1):
            dW, db = hs[i].T @ d, d.sum(0)
            if i:
                d = (d @ W[i].T) * (hs[i] > 0)
            W[i] -= RATE * dW
            b[i] -= RATE * db
    print("images/s %.0f" % (len(X) / (time.perf_counter() - start)), flush=True)
print("accuracy %.4f" % (forward(X_test)[-1].argmax(1) == Y_test).mean())
