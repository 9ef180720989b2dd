import { table } from "@humpty/display";
import { exportGPT2, loadGPT2, noGrad } from "@humpty/model";
import { whole } from "./trained.ts";
import { begun } from "./write.ts";

const { gpt } = whole;
const files = exportGPT2(gpt.eval());
const weights = files["model.safetensors"];
const config = files["config.json"];

const again = (await loadGPT2(weights, { config })).eval();
const [before = [], after = []] = [gpt, again].map((model) =>
  noGrad(() => model.forward([begun]).toList()),
);
export const scores = before.length;
export const same = before.filter((score, i) => score === after[i]).length;
export default table([
  { file: "model.safetensors", bytes: weights.length },
  { file: "config.json", bytes: config.length },
]);
