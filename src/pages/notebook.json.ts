import { manifest } from "../site/book.ts";

/** Where the page's notebook finds what it loads. */
export const GET = async () => Response.json(await manifest());
