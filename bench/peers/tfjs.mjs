import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { readCase, serve } from "./serve.mjs";

// TensorFlow.js on WebAssembly with SIMD, one thread. Its look-up has no gradient there: embeddings are one-hot products. Its quick product is that of two
// matrices as they lie: vectors of a batch are laid in one matrix, and what is to be transposed is transposed first, in gradients too.
const [folder] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const place = dirname(require.resolve("@tensorflow/tfjs-backend-wasm"));
// It fetches its kernels by address; here they are in files.
globalThis.fetch = async (path) =>
  new Response(readFileSync(String(path).replace(/^file:\/\//, "")), {
    headers: { "content-type": "application/wasm" },
  });
setWasmPaths(`${place}/`);
await tf.setBackend("wasm");
await tf.ready();
if (tf.getBackend() !== "wasm") throw new Error(`its backend is ${tf.getBackend()}`);

const { adamW, batch, batches, context, weights, layers, heads, channels, vocabulary } =
  readCase(folder);
const [size, rows] = [channels / heads, batch * context];
const p = Object.fromEntries(
  [...weights].map(([name, { shape, data }]) => [name, tf.variable(tf.tensor(data, shape))]),
);
const product = tf.customGrad((a, b, save) => {
  save([a, b]);
  return {
    value: tf.matMul(a, b),
    gradFunc: (slope, [a, b]) => [
      tf.matMul(slope, tf.transpose(b)),
      tf.matMul(tf.transpose(a), slope),
    ],
  };
});
const linear = (x, name) =>
  tf.add(product(x, tf.transpose(p[`${name}.weight`])), p[`${name}.bias`]);
const norm = (x, name) => {
  const { mean, variance } = tf.moments(x, 1, true);
  const even = tf.div(tf.sub(x, mean), tf.sqrt(tf.add(variance, 1e-5)));
  return tf.add(tf.mul(even, p[`${name}.weight`]), p[`${name}.bias`]);
};
const gelu = (x) => {
  const inner = tf.mul(
    Math.sqrt(2 / Math.PI),
    tf.add(x, tf.mul(0.044715, tf.mul(x, tf.mul(x, x)))),
  );
  return tf.mul(tf.mul(0.5, x), tf.add(1, tf.tanh(inner)));
};
const places = tf.tensor(
  Float32Array.from({ length: rows * context }, (_, i) =>
    Math.floor(i / context) % context === i % context ? 1 : 0,
  ),
  [rows, context],
);
const mask = tf.tensor(
  Float32Array.from({ length: context * context }, (_, i) =>
    i % context > Math.floor(i / context) ? -1e9 : 0,
  ),
  [1, context, context],
);

function lossOf(inputs, targets) {
  let x = tf.add(product(inputs, p["tokens.weight"]), product(places, p["positions.weight"]));
  for (let i = 0; i < layers; i++) {
    const at = `blocks.${i}`;
    const qkv = linear(norm(x, `${at}.norm1`), `${at}.attention.qkv`);
    const [q, k, v] = tf
      .split(qkv, 3, 1)
      .map((part) =>
        tf.reshape(tf.transpose(tf.reshape(part, [batch, context, heads, size]), [0, 2, 1, 3]), [
          batch * heads,
          context,
          size,
        ]),
      );
    const scores = tf.add(tf.mul(tf.matMul(q, k, false, true), 1 / Math.sqrt(size)), mask);
    const mixed = tf.reshape(tf.matMul(tf.softmax(scores), v), [batch, heads, context, size]);
    const heard = tf.reshape(tf.transpose(mixed, [0, 2, 1, 3]), [rows, channels]);
    x = tf.add(x, linear(heard, `${at}.attention.projection`));
    const wide = gelu(linear(norm(x, `${at}.norm2`), `${at}.feedForward.expand`));
    x = tf.add(x, linear(wide, `${at}.feedForward.contract`));
  }
  const scores = product(norm(x, "norm"), tf.transpose(p["tokens.weight"]));
  return tf.mul(tf.sum(tf.mul(tf.logSoftmax(scores), targets)), -1 / rows);
}

const { lr, betas, eps, weightDecay } = adamW;
const means = Object.fromEntries(
  Object.entries(p).map(([name, one]) => [name, tf.variable(tf.zerosLike(one), false)]),
);
const squares = Object.fromEntries(
  Object.entries(p).map(([name, one]) => [name, tf.variable(tf.zerosLike(one), false)]),
);
const oneHot = (tokens) =>
  tf.keep(tf.cast(tf.oneHot(tf.tensor1d(tokens, "int32"), vocabulary), "float32"));
const arrays = batches.map(({ inputs, targets }) => [oneHot(inputs), oneHot(targets)]);

await serve((i) =>
  tf.tidy(() => {
    const { value, grads } = tf.variableGrads(() => lossOf(...arrays[i % arrays.length]));
    const byName = new Map(Object.entries(p).map(([name, one]) => [one.name, name]));
    const [fix1, fix2] = betas.map((beta) => 1 - beta ** (i + 1));
    for (const [variable, slope] of Object.entries(grads)) {
      const name = byName.get(variable);
      if (name === undefined) continue;
      means[name].assign(tf.add(tf.mul(means[name], betas[0]), tf.mul(slope, 1 - betas[0])));
      squares[name].assign(
        tf.add(tf.mul(squares[name], betas[1]), tf.mul(tf.square(slope), 1 - betas[1])),
      );
      const change = tf.div(
        tf.div(means[name], fix1),
        tf.add(tf.sqrt(tf.div(squares[name], fix2)), eps),
      );
      p[name].assign(tf.sub(tf.mul(p[name], 1 - lr * weightDecay), tf.mul(change, lr)));
    }
    return value.dataSync()[0];
  }),
);
