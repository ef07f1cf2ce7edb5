"""Golden vectors of exercise 21: a predictor over symbols with times, by PyTorch's autograd."""
import numpy as np
import torch

import golden

K, H = 3, 4
SYMBOLS = [0, 2, 1, 1, 0]
TIMES = [0, 3, 4, 9, 10]
torch.set_default_dtype(torch.float64)


def predictor(random):
    shapes = {"Wx": (K + 1, H), "Wh": (H, H), "b": (1, H), "V": (H, K), "c": (1, K)}
    values = {name: random.normal(0, 0.7, shape) for name, shape in shapes.items()}
    up = random.normal(size=(1, H))
    out = dict(values, symbols=[SYMBOLS], times=[TIMES], up=up)
    for prefix in ["", "final-"]:
        p = {name: torch.tensor(value, requires_grad=True) for name, value in values.items()}
        h, before, logits = torch.zeros(1, H), -1, []
        for symbol, time in zip(SYMBOLS, TIMES):
            logits.append(h @ p["V"] + p["c"])
            x = torch.cat([torch.eye(K)[symbol], torch.tensor([np.log(1 + time - before)])])
            h = torch.tanh(x @ p["Wx"] + h @ p["Wh"] + p["b"])
            before = time
        logits = torch.cat(logits)
        if prefix:
            out["final-state"] = h.detach().numpy()
            loss = (h * torch.tensor(up)).sum()
        else:
            out["predictions"] = torch.softmax(logits, 1).detach().numpy()
            loss = torch.nn.functional.cross_entropy(logits, torch.tensor(SYMBOLS))
            out["loss"] = loss.item()
        loss.backward()
        for name, tensor in p.items():
            zeros = torch.zeros_like(tensor)
            out[prefix + "d" + name] = (zeros if tensor.grad is None else tensor.grad).numpy()
    return out


if __name__ == "__main__":
    version = f", PyTorch {torch.__version__}"
    vectors = predictor(np.random.RandomState(21))
    golden.write("history-compressor.txt", "history-compressor.py", vectors, version)
