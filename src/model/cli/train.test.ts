import { spawn, spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { checkpointNotes, openTrained, prepare, sonnets, train } from "../index.ts";
import * as starting from "../training/start-thread.ts";
import { Progress, progressLine } from "./progress.ts";
import { run } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "humpty-train-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const text = at("text.txt");
const program = join(import.meta.dirname, "humpty.ts");

beforeAll(async () => {
  // Here one thread computes what the program itself shares with another: to the same bits.
  vi.spyOn(starting, "startThread").mockReturnValue(undefined);
  writeFileSync(text, (await sonnets()).slice(0, 20_000));
});

/** Trains, and gives what was told and the bytes of the file. */
async function trained(name: string, ...options: string[]) {
  const { error, code } = await run(["train", text, "--out", at(name), ...options]);
  expect({ error, code }).toMatchObject({ code: 0 });
  return { error, bytes: readFileSync(at(name)) };
}

describe("humpty train", () => {
  it("trains what prepare and train do, and tells how it went", async () => {
    const { error, bytes } = await trained("whole", "--steps", "50", "--seed", "3");
    const { options, notes } = prepare(readFileSync(text, "utf8"), { steps: 50, seed: 3 });
    const training = train(options);
    let heldOut = "";
    for await (const report of training) heldOut = report.heldOut?.toFixed(3) ?? "";
    expect(bytes).toEqual(Buffer.from(training.checkpoint(notes)));
    expect(error.split("\n")).toEqual([
      "learning a vocabulary from 20,000 characters",
      "tiny: 42,880 parameters, 512 tokens, 50 steps",
      expect.stringMatching(
        new RegExp(`^step 50/50  loss \\d\\.\\d{3}  held out ${heldOut}  [\\d,]+ tokens/s$`),
      ),
      `saved; to write with it: humpty generate ${at("whole")}`,
      "",
    ]);
    expect(readdirSync(folder).filter((name) => name.includes("part"))).toEqual([]);
  });

  it("after Ctrl+C, and --resume, is where it would have been, byte for byte", async () => {
    const options = ["--steps", "200", "--out", at("halted")];
    const child = spawn(process.execPath, [program, "train", text, ...options]);
    let told = "";
    child.stderr.on("data", (chunk) => {
      const begun = told.includes(" 200 steps\n");
      told += chunk;
      // Twice, as npx does: it passes on what the terminal has sent already.
      if (!begun && told.includes(" 200 steps\n")) for (let i = 0; i < 2; i++) child.kill("SIGINT");
    });
    const code = await new Promise((resolve) => child.on("close", resolve));
    const { step } = openTrained(readFileSync(at("halted")));
    expect({ told, code }).toEqual({
      told: expect.stringContaining(
        `stopped after step ${step} of 200 and saved; to go on: humpty train ${text} --out ${at("halted")} --resume\n`,
      ),
      code: 130,
    });
    expect(step).toBeLessThan(200);
    const { error, bytes } = await trained("halted", "--resume");
    if (step > 0) expect(error).toContain(`going on after step ${step}\n`);
    const { bytes: whole } = await trained("unhalted", "--steps", "200");
    expect(bytes).toEqual(whole);
    const { error: again, bytes: same } = await trained("halted", "--resume");
    expect(again).toContain("it has made all its steps already\n");
    expect(same).toEqual(whole);
  });

  it("saves every ten seconds", async () => {
    const now = performance.now;
    let clock = 0;
    performance.now = () => {
      clock += 1000;
      return clock;
    };
    const controller = new AbortController();
    let saved = 0;
    const stop = async () => {
      while (!existsSync(at("often"))) await new Promise((resolve) => setTimeout(resolve, 1));
      saved++;
      controller.abort();
    };
    try {
      const options = ["--steps", "500", "--out", at("often")];
      const { signal } = controller;
      const [{ code }] = await Promise.all([run(["train", text, ...options], { signal }), stop()]);
      expect({ code, saved }).toEqual({ code: 130, saved: 1 });
    } finally {
      performance.now = now;
    }
  });

  it("reads standard input, and rewrites one line on a terminal", async () => {
    const input = readFileSync(text, "utf8");
    const parts = ["train", "-", "--steps", "3", "--out", at("piped"), "--size", "small"];
    const { code, error, out } = await run(parts, { input: `\ufeff${input}`, columns: 40 });
    expect({ code, out }).toEqual({ code: 0, out: "" });
    const lines = error.split("\r").slice(1);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line.split("\x1b[K")[0]?.length).toBeLessThan(40);
    expect(lines.at(-1)).toMatch(/^step 3\/3 /);
    expect(error).toContain("\x1b[K\nsaved; ");
    const { recipe = "" } = checkpointNotes(readFileSync(at("piped")));
    expect(JSON.parse(recipe)).toMatchObject({ size: "small", steps: 3, seed: 1 });
    expect(JSON.parse(recipe).text).toMatch(/^20000 /);
  });

  it("keeps a file that is there, but with --force", async () => {
    writeFileSync(at("mine"), "mine");
    const parts = ["train", text, "--steps", "1", "--out", at("mine")];
    expect(await run(parts)).toMatchObject({
      code: 1,
      error: `humpty: ${at("mine")} is there already: --resume goes on from it, --force overwrites it\n`,
    });
    expect(readFileSync(at("mine"), "utf8")).toBe("mine");
    const reader = openSync(at("mine"), "r");
    expect(await run([...parts, "--force"])).toMatchObject({ code: 0 });
    expect(openTrained(readFileSync(at("mine"))).step).toBe(1);
    // Whoever was reading the old one has it whole.
    expect(readFileSync(reader, "utf8")).toBe("mine");
    closeSync(reader);
  });

  it("says in one line what is wrong", async () => {
    const refused = async (parts: string[], input?: string | Uint8Array) => {
      const { code, out, error } = await run(["train", ...parts], { input });
      expect(out).toBe("");
      const lines = error.split("\n").filter((line) => !line.startsWith("learning"));
      expect(lines).toHaveLength(2);
      return `${code} ${lines[0]}`;
    };
    const out = ["--out", at("none")];
    expect(await refused([])).toBe("2 humpty: FILE is missing: humpty train FILE");
    expect(await refused(["a", "b"])).toBe('2 humpty: "b" is too much: humpty train FILE');
    expect(await refused([at("absent"), ...out])).toBe(`1 humpty: ${at("absent")} is not there`);
    expect(await refused([folder, ...out])).toBe(
      `1 humpty: ${folder} is a folder, and a file is expected`,
    );
    expect(await refused([text, "--out", folder])).toBe(
      `1 humpty: ${folder} is a folder, and a file is expected`,
    );
    expect(await refused([text, "--out", text, "--force"])).toBe(
      `1 humpty: ${text} is the text itself: give --out another name`,
    );
    expect(await refused([text, "--out", join(at("absent"), "a")])).toBe(
      `1 humpty: ${at("absent")}, the folder for --out, is not there`,
    );
    const notText = "1 humpty: standard input is no text: it must be written in UTF-8";
    expect(await refused(["-", ...out], Uint8Array.of(0xff, 0xd8, 0xff))).toBe(notText);
    expect(await refused(["-", ...out], "a\0b".repeat(1000))).toBe(notText);
    expect(await refused(["-", ...out], new Uint8Array(15_000_001))).toBe(
      "1 humpty: standard input is too long: at most 5 million characters can be learned from",
    );
    expect(await refused(["-", ...out], "Humpty")).toBe(
      "1 humpty: the text has 6 characters, and at least 2000 are needed to learn from",
    );
    expect(await refused([text, ...out, "--size", "huge"])).toBe(
      '1 humpty: there is no size "huge": there are tiny, small, medium',
    );
    for (const steps of ["0", "1.5", "many", "", "Infinity"])
      expect(await refused([text, ...out, "--steps", steps])).toBe(
        `2 humpty: --steps must be a whole number of at least 1, got "${steps}"`,
      );
    expect(await refused([text, ...out, "--seed", "x"])).toBe(
      '2 humpty: --seed must be a whole number, got "x"',
    );
    expect(await refused([text, "--resume", "--force"])).toBe(
      "2 humpty: --resume and --force exclude each other",
    );
    expect(await refused([text, ...out, "--resume"])).toBe(`1 humpty: ${at("none")} is not there`);
    writeFileSync(at("other"), "Humpty Dumpty sat on a wall");
    expect(await refused([text, "--out", at("other"), "--resume"])).toMatch(
      /^1 humpty: this is no checkpoint, or a damaged one: /,
    );
    expect(existsSync(at("none"))).toBe(false);
  });

  it("goes on with the text and the options that it began with", async () => {
    await trained("begun", "--steps", "2");
    const parts = ["--out", at("begun"), "--resume"];
    const input = `${readFileSync(text, "utf8")}.`;
    expect(await run(["train", "-", ...parts], { input })).toMatchObject({
      code: 1,
      error: expect.stringContaining("humpty: the checkpoint is of a training on another text\n"),
    });
    expect(await run(["train", text, ...parts, "--steps", "3"])).toMatchObject({
      code: 1,
      error: expect.stringContaining(
        "the checkpoint's steps is 2, and it goes on with that; got 3",
      ),
    });
  });

  it("leaves nothing half written where it cannot save", async () => {
    const running = run(["train", text, "--steps", "1", "--out", at("late")]);
    mkdirSync(at("late"));
    expect(await running).toMatchObject({
      code: 1,
      error: expect.stringContaining(`${at("late")} is a folder, and a file is expected\n`),
    });
    expect(existsSync(at("late.part"))).toBe(false);
  });
});

it("the program itself: exit codes, and nothing but its line on standard error", () => {
  const of = (...parts: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...parts], {
      encoding: "utf8",
    });
    return { status, stdout, stderr };
  };
  expect(of("trian")).toEqual({
    status: 2,
    stdout: "",
    stderr: 'humpty: there is no command "trian": there are train, generate, export\n',
  });
});

it("a line of progress has the step, the losses, the speed and the time left", () => {
  const report = { step: 150, loss: 4.1934, heldOut: 4.2, lr: 1, tokensPerSecond: 38_568.4 };
  const line = progressLine(report, 1500, 41.2);
  expect(line).toBe("step 150/1500  loss 4.193  held out 4.200  38,568 tokens/s  0:42 left");
  expect(progressLine({ step: 1, loss: 4, lr: 1 }, 2, 3725)).toBe(
    "step 1/2  loss 4.000  1:02:05 left",
  );
  expect(progressLine({ step: 2, loss: 4, lr: 1 }, 2, 0)).toBe("step 2/2  loss 4.000");
});

it("at its end, progress says where more steps made the held-out loss worse", () => {
  const toldOf = (...losses: number[]): string => {
    let told = "";
    const silent = { out: () => {}, columns: undefined, terminal: false };
    const input = (async function* () {})();
    const error = (text: string) => {
      told += text;
    };
    const interruptible = () => new AbortController().signal;
    const progress = new Progress({ ...silent, error, input, interruptible }, 300, 0);
    for (const [i, heldOut] of losses.entries()) {
      progress.tell({ step: 50 * (i + 1), loss: 4, lr: 1, heldOut });
      progress.tell({ step: 50 * (i + 1) + 1, loss: 4, lr: 1 });
    }
    progress.end();
    return told;
  };
  expect(toldOf(5, 4.5, 4.7, 4.9)).toBe(
    "the held-out loss was lowest after step 100, 4.500: a longer text, or fewer steps, may serve better\n",
  );
  expect(toldOf(5, 4.5, 4.52, 4.54)).toBe("");
  expect(toldOf()).toBe("");
});
