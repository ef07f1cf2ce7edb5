"""Swish and the growing cosine unit. The slopes are complex steps, Im f(x + ih)/h: no formula of a
derivative is involved, and no difference loses digits."""
import numpy as np
import golden

x = np.array([-30.0, -6.0, -2.5, -1.2784645427610738, -1.0, -0.1, 0.0, 0.3, 1.0, 2.4, 5.0, 12.0])
H = 1e-200


def swish(x):
    return x / (1 + np.exp(-x))


def gcu(x):
    return x * np.cos(x)


def slope(f):
    return f(x + 1j * H).imag / H


golden.write(
    "swish.txt",
    "swish.py",
    {"x": x, "swish": swish(x), "swishSlope": slope(swish), "gcu": gcu(x), "gcuSlope": slope(gcu)},
)
