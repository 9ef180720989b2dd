import { availableEngines } from "../../engines/engine.ts";
import { bitsIn } from "./bits.ts";

// Its engine is the build's own, Node's: where there are others, they have the whole book.
bitsIn(
  "chromium",
  availableEngines().length > 1 ? ["03-attention", "10-together", "mathematics"] : undefined,
);
