import { once } from "node:events";
import { createServer } from "node:http";

export interface Served {
  origin: string;
  /** Paths asked for that are not among the files, in order: what an attack sends home. */
  readonly strays: string[];
  close(): Promise<void>;
}

/** Serves files from memory by their paths, to every origin, and records what else it is asked for. */
export async function serve(files: Record<string, string>, port = 0): Promise<Served> {
  const strays: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    const text = files[path];
    if (text === undefined && path !== "/favicon.ico") strays.push(path);
    response.writeHead(text === undefined ? 404 : 200, {
      "access-control-allow-origin": "*",
      "content-type": `${path.endsWith(".js") ? "text/javascript" : "text/html"}; charset=utf-8`,
    });
    response.end(text ?? "");
  });
  // A WebSocket's handshake is a stray too.
  server.on("upgrade", (request, socket) => {
    strays.push(request.url ?? "");
    socket.destroy();
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === "object" && address ? address.port : port}`;
  return {
    origin,
    strays,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
