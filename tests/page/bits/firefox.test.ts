import { bitsIn } from "./bits.ts";

bitsIn("firefox");
