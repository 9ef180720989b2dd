import { heads, progress, text } from "@humpty/display";
import { noGrad } from "@humpty/model";
import { alphabet } from "../../05-residual/cells/letters.ts";
import { learn } from "./learn.ts";
import { heard } from "./middles.ts";
import { spell } from "./names.ts";
import { Speller } from "./speller.ts";

export const speller = new Speller(2, heard(4));
let step = 0;
export const howWrong = learn(speller, 800, 64, () => progress(++step, 800));

const name = text("a name", { value: "catherine" });
const letters = [0, ...spell(name).filter((one) => one > 0)].slice(0, 16);
const written = letters.map((one) => alphabet[one] ?? "");
const shown: unknown[] = [];
noGrad(() =>
  speller.forward([letters], (weights) => {
    shown.push(heads(weights.row(0), written));
  }),
);
export default shown[0];
