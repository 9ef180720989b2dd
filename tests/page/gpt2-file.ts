/**
 * A file in the layout of Hugging Face's GPT-2 whose numbers follow from a rule. It uses nothing from outside: a test sends it to the page as text, to make
 * the same file there.
 */
export function gpt2File(channels: number, layers: number, context = 32): Uint8Array<ArrayBuffer> {
  const shapes: Record<string, number[]> = { "wte.weight": [50257, channels] };
  shapes["wpe.weight"] = [context, channels];
  const add = (name: string, ...weight: number[]) => {
    shapes[`${name}.weight`] = weight;
    shapes[`${name}.bias`] = weight.slice(-1);
  };
  for (let i = 0; i < layers; i++) {
    add(`h.${i}.ln_1`, channels);
    add(`h.${i}.attn.c_attn`, channels, 3 * channels);
    add(`h.${i}.attn.c_proj`, channels, channels);
    add(`h.${i}.ln_2`, channels);
    add(`h.${i}.mlp.c_fc`, channels, 4 * channels);
    add(`h.${i}.mlp.c_proj`, 4 * channels, channels);
  }
  add("ln_f", channels);
  let end = 0;
  const header: Record<string, object> = {};
  for (const [name, shape] of Object.entries(shapes)) {
    const start = end;
    end += 4 * shape.reduce((all, size) => all * size, 1);
    header[name] = { dtype: "F32", shape, data_offsets: [start, end] };
  }
  const json = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(8 + json.length + end);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, json.length, true);
  bytes.set(json, 8);
  let state = 1;
  for (let at = 8 + json.length; at < bytes.length; at += 4) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    view.setFloat32(at, state / 2 ** 32, true);
  }
  return bytes;
}
