"""Trains on in PyTorch what began in Humpty, on one machine or many, and writes it so that Humpty reads it again.

    python3 train.py logits FOLDER --tokens 1,2,3
    python3 train.py train FOLDER TEXT --steps 1000 --out OTHER
    torchrun --nproc_per_node 8 train.py train FOLDER TEXT --steps 1000 --out OTHER

A folder holds model.safetensors, config.json, vocab.json and merges.txt, as Hugging Face has them for GPT-2 and as `humpty export` writes them.
Needs PyTorch (1.13 or newer) and nothing else. It reads from top to bottom: files, tokens, model, training, commands.
"""

import argparse
import json
import math
import os
import re
import shutil
import sys
import time
import unicodedata
from array import array
from itertools import groupby

import torch
import torch.distributed as dist
from torch import nn
from torch.nn import functional as F
from torch.nn.parallel import DistributedDataParallel


class Wrong(Exception):
    """What the person who called this should hear, without a traceback."""


# ---- Files ---------------------------------------------------------------------------------------------------------------------------------

DTYPES = {"F32": torch.float32, "F16": torch.float16, "BF16": torch.bfloat16}


def read_tensors(path):
    """A safetensors file: the header's length in 8 bytes, the header in JSON, the numbers. All numbers become 32-bit floats."""
    with open(path, "rb") as file:
        data = bytearray(file.read())
    start = 8 + int.from_bytes(data[:8], "little")
    if len(data) < 8 or start > len(data):
        raise Wrong(f"{path} is no safetensors file: its header would end after the file")
    try:
        header = json.loads(data[8:start])
        header.pop("__metadata__", None)
        entries = [(name, entry["dtype"], entry["shape"], *entry["data_offsets"]) for name, entry in header.items()]
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Wrong(f"{path} is no safetensors file: its header tells of no tensors") from None
    tensors = {}
    for name, kind, shape, begin, end in entries:
        if kind not in DTYPES:
            raise Wrong(f"{path}: {name} has numbers of type {kind}; {', '.join(DTYPES)} can be read")
        count = math.prod(shape)
        if end - begin != count * torch.finfo(DTYPES[kind]).bits // 8 or start + end > len(data):
            raise Wrong(f"{path}: {name} is {shape}, and its {end - begin} bytes are not all there or too many")
        # A view of the file's bytes (as this machine orders them: little-endian, as the format has it).
        tensors[name] = torch.frombuffer(data, dtype=DTYPES[kind], count=count, offset=start + begin).reshape(shape).float()
    return tensors


def write_tensors(path, tensors):
    """A safetensors file of 32-bit floats. It appears under its name when it is whole."""
    header, end = {"__metadata__": {"format": "pt"}}, 0
    for name, tensor in tensors.items():
        start, end = end, end + 4 * tensor.numel()
        header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [start, end]}
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with open(path + ".part", "wb") as file:
        file.write(len(text).to_bytes(8, "little") + text)
        for tensor in tensors.values():
            numbers = bytearray(4 * tensor.numel())
            torch.frombuffer(numbers, dtype=torch.float32).copy_(tensor.detach().reshape(-1))
            file.write(numbers)
    os.replace(path + ".part", path)


def read_text(path):
    """A file's text with its ends of lines as they are."""
    try:
        with open(path, encoding="utf-8", newline="") as file:
            return file.read()
    except UnicodeDecodeError as error:
        raise Wrong(f"{path} is not UTF-8: byte {error.start} is no part of a character") from None


def read_json(path):
    try:
        value = json.loads(read_text(path))
    except ValueError:
        raise Wrong(f"{path} is not JSON") from None
    if not isinstance(value, dict):
        raise Wrong(f"{path} is no JSON object")
    return value


# ---- Tokens --------------------------------------------------------------------------------------------------------------------------------


def byte_letters():
    """GPT-2's alphabet for bytes: printable Latin-1 stands for itself, the others for the characters from U+0100 on. So a space is Ġ."""
    plain = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    others = [byte for byte in range(256) if byte not in plain]
    return {**{byte: chr(byte) for byte in plain}, **{byte: chr(0x100 + i) for i, byte in enumerate(others)}}


def characters(kind):
    """The characters whose Unicode category begins with `kind`, for the brackets of a regular expression."""
    codes = [code for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code))[0] == kind]
    runs = [[code for _, code in run] for _, run in groupby(enumerate(codes), lambda pair: pair[1] - pair[0])]
    return "".join(f"{chr(run[0])}-{chr(run[-1])}" for run in runs)


def pieces_pattern():
    r"""GPT-2's pre-tokenizer: the pieces of a text that merges stay within.

    The original needs the package `regex` for \p{L} and \p{N}; here the classes are written out from Python's own table of characters. So it can
    differ from Humpty's, from OpenAI's and from Hugging Face's where their tables are of another version of Unicode: at characters that one of
    them does not know yet (`unicodedata.unidata_version` tells Python's), or that changed their category. Such a text is then cut elsewhere, and
    still comes back whole. Spaces are those that are White_Space in Unicode, which is what `regex` means by \s; `re` would take four more.
    """
    letters, numbers = characters("L"), characters("N")
    spaces = "\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
    return re.compile(
        rf"'(?:[stmd]|re|ve|ll)| ?[{letters}]+| ?[{numbers}]+| ?[^{spaces}{letters}{numbers}]+|[{spaces}]+(?![^{spaces}])|[{spaces}]+"
    )


class Tokenizer:
    """Byte-pair encoding, as GPT-2 has it, from vocab.json and merges.txt. Special tokens' texts are text like any other, as in Humpty."""

    def __init__(self, folder):
        self.ids = read_json(os.path.join(folder, "vocab.json"))
        path = os.path.join(folder, "merges.txt")
        lines = read_text(path).replace("\r\n", "\n").split("\n")
        pairs = [tuple(line.split(" ")) for line in lines[lines[0].startswith("#version") :] if line]
        for pair in pairs:
            if len(pair) != 2 or any(part not in self.ids for part in (*pair, "".join(pair))):
                raise Wrong(f"{path}: {' '.join(pair)!r} is no pair of tokens of vocab.json")
        self.ranks = {pair: rank for rank, pair in enumerate(pairs)}
        self.letters = byte_letters()
        if any(letter not in self.ids for letter in self.letters.values()):
            raise Wrong(f"{folder}/vocab.json lacks tokens for single bytes: is it GPT-2's kind of tokenizer?")
        self.pattern = pieces_pattern()
        self.known = {}

    def pieces(self, text):
        return (match.group() for match in self.pattern.finditer(text))

    def encode(self, text):
        tokens = array("i")
        for piece in self.pieces(text):
            if piece not in self.known:
                if len(self.known) > 500_000:
                    self.known.clear()
                self.known[piece] = self.merge(piece)
            tokens.extend(self.known[piece])
        return tokens

    def merge(self, piece):
        """As long as neighbours have a merge, the one that was learned first is done wherever it stands."""
        # Half of a surrogate pair, which JSON can hold, becomes the three bytes of its code point, as in Humpty.
        parts = [self.letters[byte] for byte in piece.encode("utf-8", "surrogatepass")]
        while len(parts) > 1:
            first = min(zip(parts, parts[1:]), key=lambda pair: self.ranks.get(pair, math.inf))
            if first not in self.ranks:
                break
            merged, i = [], 0
            while i < len(parts):
                whole = tuple(parts[i : i + 2]) == first
                merged.append("".join(first) if whole else parts[i])
                i += 2 if whole else 1
            parts = merged
        return [self.ids[part] for part in parts]


# ---- Model ---------------------------------------------------------------------------------------------------------------------------------

# What must be so in a config.json, where it is told at all. The same as Humpty reads.
FIXED = {
    "model_type": ["gpt2"],
    "activation_function": ["gelu_new", "gelu_pytorch_tanh", "relu"],
    "scale_attn_weights": [True],
    "scale_attn_by_inverse_layer_idx": [False],
    "add_cross_attention": [False],
}


class Config:
    def __init__(self, path):
        given = read_json(path)
        for name in ("vocab_size", "n_positions", "n_layer", "n_head", "n_embd"):
            if not isinstance(given.get(name), int) or given[name] < 1:
                raise Wrong(f"{path}: {name} must be a whole number of at least 1, got {given.get(name)!r}")
            setattr(self, name, given[name])
        for name, known in FIXED.items():
            if name in given and given[name] not in known:
                raise Wrong(f"{path}: {name} is {given[name]!r}; {' or '.join(map(repr, known))} can be read")
        if self.n_embd % self.n_head:
            raise Wrong(f"{path}: {self.n_embd} channels do not divide into {self.n_head} heads")
        if (given.get("n_inner") or 4 * self.n_embd) != 4 * self.n_embd:
            raise Wrong(f"{path}: n_inner is {given['n_inner']}; four times n_embd can be read")
        self.relu = given.get("activation_function") == "relu"
        self.eps = given.get("layer_norm_epsilon", 1e-5)
        self.tied = given.get("tie_word_embeddings", True)
        # What is left out is 0.1, as Hugging Face has it.
        self.embd_pdrop, self.resid_pdrop, self.attn_pdrop = (given.get(f"{name}_pdrop", 0.1) for name in ("embd", "resid", "attn"))


class Conv1D(nn.Module):
    """A linear layer whose matrix lies on its side, [ins, outs], as OpenAI's files have it."""

    def __init__(self, ins, outs):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(ins, outs))
        self.bias = nn.Parameter(torch.empty(outs))

    def forward(self, x):
        return x @ self.weight + self.bias


class Attention(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.heads, self.p = config.n_head, config.attn_pdrop
        self.c_attn = Conv1D(config.n_embd, 3 * config.n_embd)
        self.c_proj = Conv1D(config.n_embd, config.n_embd)
        self.dropout = nn.Dropout(config.resid_pdrop)

    def forward(self, x):
        B, T, C = x.shape
        q, k, v = (part.view(B, T, self.heads, -1).transpose(1, 2) for part in self.c_attn(x).split(C, dim=2))  # (B, heads, T, C / heads)
        p = self.p if self.training else 0.0
        if hasattr(F, "scaled_dot_product_attention"):  # PyTorch 2
            y = F.scaled_dot_product_attention(q, k, v, dropout_p=p, is_causal=True)
        else:
            later = torch.ones(T, T, dtype=torch.bool, device=x.device).triu(1)
            scores = (q @ k.transpose(2, 3) / math.sqrt(q.size(3))).masked_fill(later, -math.inf)  # (B, heads, T, T)
            y = F.dropout(scores.softmax(dim=-1), p) @ v
        return self.dropout(self.c_proj(y.transpose(1, 2).reshape(B, T, C)))


class MLP(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.relu = config.relu
        self.c_fc = Conv1D(config.n_embd, 4 * config.n_embd)
        self.c_proj = Conv1D(4 * config.n_embd, config.n_embd)
        self.dropout = nn.Dropout(config.resid_pdrop)

    def forward(self, x):
        x = self.c_fc(x)
        return self.dropout(self.c_proj(F.relu(x) if self.relu else F.gelu(x, approximate="tanh")))


class Block(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.ln_1 = nn.LayerNorm(config.n_embd, eps=config.eps)
        self.attn = Attention(config)
        self.ln_2 = nn.LayerNorm(config.n_embd, eps=config.eps)
        self.mlp = MLP(config)

    def forward(self, x):
        x = x + self.attn(self.ln_1(x))
        return x + self.mlp(self.ln_2(x))


class GPT(nn.Module):
    """GPT-2. Its parameters have Hugging Face's names, so that its state is what stands in the file."""

    def __init__(self, config):
        super().__init__()
        self.config = config
        parts = {
            "wte": nn.Embedding(config.vocab_size, config.n_embd),
            "wpe": nn.Embedding(config.n_positions, config.n_embd),
            "drop": nn.Dropout(config.embd_pdrop),
            "h": nn.ModuleList(Block(config) for _ in range(config.n_layer)),
            "ln_f": nn.LayerNorm(config.n_embd, eps=config.eps),
        }
        self.transformer = nn.ModuleDict(parts)
        if not config.tied:
            self.lm_head = nn.Linear(config.n_embd, config.vocab_size, bias=False)

    def forward(self, tokens):
        """(B, T) → the scores of each token to be the next, (B, T, vocabulary)"""
        parts = self.transformer
        x = parts.drop(parts.wte(tokens) + parts.wpe.weight[: tokens.size(1)])  # (B, T, C)
        for block in parts.h:
            x = block(x)
        x = parts.ln_f(x)
        return F.linear(x, parts.wte.weight) if self.config.tied else self.lm_head(x)


def load(folder):
    """The model of a folder, ready to be asked."""
    model = GPT(Config(os.path.join(folder, "config.json")))
    path = os.path.join(folder, "model.safetensors")
    found = {}
    for name, tensor in read_tensors(path).items():
        # Files of models without the last layer have no prefix; old ones hold masks; some hold the tied weights twice.
        name = name if name.startswith(("transformer.", "lm_head.")) else f"transformer.{name}"
        if not re.search(r"\.attn\.(bias|masked_bias)$", name) and not (model.config.tied and name == "lm_head.weight"):
            found[name] = tensor
    wanted = model.state_dict()
    for name in {**wanted, **found}:
        if name not in found or name not in wanted:
            raise Wrong(f"{path}: {name} " + ("is missing" if name in wanted else "has no place in this GPT-2"))
        if found[name].shape != wanted[name].shape:
            raise Wrong(f"{path}: {name} must be {list(wanted[name].shape)}, got {list(found[name].shape)}")
    model.load_state_dict(found)
    return model.eval()


TOKENIZER_FILES = ("vocab.json", "merges.txt", "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json")


def save(model, folder, source):
    """The model as a folder like the one that it came from, whose other files are copied."""
    for name in ("config.json", *TOKENIZER_FILES):
        if os.path.exists(os.path.join(source, name)):
            shutil.copyfile(os.path.join(source, name), os.path.join(folder, name))
    write_tensors(os.path.join(folder, "model.safetensors"), model.state_dict())


# ---- Training ------------------------------------------------------------------------------------------------------------------------------


class Processes:
    """Which of how many processes this is, as torchrun tells each in its environment, and where it computes."""

    def __init__(self):
        self.rank, self.world, self.local = (int(os.environ.get(name, other)) for name, other in (("RANK", 0), ("WORLD_SIZE", 1), ("LOCAL_RANK", 0)))
        self.started = "RANK" in os.environ
        gpus = torch.cuda.device_count()
        if gpus and self.local >= gpus:
            raise Wrong(f"this machine has {gpus} GPUs, and torchrun started more processes: --nproc_per_node {gpus}")
        self.device = torch.device("cuda", self.local) if gpus else torch.device("cpu")
        if gpus:
            torch.cuda.set_device(self.device)
        if self.started:
            dist.init_process_group("nccl" if gpus else "gloo")

    def say(self, *words):
        if self.rank == 0:
            print(*words, flush=True)

    def sum(self, *numbers):
        """The sums over all processes."""
        total = torch.tensor(numbers, dtype=torch.float32, device=self.device)
        if self.started:
            dist.all_reduce(total)
        return total.tolist()

    def half(self):
        """On a GPU that can, matrices are multiplied in bfloat16; weights stay 32-bit floats."""
        return torch.autocast(self.device.type, torch.bfloat16, enabled=self.device.type == "cuda" and torch.cuda.is_bf16_supported())


def windows(tokens, starts, context, device):
    """Pieces of a text, and the same pieces a token later: both (B, T)."""
    both = torch.stack([tokens[start : start + context + 1] for start in starts]).long().to(device)
    return both[:, :-1], both[:, 1:]


def loss_of(model, inputs, targets):
    return F.cross_entropy(model(inputs).flatten(0, 1), targets.flatten())


@torch.no_grad()
def evaluate(model, tokens, size, processes):
    """The mean loss on a text: up to 512 windows of it, spread evenly, which the processes share."""
    context = model.config.n_positions
    count = min(512, (len(tokens) - 1) // context)
    starts = [i * (len(tokens) - 1 - context) // max(1, count - 1) for i in range(count)][processes.rank :: processes.world]
    model.eval()
    total = 0.0
    for i in range(0, len(starts), size):
        some = starts[i : i + size]
        with processes.half():
            total += len(some) * loss_of(model, *windows(tokens, some, context, processes.device)).item()
    model.train()
    total, count = processes.sum(total, len(starts))
    return total / count


def rate(step, steps, decay):
    """The part of the learning rate that a step has: it rises in a tenth of the steps (100 at most), then falls to a tenth of its height."""
    rise = min(100, steps // 10)
    if step < rise:
        return (step + 1) / (rise + 1)
    done = (step - rise) / (steps - rise)
    return 0.1 + 0.9 * ((1 + math.cos(math.pi * done)) / 2 if decay == "cosine" else 1 - done)


def train(options):
    """Trains a folder's model on a text and writes another folder."""
    if os.path.realpath(options.out) == os.path.realpath(options.folder):
        raise Wrong("--out must be another folder than the one that is read")
    model = load(options.folder)
    context = model.config.n_positions
    tokens = Tokenizer(options.folder).encode(read_text(options.text))
    # The end of the text is kept apart, to see whether what is learned holds elsewhere.
    cut = len(tokens) - int(options.held_out * len(tokens))
    for part, count in (("to train on", cut), ("held out", len(tokens) - cut)):
        if count <= context and not (part == "held out" and options.held_out == 0):
            raise Wrong(f"{options.text} has {count} tokens {part}, and a window needs {context + 1}: a longer text, or another --held-out")
    tokens = torch.frombuffer(tokens, dtype=torch.int32)
    if int(tokens.max()) >= model.config.vocab_size:
        raise Wrong(f"vocab.json has the token {int(tokens.max())}, and config.json a vocab_size of {model.config.vocab_size}")
    tokens, held = tokens[:cut], tokens[cut:]

    processes = Processes()
    rank, world, say = processes.rank, processes.world, processes.say
    if options.batch % world:
        raise Wrong(f"--batch {options.batch} does not divide by {world} processes")
    if rank == 0:
        os.makedirs(options.out, exist_ok=True)
    model = model.to(processes.device)
    parallel = model
    if processes.started:
        # Gives each process the average of all gradients.
        parallel = DistributedDataParallel(model, device_ids=[processes.local] if processes.device.type == "cuda" else None)
    groups = [
        {"params": [p for p in model.parameters() if p.dim() > 1], "weight_decay": 0.1},
        {"params": [p for p in model.parameters() if p.dim() == 1], "weight_decay": 0.0},
    ]
    optimizer = torch.optim.AdamW(groups, lr=options.lr, betas=(0.9, 0.95))
    # All processes draw the same windows, and each takes its own of them: one process and eight see the same data in the same order.
    chance = torch.Generator().manual_seed(options.seed)
    torch.manual_seed(options.seed + rank)  # For dropout, which should differ.

    size = sum(p.numel() for p in model.parameters())
    say(f"{size:,} parameters, {len(tokens):,} tokens; {world} x {processes.device.type}, {options.batch // world} windows of {context} tokens each")
    if len(held):
        say(f"held out: {len(held):,} tokens, loss {evaluate(model, held, options.batch // world, processes):.4f}")
    model.train()
    began, seen = time.time(), 0
    for step in range(options.steps):
        for group in optimizer.param_groups:
            group["lr"] = options.lr * rate(step, options.steps, options.decay)
        starts = torch.randint(len(tokens) - context, (options.batch,), generator=chance)[rank::world].tolist()
        with processes.half():
            loss = loss_of(parallel, *windows(tokens, starts, context, processes.device))
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        norm = nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        seen += options.batch * context
        last = step + 1 == options.steps
        due = last or (options.save_every and (step + 1) % options.save_every == 0)
        if step == 0 or (step + 1) % options.every == 0 or due:
            mean = processes.sum(loss.item())[0] / world
            say(f"step {step + 1}: loss {mean:.4f}, rate {group['lr']:.2e}, {seen / (time.time() - began):,.0f} tokens/s")
            if not math.isfinite(mean + norm):
                raise Wrong(f"step {step + 1} has a loss of {mean} and gradients of length {norm:.3g}: a lower --lr may help")
        if due and rank == 0:
            save(model, options.out, options.folder)
    if len(held):
        say(f"held out: loss {evaluate(model, held, options.batch // world, processes):.4f}")
    say(f"wrote {options.out}")
    if processes.started:
        dist.barrier()
        dist.destroy_process_group()


# ---- Commands ------------------------------------------------------------------------------------------------------------------------------


def logits(options):
    """Prints the scores of each token to be the next after each beginning of the given ones."""
    model = load(options.folder)
    config = model.config
    if len(options.tokens) > config.n_positions:
        raise Wrong(f"--tokens has {len(options.tokens)} tokens, and the model sees {config.n_positions}")
    for token in options.tokens:
        if not 0 <= token < config.vocab_size:
            raise Wrong(f"--tokens: there is no token {token}; there are 0 to {config.vocab_size - 1}")
    with torch.no_grad():
        print(json.dumps(model(torch.tensor([options.tokens]))[0].tolist()))


def number(convert, holds, words):
    """A reader of an option, for argparse."""

    def read(text):
        try:
            value = convert(text)
        except ValueError:
            value = None
        if value is None or not holds(value):
            raise argparse.ArgumentTypeError(f"must be {words}, got {text!r}")
        return value

    return read


def main():
    whole = number(int, lambda n: n >= 1, "a whole number of at least 1")
    natural = number(int, lambda n: n >= 0, "a whole number of at least 0")
    positive = number(float, lambda x: 0 < x < math.inf, "a number above 0")
    part = number(float, lambda x: 0 <= x < 1, "a number from 0 to below 1")
    tokens = number(lambda text: [int(one) for one in text.split(",")], len, "whole numbers with commas between")
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    command = commands.add_parser("logits", help="print a model's scores for the next token, as JSON", description=logits.__doc__)
    command.set_defaults(run=logits)
    command.add_argument("folder", metavar="FOLDER", help="a model as humpty export writes it")
    command.add_argument("--tokens", type=tokens, required=True, metavar="1,2,3")

    command = commands.add_parser(
        "train",
        help="train a model on a text",
        description=f"{train.__doc__} Under torchrun, all its processes train one model together.",
    )
    command.set_defaults(run=train)
    option = command.add_argument
    option("folder", metavar="FOLDER", help="a model as humpty export writes it")
    option("text", metavar="TEXT", help="a file of text to learn from, in UTF-8")
    option("--steps", type=whole, required=True, metavar="N", help="how many steps")
    option("--out", required=True, metavar="FOLDER", help="where the trained model is written")
    option("--lr", type=positive, default=3e-4, metavar="X", help="the highest learning rate; %(default)s if not given")
    option("--decay", choices=("cosine", "linear"), default="cosine", help="how the rate falls to a tenth; %(default)s")
    option("--batch", type=whole, default=32, metavar="N", help="windows in a step, of all processes together; %(default)s")
    option("--seed", type=natural, default=1, metavar="N", help="for the draw of windows and for dropout; %(default)s")
    option("--held-out", type=part, default=0.1, metavar="X", help="the part of the text, at its end, that is only for measuring; %(default)s")
    option("--every", type=whole, default=10, metavar="N", help="print the loss at every so many steps; %(default)s")
    option("--save-every", type=natural, default=0, metavar="N", help="write the folder at every so many steps too; at the end alone if not given")

    options = parser.parse_args()
    try:
        options.run(options)
    except Wrong as error:
        sys.exit(f"train.py: {error}")
    except OSError as error:
        sys.exit(f"train.py: {error.filename}: {error.strerror}" if error.filename else f"train.py: {error}")


if __name__ == "__main__":
    main()
