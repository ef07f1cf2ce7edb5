"""Golden vectors of exercise 16: torch.nn.LSTM with autograd.

PyTorch has its weights transposed and two biases; the second one is 0 here. Its gates stand in the
order i, f, g, o, as the kit has them.
"""
import numpy as np
import torch

import golden

T, N, D, H = 5, 3, 2, 4
GATES = 4
torch.set_default_dtype(torch.float64)


def stacked(name, tensors):
    return {f"{name}{t}": tensor.detach().numpy() for t, tensor in enumerate(tensors)}


def module(random):
    Wx, Wh, b = (random.normal(0, 0.7, s) for s in [(D, GATES * H), (H, GATES * H), (1, GATES * H)])
    m = torch.nn.LSTM(D, H)
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


def lstm(random):
    """A sequence with gradients at every h and at the last c."""
    m, out = module(random)
    xs = torch.tensor(random.normal(size=(T, N, D)), requires_grad=True)
    h0 = torch.tensor(random.normal(size=(1, N, H)), requires_grad=True)
    c0 = torch.tensor(random.normal(size=(1, N, H)), requires_grad=True)
    dhs = torch.tensor(random.normal(size=(T, N, H)))
    dc = torch.tensor(random.normal(size=(1, N, H)))
    hs, cs, state = [], [], (h0, c0)
    for x in xs:
        step, state = m(x[None], state)
        hs.append(step[0])
        cs.append(state[1][0])
    ((torch.stack(hs) * dhs).sum() + (state[1] * dc).sum()).backward()
    out.update(stacked("x", xs), **stacked("up", dhs), **{"dc-last": dc.numpy()[0]})
    out.update({"h-initial": h0.detach().numpy()[0], "c-initial": c0.detach().numpy()[0]})
    out.update(stacked("h", hs), **stacked("c", cs), **stacked("dx", xs.grad), **gradients(m))
    out.update({"dh-initial": h0.grad.numpy()[0], "dc-initial": c0.grad.numpy()[0]})
    return out


if __name__ == "__main__":
    version = f", PyTorch {torch.__version__}"
    golden.write("lstm-cell.txt", "lstm-cell.py", lstm(np.random.RandomState(16)), version)
