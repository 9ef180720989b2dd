import type { APIRoute } from "astro";
import { dataFiles, runtimeFiles } from "../../site/book.ts";

export const getStaticPaths = async () =>
  [...(await runtimeFiles()), ...(await dataFiles())].map(({ name, text }) => ({
    params: { name },
    props: { text },
  }));

export const GET: APIRoute = ({ props }) =>
  new Response(String(props["text"]), { headers: { "Content-Type": "text/javascript" } });
