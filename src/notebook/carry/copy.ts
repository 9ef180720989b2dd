import { save } from "../../display/kinds/files/save.ts";
import { button, element } from "../element.ts";
import { nameOf } from "../ids.ts";
import { openSheet } from "../page/dialog.ts";
import { Library, type Manifest } from "../page/library.ts";
import { mention, tell } from "../page/notice.ts";
import { wordsOf } from "../page/words.ts";
import { Shelf } from "../past/shelf.ts";
import { readVersions, versionsKey, withVersion } from "../past/versions.ts";
import { openStore } from "../store.ts";
import { type Conflict, merge, writeBackup } from "./backup.ts";
import { download } from "./download.ts";
import { most, unpack } from "./unpack.ts";
import { carryWords } from "./words.ts";

const { lang: tongue, notebook = "" } = document.documentElement.dataset;
const lang = tongue === "zh" ? "zh" : "en";
const say = carryWords(lang).copy;
const words = wordsOf(lang);
const store = openStore();
store.onTrouble ??= async (trouble) => void tell((await words).storage[trouble]);

/** What a reader does with their copy on the front page. */
export async function act(what: string, control: HTMLElement): Promise<void> {
  if (what === "backup") saveBackup();
  if (what === "book")
    await download({ lang, store, library: new Library(JSON.parse(notebook) as Manifest) });
  if (what === "import" && control instanceof HTMLInputElement) {
    const [file] = control.files ?? [];
    if (file) await bringBack(file);
    // The same file can be chosen again.
    control.value = "";
  }
}

function saveBackup(): void {
  const entries = store.backup();
  if (Object.keys(entries).length === 0) {
    mention(say.nothing);
    return;
  }
  const day = new Date().toISOString().slice(0, 10);
  save(`humpty-backup-${day}.json`, new TextEncoder().encode(writeBackup(entries)));
}

async function bringBack(file: File): Promise<void> {
  const read = file.size > most.file ? "large" : unpack(await bytesOf(file), Date.now());
  if (typeof read === "string") {
    tell(`${file.name}: ${say.wrong[read]}`);
    return;
  }
  const { set, conflicts } = merge(store.backup(), read);
  if (conflicts.length > 0) askWhich(set, conflicts);
  else if (Object.keys(set).length > 0) await bring(set, [], new Set());
  else mention(say.same);
}

const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

/** Names the cells that have one text here and another in the file: the reader's own stays, unless they say otherwise. */
async function askWhich(
  set: Record<string, string>,
  conflicts: readonly Conflict[],
): Promise<void> {
  const taken = new Set<Conflict>();
  const rows = conflicts.map((one) => {
    const box = element("input");
    box.type = "checkbox";
    box.addEventListener("change", () => {
      if (box.checked) taken.add(one);
      else taken.delete(one);
    });
    const [here, there] = [one.mine, one.theirs].map(({ time }) => when(time));
    const told = say.bothHave(one.id, here ?? "", there ?? "");
    return element("label.share-tick", box, ` ${told}`);
  });
  const sheet = openSheet(
    say.which,
    await words,
    element("p", say.whichWhy),
    ...rows,
    element(
      "p.shared-choices",
      button(say.bring, () => {
        sheet.close();
        return bring(set, conflicts, taken);
      }),
      button(say.cancel, () => sheet.close()),
    ),
  );
}

const when = (time: number): string =>
  new Date(time).toLocaleString(lang === "zh" ? "zh-Hans" : "en", {
    dateStyle: "medium",
    timeStyle: "short",
  });

async function bring(
  set: Readonly<Record<string, string>>,
  conflicts: readonly Conflict[],
  taken: ReadonlySet<Conflict>,
): Promise<void> {
  const all = { ...set };
  for (const one of taken) all[one.key] = JSON.stringify(one.theirs);
  const mine = store.backup();
  // First: if the page is closed now, nothing is lost.
  for (const one of conflicts) await setAside(one.id, taken.has(one) ? one.mine : one.theirs);
  for (const [key, text] of Object.entries(all)) store.restore(key, text);
  dispatchEvent(new Event("humpty:progress"));
  const names = Object.keys(all).flatMap((key) =>
    key.startsWith("edit:") ? [nameOf(key.slice("edit:".length))] : [],
  );
  const run = () => {
    for (const key of Object.keys(all)) store.restore(key, mine[key] ?? null);
    dispatchEvent(new Event("humpty:progress"));
  };
  tell(say.brought(names.join(", ")), { label: (await words).undo, run });
}

/** Puts the text that was not chosen among the cell's earlier versions. */
async function setAside(id: string, { text, time }: { text: string; time: number }): Promise<void> {
  const version = { text, time, end: "replaced", milliseconds: 0 } as const;
  await new Shelf().change(versionsKey(id), (kept) => withVersion(readVersions(kept), version));
}
