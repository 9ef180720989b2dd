import { bitsIn } from "./bits.ts";

bitsIn("webkit");
