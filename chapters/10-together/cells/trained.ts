import { line } from "@humpty/display";
import { run } from "./run.ts";

/** A GPT with all nine ingredients. */
export const whole = await run("nothing", 1);
export const { wrong } = whole;
const title = "how wrong, by the letter, on unseen lines";
export default line({ "all nine": whole.curve }, { title, x: "step", y: "" });
