import type { APIRoute } from "astro";
import { keptFiles } from "../../site/book.ts";

export const getStaticPaths = async () =>
  (await keptFiles()).map(({ name, bytes }) => ({ params: { name }, props: { bytes } }));

export const GET: APIRoute = ({ props }) => new Response(props["bytes"] as Uint8Array<ArrayBuffer>);
