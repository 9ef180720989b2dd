import { bars } from "@humpty/display";
import { dot, k1, k2, k3, q3 } from "./keys.ts";
import { words } from "./mixture.ts";

export const u1 = dot(k1, q3);
export const u2 = dot(k2, q3);
export const u3 = dot(k3, q3);

export default bars(words, [u1, u2, u3], { title: "what each word answers to “sat”" });
