import { once } from "node:events";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

const types: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".txt": "text/plain",
  ".png": "image/png",
};

interface Packed {
  mtimeMs: number;
  body: Buffer;
}

/** The built site on a port of its own, as a static host would serve it: compressed. */
export async function serveSite(
  folder = process.env["DIST"] ?? "dist",
): Promise<{ url: string; close(): Promise<void> }> {
  if (!existsSync(join(folder, "index.html")))
    throw new Error("there is no built site: run `npm run build` first");
  const packed = new Map<string, Packed>();
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://x").pathname));
    let file = join(folder, path);
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
    if (!existsSync(file)) {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found");
      return;
    }
    const body = readFileSync(file);
    const type = `${types[extname(file)] ?? "text/plain"}; charset=utf-8`;
    if (!(request.headers["accept-encoding"] ?? "").includes("gzip")) {
      response.writeHead(200, { "content-type": type }).end(body);
      return;
    }
    // A host packs a file once, and not while a reader waits.
    const { mtimeMs } = statSync(file);
    let one = packed.get(file);
    if (one?.mtimeMs !== mtimeMs) one = { mtimeMs, body: gzipSync(body) };
    packed.set(file, one);
    response.writeHead(200, { "content-type": type, "content-encoding": "gzip" }).end(one.body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
