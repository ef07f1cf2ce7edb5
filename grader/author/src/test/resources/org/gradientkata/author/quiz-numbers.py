"""Works out each number and shape of the quiz without the kit: python3 quiz-numbers.py > quiz-numbers.txt"""

import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def slope(f, x, h=1e-6):
    return (f(x + h) - f(x - h)) / (2 * h)


def underflow():
    product, n = 1.0, 0
    while product > 0:
        product, n = product * 0.25, n + 1
    return n


def batch_norm(x, epsilon=1e-7):
    return (x - x.mean()) / np.sqrt(x.var() + epsilon)


def batch_norm_dx_sum():
    random = np.random.RandomState(0)
    x, dy = random.randn(8), random.randn(8)
    loss = lambda shift: np.sum(dy * batch_norm(x + shift))
    return slope(loss, 0.0)


def shape(matrix):
    return "x".join(str(n) for n in matrix.shape)


def rnn_weights():
    np.random.seed(3)
    return np.random.randn(3, 3)


def clip_gradients():
    rnn_weights()
    return [np.random.rand(3, 3) * 10, np.random.rand(3, 3) * 10]


X, W, dY = np.zeros((4, 3)), np.zeros((3, 2)), np.zeros((4, 2))
layers = [784, 40, 20, 10]
numbers = {
    "tanh-from-value": slope(np.tanh, np.arctanh(0.6)),
    "leaky-slope": slope(lambda x: np.where(x > 0, x, 0.01 * x), -3.0),
    "swish-at-zero": slope(lambda x: x * sigmoid(x), 0.0),
    "six-factors": np.prod([0.1] * 6),
    "underflow": underflow(),
    "affine-dw-shape": shape(X.T @ dY),
    "affine-dx-shape": shape(dY @ W.T),
    "uniform-loss": -np.log(np.exp(1.0) / np.sum(np.exp(np.ones(10)))),
    "he-deviation": np.sqrt(2 / 784),
    "normalized-value": batch_norm(np.array([1.0, 3, 5, 7]))[3],
    "batch-norm-dx-sum": batch_norm_dx_sum(),
    "batches-in-an-epoch": len(range(0, 250, 100)),
    "mean-norm": np.sqrt(np.sum(np.ones((2, 3)) ** 2)) / 2,
    "spectral-radius": np.abs(np.linalg.eigvals(rnn_weights() * 0.5)).max(),
    "clip-rate": 5 / np.sqrt(sum(np.sum(g**2) for g in clip_gradients())),
    "recurrent-weight-shape": shape(np.zeros((3, 3))),
    "kept-for-a-hundred-steps": sigmoid(5) ** 100,
    "twenty-blocks": np.prod([1 + 0.01] * 20),
    "number-of-paths": sum(1 for _ in np.ndindex(*[2] * 10)),
    "length-of-paths": np.mean([bin(i).count("1") for i in range(2**18)]) * 3,
    "sgd-step": 0.5 - 0.1 * -2,
    "count-parameters": sum((a + 1) * b for a, b in zip(layers, layers[1:])),
}
print("# NumPy", np.__version__)
for name, value in numbers.items():
    print(name, value if isinstance(value, str) else repr(float(value)))
