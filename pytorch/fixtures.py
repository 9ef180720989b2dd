"""Makes fixtures/ anew: what Humpty exports, and what train.py says of it and makes of it, alone and as two processes.

Needs Node 24 with this repository's packages, and a Python that has torch: python3 fixtures.py. Run it whenever train.py changes: a test compares
its digest.
"""

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
from array import array

import torch

import train

HERE = os.path.dirname(os.path.abspath(__file__))
HUMPTY, TRAINED, TEXT = (os.path.join(HERE, "fixtures", name) for name in ("humpty", "trained", "sonnets.txt"))
SCRIPT = os.path.join(HERE, "train.py")
STEPS = ["--steps", "100", "--lr", "3e-3", "--batch", "8", "--seed", "3", "--every", "20"]
# As the command torchrun. PyTorch 1.13's own fails on Python 3.11 unless it is told of the output of some process, here of one that is not there.
TORCHRUN = ["-m", "torch.distributed.run", "--standalone", "--nproc_per_node", "2", "--redirects", "9:1", "--tee", "9:1"]
PROMPTS = [[0], [319, 0, 255], list(range(256, 272)), [300, 12, 12, 299]]

STRINGS = [
    "",
    " ",
    "\n",
    "Humpty's 2 eggs,   and\n",
    "I've he'd they're I'm we'll can't O'Clock DON'T 'tis ''s",
    "  two before,  two within, two after  ",
    "tabs\t\tand\r\nends\r\rof\n\n\nlines \n \n",
    "Шалтай-Болтай сидел на стене. Шалтай-Болтай свалился во сне.",
    "矮胖子，坐墙头，一二三 第３页〇",
    "ハンプティ・ダンプティが塀に座った。ー々ゝ",
    "담벼락 위에 앉은 험프티",
    "جلس همبتي دمبتي على الحائط ١٢٣ ـ",
    "हम्प्टी डम्प्टी दीवार पर बैठा था १२३",
    "ฮัมป์ตี ดัมป์ตี นั่งบนกำแพง ๑๒๓",
    "Ο Χάμπτι Ντάμπτι έκατσε σε τοίχο· τέλος",
    "é e\u0301 ñ ß İ ı ﬁ ǅ ª º ʰ",
    "x² ½ Ⅷ ① ٣ 𝟙 〸 ൰ 12.5 1,000 a1b2",
    "🥚👩‍👩‍👧‍👦🇨🇳 ☕️ ♟",
    "no\xa0break\u2003wide\u3000ideographic\u1680ogham\u202fnarrow\u205f",
    "a.\ufeff\x85b \x1c\x1d\x1e\x1f \u200b\u200d\u180e\u2060",
    "\x00\x01\x7f\xad",
    "lines\u2028and\u2029paragraphs\x0b\x0c",
    "<|endoftext|> a <|end",
    "Ġ Ċ #version: 0.2",
    "half \ud83e and \udd5a, ends \ud83e",
    "_under_ -- ...!? (a) [b] {c} ]^-\\ $€£ +=<> ©®™ `",
    "humpty" * 40,
    " " * 40 + "x",
]


def run(*command):
    print("$", *(os.path.relpath(part, HERE) if part.startswith(HERE) else part for part in command), flush=True)
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    print(done.stdout[:1000], flush=True)
    return done.stdout


def logits(folder):
    """What the command prints: 32-bit floats, packed."""
    said = (json.loads(run(sys.executable, SCRIPT, "logits", folder, "--tokens", ",".join(map(str, one)))) for one in PROMPTS)
    pack = lambda rows: base64.b64encode(array("f", (x for row in rows for x in row)).tobytes()).decode()
    return [{"tokens": one, "logits": pack(rows)} for one, rows in zip(PROMPTS, said)]


def training(folder, *launcher):
    """Trains, and gives what was printed: the loss on held-out text before and after, and those of the steps."""
    said = run(*(launcher or [sys.executable]), SCRIPT, "train", HUMPTY, TEXT, "--out", folder, *STEPS)
    before, after = map(float, re.findall(r"^held out: .*loss ([\d.]+)", said, re.M))
    return {"before": before, "losses": list(map(float, re.findall(r"^step \d+: loss ([\d.]+)", said, re.M))), "after": after}


def main():
    run("node", os.path.join(HERE, "fixtures.ts"))
    tokenizer = train.Tokenizer(HUMPTY)
    with tempfile.TemporaryDirectory() as alone:
        one = training(alone)
        two = training(TRAINED, sys.executable, *TORCHRUN)
        weights = [train.read_tensors(os.path.join(folder, "model.safetensors")) for folder in (alone, TRAINED)]
        # Biases of keys are left out: they change no score, so that their gradient is rounding alone, and AdamW makes steps of full size out of that.
        apart = max((weights[1][name] - tensor).abs().max().item() for name, tensor in weights[0].items() if not name.endswith("c_attn.bias"))
    print(f"weights of one process and of two differ by at most {apart:.2g}")
    with open(SCRIPT, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    told = {
        "train.py": digest,
        "torch": torch.__version__,
        "training": {"options": " ".join(STEPS), "one process": one, "two processes": two, "largest difference of a weight": apart},
        "humpty": logits(HUMPTY),
        "trained": logits(TRAINED),
        "sonnets": list(tokenizer.encode(train.read_text(TEXT))),
        "strings": [{"text": text, "pieces": list(tokenizer.pieces(text)), "tokens": list(tokenizer.encode(text))} for text in STRINGS],
    }
    with open(os.path.join(HERE, "fixtures", "pytorch.json"), "w") as file:
        # A list of numbers a line.
        file.write(re.sub(r"\n\s+(?=-?\d|\]|\[\d)", " ", json.dumps(told, indent=1)) + "\n")


if __name__ == "__main__":
    main()
