import { choice, file } from "@humpty/display";
import { names, Random, sonnets } from "@humpty/model";

const which = choice("text", { options: ["names", "the sonnets"] });
const own = file("or a text of your own", { accept: ".txt,.md,text/*", paste: true });

const shuffled = async () => new Random(1).shuffle(await names()).join("\n");
const book = which === "names" ? shuffled : sonnets;
/** What is learned from: the last tenth is kept for the exam. */
export const text = own ? await own.text() : await book();
if (text.includes("\uFFFD"))
  throw new Error(`${own?.name} is no text in UTF-8: save it as plain text.`);
if (text.length < 2000)
  throw new Error(`The text has ${text.length} characters. It needs at least 2000.`);

export const start = text.slice(0, 80);
export default `${text.length} characters, which begin: ${start} …`;
