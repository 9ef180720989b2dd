import type { APIRoute } from "astro";
import { declarationsFile } from "../../site/book.ts";

export const getStaticPaths = () => {
  const { name, text } = declarationsFile();
  return [{ params: { name }, props: { text } }];
};

export const GET: APIRoute = ({ props }) =>
  new Response(String(props["text"]), { headers: { "Content-Type": "application/json" } });
