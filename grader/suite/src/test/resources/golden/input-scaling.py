"""Min-max and standardized inputs like document 000's: sums of pixels, 0 to 1250."""
import numpy as np
import golden

random = np.random.RandomState(10)
train = random.randint(0, 1251, (50, 5)) * np.array([1.0, 0.001, -1.0, 1000.0, 1.0])
test = random.randint(-200, 1500, (7, 5)) * np.array([1.0, 0.001, -1.0, 1000.0, 1.0])
low, high = train.min(axis=0), train.max(axis=0)
mean, deviation = train.mean(axis=0), train.std(axis=0)  # std divides by N unless told otherwise
golden.write("input-scaling.txt", "input-scaling.py", {
    "train": train,
    "test": test,
    "minMax.train": (train - low) / (high - low),
    "minMax.test": (test - low) / (high - low),
    "standardization.train": (train - mean) / deviation,
    "standardization.test": (test - mean) / deviation,
})
