"""nanoGPT's recipe in PyTorch, from the weights and batches that run.mjs wrote. Prints JSON: the loss of every tenth step, and that on held-out text."""

import json
import math
import sys

import torch
from torch.nn import functional as F

torch.set_num_threads(1)
folder = sys.argv[1]
case = json.load(open(f"{folder}/case.json"))
sizes, B, steps, V = case["sizes"], case["batch"], case["steps"], case["vocabulary"]
L, H, C, T = (sizes[k] for k in ("layers", "heads", "channels", "context"))
read = lambda name, kind: torch.frombuffer(bytearray(open(f"{folder}/{name}", "rb").read()), dtype=kind)
numbers, w, at = read("weights.f32", torch.float32), {}, 0
for p in case["parameters"]:
    size = math.prod(p["shape"])
    w[p["name"]] = numbers[at : at + size].reshape(p["shape"]).clone().requires_grad_()
    at += size
batches = read("batches.i32", torch.int32).long().reshape(steps, 2, B, T)
held, heldout, at = read("heldout.i32", torch.int32).long(), [], 0
for b, t in case["evaluation"]:
    heldout.append(held[at : at + 2 * b * t].reshape(2, b, t))
    at += 2 * b * t
groups = [
    {"params": [p for p in w.values() if p.dim() > 1], "weight_decay": case["weightDecay"]},
    {"params": [p for p in w.values() if p.dim() == 1], "weight_decay": 0.0},
]
optimizer = torch.optim.AdamW(groups, betas=case["betas"])


def loss_of(x, y):
    b, t = x.shape
    norm = lambda h, name: F.layer_norm(h, (C,), w[name + ".weight"], None, 1e-5)
    linear = lambda h, name: F.linear(h, w[name + ".weight"])
    hidden = torch.triu(torch.ones(t, t, dtype=torch.bool), 1)
    h = F.embedding(x, w["tokens.weight"]) + w["positions.weight"][:t]
    for i in range(L):
        at = f"blocks.{i}."
        qkv = linear(norm(h, at + "norm1"), at + "attention.qkv")
        q, k, v = (m.view(b, t, H, C // H).transpose(1, 2) for m in qkv.split(C, dim=2))
        a = (q @ k.transpose(-2, -1) / math.sqrt(C // H)).masked_fill(hidden, -math.inf).softmax(-1)
        h = h + linear((a @ v).transpose(1, 2).reshape(b, t, C), at + "attention.projection")
        h = h + linear(F.gelu(linear(norm(h, at + "norm2"), at + "feedForward.expand"), approximate="tanh"), at + "feedForward.contract")
    return F.cross_entropy(F.linear(norm(h, "norm"), w["tokens.weight"]).view(-1, V), y.reshape(-1))


losses, held = {}, {}
for i in range(steps):
    for group in optimizer.param_groups:
        group["lr"] = case["rates"][i]
    loss = loss_of(*batches[i])
    optimizer.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(w.values(), case["clip"])
    optimizer.step()
    if (i + 1) % 10 == 0:
        losses[i + 1] = round(loss.item(), 6)
    if (i + 1) % case["every"] == 0 or i + 1 == steps:
        with torch.no_grad():
            each = [(loss_of(x, y).item(), y.numel()) for x, y in heldout]
        held[i + 1] = sum(l * n for l, n in each) / sum(n for _, n in each)
        print(f"PyTorch  {i + 1}: {held[i + 1]:.4f}", file=sys.stderr)
print(json.dumps({"torch": torch.__version__, "losses": losses, "heldOut": held}))
