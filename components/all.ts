import Aside from "./Aside.astro";
import Cell from "./Cell.astro";
import Exercise from "./Exercise.astro";
import Figure from "./Figure.astro";
import Hint from "./Hint.astro";
import Notes from "./Notes.astro";
import Value from "./Value.astro";

/** What the prose can embed, without an import. */
export const mdxComponents = { Aside, Cell, Exercise, Figure, Hint, Notes, Value };
