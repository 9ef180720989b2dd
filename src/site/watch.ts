import { sep } from "node:path";
import type { AstroIntegration } from "astro";

/** The author's server shows a page anew when code changed that the page's cells ran. */
export function watchCells(): AstroIntegration {
  return {
    name: "humpty:watch-cells",
    hooks: {
      "astro:server:setup": ({ server }) => {
        const onChange = (file: string): void => {
          if (isRunByCells(file.split(sep).join("/"))) server.ws.send({ type: "full-reload" });
        };
        for (const sign of ["add", "change", "unlink"]) server.watcher.on(sign, onChange);
      },
    },
  };
}

/** Whether a change of this file may change what a cell gives. */
export const isRunByCells = (file: string): boolean =>
  /\/(chapters\/.*|src\/(model|display)\/.*)\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file);
