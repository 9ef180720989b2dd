import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Random } from "../random.ts";
import { backend, type Kernels, kernels, useBackend } from "./index.ts";
import { allocate, open, shake } from "./memory.ts";
import { reference } from "./reference/index.ts";
import { Storage } from "./storage.ts";

/** Sizes that are awkward for tiles: 1, primes, not multiples of 4, 6 or 8, and beyond a block. */
const size = fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 16, 17, 23, 31, 33, 37);
const flag = fc.boolean();

type Numbers = (length: number) => Storage;

/** Runs a kernel of both backends on the same numbers, and gives what both wrote. */
function both(
  seed: number,
  run: (kernels: Kernels, given: Numbers, written: Numbers) => unknown,
): { fast: unknown[]; plain: unknown[] } {
  const [fast, plain] = [kernels(), reference].map((one) => {
    const random = new Random(seed);
    const close = one === reference ? () => {} : open();
    try {
      const outs: Storage[] = [];
      const given: Numbers = (length) => {
        const storage =
          one === reference ? new Storage(new Float32Array(length)) : allocate(length);
        for (let i = 0; i < length; i++) storage.array[i] = 2 * random.normal();
        return storage;
      };
      const written: Numbers = (length) => {
        const out = given(length);
        outs.push(out);
        return out;
      };
      const told = run(one, given, written);
      return [told, ...outs.map((out) => Array.from(out.array))];
    } finally {
      close();
    }
  });
  return { fast: fast ?? [], plain: plain ?? [] };
}

const same = (seed: number, run: Parameters<typeof both>[1]): void => {
  const { fast, plain } = both(seed, run);
  // Zeros of either sign are one: a product that is left out is a zero that was not added.
  const unsigned = (list: unknown): unknown =>
    Array.isArray(list) ? list.map((x) => (Object.is(x, -0) ? 0 : x)) : list;
  expect(fast.map(unsigned)).toEqual(plain.map(unsigned));
};

describe("the kernels in WebAssembly give the plain loops' bits", { timeout: 60_000 }, () => {
  beforeAll(() => {
    expect(useBackend("exact")).toEqual({ name: "exact" });
    shake(true);
  });
  afterAll(() => shake(false));

  it("matmul, of either side turned, in a batch, added or not", () => {
    fc.assert(
      fc.property(
        size,
        size,
        size,
        flag,
        flag,
        flag,
        fc.nat(),
        (m, n, k, left, right, add, seed) => {
          same(seed, (kernels, given, written) => {
            const [ars, acs] = left ? [1, m] : [k, 1];
            const [brs, bcs] = right ? [1, k] : [n, 1];
            const product = { m, n, k, crs: n, ars, acs, brs, bcs, add };
            const starts = { a: [0, m * k], b: [k * n, 0], c: [m * n, 0] };
            kernels.matmul(
              ...([written(2 * m * n), given(2 * m * k), given(2 * k * n)] as const),
              { ...product, starts },
              seed % 2 ? given(n) : undefined,
            );
          });
        },
      ),
      { numRuns: 120 },
    );
  });

  it("matmul beyond a block of k and of columns", () => {
    const shape = { crs: 1040, ars: 530, acs: 1, brs: 1040, bcs: 1, add: true };
    same(1, (kernels, given, written) =>
      kernels.matmul(written(7 * 1040), given(7 * 530), given(530 * 1040), {
        ...shape,
        ...{ m: 7, n: 1040, k: 530 },
      }),
    );
  });

  it("attention of heads that stand in one tensor, and its gradient", () => {
    fc.assert(
      fc.property(
        ...[fc.integer({ min: 1, max: 3 }), size, size, fc.integer({ min: 1, max: 3 }), size],
        ...[flag, flag, flag, fc.nat()],
        (batch, time, more, heads, width, causal, joined, add, seed) => {
          const others = joined ? time : time + more - 1;
          const channels = heads * width;
          const stride = joined ? 3 * channels : channels;
          const shape = {
            ...{ batch, time, others, heads, size: width, scale: 0.3, causal },
            ...{ qAt: 0, kAt: joined ? channels : 0, vAt: joined ? 2 * channels : 0 },
            ...{ qStride: stride, kStride: stride },
          };
          same(seed, (kernels, given, written) => {
            const q = given(batch * time * stride);
            const [k, v] = joined
              ? [q, q]
              : [given(batch * others * stride), given(batch * others * stride)];
            const weights = written(batch * heads * time * others);
            kernels.attention(written(batch * time * channels), weights, q, k, v, shape);
            const dq = written(q.length);
            const [dk, dv] = joined ? [dq, dq] : [written(k.length), written(v.length)];
            const dout = given(batch * time * channels);
            kernels.attentionBackward(dq, dk, dv, dout, weights, q, k, v, shape, add);
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  it("softmax, the loss and layer normalization, and their gradients", () => {
    fc.assert(
      fc.property(size, size, flag, fc.nat(), (rows, n, add, seed) => {
        same(seed, (kernels, given, written) => {
          const p = written(rows * n);
          kernels.softmax(p, given(rows * n), n);
          kernels.softmaxBackward(written(rows * n), p, given(rows * n), n, add);
          const targets = given(rows);
          for (let i = 0; i < rows; i++) targets.integers[i] = (i * 7) % n;
          const loss = kernels.crossEntropy(
            written(rows * n),
            given(rows * n),
            targets,
            n,
            1 / rows,
          );
          const [x, weight] = [given(rows * n), given(n)];
          const [means, inverses] = [written(rows), written(rows)];
          kernels.layerNorm(written(rows * n), means, inverses, x, weight, given(n), 1e-5);
          kernels.layerNormBackward(
            ...([written(rows * n), written(n), written(n), given(rows * n), x] as const),
            ...([means, inverses, weight, add] as const),
          );
          return loss;
        });
      }),
      { numRuns: 40 },
    );
  });

  it("what goes number by number", () => {
    fc.assert(
      fc.property(size, size, flag, fc.nat(), (rows, n, add, seed) => {
        same(seed, (kernels, given, written) => {
          kernels.add(written(n), given(n), given(n));
          kernels.mul(written(n), given(n), given(n), add);
          kernels.sumRows(written(n), given(rows * n));
          kernels.gelu(written(n), written(n), given(n));
          const squares = written(n);
          for (let i = 0; i < n; i++) squares.array[i] = Math.abs(squares.array[i] ?? 0);
          const step = { beta1: 0.9, beta2: 0.95, size: 0.01, root: 0.3, eps: 1e-8, keep: 0.999 };
          const start = Math.floor(n / 3);
          kernels.adamW(written(n), given(n), written(n), squares, start, n, step);
          const indices = given(rows);
          for (let i = 0; i < rows; i++) indices.integers[i] = (i * 5) % 4;
          kernels.gather(written(rows * n), given(4 * n), indices, n);
          kernels.scatter(written(4 * n), given(rows * n), indices, n);
          return kernels.sumSquares(given(n));
        });
      }),
      { numRuns: 40 },
    );
  });

  it("exponentials at their edges, and rows that are hidden whole", () => {
    const edges = [
      ...[0, -0, -87, -87.4, -88, -100, -1e30, 10, 60, 1e-20, 0.5, -0.5],
      ...[Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, 3],
    ];
    same(1, (kernels, given, written) => {
      const x = given(edges.length);
      x.array.set(edges);
      kernels.gelu(written(edges.length), written(edges.length), x);
      kernels.softmax(written(edges.length), x, edges.length);
      kernels.softmax(written(edges.length), x, 4);
      x.array.fill(Number.NEGATIVE_INFINITY);
      kernels.softmax(written(edges.length), x, 4);
    });
  });
});

describe("a backend", () => {
  it("is exact at first, and can be chosen", () => {
    expect(backend().name).toBe("exact");
    expect(useBackend("reference")).toEqual({ name: "reference" });
    expect(kernels()).toBe(reference);
    useBackend("exact");
  });

  it("multiplies and adds at once when fast, within rounding of the exact one", () => {
    expect(useBackend("fast")).toEqual({ name: "fast" });
    const { fast, plain } = both(1, (kernels, given, written) => {
      const shape = { crs: 20, ars: 300, acs: 1, brs: 20, bcs: 1, add: false };
      kernels.matmul(written(400), given(6000), given(6000), { ...shape, m: 20, n: 20, k: 300 });
    });
    useBackend("exact");
    const [a, b] = [fast[1], plain[1]] as [number[], number[]];
    expect(a).not.toEqual(b);
    for (const [i, x] of a.entries()) expect(Math.abs(x - (b[i] ?? 0))).toBeLessThan(1e-3);
  });
});
