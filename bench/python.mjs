import { spawnSync } from "node:child_process";

/** The first python3 that has torch. */
export function python() {
  const found = ["python3", "/usr/bin/python3"].find(
    (one) => spawnSync(one, ["-c", "import torch"]).status === 0,
  );
  if (!found) throw new Error("no python3 here has torch");
  return found;
}
