"""A PyTorch network on MNIST, as one writes it.

pytorch.py HIDDEN(,HIDDEN...) EPOCHS FOLDER_OF_IDX_GZ_FILES
prints each epoch's images per second (training only) and at the end the test accuracy.
float64, ReLU, He, batch 100, SGD 0.1. Threads: OMP_NUM_THREADS.
"""
import gzip
import os
import sys
import time

import numpy as np
import torch
from torch import nn

BATCH, RATE = 100, 0.1


def read(folder, name, offset):
    with gzip.open(os.path.join(folder, name), "rb") as file:
        return np.frombuffer(file.read(), np.uint8)[offset:]


def images(folder, name):
    return torch.from_numpy(read(folder, name, 16).reshape(-1, 784) / 255)


def labels(folder, name):
    return torch.from_numpy(read(folder, name, 8).astype(np.int64))


hidden = [int(units) for units in sys.argv[1].split(",")]
epochs, folder = int(sys.argv[2]), sys.argv[3]
X = images(folder, "train-images-idx3-ubyte.gz")
Y = labels(folder, "train-labels-idx1-ubyte.gz")
X_test = images(folder, "t10k-images-idx3-ubyte.gz")
Y_test = labels(folder, "t10k-labels-idx1-ubyte.gz")
print("with PyTorch", torch.__version__, torch.get_num_threads(), "threads", flush=True)

torch.manual_seed(1)
torch.set_default_dtype(torch.float64)
sizes = [784] + hidden + [10]
layers = []
for i, (m, n) in enumerate(zip(sizes, sizes[1:])):
    linear = nn.Linear(m, n)
    nn.init.kaiming_normal_(linear.weight)
    nn.init.zeros_(linear.bias)
    layers += [linear, nn.ReLU()] if i < len(sizes) - 2 else [linear]
net = nn.Sequential(*layers)
loss = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(net.parameters(), lr=RATE)

for _ in range(epochs):
    start = time.perf_counter()
    order = torch.randperm(len(X))
    for first in range(0, len(X), BATCH):
        batch = order[first : first + BATCH]
        optimizer.zero_grad()
        loss(net(X[batch]), Y[batch]).backward()
        optimizer.step()
    print("images/s %.0f" % (len(X) / (time.perf_counter() - start)), flush=True)
with torch.no_grad():
    print("accuracy %.4f" % (net(X_test).argmax(1) == Y_test).double().mean())
