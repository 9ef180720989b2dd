import type { APIRoute } from "astro";
import { declarationsFile, projectFile } from "../../site/book.ts";

export const getStaticPaths = async () =>
  [declarationsFile(), await projectFile()].map(({ name, text }) => ({
    params: { name },
    props: { text },
  }));

export const GET: APIRoute = ({ props }) =>
  new Response(String(props["text"]), { headers: { "Content-Type": "application/json" } });
