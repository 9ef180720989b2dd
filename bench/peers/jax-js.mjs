import {
  blockUntilReady,
  defaultDevice,
  init,
  jit,
  nn,
  numpy as np,
  valueAndGrad,
} from "@jax-js/jax";
import { readCase, serve } from "./serve.mjs";

// jax-js on WebAssembly: the whole step is one compiled function. An array is used up by what it is passed to; `.ref` keeps it.
const [folder] = process.argv.slice(2);
await init("wasm");
defaultDevice("wasm");
const { adamW, batch, batches, context, weights, layers, heads, channels, vocabulary } =
  readCase(folder);
const size = channels / heads;

const parameters = Object.fromEntries(
  [...weights].map(([name, { shape, data }]) => [name, np.array(data).reshape(shape)]),
);

const norm = (x, scale, shift) => {
  const centered = x.ref.sub(np.mean(x, -1, { keepdims: true }));
  const variance = np.mean(np.square(centered.ref), -1, { keepdims: true });
  return centered
    .div(np.sqrt(variance.add(1e-5)))
    .mul(scale)
    .add(shift);
};
const linear = (x, weight, bias) => np.matmul(x, weight.transpose()).add(bias);

function lossOf(p, inputs, targets) {
  // An embedding's gradient by a one-hot product, which its fusion makes cheap.
  let x = np.matmul(inputs, p["tokens.weight"].ref).reshape([batch, context, channels]);
  x = x.add(p["positions.weight"]);
  for (let i = 0; i < layers; i++) {
    const at = (name) => p[`blocks.${i}.${name}`];
    const qkv = linear(
      norm(x.ref, at("norm1.weight"), at("norm1.bias")),
      ...[at("attention.qkv.weight"), at("attention.qkv.bias")],
    ).reshape([batch, context, 3, heads, size]);
    const part = (n) => qkv.ref.slice([], [], n);
    const [q, k] = [part(0), part(1)];
    const v = part(2);
    qkv.dispose();
    const heard = nn.dotProductAttention(q, k, v, { isCausal: true });
    x = x.add(
      linear(
        heard.reshape([batch, context, channels]),
        ...[at("attention.projection.weight"), at("attention.projection.bias")],
      ),
    );
    const wide = linear(
      norm(x.ref, at("norm2.weight"), at("norm2.bias")),
      ...[at("feedForward.expand.weight"), at("feedForward.expand.bias")],
    );
    x = x.add(
      linear(
        nn.gelu(wide),
        ...[at("feedForward.contract.weight"), at("feedForward.contract.bias")],
      ),
    );
  }
  const scores = np.matmul(
    norm(x, p["norm.weight"], p["norm.bias"]).reshape([batch * context, channels]),
    p["tokens.weight"].transpose(),
  );
  return nn
    .logSoftmax(scores, -1)
    .mul(targets)
    .sum()
    .mul(-1 / (batch * context));
}

const { lr, betas, eps, weightDecay } = adamW;
const step = jit((p, means, squares, t, inputs, targets) => {
  const [loss, slopes] = valueAndGrad((p) => lossOf(p, inputs, targets))(refs(p));
  const [next, nextMeans, nextSquares] = [{}, {}, {}];
  const [fix1, fix2] = betas.map((beta) => np.subtract(1, np.exp(t.ref.mul(Math.log(beta)))));
  t.dispose();
  for (const name of Object.keys(p)) {
    const slope = slopes[name];
    const mean = means[name].mul(betas[0]).add(slope.ref.mul(1 - betas[0]));
    const square = squares[name].mul(betas[1]).add(np.square(slope).mul(1 - betas[1]));
    const change = mean.ref.div(fix1.ref).div(np.sqrt(square.ref.div(fix2.ref)).add(eps));
    next[name] = p[name].mul(1 - lr * weightDecay).sub(change.mul(lr));
    nextMeans[name] = mean;
    nextSquares[name] = square;
  }
  fix1.dispose();
  fix2.dispose();
  return [loss, next, nextMeans, nextSquares];
});

const refs = (tree) =>
  Object.fromEntries(Object.entries(tree).map(([name, array]) => [name, array.ref]));
const zeros = () =>
  Object.fromEntries([...weights].map(([name, { shape }]) => [name, np.zeros(shape)]));
const oneHot = (tokens) => nn.oneHot(np.array(tokens, { dtype: np.int32 }), vocabulary);
let [p, means, squares] = [parameters, zeros(), zeros()];
const arrays = batches.map(({ inputs, targets }) => [oneHot(inputs), oneHot(targets)]);

await serve(async (i) => {
  const [inputs, targets] = arrays[i % arrays.length];
  let loss;
  [loss, p, means, squares] = step(p, means, squares, np.array(i + 1), inputs.ref, targets.ref);
  await blockUntilReady(p);
  return loss.js();
});
