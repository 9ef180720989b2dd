import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";

export const collections = {
  chapters: defineCollection({
    loader: glob({ base: "./chapters", pattern: "*/{en,zh}.mdx" }),
    schema: z.object({ title: z.string(), description: z.string(), number: z.number() }),
  }),
};
