"""Golden vectors of exercise 15: torch.nn.RNN with autograd.

PyTorch has its weights transposed and two biases; the second one is 0 here.
"""
import numpy as np
import torch

import golden

T, N, D, H = 5, 3, 2, 4
BLOCK = 2  # for the truncated run
torch.set_default_dtype(torch.float64)


def stacked(name, tensors):
    return {f"{name}{t}": tensor.detach().numpy() for t, tensor in enumerate(tensors)}


def module(random):
    Wx, Wh, b = (random.normal(0, 0.7, s) for s in [(D, H), (H, H), (1, H)])
    m = torch.nn.RNN(D, H)
    with torch.no_grad():
        m.weight_ih_l0.copy_(torch.tensor(Wx.T))
        m.weight_hh_l0.copy_(torch.tensor(Wh.T))
        m.bias_ih_l0.copy_(torch.tensor(b[0]))
        m.bias_hh_l0.zero_()
    return m, {"Wx": Wx, "Wh": Wh, "b": b}


def gradients(m):
    """Copies: the next backward adds to the tensors themselves."""
    grads = {"dWx": m.weight_ih_l0.grad.T, "dWh": m.weight_hh_l0.grad.T, "db": m.bias_ih_l0.grad}
    return {name: grad.numpy().copy() for name, grad in grads.items()}


def rnn(random):
    """A sequence with a gradient at every step; then the same cut into blocks."""
    m, out = module(random)
    xs = torch.tensor(random.normal(size=(T, N, D)), requires_grad=True)
    h0 = torch.tensor(random.normal(size=(1, N, H)), requires_grad=True)
    dhs = torch.tensor(random.normal(size=(T, N, H)))
    out.update(stacked("x", xs), **stacked("up", dhs), **{"h-initial": h0.detach().numpy()[0]})
    for prefix, block in [("", T), ("truncated-", BLOCK)]:
        m.zero_grad()
        xs.grad = h0.grad = None
        hs, h = [], h0
        for start in range(0, T, block):
            part, h = m(xs[start:start + block], h)
            hs.append(part)
            h = h.detach()
        hs = torch.cat(hs)
        (hs * dhs).sum().backward()
        if not prefix:
            out.update(stacked("h", hs))
        out.update(stacked(prefix + "dx", xs.grad), **{prefix + "dh-initial": h0.grad.numpy()[0]})
        out.update({prefix + k: v for k, v in gradients(m).items()})
    return out


if __name__ == "__main__":
    version = f", PyTorch {torch.__version__}"
    golden.write("rnn-cell.txt", "rnn-cell.py", rnn(np.random.RandomState(15)), version)
