"""The same steps in PyTorch, on one thread. Answers "steps N" as serve.mjs does."""

import json
import math
import sys
import time

import torch
from torch.nn import functional as F

torch.set_num_threads(1)
folder = sys.argv[1]
case = json.load(open(f"{folder}/case.json"))
L, H, C, T, B, V = (case[k] for k in ("layers", "heads", "channels", "context", "batch", "vocabulary"))
numbers = torch.frombuffer(bytearray(open(f"{folder}/weights.f32", "rb").read()), dtype=torch.float32)
w, at = {}, 0
for p in case["parameters"]:
    size = math.prod(p["shape"])
    w[p["name"]] = numbers[at : at + size].reshape(p["shape"]).clone().requires_grad_()
    at += size
tokens = torch.frombuffer(bytearray(open(f"{folder}/batches.i32", "rb").read()), dtype=torch.int32)
tokens = tokens.long().reshape(case["count"], 2, B, T)
adam = case["adamW"]
optimizer = torch.optim.AdamW(w.values(), lr=adam["lr"], betas=adam["betas"], eps=adam["eps"], weight_decay=adam["weightDecay"])
hidden = torch.triu(torch.ones(T, T, dtype=torch.bool), 1)


def step(i):
    x, y = tokens[i % len(tokens)]
    norm = lambda h, name: F.layer_norm(h, (C,), w[name + ".weight"], w[name + ".bias"], 1e-5)
    linear = lambda h, name: F.linear(h, w[name + ".weight"], w[name + ".bias"])
    h = F.embedding(x, w["tokens.weight"]) + w["positions.weight"]
    for b in range(L):
        at = f"blocks.{b}."
        qkv = linear(norm(h, at + "norm1"), at + "attention.qkv")
        q, k, v = (t.view(B, T, H, C // H).transpose(1, 2) for t in qkv.split(C, dim=2))
        a = (q @ k.transpose(-2, -1) * (1 / math.sqrt(C // H))).masked_fill(hidden, -math.inf).softmax(-1)
        h = h + linear((a @ v).transpose(1, 2).reshape(B, T, C), at + "attention.projection")
        # PyTorch 1.13's GELU has the tanh form built in: one operation each way.
        h = h + linear(F.gelu(linear(norm(h, at + "norm2"), at + "feedForward.expand"), approximate="tanh"), at + "feedForward.contract")
    loss = F.cross_entropy(F.linear(norm(h, "norm"), w["tokens.weight"]).view(-1, V), y.view(-1))
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()


taken = 0
print(json.dumps({"ready": True}), flush=True)
for line in sys.stdin:
    start = time.perf_counter()
    for _ in range(int(line.split()[1])):
        loss = step(taken)
        taken += 1
    print(json.dumps({"seconds": time.perf_counter() - start, "loss": loss}), flush=True)
