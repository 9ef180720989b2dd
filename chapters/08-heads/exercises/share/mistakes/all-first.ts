import { table } from "@humpty/display";

/** Which set of keys and values a head uses; neighbors share. All counted from 0. */
export function setOf(head: number, heads: number, sets: number): number {
  return heads > sets ? 0 : head;
}

const heads = Array.from({ length: 8 }, (_, head) => head);
export default table(
  heads.map((head) => ({
    head,
    "8 sets": setOf(head, 8, 8),
    "2 sets": setOf(head, 8, 2),
    "1 set": setOf(head, 8, 1),
  })),
);
