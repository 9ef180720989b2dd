import type { APIRoute } from "astro";
import { chapterFiles } from "../../site/book.ts";

export const getStaticPaths = async () =>
  (await chapterFiles()).map(({ name, text }) => ({ params: { name }, props: { text } }));

export const GET: APIRoute = ({ props }) => new Response(String(props["text"]));
