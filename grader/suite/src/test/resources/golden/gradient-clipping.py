"""Document 001's two examples in full precision; checks the digits that the document prints."""
import numpy as np
import golden

PRINTED_1 = [6.49, 2.78, 6.76, 5.91, 0.24, 5.59, 2.59, 4.15, 2.84,
             6.93, 4.4, 1.57, 5.45, 7.8, 3.06, 2.22, 3.88, 9.36]
CLIPPED_1 = [1.5, 0.64, 1.56, 1.36, 0.06, 1.29, 0.6, 0.96, 0.65,
             1.6, 1.01, 0.36, 1.25, 1.8, 0.71, 0.51, 0.89, 2.16]
PRINTED_2 = [9.76, 6.72, 9.03, 8.46, 3.78, 0.92, 6.53, 5.58, 3.62,
             2.25, 4.07, 4.69, 2.69, 2.92, 4.58, 8.61, 5.86, 2.83,
             2.78, 4.55, 2.05, 2.01, 5.14, 0.87, 4.84, 3.62, 7.08]
CLIPPED_2 = [1.79, 1.23, 1.66, 1.55, 0.69, 0.17, 1.2, 1.02, 0.66,
             0.41, 0.75, 0.86, 0.49, 0.54, 0.84, 1.58, 1.08, 0.52,
             0.51, 0.83, 0.38, 0.37, 0.94, 0.16, 0.89, 0.66, 1.3]
MAX_NORM = 5.0


def flat(matrices):
    return np.concatenate([m.ravel() for m in matrices])


def clipped(grads):
    norm = np.linalg.norm(flat(grads))
    return [g * min(1.0, MAX_NORM / (norm + 1e-6)) for g in grads]


np.random.seed(3)
np.random.randn(3, 3)  # the document's Wh, drawn before the gradients
first = [np.random.rand(3, 3) * 10 for _ in range(2)]
second = [np.random.rand(3, 3) * 10 for _ in range(3)]
assert np.array_equal(np.round(flat(first), 2), PRINTED_1)
assert np.array_equal(np.round(flat(second), 2), PRINTED_2)
assert np.array_equal(np.round(flat(clipped(first)), 2), CLIPPED_1)
assert np.array_equal(np.round(flat(clipped(second)), 2), CLIPPED_2)
assert round(float(np.linalg.norm(flat(first))), 2) == 21.71

vectors = {"norm1": np.linalg.norm(flat(first)), "norm2": np.linalg.norm(flat(second))}
for name, grads, printed in (("1", first, CLIPPED_1), ("2", second, CLIPPED_2)):
    for i, (g, c) in enumerate(zip(grads, clipped(grads))):
        vectors[f"example{name}.dW{i + 1}"] = g
        vectors[f"example{name}.clipped{i + 1}"] = c
        vectors[f"example{name}.printed{i + 1}"] = np.reshape(printed[9 * i:9 * i + 9], (3, 3))
golden.write("gradient-clipping.txt", "gradient-clipping.py", vectors)
