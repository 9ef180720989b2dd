import { sandboxHtml } from "../notebook/sandbox/html.ts";

export const GET = async () =>
  new Response(await sandboxHtml(), { headers: { "Content-Type": "text/html" } });
