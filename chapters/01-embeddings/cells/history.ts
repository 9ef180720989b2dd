import { progress } from "@humpty/display";
import { text } from "../../00-start/cells/letters.ts";
import { recite } from "../../00-start/cells/recite.ts";
import type { makeWriter } from "../../00-start/cells/writer.ts";

const isRhyme = (said: number[] = []) => said.every((one, i) => one === text[i]);

/** What is recited after 20, 40, 60… steps, until all of it is right, or 600. */
export function history(writer: ReturnType<typeof makeWriter>) {
  const said: number[][] = [];
  do {
    writer.learn(20);
    said.push(recite(writer));
    progress(said.length, 30);
  } while (said.length < 30 && !isRhyme(said.at(-1)));
  return said;
}
export default "history(writer) tells what is recited, every 20 steps.";
