"""Writes document-000.json: the configuration of document 000's experiments, in full precision.

    python3 document-000.py > document-000.json

Raw sums of five pixels up to about 1,250 as inputs, one-hot targets, parameters uniform in (0, 1),
one hidden layer of 10 units, and of 100 for the network with a sigmoid at its output. The doubles
are written with repr, so that reading them gives the same bits.
"""

import json
import sys

import numpy as np


def network(hidden):
    r = np.random.RandomState(0)
    count, inputs, outputs = 50, 5, 2
    x = r.randint(0, 1251, (count, inputs)) * 1.0
    t = np.eye(outputs)[r.randint(0, outputs, count)]
    W1 = r.rand(inputs, hidden)
    b1 = r.rand(hidden)
    W2 = r.rand(hidden, outputs)
    b2 = r.rand(outputs)
    return {"x": x, "t": t, "W1": W1, "b1": b1[None], "W2": W2, "b2": b2[None]}


def rows(matrix):
    inner = ",\n".join("      " + json.dumps(row.tolist()) for row in matrix)
    return "[\n" + inner + "\n    ]"


def text(hidden):
    parts = network(hidden).items()
    return "{\n" + ",\n".join('    "%s": %s' % (k, rows(m)) for k, m in parts) + "\n  }"


sys.stdout.write(
    '{\n  "numpy": "%s",\n  "10": %s,\n  "100": %s\n}\n' % (np.__version__, text(10), text(100))
)
