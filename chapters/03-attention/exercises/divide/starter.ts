import { bars } from "@humpty/display";
import { k1, k2, k3, q3 } from "../../cells/keys.ts";

/** What each key answers to the query, divided by √d (d: how long a key is). */
export function scores(query: number[], keys: number[][]) {
  return keys.map((key) => {
    let sum = 0;
    for (const [i, number] of key.entries()) sum += number * (query[i] ?? 0);
    return sum;
  });
}

export default bars(["Humpty", "Dumpty", "sat"], scores(q3, [k1, k2, k3]));
