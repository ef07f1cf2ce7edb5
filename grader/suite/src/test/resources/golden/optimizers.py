"""A path of iRprop- (Igel and Huesken 2000) for gradients that are given, not computed."""
import numpy as np
import golden

STEPS = 12
random = np.random.RandomState(18)
theta = random.randn(2, 3)
vectors = {"start": theta}
delta = np.full(theta.shape, 0.1)
before = np.zeros(theta.shape)
for t in range(STEPS):
    gradient = random.randn(2, 3) * 10.0 ** random.randint(-4, 5, (2, 3))
    gradient[0, 0] = abs(gradient[0, 0])   # never changes its sign
    gradient[1, 2] *= t % 4 != 2           # is 0 now and then
    agreement = np.sign(before) * np.sign(gradient)
    delta = np.where(agreement > 0, np.minimum(delta * 1.2, 50.0),
                     np.where(agreement < 0, np.maximum(delta * 0.5, 1e-6), delta))
    before = np.where(agreement < 0, 0.0, gradient)
    theta = theta - np.sign(before) * delta
    vectors[f"gradient{t}"] = gradient
    vectors[f"theta{t}"] = theta
golden.write("optimizers.txt", "optimizers.py", vectors)
