import { pieces, stack, table, text } from "@humpty/display";
import { tokenizer } from "./encode.ts";
import { bytesOf } from "./pairs.ts";

const asked = text("a text", { value: "An egg: 🥚, 蛋, œuf" });
const tokens = tokenizer.encode(asked);
const rows = ["a", "é", "蛋", "🥚"].map((character) => {
  return { character, "its bytes": bytesOf(character).join(" ") };
});
// Any text must come back as it was. Here are some that nobody prepared for.
const odd = ["Humpty Dumpty", "矮胖子坐墙头", "Шалтай-Болтай", "🐴👑🧩", "ಠ_ಠ", asked];
const again = odd.map((one) => tokenizer.decode(tokenizer.encode(one)));
export const back = again.filter((one, i) => one === odd[i]).length;
export const tried = odd.length;
const shown = tokens.map((id) => ({ text: tokenizer.token(id), id }));
export default stack(table(rows), pieces(shown));
