import { bitsIn } from "./bits.ts";

bitsIn("chromium");
